# SPDX-License-Identifier: GPL-3.0-or-later
"""Random offices with rounds of commendation, as tables of TABLES.md and AWARDS.md: {table: [row]}."""
import csv
import datetime
import io
import json


class Refused(Exception):
    """The program did not take the tables in."""


def as_csv(rows):
    names = []
    for row in rows:
        names += [n for n in row if n not in names]
    out = io.StringIO()
    writer = csv.DictWriter(out, names, restval='', lineterminator='\n')
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def next_day(day):
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat()


def some_day(r, first, last):
    a, b = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    return (a + datetime.timedelta(days=r.randrange((b - a).days + 1))).isoformat()


# The days on which a law or a base salary changes, with those before them.
EDGES = ['2024-01-01', '2024-06-30', '2024-07-01', '2025-06-30', '2025-07-01']
SCOPES = ['don-vi', 'thanh-pho', 'tinh']
BANDS = [('Xuất sắc', 90), ('Tốt', 80), ('Khá', 65)]
KEYS = ['a1', 'a2', 'a3']
# Awards of the program's packs that the cases nominate for, and the office's own (x…).
COLLECTIVE = ['gk-tp-tt', 'bk-tinh-tt', 'co-tinh', 'ttldtt', 'ttldxs', 'bk-ttg-tt', 'xa-tieu-bieu', 'x-tt', 'y-tt']
INDIVIDUAL = ['gk-xa-cn', 'bk-tinh-cn', 'cstdcs', 'cstd-tinh', 'ldtt', 'cstdtq', 'bk-ttg-cn', 'x-cn', 'y-cn']
GRADES = ['htxsnv', 'httnv']


def fact(r):
    return {'source': 's', 'verified': r.random() < .5}


def share(r):
    den = r.choice([2, 3, 5, 10, 100])
    out = {'num': r.randrange(1, den + 1), 'den': den}
    if out['num'] < den and r.random() < .3:
        out['more_than'] = True
    return out


def random_condition(r, name, subject, deep=True):
    kinds = ['total-at-least', 'band-at-least', 'rank-at-most', 'movement-launched-by', 'movement-years',
             'not-proposed-already', 'no-discipline', 'held-award', 'held-award', 'initiative-recognised',
             'coverage-at-least']
    kinds += ['people-share-at-least', 'people-share-at-least'] if subject == 'collective' else ['direct-worker']
    kinds += ['any', 'any', 'any'] if deep else []
    c = {'id': name, 'type': r.choice(kinds), 'clause': f'Điều {name}', 'words': f'Điều kiện {name}', **fact(r)}
    kind = c['type']
    if kind == 'total-at-least':
        c['at_least'] = r.choice(['80', '84.5', '90', '60'])
    elif kind == 'band-at-least':
        c['band'] = r.choice([b[0] for b in BANDS] + ['Không có'])
    elif kind == 'rank-at-most':
        c['rank'] = r.randrange(1, 4)
    elif kind == 'movement-launched-by':
        c['levels'] = r.sample(['xa', 'thanh-pho', 'tinh', 'bo-nganh', 'trung-uong'], r.randrange(1, 4))
    elif kind == 'movement-years':
        c['years'] = r.randrange(1, 4)
    elif kind == 'no-discipline' and subject == 'collective' and r.random() < .5:
        c['among'] = 'people'
    elif kind == 'held-award':
        c['awards'] = r.sample(INDIVIDUAL[2:5] + COLLECTIVE[:2] + GRADES, r.randrange(1, 4))
        c['times'] = r.choice([1, 1, 2, 3])
        window = r.choice(['', '', 'years', 'years', 'before_years'])
        if window:
            c[window] = r.randrange(1, 6)
        if c['times'] > 1 and window != 'before_years' and r.random() < .5:
            c['running'] = True
    elif kind == 'initiative-recognised':
        c['scope'] = r.choice(SCOPES + ['toan-quoc'])
        if r.random() < .4:
            c['count'] = r.randrange(1, 3)
        if r.random() < .4:
            c['years'] = r.randrange(1, 4)
    elif kind == 'coverage-at-least':
        c['share'] = share(r)
    elif kind == 'people-share-at-least':
        c['has'] = r.choice(['ldtt', 'cstdcs', 'hoan-thanh-nhiem-vu'])
        if r.random() < .7:
            c['share'] = share(r)
        else:
            c['people'] = r.randrange(1, 8)
    elif kind == 'any':
        c['alternatives'] = [
            {'id': f'{a}', 'clause': f'Điểm {a}', 'words': f'Cách {a}', **fact(r),
             'conditions': [random_condition(r, f'{a}{i}', subject, False) for i in range(r.randrange(0, 3))]}
            for a in 'abc'[:r.randrange(1, 4)]]
    return c


