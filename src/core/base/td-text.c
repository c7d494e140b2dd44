/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-base"

#include "base/td-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucol.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#include "base/td-error.h"

/* White space at the edges of a cell: ASCII, no-break spaces, and a byte order mark. */
static gsize
space_length (const char *at)
{
  static const char *const wide[] = {
    "\xc2\xa0",     /* U+00A0 no-break space */
    "\xe2\x80\xaf", /* U+202F narrow no-break space */
    "\xe3\x80\x80", /* U+3000 ideographic space */
    "\xef\xbb\xbf", /* U+FEFF byte order mark */
    "\xe2\x80\x8b", /* U+200B zero width space */
  };

  if (g_ascii_isspace (*at))
    return 1;
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    if (strncmp (at, wide[i], strlen (wide[i])) == 0)
      return strlen (wide[i]);
  return 0;
}

void
td_text_trim (const char *text, const char **start, gsize *length)
{
  const char *end;
  gsize skip;

  while (*text != '\0' && (skip = space_length (text)) > 0)
    text += skip;
  *start = text;
  end = text;
  while (*text != '\0')
    {
      skip = space_length (text);
      if (skip == 0)
        end = ++text;
      else
        text += skip;
    }
  *length = (gsize) (end - *start);
}

/*
 * Whether @text is already what td_text_normalize() would make of it, as nearly all text is. Looks no
 * further than ASCII, the letters up to U+02FF, those of Vietnamese and the usual punctuation: all of
 * them stand for themselves in NFC, whatever is beside them of the same set. FALSE is always right.
 */
static gboolean
is_normal (const char *text, gsize length, gboolean multiline)
{
  const guint8 *at = (const guint8 *) text, *end = at + length;

  if (length > 0 && (*at <= 0x20 || end[-1] <= 0x20))
    return FALSE;
  while (at < end)
    {
      guint8 c = *at;
      gsize n = c < 0x80 ? 1 : c < 0xe0 ? 2 : 3;

      if ((gsize) (end - at) < n)
        return FALSE;
      if (n == 1)
        {
          if ((c < 0x20 && !(multiline && (c == '\n' || c == '\t'))) || c == 0x7f)
            return FALSE;
        }
      else if ((at[1] & 0xc0) != 0x80 || (n == 3 && (at[2] & 0xc0) != 0x80))
        return FALSE;
      else if (n == 2)
        {
          /* From U+00A1, past the controls and the no-break space, to U+02FF. */
          if (c < 0xc2 || c > 0xcb || (c == 0xc2 && at[1] < 0xa1))
            return FALSE;
        }
      else if (!(c == 0xe1 && at[1] >= 0xb8 && at[1] <= 0xbb) /* U+1E00–U+1EFF */
               && !(c == 0xe2 && at[1] == 0x80
                    && ((at[2] >= 0x90 && at[2] <= 0xa7) || at[2] >= 0xb0)) /* – — “ ” … ‰ */
               && !(c == 0xe2 && at[1] == 0x82 && at[2] == 0xab))           /* ₫ */
        return FALSE;
      at += n;
    }
  return TRUE;
}

char *
td_text_normalize (const char *text, gssize length, gboolean multiline, GError **error)
{
  g_autofree char *composed = NULL;
  const char *start, *bad;
  gsize trimmed;

  if (length < 0)
    length = (gssize) strlen (text);
  if (is_normal (text, (gsize) length, multiline))
    return g_strndup (text, (gsize) length);
  if (!g_utf8_validate (text, length, &bad))
    {
      if (bad < text + length && *bad == '\0')
        g_set_error_literal (error, TD_ERROR, TD_ERROR_INVALID,
                             _ ("the text contains a zero byte"));
      else
        g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
                     _ ("the text is not UTF-8 (at byte %lu); save the file as “CSV UTF-8”"),
                     (gulong) (bad - text) + 1);
      return NULL;
    }
  composed = g_utf8_normalize (text, length, G_NORMALIZE_NFC);
  td_text_trim (composed, &start, &trimmed);
  for (const char *at = start; at < start + trimmed; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (multiline && (c == '\n' || c == '\t'))
        continue;
      if (c < 0x20 || c == 0x7f || (c >= 0x80 && c < 0xa0))
        {
          g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
                       c == '\n' || c == '\r'
                           ? _ ("a line break does not belong here")
                           : _ ("the text contains a control character (U+%04X)"),
                       c);
          return NULL;
        }
    }
  return g_strndup (start, trimmed);
}

