/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/pages/td-reports-page.h"

#include <glib/gi18n.h>

#include "app/pages/td-report-model.h"
#include "app/td-accept-many.h"
#include "app/td-arrears-window.h"
#include "app/td-close-period.h"
#include "app/td-collect-window.h"
#include "app/td-evidence-window.h"
#include "app/td-file-choice.h"
#include "app/td-forms-out.h"
#include "app/widgets/td-appraisal-panel.h"
#include "app/widgets/td-evidence-box.h"
#include "app/widgets/td-figure-grid.h"
#include "app/widgets/td-form.h"
#include "app/widgets/td-why-view.h"

struct _TdReportsPage
{
  TdPage parent_instance;

  /* template */
  GtkDropDown *periods;
  GtkDropDown *blocks;
  GtkDropDown *units;
  GtkDropDown *typed_state;
  TdFigureGrid *grid;
  GtkLabel *closed;
  GtkLabel *title;
  TdAppraisalPanel *appraisal;
  TdForm *form;
  TdEvidenceBox *evidence;
  TdWhyView *why;

  /* owned */
  TdReportModel *model; /* NULL: no file */
  gboolean filling;
  TdKind form_kind; /* the fields of the form are this kind's */
  gboolean has_form_kind;
};

G_DEFINE_FINAL_TYPE (TdReportsPage, td_reports_page, TD_TYPE_PAGE)

/* --- the form ------------------------------------------------------------------------------------- */

static const int fields_of_kind[][9] = {
  [TD_KIND_RATIO] = { TD_ENTRY_DONE, TD_ENTRY_DUE, TD_ENTRY_STATE, TD_ENTRY_APPRAISED_DONE,
                      TD_ENTRY_APPRAISED_DUE, TD_ENTRY_RECEIVED_ON, TD_ENTRY_NOTE, -1 },
  [TD_KIND_AMOUNT] = { TD_ENTRY_AMOUNT, TD_ENTRY_STATE, TD_ENTRY_APPRAISED_AMOUNT,
                       TD_ENTRY_RECEIVED_ON, TD_ENTRY_NOTE, -1 },
  [TD_KIND_MILESTONE] = { TD_ENTRY_DONE_ON, TD_ENTRY_STATE, TD_ENTRY_APPRAISED_DONE_ON,
                          TD_ENTRY_RECEIVED_ON, TD_ENTRY_NOTE, -1 },
  [TD_KIND_RATING] = { TD_ENTRY_POINTS, TD_ENTRY_STATE, TD_ENTRY_APPRAISED_POINTS,
                       TD_ENTRY_RECEIVED_ON, TD_ENTRY_NOTE, -1 },
};

static gboolean
current_place (TdReportsPage *self, guint *unit, guint *target, guint *period)
{
  guint row, column;

  return self->model != NULL && td_figure_grid_get_cursor (self->grid, &row, &column)
         && td_report_model_get_place (self->model, row, column, unit, target, period);
}

static void
update_actions (TdReportsPage *self)
{
  gboolean writable = td_page_is_writable (TD_PAGE (self));
  gboolean there = self->model != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save",
                                 writable && td_form_is_modified (self->form)
                                     && td_form_is_valid (self->form));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.accept",
                                 td_appraisal_panel_is_active (self->appraisal));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.accept-many", writable && there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.forms-out", there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.board", there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.paper", there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.evidence", there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.close-period", writable && there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.forms-in", writable && there);
}

