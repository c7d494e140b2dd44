/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-council-panel.h"

#include <glib/gi18n.h>

#include "app/awards/td-ballot-form.h"
#include "app/dialogs/td-record-dialog.h"
#include "app/dialogs/td-ruling-dialog.h"
#include "app/widgets/td-columns.h"
#include "app/widgets/td-text-list.h"

struct _TdCouncilPanel
{
  TdAwardPanel parent_instance;

  GtkWidget *quorum;
  TdTextList *members;
  GtkWidget *add, *edit, *remove, *present, *absent;
  TdTextList *votes;
  TdBallotForm *ballots;
  GtkWidget *notes;
  GtkWidget *recuse, *stays, *go_on, *take_back;
};

G_DEFINE_FINAL_TYPE (TdCouncilPanel, td_council_panel, TD_TYPE_AWARD_PANEL)

static const TdTextColumn member_columns[] = {
  { N_ ("Full name"), TD_COLUMN_WIDE, FALSE },
  { N_ ("Role"), 84, FALSE },
  { N_ ("Present"), 100, FALSE },
};

static const TdTextColumn vote_columns[] = {
  { N_ ("Nominee"), TD_COLUMN_WIDE, FALSE },
  { N_ ("Award"), 200, FALSE },
  { N_ ("Recused"), 110, FALSE },
  { N_ ("For"), 64, TRUE },
  { N_ ("Of"), 64, TRUE },
  { N_ ("Base"), 160, FALSE },
  { N_ ("Result"), 110, FALSE },
};

static const int fields[] = { TD_MEMBER_CODE,
                              TD_MEMBER_NAME,
                              TD_MEMBER_OFFICE,
                              TD_MEMBER_ROLE,
                              TD_MEMBER_UNIT,
                              TD_MEMBER_PRESENT,
                              -1 };

static TdDesk *
desk_of (TdCouncilPanel *self)
{
  return td_award_panel_get_desk (TD_AWARD_PANEL (self));
}

static const TdAwardRound *
round_of (TdCouncilPanel *self)
{
  return td_award_panel_get_round (TD_AWARD_PANEL (self));
}

static GPtrArray *
selected_nominations (TdCouncilPanel *self)
{
  const TdAwardBook *book = td_award_panel_get_book (TD_AWARD_PANEL (self));
  g_autoptr (GArray) ids = td_text_list_get_selected (self->votes);
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

/* The index of the only member selected, -1. */
static int
selected_member (TdCouncilPanel *self)
{
  const TdAwardRound *round = round_of (self);
  TdId id = td_text_list_get_only (self->members);

  for (guint i = 0; round != NULL && i < round->council.n_members; i++)
    if (td_award_round_get_member_id (round, i) == id)
      return (int) i;
  return -1;
}

/* --- showing -------------------------------------------------------------------------------------- */

static void
show_notes (TdCouncilPanel *self, const GPtrArray *nominations)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (nominations->len == 1)
    {
      const TdCouncilVote *vote =
          ((const TdAwardNomination *) g_ptr_array_index (nominations, 0))->vote;
      const TdAwardRound *round =
          ((const TdAwardNomination *) g_ptr_array_index (nominations, 0))->round;
      g_autofree char *words = td_council_vote_to_words (vote);

      g_string_append (text, words);
      if (vote->has_threshold && !vote->verified)
        g_string_append_printf (text, "%s", _ (" (the share is not verified against its source)"));
      for (guint i = 0; i < vote->recused->len; i++)
        {
          const TdRecused *recused = g_ptr_array_index (vote->recused, i);

          g_string_append_printf (text, "\n%s: %s %s", _ ("Recused"),
                                  round->council.members[recused->member].name, recused->reason);
        }
      for (guint i = 0; i < vote->problems->len; i++)
        g_string_append_printf (text, "\n• %s",
                                (const char *) g_ptr_array_index (vote->problems, i));
    }
  gtk_label_set_text (GTK_LABEL (self->notes), text->str);
}

