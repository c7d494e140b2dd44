/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-chart-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/widgets/td-chart-share.h"
#include "app/widgets/td-chart-table-window.h"
#include "charts/td-chart-zoom.h"

/* A change of the picture takes so long, in microseconds. */
#define MOVE_TIME (200 * G_TIME_SPAN_MILLISECOND)

struct _TdChartView
{
  GtkWidget parent_instance;

  GtkWidget *menu; /* owned as a child */
  TdChartZoom zoom;
  TdChart *chart;        /* as shown: what was set, or the part of it that @zoom looks at */
  TdChartLayout *layout; /* for the size and colours of now; NULL: to be made */
  int natural_width;
  int max_height;
  int mark; /* under the pointer, or where the keyboard is; -1: none */

  TdChartLayout *before; /* what is moving away; NULL: nothing */
  TdChartTween *tween;
  gint64 began;
  guint tick;
};

G_DEFINE_FINAL_TYPE (TdChartView, td_chart_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* --- layout --------------------------------------------------------------------------------------- */

/* A colour of the window; one that lets what is behind shine through is mixed with @behind. */
static TdChartColor
find_color (GtkStyleContext *context, const char *name, TdChartColor behind, TdChartColor fallback)
{
  GdkRGBA color;
  TdChartColor solid;

  if (!gtk_style_context_lookup_color (context, name, &color))
    return fallback;
  solid.red = (guint8) (color.red * 255 + 0.5f);
  solid.green = (guint8) (color.green * 255 + 0.5f);
  solid.blue = (guint8) (color.blue * 255 + 0.5f);
  return color.alpha < 1 ? td_chart_color_mix (behind, solid, (double) color.alpha) : solid;
}

static void
fill_theme (TdChartView *self, TdChartTheme *theme)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  PangoContext *pango = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (pango);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    td_chart_theme_init (theme, dark ? TD_CHART_LOOK_CONTRAST_DARK : TD_CHART_LOOK_CONTRAST);
  else
    {
      GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
      TdChartTheme preset;
      TdChartColor accent, background, text;

      td_chart_theme_init (&preset, dark ? TD_CHART_LOOK_DARK : TD_CHART_LOOK_LIGHT);
      background = find_color (context, "view_bg_color", preset.background, preset.background);
      text = find_color (context, "view_fg_color", background, preset.text);
      accent = find_color (context, "accent_bg_color", background, preset.accent);
      td_chart_theme_init_from_colors (theme, background, text, &accent);
    }
  if (!pango_font_description_get_size_is_absolute (font))
    size *= MAX (pango_cairo_context_get_resolution (pango), 96) / 72;
  td_chart_theme_set_font (theme, pango_font_description_get_family (font), size * 0.93);
}

static TdChartLayout *
make_layout (TdChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  TdChartTheme theme;

  if (self->chart == NULL || width < 2 || height < 2)
    return NULL;
  fill_theme (self, &theme);
  return td_chart_layout_new (self->chart, &theme, width, height);
}

static void
stop_moving (TdChartView *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_pointer (&self->tween, td_chart_tween_free);
  g_clear_pointer (&self->before, td_chart_layout_free);
}

