/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-ods-text.h"

#include "tables/td-limits.h"
#include "tables/td-ods-book.h"

void
td_ods_text_init (TdOdsText *self)
{
  *self = (TdOdsText){ .text = g_string_new (NULL) };
}

void
td_ods_text_clear (TdOdsText *self)
{
  g_string_free (self->text, TRUE);
  self->text = NULL;
}

void
td_ods_text_prepare (TdOdsText *self, TdXml *xml)
{
  self->ns = td_xml_intern (xml, TD_ODS_TEXT);
  self->p = td_xml_intern (xml, "p");
  self->h = td_xml_intern (xml, "h");
  self->s = td_xml_intern (xml, "s");
  self->tab = td_xml_intern (xml, "tab");
  self->line_break = td_xml_intern (xml, "line-break");
  self->ruby_text = td_xml_intern (xml, "ruby-text");
  self->note = td_xml_intern (xml, "note");
  self->count = td_xml_intern (xml, "c");
  self->span = td_xml_intern (xml, "span");
  self->style_name = td_xml_intern (xml, "style-name");
}

void
td_ods_text_reset (TdOdsText *self)
{
  g_string_truncate (self->text, 0);
  self->paragraphs = 0;
  self->struck = FALSE;
  self->depth = 0;
  self->spaces = 0;
  self->layout = FALSE;
}

gboolean
td_ods_text_fits (const TdOdsText *self)
{
  return self->text->len + self->spaces <= TD_LIMIT_TEXT_BYTES;
}

/*
 * White space in the file is one space between words and none at a paragraph's beginning, says the
 * standard (6.1.2). LibreOffice writes and reads several spaces as they are, and what it shows is what
 * a person typed: those stay. Line breaks and tabs are the file's own layout.
 */
static void
flush_spaces (TdOdsText *self)
{
  guint n = self->spaces;

  if (self->layout)
    n = self->begun ? 1 : 0;
  for (; n > 0; n--)
    g_string_append_c (self->text, ' ');
  self->spaces = 0;
  self->layout = FALSE;
}

void
td_ods_text_start (TdOdsText *self, TdXml *xml, const char *name, const char *uri,
                   const TdXmlAttribute *attributes, guint n_attributes)
{
  /* Notes (office:annotation), pictures and the like are not what the cell says. */
  if (uri != self->ns || name == self->ruby_text || name == self->note)
    {
      td_xml_skip (xml);
      return;
    }
  if (self->depth == 0)
    {
      if (name != self->p && name != self->h)
        return;
      if (self->paragraphs++ > 0)
        g_string_append_c (self->text, '\n');
      self->depth = td_xml_get_depth (xml);
      self->begun = FALSE;
    }
  else if (name == self->s || name == self->tab || name == self->line_break)
    {
      const TdXmlAttribute *count = td_xml_find (attributes, n_attributes, self->count, self->ns);
      gint64 n = name == self->s ? CLAMP (td_xml_number (count, 1), 1, TD_LIMIT_TEXT + 1) : 1;
      char c = ' ';

      if (name != self->s)
        c = name == self->tab ? '\t' : '\n';
      flush_spaces (self);
      for (; n > 0; n--)
        g_string_append_c (self->text, c);
      self->begun = TRUE;
    }
  else if (name == self->span && self->struck_styles != NULL)
    {
      g_autofree char *style =
          td_xml_dup (td_xml_find (attributes, n_attributes, self->style_name, self->ns));

      self->struck =
          self->struck || (style != NULL && g_hash_table_contains (self->struck_styles, style));
    }
}

void
td_ods_text_end (TdOdsText *self, TdXml *xml)
{
  if (self->depth != td_xml_get_depth (xml))
    return;
  flush_spaces (self);
  self->depth = 0;
}

void
td_ods_text_add (TdOdsText *self, const char *text, gsize length)
{
  if (self->depth == 0)
    return;
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r')
        {
          self->spaces++;
          self->layout = self->layout || text[i] != ' ';
          continue;
        }
      if (self->spaces > 0)
        flush_spaces (self);
      g_string_append_c (self->text, text[i]);
      self->begun = TRUE;
    }
}
