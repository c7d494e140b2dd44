#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench.py BUILD [quick]: measures what the program promises, against references in the same run, and prints one table.

Machines are noisy: medians of several runs, ratios against a reference on the same machine. `city` and `province` are the
sizes of the specification's page on performance; the province's year is 200 units x 100 targets x 12 periods.
"""
import math
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

build = pathlib.Path(sys.argv[1]).resolve()
quick = 'quick' in sys.argv[2:]
here = pathlib.Path(__file__).resolve().parent
work = pathlib.Path(tempfile.mkdtemp(prefix='thidua-bench-'))
cli, desk_bench = build / 'src/cli/thidua-cli', build / 'tests/bench/desk-bench'
os.environ.update(THIDUA_LOCALEDIR=str(build / 'po'), GSETTINGS_SCHEMA_DIR=str(build / 'data'), GSETTINGS_BACKEND='memory')
SIZES = {'city': (100, 60, 12, 0), 'half province': (100, 100, 12, 0), 'province': (200, 100, 12, 100000)}
rows = []


def add(what, size, ours, reference=None, budget=None, unit='ms', against='', limit=None):
    ratio = ours / reference if reference else None
    met = '' if limit is None else 'yes' if (ratio if ratio is not None else ours) <= limit else 'NO'
    rows.append((what, size, f'{ours:.4g} {unit}', f'{reference:.4g} {unit} {against}' if reference else against,
                 f'{ratio:.2f}' if ratio is not None else '', budget or '', met))
    print('.', end='', file=sys.stderr, flush=True)


def seconds(*command, times=3, **options):
    taken = []
    for _ in range(times):
        began = time.monotonic()
        subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, **options)
        taken.append(time.monotonic() - began)
    return statistics.median(taken)


def desk(size):
    """The movement of a size as a data file, and how long its entries took to come in."""
    units, targets, periods, people = SIZES[size]
    if quick:
        units, people = units // 4, people // 10
    tables, file = work / size.replace(' ', '-'), work / (size.replace(' ', '-') + '.thidua')
    subprocess.run([sys.executable, here / 'make-movement.py', tables, *map(str, (units, targets, periods, people))], check=True)
    subprocess.run([cli, 'new', file, '--template', 'blank'], check=True)
    order = ['movement', 'categories', 'areas', 'units', 'periods', 'targets'] + (['people'] if people else [])
    subprocess.run([cli, 'import', file, *[tables / f'{name}.csv' for name in order]], check=True, stdout=subprocess.DEVNULL)
    took = seconds(cli, 'import', file, tables / 'entries.csv', times=1)
    return file, took, units * targets * periods


def figures(file):
    out = subprocess.run([desk_bench, file], capture_output=True, text=True, check=True).stdout
    return {name: float(value) for name, value in (line.split() for line in out.splitlines())}


def bare_size(file):
    """The same rows in a bare table."""
    bare = work / 'bare.db'
    bare.unlink(missing_ok=True)
    subprocess.run(['sqlite3', bare, f"ATTACH '{file}' AS f; CREATE TABLE entry AS SELECT * FROM f.entry; VACUUM;"], check=True)
    return bare.stat().st_size


def starts(program, title, *arguments):
    """Seconds until its window is there."""
    taken = []
    for i in range(3 if quick else 7):
        began = time.monotonic()
        process = subprocess.Popen([program, *map(str, arguments)], stderr=open(work / 'messages', 'wb'))
        while title not in subprocess.run(['xwininfo', '-root', '-tree'], capture_output=True, text=True).stdout:
            if process.poll() is not None:
                sys.exit(f'{program.name} ended with {process.returncode} before its window was there: '
                         + (work / 'messages').read_text())
            time.sleep(0.005)
        taken.append(time.monotonic() - began)
        status = pathlib.Path(f'/proc/{process.pid}/status').read_text() if i == 0 else ''
        process.terminate()
        process.wait()
        if status:
            memory = int(next(line for line in status.splitlines() if line.startswith('VmRSS')).split()[1]) / 1024
        time.sleep(0.2)
    return statistics.median(taken), memory


measured = {}
for size in SIZES:
    file, import_time, entries = desk(size)
    result = figures(file)
    measured[size] = (result, entries)
    add('full scoring, from the file', size, result['score-from-file'], result['sum-by-unit'], '≤ 1.5 ×', limit=1.5,
        against='sqlite3 GROUP BY')
    add('one figure edited, all right', size, result['edit'], budget='≤ 16 ms', limit=16)
    add('the overview’s numbers', size, result['overview'], budget='≤ 16 ms', limit=16)
    add('chart redrawn on hover', f'{size}, heat map', result['hover'], budget='≤ 4 ms', limit=4)
    if 'filter-key' in result:
        add('a key in the filter', f'{SIZES[size][3] // (10 if quick else 1)} people', result['filter-key'], budget='≤ 16 ms', limit=16)
    add('file', size, file.stat().st_size / 1e6, bare_size(file) / 1e6, '≤ 1.6 ×', 'MB', 'bare table', 1.6)
    copy = work / 'undo.thidua'
    shutil.copy(file, copy)
    undo_time = seconds(cli, 'undo', copy, times=1)
    add('undo of an import', f'{entries} rows', undo_time * 1000, import_time * 1000, '≤ 1.5 ×', limit=1.5, against='the import')
for name in ('score-from-file', 'edit'):
    (small, n), (large, m) = measured['city'], measured['province']
    rows.append((f'growth of “{name}”', 'city → province', f'n^{math.log(large[name] / small[name]) / math.log(m / n):.2f}', '', '', '', ''))

n = 10000 if quick else 100000
sheet = work / 'cells.xlsx'
writer, bare_writer = build / 'tests/bench/grid-writer', build / 'tests/bench/bare-xlsx-writer'
reader, bare_reader = build / 'tests/bench/grid-reader', build / 'tests/bench/bare-xlsx-reader'
wrote, bare_wrote = seconds(writer, n, sheet), seconds(bare_writer, n, work / 'bare.xlsx')
add('export to XLSX', f'{n} × 10', wrote * 1000, bare_wrote * 1000, '≤ 1.3 ×', limit=1.3, against='bare libxlsxwriter')
add('reading XLSX', f'{n} × 10', seconds(reader, sheet) * 1000, seconds(bare_reader, sheet) * 1000, '≤ 2.5 ×', limit=2.5,
    against='bare SAX reader')

paper = {}
for nominees in (250, 500, 1000):
    if quick and nominees > 250:
        break
    out = subprocess.run([build / 'tests/print/bench-print', str(nominees)], capture_output=True, text=True, check=True).stdout
    paper[nominees] = {name: float(value) for name, value in (line.split() for line in out.splitlines())}
    result, size = paper[nominees], f'{nominees} nominees, {paper[nominees]["pages"]:.0f} pages'
    add('dossier as PDF', size, result['dossier'], result['plain'], '≤ 1.5 ×', limit=1.5, against='plain Pango and Cairo')
    add('preview: first page', size, result['first-page'], budget='≤ 100 ms', limit=100)
    add('preview: any page after a jump', size, result['jump'], budget='≤ 30 ms', limit=30)
if not quick:
    exponent = math.log(paper[1000]['dossier'] / paper[250]['dossier']) / math.log(4)
    rows.append(('growth of “dossier as PDF”', '250 → 1000 nominees', f'n^{exponent:.2f}', '', '', '', ''))

if os.environ.get('DISPLAY'):
    empty, empty_memory = starts(build / 'tests/bench/empty-window', 'Empty window', 'Empty window')
    for size, budget, room in (('city', 1.25, 40), ('province', 1.6, 150)):
        file = work / f'{size}.thidua'
        took, memory = starts(build / 'src/app/thidua', file.stem, '--page=overview', file)
        add('start, until the window is there', size, took * 1000, empty * 1000, f'≤ {budget} ×', limit=budget, against='empty window')
        add('memory after start, more than empty', size, memory - empty_memory, budget=f'≤ {room} MB', unit='MB', limit=room)

print(file=sys.stderr)
rows.insert(0, ('what', 'size', 'ours', 'reference', 'ratio', 'budget', 'met'))
widths = [max(len(row[i]) for row in rows) for i in range(7)]
for row in rows:
    print('  '.join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
shutil.rmtree(work)
