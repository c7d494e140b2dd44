/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/pages/td-targets-page.h"

#include <glib/gi18n.h>

#include "app/pages/td-areas-page.h"
#include "app/widgets/td-chart-view.h"
#include "app/widgets/td-target-form.h"
#include "desk/td-board.h"
#include "desk/td-sandbox.h"
#include "figures/td-figures.h"

struct _TdTargetsPage
{
  TdRecordPage parent_instance;

  TdChartView *picture; /* from value to points, as typed */
  GtkLabel *scope;      /* to whom it applies */
  GtkExpander *scope_expander;
};

G_DEFINE_FINAL_TYPE (TdTargetsPage, td_targets_page, TD_TYPE_RECORD_PAGE)

static const int columns[] = { TD_TARGET_CODE,
                               TD_TARGET_NAME,
                               TD_TARGET_AREA,
                               TD_TARGET_KIND,
                               TD_TARGET_RULE,
                               TD_TARGET_MAX_POINTS,
                               -1 };

/* What it is, how it is scored, to whom and when. */
static const int fields[] = {
  TD_TARGET_CODE,
  TD_TARGET_NAME,
  TD_TARGET_AREA,
  TD_TARGET_GROUP,
  TD_TARGET_KIND,
  TD_TARGET_ACCUMULATION,
  TD_TARGET_RULE,
  TD_TARGET_DIRECTION,
  TD_TARGET_GOAL,
  TD_TARGET_FLOOR,
  TD_TARGET_STEPS,
  TD_TARGET_MAX_POINTS,
  TD_TARGET_DUE,
  TD_TARGET_LATE_SHARE,
  TD_TARGET_FREQUENCY,
  TD_TARGET_IF_MISSING,
  TD_TARGET_IF_NONE_ARISING,
  TD_TARGET_PACE,
  TD_TARGET_APPLIES_TO,
  TD_TARGET_UNIT_OF_MEASURE,
  TD_TARGET_EVIDENCE,
  -1,
};

static void
prepare (TdRecordPage *page, TdRecord *record)
{
  td_record_set_number (record, TD_TARGET_KIND, TD_KIND_RATIO);
  td_record_set_number (record, TD_TARGET_RULE, TD_RULE_LINEAR);
  td_record_set_number (record, TD_TARGET_DIRECTION, TD_DIRECTION_HIGHER);
  td_record_set_number (record, TD_TARGET_FREQUENCY, TD_FREQUENCY_PERIOD);
  td_record_set_decimal (record, TD_TARGET_GOAL, TD_DECIMAL (100));
  td_record_set_text (record, TD_TARGET_APPLIES_TO, TD_SCOPE_ALL);
}

/* --- the target as typed -------------------------------------------------------------------------- */

/* The units that take part and to which the target applies, as typed. */
static void
show_scope (TdTargetsPage *self, const TdMovement *movement, const TdRecord *draft)
{
  TdDate as_of = td_desk_get_as_of (td_page_get_desk (TD_PAGE (self)));
  g_autoptr (TdScope) scope = NULL;
  GString *names = g_string_new (NULL);
  g_autofree char *title = NULL;
  guint n = 0, all = 0;

  if (draft != NULL && !td_record_is_blank (draft, TD_TARGET_APPLIES_TO))
    scope = td_scope_new (td_record_get_text (draft, TD_TARGET_APPLIES_TO));
  for (guint i = 0; movement != NULL && scope != NULL && i < movement->units->len; i++)
    {
      const TdUnit *unit = td_movement_unit (movement, i);
      TdId category =
          unit->category >= 0 ? td_movement_category (movement, unit->category)->id : TD_ID_NONE;

      if (!td_unit_takes_part (unit, as_of))
        continue;
      all++;
      if (!td_scope_applies (scope, unit->id, category))
        continue;
      n++;
      g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", unit->name);
    }
  title = g_strdup_printf (_ ("Applies to %u of %u units taking part"), n, all);
  gtk_expander_set_label (self->scope_expander, title);
  gtk_label_set_text (self->scope, names->str);
  gtk_widget_set_visible (GTK_WIDGET (self->scope_expander), scope != NULL);
  g_string_free (names, TRUE);
}

