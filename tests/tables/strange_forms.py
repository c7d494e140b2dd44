# SPDX-License-Identifier: GPL-3.0-or-later
"""More forms as they come back: what typing habits, other programs, other file formats and copying make of them.

The cases are those of damaged_forms.py, with two more sorts of outcome: `NAMED` stands for a refusal that names the file,
whatever the place in it, and a dict may have the key `None` with words that must be said although the figures are taken.
"""
import re

import form_grid
import workbooks
from damaged_forms import FILLED, SHEET, Form, fill
from form_grid import column_name

NAMED = ['FILE']

# What may be typed into the first figure of a target: (target, text, figures or None for refused).
TYPED = [
    # Letters for digits, digits of other scripts, signs that look like others.
    ('T01', 'o', None), ('T01', 'O', None), ('T01', '1O', None), ('T01', 'I2', None), ('T01', 'S', None),
    ('T01', '١٢', None), ('T01', '１２／２０', None), ('T01', '12⁄20', None), ('T01', '½', None), ('T01', '12½', None),
    ('T01', '12²', None), ('T01', '⑫', None), ('T01', 'XII', None), ('T01', '０', None),
    # Signs before and behind.
    ('T01', '-5', None), ('T01', '−5', None), ('T01', '5-', None), ('T01', '(5)', None), ('T01', '--5', None),
    ('T01', '+-5', None), ('T01', '≥12', None), ('T01', '<12', None), ('T01', '>12', None), ('T01', '±12', None),
    ('T01', '=12', None), ('T01', '=10+2', None), ('T01', '10+2', None), ('T01', '12*', None), ('T01', '#12', None),
    # Two figures in some way.
    ('T01', '12-20', None), ('T01', '12:20', None), ('T01', '12\\20', None), ('T01', '12|20', None),
    ('T01', '12;20', None), ('T01', '12 20', None), ('T01', '12\n20', None), ('T01', '12//20', None),
    ('T01', '12/20/', None), ('T01', '/20', None), ('T01', '12/', None), ('T01', '12/20 (60%)', None),
    ('T01', '12 trên 20', None), ('T01', '12 (bổ sung 3)', None), ('T01', '12 (20)', None), ('T01', '12/20,5', None),
    ('T01', '12/19', None), ('T01', '20/12', None), ('T01', '-12/20', None), ('T01', '12/20%', None),
    ('T01', '12\n', ('12', '20')), ('T01', '\t12', ('12', '20')), ('T01', '12\u3000', ('12', '20')),
    ('T01', '12/ 20', ('12', '20')), ('T01', '12,0/20,0', ('12', '20')),
    # Words.
    ('T01', '12 hồ sơ', None), ('T01', 'hồ sơ: 12', None), ('T01', '12 VB', None), ('T01', '12,', None),
    ('T01', 'không có', None), ('T01', 'không phát sinh', None), ('T01', 'KPS', None), ('T01', 'N/A', None),
    ('T01', 'n/a', None), ('T01', '#N/A', None), ('T01', '–', None), ('T01', '…', None), ('T01', '...', None),
    ('T01', '✓', None), ('T01', '100%', None), ('T01', 'đạt', None), ('T01', 'như trên', None), ('T01', '"', None),
    ('T01', 'NaN', None), ('T01', 'inf', None), ('T01', 'TRUE', None), ('T01', 'ĐÚNG', None),
    # Numbers as other programs and other countries write them.
    ('T01', '1e1', None), ('T01', '1E+1', None), ('T01', '0x0C', None), ('T01', '1_2', None), ("T01", "'12", None),
    ('T01', '012', ('12', '20')), ('T01', '12,00', ('12', '20')), ('T01', '12.0000000', ('12', '20')),
    ('T01', '12,00001', None), ('T01', '.5', None), ('T01', ',5', None), ('T01', '1 2', None),
    ('T02', '1.500', None), ('T02', '1,500', None), ('T02', '12,345', None), ('T02', '999.999', None),
    ('T02', '123,456', None), ('T02', '0,125', ('0.125',)), ('T02', '0.125', ('0.125',)), ('T02', '1,5000', ('1.5',)),
    ('T02', '1,50', ('1.5',)), ('T02', '1234,567', ('1234.567',)), ('T02', '1234.567', ('1234.567',)),
    ('T02', '1.234.56', None), ('T02', '1.23.456', None), ('T02', '12.34.567', None), ('T02', '1,234,567.8', None),
    ('T02', '1.234,567', ('1234.567',)), ('T02', '1.234.567,8', ('1234567.8',)), ('T02', '1.234,567.8', None),
    ('T02', '1,2,3', None), ('T02', '1..5', None), ('T02', '1,,5', None), ('T02', '1.5,', None), ('T02', '1,5.', None),
    ('T02', '1\u00a0234', None), ('T02', '1\u202f234', None), ('T02', "1'234", None), ('T02', '1 234 567', None),
    ('T02', '1.234đ', None), ('T02', '1.234 đồng', None), ('T02', '$1234', None), ('T02', '1,2 tỷ', None),
    ('T02', '1234567890123', None), ('T02', '0,00001', None), ('T02', '12345678901234567', None),
    # Days.
    ('T03', '05/14/2024', None), ('T03', '2024/05/06', None), ('T03', '6.5.2024', ('2024-05-06',)), ('T03', '06/05/24', None),
    ('T03', '6/5', None), ('T03', '05/2024', None), ('T03', '2024', None), ('T03', '00/05/2024', None),
    ('T03', '29/02/2023', None), ('T03', '29/02/2024', ('2024-02-29',)), ('T03', '31/04/2024', None),
    ('T03', '6/5/2024 và 7/5/2024', None), ('T03', '6-7/5/2024', None), ('T03', '6/5/20244', None),
    ('T03', '06052024', None), ('T03', 'May 6, 2024', None), ('T03', '6-May-2024', None), ('T03', '６/５/2024', None),
    ('T03', '2024-05-06T00:00:00', None), ('T03', '6/5/2024 8:00', None), ('T03', '6/13/2024', None),
    ('T03', '6/5/1924', None), ('T03', '6/5/2204', None), ('T03', 'x', None), ('T03', 'không', None),
    ('T03', 'rồi', None), ('T03', '?', None), ('T03', 'chưa rõ', None), ('T03', 'chưa có', None),
    ('T03', 'trước 6/5/2024', None), ('T03', 'tháng 5', None), ('T03', 'Quý II', None), ('T03', '45418', None),
    ('T04', '8,5 điểm', None), ('T04', '8.5/10', None), ('T04', '10,1', None), ('T04', '8-9', None), ('T04', 'A', None),
    ('T04', '9,75', ('9.75',)), ('T04', '-1', None), ('T04', '7,125', None),
]


