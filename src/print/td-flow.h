/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From the tree of one document to its pages, a page at a time: sections begin new pages, blocks become
 * pieces, pieces fill pages. Nothing is laid out before it is needed, and nothing twice.
 */
#pragma once

#include "print/td-piece.h"

G_BEGIN_DECLS

/**
 * TdPageItem:
 * @piece: what
 * @y: its top, from the upper edge of the paper
 * @repeated: a table's header once more: not to be read again by whoever listens
 */
typedef struct
{
  const TdPiece *piece;
  double y;
  gboolean repeated;
} TdPageItem;

/**
 * TdFlowPage:
 * @section: the section it is of
 * @items: from the top
 * @number: of the page, as it is counted in the paper or its annex, from 1
 */
typedef struct
{
  const TdSection *section;
  const TdPageItem *items;
  guint n_items;
  guint number;
} TdFlowPage;

/**
 * TdFlow:
 *
 * One document on its way to pages. One thread at a time.
 */
typedef struct _TdFlow TdFlow;

/* Makes the page of a section of words on printed stock. */
typedef const TdFlowPage *(*TdFlowStockFunc) (const TdShop *shop, const TdSection *section,
                                              gpointer data);

/* Holds a reference to the document; the shop's arena must live longer. */
TdFlow *td_flow_new (const TdShop *shop, const TdDocument *document, TdFlowStockFunc stock,
                     gpointer stock_data) G_GNUC_WARN_UNUSED_RESULT;
void td_flow_free (TdFlow *self);

/* The next page, in the shop's arena; %NULL after the last. A document has at least one page. */
const TdFlowPage *td_flow_next (TdFlow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdFlow, td_flow_free)

G_END_DECLS
