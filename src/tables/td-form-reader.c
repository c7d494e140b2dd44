/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-form-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-text.h"
#include "tables/td-form-cells.h"
#include "tables/td-refuse.h"
#include "tables/td-sheet.h"

/* A form has hundreds of cells; a workbook with so many is something else. */
#define MAX_CELLS 50000

/* A row with a stamp. */
typedef struct
{
  guint row;
  TdFormStamp stamp;
  gboolean bad; /* its stamp cannot be read, or it is a stranger's: said already */
} Stamped;

/* One sheet while it is looked at. */
typedef struct
{
  TdGridFile *file;
  const char *name; /* of the sheet */
  TdSheet *sheet;
  TdProblems *problems;
  GArray *stamped;                  /* of Stamped */
  guint columns[TD_N_FORM_COLUMNS]; /* 1-based; 0: not found */
  gboolean has_marks;
  guint first_row; /* the first row of data there may be */
} Look;

static void
clear_stamped (gpointer data)
{
  td_form_stamp_clear (&((Stamped *) data)->stamp);
}

static void
free_row (gpointer data)
{
  TdFormRow *row = data;

  td_form_stamp_clear (&row->stamp);
  g_free (row->name);
  for (guint i = 0; i < G_N_ELEMENTS (row->inputs); i++)
    {
      g_free (row->inputs[i].where);
      g_free (row->inputs[i].hint);
      g_free (row->inputs[i].value.text);
      g_free (row->inputs[i].value.remark);
    }
  g_free (row);
}

void
td_form_page_free (TdFormPage *self)
{
  if (self == NULL)
    return;
  g_free (self->where);
  g_free (self->file);
  g_free (self->hash);
  g_free (self->unit_line);
  g_free (self->period_line);
  td_form_stamp_clear (&self->stamp);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->missing);
  g_free (self);
}

static char *
place (const Look *look, guint row, guint column)
{
  return td_cell_location (td_grid_file_get_name (look->file), look->name, row, column);
}

static void
complain (const Look *look, guint row, guint column, char *what)
{
  td_problems_take (look->problems, place (look, row, column), what, FALSE);
}

static gboolean
is_figure (const TdCell *cell)
{
  return cell->kind == TD_CELL_NUMBER || cell->kind == TD_CELL_DATE
         || (cell->flags & TD_CELL_NUMBER_AS_TEXT) != 0;
}

/* --- stamps --------------------------------------------------------------------------------------- */

static gboolean
is_stamp (const TdCell *cell)
{
  const char *start;
  gsize length;

  if (cell->kind != TD_CELL_TEXT)
    return FALSE;
  td_text_trim (cell->text, &start, &length);
  return g_str_has_prefix (start, TD_FORM_STAMP_BEGIN);
}

static void
find_stamps (Look *look)
{
  for (guint i = 0; i < td_sheet_get_n_rows (look->sheet); i++)
    {
      const TdRow *row = td_sheet_get_row (look->sheet, i);

      for (guint c = 0; c < row->n_cells; c++)
        {
          Stamped stamped = { row->row };
          g_autoptr (GError) error = NULL;

          if (!is_stamp (&row->cells[c]))
            continue;
          if (!td_form_stamp_parse (row->cells[c].text, &stamped.stamp, &error))
            {
              complain (look, row->row, row->cells[c].column, g_strdup (error->message));
              stamped.bad = TRUE;
            }
          g_array_append_val (look->stamped, stamped);
          break;
        }
    }
}

static Stamped *
find_stamped_row (const Look *look, guint row)
{
  for (guint i = 0; i < look->stamped->len; i++)
    if (g_array_index (look->stamped, Stamped, i).row == row)
      return &g_array_index (look->stamped, Stamped, i);
  return NULL;
}

