/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-law-panel.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/awards/td-law-fact-dialog.h"
#include "app/awards/td-law-lines.h"
#include "app/awards/td-law-own-menu.h"
#include "app/widgets/td-columns.h"
#include "app/widgets/td-drop-down.h"
#include "app/widgets/td-text-list.h"
#include "desk/td-award-steps.h"

static const struct
{
  const char *key;
  const char *title;
} registers[] = {
  { TD_SETTING_AWARDS_REGISTER, N_ ("awards held") },
  { TD_SETTING_INITIATIVES_REGISTER, N_ ("initiatives") },
  { TD_SETTING_DISCIPLINES_REGISTER, N_ ("disciplines") },
};

struct _TdLawPanel
{
  TdAwardPanel parent_instance;

  GtkWidget *packs;
  GtkWidget *hold;
  TdLawOwnMenu *own;
  GtkWidget *notes;
  GtkWidget *launched_by;
  GtkWidget *registers[G_N_ELEMENTS (registers)];
  TdTextList *awards;
  TdTextList *facts;
  GtkWidget *set_button;
  GPtrArray *lines; /* of TdLawLine: what the facts shown are */
  char *wanted;     /* the pack to show next; NULL: the same as before */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TdLawPanel, td_law_panel, TD_TYPE_AWARD_PANEL)

static const TdTextColumn award_columns[] = {
  { N_ ("Award"), TD_COLUMN_WIDE, FALSE },
  { N_ ("Subject"), 84, FALSE },
  { N_ ("Not verified"), 110, TRUE },
};

static const TdTextColumn fact_columns[] = {
  { N_ ("Item"), 150, FALSE },
  { N_ ("What the pack says"), TD_COLUMN_WIDE, FALSE },
  { N_ ("Clause"), 150, FALSE },
  { N_ ("Verified"), 110, FALSE },
  { N_ ("Where it was read"), 200, FALSE },
};

static const TdLawPack *
chosen_pack (TdLawPanel *self)
{
  const TdAwardBook *book = td_award_panel_get_book (TD_AWARD_PANEL (self));
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->packs));

  return book != NULL && index < td_law_library_get_count (td_award_book_get_library (book))
             ? td_law_library_get (td_award_book_get_library (book), index)
             : NULL;
}

/* --- facts ---------------------------------------------------------------------------------------- */

static void
take_line (TdLawPanel *self, const TdLawLine *line, TdId id)
{
  char *texts[] = { g_strdup (line->item), g_strdup (line->what), g_strdup (line->clause),
                    g_strdup (line->verified), g_strdup (line->source) };

  td_text_list_take_line (self->facts, id, texts);
}

static void
award_selected_cb (TdLawPanel *self)
{
  const TdLawPack *pack = chosen_pack (self);
  TdId award = td_text_list_get_only (self->awards);

  if (self->filling)
    return;
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  if (pack != NULL)
    self->lines =
        award == TD_ID_NONE || award > td_law_pack_get_n_awards (pack)
            ? td_law_lines_new_for_pack (pack)
            : td_law_lines_new_for_award (pack, td_law_pack_get_award (pack, (guint) award - 1));
  td_text_list_begin (self->facts);
  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    take_line (self, g_ptr_array_index (self->lines, i), i + 1);
  td_text_list_end (self->facts);
}

/* --- setting a fact ------------------------------------------------------------------------------- */

/* The line selected, if the office may set what it says. */
static const TdLawLine *
settable_line (TdLawPanel *self)
{
  TdId id = td_text_list_get_only (self->facts);
  const TdLawLine *line = self->lines != NULL && id > 0 && id <= self->lines->len
                              ? g_ptr_array_index (self->lines, id - 1)
                              : NULL;

  return line != NULL && line->settable != TD_LAW_LINE_FIXED
                 && td_award_panel_is_writable (TD_AWARD_PANEL (self))
             ? line
             : NULL;
}

static void
fact_selected_cb (TdLawPanel *self)
{
  gtk_widget_set_sensitive (self->set_button, settable_line (self) != NULL);
}

static void
written_cb (const char *pack, gpointer data)
{
  TdLawPanel *self = data;

  g_free (self->wanted);
  self->wanted = g_strdup (pack);
}

