/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-stock.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/td-decimal.h"
#include "base/td-text.h"
#include "documents/td-paper.h"
#include "print/td-painter.h"

/* The group that says what the stock is; all others are fields. */
#define ABOUT "phôi"
/* Letters get smaller in steps of this many points. */
#define SIZE_STEP 0.5

static void
clear_field (gpointer data)
{
  TdStockField *self = data;

  g_free (self->label);
  g_free (self->name);
}

static TdStock *
new_stock (void)
{
  TdStock *self = g_new0 (TdStock, 1);

  self->fields = g_array_new (FALSE, TRUE, sizeof (TdStockField));
  g_array_set_clear_func (self->fields, clear_field);
  return self;
}

void
td_stock_free (TdStock *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_array_unref (self->fields);
  g_free (self);
}

TdStock *
td_stock_copy (const TdStock *self)
{
  TdStock *copy = new_stock ();

  copy->title = g_strdup (self->title);
  copy->a3 = self->a3;
  copy->offset_x = self->offset_x;
  copy->offset_y = self->offset_y;
  for (guint i = 0; i < self->fields->len; i++)
    {
      TdStockField field = g_array_index (self->fields, TdStockField, i);

      field.label = g_strdup (field.label);
      field.name = g_strdup (field.name);
      g_array_append_val (copy->fields, field);
    }
  return copy;
}

/* --- reading ---------------------------------------------------------------------------------- */

typedef struct
{
  GKeyFile *file;
  const char *where;
  TdProblems *problems;
  const char *group;
} Reader;

G_GNUC_PRINTF (3, 4)
static void
complain (Reader *self, const char *key, const char *format, ...)
{
  g_autofree char *place = g_strdup_printf ("%s:[%s]%s%s", self->where, self->group,
                                            key != NULL ? ":" : "", key != NULL ? key : "");
  va_list args;

  va_start (args, format);
  td_problems_take (self->problems, g_steal_pointer (&place), g_strdup_vprintf (format, args),
                    FALSE);
  va_end (args);
}

/* A length or a size: decimal comma or point. @fallback when the key is not there and may be absent. */
static double
read_number (Reader *self, const char *key, double min, double max, double fallback)
{
  g_autofree char *text = g_key_file_get_value (self->file, self->group, key, NULL);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  TdDecimal value;

  if (text == NULL)
    {
      if (isnan (fallback))
        complain (self, key, _ ("“%s” is missing"), key);
      return isnan (fallback) ? min : fallback;
    }
  if (!td_decimal_parse (text, TD_STYLE_VIETNAMESE, &value, NULL)
      && !td_decimal_parse (text, TD_STYLE_PLAIN, &value, NULL))
    {
      complain (self, key, _ ("“%s” is not a number of millimetres or points"), text);
      return min;
    }
  if ((double) value / TD_DECIMAL_SCALE >= min && (double) value / TD_DECIMAL_SCALE <= max)
    return (double) value / TD_DECIMAL_SCALE;
  low = td_decimal_format ((TdDecimal) (min * TD_DECIMAL_SCALE), TD_STYLE_VIETNAMESE);
  high = td_decimal_format ((TdDecimal) (max * TD_DECIMAL_SCALE), TD_STYLE_VIETNAMESE);
  complain (self, key, _ ("“%s” must lie between %s and %s"), key, low, high);
  return min;
}

static gboolean
read_flag (Reader *self, const char *key)
{
  g_autofree char *text = g_key_file_get_value (self->file, self->group, key, NULL);
  g_autofree char *folded = NULL;

  if (text == NULL)
    return FALSE;
  folded = td_text_fold (text);
  if (!g_str_equal (folded, "co") && !g_str_equal (folded, "khong"))
    complain (self, key, _ ("write “có” or “không”, not “%s”"), text);
  return g_str_equal (folded, "co");
}

static TdAlign
read_align (Reader *self)
{
  g_autofree char *text = g_key_file_get_value (self->file, self->group, "canh", NULL);
  g_autofree char *folded = NULL;

  if (text == NULL)
    return TD_ALIGN_CENTER;
  folded = td_text_fold (text);
  if (g_str_equal (folded, "trai"))
    return TD_ALIGN_LEFT;
  if (g_str_equal (folded, "phai"))
    return TD_ALIGN_RIGHT;
  if (!g_str_equal (folded, "giua"))
    complain (self, "canh", _ ("write “trái”, “giữa” or “phải”, not “%s”"), text);
  return TD_ALIGN_CENTER;
}

