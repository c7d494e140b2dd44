/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-figure-cell.h"

#include <glib/gi18n.h>

#define PADDING 6

struct _TdFigureCell
{
  GtkWidget parent_instance;

  guint row;
  guint column;
  char *text;
  TdFigureTone tone;
  gboolean refused;
  gboolean selected;
  gboolean cursor;
  PangoLayout *layout; /* of the text; NULL until drawn */
};

G_DEFINE_FINAL_TYPE (TdFigureCell, td_figure_cell, GTK_TYPE_WIDGET)

const char *
td_figure_tone_glyph (TdFigureTone tone)
{
  static const char *const glyphs[] = {
    [TD_FIGURE_PLAIN] = "",    [TD_FIGURE_OFF] = "",    [TD_FIGURE_DUE] = "○",
    [TD_FIGURE_WAITING] = "◔", [TD_FIGURE_GOOD] = "✓",  [TD_FIGURE_CHANGED] = "✎",
    [TD_FIGURE_BAD] = "✗",     [TD_FIGURE_DRAFT] = "…",
  };

  return glyphs[tone];
}

/* The named colour of the theme that goes with a tone. */
static const char *
tone_color (TdFigureTone tone)
{
  switch (tone)
    {
    case TD_FIGURE_GOOD:
      return "success_color";
    case TD_FIGURE_CHANGED:
    case TD_FIGURE_DUE:
      return "warning_color";
    case TD_FIGURE_BAD:
      return "error_color";
    case TD_FIGURE_WAITING:
      return "accent_color";
    case TD_FIGURE_PLAIN:
    case TD_FIGURE_OFF:
    case TD_FIGURE_DRAFT:
    default:
      return "window_fg_color";
    }
}

static void
get_color (GtkWidget *widget, const char *name, double alpha, GdkRGBA *out)
{
  /* 4.8 has no other way to a theme's named colours; deprecated only from 4.10 on. */
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, out))
    gdk_rgba_parse (out, "#000000");
  out->alpha = (float) (out->alpha * alpha);
}

static void
draw_text (TdFigureCell *self, GtkSnapshot *snapshot, int width, int height)
{
  const char *glyph = td_figure_tone_glyph (self->tone);
  int text_width, text_height;
  GdkRGBA color;

  if (*glyph != '\0' && !self->refused)
    {
      g_autoptr (PangoLayout) mark = gtk_widget_create_pango_layout (GTK_WIDGET (self), glyph);

      pango_layout_get_pixel_size (mark, &text_width, &text_height);
      get_color (GTK_WIDGET (self), tone_color (self->tone), 1, &color);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT (PADDING, (float) (height - text_height) / 2));
      gtk_snapshot_append_layout (snapshot, mark, &color);
      gtk_snapshot_restore (snapshot);
    }
  if (*self->text == '\0')
    return;
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
    }
  pango_layout_set_width (self->layout, MAX (width - 3 * PADDING - 10, 10) * PANGO_SCALE);
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_RIGHT);
  pango_layout_get_pixel_size (self->layout, NULL, &text_height);
  get_color (GTK_WIDGET (self), self->refused ? "error_color" : "window_fg_color", 1, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (2 * PADDING + 10, (float) (height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_hatch (TdFigureCell *self, GtkSnapshot *snapshot, int width, int height)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA color;

  get_color (GTK_WIDGET (self), "window_fg_color", 0.12, &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 1);
  for (int x = -height; x < width; x += 8)
    {
      cairo_move_to (cr, x, height);
      cairo_line_to (cr, x + height, 0);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
td_figure_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TdFigureCell *self = TD_FIGURE_CELL (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  GdkRGBA color;

  gtk_snapshot_push_clip (snapshot, &area);
  if (self->tone == TD_FIGURE_OFF)
    draw_hatch (self, snapshot, width, height);
  if (self->selected)
    {
      get_color (widget, "accent_bg_color", 0.22, &color);
      gtk_snapshot_append_color (snapshot, &color, &area);
    }
  draw_text (self, snapshot, width, height);
  get_color (widget, "window_fg_color", 0.15, &color);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (0, (float) height - 1, (float) width, 1));
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT ((float) width - 1, 0, 1, (float) height));
  if (self->cursor)
    {
      GskRoundedRect outline;
      float widths[4] = { 2, 2, 2, 2 };
      GdkRGBA colors[4];

      get_color (widget, "accent_color", 1, &colors[0]);
      colors[1] = colors[2] = colors[3] = colors[0];
      gsk_rounded_rect_init_from_rect (&outline, &area, 0);
      gtk_snapshot_append_border (snapshot, &outline, widths, colors);
    }
  gtk_snapshot_pop (snapshot);
}

static void
td_figure_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  g_clear_object (&TD_FIGURE_CELL (widget)->layout);
  GTK_WIDGET_CLASS (td_figure_cell_parent_class)->css_changed (widget, change);
}

static void
td_figure_cell_finalize (GObject *object)
{
  TdFigureCell *self = TD_FIGURE_CELL (object);

  g_free (self->text);
  g_clear_object (&self->layout);
  G_OBJECT_CLASS (td_figure_cell_parent_class)->finalize (object);
}

static void
td_figure_cell_class_init (TdFigureCellClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = td_figure_cell_finalize;
  widget_class->snapshot = td_figure_cell_snapshot;
  widget_class->css_changed = td_figure_cell_css_changed;
  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
td_figure_cell_init (TdFigureCell *self)
{
  self->text = g_strdup ("");
  self->row = self->column = G_MAXUINT;
  /* The grid itself takes clicks and keys. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}

GtkWidget *
td_figure_cell_new (void)
{
  return g_object_new (TD_TYPE_FIGURE_CELL, NULL);
}

void
td_figure_cell_set_place (TdFigureCell *self, guint row, guint column)
{
  self->row = row;
  self->column = column;
}

guint
td_figure_cell_get_row (TdFigureCell *self)
{
  return self->row;
}

guint
td_figure_cell_get_column (TdFigureCell *self)
{
  return self->column;
}

void
td_figure_cell_set_look (TdFigureCell *self, const TdFigureLook *look, const char *refused,
                         const char *reason, const char *name)
{
  const char *text = refused != NULL ? refused : look->text != NULL ? look->text : "";
  const char *words = refused != NULL ? reason : look->words;
  g_autofree char *spoken = NULL;

  if (g_strcmp0 (self->text, text) != 0)
    {
      g_free (self->text);
      self->text = g_strdup (text);
      g_clear_object (&self->layout);
    }
  self->tone = look->tone;
  self->refused = refused != NULL;
  spoken =
      g_strdup_printf ("%s: %s%s%s", name, *text != '\0' ? text : _ ("empty"),
                       words != NULL && *words != '\0' ? ", " : "", words != NULL ? words : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
td_figure_cell_set_selected (TdFigureCell *self, gboolean selected, gboolean cursor)
{
  if (self->selected == selected && self->cursor == cursor)
    return;
  self->selected = selected;
  self->cursor = cursor;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                               selected || cursor, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
