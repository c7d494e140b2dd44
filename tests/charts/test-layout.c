/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What holds for every kind of chart, in every case, theme and size: where the marks are, that
 * words do not run over each other or out of the picture, that the pointer and the keyboard find
 * every mark.
 */
#include <math.h>
#include <string.h>

#include "charts/td-chart-layout-private.h"
#include "samples.h"

typedef void (*Check) (TdChartLayout *layout, SampleKind kind, SampleCase which);

/* Each chart at its own size, at a small one, and as high as it wants to be. */
static void
for_each (Check check, guint first_look, guint last_look)
{
  for (guint kind = 0; kind < N_SAMPLE_KINDS; kind++)
    for (guint which = 0; which < N_SAMPLE_CASES; which++)
      {
        g_autoptr (TdChart) chart = sample_new (kind, which, TD_CHART_WORDS_PAPER);

        for (guint look = first_look; look <= last_look; look++)
          for (guint size = 0; size < 3; size++)
            {
              g_autoptr (TdChartLayout) layout = NULL;
              TdChartTheme theme;
              double width, height;

              /* 2,000 marks once and small: the checks look at every pair of words. */
              if (which == SAMPLE_MANY && (look > first_look || size == 2))
                continue;
              td_chart_theme_init (&theme, look);
              sample_size (kind, which, &width, &height);
              if (size == 1 && kind != SAMPLE_SPARK)
                {
                  width = 340;
                  height = 240;
                }
              if (size == 2)
                td_chart_measure (chart, &theme, width, NULL, &height);
              g_test_message ("%s %s, look %u, %.0f × %.0f", sample_kind_name (kind),
                              sample_case_name (which), look, width, height);
              layout = td_chart_layout_new (chart, &theme, width, height);
              g_assert_cmpfloat (td_chart_layout_get_width (layout), ==, width);
              g_assert_cmpfloat (td_chart_layout_get_height (layout), ==, height);
              check (layout, kind, which);
            }
      }
}

static void
check_inside (TdChartLayout *layout, SampleKind kind, SampleCase which)
{
  TdChartRect plot = td_chart_layout_get_plot (layout);
  guint n, n_known = 0;
  const TdChartMark *marks = td_chart_layout_get_marks (layout, &n);

  g_assert_cmpfloat (plot.x, >=, -0.01);
  g_assert_cmpfloat (plot.y, >=, -0.01);
  g_assert_cmpfloat (plot.x + plot.width, <=, td_chart_layout_get_width (layout) + 0.01);
  g_assert_cmpfloat (plot.y + plot.height, <=, td_chart_layout_get_height (layout) + 0.01);
  for (guint i = 0; i < n; i++)
    {
      const TdChartRect *box = &marks[i].bounds;

      g_assert_cmpfloat (box->width, >=, 0);
      g_assert_cmpfloat (box->height, >=, 0);
      g_assert_cmpfloat (box->x, >=, plot.x - 1);
      g_assert_cmpfloat (box->y, >=, plot.y - 1);
      g_assert_cmpfloat (box->x + box->width, <=, plot.x + plot.width + 1);
      g_assert_cmpfloat (box->y + box->height, <=, plot.y + plot.height + 1);
      g_assert_true (td_chart_rect_contains (&marks[i].hit, marks[i].x, marks[i].y)
                     || box->width * box->height <= 0);
      n_known += marks[i].known ? 1 : 0;
    }
  switch (which)
    {
    case SAMPLE_NONE:
      g_assert_cmpuint (n, ==, 0);
      break;
    case SAMPLE_MISSING:
      g_assert_cmpuint (n_known, ==, 0);
      break;
    case SAMPLE_MANY:
      g_assert_cmpuint (n, >=, 1700);
      break;
    case SAMPLE_ONE:
    case SAMPLE_EQUAL:
    case SAMPLE_HUGE:
    case SAMPLE_NEGATIVE:
    case SAMPLE_LONG:
    case SAMPLE_TYPICAL:
    default:
      g_assert_cmpuint (n_known, >, 0);
      break;
    }
}

static void
test_inside (void)
{
  for_each (check_inside, 0, TD_CHART_N_LOOKS - 1);
}

/* A tenth of a unit is the rounding of Pango's own units. */
static gboolean
overlap (const TdChartRect *a, const TdChartRect *b)
{
  return MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x) > 0.1
         && MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y) > 0.1;
}