static void
selection_changed_cb (TdCouncilPanel *self)
{
  g_autoptr (GPtrArray) nominations = selected_nominations (self);
  g_autoptr (GArray) members = td_text_list_get_selected (self->members);
  gboolean writable = td_award_panel_is_writable (TD_AWARD_PANEL (self)) && round_of (self) != NULL;
  gboolean recusable = writable && selected_member (self) >= 0 && nominations->len > 0;
  gboolean fails = FALSE, overridden = FALSE;

  for (guint i = 0; i < nominations->len; i++)
    {
      const TdAwardNomination *one = g_ptr_array_index (nominations, i);

      fails |= !td_council_vote_may_go_on (one->vote);
      overridden |= one->vote->is_overridden;
    }
  gtk_widget_set_sensitive (self->add, writable);
  gtk_widget_set_sensitive (self->edit, writable && selected_member (self) >= 0);
  gtk_widget_set_sensitive (self->remove, writable && members->len > 0);
  gtk_widget_set_sensitive (self->present, writable && members->len > 0);
  gtk_widget_set_sensitive (self->absent, writable && members->len > 0);
  gtk_widget_set_sensitive (self->recuse, recusable);
  gtk_widget_set_sensitive (self->stays, recusable);
  gtk_widget_set_sensitive (self->go_on, writable && fails);
  gtk_widget_set_visible (self->take_back, writable && overridden);
  td_ballot_form_set (self->ballots, desk_of (self), nominations, writable);
  show_notes (self, nominations);
}

static char *
recused_words (const TdAwardNomination *nomination)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < nomination->vote->recused->len; i++)
    {
      const TdRecused *recused = g_ptr_array_index (nomination->vote->recused, i);

      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "",
                              nomination->round->council.members[recused->member].name);
    }
  return g_string_free (out, FALSE);
}

static char *
result_words (const TdCouncilVote *vote)
{
  if (vote->verdict != TD_LAW_PASS && vote->is_overridden)
    return g_strdup_printf ("! %s", _ ("goes on"));
  return td_award_verdict_words (vote->verdict);
}

static void
take_vote (TdCouncilPanel *self, const TdAwardNomination *nomination)
{
  const TdCouncilVote *vote = nomination->vote;
  char *texts[] = {
    g_strdup (nomination->holder != NULL ? nomination->holder->name : ""),
    td_award_short_title (nomination->round, nomination->award),
    recused_words (nomination),
    vote->is_counted ? g_strdup_printf ("%u", vote->votes_for) : g_strdup ("–"),
    vote->base_count > 0 ? g_strdup_printf ("%u", vote->base_count) : g_strdup ("–"),
    g_strdup (vote->has_threshold ? _ (td_vote_base_title (vote->base)) : _ ("no share is set")),
    result_words (vote),
  };

  td_text_list_take_line (self->votes, nomination->id, texts);
}

static void
fill_members (TdCouncilPanel *self)
{
  const TdAwardRound *round = round_of (self);
  const TdField *role = &td_table_get (TD_TABLE_COUNCIL_MEMBERS)->fields[TD_MEMBER_ROLE];

  td_text_list_begin (self->members);
  for (guint i = 0; round != NULL && i < round->council.n_members; i++)
    {
      const TdCouncilMember *member = &round->council.members[i];
      char *texts[] = {
        member->office != NULL && *member->office != '\0'
            ? g_strdup_printf ("%s, %s", member->name, member->office)
            : g_strdup (member->name),
        g_strdup (_ (role->choices[member->role].title)),
        g_strdup (member->present == TD_YES  ? _ ("✓ present")
                  : member->present == TD_NO ? _ ("– absent")
                                             : _ ("? not recorded")),
      };

      td_text_list_take_line (self->members, td_award_round_get_member_id (round, i), texts);
    }
  td_text_list_end (self->members);
}

