/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/pages/td-awards-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/awards/td-council-panel.h"
#include "app/awards/td-law-panel.h"
#include "app/awards/td-nominations-panel.h"
#include "app/awards/td-payments-panel.h"
#include "app/awards/td-quota-panel.h"
#include "app/awards/td-round-panel.h"
#include "app/dialogs/td-record-dialog.h"

/* The sides, in the order of the switcher. */
static const struct
{
  const char *name;
  const char *title; /* English source */
  GType (*get_type) (void);
} panels[] = {
  { "nominations", N_ ("Nominees"), td_nominations_panel_get_type },
  { "quotas", N_ ("Quotas"), td_quota_panel_get_type },
  { "council", N_ ("Council"), td_council_panel_get_type },
  { "payments", N_ ("Bonuses"), td_payments_panel_get_type },
  { "round", N_ ("Round"), td_round_panel_get_type },
  { "law", N_ ("Law"), td_law_panel_get_type },
};

struct _TdAwardsPage
{
  TdPage parent_instance;

  /* template */
  GtkDropDown *rounds;
  GtkStack *stack;
  GtkStackSwitcher *switcher;
  GtkWidget *add_button;
  GtkStack *outer;

  /* owned */
  TdAwardBook *book; /* NULL: no file, no movement, or it cannot be read */
  TdId round;
  GtkWidget *panel; /* in view; borrowed */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TdAwardsPage, td_awards_page, TD_TYPE_PAGE)

/* --- showing -------------------------------------------------------------------------------------- */

static void
fill_rounds (TdAwardsPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = self->book != NULL ? td_award_book_get_n_rounds (self->book) : 0;
  guint selected = 0;

  for (guint i = 0; i < n; i++)
    {
      const TdAwardRound *round = td_award_book_get_round (self->book, i);

      gtk_string_list_append (names, round->title);
      if (round->id == self->round)
        selected = i;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->rounds, G_LIST_MODEL (names));
  if (n > 0)
    {
      gtk_drop_down_set_selected (self->rounds, selected);
      self->round = td_award_book_get_round (self->book, selected)->id;
    }
  else
    self->round = TD_ID_NONE;
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->outer, n > 0 ? "desk" : "empty");
}

static void
show_panels (TdAwardsPage *self)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));

  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    td_award_panel_set (TD_AWARD_PANEL (gtk_stack_get_child_by_name (self->stack, panels[i].name)),
                        desk, self->book, self->round);
  if (self->panel != NULL)
    td_award_panel_refresh (TD_AWARD_PANEL (self->panel));
}

/* The round most likely meant at first: the first that has nominations. */
static void
guess_round (TdAwardsPage *self)
{
  if (self->round == TD_ID_NONE && td_award_book_get_n_nominations (self->book) > 0)
    self->round = td_award_book_get_nomination (self->book, 0)->round->id;
}

static void
reload (TdAwardsPage *self)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  TdAwardBook *before = self->book;
  g_autoptr (GError) error = NULL;

  self->book = NULL;
  if (desk != NULL && td_desk_get_scores (desk) != NULL)
    self->book = td_award_book_new (td_desk_get_store (desk), td_desk_get_movement_id (desk),
                                    td_desk_get_scores (desk), &error);
  if (error != NULL)
    g_message ("%s", error->message);
  if (self->book != NULL)
    guess_round (self);
  fill_rounds (self);
  gtk_widget_set_sensitive (self->add_button,
                            td_page_is_writable (TD_PAGE (self)) && self->book != NULL);
  show_panels (self);
  /* Nobody looks at it any more. */
  td_award_book_free (before);
}

/* --- choosing ------------------------------------------------------------------------------------- */

static gboolean
leave_panel (TdAwardsPage *self)
{
  return self->panel == NULL || td_award_panel_leave (TD_AWARD_PANEL (self->panel));
}

static void
round_selected_cb (TdAwardsPage *self)
{
  guint index = gtk_drop_down_get_selected (self->rounds);

  if (self->filling || self->book == NULL || index >= td_award_book_get_n_rounds (self->book))
    return;
  if (!leave_panel (self))
    {
      fill_rounds (self);
      return;
    }
  /* What was written above made a new book. */
  if (index < td_award_book_get_n_rounds (self->book))
    self->round = td_award_book_get_round (self->book, index)->id;
  fill_rounds (self);
  show_panels (self);
}

