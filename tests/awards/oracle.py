#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The computed tables of commendation a second time, deliberately plain, from AWARDS.md and data/law/README.md, on
random offices: rounds, nominations, law packs, quotas, councils, ballots, registers. The program's answer is compared
row by row; a case on which they differ is made smaller, row by row, before it is shown. Prints TAP.

The ranking, with its totals, ranks, bands and coverage, is taken from the program: it has an oracle of its own
(tests/scoring).

Usage: oracle.py THIDUA-CLI LAW-FOLDER [NUMBER [SEED]]
"""
import csv
import io
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction as F

import generate

COMPUTED = ('law_cards', 'quota_use', 'votes', 'payments', 'completeness')
DEAD = ('declined', 'withdrawn', 'revoked')
PASS, FAIL, UNKNOWN = 'pass', 'fail', 'unknown'


# --- small things -----------------------------------------------------------------------------------


def years_on(day, years):
    """The same day so many years on; 29 February becomes 28 where there is none."""
    y, m, d = map(int, day.split('-'))
    y += years
    if (m, d) == (2, 29) and not (y % 4 == 0 and (y % 100 or y % 400 == 0)):
        d = 28
    return f'{y:04}-{m:02}-{d:02}'


def months_on(day, months):
    y, m, d = map(int, day.split('-'))
    y, m = y + (m - 1 + months) // 12, (m - 1 + months) % 12 + 1
    last = [31, 29 if y % 4 == 0 and (y % 100 or y % 400 == 0) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]
    return f'{y:04}-{m:02}-{min(d, last):02}'


def all_of(verdicts):
    verdicts = list(verdicts)
    return FAIL if FAIL in verdicts else UNKNOWN if UNKNOWN in verdicts else PASS


def yes(it):
    return PASS if it else FAIL


def plain(x):
    """A decimal of at most four places, as tables write it."""
    if x is None:
        return ''
    text = f'{abs(x.numerator) * 10000 // x.denominator:05}'
    text = (text[:-4] + '.' + text[-4:]).rstrip('0').rstrip('.')
    return ('-' if x < 0 else '') + text


# --- law packs --------------------------------------------------------------------------------------


def laid_upon(base, upper):
    pack = dict(base, id=upper['id'], regime=base['id'])
    awards = {a['code']: a for a in base['awards']}
    for change in upper.get('awards', []):
        below = awards.get(change['code'], {})
        merged = dict(below, **change)
        conditions = {c['id']: c for c in below.get('conditions', [])}
        for c in change.get('conditions', []):
            if c.get('drop'):
                conditions.pop(c['id'])
            else:
                conditions[c['id']] = c
        merged['conditions'] = list(conditions.values())
        awards[change['code']] = merged
    pack['awards'] = list(awards.values())
    return pack


class Office:
    """What the tables of one case say, and what follows from it."""

    def __init__(self, tables, ranking, regimes, as_of):
        self.t, self.as_of = tables, as_of
        self.m = tables['movement'][0]
        self.ranking = {r['unit']: r for r in ranking}
        self.units = {u['code']: u for u in self.rows('units')}
        self.people = {p['code']: p for p in self.rows('people')}
        self.rounds = {r['code']: r for r in self.rows('rounds')}
        self.nominations = {n['code']: n for n in self.rows('nominations')}
        self.settings = {o['key']: o['value'] for o in self.rows('office')}
        self.regimes = regimes
        self.packs = {p['id']: p for p in regimes}
        for key, value in self.settings.items():
            if key.startswith('law_pack:'):
                own = json.loads(value)
                self.packs[own['id']] = laid_upon(self.packs[own['extends']], own)

    def rows(self, table):
        return self.t.get(table, [])

    # --- the law that holds -------------------------------------------------------------------------

    def pack(self, round_):
        if round_.get('law_pack'):
            return self.packs.get(round_['law_pack'])
        days = [d for d in (round_.get('decided_on'), round_.get('summed_up_on')) if d]
        found = [[p for p in self.regimes if p['in_force']['from'] <= d <= p['in_force'].get('to', '9999')] for d in days]
        if not found or any(not f for f in found):
            return None
        ids = {f[0]['id'] for f in found}
        return found[0][0] if len(ids) == 1 else None

    def award(self, nomination):
        pack = self.pack(self.rounds[nomination['round']])
        return pack and next((a for a in pack['awards'] if a['code'] == nomination['award']), None)

    def date(self, round_):
        return round_.get('decided_on') or round_.get('summed_up_on') or ''

    # --- who they are -------------------------------------------------------------------------------

    def is_person(self, code):
        return code in self.people

    def unit_of(self, code):
        return self.people[code]['unit'] if self.is_person(code) else code

    def name_of(self, code):
        return (self.people if self.is_person(code) else self.units)[code]['name']

    def total(self, code):
        text = self.ranking.get(self.unit_of(code), {}).get('total', '')
        return F(text) if text else None

    def complete(self, register):
        return self.settings.get('register:' + register) == 'complete'

    def ruling(self, nomination, kind):
        return [r for r in self.rows('rulings') if r.get('nomination') == nomination and r['kind'] == kind]

    # --- conditions ---------------------------------------------------------------------------------

    def test(self, c, nomination):
        return getattr(self, 'test_' + c['type'].replace('-', '_'))(c, nomination)

    def score(self, nomination):
        return self.ranking.get(self.unit_of(nomination['nominee']), {})

    def test_total_at_least(self, c, n):
        total = self.total(n['nominee'])
        return UNKNOWN if total is None else yes(total >= F(c['at_least']))

    def test_band_at_least(self, c, n):
        at_least = {b['name']: F(b['at_least']) for b in self.rows('bands')}
        score = self.score(n)
        if not score.get('total') or c['band'] not in at_least:
            return UNKNOWN
        return yes(score['band'] and at_least[score['band']] >= at_least[c['band']])

    def test_rank_at_most(self, c, n):
        rank = self.score(n).get('rank', '')
        return UNKNOWN if rank == '' else yes(int(rank) <= c['rank'])

    def test_movement_launched_by(self, c, n):
        level = self.m.get('launched_by', '')
        return UNKNOWN if level == '' else yes(level in c['levels'])

    def test_movement_years(self, c, n):
        # Both days counted: the day before the anniversary of the first is enough.
        return yes(years_on(self.m['starts'], c['years']) <= generate.next_day(self.m['ends']))

    def test_not_proposed_already(self, c, n):
        key = n.get('achievement', '')
        if not key:
            return UNKNOWN
        for o in self.nominations.values():
            if (o['code'] != n['code'] and o['nominee'] == n['nominee'] and o['state'] not in DEAD
                    and o.get('achievement') == key):
                return FAIL
        own = self.rounds[n['round']].get('decision_number')
        held = [h for h in self.rows('awards_held') if h['holder'] == n['nominee'] and h.get('achievement') == key]
        # What this very round gave by its own decision is not held against it.
        if any(not (own and h.get('decision') == own and h['award'] == n['award']) for h in held):
            return FAIL
        return PASS if self.complete('awards_held') else UNKNOWN

    def test_no_discipline(self, c, n):
        if c.get('among') == 'people':
            count = self.headcount(n['nominee'], 'ky-luat')
            return UNKNOWN if count is None else yes(count == 0)
        day = self.date(self.rounds[n['round']])
        for d in self.rows('disciplines'):
            if d['holder'] == n['nominee'] and not day:
                return UNKNOWN
            if d['holder'] == n['nominee'] and d['from'] <= day and (not d.get('to') or day <= d['to']):
                return FAIL
        return PASS if self.complete('disciplines') else UNKNOWN

    def test_direct_worker(self, c, n):
        return {'0': PASS, '1': FAIL, '': UNKNOWN}[self.people[n['nominee']].get('leader', '')]

    def test_held_award(self, c, n):
        round_ = self.rounds[n['round']]
        day = self.date(round_)
        if not day:
            return UNKNOWN
        own = round_.get('decision_number')
        days = [h['decided_on'] for h in self.rows('awards_held')
                if h['holder'] == n['nominee'] and h['award'] in c['awards'] and h['decided_on'] <= day
                and not (own and h.get('decision') == own and h['award'] == n['award'])]
        if c.get('years'):
            days = [d for d in days if d >= years_on(day, -c['years'])]
        if c.get('before_years'):
            days = [d for d in days if d <= years_on(day, -c['before_years'])]
        count = len(days)
        if c.get('running'):
            # One time after the other up to the date: the last at most 18 months before, neighbours 6 to 18 apart.
            days, count, later = sorted(days, reverse=True), 0, day
            for d in days:
                if count and months_on(d, 6) > later:
                    continue  # the same time over again
                if months_on(d, 18) < later:
                    break
                count, later = count + 1, d
        if count >= c.get('times', 1):
            return PASS
        return FAIL if self.complete('awards_held') else UNKNOWN

    def test_initiative_recognised(self, c, n):
        day = self.date(self.rounds[n['round']])
        if not day:
            return UNKNOWN
        scopes = ['don-vi', 'thanh-pho', 'tinh', 'toan-quoc']
        count, unclear = 0, 0
        for i in self.rows('initiatives'):
            mine = n['nominee'] in i['authors'].split(';') if self.is_person(n['nominee']) else i.get('unit') == n['nominee']
            if not mine:
                continue
            scope, on = i.get('scope'), i.get('recognised_on')
            first = years_on(day, -c['years']) if c.get('years') else ''
            if (scope and scopes.index(scope) < scopes.index(c['scope'])) or (on and not first <= on <= day):
                continue
            # What is not recorded may still fit.
            known = scope and on and i.get('decision')
            count, unclear = count + bool(known), unclear + (not known)
        wanted = c.get('count', 1)
        if count >= wanted:
            return PASS
        return FAIL if self.complete('initiatives') and count + unclear < wanted else UNKNOWN

    def test_coverage_at_least(self, c, n):
        cover = self.score(n).get('coverage', '')
        if not cover:
            return UNKNOWN
        filled, expected = map(int, cover.split('/'))
        return UNKNOWN if expected == 0 else yes(reached(c['share'], filled, expected))

    def headcount(self, unit, has):
        return next((int(h['people']) for h in self.rows('headcounts') if h['unit'] == unit and h['has'] == has), None)

    def test_people_share_at_least(self, c, n):
        count, everybody = self.headcount(n['nominee'], c['has']), self.headcount(n['nominee'], 'all')
        if count is None or not everybody or count > everybody:
            return UNKNOWN
        if 'people' in c:
            return yes(count >= c['people'])
        return yes(reached(c['share'], count, everybody))

    def card(self, n):
        """[(condition, clause, verdict, verified)]"""
        pack = self.pack(self.rounds[n['round']])
        award = self.award(n)
        if pack is None:
            return [('award', '', UNKNOWN, '0')]
        if award is None:
            return [('award', '', UNKNOWN, '1')]  # the program's own words
        rows = []
        if (award['subject'] == 'individual') != self.is_person(n['nominee']):
            return [('subject', '', FAIL, '1')]
        for c in award.get('conditions', []):
            rows += self.condition(c, c['id'], n)
        return rows

    def condition(self, c, path, n):
        flag = '1' if c['verified'] else '0'
        if c['type'] != 'any':
            return [(path, c['clause'], self.test(c, n), flag)]
        rows, verdicts = [], []
        for a in c['alternatives']:
            here, mine = f"{path}/{a['id']}", []
            for inner in a['conditions']:
                below = self.condition(inner, f"{here}/{inner['id']}", n)
                verdict = below[0][2]
                mine.append((verdict, below))
            verdict = all_of(v for v, _ in mine) if a['conditions'] else UNKNOWN
            verdicts.append(verdict)
            rows.append((here, a['clause'], verdict, '1' if a['verified'] else '0'))
            rows += [row for _, below in mine for row in below]
        verdict = PASS if PASS in verdicts else FAIL if all(v == FAIL for v in verdicts) else UNKNOWN
        return [(path, c['clause'], verdict, flag)] + rows

    def law_cards(self):
        return [(n['code'],) + row for n in self.nominations.values() for row in self.card(n)]

    # --- the council --------------------------------------------------------------------------------

    def recused(self, n):
        out = set()
        unit = self.unit_of(n['nominee'])
        by_hand = {r['subject'] for r in self.ruling(n['code'], 'recused')}
        stays = {r['subject'] for r in self.ruling(n['code'], 'stays')}
        for m in self.rows('council_members'):
            if m['round'] != n['round']:
                continue
            me = m['code'] == n['nominee'] or (self.is_person(n['nominee']) and m['name'] == self.name_of(n['nominee']))
            if m['code'] in by_hand or ((me or m.get('unit') == unit) and m['code'] not in stays):
                out.add(m['code'])
        return out

    def vote(self, n):
        """(base, base_count, for, share, threshold, verdict)"""
        award, out = self.award(n), self.recused(n)
        members = [m for m in self.rows('council_members') if m['round'] == n['round'] and m['code'] not in out]
        present = [m for m in members if m.get('present') == '1']
        counts = {b['counter']: tuple(int(b[k]) for k in ('issued', 'returned', 'valid', 'for'))
                  for b in self.rows('ballots') if b['nomination'] == n['code']}
        counted = len(counts) == 2 and counts['1'] == counts['2']
        issued, _, valid, votes = counts['1'] if counted else (0, 0, 0, 0)
        # There are no more ballots than members who may vote.
        if issued > len(members):
            counted = False
        rule = award and award.get('vote')
        quorum = self.quorum(award, n['round'], members)
        said = str(votes) if counted else ''
        if not rule:
            return '', '', said, '', '', FAIL if quorum == FAIL else UNKNOWN
        if rule['of'] == 'present' and valid > len(present):
            counted, said = False, ''  # nobody else has a vote in it
        base = {'all-members': len(members), 'present': len(present), 'valid-ballots': valid if counted else 0}[rule['of']]
        share = rule['share']
        threshold = f"{'>' if share.get('more_than') else ''}{share['num']}/{share['den']}"
        row = rule['of'], str(base or ''), said, f'{votes}/{base}' if counted and base else '', threshold
        if quorum != PASS or not counted or not base:
            return row + (quorum if quorum == FAIL else UNKNOWN,)
        # Whoever may have come makes the base larger.
        most = base + (len([m for m in members if m.get('present', '') == '']) if rule['of'] == 'present' else 0)
        return row + (FAIL if not reached(share, votes, base) else PASS if reached(share, votes, most) else UNKNOWN,)

    def quorum(self, award, round_, without_recused):
        """Of the meeting and, without the recused, of the nomination."""
        everybody = [m for m in self.rows('council_members') if m['round'] == round_]
        if not award or not award.get('quorum') or not everybody:
            return UNKNOWN
        verdicts = []
        for members in (everybody, without_recused):
            there = len([m for m in members if m.get('present') == '1'])
            might = len([m for m in members if m.get('present') != '0'])
            share = award['quorum']['share']
            verdicts.append(PASS if reached(share, there, len(members)) else
                            UNKNOWN if reached(share, might, len(members)) else FAIL)
        return all_of(verdicts)

    def votes(self):
        return [(n['code'],) + self.vote(n) for n in self.nominations.values()]

    # --- quotas -------------------------------------------------------------------------------------

    def taking_part(self):
        return [u for u in self.units.values() if (not u.get('opened') or u['opened'] <= self.as_of)
                and (not u.get('closed') or u['closed'] > self.as_of)]

    def in_group(self, unit, group):
        u = self.units.get(unit, {})
        return group == 'all' or group in (u.get('block'), u.get('category'))

    def line(self, q):
        """(limit, used, margin, tied, exceeds)"""
        in_line, used = [], 0
        for n in self.nominations.values():
            unit = self.unit_of(n['nominee'])
            if n['round'] != q['round'] or n['award'] != q['award'] or n['state'] in DEAD or not self.in_group(unit, q['group']):
                continue
            used += 1
            total = self.total(n['nominee'])
            if total is None:
                continue
            tie = next((int(r['place']) for r in self.ruling(n['code'], 'tie')), 0)
            leader = self.is_person(n['nominee']) and self.people[n['nominee']].get('leader') == '1'
            in_line.append((total, tie, leader, n['code']))
        limit = self.places(q)
        places = len(in_line) if limit is None else limit
        leaders_percent = F(q['leaders_percent']) if q.get('leaders_percent') else None
        n_leaders = sum(1 for n in self.nominations.values() if n['round'] == q['round'] and n['award'] == q['award']
                        and n['state'] not in DEAD and self.in_group(self.unit_of(n['nominee']), q['group'])
                        and self.is_person(n['nominee']) and self.people[n['nominee']].get('leader') == '1')
        exceeds = limit is not None and used > limit
        if leaders_percent is not None:
            exceeds = exceeds or n_leaders * 100 > leaders_percent * (used if limit is None else min(used, limit))
        ways = {self.fill(order, places, leaders_percent) for order in orders(in_line)}
        return limit, used, in_line, ways, exceeds

    def places(self, q):
        if q.get('limit'):
            return int(q['limit'])
        if not q.get('percent'):
            return None
        units = {u['code'] for u in self.taking_part() if self.in_group(u['code'], q['group'])}
        pack = self.pack(self.rounds[q['round']])
        award = pack and next((a for a in pack['awards'] if a['code'] == q['award']), None)
        of_people = (award['subject'] == 'individual') if award else q['award'].endswith('-cn')
        n = len([p for p in self.people.values() if p['unit'] in units]) if of_people else len(units)
        exact = F(q['percent']) * n / 100
        whole = exact.numerator // exact.denominator
        if q['rounding'] == 'nearest':
            return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
        return whole + (q['rounding'] == 'up' and exact != whole)

    @staticmethod
    def fill(order, places, leaders_percent):
        """Who is in when they stand in line in this order: as many as may be, and of them those who stand higher."""
        for n in range(min(places, len(order)), -1, -1):
            cap = n if leaders_percent is None else int(leaders_percent * n / 100)
            chosen, leaders = [], 0
            for c in order:
                if len(chosen) < n and (not c[2] or leaders < cap):
                    chosen.append(c)
                    leaders += c[2]
            if len(chosen) == n:
                return frozenset(c[3] for c in chosen)
        return frozenset()

    def quota_use(self):
        out = []
        for q in self.rows('quotas'):
            limit, used, in_line, ways, _ = self.line(q)
            tied = len(ways) > 1
            sure = frozenset.intersection(*ways)
            totals = {c[3]: c[0] for c in in_line}
            leaders = {c[3] for c in in_line if c[2]}
            margin = None
            if not tied and sure:
                last = min(totals[c] for c in sure)
                rest = [c for c in in_line if c[3] not in sure]
                # Out for want of a place, not because the leaders' places are taken.
                full = limit is not None and len(sure) >= limit
                rest = [c for c in rest if full and not (c[2] and self.leaders_full(q, sure, leaders))]
                if rest:
                    margin = last - max(c[0] for c in rest)
            out.append((q['round'], q['award'], q['group'], '' if limit is None else str(limit), str(used),
                        plain(margin) if not tied else '?', '1' if tied else '0'))
        return out

    @staticmethod
    def leaders_full(q, sure, leaders):
        if not q.get('leaders_percent'):
            return False
        return len(sure & leaders) >= int(F(q['leaders_percent']) * len(sure) / 100)

    # --- money --------------------------------------------------------------------------------------

    def payments(self):
        out = []
        for n in self.nominations.values():
            round_ = self.rounds[n['round']]
            if n['state'] in DEAD or self.pack(round_) is None:
                continue
            money = (self.award(n) or {}).get('money')
            coefficient = money['coefficient'] if money else None
            day = round_.get('decided_on')
            salary = next((s['amount'] for p in self.regimes for s in p['base_salary']
                           if day and s['from'] <= day <= s.get('to', '9999')), None)
            exact = amount = None
            if coefficient is not None and salary:
                exact = F(coefficient * salary, 100)
                rounding = self.settings.get('bonus_rounding') or 'up'
                step = 1 if rounding == 'none' else 10000
                x = exact / step
                up = -(-x.numerator // x.denominator)
                near = (2 * x.numerator + x.denominator) // (2 * x.denominator)
                amount = step * (up if rounding == 'up' else near)
            out.append((n['code'], n['award'], '' if coefficient is None else str(coefficient), str(salary or ''),
                        plain(exact), '' if amount is None else str(amount)))
        return out

    # --- completeness -------------------------------------------------------------------------------

    def completeness(self):
        """What AWARDS.md names and these tables can say: the proposal's number, quotas, cards, votes."""
        out = []
        for code, round_ in self.rounds.items():
            of_round = [n for n in self.nominations.values() if n['round'] == code]
            out.append((code, '1' if round_.get('proposal_number') else '0', f'rounds:{code}:proposal_number'))
            out.append((code, '1' if self.quotas_may_print(code) else '0', f'rounds:{code}:quotas'))
            council = any(m['round'] == code for m in self.rows('council_members'))
            for n in of_round:
                if n['state'] not in ('proposed', 'reviewed', 'submitted', 'granted'):
                    continue
                clean = self.card_goes_on(n)
                out.append((code, '1' if clean else '0', f"nominations:{n['code']}:law-card"))
                may = not council or self.vote(n)[-1] == PASS or bool(self.ruling(n['code'], 'votes'))
                out.append((code, '1' if may else '0', f"nominations:{n['code']}:votes"))
        return out

    def quotas_may_print(self, round_):
        for q in self.rows('quotas'):
            if q['round'] != round_:
                continue
            if any(r['kind'] == 'quota' and r['round'] == round_ and r['subject'] == f"{q['award']}:{q['group']}"
                   for r in self.rows('rulings')):
                continue
            _, _, _, ways, exceeds = self.line(q)
            if exceeds or len(ways) > 1:
                return False
        return True

    def card_goes_on(self, n):
        """Clean, or overridden where it is not; an override on a part lets the part go on."""
        over = {r['subject'] for r in self.ruling(n['code'], 'condition')}
        rows = self.card(n)
        verdicts = {r[0]: r[2] for r in rows}
        award = self.award(n)
        if not award or 'subject' in verdicts:
            return award is not None and 'subject' in over

        def goes(c, path):
            if path in over or verdicts[path] == PASS:
                return True
            if c['type'] != 'any':
                return False
            for a in c['alternatives']:
                here = f"{path}/{a['id']}"
                if here in over or (a['conditions'] and all(goes(i, f"{here}/{i['id']}") for i in a['conditions'])):
                    return True
            return False
        return all(goes(c, c['id']) for c in award.get('conditions', []))

    def tables(self):
        return {name: sorted(getattr(self, name)()) for name in COMPUTED}


