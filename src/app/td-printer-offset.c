/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-printer-offset.h"

#include "app/td-settings.h"

#define KEY "printer-offsets"

gboolean
td_printer_offset_get (const char *printer, double *x_mm, double *y_mm)
{
  g_autofree char *text = td_app_settings_dup_entry (KEY, printer);
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, ";", 2) : NULL;

  if (parts == NULL || g_strv_length (parts) != 2)
    return FALSE;
  *x_mm = g_ascii_strtod (parts[0], NULL);
  *y_mm = g_ascii_strtod (parts[1], NULL);
  return TRUE;
}

void
td_printer_offset_set (const char *printer, double x_mm, double y_mm)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = g_strdup_printf ("%s;%s", g_ascii_formatd (x, sizeof x, "%.1f", x_mm),
                                           g_ascii_formatd (y, sizeof y, "%.1f", y_mm));

  td_app_settings_set_entry (KEY, printer, text);
}

GStrv
td_printer_offset_list (void)
{
  return td_app_settings_list_entries (KEY);
}
