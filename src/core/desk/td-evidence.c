/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-desk"

#include "desk/td-evidence.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/td-date.h"
#include "base/td-text.h"

#define CHUNK 65536
#define PREFIX                                                                                     \
  2 /* letters of the hash that name a folder: some file systems dislike thousands of files */

static void
free_evidence (gpointer data)
{
  TdEvidence *self = data;

  g_free (self->name);
  g_free (self->hash);
  g_free (self->path);
  g_free (self);
}

/* --- files ---------------------------------------------------------------------------------------- */

char *
td_evidence_folder (TdStore *store)
{
  const char *path = td_store_get_path (store);
  g_autofree char *stem = g_str_has_suffix (path, TD_FILE_ENDING)
                              ? g_strndup (path, strlen (path) - strlen (TD_FILE_ENDING))
                              : g_strdup (path);

  return g_strconcat (stem, ".evidence", NULL);
}

/* The kept file keeps its ending, for programs that open it. */
static char *
kept_path (TdStore *store, const char *hash, const char *name)
{
  g_autofree char *folder = td_evidence_folder (store);
  g_autofree char *prefix = g_strndup (hash, PREFIX);
  const char *dot = strrchr (name, '.');
  GString *file = g_string_new (hash);

  if (dot != NULL && strlen (dot) <= 6)
    {
      g_string_append_c (file, '.');
      for (const char *c = dot + 1; *c != '\0'; c++)
        if (g_ascii_isalnum (*c))
          g_string_append_c (file, g_ascii_tolower (*c));
    }
  {
    g_autofree char *last = g_string_free (file, FALSE);

    return g_build_filename (folder, prefix, last, NULL);
  }
}

static char *
hash_file (const char *path, goffset *size, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *buffer = g_malloc (CHUNK);
  gssize n;

  if (stream == NULL)
    return NULL;
  *size = 0;
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, CHUNK, NULL, error)) > 0)
    {
      g_checksum_update (sum, buffer, n);
      *size += n;
    }
  return n == 0 ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

/* Whether the kept file still has the content it is named after. */
TdEvidenceState
td_evidence_check_file (const char *path, const char *hash)
{
  g_autofree char *now = NULL;
  goffset size;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TD_EVIDENCE_MISSING;
  now = hash_file (path, &size, NULL);
  return now != NULL && strcmp (now, hash) == 0 ? TD_EVIDENCE_WHOLE : TD_EVIDENCE_ALTERED;
}

/* The same at a glance, by its size: for a list that is drawn at every step of the cursor. */
static TdEvidenceState
glance_at_file (const char *path, gint64 size)
{
  GStatBuf there;

  if (g_stat (path, &there) != 0 || !S_ISREG (there.st_mode))
    return TD_EVIDENCE_MISSING;
  return there.st_size == size ? TD_EVIDENCE_WHOLE : TD_EVIDENCE_ALTERED;
}

/* Copies a file into the folder, whole or not at all; what is there and right stays. */
static gboolean
keep_file (const char *from, const char *path, const char *hash, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *neighbour = g_strconcat (path, ".new", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (from), target = g_file_new_for_path (neighbour);

  if (td_evidence_check_file (path, hash) == TD_EVIDENCE_WHOLE)
    return TRUE;
  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_FAILED, _ ("the folder %s cannot be made: %s"), folder,
                   g_strerror (errno));
      return FALSE;
    }
  if (!g_file_copy (source, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL,
                    NULL, NULL, error))
    return FALSE;
  /* It may have changed while it was copied. */
  if (td_evidence_check_file (neighbour, hash) != TD_EVIDENCE_WHOLE
      || g_rename (neighbour, path) != 0)
    {
      g_unlink (neighbour);
      g_set_error (error, TD_ERROR, TD_ERROR_FAILED, _ ("the file %s could not be kept"), from);
      return FALSE;
    }
  return TRUE;
}

/* --- attaching ------------------------------------------------------------------------------------ */

typedef struct
{
  TdRecord *evidence; /* owned */
} Kept;

static void
clear_kept (gpointer data)
{
  td_record_free (((Kept *) data)->evidence);
}

typedef struct
{
  GArray *kept; /* of Kept */
  TdRecord *use;
  TdId movement;
} Attach;

