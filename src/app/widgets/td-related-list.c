/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-related-list.h"

#include <glib/gi18n.h>

#include "app/dialogs/td-record-dialog.h"
#include "app/widgets/td-columns.h"
#include "app/widgets/td-text-list.h"
#include "desk/td-field-choices.h"

struct _TdRelatedList
{
  GtkWidget parent_instance;

  const TdRelatedKind *kind;
  GtkWidget *box;
  GtkWidget *heading;
  GtkWidget *add;
  GtkWidget *remove;
  TdTextList *list;

  TdDesk *desk;    /* owned */
  TdStore *store;  /* owned; whose signal is followed */
  gulong followed; /* 0: none */
  TdId owner;
};

G_DEFINE_FINAL_TYPE (TdRelatedList, td_related_list, GTK_TYPE_WIDGET)

static const int award_columns[] = { TD_AWARD_HELD_AWARD, TD_AWARD_HELD_DECISION,
                                     TD_AWARD_HELD_DECIDED_ON, -1 };
static const int award_fields[] = { TD_AWARD_HELD_AWARD,       TD_AWARD_HELD_DECISION,
                                    TD_AWARD_HELD_DECIDED_ON,  TD_AWARD_HELD_ISSUER,
                                    TD_AWARD_HELD_ACHIEVEMENT, -1 };
const TdRelatedKind td_related_awards_held = {
  TD_TABLE_AWARDS_HELD,
  TD_AWARD_HELD_HOLDER,
  award_columns,
  award_fields,
  N_ ("No award is recorded. Bring a register in from Excel, or add them one by one."),
};

static const int initiative_columns[] = { TD_INITIATIVE_TITLE, TD_INITIATIVE_SCOPE,
                                          TD_INITIATIVE_RECOGNISED_ON, -1 };
static const int initiative_fields[] = { TD_INITIATIVE_CODE,          TD_INITIATIVE_TITLE,
                                         TD_INITIATIVE_AUTHORS,       TD_INITIATIVE_UNIT,
                                         TD_INITIATIVE_SCOPE,         TD_INITIATIVE_DECISION,
                                         TD_INITIATIVE_RECOGNISED_ON, -1 };
const TdRelatedKind td_related_initiatives_of_person = {
  TD_TABLE_INITIATIVES,
  TD_INITIATIVE_AUTHORS,
  initiative_columns,
  initiative_fields,
  N_ ("No initiative is recorded."),
};
const TdRelatedKind td_related_initiatives_of_unit = {
  TD_TABLE_INITIATIVES,
  TD_INITIATIVE_UNIT,
  initiative_columns,
  initiative_fields,
  N_ ("No initiative is recorded."),
};

static const int discipline_columns[] = { TD_DISCIPLINE_KIND, TD_DISCIPLINE_FROM, TD_DISCIPLINE_TO,
                                          -1 };
static const int discipline_fields[] = { TD_DISCIPLINE_KIND, TD_DISCIPLINE_FROM, TD_DISCIPLINE_TO,
                                         TD_DISCIPLINE_DECISION, -1 };
const TdRelatedKind td_related_disciplines = {
  TD_TABLE_DISCIPLINES,
  TD_DISCIPLINE_HOLDER,
  discipline_columns,
  discipline_fields,
  N_ ("No discipline is recorded."),
};

static const int headcount_columns[] = { TD_HEADCOUNT_HAS, TD_HEADCOUNT_PEOPLE, -1 };
static const int headcount_fields[] = { TD_HEADCOUNT_HAS, TD_HEADCOUNT_PEOPLE, -1 };
const TdRelatedKind td_related_headcounts = {
  TD_TABLE_HEADCOUNTS,
  TD_HEADCOUNT_UNIT,
  headcount_columns,
  headcount_fields,
  N_ ("No number of people is recorded: the law's shares of people are then unknown."),
};

/* --- whose they are ------------------------------------------------------------------------------- */

static gboolean
is_of_owner (const TdRelatedList *self, const TdRecord *record)
{
  g_autoptr (GArray) ids = NULL;

  if (record->table->fields[self->kind->owner].kind != TD_FIELD_PEOPLE)
    return td_record_get_ref (record, self->kind->owner) == self->owner;
  ids = td_ids_parse (td_record_get_text (record, self->kind->owner));
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, TdId, i) == self->owner)
      return TRUE;
  return FALSE;
}

