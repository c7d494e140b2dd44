#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the workbooks that people return, for test-xlsx-reader.c and test-ods-reader.c, into the folder given.

What is expected of each stands in the tests. The workbooks made to do harm are in make-hostile.py.
"""
import io
import pathlib
import sys
import unicodedata
import zipfile

import workbooks as w

OUT = pathlib.Path(sys.argv[1])


def row(number, cells, attributes=''):
    return f'<row r="{number}"{attributes}>{cells}</row>'


def kinds():
    shared = w.strings(
        '<t>Phường Móng Cái 1</t>',
        '<r><t>Đặng </t></r><r><rPr><b/></rPr><t xml:space="preserve">Thị </t></r><r><t>Dậu</t></r>'
        '<rPh sb="0" eb="2"><t>PHIÊN ÂM</t></rPh>',
        '<t>Dòng một_x000D_\nDòng hai, _x005F_x0041_ giữ nguyên</t>',
        '<t>12,5</t>',
        '<t/>',
        '<t xml:space="preserve"> có khoảng trắng </t>',
        '<t>' + unicodedata.normalize('NFD', 'Hòa') + '</t>')
    cells = [
        ('A1', ' t="s"', '<v>0</v>'),
        ('B1', ' t="s"', '<v>1</v>'),
        ('C1', ' t="s"', '<v>2</v>'),
        ('D1', ' t="s"', '<v>3</v>'),
        ('E1', ' t="s"', '<v>4</v>'),
        ('F1', ' t="s"', '<v>5</v>'),
        ('G1', ' t="s"', '<v>6</v>'),
    ]
    second = [
        ('A2', '', '<v>12.5</v>'),
        ('B2', ' s="3"', '<v>0.85</v>'),
        ('C2', ' s="2"', '<v>45365</v>'),
        ('D2', ' t="b"', '<v>1</v>'),
        ('E2', ' t="b"', '<v>0</v>'),
        ('F2', ' t="e"', '<v>#N/A</v>'),
        ('G2', ' t="inlineStr"', '<is><r><t>trong </t></r><r><t>dòng</t></r></is>'),
        ('H2', ' s="6"', '<v>1500</v>'),
        ('I2', ' s="7"', ''),
        ('J2', ' t="s"', '<v></v>'),
    ]
    third = [
        ('A3', '', '<f>A2*2</f><v>25</v>'),
        ('B3', '', '<f>A2*3</f>'),
        ('C3', '', '<f>A2*4</f><v></v>'),
        ('D3', ' t="str"', '<f>"a"&amp;"b"</f><v>ab &lt; c</v>'),
        ('E3', ' t="str"', '<f>IF(A2=0,1,"")</f><v></v>'),
        ('F3', ' t="e"', '<f>1/0</f><v>#DIV/0!</v>'),
        ('G3', ' t="b"', '<f>TRUE</f><v>1</v>'),
        ('H3', '', '<f t="shared" si="0"/><v>7</v>'),
        ('I3', ' t="str"', '<f>A9</f>'),
    ]
    fourth = [
        ('A4', '', '<v>không phải số</v>'),
        ('B4', ' t="d"', '<v>2024-03-14</v>'),
        ('C4', ' t="d"', '<v>2024-03-14T10:30:00</v>'),
        ('D4', ' t="d"', '<v>14/03/2024</v>'),
        ('E4', ' t="inlineStr"', '<is><t>1.234,5</t></is>'),
        ('F4', ' t="inlineStr"', '<is><t>1-2</t></is>'),
        ('G4', ' t="inlineStr"', '<is><t>−3</t></is>'),
    ]
    rows = ''.join(
        row(i, ''.join(f'<c r="{at}"{attributes}>{inner}</c>' for at, attributes, inner in one))
        for i, one in enumerate([cells, second, third, fourth], 1))
    return w.xlsx([('Dữ liệu', w.sheet(rows))], shared)


def column(values, style=''):
    """Values one below the other."""
    return w.sheet(''.join(row(i, f'<c r="A{i}"{style}><v>{value}</v></c>') for i, value in enumerate(values, 1)))


def numbers():
    return w.xlsx([('Số', column([
        '8.4008210000000001', '0.30000000000000004', '0.1', '1E-3', '1.5E+20', '12345678901234567', '-0', '1234567.5',
        '1.2345678901234568E+16', '604.9269999999999', '-2.5000', '007', '+5', '999999999999999', '0.333333333333333315',
        '1e400', '.5', '5.', '1,5', '0.00000000000000000001', '1000000000000000.5']))])


def dates(before=''):
    days = ['1', '59', '60', '61', '0', '-1', '45365', '45365.75', '2958465', '2958466', '45365.9999999', '43903']
    clocks = ['0.5', '0', '1.25', '0.999']
    return w.xlsx([('Ngày', column(days, ' s="1"')), ('Giờ', column(clocks, ' s="4"')),
                   ('Thời lượng', column(['1.5', '100.0006944'], ' s="5"'))], book_before=before)


def merged():
    rows = (row(1, '<c r="A1" t="inlineStr"><is><t>Tiêu đề</t></is></c><c r="B1" t="inlineStr"><is><t>che</t></is></c>')
            + row(2, '<c r="A2"><v>1</v></c><c r="B2"><v>2</v></c><c r="C2"><v>3</v></c>', ' hidden="1"')
            + row(3, '<c r="A3"><v>4</v></c><c r="B3"/><c r="D3"><v>5</v></c>')
            + row(9, '<c r="E9"><v>6</v></c>'))
    return w.xlsx([('Gộp', w.sheet(
        rows, '<cols><col min="2" max="2" hidden="1"/><col min="5" max="16384" hidden="1" width="9"/></cols>',
        '<mergeCells count="4"><mergeCell ref="C2"/><mergeCell ref="A1:C1"/><mergeCell ref="A3:B8"/>'
        '<mergeCell ref="D2:D3"/></mergeCells>'))])


def positions():
    """Without positions, out of order, with what has no cells in it."""
    rows = ('<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c r="C3"><v>3</v></c><c><v>4</v></c></row>'
            '<row r="10" spans="1:3"><c r="C10"><v>7</v></c><c r="A10"><v>5</v></c><c r="B10"><v>6</v></c></row>'
            '<row r="1048576"><c r="XFD1048576"><v>8</v></c></row>')
    return w.xlsx([('Vị trí', w.sheet(rows))], styles=w.STYLES)


def prefixed():
    """As Microsoft's own library for programmers writes it: everything with a prefix, foreign elements between."""
    content = (f'{w.HEAD}<x:worksheet xmlns:x="{w.MAIN}" xmlns:y="urn:x"><x:dimension ref="A1:XFD1048576"/><y:sheetData>'
               '<y:row r="1"><y:c r="A1"><y:v>99</y:v></y:c></y:row></y:sheetData><x:sheetData><x:row r="1" y:r="7">'
               '<x:c r="A1" y:s="1"><x:v>1</x:v><y:v>2</y:v></x:c><y:c r="B1"><y:v>3</y:v></y:c></x:row></x:sheetData>'
               '<x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells></x:worksheet>')
    return w.xlsx([('Tiền tố', content)])


