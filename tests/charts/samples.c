/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "samples.h"

/* The wards and communes of Móng Cái as they were until the middle of 2025. */
static const char *const units[] = {
  "Phường Trần Phú",  "Phường Hòa Lạc", "Phường Ka Long", "Phường Ninh Dương", "Phường Trà Cổ",
  "Phường Bình Ngọc", "Phường Hải Yên", "Phường Hải Hòa", "Xã Hải Đông",       "Xã Hải Tiến",
  "Xã Hải Xuân",      "Xã Hải Sơn",     "Xã Bắc Sơn",     "Xã Quảng Nghĩa",    "Xã Vạn Ninh",
  "Xã Vĩnh Thực",     "Xã Vĩnh Trung",
};
static const char *const areas[] = {
  "Chỉ đạo, điều hành", "Cải cách thể chế",        "Cải cách thủ tục hành chính",
  "Tổ chức bộ máy",     "Cải cách chế độ công vụ", "Tài chính công",
  "Chính quyền số",
};
static const char *const periods[] = { "Quý I/2023", "Quý II/2023", "Quý III/2023", "Quý IV/2023",
                                       "Quý I/2024", "Quý II/2024", "Quý III/2024", "Quý IV/2024" };
static const char *const targets[] = {
  "Hồ sơ giải quyết đúng hạn",
  "Dịch vụ công trực tuyến toàn trình",
  "Số hóa kết quả giải quyết",
  "Thanh toán trực tuyến phí, lệ phí",
  "Văn bản ký số",
  "Phản ánh, kiến nghị được xử lý",
  "Tự kiểm tra cải cách hành chính",
  "Sáng kiến được công nhận",
  "Mức độ hài lòng của người dân",
  "Cán bộ được bồi dưỡng",
};
static const char *const notes[] = {
  "Đơn vị chưa có số liệu không được xếp hạng.",
  "Số liệu lấy theo kết quả thẩm định; số tự đánh giá chỉ để tham khảo.",
  NULL,
};

static const char *const long_tail = " – Trung tâm Phục vụ hành chính công và Bộ phận tiếp nhận và "
                                     "trả kết quả hiện đại thuộc Ủy ban nhân "
                                     "dân thành phố Móng Cái, tỉnh Quảng Ninh";

/* What a sample is made of; freed when the chart has copied it. */
typedef struct
{
  SampleCase which;
  GRand *random;
  GPtrArray *texts;
} Maker;

const char *
sample_kind_name (SampleKind kind)
{
  static const char *const names[] = { "bars",  "bullets", "heat",   "lines", "trend",  "bump",
                                       "radar", "stack",   "funnel", "spark", "scatter" };

  return names[kind];
}

const char *
sample_case_name (SampleCase which)
{
  static const char *const names[] = { "typical",  "none", "one",     "equal", "huge",
                                       "negative", "many", "missing", "long" };

  return names[which];
}

void
sample_size (SampleKind kind, SampleCase which, double *width, double *height)
{
  *width = which == SAMPLE_MANY ? 1200 : 720;
  *height = which == SAMPLE_MANY ? 900 : 480;
  if (kind == SAMPLE_HEAT && which != SAMPLE_MANY)
    *height = 600;
  if (kind == SAMPLE_SPARK)
    {
      *width = which == SAMPLE_MANY ? 2100 : 160;
      *height = 32;
    }
}

static const char *
make_name (Maker *self, const char *const *names, guint n, guint i)
{
  char *text;

  if (i < n && self->which != SAMPLE_LONG)
    return names[i];
  text = self->which == SAMPLE_LONG ? g_strdup_printf ("%s%s %u", names[i % n], long_tail, i + 1)
                                    : g_strdup_printf ("%s %u", names[i % n], i / n + 1);
  g_ptr_array_add (self->texts, text);
  return text;
}

/* Two decimals, as an index has. */
static double
make_number (Maker *self, double low, double high)
{
  double number = g_rand_int_range (self->random, (int) (low * 100), (int) (high * 100)) / 100.0;

  switch (self->which)
    {
    case SAMPLE_EQUAL:
      return 86.98;
    case SAMPLE_HUGE:
      return number * 1e10;
    case SAMPLE_NEGATIVE:
      return g_rand_int_range (self->random, -9000, 9000) / 100.0;
    case SAMPLE_TYPICAL:
    case SAMPLE_NONE:
    case SAMPLE_ONE:
    case SAMPLE_MANY:
    case SAMPLE_MISSING:
    case SAMPLE_LONG:
    default:
      return number;
    }
}