/* The stamp of the form that most rows are of; rows of another form came in by copying. */
static const TdFormStamp *
settle_stamp (Look *look)
{
  const TdFormStamp *best = NULL;
  guint most = 0;

  for (guint i = 0; i < look->stamped->len; i++)
    {
      const Stamped *one = &g_array_index (look->stamped, Stamped, i);
      guint n = 0;

      for (guint k = 0; !one->bad && k < look->stamped->len; k++)
        {
          const Stamped *other = &g_array_index (look->stamped, Stamped, k);

          n += !other->bad && td_form_stamp_same_form (&one->stamp, &other->stamp);
        }
      if (n > most)
        {
          most = n;
          best = &one->stamp;
        }
    }
  for (guint i = 0; best != NULL && i < look->stamped->len; i++)
    {
      Stamped *one = &g_array_index (look->stamped, Stamped, i);

      if (one->bad || td_form_stamp_same_form (&one->stamp, best))
        continue;
      complain (look, one->row, 0,
                g_strdup_printf (_ ("this row was copied from another form (unit %s, period %s, "
                                    "movement %s)"),
                                 one->stamp.unit, one->stamp.period, one->stamp.movement));
      one->bad = TRUE;
    }
  return best;
}

/* --- columns -------------------------------------------------------------------------------------- */

/*
 * Where each column is by what @name gives for it. FALSE when one is in two places.
 */
static gboolean
find_columns (Look *look, gboolean marks, guint found[TD_N_FORM_COLUMNS])
{
  g_auto (GStrv) wanted = g_new0 (char *, TD_N_FORM_COLUMNS + 1);
  gboolean clear = TRUE;

  memset (found, 0, sizeof (guint) * TD_N_FORM_COLUMNS);
  for (guint i = 0; i < TD_N_FORM_COLUMNS; i++)
    wanted[i] = td_text_fold (marks ? td_form_column_mark ((TdFormColumn) i)
                                    : td_form_column_title ((TdFormColumn) i));
  for (guint r = 0; r < td_sheet_get_n_rows (look->sheet); r++)
    {
      const TdRow *row = td_sheet_get_row (look->sheet, r);

      if (find_stamped_row (look, row->row) != NULL)
        continue;
      for (guint c = 0; c < row->n_cells; c++)
        {
          g_autofree char *folded =
              row->cells[c].kind == TD_CELL_TEXT ? td_text_fold (row->cells[c].text) : NULL;

          if (folded == NULL)
            continue;
          g_strstrip (folded);
          for (guint i = 0; i < TD_N_FORM_COLUMNS; i++)
            if (*wanted[i] != '\0' && strcmp (folded, wanted[i]) == 0)
              {
                if (found[i] != 0 && found[i] != row->cells[c].column)
                  {
                    complain (
                        look, row->row, row->cells[c].column,
                        g_strdup_printf (_ ("the column “%s” is there twice; which one counts "
                                            "cannot be told"),
                                         td_form_column_title ((TdFormColumn) i)));
                    clear = FALSE;
                  }
                found[i] = row->cells[c].column;
                look->first_row = MAX (look->first_row, row->row + 1);
              }
        }
    }
  return clear;
}

/* Marks say where a column is; a heading may be retyped, but must not say the opposite. */
static gboolean
settle_columns (Look *look)
{
  guint marks[TD_N_FORM_COLUMNS], titles[TD_N_FORM_COLUMNS];
  gboolean clear = find_columns (look, TRUE, marks);

  look->has_marks = marks[TD_FORM_FIRST] != 0 && marks[TD_FORM_SECOND] != 0;
  clear = find_columns (look, FALSE, titles) && clear;
  for (guint i = TD_FORM_NUMBER; i < TD_N_FORM_COLUMNS; i++)
    {
      look->columns[i] = marks[i] != 0 ? marks[i] : titles[i];
      if (i >= TD_FORM_FIRST && clear && marks[i] != 0 && titles[i] != 0 && titles[i] != marks[i])
        {
          complain (
              look, look->first_row - 1, titles[i],
              g_strdup_printf (_ ("the heading “%s” was moved to another column; which figures "
                                  "are meant cannot be told"),
                               td_form_column_title ((TdFormColumn) i)));
          clear = FALSE;
        }
    }
  return clear;
}

/* --- the heading ---------------------------------------------------------------------------------- */

