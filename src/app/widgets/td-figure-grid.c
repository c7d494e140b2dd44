/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-figure-grid.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/td-page.h"
#include "app/widgets/td-figure-blocks.h"
#include "app/widgets/td-figure-cell.h"

#define ROW_HEIGHT    28
#define HEADER_HEIGHT 32
#define COLUMN_WIDTH  104
#define TITLE_WIDTH   190
#define PADDING       6

/* What was typed into a cell and not taken. */
typedef struct
{
  char *text;
  char *reason;
} Refusal;

struct _TdFigureGrid
{
  TdScrollArea parent_instance;

  TdFigureModel *model; /* owned */
  gulong changed_handler;
  guint rows, columns;

  GPtrArray *cells;                                 /* of TdFigureCell, children; those in view */
  guint first_row, first_column, n_rows, n_columns; /* what the cells stand for */

  gboolean has_cursor;
  guint row, column;               /* the current cell */
  guint anchor_row, anchor_column; /* the other end of the range */

  GtkWidget *entry; /* child; shown while typing */
  gboolean editing;
  GHashTable *refusals; /* GUINT (row · columns + column) → Refusal */
};

enum
{
  SIGNAL_CURSOR_MOVED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdFigureGrid, td_figure_grid, TD_TYPE_SCROLL_AREA)

static void
free_refusal (gpointer data)
{
  Refusal *refusal = data;

  g_free (refusal->text);
  g_free (refusal->reason);
  g_free (refusal);
}

static gpointer
refusal_key (const TdFigureGrid *self, guint row, guint column)
{
  return GUINT_TO_POINTER (row * self->columns + column + 1);
}

/* --- where things are ----------------------------------------------------------------------------- */

static int
cell_x (TdFigureGrid *self, guint column)
{
  return TITLE_WIDTH + (int) column * COLUMN_WIDTH
         - (int) td_scroll_area_get_offset (TD_SCROLL_AREA (self), GTK_ORIENTATION_HORIZONTAL);
}

static int
cell_y (TdFigureGrid *self, guint row)
{
  return HEADER_HEIGHT + (int) row * ROW_HEIGHT
         - (int) td_scroll_area_get_offset (TD_SCROLL_AREA (self), GTK_ORIENTATION_VERTICAL);
}

static gboolean
cell_at (TdFigureGrid *self, double x, double y, guint *row, guint *column)
{
  if (x < TITLE_WIDTH || y < HEADER_HEIGHT)
    return FALSE;
  *column =
      (guint) ((x - TITLE_WIDTH
                + td_scroll_area_get_offset (TD_SCROLL_AREA (self), GTK_ORIENTATION_HORIZONTAL))
               / COLUMN_WIDTH);
  *row = (guint) ((y - HEADER_HEIGHT
                   + td_scroll_area_get_offset (TD_SCROLL_AREA (self), GTK_ORIENTATION_VERTICAL))
                  / ROW_HEIGHT);
  return *row < self->rows && *column < self->columns;
}

static gboolean
in_range (const TdFigureGrid *self, guint row, guint column)
{
  return self->has_cursor && row >= MIN (self->row, self->anchor_row)
         && row <= MAX (self->row, self->anchor_row)
         && column >= MIN (self->column, self->anchor_column)
         && column <= MAX (self->column, self->anchor_column);
}

gboolean
td_figure_grid_get_range (TdFigureGrid *self, guint *row, guint *column, guint *last_row,
                          guint *last_column)
{
  *row = MIN (self->row, self->anchor_row);
  *column = MIN (self->column, self->anchor_column);
  *last_row = MAX (self->row, self->anchor_row);
  *last_column = MAX (self->column, self->anchor_column);
  return self->has_cursor;
}

/* --- cells in view -------------------------------------------------------------------------------- */

static void
fill_cell (TdFigureGrid *self, TdFigureCell *cell)
{
  guint row = td_figure_cell_get_row (cell), column = td_figure_cell_get_column (cell);
  const Refusal *refusal = g_hash_table_lookup (self->refusals, refusal_key (self, row, column));
  g_autofree char *row_title = td_figure_model_get_row_title (self->model, row);
  g_autofree char *column_title = td_figure_model_get_column_title (self->model, column, NULL);
  g_autofree char *name = g_strdup_printf ("%s, %s", row_title, column_title);
  TdFigureLook look;

  td_figure_model_look (self->model, row, column, &look);
  td_figure_cell_set_look (cell, &look, refusal != NULL ? refusal->text : NULL,
                           refusal != NULL ? refusal->reason : NULL, name);
  td_figure_look_clear (&look);
}

