/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-law-fact-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "desk/td-award-steps.h"

#define HUNDREDTH (TD_DECIMAL_SCALE / 100)

typedef struct
{
  GtkWidget *origin; /* weak */
  TdDesk *desk;
  TdId round;      /* TD_ID_NONE: none */
  char *pack;      /* the one to change or to lay a new one upon */
  gboolean is_new; /* the office has none yet */
  char *award;
  char *condition;
  char *words;
  TdLawItem item;
  TdLawFactWritten written;

  GtkWidget *dialog;
  GtkWidget *deed;
  GtkWidget *title; /* NULL: not asked for, as those below */
  GtkWidget *value;
  GtkWidget *more_than;
  GtkWidget *base;
  GtkWidget *source;
  GtkWidget *verified;
  GtkWidget *hold;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *self = data;

  g_clear_weak_pointer (&self->origin);
  g_object_unref (self->desk);
  g_free (self->pack);
  g_free (self->award);
  g_free (self->condition);
  g_free (self->words);
  g_free (self);
}

/* --- what was typed ------------------------------------------------------------------------------- */

static gboolean
is_typed (GtkWidget *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  return text[strspn (text, " ")] != '\0';
}

static TdLawDeed
chosen_deed (Question *self)
{
  return (TdLawDeed) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->deed));
}

/* The share or the coefficient; TRUE as well when none is asked for. */
static gboolean
read_value (Question *self, TdLawSetting *out)
{
  const char *text;
  TdDecimal value;

  if (self->value == NULL || chosen_deed (self) != TD_LAW_SET)
    return TRUE;
  text = gtk_editable_get_text (GTK_EDITABLE (self->value));
  if (self->item != TD_LAW_ITEM_MONEY)
    return td_award_law_parse_share (text, &out->share);
  if (!td_decimal_parse (text, TD_STYLE_VIETNAMESE, &value, NULL) || value <= 0
      || value % HUNDREDTH != 0)
    return FALSE;
  out->coefficient = value / HUNDREDTH;
  return TRUE;
}

static void
changed_cb (Question *self)
{
  TdLawSetting setting = { NULL };
  TdLawDeed deed = chosen_deed (self);
  gboolean right = read_value (self, &setting);

  if (self->value != NULL)
    {
      gtk_widget_set_sensitive (self->value, deed == TD_LAW_SET);
      if (right)
        gtk_widget_remove_css_class (self->value, "error");
      else
        gtk_widget_add_css_class (self->value, "error");
    }
  if (self->more_than != NULL)
    gtk_widget_set_sensitive (self->more_than, deed == TD_LAW_SET);
  if (self->base != NULL)
    gtk_widget_set_sensitive (self->base, deed == TD_LAW_SET);
  gtk_widget_set_sensitive (self->source, deed != TD_LAW_AS_BELOW);
  gtk_widget_set_sensitive (self->verified, deed != TD_LAW_AS_BELOW);
  adw_message_dialog_set_response_enabled (
      ADW_MESSAGE_DIALOG (self->dialog), "record",
      right && (self->title == NULL || is_typed (self->title))
          && (deed == TD_LAW_AS_BELOW || is_typed (self->source)));
}

/* --- writing -------------------------------------------------------------------------------------- */

static void
add_setting (GPtrArray *records, TdId movement, const char *pack, const char *json)
{
  TdRecord *record = td_record_new (TD_TABLE_OFFICE, movement);
  g_autofree char *key = g_strconcat (TD_SETTING_LAW_PACK, pack, NULL);

  td_record_set_text (record, TD_OFFICE_KEY, key);
  td_record_set_text (record, TD_OFFICE_VALUE, json);
  g_ptr_array_add (records, record);
}

static void
add_round (GPtrArray *records, Question *self, const char *pack)
{
  TdRecord *record = td_store_get (td_desk_get_store (self->desk), TD_TABLE_ROUNDS, self->round,
                                   td_desk_get_movement_id (self->desk));

  if (record == NULL)
    return;
  td_record_set_text (record, TD_ROUND_LAW_PACK, pack);
  g_ptr_array_add (records, record);
}

