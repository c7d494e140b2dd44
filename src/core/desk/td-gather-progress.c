/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of a period, of all units or of one. */
#define G_LOG_DOMAIN "thidua-desk"

#include <glib/gi18n-lib.h>

#include "base/td-date.h"
#include "desk/td-gather.h"
#include "documents/td-progress.h"
#include "documents/td-words.h"

static TdDataCell
text_cell (const char *text)
{
  TdDataCell cell = { TD_DATA_GIVEN, text != NULL ? text : "", TD_DECIMAL_NONE, NULL,
                      TD_RUN_PLAIN };

  return cell;
}

static TdDataCell
count_cell (guint count)
{
  TdDataCell cell = { TD_DATA_GIVEN, NULL, TD_DECIMAL (count), NULL, TD_RUN_PLAIN };

  return cell;
}

static TdDataCell
number_cell (TdDecimal value, TdDataState blank)
{
  TdDataCell cell = { value == TD_DECIMAL_NONE ? blank : TD_DATA_GIVEN, NULL, value, NULL,
                      TD_RUN_PLAIN };

  return cell;
}

/* A cell's value, or why it has none. */
static TdDataCell
value_cell (TdGather *self, const TdScores *scores, guint unit, guint target, const char *period)
{
  const TdCellScore *cell = td_scores_get_cell (scores, unit, target);
  TdDataCell out = text_cell (NULL);

  switch (cell->state)
    {
    case TD_STATE_VALUE:
      out.text = td_gather_cell_value (self, scores, unit, target);
      break;
    case TD_STATE_NONE_ARISING:
      out.state = TD_DATA_NOT_OCCURRED;
      break;
    case TD_STATE_PENDING:
      out.text = "chờ thẩm định";
      break;
    case TD_STATE_REJECTED:
      out.text = "bị trả lại";
      break;
    case TD_STATE_NOT_DUE:
      out.text = "chưa đến hạn";
      break;
    case TD_STATE_NOT_APPLICABLE:
      out.state = TD_DATA_NOT_APPLICABLE;
      break;
    case TD_STATE_MISSING:
    default:
      out.state = TD_DATA_MISSING;
      break;
    }
  out.fact = td_gather_fact (self, "targets", td_movement_target (self->movement, target)->id,
                             "value", period);
  return out;
}

/* --- all units ---------------------------------------------------------------------------------- */

/* A target over all units: done of due, the value, how many have figures, how it stands. */
static gboolean
fill_pooled_row (TdGather *self, const TdScores *scores, guint target, TdDataCell *row,
                 GError **error)
{
  const TdTarget *from = td_movement_target (self->movement, target);
  TdStanding standing;
  TdPooled pooled;
  TdWide num, den;
  TdDecimal shown;

  if (!td_scores_pool (scores, target, -1, &pooled, error)
      || !td_standing_of_pool (scores, target, -1, &standing, error))
    return FALSE;
  row[1] = text_cell (td_gather_target (self, target));
  row[2] = text_cell (td_gather_goal (self, target));
  row[3] = text_cell (NULL);
  row[4] = text_cell (NULL);
  if (from->kind == TD_KIND_RATIO || from->kind == TD_KIND_MILESTONE)
    {
      g_autofree char *done = td_decimal_format_wide (pooled.done, TD_STYLE_VIETNAMESE);
      g_autofree char *due = td_decimal_format_wide (pooled.due, TD_STYLE_VIETNAMESE);

      row[3] = text_cell (td_gather_printf (self, "%s/%s%s", done, due,
                                            from->kind == TD_KIND_MILESTONE ? " đơn vị" : ""));
    }
  if (td_pooled_get_value (&pooled, from->kind, &num, &den)
      && (td_shown_value (num, den, from, 2, &shown) || td_round_value (num, den, 2, &shown)))
    {
      g_autofree char *figure = td_decimal_format (shown, TD_STYLE_VIETNAMESE);

      row[4] = text_cell (from->kind == TD_KIND_AMOUNT
                              ? td_gather_printf (self, "%s %s", figure, from->unit_of_measure)
                              : td_gather_printf (self, "%s%%", figure));
    }
  else if (from->kind == TD_KIND_RATING)
    row[4] = text_cell ("theo từng đơn vị");
  else
    row[4].state = pooled.units_counted > 0 ? TD_DATA_NOT_OCCURRED : TD_DATA_MISSING;
  row[4].fact = td_gather_fact (self, "targets", from->id, "value", NULL);
  row[5] =
      text_cell (td_gather_printf (self, "%u/%u", pooled.units_counted, pooled.units_expected));
  row[6] = text_cell (td_gather_standing (standing));
  return TRUE;
}

