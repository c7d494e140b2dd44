/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Documents of chance, for properties that must hold of all of them.
 */
#pragma once

#include "documents/td-document.h"

G_BEGIN_DECLS

/* Of GLib's test random numbers. (transfer full) */
TdDocument *random_document_new (void);

G_END_DECLS
