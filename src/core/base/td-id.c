/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-base"

#include "base/td-id.h"

/* 2020-01-01T00:00:00Z in milliseconds since 1970. 41 bits last until 2089. */
#define EPOCH       G_GINT64_CONSTANT (1577836800000)
#define RANDOM_BITS 22

TdId
td_id_source_next (TdIdSource *self)
{
  gint64 now = g_get_real_time () / 1000 - EPOCH;
  TdId id = (now << RANDOM_BITS) | (g_random_int () >> (32 - RANDOM_BITS));

  /* In a burst (an import), or with a clock set back, count on from the last one. */
  if (id <= self->last)
    id = self->last + 1;
  self->last = id;
  return id;
}
