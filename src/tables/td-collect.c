/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-collect.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-text.h"
#include "model/td-rules.h"
#include "scoring/td-scoring.h"
#include "tables/td-form-cells.h"
#include "tables/td-forms.h"
#include "tables/td-refuse.h"

#define MAX_PROPOSALS_NAMED 3

/* A proposal with what it would do. */
typedef struct
{
  TdProposal public;
  const TdFormRow *row; /* borrowed from its page */
  TdRecord *record;     /* to be put, or to be taken away; NULL: nothing to do */
  gboolean gone;
  int twin; /* index of the proposal of another form for the same entry, -1: none */
} Proposal;

struct _TdCollect
{
  TdStore *store;
  GPtrArray *pages;     /* of TdFormPage */
  GHashTable *seen;     /* hash of the content of files → name */
  GArray *proposals;    /* of Proposal */
  GPtrArray *movements; /* of TdMovement */
  TdProblems *reading;  /* what was wrong with files */
  TdProblems *problems; /* all of it */
  GHashTable *takes;    /* where → TdTake: what was said survives a comparison */
};

static void
clear_proposal (gpointer data)
{
  Proposal *self = data;

  g_free (self->public.where);
  g_free (self->public.what);
  g_free (self->public.sent);
  g_free (self->public.came);
  g_free (self->public.now);
  g_free (self->public.reason);
  g_clear_pointer (&self->record, td_record_free);
}

TdCollect *
td_collect_new (TdStore *store)
{
  TdCollect *self = g_new0 (TdCollect, 1);

  self->store = g_object_ref (store);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) td_form_page_free);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->proposals = g_array_new (FALSE, TRUE, sizeof (Proposal));
  g_array_set_clear_func (self->proposals, clear_proposal);
  self->movements = g_ptr_array_new_with_free_func ((GDestroyNotify) td_movement_free);
  self->reading = td_problems_new ();
  self->problems = td_problems_new ();
  self->takes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
td_collect_free (TdCollect *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->proposals);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->movements);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->takes);
  td_problems_free (self->reading);
  td_problems_free (self->problems);
  g_object_unref (self->store);
  g_free (self);
}

/* --- files ---------------------------------------------------------------------------------------- */

static void
note_failure (TdCollect *self, const char *name, const GError *error)
{
  const char *colon = strstr (error->message, ": ");
  gsize length = strlen (name);

  /* Most refusals begin with their place. */
  if (colon != NULL && strncmp (error->message, name, length) == 0)
    td_problems_take (self->reading, g_strndup (error->message, (gsize) (colon - error->message)),
                      g_strdup (colon + 2), FALSE);
  else
    td_problems_add (self->reading, name, "%s", error->message);
}

static void
add_file (TdCollect *self, const char *path, GCancellable *cancellable)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *content = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (g_file_get_contents (path, &content, &length, NULL))
    {
      hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
      if (g_hash_table_contains (self->seen, hash))
        {
          td_problems_warn (self->reading, name, _ ("is the same file as %s; it was read once"),
                            (const char *) g_hash_table_lookup (self->seen, hash));
          return;
        }
      g_clear_pointer (&content, g_free);
    }
  if (!td_form_read (path, self->pages, self->reading, cancellable, &error))
    note_failure (self, name, error);
  if (hash != NULL)
    g_hash_table_insert (self->seen, g_steal_pointer (&hash), g_steal_pointer (&name));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static gboolean
is_workbook_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  /* Programs leave `~$form.xlsx` and `.~lock.form.ods#` beside what they have open. */
  return *name != '.' && *name != '~'
         && (g_str_has_suffix (lower, ".xlsx") || g_str_has_suffix (lower, ".xlsm")
             || g_str_has_suffix (lower, ".ods"));
}

