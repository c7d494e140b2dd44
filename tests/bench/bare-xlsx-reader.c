/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reference for reading: the least that a program can do with minizip and libxml2's SAX2 push
 * parser. Counts the cells and the bytes of text of a workbook's shared strings and first sheet, and
 * makes nothing of them.
 */
#include <libxml/parser.h>
#include <minizip/unzip.h>
#include <stdio.h>
#include <string.h>

#define PIECE 65536

typedef struct
{
  unsigned long cells;
  unsigned long bytes;
} Count;

static void
start_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
          int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
          const xmlChar **attributes)
{
  Count *count = context;

  count->cells += name[0] == 'c' && name[1] == '\0';
}

static void
text_cb (void *context, const xmlChar *text, int length)
{
  Count *count = context;

  count->bytes += (unsigned long) length;
}

static int
read_part (unzFile zip, const char *part, Count *count)
{
  static char piece[PIECE];
  xmlSAXHandler sax = { 0 };
  xmlParserCtxtPtr parser;
  int got, good;

  if (unzLocateFile (zip, part, 0) != UNZ_OK)
    return 1;
  if (unzOpenCurrentFile (zip) != UNZ_OK)
    return 0;
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = start_cb;
  sax.characters = text_cb;
  parser = xmlCreatePushParserCtxt (&sax, count, NULL, 0, NULL);
  while ((got = unzReadCurrentFile (zip, piece, PIECE)) > 0)
    xmlParseChunk (parser, piece, got, 0);
  xmlParseChunk (parser, piece, 0, 1);
  good = got == 0 && parser->wellFormed;
  xmlFreeParserCtxt (parser);
  unzCloseCurrentFile (zip);
  return good;
}

int
main (int argc, char *argv[])
{
  Count count = { 0, 0 };
  unzFile zip = argc == 2 ? unzOpen64 (argv[1]) : NULL;

  if (zip == NULL || !read_part (zip, "xl/sharedStrings.xml", &count)
      || !read_part (zip, "xl/worksheets/sheet1.xml", &count))
    {
      fprintf (stderr, "usage: bare-xlsx-reader WORKBOOK\n");
      return 1;
    }
  unzClose (zip);
  printf ("%lu cells, %lu bytes\n", count.cells, count.bytes);
  return 0;
}
