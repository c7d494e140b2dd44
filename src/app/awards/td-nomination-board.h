/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Nominations as cards in columns by where they stand: drafts and returned, proposed, reviewed, submitted,
 * granted, and those that ended. What is shown and selected is the caller's: the board shows the
 * nominations it is given and says what a person did. Only cards in view are made.
 */
#pragma once

#include "app/awards/td-award-panel.h"

G_BEGIN_DECLS

#define TD_TYPE_NOMINATION_BOARD (td_nomination_board_get_type ())
G_DECLARE_FINAL_TYPE (TdNominationBoard, td_nomination_board, TD, NOMINATION_BOARD, GtkWidget)

/**
 * TdNominationBoard::selection-changed:
 *
 * A person selected other cards.
 *
 * TdNominationBoard::activated:
 *
 * A card was double-clicked, or Enter pressed on it.
 *
 * TdNominationBoard::move-wanted:
 * @states: where to: a bit (1 << #TdNominationState) for each state of the column
 *
 * The cards selected were dropped on a column, or sent there by the keyboard.
 */

/* @panel is borrowed: the board asks it for its book whenever a card comes in view. */
GtkWidget *td_nomination_board_new (TdAwardPanel *panel);

/* Shows these nominations, in this order, and these of them as selected; both of #TdId. */
void
td_nomination_board_show (TdNominationBoard *self, const GArray *shown, const GArray *selected);

/* What is selected. (transfer full): of #TdId */
GArray *td_nomination_board_get_selected (TdNominationBoard *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
