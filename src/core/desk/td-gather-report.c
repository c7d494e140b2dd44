/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The achievement report of a nomination: its text as it is stored, or a draft from the figures. */
#define G_LOG_DOMAIN "thidua-desk"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "awards/td-bound-text.h"
#include "awards/td-draft.h"
#include "base/td-date.h"
#include "desk/td-award-figures.h"
#include "desk/td-gather-round.h"
#include "documents/td-achievement.h"

/* --- the text ---------------------------------------------------------------------------------- */

typedef struct
{
  TdGather *gather;
  const TdBoundFacts *facts; /* NULL: nothing to compare with */
  GArray *paragraphs;        /* of TdWords */
  TdSentence words;
  gboolean is_open;
  TdId unit;
} Text;

static void
end_paragraph (Text *self)
{
  TdWords words;

  if (!self->is_open)
    return;
  words = td_sentence_end (&self->words);
  if (words.n_spans > 0)
    g_array_append_val (self->paragraphs, words);
  self->is_open = FALSE;
}

static void
add_words (Text *self, const char *text, const TdFact *fact)
{
  TdSpan span = { text, TD_RUN_PLAIN, fact };

  if (*text == '\0')
    return;
  if (!self->is_open)
    td_sentence_begin (&self->words, self->gather);
  self->is_open = TRUE;
  g_array_append_val (self->words.spans, span);
}

/* A mark's fact: what it is bound to, and whether its source says something else now. */
static const TdFact *
bind (Text *self, const TdBoundPiece *piece)
{
  const TdBoundFact *now =
      self->facts != NULL ? td_bound_facts_find (self->facts, piece->source) : NULL;
  TdFact *fact = td_gather_new0 (self->gather, TdFact, 1);

  *fact = (TdFact){ .ref = { "units", self->unit },
                    .field = td_gather_keep (self->gather, piece->source),
                    .period = td_gather_keep (self->gather, piece->revision),
                    .revision = self->gather->revision };
  if (self->unit == TD_ID_NONE)
    fact->ref.table = NULL;
  if (now != NULL && strcmp (now->value, piece->text) != 0)
    {
      fact->marks |= TD_FACT_STALE;
      fact->now = td_gather_keep (self->gather, now->value);
    }
  if (now != NULL && now->evidence == TD_NO)
    fact->marks |= TD_FACT_NO_EVIDENCE;
  return fact;
}

/* A stored text as paragraphs, a line each; its marks as facts. */
static void
add_text (Text *self, const char *stored)
{
  g_autoptr (TdBoundText) text = td_bound_text_new (stored);

  for (guint i = 0; i < td_bound_text_get_n_pieces (text); i++)
    {
      const TdBoundPiece *piece = td_bound_text_get_piece (text, i);
      g_auto (GStrv) lines = NULL;

      if (piece->source != NULL)
        {
          add_words (self, td_gather_keep (self->gather, piece->text), bind (self, piece));
          continue;
        }
      lines = g_strsplit (piece->text, "\n", -1);
      for (guint k = 0; lines[k] != NULL; k++)
        {
          if (k > 0)
            end_paragraph (self);
          add_words (self, td_gather_keep (self->gather, lines[k]), NULL);
        }
    }
  end_paragraph (self);
}

/* --- what is known of the nominee ---------------------------------------------------------------- */

typedef struct
{
  TdGather *gather;
  const TdRoundFacts *round;
  TdId holder;
  GArray *titles; /* of TdEarlierAward */
  GArray *awards;
} Earlier;

static gboolean
add_earlier (const TdRecord *record, gpointer data)
{
  Earlier *self = data;
  const char *code = td_record_get_text (record, TD_AWARD_HELD_AWARD);
  const char *number = td_record_get_text (record, TD_AWARD_HELD_DECISION);
  const char *issuer = td_record_get_text (record, TD_AWARD_HELD_ISSUER);
  TdDate day = td_record_get_date (record, TD_AWARD_HELD_DECIDED_ON);
  const TdLawAward *award;
  g_autofree char *words = NULL;
  TdEarlierAward one;
  int year, month, dom;

  if (td_record_get_ref (record, TD_AWARD_HELD_HOLDER) != self->holder)
    return TRUE;
  award = self->round->round->pack != NULL ? td_law_pack_find_award (self->round->round->pack, code)
                                           : NULL;
  words = td_date_format_decree (day);
  td_date_split (day, &year, &month, &dom);
  one.year = td_gather_printf (self->gather, "%d", year);
  one.award = td_gather_keep (self->gather, award != NULL ? award->title : code);
  one.decision =
      td_gather_printf (self->gather, "%s %s%s%s", *number != '\0' ? number : "Quyết định số …",
                        words, *issuer != '\0' ? " của " : "", issuer);
  if (award != NULL && award->kind == TD_AWARD_TITLE)
    g_array_append_val (self->titles, one);
  else
    g_array_append_val (self->awards, one);
  return TRUE;
}

