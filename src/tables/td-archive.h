/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The package a workbook comes in: a zip file, trusted in nothing. Its directory is checked whole
 * before anything is unpacked (number of parts, names, sizes, ratios, encryption, duplicates), and
 * nothing is ever written to the disk.
 */
#pragma once

#include <gio/gio.h>

#include "tables/td-source.h"

G_BEGIN_DECLS

typedef struct _TdArchive TdArchive;

/* Reads and checks the directory. @source must outlive it. (transfer full) (nullable) */
TdArchive *td_archive_new (TdSource *source, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void td_archive_free (TdArchive *self);

/* The file's name for messages. (transfer none) */
const char *td_archive_get_name (const TdArchive *self);

/* Part names are compared without regard to ASCII capitals, as packages demand. */
gboolean td_archive_contains (const TdArchive *self, const char *part);

/* Whether there is a part whose name ends like that, in small letters. */
gboolean td_archive_contains_ending (const TdArchive *self, const char *ending);

/* A part's unpacked size as stated, 0 when there is none. */
guint64 td_archive_get_size (const TdArchive *self, const char *part);

/*
 * The part that is opened next is read without its bytes from @from up to @to (exclusive), as if they
 * were not there.
 */
void td_archive_leave_out (TdArchive *self, guint64 from, guint64 to);

/* Opens a part for reading; one at a time. FALSE when it is missing or broken. */
gboolean td_archive_open_part (TdArchive *self, const char *part, GError **error);

/*
 * Reads up to @length bytes of the open part: 0 at its end, when its check sum has been found right;
 * -1 with @error set.
 */
gssize td_archive_read (TdArchive *self, gpointer buffer, gsize length, GError **error);

/* How much of the open part has been read, 0 to 1. */
double td_archive_get_progress (const TdArchive *self);

/* Closes the open part, read to its end or not. */
void td_archive_close_part (TdArchive *self);

/*
 * A small part (%TD_LIMIT_SMALL_PART) as a whole, with a NUL after it. (transfer full) (nullable)
 */
char *td_archive_load (TdArchive *self, const char *part, gsize *length,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * TdArchiveScan:
 *
 * Looks at a piece of a part; @offset is where in the part it begins. Pieces overlap: what it does not
 * report as consumed comes again at the head of the next one, up to half a piece. Returns the number
 * of bytes consumed; -1 with @error set ends the scan.
 */
typedef gssize (*TdArchiveScan) (const char *bytes, gsize length, guint64 offset, gpointer data,
                                 GError **error);

/*
 * Runs over a whole part with no parser in between: for what must be known before it is parsed. A part
 * of at most @keep bytes stays unpacked for the parser that comes next, until td_archive_forget(); a
 * larger one is unpacked again then.
 */
gboolean td_archive_scan (TdArchive *self, const char *part, guint64 keep, TdArchiveScan scan,
                          gpointer data, GCancellable *cancellable, GError **error);

/* Gives back the memory of the part scanned last. No part may be open. */
void td_archive_forget (TdArchive *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdArchive, td_archive_free)

G_END_DECLS
