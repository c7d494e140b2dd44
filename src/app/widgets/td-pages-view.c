/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-pages-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/widgets/td-page-pictures.h"

/* Pixels of the screen to a millimetre of paper at the size of paper. */
#define PX_PER_MM (96 / 25.4)
/* Between pages, and around them. */
#define GAP 12
/* Width of a thumbnail, and room for its number. */
#define THUMBNAIL_WIDTH 96
#define NUMBER_HEIGHT   22
#define MIN_ZOOM        0.25
#define MAX_ZOOM        4.0
#define ZOOM_STEP       1.25
/* Pages that are kept as pictures: those around the place, and those just left. */
#define MOST_PICTURES 16

struct _TdPagesView
{
  TdScrollArea parent_instance;

  TdPages *pages; /* borrowed */
  GArray *tops;   /* of double: the upper edge of each page, mm without the gaps */
  TdPagePictures *pictures;
  GArray *matches; /* of TdMatch; NULL: no search */
  guint n_matches; /* places, some of which have several rectangles */
  guint match;     /* the one that is shown */
  double zoom;     /* 0: fits the width */
  double widest;   /* mm */
  double height;   /* mm of all pages without the gaps */
  gboolean thumbnails;
  guint marked;
  guint shown; /* the page said last by page-changed */
  guint draw_idle;
  guint tell_idle;
  TdHit hit; /* under the pointer */
  guint hit_page;
  gboolean has_hit;
};

G_DEFINE_FINAL_TYPE (TdPagesView, td_pages_view, TD_TYPE_SCROLL_AREA)

enum
{
  SIGNAL_RECORD_ACTIVATED,
  SIGNAL_PAGE_ACTIVATED,
  SIGNAL_PAGE_CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* --- geometry --------------------------------------------------------------------------------- */

static guint
n_pages (TdPagesView *self)
{
  return self->tops->len;
}

/* Pixels to a millimetre. */
static double
get_scale (TdPagesView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->widest <= 0)
    return PX_PER_MM;
  if (self->thumbnails)
    return THUMBNAIL_WIDTH / self->widest;
  if (self->zoom > 0)
    return self->zoom * PX_PER_MM;
  return CLAMP ((width - 2 * GAP) / self->widest, MIN_ZOOM * PX_PER_MM, MAX_ZOOM * PX_PER_MM);
}

static double
page_gap (TdPagesView *self)
{
  return self->thumbnails ? GAP + NUMBER_HEIGHT : GAP;
}

static double
get_offset (TdPagesView *self, GtkOrientation orientation)
{
  return td_scroll_area_get_offset (TD_SCROLL_AREA (self), orientation);
}

static double
content_width (TdPagesView *self)
{
  return self->widest * get_scale (self) + 2 * GAP;
}

static double
content_height (TdPagesView *self)
{
  return self->height * get_scale (self) + page_gap (self) * n_pages (self) + GAP;
}

/* Where a page is, in the widget's own coordinates as it is scrolled now. */
static void
get_page_rect (TdPagesView *self, guint page, graphene_rect_t *out)
{
  double scale = get_scale (self), width, height, x;
  double room = MAX (gtk_widget_get_width (GTK_WIDGET (self)), content_width (self));

  td_pages_get_size (self->pages, page, &width, &height);
  x = (room - width * scale) / 2 - get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  graphene_rect_init (out, (float) floor (x),
                      (float) floor (GAP + g_array_index (self->tops, double, page) * scale
                                     + page_gap (self) * page
                                     - get_offset (self, GTK_ORIENTATION_VERTICAL)),
                      (float) ceil (width * scale), (float) ceil (height * scale));
}

