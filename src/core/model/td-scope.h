/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whom a target applies to (SCORING.md, "What takes part"): `all`, or codes of categories and units
 * with `;` between, each with an optional leading `-`. A unit is in when it or its category is
 * listed, or the list has only exclusions, or says `all`, and neither it nor its category is
 * excluded; naming the unit itself beats naming its category.
 *
 * Stored with the records' ids in place of their codes, so that renaming a code changes nothing.
 */
#pragma once

#include "model/td-record.h"

G_BEGIN_DECLS

#define TD_SCOPE_ALL "all"

/**
 * TdScope:
 *
 * Whom a target applies to, read once and asked many times.
 */
typedef struct _TdScope TdScope;

/**
 * TdScopeLookup:
 *
 * Sets @unit and @category to the records that carry @code, %TD_ID_NONE where there is none.
 */
typedef void (*TdScopeLookup) (const char *code, TdId *unit, TdId *category, gpointer data);

/*
 * The stored form of what stands in a cell. Fails with a sentence when a code is unknown, or a record
 * is both listed and excluded, or nothing is listed. (transfer full)
 */
char *td_scope_normalize (const char *text, TdScopeLookup lookup, gpointer data, GError **error);

/* The stored form with codes. (transfer full) */
char *
td_scope_format (const char *stored, TdCodeFunc code_func, gpointer data) G_GNUC_WARN_UNUSED_RESULT;

/* Reads the stored form. */
TdScope *td_scope_new (const char *stored) G_GNUC_WARN_UNUSED_RESULT;
void td_scope_free (TdScope *self);

/* Whether the target applies to this unit. */
gboolean td_scope_applies (const TdScope *self, TdId unit, TdId category);

/* Whether the list names this record. */
gboolean td_scope_names (const TdScope *self, TdId id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdScope, td_scope_free)

G_END_DECLS
