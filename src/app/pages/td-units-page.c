/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/pages/td-units-page.h"

#include <glib/gi18n.h>

#include "app/widgets/td-related-list.h"

struct _TdUnitsPage
{
  TdRecordPage parent_instance;
  GtkToggleButton *taking_part;
  TdRelatedList *registers[4];
};

G_DEFINE_FINAL_TYPE (TdUnitsPage, td_units_page, TD_TYPE_RECORD_PAGE)

static const int columns[] = {
  TD_UNIT_CODE, TD_UNIT_NAME, TD_UNIT_CATEGORY, TD_UNIT_BLOCK, TD_UNIT_CLOSED, TD_UNIT_SUCCESSOR, -1
};

/* Units that take part on the date shown. */
static gboolean
takes_part (const TdRecord *record, gpointer data)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (data));
  TdUnit unit = { .opened = td_record_get_date (record, TD_UNIT_OPENED),
                  .closed = td_record_get_date (record, TD_UNIT_CLOSED) };

  return desk == NULL || td_unit_takes_part (&unit, td_desk_get_as_of (desk));
}

static void
apply_filter (TdUnitsPage *self)
{
  TdRecordList *list = td_record_page_get_list (TD_RECORD_PAGE (self));

  if (list != NULL)
    td_record_list_set_where (
        list, gtk_toggle_button_get_active (self->taking_part) ? takes_part : NULL, self, NULL);
}

static void
td_units_page_set_desk (TdPage *page, TdDesk *desk)
{
  TD_PAGE_CLASS (td_units_page_parent_class)->set_desk (page, desk);
  apply_filter (TD_UNITS_PAGE (page));
}

static void
td_units_page_scores_changed (TdPage *page)
{
  TdUnitsPage *self = TD_UNITS_PAGE (page);

  if (gtk_toggle_button_get_active (self->taking_part))
    apply_filter (self);
}

static void
selected (TdRecordPage *page, const TdRecord *record)
{
  TdUnitsPage *self = TD_UNITS_PAGE (page);

  gtk_widget_action_set_enabled (GTK_WIDGET (page), "units.story",
                                 record != NULL && record->id != TD_ID_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (self->registers); i++)
    if (self->registers[i] != NULL)
      td_related_list_show (self->registers[i], td_page_get_desk (TD_PAGE (page)),
                            record != NULL ? record->id : TD_ID_NONE);
}

static void
story_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdPlace place = { "unit", td_record_page_get_selected (TD_RECORD_PAGE (widget)), TD_ID_NONE,
                    TD_ID_NONE };

  td_go (widget, &place);
}

static void
td_units_page_class_init (TdUnitsPageClass *class)
{
  TdRecordPageClass *record_class = TD_RECORD_PAGE_CLASS (class);
  TdPageClass *page_class = TD_PAGE_CLASS (class);

  page_class->set_desk = td_units_page_set_desk;
  page_class->scores_changed = td_units_page_scores_changed;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "units.story", NULL, story_action);
  record_class->table = TD_TABLE_UNITS;
  record_class->columns = columns;
  record_class->selected = selected;
  record_class->empty =
      N_ ("Add a unit with +, or bring a list in from Excel: menu, Import from Excel.");
}

static void
td_units_page_init (TdUnitsPage *self)
{
  const TdRelatedKind *const kinds[] = { &td_related_headcounts, &td_related_awards_held,
                                         &td_related_initiatives_of_unit, &td_related_disciplines };
  GtkWidget *story = gtk_button_new_with_label (_ ("Page of the unit"));

  for (guint i = 0; i < G_N_ELEMENTS (self->registers); i++)
    {
      self->registers[i] = TD_RELATED_LIST (td_related_list_new (kinds[i]));
      gtk_box_append (td_record_page_get_side (TD_RECORD_PAGE (self)),
                      GTK_WIDGET (self->registers[i]));
    }

  self->taking_part = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_ ("Taking part")));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->taking_part),
                               _ ("Only units that take part on the date shown"));
  g_signal_connect_swapped (self->taking_part, "toggled", G_CALLBACK (apply_filter), self);
  gtk_box_insert_child_after (
      td_record_page_get_bar (TD_RECORD_PAGE (self)), GTK_WIDGET (self->taking_part),
      gtk_widget_get_first_child (GTK_WIDGET (td_record_page_get_bar (TD_RECORD_PAGE (self)))));
  gtk_widget_set_tooltip_text (story, _ ("Its story in figures and charts, on one page"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (story), "units.story");
  gtk_box_insert_child_after (td_record_page_get_bar (TD_RECORD_PAGE (self)), story,
                              GTK_WIDGET (self->taking_part));
}
