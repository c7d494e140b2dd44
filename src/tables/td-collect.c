/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-collect-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-date.h"
#include "tables/td-old-workbook.h"

#define MAX_PROPOSALS_NAMED 3
/* A folder for each district, in it one for each unit, in it one for each month: more is another thing. */
#define MAX_FOLDERS_DEEP 8

static void
clear_proposal (gpointer data)
{
  TdCollectRow *self = data;

  g_free (self->public.where);
  g_free (self->public.what);
  g_free (self->public.sent);
  g_free (self->public.came);
  g_free (self->public.now);
  g_free (self->public.reason);
  g_clear_pointer (&self->record, td_record_free);
}

TdCollect *
td_collect_new (TdStore *store)
{
  TdCollect *self = g_new0 (TdCollect, 1);

  self->store = g_object_ref (store);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) td_form_page_free);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->proposals = g_array_new (FALSE, TRUE, sizeof (TdCollectRow));
  g_array_set_clear_func (self->proposals, clear_proposal);
  self->movements = g_ptr_array_new_with_free_func ((GDestroyNotify) td_movement_free);
  self->reading = td_problems_new ();
  self->problems = td_problems_new ();
  self->takes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
td_collect_free (TdCollect *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->proposals);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->movements);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->takes);
  td_problems_free (self->reading);
  td_problems_free (self->problems);
  g_object_unref (self->store);
  g_free (self);
}

/* --- files ---------------------------------------------------------------------------------------- */

static void
note_failure (TdCollect *self, const char *name, const GError *error)
{
  const char *colon = strstr (error->message, ": ");
  gsize length = strlen (name);

  /* Most refusals begin with their place. */
  if (colon != NULL && strncmp (error->message, name, length) == 0)
    td_problems_take (self->reading, g_strndup (error->message, (gsize) (colon - error->message)),
                      g_strdup (colon + 2), FALSE);
  else
    td_problems_add (self->reading, name, "%s", error->message);
}

/* Reads a workbook; one of old Excel by way of LibreOffice, and its forms keep the name they came by. */
static gboolean
read_forms (TdCollect *self, const char *path, const char *name, GCancellable *cancellable,
            GError **error)
{
  guint before = self->pages->len;
  g_autoptr (TdOldWorkbook) old = NULL;

  if (!td_old_workbook_is (path))
    return td_form_read (path, self->pages, self->reading, cancellable, error);
  old = td_old_workbook_convert (path, cancellable, error);
  if (old == NULL
      || !td_form_read (td_old_workbook_get_path (old), self->pages, self->reading, cancellable,
                        error))
    return FALSE;
  for (guint i = before; i < self->pages->len; i++)
    {
      TdFormPage *page = g_ptr_array_index (self->pages, i);

      g_free (page->file);
      page->file = g_strdup (name);
    }
  return TRUE;
}

static void
add_file (TdCollect *self, const char *path, GCancellable *cancellable)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *content = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  guint before;

  if (g_file_get_contents (path, &content, &length, NULL))
    {
      hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
      if (g_hash_table_contains (self->seen, hash))
        {
          td_problems_warn (self->reading, name, _ ("is the same file as %s; it was read once"),
                            (const char *) g_hash_table_lookup (self->seen, hash));
          return;
        }
      g_clear_pointer (&content, g_free);
    }
  before = self->pages->len;
  if (!read_forms (self, path, name, cancellable, &error))
    note_failure (self, name, error);
  for (guint i = before; i < self->pages->len; i++)
    ((TdFormPage *) g_ptr_array_index (self->pages, i))->hash = g_strdup (hash);
  if (hash != NULL)
    g_hash_table_insert (self->seen, g_steal_pointer (&hash), g_steal_pointer (&name));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Programs leave `~$form.xlsx` and `.~lock.form.ods#` beside what they have open, systems their own. */
static gboolean
is_passed_over (const char *name)
{
  return *name == '.' || *name == '~' || g_ascii_strcasecmp (name, "Thumbs.db") == 0
         || g_ascii_strcasecmp (name, "desktop.ini") == 0;
}

