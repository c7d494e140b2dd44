/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-nominations-panel.h"

#include <glib/gi18n.h>

#include "app/awards/td-dossier-view.h"
#include "app/awards/td-law-card-view.h"
#include "app/awards/td-nomination-board.h"
#include "app/awards/td-nomination-form.h"
#include "app/awards/td-nomination-words.h"
#include "app/awards/td-report-view.h"
#include "app/awards/td-step-popover.h"
#include "app/dialogs/td-record-dialog.h"
#include "app/dialogs/td-suggest-dialog.h"
#include "app/td-settings.h"
#include "app/widgets/td-columns.h"
#include "app/widgets/td-text-list.h"
#include "base/td-date.h"
#include "desk/td-award-steps.h"

struct _TdNominationsPanel
{
  TdAwardPanel parent_instance;

  GtkWidget *search;
  GtkWidget *count;
  GtkWidget *step_button;
  GtkWidget *popover;
  TdTextList *list; /* holds what is shown and selected, for the board too */
  TdNominationBoard *board;
  GtkWidget *views;
  GtkWidget *list_button;
  GtkWidget *board_button;
  GtkWidget *side;
  GtkWidget *side_box;
  TdLawCardView *card;
  TdNominationForm *form;
  TdTextList *steps;
  TdReportView *report;
  TdDossierView *dossier;

  gboolean choosing;    /* what the board selected is handed to the list */
  gboolean side_wanted; /* beside the board */
  guint wanted;         /* states the step asked for should lead to; 0: the usual one */
};

#define SETTING_AS_BOARD "nominations-as-board"

G_DEFINE_FINAL_TYPE (TdNominationsPanel, td_nominations_panel, TD_TYPE_AWARD_PANEL)

static const TdTextColumn columns[] = {
  { N_ ("Code"), 60, FALSE },   { N_ ("Nominee"), TD_COLUMN_WIDE, FALSE },
  { N_ ("State"), 100, FALSE }, { N_ ("Law card"), 100, FALSE },
  { N_ ("Votes"), 124, FALSE }, { N_ ("Total"), 62, TRUE },
  { N_ ("Award"), 210, FALSE },
};

static const TdTextColumn step_columns[] = {
  { N_ ("Step"), 54, TRUE },     { N_ ("State"), 110, FALSE },
  { N_ ("Date"), 96, FALSE },    { N_ ("Number of the paper"), TD_COLUMN_WIDE, FALSE },
  { N_ ("Author"), 110, FALSE }, { N_ ("Note"), 110, FALSE },
};

static TdStore *
store_of (TdNominationsPanel *self)
{
  return td_desk_get_store (td_award_panel_get_desk (TD_AWARD_PANEL (self)));
}

/* --- the side ------------------------------------------------------------------------------------- */

static GPtrArray *
selected_nominations (TdNominationsPanel *self)
{
  const TdAwardBook *book = td_award_panel_get_book (TD_AWARD_PANEL (self));
  g_autoptr (GArray) ids = td_text_list_get_selected (self->list);
  GPtrArray *nominations = g_ptr_array_new ();

  for (guint i = 0; book != NULL && i < ids->len; i++)
    {
      const TdAwardNomination *one =
          td_award_book_find_nomination (book, g_array_index (ids, TdId, i));

      if (one != NULL)
        g_ptr_array_add (nominations, (gpointer) one);
    }
  return nominations;
}

static gboolean
add_step_line (const TdRecord *record, gpointer data)
{
  TdNominationsPanel *self = data;
  const TdField *fields = record->table->fields;

  if (td_record_get_ref (record, TD_STEP_NOMINATION) == td_nomination_form_get_shown (self->form))
    {
      static const int shown[] = { TD_STEP_NUMBER, TD_STEP_STATE, TD_STEP_TAKEN_ON,
                                   TD_STEP_PAPER,  TD_STEP_WHO,   TD_STEP_NOTE };
      char *texts[G_N_ELEMENTS (shown)];

      for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
        texts[i] =
            td_store_field_words (store_of (self), &fields[shown[i]], &record->values[shown[i]]);
      td_text_list_take_line (self->steps, record->id, texts);
    }
  return TRUE;
}

