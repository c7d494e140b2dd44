/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A nomination in a few words, the same in the list, on the board and in the messages. */
#pragma once

#include "desk/td-award-book.h"

G_BEGIN_DECLS

/* “draft”, “granted”… translated. (transfer none) */
const char *td_nomination_state_words (TdNominationState state);
/* The nominee, a person with the unit: “Trần Thị Lan (Phòng Nội vụ)”; "" when gone. (transfer full) */
char *td_nomination_nominee_words (const TdAwardNomination *self);
/* The card's verdict with a glyph: “✓ đạt”. (transfer full) */
char *td_nomination_card_words (const TdAwardNomination *self);
/* The votes with a glyph: “✓ 7/9”. (transfer full) */
char *td_nomination_vote_words (const TdAwardNomination *self);
/*
 * What stands in the way: how many conditions fail or cannot be told and are not set aside, and the votes when
 * they are not enough; “✓” and words when nothing does. (transfer full)
 */
char *td_nomination_obstacle_words (const TdAwardNomination *self);

G_END_DECLS
