/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts as files: the same as in the window, on paper. */
#define G_LOG_DOMAIN "thidua-cli"

#include <glib/gi18n.h>
#include <string.h>

#include "base/td-date.h"
#include "cli/td-cli.h"
#include "figures/td-figures.h"

/* An A4 sheet's text width and a little less than its height, in points. */
#define PAGE_WIDTH      482
#define PAGE_MIN_HEIGHT 280
#define PAGE_MAX_HEIGHT 20000

static int
list_kinds (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < TD_N_FIGURES; i++)
    {
      const char *arguments = td_figure_arguments ((TdFigureKind) i);

      g_string_append_printf (out, "%s\t%s\t%s\n", td_figure_name ((TdFigureKind) i),
                              _ (td_figure_title ((TdFigureKind) i)),
                              *arguments != '\0' ? _ (arguments) : "");
    }
  return td_cli_print (out->str);
}

static gboolean
find_format (const char *path, TdChartFormat *out)
{
  static const struct
  {
    const char *ending;
    TdChartFormat format;
  } formats[] = { { ".svg", TD_CHART_FORMAT_SVG },
                  { ".png", TD_CHART_FORMAT_PNG },
                  { ".pdf", TD_CHART_FORMAT_PDF } };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].ending))
      {
        *out = formats[i].format;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_look (const char *name, TdChartLook *out)
{
  static const struct
  {
    const char *name;
    TdChartLook look;
  } looks[] = { { "print", TD_CHART_LOOK_PRINT },
                { "light", TD_CHART_LOOK_LIGHT },
                { "dark", TD_CHART_LOOK_DARK },
                { "contrast", TD_CHART_LOOK_CONTRAST },
                { "contrast-dark", TD_CHART_LOOK_CONTRAST_DARK } };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (name == NULL || g_str_equal (name, looks[i].name))
      {
        *out = looks[i].look;
        return TRUE;
      }
  return FALSE;
}

/* As wide as a sheet's text and as high as it wants to be; a screen's unit is a pixel, 3/4 point. */
static TdChartLayout *
lay_out (TdChart *chart, TdFigureKind kind, TdChartLook look, TdChartExport *export)
{
  double scale = look == TD_CHART_LOOK_PRINT ? 1 : 4.0 / 3;
  TdChartTheme theme;
  double minimum, natural;

  export->points = 1 / scale;
  export->dpi = look == TD_CHART_LOOK_PRINT ? 0 : 96;
  td_chart_theme_init (&theme, look);
  if (kind == TD_FIGURE_SPARK)
    return td_chart_layout_new (chart, &theme, 160 * scale, 32 * scale);
  td_chart_measure (chart, &theme, PAGE_WIDTH * scale, &minimum, &natural);
  return td_chart_layout_new (chart, &theme, PAGE_WIDTH * scale,
                              CLAMP (natural, PAGE_MIN_HEIGHT * scale, PAGE_MAX_HEIGHT * scale));
}

int
td_cli_chart (const TdCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdDesk) desk = NULL;
  g_autoptr (TdChart) chart = NULL;
  g_autoptr (TdChartLayout) layout = NULL;
  g_autofree char *created = NULL, *day = NULL;
  TdFigureScope scope = TD_FIGURE_SCOPE_ALL;
  TdChartExport export = { 0 };
  TdFigureKind kind;
  TdChartLook look;
  int status;

  if (options->n_rest == 1)
    {
      g_autoptr (TdStore) store = td_cli_open (options, TD_OPEN_READ, &status);

      return store != NULL ? list_kinds () : status;
    }
  if (!td_figure_by_name (options->rest[1], &kind))
    return td_cli_usage (_ ("there is no chart “%s”; “thidua-cli chart FILE” lists them"),
                         options->rest[1]);
  if (options->output == NULL || !find_format (options->output, &export.format))
    return td_cli_usage (_ ("say where to write with -o OUT.svg, OUT.png or OUT.pdf"));
  if (!find_look (options->look, &look))
    return td_cli_usage (_ ("--look is one of print, light, dark, contrast, contrast-dark"));
  desk = td_cli_open_desk (options, &status);
  if (desk == NULL)
    return status;
  if (td_desk_get_movement (desk) != NULL)
    for (guint i = 2; i < options->n_rest; i++)
      if (!td_figure_scope_take (&scope, td_desk_get_movement (desk), options->rest[i], &error))
        return td_cli_usage ("%s", error->message);
  chart = td_figure_new (desk, kind, &scope, &error);
  if (chart == NULL)
    return td_cli_fail (error);
  layout = lay_out (chart, kind, look, &export);
  day = td_date_format (td_desk_get_as_of (desk), TD_STYLE_PLAIN);
  created = g_strdup_printf ("%sT00:00:00Z", day);
  export.created = created;
  if (!td_chart_layout_save (layout, options->output, &export, &error))
    return td_cli_fail (error);
  return TD_CLI_DONE;
}