static TdChartValue
make_value (Maker *self, double low, double high, double missing)
{
  TdChartValue value = TD_CHART_NUMBER (0);

  value.number = make_number (self, low, high);
  value.key.first = (gint64) g_rand_int (self->random) + 1;
  value.key.second = 7;
  if (self->which == SAMPLE_MISSING
      || (self->which != SAMPLE_ONE && g_rand_double (self->random) < missing))
    {
      value.known = FALSE;
      value.state = TD_CHART_STATE_MISSING;
    }
  return value;
}

static guint
count (const Maker *self, guint typical, guint many)
{
  return self->which == SAMPLE_NONE   ? 0
         : self->which == SAMPLE_ONE  ? 1
         : self->which == SAMPLE_MANY ? many
                                      : typical;
}

static TdChartHead
make_head (const Maker *self, const char *title, TdChartWords words)
{
  return (TdChartHead){ .title = title,
                        .subtitle = "Khối xã, phường – năm 2024",
                        .filters = self->which == SAMPLE_TYPICAL ? "khối = xã, phường" : NULL,
                        .notes = self->which == SAMPLE_TYPICAL ? notes : NULL,
                        .source = "Phòng Nội vụ thành phố Móng Cái",
                        .as_of = "31/12/2024",
                        .words = words };
}

static TdChart *
make_bars (Maker *self, TdChartWords words)
{
  static const TdChartBand bands[] = {
    { "Tốt", 80 }, { "Xuất sắc", 90 }, { "Yếu", 0 }, { "Trung bình", 50 }, { "Khá", 65 }
  };
  guint n = count (self, G_N_ELEMENTS (units), 2000);
  g_autofree TdChartBar *bars = g_new0 (TdChartBar, n + 1);
  TdChartBars data = {
    .head = make_head (self, "Chỉ số cải cách hành chính", words),
    .axis = { .name = "Chỉ số", .unit = "%" },
    .bars = bars,
    .n_bars = n,
    .order = TD_CHART_ORDER_DESCENDING,
    .reference = { TRUE, 86.98, "Bình quân toàn thành phố", "86,98%" },
  };

  for (guint i = 0; i < n; i++)
    {
      bars[i].name = make_name (self, units, G_N_ELEMENTS (units), i);
      bars[i].value = make_value (self, 61, 97, 0);
      bars[i].note = "Độ bao phủ 11/12";
      if (self->which == SAMPLE_TYPICAL && i == 11)
        bars[i].value = (TdChartValue) TD_CHART_BLANK (TD_CHART_STATE_MISSING);
      if (self->which == SAMPLE_TYPICAL && i == 4)
        {
          bars[i].value.state = TD_CHART_STATE_PENDING;
          bars[i].value.text = "93,40%";
          bars[i].value.number = 93.4;
        }
      bars[i].emphasis = self->which == SAMPLE_LONG && i == 3;
    }
  if (self->which == SAMPLE_TYPICAL || self->which == SAMPLE_LONG)
    {
      data.bands = bands;
      data.n_bands = G_N_ELEMENTS (bands);
      data.axis.has_from = data.axis.has_to = TRUE;
      data.axis.to = 100;
    }
  if (self->which == SAMPLE_HUGE || self->which == SAMPLE_NEGATIVE)
    {
      data.reference.known = FALSE;
      data.axis = (TdChartAxis){ .name = "Kinh phí", .unit = "đồng" };
    }
  return td_chart_new_bars (&data);
}

/* As a goal of 100 with a pace of 75 would have it. */
static TdChartState
judge (double number, guint i)
{
  if (number >= 100)
    return TD_CHART_STATE_MET;
  if (number >= 75)
    return TD_CHART_STATE_ON_TRACK;
  if (number >= 60)
    return TD_CHART_STATE_AT_RISK;
  return i % 2 == 0 ? TD_CHART_STATE_BEHIND : TD_CHART_STATE_OVERDUE;
}

