/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a form that went out carries with each of its rows, hidden: whose row it is, and what stood in it
 * when it was sent. One short line of text with a checksum, so that it survives whatever program saves
 * the workbook, whatever the sheet is called and wherever the row is moved to.
 *
 * `TD1;OFFICE;MOVEMENT-ID;MOVEMENT;UNIT;PERIOD;TARGET;KIND;FIRST;SECOND;STATE;NOTE;CHECK`, where codes
 * cannot have a `;`, OFFICE and NOTE are the beginnings of hashes, figures are plain decimals, days are
 * ISO, and CHECK is the beginning of the SHA-256 of all before it.
 */
#pragma once

#include "model/td-movement.h"

G_BEGIN_DECLS

#define TD_FORM_STAMP_BEGIN "TD1;"

/* There was no entry when the form went out. */
#define TD_FORM_STATE_NONE (-1)

/**
 * TdFormStamp:
 * @office: which office sent it, see td_form_stamp_hash()
 * @movement_id: the movement's id in the office's file
 * @movement: its code
 * @unit: the unit's code
 * @period: the period's code
 * @target: the target's code
 * @kind: what the target was when the form went out
 * @figures: what stood in the row
 * @state: the #TdEntryState of the entry then, or %TD_FORM_STATE_NONE
 * @note: hash of the note then, "" when there was none
 *
 * A row's stamp.
 */
typedef struct
{
  char *office;
  TdId movement_id;
  char *movement;
  char *unit;
  char *period;
  char *target;
  TdKind kind;
  TdFigures figures;
  int state;
  char *note;
} TdFormStamp;

void td_form_stamp_clear (TdFormStamp *self);
void td_form_stamp_copy (TdFormStamp *self, const TdFormStamp *from);

/* A few letters that stand for @text: the same for the same text in NFC; "" for "". (transfer full) */
char *td_form_stamp_hash (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) */
char *td_form_stamp_format (const TdFormStamp *self) G_GNUC_WARN_UNUSED_RESULT;

/*
 * Reads a stamp. FALSE with a sentence when @text begins like one and is not: somebody wrote in it, or
 * another version of the program made it.
 */
gboolean td_form_stamp_parse (const char *text, TdFormStamp *out, GError **error);

/* Whether both are of the same form: office, movement, unit and period. */
gboolean td_form_stamp_same_form (const TdFormStamp *a, const TdFormStamp *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TdFormStamp, td_form_stamp_clear)

G_END_DECLS
