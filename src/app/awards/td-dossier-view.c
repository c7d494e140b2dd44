/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-dossier-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/awards/td-award-panel.h"
#include "app/dialogs/td-record-dialog.h"
#include "base/td-date.h"
#include "desk/td-award-steps.h"

struct _TdDossierView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *summary;
  GtkWidget *list;

  TdDesk *desk; /* owned */
  char *name;   /* whose it is, in words */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TdDossierView, td_dossier_view, GTK_TYPE_WIDGET)

/* A paper that some of the nominations shown ask for. */
typedef struct
{
  char *code;
  char *title;
  char *source;
  gboolean required; /* by one of them at least */
  gboolean verified;
  guint n_asking;
  guint n_there; /* recorded or made here */
  guint n_recorded;
  GArray *asking;   /* of TdId: for whom it is recorded or not */
  TdRecord *record; /* of the last of them; NULL: none */
} Paper;

static void
paper_free (gpointer data)
{
  Paper *self = data;

  g_free (self->code);
  g_free (self->title);
  g_free (self->source);
  g_array_unref (self->asking);
  td_record_free (self->record);
  g_free (self);
}

/* --- which papers there are ----------------------------------------------------------------------- */

static Paper *
find_paper (const GPtrArray *papers, const char *code)
{
  for (guint i = 0; i < papers->len; i++)
    if (strcmp (((Paper *) g_ptr_array_index (papers, i))->code, code) == 0)
      return g_ptr_array_index (papers, i);
  return NULL;
}

