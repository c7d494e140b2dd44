/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-paper-figures.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "base/td-date.h"

/* The letters of a chart on paper: those of the table beside it. */
#define FONT_FAMILY "Times New Roman"
#define FONT_SIZE   10

struct _TdPaperFigures
{
  TdDesk *desk;       /* NULL: detached */
  TdDesk *other;      /* the same movement on other days; made when it is needed */
  GHashTable *charts; /* id → TdChart, or NULL for one that cannot be made */
};

static void
unref_chart (gpointer chart)
{
  if (chart != NULL)
    td_chart_unref (chart);
}

TdPaperFigures *
td_paper_figures_new (TdDesk *desk)
{
  TdPaperFigures *self = g_new0 (TdPaperFigures, 1);

  self->desk = g_object_ref (desk);
  self->charts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_chart);
  return self;
}

void
td_paper_figures_free (TdPaperFigures *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->charts);
  td_paper_figures_detach (self);
  g_free (self);
}

/* The desk for a day: the one at hand must not be moved, a window may show it. */
static TdDesk *
desk_for (TdPaperFigures *self, TdDate day, GError **error)
{
  if (day == TD_DATE_NONE || day == td_desk_get_as_of (self->desk))
    return self->desk;
  if (self->other == NULL)
    self->other =
        td_desk_new (td_desk_get_store (self->desk), td_desk_get_movement_id (self->desk), error);
  if (self->other == NULL || !td_desk_set_as_of (self->other, day, error)
      || !td_desk_set_basis (self->other, td_desk_get_basis (self->desk), error))
    return NULL;
  return self->other;
}

static TdChart *
make_chart (TdPaperFigures *self, const char *id)
{
  g_auto (GStrv) parts = g_strsplit (id, "@", 2);
  g_auto (GStrv) words = g_strsplit (parts[0], " ", -1);
  g_autoptr (GError) error = NULL;
  TdFigureScope scope = TD_FIGURE_SCOPE_ALL;
  TdDate day = TD_DATE_NONE;
  TdFigureKind kind;
  TdDesk *desk;
  TdChart *chart;

  scope.bare = TRUE;
  if (self->desk == NULL || words[0] == NULL || !td_figure_by_name (words[0], &kind)
      || (parts[1] != NULL && !td_date_parse (parts[1], &day, &error)))
    return NULL;
  desk = desk_for (self, day, &error);
  if (desk == NULL)
    return NULL;
  for (guint i = 1; words[i] != NULL; i++)
    if (!td_figure_scope_take (&scope, td_desk_get_movement (desk), words[i], &error))
      return NULL;
  chart = td_figure_new (desk, kind, &scope, &error);
  if (chart == NULL)
    g_debug ("the chart “%s” cannot be made: %s", id, error->message);
  return chart;
}

/* The chart of an id; %NULL when it cannot be made. */
static TdChart *
get_chart (TdPaperFigures *self, const char *id)
{
  gpointer chart;

  if (!g_hash_table_lookup_extended (self->charts, id, NULL, &chart))
    {
      chart = make_chart (self, id);
      g_hash_table_insert (self->charts, g_strdup (id), chart);
    }
  return chart;
}

void
td_paper_figures_prepare (TdPaperFigures *self, const TdDocument *document)
{
  for (guint s = 0; s < document->sections->len; s++)
    {
      const TdSection *section = g_ptr_array_index (document->sections, s);

      for (guint b = 0; b < section->blocks->len; b++)
        {
          const TdBlock *block = g_ptr_array_index (section->blocks, b);

          if (block->kind == TD_BLOCK_FIGURE)
            get_chart (self, block->figure->id);
        }
    }
}

void
td_paper_figures_detach (TdPaperFigures *self)
{
  g_clear_object (&self->other);
  g_clear_object (&self->desk);
}

/* A paper whose chart cannot be made is still a paper: in its place stands what it would have shown. */
static void
draw_words (cairo_t *cr, double width, const char *text)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();

  pango_font_description_set_family (font, FONT_FAMILY);
  pango_font_description_set_absolute_size (font, FONT_SIZE * PANGO_SCALE);
  pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  cairo_set_source_rgb (cr, 0, 0, 0);
  pango_cairo_show_layout (cr, layout);
}

void
td_paper_figures_draw (cairo_t *cr, double width, double height, const TdFigure *figure,
                       gpointer data)
{
  TdPaperFigures *self = data;
  g_autoptr (TdChartLayout) layout = NULL;
  TdChartTheme theme;
  TdChart *chart = get_chart (self, figure->id);

  if (chart == NULL)
    {
      draw_words (cr, width, figure->description);
      return;
    }
  td_chart_theme_init (&theme, TD_CHART_LOOK_PRINT);
  td_chart_theme_set_font (&theme, FONT_FAMILY, FONT_SIZE);
  layout = td_chart_layout_new (chart, &theme, width, height);
  td_chart_layout_draw (layout, cr, 0, 0);
}
