/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each answers with a toast, which says what came of it. */
#include "config.h"

#include "app/library-exchange.h"

#include <glib/gi18n.h>

#include "app/file-dialog.h"
#include "store/backup.h"

typedef struct {
  PurportKeeper *keeper;
  AdwToastOverlay *toasts;
} Exchange;

static Exchange *
new_exchange (PurportKeeper *keeper, AdwToastOverlay *toasts)
{
  Exchange *exchange = g_new (Exchange, 1);

  *exchange = (Exchange){ g_object_ref (keeper), g_object_ref (toasts) };
  return exchange;
}

static void
free_exchange (gpointer data)
{
  Exchange *exchange = data;

  g_object_unref (exchange->keeper);
  g_object_unref (exchange->toasts);
  g_free (exchange);
}

static void
say (AdwToastOverlay *toasts, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_timeout (toast, 10);
  adw_toast_overlay_add_toast (toasts, toast);
}

/* The answers are sentences, made where the work is done. */
static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwToastOverlay) toasts = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = purport_keeper_run_finish (PURPORT_KEEPER (source), result, &error);

  if (error != NULL)
    say (toasts, error->message);
  else
    say (toasts, text != NULL ? text : _ ("There is no library yet: nothing was kept so far."));
  purport_keeper_emit_changed (PURPORT_KEEPER (source));
}

static gpointer
back_up (PurportLibrary *library, gpointer data, GError **error)
{
  g_autofree char *name = g_filename_display_basename (data);

  if (!purport_library_back_up (library, data, error))
    return NULL;
  return g_strdup_printf (_ ("The whole library is in “%s”."), name);
}

static void
on_back_up_chosen (const char *path, gpointer data)
{
  const Exchange *exchange = data;

  purport_keeper_run (exchange->keeper, PURPORT_KEEPER_LOOK, back_up, g_strdup (path), g_free, g_free, NULL,
                      on_answered, g_object_ref (exchange->toasts));
}

/* Asks for a file and writes the whole library to it. */
void
purport_library_exchange_back_up (GtkWidget *widget, PurportKeeper *keeper, AdwToastOverlay *toasts)
{
  purport_file_dialog_ask (widget, _ ("Back Up the Library"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("library-backup.db"),
                           on_back_up_chosen, new_exchange (keeper, toasts), free_exchange);
}

static gpointer
import (PurportLibrary *library, gpointer data, GError **error)
{
  PurportImported imported;
  g_autofree char *articles = NULL, *notes = NULL;

  if (!purport_library_import (library, data, &imported, error))
    return NULL;
  articles = g_strdup_printf (ngettext ("%u new article", "%u new articles", imported.n_articles), imported.n_articles);
  notes = g_strdup_printf (ngettext ("%u new or newer note", "%u new or newer notes", imported.n_annotations),
                           imported.n_annotations);
  return g_strdup_printf (_ ("Imported: %s, %s"), articles, notes);
}

static void
on_import_chosen (const char *path, gpointer data)
{
  const Exchange *exchange = data;

  purport_keeper_run (exchange->keeper, PURPORT_KEEPER_WRITE, import, g_strdup (path), g_free, g_free, NULL,
                      on_answered, g_object_ref (exchange->toasts));
}

/* Asks for a backup and takes in what is new in it. */
void
purport_library_exchange_import (GtkWidget *widget, PurportKeeper *keeper, AdwToastOverlay *toasts)
{
  purport_file_dialog_ask (widget, _ ("Import a Backup"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, on_import_chosen,
                           new_exchange (keeper, toasts), free_exchange);
}

static gpointer
check (PurportLibrary *library, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) complaints = purport_library_check (library, error);

  if (complaints == NULL)
    return NULL;
  if (complaints->len == 0)
    return g_strdup (_ ("Nothing is wrong with the library."));
  return g_strdup_printf (_ ("The library is damaged. Back it up under a new name before anything else. %s"),
                          (const char *)g_ptr_array_index (complaints, 0));
}

/* Looks the library over for damage. */
void
purport_library_exchange_check (GtkWidget *widget, PurportKeeper *keeper, AdwToastOverlay *toasts)
{
  purport_keeper_run (keeper, PURPORT_KEEPER_LOOK, check, NULL, NULL, g_free, NULL, on_answered, g_object_ref (toasts));
}
