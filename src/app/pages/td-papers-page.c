/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/pages/td-papers-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/td-file-choice.h"
#include "app/td-paper-folder.h"
#include "app/td-paper-job.h"
#include "app/td-stock-window.h"
#include "app/widgets/td-drop-down.h"
#include "app/widgets/td-pages-view.h"
#include "base/td-text.h"

struct _TdPapersPage
{
  TdPage parent_instance;

  /* template */
  GtkListBox *kinds;
  GtkLabel *first_label;
  GtkDropDown *first;
  GtkLabel *unit_label;
  GtkDropDown *unit;
  GtkCheckButton *final;
  GtkButton *stock_button;
  GtkLabel *problems_title;
  GtkListBox *problems;
  GtkButton *print_button;
  GtkButton *pdf_button;
  GtkButton *docx_button;
  GtkStack *status;
  GtkProgressBar *progress;
  GtkLabel *place;
  GtkSearchEntry *search;
  GtkStack *stack;
  AdwStatusPage *nothing;
  TdPagesView *thumbnails;
  TdPagesView *view;

  /* owned */
  TdPaperJob *job;       /* NULL: there is no paper to show */
  TdProblems *lacks;     /* what it lacks */
  GArray *first_ids;     /* of TdId: behind the entries of the first list */
  GArray *unit_ids;      /* of TdId */
  GCancellable *writing; /* NULL: nothing is written */
  guint idle;            /* lays out pages */
  guint reload_idle;
  TdPaperKind kind;
  TdDate since;
  guint n_found;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TdPapersPage, td_papers_page, TD_TYPE_PAGE)

/* --- the paper ---------------------------------------------------------------------------------- */

static void
show_place (TdPapersPage *self)
{
  TdPages *pages = self->job != NULL ? td_paper_job_get_pages (self->job) : NULL;
  g_autofree char *text = NULL;
  guint n = pages != NULL ? td_pages_get_n_ready (pages) : 0;

  if (n > 0 && self->n_found > 0)
    text = g_strdup_printf (
        ngettext ("page %u of %u, %u place found", "page %u of %u, %u places found", self->n_found),
        td_pages_view_get_page (self->view) + 1, n, self->n_found);
  else if (n > 0)
    text = g_strdup_printf (td_pages_is_complete (pages) ? _ ("page %u of %u")
                                                         : _ ("page %u of %u so far"),
                            td_pages_view_get_page (self->view) + 1, n);
  gtk_label_set_text (self->place, text != NULL ? text : "");
}

/* Marks what is searched for in the pages as they are now. */
static void
search (TdPapersPage *self)
{
  self->n_found =
      td_pages_view_search (self->view, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  show_place (self);
}

static void
add_problem (TdPapersPage *self, const TdProblem *problem)
{
  g_autofree char *sentence = td_text_capitalize (problem->what);
  GtkWidget *label = gtk_label_new (sentence);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 4);
  gtk_widget_set_margin_bottom (label, 4);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_tooltip_text (row, problem->where);
  g_object_set_data_full (G_OBJECT (row), "where", g_strdup (problem->where), g_free);
  gtk_list_box_append (self->problems, row);
}

/* What the paper lacks, and what went wrong with its pages so far: files that cannot be read. */
static void
fill_problems (TdPapersPage *self)
{
  const TdProblems *lists[] = { self->lacks, self->job != NULL ? td_pages_get_problems (
                                                 td_paper_job_get_pages (self->job))
                                                               : NULL };
  g_autofree char *title = NULL;
  GtkWidget *row;
  guint n = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->problems))) != NULL)
    gtk_list_box_remove (self->problems, row);
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; lists[l] != NULL && i < td_problems_get_count (lists[l]); i++, n++)
      add_problem (self, td_problems_get (lists[l], i));
  title = n == 0 ? g_strdup (_ ("Nothing is missing"))
                 : g_strdup_printf (ngettext ("%u thing to look at", "%u things to look at", n), n);
  gtk_label_set_text (self->problems_title, title);
}

