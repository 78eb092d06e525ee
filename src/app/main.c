/* SPDX-License-Identifier: GPL-3.0-or-later */
/* purport: the window. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/application.h"

int
main (int argc, char *argv[])
{
  g_autoptr (PurportApplication) application = NULL;

  bindtextdomain (GETTEXT_PACKAGE, PURPORT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_ ("Purport"));
  application = purport_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
