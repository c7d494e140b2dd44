/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-model"

#include "model/td-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define KEY      (TD_FIELD_KEY | TD_FIELD_REQUIRED)
#define REQUIRED TD_FIELD_REQUIRED

static const TdChoice kinds[] = {
  { "ratio", N_ ("ratio") },
  { "amount", N_ ("amount") },
  { "milestone", N_ ("milestone") },
  { "rating", N_ ("rating") },
  { NULL, NULL },
};

static const TdChoice accumulations[] = {
  { "sum", N_ ("sum of the periods") },
  { "latest", N_ ("latest period") },
  { "mean", N_ ("mean of the periods") },
  { NULL, NULL },
};

static const TdChoice directions[] = {
  { "higher", N_ ("higher is better") },
  { "lower", N_ ("lower is better") },
  { NULL, NULL },
};

static const TdChoice rules[] = {
  { "linear", N_ ("linear") },
  { "steps", N_ ("by steps") },
  { "all-or-nothing", N_ ("all or nothing") },
  { "on-time", N_ ("on time") },
  { "given", N_ ("points given") },
  { NULL, NULL },
};

static const TdChoice paces[] = {
  { "level", N_ ("always at the goal") },
  { "build", N_ ("grows to the goal") },
  { NULL, NULL },
};

static const TdChoice frequencies[] = {
  { "period", N_ ("every period") },
  { "once", N_ ("once") },
  { NULL, NULL },
};

static const TdChoice if_none_arising[] = {
  { "full", N_ ("full points") },
  { "exclude", N_ ("not counted") },
  { NULL, NULL },
};

static const TdChoice if_missing[] = {
  { "zero", N_ ("zero points") },
  { "exclude", N_ ("not counted") },
  { NULL, NULL },
};

static const TdChoice entry_states[] = {
  { "draft", N_ ("draft") },       { "pending", N_ ("awaiting appraisal") },
  { "accepted", N_ ("accepted") }, { "corrected", N_ ("corrected") },
  { "rejected", N_ ("rejected") }, { NULL, NULL },
};

static const TdChoice adjustment_kinds[] = {
  { "bonus", N_ ("bonus") },
  { "penalty", N_ ("penalty") },
  { NULL, NULL },
};

static const TdChoice employments[] = {
  { "can-bo", N_ ("official") },           { "cong-chuc", N_ ("civil servant") },
  { "vien-chuc", N_ ("public employee") }, { "nguoi-lao-dong", N_ ("worker") },
  { "phong-vien", N_ ("reporter") },       { NULL, NULL },
};

static const TdChoice initiative_scopes[] = {
  { "don-vi", N_ ("unit") },
  { "thanh-pho", N_ ("city") },
  { "tinh", N_ ("province") },
  { NULL, NULL },
};

static const TdChoice levels[] = {
  { "xa", N_ ("commune") },
  { "thanh-pho", N_ ("city") },
  { "tinh", N_ ("province") },
  { NULL, NULL },
};

static const TdChoice nomination_states[] = {
  { "draft", N_ ("draft") },       { "proposed", N_ ("proposed") },
  { "reviewed", N_ ("reviewed") }, { "submitted", N_ ("submitted") },
  { "granted", N_ ("granted") },   { "returned", N_ ("returned") },
  { "declined", N_ ("declined") }, { "withdrawn", N_ ("withdrawn") },
  { "revoked", N_ ("revoked") },   { NULL, NULL },
};

static const TdChoice roundings[] = {
  { "down", N_ ("down") },
  { "nearest", N_ ("nearest") },
  { "up", N_ ("up") },
  { NULL, NULL },
};

static const TdChoice roles[] = {
  { "chair", N_ ("chair") },
  { "secretary", N_ ("secretary") },
  { "member", N_ ("member") },
  { NULL, NULL },
};

static const TdChoice counters[] = {
  { "1", N_ ("first counter") },
  { "2", N_ ("second counter") },
  { NULL, NULL },
};

