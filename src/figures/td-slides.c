/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-figures"

#include "figures/td-slides.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "desk/td-board.h"
#include "figures/td-figures-private.h"

/* How many rows can be read from five metres, on a screen that hangs in a room. */
#define ROWS_OF_BARS    10
#define ROWS_OF_TARGETS 6
#define ROWS_OF_HEAT    10

static const struct
{
  const char *name;
  const char *question;
} slides[] = {
  [TD_SLIDE_INDEX] = { "index", N_ ("How far are we?") },
  [TD_SLIDE_TARGETS] = { "targets", N_ ("Which targets are behind their goal?") },
  [TD_SLIDE_RANKING] = { "ranking", N_ ("Who leads?") },
  [TD_SLIDE_MOVERS] = { "movers", N_ ("Who rose, who fell since the period before?") },
  [TD_SLIDE_HEAT] = { "heat", N_ ("Where is what missing?") },
  [TD_SLIDE_NOMINATIONS] = { "nominations", N_ ("How far are the nominations?") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (slides) == TD_N_SLIDES);

const char *
td_slide_name (TdSlide slide)
{
  return slides[slide].name;
}

const char *
td_slide_question (TdSlide slide)
{
  return slides[slide].question;
}

/* --- the setting ---------------------------------------------------------------------------------- */

GArray *
td_slides_parse (const char *text)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (TdSlide));
  g_auto (GStrv) names = g_strsplit (text != NULL ? text : "", ";", -1);

  for (guint i = 0; names[i] != NULL; i++)
    for (guint j = 0; j < TD_N_SLIDES; j++)
      if (strcmp (g_strstrip (names[i]), slides[j].name) == 0)
        {
          TdSlide slide = (TdSlide) j;

          g_array_append_val (out, slide);
        }
  if (out->len > 0)
    return out;
  /* A presentation without a page would be a black screen. */
  for (guint j = 0; j < TD_N_SLIDES; j++)
    {
      TdSlide slide = (TdSlide) j;

      g_array_append_val (out, slide);
    }
  return out;
}

char *
td_slides_format (const GArray *array)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < array->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ";" : "",
                            slides[g_array_index (array, TdSlide, i)].name);
  return g_string_free (out, FALSE);
}

guint
td_slides_parse_seconds (const char *text)
{
  guint64 seconds;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 3, 3600, &seconds, NULL))
    return TD_SLIDES_SECONDS;
  return (guint) seconds;
}

/* --- screens -------------------------------------------------------------------------------------- */

static guint
count_units (TdDesk *desk)
{
  const TdScores *scores = td_desk_get_scores (desk);
  guint n = 0;

  if (scores != NULL)
    td_scores_get_ranking (scores, &n);
  return n;
}

/* Ratings have no value of a group, so no bar (td_figure_bullets()). */
static guint
count_targets (TdDesk *desk)
{
  const TdMovement *movement = td_desk_get_movement (desk);
  guint n = 0;

  for (guint i = 0; movement != NULL && i < movement->targets->len; i++)
    n += td_movement_target (movement, i)->kind != TD_KIND_RATING ? 1 : 0;
  return n;
}

static guint
count_parts (guint rows, guint most)
{
  return MAX ((rows + most - 1) / most, 1);
}

GArray *
td_screens_new (TdDesk *desk, const GArray *array)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (TdScreen));

  for (guint i = 0; i < array->len; i++)
    {
      TdScreen screen = { g_array_index (array, TdSlide, i), 0, 1 };

      if (screen.slide == TD_SLIDE_TARGETS)
        screen.n_parts = count_parts (count_targets (desk), ROWS_OF_TARGETS);
      else if (screen.slide == TD_SLIDE_HEAT)
        screen.n_parts = count_parts (count_units (desk), ROWS_OF_HEAT);
      for (; screen.part < screen.n_parts; screen.part++)
        g_array_append_val (out, screen);
    }
  return out;
}

TdChart *
td_screen_chart (const TdScreen *self, TdDesk *desk, GError **error)
{
  TdFigureScope scope = TD_FIGURE_SCOPE_ALL;

  switch (self->slide)
    {
    case TD_SLIDE_TARGETS:
      return td_figure_new_part (desk, TD_FIGURE_BULLETS, &scope, self->part * ROWS_OF_TARGETS,
                                 ROWS_OF_TARGETS, error);
    case TD_SLIDE_RANKING:
      return td_figure_new_part (desk, TD_FIGURE_BARS, &scope, 0, ROWS_OF_BARS, error);
    case TD_SLIDE_HEAT:
      return td_figure_new_part (desk, TD_FIGURE_HEAT, &scope, self->part * ROWS_OF_HEAT,
                                 ROWS_OF_HEAT, error);
    case TD_SLIDE_NOMINATIONS:
      return td_figure_new (desk, TD_FIGURE_FUNNEL, &scope, error);
    case TD_SLIDE_INDEX:
    case TD_SLIDE_MOVERS:
    default:
      return NULL;
    }
}

GPtrArray *
td_slide_movers (TdDesk *desk, gboolean rose, guint most)
{
  GPtrArray *out = g_ptr_array_new_with_free_func (g_free);
  TdDate day = td_desk_get_previous_day (desk);
  const TdScores *before = day != TD_DATE_NONE ? td_desk_get_scores_at (desk, day, NULL) : NULL;
  g_autoptr (TdBoard) board = NULL;

  if (before == NULL)
    return out;
  board = td_board_new (td_desk_get_scores (desk), before, -1);
  td_board_sort (board, TD_BOARD_MOVED, rose);
  for (guint i = 0; i < td_board_get_n_rows (board) && out->len < most; i++)
    {
      const TdBoardRow *row = td_board_get_row (board, i);
      int moved = td_board_row_get_moved (row);

      if (rose ? moved <= 0 : moved >= 0)
        break;
      g_ptr_array_add (
          out,
          g_strdup_printf ("%s %d  %s: %u → %u", rose ? "▲" : "▼", abs (moved),
                           td_movement_unit (td_desk_get_movement (desk), row->unit)->short_name,
                           row->rank_before, row->rank));
    }
  return out;
}