static void
check_labels (TdChartLayout *layout, SampleKind kind, SampleCase which)
{
  guint n;
  const TdChartLabel *labels = td_chart_layout_get_labels (layout, &n);

  for (guint i = 0; i < n; i++)
    {
      const TdChartRect *box = &labels[i].box;

      g_assert_cmpfloat (box->x, >=, -0.1);
      g_assert_cmpfloat (box->y, >=, -0.1);
      g_assert_cmpfloat (box->x + box->width, <=, td_chart_layout_get_width (layout) + 0.1);
      g_assert_cmpfloat (box->y + box->height, <=, td_chart_layout_get_height (layout) + 0.1);
      for (guint k = 0; k < i; k++)
        if (overlap (box, &labels[k].box))
          {
            g_test_message ("“%s” over “%s”", labels[i].shown, labels[k].shown);
            g_assert_not_reached ();
          }
      /* What was shortened says so and is there in full; nothing else is changed. */
      if (labels[i].shortened)
        {
          g_assert_nonnull (strstr (labels[i].shown, "…"));
          g_assert_cmpstr (td_chart_layout_get_label_at (layout, box->x + box->width / 2,
                                                         box->y + box->height / 2),
                           ==, labels[i].full);
        }
      else
        g_assert_cmpstr (labels[i].shown, ==, labels[i].full);
    }
}

static void
test_labels (void)
{
  for_each (check_labels, TD_CHART_LOOK_LIGHT, TD_CHART_LOOK_LIGHT);
  for_each (check_labels, TD_CHART_LOOK_PRINT, TD_CHART_LOOK_PRINT);
}

/* No number is ever cut: what looks like one in a shortened text would be another one. */
static void
check_numbers (TdChartLayout *layout, SampleKind kind, SampleCase which)
{
  TdChart *chart = td_chart_layout_get_chart (layout);
  guint n;
  const TdChartLabel *labels = td_chart_layout_get_labels (layout, &n);

  for (guint i = 0; i < n; i++)
    if (labels[i].shortened)
      for (guint row = 0; row < chart->n_rows; row++)
        for (guint column = 0; column < chart->n_columns; column++)
          {
            g_autofree char *number = NULL;

            if (!td_chart_get (chart, row, column)->known)
              continue;
            number = td_chart_dup_number (chart, td_chart_get (chart, row, column), chart->unit);
            g_assert_cmpstr (labels[i].full, !=, number);
          }
}

