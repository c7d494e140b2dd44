/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a presentation: what the office chose, few rows a screen, and none left out. */
#include <glib/gstdio.h>
#include <string.h>

#include "figures/td-slides.h"
#include "tables/td-file-templates.h"

static void
test_setting (void)
{
  static const struct
  {
    const char *text;
    const char *slides;
  } cases[] = {
    { "", "index;targets;ranking;movers;heat;nominations" },
    { NULL, "index;targets;ranking;movers;heat;nominations" },
    { "ranking", "ranking" },
    { " heat ; index;heat", "heat;index;heat" },
    { "ranking;no-such-page;movers", "ranking;movers" },
    { "no-such-page", "index;targets;ranking;movers;heat;nominations" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) slides = td_slides_parse (cases[i].text);
      g_autofree char *text = td_slides_format (slides);

      g_assert_cmpstr (text, ==, cases[i].slides);
    }
  g_assert_cmpuint (td_slides_parse_seconds (""), ==, TD_SLIDES_SECONDS);
  g_assert_cmpuint (td_slides_parse_seconds ("45"), ==, 45);
  g_assert_cmpuint (td_slides_parse_seconds ("1"), ==, TD_SLIDES_SECONDS);
  g_assert_cmpuint (td_slides_parse_seconds ("soon"), ==, TD_SLIDES_SECONDS);
}

/* Forty units: every one of them on one of the heat map's screens, ten at most on each. */
static void
test_screens (void)
{
  g_autofree char *folder = g_dir_make_tmp ("thidua-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "m.thidua", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = td_file_template_create ("mong-cai-2024-minh-hoa", path, &error);
  g_autoptr (TdDesk) desk = td_desk_new (store, TD_ID_NONE, &error);
  g_autoptr (GArray) slides = td_slides_parse ("");
  g_autoptr (GArray) screens = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n;

  g_assert_no_error (error);
  td_scores_get_ranking (td_desk_get_scores (desk), &n);
  screens = td_screens_new (desk, slides);
  for (guint i = 0; i < screens->len; i++)
    {
      const TdScreen *screen = &g_array_index (screens, TdScreen, i);
      g_autoptr (TdChart) chart = td_screen_chart (screen, desk, &error);
      g_autoptr (TdChartTable) table = chart != NULL ? td_chart_to_table (chart) : NULL;

      g_assert_no_error (error);
      g_assert_cmpint (chart == NULL, ==,
                       screen->slide == TD_SLIDE_INDEX || screen->slide == TD_SLIDE_MOVERS);
      if (screen->slide != TD_SLIDE_HEAT && screen->slide != TD_SLIDE_RANKING)
        continue;
      g_assert_cmpuint (td_chart_table_get_n_rows (table), <=, 10);
      g_assert_cmpuint (td_chart_table_get_n_rows (table), >, 0);
      for (guint row = 0; screen->slide == TD_SLIDE_HEAT && row < td_chart_table_get_n_rows (table);
           row++)
        g_assert_true (g_hash_table_add (names, g_strdup (td_chart_table_get (table, row, 0))));
    }
  g_assert_cmpuint (g_hash_table_size (names), ==, n);

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
  g_test_add_func ("/slides/setting", test_setting);
  g_test_add_func ("/slides/screens", test_screens);
  return g_test_run ();
}
