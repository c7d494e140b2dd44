/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-xlsx-book.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tables/td-limits.h"
#include "tables/td-refuse.h"
#include "tables/td-xml.h"

/* One relation of a part to another. */
typedef struct
{
  char *id;
  char *type; /* the last word of the type's address: "worksheet", "styles", … */
  char *target;
} Relation;

static void
free_relation (gpointer data)
{
  Relation *relation = data;

  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->target);
  g_free (relation);
}

static void
free_sheet (gpointer data)
{
  TdXlsxSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->part);
  g_free (sheet);
}

static void
free_style (gpointer data)
{
  TdXlsxStyle *style = data;

  g_free (style->code);
  g_free (style);
}

/* --- relations -------------------------------------------------------------------------------- */

/*
 * The part a target names, seen from the folder of @from: "../" steps up, a leading "/" starts from
 * the top.
 */
static char *
resolve_target (const char *from, const char *target)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  g_auto (GStrv) words = NULL;

  if (*target == '/')
    joined = g_strdup (target + 1);
  else
    {
      const char *slash = strrchr (from, '/');

      joined = g_strdup_printf ("%.*s/%s", slash != NULL ? (int) (slash - from) : 0, from, target);
    }
  words = g_strsplit (joined, "/", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], "..") && steps->len > 0)
        g_ptr_array_set_size (steps, (int) steps->len - 1);
      else if (*words[i] != '\0' && !g_str_equal (words[i], ".") && !g_str_equal (words[i], ".."))
        g_ptr_array_add (steps, words[i]);
    }
  g_ptr_array_add (steps, NULL);
  return g_strjoinv ("/", (char **) steps->pdata);
}

typedef struct
{
  GPtrArray *relations;
  const char *from;
  const char *place;
} RelationsParse;

static void
relation_cb (TdXml *xml, const char *name, const char *uri, const TdXmlAttribute *attributes,
             guint n_attributes, gpointer data)
{
  RelationsParse *parse = data;
  g_autofree char *type = NULL, *target = NULL;
  Relation *relation;

  if (!g_str_equal (name, "Relationship")
      || td_xml_equals (td_xml_get (attributes, n_attributes, "TargetMode"), "External"))
    return;
  type = td_xml_dup (td_xml_get (attributes, n_attributes, "Type"));
  target = td_xml_dup (td_xml_get (attributes, n_attributes, "Target"));
  if (type == NULL || target == NULL)
    return;
  relation = g_new0 (Relation, 1);
  relation->id = td_xml_dup (td_xml_get (attributes, n_attributes, "Id"));
  /* The addresses of the strict and the transitional form differ, their last words do not. */
  relation->type = g_strdup (strrchr (type, '/') != NULL ? strrchr (type, '/') + 1 : type);
  relation->target = resolve_target (parse->from, target);
  g_ptr_array_add (parse->relations, relation);
  if (parse->relations->len > TD_LIMIT_PARTS)
    {
      GError *error = NULL;

      td_refuse_too_large (&error, parse->place);
      td_xml_fail (xml, error);
    }
}

/* The relations of the part @from ("" for the package itself). */
static GPtrArray *
load_relations (TdArchive *archive, const char *from, GCancellable *cancellable, GError **error)
{
  static const TdXmlHandler handler = { .start = relation_cb };
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func (free_relation);
  RelationsParse parse = { relations, from, td_archive_get_name (archive) };
  const char *slash = strrchr (from, '/');
  int folder = slash != NULL ? (int) (slash - from) + 1 : 0;
  g_autofree char *part = g_strdup_printf ("%.*s_rels/%s.rels", folder, from, from + folder);

  if (td_archive_get_size (archive, part) > TD_LIMIT_SMALL_PART)
    {
      td_refuse_too_large (error, td_archive_get_name (archive));
      return NULL;
    }
  if (!td_xml_parse (archive, part, &handler, &parse, NULL, NULL, cancellable, error))
    return NULL;
  return g_steal_pointer (&relations);
}

static const Relation *
find_by_id (GPtrArray *relations, const char *id)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = g_ptr_array_index (relations, i);

      if (g_strcmp0 (relation->id, id) == 0)
        return relation;
    }
  return NULL;
}