/* The page at a height of the widget, by halving. */
static guint
find_page_at (TdPagesView *self, double y)
{
  guint low = 0, high = n_pages (self);

  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;
      graphene_rect_t rect;

      get_page_rect (self, middle, &rect);
      if (rect.origin.y <= y)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static gboolean
tell_page_cb (gpointer data)
{
  TdPagesView *self = data;
  guint page = td_pages_view_get_page (self);

  self->tell_idle = 0;
  if (page != self->shown)
    {
      self->shown = page;
      g_signal_emit (self, signals[SIGNAL_PAGE_CHANGED], 0);
    }
  return G_SOURCE_REMOVE;
}

/*
 * The page in sight is said, but later: places change while the window is given its room, when nobody may
 * ask for other room.
 */
static void
tell_page (TdPagesView *self)
{
  if (self->tell_idle == 0 && td_pages_view_get_page (self) != self->shown)
    self->tell_idle = g_idle_add (tell_page_cb, self);
}

static void
td_pages_view_configure (TdScrollArea *area)
{
  TdPagesView *self = TD_PAGES_VIEW (area);
  double width = gtk_widget_get_width (GTK_WIDGET (self)),
         height = gtk_widget_get_height (GTK_WIDGET (self));

  td_scroll_area_set_extent (area, GTK_ORIENTATION_HORIZONTAL, content_width (self), width,
                             width * 0.1, width * 0.9);
  td_scroll_area_set_extent (area, GTK_ORIENTATION_VERTICAL, content_height (self), height,
                             height * 0.1, height * 0.9);
}

static void
update_adjustments (TdPagesView *self)
{
  td_pages_view_configure (TD_SCROLL_AREA (self));
}

static void
td_pages_view_scrolled (TdScrollArea *area)
{
  TdPagesView *self = TD_PAGES_VIEW (area);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (n_pages (self) > 0)
    tell_page (self);
}

/* --- pictures --------------------------------------------------------------------------------- */

/* Pixels of the device to a point of paper. */
static double
picture_scale (TdPagesView *self)
{
  return get_scale (self) * gtk_widget_get_scale_factor (GTK_WIDGET (self)) * 25.4 / 72;
}

static void
keep_picture (TdPagesView *self, guint page)
{
  td_page_pictures_draw (self->pictures, self->pages, page, picture_scale (self));
}

static gboolean
is_fresh (TdPagesView *self, guint page)
{
  return td_page_pictures_is_fresh (self->pictures, page, picture_scale (self));
}

/* The pages in sight, first and one past the last. */
static void
get_visible (TdPagesView *self, guint *first, guint *end)
{
  double bottom = gtk_widget_get_height (GTK_WIDGET (self));

  *first = find_page_at (self, 0);
  for (*end = *first; *end < n_pages (self); (*end)++)
    {
      graphene_rect_t rect;

      get_page_rect (self, *end, &rect);
      if (rect.origin.y >= bottom)
        break;
    }
}

/* One page a turn: the window stays quick while many come into sight. */
static gboolean
draw_idle_cb (gpointer data)
{
  TdPagesView *self = data;
  guint first, end;

  if (self->pages != NULL && n_pages (self) > 0)
    {
      get_visible (self, &first, &end);
      for (guint i = first; i < end; i++)
        if (!is_fresh (self, i))
          {
            keep_picture (self, i);
            gtk_widget_queue_draw (GTK_WIDGET (self));
            return G_SOURCE_CONTINUE;
          }
    }
  self->draw_idle = 0;
  return G_SOURCE_REMOVE;
}

/* --- drawing ---------------------------------------------------------------------------------- */

static void
snapshot_marks (TdPagesView *self, GtkSnapshot *snapshot, guint page, const graphene_rect_t *rect)
{
  static const GdkRGBA found = { 1.0f, 0.85f, 0.2f, 0.35f };
  static const GdkRGBA current = { 1.0f, 0.55f, 0.0f, 0.5f };
  static const GdkRGBA line = { 0.2f, 0.5f, 0.9f, 0.14f };
  float scale = (float) get_scale (self);

  for (guint i = 0; self->matches != NULL && i < self->matches->len; i++)
    {
      const TdMatch *match = &g_array_index (self->matches, TdMatch, i);

      if (match->page == page)
        gtk_snapshot_append_color (snapshot, match->match == self->match ? &current : &found,
                                   &GRAPHENE_RECT_INIT (rect->origin.x + (float) match->x * scale,
                                                        rect->origin.y + (float) match->y * scale,
                                                        (float) match->width * scale,
                                                        (float) match->height * scale));
    }
  if (self->has_hit && self->hit_page == page && self->hit.ref.table != NULL)
    gtk_snapshot_append_color (snapshot, &line,
                               &GRAPHENE_RECT_INIT (rect->origin.x + (float) self->hit.x * scale,
                                                    rect->origin.y + (float) self->hit.y * scale,
                                                    (float) self->hit.width * scale,
                                                    (float) self->hit.height * scale));
}

static void
snapshot_number (TdPagesView *self, GtkSnapshot *snapshot, guint page, const graphene_rect_t *rect)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  g_autofree char *text = g_strdup_printf ("%u", page + 1);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_render_layout (snapshot, context,
                              (double) rect->origin.x + ((double) rect->size.width - width) / 2,
                              (double) rect->origin.y + (double) rect->size.height + 2, layout);
}