static void
show_draft (TdTargetsPage *self)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  const TdMovement *movement = desk != NULL ? td_desk_get_movement (desk) : NULL;
  TdForm *form = td_record_page_get_form (TD_RECORD_PAGE (self));
  const TdRecord *draft = movement != NULL ? td_form_get_draft (form) : NULL;
  g_autoptr (TdChart) chart = NULL;

  td_target_form_update (form);
  if (draft != NULL && td_form_is_valid (form))
    chart = td_figure_new_for_rule (draft, movement->decimals);
  td_chart_view_set_chart (self->picture, chart);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), chart != NULL);
  show_scope (self, movement, draft);
}

static void
selected (TdRecordPage *page, const TdRecord *record)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "targets.story",
                                 record != NULL && record->id != TD_ID_NONE);
  show_draft (TD_TARGETS_PAGE (page));
}

/* --- a rule that has been used -------------------------------------------------------------------- */

/* Lines of a question are for reading; the rest is counted. */
#define MAX_LINES 12

/* What no point stands on. */
static gboolean
is_only_words (int field)
{
  return field == TD_TARGET_CODE || field == TD_TARGET_NAME || field == TD_TARGET_GROUP
         || field == TD_TARGET_PACE || field == TD_TARGET_UNIT_OF_MEASURE
         || field == TD_TARGET_EVIDENCE;
}

static gboolean
changes_points (const TdRecord *before, const TdRecord *after)
{
  for (guint i = 0; i < after->table->n_fields; i++)
    if (!is_only_words ((int) i) && !td_value_equal (&before->values[i], &after->values[i]))
      return TRUE;
  return FALSE;
}

static guint
count_entries (TdDesk *desk, TdId target_id)
{
  const TdMovement *movement = td_desk_get_movement (desk);
  int target = td_movement_find_target (movement, target_id);
  guint sum = 0, n;

  for (guint unit = 0; target >= 0 && unit < movement->units->len; unit++)
    {
      td_score_data_get_entries (td_desk_get_data (desk), unit, (guint) target, &n);
      sum += n;
    }
  return sum;
}

/**
 * Impact:
 *
 * What a trial does to the ranking within the blocks, in words.
 */
typedef struct
{
  GString *text;
  guint n_totals;
  guint n_ranks;
  guint n_lines;
} Impact;

/* "Phường Trần Phú: rank 4 → 6, total 88,10 → 85,00" */
static void
add_line (Impact *impact, const TdMovement *movement, const TdBoardRow *row, TdDecimal total)
{
  g_autofree char *before =
      td_decimal_format_fixed (row->total_before, movement->decimals, TD_STYLE_VIETNAMESE);
  g_autofree char *after = td_decimal_format_fixed (total, movement->decimals, TD_STYLE_VIETNAMESE);

  if (impact->n_lines++ < MAX_LINES)
    g_string_append_printf (impact->text, _ ("%s: rank %u → %u, total %s → %s\n"),
                            td_movement_unit (movement, row->unit)->name, row->rank_before,
                            row->rank, *before != '\0' ? before : "–",
                            *after != '\0' ? after : "–");
}

/* First the units whose rank changes, then those whose total alone does. */
static void
find_impact (Impact *impact, TdDesk *desk, TdSandbox *sandbox)
{
  const TdScores *tried = td_sandbox_get_scores (sandbox);
  const TdMovement *movement = td_sandbox_get_movement (sandbox);

  for (guint pass = 0; pass < 2; pass++)
    for (guint block = 0; block < movement->blocks->len; block++)
      {
        g_autoptr (TdBoard) board = td_board_new (tried, td_desk_get_scores (desk), (int) block);

        for (guint i = 0; i < td_board_get_n_rows (board); i++)
          {
            const TdBoardRow *row = td_board_get_row (board, i);
            TdDecimal total = td_scores_get_unit (tried, row->unit)->total;
            gboolean moved = row->rank != row->rank_before;

            if (pass == 0)
              {
                impact->n_totals += total != row->total_before ? 1 : 0;
                impact->n_ranks += moved ? 1 : 0;
              }
            if (pass == 0 ? moved : !moved && total != row->total_before)
              add_line (impact, movement, row, total);
          }
      }
  if (impact->n_lines > MAX_LINES)
    g_string_append_printf (impact->text, _ ("and %u more units"), impact->n_lines - MAX_LINES);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, TdTargetsPage *self)
{
  if (g_str_equal (response, "change"))
    td_record_page_save_confirmed (TD_RECORD_PAGE (self));
}