def strict():
    content = w.sheet(row(1, '<c r="A1" t="inlineStr"><is><t>chặt</t></is></c><c r="B1" s="1"><v>45365</v></c>'),
                      namespace=w.STRICT)
    parts = w.xlsx_parts([('Chặt', content)])
    return w.pack([(name, text.replace(w.MAIN, w.STRICT).replace(w.REL, w.STRICT_REL)) for name, text in parts])


def sheets():
    one = w.sheet(row(1, '<c r="A1"><v>1</v></c>'))
    parts = w.xlsx_parts([('Phiếu', one), ('Ẩn', one, 'hidden'), ('Rất ẩn &amp; kín', one, 'veryHidden'), ('Rỗng', w.sheet(''))])
    chart = ('xl/chartsheets/sheet1.xml', '<chartsheet/>')
    fixed = []
    for name, text in parts:
        if name == 'xl/_rels/workbook.xml.rels':
            text = text.replace('Target="worksheets/sheet1.xml"', 'Target="/xl/worksheets/sheet1.xml"')
            text = text.replace('Target="worksheets/sheet2.xml"', 'Target="../xl/./worksheets/sheet2.xml"')
            text = text.replace('</Relationships>',
                                f'<Relationship Id="rIdC" Type="{w.REL}/chartsheet" Target="chartsheets/sheet1.xml"/>'
                                '</Relationships>')
        if name == 'xl/workbook.xml':
            text = text.replace('</sheets>', '<sheet name="Biểu đồ" sheetId="9" r:id="rIdC"/></sheets>')
        fixed.append((name.replace('sheet3.xml', 'SHEET3.xml'), text))
    return w.pack(fixed + [chart])


