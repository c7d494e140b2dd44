/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-quota-panel.h"

#include <glib/gi18n.h>

#include "app/dialogs/td-record-dialog.h"
#include "app/dialogs/td-ruling-dialog.h"
#include "app/widgets/td-columns.h"
#include "app/widgets/td-text-list.h"

struct _TdQuotaPanel
{
  TdAwardPanel parent_instance;

  TdTextList *quotas;
  GtkWidget *add, *edit, *remove;
  GtkWidget *words;
  GtkWidget *tie, *exception, *take_back;
  TdTextList *line;
};

G_DEFINE_FINAL_TYPE (TdQuotaPanel, td_quota_panel, TD_TYPE_AWARD_PANEL)

static const TdTextColumn quota_columns[] = {
  { N_ ("Award"), TD_COLUMN_WIDE, FALSE },
  { N_ ("Block or category"), 120, FALSE },
  { N_ ("Set"), 90, TRUE },
  { N_ ("Places"), 70, TRUE },
  { N_ ("Nominated"), 90, TRUE },
  { N_ ("Status"), 150, FALSE },
};

static const TdTextColumn line_columns[] = {
  { N_ ("Place"), 60, TRUE },      { N_ ("Nominee"), TD_COLUMN_WIDE, FALSE },
  { N_ ("Total"), 70, TRUE },      { N_ ("Leader"), 80, FALSE },
  { N_ ("The line"), 170, FALSE }, { N_ ("Tie-break"), 180, FALSE },
};

static const int fields[] = { TD_QUOTA_AWARD,
                              TD_QUOTA_GROUP,
                              TD_QUOTA_LIMIT,
                              TD_QUOTA_PERCENT,
                              TD_QUOTA_ROUNDING,
                              TD_QUOTA_LEADERS_PERCENT,
                              -1 };

static const TdAwardQuota *
selected_quota (TdQuotaPanel *self)
{
  const TdAwardBook *book = td_award_panel_get_book (TD_AWARD_PANEL (self));
  TdId id = td_text_list_get_only (self->quotas);

  for (guint i = 0; book != NULL && i < td_award_book_get_n_quotas (book); i++)
    if (td_award_book_get_quota (book, i)->id == id)
      return td_award_book_get_quota (book, i);
  return NULL;
}

/* --- the line ------------------------------------------------------------------------------------- */

static const char *
place_words (TdQuotaPlace place)
{
  switch (place)
    {
    case TD_PLACE_IN:
      return _ ("✓ in");
    case TD_PLACE_TIED:
      return _ ("= tied on the line");
    case TD_PLACE_LEADER:
      return _ ("✗ out: cap on leaders");
    case TD_PLACE_UNRANKED:
      return _ ("? no total");
    case TD_PLACE_GONE:
      return _ ("– no longer stands");
    case TD_PLACE_OUT:
    default:
      return _ ("✗ out");
    }
}

static void
fill_line (TdQuotaPanel *self, const TdAwardQuota *quota)
{
  td_text_list_begin (self->line);
  for (guint i = 0; quota != NULL && quota->line != NULL && i < quota->line->n; i++)
    {
      guint index = quota->line->order[i];
      const TdQuotaCandidate *one = &g_array_index (quota->candidates, TdQuotaCandidate, index);
      const TdAwardNomination *nomination = g_ptr_array_index (quota->nominations, index);
      char *texts[] = {
        g_strdup_printf ("%u", i + 1),
        g_strdup (one->name),
        td_award_points (TD_AWARD_PANEL (self), one->total),
        g_strdup (one->leader ? _ ("yes") : ""),
        g_strdup (place_words (quota->line->places[index])),
        one->tie_order > 0 ? g_strdup_printf ("%u: %s", one->tie_order, one->tie_reason)
                           : g_strdup (""),
      };

      td_text_list_take_line (self->line, nomination->id, texts);
    }
  td_text_list_end (self->line);
}