static void
set_cb (TdLawPanel *self)
{
  TdAwardPanel *panel = TD_AWARD_PANEL (self);
  const TdLawPack *pack = chosen_pack (self);
  const TdLawLine *line = settable_line (self);
  TdId award = td_text_list_get_only (self->awards);

  if (line != NULL && pack != NULL && award != TD_ID_NONE
      && award <= td_law_pack_get_n_awards (pack))
    {
      TdLawSetting setting = { .pack = pack,
                               .award = td_law_pack_get_award (pack, (guint) award - 1)->code,
                               .item = (TdLawItem) line->settable,
                               .condition = line->condition };
      g_autofree char *title =
          td_award_shorten (td_law_pack_get_award (pack, (guint) award - 1)->title);
      g_autofree char *words = g_strdup_printf ("%s: %s", title, td_law_line_get_words (line));

      td_law_fact_dialog_show (GTK_WIDGET (self), td_award_panel_get_desk (panel),
                               td_award_panel_get_book (panel), td_award_panel_get_round (panel),
                               &setting, words, written_cb);
    }
}

/* --- awards --------------------------------------------------------------------------------------- */

static void
fill_awards (TdLawPanel *self)
{
  const TdLawPack *pack = chosen_pack (self);

  td_text_list_begin (self->awards);
  for (guint i = 0; pack != NULL && i < td_law_pack_get_n_awards (pack); i++)
    {
      const TdLawAward *award = td_law_pack_get_award (pack, i);
      guint n = td_law_award_count_unverified (award);
      char *texts[] = { td_award_shorten (award->title),
                        g_strdup (award->subject == TD_SUBJECT_COLLECTIVE ? _ ("collective")
                                                                          : _ ("individual")),
                        n > 0 ? g_strdup_printf ("%u ⚠", n) : g_strdup ("0") };

      td_text_list_take_line (self->awards, i + 1, texts);
    }
  td_text_list_end (self->awards);
}

/* Whether the round names the pack; else it holds by the date, if it does. */
static gboolean
is_named (TdLawPanel *self, const TdLawPack *pack)
{
  const TdAwardRound *round = td_award_panel_get_round (TD_AWARD_PANEL (self));

  return round != NULL && pack != NULL
         && strcmp (round->named_pack, td_law_pack_get_id (pack)) == 0;
}

static void
show_hold (TdLawPanel *self)
{
  const TdLawPack *pack = chosen_pack (self);

  td_award_button_set_label (self->hold, is_named (self, pack) ? _ ("Choose by the _date again")
                                                               : _ ("_Hold for this round"));
  gtk_widget_set_sensitive (self->hold,
                            pack != NULL && td_award_panel_is_writable (TD_AWARD_PANEL (self))
                                && td_award_panel_get_round (TD_AWARD_PANEL (self)) != NULL);
}

static void
pack_chosen_cb (TdLawPanel *self)
{
  if (self->filling)
    return;
  show_hold (self);
  fill_awards (self);
  award_selected_cb (self);
  td_law_own_menu_set_pack (self->own, chosen_pack (self));
}

/* --- registers and movement ----------------------------------------------------------------------- */

static void
register_toggled_cb (GtkWidget *button, TdLawPanel *self)
{
  gboolean complete = gtk_check_button_get_active (GTK_CHECK_BUTTON (button));

  if (self->filling)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    if (self->registers[i] == button)
      {
        g_autofree char *label = g_strdup_printf (complete ? _ ("The register is complete: %s")
                                                           : _ ("The register is not complete: %s"),
                                                  _ (registers[i].title));

        td_award_write_setting (GTK_WIDGET (self), td_award_panel_get_desk (TD_AWARD_PANEL (self)),
                                registers[i].key, complete ? TD_SETTING_COMPLETE : "", label);
      }
}

static gboolean
put_func (TdTxn *txn, gpointer data, GError **error)
{
  return td_txn_put (txn, data, error);
}