static void
read_about (Reader *self, TdStock *stock)
{
  g_autofree char *paper = NULL;
  g_autofree char *folded = NULL;

  self->group = ABOUT;
  stock->title = g_key_file_get_value (self->file, ABOUT, "tên", NULL);
  if (stock->title == NULL)
    stock->title = g_strdup (self->where);
  paper = g_key_file_get_value (self->file, ABOUT, "khổ", NULL);
  folded = td_text_fold (paper != NULL ? paper : "a4");
  stock->a3 = g_str_equal (folded, "a3");
  if (!stock->a3 && !g_str_equal (folded, "a4"))
    complain (self, "khổ", _ ("the sheet is A4 or A3, not “%s”"), paper);
  stock->offset_x = read_number (self, "lệch ngang", -50, 50, 0);
  stock->offset_y = read_number (self, "lệch dọc", -50, 50, 0);
}

static void
read_field (Reader *self, TdStock *stock, const char *group)
{
  double width = stock->a3 ? 420 : 297, height = stock->a3 ? 297 : 210;
  TdStockField field = { 0 };

  self->group = group;
  field.x = read_number (self, "trái", 0, width, NAN);
  field.y = read_number (self, "trên", 0, height, NAN);
  field.width = read_number (self, "rộng", 1, width, NAN);
  field.height = read_number (self, "cao", 1, height, NAN);
  field.size = read_number (self, "cỡ chữ", 6, 96, NAN);
  field.least_size = read_number (self, "cỡ chữ nhỏ nhất", 6, 96, MIN (field.size, 11));
  field.align = read_align (self);
  field.bold = read_flag (self, "đậm");
  field.italic = read_flag (self, "nghiêng");
  if (field.x + field.width > width + 0.01 || field.y + field.height > height + 0.01)
    complain (self, NULL, _ ("the field goes over the edge of the sheet"));
  field.name = td_text_fold (group);
  if (td_stock_find (stock, field.name) != NULL)
    {
      complain (self, NULL, _ ("there are two fields of this name"));
      g_free (field.name);
      return;
    }
  field.label = g_strdup (group);
  g_array_append_val (stock->fields, field);
}

TdStock *
td_stock_new (const char *text, const char *where, TdProblems *problems)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) groups = NULL;
  guint before = td_problems_get_n_errors (problems);
  Reader reader = { file, where, problems, "" };
  g_autoptr (TdStock) self = new_stock ();

  g_return_val_if_fail (text != NULL && where != NULL, NULL);
  if (!g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, &error))
    {
      td_problems_add (problems, where, _ ("this is not a file of printed stock: %s"),
                       error->message);
      return NULL;
    }
  read_about (&reader, self);
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (!g_str_equal (groups[i], ABOUT))
      read_field (&reader, self, groups[i]);
  if (self->fields->len == 0)
    td_problems_add (problems, where, _ ("the stock has no field to print in"));
  if (td_problems_get_n_errors (problems) > before)
    return NULL;
  return g_steal_pointer (&self);
}

TdStock *
td_stock_new_default (gboolean a3)
{
  g_autofree char *text = td_paper_dup_stock (a3);
  g_autoptr (TdProblems) problems = td_problems_new ();
  TdStock *self = td_stock_new (text, a3 ? "a3.ini" : "a4.ini", problems);

  g_assert (self != NULL);
  return self;
}

static void
append_number (GString *text, const char *key, double value)
{
  g_autofree char *number = td_decimal_format (
      (TdDecimal) llround (value * 100) * (TD_DECIMAL_SCALE / 100), TD_STYLE_VIETNAMESE);

  g_string_append_printf (text, "%s=%s\n", key, number);
}