static void
show_entry (TdReportsPage *self)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  const TdMovement *movement = desk != NULL ? td_desk_get_movement (desk) : NULL;
  g_autoptr (TdRecord) entry = NULL;
  g_autofree char *title = NULL;
  guint unit, target, period, n = 0;

  if (movement == NULL || !current_place (self, &unit, &target, &period))
    {
      td_form_set_record (self->form, desk, NULL, FALSE);
      gtk_label_set_text (self->title, "");
      td_why_view_show (self->why, TD_ID_NONE, TD_ID_NONE);
      td_appraisal_panel_show (self->appraisal, desk, NULL, FALSE);
      td_evidence_box_show (self->evidence, desk, NULL, FALSE);
      update_actions (self);
      return;
    }
  if (!self->has_form_kind || self->form_kind != td_movement_target (movement, target)->kind)
    {
      self->form_kind = td_movement_target (movement, target)->kind;
      self->has_form_kind = TRUE;
      while (fields_of_kind[self->form_kind][n] >= 0)
        n++;
      td_form_set_fields (self->form, fields_of_kind[self->form_kind], n);
    }
  entry = td_report_model_dup_entry (self->model, unit, target, period);
  title = td_store_record_words (td_desk_get_store (desk), entry);
  gtk_label_set_text (self->title, title);
  td_form_set_record (self->form, desk, entry,
                      td_page_is_writable (TD_PAGE (self))
                          && !td_report_model_is_closed (self->model, period)
                          && td_movement_applies (movement, target, unit));
  gtk_widget_set_visible (GTK_WIDGET (self->closed),
                          td_report_model_is_closed (self->model, period));
  td_appraisal_panel_show (self->appraisal, desk, entry,
                           td_page_is_writable (TD_PAGE (self))
                               && !td_report_model_is_closed (self->model, period));
  td_evidence_box_show (self->evidence, desk, entry,
                        td_page_is_writable (TD_PAGE (self))
                            && !td_report_model_is_closed (self->model, period)
                            && td_movement_applies (movement, target, unit));
  td_why_view_show (self->why, td_movement_unit (movement, unit)->id,
                    td_movement_target (movement, target)->id);
  update_actions (self);
}

static gboolean
put_func (TdTxn *txn, gpointer data, GError **error)
{
  return td_txn_put (txn, data, error);
}

static gboolean
write_entry (TdReportsPage *self, TdRecord *entry, const char *format)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autofree char *words = td_store_record_words (td_desk_get_store (desk), entry);
  g_autoptr (GString) label = g_string_new (format);

  g_string_replace (label, "%s", words, 1);
  if (td_write (GTK_WIDGET (self), desk, label->str, put_func, entry, problems))
    return TRUE;
  td_form_show_problems (self->form, problems);
  return FALSE;
}

static gboolean
save (TdReportsPage *self)
{
  g_autoptr (TdRecord) entry = NULL;

  if (!td_form_is_modified (self->form))
    return TRUE;
  if (!td_form_is_valid (self->form))
    {
      td_toast (GTK_WIDGET (self), _ ("What is marked in the form is not right yet"));
      return FALSE;
    }
  entry = td_record_copy (td_form_get_draft (self->form));
  return write_entry (self, entry, _ ("Edit %s"));
}

/* To the next entry that awaits appraisal; what was typed in the form is written on the way. */
static void
move_cb (TdReportsPage *self, int step)
{
  guint row = 0, column = 0;

  if (self->model == NULL || !td_figure_grid_finish_editing (self->grid))
    return;
  td_figure_grid_get_cursor (self->grid, &row, &column);
  if (td_report_model_find_waiting (self->model, step, &row, &column))
    td_figure_grid_set_cursor (self->grid, row, column);
  else
    td_toast (GTK_WIDGET (self), _ ("Nothing here awaits appraisal"));
}

/* The waiting entries of the range selected, or of all that is shown when that is one cell. */
static GArray *
find_waiting (TdReportsPage *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (TdEntryPlace));
  guint row, column, last_row, last_column;

  if (!td_figure_grid_get_range (self->grid, &row, &column, &last_row, &last_column)
      || (row == last_row && column == last_column))
    {
      row = column = 0;
      td_figure_model_get_size (TD_FIGURE_MODEL (self->model), &last_row, &last_column);
      last_row = last_row > 0 ? last_row - 1 : 0;
      last_column = last_column > 0 ? last_column - 1 : 0;
    }
  for (guint r = row; r <= last_row; r++)
    for (guint c = column; c <= last_column; c++)
      {
        TdEntryPlace place;

        if (td_report_model_is_waiting (self->model, r, c)
            && td_report_model_get_place (self->model, r, c, &place.unit, &place.target,
                                          &place.period))
          g_array_append_val (places, place);
      }
  return places;
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (TD_REPORTS_PAGE (widget));
}

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdReportsPage *self = TD_REPORTS_PAGE (widget);

  if (td_figure_grid_finish_editing (self->grid) && save (self)
      && td_appraisal_panel_appraise (self->appraisal, TD_ENTRY_ACCEPTED))
    move_cb (self, 1);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_cb (TD_REPORTS_PAGE (widget), g_str_equal (name, "report.next") ? 1 : -1);
}

