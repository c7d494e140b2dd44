/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-grid.h"

#include <math.h>
#include <string.h>

/* What a column is found to hold; points, without padding. */
typedef struct
{
  double least;    /* its longest word */
  double natural;  /* its longest line, unbroken */
  double mean;     /* of its cells, unbroken */
  double weight;   /* how much of a crowded table it gets */
  double whole;    /* of decimals: before the comma */
  double fraction; /* of decimals: from the comma on */
  gboolean decimal;
} Need;

struct _TdGrid
{
  TdShop shop;
  const TdBlock *block;
  const TdPaperTable *table;
  gboolean ruled;
  double size;
  double padding_x, padding_y;
  guint n_columns;
  double *widths;
  double *lefts; /* one more than columns: the last is the right edge */
  Need *needs;
  guint next_row;
  guint n_head_rows;
  const TdPiece *header;
  const TdPiece *previous;
};

/* One cell of a group: what is left of it, as strips. */
typedef struct
{
  const TdPaperCell *cell;
  TdStrip *strips;
  guint n_strips;
  guint row; /* within the group */
  guint row_span;
  double lead; /* space above its text, where rows stand under each other without rules */
} GridCell;

struct _TdGridGroup
{
  GridCell *cells;
  guint n_cells;
  guint n_rows;
  double *heights; /* of rows */
  gboolean split;  /* part of a row that was torn: its text stands at the top */
  TdRowKind kind;  /* of its first row */
};

/* --- widths ----------------------------------------------------------------------------------- */

/* Digits, dots, a comma, a sign, a per cent: something to be set on the comma. */
static gboolean
is_number (const char *text)
{
  gboolean digit = FALSE;

  for (; *text != '\0'; text++)
    {
      if (g_ascii_isdigit (*text))
        digit = TRUE;
      else if (strchr (" .,-+%", *text) == NULL && !g_str_has_prefix (text, "−"))
        return FALSE;
      else if ((guchar) *text >= 0x80)
        text += 2;
    }
  return digit;
}

/* The roles of a table's cells get one size, however small it has to be. */
static gboolean
is_cell_role (TdRole role)
{
  return role == TD_ROLE_CELL || role == TD_ROLE_CELL_HEAD || role == TD_ROLE_CELL_GROUP;
}

static void
measure_paragraph (TdGrid *self, const TdParagraph *paragraph, double size, Need *out)
{
  const TdLook *look = &self->shop.looks->roles[paragraph->role];
  double word = 0, width = 0;
  g_autofree char *joined = NULL;
  const char *text;
  const char *comma;
  gboolean bold = look->bold;

  if (paragraph->runs->len == 1 && paragraph->label == NULL)
    text = g_array_index (paragraph->runs, TdRun, 0).text;
  else
    text = joined = td_paragraph_dup_text (paragraph);
  for (guint i = 0; i < paragraph->runs->len; i++)
    bold |= (g_array_index (paragraph->runs, TdRun, i).flags & TD_RUN_BOLD) != 0;
  if (!is_cell_role (paragraph->role))
    size = look->size.chosen;
  width = td_typesetter_measure (self->shop.typesetter, text, size, bold, look->italic, &word);
  out->least = word;
  out->natural = width;
  if (!is_number (text))
    return;
  /* A number is never broken, whatever stands in it. */
  out->least = width;
  comma = strchr (text, ',');
  if (comma != NULL)
    {
      g_autofree char *whole = g_strndup (text, (gsize) (comma - text));

      out->whole = td_typesetter_measure (self->shop.typesetter, whole, size, bold, FALSE, NULL);
    }
  else
    out->whole = width;
  out->fraction = width - out->whole;
}

