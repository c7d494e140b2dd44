/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bonuses. The published examples are those of newspapers and legal publishers named beside each, with the
 * rounding each of them used; they contradict each other, which is why it is a setting.
 */
#include <string.h>

#include "awards/td-money.h"
#include "base/td-date.h"
#include "fixture.h"

typedef struct
{
  const char *award;
  gint64 coefficient, base_salary;
  TdMoneyRounding rounding;
  gint64 exact, published;
  const char *source;
} Example;

#define NAM_DINH   "sonoivu.namdinh.gov.vn; baoquocte.vn"
#define QUOC_TE    "baoquocte.vn"
#define PHAP_LUAT  "thuvienphapluat.vn 5153C"
#define HOA_TIEU   "hoatieu.vn; thuvienphapluat.vn 30097"
#define MUTHIBISC  "muthibiscus.com; hieuluat.vn"
#define HOA_TIEU_2 "hoatieu.vn; muthibiscus.com"

static const Example examples[] = {
  { "Chiến sĩ thi đua toàn quốc", 450, 1800000, TD_MONEY_UP, 8100000, 8100000, NAM_DINH },
  { "Chiến sĩ thi đua cấp tỉnh", 300, 1800000, TD_MONEY_UP, 5400000, 5400000, NAM_DINH },
  { "Chiến sĩ thi đua cơ sở", 100, 1800000, TD_MONEY_UP, 1800000, 1800000, NAM_DINH },
  { "Lao động tiên tiến", 30, 1800000, TD_MONEY_UP, 540000, 540000, NAM_DINH },
  { "Cờ thi đua của Chính phủ", 1200, 1800000, TD_MONEY_UP, 21600000, 21600000, NAM_DINH },
  { "Cờ thi đua của UBND tỉnh", 800, 1800000, TD_MONEY_UP, 14400000, 14400000, NAM_DINH },
  { "Tập thể lao động xuất sắc", 150, 1800000, TD_MONEY_UP, 2700000, 2700000, NAM_DINH },
  { "Tập thể lao động tiên tiến", 80, 1800000, TD_MONEY_UP, 1440000, 1440000, NAM_DINH },
  { "Xã, phường, thị trấn tiêu biểu", 200, 1800000, TD_MONEY_UP, 3600000, 3600000, QUOC_TE },
  { "Thôn, tổ dân phố văn hóa", 150, 1800000, TD_MONEY_UP, 2700000, 2700000, QUOC_TE },
  { "Giấy khen xã, cá nhân (NĐ 91)", 15, 1490000, TD_MONEY_NEAREST, 223500, 220000, PHAP_LUAT },
  { "Giấy khen xã, tập thể (NĐ 91)", 30, 1490000, TD_MONEY_NEAREST, 447000, 450000, PHAP_LUAT },
  { "Lao động tiên tiến (NĐ 91)", 30, 1490000, TD_MONEY_EXACT, 447000, 447000, HOA_TIEU },
  { "Bằng khen tỉnh, cá nhân (NĐ 91)", 100, 1490000, TD_MONEY_EXACT, 1490000, 1490000, MUTHIBISC },
  { "Bằng khen Thủ tướng, cá nhân (NĐ 91)", 350, 1490000, TD_MONEY_EXACT, 5215000, 5215000,
    HOA_TIEU_2 },
};

static void
test_published (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      const Example *one = &examples[i];
      g_autoptr (GError) error = NULL;
      TdMoney money;

      g_test_message ("%s, %s: %s", one->award, one->source,
                      td_money_rounding_code (one->rounding));
      td_money_compute (one->coefficient, one->base_salary, one->rounding, &money, &error);
      g_assert_no_error (error);
      g_assert_cmpint (money.exact, ==, TD_DECIMAL (one->exact));
      g_assert_cmpint (money.amount, ==, one->published);
    }
}

