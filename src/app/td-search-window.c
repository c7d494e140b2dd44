/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-search-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/td-text.h"

/* More are not shown: whoever sees forty types another letter. */
#define MAX_FOUND 40

#define NOBODY                                                                                     \
  {                                                                                                \
    -1, -1                                                                                         \
  }

/* Where something is found, and the fields its words come from. */
static const struct
{
  TdTableId table;
  const char *page;  /* NULL: that of the unit or the person it belongs to */
  int owners[2];     /* then the fields that name those; -1: none */
  gboolean is_whole; /* all fields are shown, as people read them; else the first only */
  int fields[4];     /* -1: none */
} tables[] = {
  { TD_TABLE_UNITS,
    "units",
    NOBODY,
    FALSE,
    { TD_UNIT_NAME, TD_UNIT_CODE, TD_UNIT_SHORT_NAME, -1 } },
  { TD_TABLE_TARGETS, "targets", NOBODY, FALSE, { TD_TARGET_NAME, TD_TARGET_CODE, -1, -1 } },
  { TD_TABLE_PEOPLE, "people", NOBODY, FALSE, { TD_PERSON_NAME, TD_PERSON_CODE, -1, -1 } },
  { TD_TABLE_NOMINATIONS,
    "awards",
    NOBODY,
    FALSE,
    { TD_NOMINATION_AWARD, TD_NOMINATION_CODE, TD_NOMINATION_ACHIEVEMENT, -1 } },
  { TD_TABLE_AWARDS_HELD,
    NULL,
    { TD_AWARD_HELD_HOLDER, -1 },
    TRUE,
    { TD_AWARD_HELD_HOLDER, TD_AWARD_HELD_AWARD, TD_AWARD_HELD_DECISION,
      TD_AWARD_HELD_DECIDED_ON } },
  { TD_TABLE_INITIATIVES,
    NULL,
    { TD_INITIATIVE_AUTHORS, TD_INITIATIVE_UNIT },
    TRUE,
    { TD_INITIATIVE_TITLE, TD_INITIATIVE_CODE, TD_INITIATIVE_UNIT, TD_INITIATIVE_DECISION } },
  { TD_TABLE_DISCIPLINES,
    NULL,
    { TD_DISCIPLINE_HOLDER, -1 },
    TRUE,
    { TD_DISCIPLINE_HOLDER, TD_DISCIPLINE_KIND, TD_DISCIPLINE_FROM, TD_DISCIPLINE_DECISION } },
  { TD_TABLE_HEADCOUNTS,
    NULL,
    { TD_HEADCOUNT_UNIT, -1 },
    TRUE,
    { TD_HEADCOUNT_UNIT, TD_HEADCOUNT_HAS, TD_HEADCOUNT_PEOPLE, -1 } },
  { TD_TABLE_QUOTAS,
    "awards",
    NOBODY,
    TRUE,
    { TD_QUOTA_AWARD, TD_QUOTA_GROUP, TD_QUOTA_LIMIT, TD_QUOTA_ROUND } },
  { TD_TABLE_COUNCIL_MEMBERS,
    "awards",
    NOBODY,
    TRUE,
    { TD_MEMBER_NAME, TD_MEMBER_OFFICE, TD_MEMBER_CODE, TD_MEMBER_ROUND } },
};

/* Something that can be found. */
typedef struct
{
  char *text;   /* as shown */
  char *folded; /* all its words, without marks */
  guint kind;   /* index into tables */
  const char *page;
  TdId id; /* to go to */
} Thing;

typedef struct
{
  TdWindow *window;
  GtkWidget *dialog;
  GtkWidget *list;
  GArray *things;
  GArray *found; /* of guint */
} Search;

static void
clear_thing (gpointer data)
{
  g_free (((Thing *) data)->text);
  g_free (((Thing *) data)->folded);
}

static void
free_search (gpointer data)
{
  Search *self = data;

  g_array_unref (self->things);
  g_array_unref (self->found);
  g_free (self);
}

/* --- what there is -------------------------------------------------------------------------------- */

typedef struct
{
  Search *search;
  guint kind;
} Gathering;

/* Where a record is shown that has no page of its own: with whom it belongs to. */
static void
place_with_owner (TdStore *store, const TdRecord *record, Thing *thing)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables[0].owners) && thing->page == NULL; i++)
    {
      int field = tables[thing->kind].owners[i];
      TdTableId table = TD_TABLE_UNITS;
      TdId owner = TD_ID_NONE;

      if (field >= 0 && record->table->fields[field].kind == TD_FIELD_PEOPLE)
        {
          g_autoptr (GArray) ids = td_ids_parse (td_record_get_text (record, field));

          owner = ids->len > 0 ? g_array_index (ids, TdId, 0) : TD_ID_NONE;
        }
      else if (field >= 0)
        owner = td_record_get_ref (record, field);
      if (owner == TD_ID_NONE || !td_store_name (store, owner, &table, NULL, NULL))
        continue;
      thing->page = table == TD_TABLE_PEOPLE ? "people" : "units";
      thing->id = owner;
    }
}

/* “Phòng Nội vụ · gk-tp-tt · 12/QĐ-UBND · 20/12/2023” */
static char *
whole_words (TdStore *store, const TdRecord *record, guint kind)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables[0].fields); i++)
    {
      int field = tables[kind].fields[i];
      g_autofree char *text =
          field >= 0
              ? td_store_field_words (store, &record->table->fields[field], &record->values[field])
              : g_strdup ("");

      if (*text != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", text);
    }
  return g_string_free (words, FALSE);
}

