/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-present-window.h"

#include <glib/gi18n.h>

#include "app/widgets/td-chart-view.h"
#include "base/td-date.h"
#include "figures/td-overview.h"
#include "figures/td-slides.h"

/* Seconds between two looks at the file. */
#define LOOK_EVERY 3
/* A letter is at least this part of the screen's height: to be read from five metres. */
#define LINES_OF_TEXT 30
#define MOVERS        6

struct _TdPresentWindow
{
  AdwApplicationWindow parent_instance;

  GtkWidget *question;
  GtkWidget *stack;
  GtkWidget *chart_clamp;
  TdChartView *chart;
  GtkWidget *tiles;
  GtkWidget *movers;
  GtkWidget *words;
  GtkWidget *place;
  GtkWidget *timer_words;
  GtkWidget *age;
  GtkWidget *away;

  TdFollower *follower;
  GArray *screens; /* of TdScreen */
  guint screen;
  guint look;    /* source */
  guint advance; /* source; 0: the pages wait for a key */
  guint seconds;
  GtkCssProvider *style;
  int height; /* the letters are made for */
};

G_DEFINE_FINAL_TYPE (TdPresentWindow, td_present_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- a page --------------------------------------------------------------------------------------- */

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_tile (GtkWidget *grid, int index, const char *title, const char *value, const char *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "td-present-tile");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_vexpand (box, TRUE);
  add_label (box, title, NULL);
  gtk_widget_add_css_class (add_label (box, value, "td-present-number"), "numeric");
  gtk_widget_add_css_class (add_label (box, note, "dim-label"), "td-present-small");
  gtk_grid_attach (GTK_GRID (grid), box, index % 3, index / 3, 1, 1);
}

static void
show_index (TdPresentWindow *self, TdDesk *desk)
{
  const TdMovement *movement = td_desk_get_movement (desk);
  TdFigureScope scope = TD_FIGURE_SCOPE_ALL;
  TdOverview overview;
  g_autoptr (GError) error = NULL;
  g_autofree char *index = NULL, *met = NULL, *risk = NULL, *overdue = NULL, *coverage = NULL;
  g_autofree char *reports = NULL, *of = NULL;

  clear_box (self->tiles);
  if (!td_overview_init (&overview, desk, &scope, &error))
    {
      g_message ("%s", error->message);
      return;
    }
  index = overview.index != TD_DECIMAL_NONE
              ? td_decimal_format_fixed (overview.index, movement->decimals, TD_STYLE_VIETNAMESE)
              : g_strdup ("–");
  of = g_strdup_printf (_ ("of %u with a goal"), overview.n_targets);
  met = g_strdup_printf ("%u", overview.standings[TD_STANDING_MET]);
  risk = g_strdup_printf ("%u", overview.standings[TD_STANDING_AT_RISK]
                                    + overview.standings[TD_STANDING_BEHIND]);
  overdue = g_strdup_printf ("%u", overview.standings[TD_STANDING_OVERDUE]);
  coverage = g_strdup_printf ("%u/%u", overview.filled, overview.expected);
  reports = g_strdup_printf ("%u/%u", overview.reported, overview.owed);
  add_tile (self->tiles, 0, _ ("Index of all units"), index, _ ("of 100"));
  add_tile (self->tiles, 1, _ ("Targets met"), met, of);
  add_tile (self->tiles, 2, _ ("At risk or behind"), risk, of);
  add_tile (self->tiles, 3, _ ("Overdue"), overdue, of);
  add_tile (self->tiles, 4, _ ("Coverage"), coverage, _ ("expected entries that count"));
  add_tile (self->tiles, 5, _ ("Reports received"), reports,
            overview.period >= 0 ? td_movement_period (movement, overview.period)->name
                                 : _ ("no report is due yet"));
}

static void
add_movers (TdPresentWindow *self, TdDesk *desk, gboolean rose)
{
  g_autoptr (GPtrArray) lines = td_slide_movers (desk, rose, MOVERS);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "td-present-tile");
  gtk_widget_add_css_class (add_label (box, rose ? _ ("Rose most") : _ ("Fell most"), NULL),
                            "td-present-heading");
  for (guint i = 0; i < lines->len; i++)
    add_label (box, g_ptr_array_index (lines, i), "numeric");
  if (lines->len == 0)
    gtk_widget_add_css_class (add_label (box, _ ("nobody"), NULL), "dim-label");
  gtk_box_append (GTK_BOX (self->movers), box);
}

