#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts carry their Vietnamese for papers beside the English; the catalogue has to say the same. Prints TAP."""
import pathlib
import re
import sys

SRC, PO = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
STRING = r'"((?:[^"\\]|\\.)*)"'


def joined(text):
    """The value of adjacent C string literals."""
    return ''.join(re.findall(STRING, text)).replace('\\"', '"').replace('\\n', '\n')


def pairs():
    """N_ ("English"), "Vietnamese": in calls of say() and in the tables of the kinds."""
    for path in sorted(SRC.glob('*.c')):
        text = path.read_text(encoding='utf-8')
        for found in re.finditer(r'N_ \(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)\s*,\s*((?:"(?:[^"\\]|\\.)*"\s*)*)', text):
            yield path.name, joined(found[1]), joined(found[2])


def catalogue():
    entries = {}
    for block in re.split(r'\n\s*\n', (PO / 'vi.po').read_text(encoding='utf-8')):
        found = re.search(r'^msgid ((?:"(?:[^"\\]|\\.)*"\s*)+)^msgstr ((?:"(?:[^"\\]|\\.)*"\s*)+)', block + '\n', re.M)
        if found:
            entries[joined(found[1])] = joined(found[2])
    return entries


known = catalogue()
faults, n = [], 0
for name, english, vietnamese in pairs():
    n += 1
    if not vietnamese:
        faults.append(f'{name}: “{english}” has no Vietnamese beside it')
    elif english not in known:
        faults.append(f'{name}: “{english}” is not in the catalogue')
    elif known[english] != vietnamese:
        faults.append(f'{name}: “{english}” is “{vietnamese}” here and “{known[english]}” in the catalogue')
    if re.findall(r'%\w', english) != re.findall(r'%\w', vietnamese):
        faults.append(f'{name}: “{english}” and “{vietnamese}” differ in what is put in')
print('1..2')
print('ok 1 words were found' if n > 40 else f'not ok 1 only {n} words were found')
print(f'{"not ok" if faults else "ok"} 2 the Vietnamese of papers is that of the catalogue')
for fault in faults:
    print('#', fault)
sys.exit(bool(faults) or n <= 40)
