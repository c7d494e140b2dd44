/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-payments-panel.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/widgets/td-columns.h"
#include "app/widgets/td-text-list.h"
#include "base/td-date.h"
#include "desk/td-award-steps.h"

struct _TdPaymentsPanel
{
  TdAwardPanel parent_instance;

  GtkWidget *rounding;
  TdTextList *payments;
  TdTextList *totals;
  GtkWidget *words;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TdPaymentsPanel, td_payments_panel, TD_TYPE_AWARD_PANEL)

static const TdTextColumn columns[] = {
  { N_ ("Code"), 64, FALSE },       { N_ ("Nominee"), TD_COLUMN_WIDE, FALSE },
  { N_ ("Award"), 190, FALSE },     { N_ ("State"), 100, FALSE },
  { N_ ("Coefficient"), 90, TRUE }, { N_ ("Base salary"), 100, TRUE },
  { N_ ("Exact"), 120, TRUE },      { N_ ("Bonus (đồng)"), 140, TRUE },
  { N_ ("Note"), 240, FALSE },
};

static const TdTextColumn total_columns[] = {
  { N_ ("Total of"), TD_COLUMN_WIDE, FALSE },
  { N_ ("Paid by"), 220, FALSE },
  { N_ ("Year"), 70, TRUE },
  { N_ ("Number of awards"), 90, TRUE },
  { N_ ("Without an amount"), 130, TRUE },
  { N_ ("Sum (đồng)"), 130, TRUE },
};

static void
take_payment (TdPaymentsPanel *self, const TdAwardNomination *nomination)
{
  const TdPayment *payment = nomination->payment;
  g_autofree char *coefficient =
      payment->coefficient >= 0
          ? td_decimal_format (payment->coefficient * (TD_DECIMAL_SCALE / 100), TD_STYLE_VIETNAMESE)
          : g_strdup ("");
  char *texts[] = {
    g_strdup (nomination->code),
    g_strdup (nomination->holder != NULL ? nomination->holder->name : ""),
    td_award_short_title (nomination->round, nomination->award),
    g_strdup (_ (td_table_get (TD_TABLE_NOMINATIONS)
                     ->fields[TD_NOMINATION_STATE]
                     .choices[nomination->state]
                     .title)),
    payment->coefficient >= 0 && !payment->coefficient_verified
        ? g_strdup_printf ("%s ⚠", coefficient)
        : g_strdup (coefficient),
    payment->base_salary > 0 ? td_award_money (payment->base_salary) : NULL,
    payment->is_known ? td_decimal_format (payment->money.exact, TD_STYLE_VIETNAMESE) : NULL,
    payment->is_known ? td_award_money (payment->money.amount) : NULL,
    payment->coefficient >= 0 && !payment->coefficient_verified
        ? g_strdup_printf ("%s%s%s", _ ("⚠ the coefficient is not verified against its source"),
                           *payment->note != '\0' ? "; " : "", payment->note)
        : g_strdup (payment->note),
  };

  td_text_list_take_line (self->payments, nomination->id, texts);
}

static void
take_totals (TdPaymentsPanel *self, const GArray *totals, gboolean of_decision, guint *line)
{
  for (guint i = 0; totals != NULL && i < totals->len; i++)
    {
      const TdPaymentTotal *one = &g_array_index (totals, TdPaymentTotal, i);
      char *texts[] = {
        !of_decision        ? g_strdup (_ ("payer and year"))
        : *one->key != '\0' ? g_strdup_printf (_ ("decision %s"), one->key)
                            : g_strdup (_ ("no decision yet")),
        g_strdup (_ (td_law_level_title (one->payer))),
        one->year > 0 ? g_strdup_printf ("%d", one->year) : NULL,
        g_strdup_printf ("%u", one->n),
        one->n_unknown > 0 ? g_strdup_printf ("%u", one->n_unknown) : NULL,
        td_award_money (one->amount),
      };

      td_text_list_take_line (self->totals, ++*line, texts);
    }
}

static void
show_words (TdPaymentsPanel *self, const GPtrArray *payments)
{
  g_autofree char *text = NULL, *sum = NULL, *words = NULL;
  gint64 amount = 0;
  guint n_unknown = 0;

  for (guint i = 0; i < payments->len; i++)
    {
      const TdPayment *one = g_ptr_array_index (payments, i);

      if (!one->is_known)
        n_unknown++;
      else if (__builtin_add_overflow (amount, one->money.amount, &amount))
        {
          gtk_label_set_text (GTK_LABEL (self->words), _ ("the total of the bonuses is too large"));
          return;
        }
    }
  sum = td_award_money (amount);
  words = td_money_to_words (amount, FALSE);
  text = n_unknown == payments->len
             ? g_strdup (_ ("No amount yet: the day of the decision decides the base salary"))
         : n_unknown > 0 ? g_strdup_printf (_ ("Of the round: %s đồng (%s); %u without an amount"),
                                            sum, words, n_unknown)
                         : g_strdup_printf (_ ("Of the round: %s đồng (%s)"), sum, words);
  gtk_label_set_text (GTK_LABEL (self->words), payments->len > 0 ? text : "");
}

