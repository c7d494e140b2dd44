/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One side of the commendation page: nominations, quotas, council… Panels share the page's book and round
 * and show them anew whenever either is another; those not in view wait until they are.
 */
#pragma once

#include "app/td-page.h"
#include "desk/td-award-book.h"

G_BEGIN_DECLS

#define TD_TYPE_AWARD_PANEL (td_award_panel_get_type ())
G_DECLARE_DERIVABLE_TYPE (TdAwardPanel, td_award_panel, TD, AWARD_PANEL, AdwBin)

/**
 * TdAwardPanelClass:
 * @update: shows what there is now; the book and the round may be %NULL
 * @find: puts the focus where the panel is searched
 * @leave: what was typed is written; FALSE keeps the panel
 * @select: selects a record of the panel's main list
 */
struct _TdAwardPanelClass
{
  AdwBinClass parent_class;

  void (*update) (TdAwardPanel *self);
  void (*find) (TdAwardPanel *self);
  gboolean (*leave) (TdAwardPanel *self);
  void (*select) (TdAwardPanel *self, TdId id);
};

/* @book is borrowed and valid until the next call. Both are nullable. */
void td_award_panel_set (TdAwardPanel *self, TdDesk *desk, const TdAwardBook *book, TdId round);
/* Shows what was set, if that has not been done yet. */
void td_award_panel_refresh (TdAwardPanel *self);
void td_award_panel_find (TdAwardPanel *self);
gboolean td_award_panel_leave (TdAwardPanel *self);
void td_award_panel_select (TdAwardPanel *self, TdId id);

TdDesk *td_award_panel_get_desk (TdAwardPanel *self);
const TdAwardBook *td_award_panel_get_book (TdAwardPanel *self);
const TdAwardRound *td_award_panel_get_round (TdAwardPanel *self);
gboolean td_award_panel_is_writable (TdAwardPanel *self);

/* --- small things the panels are made of ----------------------------------------------------------- */

/* A bar of buttons, as on the other pages. */
GtkWidget *td_award_bar_new (void);
/* Lets the sides of a switcher be as wide as their own titles, not as the longest of them. */
void td_award_switcher_tighten (GtkStackSwitcher *switcher);
/* A button with a mnemonic that calls @func with @data (swapped), appended to @box. */
GtkWidget *td_award_button_add (GtkWidget *box, const char *label, const char *tip, GCallback func,
                                gpointer data);
/* A label with a mnemonic, which is not read out. */
void td_award_button_set_label (GtkWidget *button, const char *label);
/* A line of text that wraps. */
GtkWidget *td_award_label_new (const char *style);
/* Writes a setting of the office as a step called @label (td_write()). */
gboolean td_award_write_setting (GtkWidget *widget, TdDesk *desk, const char *key,
                                 const char *value, const char *label);
/* A number with its decimals as shown, "–" for none. (transfer full) */
char *td_award_points (TdAwardPanel *self, TdDecimal value);
/* "đạt", "không đạt", "chưa rõ" with a glyph that tells them apart without colour. (transfer full) */
char *td_award_verdict_words (TdLawVerdict verdict);
/* The title of an award as it fits a column: “Giấy khen của CT UBND thành phố”. (transfer full) */
char *td_award_short_title (const TdAwardRound *round, const char *award);
char *td_award_shorten (const char *title);
/* “1.404.000” (transfer full) */
char *td_award_money (gint64 amount);

G_END_DECLS
