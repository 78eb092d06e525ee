/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a GFile or bytes to an article with its display text and blocks. */
#include "model/document-load.h"

#include "formats/import.h"
#include "formats/load.h"
#include "model/document.h"

static GArray *
convert_blocks (const PurportArticle *article, const PurportDisplayText *text)
{
  const PurportCodePoints *code_points = purport_display_text_get_code_points (text);
  GArray *blocks = g_array_sized_new (FALSE, FALSE, sizeof (PurportDocumentBlock), article->blocks->len);

  for (guint i = 0; i < article->blocks->len; i++) {
    const PurportBlock *block = &g_array_index (article->blocks, PurportBlock, i);
    PurportDocumentBlock converted = { block->kind, purport_code_points_from_byte (code_points, block->span.start_byte),
                                       purport_code_points_from_byte (code_points, block->span.end_byte) };
    g_array_append_val (blocks, converted);
  }
  return blocks;
}

static GArray *
convert_links (const PurportArticle *article, const PurportDisplayText *text)
{
  const PurportCodePoints *code_points = purport_display_text_get_code_points (text);
  GArray *links = g_array_sized_new (FALSE, FALSE, sizeof (PurportDocumentLink), article->links->len);

  for (guint i = 0; i < article->links->len; i++) {
    const PurportLink *link = &g_array_index (article->links, PurportLink, i);
    PurportDocumentLink converted = { purport_code_points_from_byte (code_points, link->span.start_byte),
                                      purport_code_points_from_byte (code_points, link->span.end_byte), link->uri };
    g_array_append_val (links, converted);
  }
  return links;
}

/* Returns: (transfer full): @article and what showing it needs. O(text). */
PurportLoaded *
purport_loaded_new_for_article (PurportArticle *article)
{
  PurportLoaded *loaded = g_new0 (PurportLoaded, 1);

  loaded->article = purport_article_ref (article);
  loaded->text = purport_display_text_new (loaded->article);
  loaded->blocks = convert_blocks (loaded->article, loaded->text);
  loaded->links = convert_links (loaded->article, loaded->text);
  return loaded;
}

/**
 * purport_loaded_new:
 * @uri: (nullable): where the bytes came from
 * @display_name: what errors call them
 * @cancellable: (nullable): cancelling it ends the program that parses them
 *
 * O(@bytes). For a worker thread.
 *
 * Returns: (transfer full): the article, or %NULL with an error of the formats layer
 */
PurportLoaded *
purport_loaded_new (GBytes *bytes, const char *uri, const char *display_name, GCancellable *cancellable, GError **error)
{
  g_autoptr (PurportImporter) importer = purport_importer_new (0, PURPORT_IMPORT_DEFAULT);
  g_autoptr (PurportArticle) article =
      purport_import_article (importer, bytes, uri, NULL, display_name, cancellable, error);

  return article != NULL ? purport_loaded_new_for_article (article) : NULL;
}

static GBytes *
load_bytes (GFile *file, const char *display_name, char **uri, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GFileInputStream) stream = NULL;

  /* Before its path: a mounted file system may have one for it, and would load it in ways of its own. */
  if (purport_import_is_web_address (*uri)) {
    g_autoptr (PurportImporter) importer = purport_importer_new (0, PURPORT_IMPORT_DEFAULT);
    g_autofree char *address = g_steal_pointer (uri);
    return purport_importer_fetch (importer, address, uri, cancellable, error);
  }
  if (path != NULL)
    return purport_load_file (path, error);
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  return purport_load_stream (G_INPUT_STREAM (stream), display_name, cancellable, error);
}

/* As purport_loaded_new(), from a file or, as the user opened it, a web address; the error may also be one of GIO for a
 * file that has no path. */
PurportLoaded *
purport_loaded_new_for_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *parse_name = g_file_get_parse_name (file), *uri = g_file_get_uri (file);
  g_autoptr (GBytes) bytes = load_bytes (file, parse_name, &uri, cancellable, error);

  if (bytes == NULL)
    return NULL;
  return purport_loaded_new (bytes, uri, parse_name, cancellable, error);
}

void
purport_loaded_free (PurportLoaded *loaded)
{
  if (loaded == NULL)
    return;
  g_clear_pointer (&loaded->blocks, g_array_unref);
  g_clear_pointer (&loaded->links, g_array_unref);
  g_clear_pointer (&loaded->text, purport_display_text_unref);
  g_clear_pointer (&loaded->article, purport_article_unref);
  g_free (loaded);
}
