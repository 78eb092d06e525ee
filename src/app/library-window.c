/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every question cancels the one before: an answer is never older than what is asked for. Where the library cannot be
 * opened the page says why, and what is safe.
 */
#include "config.h"

#include "app/library-window.h"

#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/compare-page.h"
#include "app/library-exchange.h"
#include "app/list-rows.h"
#include "app/shelf-row.h"
#include "model/keeping.h"
#include "model/shelf.h"

struct _PurportLibraryWindow {
  AdwApplicationWindow parent_instance;
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkWidget *back_button;
  GtkSearchEntry *search_entry;
  GtkWidget *compare_bar;
  GtkLabel *compare_label;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *empty_page;
  AdwStatusPage *error_page;
  PurportComparePage *compare_page;
  PurportKeeper *keeper;
  PurportReader *reader;
  GSimpleActionGroup *actions;
  GCancellable *cancellable;
  char *source;          /* whose words are shown; NULL: nobody's */
  gint64 compared_first; /* the article that another is to be compared with; 0: none */
};

static guint open_requested_signal;

G_DEFINE_FINAL_TYPE (PurportLibraryWindow, purport_library_window, ADW_TYPE_APPLICATION_WINDOW)

static void
say (PurportLibraryWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

static GCancellable *
begin (PurportLibraryWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  return self->cancellable;
}

static void
show_page (PurportLibraryWindow *self, const char *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
show_error (PurportLibraryWindow *self, const GError *error)
{
  g_autofree char *text = g_strdup_printf (
      "%s\n\n%s", error->message, _ ("Articles can be opened and read as always. Nothing was changed or deleted."));
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->error_page, escaped);
  show_page (self, "error");
}

static void
show_items (PurportLibraryWindow *self, GListModel *items)
{
  gboolean searching = *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0' || self->source != NULL;

  if (items != NULL && g_list_model_get_n_items (items) > 0) {
    g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (items));
    gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
    show_page (self, "list");
    return;
  }
  gtk_list_view_set_model (self->list, NULL);
  adw_status_page_set_title (self->empty_page, searching ? _ ("Nothing Found") : _ ("Nothing Kept Yet"));
  adw_status_page_set_description (
      self->empty_page, searching
                            ? _ ("No kept article has all of these words.")
                            : _ ("An article is kept when you write a note, a judgement or a correction on it, or when "
                                 "you choose “Keep in the Library”."));
  show_page (self, "empty");
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PurportLibraryWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) items = purport_shelf_finish (PURPORT_KEEPER (source), result, &error);

  if (self->keeper == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    show_error (self, error);
  else
    show_items (self, items);
}

static void
update_header (PurportLibraryWindow *self, const char *subtitle)
{
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_widget_set_visible (self->back_button, *subtitle != '\0');
}

/* Asks for what is to be shown, whatever it is. */
static void
refresh (PurportLibraryWindow *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (self->source != NULL)
    purport_shelf_said_by (self->keeper, self->source, begin (self), on_answered, g_object_ref (self));
  else if (*words != '\0')
    purport_shelf_search (self->keeper, words, begin (self), on_answered, g_object_ref (self));
  else
    purport_shelf_list (self->keeper, begin (self), on_answered, g_object_ref (self));
}

static void
go_back (PurportLibraryWindow *self)
{
  g_clear_pointer (&self->source, g_free);
  update_header (self, "");
  refresh (self);
}

static gboolean
escape_shortcut (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  PurportLibraryWindow *self = PURPORT_LIBRARY_WINDOW (widget);

  if (gtk_widget_get_visible (self->back_button))
    go_back (self);
  else
    gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static void
on_search_changed (PurportLibraryWindow *self)
{
  go_back (self);
}

static void
on_library_changed (PurportLibraryWindow *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "compare") != 0)
    refresh (self);
}

/* Shows all that @name says in the library. */
void
purport_library_window_show_source (PurportLibraryWindow *self, const char *name)
{
  g_autofree char *subtitle = g_strdup_printf (_ ("What %s says"), name);
  char *copy = g_strdup (name);

  g_free (self->source);
  self->source = copy;
  update_header (self, subtitle);
  refresh (self);
}

static void
set_compared_first (PurportLibraryWindow *self, gint64 article, const char *title)
{
  g_autofree char *text =
      g_strdup_printf (_ ("Choose an article to compare with “%s”"), title != NULL ? title : _ ("Untitled article"));

  self->compared_first = article;
  gtk_label_set_text (self->compare_label, text);
  gtk_widget_set_visible (self->compare_bar, article != 0);
}

static void
on_compare_cancelled (PurportLibraryWindow *self)
{
  set_compared_first (self, 0, NULL);
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PurportLibraryWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportComparing) comparing = purport_shelf_compare_finish (PURPORT_KEEPER (source), result, &error);

  if (self->keeper == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (comparing == NULL) {
    if (error != NULL)
      show_error (self, error);
    return;
  }
  purport_compare_page_show (self->compare_page, comparing);
  update_header (self, _ ("Two articles compared"));
  show_page (self, "compare");
}

static void
compare_with (PurportLibraryWindow *self, gint64 article)
{
  gint64 ids[2] = { self->compared_first, article };

  set_compared_first (self, 0, NULL);
  if (ids[0] != ids[1])
    purport_shelf_compare (self->keeper, self->reader, ids, begin (self), on_compared, g_object_ref (self));
}

static PurportShelfItem *
dup_item (PurportLibraryWindow *self, gint64 article)
{
  GListModel *items = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  guint n = items != NULL ? g_list_model_get_n_items (items) : 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (PurportShelfItem) item = g_list_model_get_item (items, i);
    if (purport_shelf_item_get_article (item) == article)
      return g_steal_pointer (&item);
  }
  return NULL;
}

