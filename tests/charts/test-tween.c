/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "charts/td-chart.h"
#include "samples.h"

/*
 * Three units; with @swapped the last is the best and the second is gone, its place taken by a
 * new one.
 */
static TdChartLayout *
lay_out (gboolean swapped)
{
  static const TdChartBar before[] = {
    { .name = "A", .value = { TRUE, 90, TD_CHART_STATE_VALUE, NULL, { 1, 0 } } },
    { .name = "B", .value = { TRUE, 80, TD_CHART_STATE_VALUE, NULL, { 2, 0 } } },
    { .name = "C", .value = { TRUE, 50, TD_CHART_STATE_VALUE, NULL, { 3, 0 } } },
  };
  static const TdChartBar after[] = {
    { .name = "C", .value = { TRUE, 100, TD_CHART_STATE_VALUE, NULL, { 3, 0 } } },
    { .name = "A", .value = { TRUE, 90, TD_CHART_STATE_VALUE, NULL, { 1, 0 } } },
    { .name = "D", .value = { TRUE, 40, TD_CHART_STATE_VALUE, NULL, { 4, 0 } } },
  };
  TdChartBars data = { .axis = { .has_from = TRUE, .has_to = TRUE, .to = 100 },
                       .bars = swapped ? after : before,
                       .n_bars = 3,
                       .order = TD_CHART_ORDER_DESCENDING };
  g_autoptr (TdChart) chart = td_chart_new_bars (&data);
  TdChartTheme theme;

  td_chart_theme_init (&theme, TD_CHART_LOOK_LIGHT);
  return td_chart_layout_new (chart, &theme, 400, 160);
}

static cairo_surface_t *
render (TdChartTween *tween, TdChartLayout *layout, double progress)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 160);
  cairo_t *cr = cairo_create (surface);

  if (tween != NULL)
    td_chart_tween_draw (tween, cr, 0, 0, progress);
  else
    td_chart_layout_draw (layout, cr, 0, 0);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
same_pixels (cairo_surface_t *a, cairo_surface_t *b)
{
  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b),
                 (gsize) cairo_image_surface_get_stride (a) * 160)
         == 0;
}

static void
test_moves (void)
{
  g_autoptr (TdChartLayout) from = lay_out (FALSE);
  g_autoptr (TdChartLayout) to = lay_out (TRUE);
  g_autoptr (TdChartTween) tween = td_chart_tween_new (from, to);
  guint n;
  const TdChartMark *first = td_chart_layout_get_marks (from, &n);
  const TdChartMark *second = td_chart_layout_get_marks (to, &n);
  TdChartRect box;

  g_assert_cmpuint (n, ==, 3);
  /* C grows from the third place to the first; half way it is half way. */
  g_assert_true (td_chart_tween_get_mark (tween, 0, 0, &box));
  g_assert_cmpfloat_with_epsilon (box.y, first[2].bounds.y, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.width, first[2].bounds.width, 1e-9);
  g_assert_true (td_chart_tween_get_mark (tween, 0, 0.5, &box));
  g_assert_cmpfloat_with_epsilon (box.y, (first[2].bounds.y + second[0].bounds.y) / 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.width, (first[2].bounds.width + second[0].bounds.width) / 2,
                                  1e-9);
  g_assert_true (td_chart_tween_get_mark (tween, 0, 1, &box));
  g_assert_cmpfloat_with_epsilon (box.width, second[0].bounds.width, 1e-9);
  /* A goes from the first place to the second. */
  g_assert_true (td_chart_tween_get_mark (tween, 1, 0, &box));
  g_assert_cmpfloat_with_epsilon (box.y, first[0].bounds.y, 1e-9);
  /* D was not there. */
  g_assert_false (td_chart_tween_get_mark (tween, 2, 0.3, &box));
  g_assert_cmpfloat_with_epsilon (box.y, second[2].bounds.y, 1e-9);
}

