/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The dossier of the illustrative movement's round, with evidence behind its figures. Nominated are
 * the units 06712 (Phường Trần Phú), 06736 and NV, and two people (nominations.csv).
 */
#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "base/td-date.h"
#include "desk/td-evidence.h"
#include "print/td-office-stock.h"
#include "print/td-pages-private.h"
#include "print/td-pdf.h"
#include "print/td-round-dossier.h"
#include "tables/td-file-templates.h"

typedef struct
{
  char *folder;
  TdStore *store;
  TdDesk *desk;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("td-round-XXXXXX", NULL);
  path = g_build_filename (self->folder, "a.thidua", NULL);
  self->store = td_file_template_create ("mong-cai-2024-minh-hoa", path, &error);
  g_assert_no_error (error);
  self->desk = td_desk_new (self->store, TD_ID_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (td_desk_set_as_of (self->desk, td_date_new (2024, 12, 31), &error));
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      remove_tree (inside);
    }
  g_remove (path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->desk);
  td_store_close (self->store);
  g_object_unref (self->store);
  remove_tree (self->folder);
  g_free (self->folder);
}

static TdId
find (Fixture *self, TdTableId table, const char *code)
{
  TdId id = td_store_find (self->store, table, td_desk_get_movement_id (self->desk), code);

  g_assert_cmpint (id, !=, TD_ID_NONE);
  return id;
}

static void
attach (Fixture *self, const char *unit, const char *target, const char *period, const char *name,
        const char *content, gssize size)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, content, size, NULL));
  g_ptr_array_add (paths, path);
  td_evidence_attach (self->store, td_desk_get_movement_id (self->desk),
                      find (self, TD_TABLE_UNITS, unit), find (self, TD_TABLE_TARGETS, target),
                      find (self, TD_TABLE_PERIODS, period), paths, &error);
  g_assert_no_error (error);
}

/* A sheet that says @words. */
static void
attach_pdf (Fixture *self, const char *unit, const char *target, const char *period,
            const char *name, const char *words)
{
  g_autoptr (TdDocument) document = td_document_new (TD_PAPER_PROGRESS);
  TdSection *section = td_document_add_section (document, TD_SECTION_PLAIN, NULL);
  g_autoptr (TdPages) pages = NULL;
  g_autoptr (GBytes) bytes = NULL;

  td_document_set_final (document, "");
  td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_BODY), words, TD_RUN_PLAIN);
  pages = td_pages_new_for_document (document);
  bytes = td_pdf_to_bytes (pages, NULL, NULL);
  attach (self, unit, target, period, name, g_bytes_get_data (bytes, NULL),
          (gssize) g_bytes_get_size (bytes));
}

/* A file of the standard form that asks for a password: the keys in it belong to no password. */
static void
attach_locked (Fixture *self, const char *unit, const char *target, const char *period)
{
  static const char *const objects[] = {
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] >>",
    "<< /Filter /Standard /V 1 /R 2 /P -4 "
    "/O <0101010101010101010101010101010101010101010101010101010101010101> "
    "/U <0202020202020202020202020202020202020202020202020202020202020202> >>",
  };
  g_autoptr (GString) file = g_string_new ("%PDF-1.4\n");
  gsize at[G_N_ELEMENTS (objects)], table;

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      at[i] = file->len;
      g_string_append_printf (file, "%u 0 obj\n%s\nendobj\n", i + 1, objects[i]);
    }
  table = file->len;
  g_string_append (file, "xref\n0 5\n0000000000 65535 f \n");
  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    g_string_append_printf (file, "%010" G_GSIZE_FORMAT " 00000 n \n", at[i]);
  g_string_append_printf (file,
                          "trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [ <00> <00> ] >>\n"
                          "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          table);
  attach (self, unit, target, period, "khóa.pdf", file->str, (gssize) file->len);
}

static TdPages *
bind (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  TdPages *pages = td_round_dossier_new (self->desk, TD_ID_NONE, NULL, &error);

  g_assert_no_error (error);
  td_pages_get_n_pages (pages);
  return pages;
}

static guint
find_part (TdPages *pages, const char *title)
{
  for (guint i = 0; i < td_pages_get_n_parts (pages); i++)
    if (strcmp (td_pages_get_part_title (pages, i), title) == 0)
      return i;
  g_error ("no part “%s”", title);
}

static char *
read_page (PopplerDocument *pdf, guint index)
{
  PopplerPage *page = poppler_document_get_page (pdf, (int) index);
  char *text = poppler_page_get_text (page);

  g_object_unref (page);
  return text;
}

/*
 * In the order of the nominee list, then of targets and periods; a paper that serves twice is bound
 * once; the evidence of a unit that nobody nominated stays out.
 */
