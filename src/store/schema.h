/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of the library and how older ones become today's. Private to the layer. */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* Stands in a library's header ("Purp"), so that no other program's database is taken for one. */
#define PURPORT_LIBRARY_APPLICATION_ID 0x50757270

int purport_schema_get_version (void);
gboolean purport_schema_check (PurportDatabase *database, GError **error);
gboolean purport_schema_migrate (PurportDatabase *database, GError **error);

G_END_DECLS
