/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-awards"

#include "awards/td-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-date.h"
#include "base/td-text.h"

static const struct
{
  const char *code, *title;
} roundings[] = {
  [TD_MONEY_UP] = { "up", N_ ("up to ten thousand đồng") },
  [TD_MONEY_NEAREST] = { "nearest", N_ ("to the nearest ten thousand đồng") },
  [TD_MONEY_EXACT] = { "none", N_ ("not rounded") },
};

const char *
td_money_rounding_code (TdMoneyRounding rounding)
{
  return roundings[rounding].code;
}

const char *
td_money_rounding_title (TdMoneyRounding rounding)
{
  return roundings[rounding].title;
}

int
td_money_rounding_find (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (roundings); i++)
    if (g_strcmp0 (roundings[i].code, code) == 0)
      return (int) i;
  return -1;
}

gboolean
td_money_compute (gint64 coefficient, gint64 base_salary, TdMoneyRounding rounding, TdMoney *out,
                  GError **error)
{
  /* In ten-thousandths of a đồng: hundredths times đồng times a hundred. */
  const gint64 hundredth = TD_DECIMAL_SCALE / 100;
  gint64 step = rounding == TD_MONEY_EXACT ? 1 : TD_MONEY_ROUND_TO;
  gint64 product, rest;

  if (coefficient <= 0 || base_salary <= 0)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
                   _ ("a coefficient and a base salary are above 0"));
      return FALSE;
    }
  if (__builtin_mul_overflow (coefficient, base_salary, &product)
      || product >= TD_DECIMAL_LIMIT / hundredth)
    {
      g_autofree char *hundredths = g_strdup_printf ("%" G_GINT64_FORMAT, coefficient);
      g_autofree char *salary = g_strdup_printf ("%" G_GINT64_FORMAT, base_salary);

      g_set_error (error, TD_ERROR, TD_ERROR_OVERFLOW,
                   _ ("the amount is too large: coefficient %s hundredths, base salary %s đồng"),
                   hundredths, salary);
      return FALSE;
    }
  out->exact = product * hundredth;
  step *= 100;
  rest = product % step;
  product -= rest;
  if (rest > 0 && (rounding == TD_MONEY_UP || rest * 2 >= step))
    product += step;
  out->amount = product / 100;
  return TRUE;
}

char *
td_money_to_words (gint64 amount, gboolean southern)
{
  g_autofree char *number = td_text_number_words (amount, southern);
  g_autofree char *words =
      g_strdup_printf (amount % 1000 == 0 ? "%s đồng chẵn" : "%s đồng", number);

  return td_text_capitalize (words);
}

/* --- payments --------------------------------------------------------------------------------- */

static char *
salary_words (const TdBaseSalary *salary)
{
  g_autofree char *from = td_date_format (salary->from, TD_STYLE_VIETNAMESE);
  g_autofree char *amount = td_decimal_format (TD_DECIMAL (salary->amount), TD_STYLE_VIETNAMESE);

  return g_strdup_printf (_ ("%s đồng from %s"), amount, from);
}

/* What somebody who remembers the summing-up would stumble over. */
static char *
note_on_salary (const TdLawLibrary *library, const TdPaymentCase *self, const TdBaseSalary *salary)
{
  const TdBaseSalary *before = td_law_library_find_salary (library, self->summed_up_on);
  g_autofree char *now = NULL, *then = NULL;

  if (before == NULL || before->amount == salary->amount)
    return g_strdup ("");
  now = salary_words (salary);
  then = salary_words (before);
  return g_strdup_printf (_ ("the base salary is that of the decision's day (%s), not that of the "
                             "summing-up (%s)"),
                          now, then);
}

