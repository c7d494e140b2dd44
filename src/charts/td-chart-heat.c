/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The heat map: units × targets. A figure's cell is filled by its share; every other state has
 * its own colour, pattern and glyph. Numbers stand in the cells when all of them fit.
 */
#define G_LOG_DOMAIN "thidua-charts"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "charts/td-chart-private.h"
#include "charts/td-chart-rows.h"

typedef struct
{
  double *shares;
  const char **notes; /* of columns */
  const char *low;
  const char *high;
} Extra;

/* Where the cells are. */
typedef struct
{
  double left;
  double top;
  double across; /* from one column to the next */
  double down;
  double gap;
  double names_width;
  guint every_row, first_row, last_row; /* which rows are named */
  guint every_column, first_column, last_column;
  gboolean small;     /* the rows' names */
  gboolean turned;    /* the columns' names */
  guint column_lines; /* of them */
  double head;        /* how high they are */
} Grid;

static void
fill_legend (const TdChart *chart, const TdChartTheme *theme, double width, TdChartLegend *legend)
{
  const Extra *extra = chart->extra;
  gboolean present[TD_CHART_N_STATES] = { FALSE };

  for (gsize i = 0; i < (gsize) chart->n_rows * chart->n_columns; i++)
    present[chart->values[i].state] = TRUE;
  if (present[TD_CHART_STATE_VALUE])
    td_chart_legend_add_steps (legend, extra->low != NULL ? extra->low : "0%",
                               extra->high != NULL ? extra->high : "100%");
  for (guint state = 0; state < TD_CHART_N_STATES; state++)
    if (present[state] && state != TD_CHART_STATE_VALUE)
      td_chart_legend_add_state (legend, state, td_chart_say_state (chart->head.words, state));
}

static void
measure (const TdChart *chart, const TdChartTheme *theme, double width, double *minimum,
         double *natural)
{
  *minimum = chart->n_rows * theme->font_size * 1.3 + theme->font_size * 4;
  *natural = chart->n_rows * theme->font_size * 1.9 + theme->font_size * 7;
}

static double
measure_names (TdChartBuild *build, gboolean columns)
{
  const TdChart *chart = build->chart;
  guint n = columns ? chart->n_columns : chart->n_rows;
  double widest = 0;

  for (guint i = 0; i < n; i++)
    widest =
        MAX (widest, td_chart_build_measure (
                         build, columns ? TD_CHART_FACE_SMALL : TD_CHART_FACE_NAME,
                         columns ? chart->column_names[i] : chart->row_names[chart->order[i]]));
  return ceil (widest);
}

static void
init_grid (Grid *grid, TdChartBuild *build)
{
  const TdChart *chart = build->chart;
  const TdChartTheme *theme = build->theme;
  double name_line = td_chart_pen_get_line (build->pen, TD_CHART_FACE_NAME);
  double line = td_chart_pen_get_line (build->pen, TD_CHART_FACE_SMALL);
  double space = theme->font_size * 0.5, widest;
  gboolean snap;

  *grid = (Grid){ 0 };
  grid->names_width = MIN (measure_names (build, FALSE), build->area.width * 0.36);
  grid->left = build->area.x + grid->names_width + (grid->names_width > 0 ? space : 0);
  grid->across = MIN (MAX (build->area.x + build->area.width - grid->left, 1) / chart->n_columns,
                      theme->font_size * 7);
  widest = measure_names (build, TRUE);
  grid->turned = widest > grid->across - theme->font_size * 0.3;
  td_chart_rows_thin (grid->turned ? grid->across : line, line, chart->n_columns,
                      &grid->every_column, &grid->first_column, &grid->last_column);
  grid->column_lines = grid->turned ? (guint) CLAMP (grid->across / line, 1, 3) : 1;
  grid->head = widest <= 0    ? 0
               : grid->turned ? MIN (widest, MIN (build->area.height * 0.32, theme->font_size * 9))
                              : line;
  grid->head += grid->head > 0 ? space * 0.6 : 0;
  grid->top = build->area.y + grid->head;
  grid->down = MIN (MAX (build->area.y + build->area.height - grid->top, 1) / chart->n_rows,
                    theme->font_size * 2.4);
  snap = theme->line >= 1;
  if (snap && grid->across >= 4)
    grid->across = floor (grid->across);
  if (snap && grid->down >= 4)
    grid->down = floor (grid->down);
  if (snap)
    {
      grid->left = floor (grid->left);
      grid->top = ceil (grid->top);
    }
  grid->small = grid->down < name_line - 0.1;
  if (grid->small)
    name_line = line;
  td_chart_rows_thin (grid->down, name_line, chart->n_rows, &grid->every_row, &grid->first_row,
                      &grid->last_row);
  grid->gap = MIN (theme->line, MIN (grid->across, grid->down) * 0.2);
}

