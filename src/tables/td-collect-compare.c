/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three ways: what was sent out, what came back, what the file holds now. */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-collect-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-text.h"
#include "model/td-rules.h"
#include "scoring/td-scoring.h"
#include "tables/td-forms.h"

/* --- whose form ----------------------------------------------------------------------------------- */

const TdMovement *
td_collect_find_movement (TdCollect *self, const char *code)
{
  TdMovement *movement;
  TdId id;

  for (guint i = 0; i < self->movements->len; i++)
    {
      movement = g_ptr_array_index (self->movements, i);
      if (strcmp (movement->code, code) == 0)
        return movement;
    }
  id = td_store_find (self->store, TD_TABLE_MOVEMENT, TD_ID_NONE, code);
  movement = id != TD_ID_NONE ? td_store_load_movement (self->store, id, NULL) : NULL;
  if (movement != NULL)
    g_ptr_array_add (self->movements, movement);
  return movement;
}

/* What stands behind `(mã` in a line of the heading; %NULL when nothing does. (transfer full) */
static char *
code_in_line (const char *line)
{
  const char *at = strstr (line, "(mã ");
  const char *end = at != NULL ? strchr (at, ')') : NULL;

  return end != NULL ? g_strndup (at + strlen ("(mã "), (gsize) (end - at) - strlen ("(mã "))
                     : NULL;
}

/* Whether a line of the heading speaks of somebody else than @code and @name. */
static gboolean
line_contradicts (const char *line, const char *code, const char *name)
{
  g_autofree char *said = code_in_line (line);
  g_autofree char *folded = td_text_fold (line);
  g_autofree char *wanted = td_text_fold (name);
  gboolean named = strstr (folded, wanted) != NULL;

  if (*line == '\0')
    return FALSE;
  if (said != NULL && strcmp (g_strstrip (said), code) != 0)
    return TRUE;
  /* With the right code the name may be out of date or shortened; without any it must be there. */
  return said == NULL && !named;
}

