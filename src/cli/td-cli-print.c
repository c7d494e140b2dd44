/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers as files, and the measuring of a printed one. */
#define G_LOG_DOMAIN "thidua-cli"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/td-cli.h"
#include "print/td-docx.h"
#include "print/td-layout-check.h"
#include "print/td-office-stock.h"
#include "print/td-paper-figures.h"
#include "print/td-pdf.h"
#include "print/td-round-dossier.h"

static int
list_kinds (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < TD_N_PAPER_KINDS; i++)
    g_string_append_printf (out, "%s\t%s\t%s\n", td_paper_kind_get_name ((TdPaperKind) i),
                            _ (td_paper_kind_get_title ((TdPaperKind) i)),
                            _ (td_paper_kind_get_arguments ((TdPaperKind) i)));
  return td_cli_print (out->str);
}

/* What the paper is about: the words after its kind, and the options that say which word is meant. */
static gboolean
read_subject (const TdCliOptions *options, TdDesk *desk, TdPaperKind kind, TdPaperSubject *out,
              int *status)
{
  const char *const named[] = { options->round, options->period, options->unit };
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < G_N_ELEMENTS (named); i++)
    ok = named[i] == NULL || td_desk_paper_take_word (desk, kind, named[i], out, &error);
  for (guint i = 2; ok && i < options->n_rest; i++)
    ok = td_desk_paper_take_word (desk, kind, options->rest[i], out, &error);
  if (ok)
    return TRUE;
  *status =
      g_error_matches (error, TD_ERROR, TD_ERROR_NOT_FOUND) && td_desk_get_movement (desk) != NULL
          ? td_cli_usage ("%s", error->message)
          : td_cli_fail (error);
  return FALSE;
}

static gboolean
has_ending (const char *path, const char *ending)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ending);
}

/* Measures a PDF; what is wrong is printed as with data: where, and what. */
static int
verify (const char *path, const TdDocument *document)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  file = g_mapped_file_new (path, FALSE, &error);
  if (file == NULL)
    return td_cli_fail (error);
  bytes = g_mapped_file_get_bytes (file);
  if (!td_layout_check (bytes, document, NULL, problems, &error))
    return td_cli_fail (error);
  td_cli_print_problems (problems);
  if (td_problems_get_count (problems) > 0)
    return TD_CLI_REFUSED;
  g_print (_ ("%s: as the decree asks, and word for word what the data say\n"), path);
  return TD_CLI_DONE;
}

static int
write_pages (TdPages *pages, TdPaperFigures *figures, const char *path)
{
  g_autoptr (GError) error = NULL;

  td_pages_set_figures (pages, td_paper_figures_draw, figures, NULL);
  if (!td_pdf_write (pages, path, NULL, &error))
    return td_cli_fail (error);
  td_cli_print_problems (td_pages_get_problems (pages));
  return TD_CLI_DONE;
}

static int
write_paper (TdDesk *desk, const TdDocument *document, const char *path)
{
  g_autoptr (TdPaperFigures) figures = td_paper_figures_new (desk);
  g_autoptr (TdPages) pages = NULL;
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdStock) stock = NULL;
  g_autoptr (GError) error = NULL;

  if (document->kind == TD_PAPER_CERTIFICATE)
    {
      TdStore *store = td_desk_get_store (desk);

      stock = td_office_stock_new (store, td_office_stock_is_a3 (store), problems);
      td_cli_print_problems (problems);
    }
  if (has_ending (path, ".docx"))
    {
      const TdDocxOptions how = { td_paper_figures_draw, figures, stock };

      return td_docx_write (document, path, &how, &error) ? TD_CLI_DONE : td_cli_fail (error);
    }
  pages = td_pages_new_for_document (document);
  if (stock != NULL)
    td_pages_set_stock (pages, stock);
  return write_pages (pages, figures, path);
}

static int
write_dossier (TdDesk *desk, TdId round, const char *path)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdPaperFigures) figures = td_paper_figures_new (desk);
  g_autoptr (TdPages) pages = NULL;
  g_autoptr (GError) error = NULL;

  if (has_ending (path, ".docx"))
    return td_cli_usage (_ ("a bound dossier holds files as they are: write it as PDF"));
  pages = td_round_dossier_new (desk, round, problems, &error);
  td_cli_print_problems (problems);
  return pages != NULL ? write_pages (pages, figures, path) : td_cli_fail (error);
}

/* The same of a file by itself, against the papers it carries. */
static int
verify_alone (const char *path)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  guint n_papers = 0;

  file = g_mapped_file_new (path, FALSE, &error);
  if (file == NULL)
    return td_cli_fail (error);
  bytes = g_mapped_file_get_bytes (file);
  if (!td_layout_check_alone (bytes, problems, &n_papers, &error))
    return td_cli_fail (error);
  td_cli_print_problems (problems);
  if (td_problems_get_count (problems) > 0)
    return TD_CLI_REFUSED;
  g_print (ngettext ("%s: %u paper, as the decree asks and word for word what was printed\n",
                     "%s: %u papers, as the decree asks and word for word what was printed\n",
                     n_papers),
           path, n_papers);
  return TD_CLI_DONE;
}

int
td_cli_print_paper (const TdCliOptions *options)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdDocument) document = NULL;
  g_autoptr (TdDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  TdPaperSubject subject = TD_PAPER_SUBJECT_NONE;
  TdPaperKind kind;
  int status;

  if (options->n_rest == 0)
    return options->verify != NULL && options->output == NULL
               ? verify_alone (options->verify)
               : td_cli_usage (_ ("name a data file, or a printed PDF with --verify"));
  if (options->n_rest == 1)
    {
      g_autoptr (TdStore) store = td_cli_open (options, TD_OPEN_READ, &status);

      return store != NULL ? list_kinds () : status;
    }
  if (!td_paper_kind_from_name (options->rest[1], &kind))
    return td_cli_usage (_ ("there is no paper “%s”; “thidua-cli print FILE” lists them"),
                         options->rest[1]);
  if (options->verify == NULL
      && (options->output == NULL
          || (!has_ending (options->output, ".pdf") && !has_ending (options->output, ".docx"))))
    return td_cli_usage (_ ("say where to write with -o OUT.pdf or OUT.docx"));
  if (options->verify != NULL && (kind == TD_PAPER_DOSSIER || options->output != NULL))
    return td_cli_usage (kind == TD_PAPER_DOSSIER
                             ? _ ("papers are measured one by one, not as a dossier")
                             : _ ("either write with -o or measure with --verify"));
  desk = td_cli_open_desk (options, &status);
  if (desk == NULL || !read_subject (options, desk, kind, &subject, &status))
    return status;
  if (kind == TD_PAPER_DOSSIER)
    return write_dossier (desk, subject.round, options->output);
  document = td_desk_paper_new (desk, kind, &subject, problems, &error);
  if (options->verify == NULL)
    td_cli_print_problems (problems);
  if (document == NULL)
    return td_cli_fail (error);
  if (options->final)
    {
      g_autofree char *revision = td_document_dup_revision (document);

      td_document_set_final (document, revision);
    }
  return options->verify != NULL ? verify (options->verify, document)
                                 : write_paper (desk, document, options->output);
}