static void
write_setting (Question *self, const TdLawLibrary *library, const TdLawSetting *setting)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) td_record_free);
  g_autofree char *id = NULL, *label = NULL;
  g_autofree char *json =
      td_award_law_set (td_desk_get_store (self->desk), library, setting, &id, problems);

  if (json == NULL)
    {
      g_autofree char *text = td_problems_to_string (problems);

      td_show_error (self->origin, _ ("The office's law pack was not changed"), text);
      return;
    }
  add_setting (records, td_desk_get_movement_id (self->desk), id, json);
  if (self->hold != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->hold)))
    add_round (records, self, id);
  label = g_strdup_printf (_ ("Set in “%s”: %s"),
                           self->is_new ? setting->title : td_law_pack_get_title (setting->pack),
                           self->words);
  self->written (id, self->origin);
  td_write (self->origin, self->desk, label, td_put_records_func, records, NULL);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Question *self)
{
  g_autoptr (TdProblems) ignored = td_problems_new ();
  g_autoptr (TdLawLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  TdLawSetting setting = { .award = self->award,
                           .item = self->item,
                           .condition = self->condition,
                           .deed = chosen_deed (self),
                           .source = gtk_editable_get_text (GTK_EDITABLE (self->source)),
                           .verified =
                               gtk_check_button_get_active (GTK_CHECK_BUTTON (self->verified)) };

  if (strcmp (response, "record") != 0 || self->origin == NULL)
    return;
  library = td_award_book_load_library (td_desk_get_store (self->desk), ignored, &error);
  if (library == NULL)
    {
      td_show_error (self->origin, _ ("The office's law pack was not changed"), error->message);
      return;
    }
  setting.pack = td_law_library_find (library, self->pack);
  if (setting.pack == NULL || !read_value (self, &setting)
      || td_law_pack_find_award (setting.pack, self->award) == NULL)
    return;
  if (self->title != NULL)
    setting.title = gtk_editable_get_text (GTK_EDITABLE (self->title));
  if (self->more_than != NULL)
    setting.share.more_than = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->more_than));
  if (self->base != NULL)
    setting.base = (TdVoteBase) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->base));
  write_setting (self, library, &setting);
}

/* --- asking --------------------------------------------------------------------------------------- */

static GtkWidget *
add_row (GtkWidget *grid, int *row, const char *title, GtkWidget *input)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), input);
  gtk_widget_set_hexpand (input, TRUE);
  gtk_grid_attach (GTK_GRID (grid), label, 0, *row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), input, 1, (*row)++, 1, 1);
  return input;
}

static GtkWidget *
add_check (GtkWidget *grid, int *row, const char *title, gboolean active)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (title);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_grid_attach (GTK_GRID (grid), check, 1, (*row)++, 1, 1);
  return check;
}

static GtkWidget *
add_entry (Question *self, GtkWidget *grid, int *row, const char *title, const char *text)
{
  GtkWidget *entry = add_row (grid, row, title, gtk_entry_new ());

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  return entry;
}

static GtkWidget *
make_deeds (Question *self)
{
  g_autoptr (GtkStringList) deeds = gtk_string_list_new (NULL);
  gboolean condition = self->item == TD_LAW_ITEM_CONDITION;

  gtk_string_list_append (deeds, condition ? _ ("the condition holds") : _ ("this holds"));
  gtk_string_list_append (deeds, condition ? _ ("the condition is dropped") : _ ("no rule"));
  if (!self->is_new)
    gtk_string_list_append (deeds, _ ("as in the program's pack"));
  return gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&deeds)), NULL);
}

static GtkWidget *
make_bases (void)
{
  g_autoptr (GtkStringList) bases = gtk_string_list_new (NULL);

  for (int i = TD_VOTE_OF_MEMBERS; i <= TD_VOTE_OF_VALID; i++)
    gtk_string_list_append (bases, _ (td_vote_base_title ((TdVoteBase) i)));
  return gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&bases)), NULL);
}

