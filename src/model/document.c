/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A document goes through two jobs, each in a thread on its own values: the article is loaded, then read. What comes
 * back is applied on the main thread, and only if nothing newer was asked for since (its generation is still the same).
 */
#include "model/document.h"

#include "model/document-load.h"
#include "model/opening.h"

/* Less than that is no measure of how long the rest takes. */
#define LEAST_SECONDS 0.05

/* A job owns all that its thread touches. */
typedef struct {
  guint generation;
  GFile *file;            /* either this */
  GBytes *bytes;          /* or these */
  GPtrArray *corrections; /* (nullable) (element-type PurportAnnotation): never written to */
  char *display_name;
  PurportReader *reader;
  PurportArticle *article;
  gint *cancelled; /* (atomic rc box): shared with the document */
} Job;

struct _PurportDocument {
  GObject parent_instance;
  PurportReader *reader;
  PurportDocumentState state;
  GFile *file;
  char *display_name;
  GError *error;
  PurportLoaded *loaded;
  PurportReadingContext *context;
  PurportItemList *claims;
  PurportItemList *sources;
  PurportItemList *figures;
  guint generation;
  gboolean read_begun;
  gint64 reading_since;    /* monotonic time; 0: it is not being read */
  double expected_seconds; /* how long reading will take; 0: not known */
  GPtrArray *corrections;  /* (nullable) (element-type PurportAnnotation): as in a job */
  GCancellable *cancellable;
  gint *cancelled;
};

enum { PROP_0, PROP_STATE, PROP_TITLE, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (PurportDocument, purport_document, G_TYPE_OBJECT)

static void
free_job (Job *job)
{
  g_clear_object (&job->file);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->display_name);
  g_clear_pointer (&job->reader, purport_reader_unref);
  g_clear_pointer (&job->article, purport_article_unref);
  g_clear_pointer (&job->corrections, g_ptr_array_unref);
  g_atomic_rc_box_release (job->cancelled);
  g_free (job);
}

static Job *
new_job (PurportDocument *self)
{
  Job *job = g_new0 (Job, 1);

  job->generation = self->generation;
  job->reader = purport_reader_ref (self->reader);
  job->cancelled = g_atomic_rc_box_acquire (self->cancelled);
  job->display_name = g_strdup (self->display_name);
  return job;
}

