/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The objects of a PDF file, as far as our own files need it: a plain cross-reference table, streams
 * that are deflated or not coded at all. Made for the layout checker, which must see what is really in
 * the file; any other file is refused, never guessed at. Safe on any bytes.
 */
#pragma once

#include "base/td-arena.h"
#include "base/td-error.h"

G_BEGIN_DECLS

typedef enum
{
  TD_PDF_NULL,
  TD_PDF_BOOLEAN,
  TD_PDF_NUMBER,
  TD_PDF_NAME,
  TD_PDF_STRING,
  TD_PDF_ARRAY,
  TD_PDF_DICTIONARY, /* and the dictionary of a stream */
  TD_PDF_REFERENCE,
  TD_PDF_OPERATOR, /* in content streams only */
} TdPdfType;

/**
 * TdPdfObject:
 *
 * One object; all of it is in the reader's arena.
 */
typedef struct _TdPdfObject TdPdfObject;
struct _TdPdfObject
{
  TdPdfType type;
  double number;      /* of numbers, booleans, references (which object) */
  const char *bytes;  /* of names, strings and operators; a zero follows */
  gsize length;       /* of @bytes; of arrays and dictionaries the number of @items */
  TdPdfObject *items; /* of arrays; of dictionaries name and value in turn */
  gsize stream;       /* where a stream's bytes begin in the file; 0 for no stream */
};

/**
 * TdPdfFile:
 *
 * A file being read. One thread at a time.
 */
typedef struct _TdPdfFile TdPdfFile;

/* Fails with %TD_ERROR_CORRUPT when it is not a PDF of the kind we write. (transfer full) */
TdPdfFile *td_pdf_file_new (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void td_pdf_file_free (TdPdfFile *self);

/* The trailer's /Root and /Info; %NULL when there is none. */
const TdPdfObject *td_pdf_file_get_catalog (TdPdfFile *self);
const TdPdfObject *td_pdf_file_get_info (TdPdfFile *self);

/* Follows references; never %NULL: what is not there is a null object. */
const TdPdfObject *td_pdf_file_resolve (TdPdfFile *self, const TdPdfObject *object);
/* The value of a key of a dictionary, references followed; a null object when there is none. */
const TdPdfObject *
td_pdf_file_get (TdPdfFile *self, const TdPdfObject *dictionary, const char *key);
/* The same without following: to tell two values apart. */
const TdPdfObject *td_pdf_object_get (const TdPdfObject *dictionary, const char *key);
const TdPdfObject *td_pdf_file_get_item (TdPdfFile *self, const TdPdfObject *array, gsize index);
gboolean td_pdf_object_is_name (const TdPdfObject *object, const char *name);

/* The bytes of a stream, decoded, with a zero after them; %NULL when there are none. (transfer full) */
char *td_pdf_file_read_stream (TdPdfFile *self, const TdPdfObject *object,
                               gsize *length) G_GNUC_WARN_UNUSED_RESULT;

/* A text string (UTF-16 with its mark, or bytes) as UTF-8. (transfer full) */
char *td_pdf_object_dup_text (const TdPdfObject *object) G_GNUC_WARN_UNUSED_RESULT;

/**
 * TdPdfLexer:
 * @at, @end: what is left to read
 * @arena: where objects go
 *
 * Reads objects and, in content streams, operators from a piece of memory.
 */
typedef struct
{
  const char *at;
  const char *end;
  TdArena *arena;
} TdPdfLexer;

/* FALSE at the end, and at bytes that are no object. */
gboolean td_pdf_lexer_read (TdPdfLexer *self, TdPdfObject *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPdfFile, td_pdf_file_free)

G_END_DECLS
