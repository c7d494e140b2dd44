#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What always holds of the computed tables of commendation (AWARDS.md), on random offices. An office on which a property
fails is made smaller, row by row, before it is shown. Prints TAP.

Usage: properties.py THIDUA-CLI LAW-FOLDER [NUMBER [SEED]]
"""
import random
import sys

import generate
from oracle import DEAD, PASS, Program, computed, load_regimes, show, shrink


class Unsuitable(Exception):
    """The office says nothing about the property."""


def answers(program, case):
    return computed(program.tables(*case))


def changed(case, **tables):
    return dict(case[0], **tables), case[1]


def same(before, after, names=None):
    """None, or what differs."""
    out = []
    for name in names or before:
        out += [f'before {name}: {"|".join(x)}' for x in before[name] if x not in after[name]]
        out += [f'after  {name}: {"|".join(x)}' for x in after[name] if x not in before[name]]
    return out or None


def order_of_rows_does_not_matter(program, case, r):
    mixed = {name: r.sample(rows, len(rows)) for name, rows in case[0].items()}
    return same(answers(program, case), answers(program, (mixed, case[1])))


def the_counters_may_change_places(program, case, r):
    swapped = [dict(b, counter='2' if b['counter'] == '1' else '1') for b in case[0]['ballots']]
    if not swapped:
        raise Unsuitable
    return same(answers(program, case), answers(program, changed(case, ballots=swapped)))


def one_more_vote_never_hurts(program, case, r):
    more = [dict(b, **{'for': str(min(int(b['for']) + 1, int(b['valid'])))}) for b in case[0]['ballots']]
    # Counters who differ by one vote come to agree, or the other way round: that is no vote more.
    counts = {}
    for b in case[0]['ballots']:
        counts.setdefault(b['nomination'], set()).add(b['for'])
    before = {v[0]: v[6] for v in answers(program, case)['votes']}
    after = {v[0]: v[6] for v in answers(program, changed(case, ballots=more))['votes']}
    if PASS not in before.values():
        raise Unsuitable
    return [f'{n}: {before[n]} became {after[n]}' for n, c in counts.items()
            if len(c) == 1 and before[n] == PASS != after[n]] or None


def a_recused_member_is_nowhere_in_the_vote(program, case, r):
    t = case[0]
    if not t['council_members']:
        raise Unsuitable
    gone = r.choice(t['council_members'])

    def others(rows):
        return [x for x in rows if not (x['round'] == gone['round'] and x['subject'] == gone['code']
                                        and x['kind'] in ('recused', 'stays'))]
    by_hand = [{'round': gone['round'], 'nomination': n['code'], 'kind': 'recused', 'subject': gone['code'], 'place': '',
                'who': 'Chủ tịch', 'why': 'Có lý do'} for n in t['nominations'] if n['round'] == gone['round']]
    here = answers(program, changed(case, rulings=others(t['rulings']) + by_hand))
    away = answers(program, changed(case, rulings=others(t['rulings']),
                                    council_members=[m for m in t['council_members'] if m is not gone]))
    # The meeting's own quorum counts them, so that the verdict may differ.
    return same({'votes': [v[:6] for v in here['votes']]}, {'votes': [v[:6] for v in away['votes']]})


def what_was_withdrawn_counts_nowhere(program, case, r):
    t = case[0]
    standing = [n['code'] for n in t['nominations'] if n['state'] not in DEAD]
    if not standing:
        raise Unsuitable
    gone = r.choice(standing)
    withdrawn = answers(program, changed(case, nominations=[
        dict(n, state='withdrawn') if n['code'] == gone else n for n in t['nominations']]))
    away = answers(program, changed(
        case, nominations=[n for n in t['nominations'] if n['code'] != gone],
        ballots=[b for b in t['ballots'] if b['nomination'] != gone],
        rulings=[x for x in t['rulings'] if x['nomination'] != gone]))
    for name in ('law_cards', 'votes'):
        withdrawn[name] = [row for row in withdrawn[name] if row[0] != gone]
    return same(away, withdrawn)


def a_ruling_changes_no_verdict(program, case, r):
    fewer = [x for x in case[0]['rulings'] if x['kind'] in ('recused', 'stays', 'tie')]
    if len(fewer) == len(case[0]['rulings']):
        raise Unsuitable
    return same(answers(program, case), answers(program, changed(case, rulings=fewer)),
                ('law_cards', 'votes', 'quota_use', 'payments'))


def knowing_less_lets_nothing_pass(program, case, r):
    t = case[0]
    less = answers(program, changed(
        case, movement=[dict(t['movement'][0], launched_by='')], people=[dict(p, leader='') for p in t['people']],
        headcounts=[h for h in t['headcounts'] if h['has'] == 'all'], initiatives=[],
        office=[o for o in t['office'] if not o['key'].startswith('register:')]))
    more = answers(program, case)
    before = {row[:2]: row[3] for row in more['law_cards']}
    return [f'{"|".join(row)}, with more known {before[row[:2]]}' for row in less['law_cards']
            if row[3] == PASS != before[row[:2]]] or None


def not_knowing_who_came_lets_nothing_pass(program, case, r):
    members = case[0]['council_members']
    if not members:
        raise Unsuitable
    less = [dict(m, present='' if r.random() < .4 else m['present']) for m in members]
    before = {v[0]: v for v in answers(program, case)['votes']}
    return [f'{"|".join(v)}, with more known {before[v[0]][6]}'
            for v in answers(program, changed(case, council_members=less))['votes']
            if v[6] == PASS != before[v[0]][6]] or None


def bonuses_are_rounded_as_set(program, case, r):
    wrong, paid = [], {}
    for rounding in ('up', 'nearest', 'none'):
        office = [o for o in case[0]['office'] if o['key'] != 'bonus_rounding']
        paid[rounding] = {p[0]: p for p in answers(program, changed(
            case, office=office + [{'key': 'bonus_rounding', 'value': rounding}]))['payments']}
    if not any(p[5] for p in paid['up'].values()):
        raise Unsuitable
    for n, p in paid['up'].items():
        if not p[5]:
            continue
        # In hundredths of a đồng: whole numbers.
        exact = int(p[2]) * int(p[3])
        up, near, none = (100 * int(paid[x][n][5]) for x in ('up', 'nearest', 'none'))
        if not (0 <= up - exact < 10 ** 6 and -5 * 10 ** 5 < near - exact <= 5 * 10 ** 5
                and up % 10 ** 6 == near % 10 ** 6 == 0 and -50 < none - exact <= 50):
            wrong.append(f'{p}: {up}, {near}, {none} of {exact}')
    return wrong or None


PROPERTIES = [order_of_rows_does_not_matter, the_counters_may_change_places, one_more_vote_never_hurts,
              a_recused_member_is_nowhere_in_the_vote, what_was_withdrawn_counts_nowhere, a_ruling_changes_no_verdict,
              knowing_less_lets_nothing_pass, not_knowing_who_came_lets_nothing_pass, bonuses_are_rounded_as_set]


def holds(program, check, number, r, regimes):
    """Looks for a counterexample: None, or (the smallest found, what is wrong with it)."""
    suitable = tries = 0
    while suitable < number:
        tries += 1
        if tries > 10 * number:
            return None, [f'only {suitable} offices of {tries} say something about it']
        case, seed = generate.random_office(r, regimes), r.randrange(10 ** 9)

        def broken(case):
            try:
                return check(program, case, random.Random(seed))
            except Unsuitable:
                return None
        try:
            wrong = check(program, case, random.Random(seed))
        except Unsuitable:
            continue
        suitable += 1
        if wrong:
            case = shrink(case, broken)
            return case, broken(case)
    return None


def main():
    program, regimes = Program(sys.argv[1]), load_regimes(sys.argv[2])
    number = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 20240630
    r = random.Random(seed)
    failed = False
    print(f'1..{len(PROPERTIES)}')
    print(f'# seed {seed}, {number} offices each')
    for i, check in enumerate(PROPERTIES, 1):
        found = holds(program, check, number, r, regimes)
        failed |= bool(found)
        print(f'{"not " if found else ""}ok {i} {check.__name__}')
        if found:
            if found[0]:
                show(found[0])
            for text in found[1]:
                print('#', text)
    program.close()
    sys.exit(failed)


if __name__ == '__main__':
    main()
