/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-law-panel.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/awards/td-law-fact-dialog.h"
#include "app/widgets/td-columns.h"
#include "app/widgets/td-drop-down.h"
#include "app/widgets/td-text-list.h"
#include "base/td-date.h"
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
  GtkWidget *remove;
  GtkWidget *notes;
  GtkWidget *launched_by;
  GtkWidget *registers[G_N_ELEMENTS (registers)];
  TdTextList *awards;
  TdTextList *facts;
  GtkWidget *set_button;
  GArray *lines; /* of Line: what the facts shown are */
  char *wanted;  /* the pack to show next; NULL: the same as before */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TdLawPanel, td_law_panel, TD_TYPE_AWARD_PANEL)

/* A line of the facts. */
typedef struct
{
  int item;        /* #TdLawItem, -1: the office cannot set it */
  char *condition; /* its id; NULL: it is none */
  char *words;
} Line;

static void
clear_line (gpointer data)
{
  g_free (((Line *) data)->condition);
  g_free (((Line *) data)->words);
}

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

/* Takes @what over. @can_set is the item that the office may set, -1: none; with @condition's id. */
static void
take_settable (TdLawPanel *self, const char *item, char *what, const char *clause,
               const TdLawFact *fact, int can_set, const char *condition)
{
  Line line = { can_set, g_strdup (condition),
                g_strdup (can_set == TD_LAW_ITEM_CONDITION ? what : item) };
  char *texts[] = { g_strdup (item), what, g_strdup (clause != NULL ? clause : ""),
                    g_strdup (fact == NULL     ? ""
                              : fact->verified ? _ ("✓ verified")
                                               : _ ("⚠ not verified")),
                    g_strdup (fact != NULL && fact->source != NULL ? fact->source : "") };

  g_array_append_val (self->lines, line);
  td_text_list_take_line (self->facts, self->lines->len, texts);
}

static void
take_fact (TdLawPanel *self, const char *item, char *what, const char *clause,
           const TdLawFact *fact)
{
  take_settable (self, item, what, clause, fact, -1, NULL);
}

static void take_conditions (TdLawPanel *self, const GPtrArray *conditions, guint level);

static void
take_alternatives (TdLawPanel *self, const GPtrArray *alternatives, guint level)
{
  for (guint i = 0; alternatives != NULL && i < alternatives->len; i++)
    {
      const TdLawAlternative *one = g_ptr_array_index (alternatives, i);

      take_fact (self, _ ("– or"), g_strdup_printf ("%*s%s", (int) level * 4, "", one->words),
                 one->clause, &one->fact);
      take_conditions (self, one->conditions, level + 1);
    }
}

static void
take_conditions (TdLawPanel *self, const GPtrArray *conditions, guint level)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const TdLawCondition *one = g_ptr_array_index (conditions, i);

      take_settable (self, level == 0 ? _ ("Condition") : _ ("– with"),
                     g_strdup_printf ("%*s%s", (int) level * 4, "", one->words), one->clause,
                     &one->fact, level == 0 ? (int) TD_LAW_ITEM_CONDITION : -1, one->id);
      take_alternatives (self, one->alternatives, level + 1);
    }
}

/* What the pack below asks for and this one does not. */
static void
take_dropped (TdLawPanel *self, const TdLawAward *below, const TdLawAward *award)
{
  for (guint i = 0; below != NULL && i < below->conditions->len; i++)
    {
      const TdLawCondition *one = g_ptr_array_index (below->conditions, i);
      gboolean found = FALSE;

      for (guint j = 0; j < award->conditions->len && !found; j++)
        found = g_strcmp0 (((const TdLawCondition *) g_ptr_array_index (award->conditions, j))->id,
                           one->id)
                == 0;
      if (!found)
        take_settable (self, _ ("Condition dropped"), g_strdup (one->words), one->clause, NULL,
                       TD_LAW_ITEM_CONDITION, one->id);
    }
}

