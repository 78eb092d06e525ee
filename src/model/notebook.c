/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A note is in the list at once and on the disk a little later; its state says which. One that could not be kept stays
 * in the list until the article is closed, and can be saved again: what was written is never taken away.
 */
#include "model/notebook.h"

#include "model/keeping.h"

struct _PurportNotebook {
  GObject parent_instance;
  PurportKeeper *keeper; /* NULL: private */
  PurportDocument *document;
  GListStore *notes; /* of PurportNoteItem: in order of the text, those without a place last */
  gint64 article;    /* 0: not kept */
  gboolean by_hand;
  gboolean looked;   /* the library was asked about this text */
  gboolean outdated; /* the reading in the library is not the one that shows */
  GCancellable *cancellable;
};

enum { PROP_0, PROP_KEPT, PROP_PRIVATE, N_PROPERTIES };
enum { CHANGED, NEWLY_KEPT, FAILED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PurportNotebook, purport_notebook, G_TYPE_OBJECT)

typedef struct {
  PurportNotebook *notebook;
  PurportNoteItem *note; /* nullable */
} Request;

static Request *
request_new (PurportNotebook *self, PurportNoteItem *note)
{
  Request *request = g_new (Request, 1);

  request->notebook = g_object_ref (self);
  request->note = note != NULL ? g_object_ref (note) : NULL;
  return request;
}

static void
request_free (Request *request)
{
  g_object_unref (request->notebook);
  g_clear_object (&request->note);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
emit_changed (PurportNotebook *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
emit_failed (PurportNotebook *self, const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
set_article (PurportNotebook *self, gint64 article, gboolean by_hand)
{
  gboolean changed = (self->article != 0) != (article != 0);

  self->article = article;
  self->by_hand = by_hand;
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEPT]);
}

static gboolean
is_correction (const PurportAnnotation *annotation)
{
  return annotation->kind != PURPORT_ANNOTATION_NOTE && annotation->kind != PURPORT_ANNOTATION_JUDGEMENT;
}

/* The document is read with what the reader set right; @always: also if that is nothing any more. */
static void
correct_document (PurportNotebook *self, gboolean always)
{
  g_autoptr (GPtrArray) corrections = g_ptr_array_new_with_free_func ((GDestroyNotify)purport_annotation_free);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->notes));

  for (guint i = 0; i < n; i++) {
    g_autoptr (PurportNoteItem) note = g_list_model_get_item (G_LIST_MODEL (self->notes), i);
    const PurportAnnotation *annotation = purport_note_item_get_annotation (note);
    if (is_correction (annotation))
      g_ptr_array_add (corrections, purport_annotation_copy (annotation));
  }
  if (corrections->len > 0 || always)
    purport_document_correct (self->document, corrections);
}

static const PurportCodePoints *
get_code_points (PurportNotebook *self)
{
  PurportDisplayText *text = purport_document_get_text (self->document);
  return text != NULL ? purport_display_text_get_code_points (text) : NULL;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer unused)
{
  guint start_a, end_a, start_b, end_b;
  gboolean placed_a = purport_note_item_get_span ((gpointer)a, &start_a, &end_a);
  gboolean placed_b = purport_note_item_get_span ((gpointer)b, &start_b, &end_b);

  if (placed_a != placed_b)
    return placed_a ? -1 : 1;
  return start_a != start_b ? (start_a < start_b ? -1 : 1) : 0;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportKept) kept = purport_keeping_finish (PURPORT_KEEPER (source), result, &error);
  PurportNotebook *self = request->notebook;

  if (request->note != NULL)
    purport_note_item_set_state (request->note, kept != NULL ? PURPORT_NOTE_SAVED : PURPORT_NOTE_UNSAVED);
  if (kept == NULL) {
    emit_failed (self, error);
    emit_changed (self);
    return;
  }
  set_article (self, kept->id, kept->by_hand);
  purport_keeper_emit_changed (self->keeper);
  emit_changed (self);
  if (kept->is_new)
    g_signal_emit (self, signals[NEWLY_KEPT], 0);
}