char *
td_text_excerpt (const char *text, guint max)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, (gsize) max * 8));
  GString *out = g_string_new (NULL);
  guint count = 0;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (count++ == max)
        {
          g_string_append (out, "…");
          break;
        }
      g_string_append_unichar (out, g_unichar_iscntrl (c) ? ' ' : c);
    }
  return g_string_free (out, FALSE);
}

/* --- folding ---------------------------------------------------------------------------------- */

/* Base letters of U+00C0–U+017F, in order; '?' where a letter has no single base of its own. */
static const char latin[] = "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y"
                            "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkk?lllllll"
                            "lllnnnnnnn??oooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/* U+1EA0–U+1EF9: the Vietnamese letters with a tone, runs of one base letter. */
static char
fold_vietnamese (gunichar c)
{
  static const struct
  {
    gunichar last;
    char base;
  } runs[] = {
    { 0x1eb7, 'a' }, { 0x1ec7, 'e' }, { 0x1ecb, 'i' },
    { 0x1ee3, 'o' }, { 0x1ef1, 'u' }, { 0x1ef9, 'y' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    if (c <= runs[i].last)
      return runs[i].base;
  return '?';
}

static gboolean
is_mark (gunichar c)
{
  return c >= 0x300 && c <= 0x36f;
}

/* One character folded; 0 for a mark that disappears. */
static gunichar
fold_char (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  char base = '?';

  if (c < 0x80)
    return (gunichar) g_ascii_tolower ((char) c);
  if (is_mark (c))
    return 0;
  if (c >= 0xc0 && c <= 0x17f)
    base = latin[c - 0xc0];
  else if (c >= 0x1ea0 && c <= 0x1ef9)
    base = fold_vietnamese (c);
  else if (c == 0x1a0 || c == 0x1a1) /* Ơ ơ */
    base = 'o';
  else if (c == 0x1af || c == 0x1b0) /* Ư ư */
    base = 'u';
  if (base != '?')
    return (gunichar) base;
  g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  return g_unichar_tolower (parts[0]);
}

char *
td_text_fold (const char *text)
{
  g_autofree char *made_valid = NULL;
  GString *out;
  gboolean space = FALSE;

  if (!g_utf8_validate (text, -1, NULL))
    text = made_valid = g_utf8_make_valid (text, -1);
  out = g_string_sized_new (strlen (text));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c) || c == 0x200b || c == 0xfeff)
        {
          space = out->len > 0;
          continue;
        }
      c = fold_char (c);
      if (c == 0)
        continue;
      if (space)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/*
 * @text in small letters without its tone marks but with its letters (ă, â, đ, ê, ô, ơ, ư) as they
 * are; @tones gets a bit for each tone seen. Where the tone sits (hoà, hòa) no longer shows.
 */
static char *
remove_tones (const char *text, guint *tones)
{
  static const gunichar marks[] = { 0x300, 0x301, 0x303, 0x309, 0x323 };
  g_autofree char *small = g_utf8_strdown (text, -1);
  g_autofree char *apart = g_utf8_normalize (small, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) bare = g_string_new (NULL);

  *tones = 0;
  for (const char *at = apart; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      guint tone = 0;

      while (tone < G_N_ELEMENTS (marks) && marks[tone] != c)
        tone++;
      if (tone < G_N_ELEMENTS (marks))
        *tones |= 1u << tone;
      else
        g_string_append_unichar (bare, c);
    }
  return g_utf8_normalize (bare->str, -1, G_NORMALIZE_NFC);
}

/* A word of what was typed. */
typedef struct
{
  char *plain; /* folded */
  char *bare;  /* with its letters' marks but without tones; NULL: it was typed without any mark */
  guint tones; /* the tones it has */
} Word;

struct _TdTextQuery
{
  Word *words;
  guint n_words;
  gboolean valid;
};

TdTextQuery *
td_text_query_new (const char *typed)
{
  TdTextQuery *self = g_new0 (TdTextQuery, 1);
  g_auto (GStrv) words = NULL;

  self->valid = g_utf8_validate (typed, -1, NULL);
  if (!self->valid)
    return self;
  words = g_strsplit_set (typed, " \t\n", -1);
  self->words = g_new0 (Word, g_strv_length (words) + 1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      Word *word = &self->words[self->n_words];
      g_autofree char *small = g_utf8_strdown (words[i], -1);

      if (*words[i] == '\0')
        continue;
      word->plain = td_text_fold (words[i]);
      if (strcmp (word->plain, small) != 0)
        word->bare = remove_tones (words[i], &word->tones);
      self->n_words++;
    }
  return self;
}

void
td_text_query_free (TdTextQuery *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_words; i++)
    {
      g_free (self->words[i].plain);
      g_free (self->words[i].bare);
    }
  g_free (self->words);
  g_free (self);
}

