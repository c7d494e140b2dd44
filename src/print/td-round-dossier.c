/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-round-dossier.h"

#include <string.h>

#include "base/td-text.h"
#include "desk/td-round-evidence.h"

typedef struct
{
  TdDesk *desk;
  TdProblems *problems;
  TdId round;
  GPtrArray *documents; /* of TdDocument */
  GArray *items;        /* of TdDossierItem */
  GArray *nominations;  /* of TdId */
  GPtrArray *codes;     /* of char*, of the nominations */
  GArray *nominees;     /* of TdId: whose they are */
  guint n_units;        /* so many of them, the first ones, are units */
  GPtrArray *titles;    /* of char* */
  GPtrArray *evidence;  /* of TdRoundEvidence */
  gboolean has_council;
} Binder;

static gboolean
add_paper (Binder *self, TdPaperKind kind, TdId nomination, const char *title, GError **error)
{
  TdPaperSubject subject = { .round = self->round, .nomination = nomination };
  TdDocument *document = td_desk_paper_new (self->desk, kind, &subject, self->problems, error);
  TdDossierItem item = { .document = document, .title = title };

  if (document == NULL)
    return FALSE;
  item.date = document->date;
  g_ptr_array_add (self->documents, document);
  g_array_append_val (self->items, item);
  return TRUE;
}

/* Collectives first, then people, by code: the order of the nominee list. */
static gboolean
find_nomination (const TdRecord *record, gpointer data)
{
  Binder *self = data;
  TdNominationState state =
      (TdNominationState) td_record_get_number (record, TD_NOMINATION_STATE, TD_NOMINATION_DRAFT);
  TdTableId table = TD_TABLE_UNITS;
  TdId nominee = td_record_get_ref (record, TD_NOMINATION_NOMINEE);
  char *key;
  guint at = 0;

  if (td_record_get_ref (record, TD_NOMINATION_ROUND) != self->round
      || (state != TD_NOMINATION_PROPOSED && state != TD_NOMINATION_REVIEWED
          && state != TD_NOMINATION_SUBMITTED && state != TD_NOMINATION_GRANTED))
    return TRUE;
  td_store_name (td_desk_get_store (self->desk), nominee, &table, NULL, NULL);
  key = g_strdup_printf ("%d %s", table == TD_TABLE_UNITS ? 0 : 1,
                         td_record_get_text (record, TD_NOMINATION_CODE));
  while (at < self->codes->len
         && td_text_compare_codes (g_ptr_array_index (self->codes, at), key) < 0)
    at++;
  g_ptr_array_insert (self->codes, (int) at, key);
  g_array_insert_val (self->nominations, at, record->id);
  g_array_insert_val (self->nominees, at, nominee);
  self->n_units += table == TD_TABLE_UNITS;
  return TRUE;
}

static gboolean
find_member (const TdRecord *record, gpointer data)
{
  Binder *self = data;

  self->has_council |= td_record_get_ref (record, TD_MEMBER_ROUND) == self->round;
  return !self->has_council;
}

/* “Báo cáo thành tích của Phường Trần Phú”: what tells one from the next in the contents. */
static const char *
name_report (Binder *self, TdId nomination)
{
  TdStore *store = td_desk_get_store (self->desk);
  g_autoptr (TdRecord) record = td_store_get (store, TD_TABLE_NOMINATIONS, nomination, TD_ID_NONE);
  const char *name = NULL;
  char *title;

  if (record != NULL)
    td_store_name (store, td_record_get_ref (record, TD_NOMINATION_NOMINEE), NULL, NULL, &name);
  title = g_strdup_printf ("Báo cáo thành tích của %s", name != NULL ? name : "…");
  g_ptr_array_add (self->titles, title);
  return title;
}

/* The papers behind the figures of the units that are nominated. */
static gboolean
add_evidence (Binder *self, GError **error)
{
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (TdId));

  g_array_append_vals (units, self->nominees->data, self->n_units);
  self->evidence = td_round_evidence_load (self->desk, units, error);
  for (guint i = 0; self->evidence != NULL && i < self->evidence->len; i++)
    {
      const TdRoundEvidence *paper = g_ptr_array_index (self->evidence, i);
      TdDossierItem item = { .path = paper->path,
                             .title = paper->title,
                             .note = paper->proves,
                             .hash = td_record_get_text (paper->record, TD_EVIDENCE_HASH) };

      g_array_append_val (self->items, item);
    }
  return self->evidence != NULL;
}

