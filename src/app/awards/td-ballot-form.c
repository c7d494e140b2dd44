/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-ballot-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/awards/td-award-panel.h"
#include "desk/td-award-steps.h"

#define N_COUNTERS 2

enum
{
  ISSUED,
  RETURNED,
  VALID,
  FOR,
  N_NUMBERS,
};

/* A nomination, and how many may vote in it: what a blank number of ballots stands for. */
typedef struct
{
  TdId id;
  guint present;
} Subject;

struct _TdBallotForm
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  GtkWidget *entries[N_COUNTERS][N_NUMBERS];
  GtkWidget *button;

  TdDesk *desk;     /* owned */
  GArray *subjects; /* of Subject */
  gboolean writable;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TdBallotForm, td_ballot_form, GTK_TYPE_WIDGET)

static const int fields[] = { TD_BALLOT_ISSUED, TD_BALLOT_RETURNED, TD_BALLOT_VALID,
                              TD_BALLOT_FOR };

static const char *
typed (TdBallotForm *self, guint counter, guint number)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entries[counter][number]));
}

/* FALSE when there is something else than a whole number. Blank leaves @out alone. */
static gboolean
read_number (TdBallotForm *self, guint counter, guint number, guint64 *out)
{
  g_autofree char *text = g_strstrip (g_strdup (typed (self, counter, number)));

  return *text == '\0' || g_ascii_string_to_unsigned (text, 10, 0, 999999, out, NULL);
}

/* A counter has counted when the votes are typed. */
static gboolean
has_count (TdBallotForm *self, guint counter)
{
  g_autofree char *text = g_strstrip (g_strdup (typed (self, counter, FOR)));

  return *text != '\0';
}

static gboolean
check (TdBallotForm *self)
{
  gboolean right = TRUE, any = FALSE;

  for (guint counter = 0; counter < N_COUNTERS; counter++)
    {
      any |= has_count (self, counter);
      for (guint number = 0; number < N_NUMBERS; number++)
        {
          guint64 ignored = 0;
          gboolean ok = read_number (self, counter, number, &ignored);

          right &= ok;
          if (ok)
            gtk_widget_remove_css_class (self->entries[counter][number], "error");
          else
            gtk_widget_add_css_class (self->entries[counter][number], "error");
        }
    }
  return right && any;
}

static void
changed_cb (TdBallotForm *self)
{
  g_autofree char *label = NULL;

  if (self->filling)
    return;
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Record the count of %u nomination",
                                        "_Record the count of %u nominations", self->subjects->len),
                           self->subjects->len);
  td_award_button_set_label (self->button, label);
  gtk_widget_set_sensitive (self->button,
                            self->writable && self->subjects->len > 0 && check (self));
}

/* Blank: as many as the number before it; of those issued, as many as may vote. */
static TdRecord *
make_record (TdBallotForm *self, const Subject *subject, guint counter)
{
  TdRecord *record = td_record_new (TD_TABLE_BALLOTS, td_desk_get_movement_id (self->desk));
  guint64 value = subject->present;

  td_record_set_ref (record, TD_BALLOT_NOMINATION, subject->id);
  td_record_set_number (record, TD_BALLOT_COUNTER, counter);
  for (guint number = 0; number < N_NUMBERS; number++)
    {
      read_number (self, counter, number, &value);
      td_record_set_number (record, fields[number], (gint64) value);
    }
  return record;
}

static void
record_cb (TdBallotForm *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) td_record_free);
  g_autofree char *label = NULL;

  if (!check (self))
    return;
  for (guint i = 0; i < self->subjects->len; i++)
    for (guint counter = 0; counter < N_COUNTERS; counter++)
      if (has_count (self, counter))
        g_ptr_array_add (records,
                         make_record (self, &g_array_index (self->subjects, Subject, i), counter));
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Ballots of %u nomination",
                                        "Ballots of %u nominations", self->subjects->len),
                           self->subjects->len);
  /* Out of the entries, whose own undo would take the keys of the window's. */
  if (td_write (GTK_WIDGET (self), self->desk, label, td_put_records_func, records, NULL))
    gtk_widget_grab_focus (self->button);
}

/* --- showing -------------------------------------------------------------------------------------- */

static void
show_count (TdBallotForm *self, const TdBallotCount *count)
{
  const guint numbers[] = { count->issued, count->returned, count->valid, count->votes_for };

  for (guint number = 0; number < N_NUMBERS; number++)
    {
      g_autofree char *text = g_strdup_printf ("%u", numbers[number]);

      gtk_editable_set_text (GTK_EDITABLE (self->entries[count->counter - 1][number]), text);
    }
}

static gboolean
is_same (TdBallotForm *self, const GPtrArray *nominations)
{
  gboolean same = nominations->len == self->subjects->len && nominations->len > 0;

  for (guint i = 0; same && i < nominations->len; i++)
    same = ((const TdAwardNomination *) g_ptr_array_index (nominations, i))->id
           == g_array_index (self->subjects, Subject, i).id;
  return same;
}

