/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-decision.h"

#include <glib/gi18n-lib.h>

#include "documents/td-vocabularies.h"

static const TdName names[] = {
  { "thẩm quyền ban hành", TD_NAME_TEXT },
  { "người đề nghị", TD_NAME_TEXT },
  { "phong trào", TD_NAME_TEXT },
  { "thời gian phong trào", TD_NAME_TEXT },
  { "tiền thưởng", TD_NAME_FLAG },
  { "tổng tiền thưởng", TD_NAME_MONEY },
  { "nguồn kinh phí", TD_NAME_TEXT },
  { "lương cơ sở", TD_NAME_MONEY },
  { "cách làm tròn", TD_NAME_TEXT },
  { "nơi thi hành", TD_NAME_TEXT },
  { "danh sách khen thưởng", TD_NAME_PIECE },
  TD_MEETING_NAMES,
  TD_NOMINEE_NAMES,
  { NULL, TD_NAME_TEXT },
};

const TdVocabulary td_vocabulary_decision = { TD_PAPER_DECISION, names };

static gboolean
has_money (const TdDecision *self)
{
  for (guint i = 0; i < self->n_nominees; i++)
    if (self->nominees[i].amount >= 0)
      return TRUE;
  return FALSE;
}

static void
add_piece (TdSection *section, const char *name, guint ordinal, gpointer data)
{
  const TdDecision *self = data;

  td_nominee_list_add (section, self->nominees, self->n_nominees, "Hình thức khen thưởng",
                       has_money (self) ? TD_NOMINEE_LIST_MONEY : TD_NOMINEE_LIST_PLAIN);
}

TdDocument *
td_decision_build (const TdTemplate *template, const TdDecision *data, GError **error)
{
  g_autoptr (TdValues) values = td_values_new (NULL);
  gint64 total = 0;

  g_return_val_if_fail (td_template_get_kind (template) == TD_PAPER_DECISION, NULL);
  if (data->n_nominees == 0)
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_INVALID,
                           _ ("the decision has nobody who receives anything: grant at least one "
                              "nomination of the round"));
      return NULL;
    }
  for (guint i = 0; i < data->n_nominees; i++)
    total += MAX (data->nominees[i].amount, 0);
  td_values_set_text (values, "thẩm quyền ban hành", data->issuer);
  td_values_set_text (values, "người đề nghị", data->proposed_by);
  td_values_set_text (values, "phong trào", data->movement);
  td_values_set_text (values, "thời gian phong trào", data->period);
  td_values_set_flag (values, "tiền thưởng", has_money (data));
  td_values_set_money (values, "tổng tiền thưởng", total);
  td_values_set_text (values, "nguồn kinh phí", data->fund);
  td_values_set_money (values, "lương cơ sở", data->base_salary);
  td_values_set_text (values, "cách làm tròn", data->rounding);
  td_values_set_text (values, "nơi thi hành", data->carried_out_by);
  td_meeting_set_values (values, data->meeting);
  td_nominees_set_values (values, data->nominees, data->n_nominees);
  return td_paper_compose (template, &data->paper, values, add_piece, (gpointer) data, error);
}