def reached(share, n, base):
    a, b = n * share['den'], share['num'] * base
    return a > b if share.get('more_than') else a >= b


def orders(in_line):
    """Every order in which they may stand: by total; within equal totals by the written tie-break if all of them that
    share it have different places, else in any order."""
    out = [[]]
    for total in sorted({c[0] for c in in_line}, reverse=True):
        group = [c for c in in_line if c[0] == total]
        out = [before + list(after) for before in out for after in within(group)]
    return out


def within(group):
    placed = sorted((c for c in group if c[1]), key=lambda c: c[1])
    if len(placed) == len(group) and len({c[1] for c in group}) == len(group):
        return [placed]
    # Enough to know who can be first, for those whom nothing tells apart: leaders and others, each one first and last.
    rotations = []
    free = sorted(group, key=lambda c: c[3])
    for i in range(len(free)):
        turned = free[i:] + free[:i]
        rotations += [turned, turned[::-1]]
    return rotations


# --- the program ------------------------------------------------------------------------------------


class Program:
    def __init__(self, cli):
        self.cli = os.path.abspath(cli)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='thidua-awards-'))
        self.blank = self.folder / 'blank.thidua'
        self.run('new', self.blank)

    def run(self, *args):
        p = subprocess.run([self.cli, *map(str, args)], capture_output=True, text=True, encoding='utf-8')
        return p.returncode, p.stderr

    def tables(self, tables, as_of):
        """All tables as the program has them, as lists of dict."""
        file, out = self.folder / 'case.thidua', self.folder / 'out'
        rows = self.folder / 'in'
        for old in self.folder.glob('case.thidua*'):
            old.unlink()
        for old in (rows, out):
            shutil.rmtree(old, ignore_errors=True)
        rows.mkdir()
        shutil.copy(self.blank, file)
        for name, content in tables.items():
            if content:
                (rows / f'{name}.csv').write_text(generate.as_csv(content), encoding='utf-8')
        status, words = self.run('import', file, *sorted(rows.iterdir()))
        if status == 1:
            raise generate.Refused(words)
        if status == 0:
            status, words = self.run('export', file, 'all', '-o', out, '--as-of', as_of)
        if status != 0:
            raise SystemExit(f'Bail out! the program ended with {status}\n{words}')
        return {p.stem: list(csv.DictReader(io.StringIO(p.read_text(encoding='utf-8-sig')))) for p in out.iterdir()}

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)


