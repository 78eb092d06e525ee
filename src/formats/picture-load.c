/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a picture is, follows from what the article was: entries of archives, parts of letters and what stands in the
 * page itself are in the file of the article, and the worker looks for them there; else the address leads to a file
 * beside the page, or to the net.
 */
#include "formats/picture-load.h"

#include <stdlib.h>
#include <string.h>

#include "formats/bitmap-message.h"
#include "formats/error-private.h"
#include "formats/format.h"
#include "formats/import.h"
#include "formats/importer-private.h"
#include "formats/load.h"

/* What the caller asked for. */
typedef struct {
  PurportImporter *importer;
  const PurportArticle *article;
  const PurportPicture *picture;
  GBytes *document; /* nullable */
  guint max_width;
  guint max_height;
  GCancellable *cancellable;
} Job;

typedef struct {
  const Job *job;
  PurportBitmap *bitmap;
} Answer;

static gboolean
take_bitmap (GBytes *answer, guint32 code, gpointer data)
{
  Answer *self = data;

  self->bitmap = purport_bitmap_message_read (answer, self->job->max_width, self->job->max_height);
  return self->bitmap != NULL;
}

/* @address: (nullable): where the picture is in @bytes; %NULL: it is all of them */
static PurportBitmap *
ask (const Job *job, GBytes *bytes, const char *address, const char *display_name, GError **error)
{
  Answer answer = { job, NULL };
  PurportQuestion question = {
    .program = PURPORT_WORKER_PROGRAM_PICTURES,
    .request.task = PURPORT_WORKER_PICTURE,
    .request.max_width = job->max_width,
    .request.max_height = job->max_height,
    .address = address,
    .display_name = display_name,
    .bytes = bytes,
    .wanted = PURPORT_WORKER_BITMAP,
    .take = take_bitmap,
    .data = &answer,
  };

  return purport_importer_ask (job->importer, &question, job->cancellable, error) ? answer.bitmap : NULL;
}

/* What errors call the picture: the name of its file. */
static char *
dup_name (const PurportPicture *picture)
{
  g_autofree char *plain = g_strndup (picture->uri, strcspn (picture->uri, "?#"));
  g_autofree char *unescaped = g_uri_unescape_string (plain, NULL);
  const char *slash = unescaped != NULL ? strrchr (unescaped, '/') : NULL;
  const char *name = slash != NULL ? slash + 1 : unescaped;

  return g_strdup (name != NULL && *name != '\0' && g_utf8_validate (name, -1, NULL) ? name : "picture");
}

/* --- in the file of the article ---------------------------------------------------------------------------------- */

static gboolean
has_format (const PurportArticle *article, PurportFormat wanted)
{
  PurportFormat format;
  return article->media_type != NULL && purport_format_from_media_type (article->media_type, &format) &&
         format == wanted;
}

static gboolean
is_in_document (const PurportArticle *article, const PurportPicture *picture)
{
  if (*picture->uri == '#' || has_format (article, PURPORT_FORMAT_MHTML))
    return TRUE;
  return !purport_import_is_web_address (picture->uri) &&
         (has_format (article, PURPORT_FORMAT_EPUB) || has_format (article, PURPORT_FORMAT_DOCX) ||
          has_format (article, PURPORT_FORMAT_ODT));
}

/* Returns: (transfer full) (nullable): the path of the article's file, if it has one. */
static char *
dup_document_path (const PurportArticle *article)
{
  return article->uri != NULL ? g_filename_from_uri (article->uri, NULL, NULL) : NULL;
}

static PurportBitmap *
load_from_document (const Job *job, const char *name, GError **error)
{
  g_autofree char *path = dup_document_path (job->article);
  g_autoptr (GBytes) bytes = NULL;

  if (job->document != NULL) {
    bytes = g_bytes_ref (job->document);
  } else if (path != NULL) {
    bytes = purport_load_file (path, error);
  } else {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_NOT_FOUND, name,
                               "was in a file that is not at hand (any more). Open that file again.");
  }
  return bytes != NULL ? ask (job, bytes, job->picture->uri, name, error) : NULL;
}

