/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables of the data and their fields, described once (TABLES.md, AWARDS.md). Import, export,
 * forms, history in words and the data file's statements all follow this description; a column that
 * is added here and in a migration is known everywhere.
 */
#pragma once

#include "base/td-types.h"

G_BEGIN_DECLS

/**
 * TdTableId:
 *
 * The tables that hold data, in an order in which every table comes after those it refers to.
 */
typedef enum
{
  TD_TABLE_MOVEMENT,
  TD_TABLE_CATEGORIES,
  TD_TABLE_UNITS,
  TD_TABLE_PERIODS,
  TD_TABLE_AREAS,
  TD_TABLE_TARGETS,
  TD_TABLE_BANDS,
  TD_TABLE_ENTRIES,
  TD_TABLE_ADJUSTMENTS,
  TD_TABLE_PEOPLE,
  TD_TABLE_INITIATIVES,
  TD_TABLE_AWARDS_HELD,
  TD_TABLE_DISCIPLINES,
  TD_TABLE_ROUNDS,
  TD_TABLE_NOMINATIONS,
  TD_TABLE_QUOTAS,
  TD_TABLE_COUNCIL_MEMBERS,
  TD_TABLE_BALLOTS,
  TD_TABLE_RULINGS,
  TD_TABLE_NOMINATION_STEPS,
  TD_TABLE_DOSSIER_PAPERS,
  TD_TABLE_ACHIEVEMENT_REPORTS,
  TD_TABLE_HEADCOUNTS,
  TD_TABLE_OFFICE,
  TD_TABLE_ASSUMPTIONS,
  TD_TABLE_RECEIPTS,
  TD_TABLE_EVIDENCE,
  TD_TABLE_EVIDENCE_USES,
  TD_TABLE_SEALS,
  TD_N_TABLES,
} TdTableId;

/**
 * TdFieldKind:
 * @TD_FIELD_TEXT: one line of text
 * @TD_FIELD_NOTE: text that may have several lines
 * @TD_FIELD_CODE: a short name for people, unique in its table; no `;`, no leading `-`
 * @TD_FIELD_DECIMAL: a figure; stored in ten-thousandths
 * @TD_FIELD_POINTS: a decimal with at most the movement's `decimals` fraction digits
 * @TD_FIELD_SHARE: a decimal from 0 to 1
 * @TD_FIELD_INTEGER: a whole number of at least 0
 * @TD_FIELD_DATE: a day; stored as ISO text
 * @TD_FIELD_BIRTH: a day, or only a year; stored as text
 * @TD_FIELD_FLAG: 0 or 1
 * @TD_FIELD_CHOICE: one of the field's choices
 * @TD_FIELD_REF: a record of table @ref, by its code; stored as its id
 * @TD_FIELD_HOLDER: a unit or a person, by code; stored as its id
 * @TD_FIELD_PEOPLE: people's codes with `;` between; stored as their ids
 * @TD_FIELD_SCOPE: `applies_to`: see td-scope.h; stored with ids
 * @TD_FIELD_STEPS: `t1:s1;t2:s2`: see td-steps.h
 * @TD_FIELD_JOURNAL: a row of the journal; the program's own
 *
 * What a field holds, which decides how it is read, checked, stored and shown.
 */
typedef enum
{
  TD_FIELD_TEXT,
  TD_FIELD_NOTE,
  TD_FIELD_CODE,
  TD_FIELD_DECIMAL,
  TD_FIELD_POINTS,
  TD_FIELD_SHARE,
  TD_FIELD_INTEGER,
  TD_FIELD_DATE,
  TD_FIELD_BIRTH,
  TD_FIELD_FLAG,
  TD_FIELD_CHOICE,
  TD_FIELD_REF,
  TD_FIELD_HOLDER,
  TD_FIELD_PEOPLE,
  TD_FIELD_SCOPE,
  TD_FIELD_STEPS,
  TD_FIELD_JOURNAL,
} TdFieldKind;

