/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-desk"

#include "desk/td-gather.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-date.h"

void
td_gather_init (TdGather *self, TdDesk *desk, const TdPaperSubject *subject, TdProblems *problems)
{
  g_autoptr (GPtrArray) journal = NULL;

  *self = (TdGather){ .desk = desk,
                      .store = td_desk_get_store (desk),
                      .movement = td_desk_get_movement (desk),
                      .scores = td_desk_get_scores (desk),
                      .subject = *subject,
                      .problems = problems,
                      .texts = g_string_chunk_new (4096),
                      .memory = g_ptr_array_new_with_free_func (g_free) };
  journal = td_store_load_journal (self->store, TD_ID_NONE, 1, NULL);
  if (journal != NULL && journal->len > 0)
    self->revision = ((const TdJournalRow *) g_ptr_array_index (journal, 0))->id;
}

void
td_gather_clear (TdGather *self)
{
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->memory);
}

/* --- memory ----------------------------------------------------------------------------------- */

const char *
td_gather_take (TdGather *self, char *text)
{
  g_autofree char *taken = text;

  return taken != NULL ? g_string_chunk_insert (self->texts, taken) : NULL;
}

const char *
td_gather_keep (TdGather *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->texts, text) : NULL;
}

const char *
td_gather_printf (TdGather *self, const char *format, ...)
{
  va_list args;
  char *text;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  return td_gather_take (self, text);
}

gpointer
td_gather_alloc (TdGather *self, gsize n, gsize size)
{
  gpointer memory = g_malloc0_n (MAX (n, 1), size);

  g_ptr_array_add (self->memory, memory);
  return memory;
}

const char *const *
td_gather_list (TdGather *self, guint n, ...)
{
  const char **list = td_gather_new0 (self, const char *, n + 1);
  guint used = 0;
  va_list args;

  va_start (args, n);
  for (guint i = 0; i < n; i++)
    {
      const char *text = va_arg (args, const char *);

      if (text != NULL)
        list[used++] = text;
    }
  va_end (args);
  return list;
}

const char *
td_gather_or_null (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

const char *
td_gather_lower_first (TdGather *self, const char *text)
{
  const char *rest = g_utf8_next_char (text);
  g_autofree char *first = g_utf8_strdown (text, rest - text);

  return td_gather_printf (self, "%s%s", first, rest);
}

void
td_gather_note (TdGather *self, const char *where, const char *format, ...)
{
  va_list args;
  char *what;

  if (self->problems == NULL)
    return;
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  /* The same thing is wanted in several places of a paper; once is enough to be told. */
  for (guint i = 0; i < td_problems_get_count (self->problems); i++)
    {
      const TdProblem *known = td_problems_get (self->problems, i);

      if (g_str_equal (known->where, where) && g_str_equal (known->what, what))
        {
          g_free (what);
          return;
        }
    }
  td_problems_take (self->problems, g_strdup (where), what, TRUE);
}

/* --- the office ------------------------------------------------------------------------------- */

const char *
td_gather_setting (TdGather *self, const char *key)
{
  return td_gather_or_null (td_gather_take (self, td_store_get_setting (self->store, key)));
}

const char *
td_gather_wanted (TdGather *self, const char *key)
{
  const char *value = td_gather_setting (self, key);

  if (value == NULL)
    {
      g_autofree char *where = g_strdup_printf ("office:%s:value", key);

      td_gather_note (self, where, _ ("the office's particulars lack “%s”"), key);
    }
  return value;
}

/* The people's committee above the office, else the office itself. */
static const char *
get_committee (TdGather *self)
{
  const char *superior = td_gather_setting (self, "superior");

  return superior != NULL ? superior : td_gather_wanted (self, "agency");
}

const char *
td_gather_city (TdGather *self)
{
  const char *city = td_gather_wanted (self, "city");

  return city != NULL ? td_gather_lower_first (self, city) : NULL;
}

const char *
td_gather_decider (TdGather *self, TdLevel level)
{
  const char *name;

  switch (level)
    {
    case TD_LEVEL_TINH:
      name = td_gather_wanted (self, "province");
      return name != NULL ? td_gather_printf (self, "Chủ tịch Ủy ban nhân dân %s",
                                              td_gather_lower_first (self, name))
                          : "Chủ tịch Ủy ban nhân dân tỉnh";
    case TD_LEVEL_THANH_PHO:
      name = td_gather_setting (self, "recipient");
      if (name != NULL)
        return name;
      name = get_committee (self);
      return name != NULL ? td_gather_printf (self, "Chủ tịch %s", name)
                          : "Chủ tịch Ủy ban nhân dân thành phố";
    case TD_LEVEL_XA:
    default:
      return "Chủ tịch Ủy ban nhân dân cấp xã";
    }
}

static gboolean
starts_with (const char *text, const char *prefix)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *wanted = g_utf8_casefold (prefix, -1);

  return g_str_has_prefix (folded, wanted);
}