static void
snapshot_page (TdPagesView *self, GtkSnapshot *snapshot, guint page)
{
  static const GdkRGBA paper = { 1.0f, 1.0f, 1.0f, 1.0f };
  static const GdkRGBA shadow = { 0.0f, 0.0f, 0.0f, 0.35f };
  static const GdkRGBA chosen = { 0.2f, 0.5f, 0.9f, 1.0f };
  gboolean marked = self->thumbnails && page == self->marked;
  float edge = marked ? 3 : 1;
  GdkTexture *picture = td_page_pictures_get (self->pictures, page);
  graphene_rect_t rect;
  GskRoundedRect outline;

  get_page_rect (self, page, &rect);
  if (picture != NULL)
    gtk_snapshot_append_texture (snapshot, picture, &rect);
  else
    gtk_snapshot_append_color (snapshot, &paper, &rect);
  if (!self->thumbnails)
    snapshot_marks (self, snapshot, page, &rect);
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (rect.origin.x - edge, rect.origin.y - edge,
                                                        rect.size.width + 2 * edge,
                                                        rect.size.height + 2 * edge),
                                   0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ edge, edge, edge, edge },
                              marked ? (GdkRGBA[4]){ chosen, chosen, chosen, chosen }
                                     : (GdkRGBA[4]){ shadow, shadow, shadow, shadow });
  if (self->thumbnails)
    snapshot_number (self, snapshot, page, &rect);
}

static void
td_pages_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TdPagesView *self = TD_PAGES_VIEW (widget);
  gboolean wanting = FALSE;
  guint first, end;

  if (self->pages == NULL || n_pages (self) == 0)
    return;
  get_visible (self, &first, &end);
  /* The first page is there at once; the others follow as soon as nothing else is to be done. */
  if (first < end && td_page_pictures_get (self->pictures, first) == NULL)
    keep_picture (self, first);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget)));
  for (guint i = first; i < end; i++)
    {
      wanting |= !is_fresh (self, i);
      snapshot_page (self, snapshot, i);
    }
  gtk_snapshot_pop (snapshot);
  if (wanting && self->draw_idle == 0)
    self->draw_idle = g_idle_add (draw_idle_cb, self);
}

static void
td_pages_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  TdPagesView *self = TD_PAGES_VIEW (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->thumbnails)
    *minimum = *natural = THUMBNAIL_WIDTH + 2 * GAP + 12;
  else
    {
      *minimum = 120;
      *natural = 480;
    }
}

static void
td_pages_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  update_adjustments (TD_PAGES_VIEW (widget));
}

/* --- the pointer and the keys ------------------------------------------------------------------- */