char *
td_stock_to_text (const TdStock *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "[%s]\ntên=%s\nkhổ=%s\n", ABOUT, self->title,
                          self->a3 ? "A3" : "A4");
  append_number (text, "lệch ngang", self->offset_x);
  append_number (text, "lệch dọc", self->offset_y);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const TdStockField *field = &g_array_index (self->fields, TdStockField, i);

      g_string_append_printf (text, "\n[%s]\n", field->label);
      append_number (text, "trái", field->x);
      append_number (text, "trên", field->y);
      append_number (text, "rộng", field->width);
      append_number (text, "cao", field->height);
      append_number (text, "cỡ chữ", field->size);
      append_number (text, "cỡ chữ nhỏ nhất", field->least_size);
      g_string_append_printf (text, "canh=%s\n",
                              field->align == TD_ALIGN_LEFT    ? "trái"
                              : field->align == TD_ALIGN_RIGHT ? "phải"
                                                               : "giữa");
      if (field->bold)
        g_string_append (text, "đậm=có\n");
      if (field->italic)
        g_string_append (text, "nghiêng=có\n");
    }
  return g_string_free (text, FALSE);
}

void
td_stock_get_sheet (const TdStock *self, double *width_mm, double *height_mm)
{
  *width_mm = self->a3 ? 420 : 297;
  *height_mm = self->a3 ? 297 : 210;
}

static double
round_tenth (double mm)
{
  return round (mm * 10) / 10;
}

void
td_stock_place_field (TdStock *self, guint index, double x, double y, double width, double height)
{
  TdStockField *field;
  double sheet_width, sheet_height;

  g_return_if_fail (index < self->fields->len);
  field = &g_array_index (self->fields, TdStockField, index);
  td_stock_get_sheet (self, &sheet_width, &sheet_height);
  field->width = CLAMP (round_tenth (width), 1, sheet_width);
  field->height = CLAMP (round_tenth (height), 1, sheet_height);
  field->x = CLAMP (round_tenth (x), 0, sheet_width - field->width);
  field->y = CLAMP (round_tenth (y), 0, sheet_height - field->height);
}

const TdStockField *
td_stock_find (const TdStock *self, const char *folded)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const TdStockField *field = &g_array_index (self->fields, TdStockField, i);

      if (g_str_equal (field->name, folded))
        return field;
    }
  return NULL;
}

/* --- placing ---------------------------------------------------------------------------------- */

/* The paragraph in its field's box, as large as fits; FALSE when it does not fit at its least. */
static gboolean
place_paragraph (const TdStock *self, const TdShop *shop, const TdStockField *field,
                 const TdParagraph *paragraph, GArray *placed)
{
  double room = TD_MM (field->height);
  const TdLine *lines = NULL;
  guint n_lines = 0;
  double height = 0, y;

  for (double size = field->size;; size -= SIZE_STEP)
    {
      TdSetting setting = { .size = MAX (size, field->least_size),
                            .bold = field->bold,
                            .italic = field->italic,
                            .align = field->align,
                            .width = TD_MM (field->width),
                            .balance = field->align == TD_ALIGN_CENTER };

      setting.pitch = setting.size * TD_SINGLE_LINE;
      lines = td_typesetter_set (shop->typesetter, shop->arena, paragraph, &setting, &n_lines);
      height = 0;
      for (guint i = 0; i < n_lines; i++)
        height += lines[i].pitch;
      if (height <= room + 0.01 || size <= field->least_size)
        break;
    }
  y = TD_MM (field->y + self->offset_y) + MAX ((room - height) / 2, 0);
  for (guint i = 0; i < n_lines; i++)
    {
      TdStrip *strip = td_arena_new0 (shop->arena, TdStrip, 1);
      TdPlaced item = { strip, NULL, TD_MM (field->x + self->offset_x), y };

      strip->line = &lines[i];
      strip->paragraph = paragraph;
      strip->height = lines[i].pitch;
      y += lines[i].pitch;
      g_array_append_val (placed, item);
    }
  return height <= room + 0.01;
}

