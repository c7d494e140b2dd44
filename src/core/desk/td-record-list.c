/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-desk"

#include "desk/td-record-list.h"

#include <stdlib.h>
#include <string.h>

#include "base/td-text.h"

/* --- items ---------------------------------------------------------------------------------------- */

struct _TdRecordItem
{
  GObject parent_instance;
  TdRecord *record;
};

G_DEFINE_FINAL_TYPE (TdRecordItem, td_record_item, G_TYPE_OBJECT)

static void
td_record_item_finalize (GObject *object)
{
  td_record_free (TD_RECORD_ITEM (object)->record);
  G_OBJECT_CLASS (td_record_item_parent_class)->finalize (object);
}

static void
td_record_item_class_init (TdRecordItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = td_record_item_finalize;
}

static void
td_record_item_init (TdRecordItem *self)
{
}

const TdRecord *
td_record_item_get_record (TdRecordItem *self)
{
  return self->record;
}

/* --- the list ------------------------------------------------------------------------------------- */

typedef struct
{
  TdId id;
  char *text;   /* what the filter looks at, in NFC */
  char *folded; /* the same, folded */
  char *key;    /* of the field sorted by; NULL: a number */
  gint64 number;
  guint place;    /* in the table's own order */
  guint revision; /* counts up when the record changes */
} Row;

struct _TdRecordList
{
  GObject parent_instance;

  TdDesk *desk; /* owned */
  gulong changed_handler;
  gulong scores_handler;
  TdTableId table;
  TdId movement; /* whose records the rows are */
  char *filter;
  TdRecordFilter where;
  gpointer where_data;
  GDestroyNotify where_destroy;
  int sort_field;
  gboolean descending;

  GArray *rows;          /* of Row, in the order shown */
  GArray *shown;         /* of guint, into rows */
  GHashTable *revisions; /* id → revision, of records that changed while the list was up */
  GHashTable *items;     /* id → TdRecordItem, not owned: those somebody holds */
  GError *error;
};

static void td_record_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdRecordList, td_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, td_record_list_model_init))

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->text);
  g_free (row->folded);
  g_free (row->key);
}

static GArray *
rows_new (void)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (Row));

  g_array_set_clear_func (rows, clear_row);
  return rows;
}

static Row *
row_at (const TdRecordList *self, guint index)
{
  return &g_array_index (self->rows, Row, index);
}

static Row *
shown_row (const TdRecordList *self, guint position)
{
  return row_at (self, g_array_index (self->shown, guint, position));
}

/* --- reading -------------------------------------------------------------------------------------- */

typedef struct
{
  TdRecordList *list;
  GArray *rows;
} Reading;

/* What people look for: codes, names and titles, and the names of what the record refers to. */
static char *
search_text (TdRecordList *self, const TdRecord *record)
{
  GString *out = g_string_new (NULL);
  TdStore *store = td_desk_get_store (self->desk);

  for (guint i = 0; i < record->table->n_fields; i++)
    {
      const TdField *field = &record->table->fields[i];
      const TdValue *value = &record->values[i];
      const char *name = NULL;

      if (value->type == TD_VALUE_NONE)
        continue;
      if (field->kind == TD_FIELD_CODE || field->kind == TD_FIELD_TEXT)
        name = value->text;
      else if (field->kind == TD_FIELD_REF || field->kind == TD_FIELD_HOLDER)
        td_store_name (store, value->number, NULL, NULL, &name);
      if (name != NULL)
        g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", name);
    }
  return g_string_free (out, FALSE);
}

static gboolean
is_name_field (const TdRecordList *self, int field)
{
  return self->table == TD_TABLE_PEOPLE && field == TD_PERSON_NAME;
}

static void
make_key (TdRecordList *self, const TdRecord *record, Row *row)
{
  const TdField *field;
  const TdValue *value;

  if (self->sort_field < 0)
    return;
  field = &record->table->fields[self->sort_field];
  value = &record->values[self->sort_field];
  if (is_name_field (self, self->sort_field))
    row->key = td_text_name_key (td_record_get_text (record, TD_PERSON_NAME),
                                 td_record_get_text (record, TD_PERSON_SORT_NAME));
  else if (field->kind == TD_FIELD_REF || field->kind == TD_FIELD_HOLDER
           || value->type == TD_VALUE_TEXT)
    {
      g_autofree char *words = td_store_field_words (td_desk_get_store (self->desk), field, value);

      row->key = td_text_collate_key (words);
    }
  else
    row->number = value->type == TD_VALUE_NUMBER ? value->number : G_MININT64;
}