static char *
words_of (TdQuotaPanel *self, const TdAwardQuota *quota)
{
  const TdMovement *movement =
      td_desk_get_movement (td_award_panel_get_desk (TD_AWARD_PANEL (self)));
  g_autofree char *words = NULL;

  if (quota->line == NULL)
    return g_strdup (quota->fault);
  words = td_quota_line_to_words (
      quota->line, (const TdQuotaCandidate *) (gconstpointer) quota->candidates->data,
      movement->decimals);
  if (quota->exception.who == NULL)
    return g_steal_pointer (&words);
  return g_strdup_printf (_ ("%s. Exceeding it was allowed by %s: %s"), words, quota->exception.who,
                          quota->exception.why);
}

static void
line_selection_changed_cb (TdQuotaPanel *self)
{
  gtk_widget_set_sensitive (self->tie, td_award_panel_is_writable (TD_AWARD_PANEL (self))
                                           && td_text_list_get_only (self->line) != TD_ID_NONE);
}

static void
selection_changed_cb (TdQuotaPanel *self)
{
  const TdAwardQuota *quota = selected_quota (self);
  gboolean writable = quota != NULL && td_award_panel_is_writable (TD_AWARD_PANEL (self));
  g_autofree char *words = quota != NULL ? words_of (self, quota) : g_strdup ("");

  fill_line (self, quota);
  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_widget_set_sensitive (self->edit, writable);
  gtk_widget_set_sensitive (self->remove, writable);
  gtk_widget_set_sensitive (self->exception,
                            writable && quota->line != NULL && quota->line->exceeds);
  gtk_widget_set_visible (self->take_back, writable && quota->exception.who != NULL);
  line_selection_changed_cb (self);
}

/* --- the quotas ----------------------------------------------------------------------------------- */

static const char *
status_words (const TdAwardQuota *quota)
{
  if (quota->line == NULL)
    return _ ("! contradicts itself");
  if (td_quota_line_may_print (quota->line, NULL))
    return _ ("✓ within");
  if (td_quota_line_may_print (quota->line, &quota->exception))
    return _ ("! exceeded on record");
  return quota->line->is_tied ? _ ("= tied on the line") : _ ("✗ exceeded");
}

static char *
set_words (const TdAwardQuota *quota)
{
  g_autofree char *percent = td_decimal_format (quota->quota.percent, TD_STYLE_VIETNAMESE);

  return quota->quota.limit >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, quota->quota.limit)
         : quota->quota.percent != TD_DECIMAL_NONE ? g_strdup_printf ("%s %%", percent)
                                                   : g_strdup ("–");
}

/* The same award for collectives and for persons has two quotas. */
static char *
award_words (const TdAwardRound *round, const char *award)
{
  const TdLawAward *law = round->pack != NULL ? td_law_pack_find_award (round->pack, award) : NULL;
  g_autofree char *title = td_award_short_title (round, award);

  return law == NULL ? g_steal_pointer (&title)
                     : g_strdup_printf ("%s · %s", title,
                                        law->subject == TD_SUBJECT_COLLECTIVE ? _ ("collective")
                                                                              : _ ("individual"));
}

static void
td_quota_panel_update (TdAwardPanel *panel)
{
  TdQuotaPanel *self = TD_QUOTA_PANEL (panel);
  const TdAwardBook *book = td_award_panel_get_book (panel);
  const TdAwardRound *round = td_award_panel_get_round (panel);
  TdId first = TD_ID_NONE;

  td_text_list_begin (self->quotas);
  for (guint i = 0; round != NULL && i < td_award_book_get_n_quotas (book); i++)
    {
      const TdAwardQuota *quota = td_award_book_get_quota (book, i);
      gboolean has_places = quota->line != NULL && quota->line->limit != TD_QUOTA_UNLIMITED;
      char *texts[] = {
        award_words (round, quota->quota.award),
        g_strdup (g_str_equal (quota->quota.group, "all") ? _ ("all") : quota->quota.group),
        set_words (quota),
        has_places ? g_strdup_printf ("%u", quota->line->limit) : g_strdup ("–"),
        quota->line != NULL ? g_strdup_printf ("%u", quota->line->n_live) : NULL,
        g_strdup (status_words (quota)),
      };

      if (quota->round != round)
        {
          for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
            g_free (texts[t]);
          continue;
        }
      if (first == TD_ID_NONE)
        first = quota->id;
      td_text_list_take_line (self->quotas, quota->id, texts);
    }
  td_text_list_end (self->quotas);
  if (td_text_list_get_only (self->quotas) == TD_ID_NONE)
    td_text_list_select (self->quotas, first);
  gtk_widget_set_sensitive (self->add, round != NULL && td_award_panel_is_writable (panel));
  selection_changed_cb (self);
}

