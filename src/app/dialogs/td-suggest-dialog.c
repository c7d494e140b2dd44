/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/dialogs/td-suggest-dialog.h"

#include <glib/gi18n.h>

#include "app/awards/td-award-panel.h"
#include "app/widgets/td-columns.h"
#include "app/widgets/td-text-list.h"
#include "base/td-date.h"
#include "desk/td-award-steps.h"

typedef struct
{
  GtkWidget *origin; /* weak */
  GtkWindow *window;
  GtkWidget *awards;
  GtkWidget *search;
  TdTextList *list;
  GtkWidget *nominate;
  GtkWidget *pass;
  GtkWidget *note;

  TdDesk *desk; /* owned */
  TdId round;
  TdAwardBook *book;      /* of the moment the window was opened; it is modal */
  GPtrArray *award_codes; /* of char*, borrowed from the pack */
  GPtrArray *suggestions; /* of TdAwardSuggestion */
} Dialog;

static const TdTextColumn columns[] = {
  { N_ ("Name"), TD_COLUMN_WIDE, FALSE },
  { N_ ("Unit"), 170, FALSE },
  { N_ ("Block"), 130, FALSE },
  { N_ ("Rank"), 60, TRUE },
  { N_ ("Total"), 70, TRUE },
  { N_ ("Law card"), 110, FALSE },
  { N_ ("Reasons"), 380, FALSE },
};

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_clear_weak_pointer (&self->origin);
  g_clear_pointer (&self->suggestions, g_ptr_array_unref);
  g_clear_pointer (&self->award_codes, g_ptr_array_unref);
  g_clear_pointer (&self->book, td_award_book_free);
  g_object_unref (self->desk);
  g_free (self);
}

static const TdAwardRound *
round_of (Dialog *self)
{
  return td_award_book_find_round (self->book, self->round);
}

static const char *
chosen_award (Dialog *self)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->awards));

  return index < self->award_codes->len ? g_ptr_array_index (self->award_codes, index) : NULL;
}

static const TdAwardSuggestion *
find_suggestion (Dialog *self, TdId holder)
{
  for (guint i = 0; i < self->suggestions->len; i++)
    {
      const TdAwardSuggestion *one = g_ptr_array_index (self->suggestions, i);

      if (one->holder->id == holder)
        return one;
    }
  return NULL;
}

static void
selection_changed_cb (Dialog *self)
{
  g_autoptr (GArray) selected = td_text_list_get_selected (self->list);
  g_autofree char *label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "_Nominate %u", "_Nominate %u", selected->len), selected->len);

  td_award_button_set_label (self->nominate, label);
  gtk_widget_set_sensitive (self->nominate, selected->len > 0);
}

static void
fill_list (Dialog *self)
{
  const TdMovement *movement = td_desk_get_movement (self->desk);
  g_autofree char *note = NULL;
  guint n_pass = 0;

  td_text_list_begin (self->list);
  for (guint i = 0; i < self->suggestions->len; i++)
    {
      const TdAwardSuggestion *one = g_ptr_array_index (self->suggestions, i);
      char *texts[] = {
        g_strdup (one->holder->name),
        g_strdup (one->holder->is_person ? one->holder->unit_name : ""),
        g_strdup (one->block),
        one->rank > 0 ? g_strdup_printf (one->tied ? "%u=" : "%u", one->rank) : g_strdup ("–"),
        one->total != TD_DECIMAL_NONE
            ? td_decimal_format_fixed (one->total, movement->decimals, TD_STYLE_VIETNAMESE)
            : g_strdup ("–"),
        td_award_verdict_words (one->card->verdict),
        td_law_check_dup_reasons (one->card),
      };

      n_pass += one->card->verdict == TD_LAW_PASS;
      td_text_list_take_line (self->list, one->holder->id, texts);
    }
  td_text_list_end (self->list);
  note = g_strdup_printf (_ ("candidates: %u; all conditions fulfilled: %u"),
                          self->suggestions->len, n_pass);
  gtk_label_set_text (GTK_LABEL (self->note), note);
  gtk_widget_set_sensitive (self->pass, n_pass > 0);
}

static void
award_chosen_cb (Dialog *self)
{
  const char *award = chosen_award (self);

  if (award == NULL)
    return;
  g_clear_pointer (&self->suggestions, g_ptr_array_unref);
  self->suggestions = td_award_book_suggest (self->book, round_of (self), award);
  fill_list (self);
  selection_changed_cb (self);
}

/* The first award that somebody is still to be nominated for; where there is none, the first. */
static void
choose_open_award (Dialog *self)
{
  GtkDropDown *awards = GTK_DROP_DOWN (self->awards);

  for (guint i = 1; i < self->award_codes->len && self->suggestions->len == 0; i++)
    gtk_drop_down_set_selected (awards, i);
  if (self->suggestions->len == 0)
    gtk_drop_down_set_selected (awards, 0);
}