static const Relation *
find_by_type (GPtrArray *relations, const char *type)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = g_ptr_array_index (relations, i);

      if (g_str_equal (relation->type, type))
        return relation;
    }
  return NULL;
}

/* --- kinds of parts --------------------------------------------------------------------------- */

typedef struct
{
  GHashTable *by_part;   /* name in small letters, with its "/" → kind */
  GHashTable *by_ending; /* in small letters → kind */
} Types;

static void
type_cb (TdXml *xml, const char *name, const char *uri, const TdXmlAttribute *attributes,
         guint n_attributes, gpointer data)
{
  Types *types = data;
  gboolean override = g_str_equal (name, "Override");
  g_autofree char *of = NULL, *kind = NULL;

  if (!override && !g_str_equal (name, "Default"))
    return;
  of = td_xml_dup (td_xml_get (attributes, n_attributes, override ? "PartName" : "Extension"));
  kind = td_xml_dup (td_xml_get (attributes, n_attributes, "ContentType"));
  if (of != NULL && kind != NULL)
    g_hash_table_replace (override ? types->by_part : types->by_ending, g_ascii_strdown (of, -1),
                          g_steal_pointer (&kind));
}

/* Whether the package says that @part is of that kind. A part that contradicts its use is a trick. */
static gboolean
is_of_type (const Types *types, const char *part, const char *const *kinds)
{
  g_autofree char *key = g_strconcat ("/", part, NULL);
  g_autofree char *small = g_ascii_strdown (key, -1);
  const char *type = g_hash_table_lookup (types->by_part, small);
  const char *dot = strrchr (small, '.');

  if (type == NULL && dot != NULL)
    type = g_hash_table_lookup (types->by_ending, dot + 1);
  for (; type != NULL && *kinds != NULL; kinds++)
    if (strstr (type, *kinds) != NULL)
      return TRUE;
  return FALSE;
}

/* --- the list of sheets ----------------------------------------------------------------------- */

typedef struct
{
  TdXlsxBook *book;
  GPtrArray *relations;
  const Types *types;
  GHashTable *names; /* folded, to find two of the same */
} BookParse;

static void
add_sheet (TdXml *xml, BookParse *parse, const TdXmlAttribute *attributes, guint n_attributes)
{
  static const char *const sheet_kinds[] = { "worksheet+xml", NULL };
  TdXlsxBook *book = parse->book;
  const char *place = td_archive_get_name (book->archive);
  g_autofree char *name = td_xml_dup (td_xml_get (attributes, n_attributes, "name"));
  g_autofree char *id = NULL;
  const TdXmlAttribute *state = td_xml_get (attributes, n_attributes, "state");
  const Relation *relation;
  GError *error = NULL;
  TdXlsxSheet *sheet;

  for (guint i = 0; i < n_attributes && id == NULL; i++)
    if (attributes[i].uri != NULL && g_str_equal (attributes[i].name, "id"))
      id = td_xml_dup (&attributes[i]);
  relation = id != NULL ? find_by_id (parse->relations, id) : NULL;
  if (name == NULL || *name == '\0' || relation == NULL
      || g_utf8_strlen (name, -1) > TD_LIMIT_SHEET_NAME
      || !g_hash_table_add (parse->names, g_utf8_casefold (name, -1)))
    {
      td_refuse_damaged (&error, place);
      td_xml_fail (xml, error);
      return;
    }
  if (g_hash_table_size (parse->names) > TD_LIMIT_SHEETS)
    {
      td_refuse_too_large (&error, place);
      td_xml_fail (xml, error);
      return;
    }
  /* Sheets that are one large chart, and macro sheets, have no cells. */
  if (!g_str_equal (relation->type, "worksheet"))
    return;
  if (!td_archive_contains (book->archive, relation->target))
    {
      td_refuse_damaged (&error, place);
      td_xml_fail (xml, error);
      return;
    }
  if (!is_of_type (parse->types, relation->target, sheet_kinds))
    {
      td_refuse (&error, TD_ERROR_INVALID, place,
                 _ ("the sheet “%s” is not what the file says it is; it was not made by a "
                    "spreadsheet program and was not read"),
                 name);
      td_xml_fail (xml, error);
      return;
    }
  sheet = g_new0 (TdXlsxSheet, 1);
  sheet->name = g_steal_pointer (&name);
  sheet->part = g_strdup (relation->target);
  sheet->hidden = td_xml_equals (state, "hidden") || td_xml_equals (state, "veryHidden");
  g_ptr_array_add (book->sheets, sheet);
}

