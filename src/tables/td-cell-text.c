/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-cell-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tables/td-limits.h"
#include "tables/td-refuse.h"

gboolean
td_cell_text_fits (const char *text, gsize length)
{
  return length <= TD_LIMIT_TEXT || g_utf8_strlen (text, (gssize) length) <= TD_LIMIT_TEXT;
}

gboolean
td_cell_text_refuse (GError **error, const char *place)
{
  return td_refuse (error, TD_ERROR_INVALID, place,
                    _ ("the text in this cell is longer than a cell may be (%d characters)"),
                    TD_LIMIT_TEXT);
}

gsize
td_cell_text_unify_lines (char *text, gsize length)
{
  char *to = memchr (text, '\r', length);

  if (to == NULL)
    return length;
  for (const char *from = to; from < text + length; from++)
    {
      if (*from != '\r')
        *to++ = *from;
      else if (from + 1 == text + length || from[1] != '\n')
        *to++ = '\n';
    }
  *to = '\0';
  return (gsize) (to - text);
}