static const TdChoice ruling_kinds[] = {
  { "condition", N_ ("condition set aside") },
  { "votes", N_ ("goes on without the votes") },
  { "recused", N_ ("member recused") },
  { "stays", N_ ("member not recused") },
  { "tie", N_ ("tie-break") },
  { "quota", N_ ("quota exceeded") },
  { NULL, NULL },
};

/* As #TdLawLevel has them (core/awards). */
static const TdChoice launching_levels[] = {
  { "xa", N_ ("commune level") },
  { "thanh-pho", N_ ("city level") },
  { "tinh", N_ ("province level") },
  { "bo-nganh", N_ ("ministry or central agency") },
  { "trung-uong", N_ ("State President or Prime Minister") },
  { NULL, NULL },
};

static const TdField movement_fields[] = {
  { "code", N_ ("Code"), TD_FIELD_CODE, .flags = KEY },
  { "title", N_ ("Title"), TD_FIELD_TEXT, .flags = REQUIRED },
  { "theme", N_ ("Theme"), TD_FIELD_NOTE },
  { "starts", N_ ("Starts"), TD_FIELD_DATE, .flags = REQUIRED },
  { "ends", N_ ("Ends"), TD_FIELD_DATE, .flags = REQUIRED },
  { "decision", N_ ("Launching decision"), TD_FIELD_TEXT },
  { "decimals", N_ ("Decimals of points"), TD_FIELD_INTEGER, .flags = REQUIRED },
  { "bonus_cap", N_ ("Cap on bonuses"), TD_FIELD_POINTS },
  { "penalty_cap", N_ ("Cap on penalties"), TD_FIELD_POINTS },
  { "ceiling", N_ ("Ceiling of the total"), TD_FIELD_POINTS },
  { "is_current", N_ ("Current movement"), TD_FIELD_FLAG, .flags = TD_FIELD_INTERNAL },
  { "illustrative", N_ ("Illustrative figures"), TD_FIELD_FLAG, .flags = TD_FIELD_INTERNAL },
  { "launched_by", N_ ("Launched at"), TD_FIELD_CHOICE, .choices = launching_levels },
};

static const TdField category_fields[] = {
  { "code", N_ ("Code"), TD_FIELD_CODE, .flags = KEY },
  { "name", N_ ("Name"), TD_FIELD_TEXT, .flags = REQUIRED },
};

static const TdField unit_fields[] = {
  { "code", N_ ("Code"), TD_FIELD_CODE, .flags = KEY },
  { "name", N_ ("Name"), TD_FIELD_TEXT, .flags = REQUIRED },
  { "short_name", N_ ("Short name"), TD_FIELD_TEXT },
  { "category", N_ ("Category"), TD_FIELD_REF, TD_TABLE_CATEGORIES, REQUIRED },
  { "block", N_ ("Block"), TD_FIELD_TEXT, .flags = REQUIRED | TD_FIELD_MEMBERSHIP },
  { "opened", N_ ("Opened"), TD_FIELD_DATE },
  { "closed", N_ ("Closed"), TD_FIELD_DATE },
  { "successor", N_ ("Successor"), TD_FIELD_REF, TD_TABLE_UNITS },
  { "head", N_ ("Head"), TD_FIELD_TEXT },
};

static const TdField period_fields[] = {
  { "code", N_ ("Code"), TD_FIELD_CODE, .flags = KEY },
  { "name", N_ ("Name"), TD_FIELD_TEXT },
  { "starts", N_ ("Starts"), TD_FIELD_DATE, .flags = REQUIRED },
  { "ends", N_ ("Ends"), TD_FIELD_DATE, .flags = REQUIRED },
  { "due", N_ ("Report due"), TD_FIELD_DATE, .flags = REQUIRED },
};

static const TdField area_fields[] = {
  { "code", N_ ("Code"), TD_FIELD_CODE, .flags = KEY },
  { "name", N_ ("Name"), TD_FIELD_TEXT, .flags = REQUIRED },
};

