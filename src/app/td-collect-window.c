/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-collect-window.h"

#include <glib/gi18n.h>

#include "app/td-file-choice.h"
#include "app/td-page.h"
#include "app/td-window.h"
#include "app/widgets/td-columns.h"
#include "base/td-date.h"
#include "tables/td-collect.h"

/* --- lines ---------------------------------------------------------------------------------------- */

#define TD_TYPE_COLLECT_LINE (td_collect_line_get_type ())
G_DECLARE_FINAL_TYPE (TdCollectLine, td_collect_line, TD, COLLECT_LINE, GObject)

enum
{
  WHAT,
  SENT,
  CAME,
  NOW,
  VERDICT,
  WHERE,
  REASON,
  N_TEXTS,
};

/* A proposal, or something wrong with a file, which has none (@index -1). */
struct _TdCollectLine
{
  GObject parent_instance;
  int index;
  char *texts[N_TEXTS];
};

G_DEFINE_FINAL_TYPE (TdCollectLine, td_collect_line, G_TYPE_OBJECT)

static void
td_collect_line_finalize (GObject *object)
{
  for (guint i = 0; i < N_TEXTS; i++)
    g_free (TD_COLLECT_LINE (object)->texts[i]);
  G_OBJECT_CLASS (td_collect_line_parent_class)->finalize (object);
}

static void
td_collect_line_class_init (TdCollectLineClass *class)
{
  G_OBJECT_CLASS (class)->finalize = td_collect_line_finalize;
}

static void
td_collect_line_init (TdCollectLine *self)
{
}

/* --- window --------------------------------------------------------------------------------------- */

struct _TdCollectWindow
{
  AdwWindow parent_instance;

  /* template */
  GtkSpinner *spinner;
  GtkLabel *summary;
  GtkDropDown *shown;
  GtkColumnView *view;
  GtkLabel *reason;
  GtkEntry *received_on;
  GtkEntry *number;
  GtkCheckButton *partly;
  GtkButton *run_button;

  /* owned */
  TdDesk *desk;
  TdCollect *collect; /* NULL while it is being read */
  GListStore *lines;
  GtkSingleSelection *selection;
  GCancellable *cancellable;
  GtkWidget *widget; /* who asked; for the toast */
};

G_DEFINE_FINAL_TYPE (TdCollectWindow, td_collect_window, ADW_TYPE_WINDOW)

enum
{
  SHOW_OPEN,
  SHOW_CHANGES,
  SHOW_ALL,
};

static char *
line_text (gpointer item, int field, gpointer data)
{
  return g_strdup (TD_COLLECT_LINE (item)->texts[field]);
}

static const char *
verdict_words (const TdProposal *proposal)
{
  switch (proposal->verdict)
    {
    case TD_VERDICT_CHANGE:
      return proposal->take == TD_TAKE_OURS ? _ ("✗ left out") : _ ("● changes");
    case TD_VERDICT_CONFLICT:
      return proposal->take == TD_TAKE_THEIRS ? _ ("● the unit's counts")
             : proposal->take == TD_TAKE_OURS ? _ ("○ ours stays")
                                              : _ ("? which one?");
    case TD_VERDICT_REFUSED:
      return _ ("✗ cannot be taken");
    case TD_VERDICT_SAME:
    default:
      return _ ("= the same");
    }
}

static gboolean
is_shown (const TdProposal *proposal, guint shown)
{
  switch (proposal->verdict)
    {
    case TD_VERDICT_CHANGE:
      return shown != SHOW_OPEN;
    case TD_VERDICT_CONFLICT:
    case TD_VERDICT_REFUSED:
      return TRUE;
    case TD_VERDICT_SAME:
    default:
      return shown == SHOW_ALL;
    }
}

static void
add_line (TdCollectWindow *self, int index, const char *const *texts)
{
  g_autoptr (TdCollectLine) line = g_object_new (TD_TYPE_COLLECT_LINE, NULL);

  line->index = index;
  for (guint i = 0; i < N_TEXTS; i++)
    line->texts[i] = g_strdup (texts[i] != NULL ? texts[i] : "");
  g_list_store_append (self->lines, line);
}

static gboolean
has_proposal (TdCollectWindow *self, const char *where)
{
  for (guint i = 0; i < td_collect_get_n_proposals (self->collect); i++)
    if (g_str_equal (td_collect_get_proposal (self->collect, i)->where, where))
      return TRUE;
  return FALSE;
}

static gboolean
get_received_on (TdCollectWindow *self, TdDate *out)
{
  return td_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->received_on)), out, NULL);
}

