/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <minizip/unzip.h>
#include <poppler.h>
#include <string.h>

#include "documents/sample-papers.h"
#include "print/td-docx.h"

/* A part of the file; "" when there is none. (transfer full) */
static char *
read_part (const char *path, const char *name)
{
  unzFile file = unzOpen64 (path);
  GString *out = g_string_new (NULL);
  char buffer[4096];
  int got;

  g_assert_nonnull (file);
  if (unzLocateFile (file, name, 1) == UNZ_OK && unzOpenCurrentFile (file) == UNZ_OK)
    {
      while ((got = unzReadCurrentFile (file, buffer, sizeof buffer)) > 0)
        g_string_append_len (out, buffer, got);
      g_assert_cmpint (unzCloseCurrentFile (file), ==, UNZ_OK);
    }
  unzClose (file);
  return g_string_free (out, FALSE);
}

static void
draw_figure (cairo_t *cr, double width, double height, const TdFigure *figure, gpointer data)
{
  cairo_rectangle (cr, 0, 0, width / 2, height / 2);
  cairo_fill (cr);
}

static char *
write_document (const char *folder, TdPaperKind kind, const TdDocument *document)
{
  g_autofree char *name = g_strconcat (td_paper_kind_get_name (kind), ".docx", NULL);
  char *path = g_build_filename (folder, name, NULL);
  TdDocxOptions options = { .figure = draw_figure };
  g_autoptr (GError) error = NULL;
  gboolean ok = td_docx_write (document, path, &options, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
  return path;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
check_element (GMarkupParseContext *context, const char *element, const char **names,
               const char **values, gpointer data, GError **error)
{
  GHashTable *styles = data;

  if (!g_str_equal (element, "w:pStyle"))
    return;
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "w:val"))
      g_assert_true (g_hash_table_contains (styles, values[i]));
}

/* Every part is XML, every style that is used is there. */
static void
test_parts (void)
{
  static const char *const parts[] = { "[Content_Types].xml", "_rels/.rels",
                                       "word/document.xml",   "word/_rels/document.xml.rels",
                                       "word/styles.xml",     "word/settings.xml",
                                       "word/header1.xml",    "word/header2.xml",
                                       "word/footer1.xml",    "docProps/core.xml" };
  static const GMarkupParser parser = { .start_element = check_element };
  g_autofree char *folder = g_dir_make_tmp ("td-docx-XXXXXX", NULL);

  for (guint kind = 0; kind < TD_N_PAPER_KINDS; kind++)
    {
      g_autoptr (TdDocument) document = sample_paper ((TdPaperKind) kind, kind % 2 == 0);
      g_autofree char *path = write_document (folder, (TdPaperKind) kind, document);
      g_autofree char *styles = read_part (path, "word/styles.xml");
      g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (const char *at = styles; (at = strstr (at, "w:styleId=\"")) != NULL;)
        {
          at += strlen ("w:styleId=\"");
          g_hash_table_add (known, g_strndup (at, strcspn (at, "\"")));
        }
      for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
        {
          g_autofree char *text = read_part (path, parts[p]);
          g_autoptr (GError) error = NULL;
          GMarkupParseContext *context =
              g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, known, NULL);

          g_assert_cmpuint (strlen (text), >, 0);
          g_markup_parse_context_parse (context, text, -1, &error);
          g_assert_no_error (error);
          g_markup_parse_context_end_parse (context, &error);
          g_assert_no_error (error);
          g_markup_parse_context_free (context);
        }
    }
  remove_folder (folder);
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_test_message ("missing: %s", part);
  g_assert_nonnull (strstr (text, part));
}

