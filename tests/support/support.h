/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of every suite share: where the sources are, and where the shared data are when they are there, and how
 * what they wrote goes again. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *purport_test_dup_source_path (const char *relative);
char *purport_test_dup_shared_path (const char *relative);
void purport_test_remove_tree (const char *path);

G_END_DECLS