/* A year's total of a payer is over all rounds. */
static GPtrArray *
all_payments (const TdAwardBook *book)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < td_award_book_get_n_rounds (book); i++)
    {
      g_autoptr (GPtrArray) some =
          td_award_book_get_payments (book, td_award_book_get_round (book, i));

      g_ptr_array_extend (all, some, NULL, NULL);
    }
  return all;
}

static void
td_payments_panel_update (TdAwardPanel *panel)
{
  TdPaymentsPanel *self = TD_PAYMENTS_PANEL (panel);
  const TdAwardBook *book = td_award_panel_get_book (panel);
  const TdAwardRound *round = td_award_panel_get_round (panel);
  g_autoptr (GPtrArray) payments =
      round != NULL ? td_award_book_get_payments (book, round) : g_ptr_array_new ();
  g_autoptr (GPtrArray) all = book != NULL ? all_payments (book) : g_ptr_array_new ();
  g_autoptr (GArray) by_decision = NULL;
  g_autoptr (GArray) by_payer = NULL;
  guint line = 0;

  td_text_list_begin (self->payments);
  for (guint i = 0; round != NULL && i < td_award_book_get_n_nominations (book); i++)
    {
      const TdAwardNomination *one = td_award_book_get_nomination (book, i);

      if (one->round == round && one->payment != NULL && td_law_is_live (one->state))
        take_payment (self, one);
    }
  td_text_list_end (self->payments);
  by_decision =
      td_payments_by_decision ((const TdPayment *const *) payments->pdata, payments->len, NULL);
  by_payer = td_payments_by_payer ((const TdPayment *const *) all->pdata, all->len, NULL);
  td_text_list_begin (self->totals);
  take_totals (self, by_decision, TRUE, &line);
  take_totals (self, by_payer, FALSE, &line);
  td_text_list_end (self->totals);
  show_words (self, payments);
  self->filling = TRUE;
  gtk_widget_set_sensitive (self->rounding, book != NULL && td_award_panel_is_writable (panel));
  if (book != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->rounding), td_award_book_get_rounding (book));
  self->filling = FALSE;
}

/* A setting of the office, through the door like everything else. */
static void
rounding_chosen_cb (TdPaymentsPanel *self)
{
  TdDesk *desk = td_award_panel_get_desk (TD_AWARD_PANEL (self));
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->rounding));
  g_autofree char *label = NULL;

  if (self->filling || desk == NULL || chosen > TD_MONEY_EXACT)
    return;
  label = g_strdup_printf (_ ("Rounding of bonuses: %s"),
                           _ (td_money_rounding_title ((TdMoneyRounding) chosen)));
  td_award_write_setting (GTK_WIDGET (self), desk, TD_SETTING_BONUS_ROUNDING,
                          td_money_rounding_code ((TdMoneyRounding) chosen), label);
}

static void
activated_cb (TdTextList *list, gint64 id, TdPaymentsPanel *self)
{
  TdPlace place = { .page = "awards", .id = id };

  td_go (GTK_WIDGET (self), &place);
}

static void
td_payments_panel_class_init (TdPaymentsPanelClass *class)
{
  TD_AWARD_PANEL_CLASS (class)->update = td_payments_panel_update;
}

static void
td_payments_panel_init (TdPaymentsPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = td_award_bar_new ();
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Rounding"));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int i = TD_MONEY_UP; i <= TD_MONEY_EXACT; i++)
    gtk_string_list_append (names, _ (td_money_rounding_title ((TdMoneyRounding) i)));
  self->rounding = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->rounding);
  self->words = td_award_label_new ("heading");
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_box_append (GTK_BOX (bar), self->words);
  gtk_box_append (GTK_BOX (bar), label);
  gtk_box_append (GTK_BOX (bar), self->rounding);
  self->payments =
      TD_TEXT_LIST (td_text_list_new (columns, G_N_ELEMENTS (columns), _ ("Bonuses"), FALSE));
  td_text_list_set_empty (
      self->payments, _ ("No bonus yet: the round has no nominations, or no law holds for it."));
  gtk_widget_set_vexpand (GTK_WIDGET (self->payments), TRUE);
  self->totals = TD_TEXT_LIST (
      td_text_list_new (total_columns, G_N_ELEMENTS (total_columns), _ ("Totals"), FALSE));
  gtk_widget_set_size_request (GTK_WIDGET (self->totals), -1, 170);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->payments));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->totals));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (self->rounding, "notify::selected", G_CALLBACK (rounding_chosen_cb),
                            self);
  g_signal_connect (self->payments, "activated", G_CALLBACK (activated_cb), self);
}
