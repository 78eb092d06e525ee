/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many megabytes of text a second figures are found in, on one thread, the words being given.
 * usage: figures [FILE]...   each file is repeated to four megabytes */
#include "base/article.h"
#include "data/engine-data.h"
#include "reading/figures.h"

#include <gio/gio.h>

#include <time.h>

#define TARGET_BYTES (4u * 1024u * 1024u)

/* Microseconds that this thread has run: what else the machine does is not counted. */
static gint64
thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64)now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static PurportWords *
read_words (const char *path, PurportTextModels *models)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) repeated = g_string_new (NULL);
  g_autoptr (PurportArticle) article = NULL;
  gsize n_bytes;

  if (!g_file_get_contents (path, &text, &n_bytes, &error))
    g_error ("%s", error->message);
  while (n_bytes > 0 && repeated->len < TARGET_BYTES)
    g_string_append_len (repeated, text, (gssize)n_bytes);
  article = purport_article_new (repeated->str, (gssize)repeated->len);
  return purport_words_new (models, article, NULL, NULL);
}

static void
measure (const char *path, PurportTextModels *models, const PurportUnits *units)
{
  g_autoptr (PurportWords) words = read_words (path, models);
  double best = 0;
  guint n_figures = 0;

  for (guint round = 0; round < 5; round++) {
    g_autoptr (PurportReading) reading = purport_reading_new (words->article);
    gint64 start = thread_time (), taken;
    purport_figures_find (units, words, reading);
    taken = MAX (thread_time () - start, 1);
    best = MAX (best, (double)words->article->n_bytes / (double)taken);
    n_figures = reading->figures->len;
  }
  g_print ("%s: %.1f MB/s, %u figures in %.1f MB\n", path, best, n_figures, (double)words->article->n_bytes / 1e6);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PurportTextModels) models = purport_text_models_new (purport_engine_data_lookup, NULL, &error);
  g_autoptr (PurportUnits) units = models != NULL ? purport_units_new (purport_engine_data_lookup, NULL, &error) : NULL;

  if (units == NULL)
    g_error ("%s", error->message);
  for (int i = 1; i < argc; i++)
    measure (argv[i], models, units);
  return 0;
}
