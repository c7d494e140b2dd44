/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "tables/td-limits.h"
#include "tables/td-refuse.h"

G_STATIC_ASSERT (sizeof (TdXmlAttribute) == 5 * sizeof (const xmlChar *));

struct _TdXml
{
  xmlParserCtxtPtr context;
  TdArchive *archive;
  const TdXmlHandler *handler;
  gpointer data;
  TdProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
  GError *error;
  guint depth;
  guint skip; /* the depth of the element that is skipped, 0 for none */
  guint reads;
  gsize run; /* bytes since the last "<" */
  gboolean prepared;
  gboolean stopped;
};

/* --- bytes in --------------------------------------------------------------------------------- */

/*
 * libxml2 compares the attributes of a tag pairwise, so that a tag of some megabytes would take it
 * minutes. No "<" may stand within a tag or a text: where none comes for too long, one is too long.
 */
static gboolean
check_run (TdXml *self, const char *bytes, gsize length)
{
  const char *first = memchr (bytes, '<', length);
  const char *last;

  if (first == NULL)
    {
      self->run += length;
      return self->run <= TD_LIMIT_XML_RUN;
    }
  self->run += (gsize) (first - bytes);
  if (self->run > TD_LIMIT_XML_RUN)
    return FALSE;
  last = memrchr (bytes, '<', length);
  self->run = (gsize) (bytes + length - last);
  return TRUE;
}

static int
read_cb (void *context, char *buffer, int length)
{
  TdXml *self = context;
  gssize got;

  if (self->error != NULL || self->stopped)
    return -1;
  if (self->reads++ % 64 == 0)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
        return -1;
      if (self->progress != NULL)
        self->progress (td_archive_get_progress (self->archive), self->progress_data);
    }
  got = td_archive_read (self->archive, buffer, (gsize) length, &self->error);
  if (got > 0 && !check_run (self, buffer, (gsize) got))
    {
      td_refuse_too_large (&self->error, td_archive_get_name (self->archive));
      return -1;
    }
  return (int) got;
}

/* --- events out ------------------------------------------------------------------------------- */

static void
start_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
          int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
          const xmlChar **attributes)
{
  TdXml *self = context;

  self->depth++;
  if (self->stopped)
    return;
  if (self->depth > TD_LIMIT_XML_DEPTH || n_attributes > TD_LIMIT_XML_ATTRIBUTES)
    {
      GError *error = NULL;

      td_refuse_too_large (&error, td_archive_get_name (self->archive));
      td_xml_fail (self, error);
      return;
    }
  if (self->skip != 0)
    return;
  self->handler->start (self, (const char *) name, (const char *) uri,
                        (const TdXmlAttribute *) (const void *) attributes, (guint) n_attributes,
                        self->data);
}

static void
end_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  TdXml *self = context;

  if (self->skip == 0 && !self->stopped && self->handler->end != NULL)
    self->handler->end (self, (const char *) name, (const char *) uri, self->data);
  if (self->skip == self->depth)
    self->skip = 0;
  self->depth--;
}

static void
text_cb (void *context, const xmlChar *text, int length)
{
  TdXml *self = context;

  if (self->skip == 0 && !self->stopped && self->handler->text != NULL)
    self->handler->text (self, (const char *) text, (gsize) length, self->data);
}

/* Called before any of the document type is read. */
static void
doctype_cb (void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
  TdXml *self = context;
  GError *error = NULL;

  td_refuse (&error, TD_ERROR_INVALID, td_archive_get_name (self->archive),
             _ ("the file has a document type inside, which no spreadsheet program writes; it was "
                "made to do harm and was not read"));
  td_xml_fail (self, error);
}

static void
silent_cb (void *context, xmlErrorPtr error)
{
}

/* --- the parse -------------------------------------------------------------------------------- */