static void
show_words (TdPresentWindow *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->words), text);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->words);
}

static void
show_chart (TdPresentWindow *self, TdDesk *desk, const TdScreen *screen)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdChart) chart = td_screen_chart (screen, desk, &error);

  if (chart == NULL)
    {
      show_words (self, error != NULL ? error->message : "");
      return;
    }
  td_chart_view_set_chart (self->chart, chart);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->chart_clamp);
}

static void
show_screen (TdPresentWindow *self)
{
  TdDesk *desk = td_follower_get_desk (self->follower);
  const TdScreen *screen;
  g_autofree char *place = NULL;

  if (desk == NULL || td_desk_get_movement (desk) == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->question), "");
      gtk_label_set_text (GTK_LABEL (self->place), "");
      show_words (self,
                  desk != NULL ? _ ("The file has no movement yet.") : _ ("Waiting for the file…"));
      return;
    }
  self->screen = MIN (self->screen, self->screens->len - 1);
  screen = &g_array_index (self->screens, TdScreen, self->screen);
  gtk_label_set_text (GTK_LABEL (self->question), _ (td_slide_question (screen->slide)));
  place = g_strdup_printf ("%u/%u", self->screen + 1, self->screens->len);
  gtk_label_set_text (GTK_LABEL (self->place), place);
  switch (screen->slide)
    {
    case TD_SLIDE_INDEX:
      show_index (self, desk);
      gtk_stack_set_visible_child (GTK_STACK (self->stack), self->tiles);
      break;
    case TD_SLIDE_MOVERS:
      clear_box (self->movers);
      add_movers (self, desk, TRUE);
      add_movers (self, desk, FALSE);
      gtk_stack_set_visible_child (GTK_STACK (self->stack), self->movers);
      break;
    case TD_SLIDE_TARGETS:
    case TD_SLIDE_RANKING:
    case TD_SLIDE_HEAT:
    case TD_SLIDE_NOMINATIONS:
    default:
      show_chart (self, desk, screen);
      break;
    }
}

/* --- how old it is -------------------------------------------------------------------------------- */

/* Which movement, as of when, how old: what nobody may overlook on a screen that runs by itself. */
static void
show_age (TdPresentWindow *self)
{
  TdDesk *desk = td_follower_get_desk (self->follower);
  const TdMovement *movement = desk != NULL ? td_desk_get_movement (desk) : NULL;
  const char *problem = td_follower_get_problem (self->follower);
  gint64 changed = td_follower_get_changed_at (self->follower);
  g_autofree char *day = NULL, *age = NULL, *text = NULL, *said = NULL;

  if (movement != NULL)
    {
      g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (changed);
      g_autofree char *clock = changed > 0 ? g_date_time_format (at, "%H:%M %d/%m/%Y") : NULL;

      day = td_date_format (td_desk_get_as_of (desk), TD_STYLE_VIETNAMESE);
      age = td_age_words (g_get_real_time () / G_USEC_PER_SEC - changed);
      text = changed > 0
                 ? g_strdup_printf (_ ("As of %s; figures changed %s (%s)"), day, age, clock)
                 : g_strdup_printf (_ ("As of %s"), day);
      if (movement->illustrative)
        {
          char *marked =
              g_strdup_printf ("%s · %s", text, _ ("Illustrative figures: none of them is real."));

          g_free (text);
          text = marked;
        }
    }
  gtk_label_set_text (GTK_LABEL (self->age), text != NULL ? text : "");
  if (problem != NULL && movement != NULL)
    said = g_strdup_printf (_ ("%s What is shown is as it was read last."), problem);
  gtk_label_set_text (GTK_LABEL (self->away), said != NULL ? said : problem != NULL ? problem : "");
  gtk_widget_set_visible (self->away, problem != NULL);
}

