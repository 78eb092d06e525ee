/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One print operation for both ways; what goes into the print is asked in the dialog of each. */
#include "config.h"

#include "app/printing.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/print-document.h"

/* Millimetres. What a printer cannot reach, which GTK would take, leaves no room for a thumb or a hole; at the
 * right there are the numbers of the claims. */
#define MARGIN 18.0
#define MARGIN_LEFT 25.0
#define MARGIN_RIGHT 15.0

typedef struct {
  PurportViewState *state;
  PurportPrintFlags flags;
  GtkCheckButton *marks;
  GtkCheckButton *appendix;
  PurportPrintDocument *document;
} Job;

static void
free_job (Job *job)
{
  g_clear_pointer (&job->document, purport_print_document_free);
  g_object_unref (job->state);
  g_free (job);
}

static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  PangoContext *pango = gtk_print_context_create_pango_context (context);

  g_clear_pointer (&job->document, purport_print_document_free);
  job->document = purport_print_document_new (job->state, pango, gtk_print_context_get_width (context),
                                              gtk_print_context_get_height (context), job->flags);
  g_object_unref (pango);
  gtk_print_operation_set_n_pages (operation, purport_print_document_get_n_pages (job->document));
}

static void
on_draw (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  purport_print_document_draw (job->document, page, gtk_print_context_get_cairo_context (context));
}

static GtkWidget *
new_check (const char *label, gboolean active)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  return check;
}

static GtkWidget *
on_create_widget (GtkPrintOperation *operation, Job *job)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *marks = new_check (_ ("_Marks of the claims"), (job->flags & PURPORT_PRINT_MARKS) != 0);
  GtkWidget *appendix = new_check (_ ("_Claims as an appendix"), TRUE);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_box_append (GTK_BOX (box), marks);
  gtk_box_append (GTK_BOX (box), appendix);
  job->marks = GTK_CHECK_BUTTON (marks);
  job->appendix = GTK_CHECK_BUTTON (appendix);
  return box;
}

static void
on_apply_widget (GtkPrintOperation *operation, GtkWidget *widget, Job *job)
{
  job->flags = PURPORT_PRINT_PLAIN;
  if (gtk_check_button_get_active (job->marks))
    job->flags |= PURPORT_PRINT_MARKS;
  if (gtk_check_button_get_active (job->appendix))
    job->flags |= PURPORT_PRINT_APPENDIX;
}

static void
show_error (GtkWindow *parent, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("This Cannot Be Printed"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkPageSetup *
new_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_top_margin (setup, MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, MARGIN_LEFT, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, MARGIN_RIGHT, GTK_UNIT_MM);
  return setup;
}

static GtkPrintOperation *
new_operation (PurportViewState *state)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = new_page_setup ();
  Job *job = g_new0 (Job, 1);

  gtk_print_operation_set_default_page_setup (operation, setup);
  job->state = g_object_ref (state);
  job->flags = PURPORT_PRINT_APPENDIX | (purport_view_state_get_show_marks (state) ? PURPORT_PRINT_MARKS : 0);
  g_object_set_data_full (G_OBJECT (operation), "job", job, (GDestroyNotify)free_job);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, purport_document_get_title (purport_view_state_get_document (state)));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_custom_tab_label (operation, _ ("Article"));
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw), job);
  g_signal_connect (operation, "create-custom-widget", G_CALLBACK (on_create_widget), job);
  g_signal_connect (operation, "custom-widget-apply", G_CALLBACK (on_apply_widget), job);
  return operation;
}

static void
run (GtkPrintOperation *operation, GtkPrintOperationAction action, GtkWindow *parent)
{
  g_autoptr (GError) error = NULL;

  if (gtk_print_operation_run (operation, action, parent, &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    show_error (parent, error);
}

/* Opens the desktop's print dialog for what @state shows. */
void
purport_printing_run (PurportViewState *state, GtkWindow *parent)
{
  g_autoptr (GtkPrintOperation) operation = new_operation (state);
  run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent);
}

static gboolean
is_chosen (GtkFileChooser *chooser, const char *choice)
{
  return g_strcmp0 (gtk_file_chooser_get_choice (chooser, choice), "true") == 0;
}

static void
on_chosen (GtkNativeDialog *dialog, int response, PurportViewState *state)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GtkPrintOperation) operation = new_operation (state);
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (chooser) : NULL;
  Job *job = g_object_get_data (G_OBJECT (operation), "job");

  if (file != NULL && g_file_peek_path (file) != NULL) {
    job->flags = (is_chosen (chooser, "marks") ? PURPORT_PRINT_MARKS : 0) |
                 (is_chosen (chooser, "appendix") ? PURPORT_PRINT_APPENDIX : 0);
    gtk_print_operation_set_export_filename (operation, g_file_peek_path (file));
    run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, gtk_native_dialog_get_transient_for (dialog));
  }
  g_object_unref (dialog);
}

/* Asks for a file and prints what @state shows into it. */
void
purport_printing_export (PurportViewState *state, GtkWindow *parent)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Export as PDF"), parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                                              _ ("_Export"), _ ("_Cancel"));
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GString) name = g_string_new (purport_document_get_title (purport_view_state_get_document (state)));

  g_string_replace (name, "/", "-", 0);
  g_string_append (name, ".pdf");
  gtk_file_chooser_set_current_name (chooser, name->str);
  gtk_file_chooser_add_choice (chooser, "marks", _ ("Marks of the claims"), NULL, NULL);
  gtk_file_chooser_set_choice (chooser, "marks", purport_view_state_get_show_marks (state) ? "true" : "false");
  gtk_file_chooser_add_choice (chooser, "appendix", _ ("Claims as an appendix"), NULL, NULL);
  gtk_file_chooser_set_choice (chooser, "appendix", "true");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_chosen), g_object_ref (state),
                         (GClosureNotify)(void (*) (void))g_object_unref, 0);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
