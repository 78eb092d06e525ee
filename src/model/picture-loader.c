/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only the net has is never asked for here. */
#include "model/picture-loader.h"

#include "formats/picture-load.h"

struct _PurportPictureLoader {
  gatomicrefcount ref_count;
  PurportImporter *importer;
  PurportArticle *article;
};

typedef struct {
  PurportPictureLoader *loader;
  guint index;
  guint max_width;
  guint max_height;
} Job;

/* Returns: (transfer full): what loads the pictures of @article, of which a reference is kept. */
PurportPictureLoader *
purport_picture_loader_new (const PurportArticle *article)
{
  PurportPictureLoader *self = g_new0 (PurportPictureLoader, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->importer = purport_importer_new (1, PURPORT_IMPORT_DEFAULT);
  self->article = purport_article_ref ((PurportArticle *)article);
  return self;
}

static PurportPictureLoader *
loader_ref (PurportPictureLoader *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
purport_picture_loader_unref (PurportPictureLoader *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  purport_importer_unref (self->importer);
  purport_article_unref (self->article);
  g_free (self);
}

static const PurportPicture *
get_picture (const PurportPictureLoader *self, guint index)
{
  return &g_array_index (self->article->pictures, PurportPicture, index);
}

/* Returns: whether only the net has the picture, which is therefore not loaded. */
gboolean
purport_picture_loader_is_on_net (const PurportPictureLoader *self, guint index)
{
  g_return_val_if_fail (index < self->article->pictures->len, TRUE);
  return purport_picture_is_on_net (self->article, get_picture (self, index));
}

static void
free_job (Job *job)
{
  purport_picture_loader_unref (job->loader);
  g_free (job);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  PurportBitmap *bitmap =
      purport_picture_load (job->loader->importer, job->loader->article, get_picture (job->loader, job->index), NULL,
                            job->max_width, job->max_height, PURPORT_PICTURE_DEFAULT, cancellable, &error);

  if (bitmap == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, bitmap, (GDestroyNotify)purport_bitmap_free);
}

/* Loads the article's picture @index, no larger than @max_width and @max_height pixels. */
void
purport_picture_loader_load_async (PurportPictureLoader *self,
                                   guint index,
                                   guint max_width,
                                   guint max_height,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->loader = loader_ref (self);
  job->index = index;
  job->max_width = CLAMP (max_width, 1, PURPORT_BITMAP_MAX_SIDE);
  job->max_height = CLAMP (max_height, 1, PURPORT_BITMAP_MAX_SIDE);
  g_task_set_source_tag (task, purport_picture_loader_load_async);
  g_task_set_task_data (task, job, (GDestroyNotify)free_job);
  g_task_run_in_thread (task, load_in_thread);
}

/* Returns: (transfer full): the picture, or %NULL with an error whose message can be shown in its place. */
PurportBitmap *
purport_picture_loader_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