/* --- beside a saved page ------------------------------------------------------------------------------------------ */

/* Links are followed before it is decided. Returns: (transfer full) (nullable): where the picture really is, if that is
 * in the page's folder or below. */
static char *
find_beside (const char *page_path, const char *picture_path)
{
  g_autofree char *folder = g_path_get_dirname (page_path), *inside = NULL;
  char *real_folder = realpath (folder, NULL), *real = realpath (picture_path, NULL), *found = NULL;

  if (real_folder != NULL && real != NULL) {
    inside = strcmp (real_folder, "/") == 0 ? g_strdup ("/") : g_strconcat (real_folder, "/", NULL);
    found = g_str_has_prefix (real, inside) ? g_strdup (real) : NULL;
  }
  free (real_folder);
  free (real);
  return found;
}

static PurportBitmap *
load_beside (const Job *job, const char *name, GError **error)
{
  g_autofree char *page_path = dup_document_path (job->article), *real = NULL;
  g_autofree char *plain = g_strndup (job->picture->uri, strcspn (job->picture->uri, "?#"));
  g_autofree char *path = g_filename_from_uri (plain, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (path == NULL || page_path == NULL) {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_NOT_FOUND, name,
                               "has an address that leads nowhere from here.");
    return NULL;
  }
  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_NOT_FOUND, name,
                               "is not beside the page. It may not have been saved with it.");
    return NULL;
  }
  real = find_beside (page_path, path);
  if (real == NULL) {
    purport_formats_set_error (error, PURPORT_FORMATS_ERROR_PERMISSION, name,
                               "lies outside of the page's folder, so it is not opened.");
    return NULL;
  }
  bytes = purport_load_file (real, error);
  return bytes != NULL ? ask (job, bytes, NULL, name, error) : NULL;
}

/* --- on the net --------------------------------------------------------------------------------------------------- */

static PurportBitmap *
load_from_net (const Job *job, const char *name, GError **error)
{
  g_autofree char *address = NULL;
  g_autoptr (GBytes) bytes =
      purport_importer_fetch (job->importer, job->picture->uri, &address, job->cancellable, error);

  return bytes != NULL ? ask (job, bytes, NULL, name, error) : NULL;
}

gboolean
purport_picture_is_on_net (const PurportArticle *article, const PurportPicture *picture)
{
  return purport_import_is_web_address (picture->uri) && !is_in_document (article, picture);
}

PurportBitmap *
purport_picture_load (PurportImporter *importer,
                      const PurportArticle *article,
                      const PurportPicture *picture,
                      GBytes *document,
                      guint max_width,
                      guint max_height,
                      PurportPictureFlags flags,
                      GCancellable *cancellable,
                      GError **error)
{
  Job job = { importer, article, picture, document, max_width, max_height, cancellable };
  g_autofree char *name = dup_name (picture);
  gboolean may_fetch = (flags & PURPORT_PICTURE_FROM_NET) != 0 && purport_import_is_web_address (picture->uri);
  g_autoptr (GError) failure = NULL;
  PurportBitmap *bitmap;

  g_return_val_if_fail (max_width > 0 && max_width <= PURPORT_BITMAP_MAX_SIDE, NULL);
  g_return_val_if_fail (max_height > 0 && max_height <= PURPORT_BITMAP_MAX_SIDE, NULL);
  if (is_in_document (article, picture)) {
    bitmap = load_from_document (&job, name, &failure);
    if (bitmap == NULL && may_fetch &&
        g_error_matches (failure, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_NOT_FOUND))
      return load_from_net (&job, name, error);
    if (bitmap == NULL)
      g_propagate_error (error, g_steal_pointer (&failure));
    return bitmap;
  }
  if (!purport_import_is_web_address (picture->uri))
    return load_beside (&job, name, error);
  if (may_fetch)
    return load_from_net (&job, name, error);
  purport_formats_set_error (error, PURPORT_FORMATS_ERROR_UNSUPPORTED, name,
                             "is on the net. It is loaded only when you ask for it.");
  return NULL;
}