static const TdField target_fields[] = {
  { "code", N_ ("Code"), TD_FIELD_CODE, .flags = KEY },
  { "area", N_ ("Area"), TD_FIELD_REF, TD_TABLE_AREAS, REQUIRED },
  { "group", N_ ("Group"), TD_FIELD_TEXT },
  { "name", N_ ("Name"), TD_FIELD_TEXT, .flags = REQUIRED },
  { "kind", N_ ("Kind"), TD_FIELD_CHOICE, .flags = REQUIRED, .choices = kinds },
  { "accumulation", N_ ("Accumulation"), TD_FIELD_CHOICE, .choices = accumulations },
  { "direction", N_ ("Direction"), TD_FIELD_CHOICE, .choices = directions },
  { "goal", N_ ("Goal"), TD_FIELD_DECIMAL },
  { "floor", N_ ("Floor"), TD_FIELD_DECIMAL },
  { "rule", N_ ("Scoring rule"), TD_FIELD_CHOICE, .flags = REQUIRED, .choices = rules },
  { "steps", N_ ("Steps"), TD_FIELD_STEPS },
  { "max_points", N_ ("Maximum points"), TD_FIELD_POINTS, .flags = REQUIRED },
  { "due", N_ ("Due"), TD_FIELD_DATE },
  { "late_share", N_ ("Share when late"), TD_FIELD_SHARE },
  { "pace", N_ ("Pace"), TD_FIELD_CHOICE, .choices = paces },
  { "frequency", N_ ("Frequency"), TD_FIELD_CHOICE, .flags = REQUIRED, .choices = frequencies },
  { "if_none_arising", N_ ("When none arise"), TD_FIELD_CHOICE, .choices = if_none_arising },
  { "if_missing", N_ ("When missing"), TD_FIELD_CHOICE, .flags = REQUIRED, .choices = if_missing },
  { "applies_to", N_ ("Applies to"), TD_FIELD_SCOPE, .flags = REQUIRED },
  { "unit_of_measure", N_ ("Unit of measure"), TD_FIELD_TEXT },
  { "evidence", N_ ("Evidence asked for"), TD_FIELD_NOTE },
};

static const TdField band_fields[] = {
  { "name", N_ ("Name"), TD_FIELD_TEXT, .flags = KEY },
  { "at_least", N_ ("Total at least"), TD_FIELD_POINTS, .flags = REQUIRED },
};

static const TdField entry_fields[] = {
  { "unit", N_ ("Unit"), TD_FIELD_REF, TD_TABLE_UNITS, KEY },
  { "target", N_ ("Target"), TD_FIELD_REF, TD_TABLE_TARGETS, KEY },
  { "period", N_ ("Period"), TD_FIELD_REF, TD_TABLE_PERIODS, KEY },
  { "done", N_ ("Done"), TD_FIELD_DECIMAL },
  { "due", N_ ("To be done"), TD_FIELD_DECIMAL },
  { "amount", N_ ("Amount"), TD_FIELD_DECIMAL },
  { "done_on", N_ ("Done on"), TD_FIELD_DATE },
  { "points", N_ ("Points"), TD_FIELD_DECIMAL },
  { "state", N_ ("State"), TD_FIELD_CHOICE, .flags = REQUIRED | TD_FIELD_COMPACT,
    .choices = entry_states },
  { "appraised_done", N_ ("Appraised: done"), TD_FIELD_DECIMAL },
  { "appraised_due", N_ ("Appraised: to be done"), TD_FIELD_DECIMAL },
  { "appraised_amount", N_ ("Appraised: amount"), TD_FIELD_DECIMAL },
  { "appraised_done_on", N_ ("Appraised: done on"), TD_FIELD_DATE },
  { "appraised_points", N_ ("Appraised: points"), TD_FIELD_DECIMAL },
  { "received_on", N_ ("Received on"), TD_FIELD_DATE },
  { "note", N_ ("Note"), TD_FIELD_NOTE },
  { "reported_in", N_ ("Reported in"), TD_FIELD_JOURNAL, .flags = TD_FIELD_INTERNAL },
  { "appraised_in", N_ ("Appraised in"), TD_FIELD_JOURNAL, .flags = TD_FIELD_INTERNAL },
};

