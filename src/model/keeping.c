/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The work is done in the keeper's thread, on values that nobody else writes to. */
#include "model/keeping.h"

#include "formats/reading-json.h"
#include "store/anchor.h"

typedef struct {
  PurportArticle *article;
  PurportReading *reading;       /* nullable: it was not read */
  PurportAnnotation *annotation; /* nullable: the article alone */
  gboolean by_hand;
  gint64 now;
} Save;

typedef struct {
  char *uuid; /* nullable: the article */
  gint64 id;
  gboolean restore; /* of an article */
} Removal;

void
purport_kept_free (PurportKept *kept)
{
  if (kept == NULL)
    return;
  g_clear_pointer (&kept->annotations, g_ptr_array_unref);
  g_free (kept);
}

static void
free_save (Save *save)
{
  purport_article_unref (save->article);
  g_clear_pointer (&save->reading, purport_reading_unref);
  purport_annotation_free (save->annotation);
  g_free (save);
}

static void
free_removal (Removal *removal)
{
  g_free (removal->uuid);
  g_free (removal);
}

/* The library's text may be an older one of the same address. */
static void
place_annotations (GPtrArray *annotations, const PurportArticle *article)
{
  for (guint i = 0; i < annotations->len; i++)
    purport_anchor_apply (g_ptr_array_index (annotations, i), article->text, article->n_bytes);
}

static gpointer
look (PurportLibrary *library, gpointer data, GError **error)
{
  const PurportArticle *article = data;
  g_autoptr (GError) failure = NULL;
  gint64 id = purport_library_find (library, article, &failure);
  g_autoptr (PurportLibraryEntry) entry = id != 0 ? purport_library_get_entry (library, id, &failure) : NULL;
  g_autoptr (PurportKept) kept = g_new0 (PurportKept, 1);

  if (entry != NULL)
    kept->annotations = purport_library_get_annotations (library, id, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  if (kept->annotations == NULL)
    return NULL;
  place_annotations (kept->annotations, article);
  kept->id = id;
  kept->by_hand = entry->kept;
  return g_steal_pointer (&kept);
}

/**
 * purport_keeping_look:
 *
 * Asks whether @article, or an older one of its address, is kept. The answer, taken with purport_keeping_finish(), is
 * %NULL without an error if it is not.
 */
void
purport_keeping_look (PurportKeeper *keeper,
                      PurportArticle *article,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  purport_keeper_run (keeper, PURPORT_KEEPER_LOOK, look, purport_article_ref (article),
                      (GDestroyNotify)purport_article_unref, (GDestroyNotify)purport_kept_free, cancellable, callback,
                      user_data);
}

/* An article of which nothing is known is kept as well: it has no claims then. */
static PurportReading *
dup_reading (const Save *save)
{
  PurportReading *reading;

  if (save->reading != NULL)
    return purport_reading_ref (save->reading);
  reading = purport_reading_new (save->article);
  purport_reading_finish (reading);
  return reading;
}

static gint64
add_article (PurportLibrary *library, const Save *save, GError **error)
{
  g_autoptr (PurportReading) reading = dup_reading (save);
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GBytes) packed = NULL;

  purport_reading_json_write (reading, NULL, PURPORT_JSON_NO_TEXT, json);
  packed = g_bytes_new (json->str, json->len);
  return purport_library_add (library, reading, packed, save->by_hand, save->now, error);
}

/* An article with another text is brought up to date, and so is one whose reading was given. */
static gint64
ensure_article (PurportLibrary *library, const Save *save, gboolean *is_new, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 id = purport_library_find (library, save->article, &failure);
  g_autoptr (PurportLibraryEntry) entry = id != 0 ? purport_library_get_entry (library, id, &failure) : NULL;
  g_autofree char *hash = purport_library_dup_hash (save->article);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return 0;
  }
  *is_new = entry == NULL;
  /* A note on an article that has not changed leaves it alone. */
  if (entry != NULL && save->annotation != NULL && g_str_equal (entry->hash, hash))
    return id;
  return add_article (library, save, error);
}

