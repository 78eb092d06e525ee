/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library with 100 and with 10,000 generated articles: adding, opening, searching, size. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <time.h>

#include "data/engine-data.h"
#include "formats/reading-json.h"
#include "store/library.h"
#include "store/search.h"

#define N_ARTICLES 10000
#define N_MEASURED 100
#define N_SEARCHES 50

static const char *const nouns[] = { "lake",   "river",  "heart",   "child",  "doctor",  "patient", "market", "winter",
                                     "forest", "school", "vaccine", "engine", "harvest", "glacier", "teacher" };
static const char *const verbs[] = { "raises", "lowers", "protects", "changes", "follows", "predicts", "slows" };
static const char *const people[] = { "Nora Lindqvist", "Tomas Reyes", "Amina Barzani", "Daniel Okafor" };

static const char *
pick (GRand *random, const char *const *words, guint n)
{
  return words[g_rand_int_range (random, 0, (gint32)n)];
}

#define PICK(words) pick (random, words, G_N_ELEMENTS (words))

/* Microseconds of this process: other programs do not count, nor does waiting for the disk. */
static gint64
cpu_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64)time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* About 3,000 bytes: 30 sentences of the kind that news is made of. */
static char *
generate (GRand *random, guint number)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "A study of %ss and %ss, number %u\n\n", PICK (nouns), PICK (nouns), number);
  for (guint i = 0; i < 30; i++) {
    if (i % 3 == 0)
      g_string_append_printf (text, "“The %s %s the %s in %d of 100 cases,” said %s of Calder University.\n\n",
                              PICK (nouns), PICK (verbs), PICK (nouns), g_rand_int_range (random, 1, 100),
                              PICK (people));
    else
      g_string_append_printf (text, "In the %s of the year %d the %s may have been older than the %s beside it. ",
                              PICK (nouns), g_rand_int_range (random, 1900, 2020), PICK (nouns), PICK (nouns));
  }
  return g_string_free (text, FALSE);
}

/* Returns: microseconds that keeping the article took; its reading is not counted. */
static gint64
add (PurportLibrary *library, const PurportEngine *engine, GRand *random, guint number, gsize *n_bytes)
{
  g_autofree char *text = generate (random, number);
  g_autoptr (PurportArticle) article = purport_article_new (text, -1);
  g_autoptr (PurportReading) reading = purport_engine_read (engine, article, NULL, NULL);
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before;

  *n_bytes += article->n_bytes;
  purport_reading_json_write (reading, NULL, PURPORT_JSON_NO_TEXT, json);
  bytes = g_bytes_new (json->str, json->len);
  before = cpu_time ();
  if (purport_library_add (library, reading, bytes, TRUE, 0, &error) == 0)
    g_error ("%s", error->message);
  return cpu_time () - before;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  return *(const gint64 *)a < *(const gint64 *)b ? -1 : 1;
}

static gint64
median (gint64 *times, guint n)
{
  qsort (times, n, sizeof *times, compare_times);
  return times[n / 2];
}

static void
measure_searches (PurportLibrary *library, GRand *random)
{
  static const char *const kinds[] = { "article", "claim", "source", "note" };

  for (guint kind = PURPORT_HIT_ARTICLE; kind <= PURPORT_HIT_ANNOTATION; kind++) {
    gint64 times[N_SEARCHES];
    for (guint i = 0; i < N_SEARCHES; i++) {
      g_autofree char *words = g_strdup_printf ("%s %s", PICK (nouns), PICK (nouns));
      g_autoptr (GPtrArray) hits = NULL;
      gint64 before = cpu_time ();
      hits = purport_library_search (library, (PurportHitKind)kind, words, 50, NULL);
      g_assert (hits != NULL);
      times[i] = cpu_time () - before;
    }
    printf ("search of two common words, %-8s         median %.1f ms\n", kinds[kind],
            (double)median (times, N_SEARCHES) / 1000);
  }
}

static void
measure_size (const char *path, gsize n_bytes)
{
  GStatBuf status;

  if (g_stat (path, &status) == 0)
    printf ("size of the file                             %.2f × the texts (%.1f MB)\n",
            (double)status.st_size / (double)n_bytes, (double)n_bytes / 1e6);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("purport-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autoptr (PurportEngine) engine = purport_engine_new_built_in (NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  PurportLibrary *library = purport_library_open (path, NULL);
  gint64 early[N_MEASURED], late[N_MEASURED], before;
  gsize n_bytes = 0;

  for (guint i = 0; i < N_ARTICLES; i++) {
    gint64 time = add (library, engine, random, i, &n_bytes);
    if (i >= 100 && i < 100 + N_MEASURED)
      early[i - 100] = time;
    if (i >= N_ARTICLES - N_MEASURED)
      late[i - (N_ARTICLES - N_MEASURED)] = time;
  }
  before = median (early, N_MEASURED);
  printf ("adding one article, at 10,000 to at 100      %.2f (%.1f ms)\n",
          (double)median (late, N_MEASURED) / (double)before, (double)before / 1000);
  purport_library_close (library);
  measure_size (path, n_bytes);
  before = cpu_time ();
  library = purport_library_open (path, NULL);
  g_ptr_array_unref (purport_library_list (library, 0, 100, NULL));
  printf ("opening, and the first 100 of the list       %.1f ms\n", (double)(cpu_time () - before) / 1000);
  measure_searches (library, random);
  purport_library_close (library);
  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