static void
test_numbers (void)
{
  static const SampleCase cases[] = { SAMPLE_TYPICAL, SAMPLE_HUGE, SAMPLE_LONG };

  for (guint kind = 0; kind < N_SAMPLE_KINDS; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      for (double width = 60; width < 1000; width *= 1.6)
        {
          g_autoptr (TdChart) chart = sample_new (kind, cases[i], TD_CHART_WORDS_PAPER);
          g_autoptr (TdChartLayout) layout = NULL;
          TdChartTheme theme;

          td_chart_theme_init (&theme, TD_CHART_LOOK_LIGHT);
          layout = td_chart_layout_new (chart, &theme, width, 400);
          check_numbers (layout, kind, cases[i]);
        }
}

/* At its own point every mark answers, or another one that lies over it there. */
static void
check_hits (TdChartLayout *layout, SampleKind kind, SampleCase which)
{
  guint n, own = 0, painted = 0;
  const TdChartMark *marks = td_chart_layout_get_marks (layout, &n);

  for (guint i = 0; i < n; i++)
    {
      int hit = td_chart_layout_hit (layout, marks[i].x, marks[i].y);

      /* A count of nothing has a place but no size. */
      if (marks[i].hit.width * marks[i].hit.height <= 0
          || (kind == SAMPLE_STACK && marks[i].bounds.width <= 0))
        continue;
      painted++;
      own += hit == (int) i ? 1 : 0;
      if (marks[i].bounds.width > 0.02 && marks[i].bounds.height > 0.02)
        g_assert_cmpint (hit, >=, 0);
      if (hit < 0 || hit == (int) i)
        continue;
      g_assert_true (td_chart_rect_contains (&marks[hit].hit, marks[i].x, marks[i].y));
      /* Covered: by a later mark, or by a round one on a flat one. */
      g_assert_true (hit > (int) i || (marks[hit].round && !marks[i].round));
    }
  if (painted > 0 && which == SAMPLE_TYPICAL && td_chart_layout_get_width (layout) > 400)
    g_assert_cmpuint (own * 10, >=, painted * 9);
  g_assert_cmpint (td_chart_layout_hit (layout, -5, -5), ==, -1);
  g_assert_cmpint (td_chart_layout_hit (layout, 1e6, 1e6), ==, -1);
}

static void
test_hits (void)
{
  for_each (check_hits, TD_CHART_LOOK_LIGHT, TD_CHART_LOOK_LIGHT);
}

/* Forwards and backwards through all marks, each once; with the arrows to every one. */
static void
check_walk (TdChartLayout *layout, SampleKind kind, SampleCase which)
{
  guint n, visited = 0, found = 1;
  int mark;
  g_autofree gboolean *seen = NULL;
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (int));

  td_chart_layout_get_marks (layout, &n);
  if (n == 0)
    {
      for (guint step = 0; step <= TD_CHART_STEP_LAST; step++)
        g_assert_cmpint (td_chart_layout_step (layout, -1, step), ==, -1);
      return;
    }
  seen = g_new0 (gboolean, n);
  for (mark = td_chart_layout_step (layout, -1, TD_CHART_STEP_NEXT); !seen[mark];
       mark = td_chart_layout_step (layout, mark, TD_CHART_STEP_NEXT))
    {
      seen[mark] = TRUE;
      visited++;
    }
  g_assert_cmpuint (visited, ==, n);
  g_assert_cmpint (mark, ==, td_chart_layout_step (layout, 0, TD_CHART_STEP_LAST));
  for (guint i = 1; i < n; i++)
    mark = td_chart_layout_step (layout, mark, TD_CHART_STEP_PREVIOUS);
  g_assert_cmpint (mark, ==, td_chart_layout_step (layout, -1, TD_CHART_STEP_FIRST));
  g_assert_cmpint (td_chart_layout_step (layout, mark, TD_CHART_STEP_PREVIOUS), ==, mark);

  if (n > 300)
    return;
  memset (seen, 0, sizeof (gboolean) * n);
  seen[0] = TRUE;
  mark = 0;
  g_array_append_val (queue, mark);
  for (guint i = 0; i < queue->len; i++)
    for (guint step = TD_CHART_STEP_LEFT; step <= TD_CHART_STEP_DOWN; step++)
      {
        mark = td_chart_layout_step (layout, g_array_index (queue, int, i), step);
        g_assert_cmpint (mark, >=, 0);
        if (seen[mark])
          continue;
        seen[mark] = TRUE;
        found++;
        g_array_append_val (queue, mark);
      }
  g_assert_cmpuint (found, ==, n);
}

static void
test_walk (void)
{
  for_each (check_walk, TD_CHART_LOOK_LIGHT, TD_CHART_LOOK_LIGHT);
}

/* Right goes to a mark further right (or on a spoke further on), down to one further down. */
static void
test_directions (void)
{
  static const SampleKind kinds[] = { SAMPLE_BARS, SAMPLE_HEAT, SAMPLE_LINES, SAMPLE_BUMP,
                                      SAMPLE_STACK };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (TdChart) chart = sample_new (kinds[k], SAMPLE_TYPICAL, TD_CHART_WORDS_PAPER);
      g_autoptr (TdChartLayout) layout = NULL;
      TdChartTheme theme;
      guint n;
      const TdChartMark *marks;

      td_chart_theme_init (&theme, TD_CHART_LOOK_LIGHT);
      layout = td_chart_layout_new (chart, &theme, 720, 480);
      marks = td_chart_layout_get_marks (layout, &n);
      for (int i = 0; i < (int) n; i++)
        {
          int right = td_chart_layout_step (layout, i, TD_CHART_STEP_RIGHT);
          int left = td_chart_layout_step (layout, i, TD_CHART_STEP_LEFT);
          int down = td_chart_layout_step (layout, i, TD_CHART_STEP_DOWN);
          int up = td_chart_layout_step (layout, i, TD_CHART_STEP_UP);

          if (right != i)
            {
              g_assert_cmpfloat (marks[right].x, >=, marks[i].x);
              g_assert_cmpint (td_chart_layout_step (layout, right, TD_CHART_STEP_LEFT), ==, i);
            }
          if (left != i)
            g_assert_cmpfloat (marks[left].x, <=, marks[i].x);
          if (down != i && marks[down].column == marks[i].column)
            {
              g_assert_cmpfloat (marks[down].y, >=, marks[i].y);
              g_assert_cmpint (td_chart_layout_step (layout, down, TD_CHART_STEP_UP), ==, i);
            }
          if (up != i && marks[up].column == marks[i].column)
            g_assert_cmpfloat (marks[up].y, <=, marks[i].y);
        }
    }
}

