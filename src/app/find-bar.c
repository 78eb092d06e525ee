/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The index of a text is made in a thread when the bar is first opened; what was typed until then is searched for as
 * soon as it is there.
 */
#include "config.h"

#include "app/find-bar.h"

#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/article-hits.h"
#include "app/find-row.h"
#include "app/list-rows.h"
#include "model/find-index.h"
#include "model/find-regex.h"

G_STATIC_ASSERT (sizeof (PurportHitSpan) == sizeof (PurportFindHit));

struct _PurportFindBar {
  GtkWidget parent_instance;
  GtkRevealer *revealer;
  GtkEditable *entry;
  GtkLabel *count;
  GtkCheckButton *case_button;
  GtkCheckButton *words_button;
  GtkCheckButton *diacritics_button;
  GtkCheckButton *regex_button;
  GtkToggleButton *list_button;
  GtkWidget *list_scroller;
  GtkListView *list;
  PurportArticleView *view;
  PurportDisplayText *text;
  PurportFindIndex *index;
  PurportFindFlags index_flags;
  gboolean indexing;
  guint generation;
  GArray *hits; /* (element-type PurportHitSpan) */
  guint current;
};

typedef struct {
  PurportDisplayText *text;
  PurportFindFlags flags;
  guint generation;
} IndexJob;

G_DEFINE_FINAL_TYPE (PurportFindBar, purport_find_bar, GTK_TYPE_WIDGET)

static void
free_index_job (IndexJob *job)
{
  purport_display_text_unref (job->text);
  g_free (job);
}

static gboolean
is_regex (PurportFindBar *self)
{
  return gtk_check_button_get_active (self->regex_button);
}

static void
set_count (PurportFindBar *self, const char *note)
{
  g_autofree char *text = NULL;
  guint n = self->hits != NULL ? self->hits->len : 0;
  gboolean asked = *gtk_editable_get_text (self->entry) != '\0';

  if (!asked)
    text = g_strdup ("");
  else if (self->index == NULL && !is_regex (self))
    text = g_strdup (_ ("Searching…"));
  else if (n == 0)
    text = g_strdup (note != NULL ? note : _ ("Not found"));
  else if (note == NULL)
    text = g_strdup_printf (_ ("%u of %u"), self->current + 1, n);
  else
    text = g_strdup_printf (_ ("%u of %u, %s"), self->current + 1, n, note);
  gtk_label_set_text (self->count, text);
  if (asked && (self->index != NULL || is_regex (self)) && n == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
show_current (PurportFindBar *self)
{
  const PurportHitSpan *hit;

  if (self->view == NULL)
    return;
  purport_article_view_set_hits (self->view, self->hits, self->current);
  if (self->hits == NULL || self->hits->len == 0)
    return;
  hit = &g_array_index (self->hits, PurportHitSpan, self->current);
  purport_article_view_show_passage (self->view, hit->start, hit->end);
}

/* Begins at the first hit at or behind the caret. */
static guint
choose_current (PurportFindBar *self)
{
  guint caret = self->view != NULL ? purport_article_view_get_caret (self->view) : 0;

  for (guint i = 0; i < self->hits->len; i++)
    if (g_array_index (self->hits, PurportHitSpan, i).start >= caret)
      return i;
  return 0;
}

static PurportFindFlags
get_flags (PurportFindBar *self)
{
  PurportFindFlags flags = PURPORT_FIND_FOLD_ALL;

  if (gtk_check_button_get_active (self->case_button))
    flags |= PURPORT_FIND_MATCH_CASE;
  if (gtk_check_button_get_active (self->words_button))
    flags |= PURPORT_FIND_WHOLE_WORDS;
  if (gtk_check_button_get_active (self->diacritics_button))
    flags |= PURPORT_FIND_DIACRITICS;
  return flags;
}

/* Returns: (transfer none) (nullable): what is to be said beside the count. */
static const char *
search_regex (PurportFindBar *self)
{
  const PurportArticle *article = purport_display_text_get_article (self->text);
  const char *pattern = gtk_editable_get_text (self->entry);
  gboolean complete = TRUE;

  if (*pattern != '\0')
    self->hits = purport_find_regex (article->text, article->n_bytes, pattern, get_flags (self), &complete, NULL);
  else
    self->hits = g_array_new (FALSE, FALSE, sizeof (PurportFindHit));
  if (self->hits == NULL) {
    self->hits = g_array_new (FALSE, FALSE, sizeof (PurportFindHit));
    return _ ("Not a regular expression");
  }
  return complete ? NULL : _ ("stopped: it takes too long");
}

/* The list is filled only while it shows. */
static void
update_list (PurportFindBar *self)
{
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (GtkSelectionModel) selection = NULL;
  gboolean shown = gtk_toggle_button_get_active (self->list_button) && self->hits != NULL && self->hits->len > 0;

  gtk_widget_set_visible (self->list_scroller, shown);
  if (shown) {
    rows = purport_find_rows_new (self->text, self->hits);
    selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_steal_pointer (&rows)));
  }
  gtk_list_view_set_model (self->list, selection);
}