/**
 * TdFieldFlags:
 * @TD_FIELD_KEY: part of the key by which an import finds the record
 * @TD_FIELD_REQUIRED: may not be blank
 * @TD_FIELD_INTERNAL: the program's own; not in the tables that go in and out
 * @TD_FIELD_MEMBERSHIP: kept per movement beside a record that is the office's (a unit's block)
 * @TD_FIELD_COMPACT: a choice stored as its number; for the one table with millions of rows
 */
typedef enum
{
  TD_FIELD_KEY = 1 << 0,
  TD_FIELD_REQUIRED = 1 << 1,
  TD_FIELD_INTERNAL = 1 << 2,
  TD_FIELD_MEMBERSHIP = 1 << 3,
  TD_FIELD_COMPACT = 1 << 4,
} TdFieldFlags;

/**
 * TdChoice:
 * @code: as written in tables and in the data file
 * @title: English source of the words shown; translate before showing
 */
typedef struct
{
  const char *code;
  const char *title;
} TdChoice;

typedef struct
{
  const char *name;  /* column in tables and in the data file */
  const char *title; /* English source of the words shown */
  TdFieldKind kind;
  TdTableId ref;           /* of a %TD_FIELD_REF */
  guint flags;             /* of TdFieldFlags */
  const TdChoice *choices; /* of a %TD_FIELD_CHOICE; ends with a NULL code */
  const char *fallback;    /* what a blank stands for, as text; or NULL when blank is blank */
} TdField;

/**
 * TdScopeKind:
 * @TD_SCOPE_OFFICE: shared by all movements of a file
 * @TD_SCOPE_MOVEMENT: belongs to one movement, named in the record
 * @TD_SCOPE_PARENT: belongs to the movement of the target it refers to: entries, of which there are
 *   too many to name the movement again in each
 */
typedef enum
{
  TD_SCOPE_OFFICE,
  TD_SCOPE_MOVEMENT,
  TD_SCOPE_PARENT,
} TdScopeKind;

typedef struct
{
  TdTableId id;
  const char *name;   /* file and sheet name: "units" */
  const char *sql;    /* table in the data file: "unit" */
  const char *title;  /* English source: "Units" */
  const char *record; /* English source for one record: "unit" */
  TdScopeKind scope;
  const TdField *fields;
  guint n_fields;
} TdTable;

/* The description of a table; constant. */
const TdTable *td_table_get (TdTableId id);
/* By the name of its file or sheet, ASCII case ignored. %NULL when there is none. */
const TdTable *td_table_by_name (const char *name);
/* By its name in the data file. */
const TdTable *td_table_by_sql (const char *sql);

/* The index of the field named so, or -1. */
int td_table_find_field (const TdTable *self, const char *name);

/* The field by which people know a record of the table: its name or title, else its first. */
int td_table_naming_field (const TdTable *self);

/* The index of the choice with this code, or -1. */
int td_field_find_choice (const TdField *self, const char *code);