static TdCollectLine *
selected_line (TdCollectWindow *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
update_actions (TdCollectWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TdCollectLine *line = self->collect != NULL ? selected_line (self) : NULL;
  const TdProposal *p = line != NULL && line->index >= 0
                            ? td_collect_get_proposal (self->collect, (guint) line->index)
                            : NULL;
  gboolean choice =
      p != NULL && (p->verdict == TD_VERDICT_CONFLICT || p->verdict == TD_VERDICT_CHANGE);
  guint n = self->collect != NULL ? td_collect_get_n_writes (self->collect) : 0;
  guint wrong = self->collect != NULL
                    ? td_problems_get_n_errors (td_collect_get_problems (self->collect))
                    : 0;
  g_autofree char *label = g_strdup_printf (_ ("Take %u figures in"), n);
  TdDate day;
  gboolean dated = get_received_on (self, &day);

  gtk_widget_action_set_enabled (widget, "collect.theirs", choice);
  gtk_widget_action_set_enabled (widget, "collect.ours", choice);
  gtk_widget_action_set_enabled (widget, "collect.answers", wrong > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->partly), wrong > 0);
  gtk_widget_action_set_enabled (widget, "collect.run",
                                 n > 0 && dated
                                     && (wrong == 0 || gtk_check_button_get_active (self->partly)));
  gtk_button_set_label (self->run_button, label);
  if (dated)
    gtk_widget_remove_css_class (GTK_WIDGET (self->received_on), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->received_on), "error");
}

static void
fill (TdCollectWindow *self)
{
  const TdProblems *problems = td_collect_get_problems (self->collect);
  guint shown = gtk_drop_down_get_selected (self->shown), open = 0;
  guint before = gtk_single_selection_get_selected (self->selection);
  g_autofree char *summary = NULL;

  g_list_store_remove_all (self->lines);
  for (guint i = 0; i < td_problems_get_count (problems); i++)
    {
      const TdProblem *problem = td_problems_get (problems, i);
      const char *texts[N_TEXTS] = { [WHAT] = problem->where,
                                     [VERDICT] = problem->warning ? _ ("note") : _ ("✗ wrong"),
                                     [WHERE] = problem->where,
                                     [REASON] = problem->what };

      if (!has_proposal (self, problem->where) && (!problem->warning || shown != SHOW_OPEN))
        add_line (self, -1, texts);
    }
  for (guint i = 0; i < td_collect_get_n_proposals (self->collect); i++)
    {
      const TdProposal *p = td_collect_get_proposal (self->collect, i);
      const char *texts[N_TEXTS] = {
        [WHAT] = p->what,
        [SENT] = p->sent,
        [CAME] = p->came,
        [NOW] = p->now,
        [VERDICT] = verdict_words (p),
        [WHERE] = p->where,
        [REASON] = p->reason,
      };

      open += p->verdict == TD_VERDICT_CONFLICT && p->take == TD_TAKE_ASK;
      if (is_shown (p, shown))
        add_line (self, (int) i, texts);
    }
  if (before != GTK_INVALID_LIST_POSITION
      && before < g_list_model_get_n_items (G_LIST_MODEL (self->lines)))
    gtk_single_selection_set_selected (self->selection, before);
  summary = g_strdup_printf (
      _ ("%u forms · %u figures change · %u the same · %u to decide · %u cannot be taken"),
      td_collect_get_n_pages (self->collect), td_collect_count (self->collect, TD_VERDICT_CHANGE),
      td_collect_count (self->collect, TD_VERDICT_SAME), open,
      td_problems_get_n_errors (problems) - open);
  gtk_label_set_text (self->summary, summary);
  update_actions (self);
}

static void
selected_cb (TdCollectWindow *self)
{
  TdCollectLine *line = selected_line (self);
  g_autofree char *text = NULL;

  if (line != NULL)
    text = *line->texts[REASON] != '\0'
               ? g_strdup_printf ("%s: %s", line->texts[WHERE], line->texts[REASON])
               : g_strdup (line->texts[WHERE]);
  gtk_label_set_text (self->reason, text != NULL ? text : "");
  update_actions (self);
}

static void
shown_changed_cb (TdCollectWindow *self)
{
  if (self->collect != NULL)
    fill (self);
}

/* --- actions -------------------------------------------------------------------------------------- */

static void
take_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdCollectWindow *self = TD_COLLECT_WINDOW (widget);
  TdCollectLine *line = selected_line (self);

  if (line == NULL || line->index < 0)
    return;
  td_collect_set_take (self->collect, (guint) line->index,
                       g_str_equal (name, "collect.theirs") ? TD_TAKE_THEIRS : TD_TAKE_OURS);
  fill (self);
}

static void
answers_chosen (GtkWidget *widget, GListModel *files, gpointer data)
{
  TdCollectWindow *self = TD_COLLECT_WINDOW (widget);
  g_autofree char *folder = td_chosen_path (files);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (folder == NULL)
    return;
  if (!td_collect_write_answers (self->collect, folder, &n, &error))
    td_show_error (self->widget, _ ("The answers could not be written"), error->message);
  text = g_strdup_printf (_ ("%u answers are in the folder %s"), n, folder);
  if (error == NULL)
    gtk_label_set_text (self->reason, text);
}

static void
answers_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdFileChoice choice = { .title = _ ("Folder for the answers"),
                          .action = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER };

  td_choose_files (widget, &choice, answers_chosen, NULL, NULL);
}