static gboolean
pooled_table (TdGather *self, const TdScores *scores, TdDataTable *out, GError **error)
{
  static const TdDataColumn columns[] = {
    { "TT", NULL, TD_ALIGN_CENTER, 0, FALSE, 0 },
    { "Chỉ tiêu", NULL, TD_ALIGN_LEFT, 0, TRUE, -1 },
    { "Mục tiêu", NULL, TD_ALIGN_CENTER, 0, FALSE, -1 },
    { "Đã làm/ phải làm", NULL, TD_ALIGN_CENTER, 0, FALSE, -1 },
    { "Kết quả", NULL, TD_ALIGN_CENTER, 0, FALSE, -1 },
    { "Đơn vị có số liệu", NULL, TD_ALIGN_CENTER, 0, FALSE, -1 },
    { "Đánh giá", NULL, TD_ALIGN_CENTER, 0, FALSE, -1 },
  };
  guint n = self->movement->targets->len;
  TdDataCell *cells = td_gather_new0 (self, TdDataCell, n * G_N_ELEMENTS (columns));
  TdDataRow *rows = td_gather_new0 (self, TdDataRow, n);

  for (guint t = 0; t < n; t++)
    {
      TdDataCell *row = &cells[t * G_N_ELEMENTS (columns)];

      row[0] = count_cell (t + 1);
      if (!fill_pooled_row (self, scores, t, row, error))
        return FALSE;
      rows[t] = (TdDataRow){ TD_ROW_BODY,
                             { "targets", td_movement_target (self->movement, t)->id },
                             row };
    }
  *out = (TdDataTable){ .caption = "Kết quả thực hiện các chỉ tiêu, tính chung các đơn vị",
                        .note =
                            "Ghi chú: tỷ lệ tính gộp (tổng số đã làm trên tổng số phải làm của các "
                            "đơn vị), không lấy bình quân các tỷ lệ.",
                        .columns = columns,
                        .n_columns = G_N_ELEMENTS (columns),
                        .rows = rows,
                        .n_rows = n };
  return TRUE;
}