/* The quorum as any award of the round asks for it: they share the rule. */
static void
show_quorum (TdCouncilPanel *self)
{
  const TdAwardRound *round = round_of (self);
  const TdLawAward *award = NULL;
  g_autofree char *text = NULL;
  TdQuorum quorum;

  for (guint i = 0; round != NULL && round->pack != NULL && award == NULL
                    && i < td_law_pack_get_n_awards (round->pack);
       i++)
    if (td_law_pack_get_award (round->pack, i)->has_quorum)
      award = td_law_pack_get_award (round->pack, i);
  if (round == NULL || round->council.n_members == 0)
    {
      gtk_label_set_text (GTK_LABEL (self->quorum), "");
      return;
    }
  td_council_get_quorum (&round->council, award, &quorum);
  text = quorum.needed > 0
             ? g_strdup_printf (_ ("%s: %u of %u members present, needed %u"),
                                quorum.verdict == TD_LAW_PASS   ? _ ("✓ quorum")
                                : quorum.verdict == TD_LAW_FAIL ? _ ("✗ no quorum")
                                                                : _ ("? quorum"),
                                quorum.present, quorum.members, quorum.needed)
             : g_strdup_printf (_ ("%u of %u members present"), quorum.present, quorum.members);
  gtk_label_set_text (GTK_LABEL (self->quorum), text);
}

/* Somebody is selected whenever there is somebody. */
static void
select_first (TdCouncilPanel *self)
{
  const TdAwardBook *book = td_award_panel_get_book (TD_AWARD_PANEL (self));
  const TdAwardRound *round = round_of (self);
  g_autoptr (GArray) selected = td_text_list_get_selected (self->votes);

  for (guint i = 0;
       selected->len == 0 && round != NULL && i < td_award_book_get_n_nominations (book); i++)
    {
      const TdAwardNomination *one = td_award_book_get_nomination (book, i);

      if (one->round == round && td_law_is_live (one->state))
        {
          td_text_list_select (self->votes, one->id);
          return;
        }
    }
}

static void
td_council_panel_update (TdAwardPanel *panel)
{
  TdCouncilPanel *self = TD_COUNCIL_PANEL (panel);
  const TdAwardBook *book = td_award_panel_get_book (panel);
  const TdAwardRound *round = td_award_panel_get_round (panel);

  fill_members (self);
  td_text_list_begin (self->votes);
  for (guint i = 0; round != NULL && i < td_award_book_get_n_nominations (book); i++)
    {
      const TdAwardNomination *one = td_award_book_get_nomination (book, i);

      if (one->round == round && td_law_is_live (one->state))
        take_vote (self, one);
    }
  td_text_list_end (self->votes);
  select_first (self);
  show_quorum (self);
  selection_changed_cb (self);
}

/* --- members -------------------------------------------------------------------------------------- */

static void
add_cb (TdCouncilPanel *self)
{
  TdDesk *desk = desk_of (self);
  const TdAwardRound *round = round_of (self);
  g_autoptr (TdRecord) record =
      td_record_new (TD_TABLE_COUNCIL_MEMBERS, td_desk_get_movement_id (desk));
  g_autofree char *code = NULL;
  guint number = round->council.n_members;
  gboolean taken;

  do
    {
      g_free (code);
      code = g_strdup_printf ("HD%02u", ++number);
      taken = FALSE;
      for (guint i = 0; i < round->council.n_members; i++)
        taken |= g_strcmp0 (round->council.members[i].code, code) == 0;
    }
  while (taken);
  td_record_set_ref (record, TD_MEMBER_ROUND, round->id);
  td_record_set_text (record, TD_MEMBER_CODE, code);
  td_record_set_number (record, TD_MEMBER_ROLE, TD_COUNCIL_MEMBER);
  td_record_dialog_show (GTK_WIDGET (self), desk, record, fields, NULL, NULL);
}

static TdRecord *
load_member (TdCouncilPanel *self, TdId id)
{
  return td_store_get (td_desk_get_store (desk_of (self)), TD_TABLE_COUNCIL_MEMBERS, id,
                       td_desk_get_movement_id (desk_of (self)));
}

static void
edit_cb (TdCouncilPanel *self)
{
  g_autoptr (TdRecord) record = load_member (self, td_text_list_get_only (self->members));

  if (record != NULL && td_award_panel_is_writable (TD_AWARD_PANEL (self)))
    td_record_dialog_show (GTK_WIDGET (self), desk_of (self), record, fields, NULL, NULL);
}

static void
member_activated_cb (TdTextList *list, gint64 id, TdCouncilPanel *self)
{
  edit_cb (self);
}

