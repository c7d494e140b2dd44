/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-office-stock.h"

#include <string.h>

const char *
td_office_stock_key (gboolean a3)
{
  return a3 ? "stock:a3" : "stock:a4";
}

gboolean
td_office_stock_is_a3 (TdStore *store)
{
  g_autofree char *sheet = td_store_get_setting (store, TD_OFFICE_SHEET_KEY);

  return g_ascii_strcasecmp (sheet, "a3") == 0;
}

TdStock *
td_office_stock_new (TdStore *store, gboolean a3, TdProblems *problems)
{
  const char *key = td_office_stock_key (a3);
  g_autofree char *text = td_store_get_setting (store, key);
  g_autofree char *where = g_strdup_printf ("office:%s", key);
  g_autoptr (TdProblems) found = td_problems_new ();
  TdStock *stock = *text != '\0' ? td_stock_new (text, where, found) : NULL;

  /* A stock of the other sheet under this key would be printed over the edge. */
  if (stock != NULL && stock->a3 != a3)
    g_clear_pointer (&stock, td_stock_free);
  for (guint i = 0; problems != NULL && i < td_problems_get_count (found); i++)
    td_problems_warn (problems, td_problems_get (found, i)->where, "%s",
                      td_problems_get (found, i)->what);
  return stock != NULL ? stock : td_stock_new_default (a3);
}