/* “Trưởng phòng” of “Phòng Nội vụ” is “Trưởng phòng Nội vụ”: the word both have is said once. */
const char *
td_gather_head_of_office (TdGather *self)
{
  const char *position = td_gather_setting (self, "signer-position");
  const char *agency = td_gather_wanted (self, "agency");
  const char *last, *rest;

  if (agency == NULL)
    return NULL;
  if (position == NULL)
    return td_gather_printf (self, "Thủ trưởng %s", agency);
  last = strrchr (position, ' ');
  rest = strchr (agency, ' ');
  if (last != NULL && rest != NULL)
    {
      g_autofree char *first = g_strndup (agency, (gsize) (rest - agency));

      if (g_utf8_strlen (first, -1) == g_utf8_strlen (last + 1, -1)
          && starts_with (last + 1, first))
        return td_gather_printf (self, "%s%s", position, rest);
    }
  return td_gather_printf (self, "%s %s", position, agency);
}

static gboolean
find_authority (const char *code, TdAuthority *out)
{
  static const struct
  {
    const char *code;
    TdAuthority authority;
  } codes[] = { { "TM", TD_AUTHORITY_TM },
                { "Q", TD_AUTHORITY_Q },
                { "KT", TD_AUTHORITY_KT },
                { "TL", TD_AUTHORITY_TL },
                { "TUQ", TD_AUTHORITY_TUQ } };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_ascii_strcasecmp (code, codes[i].code) == 0)
      {
        *out = codes[i].authority;
        return TRUE;
      }
  return FALSE;
}

/*
 * The lines over the office's signature. `signer-authority` is blank, “TM”, “Q”, “KT”, “TL”, “TUQ”, or such a
 * word with the office that is stood in for after it: “KT. Trưởng phòng” (NĐ 30/2020, Phụ lục I, II.7).
 */
static void
set_office_signer (TdGather *self, TdSigner *out)
{
  const char *setting = td_gather_setting (self, "signer-authority");
  const char *position = td_gather_wanted (self, "signer-position");
  TdSignLine *lines = td_gather_new0 (self, TdSignLine, 2);
  TdAuthority authority = TD_AUTHORITY_OWN;
  guint n = 0;

  out->name = td_gather_setting (self, "signer-name");
  if (out->name == NULL)
    td_gather_note (self, "office:signer-name:value",
                    _ ("who signs is not recorded: the name is left to be written"));
  if (setting != NULL)
    {
      g_auto (GStrv) words = g_strsplit_set (setting, ". ", 2);
      const char *of = words[1] != NULL ? td_gather_keep (self, g_strstrip (words[1])) : "";

      if (!find_authority (words[0], &authority))
        td_gather_note (self, "office:signer-authority:value",
                        _ ("“%s” is not one of TM, Q, KT, TL, TUQ"), setting);
      else if (authority == TD_AUTHORITY_Q)
        {
          /* “Q. TRƯỞNG PHÒNG” is one line: the position itself is held for the time being. */
          lines[n++] = (TdSignLine){ authority, position != NULL ? position : of };
          position = NULL;
        }
      else
        {
          if (*of == '\0' && authority == TD_AUTHORITY_TM)
            of = td_gather_setting (self, "agency");
          else if (*of == '\0' && position != NULL && starts_with (position, "phó "))
            of = td_gather_keep (self, strchr (position, ' ') + 1);
          else if (*of == '\0')
            td_gather_note (self, "office:signer-authority:value",
                            _ ("write for whom is signed, as “KT. Trưởng phòng”"));
          lines[n++] = (TdSignLine){ authority, td_gather_or_null (of) != NULL ? of : "…" };
        }
    }
  if (position != NULL)
    lines[n++] = (TdSignLine){ TD_AUTHORITY_OWN, position };
  out->lines = lines;
  out->n_lines = n;
}