static void
draw_names (const Grid *grid, TdChartBuild *build)
{
  const TdChart *chart = build->chart;
  const TdChartTheme *theme = build->theme;

  for (guint i = grid->first_column; i <= grid->last_column; i += grid->every_column)
    {
      double x = grid->left + grid->across * (i + 0.5);
      TdChartTextSpec spec = {
        .face = TD_CHART_FACE_SMALL,
        .color = theme->soft,
        .x = x,
        .y = grid->top - theme->font_size * 0.25,
        .across = 0.5,
        .down = 1,
        .width = grid->turned ? grid->head - theme->font_size * 0.25
                              : grid->across - theme->font_size * 0.2,
        .lines = grid->column_lines,
        .turned = grid->turned,
        .mark = -1,
      };

      td_chart_build_text (build, chart->column_names[i], &spec);
    }
  for (guint i = grid->first_row; i <= grid->last_row; i += grid->every_row)
    td_chart_build_text (
        build, chart->row_names[chart->order[i]],
        &(TdChartTextSpec){ .face = grid->small ? TD_CHART_FACE_SMALL : TD_CHART_FACE_NAME,
                            .color = theme->text,
                            .x = build->area.x,
                            .y = grid->top + grid->down * (i + 0.5),
                            .down = 0.5,
                            .width = grid->names_width,
                            .mark = -1 });
}

/*
 * Whether every number fits its cell: a map with numbers here and there says less than one
 * without.
 */
static gboolean
numbers_fit (const Grid *grid, TdChartBuild *build)
{
  const TdChart *chart = build->chart;

  if (grid->down - grid->gap < td_chart_pen_get_line (build->pen, TD_CHART_FACE_SMALL))
    return FALSE;
  for (gsize i = 0; i < (gsize) chart->n_rows * chart->n_columns; i++)
    {
      g_autofree char *text = NULL;

      if (!chart->values[i].known)
        continue;
      text = td_chart_dup_number (chart, &chart->values[i], chart->unit);
      if (td_chart_build_measure (build, TD_CHART_FACE_SMALL, text)
          > grid->across - build->theme->font_size * 0.4)
        return FALSE;
    }
  return TRUE;
}

static void
draw_cell (const Grid *grid, TdChartBuild *build, guint index, guint column, gboolean numbers)
{
  const TdChart *chart = build->chart;
  const TdChartTheme *theme = build->theme;
  const Extra *extra = chart->extra;
  guint row = chart->order[index];
  const TdChartValue *value = td_chart_get (chart, row, column);
  TdChartRect box = { grid->left + grid->across * column, grid->top + grid->down * index,
                      grid->across - grid->gap, grid->down - grid->gap };
  int mark = td_chart_build_mark (build, row, column, box, (TdChartPlace){ (int) index, column });
  double middle = box.y + box.height / 2, x = box.x + box.width / 2, words = 0, size;
  gboolean is_state = value->state != TD_CHART_STATE_VALUE, glyph, number;
  g_autofree char *text = NULL;
  TdChartItem *item;
  TdChartColor fill, on;

  td_chart_build_get_mark (build, mark)->hit =
      (TdChartRect){ grid->left + grid->across * column, grid->top + grid->down * index,
                     grid->across, grid->down };
  item = td_chart_scene_add_rect (build->scene, box, theme->background);
  item->mark = mark;
  if (is_state)
    td_chart_style_state (item, theme, value->state);
  else
    td_chart_style_share (item, theme, extra->shares[(gsize) row * chart->n_columns + column]);
  fill = item->fill;
  on = td_chart_color_on (fill);

  size = MIN (theme->font_size * 0.72, MIN (box.width, box.height) * 0.7);
  glyph = is_state && size >= theme->font_size * 0.4;
  number = numbers && value->known;
  if (number)
    {
      text = td_chart_dup_number (chart, value, chart->unit);
      words = td_chart_build_measure (build, TD_CHART_FACE_SMALL, text);
    }
  if (glyph && number && words + size * 1.4 > box.width)
    number = FALSE; /* how it stands comes before how much; the number is on hover */
  if (is_state && (glyph || number))
    {
      /* The pattern stops around what is to be read. */
      double width = (glyph ? size * 1.3 : 0) + (number ? words + size * 0.4 : 0);
      double height =
          MIN (box.height - 2 * grid->gap,
               number ? td_chart_pen_get_line (build->pen, TD_CHART_FACE_SMALL) : size * 1.3);

      width = MIN (width, box.width - 2 * grid->gap);
      td_chart_scene_add_rect (
          build->scene, (TdChartRect){ x - width / 2, middle - height / 2, width, height }, fill);
    }
  if (glyph)
    td_chart_scene_add_glyph (build->scene, (TdChartGlyph) value->state,
                              number ? x - words / 2 - size * 0.1 : x, middle, size, on)
        ->mark = mark;
  if (number)
    td_chart_build_text (build, text,
                         &(TdChartTextSpec){ .face = TD_CHART_FACE_SMALL,
                                             .color = on,
                                             .x = glyph ? x + size * 0.6 : x,
                                             .y = middle,
                                             .across = 0.5,
                                             .down = 0.5,
                                             .width = -1,
                                             .mark = mark });
}

