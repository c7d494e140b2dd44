/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/pages/td-report-model.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/td-page.h"
#include "base/td-date.h"
#include "desk/td-seal.h"
#include "desk/td-why.h"
#include "model/td-rules.h"

struct _TdReportModel
{
  GObject parent_instance;

  TdDesk *desk;      /* owned */
  GtkWidget *widget; /* the page; outlives the model */
  TdEntryState typed_state;

  gboolean by_unit; /* targets × periods of one unit */
  guint period;
  int block;
  guint unit;
  GArray *rows;    /* of guint: units, or targets */
  GArray *columns; /* of guint: targets, or periods */
  GArray *closed;  /* of gboolean, by period */
  TdId closed_of;  /* the movement of those periods */
};

static void td_report_model_interface_init (TdFigureModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdReportModel, td_report_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TD_TYPE_FIGURE_MODEL,
                                                      td_report_model_interface_init))

/* --- figures as they are typed -------------------------------------------------------------------- */

static gboolean
parse_number (const char *text, gboolean foreign, TdDecimal *out, GError **error)
{
  return foreign ? td_decimal_parse_foreign (text, out, error)
                 : td_decimal_parse_typed (text, out, error);
}

static gboolean
parse_ratio (const char *text, gboolean foreign, TdRecord *entry, GError **error)
{
  const char *slash = strchr (text, '/');
  g_autofree char *done = slash != NULL ? g_strndup (text, (gsize) (slash - text)) : NULL;
  TdDecimal first, second;

  if (slash == NULL)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
                   _ ("write how many of how many, as 12/15; “%s” is one figure"), text);
      return FALSE;
    }
  if (!parse_number (done, foreign, &first, error)
      || !parse_number (slash + 1, foreign, &second, error))
    return FALSE;
  td_record_set_decimal (entry, TD_ENTRY_DONE, first);
  td_record_set_decimal (entry, TD_ENTRY_DUE, second);
  return TRUE;
}

gboolean
td_figures_parse (const char *text, TdKind kind, gboolean foreign, TdRecord *entry, GError **error)
{
  TdDecimal number;
  TdDate date;

  switch (kind)
    {
    case TD_KIND_RATIO:
      return parse_ratio (text, foreign, entry, error);
    case TD_KIND_MILESTONE:
      if (strcmp (text, "-") == 0)
        {
          td_record_set_blank (entry, TD_ENTRY_DONE_ON);
          return TRUE;
        }
      if (!td_date_parse (text, &date, error))
        return FALSE;
      td_record_set_date (entry, TD_ENTRY_DONE_ON, date);
      return TRUE;
    case TD_KIND_AMOUNT:
    case TD_KIND_RATING:
    default:
      if (!parse_number (text, foreign, &number, error))
        return FALSE;
      td_record_set_decimal (entry, kind == TD_KIND_AMOUNT ? TD_ENTRY_AMOUNT : TD_ENTRY_POINTS,
                             number);
      return TRUE;
    }
}

char *
td_figures_edit_text (const TdRecord *entry, TdKind kind)
{
  static const int fields[] = { TD_ENTRY_DONE, TD_ENTRY_AMOUNT, TD_ENTRY_DONE_ON, TD_ENTRY_POINTS };
  g_autofree char *first = NULL, *second = NULL;

  if (kind == TD_KIND_MILESTONE)
    return td_record_is_blank (entry, TD_ENTRY_DONE_ON)
               ? g_strdup ("-")
               : td_date_format (td_record_get_date (entry, TD_ENTRY_DONE_ON), TD_STYLE_VIETNAMESE);
  first = td_decimal_format (td_record_get_decimal (entry, fields[kind]), TD_STYLE_VIETNAMESE);
  if (kind != TD_KIND_RATIO || *first == '\0')
    return g_steal_pointer (&first);
  second = td_decimal_format (td_record_get_decimal (entry, TD_ENTRY_DUE), TD_STYLE_VIETNAMESE);
  return g_strdup_printf ("%s/%s", first, second);
}

/* --- places --------------------------------------------------------------------------------------- */

static const TdMovement *
movement_of (TdReportModel *self)
{
  return td_desk_get_movement (self->desk);
}

