/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-chart-share.h"

#include <glib/gi18n.h>

#include "app/td-file-choice.h"
#include "app/td-page.h"

/* An A4 sheet's text width, in points. */
#define PAPER_WIDTH 482

/* As on paper: the same as the window's picture but for the colours of the screen. */
static TdChartLayout *
lay_out (TdChart *chart, double width, double max_height)
{
  TdChartTheme theme;
  double minimum, natural;

  td_chart_theme_init (&theme, TD_CHART_LOOK_PRINT);
  td_chart_measure (chart, &theme, width, &minimum, &natural);
  return td_chart_layout_new (chart, &theme, width, MIN (max_height, MAX (natural, width / 2)));
}

static void
save_chosen (GtkWidget *widget, GListModel *files, gpointer data)
{
  g_autofree char *path = td_chosen_path (files);
  g_autofree char *lower = path != NULL ? g_ascii_strdown (path, -1) : NULL;
  g_autoptr (TdChartLayout) layout = NULL;
  g_autoptr (GError) error = NULL;
  TdChartExport options = { TD_CHART_FORMAT_PNG };

  if (path == NULL)
    return;
  if (g_str_has_suffix (lower, ".svg"))
    options.format = TD_CHART_FORMAT_SVG;
  else if (g_str_has_suffix (lower, ".pdf"))
    options.format = TD_CHART_FORMAT_PDF;
  else if (!g_str_has_suffix (lower, ".png"))
    {
      td_show_error (widget, _ ("The picture was not saved"),
                     _ ("Give the file a name that ends in .png, .svg or .pdf."));
      return;
    }
  layout = lay_out (data, PAPER_WIDTH, G_MAXDOUBLE);
  if (td_chart_layout_save (layout, path, &options, &error))
    td_toast (widget, _ ("The picture is saved"));
  else
    td_show_error (widget, _ ("The picture was not saved"), error->message);
}

static void
unref_chart (gpointer chart)
{
  td_chart_unref (chart);
}

static void
unref_closure_chart (gpointer chart, GClosure *closure)
{
  td_chart_unref (chart);
}

void
td_chart_share_save (GtkWidget *widget, TdChart *chart)
{
  static const char *const patterns[] = { "*.png", "*.svg", "*.pdf", NULL };
  const char *title = td_chart_get_head (chart)->title;
  g_autofree char *file = g_strdup_printf ("%s.png", title != NULL ? title : _ ("chart"));
  TdFileChoice choice = { .title = _ ("Save the picture"),
                          .action = GTK_FILE_CHOOSER_ACTION_SAVE,
                          .name = g_strdelimit (file, "/", '-'),
                          .patterns = patterns,
                          .pattern_title = _ ("Pictures: PNG, SVG, PDF") };

  td_choose_files (widget, &choice, save_chosen, td_chart_ref (chart), unref_chart);
}

void
td_chart_share_copy_picture (GtkWidget *widget, TdChartLayout *layout)
{
  TdChartExport options = { TD_CHART_FORMAT_PNG, .points = 0.75, .dpi = 192 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;

  bytes = td_chart_layout_export (layout, &options, &error);
  if (bytes != NULL)
    texture = gdk_texture_new_from_bytes (bytes, &error);
  if (texture == NULL)
    {
      td_show_error (widget, _ ("The picture was not copied"), error->message);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  td_toast (widget, _ ("Copied as a picture"));
}

void
td_chart_share_copy_table (GtkWidget *widget, TdChart *chart)
{
  g_autoptr (TdChartTable) table = td_chart_to_table (chart);
  g_autofree char *text = td_chart_table_to_text (table);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  td_toast (widget, _ ("Copied as a table"));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, TdChart *chart)
{
  g_autoptr (TdChartLayout) layout = lay_out (chart, gtk_print_context_get_width (context),
                                              gtk_print_context_get_height (context));

  td_chart_layout_draw (layout, gtk_print_context_get_cairo_context (context), 0, 0);
}

void
td_chart_share_print (GtkWidget *widget, TdChart *chart)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), td_chart_ref (chart),
                         unref_closure_chart, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    td_show_error (widget, _ ("The chart was not printed"), error->message);
}