static void
test_bound (Fixture *self, gconstpointer data)
{
  g_autoptr (TdPages) pages = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  PopplerDocument *pdf;
  guint first, second;

  attach_pdf (self, "NV", "CT05", "2024-Q2", "báo cáo.pdf", "Báo cáo của Phòng Nội vụ");
  attach_pdf (self, "06712", "CT01", "2024-Q2", "danh mục.pdf", "Danh mục văn bản");
  attach_pdf (self, "06712", "CT01", "2024-Q3", "danh mục.pdf", "Danh mục văn bản");
  attach_pdf (self, "06712", "CT06", "2024-Q3", "danh mục.pdf", "Danh mục văn bản");
  attach_pdf (self, "06709", "CT01", "2024-Q2", "khác.pdf", "Của đơn vị không được đề nghị");
  pages = bind (self);
  /* Contents, proposal, five reports, two files. The minutes are there when there is a council. */
  first = find_part (pages, "Tài liệu kiểm chứng số 1: danh mục.pdf");
  second = find_part (pages, "Tài liệu kiểm chứng số 2: báo cáo.pdf");
  g_assert_cmpuint (second, ==, first + 1);
  g_assert_cmpuint (second + 1, ==, td_pages_get_n_parts (pages));
  g_assert_cmpuint (td_problems_get_count (td_pages_get_problems (pages)), ==, 0);
  bytes = td_pdf_to_bytes (pages, NULL, &error);
  g_assert_no_error (error);
  pdf = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  {
    guint page = td_pages_get_part_page (pages, first);
    g_autofree char *text = read_page (pdf, page);
    g_autofree char *footer = g_strdup_printf ("Hồ sơ - trang %u", page + 1);

    g_assert_nonnull (strstr (text, "Danh mục văn bản"));
    g_assert_nonnull (strstr (text, "Tài liệu kiểm chứng số 1: danh mục.pdf - Trần Phú: chỉ tiêu "
                                    "CT01 (Quý II/2024, Quý III/2024), CT06 (Quý III/2024)"));
    g_assert_nonnull (strstr (text, footer));
  }
  {
    /* The outline ends with them. */
    g_autoptr (GArray) outline = td_pages_list_outline (pages);
    const TdOutlineEntry *last = &g_array_index (outline, TdOutlineEntry, outline->len - 1);

    g_assert_cmpstr (last->title, ==, "Tài liệu kiểm chứng số 2: báo cáo.pdf");
    g_assert_cmpuint (last->page, ==, td_pages_get_part_page (pages, second));
  }
  g_object_unref (pdf);
}

static gboolean
says (const TdProblems *problems, const char *one, const char *other)
{
  for (guint i = 0; i < td_problems_get_count (problems); i++)
    if (strstr (td_problems_get (problems, i)->what, one) != NULL
        && strstr (td_problems_get (problems, i)->what, other) != NULL)
      return TRUE;
  return FALSE;
}

static char *
kept_path (Fixture *self, const char *name)
{
  g_autoptr (GPtrArray) papers =
      td_evidence_load (self->store, td_desk_get_movement_id (self->desk));

  for (guint i = 0; i < papers->len; i++)
    {
      const TdEvidence *paper = g_ptr_array_index (papers, i);

      if (strcmp (paper->name, name) == 0)
        return g_strdup (paper->path);
    }
  g_error ("no evidence “%s”", name);
}

