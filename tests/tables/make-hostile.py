#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes files that are broken, are something else than they say, or were made to do harm, into the folder given.

How each is refused stands in test-hostile.c.
"""
import pathlib
import struct
import sys
import zipfile
import zlib

import workbooks as w

OUT = pathlib.Path(sys.argv[1])
ONE = w.sheet('<row r="1"><c r="A1"><v>1</v></c></row>')
BOOK = w.xlsx([('S', ONE)])
ODS_ROW = '<table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row>'


def book(rows, **kwargs):
    return w.xlsx([('S', w.sheet(rows))], **kwargs)


def tables(inner):
    return w.ods(w.ods_content(w.ods_table(inner)))


def changed(parts, name, old, new):
    """The parts with a piece of one of them replaced; it must be there."""
    result = []
    for one, text in parts:
        if one == name:
            assert old in text, (name, old)
            text = text.replace(old, new)
        result.append((one, text))
    return result


def directory(content):
    """Where the directory of a zip begins, and where its last record does."""
    end = content.rindex(b'PK\x05\x06')
    return struct.unpack_from('<I', content, end + 16)[0], end


def patched(content, part, offset, form, value, in_local=None):
    """A zip with one field of a part's directory record changed, and of its local header where an offset is given."""
    data = bytearray(content)
    at, end = directory(content)
    while at < end:
        name_length, extra, comment = struct.unpack_from('<HHH', data, at + 28)
        name = bytes(data[at + 46:at + 46 + name_length]).decode()
        if name == part:
            struct.pack_into(form, data, at + offset, value)
            if in_local is not None:
                struct.pack_into(form, data, struct.unpack_from('<I', data, at + 42)[0] + in_local, value)
        at += 46 + name_length + extra + comment
    return bytes(data)


def compound(*streams):
    """The head and a directory of a Microsoft compound file: what is looked at of it, not one that opens."""
    head = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(504)
    entries = b''.join(name.encode('utf-16-le').ljust(64, b'\0') + bytes(64) for name in ('Root Entry',) + streams)
    return head + bytes(1024) + entries + bytes(512)


def with_twin(content):
    """Two parts of one name, told apart by their capitals only."""
    parts = w.xlsx_parts([('S', ONE)])
    return w.pack(parts + [('xl/worksheets/SHEET1.xml', content)])


