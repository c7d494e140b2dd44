/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a unit wrote into a cell of its form, read or refused in words; private to the form's reader. */
#pragma once

#include "tables/td-cell.h"
#include "tables/td-form-reader.h"

G_BEGIN_DECLS

/**
 * TdFormReading:
 * @given: there is something in the cell
 * @figure: the figure, or of a milestone the day; %TD_DECIMAL_NONE when there is none
 * @pair: of a ratio written into one cell as `12/15`, its second figure
 */
typedef struct
{
  gboolean given;
  TdDecimal figure;
  TdDecimal pair;
} TdFormReading;

/*
 * Reads a figure of a target of @kind; @cell may be %NULL. Notes in @out what stood there, with a remark
 * when it is refused. FALSE then.
 */
gboolean td_form_read_figure (const TdCell *cell, TdKind kind, gboolean from_1904, TdFormInput *out,
                              TdFormReading *reading);

/* Reads the note, in NFC and trimmed. */
gboolean td_form_read_note (const TdCell *cell, TdFormInput *out);

/* Refuses an input that may have been read already, with a sentence; the first one stays. */
void td_form_refuse (TdFormInput *input, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Something worth saying about an input that was read. */
void td_form_hint (TdFormInput *input, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
