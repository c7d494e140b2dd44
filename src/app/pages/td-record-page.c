/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/pages/td-record-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/widgets/td-columns.h"

typedef struct
{
  /* template */
  AdwLeaflet *leaflet;
  GtkWidget *form_side;
  GtkWidget *list_side;
  GtkBox *bar;
  GtkSearchEntry *search;
  GtkLabel *count;
  GtkStack *list_stack;
  GtkColumnView *view;
  AdwStatusPage *empty_page;
  GtkLabel *form_title;
  GtkBox *head;
  GtkBox *side;
  TdForm *form;

  /* owned */
  TdRecordList *list; /* NULL: no file */
  GtkSingleSelection *selection;
  TdId selected; /* what the form shows */
  gboolean selecting;
  gboolean confirmed; /* what the page had to ask about was said yes to */
} TdRecordPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (TdRecordPage, td_record_page, TD_TYPE_PAGE)

static TdRecordPagePrivate *
private_of (TdRecordPage *self)
{
  return td_record_page_get_instance_private (self);
}

static const TdTable *
table_of (TdRecordPage *self)
{
  return td_table_get (TD_RECORD_PAGE_GET_CLASS (self)->table);
}

/* --- the form ------------------------------------------------------------------------------------- */

static void
update_actions (TdRecordPage *self)
{
  TdRecordPagePrivate *priv = private_of (self);
  gboolean writable = td_page_is_writable (TD_PAGE (self));
  gboolean modified = td_form_is_modified (priv->form);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.add", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.delete",
                                 writable && priv->selected != TD_ID_NONE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.save",
                                 writable && modified && td_form_is_valid (priv->form));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.revert", modified);
}

static void
show_record (TdRecordPage *self, const TdRecord *record)
{
  TdRecordPagePrivate *priv = private_of (self);
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  g_autofree char *title = NULL;

  td_form_set_record (priv->form, desk, record, td_page_is_writable (TD_PAGE (self)));
  if (record != NULL && record->id != TD_ID_NONE)
    title = td_store_record_words (td_desk_get_store (desk), record);
  gtk_label_set_text (priv->form_title, title != NULL ? title : record != NULL ? _ ("New") : "");
  if (TD_RECORD_PAGE_GET_CLASS (self)->selected != NULL)
    TD_RECORD_PAGE_GET_CLASS (self)->selected (self, record);
  update_actions (self);
}

static void
form_changed_cb (TdRecordPage *self)
{
  update_actions (self);
}

static gboolean
put_func (TdTxn *txn, gpointer data, GError **error)
{
  return td_txn_put (txn, data, error);
}

gboolean
td_record_page_save (TdRecordPage *self)
{
  TdRecordPagePrivate *priv = private_of (self);
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  g_autoptr (TdRecord) record = NULL;
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autofree char *words = NULL, *label = NULL;

  if (desk == NULL || !td_form_is_modified (priv->form))
    return TRUE;
  if (!td_form_is_valid (priv->form))
    {
      td_form_show_problems (priv->form, problems);
      td_toast (GTK_WIDGET (self), _ ("What is marked in the form is not right yet"));
      return FALSE;
    }
  record = td_record_copy (td_form_get_draft (priv->form));
  if (!priv->confirmed && record->id != TD_ID_NONE
      && TD_RECORD_PAGE_GET_CLASS (self)->confirm != NULL
      && !TD_RECORD_PAGE_GET_CLASS (self)->confirm (self, record))
    return FALSE;
  words = td_store_record_words (td_desk_get_store (desk), record);
  label = g_strdup_printf (record->id == TD_ID_NONE ? _ ("Add %s “%s”") : _ ("Edit %s “%s”"),
                           _ (record->table->record), words);
  /* The list follows the commit's notice before td_write() returns; it must not take the form away. */
  priv->selecting = TRUE;
  if (!td_write (GTK_WIDGET (self), desk, label, put_func, record, problems))
    {
      priv->selecting = FALSE;
      td_form_show_problems (priv->form, problems);
      return FALSE;
    }
  priv->selecting = FALSE;
  /* Shown anew, as it is stored now. */
  priv->selected = TD_ID_NONE;
  td_record_page_select (self, record->id);
  return TRUE;
}

void
td_record_page_save_confirmed (TdRecordPage *self)
{
  TdRecordPagePrivate *priv = private_of (self);

  priv->confirmed = TRUE;
  td_record_page_save (self);
  priv->confirmed = FALSE;
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_record_page_save (TD_RECORD_PAGE (widget));
}

