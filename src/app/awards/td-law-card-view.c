/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-law-card-view.h"

#include <glib/gi18n.h>

#include "app/awards/td-award-panel.h"
#include "app/dialogs/td-ruling-dialog.h"

struct _TdLawCardView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *summary;
  GtkWidget *list;

  TdDesk *desk; /* owned */
  TdId round;
  TdId nomination;
  char *name;
};

G_DEFINE_FINAL_TYPE (TdLawCardView, td_law_card_view, GTK_TYPE_WIDGET)

/* --- setting aside -------------------------------------------------------------------------------- */

/* What a button is about. */
typedef struct
{
  char *condition;
  char *words;
  GArray *nominations; /* of TdId */
  gboolean remove;
} Subject;

static void
subject_free (gpointer data)
{
  Subject *self = data;

  g_free (self->condition);
  g_free (self->words);
  g_array_unref (self->nominations);
  g_free (self);
}

static void
override_cb (TdLawCardView *self, GtkWidget *button)
{
  const Subject *subject = g_object_get_data (G_OBJECT (button), "td-subject");
  TdRuling ruling = { .movement = td_desk_get_movement_id (self->desk),
                      .round = self->round,
                      .nominations = subject->nominations,
                      .kind = TD_RULING_CONDITION,
                      .subject = subject->condition,
                      .remove = subject->remove };
  g_autofree char *label = g_strdup_printf (subject->remove ? _ ("Take back the ruling on “%s”, %s")
                                                            : _ ("Set “%s” aside, %s"),
                                            subject->words, self->name);

  if (subject->remove)
    td_write (GTK_WIDGET (self), self->desk, label, td_ruling_func, &ruling, NULL);
  else
    td_ruling_dialog_show (GTK_WIDGET (self), self->desk, &ruling, _ ("Set a condition aside"),
                           subject->words, label);
}

/* @nominations is taken over. */
static GtkWidget *
make_button (TdLawCardView *self, const TdLawCheckRow *row, GArray *nominations, gboolean remove)
{
  GtkWidget *button = gtk_button_new_with_label (remove ? _ ("Withdraw it") : _ ("Set aside…"));
  g_autofree char *name =
      g_strdup_printf ("%s: %s", gtk_button_get_label (GTK_BUTTON (button)), row->words);
  Subject *subject = g_new0 (Subject, 1);

  subject->condition = g_strdup (row->condition);
  subject->words = g_strdup (row->words);
  subject->nominations = nominations;
  subject->remove = remove;
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (
      button, remove ? _ ("The condition holds again")
                     : _ ("Go on in spite of it: who decided it and why are recorded and printed"));
  g_object_set_data_full (G_OBJECT (button), "td-subject", subject, subject_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (override_cb), self);
  return button;
}

/* --- rows ----------------------------------------------------------------------------------------- */

static void
append_text (GtkWidget *box, const char *style, char *text)
{
  GtkWidget *label = td_award_label_new (style);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_box_append (GTK_BOX (box), label);
  g_free (text);
}

static const char *
style_of (const TdLawCheckRow *row)
{
  return row->verdict == TD_LAW_PASS   ? "success"
         : row->verdict == TD_LAW_FAIL ? "error"
                                       : "warning";
}