static double
get_behind (const TdChartLayout *layout, guint text, TdChartColor *behind, gboolean *patterned)
{
  const GArray *items = layout->scene->items;
  const TdChartItem *item = &g_array_index (items, TdChartItem, text);
  double x = item->box.x + item->box.width / 2, y = item->box.y + item->box.height / 2;

  *behind = layout->theme.background;
  *patterned = FALSE;
  for (guint i = 0; i < text; i++)
    {
      const TdChartItem *under = &g_array_index (items, TdChartItem, i);
      gboolean flat = under->kind == TD_CHART_ITEM_RECT && under->filled;
      gboolean glyph = under->kind == TD_CHART_ITEM_GLYPH
                       && under->box.width > item->box.width * 0.8
                       && (under->glyph == TD_CHART_GLYPH_CIRCLE);

      if ((!flat && !glyph) || !td_chart_rect_contains (&under->box, x, y))
        continue;
      *behind = under->fill;
      *patterned = flat && under->pattern != TD_CHART_PATTERN_SOLID
                   && under->pattern != TD_CHART_PATTERN_EMPTY;
    }
  return td_chart_color_contrast (item->fill, *behind);
}

/*
 * As it is put together: every text against what is painted under it, every mark against the
 * picture.
 */
static void
check_contrast (TdChartLayout *layout, SampleKind kind, SampleCase which)
{
  const GArray *items = layout->scene->items;

  for (guint i = 0; i < items->len; i++)
    {
      const TdChartItem *item = &g_array_index (items, TdChartItem, i);
      TdChartColor behind;
      gboolean patterned;

      if (item->kind == TD_CHART_ITEM_TEXT)
        {
          g_assert_cmpfloat (get_behind (layout, i, &behind, &patterned), >=, 4.5);
          g_assert_false (patterned);
        }
      else if (item->kind == TD_CHART_ITEM_RECT && item->mark >= 0)
        g_assert_true (
            td_chart_color_contrast (item->fill, layout->theme.background) >= 3
            || (item->stroked
                && td_chart_color_contrast (item->stroke, layout->theme.background) >= 3));
      else if (item->kind == TD_CHART_ITEM_PATH && item->series >= 0)
        g_assert_cmpfloat (td_chart_color_contrast (item->stroke, layout->theme.background), >=, 3);
      else if (item->kind == TD_CHART_ITEM_RECT && item->pattern > TD_CHART_PATTERN_HORIZONTAL)
        g_assert_cmpfloat (td_chart_color_contrast (item->ink, item->fill), >=, 1.3);
    }
}

static void
test_contrast (void)
{
  for_each (check_contrast, 0, TD_CHART_N_LOOKS - 1);
}

/* Sizes that no chart can be read at are still no reason to fail. */
static void
test_tiny (void)
{
  static const double sizes[][2] = { { 1, 1 },   { 0, -5 },  { NAN, NAN }, { 5, 400 },
                                     { 400, 5 }, { 60, 40 }, { 140, 90 },  { 20000, 30 } };

  for (guint kind = 0; kind < N_SAMPLE_KINDS; kind++)
    for (guint which = 0; which < N_SAMPLE_CASES; which++)
      {
        g_autoptr (TdChart) chart = sample_new (kind, which, TD_CHART_WORDS_PAPER);

        for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
          {
            g_autoptr (TdChartLayout) layout = NULL;
            TdChartTheme theme;
            cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 60, 40);
            cairo_t *cr = cairo_create (surface);
            guint n;
            const TdChartMark *marks;

            td_chart_theme_init (&theme, TD_CHART_LOOK_LIGHT);
            layout = td_chart_layout_new (chart, &theme, sizes[i][0], sizes[i][1]);
            marks = td_chart_layout_get_marks (layout, &n);
            for (guint m = 0; m < n; m++)
              g_assert_true (isfinite (marks[m].x) && isfinite (marks[m].y)
                             && isfinite (marks[m].bounds.width)
                             && isfinite (marks[m].bounds.height));
            td_chart_layout_draw_screen (layout, cr, 0, 0, 1, n > 0 ? (int) n / 2 : -1);
            g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
            cairo_destroy (cr);
            cairo_surface_destroy (surface);
          }
      }
}