def number(inner, attributes=''):
    return f'<c r="{{at}}"{attributes}>{inner}</c>'


def odf(inner, attributes='office:value-type="string"'):
    return f'<table:table-cell {attributes}>{inner}</table:table-cell>'


# Cells by their XML: (target, name, XLSX or None, OpenDocument or None, figures or None).
CELLS = [
    ('T01', 'a number with a comma', number('<v>1,5</v>'), None, None),
    ('T01', 'a number that is a word', number('<v>12x</v>'), None, None),
    ('T01', 'not a number', number('<v>NaN</v>'), None, None),
    ('T01', 'infinite', number('<v>1E400</v>'), None, None),
    ('T01', 'minus zero', number('<v>-0</v>'), odf('<text:p>0</text:p>', 'office:value-type="float" office:value="-0"'),
     ('0', '20')),
    ('T01', 'leading zeros', number('<v>0012</v>'), None, ('12', '20')),
    ('T01', 'spaces around a number', number('<v> 12\n</v>'), None, ('12', '20')),
    ('T01', 'seventeen digits', number('<v>12.000000000000002</v>'), None, ('12', '20')),
    ('T01', 'nearly twelve', number('<v>11.999999999999998</v>'), None, ('12', '20')),
    ('T01', 'a formula that made a text', number('<f>TEXT(12,"0")</f><v>12</v>', ' t="str"'), None, ('12', '20')),
    ('T01', 'a formula that made nothing', number('<f>IF(1,"")</f><v></v>', ' t="str"'), None, ['second']),
    ('T01', 'a formula with an error', number('<f>1/0</f><v>#DIV/0!</v>', ' t="e"'), None, None),
    ('T01', 'an error without its type', number('<v>#N/A</v>'), None, None),
    ('T01', 'a formula to another file', number("<f>[1]Sheet1!$A$1</f><v>12</v>"), None, ('12', '20')),
    ('T01', 'a formula to another file, not there', number("<f>[1]Sheet1!$A$1</f>"), None, None),
    ('T01', 'a formula that is true', number('<f>1=1</f><v>1</v>', ' t="b"'), None, None),
    ('T01', 'an array formula', number('<f t="array" ref="{at}">SUM(1)</f><v>12</v>'), None, ('12', '20')),
    ('T01', 'an empty formula', number('<f></f><v/>'), None, None),
    ('T01', 'a type nobody knows', number('<v>12</v>', ' t="zz"'), None, None),
    ('T01', 'an empty text', number('<is><t></t></is>', ' t="inlineStr"'), odf('<text:p></text:p>'), ['second']),
    ('T01', 'only spaces', number('<is><t xml:space="preserve">  \u00a0</t></is>', ' t="inlineStr"'),
     odf('<text:p><text:s text:c="3"/></text:p>'), ['second']),
    ('T01', 'runs of one word', number('<is><r><t>1</t></r><r><rPr><b/></rPr><t>2</t></r></is>', ' t="inlineStr"'),
     odf('<text:p>1<text:span>2</text:span></text:p>'), ('12', '20')),
    ('T01', 'a reading aid', number('<is><t>12</t><rPh sb="0" eb="1"><t>99</t></rPh></is>', ' t="inlineStr"'),
     odf('<text:p><text:ruby><text:ruby-base>12</text:ruby-base><text:ruby-text>99</text:ruby-text></text:ruby></text:p>'),
     ('12', '20')),
    ('T01', 'a figure struck out before another',
     number('<is><r><rPr><strike/><sz val="12"/></rPr><t>1</t></r><r><t>2</t></r></is>', ' t="inlineStr"'),
     odf('<text:p><text:span text:style-name="TS">1</text:span>2</text:p>'), None),
    ('T01', 'a raised mark of a footnote',
     number('<is><r><t>1</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r></is>', ' t="inlineStr"'),
     odf('<text:p>1<text:span text:style-name="TR">2</text:span></text:p>'), None),
    ('T01', 'a mark of a footnote below',
     number('<is><r><t>1</t></r><r><rPr><vertAlign val="subscript"/></rPr><t>2</t></r></is>', ' t="inlineStr"'),
     None, None),
    ('T01', 'struck out and not after all',
     number('<is><r><rPr><strike val="0"/></rPr><t>1</t></r><r><t>2</t></r></is>', ' t="inlineStr"'), None, ('12', '20')),
    ('T01', 'a whole figure struck out', number('<v>12</v>', ' s="10"'),
     odf('<text:p>12</text:p>', 'table:style-name="cs" office:value-type="float" office:value="12"'), None),
    ('T01', 'a figure nobody can see', number('<v>12</v>', ' s="11"'), None, 'told'),
    ('T02', 'shown in thousands', number('<v>1234500</v>', ' s="12"'), None, None),
    ('T02', 'shown in millions', number('<v>12000000</v>', ' s="13"'), None, None),
    ('T01', 'shown as a fraction', number('<v>0.6</v>', ' s="14"'),
     odf('<text:p>3/5</text:p>', 'office:value-type="float" office:value="0.6"'), None),
    ('T01', 'shown as a fraction of twentieths', number('<v>0.6</v>', ' s="15"'), None, None),
    ('T02', 'shown with an exponent', number('<v>1234.5</v>', ' s="16"'), None, ('1234.5',)),
    ('T02', 'shown with words behind', number('<v>1234.5</v>', ' s="6"'), None, ('1234.5',)),
    ('T02', 'shown as per mille', number('<v>0.5</v>', ' s="17"'), None, None),
    ('T03', 'a day and an hour', number('<v>45418.5</v>', ' s="2"'),
     odf('<text:p>06/05/2024 12:00</text:p>', 'office:value-type="date" office:date-value="2024-05-06T12:00:00"'),
     ('2024-05-06',)),
    ('T03', 'a day before all days', number('<v>-5</v>', ' s="2"'), None, None),
    ('T03', 'the day that never was', number('<v>60</v>', ' s="2"'), None, None),
    ('T03', 'a day after all days', number('<v>2958466</v>', ' s="2"'), None, None),
    ('T03', 'a day by the standard', number('<v>2024-05-06</v>', ' t="d" s="2"'), None, ('2024-05-06',)),
    ('T03', 'a day that cannot be', number('<v>2024-02-31</v>', ' t="d" s="2"'),
     odf('<text:p>31/02/2024</text:p>', 'office:value-type="date" office:date-value="2024-02-31"'), None),
    ('T03', 'a month', number('<v>45413</v>', ' s="18"'), None, None),
    ('T03', 'a day without its year', number('<v>45418</v>', ' s="19"'), None, ('2024-05-06',)),
    ('T01', 'a date without looking like one', number('<v>45277</v>', ' s="19"'), None, None),
    ('T01', 'money', None, odf('<text:p>12 ₫</text:p>',
                               'office:value-type="currency" office:currency="VND" office:value="12"'), ('12', '20')),
    ('T01', 'what is shown says otherwise', None,
     odf('<text:p>#VALUE!</text:p>', 'office:value-type="float" office:value="12" calcext:value-type="error"'), None),
    ('T01', 'a value without its kind', None, odf('<text:p>12</text:p>', ''), ('12', '20')),
    ('T01', 'a note beside the figure', None,
     odf('<office:annotation><text:p>99</text:p></office:annotation><text:p>12</text:p>',
         'office:value-type="float" office:value="12"'), ('12', '20')),
    ('T01', 'a number that is none', None, odf('<text:p>12</text:p>', 'office:value-type="float" office:value="12,0"'), None),
    ('T01', 'a number without its value', None, odf('<text:p>12</text:p>', 'office:value-type="float"'), None),
    ('T01', 'the cell over three rows', None,
     odf('<text:p>12</text:p>', 'table:number-rows-spanned="3" office:value-type="float" office:value="12"'), None),
]

