/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form over a target: which of its fields mean something depends on its kind and rule. */
#pragma once

#include "app/widgets/td-form.h"

G_BEGIN_DECLS

/* Shows the fields that mean something to the draft of @form, a target, and hides the others. */
void td_target_form_update (TdForm *form);

G_END_DECLS