/* A chart that is given what it asks for has room for its rows. */
static void
test_measure (void)
{
  for (guint kind = 0; kind < N_SAMPLE_KINDS; kind++)
    for (guint which = 0; which < N_SAMPLE_CASES; which++)
      {
        g_autoptr (TdChart) chart = sample_new (kind, which, TD_CHART_WORDS_PAPER);
        TdChartTheme theme;
        double minimum, natural, larger;

        td_chart_theme_init (&theme, TD_CHART_LOOK_LIGHT);
        td_chart_measure (chart, &theme, 720, &minimum, &natural);
        g_assert_cmpfloat (minimum, >, 0);
        g_assert_cmpfloat (natural, >=, minimum);
        td_chart_theme_scale (&theme, 2);
        td_chart_measure (chart, &theme, 720, NULL, &larger);
        g_assert_cmpfloat (larger, >, natural);
        if (kind == SAMPLE_BARS && which == SAMPLE_MANY)
          {
            g_autoptr (TdChartLayout) layout = NULL;
            guint n, named = 0;
            const TdChartLabel *labels;

            td_chart_theme_init (&theme, TD_CHART_LOOK_LIGHT);
            layout = td_chart_layout_new (chart, &theme, 720, natural);
            labels = td_chart_layout_get_labels (layout, &n);
            for (guint i = 0; i < n; i++)
              named += g_str_has_prefix (labels[i].full, "Phường ")
                       || g_str_has_prefix (labels[i].full, "Xã ");
            g_assert_cmpuint (named, ==, 2000);
          }
      }
}

static cairo_surface_t *
render (TdChartLayout *layout, gboolean screen, int mark)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) td_chart_layout_get_width (layout),
                                  (int) td_chart_layout_get_height (layout));
  cairo_t *cr = cairo_create (surface);

  if (screen)
    td_chart_layout_draw_screen (layout, cr, 0, 0, 1, mark);
  else
    td_chart_layout_draw (layout, cr, 0, 0);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint
count_different (cairo_surface_t *a, cairo_surface_t *b)
{
  guint different = 0;
  int stride = cairo_image_surface_get_stride (a);

  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      different += memcmp (cairo_image_surface_get_data (a) + y * stride + x * 4,
                           cairo_image_surface_get_data (b) + y * stride + x * 4, 4)
                           != 0
                       ? 1
                       : 0;
  return different;
}

/*
 * What is kept as pixels is the picture; choosing a mark changes some of it, and choosing none
 * brings it back.
 */
static void
test_screen (void)
{
  for (guint kind = 0; kind < N_SAMPLE_KINDS; kind++)
    {
      g_autoptr (TdChart) chart = sample_new (kind, SAMPLE_TYPICAL, TD_CHART_WORDS_PAPER);
      g_autoptr (TdChartLayout) layout = NULL;
      TdChartTheme theme;
      cairo_surface_t *drawn, *kept, *hovered, *again;
      double width, height;
      guint n, different;

      td_chart_theme_init (&theme, TD_CHART_LOOK_LIGHT);
      sample_size (kind, SAMPLE_TYPICAL, &width, &height);
      layout = td_chart_layout_new (chart, &theme, width, height);
      td_chart_layout_get_marks (layout, &n);
      drawn = render (layout, FALSE, -1);
      kept = render (layout, TRUE, -1);
      hovered = render (layout, TRUE, (int) n / 2);
      again = render (layout, TRUE, -1);
      g_assert_cmpuint (count_different (drawn, kept), ==, 0);
      g_assert_cmpuint (count_different (kept, again), ==, 0);
      different = count_different (kept, hovered);
      g_assert_cmpuint (different, >, 20);
      g_assert_cmpuint (different, <, (guint) (width * height / 2));
      cairo_surface_destroy (drawn);
      cairo_surface_destroy (kept);
      cairo_surface_destroy (hovered);
      cairo_surface_destroy (again);
    }
}