void
td_collect_add (TdCollect *self, const char *path, GCancellable *cancellable)
{
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      add_file (self, path, cancellable);
      return;
    }
  folder = g_dir_open (path, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (is_workbook_name (name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *full = g_build_filename (path, g_ptr_array_index (names, i), NULL);

      add_file (self, full, cancellable);
    }
  if (names->len == 0)
    td_problems_add (self->reading, path, "%s", _ ("there is no workbook in this folder"));
}

guint
td_collect_get_n_pages (const TdCollect *self)
{
  return self->pages->len;
}

const TdFormPage *
td_collect_get_page (const TdCollect *self, guint page)
{
  return g_ptr_array_index (self->pages, page);
}

/* --- whose form ----------------------------------------------------------------------------------- */

static const TdMovement *
find_movement (TdCollect *self, const char *code)
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
  int unit, period;

  out->movement = find_movement (self, stamp->movement);
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
settle (Proposal *p, TdVerdict verdict, const char *reason)
{
  p->public.verdict = verdict;
  g_free (p->public.reason);
  p->public.reason = g_strdup (reason);
}

static void
refuse_at (Proposal *p, TdFormColumn column, const char *reason)
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
  Proposal *proposal;
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
make_record (TdCollect *self, Proposal *p, const Whose *whose, guint target, TdRecord *now,
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
merge_blank (Proposal *p, const TdFormRow *row, const Side *now, TdRecord *record)
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
merge_given (TdCollect *self, Proposal *p, const Whose *whose, guint target, const Side *now,
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
refuse_row (Proposal *p)
{
  for (guint i = TD_FORM_FIRST; i <= TD_FORM_NOTE; i++)
    if (td_form_row_input (p->row, i)->value.remark != NULL)
      {
        refuse_at (p, (TdFormColumn) i, td_form_row_input (p->row, i)->value.remark);
        return TRUE;
      }
  return FALSE;
}

static void
compare_row (TdCollect *self, guint page_index, const TdFormPage *page, const TdFormRow *row,
             const Whose *whose)
{
  int target = td_movement_find_target_code (whose->movement, row->stamp.target);
  const TdUnit *unit = td_movement_unit (whose->movement, whose->unit);
  const TdPeriod *period = td_movement_period (whose->movement, whose->period);
  g_autoptr (TdRecord) record = NULL;
  Side now = { FALSE, { TD_DECIMAL_NONE, TD_DECIMAL_NONE }, TD_FORM_STATE_NONE, "" };
  Proposal p = { .row = row, .twin = -1 };

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

static gboolean
same_entry (const Proposal *a, const Proposal *b)
{
  return a->public.unit == b->public.unit && a->public.target == b->public.target
         && a->public.period == b->public.period && a->public.target != TD_ID_NONE;
}

/* A form sent twice: alike it counts once, otherwise a person has to say which one does. */
static void
settle_twins (TdCollect *self)
{
  for (guint i = 0; i < self->proposals->len; i++)
    for (guint k = 0; k < i; k++)
      {
        Proposal *a = &g_array_index (self->proposals, Proposal, k);
        Proposal *b = &g_array_index (self->proposals, Proposal, i);
        g_autofree char *reason = NULL;
        const char *note_a = td_form_row_input (a->row, TD_FORM_NOTE)->value.text;
        const char *note_b = td_form_row_input (b->row, TD_FORM_NOTE)->value.text;

        if (a->public.page == b->public.page || !same_entry (a, b))
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

/* --- comparing ------------------------------------------------------------------------------------ */

static void
apply_takes (TdCollect *self)
{
  for (guint i = 0; i < self->proposals->len; i++)
    {
      Proposal *p = &g_array_index (self->proposals, Proposal, i);

      p->public.take =
          (TdTake) GPOINTER_TO_INT (g_hash_table_lookup (self->takes, p->public.where));
    }
}

static void
note_problem (TdCollect *self, const Proposal *p)
{
  const TdProposal *public = &p->public;

  if (public->verdict == TD_VERDICT_REFUSED)
    {
      gboolean said = FALSE;

      /* Each bad cell of a row is named. */
      for (guint i = TD_FORM_FIRST; i <= TD_FORM_NOTE; i++)
        {
          const TdFormInput *input = td_form_row_input (p->row, i);

          if (input->value.remark == NULL)
            continue;
          td_problems_add (self->problems, input->where, "%s", input->value.remark);
          said = said || strcmp (input->where, public->where) == 0;
        }
      if (!said)
        td_problems_add (self->problems, public->where, "%s", public->reason);
    }
  else if (public->verdict == TD_VERDICT_CONFLICT && public->take == TD_TAKE_ASK)
    td_problems_add (
        self->problems, public->where, _ ("%s (sent: %s; came back: %s; in the file: %s)"),
        public->reason, *public->sent != '\0' ? public->sent : "–",
        *public->came != '\0' ? public->came : "–", *public->now != '\0' ? public->now : "–");
  else if (public->reason != NULL)
    td_problems_warn (self->problems, public->where, "%s", public->reason);
  else
    for (guint i = TD_FORM_FIRST; i <= TD_FORM_NOTE; i++)
      if (td_form_row_input (p->row, i)->hint != NULL)
        td_problems_warn (self->problems, td_form_row_input (p->row, i)->where, "%s",
                          td_form_row_input (p->row, i)->hint);
}

static void
gather_problems (TdCollect *self)
{
  for (guint i = 0; i < td_problems_get_count (self->reading); i++)
    {
      const TdProblem *problem = td_problems_get (self->reading, i);

      td_problems_take (self->problems, g_strdup (problem->where), g_strdup (problem->what),
                        problem->warning);
    }
  for (guint i = 0; i < self->pages->len; i++)
    {
      const TdFormPage *page = g_ptr_array_index (self->pages, i);

      for (guint k = 0; k < page->missing->len; k++)
        td_problems_warn (
            self->problems, page->where,
            _ ("the row of the target %s is not there any more; nothing was read for it"),
            (const char *) g_ptr_array_index (page->missing, k));
    }
  for (guint i = 0; i < self->proposals->len; i++)
    note_problem (self, &g_array_index (self->proposals, Proposal, i));
}

void
td_collect_compare (TdCollect *self)
{
  g_array_set_size (self->proposals, 0);
  g_ptr_array_set_size (self->movements, 0);
  td_problems_free (self->problems);
  self->problems = td_problems_new ();
  for (guint i = 0; i < self->pages->len; i++)
    {
      const TdFormPage *page = g_ptr_array_index (self->pages, i);
      Whose whose;

      if (!identify (self, page, &whose))
        continue;
      for (guint r = 0; r < page->rows->len; r++)
        compare_row (self, i, page, g_ptr_array_index (page->rows, r), &whose);
    }
  settle_twins (self);
  apply_takes (self);
  gather_problems (self);
}

guint
td_collect_get_n_proposals (const TdCollect *self)
{
  return self->proposals->len;
}

const TdProposal *
td_collect_get_proposal (const TdCollect *self, guint index)
{
  return &g_array_index (self->proposals, Proposal, index).public;
}

guint
td_collect_count (const TdCollect *self, TdVerdict verdict)
{
  guint n = 0;

  for (guint i = 0; i < self->proposals->len; i++)
    n += g_array_index (self->proposals, Proposal, i).public.verdict == verdict;
  return n;
}

static void
take (TdCollect *self, Proposal *p, TdTake how)
{
  p->public.take = how;
  g_hash_table_replace (self->takes, g_strdup (p->public.where), GINT_TO_POINTER ((int) how));
}

void
td_collect_set_take (TdCollect *self, guint index, TdTake how)
{
  Proposal *p = &g_array_index (self->proposals, Proposal, index);

  take (self, p, how);
  if (how == TD_TAKE_THEIRS)
    for (guint i = 0; i < self->proposals->len; i++)
      if (i != index && same_entry (p, &g_array_index (self->proposals, Proposal, i)))
        take (self, &g_array_index (self->proposals, Proposal, i), TD_TAKE_OURS);
  td_problems_free (self->problems);
  self->problems = td_problems_new ();
  for (guint i = 0; i < self->pages->len; i++)
    {
      Whose whose;

      identify (self, g_ptr_array_index (self->pages, i), &whose);
    }
  gather_problems (self);
}

const TdProblems *
td_collect_get_problems (const TdCollect *self)
{
  return self->problems;
}

/* --- writing -------------------------------------------------------------------------------------- */

static gboolean
is_written (const Proposal *p)
{
  switch (p->public.verdict)
    {
    case TD_VERDICT_CHANGE:
      return p->public.take != TD_TAKE_OURS;
    case TD_VERDICT_CONFLICT:
      return p->public.take == TD_TAKE_THEIRS && p->record != NULL;
    case TD_VERDICT_SAME:
    case TD_VERDICT_REFUSED:
    default:
      return FALSE;
    }
}

guint
td_collect_get_n_writes (const TdCollect *self)
{
  guint n = 0;

  for (guint i = 0; i < self->proposals->len; i++)
    n += is_written (&g_array_index (self->proposals, Proposal, i));
  return n;
}

typedef struct
{
  TdCollect *collect;
  TdDate received_on;
} Run;

static char *
where_func (const TdRecord *record, int field, gpointer data)
{
  Run *run = data;

  for (guint i = 0; i < run->collect->proposals->len; i++)
    if (g_array_index (run->collect->proposals, Proposal, i).record == record)
      return g_strdup (g_array_index (run->collect->proposals, Proposal, i).public.where);
  return NULL;
}

static gboolean
run_func (TdTxn *txn, gpointer data, GError **error)
{
  Run *run = data;

  td_txn_set_where (txn, where_func, run);
  for (guint i = 0; i < run->collect->proposals->len; i++)
    {
      Proposal *p = &g_array_index (run->collect->proposals, Proposal, i);

      if (!is_written (p))
        continue;
      if (p->gone)
        {
          if (!td_txn_delete_entry (txn, p->public.target, p->public.unit, p->public.period, error))
            return FALSE;
          continue;
        }
      td_record_set_date (p->record, TD_ENTRY_RECEIVED_ON, run->received_on);
      if (!td_txn_put (txn, p->record, error))
        return FALSE;
    }
  return TRUE;
}

static char *
make_label (const TdCollect *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->pages->len && i < MAX_PROPOSALS_NAMED; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((TdFormPage *) g_ptr_array_index (self->pages, i))->file);
  if (self->pages->len > MAX_PROPOSALS_NAMED)
    g_string_append (names, "…");
  {
    char *label = g_strdup_printf (_ ("Forms taken in: %s"), names->str);

    g_string_free (names, TRUE);
    return label;
  }
}

/* Whether the file still holds what the preview said. */
static gboolean
is_up_to_date (TdCollect *self)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
  gboolean same = TRUE;

  for (guint i = 0; i < self->proposals->len; i++)
    {
      const TdProposal *p = td_collect_get_proposal (self, i);

      g_ptr_array_add (before, g_strdup_printf ("%d %s %s", p->verdict, p->where, p->now));
    }
  td_collect_compare (self);
  same = before->len == self->proposals->len;
  for (guint i = 0; same && i < self->proposals->len; i++)
    {
      const TdProposal *p = td_collect_get_proposal (self, i);
      g_autofree char *now = g_strdup_printf ("%d %s %s", p->verdict, p->where, p->now);

      same = strcmp (now, g_ptr_array_index (before, i)) == 0;
    }
  return same;
}

gboolean
td_collect_run (TdCollect *self, TdWriteMode mode, gboolean partly, TdDate received_on,
                GError **error)
{
  g_autofree char *label = make_label (self);
  Run run = { self, received_on != TD_DATE_NONE ? received_on : td_date_today () };

  if (!is_up_to_date (self))
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_CONFLICT,
                           _ ("the file has changed since; look at the proposals again"));
      return FALSE;
    }
  if (!partly && td_problems_get_n_errors (self->problems) > 0)
    return td_problems_fail (self->problems, error);
  return td_store_write (self->store, label, mode, run_func, &run, self->problems, error);
}

/* --- the answer back ------------------------------------------------------------------------------ */

static void
copy_value (const TdFormInput *from, const char *remark, TdFormValue *to)
{
  to->kind = from->value.kind;
  to->number = from->value.number;
  g_free (to->text);
  to->text = g_strdup (from->value.text);
  to->remark = g_strdup (remark);
}

static const Proposal *
find_proposal (const TdCollect *self, guint page, const char *target)
{
  for (guint i = 0; i < self->proposals->len; i++)
    {
      const Proposal *p = &g_array_index (self->proposals, Proposal, i);

      if (p->public.page == page && strcmp (p->row->stamp.target, target) == 0)
        return p;
    }
  return NULL;
}

static gboolean
needs_answer (const Proposal *p)
{
  return p->public.verdict == TD_VERDICT_REFUSED
         || (p->public.verdict == TD_VERDICT_CONFLICT && p->public.take == TD_TAKE_ASK);
}

/* Puts what the unit wrote into its line, with remarks where something is wrong. */
static gboolean
fill_line (const TdCollect *self, guint page, TdFormLine *line)
{
  const Proposal *p = find_proposal (self, page, line->stamp.target);
  gboolean wrong = p != NULL && needs_answer (p), said = FALSE;

  if (p == NULL || p->row->stamp.kind != line->stamp.kind)
    return FALSE;
  td_form_stamp_clear (&line->stamp);
  td_form_stamp_copy (&line->stamp, &p->row->stamp);
  for (guint i = TD_FORM_FIRST; i <= TD_FORM_NOTE; i++)
    {
      const TdFormInput *input = td_form_row_input (p->row, i);
      const char *remark = wrong ? input->value.remark : NULL;

      if (wrong && remark == NULL && strcmp (input->where, p->public.where) == 0)
        remark = p->public.reason;
      said = said || remark != NULL;
      copy_value (input, remark, td_form_line_value (line, i));
    }
  if (wrong && !said)
    td_form_line_value (line, TD_FORM_FIRST)->remark = g_strdup (p->public.reason);
  return wrong;
}

gboolean
td_collect_write_answers (TdCollect *self, const char *folder, guint *n_written, GError **error)
{
  guint n = 0;

  for (guint i = 0; i < self->pages->len; i++)
    {
      const TdFormPage *page = g_ptr_array_index (self->pages, i);
      const TdMovement *movement = find_movement (self, page->stamp.movement);
      int unit = movement != NULL ? td_movement_find_unit_code (movement, page->stamp.unit) : -1;
      int period =
          movement != NULL ? td_movement_find_period_code (movement, page->stamp.period) : -1;
      g_autoptr (TdFormContent) content = NULL;
      g_autofree char *name = NULL, *stem = NULL, *path = NULL;
      gboolean wrong = FALSE;

      if (unit < 0 || period < 0)
        continue;
      content = td_form_content_make (self->store, movement, (guint) unit, (guint) period);
      if (content == NULL)
        continue;
      for (guint k = 0; k < content->lines->len; k++)
        wrong = fill_line (self, i, g_ptr_array_index (content->lines, k)) || wrong;
      if (!wrong)
        continue;
      content->answer = TRUE;
      name = td_form_file_name (movement, (guint) unit, (guint) period);
      stem = g_strndup (name, strlen (name) - strlen (".xlsx"));
      path = g_strdup_printf ("%s/%s_%s%s.xlsx", folder, stem, "tra-loi", "");
      for (guint copy = 2; g_file_test (path, G_FILE_TEST_EXISTS); copy++)
        {
          g_free (path);
          path = g_strdup_printf ("%s/%s_%s-%u.xlsx", folder, stem, "tra-loi", copy);
        }
      if (!td_form_book_write (content, path, error))
        return FALSE;
      n++;
    }
  if (n_written != NULL)
    *n_written = n;
  return TRUE;
}
