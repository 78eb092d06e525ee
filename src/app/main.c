/* SPDX-License-Identifier: GPL-3.0-or-later */
/* purport: the window. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/application.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Every array of this size is a mapping of its own: it grows without a copy, and is gone when it is freed. Else the C
 * library raises the limit with the first one, and a book's leave holes. */
#define MAPPED_BYTES (1024 * 1024)

int
main (int argc, char *argv[])
{
  g_autoptr (PurportApplication) application = NULL;

#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, MAPPED_BYTES);
#endif
  bindtextdomain (GETTEXT_PACKAGE, PURPORT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_ ("Purport"));
  application = purport_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