static gboolean
attach_func (TdTxn *txn, gpointer data, GError **error)
{
  Attach *attach = data;

  for (guint i = 0; i < attach->kept->len; i++)
    {
      TdRecord *evidence = g_array_index (attach->kept, Kept, i).evidence;
      TdId there = td_txn_find (txn, TD_TABLE_EVIDENCE, attach->movement,
                                td_record_get_text (evidence, TD_EVIDENCE_HASH));
      g_autoptr (TdRecord) use = td_record_copy (attach->use);

      if (there == TD_ID_NONE && !td_txn_put (txn, evidence, error))
        return FALSE;
      td_record_set_ref (use, TD_EVIDENCE_USE_EVIDENCE, there != TD_ID_NONE ? there : evidence->id);
      if (td_txn_find_twin (txn, use) == TD_ID_NONE && !td_txn_put (txn, use, error))
        return FALSE;
    }
  return TRUE;
}

/* Keeps one file under the name that the movement knows it by, if it does. */
static gboolean
keep (TdStore *store, TdId movement, const char *path, GArray *kept, GError **error)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *display = g_filename_display_name (base);
  g_autofree char *name = td_text_normalize (display, -1, FALSE, NULL);
  g_autofree char *hash = NULL, *place = NULL;
  g_autoptr (TdRecord) there = NULL;
  goffset size;
  TdId id;
  Kept one;

  hash = hash_file (path, &size, error);
  if (hash == NULL)
    return FALSE;
  id = td_store_find (store, TD_TABLE_EVIDENCE, movement, hash);
  there = id != TD_ID_NONE ? td_store_get (store, TD_TABLE_EVIDENCE, id, movement) : NULL;
  place = kept_path (store, hash,
                     there != NULL  ? td_record_get_text (there, TD_EVIDENCE_NAME)
                     : name != NULL ? name
                                    : hash);
  if (!keep_file (path, place, hash, error))
    return FALSE;
  one.evidence = td_record_new (TD_TABLE_EVIDENCE, movement);
  td_record_set_text (one.evidence, TD_EVIDENCE_HASH, hash);
  td_record_set_text (one.evidence, TD_EVIDENCE_NAME, name != NULL ? name : hash);
  td_record_set_number (one.evidence, TD_EVIDENCE_SIZE, size);
  td_record_set_date (one.evidence, TD_EVIDENCE_ADDED_ON, td_date_today ());
  g_array_append_val (kept, one);
  return TRUE;
}

gboolean
td_evidence_attach (TdStore *store, TdId movement, TdId unit, TdId target, TdId period,
                    const GPtrArray *paths, GError **error)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_autoptr (TdRecord) use = td_record_new (TD_TABLE_EVIDENCE_USES, movement);
  g_autoptr (TdRecord) entry = td_record_new (TD_TABLE_ENTRIES, TD_ID_NONE);
  g_autofree char *words = NULL, *label = NULL;
  Attach attach = { kept, use, movement };

  g_array_set_clear_func (kept, clear_kept);
  for (guint i = 0; i < paths->len; i++)
    if (!keep (store, movement, g_ptr_array_index (paths, i), kept, error))
      return FALSE;
  td_record_set_ref (use, TD_EVIDENCE_USE_UNIT, unit);
  td_record_set_ref (use, TD_EVIDENCE_USE_TARGET, target);
  td_record_set_ref (use, TD_EVIDENCE_USE_PERIOD, period);
  td_record_set_ref (entry, TD_ENTRY_UNIT, unit);
  td_record_set_ref (entry, TD_ENTRY_TARGET, target);
  td_record_set_ref (entry, TD_ENTRY_PERIOD, period);
  words = td_store_record_words (store, entry);
  label = g_strdup_printf (_ ("Attach evidence to %s"), words);
  return td_store_write (store, label, TD_WRITE_COMMIT, attach_func, &attach, NULL, error);
}

static gboolean
detach_func (TdTxn *txn, gpointer data, GError **error)
{
  return td_txn_delete (txn, TD_TABLE_EVIDENCE_USES, *(const TdId *) data, error);
}

gboolean
td_evidence_detach (TdStore *store, TdId use, GError **error)
{
  return td_store_write (store, _ ("Take evidence away"), TD_WRITE_COMMIT, detach_func, &use, NULL,
                         error);
}

/* --- asking --------------------------------------------------------------------------------------- */

typedef struct
{
  TdId unit, target, period;
  gboolean all;
} Wanted;

static gboolean
is_of (const TdRecord *use, const Wanted *wanted)
{
  return td_record_get_ref (use, TD_EVIDENCE_USE_UNIT) == wanted->unit
         && td_record_get_ref (use, TD_EVIDENCE_USE_TARGET) == wanted->target
         && td_record_get_ref (use, TD_EVIDENCE_USE_PERIOD) == wanted->period;
}