static void
ask (TdTargetsPage *self, guint n_entries, const Impact *impact)
{
  g_autofree char *text = g_strdup_printf (
      _ ("%u entries stand on this target. With the new rule %u totals and %u ranks within a block "
         "are other than they are now."),
      n_entries, impact->n_totals, impact->n_ranks);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              _ ("Change a rule that is in use?"), text);

  if (impact->n_lines > 0)
    {
      GtkWidget *scrolled = gtk_scrolled_window_new (), *label = gtk_label_new (impact->text->str);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "numeric");
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                      GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
      gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 300);
      adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scrolled);
    }
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "change",
                                    _ ("Change the _rule"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "change",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
confirm (TdRecordPage *page, const TdRecord *record)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (page));
  guint n_entries = count_entries (desk, record->id);
  g_autoptr (TdRecord) stored = td_store_get (td_desk_get_store (desk), TD_TABLE_TARGETS,
                                              record->id, td_desk_get_movement_id (desk));
  g_autoptr (TdSandbox) sandbox = NULL;
  Impact impact = { NULL };

  if (n_entries == 0 || stored == NULL || !changes_points (stored, record))
    return TRUE;
  sandbox = td_sandbox_new (desk, NULL);
  /* What cannot be tried cannot be saved either; saving says why. */
  if (sandbox == NULL || !td_sandbox_try (sandbox, record, NULL))
    return TRUE;
  impact.text = g_string_new (NULL);
  find_impact (&impact, desk, sandbox);
  ask (TD_TARGETS_PAGE (page), n_entries, &impact);
  g_string_free (impact.text, TRUE);
  return FALSE;
}

/* --- page ----------------------------------------------------------------------------------------- */

static void
areas_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (widget));

  if (desk != NULL)
    td_areas_page_show (widget, desk);
}

static void
story_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdPlace place = { "target", td_record_page_get_selected (TD_RECORD_PAGE (widget)), TD_ID_NONE,
                    TD_ID_NONE };

  td_go (widget, &place);
}

static void
td_targets_page_scores_changed (TdPage *page)
{
  show_draft (TD_TARGETS_PAGE (page));
}

static void
td_targets_page_class_init (TdTargetsPageClass *class)
{
  TdRecordPageClass *record_class = TD_RECORD_PAGE_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  TD_PAGE_CLASS (class)->scores_changed = td_targets_page_scores_changed;
  record_class->table = TD_TABLE_TARGETS;
  record_class->columns = columns;
  record_class->fields = fields;
  record_class->empty =
      N_ ("Add a target with +, or bring a list in from Excel: menu, Import from Excel.");
  record_class->prepare = prepare;
  record_class->selected = selected;
  record_class->confirm = confirm;
  gtk_widget_class_install_action (widget_class, "targets.areas", NULL, areas_action);
  gtk_widget_class_install_action (widget_class, "targets.story", NULL, story_action);
}

static void
td_targets_page_init (TdTargetsPage *self)
{
  TdRecordPage *page = TD_RECORD_PAGE (self);
  GtkBox *bar = td_record_page_get_bar (page), *side = td_record_page_get_side (page);
  GtkWidget *areas = gtk_button_new_with_label (_ ("Areas…")), *clamp;
  GtkWidget *story = gtk_button_new_with_label (_ ("Page of the target"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (areas), "targets.areas");
  gtk_box_insert_child_after (bar, areas, gtk_widget_get_first_child (GTK_WIDGET (bar)));
  gtk_widget_set_tooltip_text (story, _ ("Its story in figures and charts, on one page"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (story), "targets.story");
  gtk_box_insert_child_after (bar, story, gtk_widget_get_first_child (GTK_WIDGET (bar)));

  self->picture = TD_CHART_VIEW (td_chart_view_new ());
  td_chart_view_set_max_height (self->picture, 190);
  /* No wider than a form is, or the list loses its room. */
  clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 400);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 400);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->picture));
  gtk_widget_set_margin_start (clamp, 12);
  gtk_widget_set_margin_end (clamp, 12);
  gtk_box_append (td_record_page_get_head (page), clamp);

  self->scope = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->scope, TRUE);
  gtk_label_set_xalign (self->scope, 0);
  self->scope_expander = GTK_EXPANDER (gtk_expander_new (NULL));
  gtk_expander_set_child (self->scope_expander, GTK_WIDGET (self->scope));
  gtk_box_append (side, GTK_WIDGET (self->scope_expander));
  g_signal_connect_object (td_record_page_get_form (page), "changed", G_CALLBACK (show_draft), self,
                           G_CONNECT_SWAPPED);
}
