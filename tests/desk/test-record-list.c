/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of records as a view sees it: what items-changed says, replayed on a copy, gives what the list
 * holds, and that is what the file holds, filtered and sorted; whatever is done, in whatever order.
 */
#include <string.h>

#include "base/td-text.h"
#include "desk/td-record-list.h"
#include "fixture.h"

#define STEPS 400

typedef struct
{
  Fixture *fixture;
  TdDesk *desk;
  TdRecordList *list;
  GPtrArray *copy; /* of TdRecordItem, kept by the signal alone */
  const char *filter;
  gboolean only_b;
  int field;
  gboolean descending;
  guint n_made;
} Walk;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  Walk *walk = data;

  g_assert_cmpuint (position + removed, <=, walk->copy->len);
  if (removed > 0)
    g_ptr_array_remove_range (walk->copy, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (walk->copy, (int) (position + i),
                        g_list_model_get_item (model, position + i));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, walk->copy->len);
}

static gboolean
is_of_b (const TdRecord *record, gpointer data)
{
  const Walk *walk = data;

  return td_record_get_ref (record, TD_PERSON_UNIT) == walk->fixture->units[1];
}

static const TdRecord *
nth (Walk *walk, guint index)
{
  return td_record_item_get_record (g_ptr_array_index (walk->copy, index));
}

/* What the list should hold, worked out the long way. */
static void
assert_right (Walk *walk)
{
  g_autoptr (GPtrArray) all =
      td_store_load (walk->fixture->store, TD_TABLE_PEOPLE, walk->fixture->movement, NULL);
  guint n = 0;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (walk->list)), ==, walk->copy->len);
  for (guint i = 0; i < walk->copy->len; i++)
    {
      g_autoptr (TdRecordItem) item = g_list_model_get_item (G_LIST_MODEL (walk->list), i);

      g_assert_true (td_record_equal (td_record_item_get_record (item), nth (walk, i)));
    }
  for (guint i = 0; i < all->len; i++)
    {
      const TdRecord *record = g_ptr_array_index (all, i);
      const char *unit = NULL;
      g_autofree char *text = NULL, *folded = NULL;
      int at = td_record_list_find (walk->list, record->id);
      gboolean shown;

      /* Searched are a person's code and name and the name of the unit. */
      td_store_name (walk->fixture->store, td_record_get_ref (record, TD_PERSON_UNIT), NULL, NULL,
                     &unit);
      text = g_strdup_printf ("%s %s %s", td_record_get_text (record, TD_PERSON_CODE),
                              td_record_get_text (record, TD_PERSON_NAME), unit);
      folded = td_text_fold (text);
      shown = (!walk->only_b || is_of_b (record, walk))
              && (*walk->filter == '\0' || td_text_matches (text, folded, walk->filter));
      g_assert_cmpint (at >= 0, ==, shown);
      if (!shown)
        continue;
      n++;
      g_assert_true (td_record_equal (nth (walk, (guint) at), record));
    }
  g_assert_cmpuint (n, ==, walk->copy->len);
  for (guint i = 1; walk->field >= 0 && i < walk->copy->len; i++)
    {
      /* People sort by given name: names here are one word and a number, codes are of one length. */
      int order = td_text_collate (td_record_get_text (nth (walk, i - 1), walk->field),
                                   td_record_get_text (nth (walk, i), walk->field));

      g_assert_true (walk->descending ? order >= 0 : order <= 0);
    }
}

static TdRecord *
random_person (Walk *walk)
{
  g_autoptr (GPtrArray) all =
      td_store_load (walk->fixture->store, TD_TABLE_PEOPLE, walk->fixture->movement, NULL);

  return all->len > 0
             ? td_record_copy (g_ptr_array_index (all, g_test_rand_int_range (0, (int) all->len)))
             : NULL;
}