static void
accept_many_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdReportsPage *self = TD_REPORTS_PAGE (widget);
  g_autoptr (GArray) places = NULL;

  if (!td_figure_grid_finish_editing (self->grid) || !save (self))
    return;
  places = find_waiting (self);
  td_accept_many (widget, td_page_get_desk (TD_PAGE (self)), places);
}

/* --- forms ---------------------------------------------------------------------------------------- */

static const char *const form_patterns[] = { "*.xlsx", "*.xlsm", "*.ods", NULL };

static void
forms_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdReportsPage *self = TD_REPORTS_PAGE (widget);

  td_forms_out (widget, td_page_get_desk (TD_PAGE (self)),
                gtk_drop_down_get_selected (self->periods));
}

static void
board_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdReportsPage *self = TD_REPORTS_PAGE (widget);

  td_arrears_window_show (widget, td_page_get_desk (TD_PAGE (self)),
                          gtk_drop_down_get_selected (self->periods));
}

/* The letter to all who are late, or the report, of the period in view. */
static void
paper_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdReportsPage *self = TD_REPORTS_PAGE (widget);
  const TdMovement *movement = td_desk_get_movement (td_page_get_desk (TD_PAGE (self)));
  guint period = gtk_drop_down_get_selected (self->periods);

  td_go_paper (widget, g_variant_get_string (parameter, NULL), TD_ID_NONE,
               td_movement_period (movement, period)->id);
}

static void
evidence_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_evidence_window_show (widget, td_page_get_desk (TD_PAGE (widget)));
}

static void
close_period_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdReportsPage *self = TD_REPORTS_PAGE (widget);
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  guint period = gtk_drop_down_get_selected (self->periods);

  if (td_figure_grid_finish_editing (self->grid) && save (self))
    td_close_period_ask (widget, desk,
                         td_movement_period (td_desk_get_movement (desk), period)->id);
}

static void
forms_chosen (GtkWidget *widget, GListModel *files, gpointer data)
{
  td_collect_window_show (widget, td_page_get_desk (TD_PAGE (widget)), files);
}

static void
forms_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean folder = g_str_equal (name, "report.forms-in-folder");
  TdFileChoice choice = { .title = _ ("Forms that came back"),
                          .action = folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER
                                           : GTK_FILE_CHOOSER_ACTION_OPEN,
                          .patterns = folder ? NULL : form_patterns,
                          .pattern_title = _ ("Forms: XLSX, ODS"),
                          .several = TRUE };

  td_choose_files (widget, &choice, forms_chosen, NULL, NULL);
}

static void
form_changed_cb (TdReportsPage *self)
{
  update_actions (self);
}

static void
cursor_moved_cb (TdReportsPage *self)
{
  /* What was typed in the form of the cell before is written first; what is wrong there is told. */
  if (td_form_is_modified (self->form))
    save (self);
  show_entry (self);
}

/* --- what is shown -------------------------------------------------------------------------------- */

static void
apply_filter (TdReportsPage *self)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  const TdMovement *movement = desk != NULL ? td_desk_get_movement (desk) : NULL;
  guint unit = gtk_drop_down_get_selected (self->units),
        block = gtk_drop_down_get_selected (self->blocks);
  guint period = gtk_drop_down_get_selected (self->periods);

  if (movement == NULL || self->filling)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->periods), unit == 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->blocks), unit == 0);
  if (unit > 0 && unit != GTK_INVALID_LIST_POSITION)
    td_report_model_show_unit (self->model, unit - 1);
  else
    td_report_model_show_period (self->model, period, (int) block - 1);
  show_entry (self);
}

static void
filter_changed_cb (TdReportsPage *self)
{
  apply_filter (self);
}

static void
typed_state_changed_cb (TdReportsPage *self)
{
  if (self->model != NULL)
    td_report_model_set_typed_state (
        self->model,
        gtk_drop_down_get_selected (self->typed_state) == 1 ? TD_ENTRY_ACCEPTED : TD_ENTRY_PENDING);
}

static guint
kept (guint selected, guint n)
{
  return selected < n ? selected : 0;
}

/* The latest period that is due: what the office works on. */
static guint
current_period (const TdMovement *movement, TdDate as_of)
{
  guint current = 0;

  for (guint i = 0; i < movement->periods->len; i++)
    if (td_movement_period (movement, i)->starts <= as_of)
      current = i;
  return current;
}