/* What a form may have come as; those that cannot be read are refused with what to do. */
static gboolean
is_table_name (const char *name)
{
  static const char *const endings[] = { ".xlsx", ".xlsm", ".xltx", ".xltm", ".ods",
                                         ".xls",  ".xlsb", ".fods", ".et" };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

/* The files of a folder and of those in it; what is left out is said. Links are not followed. */
static guint
add_folder (TdCollect *self, const char *path, guint depth, GCancellable *cancellable)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  guint n = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (!is_passed_over (name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *full = g_build_filename (path, g_ptr_array_index (names, i), NULL);
      g_autofree char *shown = g_filename_display_name (g_ptr_array_index (names, i));

      if (g_file_test (full, G_FILE_TEST_IS_DIR))
        {
          if (!g_file_test (full, G_FILE_TEST_IS_SYMLINK) && depth < MAX_FOLDERS_DEEP)
            n += add_folder (self, full, depth + 1, cancellable);
          else
            td_problems_warn (self->reading, shown, "%s",
                              _ ("this folder lies too deep or is a link; it was not looked into"));
        }
      else if (is_table_name (shown))
        {
          add_file (self, full, cancellable);
          n++;
        }
      else
        td_problems_warn (self->reading, shown, "%s", _ ("is no workbook and was not read"));
    }
  return n;
}

void
td_collect_add (TdCollect *self, const char *path, GCancellable *cancellable)
{
  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    add_file (self, path, cancellable);
  else if (add_folder (self, path, 0, cancellable) == 0)
    td_problems_add (self->reading, path, "%s", _ ("there is no workbook in this folder"));
}

guint
td_collect_get_n_pages (const TdCollect *self)
{
  return self->pages->len;
}

const TdFormPage *
td_collect_get_page (const TdCollect *self, guint page)
{
  return g_ptr_array_index (self->pages, page);
}

/* --- comparing ------------------------------------------------------------------------------------ */

static void
apply_takes (TdCollect *self)
{
  for (guint i = 0; i < self->proposals->len; i++)
    {
      TdCollectRow *p = &g_array_index (self->proposals, TdCollectRow, i);

      p->public.take =
          (TdTake) GPOINTER_TO_INT (g_hash_table_lookup (self->takes, p->public.where));
    }
}

static void
note_problem (TdCollect *self, const TdCollectRow *p)
{
  const TdProposal *public = &p->public;

  if (public->verdict == TD_VERDICT_REFUSED)
    {
      gboolean said = FALSE;

      /* Each bad cell of a row is named. */
      for (guint i = TD_FORM_FIRST; i <= TD_FORM_NOTE; i++)
        {
          const TdFormInput *input = td_form_row_input (p->row, i);

          if (input->value.remark == NULL)
            continue;
          td_problems_add (self->problems, input->where, "%s", input->value.remark);
          said = said || strcmp (input->where, public->where) == 0;
        }
      if (!said)
        td_problems_add (self->problems, public->where, "%s", public->reason);
    }
  else if (public->verdict == TD_VERDICT_CONFLICT && public->take == TD_TAKE_ASK)
    td_problems_add (
        self->problems, public->where, _ ("%s (sent: %s; came back: %s; in the file: %s)"),
        public->reason, *public->sent != '\0' ? public->sent : "–",
        *public->came != '\0' ? public->came : "–", *public->now != '\0' ? public->now : "–");
  else if (public->reason != NULL)
    td_problems_warn (self->problems, public->where, "%s", public->reason);
  else
    for (guint i = TD_FORM_FIRST; i <= TD_FORM_NOTE; i++)
      if (td_form_row_input (p->row, i)->hint != NULL)
        td_problems_warn (self->problems, td_form_row_input (p->row, i)->where, "%s",
                          td_form_row_input (p->row, i)->hint);
}

static void
gather_problems (TdCollect *self)
{
  for (guint i = 0; i < td_problems_get_count (self->reading); i++)
    {
      const TdProblem *problem = td_problems_get (self->reading, i);

      td_problems_take (self->problems, g_strdup (problem->where), g_strdup (problem->what),
                        problem->warning);
    }
  for (guint i = 0; i < self->pages->len; i++)
    {
      const TdFormPage *page = g_ptr_array_index (self->pages, i);

      for (guint k = 0; k < page->missing->len; k++)
        td_problems_warn (
            self->problems, page->where,
            _ ("the row of the target %s is not there any more; nothing was read for it"),
            (const char *) g_ptr_array_index (page->missing, k));
    }
  for (guint i = 0; i < self->proposals->len; i++)
    note_problem (self, &g_array_index (self->proposals, TdCollectRow, i));
}

void
td_collect_compare (TdCollect *self)
{
  g_array_set_size (self->proposals, 0);
  g_ptr_array_set_size (self->movements, 0);
  td_problems_free (self->problems);
  self->problems = td_problems_new ();
  for (guint i = 0; i < self->pages->len; i++)
    td_collect_compare_page (self, i);
  td_collect_settle_twins (self);
  apply_takes (self);
  gather_problems (self);
}

guint
td_collect_get_n_proposals (const TdCollect *self)
{
  return self->proposals->len;
}

const TdProposal *
td_collect_get_proposal (const TdCollect *self, guint index)
{
  return &g_array_index (self->proposals, TdCollectRow, index).public;
}

guint
td_collect_count (const TdCollect *self, TdVerdict verdict)
{
  guint n = 0;

  for (guint i = 0; i < self->proposals->len; i++)
    n += g_array_index (self->proposals, TdCollectRow, i).public.verdict == verdict;
  return n;
}

static void
take (TdCollect *self, TdCollectRow *p, TdTake how)
{
  p->public.take = how;
  g_hash_table_replace (self->takes, g_strdup (p->public.where), GINT_TO_POINTER ((int) how));
}

void
td_collect_set_take (TdCollect *self, guint index, TdTake how)
{
  TdCollectRow *p = &g_array_index (self->proposals, TdCollectRow, index);

  take (self, p, how);
  if (how == TD_TAKE_THEIRS)
    for (guint i = 0; i < self->proposals->len; i++)
      if (i != index
          && td_collect_same_entry (p, &g_array_index (self->proposals, TdCollectRow, i)))
        take (self, &g_array_index (self->proposals, TdCollectRow, i), TD_TAKE_OURS);
  td_problems_free (self->problems);
  self->problems = td_problems_new ();
  for (guint i = 0; i < self->pages->len; i++)
    td_collect_check_page (self, g_ptr_array_index (self->pages, i));
  gather_problems (self);
}

const TdProblems *
td_collect_get_problems (const TdCollect *self)
{
  return self->problems;
}

/* --- writing -------------------------------------------------------------------------------------- */

static gboolean
is_written (const TdCollectRow *p)
{
  switch (p->public.verdict)
    {
    case TD_VERDICT_CHANGE:
      return p->public.take != TD_TAKE_OURS;
    case TD_VERDICT_CONFLICT:
      return p->public.take == TD_TAKE_THEIRS && p->record != NULL;
    case TD_VERDICT_SAME:
    case TD_VERDICT_REFUSED:
    default:
      return FALSE;
    }
}

guint
td_collect_get_n_writes (const TdCollect *self)
{
  guint n = 0;

  for (guint i = 0; i < self->proposals->len; i++)
    n += is_written (&g_array_index (self->proposals, TdCollectRow, i));
  return n;
}

typedef struct
{
  TdCollect *collect;
  TdDate received_on;
  const char *number; /* incoming number; may be NULL */
} Run;

static char *
where_func (const TdRecord *record, int field, gpointer data)
{
  Run *run = data;

  for (guint i = 0; i < run->collect->proposals->len; i++)
    if (g_array_index (run->collect->proposals, TdCollectRow, i).record == record)
      return g_strdup (g_array_index (run->collect->proposals, TdCollectRow, i).public.where);
  return NULL;
}

/* Proof that the form came: once a file. */
static gboolean
put_receipt (TdTxn *txn, const Run *run, guint page, const TdProposal *p, GError **error)
{
  const TdFormPage *form = g_ptr_array_index (run->collect->pages, page);
  g_autoptr (TdRecord) receipt = td_record_new (TD_TABLE_RECEIPTS, p->movement);

  if (form->hash == NULL)
    return TRUE;
  td_record_set_ref (receipt, TD_RECEIPT_UNIT, p->unit);
  td_record_set_ref (receipt, TD_RECEIPT_PERIOD, p->period);
  td_record_set_text (receipt, TD_RECEIPT_HASH, form->hash);
  td_record_set_date (receipt, TD_RECEIPT_RECEIVED_ON, run->received_on);
  td_record_set_text (receipt, TD_RECEIPT_NUMBER, run->number);
  td_record_set_text (receipt, TD_RECEIPT_FILE, form->file);
  return td_txn_find_twin (txn, receipt) != TD_ID_NONE || td_txn_put (txn, receipt, error);
}

static gboolean
put_receipts (TdTxn *txn, const Run *run, GError **error)
{
  int last = -1;

  /* The proposals of a form lie together. */
  for (guint i = 0; i < run->collect->proposals->len; i++)
    {
      const TdProposal *p = td_collect_get_proposal (run->collect, i);

      if ((int) p->page == last)
        continue;
      last = (int) p->page;
      if (!put_receipt (txn, run, p->page, p, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_func (TdTxn *txn, gpointer data, GError **error)
{
  Run *run = data;

  td_txn_set_where (txn, where_func, run);
  for (guint i = 0; i < run->collect->proposals->len; i++)
    {
      TdCollectRow *p = &g_array_index (run->collect->proposals, TdCollectRow, i);

      if (!is_written (p))
        continue;
      if (p->gone)
        {
          if (!td_txn_delete_entry (txn, p->public.target, p->public.unit, p->public.period, error))
            return FALSE;
          continue;
        }
      td_record_set_date (p->record, TD_ENTRY_RECEIVED_ON, run->received_on);
      if (!td_txn_put (txn, p->record, error))
        return FALSE;
    }
  return put_receipts (txn, run, error);
}

static char *
make_label (const TdCollect *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->pages->len && i < MAX_PROPOSALS_NAMED; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((TdFormPage *) g_ptr_array_index (self->pages, i))->file);
  if (self->pages->len > MAX_PROPOSALS_NAMED)
    g_string_append (names, "…");
  {
    char *label = g_strdup_printf (_ ("Forms taken in: %s"), names->str);

    g_string_free (names, TRUE);
    return label;
  }
}

/* Whether the file still holds what the preview said. */
static gboolean
is_up_to_date (TdCollect *self)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
  gboolean same = TRUE;

  for (guint i = 0; i < self->proposals->len; i++)
    {
      const TdProposal *p = td_collect_get_proposal (self, i);

      g_ptr_array_add (before, g_strdup_printf ("%d %s %s", p->verdict, p->where, p->now));
    }
  td_collect_compare (self);
  same = before->len == self->proposals->len;
  for (guint i = 0; same && i < self->proposals->len; i++)
    {
      const TdProposal *p = td_collect_get_proposal (self, i);
      g_autofree char *now = g_strdup_printf ("%d %s %s", p->verdict, p->where, p->now);

      same = strcmp (now, g_ptr_array_index (before, i)) == 0;
    }
  return same;
}

gboolean
td_collect_run (TdCollect *self, TdWriteMode mode, gboolean partly, TdDate received_on,
                const char *number, GError **error)
{
  g_autofree char *label = make_label (self);
  g_autoptr (TdProblems) fresh = td_problems_new ();
  gboolean ok;
  Run run = { self, received_on != TD_DATE_NONE ? received_on : td_date_today (), number };

  if (!is_up_to_date (self))
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_CONFLICT,
                           _ ("the file has changed since; look at the proposals again"));
      return FALSE;
    }
  if (!partly && td_problems_get_n_errors (self->problems) > 0)
    return td_problems_fail (self->problems, error);
  /* The door counts what is wrong with what it is given, not what was left out before. */
  ok = td_store_write (self->store, label, mode, run_func, &run, fresh, error);
  for (guint i = 0; i < td_problems_get_count (fresh); i++)
    {
      const TdProblem *problem = td_problems_get (fresh, i);

      td_problems_take (self->problems, g_strdup (problem->where), g_strdup (problem->what),
                        problem->warning);
    }
  return ok;
}