static void
mark_cells (TdFigureGrid *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      TdFigureCell *cell = g_ptr_array_index (self->cells, i);
      guint row = td_figure_cell_get_row (cell), column = td_figure_cell_get_column (cell);

      td_figure_cell_set_selected (cell, in_range (self, row, column),
                                   self->has_cursor && row == self->row && column == self->column);
    }
}

/* Gives every place in view a cell; cells that stay in view keep what they show. */
static void
place_cells (TdFigureGrid *self, gboolean fill_all)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)),
      height = gtk_widget_get_height (GTK_WIDGET (self));
  guint first_column =
      (guint) td_scroll_area_get_offset (TD_SCROLL_AREA (self), GTK_ORIENTATION_HORIZONTAL)
      / COLUMN_WIDTH;
  guint first_row =
      (guint) td_scroll_area_get_offset (TD_SCROLL_AREA (self), GTK_ORIENTATION_VERTICAL)
      / ROW_HEIGHT;
  guint n_columns = MIN ((guint) MAX (width - TITLE_WIDTH, 0) / COLUMN_WIDTH + 2,
                         self->columns - MIN (first_column, self->columns));
  guint n_rows = MIN ((guint) MAX (height - HEADER_HEIGHT, 0) / ROW_HEIGHT + 2,
                      self->rows - MIN (first_row, self->rows));
  guint wanted = n_rows * n_columns;
  g_autoptr (GPtrArray) free_cells = g_ptr_array_new ();
  g_autofree gboolean *taken = g_new0 (gboolean, wanted);

  for (guint i = 0; i < self->cells->len; i++)
    {
      TdFigureCell *cell = g_ptr_array_index (self->cells, i);
      guint row = td_figure_cell_get_row (cell), column = td_figure_cell_get_column (cell);

      if (row >= first_row && row < first_row + n_rows && column >= first_column
          && column < first_column + n_columns)
        {
          taken[(row - first_row) * n_columns + column - first_column] = TRUE;
          if (fill_all)
            fill_cell (self, cell);
        }
      else
        g_ptr_array_add (free_cells, cell);
    }
  for (guint i = 0; i < wanted; i++)
    {
      TdFigureCell *cell;

      if (taken[i])
        continue;
      if (free_cells->len > 0)
        cell = g_ptr_array_steal_index_fast (free_cells, free_cells->len - 1);
      else
        {
          cell = TD_FIGURE_CELL (td_figure_cell_new ());
          gtk_widget_insert_before (GTK_WIDGET (cell), GTK_WIDGET (self), self->entry);
          g_ptr_array_add (self->cells, cell);
        }
      td_figure_cell_set_place (cell, first_row + i / n_columns, first_column + i % n_columns);
      fill_cell (self, cell);
    }
  for (guint i = 0; i < free_cells->len; i++)
    {
      gtk_widget_unparent (g_ptr_array_index (free_cells, i));
      g_ptr_array_remove_fast (self->cells, g_ptr_array_index (free_cells, i));
    }
  self->first_row = first_row;
  self->first_column = first_column;
  self->n_rows = n_rows;
  self->n_columns = n_columns;
  mark_cells (self);
}

/* --- scrolling ------------------------------------------------------------------------------------ */

static void
td_figure_grid_configure (TdScrollArea *area)
{
  TdFigureGrid *self = TD_FIGURE_GRID (area);
  int width = gtk_widget_get_width (GTK_WIDGET (self)),
      height = gtk_widget_get_height (GTK_WIDGET (self));
  double columns = MAX (width - TITLE_WIDTH, 1), rows = MAX (height - HEADER_HEIGHT, 1);

  td_scroll_area_set_extent (area, GTK_ORIENTATION_HORIZONTAL,
                             (double) self->columns * COLUMN_WIDTH, columns, COLUMN_WIDTH,
                             columns - COLUMN_WIDTH);
  td_scroll_area_set_extent (area, GTK_ORIENTATION_VERTICAL, (double) self->rows * ROW_HEIGHT, rows,
                             ROW_HEIGHT, rows - ROW_HEIGHT);
}

static void
td_figure_grid_scrolled (TdScrollArea *area)
{
  gtk_widget_queue_allocate (GTK_WIDGET (area));
  gtk_widget_queue_draw (GTK_WIDGET (area));
}

