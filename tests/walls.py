#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads every #include under src against the table of src/DESIGN.md. Prints TAP."""
import pathlib
import re
import sys

SRC = pathlib.Path(sys.argv[1])
CORE = {'base', 'model', 'store', 'scoring', 'awards', 'documents', 'desk'}
PURE = {'base', 'model'}
MAY = {
    'base': set(), 'model': {'base'}, 'store': PURE, 'scoring': PURE, 'awards': PURE, 'documents': PURE,
    'desk': CORE, 'tables': CORE, 'charts': set(), 'figures': CORE | {'charts'},
    'print': CORE | {'charts', 'figures'},
    'cli': CORE | {'tables', 'charts', 'figures', 'print'},
    'app': CORE | {'tables', 'charts', 'figures', 'print'},
}
# Libraries that belong to some rooms only; a prefix of the header's name.
ONLY = {
    'sqlite3.h': {'store'}, 'gtk/': {'app'}, 'adwaita.h': {'app'}, 'gdk/': {'app'},
    'cairo': {'charts', 'print', 'figures', 'app'}, 'pango/': {'charts', 'print', 'figures', 'app'},
    'libxml/': {'tables', 'print'}, 'minizip/': {'tables', 'print'}, 'zip.h': {'tables', 'print'},
    'unzip.h': {'tables', 'print'}, 'xlsxwriter': {'tables'}, 'poppler': {'print', 'app'}, 'unicode/': {'base'},
}


def room_of(path):
    parts = path.relative_to(SRC).parts
    return parts[1] if parts[0] == 'core' else parts[0]


def faults(path):
    room = room_of(path)
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        found = re.match(r'\s*#\s*include\s+([<"])([^>"]+)[>"]', line)
        if not found:
            continue
        kind, name = found.groups()
        if kind == '"':
            first = name.split('/')[0]
            if '/' in name and first in MAY and first != room and first not in MAY[room]:
                yield f'{path}:{number}: {room} may not include {name}'
            if '/' not in name and name not in ('config.h',) and not name.endswith('-resources.h'):
                yield f'{path}:{number}: write the include from its room: {name}'
        else:
            for prefix, rooms in ONLY.items():
                if name.startswith(prefix) and room not in rooms:
                    yield f'{path}:{number}: {room} may not include <{name}>'


def floats(path):
    """No binary floating point in the numbers, the scoring, the votes and the money."""
    text = re.sub(r'/\*.*?\*/|//[^\n]*|"(\\.|[^"\\])*"', ' ', path.read_text(encoding='utf-8'), flags=re.S)
    for word in re.findall(r'\b(double|float|gdouble|gfloat|strtod|g_ascii_strtod|atof)\b', text):
        yield f'{path}: {word}'


files = sorted(p for p in SRC.rglob('*.[ch]'))
exact = [p for p in files if room_of(p) in ('base', 'scoring', 'awards')]
checks = [('includes stay inside the walls', [f for p in files for f in faults(p)]),
          ('no binary floating point in core/base, core/scoring and core/awards', [f for p in exact for f in floats(p)]),
          ('every file has its licence line',
           [str(p) for p in files if 'SPDX-License-Identifier: GPL-3.0-or-later' not in p.read_text(encoding='utf-8')[:200]])]
print(f'1..{len(checks)}')
for i, (name, found) in enumerate(checks, 1):
    print(f'{"not ok" if found else "ok"} {i} {name}')
    for fault in found:
        print('#', fault)
sys.exit(any(found for _, found in checks))
