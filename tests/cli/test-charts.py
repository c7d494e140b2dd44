#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every chart from the command line: the same words in every format, every look, no picture where there is an error. Prints TAP.

Usage: test-charts.py THIDUA-CLI
"""
import collections
import os
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ET
import zlib

CLI = os.path.abspath(sys.argv[1])
work = pathlib.Path(tempfile.mkdtemp(prefix='thidua-cli-charts-'))
file = work / 'a.thidua'
tests = []
LOOKS = ['print', 'light', 'dark', 'contrast', 'contrast-dark']


def test(func):
    tests.append(func)
    return func


def cli(*args, status=0):
    p = subprocess.run([CLI, *map(str, args)], capture_output=True, text=True, encoding='utf-8', cwd=work,
                       env=dict(os.environ, THIDUA_LANGUAGE='vi'))
    assert p.returncode == status, f'{args}: exit {p.returncode}, not {status}\n{p.stdout}{p.stderr}'
    return p.stdout, p.stderr


def kinds():
    """(name, arguments) of every chart, with an argument for those that need one."""
    for line in cli('chart', file)[0].splitlines():
        name = line.split('\t')[0]
        yield name, ['HCC'] if name in ('radar', 'spark') else []


def letters(text):
    """What is written, whatever the order and the line breaks."""
    return collections.Counter(c for c in unicodedata.normalize('NFC', text) if not c.isspace())


def svg_text(path, whole=False):
    """What is written; with whole, all of a name that is shortened: what a browser shows on hover and a PDF gives for copying."""
    texts = []
    for node in ET.parse(path).iter('{http://www.w3.org/2000/svg}text'):
        title = next((child for child in node.iter() if child.tag.endswith('title')), None)
        shown = ''.join(node.itertext())
        if title is not None:
            shown = shown.replace(title.text, '', 1)
            if whole:
                # A name on two lines has its title on both.
                shown = title.text if '…' in shown else '' if title.text.startswith(shown) else shown
        texts.append(shown)
    assert texts, path
    return '\n'.join(texts)


def png_pixels(path):
    """(width, height, set of the pixels' bytes, first pixel) of an 8-bit RGB(A) picture; checks what it unpacks."""
    data = path.read_bytes()
    assert data[:8] == b'\x89PNG\r\n\x1a\n'
    at, packed = 8, b''
    while at < len(data):
        length, kind = struct.unpack('>I4s', data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        assert zlib.crc32(kind + body) == struct.unpack('>I', data[at + 8 + length:at + 12 + length])[0]
        if kind == b'IHDR':
            width, height, depth, color = struct.unpack('>IIBB', body[:10])
            assert depth == 8 and color in (2, 6)
        if kind == b'IDAT':
            packed += body
        at += 12 + length
    channels = 3 if color == 2 else 4
    raw = zlib.decompress(packed)
    stride = width * channels + 1
    assert len(raw) == stride * height
    return width, height, len(set(raw)), tuple(raw[1:1 + channels])


@test
def every_kind_is_listed():
    listed = [line.split('\t') for line in cli('chart', file)[0].splitlines()]
    assert [row[0] for row in listed] == ['bars', 'bullets', 'heat', 'lines', 'bump', 'radar', 'stack', 'funnel', 'spark', 'scatter']
    assert all(len(row) == 3 and row[1] for row in listed), listed


@test
def the_same_words_as_svg_and_pdf():
    for name, arguments in kinds():
        svg, pdf = work / f'{name}.svg', work / f'{name}.pdf'
        cli('chart', file, name, *arguments, '-o', svg)
        cli('chart', file, name, *arguments, '-o', pdf)
        printed = subprocess.run(['pdftotext', '-raw', str(pdf), '-'], capture_output=True, text=True, check=True).stdout
        written = letters(svg_text(svg, whole=True))
        assert written == letters(printed), f'{name}: {written - letters(printed)} {letters(printed) - written}'
        fonts = subprocess.run(['pdffonts', str(pdf)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
        assert fonts and all(line.split()[-5] == 'yes' for line in fonts), fonts  # embedded


@test
def a_look_changes_colours_and_no_word():
    for name, arguments in kinds():
        written = {}
        for look in LOOKS:
            svg = work / f'{name}-{look}.svg'
            cli('chart', file, name, *arguments, '--look', look, '-o', svg)
            written[look] = svg
        # On a screen there is another width for the same letters, so only screens are compared letter by letter.
        screens = [letters(svg_text(written[look])) for look in LOOKS[1:]]
        assert all(words == screens[0] for words in screens), name
        assert len({written[look].read_bytes() for look in LOOKS}) == len(LOOKS), name


@test
def pictures_have_a_size_and_something_on_them():
    for name, arguments in kinds():
        for look in ('print', 'dark'):
            png = work / f'{name}-{look}.png'
            cli('chart', file, name, *arguments, '--look', look, '-o', png)
            width, height, shades, corner = png_pixels(png)
            wanted = {'print': 482 * 300 / 72, 'dark': 482 * 4 / 3} if name != 'spark' else {'print': 160 * 300 / 72, 'dark': 160 * 4 / 3}
            assert abs(width - wanted[look]) <= 1, (name, look, width)
            assert shades > 8, (name, look)
            assert (sum(corner[:3]) < 200) == (look == 'dark'), (name, look, corner)


@test
def the_same_call_gives_the_same_bytes():
    for ending in ('svg', 'png', 'pdf'):
        first, second = work / f'one.{ending}', work / f'two.{ending}'
        cli('chart', file, 'heat', '-o', first)
        cli('chart', file, 'heat', '-o', second)
        assert first.read_bytes() == second.read_bytes(), ending


@test
def a_missing_value_is_no_zero():
    """A unit that has reported nothing has no bar, and says so in words."""
    empty = work / 'empty.thidua'
    cli('new', empty, '--template', 'mong-cai-2024')
    svg = work / 'empty.svg'
    cli('chart', empty, 'bars', '-o', svg)
    words = svg_text(svg)
    # No zero, and no rank.
    assert not re.findall(r'(?m)^[01][,.0=]*$', words), words
    assert 'không có số liệu' in words, words
    for kind, arguments in (('lines', []), ('bump', []), ('radar', ['HCC']), ('spark', ['HCC']), ('scatter', [])):
        cli('chart', empty, kind, *arguments, '-o', svg)
        assert not re.search(r'(?m)^0[,.]0+', svg_text(svg)), f'{kind}: {svg_text(svg)}'


@test
def what_is_wrong_writes_nothing():
    out = work / 'none.svg'
    for arguments in (['pie', '-o', out], ['bars', '-o', work / 'none.txt'], ['bars'], ['bars', 'NOBODY', '-o', out],
                      ['bars', '--look', 'neon', '-o', out]):
        _, said = cli('chart', file, *arguments, status=2)
        assert len(said.splitlines()) == 1, said
    assert not out.exists() and not (work / 'none.txt').exists()
    _, said = cli('chart', file, 'bars', '-o', work / 'no' / 'such' / 'folder.svg', status=1)
    assert said


cli('new', file, '--template', 'mong-cai-2024-minh-hoa')
print(f'1..{len(tests)}')
failed = False
for i, func in enumerate(tests, 1):
    try:
        func()
        print(f'ok {i} {func.__name__}', flush=True)
    except Exception as error:  # noqa: BLE001  whatever it is, it is this test's failure
        failed = True
        print(f'not ok {i} {func.__name__}')
        for line in f'{type(error).__name__}: {error}'.splitlines():
            print('#', line)
sys.exit(1 if failed else 0)