static void
revert_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdRecordPage *self = TD_RECORD_PAGE (widget);
  TdRecordPagePrivate *priv = private_of (self);
  TdId id = priv->selected;

  priv->selected = TD_ID_NONE;
  show_record (self, NULL);
  td_record_page_select (self, id);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdRecordPage *self = TD_RECORD_PAGE (widget);
  TdRecordPagePrivate *priv = private_of (self);
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  g_autoptr (TdRecord) record = NULL;

  if (!td_record_page_save (self))
    return;
  record = td_record_new (TD_RECORD_PAGE_GET_CLASS (self)->table, td_desk_get_movement_id (desk));
  if (TD_RECORD_PAGE_GET_CLASS (self)->prepare != NULL)
    TD_RECORD_PAGE_GET_CLASS (self)->prepare (self, record);
  priv->selected = TD_ID_NONE;
  gtk_single_selection_set_selected (priv->selection, GTK_INVALID_LIST_POSITION);
  show_record (self, record);
  adw_leaflet_set_visible_child (priv->leaflet, priv->form_side);
  td_form_focus_field (priv->form, -1);
}

static gboolean
delete_func (TdTxn *txn, gpointer data, GError **error)
{
  const TdRecord *record = data;

  return td_txn_delete (txn, record->table->id, record->id, error);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdRecordPage *self = TD_RECORD_PAGE (widget);
  TdRecordPagePrivate *priv = private_of (self);
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  g_autoptr (TdRecord) record = td_store_get (td_desk_get_store (desk), table_of (self)->id,
                                              priv->selected, td_desk_get_movement_id (desk));
  g_autofree char *words = NULL, *label = NULL;

  if (record == NULL)
    return;
  words = td_store_record_words (td_desk_get_store (desk), record);
  label = g_strdup_printf (_ ("Delete %s “%s”"), _ (record->table->record), words);
  td_write (widget, desk, label, delete_func, record, NULL);
}

static void
back_cb (TdRecordPage *self)
{
  if (td_record_page_save (self))
    adw_leaflet_navigate (private_of (self)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/* --- the list ------------------------------------------------------------------------------------- */

static void
update_count (TdRecordPage *self)
{
  TdRecordPagePrivate *priv = private_of (self);
  guint shown = priv->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (priv->list)) : 0;
  guint total = priv->list != NULL ? td_record_list_get_total (priv->list) : 0;
  g_autofree char *text =
      shown == total ? g_strdup_printf ("%u", total) : g_strdup_printf ("%u/%u", shown, total);

  gtk_label_set_text (priv->count, text);
  gtk_stack_set_visible_child_name (priv->list_stack, total > 0 ? "list" : "empty");
}

/* The form shows what is selected; what was typed in it is written first. */
static void
selection_changed_cb (TdRecordPage *self)
{
  TdRecordPagePrivate *priv = private_of (self);
  TdRecordItem *item = gtk_single_selection_get_selected_item (priv->selection);
  const TdRecord *record = item != NULL ? td_record_item_get_record (item) : NULL;

  if (priv->selecting || record == NULL || record->id == priv->selected)
    return;
  if (td_form_is_modified (priv->form) && !td_record_page_save (self))
    {
      /* Wrong as typed: stay there, nothing typed is lost. */
      td_record_page_select (self, priv->selected);
      return;
    }
  priv->selected = record->id;
  show_record (self, record);
}

static void
items_changed_cb (TdRecordPage *self)
{
  TdRecordPagePrivate *priv = private_of (self);

  update_count (self);
  if (priv->selecting || priv->selected == TD_ID_NONE)
    return;
  /* The record shown may have changed under the form, or gone. */
  if (!td_form_is_modified (priv->form))
    {
      TdId id = priv->selected;

      priv->selected = TD_ID_NONE;
      td_record_page_select (self, id);
    }
}

void
td_record_page_select (TdRecordPage *self, TdId id)
{
  TdRecordPagePrivate *priv = private_of (self);
  int position = priv->list != NULL && id != TD_ID_NONE ? td_record_list_find (priv->list, id) : -1;

  priv->selecting = TRUE;
  gtk_single_selection_set_selected (priv->selection,
                                     position >= 0 ? (guint) position : GTK_INVALID_LIST_POSITION);
  priv->selecting = FALSE;
  if (position >= 0 && (id != priv->selected || !td_form_is_modified (priv->form)))
    {
      TdRecordItem *item = gtk_single_selection_get_selected_item (priv->selection);

      priv->selected = id;
      show_record (self, td_record_item_get_record (item));
    }
  else if (position < 0 && !td_form_is_modified (priv->form))
    {
      priv->selected = TD_ID_NONE;
      show_record (self, NULL);
    }
}

static void
activate_cb (GtkColumnView *view, guint position, TdRecordPage *self)
{
  adw_leaflet_set_visible_child (private_of (self)->leaflet, private_of (self)->form_side);
}

static void
search_changed_cb (TdRecordPage *self)
{
  TdRecordPagePrivate *priv = private_of (self);

  if (priv->list != NULL)
    td_record_list_set_filter (priv->list, gtk_editable_get_text (GTK_EDITABLE (priv->search)));
}

static void
search_stopped_cb (TdRecordPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (private_of (self)->search), "");
}

