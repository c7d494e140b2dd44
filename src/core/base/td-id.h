/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Record ids: 41 bits of milliseconds since 2020, 22 random bits. Unique across machines with no
 * one to ask, increasing within one source, never reused.
 */
#pragma once

#include "base/td-types.h"

G_BEGIN_DECLS

/**
 * TdIdSource:
 *
 * Where ids come from; one per open file, used by that file's thread only. Starts as all zeros.
 */
typedef struct
{
  TdId last;
} TdIdSource;

/* A fresh id, above every id this source gave before. */
TdId td_id_source_next (TdIdSource *self);

G_END_DECLS
