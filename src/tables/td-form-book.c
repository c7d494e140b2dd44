/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-form-book.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "base/td-date.h"
#include "tables/td-cell.h"
#include "tables/td-number-text.h"
#include "tables/td-output.h"
#include "tables/td-refuse.h"
#include "tables/td-xlsx-strings.h"

/* The same content is to give the same bytes. 1 January 2000. */
#define CREATED  946684800
#define PAPER_A4 9
#define FONT     "Times New Roman"
/* A spreadsheet keeps 15 digits of a figure. */
#define KEPT_UNITS G_GINT64_CONSTANT (1000000000000000)

/* Rows of the sheet, from 0. */
enum
{
  ROW_AGENCY,
  ROW_UNIT,
  ROW_BLANK,
  ROW_TITLE,
  ROW_MOVEMENT,
  ROW_UNIT_LINE,
  ROW_PERIOD_LINE,
  ROW_HELP,
  ROW_MARKS,
  ROW_HEADER,
  ROW_FIRST,
};

static const struct
{
  const char *mark;
  const char *title;
  double width; /* in characters */
} columns[TD_N_FORM_COLUMNS] = {
  [TD_FORM_STAMP] = { "TD1:stamp", "", 4 },
  [TD_FORM_NUMBER] = { "TD1:number", "STT", 5 },
  [TD_FORM_CODE] = { "TD1:code", "Mã", 8 },
  [TD_FORM_NAME] = { "TD1:name", "Chỉ tiêu", 42 },
  [TD_FORM_MEASURE] = { "TD1:measure", "Đơn vị tính", 10 },
  [TD_FORM_LATEST] = { "TD1:latest", "Kỳ báo cáo gần nhất", 15 },
  [TD_FORM_TOTAL] = { "TD1:total", "Lũy kế trước kỳ", 11 },
  [TD_FORM_FIRST] = { "TD1:first", "Số đã thực hiện", 12 },
  [TD_FORM_SECOND] = { "TD1:second", "Số phải thực hiện", 12 },
  [TD_FORM_NOTE] = { "TD1:note", "Ghi chú, tài liệu kiểm chứng", 25 },
};

typedef struct
{
  lxw_format *small, *center, *center_bold, *title, *help, *header, *area, *area_fill;
  lxw_format *text, *text_center, *text_right, *closed, *hidden;
  lxw_format *number, *day, *note;             /* to be filled in */
  lxw_format *bad_number, *bad_day, *bad_note; /* filled in, and wrong */
} Formats;

typedef struct
{
  lxw_workbook *book;
  lxw_worksheet *sheet;
  Formats f;
  lxw_error failure; /* the first one */
} Writer;

const char *
td_form_column_mark (TdFormColumn column)
{
  return columns[column].mark;
}

const char *
td_form_column_title (TdFormColumn column)
{
  return columns[column].title;
}

/* --- content -------------------------------------------------------------------------------------- */

static void
free_line (gpointer data)
{
  TdFormLine *line = data;

  td_form_stamp_clear (&line->stamp);
  g_free (line->area);
  g_free (line->code);
  g_free (line->name);
  g_free (line->measure);
  g_free (line->latest);
  g_free (line->total);
  for (guint i = 0; i < G_N_ELEMENTS (line->values); i++)
    {
      g_free (line->values[i].text);
      g_free (line->values[i].remark);
    }
  g_free (line);
}

TdFormContent *
td_form_content_new (void)
{
  TdFormContent *self = g_new0 (TdFormContent, 1);

  self->lines = g_ptr_array_new_with_free_func (free_line);
  return self;
}

