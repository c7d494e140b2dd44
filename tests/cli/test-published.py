#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Published indexes as movements: what goes in are their sub-indexes and weights, what comes out must be their totals
and ranks. tests/data/published/README.md says where the tables come from. Prints TAP.

Usage: test-published.py THIDUA-CLI DATA-FOLDER
"""
import csv
import io
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from fractions import Fraction as F

CLI = os.path.abspath(sys.argv[1])
DATA = pathlib.Path(sys.argv[2])
work = pathlib.Path(tempfile.mkdtemp(prefix='thidua-published-'))
tests = []


def test(func):
    tests.append(func)
    return func


def cli(*args):
    p = subprocess.run([CLI, *map(str, args)], capture_output=True, text=True, encoding='utf-8', cwd=work)
    assert p.returncode == 0, f'{args}: exit {p.returncode}\n{p.stdout}{p.stderr}'
    return p.stdout


def table(file, name):
    return list(csv.DictReader(io.StringIO(cli('export', file, name))))


def published(name):
    """The rows; some of their text is decomposed, and what goes in comes out composed."""
    text = unicodedata.normalize('NFC', (DATA / name).read_text(encoding='utf-8'))
    return list(csv.DictReader(io.StringIO(text)))


def decimal(x):
    """A figure with at most 4 fraction digits, rounded half away from zero."""
    n = (2 * abs(x.numerator) * 10000 + x.denominator) // (2 * x.denominator)
    return f'{"-" if x < 0 else ""}{n // 10000}.{n % 10000:04}'


def movement(name, provinces, areas, targets, figures, bands=()):
    """A file with the movement; `targets` are (code, area, goal, points), `figures` (unit, target, amount)."""
    tables = {
        'movement': [('code', 'title', 'starts', 'ends', 'decimals'), (name, name, '2013-01-01', '2013-12-31', '4')],
        'periods': [('code', 'starts', 'ends', 'due'), ('N', '2013-01-01', '2013-12-31', '2013-12-31')],
        'categories': [('code', 'name'), ('T', 'Tỉnh, thành phố')],
        'units': [('code', 'name', 'category', 'block')] + [(u, p, 'T', 'Cả nước') for u, p in provinces],
        'areas': [('code', 'name')] + areas,
        'targets': [('code', 'area', 'name', 'kind', 'accumulation', 'rule', 'goal', 'max_points', 'frequency',
                     'if_missing', 'applies_to')]
        + [(code, area, code, 'amount', 'latest', 'linear', goal, points, 'period', 'zero', 'all')
           for code, area, goal, points in targets],
        'entries': [('unit', 'target', 'period', 'amount', 'state')]
        + [(u, t, 'N', amount, 'accepted') for u, t, amount in figures],
    }
    if bands:
        tables['bands'] = [('name', 'at_least'), *bands]
    folder = work / name
    folder.mkdir()
    for title, rows in tables.items():
        with open(folder / f'{title}.csv', 'w', encoding='utf-8', newline='') as f:
            csv.writer(f).writerows(rows)
    file = work / f'{name}.thidua'
    cli('new', file, '--template', 'blank')
    cli('import', file, *sorted(folder.iterdir()))
    cli('check', file)
    return file


def ranks(totals):
    """1, 2, 2, 4."""
    return {u: 1 + sum(other > t for other in totals.values()) for u, t in totals.items()}


# --- PCI 2013: ten sub-indexes, weighted -----------------------------------------------------------

PCI_WEIGHTS = [5, 5, 20, 5, 10, 5, 5, 20, 20, 5]


def pci(scale, name):
    """With the sub-indexes times `scale`: at 100 all of their six digits are in the four that a figure may have."""
    rows = published('pci-2013.csv')
    names = list(rows[0])[2:12]
    unit = {r['province_vi']: f'T{r["rank_published"]}' for r in rows}
    least = {}
    for r in rows:
        least[r['band_published']] = min(least.get(r['band_published'], F(1000)), F(r['pci_total_published']))
    file = movement(
        name, [(u, p) for p, u in unit.items()], [('A', 'PCI')],
        [(f'S{i:02}', 'A', 10 * scale, w) for i, w in enumerate(PCI_WEIGHTS)],
        [(unit[r['province_vi']], f'S{i:02}', decimal(F(r[n]) * scale)) for r in rows for i, n in enumerate(names)],
        # A thousandth of room for the rounding.
        [(b, decimal(t - F(1, 1000))) for b, t in least.items()])
    got = {r['unit']: r for r in table(file, 'ranking')}
    assert len(rows) == len(got) == 63
    # Ten points, each rounded to 0.0001: 0.00005 each; a rounded sub-index adds up to 0.00005 · weight / 10 each.
    most = F(5, 10 ** 4) + (F(5, 10 ** 4) if scale == 1 else 0) + F(1, 10 ** 5)
    for r in rows:
        mine = got[unit[r['province_vi']]]
        assert abs(F(mine['total']) - F(r['pci_total_published'])) <= most, (r['province_vi'], mine['total'])
        assert mine['rank'] == r['rank_published'], (r['province_vi'], mine['rank'])
        assert mine['tied'] == '0' and mine['band'] == r['band_published'], (r['province_vi'], mine['band'])
        assert F(mine['max_points']) == 100 and mine['coverage'] == '10/10'


@test
def pci_2013_all_digits():
    pci(100, 'PCI-100')


@test
def pci_2013_rounded_figures():
    pci(1, 'PCI-1')


# --- PAPI 2011: sub-dimensions in dimensions -------------------------------------------------------

PAPI_WIDTHS = [4, 3, 3, 4, 4, 4]


@test
def papi_2011_two_levels():
    rows = published('papi-2011.csv')
    columns = list(rows[0])[3:]
    dimensions, at = [], 0
    for width in PAPI_WIDTHS:
        dimensions.append((columns[at], columns[at + 1:at + 1 + width]))
        at += 1 + width
    total_name = columns[at]
    assert at == len(columns) - 1
    unit = {r['province_vi']: f'T{int(r["province_code"]):02}' for r in rows}
    targets, figures = [], []
    for d, (_, parts) in enumerate(dimensions):
        for s, part in enumerate(parts):
            # A dimension has ten points; a sub-dimension's goal is as many hundredths as it has points.
            points = F(decimal(F(10, len(parts))))
            targets.append((f'D{d}S{s}', f'D{d}', decimal(100 * points), decimal(points)))
            figures += [(unit[r['province_vi']], f'D{d}S{s}', decimal(100 * F(r[part]))) for r in rows]
    file = movement('PAPI', [(u, p) for p, u in unit.items()], [(f'D{d}', n) for d, (n, _) in enumerate(dimensions)],
                    targets, figures)
    got = {r['unit']: r for r in table(file, 'ranking')}
    areas = {(r['unit'], r['area']): F(r['points']) for r in table(file, 'areas_index')}
    assert len(rows) == len(got) == 63 and len(targets) == 22
    wanted = ranks({unit[r['province_vi']]: F(r[total_name]) for r in rows})
    slack = F(1, 10 ** 5)  # the published sums are rounded themselves
    for r in rows:
        u = unit[r['province_vi']]
        for d, (name, parts) in enumerate(dimensions):
            assert abs(areas[u, f'D{d}'] - F(r[name])) <= len(parts) * F(5, 10 ** 5) + slack, (r['province_vi'], name)
        assert abs(F(got[u]['points']) - F(r[total_name])) <= 22 * F(5, 10 ** 5) + slack, r['province_vi']
        assert int(got[u]['rank']) == wanted[u], (r['province_vi'], got[u]['rank'], wanted[u])


print(f'1..{len(tests)}')
failed = False
for number, func in enumerate(tests, 1):
    try:
        func()
        print(f'ok {number} {func.__name__}')
    except AssertionError as problem:
        failed = True
        print(f'not ok {number} {func.__name__}')
        for line in str(problem).splitlines()[:40]:
            print('#', line)
shutil.rmtree(work, ignore_errors=True)
sys.exit(failed)