static void
drop_layout (TdChartView *self)
{
  stop_moving (self);
  g_clear_pointer (&self->layout, td_chart_layout_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static TdChartLayout *
get_layout (TdChartView *self)
{
  if (self->layout == NULL)
    self->layout = make_layout (self);
  return self->layout;
}

static void
restyled_cb (TdChartView *self)
{
  drop_layout (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- widget --------------------------------------------------------------------------------------- */

static GtkSizeRequestMode
td_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
td_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  TdChartView *self = TD_CHART_VIEW (widget);
  TdChartTheme theme;
  double least = 60, wish = 120;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 40;
      *natural = self->natural_width;
      return;
    }
  if (self->chart != NULL)
    {
      fill_theme (self, &theme);
      td_chart_measure (self->chart, &theme, for_size > 0 ? for_size : 480, &least, &wish);
    }
  if (self->max_height > 0)
    {
      least = MIN (least, self->max_height);
      wish = MIN (wish, self->max_height);
    }
  /* Inside a scrolled page the minimum is what one gets; names matter more than room. */
  *minimum = (int) (self->max_height > 0 ? wish : least);
  *natural = (int) MAX (wish, least);
}

static void
td_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TdChartView *self = TD_CHART_VIEW (widget);

  if (self->layout != NULL
      && ((int) td_chart_layout_get_width (self->layout) != width
          || (int) td_chart_layout_get_height (self->layout) != height))
    drop_layout (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

/* What the pointer has been dragged over, from top to bottom of the plot. */
static void
snapshot_stretch (TdChartView *self, GtkSnapshot *snapshot)
{
  TdChartRect plot = td_chart_layout_get_plot (self->layout);
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color;
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT ((float) MIN (self->zoom.from, self->zoom.to), (float) plot.y,
                          (float) ABS (self->zoom.to - self->zoom.from), (float) plot.height);

  if (!gtk_style_context_lookup_color (context, "accent_color", &color))
    gtk_style_context_get_color (context, &color);
  color.alpha = 0.2f;
  gtk_snapshot_append_color (snapshot, &color, &bounds);
}

static void
td_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TdChartView *self = TD_CHART_VIEW (widget);
  TdChartLayout *layout = get_layout (self);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));
  cairo_t *cr;

  if (layout == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  if (self->tween != NULL)
    {
      GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
      double gone = (double) (gdk_frame_clock_get_frame_time (clock) - self->began) / MOVE_TIME;

      /* Quick at first, then slowing down. */
      gone = 1 - CLAMP (gone, 0, 1);
      td_chart_tween_draw (self->tween, cr, 0, 0, 1 - gone * gone * gone);
    }
  else
    td_chart_layout_draw_screen (layout, cr, 0, 0, gtk_widget_get_scale_factor (widget),
                                 self->mark);
  cairo_destroy (cr);
  if (self->zoom.dragging)
    snapshot_stretch (self, snapshot);
  if (gtk_widget_has_visible_focus (widget))
    gtk_snapshot_render_focus (snapshot, gtk_widget_get_style_context (widget), 0, 0,
                               bounds.size.width, bounds.size.height);
}

/* --- marks ---------------------------------------------------------------------------------------- */

/*
 * What a screen reader hears: of the mark that is chosen, or of the whole chart. A picture has no
 * value to it, and only a description that changes is spoken.
 */
static void
say (TdChartView *self)
{
  g_autofree char *words = NULL;

  if (self->mark >= 0 && self->layout != NULL)
    words = td_chart_layout_dup_hover (self->layout, (guint) self->mark);
  else if (self->chart != NULL)
    words = td_chart_describe (self->chart);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

static void
set_mark (TdChartView *self, int mark)
{
  if (mark == self->mark)
    return;
  self->mark = mark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  say (self);
}

static gboolean
activate_mark (TdChartView *self, int mark)
{
  TdChartLayout *layout = get_layout (self);
  const TdChartMark *marks;
  guint n;

  if (layout == NULL || mark < 0)
    return FALSE;
  marks = td_chart_layout_get_marks (layout, &n);
  if ((guint) mark >= n || (marks[mark].key.first == 0 && marks[mark].key.second == 0))
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, marks[mark].key.first, marks[mark].key.second);
  return TRUE;
}

static void
motion_cb (TdChartView *self, double x, double y)
{
  TdChartLayout *layout = get_layout (self);
  const char *label;

  if (layout == NULL || self->tween != NULL)
    return;
  set_mark (self, td_chart_layout_hit (layout, x, y));
  /* A name that had to be cut says itself whole. */
  label = self->mark < 0 ? td_chart_layout_get_label_at (layout, x, y) : NULL;
  if (g_strcmp0 (label, gtk_widget_get_tooltip_text (GTK_WIDGET (self))) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
}

static void
leave_cb (TdChartView *self)
{
  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    set_mark (self, -1);
}

static void
released_cb (TdChartView *self, int n_press, double x, double y)
{
  TdChartLayout *layout = get_layout (self);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (layout != NULL)
    activate_mark (self, td_chart_layout_hit (layout, x, y));
}

static void show (TdChartView *self, TdChart *chart);

static gboolean
step (GtkWidget *widget, GVariant *args, gpointer data)
{
  TdChartView *self = TD_CHART_VIEW (widget);
  TdChartLayout *layout = get_layout (self);

  if (layout == NULL)
    return FALSE;
  set_mark (self,
            td_chart_layout_step (layout, self->mark, (TdChartStep) g_variant_get_int32 (args)));
  return TRUE;
}

static gboolean
enter (GtkWidget *widget, GVariant *args, gpointer data)
{
  return activate_mark (TD_CHART_VIEW (widget), TD_CHART_VIEW (widget)->mark);
}

/* --- part of the time ----------------------------------------------------------------------------- */

static void
zoomed (TdChartView *self, gboolean changed)
{
  g_autoptr (TdChart) chart = NULL;

  if (!changed)
    return;
  chart = td_chart_zoom_dup_chart (&self->zoom);
  show (self, chart);
}

static void
drag_begin_cb (TdChartView *self, double x, double y)
{
  self->zoom.from = self->zoom.to = x;
}

static void
drag_update_cb (TdChartView *self, double dx, double dy, GtkGesture *gesture)
{
  TdChartLayout *layout = get_layout (self);
  TdChartRect plot;

  if (layout == NULL || !td_chart_zoom_can_in (&self->zoom)
      || !td_chart_layout_get_period_x (layout, 0, &(double){ 0 }))
    return;
  if (!self->zoom.dragging
      && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;
  /* From here on it is no click any more. */
  if (!self->zoom.dragging)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  plot = td_chart_layout_get_plot (layout);
  self->zoom.dragging = TRUE;
  self->zoom.from = CLAMP (self->zoom.from, plot.x, plot.x + plot.width);
  self->zoom.to = CLAMP (self->zoom.from + dx, plot.x, plot.x + plot.width);
  set_mark (self, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (TdChartView *self, double dx, double dy)
{
  guint first, count;

  if (!self->zoom.dragging)
    return;
  self->zoom.dragging = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (get_layout (self) != NULL
      && td_chart_layout_find_span (self->layout, self->zoom.from, self->zoom.to, &first, &count))
    zoomed (self, td_chart_zoom_into (&self->zoom, first, count));
}

static void
drag_cancel_cb (TdChartView *self)
{
  self->zoom.dragging = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdChartView *self = TD_CHART_VIEW (widget);
  const TdChartMark *marks;
  guint n;
  int period = -1;

  if (self->mark >= 0 && get_layout (self) != NULL)
    {
      marks = td_chart_layout_get_marks (self->layout, &n);
      period = (guint) self->mark < n ? (int) marks[self->mark].column : -1;
    }
  zoomed (self, td_chart_zoom_in (&self->zoom, period));
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdChartView *self = TD_CHART_VIEW (widget);

  zoomed (self, td_chart_zoom_out (&self->zoom));
}

static void
all_time_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdChartView *self = TD_CHART_VIEW (widget);

  zoomed (self, td_chart_zoom_reset (&self->zoom));
}

/* Escape goes further up when there is nothing to leave. */
static gboolean
leave_zoom (GtkWidget *widget, GVariant *args, gpointer data)
{
  TdChartView *self = TD_CHART_VIEW (widget);
  gboolean changed = td_chart_zoom_reset (&self->zoom);

  zoomed (self, changed);
  return changed;
}

static gboolean
move_time (GtkWidget *widget, GVariant *args, gpointer data)
{
  TdChartView *self = TD_CHART_VIEW (widget);

  zoomed (self, td_chart_zoom_move (&self->zoom, g_variant_get_int32 (args)));
  return TRUE;
}

/* --- out of the window ---------------------------------------------------------------------------- */

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (TD_CHART_VIEW (widget)->chart != NULL)
    td_chart_share_save (widget, TD_CHART_VIEW (widget)->chart);
}

static void
copy_picture_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdChartLayout *layout = get_layout (TD_CHART_VIEW (widget));

  if (layout != NULL)
    td_chart_share_copy_picture (widget, layout);
}

static void
copy_table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (TD_CHART_VIEW (widget)->chart != NULL)
    td_chart_share_copy_table (widget, TD_CHART_VIEW (widget)->chart);
}

static void
show_table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (TD_CHART_VIEW (widget)->chart != NULL)
    td_chart_table_window_show (widget, TD_CHART_VIEW (widget)->chart);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (TD_CHART_VIEW (widget)->chart != NULL)
    td_chart_share_print (widget, TD_CHART_VIEW (widget)->chart);
}

