#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What SCORING.md says always holds ("Properties that always hold"), on random movements. A movement on which a
property fails is made smaller, line by line, before it is shown. Prints TAP.

Usage: properties.py SCORE-DUMP [NUMBER [SEED]]
"""
import datetime
import random
import sys
from fractions import Fraction as F

from oracle import Engine, Plain, fixed, is_needed, line, plain, random_entry, random_movement, some_day

FIGURES = {'ratio': ('done', 'due'), 'amount': ('amount',), 'milestone': ('done_on',), 'rating': ('points',)}


class Unsuitable(Exception):
    """The movement says nothing about the property."""


def parse(text):
    table, *cells = text.split('|')
    return table, dict(c.split('=', 1) for c in cells)


def records(lines, table):
    return [row for name, row in map(parse, lines) if name == table]


def rewrite(lines, change):
    """Every line through `change`, which gets table and row and gives a row, None to leave it out, or several."""
    out = []
    for text in lines:
        table, row = parse(text)
        rows = change(table, row)
        out += [line(table, r) for r in (rows if isinstance(rows, list) else [rows]) if r is not None]
    return out


def rows_of(tables, kind):
    return [row.split('|') for row in tables if row.startswith(kind + '|')]


def same(a, b):
    """None, or what differs."""
    return None if a == b else [f'before {x}' for x in a if x not in b] + [f'after  {x}' for x in b if x not in a]


# --- the properties: what is wrong, as lines, or None ------------------------------------------------


def order_of_rows_does_not_matter(engine, lines, r, d, basis):
    tables = []
    for text in lines:
        if text.split('|')[0] not in tables:
            tables.append(text.split('|')[0])
    shuffled = []
    for table in tables:
        part = [text for text in lines if text.split('|')[0] == table]
        r.shuffle(part)
        shuffled += part
    return same(engine.tables(lines, d, basis), engine.tables(shuffled, d, basis))


def in_two(r, row, names):
    """The figures named, shared out between two rows; done stays below due in both."""
    a, b = dict(row), dict(row)
    share = F(r.randrange(0, 5), 4)
    for name in names:
        if row.get(name):
            whole = F(row[name])
            # Towards zero, and for a pair the larger share of due: done · share ≤ due · share.
            part = F(int(whole * share * 10 ** 4), 10 ** 4)
            a[name], b[name] = plain(part), plain(whole - part)
    if 'due' in names and any(F(x.get(p + 'done') or 0) > F(x.get(p + 'due') or 0)
                              for x in (a, b) for p in ('', 'appraised_')):
        raise Unsuitable
    return a, b


def a_unit_split_in_two_pools_the_same(engine, lines, r, d, basis):
    unit = r.choice([u['code'] for u in records(lines, 'units')])
    kinds = {t['code']: t['kind'] for t in records(lines, 'targets')}
    half = unit + 'half'

    def change(table, row):
        if table == 'units' and row['code'] == unit:
            return [row, dict(row, code=half, name=row['name'] + ' hai')]
        if table == 'targets':
            items = []
            for item in row['applies_to'].split(';'):
                items += [item] + ([item.replace(unit, half)] if item.lstrip('-') == unit else [])
            return dict(row, applies_to=';'.join(items))
        if table == 'entries' and row['unit'] == unit:
            names = [p + n for p in ('', 'appraised_') for n in FIGURES[kinds[row['target']]]]
            if kinds[row['target']] not in ('ratio', 'amount'):
                return row
            a, b = in_two(r, row, names)
            return [a, dict(b, unit=half)]
        return row

    def pools(tables):
        return [x[1:6] for x in rows_of(tables, 'pooled') if kinds[x[1]] in ('ratio', 'amount')]
    return same(pools(engine.tables(lines, d, basis)), pools(engine.tables(rewrite(lines, change), d, basis)))


def a_target_for_nobody_changes_nothing(engine, lines, r, d, basis):
    nobody = ';'.join('-' + c['code'] for c in records(lines, 'categories'))
    nobody += ''.join(';-' + u['code'] for u in records(lines, 'units') if r.random() < .3)
    areas = records(lines, 'areas')
    if not areas:
        raise Unsuitable
    extra = {'code': 'NEW', 'area': r.choice(areas)['code'], 'name': 'NEW', 'kind': 'amount', 'accumulation': 'sum',
             'rule': 'linear', 'goal': '10', 'max_points': '7', 'frequency': r.choice(['period', 'once']),
             'due': '2024-01-01', 'if_missing': 'zero', 'applies_to': nobody}
    last = max(i for i, text in enumerate(lines) if text.split('|')[0] in ('areas', 'units', 'targets'))
    more = lines[:last + 1] + [line('targets', extra)] + lines[last + 1:]
    after = engine.tables(more, d, basis)
    wrong = [f'applies {"|".join(x)}' for x in rows_of(after, 'score') if x[2] == 'NEW' and x[3] != 'not-applicable']
    rest = [x for x in after if not x.startswith('pooled|NEW|') and not (x.startswith('score|') and '|NEW|' in x)]
    return wrong or same(engine.tables(lines, d, basis), rest)


def a_reported_zero_is_not_missing(engine, lines, r, d, basis):
    known = Plain(lines)
    open_periods = [p for p in known.periods.values() if p['ends'] <= d]
    places = [(u, t) for u in known.units.values() for t in known.targets.values() if known.applies(t, u)
              and known.takes_part(u, datetime.date.fromisoformat(d))]
    if not open_periods or not places:
        raise Unsuitable
    unit, target = r.choice(places)
    bare = rewrite(lines, lambda table, row: None if table == 'entries' and row['target'] == target['code'] else row)
    zeros = {'ratio': {'done': '0', 'due': '3'}, 'amount': {'amount': '0'}, 'rating': {'points': '0'}, 'milestone': {}}
    entry = {'unit': unit['code'], 'target': target['code'], 'period': r.choice(open_periods)['code'],
             'state': 'accepted', **zeros[target['kind']]}
    wrong = []
    for text, states in ((bare, ('missing', 'not-due')), (bare + [line('entries', entry)], ('value',))):
        for x in rows_of(engine.tables(text, d, basis), 'score'):
            if x[1] == unit['code'] and x[2] == target['code']:
                zero = x[4] == ('' if target['kind'] == 'milestone' else '0') and x[6] == '1'
                if x[3] not in states or (x[3] == 'value' and not zero):
                    wrong.append(f'wanted {"/".join(states)}: {"|".join(x)}')
    return wrong or None


def accepted_as_reported_is_the_self_score(engine, lines, r, d, basis):
    target = r.choice([t['code'] for t in records(lines, 'targets')])
    accepted = rewrite(lines, lambda table, row: dict(row, state='accepted')
                       if table == 'entries' and row['target'] == target and row['state'] != 'draft' else row)

    def cells(basis):
        return [x for x in rows_of(engine.tables(accepted, d, basis), 'score') if x[2] == target]
    return same(cells('self'), cells('appraised'))


def later_entries_change_nothing(engine, lines, r, d, basis):
    late = [p['code'] for p in records(lines, 'periods') if p['ends'] > d]
    targets = records(lines, 'targets')
    if not late:
        raise Unsuitable

    def change(table, row):
        if table == 'entries' and row['period'] in late:
            return None
        if table == 'adjustments' and row['granted_on'] > d:
            return None
        return row
    other = rewrite(lines, change)
    for unit in records(lines, 'units'):
        for target in targets:
            for period in late:
                if r.random() < .5:
                    other.append(line('entries', random_entry(r, unit['code'], target, period)))
    return same(engine.tables(lines, d, basis), engine.tables(other, d, basis))


def a_merge_keeps_the_sums(engine, lines, r, d, basis):
    units = {u['code']: u for u in records(lines, 'units')}
    known = Plain(lines)
    sums = [t['code'] for t in records(lines, 'targets')
            if t.get('accumulation') == 'sum' and all(known.applies(t, u) for u in units.values())]
    taking = [u for u in units.values() if known.takes_part(u, datetime.date.fromisoformat(d))]
    if len(taking) < 2 or not sums:
        raise Unsuitable
    gone, heir = r.sample(taking, 2)
    day = datetime.date.fromisoformat(d) - datetime.timedelta(days=r.randrange(0, 200))
    closed = max(day.isoformat(), gone.get('opened', ''))
    at = heir
    while at is not None:  # no circle
        if at is gone:
            raise Unsuitable
        at = units.get(at.get('successor', ''))
    merged = rewrite(lines, lambda table, row: dict(row, closed=closed, successor=heir['code'])
                     if table == 'units' and row['code'] == gone['code'] else row)

    def pools(tables):
        return [x[:6] for x in rows_of(tables, 'pooled') if x[1] in sums and x[2] == 'all']
    return same(pools(engine.tables(lines, d, basis)), pools(engine.tables(merged, d, basis)))


def printed_points_add_up(engine, lines, r, d, basis):
    tables = engine.tables(lines, d, basis)
    digits = int(records(lines, 'movement')[0]['decimals'])
    wrong = []
    for x in rows_of(tables, 'ranking'):
        cells = [c for c in rows_of(tables, 'score') if c[1] == x[4]]
        areas = [a for a in rows_of(tables, 'area') if a[1] == x[4]]
        points = fixed(sum((F(c[5]) for c in cells if c[6] == '1'), F(0)), digits)
        by_area = fixed(sum((F(a[3]) for a in areas), F(0)), digits)
        if points != x[5] or by_area != x[5]:
            wrong.append(f'{x[4]}: {x[5]} printed, cells {points}, areas {by_area}')
    return wrong or None


def a_new_name_or_code_changes_no_number(engine, lines, r, d, basis):
    codes = [u['code'] for u in records(lines, 'units')]
    new = [f'Đ{r.randrange(10 ** 6):06}x{i}' for i in range(len(codes))]
    to, back = dict(zip(codes, new)), dict(zip(new, codes))

    def change(table, row):
        row = dict(row)
        if table == 'units':
            row['code'], row['name'] = to[row['code']], r.choice(['Ân', 'An', 'Đông', 'Xã']) + row['code']
            if row.get('successor'):
                row['successor'] = to[row['successor']]
        if table in ('entries', 'adjustments'):
            row['unit'] = to[row['unit']]
        if table == 'targets':
            row['applies_to'] = ';'.join(('-' if i[0] == '-' else '') + to.get(i.lstrip('-'), i.lstrip('-'))
                                         for i in row['applies_to'].split(';'))
        return row
    after = engine.tables(rewrite(lines, change), d, basis)
    return same(engine.tables(lines, d, basis),
                sorted('|'.join(back.get(cell, cell) for cell in x.split('|')) for x in after))


PROPERTIES = [order_of_rows_does_not_matter, a_unit_split_in_two_pools_the_same, a_target_for_nobody_changes_nothing,
              a_reported_zero_is_not_missing, accepted_as_reported_is_the_self_score, later_entries_change_nothing,
              a_merge_keeps_the_sums, printed_points_add_up, a_new_name_or_code_changes_no_number]


# --- running them ----------------------------------------------------------------------------------


def broken(engine, check, lines, seed, d, basis):
    """What is wrong; None when nothing is, Unsuitable when the movement says nothing."""
    try:
        return check(engine, lines, random.Random(seed), d, basis)
    except (KeyError, IndexError, ValueError) as problem:
        raise Unsuitable from problem  # made too small: a line that others need is gone


def shrink(engine, check, lines, seed, d, basis):
    smaller = True
    while smaller:
        smaller = False
        for i in range(len(lines) - 1, 0, -1):
            fewer = lines[:i] + lines[i + 1:]
            if is_needed(lines, i) or not any(row.startswith('units|') for row in fewer):
                continue
            try:
                if broken(engine, check, fewer, seed, d, basis):
                    lines, smaller = fewer, True
            except Unsuitable:
                pass
    return lines


def holds(engine, check, number, r):
    """Looks for a counterexample; None, or the words of the smallest found."""
    suitable = tries = 0
    while suitable < number:
        tries += 1
        if tries > 50 * number:
            return [f'only {suitable} movements of {tries} say something about it']
        lines, seed = random_movement(r), r.randrange(10 ** 9)
        d, basis = r.choice([some_day(r), '2024-12-31']), r.choice(['self', 'appraised'])
        try:
            wrong = broken(engine, check, lines, seed, d, basis)
        except Unsuitable:
            continue
        suitable += 1
        if wrong:
            lines = shrink(engine, check, lines, seed, d, basis)
            return [f'as of {d}, {basis}, seed {seed}', *lines, *broken(engine, check, lines, seed, d, basis)]
    return None


def main():
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(10 ** 9)
    r = random.Random(seed)
    engine = Engine(sys.argv[1])
    failed = False
    print(f'1..{len(PROPERTIES)}')
    print(f'# seed {seed}, {number} movements each')
    for i, check in enumerate(PROPERTIES, 1):
        wrong = holds(engine, check, number, r)
        failed |= bool(wrong)
        print(f'{"not " if wrong else ""}ok {i} {check.__name__}')
        for text in wrong or []:
            print('#  ', text)
    sys.exit(failed)


if __name__ == '__main__':
    main()