static void
show_record (TdNominationsPanel *self, TdId nomination)
{
  td_nomination_form_show (self->form, nomination);
  td_text_list_begin (self->steps);
  if (nomination != TD_ID_NONE)
    td_store_foreach (store_of (self), TD_TABLE_NOMINATION_STEPS,
                      td_desk_get_movement_id (td_award_panel_get_desk (TD_AWARD_PANEL (self))),
                      add_step_line, self, NULL);
  td_text_list_end (self->steps);
}

static void
update_count (TdNominationsPanel *self, guint n_selected)
{
  guint shown = td_text_list_get_n_shown (self->list), all = td_text_list_get_n_lines (self->list);
  g_autofree char *text = n_selected > 1
                              ? g_strdup_printf (_ ("%u selected of %u"), n_selected, all)
                          : shown == all ? g_strdup_printf ("%u", all)
                                         : g_strdup_printf ("%u/%u", shown, all);

  gtk_label_set_text (GTK_LABEL (self->count), text);
}

static gboolean
is_board (TdNominationsPanel *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->board_button));
}

/* The board shows what the list shows. */
static void
show_board (TdNominationsPanel *self)
{
  g_autoptr (GArray) shown = NULL, selected = NULL;

  if (!is_board (self) || self->choosing)
    return;
  shown = td_text_list_get_shown (self->list);
  selected = td_text_list_get_selected (self->list);
  td_nomination_board_show (self->board, shown, selected);
}

static void
selection_changed_cb (TdNominationsPanel *self)
{
  g_autoptr (GPtrArray) nominations = selected_nominations (self);
  const TdAwardBook *book = td_award_panel_get_book (TD_AWARD_PANEL (self));
  TdDesk *desk = td_award_panel_get_desk (TD_AWARD_PANEL (self));
  const TdAwardNomination *only = nominations->len == 1 ? g_ptr_array_index (nominations, 0) : NULL;
  TdId id = only != NULL ? only->id : TD_ID_NONE;
  TdId before = td_nomination_form_get_shown (self->form);

  show_board (self);
  if (td_nomination_form_is_saving (self->form))
    return;
  /* What was typed goes with the nomination it was typed for; wrong as typed, stay there. */
  if (before != TD_ID_NONE && id != before && td_nomination_form_is_modified (self->form))
    {
      if (!td_nomination_form_save (self->form))
        {
          td_text_list_select (self->list, before);
          return;
        }
      g_clear_pointer (&nominations, g_ptr_array_unref);
      nominations = selected_nominations (self);
      only = nominations->len == 1 ? g_ptr_array_index (nominations, 0) : NULL;
      book = td_award_panel_get_book (TD_AWARD_PANEL (self));
    }
  td_law_card_view_show (self->card, desk, nominations);
  if (desk != NULL && !(td_nomination_form_is_modified (self->form) && id == before))
    show_record (self, only != NULL ? only->id : TD_ID_NONE);
  td_report_view_show (self->report, desk, book, only);
  td_dossier_view_show (self->dossier, desk, nominations);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "nominations.delete",
                                 nominations->len > 0
                                     && td_award_panel_is_writable (TD_AWARD_PANEL (self)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "nominations.step",
                                 nominations->len > 0
                                     && td_award_panel_is_writable (TD_AWARD_PANEL (self)));
  gtk_widget_set_sensitive (self->step_button,
                            nominations->len > 0
                                && td_award_panel_is_writable (TD_AWARD_PANEL (self)));
  update_count (self, nominations->len);
}

/* --- the list ------------------------------------------------------------------------------------- */

static void
take_line (TdNominationsPanel *self, const TdAwardNomination *nomination)
{
  char *texts[] = {
    g_strdup (nomination->code),
    td_nomination_nominee_words (nomination),
    g_strdup (td_nomination_state_words (nomination->state)),
    td_nomination_card_words (nomination),
    td_nomination_vote_words (nomination),
    td_award_points (TD_AWARD_PANEL (self), nomination->total),
    td_award_short_title (nomination->round, nomination->award),
  };

  td_text_list_take_line (self->list, nomination->id, texts);
}