def random_vote(r):
    return {'share': share(r), 'of': r.choice(['all-members', 'present', 'valid-ballots']), **fact(r)}


def random_quorum(r):
    return {'share': {'num': r.choice([1, 2, 2]), 'den': 3}, **fact(r)} if r.random() < .9 else None


def random_money(r):
    return {'coefficient': r.choice([1, 15, 30, 80, 150, 333, 1200]), **fact(r)}


def random_pack(r, name, base):
    """An office's own rules: two awards of its own for each subject, and changes to those below."""
    awards = []
    for code, subject in (('x-tt', 'collective'), ('y-tt', 'collective'), ('x-cn', 'individual'), ('y-cn', 'individual')):
        awards.append({
            'code': code, 'title': code, 'kind': r.choice(['form', 'title']), 'level': 'thanh-pho', 'subject': subject,
            **fact(r), 'decider': {'who': 'Chủ tịch', **fact(r)}, 'papers': [], 'form': None, 'quorum': random_quorum(r), 'judged': [],
            'vote': random_vote(r) if r.random() < .9 else None,
            'money': random_money(r) if r.random() < .9 else None,
            'conditions': [random_condition(r, f'd{i}', subject) for i in range(r.randrange(1, 7))]})
    for a in r.sample([a for a in base['awards'] if a['code'] in COLLECTIVE + INDIVIDUAL], 5):
        change = {'code': a['code']}
        if r.random() < .8:
            change['vote'] = random_vote(r)
        if r.random() < .5:
            change['money'] = random_money(r)
        ids = [c['id'] for c in a['conditions']]
        conditions = []
        for i in r.sample(ids, min(len(ids), r.randrange(0, 3))):
            conditions.append({'id': i, 'drop': True, **fact(r)} if r.random() < .4
                              else random_condition(r, i, a['subject']))
        conditions += [random_condition(r, f'n{i}', a['subject']) for i in range(r.randrange(0, 3))]
        if conditions:
            change['conditions'] = conditions
        awards.append(change)
    return {'format': 'thidua-law-pack/1', 'id': name, 'title': name, 'extends': base['id'], 'sources': {'s': 'Quy chế'},
            'awards': awards}


def random_movement(r, t):
    starts = r.choice(['2024-01-01', '2024-01-02', '2022-01-01', '2022-01-02', '2021-12-31', '2020-03-01'])
    m = {'code': 'M', 'title': 'Phong trào', 'starts': starts, 'ends': r.choice(['2024-12-31', '2024-12-30']),
         'decimals': '1'}
    if r.random() < .8:
        m['launched_by'] = r.choice(['xa', 'thanh-pho', 'tinh', 'bo-nganh', 'trung-uong'])
    t['movement'] = [m]
    t['categories'] = [{'code': c, 'name': c} for c in ('LP', 'LX')]
    t['units'] = []
    for i in range(r.randrange(3, 9)):
        u = {'code': f'U{i}', 'name': f'Phường {i}', 'category': r.choice(['LP', 'LX']), 'block': r.choice(['K1', 'K2'])}
        if r.random() < .1:
            u['closed'] = '2024-11-30'
        t['units'].append(u)
    t['periods'] = [{'code': f'Q{i}', 'starts': f'2024-0{3 * i - 2}-01', 'ends': f'2024-0{3 * i}-28', 'due': f'2024-0{3 * i}-28'}
                    for i in (1, 2)]
    t['areas'] = [{'code': 'L', 'name': 'L'}]
    t['targets'] = [{'code': f'T{i}', 'area': 'L', 'name': f'T{i}', 'kind': 'rating', 'rule': 'given', 'max_points': '50',
                     'frequency': 'period', 'if_missing': 'exclude', 'applies_to': 'all'} for i in (1, 2)]
    # Few different figures, so that there are ties.
    t['entries'] = [{'unit': u['code'], 'target': f'T{k}', 'period': f'Q{i}', 'points': r.choice(['45', '45', '40', '32.5', '48']),
                     'state': r.choice(['accepted', 'accepted', 'accepted', 'pending'])}
                    for u in t['units'] for k in (1, 2) for i in (1, 2) if r.random() < .7]
    t['bands'] = [{'name': n, 'at_least': str(p)} for n, p in BANDS[:r.randrange(1, 4)]]


