/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of an article as Markdown: quoted, with who says them and where. */
#include "config.h"

#include "app/citation.h"

#include <glib/gi18n.h>

#include "app/origin.h"

/* Every line of @words begins with a mark of quotation. */
static void
append_quoted (GString *out, const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (out, "%s%s\n", *lines[i] != '\0' ? "> " : ">", lines[i]);
}

/**
 * purport_citation_dup_markdown:
 * @words: the article's words
 * @speaker: (nullable): who says them
 *
 * Returns: (transfer full): > words, — who says it, in “title”, publisher and date. <address>
 */
char *
purport_citation_dup_markdown (PurportDocument *document, const char *words, const char *speaker)
{
  const char *title = purport_document_get_title (document);
  g_autofree char *origin = purport_origin_dup (document), *place = NULL;
  GFile *file = purport_document_get_file (document);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL, *uri = NULL;
  GString *out = g_string_new (NULL);

  append_quoted (out, words);
  g_string_append (out, "\n— ");
  place = speaker != NULL ? g_strdup_printf (_ ("%s, in “%s”"), speaker, title) : g_strdup_printf (_ ("“%s”"), title);
  if (origin != NULL)
    /* Translators: a title, and the publisher and date: Ana Belo, in “Night Light”, The Harbour Times */
    g_string_append_printf (out, C_ ("citation", "%s, %s"), place, origin);
  else
    g_string_append (out, place);
  if (file != NULL && path == NULL)
    uri = g_file_get_uri (file);
  if (uri != NULL)
    g_string_append_printf (out, ". <%s>", uri);
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}