/* Somebody is selected whenever there is somebody. */
static void
select_first (TdNominationsPanel *self)
{
  const TdAwardBook *book = td_award_panel_get_book (TD_AWARD_PANEL (self));
  const TdAwardRound *round = td_award_panel_get_round (TD_AWARD_PANEL (self));
  g_autoptr (GArray) selected = td_text_list_get_selected (self->list);

  for (guint i = 0;
       selected->len == 0 && round != NULL && i < td_award_book_get_n_nominations (book); i++)
    if (td_award_book_get_nomination (book, i)->round == round)
      {
        td_text_list_select (self->list, td_award_book_get_nomination (book, i)->id);
        return;
      }
}

static void
td_nominations_panel_update (TdAwardPanel *panel)
{
  TdNominationsPanel *self = TD_NOMINATIONS_PANEL (panel);
  const TdAwardBook *book = td_award_panel_get_book (panel);
  const TdAwardRound *round = td_award_panel_get_round (panel);
  gboolean writable = td_award_panel_is_writable (panel) && round != NULL;

  td_text_list_begin (self->list);
  for (guint i = 0; round != NULL && i < td_award_book_get_n_nominations (book); i++)
    if (td_award_book_get_nomination (book, i)->round == round)
      take_line (self, td_award_book_get_nomination (book, i));
  td_text_list_end (self->list);
  select_first (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "nominations.suggest", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "nominations.add", writable);
}

void
td_nominations_panel_select (TdNominationsPanel *self, TdId nomination)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  td_text_list_set_filter (self->list, "");
  td_text_list_select (self->list, nomination);
}

static void
select_record (TdAwardPanel *panel, TdId id)
{
  td_nominations_panel_select (TD_NOMINATIONS_PANEL (panel), id);
}

