#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second, deliberately plain scoring engine, written from SCORING.md alone, and a generator of
random movements. Both are scored and compared digit for digit; a movement on which they differ is
made smaller, line by line, before it is shown. Prints TAP.

Usage: oracle.py SCORE-DUMP [NUMBER [SEED]]
"""
import datetime
import random
import subprocess
import sys
from fractions import Fraction as F

# --- the plain engine ------------------------------------------------------------------------------


def round_half_away(x, digits):
    scaled = abs(x) * 10 ** digits
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return F(-whole if x < 0 else whole, 10 ** digits)


def fixed(x, digits):
    if x is None:
        return ''
    n = round_half_away(x, digits) * 10 ** digits
    assert n.denominator == 1
    sign = '-' if n < 0 else ''
    text = str(abs(n.numerator)).rjust(digits + 1, '0')
    return sign + (text[:-digits] + '.' + text[-digits:] if digits else text)


def plain(x):
    """At most 4 fraction digits, trailing zeros dropped."""
    if x is None:
        return ''
    text = fixed(x, 4).rstrip('0').rstrip('.')
    return '0' if text in ('-0', '') else text


def day(text):
    return datetime.date.fromisoformat(text) if text else None


class Plain:
    def __init__(self, lines):
        self.t = {}
        for line in lines:
            table, *cells = line.split('|')
            row = dict(c.split('=', 1) for c in cells)
            self.t.setdefault(table, []).append(row)
        self.m = self.t['movement'][0]
        self.decimals = int(self.m['decimals'])
        self.periods = {p['code']: p for p in self.t.get('periods', [])}
        self.units = {u['code']: u for u in self.t.get('units', [])}
        self.targets = {t['code']: t for t in self.t.get('targets', [])}

    def get(self, row, name):
        return row.get(name) or None

    def number(self, row, name):
        return F(row[name]) if row.get(name) else None

    def applies(self, target, unit):
        named, excluded, listed, anything, only_exclusions = None, False, False, False, True
        for item in target['applies_to'].split(';'):
            if item == 'all':
                anything = True
                continue
            minus = item.startswith('-')
            code = item.lstrip('-')
            if not minus:
                only_exclusions = False
            if code == unit['code']:
                named = not minus
            if code == unit['category']:
                if minus:
                    excluded = True
                else:
                    listed = True
        if named is not None:
            return named
        if excluded:
            return False
        return listed or anything or only_exclusions

    def takes_part(self, unit, d):
        opened, closed = day(unit.get('opened')), day(unit.get('closed'))
        return (opened is None or opened <= d) and not (closed is not None and closed <= d)

    def own(self, unit, target, d, basis):
        """[(period, figures)] that count, and the states of the others."""
        counted, states = [], set()
        if not self.applies(target, unit):
            return counted, states
        names = {'ratio': ('done', 'due'), 'amount': ('amount',), 'milestone': ('done_on',), 'rating': ('points',)}
        for e in self.t.get('entries', []):
            if e['unit'] != unit['code'] or e['target'] != target['code']:
                continue
            period = self.periods[e['period']]
            if day(period['ends']) > d:
                continue
            state = e['state']
            prefix = 'appraised_' if basis == 'appraised' and state == 'corrected' else ''
            figures = [self.get(e, prefix + n) for n in names[target['kind']]]
            if target['kind'] != 'milestone' and all(f is None for f in figures):
                continue
            if state == 'draft':
                continue
            if basis == 'appraised' and state in ('pending', 'rejected'):
                states.add(state)
                continue
            counted.append((period, figures))
        counted.sort(key=lambda c: (c[0]['ends'], c[0]['starts'], c[0]['code']))
        return counted, states

    def passes(self, target):
        return target['kind'] in ('ratio', 'amount') and target.get('accumulation') != 'mean'

    def gather(self, unit, target, d, basis):
        """(any counted entry, accumulated figures as a list of fractions, states)"""
        counted, states = self.own(unit, target, d, basis)
        kind, accumulation = target['kind'], target.get('accumulation')
        if kind in ('milestone', 'rating'):
            return bool(counted), (counted[-1][1] if counted else None), states
        width = 2 if kind == 'ratio' else 1
        if accumulation == 'mean':
            n = len(counted)
            return n > 0, ([sum(F(c[1][0]) for c in counted) / n] if n else None), states
        if accumulation == 'latest':
            figures = [F(x) for x in counted[-1][1]] if counted else [F(0)] * width
        else:
            figures = [sum((F(c[1][i]) for c in counted), F(0)) for i in range(width)]
        anything = bool(counted)
        for other in self.units.values():
            closed = day(other.get('closed'))
            if other.get('successor') != unit['code'] or closed is None or closed > d:
                continue
            some, more, more_states = self.gather(other, target, d, basis)
            states |= more_states
            if accumulation == 'latest' and any(day(c[0]['ends']) >= closed for c in counted):
                continue
            if some:
                anything = True
                figures = [a + b for a, b in zip(figures, more)]
        return anything, figures, states

    def expected(self, unit, target, d):
        if target['frequency'] == 'once':
            due = day(target.get('due'))
            return ['once'] if due is not None and due <= d else []
        opened, closed = day(unit.get('opened')), day(unit.get('closed'))
        return [c for c, p in self.periods.items()
                if day(p['due']) <= d and (opened is None or day(p['ends']) >= opened)
                and (closed is None or day(p['starts']) < closed)]

    def share(self, target, value):
        rule, higher = target['rule'], target.get('direction') != 'lower'
        goal, floor = self.number(target, 'goal'), self.number(target, 'floor')
        if rule == 'linear':
            if higher:
                floor = floor or F(0)
                share = (value - floor) / (goal - floor)
            else:
                share = (floor - value) / (floor - goal)
            return min(max(share, F(0)), F(1))
        if rule == 'steps':
            steps = [tuple(F(x) for x in s.split(':')) for s in target['steps'].split(';')]
            if higher:
                fitting = [s for s in steps if s[0] <= value]
                return max(fitting)[1] if fitting else F(0)
            fitting = [s for s in steps if s[0] >= value]
            return min(fitting)[1] if fitting else F(0)
        if rule == 'all-or-nothing':
            return F(1) if (value >= goal if higher else value <= goal) else F(0)
        if rule == 'on-time':
            if value is None:
                return F(0)
            return F(1) if value <= day(target['due']) else (self.number(target, 'late_share') or F(0))
        if rule == 'given':
            return value / F(target['max_points']) if F(target['max_points']) else F(0)
        raise ValueError(rule)

    def cell(self, unit, target, d, basis):
        """(state, value, points, in the maximum)"""
        if not self.applies(target, unit):
            return 'not-applicable', None, None, False
        some, figures, states = self.gather(unit, target, d, basis)
        top = F(target['max_points'])
        if some:
            if target['kind'] == 'ratio':
                if figures[1] == 0:
                    full = target['if_none_arising'] == 'full'
                    return 'none-arising', None, top if full else None, full
                value = 100 * figures[0] / figures[1]
            elif target['kind'] == 'milestone':
                value = day(figures[0])
            else:
                value = F(figures[0])
            return 'value', value, round_half_away(self.share(target, value) * top, self.decimals), True
        if 'pending' in states:
            return 'pending', None, F(0), True
        if 'rejected' in states:
            return 'rejected', None, F(0), True
        if not self.expected(unit, target, d):
            return 'not-due', None, None, False
        zero = target['if_missing'] == 'zero'
        return 'missing', None, F(0) if zero else None, zero

    def coverage(self, unit, target, d, basis):
        if not self.applies(target, unit):
            return 0, 0
        counted, _ = self.own(unit, target, d, basis)
        expected = self.expected(unit, target, d)
        if target['frequency'] == 'once':
            return (1 if expected and counted else 0), len(expected)
        filled = {c[0]['code'] for c in counted}
        return len([c for c in expected if c in filled]), len(expected)

    def adjust(self, unit, kind, d):
        total = sum((F(a['points']) for a in self.t.get('adjustments', [])
                     if a['unit'] == unit['code'] and a['kind'] == kind and day(a['granted_on']) <= d), F(0))
        cap = self.number(self.m, kind + '_cap')
        return total if cap is None else min(total, cap)

    def tables(self, d, basis):
        out = []
        taking = [u for u in self.units.values() if self.takes_part(u, d)]
        cells = {(u['code'], t['code']): self.cell(u, t, d, basis) for u in taking for t in self.targets.values()}
        rows = []
        for u in taking:
            mine = [(t, cells[u['code'], t['code']]) for t in self.targets.values()]
            points = sum((c[2] for t, c in mine if c[3]), F(0))
            top = sum((F(t['max_points']) for t, c in mine if c[3]), F(0))
            index = round_half_away(100 * points / top, self.decimals) if top else None
            bonus, penalty = self.adjust(u, 'bonus', d), self.adjust(u, 'penalty', d)
            total, band = None, ''
            if index is not None:
                total = max(index + bonus - penalty, F(0))
                if self.get(self.m, 'ceiling'):
                    total = min(total, F(self.m['ceiling']))
                fitting = [b for b in self.t.get('bands', []) if F(b['at_least']) <= total]
                band = max(fitting, key=lambda b: F(b['at_least']))['name'] if fitting else ''
            cover = [self.coverage(u, t, d, basis) for t in self.targets.values()]
            rows.append((u, points, top, index, bonus, penalty, total, band,
                         f'{sum(c[0] for c in cover)}/{sum(c[1] for c in cover)}'))
        for r in rows:
            rank = tied = ''
            if r[6] is not None:
                block = [o for o in rows if o[0]['block'] == r[0]['block'] and o[6] is not None]
                rank = 1 + len([o for o in block if o[6] > r[6]])
                tied = 1 if len([o for o in block if o[6] == r[6]]) > 1 else 0
            k = self.decimals
            out.append('|'.join(['ranking', r[0]['block'], str(rank), str(tied), r[0]['code'], fixed(r[1], k),
                                 fixed(r[2], k), fixed(r[3], k), fixed(r[4], k), fixed(r[5], k), fixed(r[6], k),
                                 r[7], r[8]]))
            for a in self.t.get('areas', []):
                mine = [(t, cells[r[0]['code'], t['code']]) for t in self.targets.values() if t['area'] == a['code']]
                points = sum((c[2] for t, c in mine if c[3]), F(0))
                top = sum((F(t['max_points']) for t, c in mine if c[3]), F(0))
                index = round_half_away(100 * points / top, k) if top else None
                out.append('|'.join(['area', r[0]['code'], a['code'], fixed(points, k), fixed(top, k), fixed(index, k)]))
        for (u, t), (state, value, points, in_max) in cells.items():
            text = '' if value is None else value.isoformat() if isinstance(value, datetime.date) else plain(value)
            out.append('|'.join(['score', u, t, state, text, fixed(points, self.decimals), '1' if in_max else '0']))
        for t in self.targets.values():
            for group in ['all'] + sorted({u['block'] for u in self.units.values()}):
                out.append(self.pooled(t, group, taking, cells, d, basis))
        return sorted(out)

    def pooled(self, t, group, taking, cells, d, basis):
        concerned = [u for u in taking if (group == 'all' or u['block'] == group) and self.applies(t, u)]
        counted = [u for u in concerned if cells[u['code'], t['code']][0] in ('value', 'none-arising')]
        done = due = F(0)
        value = None
        if t['kind'] == 'ratio':
            for u in counted:
                figures = self.gather(u, t, d, basis)[1]
                done, due = done + figures[0], due + figures[1]
            value = 100 * done / due if due else None
        elif t['kind'] == 'amount':
            value = sum((cells[u['code'], t['code']][1] for u in counted), F(0)) if counted else None
        elif t['kind'] == 'milestone':
            due = F(len(concerned))
            done = F(len([u for u in counted if cells[u['code'], t['code']][1] is not None
                          and cells[u['code'], t['code']][1] <= d]))
            value = 100 * done / due if due and counted else None
        return '|'.join(['pooled', t['code'], group, plain(done), plain(due), plain(value),
                         str(len(counted)), str(len(concerned))])


# --- random movements ------------------------------------------------------------------------------

START = datetime.date(2024, 1, 1)


def some_day(r, first=-30, last=420):
    return (START + datetime.timedelta(days=r.randrange(first, last))).isoformat()


def figure(r, top=None):
    if top is None:
        top = r.choice([3, 20, 1000, 10 ** 6, 10 ** 11])
    digits = r.choice([0, 0, 0, 1, 2, 4])
    return plain(F(r.randrange(0, top * 10 ** digits + 1), 10 ** digits))


def points_figure(r, decimals, top):
    return plain(F(r.randrange(0, top * 10 ** decimals + 1), 10 ** decimals))


def random_target(r, code, decimals, codes):
    kind = r.choice(['ratio', 'ratio', 'amount', 'amount', 'milestone', 'rating'])
    t = {'code': code, 'area': r.choice(['L1', 'L2', 'L3']), 'name': code, 'kind': kind,
         'max_points': points_figure(r, decimals, r.choice([1, 5, 20, 100])),
         'frequency': r.choice(['period', 'period', 'once']), 'if_missing': r.choice(['zero', 'exclude'])}
    if r.random() < .8:
        t['due'] = some_day(r)
    if kind in ('ratio', 'amount'):
        t['accumulation'] = r.choice(['sum', 'latest'] + (['mean'] if kind == 'amount' else []))
    if kind == 'ratio':
        t['if_none_arising'] = r.choice(['full', 'exclude'])
    if kind == 'milestone':
        t['rule'] = 'on-time'
        t['due'] = some_day(r)
        if r.random() < .7:
            t['late_share'] = plain(F(r.randrange(0, 10001), 10000))
    else:
        rules = ['linear', 'steps', 'all-or-nothing'] + (['given'] * 4 if kind == 'rating' else [])
        t['rule'] = r.choice(rules)
        t['direction'] = r.choice(['higher', 'lower', ''])
        goal = F(figure(r, 100))
        t['goal'] = plain(goal)
        if t['rule'] == 'linear':
            lower = t['direction'] == 'lower'
            if lower or r.random() < .5:
                floor = goal + F(figure(r, 100)) + F(1, 10000) if lower else goal - F(figure(r, 50)) - F(1, 10000)
                t['floor'] = plain(floor)
            elif goal == 0:
                t['goal'] = '1'
        if t['rule'] == 'steps':
            thresholds = sorted({F(figure(r, 100)) for _ in range(r.randrange(1, 5))})
            t['steps'] = ';'.join(f'{plain(x)}:{plain(F(r.randrange(0, 101), 100))}' for x in thresholds)
    scope = r.random()
    if scope < .5:
        t['applies_to'] = 'all'
    else:
        chosen = r.sample(codes, r.randrange(1, min(4, len(codes)) + 1))
        t['applies_to'] = ';'.join(r.choice(['', '', '-']) + c for c in chosen)
        if r.random() < .2:
            t['applies_to'] = 'all;' + t['applies_to']
    return t


def random_entry(r, unit, target, period):
    e = {'unit': unit, 'target': target['code'], 'period': period,
         'state': r.choice(['draft', 'pending', 'accepted', 'accepted', 'accepted', 'corrected', 'rejected'])}

    def fill(prefix, must):
        if not must and r.random() < .1:
            return
        kind = target['kind']
        if kind == 'ratio':
            due = F(figure(r)) if r.random() < .85 else F(0)
            done = due * r.choice([F(0), F(1), F(r.randrange(0, 101), 100)])
            done = F(int(done * 10 ** 4), 10 ** 4)
            e[prefix + 'done'], e[prefix + 'due'] = plain(done), plain(due)
        elif kind == 'amount':
            e[prefix + 'amount'] = r.choice(['', '', '-']) + figure(r, r.choice([1, 100, 10 ** 6]))
        elif kind == 'milestone':
            if r.random() < .8:
                e[prefix + 'done_on'] = some_day(r)
        else:
            top = F(target['max_points'])
            e[prefix + 'points'] = plain(F(int(top * r.randrange(0, 10001)), 10000)) if top else '0'
    fill('', False)
    if e['state'] == 'corrected' or r.random() < .1:
        fill('appraised_', e['state'] == 'corrected')
    return e


def line(table, row):
    return '|'.join([table] + [f'{k}={v}' for k, v in row.items() if v != ''])


def random_movement(r):
    decimals = r.randrange(0, 5)
    m = {'code': 'M', 'title': 'M', 'starts': '2024-01-01', 'ends': '2024-12-31', 'decimals': str(decimals)}
    for name in ('bonus_cap', 'penalty_cap', 'ceiling'):
        if r.random() < .4:
            m[name] = points_figure(r, decimals, 100 if name == 'ceiling' else 10)
    lines = [line('movement', m)]
    categories = ['P', 'X', 'S'][:r.randrange(1, 4)]
    lines += [line('categories', {'code': c, 'name': c}) for c in categories]
    lines += [line('areas', {'code': a, 'name': a}) for a in ('L1', 'L2', 'L3')]
    # Merges along chains: a unit's successor comes after it, so there is no circle.
    n_units = r.randrange(1, 8)
    units = [f'U{i}' for i in range(n_units)]
    for i, u in enumerate(units):
        row = {'code': u, 'name': r.choice(['Phường Trần Phú', 'Xã Hải Đông', 'Phường Ân', 'Xã An']) + f' {i}',
               'category': r.choice(categories), 'block': r.choice(['K1', 'K2'])}
        if r.random() < .2:
            row['opened'] = some_day(r, -30, 300)
        if r.random() < .5:
            closed = some_day(r)
            if row.get('opened', '') <= closed:
                row['closed'] = closed
                if i + 1 < n_units and r.random() < .8:
                    row['successor'] = r.choice(units[i + 1:])
        lines.append(line('units', row))
    n_periods = r.randrange(1, 7)
    periods = []
    at = START + datetime.timedelta(days=r.randrange(-20, 20))
    for i in range(n_periods):
        ends = at + datetime.timedelta(days=r.randrange(10, 100))
        due = ends + datetime.timedelta(days=r.randrange(-15, 20))
        periods.append(f'Q{i}')
        lines.append(line('periods', {'code': f'Q{i}', 'starts': at.isoformat(), 'ends': ends.isoformat(),
                                      'due': due.isoformat()}))
        at = ends + datetime.timedelta(days=r.choice([1, 1, 1, 5, -8]))
    targets = [random_target(r, f'T{i}', decimals, categories + units) for i in range(r.randrange(1, 6))]
    lines += [line('targets', t) for t in targets]
    for value in {points_figure(r, decimals, 100) for _ in range(r.randrange(0, 4))}:
        lines.append(line('bands', {'name': f'B{value}', 'at_least': value}))
    for u in units:
        for t in targets:
            for p in periods:
                if r.random() < .45:
                    lines.append(line('entries', random_entry(r, u, t, p)))
    for i in range(r.randrange(0, 5)):
        lines.append(line('adjustments', {'code': str(i), 'unit': r.choice(units),
                                          'kind': r.choice(['bonus', 'penalty']),
                                          'points': points_figure(r, decimals, 8), 'granted_on': some_day(r)}))
    return lines


# --- the comparison --------------------------------------------------------------------------------


class Engine:
    def __init__(self, program):
        self.p = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                  encoding='utf-8')

    def tables(self, lines, d, basis):
        self.p.stdin.write('\n'.join(lines) + f'\nscore|{d}|{basis}\nend\n')
        self.p.stdin.flush()
        out = []
        while True:
            got = self.p.stdout.readline()
            if got == '':
                raise SystemExit('Bail out! the engine died')
            got = got.rstrip('\n')
            if got == 'end':
                return sorted(out)
            out.append(got)


def differ(engine, lines, d, basis):
    try:
        wanted = Plain(lines).tables(datetime.date.fromisoformat(d), basis)
    except (KeyError, ZeroDivisionError, ValueError):
        return None  # made too small: a line that others need is gone
    got = engine.tables(lines, d, basis)
    return None if got == wanted else (wanted, got)


def shrink(engine, lines, d, basis):
    smaller = True
    while smaller:
        smaller = False
        for i in range(len(lines) - 1, 0, -1):
            fewer = lines[:i] + lines[i + 1:]
            if not any(row.startswith('units|') for row in fewer) or is_needed(lines, i):
                continue
            if differ(engine, fewer, d, basis):
                lines, smaller = fewer, True
    return lines


def is_needed(lines, i):
    """Whether another line refers to the record of line i."""
    row = lines[i].split('|')
    if row[0] not in ('units', 'periods', 'targets', 'categories', 'areas'):
        return False
    code = row[1].split('=')[1]
    return any(j != i and any(c.split('=')[1].replace('-', '').split(';').count(code)
                              for c in other.split('|')[1:]) for j, other in enumerate(lines))


def main():
    program = sys.argv[1]
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 400
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(10 ** 9)
    r = random.Random(seed)
    engine = Engine(program)
    print('1..1')
    print(f'# seed {seed}, {number} movements')
    for n in range(number):
        lines = random_movement(r)
        for d in {some_day(r), some_day(r), '2024-12-31'}:
            for basis in ('self', 'appraised'):
                if differ(engine, lines, d, basis) is None:
                    continue
                lines = shrink(engine, lines, d, basis)
                wanted, got = differ(engine, lines, d, basis)
                print(f'not ok 1 movement {n}, {d}, {basis}')
                for text in lines:
                    print('#  ', text)
                for text in [w for w in wanted if w not in got]:
                    print('# wanted', text)
                for text in [g for g in got if g not in wanted]:
                    print('# got   ', text)
                sys.exit(1)
    print('ok 1 both engines agree')


if __name__ == '__main__':
    main()