static GMenuModel *
make_menu (gboolean over_time)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("_Show as a table"), "chart.table");
  g_menu_append (menu, _ ("Copy as a _picture"), "chart.copy-picture");
  g_menu_append (menu, _ ("_Copy as a table"), "chart.copy-table");
  g_menu_append (menu, _ ("S_ave the picture…"), "chart.save");
  g_menu_append (menu, _ ("P_rint…"), "chart.print");
  if (over_time)
    {
      GMenu *time = g_menu_new ();

      g_menu_append (time, _ ("Fewer periods"), "chart.zoom-in");
      g_menu_append (time, _ ("More periods"), "chart.zoom-out");
      g_menu_append (time, _ ("All periods"), "chart.all-time");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (time));
      g_object_unref (time);
    }
  return G_MENU_MODEL (menu);
}

static void
pop_up (TdChartView *self, double x, double y)
{
  GdkRectangle at = { (int) x, (int) y, 1, 1 };

  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) model =
          make_menu (self->chart != NULL && td_chart_get_n_periods (self->chart) > 1);

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
secondary_cb (TdChartView *self, int n_press, double x, double y)
{
  pop_up (self, x, y);
}

static gboolean
menu_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  pop_up (TD_CHART_VIEW (widget), 24, 24);
  return TRUE;
}