/* Field numbers of the tables that code refers to by name; checked by a test against the table. */
enum
{
  TD_MOVEMENT_CODE,
  TD_MOVEMENT_TITLE,
  TD_MOVEMENT_THEME,
  TD_MOVEMENT_STARTS,
  TD_MOVEMENT_ENDS,
  TD_MOVEMENT_DECISION,
  TD_MOVEMENT_DECIMALS,
  TD_MOVEMENT_BONUS_CAP,
  TD_MOVEMENT_PENALTY_CAP,
  TD_MOVEMENT_CEILING,
  TD_MOVEMENT_IS_CURRENT,
  TD_MOVEMENT_ILLUSTRATIVE,
  TD_MOVEMENT_LAUNCHED_BY,
};
enum
{
  TD_CATEGORY_CODE,
  TD_CATEGORY_NAME,
};
enum
{
  TD_UNIT_CODE,
  TD_UNIT_NAME,
  TD_UNIT_SHORT_NAME,
  TD_UNIT_CATEGORY,
  TD_UNIT_BLOCK,
  TD_UNIT_OPENED,
  TD_UNIT_CLOSED,
  TD_UNIT_SUCCESSOR,
  TD_UNIT_HEAD,
};
enum
{
  TD_PERIOD_CODE,
  TD_PERIOD_NAME,
  TD_PERIOD_STARTS,
  TD_PERIOD_ENDS,
  TD_PERIOD_DUE,
};
enum
{
  TD_AREA_CODE,
  TD_AREA_NAME,
};
enum
{
  TD_TARGET_CODE,
  TD_TARGET_AREA,
  TD_TARGET_GROUP,
  TD_TARGET_NAME,
  TD_TARGET_KIND,
  TD_TARGET_ACCUMULATION,
  TD_TARGET_DIRECTION,
  TD_TARGET_GOAL,
  TD_TARGET_FLOOR,
  TD_TARGET_RULE,
  TD_TARGET_STEPS,
  TD_TARGET_MAX_POINTS,
  TD_TARGET_DUE,
  TD_TARGET_LATE_SHARE,
  TD_TARGET_PACE,
  TD_TARGET_FREQUENCY,
  TD_TARGET_IF_NONE_ARISING,
  TD_TARGET_IF_MISSING,
  TD_TARGET_APPLIES_TO,
  TD_TARGET_UNIT_OF_MEASURE,
  TD_TARGET_EVIDENCE,
};
enum
{
  TD_BAND_NAME,
  TD_BAND_AT_LEAST,
};
enum
{
  TD_ENTRY_UNIT,
  TD_ENTRY_TARGET,
  TD_ENTRY_PERIOD,
  TD_ENTRY_DONE,
  TD_ENTRY_DUE,
  TD_ENTRY_AMOUNT,
  TD_ENTRY_DONE_ON,
  TD_ENTRY_POINTS,
  TD_ENTRY_STATE,
  TD_ENTRY_APPRAISED_DONE,
  TD_ENTRY_APPRAISED_DUE,
  TD_ENTRY_APPRAISED_AMOUNT,
  TD_ENTRY_APPRAISED_DONE_ON,
  TD_ENTRY_APPRAISED_POINTS,
  TD_ENTRY_RECEIVED_ON,
  TD_ENTRY_NOTE,
  TD_ENTRY_REPORTED_IN,
  TD_ENTRY_APPRAISED_IN,
};
enum
{
  TD_ADJUSTMENT_CODE,
  TD_ADJUSTMENT_UNIT,
  TD_ADJUSTMENT_KIND,
  TD_ADJUSTMENT_POINTS,
  TD_ADJUSTMENT_REASON,
  TD_ADJUSTMENT_CLAUSE,
  TD_ADJUSTMENT_GRANTED_ON,
};
enum
{
  TD_PERSON_CODE,
  TD_PERSON_NAME,
  TD_PERSON_UNIT,
  TD_PERSON_POSITION,
  TD_PERSON_EMPLOYMENT,
  TD_PERSON_LEADER,
  TD_PERSON_SEX,
  TD_PERSON_BORN,
  TD_PERSON_CITIZEN_ID,
  TD_PERSON_SORT_NAME,
};
enum
{
  TD_INITIATIVE_CODE,
  TD_INITIATIVE_TITLE,
  TD_INITIATIVE_AUTHORS,
  TD_INITIATIVE_UNIT,
  TD_INITIATIVE_SCOPE,
  TD_INITIATIVE_DECISION,
  TD_INITIATIVE_RECOGNISED_ON,
};
enum
{
  TD_AWARD_HELD_HOLDER,
  TD_AWARD_HELD_AWARD,
  TD_AWARD_HELD_DECISION,
  TD_AWARD_HELD_DECIDED_ON,
  TD_AWARD_HELD_ISSUER,
  TD_AWARD_HELD_ACHIEVEMENT,
};
enum
{
  TD_DISCIPLINE_HOLDER,
  TD_DISCIPLINE_KIND,
  TD_DISCIPLINE_FROM,
  TD_DISCIPLINE_TO,
  TD_DISCIPLINE_DECISION,
};
enum
{
  TD_ROUND_CODE,
  TD_ROUND_TITLE,
  TD_ROUND_LEVEL,
  TD_ROUND_SUMMED_UP_ON,
  TD_ROUND_DECIDED_ON,
  TD_ROUND_PROPOSAL_NUMBER,
  TD_ROUND_DECISION_NUMBER,
  TD_ROUND_LAW_PACK,
};
enum
{
  TD_NOMINATION_CODE,
  TD_NOMINATION_ROUND,
  TD_NOMINATION_NOMINEE,
  TD_NOMINATION_AWARD,
  TD_NOMINATION_ACHIEVEMENT,
  TD_NOMINATION_SUMMARY,
  TD_NOMINATION_STATE,
};
enum
{
  TD_QUOTA_ROUND,
  TD_QUOTA_AWARD,
  TD_QUOTA_GROUP,
  TD_QUOTA_LIMIT,
  TD_QUOTA_PERCENT,
  TD_QUOTA_ROUNDING,
  TD_QUOTA_LEADERS_PERCENT,
};
enum
{
  TD_MEMBER_ROUND,
  TD_MEMBER_CODE,
  TD_MEMBER_NAME,
  TD_MEMBER_OFFICE,
  TD_MEMBER_ROLE,
  TD_MEMBER_UNIT,
  TD_MEMBER_PRESENT,
};
enum
{
  TD_BALLOT_NOMINATION,
  TD_BALLOT_COUNTER,
  TD_BALLOT_ISSUED,
  TD_BALLOT_RETURNED,
  TD_BALLOT_VALID,
  TD_BALLOT_FOR,
};
enum
{
  TD_RULING_ROUND,
  TD_RULING_NOMINATION,
  TD_RULING_KIND,
  TD_RULING_SUBJECT,
  TD_RULING_PLACE,
  TD_RULING_WHO,
  TD_RULING_WHY,
  TD_RULING_RULED_ON,
};
enum
{
  TD_STEP_NOMINATION,
  TD_STEP_NUMBER,
  TD_STEP_STATE,
  TD_STEP_TAKEN_ON,
  TD_STEP_PAPER,
  TD_STEP_WHO,
  TD_STEP_NOTE,
};
enum
{
  TD_PAPER_NOMINATION,
  TD_PAPER_PAPER,
  TD_PAPER_NUMBER,
  TD_PAPER_SIGNED_ON,
};
enum
{
  TD_REPORT_NOMINATION,
  TD_REPORT_TEXT,
};
enum
{
  TD_HEADCOUNT_UNIT,
  TD_HEADCOUNT_HAS,
  TD_HEADCOUNT_PEOPLE,
};
enum
{
  TD_OFFICE_KEY,
  TD_OFFICE_VALUE,
};
enum
{
  TD_ASSUMPTION_TABLE,
  TD_ASSUMPTION_CODE,
  TD_ASSUMPTION_FIELD,
  TD_ASSUMPTION_NOTE,
};
enum
{
  TD_RECEIPT_UNIT,
  TD_RECEIPT_PERIOD,
  TD_RECEIPT_HASH,
  TD_RECEIPT_RECEIVED_ON,
  TD_RECEIPT_NUMBER,
  TD_RECEIPT_FILE,
};
enum
{
  TD_EVIDENCE_HASH,
  TD_EVIDENCE_NAME,
  TD_EVIDENCE_SIZE,
  TD_EVIDENCE_ADDED_ON,
};
enum
{
  TD_EVIDENCE_USE_EVIDENCE,
  TD_EVIDENCE_USE_UNIT,
  TD_EVIDENCE_USE_TARGET,
  TD_EVIDENCE_USE_PERIOD,
};
enum
{
  TD_SEAL_PERIOD,
  TD_SEAL_REVISION,
  TD_SEAL_SEALED_ON,
  TD_SEAL_HASH,
  TD_SEAL_REOPENED_ON,
  TD_SEAL_REASON,
  TD_SEAL_RECORD,
};

