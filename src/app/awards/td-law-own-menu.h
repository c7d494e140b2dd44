/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The button behind which the office's own law packs are handled as files: one is added, a template to begin one
 * with is written, one is taken away. A file is tried against the packs there are before it is taken.
 */
#pragma once

#include "app/awards/td-award-panel.h"

G_BEGIN_DECLS

#define TD_TYPE_LAW_OWN_MENU (td_law_own_menu_get_type ())
G_DECLARE_FINAL_TYPE (TdLawOwnMenu, td_law_own_menu, TD, LAW_OWN_MENU, AdwBin)

/* @panel, around it, says which file is open and whether it may be written; borrowed. */
GtkWidget *td_law_own_menu_new (TdAwardPanel *panel);

/* The pack that would be taken away: only an office's own can be. It may be %NULL and need not outlive the call. */
void td_law_own_menu_set_pack (TdLawOwnMenu *self, const TdLawPack *pack);

G_END_DECLS