static void
measure_columns (TdGrid *self, double size)
{
  g_autofree guint *counts = g_new0 (guint, self->n_columns);

  memset (self->needs, 0, sizeof (Need) * self->n_columns);
  for (guint r = 0; r < self->table->rows->len; r++)
    {
      const TdPaperRow *row = g_ptr_array_index (self->table->rows, r);

      for (guint c = 0; c < row->cells->len; c++)
        {
          const TdPaperCell *cell = g_ptr_array_index (row->cells, c);
          Need *need = &self->needs[cell->column];
          double natural = 0;

          if (cell->col_span > 1)
            continue;
          for (guint p = 0; p < cell->paragraphs->len; p++)
            {
              Need own = { 0 };

              measure_paragraph (self, g_ptr_array_index (cell->paragraphs, p), size, &own);
              /* A heading may be broken where the figures under it are short. */
              if (row->kind == TD_ROW_HEAD)
                own.natural = MAX (own.least, own.natural / 2);
              natural = MAX (natural, own.natural);
              need->least = MAX (need->least, own.least);
              if (row->kind != TD_ROW_HEAD)
                {
                  need->whole = MAX (need->whole, own.whole);
                  need->fraction = MAX (need->fraction, own.fraction);
                }
            }
          need->natural = MAX (need->natural, natural);
          if (row->kind != TD_ROW_HEAD)
            {
              need->mean += natural;
              counts[cell->column]++;
            }
        }
    }
  for (guint c = 0; c < self->n_columns; c++)
    {
      Need *need = &self->needs[c];

      need->decimal = g_array_index (self->table->columns, TdColumn, c).align == TD_ALIGN_DECIMAL;
      if (need->decimal)
        {
          need->least = MAX (need->least, need->whole + need->fraction);
          need->natural = MAX (need->natural, need->whole + need->fraction);
        }
      need->mean = counts[c] > 0 ? need->mean / counts[c] : 0;
      /* A few long cells among many short ones still want their room. */
      need->mean = MAX (need->mean, need->natural / 3);
      /* In between: a column twice as full gets more, but leaves the others readable. */
      need->weight = MAX (sqrt (need->mean), 1);
    }
}

/* Letters are a little wider in company than one by one: kerning, bold runs, rounding. */
#define SLACK 1.5

static double
get_least (const TdGrid *self, guint column, double width)
{
  /* A single word as long as a line is broken rather than let it take the page. */
  return MIN (self->needs[column].least, width / 3) + 2 * self->padding_x + SLACK;
}

static double
get_natural (const TdGrid *self, guint column)
{
  return MAX (self->needs[column].natural, self->needs[column].least) + 2 * self->padding_x + SLACK;
}

/* Gives the columns whose width is not fixed theirs of @room. */
static void
share_out (TdGrid *self, double width, double room)
{
  g_autofree gboolean *done = g_new0 (gboolean, self->n_columns);
  g_autofree gboolean *settled = g_new0 (gboolean, self->n_columns);
  double natural = 0, weights = 0;
  guint n_stretch = 0, n_free = 0;
  gboolean again = TRUE;

  for (guint c = 0; c < self->n_columns; c++)
    {
      const TdColumn *column = &g_array_index (self->table->columns, TdColumn, c);

      done[c] = column->width > 0;
      if (done[c])
        continue;
      n_free++;
      n_stretch += column->stretch ? 1 : 0;
      natural += self->ruled ? get_natural (self, c) : 0;
    }
  if (n_free == 0)
    return;
  if (natural <= room)
    {
      /* All fits unbroken: what is left over goes to those that want it. */
      double left = room - natural;

      for (guint c = 0; c < self->n_columns; c++)
        if (!done[c])
          {
            gboolean stretch = g_array_index (self->table->columns, TdColumn, c).stretch;

            self->widths[c] = self->ruled ? get_natural (self, c) : 0;
            if (n_stretch == 0)
              self->widths[c] += left / n_free;
            else if (stretch)
              self->widths[c] += left / n_stretch;
          }
      return;
    }
  /*
   * Each gets its share, but not less than its least nor more than it can use. What that gives or takes
   * is shared among the others; those on the wrong side of the balance are settled first.
   */
  while (again)
    {
      double given = 0;

      again = FALSE;
      weights = 0;
      for (guint c = 0; c < self->n_columns; c++)
        weights += done[c] ? 0 : self->needs[c].weight;
      for (guint c = 0; c < self->n_columns; c++)
        {
          double share;

          if (done[c])
            continue;
          share = room * self->needs[c].weight / weights;
          self->widths[c] = MAX (get_least (self, c, width), MIN (share, get_natural (self, c)));
          given += self->widths[c] - share;
        }
      for (guint c = 0; c < self->n_columns; c++)
        {
          double share;

          if (done[c])
            continue;
          share = room * self->needs[c].weight / weights;
          if ((given > 0 && self->widths[c] > share) || (given < 0 && self->widths[c] < share))
            settled[c] = again = TRUE;
        }
      for (guint c = 0; c < self->n_columns; c++)
        if (settled[c] && !done[c])
          {
            done[c] = TRUE;
            room = MAX (room - self->widths[c], 0);
          }
    }
}

