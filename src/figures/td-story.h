/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A unit's or a target's story on one page: the figures that matter, its charts, every cell with its
 * state, bonuses and penalties, and what was last changed about it. The window shows it and A4 paper
 * prints it; both from here, so that they say the same.
 *
 * A story is a copy: it stays as it was when the desk goes on.
 */
#pragma once

#include "documents/td-document.h"
#include "figures/td-figures.h"

G_BEGIN_DECLS

/**
 * TdStoryFact:
 * @name: what it is: "Rank"
 * @value: the figure: "4"
 * @note: what it stands on, "" for nothing: "may end at 3–6"
 */
typedef struct
{
  char *name;
  char *value;
  char *note;
} TdStoryFact;

#define TD_STORY_COLUMNS 6

/**
 * TdStoryRow:
 * @id: the other record of the cell: of a unit's story the target, of a target's the unit
 * @cells: texts, one for each column
 */
typedef struct
{
  TdId id;
  char *cells[TD_STORY_COLUMNS];
} TdStoryRow;

/**
 * TdStory:
 * @record: the unit or the target it is about
 * @is_unit: whether it is a unit's
 * @title: its name
 * @subtitle: category and block, or area and code
 * @stand: basis, day, and whether the figures are made up
 * @facts: of #TdStoryFact
 * @charts: of #TdChart, at most two
 * @columns: headings of the table
 * @numbers: which of them are right-aligned
 * @rows: of #TdStoryRow
 * @adjustments: (element-type utf8): bonuses and penalties in words, of a unit
 * @history: (element-type utf8): the last changes, the newest first
 */
typedef struct
{
  TdId record;
  gboolean is_unit;
  char *title;
  char *subtitle;
  char *stand;
  GPtrArray *facts;
  GPtrArray *charts;
  const char *columns[TD_STORY_COLUMNS];
  gboolean numbers[TD_STORY_COLUMNS];
  GPtrArray *rows;
  GPtrArray *adjustments;
  GPtrArray *history;
} TdStory;

/*
 * As of the desk's day and on its basis. %NULL with %TD_ERROR_NOT_FOUND when the movement has no such
 * record, with %TD_ERROR_OVERFLOW when a sum does not fit.
 */
TdStory *td_story_new_for_unit (TdDesk *desk, TdId unit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TdStory *
td_story_new_for_target (TdDesk *desk, TdId target, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void td_story_free (TdStory *self);

/* A paper of one A4 page; long tables lose their middle, and say so. (transfer full) */
TdDocument *td_story_to_document (const TdStory *self) G_GNUC_WARN_UNUSED_RESULT;
/* Draws the paper's figure: the charts beside each other, in print. Points. */
void td_story_draw_charts (const TdStory *self, cairo_t *cr, double width, double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdStory, td_story_free)

G_END_DECLS
