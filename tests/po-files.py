#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source with words for people is in po/POTFILES, and po/vi.po translates all of them. Prints TAP."""
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
listed = [f for f in (root / 'po/POTFILES').read_text(encoding='utf-8').split('\n') if f and not f.startswith('#')]
marked = re.compile(r'\b(_|N_|C_|g_dngettext) \(')
wanted = set()
for path in sorted((root / 'src').rglob('*.c')):
    if marked.search(path.read_text(encoding='utf-8')):
        wanted.add(str(path.relative_to(root)))
for path in sorted((root / 'ui').rglob('*.ui')):
    if 'translatable="yes"' in path.read_text(encoding='utf-8'):
        wanted.add(str(path.relative_to(root)))
wanted |= {f for f in listed if f.startswith('data/')}

print('1..3')
missing, gone = sorted(wanted - set(listed)), sorted(set(listed) - wanted)
print(f'{"not ok" if missing or gone else "ok"} 1 POTFILES lists what has words')
for f in missing:
    print('# not in po/POTFILES:', f)
for f in gone:
    print('# nothing to translate in:', f)

pot = root / 'po/vi.po'
made = subprocess.run(['xgettext', '--from-code=UTF-8', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
                       '--keyword=g_dngettext:2,3', '-o', '-', '--no-location',
                       *[f for f in listed if f.endswith('.c')]], cwd=root, capture_output=True, text=True)
ui = subprocess.run(['xgettext', '--from-code=UTF-8', '-o', '-', '--no-location',
                     *[f for f in listed if not f.endswith('.c')]],
                    cwd=root, capture_output=True, text=True)


def messages(text):
    """The msgids of a PO text."""
    found, current = [], None
    for line in text.splitlines() + ['']:
        if line.startswith('msgid "'):
            current = [line[7:-1]]
        elif line.startswith('"') and current is not None:
            current.append(line[1:-1])
        elif current is not None:
            found.append(''.join(current))
            current = None
    return {m for m in found if m}


wanted_ids = messages(made.stdout) | messages(ui.stdout)
have = messages(pot.read_text(encoding='utf-8'))
absent = sorted(wanted_ids - have)
print(f'{"not ok" if absent else "ok"} 2 vi.po knows every message')
for m in absent[:40]:
    print('# not in vi.po:', m)
check = subprocess.run(['msgfmt', '--check', '--statistics', '-o', '/dev/null', str(pot)], capture_output=True,
                       text=True, env={'LC_ALL': 'C', 'PATH': '/usr/bin:/bin'})
complete = check.returncode == 0 and 'untranslated' not in check.stderr and 'fuzzy' not in check.stderr
print(f'{"ok" if complete else "not ok"} 3 vi.po translates every message')
for text in check.stderr.splitlines():
    print('#', text)
sys.exit(bool(missing or gone or absent or not complete))
