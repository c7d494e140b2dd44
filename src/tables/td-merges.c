/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-merges.h"

#include <stdlib.h>

#include "tables/td-limits.h"

/* Areas looked at in all rows together before a sheet is called hostile. */
#define MAX_WORK 50000000

struct _TdMerges
{
  GArray *all;     /* of TdMerge; from @next on in order of first rows */
  GArray *active;  /* of TdMerge: over the current row, by column */
  guint next;      /* the first of @all that has not begun yet */
  guint row;       /* the current row */
  guint first_end; /* the smallest last row of @active */
  guint work;
  gboolean settled; /* @all is in order from @next on */
};

TdMerges *
td_merges_new (void)
{
  TdMerges *self = g_new0 (TdMerges, 1);

  self->all = g_array_new (FALSE, FALSE, sizeof (TdMerge));
  self->active = g_array_new (FALSE, FALSE, sizeof (TdMerge));
  self->first_end = G_MAXUINT;
  self->settled = TRUE;
  return self;
}

void
td_merges_free (TdMerges *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->all);
  g_array_unref (self->active);
  g_free (self);
}

gboolean
td_merges_add (TdMerges *self, const TdMerge *merge)
{
  if (merge->first_row == merge->last_row && merge->first_column == merge->last_column)
    return TRUE;
  if (self->all->len >= TD_LIMIT_MERGES)
    return FALSE;
  g_array_append_val (self->all, *merge);
  self->settled = FALSE;
  return TRUE;
}

guint
td_merges_get_count (const TdMerges *self)
{
  return self->all->len;
}

static const TdMerge *
at (const GArray *array, guint index)
{
  return &g_array_index (array, TdMerge, index);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const TdMerge *left = a, *right = b;

  return left->first_row < right->first_row ? -1 : left->first_row > right->first_row;
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const TdMerge *left = a, *right = b;

  return left->first_column < right->first_column ? -1 : left->first_column > right->first_column;
}

/* Puts @active in order; FALSE when two areas have a cell in common. */
static gboolean
settle_active (TdMerges *self)
{
  gboolean ordered = TRUE;

  for (guint i = 1; i < self->active->len && ordered; i++)
    ordered = at (self->active, i - 1)->first_column <= at (self->active, i)->first_column;
  if (!ordered)
    qsort (self->active->data, self->active->len, sizeof (TdMerge), compare_columns);
  self->first_end = G_MAXUINT;
  for (guint i = 0; i < self->active->len; i++)
    {
      const TdMerge *merge = at (self->active, i);

      if (i > 0 && at (self->active, i - 1)->last_column >= merge->first_column)
        return FALSE;
      self->first_end = MIN (self->first_end, merge->last_row);
    }
  return TRUE;
}

gboolean
td_merges_set_row (TdMerges *self, guint row)
{
  guint kept = 0, before = self->next;

  g_return_val_if_fail (row >= self->row, FALSE);

  self->row = row;
  if (!self->settled)
    {
      if (self->next < self->all->len)
        qsort (self->all->data + self->next * sizeof (TdMerge), self->all->len - self->next,
               sizeof (TdMerge), compare_rows);
      self->settled = TRUE;
    }
  while (self->next < self->all->len && at (self->all, self->next)->first_row <= row)
    self->next++;
  if (before == self->next && self->first_end >= row)
    return TRUE;
  self->work += self->active->len + (self->next - before);
  if (self->work > MAX_WORK)
    return FALSE;
  for (guint i = 0; i < self->active->len; i++)
    if (at (self->active, i)->last_row >= row)
      g_array_index (self->active, TdMerge, kept++) = *at (self->active, i);
  g_array_set_size (self->active, kept);
  for (guint i = before; i < self->next; i++)
    if (at (self->all, i)->last_row >= row)
      g_array_append_val (self->active, *at (self->all, i));
  return settle_active (self);
}

const TdMerge *
td_merges_find (const TdMerges *self, guint column)
{
  guint low = 0, high = self->active->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (at (self->active, middle)->last_column < column)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->active->len && at (self->active, low)->first_column <= column
             ? at (self->active, low)
             : NULL;
}

const TdMerge *
td_merges_find_anywhere (const TdMerges *self, guint row, guint column)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      const TdMerge *merge = at (self->all, i);

      if (row >= merge->first_row && row <= merge->last_row && column >= merge->first_column
          && column <= merge->last_column)
        return merge;
    }
  return NULL;
}
