/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data file as a file: opening, locking, dying, copying. */
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"

static void
exec_sql (const char *path, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_refuses_to_overwrite (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (td_store_create (self->path, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_EXISTS);
}

static void
test_not_ours (Fixture *self, gconstpointer data)
{
  static const char *const contents[] = { "", "hello", "SQLite format 3", "PK\003\004 a zip" };
  g_autofree char *path = g_build_filename (self->folder, "other.thidua", NULL);
  g_autofree char *db = g_build_filename (self->folder, "db.thidua", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      g_assert_null (td_store_open (path, TD_OPEN_WRITE, &error));
      g_assert_error (error, TD_ERROR, TD_ERROR_CORRUPT);
      g_clear_error (&error);
      g_assert_null (td_store_open (path, TD_OPEN_READ, &error));
      g_assert_error (error, TD_ERROR, TD_ERROR_CORRUPT);
      g_clear_error (&error);
    }
  exec_sql (db, "CREATE TABLE a (b)");
  g_assert_null (td_store_open (db, TD_OPEN_WRITE, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_null (td_store_open ("/nowhere/x.thidua", TD_OPEN_WRITE, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_NOT_FOUND);
}

/* A file from a newer program is refused with words, and not a byte of it changes. */
static void
test_newer (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize before_length, after_length;

  g_clear_object (&self->store);
  exec_sql (self->path, "PRAGMA journal_mode = DELETE; PRAGMA user_version = 999");
  g_assert_true (g_file_get_contents (self->path, &before, &before_length, NULL));
  g_assert_null (td_store_open (self->path, TD_OPEN_WRITE, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_NEWER);
  g_assert_true (g_file_get_contents (self->path, &after, &after_length, NULL));
  g_assert_cmpmem (before, before_length, after, after_length);
}

/* In another process: tries to open for writing, says what came of it by its exit status. */
static int
try_in_child (const char *path, TdOpenMode mode)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TdStore) store = td_store_open (path, mode, &error);
      int code = 0;

      if (store == NULL)
        code = error->code == TD_ERROR_BUSY && strstr (error->message, "Nguyễn Thị Hoa") != NULL
                   ? 7
                   : 8;
      else if (td_store_is_read_only (store))
        code = 3;
      _exit (code);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
test_second_opener (Fixture *self, gconstpointer data)
{
  /* The one who made the file is named by the lock, once it has been opened under that name. */
  g_autofree char *lock = g_build_filename (self->folder, ".thu.thidua.lock", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (lock, &text, NULL, NULL));
  g_assert_true (g_file_set_contents_full (lock, "Nguyễn Thị Hoa\nmay-van-thu\n08:15\n", -1,
                                           G_FILE_SET_CONTENTS_NONE, 0644, NULL));
  g_assert_cmpint (try_in_child (self->path, TD_OPEN_WRITE), ==, 7);
  g_assert_cmpint (try_in_child (self->path, TD_OPEN_READ), ==, 3);
  g_clear_object (&self->store);
  g_assert_cmpint (try_in_child (self->path, TD_OPEN_WRITE), ==, 0);
}

/* The process is killed right after a commit, over and over: what was shown as saved is there. */
static void
test_killed (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->store);
  for (guint round = 1; round <= 15; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TdStore) store = NULL;
      g_autoptr (TdRecord) record = NULL;
      g_autofree char *done = g_strdup_printf ("%u", round);
      int pipes[2], status;
      pid_t child;
      char byte;

      g_assert_cmpint (pipe (pipes), ==, 0);
      child = fork ();
      if (child == 0)
        {
          self->store = td_store_open (self->path, TD_OPEN_WRITE, NULL);
          fixture_enter (self, 0, 0, done, "100");
          /* Saved, says the child; and goes on to write what nobody was told about. */
          if (write (pipes[1], "x", 1) != 1)
            _exit (1);
          for (guint i = 0;; i++)
            {
              g_autofree char *other = g_strdup_printf ("%u", i % 50);

              fixture_enter (self, 1, 1, other, "50");
            }
        }
      close (pipes[1]);
      g_assert_cmpint ((int) read (pipes[0], &byte, 1), ==, 1);
      g_usleep (g_test_rand_int_range (0, 3000));
      kill (child, SIGKILL);
      waitpid (child, &status, 0);
      close (pipes[0]);

      store = td_store_open (self->path, TD_OPEN_WRITE, &error);
      g_assert_no_error (error);
      record = td_store_get_entry (store, self->targets[0], self->units[0], self->periods[0]);
      g_assert_cmpint (td_record_get_decimal (record, TD_ENTRY_DONE), ==, TD_DECIMAL (round));
      {
        g_autoptr (TdProblems) problems = td_problems_new ();

        g_assert_true (td_store_check (store, problems, NULL));
        g_assert_cmpuint (td_problems_get_n_errors (problems), ==, 0);
      }
    }
}

static guint
count_backups (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_backups (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = td_store_dup_backup_folder (self->store);
  g_autofree char *before = fixture_dump (self->store), *after = NULL;
  g_autofree char *today = td_date_format (td_date_today (), TD_STYLE_PLAIN);
  g_autofree char *name = g_strconcat (today, TD_FILE_ENDING, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (TdStore) copy = NULL;

  g_assert_cmpuint (count_backups (folder), ==, 0);
  g_clear_object (&self->store);
  /* Twelve old ones are there already; a day's first opening adds its own and keeps ten. */
  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  for (guint i = 1; i <= 12; i++)
    {
      g_autofree char *old = g_strdup_printf ("%s/2020-01-%02u%s", folder, i, TD_FILE_ENDING);

      g_assert_true (g_file_set_contents (old, "old", -1, NULL));
    }
  self->store = td_store_open (self->path, TD_OPEN_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_backups (folder), ==, 10);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  copy = td_store_open (path, TD_OPEN_READ, &error);
  g_assert_no_error (error);
  after = fixture_dump (copy);
  g_assert_cmpstr (after, ==, before);
}

/* Looking at a file leaves it as it was. */
static void
test_reading_changes_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize before_length, after_length;

  g_clear_object (&self->store);
  g_assert_true (g_file_get_contents (self->path, &before, &before_length, NULL));
  {
    g_autoptr (TdStore) store = td_store_open (self->path, TD_OPEN_READ, &error);
    g_autofree char *dump = fixture_dump (store);
    g_autoptr (TdRecord) record =
        fixture_record (self, TD_TABLE_AREAS, "code", "X", "name", "X", NULL);

    g_assert_no_error (error);
    self->store = g_object_ref (store);
    g_assert_false (fixture_put (self, "Thử", record, NULL, &error));
    g_assert_error (error, TD_ERROR, TD_ERROR_READ_ONLY);
    g_clear_object (&self->store);
  }
  g_assert_true (g_file_get_contents (self->path, &after, &after_length, NULL));
  g_assert_cmpmem (before, before_length, after, after_length);
}

/*
 * A file of each form there ever was opens as it was, is kept as a backup first, and what was done in
 * it can still be taken back.
 */
static void
test_older (Fixture *self, gconstpointer data)
{
  g_autofree char *sql = NULL, *folder = NULL;
  g_autofree char *dump = g_test_build_filename (G_TEST_DIST, "data", "schemas", "0001.sql", NULL);
  g_autofree char *path = g_build_filename (self->folder, "older.thidua", NULL);
  g_autoptr (TdStore) store = NULL;
  g_autoptr (TdRecord) movement = NULL;
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (GError) error = NULL;
  TdId id;

  g_file_get_contents (dump, &sql, NULL, &error);
  g_assert_no_error (error);
  exec_sql (path, sql);
  g_assert_null (td_store_open (path, TD_OPEN_READ, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_READ_ONLY);
  g_clear_error (&error);
  store = td_store_open (path, TD_OPEN_WRITE, &error);
  g_assert_no_error (error);
  folder = td_store_dup_backup_folder (store);
  g_assert_cmpuint (count_backups (folder), >=, 1);
  g_assert_true (td_store_check (store, problems, &error));
  g_assert_cmpuint (td_problems_get_n_errors (problems), ==, 0);

  id = td_store_find (store, TD_TABLE_MOVEMENT, TD_ID_NONE, "M");
  movement = td_store_get (store, TD_TABLE_MOVEMENT, id, TD_ID_NONE);
  g_assert_cmpstr (td_record_get_text (movement, TD_MOVEMENT_TITLE), ==, "Phong trào thử nghiệm");
  g_assert_true (td_record_is_blank (movement, TD_MOVEMENT_LAUNCHED_BY));
  g_assert_cmpint (td_store_find (store, TD_TABLE_NOMINATIONS, id, "N"), !=, TD_ID_NONE);
  g_clear_pointer (&movement, td_record_free);

  td_store_undo (store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, &error);
  g_assert_no_error (error);
  movement = td_store_get (store, TD_TABLE_MOVEMENT, id, TD_ID_NONE);
  g_assert_cmpstr (td_record_get_text (movement, TD_MOVEMENT_TITLE), ==, "Phong trào thử");
  td_store_undo (store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (td_store_get (store, TD_TABLE_MOVEMENT, id, TD_ID_NONE));
}

int
main (int argc, char **argv)
{
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("/file/overwrite", test_refuses_to_overwrite);
  ADD ("/file/not-ours", test_not_ours);
  ADD ("/file/newer", test_newer);
  ADD ("/file/second-opener", test_second_opener);
  ADD ("/file/killed", test_killed);
  ADD ("/file/backups", test_backups);
  ADD ("/file/older", test_older);
  ADD ("/file/reading", test_reading_changes_nothing);
  return g_test_run ();
}