static void
search_changed_cb (TdNominationsPanel *self)
{
  td_text_list_set_filter (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
search_stopped_cb (TdNominationsPanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
td_nominations_panel_find (TdAwardPanel *panel)
{
  gtk_widget_grab_focus (TD_NOMINATIONS_PANEL (panel)->search);
}

static gboolean
td_nominations_panel_leave (TdAwardPanel *panel)
{
  TdNominationsPanel *self = TD_NOMINATIONS_PANEL (panel);

  return td_nomination_form_save (self->form) && td_report_view_leave (self->report);
}

/* --- the board ------------------------------------------------------------------------------------ */

static gboolean
is_chosen (TdId id, gpointer data)
{
  return g_hash_table_contains (data, &id);
}

static void
board_selected_cb (TdNominationsPanel *self)
{
  g_autoptr (GArray) ids = td_nomination_board_get_selected (self->board);
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (chosen, &g_array_index (ids, TdId, i));
  self->choosing = TRUE;
  td_text_list_select_where (self->list, is_chosen, chosen);
  self->choosing = FALSE;
  /* The list may have stayed where it was, for what was typed in the form is not right yet. */
  show_board (self);
}

static void
show_side (TdNominationsPanel *self, gboolean wanted)
{
  self->side_wanted = wanted;
  gtk_widget_set_visible (self->side_box, !is_board (self) || wanted);
}

/* The board wants the whole width: Enter opens the card's sheets beside it, and closes them again. */
static void
board_activated_cb (TdNominationsPanel *self)
{
  show_side (self, !self->side_wanted);
}

/* The same step as from the list, with the state of the column already chosen. */
static void
move_wanted_cb (TdNominationsPanel *self, guint states)
{
  g_autoptr (GPtrArray) nominations = selected_nominations (self);

  for (guint i = 0; i < nominations->len; i++)
    {
      const TdAwardNomination *one = g_ptr_array_index (nominations, i);

      if (td_nomination_get_next_states (one->state) & states)
        {
          self->wanted = states;
          gtk_widget_activate_action (GTK_WIDGET (self), "nominations.step", NULL);
          self->wanted = 0;
          return;
        }
    }
  if (nominations->len > 0)
    td_toast (GTK_WIDGET (self), _ ("None of those selected may go to that column from where they "
                                    "stand"));
}

/* What was typed there is done with: the next Ctrl+Z is about the step, not about the paper's number. */
static void
popover_closed_cb (TdNominationsPanel *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
view_toggled_cb (TdNominationsPanel *self)
{
  GSettings *settings = td_app_settings_get ();

  gtk_stack_set_visible_child_name (GTK_STACK (self->views), is_board (self) ? "board" : "list");
  show_side (self, self->side_wanted);
  show_board (self);
  if (settings != NULL && g_settings_get_boolean (settings, SETTING_AS_BOARD) != is_board (self))
    g_settings_set_boolean (settings, SETTING_AS_BOARD, is_board (self));
}

static void
view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdNominationsPanel *self = TD_NOMINATIONS_PANEL (widget);

  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (is_board (self) ? self->list_button : self->board_button), TRUE);
  gtk_widget_grab_focus (widget);
}

/* --- what is done --------------------------------------------------------------------------------- */

static void
suggest_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdAwardPanel *panel = TD_AWARD_PANEL (widget);
  const TdAwardRound *round = td_award_panel_get_round (panel);

  if (round != NULL && td_nomination_form_save (TD_NOMINATIONS_PANEL (widget)->form))
    td_suggest_dialog_show (widget, td_award_panel_get_desk (panel), round->id);
}

static void
added_cb (TdId id, gpointer data)
{
  td_nominations_panel_select (data, id);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdAwardPanel *panel = TD_AWARD_PANEL (widget);
  const TdAwardRound *round = td_award_panel_get_round (panel);
  TdDesk *desk = td_award_panel_get_desk (panel);
  g_autoptr (TdRecord) record = NULL;

  if (round == NULL || !td_nomination_form_save (TD_NOMINATIONS_PANEL (widget)->form))
    return;
  record = td_record_new (TD_TABLE_NOMINATIONS, td_desk_get_movement_id (desk));
  td_record_set_ref (record, TD_NOMINATION_ROUND, round->id);
  td_record_set_number (record, TD_NOMINATION_STATE, TD_NOMINATION_DRAFT);
  td_record_dialog_show (widget, desk, record, td_nomination_form_fields, added_cb, widget);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdNominationsPanel *self = TD_NOMINATIONS_PANEL (widget);
  TdDesk *desk = td_award_panel_get_desk (TD_AWARD_PANEL (self));
  g_autoptr (GArray) ids = td_text_list_get_selected (self->list);
  TdNominationRemoval removal = { store_of (self), td_desk_get_movement_id (desk), ids };
  g_autoptr (TdRecord) only = ids->len == 1
                                  ? td_store_get (store_of (self), TD_TABLE_NOMINATIONS,
                                                  g_array_index (ids, TdId, 0), removal.movement)
                                  : NULL;
  g_autofree char *words = only != NULL ? td_store_record_words (store_of (self), only) : NULL;
  g_autofree char *label =
      words != NULL ? g_strdup_printf (_ ("Delete the nomination of %s"), words)
                    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Delete %u nomination",
                                                    "Delete %u nominations", ids->len),
                                       ids->len);

  td_nomination_form_forget (self->form);
  td_write (widget, desk, label, td_nomination_remove_func, &removal, NULL);
}

TdId
td_nominations_panel_get_selected (TdNominationsPanel *self)
{
  g_autoptr (GArray) ids = td_text_list_get_selected (self->list);

  return ids->len > 0 ? g_array_index (ids, gint64, 0) : TD_ID_NONE;
}

static void
prepare_popover (GtkMenuButton *button, gpointer data)
{
  TdNominationsPanel *self = data;
  g_autoptr (GArray) ids = td_text_list_get_selected (self->list);

  td_nomination_form_save (self->form);
  if (!td_step_popover_set (TD_STEP_POPOVER (self->popover),
                            td_award_panel_get_desk (TD_AWARD_PANEL (self)),
                            td_award_panel_get_book (TD_AWARD_PANEL (self)), ids))
    td_toast (GTK_WIDGET (self), _ ("No step is left for those selected"));
  else if (self->wanted != 0)
    td_step_popover_prefer (TD_STEP_POPOVER (self->popover), self->wanted);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (TD_NOMINATIONS_PANEL (widget)->step_button));
}