/* Counts who uses a paper; remembers the use by the entry that is asked about. */
static void
count_uses (TdEvidence *paper, GPtrArray *uses, const Wanted *wanted)
{
  g_autoptr (GHashTable) units = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) targets = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < uses->len; i++)
    {
      TdRecord *use = g_ptr_array_index (uses, i);

      if (td_record_get_ref (use, TD_EVIDENCE_USE_EVIDENCE) != paper->id)
        continue;
      paper->n_uses++;
      g_hash_table_add (units, &use->values[TD_EVIDENCE_USE_UNIT].number);
      g_hash_table_add (targets, &use->values[TD_EVIDENCE_USE_TARGET].number);
      if (!wanted->all && is_of (use, wanted))
        paper->use = use->id;
    }
  paper->n_units = g_hash_table_size (units);
  paper->n_targets = g_hash_table_size (targets);
}

static GPtrArray *
load (TdStore *store, TdId movement, const Wanted *wanted)
{
  GPtrArray *papers = g_ptr_array_new_with_free_func (free_evidence);
  g_autoptr (GPtrArray) records = td_store_load (store, TD_TABLE_EVIDENCE, movement, NULL);
  g_autoptr (GPtrArray) uses = td_store_load (store, TD_TABLE_EVIDENCE_USES, movement, NULL);

  for (guint i = 0; records != NULL && uses != NULL && i < records->len; i++)
    {
      const TdRecord *record = g_ptr_array_index (records, i);
      TdEvidence *paper = g_new0 (TdEvidence, 1);

      paper->id = record->id;
      count_uses (paper, uses, wanted);
      if (!wanted->all && paper->use == TD_ID_NONE)
        {
          g_free (paper);
          continue;
        }
      paper->name = g_strdup (td_record_get_text (record, TD_EVIDENCE_NAME));
      paper->hash = g_strdup (td_record_get_text (record, TD_EVIDENCE_HASH));
      paper->path = kept_path (store, paper->hash, paper->name);
      paper->state =
          wanted->all
              ? td_evidence_check_file (paper->path, paper->hash)
              : glance_at_file (paper->path, td_record_get_number (record, TD_EVIDENCE_SIZE, 0));
      g_ptr_array_add (papers, paper);
    }
  return papers;
}

GPtrArray *
td_evidence_of_entry (TdStore *store, TdId movement, TdId unit, TdId target, TdId period)
{
  Wanted wanted = { unit, target, period, FALSE };

  return load (store, movement, &wanted);
}

GPtrArray *
td_evidence_load (TdStore *store, TdId movement)
{
  Wanted wanted = { .all = TRUE };

  return load (store, movement, &wanted);
}

char *
td_evidence_dup_path (TdStore *store, const TdRecord *evidence)
{
  return kept_path (store, td_record_get_text (evidence, TD_EVIDENCE_HASH),
                    td_record_get_text (evidence, TD_EVIDENCE_NAME));
}

TdEvidenceState
td_evidence_look (TdStore *store, const TdRecord *evidence)
{
  g_autofree char *path = td_evidence_dup_path (store, evidence);

  return td_evidence_check_file (path, td_record_get_text (evidence, TD_EVIDENCE_HASH));
}

GArray *
td_evidence_find_gaps (TdStore *store, const TdMovement *movement)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (TdEvidenceGap));
  g_autoptr (GPtrArray) uses = td_store_load (store, TD_TABLE_EVIDENCE_USES, movement->id, NULL);
  g_autoptr (GHashTable) served = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; uses != NULL && i < uses->len; i++)
    {
      const TdRecord *use = g_ptr_array_index (uses, i);

      g_hash_table_add (served, g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                                                 " %" G_GINT64_FORMAT,
                                                 td_record_get_ref (use, TD_EVIDENCE_USE_UNIT),
                                                 td_record_get_ref (use, TD_EVIDENCE_USE_TARGET),
                                                 td_record_get_ref (use, TD_EVIDENCE_USE_PERIOD)));
    }
  for (guint i = 0; i < movement->entries->len; i++)
    {
      const TdEntry *entry = td_movement_entry (movement, i);
      TdEvidenceGap gap = { td_movement_unit (movement, entry->unit)->id,
                            td_movement_target (movement, entry->target)->id,
                            td_movement_period (movement, entry->period)->id };
      g_autofree char *key =
          g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, gap.unit,
                           gap.target, gap.period);

      if (entry->state != TD_ENTRY_DRAFT
          && *td_movement_target (movement, entry->target)->evidence != '\0'
          && !g_hash_table_contains (served, key))
        g_array_append_val (gaps, gap);
    }
  return gaps;
}