static void
panel_shown_cb (TdAwardsPage *self)
{
  GtkWidget *panel = gtk_stack_get_visible_child (self->stack);

  if (panel == self->panel || !TD_IS_AWARD_PANEL (panel))
    return;
  if (self->panel != NULL && !td_award_panel_leave (TD_AWARD_PANEL (self->panel)))
    {
      gtk_stack_set_visible_child (self->stack, self->panel);
      return;
    }
  self->panel = panel;
  td_award_panel_refresh (TD_AWARD_PANEL (panel));
}

static void
added_cb (TdId id, gpointer data)
{
  TdAwardsPage *self = data;

  self->round = id;
  fill_rounds (self);
  show_panels (self);
}

static void
add_round_cb (TdAwardsPage *self)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  g_autoptr (TdRecord) record = NULL;

  if (desk == NULL || !leave_panel (self))
    return;
  record = td_record_new (TD_TABLE_ROUNDS, td_desk_get_movement_id (desk));
  td_record_dialog_show (GTK_WIDGET (self), desk, record, NULL, added_cb, self);
}

/* --- papers --------------------------------------------------------------------------------------- */

static void
paper_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdAwardsPage *self = TD_AWARDS_PAGE (widget);
  const char *kind = g_variant_get_string (parameter, NULL);
  TdId id = self->round;

  if (strcmp (kind, "achievement") == 0)
    {
      id = td_nominations_panel_get_selected (
          TD_NOMINATIONS_PANEL (gtk_stack_get_child_by_name (self->stack, "nominations")));
      if (id == TD_ID_NONE)
        {
          td_toast (widget, _ ("Select a nomination first"));
          return;
        }
    }
  td_go_paper (widget, kind, id, TD_ID_NONE);
}

/* --- page ----------------------------------------------------------------------------------------- */

static void
td_awards_page_set_desk (TdPage *page, TdDesk *desk)
{
  TD_AWARDS_PAGE (page)->round = TD_ID_NONE;
  reload (TD_AWARDS_PAGE (page));
}

static void
td_awards_page_scores_changed (TdPage *page)
{
  reload (TD_AWARDS_PAGE (page));
}

/* What a book is made of beside the scores. */
static void
td_awards_page_records_changed (TdPage *page, const TdChanges *changes)
{
  static const TdTableId tables[] = {
    TD_TABLE_PEOPLE,           TD_TABLE_INITIATIVES,
    TD_TABLE_AWARDS_HELD,      TD_TABLE_DISCIPLINES,
    TD_TABLE_ROUNDS,           TD_TABLE_NOMINATIONS,
    TD_TABLE_QUOTAS,           TD_TABLE_COUNCIL_MEMBERS,
    TD_TABLE_BALLOTS,          TD_TABLE_RULINGS,
    TD_TABLE_NOMINATION_STEPS, TD_TABLE_DOSSIER_PAPERS,
    TD_TABLE_HEADCOUNTS,       TD_TABLE_ACHIEVEMENT_REPORTS,
    TD_TABLE_OFFICE,           TD_TABLE_EVIDENCE_USES,
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (td_changes_touch (changes, tables[i]))
      {
        reload (TD_AWARDS_PAGE (page));
        return;
      }
}

static void
show_in (TdAwardsPage *self, const TdAwardRound *round, const char *name, TdId id)
{
  if (round->id != self->round)
    {
      self->round = round->id;
      fill_rounds (self);
      show_panels (self);
    }
  gtk_stack_set_visible_child_name (self->stack, name);
  /* What was typed in another panel may have kept it in view. */
  if (self->panel == gtk_stack_get_child_by_name (self->stack, name))
    td_award_panel_select (TD_AWARD_PANEL (self->panel), id);
}

/* The round of a quota or a member of a council, and which panel shows it; %NULL: it is neither. */
static const TdAwardRound *
find_other (const TdAwardBook *book, TdId id, const char **panel)
{
  for (guint i = 0; i < td_award_book_get_n_quotas (book); i++)
    if (td_award_book_get_quota (book, i)->id == id)
      {
        *panel = "quotas";
        return td_award_book_get_quota (book, i)->round;
      }
  for (guint i = 0; i < td_award_book_get_n_rounds (book); i++)
    {
      const TdAwardRound *round = td_award_book_get_round (book, i);

      for (guint member = 0; member < round->council.n_members; member++)
        if (td_award_round_get_member_id (round, member) == id)
          {
            *panel = "council";
            return round;
          }
    }
  return NULL;
}

static void
td_awards_page_go_to (TdPage *page, const TdPlace *place)
{
  TdAwardsPage *self = TD_AWARDS_PAGE (page);
  const TdAwardNomination *nomination = self->book != NULL && place->id != TD_ID_NONE
                                            ? td_award_book_find_nomination (self->book, place->id)
                                            : NULL;

  if (nomination != NULL)
    {
      show_in (self, nomination->round, "nominations", place->id);
      return;
    }
  if (self->book != NULL && place->id != TD_ID_NONE)
    {
      const char *panel = NULL;
      const TdAwardRound *round = find_other (self->book, place->id, &panel);

      if (round != NULL)
        show_in (self, round, panel, place->id);
    }
}

static void
td_awards_page_find (TdPage *page)
{
  TdAwardsPage *self = TD_AWARDS_PAGE (page);

  gtk_stack_set_visible_child_name (self->stack, "nominations");
  td_award_panel_find (TD_AWARD_PANEL (self->panel));
}

static gboolean
td_awards_page_leave (TdPage *page)
{
  return leave_panel (TD_AWARDS_PAGE (page));
}

static void
td_awards_page_dispose (GObject *object)
{
  TdAwardsPage *self = TD_AWARDS_PAGE (object);

  self->panel = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_AWARDS_PAGE);
  g_clear_pointer (&self->book, td_award_book_free);
  G_OBJECT_CLASS (td_awards_page_parent_class)->dispose (object);
}

