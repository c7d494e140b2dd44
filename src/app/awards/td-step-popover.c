/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-step-popover.h"

#include <glib/gi18n.h>

#include "app/awards/td-nomination-words.h"
#include "base/td-date.h"
#include "desk/td-award-steps.h"

struct _TdStepPopover
{
  GtkPopover parent_instance;

  GtkWidget *states;
  GtkWidget *date;
  GtkWidget *paper;
  GtkWidget *note;
  GtkWidget *button;
  GtkWidget *warning;

  TdDesk *desk;     /* owned */
  GArray *subjects; /* of Subject */
  GArray *choices;  /* of int: the states the lines stand for */
};

/* A nomination that was selected. */
typedef struct
{
  TdId id;
  guint next;       /* the states it may go to */
  gboolean stopped; /* by its card or by the votes */
} Subject;

G_DEFINE_FINAL_TYPE (TdStepPopover, td_step_popover, GTK_TYPE_POPOVER)

static int
chosen_state (TdStepPopover *self)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->states));

  return index < self->choices->len ? g_array_index (self->choices, int, index) : -1;
}

static gboolean
read_date (TdStepPopover *self, TdDate *date)
{
  return td_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->date)), date, NULL);
}

/* Those selected that may take the step chosen, and how many of them are stopped. (transfer full) */
static GArray *
collect (TdStepPopover *self, int state, guint *n_stopped)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (TdId));

  *n_stopped = 0;
  for (guint i = 0; i < self->subjects->len; i++)
    {
      const Subject *subject = &g_array_index (self->subjects, Subject, i);

      if (state < 0 || (subject->next & (1u << state)) == 0)
        continue;
      g_array_append_val (ids, subject->id);
      *n_stopped += subject->stopped;
    }
  return ids;
}

/* A step forward past the council with a card or a vote that does not let it is pointed out. */
static void
changed_cb (TdStepPopover *self)
{
  TdDate date;
  int state = chosen_state (self);
  guint n_stopped;
  g_autoptr (GArray) ids = collect (self, state, &n_stopped);
  gboolean right = read_date (self, &date);
  gboolean stopped =
      n_stopped > 0 && (state == TD_NOMINATION_SUBMITTED || state == TD_NOMINATION_GRANTED);
  g_autofree char *label = NULL, *warning = NULL;

  if (right)
    gtk_widget_remove_css_class (self->date, "error");
  else
    gtk_widget_add_css_class (self->date, "error");
  label = ids->len == self->subjects->len
              ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Record the step of %u nomination",
                                              "Record the step of %u nominations", ids->len),
                                 ids->len)
              : g_strdup_printf (_ ("Record the step of %u of the %u nominations"), ids->len,
                                 self->subjects->len);
  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_widget_set_sensitive (self->button, right && ids->len > 0 && !stopped);
  warning = g_strdup_printf (
      _ ("%u of them may not go on: a condition or the votes stand against it. Set it aside on "
         "record first, or leave them out."),
      n_stopped);
  gtk_label_set_text (GTK_LABEL (self->warning), warning);
  gtk_widget_set_visible (self->warning, stopped);
}

/* “Phường Trần Phú (DN01): đã họp xét” */
static char *
step_label (TdStepPopover *self, TdId id, int state)
{
  g_autoptr (TdRecord) record = td_store_get (td_desk_get_store (self->desk), TD_TABLE_NOMINATIONS,
                                              id, td_desk_get_movement_id (self->desk));
  g_autofree char *words = record != NULL
                               ? td_store_record_words (td_desk_get_store (self->desk), record)
                               : g_strdup ("");

  return g_strdup_printf ("%s: %s", words, td_nomination_state_words ((TdNominationState) state));
}

static void
record_cb (TdStepPopover *self)
{
  GtkWidget *origin = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autoptr (TdDesk) desk = g_object_ref (self->desk);
  g_autofree char *paper = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->paper)));
  g_autofree char *note = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note)));
  g_autofree char *label = NULL;
  int state = chosen_state (self);
  guint n_stopped;
  g_autoptr (GArray) ids = collect (self, state, &n_stopped);
  TdNominationStep step = { .movement = td_desk_get_movement_id (desk),
                            .nominations = ids,
                            .paper = paper,
                            .note = note,
                            .who = td_store_get_operator (td_desk_get_store (desk)) };

  if (ids->len == 0 || !read_date (self, &step.taken_on) || origin == NULL)
    return;
  step.state = (TdNominationState) state;
  label = ids->len == 1
              ? step_label (self, g_array_index (ids, TdId, 0), state)
              : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u nomination: %s",
                                              "%u nominations: %s", ids->len),
                                 ids->len, td_nomination_state_words ((TdNominationState) state));
  gtk_popover_popdown (GTK_POPOVER (self));
  td_write (origin, desk, label, td_nomination_step_func, &step, NULL);
}