static void
take_rules (TdLawPanel *self, const TdLawAward *award)
{
  g_autofree char *share = award->has_vote ? td_share_to_words (&award->vote) : NULL;

  take_settable (self, _ ("Votes"),
                 award->has_vote
                     ? g_strdup_printf ("%s, %s", share, _ (td_vote_base_title (award->vote_base)))
                     : g_strdup (_ ("not set: local rules say")),
                 NULL, award->has_vote ? &award->vote_fact : NULL, TD_LAW_ITEM_VOTE, NULL);
  take_settable (self, _ ("Quorum"),
                 award->has_quorum ? td_share_to_words (&award->quorum)
                                   : g_strdup (_ ("not set: local rules say")),
                 NULL, award->has_quorum ? &award->quorum_fact : NULL, TD_LAW_ITEM_QUORUM, NULL);
  take_settable (
      self, _ ("Bonuses"),
      award->coefficient >= 0
          ? td_decimal_format (award->coefficient * (TD_DECIMAL_SCALE / 100), TD_STYLE_VIETNAMESE)
          : g_strdup (_ ("not set: local rules say")),
      NULL, award->coefficient >= 0 ? &award->money_fact : NULL, TD_LAW_ITEM_MONEY, NULL);
}

static void
take_award (TdLawPanel *self, const TdLawPack *pack, const TdLawAward *award)
{
  take_fact (self, _ ("Award"), g_strdup_printf ("%s (%s)", award->title, award->code), NULL,
             &award->fact);
  take_fact (self, _ ("Decided by"), g_strdup (award->decider), NULL, &award->decider_fact);
  take_conditions (self, award->conditions, 0);
  if (td_law_pack_get_base (pack) != NULL)
    take_dropped (self, td_law_pack_find_award (td_law_pack_get_base (pack), award->code), award);
  for (guint i = 0; i < award->judged->len; i++)
    {
      const TdLawNote *note = g_ptr_array_index (award->judged, i);

      take_fact (self, _ ("The council judges"), g_strdup (note->words), note->clause, &note->fact);
    }
  take_rules (self, award);
  if (award->form_title != NULL)
    take_fact (self, _ ("Form of the report"),
               g_strdup_printf ("%s%s%s", award->form_number != NULL ? award->form_number : "",
                                award->form_number != NULL ? ": " : "", award->form_title),
               NULL, &award->form_fact);
  for (guint i = 0; i < award->papers->len; i++)
    {
      const TdLawPaper *paper = g_ptr_array_index (award->papers, i);

      take_fact (self, paper->required ? _ ("Paper") : _ ("Paper, when it applies"),
                 g_strdup (paper->title), NULL, &paper->fact);
    }
}

static void
take_pack (TdLawPanel *self, const TdLawPack *pack)
{
  g_autofree char *from = td_date_format (td_law_pack_get_from (pack), TD_STYLE_VIETNAMESE);
  g_autofree char *to = td_date_format (td_law_pack_get_to (pack), TD_STYLE_VIETNAMESE);

  take_fact (self, _ ("In force"), g_strdup_printf ("%s – %s", from, *to != '\0' ? to : "…"), NULL,
             td_law_pack_get_force_fact (pack));
  for (guint i = 0; i < td_law_pack_get_n_salaries (pack); i++)
    {
      const TdBaseSalary *salary = td_law_pack_get_salary (pack, i);
      g_autofree char *since = td_date_format (salary->from, TD_STYLE_VIETNAMESE);
      g_autofree char *amount = td_award_money (salary->amount);

      take_fact (self, _ ("Base salary"), g_strdup_printf (_ ("%s đồng from %s"), amount, since),
                 NULL, &salary->fact);
    }
}

static void
award_selected_cb (TdLawPanel *self)
{
  const TdLawPack *pack = chosen_pack (self);
  TdId line = td_text_list_get_only (self->awards);

  if (self->filling)
    return;
  g_array_set_size (self->lines, 0);
  td_text_list_begin (self->facts);
  if (pack != NULL)
    {
      if (line == TD_ID_NONE || line > td_law_pack_get_n_awards (pack))
        take_pack (self, pack);
      else
        take_award (self, pack, td_law_pack_get_award (pack, (guint) line - 1));
    }
  td_text_list_end (self->facts);
}

/* --- setting a fact ------------------------------------------------------------------------------- */

