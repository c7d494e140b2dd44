/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-number-format.h"

#include <string.h>

/* Past the "]" of a bracket; @elapsed when it is [h], [mm] or [ss], a duration's unit. */
static const char *
skip_bracket (const char *at, gboolean *elapsed)
{
  const char *end = strchr (at, ']');
  char unit;

  if (end == NULL)
    return at + strlen (at);
  unit = g_ascii_tolower (at[1]);
  if (unit == 'h' || unit == 'm' || unit == 's')
    {
      const char *inner = at + 1;

      while (g_ascii_tolower (*inner) == unit)
        inner++;
      if (inner == end)
        *elapsed = TRUE;
    }
  return end + 1;
}

TdNumberFormat
td_number_format_classify (const char *code)
{
  gboolean day = FALSE, clock = FALSE, minutes = FALSE, percent = FALSE, text = FALSE;
  gboolean digits = FALSE;

  for (const char *at = code; *at != '\0' && *at != ';';)
    {
      if (g_ascii_strncasecmp (at, "general", 7) == 0)
        {
          digits = TRUE;
          at += 7;
          continue;
        }
      if (g_ascii_strncasecmp (at, "am/pm", 5) == 0 || g_ascii_strncasecmp (at, "a/p", 3) == 0)
        {
          clock = TRUE;
          at += at[1] == '/' ? 3 : 5;
          continue;
        }
      switch (g_ascii_tolower (*at))
        {
        case '"':
          at = strchr (at + 1, '"');
          if (at == NULL)
            at = "";
          else
            at++;
          continue;
        case '[':
          at = skip_bracket (at, &clock);
          continue;
        case '\\':
        case '_':
        case '*':
          /* The next character stands for itself, for its width, or fills the cell. */
          at++;
          if (*at != '\0')
            at++;
          continue;
        case 'y':
        case 'd':
        case 'e':
        case 'b':
        case 'g':
          /* "E+" and "E-" are an exponent; a lone e is a year. */
          if (g_ascii_tolower (*at) == 'e' && (at[1] == '+' || at[1] == '-'))
            at++;
          else
            day = TRUE;
          break;
        case 'h':
        case 's':
          clock = TRUE;
          break;
        case 'm':
          minutes = TRUE;
          break;
        case '0':
        case '#':
        case '?':
          digits = TRUE;
          break;
        case '%':
          percent = TRUE;
          break;
        case '@':
          text = TRUE;
          break;
        default:
          break;
        }
      at++;
    }
  /* An m is a month, unless hours or seconds beside it make it minutes. */
  if (day || (minutes && !clock))
    return TD_NUMBER_FORMAT_DATE;
  if (clock)
    return TD_NUMBER_FORMAT_TIME;
  if (text && !digits)
    return TD_NUMBER_FORMAT_TEXT;
  return percent ? TD_NUMBER_FORMAT_PERCENT : TD_NUMBER_FORMAT_NUMBER;
}

/* Past the letters, quotes and brackets that only stand for themselves; @at itself when there are none. */
static const char *
skip_literal (const char *at)
{
  gboolean ignored;
  const char *end;

  switch (*at)
    {
    case '"':
      end = strchr (at + 1, '"');
      return end != NULL ? end + 1 : at + strlen (at);
    case '[':
      return skip_bracket (at, &ignored);
    case '\\':
    case '_':
    case '*':
      return at[1] != '\0' ? at + 2 : at + 1;
    default:
      return at;
    }
}

guint16
td_number_format_get_flags (const char *code)
{
  gboolean date = td_number_format_classify (code) == TD_NUMBER_FORMAT_DATE;
  gboolean day = FALSE, slash = FALSE, scaled = FALSE, placeholder = FALSE, seen = FALSE;
  const char *end = strchr (code, ';');
  guint16 flags = 0;

  /* An empty first section hides what is above zero; no section at all is the general format. */
  if (end == code)
    return TD_CELL_UNSEEN;
  for (const char *at = code; *at != '\0' && *at != ';';)
    {
      const char *next = skip_literal (at);

      if (next != at)
        {
          /* "‰" has no letter of its own among the formats: people write it as a text. */
          scaled = scaled || g_strstr_len (at, next - at, "‰") != NULL;
          at = next;
          continue;
        }
      day = day || g_ascii_tolower (*at) == 'd';
      slash = slash || (*at == '/' && seen);
      if (*at == '0' || *at == '#' || *at == '?')
        placeholder = seen = TRUE;
      /* A comma behind the last digit divides by a thousand; between digits it groups them. */
      else if (*at == ',' && placeholder)
        scaled = scaled || (at[1] != '0' && at[1] != '#' && at[1] != '?');
      else
        placeholder = FALSE;
      at++;
    }
  if (date && !day)
    flags |= TD_CELL_NO_DAY;
  if (!date && (slash || scaled))
    flags |= TD_CELL_RESHAPED;
  return flags;
}

const char *
td_number_format_builtin (guint id)
{
  static const char *const codes[50] = {
    [0] = "General",
    [1] = "0",
    [2] = "0.00",
    [3] = "#,##0",
    [4] = "#,##0.00",
    [9] = "0%",
    [10] = "0.00%",
    [11] = "0.00E+00",
    [12] = "# ?/?",
    [13] = "# ?"
           "?/?"
           "?",
    [14] = "mm-dd-yy",
    [15] = "d-mmm-yy",
    [16] = "d-mmm",
    [17] = "mmm-yy",
    [18] = "h:mm AM/PM",
    [19] = "h:mm:ss AM/PM",
    [20] = "h:mm",
    [21] = "h:mm:ss",
    [22] = "m/d/yy h:mm",
    [37] = "#,##0 ;(#,##0)",
    [38] = "#,##0 ;[Red](#,##0)",
    [39] = "#,##0.00;(#,##0.00)",
    [40] = "#,##0.00;[Red](#,##0.00)",
    [45] = "mm:ss",
    [46] = "[h]:mm:ss",
    [47] = "mmss.0",
    [48] = "##0.0E+0",
    [49] = "@",
  };

  return id < G_N_ELEMENTS (codes) ? codes[id] : NULL;
}

TdNumberFormat
td_number_format_classify_builtin (guint id)
{
  const char *code = td_number_format_builtin (id);

  /* East Asian dates, which have a number but no code of their own (18.8.30). */
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return TD_NUMBER_FORMAT_DATE;
  return code != NULL ? td_number_format_classify (code) : TD_NUMBER_FORMAT_NUMBER;
}