static void
book_cb (TdXml *xml, const char *name, const char *uri, const TdXmlAttribute *attributes,
         guint n_attributes, gpointer data)
{
  BookParse *parse = data;

  if (g_str_equal (name, "sheet"))
    add_sheet (xml, parse, attributes, n_attributes);
  else if (g_str_equal (name, "workbookPr"))
    parse->book->from_1904 = td_xml_is_true (td_xml_get (attributes, n_attributes, "date1904"));
  else if (td_xml_get_depth (xml) > 1 && !g_str_equal (name, "sheets"))
    td_xml_skip (xml);
}

/* --- styles ----------------------------------------------------------------------------------- */

/* A cell style as it stands in the file. */
typedef struct
{
  guint format; /* number of its number format */
  gboolean struck;
} CellStyle;

typedef struct
{
  TdXlsxBook *book;
  GArray *fonts;  /* of gboolean: whether text in it is struck out, raised or lowered */
  GArray *styles; /* of CellStyle */
} StylesParse;

static void
take_number_format (StylesParse *parse, guint number, char *code)
{
  TdXlsxStyle *style;

  if (code == NULL)
    return;
  style = g_new0 (TdXlsxStyle, 1);
  style->code = code;
  style->format = td_number_format_classify (code);
  style->flags = td_number_format_get_flags (code);
  g_hash_table_replace (parse->book->codes, GUINT_TO_POINTER (number), style);
}

static void
take_cell_style (StylesParse *parse, guint number, const TdXmlAttribute *font)
{
  gint64 index = td_xml_number (font, 0);
  CellStyle style = { number, FALSE };

  if (index >= 0 && index < (gint64) parse->fonts->len)
    style.struck = g_array_index (parse->fonts, gboolean, (guint) index);
  g_array_append_val (parse->styles, style);
}

static void
style_cb (TdXml *xml, const char *name, const char *uri, const TdXmlAttribute *attributes,
          guint n_attributes, gpointer data)
{
  StylesParse *parse = data;
  const TdXmlAttribute *id = td_xml_get (attributes, n_attributes, "numFmtId");
  guint number = (guint) CLAMP (td_xml_number (id, 0), 0, G_MAXUINT16);
  gboolean no = FALSE;

  if (g_str_equal (name, "xf"))
    take_cell_style (parse, number, td_xml_get (attributes, n_attributes, "fontId"));
  else if (g_str_equal (name, "numFmt"))
    take_number_format (parse, number,
                        td_xml_dup (td_xml_get (attributes, n_attributes, "formatCode")));
  else if (g_str_equal (name, "font"))
    g_array_append_val (parse->fonts, no);
  else if (td_xlsx_marks_text (name, attributes, n_attributes) && parse->fonts->len > 0)
    g_array_index (parse->fonts, gboolean, parse->fonts->len - 1) = TRUE;
  else if (td_xml_get_depth (xml) > 1 && !g_str_equal (name, "numFmts")
           && !g_str_equal (name, "fonts") && !g_str_equal (name, "cellXfs"))
    td_xml_skip (xml);
  if (parse->styles->len > TD_LIMIT_STYLES || parse->fonts->len > TD_LIMIT_STYLES)
    {
      GError *error = NULL;

      td_refuse_too_large (&error, td_archive_get_name (parse->book->archive));
      td_xml_fail (xml, error);
    }
}

static gboolean
load_styles (TdXlsxBook *self, const char *part, GCancellable *cancellable, GError **error)
{
  static const TdXmlHandler handler = { .start = style_cb };
  g_autoptr (GArray) fonts = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (GArray) styles = g_array_new (FALSE, FALSE, sizeof (CellStyle));
  StylesParse parse = { self, fonts, styles };

  if (td_archive_get_size (self->archive, part) > TD_LIMIT_BOOK_PART)
    return td_refuse_too_large (error, td_archive_get_name (self->archive));
  if (!td_xml_parse (self->archive, part, &handler, &parse, NULL, NULL, cancellable, error))
    return FALSE;
  for (guint i = 0; i < styles->len; i++)
    {
      const CellStyle *one = &g_array_index (styles, CellStyle, i);
      const TdXlsxStyle *given = g_hash_table_lookup (self->codes, GUINT_TO_POINTER (one->format));
      const char *code = td_number_format_builtin (one->format);
      TdXlsxStyle style = { td_number_format_classify_builtin (one->format),
                            code != NULL ? td_number_format_get_flags (code) : 0, (char *) code };

      if (given != NULL)
        style = *given;
      if (one->struck)
        style.flags |= TD_CELL_STRUCK;
      g_array_append_val (self->styles, style);
    }
  return TRUE;
}

