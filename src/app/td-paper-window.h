/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paper looked at: PDF page by page, pictures; everything else goes to the program made for it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void td_paper_window_show (GtkWidget *widget, const char *path, const char *name);

G_END_DECLS