static TdChart *
make_bullets (Maker *self, TdChartWords words)
{
  guint n = count (self, G_N_ELEMENTS (targets), 667);
  g_autofree TdChartBullet *bullets = g_new0 (TdChartBullet, n + 1);
  TdChartBullets data = {
    .head = make_head (self, "Tiến độ thực hiện chỉ tiêu so với mục tiêu năm", words),
    .axis = { .name = "So với mục tiêu", .unit = "%" },
    .bullets = bullets,
    .n_bullets = n,
  };

  for (guint i = 0; i < n; i++)
    {
      bullets[i].name = make_name (self, targets, G_N_ELEMENTS (targets), i);
      bullets[i].value = make_value (self, 35, 108, self->which == SAMPLE_TYPICAL ? 0.1 : 0);
      bullets[i].value.state =
          bullets[i].value.known ? judge (bullets[i].value.number, i) : TD_CHART_STATE_NOT_DUE;
      if (i == 2 && self->which == SAMPLE_TYPICAL)
        {
          bullets[i].value.number = 80;
          bullets[i].value.text = "1.600/2.000 hồ sơ";
          bullets[i].value.state = TD_CHART_STATE_ON_TRACK;
        }
      bullets[i].goal = (TdChartValue) TD_CHART_NUMBER (100);
      bullets[i].pace = (TdChartValue) TD_CHART_NUMBER (75);
      if (self->which == SAMPLE_HUGE)
        {
          bullets[i].goal.number *= 1e10;
          bullets[i].pace.number *= 1e10;
        }
      if (self->which == SAMPLE_MISSING)
        bullets[i].goal = bullets[i].pace = (TdChartValue) TD_CHART_BLANK (TD_CHART_STATE_MISSING);
      if (self->which == SAMPLE_EQUAL)
        bullets[i].goal = bullets[i].pace = bullets[i].value;
    }
  return td_chart_new_bullets (&data);
}

static TdChart *
make_heat (Maker *self, TdChartWords words)
{
  guint rows = count (self, G_N_ELEMENTS (units), 100),
        columns = count (self, G_N_ELEMENTS (targets), 20);
  g_autofree const char **row_names = g_new0 (const char *, rows + 1);
  g_autofree const char **column_names = g_new0 (const char *, columns + 1);
  g_autofree const char **column_notes = g_new0 (const char *, columns + 1);
  g_autofree TdChartCell *cells = g_new0 (TdChartCell, rows * columns + 1);
  TdChartHeat data = {
    .head = make_head (self, "Kết quả từng chỉ tiêu của các đơn vị", words),
    .row_names = row_names,
    .n_rows = rows,
    .column_names = column_names,
    .column_notes = column_notes,
    .n_columns = columns,
    .cells = cells,
    .low = "0%",
    .high = "100% điểm tối đa",
    .unit = "%",
  };

  for (guint i = 0; i < rows; i++)
    row_names[i] = make_name (self, units, G_N_ELEMENTS (units), i);
  for (guint i = 0; i < columns; i++)
    {
      column_names[i] = make_name (self, targets, G_N_ELEMENTS (targets), i);
      column_notes[i] = "Tỷ lệ theo Kế hoạch cải cách hành chính năm 2024";
    }
  for (guint i = 0; i < rows * columns; i++)
    {
      cells[i].value = make_value (self, 0, 100, 0);
      cells[i].share = cells[i].value.number / 100;
      if ((self->which == SAMPLE_TYPICAL || self->which == SAMPLE_MANY)
          && g_rand_double (self->random) < 0.3)
        {
          cells[i].value.state =
              (TdChartState) g_rand_int_range (self->random, 0, TD_CHART_N_STATES);
          cells[i].value.known = cells[i].value.state == TD_CHART_STATE_VALUE
                                 || cells[i].value.state >= TD_CHART_STATE_MET;
        }
    }
  return td_chart_new_heat (&data);
}

/* @n_series series of values between @low and @high over the chart's columns. */
static TdChartValue *
make_series (Maker *self, TdChartSeries *series, guint n_series, guint n_columns,
             const char *const *names, guint n_names, double low, double high, double missing)
{
  TdChartValue *values = g_new0 (TdChartValue, (gsize) n_series * n_columns + 1);

  for (guint s = 0; s < n_series; s++)
    {
      series[s].name = make_name (self, names, n_names, s);
      series[s].values = values + (gsize) s * n_columns;
      for (guint i = 0; i < n_columns; i++)
        values[(gsize) s * n_columns + i] = make_value (self, low, high, missing);
    }
  return values;
}

