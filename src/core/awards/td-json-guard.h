/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON from strangers: looked over before json-glib sees it, which reads nested values by recursion,
 * takes the last of two members with one name, and turns fractions into floating numbers.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "base/td-error.h"

G_BEGIN_DECLS

/* How deep values may be nested. */
#define TD_JSON_MAX_DEPTH 24
/* How many digits a number may have. */
#define TD_JSON_MAX_DIGITS 15

/*
 * The document in @data, at most @max_size bytes, or %NULL with what is wrong in @problems under the
 * place @name. Only whole numbers are let through: decimals are written as text and read exactly.
 * (transfer full) (nullable)
 */
JsonNode *td_json_guard_parse (const char *name, const char *data, gsize length, gsize max_size,
                               TdProblems *problems) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