/* “Họ và tên: …” and what else the form asks of a person; dots where nothing is recorded. */
static void
add_person_lines (Text *text, const TdRoundNomination *nomination)
{
  const TdNominee *nominee = &nomination->nominee;
  TdGather *self = text->gather;

  add_words (text,
             td_gather_printf (self, "Họ và tên: %s; ngày, tháng, năm sinh: %s.", nominee->name,
                               nominee->birth != NULL ? nominee->birth : "…"),
             NULL);
  end_paragraph (text);
  add_words (text,
             td_gather_printf (self, "Chức vụ, đơn vị công tác: %s, %s.",
                               nominee->position != NULL ? nominee->position : "…",
                               nominee->unit != NULL ? nominee->unit : "…"),
             NULL);
  end_paragraph (text);
  add_words (text, "Trình độ chuyên môn, nghiệp vụ: …", NULL);
  end_paragraph (text);
  add_words (text, "Nhiệm vụ được giao: …", NULL);
  end_paragraph (text);
}

static void
add_unit_lines (Text *text)
{
  static const char *const lines[] = { "Chức năng, nhiệm vụ, cơ cấu tổ chức: …",
                                       "Tổng số cán bộ, công chức, viên chức, người lao động: …" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      add_words (text, lines[i], NULL);
      end_paragraph (text);
    }
}

typedef struct
{
  TdId nomination;
  char *text;
} Stored;

static gboolean
find_report (const TdRecord *record, gpointer data)
{
  Stored *self = data;

  if (td_record_get_ref (record, TD_REPORT_NOMINATION) != self->nomination)
    return TRUE;
  self->text = g_strdup (td_record_get_text (record, TD_REPORT_TEXT));
  return FALSE;
}

/* The report as people have written it, else the draft from the figures; compared with the figures. */
static gboolean
add_report (Text *text, const TdRoundNomination *nomination, GError **error)
{
  TdGather *self = text->gather;
  g_autoptr (TdDraftSource) source = td_draft_source_new (self->scores, NULL, NULL);
  g_autoptr (TdBoundFacts) facts = NULL;
  TdDraftPerson person = { .code = nomination->from->holder->code,
                           .name = nomination->nominee.name,
                           .position = nomination->nominee.position };
  Stored report = { nomination->from->id, NULL };
  const char *summary = nomination->nominee.summary;
  g_autofree char *where = g_strdup_printf ("achievement_reports:%s:text", nomination->from->code);
  g_autofree char *stored = NULL;
  const TdDraft *draft = NULL;

  if (!td_store_foreach (self->store, TD_TABLE_ACHIEVEMENT_REPORTS, self->movement->id, find_report,
                         &report, error))
    return FALSE;
  stored = report.text;
  if (!nomination->nominee.collective)
    draft = td_draft_source_get_person (source, nomination->from->unit, &person);
  else if (nomination->from->unit >= 0)
    draft = td_draft_source_get_unit (source, (guint) nomination->from->unit);
  if (draft != NULL)
    text->facts = facts = td_draft_get_facts (draft);
  if (td_gather_or_null (stored) == NULL)
    {
      td_gather_note (self, where,
                      _ ("the report is drafted from the figures: read it, and fill in the dots"));
      if (summary != NULL)
        add_text (text, summary);
      else
        {
          g_autofree char *blank =
              g_strdup_printf ("nominations:%s:summary", nomination->from->code);

          td_gather_note (self, blank, _ ("what the nomination is for is not written down"));
        }
      g_free (stored);
      stored = draft != NULL ? td_draft_write (draft) : NULL;
    }
  if (stored != NULL)
    add_text (text, stored);
  text->facts = NULL;
  return TRUE;
}

static gboolean
set_parts (TdGather *self, const TdRoundNomination *nomination, TdAchievement *out, GError **error)
{
  TdReportPart *parts = td_gather_new0 (self, TdReportPart, 2);
  Text about = { self, NULL, g_array_new (FALSE, FALSE, sizeof (TdWords)) };
  Text done = { self, NULL, g_array_new (FALSE, FALSE, sizeof (TdWords)) };
  gboolean ok;

  if (nomination->from->unit >= 0)
    done.unit = td_movement_unit (self->movement, (guint) nomination->from->unit)->id;
  if (nomination->nominee.collective)
    add_unit_lines (&about);
  else
    add_person_lines (&about, nomination);
  ok = add_report (&done, nomination, error);
  parts[0] =
      (TdReportPart){ .heading = nomination->nominee.collective ? "Sơ lược đặc điểm, tình hình"
                                                                : "Sơ lược lý lịch",
                      .n_paragraphs = about.paragraphs->len };
  parts[1] =
      (TdReportPart){ .heading = "Thành tích đạt được", .n_paragraphs = done.paragraphs->len };
  parts[0].paragraphs = (const TdWords *) (gpointer) g_array_free (about.paragraphs, FALSE);
  parts[1].paragraphs = (const TdWords *) (gpointer) g_array_free (done.paragraphs, FALSE);
  g_ptr_array_add (self->memory, (gpointer) parts[0].paragraphs);
  g_ptr_array_add (self->memory, (gpointer) parts[1].paragraphs);
  out->parts = parts;
  out->n_parts = 2;
  return ok;
}

