/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * OpenDocument spreadsheets. Bytes that begin like a zip are taken for the whole file; a leading m
 * makes the rest its manifest; all else is the content, where "@" stands for the root with its
 * namespaces, which no fuzzer would find.
 */
#include <string.h>

#include "fuzz-grid.h"

#define NAMESPACE "urn:oasis:names:tc:opendocument:xmlns:"
#define ROOT                                                                                       \
  "<office:document-content xmlns:office='" NAMESPACE "office:1.0' xmlns:table='" NAMESPACE        \
  "table:1.0' "                                                                                    \
  "xmlns:text='" NAMESPACE "text:1.0' xmlns:style='" NAMESPACE "style:1.0' "                       \
  "xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'>"
#define TYPE     "application/vnd.oasis.opendocument.spreadsheet"
#define MANIFEST "<manifest/>"
#define CONTENT                                                                                    \
  ROOT "<office:body><office:spreadsheet><table:table "                                            \
       "table:name='a'/></office:spreadsheet></office:body>"                                       \
       "</office:document-content>"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autoptr (GByteArray) packed = NULL;
  FuzzPart parts[] = {
    { "mimetype", TYPE, strlen (TYPE) },
    { "META-INF/manifest.xml", MANIFEST, strlen (MANIFEST) },
    { "content.xml", CONTENT, strlen (CONTENT) },
  };

  if (size == 0 || data[0] == 'P')
    {
      fuzz_read_grid (data, size, "fuzz.ods");
      return 0;
    }
  if (data[0] == 'm')
    {
      parts[1].content = data + 1;
      parts[1].length = size - 1;
    }
  else
    {
      if (data[0] == '@')
        {
          g_byte_array_append (content, (const guint8 *) ROOT, strlen (ROOT));
          data++;
          size--;
        }
      g_byte_array_append (content, data, (guint) size);
      parts[2].content = content->data;
      parts[2].length = content->len;
    }
  packed = fuzz_pack (parts, G_N_ELEMENTS (parts));
  fuzz_read_grid (packed->data, packed->len, "fuzz.ods");
  return 0;
}
