/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the registers of an open file know of units and people: awards held, initiatives, disciplines,
 * numbers of people. Read once, looked up by record, in the plain values of law cards.
 */
#pragma once

#include "awards/td-law-case.h"
#include "store/td-store.h"

G_BEGIN_DECLS

/*
 * Settings of the office (table `office`) that say that a register is complete, so that what is not in
 * it is known not to be: their value is `complete`.
 */
#define TD_SETTING_AWARDS_REGISTER      "register:awards_held"
#define TD_SETTING_INITIATIVES_REGISTER "register:initiatives"
#define TD_SETTING_DISCIPLINES_REGISTER "register:disciplines"
#define TD_SETTING_COMPLETE             "complete"

/* `has` of `headcounts`: all people of the unit; those disciplined in the year, from warning up. */
#define TD_HEADCOUNT_ALL         "all"
#define TD_HEADCOUNT_DISCIPLINED "ky-luat"

/**
 * TdAwardHolder:
 * @id: of the unit or person
 * @is_person: else a unit
 * @code: of the unit or person
 * @name: of the unit or person
 * @unit: the unit itself, or the one a person works in; %TD_ID_NONE: none
 * @unit_name: its name, "" for none
 * @position: of a person, "" for none
 * @leader: of a person
 */
typedef struct
{
  TdId id;
  gboolean is_person;
  const char *code;
  const char *name;
  TdId unit;
  const char *unit_code;
  const char *unit_name;
  const char *position;
  TdKnown leader;
} TdAwardHolder;

/**
 * TdAwardRegister:
 *
 * The registers as they were when it was made. All that it hands out lives as long as it does.
 */
typedef struct _TdAwardRegister TdAwardRegister;

/* @movement: whose numbers of people. %NULL with @error set. (transfer full) */
TdAwardRegister *
td_award_register_new (TdStore *store, TdId movement, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void td_award_register_free (TdAwardRegister *self);

/* %NULL when there is no such unit or person. (transfer none) */
const TdAwardHolder *td_award_register_find (const TdAwardRegister *self, TdId id);
/* Everybody in the register of people, in its order. */
guint td_award_register_get_n_people (const TdAwardRegister *self);
const TdAwardHolder *td_award_register_get_person (const TdAwardRegister *self, guint index);

/* What a law card looks at in a holder. FALSE when there is no such unit or person. */
gboolean td_award_register_get_nominee (const TdAwardRegister *self, TdId id, TdLawNominee *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdAwardRegister, td_award_register_free)

G_END_DECLS
