/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-nominees.h"

#include "documents/td-words.h"

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

char *
td_nominee_dup_name (const TdNominee *self)
{
  if (is_given (self->honorific))
    return g_strconcat (self->honorific, " ", self->name, NULL);
  return g_strdup (self->name);
}

char *
td_nominee_dup_place (const TdNominee *self)
{
  if (is_given (self->position) && is_given (self->unit))
    return g_strconcat (self->position, ", ", self->unit, NULL);
  if (is_given (self->position))
    return g_strdup (self->position);
  return g_strdup (is_given (self->unit) ? self->unit : "");
}

/* “05 tập thể và 12 cá nhân”, or the one of them there is. (transfer full) */
static char *
count_in_words (guint n_collectives, guint n_persons)
{
  g_autofree char *collectives = td_words_count (n_collectives);
  g_autofree char *persons = td_words_count (n_persons);

  if (n_persons == 0)
    return g_strconcat (collectives, " tập thể", NULL);
  if (n_collectives == 0)
    return g_strconcat (persons, " cá nhân", NULL);
  return g_strconcat (collectives, " tập thể và ", persons, " cá nhân", NULL);
}

void
td_nominees_set_values (TdValues *values, const TdNominee *nominees, guint n_nominees)
{
  g_autoptr (GPtrArray) awards = g_ptr_array_new ();
  guint n_collectives = 0;

  for (guint i = 0; i < n_nominees; i++)
    {
      guint found;

      n_collectives += nominees[i].collective ? 1 : 0;
      if (!g_ptr_array_find_with_equal_func (awards, nominees[i].award, g_str_equal, &found))
        g_ptr_array_add (awards, (gpointer) nominees[i].award);
    }
  td_values_set_count (values, "số tập thể", n_collectives);
  td_values_set_count (values, "số cá nhân", n_nominees - n_collectives);
  td_values_set_text (values, "tập thể, cá nhân",
                      n_collectives == n_nominees ? "tập thể"
                      : n_collectives == 0        ? "cá nhân"
                                                  : "các tập thể, cá nhân");
  td_values_take_text (values, "có số lượng",
                       count_in_words (n_collectives, n_nominees - n_collectives));
  if (n_nominees == 1)
    {
      g_autofree char *name = td_nominee_dup_name (&nominees[0]);
      g_autofree char *place = td_nominee_dup_place (&nominees[0]);

      td_values_take_text (values, "một người nhận",
                           *place == '\0' ? g_strdup (name)
                                          : g_strconcat (name, ", ", place, NULL));
    }
  td_values_set_flag (values, "nhiều hình thức", awards->len > 1);
  td_values_set_text (values, "tên hình thức",
                      awards->len == 1 ? g_ptr_array_index (awards, 0)
                                       : "các hình thức khen thưởng");
  for (guint a = 0; a < awards->len; a++)
    {
      const char *award = g_ptr_array_index (awards, a);
      TdValues *item = td_values_add_item (values, "hình thức");
      guint counts[2] = { 0, 0 };

      for (guint i = 0; i < n_nominees; i++)
        if (g_str_equal (nominees[i].award, award))
          counts[nominees[i].collective ? 0 : 1]++;
      td_values_set_text (item, "hình thức.tên", award);
      td_values_take_text (item, "hình thức.có số lượng", count_in_words (counts[0], counts[1]));
    }
}

/* --- the list --------------------------------------------------------------------------------- */

typedef struct
{
  GArray *columns; /* of TdDataColumn */
  GArray *rows;    /* of TdDataRow */
  GStringChunk *texts;
} List;

static void
add_column (List *self, const char *title, TdAlign align, gboolean stretch)
{
  TdDataColumn column = { title, NULL, align, 0, stretch, -1 };

  g_array_append_val (self->columns, column);
}

static TdDataCell
text_cell (const char *text)
{
  TdDataCell cell = { TD_DATA_GIVEN, text != NULL ? text : "", TD_DECIMAL_NONE, NULL,
                      TD_RUN_PLAIN };

  return cell;
}

static const char *
keep (List *self, char *text)
{
  const char *kept = g_string_chunk_insert (self->texts, text);

  g_free (text);
  return kept;
}

static void
add_row (List *self, TdRowKind kind, TdId nomination, GArray *cells)
{
  TdDataRow row = { kind,
                    { nomination != TD_ID_NONE ? "nominations" : NULL, nomination },
                    (const TdDataCell *) (void *) g_array_free (cells, FALSE) };

  g_array_append_val (self->rows, row);
}

static GArray *
new_cells (void)
{
  return g_array_new (FALSE, FALSE, sizeof (TdDataCell));
}

static void
push (GArray *cells, TdDataCell cell)
{
  g_array_append_val (cells, cell);
}