static gboolean
take_record (const TdRecord *record, gpointer data)
{
  const Gathering *gathering = data;
  Search *self = gathering->search;
  TdStore *store = td_desk_get_store (td_window_get_desk (self->window));
  Thing thing = { NULL, NULL, gathering->kind, tables[gathering->kind].page, record->id };
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *nominee = NULL;

  if (tables[thing.kind].is_whole)
    {
      thing.text = whole_words (store, record, thing.kind);
      thing.folded = td_text_fold (thing.text);
      place_with_owner (store, record, &thing);
      if (thing.page == NULL)
        clear_thing (&thing);
      else
        g_array_append_val (self->things, thing);
      /* cppcheck-suppress memleak ; the array's now */
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tables[0].fields); i++)
    if (tables[thing.kind].fields[i] >= 0)
      g_string_append_printf (words, "%s ",
                              td_record_get_text (record, tables[thing.kind].fields[i]));
  thing.text = g_strdup (td_record_get_text (record, tables[thing.kind].fields[0]));
  if (record->table->id == TD_TABLE_NOMINATIONS)
    {
      const char *name = NULL;

      td_store_name (store, td_record_get_ref (record, TD_NOMINATION_NOMINEE), NULL, NULL, &name);
      nominee = g_strdup (name != NULL ? name : "");
      g_free (thing.text);
      thing.text =
          g_strdup_printf ("%s – %s", nominee, td_record_get_text (record, TD_NOMINATION_AWARD));
      g_string_append (words, nominee);
    }
  thing.folded = td_text_fold (words->str);
  g_array_append_val (self->things, thing);
  /* cppcheck-suppress memleak ; the array's now */
  return TRUE;
}

static void
gather (Search *self)
{
  TdDesk *desk = td_window_get_desk (self->window);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      Gathering gathering = { self, i };
      const TdTable *table = td_table_get (tables[i].table);

      td_store_foreach (td_desk_get_store (desk), tables[i].table,
                        table->scope == TD_SCOPE_MOVEMENT ? td_desk_get_movement_id (desk)
                                                          : TD_ID_NONE,
                        take_record, &gathering, NULL);
    }
}

/* --- what is found -------------------------------------------------------------------------------- */

static void
add_row (Search *self, const Thing *thing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (thing->text);
  GtkWidget *kind = gtk_label_new (_ (td_table_get (tables[thing->kind].table)->record));

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_widget_add_css_class (box, "td-bar");
  gtk_list_box_append (GTK_LIST_BOX (self->list), box);
}

static void
search_changed_cb (GtkEditable *entry, Search *self)
{
  const char *text = gtk_editable_get_text (entry);
  g_autoptr (TdTextQuery) query = td_text_query_new (text);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  g_array_set_size (self->found, 0);
  if (*text == '\0')
    return;
  for (guint i = 0; i < self->things->len && self->found->len < MAX_FOUND; i++)
    {
      const Thing *thing = &g_array_index (self->things, Thing, i);

      if (!td_text_query_matches (query, thing->text, thing->folded))
        continue;
      g_array_append_val (self->found, i);
      add_row (self, thing);
    }
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
}

static void
go (Search *self, int row)
{
  const Thing *thing;
  TdPlace place = { NULL };

  if (row < 0 || (guint) row >= self->found->len)
    return;
  thing = &g_array_index (self->things, Thing, g_array_index (self->found, guint, row));
  place.page = thing->page;
  place.id = thing->id;
  td_window_go (self->window, &place);
  gtk_window_destroy (GTK_WINDOW (self->dialog));
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, Search *self)
{
  go (self, gtk_list_box_row_get_index (row));
}

static void
entered_cb (GtkEntry *entry, Search *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  go (self, row != NULL ? gtk_list_box_row_get_index (row) : 0);
}

/* Up and down choose among what is found while the focus stays where one types. */
static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, Search *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (key == GDK_KEY_Escape)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  else if (key == GDK_KEY_Down || key == GDK_KEY_Up)
    {
      row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list),
                                           MAX (index + (key == GDK_KEY_Down ? 1 : -1), 0));
      if (row != NULL)
        gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
    }
  else
    return FALSE;
  return TRUE;
}

void
td_search_window_show (TdWindow *window)
{
  Search *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *entry, *scrolled;
  GtkEventController *keys;

  if (td_window_get_desk (window) == NULL)
    return;
  self = g_new0 (Search, 1);
  self->window = window;
  self->things = g_array_new (FALSE, FALSE, sizeof (Thing));
  g_array_set_clear_func (self->things, clear_thing);
  self->found = g_array_new (FALSE, FALSE, sizeof (guint));
  gather (self);

  self->dialog = gtk_window_new ();
  g_object_set_data_full (G_OBJECT (self->dialog), "td-search", self, free_search);
  gtk_window_set_title (GTK_WINDOW (self->dialog), _ ("Search everywhere"));
  gtk_window_set_default_size (GTK_WINDOW (self->dialog), 560, 420);
  gtk_window_set_transient_for (GTK_WINDOW (self->dialog), GTK_WINDOW (window));
  gtk_window_set_modal (GTK_WINDOW (self->dialog), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self->dialog), TRUE);

  entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (
      GTK_ENTRY (entry),
      _ ("Units, people, targets, commendation, registers; marks may be left out"));
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (entry), GTK_ENTRY_ICON_PRIMARY,
                                     "system-search-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search everywhere"), -1);
  g_signal_connect (entry, "changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect (entry, "activate", G_CALLBACK (entered_cb), self);
  self->list = gtk_list_box_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Found"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_window_set_child (GTK_WINDOW (self->dialog), box);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->dialog, keys);
  gtk_window_present (GTK_WINDOW (self->dialog));
}
