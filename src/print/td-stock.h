/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Printed stock of certificates: where on the sheet the words of each field go, to the millimetre, and
 * how far a printer is off. A stock is a small key file that an office may copy and change; data/stock
 * holds the first ones.
 */
#pragma once

#include "print/td-flow.h"

G_BEGIN_DECLS

/**
 * TdStockField:
 * @label: as it is written in the file
 * @name: the same folded, as templates' `[ô …]` are matched
 * @x, @y, @width, @height: of its box, mm from the sheet's upper left corner
 * @size: of the letters, points
 * @least_size: how small they may get for long words
 * @align: left, middle, right
 * @bold, @italic: look
 */
typedef struct
{
  char *label;
  char *name;
  double x, y, width, height;
  double size;
  double least_size;
  TdAlign align;
  gboolean bold;
  gboolean italic;
} TdStockField;

/**
 * TdStock:
 * @title: of the stock, for people
 * @a3: A3 lying instead of A4 lying
 * @offset_x, @offset_y: moves all words, mm: what the calibration sheet showed of this printer
 * @fields: of TdStockField
 */
typedef struct
{
  char *title;
  gboolean a3;
  double offset_x;
  double offset_y;
  GArray *fields;
} TdStock;

/* Reads a stock; @where names it in problems. %NULL when there are any. (transfer full) */
TdStock *
td_stock_new (const char *text, const char *where, TdProblems *problems) G_GNUC_WARN_UNUSED_RESULT;
/* The built-in stock for A4 or A3. (transfer full) */
TdStock *td_stock_new_default (gboolean a3) G_GNUC_WARN_UNUSED_RESULT;
TdStock *td_stock_copy (const TdStock *self) G_GNUC_WARN_UNUSED_RESULT;
void td_stock_free (TdStock *self);
/* The stock as a file: what an editor saves. (transfer full) */
char *td_stock_to_text (const TdStock *self) G_GNUC_WARN_UNUSED_RESULT;

/* @folded is td_text_fold() of the name; %NULL when the stock has no such field. */
/* Sheets lie: 297 by 210 mm, or 420 by 297. */
void td_stock_get_sheet (const TdStock *self, double *width_mm, double *height_mm);

/*
 * Moves a field's corner and sets its size, mm, as far as the sheet and the least size of a field (1
 * mm) let it; tenths of a millimetre are what is kept.
 */
void
td_stock_place_field (TdStock *self, guint field, double x, double y, double width, double height);

const TdStockField *td_stock_find (const TdStock *self, const char *folded);

/*
 * The page of one section of words. Words that do not fit even at the least size are printed all the
 * same, and reported with @where.
 */
const TdFlowPage *td_stock_place (const TdStock *self, const TdShop *shop, const TdSection *section,
                                  const char *where, TdProblems *problems);

/*
 * The sheet to find a printer's offset with: rulers along the edges, a cross in the middle and the
 * boxes of all fields; drawn in points. Printed on plain paper and laid over the stock.
 */
void td_stock_draw_calibration (const TdStock *self, TdTypesetter *typesetter, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdStock, td_stock_free)

G_END_DECLS