static TdChart *
make_lines (Maker *self, TdChartWords words, gboolean trend)
{
  guint n_periods = count (self, G_N_ELEMENTS (periods), trend ? 2000 : 100);
  guint n_series = trend ? MIN (count (self, 1, 1), 1) : count (self, 4, 20);
  g_autofree TdChartSeries *series = g_new0 (TdChartSeries, n_series + 1);
  g_autofree const char **names = g_new0 (const char *, n_periods + 1);
  g_autofree TdChartValue *goals = g_new0 (TdChartValue, n_periods + 1);
  TdChartSeries goal = { .name = NULL, .values = goals };
  g_autofree TdChartValue *values =
      make_series (self, series, n_series, n_periods, units, G_N_ELEMENTS (units), 62, 97,
                   self->which == SAMPLE_TYPICAL || self->which == SAMPLE_MANY ? 0.12 : 0);
  TdChartLines data = {
    .head = make_head (self,
                       trend ? "Chỉ số của Phường Trần Phú qua các quý"
                             : "Chỉ số cải cách hành chính qua các quý",
                       words),
    .axis = { .name = "Chỉ số", .unit = "%" },
    .periods = names,
    .n_periods = n_periods,
    .series = series,
    .n_series = n_series,
  };

  for (guint i = 0; i < n_periods; i++)
    {
      names[i] = make_name (self, periods, G_N_ELEMENTS (periods), i);
      goals[i] = (TdChartValue) TD_CHART_NUMBER (90);
    }
  if (trend && self->which == SAMPLE_TYPICAL)
    {
      values[3] = (TdChartValue) TD_CHART_BLANK (TD_CHART_STATE_MISSING);
      values[5] = (TdChartValue) TD_CHART_BLANK (TD_CHART_STATE_REJECTED);
      values[7] = (TdChartValue) TD_CHART_BLANK (TD_CHART_STATE_NOT_DUE);
    }
  if (self->which == SAMPLE_TYPICAL || self->which == SAMPLE_LONG)
    data.goal = &goal;
  if (self->which == SAMPLE_HUGE)
    data.axis = (TdChartAxis){ .name = "Kinh phí", .unit = "đồng" };
  if (self->which == SAMPLE_MANY && !trend)
    series[0].emphasis = series[5].emphasis = TRUE;
  return td_chart_new_lines (&data);
}

static TdChart *
make_bump (Maker *self, TdChartWords words)
{
  guint n_periods = count (self, 5, 20), n = count (self, 12, 100);
  g_autofree TdChartSeries *series = g_new0 (TdChartSeries, n + 1);
  g_autofree const char **names = g_new0 (const char *, n_periods + 1);
  g_autofree TdChartValue *values =
      make_series (self, series, n, n_periods, units, G_N_ELEMENTS (units), 1, 2, 0);
  TdChartBump data = {
    .head = make_head (self, "Thứ hạng của các đơn vị qua các quý", words),
    .periods = names,
    .n_periods = n_periods,
    .series = series,
    .n_series = n,
  };

  for (guint i = 0; i < n_periods; i++)
    {
      g_autofree guint *order = g_new (guint, n + 1);

      names[i] = make_name (self, periods, G_N_ELEMENTS (periods), i);
      for (guint s = 0; s < n; s++)
        order[s] = s;
      for (guint s = n; s > 1; s--)
        {
          guint other = (guint) g_rand_int_range (self->random, 0, (int) s), kept = order[s - 1];

          /* Ranks change by a few places only. */
          if (ABS ((int) other - (int) s + 1) > 3)
            continue;
          order[s - 1] = order[other];
          order[other] = kept;
        }
      for (guint s = 0; s < n; s++)
        {
          TdChartValue *value = &values[order[s] * n_periods + i];

          value->known = self->which != SAMPLE_MISSING;
          value->state = value->known ? TD_CHART_STATE_VALUE : TD_CHART_STATE_MISSING;
          value->number = self->which == SAMPLE_EQUAL      ? 1
                          : self->which == SAMPLE_HUGE     ? 1 + s * 9e10
                          : self->which == SAMPLE_NEGATIVE ? (double) s - 3
                                                           : s + 1;
          /* A tie for the third place. */
          if (self->which == SAMPLE_TYPICAL && i == 2 && s == 3)
            value->number = 3;
        }
    }
  if (self->which == SAMPLE_TYPICAL)
    {
      values[5 * n_periods + 2] = (TdChartValue) TD_CHART_BLANK (TD_CHART_STATE_MISSING);
      series[1].emphasis = series[6].emphasis = TRUE;
    }
  if (self->which == SAMPLE_MANY)
    series[4].emphasis = TRUE;
  return td_chart_new_bump (&data);
}