static void
test_find (void)
{
  g_autoptr (TdChart) chart = sample_new (SAMPLE_HEAT, SAMPLE_TYPICAL, TD_CHART_WORDS_PAPER);
  g_autoptr (TdChartLayout) layout = NULL;
  TdChartTheme theme;
  guint n;
  const TdChartMark *marks;

  td_chart_theme_init (&theme, TD_CHART_LOOK_LIGHT);
  layout = td_chart_layout_new (chart, &theme, 720, 480);
  marks = td_chart_layout_get_marks (layout, &n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (td_chart_layout_find (layout, marks[i].key), ==, (int) i);
  g_assert_cmpint (td_chart_layout_find (layout, (TdChartKey){ -1, -1 }), ==, -1);
  g_assert_cmpint (td_chart_layout_find (layout, (TdChartKey){ 0, 0 }), ==, -1);
}

/* A number as nobody would think of it. */
static double
make_wild (GRand *random)
{
  static const double wild[] = { 0,      -0.0,  1,        -1,        0.1 + 0.2, 1e-300,
                                 1e12,   -1e12, 1e99,     -1e99,     1e101,     1e308,
                                 -1e308, NAN,   INFINITY, -INFINITY, 5e-324 };

  return g_rand_int_range (random, 0, 3) > 0
             ? g_rand_double_range (random, -1000, 1000)
             : wild[g_rand_int_range (random, 0, G_N_ELEMENTS (wild))];
}

static TdChartValue
make_wild_value (GRand *random)
{
  static const char *const texts[] = { NULL, "", "1,5%", "a<b>&\"'\xff\x01", "1.600/2.000 hồ sơ" };
  TdChartValue value = { g_rand_boolean (random),
                         make_wild (random),
                         (TdChartState) g_rand_int_range (random, 0, TD_CHART_N_STATES + 2),
                         texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))],
                         { g_rand_int_range (random, -2, 2), 0 } };

  return value;
}

