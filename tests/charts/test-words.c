/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart without its picture: the description, the table, and what is said about one value. */
#include <string.h>

#include "charts/td-chart.h"
#include "samples.h"

static const char *const chart_notes[] = { "Số liệu quý IV là số tạm tính.", NULL };

static TdChart *
make_ranking (TdChartWords words)
{
  static const TdChartBar bars[] = {
    { .name = "Phường Trần Phú",
      .rank = "2",
      .band = "Tốt",
      .note = "Độ bao phủ 12/12",
      .value = { TRUE, 86.5, TD_CHART_STATE_VALUE, "86,50%", { 1, 0 } } },
    { .name = "Xã Hải Sơn", .value = TD_CHART_BLANK (TD_CHART_STATE_MISSING) },
    { .name = "Xã Bắc Sơn", .value = TD_CHART_BLANK (TD_CHART_STATE_NONE_ARISING) },
    { .name = "Phường Trà Cổ",
      .rank = "1",
      .band = "Xuất sắc",
      .value = { TRUE, 93.4, TD_CHART_STATE_PENDING, "93,40%", { 2, 0 } } },
    { .name = "Phường Ka Long",
      .rank = "2",
      .band = "Tốt",
      .value = { TRUE, 86.5, TD_CHART_STATE_VALUE, "86,50%", { 3, 0 } } },
    { .name = "Xã Vạn Ninh", .rank = "4", .value = TD_CHART_NUMBER (0) },
  };
  TdChartBars data = {
    .head = { .title = "Chỉ số cải cách hành chính",
              .subtitle = "Quý IV/2024",
              .filters = "khối = xã, phường",
              .notes = chart_notes,
              .source = "Phòng Nội vụ",
              .as_of = "31/12/2024",
              .words = words },
    .axis = { .name = "Chỉ số", .unit = "%" },
    .bars = bars,
    .n_bars = G_N_ELEMENTS (bars),
    .order = TD_CHART_ORDER_DESCENDING,
    .reference = { TRUE, 66.6, "Bình quân", "66,60%" },
  };

  return td_chart_new_bars (&data);
}

static void
test_describe_bars (void)
{
  g_autoptr (TdChart) paper = make_ranking (TD_CHART_WORDS_PAPER);
  g_autoptr (TdChart) window = make_ranking (TD_CHART_WORDS_INTERFACE);
  g_autofree char *vietnamese = td_chart_describe (paper);
  g_autofree char *english = td_chart_describe (window);

  g_assert_cmpstr (
      vietnamese, ==,
      "Biểu đồ thanh: Chỉ số cải cách hành chính. Quý IV/2024. Lọc theo: khối = xã, phường. "
      "Số thanh: 6. Cao nhất: Phường Trà Cổ (93,40%). Thấp nhất: Xã Vạn Ninh (0%). "
      "Số mục không có số liệu: 1 (Xã Hải Sơn). Số mục không phát sinh: 1 (Xã Bắc Sơn). "
      "Bình quân: 66,60%. Số liệu quý IV là số tạm tính. Nguồn: Phòng Nội vụ. "
      "Số liệu tính đến 31/12/2024.");
  g_assert_cmpstr (
      english, ==,
      "Bar chart: Chỉ số cải cách hành chính. Quý IV/2024. Filtered: khối = xã, phường. "
      "Bars: 6. Highest: Phường Trà Cổ (93,40%). Lowest: Xã Vạn Ninh (0%). "
      "Count with “no data”: 1 (Xã Hải Sơn). Count with “none arising”: 1 (Xã Bắc Sơn). "
      "Bình quân: 66,60%. Số liệu quý IV là số tạm tính. Source: Phòng Nội vụ. "
      "As of 31/12/2024.");
}

