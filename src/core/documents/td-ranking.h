/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The ranking of units, block by block, with its coverage and its ties. A ranking table is no type of
 * paper (NĐ 30/2020, Phụ lục III, I): it is the annex of a Thông báo.
 */
#pragma once

#include "documents/td-data-table.h"
#include "documents/td-paper.h"

G_BEGIN_DECLS

/**
 * TdRankingRow:
 * @unit: the record in `units`
 * @name: of the unit
 * @rank: from 1; 0 when the unit is not ranked
 * @tied: shares its rank with another
 * @points: what it has; %TD_DECIMAL_NONE when there is nothing to add up
 * @maximum: what it could have: not the same for all units
 * @index: points in percent of the maximum, rounded; %TD_DECIMAL_NONE
 * @bonus: points added to the index, after their cap
 * @penalty: points taken from it, after their cap
 * @total: what is ranked: index, bonus and penalty; %TD_DECIMAL_NONE when the unit is not ranked
 * @band: “Xuất sắc” (nullable)
 * @n_cells: how many figures are due
 * @n_given: how many of them are there
 * @note: why it is not ranked and the like (nullable)
 */
typedef struct
{
  TdId unit;
  const char *name;
  guint rank;
  gboolean tied;
  TdDecimal points;
  TdDecimal maximum;
  TdDecimal index;
  TdDecimal bonus;
  TdDecimal penalty;
  TdDecimal total;
  const char *band;
  guint n_cells;
  guint n_given;
  const char *note;
} TdRankingRow;

/**
 * TdRankingBlock:
 * @name: of the block or category (nullable when there is only one)
 * @rows: by rank; those without one last
 */
typedef struct
{
  const char *name;
  const TdRankingRow *rows;
  guint n_rows;
} TdRankingBlock;

/**
 * TdRanking:
 * @paper: the paper itself
 * @movement: the movement's name without quotation marks
 * @period: “năm 2024”
 * @cut_off: figures are those received until this day; %TD_DATE_NONE not to be mentioned
 * @tie_rule: how ties are ranked, in words (nullable)
 * @filters: what was left out, in words (nullable)
 * @digits: fraction digits of points, indexes and totals
 * @blocks: the blocks
 */
typedef struct
{
  TdPaper paper;
  const char *movement;
  const char *period;
  TdDate cut_off;
  const char *tie_rule;
  const char *filters;
  guint digits;
  const TdRankingBlock *blocks;
  guint n_blocks;
} TdRanking;

/* (transfer full). Fails with %TD_ERROR_INVALID when there is no issuing body. */
TdDocument *td_ranking_build (const TdTemplate *template, const TdRanking *data,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