static void
scroll_to (TdFigureGrid *self, guint row, guint column)
{
  double x = (double) column * COLUMN_WIDTH, y = (double) row * ROW_HEIGHT;

  td_scroll_area_show (TD_SCROLL_AREA (self), GTK_ORIENTATION_HORIZONTAL, x, x + COLUMN_WIDTH);
  td_scroll_area_show (TD_SCROLL_AREA (self), GTK_ORIENTATION_VERTICAL, y, y + ROW_HEIGHT);
}

/* --- the cursor ----------------------------------------------------------------------------------- */

static void
move_to (TdFigureGrid *self, guint row, guint column, gboolean extend)
{
  if (self->rows == 0 || self->columns == 0)
    return;
  self->row = MIN (row, self->rows - 1);
  self->column = MIN (column, self->columns - 1);
  self->has_cursor = TRUE;
  if (!extend)
    {
      self->anchor_row = self->row;
      self->anchor_column = self->column;
    }
  scroll_to (self, self->row, self->column);
  mark_cells (self);
  g_signal_emit (self, signals[SIGNAL_CURSOR_MOVED], 0);
}

static void
move_by (TdFigureGrid *self, int rows, int columns, gboolean extend)
{
  int row = (int) self->row + rows, column = (int) self->column + columns;

  move_to (self, (guint) MAX (row, 0), (guint) MAX (column, 0), extend);
}

/* Tab at a row's end goes on in the next. */
static void
step (TdFigureGrid *self, gboolean back)
{
  if (back && self->column == 0 && self->row > 0)
    move_to (self, self->row - 1, self->columns - 1, FALSE);
  else if (!back && self->column + 1 == self->columns && self->row + 1 < self->rows)
    move_to (self, self->row + 1, 0, FALSE);
  else
    move_by (self, 0, back ? -1 : 1, FALSE);
}

gboolean
td_figure_grid_get_cursor (TdFigureGrid *self, guint *row, guint *column)
{
  *row = self->row;
  *column = self->column;
  return self->has_cursor;
}

void
td_figure_grid_set_cursor (TdFigureGrid *self, guint row, guint column)
{
  if (row < self->rows && column < self->columns && td_figure_grid_finish_editing (self))
    move_to (self, row, column, FALSE);
}

/* --- writing -------------------------------------------------------------------------------------- */

/* Writes cells; what is refused stays in its cell with the reason. */
static void
write_edits (TdFigureGrid *self, GArray *edits, const char *what)
{
  guint n_refused = 0;

  if (edits->len == 0)
    return;
  for (guint i = 0; i < edits->len; i++)
    {
      const TdFigureEdit *edit = &g_array_index (edits, TdFigureEdit, i);

      g_hash_table_remove (self->refusals, refusal_key (self, edit->row, edit->column));
    }
  td_figure_model_write (self->model, edits, what);
  for (guint i = 0; i < edits->len; i++)
    {
      TdFigureEdit *edit = &g_array_index (edits, TdFigureEdit, i);

      if (edit->reason != NULL)
        {
          Refusal *refusal = g_new (Refusal, 1);

          refusal->text = g_strdup (edit->text);
          refusal->reason = g_strdup (edit->reason);
          g_hash_table_insert (self->refusals, refusal_key (self, edit->row, edit->column),
                               refusal);
          n_refused++;
        }
    }
  if (n_refused == 1 && edits->len == 1)
    td_toast (GTK_WIDGET (self), g_array_index (edits, TdFigureEdit, 0).reason);
  else if (n_refused > 0)
    {
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u cell could not be taken; it is marked with the reason",
                       "%u cells could not be taken; they are marked with the reason", n_refused),
          n_refused);

      td_toast (GTK_WIDGET (self), text);
    }
  place_cells (self, TRUE);
}

static void
add_edit (GArray *edits, guint row, guint column, const char *text)
{
  TdFigureEdit edit = { row, column, g_strdup (text), NULL };

  g_array_append_val (edits, edit);
}

guint
td_figure_grid_get_n_refused (TdFigureGrid *self)
{
  return g_hash_table_size (self->refusals);
}

/* --- typing --------------------------------------------------------------------------------------- */

