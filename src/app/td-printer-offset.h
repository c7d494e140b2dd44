/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How far each printer of this computer is off on printed stock, as its calibration sheet showed. A
 * printer is known from the first certificate that was printed on it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Millimetres to the right and down. FALSE when nothing is known of the printer. */
gboolean td_printer_offset_get (const char *printer, double *x_mm, double *y_mm);
void td_printer_offset_set (const char *printer, double x_mm, double y_mm);
/* The printers that are known. (transfer full) */
GStrv td_printer_offset_list (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
