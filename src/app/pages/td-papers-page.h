/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Hồ sơ: the papers that can be made of the open file, as they come out on paper: preview, print, PDF,
 * DOCX, and what they still lack.
 */
#pragma once

#include "app/td-page.h"

G_BEGIN_DECLS

#define TD_TYPE_PAPERS_PAGE (td_papers_page_get_type ())
G_DECLARE_FINAL_TYPE (TdPapersPage, td_papers_page, TD, PAPERS_PAGE, TdPage)

G_END_DECLS