# Cell styles beyond those of workbooks.py: 9 is spare; 10 struck out, 11 not to be seen, 12 thousands, 13 millions,
# 14 and 15 fractions, 16 an exponent, 17 per mille, 18 a month, 19 a day without its year.
FORMATS = {11: ';;;', 12: '#,##0.0,', 13: '0.0,,', 15: '#\\ ??/20', 16: '0.00E+00', 17: '0&quot;‰&quot;', 18: 'mm/yyyy',
           19: 'd/m'}


def styles():
    text = workbooks.STYLES
    more = ''.join(f'<numFmt numFmtId="{200 + i}" formatCode="{code}"/>' for i, code in FORMATS.items())
    xfs = ''.join('<xf numFmtId="0" fontId="1"/>' if i == 10 else '<xf numFmtId="12"/>' if i == 14
                  else f'<xf numFmtId="{200 + i if i in FORMATS else 0}"/>' for i in range(9, 20))
    fonts = '<fonts count="2"><font><sz val="11"/></font><font><strike/><sz val="11"/></font></fonts>'
    text = text.replace('</numFmts>', more + '</numFmts>' + fonts)
    return text.replace('</cellXfs>', xfs + '</cellXfs>')


ODF_STYLES = ('<style:style style:name="TS" style:family="text"><style:text-properties '
              'style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style>'
              '<style:style style:name="TR" style:family="text"><style:text-properties '
              'style:text-position="super 58%"/></style:style>'
              '<style:style style:name="cs" style:family="table-cell"><style:text-properties '
              'style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style>')


