/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * window-bench FILE PAGE: what a frame of the window costs the main thread, as lines `name milliseconds`,
 * while the page's list or grid is scrolled a screen at a time, while figures change, and the memory
 * afterwards in MB. From the frame clock's beginning of a frame to its end: styles, layout, drawing.
 */
#include <stdlib.h>
#include <string.h>

#include "app/td-application.h"
#include "app/td-window.h"
#include "app/widgets/td-figure-grid.h"

#define FRAMES  80
#define SETTLED 1500 /* ms after the window is there */

typedef struct
{
  GtkApplication *application;
  GtkWindow *window;
  GtkAdjustment *down, *across; /* of what is scrolled */
  GArray *frames;               /* of double: milliseconds */
  const char *name;             /* of the phase; NULL: between two */
  gint64 began;
  guint edited;
} Bench;

static int
compare (const void *a, const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static GArray
    *busy; /* of double: how long the main thread did something without a pause, milliseconds */
static gint64 woke;

/* Between two polls the main thread answers nobody. */
static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  double took = (double) (g_get_monotonic_time () - woke) / 1000;
  int result;

  if (woke != 0)
    g_array_append_val (busy, took);
  result = g_poll (fds, n_fds, timeout);
  woke = g_get_monotonic_time ();
  return result;
}

/* The phase is over: its median and, as what decides whether a frame is dropped, its 95th of 100. */
static void
report (Bench *bench)
{
  double *times = (double *) (void *) bench->frames->data;
  guint n = bench->frames->len;

  if (n > 0)
    {
      qsort (times, n, sizeof (double), compare);
      g_print ("%s %.3f\n%s-95 %.3f\n", bench->name, times[n / 2], bench->name,
               times[n * 95 / 100]);
    }
  times = (double *) (void *) busy->data;
  qsort (times, busy->len, sizeof (double), compare);
  g_print ("%s-busiest %.3f\n", bench->name, times[busy->len - 1]);
  g_array_set_size (bench->frames, 0);
  g_array_set_size (busy, 0);
  bench->name = NULL;
}

static void
begin_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->began = g_get_monotonic_time ();
}

static void
end_cb (GdkFrameClock *clock, Bench *bench)
{
  double took = (double) (g_get_monotonic_time () - bench->began) / 1000;

  if (bench->name != NULL)
    g_array_append_val (bench->frames, took);
}

static GtkWidget *
find_scrolled (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (TD_IS_FIGURE_GRID (widget) || GTK_IS_COLUMN_VIEW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_scrolled (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* On by nine tenths of a screen, and from the start again. */
static void
advance (GtkAdjustment *adjustment)
{
  double room = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double value =
      gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) * 0.9;

  gtk_adjustment_set_value (adjustment, value > room ? 0 : value);
}

static gboolean
put_figure (TdTxn *txn, gpointer data, GError **error)
{
  Bench *bench = data;
  const TdMovement *movement =
      td_desk_get_movement (td_window_get_desk (TD_WINDOW (bench->window)));
  g_autoptr (TdRecord) record = td_record_new (TD_TABLE_ENTRIES, movement->id);

  td_record_set_ref (record, TD_ENTRY_UNIT,
                     td_movement_unit (movement, bench->edited++ % movement->units->len)->id);
  td_record_set_ref (record, TD_ENTRY_TARGET, td_movement_target (movement, 1)->id);
  td_record_set_ref (record, TD_ENTRY_PERIOD, td_movement_period (movement, 0)->id);
  td_record_set_number (record, TD_ENTRY_STATE, TD_ENTRY_ACCEPTED);
  td_record_set_decimal (record, TD_ENTRY_DONE, bench->edited % 100 * TD_DECIMAL_SCALE);
  td_record_set_decimal (record, TD_ENTRY_DUE, 100 * TD_DECIMAL_SCALE);
  return td_txn_put (txn, record, error);
}

/* A figure through the door, and everything on the screen right: the writing and the frame after it. */
static void
edit (Bench *bench)
{
  TdStore *store = td_desk_get_store (td_window_get_desk (TD_WINDOW (bench->window)));
  g_autoptr (GError) error = NULL;

  if (!td_store_write (store, "bench", TD_WRITE_COMMIT, put_figure, bench, NULL, &error))
    g_printerr ("%s\n", error->message);
}

static void
say_memory (void)
{
  g_autofree char *status = NULL;
  const char *at = NULL;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    at = strstr (status, "VmRSS:");
  if (at != NULL)
    g_print ("memory %.3f\n", g_ascii_strtod (at + strlen ("VmRSS:"), NULL) / 1024);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Bench *bench = data;

  if (bench->name == NULL)
    bench->name = bench->down != NULL ? "scroll" : "edit";
  if (bench->frames->len >= FRAMES)
    {
      const char *done = bench->name;

      report (bench);
      if (g_str_equal (done, "scroll"))
        bench->name = bench->across != NULL ? "scroll-across" : "edit";
      else if (g_str_equal (done, "scroll-across"))
        bench->name = "edit";
      else
        {
          say_memory ();
          gtk_window_destroy (bench->window);
          return G_SOURCE_REMOVE;
        }
    }
  if (g_str_equal (bench->name, "scroll"))
    advance (bench->down);
  else if (g_str_equal (bench->name, "scroll-across"))
    advance (bench->across);
  else
    {
      edit (bench);
      /* Whatever the change touches, there is a frame to be measured. */
      gtk_widget_queue_draw (widget);
    }
  return G_SOURCE_CONTINUE;
}

static gboolean
start_cb (gpointer data)
{
  Bench *bench = data;
  GdkFrameClock *clock;
  GtkWidget *scrolled;

  bench->window = gtk_application_get_active_window (bench->application);
  scrolled = find_scrolled (GTK_WIDGET (bench->window));
  if (scrolled != NULL)
    {
      bench->down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (scrolled));
      if (TD_IS_FIGURE_GRID (scrolled))
        bench->across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (scrolled));
    }
  busy = g_array_new (FALSE, FALSE, sizeof (double));
  woke = 0;
  g_main_context_set_poll_func (NULL, poll_cb);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  g_signal_connect (clock, "before-paint", G_CALLBACK (begin_cb), bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (end_cb), bench);
  gtk_widget_add_tick_callback (GTK_WIDGET (bench->window), tick_cb, bench, NULL);
  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  g_autoptr (TdApplication) application = NULL;
  g_autofree char *page = NULL;
  Bench bench = { 0 };

  if (argc != 3)
    return 2;
  page = g_strconcat ("--page=", argv[2], NULL);
  bench.frames = g_array_new (FALSE, FALSE, sizeof (double));
  application = td_application_new ();
  bench.application = GTK_APPLICATION (application);
  g_timeout_add (SETTLED, start_cb, &bench);
  return g_application_run (G_APPLICATION (application), 3, (char *[]){ argv[0], page, argv[1] });
}