static void
focus_side_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdNominationsPanel *self = TD_NOMINATIONS_PANEL (widget);

  show_side (self, TRUE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->side), g_variant_get_string (parameter, NULL));
}

/* --- building ------------------------------------------------------------------------------------- */

static GtkWidget *
icon_button (GtkWidget *bar, const char *icon, const char *action, const char *tip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static GtkWidget *
view_button (GtkWidget *box, const char *icon, const char *name, const char *tip)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
make_view_buttons (TdNominationsPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  self->list_button = view_button (box, "view-list-symbolic", _ ("List"), _ ("As a list (Ctrl+B)"));
  self->board_button = view_button (box, "view-dual-symbolic", _ ("Board"),
                                    _ ("As a board: a column for each state (Ctrl+B)"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->board_button),
                               GTK_TOGGLE_BUTTON (self->list_button));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->list_button), TRUE);
  return box;
}

static GtkWidget *
make_bar (TdNominationsPanel *self)
{
  GtkWidget *bar = td_award_bar_new ();
  GtkWidget *suggest = gtk_button_new_with_mnemonic (_ ("_Candidates…"));

  self->search = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->search, TRUE);
  g_object_set (self->search, "placeholder-text", _ ("Search, with or without marks"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (search_stopped_cb), self);
  self->count = gtk_label_new ("");
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_box_append (GTK_BOX (bar), self->search);
  gtk_box_append (GTK_BOX (bar), self->count);
  gtk_box_append (GTK_BOX (bar), make_view_buttons (self));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (suggest), "nominations.suggest");
  gtk_widget_set_tooltip_text (suggest,
                               _ ("Who might be nominated, with the reasons (Ctrl+Shift+N)"));
  gtk_box_append (GTK_BOX (bar), suggest);
  icon_button (bar, "list-add-symbolic", "nominations.add", _ ("Nominate by hand"));
  icon_button (bar, "user-trash-symbolic", "nominations.delete", _ ("Delete"));
  self->popover = td_step_popover_new ();
  self->step_button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->step_button), _ ("Next _step"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (self->step_button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->step_button), self->popover);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->step_button), prepare_popover, self,
                                         NULL);
  gtk_widget_set_tooltip_text (self->step_button,
                               _ ("Propose, review, submit, grant, return… (Ctrl+Enter)"));
  gtk_box_append (GTK_BOX (bar), self->step_button);
  return bar;
}

static GtkWidget *
scrolled (GtkWidget *child)
{
  GtkWidget *window = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (child, "td-dialog");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), child);
  gtk_widget_set_vexpand (window, TRUE);
  return window;
}

static GtkWidget *
make_side (TdNominationsPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *bar = td_award_bar_new ();

  self->side = gtk_stack_new ();
  self->card = TD_LAW_CARD_VIEW (td_law_card_view_new ());
  self->steps = TD_TEXT_LIST (td_text_list_new (step_columns, G_N_ELEMENTS (step_columns),
                                                _ ("Steps of nominations"), FALSE));
  td_text_list_set_empty (self->steps, _ ("No step is recorded yet."));
  self->report = TD_REPORT_VIEW (td_report_view_new ());
  gtk_stack_add_titled (GTK_STACK (self->side), scrolled (GTK_WIDGET (self->card)), "card",
                        _ ("Law card"));
  self->form = TD_NOMINATION_FORM (td_nomination_form_new (TD_AWARD_PANEL (self)));
  g_signal_connect_swapped (self->form, "saved", G_CALLBACK (selection_changed_cb), self);
  gtk_stack_add_titled (GTK_STACK (self->side), scrolled (GTK_WIDGET (self->form)), "form",
                        _ ("Nomination"));
  gtk_stack_add_titled (GTK_STACK (self->side), GTK_WIDGET (self->steps), "steps",
                        _ ("Steps taken"));
  self->dossier = TD_DOSSIER_VIEW (td_dossier_view_new ());
  gtk_stack_add_titled (GTK_STACK (self->side), GTK_WIDGET (self->report), "report", _ ("Report"));
  gtk_stack_add_titled (GTK_STACK (self->side), scrolled (GTK_WIDGET (self->dossier)), "papers",
                        _ ("Papers"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->side));
  td_award_switcher_tighten (GTK_STACK_SWITCHER (switcher));
  gtk_stack_set_hhomogeneous (GTK_STACK (self->side), FALSE);
  gtk_widget_set_hexpand (switcher, TRUE);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (bar), switcher);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->side);
  gtk_widget_set_vexpand (self->side, TRUE);
  gtk_widget_set_size_request (box, 380, -1);
  self->side_box = box;
  return box;
}