gboolean
td_report_model_get_place (TdReportModel *self, guint row, guint column, guint *unit, guint *target,
                           guint *period)
{
  guint r, c;

  if (row >= self->rows->len || column >= self->columns->len)
    return FALSE;
  r = g_array_index (self->rows, guint, row);
  c = g_array_index (self->columns, guint, column);
  *unit = self->by_unit ? self->unit : r;
  *target = self->by_unit ? r : c;
  *period = self->by_unit ? c : self->period;
  return TRUE;
}

static int
find_index (GArray *array, guint wanted)
{
  for (guint i = 0; i < array->len; i++)
    if (g_array_index (array, guint, i) == wanted)
      return (int) i;
  return -1;
}

gboolean
td_report_model_find (TdReportModel *self, guint unit, guint target, guint period, guint *row,
                      guint *column)
{
  int r = find_index (self->rows, self->by_unit ? target : unit);
  int c = find_index (self->columns, self->by_unit ? period : target);

  if (r < 0 || c < 0 || (self->by_unit ? unit != self->unit : period != self->period))
    return FALSE;
  *row = (guint) r;
  *column = (guint) c;
  return TRUE;
}

/* Whether the unit reports on this target for this period at all. */
static gboolean
is_open (TdReportModel *self, guint unit, guint target, guint period)
{
  const TdMovement *movement = movement_of (self);

  return td_movement_applies (movement, target, unit)
         && td_period_overlaps (td_movement_period (movement, period),
                                td_movement_unit (movement, unit));
}

static const TdEntry *
find_entry (TdReportModel *self, guint unit, guint target, guint period)
{
  guint n;
  const TdEntry *entries =
      td_score_data_get_entries (td_desk_get_data (self->desk), unit, target, &n);

  for (guint i = 0; i < n; i++)
    if (entries[i].period == period)
      return &entries[i];
  return NULL;
}

gboolean
td_report_model_is_waiting (TdReportModel *self, guint row, guint column)
{
  guint unit, target, period;
  const TdEntry *entry;

  if (!td_report_model_get_place (self, row, column, &unit, &target, &period))
    return FALSE;
  entry = find_entry (self, unit, target, period);
  return entry != NULL && entry->state == TD_ENTRY_PENDING;
}

gboolean
td_report_model_find_waiting (TdReportModel *self, int step, guint *row, guint *column)
{
  guint64 n = (guint64) self->rows->len * self->columns->len;
  guint64 at = (guint64) *row * self->columns->len + *column;

  for (guint64 i = 0; i < n; i++)
    {
      at = step > 0 ? (at + 1) % n : (at + n - 1) % n;
      if (td_report_model_is_waiting (self, (guint) (at / self->columns->len),
                                      (guint) (at % self->columns->len)))
        {
          *row = (guint) (at / self->columns->len);
          *column = (guint) (at % self->columns->len);
          return TRUE;
        }
    }
  return FALSE;
}

/* --- what a cell shows ---------------------------------------------------------------------------- */

static void
look_at_entry (const TdMovement *movement, const TdEntry *entry, TdFigureLook *out)
{
  static const TdFigureTone tones[] = {
    [TD_ENTRY_DRAFT] = TD_FIGURE_DRAFT,   [TD_ENTRY_PENDING] = TD_FIGURE_WAITING,
    [TD_ENTRY_ACCEPTED] = TD_FIGURE_GOOD, [TD_ENTRY_CORRECTED] = TD_FIGURE_CHANGED,
    [TD_ENTRY_REJECTED] = TD_FIGURE_BAD,
  };
  const TdField *state = &td_table_get (TD_TABLE_ENTRIES)->fields[TD_ENTRY_STATE];
  TdKind kind = td_movement_target (movement, entry->target)->kind;
  gboolean corrected = entry->state == TD_ENTRY_CORRECTED;

  out->tone = tones[entry->state];
  out->text = td_figures_words (corrected ? &entry->appraised : &entry->reported, kind);
  if (corrected)
    {
      g_autofree char *reported = td_figures_words (&entry->reported, kind);

      out->words =
          g_strdup_printf (_ ("%s; reported %s"), _ (state->choices[entry->state].title), reported);
    }
  else
    out->words = g_strdup (_ (state->choices[entry->state].title));
}