/* The pages as the office chose them, which may have changed with the file. */
static void
make_screens (TdPresentWindow *self)
{
  TdDesk *desk = td_follower_get_desk (self->follower);
  g_autofree char *pages =
      desk != NULL ? td_store_get_setting (td_desk_get_store (desk), TD_SLIDES_KEY) : NULL;
  g_autofree char *seconds =
      desk != NULL ? td_store_get_setting (td_desk_get_store (desk), TD_SLIDES_SECONDS_KEY) : NULL;
  g_autoptr (GArray) slides = td_slides_parse (pages);

  g_clear_pointer (&self->screens, g_array_unref);
  if (desk != NULL)
    self->screens = td_screens_new (desk, slides);
  self->seconds = td_slides_parse_seconds (seconds);
}

static gboolean
look_cb (gpointer data)
{
  TdPresentWindow *self = data;

  if (td_follower_look (self->follower))
    {
      make_screens (self);
      show_screen (self);
    }
  show_age (self);
  return G_SOURCE_CONTINUE;
}

/* --- going on ------------------------------------------------------------------------------------- */

static void
go (TdPresentWindow *self, int by)
{
  guint n = self->screens != NULL ? self->screens->len : 0;

  if (n == 0)
    return;
  self->screen = (guint) (((int) self->screen + by % (int) n + (int) n) % (int) n);
  show_screen (self);
}

static gboolean
advance_cb (gpointer data)
{
  go (data, 1);
  return G_SOURCE_CONTINUE;
}

static void
set_timer (TdPresentWindow *self, gboolean on)
{
  g_autofree char *text = on ? g_strdup_printf (_ ("next page every %u seconds"), self->seconds)
                             : g_strdup (_ ("T: timer"));

  g_clear_handle_id (&self->advance, g_source_remove);
  if (on)
    self->advance = g_timeout_add_seconds (self->seconds, advance_cb, self);
  gtk_label_set_text (GTK_LABEL (self->timer_words), text);
}

static gboolean
key_cb (TdPresentWindow *self, guint key, guint code, GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_Down:
    case GDK_KEY_Page_Down:
    case GDK_KEY_space:
    case GDK_KEY_Return:
      go (self, 1);
      break;
    case GDK_KEY_Left:
    case GDK_KEY_Up:
    case GDK_KEY_Page_Up:
    case GDK_KEY_BackSpace:
      go (self, -1);
      break;
    case GDK_KEY_Home:
      self->screen = 0;
      show_screen (self);
      break;
    case GDK_KEY_End:
      go (self, -1 - (int) self->screen);
      break;
    case GDK_KEY_t:
    case GDK_KEY_T:
      set_timer (self, self->advance == 0);
      break;
    case GDK_KEY_F11:
      if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
        gtk_window_unfullscreen (GTK_WINDOW (self));
      else
        gtk_window_fullscreen (GTK_WINDOW (self));
      break;
    case GDK_KEY_Escape:
      gtk_window_close (GTK_WINDOW (self));
      break;
    default:
      return FALSE;
    }
  /* Whoever turns a page by hand wants to look at it. */
  if (self->advance != 0 && key != GDK_KEY_t && key != GDK_KEY_T)
    set_timer (self, TRUE);
  return TRUE;
}

/* --- letters -------------------------------------------------------------------------------------- */

static gboolean
restyle_cb (gpointer data)
{
  TdPresentWindow *self = data;
  g_autofree char *css = NULL;

  if (self->style == NULL)
    return G_SOURCE_REMOVE;
  css =
      g_strdup_printf (".td-present { font-size: %dpx; }", MAX (self->height / LINES_OF_TEXT, 10));

  gtk_css_provider_load_from_data (self->style, css, -1);
  return G_SOURCE_REMOVE;
}

