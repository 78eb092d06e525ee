/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One engine for all tests of a program; each line of a text is a paragraph. */
#include "support/reader.h"

#include <string.h>

#include "data/engine-data.h"

/* Returns: (transfer full): the reading of @text, each line of which becomes a paragraph. */
PurportReading *
purport_test_read (const char *text)
{
  static PurportEngine *engine = NULL;
  g_autoptr (PurportArticle) article = purport_article_new (text, -1);
  g_autoptr (GError) error = NULL;
  PurportReading *reading;

  if (engine == NULL)
    engine = purport_engine_new_built_in (&error);
  g_assert_no_error (error);
  for (const char *line = text; *line != '\0';) {
    gsize length = strcspn (line, "\n");
    if (length > 0)
      purport_article_add_block (article, PURPORT_BLOCK_PARAGRAPH,
                                 purport_span ((gsize)(line - text), (gsize)(line - text) + length));
    line += length + (line[length] == '\n');
  }
  reading = purport_engine_read (engine, article, NULL, &error);
  g_assert_no_error (error);
  return reading;
}

/* Returns: (transfer full): the words at @span. */
char *
purport_test_dup_words (const PurportReading *reading, PurportSpan span)
{
  return purport_article_dup_span (reading->article, span);
}

/* Returns: what is said, without the mark or the "that" that it begins with. */
const char *
purport_test_skip_that (const char *words)
{
  static const char *const openings[] = { "“", "”", "«", "\"", "‘", "that " };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (g_str_has_prefix (words, openings[i]))
      return words + strlen (openings[i]);
  return words;
}