static void
td_report_model_look (TdFigureModel *model, guint row, guint column, TdFigureLook *out)
{
  TdReportModel *self = TD_REPORT_MODEL (model);
  const TdMovement *movement = movement_of (self);
  guint unit, target, period;
  const TdEntry *entry;
  const TdTarget *description;
  TdDate as_of = td_desk_get_as_of (self->desk);

  if (movement == NULL || !td_report_model_get_place (self, row, column, &unit, &target, &period))
    return;
  entry = find_entry (self, unit, target, period);
  if (entry != NULL)
    {
      look_at_entry (movement, entry, out);
      return;
    }
  description = td_movement_target (movement, target);
  if (!is_open (self, unit, target, period))
    {
      out->tone = TD_FIGURE_OFF;
      out->words = g_strdup (_ ("does not apply"));
    }
  else if (description->frequency == TD_FREQUENCY_PERIOD
               ? td_movement_period (movement, period)->due <= as_of
               : td_scores_get_cell (td_desk_get_scores (self->desk), unit, target)->state
                         == TD_STATE_MISSING
                     && period + 1 == movement->periods->len)
    {
      out->tone = TD_FIGURE_DUE;
      out->words = g_strdup (_ ("no report yet, and it is due"));
    }
}

static void
td_report_model_get_size (TdFigureModel *model, guint *rows, guint *columns)
{
  *rows = TD_REPORT_MODEL (model)->rows->len;
  *columns = TD_REPORT_MODEL (model)->columns->len;
}

static char *
td_report_model_get_row_title (TdFigureModel *model, guint row)
{
  TdReportModel *self = TD_REPORT_MODEL (model);
  guint index = g_array_index (self->rows, guint, row);

  if (self->by_unit)
    {
      const TdTarget *target = td_movement_target (movement_of (self), index);

      return g_strdup_printf ("%s %s", target->code, target->name);
    }
  return g_strdup (td_movement_unit (movement_of (self), index)->name);
}

static char *
td_report_model_get_column_title (TdFigureModel *model, guint column, char **tip)
{
  TdReportModel *self = TD_REPORT_MODEL (model);
  guint index = g_array_index (self->columns, guint, column);

  if (self->by_unit)
    return g_strdup (td_movement_period (movement_of (self), index)->name);
  if (tip != NULL)
    *tip = g_strdup_printf ("%s: %s", td_movement_target (movement_of (self), index)->code,
                            td_movement_target (movement_of (self), index)->name);
  return g_strdup (td_movement_target (movement_of (self), index)->code);
}

TdRecord *
td_report_model_dup_entry (TdReportModel *self, guint unit, guint target, guint period)
{
  const TdMovement *movement = movement_of (self);
  TdId u = td_movement_unit (movement, unit)->id, t = td_movement_target (movement, target)->id;
  TdId p = td_movement_period (movement, period)->id;
  TdRecord *record = td_store_get_entry (td_desk_get_store (self->desk), t, u, p);

  if (record == NULL)
    {
      record = td_record_new (TD_TABLE_ENTRIES, TD_ID_NONE);
      td_record_set_ref (record, TD_ENTRY_UNIT, u);
      td_record_set_ref (record, TD_ENTRY_TARGET, t);
      td_record_set_ref (record, TD_ENTRY_PERIOD, p);
    }
  return record;
}

static char *
td_report_model_get_edit_text (TdFigureModel *model, guint row, guint column)
{
  TdReportModel *self = TD_REPORT_MODEL (model);
  guint unit, target, period;
  g_autoptr (TdRecord) record = NULL;

  if (!td_report_model_get_place (self, row, column, &unit, &target, &period)
      || find_entry (self, unit, target, period) == NULL)
    return g_strdup ("");
  record = td_report_model_dup_entry (self, unit, target, period);
  return td_figures_edit_text (record, td_movement_target (movement_of (self), target)->kind);
}

static gboolean
td_report_model_is_editable (TdFigureModel *model, guint row, guint column)
{
  TdReportModel *self = TD_REPORT_MODEL (model);
  guint unit, target, period;

  return !td_store_is_read_only (td_desk_get_store (self->desk))
         && td_report_model_get_place (self, row, column, &unit, &target, &period)
         && !td_report_model_is_closed (self, period) && is_open (self, unit, target, period);
}

static guint
td_report_model_get_paste_width (TdFigureModel *model, guint column)
{
  TdReportModel *self = TD_REPORT_MODEL (model);

  if (self->by_unit)
    return 1;
  return td_movement_target (movement_of (self), g_array_index (self->columns, guint, column))->kind
                 == TD_KIND_RATIO
             ? 2
             : 1;
}

