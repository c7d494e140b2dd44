/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-model"

#include "model/td-steps.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-text.h"

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const TdStep *x = a, *y = b;

  return (x->threshold > y->threshold) - (x->threshold < y->threshold);
}

static GArray *
read_steps (const char *text, TdStyle style, GError **error)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (TdStep));
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *colon = strchr (parts[i], ':');
      const char *start;
      gsize length;
      TdStep step;

      td_text_trim (parts[i], &start, &length);
      if (length == 0 && parts[i + 1] == NULL && i > 0)
        break; /* a `;` after the last step does no harm */
      if (colon == NULL)
        {
          g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
                       _ ("steps are written threshold:share;threshold:share; “%s” is not"),
                       parts[i]);
          return NULL;
        }
      *colon = '\0';
      if (!td_decimal_parse (parts[i], style, &step.threshold, error)
          || !td_decimal_parse (colon + 1, style, &step.share, error))
        return NULL;
      if (step.share < 0 || step.share > TD_DECIMAL (1))
        {
          g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
                       _ ("the share of a step lies between 0 and 1; “%s” does not"), colon + 1);
          return NULL;
        }
      g_array_append_val (steps, step);
      if (steps->len > TD_MAX_STEPS)
        {
          g_set_error (error, TD_ERROR, TD_ERROR_INVALID, _ ("a rule has at most %d steps"),
                       TD_MAX_STEPS);
          return NULL;
        }
    }

  g_array_sort (steps, compare_steps);
  for (guint i = 1; i < steps->len; i++)
    if (g_array_index (steps, TdStep, i).threshold
        == g_array_index (steps, TdStep, i - 1).threshold)
      {
        g_autofree char *twice =
            td_decimal_format (g_array_index (steps, TdStep, i).threshold, style);

        g_set_error (error, TD_ERROR, TD_ERROR_INVALID, _ ("the threshold %s comes twice"), twice);
        return NULL;
      }
  return g_steal_pointer (&steps);
}

static char *
write_steps (GArray *steps, TdStyle style)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const TdStep *step = &g_array_index (steps, TdStep, i);
      g_autofree char *threshold = td_decimal_format (step->threshold, style);
      g_autofree char *share = td_decimal_format (step->share, style);

      g_string_append_printf (out, "%s%s:%s", i > 0 ? ";" : "", threshold, share);
    }
  return g_string_free (out, FALSE);
}

char *
td_steps_normalize (const char *text, TdStyle style, GError **error)
{
  g_autoptr (GArray) steps = read_steps (text, style, error);

  return steps != NULL ? write_steps (steps, TD_STYLE_PLAIN) : NULL;
}

TdReading
td_steps_reading (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ";:", -1);
  TdReading whole = TD_READING_EITHER;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      TdReading part = td_decimal_reading (parts[i]);

      if (part == TD_READING_EITHER || part == TD_READING_NONE)
        continue;
      /* One number that can only be read one way settles the cell. */
      if (whole == TD_READING_EITHER || whole == TD_READING_AMBIGUOUS)
        whole = part;
      else if (part != TD_READING_AMBIGUOUS && part != whole)
        return TD_READING_NONE;
    }
  return whole;
}

char *
td_steps_format (const char *stored, TdStyle style)
{
  g_autoptr (GArray) steps = td_steps_parse (stored);

  return write_steps (steps, style);
}

GArray *
td_steps_parse (const char *stored)
{
  g_autoptr (GError) error = NULL;
  GArray *steps = read_steps (stored, TD_STYLE_PLAIN, &error);

  if (steps == NULL)
    {
      /* The door let only normal steps in. */
      g_warning ("Stored steps “%s”: %s", stored, error->message);
      steps = g_array_new (FALSE, FALSE, sizeof (TdStep));
    }
  return steps;
}