static gboolean
delete_func (TdTxn *txn, gpointer data, GError **error)
{
  const GArray *ids = data;

  for (guint i = 0; i < ids->len; i++)
    if (!td_txn_delete (txn, TD_TABLE_COUNCIL_MEMBERS, g_array_index (ids, TdId, i), error))
      return FALSE;
  return TRUE;
}

static void
remove_cb (TdCouncilPanel *self)
{
  g_autoptr (GArray) ids = td_text_list_get_selected (self->members);
  g_autofree char *label =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Delete %u council member",
                                    "Delete %u council members", ids->len),
                       ids->len);

  td_write (GTK_WIDGET (self), desk_of (self), label, delete_func, ids, NULL);
}

static void
set_present (TdCouncilPanel *self, gboolean present)
{
  g_autoptr (GArray) ids = td_text_list_get_selected (self->members);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) td_record_free);
  g_autofree char *label = NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      TdRecord *record = load_member (self, g_array_index (ids, TdId, i));

      if (record == NULL)
        continue;
      td_record_set_number (record, TD_MEMBER_PRESENT, present);
      g_ptr_array_add (records, record);
    }
  label = g_strdup_printf (
      present
          ? g_dngettext (GETTEXT_PACKAGE, "%u member present", "%u members present", records->len)
          : g_dngettext (GETTEXT_PACKAGE, "%u member absent", "%u members absent", records->len),
      records->len);
  td_write (GTK_WIDGET (self), desk_of (self), label, td_put_records_func, records, NULL);
}

static void
present_cb (TdCouncilPanel *self)
{
  set_present (self, TRUE);
}

static void
absent_cb (TdCouncilPanel *self)
{
  set_present (self, FALSE);
}

/* --- rulings -------------------------------------------------------------------------------------- */

static void
rule (TdCouncilPanel *self, TdRulingKind kind, const char *subject, const char *heading,
      const char *body, gboolean remove)
{
  g_autoptr (GArray) ids = td_text_list_get_selected (self->votes);
  TdRuling ruling = { .movement = td_desk_get_movement_id (desk_of (self)),
                      .round = round_of (self)->id,
                      .nominations = ids,
                      .kind = kind,
                      .subject = subject,
                      .remove = remove };

  if (remove)
    td_write (GTK_WIDGET (self), desk_of (self), heading, td_ruling_func, &ruling, NULL);
  else
    td_ruling_dialog_show (GTK_WIDGET (self), desk_of (self), &ruling, heading, body, heading);
}

static void
rule_on_member (TdCouncilPanel *self, gboolean stays)
{
  int member = selected_member (self);
  const TdCouncilMember *one;
  g_autofree char *heading = NULL, *code = NULL;

  if (member < 0)
    return;
  one = &round_of (self)->council.members[member];
  heading = stays ? g_strdup_printf (_ ("%s takes part in the vote"), one->name)
                  : g_strdup_printf (_ ("%s takes no part in the vote"), one->name);
  code = g_strdup (one->code);
  rule (self, stays ? TD_RULING_STAYS : TD_RULING_RECUSED, code, heading,
        stays ? _ ("In spite of the rule: a namesake, for instance. It is printed so.")
              : _ ("Counts in neither the members nor the present nor the votes of the "
                   "nominations selected, and is printed so."),
        FALSE);
}

static void
recuse_cb (TdCouncilPanel *self)
{
  rule_on_member (self, FALSE);
}

static void
stays_cb (TdCouncilPanel *self)
{
  rule_on_member (self, TRUE);
}

static void
go_on_cb (TdCouncilPanel *self)
{
  rule (self, TD_RULING_VOTES, NULL, _ ("Go on without the votes"),
        _ ("The share of votes the law asks for is not reached or not known. Who decided that the "
           "nominations selected go on, and why? It is printed in the minutes."),
        FALSE);
}

static void
take_back_cb (TdCouncilPanel *self)
{
  rule (self, TD_RULING_VOTES, NULL, _ ("The votes decide again"), NULL, TRUE);
}

/* --- panel ---------------------------------------------------------------------------------------- */