/* --- who reports ---------------------------------------------------------------------------------- */

static const TdSigner *
confirming_signer (TdGather *self)
{
  TdSignLine *lines = td_gather_new0 (self, TdSignLine, 2);
  TdSigner *signer = td_gather_new0 (self, TdSigner, 1);

  lines[0] = (TdSignLine){ TD_AUTHORITY_OWN, "Xác nhận của" };
  lines[1] = (TdSignLine){ TD_AUTHORITY_OWN, "thủ trưởng cấp trên trực tiếp" };
  *signer = (TdSigner){ lines, 2, "(Ký, đóng dấu, ghi rõ họ tên)", NULL };
  return signer;
}

/* The report is the nominee's own: its unit's head, its leader or the person signs. */
static void
set_paper (TdGather *self, const TdRoundNomination *nomination, TdPaper *out)
{
  TdSignLine *lines = td_gather_new0 (self, TdSignLine, 2);
  const char *office;
  gboolean committee = FALSE;
  const char *head = NULL;

  td_gather_paper (self, TD_ISSUER_OFFICE, "BC", NULL, out);
  office = out->agency;
  out->recipients = NULL;
  out->addressees = td_gather_list (self, 1, office);
  if (nomination->from->unit >= 0)
    {
      committee = td_gather_unit_is_committee (self, (guint) nomination->from->unit);
      out->agency = td_gather_unit_body (self, (guint) nomination->from->unit);
      head = td_gather_or_null (
          td_movement_unit (self->movement, (guint) nomination->from->unit)->head);
    }
  else if (nomination->nominee.unit != NULL)
    out->agency = nomination->nominee.unit;
  if (!nomination->nominee.collective)
    {
      /* A person's report has no number in any registry. */
      out->sign = NULL;
      lines[0] = (TdSignLine){ TD_AUTHORITY_OWN, "Người báo cáo" };
      out->signer = (TdSigner){ lines, 1, "(Ký, ghi rõ họ tên)", nomination->nominee.name };
      return;
    }
  out->sign = committee ? "BC-UBND" : "BC-…";
  lines[0] = (TdSignLine){ TD_AUTHORITY_TM, out->agency };
  lines[committee ? 1 : 0] =
      (TdSignLine){ TD_AUTHORITY_OWN, committee ? "Chủ tịch" : "Thủ trưởng đơn vị" };
  out->signer = (TdSigner){ lines, committee ? 2 : 1, NULL, head };
  if (head == NULL)
    {
      g_autofree char *where =
          g_strdup_printf ("units:%s:head", nomination->from->holder->unit_code);

      td_gather_note (self, where, _ ("the unit's head is not recorded"));
    }
}

TdDocument *
td_gather_achievement (TdGather *self, const TdTemplate *template, GError **error)
{
  g_autoptr (TdRecord) record =
      td_store_get (self->store, TD_TABLE_NOMINATIONS, self->subject.nomination, TD_ID_NONE);
  const TdRoundNomination *nomination = NULL;
  TdAchievement data = { .n_parts = 0 };
  TdDocument *document = NULL;
  TdRoundFacts round;
  Earlier earlier;

  if (record == NULL)
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_NOT_FOUND, _ ("there is no such nomination"));
      return NULL;
    }
  self->subject.round = td_record_get_ref (record, TD_NOMINATION_ROUND);
  if (!td_round_facts_init (&round, self, error))
    return NULL;
  for (guint i = 0; i < round.nominations->len; i++)
    if (td_round_nomination (&round, i)->from->id == record->id)
      nomination = td_round_nomination (&round, i);
  if (nomination == NULL)
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_NOT_FOUND,
                           _ ("the nomination does not stand any more: it was withdrawn, declined "
                              "or revoked"));
      td_round_facts_clear (&round);
      return NULL;
    }
  earlier = (Earlier){ self, &round, td_record_get_ref (record, TD_NOMINATION_NOMINEE),
                       g_array_new (FALSE, FALSE, sizeof (TdEarlierAward)),
                       g_array_new (FALSE, FALSE, sizeof (TdEarlierAward)) };
  if (td_store_foreach (self->store, TD_TABLE_AWARDS_HELD, TD_ID_NONE, add_earlier, &earlier, error)
      && set_parts (self, nomination, &data, error))
    {
      data.nominee = &nomination->nominee;
      set_paper (self, nomination, &data.paper);
      if (nomination->from->law != NULL && nomination->from->law->form_number != NULL)
        data.form = td_gather_printf (self, "%s", nomination->from->law->form_number);
      data.decider = td_gather_decider (self, round.round->level);
      data.titles = (const TdEarlierAward *) (gpointer) earlier.titles->data;
      data.n_titles = earlier.titles->len;
      data.awards = (const TdEarlierAward *) (gpointer) earlier.awards->data;
      data.n_awards = earlier.awards->len;
      data.confirmed_by = confirming_signer (self);
      document = td_achievement_build (template, &data, error);
    }
  g_array_unref (earlier.titles);
  g_array_unref (earlier.awards);
  td_round_facts_clear (&round);
  return document;
}