def odf_with_styles(parts):
    return dict(parts, **{'content.xml': parts['content.xml'].replace('</office:automatic-styles>',
                                                                      ODF_STYLES + '</office:automatic-styles>')})


def place(form, code, column=None, sheet=SHEET):
    return f'FILE!{sheet}!{form.at(code, column or form.first)}'


def typed_cases(sheets):
    for index, (code, text, meaning) in enumerate(TYPED):
        form = Form(sheets)
        form.put(code, ('s', text))
        expected = dict(FILLED, **{code: meaning}) if meaning is not None else [place(form, code)]
        ending = ('xlsx', 'ods')[index % 2]
        make = form_grid.to_xlsx if ending == 'xlsx' else form_grid.to_ods
        yield f'typed {code} {text!r}', [(f'phieu.{ending}', make(form.sheets))], expected


def xml_cases(sheets):
    for code, name, xlsx, ods, meaning in CELLS:
        form = Form(sheets)
        form.put(code, ('x', xlsx, ods))
        if meaning == ['second']:
            # Nothing is there: the figure beside it is alone.
            expected = [place(form, code)]
        elif meaning is None:
            expected = [place(form, code)]
        elif meaning == 'told':
            expected = {**FILLED, None: [place(form, code)]}
        else:
            expected = dict(FILLED, **{code: meaning})
        if xlsx is not None:
            yield name, [('phieu.xlsx', form_grid.to_xlsx(form.sheets, styles=styles()))], expected
        if ods is not None:
            yield name + ' (ods)', [('phieu.ods', workbooks.pack(odf_with_styles(form_grid.ods_parts(form.sheets)).items()))], expected


# --- rows, columns, sheets -------------------------------------------------------------------------------------------