static void
begin_editing (TdFigureGrid *self, const char *text)
{
  const Refusal *refusal;
  g_autofree char *current = NULL;

  if (self->editing || !self->has_cursor
      || !td_figure_model_is_editable (self->model, self->row, self->column))
    return;
  refusal = g_hash_table_lookup (self->refusals, refusal_key (self, self->row, self->column));
  current = refusal != NULL ? g_strdup (refusal->text)
                            : td_figure_model_get_edit_text (self->model, self->row, self->column);
  self->editing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : current);
  gtk_widget_set_tooltip_text (self->entry, refusal != NULL ? refusal->reason : NULL);
  gtk_widget_set_visible (self->entry, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
end_editing (TdFigureGrid *self)
{
  self->editing = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (self->entry, FALSE);
}

gboolean
td_figure_grid_finish_editing (TdFigureGrid *self)
{
  g_autoptr (GArray) edits = NULL;
  g_autofree char *before = NULL;
  const char *text;

  if (!self->editing)
    return TRUE;
  text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  before = td_figure_model_get_edit_text (self->model, self->row, self->column);
  edits = td_figure_edits_new ();
  if (strcmp (text, before) != 0
      || g_hash_table_contains (self->refusals, refusal_key (self, self->row, self->column)))
    add_edit (edits, self->row, self->column, text);
  end_editing (self);
  write_edits (self, edits, _ ("Enter"));
  return !g_hash_table_contains (self->refusals, refusal_key (self, self->row, self->column));
}

/* What was refused in the chosen cells is given up; they show again what is stored. */
static gboolean
drop_refusals (TdFigureGrid *self)
{
  guint row, column, last_row, last_column;
  gboolean any = FALSE;

  if (!td_figure_grid_get_range (self, &row, &column, &last_row, &last_column))
    return FALSE;
  for (guint r = row; r <= last_row; r++)
    for (guint c = column; c <= last_column; c++)
      any |= g_hash_table_remove (self->refusals, refusal_key (self, r, c));
  if (any)
    place_cells (self, TRUE);
  return any;
}

static gboolean
entry_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
              TdFigureGrid *self)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  switch (key)
    {
    case GDK_KEY_Escape:
      end_editing (self);
      drop_refusals (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      td_figure_grid_finish_editing (self);
      move_by (self, shift ? -1 : 1, 0, FALSE);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      td_figure_grid_finish_editing (self);
      step (self, shift || key == GDK_KEY_ISO_Left_Tab);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      td_figure_grid_finish_editing (self);
      move_by (self, key == GDK_KEY_Up ? -1 : 1, 0, FALSE);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
entry_left_cb (TdFigureGrid *self)
{
  if (self->editing)
    td_figure_grid_finish_editing (self);
}

/* --- blocks --------------------------------------------------------------------------------------- */

static gboolean
get_range (TdFigureGrid *self, TdFigureRange *out)
{
  return td_figure_grid_get_range (self, &out->row, &out->column, &out->last_row,
                                   &out->last_column);
}

static void
copy (TdFigureGrid *self)
{
  g_autoptr (TdTextBlock) block = NULL;
  g_autofree char *text = NULL;
  TdFigureRange range;

  if (!get_range (self, &range))
    return;
  block = td_figure_blocks_copy (self->model, &range);
  text = td_text_block_format (block);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
paste_block (TdFigureGrid *self, const TdTextBlock *block, gboolean foreign)
{
  g_autoptr (GArray) edits = NULL;
  g_autofree char *what = NULL;
  TdFigureRange range;

  if (!get_range (self, &range))
    return;
  edits = td_figure_blocks_paste (self->model, &range, block, foreign);
  what = g_strdup_printf (_ ("Paste %u cells"), edits->len);
  write_edits (self, edits, what);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdFigureGrid) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_autoptr (TdTextBlock) block = NULL;

  if (text != NULL)
    block = td_text_block_parse (text, -1, &error);
  if (block != NULL && self->model != NULL)
    paste_block (self, block, !gdk_clipboard_is_local (GDK_CLIPBOARD (source)));
  else if (error != NULL)
    td_toast (GTK_WIDGET (self), error->message);
}

static void
clear_range (TdFigureGrid *self)
{
  guint row, column, last_row, last_column;
  g_autoptr (GArray) edits = td_figure_edits_new ();

  if (!td_figure_grid_get_range (self, &row, &column, &last_row, &last_column))
    return;
  for (guint r = row; r <= last_row; r++)
    for (guint c = column; c <= last_column; c++)
      {
        g_autofree char *before = td_figure_model_get_edit_text (self->model, r, c);

        if (td_figure_model_is_editable (self->model, r, c)
            && (*before != '\0'
                || g_hash_table_contains (self->refusals, refusal_key (self, r, c))))
          add_edit (edits, r, c, "");
      }
  write_edits (self, edits, _ ("Clear"));
}

static void
fill_down (TdFigureGrid *self)
{
  g_autoptr (GArray) edits = NULL;
  TdFigureRange range;

  if (!get_range (self, &range))
    return;
  edits = td_figure_blocks_fill_down (self->model, &range);
  write_edits (self, edits, _ ("Fill down"));
}

/* --- keys and clicks ------------------------------------------------------------------------------ */

static gboolean
control_key (TdFigureGrid *self, guint key, gboolean shift)
{
  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_c:
      copy (self);
      return TRUE;
    case GDK_KEY_x:
      copy (self);
      clear_range (self);
      return TRUE;
    case GDK_KEY_v:
      gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb,
                                     g_object_ref (self));
      return TRUE;
    case GDK_KEY_d:
      fill_down (self);
      return TRUE;
    case GDK_KEY_a:
      move_to (self, 0, 0, FALSE);
      self->row = self->rows - 1;
      self->column = self->columns - 1;
      mark_cells (self);
      return TRUE;
    case GDK_KEY_Home:
      move_to (self, 0, 0, shift);
      return TRUE;
    case GDK_KEY_End:
      move_to (self, self->rows - 1, self->columns - 1, shift);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
plain_key (TdFigureGrid *self, guint key, gboolean shift)
{
  int page = MAX (gtk_widget_get_height (GTK_WIDGET (self)) / ROW_HEIGHT - 2, 1);

  switch (key)
    {
    case GDK_KEY_Up:
      move_by (self, -1, 0, shift);
      return TRUE;
    case GDK_KEY_Down:
      move_by (self, 1, 0, shift);
      return TRUE;
    case GDK_KEY_Left:
      move_by (self, 0, -1, shift);
      return TRUE;
    case GDK_KEY_Right:
      move_by (self, 0, 1, shift);
      return TRUE;
    case GDK_KEY_Page_Up:
      move_by (self, -page, 0, shift);
      return TRUE;
    case GDK_KEY_Page_Down:
      move_by (self, page, 0, shift);
      return TRUE;
    case GDK_KEY_Home:
      move_to (self, self->row, 0, shift);
      return TRUE;
    case GDK_KEY_End:
      move_to (self, self->row, self->columns - 1, shift);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      move_by (self, shift ? -1 : 1, 0, FALSE);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      step (self, shift || key == GDK_KEY_ISO_Left_Tab);
      return TRUE;
    case GDK_KEY_F2:
      begin_editing (self, NULL);
      return TRUE;
    case GDK_KEY_Escape:
      return drop_refusals (self);
    case GDK_KEY_Delete:
    case GDK_KEY_BackSpace:
      clear_range (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        TdFigureGrid *self)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  gunichar typed;

  if (self->model == NULL || self->editing || self->rows == 0 || self->columns == 0)
    return FALSE;
  if (!self->has_cursor)
    move_to (self, 0, 0, FALSE);
  if ((state & GDK_ALT_MASK) != 0)
    return FALSE;
  if ((state & GDK_CONTROL_MASK) != 0)
    return control_key (self, key, shift);
  if (plain_key (self, key, shift))
    return TRUE;
  typed = gdk_keyval_to_unicode (key);
  if (typed != 0 && g_unichar_isprint (typed)
      && td_figure_model_is_editable (self->model, self->row, self->column))
    {
      /* Typing replaces: the entry starts empty and gets this very key, through the input method. */
      begin_editing (self, "");
      return gtk_event_controller_key_forward (
          controller, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))));
    }
  return FALSE;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, TdFigureGrid *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint row, column;

  if (self->model == NULL || !cell_at (self, x, y, &row, &column))
    return;
  td_figure_grid_finish_editing (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  move_to (self, row, column, (state & GDK_SHIFT_MASK) != 0);
  if (n_press == 2)
    begin_editing (self, NULL);
}

static void
dragged_cb (GtkGestureDrag *gesture, double dx, double dy, TdFigureGrid *self)
{
  double x, y;
  guint row, column;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y)
      && cell_at (self, x + dx, y + dy, &row, &column) && self->has_cursor
      && (row != self->row || column != self->column))
    move_to (self, row, column, TRUE);
}