static gboolean
is_on_file (const TdAwardNomination *nomination, const char *code)
{
  for (guint i = 0; i < nomination->papers->len; i++)
    {
      const TdPaperOnFile *paper = &g_array_index (nomination->papers, TdPaperOnFile, i);

      if (paper->is_there && strcmp (paper->code, code) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
ask (GPtrArray *papers, const TdAwardNomination *nomination, const TdLawPaper *asked)
{
  Paper *paper = find_paper (papers, asked->code);

  if (paper == NULL)
    {
      paper = g_new0 (Paper, 1);
      paper->code = g_strdup (asked->code);
      paper->title = g_strdup (asked->title);
      paper->source = g_strdup (asked->fact.source);
      paper->verified = TRUE;
      paper->asking = g_array_new (FALSE, FALSE, sizeof (TdId));
      g_ptr_array_add (papers, paper);
    }
  paper->required |= asked->required;
  paper->verified &= asked->fact.verified;
  paper->n_asking++;
  paper->n_there += is_on_file (nomination, asked->code);
  g_array_append_val (paper->asking, nomination->id);
}

static gboolean
note_record (const TdRecord *record, gpointer data)
{
  Paper *paper = find_paper (data, td_record_get_text (record, TD_PAPER_PAPER));
  TdId nomination = td_record_get_ref (record, TD_PAPER_NOMINATION);

  for (guint i = 0; paper != NULL && i < paper->asking->len; i++)
    if (g_array_index (paper->asking, TdId, i) == nomination)
      {
        paper->n_recorded++;
        g_clear_pointer (&paper->record, td_record_free);
        paper->record = td_record_copy (record);
      }
  return TRUE;
}

static GPtrArray *
collect (TdDossierView *self, const GPtrArray *nominations)
{
  GPtrArray *papers = g_ptr_array_new_with_free_func (paper_free);

  for (guint i = 0; i < nominations->len; i++)
    {
      const TdAwardNomination *one = g_ptr_array_index (nominations, i);

      for (guint p = 0; one->law != NULL && p < one->law->papers->len; p++)
        ask (papers, one, g_ptr_array_index (one->law->papers, p));
    }
  td_store_foreach (td_desk_get_store (self->desk), TD_TABLE_DOSSIER_PAPERS,
                    td_desk_get_movement_id (self->desk), note_record, papers, NULL);
  return papers;
}

/* --- ticking -------------------------------------------------------------------------------------- */

/* The list is made anew; whoever ticks with the keyboard goes on from the paper just ticked. */
static void
focus_paper (TdDossierView *self, const char *code)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const Paper *paper = g_object_get_data (G_OBJECT (row), "td-paper");

      if (paper != NULL && strcmp (paper->code, code) == 0)
        gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
    }
}

static void
toggled_cb (TdDossierView *self, GtkWidget *check)
{
  const Paper *paper = g_object_get_data (G_OBJECT (check), "td-paper");
  gboolean is_there = gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
  TdDossierTick tick = { .store = td_desk_get_store (self->desk),
                         .movement = td_desk_get_movement_id (self->desk),
                         .is_there = is_there };
  g_autoptr (GArray) asking = NULL;
  g_autofree char *code = NULL, *label = NULL;

  if (self->filling)
    return;
  /* What is written shows the list anew: nothing of the row is used after that. */
  tick.nominations = asking = g_array_ref (paper->asking);
  tick.paper = code = g_strdup (paper->code);
  label = g_strdup_printf (is_there ? _ ("“%s” is in the dossier, %s")
                                    : _ ("“%s” is not in the dossier, %s"),
                           paper->title, self->name);
  td_write (GTK_WIDGET (self), self->desk, label, td_dossier_tick_func, &tick, NULL);
  focus_paper (self, code);
}

static void
number_cb (TdDossierView *self, GtkWidget *button)
{
  static const int fields[] = { TD_PAPER_NUMBER, TD_PAPER_SIGNED_ON, -1 };
  const Paper *paper = g_object_get_data (G_OBJECT (button), "td-paper");
  g_autoptr (TdRecord) record = NULL;

  if (paper->record != NULL)
    record = td_record_copy (paper->record);
  else
    {
      record = td_record_new (TD_TABLE_DOSSIER_PAPERS, td_desk_get_movement_id (self->desk));
      td_record_set_ref (record, TD_PAPER_NOMINATION, g_array_index (paper->asking, TdId, 0));
      td_record_set_text (record, TD_PAPER_PAPER, paper->code);
    }
  td_record_dialog_show (GTK_WIDGET (self), self->desk, record, fields, NULL, NULL);
}

/* --- rows ----------------------------------------------------------------------------------------- */

static char *
describe (const Paper *paper, guint n_nominations)
{
  GString *out = g_string_new (NULL);

  g_string_append (out, paper->required ? _ ("required") : _ ("when it applies"));
  if (!paper->verified)
    g_string_append (out, _ (" · not verified against its source"));
  if (n_nominations > 1)
    g_string_append_printf (out, _ (" · there: %u of %u"), paper->n_there, paper->n_asking);
  else if (paper->n_there > paper->n_recorded)
    g_string_append (out, _ (" · made here"));
  if (n_nominations == 1 && paper->record != NULL)
    {
      const char *number = td_record_get_text (paper->record, TD_PAPER_NUMBER);
      TdDate date = td_record_get_date (paper->record, TD_PAPER_SIGNED_ON);
      g_autofree char *day =
          date != TD_DATE_NONE ? td_date_format (date, TD_STYLE_VIETNAMESE) : NULL;

      if (*number != '\0')
        g_string_append_printf (out, _ (" · number %s"), number);
      if (day != NULL)
        g_string_append_printf (out, _ (" · of %s"), day);
    }
  return g_string_free (out, FALSE);
}

/* @paper is taken over. */
static void
add_row (TdDossierView *self, Paper *paper, guint n_nominations, gboolean writable)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *title = td_award_label_new (NULL), *remark = td_award_label_new ("dim-label");
  g_autofree char *about = describe (paper, n_nominations);
  gboolean made_here = paper->n_there > paper->n_recorded && paper->n_recorded == 0;

  gtk_label_set_text (GTK_LABEL (title), paper->title);
  gtk_label_set_text (GTK_LABEL (remark), about);
  gtk_widget_add_css_class (remark, "caption");
  if (paper->required && paper->n_there < paper->n_asking)
    gtk_widget_add_css_class (title, "error");
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), remark);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_tooltip_text (texts, paper->source);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), paper->n_there == paper->n_asking);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (check),
                                     paper->n_there > 0 && paper->n_there < paper->n_asking);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_widget_set_sensitive (check, writable && !(made_here && paper->n_there == paper->n_asking));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  paper->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
  g_object_set_data (G_OBJECT (check), "td-paper", paper);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (line), check);
  gtk_box_append (GTK_BOX (line), texts);
  if (writable && n_nominations == 1)
    {
      GtkWidget *number = gtk_button_new_with_label (_ ("Number, date…"));
      g_autofree char *name = g_strdup_printf ("%s: %s", _ ("Number, date…"), paper->title);

      gtk_widget_add_css_class (number, "flat");
      gtk_widget_set_valign (number, GTK_ALIGN_START);
      gtk_accessible_update_property (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_object_set_data (G_OBJECT (number), "td-paper", paper);
      g_signal_connect_swapped (number, "clicked", G_CALLBACK (number_cb), self);
      gtk_box_append (GTK_BOX (line), number);
    }
  gtk_widget_set_margin_start (line, 8);
  gtk_widget_set_margin_end (line, 4);
  gtk_widget_set_margin_top (line, 6);
  gtk_widget_set_margin_bottom (line, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "td-paper", paper, paper_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
show_papers (TdDossierView *self, const GPtrArray *nominations)
{
  gboolean writable = !td_store_is_read_only (td_desk_get_store (self->desk));
  g_autoptr (GPtrArray) papers = collect (self, nominations);
  g_autofree char *summary = NULL;
  guint n_missing = 0;

  g_ptr_array_set_free_func (papers, NULL);
  for (guint i = 0; i < papers->len; i++)
    {
      Paper *paper = g_ptr_array_index (papers, i);

      if (paper->required)
        n_missing += paper->n_asking - MIN (paper->n_there, paper->n_asking);
      add_row (self, paper, nominations->len, writable);
    }
  summary =
      papers->len == 0 ? g_strdup (_ ("No law pack says which papers this dossier needs."))
      : n_missing == 0
          ? g_strdup_printf (_ ("%s: all required papers are there."), self->name)
          : g_strdup_printf (_ ("%s: required papers still missing: %u."), self->name, n_missing);
  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  gtk_widget_set_visible (self->list, papers->len > 0);
}

void
td_dossier_view_show (TdDossierView *self, TdDesk *desk, const GPtrArray *nominations)
{
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->name, g_free);
  gtk_label_set_text (GTK_LABEL (self->summary), "");
  gtk_widget_set_visible (self->list, FALSE);
  if (desk != NULL && nominations->len > 0)
    {
      const TdAwardNomination *first = g_ptr_array_index (nominations, 0);

      self->name = nominations->len > 1
                       ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u nomination",
                                                       "%u nominations", nominations->len),
                                          nominations->len)
                       : g_strdup (first->holder != NULL ? first->holder->name : first->code);
      show_papers (self, nominations);
    }
  self->filling = FALSE;
}

/* --- widget --------------------------------------------------------------------------------------- */

static void
td_dossier_view_dispose (GObject *object)
{
  TdDossierView *self = TD_DOSSIER_VIEW (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (td_dossier_view_parent_class)->dispose (object);
}

static void
td_dossier_view_class_init (TdDossierViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = td_dossier_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
td_dossier_view_init (TdDossierView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->summary = td_award_label_new ("heading");
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Papers of the dossier"), -1);
  gtk_box_append (GTK_BOX (self->box), self->summary);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
td_dossier_view_new (void)
{
  return g_object_new (TD_TYPE_DOSSIER_VIEW, NULL);
}
