/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-base"

#include "base/td-error.h"

#include <glib/gi18n-lib.h>

struct _TdProblems
{
  GArray *items; /* of TdProblem */
  guint n_errors;
};

G_DEFINE_QUARK (td_error_quark, td_error)

static void
clear_problem (gpointer data)
{
  TdProblem *problem = data;

  g_free (problem->where);
  g_free (problem->what);
}

TdProblems *
td_problems_new (void)
{
  TdProblems *self = g_new0 (TdProblems, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (TdProblem));
  g_array_set_clear_func (self->items, clear_problem);
  return self;
}

void
td_problems_free (TdProblems *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_free (self);
}

void
td_problems_take (TdProblems *self, char *where, char *what, gboolean warning)
{
  TdProblem problem = { where, what, warning };

  g_array_append_val (self->items, problem);
  if (!warning)
    self->n_errors++;
}

void
td_problems_add (TdProblems *self, const char *where, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  td_problems_take (self, g_strdup (where), g_strdup_vprintf (format, args), FALSE);
  va_end (args);
}

void
td_problems_warn (TdProblems *self, const char *where, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  td_problems_take (self, g_strdup (where), g_strdup_vprintf (format, args), TRUE);
  va_end (args);
}

guint
td_problems_get_count (const TdProblems *self)
{
  return self->items->len;
}

guint
td_problems_get_n_errors (const TdProblems *self)
{
  return self->n_errors;
}

const TdProblem *
td_problems_get (const TdProblems *self, guint index)
{
  g_return_val_if_fail (index < self->items->len, NULL);
  return &g_array_index (self->items, TdProblem, index);
}

char *
td_problems_to_string (const TdProblems *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const TdProblem *problem = td_problems_get (self, i);

      g_string_append_printf (text, "%s: %s\n", problem->where, problem->what);
    }
  return g_string_free (text, FALSE);
}

gboolean
td_problems_fail (const TdProblems *self, GError **error)
{
  const TdProblem *first = NULL;

  for (guint i = 0; i < self->items->len && first == NULL; i++)
    if (!td_problems_get (self, i)->warning)
      first = td_problems_get (self, i);
  g_return_val_if_fail (first != NULL, FALSE);
  g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
               g_dngettext (GETTEXT_PACKAGE, "nothing was written; %u place is wrong: %s: %s",
                            "nothing was written; %u places are wrong, the first: %s: %s",
                            self->n_errors),
               self->n_errors, first->where, first->what);
  return FALSE;
}