/* Sends the article, and @note with it, to the library. */
static void
save (PurportNotebook *self, PurportNoteItem *note, gboolean by_hand)
{
  g_autoptr (PurportArticle) article = purport_document_dup_article (self->document);
  g_autoptr (PurportReading) reading = purport_document_dup_reading (self->document);

  if (self->keeper == NULL || article == NULL)
    return;
  if (note != NULL)
    purport_note_item_set_state (note, PURPORT_NOTE_SAVING);
  purport_keeping_save (self->keeper, article, reading, note != NULL ? purport_note_item_get_annotation (note) : NULL,
                        by_hand, on_saved, request_new (self, note));
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PurportNotebook) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportKept) kept = purport_keeping_finish (PURPORT_KEEPER (source), result, &error);
  const PurportCodePoints *code_points = get_code_points (self);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || code_points == NULL)
    return;
  if (error != NULL)
    emit_failed (self, error);
  if (kept == NULL)
    return;
  set_article (self, kept->id, kept->by_hand);
  while (kept->annotations->len > 0) {
    g_autoptr (PurportNoteItem) note =
        purport_note_item_new (g_ptr_array_steal_index (kept->annotations, 0), PURPORT_NOTE_SAVED);
    purport_note_item_place (note, code_points);
    g_list_store_insert_sorted (self->notes, note, compare_places, NULL);
  }
  correct_document (self, FALSE);
  emit_changed (self);
}