/* What follows @begin in a cell of the heading. (transfer full) */
static char *
find_line (const Look *look, const char *begin)
{
  g_autofree char *wanted = td_text_fold (begin);

  for (guint r = 0; r < td_sheet_get_n_rows (look->sheet); r++)
    {
      const TdRow *row = td_sheet_get_row (look->sheet, r);

      for (guint c = 0; c < row->n_cells; c++)
        {
          g_autofree char *normal = row->cells[c].kind == TD_CELL_TEXT
                                        ? td_text_normalize (row->cells[c].text, -1, TRUE, NULL)
                                        : NULL;
          g_autofree char *folded = normal != NULL ? td_text_fold (normal) : NULL;
          const char *colon = normal != NULL ? strchr (normal, ':') : NULL;

          if (folded != NULL && colon != NULL && g_str_has_prefix (folded, wanted))
            return g_strstrip (g_strdup (colon + 1));
        }
    }
  return g_strdup ("");
}

/* --- rows ----------------------------------------------------------------------------------------- */

/*
 * Whether the cell lies under a merged area in such a way that what is seen there is not, or not only,
 * its own.
 */
static gboolean
refuse_merge (const Look *look, guint row, guint column, TdFormInput *input)
{
  const TdMerge *merge = td_grid_file_find_merge (look->file, row, column);
  gboolean others = FALSE;

  if (merge == NULL)
    return FALSE;
  for (guint r = merge->first_row; r <= merge->last_row && r - merge->first_row < 1000; r++)
    others = others || (r != row && find_stamped_row (look, r) != NULL);
  if (merge->first_row == row && merge->first_column == column && !others)
    return FALSE;
  td_form_refuse (
      input, "%s",
      _ ("the cell is merged with others, so whose figure it is cannot be told; undo the "
         "merging"));
  return TRUE;
}

/*
 * A figure where the form prints words: the name, the measure, what was reported before. Somebody took
 * the wrong column.
 */
static gboolean
is_out_of_place (const Look *look, const TdCell *cell)
{
  for (guint i = TD_FORM_NAME; i < TD_FORM_FIRST; i++)
    if (look->columns[i] == cell->column)
      return cell->kind == TD_CELL_NUMBER || cell->kind == TD_CELL_DATE;
  return FALSE;
}

/* Something in the row where the form has no column, or has another one. */
static const TdCell *
find_stray (const Look *look, const TdRow *row)
{
  for (guint c = 0; row != NULL && c < row->n_cells; c++)
    {
      const TdCell *cell = &row->cells[c];
      gboolean known = is_stamp (cell) || cell->kind == TD_CELL_BLANK;

      for (guint i = TD_FORM_NUMBER; i < TD_N_FORM_COLUMNS; i++)
        known = known || look->columns[i] == cell->column;
      /* Without the marks it is not known where the printed columns are; figures may stray only. */
      if (!look->has_marks)
        known = known || !is_figure (cell) || cell->column < look->columns[TD_FORM_NAME];
      known = known && !is_out_of_place (look, cell);
      if (!known)
        return cell;
    }
  return NULL;
}

static void
read_ratio (TdFormRow *out, const TdFormReading *first, const TdFormReading *second)
{
  TdFormInput *a = td_form_row_input (out, TD_FORM_FIRST);
  TdFormInput *b = td_form_row_input (out, TD_FORM_SECOND);

  out->given = first->given || second->given;
  out->figures = (TdFigures){ first->figure, second->figure };
  if (second->pair != TD_DECIMAL_NONE)
    td_form_refuse (b, "%s", _ ("two figures in one cell; write each in its own"));
  if (first->pair != TD_DECIMAL_NONE)
    {
      if (second->given && second->figure != first->pair)
        td_form_refuse (a, "%s", _ ("two figures in one cell, and another one beside it"));
      out->figures.second = first->pair;
    }
  if (a->value.remark != NULL || b->value.remark != NULL || !out->given)
    return;
  if (out->figures.first == TD_DECIMAL_NONE)
    td_form_refuse (a, "%s", _ ("a ratio's two figures come together: how many done, of how many"));
  if (out->figures.second == TD_DECIMAL_NONE)
    td_form_refuse (b, "%s", _ ("a ratio's two figures come together: how many done, of how many"));
}