static void
find_widths (TdGrid *self, double width)
{
  double size = self->shop.looks->roles[TD_ROLE_CELL].size.chosen;
  double room, total = 0;

  for (;;)
    {
      double least = 0;

      room = width;
      measure_columns (self, size);
      for (guint c = 0; c < self->n_columns; c++)
        {
          const TdColumn *column = &g_array_index (self->table->columns, TdColumn, c);

          self->widths[c] = TD_MM (column->width / 10.0);
          if (column->width > 0)
            room -= self->widths[c];
          else
            least += get_least (self, c, width);
        }
      /* Smaller letters rather than broken words, down to what can still be read. */
      if (least <= room || size <= self->shop.looks->least_cell_size || !self->ruled)
        break;
      size -= 1;
    }
  self->size = size;
  share_out (self, width, room);
  /* More than the page has, in the end: all give way alike. */
  for (guint c = 0; c < self->n_columns; c++)
    total += self->widths[c];
  for (guint c = 0; c < self->n_columns && total > width + 0.01; c++)
    self->widths[c] *= width / total;
  for (guint c = 0; c < self->n_columns; c++)
    self->lefts[c + 1] = self->lefts[c] + self->widths[c];
}

TdGrid *
td_grid_new (const TdShop *shop, const TdBlock *block, double width)
{
  TdGrid *self = td_arena_new0 (shop->arena, TdGrid, 1);

  self->shop = *shop;
  self->block = block;
  self->table = block->table;
  self->ruled = self->table->use == TD_TABLE_GRID;
  self->padding_x = self->ruled ? TD_MM (shop->looks->cell_padding_x) : 0;
  self->padding_y = self->ruled ? TD_MM (shop->looks->cell_padding_y) : 0;
  self->n_columns = self->table->columns->len;
  self->widths = td_arena_new0 (shop->arena, double, self->n_columns);
  self->lefts = td_arena_new0 (shop->arena, double, self->n_columns + 1);
  self->needs = td_arena_new0 (shop->arena, Need, self->n_columns);
  while (self->n_head_rows < self->table->rows->len
         && ((TdPaperRow *) g_ptr_array_index (self->table->rows, self->n_head_rows))->kind
                == TD_ROW_HEAD)
    self->n_head_rows++;
  find_widths (self, width);
  return self;
}

const double *
td_grid_get_widths (TdGrid *self)
{
  return self->widths;
}

double
td_grid_get_size (TdGrid *self)
{
  return self->size;
}

/* --- groups ----------------------------------------------------------------------------------- */

static double
get_cell_width (const TdGrid *self, const TdPaperCell *cell)
{
  return self->lefts[cell->column + cell->col_span] - self->lefts[cell->column]
         - 2 * self->padding_x;
}

/* Sets decimals under each other: moves the line so that its comma is where all commas are. */
static void
align_decimal (TdGrid *self, const TdPaperCell *cell, TdStrip *strips, guint n_strips)
{
  const Need *need = &self->needs[cell->column];
  g_autofree char *text = td_paragraph_dup_text (strips->paragraph);
  TdLine *line = (TdLine *) strips->line;
  double width = get_cell_width (self, cell);

  if (n_strips != 1 || line == NULL || !is_number (text))
    {
      for (guint i = 0; i < n_strips; i++)
        if (strips[i].line != NULL)
          ((TdLine *) strips[i].line)->x = (float) ((width - strips[i].line->width) / 2);
      return;
    }
  line->x = (float) (width - need->fraction - td_line_get_comma (line));
  /* A cell over several columns was not measured for any of them. */
  line->x = MIN (line->x, (float) width - line->width);
}