def laughs(inner):
    entities = '<!ENTITY a0 "ha">' + ''.join(
        f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE x [{entities}]>' + inner.split('?>', 1)[1].replace('>1<', '>&a11;<', 1)


def sniffing():
    yield 'empty.xlsx', b''
    yield 'old.xls', compound('Workbook')
    yield 'old-renamed.xlsx', compound('Book')
    yield 'locked.xlsx', compound('EncryptionInfo', 'EncryptedPackage')
    yield 'word.doc', compound('WordDocument')
    yield 'slides.xlsx', compound('PowerPoint Document')
    yield 'other-office.xls', compound('Contents')
    yield 'very-old.xls', b'\x09\x04\x06\x00\x00\x00\x10\x00' + bytes(100)
    yield 'page.xls', b'\xef\xbb\xbf \r\n<html><body><table><tr><td>1</td></tr></table></body></html>'
    yield 'page-2.xlsx', b'<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0//EN"><table></table>'
    yield 'archive.xls', b'MIME-Version: 1.0\nContent-Type: multipart/related\n'
    yield 'xml-2003.xls', (b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
                           b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')
    yield 'flat.ods', b'<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>'
    yield 'data.xml', b'<?xml version="1.0"?><data/>'
    yield 'workbook.csv', BOOK
    yield 'workbook.xls', BOOK
    yield 'workbook.ods', BOOK
    yield 'spreadsheet.xlsx', tables(ODS_ROW)
    yield 'text.xlsx', 'mã,tên\n1,Hòa Lạc\n'.encode()
    yield 'text.log', b'code,name\n'
    yield 'paper.xlsx', b'%PDF-1.7\n'
    yield 'photo.xlsx', b'\xff\xd8\xff\xe0\x00\x10JFIF' + bytes(100)
    yield 'picture.png', b'\x89PNG\r\n\x1a\n' + bytes(100)
    yield 'packed.rar', b'Rar!\x1a\x07\x00'
    yield 'notes.rtf', b'{\\rtf1 a}'
    yield 'bytes.xlsx', bytes(range(256)) * 20
    yield '~$phieu.xlsx', b'\x05An' + bytes(162)
    document = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
    yield 'document.xlsx', w.xlsx([('S', ONE)], kind=document)
    yield 'deck.xlsx', w.xlsx([('S', ONE)], kind=document.replace('wordprocessingml.document', 'presentationml.presentation'))
    yield 'binary.xlsb', w.xlsx([('S', ONE)], kind='application/vnd.ms-excel.sheet.binary.macroEnabled.main')
    yield 'numbers.xlsx', w.pack([('Index/Document.iwa', b'x'), ('preview.jpg', b'x')])
    yield 'folder.zip', w.pack([('phiếu/1.xlsx', BOOK)])
    yield 'photos.zip', w.pack([('1.jpg', b'x')])
    yield 'letter.ods', w.ods(w.ods_content(''), mimetype='application/vnd.oasis.opendocument.text')
    yield 'drawing.ods', w.ods(w.ods_content(''), mimetype='application/vnd.oasis.opendocument.graphics')
    yield 'gsheet.gsheet', b'{"doc_id": "x"}'


def packages():
    yield 'cut-60.xlsx', BOOK[:len(BOOK) * 6 // 10]
    yield 'cut-10-bytes.xlsx', BOOK[:-10]
    yield 'cut-front.xlsx', BOOK[:4] + BOOK[400:]
    at = BOOK.index(b'xl/worksheets/sheet1.xml') + len('xl/worksheets/sheet1.xml') + 20
    yield 'flipped.xlsx', BOOK[:at] + bytes([BOOK[at] ^ 0x55]) + BOOK[at + 1:]
    yield 'checksum.xlsx', patched(BOOK, 'xl/worksheets/sheet1.xml', 16, '<I', 0x12345678, 14)
    yield 'password.xlsx', patched(BOOK, 'xl/workbook.xml', 8, '<H', 1, 6)
    yield 'method.xlsx', patched(BOOK, 'xl/workbook.xml', 10, '<H', 12, 8)
    yield 'bomb.xlsx', book('<row r="1"><c r="A1"><v>1</v></c></row>' + ' ' * 20_000_000)
    yield 'claims-4g.xlsx', patched(BOOK, 'xl/worksheets/sheet1.xml', 24, '<I', 0xfffffffe, 22)
    yield 'claims-less.xlsx', patched(BOOK, 'xl/worksheets/sheet1.xml', 24, '<I', 100, 22)
    yield 'claims-more.xlsx', patched(BOOK, 'xl/worksheets/sheet1.xml', 24, '<I', 5000, 22)
    yield 'claims-packed.xlsx', patched(BOOK, 'xl/worksheets/sheet1.xml', 20, '<I', 0x7fffffff, 18)
    sheet = 'xl/worksheets/sheet1.xml'
    yield 'wide-huge.xlsx', w.wide(BOOK, {sheet: 1 << 62})
    yield 'wide-more.xlsx', w.wide(BOOK, {sheet: 1 << 20})
    yield 'wide-less.xlsx', w.wide(BOOK, {sheet: 100})
    yield 'wide-checksum.xlsx', w.wide(patched(BOOK, sheet, 16, '<I', 0x12345678, 14))
    yield 'wide-missing.xlsx', patched(BOOK, sheet, 24, '<I', 0xffffffff, 22)
    yield 'many-parts.xlsx', w.pack(w.xlsx_parts([('S', ONE)]) + [(f'x/{i}', b'') for i in range(10001)])
    parts, _ = directory(BOOK)
    end = bytearray(BOOK)
    struct.pack_into('<HH', end, directory(BOOK)[1] + 8, 60000, 60000)
    yield 'claims-parts.xlsx', bytes(end)
    loop = bytearray(BOOK)
    struct.pack_into('<I', loop, directory(BOOK)[1] + 16, parts - 40)
    yield 'directory-off.xlsx', bytes(loop)
    yield 'twin.xlsx', with_twin(ONE)
    for name, odd in [('up', '../../tmp/evil.xml'), ('inner-up', 'xl/../../evil.xml'), ('root', '/etc/passwd'),
                      ('backslash', 'xl\\evil.xml'), ('drive', 'c:evil'), ('control', 'xl/\x01.xml'), ('long', 'x' * 1030)]:
        yield f'name-{name}.xlsx', w.pack(w.xlsx_parts([('S', ONE)]) + [(odd, b'x')])
    yield 'no-parts.xlsx', w.pack([])
    yield 'stored-lies.xlsx', patched(w.pack(w.xlsx_parts([('S', ONE)]), zipfile.ZIP_STORED), 'xl/workbook.xml', 24, '<I', 9000, 22)


def insides():
    parts = w.xlsx_parts([('S', ONE)])
    sheet = 'xl/worksheets/sheet1.xml'
    yield 'laughs-sheet.xlsx', w.xlsx([('S', laughs(ONE))])
    yield 'laughs-strings.xlsx', w.xlsx([('S', ONE)], laughs(w.strings('<t>1</t>')))
    yield 'laughs-types.xlsx', w.pack([(n, laughs(t) if n == '[Content_Types].xml' else t) for n, t in parts])
    yield 'laughs-book.xlsx', w.pack([(n, laughs(t) if n == 'xl/workbook.xml' else t) for n, t in parts])
    yield 'external.xlsx', w.xlsx([('S', ONE.replace('?>', '?><!DOCTYPE x SYSTEM "file:///etc/passwd">', 1))])
    yield 'entity.xlsx', w.xlsx([('S', ONE.replace('>1<', '>&what;<'))])
    yield 'deep.xlsx', book('<row r="1"><c r="A1">' + '<x>' * 5000 + '</x>' * 5000 + '</c></row>')
    yield 'attributes-300.xlsx', book('<row r="1" ' + ' '.join(f'a{i}=""' for i in range(300)) + '/>')
    yield 'attributes-1m.xlsx', book('<row r="1" ' + ' '.join(f'a{i}=""' for i in range(1_000_000)) + '/>')
    yield 'namespaces.xlsx', book('<row r="1" ' + ' '.join(f'xmlns:a{i}="u{i}"' for i in range(100_000)) + '/>')
    yield 'not-xml.xlsx', w.xlsx([('S', ONE.replace('</row>', ''))])
    yield 'not-utf8.xlsx', w.pack([(n, t.encode().replace(b'>1<', b'>\xff<') if n == sheet else t) for n, t in parts])
    yield 'cell-huge.xlsx', book('<row r="1"><c r="A1"><v>7</v></c><c r="B1" t="inlineStr"><is><t>' + 'x' * 100_000
                                 + '</t></is></c></row>')
    yield 'cell-runs.xlsx', book('<row r="2"><c r="C2" t="inlineStr"><is>' + '<r><t>xxxxxxxxxx</t></r>' * 50_000
                                 + '</is></c></row>')
    yield 'text-run.xlsx', book('<row r="1"><c r="A1" t="inlineStr"><is><t>' + 'x' * 3_000_000 + '</t></is></c></row>')
    yield 'string-huge.xlsx', book('<row r="4"><c r="D4" t="s"><v>1</v></c></row>', shared=w.strings('<t>a</t>', '<t>' + 'ă' * 40_000 + '</t>'))
    yield 'number-huge.xlsx', book('<row r="1"><c r="A1"><v>' + '9' * 40_000 + '</v></c></row>')
    yield 'row-billion.xlsx', book('<row r="1000000000"><c><v>1</v></c></row>')
    yield 'row-zero.xlsx', book('<row r="0"><c r="A1"><v>1</v></c></row>')
    yield 'row-back.xlsx', book('<row r="5"><c r="A5"><v>1</v></c></row><row r="4"><c r="A4"><v>1</v></c></row>')
    yield 'row-twice.xlsx', book('<row r="5"><c r="A5"><v>1</v></c></row><row r="5"><c r="B5"><v>1</v></c></row>')
    yield 'column-far.xlsx', book('<row r="1"><c r="XFE1"><v>1</v></c></row>')
    yield 'column-run.xlsx', book('<row r="1"><c r="XFD1"><v>1</v></c><c><v>2</v></c></row>')
    yield 'cell-elsewhere.xlsx', book('<row r="1"><c r="A2"><v>1</v></c></row>')
    yield 'cell-twice.xlsx', book('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>')
    yield 'value-twice.xlsx', book('<row r="1"><c r="B1"><v>1</v><v>2</v></c></row>')
    yield 'string-missing.xlsx', book('<row r="3"><c r="B3" t="s"><v>5</v></c></row>', shared=w.strings('<t>a</t>'))
    yield 'string-negative.xlsx', book('<row r="3"><c r="B3" t="s"><v>-1</v></c></row>', shared=w.strings('<t>a</t>'))
    yield 'strings-none.xlsx', book('<row r="3"><c r="B3" t="s"><v>0</v></c></row>')
    overlap = '<mergeCells><mergeCell ref="A1:C3"/><mergeCell ref="B2:D4"/></mergeCells>'
    rows = ''.join(f'<row r="{i}"><c r="A{i}"><v>1</v></c></row>' for i in range(1, 6))
    yield 'merges-overlap.xlsx', w.xlsx([('S', w.sheet(rows, after=overlap))])
    yield 'merges-wrong.xlsx', w.xlsx([('S', w.sheet(rows, after='<mergeCells><mergeCell ref="C3:A1"/></mergeCells>'))])
    # Not within the number of areas a sheet may have, and one so many over one row that each row costs.
    many = ''.join(f'<mergeCell ref="A{i}:B{i}"/>' for i in range(1, 150_001))
    yield 'merges-many.xlsx', w.xlsx([('S', w.sheet(rows, after=f'<mergeCells>{many}</mergeCells>'))])
    yield 'columns-many.xlsx', w.xlsx([('S', w.sheet(rows, '<cols>' + '<col min="1" max="16384" hidden="1"/>' * 20_000 + '</cols>'))])
    relations = 'xl/_rels/workbook.xml.rels'
    yield 'type-wrong.xlsx', w.pack(changed(parts, '[Content_Types].xml', 'worksheet+xml', 'drawing+xml'))
    yield 'book-elsewhere.xlsx', w.pack(changed(parts, '_rels/.rels', 'xl/workbook.xml', sheet))
    yield 'sheet-outside.xlsx', w.pack(changed(parts, relations, 'Target="worksheets/sheet1.xml"',
                                               'Target="file:///etc/passwd" TargetMode="External"'))
    yield 'sheet-missing.xlsx', w.pack([part for part in parts if part[0] != sheet])
    yield 'book-missing.xlsx', w.pack([part for part in parts if part[0] != 'xl/workbook.xml'])
    yield 'relations-missing.xlsx', w.pack([part for part in parts if part[0] != relations])
    yield 'sheets-none.xlsx', w.xlsx([])
    yield 'sheets-twins.xlsx', w.xlsx([('Phiếu', ONE), ('PHIẾU', ONE)])
    yield 'sheets-many.xlsx', w.xlsx([(f'S{i}', ONE) for i in range(1100)])
    yield 'sheet-unnamed.xlsx', w.xlsx([('', ONE)])
    yield 'sheet-name-long.xlsx', w.xlsx([('x' * 300, ONE)])
    yield 'styles-many.xlsx', w.xlsx([('S', ONE)], styles=w.STYLES.replace('<xf numFmtId="0"/>', '<xf numFmtId="0"/>' * 70_000))


def spreadsheets():
    one = 'office:value-type="float" office:value="1"'
    yield 'locked.ods', w.ods(w.ods_content(''), encrypted='<manifest:encryption-data/>')
    yield 'manifest-none.ods', w.pack(w.ods_parts(w.ods_content(w.ods_table(ODS_ROW)))[:2])
    yield 'content-none.ods', w.pack([part for part in w.ods_parts('') if part[0] != 'content.xml'])
    yield 'laughs.ods', w.ods(laughs(w.ods_content(w.ods_table(ODS_ROW))))
    yield 'columns-billion.ods', tables(f'<table:table-row><table:table-cell {one} table:number-columns-repeated="1000000000"/></table:table-row>')
    yield 'columns-17000.ods', tables(f'<table:table-row><table:table-cell {one} table:number-columns-repeated="17000"/></table:table-row>')
    yield 'rows-billion.ods', tables(f'<table:table-row table:number-rows-repeated="1000000000"><table:table-cell {one}/></table:table-row>')
    yield 'rows-2m.ods', tables(f'<table:table-row table:number-rows-repeated="2000000"><table:table-cell {one}/></table:table-row>')
    yield 'square.ods', tables('<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
                               f'{one} table:number-columns-repeated="16384"/></table:table-row>')
    yield 'gap-billion.ods', tables('<table:table-row table:number-rows-repeated="1000000000"><table:table-cell/></table:table-row>'
                                    f'<table:table-row><table:table-cell {one}/></table:table-row>')
    yield 'numbers-wrong.ods', tables(f'<table:table-row table:number-rows-repeated="-5"><table:table-cell {one} '
                                      'table:number-columns-repeated="99999999999999999999"/></table:table-row>')
    yield 'spaces-billion.ods', tables('<table:table-row><table:table-cell office:value-type="string"><text:p>a'
                                       + '<text:s text:c="1000000000"/>' * 10 + '</text:p></table:table-cell></table:table-row>')
    yield 'cell-huge.ods', tables('<table:table-row><table:table-cell/><table:table-cell office:value-type="string"><text:p>'
                                  + 'x' * 40_000 + '</text:p></table:table-cell></table:table-row>')
    yield 'paragraphs.ods', tables('<table:table-row><table:table-cell office:value-type="string">'
                                   + '<text:p>xxxxxxxxxxxx</text:p>' * 100_000 + '</table:table-cell></table:table-row>')
    yield 'spans-overlap.ods', tables(
        f'<table:table-row><table:table-cell {one} table:number-columns-spanned="3" table:number-rows-spanned="3"/></table:table-row>'
        f'<table:table-row><table:table-cell/><table:table-cell {one} table:number-columns-spanned="3" table:number-rows-spanned="3"/></table:table-row>')
    yield 'spans-billion.ods', tables(f'<table:table-row><table:table-cell {one} table:number-columns-spanned="1000000000" '
                                      f'table:number-rows-spanned="1000000000"/><table:table-cell {one}/></table:table-row>')
    yield 'deep.ods', tables('<table:table-row-group>' * 5000 + '</table:table-row-group>' * 5000)
    yield 'sheets-none.ods', w.ods(w.ods_content(''))
    yield 'sheets-twins.ods', w.ods(w.ods_content(w.ods_table(ODS_ROW) * 2))
    yield 'sheets-many.ods', w.ods(w.ods_content(''.join(w.ods_table(ODS_ROW, f'S{i}') for i in range(1100))))
    yield 'sheet-unnamed.ods', w.ods(w.ods_content('<table:table table:style-name="x"/>'))
    yield 'not-xml.ods', w.ods(w.ods_content(w.ods_table('<table:table-row>')))
    # Named in a note of the file's own, so that a look at the bytes alone believes in it.
    yield 'phantom.ods', w.ods(w.ods_content(w.ods_table(ODS_ROW) + '<!-- <table:table table:name="ma"> -->'))
    yield 'other-root.ods', w.ods('<?xml version="1.0"?><a xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><b/></a>')
    yield 'no-namespaces.ods', w.ods('<?xml version="1.0"?><a><b/></a>')
    yield 'bomb.ods', tables('<table:table-row><table:table-cell/></table:table-row>' + ' ' * 20_000_000)


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for make in [sniffing, packages, insides, spreadsheets]:
        for name, content in make():
            path = OUT / name
            # Written only when new or changed, for the sake of those who build often.
            if not path.exists() or zlib.crc32(path.read_bytes()) != zlib.crc32(content):
                path.write_bytes(content)


main()