static TdRecord *
new_record (const TdRelatedList *self)
{
  TdRecord *record = td_record_new (self->kind->table, td_desk_get_movement_id (self->desk));

  if (record->table->fields[self->kind->owner].kind == TD_FIELD_PEOPLE)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->owner);

      td_record_set_text (record, self->kind->owner, id);
    }
  else
    td_record_set_ref (record, self->kind->owner, self->owner);
  return record;
}

/* --- the list ------------------------------------------------------------------------------------- */

typedef struct
{
  TdRelatedList *list;
  GPtrArray *options[TD_TEXT_LIST_MAX]; /* by column: names of what is stored as codes; or NULL */
} Filling;

static gboolean
take_record (const TdRecord *record, gpointer data)
{
  const Filling *filling = data;
  TdRelatedList *self = filling->list;
  char *texts[TD_TEXT_LIST_MAX] = { NULL };

  if (!is_of_owner (self, record))
    return TRUE;
  for (guint i = 0; self->kind->columns[i] >= 0; i++)
    {
      int field = self->kind->columns[i];
      const TdFieldOption *option =
          filling->options[i] != NULL
              ? td_field_options_find (filling->options[i], td_record_get_text (record, field))
              : NULL;

      texts[i] = option != NULL
                     ? g_strdup (option->title)
                     : td_store_field_words (td_desk_get_store (self->desk),
                                             &record->table->fields[field], &record->values[field]);
    }
  td_text_list_take_line (self->list, record->id, texts);
  return TRUE;
}

static void
selection_changed_cb (TdRelatedList *self)
{
  gboolean writable = self->desk != NULL && !td_store_is_read_only (td_desk_get_store (self->desk));

  gtk_widget_set_sensitive (self->add, writable);
  gtk_widget_set_sensitive (self->remove,
                            writable && td_text_list_get_only (self->list) != TD_ID_NONE);
}

static void
refresh (TdRelatedList *self)
{
  const TdTable *table = td_table_get (self->kind->table);
  Filling filling = { self, { NULL } };
  g_autoptr (TdRecord) example = NULL;
  g_autofree char *heading = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), self->desk != NULL && self->owner != TD_ID_NONE);
  td_text_list_begin (self->list);
  if (self->desk != NULL && self->owner != TD_ID_NONE)
    {
      example = new_record (self);
      for (guint i = 0; self->kind->columns[i] >= 0; i++)
        if (td_field_get_choosing (table, self->kind->columns[i]) != TD_FIELD_IS_TYPED)
          filling.options[i] = td_field_options_new (td_desk_get_store (self->desk), example,
                                                     self->kind->columns[i]);
      td_store_foreach (td_desk_get_store (self->desk), table->id,
                        table->scope == TD_SCOPE_MOVEMENT ? td_desk_get_movement_id (self->desk)
                                                          : TD_ID_NONE,
                        take_record, &filling, NULL);
      for (guint i = 0; i < TD_TEXT_LIST_MAX; i++)
        g_clear_pointer (&filling.options[i], g_ptr_array_unref);
    }
  td_text_list_end (self->list);
  heading = g_strdup_printf ("%s (%u)", _ (table->title), td_text_list_get_n_lines (self->list));
  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  selection_changed_cb (self);
}

static void
changed_cb (TdRelatedList *self, const TdChanges *changes)
{
  if (changes->everything || td_changes_touch (changes, self->kind->table))
    refresh (self);
}

static void
follow (TdRelatedList *self, TdDesk *desk)
{
  TdStore *store = desk != NULL ? td_desk_get_store (desk) : NULL;

  if (store == self->store)
    return;
  if (self->store != NULL)
    g_clear_signal_handler (&self->followed, self->store);
  g_set_object (&self->store, store);
  if (store != NULL)
    self->followed = g_signal_connect_swapped (store, "changed", G_CALLBACK (changed_cb), self);
}

