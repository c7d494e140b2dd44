/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-briefing.h"

#include "documents/td-vocabularies.h"

static const TdName names[] = {
  { "phong trào", TD_NAME_TEXT },
  { "tính đến ngày", TD_NAME_DATE },
  { "từ ngày", TD_NAME_DATE },
  { "thay đổi", TD_NAME_LIST },
  { "thay đổi.nội dung", TD_NAME_TEXT },
  { "biểu đồ", TD_NAME_PIECE },
  { NULL, TD_NAME_TEXT },
};

const TdVocabulary td_vocabulary_briefing = { TD_PAPER_BRIEFING, names };

static void
add_piece (TdSection *section, const char *name, guint ordinal, gpointer data)
{
  const TdBriefing *self = data;
  TdReportPart part = { .figures = self->figures, .n_figures = self->n_figures };
  TdReportCounter counter = { 0, 0 };

  td_report_add_exhibits (section, &part, &counter);
}

TdDocument *
td_briefing_build (const TdTemplate *template, const TdBriefing *data, GError **error)
{
  g_autoptr (TdValues) values = td_values_new (NULL);

  g_return_val_if_fail (td_template_get_kind (template) == TD_PAPER_BRIEFING, NULL);
  td_values_set_text (values, "phong trào", data->movement);
  td_values_set_date (values, "tính đến ngày", data->as_of);
  td_values_set_date (values, "từ ngày", data->since);
  for (guint i = 0; i < data->n_sentences; i++)
    td_values_set_spans (td_values_add_item (values, "thay đổi"), "thay đổi.nội dung",
                         data->sentences[i].spans, data->sentences[i].n_spans);
  return td_paper_compose (template, &data->paper, values, add_piece, (gpointer) data, error);
}
