#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the tables of the template `mong-cai-2024-minh-hoa`: invented figures over the real movement,
so that a newcomer sees life. Seeded: the same figures every time. Names of people are invented.

Usage: make-illustration.py  (from this folder; rewrites the CSV files of mong-cai-2024-minh-hoa)
"""
import csv
import pathlib
import random

HERE = pathlib.Path(__file__).parent
REAL, OUT = HERE / 'mong-cai-2024', HERE / 'mong-cai-2024-minh-hoa'
r = random.Random(20240314)


def read(name):
    with open(REAL / f'{name}.csv', encoding='utf-8', newline='') as f:
        return list(csv.DictReader(f))


def write(name, rows):
    with open(OUT / f'{name}.csv', 'w', encoding='utf-8', newline='') as f:
        w = csv.DictWriter(f, rows[0].keys(), lineterminator='\n')
        w.writeheader()
        w.writerows(rows)


units, targets, periods = read('units'), read('targets'), read('periods')
# How well each unit does, so that the ranking has a shape; a few are late or behind.
skill = {u['code']: r.uniform(.62, 1.0) for u in units}
skill['06712'], skill['06736'], skill['NV'], skill['06754'] = .99, .97, .98, .5


def applies(target, unit):
    names = target['applies_to'].split(';')
    return 'all' in names or unit['category'] in names or unit['code'] in names


entries = []
for u in units:
    s = skill[u['code']]
    tthc = r.randrange(60, 130)   # procedures that may go online end to end
    units_below = {'GDDT': 18, 'TTVH': 1, 'VHTT': 1, 'KT': 1}.get(u['code'], 0)
    milestone_quarter = r.choice([1, 2, 2, 3]) if s > .7 else None
    for t in targets:
        if not applies(t, u):
            continue
        for i, p in enumerate(periods):
            if u['closed'] and p['starts'] >= u['closed']:
                continue
            # A period's report can be missing; the last one is still being appraised here and there.
            if r.random() < (.02 if s > .7 else .2):
                continue
            row = {'unit': u['code'], 'target': t['code'], 'period': p['code'], 'done': '', 'due': '', 'amount': '',
                   'done_on': '', 'points': '', 'state': 'accepted', 'appraised_done': '', 'appraised_due': '',
                   'appraised_amount': '', 'appraised_done_on': '', 'appraised_points': '',
                   'received_on': p['due'] if r.random() < .8 else '', 'note': ''}
            if t['code'] == 'CT01':
                due = r.randrange(0, 4) if u['category'] == 'xa-phuong' else r.randrange(0, 7)
                done = sum(r.random() < s for _ in range(due))
                row['done'], row['due'] = str(done), str(due)
            elif t['code'] == 'CT02':
                done = min(tthc, round(tthc * s * (.55 + .15 * i)))
                row['done'], row['due'] = str(done), str(tthc)
            elif t['code'] == 'CT03':
                done = min(units_below, round(units_below * s * (.4 + .2 * i)))
                row['done'], row['due'] = str(done), str(units_below)
            elif t['kind'] == 'milestone':
                if milestone_quarter is not None and i >= milestone_quarter:
                    month = 3 * milestone_quarter + 2
                    row['done_on'] = f'2024-{month:02d}-{10 + len(u["code"]):02d}'
            elif t['kind'] == 'rating':
                if i != 3:
                    continue
                top = int(t['max_points'])
                row['points'] = str(round(min(top, top * (s + r.uniform(-.08, .12))) * 2) / 2).rstrip('0').rstrip('.')
            # The appraisal lowers some, sends some back, and has not come to others yet.
            chance = r.random()
            if chance < .06 and row['done'] not in ('', '0'):
                row['state'] = 'corrected'
                row['appraised_done'], row['appraised_due'] = str(int(row['done']) - 1), row['due']
                row['note'] = 'Một văn bản, thủ tục chưa có tài liệu kiểm chứng'
            elif chance < .09:
                row['state'] = 'rejected'
                row['note'] = 'Thiếu tài liệu kiểm chứng, đề nghị bổ sung'
            elif i == 3 and chance < .2:
                row['state'] = 'pending'
            entries.append(row)
write('entries', entries)

write('adjustments', [
    {'code': 'C01', 'unit': '06712', 'kind': 'bonus', 'points': '2', 'clause': 'Điểm cộng mục 1',
     'reason': 'Mô hình “Ngày thứ Sáu xanh” giải quyết thủ tục trong ngày (minh họa)', 'granted_on': '2024-09-30'},
    {'code': 'C02', 'unit': 'NV', 'kind': 'bonus', 'points': '1.5', 'clause': 'Điểm cộng mục 2',
     'reason': 'Sáng kiến được Thành phố công nhận (minh họa)', 'granted_on': '2024-11-20'},
    {'code': 'C03', 'unit': '06736', 'kind': 'bonus', 'points': '1', 'clause': 'Điểm cộng mục 1',
     'reason': 'Tổ công nghệ số cộng đồng hỗ trợ nộp hồ sơ trực tuyến (minh họa)', 'granted_on': '2024-10-15'},
    {'code': 'T01', 'unit': '06754', 'kind': 'penalty', 'points': '2', 'clause': 'Điểm trừ mục 1',
     'reason': 'Gửi báo cáo chậm hai kỳ (minh họa)', 'granted_on': '2024-10-20'},
])

FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý', 'Đinh']
MIDDLE = {'nam': ['Văn', 'Đức', 'Quang', 'Minh', 'Hữu', 'Xuân'], 'nữ': ['Thị', 'Thị Thu', 'Thanh', 'Ngọc', 'Thị Bích']}
GIVEN = {'nam': ['An', 'Bình', 'Cường', 'Dũng', 'Đạt', 'Hải', 'Hùng', 'Khánh', 'Long', 'Phong', 'Quân', 'Sơn', 'Thắng'],
         'nữ': ['Ánh', 'Chi', 'Dung', 'Giang', 'Hà', 'Hằng', 'Hoa', 'Lan', 'Mai', 'Nga', 'Phương', 'Thảo', 'Yến']}
people, initiatives, nominations = [], [], []
for u in units:
    if u['closed']:
        continue
    commune = u['category'] == 'xa-phuong'
    posts = ([('Chủ tịch UBND', 'can-bo', 1), ('Công chức Văn phòng - Thống kê', 'cong-chuc', 0),
              ('Công chức Tư pháp - Hộ tịch', 'cong-chuc', 0)] if commune else
             [('Trưởng đơn vị', 'cong-chuc', 1), ('Chuyên viên', 'cong-chuc', 0)])
    if u['category'] == 'su-nghiep':
        posts = [('Giám đốc', 'vien-chuc', 1), ('Phóng viên', 'phong-vien', 0), ('Viên chức', 'vien-chuc', 0)]
    for n, (position, employment, leader) in enumerate(posts, 1):
        sex = r.choice(['nam', 'nữ'])
        name = f'{r.choice(FAMILY)} {r.choice(MIDDLE[sex])} {r.choice(GIVEN[sex])}'
        people.append({'code': f'{u["code"]}-{n:02d}', 'name': name, 'unit': u['code'], 'position': position,
                       'employment': employment, 'leader': leader, 'sex': sex, 'born': r.randrange(1968, 1998),
                       'citizen_id': '', 'sort_name': ''})
write('people', people)

initiatives = [
    {'code': 'SK01', 'title': 'Quy trình trả kết quả thủ tục hành chính trong ngày thứ Sáu (minh họa)', 'authors': '06712-02',
     'unit': '06712', 'scope': 'thanh-pho', 'decision': '', 'recognised_on': '2024-10-10'},
    {'code': 'SK02', 'title': 'Mẫu theo dõi chỉ tiêu cải cách hành chính dùng chung (minh họa)', 'authors': 'NV-02',
     'unit': 'NV', 'scope': 'thanh-pho', 'decision': '', 'recognised_on': '2024-11-05'},
]
write('initiatives', initiatives)

for n, (who, award, summary) in enumerate([
        ('06712', 'gk-tp-tt', 'Dẫn đầu khối xã, phường về cải cách hành chính năm 2024 (minh họa)'),
        ('06736', 'gk-tp-tt', 'Hoàn thành sớm Đề án vị trí việc làm; tỷ lệ dịch vụ công trực tuyến cao (minh họa)'),
        ('NV', 'gk-tp-tt', 'Tham mưu tốt công tác cải cách hành chính của Thành phố (minh họa)'),
        ('06712-02', 'gk-tp-cn', 'Trực tiếp giải quyết thủ tục hành chính, có sáng kiến được công nhận (minh họa)'),
        ('NV-02', 'gk-tp-cn', 'Trực tiếp theo dõi, tổng hợp chỉ tiêu cải cách hành chính (minh họa)')], 1):
    nominations.append({'code': f'DN{n:02d}', 'round': 'TK2024-TP', 'nominee': who, 'award': award,
                        'achievement': f'cchc-2024-{who}', 'summary': summary, 'state': 'proposed'})
write('nominations', nominations)
