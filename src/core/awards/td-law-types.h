/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The small words of the law: levels, shares, verdicts. Everything here is a plain value; all
 * functions may be called from any thread.
 */
#pragma once

#include "base/td-error.h"
#include "model/td-schema.h"

G_BEGIN_DECLS

/**
 * TdLawLevel:
 * @TD_LAW_LEVEL_XA: commune, ward
 * @TD_LAW_LEVEL_THANH_PHO: city, district (until 30 June 2025)
 * @TD_LAW_LEVEL_TINH: province
 * @TD_LAW_LEVEL_BO_NGANH: ministry, central agency
 * @TD_LAW_LEVEL_TRUNG_UONG: State President, Government, Prime Minister
 *
 * Who launched a movement, and who decides an award. The first three are #TdLevel's.
 */
typedef enum
{
  TD_LAW_LEVEL_XA,
  TD_LAW_LEVEL_THANH_PHO,
  TD_LAW_LEVEL_TINH,
  TD_LAW_LEVEL_BO_NGANH,
  TD_LAW_LEVEL_TRUNG_UONG,
  TD_N_LAW_LEVELS,
} TdLawLevel;

/* "xa", "thanh-pho", "tinh", "bo-nganh", "trung-uong". */
const char *td_law_level_code (TdLawLevel level);
/* English source of the words shown; translate before showing. */
const char *td_law_level_title (TdLawLevel level);
/* The level with this code, or -1. */
int td_law_level_find (const char *code);

typedef enum
{
  TD_AWARD_FORM,  /* hình thức khen thưởng */
  TD_AWARD_TITLE, /* danh hiệu thi đua */
} TdAwardKind;

typedef enum
{
  TD_SUBJECT_COLLECTIVE,
  TD_SUBJECT_INDIVIDUAL,
} TdSubject;

/* "form", "title" · "collective", "individual"; -1 when the code is none. */
const char *td_award_kind_code (TdAwardKind kind);
int td_award_kind_find (const char *code);
const char *td_subject_code (TdSubject subject);
int td_subject_find (const char *code);

/**
 * TdInitiativeScope:
 *
 * How far an initiative is recognised; each takes in those before it. The first three are the choices
 * of the `initiatives` table; nationwide recognition (Luật Điều 21) cannot be recorded there yet.
 */
typedef enum
{
  TD_INITIATIVE_DON_VI,
  TD_INITIATIVE_THANH_PHO,
  TD_INITIATIVE_TINH,
  TD_INITIATIVE_TOAN_QUOC,
} TdInitiativeScope;

const char *td_initiative_scope_code (TdInitiativeScope scope);
const char *td_initiative_scope_title (TdInitiativeScope scope);
int td_initiative_scope_find (const char *code);

/**
 * TdKnown:
 *
 * A yes or no that may not have been recorded. Not recorded is the zero, so that what nobody filled
 * in is never taken for an answer.
 */
typedef enum
{
  TD_NOT_RECORDED,
  TD_NO,
  TD_YES,
} TdKnown;

/**
 * TdLawVerdict:
 * @TD_LAW_UNKNOWN: cannot be told from what is recorded; never taken as a pass
 * @TD_LAW_PASS: fulfilled
 * @TD_LAW_FAIL: not fulfilled
 */
typedef enum
{
  TD_LAW_UNKNOWN,
  TD_LAW_PASS,
  TD_LAW_FAIL,
} TdLawVerdict;

/* "unknown", "pass", "fail". */
const char *td_law_verdict_code (TdLawVerdict verdict);
/* English source of the words shown; translate before showing. */
const char *td_law_verdict_title (TdLawVerdict verdict);

/**
 * TdShare:
 * @num: above 0, not above @den unless it is a percentage of more than all
 * @den: above 0
 * @more_than: the share itself is not enough (“quá một nửa”); else it is (“ít nhất”)
 *
 * A share that has to be reached, as a fraction: never rounded, never a floating number.
 */
typedef struct
{
  gint32 num;
  gint32 den;
  gboolean more_than;
} TdShare;

/* Whether n of @base reach the share: n·den ≥ num·base, or > with @more_than. */
gboolean td_share_is_reached (const TdShare *self, guint n, guint base);

/* The fewest of @base that reach the share; 70 % of 13 needs 10. May be more than @base. */
guint td_share_needed (const TdShare *self, guint base);

/* “at least 80 %”, “more than 1/2”, translated. (transfer full) */
char *td_share_to_words (const TdShare *self) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a nomination in this state still stands: not declined, withdrawn or revoked. */
gboolean td_law_is_live (TdNominationState state);

/* Whether a text that may be %NULL says nothing. */
gboolean td_law_is_blank (const char *text);

G_END_DECLS