static char *
column_text (gpointer item, int field, gpointer data)
{
  TdRecordPage *self = data;
  const TdRecord *record = td_record_item_get_record (item);
  char *text = NULL;

  if (TD_RECORD_PAGE_GET_CLASS (self)->column_text != NULL)
    text = TD_RECORD_PAGE_GET_CLASS (self)->column_text (self, record, field);
  if (text == NULL)
    text = td_store_field_words (td_desk_get_store (td_page_get_desk (TD_PAGE (self))),
                                 &record->table->fields[field], &record->values[field]);
  return text;
}

static void
sort_changed (int field, gboolean descending, gpointer data)
{
  TdRecordPagePrivate *priv = private_of (data);

  if (priv->list != NULL)
    td_record_list_set_sort (priv->list, field, descending);
}

/* In pixels: what a column of this kind needs. The name takes what is left. */
static int
width_of (const TdTable *table, int index)
{
  const TdField *field = &table->fields[index];

  if (g_str_equal (field->name, "name") || g_str_equal (field->name, "title"))
    return TD_COLUMN_WIDE;
  switch (field->kind)
    {
    case TD_FIELD_REF:
    case TD_FIELD_HOLDER:
    case TD_FIELD_TEXT:
    case TD_FIELD_NOTE:
    case TD_FIELD_SCOPE:
    case TD_FIELD_PEOPLE:
      return 150;
    case TD_FIELD_CHOICE:
      return 120;
    case TD_FIELD_CODE:
    case TD_FIELD_DECIMAL:
    case TD_FIELD_POINTS:
    case TD_FIELD_SHARE:
    case TD_FIELD_INTEGER:
    case TD_FIELD_DATE:
    case TD_FIELD_BIRTH:
    case TD_FIELD_FLAG:
    case TD_FIELD_STEPS:
    case TD_FIELD_JOURNAL:
    default:
      return 100;
    }
}

static gboolean
is_number (TdFieldKind kind)
{
  return kind == TD_FIELD_DECIMAL || kind == TD_FIELD_POINTS || kind == TD_FIELD_INTEGER
         || kind == TD_FIELD_SHARE;
}

static void
make_columns (TdRecordPage *self)
{
  TdRecordPagePrivate *priv = private_of (self);
  const TdTable *table = table_of (self);

  for (const int *field = TD_RECORD_PAGE_GET_CLASS (self)->columns; *field >= 0; field++)
    td_columns_add (priv->view, *field, _ (table->fields[*field].title), width_of (table, *field),
                    is_number (table->fields[*field].kind), column_text, self);
  td_columns_follow_sorting (priv->view, sort_changed, self);
}

/* --- page ----------------------------------------------------------------------------------------- */

static void
td_record_page_set_desk (TdPage *page, TdDesk *desk)
{
  TdRecordPage *self = TD_RECORD_PAGE (page);
  TdRecordPagePrivate *priv = private_of (self);

  priv->selected = TD_ID_NONE;
  show_record (self, NULL);
  gtk_single_selection_set_model (priv->selection, NULL);
  g_clear_object (&priv->list);
  if (desk != NULL)
    {
      priv->list = td_record_list_new (desk, TD_RECORD_PAGE_GET_CLASS (self)->table);
      td_record_list_set_filter (priv->list, gtk_editable_get_text (GTK_EDITABLE (priv->search)));
      gtk_single_selection_set_model (priv->selection, G_LIST_MODEL (priv->list));
      g_signal_connect_object (priv->list, "items-changed", G_CALLBACK (items_changed_cb), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      gtk_single_selection_set_selected (priv->selection, 0);
    }
  update_count (self);
  update_actions (self);
}

static void
td_record_page_go_to (TdPage *page, const TdPlace *place)
{
  TdRecordPage *self = TD_RECORD_PAGE (page);
  TdRecordPagePrivate *priv = private_of (self);

  if (place->id == TD_ID_NONE || priv->list == NULL)
    return;
  /* A filter that hides the record one was sent to is in the way. */
  if (td_record_list_find (priv->list, place->id) < 0)
    gtk_editable_set_text (GTK_EDITABLE (priv->search), "");
  td_record_page_select (self, place->id);
  adw_leaflet_set_visible_child (priv->leaflet, priv->form_side);
}

static void
td_record_page_find (TdPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (private_of (TD_RECORD_PAGE (page))->search));
}