static void
run_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdCollectWindow *self = TD_COLLECT_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;
  guint n = td_collect_get_n_writes (self->collect);
  GtkRoot *root;
  TdDate day;

  if (!get_received_on (self, &day))
    return;
  if (!td_collect_run (self->collect, TD_WRITE_COMMIT, gtk_check_button_get_active (self->partly),
                       day, gtk_editable_get_text (GTK_EDITABLE (self->number)), &error))
    {
      fill (self);
      gtk_label_set_text (self->reason, error->message);
      return;
    }
  done = g_strdup_printf (_ ("%u figures taken in from forms"), n);
  root = gtk_widget_get_root (self->widget);
  if (TD_IS_WINDOW (root))
    td_window_show_done (TD_WINDOW (root), done);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- reading -------------------------------------------------------------------------------------- */

typedef struct
{
  TdCollect *collect;
  GPtrArray *paths; /* of char* */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  td_collect_free (job->collect);
  g_ptr_array_unref (job->paths);
  g_free (job);
}

/* Reading touches no store, only comparing does. */
static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  for (guint i = 0; i < job->paths->len && !g_cancellable_is_cancelled (cancellable); i++)
    td_collect_add (job->collect, g_ptr_array_index (job->paths, i), cancellable);
  g_task_return_boolean (task, TRUE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TdCollectWindow *self = TD_COLLECT_WINDOW (source);
  Job *job = g_task_get_task_data (G_TASK (result));

  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  self->collect = g_steal_pointer (&job->collect);
  td_collect_compare (self->collect);
  if (td_problems_get_n_errors (td_collect_get_problems (self->collect)) == 0)
    gtk_drop_down_set_selected (self->shown, SHOW_CHANGES);
  fill (self);
}

/* --- object --------------------------------------------------------------------------------------- */

static void
td_collect_window_dispose (GObject *object)
{
  TdCollectWindow *self = TD_COLLECT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->collect, td_collect_free);
  g_clear_object (&self->desk);
  g_clear_object (&self->selection);
  g_clear_object (&self->lines);
  g_clear_object (&self->widget);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_COLLECT_WINDOW);
  G_OBJECT_CLASS (td_collect_window_parent_class)->dispose (object);
}

static void
td_collect_window_class_init (TdCollectWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = td_collect_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/thidua/ThiDua/ui/td-collect-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TdCollectWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, TdCollectWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, TdCollectWindow, shown);
  gtk_widget_class_bind_template_child (widget_class, TdCollectWindow, view);
  gtk_widget_class_bind_template_child (widget_class, TdCollectWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, TdCollectWindow, received_on);
  gtk_widget_class_bind_template_child (widget_class, TdCollectWindow, number);
  gtk_widget_class_bind_template_child (widget_class, TdCollectWindow, partly);
  gtk_widget_class_bind_template_child (widget_class, TdCollectWindow, run_button);
  gtk_widget_class_bind_template_callback (widget_class, shown_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_install_action (widget_class, "collect.theirs", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "collect.ours", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "collect.answers", NULL, answers_action);
  gtk_widget_class_install_action (widget_class, "collect.run", NULL, run_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "collect.run", NULL);
}

static void
td_collect_window_init (TdCollectWindow *self)
{
  static const struct
  {
    int field;
    const char *title;
    int width;
  } columns[] = {
    { WHAT, N_ ("Unit · target · period"), 260 },
    { SENT, N_ ("Sent"), 100 },
    { CAME, N_ ("Came back"), 110 },
    { NOW, N_ ("In the file"), 100 },
    { VERDICT, N_ ("Outcome"), 150 },
    { REASON, N_ ("Why"), TD_COLUMN_WIDE },
  };
  g_autofree char *today = td_date_format (td_date_today (), TD_STYLE_VIETNAMESE);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->lines = g_list_store_new (TD_TYPE_COLLECT_LINE);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    /* In the order of the files: nothing is sorted. */
    gtk_column_view_column_set_sorter (td_columns_add (self->view, columns[i].field,
                                                       _ (columns[i].title), columns[i].width,
                                                       FALSE, line_text, NULL),
                                       NULL);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_editable_set_text (GTK_EDITABLE (self->received_on), today);
  update_actions (self);
}

void
td_collect_window_show (GtkWidget *widget, TdDesk *desk, GListModel *files)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  TdCollectWindow *self = g_object_new (TD_TYPE_COLLECT_WINDOW, "transient-for",
                                        GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, read_cb, NULL);

  self->desk = g_object_ref (desk);
  self->widget = g_object_ref (widget);
  job->collect = td_collect_new (td_desk_get_store (desk));
  job->paths = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      char *path = g_file_get_path (file);

      if (path != NULL)
        g_ptr_array_add (job->paths, path);
    }
  gtk_label_set_text (self->summary, _ ("Reading the forms…"));
  gtk_spinner_start (self->spinner);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, read_thread);
  gtk_window_present (GTK_WINDOW (self));
}