static void
fill_filters (TdReportsPage *self, gboolean anew)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  const TdMovement *movement = desk != NULL ? td_desk_get_movement (desk) : NULL;
  g_autoptr (GtkStringList) periods = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) blocks = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) units = gtk_string_list_new (NULL);
  guint period = gtk_drop_down_get_selected (self->periods);
  guint block = gtk_drop_down_get_selected (self->blocks),
        unit = gtk_drop_down_get_selected (self->units);

  self->filling = TRUE;
  gtk_string_list_append (blocks, _ ("All blocks"));
  gtk_string_list_append (units, _ ("All units of a period"));
  for (guint i = 0; movement != NULL && i < movement->periods->len; i++)
    gtk_string_list_append (periods, td_movement_period (movement, i)->name);
  for (guint i = 0; movement != NULL && i < movement->blocks->len; i++)
    gtk_string_list_append (blocks, td_movement_block (movement, i));
  for (guint i = 0; movement != NULL && i < movement->units->len; i++)
    gtk_string_list_append (units, td_movement_unit (movement, i)->name);
  if (anew && movement != NULL)
    period = current_period (movement, td_desk_get_as_of (desk));
  gtk_drop_down_set_model (self->periods, G_LIST_MODEL (periods));
  gtk_drop_down_set_model (self->blocks, G_LIST_MODEL (blocks));
  gtk_drop_down_set_model (self->units, G_LIST_MODEL (units));
  gtk_drop_down_set_selected (self->periods,
                              kept (period, g_list_model_get_n_items (G_LIST_MODEL (periods))));
  gtk_drop_down_set_selected (
      self->blocks, anew ? 0 : kept (block, g_list_model_get_n_items (G_LIST_MODEL (blocks))));
  gtk_drop_down_set_selected (
      self->units, anew ? 0 : kept (unit, g_list_model_get_n_items (G_LIST_MODEL (units))));
  self->filling = FALSE;
}

/* --- page ----------------------------------------------------------------------------------------- */

static void
td_reports_page_set_desk (TdPage *page, TdDesk *desk)
{
  TdReportsPage *self = TD_REPORTS_PAGE (page);

  td_figure_grid_set_model (self->grid, NULL);
  g_clear_object (&self->model);
  td_why_view_set_desk (self->why, desk);
  fill_filters (self, TRUE);
  if (desk != NULL)
    {
      self->model = td_report_model_new (desk, GTK_WIDGET (self));
      typed_state_changed_cb (self);
      apply_filter (self);
      td_figure_grid_set_model (self->grid, TD_FIGURE_MODEL (self->model));
      td_figure_grid_set_cursor (self->grid, 0, 0);
    }
  show_entry (self);
}

static void
td_reports_page_records_changed (TdPage *page, const TdChanges *changes)
{
  TdReportsPage *self = TD_REPORTS_PAGE (page);

  if (td_changes_touch (changes, TD_TABLE_UNITS) || td_changes_touch (changes, TD_TABLE_PERIODS)
      || td_changes_touch (changes, TD_TABLE_MOVEMENT))
    {
      fill_filters (self, FALSE);
      apply_filter (self);
    }
  else if (td_changes_touch (changes, TD_TABLE_ENTRIES)
           || td_changes_touch (changes, TD_TABLE_SEALS)
           || td_changes_touch (changes, TD_TABLE_EVIDENCE_USES))
    {
      if (self->model != NULL)
        td_report_model_follow_seals (self->model);
      show_entry (self);
    }
}

static void
td_reports_page_scores_changed (TdPage *page)
{
  TdReportsPage *self = TD_REPORTS_PAGE (page);
  TdDesk *desk = td_page_get_desk (page);
  const TdMovement *movement = td_desk_get_movement (desk);

  /* Another movement has other periods. */
  if (movement != NULL
      && g_list_model_get_n_items (gtk_drop_down_get_model (self->periods))
             != movement->periods->len)
    {
      fill_filters (self, TRUE);
      apply_filter (self);
    }
}

