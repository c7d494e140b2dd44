/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/pages/td-people-page.h"

#include <glib/gi18n.h>

#include "app/widgets/td-related-list.h"

struct _TdPeoplePage
{
  TdRecordPage parent_instance;
  TdRelatedList *registers[3];
};

G_DEFINE_FINAL_TYPE (TdPeoplePage, td_people_page, TD_TYPE_RECORD_PAGE)

static const int columns[] = { TD_PERSON_CODE, TD_PERSON_NAME, TD_PERSON_POSITION, TD_PERSON_UNIT,
                               -1 };

/* What the registers have of the person, below their form. */
static void
selected (TdRecordPage *page, const TdRecord *record)
{
  TdPeoplePage *self = TD_PEOPLE_PAGE (page);

  for (guint i = 0; i < G_N_ELEMENTS (self->registers); i++)
    if (self->registers[i] != NULL)
      td_related_list_show (self->registers[i], td_page_get_desk (TD_PAGE (page)),
                            record != NULL ? record->id : TD_ID_NONE);
}

static void
td_people_page_class_init (TdPeoplePageClass *class)
{
  TdRecordPageClass *record_class = TD_RECORD_PAGE_CLASS (class);

  record_class->table = TD_TABLE_PEOPLE;
  record_class->columns = columns;
  record_class->selected = selected;
  record_class->empty =
      N_ ("Add somebody with +, or bring a list in from Excel: menu, Import from Excel.");
}

static void
td_people_page_init (TdPeoplePage *self)
{
  const TdRelatedKind *const kinds[] = { &td_related_awards_held, &td_related_initiatives_of_person,
                                         &td_related_disciplines };

  for (guint i = 0; i < G_N_ELEMENTS (self->registers); i++)
    {
      self->registers[i] = TD_RELATED_LIST (td_related_list_new (kinds[i]));
      gtk_box_append (td_record_page_get_side (TD_RECORD_PAGE (self)),
                      GTK_WIDGET (self->registers[i]));
    }
}
