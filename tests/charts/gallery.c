/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Renders every kind of chart, in every case and theme, into a folder, to be looked at:
 *
 *   gallery FOLDER [KIND [CASE [THEME]]]      PNG of each; SVG and PDF too with --all
 *   gallery --time                            how long layout, drawing and hover take
 */
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>

#include "samples.h"

static const char *const looks[TD_CHART_N_LOOKS] = { "light", "dark", "print", "contrast",
                                                     "contrast-dark" };

static gboolean everything, timing, hover;
static double wanted_width, wanted_height;
static const GOptionEntry options[] = {
  { "all", 0, 0, G_OPTION_ARG_NONE, &everything, "SVG and PDF besides PNG", NULL },
  { "time", 0, 0, G_OPTION_ARG_NONE, &timing, "Measure instead of rendering", NULL },
  { "hover", 0, 0, G_OPTION_ARG_NONE, &hover, "With a mark chosen", NULL },
  { "width", 0, 0, G_OPTION_ARG_DOUBLE, &wanted_width, "Units wide", "N" },
  { "height", 0, 0, G_OPTION_ARG_DOUBLE, &wanted_height, "Units high", "N" },
  { NULL },
};

static gboolean
render (const char *folder, SampleKind kind, SampleCase which, TdChartLook look)
{
  static const char *const endings[] = { "svg", "png", "pdf" };
  g_autoptr (TdChart) chart = sample_new (kind, which, TD_CHART_WORDS_PAPER);
  g_autoptr (TdChartLayout) layout = NULL;
  TdChartTheme theme;
  double width, height;

  td_chart_theme_init (&theme, look);
  sample_size (kind, which, &width, &height);
  if (wanted_width > 0)
    width = wanted_width;
  if (wanted_height > 0)
    height = wanted_height;
  if (look == TD_CHART_LOOK_PRINT)
    {
      width *= 0.65;
      height *= 0.65;
    }
  layout = td_chart_layout_new (chart, &theme, width, height);
  for (guint format = 0; format <= TD_CHART_FORMAT_PDF; format++)
    {
      g_autofree char *name =
          g_strdup_printf ("%s-%s-%s.%s", sample_kind_name (kind), sample_case_name (which),
                           looks[look], endings[format]);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      TdChartExport export = { .format = format,
                               .points = look == TD_CHART_LOOK_PRINT ? 1 : 0.75,
                               .dpi = look == TD_CHART_LOOK_PRINT ? 144 : 96 };
      guint n;

      if (format != TD_CHART_FORMAT_PNG && !everything)
        continue;
      td_chart_layout_get_marks (layout, &n);
      if (format == TD_CHART_FORMAT_PNG && hover && n > 0)
        {
          cairo_surface_t *surface = cairo_image_surface_create (
              CAIRO_FORMAT_ARGB32, (int) ceil (width), (int) ceil (height));
          cairo_t *cr = cairo_create (surface);

          cairo_set_source_rgb (cr, theme.background.red / 255.0, theme.background.green / 255.0,
                                theme.background.blue / 255.0);
          cairo_paint (cr);
          td_chart_layout_draw_screen (layout, cr, 0, 0, 1, (int) (n * 2 / 5));
          cairo_destroy (cr);
          cairo_surface_write_to_png (surface, path);
          cairo_surface_destroy (surface);
        }
      else if (!td_chart_layout_save (layout, path, &export, &error))
        {
          g_printerr ("%s: %s\n", path, error->message);
          return FALSE;
        }
    }
  return TRUE;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static double
get_median (gint64 *times, guint n)
{
  qsort (times, n, sizeof *times, compare_times);
  return (double) times[n / 2] / 1000;
}

/*
 * How long, in milliseconds, a chart of 2,000 marks takes to lay out, to draw, and to draw again
 * with another mark chosen.
 */
static void
measure (SampleKind kind)
{
  g_autoptr (TdChart) chart = sample_new (kind, SAMPLE_MANY, TD_CHART_WORDS_PAPER);
  g_autoptr (TdChartLayout) layout = NULL;
  TdChartTheme theme;
  double width, height;
  gint64 lay_outs[11], draws[11], hovers[51];
  cairo_surface_t *surface;
  cairo_t *cr;
  guint n;

  td_chart_theme_init (&theme, TD_CHART_LOOK_LIGHT);
  sample_size (kind, SAMPLE_MANY, &width, &height);
  surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width), (int) ceil (height));
  cr = cairo_create (surface);
  for (guint i = 0; i < G_N_ELEMENTS (lay_outs); i++)
    {
      gint64 start = g_get_monotonic_time ();

      g_clear_pointer (&layout, td_chart_layout_free);
      layout = td_chart_layout_new (chart, &theme, width, height);
      lay_outs[i] = g_get_monotonic_time () - start;
      start = g_get_monotonic_time ();
      td_chart_layout_draw (layout, cr, 0, 0);
      draws[i] = g_get_monotonic_time () - start;
    }
  td_chart_layout_get_marks (layout, &n);
  td_chart_layout_draw_screen (layout, cr, 0, 0, 1, -1);
  for (guint i = 0; i < G_N_ELEMENTS (hovers); i++)
    {
      gint64 start = g_get_monotonic_time ();

      td_chart_layout_draw_screen (layout, cr, 0, 0, 1, (int) ((i * 37) % n));
      hovers[i] = g_get_monotonic_time () - start;
    }
  g_print ("%-8s %5u marks: layout %7.2f  draw %7.2f  hover %6.2f ms\n", sample_kind_name (kind), n,
           get_median (lay_outs, G_N_ELEMENTS (lay_outs)), get_median (draws, G_N_ELEMENTS (draws)),
           get_median (hovers, G_N_ELEMENTS (hovers)));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FOLDER [KIND [CASE [THEME]]]");
  g_autoptr (GError) error = NULL;

  setlocale (LC_CTYPE, "C.UTF-8");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || (argc < 2 && !timing))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Which folder?");
      return 2;
    }
  for (guint kind = 0; kind < N_SAMPLE_KINDS; kind++)
    {
      if (timing)
        {
          measure (kind);
          continue;
        }
      if (argc > 2 && g_strcmp0 (argv[2], "-") != 0
          && g_strcmp0 (argv[2], sample_kind_name (kind)) != 0)
        continue;
      for (guint which = 0; which < N_SAMPLE_CASES; which++)
        {
          if (argc > 3 && g_strcmp0 (argv[3], "-") != 0
              && g_strcmp0 (argv[3], sample_case_name (which)) != 0)
            continue;
          for (guint look = 0; look < TD_CHART_N_LOOKS; look++)
            if ((argc <= 4 || g_strcmp0 (argv[4], looks[look]) == 0)
                && !render (argv[1], kind, which, look))
              return 1;
        }
    }
  return 0;
}