/* --- writing -------------------------------------------------------------------------------------- */

/* One cell to be written: an entry, or with @gone one to be taken away. */
typedef struct
{
  TdRecord *record;
  gboolean gone;
} Write;

static void
clear_write (gpointer data)
{
  td_record_free (((Write *) data)->record);
}

static void
fault_cb (int field, const char *what, gpointer data)
{
  char **reason = data;

  if (*reason == NULL)
    *reason = g_strdup (what);
}

/* Fills @out from what was typed; FALSE with @edit's reason set when that is wrong. */
static gboolean
read_edit (TdReportModel *self, TdFigureEdit *edit, Write *out)
{
  const TdMovement *movement = movement_of (self);
  TdRuleContext context = { movement->decimals };
  g_autofree char *text = g_strstrip (g_strdup (edit->text));
  g_autoptr (TdRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  guint unit, target, period;

  if (!td_report_model_get_place (self, edit->row, edit->column, &unit, &target, &period))
    return FALSE;
  record = td_report_model_dup_entry (self, unit, target, period);
  context.kind = td_movement_target (movement, target)->kind;
  context.max_points = td_movement_target (movement, target)->max_points;
  if (*text == '\0')
    {
      out->record = g_steal_pointer (&record);
      out->gone = TRUE;
      return TRUE;
    }
  if (!td_figures_parse (text, context.kind, edit->foreign, record, &error))
    {
      edit->reason = g_strdup (error->message);
      return FALSE;
    }
  /* Other figures than those appraised: the appraisal has to look again. */
  td_record_set_number (record, TD_ENTRY_STATE, self->typed_state);
  for (int field = TD_ENTRY_APPRAISED_DONE; field <= TD_ENTRY_APPRAISED_POINTS; field++)
    td_record_set_blank (record, field);
  if (!td_record_check (record, &context, fault_cb, &edit->reason))
    return FALSE;
  out->record = g_steal_pointer (&record);
  out->gone = FALSE;
  return TRUE;
}

static gboolean
write_func (TdTxn *txn, gpointer data, GError **error)
{
  GArray *writes = data;

  for (guint i = 0; i < writes->len; i++)
    {
      Write *write = &g_array_index (writes, Write, i);

      if (write->gone
              ? !td_txn_delete_entry (txn, td_record_get_ref (write->record, TD_ENTRY_TARGET),
                                      td_record_get_ref (write->record, TD_ENTRY_UNIT),
                                      td_record_get_ref (write->record, TD_ENTRY_PERIOD), error)
              : !td_txn_put (txn, write->record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
td_report_model_write (TdFigureModel *model, GArray *edits, const char *what)
{
  TdReportModel *self = TD_REPORT_MODEL (model);
  g_autoptr (GArray) writes = g_array_new (FALSE, TRUE, sizeof (Write));
  g_autofree char *label = NULL;

  g_array_set_clear_func (writes, clear_write);
  for (guint i = 0; i < edits->len; i++)
    {
      Write write = { NULL };

      if (read_edit (self, &g_array_index (edits, TdFigureEdit, i), &write))
        g_array_append_val (writes, write);
    }
  if (writes->len == 0)
    return FALSE;
  if (writes->len == 1)
    {
      const Write *write = &g_array_index (writes, Write, 0);
      g_autofree char *words =
          td_store_record_words (td_desk_get_store (self->desk), write->record);

      label = write->gone ? g_strdup_printf (_ ("Clear %s"), words)
                          : g_strdup_printf (_ ("Enter %s"), words);
    }
  else
    label = g_strdup_printf (_ ("%s (%u cells)"), what, writes->len);
  return td_write (self->widget, self->desk, label, write_func, writes, NULL);
}

/* --- what is shown -------------------------------------------------------------------------------- */

static int
compare_units (gconstpointer a, gconstpointer b, gpointer data)
{
  const TdMovement *movement = data;
  guint x = *(const guint *) a, y = *(const guint *) b;
  int block = td_movement_unit (movement, x)->block - td_movement_unit (movement, y)->block;

  return block != 0 ? block : (x > y) - (x < y);
}

static void
find_closed (TdReportModel *self)
{
  const TdMovement *movement = movement_of (self);

  g_array_set_size (self->closed, 0);
  self->closed_of = td_desk_get_movement_id (self->desk);
  for (guint i = 0; movement != NULL && i < movement->periods->len; i++)
    {
      g_autoptr (TdRecord) seal = td_seal_find (td_desk_get_store (self->desk), movement->id,
                                                td_movement_period (movement, i)->id);
      gboolean closed = seal != NULL;

      g_array_append_val (self->closed, closed);
    }
}

gboolean
td_report_model_is_closed (TdReportModel *self, guint period)
{
  return period < self->closed->len && g_array_index (self->closed, gboolean, period);
}

void
td_report_model_follow_seals (TdReportModel *self)
{
  find_closed (self);
  td_figure_model_emit_changed (TD_FIGURE_MODEL (self));
}

static void
rebuild (TdReportModel *self)
{
  const TdMovement *movement = movement_of (self);

  g_array_set_size (self->rows, 0);
  g_array_set_size (self->columns, 0);
  if (self->closed_of != td_desk_get_movement_id (self->desk))
    find_closed (self);
  if (movement == NULL)
    return;
  if (self->by_unit)
    {
      for (guint target = 0; self->unit < movement->units->len && target < movement->targets->len;
           target++)
        if (td_movement_applies (movement, target, self->unit))
          g_array_append_val (self->rows, target);
      for (guint period = 0; period < movement->periods->len; period++)
        g_array_append_val (self->columns, period);
      return;
    }
  if (self->period >= movement->periods->len)
    return;
  for (guint unit = 0; unit < movement->units->len; unit++)
    if ((self->block < 0 || td_movement_unit (movement, unit)->block == self->block)
        && td_period_overlaps (td_movement_period (movement, self->period),
                               td_movement_unit (movement, unit)))
      g_array_append_val (self->rows, unit);
  g_qsort_with_data (self->rows->data, (int) self->rows->len, sizeof (guint), compare_units,
                     (gpointer) movement);
  for (guint target = 0; target < movement->targets->len; target++)
    for (guint i = 0; i < self->rows->len; i++)
      if (td_movement_applies (movement, target, g_array_index (self->rows, guint, i)))
        {
          g_array_append_val (self->columns, target);
          break;
        }
}

static void
scores_changed_cb (TdReportModel *self)
{
  rebuild (self);
  td_figure_model_emit_changed (TD_FIGURE_MODEL (self));
}

void
td_report_model_show_period (TdReportModel *self, guint period, int block)
{
  self->by_unit = FALSE;
  self->period = period;
  self->block = block;
  scores_changed_cb (self);
}

void
td_report_model_show_unit (TdReportModel *self, guint unit)
{
  self->by_unit = TRUE;
  self->unit = unit;
  scores_changed_cb (self);
}

void
td_report_model_set_typed_state (TdReportModel *self, TdEntryState state)
{
  self->typed_state = state;
}

/* --- object --------------------------------------------------------------------------------------- */

static void
td_report_model_finalize (GObject *object)
{
  TdReportModel *self = TD_REPORT_MODEL (object);

  g_clear_object (&self->desk);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_array_unref (self->closed);
  G_OBJECT_CLASS (td_report_model_parent_class)->finalize (object);
}

static void
td_report_model_class_init (TdReportModelClass *class)
{
  G_OBJECT_CLASS (class)->finalize = td_report_model_finalize;
}

static void
td_report_model_interface_init (TdFigureModelInterface *interface)
{
  interface->get_size = td_report_model_get_size;
  interface->get_row_title = td_report_model_get_row_title;
  interface->get_column_title = td_report_model_get_column_title;
  interface->look = td_report_model_look;
  interface->get_edit_text = td_report_model_get_edit_text;
  interface->is_editable = td_report_model_is_editable;
  interface->get_paste_width = td_report_model_get_paste_width;
  interface->write = td_report_model_write;
}

static void
td_report_model_init (TdReportModel *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->closed = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->typed_state = TD_ENTRY_PENDING;
  self->block = -1;
}

TdReportModel *
td_report_model_new (TdDesk *desk, GtkWidget *widget)
{
  TdReportModel *self = g_object_new (TD_TYPE_REPORT_MODEL, NULL);

  self->desk = g_object_ref (desk);
  self->widget = widget;
  g_signal_connect_object (desk, "scores-changed", G_CALLBACK (scores_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