static void
test_table_bars (void)
{
  g_autoptr (TdChart) chart = make_ranking (TD_CHART_WORDS_PAPER);
  g_autoptr (TdChartTable) table = td_chart_to_table (chart);
  g_autofree char *text = td_chart_table_to_text (table);

  /* Sorted as the picture is: the unknown last, a reported zero before them. */
  g_assert_cmpstr (text, ==,
                   "Hạng\tTên\tChỉ số (%)\tXếp loại\n"
                   "1\tPhường Trà Cổ\t93,40% (chờ thẩm định)\tXuất sắc\n"
                   "2\tPhường Trần Phú\t86,50%\tTốt\n"
                   "2\tPhường Ka Long\t86,50%\tTốt\n"
                   "4\tXã Vạn Ninh\t0%\t\n"
                   "\tXã Hải Sơn\tkhông có số liệu\t\n"
                   "\tXã Bắc Sơn\tkhông phát sinh\t\n");
  g_assert_cmpuint (td_chart_table_get_n_columns (table), ==, 4);
  g_assert_cmpuint (td_chart_table_get_n_rows (table), ==, 6);
  g_assert_true (td_chart_table_is_number (table, 2));
  g_assert_false (td_chart_table_is_number (table, 1));
}

static void
test_hover (void)
{
  g_autoptr (TdChart) chart = make_ranking (TD_CHART_WORDS_PAPER);
  g_autofree char *known = td_chart_dup_hover (chart, 0, 0);
  g_autofree char *pending = td_chart_dup_hover (chart, 3, 0);
  g_autofree char *missing = td_chart_dup_hover (chart, 1, 0);

  g_assert_cmpstr (known, ==, "Phường Trần Phú\n86,50%\nHạng: 2\nXếp loại: Tốt\nĐộ bao phủ 12/12");
  g_assert_cmpstr (pending, ==,
                   "Phường Trà Cổ\n93,40% (chờ thẩm định)\nHạng: 1\nXếp loại: Xuất sắc");
  g_assert_cmpstr (missing, ==, "Xã Hải Sơn\nkhông có số liệu");
}

