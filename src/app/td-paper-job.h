/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A paper (or a bound dossier) of the open file on its way out: shown, printed, written. All that
 * needs the file is read when it is made; the writing then goes on in a thread of its own.
 */
#pragma once

#include <gtk/gtk.h>

#include "desk/td-desk-paper.h"
#include "print/td-pages.h"

G_BEGIN_DECLS

/**
 * TdPaperJob:
 *
 * One paper. Belongs to the thread of its desk.
 */
typedef struct _TdPaperJob TdPaperJob;

/*
 * Reads the paper. @final: with its code, not as a draft. Problems are what it lacks. Fails as
 * td_desk_paper_new() does. (transfer full)
 */
TdPaperJob *td_paper_job_new (TdDesk *desk, TdPaperKind kind, const TdPaperSubject *subject,
                              gboolean final, TdProblems *problems, GError **error);
void td_paper_job_free (TdPaperJob *self);

/* To be looked at; laid out by td_pages_step(). (transfer none) */
TdPages *td_paper_job_get_pages (TdPaperJob *self);
/* The paper itself; %NULL for a bound dossier. (transfer none) (nullable) */
const TdDocument *td_paper_job_get_document (TdPaperJob *self);
/* Whether it can be written as DOCX: a bound dossier cannot. */
gboolean td_paper_job_has_docx (TdPaperJob *self);
/* A name for its file, without an ending: “to-trinh-TK2024-TP”. (transfer full) */
char *td_paper_job_dup_name (TdPaperJob *self) G_GNUC_WARN_UNUSED_RESULT;

/* Told on the main thread now and then; @part from 0 to 1. */
typedef void (*TdPaperProgressFunc) (double part, gpointer data);

/*
 * Writes to @path, by its ending, in a thread of its own; @func is told how far it is. The job may be
 * freed meanwhile.
 */
void td_paper_job_write (TdPaperJob *self, const char *path, GCancellable *cancellable,
                         TdPaperProgressFunc func, gpointer data, GAsyncReadyCallback done,
                         gpointer done_data);
gboolean td_paper_job_write_finish (GAsyncResult *result, GError **error);

/* What it is about, all filled in. (transfer none) */
const TdPaperSubject *td_paper_job_get_subject (TdPaperJob *self);

/* Asks for a printer and prints the pages that are shown. */
void td_paper_job_print (TdPaperJob *self, GtkWidget *widget);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPaperJob, td_paper_job_free)

G_END_DECLS