/* The most fields any table has. */
#define TD_MAX_FIELDS 24

/* Choices, in the order of their tables in td-schema.c. */
typedef enum
{
  TD_KIND_RATIO,
  TD_KIND_AMOUNT,
  TD_KIND_MILESTONE,
  TD_KIND_RATING,
} TdKind;

typedef enum
{
  TD_ACCUMULATION_SUM,
  TD_ACCUMULATION_LATEST,
  TD_ACCUMULATION_MEAN,
} TdAccumulation;

typedef enum
{
  TD_DIRECTION_HIGHER,
  TD_DIRECTION_LOWER,
} TdDirection;

typedef enum
{
  TD_RULE_LINEAR,
  TD_RULE_STEPS,
  TD_RULE_ALL_OR_NOTHING,
  TD_RULE_ON_TIME,
  TD_RULE_GIVEN,
} TdRule;

typedef enum
{
  TD_PACE_LEVEL,
  TD_PACE_BUILD,
} TdPace;

typedef enum
{
  TD_FREQUENCY_PERIOD,
  TD_FREQUENCY_ONCE,
} TdFrequency;

typedef enum
{
  TD_IF_NONE_ARISING_FULL,
  TD_IF_NONE_ARISING_EXCLUDE,
} TdIfNoneArising;

