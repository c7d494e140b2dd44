/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-round-panel.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/widgets/td-columns.h"
#include "app/widgets/td-form.h"
#include "app/widgets/td-text-list.h"

struct _TdRoundPanel
{
  TdAwardPanel parent_instance;

  GtkWidget *law;
  GtkWidget *question;
  TdForm *form;
  GtkWidget *save;
  GtkWidget *summary;
  GtkWidget *all;
  TdTextList *items;

  TdId shown;
  gboolean saving;
  GPtrArray *wheres; /* of char*: where the lines lead, by their id less 1 */
};

G_DEFINE_FINAL_TYPE (TdRoundPanel, td_round_panel, TD_TYPE_AWARD_PANEL)

static const TdTextColumn columns[] = {
  { N_ ("In order"), 60, FALSE },
  { N_ ("What is looked at before printing"), TD_COLUMN_WIDE, FALSE },
};

/* --- the form ------------------------------------------------------------------------------------- */

static void
update_save (TdRoundPanel *self)
{
  gtk_widget_set_sensitive (self->save, td_award_panel_is_writable (TD_AWARD_PANEL (self))
                                            && td_form_is_modified (self->form)
                                            && td_form_is_valid (self->form));
}

static gboolean
put_func (TdTxn *txn, gpointer data, GError **error)
{
  return td_txn_put (txn, data, error);
}

static gboolean
td_round_panel_leave (TdAwardPanel *panel)
{
  TdRoundPanel *self = TD_ROUND_PANEL (panel);
  TdDesk *desk = td_award_panel_get_desk (panel);
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdRecord) record = NULL;
  g_autofree char *words = NULL, *label = NULL;
  gboolean written = FALSE;

  if (desk == NULL || !td_form_is_modified (self->form))
    return TRUE;
  if (td_form_is_valid (self->form))
    {
      record = td_record_copy (td_form_get_draft (self->form));
      words = td_store_record_words (td_desk_get_store (desk), record);
      label = g_strdup_printf (_ ("Edit %s “%s”"), _ (record->table->record), words);
      self->saving = TRUE;
      written = td_write (GTK_WIDGET (self), desk, label, put_func, record, problems);
      self->saving = FALSE;
    }
  if (written)
    {
      td_form_set_record (self->form, desk, record, TRUE);
      update_save (self);
      return TRUE;
    }
  td_form_show_problems (self->form, problems);
  td_toast (GTK_WIDGET (self), _ ("What is marked in the form is not right yet"));
  return FALSE;
}

static void
save_cb (TdRoundPanel *self)
{
  td_round_panel_leave (TD_AWARD_PANEL (self));
}

/* --- completeness --------------------------------------------------------------------------------- */

static void
fill_items (TdRoundPanel *self)
{
  const TdAwardBook *book = td_award_panel_get_book (TD_AWARD_PANEL (self));
  const TdAwardRound *round = td_award_panel_get_round (TD_AWARD_PANEL (self));
  gboolean all = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->all));
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *summary = NULL;
  guint n_missing = 0, n = 0;

  g_ptr_array_set_size (self->wheres, 0);
  td_text_list_begin (self->items);
  if (round != NULL)
    {
      items = td_award_book_check_round (book, round);
      n = items->len;
    }
  for (guint i = 0; i < n; i++)
    {
      const TdCompletenessItem *item = g_ptr_array_index (items, i);
      char *texts[] = { g_strdup (item->ok ? "✓" : "✗"), g_strdup (item->what) };

      n_missing += !item->ok;
      if (item->ok && !all)
        {
          g_free (texts[0]);
          g_free (texts[1]);
          continue;
        }
      g_ptr_array_add (self->wheres, g_strdup (item->where));
      td_text_list_take_line (self->items, self->wheres->len, texts);
    }
  td_text_list_end (self->items);
  summary = g_strdup_printf (_ ("Before printing: %u of %u in order, %u missing"), n - n_missing, n,
                             n_missing);
  gtk_label_set_text (GTK_LABEL (self->summary), n > 0 ? summary : "");
}

static void
all_toggled_cb (TdRoundPanel *self)
{
  fill_items (self);
}