static TdChart *
make_radar (Maker *self, TdChartWords words)
{
  guint n_areas = count (self, G_N_ELEMENTS (areas), 50), n = count (self, 2, 40);
  g_autofree TdChartSeries *series = g_new0 (TdChartSeries, n + 1);
  g_autofree const char **names = g_new0 (const char *, n_areas + 1);
  g_autofree TdChartValue *values =
      make_series (self, series, n, n_areas, units, G_N_ELEMENTS (units), 40, 98, 0);
  TdChartRadar data = {
    .head = make_head (self, "Kết quả theo lĩnh vực so với trung vị của khối", words),
    .axis = { .name = "Tỷ lệ điểm đạt", .unit = "%", .has_from = TRUE, .has_to = TRUE, .to = 100 },
    .areas = names,
    .n_areas = n_areas,
    .series = series,
    .n_series = n,
  };

  for (guint i = 0; i < n_areas; i++)
    names[i] = make_name (self, areas, G_N_ELEMENTS (areas), i);
  if (n > 1 && self->which != SAMPLE_MANY)
    {
      series[1].name = "Trung vị của khối";
      series[1].reference = TRUE;
    }
  if (self->which == SAMPLE_TYPICAL)
    values[3] = (TdChartValue) TD_CHART_BLANK (TD_CHART_STATE_NONE_ARISING);
  return td_chart_new_radar (&data);
}

static TdChart *
make_stack (Maker *self, TdChartWords words)
{
  static const TdChartPart parts[] = {
    { NULL, TD_CHART_STATE_MET },     { NULL, TD_CHART_STATE_ON_TRACK },
    { NULL, TD_CHART_STATE_AT_RISK }, { NULL, TD_CHART_STATE_BEHIND },
    { NULL, TD_CHART_STATE_OVERDUE }, { NULL, TD_CHART_STATE_PENDING },
    { NULL, TD_CHART_STATE_MISSING }, { NULL, TD_CHART_STATE_NOT_APPLICABLE },
  };
  guint n = count (self, G_N_ELEMENTS (units), 250), n_parts = G_N_ELEMENTS (parts);
  g_autofree TdChartStackRow *rows = g_new0 (TdChartStackRow, n + 1);
  g_autofree TdChartValue *counts = g_new0 (TdChartValue, n * n_parts + 1);
  TdChartStack data = {
    .head = make_head (self, "Tình hình thực hiện chỉ tiêu của các đơn vị", words),
    .axis = { .name = "Số chỉ tiêu", .whole = TRUE },
    .parts = parts,
    .n_parts = n_parts,
    .rows = rows,
    .n_rows = n,
  };

  for (guint row = 0; row < n; row++)
    {
      rows[row].name = make_name (self, units, G_N_ELEMENTS (units), row);
      rows[row].counts = counts + row * n_parts;
      for (guint i = 0; i < n_parts; i++)
        {
          TdChartValue *value = &counts[row * n_parts + i];

          *value = (TdChartValue) TD_CHART_NUMBER (
              g_rand_int_range (self->random, i == 0 ? 3 : 0, i < 2 ? 14 : 6));
          if (self->which == SAMPLE_EQUAL)
            value->number = 4;
          if (self->which == SAMPLE_HUGE)
            value->number *= 1e11;
          if (self->which == SAMPLE_NEGATIVE)
            value->number -= 3;
          if (self->which == SAMPLE_MISSING || (self->which == SAMPLE_TYPICAL && row == 9))
            *value = (TdChartValue) TD_CHART_BLANK (TD_CHART_STATE_MISSING);
        }
    }
  return td_chart_new_stack (&data);
}

