/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include "charts/td-chart-tween.h"

#include "charts/td-chart-layout-private.h"

/**
 * TdChartTween:
 * @marks: by mark of @to: the mark of @from, or -1
 * @items: by item of @to: the item of @from it grows out of, or -1
 * @used: by item of @from: whether it grows into one
 */
struct _TdChartTween
{
  TdChartLayout *from;
  TdChartLayout *to;
  int *marks;
  int *items;
  gboolean *used;
};

/* Which of its mark's items an item is: the bar, its glyph, its number. */
typedef struct
{
  int mark;
  guint8 kind;
  guint nth;
} ItemName;

static guint
hash_item (gconstpointer data)
{
  const ItemName *name = data;

  return (guint) name->mark * 31 + name->kind * 7 + name->nth;
}

static gboolean
equal_items (gconstpointer a, gconstpointer b)
{
  const ItemName *first = a, *second = b;

  return first->mark == second->mark && first->kind == second->kind && first->nth == second->nth;
}

static char *
name_mark (const TdChartMark *mark)
{
  if (mark->key.first != 0 || mark->key.second != 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u", mark->key.first,
                            mark->key.second, mark->column);
  return g_strdup_printf ("%u %u", mark->row, mark->column);
}

static void
match_marks (TdChartTween *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->to->marks->len; i++)
    self->marks[i] = -1;
  if (self->from->chart->kind != self->to->chart->kind)
    return;
  for (guint i = 0; i < self->from->marks->len; i++)
    g_hash_table_insert (known, name_mark (&g_array_index (self->from->marks, TdChartMark, i)),
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->to->marks->len; i++)
    {
      g_autofree char *name = name_mark (&g_array_index (self->to->marks, TdChartMark, i));
      gpointer found = g_hash_table_lookup (known, name);

      if (found == NULL)
        continue;
      self->marks[i] = (int) GPOINTER_TO_UINT (found) - 1;
      g_hash_table_remove (known, name); /* a second mark of the same name only fades in */
    }
}

/*
 * Items that look alike in all but their place may grow into each other; texts that say the same.
 */
static gboolean
may_grow (const TdChartItem *from, const TdChartItem *to)
{
  if (to->kind == TD_CHART_ITEM_TEXT)
    return g_str_equal (from->full, to->full) && from->turned == to->turned;
  if (to->kind == TD_CHART_ITEM_GLYPH)
    return from->glyph == to->glyph;
  return to->kind != TD_CHART_ITEM_PATH || from->n_points == to->n_points;
}

static void
match_items (TdChartTween *self)
{
  g_autoptr (GHashTable) known =
      g_hash_table_new_full (hash_item, equal_items, g_free, NULL); /* to index + 1 */
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  for (guint pass = 0; pass < 2; pass++)
    {
      const TdChartScene *scene = pass == 0 ? self->from->scene : self->to->scene;

      g_hash_table_remove_all (counts);
      for (guint i = 0; i < scene->items->len; i++)
        {
          const TdChartItem *item = &g_array_index (scene->items, TdChartItem, i);
          /* A series's line belongs to none of its marks; it is named by its row, below zero. */
          int owner = item->mark >= 0 ? item->mark : item->series >= 0 ? -2 - item->series : -1;
          gpointer count_key = GINT_TO_POINTER (owner * 8 + item->kind);
          guint nth = GPOINTER_TO_UINT (g_hash_table_lookup (counts, count_key));
          ItemName name = { owner, item->kind, nth };

          if (pass == 1)
            self->items[i] = -1;
          if (owner == -1)
            continue;
          g_hash_table_insert (counts, count_key, GUINT_TO_POINTER (nth + 1));
          if (pass == 0)
            g_hash_table_insert (known, g_memdup2 (&name, sizeof name), GUINT_TO_POINTER (i + 1));
          else if (owner >= 0 ? self->marks[owner] >= 0
                              : self->from->chart->kind == self->to->chart->kind)
            {
              gpointer found;

              name.mark = owner >= 0 ? self->marks[owner] : owner;
              found = g_hash_table_lookup (known, &name);
              if (found == NULL
                  || !may_grow (&g_array_index (self->from->scene->items, TdChartItem,
                                                GPOINTER_TO_UINT (found) - 1),
                                item))
                continue;
              self->items[i] = (int) GPOINTER_TO_UINT (found) - 1;
              self->used[GPOINTER_TO_UINT (found) - 1] = TRUE;
            }
        }
    }
}