static void
set_chair_signer (TdGather *self, const char *committee, TdSigner *out)
{
  TdSignLine *lines = td_gather_new0 (self, TdSignLine, 2);
  guint n = 0;

  if (committee != NULL)
    lines[n++] = (TdSignLine){ TD_AUTHORITY_TM, committee };
  lines[n++] = (TdSignLine){ TD_AUTHORITY_OWN, "Chủ tịch" };
  out->lines = lines;
  out->n_lines = n;
}

/* “05/TTr-UBND” as number and sign; a number alone keeps the sign made for it. */
static void
set_number (TdGather *self, const char *number, TdPaper *out)
{
  const char *slash;

  if (td_gather_or_null (number) == NULL)
    return;
  slash = strchr (number, '/');
  if (slash == NULL)
    {
      out->number = td_gather_keep (self, number);
      return;
    }
  out->number = td_gather_printf (self, "%.*s", (int) (slash - number), number);
  out->sign = td_gather_keep (self, slash + 1);
}

void
td_gather_paper (TdGather *self, TdIssuer issuer, const char *type, const char *number,
                 TdPaper *out)
{
  const char *archive = td_gather_setting (self, "archive");
  const char *place = td_gather_wanted (self, "place");
  const char *drafter = td_gather_setting (self, "drafter-sign");
  const char *sign = "UBND";

  *out = (TdPaper){ .place = place, .date = TD_DATE_NONE };
  switch (issuer)
    {
    case TD_ISSUER_CITY:
      out->agency = get_committee (self);
      set_chair_signer (self, out->agency, &out->signer);
      break;
    case TD_ISSUER_CITY_CHAIR:
      out->agency = get_committee (self);
      set_chair_signer (self, NULL, &out->signer);
      break;
    case TD_ISSUER_PROVINCE_CHAIR:
      out->agency =
          td_gather_keep (self, td_gather_decider (self, TD_LEVEL_TINH) + strlen ("Chủ tịch "));
      out->place = "…";
      set_chair_signer (self, NULL, &out->signer);
      break;
    case TD_ISSUER_COUNCIL:
      out->superior = td_gather_setting (self, "superior");
      out->agency = "Hội đồng Thi đua - Khen thưởng";
      sign = "HĐTĐKT";
      break;
    case TD_ISSUER_OFFICE:
    default:
      out->agency = td_gather_wanted (self, "agency");
      out->superior = td_gather_setting (self, "superior");
      sign = td_gather_wanted (self, "agency-sign");
      set_office_signer (self, &out->signer);
      break;
    }
  if (sign == NULL)
    sign = "…";
  if (type == NULL)
    /* A letter's sign: who issues and who drafts (II.3.b). */
    out->sign = drafter != NULL ? td_gather_printf (self, "%s-%s", sign, drafter) : sign;
  else if (*type != '\0')
    out->sign = td_gather_printf (self, "%s-%s", type, sign);
  set_number (self, number, out);
  if (archive == NULL)
    archive = "VT";
  out->recipients =
      td_gather_list (self, 2, "Như trên", td_gather_printf (self, "Lưu: %s", archive));
}

/* --- units ------------------------------------------------------------------------------------ */

gboolean
td_gather_unit_is_committee (TdGather *self, guint unit)
{
  const TdUnit *from = td_movement_unit (self->movement, unit);

  return from->category >= 0
         && starts_with (td_movement_category (self->movement, (guint) from->category)->name,
                         "Ủy ban nhân dân")
         && !starts_with (from->name, "Ủy ban nhân dân");
}

const char *
td_gather_unit_body (TdGather *self, guint unit)
{
  const char *name = td_movement_unit (self->movement, unit)->name;

  if (!td_gather_unit_is_committee (self, unit))
    return name;
  return td_gather_printf (self, "Ủy ban nhân dân %s", td_gather_lower_first (self, name));
}

/* --- the movement ------------------------------------------------------------------------------ */