static const TdField adjustment_fields[] = {
  { "code", N_ ("Code"), TD_FIELD_CODE, .flags = KEY },
  { "unit", N_ ("Unit"), TD_FIELD_REF, TD_TABLE_UNITS, REQUIRED },
  { "kind", N_ ("Kind"), TD_FIELD_CHOICE, .flags = REQUIRED, .choices = adjustment_kinds },
  { "points", N_ ("Points"), TD_FIELD_POINTS, .flags = REQUIRED },
  { "reason", N_ ("Reason"), TD_FIELD_NOTE },
  { "clause", N_ ("Clause"), TD_FIELD_TEXT },
  { "granted_on", N_ ("Granted on"), TD_FIELD_DATE, .flags = REQUIRED },
};

static const TdField person_fields[] = {
  { "code", N_ ("Code"), TD_FIELD_CODE, .flags = KEY },
  { "name", N_ ("Full name"), TD_FIELD_TEXT, .flags = REQUIRED },
  { "unit", N_ ("Unit"), TD_FIELD_REF, TD_TABLE_UNITS, REQUIRED },
  { "position", N_ ("Position"), TD_FIELD_TEXT },
  { "employment", N_ ("Employment"), TD_FIELD_CHOICE, .choices = employments },
  { "leader", N_ ("Leader"), TD_FIELD_FLAG },
  { "sex", N_ ("Sex"), TD_FIELD_TEXT },
  { "born", N_ ("Born"), TD_FIELD_BIRTH },
  { "citizen_id", N_ ("Citizen id"), TD_FIELD_TEXT },
  { "sort_name", N_ ("Name for sorting"), TD_FIELD_TEXT },
};

static const TdField initiative_fields[] = {
  { "code", N_ ("Code"), TD_FIELD_CODE, .flags = KEY },
  { "title", N_ ("Title"), TD_FIELD_TEXT, .flags = REQUIRED },
  { "authors", N_ ("Authors"), TD_FIELD_PEOPLE, .flags = REQUIRED },
  { "unit", N_ ("Unit"), TD_FIELD_REF, TD_TABLE_UNITS },
  { "scope", N_ ("Scope"), TD_FIELD_CHOICE, .choices = initiative_scopes },
  { "decision", N_ ("Decision"), TD_FIELD_TEXT },
  { "recognised_on", N_ ("Recognised on"), TD_FIELD_DATE },
};

static const TdField award_held_fields[] = {
  { "holder", N_ ("Holder"), TD_FIELD_HOLDER, .flags = KEY },
  { "award", N_ ("Award"), TD_FIELD_TEXT, .flags = KEY },
  { "decision", N_ ("Decision"), TD_FIELD_TEXT },
  { "decided_on", N_ ("Decided on"), TD_FIELD_DATE, .flags = KEY },
  { "issuer", N_ ("Issuer"), TD_FIELD_TEXT },
  { "achievement", N_ ("Achievement"), TD_FIELD_TEXT },
};

static const TdField discipline_fields[] = {
  { "holder", N_ ("Holder"), TD_FIELD_HOLDER, .flags = KEY },
  { "kind", N_ ("Kind"), TD_FIELD_TEXT, .flags = KEY },
  { "from", N_ ("From"), TD_FIELD_DATE, .flags = KEY },
  { "to", N_ ("To"), TD_FIELD_DATE },
  { "decision", N_ ("Decision"), TD_FIELD_TEXT },
};

static const TdField round_fields[] = {
  { "code", N_ ("Code"), TD_FIELD_CODE, .flags = KEY },
  { "title", N_ ("Title"), TD_FIELD_TEXT, .flags = REQUIRED },
  { "level", N_ ("Level"), TD_FIELD_CHOICE, .flags = REQUIRED, .choices = levels },
  { "summed_up_on", N_ ("Summed up on"), TD_FIELD_DATE },
  { "decided_on", N_ ("Decided on"), TD_FIELD_DATE },
  { "proposal_number", N_ ("Number of the proposal"), TD_FIELD_TEXT },
  { "decision_number", N_ ("Number of the decision"), TD_FIELD_TEXT },
  { "law_pack", N_ ("Law pack"), TD_FIELD_TEXT },
};

