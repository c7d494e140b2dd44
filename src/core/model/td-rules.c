/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-model"

#include "model/td-rules.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const TdRecord *record;
  const TdRuleContext *context;
  TdFaultFunc func;
  gpointer data;
  gboolean right;
} Check;

static void fault (Check *check, int field, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
fault (Check *check, int field, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  check->right = FALSE;
  if (check->func != NULL)
    check->func (field, what, check->data);
}

static gboolean
has (const Check *check, int field)
{
  return !td_record_is_blank (check->record, field);
}

static TdDecimal
decimal (const Check *check, int field)
{
  return td_record_get_decimal (check->record, field);
}

static TdDate
date (const Check *check, int field)
{
  return td_record_get_date (check->record, field);
}

static int
choice (const Check *check, int field, int fallback)
{
  return (int) td_record_get_number (check->record, field, fallback);
}

/* Required fields, and what the kind of a field alone says. */
static void
check_fields (Check *check, guint decimals)
{
  const TdTable *table = check->record->table;

  for (guint i = 0; i < table->n_fields; i++)
    {
      const TdField *field = &table->fields[i];

      if (!has (check, (int) i))
        {
          /* Outside a movement a unit has no block. */
          if ((field->flags & TD_FIELD_REQUIRED)
              && !((field->flags & TD_FIELD_MEMBERSHIP) && check->record->movement == TD_ID_NONE))
            fault (check, (int) i, _ ("may not be blank"));
          continue;
        }
      if (field->kind == TD_FIELD_POINTS)
        {
          TdDecimal value = decimal (check, (int) i);

          if (value < 0)
            fault (check, (int) i, _ ("may not be below 0"));
          if (td_decimal_count_digits (value) > decimals)
            fault (check, (int) i,
                   g_dngettext (GETTEXT_PACKAGE,
                                "has more decimals than the movement's points have (%u)",
                                "has more decimals than the movement's points have (%u)", decimals),
                   decimals);
        }
    }
}

static void
check_order (Check *check, int first, int second, const char *what)
{
  if (has (check, first) && has (check, second) && date (check, first) > date (check, second))
    fault (check, second, "%s", what);
}

static void
check_movement (Check *check)
{
  if (has (check, TD_MOVEMENT_DECIMALS)
      && td_record_get_number (check->record, TD_MOVEMENT_DECIMALS, 0) > TD_DECIMAL_DIGITS)
    fault (check, TD_MOVEMENT_DECIMALS, _ ("points have 0 to %d decimals"), TD_DECIMAL_DIGITS);
  check_order (check, TD_MOVEMENT_STARTS, TD_MOVEMENT_ENDS,
               _ ("the movement ends before it starts"));
}

static void
check_unit (Check *check)
{
  check_order (check, TD_UNIT_OPENED, TD_UNIT_CLOSED, _ ("the unit closes before it opens"));
  if (has (check, TD_UNIT_SUCCESSOR) && check->record->id != TD_ID_NONE
      && td_record_get_ref (check->record, TD_UNIT_SUCCESSOR) == check->record->id)
    fault (check, TD_UNIT_SUCCESSOR, _ ("a unit cannot succeed itself"));
}

/* --- targets ---------------------------------------------------------------------------------- */

static void
check_linear (Check *check)
{
  gboolean lower = choice (check, TD_TARGET_DIRECTION, TD_DIRECTION_HIGHER) == TD_DIRECTION_LOWER;
  TdDecimal floor = has (check, TD_TARGET_FLOOR) ? decimal (check, TD_TARGET_FLOOR) : 0;

  if (!has (check, TD_TARGET_GOAL))
    fault (check, TD_TARGET_GOAL, _ ("the linear rule needs a goal"));
  if (lower && !has (check, TD_TARGET_FLOOR))
    fault (
        check, TD_TARGET_FLOOR,
        _ ("where lower is better, the linear rule needs a floor: the value that gets no points"));
  else if (has (check, TD_TARGET_GOAL) && decimal (check, TD_TARGET_GOAL) == floor)
    fault (check, has (check, TD_TARGET_FLOOR) ? TD_TARGET_FLOOR : TD_TARGET_GOAL,
           _ ("the floor may not equal the goal (a blank floor is 0)"));
}

static void
check_rule (Check *check, TdKind kind)
{
  TdRule rule = (TdRule) choice (check, TD_TARGET_RULE, 0);

  switch (rule)
    {
    case TD_RULE_LINEAR:
      check_linear (check);
      break;
    case TD_RULE_STEPS:
      if (!has (check, TD_TARGET_STEPS))
        fault (check, TD_TARGET_STEPS, _ ("the rule by steps needs its steps"));
      break;
    case TD_RULE_ALL_OR_NOTHING:
      if (!has (check, TD_TARGET_GOAL))
        fault (check, TD_TARGET_GOAL, _ ("the rule “all or nothing” needs a goal"));
      break;
    case TD_RULE_ON_TIME:
      if (!has (check, TD_TARGET_DUE))
        fault (check, TD_TARGET_DUE, _ ("the rule “on time” needs a due date"));
      break;
    case TD_RULE_GIVEN:
    default:
      break;
    }
  if ((rule == TD_RULE_ON_TIME) != (kind == TD_KIND_MILESTONE))
    fault (check, TD_TARGET_RULE,
           kind == TD_KIND_MILESTONE ? _ ("a milestone is scored by the rule “on-time”")
                                     : _ ("the rule “on-time” is for milestones only"));
  if (rule == TD_RULE_GIVEN && kind != TD_KIND_RATING)
    fault (check, TD_TARGET_RULE, _ ("the rule “given” is for ratings only"));
}

static void
check_target (Check *check)
{
  TdKind kind = (TdKind) choice (check, TD_TARGET_KIND, 0);

  if (!has (check, TD_TARGET_KIND))
    return;
  if (kind == TD_KIND_RATIO || kind == TD_KIND_AMOUNT)
    {
      if (!has (check, TD_TARGET_ACCUMULATION))
        fault (check, TD_TARGET_ACCUMULATION,
               _ ("say how the periods are put together; there is no default"));
      else if (kind == TD_KIND_RATIO
               && choice (check, TD_TARGET_ACCUMULATION, 0) == TD_ACCUMULATION_MEAN)
        fault (check, TD_TARGET_ACCUMULATION,
               _ ("percentages are never averaged; a ratio is a sum or the latest"));
    }
  if (kind == TD_KIND_RATIO && !has (check, TD_TARGET_IF_NONE_ARISING))
    fault (check, TD_TARGET_IF_NONE_ARISING,
           _ ("say what happens when nothing arises; there is no default"));
  if (has (check, TD_TARGET_RULE))
    check_rule (check, kind);
}

/* --- entries ---------------------------------------------------------------------------------- */

/* The fields of each kind: reported, then appraised; -1 ends. */
static const int figure_fields[][2][3] = {
  [TD_KIND_RATIO] = { { TD_ENTRY_DONE, TD_ENTRY_DUE, -1 },
                      { TD_ENTRY_APPRAISED_DONE, TD_ENTRY_APPRAISED_DUE, -1 } },
  [TD_KIND_AMOUNT] = { { TD_ENTRY_AMOUNT, -1 }, { TD_ENTRY_APPRAISED_AMOUNT, -1 } },
  [TD_KIND_MILESTONE] = { { TD_ENTRY_DONE_ON, -1 }, { TD_ENTRY_APPRAISED_DONE_ON, -1 } },
  [TD_KIND_RATING] = { { TD_ENTRY_POINTS, -1 }, { TD_ENTRY_APPRAISED_POINTS, -1 } },
};

gboolean
td_entry_is_blank (const TdRecord *self, TdKind kind, gboolean appraised)
{
  for (const int *field = figure_fields[kind][appraised ? 1 : 0]; *field >= 0; field++)
    if (!td_record_is_blank (self, *field))
      return FALSE;
  return TRUE;
}

static void
check_ratio (Check *check, int done, int due)
{
  if (has (check, done) != has (check, due))
    {
      fault (check, has (check, done) ? due : done,
             _ ("a ratio's two figures come together: how many done, of how many"));
      return;
    }
  if (!has (check, done))
    return;
  if (decimal (check, done) < 0)
    fault (check, done, _ ("may not be below 0"));
  if (decimal (check, due) < 0)
    fault (check, due, _ ("may not be below 0"));
  else if (decimal (check, done) > decimal (check, due))
    fault (check, done, _ ("more done than there was to do"));
}

static void
check_rating (Check *check, int points)
{
  TdDecimal max = check->context->max_points;

  if (!has (check, points))
    return;
  if (decimal (check, points) < 0 || decimal (check, points) > max)
    {
      g_autofree char *shown = td_decimal_format (max, TD_STYLE_VIETNAMESE);

      fault (check, points, _ ("a rating lies between 0 and the target's maximum, %s"), shown);
    }
}

static void
check_entry (Check *check)
{
  TdKind kind = check->context->kind;
  const TdTable *table = check->record->table;

  for (guint other = 0; other < G_N_ELEMENTS (figure_fields); other++)
    for (guint side = 0; side < 2 && other != kind; side++)
      for (const int *field = figure_fields[other][side]; *field >= 0; field++)
        if (has (check, *field))
          fault (check, *field, _ ("“%s” is no figure of this target, which is a %s"),
                 table->fields[*field].name,
                 _ (td_table_get (TD_TABLE_TARGETS)->fields[TD_TARGET_KIND].choices[kind].title));

  if (kind == TD_KIND_RATIO)
    {
      check_ratio (check, TD_ENTRY_DONE, TD_ENTRY_DUE);
      check_ratio (check, TD_ENTRY_APPRAISED_DONE, TD_ENTRY_APPRAISED_DUE);
    }
  if (kind == TD_KIND_RATING)
    {
      check_rating (check, TD_ENTRY_POINTS);
      check_rating (check, TD_ENTRY_APPRAISED_POINTS);
    }
  if (choice (check, TD_ENTRY_STATE, TD_ENTRY_DRAFT) == TD_ENTRY_CORRECTED
      && kind != TD_KIND_MILESTONE && td_entry_is_blank (check->record, kind, TRUE))
    fault (check, figure_fields[kind][1][0], _ ("a corrected entry needs the appraiser's figures"));
}

/* --- the rest --------------------------------------------------------------------------------- */

static void
check_quota (Check *check)
{
  static const int percents[] = { TD_QUOTA_PERCENT, TD_QUOTA_LEADERS_PERCENT };

  if (!has (check, TD_QUOTA_LIMIT) && !has (check, TD_QUOTA_PERCENT)
      && !has (check, TD_QUOTA_LEADERS_PERCENT))
    fault (check, TD_QUOTA_LIMIT, _ ("a quota needs a number or a percentage"));
  if (has (check, TD_QUOTA_LIMIT) && has (check, TD_QUOTA_PERCENT))
    fault (check, TD_QUOTA_PERCENT, _ ("a quota is a number or a percentage, not both"));
  if (has (check, TD_QUOTA_PERCENT) && !has (check, TD_QUOTA_ROUNDING))
    fault (check, TD_QUOTA_ROUNDING, _ ("say how the percentage is rounded; there is no default"));
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    if (has (check, percents[i])
        && (decimal (check, percents[i]) < 0 || decimal (check, percents[i]) > TD_DECIMAL (100)))
      fault (check, percents[i], _ ("a percentage lies between 0 and 100"));
}

static void
check_ballots (Check *check)
{
  static const struct
  {
    int part, whole;
    const char *what;
  } pairs[] = {
    { TD_BALLOT_RETURNED, TD_BALLOT_ISSUED, N_ ("more ballots returned than issued") },
    { TD_BALLOT_VALID, TD_BALLOT_RETURNED, N_ ("more valid ballots than returned") },
    { TD_BALLOT_FOR, TD_BALLOT_VALID, N_ ("more votes for than valid ballots") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (has (check, pairs[i].part) && has (check, pairs[i].whole)
        && td_record_get_number (check->record, pairs[i].part, 0)
               > td_record_get_number (check->record, pairs[i].whole, 0))
      fault (check, pairs[i].part, "%s", _ (pairs[i].what));
}

static void
check_ruling (Check *check)
{
  int kind = (int) td_record_get_number (check->record, TD_RULING_KIND, -1);
  gboolean of_quota = kind == TD_RULING_QUOTA;

  if (kind < 0)
    return;
  if (of_quota && has (check, TD_RULING_NOMINATION))
    fault (check, TD_RULING_NOMINATION, _ ("a quota is exceeded by a round, not by a nomination"));
  if (!of_quota && !has (check, TD_RULING_NOMINATION))
    fault (check, TD_RULING_NOMINATION, _ ("say which nomination this is about"));
  if (kind != TD_RULING_VOTES && kind != TD_RULING_TIE && !has (check, TD_RULING_SUBJECT))
    fault (check, TD_RULING_SUBJECT,
           of_quota ? _ ("say which quota: AWARD:GROUP") : _ ("say which condition, or member"));
  if (kind == TD_RULING_TIE && td_record_get_number (check->record, TD_RULING_PLACE, 0) < 1)
    fault (check, TD_RULING_PLACE, _ ("a tie-break gives a place, from 1"));
}

static void
check_seal (Check *check)
{
  if (has (check, TD_SEAL_REOPENED_ON) != has (check, TD_SEAL_REASON))
    fault (check, has (check, TD_SEAL_REASON) ? TD_SEAL_REOPENED_ON : TD_SEAL_REASON,
           _ ("a period is reopened on a day and for a reason; both are written down"));
}

gboolean
td_record_check (const TdRecord *self, const TdRuleContext *context, TdFaultFunc func,
                 gpointer data)
{
  Check check = { self, context, func, data, TRUE };
  guint decimals = context->decimals;

  if (self->table->id == TD_TABLE_MOVEMENT)
    decimals =
        (guint) MIN (td_record_get_number (self, TD_MOVEMENT_DECIMALS, 0), TD_DECIMAL_DIGITS);
  check_fields (&check, decimals);

  switch (self->table->id)
    {
    case TD_TABLE_MOVEMENT:
      check_movement (&check);
      break;
    case TD_TABLE_UNITS:
      check_unit (&check);
      break;
    case TD_TABLE_PERIODS:
      check_order (&check, TD_PERIOD_STARTS, TD_PERIOD_ENDS,
                   _ ("the period ends before it starts"));
      break;
    case TD_TABLE_TARGETS:
      check_target (&check);
      break;
    case TD_TABLE_ENTRIES:
      check_entry (&check);
      break;
    case TD_TABLE_DISCIPLINES:
      check_order (&check, TD_DISCIPLINE_FROM, TD_DISCIPLINE_TO, _ ("it ends before it begins"));
      break;
    case TD_TABLE_ROUNDS:
      check_order (&check, TD_ROUND_SUMMED_UP_ON, TD_ROUND_DECIDED_ON,
                   _ ("it is decided before it is summed up"));
      break;
    case TD_TABLE_QUOTAS:
      check_quota (&check);
      break;
    case TD_TABLE_BALLOTS:
      check_ballots (&check);
      break;
    case TD_TABLE_RULINGS:
      check_ruling (&check);
      break;
    case TD_TABLE_SEALS:
      check_seal (&check);
      break;
    case TD_TABLE_CATEGORIES:
    case TD_TABLE_AREAS:
    case TD_TABLE_BANDS:
    case TD_TABLE_ADJUSTMENTS:
    case TD_TABLE_PEOPLE:
    case TD_TABLE_INITIATIVES:
    case TD_TABLE_AWARDS_HELD:
    case TD_TABLE_NOMINATIONS:
    case TD_TABLE_COUNCIL_MEMBERS:
    case TD_TABLE_NOMINATION_STEPS:
    case TD_TABLE_DOSSIER_PAPERS:
    case TD_TABLE_ACHIEVEMENT_REPORTS:
    case TD_TABLE_HEADCOUNTS:
    case TD_TABLE_OFFICE:
    case TD_TABLE_ASSUMPTIONS:
    case TD_TABLE_RECEIPTS:
    case TD_TABLE_EVIDENCE:
    case TD_TABLE_EVIDENCE_USES:
    case TD_N_TABLES:
    default:
      break;
    }
  return check.right;
}
