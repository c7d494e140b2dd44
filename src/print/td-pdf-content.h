/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is on the pages of one of our PDFs: every glyph with its place, font, size and colour, and every
 * straight line; in the order they are drawn, each with the marked content it belongs to.
 */
#pragma once

#include "print/td-pdf-object.h"

G_BEGIN_DECLS

/**
 * TdPdfGlyph:
 * @text: what it stands for, UTF-8, often one letter; "" when the file does not say
 * @x, @y: where it begins on its baseline, points from the upper left corner of the page
 * @width: to the next one
 * @size: of its letters, points
 * @font: which of the file's fonts: an index for td_pdf_scan_get_font()
 * @grey: its colour as grey from 0 black to 1 white, or -1 when it has a colour
 * @mcid: of its marked content on this page; -1 outside of all
 * @level: whether its baseline is level
 * @in_figure: it is part of a figure, which has words of its own
 */
typedef struct
{
  const char *text;
  double x, y;
  double width;
  double size;
  guint font;
  float grey;
  int mcid;
  gboolean level;
  gboolean in_figure;
} TdPdfGlyph;

/**
 * TdPdfStroke:
 * @x1, @y1, @x2, @y2: its ends, points from the upper left corner of the page
 * @width: of the line
 * @mcid, @in_figure: as of glyphs
 */
typedef struct
{
  double x1, y1, x2, y2;
  double width;
  int mcid;
  gboolean in_figure;
} TdPdfStroke;

/**
 * TdPdfFont:
 * @name: without the tag of a subset: “LiberationSerif-Bold”
 * @subset: only letters that are used are in the file
 * @embedded: the letters are in the file at all
 * @bold, @italic: by its name
 */
typedef struct
{
  char *name;
  gboolean subset;
  gboolean embedded;
  gboolean bold;
  gboolean italic;
} TdPdfFont;

/**
 * TdPdfPage:
 * @width, @height: points
 * @glyphs: of TdPdfGlyph
 * @strokes: of TdPdfStroke
 */
typedef struct
{
  double width, height;
  GArray *glyphs;
  GArray *strokes;
} TdPdfPage;

/**
 * TdPdfScan:
 *
 * A file that has been read.
 */
typedef struct _TdPdfScan TdPdfScan;

/* Fails with %TD_ERROR_CORRUPT when it is not a PDF of the kind we write. (transfer full) */
TdPdfScan *td_pdf_scan_new (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void td_pdf_scan_free (TdPdfScan *self);

guint td_pdf_scan_get_n_pages (const TdPdfScan *self);
/* Reads page @page. (transfer none): until the next page is asked for. */
const TdPdfPage *td_pdf_scan_get_page (TdPdfScan *self, guint page);
/* Those met so far. (transfer none) */
const TdPdfFont *td_pdf_scan_get_font (const TdPdfScan *self, guint font);
guint td_pdf_scan_get_n_fonts (const TdPdfScan *self);

/* The catalog's /Lang, "" when there is none. (transfer none) */
const char *td_pdf_scan_get_language (const TdPdfScan *self);
/* The title, "" when there is none. (transfer none) */
const char *td_pdf_scan_get_title (const TdPdfScan *self);
/* Whether it has a structure tree and says so. */
gboolean td_pdf_scan_is_tagged (const TdPdfScan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPdfScan, td_pdf_scan_free)

G_END_DECLS
