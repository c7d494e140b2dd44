/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/pages/td-awards-page.h"

#include <glib/gi18n.h>

struct _TdAwardsPage
{
  TdRecordPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TdAwardsPage, td_awards_page, TD_TYPE_RECORD_PAGE)

static const int columns[] = { TD_NOMINATION_CODE,  TD_NOMINATION_NOMINEE, TD_NOMINATION_AWARD,
                               TD_NOMINATION_ROUND, TD_NOMINATION_STATE,   -1 };

static void
prepare (TdRecordPage *page, TdRecord *record)
{
  td_record_set_number (record, TD_NOMINATION_STATE, TD_NOMINATION_DRAFT);
}

static void
td_awards_page_class_init (TdAwardsPageClass *class)
{
  TdRecordPageClass *record_class = TD_RECORD_PAGE_CLASS (class);

  record_class->table = TD_TABLE_NOMINATIONS;
  record_class->columns = columns;
  record_class->empty =
      N_ ("Nominate somebody with +: choose the round, the nominee and the award.");
  record_class->prepare = prepare;
}

static void
td_awards_page_init (TdAwardsPage *self)
{
}
