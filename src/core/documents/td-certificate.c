/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-certificate.h"

#include <glib/gi18n-lib.h>

#include "documents/td-vocabularies.h"
#include "documents/td-words.h"

static const TdName names[] = {
  { "cấp tặng", TD_NAME_TEXT },
  { "phong trào", TD_NAME_TEXT },
  { "thời gian phong trào", TD_NAME_TEXT },
  { "là tập thể", TD_NAME_FLAG },
  { "xưng danh", TD_NAME_TEXT },
  { "tên", TD_NAME_TEXT },
  { "chức vụ, đơn vị", TD_NAME_TEXT },
  { "thành tích", TD_NAME_TEXT },
  { "tên hình thức", TD_NAME_TEXT },
  { NULL, TD_NAME_TEXT },
};

const TdVocabulary td_vocabulary_certificate = { TD_PAPER_CERTIFICATE, names };

static void
set_nominee (TdValues *values, const TdCertificates *data, const TdNominee *nominee)
{
  td_values_set_text (values, "cấp tặng", data->issuer);
  td_values_set_text (values, "phong trào", data->movement);
  td_values_set_text (values, "thời gian phong trào", data->period);
  td_values_set_flag (values, "là tập thể", nominee->collective);
  td_values_set_text (values, "xưng danh", nominee->honorific);
  td_values_set_text (values, "tên", nominee->name);
  td_values_take_text (values, "chức vụ, đơn vị", td_nominee_dup_place (nominee));
  td_values_set_text (values, "thành tích", nominee->summary);
  td_values_set_text (values, "tên hình thức", nominee->award);
}

TdDocument *
td_certificates_build (const TdTemplate *template, const TdCertificates *data, GError **error)
{
  TdDocument *batch = NULL;
  g_autofree char *title = NULL;
  g_autofree char *citation = NULL;

  g_return_val_if_fail (td_template_get_kind (template) == TD_PAPER_CERTIFICATE, NULL);
  if (data->n_nominees == 0)
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_INVALID,
                           _ ("there is nobody to print a certificate for: choose a decision that "
                              "grants something"));
      return NULL;
    }
  for (guint i = 0; i < data->n_nominees; i++)
    {
      g_autoptr (TdValues) values = td_values_new (NULL);
      TdSection *section;

      set_nominee (values, data, &data->nominees[i]);
      if (batch == NULL)
        {
          batch = td_paper_compose (template, &data->paper, values, NULL, NULL, error);
          if (batch == NULL)
            return NULL;
        }
      else
        td_paper_fill_again (template, batch, &data->paper, values);
      section = g_ptr_array_index (batch->sections, batch->sections->len - 1);
      section->flags |= TD_SECTION_STOCK | TD_SECTION_LANDSCAPE | TD_SECTION_UNNUMBERED;
      if (data->a3)
        section->flags |= TD_SECTION_A3;
      section->title = g_string_chunk_insert (batch->texts, data->nominees[i].name);
      for (guint b = 0; b < section->blocks->len; b++)
        {
          TdBlock *block = g_ptr_array_index (section->blocks, b);

          if (block->kind == TD_BLOCK_PARAGRAPH)
            td_paragraph_set_ref (block->paragraph, "nominations", data->nominees[i].nomination);
        }
    }
  citation = td_words_citation (data->paper.number, data->paper.sign, data->paper.date);
  title = g_strdup_printf ("Giấy khen, bằng khen kèm theo Quyết định %s", citation);
  td_document_set_title (batch, title);
  return batch;
}
