/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-stock-view.h"

#include <glib/gi18n.h>

#include "base/td-decimal.h"
#include "print/td-pages.h"

/* Around the sheet, pixels. */
#define GAP 16
/* The corner by which a field is made larger, pixels. */
#define HANDLE    10
#define STEP      1.0
#define FINE_STEP 0.1

struct _TdStockView
{
  GtkWidget parent_instance;

  TdStock *stock;           /* borrowed */
  const TdDocument *sample; /* borrowed */
  TdPages *pages;           /* the sample on the stock as it is; NULL: to be laid out */
  GdkTexture *scan;
  int selected;

  /* while something is dragged */
  gboolean dragging;
  gboolean sizing;
  double x, y, width, height; /* of the field at the beginning, mm */
};

G_DEFINE_FINAL_TYPE (TdStockView, td_stock_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SELECTED,
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- places --------------------------------------------------------------------------------------- */

/* Pixels to a millimetre, and the upper left corner of the sheet. */
static double
get_scale (TdStockView *self, double *left, double *top)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double sheet_width, sheet_height, scale;

  td_stock_get_sheet (self->stock, &sheet_width, &sheet_height);
  scale = MIN ((width - 2 * GAP) / sheet_width, (height - 2 * GAP) / sheet_height);
  scale = MAX (scale, 0.5);
  *left = (width - sheet_width * scale) / 2;
  *top = (height - sheet_height * scale) / 2;
  return scale;
}

static TdStockField *
get_field (TdStockView *self, int index)
{
  if (self->stock == NULL || index < 0 || index >= (int) self->stock->fields->len)
    return NULL;
  return &g_array_index (self->stock->fields, TdStockField, index);
}

static void
get_box (TdStockView *self, const TdStockField *field, graphene_rect_t *out)
{
  double left, top, scale = get_scale (self, &left, &top);

  graphene_rect_init (out, (float) (left + field->x * scale), (float) (top + field->y * scale),
                      (float) (field->width * scale), (float) (field->height * scale));
}

/* The field under a point; of several the selected one, then the smallest. -1 for none. */
static int
find_field (TdStockView *self, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  int found = -1;
  double least = 0;

  for (int i = 0; self->stock != NULL && i < (int) self->stock->fields->len; i++)
    {
      const TdStockField *field = get_field (self, i);
      double area = field->width * field->height;
      graphene_rect_t box;

      get_box (self, field, &box);
      if (!graphene_rect_contains_point (&box, &point))
        continue;
      if (i == self->selected)
        return i;
      if (found < 0 || area < least)
        {
          found = i;
          least = area;
        }
    }
  return found;
}

/* --- what is said --------------------------------------------------------------------------------- */

static char *
write_mm (double mm)
{
  return td_decimal_format ((TdDecimal) (mm * 10 + (mm < 0 ? -0.5 : 0.5)) * (TD_DECIMAL_SCALE / 10),
                            TD_STYLE_VIETNAMESE);
}

static void
describe (TdStockView *self)
{
  const TdStockField *field = get_field (self, self->selected);
  g_autofree char *words = NULL;

  if (field != NULL)
    {
      g_autofree char *x = write_mm (field->x), *y = write_mm (field->y);
      g_autofree char *width = write_mm (field->width), *height = write_mm (field->height);

      words = g_strdup_printf (_ ("The field “%s”: %s mm from the left, %s mm from above, %s mm by "
                                  "%s mm"),
                               field->label, x, y, width, height);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : _ ("Printed stock"), -1);
}

