/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-paper-job.h"

#include <glib/gi18n.h>

#include "app/td-page.h"
#include "app/td-printer-offset.h"
#include "print/td-docx.h"
#include "print/td-office-stock.h"
#include "print/td-paper-figures.h"
#include "print/td-pdf.h"
#include "print/td-round-dossier.h"

struct _TdPaperJob
{
  TdDesk *desk;
  TdPaperKind kind;
  TdPaperSubject subject;
  TdDocument *document; /* NULL: a dossier */
  TdPages *pages;
  TdPaperFigures *figures;
  TdStock *stock; /* of certificates, else NULL */
};

TdPaperJob *
td_paper_job_new (TdDesk *desk, TdPaperKind kind, const TdPaperSubject *subject, gboolean final,
                  TdProblems *problems, GError **error)
{
  g_autoptr (TdPaperJob) self = g_new0 (TdPaperJob, 1);

  self->desk = g_object_ref (desk);
  self->kind = kind;
  self->subject = *subject;
  if (!td_desk_paper_resolve (desk, kind, &self->subject, error))
    return NULL;
  if (kind == TD_PAPER_DOSSIER)
    self->pages = td_round_dossier_new (desk, self->subject.round, problems, error);
  else
    {
      self->document = td_desk_paper_new (desk, kind, &self->subject, problems, error);
      if (self->document != NULL && final)
        {
          g_autofree char *revision = td_document_dup_revision (self->document);

          td_document_set_final (self->document, revision);
        }
      if (self->document != NULL)
        self->pages = td_pages_new_for_document (self->document);
    }
  if (self->pages == NULL)
    return NULL;
  if (kind == TD_PAPER_CERTIFICATE)
    {
      TdStore *store = td_desk_get_store (desk);

      self->stock = td_office_stock_new (store, td_office_stock_is_a3 (store), problems);
      td_pages_set_stock (self->pages, self->stock);
    }
  self->figures = td_paper_figures_new (desk);
  td_pages_set_figures (self->pages, td_paper_figures_draw, self->figures, NULL);
  return g_steal_pointer (&self);
}

void
td_paper_job_free (TdPaperJob *self)
{
  if (self == NULL)
    return;
  td_pages_free (self->pages);
  td_paper_figures_free (self->figures);
  td_document_unref (self->document);
  td_stock_free (self->stock);
  g_object_unref (self->desk);
  g_free (self);
}

TdPages *
td_paper_job_get_pages (TdPaperJob *self)
{
  return self->pages;
}

const TdPaperSubject *
td_paper_job_get_subject (TdPaperJob *self)
{
  return &self->subject;
}

const TdDocument *
td_paper_job_get_document (TdPaperJob *self)
{
  return self->document;
}

gboolean
td_paper_job_has_docx (TdPaperJob *self)
{
  return self->document != NULL;
}

/* The code of what the paper is about, "" for nothing. */
static const char *
get_subject_code (TdPaperJob *self)
{
  const TdId ids[] = { self->subject.unit, self->subject.nomination, self->subject.round,
                       self->subject.period };
  const char *code;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (ids[i] != TD_ID_NONE
        && td_store_name (td_desk_get_store (self->desk), ids[i], NULL, &code, NULL))
      return code;
  return "";
}

char *
td_paper_job_dup_name (TdPaperJob *self)
{
  static const char *const names[TD_N_PAPER_KINDS] = {
    [TD_PAPER_PROPOSAL] = "to-trinh",
    [TD_PAPER_MINUTES] = "bien-ban",
    [TD_PAPER_ACHIEVEMENT] = "bao-cao-thanh-tich",
    [TD_PAPER_DECISION] = "quyet-dinh",
    [TD_PAPER_CERTIFICATE] = "giay-khen",
    [TD_PAPER_DOSSIER] = "ho-so",
    [TD_PAPER_PROGRESS] = "bao-cao",
    [TD_PAPER_RANKING] = "xep-hang",
    [TD_PAPER_REMINDER] = "don-doc",
    [TD_PAPER_BRIEFING] = "bao-cao-tom-tat",
    [TD_PAPER_CHECK_LIST] = "phieu-kiem-tra",
  };
  const char *code = get_subject_code (self);
  char *name = *code != '\0' ? g_strdup_printf ("%s-%s", names[self->kind], code)
                             : g_strdup (names[self->kind]);

  return g_strdelimit (name, "/\\:*?\"<>|", '-');
}

/* --- writing ----------------------------------------------------------------------------------- */

/* What the thread has to itself: pages of its own, and charts that are made already. */
typedef struct
{
  TdDocument *document;
  TdPages *pages;
  TdPaperFigures *figures;
  TdStock *stock;
  char *path;
  TdPaperProgressFunc func;
  gpointer data;
  gint64 told;
  GCancellable *cancellable;
} Writing;

static void
writing_free (Writing *self)
{
  td_pages_free (self->pages);
  td_paper_figures_free (self->figures);
  td_document_unref (self->document);
  td_stock_free (self->stock);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self);
}

typedef struct
{
  TdPaperProgressFunc func;
  gpointer data;
  double part;
  GCancellable *cancellable;
} Telling;

static gboolean
tell_cb (gpointer data)
{
  Telling *self = data;

  /* Who has cancelled does not listen any more. */
  if (!g_cancellable_is_cancelled (self->cancellable))
    self->func (self->part, self->data);
  return G_SOURCE_REMOVE;
}