static const TdField nomination_fields[] = {
  { "code", N_ ("Code"), TD_FIELD_CODE, .flags = KEY },
  { "round", N_ ("Round"), TD_FIELD_REF, TD_TABLE_ROUNDS, REQUIRED },
  { "nominee", N_ ("Nominee"), TD_FIELD_HOLDER, .flags = REQUIRED },
  { "award", N_ ("Award"), TD_FIELD_TEXT, .flags = REQUIRED },
  { "achievement", N_ ("Achievement"), TD_FIELD_TEXT },
  { "summary", N_ ("Summary of the achievement"), TD_FIELD_NOTE },
  { "state", N_ ("State"), TD_FIELD_CHOICE, .choices = nomination_states, .fallback = "draft" },
};

static const TdField quota_fields[] = {
  { "round", N_ ("Round"), TD_FIELD_REF, TD_TABLE_ROUNDS, KEY },
  { "award", N_ ("Award"), TD_FIELD_TEXT, .flags = KEY },
  { "group", N_ ("Block or category"), TD_FIELD_TEXT, .fallback = "all", .flags = TD_FIELD_KEY },
  { "limit", N_ ("Number"), TD_FIELD_INTEGER },
  { "percent", N_ ("Percent"), TD_FIELD_DECIMAL },
  { "rounding", N_ ("Rounding"), TD_FIELD_CHOICE, .choices = roundings },
  { "leaders_percent", N_ ("Percent of leaders at most"), TD_FIELD_DECIMAL },
};

static const TdField member_fields[] = {
  { "round", N_ ("Round"), TD_FIELD_REF, TD_TABLE_ROUNDS, KEY },
  { "code", N_ ("Code"), TD_FIELD_CODE, .flags = KEY },
  { "name", N_ ("Full name"), TD_FIELD_TEXT, .flags = REQUIRED },
  { "office", N_ ("Office"), TD_FIELD_TEXT },
  { "role", N_ ("Role"), TD_FIELD_CHOICE, .choices = roles, .fallback = "member" },
  { "unit", N_ ("Unit"), TD_FIELD_REF, TD_TABLE_UNITS },
  { "present", N_ ("Present"), TD_FIELD_FLAG },
};

static const TdField ballot_fields[] = {
  { "nomination", N_ ("Nomination"), TD_FIELD_REF, TD_TABLE_NOMINATIONS, KEY },
  { "counter", N_ ("Counter"), TD_FIELD_CHOICE, .flags = KEY, .choices = counters },
  { "issued", N_ ("Ballots issued"), TD_FIELD_INTEGER, .flags = REQUIRED },
  { "returned", N_ ("Ballots returned"), TD_FIELD_INTEGER, .flags = REQUIRED },
  { "valid", N_ ("Valid ballots"), TD_FIELD_INTEGER, .flags = REQUIRED },
  { "for", N_ ("Votes for"), TD_FIELD_INTEGER, .flags = REQUIRED },
};

static const TdField ruling_fields[] = {
  { "round", N_ ("Round"), TD_FIELD_REF, TD_TABLE_ROUNDS, KEY },
  { "nomination", N_ ("Nomination"), TD_FIELD_REF, TD_TABLE_NOMINATIONS, TD_FIELD_KEY },
  { "kind", N_ ("Kind"), TD_FIELD_CHOICE, .flags = KEY, .choices = ruling_kinds },
  { "subject", N_ ("About"), TD_FIELD_TEXT, .flags = TD_FIELD_KEY },
  { "place", N_ ("Place"), TD_FIELD_INTEGER },
  { "who", N_ ("Decided by"), TD_FIELD_TEXT, .flags = REQUIRED },
  { "why", N_ ("Reason"), TD_FIELD_NOTE, .flags = REQUIRED },
  { "ruled_on", N_ ("Decided on"), TD_FIELD_DATE },
};

