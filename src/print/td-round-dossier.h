/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The dossier of a round as it is bound: contents page, proposal with its list, the council's minutes,
 * the achievement report of every nominee, and the evidence of the units nominated, as the open file
 * has them.
 */
#pragma once

#include "desk/td-desk-paper.h"
#include "print/td-dossier.h"

G_BEGIN_DECLS

/*
 * The bundle, to be drawn or written with td_pdf_write(). @round %TD_ID_NONE takes the first that has
 * nominations. Problems (nullable) are warnings: what is missing in its papers;
 * of the files it binds td_pages_get_problems() speaks, once they are laid out. Fails as
 * td_desk_paper_new() does. (transfer full)
 */
TdPages *td_round_dossier_new (TdDesk *desk, TdId round, TdProblems *problems,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