void
td_ballot_form_set (TdBallotForm *self, TdDesk *desk, const GPtrArray *nominations,
                    gboolean writable)
{
  const TdAwardNomination *only = nominations->len == 1 ? g_ptr_array_index (nominations, 0) : NULL;
  gboolean same = is_same (self, nominations);

  g_set_object (&self->desk, desk);
  self->writable = writable;
  self->filling = TRUE;
  /* What is being typed for these nominations stays when something else changed. */
  for (guint counter = 0; !same && counter < N_COUNTERS; counter++)
    for (guint number = 0; number < N_NUMBERS; number++)
      gtk_editable_set_text (GTK_EDITABLE (self->entries[counter][number]), "");
  g_array_set_size (self->subjects, 0);
  for (guint i = 0; i < nominations->len; i++)
    {
      const TdAwardNomination *one = g_ptr_array_index (nominations, i);
      Subject subject = { one->id, one->vote->present };

      g_array_append_val (self->subjects, subject);
    }
  for (guint i = 0; !same && only != NULL && i < only->round->council.n_ballots; i++)
    {
      const TdBallotCount *count = &only->round->council.ballots[i];

      if (strcmp (count->nomination, only->code) == 0 && count->counter >= 1
          && count->counter <= N_COUNTERS)
        show_count (self, count);
    }
  for (guint counter = 0; counter < N_COUNTERS; counter++)
    {
      g_autofree char *hint =
          only != NULL ? g_strdup_printf ("%u", only->vote->present) : g_strdup (_ ("present"));

      for (guint number = 0; number < N_NUMBERS; number++)
        {
          gtk_widget_set_sensitive (self->entries[counter][number],
                                    writable && nominations->len > 0);
          if (number < FOR)
            gtk_entry_set_placeholder_text (GTK_ENTRY (self->entries[counter][number]), hint);
        }
    }
  self->filling = FALSE;
  changed_cb (self);
}

/* --- widget --------------------------------------------------------------------------------------- */

static void
td_ballot_form_dispose (GObject *object)
{
  TdBallotForm *self = TD_BALLOT_FORM (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->subjects, g_array_unref);
  g_clear_pointer (&self->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (td_ballot_form_parent_class)->dispose (object);
}

static void
td_ballot_form_class_init (TdBallotFormClass *class)
{
  G_OBJECT_CLASS (class)->dispose = td_ballot_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
add_counter (TdBallotForm *self, guint counter)
{
  static const char *const titles[] = { N_ ("First counter"), N_ ("Second counter") };
  const TdTable *table = td_table_get (TD_TABLE_BALLOTS);
  GtkWidget *label = gtk_label_new (_ (titles[counter]));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, (int) counter + 1, 1, 1);
  for (guint number = 0; number < N_NUMBERS; number++)
    {
      GtkWidget *entry = gtk_entry_new ();
      g_autofree char *name =
          g_strdup_printf ("%s: %s", _ (titles[counter]), _ (table->fields[fields[number]].title));

      gtk_editable_set_width_chars (GTK_EDITABLE (entry), 5);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 5);
      gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
      g_signal_connect_swapped (entry, "activate", G_CALLBACK (record_cb), self);
      gtk_grid_attach (GTK_GRID (self->grid), entry, (int) number + 1, (int) counter + 1, 1, 1);
      self->entries[counter][number] = entry;
    }
}

static void
td_ballot_form_init (TdBallotForm *self)
{
  const TdTable *table = td_table_get (TD_TABLE_BALLOTS);

  self->subjects = g_array_new (FALSE, FALSE, sizeof (Subject));
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 8);
  gtk_widget_add_css_class (self->grid, "td-bar");
  for (guint number = 0; number < N_NUMBERS; number++)
    {
      GtkWidget *title = gtk_label_new (_ (table->fields[fields[number]].title));

      gtk_widget_add_css_class (title, "caption");
      gtk_label_set_wrap (GTK_LABEL (title), TRUE);
      gtk_label_set_width_chars (GTK_LABEL (title), 8);
      gtk_label_set_max_width_chars (GTK_LABEL (title), 9);
      gtk_grid_attach (GTK_GRID (self->grid), title, (int) number + 1, 0, 1, 1);
    }
  for (guint counter = 0; counter < N_COUNTERS; counter++)
    add_counter (self, counter);
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_valign (self->button, GTK_ALIGN_END);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (record_cb), self);
  gtk_grid_attach (GTK_GRID (self->grid), self->button, N_NUMBERS + 1, 2, 1, 1);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

GtkWidget *
td_ballot_form_new (void)
{
  return g_object_new (TD_TYPE_BALLOT_FORM, NULL);
}