/* What stands between the title's quotation marks, and after them. */
static gboolean
split_title (const char *title, const char **name, gsize *length, const char **rest)
{
  const char *open = strstr (title, "“");
  const char *close = open != NULL ? strstr (open, "”") : NULL;

  if (close == NULL)
    return FALSE;
  *name = open + strlen ("“");
  *length = (gsize) (close - *name);
  *rest = close + strlen ("”");
  return TRUE;
}

const char *
td_gather_movement_name (TdGather *self)
{
  const char *title = self->movement->title;
  const char *name, *rest;
  gsize length;

  if (split_title (title, &name, &length, &rest))
    return td_gather_printf (self, "%.*s", (int) length, name);
  if (starts_with (title, "phong trào thi đua "))
    return td_gather_keep (self, title + strlen ("phong trào thi đua "));
  return title;
}

const char *
td_gather_movement_years (TdGather *self)
{
  const char *name, *rest;
  gsize length;
  int from, to, month, day;

  if (split_title (self->movement->title, &name, &length, &rest))
    {
      g_autofree char *words = g_strstrip (g_strdup (rest));

      if (*words != '\0')
        return td_gather_keep (self, words);
    }
  td_date_split (self->movement->starts, &from, &month, &day);
  td_date_split (self->movement->ends, &to, &month, &day);
  return from == to ? td_gather_printf (self, "năm %d", from)
                    : td_gather_printf (self, "giai đoạn %d - %d", from, to);
}

const char *
td_gather_period_words (TdGather *self, guint period)
{
  const char *name = td_movement_period (self->movement, period)->name;
  const char *slash = strrchr (name, '/');

  /* “Quý III/2024” is short for the screen; on paper the year is said in words. */
  if (slash != NULL && strlen (slash + 1) == 4 && strspn (slash + 1, "0123456789") == 4)
    name = td_gather_printf (self, "%.*s năm %s", (int) (slash - name), name, slash + 1);
  return td_gather_lower_first (self, name);
}

const char *const *
td_gather_grounds (TdGather *self, const char *law_pack)
{
  const char *own = td_gather_setting (self, "grounds");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = td_paper_dup_grounds ();
  g_auto (GStrv) keys = NULL;
  const char **list;
  guint n = 0;

  if (own != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (own, "\n", -1);

      list = td_gather_new0 (self, const char *, g_strv_length (lines) + 1);
      for (guint i = 0; lines[i] != NULL; i++)
        if (*g_strstrip (lines[i]) != '\0')
          list[n++] = td_gather_keep (self, lines[i]);
      return list;
    }
  if (law_pack == NULL
      || !g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL))
    return NULL;
  keys = g_key_file_get_keys (file, law_pack, NULL, NULL);
  if (keys == NULL)
    return NULL;
  list = td_gather_new0 (self, const char *, g_strv_length (keys) + 1);
  for (guint i = 0; keys[i] != NULL; i++)
    list[n++] = td_gather_take (self, g_key_file_get_string (file, law_pack, keys[i], NULL));
  return list;
}

/* --- sentences --------------------------------------------------------------------------------- */

const TdFact *
td_gather_fact (TdGather *self, const char *table, TdId id, const char *field, const char *period)
{
  TdFact *fact = td_gather_new0 (self, TdFact, 1);

  *fact = (TdFact){ { table, id }, field, period, self->revision, TD_FACT_SOUND, NULL };
  return fact;
}

void
td_sentence_begin (TdSentence *self, TdGather *gather)
{
  self->gather = gather;
  self->spans = g_array_new (FALSE, TRUE, sizeof (TdSpan));
}

void
td_sentence_add (TdSentence *self, const char *text)
{
  TdSpan span = { text, TD_RUN_PLAIN, NULL };

  g_array_append_val (self->spans, span);
}

void
td_sentence_add_fact (TdSentence *self, char *text, const char *table, TdId id, const char *field,
                      const char *period)
{
  TdSpan span = { td_gather_take (self->gather, text), TD_RUN_PLAIN,
                  td_gather_fact (self->gather, table, id, field, period) };

  g_array_append_val (self->spans, span);
}

TdWords
td_sentence_end (TdSentence *self)
{
  TdWords words = { NULL, self->spans->len };

  words.spans = (const TdSpan *) (gpointer) g_array_free (self->spans, FALSE);
  g_ptr_array_add (self->gather->memory, (gpointer) words.spans);
  return words;
}