static void
add_value_rows (Question *self, GtkWidget *grid, int *row, const TdLawAward *award)
{
  gboolean vote = self->item == TD_LAW_ITEM_VOTE;
  gboolean set = vote ? award->has_vote : award->has_quorum;
  const TdShare *share = vote ? &award->vote : &award->quorum;
  g_autofree char *text = NULL;

  if (self->item == TD_LAW_ITEM_MONEY)
    {
      text = award->coefficient > 0
                 ? td_decimal_format (award->coefficient * HUNDREDTH, TD_STYLE_VIETNAMESE)
                 : g_strdup ("");
      self->value = add_entry (self, grid, row, _ ("_Coefficient"), text);
      return;
    }
  text = set ? td_award_law_format_share (share) : g_strdup ("");
  self->value = add_entry (self, grid, row, _ ("_Share"), text);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->value), _ ("2/3 or 80%"));
  self->more_than = add_check (grid, row, _ ("_More than that: the share itself is not enough"),
                               set && share->more_than);
  if (!vote)
    return;
  self->base = add_row (grid, row, _ ("_Of"), make_bases ());
  if (set)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->base), (guint) award->vote_base);
}

static void
build (Question *self, const TdLawAward *award, const TdAwardRound *round)
{
  GtkWidget *grid = gtk_grid_new ();
  int row = 0;

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  self->deed = add_row (grid, &row, _ ("_Rule"), make_deeds (self));
  g_signal_connect_swapped (self->deed, "notify::selected", G_CALLBACK (changed_cb), self);
  if (self->item != TD_LAW_ITEM_CONDITION)
    add_value_rows (self, grid, &row, award);
  self->source = add_entry (self, grid, &row, _ ("Where it was _read"), "");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->source),
                                  _ ("Number, date and article of the paper"));
  self->verified = add_check (grid, &row, _ ("_Verified: read in a copy of that paper"), FALSE);
  if (self->is_new)
    self->title = add_entry (self, grid, &row, _ ("_Title of the office's pack"),
                             _ ("The office's own rules"));
  if (round != NULL && (self->is_new || strcmp (round->named_pack, self->pack) != 0))
    self->hold = add_check (grid, &row, _ ("_Hold the office's pack for this round"), TRUE);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self->dialog), grid);
}

void
td_law_fact_dialog_show (GtkWidget *widget, TdDesk *desk, const TdAwardBook *book,
                         const TdAwardRound *round, const TdLawSetting *setting, const char *words,
                         TdLawFactWritten written)
{
  const TdLawPack *own = td_award_law_find_own (td_award_book_get_library (book), setting->pack,
                                                round != NULL ? round->named_pack : NULL);
  const TdLawPack *pack = own != NULL ? own : setting->pack;
  Question *self = g_new0 (Question, 1);
  g_autofree char *body =
      own != NULL
          ? g_strdup_printf (_ ("It is set in “%s”. The program's pack stays as it is."),
                             td_law_pack_get_title (own))
          : g_strdup_printf (_ ("The office's own pack is laid upon “%s”, which stays as it is."),
                             td_law_pack_get_title (setting->pack));

  self->desk = g_object_ref (desk);
  self->round = round != NULL ? round->id : TD_ID_NONE;
  self->pack = g_strdup (td_law_pack_get_id (pack));
  self->is_new = own == NULL;
  self->award = g_strdup (setting->award);
  self->condition = g_strdup (setting->condition);
  self->words = g_strdup (words);
  self->item = setting->item;
  self->written = written;
  g_set_weak_pointer (&self->origin, widget);
  self->dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), words, body);
  build (self, td_law_pack_find_award (pack, setting->award), round);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (self->dialog), "cancel", _ ("_Cancel"),
                                    "record", _ ("_Record"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (self->dialog), "record",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (self->dialog), "record");
  g_signal_connect_data (self->dialog, "response", G_CALLBACK (response_cb), self, question_free,
                         0);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->value != NULL ? self->value : self->deed);
}