void
td_stock_view_update (TdStockView *self)
{
  g_clear_pointer (&self->pages, td_pages_free);
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
place (TdStockView *self, double x, double y, double width, double height)
{
  td_stock_place_field (self->stock, (guint) self->selected, x, y, width, height);
  td_stock_view_update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
td_stock_view_select (TdStockView *self, guint field)
{
  if (get_field (self, (int) field) == NULL || self->selected == (int) field)
    return;
  self->selected = (int) field;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

int
td_stock_view_get_selected (TdStockView *self)
{
  return self->selected;
}

void
td_stock_view_set (TdStockView *self, TdStock *stock, const TdDocument *sample)
{
  self->stock = stock;
  self->sample = sample;
  self->selected = stock != NULL && stock->fields->len > 0 ? 0 : -1;
  td_stock_view_update (self);
}

void
td_stock_view_set_scan (TdStockView *self, GdkTexture *scan)
{
  g_set_object (&self->scan, scan);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- drawing -------------------------------------------------------------------------------------- */

/* The words as they will be printed: laid out by what prints them. */
static void
draw_words (TdStockView *self, cairo_t *cr, double scale)
{
  if (self->sample == NULL)
    return;
  if (self->pages == NULL)
    {
      self->pages = td_pages_new_for_document (self->sample);
      td_pages_set_stock (self->pages, self->stock);
    }
  if (!td_pages_ensure (self->pages, 0))
    return;
  cairo_save (cr);
  cairo_scale (cr, scale / TD_POINTS_PER_MM, scale / TD_POINTS_PER_MM);
  cairo_set_source_rgb (cr, 0, 0, 0);
  td_pages_draw (self->pages, 0, cr, TD_DRAW_PLAIN);
  cairo_restore (cr);
}

static void
draw_field (TdStockView *self, cairo_t *cr, int index, double scale)
{
  const TdStockField *field = get_field (self, index);
  gboolean selected = index == self->selected;
  const double dashes[] = { 4, 3 };
  double x = field->x * scale, y = field->y * scale;
  double width = field->width * scale, height = field->height * scale;

  cairo_save (cr);
  cairo_set_source_rgba (cr, 0.11, 0.44, 0.85, selected ? 0.16 : 0.05);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.11, 0.38, 0.75);
  cairo_set_line_width (cr, selected ? 2 : 1);
  if (!selected)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_rectangle (cr, x, y, width, height);
  cairo_stroke (cr);
  if (selected)
    {
      cairo_rectangle (cr, x + width - HANDLE, y + height - HANDLE, HANDLE, HANDLE);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

/* The name of a field stands above its box, on the sheet's white: it is not printed. */
static void
draw_label (TdStockView *self, cairo_t *cr, const TdStockField *field, double scale)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), field->label);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width, height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_save (cr);
  cairo_translate (cr, field->x * scale, field->y * scale - height);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.85);
  cairo_rectangle (cr, 0, 0, width + 4, height);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.08, 0.3, 0.6);
  cairo_move_to (cr, 2, 0);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

static void
td_stock_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TdStockView *self = TD_STOCK_VIEW (widget);
  double left, top, scale, width, height;
  graphene_rect_t sheet, all;
  cairo_t *cr;

  if (self->stock == NULL)
    return;
  scale = get_scale (self, &left, &top);
  td_stock_get_sheet (self->stock, &width, &height);
  graphene_rect_init (&sheet, (float) left, (float) top, (float) (width * scale),
                      (float) (height * scale));
  graphene_rect_init (&all, 0, 0, (float) gtk_widget_get_width (widget),
                      (float) gtk_widget_get_height (widget));
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &sheet);
  if (self->scan != NULL)
    gtk_snapshot_append_texture (snapshot, self->scan, &sheet);
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  cairo_translate (cr, left, top);
  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, -0.5, -0.5, width * scale + 1, height * scale + 1);
  cairo_stroke (cr);
  for (int i = 0; i < (int) self->stock->fields->len; i++)
    if (i != self->selected)
      draw_field (self, cr, i, scale);
  if (self->selected >= 0)
    draw_field (self, cr, self->selected, scale);
  draw_words (self, cr, scale);
  if (self->selected >= 0)
    draw_label (self, cr, get_field (self, self->selected), scale);
  cairo_destroy (cr);
  if (gtk_widget_has_visible_focus (widget))
    gtk_snapshot_render_focus (snapshot, gtk_widget_get_style_context (widget), 2, 2,
                               all.size.width - 4, all.size.height - 4);
}

/* --- hand and keys -------------------------------------------------------------------------------- */

static void
drag_begin_cb (TdStockView *self, double x, double y)
{
  int found = find_field (self, x, y);
  const TdStockField *field;
  graphene_rect_t box;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->dragging = FALSE;
  if (found < 0)
    return;
  td_stock_view_select (self, (guint) found);
  field = get_field (self, found);
  get_box (self, field, &box);
  self->dragging = TRUE;
  self->sizing =
      x > box.origin.x + box.size.width - HANDLE && y > box.origin.y + box.size.height - HANDLE;
  self->x = field->x;
  self->y = field->y;
  self->width = field->width;
  self->height = field->height;
}

static void
drag_update_cb (TdStockView *self, double x, double y)
{
  double left, top, scale;

  if (!self->dragging)
    return;
  scale = get_scale (self, &left, &top);
  if (self->sizing)
    place (self, self->x, self->y, self->width + x / scale, self->height + y / scale);
  else
    place (self, self->x + x / scale, self->y + y / scale, self->width, self->height);
}

static void
motion_cb (TdStockView *self, double x, double y)
{
  int found = self->stock != NULL ? find_field (self, x, y) : -1;
  const char *cursor = NULL;

  if (found >= 0)
    {
      graphene_rect_t box;

      get_box (self, get_field (self, found), &box);
      cursor = found == self->selected && x > box.origin.x + box.size.width - HANDLE
                       && y > box.origin.y + box.size.height - HANDLE
                   ? "se-resize"
                   : "move";
    }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

static gboolean
key_cb (TdStockView *self, guint key, guint code, GdkModifierType state)
{
  double step = (state & GDK_SHIFT_MASK) != 0 ? FINE_STEP : STEP, x = 0, y = 0;
  const TdStockField *field = get_field (self, self->selected);
  int n = self->stock != NULL ? (int) self->stock->fields->len : 0;

  if (field == NULL || (state & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
      x = -step;
      break;
    case GDK_KEY_Right:
      x = step;
      break;
    case GDK_KEY_Up:
      y = -step;
      break;
    case GDK_KEY_Down:
      y = step;
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_Page_Up:
      td_stock_view_select (
          self, (guint) ((self->selected + (key == GDK_KEY_Page_Down ? 1 : n - 1)) % n));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  if ((state & GDK_CONTROL_MASK) != 0)
    place (self, field->x, field->y, field->width + x, field->height + y);
  else
    place (self, field->x + x, field->y + y, field->width, field->height);
  return GDK_EVENT_STOP;
}

/* --- class ---------------------------------------------------------------------------------------- */

static void
td_stock_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  gboolean lying = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = lying ? 420 : 300;
  *natural = lying ? 760 : 540;
}

static void
td_stock_view_dispose (GObject *object)
{
  TdStockView *self = TD_STOCK_VIEW (object);

  g_clear_pointer (&self->pages, td_pages_free);
  g_clear_object (&self->scan);
  G_OBJECT_CLASS (td_stock_view_parent_class)->dispose (object);
}

static void
td_stock_view_class_init (TdStockViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = td_stock_view_dispose;
  widget_class->measure = td_stock_view_measure;
  widget_class->snapshot = td_stock_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "td-pages");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_stock_view_init (TdStockView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->selected = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

GtkWidget *
td_stock_view_new (void)
{
  return g_object_new (TD_TYPE_STOCK_VIEW, NULL);
}