static void
set_state (PurportDocument *self, PurportDocumentState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
fail (PurportDocument *self, PurportDocumentState state, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
  set_state (self, state);
}

static void
stop_jobs (PurportDocument *self)
{
  self->generation++;
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  if (self->cancelled != NULL) {
    g_atomic_int_set (self->cancelled, 1);
    g_clear_pointer (&self->cancelled, g_atomic_rc_box_release);
  }
}

static void
begin_jobs (PurportDocument *self)
{
  stop_jobs (self);
  self->cancellable = g_cancellable_new ();
  self->cancelled = g_atomic_rc_box_new0 (gint);
}

static void
set_context (PurportDocument *self, PurportReadingContext *context)
{
  const PurportReading *reading = context != NULL ? context->reading : NULL;

  g_clear_pointer (&self->context, purport_reading_context_unref);
  self->context = context;
  purport_item_list_reset (self->sources, context, reading != NULL ? reading->sources->len : 0);
  purport_item_list_reset (self->figures, context, reading != NULL ? reading->figures->len : 0);
  purport_item_list_reset (self->claims, context, reading != NULL ? reading->claims->len : 0);
}

/* What was found in the beginning of a long article. */
typedef struct {
  PurportDocument *document;
  guint generation;
  PurportReadingContext *context;
  double expected_seconds;
} Opening;

static void
free_opening (Opening *opening)
{
  g_object_unref (opening->document);
  g_clear_pointer (&opening->context, purport_reading_context_unref);
  g_free (opening);
}

static gboolean
apply_opening (gpointer data)
{
  Opening *opening = data;
  PurportDocument *self = opening->document;

  if (opening->generation != self->generation || self->state != PURPORT_DOCUMENT_READING)
    return G_SOURCE_REMOVE;
  self->expected_seconds = opening->expected_seconds;
  set_context (self, g_steal_pointer (&opening->context));
  return G_SOURCE_REMOVE;
}

/* Reads the first @n_bytes and hands what was found to the main thread. Returns: whether it was not cancelled. */
static gboolean
read_opening (GTask *task, const Job *job, guint32 n_bytes, gint64 begun)
{
  g_autoptr (PurportArticle) article = purport_opening_new (job->article, n_bytes);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (PurportReading) reading = purport_reader_read (job->reader, article, job->cancelled, NULL);
  double seconds = (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  Opening *opening;

  if (reading == NULL)
    return FALSE;
  opening = g_new0 (Opening, 1);
  opening->document = g_object_ref (g_task_get_source_object (task));
  opening->generation = job->generation;
  opening->context = purport_reading_context_new (reading);
  if (seconds > LEAST_SECONDS)
    opening->expected_seconds = (double)(start - begun) / G_USEC_PER_SEC +
                                seconds * (1 + (double)job->article->n_bytes / (double)article->n_bytes);
  g_main_context_invoke_full (g_task_get_context (task), G_PRIORITY_DEFAULT, apply_opening, opening,
                              (GDestroyNotify)free_opening);
  return TRUE;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportReading) reading = NULL;
  gint64 begun = g_get_monotonic_time ();
  guint32 opening = 0;

  while ((opening = purport_opening_choose (job->article, opening)) > 0)
    if (!read_opening (task, job, opening, begun))
      break;
  reading = purport_reader_read_corrected (job->reader, job->article, job->corrections, job->cancelled, &error);
  if (reading == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, purport_reading_context_new (reading), (GDestroyNotify)purport_reading_context_unref);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  PurportDocument *self = PURPORT_DOCUMENT (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  PurportReadingContext *context = g_task_propagate_pointer (G_TASK (result), &error);

  if (job->generation != self->generation) {
    purport_reading_context_unref (context);
    return;
  }
  if (context == NULL && self->state == PURPORT_DOCUMENT_READY)
    return; /* what was read before is still true but for the corrections */
  self->reading_since = 0;
  if (context == NULL) {
    set_context (self, NULL);
    fail (self, PURPORT_DOCUMENT_UNREAD, g_steal_pointer (&error));
    return;
  }
  set_context (self, context);
  if (self->state == PURPORT_DOCUMENT_READY)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  set_state (self, PURPORT_DOCUMENT_READY);
}

static void
begin_reading (PurportDocument *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_read, NULL);
  Job *job = new_job (self);

  self->reading_since = g_get_monotonic_time ();
  self->expected_seconds = 0;
  job->article = purport_article_ref (self->loaded->article);
  job->corrections = self->corrections != NULL ? g_ptr_array_ref (self->corrections) : NULL;
  g_task_set_source_tag (task, begin_reading);
  g_task_set_task_data (task, job, (GDestroyNotify)free_job);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_run_in_thread (task, read_in_thread);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  PurportLoaded *loaded;

  if (job->file != NULL)
    loaded = purport_loaded_new_for_file (job->file, cancellable, &error);
  else
    loaded = purport_loaded_new (job->bytes, NULL, job->display_name, cancellable, &error);
  if (loaded == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, loaded, (GDestroyNotify)purport_loaded_free);
}

static void
show_loaded (PurportDocument *self, PurportLoaded *loaded)
{
  self->loaded = loaded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  self->read_begun = FALSE;
  set_state (self, PURPORT_DOCUMENT_READING);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  PurportDocument *self = PURPORT_DOCUMENT (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportLoaded) loaded = g_task_propagate_pointer (G_TASK (result), &error);

  if (job->generation != self->generation)
    return;
  if (loaded == NULL) {
    fail (self, PURPORT_DOCUMENT_FAILED, g_steal_pointer (&error));
    return;
  }
  show_loaded (self, g_steal_pointer (&loaded));
}

static void
forget_article (PurportDocument *self)
{
  set_context (self, NULL);
  g_clear_pointer (&self->loaded, purport_loaded_free);
  g_clear_pointer (&self->corrections, g_ptr_array_unref);
  g_clear_error (&self->error);
}

static void
begin_loading (PurportDocument *self, GFile *file, GBytes *bytes)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  begin_jobs (self);
  forget_article (self);
  g_set_object (&self->file, file);
  task = g_task_new (self, self->cancellable, on_loaded, NULL);
  job = new_job (self);
  job->file = file != NULL ? g_object_ref (file) : NULL;
  job->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  g_task_set_source_tag (task, begin_loading);
  g_task_set_task_data (task, job, (GDestroyNotify)free_job);
  set_state (self, PURPORT_DOCUMENT_LOADING);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_task_run_in_thread (task, load_in_thread);
}

static void
purport_document_dispose (GObject *object)
{
  PurportDocument *self = PURPORT_DOCUMENT (object);

  stop_jobs (self);
  g_clear_object (&self->claims);
  g_clear_object (&self->sources);
  g_clear_object (&self->figures);
  g_clear_pointer (&self->context, purport_reading_context_unref);
  g_clear_pointer (&self->loaded, purport_loaded_free);
  g_clear_pointer (&self->reader, purport_reader_unref);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (purport_document_parent_class)->dispose (object);
}

static void
purport_document_finalize (GObject *object)
{
  PurportDocument *self = PURPORT_DOCUMENT (object);

  g_clear_error (&self->error);
  g_clear_pointer (&self->corrections, g_ptr_array_unref);
  g_free (self->display_name);
  G_OBJECT_CLASS (purport_document_parent_class)->finalize (object);
}