static gboolean
td_nominations_panel_grab_focus (GtkWidget *widget)
{
  TdNominationsPanel *self = TD_NOMINATIONS_PANEL (widget);

  return gtk_widget_grab_focus (is_board (self) ? GTK_WIDGET (self->board)
                                                : GTK_WIDGET (self->list));
}

static void
td_nominations_panel_class_init (TdNominationsPanelClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  TdAwardPanelClass *panel_class = TD_AWARD_PANEL_CLASS (class);

  widget_class->grab_focus = td_nominations_panel_grab_focus;
  panel_class->update = td_nominations_panel_update;
  panel_class->find = td_nominations_panel_find;
  panel_class->select = select_record;
  panel_class->leave = td_nominations_panel_leave;
  gtk_widget_class_install_action (widget_class, "nominations.suggest", NULL, suggest_action);
  gtk_widget_class_install_action (widget_class, "nominations.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "nominations.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "nominations.step", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "nominations.view", NULL, view_action);
  gtk_widget_class_install_action (widget_class, "nominations.show", "s", focus_side_action);
}

/* Keys that work wherever the focus is, as long as the panel is in view. */
static gboolean
key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_activate_action (widget, data, NULL);
}

static void
add_keys (TdNominationsPanel *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "nominations.suggest" },
    { GDK_KEY_Return, GDK_CONTROL_MASK, "nominations.step" },
    { GDK_KEY_b, GDK_CONTROL_MASK, "nominations.view" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                          gtk_callback_action_new (key_cb, (gpointer) keys[i].action, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
td_nominations_panel_init (TdNominationsPanel *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GSettings *settings = td_app_settings_get ();

  self->list =
      TD_TEXT_LIST (td_text_list_new (columns, G_N_ELEMENTS (columns), _ ("Nominations"), TRUE));
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_widget_set_size_request (left, 420, -1);
  gtk_box_append (GTK_BOX (left), make_bar (self));
  self->board = TD_NOMINATION_BOARD (td_nomination_board_new (TD_AWARD_PANEL (self)));
  self->views = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->views), GTK_WIDGET (self->list), "list");
  gtk_stack_add_named (GTK_STACK (self->views), GTK_WIDGET (self->board), "board");
  gtk_box_append (GTK_BOX (left), self->views);
  gtk_paned_set_start_child (GTK_PANED (paned), left);
  gtk_paned_set_end_child (GTK_PANED (paned), make_side (self));
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_resize_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), 760);
  adw_bin_set_child (ADW_BIN (self), paned);
  add_keys (self);
  td_text_list_set_empty (self->list,
                          _ ("Nobody is nominated in this round yet. “Candidates…” lists who might "
                             "be, from the ranking and the law cards."));
  g_signal_connect_swapped (self->list, "selection-changed", G_CALLBACK (selection_changed_cb),
                            self);
  g_signal_connect_swapped (self->board, "selection-changed", G_CALLBACK (board_selected_cb), self);
  g_signal_connect_swapped (self->board, "activated", G_CALLBACK (board_activated_cb), self);
  g_signal_connect_swapped (self->board, "move-wanted", G_CALLBACK (move_wanted_cb), self);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (popover_closed_cb), self);
  g_signal_connect_swapped (self->board_button, "toggled", G_CALLBACK (view_toggled_cb), self);
  if (settings != NULL && g_settings_get_boolean (settings, SETTING_AS_BOARD))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->board_button), TRUE);
}