static void
read_inputs (const Look *look, const TdRow *row, const Stamped *stamped, TdFormRow *out)
{
  gboolean from_1904 = td_grid_file_counts_from_1904 (look->file);
  gboolean ratio = stamped->stamp.kind == TD_KIND_RATIO;
  TdFormReading readings[2];

  for (guint i = TD_FORM_FIRST; i <= TD_FORM_NOTE; i++)
    {
      TdFormInput *input = td_form_row_input (out, i);
      guint column = look->columns[i];
      const TdCell *cell = row != NULL && column != 0 ? td_row_get_cell (row, column) : NULL;

      input->where = place (look, stamped->row, column);
      if (i == TD_FORM_NOTE)
        td_form_read_note (cell, input);
      else
        td_form_read_figure (cell, stamped->stamp.kind, from_1904, input,
                             &readings[i - TD_FORM_FIRST]);
      if (i != TD_FORM_SECOND || ratio)
        refuse_merge (look, stamped->row, column, input);
      if (cell != NULL && (row->hidden || (cell->flags & TD_CELL_HIDDEN) != 0))
        td_form_hint (input, "%s", _ ("this cell is hidden in the form; it was read all the same"));
    }
  if (ratio)
    read_ratio (out, &readings[0], &readings[1]);
  else
    {
      TdFormInput *second = td_form_row_input (out, TD_FORM_SECOND);

      out->given = readings[0].given;
      out->figures = (TdFigures){ readings[0].figure, TD_DECIMAL_NONE };
      g_clear_pointer (&second->value.remark, g_free);
      if (readings[1].given)
        td_form_refuse (second, "%s", _ ("this target has one figure; nothing belongs here"));
    }
}

/* A row that was sorted away from its stamp, or written over. */
static gboolean
refuse_code (const Look *look, const TdRow *row, const Stamped *stamped)
{
  const TdCell *cell = row != NULL && look->columns[TD_FORM_CODE] != 0
                           ? td_row_get_cell (row, look->columns[TD_FORM_CODE])
                           : NULL;
  g_autofree char *seen = NULL, *expected = NULL;

  if (cell == NULL || cell->kind == TD_CELL_BLANK)
    return FALSE;
  seen = td_text_fold (cell->text);
  expected = td_text_fold (stamped->stamp.target);
  if (strcmp (g_strstrip (seen), g_strstrip (expected)) == 0)
    return FALSE;
  complain (
      look, stamped->row, cell->column,
      g_strdup_printf (_ ("the row says %s, but it was sent for %s; which target is meant cannot "
                          "be told"),
                       cell->text, stamped->stamp.target));
  return TRUE;
}

/* What the row says its target is called; %NULL when nothing. (transfer full) */
static char *
dup_name (const Look *look, const TdRow *row)
{
  const TdCell *cell = row != NULL && look->columns[TD_FORM_NAME] != 0
                           ? td_row_get_cell (row, look->columns[TD_FORM_NAME])
                           : NULL;

  return cell != NULL && cell->kind == TD_CELL_TEXT ? td_text_normalize (cell->text, -1, TRUE, NULL)
                                                    : NULL;
}

static TdFormRow *
read_row (const Look *look, const Stamped *stamped)
{
  const TdRow *row = td_sheet_find_row (look->sheet, stamped->row);
  TdFormRow *out = g_new0 (TdFormRow, 1);
  const TdCell *stray = find_stray (look, row);

  td_form_stamp_copy (&out->stamp, &stamped->stamp);
  out->name = dup_name (look, row);
  read_inputs (look, row, stamped, out);
  if (stray != NULL)
    {
      TdFormInput *first = td_form_row_input (out, TD_FORM_FIRST);
      g_autofree char *there = place (look, stamped->row, stray->column);

      if (!out->given || is_figure (stray))
        td_form_refuse (first,
                        _ ("%s is filled in, but the form has no column there; move what "
                           "belongs to the form into its place and clear the rest"),
                        there);
      else
        td_form_hint (first, _ ("%s is no part of the form and was not read"), there);
    }
  for (guint i = 0; i < G_N_ELEMENTS (out->inputs); i++)
    out->refused = out->refused || out->inputs[i].value.remark != NULL;
  return out;
}

