/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of every suite share: where the sources are, and where the shared data are when they are there, and how
 * what they wrote goes again. */
#include "support/support.h"

#include <glib/gstdio.h>

/* Returns: (transfer full): @relative, counted from the project's top folder. */
char *
purport_test_dup_source_path (const char *relative)
{
  g_assert_nonnull (g_getenv ("G_TEST_SRCDIR"));
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", relative, NULL);
}

/*
 * Finds @relative in the shared data: the folder that PURPORT_SHARED names, else the project's sibling `shared`.
 * Where it is absent the running test is marked as skipped; the caller returns.
 *
 * Returns: (transfer full) (nullable): a path that exists
 */
char *
purport_test_dup_shared_path (const char *relative)
{
  const char *named = g_getenv ("PURPORT_SHARED");
  g_autofree char *sibling = purport_test_dup_source_path ("../shared");
  g_autofree char *path = g_build_filename (named != NULL ? named : sibling, relative, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_test_skip ("the shared data are absent");
    return NULL;
  }
  return g_steal_pointer (&path);
}

/* Removes @path and all that is in it. A symbolic link goes, not what it leads to. */
void
purport_test_remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);
    purport_test_remove_tree (child);
  }
  g_remove (path);
}
