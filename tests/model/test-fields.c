/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/td-error.h"
#include "model/td-record.h"
#include "model/td-rules.h"
#include "model/td-scope.h"
#include "model/td-steps.h"

static const TdField *
field (TdTableId table, int index)
{
  return &td_table_get (table)->fields[index];
}

/* The numbers of fields in td-schema.h name the fields of td-schema.c. */
static void
test_field_numbers (void)
{
  static const struct
  {
    TdTableId table;
    int index;
    const char *name;
  } cases[] = {
    { TD_TABLE_MOVEMENT, TD_MOVEMENT_ILLUSTRATIVE, "illustrative" },
    { TD_TABLE_MOVEMENT, TD_MOVEMENT_CEILING, "ceiling" },
    { TD_TABLE_MOVEMENT, TD_MOVEMENT_LAUNCHED_BY, "launched_by" },
    { TD_TABLE_RULINGS, TD_RULING_RULED_ON, "ruled_on" },
    { TD_TABLE_NOMINATION_STEPS, TD_STEP_NOTE, "note" },
    { TD_TABLE_DOSSIER_PAPERS, TD_PAPER_SIGNED_ON, "signed_on" },
    { TD_TABLE_ACHIEVEMENT_REPORTS, TD_REPORT_TEXT, "text" },
    { TD_TABLE_HEADCOUNTS, TD_HEADCOUNT_PEOPLE, "people" },
    { TD_TABLE_CATEGORIES, TD_CATEGORY_NAME, "name" },
    { TD_TABLE_UNITS, TD_UNIT_BLOCK, "block" },
    { TD_TABLE_UNITS, TD_UNIT_HEAD, "head" },
    { TD_TABLE_PERIODS, TD_PERIOD_DUE, "due" },
    { TD_TABLE_AREAS, TD_AREA_NAME, "name" },
    { TD_TABLE_TARGETS, TD_TARGET_KIND, "kind" },
    { TD_TABLE_TARGETS, TD_TARGET_MAX_POINTS, "max_points" },
    { TD_TABLE_TARGETS, TD_TARGET_EVIDENCE, "evidence" },
    { TD_TABLE_BANDS, TD_BAND_AT_LEAST, "at_least" },
    { TD_TABLE_ENTRIES, TD_ENTRY_STATE, "state" },
    { TD_TABLE_ENTRIES, TD_ENTRY_NOTE, "note" },
    { TD_TABLE_ADJUSTMENTS, TD_ADJUSTMENT_GRANTED_ON, "granted_on" },
    { TD_TABLE_PEOPLE, TD_PERSON_SORT_NAME, "sort_name" },
    { TD_TABLE_INITIATIVES, TD_INITIATIVE_RECOGNISED_ON, "recognised_on" },
    { TD_TABLE_AWARDS_HELD, TD_AWARD_HELD_ACHIEVEMENT, "achievement" },
    { TD_TABLE_DISCIPLINES, TD_DISCIPLINE_DECISION, "decision" },
    { TD_TABLE_ROUNDS, TD_ROUND_LAW_PACK, "law_pack" },
    { TD_TABLE_NOMINATIONS, TD_NOMINATION_STATE, "state" },
    { TD_TABLE_QUOTAS, TD_QUOTA_LEADERS_PERCENT, "leaders_percent" },
    { TD_TABLE_COUNCIL_MEMBERS, TD_MEMBER_PRESENT, "present" },
    { TD_TABLE_BALLOTS, TD_BALLOT_FOR, "for" },
    { TD_TABLE_OFFICE, TD_OFFICE_VALUE, "value" },
    { TD_TABLE_ASSUMPTIONS, TD_ASSUMPTION_NOTE, "note" },
    { TD_TABLE_RECEIPTS, TD_RECEIPT_FILE, "file" },
    { TD_TABLE_EVIDENCE, TD_EVIDENCE_ADDED_ON, "added_on" },
    { TD_TABLE_EVIDENCE_USES, TD_EVIDENCE_USE_PERIOD, "period" },
    { TD_TABLE_SEALS, TD_SEAL_RECORD, "record" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (td_table_find_field (td_table_get (cases[i].table), cases[i].name), ==,
                     cases[i].index);
  for (guint i = 0; i < TD_N_TABLES; i++)
    {
      const TdTable *table = td_table_get ((TdTableId) i);

      g_assert_cmpint (table->id, ==, i);
      g_assert_cmpuint (table->n_fields, <=, TD_MAX_FIELDS);
      g_assert_true (td_table_by_name (table->name) == table);
      g_assert_true (td_table_by_sql (table->sql) == table);
    }
  g_assert_cmpint (td_field_find_choice (field (TD_TABLE_TARGETS, TD_TARGET_RULE), "on-time"), ==,
                   TD_RULE_ON_TIME);
  g_assert_cmpint (td_field_find_choice (field (TD_TABLE_ENTRIES, TD_ENTRY_STATE), "rejected"), ==,
                   TD_ENTRY_REJECTED);
  g_assert_cmpint (
      td_field_find_choice (field (TD_TABLE_NOMINATIONS, TD_NOMINATION_STATE), "revoked"), ==,
      TD_NOMINATION_REVOKED);
  g_assert_cmpint (td_field_find_choice (field (TD_TABLE_RULINGS, TD_RULING_KIND), "quota"), ==,
                   TD_RULING_QUOTA);
}

/* What goes in comes out the same, in both styles; what is wrong is refused. */
static void
test_parse_format (void)
{
  static const struct
  {
    TdTableId table;
    int field;
    TdStyle style;
    const char *text;
    const char *plain; /* NULL: refused */
  } cases[] = {
    { TD_TABLE_UNITS, TD_UNIT_CODE, TD_STYLE_PLAIN, " 06712 ", "06712" },
    { TD_TABLE_UNITS, TD_UNIT_CODE, TD_STYLE_PLAIN, "a;b", NULL },
    { TD_TABLE_UNITS, TD_UNIT_CODE, TD_STYLE_PLAIN, "-a", NULL },
    { TD_TABLE_UNITS, TD_UNIT_CODE, TD_STYLE_PLAIN, "all", NULL },
    { TD_TABLE_UNITS, TD_UNIT_OPENED, TD_STYLE_PLAIN, "2024-11-01", "2024-11-01" },
    { TD_TABLE_UNITS, TD_UNIT_OPENED, TD_STYLE_VIETNAMESE, "1/11/2024", "2024-11-01" },
    { TD_TABLE_UNITS, TD_UNIT_OPENED, TD_STYLE_PLAIN, "2024-11-31", NULL },
    { TD_TABLE_UNITS, TD_UNIT_NAME, TD_STYLE_PLAIN, "hai\ndòng", NULL },
    { TD_TABLE_TARGETS, TD_TARGET_GOAL, TD_STYLE_VIETNAMESE, "1.234,5", "1234.5" },
    { TD_TABLE_TARGETS, TD_TARGET_LATE_SHARE, TD_STYLE_PLAIN, "0.5", "0.5" },
    { TD_TABLE_TARGETS, TD_TARGET_LATE_SHARE, TD_STYLE_PLAIN, "1.5", NULL },
    { TD_TABLE_TARGETS, TD_TARGET_KIND, TD_STYLE_PLAIN, "ratio", "ratio" },
    { TD_TABLE_TARGETS, TD_TARGET_KIND, TD_STYLE_PLAIN, "percent", NULL },
    { TD_TABLE_TARGETS, TD_TARGET_STEPS, TD_STYLE_VIETNAMESE, "100:1;80:0,5", "80:0.5;100:1" },
    { TD_TABLE_TARGETS, TD_TARGET_STEPS, TD_STYLE_PLAIN, "80:0.5;80:1", NULL },
    { TD_TABLE_TARGETS, TD_TARGET_STEPS, TD_STYLE_PLAIN, "80:1.5", NULL },
    { TD_TABLE_TARGETS, TD_TARGET_STEPS, TD_STYLE_PLAIN, "80", NULL },
    { TD_TABLE_MOVEMENT, TD_MOVEMENT_DECIMALS, TD_STYLE_PLAIN, "2", "2" },
    { TD_TABLE_MOVEMENT, TD_MOVEMENT_DECIMALS, TD_STYLE_PLAIN, "2.5", NULL },
    { TD_TABLE_MOVEMENT, TD_MOVEMENT_DECIMALS, TD_STYLE_PLAIN, "-1", NULL },
    { TD_TABLE_PEOPLE, TD_PERSON_LEADER, TD_STYLE_PLAIN, "1", "1" },
    { TD_TABLE_PEOPLE, TD_PERSON_LEADER, TD_STYLE_PLAIN, "yes", NULL },
    { TD_TABLE_PEOPLE, TD_PERSON_BORN, TD_STYLE_PLAIN, "1980", "1980" },
    { TD_TABLE_PEOPLE, TD_PERSON_BORN, TD_STYLE_PLAIN, "5/2/1980", "1980-02-05" },
    { TD_TABLE_PEOPLE, TD_PERSON_BORN, TD_STYLE_PLAIN, "80", NULL },
    { TD_TABLE_NOMINATIONS, TD_NOMINATION_STATE, TD_STYLE_PLAIN, "", "draft" },
    { TD_TABLE_QUOTAS, TD_QUOTA_GROUP, TD_STYLE_PLAIN, "", "all" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      const TdField *f = field (cases[i].table, cases[i].field);
      TdValue value = { TD_VALUE_NONE };
      gboolean read = td_field_parse (f, cases[i].text, cases[i].style, &value, &error);

      g_test_message ("%s: %s", f->name, cases[i].text);
      if (cases[i].plain == NULL)
        {
          g_assert_false (read);
          g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
        }
      else
        {
          g_autofree char *plain = NULL, *vietnamese = NULL, *again = NULL;
          TdValue back = { TD_VALUE_NONE };

          g_assert_no_error (error);
          g_assert_true (read);
          plain = td_field_format (f, &value, TD_STYLE_PLAIN, NULL, NULL);
          g_assert_cmpstr (plain, ==, cases[i].plain);
          vietnamese = td_field_format (f, &value, TD_STYLE_VIETNAMESE, NULL, NULL);
          g_assert_true (td_field_parse (f, vietnamese, TD_STYLE_VIETNAMESE, &back, NULL));
          again = td_field_format (f, &back, TD_STYLE_PLAIN, NULL, NULL);
          g_assert_cmpstr (again, ==, cases[i].plain);
          td_value_clear (&back);
        }
      td_value_clear (&value);
    }
}

/* --- applies_to ----------------------------------------------------------------------------------- */

static void
lookup (const char *code, TdId *unit, TdId *category, gpointer data)
{
  if (code[0] == 'U')
    *unit = 100 + (code[1] - '0');
  else if (code[0] == 'C')
    *category = 200 + (code[1] - '0');
  else if (code[0] == 'B') /* one code, both a unit and a category */
    {
      *unit = 100 + (code[1] - '0');
      *category = 200 + (code[1] - '0');
    }
}

static const char *
code_of (TdId id, gpointer data)
{
  static const char *const units[] = { "U0", "U1", "U2", "U3" };
  static const char *const categories[] = { "C0", "C1", "C2", "C3" };

  return id >= 200 ? categories[id - 200] : units[id - 100];
}

static void
test_scope (void)
{
  static const struct
  {
    const char *text;
    /* of unit 1 in category 1, unit 2 in category 1, unit 3 in category 2; NULL: refused */
    const char *in;
  } cases[] = {
    { "all", "111" },    { "C1", "110" },      { "U3", "001" },          { "C1;U3", "111" },
    { "C1;-U2", "100" }, { "all;-C1", "001" }, { "-C1", "001" },         { "-U1", "011" },
    { "-C1;U2", "010" }, /* the unit beats its category */
    { "C2;-C1", "001" }, { "C1;-C1", NULL },   { "U1;-U1", NULL },       { "", NULL },
    { ";", NULL },       { "X9", NULL },       { " C1 ; - U2 ", "100" }, { "all;-U1;-U2", "001" },
    { "U1;U1", "100" },  { "B1", "110" },      { "all;-C1;U1", "101" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *stored = td_scope_normalize (cases[i].text, lookup, NULL, &error);
      g_autoptr (TdScope) scope = NULL;

      g_test_message ("%s", cases[i].text);
      if (cases[i].in == NULL)
        {
          g_assert_null (stored);
          g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
          continue;
        }
      g_assert_no_error (error);
      scope = td_scope_new (stored);
      g_assert_cmpint (td_scope_applies (scope, 101, 201), ==, cases[i].in[0] == '1');
      g_assert_cmpint (td_scope_applies (scope, 102, 201), ==, cases[i].in[1] == '1');
      g_assert_cmpint (td_scope_applies (scope, 103, 202), ==, cases[i].in[2] == '1');
      if (cases[i].text[0] != 'B')
        {
          g_autofree char *shown = td_scope_format (stored, code_of, NULL);
          g_autofree char *again = td_scope_normalize (shown, lookup, NULL, NULL);

          g_assert_cmpstr (again, ==, stored);
        }
    }
}

/* --- rules of records ----------------------------------------------------------------------------- */

typedef struct
{
  const char *text;  /* field=value pairs */
  const char *wrong; /* the columns complained of, in order; "" when right */
} RuleCase;

static void
note_fault (int index, const char *what, gpointer data)
{
  GString *out = ((gpointer *) data)[0];
  const TdRecord *record = ((gpointer *) data)[1];

  g_test_message ("  %s: %s", record->table->fields[index].name, what);
  g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", record->table->fields[index].name);
}

static void
check_cases (TdTableId table, const TdRuleContext *context, const RuleCase *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdRecord) record = td_record_new (table, 1);
      g_auto (GStrv) pairs = g_strsplit (cases[i].text, " ", -1);
      GString *wrong = g_string_new (NULL);
      gpointer data[] = { wrong, record };

      g_test_message ("%s", cases[i].text);
      for (guint p = 0; pairs[p] != NULL && *pairs[p] != '\0'; p++)
        {
          char *equals = strchr (pairs[p], '=');
          int index;

          *equals = '\0';
          index = td_table_find_field (td_table_get (table), pairs[p]);
          g_assert_cmpint (index, >=, 0);
          if (field (table, index)->kind == TD_FIELD_REF)
            td_record_set_ref (record, index, 7);
          else
            g_assert_true (td_field_parse (field (table, index), equals + 1, TD_STYLE_PLAIN,
                                           &record->values[index], NULL));
        }
      td_record_check (record, context, note_fault, data);
      g_assert_cmpstr (wrong->str, ==, cases[i].wrong);
      g_string_free (wrong, TRUE);
    }
}

#define TARGET "code=A area=x name=A frequency=period if_missing=zero applies_to=all max_points=10 "

static void
test_target_rules (void)
{
  static const RuleCase cases[] = {
    { TARGET "kind=ratio accumulation=sum rule=linear goal=100 if_none_arising=full", "" },
    { TARGET "kind=ratio rule=linear goal=100 if_none_arising=full", "accumulation" },
    { TARGET "kind=ratio accumulation=mean rule=linear goal=100 if_none_arising=full",
      "accumulation" },
    { TARGET "kind=ratio accumulation=sum rule=linear goal=100", "if_none_arising" },
    { TARGET "kind=ratio accumulation=sum rule=linear if_none_arising=full", "goal" },
    { TARGET "kind=amount accumulation=mean rule=linear goal=0", "goal" },
    { TARGET "kind=amount accumulation=mean rule=linear goal=5 floor=5", "floor" },
    { TARGET "kind=amount accumulation=mean rule=linear goal=5 direction=lower", "floor" },
    { TARGET "kind=amount accumulation=mean rule=linear goal=0 floor=9 direction=lower", "" },
    { TARGET "kind=amount accumulation=sum rule=all-or-nothing", "goal" },
    { TARGET "kind=amount accumulation=sum rule=steps", "steps" },
    { TARGET "kind=amount accumulation=sum rule=steps steps=1:0.5", "" },
    { TARGET "kind=amount accumulation=sum rule=on-time due=2024-12-31", "rule" },
    { TARGET "kind=amount accumulation=sum rule=given", "rule" },
    { TARGET "kind=milestone rule=on-time", "due" },
    { TARGET "kind=milestone rule=on-time due=2024-12-31", "" },
    { TARGET "kind=milestone rule=linear goal=1", "rule" },
    { TARGET "kind=rating rule=given", "" },
    { TARGET "kind=rating rule=linear goal=10", "" },
    { "kind=rating rule=given", "code area name max_points frequency if_missing applies_to" },
  };
  static const RuleCase digits[] = {
    { "code=A area=x name=A frequency=period if_missing=zero applies_to=all kind=rating rule=given "
      "max_points=10.125",
      "max_points" },
    { "code=A area=x name=A frequency=period if_missing=zero applies_to=all kind=rating rule=given "
      "max_points=10.12",
      "" },
    { "code=A area=x name=A frequency=period if_missing=zero applies_to=all kind=rating rule=given "
      "max_points=-1",
      "max_points" },
  };
  TdRuleContext context = { .decimals = 2 };

  check_cases (TD_TABLE_TARGETS, &context, cases, G_N_ELEMENTS (cases));
  check_cases (TD_TABLE_TARGETS, &context, digits, G_N_ELEMENTS (digits));
}

#define ENTRY "unit=u target=t period=p "

static void
test_entry_rules (void)
{
  static const RuleCase ratio[] = {
    { ENTRY "state=pending done=12 due=15", "" },
    { ENTRY "state=pending", "" },
    { ENTRY "state=pending done=12", "due" },
    { ENTRY "state=pending due=15", "done" },
    { ENTRY "state=pending done=16 due=15", "done" },
    { ENTRY "state=pending done=-1 due=15", "done" },
    { ENTRY "state=pending done=0 due=0", "" },
    { ENTRY "state=pending amount=3", "amount" },
    { ENTRY "state=corrected done=12 due=15", "appraised_done" },
    { ENTRY "state=corrected done=12 due=15 appraised_done=1 appraised_due=1", "" },
    { ENTRY "state=corrected done=12 due=15 appraised_done=2 appraised_due=1", "appraised_done" },
    { ENTRY "done=1 due=1", "state" },
  };
  static const RuleCase milestone[] = {
    { ENTRY "state=corrected done_on=2024-05-01", "" }, /* not done, says the appraiser */
    { ENTRY "state=accepted", "" },
    { ENTRY "state=accepted done=1 due=1", "done due" },
  };
  static const RuleCase rating[] = {
    { ENTRY "state=accepted points=10", "" },
    { ENTRY "state=accepted points=10.0001", "points" },
    { ENTRY "state=corrected points=1 appraised_points=-1", "appraised_points" },
  };
  TdRuleContext context = { .decimals = 2, .kind = TD_KIND_RATIO };

  check_cases (TD_TABLE_ENTRIES, &context, ratio, G_N_ELEMENTS (ratio));
  context.kind = TD_KIND_MILESTONE;
  check_cases (TD_TABLE_ENTRIES, &context, milestone, G_N_ELEMENTS (milestone));
  context.kind = TD_KIND_RATING;
  context.max_points = TD_DECIMAL (10);
  check_cases (TD_TABLE_ENTRIES, &context, rating, G_N_ELEMENTS (rating));
}

static void
test_other_rules (void)
{
  static const RuleCase movement[] = {
    { "code=A title=A starts=2024-03-14 ends=2024-12-31 decimals=2 ceiling=110", "" },
    { "code=A title=A starts=2024-03-14 ends=2024-03-13 decimals=5", "decimals ends" },
    { "code=A title=A starts=2024-03-14 ends=2024-12-31 decimals=1 bonus_cap=0.25", "bonus_cap" },
  };
  static const RuleCase quota[] = {
    { "round=r award=a group=all limit=3", "" },
    { "round=r award=a group=all", "limit" },
    { "round=r award=a group=all percent=10", "rounding" },
    { "round=r award=a group=all percent=110 rounding=up", "percent" },
    { "round=r award=a group=all percent=10 limit=1 rounding=up", "percent" },
  };
  static const RuleCase ballot[] = {
    { "nomination=n counter=1 issued=9 returned=9 valid=8 for=8", "" },
    { "nomination=n counter=1 issued=9 returned=10 valid=11 for=12", "returned valid for" },
  };
  static const RuleCase ruling[] = {
    { "round=r nomination=n kind=condition subject=ky-luat who=A why=B", "" },
    { "round=r nomination=n kind=condition who=A why=B", "subject" },
    { "round=r kind=votes who=A why=B", "nomination" },
    { "round=r nomination=n kind=votes who=A", "why" },
    { "round=r nomination=n kind=votes why=B", "who" },
    { "round=r nomination=n kind=recused subject=m who=A why=B", "" },
    { "round=r nomination=n kind=stays who=A why=B", "subject" },
    { "round=r nomination=n kind=tie place=1 who=A why=B", "" },
    { "round=r nomination=n kind=tie who=A why=B", "place" },
    { "round=r kind=quota subject=gk-tp-tt:all who=A why=B", "" },
    { "round=r nomination=n kind=quota subject=gk-tp-tt:all who=A why=B", "nomination" },
    { "round=r kind=quota who=A why=B", "subject" },
  };
  static const RuleCase unit[] = {
    { "code=A name=A category=c block=b opened=2024-05-01 closed=2024-04-01", "closed" },
    { "code=A name=A category=c", "block" },
  };
  TdRuleContext context = { .decimals = 2 };

  check_cases (TD_TABLE_MOVEMENT, &context, movement, G_N_ELEMENTS (movement));
  check_cases (TD_TABLE_QUOTAS, &context, quota, G_N_ELEMENTS (quota));
  check_cases (TD_TABLE_BALLOTS, &context, ballot, G_N_ELEMENTS (ballot));
  check_cases (TD_TABLE_RULINGS, &context, ruling, G_N_ELEMENTS (ruling));
  check_cases (TD_TABLE_UNITS, &context, unit, G_N_ELEMENTS (unit));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/field-numbers", test_field_numbers);
  g_test_add_func ("/model/parse-format", test_parse_format);
  g_test_add_func ("/model/scope", test_scope);
  g_test_add_func ("/model/rules/target", test_target_rules);
  g_test_add_func ("/model/rules/entry", test_entry_rules);
  g_test_add_func ("/model/rules/other", test_other_rules);
  return g_test_run ();
}
