/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/pages/td-people-page.h"

#include <glib/gi18n.h>

struct _TdPeoplePage
{
  TdRecordPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TdPeoplePage, td_people_page, TD_TYPE_RECORD_PAGE)

static const int columns[] = { TD_PERSON_CODE, TD_PERSON_NAME, TD_PERSON_POSITION, TD_PERSON_UNIT,
                               -1 };

static void
td_people_page_class_init (TdPeoplePageClass *class)
{
  TdRecordPageClass *record_class = TD_RECORD_PAGE_CLASS (class);

  record_class->table = TD_TABLE_PEOPLE;
  record_class->columns = columns;
  record_class->empty =
      N_ ("Add somebody with +, or bring a list in from Excel: menu, Import from Excel.");
}

static void
td_people_page_init (TdPeoplePage *self)
{
}