void
td_related_list_show (TdRelatedList *self, TdDesk *desk, TdId owner)
{
  follow (self, desk);
  g_set_object (&self->desk, desk);
  self->owner = owner;
  refresh (self);
}

/* --- what is done --------------------------------------------------------------------------------- */

static void
added_cb (TdId id, gpointer data)
{
  TdRelatedList *self = data;

  td_text_list_select (self->list, id);
}

static void
add_cb (TdRelatedList *self)
{
  g_autoptr (TdRecord) record = new_record (self);

  td_record_dialog_show (GTK_WIDGET (self), self->desk, record, self->kind->fields, added_cb, self);
}

static void
activated_cb (TdTextList *list, gint64 id, TdRelatedList *self)
{
  g_autoptr (TdRecord) record = td_store_get (td_desk_get_store (self->desk), self->kind->table, id,
                                              td_desk_get_movement_id (self->desk));

  if (record != NULL && !td_store_is_read_only (td_desk_get_store (self->desk)))
    td_record_dialog_show (GTK_WIDGET (self), self->desk, record, self->kind->fields, added_cb,
                           self);
}

static gboolean
delete_func (TdTxn *txn, gpointer data, GError **error)
{
  const TdRecord *record = data;

  return td_txn_delete (txn, record->table->id, record->id, error);
}

static void
remove_cb (TdRelatedList *self)
{
  g_autoptr (TdRecord) record =
      td_store_get (td_desk_get_store (self->desk), self->kind->table,
                    td_text_list_get_only (self->list), td_desk_get_movement_id (self->desk));
  g_autofree char *words = NULL, *label = NULL;

  if (record == NULL)
    return;
  words = td_store_record_words (td_desk_get_store (self->desk), record);
  label = g_strdup_printf (_ ("Delete %s “%s”"), _ (record->table->record), words);
  td_write (GTK_WIDGET (self), self->desk, label, delete_func, record, NULL);
}

/* --- widget --------------------------------------------------------------------------------------- */

static void
td_related_list_dispose (GObject *object)
{
  TdRelatedList *self = TD_RELATED_LIST (object);

  follow (self, NULL);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (td_related_list_parent_class)->dispose (object);
}

static void
td_related_list_class_init (TdRelatedListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = td_related_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
td_related_list_init (TdRelatedList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_hide (GTK_WIDGET (self));
}

/* A button of which there are several on a page: it is read out with the table it is about. */
static GtkWidget *
make_button (TdRelatedList *self, GtkWidget *bar, const char *icon, const char *what,
             GCallback func)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *name =
      g_strdup_printf ("%s: %s", what, _ (td_table_get (self->kind->table)->record));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", func, self);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static void
build (TdRelatedList *self)
{
  const TdTable *table = td_table_get (self->kind->table);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  TdTextColumn columns[TD_TEXT_LIST_MAX];
  guint n = 0;

  for (; self->kind->columns[n] >= 0; n++)
    {
      const TdField *field = &table->fields[self->kind->columns[n]];

      columns[n] = (TdTextColumn){ field->title, n == 0 ? TD_COLUMN_WIDE : 104,
                                   field->kind == TD_FIELD_INTEGER };
    }
  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_set_hexpand (self->heading, TRUE);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_box_append (GTK_BOX (bar), self->heading);
  self->add = make_button (self, bar, "list-add-symbolic", _ ("Add"), G_CALLBACK (add_cb));
  self->remove =
      make_button (self, bar, "user-trash-symbolic", _ ("Delete"), G_CALLBACK (remove_cb));
  self->list = TD_TEXT_LIST (td_text_list_new (columns, n, _ (table->title), FALSE));
  td_text_list_set_empty (self->list, _ (self->kind->empty));
  gtk_widget_set_size_request (GTK_WIDGET (self->list), -1, 110);
  g_signal_connect (self->list, "activated", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->list, "selection-changed", G_CALLBACK (selection_changed_cb),
                            self);
  gtk_box_append (GTK_BOX (self->box), bar);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
}

GtkWidget *
td_related_list_new (const TdRelatedKind *kind)
{
  TdRelatedList *self = g_object_new (TD_TYPE_RELATED_LIST, NULL);

  self->kind = kind;
  build (self);
  return GTK_WIDGET (self);
}