static GtkWidget *
make_row (TdLawCardView *self, const TdLawCheckRow *row, gboolean writable)
{
  static const char *const glyphs[] = {
    [TD_LAW_UNKNOWN] = "?",
    [TD_LAW_PASS] = "✓",
    [TD_LAW_FAIL] = "✗",
  };
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *glyph = gtk_label_new (glyphs[row->verdict]);
  g_autofree char *verdict = td_award_verdict_words (row->verdict);

  gtk_widget_add_css_class (glyph, style_of (row));
  gtk_widget_add_css_class (glyph, "heading");
  gtk_widget_set_valign (glyph, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (glyph, verdict);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_margin_start (line, 8 + 18 * (int) row->level);
  gtk_widget_set_margin_end (line, 4);
  gtk_widget_set_margin_top (line, 6);
  gtk_widget_set_margin_bottom (line, 6);
  append_text (texts, NULL, g_strdup (row->words));
  append_text (texts, "caption",
               g_strdup_printf ("%s%s%s%s", row->clause, *row->clause != '\0' ? " · " : "",
                                _ (td_law_verdict_title (row->verdict)),
                                row->verified ? "" : _ (" · not verified against its source")));
  append_text (texts, "dim-label", g_strdup (row->evidence));
  if (row->verdict != TD_LAW_PASS && *row->remedy != '\0')
    append_text (texts, "dim-label", g_strdup_printf (_ ("To pass: %s"), row->remedy));
  if (row->is_overridden)
    append_text (texts, "accent", g_strdup_printf (_ ("Set aside by %s: %s"), row->who, row->why));
  gtk_widget_set_tooltip_text (texts, row->source);
  gtk_box_append (GTK_BOX (line), glyph);
  gtk_box_append (GTK_BOX (line), texts);
  if (writable && (row->is_overridden || !row->clears))
    {
      GArray *one = g_array_new (FALSE, FALSE, sizeof (TdId));

      g_array_append_val (one, self->nomination);
      gtk_box_append (GTK_BOX (line), make_button (self, row, one, row->is_overridden));
    }
  return line;
}

/* --- several at once ------------------------------------------------------------------------------ */

/* A condition that stands against some of those selected. */
typedef struct
{
  const TdLawCheckRow *row; /* of the first of them */
  GArray *nominations;      /* of TdId */
  guint n_fail;
} Obstacle;

static void
obstacle_free (gpointer data)
{
  Obstacle *self = data;

  g_clear_pointer (&self->nominations, g_array_unref);
  g_free (self);
}

static Obstacle *
find_obstacle (GPtrArray *obstacles, const TdLawCheckRow *row)
{
  Obstacle *obstacle;

  for (guint i = 0; i < obstacles->len; i++)
    {
      obstacle = g_ptr_array_index (obstacles, i);
      if (g_str_equal (obstacle->row->condition, row->condition)
          && g_str_equal (obstacle->row->words, row->words))
        return obstacle;
    }
  obstacle = g_new0 (Obstacle, 1);
  obstacle->row = row;
  obstacle->nominations = g_array_new (FALSE, FALSE, sizeof (TdId));
  g_ptr_array_add (obstacles, obstacle);
  return obstacle;
}

static GPtrArray *
collect_obstacles (const GPtrArray *nominations)
{
  GPtrArray *obstacles = g_ptr_array_new_with_free_func (obstacle_free);

  for (guint i = 0; i < nominations->len; i++)
    {
      const TdAwardNomination *one = g_ptr_array_index (nominations, i);

      for (guint r = 0; one->card != NULL && r < one->card->rows->len; r++)
        {
          const TdLawCheckRow *row = g_ptr_array_index (one->card->rows, r);
          Obstacle *obstacle;

          if (!row->needed || row->clears)
            continue;
          obstacle = find_obstacle (obstacles, row);
          g_array_append_val (obstacle->nominations, one->id);
          obstacle->n_fail += row->verdict == TD_LAW_FAIL;
        }
    }
  return obstacles;
}

static GtkWidget *
make_obstacle (TdLawCardView *self, Obstacle *obstacle, gboolean writable)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  guint n = obstacle->nominations->len;

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_margin_start (line, 8);
  gtk_widget_set_margin_top (line, 6);
  gtk_widget_set_margin_bottom (line, 6);
  append_text (texts, NULL, g_strdup (obstacle->row->words));
  append_text (texts, "caption", g_strdup (obstacle->row->clause));
  append_text (texts, "dim-label",
               g_strdup_printf (_ ("not fulfilled: %u; cannot be told: %u"), obstacle->n_fail,
                                n - obstacle->n_fail));
  gtk_box_append (GTK_BOX (line), texts);
  if (writable)
    gtk_box_append (GTK_BOX (line), make_button (self, obstacle->row,
                                                 g_steal_pointer (&obstacle->nominations), FALSE));
  return line;
}

static void
clear_list (TdLawCardView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
}