gboolean
td_xml_parse (TdArchive *archive, const char *part, const TdXmlHandler *handler, gpointer data,
              TdProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
              GError **error)
{
  static gsize initialized = 0;
  TdXml self = {
    .archive = archive,
    .handler = handler,
    .data = data,
    .progress = progress,
    .progress_data = progress_data,
    .cancellable = cancellable,
  };
  xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_cb,
    .endElementNs = end_cb,
    .characters = text_cb,
    .ignorableWhitespace = text_cb,
    .cdataBlock = text_cb,
    .internalSubset = doctype_cb,
    .serror = silent_cb,
  };
  gboolean well_formed;

  if (g_once_init_enter (&initialized))
    {
      xmlInitParser ();
      g_once_init_leave (&initialized, 1);
    }
  if (!td_archive_open_part (archive, part, error))
    return FALSE;
  self.context = xmlCreateIOParserCtxt (&sax, &self, read_cb, NULL, &self, XML_CHAR_ENCODING_NONE);
  if (self.context == NULL)
    {
      td_archive_close_part (archive);
      if (self.error == NULL)
        return td_refuse_damaged (error, td_archive_get_name (archive));
      g_propagate_error (error, self.error);
      return FALSE;
    }
  /* NOENT is for the five entities of XML itself in attributes; others cannot be declared. */
  xmlCtxtUseOptions (self.context,
                     XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (handler->prepare != NULL)
    handler->prepare (&self, data);
  xmlParseDocument (self.context);
  well_formed = self.context->wellFormed;
  xmlFreeParserCtxt (self.context);
  td_archive_close_part (archive);
  if (self.error != NULL)
    {
      g_propagate_error (error, self.error);
      return FALSE;
    }
  if (!well_formed && !self.stopped)
    return td_refuse_damaged (error, td_archive_get_name (archive));
  if (progress != NULL)
    progress (1.0, progress_data);
  return TRUE;
}

const char *
td_xml_intern (TdXml *self, const char *name)
{
  return (const char *) xmlDictLookup (self->context->dict, (const xmlChar *) name, -1);
}

void
td_xml_fail (TdXml *self, GError *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
  td_xml_stop (self);
}

void
td_xml_stop (TdXml *self)
{
  self->stopped = TRUE;
  xmlStopParser (self->context);
}

void
td_xml_skip (TdXml *self)
{
  self->skip = self->depth;
}

guint
td_xml_get_depth (const TdXml *self)
{
  return self->depth;
}

const TdXmlAttribute *
td_xml_find (const TdXmlAttribute *attributes, guint n_attributes, const char *name,
             const char *uri)
{
  for (guint i = 0; i < n_attributes; i++)
    if (attributes[i].name == name && attributes[i].uri == uri)
      return &attributes[i];
  return NULL;
}

const TdXmlAttribute *
td_xml_get (const TdXmlAttribute *attributes, guint n_attributes, const char *name)
{
  for (guint i = 0; i < n_attributes; i++)
    if (attributes[i].uri == NULL && g_str_equal (attributes[i].name, name))
      return &attributes[i];
  return NULL;
}

gint64
td_xml_number (const TdXmlAttribute *attribute, gint64 fallback)
{
  gint64 value = 0;
  gboolean negative;
  const char *at;

  if (attribute == NULL || attribute->value == attribute->end
      || attribute->end - attribute->value > 18)
    return fallback;
  at = attribute->value;
  negative = *at == '-';
  if (negative)
    at++;
  for (; at < attribute->end; at++)
    {
      if (!g_ascii_isdigit (*at))
        return fallback;
      value = value * 10 + (*at - '0');
    }
  return negative ? -value : value;
}

gboolean
td_xml_equals (const TdXmlAttribute *attribute, const char *value)
{
  gsize length = strlen (value);

  return attribute != NULL && (gsize) (attribute->end - attribute->value) == length
         && memcmp (attribute->value, value, length) == 0;
}

gboolean
td_xml_is_true (const TdXmlAttribute *attribute)
{
  return td_xml_equals (attribute, "1") || td_xml_equals (attribute, "true")
         || td_xml_equals (attribute, "on");
}

char *
td_xml_dup (const TdXmlAttribute *attribute)
{
  if (attribute == NULL)
    return NULL;
  return g_strndup (attribute->value, (gsize) (attribute->end - attribute->value));
}