/* What the three settings make of one figure; 2.340.000 is the base salary from 1 July 2024. */
static void
test_rounding (void)
{
  static const struct
  {
    gint64 coefficient, base_salary;
    gint64 up, nearest, none;
    TdDecimal exact;
  } cases[] = {
    { 30, 2340000, 710000, 700000, 702000, TD_DECIMAL (702000) },
    { 15, 2340000, 360000, 350000, 351000, TD_DECIMAL (351000) },
    { 15, 1490000, 230000, 220000, 223500, TD_DECIMAL (223500) },
    { 350, 1490000, 5220000, 5220000, 5215000, TD_DECIMAL (5215000) }, /* a half goes up */
    { 100, 1, 10000, 0, 1, TD_DECIMAL (1) },
    { 50, 1, 10000, 0, 1, 5000 },   /* 0,5 đồng */
    { 33, 10, 10000, 0, 3, 33000 }, /* 3,3 đồng */
    { 100, 10000, 10000, 10000, 10000, TD_DECIMAL (10000) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const gint64 expected[] = { cases[i].up, cases[i].nearest, cases[i].none };

      for (int rounding = TD_MONEY_UP; rounding <= TD_MONEY_EXACT; rounding++)
        {
          g_autoptr (GError) error = NULL;
          TdMoney money;

          td_money_compute (cases[i].coefficient, cases[i].base_salary, (TdMoneyRounding) rounding,
                            &money, &error);
          g_assert_no_error (error);
          g_assert_cmpint (money.amount, ==, expected[rounding]);
          g_assert_cmpint (money.exact, ==, cases[i].exact);
        }
    }
  g_assert_cmpint (td_money_rounding_find ("nearest"), ==, TD_MONEY_NEAREST);
  g_assert_cmpint (td_money_rounding_find ("none"), ==, TD_MONEY_EXACT);
  g_assert_cmpint (td_money_rounding_find ("sometimes"), ==, -1);
}

/* What does not fit is refused, never wrapped: the limit is 10^12 đồng. */
static void
test_overflow (void)
{
  static const struct
  {
    gint64 coefficient, base_salary;
    int code; /* -1: right */
  } cases[] = {
    { 100, G_GINT64_CONSTANT (999999999999), -1 },
    { 100, G_GINT64_CONSTANT (1000000000000), TD_ERROR_OVERFLOW },
    { G_MAXINT64, 2, TD_ERROR_OVERFLOW },
    { G_MAXINT64, G_MAXINT64, TD_ERROR_OVERFLOW },
    { 0, 2340000, TD_ERROR_INVALID },
    { 15, -1, TD_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TdMoney money;
      gboolean right = td_money_compute (cases[i].coefficient, cases[i].base_salary, TD_MONEY_UP,
                                         &money, &error);

      g_assert_cmpint (right, ==, cases[i].code < 0);
      if (cases[i].code >= 0)
        g_assert_error (error, TD_ERROR, cases[i].code);
    }
}

/* “Một triệu tám trăm nghìn đồng chẵn”: sonoivu.namdinh.gov.vn. */
static void
test_words (void)
{
  static const struct
  {
    gint64 amount;
    gboolean southern;
    const char *words;
  } cases[] = {
    { 1800000, FALSE, "Một triệu tám trăm nghìn đồng chẵn" },
    { 1800000, TRUE, "Một triệu tám trăm ngàn đồng chẵn" },
    { 223500, FALSE, "Hai trăm hai mươi ba nghìn năm trăm đồng" },
    { 351000, FALSE, "Ba trăm năm mươi mốt nghìn đồng chẵn" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = td_money_to_words (cases[i].amount, cases[i].southern);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* --- payments --------------------------------------------------------------------------------- */

typedef struct
{
  const char *award, *summed_up_on, *decided_on;
  gint64 base_salary, amount; /* 0: not known */
  const char *note;           /* part of it; "" none */
} PaymentCase;

static void
test_payments (void)
{
  /* Rounded up; one list, summed up before, decided before and after 1 July 2024. */
  static const PaymentCase cases[] = {
    { "gk-tp-cn", "2024-06-20", "2024-06-30", 1800000, 540000, "" },
    { "gk-tp-cn", "2024-06-20", "2024-07-01", 2340000, 710000,
      "the base salary is that of the decision's day (2.340.000 đồng from 01/07/2024), not that of "
      "the "
      "summing-up (1.800.000 đồng from 01/07/2023)" },
    { "gk-tp-tt", "2024-12-20", "2024-12-27", 2340000, 1410000, "" }, /* 1.404.000 */
    { "gk-xa-cn", "2024-12-20", "2024-12-27", 2340000, 360000, "" },
    { "co-tinh", "2024-12-20", "2024-12-27", 2340000, 18720000, "" },
    { "gk-tp-cn", "2024-12-20", "", 0, 0, "there is no decision yet" },
    { "gk-tp-cn", "", "2023-06-30", 0, 0, "no law pack knows the base salary on 30/06/2023" },
    { "huan-chuong", "2024-12-20", "2024-12-27", 2340000, 0, "has no award “huan-chuong”" },
    /* The pack's salaries end, the nation's do not. */
    { "gk-tp-cn", "2026-06-20", "2026-07-02", 2530000, 760000, "2.530.000 đồng from 01/07/2026" },
  };
  g_autoptr (TdLawLibrary) library = fixture_library ();
  const TdLawPack *pack = td_law_library_find (library, "nd98-2023");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PaymentCase *one = &cases[i];
      TdPaymentCase self = { "N1", one->award, fixture_date (one->summed_up_on),
                             fixture_date (one->decided_on), "QĐ 1" };
      g_autoptr (TdPayment) payment = td_payment_new (library, pack, &self, TD_MONEY_UP);

      g_test_message ("%u: %s", i, payment->note);
      g_assert_cmpint (payment->is_known, ==, one->amount > 0);
      g_assert_cmpint (payment->base_salary, ==, one->base_salary);
      g_assert_cmpint (payment->money.amount, ==, one->amount);
      if (*one->note == '\0')
        g_assert_cmpstr (payment->note, ==, "");
      else
        g_assert_nonnull (strstr (payment->note, one->note));
    }
}

static void
test_totals (void)
{
  static const struct
  {
    const char *award, *decided_on, *decision;
  } paid[] = {
    { "gk-tp-tt", "2024-12-27", "QĐ 1" },   /* 1.410.000 */
    { "gk-tp-cn", "2024-12-27", "QĐ 1" },   /* 710.000 */
    { "bk-tinh-tt", "2024-12-30", "QĐ 9" }, /* 7.020.000 */
    { "gk-tp-cn", "2025-03-01", "QĐ 1" },   /* another year's number 1: 710.000 */
    { "gk-tp-cn", "", NULL },               /* not decided */
    { "bk-ttg-cn", "2025-03-01", "QĐ 5" },  /* the province pays: 8.190.000 */
  };
  g_autoptr (TdLawLibrary) library = fixture_library ();
  const TdLawPack *pack = td_law_library_find (library, "nd98-2023");
  g_autoptr (GPtrArray) payments =
      g_ptr_array_new_with_free_func ((GDestroyNotify) td_payment_free);
  g_autoptr (GArray) decisions = NULL, payers = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (paid); i++)
    {
      TdPaymentCase self = { "N1", paid[i].award, TD_DATE_NONE, fixture_date (paid[i].decided_on),
                             paid[i].decision };

      g_ptr_array_add (payments, td_payment_new (library, pack, &self, TD_MONEY_UP));
    }
  decisions =
      td_payments_by_decision ((const TdPayment *const *) payments->pdata, payments->len, NULL);
  payers = td_payments_by_payer ((const TdPayment *const *) payments->pdata, payments->len, NULL);
  for (guint i = 0; i < decisions->len + payers->len; i++)
    {
      const TdPaymentTotal *one = i < decisions->len
                                      ? &g_array_index (decisions, TdPaymentTotal, i)
                                      : &g_array_index (payers, TdPaymentTotal, i - decisions->len);

      g_string_append_printf (words, "%s|%s|%d|%u|%u|%" G_GINT64_FORMAT "\n", one->key,
                              td_law_level_code (one->payer), one->year, one->n, one->n_unknown,
                              one->amount);
    }
  g_assert_cmpstr (words->str, ==,
                   "QĐ 1|thanh-pho|2024|2|0|2120000\n"
                   "QĐ 9|tinh|2024|1|0|7020000\n"
                   "QĐ 1|thanh-pho|2025|1|0|710000\n"
                   "|thanh-pho|0|1|1|0\n"
                   "QĐ 5|tinh|2025|1|0|8190000\n"
                   /* by payer and year */
                   "|thanh-pho|0|1|1|0\n"
                   "|thanh-pho|2024|2|0|2120000\n"
                   "|tinh|2024|1|0|7020000\n"
                   "|thanh-pho|2025|1|0|710000\n"
                   "|tinh|2025|1|0|8190000\n");
}

static void
test_total_overflow (void)
{
  TdPayment one = { .decision = "", .is_known = TRUE, .money = { 0, G_MAXINT64 } };
  TdPayment two = { .decision = "", .is_known = TRUE, .money = { 0, 1 } };
  const TdPayment *const payments[] = { &one, &two };
  g_autoptr (GError) error = NULL;

  g_assert_null (td_payments_by_decision (payments, 2, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_OVERFLOW);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/published", test_published);
  g_test_add_func ("/money/rounding", test_rounding);
  g_test_add_func ("/money/overflow", test_overflow);
  g_test_add_func ("/money/words", test_words);
  g_test_add_func ("/money/payments", test_payments);
  g_test_add_func ("/money/totals", test_totals);
  g_test_add_func ("/money/total-overflow", test_total_overflow);
  return g_test_run ();
}
