/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The computed tables of commendation (AWARDS.md, “Tables”). */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-export-private.h"

static void
add_flag (TdExport *sheet, gboolean flag)
{
  td_export_add_text (sheet, flag ? "1" : "0");
}

static void
add_whole (TdExport *sheet, gint64 value)
{
  td_export_take_text (sheet, g_strdup_printf ("%" G_GINT64_FORMAT, value));
}

/* A row for every condition, alternatives and what they are made of too. */
void
td_export_fill_law_cards (const TdAwardBook *book, TdExport *sheet)
{
  static const TdExportColumn columns[] = {
    { "nomination", TD_COLUMN_TEXT }, { "condition", TD_COLUMN_TEXT },
    { "clause", TD_COLUMN_TEXT },     { "verdict", TD_COLUMN_TEXT },
    { "why", TD_COLUMN_TEXT },        { "verified", TD_COLUMN_NUMBER },
  };

  td_export_add_columns (sheet, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < td_award_book_get_n_nominations (book); i++)
    {
      const TdAwardNomination *nomination = td_award_book_get_nomination (book, i);

      for (guint r = 0; nomination->card != NULL && r < nomination->card->rows->len; r++)
        {
          const TdLawCheckRow *row = g_ptr_array_index (nomination->card->rows, r);

          td_export_add_text (sheet, nomination->code);
          td_export_add_text (sheet, row->condition);
          td_export_add_text (sheet, row->clause);
          td_export_add_text (sheet, td_law_verdict_code (row->verdict));
          td_export_take_text (sheet, td_law_check_row_dup_why (row));
          add_flag (sheet, row->verified);
        }
      /* Without a law there is nothing to look at, and that is said. */
      if (nomination->card == NULL)
        {
          td_export_add_text (sheet, nomination->code);
          td_export_add_text (sheet, "award");
          td_export_add_text (sheet, "");
          td_export_add_text (sheet, td_law_verdict_code (TD_LAW_UNKNOWN));
          td_export_add_text (
              sheet, nomination->round->question != NULL ? nomination->round->question : "");
          add_flag (sheet, FALSE);
        }
    }
}

void
td_export_fill_quota_use (const TdAwardBook *book, TdExport *sheet)
{
  static const TdExportColumn columns[] = {
    { "round", TD_COLUMN_TEXT },   { "award", TD_COLUMN_TEXT },  { "group", TD_COLUMN_TEXT },
    { "limit", TD_COLUMN_NUMBER }, { "used", TD_COLUMN_NUMBER }, { "margin", TD_COLUMN_NUMBER },
    { "tied", TD_COLUMN_NUMBER },
  };

  td_export_add_columns (sheet, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < td_award_book_get_n_quotas (book); i++)
    {
      const TdAwardQuota *quota = td_award_book_get_quota (book, i);
      TdQuotaUse use;

      /* The door lets no quota in that contradicts itself; a damaged file may hold one. */
      if (quota->line == NULL)
        continue;
      use = td_quota_line_get_use (quota->line, &quota->quota);
      td_export_add_text (sheet, use.round);
      td_export_add_text (sheet, use.award);
      td_export_add_text (sheet, use.group);
      if (use.limit >= 0)
        add_whole (sheet, use.limit);
      else
        td_export_add_text (sheet, "");
      td_export_add_count (sheet, use.used);
      td_export_add_decimal (sheet, use.margin);
      add_flag (sheet, use.tied);
    }
}

void
td_export_fill_votes (const TdAwardBook *book, TdExport *sheet)
{
  static const TdExportColumn columns[] = {
    { "nomination", TD_COLUMN_TEXT },   { "base", TD_COLUMN_TEXT },
    { "base_count", TD_COLUMN_NUMBER }, { "for", TD_COLUMN_NUMBER },
    { "share", TD_COLUMN_TEXT },        { "threshold", TD_COLUMN_TEXT },
    { "verdict", TD_COLUMN_TEXT },
  };

  td_export_add_columns (sheet, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < td_award_book_get_n_nominations (book); i++)
    {
      const TdAwardNomination *nomination = td_award_book_get_nomination (book, i);
      TdVoteRow row = td_council_vote_get_row (nomination->vote);
      gboolean has_base = row.base_count > 0;

      td_export_add_text (sheet, row.nomination);
      td_export_add_text (sheet, row.base);
      td_export_take_text (sheet,
                           has_base ? g_strdup_printf ("%u", row.base_count) : g_strdup (""));
      /* Not counted is blank, which is not no votes. */
      td_export_take_text (sheet, nomination->vote->is_counted
                                      ? g_strdup_printf ("%u", row.votes_for)
                                      : g_strdup (""));
      td_export_add_text (sheet, row.share);
      td_export_add_text (sheet, row.threshold);
      td_export_add_text (sheet, td_law_verdict_code (row.verdict));
    }
}

/* Coefficients in hundredths, as the law packs have them; amounts in đồng, blank while not known. */
void
td_export_fill_payments (const TdAwardBook *book, TdExport *sheet)
{
  static const TdExportColumn columns[] = {
    { "nomination", TD_COLUMN_TEXT },    { "award", TD_COLUMN_TEXT },
    { "coefficient", TD_COLUMN_NUMBER }, { "base_salary", TD_COLUMN_NUMBER },
    { "exact", TD_COLUMN_NUMBER },       { "amount", TD_COLUMN_NUMBER },
  };

  td_export_add_columns (sheet, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < td_award_book_get_n_nominations (book); i++)
    {
      const TdAwardNomination *nomination = td_award_book_get_nomination (book, i);
      const TdPayment *payment = nomination->payment;

      if (payment == NULL || !td_law_is_live (nomination->state))
        continue;
      td_export_add_text (sheet, payment->nomination);
      td_export_add_text (sheet, payment->award);
      if (payment->coefficient >= 0)
        add_whole (sheet, payment->coefficient);
      else
        td_export_add_text (sheet, "");
      if (payment->base_salary > 0)
        add_whole (sheet, payment->base_salary);
      else
        td_export_add_text (sheet, "");
      td_export_add_decimal (sheet, payment->is_known ? payment->money.exact : TD_DECIMAL_NONE);
      if (payment->is_known)
        add_whole (sheet, payment->money.amount);
      else
        td_export_add_text (sheet, "");
    }
}

void
td_export_fill_completeness (const TdAwardBook *book, TdExport *sheet)
{
  static const TdExportColumn columns[] = {
    { "round", TD_COLUMN_TEXT },
    { "what", TD_COLUMN_TEXT },
    { "ok", TD_COLUMN_NUMBER },
    { "where", TD_COLUMN_TEXT },
  };

  td_export_add_columns (sheet, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < td_award_book_get_n_rounds (book); i++)
    {
      g_autoptr (GPtrArray) items =
          td_award_book_check_round (book, td_award_book_get_round (book, i));

      for (guint k = 0; k < items->len; k++)
        {
          const TdCompletenessItem *item = g_ptr_array_index (items, k);

          td_export_add_text (sheet, item->round);
          td_export_add_text (sheet, item->what);
          add_flag (sheet, item->ok);
          td_export_add_text (sheet, item->where);
        }
    }
}
