/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The names of each kind of paper; each is kept beside the builder that gives the values.
 */
#pragma once

#include "documents/td-values.h"

G_BEGIN_DECLS

extern const TdVocabulary td_vocabulary_proposal;
extern const TdVocabulary td_vocabulary_minutes;
extern const TdVocabulary td_vocabulary_achievement;
extern const TdVocabulary td_vocabulary_decision;
extern const TdVocabulary td_vocabulary_certificate;
extern const TdVocabulary td_vocabulary_dossier;
extern const TdVocabulary td_vocabulary_progress;
extern const TdVocabulary td_vocabulary_ranking;
extern const TdVocabulary td_vocabulary_reminder;
extern const TdVocabulary td_vocabulary_briefing;
extern const TdVocabulary td_vocabulary_check_list;

G_END_DECLS
