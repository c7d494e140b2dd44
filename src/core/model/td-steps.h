/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Steps of a scoring rule, `t1:s1;t2:s2;…`: from each threshold on, a share of the points
 * (SCORING.md, "From a value to points").
 */
#pragma once

#include "base/td-decimal.h"

G_BEGIN_DECLS

typedef struct
{
  TdDecimal threshold;
  TdDecimal share; /* 0 to 1 */
} TdStep;

/* The most steps a rule may have; a person reads them. */
#define TD_MAX_STEPS 50

/*
 * The steps in the stored form: the plain style, ascending thresholds. Fails when a part is not
 * `threshold:share`, a share lies outside 0…1 or a threshold comes twice. (transfer full)
 */
char *td_steps_normalize (const char *text, TdStyle style, GError **error);

/* How all the numbers in @text together can be read. */
TdReading td_steps_reading (const char *text);

/* The stored form in another style. (transfer full) */
char *td_steps_format (const char *stored, TdStyle style) G_GNUC_WARN_UNUSED_RESULT;

/* The stored form as an array of TdStep, ascending. (transfer full) */
GArray *td_steps_parse (const char *stored) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