static void
change_name (TdRecord *person)
{
  static const char *const names[] = { "An", "Bình", "Cường", "Dũng", "Đào", "Ê", "Ơn", "Ước" };

  td_record_set_text (person, TD_PERSON_NAME,
                      names[g_test_rand_int_range (0, (int) G_N_ELEMENTS (names))]);
}

static gboolean
put_all (TdTxn *txn, gpointer data, GError **error)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (!td_txn_put (txn, g_ptr_array_index (records, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
delete_all (TdTxn *txn, gpointer data, GError **error)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (!td_txn_delete (txn, TD_TABLE_PEOPLE, ((TdRecord *) g_ptr_array_index (records, i))->id,
                        error))
      return FALSE;
  return TRUE;
}

/* One to four people at once: new, changed or gone. */
static void
write_some (Walk *walk, int what)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) td_record_free);
  g_autoptr (GError) error = NULL;
  int n = g_test_rand_int_range (1, 5);

  for (int i = 0; i < n; i++)
    {
      TdRecord *person = what == 0 ? td_record_new (TD_TABLE_PEOPLE, walk->fixture->movement)
                                   : random_person (walk);

      if (person == NULL)
        break;
      if (what == 0)
        {
          g_autofree char *code = g_strdup_printf ("N%04u", walk->n_made++);

          td_record_set_text (person, TD_PERSON_CODE, code);
        }
      if (what < 2)
        {
          change_name (person);
          td_record_set_ref (person, TD_PERSON_UNIT,
                             walk->fixture->units[g_test_rand_int_range (0, 2)]);
        }
      g_ptr_array_add (records, person);
    }
  td_store_write (walk->fixture->store, "Thử", TD_WRITE_COMMIT, what < 2 ? put_all : delete_all,
                  records, NULL, &error);
  g_assert_no_error (error);
}

static void
take_step (Walk *walk)
{
  static const char *const filters[] = { "", "", "an", "cuong", "ước", "bình", "không ai" };
  static const int fields[] = { -1, TD_PERSON_CODE, TD_PERSON_NAME };
  int step = g_test_rand_int_range (0, 10);

  if (step < 6)
    write_some (walk, step < 3 ? 0 : step < 5 ? 1 : 2);
  else if (step == 6)
    {
      walk->filter = filters[g_test_rand_int_range (0, (int) G_N_ELEMENTS (filters))];
      td_record_list_set_filter (walk->list, walk->filter);
    }
  else if (step == 7)
    {
      walk->field = fields[g_test_rand_int_range (0, (int) G_N_ELEMENTS (fields))];
      walk->descending = g_test_rand_bit ();
      td_record_list_set_sort (walk->list, walk->field, walk->descending);
    }
  else if (step == 8)
    {
      walk->only_b = !walk->only_b;
      td_record_list_set_where (walk->list, walk->only_b ? is_of_b : NULL, walk, NULL);
    }
  else if (g_test_rand_bit ())
    {
      g_autofree char *label = td_store_get_undo_label (walk->fixture->store);

      /* Not the making of the fixture. */
      if (g_strcmp0 (label, "Thử") == 0)
        td_store_undo (walk->fixture->store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, NULL);
    }
  else
    td_store_redo (walk->fixture->store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, NULL);
}

static void
test_random (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Walk walk = { .fixture = self, .filter = "", .field = -1 };

  walk.desk = td_desk_new (self->store, TD_ID_NONE, &error);
  g_assert_no_error (error);
  walk.list = td_record_list_new (walk.desk, TD_TABLE_PEOPLE);
  walk.copy = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (walk.list, "items-changed", G_CALLBACK (items_changed_cb), &walk);
  for (guint i = 0; i < STEPS; i++)
    {
      take_step (&walk);
      assert_right (&walk);
    }
  g_assert_cmpuint (walk.n_made, >, 50);
  g_ptr_array_unref (walk.copy);
  g_object_unref (walk.list);
  g_object_unref (walk.desk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/desk/record-list/random", Fixture, NULL, fixture_set_up, test_random,
              fixture_tear_down);
  return g_test_run ();
}