TdChartTween *
td_chart_tween_new (TdChartLayout *from, TdChartLayout *to)
{
  TdChartTween *self;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  self = g_new0 (TdChartTween, 1);
  self->from = from;
  self->to = to;
  self->marks = g_new0 (int, to->marks->len + 1);
  self->items = g_new0 (int, to->scene->items->len + 1);
  self->used = g_new0 (gboolean, from->scene->items->len + 1);
  match_marks (self);
  match_items (self);
  return self;
}

void
td_chart_tween_free (TdChartTween *self)
{
  if (self == NULL)
    return;
  g_free (self->marks);
  g_free (self->items);
  g_free (self->used);
  g_free (self);
}

static double
between (double from, double to, double progress)
{
  return from + (to - from) * progress;
}

static TdChartRect
rect_between (const TdChartRect *from, const TdChartRect *to, double progress)
{
  return (TdChartRect){ between (from->x, to->x, progress), between (from->y, to->y, progress),
                        between (from->width, to->width, progress),
                        between (from->height, to->height, progress) };
}

static void
paint_between (TdChartTween *self, const TdChartItem *from, const TdChartItem *to, cairo_t *cr,
               double progress)
{
  TdChartItem item = *to;
  g_autofree TdChartPoint *points = NULL;

  item.box = rect_between (&from->box, &to->box, progress);
  item.fill = td_chart_color_mix (from->fill, to->fill, progress);
  item.stroke = td_chart_color_mix (from->stroke, to->stroke, progress);
  if (item.kind == TD_CHART_ITEM_PATH)
    {
      const TdChartPoint *first =
          &g_array_index (self->from->scene->points, TdChartPoint, from->first_point);
      const TdChartPoint *second =
          &g_array_index (self->to->scene->points, TdChartPoint, to->first_point);

      points = g_new (TdChartPoint, MAX (to->n_points, 1));
      for (guint i = 0; i < to->n_points; i++)
        points[i] = (TdChartPoint){ between (first[i].x, second[i].x, progress),
                                    between (first[i].y, second[i].y, progress) };
    }
  td_chart_scene_paint_item (self->to->scene, &item, points, cr, 1);
}

void
td_chart_tween_draw (TdChartTween *self, cairo_t *cr, double x, double y, double progress)
{
  const TdChartScene *from, *to;

  g_return_if_fail (self != NULL && cr != NULL);

  if (!(progress > 0))
    {
      td_chart_layout_draw (self->from, cr, x, y);
      return;
    }
  if (progress >= 1)
    {
      td_chart_layout_draw (self->to, cr, x, y);
      return;
    }
  from = self->from->scene;
  to = self->to->scene;
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < from->items->len; i++)
    {
      const TdChartItem *item = &g_array_index (from->items, TdChartItem, i);

      if (!self->used[i])
        td_chart_scene_paint_item (
            from, item, (const TdChartPoint *) (gpointer) from->points->data + item->first_point,
            cr, 1 - progress);
    }
  for (guint i = 0; i < to->items->len; i++)
    {
      const TdChartItem *item = &g_array_index (to->items, TdChartItem, i);

      if (self->items[i] >= 0)
        paint_between (self, &g_array_index (from->items, TdChartItem, self->items[i]), item, cr,
                       progress);
      else
        td_chart_scene_paint_item (
            to, item, (const TdChartPoint *) (gpointer) to->points->data + item->first_point, cr,
            progress);
    }
  cairo_restore (cr);
}

gboolean
td_chart_tween_get_mark (TdChartTween *self, guint mark, double progress, TdChartRect *bounds)
{
  const TdChartMark *to;
  int from;

  g_return_val_if_fail (self != NULL && bounds != NULL, FALSE);
  g_return_val_if_fail (mark < self->to->marks->len, FALSE);

  to = &g_array_index (self->to->marks, TdChartMark, mark);
  from = self->marks[mark];
  *bounds = to->bounds;
  if (from < 0)
    return FALSE;
  *bounds = rect_between (&g_array_index (self->from->marks, TdChartMark, from).bounds, &to->bounds,
                          CLAMP (progress, 0.0, 1.0));
  return TRUE;
}