static const TdField step_fields[] = {
  { "nomination", N_ ("Nomination"), TD_FIELD_REF, TD_TABLE_NOMINATIONS, KEY },
  { "number", N_ ("Step"), TD_FIELD_INTEGER, .flags = KEY },
  { "state", N_ ("State"), TD_FIELD_CHOICE, .flags = REQUIRED, .choices = nomination_states },
  { "taken_on", N_ ("Date"), TD_FIELD_DATE, .flags = REQUIRED },
  { "paper", N_ ("Number of the paper"), TD_FIELD_TEXT },
  { "who", N_ ("Author"), TD_FIELD_TEXT },
  { "note", N_ ("Note"), TD_FIELD_NOTE },
};

static const TdField paper_fields[] = {
  { "nomination", N_ ("Nomination"), TD_FIELD_REF, TD_TABLE_NOMINATIONS, KEY },
  { "paper", N_ ("Paper"), TD_FIELD_TEXT, .flags = KEY },
  { "number", N_ ("Number of the paper"), TD_FIELD_TEXT },
  { "signed_on", N_ ("Date"), TD_FIELD_DATE },
};

static const TdField report_fields[] = {
  { "nomination", N_ ("Nomination"), TD_FIELD_REF, TD_TABLE_NOMINATIONS, KEY },
  { "text", N_ ("Text"), TD_FIELD_NOTE },
};

static const TdField headcount_fields[] = {
  { "unit", N_ ("Unit"), TD_FIELD_REF, TD_TABLE_UNITS, KEY },
  { "has", N_ ("Who have"), TD_FIELD_TEXT, .flags = TD_FIELD_KEY, .fallback = "all" },
  { "people", N_ ("Number of people"), TD_FIELD_INTEGER, .flags = REQUIRED },
};

static const TdField office_fields[] = {
  { "key", N_ ("Setting"), TD_FIELD_TEXT, .flags = KEY },
  { "value", N_ ("Value"), TD_FIELD_NOTE },
};

static const TdField assumption_fields[] = {
  { "table", N_ ("Table"), TD_FIELD_TEXT, .flags = KEY },
  { "code", N_ ("Code"), TD_FIELD_TEXT, .flags = KEY },
  { "field", N_ ("Column"), TD_FIELD_TEXT, .flags = TD_FIELD_KEY },
  { "note", N_ ("What is assumed, and why"), TD_FIELD_NOTE },
};

/* Proof that a unit's form came: when, under which incoming number, and which file it was. */
static const TdField receipt_fields[] = {
  { "unit", N_ ("Unit"), TD_FIELD_REF, TD_TABLE_UNITS, KEY },
  { "period", N_ ("Period"), TD_FIELD_REF, TD_TABLE_PERIODS, KEY },
  { "hash", N_ ("SHA-256 of the file"), TD_FIELD_TEXT, .flags = KEY },
  { "received_on", N_ ("Received on"), TD_FIELD_DATE, .flags = REQUIRED },
  { "number", N_ ("Incoming number"), TD_FIELD_TEXT },
  { "file", N_ ("File"), TD_FIELD_TEXT },
};

/* A paper, kept by its content in the folder beside the data file. */
static const TdField evidence_fields[] = {
  { "hash", N_ ("SHA-256 of the file"), TD_FIELD_CODE, .flags = KEY },
  { "name", N_ ("Name"), TD_FIELD_TEXT, .flags = REQUIRED },
  { "size", N_ ("Bytes"), TD_FIELD_INTEGER },
  { "added_on", N_ ("Added on"), TD_FIELD_DATE },
};

/* Which entries a paper serves. */
static const TdField evidence_use_fields[] = {
  { "evidence", N_ ("Evidence"), TD_FIELD_REF, TD_TABLE_EVIDENCE, KEY },
  { "unit", N_ ("Unit"), TD_FIELD_REF, TD_TABLE_UNITS, KEY },
  { "target", N_ ("Target"), TD_FIELD_REF, TD_TABLE_TARGETS, KEY },
  { "period", N_ ("Period"), TD_FIELD_REF, TD_TABLE_PERIODS, KEY },
};