static void
look (PurportNotebook *self)
{
  g_autoptr (PurportArticle) article = purport_document_dup_article (self->document);

  self->looked = TRUE;
  if (self->keeper == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  purport_keeping_look (self->keeper, article, self->cancellable, on_looked, g_object_ref (self));
}

static void
forget_text (PurportNotebook *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_list_store_remove_all (self->notes);
  self->looked = FALSE;
  self->outdated = FALSE;
  set_article (self, 0, FALSE);
  emit_changed (self);
}

static void
on_state_changed (PurportNotebook *self)
{
  switch (purport_document_get_state (self->document)) {
  case PURPORT_DOCUMENT_LOADING:
    if (self->looked)
      forget_text (self);
    break;
  case PURPORT_DOCUMENT_READING:
    if (!self->looked)
      look (self);
    break;
  case PURPORT_DOCUMENT_READY:
    if (self->outdated)
      save (self, NULL, FALSE);
    self->outdated = FALSE;
    break;
  case PURPORT_DOCUMENT_EMPTY:
  case PURPORT_DOCUMENT_FAILED:
  case PURPORT_DOCUMENT_UNREAD:
  default:
    break;
  }
}

static void
purport_notebook_dispose (GObject *object)
{
  PurportNotebook *self = PURPORT_NOTEBOOK (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->keeper);
  g_clear_object (&self->notes);
  G_OBJECT_CLASS (purport_notebook_parent_class)->dispose (object);
}

static void
purport_notebook_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PurportNotebook *self = PURPORT_NOTEBOOK (object);

  if (id == PROP_KEPT)
    g_value_set_boolean (value, purport_notebook_get_kept (self));
  else if (id == PROP_PRIVATE)
    g_value_set_boolean (value, self->keeper == NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
purport_notebook_class_init (PurportNotebookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GType type = PURPORT_TYPE_NOTEBOOK;

  object_class->dispose = purport_notebook_dispose;
  object_class->get_property = purport_notebook_get_property;
  properties[PROP_KEPT] = g_param_spec_boolean ("kept", NULL, NULL, FALSE, flags);
  properties[PROP_PRIVATE] = g_param_spec_boolean ("private", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEWLY_KEPT] = g_signal_new ("newly-kept", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
purport_notebook_init (PurportNotebook *self)
{
  self->notes = g_list_store_new (PURPORT_TYPE_NOTE_ITEM);
}

/**
 * purport_notebook_new:
 * @keeper: (nullable): whom to ask for the library; %NULL: a private article, of which nothing is kept
 *
 * Returns: (transfer full): the notes of @document, which come from the library once its text is there
 */
PurportNotebook *
purport_notebook_new (PurportKeeper *keeper, PurportDocument *document)
{
  PurportNotebook *self = g_object_new (PURPORT_TYPE_NOTEBOOK, NULL);

  self->keeper = keeper != NULL ? g_object_ref (keeper) : NULL;
  self->document = g_object_ref (document);
  g_signal_connect_swapped (document, "notify::state", G_CALLBACK (on_state_changed), self);
  on_state_changed (self);
  return self;
}

/* Returns: whether the article is in the library. */
gboolean
purport_notebook_get_kept (PurportNotebook *self)
{
  return self->article != 0;
}

/* Returns: whether nothing is kept of the article. */
gboolean
purport_notebook_get_private (PurportNotebook *self)
{
  return self->keeper == NULL;
}

/* Returns: (transfer none) (nullable): whom it asks for the library; %NULL: nobody, it is private. */
PurportKeeper *
purport_notebook_get_keeper (PurportNotebook *self)
{
  return self->keeper;
}

/* Returns: the article's number in the library; 0: it is not kept. */
gint64
purport_notebook_get_article (PurportNotebook *self)
{
  return self->article;
}

/* Returns: (transfer none): a list of #PurportNoteItem, in order of the text, those without a place last. */
GListModel *
purport_notebook_get_notes (PurportNotebook *self)
{
  return G_LIST_MODEL (self->notes);
}

/* Returns: (transfer full) (element-type PurportAnnotation): copies of all of them, for exports. */
GPtrArray *
purport_notebook_dup_annotations (PurportNotebook *self)
{
  GPtrArray *annotations = g_ptr_array_new_with_free_func ((GDestroyNotify)purport_annotation_free);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->notes));

  for (guint i = 0; i < n; i++) {
    g_autoptr (PurportNoteItem) note = g_list_model_get_item (G_LIST_MODEL (self->notes), i);
    g_ptr_array_add (annotations, purport_annotation_copy (purport_note_item_get_annotation (note)));
  }
  return annotations;
}

/**
 * purport_notebook_find:
 *
 * Later readings may cut a claim a little differently: a place that shares half of all the words is the same.
 *
 * Returns: (transfer none) (nullable): the annotation of that kind on those words
 */
PurportNoteItem *
purport_notebook_find (PurportNotebook *self, PurportAnnotationKind kind, guint start, guint end)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->notes)), most = 0;
  PurportNoteItem *found = NULL;

  for (guint i = 0; i < n; i++) {
    g_autoptr (PurportNoteItem) note = g_list_model_get_item (G_LIST_MODEL (self->notes), i);
    guint from, to, shared, all;
    if (purport_note_item_get_annotation (note)->kind != kind || !purport_note_item_get_span (note, &from, &to))
      continue;
    shared = MIN (end, to) > MAX (start, from) ? MIN (end, to) - MAX (start, from) : 0;
    all = end - start + to - from - shared;
    if (shared > most && 2 * shared >= all) {
      most = shared;
      found = note;
    }
  }
  return found;
}

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
set_words (PurportAnnotation *annotation, const char *body, const char *value, const char *const *links)
{
  g_autofree char *new_body = g_strdup (body), *new_value = g_strdup (value);

  g_free (annotation->body);
  g_free (annotation->value);
  annotation->body = g_steal_pointer (&new_body);
  annotation->value = g_steal_pointer (&new_value);
  if (links == NULL)
    return;
  g_strfreev (annotation->links);
  annotation->links = g_strdupv ((char **)links);
}

static void
written (PurportNotebook *self, PurportNoteItem *note)
{
  if (is_correction (purport_note_item_get_annotation (note))) {
    self->outdated = TRUE;
    correct_document (self, TRUE);
  }
  emit_changed (self);
}

/**
 * purport_notebook_write:
 * @body: (nullable): the reader's words
 * @value: (nullable): what the kind says
 * @links: (nullable): addresses, %NULL-terminated
 *
 * Writes a new annotation on the words from @start to @end, and keeps it with the article. A correction is applied at
 * once.
 *
 * Returns: (transfer none) (nullable): the annotation; %NULL where there are no such words
 */