/* --- what is done --------------------------------------------------------------------------------- */

static void
added_cb (TdId id, gpointer data)
{
  td_text_list_select (TD_QUOTA_PANEL (data)->quotas, id);
}

static void
add_cb (TdQuotaPanel *self)
{
  TdDesk *desk = td_award_panel_get_desk (TD_AWARD_PANEL (self));
  const TdAwardRound *round = td_award_panel_get_round (TD_AWARD_PANEL (self));
  g_autoptr (TdRecord) record = td_record_new (TD_TABLE_QUOTAS, td_desk_get_movement_id (desk));

  td_record_set_ref (record, TD_QUOTA_ROUND, round->id);
  td_record_set_text (record, TD_QUOTA_GROUP, "all");
  td_record_dialog_show (GTK_WIDGET (self), desk, record, fields, added_cb, self);
}

static TdRecord *
load_selected (TdQuotaPanel *self)
{
  TdDesk *desk = td_award_panel_get_desk (TD_AWARD_PANEL (self));
  TdId id = td_text_list_get_only (self->quotas);

  return id != TD_ID_NONE ? td_store_get (td_desk_get_store (desk), TD_TABLE_QUOTAS, id,
                                          td_desk_get_movement_id (desk))
                          : NULL;
}

static void
edit_cb (TdQuotaPanel *self)
{
  g_autoptr (TdRecord) record = load_selected (self);

  if (record != NULL && td_award_panel_is_writable (TD_AWARD_PANEL (self)))
    td_record_dialog_show (GTK_WIDGET (self), td_award_panel_get_desk (TD_AWARD_PANEL (self)),
                           record, fields, NULL, NULL);
}

static gboolean
delete_func (TdTxn *txn, gpointer data, GError **error)
{
  const TdRecord *record = data;

  return td_txn_delete (txn, record->table->id, record->id, error);
}

static void
remove_cb (TdQuotaPanel *self)
{
  TdDesk *desk = td_award_panel_get_desk (TD_AWARD_PANEL (self));
  g_autoptr (TdRecord) record = load_selected (self);
  g_autofree char *words = NULL, *label = NULL;

  if (record == NULL)
    return;
  words = td_store_record_words (td_desk_get_store (desk), record);
  label = g_strdup_printf (_ ("Delete %s “%s”"), _ (record->table->record), words);
  td_write (GTK_WIDGET (self), desk, label, delete_func, record, NULL);
}

static void
tie_cb (TdQuotaPanel *self)
{
  TdDesk *desk = td_award_panel_get_desk (TD_AWARD_PANEL (self));
  const TdAwardNomination *nomination = td_award_book_find_nomination (
      td_award_panel_get_book (TD_AWARD_PANEL (self)), td_text_list_get_only (self->line));
  TdRuling ruling = { .movement = td_desk_get_movement_id (desk), .kind = TD_RULING_TIE };
  g_autofree char *label = NULL;

  if (nomination == NULL)
    return;
  ruling.round = nomination->round->id;
  ruling.nomination = nomination->id;
  label = g_strdup_printf (_ ("Tie-break for %s"), nomination->holder->name);
  td_ruling_dialog_show (
      GTK_WIDGET (self), desk, &ruling, label,
      _ ("Its place among those with the same total, by the written tie-break. Each of those on "
         "the line needs one, and no two the same."),
      label);
}

static void
rule_on_quota (TdQuotaPanel *self, gboolean remove)
{
  TdDesk *desk = td_award_panel_get_desk (TD_AWARD_PANEL (self));
  const TdAwardQuota *quota = selected_quota (self);
  g_autofree char *subject = NULL, *label = NULL;
  TdRuling ruling = { .movement = td_desk_get_movement_id (desk),
                      .kind = TD_RULING_QUOTA,
                      .remove = remove };

  if (quota == NULL)
    return;
  subject = g_strconcat (quota->quota.award, ":", quota->quota.group, NULL);
  ruling.round = quota->round->id;
  ruling.subject = subject;
  label = g_strdup_printf (remove ? _ ("The quota of “%s” holds again")
                                  : _ ("Exceed the quota of “%s”"),
                           td_award_round_get_award_title (quota->round, quota->quota.award));
  if (remove)
    td_write (GTK_WIDGET (self), desk, label, td_ruling_func, &ruling, NULL);
  else
    td_ruling_dialog_show (GTK_WIDGET (self), desk, &ruling, label,
                           _ ("More is printed than the quota has places for. Who allowed it, and "
                              "why?"),
                           label);
}