/* A few pages a turn, so that the window answers while a thick dossier is laid out. */
static gboolean
lay_out_cb (gpointer data)
{
  TdPapersPage *self = data;
  TdPages *pages = td_paper_job_get_pages (self->job);
  gint64 until = g_get_monotonic_time () + 8 * G_TIME_SPAN_MILLISECOND;
  gboolean more = TRUE;

  while (more && g_get_monotonic_time () < until)
    more = td_pages_step (pages);
  td_pages_view_update (self->view);
  td_pages_view_update (self->thumbnails);
  show_place (self);
  if (more)
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  fill_problems (self);
  td_pages_view_redraw (self->view);
  td_pages_view_redraw (self->thumbnails);
  search (self);
  return G_SOURCE_REMOVE;
}

static void
drop_job (TdPapersPage *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  td_pages_view_set_pages (self->view, NULL);
  td_pages_view_set_pages (self->thumbnails, NULL);
  g_clear_pointer (&self->job, td_paper_job_free);
  self->n_found = 0;
}

static TdId
selected_id (GtkDropDown *list, const GArray *ids)
{
  guint selected = gtk_drop_down_get_selected (list);

  return selected < ids->len ? g_array_index (ids, TdId, selected) : TD_ID_NONE;
}

/* What can be done with the paper, and how far its writing is. */
static void
show_writing (TdPapersPage *self)
{
  gboolean writing = self->writing != NULL;

  gtk_stack_set_visible_child_name (self->status, writing ? "writing" : "place");
  gtk_widget_set_sensitive (GTK_WIDGET (self->pdf_button), !writing && self->job != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->docx_button),
                            !writing && self->job != NULL && td_paper_job_has_docx (self->job));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.send", !writing && self->job != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.send-elsewhere",
                                 !writing && self->job != NULL);
}

static void
reload (TdPapersPage *self)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  TdPaperTakes takes = td_paper_kind_get_takes (self->kind);
  g_autoptr (GError) error = NULL;
  TdPaperSubject subject = TD_PAPER_SUBJECT_NONE;
  guint page = td_pages_view_get_page (self->view);
  TdId first = selected_id (self->first, self->first_ids);

  drop_job (self);
  g_clear_pointer (&self->lacks, td_problems_free);
  self->lacks = td_problems_new ();
  if ((takes & TD_PAPER_TAKES_ROUND) != 0)
    subject.round = first;
  else if ((takes & TD_PAPER_TAKES_NOMINATION) != 0)
    subject.nomination = first;
  else if ((takes & TD_PAPER_TAKES_PERIOD) != 0)
    subject.period = first;
  else if ((takes & TD_PAPER_TAKES_DAY) != 0 && first != TD_ID_NONE)
    {
      const TdMovement *movement = td_desk_get_movement (desk);
      int period = movement != NULL ? td_movement_find_period (movement, first) : -1;

      subject.since =
          period >= 0 ? td_movement_period (movement, (guint) period)->ends : TD_DATE_NONE;
    }
  if ((takes & TD_PAPER_TAKES_UNIT) != 0)
    subject.unit = selected_id (self->unit, self->unit_ids);
  if (desk != NULL)
    self->job = td_paper_job_new (desk, self->kind, &subject,
                                  gtk_check_button_get_active (self->final), self->lacks, &error);
  fill_problems (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->print_button), self->job != NULL);
  show_writing (self);
  if (self->job == NULL)
    {
      adw_status_page_set_title (self->nothing, _ ("No paper to show"));
      adw_status_page_set_description (self->nothing, error != NULL ? error->message : NULL);
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      show_place (self);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "pages");
  /* The first page, and the one that was in sight before, are there at once. */
  td_pages_ensure (td_paper_job_get_pages (self->job), page);
  td_pages_view_set_pages (self->view, td_paper_job_get_pages (self->job));
  td_pages_view_set_pages (self->thumbnails, td_paper_job_get_pages (self->job));
  self->idle = g_idle_add_full (G_PRIORITY_LOW, lay_out_cb, self, NULL);
  show_place (self);
}

