/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Nominees as papers name and list them. A name, an office and a unit are printed from one place, so
 * that all papers of a dossier agree (AWARDS.md, "Completeness before printing").
 */
#pragma once

#include "documents/td-data-table.h"

G_BEGIN_DECLS

/**
 * TdNominee:
 * @nomination: the record in `nominations`
 * @collective: a collective; else a person
 * @honorific: “Ông”, “Bà”, “đồng chí” (nullable)
 * @name: of the person or the collective
 * @position: office held (nullable)
 * @unit: where (nullable)
 * @birth: day or year of birth as known (nullable)
 * @award: the form or title proposed or granted, as in a sentence: “Giấy khen của Chủ tịch …”
 * @summary: what it is for, in short (nullable)
 * @votes: “12/13 phiếu (92,31%)” (nullable)
 * @note: anything for the last column (nullable)
 * @amount: đồng that go with the award, or -1 when there is no word of money
 * @exact: the same before rounding, or -1
 */
typedef struct
{
  TdId nomination;
  gboolean collective;
  const char *honorific;
  const char *name;
  const char *position;
  const char *unit;
  const char *birth;
  const char *award;
  const char *summary;
  const char *votes;
  const char *note;
  gint64 amount;
  gint64 exact;
} TdNominee;

/* “Ông Nguyễn Văn An”, “Phòng Nội vụ”. (transfer full) */
char *td_nominee_dup_name (const TdNominee *self) G_GNUC_WARN_UNUSED_RESULT;
/* “Chuyên viên, Phòng Nội vụ”; "" when nothing is known. (transfer full) */
char *td_nominee_dup_place (const TdNominee *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * TdNomineeListFlags:
 * @TD_NOMINEE_LIST_SUMMARY: a column of achievements
 * @TD_NOMINEE_LIST_MONEY: a column of money, and its total
 */
typedef enum
{
  TD_NOMINEE_LIST_PLAIN = 0,
  TD_NOMINEE_LIST_SUMMARY = 1 << 0,
  TD_NOMINEE_LIST_MONEY = 1 << 1,
} TdNomineeListFlags;

/*
 * The list, collectives first, in the order given. Columns that nobody fills are left out.
 * @award_title heads the column of awards.
 */
void td_nominee_list_add (TdSection *section, const TdNominee *nominees, guint n_nominees,
                          const char *award_title, TdNomineeListFlags flags);

/*
 * The values of papers about nominees: see TD_NOMINEE_NAMES. @values gets the counts, the phrase that
 * names them (“05 tập thể và 12 cá nhân”), the single nominee if there is one, and the awards with
 * their counts, in the order they first occur.
 */
void td_nominees_set_values (TdValues *values, const TdNominee *nominees, guint n_nominees);

/* clang-format off */
#define TD_NOMINEE_NAMES \
  { "số tập thể", TD_NAME_COUNT }, \
  { "số cá nhân", TD_NAME_COUNT }, \
  { "tập thể, cá nhân", TD_NAME_TEXT }, \
  { "có số lượng", TD_NAME_TEXT }, \
  { "một người nhận", TD_NAME_TEXT }, \
  { "nhiều hình thức", TD_NAME_FLAG }, \
  { "tên hình thức", TD_NAME_TEXT }, \
  { "hình thức", TD_NAME_LIST }, \
  { "hình thức.tên", TD_NAME_TEXT }, \
  { "hình thức.có số lượng", TD_NAME_TEXT }
/* clang-format on */

G_END_DECLS
