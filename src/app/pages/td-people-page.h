/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cá nhân: the register of individuals, by given name. */
#pragma once

#include "app/pages/td-record-page.h"

G_BEGIN_DECLS

#define TD_TYPE_PEOPLE_PAGE (td_people_page_get_type ())
G_DECLARE_FINAL_TYPE (TdPeoplePage, td_people_page, TD, PEOPLE_PAGE, TdRecordPage)

G_END_DECLS