static gboolean
reload_cb (gpointer data)
{
  TdPapersPage *self = data;

  self->reload_idle = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

/* Many notices in a row make one new paper. */
static void
queue_reload (TdPapersPage *self)
{
  if (self->reload_idle == 0)
    self->reload_idle = g_idle_add (reload_cb, self);
}

/* --- what it is about --------------------------------------------------------------------------- */

typedef struct
{
  TdPapersPage *self;
  GtkStringList *names;
  GArray *ids;
  int code, name; /* fields */
} Filler;

static gboolean
add_choice (const TdRecord *record, gpointer data)
{
  Filler *filler = data;
  TdStore *store = td_desk_get_store (td_page_get_desk (TD_PAGE (filler->self)));
  g_autofree char *words = NULL;
  g_autofree char *shown = NULL;

  words = td_store_field_words (store, &record->table->fields[filler->name],
                                &record->values[filler->name]);
  shown = *words != '\0'
              ? g_strdup_printf ("%s – %s", td_record_get_text (record, filler->code), words)
              : g_strdup (td_record_get_text (record, filler->code));
  gtk_string_list_append (filler->names, shown);
  g_array_append_val (filler->ids, record->id);
  return TRUE;
}

static void
fill_list (TdPapersPage *self, GtkDropDown *list, GArray *ids, TdTableId table, int code, int name,
           const char *none)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  Filler filler = { self, names, ids, code, name };
  TdId before = selected_id (list, ids);
  guint selected = 0;

  g_array_set_size (ids, 0);
  if (none != NULL)
    {
      TdId nobody = TD_ID_NONE;

      gtk_string_list_append (names, none);
      g_array_append_val (ids, nobody);
    }
  if (desk != NULL && td_desk_get_movement (desk) != NULL)
    td_store_foreach (td_desk_get_store (desk), table, td_desk_get_movement_id (desk), add_choice,
                      &filler, NULL);
  for (guint i = 0; i < ids->len; i++)
    if (before != TD_ID_NONE && g_array_index (ids, TdId, i) == before)
      selected = i;
  gtk_drop_down_set_model (list, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (list, ids->len > 0 ? selected : GTK_INVALID_LIST_POSITION);
}

/* What would be taken if nobody chose: the list begins with it. */
static void
select_default (TdPapersPage *self)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  TdPaperSubject subject = TD_PAPER_SUBJECT_NONE;
  TdId wanted;

  if (desk == NULL || !td_desk_paper_resolve (desk, self->kind, &subject, NULL))
    return;
  wanted = subject.nomination != TD_ID_NONE ? subject.nomination
           : subject.round != TD_ID_NONE    ? subject.round
                                            : subject.period;
  for (guint i = 0; i < self->first_ids->len; i++)
    if (wanted != TD_ID_NONE && g_array_index (self->first_ids, TdId, i) == wanted)
      gtk_drop_down_set_selected (self->first, i);
}

static void
fill_choices (TdPapersPage *self, gboolean anew)
{
  TdPaperTakes takes = td_paper_kind_get_takes (self->kind);
  gboolean has_first = (takes & ~(guint) TD_PAPER_TAKES_UNIT) != 0;

  self->filling = TRUE;
  if (anew)
    g_array_set_size (self->first_ids, 0);
  if ((takes & TD_PAPER_TAKES_ROUND) != 0)
    {
      gtk_label_set_text (self->first_label, _ ("Round"));
      fill_list (self, self->first, self->first_ids, TD_TABLE_ROUNDS, TD_ROUND_CODE, TD_ROUND_TITLE,
                 NULL);
    }
  else if ((takes & TD_PAPER_TAKES_NOMINATION) != 0)
    {
      gtk_label_set_text (self->first_label, _ ("Nomination"));
      fill_list (self, self->first, self->first_ids, TD_TABLE_NOMINATIONS, TD_NOMINATION_CODE,
                 TD_NOMINATION_NOMINEE, NULL);
    }
  else if (has_first)
    {
      gboolean since = (takes & TD_PAPER_TAKES_DAY) != 0;

      gtk_label_set_text (self->first_label, since ? _ ("Compared with") : _ ("Period"));
      fill_list (self, self->first, self->first_ids, TD_TABLE_PERIODS, TD_PERIOD_CODE,
                 TD_PERIOD_NAME, since ? _ ("Nothing: as it stands") : NULL);
    }
  if (anew)
    select_default (self);
  if ((takes & TD_PAPER_TAKES_UNIT) != 0)
    fill_list (self, self->unit, self->unit_ids, TD_TABLE_UNITS, TD_UNIT_CODE, TD_UNIT_NAME,
               _ ("All units"));
  gtk_widget_set_visible (GTK_WIDGET (self->first_label), has_first);
  gtk_widget_set_visible (GTK_WIDGET (self->first), has_first);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_label), (takes & TD_PAPER_TAKES_UNIT) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->unit), (takes & TD_PAPER_TAKES_UNIT) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->final), self->kind != TD_PAPER_DOSSIER);
  gtk_widget_set_visible (GTK_WIDGET (self->stock_button), self->kind == TD_PAPER_CERTIFICATE);
  self->filling = FALSE;
}

