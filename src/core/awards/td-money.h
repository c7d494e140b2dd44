/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bonuses (AWARDS.md, “Money”): a coefficient in hundredths times the base salary in force on the day
 * of the decision. Whole numbers only. Published practice contradicts itself on rounding (the decree's
 * words say up), so that it is a setting, and the exact figure always stands beside the rounded one.
 */
#pragma once

#include "awards/td-law-library.h"

G_BEGIN_DECLS

/* What amounts are rounded to, in đồng. */
#define TD_MONEY_ROUND_TO G_GINT64_CONSTANT (10000)

/**
 * TdMoneyRounding:
 * @TD_MONEY_UP: up to the next 10,000 đồng, as the decree's words say
 * @TD_MONEY_NEAREST: to the nearest 10,000 đồng, a half up
 * @TD_MONEY_EXACT: not rounded to 10,000; a part of a đồng, which no base salary so far gives, goes to
 *   the nearest đồng
 */
typedef enum
{
  TD_MONEY_UP,
  TD_MONEY_NEAREST,
  TD_MONEY_EXACT,
} TdMoneyRounding;

/* "up", "nearest", "none": what the office's setting holds. */
const char *td_money_rounding_code (TdMoneyRounding rounding);
/* English source of the words shown; translate before showing. */
const char *td_money_rounding_title (TdMoneyRounding rounding);
/* -1 when the code is none. */
int td_money_rounding_find (const char *code);

/**
 * TdMoney:
 * @exact: đồng, as a decimal: what coefficient and base salary give
 * @amount: đồng, rounded by the setting
 */
typedef struct
{
  TdDecimal exact;
  gint64 amount;
} TdMoney;

/*
 * @coefficient in hundredths, above 0; @base_salary in đồng, above 0. FALSE with %TD_ERROR_OVERFLOW when the
 * product is no longer a figure, with %TD_ERROR_INVALID when one of them is not above 0.
 */
gboolean td_money_compute (gint64 coefficient, gint64 base_salary, TdMoneyRounding rounding,
                           TdMoney *out, GError **error);

/* “Một triệu tám trăm nghìn đồng chẵn”: “chẵn” when nothing is left below a thousand. (transfer full) */
char *td_money_to_words (gint64 amount, gboolean southern) G_GNUC_WARN_UNUSED_RESULT;

/**
 * TdPaymentCase:
 * @nomination: code
 * @award: code
 * @summed_up_on: of the round
 * @decided_on: of the round; %TD_DATE_NONE: not decided yet
 * @decision: its number (nullable)
 */
typedef struct
{
  const char *nomination;
  const char *award;
  TdDate summed_up_on;
  TdDate decided_on;
  const char *decision;
} TdPaymentCase;

/**
 * TdPayment:
 * @nomination: code; borrowed from the case
 * @award: code; borrowed from the case
 * @decision: number, "" for none; borrowed from the case
 * @decided_on: the decision's day
 * @is_known: the amount is known; else @note says what is missing
 * @coefficient: in hundredths, -1: not set
 * @coefficient_verified: whether it was read in a copy of its source
 * @base_salary: on the day of the decision, 0: not known
 * @money: exact and rounded
 * @payer: whose fund pays
 * @note: what is missing or worth knowing, translated; "" for nothing. A base salary that changed between
 *   the summing-up and the decision is
 *
 * A row of the computed table `payments`, and more.
 */
typedef struct
{
  const char *nomination;
  const char *award;
  const char *decision;
  TdDate decided_on;
  gboolean is_known;
  gint64 coefficient;
  gboolean coefficient_verified;
  gint64 base_salary;
  TdMoney money;
  TdLawLevel payer;
  char *note;
} TdPayment;

/* @library gives the base salary, @pack the coefficient. (transfer full) */
TdPayment *
td_payment_new (const TdLawLibrary *library, const TdLawPack *pack, const TdPaymentCase *self,
                TdMoneyRounding rounding) G_GNUC_WARN_UNUSED_RESULT;
void td_payment_free (TdPayment *self);

/**
 * TdPaymentTotal:
 * @key: the decision's number; "" in totals by payer and year
 * @payer: whose fund
 * @year: of the decisions, 0 while they have no day. Numbers begin again every year
 * @n: payments
 * @n_unknown: of them without an amount: the total is then not the whole
 * @amount: sum of the rounded amounts, which are what is paid
 */
typedef struct
{
  const char *key;
  TdLawLevel payer;
  int year;
  guint n;
  guint n_unknown;
  gint64 amount;
} TdPaymentTotal;

/*
 * One total for each decision and payer, in the order the decisions come in; payments with no decision are under "".
 * (transfer full): of #TdPaymentTotal; %NULL with %TD_ERROR_OVERFLOW when a sum does not fit.
 */
GArray *td_payments_by_decision (const TdPayment *const *payments, guint n, GError **error);
/* One total for each payer and year, by year, then payer. The same errors. */
GArray *td_payments_by_payer (const TdPayment *const *payments, guint n, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPayment, td_payment_free)

G_END_DECLS
