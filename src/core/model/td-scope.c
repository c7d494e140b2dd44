/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-model"

#include "model/td-scope.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-text.h"

typedef struct
{
  TdId id;
  gboolean excluded;
} Item;

struct _TdScope
{
  GArray *items; /* of Item, in the order written */
  gboolean all;
};

static const Item *
find_item (const TdScope *self, TdId id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (item->id == id)
        return item;
    }
  return NULL;
}

/* FALSE when the record is already there with the other sign. */
static gboolean
add_item (TdScope *self, TdId id, gboolean excluded)
{
  const Item *there = find_item (self, id);
  Item item = { id, excluded };

  if (there != NULL)
    return there->excluded == excluded;
  g_array_append_val (self->items, item);
  return TRUE;
}

static TdScope *
scope_new (void)
{
  TdScope *self = g_new0 (TdScope, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  return self;
}

void
td_scope_free (TdScope *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_free (self);
}

static char *
store (const TdScope *self)
{
  GString *out = g_string_new (self->all ? TD_SCOPE_ALL : NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      g_string_append_printf (out, "%s%s%" G_GINT64_FORMAT, out->len > 0 ? ";" : "",
                              item->excluded ? "-" : "", item->id);
    }
  return g_string_free (out, FALSE);
}

char *
td_scope_normalize (const char *text, TdScopeLookup lookup, gpointer data, GError **error)
{
  g_autoptr (TdScope) self = scope_new ();
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *code = td_text_normalize (parts[i], -1, FALSE, error);
      const char *name = code;
      gboolean excluded = FALSE;
      TdId unit = TD_ID_NONE, category = TD_ID_NONE;

      if (code == NULL)
        return NULL;
      if (*code == '\0')
        continue;
      if (strcmp (code, TD_SCOPE_ALL) == 0)
        {
          self->all = TRUE;
          continue;
        }
      if (*name == '-')
        {
          excluded = TRUE;
          name++;
          while (*name == ' ')
            name++;
        }
      lookup (name, &unit, &category, data);
      if (unit == TD_ID_NONE && category == TD_ID_NONE)
        {
          g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
                       _ ("there is no unit and no category with the code “%s”"), name);
          return NULL;
        }
      if ((unit != TD_ID_NONE && !add_item (self, unit, excluded))
          || (category != TD_ID_NONE && !add_item (self, category, excluded)))
        {
          g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
                       _ ("“%s” is both listed and excluded; keep one of the two"), name);
          return NULL;
        }
    }
  if (!self->all && self->items->len == 0)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
                   _ ("nobody is listed; write “%s” when the target applies to everyone"),
                   TD_SCOPE_ALL);
      return NULL;
    }
  return store (self);
}

char *
td_scope_format (const char *stored, TdCodeFunc code_func, gpointer data)
{
  g_autoptr (TdScope) self = td_scope_new (stored);
  GString *out = g_string_new (self->all ? TD_SCOPE_ALL : NULL);
  const char *last = NULL;

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);
      const char *code = code_func (item->id, data);

      if (code == NULL)
        code = "?";
      /* A code that a unit and a category share was written once and stored twice. */
      if (last == NULL || strcmp (last, code) != 0)
        g_string_append_printf (out, "%s%s%s", out->len > 0 ? ";" : "", item->excluded ? "-" : "",
                                code);
      last = code;
    }
  return g_string_free (out, FALSE);
}

TdScope *
td_scope_new (const char *stored)
{
  TdScope *self = scope_new ();
  g_auto (GStrv) parts = g_strsplit (stored, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (strcmp (parts[i], TD_SCOPE_ALL) == 0)
        self->all = TRUE;
      else if (*parts[i] == '-')
        add_item (self, g_ascii_strtoll (parts[i] + 1, NULL, 10), TRUE);
      else
        add_item (self, g_ascii_strtoll (parts[i], NULL, 10), FALSE);
    }
  return self;
}

gboolean
td_scope_applies (const TdScope *self, TdId unit, TdId category)
{
  const Item *item = find_item (self, unit);
  gboolean only_exclusions = TRUE;

  if (item == NULL)
    item = find_item (self, category);
  if (item != NULL)
    return !item->excluded;
  for (guint i = 0; i < self->items->len; i++)
    only_exclusions &= g_array_index (self->items, Item, i).excluded;
  return self->all || only_exclusions;
}

gboolean
td_scope_names (const TdScope *self, TdId id)
{
  return find_item (self, id) != NULL;
}
