/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Biên bản họp Hội đồng Thi đua - Khen thưởng (NĐ 30/2020, Phụ lục III, mẫu 1.9): who was there, what
 * was said, the votes with the base of every percentage, overrides and recusals.
 */
#pragma once

#include "documents/td-data-table.h"
#include "documents/td-paper.h"

G_BEGIN_DECLS

/**
 * TdAttendee:
 * @name: with “Ông”, “Bà” or “đồng chí” before it if so wished
 * @office: office held in the administration
 * @role: “Chủ tịch Hội đồng”, “Ủy viên” (nullable)
 * @present: whether present
 * @reason: of absence (nullable)
 */
typedef struct
{
  const char *name;
  const char *office;
  const char *role;
  gboolean present;
  const char *reason;
} TdAttendee;

/**
 * TdVerdict:
 * @TD_VERDICT_PASS: reached
 * @TD_VERDICT_FAIL: not reached
 * @TD_VERDICT_UNKNOWN: cannot be told: never taken as reached
 * @TD_VERDICT_OVERRIDDEN: not reached, and gone on with by a recorded override
 */
typedef enum
{
  TD_VERDICT_PASS,
  TD_VERDICT_FAIL,
  TD_VERDICT_UNKNOWN,
  TD_VERDICT_OVERRIDDEN,
} TdVerdict;

/**
 * TdVote:
 * @nomination: the record
 * @name: who was voted on
 * @counted: whether the ballots have been counted; else the figures are left to be written by hand
 * @issued: ballots issued
 * @returned: ballots returned
 * @valid: valid ballots
 * @in_favour: ballots for
 * @base: how many the share is taken of; recused members are not in it
 * @share: the share for, in percent, already rounded by the rule; %TD_DECIMAL_NONE when there is none
 * @verdict: what follows
 * @note: recusals and the like: “Bà Trần Thị B không tham gia bỏ phiếu” (nullable)
 */
typedef struct
{
  TdId nomination;
  const char *name;
  gboolean counted;
  guint issued;
  guint returned;
  guint valid;
  guint in_favour;
  guint base;
  TdDecimal share;
  TdVerdict verdict;
  const char *note;
} TdVote;

/**
 * TdVoteTable:
 * @title: “Đề nghị tặng Giấy khen của Chủ tịch Ủy ban nhân dân thành phố (tập thể)”
 * @base: what shares are taken of: “tổng số thành viên Hội đồng”
 * @threshold: “ít nhất 90%” (nullable: no threshold is set)
 * @source: where the threshold comes from (nullable); printed with it
 */
typedef struct
{
  const char *title;
  const char *base;
  const char *threshold;
  const char *source;
  const TdVote *votes;
  guint n_votes;
} TdVoteTable;

/**
 * TdOverride:
 * @name: whose condition it was
 * @condition: the condition, with its clause
 * @by: who decided to go on
 * @reason: why
 */
typedef struct
{
  const char *name;
  const char *condition;
  const char *by;
  const char *reason;
} TdOverride;

/**
 * TdMinutes:
 * @paper: the paper; its agency is the council, its signer the chair
 * @subject: “Họp Hội đồng Thi đua - Khen thưởng xét khen thưởng phong trào thi đua …”
 * @date: the day
 * @start_hour: hour and minute it began
 * @end_date: the day it ended
 * @end_hour: hour and minute it ended, or -1 to be written by hand
 * @venue: where
 * @attendees: all members, present or not; guests have no role
 * @n_members: how many members the council has
 * @n_present: how many of them were there
 * @chair: “Ông …, Chủ tịch Hội đồng”
 * @secretary_line: “Bà …, Thư ký Hội đồng”
 * @opening: what was put before the meeting, a paragraph each (nullable)
 * @opinions: what was said (nullable)
 * @tables: the votes
 * @overrides: conditions gone past (nullable)
 * @conclusion: what was agreed, a paragraph each (nullable)
 * @secretary: who signs on the left
 */
typedef struct
{
  TdPaper paper;
  const char *subject;
  TdDate date;
  int start_hour, start_minute;
  TdDate end_date;
  int end_hour, end_minute;
  const char *venue;
  const TdAttendee *attendees;
  guint n_attendees;
  guint n_members;
  guint n_present;
  const char *chair;
  const char *secretary_line;
  const char *const *opening;
  const char *const *opinions;
  const TdVoteTable *tables;
  guint n_tables;
  const TdOverride *overrides;
  guint n_overrides;
  const char *const *conclusion;
  TdSigner secretary;
} TdMinutes;

/* (transfer full). Fails with %TD_ERROR_INVALID when there is no issuing body. */
TdDocument *td_minutes_build (const TdTemplate *template, const TdMinutes *data,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* “Đạt”, “Không đạt”, “Chưa rõ”, “Không đạt (có ngoại lệ)”. (transfer none) */
const char *td_verdict_get_words (TdVerdict verdict);

G_END_DECLS
