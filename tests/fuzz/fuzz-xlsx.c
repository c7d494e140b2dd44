/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * XLSX workbooks. Bytes that begin like a zip are taken for the whole file. Else the first letter says
 * which part of an otherwise good workbook the rest is: s a sheet, t the shared strings, y the styles,
 * b the list of sheets, r its relations, c the kinds of parts.
 */
#include <string.h>

#include "fuzz-grid.h"

#define MAIN     "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE  "http://schemas.openxmlformats.org/package/2006/relationships"
#define KIND     "application/vnd.openxmlformats-officedocument.spreadsheetml."

static const struct
{
  char letter;
  const char *name;
  const char *content;
} good[] = {
  { 'c', "[Content_Types].xml",
    "<Types><Override PartName='/xl/workbook.xml' ContentType='" KIND "sheet.main+xml'/>"
    "<Override PartName='/xl/s.xml' ContentType='" KIND "worksheet+xml'/></Types>" },
  { '-', "_rels/.rels",
    "<Relationships xmlns='" PACKAGE "'><Relationship Id='a' Type='" RELATION "/officeDocument' "
    "Target='xl/workbook.xml'/></Relationships>" },
  { 'b', "xl/workbook.xml",
    "<workbook xmlns='" MAIN "' xmlns:r='" RELATION
    "'><sheets><sheet name='S' r:id='s'/></sheets></workbook>" },
  { 'r', "xl/_rels/workbook.xml.rels",
    "<Relationships xmlns='" PACKAGE "'><Relationship Id='s' Type='" RELATION
    "/worksheet' Target='s.xml'/>"
    "<Relationship Id='t' Type='" RELATION "/sharedStrings' Target='t.xml'/>"
    "<Relationship Id='y' Type='" RELATION "/styles' Target='y.xml'/></Relationships>" },
  { 's', "xl/s.xml",
    "<worksheet xmlns='" MAIN
    "'><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
    "<c r='C1' s='1'><v>45365</v></c><c r='D1' s='2'><v>0.5</v></c><c r='E1' "
    "s='3'><v>0.5</v></c></row>"
    "</sheetData></worksheet>" },
  { 't', "xl/t.xml", "<sst xmlns='" MAIN "'><si><t>a</t></si><si><r><t>b</t></r></si></sst>" },
  { 'y', "xl/y.xml",
    "<styleSheet xmlns='" MAIN
    "'><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/></numFmts><cellXfs>"
    "<xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='20'/><xf "
    "numFmtId='9'/></cellXfs></styleSheet>" },
};

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  FuzzPart parts[G_N_ELEMENTS (good)];
  g_autoptr (GByteArray) packed = NULL;

  if (size == 0 || data[0] == 'P')
    {
      fuzz_read_grid (data, size, "fuzz.xlsx");
      return 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      gboolean replaced = good[i].letter == (char) data[0];

      parts[i].name = good[i].name;
      parts[i].content = replaced ? (const void *) (data + 1) : good[i].content;
      parts[i].length = replaced ? size - 1 : strlen (good[i].content);
    }
  packed = fuzz_pack (parts, G_N_ELEMENTS (parts));
  fuzz_read_grid (packed->data, packed->len, "fuzz.xlsx");
  return 0;
}