static void
kind_selected_cb (TdPapersPage *self, GtkListBoxRow *row)
{
  if (row == NULL || self->filling)
    return;
  self->kind = (TdPaperKind) gtk_list_box_row_get_index (row);
  fill_choices (self, TRUE);
  /* Another paper begins at its beginning. */
  td_pages_view_show_page (self->view, 0);
  queue_reload (self);
}

static void
subject_changed_cb (TdPapersPage *self)
{
  if (!self->filling)
    queue_reload (self);
}

/* --- the pages ----------------------------------------------------------------------------------- */

/* The page of the window on which the records of a table are. */
static const char *
find_page_of (const char *table)
{
  static const struct
  {
    const char *table;
    const char *page;
  } pages[] = { { "nominations", "awards" }, { "rounds", "awards" }, { "units", "units" },
                { "targets", "targets" },    { "people", "people" }, { "movement", "overview" } };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (strcmp (pages[i].table, table) == 0)
      return pages[i].page;
  return NULL;
}

static void
record_activated_cb (TdPapersPage *self, const char *table, gint64 id)
{
  const char *page = find_page_of (table);
  TdPlace place = { page, id };

  if (page != NULL)
    td_go (GTK_WIDGET (self), &place);
}

/* `nominations:DN01:award` leads to the nomination, `office:…` to the preferences. */
static void
problem_activated_cb (TdPapersPage *self, GtkListBoxRow *row)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  const char *where = g_object_get_data (G_OBJECT (row), "where");
  g_auto (GStrv) parts = g_strsplit (where, ":", 3);
  const TdTable *table;
  const char *page;
  TdPlace place = { NULL };

  if (parts[0] == NULL || desk == NULL)
    return;
  if (strcmp (parts[0], "office") == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.preferences", NULL);
      return;
    }
  table = td_table_by_name (parts[0]);
  page = find_page_of (parts[0]);
  if (table == NULL || page == NULL || parts[1] == NULL)
    return;
  place.page = page;
  place.id =
      td_store_find (td_desk_get_store (desk), table->id, td_desk_get_movement_id (desk), parts[1]);
  td_go (GTK_WIDGET (self), &place);
}

static void
page_changed_cb (TdPapersPage *self)
{
  td_pages_view_mark_page (self->thumbnails, td_pages_view_get_page (self->view));
  show_place (self);
}

static void
page_activated_cb (TdPapersPage *self, guint page)
{
  td_pages_view_show_page (self->view, page);
}

static void
zoom_in_cb (TdPapersPage *self)
{
  td_pages_view_zoom_in (self->view);
}

static void
zoom_out_cb (TdPapersPage *self)
{
  td_pages_view_zoom_out (self->view);
}

static void
zoom_fit_cb (TdPapersPage *self)
{
  td_pages_view_set_zoom (self->view, 0);
}

static void
search_changed_cb (TdPapersPage *self)
{
  search (self);
}