static void
set_cell (TdGrid *self, const TdPaperCell *cell, GridCell *out)
{
  TdParagraphSetting setting = { .width = get_cell_width (self, cell) };
  g_autoptr (GArray) strips = g_array_new (FALSE, FALSE, sizeof (TdStrip));
  const TdColumn *column = &g_array_index (self->table->columns, TdColumn, cell->column);
  double after = 0;

  out->cell = cell;
  for (guint p = 0; p < cell->paragraphs->len; p++)
    {
      const TdParagraph *paragraph = g_ptr_array_index (cell->paragraphs, p);
      const TdLook *look = &self->shop.looks->roles[paragraph->role];
      TdStrip *set;
      guint n_set;

      setting.size = is_cell_role (paragraph->role) ? self->size : 0;
      setting.align = TD_ALIGN_ROLE;
      if (paragraph->role == TD_ROLE_CELL
          || (paragraph->role == TD_ROLE_CELL_GROUP && cell->col_span == 1))
        setting.align = column->align;
      set = td_shop_set_paragraph (&self->shop, paragraph, &setting, &n_set);
      if (setting.align == TD_ALIGN_DECIMAL && paragraph->align == TD_ALIGN_ROLE)
        align_decimal (self, cell, set, n_set);
      if (p == 0 && !self->ruled && cell->row->index > 0)
        out->lead = look->before;
      set[0].before = MAX (set[0].before, after);
      after = look->after;
      g_array_append_vals (strips, set, n_set);
    }
  out->n_strips = strips->len;
  out->strips = td_arena_copy (self->shop.arena, strips->data, sizeof (TdStrip) * strips->len);
}

static double
get_strips_height (const TdStrip *strips, guint n_strips)
{
  double height = 0;

  for (guint i = 0; i < n_strips; i++)
    height += strips[i].height + (i > 0 ? strips[i].before : 0);
  return height;
}

/* Rows as high as their highest cell; what spans several adds to the last of them. */
static void
find_heights (TdGrid *self, TdGridGroup *group)
{
  memset (group->heights, 0, sizeof (double) * group->n_rows);
  for (guint span = 1; span <= group->n_rows; span++)
    for (guint i = 0; i < group->n_cells; i++)
      {
        const GridCell *cell = &group->cells[i];
        double height, have = 0;

        if (cell->row_span != span)
          continue;
        height =
            get_strips_height (cell->strips, cell->n_strips) + cell->lead + 2 * self->padding_y;
        for (guint r = cell->row; r < cell->row + span; r++)
          have += group->heights[r];
        if (height > have)
          group->heights[cell->row + span - 1] += height - have;
      }
}

/* Text in the middle of its cell, unless the table is only there to hold columns. */
static double
get_top (const TdGrid *self, const TdGridGroup *group, const GridCell *cell, double height)
{
  double text = get_strips_height (cell->strips, cell->n_strips);

  if (!self->ruled || group->split)
    return self->padding_y + cell->lead;
  return MAX (self->padding_y, (height - text) / 2);
}

static void
add_stroke (GArray *strokes, double x1, double y1, double x2, double y2, gboolean top)
{
  TdStroke stroke = { x1, y1, x2, y2, top };

  g_array_append_val (strokes, stroke);
}

