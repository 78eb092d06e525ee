/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library of a test's own, in a folder that goes with it. */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

typedef struct {
  char *folder;
  char *path;
  PurportLibrary *library;
} PurportTestLibrary;

void purport_test_library_set_up (PurportTestLibrary *fixture, gconstpointer unused);
void purport_test_library_tear_down (PurportTestLibrary *fixture, gconstpointer unused);
void purport_test_library_reopen (PurportTestLibrary *fixture);
void purport_test_library_limit_pages (PurportTestLibrary *fixture, guint n_pages);
gint64 purport_test_library_add (PurportTestLibrary *fixture, const char *text, const char *uri);
PurportAnnotation *
purport_test_library_annotate (PurportTestLibrary *fixture, gint64 article, const char *words, const char *body);

G_END_DECLS