static void
search_next_cb (TdPapersPage *self)
{
  td_pages_view_search_step (self->view, TRUE);
  show_place (self);
}

static void
search_previous_cb (TdPapersPage *self)
{
  td_pages_view_search_step (self->view, FALSE);
  show_place (self);
}

static void
search_stop_cb (TdPapersPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* --- out ------------------------------------------------------------------------------------------ */

static void
written_part_cb (double part, gpointer data)
{
  gtk_progress_bar_set_fraction (TD_PAPERS_PAGE (data)->progress, part);
}

typedef struct
{
  TdPapersPage *page;
  char *path;
  char *then;   /* the file to be written after it: the DOCX beside a PDF */
  char *folder; /* of papers sent to one: said when all is written */
} Written;

static void
written_free (Written *self)
{
  g_object_unref (self->page);
  g_free (self->path);
  g_free (self->then);
  g_free (self->folder);
  g_free (self);
}

static void start_writing (TdPapersPage *self, Written *written);

static void
tell_written (const Written *written)
{
  g_autofree char *name = g_path_get_basename (written->path);
  g_autofree char *folder =
      written->folder != NULL ? g_filename_display_basename (written->folder) : NULL;
  g_autofree char *text = folder != NULL
                              ? g_strdup_printf (_ ("“%s” is in the folder “%s”"), name, folder)
                              : g_strdup_printf (_ ("Saved: %s"), name);

  if (folder != NULL)
    td_toast_folder (GTK_WIDGET (written->page), text, written->folder);
  else
    td_toast (GTK_WIDGET (written->page), text);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Written *written = data;
  g_autoptr (GError) error = NULL;
  gboolean ok = td_paper_job_write_finish (result, &error);

  g_clear_object (&written->page->writing);
  /* The page may be gone from its window by now. */
  if (gtk_widget_get_root (GTK_WIDGET (written->page)) != NULL)
    {
      show_writing (written->page);
      if (ok && written->then != NULL && written->page->job != NULL)
        {
          g_free (written->path);
          written->path = g_steal_pointer (&written->then);
          start_writing (written->page, written);
          return;
        }
      if (ok)
        tell_written (written);
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        td_show_error (GTK_WIDGET (written->page), _ ("Not saved"), error->message);
    }
  written_free (written);
}

static void
start_writing (TdPapersPage *self, Written *written)
{
  self->writing = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  show_writing (self);
  td_paper_job_write (self->job, written->path, self->writing, written_part_cb, self, written_cb,
                      written);
}

static void
save_chosen_cb (GtkWidget *widget, GListModel *files, gpointer data)
{
  TdPapersPage *self = TD_PAPERS_PAGE (widget);
  const char *ending = data;
  g_autofree char *path = td_chosen_path (files);
  g_autofree char *lower = path != NULL ? g_ascii_strdown (path, -1) : NULL;
  Written *written;

  if (path == NULL || self->job == NULL || self->writing != NULL)
    return;
  written = g_new0 (Written, 1);
  written->page = g_object_ref (self);
  written->path =
      g_str_has_suffix (lower, ending) ? g_steal_pointer (&path) : g_strconcat (path, ending, NULL);
  start_writing (self, written);
}

static void
save_as (TdPapersPage *self, const char *ending, const char *title)
{
  const char *const pdf[] = { "*.pdf", NULL };
  const char *const docx[] = { "*.docx", NULL };
  gboolean is_pdf = strcmp (ending, ".pdf") == 0;
  g_autofree char *stem = self->job != NULL ? td_paper_job_dup_name (self->job) : NULL;
  g_autofree char *name = g_strconcat (stem != NULL ? stem : "", ending, NULL);
  const TdFileChoice choice = { .title = title,
                                .action = GTK_FILE_CHOOSER_ACTION_SAVE,
                                .name = name,
                                .patterns = is_pdf ? pdf : docx,
                                .pattern_title = is_pdf ? "PDF" : "DOCX" };

  if (self->job != NULL)
    td_choose_files (GTK_WIDGET (self), &choice, save_chosen_cb, (gpointer) ending, NULL);
}

static void
save_pdf_cb (TdPapersPage *self)
{
  save_as (self, ".pdf", _ ("Save as PDF"));
}

static void
save_docx_cb (TdPapersPage *self)
{
  save_as (self, ".docx", _ ("Save as DOCX"));
}

/* --- to the folder of the round ---------------------------------------------------------------------- */

static void
send_to (TdPapersPage *self, const char *folder)
{
  g_autofree char *name = td_paper_job_dup_name (self->job);
  g_autofree char *stem = td_paper_folder_free_stem (folder, name);
  Written *written = g_new0 (Written, 1);

  written->page = g_object_ref (self);
  written->path = g_strconcat (stem, ".pdf", NULL);
  if (td_paper_job_has_docx (self->job))
    written->then = g_strconcat (stem, ".docx", NULL);
  written->folder = g_strdup (folder);
  start_writing (self, written);
}

static void
folder_chosen_cb (GtkWidget *widget, GListModel *files, gpointer data)
{
  TdPapersPage *self = TD_PAPERS_PAGE (widget);
  g_autofree char *folder = td_chosen_path (files);

  if (folder == NULL || self->job == NULL || self->writing != NULL)
    return;
  td_paper_folder_remember (data, folder);
  send_to (self, folder);
}

static void
send_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdPapersPage *self = TD_PAPERS_PAGE (widget);
  const TdFileChoice choice = { .title = _ ("The folder for these papers"),
                                .action = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER };
  g_autofree char *key = NULL, *folder = NULL;

  if (self->job == NULL || self->writing != NULL)
    return;
  key =
      td_paper_folder_key (td_page_get_desk (TD_PAGE (self)), td_paper_job_get_subject (self->job));
  folder = strcmp (name, "papers.send") == 0 ? td_paper_folder_get (key) : NULL;
  if (folder != NULL)
    send_to (self, folder);
  else
    td_choose_files (widget, &choice, folder_chosen_cb, g_steal_pointer (&key), g_free);
}