static void
hold_cb (TdLawPanel *self)
{
  TdDesk *desk = td_award_panel_get_desk (TD_AWARD_PANEL (self));
  const TdAwardRound *round = td_award_panel_get_round (TD_AWARD_PANEL (self));
  const TdLawPack *pack = chosen_pack (self);
  gboolean named = is_named (self, pack);
  g_autoptr (TdRecord) record = NULL;
  g_autofree char *label = NULL;

  if (round == NULL || pack == NULL)
    return;
  record = td_store_get (td_desk_get_store (desk), TD_TABLE_ROUNDS, round->id,
                         td_desk_get_movement_id (desk));
  if (record == NULL)
    return;
  td_record_set_text (record, TD_ROUND_LAW_PACK, named ? NULL : td_law_pack_get_id (pack));
  label = named ? g_strdup_printf (_ ("The law of “%s” is chosen by the date"), round->title)
                : g_strdup_printf (_ ("“%s” holds for “%s”"), td_law_pack_get_title (pack),
                                   round->title);
  td_write (GTK_WIDGET (self), desk, label, put_func, record, NULL);
}

static void
launched_by_chosen_cb (TdLawPanel *self)
{
  TdDesk *desk = td_award_panel_get_desk (TD_AWARD_PANEL (self));
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->launched_by));
  g_autoptr (TdRecord) record = NULL;
  g_autofree char *label = NULL;

  if (self->filling || desk == NULL || chosen > TD_N_LAW_LEVELS)
    return;
  record = td_store_get (td_desk_get_store (desk), TD_TABLE_MOVEMENT,
                         td_desk_get_movement_id (desk), TD_ID_NONE);
  if (record == NULL)
    return;
  if (chosen == 0)
    td_record_set_blank (record, TD_MOVEMENT_LAUNCHED_BY);
  else
    td_record_set_number (record, TD_MOVEMENT_LAUNCHED_BY, (gint64) chosen - 1);
  label = chosen == 0 ? g_strdup (_ ("Who launched the movement is not recorded"))
                      : g_strdup_printf (_ ("The movement was launched at: %s"),
                                         _ (td_law_level_title ((TdLawLevel) (chosen - 1))));
  td_write (GTK_WIDGET (self), desk, label, put_func, record, NULL);
}

static void
show_settings (TdLawPanel *self)
{
  TdDesk *desk = td_award_panel_get_desk (TD_AWARD_PANEL (self));
  gboolean writable = td_award_panel_is_writable (TD_AWARD_PANEL (self));
  const TdMovement *movement = desk != NULL ? td_desk_get_movement (desk) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    {
      g_autofree char *value =
          desk != NULL ? td_store_get_setting (td_desk_get_store (desk), registers[i].key)
                       : g_strdup ("");

      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->registers[i]),
                                   strcmp (value, TD_SETTING_COMPLETE) == 0);
      gtk_widget_set_sensitive (self->registers[i], writable);
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->launched_by),
                              movement != NULL ? (guint) (movement->launched_by + 1) : 0);
  gtk_widget_set_sensitive (self->launched_by, writable && movement != NULL);
}

static void
show_packs (TdLawPanel *self)
{
  const TdAwardBook *book = td_award_panel_get_book (TD_AWARD_PANEL (self));
  const TdAwardRound *round = td_award_panel_get_round (TD_AWARD_PANEL (self));
  const TdLawLibrary *library = book != NULL ? td_award_book_get_library (book) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint before = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->packs)), wanted = 0;
  guint n = library != NULL ? td_law_library_get_count (library) : 0;

  for (guint i = 0; i < n; i++)
    {
      const TdLawPack *pack = td_law_library_get (library, i);

      gtk_string_list_append (names, td_law_pack_get_title (pack));
      if (round != NULL && round->pack == pack)
        wanted = i;
      if (g_strcmp0 (td_law_pack_get_id (pack), self->wanted) == 0)
        before = i;
    }
  g_clear_pointer (&self->wanted, g_free);
  if (g_list_model_get_n_items (G_LIST_MODEL (names)) > 0 && before != GTK_INVALID_LIST_POSITION
      && before < n)
    wanted = before;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->packs), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->packs), wanted);
}

static void
td_law_panel_update (TdAwardPanel *panel)
{
  TdLawPanel *self = TD_LAW_PANEL (panel);
  const TdAwardBook *book = td_award_panel_get_book (panel);
  g_autofree char *notes =
      book != NULL ? td_problems_to_string (td_award_book_get_problems (book)) : g_strdup ("");

  self->filling = TRUE;
  show_packs (self);
  show_settings (self);
  self->filling = FALSE;
  gtk_label_set_text (GTK_LABEL (self->notes), notes);
  gtk_widget_set_visible (self->notes, *notes != '\0');
  pack_chosen_cb (self);
}

