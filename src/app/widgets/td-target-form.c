/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-target-form.h"

void
td_target_form_update (TdForm *form)
{
  const TdRecord *draft = td_form_get_draft (form);
  gint64 kind, rule;
  gboolean summed, milestone, valued;

  if (draft == NULL)
    return;
  /* Blank is shown like a ratio by a line, with which most targets begin. */
  kind = td_record_get_number (draft, TD_TARGET_KIND, TD_KIND_RATIO);
  rule = td_record_get_number (draft, TD_TARGET_RULE, TD_RULE_LINEAR);
  summed = kind == TD_KIND_RATIO || kind == TD_KIND_AMOUNT;
  milestone = kind == TD_KIND_MILESTONE;
  valued = !milestone && rule != TD_RULE_GIVEN;
  td_form_show_field (form, TD_TARGET_ACCUMULATION, summed);
  td_form_show_field (form, TD_TARGET_DIRECTION, valued);
  td_form_show_field (form, TD_TARGET_GOAL, !milestone);
  td_form_show_field (form, TD_TARGET_FLOOR, valued && rule == TD_RULE_LINEAR);
  td_form_show_field (form, TD_TARGET_STEPS, valued && rule == TD_RULE_STEPS);
  td_form_show_field (form, TD_TARGET_LATE_SHARE, milestone);
  td_form_show_field (form, TD_TARGET_PACE, !milestone);
  td_form_show_field (form, TD_TARGET_IF_NONE_ARISING, kind == TD_KIND_RATIO);
}