static TdPiece *
make_piece (TdGrid *self, TdGridGroup *group)
{
  TdPiece *piece = td_arena_new0 (self->shop.arena, TdPiece, 1);
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (TdPlaced));
  g_autoptr (GArray) strokes = g_array_new (FALSE, FALSE, sizeof (TdStroke));
  g_autofree double *tops = g_new0 (double, group->n_rows + 1);
  guint longest = 0;

  for (guint r = 0; r < group->n_rows; r++)
    tops[r + 1] = tops[r] + group->heights[r];
  for (guint i = 0; i < group->n_cells; i++)
    {
      const GridCell *cell = &group->cells[i];
      guint end = cell->cell->column + cell->cell->col_span;
      double left = self->lefts[cell->cell->column], right = self->lefts[end];
      double top = tops[cell->row], bottom = tops[cell->row + cell->row_span];
      double y = top + get_top (self, group, cell, bottom - top);
      guint lines = 0;

      for (guint s = 0; s < cell->n_strips; s++)
        {
          TdPlaced item = { &cell->strips[s], cell->cell, left + self->padding_x, 0 };

          y += s > 0 ? cell->strips[s].before : 0;
          item.y = y;
          y += cell->strips[s].height;
          lines += cell->strips[s].line != NULL && cell->strips[s].line->n_runs > 0 ? 1 : 0;
          g_array_append_val (placed, item);
        }
      longest = MAX (longest, lines);
      if (!self->ruled)
        continue;
      if (cell->row == 0)
        add_stroke (strokes, left, 0, right, 0, TRUE);
      add_stroke (strokes, left, bottom, right, bottom, FALSE);
      if (cell->cell->column == 0)
        add_stroke (strokes, left, top, left, bottom, FALSE);
      add_stroke (strokes, right, top, right, bottom, FALSE);
    }
  piece->block = self->block;
  piece->group = group;
  piece->n_placed = placed->len;
  piece->placed = td_arena_copy (self->shop.arena, placed->data, sizeof (TdPlaced) * placed->len);
  piece->n_strokes = strokes->len;
  piece->strokes =
      td_arena_copy (self->shop.arena, strokes->data, sizeof (TdStroke) * strokes->len);
  piece->atom.height = tops[group->n_rows];
  piece->atom.n_lines = longest;
  piece->atom.splittable = TRUE;
  if (self->table->use == TD_TABLE_SIGNATURES)
    /* PRINT.md: no signature block without two lines of text. */
    piece->atom.lines_before = 2;
  if (group->kind == TD_ROW_GROUP || group->kind == TD_ROW_HEAD)
    piece->atom.cost = TD_BREAK_APART;
  if (group->kind != TD_ROW_HEAD && self->header != NULL)
    {
      piece->header = self->header;
      piece->atom.header = self->header->atom.height;
    }
  return piece;
}

/* The rows from the next one on that cells hold together. */
static guint
count_rows (const TdGrid *self)
{
  guint first = self->next_row, end = first + 1;

  if (first < self->n_head_rows)
    return self->n_head_rows - first;
  for (guint r = first; r < end; r++)
    {
      const TdPaperRow *row = g_ptr_array_index (self->table->rows, r);

      for (guint c = 0; c < row->cells->len; c++)
        end = MAX (end, r + ((TdPaperCell *) g_ptr_array_index (row->cells, c))->row_span);
    }
  return MIN (end, self->table->rows->len) - first;
}

TdPiece *
td_grid_next (TdGrid *self)
{
  TdGridGroup *group;
  g_autoptr (GArray) cells = NULL;
  TdPiece *piece;
  guint n_rows;

  if (self->next_row >= self->table->rows->len)
    return NULL;
  n_rows = count_rows (self);
  cells = g_array_new (FALSE, TRUE, sizeof (GridCell));
  group = td_arena_new0 (self->shop.arena, TdGridGroup, 1);
  group->n_rows = n_rows;
  group->heights = td_arena_new0 (self->shop.arena, double, n_rows);
  group->kind = ((TdPaperRow *) g_ptr_array_index (self->table->rows, self->next_row))->kind;
  for (guint r = 0; r < n_rows; r++)
    {
      const TdPaperRow *row = g_ptr_array_index (self->table->rows, self->next_row + r);

      for (guint c = 0; c < row->cells->len; c++)
        {
          GridCell cell = { .row = r };

          set_cell (self, g_ptr_array_index (row->cells, c), &cell);
          cell.row_span = MIN (cell.cell->row_span, n_rows - r);
          g_array_append_val (cells, cell);
        }
    }
  group->n_cells = cells->len;
  group->cells = td_arena_copy (self->shop.arena, cells->data, sizeof (GridCell) * cells->len);
  find_heights (self, group);
  piece = make_piece (self, group);
  if (group->kind == TD_ROW_HEAD && self->ruled)
    self->header = piece;
  /* A total stays with the row before it. */
  if (group->kind == TD_ROW_TOTAL && self->previous != NULL)
    ((TdPiece *) self->previous)->atom.cost = TD_BREAK_APART;
  self->previous = piece;
  self->next_row += n_rows;
  return piece;
}