/* --- the book --------------------------------------------------------------------------------- */

static gboolean
load_book (TdXlsxBook *self, const Types *types, GCancellable *cancellable, GError **error)
{
  static const char *const book_kinds[] = { "spreadsheetml.sheet.main+xml",
                                            "spreadsheetml.template.main+xml",
                                            "ms-excel.sheet.macroEnabled.main+xml",
                                            "ms-excel.template.macroEnabled.main+xml", NULL };
  static const TdXmlHandler handler = { .start = book_cb };
  g_autoptr (GPtrArray) top = load_relations (self->archive, "", cancellable, error);
  g_autoptr (GPtrArray) relations = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *place = td_archive_get_name (self->archive);
  const Relation *main_part, *found;
  BookParse parse = { self, NULL, types, names };

  if (top == NULL)
    return FALSE;
  main_part = find_by_type (top, "officeDocument");
  if (main_part == NULL)
    return td_refuse_damaged (error, place);
  if (!is_of_type (types, main_part->target, book_kinds))
    return td_refuse (error, TD_ERROR_INVALID, place,
                      _ ("this is not a workbook, although it is packed like one; open it in the "
                         "program it comes from and save it as “Excel Workbook (.xlsx)”"));
  relations = load_relations (self->archive, main_part->target, cancellable, error);
  if (relations == NULL)
    return FALSE;
  parse.relations = relations;
  if (td_archive_get_size (self->archive, main_part->target) > TD_LIMIT_BOOK_PART)
    return td_refuse_too_large (error, place);
  if (!td_xml_parse (self->archive, main_part->target, &handler, &parse, NULL, NULL, cancellable,
                     error))
    return FALSE;
  if (self->sheets->len == 0)
    return td_refuse (error, TD_ERROR_INVALID, place, _ ("the workbook has no sheet with cells"));
  found = find_by_type (relations, "sharedStrings");
  if (found != NULL && td_archive_contains (self->archive, found->target))
    self->strings_part = g_strdup (found->target);
  found = find_by_type (relations, "styles");
  if (found != NULL && td_archive_contains (self->archive, found->target))
    return load_styles (self, found->target, cancellable, error);
  return TRUE;
}

TdXlsxBook *
td_xlsx_book_new (TdArchive *archive, GCancellable *cancellable, GError **error)
{
  static const TdXmlHandler handler = { .start = type_cb };
  g_autoptr (TdXlsxBook) self = g_new0 (TdXlsxBook, 1);
  g_autoptr (GHashTable) by_part = NULL, by_ending = NULL;
  Types types;

  self->archive = archive;
  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  self->styles = g_array_new (FALSE, FALSE, sizeof (TdXlsxStyle));
  self->codes = g_hash_table_new_full (NULL, NULL, NULL, free_style);
  by_part = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  by_ending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  types.by_part = by_part;
  types.by_ending = by_ending;
  if (!td_xml_parse (archive, "[Content_Types].xml", &handler, &types, NULL, NULL, cancellable,
                     error)
      || !load_book (self, &types, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
td_xlsx_book_free (TdXlsxBook *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->styles, g_array_unref);
  g_clear_pointer (&self->codes, g_hash_table_unref);
  g_clear_pointer (&self->strings, td_xlsx_strings_free);
  g_free (self->strings_part);
  g_free (self);
}

gboolean
td_xlsx_book_load_strings (TdXlsxBook *self, GCancellable *cancellable, GError **error)
{
  if (self->strings == NULL && self->strings_part != NULL)
    self->strings = td_xlsx_strings_new (self->archive, self->strings_part, cancellable, error);
  return self->strings != NULL || self->strings_part == NULL;
}