/* Whatever the data: everything finite, everything drawn, described and exported without a word. */
static void
check_wild (TdChart *chart, GRand *random)
{
  g_autoptr (TdChartLayout) layout = NULL;
  g_autoptr (TdChartTable) table = td_chart_to_table (chart);
  g_autofree char *words = td_chart_describe (chart);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 50, 50);
  cairo_t *cr = cairo_create (surface);
  TdChartTheme theme;
  guint n;
  const TdChartMark *marks;

  td_chart_theme_init (&theme, (guint) g_rand_int_range (random, 0, TD_CHART_N_LOOKS));
  if (g_rand_int_range (random, 0, 8) == 0)
    theme.font_size = make_wild (random);
  if (g_rand_int_range (random, 0, 8) == 0)
    theme.line = make_wild (random);
  layout = td_chart_layout_new (chart, &theme, g_rand_int_range (random, 1, 900),
                                g_rand_int_range (random, 1, 700));
  marks = td_chart_layout_get_marks (layout, &n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (isfinite (marks[i].x) && isfinite (marks[i].y));
      g_assert_true (isfinite (marks[i].bounds.width) && isfinite (marks[i].bounds.height));
      g_assert_cmpfloat (marks[i].bounds.width, >=, 0);
    }
  td_chart_layout_draw_screen (layout, cr, 0, 0, 1, n > 0 ? (int) n - 1 : -1);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_true (g_utf8_validate (words, -1, NULL));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_wild (void)
{
  GRand *random = g_rand_new_with_seed (99);

  for (guint round = 0; round < 150; round++)
    {
      TdChartValue values[24];
      TdChartSeries series[4] = {
        { .name = "a" }, { .name = NULL }, { .name = "" }, { .name = "d" }
      };
      TdChartBar bars[6] = { { 0 } };
      TdChartBullet bullets[6] = { { 0 } };
      TdChartCell cells[24];
      TdChartStackRow rows[4] = { { 0 } };
      TdChartStage stages[6] = { { 0 } };
      TdChartDot dots[6] = { { 0 } };
      TdChartPart parts[6];
      TdChartBand bands[3];
      TdChartAxis axis = { .whole = g_rand_boolean (random),
                           .from_zero = g_rand_boolean (random),
                           .has_from = g_rand_boolean (random),
                           .from = make_wild (random),
                           .has_to = g_rand_boolean (random),
                           .to = make_wild (random) };
      guint n = (guint) g_rand_int_range (random, 0, 7),
            m = (guint) g_rand_int_range (random, 0, 5);
      TdChart *charts[10];

      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        {
          values[i] = make_wild_value (random);
          cells[i].value = make_wild_value (random);
          cells[i].share = make_wild (random);
        }
      for (guint i = 0; i < 6; i++)
        {
          bars[i].value = bullets[i].value = stages[i].value = dots[i].x = values[i];
          bullets[i].goal = dots[i].y = values[i + 6];
          bullets[i].pace = values[i + 12];
          bars[i].emphasis = dots[i].emphasis = g_rand_boolean (random);
          parts[i].name = NULL;
          parts[i].state = (TdChartState) g_rand_int_range (random, 0, TD_CHART_N_STATES + 2);
        }
      for (guint i = 0; i < 4; i++)
        {
          series[i].values = rows[i].counts = &values[i * 6];
          series[i].emphasis = g_rand_boolean (random);
          series[i].reference = g_rand_int_range (random, 0, 4) == 0;
        }
      for (guint i = 0; i < 3; i++)
        bands[i] = (TdChartBand){ "b", make_wild (random) };
      charts[0] = td_chart_new_bars (
          &(TdChartBars){ .axis = axis,
                          .bars = bars,
                          .n_bars = n,
                          .bands = bands,
                          .n_bands = 3,
                          .order = round % 3,
                          .reference = { TRUE, make_wild (random), NULL, NULL } });
      charts[1] = td_chart_new_bullets (
          &(TdChartBullets){ .axis = axis, .bullets = bullets, .n_bullets = n });
      charts[2] = td_chart_new_heat (&(TdChartHeat){ .cells = cells, .n_rows = m, .n_columns = n });
      charts[3] =
          td_chart_new_lines (&(TdChartLines){ .axis = axis,
                                               .n_periods = n,
                                               .series = series,
                                               .n_series = m,
                                               .goal = round % 2 == 0 ? &series[3] : NULL });
      charts[4] =
          td_chart_new_bump (&(TdChartBump){ .n_periods = n, .series = series, .n_series = m });
      charts[5] = td_chart_new_radar (
          &(TdChartRadar){ .axis = axis, .n_areas = n, .series = series, .n_series = m });
      charts[6] = td_chart_new_stack (&(TdChartStack){ .axis = axis,
                                                       .parts = parts,
                                                       .n_parts = n,
                                                       .rows = rows,
                                                       .n_rows = m,
                                                       .shares = round % 2 == 0 });
      charts[7] =
          td_chart_new_funnel (&(TdChartFunnel){ .axis = axis, .stages = stages, .n_stages = n });
      charts[8] =
          td_chart_new_spark (&(TdChartSpark){ .axis = axis, .n_periods = n, .series = series[0] });
      charts[9] =
          td_chart_new_scatter (&(TdChartScatter){ .x_axis = axis,
                                                   .y_axis = axis,
                                                   .dots = dots,
                                                   .n_dots = n,
                                                   .diagonal = round % 2 == 0 ? "=" : NULL });
      for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
        {
          check_wild (charts[i], random);
          td_chart_unref (charts[i]);
        }
    }
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/layout/inside", test_inside);
  g_test_add_func ("/charts/layout/labels", test_labels);
  g_test_add_func ("/charts/layout/numbers", test_numbers);
  g_test_add_func ("/charts/layout/hits", test_hits);
  g_test_add_func ("/charts/layout/walk", test_walk);
  g_test_add_func ("/charts/layout/directions", test_directions);
  g_test_add_func ("/charts/layout/contrast", test_contrast);
  g_test_add_func ("/charts/layout/tiny", test_tiny);
  g_test_add_func ("/charts/layout/wild", test_wild);
  g_test_add_func ("/charts/layout/measure", test_measure);
  g_test_add_func ("/charts/layout/screen", test_screen);
  g_test_add_func ("/charts/layout/find", test_find);
  return g_test_run ();
}