static void
search (PurportFindBar *self)
{
  const char *note = NULL;

  g_clear_pointer (&self->hits, g_array_unref);
  if (self->text != NULL && is_regex (self))
    note = search_regex (self);
  else if (self->index != NULL)
    self->hits = purport_find_index_search (self->index, gtk_editable_get_text (self->entry));
  if (self->hits != NULL) {
    self->current = choose_current (self);
    show_current (self);
  }
  set_count (self, note);
  update_list (self);
}

static void
index_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  IndexJob *job = data;
  const PurportArticle *article = purport_display_text_get_article (job->text);

  g_task_return_pointer (task, purport_find_index_new (article->text, article->n_bytes, job->flags),
                         (GDestroyNotify)purport_find_index_free);
}

static void ensure_index (PurportFindBar *self);

static void
on_indexed (GObject *source, GAsyncResult *result, gpointer data)
{
  PurportFindBar *self = PURPORT_FIND_BAR (source);
  IndexJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (PurportFindIndex) index = g_task_propagate_pointer (G_TASK (result), NULL);

  if (job->generation != self->generation)
    return;
  self->indexing = FALSE;
  self->index_flags = job->flags;
  g_clear_pointer (&self->index, purport_find_index_free);
  self->index = g_steal_pointer (&index);
  if (self->index_flags != get_flags (self))
    ensure_index (self);
  else
    search (self);
}

/* Makes an index for the options that are set, if there is none yet. */
static void
ensure_index (PurportFindBar *self)
{
  g_autoptr (GTask) task = NULL;
  IndexJob *job;

  if (self->text == NULL || self->indexing || (self->index != NULL && self->index_flags == get_flags (self)))
    return;
  g_clear_pointer (&self->index, purport_find_index_free);
  self->indexing = TRUE;
  job = g_new0 (IndexJob, 1);
  job->text = purport_display_text_ref (self->text);
  job->flags = get_flags (self);
  job->generation = self->generation;
  task = g_task_new (self, NULL, on_indexed, NULL);
  g_task_set_source_tag (task, ensure_index);
  g_task_set_task_data (task, job, (GDestroyNotify)free_index_job);
  g_task_run_in_thread (task, index_in_thread);
}

static void
on_query_changed (PurportFindBar *self)
{
  ensure_index (self);
  search (self);
}

static void
on_list_toggled (PurportFindBar *self)
{
  update_list (self);
}

static void
on_row_activated (GtkListView *list, guint position, PurportFindBar *self)
{
  if (self->hits == NULL || position >= self->hits->len)
    return;
  self->current = position;
  show_current (self);
  set_count (self, NULL);
}

static void
on_next (PurportFindBar *self)
{
  purport_find_bar_step (self, 1);
}

static void
on_previous (PurportFindBar *self)
{
  purport_find_bar_step (self, -1);
}

static void
on_close (PurportFindBar *self)
{
  purport_find_bar_close (self);
}

static gboolean
on_key_pressed (
    GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, PurportFindBar *self)
{
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (modifiers & GDK_CONTROL_MASK) == 0) {
    purport_find_bar_step (self, (modifiers & GDK_SHIFT_MASK) != 0 ? -1 : 1);
    return GDK_EVENT_STOP;
  }
  if (key == GDK_KEY_Escape) {
    purport_find_bar_close (self);
    return GDK_EVENT_STOP;
  }
  return GDK_EVENT_PROPAGATE;
}

