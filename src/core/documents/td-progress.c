/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-progress.h"

#include "documents/td-vocabularies.h"

static const TdName names[] = {
  { "phong trào", TD_NAME_TEXT }, { "kỳ báo cáo", TD_NAME_TEXT },
  { "phạm vi", TD_NAME_TEXT },    { "ngày chốt số liệu", TD_NAME_DATE },
  { "lọc theo", TD_NAME_TEXT },   TD_REPORT_NAMES,
  { NULL, TD_NAME_TEXT },
};

const TdVocabulary td_vocabulary_progress = { TD_PAPER_PROGRESS, names };

typedef struct
{
  const TdProgress *data;
  TdReportCounter counter;
} Builder;

static void
add_piece (TdSection *section, const char *name, guint ordinal, gpointer data)
{
  Builder *self = data;

  if (ordinal > 0 && ordinal <= self->data->n_parts)
    td_report_add_exhibits (section, &self->data->parts[ordinal - 1], &self->counter);
}

TdDocument *
td_progress_build (const TdTemplate *template, const TdProgress *data, GError **error)
{
  g_autoptr (TdValues) values = td_values_new (NULL);
  Builder builder = { data, { 0, 0 } };

  g_return_val_if_fail (td_template_get_kind (template) == TD_PAPER_PROGRESS, NULL);
  td_values_set_text (values, "phong trào", data->movement);
  td_values_set_text (values, "kỳ báo cáo", data->period);
  td_values_set_text (values, "phạm vi", data->scope);
  td_values_set_date (values, "ngày chốt số liệu", data->cut_off);
  td_values_set_text (values, "lọc theo", data->filters);
  td_report_set_parts (values, data->parts, data->n_parts);
  return td_paper_compose (template, &data->paper, values, add_piece, &builder, error);
}