COLUMNS = {'law_cards': ('nomination', 'condition', 'clause', 'verdict', 'verified'),
           'quota_use': ('round', 'award', 'group', 'limit', 'used', 'margin', 'tied'),
           'votes': ('nomination', 'base', 'base_count', 'for', 'share', 'threshold', 'verdict'),
           'payments': ('nomination', 'award', 'coefficient', 'base_salary', 'exact', 'amount'),
           'completeness': ('round', 'ok', 'where')}


def computed(tables):
    return {name: sorted(tuple(row[c] for c in columns) for row in tables[name]) for name, columns in COLUMNS.items()}


def differ(program, case, regimes, seen=None):
    """None, or what differs as lines. `seen` gets (table, column, cell) of all answers."""
    tables, as_of = case
    got = program.tables(tables, as_of)
    wanted = Office(tables, got['ranking'], regimes, as_of).tables()
    lines = []
    for name, rows in computed(got).items():
        if seen is not None:
            seen.update((name, i, cell) for row in rows for i, cell in enumerate(row))
        if name == 'completeness':
            known = {row[2] for row in wanted[name]}
            rows = [row for row in rows if row[2] in known]
        if name == 'quota_use':
            blind = {row[:5] for row in wanted[name] if row[5] == '?'}
            rows = [row[:5] + ('?',) + row[6:] if row[:5] in blind and row[6] == '1' else row for row in rows]
        lines += [f'wanted {name}: {"|".join(row)}' for row in wanted[name] if row not in rows]
        lines += [f'got    {name}: {"|".join(row)}' for row in rows if row not in wanted[name]]
    return lines or None