/* The same target twice: one row copied. Alike they are one; otherwise neither counts. */
static void
settle_twins (TdFormPage *page)
{
  for (guint i = 0; i < page->rows->len; i++)
    for (guint k = i + 1; k < page->rows->len;)
      {
        TdFormRow *a = g_ptr_array_index (page->rows, i), *b = g_ptr_array_index (page->rows, k);
        gboolean same = a->given == b->given && td_figures_equal (&a->figures, &b->figures)
                        && !b->refused
                        && g_strcmp0 (td_form_row_input (a, TD_FORM_NOTE)->value.text,
                                      td_form_row_input (b, TD_FORM_NOTE)->value.text)
                               == 0;

        if (strcmp (a->stamp.target, b->stamp.target) != 0)
          {
            k++;
            continue;
          }
        if (!same)
          {
            td_form_refuse (td_form_row_input (a, TD_FORM_FIRST),
                            _ ("this target has a second row, %s, with other figures"),
                            td_form_row_input (b, TD_FORM_FIRST)->where);
            a->refused = TRUE;
          }
        g_ptr_array_remove_index (page->rows, k);
      }
}

/* Figures that stand beside no target have slipped: then all of the page may have. */
static gboolean
refuse_slipped (const Look *look)
{
  gboolean slipped = FALSE;

  for (guint r = 0; r < td_sheet_get_n_rows (look->sheet); r++)
    {
      const TdRow *row = td_sheet_get_row (look->sheet, r);

      if (row->row < look->first_row || find_stamped_row (look, row->row) != NULL)
        continue;
      for (guint i = TD_FORM_FIRST; i <= TD_FORM_SECOND; i++)
        {
          const TdCell *cell =
              look->columns[i] != 0 ? td_row_get_cell (row, look->columns[i]) : NULL;

          /* A total that somebody added is a formula. */
          if (cell == NULL || !is_figure (cell) || (cell->flags & TD_CELL_FORMULA) != 0)
            continue;
          complain (
              look, row->row, cell->column,
              g_strdup (_ ("a figure in a row that is no target's: the rows may have slipped, so "
                           "nothing of this sheet is taken; put the figures into their rows")));
          slipped = TRUE;
        }
    }
  return slipped;
}

/* Rows that lost their stamp get it back by their code, when the workbook's second copy has it. */
static void
adopt_rows (Look *look, const GArray *copies, const TdFormStamp *whose)
{
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);

  if (look->columns[TD_FORM_CODE] == 0)
    return;
  for (guint i = 0; i < look->stamped->len; i++)
    if (g_array_index (look->stamped, Stamped, i).stamp.target != NULL)
      g_hash_table_add (there, g_array_index (look->stamped, Stamped, i).stamp.target);
  for (guint r = 0; r < td_sheet_get_n_rows (look->sheet); r++)
    {
      const TdRow *row = td_sheet_get_row (look->sheet, r);
      const TdCell *cell = td_row_get_cell (row, look->columns[TD_FORM_CODE]);
      g_autofree char *code = NULL;

      if (cell == NULL || cell->kind == TD_CELL_BLANK || row->row < look->first_row
          || find_stamped_row (look, row->row) != NULL)
        continue;
      code = g_strstrip (td_text_fold (cell->text));
      for (guint i = 0; i < copies->len; i++)
        {
          const Stamped *copy = &g_array_index (copies, Stamped, i);
          g_autofree char *wanted = td_text_fold (copy->stamp.target);
          Stamped stamped = { row->row };

          if (strcmp (wanted, code) != 0 || g_hash_table_contains (there, copy->stamp.target)
              || !td_form_stamp_same_form (&copy->stamp, whose))
            continue;
          td_form_stamp_copy (&stamped.stamp, &copy->stamp);
          g_array_append_val (look->stamped, stamped);
          break;
        }
    }
}

static gboolean
has_target (const TdFormPage *page, const char *target)
{
  for (guint i = 0; i < page->rows->len; i++)
    if (strcmp (((TdFormRow *) g_ptr_array_index (page->rows, i))->stamp.target, target) == 0)
      return TRUE;
  return FALSE;
}

