/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-page.h"

#include <glib/gi18n.h>

#include "app/td-window.h"

typedef struct
{
  TdDesk *desk; /* owned; NULL: no file */
  GSignalGroup *signals;
} TdPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (TdPage, td_page, ADW_TYPE_BIN)

static TdPagePrivate *
private_of (TdPage *self)
{
  return td_page_get_instance_private (self);
}

static void
scores_changed_cb (TdPage *self)
{
  if (TD_PAGE_GET_CLASS (self)->scores_changed != NULL)
    TD_PAGE_GET_CLASS (self)->scores_changed (self);
}

static void
records_changed_cb (TdPage *self, TdChanges *changes)
{
  if (TD_PAGE_GET_CLASS (self)->records_changed != NULL)
    TD_PAGE_GET_CLASS (self)->records_changed (self, changes);
}

static void
td_page_dispose (GObject *object)
{
  TdPagePrivate *priv = private_of (TD_PAGE (object));

  g_clear_object (&priv->signals);
  g_clear_object (&priv->desk);
  G_OBJECT_CLASS (td_page_parent_class)->dispose (object);
}

static void
td_page_class_init (TdPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = td_page_dispose;
}

static void
td_page_init (TdPage *self)
{
  TdPagePrivate *priv = private_of (self);

  priv->signals = g_signal_group_new (TD_TYPE_DESK);
  g_signal_group_connect_swapped (priv->signals, "scores-changed", G_CALLBACK (scores_changed_cb),
                                  self);
  g_signal_group_connect_swapped (priv->signals, "records-changed", G_CALLBACK (records_changed_cb),
                                  self);
}

TdDesk *
td_page_get_desk (TdPage *self)
{
  return private_of (self)->desk;
}

void
td_page_set_desk (TdPage *self, TdDesk *desk)
{
  TdPagePrivate *priv = private_of (self);

  if (!g_set_object (&priv->desk, desk))
    return;
  g_signal_group_set_target (priv->signals, desk);
  if (TD_PAGE_GET_CLASS (self)->set_desk != NULL)
    TD_PAGE_GET_CLASS (self)->set_desk (self, desk);
}

void
td_page_go_to (TdPage *self, const TdPlace *place)
{
  if (TD_PAGE_GET_CLASS (self)->go_to != NULL)
    TD_PAGE_GET_CLASS (self)->go_to (self, place);
}

void
td_page_find (TdPage *self)
{
  if (TD_PAGE_GET_CLASS (self)->find != NULL)
    TD_PAGE_GET_CLASS (self)->find (self);
}

gboolean
td_page_leave (TdPage *self)
{
  return TD_PAGE_GET_CLASS (self)->leave == NULL || TD_PAGE_GET_CLASS (self)->leave (self);
}

gboolean
td_page_is_writable (TdPage *self)
{
  TdDesk *desk = td_page_get_desk (self);

  return desk != NULL && !td_store_is_read_only (td_desk_get_store (desk));
}

/* --- for every widget ----------------------------------------------------------------------------- */

static TdWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return TD_IS_WINDOW (root) ? TD_WINDOW (root) : NULL;
}

gboolean
td_write (GtkWidget *widget, TdDesk *desk, const char *label, TdWriteFunc func, gpointer data,
          TdProblems *problems)
{
  g_autoptr (TdProblems) own = NULL;
  g_autoptr (GError) error = NULL;
  TdWindow *window = window_of (widget);

  if (problems == NULL)
    own = td_problems_new ();
  if (td_store_write (td_desk_get_store (desk), label, TD_WRITE_COMMIT, func, data,
                      problems != NULL ? problems : own, &error))
    {
      if (window != NULL)
        td_window_show_done (window, label);
      return TRUE;
    }
  if (own != NULL && td_problems_get_n_errors (own) > 0)
    {
      g_autofree char *text = td_problems_to_string (own);

      td_show_error (widget, _ ("Nothing was changed"), text);
    }
  else if (problems == NULL || td_problems_get_n_errors (problems) == 0)
    td_show_error (widget, _ ("Nothing was changed"), error->message);
  return FALSE;
}

void
td_go (GtkWidget *widget, const TdPlace *place)
{
  TdWindow *window = window_of (widget);

  if (window != NULL)
    td_window_go (window, place);
}

void
td_go_paper (GtkWidget *widget, const char *paper, TdId id, TdId period)
{
  TdPlace place = { .page = "papers", .id = id, .period = period, .paper = paper };

  td_go (widget, &place);
}

void
td_toast_folder (GtkWidget *widget, const char *text, const char *folder)
{
  TdWindow *window = window_of (widget);

  if (window != NULL)
    td_window_toast_folder (window, text, folder);
}

void
td_toast (GtkWidget *widget, const char *text)
{
  TdWindow *window = window_of (widget);

  if (window != NULL)
    td_window_toast (window, text);
}

void
td_show_error (GtkWidget *widget, const char *heading, const char *text)
{
  TdWindow *window = window_of (widget);

  if (window != NULL)
    td_window_show_error (window, heading, text);
  else
    g_message ("%s: %s", heading, text);
}
