/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-paper-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <poppler.h>

#include "app/td-page.h"

/* Pictures larger than this are opened elsewhere: a few pages of a scan, not a poster. */
#define MAX_PICTURE (64 * 1024 * 1024)

/* A PDF being looked at; lives as long as its window. */
typedef struct
{
  PopplerDocument *document;
  int page;
  GtkWidget *area;
  GtkLabel *where;
  GtkWidget *back, *forth;
} Paper;

static void
free_paper (gpointer data)
{
  Paper *paper = data;

  g_object_unref (paper->document);
  g_free (paper);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const Paper *paper = data;
  PopplerPage *page = poppler_document_get_page (paper->document, paper->page);
  double page_width, page_height, scale;

  if (page == NULL)
    return;
  poppler_page_get_size (page, &page_width, &page_height);
  scale = MIN (width / page_width, height / page_height);
  cairo_translate (cr, (width - page_width * scale) / 2, (height - page_height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, page_width, page_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  poppler_page_render (page, cr);
  g_object_unref (page);
}

static void
show_page (Paper *paper, int page)
{
  int n = poppler_document_get_n_pages (paper->document);
  g_autofree char *text = NULL;

  paper->page = CLAMP (page, 0, MAX (n - 1, 0));
  text = g_strdup_printf (_ ("Page %d of %d"), paper->page + 1, n);
  gtk_label_set_text (paper->where, text);
  gtk_widget_set_sensitive (paper->back, paper->page > 0);
  gtk_widget_set_sensitive (paper->forth, paper->page + 1 < n);
  gtk_widget_queue_draw (paper->area);
}

static void
back_cb (Paper *paper)
{
  show_page (paper, paper->page - 1);
}

static void
forth_cb (Paper *paper)
{
  show_page (paper, paper->page + 1);
}

static GtkWidget *
make_window (GtkWidget *widget, const char *name, GtkWidget *header, GtkWidget *content)
{
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_widget_set_vexpand (content, TRUE);
  gtk_widget_set_hexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), content);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), name);
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 720);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  return window;
}

static void
show_pdf (GtkWidget *widget, PopplerDocument *document, const char *name)
{
  Paper *paper = g_new0 (Paper, 1);
  GtkWidget *header = adw_header_bar_new (), *window;

  paper->document = document;
  paper->area = gtk_drawing_area_new ();
  paper->where = GTK_LABEL (gtk_label_new (NULL));
  paper->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  paper->forth = gtk_button_new_from_icon_name ("go-next-symbolic");
  gtk_widget_set_tooltip_text (paper->back, _ ("Page before"));
  gtk_widget_set_tooltip_text (paper->forth, _ ("Next page"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), paper->back);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), paper->forth);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (paper->where));
  g_signal_connect_swapped (paper->back, "clicked", G_CALLBACK (back_cb), paper);
  g_signal_connect_swapped (paper->forth, "clicked", G_CALLBACK (forth_cb), paper);
  window = make_window (widget, name, header, paper->area);
  g_object_set_data_full (G_OBJECT (window), "td-paper", paper, free_paper);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (paper->area), draw_cb, paper, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (paper->area), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  show_page (paper, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static void
show_elsewhere (GtkWidget *widget, GFile *file)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);
}

void
td_paper_window_show (GtkWidget *widget, const char *path, const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
      G_FILE_QUERY_INFO_NONE, NULL, NULL);
  const char *type = info != NULL ? g_file_info_get_content_type (info) : NULL;
  g_autofree char *mime = type != NULL ? g_content_type_get_mime_type (type) : NULL;
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (mime, "application/pdf") == 0)
    {
      PopplerDocument *document = poppler_document_new_from_gfile (file, NULL, NULL, &error);

      if (document != NULL)
        show_pdf (widget, document, name);
      else
        td_show_error (widget, _ ("This PDF cannot be shown"), error->message);
      return;
    }
  if (mime != NULL && g_str_has_prefix (mime, "image/")
      && g_file_info_get_size (info) < MAX_PICTURE)
    {
      g_autoptr (GdkTexture) texture = gdk_texture_new_from_file (file, &error);

      if (texture != NULL)
        {
          gtk_window_present (
              GTK_WINDOW (make_window (widget, name, adw_header_bar_new (),
                                       gtk_picture_new_for_paintable (GDK_PAINTABLE (texture)))));
          return;
        }
    }
  show_elsewhere (widget, file);
}