static gboolean
tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  TdFigureGrid *self = TD_FIGURE_GRID (widget);
  const Refusal *refusal;
  TdFigureLook look;
  guint row, column;
  g_autofree char *text = NULL;

  if (self->model == NULL)
    return FALSE;
  if (y < HEADER_HEIGHT && x >= TITLE_WIDTH && cell_at (self, x, HEADER_HEIGHT, &row, &column))
    {
      g_autofree char *title = td_figure_model_get_column_title (self->model, column, &text);

      gtk_tooltip_set_text (tooltip, text != NULL ? text : title);
      return TRUE;
    }
  if (!cell_at (self, x, y, &row, &column))
    return FALSE;
  refusal = g_hash_table_lookup (self->refusals, refusal_key (self, row, column));
  td_figure_model_look (self->model, row, column, &look);
  gtk_tooltip_set_text (tooltip, refusal != NULL ? refusal->reason : look.words);
  td_figure_look_clear (&look);
  return refusal != NULL || look.words != NULL || TRUE;
}

/* --- drawing -------------------------------------------------------------------------------------- */

static void
draw_title (TdFigureGrid *self, GtkSnapshot *snapshot, const char *text, float x, float y,
            int width, int height, gboolean strong, const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int text_height;

  if (strong)
    {
      g_autoptr (PangoAttrList) bold = pango_attr_list_new ();

      pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, bold);
    }
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (width - 2 * PADDING) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (x + PADDING, y + (float) (height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_titles (TdFigureGrid *self, GtkSnapshot *snapshot, int width, int height)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gtk_snapshot_push_clip (
      snapshot, &GRAPHENE_RECT_INIT (TITLE_WIDTH, 0, (float) (width - TITLE_WIDTH), HEADER_HEIGHT));
  for (guint c = self->first_column; c < self->first_column + self->n_columns; c++)
    {
      g_autofree char *title = td_figure_model_get_column_title (self->model, c, NULL);

      draw_title (self, snapshot, title, (float) cell_x (self, c), 0, COLUMN_WIDTH, HEADER_HEIGHT,
                  self->has_cursor && c == self->column, &color);
    }
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, HEADER_HEIGHT, TITLE_WIDTH,
                                                         (float) (height - HEADER_HEIGHT)));
  for (guint r = self->first_row; r < self->first_row + self->n_rows; r++)
    {
      g_autofree char *title = td_figure_model_get_row_title (self->model, r);

      draw_title (self, snapshot, title, 0, (float) cell_y (self, r), TITLE_WIDTH, ROW_HEIGHT,
                  self->has_cursor && r == self->row, &color);
    }
  gtk_snapshot_pop (snapshot);
  color.alpha *= 0.25f;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (0, HEADER_HEIGHT - 1, (float) width, 1));
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (TITLE_WIDTH - 1, 0, 1, (float) height));
}

