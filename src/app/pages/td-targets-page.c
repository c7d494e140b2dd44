/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/pages/td-targets-page.h"

#include <glib/gi18n.h>

struct _TdTargetsPage
{
  TdRecordPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TdTargetsPage, td_targets_page, TD_TYPE_RECORD_PAGE)

static const int columns[] = { TD_TARGET_CODE,
                               TD_TARGET_NAME,
                               TD_TARGET_AREA,
                               TD_TARGET_KIND,
                               TD_TARGET_RULE,
                               TD_TARGET_MAX_POINTS,
                               -1 };

static void
prepare (TdRecordPage *page, TdRecord *record)
{
  td_record_set_number (record, TD_TARGET_KIND, TD_KIND_RATIO);
  td_record_set_number (record, TD_TARGET_RULE, TD_RULE_LINEAR);
  td_record_set_number (record, TD_TARGET_DIRECTION, TD_DIRECTION_HIGHER);
  td_record_set_number (record, TD_TARGET_FREQUENCY, TD_FREQUENCY_PERIOD);
  td_record_set_decimal (record, TD_TARGET_GOAL, TD_DECIMAL (100));
  td_record_set_text (record, TD_TARGET_APPLIES_TO, TD_SCOPE_ALL);
}

static void
td_targets_page_class_init (TdTargetsPageClass *class)
{
  TdRecordPageClass *record_class = TD_RECORD_PAGE_CLASS (class);

  record_class->table = TD_TABLE_TARGETS;
  record_class->columns = columns;
  record_class->empty =
      N_ ("Add a target with +, or bring a list in from Excel: menu, Import tables.");
  record_class->prepare = prepare;
}

static void
td_targets_page_init (TdTargetsPage *self)
{
}
