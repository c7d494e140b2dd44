/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

#include "base/td-date.h"

TdDate
fixture_date (const char *text)
{
  g_autoptr (GError) error = NULL;
  TdDate date = TD_DATE_NONE;

  if (*text == '\0')
    return TD_DATE_NONE;
  td_date_parse (text, &date, &error);
  g_assert_no_error (error);
  return date;
}

TdLawLibrary *
fixture_library (void)
{
  TdLawLibrary *library = td_law_library_new ();
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autofree char *text = NULL;

  td_law_library_add_builtin (library, problems);
  text = td_problems_to_string (problems);
  g_assert_cmpstr (text, ==, "");
  return library;
}

char *
fixture_replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  return g_strjoinv (to, parts);
}

char *
fixture_pack_text (const char *subject, const char *conditions, const char *more)
{
  static const char *const usual[][2] = {
    { "\"vote\"", "\"vote\": null" },
    { "\"quorum\"", "\"quorum\": null" },
    { "\"money\"", "\"money\": null" },
  };
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (
      text,
      "{ \"format\": \"thidua-law-pack/1\", \"id\": \"thu\", \"title\": \"Thử\",\n"
      "  \"in_force\": { \"from\": \"2024-01-01\", FACT },\n"
      "  \"base_salary\": [ { \"from\": \"2024-01-01\", \"amount\": 1000000, FACT } ],\n"
      "  \"sources\": { \"s\": \"Nguồn thử\" },\n"
      "  \"awards\": [ { \"code\": \"thu\", \"title\": \"Giấy khen thử\", \"kind\": \"form\", "
      "\"level\": \"thanh-pho\",\n"
      "    \"subject\": \"%s\", \"decider\": { \"who\": \"Ai đó\", FACT }, \"form\": null, FACT,\n"
      "    \"papers\": [ { \"code\": \"to-trinh\", \"title\": \"Tờ trình\", FACT },\n"
      "                { \"code\": \"bao-cao-thanh-tich\", \"title\": \"Báo cáo\", FACT },\n"
      "                { \"code\": \"chung-nhan\", \"title\": \"Chứng nhận\", \"required\": false, "
      "FACT } "
      "],\n"
      "    \"judged\": [], \"conditions\": [ %s ]",
      subject, conditions);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (more == NULL || strstr (more, usual[i][0]) == NULL)
      g_string_append_printf (text, ", %s", usual[i][1]);
  if (more != NULL)
    g_string_append_printf (text, ", %s", more);
  g_string_append (text, " } ] }");
  return fixture_replace (text->str, "FACT", "\"source\": \"s\", \"verified\": true");
}

TdLawPack *
fixture_pack (const char *subject, const char *conditions, const char *more)
{
  g_autofree char *text = fixture_pack_text (subject, conditions, more);
  g_autoptr (TdProblems) problems = td_problems_new ();
  TdLawPack *pack = td_law_pack_new ("thu.json", text, strlen (text), NULL, problems);
  g_autofree char *wrong = td_problems_to_string (problems);

  g_assert_cmpstr (wrong, ==, "");
  return pack;
}
