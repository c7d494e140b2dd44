/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-base"

#include "base/td-workdays.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAYS_A_WEEK 7
/* Days of the week as GLib's Julian numbers have them: day 1 was a Monday. */
#define SATURDAY 5
/* From one day to another: no holiday is longer, a typing error may be. */
#define LONGEST 366

typedef struct
{
  TdDate first, last;
} Span;

struct _TdWorkdays
{
  GArray *holidays; /* of Span */
  GArray *made_up;  /* of Span */
};

static gboolean
add_span (const char *text, GArray *spans, GError **error)
{
  const char *dots = strstr (text, "..");
  g_autofree char *first = dots != NULL ? g_strndup (text, (gsize) (dots - text)) : g_strdup (text);
  Span span;

  if (!td_date_parse (first, &span.first, error))
    return FALSE;
  span.last = span.first;
  if (dots != NULL && !td_date_parse (dots + 2, &span.last, error))
    return FALSE;
  if (span.last < span.first || span.last - span.first >= LONGEST)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
                   _ ("“%s” ends before it begins, or is longer than a year"), text);
      return FALSE;
    }
  g_array_append_val (spans, span);
  return TRUE;
}

static gboolean
read_spans (const char *text, GArray *spans, GError **error)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ";\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0' && !add_span (parts[i], spans, error))
      return FALSE;
  return TRUE;
}

TdWorkdays *
td_workdays_new (const char *holidays, const char *made_up, GError **error)
{
  g_autoptr (TdWorkdays) self = g_new0 (TdWorkdays, 1);

  self->holidays = g_array_new (FALSE, FALSE, sizeof (Span));
  self->made_up = g_array_new (FALSE, FALSE, sizeof (Span));
  if (!read_spans (holidays, self->holidays, error) || !read_spans (made_up, self->made_up, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
td_workdays_free (TdWorkdays *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->holidays);
  g_array_unref (self->made_up);
  g_free (self);
}

static gboolean
lies_in (const GArray *spans, TdDate day)
{
  for (guint i = 0; i < spans->len; i++)
    if (day >= g_array_index (spans, Span, i).first && day <= g_array_index (spans, Span, i).last)
      return TRUE;
  return FALSE;
}

gboolean
td_workdays_is_workday (const TdWorkdays *self, TdDate day)
{
  if (lies_in (self->made_up, day))
    return TRUE;
  return (day - 1) % DAYS_A_WEEK < SATURDAY && !lies_in (self->holidays, day);
}

guint
td_workdays_count (const TdWorkdays *self, TdDate from, TdDate to)
{
  guint n = 0;

  for (TdDate day = from + 1; day <= to; day++)
    n += td_workdays_is_workday (self, day);
  return n;
}
