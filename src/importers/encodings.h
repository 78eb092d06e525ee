/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of encodings, which lie in files. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void purport_encodings_load (void);

G_END_DECLS
