/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzz targets of the table files have in common. */
#pragma once

#include <glib.h>

/* libFuzzer's door; also called by fuzz-driver.c with the stored samples. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/*
 * Opens the bytes as a file of that name, reads every sheet of it, and checks what the header promises
 * of the cells. Whether the file is refused does not matter, as long as it is with a sentence.
 */
void fuzz_read_grid (const guint8 *data, gsize size, const char *name);

/**
 * FuzzPart:
 * @name: the part's name
 * @content: its content; @length bytes
 *
 * A part of a package.
 */
typedef struct
{
  const char *name;
  const void *content;
  gsize length;
} FuzzPart;

/*
 * A zip of the parts, stored as they are and with right check sums, so that the fuzzer's bytes reach
 * the parsers behind the zip. (transfer full)
 */
GByteArray *fuzz_pack (const FuzzPart *parts, guint n_parts);