static void
telling_free (gpointer data)
{
  g_object_unref (((Telling *) data)->cancellable);
  g_free (data);
}

static void
progress_cb (guint done, guint total, gpointer data)
{
  Writing *self = data;
  gint64 now = g_get_monotonic_time ();
  Telling *telling;

  if (now - self->told < 100 * G_TIME_SPAN_MILLISECOND)
    return;
  self->told = now;
  telling = g_new (Telling, 1);
  *telling = (Telling){ self->func, self->data, (double) done / MAX (total, 1),
                        g_object_ref (self->cancellable) };
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, tell_cb, telling, telling_free);
  /* cppcheck-suppress memleak ; telling_free() */
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *self = data;
  g_autofree char *lower = g_ascii_strdown (self->path, -1);
  GError *error = NULL;
  gboolean ok;

  if (g_str_has_suffix (lower, ".docx"))
    {
      const TdDocxOptions how = { td_paper_figures_draw, self->figures, self->stock };

      ok = td_docx_write (self->document, self->path, &how, &error);
    }
  else
    {
      const TdPdfOptions how = { .progress = progress_cb,
                                 .progress_data = self,
                                 .cancellable = cancellable };

      ok = td_pdf_write (self->pages, self->path, &how, &error);
    }
  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
td_paper_job_write (TdPaperJob *self, const char *path, GCancellable *cancellable,
                    TdPaperProgressFunc func, gpointer data, GAsyncReadyCallback done,
                    gpointer done_data)
{
  GTask *task = g_task_new (NULL, cancellable, done, done_data);
  Writing *writing = g_new0 (Writing, 1);
  g_autoptr (GError) error = NULL;

  writing->path = g_strdup (path);
  writing->func = func;
  writing->data = data;
  writing->cancellable = g_object_ref (cancellable);
  writing->figures = td_paper_figures_new (self->desk);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);
  if (self->document != NULL)
    {
      writing->document = td_document_ref (self->document);
      writing->pages = td_pages_new_for_document (self->document);
      if (self->stock != NULL)
        {
          writing->stock = td_stock_copy (self->stock);
          td_pages_set_stock (writing->pages, writing->stock);
        }
      td_paper_figures_prepare (writing->figures, self->document);
    }
  else
    {
      writing->pages = td_round_dossier_new (self->desk, self->subject.round, NULL, &error);
      if (writing->pages == NULL)
        {
          g_task_return_error (task, g_steal_pointer (&error));
          g_object_unref (task);
          return;
        }
      for (guint i = 0; i < td_pages_get_n_parts (writing->pages); i++)
        if (td_pages_get_part_document (writing->pages, i) != NULL)
          td_paper_figures_prepare (writing->figures,
                                    td_pages_get_part_document (writing->pages, i));
    }
  td_paper_figures_detach (writing->figures);
  td_pages_set_figures (writing->pages, td_paper_figures_draw, writing->figures, NULL);
  g_task_run_in_thread (task, write_thread);
  g_object_unref (task);
}

gboolean
td_paper_job_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- printing ---------------------------------------------------------------------------------- */

static GtkPageSetup *
make_setup (TdPages *pages, guint page)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  double width, height, shorter;
  GtkPaperSize *size;

  td_pages_get_size (pages, page, &width, &height);
  shorter = MIN (width, height);
  size = gtk_paper_size_new (shorter > 250 ? GTK_PAPER_NAME_A3 : GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);
  return setup;
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, TdPages *pages)
{
  gtk_print_operation_set_n_pages (operation, (int) td_pages_get_n_pages (pages));
}

static void
request_setup_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page,
                  GtkPageSetup *setup, TdPages *pages)
{
  g_autoptr (GtkPageSetup) wanted = make_setup (pages, (guint) page);

  gtk_page_setup_set_orientation (setup, gtk_page_setup_get_orientation (wanted));
  gtk_page_setup_set_paper_size (setup, gtk_page_setup_get_paper_size (wanted));
}

/* How far this printer is off counts instead of what the stock says of any printer. */
static void
move_to_printer (TdPaperJob *self, GtkPrintOperation *operation, cairo_t *cr)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  const char *printer = settings != NULL ? gtk_print_settings_get_printer (settings) : NULL;
  double x, y;

  if (printer == NULL)
    return;
  if (td_printer_offset_get (printer, &x, &y))
    cairo_translate (cr, TD_MM (x - self->stock->offset_x), TD_MM (y - self->stock->offset_y));
  else
    /* It can be chosen in the editor from now on. */
    td_printer_offset_set (printer, self->stock->offset_x, self->stock->offset_y);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, TdPaperJob *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  cairo_save (cr);
  if (self->stock != NULL)
    move_to_printer (self, operation, cr);
  td_pages_draw (self->pages, (guint) page, cr, TD_DRAW_PLAIN);
  cairo_restore (cr);
}

void
td_paper_job_print (TdPaperJob *self, GtkWidget *widget)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *name = td_paper_job_dup_name (self);
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  if (td_pages_get_n_pages (self->pages) > 0)
    {
      g_autoptr (GtkPageSetup) setup = make_setup (self->pages, 0);

      gtk_print_operation_set_default_page_setup (operation, setup);
    }
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), self->pages);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (request_setup_cb), self->pages);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    td_show_error (widget, _ ("Not printed"), error->message);
}