def shape_cases(sheets, others):
    """What is done to the sheet as a whole; `others` is the form of another unit."""
    def case(name, expected=FILLED):
        def add(change):
            form = Form(sheets)
            result = change(form)
            cases.append((name, form, expected if result is None else result))
            return change
        return add
    cases = []
    figures = lambda form: [(r, form.grid.cells.get((r, form.first)), form.grid.cells.get((r, form.second)))
                            for r in sorted(form.row(c) for c in FILLED)]

    @case('a figure in the note')
    def _(form):
        form.put('T02', None)
        form.put('T02', ('n', '1234.5'), form.note)
        return [place(form, 'T02', form.note)]

    @case('a figure where the last one is told')
    def _(form):
        form.put('T02', None)
        form.put('T02', ('n', '1234.5'), form.grid.column_of('latest'))
        return [place(form, 'T02')]

    @case('a figure where the sum is told, another in its place')
    def _(form):
        form.put('T02', ('n', '99'), form.grid.column_of('total'))
        return [place(form, 'T02')]

    @case('a figure over the measure')
    def _(form):
        form.put('T02', None)
        form.put('T02', ('n', '1234.5'), form.grid.column_of('measure'))
        return [place(form, 'T02')]

    @case('a figure over the name')
    def _(form):
        form.put('T02', None)
        form.put('T02', ('n', '1234.5'), form.grid.column_of('name'))
        return [place(form, 'T02')]

    @case('a figure over the code')
    def _(form):
        form.put('T02', None)
        form.put('T02', ('n', '1234.5'), form.code)
        return [place(form, 'T02', form.code)]

    @case('names and figures sorted, codes stayed')
    def _(form):
        form.grid.swap_rows(form.row('T01'), form.row('T05'), range(form.grid.column_of('name'), 40))
        return [place(form, 'T01'), place(form, 'T05')]

    @case('names sorted, figures stayed')
    def _(form):
        name = form.grid.column_of('name')
        form.grid.swap_rows(form.row('T01'), form.row('T05'), [name])
        return [place(form, 'T01'), place(form, 'T05')]

    @case('names and figures sorted, the column of codes deleted')
    def _(form):
        form.grid.swap_rows(form.row('T01'), form.row('T05'), range(form.grid.column_of('name'), 40))
        form.grid.delete_column(form.code)
        return [place(form, 'T01'), place(form, 'T05')]

    @case('a name shortened')
    def _(form): form.put('T02', ('s', 'Thu NS'), form.grid.column_of('name'))

    @case('names translated')
    def _(form):
        for code in FILLED:
            form.put(code, ('s', 'Indicator ' + code), form.grid.column_of('name'))

    @case('figures slipped up by one')
    def _(form):
        rows = figures(form)
        for (row, *_), (_, a, b) in zip(rows, rows[1:] + [(0, None, None)]):
            form.grid.set(row, form.first, a)
            form.grid.set(row, form.second, b)
        form.grid.set(rows[0][0] - 1, form.first, rows[0][1])
        form.grid.set(rows[0][0] - 1, form.second, rows[0][2])
        return [f'FILE!{SHEET}!']

    @case('the heading of the figures written over')
    def _(form):
        form.grid.set(*form.grid.find('Số đã thực hiện'), ('n', '2024'))

    @case('the code of a row cleared')
    def _(form): form.put('T02', None, form.code)

    @case('all codes cleared')
    def _(form):
        for code in FILLED:
            form.put(code, None, form.code)

    @case('the form of another unit beside it, each right')
    def _(form):
        form.sheets[:] = [form.grid] + [s for s in others[:1]]
        form.sheets[1].name = 'Hòa Lạc'

    @case('two forms side by side on one sheet')
    def _(form):
        width = form.note + 3
        for (r, c), v in others[0].cells.items():
            form.grid.set(r, c + width, v)
        return [f'FILE!{SHEET}!']

    @case('two forms one below the other on one sheet')
    def _(form):
        bottom = max(r for r, _ in form.grid.cells) + 3
        for (r, c), v in others[0].cells.items():
            form.grid.set(r + bottom, c, v)
        return [f'FILE!{SHEET}']

    @case('the second copy of another unit')
    def _(form): form.sheets[1] = others[1].copy()

    @case('a stamp cleared and the second copy of another unit')
    def _(form):
        row = form.row('T02')
        form.sheets[1] = others[1].copy()
        form.grid.set(row, 1, None)
        return [f'FILE!{SHEET}!{column_name(form.first)}{row}']

    @case('stamps of another unit beside our figures')
    def _(form):
        for code in FILLED:
            form.put(code, others[0].cells[others[0].row_of(code), 1], 1)
        return [f'FILE!{SHEET}']

    @case('the figures of a filtered list')
    def _(form): form.grid.hidden_rows |= {form.row('T01'), form.row('T03'), form.row('T05')}

    @case('an old copy on a hidden sheet, other figures')
    def _(form):
        old = form.grid.copy()
        old.name, old.hidden = 'cũ', True
        old.set(old.row_of('T04'), old.column_of('first'), ('n', '3'))
        form.sheets.insert(0, old)
        return [place(form, 'T04'), place(form, 'T04', sheet='cũ')]

    @case('an empty copy of the form beside it')
    def _(form):
        empty = sheets[0].copy()
        empty.name = 'mẫu'
        form.sheets.append(empty)
        return [f'FILE!']

    @case('a summary with the same headings')
    def _(form):
        summary = form_grid.Grid('Tổng hợp')
        for i, title in enumerate(('STT', 'Mã', 'Chỉ tiêu', 'Số đã thực hiện', 'Số phải thực hiện'), 1):
            summary.set(1, i, ('s', title))
        summary.set(2, 4, ('n', '77'))
        form.sheets.append(summary)
        return ['FILE!Tổng hợp']

    @case('a sheet with a picture of the figures')
    def _(form):
        chart = form_grid.Grid('Biểu đồ')
        chart.set(1, 1, ('s', 'Chỉ tiêu'))
        chart.set(2, 1, ('n', '12'))
        form.sheets.append(chart)

    @case('rows of two merged figures of one target')
    def _(form):
        row = form.row('T05')
        form.grid.merges.append((row, form.first, row, form.second))
        form.grid.set(row, form.second, None)
        return [place(form, 'T05', form.second)]

    @case('the name merged into the figures')
    def _(form):
        row = form.row('T02')
        form.grid.merges.append((row, form.grid.column_of('name'), row, form.first))
        return [place(form, 'T02')]

    @case('a figure under a merged area, unseen')
    def _(form):
        row = form.row('T02')
        form.grid.merges.append((row - 1, form.first, row, form.first))
        return [place(form, 'T02')]

    @case('the column of first figures moved to the far end')
    def _(form):
        far = form.note + 5
        for (r, c), v in list(form.grid.cells.items()):
            if c == form.first and r > 1:
                pass
        column = form.first
        moved = {(r, far): v for (r, c), v in form.grid.cells.items() if c == column}
        form.grid.cells = {k: v for k, v in form.grid.cells.items() if k[1] != column}
        form.grid.cells.update(moved)

    @case('the numbers of the rows written anew')
    def _(form):
        for n, code in enumerate(('T05', 'T04', 'T03', 'T02', 'T01'), 1):
            form.put(code, ('n', str(n)), form.grid.column_of('number'))

    @case('all points made commas by replacing')
    def _(form):
        for key, v in list(form.grid.cells.items()):
            if v[0] == 's':
                form.grid.set(*key, ('s', v[1].replace('.', ',')))
        # The stamps hold no point; a figure in them would break their check.

    @case('all letters made capitals')
    def _(form):
        for key, v in list(form.grid.cells.items()):
            if v[0] == 's' and v[1].startswith('TD1;'):
                form.grid.set(*key, ('s', v[1].upper()))
        return [f'FILE!{SHEET}!A']

    @case('the unit changed in heading and stamps by replacing')
    def _(form):
        for sheet in form.sheets:
            for key, v in list(sheet.cells.items()):
                if v[0] == 's':
                    sheet.set(*key, ('s', v[1].replace('U1', 'U2').replace('Phường Trần Phú', 'Phường Hòa Lạc')))
        return [f'FILE!{SHEET}!']

    @case('the period changed in heading and stamps by replacing')
    def _(form):
        for sheet in form.sheets:
            for key, v in list(sheet.cells.items()):
                if v[0] == 's':
                    sheet.set(*key, ('s', v[1].replace('P2', 'P3').replace('Quý II/', 'Quý III/')))
        return [f'FILE!{SHEET}!']

    for name, form, expected in cases:
        for ending, make in (('xlsx', form_grid.to_xlsx), ('ods', form_grid.to_ods)):
            yield f'{name} ({ending})', [(f'phieu.{ending}', make(form.sheets))], expected