void
td_form_content_free (TdFormContent *self)
{
  if (self == NULL)
    return;
  g_free (self->agency);
  g_free (self->superior);
  g_free (self->movement);
  g_free (self->unit);
  g_free (self->unit_code);
  g_free (self->head);
  g_free (self->period);
  g_free (self->period_code);
  g_free (self->place);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

TdFormLine *
td_form_content_add (TdFormContent *self)
{
  TdFormLine *line = g_new0 (TdFormLine, 1);

  g_ptr_array_add (self->lines, line);
  return line;
}

/* --- formats -------------------------------------------------------------------------------------- */

static lxw_format *
new_format (Writer *w, double size)
{
  lxw_format *format = workbook_add_format (w->book);

  format_set_font_name (format, FONT);
  format_set_font_size (format, size);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_text_wrap (format);
  return format;
}

static lxw_format *
new_boxed (Writer *w, guint8 align)
{
  lxw_format *format = new_format (w, 11);

  format_set_border (format, LXW_BORDER_THIN);
  format_set_align (format, align);
  return format;
}

static lxw_format *
new_input (Writer *w, guint8 align, const char *code, gboolean bad)
{
  lxw_format *format = new_boxed (w, align);

  format_set_unlocked (format);
  if (code != NULL)
    format_set_num_format (format, code);
  format_set_bg_color (format, bad ? 0xFFC7CE : 0xFFFBE6);
  if (bad)
    format_set_font_color (format, 0x9C0006);
  return format;
}

static void
make_formats (Writer *w)
{
  Formats *f = &w->f;

  f->small = new_format (w, 11);
  format_set_align (f->small, LXW_ALIGN_CENTER);
  f->center = new_format (w, 12);
  format_set_align (f->center, LXW_ALIGN_CENTER);
  f->center_bold = new_format (w, 12);
  format_set_align (f->center_bold, LXW_ALIGN_CENTER);
  format_set_bold (f->center_bold);
  f->title = new_format (w, 14);
  format_set_align (f->title, LXW_ALIGN_CENTER);
  format_set_bold (f->title);
  f->help = new_format (w, 10);
  format_set_italic (f->help);
  f->header = new_boxed (w, LXW_ALIGN_CENTER);
  format_set_bold (f->header);
  format_set_bg_color (f->header, 0xE7EDF3);
  f->area = new_boxed (w, LXW_ALIGN_LEFT);
  format_set_bold (f->area);
  format_set_bg_color (f->area, 0xF5F5F5);
  f->area_fill = new_boxed (w, LXW_ALIGN_CENTER);
  format_set_bg_color (f->area_fill, 0xF5F5F5);
  f->text = new_boxed (w, LXW_ALIGN_LEFT);
  f->text_center = new_boxed (w, LXW_ALIGN_CENTER);
  f->text_right = new_boxed (w, LXW_ALIGN_RIGHT);
  f->closed = new_boxed (w, LXW_ALIGN_CENTER);
  format_set_bg_color (f->closed, 0xD9D9D9);
  f->hidden = workbook_add_format (w->book);
  format_set_num_format (f->hidden, "@");
  f->number = new_input (w, LXW_ALIGN_RIGHT, NULL, FALSE);
  f->day = new_input (w, LXW_ALIGN_RIGHT, "dd/mm/yyyy", FALSE);
  f->note = new_input (w, LXW_ALIGN_LEFT, "@", FALSE);
  f->bad_number = new_input (w, LXW_ALIGN_RIGHT, NULL, TRUE);
  f->bad_day = new_input (w, LXW_ALIGN_RIGHT, "dd/mm/yyyy", TRUE);
  f->bad_note = new_input (w, LXW_ALIGN_LEFT, "@", TRUE);
}

/* --- cells ---------------------------------------------------------------------------------------- */

static void
keep (Writer *w, lxw_error result)
{
  if (w->failure == LXW_NO_ERROR)
    w->failure = result;
}

static void
write_text (Writer *w, guint row, guint column, const char *text, lxw_format *format)
{
  g_autofree char *escaped = td_xlsx_escape (text != NULL ? text : "");

  if (text == NULL || *text == '\0')
    keep (w, worksheet_write_blank (w->sheet, row, (lxw_col_t) column, format));
  else
    keep (w, worksheet_write_string (w->sheet, row, (lxw_col_t) column,
                                     escaped != NULL ? escaped : text, format));
}

/* A line over several columns. */
static void
write_merged (Writer *w, guint row, guint first, guint last, const char *text, lxw_format *format)
{
  keep (w, worksheet_merge_range (w->sheet, row, (lxw_col_t) first, row, (lxw_col_t) last, "",
                                  format));
  write_text (w, row, first, text, format);
}

/* Whether the figure has more digits than a spreadsheet keeps. */
static gboolean
is_long (TdDecimal value)
{
  while (value != 0 && value % 10 == 0)
    value /= 10;
  return value >= KEPT_UNITS || value <= -KEPT_UNITS;
}

static void
write_value (Writer *w, guint row, guint column, const TdFormValue *value, lxw_format *format)
{
  guint serial;

  switch (value->kind)
    {
    case TD_FORM_FIGURE:
      if (!is_long (value->number))
        {
          keep (w, worksheet_write_number (w->sheet, row, (lxw_col_t) column,
                                           (double) value->number / (double) TD_DECIMAL_SCALE,
                                           format));
          break;
        }
      {
        g_autofree char *text = td_decimal_format (value->number, TD_STYLE_PLAIN);

        write_text (w, row, column, text, format);
      }
      break;
    case TD_FORM_DAY:
      serial = td_number_text_serial ((TdDate) value->number);
      if (serial > 0)
        keep (w, worksheet_write_number (w->sheet, row, (lxw_col_t) column, serial, format));
      else
        {
          g_autofree char *text = td_date_format ((TdDate) value->number, TD_STYLE_PLAIN);

          write_text (w, row, column, text, format);
        }
      break;
    case TD_FORM_TEXT:
      write_text (w, row, column, value->text, format);
      break;
    case TD_FORM_BLANK:
    default:
      write_text (w, row, column, "", format);
    }
  if (value->remark != NULL)
    {
      lxw_comment_options options = { .visible = LXW_COMMENT_DISPLAY_HIDDEN,
                                      .author = (char *) "",
                                      .width = 260,
                                      .height = 90,
                                      .font_name = (char *) FONT,
                                      .font_size = 10 };

      keep (w, worksheet_write_comment_opt (w->sheet, row, (lxw_col_t) column, value->remark,
                                            &options));
    }
}

/* --- rules in the cells --------------------------------------------------------------------------- */

static void
add_rule (Writer *w, guint row, guint column, const char *formula, const char *prompt,
          const char *refusal, gboolean only_warn)
{
  lxw_data_validation rule = { .validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA,
                               .value_formula = (char *) formula,
                               .ignore_blank = LXW_VALIDATION_ON,
                               .show_input = LXW_VALIDATION_ON,
                               .show_error = LXW_VALIDATION_ON,
                               .error_type = only_warn ? LXW_VALIDATION_ERROR_TYPE_WARNING
                                                       : LXW_VALIDATION_ERROR_TYPE_STOP,
                               .input_title = (char *) "Cách ghi",
                               .input_message = (char *) prompt,
                               .error_title = (char *) "Chưa đúng",
                               .error_message = (char *) refusal };

  keep (w, worksheet_data_validation_cell (w->sheet, row, (lxw_col_t) column, &rule));
}

static void
add_rules (Writer *w, guint row, TdKind kind)
{
  char a[8], b[8];
  g_autofree char *first = NULL, *second = NULL;

  td_cell_column_name (TD_FORM_FIRST + 1, a);
  td_cell_column_name (TD_FORM_SECOND + 1, b);
  row++; /* formulas count from 1 */
  switch (kind)
    {
    case TD_KIND_RATIO:
      first = g_strdup_printf ("=AND(ISNUMBER($%s$%u),$%s$%u>=0,OR(NOT(ISNUMBER($%s$%u)),"
                               "$%s$%u<=$%s$%u))",
                               a, row, a, row, b, row, a, row, b, row);
      second = g_strdup_printf ("=AND(ISNUMBER($%s$%u),$%s$%u>=0,OR(NOT(ISNUMBER($%s$%u)),"
                                "$%s$%u<=$%s$%u))",
                                b, row, b, row, a, row, a, row, b, row);
      add_rule (w, row - 1, TD_FORM_FIRST, first,
                "Số đã thực hiện trong kỳ, là số không âm. Không phát sinh thì ghi 0 ở cả hai ô.",
                "Phải là một số không âm và không lớn hơn số phải thực hiện.", FALSE);
      add_rule (w, row - 1, TD_FORM_SECOND, second,
                "Số phải thực hiện trong kỳ, là số không âm. Không phát sinh thì ghi 0 ở cả hai ô.",
                "Phải là một số không âm và không nhỏ hơn số đã thực hiện.", FALSE);
      return;
    case TD_KIND_MILESTONE:
      first = g_strdup_printf ("=OR(AND(ISNUMBER($%s$%u),$%s$%u>=36526,$%s$%u<73051),"
                               "LOWER(TRIM($%s$%u))=\"" TD_FORM_NOT_DONE "\")",
                               a, row, a, row, a, row, a, row);
      add_rule (w, row - 1, TD_FORM_FIRST, first,
                "Ngày hoàn thành, ghi ngày/tháng/năm (31/12/2024). Chưa hoàn thành thì ghi: "
                "" TD_FORM_NOT_DONE ".",
                "Phải là một ngày (ngày/tháng/năm), hoặc chữ “" TD_FORM_NOT_DONE "”.", FALSE);
      return;
    case TD_KIND_AMOUNT:
    case TD_KIND_RATING:
    default:
      first = g_strdup_printf ("=AND(ISNUMBER($%s$%u),$%s$%u>=0)", a, row, a, row);
      add_rule (w, row - 1, TD_FORM_FIRST, first,
                kind == TD_KIND_RATING ? "Số điểm tự chấm, không quá điểm tối đa của chỉ tiêu."
                                       : "Số liệu của kỳ, là số không âm.",
                "Phải là một số không âm.", kind == TD_KIND_AMOUNT);
    }
}

/* --- parts of the sheet --------------------------------------------------------------------------- */

static void
write_head (Writer *w, const TdFormContent *c)
{
  g_autofree char *starts = td_date_format (c->starts, TD_STYLE_VIETNAMESE);
  g_autofree char *ends = td_date_format (c->ends, TD_STYLE_VIETNAMESE);
  g_autofree char *due = td_date_format (c->due, TD_STYLE_VIETNAMESE);
  g_autofree char *unit_upper = g_utf8_strup (c->unit, -1);
  g_autofree char *unit_line =
      g_strdup_printf (TD_FORM_UNIT_LINE " %s (mã %s)", c->unit, c->unit_code);
  g_autofree char *period_line =
      g_strdup_printf (TD_FORM_PERIOD_LINE " %s (mã %s), từ ngày %s đến ngày %s; hạn gửi: %s",
                       c->period, c->period_code, starts, ends, due);
  g_autofree char *help =
      c->answer
          ? g_strdup ("Các ô tô đỏ chưa nhận được: di chuột lên ô để xem lý do. Đề nghị sửa các ô "
                      "đó rồi gửi lại tệp này; các ô khác giữ nguyên.")
          : g_strdup_printf (
              "Cách ghi: chỉ ghi vào các ô nền vàng. Số viết bằng chữ số, không kèm chữ; "
              "ngày viết ngày/tháng/năm. Không phát sinh thì ghi 0; chưa có số liệu thì để "
              "trống. Không chèn, xóa hay đổi chỗ dòng, cột. Gửi lại tệp Excel này cho %s "
              "trước hạn; bản in ký, đóng dấu gửi kèm.",
              *c->agency != '\0' ? c->agency : "cơ quan thường trực thi đua");

  write_merged (w, ROW_AGENCY, TD_FORM_NUMBER, TD_FORM_NAME, c->superior, w->f.center);
  write_merged (w, ROW_AGENCY, TD_FORM_TOTAL, TD_FORM_NOTE, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                w->f.center_bold);
  write_merged (w, ROW_UNIT, TD_FORM_NUMBER, TD_FORM_NAME, unit_upper, w->f.center_bold);
  write_merged (w, ROW_UNIT, TD_FORM_TOTAL, TD_FORM_NOTE, "Độc lập - Tự do - Hạnh phúc",
                w->f.center_bold);
  write_merged (w, ROW_TITLE, TD_FORM_NUMBER, TD_FORM_NOTE, "BIỂU SỐ LIỆU BÁO CÁO THI ĐUA",
                w->f.title);
  write_merged (w, ROW_MOVEMENT, TD_FORM_NUMBER, TD_FORM_NOTE, c->movement, w->f.center_bold);
  write_merged (w, ROW_UNIT_LINE, TD_FORM_NUMBER, TD_FORM_NOTE, unit_line, w->f.center);
  write_merged (w, ROW_PERIOD_LINE, TD_FORM_NUMBER, TD_FORM_NOTE, period_line, w->f.center);
  write_merged (w, ROW_HELP, TD_FORM_NUMBER, TD_FORM_NOTE, help, w->f.help);
  keep (w, worksheet_set_row (w->sheet, ROW_MOVEMENT, 20, NULL));
  keep (w, worksheet_set_row (w->sheet, ROW_HELP, 44, NULL));
}

static void
write_header (Writer *w)
{
  /* cppcheck-suppress legacyUninitvar */
  lxw_row_col_options hidden = { .hidden = LXW_TRUE };

  for (guint i = 0; i < TD_N_FORM_COLUMNS; i++)
    {
      write_text (w, ROW_MARKS, i, columns[i].mark, w->f.hidden);
      if (i > TD_FORM_STAMP)
        write_text (w, ROW_HEADER, i, columns[i].title, w->f.header);
      keep (w, worksheet_set_column_opt (w->sheet, (lxw_col_t) i, (lxw_col_t) i, columns[i].width,
                                         i == TD_FORM_STAMP ? w->f.hidden : NULL,
                                         i == TD_FORM_STAMP ? &hidden : NULL));
    }
  keep (w, worksheet_set_row_opt (w->sheet, ROW_MARKS, LXW_DEF_ROW_HEIGHT, NULL, &hidden));
  keep (w, worksheet_set_row (w->sheet, ROW_HEADER, 32, NULL));
}

/* How many lines a text takes in its column: not every program makes rows as high as they must be. */
static guint
count_lines (TdFormColumn column, const char *text)
{
  guint per_line = (guint) (columns[column].width * 5 / 4), lines = 0;
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    lines += 1 + (guint) g_utf8_strlen (parts[i], -1) / per_line;
  return lines;
}

static void
write_area (Writer *w, guint row, const char *title)
{
  for (guint i = TD_FORM_NUMBER; i < TD_N_FORM_COLUMNS; i++)
    write_text (w, row, i, i == TD_FORM_NAME ? title : "",
                i == TD_FORM_NAME ? w->f.area : w->f.area_fill);
  keep (w, worksheet_set_row (w->sheet, row, count_lines (TD_FORM_NAME, title) * 15 + 4, NULL));
}

static void
set_height (Writer *w, guint row, const TdFormLine *line)
{
  guint lines = count_lines (TD_FORM_NAME, line->name);

  lines = MAX (lines, count_lines (TD_FORM_LATEST, line->latest));
  lines = MAX (lines, count_lines (TD_FORM_MEASURE, line->measure));
  lines = MAX (lines, count_lines (TD_FORM_NOTE, td_form_line_value (line, TD_FORM_NOTE)->text));
  keep (w, worksheet_set_row (w->sheet, row, MIN (lines, 24) * 15 + 4, NULL));
}

static void
write_line (Writer *w, guint row, guint number, const TdFormLine *line)
{
  g_autofree char *stamp = td_form_stamp_format (&line->stamp);
  TdKind kind = line->stamp.kind;
  const TdFormValue *first = td_form_line_value (line, TD_FORM_FIRST);
  const TdFormValue *second = td_form_line_value (line, TD_FORM_SECOND);
  const TdFormValue *note = td_form_line_value (line, TD_FORM_NOTE);

  write_text (w, row, TD_FORM_STAMP, stamp, w->f.hidden);
  keep (w, worksheet_write_number (w->sheet, row, TD_FORM_NUMBER, number, w->f.text_center));
  write_text (w, row, TD_FORM_CODE, line->code, w->f.text_center);
  write_text (w, row, TD_FORM_NAME, line->name, w->f.text);
  write_text (w, row, TD_FORM_MEASURE, line->measure, w->f.text_center);
  write_text (w, row, TD_FORM_LATEST, line->latest, w->f.text_right);
  write_text (w, row, TD_FORM_TOTAL, line->total, w->f.text_right);
  if (kind == TD_KIND_MILESTONE)
    write_value (w, row, TD_FORM_FIRST, first, first->remark != NULL ? w->f.bad_day : w->f.day);
  else
    write_value (w, row, TD_FORM_FIRST, first,
                 first->remark != NULL ? w->f.bad_number : w->f.number);
  if (kind == TD_KIND_RATIO)
    write_value (w, row, TD_FORM_SECOND, second,
                 second->remark != NULL ? w->f.bad_number : w->f.number);
  else
    write_text (w, row, TD_FORM_SECOND, "", w->f.closed);
  write_value (w, row, TD_FORM_NOTE, note, note->remark != NULL ? w->f.bad_note : w->f.note);
  add_rules (w, row, kind);
  set_height (w, row, line);
}

/* Signed on paper, so that nothing here is to be filled in on the screen. */
static void
write_signatures (Writer *w, const TdFormContent *c, guint row)
{
  g_autofree char *place =
      g_strdup_printf ("%s, ngày ……… tháng ……… năm …………", *c->place != '\0' ? c->place : "………………");

  write_merged (w, row, TD_FORM_TOTAL, TD_FORM_NOTE, place, w->f.small);
  write_merged (w, row + 1, TD_FORM_NUMBER, TD_FORM_NAME, "NGƯỜI LẬP BIỂU", w->f.center_bold);
  write_merged (w, row + 1, TD_FORM_TOTAL, TD_FORM_NOTE, "THỦ TRƯỞNG ĐƠN VỊ", w->f.center_bold);
  write_merged (w, row + 2, TD_FORM_NUMBER, TD_FORM_NAME, "(Ký, ghi rõ họ tên)", w->f.small);
  write_merged (w, row + 2, TD_FORM_TOTAL, TD_FORM_NOTE, "(Ký tên, đóng dấu)", w->f.small);
  if (*c->head != '\0')
    write_merged (w, row + 7, TD_FORM_TOTAL, TD_FORM_NOTE, c->head, w->f.center_bold);
}

static void
set_up_paper (Writer *w, guint last_row)
{
  lxw_protection may = { .format_columns = LXW_TRUE, .format_rows = LXW_TRUE };

  worksheet_set_paper (w->sheet, PAPER_A4);
  worksheet_set_landscape (w->sheet);
  worksheet_set_margins (w->sheet, 0.6, 0.4, 0.5, 0.5);
  worksheet_fit_to_pages (w->sheet, 1, 0);
  worksheet_center_horizontally (w->sheet);
  keep (w, worksheet_repeat_rows (w->sheet, ROW_HEADER, ROW_HEADER));
  keep (w, worksheet_print_area (w->sheet, 0, TD_FORM_NUMBER, last_row, TD_FORM_NOTE));
  keep (w, worksheet_set_footer (w->sheet, "&L&8&F&R&8Trang &P/&N"));
  worksheet_freeze_panes (w->sheet, ROW_FIRST, TD_FORM_MEASURE);
  worksheet_set_zoom (w->sheet, 100);
  worksheet_protect (w->sheet, NULL, &may);
}

/* The marks once more on a sheet of their own, for when somebody deletes the column they are in. */
static void
write_copy (Writer *w, const TdFormContent *c)
{
  guint row = 0;

  w->sheet = workbook_add_worksheet (w->book, "ThiDua");
  if (w->sheet == NULL)
    {
      keep (w, LXW_ERROR_MEMORY_MALLOC_FAILED);
      return;
    }
  write_text (w, row++, 0, "Thi Đua: trang này của chương trình, đề nghị không sửa.", w->f.hidden);
  for (guint i = 0; i < c->lines->len; i++)
    {
      const TdFormLine *line = g_ptr_array_index (c->lines, i);
      g_autofree char *stamp = td_form_stamp_format (&line->stamp);

      write_text (w, row++, 0, stamp, w->f.hidden);
    }
  worksheet_hide (w->sheet);
  worksheet_protect (w->sheet, NULL, NULL);
}

static void
write_sheet (Writer *w, const TdFormContent *c)
{
  guint row = ROW_FIRST, number = 0;

  w->sheet = workbook_add_worksheet (w->book, "Biểu số liệu");
  if (w->sheet == NULL)
    {
      keep (w, LXW_ERROR_MEMORY_MALLOC_FAILED);
      return;
    }
  write_head (w, c);
  write_header (w);
  for (guint i = 0; i < c->lines->len; i++)
    {
      const TdFormLine *line = g_ptr_array_index (c->lines, i);

      if (line->area != NULL)
        write_area (w, row++, line->area);
      write_line (w, row++, ++number, line);
    }
  write_signatures (w, c, row + 1);
  set_up_paper (w, row + 9);
  write_copy (w, c);
}

gboolean
td_form_book_write (const TdFormContent *content, const char *path, GError **error)
{
  g_autoptr (TdOutput) output = td_output_new_for_path (path, error);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  lxw_doc_properties properties = { .title = content->movement, .created = CREATED };
  Writer w = { NULL };

  if (output == NULL)
    return FALSE;
  w.book = workbook_new (td_output_get_path (output));
  if (w.book == NULL)
    return td_refuse (error, TD_ERROR_FAILED, name, _ ("the workbook could not be written: %s"),
                      lxw_strerror (LXW_ERROR_CREATING_XLSX_FILE));
  keep (&w, workbook_set_properties (w.book, &properties));
  make_formats (&w);
  write_sheet (&w, content);
  if (w.failure != LXW_NO_ERROR)
    lxw_workbook_free (w.book);
  else
    w.failure = workbook_close (w.book);
  if (w.failure != LXW_NO_ERROR)
    return td_refuse (error, TD_ERROR_FAILED, name, _ ("the workbook could not be written: %s"),
                      lxw_strerror (w.failure));
  return td_output_commit (output, error);
}