static void
units_table (TdGather *self, const TdScores *scores, guint period, TdDataTable *out)
{
  static const TdDataColumn columns[] = {
    { "TT", NULL, TD_ALIGN_CENTER, 0, FALSE, 0 },
    { "Đơn vị", NULL, TD_ALIGN_LEFT, 0, TRUE, -1 },
    { "Điểm đạt", NULL, TD_ALIGN_DECIMAL, 0, FALSE, -1 },
    { "Điểm tối đa", NULL, TD_ALIGN_DECIMAL, 0, FALSE, -1 },
    { "Tổng điểm", NULL, TD_ALIGN_DECIMAL, 0, FALSE, -1 },
    { "Hạng trong khối", NULL, TD_ALIGN_CENTER, 0, FALSE, -1 },
    { "Số liệu đã có", NULL, TD_ALIGN_CENTER, 0, FALSE, -1 },
    { "Còn thiếu trong kỳ", NULL, TD_ALIGN_CENTER, 0, FALSE, 0 },
  };
  guint n_units, n_rows = 0, number = 0;
  const guint *order = td_scores_get_ranking (scores, &n_units);
  guint most = n_units + self->movement->blocks->len;
  TdDataCell *cells = td_gather_new0 (self, TdDataCell, most * G_N_ELEMENTS (columns));
  TdDataRow *rows = td_gather_new0 (self, TdDataRow, most);
  int last = -1;

  for (guint i = 0; i < n_units; i++)
    {
      const TdUnit *unit = td_movement_unit (self->movement, order[i]);
      const TdUnitScore *score = td_scores_get_unit (scores, order[i]);
      TdDataCell *row = &cells[n_rows * G_N_ELEMENTS (columns)];
      g_autoptr (GArray) owed = NULL;

      if (unit->block != last && self->movement->blocks->len > 1)
        {
          row[0] = text_cell (td_movement_block (self->movement, (guint) unit->block));
          rows[n_rows++] = (TdDataRow){ TD_ROW_GROUP, { NULL, TD_ID_NONE }, row };
          row = &cells[n_rows * G_N_ELEMENTS (columns)];
        }
      last = unit->block;
      owed = td_gather_owed_targets (self, order[i], period, td_scores_get_as_of (scores), NULL);
      row[0] = count_cell (++number);
      row[1] = text_cell (unit->name);
      row[2] = number_cell (score->index == TD_DECIMAL_NONE ? TD_DECIMAL_NONE : score->points,
                            TD_DATA_MISSING);
      row[3] = number_cell (score->index == TD_DECIMAL_NONE ? TD_DECIMAL_NONE : score->max_points,
                            TD_DATA_MISSING);
      row[4] = number_cell (score->total, TD_DATA_MISSING);
      row[5] = text_cell (score->rank == 0 ? "-"
                          : score->tied ? td_gather_printf (self, "%u (đồng hạng)", score->rank)
                                        : td_gather_printf (self, "%u", score->rank));
      row[6] = text_cell (td_gather_printf (self, "%u/%u", score->filled, score->expected));
      row[7] = count_cell (owed->len);
      rows[n_rows++] = (TdDataRow){ TD_ROW_BODY, { "units", unit->id }, row };
    }
  *out = (TdDataTable){ .caption = "Kết quả của từng đơn vị",
                        .columns = columns,
                        .n_columns = G_N_ELEMENTS (columns),
                        .rows = rows,
                        .n_rows = n_rows };
}

static TdWords
general_words (TdGather *self, const TdScores *scores)
{
  const char *date = "value";
  TdId movement = self->movement->id;
  guint n_units, n_ranked = 0, filled = 0, expected = 0;
  const guint *order = td_scores_get_ranking (scores, &n_units);
  TdSentence words;

  for (guint i = 0; i < n_units; i++)
    {
      const TdUnitScore *score = td_scores_get_unit (scores, order[i]);

      n_ranked += score->rank > 0 ? 1 : 0;
      filled += score->filled;
      expected += score->expected;
    }
  td_sentence_begin (&words, self);
  td_sentence_add (&words, "Có ");
  td_sentence_add_fact (&words, td_words_count (n_units), "movement", movement, date, NULL);
  td_sentence_add (&words, " đơn vị tham gia phong trào, trong đó ");
  td_sentence_add_fact (&words, td_words_count (n_ranked), "movement", movement, date, NULL);
  td_sentence_add (&words, " đơn vị có số liệu để xếp hạng. Đã có số liệu được tính ở ");
  td_sentence_add_fact (&words, td_words_count (filled), "movement", movement, "filled", NULL);
  td_sentence_add (&words, "/");
  td_sentence_add_fact (&words, td_words_count (expected), "movement", movement, "expected", NULL);
  td_sentence_add (&words, " lượt báo cáo phải có từ đầu phong trào.");
  return td_sentence_end (&words);
}