/* Whether one of @syllables has @word in it, letters and tones. */
static gboolean
matches_marked (char **syllables, const Word *word)
{
  for (guint i = 0; syllables[i] != NULL; i++)
    {
      guint tones;
      g_autofree char *bare = remove_tones (syllables[i], &tones);

      if (strstr (bare, word->bare) != NULL && (word->tones & ~tones) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
td_text_query_matches (const TdTextQuery *self, const char *text, const char *folded)
{
  g_auto (GStrv) syllables = NULL;

  if (!self->valid)
    return FALSE;
  for (guint i = 0; i < self->n_words; i++)
    if (strstr (folded, self->words[i].plain) == NULL)
      return FALSE;
  for (guint i = 0; i < self->n_words; i++)
    {
      if (self->words[i].bare == NULL)
        continue;
      if (syllables == NULL)
        syllables = g_strsplit_set (text, " \t\n", -1);
      if (!matches_marked (syllables, &self->words[i]))
        return FALSE;
    }
  return TRUE;
}

gboolean
td_text_matches (const char *text, const char *folded, const char *query)
{
  g_autoptr (TdTextQuery) compiled = td_text_query_new (query);

  return td_text_query_matches (compiled, text, folded);
}

/* --- order ------------------------------------------------------------------------------------ */

static UCollator *
open_order (const char *locale, GError **error)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *opened = ucol_open (locale, &status);

  if (U_SUCCESS (status))
    ucol_setAttribute (opened, UCOL_NORMALIZATION_MODE, UCOL_ON, &status);
  if (U_SUCCESS (status))
    return opened;
  g_set_error (error, TD_ERROR, TD_ERROR_FAILED,
               _ ("the order of Vietnamese letters cannot be loaded (ICU: %s); install the ICU "
                  "libraries of this system anew"),
               u_errorName (status));
  g_clear_pointer (&opened, ucol_close);
  return NULL;
}

gboolean
td_text_check_order (const char *locale, GError **error)
{
  UCollator *opened = open_order (locale != NULL ? locale : "vi", error);
  gboolean there = opened != NULL;

  g_clear_pointer (&opened, ucol_close);
  return there;
}

/*
 * ICU's collator may be shared between threads as long as nobody changes its attributes. %NULL when there
 * is none, which td_text_check_order() has said; then texts are in the order of their bytes.
 */
static const UCollator *
get_collator (void)
{
  static gsize ready = 0;
  static UCollator *collator = NULL;

  if (g_once_init_enter (&ready))
    {
      collator = open_order ("vi", NULL);
      g_once_init_leave (&ready, 1);
    }
  return collator;
}

int
td_text_collate (const char *a, const char *b)
{
  UErrorCode status = U_ZERO_ERROR;
  const UCollator *collator = get_collator ();
  UCollationResult order =
      collator != NULL ? ucol_strcollUTF8 (collator, a, -1, b, -1, &status) : UCOL_EQUAL;

  if (U_SUCCESS (status) && order != UCOL_EQUAL)
    return order == UCOL_LESS ? -1 : 1;
  return strcmp (a, b);
}

int
td_text_compare_codes (const char *a, const char *b)
{
  int order = strverscmp (a, b);

  return order != 0 ? order : strcmp (a, b);
}

static UChar *
to_utf16 (const char *text, int32_t *length)
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t capacity = (int32_t) MIN (strlen (text), G_MAXINT32 / 8) + 1;
  UChar *wide = g_new (UChar, capacity);

  u_strFromUTF8WithSub (wide, capacity, length, text, (int32_t) capacity - 1, 0xfffd, NULL,
                        &status);
  return wide;
}

char *
td_text_collate_key (const char *text)
{
  int32_t length, needed;
  g_autofree UChar *wide = NULL;
  const UCollator *collator = get_collator ();
  guint8 *key;

  if (collator == NULL)
    return g_strdup (text);
  wide = to_utf16 (text, &length);
  needed = ucol_getSortKey (collator, wide, length, NULL, 0);
  key = g_malloc ((gsize) needed);
  ucol_getSortKey (collator, wide, length, key, needed);
  return (char *) key; /* ICU's keys end with the only zero byte in them */
}

char *
td_text_name_key (const char *name, const char *sort_name)
{
  g_autofree char *ordered = NULL;
  const char *start;
  gsize length;
  g_auto (GStrv) words = NULL;
  GString *joined;

  if (sort_name != NULL && *sort_name != '\0')
    return td_text_collate_key (sort_name);

  td_text_trim (name, &start, &length);
  ordered = g_strndup (start, length);
  words = g_regex_split_simple ("\\s+", ordered, 0, 0);
  length = g_strv_length (words);
  joined = g_string_new (length > 0 ? words[length - 1] : "");
  /* U+FFFE sorts below everything: An Văn A comes before Ân Văn A, whatever follows. */
  g_string_append (joined, "\xef\xbf\xbe");
  if (length > 1)
    g_string_append (joined, words[0]);
  g_string_append (joined, "\xef\xbf\xbe");
  for (gsize i = 1; i + 1 < length; i++)
    {
      if (i > 1)
        g_string_append_c (joined, ' ');
      g_string_append (joined, words[i]);
    }
  g_free (ordered);
  ordered = g_string_free (joined, FALSE);
  return td_text_collate_key (ordered);
}

/* --- words ------------------------------------------------------------------------------------ */

char *
td_text_number_words (gint64 value, gboolean southern)
{
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = unum_open (UNUM_SPELLOUT, NULL, 0, "vi", NULL, &status);
  UChar wide[512];
  char words[1536] = "";
  GString *out;

  if (U_SUCCESS (status))
    unum_formatInt64 (format, value, wide, G_N_ELEMENTS (wide), NULL, &status);
  if (U_SUCCESS (status))
    u_strToUTF8 (words, sizeof words, NULL, wide, -1, &status);
  if (format != NULL)
    unum_close (format);
  if (U_FAILURE (status))
    return g_strdup_printf ("%" G_GINT64_FORMAT, value);

  out = g_string_new (words);
  if (southern)
    g_string_replace (out, "nghìn", "ngàn", 0);
  else
    g_string_replace (out, " lẻ ", " linh ", 0);
  return g_string_free (out, FALSE);
}

char *
td_text_capitalize (const char *text)
{
  g_autofree char *first = NULL;

  if (*text == '\0')
    return g_strdup ("");
  first = g_utf8_strup (text, g_utf8_next_char (text) - text);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

const char *
td_text_legacy_encoding (const char *text)
{
  /*
   * In both encodings Vietnamese marks sit on code points that correct Vietnamese in NFC does not
   * have: VNI writes "Ñ" for Đ and a mark letter after the vowel (aû, aù), TCVN3 writes "®", "¬", "¶".
   */
  static const char *const vni[] = {
    "aû", "aõ", "oä", "eä", "aø", "oà", "Ñ", "ñ", "öô", "ieâ", "aä"
  };
  static const char *const tcvn3[] = { "®", "µ", "¶", "·", "¸", "¹", "Ë", "Ñ", "Ö", "­", "¬", "§" };
  guint n_vni = 0, n_tcvn3 = 0;

  for (guint i = 0; i < G_N_ELEMENTS (vni); i++)
    n_vni += strstr (text, vni[i]) != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (tcvn3); i++)
    n_tcvn3 += strstr (text, tcvn3[i]) != NULL;
  if (n_vni >= 2 && n_vni >= n_tcvn3)
    return "VNI";
  if (n_tcvn3 >= 2)
    return "TCVN3";
  return NULL;
}

char *
td_text_words (const char *text)
{
  g_autofree char *folded = td_text_fold (text);
  GString *out = g_string_new (" ");

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (out, g_utf8_get_char (at));
    else if (out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  if (out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');
  return g_string_free (out, FALSE);
}
