/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Charts as files: SVG (texts stay texts, marks have their words as titles), PNG and PDF. The same
 * layout and options give the same bytes.
 */
#pragma once

#include "charts/td-chart-layout.h"

G_BEGIN_DECLS

#define TD_CHART_ERROR (td_chart_error_quark ())

/**
 * TdChartError:
 * @TD_CHART_ERROR_TOO_LARGE: the picture would have more pixels than can be held
 * @TD_CHART_ERROR_FAILED: Cairo could not make it; the message says why
 *
 * What can go wrong besides writing the file, which is a %G_FILE_ERROR.
 */
typedef enum
{
  TD_CHART_ERROR_TOO_LARGE,
  TD_CHART_ERROR_FAILED,
} TdChartError;

GQuark td_chart_error_quark (void);

typedef enum
{
  TD_CHART_FORMAT_SVG,
  TD_CHART_FORMAT_PNG,
  TD_CHART_FORMAT_PDF,
} TdChartFormat;

/**
 * TdChartExport:
 * @format: which kind of file
 * @points: the size of one unit of the layout in points; 0: 1 point (a theme for print). A layout
 *   made for a screen is 0.75
 * @dpi: pixels to an inch of a PNG; 0: 300
 * @created: (nullable): the day a PDF says it was made, as 2024-12-31T00:00:00Z; %NULL: the
 *   epoch, so that the bytes do not depend on the clock
 * @transparent: without the background
 */
typedef struct
{
  TdChartFormat format;
  double points;
  double dpi;
  const char *created;
  gboolean transparent;
} TdChartExport;

/* The file's bytes, or %NULL and @error. (transfer full) */
GBytes *td_chart_layout_export (TdChartLayout *self, const TdChartExport *options,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/*
 * Writes the file at @path in the file system's encoding. A file that is there already is replaced
 * whole or not at all.
 */
gboolean td_chart_layout_save (TdChartLayout *self, const char *path, const TdChartExport *options,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