/* The units that owe something for the period, as one sentence; or that none does. */
static TdWords
owing_words (TdGather *self, const TdScores *scores, guint period)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_units, n = 0;
  const guint *order = td_scores_get_ranking (scores, &n_units);
  TdSentence words;

  for (guint i = 0; i < n_units; i++)
    {
      g_autoptr (GArray) owed =
          td_gather_owed_targets (self, order[i], period, td_scores_get_as_of (scores), NULL);

      if (owed->len == 0)
        continue;
      g_string_append_printf (names, "%s%s (%u chỉ tiêu)", n > 0 ? ", " : "",
                              td_movement_unit (self->movement, order[i])->name, owed->len);
      n++;
    }
  td_sentence_begin (&words, self);
  if (n == 0)
    td_sentence_add (&words, "Các đơn vị đã gửi đủ số liệu của kỳ báo cáo.");
  else
    {
      td_sentence_add (&words, "Còn ");
      td_sentence_add_fact (&words, td_words_count (n), "periods",
                            td_movement_period (self->movement, period)->id, "owed", NULL);
      td_sentence_add (
          &words, td_gather_printf (self, " đơn vị chưa gửi đủ số liệu của kỳ: %s.", names->str));
    }
  return td_sentence_end (&words);
}

static gboolean
set_whole_parts (TdGather *self, const TdScores *scores, guint period, TdProgress *out,
                 GError **error)
{
  TdReportPart *parts = td_gather_new0 (self, TdReportPart, 3);
  TdWords *words = td_gather_new0 (self, TdWords, 2);
  TdDataTable *tables = td_gather_new0 (self, TdDataTable, 2);
  TdDataFigure *figures = td_gather_new0 (self, TdDataFigure, 1);
  g_autofree char *day = NULL;
  guint n_units;

  if (!pooled_table (self, scores, &tables[0], error))
    return FALSE;
  units_table (self, scores, period, &tables[1]);
  words[0] = general_words (self, scores);
  words[1] = owing_words (self, scores, period);
  day = td_date_format (td_scores_get_as_of (scores), TD_STYLE_PLAIN);
  td_scores_get_ranking (scores, &n_units);
  /* A row for each unit, as far as one page goes. */
  figures[0] =
      (TdDataFigure){ td_gather_printf (self, "bars@%s", day), "Tổng điểm của các đơn vị",
                      "Biểu đồ cột: tổng điểm của từng đơn vị, các số có trong bảng kết quả "
                      "của từng đơn vị.",
                      MIN (200 + 42 * n_units, 2000), 600 };
  parts[0] = (TdReportPart){ .heading = "Kết quả chung",
                             .paragraphs = &words[0],
                             .n_paragraphs = 1,
                             .tables = &tables[0],
                             .n_tables = 1 };
  parts[1] = (TdReportPart){ .heading = "Kết quả của các đơn vị",
                             .tables = &tables[1],
                             .n_tables = 1,
                             .figures = figures,
                             .n_figures = 1 };
  parts[2] = (TdReportPart){ .heading = "Tình hình gửi số liệu",
                             .paragraphs = &words[1],
                             .n_paragraphs = 1 };
  out->parts = parts;
  out->n_parts = 3;
  return TRUE;
}

/* --- one unit ----------------------------------------------------------------------------------- */

