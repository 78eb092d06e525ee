/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of the web is loaded only after its address was written here and Open was pressed. */
#include "config.h"

#include "app/open-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/accessible.h"
#include "formats/format.h"
#include "formats/import.h"

static GtkFileFilter *
new_articles_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Articles and Documents"));
  for (guint i = 0; i <= PURPORT_FORMAT_UNREADABLE; i++)
    if (purport_format_get_media_type ((PurportFormat)i) != NULL)
      gtk_file_filter_add_mime_type (filter, purport_format_get_media_type ((PurportFormat)i));
  return filter;
}

/* Returns: (transfer full): a dialog for one or more files, which is not shown yet. */
GtkFileChooserNative *
purport_open_dialog_new (GtkWindow *parent)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Open an Article"), parent,
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) texts = new_articles_filter (), all = gtk_file_filter_new ();

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), texts);
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  return dialog;
}

/* Returns: (transfer full): what was written, with https:// before it where nothing else is. */
static char *
dup_address (GtkEditable *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (*text == '\0' || strstr (text, "://") != NULL)
    return g_steal_pointer (&text);
  return g_strconcat ("https://", text, NULL);
}

static void
on_changed (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *address = dup_address (entry);

  adw_message_dialog_set_response_enabled (
      dialog, "open", strlen (address) > strlen ("https://") && purport_import_is_web_address (address));
}

static void
on_activate (GtkWidget *entry, AdwMessageDialog *dialog)
{
  if (adw_message_dialog_get_response_enabled (dialog, "open"))
    adw_message_dialog_response (dialog, "open");
}

static void
on_response (AdwMessageDialog *dialog, const char *response, GtkEditable *entry)
{
  g_autofree char *address = dup_address (entry);

  if (g_str_equal (response, "open"))
    gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (dialog))), "win.open-uri", "s",
                                address);
}

/* Asks for an address and opens it in @parent with win.open-uri. */
void
purport_address_dialog_show (GtkWindow *parent)
{
  GtkWidget *widget =
      adw_message_dialog_new (parent, _ ("Open an Address"),
                              _ ("The page is loaded from the web once, when you press Open, without its pictures. "
                                 "The site learns that somebody reads it, as when a browser does."));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_URL);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "https://");
  purport_accessible_set_name (entry, _ ("Address of the page"));
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "open", _ ("_Open"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "open", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "open");
  adw_message_dialog_set_response_enabled (dialog, "open", FALSE);
  g_signal_connect (entry, "changed", G_CALLBACK (on_changed), dialog);
  g_signal_connect (entry, "activate", G_CALLBACK (on_activate), dialog);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), entry);
  purport_accessible_repair (widget);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}
