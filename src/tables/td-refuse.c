/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-refuse.h"

#include <glib/gi18n-lib.h>

gboolean
td_refuse (GError **error, TdError code, const char *place, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, TD_ERROR, (int) code, "%s: %s", place, sentence);
  return FALSE;
}

gboolean
td_refuse_damaged (GError **error, const char *place)
{
  return td_refuse (
      error, TD_ERROR_CORRUPT, place,
      _ ("the file is damaged or was cut off on the way; ask for it to be sent again, "
         "or open it in Excel or LibreOffice and save it anew"));
}

gboolean
td_refuse_too_large (GError **error, const char *place)
{
  return td_refuse (
      error, TD_ERROR_INVALID, place,
      _ ("the file claims far more content than a table can have; it is broken or was "
         "made to do harm and was not read"));
}