static gpointer
save_all (PurportLibrary *library, gpointer data, GError **error)
{
  Save *save = data;
  g_autoptr (PurportKept) kept = g_new0 (PurportKept, 1);
  g_autoptr (PurportLibraryEntry) entry = NULL;

  kept->id = ensure_article (library, save, &kept->is_new, error);
  if (kept->id == 0)
    return NULL;
  if (save->annotation != NULL && !purport_library_save_annotation (library, kept->id, save->annotation, error))
    return NULL;
  entry = purport_library_get_entry (library, kept->id, error);
  if (entry == NULL)
    return NULL;
  kept->by_hand = entry->kept;
  return g_steal_pointer (&kept);
}

/**
 * purport_keeping_save:
 * @reading: (nullable): what was read in @article; %NULL if it was not
 * @annotation: (nullable): with an id; %NULL: the article alone, brought up to date
 * @by_hand: keep the article for itself, not for its annotations
 *
 * Keeps an article, with an annotation or without. When the answer comes without an error it is on the disk.
 */
void
purport_keeping_save (PurportKeeper *keeper,
                      PurportArticle *article,
                      PurportReading *reading,
                      const PurportAnnotation *annotation,
                      gboolean by_hand,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  Save *save = g_new0 (Save, 1);

  g_return_if_fail (annotation == NULL || annotation->id != NULL);
  save->article = purport_article_ref (article);
  save->reading = reading != NULL ? purport_reading_ref (reading) : NULL;
  save->annotation = annotation != NULL ? purport_annotation_copy (annotation) : NULL;
  save->by_hand = by_hand;
  save->now = g_get_real_time () / G_USEC_PER_SEC;
  purport_keeper_run (keeper, PURPORT_KEEPER_WRITE, save_all, save, (GDestroyNotify)free_save,
                      (GDestroyNotify)purport_kept_free, NULL, callback, user_data);
}

/* Returns: (transfer full) (nullable): the article in the library; %NULL with @error set, or because it is not kept. */
PurportKept *
purport_keeping_finish (PurportKeeper *keeper, GAsyncResult *result, GError **error)
{
  return purport_keeper_run_finish (keeper, result, error);
}

static gpointer
remove_or_restore (PurportLibrary *library, gpointer data, GError **error)
{
  const Removal *removal = data;
  gboolean done;

  if (removal->uuid != NULL)
    done = purport_library_remove_annotation (library, removal->uuid, error);
  else
    done = removal->restore ? purport_library_restore (library, removal->id, error)
                            : purport_library_remove (library, removal->id, error);
  return GINT_TO_POINTER (done);
}

static void
run_removal (PurportKeeper *keeper,
             const char *uuid,
             gint64 id,
             gboolean restore,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  Removal *removal = g_new (Removal, 1);

  *removal = (Removal){ g_strdup (uuid), id, restore };
  purport_keeper_run (keeper, PURPORT_KEEPER_WRITE, remove_or_restore, removal, (GDestroyNotify)free_removal, NULL,
                      NULL, callback, user_data);
}

/* Removes a note; to save it again brings it back. */
void
purport_keeping_remove_note (PurportKeeper *keeper, const char *uuid, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (uuid != NULL);
  run_removal (keeper, uuid, 0, FALSE, callback, user_data);
}

/* Removes an article with its notes, or with @restore brings them back. */
void
purport_keeping_remove_article (
    PurportKeeper *keeper, gint64 id, gboolean restore, GAsyncReadyCallback callback, gpointer user_data)
{
  run_removal (keeper, NULL, id, restore, callback, user_data);
}

static gpointer
purge (PurportLibrary *library, gpointer data, GError **error)
{
  return GINT_TO_POINTER (purport_library_purge (library, error));
}

/* Forgets for good what was removed: nobody can undo it any more. */
void
purport_keeping_purge (PurportKeeper *keeper)
{
  purport_keeper_run (keeper, PURPORT_KEEPER_LOOK, purge, NULL, NULL, NULL, NULL, NULL, NULL);
}

gboolean
purport_keeping_change_finish (PurportKeeper *keeper, GAsyncResult *result, GError **error)
{
  return GPOINTER_TO_INT (purport_keeper_run_finish (keeper, result, error)) != 0;
}
