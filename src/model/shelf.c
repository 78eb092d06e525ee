/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions about many articles, answered in the keeper's thread with lists that are ready to be shown. */
#include "model/shelf.h"

#include "model/shelf-item.h"
#include "store/compare.h"
#include "store/search.h"

/* More would help nobody; a better word does. */
#define MOST_HITS 50
#define MOST_SIMILAR 5

typedef struct {
  char *words;
  gint64 articles[2];
  PurportReader *reader; /* nullable */
} Question;

static void
free_question (Question *question)
{
  g_free (question->words);
  g_clear_pointer (&question->reader, purport_reader_unref);
  g_free (question);
}

static void
ask (PurportKeeper *keeper,
     PurportKeeperFunc func,
     const Question *question,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer data)
{
  purport_keeper_run (keeper, PURPORT_KEEPER_LOOK, func, g_memdup2 (question, sizeof *question),
                      (GDestroyNotify)free_question, g_object_unref, cancellable, callback, data);
}

static gpointer
list (PurportLibrary *library, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) entries = purport_library_list (library, 0, G_MAXINT32, error);
  GListStore *items;

  if (entries == NULL)
    return NULL;
  items = g_list_store_new (PURPORT_TYPE_SHELF_ITEM);
  g_ptr_array_set_free_func (entries, NULL);
  for (guint i = 0; i < entries->len; i++) {
    g_autoptr (PurportShelfItem) item = purport_shelf_item_new_for_entry (g_ptr_array_index (entries, i));
    g_list_store_append (items, item);
  }
  return items;
}

/* All articles, those added last first. */
void
purport_shelf_list (PurportKeeper *keeper, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  ask (keeper, list, &(Question){ 0 }, cancellable, callback, data);
}

/* @hits: (transfer full) (nullable). Returns: whether there were any to be had. */
static gboolean
append_hits (GListStore *items, GPtrArray *hits)
{
  if (hits == NULL)
    return FALSE;
  g_ptr_array_set_free_func (hits, NULL);
  for (guint i = 0; i < hits->len; i++) {
    g_autoptr (PurportShelfItem) item = purport_shelf_item_new_for_hit (g_ptr_array_index (hits, i));
    g_list_store_append (items, item);
  }
  g_ptr_array_unref (hits);
  return TRUE;
}

static gpointer
search (PurportLibrary *library, gpointer data, GError **error)
{
  const Question *question = data;
  g_autoptr (GListStore) items = g_list_store_new (PURPORT_TYPE_SHELF_ITEM);

  for (guint kind = PURPORT_HIT_ARTICLE; kind <= PURPORT_HIT_ANNOTATION; kind++)
    if (!append_hits (items, purport_library_search (library, (PurportHitKind)kind, question->words, MOST_HITS, error)))
      return NULL;
  return g_steal_pointer (&items);
}

/* What was found in articles, claims, sources and notes, in that order. */
void
purport_shelf_search (
    PurportKeeper *keeper, const char *words, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  ask (keeper, search, &(Question){ .words = g_strdup (words) }, cancellable, callback, data);
}

static gpointer
said_by (PurportLibrary *library, gpointer data, GError **error)
{
  const Question *question = data;
  g_autoptr (GListStore) items = g_list_store_new (PURPORT_TYPE_SHELF_ITEM);

  if (!append_hits (items, purport_library_get_said_by (library, question->words, G_MAXINT32, error)))
    return NULL;
  return g_steal_pointer (&items);
}

/* What the source @name says in all articles. */
void
purport_shelf_said_by (
    PurportKeeper *keeper, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  ask (keeper, said_by, &(Question){ .words = g_strdup (name) }, cancellable, callback, data);
}

static gpointer
similar (PurportLibrary *library, gpointer data, GError **error)
{
  const Question *question = data;
  g_autoptr (GListStore) items = g_list_store_new (PURPORT_TYPE_SHELF_ITEM);

  if (!append_hits (
          items, purport_library_get_similar_to (library, question->words, question->articles[0], MOST_SIMILAR, error)))
    return NULL;
  return g_steal_pointer (&items);
}

/* Claims that say about the same as the words @claim, in other articles than @article (0: in all). */
void
purport_shelf_similar (PurportKeeper *keeper,
                       gint64 article,
                       const char *claim,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  ask (keeper, similar, &(Question){ .words = g_strdup (claim), .articles = { article } }, cancellable, callback, data);
}

/* Returns: (transfer full) (nullable) (element-type PurportShelfItem): the answer. */
GListModel *
purport_shelf_finish (PurportKeeper *keeper, GAsyncResult *result, GError **error)
{
  return purport_keeper_run_finish (keeper, result, error);
}