def long():
    """A sheet of half a megabyte."""
    rows = ''.join(row(i, f'<c r="A{i}"><v>{i}</v></c><c r="B{i}" t="inlineStr"><is><t>Phường số {i * 7919 % 5000}</t></is></c>')
                   for i in range(1, 5001))
    return w.xlsx([('Dài', w.sheet(rows, after='<mergeCells><mergeCell ref="A4999:B5000"/></mergeCells>'))])


class OneWay(io.RawIOBase):
    """A stream that cannot go back, for which a zip is written with its sizes behind the data."""

    def __init__(self):
        self.content = b''

    def writable(self):
        return True

    def write(self, data):
        self.content += bytes(data)
        return len(data)


def descriptors():
    out = OneWay()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, text in w.xlsx_parts([('Dòng', w.sheet(row(1, '<c r="A1"><v>1</v></c>')))]):
            archive.writestr(zipfile.ZipInfo(name, (2024, 3, 14, 8, 0, 0)), text)
    return out.content


def utf16():
    """A part in UTF-16, which the format allows."""
    parts = w.xlsx_parts([('Rộng', w.sheet(row(1, '<c r="A1" t="inlineStr"><is><t>Hòa Lạc</t></is></c>')))])
    return w.pack([(name, text.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode('utf-16') if 'sheet1' in name
                    else text) for name, text in parts])


def cell(attributes='', inner=''):
    return f'<table:table-cell{" " if attributes else ""}{attributes}>{inner}</table:table-cell>'


def text_cell(text):
    return cell('office:value-type="string"', f'<text:p>{text}</text:p>')


def ods_kinds():
    note = ('<office:annotation><dc:creator>An</dc:creator><text:p>ghi chú</text:p></office:annotation>')
    rows = [
        text_cell('Phường Hòa Lạc')
        + text_cell('hai<text:s text:c="3"/>khoảng<text:s/><text:tab/>bậc')
        + cell('office:value-type="string"', note + '<text:p>dòng <text:span>một</text:span></text:p>\n<text:p>dòng hai'
               '<text:line-break/>ba</text:p>')
        + cell('office:value-type="string" office:string-value="thật"', '<text:p>hiện</text:p>')
        + cell('office:value-type="string"', '<text:p>  nhiều\n   chỗ trống  </text:p>')
        + cell('office:value-type="string"',
               '<text:p><text:ruby><text:ruby-base>chữ</text:ruby-base><text:ruby-text>âm</text:ruby-text></text:ruby>'
               '<text:a>liên kết</text:a></text:p><draw:frame><text:p>hình</text:p></draw:frame>'),
        cell('office:value-type="float" office:value="12.5"', '<text:p>12,50</text:p>')
        + cell('office:value-type="percentage" office:value="0.85"', '<text:p>85%</text:p>')
        + cell('office:value-type="date" office:date-value="2024-03-14"', '<text:p>14/03/24</text:p>')
        + cell('office:value-type="date" office:date-value="2024-03-14T10:30:00.5"', '<text:p>x</text:p>')
        + cell('office:value-type="time" office:time-value="PT26H03M04S"', '<text:p>26:03</text:p>')
        + cell('office:value-type="boolean" office:boolean-value="true"', '<text:p>ĐÚNG</text:p>')
        + cell('table:formula="of:=FALSE()" office:value-type="float" office:value="0"', '<text:p>SAI</text:p>')
        + cell('office:value-type="currency" office:currency="VND" office:value="1800000"', '<text:p>1.800.000 ₫</text:p>')
        + cell('office:value-type="time" office:time-value="PT26"', '<text:p>?</text:p>'),
        cell('table:formula="of:=[.A2]*2" office:value-type="float" office:value="25"', '<text:p>25</text:p>')
        + cell('table:formula="of:=[.A2]*3"')
        + cell('table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""')
        + cell('table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"',
               '<text:p>#DIV/0!</text:p>')
        + cell('table:formula="of:=[.A2]" office:value-type="string"', '<text:p>chữ</text:p>')
        + cell('', '<text:p>không kiểu</text:p>')
        + cell('office:value-type="float" office:value="abc"', '<text:p>?</text:p>'),
    ]
    table = ''.join(f'<table:table-row>{one}</table:table-row>' for one in rows)
    return w.ods(w.ods_content(w.ods_table(table, 'Dữ &amp; liệu')))