static gboolean
read_record (const TdRecord *record, gpointer data)
{
  Reading *reading = data;
  TdRecordList *self = reading->list;
  Row row = { .id = record->id };

  if (self->where != NULL && !self->where (record, self->where_data))
    return TRUE;
  row.text = search_text (self, record);
  row.folded = td_text_fold (row.text);
  row.place = reading->rows->len;
  row.revision = GPOINTER_TO_UINT (g_hash_table_lookup (self->revisions, &row.id));
  make_key (self, record, &row);
  g_array_append_val (reading->rows, row);
  return TRUE;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const TdRecordList *self = data;
  const Row *x = a, *y = b;
  int order = 0;

  if (x->key != NULL && y->key != NULL)
    order = strcmp (x->key, y->key);
  else if (self->sort_field >= 0)
    order = (x->number > y->number) - (x->number < y->number);
  if (order != 0)
    return self->descending ? -order : order;
  return (x->place > y->place) - (x->place < y->place);
}

static void
sort_rows (TdRecordList *self, GArray *rows)
{
  if (rows->len > 1)
    g_qsort_with_data (rows->data, (int) rows->len, sizeof (Row), compare_rows, self);
}

static GArray *
filter_rows (TdRecordList *self, GArray *rows)
{
  GArray *shown = g_array_sized_new (FALSE, FALSE, sizeof (guint), rows->len);
  gboolean all = self->filter == NULL || *self->filter == '\0';
  g_autoptr (TdTextQuery) query = all ? NULL : td_text_query_new (self->filter);

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if (all || td_text_query_matches (query, row->text, row->folded))
        g_array_append_val (shown, i);
    }
  return shown;
}

/* Puts new rows in the place of the old ones with one splice between what stays at both ends. */
static void
replace (TdRecordList *self, GArray *rows, GArray *shown)
{
  GArray *old_rows = self->rows, *old_shown = self->shown;
  guint before = old_shown->len, after = shown->len, head = 0, tail = 0;

#define OLD(i)     (&g_array_index (old_rows, Row, g_array_index (old_shown, guint, (i))))
#define NEW(i)     (&g_array_index (rows, Row, g_array_index (shown, guint, (i))))
#define SAME(a, b) ((a)->id == (b)->id && (a)->revision == (b)->revision)
  while (head < before && head < after && SAME (OLD (head), NEW (head)))
    head++;
  while (tail < before - head && tail < after - head
         && SAME (OLD (before - 1 - tail), NEW (after - 1 - tail)))
    tail++;
#undef OLD
#undef NEW
#undef SAME
  self->rows = rows;
  self->shown = shown;
  if (before - head - tail > 0 || after - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, before - head - tail,
                                after - head - tail);
  if (old_rows != rows)
    g_array_unref (old_rows);
  g_array_unref (old_shown);
}

static void
reload (TdRecordList *self)
{
  GArray *rows = rows_new ();
  Reading reading = { self, rows };
  TdStore *store = td_desk_get_store (self->desk);
  const TdTable *table = td_table_get (self->table);

  g_clear_error (&self->error);
  self->movement = td_desk_get_movement_id (self->desk);
  if ((self->movement != TD_ID_NONE || table->scope == TD_SCOPE_OFFICE)
      && !td_store_foreach (store, self->table, self->movement, read_record, &reading,
                            &self->error))
    {
      /* Rows that cannot be read now are no reason to empty the list. */
      g_array_unref (rows);
      return;
    }
  sort_rows (self, rows);
  replace (self, rows, filter_rows (self, rows));
}

/* --- following ------------------------------------------------------------------------------------ */

/* Whether a change can show in this list: in the table itself, or in names it refers to. */
static gboolean
concerns (TdRecordList *self, const TdChanges *changes)
{
  const TdTable *table = td_table_get (self->table);

  if (td_changes_touch (changes, self->table))
    return TRUE;
  for (guint i = 0; i < table->n_fields; i++)
    {
      if (table->fields[i].kind == TD_FIELD_REF && td_changes_touch (changes, table->fields[i].ref))
        return TRUE;
      if (table->fields[i].kind == TD_FIELD_HOLDER
          && (td_changes_touch (changes, TD_TABLE_UNITS)
              || td_changes_touch (changes, TD_TABLE_PEOPLE)))
        return TRUE;
    }
  return FALSE;
}

static void
bump (TdRecordList *self, TdId id)
{
  guint revision = GPOINTER_TO_UINT (g_hash_table_lookup (self->revisions, &id));

  g_hash_table_insert (self->revisions, g_memdup2 (&id, sizeof id),
                       GUINT_TO_POINTER (revision + 1));
  g_hash_table_remove (self->items, &id);
}

static void
records_changed_cb (TdDesk *desk, TdChanges *changes, TdRecordList *self)
{
  gboolean names = FALSE;

  if (!concerns (self, changes))
    return;
  for (guint i = 0; i < changes->items->len; i++)
    {
      const TdChange *change = &g_array_index (changes->items, TdChange, i);

      if (change->table == self->table)
        bump (self, change->key[0]);
      else
        names = TRUE;
    }
  /* A name that other records show has changed: all rows may look different. */
  if (names || changes->everything)
    for (guint i = 0; i < self->rows->len; i++)
      bump (self, row_at (self, i)->id);
  reload (self);
}

static void
scores_changed_cb (TdDesk *desk, TdRecordList *self)
{
  if (td_desk_get_movement_id (desk) == self->movement)
    return;
  /* A unit shows the block it has in the movement at hand. */
  for (guint i = 0; i < self->rows->len; i++)
    bump (self, row_at (self, i)->id);
  reload (self);
}

