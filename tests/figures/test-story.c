/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A unit's and a target's page: the right figures, the last changes, and one A4 page. */
#include <glib/gstdio.h>
#include <string.h>

#include "figures/td-story.h"
#include "fixture.h"
#include "print/td-pages.h"
#include "tables/td-file-templates.h"

typedef struct
{
  Fixture store;
  TdDesk *desk;
} Open;

static void
set_up (Open *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->store, NULL);
  fixture_enter (&self->store, 0, 0, "8", "10");
  fixture_enter (&self->store, 0, 1, "1", "10");
  fixture_enter (&self->store, 1, 0, "6", "10");
  self->desk = td_desk_new (self->store.store, TD_ID_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (td_desk_set_as_of (self->desk, td_date_new (2024, 7, 31), &error));
}

static void
tear_down (Open *self, gconstpointer data)
{
  g_clear_object (&self->desk);
  fixture_tear_down (&self->store, NULL);
}

static const TdStoryFact *
fact (const TdStory *story, const char *name)
{
  for (guint i = 0; i < story->facts->len; i++)
    {
      const TdStoryFact *at = g_ptr_array_index (story->facts, i);

      if (strcmp (at->name, name) == 0)
        return at;
    }
  g_assert_not_reached ();
}

/* A: 9/20 = 45; B: 6/10 = 60, one report missing; C: nothing reported, 0. */
static void
test_unit (Open *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStory) story = td_story_new_for_unit (self->desk, self->store.units[0], &error);
  const TdStoryRow *row;

  g_assert_no_error (error);
  g_assert_cmpstr (story->title, ==, "Phường An");
  g_assert_cmpstr (fact (story, "Rank in the block")->value, ==, "2");
  g_assert_cmpstr (fact (story, "Total")->value, ==, "45,00");
  g_assert_cmpstr (fact (story, "Index")->note, ==, "4,50/10,00");
  g_assert_cmpstr (fact (story, "Coverage")->value, ==, "2/2");
  g_assert_cmpuint (story->charts->len, ==, 2);
  g_assert_cmpuint (story->rows->len, ==, 2);
  row = g_ptr_array_index (story->rows, 0);
  g_assert_cmpint (row->id, ==, self->store.targets[0]);
  g_assert_cmpstr (row->cells[1], ==, "45 %");
  g_assert_cmpstr (row->cells[2], ==, "4,50/10,00");
  g_assert_cmpstr (row->cells[4], ==, "2/2");
  /* The newest first, and nothing of the other units. */
  g_assert_cmpuint (story->history->len, >=, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (story->history, 0), "Quý II"));
  for (guint i = 0; i < story->history->len; i++)
    g_assert_null (strstr (g_ptr_array_index (story->history, i), "Phường Bình"));
}

static void
put (Open *self, TdRecord *record)
{
  g_autoptr (GError) error = NULL;

  fixture_put (&self->store, "Minh chứng", record, NULL, &error);
  g_assert_no_error (error);
}

/* Two papers for A's first target: counted there and nowhere else. */
static void
test_evidence (Open *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStory) unit = NULL, target = NULL;
  const TdStoryRow *row;

  for (guint i = 0; i < 2; i++)
    {
      /* Any two hashes will do. */
      g_autofree char *hash = g_strnfill (64, i == 0 ? 'a' : 'b');
      g_autoptr (TdRecord) paper = fixture_record (&self->store, TD_TABLE_EVIDENCE, "hash", hash,
                                                   "name", "Công văn.pdf", "size", "10", NULL);
      g_autoptr (TdRecord) use = td_record_new (TD_TABLE_EVIDENCE_USES, self->store.movement);

      put (self, paper);
      td_record_set_ref (use, TD_EVIDENCE_USE_EVIDENCE, paper->id);
      td_record_set_ref (use, TD_EVIDENCE_USE_UNIT, self->store.units[0]);
      td_record_set_ref (use, TD_EVIDENCE_USE_TARGET, self->store.targets[0]);
      td_record_set_ref (use, TD_EVIDENCE_USE_PERIOD, self->store.periods[0]);
      put (self, use);
    }
  unit = td_story_new_for_unit (self->desk, self->store.units[0], &error);
  row = g_ptr_array_index (unit->rows, 0);
  g_assert_cmpstr (row->cells[5], ==, "2");
  row = g_ptr_array_index (unit->rows, 1);
  g_assert_cmpstr (row->cells[5], ==, "");
  target = td_story_new_for_target (self->desk, self->store.targets[0], &error);
  for (guint i = 0; i < target->rows->len; i++)
    {
      row = g_ptr_array_index (target->rows, i);
      g_assert_cmpstr (row->cells[5], ==, row->id == self->store.units[0] ? "2" : "");
    }
}

