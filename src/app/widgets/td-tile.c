/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-tile.h"

#include "app/widgets/td-chart-view.h"

struct _TdTile
{
  GtkButton parent_instance;
  GtkLabel *title;
  GtkLabel *value;
  GtkLabel *note;
  GtkWidget *line;    /* the number, and the chart beside it */
  TdChartView *chart; /* NULL until there is one */
};

G_DEFINE_FINAL_TYPE (TdTile, td_tile, GTK_TYPE_BUTTON)

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
td_tile_class_init (TdTileClass *class)
{
}

static void
td_tile_init (TdTile *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = add_label (box, "caption-heading");
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), self->line);
  self->value = add_label (self->line, "title-2");
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "numeric");
  self->note = add_label (box, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "td-tile");
}

GtkWidget *
td_tile_new (const char *title)
{
  TdTile *self = g_object_new (TD_TYPE_TILE, NULL);

  gtk_label_set_text (self->title, title);
  return GTK_WIDGET (self);
}

void
td_tile_set (TdTile *self, const char *value, const char *note)
{
  g_autofree char *words =
      g_strdup_printf ("%s: %s, %s", gtk_label_get_text (self->title), value, note);

  gtk_label_set_text (self->value, value);
  gtk_label_set_text (self->note, note);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
td_tile_set_chart (TdTile *self, TdChart *chart)
{
  if (self->chart == NULL && chart != NULL)
    {
      self->chart = TD_CHART_VIEW (td_chart_view_new ());
      td_chart_view_set_natural_width (self->chart, 40);
      td_chart_view_set_max_height (self->chart, 28);
      gtk_widget_remove_css_class (GTK_WIDGET (self->chart), "view");
      gtk_widget_set_focusable (GTK_WIDGET (self->chart), FALSE);
      /* The tile is one button. */
      gtk_widget_set_can_target (GTK_WIDGET (self->chart), FALSE);
      gtk_box_append (GTK_BOX (self->line), GTK_WIDGET (self->chart));
    }
  if (self->chart != NULL)
    td_chart_view_set_chart (self->chart, chart);
}