# --- the file itself -------------------------------------------------------------------------------------------------

def file_cases(sheets, others):
    form = Form(sheets)
    parts = form_grid.xlsx_parts(form.sheets)
    ods = form_grid.ods_parts(form.sheets)
    sheet = 'xl/worksheets/sheet1.xml'

    def all_xml(change):
        return {k: change(v) for k, v in parts.items()}

    def pack(changed):
        return workbooks.pack(changed.items())

    one = lambda name, content, expected=FILLED: (f'{name}', [(name, content)], expected)

    def strict(text):
        return text.replace(workbooks.MAIN, workbooks.STRICT).replace(workbooks.REL, workbooks.STRICT_REL)

    def prefixed(text):
        if f'xmlns="{workbooks.MAIN}"' not in text:
            return text
        text = re.sub(r'<(/?)([A-Za-z])', r'<\1x:\2', text.split('?>', 1)[1])
        return workbooks.HEAD + text.replace('xmlns="', 'xmlns:x="', 1)

    def utf16(text):
        return text.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode('utf-16')

    def utf8_bom(text):
        return b'\xef\xbb\xbf' + text.encode()

    row = form.row('T02')
    first = column_name(form.first)
    cell = re.search(rf'<c r="{first}{row}"[^>]*>.*?</c>', parts[sheet]).group()
    yield one('strict.xlsx', pack(all_xml(strict)))
    yield one('tien-to.xlsx', pack(all_xml(prefixed)))
    yield one('utf16.xlsx', pack(all_xml(utf16)), NAMED)
    yield one('bom.xlsx', pack(all_xml(utf8_bom)))
    yield one('cp1258.xlsx', pack(all_xml(lambda t: t.replace('encoding="UTF-8"', 'encoding="windows-1258"').encode('utf-8'))),
              NAMED)
    yield one('macro.xlsm', form_grid.to_xlsx(form.sheets, kind='application/vnd.ms-excel.sheet.macroEnabled.main+xml'))
    yield one('mau.xltx', form_grid.to_xlsx(form.sheets, kind='template.main+xml'))
    yield one('mau.xltm', form_grid.to_xlsx(form.sheets, kind='application/vnd.ms-excel.template.macroEnabled.main+xml'))
    yield one('CHU-HOA.XLSX', pack(parts))
    yield one('ten  có dấu (1) - bản sao.xlsx', pack(parts))
    yield one('ngay1904.xlsx', form_grid.to_xlsx(form.sheets, book_before='<workbookPr date1904="1"/>'),
              {**FILLED, 'T03': ('2028-05-07',), None: [place(form, 'T03')]})
    bare = Form(sheets)
    bare.put('T03', ('n', '45418'))
    yield one('so1904.xlsx', form_grid.to_xlsx(bare.sheets, book_before='<workbookPr date1904="1"/>'), [place(bare, 'T03')])
    yield one('hai-o.xlsx', pack(dict(parts, **{sheet: parts[sheet].replace(cell, cell + cell.replace('1234.5', '99'))})), NAMED)
    yield one('o-lui.xlsx', pack(dict(parts, **{sheet: parts[sheet].replace(cell, cell.replace(first, 'B'))})), NAMED)
    yield one('o-khac-dong.xlsx', pack(dict(parts, **{sheet: parts[sheet].replace(cell, cell.replace(f'{row}"', f'{row + 1}"'))})),
              NAMED)
    rows = re.findall(r'<row r="\d+".*?</row>', parts[sheet])
    yield one('dong-lap.xlsx', pack(dict(parts, **{sheet: parts[sheet].replace(rows[-1], rows[-1] + rows[-1])})), NAMED)
    yield one('dong-lui.xlsx', pack(dict(parts, **{sheet: parts[sheet].replace(rows[-1], '').replace(rows[0], rows[-1] + rows[0])})),
              NAMED)
    yield one('chuoi-thieu.xlsx', pack(dict(parts, **{sheet: parts[sheet].replace(cell, f'<c r="{first}{row}" t="s"><v>99</v></c>')})),
              NAMED)
    yield one('thieu-sheet.xlsx', pack({k: v for k, v in parts.items() if k != sheet}), NAMED)
    yield one('thieu-kieu.xlsx', pack({k: v for k, v in parts.items() if k != 'xl/styles.xml'}), NAMED)
    yield one('cut.xlsx', pack(parts)[:-200], NAMED)
    yield one('cut-xml.xlsx', pack(dict(parts, **{sheet: parts[sheet][:-300]})), NAMED)
    flipped = bytearray(workbooks.pack(parts.items(), method=0))
    at = flipped.index(b'<v>1234.5</v>') + 3
    flipped[at] = ord('9')
    yield one('lat-byte.xlsx', bytes(flipped), NAMED)
    yield one('rong.xlsx', b'', NAMED)
    yield one('thu.xlsx', b'<html><body><table><tr><td>12</td></tr></table></body></html>', NAMED)
    yield one('cu.xls', bytes.fromhex('d0cf11e0a1b11ae1') + bytes(4096), NAMED)
    yield one('khoa.xlsx', bytes.fromhex('d0cf11e0a1b11ae1') + bytes(4096), NAMED)
    yield one('anh.xlsx', b'\xff\xd8\xff\xe0' + bytes(500), NAMED)
    yield one('giay.xlsx', b'%PDF-1.7\n' + bytes(500), NAMED)
    yield one('nen.zip', workbooks.pack([('phieu.xlsx', pack(parts))]), NAMED)
    yield one('nen.xlsx', workbooks.pack([('phieu.xlsx', pack(parts))]), NAMED)
    yield one('phieu.csv', 'Mã;Số đã thực hiện\nT02;1234,5\n'.encode(), NAMED)
    yield one('phieu.ods', pack(parts), NAMED)
    yield one('doi.xlsx', pack(ods), NAMED)
    yield one('utf16.ods', workbooks.pack(dict(ods, **{'content.xml': utf16(ods['content.xml'])}).items()), NAMED)
    yield one('tien-to.ods', workbooks.pack(dict(ods, **{'content.xml': re.sub(r'\btable:', 'bang:', ods['content.xml']).replace(
        'xmlns:table', 'xmlns:bang').replace('opendocument:xmlns:bang:', 'opendocument:xmlns:table:')}).items()))
    yield one('cut.ods', workbooks.pack(dict(ods, **{'content.xml': ods['content.xml'][:-400]}).items()), NAMED)
    yield one('khoa.ods', workbooks.pack(dict(ods, **{'META-INF/manifest.xml': workbooks.MANIFEST % '<manifest:encryption-data/>'}).items()),
              NAMED)

    # What a file is called.
    for name, told in (('Phường Hòa Lạc.xlsx', True), ('PHUONG_HOA-LAC (gui lai).ods', True), ('U1 gửi phường Hòa Lạc.xlsx', False),
                       ('Phường Trần Phú gửi Phường Hòa Lạc.xlsx', False), ('Phường Hòa Lạc2.xlsx', False)):
        content = pack(parts) if name.endswith('xlsx') else workbooks.pack(ods.items())
        yield name, [(name, content)], {**FILLED, None: [f'{name}!{SHEET}: '] if told else []}

    # Several files at once.
    other = Form(sheets)
    other.put('T02', ('n', '999'))
    yield 'the same form under two names', [('a.xlsx', pack(parts)), ('b.xlsx', pack(parts))], FILLED
    yield 'the same form as two kinds of file', [('a.xlsx', pack(parts)), ('a.ods', form_grid.to_ods(form.sheets))], FILLED
    yield ('two versions of one form', [('a.xlsx', pack(parts)), ('b.ods', form_grid.to_ods(other.sheets))],
           [f'a.xlsx!{SHEET}!{form.at("T02", form.first)}', f'b.ods!{SHEET}!{form.at("T02", form.first)}'])
    yield 'a right form and a broken one', [('a.xlsx', pack(parts)), ('b.xlsx', b'PK\x03\x04')], ['b.xlsx']
    half, rest = Form(sheets), Form(sheets)
    for code in FILLED:
        one_half = half if code < 'T03' else rest
        one_half.put(code, None)
        one_half.put(code, None, one_half.second)
    yield 'half in one file, half in another', [('a.xlsx', form_grid.to_xlsx(half.sheets)),
                                               ('b.ods', form_grid.to_ods(rest.sheets))], ['a.xlsx', 'b.ods']


def cases(sheets, others):
    """`sheets`: our unit's form; `others`: that of another unit, filled in."""
    others = [s.copy() for s in others]
    fill(others[0], dict(FILLED, T02=('77',)))
    for group in (typed_cases(sheets), xml_cases(sheets), shape_cases(sheets, others), file_cases(sheets, others)):
        for name, files, expected in group:
            if isinstance(expected, list):
                expected = [p.replace('FILE', files[0][0]) for p in expected]
            elif None in expected:
                expected = {**expected, None: [p.replace('FILE', files[0][0]) for p in expected[None]]}
            yield name, files, expected
