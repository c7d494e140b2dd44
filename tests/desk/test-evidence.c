/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers behind entries: kept once by their content; missing, altered and reused ones are seen. */
#include <glib/gstdio.h>
#include <string.h>

#include "desk/td-evidence.h"
#include "fixture.h"

/* SHA-256 of "abc" (FIPS 180-2, appendix B.1). */
#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static void
attach (Fixture *self, guint unit, guint target, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  g_ptr_array_add (paths, path);
  td_evidence_attach (self->store, self->movement, self->units[unit], self->targets[target],
                      self->periods[0], paths, &error);
  g_assert_no_error (error);
  g_unlink (path);
}

static GPtrArray *
papers_of (Fixture *self, guint unit, guint target)
{
  return td_evidence_of_entry (self->store, self->movement, self->units[unit],
                               self->targets[target], self->periods[0]);
}

static void
test_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) papers = NULL, others = NULL;
  const TdEvidence *paper;
  g_autofree char *content = NULL;

  attach (self, 0, 0, "Công văn 15.PDF", "abc");
  papers = papers_of (self, 0, 0);
  others = papers_of (self, 1, 0);
  g_assert_cmpuint (papers->len, ==, 1);
  g_assert_cmpuint (others->len, ==, 0);
  paper = g_ptr_array_index (papers, 0);
  g_assert_cmpstr (paper->name, ==, "Công văn 15.PDF");
  g_assert_cmpstr (paper->hash, ==, ABC);
  g_assert_true (g_str_has_suffix (paper->path, "thu.evidence/ba/" ABC ".pdf"));
  g_assert_cmpint (paper->state, ==, TD_EVIDENCE_WHOLE);
  g_assert_true (g_file_get_contents (paper->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "abc");
}

/* The same content under another name is the same paper. */
static void
test_reused (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) papers = NULL;
  const TdEvidence *paper;
  guint n_before;
  g_autoptr (GPtrArray) journal = NULL, journal_after = NULL;

  attach (self, 0, 0, "a.pdf", "abc");
  attach (self, 1, 0, "b.pdf", "abc");
  attach (self, 1, 1, "c.png", "abc");
  journal = td_store_load_journal (self->store, TD_ID_NONE, 0, NULL);
  n_before = journal->len;
  attach (self, 1, 1, "c.png", "abc"); /* nothing new */
  journal_after = td_store_load_journal (self->store, TD_ID_NONE, 0, NULL);
  g_assert_cmpuint (journal_after->len, ==, n_before);
  papers = td_evidence_load (self->store, self->movement);
  g_assert_cmpuint (papers->len, ==, 1);
  paper = g_ptr_array_index (papers, 0);
  g_assert_cmpuint (paper->n_uses, ==, 3);
  g_assert_cmpuint (paper->n_units, ==, 2);
  g_assert_cmpuint (paper->n_targets, ==, 2);
}

static void
test_missing_and_altered (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) whole = NULL, altered = NULL, longer = NULL, missing = NULL;
  const char *path;

  attach (self, 0, 0, "a.pdf", "abc");
  whole = papers_of (self, 0, 0);
  path = ((TdEvidence *) g_ptr_array_index (whole, 0))->path;
  g_assert_true (g_file_set_contents (path, "abd", -1, NULL));
  altered = td_evidence_load (self->store, self->movement);
  g_assert_cmpint (((TdEvidence *) g_ptr_array_index (altered, 0))->state, ==, TD_EVIDENCE_ALTERED);
  g_assert_true (g_file_set_contents (path, "abcd", -1, NULL));
  longer = papers_of (self, 0, 0);
  g_assert_cmpint (((TdEvidence *) g_ptr_array_index (longer, 0))->state, ==, TD_EVIDENCE_ALTERED);
  g_unlink (path);
  missing = papers_of (self, 0, 0);
  g_assert_cmpint (((TdEvidence *) g_ptr_array_index (missing, 0))->state, ==, TD_EVIDENCE_MISSING);
  /* Attached once more, it is there again. */
  attach (self, 1, 0, "a.pdf", "abc");
  g_clear_pointer (&whole, g_ptr_array_unref);
  whole = papers_of (self, 0, 0);
  g_assert_cmpint (((TdEvidence *) g_ptr_array_index (whole, 0))->state, ==, TD_EVIDENCE_WHOLE);
}

static void
test_detached (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) papers = NULL, after = NULL, all = NULL;
  g_autoptr (GError) error = NULL;

  attach (self, 0, 0, "a.pdf", "abc");
  papers = papers_of (self, 0, 0);
  g_assert_true (td_evidence_detach (self->store,
                                     ((TdEvidence *) g_ptr_array_index (papers, 0))->use, &error));
  after = papers_of (self, 0, 0);
  g_assert_cmpuint (after->len, ==, 0);
  all = td_evidence_load (self->store, self->movement);
  g_assert_cmpuint (((TdEvidence *) g_ptr_array_index (all, 0))->n_uses, ==, 0);
  g_assert_true (td_store_undo (self->store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, &error));
  g_clear_pointer (&after, g_ptr_array_unref);
  after = papers_of (self, 0, 0);
  g_assert_cmpuint (after->len, ==, 1);
}

static void
test_gaps (Fixture *self, gconstpointer data)
{
  g_autoptr (TdRecord) target =
      td_store_get (self->store, TD_TABLE_TARGETS, self->targets[0], self->movement);
  g_autoptr (TdMovement) movement = NULL;
  g_autoptr (GArray) gaps = NULL;
  g_autoptr (GError) error = NULL;

  td_record_set_text (target, TD_TARGET_EVIDENCE, "Danh mục văn bản");
  fixture_put (self, "Minh chứng", target, NULL, &error);
  g_assert_no_error (error);
  fixture_enter (self, 0, 0, "1", "2");
  fixture_enter (self, 1, 0, "1", "2");
  attach (self, 0, 0, "a.pdf", "abc");
  movement = td_store_load_movement (self->store, self->movement, &error);
  g_assert_no_error (error);
  gaps = td_evidence_find_gaps (self->store, movement);
  g_assert_cmpuint (gaps->len, ==, 1);
  g_assert_cmpint (g_array_index (gaps, TdEvidenceGap, 0).unit, ==, self->units[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/desk/evidence/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("kept", test_kept);
  ADD ("reused", test_reused);
  ADD ("missing-and-altered", test_missing_and_altered);
  ADD ("detached", test_detached);
  ADD ("gaps", test_gaps);
  return g_test_run ();
}