/* --- list model ----------------------------------------------------------------------------------- */

static GType
td_record_list_get_item_type (GListModel *model)
{
  return TD_TYPE_RECORD_ITEM;
}

static guint
td_record_list_get_n_items (GListModel *model)
{
  return TD_RECORD_LIST (model)->shown->len;
}

typedef struct
{
  TdRecordList *list; /* weak */
  TdId id;
} Held;

static void
item_gone_cb (gpointer data, GObject *where)
{
  Held *held = data;

  if (held->list != NULL)
    {
      if (g_hash_table_lookup (held->list->items, &held->id) == where)
        g_hash_table_remove (held->list->items, &held->id);
      g_object_remove_weak_pointer (G_OBJECT (held->list), (gpointer *) &held->list);
    }
  g_free (held);
}

static gpointer
td_record_list_get_item (GListModel *model, guint position)
{
  TdRecordList *self = TD_RECORD_LIST (model);
  TdRecordItem *item;
  TdId id;
  Held *held;

  if (position >= self->shown->len)
    return NULL;
  id = shown_row (self, position)->id;
  item = g_hash_table_lookup (self->items, &id);
  if (item != NULL)
    return g_object_ref (item);
  item = g_object_new (TD_TYPE_RECORD_ITEM, NULL);
  item->record = td_store_get (td_desk_get_store (self->desk), self->table, id, self->movement);
  /* Gone between the notice and now: an empty record, for the moment until the list is read anew. */
  if (item->record == NULL)
    item->record = td_record_new (self->table, self->movement);
  g_hash_table_insert (self->items, g_memdup2 (&id, sizeof id), item);
  held = g_new0 (Held, 1);
  held->list = self;
  held->id = id;
  g_object_add_weak_pointer (G_OBJECT (self), (gpointer *) &held->list);
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, held);
  return item;
}

static void
td_record_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = td_record_list_get_item_type;
  interface->get_n_items = td_record_list_get_n_items;
  interface->get_item = td_record_list_get_item;
}

/* --- object --------------------------------------------------------------------------------------- */

static void
td_record_list_dispose (GObject *object)
{
  TdRecordList *self = TD_RECORD_LIST (object);

  if (self->desk != NULL)
    {
      g_clear_signal_handler (&self->changed_handler, self->desk);
      g_clear_signal_handler (&self->scores_handler, self->desk);
    }
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (td_record_list_parent_class)->dispose (object);
}

static void
td_record_list_finalize (GObject *object)
{
  TdRecordList *self = TD_RECORD_LIST (object);

  if (self->where_destroy != NULL)
    self->where_destroy (self->where_data);
  g_free (self->filter);
  g_array_unref (self->rows);
  g_array_unref (self->shown);
  g_hash_table_unref (self->revisions);
  g_hash_table_unref (self->items);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (td_record_list_parent_class)->finalize (object);
}

static void
td_record_list_class_init (TdRecordListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = td_record_list_dispose;
  object_class->finalize = td_record_list_finalize;
}

static void
td_record_list_init (TdRecordList *self)
{
  self->sort_field = -1;
  self->rows = rows_new ();
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->revisions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

TdRecordList *
td_record_list_new (TdDesk *desk, TdTableId table)
{
  TdRecordList *self = g_object_new (TD_TYPE_RECORD_LIST, NULL);

  g_return_val_if_fail (table != TD_TABLE_ENTRIES, self);
  self->desk = g_object_ref (desk);
  self->table = table;
  self->changed_handler =
      g_signal_connect (desk, "records-changed", G_CALLBACK (records_changed_cb), self);
  self->scores_handler =
      g_signal_connect (desk, "scores-changed", G_CALLBACK (scores_changed_cb), self);
  reload (self);
  return self;
}

void
td_record_list_set_filter (TdRecordList *self, const char *text)
{
  if (g_strcmp0 (self->filter, text) == 0)
    return;
  g_free (self->filter);
  self->filter = g_strdup (text);
  replace (self, self->rows, filter_rows (self, self->rows));
}

void
td_record_list_set_where (TdRecordList *self, TdRecordFilter filter, gpointer data,
                          GDestroyNotify destroy)
{
  if (self->where_destroy != NULL)
    self->where_destroy (self->where_data);
  self->where = filter;
  self->where_data = data;
  self->where_destroy = destroy;
  reload (self);
}

void
td_record_list_set_sort (TdRecordList *self, int field, gboolean descending)
{
  if (self->sort_field == field && self->descending == descending)
    return;
  self->sort_field = field;
  self->descending = descending;
  reload (self);
}

int
td_record_list_find (TdRecordList *self, TdId id)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (shown_row (self, i)->id == id)
      return (int) i;
  return -1;
}

guint
td_record_list_get_total (TdRecordList *self)
{
  return self->rows->len;
}

const GError *
td_record_list_get_error (TdRecordList *self)
{
  return self->error;
}