static GtkWidget *
make_members (TdCouncilPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = td_award_bar_new (), *second = td_award_bar_new ();

  self->add = td_award_button_add (bar, _ ("_Add…"), _ ("Add a member"), G_CALLBACK (add_cb), self);
  self->edit = td_award_button_add (bar, _ ("_Edit…"), NULL, G_CALLBACK (edit_cb), self);
  self->remove = td_award_button_add (bar, _ ("Delete"), NULL, G_CALLBACK (remove_cb), self);
  self->present =
      td_award_button_add (second, _ ("_Present"), _ ("Those selected came (Ctrl+A selects all)"),
                           G_CALLBACK (present_cb), self);
  self->absent = td_award_button_add (second, _ ("A_bsent"), NULL, G_CALLBACK (absent_cb), self);
  self->quorum = td_award_label_new ("heading");
  gtk_widget_set_margin_start (self->quorum, 12);
  self->members = TD_TEXT_LIST (td_text_list_new (member_columns, G_N_ELEMENTS (member_columns),
                                                  _ ("Council members"), TRUE));
  td_text_list_set_empty (self->members, _ ("No members yet: add them, or import the table "
                                            "council_members."));
  gtk_widget_set_vexpand (GTK_WIDGET (self->members), TRUE);
  g_signal_connect_swapped (self->members, "selection-changed", G_CALLBACK (selection_changed_cb),
                            self);
  g_signal_connect (self->members, "activated", G_CALLBACK (member_activated_cb), self);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), second);
  gtk_box_append (GTK_BOX (box), self->quorum);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->members));
  gtk_widget_set_size_request (box, 320, -1);
  return box;
}

static GtkWidget *
make_votes (TdCouncilPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = td_award_bar_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->votes = TD_TEXT_LIST (
      td_text_list_new (vote_columns, G_N_ELEMENTS (vote_columns), _ ("Votes"), TRUE));
  td_text_list_set_empty (self->votes, _ ("Nobody is nominated in this round yet."));
  gtk_widget_set_vexpand (GTK_WIDGET (self->votes), TRUE);
  g_signal_connect_swapped (self->votes, "selection-changed", G_CALLBACK (selection_changed_cb),
                            self);
  self->ballots = TD_BALLOT_FORM (td_ballot_form_new ());
  self->recuse = td_award_button_add (
      bar, _ ("_Recuse…"), _ ("The member selected takes no part in the nominations selected"),
      G_CALLBACK (recuse_cb), self);
  self->stays = td_award_button_add (bar, _ ("_Let vote…"),
                                     _ ("The member selected takes part in spite of the rule"),
                                     G_CALLBACK (stays_cb), self);
  self->go_on =
      td_award_button_add (bar, _ ("_Go on without the votes…"), NULL, G_CALLBACK (go_on_cb), self);
  self->take_back =
      td_award_button_add (bar, _ ("Withdraw it"), NULL, G_CALLBACK (take_back_cb), self);
  self->notes = td_award_label_new (NULL);
  gtk_widget_add_css_class (self->notes, "td-bar");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->notes);
  gtk_widget_set_size_request (scrolled, -1, 110);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->votes));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->ballots));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_set_size_request (box, 480, -1);
  return box;
}

static gboolean
td_council_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TD_COUNCIL_PANEL (widget)->votes));
}

static void
td_council_panel_select (TdAwardPanel *panel, TdId id)
{
  td_text_list_select (TD_COUNCIL_PANEL (panel)->members, id);
}

static void
td_council_panel_class_init (TdCouncilPanelClass *class)
{
  TD_AWARD_PANEL_CLASS (class)->select = td_council_panel_select;
  GTK_WIDGET_CLASS (class)->grab_focus = td_council_panel_grab_focus;
  TD_AWARD_PANEL_CLASS (class)->update = td_council_panel_update;
}

static void
td_council_panel_init (TdCouncilPanel *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_paned_set_start_child (GTK_PANED (paned), make_members (self));
  gtk_paned_set_end_child (GTK_PANED (paned), make_votes (self));
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), 370);
  adw_bin_set_child (ADW_BIN (self), paned);
}