def random_registers(r, t):
    t['people'] = [{'code': f'P{i}', 'name': f'Trần Văn {chr(65 + i)}', 'unit': r.choice(t['units'])['code'],
                    'leader': r.choice(['0', '0', '1', ''])} for i in range(r.randrange(3, 12))]
    holders = [u['code'] for u in t['units']] + [p['code'] for p in t['people']]
    held = {}
    for holder in holders:
        for _ in range(r.choice([0, 1, 3, 5])):
            award = r.choice(COLLECTIVE[:2] + ['ttldtt'] + INDIVIDUAL[2:5] + GRADES)
            day = r.choice([some_day(r, '2018-01-01', '2026-01-01'), some_day(r, '2023-01-01', '2025-08-01'),
                            r.choice(EDGES), '2024-02-29'])
            held[holder, award, day] = {'holder': holder, 'award': award, 'decided_on': day,
                                        'decision': r.choice(['', f'{r.randrange(3)}/QĐ']),
                                        'achievement': r.choice([''] * 5 + KEYS)}
    t['awards_held'] = list(held.values())
    t['disciplines'] = list({(d['holder'], d['from']): d for d in (
        random_discipline(r, r.choice(holders)) for _ in range(r.randrange(0, 6)))}.values())
    t['initiatives'] = [{'code': f'S{i}', 'title': f'Sáng kiến {i}',
                         'authors': ';'.join(p['code'] for p in r.sample(t['people'], r.randrange(1, 3))),
                         'unit': r.choice([''] + [u['code'] for u in t['units']]),
                         'scope': r.choice(SCOPES + SCOPES + ['']), 'decision': r.choice(['1/QĐ', '2/QĐ', '']),
                         'recognised_on': r.choice([some_day(r, '2020-01-01', '2025-12-31'), some_day(r, '2023-06-01', '2025-01-01'),
                                                    r.choice(EDGES), ''])}
                        for i in range(r.randrange(0, 9))]
    t['headcounts'] = [{'unit': u['code'], 'has': has, 'people': str(r.randrange(0, 14 if has != 'ky-luat' else 2))}
                       for u in t['units'] for has in ('all', 'ldtt', 'cstdcs', 'hoan-thanh-nhiem-vu', 'ky-luat')
                       if r.random() < .8]


def random_discipline(r, holder):
    first = r.choice([some_day(r, '2023-06-01', '2025-06-30'), r.choice(EDGES)])
    out = {'holder': holder, 'kind': r.choice(['khiển trách', 'cảnh cáo', 'thanh tra']), 'from': first}
    if r.random() < .6:
        out['to'] = r.choice([first, some_day(r, first, '2026-12-31')])
    return out


def random_round(r, t, code, packs):
    decided = r.choice([some_day(r, '2024-02-01', '2025-12-01'), r.choice(EDGES), r.choice(EDGES), '2024-12-31'])
    summed = some_day(r, '2024-01-01', decided) if r.random() < .5 else decided
    row = {'code': code, 'title': f'Đợt {code}', 'level': 'thanh-pho'}
    if r.random() < .9:
        row['summed_up_on'] = summed
    if r.random() < .85:
        row['decided_on'] = decided
    if r.random() < .5:
        row['proposal_number'] = '1/TTr'
    if r.random() < .6:
        row['decision_number'] = f'{r.randrange(3)}/QĐ'
    row['law_pack'] = r.choice(['', '', *packs, *packs, 'nd98-2023', r.choice(['nd152-2025', 'khong-co'])])
    t['rounds'].append(row)

    members = []
    for i in range(r.choice([0, 3, 5, 7, 9])):
        m = {'round': code, 'code': f'C{i}', 'name': f'Ủy viên {i}', 'role': 'member', 'present': '1' if r.random() < .85 else '0'}
        kind = r.random()
        if kind < .1:
            person = r.choice(t['people'])
            m['code'], m['name'] = person['code'], person['name']
        elif kind < .2:
            m['name'] = r.choice(t['people'])['name']
        if r.random() < .3:
            m['unit'] = r.choice(t['units'])['code']
        if r.random() < .06:
            m['present'] = ''
        if m['code'] not in [o['code'] for o in members]:
            members.append(m)
    t['council_members'] += members

    for i in range(r.randrange(4, 14)):
        name = f'{code}N{i}'
        individual = r.random() < .5
        awards = INDIVIDUAL if individual else COLLECTIVE
        if r.random() < .03:
            awards = COLLECTIVE if individual else INDIVIDUAL
        nominee = r.choice(t['people'] if individual else t['units'])['code']
        t['nominations'].append({
            'code': name, 'round': code, 'nominee': nominee,
            'award': r.choice(awards[-2:] * 3 + awards) if r.random() < .98 else 'khong-co',
            'achievement': r.choice(['', *KEYS, f'{nominee}-{code}', f'{nominee}-{code}', f'{nominee}-{code}']),
            'state': r.choice(['draft', 'proposed', 'reviewed', 'submitted', 'submitted', 'granted', 'returned', 'declined',
                               'withdrawn', 'revoked'])})
        random_ballots(r, t, name, members)
        random_rulings(r, t, code, name, members)
    random_quotas(r, t, code)


