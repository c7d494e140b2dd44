/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the gatherers of papers share: the desk, the strings that live as long as one paper is made,
 * the office's particulars, and the noting of what is missing. For the files of td-desk-paper.h only.
 */
#pragma once

#include "awards/td-law-library.h"
#include "desk/td-desk-paper.h"
#include "documents/td-data-table.h"
#include "documents/td-paper.h"
#include "scoring/td-standing.h"

G_BEGIN_DECLS

/**
 * TdGather:
 *
 * @revision: the last row of the journal: of which state the facts are
 *
 * The making of one paper. Strings and arrays it hands out live as long as it does.
 */
typedef struct
{
  TdDesk *desk;
  TdStore *store;
  const TdMovement *movement;
  const TdScores *scores;
  TdPaperSubject subject;
  TdProblems *problems;
  gint64 revision;
  GStringChunk *texts;
  GPtrArray *memory;
} TdGather;

void
td_gather_init (TdGather *self, TdDesk *desk, const TdPaperSubject *subject, TdProblems *problems);
void td_gather_clear (TdGather *self);

/* --- memory ------------------------------------------------------------------------------------ */

/* Keeps @text, which is taken over; %NULL stays %NULL. */
const char *td_gather_take (TdGather *self, char *text);
const char *td_gather_keep (TdGather *self, const char *text);
const char *td_gather_printf (TdGather *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* @n times @size bytes of zeros. */
gpointer td_gather_alloc (TdGather *self, gsize n, gsize size);
#define td_gather_new0(self, type, n) ((type *) td_gather_alloc ((self), (n), sizeof (type)))
/* The strings given as an array that ends with %NULL; %NULLs among the first @n are left out. */
const char *const *td_gather_list (TdGather *self, guint n, ...);
/* "" is nothing. */
const char *td_gather_or_null (const char *text);
/* The first letter small: “Phường Trần Phú” within a sentence. */
const char *td_gather_lower_first (TdGather *self, const char *text);

/* Notes what is missing: @where to go, what it is. */
void
td_gather_note (TdGather *self, const char *where, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* --- the office -------------------------------------------------------------------------------- */

/* An office setting, %NULL when it is blank. */
const char *td_gather_setting (TdGather *self, const char *key);
/* The same, noted when it is blank. */
const char *td_gather_wanted (TdGather *self, const char *key);

/**
 * TdIssuer:
 * @TD_ISSUER_OFFICE: the office itself: agency under its superior
 * @TD_ISSUER_CITY: the people's committee the office belongs to
 * @TD_ISSUER_CITY_CHAIR: its chair, who signs for himself
 * @TD_ISSUER_PROVINCE_CHAIR: the province's
 * @TD_ISSUER_COUNCIL: the council for emulation and commendation beside the committee
 *
 * Who issues a paper.
 */
typedef enum
{
  TD_ISSUER_OFFICE,
  TD_ISSUER_CITY,
  TD_ISSUER_CITY_CHAIR,
  TD_ISSUER_PROVINCE_CHAIR,
  TD_ISSUER_COUNCIL,
} TdIssuer;

/*
 * Fills what every paper has. @type is its abbreviation before the sign (“TTr”), %NULL for a letter,
 * "" for a paper that is not registered. @number may be a number alone or with its sign; blank leaves
 * dots. Number, date and signer are as far as they are known.
 */
void td_gather_paper (TdGather *self, TdIssuer issuer, const char *type, const char *number,
                      TdPaper *out);

/* “Chủ tịch Ủy ban nhân dân thành phố Móng Cái”: who decides at a level, in full. */
const char *td_gather_decider (TdGather *self, TdLevel level);
/* “Trưởng phòng Nội vụ”: the head of the office in words. */
const char *td_gather_head_of_office (TdGather *self);
/* “thành phố Móng Cái”, within a sentence; %NULL when it is not known. */
const char *td_gather_city (TdGather *self);
/* A unit as one writes to it: “Ủy ban nhân dân phường Trần Phú”, by its category. */
const char *td_gather_unit_body (TdGather *self, guint unit);
/* Whether that is a people's committee. */
gboolean td_gather_unit_is_committee (TdGather *self, guint unit);

/* --- the movement ------------------------------------------------------------------------------- */

/* “Đẩy mạnh cải cách hành chính”: what stands between the quotation marks of its title. */
const char *td_gather_movement_name (TdGather *self);
/* “năm 2024”: what stands after them, or the years it runs. */
const char *td_gather_movement_years (TdGather *self);
/* “quý III năm 2024” of a period. */
const char *td_gather_period_words (TdGather *self, guint period);
/* The law's own grounds: those the office has set, else the law pack's. %NULL-terminated. */
const char *const *td_gather_grounds (TdGather *self, const char *law_pack);

/* --- sentences ---------------------------------------------------------------------------------- */

/**
 * TdSentence:
 *
 * Words with facts among them, as they are put together.
 */
typedef struct
{
  TdGather *gather;
  GArray *spans; /* of TdSpan */
} TdSentence;

void td_sentence_begin (TdSentence *self, TdGather *gather);
/* Words as they are; not copied. */
void td_sentence_add (TdSentence *self, const char *text);
/* Words that came from a record, taken over; @field and @period are nullable. */
void td_sentence_add_fact (TdSentence *self, char *text, const char *table, TdId id,
                           const char *field, const char *period);
/* The sentence; the gather keeps it. */
TdWords td_sentence_end (TdSentence *self);

/* A fact of the desk's present revision. */
const TdFact *
td_gather_fact (TdGather *self, const char *table, TdId id, const char *field, const char *period);

/* --- scores -------------------------------------------------------------------------------------- */

/* The scores when all of a period is reported and nothing of the next is. */
const TdScores *td_gather_period_scores (TdGather *self, guint period, GError **error);
/* The unit of the subject as an index, -1 for all. FALSE when it is not of the movement. */
gboolean td_gather_subject_unit (TdGather *self, int *unit, GError **error);
gboolean td_gather_subject_period (TdGather *self, guint *period, GError **error);

/*
 * The targets of which @unit owes a report for @period as of @as_of: nothing was sent, or it was sent
 * back. @n_expected (nullable) gets how many are asked for. (transfer full): of guint
 */
GArray *td_gather_owed_targets (TdGather *self, guint unit, guint period, TdDate as_of,
                                guint *n_expected) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the last report of a cell for the period was sent back. */
gboolean td_gather_was_sent_back (TdGather *self, guint unit, guint target, guint period);

/* “98,5%”, “1.240 hồ sơ”, “05/03/2024”: a cell's value; %NULL when it has none. */
const char *td_gather_cell_value (TdGather *self, const TdScores *scores, guint unit, guint target);
/* What is aimed at: “100%”, “không quá 5%”, “31/12/2024”; "" when there is no goal. */
const char *td_gather_goal (TdGather *self, guint target);
/* “Đạt”, “Chậm”: how it stands, in a report's words. (transfer none) */
const char *td_gather_standing (TdStanding standing);
/* “CT01. Văn bản …”: a target as reports name it. */
const char *td_gather_target (TdGather *self, guint target);
/* What restricts the figures, to be printed with them; %NULL when nothing does. */
const char *td_gather_filters (TdGather *self, const TdScores *scores);
/* A number as points are printed. */
const char *td_gather_points (TdGather *self, TdDecimal points);

/* --- the papers --------------------------------------------------------------------------------- */

TdDocument *td_gather_proposal (TdGather *self, const TdTemplate *template, GError **error);
TdDocument *td_gather_minutes (TdGather *self, const TdTemplate *template, GError **error);
TdDocument *td_gather_decision (TdGather *self, const TdTemplate *template, GError **error);
TdDocument *td_gather_certificates (TdGather *self, const TdTemplate *template, GError **error);
TdDocument *td_gather_achievement (TdGather *self, const TdTemplate *template, GError **error);
TdDocument *td_gather_check_list (TdGather *self, const TdTemplate *template, GError **error);
TdDocument *td_gather_ranking (TdGather *self, const TdTemplate *template, GError **error);
TdDocument *td_gather_progress (TdGather *self, const TdTemplate *template, GError **error);
TdDocument *td_gather_reminder (TdGather *self, const TdTemplate *template, GError **error);
TdDocument *td_gather_briefing (TdGather *self, const TdTemplate *template, GError **error);

G_END_DECLS
