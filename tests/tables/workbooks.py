# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds workbooks from bits of XML written by hand, as spreadsheet programs write them and as they do not."""
import io
import struct
import zipfile

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
STRICT_REL = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
PKG_REL = 'http://schemas.openxmlformats.org/package/2006/relationships'
TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Cell styles of STYLES, by their place: 0 General, 1 date by number 14, 2 a Vietnamese date, 3 percent, 4 time, 5 a
# duration, 6 two decimals with an ending in words, 7 text, 8 date and time.
STYLES = HEAD + f'''<styleSheet xmlns="{MAIN}"><numFmts count="4">
<numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/>
<numFmt numFmtId="166" formatCode="#,##0.00&quot; đồng d&quot;"/><numFmt numFmtId="167" formatCode="dd/mm/yyyy\\ hh:mm"/>
</numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="9">
<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="20"/><xf numFmtId="165"/>
<xf numFmtId="166"/><xf numFmtId="49"/><xf numFmtId="167"/></cellXfs>
<dxfs count="1"><dxf><numFmt numFmtId="0" formatCode="yyyy"/></dxf></dxfs></styleSheet>'''


def pack(parts, method=zipfile.ZIP_DEFLATED):
    """A zip of (name, content) pairs, in order; fixed dates, so that it is the same every time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w') as archive:
        for name, content in parts:
            info = zipfile.ZipInfo(name, (2024, 3, 14, 8, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == 'mimetype' else method
            archive.writestr(info, content)
    return out.getvalue()


def wide(content, claimed=None):
    """The same zip with all sizes in the 64-bit fields, as Java's streaming writer gives them; or with a size that is
    not true, for one part's name.
    """
    end = content.rindex(b'PK\x05\x06')
    at = struct.unpack_from('<I', content, end + 16)[0]
    data, records = bytearray(content), b''
    first = at
    while at < end:
        packed, size, name_length, extra, comment = struct.unpack_from('<IIHHH', data, at + 20)
        name = bytes(data[at + 46:at + 46 + name_length])
        record = bytearray(data[at:at + 46 + name_length])
        if claimed is not None and name.decode() in claimed:
            size = claimed[name.decode()]
        struct.pack_into('<II', record, 20, 0xffffffff, 0xffffffff)
        struct.pack_into('<HH', record, 30, 20 + 9, 0)
        # Another field before it, which is to be passed over.
        records += bytes(record) + struct.pack('<HH', 0x5455, 5) + bytes(5) + struct.pack('<HHQQ', 1, 16, size, packed)
        struct.pack_into('<II', data, struct.unpack_from('<I', data, at + 42)[0] + 18, 0xffffffff, 0xffffffff)
        at += 46 + name_length + extra + comment
    count = struct.unpack_from('<H', content, end + 10)[0]
    where = first + len(records)
    last = struct.pack('<IQHHIIQQQQ', 0x06064b50, 44, 45, 45, 0, 0, count, count, len(records), first)
    last += struct.pack('<IIQI', 0x07064b50, 0, where, 1)
    last += struct.pack('<IHHHHIIH', 0x06054b50, 0, 0, 0xffff, 0xffff, 0xffffffff, 0xffffffff, 0)
    return bytes(data[:first]) + records + last


def sheet(rows, before='', after='', namespace=MAIN):
    """One worksheet part from the XML of its rows and of what stands around them."""
    return (f'{HEAD}<worksheet xmlns="{namespace}" xmlns:r="{REL}">{before}'
            f'<sheetData>{rows}</sheetData>{after}</worksheet>')


def strings(*items):
    return (f'{HEAD}<sst xmlns="{MAIN}" count="{len(items)}">'
            + ''.join(f'<si>{item}</si>' for item in items) + '</sst>')


def xlsx_parts(sheets, shared=None, styles=STYLES, book_before='', kind='sheet.main+xml', extra=()):
    """The parts of a workbook; sheets are (name, content) or (name, content, state)."""
    names, rels, types, parts = '', '', '', []
    for i, one in enumerate(sheets, 1):
        name, content = one[:2]
        state = f' state="{one[2]}"' if len(one) > 2 else ''
        names += f'<sheet name="{name}" sheetId="{i}"{state} r:id="rId{i}"/>'
        rels += f'<Relationship Id="rId{i}" Type="{REL}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        types += f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{TYPE}worksheet+xml"/>'
        parts.append((f'xl/worksheets/sheet{i}.xml', content))
    rels += f'<Relationship Id="rIdS" Type="{REL}/styles" Target="styles.xml"/>'
    types += f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}styles+xml"/>'
    parts.append(('xl/styles.xml', styles))
    if shared is not None:
        rels += f'<Relationship Id="rIdT" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/>'
        types += f'<Override PartName="/xl/sharedStrings.xml" ContentType="{TYPE}sharedStrings+xml"/>'
        parts.append(('xl/sharedStrings.xml', shared))
    head = [
        ('[Content_Types].xml', f'''{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{kind if '/' in kind else TYPE + kind}"/>{types}</Types>'''),
        ('_rels/.rels', f'''{HEAD}<Relationships xmlns="{PKG_REL}">
<Relationship Id="rId1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>'''),
        ('xl/workbook.xml', f'''{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{REL}">{book_before}
<sheets>{names}</sheets></workbook>'''),
        ('xl/_rels/workbook.xml.rels', f'{HEAD}<Relationships xmlns="{PKG_REL}">{rels}</Relationships>'),
    ]
    return head + parts + list(extra)


def xlsx(*args, **kwargs):
    return pack(xlsx_parts(*args, **kwargs))


ODS_NAMESPACES = ' '.join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [('office', 'office'), ('style', 'style'), ('text', 'text'), ('table', 'table'),
                         ('draw', 'drawing')])
ODS_NAMESPACES += (' xmlns:dc="http://purl.org/dc/elements/1.1/"'
                   ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"')
ODS_STYLES = '''<office:automatic-styles>
<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>'''
MANIFEST = HEAD + '''<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">%s</manifest:file-entry>
</manifest:manifest>'''


def ods_content(tables, namespaces=ODS_NAMESPACES, head=HEAD):
    return (f'{head}<office:document-content {namespaces} office:version="1.3">{ODS_STYLES}'
            f'<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>')


def ods_table(rows, name='Sheet1', style='ta1'):
    return f'<table:table table:name="{name}" table:style-name="{style}">{rows}</table:table>'


def ods_parts(content, mimetype='application/vnd.oasis.opendocument.spreadsheet', encrypted=''):
    return [('mimetype', mimetype), ('content.xml', content), ('META-INF/manifest.xml', MANIFEST % encrypted)]


def ods(*args, **kwargs):
    return pack(ods_parts(*args, **kwargs))
