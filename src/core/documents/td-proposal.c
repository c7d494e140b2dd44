/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-proposal.h"

#include <glib/gi18n-lib.h>

#include "documents/td-vocabularies.h"

static const TdName names[] = {
  { "phong trào", TD_NAME_TEXT },
  { "thời gian phong trào", TD_NAME_TEXT },
  { "người phát động", TD_NAME_TEXT },
  { "kế hoạch", TD_NAME_TEXT },
  { "người quyết định", TD_NAME_TEXT },
  { "danh sách đề nghị", TD_NAME_PIECE },
  TD_MEETING_NAMES,
  TD_NOMINEE_NAMES,
  { NULL, TD_NAME_TEXT },
};

const TdVocabulary td_vocabulary_proposal = { TD_PAPER_PROPOSAL, names };

void
td_meeting_set_values (TdValues *values, const TdMeeting *meeting)
{
  if (meeting == NULL)
    return;
  td_values_set_text (values, "hội đồng", meeting->council);
  td_values_set_date (values, "ngày họp", meeting->date);
  td_values_set_text (values, "số biên bản", meeting->minutes);
  td_values_set_count (values, "số thành viên", meeting->n_members);
  td_values_set_count (values, "số có mặt", meeting->n_present);
}

static void
add_piece (TdSection *section, const char *name, guint ordinal, gpointer data)
{
  const TdProposal *self = data;

  td_nominee_list_add (section, self->nominees, self->n_nominees, "Hình thức đề nghị khen thưởng",
                       TD_NOMINEE_LIST_SUMMARY);
}

TdDocument *
td_proposal_build (const TdTemplate *template, const TdProposal *data, GError **error)
{
  g_autoptr (TdValues) values = td_values_new (NULL);

  g_return_val_if_fail (td_template_get_kind (template) == TD_PAPER_PROPOSAL, NULL);
  if (data->n_nominees == 0)
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_INVALID,
                           _ ("the proposal has no nominee: add one to the round, or choose "
                              "another round"));
      return NULL;
    }
  td_values_set_text (values, "phong trào", data->movement);
  td_values_set_text (values, "thời gian phong trào", data->period);
  td_values_set_text (values, "người phát động", data->launched_by);
  td_values_set_text (values, "kế hoạch", data->plan);
  td_values_set_text (values, "người quyết định", data->decider);
  td_meeting_set_values (values, data->meeting);
  td_nominees_set_values (values, data->nominees, data->n_nominees);
  return td_paper_compose (template, &data->paper, values, add_piece, (gpointer) data, error);
}