/* “nominations:N3:law-card” leads to the nomination. */
static void
activated_cb (TdTextList *list, gint64 id, TdRoundPanel *self)
{
  TdDesk *desk = td_award_panel_get_desk (TD_AWARD_PANEL (self));
  g_auto (GStrv) parts = g_strsplit (g_ptr_array_index (self->wheres, (guint) id - 1), ":", 3);
  TdPlace place = { .page = "awards" };

  if (g_strv_length (parts) < 3 || strcmp (parts[0], "nominations") != 0)
    {
      td_form_focus_field (self->form, -1);
      return;
    }
  place.id = td_store_find (td_desk_get_store (desk), TD_TABLE_NOMINATIONS,
                            td_desk_get_movement_id (desk), parts[1]);
  td_go (GTK_WIDGET (self), &place);
}

/* --- panel ---------------------------------------------------------------------------------------- */

static void
td_round_panel_update (TdAwardPanel *panel)
{
  TdRoundPanel *self = TD_ROUND_PANEL (panel);
  const TdAwardRound *round = td_award_panel_get_round (panel);
  TdDesk *desk = td_award_panel_get_desk (panel);
  g_autofree char *law = NULL;

  if (!self->saving
      && !(round != NULL && self->shown == round->id && td_form_is_modified (self->form)))
    {
      g_autoptr (TdRecord) record = round != NULL
                                        ? td_store_get (td_desk_get_store (desk), TD_TABLE_ROUNDS,
                                                        round->id, td_desk_get_movement_id (desk))
                                        : NULL;

      self->shown = round != NULL ? round->id : TD_ID_NONE;
      td_form_set_record (self->form, desk, record, td_award_panel_is_writable (panel));
    }
  update_save (self);
  if (round != NULL && round->pack != NULL)
    law = g_strdup_printf (_ ("The law that holds: %s"), td_law_pack_get_title (round->pack));
  gtk_label_set_text (GTK_LABEL (self->law), law != NULL ? law : "");
  gtk_label_set_text (GTK_LABEL (self->question),
                      round != NULL && round->question != NULL ? round->question : "");
  gtk_widget_set_visible (self->question, round != NULL && round->question != NULL);
  fill_items (self);
}

static void
td_round_panel_finalize (GObject *object)
{
  g_ptr_array_unref (TD_ROUND_PANEL (object)->wheres);
  G_OBJECT_CLASS (td_round_panel_parent_class)->finalize (object);
}

static void
td_round_panel_class_init (TdRoundPanelClass *class)
{
  G_OBJECT_CLASS (class)->finalize = td_round_panel_finalize;
  TD_AWARD_PANEL_CLASS (class)->update = td_round_panel_update;
  TD_AWARD_PANEL_CLASS (class)->leave = td_round_panel_leave;
}

static GtkWidget *
make_form_side (TdRoundPanel *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  self->law = td_award_label_new ("heading");
  self->question = td_award_label_new ("warning");
  self->form = TD_FORM (td_form_new ());
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (update_save), self);
  self->save = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_set_halign (self->save, GTK_ALIGN_END);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  gtk_box_append (GTK_BOX (box), self->law);
  gtk_box_append (GTK_BOX (box), self->question);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), self->save);
  gtk_widget_add_css_class (box, "td-dialog");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_size_request (scrolled, 360, -1);
  return scrolled;
}

static void
td_round_panel_init (TdRoundPanel *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = td_award_bar_new ();

  self->wheres = g_ptr_array_new_with_free_func (g_free);
  self->summary = td_award_label_new ("heading");
  gtk_widget_set_hexpand (self->summary, TRUE);
  self->all = gtk_check_button_new_with_mnemonic (_ ("Show what is in _order too"));
  g_signal_connect_swapped (self->all, "toggled", G_CALLBACK (all_toggled_cb), self);
  gtk_box_append (GTK_BOX (bar), self->summary);
  gtk_box_append (GTK_BOX (bar), self->all);
  self->items =
      TD_TEXT_LIST (td_text_list_new (columns, G_N_ELEMENTS (columns), _ ("Completeness"), FALSE));
  gtk_widget_set_vexpand (GTK_WIDGET (self->items), TRUE);
  td_text_list_set_empty (self->items, _ ("Nothing is missing."));
  g_signal_connect (self->items, "activated", G_CALLBACK (activated_cb), self);
  gtk_box_append (GTK_BOX (right), bar);
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->items));
  gtk_widget_set_size_request (right, 360, -1);
  gtk_paned_set_start_child (GTK_PANED (paned), make_form_side (self));
  gtk_paned_set_end_child (GTK_PANED (paned), right);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), 440);
  adw_bin_set_child (ADW_BIN (self), paned);
}