PurportNoteItem *
purport_notebook_write (PurportNotebook *self,
                        PurportAnnotationKind kind,
                        guint start,
                        guint end,
                        const char *body,
                        const char *value,
                        const char *const *links)
{
  const PurportCodePoints *code_points = get_code_points (self);
  g_autoptr (PurportArticle) article = purport_document_dup_article (self->document);
  g_autoptr (PurportNoteItem) note = NULL;
  PurportAnnotation *annotation;

  if (code_points == NULL || start >= end || end > purport_code_points_get_length (code_points))
    return NULL;
  annotation = purport_annotation_new (
      kind, article,
      purport_span (purport_code_points_to_byte (code_points, start), purport_code_points_to_byte (code_points, end)),
      now ());
  annotation->id = g_uuid_string_random ();
  set_words (annotation, body, value, links);
  note = purport_note_item_new (annotation, self->keeper != NULL ? PURPORT_NOTE_SAVING : PURPORT_NOTE_PRIVATE);
  purport_note_item_place (note, code_points);
  g_list_store_insert_sorted (self->notes, note, compare_places, NULL);
  save (self, note, FALSE);
  written (self, note);
  return note; /* the list has it */
}

/* Changes what @note says; as purport_notebook_write(). @links: %NULL: the same as before. */
void
purport_notebook_change (
    PurportNotebook *self, PurportNoteItem *note, const char *body, const char *value, const char *const *links)
{
  PurportAnnotation *annotation = purport_annotation_copy (purport_note_item_get_annotation (note));

  set_words (annotation, body, value, links);
  /* Clocks go backwards; the newer words must still win where two libraries are merged. */
  annotation->changed_at = MAX (now (), annotation->changed_at + 1);
  purport_note_item_take_annotation (note, annotation);
  save (self, note, FALSE);
  written (self, note);
}

/* Tries again to keep a note that could not be kept. */
void
purport_notebook_save_again (PurportNotebook *self, PurportNoteItem *note)
{
  save (self, note, FALSE);
  emit_changed (self);
}

static void
on_changed_in_library (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PurportNotebook) self = data;
  g_autoptr (GError) error = NULL;

  if (!purport_keeping_change_finish (PURPORT_KEEPER (source), result, &error) && error != NULL &&
      !g_error_matches (error, PURPORT_STORE_ERROR, PURPORT_STORE_ERROR_NOT_FOUND)) /* it never got there */
    emit_failed (self, error);
  purport_keeper_emit_changed (PURPORT_KEEPER (source));
}

static void
remove_from_library (PurportNotebook *self, PurportNoteItem *note)
{
  if (self->keeper != NULL)
    purport_keeping_remove_note (self->keeper, purport_note_item_get_annotation (note)->id, on_changed_in_library,
                                 g_object_ref (self));
}

/* Takes @note away; purport_notebook_restore() brings it back. */
void
purport_notebook_remove (PurportNotebook *self, PurportNoteItem *note)
{
  guint position;

  if (!g_list_store_find (self->notes, note, &position))
    return;
  remove_from_library (self, note);
  g_object_ref (note);
  g_list_store_remove (self->notes, position);
  written (self, note);
  g_object_unref (note);
}

/* Brings back what purport_notebook_remove() took away. */
void
purport_notebook_restore (PurportNotebook *self, PurportNoteItem *note)
{
  if (g_list_store_find (self->notes, note, NULL))
    return;
  g_list_store_insert_sorted (self->notes, note, compare_places, NULL);
  save (self, note, FALSE);
  written (self, note);
}

/* Keeps the article for itself. */
void
purport_notebook_keep (PurportNotebook *self)
{
  save (self, NULL, TRUE);
}

/* Takes the article and all notes on it out of the library: undoes keeping it. */
void
purport_notebook_forget (PurportNotebook *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->notes));

  if (self->article == 0)
    return;
  /* One by one: the notes would come back with the article if it is kept again. */
  for (guint i = 0; i < n; i++) {
    g_autoptr (PurportNoteItem) note = g_list_model_get_item (G_LIST_MODEL (self->notes), i);
    remove_from_library (self, note);
  }
  purport_keeping_remove_article (self->keeper, self->article, FALSE, on_changed_in_library, g_object_ref (self));
  set_article (self, 0, FALSE);
  self->outdated = FALSE;
  g_list_store_remove_all (self->notes);
  correct_document (self, TRUE);
  emit_changed (self);
}