static void
search_changed_cb (Dialog *self)
{
  td_text_list_set_filter (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static gboolean
is_pass (TdId id, gpointer data)
{
  const TdAwardSuggestion *one = find_suggestion (data, id);

  return one != NULL && one->card->verdict == TD_LAW_PASS;
}

static void
select_pass_cb (Dialog *self)
{
  td_text_list_select_where (self->list, is_pass, self);
}

static void
nominate_cb (Dialog *self)
{
  g_autoptr (GArray) selected = td_text_list_get_selected (self->list);
  g_autoptr (GPtrArray) achievements = g_ptr_array_new ();
  TdNominate nominate = { .movement = td_desk_get_movement_id (self->desk),
                          .round = self->round,
                          .award = chosen_award (self),
                          .nominees = selected,
                          .achievements = achievements,
                          .on = td_date_today (),
                          .who = td_store_get_operator (td_desk_get_store (self->desk)) };
  g_autofree char *label = NULL;

  if (self->origin == NULL || selected->len == 0)
    return;
  for (guint i = 0; i < selected->len; i++)
    g_ptr_array_add (achievements,
                     find_suggestion (self, g_array_index (selected, TdId, i))->achievement);
  label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Nominate %u for “%s”", "Nominate %u for “%s”", selected->len),
      selected->len, td_award_round_get_award_title (round_of (self), nominate.award));
  if (!td_write (self->origin, self->desk, label, td_nominate_func, &nominate, NULL))
    return;
  /* On to the next step: where the nominations are. */
  gtk_widget_grab_focus (self->origin);
  gtk_window_destroy (self->window);
}

static void
close_cb (Dialog *self)
{
  gtk_window_destroy (self->window);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  gtk_window_destroy (GTK_WINDOW (widget));
  return TRUE;
}

/* The awards of the round's own level first: those are what it is for. */
static GtkStringList *
list_awards (Dialog *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  const TdAwardRound *round = round_of (self);

  for (int own = 1; own >= 0; own--)
    for (guint i = 0; round->pack != NULL && i < td_law_pack_get_n_awards (round->pack); i++)
      {
        const TdLawAward *award = td_law_pack_get_award (round->pack, i);
        g_autofree char *name = g_strdup_printf (
            "%s · %s", award->title,
            award->subject == TD_SUBJECT_COLLECTIVE ? _ ("collective") : _ ("individual"));

        if (((int) award->level == (int) round->level) != own)
          continue;
        gtk_string_list_append (names, name);
        g_ptr_array_add (self->award_codes, (gpointer) award->code);
      }
  return names;
}

static GtkWidget *
make_bar (Dialog *self)
{
  GtkWidget *bar = td_award_bar_new ();
  g_autoptr (GtkStringList) names = list_awards (self);

  self->awards = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->awards), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Award"), -1);
  self->search = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->search, TRUE);
  g_object_set (self->search, "placeholder-text", _ ("Search, with or without marks"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search"), -1);
  gtk_box_append (GTK_BOX (bar), self->awards);
  gtk_box_append (GTK_BOX (bar), self->search);
  self->pass = td_award_button_add (bar, _ ("Select all that _pass"),
                                    _ ("Select those who fulfil all conditions"),
                                    G_CALLBACK (select_pass_cb), self);
  return bar;
}

void
td_suggest_dialog_show (GtkWidget *widget, TdDesk *desk, TdId round)
{
  g_autoptr (GError) error = NULL;
  TdAwardBook *book = td_award_book_new (td_desk_get_store (desk), td_desk_get_movement_id (desk),
                                         td_desk_get_scores (desk), &error);
  GtkWidget *window, *box, *header, *cancel;
  Dialog *self;

  if (book == NULL)
    {
      td_show_error (widget, _ ("The rounds cannot be read"), error->message);
      return;
    }
  self = g_new0 (Dialog, 1);
  self->desk = g_object_ref (desk);
  self->round = round;
  self->book = book;
  self->award_codes = g_ptr_array_new ();
  g_set_weak_pointer (&self->origin, widget);
  window = adw_window_new ();
  self->window = GTK_WINDOW (window);
  g_object_set_data_full (G_OBJECT (window), "td-dialog", self, dialog_free);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  header = gtk_header_bar_new ();
  cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  self->nominate = gtk_button_new ();
  gtk_widget_add_css_class (self->nominate, "suggested-action");
  self->note = gtk_label_new ("");
  gtk_widget_add_css_class (self->note, "dim-label");
  self->list =
      TD_TEXT_LIST (td_text_list_new (columns, G_N_ELEMENTS (columns), _ ("Candidates"), TRUE));
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (header), FALSE);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), self->nominate);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), self->note);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_window_set_content (ADW_WINDOW (window), box);
  td_text_list_set_empty (self->list,
                          round_of (self)->pack == NULL
                              ? round_of (self)->question
                              : _ ("Everybody this award could go to is nominated already."));
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (close_cb), self);
  g_signal_connect_swapped (self->nominate, "clicked", G_CALLBACK (nominate_cb), self);
  g_signal_connect_swapped (self->awards, "notify::selected", G_CALLBACK (award_chosen_cb), self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->list, "selection-changed", G_CALLBACK (selection_changed_cb),
                            self);
  {
    GtkEventController *keys = gtk_shortcut_controller_new ();

    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                          gtk_callback_action_new (escape_cb, NULL, NULL)));
    gtk_widget_add_controller (window, keys);
  }
  gtk_window_set_title (GTK_WINDOW (window), _ ("Candidates"));
  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 640);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  self->suggestions = g_ptr_array_new ();
  award_chosen_cb (self);
  choose_open_award (self);
  selection_changed_cb (self);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (self->suggestions->len > 0 ? GTK_WIDGET (self->list) : self->awards);
}