/* --- the chart ------------------------------------------------------------------------------------ */

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TdChartView *self = TD_CHART_VIEW (widget);

  gtk_widget_queue_draw (widget);
  if (gdk_frame_clock_get_frame_time (clock) - self->began < MOVE_TIME)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  stop_moving (self);
  return G_SOURCE_REMOVE;
}

static void
start_moving (TdChartView *self, TdChartLayout *before)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  self->before = before;
  self->layout = make_layout (self);
  if (self->layout == NULL || clock == NULL)
    {
      stop_moving (self);
      return;
    }
  self->tween = td_chart_tween_new (self->before, self->layout);
  self->began = gdk_frame_clock_get_frame_time (clock);
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
show (TdChartView *self, TdChart *chart)
{
  TdChartLayout *before;

  stop_moving (self);
  before = g_steal_pointer (&self->layout);
  if (chart != NULL)
    td_chart_ref (chart);
  g_clear_pointer (&self->chart, td_chart_unref);
  self->chart = chart;
  self->mark = -1;
  if (before != NULL && chart != NULL && gtk_widget_get_mapped (GTK_WIDGET (self))
      && adw_get_enable_animations (GTK_WIDGET (self)))
    start_moving (self, before);
  else
    g_clear_pointer (&before, td_chart_layout_free);
  if (chart != NULL)
    {
      const char *title = td_chart_get_head (chart)->title;

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      title != NULL ? title : "", -1);
    }
  say (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.zoom-in",
                                 td_chart_zoom_can_in (&self->zoom));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.zoom-out",
                                 td_chart_zoom_can_out (&self->zoom));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.all-time",
                                 td_chart_zoom_can_out (&self->zoom));
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
td_chart_view_set_chart (TdChartView *self, TdChart *chart)
{
  g_autoptr (TdChart) shown = NULL;

  g_return_if_fail (TD_IS_CHART_VIEW (self));

  /* The menu speaks of periods only where there are any. */
  if (self->chart == NULL || chart == NULL
      || (td_chart_get_n_periods (self->chart) > 1) != (td_chart_get_n_periods (chart) > 1))
    g_clear_pointer (&self->menu, gtk_widget_unparent);
  td_chart_zoom_set_chart (&self->zoom, chart);
  shown = td_chart_zoom_dup_chart (&self->zoom);
  show (self, shown);
}

