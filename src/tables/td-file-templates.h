/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The built-in movements a new data file can begin with (data/movements). */
#pragma once

#include "store/td-store.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *title; /* Vietnamese: the templates are */
} TdFileTemplate;

void td_file_template_free (TdFileTemplate *self);

/* Of #TdFileTemplate, by name. (transfer full) */
GPtrArray *td_file_templates_list (void);

/*
 * A new data file with the template's tables in it, open for writing. %TD_ERROR_EXISTS when there is a
 * file already, %TD_ERROR_NOT_FOUND when there is no such template; no file is left then.
 */
TdStore *td_file_template_create (const char *name, const char *path, GError **error);

G_END_DECLS