static gpointer
get_article (PurportLibrary *library, gpointer data, GError **error)
{
  return purport_library_get_article (library, ((const Question *)data)->articles[0], error);
}

/* The text of an article, as it was kept. */
void
purport_shelf_get_article (PurportKeeper *keeper, gint64 id, GAsyncReadyCallback callback, gpointer data)
{
  Question question = { .articles = { id } };

  purport_keeper_run (keeper, PURPORT_KEEPER_LOOK, get_article, g_memdup2 (&question, sizeof question),
                      (GDestroyNotify)free_question, (GDestroyNotify)purport_article_unref, NULL, callback, data);
}

/* Returns: (transfer full) (nullable): the article. */
PurportArticle *
purport_shelf_get_article_finish (PurportKeeper *keeper, GAsyncResult *result, GError **error)
{
  return purport_keeper_run_finish (keeper, result, error);
}

void
purport_comparing_free (PurportComparing *comparing)
{
  if (comparing == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (comparing->sides); i++) {
    PurportOnlyIn *side = &comparing->sides[i];
    g_free (side->title);
    g_clear_pointer (&side->claims, g_ptr_array_unref);
    g_clear_pointer (&side->sources, g_ptr_array_unref);
    g_clear_pointer (&side->figures, g_ptr_array_unref);
  }
  g_free (comparing);
}

static PurportReading *
read_kept (PurportLibrary *library, PurportReader *reader, gint64 id, GError **error)
{
  g_autoptr (PurportArticle) article = purport_library_get_article (library, id, error);
  g_autoptr (GPtrArray) annotations = article != NULL ? purport_library_get_annotations (library, id, error) : NULL;

  return annotations != NULL ? purport_reader_read_corrected (reader, article, annotations, NULL, error) : NULL;
}

static char *
dup_words (const PurportReading *reading, PurportSpan span)
{
  return g_strdelimit (purport_article_dup_span (reading->article, span), "\n\t", ' ');
}

static void
describe (PurportOnlyIn *side, const PurportReading *reading, const PurportOnlyHere *only)
{
  side->title = g_strdup (reading->article->title);
  side->claims = g_ptr_array_new_with_free_func (g_free);
  side->sources = g_ptr_array_new_with_free_func (g_free);
  side->figures = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < only->claims->len; i++) {
    guint claim = g_array_index (only->claims, guint, i);
    g_ptr_array_add (side->claims, dup_words (reading, g_array_index (reading->claims, PurportClaim, claim).span));
  }
  for (guint i = 0; i < only->sources->len; i++) {
    guint source = g_array_index (only->sources, guint, i);
    g_ptr_array_add (side->sources, g_strdup (g_array_index (reading->sources, PurportSource, source).name));
  }
  for (guint i = 0; i < only->figures->len; i++) {
    guint figure = g_array_index (only->figures, guint, i);
    g_ptr_array_add (side->figures, dup_words (reading, g_array_index (reading->figures, PurportFigure, figure).span));
  }
}

static gpointer
compare (PurportLibrary *library, gpointer data, GError **error)
{
  const Question *question = data;
  g_autoptr (PurportReading) first = read_kept (library, question->reader, question->articles[0], error);
  g_autoptr (PurportReading) second =
      first != NULL ? read_kept (library, question->reader, question->articles[1], error) : NULL;
  g_auto (PurportOnlyHere) only_first = { NULL };
  g_auto (PurportOnlyHere) only_second = { NULL };
  PurportComparing *comparing;

  if (second == NULL)
    return NULL;
  purport_compare_readings (first, second, &only_first, &only_second);
  comparing = g_new0 (PurportComparing, 1);
  describe (&comparing->sides[0], first, &only_first);
  describe (&comparing->sides[1], second, &only_second);
  return comparing;
}

/* What each of two articles has alone, read by today's engine and corrected as their reader did. */
void
purport_shelf_compare (PurportKeeper *keeper,
                       PurportReader *reader,
                       const gint64 ids[2],
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  Question question = { .articles = { ids[0], ids[1] }, .reader = purport_reader_ref (reader) };

  purport_keeper_run (keeper, PURPORT_KEEPER_LOOK, compare, g_memdup2 (&question, sizeof question),
                      (GDestroyNotify)free_question, (GDestroyNotify)purport_comparing_free, cancellable, callback,
                      data);
}

/* Returns: (transfer full) (nullable): the two sides. */
PurportComparing *
purport_shelf_compare_finish (PurportKeeper *keeper, GAsyncResult *result, GError **error)
{
  return purport_keeper_run_finish (keeper, result, error);
}
