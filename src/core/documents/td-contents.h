/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Mục lục hồ sơ: the page in front of a bound dossier, with the page each paper begins on. Those pages
 * are known when the dossier is bound: a row names a part of the bundle, the number comes later.
 */
#pragma once

#include "documents/td-paper.h"

G_BEGIN_DECLS

/**
 * TdContentsRow:
 * @title: of the paper
 * @number: its number and sign (nullable)
 * @date: its day, or %TD_DATE_NONE
 * @note: “Minh chứng”, “không đọc được tệp” (nullable)
 * @anchor: which part of the bundle it is, from 0; the contents page itself is part 0
 */
typedef struct
{
  const char *title;
  const char *number;
  TdDate date;
  const char *note;
  guint anchor;
} TdContentsRow;

/**
 * TdContents:
 * @paper: of whom and when
 * @round: the round's title: “khen thưởng phong trào thi đua … năm 2024”
 * @subject: whose dossier it is (nullable)
 * @rows: in the order they are bound
 */
typedef struct
{
  TdPaper paper;
  const char *round;
  const char *subject;
  const TdContentsRow *rows;
  guint n_rows;
} TdContents;

/* (transfer full). Fails with %TD_ERROR_INVALID when there is no issuing body. */
TdDocument *td_contents_build (const TdTemplate *template, const TdContents *data,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