static void
layout_cb (TdPresentWindow *self, int width, int height)
{
  if (height == self->height)
    return;
  self->height = height;
  /* Not from within the layout that is going on. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, restyle_cb, g_object_ref (self), g_object_unref);
}

static void
td_present_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (td_present_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout",
                           G_CALLBACK (layout_cb), widget, G_CONNECT_SWAPPED);
}

/* --- object --------------------------------------------------------------------------------------- */

static void
td_present_window_dispose (GObject *object)
{
  TdPresentWindow *self = TD_PRESENT_WINDOW (object);

  g_clear_handle_id (&self->look, g_source_remove);
  g_clear_handle_id (&self->advance, g_source_remove);
  if (self->style != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                   GTK_STYLE_PROVIDER (self->style));
  g_clear_object (&self->style);
  G_OBJECT_CLASS (td_present_window_parent_class)->dispose (object);
}

static void
td_present_window_finalize (GObject *object)
{
  TdPresentWindow *self = TD_PRESENT_WINDOW (object);

  td_follower_free (self->follower);
  g_clear_pointer (&self->screens, g_array_unref);
  G_OBJECT_CLASS (td_present_window_parent_class)->finalize (object);
}

static void
td_present_window_class_init (TdPresentWindowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = td_present_window_dispose;
  G_OBJECT_CLASS (class)->finalize = td_present_window_finalize;
  GTK_WIDGET_CLASS (class)->realize = td_present_window_realize;
}

static void
add_page (TdPresentWindow *self, GtkWidget *page)
{
  gtk_stack_add_child (GTK_STACK (self->stack), page);
}

static void
make_pages (TdPresentWindow *self)
{
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  self->chart = TD_CHART_VIEW (td_chart_view_new ());
  /* The keys turn the pages here. */
  gtk_widget_set_focusable (GTK_WIDGET (self->chart), FALSE);
  /* Nor does a pointer that was left on the screen say anything. */
  gtk_widget_set_can_target (GTK_WIDGET (self->chart), FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->chart), TRUE);
  self->chart_clamp = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->chart_clamp), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->chart_clamp), GTK_WIDGET (self->chart));
  add_page (self, self->chart_clamp);
  self->tiles = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->tiles), TRUE);
  gtk_grid_set_row_homogeneous (GTK_GRID (self->tiles), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (self->tiles), 24);
  gtk_grid_set_row_spacing (GTK_GRID (self->tiles), 24);
  add_page (self, self->tiles);
  self->movers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  gtk_box_set_homogeneous (GTK_BOX (self->movers), TRUE);
  add_page (self, self->movers);
  self->words = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  add_page (self, self->words);
}

static void
make_foot (TdPresentWindow *self, GtkWidget *box)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  gtk_widget_add_css_class (foot, "td-present-foot");
  self->age = add_label (foot, "", "dim-label");
  gtk_widget_set_hexpand (self->age, TRUE);
  self->timer_words = add_label (foot, _ ("T: timer"), "dim-label");
  self->place = add_label (foot, "", "numeric");
  gtk_label_set_wrap (GTK_LABEL (self->place), FALSE);
  gtk_label_set_wrap (GTK_LABEL (self->timer_words), FALSE);
  gtk_box_append (GTK_BOX (box), foot);
}

static void
td_present_window_init (TdPresentWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->seconds = TD_SLIDES_SECONDS;
  self->style = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (self->style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  gtk_widget_add_css_class (box, "td-present");
  gtk_widget_add_css_class (box, "view");
  self->question = add_label (box, "", "td-present-question");
  self->away = add_label (box, "", "td-present-away");
  gtk_widget_set_visible (self->away, FALSE);
  make_pages (self);
  gtk_box_append (GTK_BOX (box), self->stack);
  make_foot (self, box);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), box);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Thi Đua: presentation"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 720);
}

TdPresentWindow *
td_present_window_new (AdwApplication *application, const char *path)
{
  TdPresentWindow *self = g_object_new (TD_TYPE_PRESENT_WINDOW, "application", application, NULL);

  self->follower = td_follower_new (path);
  self->look = g_timeout_add_seconds (LOOK_EVERY, look_cb, self);
  make_screens (self);
  show_screen (self);
  show_age (self);
  set_timer (self, FALSE);
  gtk_window_fullscreen (GTK_WINDOW (self));
  return self;
}

void
td_present_window_follow_view (TdPresentWindow *self, TdDesk *desk)
{
  td_follower_set_view (self->follower, td_desk_get_movement_id (desk),
                        td_desk_has_chosen_as_of (desk) ? td_desk_get_as_of (desk) : TD_DATE_NONE,
                        td_desk_get_basis (desk));
  make_screens (self);
  show_screen (self);
  show_age (self);
}