/* The line selected, if the office may set what it says. */
static const Line *
settable_line (TdLawPanel *self)
{
  TdId id = td_text_list_get_only (self->facts);
  const Line *line =
      id > 0 && id <= self->lines->len ? &g_array_index (self->lines, Line, id - 1) : NULL;

  return line != NULL && line->item >= 0 && td_award_panel_is_writable (TD_AWARD_PANEL (self))
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
  const Line *line = settable_line (self);
  TdId award = td_text_list_get_only (self->awards);

  if (line != NULL && pack != NULL && award != TD_ID_NONE
      && award <= td_law_pack_get_n_awards (pack))
    {
      TdLawSetting setting = { .pack = pack,
                               .award = td_law_pack_get_award (pack, (guint) award - 1)->code,
                               .item = (TdLawItem) line->item,
                               .condition = line->condition };
      g_autofree char *title =
          td_award_shorten (td_law_pack_get_award (pack, (guint) award - 1)->title);
      g_autofree char *words = g_strdup_printf ("%s: %s", title, line->words);

      td_law_fact_dialog_show (GTK_WIDGET (self), td_award_panel_get_desk (panel),
                               td_award_panel_get_book (panel), td_award_panel_get_round (panel),
                               &setting, words, written_cb);
    }
}

/* --- awards --------------------------------------------------------------------------------------- */

static guint
count_conditions (const GPtrArray *conditions)
{
  guint n = 0;

  for (guint i = 0; i < conditions->len; i++)
    {
      const TdLawCondition *one = g_ptr_array_index (conditions, i);

      n += !one->fact.verified;
      for (guint a = 0; one->alternatives != NULL && a < one->alternatives->len; a++)
        {
          const TdLawAlternative *alternative = g_ptr_array_index (one->alternatives, a);

          n += !alternative->fact.verified;
          n += count_conditions (alternative->conditions);
        }
    }
  return n;
}

static guint
count_unverified (const TdLawAward *award)
{
  guint n = count_conditions (award->conditions);

  n += !award->fact.verified;
  n += !award->decider_fact.verified;
  n += award->has_vote && !award->vote_fact.verified;
  n += award->has_quorum && !award->quorum_fact.verified;
  n += award->coefficient >= 0 && !award->money_fact.verified;
  n += award->form_title != NULL && !award->form_fact.verified;
  for (guint i = 0; i < award->papers->len; i++)
    n += !((const TdLawPaper *) g_ptr_array_index (award->papers, i))->fact.verified;
  for (guint i = 0; i < award->judged->len; i++)
    n += !((const TdLawNote *) g_ptr_array_index (award->judged, i))->fact.verified;
  return n;
}

static void
fill_awards (TdLawPanel *self)
{
  const TdLawPack *pack = chosen_pack (self);

  td_text_list_begin (self->awards);
  for (guint i = 0; pack != NULL && i < td_law_pack_get_n_awards (pack); i++)
    {
      const TdLawAward *award = td_law_pack_get_award (pack, i);
      guint n = count_unverified (award);
      char *texts[] = { td_award_shorten (award->title),
                        g_strdup (award->subject == TD_SUBJECT_COLLECTIVE ? _ ("collective")
                                                                          : _ ("individual")),
                        n > 0 ? g_strdup_printf ("%u ⚠", n) : g_strdup ("0") };

      td_text_list_take_line (self->awards, i + 1, texts);
    }
  td_text_list_end (self->awards);
}

static gboolean
is_own (const TdLawPack *pack)
{
  return pack != NULL && td_law_pack_get_base (pack) != NULL;
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
  gtk_widget_set_sensitive (self->remove, td_award_panel_is_writable (TD_AWARD_PANEL (self))
                                              && is_own (chosen_pack (self)));
}

/* --- the office's own pack ------------------------------------------------------------------------ */

static void
put_setting (TdLawPanel *self, const char *key, const char *value, const char *label)
{
  TdDesk *desk = td_award_panel_get_desk (TD_AWARD_PANEL (self));
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) td_record_free);
  TdRecord *record = td_record_new (TD_TABLE_OFFICE, td_desk_get_movement_id (desk));

  td_record_set_text (record, TD_OFFICE_KEY, key);
  td_record_set_text (record, TD_OFFICE_VALUE, value);
  g_ptr_array_add (records, record);
  td_write (GTK_WIDGET (self), desk, label, td_put_records_func, records, NULL);
}