/* To a side, and to what is worked with there, wherever the focus is while the page is in view. */
static gboolean
show_side_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  TdAwardsPage *self = TD_AWARDS_PAGE (widget);

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  gtk_stack_set_visible_child_name (self->stack, data);
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));
  return TRUE;
}

static void
td_awards_page_class_init (TdAwardsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  TdPageClass *page_class = TD_PAGE_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = td_awards_page_dispose;
  page_class->set_desk = td_awards_page_set_desk;
  page_class->scores_changed = td_awards_page_scores_changed;
  page_class->records_changed = td_awards_page_records_changed;
  page_class->go_to = td_awards_page_go_to;
  page_class->find = td_awards_page_find;
  page_class->leave = td_awards_page_leave;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/thidua/ThiDua/ui/pages/td-awards-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdAwardsPage, rounds);
  gtk_widget_class_bind_template_child (widget_class, TdAwardsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TdAwardsPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, TdAwardsPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, TdAwardsPage, outer);
  gtk_widget_class_install_action (widget_class, "award.paper", "s", paper_action);
  gtk_widget_class_bind_template_callback (widget_class, round_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_round_cb);
}

/* The title of a round is long: cut off on the button, whole in the list. */
static void
setup_round_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_list_item_set_child (item, label);
}

static void
bind_round_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *title = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), gtk_string_object_get_string (title));
  gtk_widget_set_tooltip_text (label, gtk_string_object_get_string (title));
}

static void
td_awards_page_init (TdAwardsPage *self)
{
  g_autoptr (GtkListItemFactory) whole = NULL;
  g_autoptr (GtkListItemFactory) cut = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  whole = g_object_ref (gtk_drop_down_get_factory (self->rounds));
  g_signal_connect (cut, "setup", G_CALLBACK (setup_round_cb), NULL);
  g_signal_connect (cut, "bind", G_CALLBACK (bind_round_cb), NULL);
  gtk_drop_down_set_factory (self->rounds, cut);
  gtk_drop_down_set_list_factory (self->rounds, whole);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      gtk_stack_add_titled (self->stack, g_object_new (panels[i].get_type (), NULL), panels[i].name,
                            _ (panels[i].title));
      gtk_shortcut_controller_add_shortcut (
          GTK_SHORTCUT_CONTROLLER (keys),
          gtk_shortcut_new (
              gtk_keyval_trigger_new (GDK_KEY_1 + i, GDK_CONTROL_MASK),
              gtk_callback_action_new (show_side_cb, (gpointer) panels[i].name, NULL)));
    }
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (self->stack, "notify::visible-child", G_CALLBACK (panel_shown_cb),
                            self);
  /* A wide side should not make the others wide. */
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  td_award_switcher_tighten (self->switcher);
  panel_shown_cb (self);
}
