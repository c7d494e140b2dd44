/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-trial-panel.h"

#include <glib/gi18n.h>

#include "app/widgets/td-drop-down.h"
#include "app/widgets/td-target-form.h"

struct _TdTrialPanel
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkDropDown *targets;
  TdForm *target_form;
  GtkLabel *target_error;
  GtkLabel *unit_title;
  GtkDropDown *periods;
  TdForm *entry_form;
  GtkLabel *entry_error;
  GtkWidget *tries_title;
  GtkListBox *tries;

  TdDesk *desk;       /* owned */
  TdSandbox *sandbox; /* borrowed; NULL: no trial */
  GArray *target_ids; /* of TdId, the lines of the list */
  GArray *period_ids; /* of TdId */
  TdId unit;
  gboolean filling;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdTrialPanel, td_trial_panel, GTK_TYPE_WIDGET)

static const int target_fields[] = {
  TD_TARGET_MAX_POINTS, TD_TARGET_GOAL,
  TD_TARGET_FLOOR,      TD_TARGET_DIRECTION,
  TD_TARGET_RULE,       TD_TARGET_STEPS,
  TD_TARGET_DUE,        TD_TARGET_LATE_SHARE,
  TD_TARGET_IF_MISSING, TD_TARGET_IF_NONE_ARISING,
  TD_TARGET_APPLIES_TO,
};

/* The reported figures of each kind. */
static const struct
{
  int fields[2];
  guint n;
} entry_fields[] = {
  [TD_KIND_RATIO] = { { TD_ENTRY_DONE, TD_ENTRY_DUE }, 2 },
  [TD_KIND_AMOUNT] = { { TD_ENTRY_AMOUNT }, 1 },
  [TD_KIND_MILESTONE] = { { TD_ENTRY_DONE_ON }, 1 },
  [TD_KIND_RATING] = { { TD_ENTRY_POINTS }, 1 },
};

/* --- what is chosen ------------------------------------------------------------------------------- */

static TdId
chosen (GtkDropDown *list, GArray *ids)
{
  guint selected = gtk_drop_down_get_selected (list);

  return selected < ids->len ? g_array_index (ids, TdId, selected) : TD_ID_NONE;
}

static void
show_error (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
fill_target_form (TdTrialPanel *self)
{
  TdId id = self->sandbox != NULL ? chosen (self->targets, self->target_ids) : TD_ID_NONE;
  g_autoptr (TdRecord) record = id != TD_ID_NONE ? td_sandbox_get_target (self->sandbox, id) : NULL;

  show_error (self->target_error, NULL);
  td_form_set_record (self->target_form, self->desk, record, TRUE);
  td_target_form_update (self->target_form);
}

static void
fill_entry_form (TdTrialPanel *self)
{
  const TdMovement *movement =
      self->sandbox != NULL ? td_sandbox_get_movement (self->sandbox) : NULL;
  TdId target_id = chosen (self->targets, self->target_ids);
  int target = movement != NULL ? td_movement_find_target (movement, target_id) : -1;
  int unit = movement != NULL ? td_movement_find_unit (movement, self->unit) : -1;
  TdId period = chosen (self->periods, self->period_ids);
  g_autoptr (TdRecord) record = NULL;
  g_autofree char *title = NULL;
  gboolean applies =
      target >= 0 && unit >= 0 && td_movement_applies (movement, (guint) target, (guint) unit);

  show_error (self->entry_error, NULL);
  title = unit < 0  ? g_strdup (_ ("Choose a unit in the ranking to try figures for it."))
          : applies ? g_strdup_printf (_ ("Figures of %s"), td_movement_unit (movement, unit)->name)
                    : g_strdup_printf (_ ("The target does not apply to %s."),
                                       td_movement_unit (movement, unit)->name);
  gtk_label_set_text (self->unit_title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->periods), applies && self->period_ids->len > 0);
  if (applies && period != TD_ID_NONE)
    {
      TdKind kind = td_movement_target (movement, target)->kind;

      record = td_sandbox_get_entry (self->sandbox, target_id, self->unit, period);
      td_form_set_fields (self->entry_form, entry_fields[kind].fields, entry_fields[kind].n);
    }
  td_form_set_record (self->entry_form, self->desk, record, TRUE);
}

