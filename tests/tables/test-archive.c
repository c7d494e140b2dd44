/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The package of a workbook, below the workbook. What is refused of it is in test-hostile.c. */
#include "tables/td-archive.h"

#include <string.h>

/* A part of the test's workbooks that is larger than the pieces it is scanned in. */
#define PART "xl/worksheets/sheet1.xml"

typedef struct
{
  TdSource *source;
  TdArchive *archive;
  char *content; /* of PART, as a whole */
  gsize length;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("THIDUA_TEST_WORKBOOKS"), "long.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  fixture->source = td_source_new_for_path (path, &error);
  g_assert_no_error (error);
  fixture->archive = td_archive_new (fixture->source, &error);
  g_assert_no_error (error);
  fixture->content = td_archive_load (fixture->archive, PART, &fixture->length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->length, >, 400000);
  g_assert_cmpuint (strlen (fixture->content), ==, fixture->length);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  td_archive_free (fixture->archive);
  td_source_free (fixture->source);
  g_free (fixture->content);
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  char byte;

  g_assert_cmpstr (td_archive_get_name (fixture->archive), ==, "long.xlsx");
  g_assert_true (td_archive_contains (fixture->archive, "XL/Workbook.xml"));
  g_assert_false (td_archive_contains (fixture->archive, "xl/missing.xml"));
  g_assert_true (td_archive_contains_ending (fixture->archive, ".rels"));
  g_assert_cmpuint (td_archive_get_size (fixture->archive, PART), ==, fixture->length);
  g_assert_cmpuint (td_archive_get_size (fixture->archive, "xl/missing.xml"), ==, 0);
  g_assert_false (td_archive_open_part (fixture->archive, "xl/missing.xml", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  /* A part that is left in the middle can be opened again. */
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (td_archive_open_part (fixture->archive, PART, &error));
      g_assert_cmpint (td_archive_read (fixture->archive, &byte, 1, &error), ==, 1);
      g_assert_cmpint (byte, ==, '<');
      g_assert_cmpfloat (td_archive_get_progress (fixture->archive), >, 0.0);
      g_assert_cmpfloat (td_archive_get_progress (fixture->archive), <, 0.01);
      td_archive_close_part (fixture->archive);
    }
}

/* --- scanning --------------------------------------------------------------------------------- */

typedef struct
{
  const Fixture *fixture;
  GArray *found; /* of guint64: where "<row " stands */
  guint pieces;
} Scan;

static gssize
scan_cb (const char *bytes, gsize length, guint64 offset, gpointer data, GError **error)
{
  static const char word[] = "<row ";
  Scan *scan = data;
  const char *at = bytes, *hit;

  scan->pieces++;
  g_assert_cmpuint (offset + length, <=, scan->fixture->length);
  g_assert_cmpint (memcmp (bytes, scan->fixture->content + offset, length), ==, 0);
  while ((hit = memmem (at, length - (gsize) (at - bytes), word, strlen (word))) != NULL)
    {
      guint64 place = offset + (guint64) (hit - bytes);

      g_array_append_val (scan->found, place);
      at = hit + strlen (word);
    }
  return MAX (at - bytes, (gssize) length - (gssize) strlen (word) + 1);
}

/* In one piece and in many, every word is found once and in its place. */
static void
test_scan (Fixture *fixture, gconstpointer data)
{
  guint64 keep = GPOINTER_TO_SIZE (data);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint64));
  Scan scan = { fixture, found, 0 };
  g_autoptr (GError) error = NULL;
  const char *at = fixture->content;

  g_assert_true (td_archive_scan (fixture->archive, PART, keep, scan_cb, &scan, NULL, &error));
  g_assert_cmpuint (found->len, ==, 5000);
  for (guint i = 0; i < found->len; i++)
    {
      at = strstr (at, "<row ");
      g_assert_cmpuint (g_array_index (found, guint64, i), ==, at - fixture->content);
      at++;
    }
  if (keep == 0)
    g_assert_cmpuint (scan.pieces, >, 3);
  else
    g_assert_cmpuint (scan.pieces, ==, 1);
}

static gssize
stubborn_cb (const char *bytes, gsize length, guint64 offset, gpointer data, GError **error)
{
  const Fixture *fixture = data;

  g_assert_cmpint (memcmp (bytes, fixture->content + offset, length), ==, 0);
  return 0;
}

/* A callback that is never content does not keep the scan from going on. */
static void
test_stubborn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (td_archive_scan (fixture->archive, PART, 0, stubborn_cb, fixture, NULL, &error));
}

/* --- leaving out ------------------------------------------------------------------------------ */

static void
check_gap (Fixture *fixture, guint64 from, guint64 to, gsize step)
{
  g_autoptr (GByteArray) read = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (step);
  g_autoptr (GError) error = NULL;
  gsize rest = to < fixture->length ? fixture->length - (gsize) to : 0;
  gssize got;

  td_archive_leave_out (fixture->archive, from, to);
  g_assert_true (td_archive_open_part (fixture->archive, PART, &error));
  while ((got = td_archive_read (fixture->archive, buffer, step, &error)) > 0)
    g_byte_array_append (read, buffer, (guint) got);
  g_assert_no_error (error);
  td_archive_close_part (fixture->archive);
  g_assert_cmpmem (read->data, MIN (from, read->len), fixture->content, from);
  g_assert_cmpmem (read->data + from, read->len - from, fixture->content + (fixture->length - rest),
                   rest);
}

static void
test_leave_out (Fixture *fixture, gconstpointer data)
{
  static const gsize steps[] = { 1000, 4096, 100000 };
  guint64 keep = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;

  g_assert_true (
      td_archive_scan (fixture->archive, PART, keep, stubborn_cb, fixture, NULL, &error));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      check_gap (fixture, 1000, 200001, steps[i]);
      check_gap (fixture, 0, 300000, steps[i]);
      check_gap (fixture, 5, 5, steps[i]);
      check_gap (fixture, 100, fixture->length, steps[i]);
    }
  td_archive_forget (fixture->archive);
  check_gap (fixture, 1000, 200001, 4096);
}

int
main (int argc, char *argv[])
{
  gpointer all = GSIZE_TO_POINTER (G_MAXINT32);

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/tables/archive/parts", Fixture, NULL, set_up, test_parts, tear_down);
  g_test_add ("/tables/archive/scan-kept", Fixture, all, set_up, test_scan, tear_down);
  g_test_add ("/tables/archive/scan-pieces", Fixture, NULL, set_up, test_scan, tear_down);
  g_test_add ("/tables/archive/stubborn", Fixture, NULL, set_up, test_stubborn, tear_down);
  g_test_add ("/tables/archive/leave-out-kept", Fixture, all, set_up, test_leave_out, tear_down);
  g_test_add ("/tables/archive/leave-out-pieces", Fixture, NULL, set_up, test_leave_out, tear_down);
  return g_test_run ();
}