def random_ballots(r, t, nomination, members):
    if not members or r.random() < .1:
        return
    present = len([m for m in members if m['present'] == '1'])
    issued = r.choice([present, present, present, max(present - 1, 0), len(members)])
    returned = max(issued - r.choice([0, 0, 1]), 0)
    valid = max(returned - r.choice([0, 0, 0, 1]), 0)
    votes = max(valid - r.choice([0, 0, 1, 2, 3, valid]), 0)
    count = dict(nomination=nomination, issued=issued, returned=returned, valid=valid, **{'for': votes})
    for counter in '12':
        one = dict(count, counter=counter)
        if r.random() < .05 and votes:
            one['for'] = votes - 1
        if r.random() < .96:
            t['ballots'].append({k: str(v) for k, v in one.items()})


def random_rulings(r, t, round_, nomination, members):
    def rule(kind, subject='', place=''):
        t['rulings'].append({'round': round_, 'nomination': nomination, 'kind': kind, 'subject': subject, 'place': place,
                             'who': 'Chủ tịch', 'why': 'Có lý do'})
    for m in members:
        if r.random() < .05:
            rule('recused', m['code'])
        elif r.random() < .05:
            rule('stays', m['code'])
    if r.random() < .05:
        rule('votes')
    if r.random() < .3:
        rule('tie', '', str(r.randrange(1, 6)))
    for path in ('d0', 'd1', 'd1/a', 'ky-luat', 'mot-thanh-tich', 'tieu-chuan', 'tieu-chuan/a'):
        if r.random() < .15:
            rule('condition', path)


def random_quotas(r, t, round_):
    taken = {n['award'] for n in t['nominations'] if n['round'] == round_}
    for award in sorted(taken):
        for group in r.sample(['all', 'K1', 'K2', 'LP', 'LX'], r.randrange(0, 3)):
            q = {'round': round_, 'award': award, 'group': group}
            kind = r.random()
            if kind < .5:
                q['limit'] = str(r.randrange(0, 5))
            elif kind < .9:
                q['percent'] = r.choice(['10', '25', '33.3333', '50', '12.5', '100'])
                q['rounding'] = r.choice(['down', 'nearest', 'up'])
            if r.random() < .35 or kind >= .9:
                q['leaders_percent'] = r.choice(['0', '30', '50', '66.6666', '100'])
            t['quotas'].append(q)
            if r.random() < .1:
                t['rulings'].append({'round': round_, 'nomination': '', 'kind': 'quota', 'subject': f'{award}:{group}',
                                     'who': 'Chủ tịch', 'why': 'Có lý do'})


def random_office(r, regimes):
    """(tables, the date of the scores)"""
    t = {}
    random_movement(r, t)
    random_registers(r, t)
    packs = [random_pack(r, name, base) for name, base in zip(('vp-98', 'vp-152'), regimes)]
    t['office'] = [{'key': f"law_pack:{p['id']}", 'value': json.dumps(p, ensure_ascii=False)} for p in packs]
    for register in ('awards_held', 'initiatives', 'disciplines'):
        if r.random() < .6:
            t['office'].append({'key': f'register:{register}', 'value': 'complete'})
    if r.random() < .7:
        t['office'].append({'key': 'bonus_rounding', 'value': r.choice(['up', 'nearest', 'none'])})
    for name in ('rounds', 'nominations', 'quotas', 'council_members', 'ballots', 'rulings'):
        t[name] = []
    for i in range(r.randrange(3, 7)):
        random_round(r, t, f'R{i}', [p['id'] for p in packs])
    return t, r.choice(['2024-12-31', '2024-12-31', '2024-07-15', '2024-04-10'])
