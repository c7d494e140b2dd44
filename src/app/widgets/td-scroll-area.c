/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-scroll-area.h"

typedef struct
{
  /* By GtkOrientation. */
  GtkAdjustment *adjustments[2]; /* owned */
  GtkScrollablePolicy policies[2];
} TdScrollAreaPrivate;

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (TdScrollArea, td_scroll_area, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (TdScrollArea)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
scrolled_cb (TdScrollArea *self)
{
  TD_SCROLL_AREA_GET_CLASS (self)->scrolled (self);
}

static void
drop_adjustment (TdScrollArea *self, GtkAdjustment **slot)
{
  if (*slot != NULL)
    g_signal_handlers_disconnect_by_func (*slot, scrolled_cb, self);
  g_clear_object (slot);
}

static void
set_adjustment (TdScrollArea *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  TdScrollAreaPrivate *private = td_scroll_area_get_instance_private (self);

  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  g_object_ref_sink (adjustment);
  drop_adjustment (self, &private->adjustments[orientation]);
  private->adjustments[orientation] = adjustment;
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  TD_SCROLL_AREA_GET_CLASS (self)->configure (self);
}

static void
td_scroll_area_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TdScrollArea *self = TD_SCROLL_AREA (object);
  TdScrollAreaPrivate *private = td_scroll_area_get_instance_private (self);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      private
      ->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      private
      ->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
td_scroll_area_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TdScrollAreaPrivate *private = td_scroll_area_get_instance_private (TD_SCROLL_AREA (object));

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, private->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, private->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, private->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, private->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
td_scroll_area_dispose (GObject *object)
{
  TdScrollArea *self = TD_SCROLL_AREA (object);
  TdScrollAreaPrivate *private = td_scroll_area_get_instance_private (self);

  drop_adjustment (self, &private->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  drop_adjustment (self, &private->adjustments[GTK_ORIENTATION_VERTICAL]);
  G_OBJECT_CLASS (td_scroll_area_parent_class)->dispose (object);
}

static void
td_scroll_area_class_init (TdScrollAreaClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->set_property = td_scroll_area_set_property;
  object_class->get_property = td_scroll_area_get_property;
  object_class->dispose = td_scroll_area_dispose;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
td_scroll_area_init (TdScrollArea *self)
{
}

GtkAdjustment *
td_scroll_area_get_adjustment (TdScrollArea *self, GtkOrientation orientation)
{
  TdScrollAreaPrivate *private = td_scroll_area_get_instance_private (self);

  return private->adjustments[orientation];
}

double
td_scroll_area_get_offset (TdScrollArea *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = td_scroll_area_get_adjustment (self, orientation);

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

void
td_scroll_area_set_extent (TdScrollArea *self, GtkOrientation orientation, double whole,
                           double page, double step, double page_step)
{
  GtkAdjustment *adjustment = td_scroll_area_get_adjustment (self, orientation);

  if (adjustment != NULL)
    gtk_adjustment_configure (
        adjustment, CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (whole - page, 0)), 0,
        MAX (whole, page), step, page_step, page);
}

void
td_scroll_area_show (TdScrollArea *self, GtkOrientation orientation, double from, double to)
{
  GtkAdjustment *adjustment = td_scroll_area_get_adjustment (self, orientation);

  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, from, to);
}