/* Ties for the highest are all named; more than five names are counted. */
static void
test_extremes (void)
{
  static const struct
  {
    guint n, n_highest;
    const char *words;
  } cases[] = {
    { 0, 0, "Chưa có gì để trình bày." },
    { 1, 1, "Đơn vị 1: 90." },
    { 3, 3, "Các giá trị đều bằng nhau: 90." },
    { 4, 2, "Cao nhất: Đơn vị 1, Đơn vị 2 (90). Thấp nhất: Đơn vị 3, Đơn vị 4 (10)." },
    { 8, 7,
      "Cao nhất: Đơn vị 1, Đơn vị 2, Đơn vị 3, Đơn vị 4 và 3 mục khác (90). "
      "Thấp nhất: Đơn vị 8 (10)." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TdChartBar bars[8] = { { 0 } };
      char *names[8] = { NULL };
      TdChartBars data = { .head.words = TD_CHART_WORDS_PAPER, .bars = bars, .n_bars = cases[i].n };
      g_autoptr (TdChart) chart = NULL;
      g_autofree char *words = NULL;

      for (guint k = 0; k < cases[i].n; k++)
        {
          bars[k].name = names[k] = g_strdup_printf ("Đơn vị %u", k + 1);
          bars[k].value = (TdChartValue) TD_CHART_NUMBER (k < cases[i].n_highest ? 90 : 10);
        }
      chart = td_chart_new_bars (&data);
      words = td_chart_describe (chart);
      g_test_message ("%s", words);
      g_assert_true (g_str_has_suffix (words, cases[i].words));
      for (guint k = 0; k < cases[i].n; k++)
        g_free (names[k]);
    }
}

static void
test_series (void)
{
  static const TdChartValue first[] = { TD_CHART_BLANK (TD_CHART_STATE_MISSING),
                                        TD_CHART_NUMBER (80), TD_CHART_NUMBER (90.5) };
  static const TdChartValue second[] = { { 0 }, { 0 }, { 0 } };
  static const char *const periods[] = { "Quý I", "Quý II", "Quý III" };
  TdChartSeries series[] = { { .name = "Trần Phú", .values = first },
                             { .name = "Hải Sơn", .values = second } };
  TdChartLines data = { .head = { .title = "Xu hướng", .words = TD_CHART_WORDS_PAPER },
                        .axis = { .unit = "%" },
                        .periods = periods,
                        .n_periods = 3,
                        .series = series,
                        .n_series = 2 };
  g_autoptr (TdChart) chart = td_chart_new_lines (&data);
  g_autoptr (TdChartTable) table = td_chart_to_table (chart);
  g_autofree char *words = td_chart_describe (chart);
  g_autofree char *text = td_chart_table_to_text (table);

  g_assert_cmpstr (words, ==,
                   "Biểu đồ đường: Xu hướng. Số đường: 2, qua 3 kỳ: từ Quý I đến Quý III. "
                   "Trần Phú: từ 80% (Quý II) đến 90,5% (Quý III). Thiếu số liệu: 1/3 kỳ. "
                   "Hải Sơn: không có số liệu.");
  g_assert_cmpstr (text, ==,
                   "Kỳ\tTrần Phú\tHải Sơn\n"
                   "Quý I\tkhông có số liệu\tkhông có số liệu\n"
                   "Quý II\t80%\tkhông có số liệu\n"
                   "Quý III\t90,5%\tkhông có số liệu\n");
}

static void
test_bump (void)
{
  static const TdChartValue ranks[3][2] = {
    { TD_CHART_NUMBER (1), TD_CHART_NUMBER (3) },
    { TD_CHART_NUMBER (2), TD_CHART_NUMBER (2) },
    { TD_CHART_NUMBER (3), TD_CHART_NUMBER (1) },
  };
  static const char *const periods[] = { "2023", "2024" };
  TdChartSeries series[] = { { .name = "A", .values = ranks[0] },
                             { .name = "B", .values = ranks[1] },
                             { .name = "C", .values = ranks[2] } };
  TdChartBump data = { .head.words = TD_CHART_WORDS_PAPER,
                       .periods = periods,
                       .n_periods = 2,
                       .series = series,
                       .n_series = 3 };
  g_autoptr (TdChart) chart = td_chart_new_bump (&data);
  g_autofree char *words = td_chart_describe (chart);

  g_assert_cmpstr (words, ==,
                   "Biểu đồ thay đổi thứ hạng. Số đường: 3, qua 2 kỳ: từ 2023 đến 2024. "
                   "Đứng đầu kỳ cuối: C. Tăng hạng nhiều nhất: C, từ hạng 3 lên hạng 1. "
                   "Giảm hạng nhiều nhất: A, từ hạng 1 xuống hạng 3.");
}

static void
test_others (void)
{
  static const TdChartBullet bullet = {
    .name = "Văn bản ký số",
    .value = { TRUE, 76, TD_CHART_STATE_AT_RISK, NULL, { 0, 0 } },
    .goal = TD_CHART_NUMBER (100),
    .pace = TD_CHART_NUMBER (80)
  };
  static const TdChartStage stages[] = {
    { .name = "Đề nghị", .value = TD_CHART_NUMBER (87) },
    { .name = "Đủ điều kiện", .value = TD_CHART_NUMBER (72), .note = "15 không đủ điều kiện" },
    { .name = "Sai", .value = TD_CHART_NUMBER (-1) },
  };
  static const TdChartDot dots[] = {
    { .name = "A", .x = TD_CHART_NUMBER (90), .y = TD_CHART_NUMBER (85) },
    { .name = "B", .x = TD_CHART_NUMBER (80), .y = TD_CHART_BLANK (TD_CHART_STATE_PENDING) },
  };
  TdChartBullets bullets = {
    .head.words = TD_CHART_WORDS_PAPER, .axis = { .unit = "%" }, .bullets = &bullet, .n_bullets = 1
  };
  TdChartFunnel funnel = { .head.words = TD_CHART_WORDS_PAPER,
                           .stages = stages,
                           .n_stages = G_N_ELEMENTS (stages) };
  TdChartScatter scatter = { .head.words = TD_CHART_WORDS_PAPER,
                             .x_axis = { .name = "Tự đánh giá" },
                             .y_axis = { .name = "Thẩm định" },
                             .dots = dots,
                             .n_dots = 2,
                             .diagonal = "bằng nhau" };
  struct
  {
    TdChart *chart;
    const char *words, *table, *hover;
  } cases[] = {
    { td_chart_new_bullets (&bullets),
      "Biểu đồ tiến độ so với mục tiêu. Số dòng: 1. Số mục có nguy cơ chậm: 1. Văn bản ký số: 76%.",
      "Tên\tKết quả\tMục tiêu\tTiến độ cần đạt đến nay\nVăn bản ký số\t76% (có nguy cơ "
      "chậm)\t100%\t80%\n",
      "Văn bản ký số – Kết quả\n76% (có nguy cơ chậm)\nMục tiêu: 100%\nTiến độ cần đạt đến nay: "
      "80%" },
    { td_chart_new_funnel (&funnel),
      "Biểu đồ phễu. Số bước: 3. Đề nghị: 87. Đủ điều kiện: 72. 15 không đủ điều kiện. Sai: -1. "
      "Có số âm, không vẽ được độ dài: Sai.",
      "Bước\tGiá trị\tGhi chú\nĐề nghị\t87\t\nĐủ điều kiện\t72\t15 không đủ điều kiện\nSai\t-1\t\n",
      "Đề nghị\n87" },
    { td_chart_new_scatter (&scatter),
      "Biểu đồ phân tán. Số điểm trên biểu đồ: 1. Cao hơn đường chéo: 0, bằng: 0, thấp hơn: 1. "
      "Số mục chờ thẩm định: 1 (B – Thẩm định).",
      "Tên\tTự đánh giá\tThẩm định\nA\t90\t85\nB\t80\tchờ thẩm định\n",
      "A – Tự đánh giá\n90\nThẩm định: 85" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdChartTable) table = td_chart_to_table (cases[i].chart);
      g_autofree char *words = td_chart_describe (cases[i].chart);
      g_autofree char *text = td_chart_table_to_text (table);
      g_autofree char *hover = td_chart_dup_hover (cases[i].chart, 0, 0);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (text, ==, cases[i].table);
      g_assert_cmpstr (hover, ==, cases[i].hover);
      td_chart_unref (cases[i].chart);
    }
}

static void
test_heat (void)
{
  static const char *const rows[] = { "A", "B" }, *const columns[] = { "CT1", "CT2" },
                           *const long_names[] = { "Hồ sơ đúng hạn", "Văn bản ký số" };
  static const TdChartCell cells[] = {
    { { TRUE, 0, TD_CHART_STATE_VALUE, NULL, { 0, 0 } }, 0 },
    { TD_CHART_BLANK (TD_CHART_STATE_MISSING), 0 },
    { TD_CHART_BLANK (TD_CHART_STATE_NOT_APPLICABLE), 0 },
    { { TRUE, 40, TD_CHART_STATE_BEHIND, NULL, { 0, 0 } }, 0.4 },
  };
  TdChartHeat data = { .head.words = TD_CHART_WORDS_PAPER,
                       .row_names = rows,
                       .n_rows = 2,
                       .column_names = columns,
                       .column_notes = long_names,
                       .n_columns = 2,
                       .cells = cells,
                       .unit = "%" };
  g_autoptr (TdChart) chart = td_chart_new_heat (&data);
  g_autoptr (TdChartTable) table = td_chart_to_table (chart);
  g_autofree char *words = td_chart_describe (chart);
  g_autofree char *text = td_chart_table_to_text (table);
  g_autofree char *hover = td_chart_dup_hover (chart, 1, 1);

  g_assert_cmpstr (
      words, ==,
      "Bản đồ nhiệt. Số dòng: 2, số cột: 2. Số ô không có số liệu: 1. Số ô có số liệu: 1. "
      "Số ô không áp dụng: 1. Số ô chậm tiến độ: 1.");
  g_assert_cmpstr (
      text, ==, "Tên\tCT1\tCT2\nA\t0%\tkhông có số liệu\nB\tkhông áp dụng\t40% (chậm tiến độ)\n");
  g_assert_cmpstr (hover, ==, "B – CT2\n40% (chậm tiến độ)\nVăn bản ký số");
}

static void
test_stack (void)
{
  static const TdChartPart parts[] = { { NULL, TD_CHART_STATE_MET },
                                       { "Trả lại", TD_CHART_STATE_REJECTED } };
  static const TdChartValue first[] = { TD_CHART_NUMBER (3), TD_CHART_NUMBER (2) };
  static const TdChartValue half[] = { TD_CHART_NUMBER (0.5), TD_CHART_NUMBER (1) };
  static const TdChartStackRow rows[] = { { .name = "A", .counts = first },
                                          { .name = "B", .counts = half, .total = "1,5" },
                                          { .name = "C", .counts = half },
                                          { .name = "D" } };
  TdChartStack data = {
    .head.words = TD_CHART_WORDS_PAPER, .parts = parts, .n_parts = 2, .rows = rows, .n_rows = 4
  };
  g_autoptr (TdChart) chart = td_chart_new_stack (&data);
  g_autoptr (TdChartTable) table = td_chart_to_table (chart);
  g_autofree char *text = td_chart_table_to_text (table);

  /* A total that is not a sum of whole numbers is the caller's to make: none is guessed for C. */
  g_assert_cmpstr (text, ==,
                   "Tên\tđạt mục tiêu\tTrả lại\tTổng số\nA\t3\t2\t5\nB\t0,5\t1\t1,5\nC\t0,5\t1\t\n"
                   "D\tkhông có số liệu\tkhông có số liệu\tkhông có số liệu\n");
}

/*
 * What every sample says: its table has all its names and states, and no missing value as a zero.
 */
static void
test_samples (void)
{
  for (guint kind = 0; kind < N_SAMPLE_KINDS; kind++)
    for (guint which = 0; which < N_SAMPLE_CASES; which++)
      {
        g_autoptr (TdChart) chart = sample_new (kind, which, TD_CHART_WORDS_PAPER);
        g_autoptr (TdChartTable) table = td_chart_to_table (chart);
        g_autofree char *words = td_chart_describe (chart);

        g_test_message ("%s %s", sample_kind_name (kind), sample_case_name (which));
        g_assert_true (g_str_has_prefix (words, "Biểu đồ")
                       || g_str_has_prefix (words, "Bản đồ nhiệt"));
        g_assert_cmpint (g_utf8_strlen (words, -1), >, 20);
        g_assert_cmpint (g_utf8_strlen (words, -1), <, 6000);
        if (kind != SAMPLE_SPARK)
          g_assert_true (g_str_has_suffix (words, "Số liệu tính đến 31/12/2024."));
        if (which == SAMPLE_NONE)
          g_assert_cmpuint (td_chart_table_get_n_rows (table), ==, 0);
        else
          g_assert_cmpuint (td_chart_table_get_n_rows (table), >, 0);
        if (which == SAMPLE_MISSING)
          for (guint row = 0; row < td_chart_table_get_n_rows (table); row++)
            for (guint column = 1; column < td_chart_table_get_n_columns (table); column++)
              {
                const char *cell = td_chart_table_get (table, row, column);

                g_assert_true (*cell == '\0' || g_str_equal (cell, "không có số liệu")
                               || g_str_equal (cell, "chưa đến hạn"));
              }
      }
}

/* Texts from outside are made fit to be drawn: valid, one line, no control characters. */
static void
test_clean (void)
{
  static const TdChartBar bar = { .name = " A\n\tB\x01 C\xff ",
                                  .value = { TRUE, 1, TD_CHART_STATE_VALUE, "1\n%", { 0, 0 } } };
  TdChartBars data = { .head.title = NULL, .bars = &bar, .n_bars = 1 };
  g_autoptr (TdChart) chart = td_chart_new_bars (&data);
  g_autofree char *hover = td_chart_dup_hover (chart, 0, 0);

  g_assert_cmpstr (hover, ==, "A  B  C\xef\xbf\xbd\n1 %");
}

/* What the caller does with its arrays afterwards is its own business. */
static void
test_copies (void)
{
  char name[] = "Trà Cổ";
  TdChartBar bar = { .name = name, .value = TD_CHART_NUMBER (5) };
  TdChartBars data = { .bars = &bar, .n_bars = 1 };
  g_autoptr (TdChart) chart = td_chart_new_bars (&data);
  g_autofree char *hover = NULL;

  memset (name, 'x', strlen (name));
  bar.value.number = 7;
  hover = td_chart_dup_hover (chart, 0, 0);
  g_assert_cmpstr (hover, ==, "Trà Cổ\n5");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/words/describe-bars", test_describe_bars);
  g_test_add_func ("/charts/words/table-bars", test_table_bars);
  g_test_add_func ("/charts/words/hover", test_hover);
  g_test_add_func ("/charts/words/extremes", test_extremes);
  g_test_add_func ("/charts/words/series", test_series);
  g_test_add_func ("/charts/words/bump", test_bump);
  g_test_add_func ("/charts/words/others", test_others);
  g_test_add_func ("/charts/words/heat", test_heat);
  g_test_add_func ("/charts/words/stack", test_stack);
  g_test_add_func ("/charts/words/samples", test_samples);
  g_test_add_func ("/charts/words/clean", test_clean);
  g_test_add_func ("/charts/words/copies", test_copies);
  return g_test_run ();
}