def shrink(case, broken):
    """The smallest case found on which `broken` still says something."""
    tables, as_of = case
    smaller = True
    while smaller:
        smaller = False
        for name in [n for n in list(tables)[::-1] if n != 'movement']:
            step = max(1, len(tables[name]) // 2)
            while step:
                at = 0
                while at < len(tables[name]):
                    fewer = dict(tables, **{name: tables[name][:at] + tables[name][at + step:]})
                    try:
                        worse = broken((fewer, as_of))
                    except (generate.Refused, KeyError, IndexError, ValueError):
                        worse = None  # made too small: a row that others need is gone
                    if worse:
                        tables, smaller = fewer, True
                    else:
                        at += step
                step //= 2
    return tables, as_of


def load_regimes(folder):
    return [json.loads((pathlib.Path(folder) / f'{name}.json').read_text(encoding='utf-8'))
            for name in ('nd98-2023', 'nd152-2025')]


def show(case):
    tables, as_of = case
    print(f'#   as of {as_of}')
    for name, rows in tables.items():
        for row in rows:
            print('#  ', name, json.dumps({k: v for k, v in row.items() if v != ''}, ensure_ascii=False))


# What has to come up among the answers, or the cases are too tame to say anything.
WANTED = [('law_cards', 3, v) for v in (PASS, FAIL, UNKNOWN)] + [('votes', 6, v) for v in (PASS, FAIL, UNKNOWN)] + [
    ('votes', 1, b) for b in ('all-members', 'present', 'valid-ballots', '')] + [
    ('quota_use', 6, '0'), ('quota_use', 6, '1'), ('quota_use', 3, ''), ('quota_use', 3, '0'),
    ('payments', 3, '1800000'), ('payments', 3, '2340000'), ('payments', 3, ''), ('payments', 2, ''),
    ('completeness', 1, '0'), ('completeness', 1, '1')]


def main():
    program, regimes = Program(sys.argv[1]), load_regimes(sys.argv[2])
    number = int(sys.argv[3]) if len(sys.argv) > 3 else 12
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 20240314
    r = random.Random(seed)
    seen = set()
    failed = False
    print('1..2')
    print(f'# seed {seed}, {number} offices')
    for n in range(number):
        case = generate.random_office(r, regimes)
        wrong = differ(program, case, regimes, seen)
        if wrong:
            case = shrink(case, lambda c: differ(program, c, regimes))
            print(f'not ok 1 office {n}')
            show(case)
            for text in differ(program, case, regimes):
                print('#', text)
            failed = True
            break
    else:
        print('ok 1 both agree')
    missing = [w for w in WANTED if w not in seen]
    print(f'{"not " if missing and not failed else ""}ok 2 the cases say something')
    for text in missing:
        print('# never came up:', text)
    program.close()
    sys.exit(failed or bool(missing))


if __name__ == '__main__':
    main()
