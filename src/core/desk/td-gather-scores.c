/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reports say of figures, and the two papers that are made of them alone: ranking and reminder. */
#define G_LOG_DOMAIN "thidua-desk"

#include <glib/gi18n-lib.h>

#include "base/td-date.h"
#include "desk/td-gather.h"
#include "documents/td-ranking.h"
#include "documents/td-reminder.h"

/* Fraction digits of values on papers. */
#define VALUE_DIGITS 2

/* --- the subject ------------------------------------------------------------------------------ */

gboolean
td_gather_subject_unit (TdGather *self, int *unit, GError **error)
{
  *unit = -1;
  if (self->subject.unit == TD_ID_NONE)
    return TRUE;
  *unit = td_movement_find_unit (self->movement, self->subject.unit);
  if (*unit >= 0)
    return TRUE;
  g_set_error_literal (error, TD_ERROR, TD_ERROR_NOT_FOUND,
                       _ ("the unit takes no part in the movement"));
  return FALSE;
}

gboolean
td_gather_subject_period (TdGather *self, guint *period, GError **error)
{
  int found = td_movement_find_period (self->movement, self->subject.period);

  *period = (guint) MAX (found, 0);
  if (found >= 0)
    return TRUE;
  g_set_error_literal (error, TD_ERROR, TD_ERROR_NOT_FOUND, _ ("the movement has no such period"));
  return FALSE;
}

const TdScores *
td_gather_period_scores (TdGather *self, guint period, GError **error)
{
  const TdPeriod *asked = td_movement_period (self->movement, period);
  TdDate day = MAX (asked->ends, asked->due);

  /* Reports of a period count from its end on: the day must come before the next one's. */
  for (guint i = 0; i < self->movement->periods->len; i++)
    {
      const TdPeriod *other = td_movement_period (self->movement, i);

      if (other->ends > asked->ends)
        day = MIN (day, other->ends - 1);
    }
  return td_desk_get_scores_at (self->desk, MAX (day, asked->ends), error);
}

/* --- what is owed ------------------------------------------------------------------------------- */

static const TdEntry *
find_entry (TdGather *self, guint unit, guint target, guint period)
{
  guint n;
  const TdEntry *entries =
      td_score_data_get_entries (td_desk_get_data (self->desk), unit, target, &n);

  for (guint i = 0; i < n; i++)
    if (entries[i].period == period)
      return &entries[i];
  return NULL;
}

/* Whether something for the cell has come in: a draft has not, and blank figures are no report. */
static gboolean
has_report (TdGather *self, guint unit, guint target, guint period)
{
  const TdEntry *entry = find_entry (self, unit, target, period);

  if (entry == NULL || entry->state == TD_ENTRY_DRAFT || entry->state == TD_ENTRY_REJECTED)
    return FALSE;
  return entry->reported.first != TD_DECIMAL_NONE
         || td_movement_target (self->movement, target)->kind == TD_KIND_MILESTONE;
}

gboolean
td_gather_was_sent_back (TdGather *self, guint unit, guint target, guint period)
{
  const TdEntry *entry = find_entry (self, unit, target, period);

  return entry != NULL && entry->state == TD_ENTRY_REJECTED;
}

static gboolean
is_expected (TdGather *self, guint unit, guint target, guint period)
{
  const TdTarget *asked = td_movement_target (self->movement, target);
  const TdPeriod *when = td_movement_period (self->movement, period);

  if (!td_movement_applies (self->movement, target, unit)
      || !td_period_overlaps (when, td_movement_unit (self->movement, unit)))
    return FALSE;
  if (asked->frequency == TD_FREQUENCY_PERIOD)
    return TRUE;
  /* Asked for once: with the report of the period its day falls in. */
  return asked->due != TD_DATE_NONE && asked->due >= when->starts && asked->due <= when->ends;
}

GArray *
td_gather_owed_targets (TdGather *self, guint unit, guint period, TdDate as_of, guint *n_expected)
{
  GArray *owed = g_array_new (FALSE, FALSE, sizeof (guint));
  guint expected = 0;

  if (td_unit_takes_part (td_movement_unit (self->movement, unit), as_of))
    for (guint t = 0; t < self->movement->targets->len; t++)
      {
        gboolean once = td_movement_target (self->movement, t)->frequency == TD_FREQUENCY_ONCE;
        gboolean reported = FALSE;

        if (!is_expected (self, unit, t, period))
          continue;
        expected++;
        for (guint p = 0; p < self->movement->periods->len; p++)
          reported |= (p == period || once) && has_report (self, unit, t, p);
        if (!reported)
          g_array_append_val (owed, t);
      }
  if (n_expected != NULL)
    *n_expected = expected;
  return owed;
}

/* --- words -------------------------------------------------------------------------------------- */

const char *
td_gather_target (TdGather *self, guint target)
{
  const TdTarget *from = td_movement_target (self->movement, target);

  return td_gather_printf (self, "%s. %s", from->code, from->name);
}