static gboolean
td_record_page_leave (TdPage *page)
{
  return td_record_page_save (TD_RECORD_PAGE (page));
}

static void
td_record_page_constructed (GObject *object)
{
  TdRecordPage *self = TD_RECORD_PAGE (object);
  TdRecordPagePrivate *priv = private_of (self);
  const int *fields = TD_RECORD_PAGE_GET_CLASS (self)->fields;
  guint n = 0;

  G_OBJECT_CLASS (td_record_page_parent_class)->constructed (object);
  while (fields != NULL && fields[n] >= 0)
    n++;
  if (n > 0)
    td_form_set_fields (priv->form, fields, n);
  if (TD_RECORD_PAGE_GET_CLASS (self)->empty != NULL)
    adw_status_page_set_description (priv->empty_page, _ (TD_RECORD_PAGE_GET_CLASS (self)->empty));
  make_columns (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (table_of (self)->title), -1);
}

static void
td_record_page_dispose (GObject *object)
{
  TdRecordPagePrivate *priv = private_of (TD_RECORD_PAGE (object));

  g_clear_object (&priv->selection);
  g_clear_object (&priv->list);
  gtk_widget_dispose_template (GTK_WIDGET (object), TD_TYPE_RECORD_PAGE);
  G_OBJECT_CLASS (td_record_page_parent_class)->dispose (object);
}

static void
td_record_page_class_init (TdRecordPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  TdPageClass *page_class = TD_PAGE_CLASS (class);

  object_class->constructed = td_record_page_constructed;
  object_class->dispose = td_record_page_dispose;
  page_class->set_desk = td_record_page_set_desk;
  page_class->go_to = td_record_page_go_to;
  page_class->find = td_record_page_find;
  page_class->leave = td_record_page_leave;

  g_type_ensure (TD_TYPE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/thidua/ThiDua/ui/pages/td-record-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TdRecordPage, leaflet);
  gtk_widget_class_bind_template_child_private (widget_class, TdRecordPage, form_side);
  gtk_widget_class_bind_template_child_private (widget_class, TdRecordPage, list_side);
  gtk_widget_class_bind_template_child_private (widget_class, TdRecordPage, bar);
  gtk_widget_class_bind_template_child_private (widget_class, TdRecordPage, search);
  gtk_widget_class_bind_template_child_private (widget_class, TdRecordPage, count);
  gtk_widget_class_bind_template_child_private (widget_class, TdRecordPage, list_stack);
  gtk_widget_class_bind_template_child_private (widget_class, TdRecordPage, view);
  gtk_widget_class_bind_template_child_private (widget_class, TdRecordPage, empty_page);
  gtk_widget_class_bind_template_child_private (widget_class, TdRecordPage, form_title);
  gtk_widget_class_bind_template_child_private (widget_class, TdRecordPage, head);
  gtk_widget_class_bind_template_child_private (widget_class, TdRecordPage, side);
  gtk_widget_class_bind_template_child_private (widget_class, TdRecordPage, form);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_install_action (widget_class, "record.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "record.revert", NULL, revert_action);
  gtk_widget_class_install_action (widget_class, "record.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "record.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "record.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "record.add", NULL);
}

static void
td_record_page_init (TdRecordPage *self)
{
  TdRecordPagePrivate *priv = private_of (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  priv->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (priv->selection, FALSE);
  gtk_single_selection_set_can_unselect (priv->selection, TRUE);
  g_signal_connect_object (priv->selection, "notify::selected", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (priv->view, GTK_SELECTION_MODEL (priv->selection));
  g_signal_connect (priv->view, "activate", G_CALLBACK (activate_cb), self);
}

TdRecordList *
td_record_page_get_list (TdRecordPage *self)
{
  return private_of (self)->list;
}

TdForm *
td_record_page_get_form (TdRecordPage *self)
{
  return private_of (self)->form;
}

GtkBox *
td_record_page_get_bar (TdRecordPage *self)
{
  return private_of (self)->bar;
}

GtkBox *
td_record_page_get_head (TdRecordPage *self)
{
  return private_of (self)->head;
}

GtkBox *
td_record_page_get_side (TdRecordPage *self)
{
  return private_of (self)->side;
}

TdId
td_record_page_get_selected (TdRecordPage *self)
{
  return private_of (self)->selected;
}