static void
purport_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PurportDocument *self = PURPORT_DOCUMENT (object);

  switch (id) {
  case PROP_STATE:
    g_value_set_uint (value, self->state);
    break;
  case PROP_TITLE:
    g_value_set_string (value, purport_document_get_title (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
purport_document_class_init (PurportDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = purport_document_dispose;
  object_class->finalize = purport_document_finalize;
  object_class->get_property = purport_document_get_property;
  properties[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, PURPORT_DOCUMENT_UNREAD, 0, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
purport_document_init (PurportDocument *self)
{
  self->claims = purport_claim_list_new ();
  self->sources = purport_source_list_new ();
  self->figures = purport_figure_list_new ();
}

/**
 * purport_document_new:
 * @reader: the engine, shared by all documents
 *
 * Returns: (transfer full): a document with no article yet
 */
PurportDocument *
purport_document_new (PurportReader *reader)
{
  PurportDocument *self = g_object_new (PURPORT_TYPE_DOCUMENT, NULL);

  self->reader = purport_reader_ref (reader);
  return self;
}

/* Begins to load @file in a thread; follow the property state. What is under way is given up. */
void
purport_document_load_file (PurportDocument *self, GFile *file)
{
  g_autofree char *base_name = g_file_get_basename (file);

  g_return_if_fail (PURPORT_IS_DOCUMENT (self) && G_IS_FILE (file));
  g_free (self->display_name);
  self->display_name = base_name != NULL ? g_filename_display_name (base_name) : g_file_get_parse_name (file);
  begin_loading (self, file, NULL);
}

/* As purport_document_load_file(), from bytes; @display_name is what errors call them and the title without one. */
void
purport_document_load_bytes (PurportDocument *self, GBytes *bytes, const char *display_name)
{
  g_autofree char *name = g_strdup (display_name);

  g_return_if_fail (PURPORT_IS_DOCUMENT (self) && bytes != NULL && display_name != NULL);
  g_free (self->display_name);
  self->display_name = g_steal_pointer (&name);
  begin_loading (self, NULL, bytes);
}

/* Shows an article that is there already, as from the library. */
void
purport_document_load_article (PurportDocument *self, PurportArticle *article)
{
  g_return_if_fail (PURPORT_IS_DOCUMENT (self) && article != NULL);
  begin_jobs (self);
  forget_article (self);
  g_set_object (&self->file, NULL);
  if (article->uri != NULL)
    self->file = g_file_new_for_uri (article->uri);
  show_loaded (self, purport_loaded_new_for_article (article));
}

/*
 * Begins to look for claims in a thread, if the state is READING and nobody has begun. It is for whoever shows the text
 * to say when: once it is on the screen, so that the two do not compete for the machine.
 */
void
purport_document_read (PurportDocument *self)
{
  g_return_if_fail (PURPORT_IS_DOCUMENT (self));
  if (self->state != PURPORT_DOCUMENT_READING || self->read_begun)
    return;
  self->read_begun = TRUE;
  begin_reading (self);
}

/*
 * What the reader set right wins over what is found: a text that was read, or is being read, is read again, and what
 * was found before shows until then.
 *
 * @corrections: (transfer none) (element-type PurportAnnotation): nobody writes to them any more
 */
void
purport_document_correct (PurportDocument *self, GPtrArray *corrections)
{
  g_return_if_fail (PURPORT_IS_DOCUMENT (self) && corrections != NULL);
  g_ptr_array_ref (corrections);
  g_clear_pointer (&self->corrections, g_ptr_array_unref);
  self->corrections = corrections;
  if (self->state != PURPORT_DOCUMENT_READY && !(self->state == PURPORT_DOCUMENT_READING && self->read_begun))
    return;
  begin_jobs (self);
  begin_reading (self);
}

/* Gives up what is under way: a text that is there stays, without claims. */
void
purport_document_cancel (PurportDocument *self)
{
  g_return_if_fail (PURPORT_IS_DOCUMENT (self));
  if (self->state == PURPORT_DOCUMENT_READY)
    stop_jobs (self); /* as it may be read again with corrections */
  if (self->state != PURPORT_DOCUMENT_LOADING && self->state != PURPORT_DOCUMENT_READING)
    return;
  stop_jobs (self);
  self->reading_since = 0;
  if (self->loaded != NULL)
    set_context (self, NULL);
  fail (self, self->loaded != NULL ? PURPORT_DOCUMENT_UNREAD : PURPORT_DOCUMENT_EMPTY, NULL);
}

PurportDocumentState
purport_document_get_state (PurportDocument *self)
{
  return self->state;
}

/* Returns: (transfer none) (nullable): why it failed; %NULL for one that did not, or that was cancelled. */
const GError *
purport_document_get_error (PurportDocument *self)
{
  return self->error;
}

/* Returns: (transfer none) (nullable): the file; %NULL for a text that came another way. */
GFile *
purport_document_get_file (PurportDocument *self)
{
  return self->file;
}

/* Returns: (transfer none) (nullable): the article's title, or else the name of what was opened. */
const char *
purport_document_get_title (PurportDocument *self)
{
  if (self->loaded != NULL && self->loaded->article->title != NULL)
    return self->loaded->article->title;
  return self->display_name;
}

/* Returns: (transfer full) (nullable): the article; %NULL while there is none. */
PurportArticle *
purport_document_dup_article (PurportDocument *self)
{
  return self->loaded != NULL ? purport_article_ref (self->loaded->article) : NULL;
}

/* Returns: how much of the reading is done, 0 to 1, by how long the beginning of the article took; -1: not known. */
double
purport_document_get_progress (PurportDocument *self)
{
  double seconds = (double)(g_get_monotonic_time () - self->reading_since) / G_USEC_PER_SEC;

  if (self->reading_since == 0 || self->expected_seconds <= 0)
    return -1;
  return MIN (seconds / self->expected_seconds, 1);
}

/* Returns: (transfer full) (nullable): the reading; %NULL until it was read. */
PurportReading *
purport_document_dup_reading (PurportDocument *self)
{
  gboolean whole = self->context != NULL && self->context->reading->article == self->loaded->article;
  return whole ? purport_reading_ref (self->context->reading) : NULL;
}

/* Returns: (transfer none) (nullable): the text to show, or %NULL while there is none. */
PurportDisplayText *
purport_document_get_text (PurportDocument *self)
{
  return self->loaded != NULL ? self->loaded->text : NULL;
}

/* Returns: (transfer none) (nullable) (element-type PurportDocumentBlock): the blocks, or %NULL while there is no text.
 */
GArray *
purport_document_get_blocks (PurportDocument *self)
{
  return self->loaded != NULL ? self->loaded->blocks : NULL;
}

/* Returns: (transfer none) (nullable) (element-type PurportDocumentLink): the links, in order of start, or %NULL while
 * there is no text. */
GArray *
purport_document_get_links (PurportDocument *self)
{
  return self->loaded != NULL ? self->loaded->links : NULL;
}

/* Returns: (transfer full) (element-type PurportDocumentRepair): what is wrong with the typography, in order of start;
 * none until it was read. O(repairs). */
GArray *
purport_document_dup_repairs (PurportDocument *self)
{
  const GArray *found = self->context != NULL ? self->context->reading->repairs : NULL;
  GArray *repairs = g_array_new (FALSE, FALSE, sizeof (PurportDocumentRepair));

  for (guint i = 0; found != NULL && i < found->len; i++) {
    const PurportRepair *repair = &g_array_index (found, PurportRepair, i);
    PurportDocumentRepair converted = { repair->kind,
                                        purport_reading_context_to_code_point (self->context, repair->span.start_byte),
                                        purport_reading_context_to_code_point (self->context, repair->span.end_byte) };
    g_array_append_val (repairs, converted);
  }
  return repairs;
}

/* Returns: (transfer none): a list of #PurportClaimItem. */
GListModel *
purport_document_get_claims (PurportDocument *self)
{
  return G_LIST_MODEL (self->claims);
}

/* Returns: (transfer none): a list of #PurportSourceItem. */
GListModel *
purport_document_get_sources (PurportDocument *self)
{
  return G_LIST_MODEL (self->sources);
}

/* Returns: (transfer none): a list of #PurportFigureItem. */
GListModel *
purport_document_get_figures (PurportDocument *self)
{
  return G_LIST_MODEL (self->figures);
}

/* Returns: (transfer full) (nullable): what the article comes to; %NULL until it was read. */
PurportGlance *
purport_document_dup_glance (PurportDocument *self)
{
  return self->context != NULL ? purport_glance_new (self->context) : NULL;
}

/* Returns: whether the text was taken for English; also before it was read. Others are shown, and nothing is marked. */
gboolean
purport_document_is_english (PurportDocument *self)
{
  return self->context == NULL || g_strcmp0 (self->context->reading->language, "en") == 0;
}

/* Returns: (transfer none) (nullable): what the items of the lists come from; %NULL: nothing was read yet. */
const PurportReadingContext *
purport_document_get_context (PurportDocument *self)
{
  return self->context;
}

/* Returns: how many claims, by rank, the density "main" marks. */
guint
purport_document_get_n_main (PurportDocument *self)
{
  return self->context != NULL ? self->context->n_main : 0;
}

/* Returns: how many claims, by rank, the density "most" marks. */
guint
purport_document_get_n_most (PurportDocument *self)
{
  return self->context != NULL ? self->context->n_most : 0;
}