const TdFlowPage *
td_stock_place (const TdStock *self, const TdShop *shop, const TdSection *section,
                const char *where, TdProblems *problems)
{
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (TdPlaced));
  TdFlowPage *page = td_arena_new0 (shop->arena, TdFlowPage, 1);
  TdPiece *piece = td_arena_new0 (shop->arena, TdPiece, 1);
  TdPageItem *item = td_arena_new0 (shop->arena, TdPageItem, 1);

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const TdBlock *block = g_ptr_array_index (section->blocks, i);
      const TdStockField *field;
      g_autofree char *text = NULL;

      if (block->kind != TD_BLOCK_PARAGRAPH || block->paragraph->field == NULL)
        continue;
      text = td_paragraph_dup_text (block->paragraph);
      if (*text == '\0')
        continue;
      field = td_stock_find (self, block->paragraph->field);
      if (field == NULL)
        td_problems_add (problems, where,
                         _ ("the stock “%s” has no field “%s”: “%s” is not printed"), self->title,
                         block->paragraph->field, text);
      else if (!place_paragraph (self, shop, field, block->paragraph, placed))
        td_problems_add (problems, where,
                         _ ("“%s” does not fit into the field “%s” of the stock “%s”, even in "
                            "letters of its least size: shorten it or make the field larger"),
                         text, field->label, self->title);
    }
  piece->block = section->blocks->len > 0 ? g_ptr_array_index (section->blocks, 0) : NULL;
  piece->n_placed = placed->len;
  piece->placed = td_arena_copy (shop->arena, placed->data, sizeof (TdPlaced) * placed->len);
  item->piece = piece;
  page->section = section;
  page->items = item;
  page->n_items = 1;
  page->number = 1;
  return page;
}

/* --- calibration ------------------------------------------------------------------------------ */

static void
draw_words (TdTypesetter *typesetter, cairo_t *cr, const char *text, double size, double x,
            double y)
{
  td_paint_words (typesetter, cr, text, size, FALSE, x, y, 0);
}

/* A ruler from the corner: a mark each millimetre, longer at five and ten, figures at ten. */
static void
draw_ruler (TdTypesetter *typesetter, cairo_t *cr, double length, gboolean upright)
{
  for (int mm = 0; mm <= (int) length; mm++)
    {
      double tick = mm % 10 == 0 ? 5 : mm % 5 == 0 ? 3.5 : 2;
      double at = TD_MM (mm);

      cairo_move_to (cr, upright ? 0 : at, upright ? at : 0);
      cairo_line_to (cr, upright ? TD_MM (tick) : at, upright ? at : TD_MM (tick));
      cairo_stroke (cr);
      if (mm % 10 == 0 && mm > 0)
        {
          g_autofree char *figure = g_strdup_printf ("%d", mm);

          draw_words (typesetter, cr, figure, 7, upright ? TD_MM (5.5) : at + 1,
                      upright ? at - 1 : TD_MM (8));
        }
    }
}

void
td_stock_draw_calibration (const TdStock *self, TdTypesetter *typesetter, cairo_t *cr)
{
  double width, height;
  static const char *const words[] = {
    "TỜ CĂN CHỈNH",
    "1. In tờ này trên giấy thường, tỷ lệ 100% (không co giãn theo trang).",
    "2. Đặt chồng lên phôi, soi trước ánh sáng; so khung ô với chỗ trống trên phôi.",
    "3. Lệch sang phải hoặc xuống dưới bao nhiêu mm thì ghi số đó với dấu trừ vào độ lệch của máy "
    "in; "
    "lệch sang trái hoặc lên trên thì ghi số dương.",
  };

  td_stock_get_sheet (self, &width, &height);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 0.3);
  draw_ruler (typesetter, cr, width, FALSE);
  draw_ruler (typesetter, cr, height, TRUE);
  cairo_move_to (cr, TD_MM (width / 2 - 10), TD_MM (height / 2));
  cairo_rel_line_to (cr, TD_MM (20), 0);
  cairo_move_to (cr, TD_MM (width / 2), TD_MM (height / 2 - 10));
  cairo_rel_line_to (cr, 0, TD_MM (20));
  cairo_stroke (cr);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    draw_words (typesetter, cr, words[i], i == 0 ? 14 : 10, TD_MM (20), TD_MM (20 + 6.0 * i));
  for (guint i = 0; i < self->fields->len; i++)
    {
      const TdStockField *field = &g_array_index (self->fields, TdStockField, i);
      double x = TD_MM (field->x + self->offset_x), y = TD_MM (field->y + self->offset_y);

      cairo_rectangle (cr, x, y, TD_MM (field->width), TD_MM (field->height));
      cairo_stroke (cr);
      draw_words (typesetter, cr, field->label, 8, x + 2, y + 8);
    }
  cairo_restore (cr);
}