static void
compare_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PurportLibraryWindow *self = data;
  gint64 article = g_variant_get_int64 (parameter);
  g_autoptr (PurportShelfItem) item = dup_item (self, article);

  if (self->compared_first != 0)
    compare_with (self, article);
  else if (item != NULL)
    set_compared_first (self, article, purport_shelf_item_get_title (item));
}

static void
on_row_activated (GtkListView *list, guint position, PurportLibraryWindow *self)
{
  g_autoptr (PurportShelfItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);
  const PurportHit *hit = item != NULL ? purport_shelf_item_get_hit (item) : NULL;

  if (item == NULL)
    return;
  if (hit == NULL && self->compared_first != 0)
    compare_with (self, purport_shelf_item_get_article (item));
  else if (hit != NULL && hit->kind == PURPORT_HIT_SOURCE && hit->source != NULL)
    purport_library_window_show_source (self, hit->source);
  else
    g_signal_emit (self, open_requested_signal, 0, purport_shelf_item_get_article (item),
                   hit != NULL ? hit->span.start_byte : 0, hit != NULL ? hit->span.end_byte : 0);
}

static void
on_removed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PurportLibraryWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!purport_keeping_change_finish (PURPORT_KEEPER (source), result, &error) && error != NULL)
    say (self, error->message);
  purport_keeper_emit_changed (PURPORT_KEEPER (source));
}

static void
remove_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PurportLibraryWindow *self = data;
  gint64 article = g_variant_get_int64 (parameter);
  g_autoptr (PurportShelfItem) item = dup_item (self, article);
  const char *title = item != NULL ? purport_shelf_item_get_title (item) : NULL;
  g_autofree char *text =
      g_strdup_printf (_ ("Deleted “%s” and your notes on it"), title != NULL ? title : _ ("Untitled article"));
  AdwToast *toast = adw_toast_new (text);

  purport_keeping_remove_article (self->keeper, article, FALSE, on_removed, g_object_ref (self));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "library.restore");
  adw_toast_set_action_target (toast, "x", article);
  adw_toast_set_timeout (toast, 10);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
restore_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PurportLibraryWindow *self = data;

  purport_keeping_remove_article (self->keeper, g_variant_get_int64 (parameter), TRUE, on_removed, g_object_ref (self));
}

static void
back_up_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PurportLibraryWindow *self = data;
  purport_library_exchange_back_up (GTK_WIDGET (self), self->keeper, self->toasts);
}

static void
import_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PurportLibraryWindow *self = data;
  purport_library_exchange_import (GTK_WIDGET (self), self->keeper, self->toasts);
}

static void
check_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PurportLibraryWindow *self = data;
  purport_library_exchange_check (GTK_WIDGET (self), self->keeper, self->toasts);
}

static void
purport_library_window_dispose (GObject *object)
{
  PurportLibraryWindow *self = PURPORT_LIBRARY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->keeper != NULL)
    g_signal_handlers_disconnect_by_data (self->keeper, self);
  g_clear_object (&self->keeper);
  g_clear_pointer (&self->reader, purport_reader_unref);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->source, g_free);
  G_OBJECT_CLASS (purport_library_window_parent_class)->dispose (object);
}

static void
purport_library_window_class_init (PurportLibraryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_library_window_dispose;
  open_requested_signal = g_signal_new ("open-requested", PURPORT_TYPE_LIBRARY_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_UINT, G_TYPE_UINT);
  g_type_ensure (PURPORT_TYPE_COMPARE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/purport_reader/Purport/ui/library-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PurportLibraryWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PurportLibraryWindow, title);
  gtk_widget_class_bind_template_child (widget_class, PurportLibraryWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, PurportLibraryWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PurportLibraryWindow, compare_bar);
  gtk_widget_class_bind_template_child (widget_class, PurportLibraryWindow, compare_label);
  gtk_widget_class_bind_template_child (widget_class, PurportLibraryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PurportLibraryWindow, list);
  gtk_widget_class_bind_template_child (widget_class, PurportLibraryWindow, empty_page);
  gtk_widget_class_bind_template_child (widget_class, PurportLibraryWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, PurportLibraryWindow, compare_page);
  gtk_widget_class_bind_template_callback (widget_class, go_back);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_compare_cancelled);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_shortcut, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
purport_library_window_init (PurportLibraryWindow *self)
{
  static const GActionEntry entries[] = {
    { "compare", compare_action, "x" }, { "remove", remove_action, "x" }, { "restore", restore_action, "x" },
    { "back-up", back_up_action },      { "import", import_action },      { "check", check_action },
  };
  g_autoptr (GtkListItemFactory) factory =
      purport_list_rows_factory_new (purport_shelf_row_new, purport_shelf_row_bind);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "library", G_ACTION_GROUP (self->actions));
  gtk_list_view_set_factory (self->list, factory);
  purport_accessible_follow_stack (GTK_WIDGET (self->stack));
  purport_accessible_follow_toasts (GTK_WIDGET (self->toasts));
  purport_accessible_repair (GTK_WIDGET (self));
  purport_accessible_set_name (GTK_WIDGET (self->search_entry), _ ("Search the library"));
}

/* Returns: (transfer full): a window on the library of @keeper; @reader reads what is compared. */
PurportLibraryWindow *
purport_library_window_new (GtkApplication *application, PurportKeeper *keeper, PurportReader *reader)
{
  PurportLibraryWindow *self = g_object_new (PURPORT_TYPE_LIBRARY_WINDOW, "application", application, NULL);

  self->keeper = g_object_ref (keeper);
  self->reader = purport_reader_ref (reader);
  g_signal_connect_swapped (keeper, "changed", G_CALLBACK (on_library_changed), self);
  go_back (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  return self;
}