static gboolean
find_hit (TdPagesView *self, double x, double y, guint *page, TdHit *out)
{
  double scale = get_scale (self);
  graphene_rect_t rect;

  *out = (TdHit){ NULL };
  if (self->pages == NULL || n_pages (self) == 0)
    return FALSE;
  *page = find_page_at (self, y);
  get_page_rect (self, *page, &rect);
  if (!graphene_rect_contains_point (&rect, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
    return FALSE;
  return td_pages_hit (self->pages, *page, (x - (double) rect.origin.x) / scale,
                       (y - (double) rect.origin.y) / scale, out);
}

static void
moved_cb (TdPagesView *self, double x, double y)
{
  TdHit hit;
  guint page;
  gboolean any = !self->thumbnails && find_hit (self, x, y, &page, &hit) && hit.ref.table != NULL;

  if (any != self->has_hit
      || (any && (page != self->hit_page || hit.x != self->hit.x || hit.y != self->hit.y)))
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->has_hit = any;
  if (any)
    {
      self->hit = hit;
      self->hit_page = page;
    }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), any || self->thumbnails ? "pointer" : NULL);
}

static void
left_cb (TdPagesView *self)
{
  if (self->has_hit)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->has_hit = FALSE;
}

static void
clicked_cb (TdPagesView *self, int n_press, double x, double y)
{
  graphene_rect_t rect;
  TdHit hit;
  guint page;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->pages == NULL || n_pages (self) == 0)
    return;
  if (self->thumbnails)
    {
      page = find_page_at (self, y);
      get_page_rect (self, page, &rect);
      if (y <= (double) rect.origin.y + (double) rect.size.height + NUMBER_HEIGHT)
        g_signal_emit (self, signals[SIGNAL_PAGE_ACTIVATED], 0, page);
      return;
    }
  if (find_hit (self, x, y, &page, &hit) && hit.ref.table != NULL)
    g_signal_emit (self, signals[SIGNAL_RECORD_ACTIVATED], 0, hit.ref.table, hit.ref.id);
}

static gboolean
zoomed_cb (TdPagesView *self, double dx, double dy, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  if ((state & GDK_CONTROL_MASK) == 0 || self->thumbnails || dy == 0)
    return FALSE;
  if (dy < 0)
    td_pages_view_zoom_in (self);
  else
    td_pages_view_zoom_out (self);
  return TRUE;
}

static void
scroll_by (TdPagesView *self, double pages)
{
  GtkAdjustment *adjustment =
      td_scroll_area_get_adjustment (TD_SCROLL_AREA (self), GTK_ORIENTATION_VERTICAL);

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                              + pages * gtk_adjustment_get_page_size (adjustment));
}

static gboolean
key_cb (TdPagesView *self, guint key, guint code, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  guint page = self->thumbnails ? self->marked : td_pages_view_get_page (self);
  guint last = MAX (n_pages (self), 1) - 1;

  switch (key)
    {
    case GDK_KEY_Page_Down:
    case GDK_KEY_space:
      scroll_by (self, 0.9);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_BackSpace:
      scroll_by (self, -0.9);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_Up:
      if (!self->thumbnails)
        scroll_by (self, key == GDK_KEY_Down ? 0.1 : -0.1);
      else if (n_pages (self) > 0)
        g_signal_emit (self, signals[SIGNAL_PAGE_ACTIVATED], 0,
                       key == GDK_KEY_Down ? MIN (page + 1, last) : MAX (page, 1) - 1);
      return TRUE;
    case GDK_KEY_Home:
      td_pages_view_show_page (self, 0);
      return TRUE;
    case GDK_KEY_End:
      td_pages_view_show_page (self, last);
      return TRUE;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      if (control)
        td_pages_view_zoom_in (self);
      return control;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      if (control)
        td_pages_view_zoom_out (self);
      return control;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      if (control)
        td_pages_view_set_zoom (self, 0);
      return control;
    default:
      return FALSE;
    }
}

/* --- pages ------------------------------------------------------------------------------------- */