static void
test_target (Open *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStory) story = td_story_new_for_target (self->desk, self->store.targets[0], &error);
  const TdStoryRow *row;

  g_assert_no_error (error);
  /* (9 + 6) of (20 + 10); A and B have a value, C concerns it too. */
  g_assert_cmpstr (fact (story, "All units together")->value, ==, "50 %");
  g_assert_cmpstr (fact (story, "Units counted")->value, ==, "2/3");
  g_assert_cmpstr (fact (story, "Maximum points")->value, ==, "10,00");
  g_assert_cmpuint (story->rows->len, ==, 3);
  row = g_ptr_array_index (story->rows, 0);
  g_assert_cmpstr (row->cells[0], ==, "Phường Bình");
  g_assert_cmpstr (row->cells[2], ==, "6,00/10,00");
  row = g_ptr_array_index (story->rows, 2);
  g_assert_cmpstr (row->cells[0], ==, "Phường Cát");
  /* Missing is said, not shown as a figure. */
  g_assert_cmpstr (row->cells[1], ==, "");
}

static void
test_unknown (Open *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (td_story_new_for_unit (self->desk, 99999, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (td_story_new_for_target (self->desk, 99999, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_NOT_FOUND);
}

static void
assert_one_page (const TdStory *story)
{
  g_autoptr (TdDocument) document = td_story_to_document (story);
  TdPages *pages = td_pages_new_for_document (document);

  g_test_message ("%s", story->title);
  g_assert_cmpuint (td_pages_get_n_pages (pages), ==, 1);
  td_pages_free (pages);
}

/* Every unit and every target of a movement of forty units. */
static void
test_one_page (void)
{
  g_autofree char *folder = g_dir_make_tmp ("thidua-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "m.thidua", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = td_file_template_create ("mong-cai-2024-minh-hoa", path, &error);
  g_autoptr (TdDesk) desk = td_desk_new (store, TD_ID_NONE, &error);
  const TdMovement *movement = td_desk_get_movement (desk);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_no_error (error);
  for (guint i = 0; i < movement->units->len; i++)
    {
      g_autoptr (TdStory) story =
          td_story_new_for_unit (desk, td_movement_unit (movement, i)->id, &error);

      g_assert_no_error (error);
      assert_one_page (story);
    }
  for (guint i = 0; i < movement->targets->len; i++)
    {
      g_autoptr (TdStory) story =
          td_story_new_for_target (desk, td_movement_target (movement, i)->id, &error);

      g_assert_no_error (error);
      assert_one_page (story);
    }
  g_clear_object (&desk);
  g_clear_object (&store);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_unlink (file);
    }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/story/unit", Open, NULL, set_up, test_unit, tear_down);
  g_test_add ("/story/evidence", Open, NULL, set_up, test_evidence, tear_down);
  g_test_add ("/story/target", Open, NULL, set_up, test_target, tear_down);
  g_test_add ("/story/unknown", Open, NULL, set_up, test_unknown, tear_down);
  g_test_add_func ("/story/one-page", test_one_page);
  return g_test_run ();
}