void
td_chart_view_set_natural_width (TdChartView *self, int width)
{
  self->natural_width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
td_chart_view_set_max_height (TdChartView *self, int height)
{
  self->max_height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- object --------------------------------------------------------------------------------------- */

static void
td_chart_view_dispose (GObject *object)
{
  TdChartView *self = TD_CHART_VIEW (object);

  stop_moving (self);
  g_clear_pointer (&self->layout, td_chart_layout_free);
  g_clear_pointer (&self->chart, td_chart_unref);
  td_chart_zoom_clear (&self->zoom);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  G_OBJECT_CLASS (td_chart_view_parent_class)->dispose (object);
}

static void
td_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (td_chart_view_parent_class)->css_changed (widget, change);
  restyled_cb (TD_CHART_VIEW (widget));
}

static void
bind_step (GtkWidgetClass *class, guint key, TdChartStep way)
{
  gtk_widget_class_add_binding (class, key, 0, step, "i", (gint32) way);
}

static void
td_chart_view_class_init (TdChartViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = td_chart_view_dispose;
  widget_class->get_request_mode = td_chart_view_get_request_mode;
  widget_class->measure = td_chart_view_measure;
  widget_class->size_allocate = td_chart_view_size_allocate;
  widget_class->snapshot = td_chart_view_snapshot;
  widget_class->css_changed = td_chart_view_css_changed;
  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", TD_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);

  gtk_widget_class_set_css_name (widget_class, "td-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_install_action (widget_class, "chart.table", NULL, show_table_action);
  gtk_widget_class_install_action (widget_class, "chart.copy-picture", NULL, copy_picture_action);
  gtk_widget_class_install_action (widget_class, "chart.copy-table", NULL, copy_table_action);
  gtk_widget_class_install_action (widget_class, "chart.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "chart.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "chart.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "chart.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "chart.all-time", NULL, all_time_action);
  bind_step (widget_class, GDK_KEY_Left, TD_CHART_STEP_LEFT);
  bind_step (widget_class, GDK_KEY_Right, TD_CHART_STEP_RIGHT);
  bind_step (widget_class, GDK_KEY_Up, TD_CHART_STEP_UP);
  bind_step (widget_class, GDK_KEY_Down, TD_CHART_STEP_DOWN);
  bind_step (widget_class, GDK_KEY_Home, TD_CHART_STEP_FIRST);
  bind_step (widget_class, GDK_KEY_End, TD_CHART_STEP_LAST);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, enter, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, enter, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, enter, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_zoom, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_SHIFT_MASK, move_time, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_SHIFT_MASK, move_time, "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, 0, "chart.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_SHIFT_MASK, "chart.zoom-in",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, 0, "chart.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, 0, "chart.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, 0, "chart.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, 0, "chart.zoom-out",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, 0, "chart.all-time", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0, 0, "chart.all-time", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "chart.table", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "chart.copy-picture", NULL);
}

static void
td_chart_view_init (TdChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new (), *secondary = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->mark = -1;
  self->natural_width = 480;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (restyled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (restyled_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
td_chart_view_new (void)
{
  return g_object_new (TD_TYPE_CHART_VIEW, NULL);
}
