/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ZIP archives for the tests. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PurportTestZip PurportTestZip;

PurportTestZip *purport_test_zip_new (const char *media_type);
void purport_test_zip_add (PurportTestZip *self, const char *name, const void *data, gsize n_bytes);
void purport_test_zip_add_text (PurportTestZip *self, const char *name, const char *text);
GBytes *purport_test_zip_finish (PurportTestZip *self);

G_END_DECLS