static TdChart *
make_funnel (Maker *self, TdChartWords words)
{
  static const char *const names[] = {
    "Đề nghị gửi lên",    "Đủ hồ sơ",       "Đủ điều kiện theo quy định",
    "Hội đồng thông qua", "Trình Chủ tịch", "Đã quyết định"
  };
  static const char *const stage_notes[] = {
    NULL,          "6 hồ sơ trả lại để bổ sung", "9 không đủ điều kiện", "4 không đủ phiếu", NULL,
    "Còn 3 chờ ký"
  };
  static const int typical[] = { 87, 81, 72, 68, 68, 65 };
  guint n = count (self, G_N_ELEMENTS (names), 2000);
  g_autofree TdChartStage *stages = g_new0 (TdChartStage, n + 1);
  TdChartFunnel data = {
    .head = make_head (self, "Đề nghị khen thưởng theo các bước xét", words),
    .axis = { .name = "Số đề nghị", .whole = TRUE },
    .stages = stages,
    .n_stages = n,
  };

  for (guint i = 0; i < n; i++)
    {
      stages[i].name = make_name (self, names, G_N_ELEMENTS (names), i);
      stages[i].value = make_value (self, 10, 90, 0);
      if (self->which == SAMPLE_TYPICAL || self->which == SAMPLE_LONG)
        {
          stages[i].value.number = typical[i];
          stages[i].note = stage_notes[i];
        }
      if (self->which == SAMPLE_LONG && i == 2)
        stages[i].value = (TdChartValue) TD_CHART_BLANK (TD_CHART_STATE_PENDING);
    }
  return td_chart_new_funnel (&data);
}

static TdChart *
make_spark (Maker *self, TdChartWords words)
{
  guint n = count (self, 12, 2000);
  g_autofree TdChartValue *values = g_new0 (TdChartValue, n + 1);
  g_autofree const char **names = g_new0 (const char *, n + 1);
  TdChartSpark data = {
    .head = { .words = words },
    .axis = { .unit = "%" },
    .periods = names,
    .n_periods = n,
    .series = { .name = "Phường Trần Phú", .values = values },
  };

  for (guint i = 0; i < n; i++)
    {
      names[i] = make_name (self, periods, G_N_ELEMENTS (periods), i);
      values[i] = make_value (self, 60, 97, self->which == SAMPLE_TYPICAL ? 0.15 : 0);
    }
  return td_chart_new_spark (&data);
}

static TdChart *
make_scatter (Maker *self, TdChartWords words)
{
  guint n = count (self, 60, 2000);
  g_autofree TdChartDot *dots = g_new0 (TdChartDot, n + 1);
  TdChartScatter data = {
    .head = make_head (self, "Điểm tự đánh giá và điểm thẩm định", words),
    .x_axis = { .name = "Điểm tự đánh giá" },
    .y_axis = { .name = "Điểm thẩm định" },
    .dots = dots,
    .n_dots = n,
    .diagonal = "Điểm thẩm định bằng điểm tự đánh giá",
  };

  for (guint i = 0; i < n; i++)
    {
      dots[i].name = make_name (self, units, G_N_ELEMENTS (units), i);
      dots[i].x = make_value (self, 62, 97, self->which == SAMPLE_TYPICAL ? 0.05 : 0);
      dots[i].y = dots[i].x;
      if (self->which != SAMPLE_EQUAL && dots[i].y.known)
        dots[i].y.number -= g_rand_int_range (self->random, -200, 900) / 100.0
                            * (self->which == SAMPLE_HUGE ? 1e10 : 1);
      dots[i].emphasis = self->which == SAMPLE_TYPICAL && i % 20 == 3;
    }
  return td_chart_new_scatter (&data);
}

TdChart *
sample_new (SampleKind kind, SampleCase which, TdChartWords words)
{
  Maker maker = { which, g_rand_new_with_seed (20241231), g_ptr_array_new_with_free_func (g_free) };
  TdChart *chart = NULL;

  switch (kind)
    {
    case SAMPLE_BARS:
      chart = make_bars (&maker, words);
      break;
    case SAMPLE_BULLETS:
      chart = make_bullets (&maker, words);
      break;
    case SAMPLE_HEAT:
      chart = make_heat (&maker, words);
      break;
    case SAMPLE_LINES:
    case SAMPLE_TREND:
      chart = make_lines (&maker, words, kind == SAMPLE_TREND);
      break;
    case SAMPLE_BUMP:
      chart = make_bump (&maker, words);
      break;
    case SAMPLE_RADAR:
      chart = make_radar (&maker, words);
      break;
    case SAMPLE_STACK:
      chart = make_stack (&maker, words);
      break;
    case SAMPLE_FUNNEL:
      chart = make_funnel (&maker, words);
      break;
    case SAMPLE_SPARK:
      chart = make_spark (&maker, words);
      break;
    case SAMPLE_SCATTER:
    default:
      chart = make_scatter (&maker, words);
      break;
    }
  g_ptr_array_unref (maker.texts);
  g_rand_free (maker.random);
  return chart;
}
