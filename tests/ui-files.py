#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Templates and the classes that load them go together: GTK says so only when the class is first used. Prints TAP.

Usage: ui-files.py SOURCE-ROOT
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

root = pathlib.Path(sys.argv[1])
files = sorted((root / 'ui').rglob('*.ui'))
sources = {p: p.read_text(encoding='utf-8') for p in (root / 'src' / 'app').rglob('*.c')}
listed = {(f.text or '') for f in ET.parse(root / 'ui' / 'app.gresource.xml').iter('file')}
listed |= {f.get('alias') for f in ET.parse(root / 'ui' / 'app.gresource.xml').iter('file') if f.get('alias')}
faults = {'well-formed': [], 'listed': [], 'loaded': [], 'children': [], 'handlers': []}

for path in files:
    name = path.relative_to(root / 'ui')
    try:
        tree = ET.parse(path)
    except ET.ParseError as error:
        faults['well-formed'].append(f'{name}: {error}')
        continue
    if not any(entry.endswith(path.name) for entry in listed):
        faults['listed'].append(f'{name} is not in app.gresource.xml')
    if path.name == 'help-overlay.ui':
        continue  # GtkApplication loads it by its name
    users = [text for text in sources.values() if re.search(rf'/ui/[a-z/]*{re.escape(path.name)}"', text)]
    if len(users) != 1:
        faults['loaded'].append(f'{name} is loaded by {len(users)} classes')
        continue
    text = users[0]
    template = tree.find('template')
    if template is None:
        continue
    if not re.search(rf'G_DEFINE_\w+ \({template.get("class")},|G_DEFINE_\w+_WITH_\w+ \({template.get("class")},', text):
        faults['loaded'].append(f'{name}: its class {template.get("class")} is not the one that loads it')
    ids = [o.get('id') for o in tree.iter('object') if o.get('id')]
    if len(ids) != len(set(ids)):
        faults['children'].append(f'{name}: an id comes twice')
    bound = re.findall(r'bind_template_child(?:_private|_full)? \(\s*\w+,\s*\w+,\s*(\w+)\)', text)
    faults['children'] += [f'{name}: no object has the id “{b}”' for b in bound if b not in ids]
    wanted = {s.get('handler') for s in tree.iter('signal')}
    wanted |= {c.get('function') for c in tree.iter('closure')}
    callbacks = set(re.findall(r'bind_template_callback(?:_full)? \(\s*\w+,\s*"?(\w+)', text))
    faults['handlers'] += [f'{name}: “{h}” is bound by nobody' for h in sorted(wanted - callbacks)
                           if not h.startswith(('gtk_', 'adw_'))]
    faults['handlers'] += [f'{name}: “{c}” is bound and used by nothing' for c in sorted(callbacks - wanted)]

print(f'1..{len(faults) + 1}')
print(f'{"ok" if len(files) > 8 else "not ok"} 1 there are templates')
for number, (what, lines) in enumerate(faults.items(), 2):
    print(f'{"not ok" if lines else "ok"} {number} {what}')
    for line in lines:
        print('#', line)
sys.exit(any(faults.values()) or len(files) <= 8)