static TdFormPage *
read_page (Look *look, const TdFormStamp *whose, const GArray *copies)
{
  g_autoptr (TdFormPage) page = g_new0 (TdFormPage, 1);

  page->rows = g_ptr_array_new_with_free_func (free_row);
  page->missing = g_ptr_array_new_with_free_func (g_free);
  page->where = place (look, 0, 0);
  page->file = g_strdup (td_grid_file_get_name (look->file));
  page->unit_line = find_line (look, TD_FORM_UNIT_LINE);
  page->period_line = find_line (look, TD_FORM_PERIOD_LINE);
  td_form_stamp_copy (&page->stamp, whose);
  for (guint i = 0; i < look->stamped->len; i++)
    {
      const Stamped *stamped = &g_array_index (look->stamped, Stamped, i);
      const TdRow *row = td_sheet_find_row (look->sheet, stamped->row);

      if (!stamped->bad && !refuse_code (look, row, stamped))
        g_ptr_array_add (page->rows, read_row (look, stamped));
    }
  settle_twins (page);
  for (guint i = 0; i < copies->len; i++)
    {
      const TdFormStamp *copy = &g_array_index (copies, Stamped, i).stamp;

      if (copy->target != NULL && td_form_stamp_same_form (copy, whose)
          && !has_target (page, copy->target))
        g_ptr_array_add (page->missing, g_strdup (copy->target));
    }
  return g_steal_pointer (&page);
}

/* --- a workbook ----------------------------------------------------------------------------------- */

/* Whether the sheet has more than stamps: the second copy has not. */
static gboolean
looks_like_form (Look *look)
{
  guint titles = 0, found[TD_N_FORM_COLUMNS];
  TdProblems *kept = look->problems;
  g_autoptr (TdProblems) aside = td_problems_new ();

  look->problems = aside;
  find_columns (look, TRUE, found);
  for (guint i = 0; i < TD_N_FORM_COLUMNS; i++)
    titles += found[i] != 0;
  find_columns (look, FALSE, found);
  for (guint i = 0; i < TD_N_FORM_COLUMNS; i++)
    titles += found[i] != 0;
  look->problems = kept;
  for (guint i = 0; titles < 3 && i < look->stamped->len; i++)
    {
      const TdRow *row =
          td_sheet_find_row (look->sheet, g_array_index (look->stamped, Stamped, i).row);

      titles += row->n_cells > 1 ? 3 : 0;
    }
  look->first_row = 1;
  return titles >= 3;
}

static gboolean
load_look (Look *look, TdGridFile *file, guint index, TdProblems *problems,
           GCancellable *cancellable, GError **error)
{
  *look = (Look){ file, td_grid_file_get_sheet_name (file, index), NULL, problems };
  look->sheet = td_sheet_load (file, index, MAX_CELLS, cancellable, error);
  if (look->sheet == NULL)
    return FALSE;
  look->stamped = g_array_new (FALSE, TRUE, sizeof (Stamped));
  g_array_set_clear_func (look->stamped, clear_stamped);
  look->first_row = 1;
  return TRUE;
}

static void
clear_look (Look *look)
{
  g_clear_pointer (&look->sheet, td_sheet_free);
  g_clear_pointer (&look->stamped, g_array_unref);
}

/* The form whose rows have all lost their stamps: the one of the second copy, when that is of one. */
static const TdFormStamp *
only_form (const GArray *copies)
{
  for (guint i = 1; i < copies->len; i++)
    if (!td_form_stamp_same_form (&g_array_index (copies, Stamped, 0).stamp,
                                  &g_array_index (copies, Stamped, i).stamp))
      return NULL;
  return copies->len > 0 ? &g_array_index (copies, Stamped, 0).stamp : NULL;
}

/* Reads the sheet as a form; %NULL with what is wrong in the problems. */
static TdFormPage *
look_at_form (Look *look, const GArray *copies)
{
  const TdFormStamp *best = settle_stamp (look);
  g_auto (TdFormStamp) whose = { 0 };
  gboolean clear = settle_columns (look);

  if (best == NULL && look->stamped->len == 0)
    best = only_form (copies);
  if (best == NULL)
    {
      if (look->stamped->len == 0)
        complain (
            look, 0, 0,
            g_strdup (_ ("this looks like a form, but what says whose it is has been removed; "
                         "send the unit its form again, or type the figures in")));
      return NULL;
    }
  td_form_stamp_copy (&whose, best);
  if (!clear)
    return NULL;
  if (look->columns[TD_FORM_FIRST] == 0 || look->columns[TD_FORM_SECOND] == 0)
    {
      complain (look, 0, 0,
                g_strdup_printf (_ ("the columns “%s” and “%s” cannot be found any more"),
                                 td_form_column_title (TD_FORM_FIRST),
                                 td_form_column_title (TD_FORM_SECOND)));
      return NULL;
    }
  adopt_rows (look, copies, &whose);
  return refuse_slipped (look) ? NULL : read_page (look, &whose, copies);
}

