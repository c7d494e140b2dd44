/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Looking on: follows another desk's work in the same file, outlives the file's absence, takes up a
 * file that was put in its place.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "desk/td-follower.h"
#include "fixture.h"

/* The total of unit A, "" when there is none. */
static char *
total_of (TdFollower *follower, Fixture *fixture)
{
  TdDesk *desk = td_follower_get_desk (follower);
  const TdMovement *movement = td_desk_get_movement (desk);
  int unit = td_movement_find_unit (movement, fixture->units[0]);

  g_assert_cmpint (unit, >=, 0);
  return td_decimal_format (td_scores_get_unit (td_desk_get_scores (desk), (guint) unit)->total,
                            TD_STYLE_PLAIN);
}

static void
assert_total (TdFollower *follower, Fixture *fixture, const char *wanted)
{
  g_autofree char *got = total_of (follower, fixture);

  g_assert_cmpstr (got, ==, wanted);
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TdFollower) follower = NULL;

  fixture_enter (fixture, 0, 0, "8", "10");
  /* The other desk has it open for writing all the time. */
  follower = td_follower_new (fixture->path);
  g_assert_null (td_follower_get_problem (follower));
  td_follower_set_view (follower, TD_ID_NONE, td_date_new (2024, 4, 30), TD_BASIS_APPRAISED);
  assert_total (follower, fixture, "80");
  g_assert_true (td_store_is_read_only (td_desk_get_store (td_follower_get_desk (follower))));

  g_assert_false (td_follower_look (follower));
  fixture_enter (fixture, 0, 0, "9", "10");
  g_assert_true (td_follower_look (follower));
  assert_total (follower, fixture, "90");
  g_assert_false (td_follower_look (follower));
  /* Undo on the other desk is a change like any. */
  g_assert_true (td_store_undo (fixture->store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, NULL));
  g_assert_true (td_follower_look (follower));
  assert_total (follower, fixture, "80");
}

static void
test_file_is_away (Fixture *fixture, gconstpointer data)
{
  g_autofree char *elsewhere = g_strconcat (fixture->path, ".away", NULL);
  g_autoptr (TdFollower) follower = NULL;
  g_autoptr (GError) error = NULL;

  fixture_enter (fixture, 0, 0, "8", "10");
  g_clear_object (&fixture->store);
  follower = td_follower_new (fixture->path);
  td_follower_set_view (follower, TD_ID_NONE, td_date_new (2024, 4, 30), TD_BASIS_APPRAISED);

  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  g_assert_true (td_follower_look (follower));
  g_assert_nonnull (strstr (td_follower_get_problem (follower), fixture->path));
  assert_total (follower, fixture, "80");
  /* Nothing new about it. */
  g_assert_false (td_follower_look (follower));

  g_assert_cmpint (g_rename (elsewhere, fixture->path), ==, 0);
  g_assert_true (td_follower_look (follower));
  g_assert_null (td_follower_get_problem (follower));
  assert_total (follower, fixture, "80");
  /* And it follows again, as of the same day. */
  fixture->store = td_store_open (fixture->path, TD_OPEN_WRITE, &error);
  g_assert_no_error (error);
  fixture_enter (fixture, 0, 0, "7", "10");
  g_assert_true (td_follower_look (follower));
  assert_total (follower, fixture, "70");
}

static void
test_half_a_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TdFollower) follower = NULL;
  g_autofree char *elsewhere = g_strconcat (fixture->path, ".away", NULL);

  fixture_enter (fixture, 0, 0, "8", "10");
  g_clear_object (&fixture->store);
  follower = td_follower_new (fixture->path);
  td_follower_set_view (follower, TD_ID_NONE, td_date_new (2024, 4, 30), TD_BASIS_APPRAISED);
  /* As when it is being copied over the network. */
  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, "SQLite form", -1, NULL));
  g_assert_true (td_follower_look (follower));
  g_assert_nonnull (td_follower_get_problem (follower));
  assert_total (follower, fixture, "80");
  g_assert_cmpint (g_rename (elsewhere, fixture->path), ==, 0);
  g_assert_true (td_follower_look (follower));
  g_assert_null (td_follower_get_problem (follower));
}

static void
test_not_there_yet (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "later.thidua", NULL);
  g_autoptr (TdFollower) follower = td_follower_new (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (td_follower_get_desk (follower));
  g_assert_nonnull (td_follower_get_problem (follower));
  g_assert_cmpint (td_follower_get_changed_at (follower), ==, 0);
  g_assert_true (td_store_backup (fixture->store, path, &error));
  g_assert_no_error (error);
  g_assert_true (td_follower_look (follower));
  g_assert_nonnull (td_follower_get_desk (follower));
  g_assert_cmpint (td_follower_get_changed_at (follower), >, 0);
  g_assert_cmpint (td_follower_get_changed_at (follower), <=,
                   g_get_real_time () / G_USEC_PER_SEC + 1);
}

static void
test_age (void)
{
  static const struct
  {
    gint64 seconds;
    const char *words;
  } cases[] = {
    { -5, "just now" },         { 59, "just now" },        { 60, "1 minute ago" },
    { 3599, "59 minutes ago" }, { 3600, "1 hour ago" },    { 86399, "23 hours ago" },
    { 86400, "1 day ago" },     { 864000, "10 days ago" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = td_age_words (cases[i].seconds);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/follower/follows", Fixture, NULL, fixture_set_up, test_follows, fixture_tear_down);
  g_test_add ("/follower/away", Fixture, NULL, fixture_set_up, test_file_is_away,
              fixture_tear_down);
  g_test_add ("/follower/half-a-file", Fixture, NULL, fixture_set_up, test_half_a_file,
              fixture_tear_down);
  g_test_add ("/follower/not-there-yet", Fixture, NULL, fixture_set_up, test_not_there_yet,
              fixture_tear_down);
  g_test_add_func ("/follower/age", test_age);
  return g_test_run ();
}