static gboolean
line_names_another_unit (const TdMovement *movement, const char *line, guint unit)
{
  g_autofree char *folded = td_text_fold (line);
  g_autofree char *own = td_text_fold (td_movement_unit (movement, unit)->name);

  if (strstr (folded, own) != NULL)
    return FALSE;
  for (guint i = 0; i < movement->units->len; i++)
    {
      g_autofree char *other = td_text_fold (td_movement_unit (movement, i)->name);

      if (i != unit && *other != '\0' && strstr (folded, other) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_words (const char *words, const char *text)
{
  g_autofree char *wanted = td_text_words (text);

  return strlen (wanted) > 2 && strstr (words, wanted) != NULL;
}

/*
 * The unit that the file is named after, when it is not the form's own: a unit may have filled in a form
 * that was not its. -1 when there is none. A file may be named after whom it goes to, so this can only
 * be said.
 */
static int
find_other_in_file_name (const TdMovement *movement, const char *file, guint unit)
{
  g_autofree char *words = td_text_words (file);
  const TdUnit *own = td_movement_unit (movement, unit);

  if (has_words (words, own->name) || has_words (words, own->code))
    return -1;
  for (guint i = 0; i < movement->units->len; i++)
    if (i != unit && has_words (words, td_movement_unit (movement, i)->name))
      return (int) i;
  return -1;
}

typedef struct
{
  const TdMovement *movement;
  guint unit;
  guint period;
} Whose;

/* Finds whose form this is; FALSE with the reason among the problems. */
static gboolean
identify (TdCollect *self, const TdFormPage *page, Whose *out)
{
  const TdFormStamp *stamp = &page->stamp;
  g_autofree char *office = td_form_office (self->store);
  int unit, period, named;

  out->movement = td_collect_find_movement (self, stamp->movement);
  if (out->movement == NULL
      || (out->movement->id != stamp->movement_id && strcmp (office, stamp->office) != 0))
    {
      td_problems_add (self->problems, page->where,
                       _ ("this form is of the movement %s, which is not in this file; it was sent "
                          "from another one"),
                       stamp->movement);
      return FALSE;
    }
  unit = td_movement_find_unit_code (out->movement, stamp->unit);
  period = td_movement_find_period_code (out->movement, stamp->period);
  if (unit < 0 || period < 0)
    {
      td_problems_add (self->problems, page->where,
                       unit < 0
                           ? _ ("this form is of the unit %s, which the movement does not have")
                           : _ ("this form is of the period %s, which the movement does not have"),
                       unit < 0 ? stamp->unit : stamp->period);
      return FALSE;
    }
  out->unit = (guint) unit;
  out->period = (guint) period;
  if (line_contradicts (page->unit_line, stamp->unit, td_movement_unit (out->movement, unit)->name)
      || line_names_another_unit (out->movement, page->unit_line, out->unit))
    {
      td_problems_add (self->problems, page->where,
                       _ ("this form was sent to %s, but its heading says “%s”: a copy of another "
                          "unit's form? Let the unit fill in its own"),
                       td_movement_unit (out->movement, unit)->name, page->unit_line);
      return FALSE;
    }
  if (line_contradicts (page->period_line, stamp->period,
                        td_movement_period (out->movement, period)->name))
    {
      td_problems_add (
          self->problems, page->where,
          _ ("this form was sent for %s, but its heading says “%s”: the form of another "
             "period? Let the unit fill in the one of this period"),
          td_movement_period (out->movement, period)->name, page->period_line);
      return FALSE;
    }
  named = find_other_in_file_name (out->movement, page->file, out->unit);
  if (named >= 0)
    td_problems_warn (self->problems, page->where,
                      _ ("the file is named after %s, but the form in it is that of %s; look "
                         "whether the right unit filled it in"),
                      td_movement_unit (out->movement, (guint) named)->name,
                      td_movement_unit (out->movement, out->unit)->name);
  return TRUE;
}

/* --- three ways ----------------------------------------------------------------------------------- */

static char *
figures_in_words (const TdFigures *figures, TdKind kind)
{
  g_autofree char *first = NULL, *second = NULL;

  if (kind == TD_KIND_MILESTONE)
    return figures->first == TD_DECIMAL_NONE
               ? g_strdup (_ ("not done yet"))
               : td_date_format (td_figures_get_date (figures), TD_STYLE_VIETNAMESE);
  first = td_decimal_format (figures->first, TD_STYLE_VIETNAMESE);
  if (kind != TD_KIND_RATIO || figures->first == TD_DECIMAL_NONE)
    return g_steal_pointer (&first);
  second = td_decimal_format (figures->second, TD_STYLE_VIETNAMESE);
  return g_strdup_printf ("%s/%s", first, second);
}

/* What stood in the cells, readable or not. */
static char *
inputs_in_words (const TdFormRow *row)
{
  const char *first = td_form_row_input (row, TD_FORM_FIRST)->value.text;
  const char *second = td_form_row_input (row, TD_FORM_SECOND)->value.text;

  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second != NULL ? second : "");
  return g_strdup_printf ("%s/%s", first, second);
}

typedef struct
{
  gboolean there;
  TdFigures figures;
  int state;
  const char *note;
} Side;

static void
settle (TdCollectRow *p, TdVerdict verdict, const char *reason)
{
  p->public.verdict = verdict;
  g_free (p->public.reason);
  p->public.reason = g_strdup (reason);
}

static void
refuse_at (TdCollectRow *p, TdFormColumn column, const char *reason)
{
  g_free (p->public.where);
  p->public.where = g_strdup (td_form_row_input (p->row, column)->where);
  settle (p, TD_VERDICT_REFUSED, reason);
}

/* Which note counts, %NULL when both sides wrote a new one. */
static const char *
merge_notes (const TdFormRow *row, const Side *now)
{
  const char *came = td_form_row_input (row, TD_FORM_NOTE)->value.text;
  g_autofree char *came_hash = td_form_stamp_hash (came != NULL ? came : "");
  g_autofree char *now_hash = td_form_stamp_hash (now->note);

  if (strcmp (came_hash, row->stamp.note) == 0 || strcmp (came_hash, now_hash) == 0)
    return now->note;
  if (strcmp (now_hash, row->stamp.note) == 0)
    return came != NULL ? came : "";
  return NULL;
}

typedef struct
{
  TdCollectRow *proposal;
  TdKind kind;
} FaultPlace;

static void
fault_cb (int field, const char *what, gpointer data)
{
  FaultPlace *place = data;

  if (place->proposal->public.verdict != TD_VERDICT_REFUSED)
    refuse_at (place->proposal,
               field == TD_ENTRY_DUE    ? TD_FORM_SECOND
               : field == TD_ENTRY_NOTE ? TD_FORM_NOTE
                                        : TD_FORM_FIRST,
               what);
}

/* The entry as it would be; refused when it breaks a rule. */
static void
make_record (TdCollect *self, TdCollectRow *p, const Whose *whose, guint target, TdRecord *now,
             const char *note, gboolean keep_appraisal)
{
  const TdTarget *t = td_movement_target (whose->movement, target);
  TdRuleContext context = { whose->movement->decimals, t->kind, t->max_points };
  FaultPlace place = { p, t->kind };
  TdRecord *record =
      now != NULL ? td_record_copy (now) : td_record_new (TD_TABLE_ENTRIES, TD_ID_NONE);

  td_record_set_ref (record, TD_ENTRY_UNIT, p->public.unit);
  td_record_set_ref (record, TD_ENTRY_TARGET, p->public.target);
  td_record_set_ref (record, TD_ENTRY_PERIOD, p->public.period);
  if (!keep_appraisal)
    {
      td_figures_write (&p->row->figures, t->kind, record);
      /* Other figures than those appraised: the appraisal has to look again. */
      td_record_set_number (record, TD_ENTRY_STATE, TD_ENTRY_PENDING);
      for (int field = TD_ENTRY_APPRAISED_DONE; field <= TD_ENTRY_APPRAISED_POINTS; field++)
        td_record_set_blank (record, field);
    }
  td_record_set_text (record, TD_ENTRY_NOTE, note);
  p->record = record;
  td_record_check (record, &context, fault_cb, &place);
}

/* The unit left the row empty. */
static void
merge_blank (TdCollectRow *p, const TdFormRow *row, const Side *now, TdRecord *record)
{
  const TdFormInput *note = td_form_row_input (row, TD_FORM_NOTE);
  g_autofree char *hash = td_form_stamp_hash (note->value.text != NULL ? note->value.text : "");

  if (row->stamp.state == TD_FORM_STATE_NONE)
    {
      if (note->value.kind != TD_FORM_BLANK && strcmp (hash, row->stamp.note) != 0)
        refuse_at (p, TD_FORM_NOTE,
                   row->stamp.kind == TD_KIND_MILESTONE
                       ? _ ("a note without a day; write the day, or “chưa” when not done yet")
                       : _ ("a note without a figure; write the figure"));
      return;
    }
  if (!now->there)
    return;
  settle (p, TD_VERDICT_CONFLICT,
          _ ("the unit emptied this row; should the figure be taken back?"));
  p->record = td_record_copy (record);
  p->gone = TRUE;
}

static const char *
describe_change (const TdFormRow *row, const Side *now)
{
  if (now->there && (now->state == TD_ENTRY_ACCEPTED || now->state == TD_ENTRY_CORRECTED))
    return _ ("it was appraised; with other figures it awaits appraisal again");
  for (guint i = 0; i < G_N_ELEMENTS (row->inputs); i++)
    if (row->inputs[i].hint != NULL)
      return row->inputs[i].hint;
  return NULL;
}

/* Figures came back: sent out, came back, in the file now. */
static void
merge_given (TdCollect *self, TdCollectRow *p, const Whose *whose, guint target, const Side *now,
             TdRecord *record)
{
  const TdFormRow *row = p->row;
  gboolean sent = row->stamp.state != TD_FORM_STATE_NONE;
  gboolean came_as_sent = sent && td_figures_equal (&row->figures, &row->stamp.figures);
  gboolean came_as_now = now->there && td_figures_equal (&row->figures, &now->figures);
  gboolean now_as_sent =
      sent == now->there && (!sent || td_figures_equal (&row->stamp.figures, &now->figures));
  gboolean appraised_since =
      now->there && now->state != row->stamp.state
      && (now->state == TD_ENTRY_ACCEPTED || now->state == TD_ENTRY_CORRECTED);
  const char *note = merge_notes (row, now);

  if (note == NULL)
    {
      settle (p, TD_VERDICT_CONFLICT, _ ("the note was changed on both sides"));
      make_record (self, p, whose, target, record,
                   td_form_row_input (row, TD_FORM_NOTE)->value.text != NULL
                       ? td_form_row_input (row, TD_FORM_NOTE)->value.text
                       : "",
                   came_as_now && now->state != TD_ENTRY_DRAFT);
      return;
    }
  if (came_as_now && now->state != TD_ENTRY_DRAFT)
    {
      if (strcmp (note, now->note) == 0)
        return;
      settle (p, TD_VERDICT_CHANGE, _ ("only the note is new"));
      make_record (self, p, whose, target, record, note, TRUE);
      return;
    }
  if (came_as_sent && !came_as_now)
    {
      /* Since the form went out the office wrote something else; the unit did not touch it. */
      settle (p, TD_VERDICT_SAME,
              now->there
                  ? _ ("the unit left it as it was sent; the newer figure of the file stays")
                  : _ ("the unit left it as it was sent; the figure has been taken back since"));
      return;
    }
  if (!now_as_sent && !came_as_now)
    settle (
        p, TD_VERDICT_CONFLICT,
        sent ? _ ("both the unit and the office have changed this figure since it was sent")
             : _ ("the unit wrote a figure, and the file has got another one since it was sent"));
  else if (appraised_since)
    settle (p, TD_VERDICT_CONFLICT,
            _ ("the figure was appraised after the form was sent, and the unit changed it"));
  else
    settle (p, TD_VERDICT_CHANGE, describe_change (row, now));
  make_record (self, p, whose, target, record, note, FALSE);
}

static gboolean
refuse_row (TdCollectRow *p)
{
  for (guint i = TD_FORM_FIRST; i <= TD_FORM_NOTE; i++)
    if (td_form_row_input (p->row, i)->value.remark != NULL)
      {
        refuse_at (p, (TdFormColumn) i, td_form_row_input (p->row, i)->value.remark);
        return TRUE;
      }
  return FALSE;
}

static gboolean
same_words (const char *a, const char *b)
{
  g_autofree char *one = td_text_fold (a);
  g_autofree char *other = td_text_fold (b);

  return strcmp (g_strstrip (one), g_strstrip (other)) == 0;
}

/*
 * The target that the row's name is that of, when it is another one than @target: names and figures were
 * sorted or copied without the codes. -1 when there is none; a name of its own, or retyped, is all right.
 */
static int
find_other_named (const TdMovement *movement, int target, const char *name)
{
  if (name == NULL || *name == '\0'
      || same_words (td_movement_target (movement, (guint) target)->name, name))
    return -1;
  for (guint i = 0; i < movement->targets->len; i++)
    if ((int) i != target && same_words (td_movement_target (movement, i)->name, name))
      return (int) i;
  return -1;
}

static void
compare_row (TdCollect *self, guint page_index, const TdFormRow *row, const Whose *whose)
{
  int target = td_movement_find_target_code (whose->movement, row->stamp.target);
  const TdUnit *unit = td_movement_unit (whose->movement, whose->unit);
  const TdPeriod *period = td_movement_period (whose->movement, whose->period);
  int other;
  g_autoptr (TdRecord) record = NULL;
  Side now = { FALSE, { TD_DECIMAL_NONE, TD_DECIMAL_NONE }, TD_FORM_STATE_NONE, "" };
  TdCollectRow p = { .row = row, .twin = -1 };

  p.public.page = page_index;
  p.public.unit = unit->id;
  p.public.period = period->id;
  p.public.movement = whose->movement->id;
  p.public.where = g_strdup (td_form_row_input (row, TD_FORM_FIRST)->where);
  p.public.sent = row->stamp.state != TD_FORM_STATE_NONE
                      ? figures_in_words (&row->stamp.figures, row->stamp.kind)
                      : g_strdup ("");
  p.public.came = row->given && !row->refused ? figures_in_words (&row->figures, row->stamp.kind)
                                              : inputs_in_words (row);
  p.public.what = g_strdup_printf ("%s · %s · %s", unit->name, row->stamp.target, period->name);
  if (target >= 0)
    {
      p.public.target = td_movement_target (whose->movement, target)->id;
      record = td_store_get_entry (self->store, p.public.target, p.public.unit, p.public.period);
    }
  if (record != NULL)
    {
      now.there = TRUE;
      td_figures_read (record, td_movement_target (whose->movement, target)->kind, &now.figures);
      now.state = (int) td_record_get_number (record, TD_ENTRY_STATE, TD_ENTRY_DRAFT);
      now.note = td_record_get_text (record, TD_ENTRY_NOTE);
    }
  p.public.now = now.there ? figures_in_words (&now.figures,
                                               td_movement_target (whose->movement, target)->kind)
                           : g_strdup ("");

  if (target < 0)
    refuse_at (&p, TD_FORM_FIRST, _ ("the movement does not have this target any more"));
  else if (td_movement_target (whose->movement, target)->kind != row->stamp.kind)
    refuse_at (
        &p, TD_FORM_FIRST,
        _ ("the target is of another kind now than when the form was sent; send the unit its "
           "form again"));
  else if (!td_movement_applies (whose->movement, (guint) target, whose->unit)
           || !td_period_overlaps (period, unit))
    refuse_at (&p, TD_FORM_FIRST, _ ("the target does not apply to this unit any more"));
  else if ((other = find_other_named (whose->movement, target, row->name)) >= 0)
    {
      g_autofree char *reason = g_strdup_printf (
          _ ("the row was sent for %s, but is named “%s”, which is %s; which target is meant "
             "cannot "
             "be told"),
          row->stamp.target, row->name, td_movement_target (whose->movement, (guint) other)->code);

      refuse_at (&p, TD_FORM_FIRST, reason);
    }
  else if (!refuse_row (&p))
    {
      if (row->given)
        merge_given (self, &p, whose, (guint) target, &now, record);
      else
        merge_blank (&p, row, &now, record);
    }
  g_array_append_val (self->proposals, p);
}

/* --- several forms for one entry ------------------------------------------------------------------ */

gboolean
td_collect_same_entry (const TdCollectRow *a, const TdCollectRow *b)
{
  return a->public.unit == b->public.unit && a->public.target == b->public.target
         && a->public.period == b->public.period && a->public.target != TD_ID_NONE;
}

/* A form sent twice: alike it counts once, otherwise a person has to say which one does. */
void
td_collect_settle_twins (TdCollect *self)
{
  for (guint i = 0; i < self->proposals->len; i++)
    for (guint k = 0; k < i; k++)
      {
        TdCollectRow *a = &g_array_index (self->proposals, TdCollectRow, k);
        TdCollectRow *b = &g_array_index (self->proposals, TdCollectRow, i);
        g_autofree char *reason = NULL;
        const char *note_a = td_form_row_input (a->row, TD_FORM_NOTE)->value.text;
        const char *note_b = td_form_row_input (b->row, TD_FORM_NOTE)->value.text;

        if (a->public.page == b->public.page || !td_collect_same_entry (a, b))
          continue;
        if (a->public.verdict == TD_VERDICT_REFUSED || b->public.verdict == TD_VERDICT_REFUSED)
          continue;
        if (a->row->given == b->row->given && td_figures_equal (&a->row->figures, &b->row->figures)
            && g_strcmp0 (note_a, note_b) == 0)
          {
            if (b->public.verdict != TD_VERDICT_SAME)
              settle (b, TD_VERDICT_SAME, NULL);
            continue;
          }
        reason = g_strdup_printf (_ ("the unit sent this form twice, with other figures in %s"),
                                  a->public.where);
        settle (b, TD_VERDICT_CONFLICT, reason);
        g_free (reason);
        reason = g_strdup_printf (_ ("the unit sent this form twice, with other figures in %s"),
                                  b->public.where);
        settle (a, TD_VERDICT_CONFLICT, reason);
        a->twin = (int) i;
        b->twin = (int) k;
      }
}

/* --- a form --------------------------------------------------------------------------------------- */

gboolean
td_collect_check_page (TdCollect *self, const TdFormPage *page)
{
  Whose whose;

  return identify (self, page, &whose);
}

void
td_collect_compare_page (TdCollect *self, guint page)
{
  const TdFormPage *form = g_ptr_array_index (self->pages, page);
  Whose whose;

  if (!identify (self, form, &whose))
    return;
  for (guint i = 0; i < form->rows->len; i++)
    compare_row (self, page, g_ptr_array_index (form->rows, i), &whose);
}