typedef enum
{
  TD_IF_MISSING_ZERO,
  TD_IF_MISSING_EXCLUDE,
} TdIfMissing;

typedef enum
{
  TD_ENTRY_DRAFT,
  TD_ENTRY_PENDING,
  TD_ENTRY_ACCEPTED,
  TD_ENTRY_CORRECTED,
  TD_ENTRY_REJECTED,
} TdEntryState;

typedef enum
{
  TD_ADJUSTMENT_BONUS,
  TD_ADJUSTMENT_PENALTY,
} TdAdjustmentKind;

typedef enum
{
  TD_LEVEL_XA,
  TD_LEVEL_THANH_PHO,
  TD_LEVEL_TINH,
} TdLevel;

typedef enum
{
  TD_NOMINATION_DRAFT,
  TD_NOMINATION_PROPOSED,
  TD_NOMINATION_REVIEWED,
  TD_NOMINATION_SUBMITTED,
  TD_NOMINATION_GRANTED,
  TD_NOMINATION_RETURNED,
  TD_NOMINATION_DECLINED,
  TD_NOMINATION_WITHDRAWN,
  TD_NOMINATION_REVOKED,
} TdNominationState;

/**
 * TdRulingKind:
 * @TD_RULING_CONDITION: a nomination goes on in spite of a condition; the subject is the row's path
 * @TD_RULING_VOTES: a nomination goes on without the share of votes
 * @TD_RULING_RECUSED: a member takes no part in a nomination; the subject is the member's code
 * @TD_RULING_STAYS: a member whom the rule would recuse takes part
 * @TD_RULING_TIE: the place of a nomination among those with the same total
 * @TD_RULING_QUOTA: more may be printed than a quota has places for; the subject is AWARD:GROUP
 *
 * What a person decided where the rules alone do not; each with who and why (AWARDS.md).
 */
typedef enum
{
  TD_RULING_CONDITION,
  TD_RULING_VOTES,
  TD_RULING_RECUSED,
  TD_RULING_STAYS,
  TD_RULING_TIE,
  TD_RULING_QUOTA,
} TdRulingKind;

G_END_DECLS