/* Gathers the stamps of sheets that are nothing but the second copy. */
static gboolean
gather_copies (TdGridFile *file, GArray *copies, gboolean *is_copy, GCancellable *cancellable,
               GError **error)
{
  for (guint i = 0; i < td_grid_file_get_n_sheets (file); i++)
    {
      g_autoptr (TdProblems) aside = td_problems_new ();
      Look look;

      if (!load_look (&look, file, i, aside, cancellable, error))
        return FALSE;
      find_stamps (&look);
      is_copy[i] = look.stamped->len > 0 && !looks_like_form (&look);
      for (guint k = 0; is_copy[i] && k < look.stamped->len; k++)
        {
          Stamped *one = &g_array_index (look.stamped, Stamped, k), copy = { 0 };

          if (one->bad)
            continue;
          td_form_stamp_copy (&copy.stamp, &one->stamp);
          g_array_append_val (copies, copy);
        }
      clear_look (&look);
    }
  return TRUE;
}

gboolean
td_form_read (const char *path, GPtrArray *pages, TdProblems *problems, GCancellable *cancellable,
              GError **error)
{
  g_autoptr (TdGridFile) file = td_grid_file_open (path, cancellable, error);
  g_autoptr (GArray) copies = g_array_new (FALSE, TRUE, sizeof (Stamped));
  g_autofree gboolean *is_copy = NULL;
  gboolean forms = FALSE;

  if (file == NULL)
    return FALSE;
  if (td_grid_file_get_format (file) == TD_GRID_CSV)
    return td_refuse (error, TD_ERROR_INVALID, td_grid_file_get_name (file),
                      _ ("a form is a workbook (.xlsx, .ods), not a text file"));
  g_array_set_clear_func (copies, clear_stamped);
  is_copy = g_new0 (gboolean, td_grid_file_get_n_sheets (file) + 1);
  if (!gather_copies (file, copies, is_copy, cancellable, error))
    return FALSE;
  for (guint i = 0; i < td_grid_file_get_n_sheets (file); i++)
    {
      TdFormPage *page = NULL;
      Look look;

      if (is_copy[i])
        continue;
      if (!load_look (&look, file, i, problems, cancellable, error))
        return FALSE;
      find_stamps (&look);
      if (look.stamped->len > 0 || looks_like_form (&look))
        {
          forms = TRUE;
          page = look_at_form (&look, copies);
          if (page != NULL)
            g_ptr_array_add (pages, page);
        }
      clear_look (&look);
    }
  if (!forms)
    return td_refuse (error, TD_ERROR_INVALID, td_grid_file_get_name (file),
                      _ ("this is none of the forms that were sent out"));
  return TRUE;
}

gboolean
td_form_is_untouched (const char *path)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) td_form_page_free);
  g_autoptr (TdProblems) problems = td_problems_new ();
  gboolean same;

  same = td_form_read (path, pages, problems, NULL, NULL) && pages->len > 0
         && td_problems_get_count (problems) == 0;
  for (guint i = 0; same && i < pages->len; i++)
    {
      const TdFormPage *page = g_ptr_array_index (pages, i);

      same = page->missing->len == 0;
      for (guint r = 0; same && r < page->rows->len; r++)
        {
          const TdFormRow *row = g_ptr_array_index (page->rows, r);
          const char *text = td_form_row_input (row, TD_FORM_NOTE)->value.text;
          g_autofree char *note = td_form_stamp_hash (text != NULL ? text : "");

          same = !row->refused && row->given == (row->stamp.state != TD_FORM_STATE_NONE)
                 && td_figures_equal (&row->figures, &row->stamp.figures)
                 && strcmp (note, row->stamp.note) == 0;
        }
    }
  return same;
}
