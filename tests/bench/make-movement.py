#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-movement.py FOLDER UNITS TARGETS PERIODS PEOPLE: a movement as CSV files, the same every time, for measuring."""
import csv
import pathlib
import random
import sys

folder = pathlib.Path(sys.argv[1])
n_units, n_targets, n_periods, n_people = map(int, sys.argv[2:6])
folder.mkdir(parents=True, exist_ok=True)
roll = random.Random(20240314)


def write(name, header, rows):
    with open(folder / f'{name}.csv', 'w', encoding='utf-8', newline='') as out:
        writer = csv.writer(out)
        writer.writerow(header.split(','))
        writer.writerows(rows)


months = [(2024 + i // 12, i % 12 + 1) for i in range(n_periods)]
last = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
ends = [f'{year}-{month:02}-{last[month]}' for year, month in months]
write('movement', 'code,title,starts,ends,decimals', [['DO', 'Phong trào để đo', '2024-01-01', ends[-1], 2]])
write('categories', 'code,name', [['xa', 'Xã'], ['phong', 'Phòng']])
write('areas', 'code,name', [[f'L{i}', f'Lĩnh vực {i}'] for i in range(1, 8)])
write('units', 'code,name,category,block',
      [[f'U{i:04}', f'Đơn vị Hòa Lạc số {i}', 'xa' if i % 3 else 'phong', f'Khối {i % 5 + 1}'] for i in range(n_units)])
write('periods', 'code,name,starts,ends,due',
      [[f'P{i:03}', f'Kỳ {i + 1}', f'{year}-{month:02}-01', ends[i], ends[i]] for i, (year, month) in enumerate(months)])
write('targets', 'code,area,name,kind,accumulation,direction,goal,rule,max_points,due,pace,frequency,if_none_arising,if_missing,applies_to',
      [[f'T{i:03}', f'L{i % 7 + 1}', f'Chỉ tiêu số {i}', 'ratio' if i % 2 else 'amount', 'sum', 'higher', 95 if i % 2 else 100 * n_periods,
        'linear', 10, ends[-1], 'build', 'period', 'exclude' if i % 2 else '', 'zero', 'all'] for i in range(n_targets)])


def entries():
    for unit in range(n_units):
        for target in range(n_targets):
            for period in range(n_periods):
                due = roll.randrange(1, 200)
                figures = [roll.randrange(due + 1), due, ''] if target % 2 else ['', '', roll.randrange(200)]
                yield [f'U{unit:04}', f'T{target:03}', f'P{period:03}', *figures, 'accepted']


write('entries', 'unit,target,period,done,due,amount,state', entries())
FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ']
MIDDLE = ['Văn', 'Thị', 'Đức', 'Minh', 'Thu', 'Quốc', 'Hồng', 'Ngọc']
GIVEN = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Lan', 'Nam', 'Oanh', 'Phúc', 'Quỳnh', 'Sơn', 'Tú', 'Uyên', 'Việt', 'Yến']
if n_people:
    write('people', 'code,name,unit,position',
          [[f'C{i:06}', ' '.join(map(roll.choice, (FAMILY, MIDDLE, GIVEN))), f'U{roll.randrange(n_units):04}', 'Chuyên viên']
           for i in range(n_people)])