/* Also while nobody is to get one yet: then without words. */
static void
stock_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdPapersPage *self = TD_PAPERS_PAGE (widget);
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));

  if (desk != NULL)
    td_stock_window_show (widget, desk,
                          self->job != NULL ? td_paper_job_get_document (self->job) : NULL);
}

static void
cancel_cb (TdPapersPage *self)
{
  if (self->writing != NULL)
    g_cancellable_cancel (self->writing);
}

static void
print_cb (TdPapersPage *self)
{
  if (self->job != NULL)
    td_paper_job_print (self->job, GTK_WIDGET (self));
}

/* --- page ------------------------------------------------------------------------------------------ */

static void
td_papers_page_set_desk (TdPage *page, TdDesk *desk)
{
  TdPapersPage *self = TD_PAPERS_PAGE (page);

  fill_choices (self, TRUE);
  /* At once: whoever comes to the page finds the paper on it. */
  reload (self);
}

static void
td_papers_page_scores_changed (TdPage *page)
{
  fill_choices (TD_PAPERS_PAGE (page), FALSE);
  queue_reload (TD_PAPERS_PAGE (page));
}

static void
td_papers_page_records_changed (TdPage *page, const TdChanges *changes)
{
  td_papers_page_scores_changed (page);
}

static void
select_id (GtkDropDown *list, const GArray *ids, TdId id)
{
  for (guint i = 0; i < ids->len; i++)
    if (id != TD_ID_NONE && g_array_index (ids, TdId, i) == id)
      gtk_drop_down_set_selected (list, i);
}

