/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * XML of a package's part, as events: libxml2's SAX2 over the archive, with everything turned off
 * that a workbook has no use for. A document type, and with it every entity but the five of XML
 * itself, is refused; nothing outside the part is ever fetched.
 *
 * Names of elements, attributes and namespaces are interned: the strings handed to the callbacks are
 * the ones td_xml_intern() gives, so that they are compared as pointers.
 */
#pragma once

#include <gio/gio.h>

#include "tables/td-archive.h"
#include "tables/td-cell.h"

G_BEGIN_DECLS

typedef struct _TdXml TdXml;

/* One attribute, as libxml2 has it. The value is not NUL-terminated. */
typedef struct
{
  const char *name;
  const char *prefix;
  const char *uri;
  const char *value;
  const char *end;
} TdXmlAttribute;

/**
 * TdXmlHandler:
 * @prepare: called once before the first element; interns names
 * @start: an element begins
 * @end: an element ends
 * @text: characters, in pieces of any size
 *
 * What is done with the events. Each may be %NULL but @start.
 */
typedef struct
{
  void (*prepare) (TdXml *xml, gpointer data);
  void (*start) (TdXml *xml, const char *name, const char *uri, const TdXmlAttribute *attributes,
                 guint n_attributes, gpointer data);
  void (*end) (TdXml *xml, const char *name, const char *uri, gpointer data);
  void (*text) (TdXml *xml, const char *text, gsize length, gpointer data);
} TdXmlHandler;

/*
 * Parses a part. FALSE with the callbacks' error, or when the part is missing, damaged, has a document
 * type, or is beyond the limits. @progress may be %NULL.
 */
gboolean td_xml_parse (TdArchive *archive, const char *part, const TdXmlHandler *handler,
                       gpointer data, TdProgressFunc progress, gpointer progress_data,
                       GCancellable *cancellable, GError **error);

/* For callbacks. The interned string; valid until the parse ends. */
const char *td_xml_intern (TdXml *self, const char *name);

/* Ends the parse as failed; takes @error over. */
void td_xml_fail (TdXml *self, GError *error);

/* Ends the parse as done: what is wanted has been seen. */
void td_xml_stop (TdXml *self);

/* In @start: no events for what is inside this element, and none for its end. */
void td_xml_skip (TdXml *self);

/* How deep the element is whose start or end is being told; the root is 1. */
guint td_xml_get_depth (const TdXml *self);

/* The attribute @name without namespace (@uri %NULL) or in one; both interned. (nullable) */
const TdXmlAttribute *td_xml_find (const TdXmlAttribute *attributes, guint n_attributes,
                                   const char *name, const char *uri);

/* The same for an attribute without namespace whose name was not interned; slower. (nullable) */
const TdXmlAttribute *
td_xml_get (const TdXmlAttribute *attributes, guint n_attributes, const char *name);

/* An attribute's value as a whole number; @fallback when there is none or it is no number. */
gint64 td_xml_number (const TdXmlAttribute *attribute, gint64 fallback);

/* Whether an attribute is `1`, `true` or `on`. */
gboolean td_xml_is_true (const TdXmlAttribute *attribute);

/* Whether an attribute has exactly this value. */
gboolean td_xml_equals (const TdXmlAttribute *attribute, const char *value);

/* The value, or %NULL without an attribute. (transfer full) (nullable) */
char *td_xml_dup (const TdXmlAttribute *attribute);

G_END_DECLS
