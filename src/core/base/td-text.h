/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Vietnamese text: one form (NFC), search without marks, the Vietnamese order, names by given name,
 * numbers in words. None of it asks the C library's locale, which is often absent and whose
 * Vietnamese order is wrong.
 *
 * All functions may be called from any thread.
 */
#pragma once

#include "base/td-types.h"

G_BEGIN_DECLS

/* The text without the white space (no-break spaces too) around it; points into @text. */
void td_text_trim (const char *text, const char **start, gsize *length);

/*
 * @text as it is stored: valid UTF-8 in NFC, no white space around it, no control characters but
 * (where @multiline) line breaks. %NULL, with a sentence in @error, when it cannot be made so.
 * (transfer full) (nullable)
 */
char *td_text_normalize (const char *text, gssize length, gboolean multiline, GError **error);

/* At most @max characters of @text for a message, with "…" when cut; safe for any bytes. */
char *td_text_excerpt (const char *text, guint max) G_GNUC_WARN_UNUSED_RESULT;

/*
 * @text for searching: small letters, no marks, đ as d, runs of white space as one space. Composed
 * and decomposed text, `hoà` and `hòa`, fold to the same. Invalid UTF-8 folds to what is valid of it.
 * (transfer full)
 */
char *td_text_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/*
 * @text folded, nothing but letters and digits between single spaces, with a space at both ends, so that
 * whole words of it are found by strstr(): ` phuong tran phu `. (transfer full)
 */
char *td_text_words (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * TdTextQuery:
 *
 * What was typed into a search, worked out once for many texts. Any thread, once made.
 */
typedef struct _TdTextQuery TdTextQuery;

TdTextQuery *td_text_query_new (const char *typed) G_GNUC_WARN_UNUSED_RESULT;
void td_text_query_free (TdTextQuery *self);

/*
 * Whether @text matches what was typed: every word of it occurs in @folded, which is td_text_fold()
 * of @text. A letter typed with its mark is taken at its word: `d` finds `đ`, `đ` does not find `d`.
 */
gboolean td_text_query_matches (const TdTextQuery *self, const char *text, const char *folded);

/* The same for one text. */
gboolean td_text_matches (const char *text, const char *folded, const char *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdTextQuery, td_text_query_free)

/*
 * Whether the Vietnamese order can be had from ICU; a program asks at its start, and says so and ends when
 * not. @locale: %NULL for Vietnamese; another for tests. %TD_ERROR_FAILED with a sentence.
 */
gboolean td_text_check_order (const char *locale, GError **error);

/* Vietnamese order (ICU's rules for vi), then by bytes so that different texts never compare equal. */
int td_text_collate (const char *a, const char *b);

/* Codes as people count them: DN9 before DN10. Different codes never compare equal. */
int td_text_compare_codes (const char *a, const char *b);

/* A key whose strcmp() order is td_text_collate()'s. (transfer full) */
char *td_text_collate_key (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/*
 * A key that sorts people as Vietnamese lists do: by given name (the last word), then family name,
 * then middle names. @sort_name, where given, is used as it stands instead. (transfer full)
 */
char *td_text_name_key (const char *name, const char *sort_name) G_GNUC_WARN_UNUSED_RESULT;

/*
 * A whole number in Vietnamese words, as ICU spells it: 1.800.000 is "một triệu tám trăm nghìn".
 * @southern writes "ngàn" and "lẻ" where the north writes "nghìn" and "linh". (transfer full)
 */
char *td_text_number_words (gint64 value, gboolean southern) G_GNUC_WARN_UNUSED_RESULT;

/* The first letter in upper case, the rest untouched. (transfer full) */
char *td_text_capitalize (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/*
 * A guess at text that was typed in an old one-byte Vietnamese encoding (TCVN3, VNI): such text is
 * valid UTF-8 and nonsense. A name for the encoding, or %NULL. Used to warn, never to convert.
 */
const char *td_text_legacy_encoding (const char *text);

G_END_DECLS