static void
say_contents (TdPagesView *self)
{
  g_autofree char *label =
      self->thumbnails
          ? g_strdup (_ ("Thumbnails of the pages"))
          : g_strdup_printf (ngettext ("Preview, %u page", "Preview, %u pages", n_pages (self)),
                             n_pages (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
td_pages_view_update (TdPagesView *self)
{
  guint ready = self->pages != NULL ? td_pages_get_n_ready (self->pages) : 0;

  if (ready == n_pages (self))
    return;
  for (guint i = n_pages (self); i < ready; i++)
    {
      double width, height;

      g_array_append_val (self->tops, self->height);
      td_pages_get_size (self->pages, i, &width, &height);
      self->widest = MAX (self->widest, width);
      self->height += height;
    }
  update_adjustments (self);
  say_contents (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_PAGE_CHANGED], 0);
}

void
td_pages_view_set_pages (TdPagesView *self, TdPages *pages)
{
  g_return_if_fail (TD_IS_PAGES_VIEW (self));
  self->pages = pages;
  g_array_set_size (self->tops, 0);
  td_page_pictures_clear (self->pictures);
  g_clear_pointer (&self->matches, g_array_unref);
  self->n_matches = 0;
  self->widest = self->height = 0;
  self->has_hit = FALSE;
  td_pages_view_update (self);
  if (n_pages (self) == 0)
    update_adjustments (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
td_pages_view_redraw (TdPagesView *self)
{
  g_return_if_fail (TD_IS_PAGES_VIEW (self));
  td_page_pictures_age (self->pictures);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
td_pages_view_set_thumbnails (TdPagesView *self, gboolean thumbnails)
{
  g_return_if_fail (TD_IS_PAGES_VIEW (self));
  self->thumbnails = thumbnails;
  td_page_pictures_free (self->pictures);
  self->pictures = td_page_pictures_new (thumbnails ? TD_DRAW_PLAIN : TD_DRAW_MARKS,
                                         thumbnails ? 8 * MOST_PICTURES : MOST_PICTURES);
  say_contents (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
td_pages_view_set_zoom (TdPagesView *self, double zoom)
{
  guint page;

  g_return_if_fail (TD_IS_PAGES_VIEW (self));
  page = td_pages_view_get_page (self);
  self->zoom = zoom > 0 ? CLAMP (zoom, MIN_ZOOM, MAX_ZOOM) : 0;
  update_adjustments (self);
  td_pages_view_show_page (self, page);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
td_pages_view_get_zoom (TdPagesView *self)
{
  g_return_val_if_fail (TD_IS_PAGES_VIEW (self), 1);
  return get_scale (self) / PX_PER_MM;
}

void
td_pages_view_zoom_in (TdPagesView *self)
{
  td_pages_view_set_zoom (self, td_pages_view_get_zoom (self) * ZOOM_STEP);
}

void
td_pages_view_zoom_out (TdPagesView *self)
{
  td_pages_view_set_zoom (self, td_pages_view_get_zoom (self) / ZOOM_STEP);
}

guint
td_pages_view_get_page (TdPagesView *self)
{
  g_return_val_if_fail (TD_IS_PAGES_VIEW (self), 0);
  if (n_pages (self) == 0)
    return 0;
  return find_page_at (self, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

void
td_pages_view_show_page (TdPagesView *self, guint page)
{
  GtkAdjustment *adjustment;
  graphene_rect_t rect;

  g_return_if_fail (TD_IS_PAGES_VIEW (self));
  adjustment = td_scroll_area_get_adjustment (TD_SCROLL_AREA (self), GTK_ORIENTATION_VERTICAL);
  if (page >= n_pages (self) || adjustment == NULL)
    return;
  get_page_rect (self, page, &rect);
  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment) + (double) rect.origin.y - GAP);
}

void
td_pages_view_mark_page (TdPagesView *self, guint page)
{
  GtkAdjustment *adjustment;
  graphene_rect_t rect;

  g_return_if_fail (TD_IS_PAGES_VIEW (self));
  self->marked = page;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  adjustment = td_scroll_area_get_adjustment (TD_SCROLL_AREA (self), GTK_ORIENTATION_VERTICAL);
  if (page >= n_pages (self) || adjustment == NULL)
    return;
  get_page_rect (self, page, &rect);
  gtk_adjustment_clamp_page (adjustment,
                             (double) rect.origin.y + gtk_adjustment_get_value (adjustment) - GAP,
                             (double) rect.origin.y + (double) rect.size.height + NUMBER_HEIGHT
                                 + GAP + gtk_adjustment_get_value (adjustment));
}

/* --- searching --------------------------------------------------------------------------------- */

static void
show_match (TdPagesView *self)
{
  GtkAdjustment *adjustment =
      td_scroll_area_get_adjustment (TD_SCROLL_AREA (self), GTK_ORIENTATION_VERTICAL);

  for (guint i = 0; i < self->matches->len; i++)
    {
      const TdMatch *match = &g_array_index (self->matches, TdMatch, i);
      graphene_rect_t rect;
      double y;

      if (match->match != self->match || adjustment == NULL)
        continue;
      get_page_rect (self, match->page, &rect);
      y = (double) rect.origin.y + match->y * get_scale (self)
          + gtk_adjustment_get_value (adjustment);
      gtk_adjustment_clamp_page (adjustment, y - 60, y + 60);
      break;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
td_pages_view_search (TdPagesView *self, const char *text)
{
  guint page;

  g_return_val_if_fail (TD_IS_PAGES_VIEW (self), 0);
  page = td_pages_view_get_page (self);
  g_clear_pointer (&self->matches, g_array_unref);
  self->n_matches = self->match = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->pages == NULL || text == NULL || *text == '\0')
    return 0;
  self->matches = td_pages_find (self->pages, text);
  td_pages_view_update (self);
  for (guint i = self->matches->len; i-- > 0;)
    {
      const TdMatch *match = &g_array_index (self->matches, TdMatch, i);

      self->n_matches = MAX (self->n_matches, match->match + 1);
      if (match->page >= page)
        self->match = match->match;
    }
  if (self->n_matches > 0)
    show_match (self);
  return self->n_matches;
}

guint
td_pages_view_search_step (TdPagesView *self, gboolean forward)
{
  g_return_val_if_fail (TD_IS_PAGES_VIEW (self), 0);
  if (self->n_matches == 0)
    return 0;
  self->match = (self->match + (forward ? 1 : self->n_matches - 1)) % self->n_matches;
  show_match (self);
  return self->match + 1;
}

/* --- object ------------------------------------------------------------------------------------- */

static void
td_pages_view_dispose (GObject *object)
{
  TdPagesView *self = TD_PAGES_VIEW (object);

  g_clear_handle_id (&self->draw_idle, g_source_remove);
  g_clear_handle_id (&self->tell_idle, g_source_remove);
  self->pages = NULL;
  G_OBJECT_CLASS (td_pages_view_parent_class)->dispose (object);
}

static void
td_pages_view_finalize (GObject *object)
{
  TdPagesView *self = TD_PAGES_VIEW (object);

  g_array_unref (self->tops);
  td_page_pictures_free (self->pictures);
  g_clear_pointer (&self->matches, g_array_unref);
  G_OBJECT_CLASS (td_pages_view_parent_class)->finalize (object);
}

static void
td_pages_view_class_init (TdPagesViewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  TdScrollAreaClass *area_class = TD_SCROLL_AREA_CLASS (class);

  object_class->dispose = td_pages_view_dispose;
  object_class->finalize = td_pages_view_finalize;
  widget_class->snapshot = td_pages_view_snapshot;
  widget_class->measure = td_pages_view_measure;
  widget_class->size_allocate = td_pages_view_size_allocate;
  area_class->configure = td_pages_view_configure;
  area_class->scrolled = td_pages_view_scrolled;
  signals[SIGNAL_RECORD_ACTIVATED] =
      g_signal_new ("record-activated", TD_TYPE_PAGES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
  signals[SIGNAL_PAGE_ACTIVATED] =
      g_signal_new ("page-activated", TD_TYPE_PAGES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_PAGE_CHANGED] = g_signal_new (
      "page-changed", TD_TYPE_PAGES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "td-pages");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
td_pages_view_init (TdPagesView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  self->tops = g_array_new (FALSE, FALSE, sizeof (double));
  self->pictures = td_page_pictures_new (TD_DRAW_MARKS, MOST_PICTURES);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (zoomed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect_swapped (self, "notify::scale-factor", G_CALLBACK (gtk_widget_queue_draw), self);
  say_contents (self);
}