static gboolean
collect (Binder *self, GError **error)
{
  TdStore *store = td_desk_get_store (self->desk);
  TdId movement = td_desk_get_movement_id (self->desk);

  if (!td_store_foreach (store, TD_TABLE_NOMINATIONS, movement, find_nomination, self, error)
      || !td_store_foreach (store, TD_TABLE_COUNCIL_MEMBERS, movement, find_member, self, error)
      || !add_paper (self, TD_PAPER_PROPOSAL, TD_ID_NONE,
                     "Tờ trình đề nghị khen thưởng, kèm danh sách trích ngang", error)
      || (self->has_council
          && !add_paper (self, TD_PAPER_MINUTES, TD_ID_NONE,
                         "Biên bản họp Hội đồng Thi đua - Khen thưởng", error)))
    return FALSE;
  for (guint i = 0; i < self->nominations->len; i++)
    {
      TdId id = g_array_index (self->nominations, TdId, i);

      if (!add_paper (self, TD_PAPER_ACHIEVEMENT, id, name_report (self, id), error))
        return FALSE;
    }
  return add_evidence (self, error);
}

/* “hồ sơ khen thưởng tổng kết …”: the round's title within a sentence. (transfer full) */
static char *
name_dossier (const char *title)
{
  const char *rest = g_utf8_next_char (title);
  g_autofree char *first = g_utf8_strdown (title, *title != '\0' ? (gssize) (rest - title) : 0);
  /* “KT 2024” stays as it is; “Khen thưởng” does not. */
  gboolean word = *title != '\0' && g_unichar_islower (g_utf8_get_char (rest));

  return word ? g_strconcat ("hồ sơ ", first, rest, NULL) : g_strconcat ("hồ sơ ", title, NULL);
}

static TdPages *
bind (Binder *self, GError **error)
{
  TdStore *store = td_desk_get_store (self->desk);
  g_autoptr (TdRecord) round = td_store_get (store, TD_TABLE_ROUNDS, self->round, TD_ID_NONE);
  g_autofree char *agency = td_store_get_setting (store, "agency");
  g_autofree char *superior = td_store_get_setting (store, "superior");
  g_autofree char *place = td_store_get_setting (store, "place");
  g_autofree char *title = name_dossier (td_record_get_text (round, TD_ROUND_TITLE));
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdTemplate) template = td_paper_template_new (TD_PAPER_DOSSIER, NULL, NULL, problems);
  TdDossierBinding data = { .paper.agency = agency,
                            .paper.superior = *superior != '\0' ? superior : NULL,
                            .paper.place = *place != '\0' ? place : NULL,
                            .round = title,
                            .items = (const TdDossierItem *) (gpointer) self->items->data,
                            .n_items = self->items->len };

  if (template == NULL)
    {
      td_problems_fail (problems, error);
      return NULL;
    }
  return td_dossier_bind (template, &data, error);
}

TdPages *
td_round_dossier_new (TdDesk *desk, TdId round, TdProblems *problems, GError **error)
{
  TdPaperSubject subject = { .round = round };
  Binder self = { .desk = desk, .problems = problems };
  TdPages *pages = NULL;

  if (!td_desk_paper_resolve (desk, TD_PAPER_DOSSIER, &subject, error))
    return NULL;
  self.round = subject.round;
  self.documents = g_ptr_array_new_with_free_func ((GDestroyNotify) td_document_unref);
  self.items = g_array_new (FALSE, TRUE, sizeof (TdDossierItem));
  self.nominations = g_array_new (FALSE, FALSE, sizeof (TdId));
  self.codes = g_ptr_array_new_with_free_func (g_free);
  self.nominees = g_array_new (FALSE, FALSE, sizeof (TdId));
  self.titles = g_ptr_array_new_with_free_func (g_free);
  if (collect (&self, error))
    pages = bind (&self, error);
  g_ptr_array_unref (self.documents);
  g_array_unref (self.items);
  g_array_unref (self.nominations);
  g_ptr_array_unref (self.codes);
  g_array_unref (self.nominees);
  g_ptr_array_unref (self.titles);
  g_clear_pointer (&self.evidence, g_ptr_array_unref);
  return pages;
}