static char *
summary_words (const TdAwardNomination *nomination)
{
  const TdLawCheck *card = nomination->card;

  if (card == NULL)
    return g_strdup (nomination->round->question != NULL ? nomination->round->question : "");
  if (card->verdict == TD_LAW_PASS)
    return g_strdup (_ ("All conditions are fulfilled."));
  if (card->may_go_on)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "May go on: %u condition is set aside on record.",
                     "May go on: %u conditions are set aside on record.", card->n_overridden),
        card->n_overridden);
  return g_strdup (
      card->verdict == TD_LAW_FAIL
          ? _ ("A condition is not fulfilled: it cannot go on without a ruling.")
          : _ ("Something cannot be told yet, and unknown is not taken as fulfilled."));
}

static void
append_row (TdLawCardView *self, GtkWidget *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  gtk_widget_set_visible (self->list, TRUE);
}

static void
show_one (TdLawCardView *self, const TdAwardNomination *nomination, gboolean writable)
{
  g_autofree char *summary = summary_words (nomination);

  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  self->nomination = nomination->id;
  self->name = g_strdup (nomination->holder != NULL ? nomination->holder->name : "");
  for (guint i = 0; nomination->card != NULL && i < nomination->card->rows->len; i++)
    append_row (self, make_row (self, g_ptr_array_index (nomination->card->rows, i), writable));
}

static void
show_several (TdLawCardView *self, const GPtrArray *nominations, gboolean writable)
{
  g_autoptr (GPtrArray) obstacles = collect_obstacles (nominations);
  g_autofree char *summary = NULL;
  guint n_clear = 0;

  for (guint i = 0; i < nominations->len; i++)
    {
      const TdAwardNomination *one = g_ptr_array_index (nominations, i);

      n_clear += one->card != NULL && one->card->may_go_on;
    }
  self->name = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u nomination", "%u nominations", nominations->len),
      nominations->len);
  summary = g_strdup_printf (_ ("%s selected; %u of them may go on by the law cards."), self->name,
                             n_clear);
  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  for (guint i = 0; i < obstacles->len; i++)
    append_row (self, make_obstacle (self, g_ptr_array_index (obstacles, i), writable));
}

/* Whether the keyboard is within the list, whose rows are about to be made anew. */
static gboolean
has_keyboard (TdLawCardView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->list);
}

/* Back to the first thing to do here; with nothing left to do, to the list beside. */
static void
return_keyboard (TdLawCardView *self)
{
  GtkWidget *panel = gtk_widget_get_ancestor (GTK_WIDGET (self), TD_TYPE_AWARD_PANEL);

  if (!gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD) && panel != NULL)
    gtk_widget_grab_focus (panel);
}

static void
show_cards (TdLawCardView *self, TdDesk *desk, const GPtrArray *nominations)
{
  gboolean writable = desk != NULL && !td_store_is_read_only (td_desk_get_store (desk));

  clear_list (self);
  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->name, g_free);
  gtk_label_set_text (GTK_LABEL (self->summary), "");
  gtk_widget_set_visible (self->list, FALSE);
  if (desk == NULL || nominations->len == 0)
    return;
  self->round = ((const TdAwardNomination *) g_ptr_array_index (nominations, 0))->round->id;
  if (nominations->len == 1)
    show_one (self, g_ptr_array_index (nominations, 0), writable);
  else
    show_several (self, nominations, writable);
}

void
td_law_card_view_show (TdLawCardView *self, TdDesk *desk, const GPtrArray *nominations)
{
  gboolean had_keyboard = has_keyboard (self);

  show_cards (self, desk, nominations);
  if (had_keyboard)
    return_keyboard (self);
}

/* --- widget --------------------------------------------------------------------------------------- */

static void
td_law_card_view_dispose (GObject *object)
{
  TdLawCardView *self = TD_LAW_CARD_VIEW (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (td_law_card_view_parent_class)->dispose (object);
}

static void
td_law_card_view_class_init (TdLawCardViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = td_law_card_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
td_law_card_view_init (TdLawCardView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->summary = td_award_label_new ("heading");
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Law card"), -1);
  gtk_box_append (GTK_BOX (self->box), self->summary);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
td_law_card_view_new (void)
{
  return g_object_new (TD_TYPE_LAW_CARD_VIEW, NULL);
}