static void
add_subject (TdStepPopover *self, const TdAwardNomination *nomination)
{
  /* Without a council there is no vote to wait for. */
  Subject subject = { nomination->id, td_nomination_get_next_states (nomination->state),
                      nomination->card == NULL || !nomination->card->may_go_on
                          || (nomination->round->council.n_members > 0
                              && !td_council_vote_may_go_on (nomination->vote)) };

  g_array_append_val (self->subjects, subject);
}

gboolean
td_step_popover_set (TdStepPopover *self, TdDesk *desk, const TdAwardBook *book,
                     const GArray *nominations)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *today = td_date_format (td_date_today (), TD_STYLE_VIETNAMESE);
  guint n_usual[TD_NOMINATION_REVOKED + 1] = { 0 }, any = 0, selected = 0;

  g_set_object (&self->desk, desk);
  g_array_set_size (self->subjects, 0);
  g_array_set_size (self->choices, 0);
  for (guint i = 0; i < nominations->len; i++)
    {
      const TdAwardNomination *one =
          td_award_book_find_nomination (book, g_array_index (nominations, TdId, i));
      int usual;

      if (one == NULL)
        continue;
      add_subject (self, one);
      any |= td_nomination_get_next_states (one->state);
      usual = td_nomination_get_usual_state (one->state);
      if (usual >= 0)
        n_usual[usual]++;
    }
  /* What most of them would do next is offered first; nothing is withdrawn by default. */
  for (int state = 0; state <= TD_NOMINATION_REVOKED; state++)
    if (any & (1u << state))
      {
        if (self->choices->len > 0
            && n_usual[state] > n_usual[g_array_index (self->choices, int, selected)])
          selected = self->choices->len;
        g_array_append_val (self->choices, state);
        gtk_string_list_append (names, td_nomination_state_words ((TdNominationState) state));
      }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->states), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->states), selected);
  gtk_editable_set_text (GTK_EDITABLE (self->date), today);
  gtk_editable_set_text (GTK_EDITABLE (self->note), "");
  changed_cb (self);
  return self->choices->len > 0;
}

void
td_step_popover_prefer (TdStepPopover *self, guint states)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (states & (1u << g_array_index (self->choices, int, i)))
      {
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->states), i);
        return;
      }
}

/* Enter records at once; the state is one Shift+Tab away. */
static void
shown_cb (TdStepPopover *self)
{
  gtk_widget_grab_focus (self->paper);
}

static GtkWidget *
add_row (GtkWidget *grid, int row, const char *title, GtkWidget *input)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), input);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), input, 1, row, 1, 1);
  return input;
}

static void
td_step_popover_dispose (GObject *object)
{
  TdStepPopover *self = TD_STEP_POPOVER (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->subjects, g_array_unref);
  g_clear_pointer (&self->choices, g_array_unref);
  G_OBJECT_CLASS (td_step_popover_parent_class)->dispose (object);
}

static void
td_step_popover_class_init (TdStepPopoverClass *class)
{
  G_OBJECT_CLASS (class)->dispose = td_step_popover_dispose;
}

static void
td_step_popover_init (TdStepPopover *self)
{
  GtkWidget *grid = gtk_grid_new ();

  self->subjects = g_array_new (FALSE, FALSE, sizeof (Subject));
  self->choices = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_add_css_class (grid, "td-dialog");
  self->states = add_row (grid, 0, _ ("_State"), gtk_drop_down_new (NULL, NULL));
  self->date = add_row (grid, 1, _ ("_Date"), gtk_entry_new ());
  self->paper = add_row (grid, 2, _ ("_Number of the paper"), gtk_entry_new ());
  self->note = add_row (grid, 3, _ ("N_ote"), gtk_entry_new ());
  self->warning = gtk_label_new ("");
  gtk_label_set_wrap (GTK_LABEL (self->warning), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->warning), 44);
  gtk_label_set_xalign (GTK_LABEL (self->warning), 0);
  gtk_widget_add_css_class (self->warning, "warning");
  gtk_grid_attach (GTK_GRID (grid), self->warning, 0, 4, 2, 1);
  self->button = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_grid_attach (GTK_GRID (grid), self->button, 0, 5, 2, 1);
  gtk_entry_set_activates_default (GTK_ENTRY (self->date), TRUE);
  gtk_entry_set_activates_default (GTK_ENTRY (self->paper), TRUE);
  gtk_entry_set_activates_default (GTK_ENTRY (self->note), TRUE);
  gtk_popover_set_child (GTK_POPOVER (self), grid);
  gtk_popover_set_default_widget (GTK_POPOVER (self), self->button);
  g_signal_connect (self, "map", G_CALLBACK (shown_cb), NULL);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (record_cb), self);
  g_signal_connect_swapped (self->date, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->states, "notify::selected", G_CALLBACK (changed_cb), self);
}

GtkWidget *
td_step_popover_new (void)
{
  return g_object_new (TD_TYPE_STEP_POPOVER, NULL);
}