void
td_nominee_list_add (TdSection *section, const TdNominee *nominees, guint n_nominees,
                     const char *award_title, TdNomineeListFlags flags)
{
  List list = { g_array_new (FALSE, FALSE, sizeof (TdDataColumn)),
                g_array_new (FALSE, FALSE, sizeof (TdDataRow)), g_string_chunk_new (1024) };
  gboolean votes = FALSE, notes = FALSE, births = FALSE, both;
  guint n_collectives = 0;
  gint64 total = 0;
  TdDataTable table = { NULL };

  for (guint i = 0; i < n_nominees; i++)
    {
      votes |= is_given (nominees[i].votes);
      notes |= is_given (nominees[i].note);
      births |= is_given (nominees[i].birth);
      n_collectives += nominees[i].collective ? 1 : 0;
      total += MAX (nominees[i].amount, 0);
    }
  both = n_collectives > 0 && n_collectives < n_nominees;
  add_column (&list, "TT", TD_ALIGN_CENTER, FALSE);
  add_column (&list,
              both                          ? "Tên tập thể; họ và tên cá nhân"
              : n_collectives == n_nominees ? "Tên tập thể"
                                            : "Họ và tên",
              TD_ALIGN_LEFT, TRUE);
  if (births)
    add_column (&list, "Ngày, năm sinh", TD_ALIGN_CENTER, FALSE);
  add_column (&list, n_collectives == n_nominees ? "Đơn vị" : "Chức vụ, đơn vị công tác",
              TD_ALIGN_LEFT, TRUE);
  if (flags & TD_NOMINEE_LIST_SUMMARY)
    add_column (&list, "Tóm tắt thành tích", TD_ALIGN_JUSTIFY, TRUE);
  add_column (&list, award_title, TD_ALIGN_LEFT, TRUE);
  if (votes)
    add_column (&list, "Kết quả bỏ phiếu", TD_ALIGN_CENTER, FALSE);
  if (flags & TD_NOMINEE_LIST_MONEY)
    add_column (&list, "Tiền thưởng (đồng)", TD_ALIGN_DECIMAL, FALSE);
  if (notes)
    add_column (&list, "Ghi chú", TD_ALIGN_LEFT, FALSE);
  for (guint group = 0; group < 2; group++)
    {
      guint count = group == 0 ? n_collectives : n_nominees - n_collectives;
      guint number = 0;

      if (count == 0)
        continue;
      if (both)
        {
          g_autofree char *figure = td_words_count (count);
          GArray *cells = new_cells ();
          char *title =
              g_strdup_printf (group == 0 ? "A. TẬP THỂ (%s)" : "B. CÁ NHÂN (%s)", figure);

          push (cells, text_cell (keep (&list, title)));
          add_row (&list, TD_ROW_GROUP, TD_ID_NONE, cells);
        }
      for (guint i = 0; i < n_nominees; i++)
        {
          const TdNominee *nominee = &nominees[i];
          GArray *cells;

          if (nominee->collective != (group == 0))
            continue;
          cells = new_cells ();
          push (cells, text_cell (keep (&list, g_strdup_printf ("%u", ++number))));
          push (cells, text_cell (keep (&list, td_nominee_dup_name (nominee))));
          if (births)
            push (cells, text_cell (nominee->birth));
          push (cells, text_cell (keep (&list, td_nominee_dup_place (nominee))));
          if (flags & TD_NOMINEE_LIST_SUMMARY)
            push (cells, text_cell (nominee->summary));
          push (cells, text_cell (nominee->award));
          if (votes)
            push (cells, text_cell (nominee->votes));
          if (flags & TD_NOMINEE_LIST_MONEY)
            push (cells,
                  text_cell (nominee->amount >= 0 ? keep (&list, td_words_money (nominee->amount))
                                                  : ""));
          if (notes)
            push (cells, text_cell (nominee->note));
          add_row (&list, TD_ROW_BODY, nominee->nomination, cells);
        }
    }
  if (flags & TD_NOMINEE_LIST_MONEY)
    {
      GArray *cells = new_cells ();

      for (guint i = 0; i < list.columns->len; i++)
        {
          const TdDataColumn *column = &g_array_index (list.columns, TdDataColumn, i);

          push (cells, text_cell (i == 1 ? "Tổng cộng"
                                  : column->align == TD_ALIGN_DECIMAL
                                      ? keep (&list, td_words_money (total))
                                      : ""));
        }
      add_row (&list, TD_ROW_TOTAL, TD_ID_NONE, cells);
    }
  table.columns = (const TdDataColumn *) (void *) list.columns->data;
  table.n_columns = list.columns->len;
  table.rows = (const TdDataRow *) (void *) list.rows->data;
  table.n_rows = list.rows->len;
  td_data_table_add (section, &table, 0);
  for (guint i = 0; i < list.rows->len; i++)
    g_free ((gpointer) g_array_index (list.rows, TdDataRow, i).cells);
  g_array_unref (list.columns);
  g_array_unref (list.rows);
  g_string_chunk_free (list.texts);
}