static void
purport_find_bar_dispose (GObject *object)
{
  PurportFindBar *self = PURPORT_FIND_BAR (object);

  self->generation++;
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->index, purport_find_index_free);
  g_clear_pointer (&self->text, purport_display_text_unref);
  g_clear_weak_pointer (&self->view);
  if (self->revealer != NULL) {
    gtk_widget_unparent (GTK_WIDGET (self->revealer));
    self->revealer = NULL;
  }
  G_OBJECT_CLASS (purport_find_bar_parent_class)->dispose (object);
}

static void
purport_find_bar_class_init (PurportFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_find_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/purport_reader/Purport/ui/find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PurportFindBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, PurportFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, PurportFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, PurportFindBar, case_button);
  gtk_widget_class_bind_template_child (widget_class, PurportFindBar, words_button);
  gtk_widget_class_bind_template_child (widget_class, PurportFindBar, diacritics_button);
  gtk_widget_class_bind_template_child (widget_class, PurportFindBar, regex_button);
  gtk_widget_class_bind_template_child (widget_class, PurportFindBar, list_button);
  gtk_widget_class_bind_template_child (widget_class, PurportFindBar, list_scroller);
  gtk_widget_class_bind_template_child (widget_class, PurportFindBar, list);
  gtk_widget_class_bind_template_callback (widget_class, on_list_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_query_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
}

static void
purport_find_bar_init (PurportFindBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr (GtkListItemFactory) factory = purport_list_rows_factory_new (purport_find_row_new, purport_find_row_bind);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->list, factory);
  purport_accessible_follow_revealer (self->revealer);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

/* The view that shows what is found; only a weak reference is kept. */
void
purport_find_bar_set_view (PurportFindBar *self, PurportArticleView *view)
{
  g_set_weak_pointer (&self->view, view);
}

/* The text to search; what was found in another one is forgotten. */
void
purport_find_bar_set_text (PurportFindBar *self, PurportDisplayText *text)
{
  if (self->text == text)
    return;
  self->generation++;
  self->indexing = FALSE;
  g_clear_pointer (&self->index, purport_find_index_free);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->text, purport_display_text_unref);
  self->text = text != NULL ? purport_display_text_ref (text) : NULL;
  if (purport_find_bar_get_open (self))
    on_query_changed (self);
}

/* Opens the bar; words that are selected in the text become the query. */
void
purport_find_bar_open (PurportFindBar *self)
{
  g_autofree char *selection = self->view != NULL ? purport_article_view_dup_selection (self->view, NULL) : NULL;

  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  if (selection != NULL && *selection != '\0' && g_utf8_strlen (selection, -1) <= 200)
    gtk_editable_set_text (self->entry, selection);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
  on_query_changed (self);
}

/* Closes the bar, takes the marks of what was found away and goes back to the text. */
void
purport_find_bar_close (PurportFindBar *self)
{
  if (!purport_find_bar_get_open (self))
    return;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  g_clear_pointer (&self->hits, g_array_unref);
  update_list (self);
  if (self->view != NULL) {
    purport_article_view_set_hits (self->view, NULL, 0);
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  }
}

gboolean
purport_find_bar_get_open (PurportFindBar *self)
{
  return gtk_revealer_get_reveal_child (self->revealer);
}

/* Goes to the next hit, or with -1 to the one before, and says so where it goes around. */
void
purport_find_bar_step (PurportFindBar *self, int direction)
{
  const char *note = NULL;

  if (!purport_find_bar_get_open (self)) {
    purport_find_bar_open (self);
    return;
  }
  if (self->hits == NULL || self->hits->len == 0) {
    gtk_widget_error_bell (GTK_WIDGET (self));
    return;
  }
  if (direction > 0 && self->current + 1 >= self->hits->len) {
    self->current = 0;
    note = _ ("from the top");
  } else if (direction < 0 && self->current == 0) {
    self->current = self->hits->len - 1;
    note = _ ("from the end");
  } else {
    self->current = direction > 0 ? self->current + 1 : self->current - 1;
  }
  show_current (self);
  set_count (self, note);
}