static void
lay_out (TdChartBuild *build)
{
  const TdChart *chart = build->chart;
  gboolean numbers;
  Grid grid;

  init_grid (&grid, build);
  build->plot = (TdChartRect){ grid.left, grid.top, grid.across * chart->n_columns,
                               grid.down * chart->n_rows };
  draw_names (&grid, build);
  numbers = numbers_fit (&grid, build);
  for (guint i = 0; i < chart->n_rows; i++)
    for (guint column = 0; column < chart->n_columns; column++)
      draw_cell (&grid, build, i, column, numbers);
}

static void
tell (const TdChart *chart, guint row, guint column, GString *out)
{
  const Extra *extra = chart->extra;

  if (extra->notes[column] != NULL && *extra->notes[column] != '\0')
    g_string_append_printf (out, "\n%s", extra->notes[column]);
}

static void
describe (const TdChart *chart, GString *out)
{
  gsize counts[TD_CHART_N_STATES] = { 0 };

  td_chart_add_sentence (out,
                         SAY (chart, N_ ("Rows: %u, columns: %u."), "Số dòng: %u, số cột: %u."),
                         chart->n_rows, chart->n_columns);
  for (gsize i = 0; i < (gsize) chart->n_rows * chart->n_columns; i++)
    counts[chart->values[i].state]++;
  for (guint state = 0; state < TD_CHART_N_STATES; state++)
    if (counts[state] > 0)
      {
        g_autofree char *name = g_strdup (td_chart_say_state (chart->head.words, state));

        td_chart_add_sentence (out, SAY (chart, N_ ("Cells with “%s”: %u."), "Số ô %s: %u."), name,
                               (guint) counts[state]);
      }
}

static TdChartTable *
tabulate (const TdChart *chart)
{
  TdChartTable *table = td_chart_table_new (1 + chart->n_columns);

  td_chart_table_set_header (table, 0, SAY (chart, N_ ("Name"), "Tên"), FALSE);
  for (guint column = 0; column < chart->n_columns; column++)
    td_chart_table_set_header (table, 1 + column, chart->column_names[column], TRUE);
  for (guint i = 0; i < chart->n_rows; i++)
    {
      td_chart_table_add (table, chart->row_names[chart->order[i]]);
      for (guint column = 0; column < chart->n_columns; column++)
        td_chart_table_take (
            table,
            td_chart_dup_value (chart, td_chart_get (chart, chart->order[i], column), chart->unit));
    }
  return table;
}

static const TdChartKind heat_kind = {
  N_ ("Heat map"), "Bản đồ nhiệt", fill_legend, measure, lay_out, tell, describe, tabulate,
};

TdChart *
td_chart_new_heat (const TdChartHeat *data)
{
  TdChart *self;
  Extra *extra;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (data->cells != NULL || data->n_rows == 0 || data->n_columns == 0, NULL);

  self =
      td_chart_alloc (&heat_kind, &data->head, NULL, data->n_rows, data->n_columns, sizeof (Extra));
  if (self == NULL)
    return NULL;
  extra = self->extra;
  self->unit = td_chart_keep (self, data->unit);
  extra->low = td_chart_keep (self, data->low);
  extra->high = td_chart_keep (self, data->high);
  extra->shares = td_chart_own (self, sizeof (double) * data->n_rows * data->n_columns);
  extra->notes = td_chart_own (self, sizeof (char *) * data->n_columns);
  for (guint i = 0; i < data->n_rows && data->row_names != NULL; i++)
    self->row_names[i] = td_chart_keep_name (self, data->row_names[i]);
  for (guint i = 0; i < data->n_columns; i++)
    {
      if (data->column_names != NULL)
        self->column_names[i] = td_chart_keep_name (self, data->column_names[i]);
      if (data->column_notes != NULL)
        extra->notes[i] = td_chart_keep (self, data->column_notes[i]);
    }
  for (guint row = 0; row < data->n_rows; row++)
    for (guint column = 0; column < data->n_columns; column++)
      {
        gsize i = (gsize) row * data->n_columns + column;

        td_chart_set (self, row, column, &data->cells[i].value);
        extra->shares[i] = isfinite (data->cells[i].share) ? CLAMP (data->cells[i].share, 0, 1) : 0;
      }
  return self;
}