/* A period closed: what its results stood on, with the hash of that record. */
static const TdField seal_fields[] = {
  { "period", N_ ("Period"), TD_FIELD_REF, TD_TABLE_PERIODS, KEY },
  { "revision", N_ ("Revision"), TD_FIELD_INTEGER, .flags = KEY },
  { "sealed_on", N_ ("Sealed on"), TD_FIELD_DATE, .flags = REQUIRED },
  { "hash", N_ ("SHA-256 of the record"), TD_FIELD_TEXT, .flags = REQUIRED },
  { "reopened_on", N_ ("Reopened on"), TD_FIELD_DATE },
  { "reason", N_ ("Reason for reopening"), TD_FIELD_NOTE },
  { "record", N_ ("Record"), TD_FIELD_NOTE, .flags = TD_FIELD_INTERNAL },
};

#define FIELDS(array) array, G_N_ELEMENTS (array)

static const TdTable tables[TD_N_TABLES] = {
  { TD_TABLE_MOVEMENT, "movement", "movement", N_ ("Movements"), N_ ("movement"), TD_SCOPE_OFFICE,
    FIELDS (movement_fields) },
  { TD_TABLE_CATEGORIES, "categories", "category", N_ ("Categories"), N_ ("category"),
    TD_SCOPE_OFFICE, FIELDS (category_fields) },
  { TD_TABLE_UNITS, "units", "unit", N_ ("Units"), N_ ("unit"), TD_SCOPE_OFFICE,
    FIELDS (unit_fields) },
  { TD_TABLE_PERIODS, "periods", "period", N_ ("Periods"), N_ ("period"), TD_SCOPE_MOVEMENT,
    FIELDS (period_fields) },
  { TD_TABLE_AREAS, "areas", "area", N_ ("Areas"), N_ ("area"), TD_SCOPE_MOVEMENT,
    FIELDS (area_fields) },
  { TD_TABLE_TARGETS, "targets", "target", N_ ("Targets"), N_ ("target"), TD_SCOPE_MOVEMENT,
    FIELDS (target_fields) },
  { TD_TABLE_BANDS, "bands", "band", N_ ("Bands"), N_ ("band"), TD_SCOPE_MOVEMENT,
    FIELDS (band_fields) },
  { TD_TABLE_ENTRIES, "entries", "entry", N_ ("Entries"), N_ ("entry"), TD_SCOPE_PARENT,
    FIELDS (entry_fields) },
  { TD_TABLE_ADJUSTMENTS, "adjustments", "adjustment", N_ ("Bonuses and penalties"),
    N_ ("bonus or penalty"), TD_SCOPE_MOVEMENT, FIELDS (adjustment_fields) },
  { TD_TABLE_PEOPLE, "people", "person", N_ ("People"), N_ ("person"), TD_SCOPE_OFFICE,
    FIELDS (person_fields) },
  { TD_TABLE_INITIATIVES, "initiatives", "initiative", N_ ("Initiatives"), N_ ("initiative"),
    TD_SCOPE_OFFICE, FIELDS (initiative_fields) },
  { TD_TABLE_AWARDS_HELD, "awards_held", "award_held", N_ ("Awards held"), N_ ("award held"),
    TD_SCOPE_OFFICE, FIELDS (award_held_fields) },
  { TD_TABLE_DISCIPLINES, "disciplines", "discipline", N_ ("Disciplines"), N_ ("discipline"),
    TD_SCOPE_OFFICE, FIELDS (discipline_fields) },
  { TD_TABLE_ROUNDS, "rounds", "round", N_ ("Rounds"), N_ ("round"), TD_SCOPE_MOVEMENT,
    FIELDS (round_fields) },
  { TD_TABLE_NOMINATIONS, "nominations", "nomination", N_ ("Nominations"), N_ ("nomination"),
    TD_SCOPE_MOVEMENT, FIELDS (nomination_fields) },
  { TD_TABLE_QUOTAS, "quotas", "quota", N_ ("Quotas"), N_ ("quota"), TD_SCOPE_MOVEMENT,
    FIELDS (quota_fields) },
  { TD_TABLE_COUNCIL_MEMBERS, "council_members", "council_member", N_ ("Council members"),
    N_ ("council member"), TD_SCOPE_MOVEMENT, FIELDS (member_fields) },
  { TD_TABLE_BALLOTS, "ballots", "ballot", N_ ("Ballots"), N_ ("ballot count"), TD_SCOPE_MOVEMENT,
    FIELDS (ballot_fields) },
  { TD_TABLE_RULINGS, "rulings", "ruling", N_ ("Rulings"), N_ ("ruling"), TD_SCOPE_MOVEMENT,
    FIELDS (ruling_fields) },
  { TD_TABLE_NOMINATION_STEPS, "nomination_steps", "nomination_step", N_ ("Steps of nominations"),
    N_ ("step"), TD_SCOPE_MOVEMENT, FIELDS (step_fields) },
  { TD_TABLE_DOSSIER_PAPERS, "dossier_papers", "dossier_paper", N_ ("Papers of dossiers"),
    N_ ("paper"), TD_SCOPE_MOVEMENT, FIELDS (paper_fields) },
  { TD_TABLE_ACHIEVEMENT_REPORTS, "achievement_reports", "achievement_report",
    N_ ("Achievement reports"), N_ ("achievement report"), TD_SCOPE_MOVEMENT,
    FIELDS (report_fields) },
  { TD_TABLE_HEADCOUNTS, "headcounts", "headcount", N_ ("Numbers of people"),
    N_ ("number of people"), TD_SCOPE_MOVEMENT, FIELDS (headcount_fields) },
  { TD_TABLE_OFFICE, "office", "office", N_ ("Office"), N_ ("office setting"), TD_SCOPE_OFFICE,
    FIELDS (office_fields) },
  { TD_TABLE_ASSUMPTIONS, "assumptions", "assumption", N_ ("Assumptions"), N_ ("assumption"),
    TD_SCOPE_MOVEMENT, FIELDS (assumption_fields) },
  { TD_TABLE_RECEIPTS, "receipts", "receipt", N_ ("Receipts"), N_ ("receipt"), TD_SCOPE_MOVEMENT,
    FIELDS (receipt_fields) },
  { TD_TABLE_EVIDENCE, "evidence", "evidence", N_ ("Evidence"), N_ ("paper"), TD_SCOPE_MOVEMENT,
    FIELDS (evidence_fields) },
  { TD_TABLE_EVIDENCE_USES, "evidence_uses", "evidence_use", N_ ("Uses of evidence"),
    N_ ("use of evidence"), TD_SCOPE_MOVEMENT, FIELDS (evidence_use_fields) },
  { TD_TABLE_SEALS, "seals", "seal", N_ ("Seals"), N_ ("seal"), TD_SCOPE_MOVEMENT,
    FIELDS (seal_fields) },
};

const TdTable *
td_table_get (TdTableId id)
{
  g_return_val_if_fail ((guint) id < TD_N_TABLES, NULL);
  return &tables[id];
}

const TdTable *
td_table_by_name (const char *name)
{
  for (guint i = 0; i < TD_N_TABLES; i++)
    if (g_ascii_strcasecmp (tables[i].name, name) == 0)
      return &tables[i];
  return NULL;
}

const TdTable *
td_table_by_sql (const char *sql)
{
  for (guint i = 0; i < TD_N_TABLES; i++)
    if (strcmp (tables[i].sql, sql) == 0)
      return &tables[i];
  return NULL;
}

int
td_table_find_field (const TdTable *self, const char *name)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (strcmp (self->fields[i].name, name) == 0)
      return (int) i;
  return -1;
}

int
td_table_naming_field (const TdTable *self)
{
  int field = td_table_find_field (self, "name");

  if (field < 0)
    field = td_table_find_field (self, "title");
  return field >= 0 ? field : 0;
}

int
td_field_find_choice (const TdField *self, const char *code)
{
  for (int i = 0; self->choices[i].code != NULL; i++)
    if (strcmp (self->choices[i].code, code) == 0)
      return i;
  return -1;
}