static void
td_reports_page_go_to (TdPage *page, const TdPlace *place)
{
  TdReportsPage *self = TD_REPORTS_PAGE (page);
  TdDesk *desk = td_page_get_desk (page);
  const TdMovement *movement = td_desk_get_movement (desk);
  int unit, target, period;
  guint row, column;

  if (movement == NULL || place->id == TD_ID_NONE)
    return;
  unit = td_movement_find_unit (movement, place->id);
  target = td_movement_find_target (movement, place->target);
  period = td_movement_find_period (movement, place->period);
  if (unit < 0)
    return;
  if (period >= 0)
    {
      gtk_drop_down_set_selected (self->units, 0);
      gtk_drop_down_set_selected (self->blocks, 0);
      gtk_drop_down_set_selected (self->periods, (guint) period);
    }
  else
    gtk_drop_down_set_selected (self->units, (guint) unit + 1);
  if (target >= 0
      && td_report_model_find (self->model, (guint) unit, (guint) target,
                               period >= 0 ? (guint) period : movement->periods->len - 1, &row,
                               &column))
    td_figure_grid_set_cursor (self->grid, row, column);
}

static gboolean
td_reports_page_leave (TdPage *page)
{
  TdReportsPage *self = TD_REPORTS_PAGE (page);

  td_figure_grid_finish_editing (self->grid);
  return save (self);
}

static void
td_reports_page_find (TdPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (TD_REPORTS_PAGE (page)->units));
}

static void
td_reports_page_dispose (GObject *object)
{
  TdReportsPage *self = TD_REPORTS_PAGE (object);

  if (self->grid != NULL)
    td_figure_grid_set_model (self->grid, NULL);
  g_clear_object (&self->model);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_REPORTS_PAGE);
  G_OBJECT_CLASS (td_reports_page_parent_class)->dispose (object);
}

static void
td_reports_page_class_init (TdReportsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  TdPageClass *page_class = TD_PAGE_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = td_reports_page_dispose;
  page_class->set_desk = td_reports_page_set_desk;
  page_class->records_changed = td_reports_page_records_changed;
  page_class->scores_changed = td_reports_page_scores_changed;
  page_class->go_to = td_reports_page_go_to;
  page_class->leave = td_reports_page_leave;
  page_class->find = td_reports_page_find;

  g_type_ensure (TD_TYPE_APPRAISAL_PANEL);
  g_type_ensure (TD_TYPE_EVIDENCE_BOX);
  g_type_ensure (TD_TYPE_FIGURE_GRID);
  g_type_ensure (TD_TYPE_FORM);
  g_type_ensure (TD_TYPE_WHY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/thidua/ThiDua/ui/pages/td-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdReportsPage, periods);
  gtk_widget_class_bind_template_child (widget_class, TdReportsPage, blocks);
  gtk_widget_class_bind_template_child (widget_class, TdReportsPage, units);
  gtk_widget_class_bind_template_child (widget_class, TdReportsPage, typed_state);
  gtk_widget_class_bind_template_child (widget_class, TdReportsPage, grid);
  gtk_widget_class_bind_template_child (widget_class, TdReportsPage, closed);
  gtk_widget_class_bind_template_child (widget_class, TdReportsPage, title);
  gtk_widget_class_bind_template_child (widget_class, TdReportsPage, appraisal);
  gtk_widget_class_bind_template_child (widget_class, TdReportsPage, form);
  gtk_widget_class_bind_template_child (widget_class, TdReportsPage, evidence);
  gtk_widget_class_bind_template_child (widget_class, TdReportsPage, why);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_state_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_install_action (widget_class, "report.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "report.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "report.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "report.previous", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "report.accept-many", NULL, accept_many_action);
  gtk_widget_class_install_action (widget_class, "report.forms-out", NULL, forms_out_action);
  gtk_widget_class_install_action (widget_class, "report.forms-in", NULL, forms_in_action);
  gtk_widget_class_install_action (widget_class, "report.board", NULL, board_action);
  gtk_widget_class_install_action (widget_class, "report.paper", "s", paper_action);
  gtk_widget_class_install_action (widget_class, "report.evidence", NULL, evidence_action);
  gtk_widget_class_install_action (widget_class, "report.close-period", NULL, close_period_action);
  gtk_widget_class_install_action (widget_class, "report.forms-in-folder", NULL, forms_in_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "report.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "report.accept", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "report.next",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "report.previous",
                                       NULL);
}

static void
td_reports_page_init (TdReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Figures"), -1);
}