/* --- splitting -------------------------------------------------------------------------------- */

/* How many of the cell's strips fit into @room, padding counted. */
static guint
count_fitting (const TdGrid *self, const GridCell *cell, double room)
{
  double used = 2 * self->padding_y + cell->lead;
  guint count;

  for (count = 0; count < cell->n_strips; count++)
    {
      used += cell->strips[count].height + (count > 0 ? cell->strips[count].before : 0);
      if (used > room + 0.01)
        break;
    }
  return count;
}

static TdGridGroup *
new_group (TdGrid *self, GArray *cells, guint n_rows, TdRowKind kind)
{
  TdGridGroup *group = td_arena_new0 (self->shop.arena, TdGridGroup, 1);

  group->n_rows = n_rows;
  group->heights = td_arena_new0 (self->shop.arena, double, n_rows);
  group->kind = kind;
  group->split = TRUE;
  group->n_cells = cells->len;
  group->cells = td_arena_copy (self->shop.arena, cells->data, sizeof (GridCell) * cells->len);
  find_heights (self, group);
  return group;
}

TdPiece *
td_grid_split (TdGrid *self, const TdPiece *piece, double room, gboolean force, TdPiece **rest)
{
  const TdGridGroup *from = piece->group;
  g_autoptr (GArray) first = g_array_new (FALSE, TRUE, sizeof (GridCell));
  g_autoptr (GArray) second = g_array_new (FALSE, TRUE, sizeof (GridCell));
  double boundary = 0;
  guint n_whole = 0;
  gboolean any = FALSE, all = TRUE;

  while (n_whole < from->n_rows && boundary + from->heights[n_whole] <= room + 0.01)
    boundary += from->heights[n_whole++];
  for (guint i = 0; i < from->n_cells; i++)
    {
      GridCell upper = from->cells[i], lower = from->cells[i];
      guint cut = MAX (n_whole, 1);

      if (upper.row >= cut)
        {
          /* All of it below: with whole rows taken the rest begins anew, else after the torn row. */
          lower.row -= n_whole;
          g_array_append_val (second, lower);
          continue;
        }
      if (n_whole > 0 && upper.row + upper.row_span <= n_whole)
        {
          g_array_append_val (first, upper);
          any = TRUE;
          continue;
        }
      if (n_whole > 0)
        {
          double top = 0;

          for (guint r = 0; r < upper.row; r++)
            top += from->heights[r];
          upper.n_strips = count_fitting (self, &upper, boundary - top);
          upper.row_span = n_whole - upper.row;
          lower.row_span -= upper.row_span;
          any = TRUE;
        }
      else
        {
          upper.n_strips = count_fitting (self, &upper, room);
          if (upper.n_strips == 0 && force && lower.n_strips > 0)
            upper.n_strips = 1;
          upper.row_span = 1;
          any |= upper.n_strips > 0;
        }
      lower.row = 0;
      lower.lead = 0;
      lower.strips += upper.n_strips;
      lower.n_strips -= upper.n_strips;
      all &= lower.n_strips == 0;
      g_array_append_val (first, upper);
      g_array_append_val (second, lower);
    }
  *rest = NULL;
  if (!any)
    return NULL;
  if (n_whole == from->n_rows || (n_whole == 0 && all && from->n_rows == 1))
    return make_piece (self, new_group (self, first, MAX (n_whole, 1), from->kind));
  *rest = make_piece (self, new_group (self, second, from->n_rows - n_whole, TD_ROW_BODY));
  /* Torn for want of room: it need not stay with what came before it any more. */
  (*rest)->atom.lines_before = 0;
  (*rest)->atom.cost = piece->atom.cost;
  return make_piece (self, new_group (self, first, MAX (n_whole, 1), from->kind));
}
