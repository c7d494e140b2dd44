/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Đơn vị: the register of units, with the block each has in the movement at hand. */
#pragma once

#include "app/pages/td-record-page.h"

G_BEGIN_DECLS

#define TD_TYPE_UNITS_PAGE (td_units_page_get_type ())
G_DECLARE_FINAL_TYPE (TdUnitsPage, td_units_page, TD, UNITS_PAGE, TdRecordPage)

G_END_DECLS