static void
td_figure_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TdFigureGrid *self = TD_FIGURE_GRID (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->model == NULL)
    return;
  draw_titles (self, snapshot, width, height);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (TITLE_WIDTH, HEADER_HEIGHT,
                                                         (float) MAX (width - TITLE_WIDTH, 0),
                                                         (float) MAX (height - HEADER_HEIGHT, 0)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
td_figure_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  TdFigureGrid *self = TD_FIGURE_GRID (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = TITLE_WIDTH + COLUMN_WIDTH;
      *natural = TITLE_WIDTH + (int) MIN (self->columns, 8u) * COLUMN_WIDTH;
    }
  else
    {
      *minimum = HEADER_HEIGHT + 3 * ROW_HEIGHT;
      *natural = HEADER_HEIGHT + (int) MIN (self->rows, 20u) * ROW_HEIGHT;
    }
  *natural = MAX (*natural, *minimum);
}

static void
td_figure_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TdFigureGrid *self = TD_FIGURE_GRID (widget);

  td_figure_grid_configure (TD_SCROLL_AREA (self));
  if (self->model != NULL)
    place_cells (self, FALSE);
  for (guint i = 0; i < self->cells->len; i++)
    {
      TdFigureCell *cell = g_ptr_array_index (self->cells, i);
      GtkAllocation place = { cell_x (self, td_figure_cell_get_column (cell)),
                              cell_y (self, td_figure_cell_get_row (cell)), COLUMN_WIDTH,
                              ROW_HEIGHT };

      gtk_widget_measure (GTK_WIDGET (cell), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                          NULL);
      gtk_widget_size_allocate (GTK_WIDGET (cell), &place, -1);
    }
  if (self->editing)
    {
      GtkAllocation place = { cell_x (self, self->column), cell_y (self, self->row), COLUMN_WIDTH,
                              ROW_HEIGHT };
      int needed, tall;

      gtk_widget_measure (self->entry, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
      gtk_widget_measure (self->entry, GTK_ORIENTATION_VERTICAL, -1, &tall, NULL, NULL, NULL);
      place.width = MAX (place.width, needed);
      place.height = MAX (place.height, tall);
      gtk_widget_size_allocate (self->entry, &place, -1);
    }
}

