#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""shots.py FOLDER: a picture of every page on the illustrative movement, light and dark, to be looked at."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

folder = pathlib.Path(sys.argv[1])
os.environ['THIDUA_PICTURES'] = str(folder)
import driver  # noqa: E402

PAGES = ['overview', 'reports', 'targets', 'units', 'people', 'ranking', 'awards', 'papers', 'history']
file = pathlib.Path(tempfile.mkdtemp(prefix='thidua-shots-')) / 'mong-cai.thidua'
for look in ['light', 'dark']:
    os.environ['ADW_DEBUG_COLOR_SCHEME'] = 'prefer-dark' if look == 'dark' else 'prefer-light'
    for page in PAGES:
        with driver.Program('--new=mong-cai-2024-minh-hoa', f'--page={page}', file) as program:
            time.sleep(0.5)
            print(program.picture(f'{page}-{look}'), flush=True)