const char *
td_gather_points (TdGather *self, TdDecimal points)
{
  if (points == TD_DECIMAL_NONE)
    return NULL;
  return td_gather_take (
      self, td_decimal_format_fixed (points, self->movement->decimals, TD_STYLE_VIETNAMESE));
}

const char *
td_gather_filters (TdGather *self, const TdScores *scores)
{
  gboolean own = td_scores_get_basis (scores) == TD_BASIS_SELF;

  /* Nobody shall take made-up figures for real ones, also when the paper has left the program. */
  if (self->movement->illustrative)
    return own ? "số liệu minh họa, không phải số liệu thật; điểm tự đánh giá, chưa thẩm định"
               : "số liệu minh họa, không phải số liệu thật";
  return own ? "điểm tự đánh giá của các đơn vị, chưa thẩm định" : NULL;
}

/* “98,5%”, “1.240 hồ sơ”. */
static const char *
measure (TdGather *self, const TdTarget *target, TdDecimal value)
{
  g_autofree char *figure = td_decimal_format (value, TD_STYLE_VIETNAMESE);

  switch (target->kind)
    {
    case TD_KIND_RATIO:
      return td_gather_printf (self, "%s%%", figure);
    case TD_KIND_AMOUNT:
      return *target->unit_of_measure != '\0'
                 ? td_gather_printf (self, "%s %s", figure, target->unit_of_measure)
                 : td_gather_keep (self, figure);
    case TD_KIND_RATING:
      return td_gather_printf (self, "%s điểm", figure);
    case TD_KIND_MILESTONE:
    default:
      return td_gather_keep (self, figure);
    }
}

const char *
td_gather_cell_value (TdGather *self, const TdScores *scores, guint unit, guint target)
{
  const TdCellScore *cell = td_scores_get_cell (scores, unit, target);
  const TdTarget *from = td_movement_target (self->movement, target);
  TdDecimal value;

  if (cell->state != TD_STATE_VALUE)
    return NULL;
  if (from->kind == TD_KIND_MILESTONE)
    {
      g_autofree char *day = NULL;

      if (cell->num == TD_DATE_NONE)
        return "chưa hoàn thành";
      day = td_date_format ((TdDate) cell->num, TD_STYLE_VIETNAMESE);
      return td_gather_keep (self, day);
    }
  if (!td_cell_score_get_shown_value (cell, from, VALUE_DIGITS, &value))
    return NULL;
  return measure (self, from, value);
}

const char *
td_gather_goal (TdGather *self, guint target)
{
  const TdTarget *from = td_movement_target (self->movement, target);

  if (from->kind == TD_KIND_MILESTONE && from->due != TD_DATE_NONE)
    {
      g_autofree char *day = td_date_format (from->due, TD_STYLE_VIETNAMESE);

      return td_gather_keep (self, day);
    }
  if (from->goal == TD_DECIMAL_NONE)
    return "";
  return from->direction == TD_DIRECTION_LOWER
             ? td_gather_printf (self, "không quá %s", measure (self, from, from->goal))
             : measure (self, from, from->goal);
}

const char *
td_gather_standing (TdStanding standing)
{
  switch (standing)
    {
    case TD_STANDING_MET:
      return "Đạt";
    case TD_STANDING_ON_TRACK:
      return "Đúng tiến độ";
    case TD_STANDING_AT_RISK:
      return "Có nguy cơ chậm";
    case TD_STANDING_BEHIND:
      return "Chậm";
    case TD_STANDING_OVERDUE:
      return "Quá hạn";
    case TD_STANDING_NONE:
    default:
      return "";
    }
}

/* --- the ranking --------------------------------------------------------------------------------- */

static void
fill_row (TdGather *self, guint unit, TdRankingRow *out)
{
  const TdUnit *from = td_movement_unit (self->movement, unit);
  const TdUnitScore *score = td_scores_get_unit (self->scores, unit);
  gboolean ranked = score->index != TD_DECIMAL_NONE;

  *out = (TdRankingRow){ .unit = from->id,
                         .name = from->name,
                         .rank = score->rank,
                         .tied = score->tied,
                         .points = ranked ? score->points : TD_DECIMAL_NONE,
                         .maximum = ranked ? score->max_points : TD_DECIMAL_NONE,
                         .index = score->index,
                         .bonus = ranked ? score->bonus : TD_DECIMAL_NONE,
                         .penalty = ranked ? score->penalty : TD_DECIMAL_NONE,
                         .total = score->total,
                         .band = score->band >= 0
                                     ? td_movement_band (self->movement, (guint) score->band)->name
                                     : "",
                         .n_cells = score->expected,
                         .n_given = score->filled };
}