static void
test_ends (void)
{
  g_autoptr (TdChartLayout) from = lay_out (FALSE);
  g_autoptr (TdChartLayout) to = lay_out (TRUE);
  g_autoptr (TdChartTween) tween = td_chart_tween_new (from, to);
  cairo_surface_t *first = render (NULL, from, 0), *last = render (NULL, to, 0);
  cairo_surface_t *start = render (tween, NULL, 0), *middle = render (tween, NULL, 0.5),
                  *end = render (tween, NULL, 1), *beyond = render (tween, NULL, 7);

  g_assert_true (same_pixels (start, first));
  g_assert_true (same_pixels (end, last));
  g_assert_true (same_pixels (beyond, last));
  g_assert_false (same_pixels (middle, first));
  g_assert_false (same_pixels (middle, last));
  cairo_surface_destroy (first);
  cairo_surface_destroy (last);
  cairo_surface_destroy (start);
  cairo_surface_destroy (middle);
  cairo_surface_destroy (end);
  cairo_surface_destroy (beyond);
}

static gboolean
is_accent (cairo_surface_t *surface, double x, double y)
{
  TdChartTheme theme;
  const guint8 *pixel = cairo_image_surface_get_data (surface)
                        + (int) y * cairo_image_surface_get_stride (surface) + (int) x * 4;
  guint32 argb;

  td_chart_theme_init (&theme, TD_CHART_LOOK_LIGHT);
  memcpy (&argb, pixel, sizeof argb);
  return argb
         == (0xff000000u | (guint32) theme.accent.red << 16 | (guint32) theme.accent.green << 8
             | theme.accent.blue);
}

/* Half way between the first place and the second the bar is painted in the gap between them. */
static void
test_painted (void)
{
  g_autoptr (TdChartLayout) from = lay_out (FALSE);
  g_autoptr (TdChartLayout) to = lay_out (TRUE);
  g_autoptr (TdChartTween) tween = td_chart_tween_new (from, to);
  cairo_surface_t *before = render (NULL, from, 0), *middle = render (tween, NULL, 0.5),
                  *after = render (NULL, to, 0);
  TdChartRect box;
  double x, y;

  g_assert_true (td_chart_tween_get_mark (tween, 1, 0.5, &box));
  x = box.x + box.width - 3;
  y = box.y + box.height / 2;
  g_assert_false (is_accent (before, x, y));
  g_assert_true (is_accent (middle, x, y));
  g_assert_false (is_accent (after, x, y));
  cairo_surface_destroy (before);
  cairo_surface_destroy (middle);
  cairo_surface_destroy (after);
}

/* Any two pictures can follow each other, also of different kinds and with nothing on them. */
static void
test_any (void)
{
  for (guint kind = 0; kind < N_SAMPLE_KINDS; kind++)
    for (guint which = 0; which < N_SAMPLE_CASES; which++)
      {
        g_autoptr (TdChart) first = sample_new (kind, SAMPLE_TYPICAL, TD_CHART_WORDS_PAPER);
        g_autoptr (TdChart) second =
            sample_new (which == SAMPLE_EQUAL ? (kind + 2) % N_SAMPLE_KINDS : kind, which,
                        TD_CHART_WORDS_PAPER);
        g_autoptr (TdChartLayout) from = NULL;
        g_autoptr (TdChartLayout) to = NULL;
        g_autoptr (TdChartTween) tween = NULL;
        TdChartTheme theme;
        guint n;

        td_chart_theme_init (&theme, TD_CHART_LOOK_LIGHT);
        from = td_chart_layout_new (first, &theme, 400, 160);
        to = td_chart_layout_new (second, &theme, 300, 200);
        tween = td_chart_tween_new (from, to);
        cairo_surface_destroy (render (tween, NULL, 0.4));
        td_chart_layout_get_marks (to, &n);
        for (guint i = 0; i < n; i++)
          {
            TdChartRect box;
            gboolean found = td_chart_tween_get_mark (tween, i, 0.4, &box);

            if (which == SAMPLE_EQUAL)
              g_assert_false (found);
            if (which == SAMPLE_TYPICAL)
              g_assert_true (found);
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/tween/moves", test_moves);
  g_test_add_func ("/charts/tween/ends", test_ends);
  g_test_add_func ("/charts/tween/painted", test_painted);
  g_test_add_func ("/charts/tween/any", test_any);
  return g_test_run ();
}