/* The decree's figures are there as the word processor counts them: twentieths and halves of a point. */
static void
test_layout (void)
{
  g_autofree char *folder = g_dir_make_tmp ("td-docx-XXXXXX", NULL);
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_PROPOSAL, TRUE);
  g_autofree char *path = write_document (folder, TD_PAPER_PROPOSAL, document);
  g_autofree char *body = read_part (path, "word/document.xml");
  g_autofree char *header = read_part (path, "word/header1.xml");
  g_autofree char *first = read_part (path, "word/header2.xml");
  g_autofree char *footer = read_part (path, "word/footer1.xml");
  g_autofree char *styles = read_part (path, "word/styles.xml");
  g_autoptr (TdDocument) draft = sample_paper (TD_PAPER_PROPOSAL, FALSE);
  g_autofree char *draft_path = write_document (folder, TD_PAPER_PROPOSAL, draft);
  g_autofree char *draft_header = read_part (draft_path, "word/header2.xml");

  /* A4 is 11906 by 16838; 20 mm are 1134, 30 mm 1701, 15 mm 850. */
  assert_has (body, "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>");
  assert_has (body, "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>");
  assert_has (body, "<w:pgMar w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\"");
  assert_has (body, "<w:pgNumType w:start=\"1\"/><w:titlePg/>");
  assert_has (body, "<w:tblHeader/>");
  assert_has (body, "<w:gridSpan w:val=\"5\"/>");
  assert_has (header, " PAGE ");
  g_assert_null (strstr (first, " PAGE "));
  g_assert_null (strstr (first, "DỰ THẢO"));
  assert_has (draft_header, "DỰ THẢO");
  assert_has (footer, "3F7A-21C9");
  assert_has (styles, "w:ascii=\"Times New Roman\"");
  assert_has (styles, "w:val=\"Quốc hiệu\"");
  /* 12.7 mm are 720; single and a half is 360, ours 276. */
  assert_has (styles, "w:line=\"276\"");
  assert_has (styles, "w:firstLine=\"720\"");
  remove_folder (folder);
}

static void
test_same_bytes (void)
{
  g_autofree char *folder = g_dir_make_tmp ("td-docx-XXXXXX", NULL);
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_BRIEFING, TRUE);
  g_autofree char *path = write_document (folder, TD_PAPER_BRIEFING, document);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *again = NULL;
  gsize first_size, second_size;

  g_file_get_contents (path, &first, &first_size, NULL);
  g_unlink (path);
  again = write_document (folder, TD_PAPER_BRIEFING, document);
  g_file_get_contents (again, &second, &second_size, NULL);
  g_assert_cmpmem (first, first_size, second, second_size);
  remove_folder (folder);
}

static void
test_refused (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_BRIEFING, TRUE);
  g_autoptr (GError) error = NULL;

  g_assert_false (td_docx_write (document, "/không/có/chỗ/này.docx", NULL, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_FAILED);
}

/* The words of @text in order, one space between them. (transfer full) */
static char *
normalize (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c) && c != 0xfeff)
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static void
assert_same (const char *found, const char *expected)
{
  gsize at = 0;

  while (found[at] != '\0' && found[at] == expected[at])
    at++;
  if (found[at] == expected[at])
    return;
  at = at > 40 ? at - 40 : 0;
  g_test_message ("found:    …%.160s", found + at);
  g_test_message ("expected: …%.160s", expected + at);
  g_assert_not_reached ();
}