/* --- panel ---------------------------------------------------------------------------------------- */

static void
td_law_panel_finalize (GObject *object)
{
  TdLawPanel *self = TD_LAW_PANEL (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self->wanted);
  G_OBJECT_CLASS (td_law_panel_parent_class)->finalize (object);
}

static void
td_law_panel_class_init (TdLawPanelClass *class)
{
  G_OBJECT_CLASS (class)->finalize = td_law_panel_finalize;
  TD_AWARD_PANEL_CLASS (class)->update = td_law_panel_update;
}

static GtkWidget *
make_settings (TdLawPanel *self)
{
  GtkWidget *bar = td_award_bar_new ();
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("Movement _launched at"));
  GtkWidget *complete = gtk_label_new (_ ("Registers that are complete:"));
  g_autoptr (GtkStringList) levels = gtk_string_list_new (NULL);

  gtk_string_list_append (levels, _ ("not recorded"));
  for (int i = 0; i < TD_N_LAW_LEVELS; i++)
    gtk_string_list_append (levels, _ (td_law_level_title ((TdLawLevel) i)));
  self->launched_by = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&levels)), NULL);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->launched_by);
  g_signal_connect_swapped (self->launched_by, "notify::selected",
                            G_CALLBACK (launched_by_chosen_cb), self);
  gtk_box_append (GTK_BOX (bar), label);
  gtk_box_append (GTK_BOX (bar), self->launched_by);
  gtk_widget_set_margin_start (complete, 18);
  gtk_box_append (GTK_BOX (bar), complete);
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    {
      self->registers[i] = gtk_check_button_new_with_label (_ (registers[i].title));
      gtk_widget_set_tooltip_text (
          self->registers[i],
          _ ("What is not in the register is then known not to be; else it is unknown"));
      g_signal_connect (self->registers[i], "toggled", G_CALLBACK (register_toggled_cb), self);
      gtk_box_append (GTK_BOX (bar), self->registers[i]);
    }
  return bar;
}

static void
td_law_panel_init (TdLawPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *bar = td_award_bar_new ();

  self->packs = td_drop_down_new (NULL, FALSE);
  gtk_widget_set_hexpand (self->packs, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->packs), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Law pack"), -1);
  gtk_box_append (GTK_BOX (bar), self->packs);
  self->hold = td_award_button_add (
      bar, "", _ ("Which law holds follows from the date of the act, unless the round names one"),
      G_CALLBACK (hold_cb), self);
  self->set_button =
      td_award_button_add (bar, _ ("S_et what holds…"),
                           _ ("Votes, quorum, bonus or condition selected below, as the office has "
                              "it (Enter)"),
                           G_CALLBACK (set_cb), self);
  self->own = TD_LAW_OWN_MENU (td_law_own_menu_new (TD_AWARD_PANEL (self)));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->own));
  self->notes = td_award_label_new ("warning");
  gtk_widget_add_css_class (self->notes, "td-bar");
  self->awards = TD_TEXT_LIST (
      td_text_list_new (award_columns, G_N_ELEMENTS (award_columns), _ ("Awards"), FALSE));
  self->facts = TD_TEXT_LIST (
      td_text_list_new (fact_columns, G_N_ELEMENTS (fact_columns), _ ("Facts"), FALSE));
  gtk_widget_set_vexpand (GTK_WIDGET (self->awards), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->awards), 330, -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->facts), 380, -1);
  gtk_paned_set_start_child (GTK_PANED (paned), GTK_WIDGET (self->awards));
  gtk_paned_set_end_child (GTK_PANED (paned), GTK_WIDGET (self->facts));
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), 340);
  gtk_widget_set_sensitive (self->set_button, FALSE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), make_settings (self));
  gtk_box_append (GTK_BOX (box), self->notes);
  gtk_box_append (GTK_BOX (box), paned);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (self->packs, "notify::selected", G_CALLBACK (pack_chosen_cb), self);
  g_signal_connect_swapped (self->awards, "selection-changed", G_CALLBACK (award_selected_cb),
                            self);
  g_signal_connect_swapped (self->facts, "selection-changed", G_CALLBACK (fact_selected_cb), self);
  g_signal_connect_swapped (self->facts, "activated", G_CALLBACK (set_cb), self);
}