/* --- object --------------------------------------------------------------------------------------- */

static void
model_changed_cb (TdFigureGrid *self)
{
  guint rows, columns;

  td_figure_model_get_size (self->model, &rows, &columns);
  if (rows != self->rows || columns != self->columns)
    {
      /* Other cells than before: what was refused there has no place any more. */
      if (columns != self->columns)
        g_hash_table_remove_all (self->refusals);
      self->rows = rows;
      self->columns = columns;
      self->has_cursor = self->has_cursor && self->row < rows && self->column < columns;
      self->anchor_row = self->row;
      self->anchor_column = self->column;
      td_figure_grid_configure (TD_SCROLL_AREA (self));
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  place_cells (self, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
td_figure_grid_set_model (TdFigureGrid *self, TdFigureModel *model)
{
  if (self->model == model)
    return;
  if (self->editing)
    end_editing (self);
  if (self->model != NULL)
    g_clear_signal_handler (&self->changed_handler, self->model);
  g_set_object (&self->model, model);
  g_hash_table_remove_all (self->refusals);
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->cells, i));
  g_ptr_array_set_size (self->cells, 0);
  self->rows = self->columns = self->n_rows = self->n_columns = 0;
  self->has_cursor = FALSE;
  if (model != NULL)
    {
      self->changed_handler =
          g_signal_connect_swapped (model, "changed", G_CALLBACK (model_changed_cb), self);
      model_changed_cb (self);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
td_figure_grid_dispose (GObject *object)
{
  TdFigureGrid *self = TD_FIGURE_GRID (object);

  self->editing = FALSE;
  td_figure_grid_set_model (self, NULL);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  G_OBJECT_CLASS (td_figure_grid_parent_class)->dispose (object);
}

static void
td_figure_grid_finalize (GObject *object)
{
  TdFigureGrid *self = TD_FIGURE_GRID (object);

  g_ptr_array_unref (self->cells);
  g_hash_table_unref (self->refusals);
  G_OBJECT_CLASS (td_figure_grid_parent_class)->finalize (object);
}

static void
td_figure_grid_class_init (TdFigureGridClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  TdScrollAreaClass *area_class = TD_SCROLL_AREA_CLASS (class);

  object_class->dispose = td_figure_grid_dispose;
  object_class->finalize = td_figure_grid_finalize;
  widget_class->measure = td_figure_grid_measure;
  widget_class->size_allocate = td_figure_grid_size_allocate;
  widget_class->snapshot = td_figure_grid_snapshot;
  area_class->configure = td_figure_grid_configure;
  area_class->scrolled = td_figure_grid_scrolled;

  signals[SIGNAL_CURSOR_MOVED] = g_signal_new (
      "cursor-moved", TD_TYPE_FIGURE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "figuregrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
td_figure_grid_init (TdFigureGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *entry_keys = gtk_event_controller_key_new ();
  GtkEventController *entry_focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new ();

  self->cells = g_ptr_array_new ();
  self->refusals = g_hash_table_new_full (NULL, NULL, NULL, free_refusal);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);

  self->entry = gtk_entry_new ();
  gtk_entry_set_alignment (GTK_ENTRY (self->entry), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_widget_add_css_class (self->entry, "td-figure-entry");
  gtk_widget_set_visible (self->entry, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Figure"), -1);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (entry_keys, GTK_PHASE_CAPTURE);
  g_signal_connect (entry_keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (self->entry, entry_keys);
  g_signal_connect_swapped (entry_focus, "leave", G_CALLBACK (entry_left_cb), self);
  gtk_widget_add_controller (self->entry, entry_focus);

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (drag, "drag-update", G_CALLBACK (dragged_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
td_figure_grid_new (void)
{
  return g_object_new (TD_TYPE_FIGURE_GRID, NULL);
}