static void
unit_table (TdGather *self, const TdScores *scores, guint unit, const char *period,
            TdDataTable *out)
{
  static const TdDataColumn columns[] = {
    { "TT", NULL, TD_ALIGN_CENTER, 0, FALSE, 0 },
    { "Chỉ tiêu", NULL, TD_ALIGN_LEFT, 0, TRUE, -1 },
    { "Mục tiêu", NULL, TD_ALIGN_CENTER, 0, FALSE, -1 },
    { "Kết quả", NULL, TD_ALIGN_CENTER, 0, FALSE, -1 },
    { "Điểm", NULL, TD_ALIGN_DECIMAL, 0, FALSE, -1 },
    { "Điểm tối đa", NULL, TD_ALIGN_DECIMAL, 0, FALSE, -1 },
    { "Đánh giá", NULL, TD_ALIGN_CENTER, 0, FALSE, -1 },
  };
  const TdUnitScore *score = td_scores_get_unit (scores, unit);
  guint n = self->movement->targets->len;
  TdDataCell *cells = td_gather_new0 (self, TdDataCell, (n + 1) * G_N_ELEMENTS (columns));
  TdDataRow *rows = td_gather_new0 (self, TdDataRow, n + 1);
  guint n_rows = 0;
  TdDataCell *row;

  for (guint t = 0; t < n; t++)
    {
      const TdCellScore *cell = td_scores_get_cell (scores, unit, t);

      if (cell->state == TD_STATE_NOT_APPLICABLE)
        continue;
      row = &cells[n_rows * G_N_ELEMENTS (columns)];
      row[0] = count_cell (n_rows + 1);
      row[1] = text_cell (td_gather_target (self, t));
      row[2] = text_cell (td_gather_goal (self, t));
      row[3] = value_cell (self, scores, unit, t, period);
      row[4] = number_cell (cell->in_max ? cell->points : TD_DECIMAL_NONE, TD_DATA_GIVEN);
      row[5] = number_cell (cell->in_max ? td_movement_target (self->movement, t)->max_points
                                         : TD_DECIMAL_NONE,
                            TD_DATA_GIVEN);
      row[6] = text_cell (td_gather_standing (td_standing_of_cell (scores, unit, t)));
      rows[n_rows++] = (TdDataRow){ TD_ROW_BODY,
                                    { "targets", td_movement_target (self->movement, t)->id },
                                    row };
    }
  row = &cells[n_rows * G_N_ELEMENTS (columns)];
  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    row[c] = text_cell (NULL);
  row[1] = text_cell ("Cộng");
  row[4] = number_cell (score->points, TD_DATA_GIVEN);
  row[5] = number_cell (score->max_points, TD_DATA_GIVEN);
  rows[n_rows++] = (TdDataRow){ TD_ROW_TOTAL, { NULL, TD_ID_NONE }, row };
  *out = (TdDataTable){ .caption = "Kết quả thực hiện các chỉ tiêu",
                        .columns = columns,
                        .n_columns = G_N_ELEMENTS (columns),
                        .rows = rows,
                        .n_rows = n_rows };
}

static TdWords
unit_words (TdGather *self, const TdScores *scores, guint unit)
{
  const TdUnit *from = td_movement_unit (self->movement, unit);
  const TdUnitScore *score = td_scores_get_unit (scores, unit);
  TdSentence words;

  td_sentence_begin (&words, self);
  td_sentence_add (&words, from->name);
  if (score->total == TD_DECIMAL_NONE)
    td_sentence_add (&words, " chưa có số liệu để xếp hạng");
  else
    {
      td_sentence_add (&words, " đạt tổng điểm ");
      td_sentence_add_fact (&words, g_strdup (td_gather_points (self, score->total)), "units",
                            from->id, "total", NULL);
      td_sentence_add (&words, score->tied ? ", đồng hạng " : ", xếp hạng ");
      td_sentence_add_fact (&words, g_strdup_printf ("%u", score->rank), "units", from->id, "rank",
                            NULL);
      td_sentence_add (&words,
                       td_gather_printf (self, " của %s",
                                         td_movement_block (self->movement, (guint) from->block)));
    }
  td_sentence_add (&words, ". Đã có số liệu được tính ở ");
  td_sentence_add_fact (&words, g_strdup_printf ("%u/%u", score->filled, score->expected), "units",
                        from->id, "filled", NULL);
  td_sentence_add (&words, " lượt báo cáo phải có.");
  return td_sentence_end (&words);
}

static TdWords
unit_owing_words (TdGather *self, guint unit, guint period, TdDate as_of)
{
  g_autoptr (GArray) owed = td_gather_owed_targets (self, unit, period, as_of, NULL);
  g_autoptr (GString) codes = g_string_new (NULL);
  TdSentence words;

  for (guint i = 0; i < owed->len; i++)
    g_string_append_printf (
        codes, "%s%s", i > 0 ? ", " : "",
        td_movement_target (self->movement, g_array_index (owed, guint, i))->code);
  td_sentence_begin (&words, self);
  if (owed->len == 0)
    td_sentence_add (&words, "Đã gửi đủ số liệu của kỳ báo cáo.");
  else
    td_sentence_add (&words, td_gather_printf (self, "Chưa gửi số liệu của kỳ ở %u chỉ tiêu: %s.",
                                               owed->len, codes->str));
  return td_sentence_end (&words);
}