TdPayment *
td_payment_new (const TdLawLibrary *library, const TdLawPack *pack, const TdPaymentCase *self,
                TdMoneyRounding rounding)
{
  TdPayment *payment = g_new0 (TdPayment, 1);
  const TdLawAward *award = td_law_pack_find_award (pack, self->award);
  const TdBaseSalary *salary = td_law_library_find_salary (library, self->decided_on);
  g_autoptr (GError) error = NULL;

  payment->nomination = self->nomination;
  payment->award = self->award;
  payment->decision = self->decision != NULL ? self->decision : "";
  payment->decided_on = self->decided_on;
  payment->coefficient = award != NULL ? award->coefficient : -1;
  payment->coefficient_verified = award != NULL && award->money_fact.verified;
  payment->payer = award != NULL ? td_law_award_get_payer (award) : TD_LAW_LEVEL_XA;
  payment->base_salary = salary != NULL ? salary->amount : 0;
  if (award == NULL)
    payment->note = g_strdup_printf (_ ("the law pack “%s” has no award “%s”"),
                                     td_law_pack_get_id (pack), self->award);
  else if (payment->coefficient < 0)
    payment->note = g_strdup_printf (_ ("the law pack “%s” sets no bonus for “%s”"),
                                     td_law_pack_get_id (pack), self->award);
  else if (self->decided_on == TD_DATE_NONE)
    payment->note = g_strdup (_ ("there is no decision yet, and its day decides the base salary"));
  else if (salary == NULL)
    {
      g_autofree char *on = td_date_format (self->decided_on, TD_STYLE_VIETNAMESE);

      payment->note = g_strdup_printf (_ ("no law pack knows the base salary on %s"), on);
    }
  else if (!td_money_compute (payment->coefficient, salary->amount, rounding, &payment->money,
                              &error))
    payment->note = g_strdup (error->message);
  else
    {
      payment->is_known = TRUE;
      payment->note = note_on_salary (library, self, salary);
    }
  return payment;
}

void
td_payment_free (TdPayment *self)
{
  if (self == NULL)
    return;
  g_free (self->note);
  g_free (self);
}

/* --- totals ----------------------------------------------------------------------------------- */

static gboolean
add_to (GArray *totals, const char *key, int year, const TdPayment *payment, GError **error)
{
  TdPaymentTotal *found = NULL;

  for (guint i = 0; i < totals->len && found == NULL; i++)
    {
      TdPaymentTotal *one = &g_array_index (totals, TdPaymentTotal, i);

      if (strcmp (one->key, key) == 0 && one->payer == payment->payer && one->year == year)
        found = one;
    }
  if (found == NULL)
    {
      TdPaymentTotal fresh = { key, payment->payer, year, 0, 0, 0 };

      g_array_append_val (totals, fresh);
      found = &g_array_index (totals, TdPaymentTotal, totals->len - 1);
    }
  found->n++;
  if (!payment->is_known)
    found->n_unknown++;
  else if (__builtin_add_overflow (found->amount, payment->money.amount, &found->amount))
    {
      g_set_error (error, TD_ERROR, TD_ERROR_OVERFLOW, _ ("the total of the bonuses is too large"));
      return FALSE;
    }
  return TRUE;
}

static int
year_of (const TdPayment *payment)
{
  int year = 0, month, day;

  if (payment->decided_on != TD_DATE_NONE)
    td_date_split (payment->decided_on, &year, &month, &day);
  return year;
}

GArray *
td_payments_by_decision (const TdPayment *const *payments, guint n, GError **error)
{
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (TdPaymentTotal));

  for (guint i = 0; i < n; i++)
    if (!add_to (totals, payments[i]->decision, year_of (payments[i]), payments[i], error))
      return NULL;
  return g_steal_pointer (&totals);
}

static int
compare_totals (gconstpointer a, gconstpointer b)
{
  const TdPaymentTotal *one = a, *two = b;

  if (one->year != two->year)
    return one->year < two->year ? -1 : 1;
  return (int) one->payer - (int) two->payer;
}

GArray *
td_payments_by_payer (const TdPayment *const *payments, guint n, GError **error)
{
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (TdPaymentTotal));

  for (guint i = 0; i < n; i++)
    if (!add_to (totals, "", year_of (payments[i]), payments[i], error))
      return NULL;
  g_array_sort (totals, compare_totals);
  return g_steal_pointer (&totals);
}
