/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-values.h"

#include "base/td-text.h"

struct _TdValues
{
  const TdValues *parent;
  GHashTable *values;  /* folded name → TdScopeValue */
  GStringChunk *texts; /* what the spans point into */
};

/* data/papers/README.md says what each of them is; a test compares. */
const TdName td_vocabulary_common[] = {
  { "cơ quan", TD_NAME_TEXT },     { "cơ quan cấp trên", TD_NAME_TEXT },
  { "số", TD_NAME_TEXT },          { "ký hiệu", TD_NAME_TEXT },
  { "số ký hiệu", TD_NAME_TEXT },  { "địa danh", TD_NAME_TEXT },
  { "ngày ký", TD_NAME_DATE },     { "năm ký", TD_NAME_TEXT },
  { "người ký", TD_NAME_TEXT },    { "chức vụ người ký", TD_NAME_TEXT },
  { "bản điện tử", TD_NAME_FLAG }, { "nhiều nơi gửi", TD_NAME_FLAG },
  { "căn cứ", TD_NAME_LIST },      { "căn cứ.nội dung", TD_NAME_TEXT },
  { "đầu trang", TD_NAME_PIECE },  { "kính gửi", TD_NAME_PIECE },
  { "chữ ký", TD_NAME_PIECE },     { NULL, TD_NAME_TEXT },
};

static const TdName *
find_name (const TdName *names, const char *folded)
{
  for (; names->name != NULL; names++)
    {
      g_autofree char *own = td_text_fold (names->name);

      if (g_str_equal (own, folded))
        return names;
    }
  return NULL;
}

const TdName *
td_vocabulary_find (const TdVocabulary *self, const char *name)
{
  g_autofree char *folded = td_text_fold (name);
  const TdName *found = find_name (td_vocabulary_common, folded);

  return found != NULL ? found : find_name (self->names, folded);
}

static void
free_value (gpointer data)
{
  TdScopeValue *self = data;

  if (self->spans != NULL)
    g_array_unref (self->spans);
  if (self->items != NULL)
    g_ptr_array_unref (self->items);
  g_free (self);
}

TdValues *
td_values_new (const TdValues *parent)
{
  TdValues *self = g_new0 (TdValues, 1);

  self->parent = parent;
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);
  self->texts = g_string_chunk_new (512);
  return self;
}

void
td_values_free (TdValues *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->values);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static TdScopeValue *
add_value (TdValues *self, const char *name, TdNameType type)
{
  TdScopeValue *value = g_new0 (TdScopeValue, 1);

  value->type = type;
  g_hash_table_replace (self->values, td_text_fold (name), value);
  return value;
}

void
td_values_set_spans (TdValues *self, const char *name, const TdSpan *spans, guint n_spans)
{
  TdScopeValue *value = add_value (self, name, TD_NAME_TEXT);

  value->spans = g_array_new (FALSE, FALSE, sizeof (TdSpan));
  for (guint i = 0; i < n_spans; i++)
    {
      TdSpan span = spans[i];

      if (span.text == NULL || *span.text == '\0')
        continue;
      span.text = g_string_chunk_insert (self->texts, span.text);
      g_array_append_val (value->spans, span);
    }
}

void
td_values_set_text (TdValues *self, const char *name, const char *text)
{
  TdSpan span = { text, TD_RUN_PLAIN, NULL };

  td_values_set_spans (self, name, &span, 1);
}

void
td_values_take_text (TdValues *self, const char *name, char *text)
{
  td_values_set_text (self, name, text);
  g_free (text);
}

void
td_values_set_count (TdValues *self, const char *name, gint64 count)
{
  add_value (self, name, TD_NAME_COUNT)->number = count;
}

void
td_values_set_money (TdValues *self, const char *name, gint64 amount)
{
  add_value (self, name, TD_NAME_MONEY)->number = amount;
}

void
td_values_set_date (TdValues *self, const char *name, TdDate date)
{
  add_value (self, name, TD_NAME_DATE)->number = date;
}

void
td_values_set_flag (TdValues *self, const char *name, gboolean flag)
{
  add_value (self, name, TD_NAME_FLAG)->number = flag;
}

TdValues *
td_values_add_item (TdValues *self, const char *name)
{
  g_autofree char *folded = td_text_fold (name);
  TdScopeValue *value = g_hash_table_lookup (self->values, folded);
  TdValues *item = td_values_new (self);

  if (value == NULL)
    {
      value = add_value (self, name, TD_NAME_LIST);
      value->items = g_ptr_array_new_with_free_func ((GDestroyNotify) td_values_free);
    }
  g_ptr_array_add (value->items, item);
  return item;
}

void
td_values_set_strings (TdValues *self, const char *name, const char *field,
                       const char *const *texts)
{
  g_autofree char *full = g_strconcat (name, ".", field, NULL);

  for (; texts != NULL && *texts != NULL; texts++)
    td_values_set_text (td_values_add_item (self, name), full, *texts);
}

const TdScopeValue *
td_values_lookup (const TdValues *self, const char *folded)
{
  for (; self != NULL; self = self->parent)
    {
      const TdScopeValue *value = g_hash_table_lookup (self->values, folded);

      if (value != NULL)
        return value;
    }
  return NULL;
}

gboolean
td_scope_value_is_given (const TdScopeValue *value)
{
  if (value == NULL)
    return FALSE;
  if (value->type == TD_NAME_TEXT)
    return value->spans->len > 0;
  if (value->type == TD_NAME_LIST)
    return value->items->len > 0;
  return value->number != 0;
}