TdDocument *
td_gather_ranking (TdGather *self, const TdTemplate *template, GError **error)
{
  guint n_units;
  const guint *order = td_scores_get_ranking (self->scores, &n_units);
  guint n_names = self->movement->blocks->len;
  TdRankingBlock *blocks = td_gather_new0 (self, TdRankingBlock, n_names);
  TdRankingRow *rows = td_gather_new0 (self, TdRankingRow, n_units);
  TdRanking data = { .movement = td_gather_movement_name (self),
                     .period = td_gather_movement_years (self),
                     .cut_off = td_scores_get_as_of (self->scores),
                     .tie_rule = "các thứ hạng tiếp theo được tính sau số đơn vị đồng hạng",
                     .digits = self->movement->decimals,
                     .blocks = blocks };
  int last = -1;

  data.filters = td_gather_filters (self, self->scores);
  for (guint i = 0; i < n_units; i++)
    {
      int block = td_movement_unit (self->movement, order[i])->block;

      fill_row (self, order[i], &rows[i]);
      if (data.n_blocks == 0 || block != last)
        {
          blocks[data.n_blocks].name = td_movement_block (self->movement, (guint) block);
          blocks[data.n_blocks].rows = &rows[i];
          data.n_blocks++;
          last = block;
        }
      blocks[data.n_blocks - 1].n_rows++;
    }
  if (data.n_blocks == 1)
    blocks[0].name = NULL;
  td_gather_paper (self, TD_ISSUER_OFFICE, "TB", NULL, &data.paper);
  data.paper.addressees =
      td_gather_list (self, 1, "Các cơ quan, đơn vị, địa phương tham gia phong trào thi đua");
  return td_ranking_build (template, &data, error);
}

/* --- the reminder -------------------------------------------------------------------------------- */

/* What a unit owes, a line each; all of it is said in one. */
static const char *const *
owed_lines (TdGather *self, guint unit, guint period, const GArray *owed, guint n_expected)
{
  const char **lines = td_gather_new0 (self, const char *, owed->len + 1);

  if (owed->len == n_expected && n_expected > 1)
    {
      lines[0] = td_gather_printf (self, "Toàn bộ báo cáo %s (%u chỉ tiêu)",
                                   td_gather_period_words (self, period), n_expected);
      return lines;
    }
  for (guint i = 0; i < owed->len; i++)
    {
      guint target = g_array_index (owed, guint, i);
      const TdTarget *from = td_movement_target (self->movement, target);

      lines[i] = td_gather_printf (
          self, "Chỉ tiêu %s: %s%s", from->code, from->name,
          td_gather_was_sent_back (self, unit, target, period) ? " (báo cáo đã bị trả lại)" : "");
    }
  return lines;
}

TdDocument *
td_gather_reminder (TdGather *self, const TdTemplate *template, GError **error)
{
  TdDate as_of = td_scores_get_as_of (self->scores);
  TdOwed *owed = td_gather_new0 (self, TdOwed, self->movement->units->len);
  const char **units = td_gather_new0 (self, const char *, self->movement->units->len + 1);
  TdReminder data = { .movement = td_gather_movement_name (self), .owed = owed };
  const char *agency;
  TdDate due;
  guint period;
  int only;

  if (!td_gather_subject_period (self, &period, error)
      || !td_gather_subject_unit (self, &only, error))
    return NULL;
  due = td_movement_period (self->movement, period)->due;
  for (guint u = 0; u < self->movement->units->len; u++)
    {
      guint n_expected;
      g_autoptr (GArray) targets = NULL;
      TdOwed *one = &owed[data.n_owed];

      if (only >= 0 && (int) u != only)
        continue;
      targets = td_gather_owed_targets (self, u, period, as_of, &n_expected);
      if (targets->len == 0)
        continue;
      units[data.n_owed++] = td_gather_unit_body (self, u);
      *one = (TdOwed){ .unit = td_movement_unit (self->movement, u)->id,
                       .name = td_gather_unit_body (self, u),
                       .missing = owed_lines (self, u, period, targets, n_expected),
                       .due = due,
                       .days_late = as_of > due ? (guint) (as_of - due) : 0 };
    }
  td_gather_paper (self, TD_ISSUER_OFFICE, NULL, NULL, &data.paper);
  data.period = td_gather_period_words (self, period);
  data.basis = td_gather_or_null (self->movement->decision);
  agency = td_gather_setting (self, "contact");
  data.contact = agency != NULL ? agency : data.paper.agency;
  data.paper.addressees =
      data.n_owed <= 5
          ? units
          : td_gather_list (self, 1, "Các cơ quan, đơn vị, địa phương có tên trong bảng dưới đây");
  td_gather_note (self, "periods", _ ("by when it is wanted now is left to be written"));
  if (as_of > due)
    {
      g_autofree char *day = td_date_format (as_of, TD_STYLE_VIETNAMESE);

      td_gather_note (self, "periods", _ ("days late are counted to %s"), day);
    }
  return td_reminder_build (template, &data, error);
}
