#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers by hand: see them, search their pages, save one as PDF. Prints TAP."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import driver
from driver import Program

folder = pathlib.Path(tempfile.mkdtemp(prefix='thidua-papers-'))
file = folder / 'a.thidua'
# Where the pages are in a window of this screen.
PAGES = '580x560+670+140'


def cli(*arguments):
    return subprocess.run([os.environ['THIDUA_CLI'], *map(str, arguments)], capture_output=True, text=True, check=True).stdout


def shows_the_proposal():
    with Program('--new=mong-cai-2024-minh-hoa', '--page=papers', file) as program:
        program.find('label', r'^trang 1/2$')
        program.find('image', r'^Xem trước, 2 trang$')
        program.find('label', r'^\d+ điều cần xem$')
        program.find('label', '^Chưa ghi người ký')
        assert driver.colors(program.picture('papers'), PAGES) > 60, 'the preview looks empty'


def searches_the_pages_without_marks():
    with Program('--page=papers', file) as program:
        program.find('label', r'^trang 1/2$')
        program.keys('ctrl+f')
        program.type('ly van khanh')
        # In the list only, once.
        program.find('label', r'^trang \d/2, tìm thấy 1 chỗ$')


def every_kind_is_shown_or_says_why_not():
    with Program('--page=papers', file) as program:
        for kind, shown in [('Biên bản họp Hội đồng', r'^trang 1/2$'), ('Báo cáo thành tích', r'^trang 1/2$'),
                            ('Hồ sơ đóng quyển', r'^trang 1/13$'), ('Báo cáo kết quả kỳ', r'^trang 1/5$'),
                            ('Báo cáo tóm tắt một trang', r'^trang 1/1$'), ('Phiếu kiểm tra hồ sơ', r'^trang 1/\d$')]:
            # The window's own list has an entry of this name too: the paper's is the label in its row.
            program.click(program.find('label', f'^{kind}$'))
            program.find('label', shown)
        program.picture('check-list')


def saves_what_is_shown():
    saved = folder / 'saved.pdf'
    with Program('--page=papers', file) as program:
        program.find('label', r'^trang 1/2$')
        program.press('push button', 'Lưu PDF|^PDF$')
        time.sleep(2)
        program.keys('ctrl+a')
        program.type(str(saved))
        program.keys('Return')
        program.wait(lambda: saved.exists() and saved.stat().st_size > 1000, 'the PDF to be written')
        program.find('label', 'Đã lưu: saved.pdf')
    # What was saved is what the decree and the data say, to the letter.
    cli('print', file, 'proposal', '--verify', saved)


def one_click_from_the_page_it_belongs_to():
    with Program('--page=awards', file) as program:
        program.press('push button', '^Giấy tờ đợt$')
        program.press('menu item', '^Biên bản họp Hội đồng$')
        program.find('label', r'^trang 1/2$')
        # “Back” leads to where one was.
        program.press('push button', '^Về trang trước$')
        program.find('push button', '^Giấy tờ đợt$')
    with Program('--page=reports', file) as program:
        program.press('push button', 'Việc của')
        program.press('menu item', 'Công văn đôn đốc')
        program.find('label', r'^trang 1/\d$')


def sends_to_the_folder_of_the_round():
    out = folder / 'out'
    out.mkdir()
    # Somebody's own file of this name is not written over.
    (out / 'to-trinh-TK2024-TP.pdf').write_text('của người khác')
    with Program('--page=papers', file) as program:
        program.find('label', r'^trang 1/2$')
        program.press('push button', '^Lưu PDF và DOCX vào thư mục của đợt xét$')
        time.sleep(2)
        program.keys('ctrl+l')
        program.type(str(out))
        program.keys('Return')
        program.wait(lambda: (out / 'to-trinh-TK2024-TP-2.docx').exists(), 'the DOCX to be written')
        program.find('label', '“to-trinh-TK2024-TP-2.docx” đã ở trong thư mục “out”')
        # The second time nobody is asked.
        program.press('push button', '^Lưu PDF và DOCX vào thư mục của đợt xét$')
        program.wait(lambda: (out / 'to-trinh-TK2024-TP-3.docx').exists(), 'the DOCX to be written again')
    assert (out / 'to-trinh-TK2024-TP.pdf').read_text() == 'của người khác'
    cli('print', file, 'proposal', '--verify', out / 'to-trinh-TK2024-TP-2.pdf')


def arranges_the_stock_of_certificates():
    def stock():
        text = cli('export', file, 'office')
        return text[text.find('stock:a4'):] if 'stock:a4' in text else ''

    with Program('--page=papers', file) as program:
        program.click(program.find('label', '^Giấy khen, bằng khen$'))
        program.find('label', r'^trang 1/5$')
        program.press('push button', 'Chỉnh các ô trên phôi')
        # By the keys: 1 mm a step, with Shift a tenth. The first field begins at 35 mm and 66 mm.
        program.find('image', '^Ô “cấp tặng”: cách mép trái 35 mm, cách mép trên 66 mm, khổ 227 × 10 mm$')
        time.sleep(1)
        program.keys('Right', 'Right', 'shift+Down', 'shift+Down', 'shift+Down', 'ctrl+Left')
        program.find('image', 'cách mép trái 37 mm, cách mép trên 66,3 mm, khổ 226 × 10 mm$')
        program.keys('Next')
        program.find('image', '^Ô “tên”: cách mép trái 35 mm')
        # By hand.
        view = program.find('image', '^Ô “tên”')
        box = view.box()
        window = program.window()
        middle = (box.x + box.width // 2, box.y + box.height // 2)
        for step in (['mousemove', '--window', window, *map(str, middle)], ['mousedown', '1'],
                     ['mousemove_relative', '30', '30'], ['mousemove_relative', '30', '30'], ['mouseup', '1']):
            subprocess.check_call(['xdotool', *step])
            time.sleep(0.2)
        program.wait(lambda: '35 mm, cách mép trên 92' not in view.now().name, 'the field to follow the mouse')
        program.picture('stock')
        program.press('push button', r'Lưu$')
        program.gone('image', '^Ô “')
    assert 'trái=37' in stock() and 'trên=66,3' in stock() and 'rộng=226' in stock(), stock()
    # One step, which is taken back in one.
    cli('undo', file)
    assert stock() == '', stock()


if __name__ == '__main__':
    sys.exit(driver.run([shows_the_proposal, searches_the_pages_without_marks, every_kind_is_shown_or_says_why_not,
                         saves_what_is_shown, one_click_from_the_page_it_belongs_to, sends_to_the_folder_of_the_round,
                         arranges_the_stock_of_certificates]))