/* LibreOffice opens it without a complaint, and what it reads is the paper. */
static void
test_in_libreoffice (void)
{
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autofree char *folder = NULL;
  g_autofree char *profile = NULL;
  g_auto (GStrv) environment = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  int status;

  if (program == NULL)
    {
      g_test_skip ("LibreOffice (libreoffice-writer-nogui) is not installed");
      return;
    }
  folder = g_dir_make_tmp ("td-docx-XXXXXX", NULL);
  profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  g_ptr_array_add (argv, g_strdup (program));
  g_ptr_array_add (argv, g_strdup (profile));
  g_ptr_array_add (argv, g_strdup ("--headless"));
  g_ptr_array_add (argv, g_strdup ("--convert-to"));
  g_ptr_array_add (argv, g_strdup ("txt:Text (encoded):UTF8"));
  g_ptr_array_add (argv, g_strdup ("--outdir"));
  g_ptr_array_add (argv, g_strdup (folder));
  for (guint kind = 0; kind < TD_N_PAPER_KINDS; kind++)
    {
      g_autoptr (TdDocument) document = sample_paper ((TdPaperKind) kind, TRUE);

      /* Its text filter leaves frames out: certificates are all frames. */
      if (kind != TD_PAPER_CERTIFICATE)
        g_ptr_array_add (argv, write_document (folder, (TdPaperKind) kind, document));
    }
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL,
                G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  for (guint kind = 0; kind < TD_N_PAPER_KINDS; kind++)
    {
      g_autoptr (TdDocument) document = sample_paper ((TdPaperKind) kind, TRUE);
      g_autofree char *name =
          g_strconcat (td_paper_kind_get_name ((TdPaperKind) kind), ".txt", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autofree char *expected = td_document_dup_text (document);
      g_autofree char *want = NULL;
      g_autofree char *have = NULL;

      if (kind == TD_PAPER_CERTIFICATE)
        continue;
      g_test_message ("%s", td_paper_kind_get_name ((TdPaperKind) kind));
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      want = normalize (expected);
      have = normalize (text);
      assert_same (have, want);
    }
  remove_folder (folder);
}

static gboolean
run_libreoffice (const char *program, const char *folder, const char *format, const char *file)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  const char *argv[] = { program, profile, "--headless", "--convert-to", format, "--outdir",
                         folder,  file,    NULL };
  int status;

  return g_spawn_sync (NULL, (char **) argv, NULL,
                       G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                       NULL, &status, NULL)
         && g_spawn_check_wait_status (status, NULL);
}

/* Certificates are all frames, which LibreOffice's text filter leaves out; its pages show them. */
static void
test_certificates_in_libreoffice (void)
{
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autofree char *folder = NULL, *file = NULL, *pdf = NULL, *expected = NULL, *have = NULL;
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_CERTIFICATE, TRUE);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  PopplerDocument *pages;
  gsize size;

  if (program == NULL)
    {
      g_test_skip ("LibreOffice (libreoffice-writer-nogui) is not installed");
      return;
    }
  folder = g_dir_make_tmp ("td-docx-XXXXXX", NULL);
  file = write_document (folder, TD_PAPER_CERTIFICATE, document);
  g_assert_true (run_libreoffice (program, folder, "pdf", file));
  pdf = g_build_filename (folder, "certificate.pdf", NULL);
  g_assert_true (g_file_get_contents (pdf, &contents, &size, NULL));
  bytes = g_bytes_new_take (g_steal_pointer (&contents), size);
  pages = poppler_document_new_from_bytes (bytes, NULL, NULL);
  g_assert_nonnull (pages);
  g_assert_cmpint (poppler_document_get_n_pages (pages), ==, 2);
  for (int i = 0; i < poppler_document_get_n_pages (pages); i++)
    {
      PopplerPage *page = poppler_document_get_page (pages, i);
      g_autofree char *words = poppler_page_get_text (page);

      g_string_append (text, words);
      g_object_unref (page);
    }
  g_object_unref (pages);
  have = normalize (text->str);
  expected = td_document_dup_text (document);
  lines = g_strsplit (expected, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = normalize (lines[i]);

      if (strstr (have, line) == NULL)
        g_test_message ("“%s” is not in “%s”", line, have);
      g_assert_nonnull (strstr (have, line));
    }
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/docx/parts", test_parts);
  g_test_add_func ("/print/docx/layout", test_layout);
  g_test_add_func ("/print/docx/same-bytes", test_same_bytes);
  g_test_add_func ("/print/docx/refused", test_refused);
  g_test_add_func ("/print/docx/in-libreoffice", test_in_libreoffice);
  g_test_add_func ("/print/docx/certificates-in-libreoffice", test_certificates_in_libreoffice);
  return g_test_run ();
}
