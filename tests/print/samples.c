/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Prints one paper of each kind into a folder, to be looked at: samples FOLDER [draft]
 */
#include <string.h>

#include "documents/sample-papers.h"
#include "print/td-docx.h"
#include "print/td-dossier.h"
#include "print/td-pdf.h"

/* Stands for a chart: bars whose heights are those of a sine-free, fixed row of numbers. */
static void
draw_figure (cairo_t *cr, double width, double height, const TdFigure *figure, gpointer data)
{
  static const double bars[] = { 0.95, 0.9, 0.82, 0.8, 0.71, 0.66, 0.4 };
  double step = width / (G_N_ELEMENTS (bars) + 1);

  cairo_set_line_width (cr, 0.75);
  cairo_set_source_rgb (cr, 0.2, 0.2, 0.2);
  cairo_move_to (cr, step / 2, height - 2);
  cairo_line_to (cr, width - step / 2, height - 2);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 0.25, 0.42, 0.65);
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    cairo_rectangle (cr, step * (i + 0.7), height - 2 - (height - 6) * bars[i], step * 0.6,
                     (height - 6) * bars[i]);
  cairo_fill (cr);
}

static void
print_one (const char *folder, const char *name, TdDocument *document, const TdStock *stock)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.pdf", folder, name);
  g_autoptr (TdPages) pages = td_pages_new_for_document (document);
  g_autoptr (GError) error = NULL;

  td_pages_set_figures (pages, draw_figure, NULL, NULL);
  if (stock != NULL)
    td_pages_set_stock (pages, stock);
  if (!td_pdf_write (pages, path, NULL, &error))
    g_printerr ("%s\n", error->message);
  g_free (path);
  path = g_strdup_printf ("%s/%s.docx", folder, name);
  if (!td_docx_write (document, path, &(TdDocxOptions){ draw_figure, NULL, stock }, &error))
    g_printerr ("%s\n", error->message);
  td_document_unref (document);
}

/* Papers and, as evidence, two of the files printed before. */
static void
print_dossier (const char *folder, gboolean final)
{
  g_autoptr (TdTemplate) template = sample_template (TD_PAPER_DOSSIER);
  g_autoptr (TdDocument) proposal = sample_proposal (5, 12, final);
  g_autoptr (TdDocument) minutes = sample_paper (TD_PAPER_MINUTES, final);
  g_autoptr (TdDocument) report = sample_paper (TD_PAPER_ACHIEVEMENT, final);
  g_autofree char *evidence = g_strdup_printf ("%s/certificate.pdf", folder);
  g_autofree char *path = g_strdup_printf ("%s/dossier-bound.pdf", folder);
  const TdDossierItem items[] = {
    { .document = proposal,
      .title = "Tờ trình đề nghị khen thưởng, kèm danh sách trích ngang",
      .number = "05/TTr-UBND",
      .date = proposal->date },
    { .document = minutes,
      .title = "Biên bản họp Hội đồng Thi đua - Khen thưởng",
      .number = "15/BB-HĐTĐKT",
      .date = minutes->date },
    { .document = report,
      .title = "Báo cáo thành tích của Ủy ban nhân dân phường Ka Long",
      .number = "87/BC-UBND",
      .date = report->date },
    { .path = evidence, .title = "Giấy khen năm 2023 (bản chụp)", .note = "Minh chứng" },
    { .path = "/không/có.pdf", .title = "Bảng công khai thủ tục hành chính", .note = "Minh chứng" },
  };
  TdDossierBinding data = {
    .paper.superior = "Ủy ban nhân dân tỉnh Quảng Ninh",
    .paper.agency = "Ủy ban nhân dân thành phố Móng Cái",
    .paper.place = "Móng Cái",
    .paper.date = proposal->date,
    .paper.revision = final ? "3F7A-21C9" : NULL,
    .round = "hồ sơ đề nghị khen thưởng phong trào thi đua “Đẩy mạnh cải cách hành chính” "
             "năm 2024",
    .items = items,
    .n_items = G_N_ELEMENTS (items)
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (TdPages) pages = td_dossier_bind (template, &data, &error);

  if (pages == NULL || !td_pdf_write (pages, path, NULL, &error))
    g_printerr ("%s\n", error->message);
}

int
main (int argc, char **argv)
{
  gboolean final = argc < 3 || strcmp (argv[2], "draft") != 0;
  g_autoptr (TdStock) a3 = td_stock_new_default (TRUE);

  if (argc < 2)
    {
      g_printerr ("samples FOLDER [draft]\n");
      return 2;
    }
  for (guint kind = 0; kind < TD_N_PAPER_KINDS; kind++)
    print_one (argv[1], td_paper_kind_get_name ((TdPaperKind) kind),
               sample_paper ((TdPaperKind) kind, final), NULL);
  print_one (argv[1], "proposal-1", sample_proposal (0, 1, final), NULL);
  print_one (argv[1], "certificate-a3", sample_certificates (TRUE), a3);
  print_one (argv[1], "reminder-1", sample_reminder_one (), NULL);
  print_dossier (argv[1], final);
  {
    g_autofree char *path = g_strdup_printf ("%s/calibration.pdf", argv[1]);
    g_autoptr (TdStock) a4 = td_stock_new_default (FALSE);
    g_autoptr (GBytes) sheet = td_pdf_calibration_to_bytes (a4, NULL);

    g_file_set_contents (path, g_bytes_get_data (sheet, NULL), (gssize) g_bytes_get_size (sheet),
                         NULL);
  }
  return 0;
}
