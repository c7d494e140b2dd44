/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The ranking as people look at it: a row for each unit of a block, with the range within which its
 * rank may still end, compared with another day or with a trial, sorted by any column. What the page
 * shows, the export writes and the trial moves.
 *
 * A board stands on the scores it was made from and is of no use once they are gone. Pure.
 */
#pragma once

#include "scoring/td-standing.h"

G_BEGIN_DECLS

/**
 * TdBoardColumn:
 * @TD_BOARD_RANK: within the block, or among all
 * @TD_BOARD_RANGE: between which ranks the unit may still end
 * @TD_BOARD_UNIT: its name
 * @TD_BOARD_BLOCK: its block
 * @TD_BOARD_POINTS: points of the maximum
 * @TD_BOARD_INDEX: the index
 * @TD_BOARD_BONUS: after the cap
 * @TD_BOARD_PENALTY: after the cap
 * @TD_BOARD_TOTAL: the total
 * @TD_BOARD_CHANGE: of the total, against what it is compared with
 * @TD_BOARD_BEFORE: the rank there
 * @TD_BOARD_MOVED: how many places it rose or fell
 * @TD_BOARD_BAND: the band
 * @TD_BOARD_COVERAGE: expected entries that are there
 */
typedef enum
{
  TD_BOARD_RANK,
  TD_BOARD_RANGE,
  TD_BOARD_UNIT,
  TD_BOARD_BLOCK,
  TD_BOARD_POINTS,
  TD_BOARD_INDEX,
  TD_BOARD_BONUS,
  TD_BOARD_PENALTY,
  TD_BOARD_TOTAL,
  TD_BOARD_CHANGE,
  TD_BOARD_BEFORE,
  TD_BOARD_MOVED,
  TD_BOARD_BAND,
  TD_BOARD_COVERAGE,
} TdBoardColumn;

#define TD_N_BOARD_COLUMNS (TD_BOARD_COVERAGE + 1)

/**
 * TdBoardRow:
 * @unit: index into the movement of the scores shown
 * @rank: from 1; 0: not ranked
 * @tied: shares its rank with another
 * @best_rank: the rank if all goes well for it and badly for the others; 0: not ranked
 * @worst_rank: the other way round; 0: not ranked
 * @rank_before: the rank it is compared with; 0: it was not ranked, or nothing is compared
 * @total_before: %TD_DECIMAL_NONE likewise
 */
typedef struct
{
  guint unit;
  guint rank;
  gboolean tied;
  guint best_rank;
  guint worst_rank;
  guint rank_before;
  TdDecimal total_before;
} TdBoardRow;

typedef struct _TdBoard TdBoard;

/*
 * The units of @block (-1: all together, ranked among all) that take part, by rank. @before
 * (nullable): what they are compared with, on the same data or on other data of the same movement:
 * units are matched by their records.
 */
TdBoard *
td_board_new (const TdScores *scores, const TdScores *before, int block) G_GNUC_WARN_UNUSED_RESULT;
void td_board_free (TdBoard *self);

const TdScores *td_board_get_scores (const TdBoard *self);
/* Whether it is compared with anything. */
gboolean td_board_is_compared (const TdBoard *self);

guint td_board_get_n_rows (const TdBoard *self);
/* (transfer none): valid until the board is sorted. */
const TdBoardRow *td_board_get_row (const TdBoard *self, guint row);

/* How many places the unit of a row went up (below 0: down); 0 also when it was not ranked before. */
int td_board_row_get_moved (const TdBoardRow *row);
/* The change of its total, %TD_DECIMAL_NONE when there is nothing to compare. */
TdDecimal td_board_get_change (const TdBoard *self, guint row);

/* Sorts by a column, equal rows by rank; blanks come last either way. */
void td_board_sort (TdBoard *self, TdBoardColumn column, gboolean descending);

/* How many units stand higher than before, how many lower. */
void td_board_count_moves (const TdBoard *self, guint *rose, guint *fell);
/* The units whose total or rank is another than before. */
guint td_board_count_changed (const TdBoard *self);

/* English source of the column's heading; translate before showing. */
const char *td_board_column_title (TdBoardColumn column);
/* Right-aligned in tables. */
gboolean td_board_column_is_number (TdBoardColumn column);
/*
 * A cell as people read it (numbers the Vietnamese way, `4 =` for a shared rank, `▲ 2`), or in
 * %TD_STYLE_PLAIN for a spreadsheet: one plain number or text, "" where there is none.
 * (transfer full)
 */
char *td_board_dup_text (const TdBoard *self, guint row, TdBoardColumn column,
                         TdStyle style) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdBoard, td_board_free)

G_END_DECLS