def ods_places():
    """Repetition, hidden parts, merged areas, groups, what follows behind the filled rows."""
    columns = ('<table:table-column table:number-columns-repeated="2"/><table:table-header-columns><table:table-column '
               'table:visibility="collapse"/></table:table-header-columns><table:table-column '
               'table:number-columns-repeated="16381"/>')
    one = 'office:value-type="float" office:value="1"'
    rows = (
        f'<table:table-header-rows><table:table-row>{cell(one + " table:number-columns-repeated=" + chr(34) + "3" + chr(34))}'
        f'{cell("table:number-columns-repeated=" + chr(34) + "16381" + chr(34))}</table:table-row></table:table-header-rows>'
        '<table:table-row table:number-rows-repeated="5">' + cell('table:number-columns-repeated="16384"')
        + '</table:table-row>'
        f'<table:table-row table:number-rows-repeated="2" table:visibility="filter">{cell()}{text_cell("hai lần")}</table:table-row>'
        '<table:table-row-group><table:table-row-group><table:table-row>'
        + cell('table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="float" office:value="9"')
        + '<table:covered-table-cell office:value-type="float" office:value="8"/>' + cell(one)
        + '</table:table-row></table:table-row-group><table:table-row><table:covered-table-cell '
        'table:number-columns-repeated="2"/>' + cell(one) + '</table:table-row></table:table-row-group>'
        '<table:table-row table:number-rows-repeated="1048565">' + cell('table:number-columns-repeated="16384"')
        + '</table:table-row>'
        '<table:table-row table:number-rows-repeated="5000000">' + cell() + '</table:table-row>')
    other = w.ods_table(f'<table:table-row>{text_cell("khác")}</table:table-row>', 'Ẩn', 'ta2')
    outside = '<table:table table:name="\'file:///tmp/x.ods\'#Sheet1" table:style-name="ta2"/>'
    return w.ods(w.ods_content(w.ods_table(columns + rows, 'Chỗ') + other + outside))


def ods_months():
    """Twelve sheets, each of which is read by itself."""
    def one(month):
        rows = ''.join(f'<table:table-row>{text_cell(f"tháng {month} dòng {i}")}</table:table-row>' for i in range(1, 301))
        return w.ods_table(rows, f'Tháng {month}')
    return w.ods(w.ods_content('<table:calculation-settings/>' + ''.join(one(month) for month in range(1, 13))))


def ods_renamed():
    """Other prefixes than everybody's, and no mark of the format, as after packing by hand."""
    content = w.ods_content(w.ods_table(f'<table:table-row>{text_cell("lạ")}</table:table-row>', "'Tên' &quot;&#7841;&gt;"))
    for prefix in ['table', 'office', 'text']:
        content = content.replace(f'xmlns:{prefix}=', f'xmlns:my-{prefix}=').replace(f'<{prefix}:', f'<my-{prefix}:')
        content = content.replace(f'</{prefix}:', f'</my-{prefix}:').replace(f' {prefix}:', f' my-{prefix}:')
    return w.pack([part for part in w.ods_parts(content) if part[0] != 'mimetype'])


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    book = {
        'kinds.xlsx': kinds(), 'numbers.xlsx': numbers(), 'dates.xlsx': dates(),
        'dates-1904.xlsx': dates('<workbookPr date1904="1"/>'), 'merged.xlsx': merged(), 'positions.xlsx': positions(),
        'prefixed.xlsx': prefixed(), 'strict.xlsx': strict(), 'sheets.xlsx': sheets(), 'descriptors.xlsx': descriptors(),
        'utf16.xlsx': utf16(), 'long.xlsx': long(),
        'macros.xlsm': w.xlsx([('M', w.sheet(row(1, '<c r="A1"><v>1</v></c>')))],
                              kind='application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
        'stored.xlsx': w.pack(w.xlsx_parts([('S', w.sheet(row(1, '<c r="A1"><v>1</v></c>')))]), zipfile.ZIP_STORED),
        'picture.xlsx': w.xlsx([('S', w.sheet(row(1, '<c r="A1"><v>1</v></c>')))],
                               extra=[('xl/media/image1.bmp', b'BM' + bytes(20_000_000))]),
        'wide.xlsx': w.wide(w.xlsx([('S', w.sheet(row(1, '<c r="A1"><v>1</v></c>')))])),
        'ending.bak': w.xlsx([('S', w.sheet(row(1, '<c r="A1"><v>1</v></c>')))]),
        'HOA.XLSX': w.xlsx([('S', w.sheet(row(1, '<c r="A1"><v>1</v></c>')))]),
        'kinds.ods': ods_kinds(), 'places.ods': ods_places(), 'renamed.ods': ods_renamed(),
        'months.ods': ods_months(),
    }
    for name, content in book.items():
        (OUT / name).write_bytes(content)


main()