/* --- the list of trials --------------------------------------------------------------------------- */

static void announce (TdTrialPanel *self);

static void
remove_cb (GtkButton *button, TdTrialPanel *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autoptr (GError) error = NULL;

  if (!td_sandbox_take_back (self->sandbox, (guint) index, &error))
    {
      show_error (self->target_error, error->message);
      return;
    }
  announce (self);
  fill_target_form (self);
  fill_entry_form (self);
}

static void
fill_tries (TdTrialPanel *self)
{
  GtkListBoxRow *row;
  guint n = self->sandbox != NULL ? td_sandbox_get_n_tries (self->sandbox) : 0;

  while ((row = gtk_list_box_get_row_at_index (self->tries, 0)) != NULL)
    gtk_list_box_remove (self->tries, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = td_sandbox_dup_words (self->sandbox, i);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *label = gtk_label_new (words);
      GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, _ ("Take this trial back"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Take this trial back"), -1);
      g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (box), button);
      gtk_list_box_append (self->tries, box);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->tries), n > 0);
  gtk_widget_set_visible (self->tries_title, n > 0);
}

static void
announce (TdTrialPanel *self)
{
  fill_tries (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* --- typing --------------------------------------------------------------------------------------- */

static void
try_record (TdTrialPanel *self, const TdRecord *record, GtkLabel *label)
{
  g_autoptr (GError) error = NULL;

  if (!td_sandbox_try (self->sandbox, record, &error))
    {
      show_error (label, error->message);
      return;
    }
  show_error (label, NULL);
  announce (self);
}

static void
target_changed_cb (TdTrialPanel *self)
{
  td_target_form_update (self->target_form);
  /* What is wrong, the form itself says below the field; it is not tried. */
  if (self->sandbox != NULL && td_form_is_valid (self->target_form))
    try_record (self, td_form_get_draft (self->target_form), self->target_error);
}

static void
entry_changed_cb (TdTrialPanel *self)
{
  g_autoptr (TdRecord) record = NULL;

  if (self->sandbox == NULL || !td_form_is_valid (self->entry_form))
    return;
  /* As if the appraisal took it as it stands, so that it counts on both bases. */
  record = td_record_copy (td_form_get_draft (self->entry_form));
  td_record_set_number (record, TD_ENTRY_STATE, TD_ENTRY_ACCEPTED);
  for (int field = TD_ENTRY_APPRAISED_DONE; field <= TD_ENTRY_APPRAISED_POINTS; field++)
    td_record_set_blank (record, field);
  try_record (self, record, self->entry_error);
}

static void
target_selected_cb (TdTrialPanel *self)
{
  if (self->filling)
    return;
  fill_target_form (self);
  fill_entry_form (self);
}

static void
period_selected_cb (TdTrialPanel *self)
{
  if (!self->filling)
    fill_entry_form (self);
}

/* --- lists ---------------------------------------------------------------------------------------- */

static void
fill_lists (TdTrialPanel *self)
{
  const TdMovement *movement =
      self->sandbox != NULL ? td_sandbox_get_movement (self->sandbox) : NULL;
  TdDate as_of = self->desk != NULL ? td_desk_get_as_of (self->desk) : TD_DATE_NONE;
  g_autoptr (GtkStringList) targets = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) periods = gtk_string_list_new (NULL);
  TdId target_before = chosen (self->targets, self->target_ids);
  TdId period_before = chosen (self->periods, self->period_ids);
  guint target = 0, period = 0;

  g_array_set_size (self->target_ids, 0);
  g_array_set_size (self->period_ids, 0);
  for (guint i = 0; movement != NULL && i < movement->targets->len; i++)
    {
      const TdTarget *description = td_movement_target (movement, i);
      g_autofree char *text = g_strdup_printf ("%s. %s", description->code, description->name);

      target = description->id == target_before ? i : target;
      g_array_append_val (self->target_ids, description->id);
      gtk_string_list_append (targets, text);
    }
  /* The latest first: figures of a period that is not over do not count yet. */
  for (guint i = movement != NULL ? movement->periods->len : 0; i-- > 0;)
    {
      const TdPeriod *description = td_movement_period (movement, i);

      if (description->ends > as_of)
        continue;
      period = description->id == period_before ? self->period_ids->len : period;
      g_array_append_val (self->period_ids, description->id);
      gtk_string_list_append (periods, description->name);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->targets, G_LIST_MODEL (targets));
  gtk_drop_down_set_selected (self->targets, target);
  gtk_drop_down_set_model (self->periods, G_LIST_MODEL (periods));
  gtk_drop_down_set_selected (self->periods, period);
  self->filling = FALSE;
}

/* --- object --------------------------------------------------------------------------------------- */

static void
td_trial_panel_dispose (GObject *object)
{
  TdTrialPanel *self = TD_TRIAL_PANEL (object);

  self->sandbox = NULL;
  self->filling = TRUE;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (td_trial_panel_parent_class)->dispose (object);
}

static void
td_trial_panel_finalize (GObject *object)
{
  TdTrialPanel *self = TD_TRIAL_PANEL (object);

  g_array_unref (self->target_ids);
  g_array_unref (self->period_ids);
  G_OBJECT_CLASS (td_trial_panel_parent_class)->finalize (object);
}

static void
td_trial_panel_class_init (TdTrialPanelClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = td_trial_panel_dispose;
  object_class->finalize = td_trial_panel_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TD_TYPE_TRIAL_PANEL, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkDropDown *
add_list (GtkWidget *box, const char *name, GCallback selected, TdTrialPanel *self)
{
  GtkWidget *list = td_drop_down_new (NULL, TRUE);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (list, "notify::selected", selected, self);
  gtk_box_append (GTK_BOX (box), list);
  return GTK_DROP_DOWN (list);
}

static TdForm *
add_form (GtkWidget *box, GCallback changed, TdTrialPanel *self)
{
  GtkWidget *form = td_form_new ();

  g_signal_connect_swapped (form, "changed", changed, self);
  gtk_box_append (GTK_BOX (box), form);
  return TD_FORM (form);
}

static void
td_trial_panel_init (TdTrialPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->target_ids = g_array_new (FALSE, FALSE, sizeof (TdId));
  self->period_ids = g_array_new (FALSE, FALSE, sizeof (TdId));

  gtk_widget_add_css_class (box, "td-trial-panel");
  self->tries_title = GTK_WIDGET (add_label (box, _ ("Being tried"), "heading"));
  self->tries = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->tries, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->tries), "boxed-list");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->tries));

  add_label (box, _ ("Try another rule"), "heading");
  self->targets = add_list (box, _ ("Target"), G_CALLBACK (target_selected_cb), self);
  self->target_form = add_form (box, G_CALLBACK (target_changed_cb), self);
  td_form_set_fields (self->target_form, target_fields, G_N_ELEMENTS (target_fields));
  self->target_error = add_label (box, "", "error");

  self->unit_title = add_label (box, "", "heading");
  self->periods = add_list (box, _ ("Period"), G_CALLBACK (period_selected_cb), self);
  self->entry_form = add_form (box, G_CALLBACK (entry_changed_cb), self);
  self->entry_error = add_label (box, "", "error");

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  fill_tries (self);
  fill_entry_form (self);
  fill_target_form (self);
}

GtkWidget *
td_trial_panel_new (void)
{
  return g_object_new (TD_TYPE_TRIAL_PANEL, NULL);
}

void
td_trial_panel_set_sandbox (TdTrialPanel *self, TdDesk *desk, TdSandbox *sandbox)
{
  g_set_object (&self->desk, desk);
  self->sandbox = sandbox;
  fill_lists (self);
  fill_tries (self);
  fill_target_form (self);
  fill_entry_form (self);
}

void
td_trial_panel_set_unit (TdTrialPanel *self, TdId unit)
{
  if (unit == self->unit)
    return;
  self->unit = unit;
  fill_entry_form (self);
}

void
td_trial_panel_set_target (TdTrialPanel *self, TdId target)
{
  for (guint i = 0; i < self->target_ids->len; i++)
    if (g_array_index (self->target_ids, TdId, i) == target)
      gtk_drop_down_set_selected (self->targets, i);
}
