/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The scalar types every room speaks: what a figure, a date and an id are. Small values, passed by
 * value; each has a NONE that means "not given", which is never the same as zero.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdDecimal:
 *
 * An exact decimal: a whole number of ten-thousandths, so at most 4 fraction digits
 * (SCORING.md, "Numbers"). 12.5 is 125000. A figure's magnitude is below 10^12.
 * %TD_DECIMAL_NONE is "not given".
 */
typedef gint64 TdDecimal;

#define TD_DECIMAL_SCALE  G_GINT64_CONSTANT (10000)
#define TD_DECIMAL_DIGITS 4
#define TD_DECIMAL_NONE   G_MININT64
/* First magnitude that is no longer a figure: 10^12. */
#define TD_DECIMAL_LIMIT (G_GINT64_CONSTANT (1000000000000) * TD_DECIMAL_SCALE)
/* A whole number as a decimal, for constants: TD_DECIMAL (100) is one hundred. */
#define TD_DECIMAL(whole) ((TdDecimal) (whole) *TD_DECIMAL_SCALE)

/**
 * TdDate:
 *
 * A calendar day: GLib's Julian day number (1 is 1 January of the year 1).
 * Days compare and subtract as integers. %TD_DATE_NONE is "not given".
 */
typedef gint32 TdDate;

#define TD_DATE_NONE ((TdDate) 0)

/**
 * TdId:
 *
 * A record's key: a positive 63-bit number, unique across machines, never reused and never shown.
 * %TD_ID_NONE is "no record".
 */
typedef gint64 TdId;

#define TD_ID_NONE ((TdId) 0)

G_END_DECLS