static void
exception_cb (TdQuotaPanel *self)
{
  rule_on_quota (self, FALSE);
}

static void
take_back_cb (TdQuotaPanel *self)
{
  rule_on_quota (self, TRUE);
}

static void
line_activated_cb (TdTextList *list, gint64 id, TdQuotaPanel *self)
{
  TdPlace place = { .page = "awards", .id = id };

  td_go (GTK_WIDGET (self), &place);
}

static void
quota_activated_cb (TdTextList *list, gint64 id, TdQuotaPanel *self)
{
  edit_cb (self);
}

/* --- panel ---------------------------------------------------------------------------------------- */

static void
td_quota_panel_select (TdAwardPanel *panel, TdId id)
{
  td_text_list_select (TD_QUOTA_PANEL (panel)->quotas, id);
}

static void
td_quota_panel_class_init (TdQuotaPanelClass *class)
{
  TD_AWARD_PANEL_CLASS (class)->select = td_quota_panel_select;
  TD_AWARD_PANEL_CLASS (class)->update = td_quota_panel_update;
}

static void
td_quota_panel_init (TdQuotaPanel *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bottom = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = td_award_bar_new (), *line_bar = td_award_bar_new ();

  self->add = td_award_button_add (bar, _ ("_Add a quota…"), NULL, G_CALLBACK (add_cb), self);
  self->edit = td_award_button_add (bar, _ ("_Edit…"), NULL, G_CALLBACK (edit_cb), self);
  self->remove = td_award_button_add (bar, _ ("Delete"), NULL, G_CALLBACK (remove_cb), self);
  self->quotas = TD_TEXT_LIST (
      td_text_list_new (quota_columns, G_N_ELEMENTS (quota_columns), _ ("Quotas"), FALSE));
  td_text_list_set_empty (self->quotas,
                          _ ("No quota is set for this round: how many an award may go to."));
  gtk_widget_set_vexpand (GTK_WIDGET (self->quotas), TRUE);
  self->words = td_award_label_new (NULL);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_box_append (GTK_BOX (line_bar), self->words);
  self->tie = td_award_button_add (line_bar, _ ("_Tie-break…"),
                                   _ ("The place of the one selected among those with the same "
                                      "total"),
                                   G_CALLBACK (tie_cb), self);
  self->exception =
      td_award_button_add (line_bar, _ ("E_xceed it…"), NULL, G_CALLBACK (exception_cb), self);
  self->take_back =
      td_award_button_add (line_bar, _ ("Withdraw it"), NULL, G_CALLBACK (take_back_cb), self);
  self->line = TD_TEXT_LIST (
      td_text_list_new (line_columns, G_N_ELEMENTS (line_columns), _ ("The line"), FALSE));
  gtk_widget_set_vexpand (GTK_WIDGET (self->line), TRUE);
  gtk_box_append (GTK_BOX (top), bar);
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->quotas));
  gtk_box_append (GTK_BOX (bottom), line_bar);
  gtk_box_append (GTK_BOX (bottom), GTK_WIDGET (self->line));
  gtk_widget_set_size_request (top, -1, 150);
  gtk_widget_set_size_request (bottom, -1, 180);
  gtk_paned_set_start_child (GTK_PANED (paned), top);
  gtk_paned_set_end_child (GTK_PANED (paned), bottom);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), 230);
  adw_bin_set_child (ADW_BIN (self), paned);
  g_signal_connect_swapped (self->quotas, "selection-changed", G_CALLBACK (selection_changed_cb),
                            self);
  g_signal_connect (self->quotas, "activated", G_CALLBACK (quota_activated_cb), self);
  g_signal_connect_swapped (self->line, "selection-changed", G_CALLBACK (line_selection_changed_cb),
                            self);
  g_signal_connect (self->line, "activated", G_CALLBACK (line_activated_cb), self);
}
