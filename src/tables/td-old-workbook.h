/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Workbooks of old Excel (.xls). They are not read here: LibreOffice, where it is installed, makes an
 * .xlsx of them, in a folder and with a profile of its own, and that is read as any other.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TdOldWorkbook TdOldWorkbook;

/* Whether the file is one, by its first bytes and its name. */
gboolean td_old_workbook_is (const char *path);

/*
 * Converts it. Waits for LibreOffice, at most two minutes; on a thread of its own in a window.
 * %TD_ERROR_INVALID with a sentence that says what to do when LibreOffice is not there, cannot, or takes
 * too long. (transfer full) (nullable)
 */
TdOldWorkbook *td_old_workbook_convert (const char *path, GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The .xlsx, there as long as this is. (transfer none) */
const char *td_old_workbook_get_path (const TdOldWorkbook *self);
/* Removes what was made. */
void td_old_workbook_free (TdOldWorkbook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdOldWorkbook, td_old_workbook_free)

G_END_DECLS
