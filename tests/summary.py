#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the single tests of a run from Meson's log, TAP by TAP; the last line is `N passed, N failed`."""
import json
import re
import sys

passed = failed = skipped = 0
with open(sys.argv[1], encoding='utf-8') as f:
    for line in f:
        test = json.loads(line)
        out = test.get('stdout', '')
        ok = len(re.findall(r'^ok \d+(?!.*# SKIP)', out, re.M))
        skip = len(re.findall(r'^ok \d+.*# SKIP', out, re.M))
        bad = len(re.findall(r'^not ok \d+', out, re.M))
        good_result = test['result'] in ('OK', 'SKIP', 'EXPECTEDFAIL')
        if not good_result and bad == 0:
            bad = 1  # it crashed, leaked, or ran out of time
        if good_result and ok + skip + bad == 0:
            ok, skip = (0, 1) if test['result'] == 'SKIP' else (1, 0)
        if bad:
            print(f'FAILED: {test["name"]} ({test["result"]})')
        passed, failed, skipped = passed + ok, failed + bad, skipped + skip
if skipped:
    print(f'{skipped} skipped')
print(f'{passed} passed, {failed} failed')