static void
set_unit_parts (TdGather *self, const TdScores *scores, guint unit, guint period, TdProgress *out)
{
  const char *code = td_movement_period (self->movement, period)->code;
  TdReportPart *parts = td_gather_new0 (self, TdReportPart, 2);
  TdWords *words = td_gather_new0 (self, TdWords, 2);
  TdDataTable *tables = td_gather_new0 (self, TdDataTable, 1);

  words[0] = unit_words (self, scores, unit);
  words[1] = unit_owing_words (self, unit, period, td_scores_get_as_of (scores));
  unit_table (self, scores, unit, code, &tables[0]);
  parts[0] = (TdReportPart){ .heading = "Kết quả thực hiện",
                             .paragraphs = &words[0],
                             .n_paragraphs = 1,
                             .tables = tables,
                             .n_tables = 1 };
  parts[1] = (TdReportPart){ .heading = "Tình hình gửi số liệu",
                             .paragraphs = &words[1],
                             .n_paragraphs = 1 };
  out->parts = parts;
  out->n_parts = 2;
}

/* The unit reports to the office: its own head, and the signature of its leader. */
static void
set_unit_paper (TdGather *self, guint unit, TdPaper *out)
{
  TdSignLine *lines = td_gather_new0 (self, TdSignLine, 2);
  const char *office = out->agency;
  gboolean committee = td_gather_unit_is_committee (self, unit);
  const char *head = td_movement_unit (self->movement, unit)->head;

  out->agency = td_gather_unit_body (self, unit);
  out->sign = committee ? "BC-UBND" : "BC-…";
  out->addressees = td_gather_list (self, 1, office);
  lines[0] = (TdSignLine){ TD_AUTHORITY_TM, out->agency };
  lines[committee ? 1 : 0] =
      (TdSignLine){ TD_AUTHORITY_OWN, committee ? "Chủ tịch" : "Thủ trưởng đơn vị" };
  out->signer = (TdSigner){ lines, committee ? 2 : 1, NULL, td_gather_or_null (head) };
  out->recipients = td_gather_list (self, 2, "Như trên", "Lưu: VT");
  if (out->signer.name == NULL)
    {
      g_autofree char *where =
          g_strdup_printf ("units:%s:head", td_movement_unit (self->movement, unit)->code);

      td_gather_note (self, where, _ ("the unit's head is not recorded"));
    }
}

TdDocument *
td_gather_progress (TdGather *self, const TdTemplate *template, GError **error)
{
  TdProgress data = { .movement = td_gather_movement_name (self) };
  const TdScores *scores;
  const char *city = td_gather_city (self);
  guint period;
  int unit;

  if (!td_gather_subject_period (self, &period, error)
      || !td_gather_subject_unit (self, &unit, error))
    return NULL;
  scores = td_gather_period_scores (self, period, error);
  if (scores == NULL)
    return NULL;
  data.period = td_gather_period_words (self, period);
  data.cut_off = td_scores_get_as_of (scores);
  data.filters = td_gather_filters (self, scores);
  td_gather_paper (self, TD_ISSUER_OFFICE, "BC", NULL, &data.paper);
  if (unit < 0)
    {
      data.paper.addressees = td_gather_list (self, 1, td_gather_setting (self, "superior"));
      data.scope = city != NULL ? td_gather_printf (self, "trên địa bàn %s", city) : "";
      if (!set_whole_parts (self, scores, period, &data, error))
        return NULL;
    }
  else
    {
      set_unit_paper (self, (guint) unit, &data.paper);
      data.scope = td_gather_printf (self, "của %s", data.paper.agency);
      set_unit_parts (self, scores, (guint) unit, period, &data);
    }
  return td_progress_build (template, &data, error);
}