/* A file is tried against the packs there are before it is taken. */
static void
take_file (TdLawPanel *self, GFile *file)
{
  TdDesk *desk = td_award_panel_get_desk (TD_AWARD_PANEL (self));
  g_autoptr (TdProblems) ignored = td_problems_new ();
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdLawLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *data = NULL, *key = NULL, *label = NULL, *text = NULL;
  const TdLawPack *pack;
  gsize length;

  if (!g_file_load_contents (file, NULL, &data, &length, NULL, &error)
      || (library = td_award_book_load_library (td_desk_get_store (desk), ignored, &error)) == NULL)
    {
      td_show_error (GTK_WIDGET (self), _ ("The law pack cannot be read"), error->message);
      return;
    }
  if (!td_law_library_add (library, name, data, length, problems))
    {
      text = td_problems_to_string (problems);
      td_show_error (GTK_WIDGET (self), _ ("The law pack was not taken"), text);
      return;
    }
  pack = td_law_library_get (library, td_law_library_get_count (library) - 1);
  key = g_strconcat (TD_SETTING_LAW_PACK, td_law_pack_get_id (pack), NULL);
  label = g_strdup_printf (_ ("Add the law pack “%s”"), td_law_pack_get_title (pack));
  put_setting (self, key, data, label);
}

static void
open_response_cb (GtkNativeDialog *dialog, int response, TdLawPanel *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && td_award_panel_get_desk (TD_AWARD_PANEL (self)) != NULL)
    take_file (self, file);
  g_object_unref (dialog);
}

static void
save_response_cb (GtkNativeDialog *dialog, int response, TdLawPanel *self)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = td_law_library_load_example ();
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    {
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);

      if (g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                                   &error))
        td_toast (GTK_WIDGET (self), _ ("The template is written; its figures are invented"));
      else
        td_show_error (GTK_WIDGET (self), _ ("The template could not be written"), error->message);
    }
  g_object_unref (dialog);
}

static void
choose (TdLawPanel *self, const char *title, GtkFileChooserAction action, GCallback func)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), action, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_add_pattern (filter, "*.json");
  gtk_file_filter_set_name (filter, _ ("Law packs"));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "quy-dinh-cua-don-vi.json");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", func, self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
add_cb (TdLawPanel *self)
{
  choose (self, _ ("Add a law pack of the office"), GTK_FILE_CHOOSER_ACTION_OPEN,
          G_CALLBACK (open_response_cb));
}

static void
template_cb (TdLawPanel *self)
{
  choose (self, _ ("Where to write the template"), GTK_FILE_CHOOSER_ACTION_SAVE,
          G_CALLBACK (save_response_cb));
}

typedef struct
{
  char *key;
  TdRecord *found;
} Search;

static gboolean
find_setting (const TdRecord *record, gpointer data)
{
  Search *search = data;

  if (strcmp (td_record_get_text (record, TD_OFFICE_KEY), search->key) != 0)
    return TRUE;
  search->found = td_record_copy (record);
  return FALSE;
}

static gboolean
delete_func (TdTxn *txn, gpointer data, GError **error)
{
  const TdRecord *record = data;

  return td_txn_delete (txn, record->table->id, record->id, error);
}

static void
remove_cb (TdLawPanel *self)
{
  TdDesk *desk = td_award_panel_get_desk (TD_AWARD_PANEL (self));
  const TdLawPack *pack = chosen_pack (self);
  g_autofree char *label = NULL, *key = NULL;
  Search search = { NULL, NULL };

  if (!is_own (pack))
    return;
  search.key = key = g_strconcat (TD_SETTING_LAW_PACK, td_law_pack_get_id (pack), NULL);
  td_store_foreach (td_desk_get_store (desk), TD_TABLE_OFFICE, TD_ID_NONE, find_setting, &search,
                    NULL);
  if (search.found == NULL)
    return;
  label = g_strdup_printf (_ ("Take the law pack “%s” away"), td_law_pack_get_title (pack));
  td_write (GTK_WIDGET (self), desk, label, delete_func, search.found, NULL);
  td_record_free (search.found);
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

        put_setting (self, registers[i].key, complete ? TD_SETTING_COMPLETE : "", label);
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

  g_array_unref (self->lines);
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

/* What is done with the office's packs as files: seldom, so behind a button. */
static GtkWidget *
make_own_menu (TdLawPanel *self)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "td-dialog");
  td_award_button_add (box, _ ("_Add the office's own…"),
                       _ ("A pack of the office lies upon one of the program's and holds where a "
                          "round names it"),
                       G_CALLBACK (add_cb), self);
  td_award_button_add (box, _ ("Write a _template…"), _ ("A file to begin an own pack with"),
                       G_CALLBACK (template_cb), self);
  self->remove = td_award_button_add (box, _ ("Take away"), NULL, G_CALLBACK (remove_cb), self);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("_Office's own"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  return button;
}

static void
td_law_panel_init (TdLawPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *bar = td_award_bar_new ();

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
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
  gtk_box_append (GTK_BOX (bar), make_own_menu (self));
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