/* Damaged, locked, gone, altered: each has its place, says so on it, and is named among the problems. */
static void
test_faults (Fixture *self, gconstpointer data)
{
  g_autoptr (TdPages) pages = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *gone = NULL, *altered = NULL, *text = NULL, *other = NULL;
  g_autoptr (TdDocument) list = NULL;
  const TdPaperSubject subject = TD_PAPER_SUBJECT_NONE;
  const TdProblems *problems;
  PopplerDocument *pdf;

  attach (self, "06712", "CT01", "2024-Q2", "hỏng.pdf", "%PDF-1.5\nkhông có gì", -1);
  attach_locked (self, "06712", "CT01", "2024-Q2");
  attach_pdf (self, "06712", "CT01", "2024-Q2", "mất.pdf", "Sẽ mất");
  attach_pdf (self, "06712", "CT01", "2024-Q2", "sửa.pdf", "Trước khi sửa");
  attach_pdf (self, "NV", "CT05", "2024-Q2", "mới.pdf", "Sau khi sửa");
  gone = kept_path (self, "mất.pdf");
  altered = kept_path (self, "sửa.pdf");
  other = kept_path (self, "mới.pdf");
  g_assert_cmpint (g_unlink (gone), ==, 0);
  {
    g_autofree char *contents = NULL;
    gsize size;

    g_assert_true (g_file_get_contents (other, &contents, &size, NULL));
    g_assert_true (g_file_set_contents (altered, contents, (gssize) size, NULL));
  }
  pages = bind (self);
  problems = td_pages_get_problems (pages);
  g_assert_cmpuint (td_problems_get_count (problems), ==, 4);
  g_assert_cmpuint (td_problems_get_n_errors (problems), ==, 3);
  g_assert_true (says (problems, "hỏng.pdf", "is damaged or is not a PDF"));
  g_assert_true (says (problems, "khóa.pdf", "protected by a password"));
  g_assert_true (says (problems, "mất.pdf", "not there any more"));
  g_assert_true (says (problems, "sửa.pdf", "altered since"));
  bytes = td_pdf_to_bytes (pages, NULL, NULL);
  pdf = poppler_document_new_from_bytes (bytes, NULL, NULL);
  g_assert_nonnull (pdf);
  for (guint i = 1; i <= 4; i++)
    {
      guint part = td_pages_get_n_parts (pages) - 6 + i;
      g_autofree char *title = g_strdup_printf ("Tài liệu kiểm chứng số %u: ", i);
      g_autofree char *page = read_page (pdf, td_pages_get_part_page (pages, part));

      g_assert_true (g_str_has_prefix (td_pages_get_part_title (pages, part), title));
      if (strstr (td_pages_get_part_title (pages, part), "sửa.pdf") != NULL)
        {
          g_assert_nonnull (strstr (page, "(Tệp đã bị sửa sau khi đính kèm)"));
          g_assert_nonnull (strstr (page, "Sau khi sửa"));
        }
      else
        g_assert_nonnull (strstr (page, "THIẾU TÀI LIỆU KIỂM CHỨNG"));
    }
  g_object_unref (pdf);
  /* The check list beside it says the same. */
  list = td_desk_paper_new (self->desk, TD_PAPER_CHECK_LIST, &subject, NULL, NULL);
  g_assert_nonnull (list);
  text = td_document_dup_text (list);
  g_assert_nonnull (strstr (text, "Tệp không còn ở nơi lưu"));
  g_assert_nonnull (strstr (text, "Tệp đã bị sửa sau khi đính kèm"));
  g_assert_nonnull (
      strstr (text, "Tài liệu kiểm chứng cho các số liệu đã báo cáo của Phường Trần Phú"));
}

static gboolean
put_office (TdTxn *txn, gpointer data, GError **error)
{
  const char *const *pair = data;
  g_autoptr (TdRecord) record = td_record_new (TD_TABLE_OFFICE, TD_ID_NONE);

  td_record_set_text (record, TD_OFFICE_KEY, pair[0]);
  td_record_set_text (record, TD_OFFICE_VALUE, pair[1]);
  return td_txn_put (txn, record, error);
}

static void
set_office (Fixture *self, const char *key, const char *value)
{
  const char *pair[] = { key, value };
  g_autoptr (GError) error = NULL;

  td_store_write (self->store, "Office", TD_WRITE_COMMIT, put_office, pair, NULL, &error);
  g_assert_no_error (error);
}

/* The office's own stock and sheet, once it has them; what cannot be read is said, not followed. */
static void
test_office_stock (Fixture *self, gconstpointer data)
{
  g_autoptr (TdStock) built_in = td_office_stock_new (self->store, FALSE, NULL);
  g_autoptr (TdStock) own = td_stock_copy (built_in), read = NULL, other = NULL;
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdDocument) document = NULL;
  g_autofree char *text = NULL;
  const TdPaperSubject subject = TD_PAPER_SUBJECT_NONE;

  g_assert_false (td_office_stock_is_a3 (self->store));
  td_stock_place_field (own, 0, 12.3, 45.6, 100, 10);
  text = td_stock_to_text (own);
  set_office (self, td_office_stock_key (FALSE), text);
  read = td_office_stock_new (self->store, FALSE, problems);
  g_assert_cmpfloat_with_epsilon (g_array_index (read->fields, TdStockField, 0).x, 12.3, 1e-6);
  g_assert_cmpuint (td_problems_get_count (problems), ==, 0);
  set_office (self, TD_OFFICE_SHEET_KEY, "a3");
  g_assert_true (td_office_stock_is_a3 (self->store));
  document = td_desk_paper_new (self->desk, TD_PAPER_CERTIFICATE, &subject, NULL, NULL);
  g_assert_nonnull (document);
  g_assert_true (((TdSection *) g_ptr_array_index (document->sections, 0))->flags & TD_SECTION_A3);
  set_office (self, td_office_stock_key (TRUE), "[phôi]\nkhổ=A3\n[tên]\ntrái=không rõ\n");
  other = td_office_stock_new (self->store, TRUE, problems);
  g_assert_true (other->a3);
  g_assert_cmpuint (other->fields->len, ==, built_in->fields->len);
  g_assert_cmpuint (td_problems_get_count (problems), >, 0);
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/print/round-dossier/bound", test_bound);
  add ("/print/round-dossier/faults", test_faults);
  add ("/print/round-dossier/office-stock", test_office_stock);
  return g_test_run ();
}