/* The paper that was asked for on another page. */
static void
td_papers_page_go_to (TdPage *page, const TdPlace *place)
{
  TdPapersPage *self = TD_PAPERS_PAGE (page);
  TdPaperKind kind;
  TdPaperTakes takes;

  if (place->paper == NULL || !td_paper_kind_from_name (place->paper, &kind))
    return;
  takes = td_paper_kind_get_takes (kind);
  self->kind = kind;
  fill_choices (self, TRUE);
  self->filling = TRUE;
  gtk_list_box_select_row (self->kinds, gtk_list_box_get_row_at_index (self->kinds, (int) kind));
  if ((takes & TD_PAPER_TAKES_PERIOD) != 0)
    select_id (self->first, self->first_ids, place->period);
  else
    select_id (self->first, self->first_ids, place->id);
  if ((takes & TD_PAPER_TAKES_UNIT) != 0)
    {
      gtk_drop_down_set_selected (self->unit, 0); /* all */
      select_id (self->unit, self->unit_ids, place->id);
    }
  self->filling = FALSE;
  td_pages_view_show_page (self->view, 0);
  queue_reload (self);
}

static void
td_papers_page_find (TdPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (TD_PAPERS_PAGE (page)->search));
}

static void
td_papers_page_dispose (GObject *object)
{
  TdPapersPage *self = TD_PAPERS_PAGE (object);

  g_clear_handle_id (&self->reload_idle, g_source_remove);
  if (self->writing != NULL)
    g_cancellable_cancel (self->writing);
  if (self->view != NULL)
    drop_job (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_PAPERS_PAGE);
  G_OBJECT_CLASS (td_papers_page_parent_class)->dispose (object);
}

static void
td_papers_page_finalize (GObject *object)
{
  TdPapersPage *self = TD_PAPERS_PAGE (object);

  g_clear_object (&self->writing);
  g_clear_pointer (&self->lacks, td_problems_free);
  g_array_unref (self->first_ids);
  g_array_unref (self->unit_ids);
  G_OBJECT_CLASS (td_papers_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  static const struct
  {
    const char *name;
    gssize offset;
  } children[] = {
#define CHILD(name) { #name, G_STRUCT_OFFSET (TdPapersPage, name) }
    CHILD (kinds),          CHILD (first_label),  CHILD (first),        CHILD (unit_label),
    CHILD (unit),           CHILD (final),        CHILD (stock_button), CHILD (problems),
    CHILD (problems_title), CHILD (print_button), CHILD (pdf_button),   CHILD (docx_button),
    CHILD (progress),       CHILD (status),       CHILD (place),        CHILD (search),
    CHILD (stack),          CHILD (nothing),      CHILD (thumbnails),   CHILD (view),
#undef CHILD
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (class, children[i].name, FALSE, children[i].offset);
}

static void
td_papers_page_class_init (TdPapersPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  TdPageClass *page_class = TD_PAGE_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = td_papers_page_dispose;
  G_OBJECT_CLASS (class)->finalize = td_papers_page_finalize;
  page_class->set_desk = td_papers_page_set_desk;
  page_class->scores_changed = td_papers_page_scores_changed;
  page_class->records_changed = td_papers_page_records_changed;
  page_class->go_to = td_papers_page_go_to;
  page_class->find = td_papers_page_find;
  g_type_ensure (TD_TYPE_PAGES_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/thidua/ThiDua/ui/pages/td-papers-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "papers.send", NULL, send_action);
  gtk_widget_class_install_action (widget_class, "papers.stock", NULL, stock_action);
  gtk_widget_class_install_action (widget_class, "papers.send-elsewhere", NULL, send_action);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, subject_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_pdf_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_docx_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
}

static void
td_papers_page_init (TdPapersPage *self)
{
  self->first_ids = g_array_new (FALSE, FALSE, sizeof (TdId));
  self->unit_ids = g_array_new (FALSE, FALSE, sizeof (TdId));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  td_drop_down_shorten (self->first);
  td_drop_down_shorten (self->unit);
  td_pages_view_set_thumbnails (self->thumbnails, TRUE);
  for (guint i = 0; i < TD_N_PAPER_KINDS; i++)
    {
      GtkWidget *label = gtk_label_new (_ (td_paper_kind_get_title ((TdPaperKind) i)));
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_list_box_append (self->kinds, row);
    }
  gtk_list_box_select_row (self->kinds, gtk_list_box_get_row_at_index (self->kinds, 0));
  self->filling = FALSE;
}
