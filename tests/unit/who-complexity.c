/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that no writer would write, but a broken page or a bad scan does: reading four times as much of one takes about
 * four times the work. */
#include <time.h>

#include "support/reader.h"

/* Processor time is compared in one run; four times the text takes four times as long where the work grows with it, and
 * sixteen times where it grows with its square. */
#define GROWTH 4
#define MOST_TIMES 9.0
#define ROUNDS 3

typedef struct {
  const char *name;
  const char *start; /* of the text */
  const char *unit;  /* repeated */
  guint n;           /* how often, the first time */
} Case;

static const Case cases[] = {
  { "nested-quotes", "Nora Lindqvist spoke of the lake. ", "“the lake is ", 2500 },
  { "one-quote", "“", "The lake froze early this year. ", 800 },
  { "surname-is-a-cue-and-stray-marks", "The lake is deep. ", "said Said said \" ", 2500 },
  { "surname-is-a-cue-in-one-quote", "“", "the lake is deep said Edward Said and ", 1000 },
  { "inverted-cues", "The lake is deep, ", "said Edward Said of the ice that he had seen, ", 800 },
  { "according-to", "The lake is deep ", "and it is cold, according to Nora Lindqvist of the lake, ", 800 },
  { "one-name-many-times", "", "Nora Lindqvist said that the lake was deep and that she had seen the ice of it.\n\n",
    300 },
};

static char *
dup_repeated (const Case *c, guint n)
{
  GString *text = g_string_new (c->start);

  for (guint i = 0; i < n; i++)
    g_string_append (text, c->unit);
  return g_string_free (text, FALSE);
}

/* Hundreds of speakers, each with a name of their own. */
static char *
dup_speakers (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "Nora Lind%c%c%cqvist, an angler, said the lake froze %u times last year.\n\n",
                            'a' + (char)(i % 26), 'a' + (char)(i / 26 % 26), 'a' + (char)(i / 676 % 26), i + 2);
  return g_string_free (text, FALSE);
}

/* Returns: the least processor time of some rounds, in seconds; a neighbour in the cache can only add to it. */
static double
least_time (const char *text)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < ROUNDS; i++) {
    struct timespec before, after;
    clock_gettime (CLOCK_THREAD_CPUTIME_ID, &before);
    purport_reading_unref (purport_test_read (text));
    clock_gettime (CLOCK_THREAD_CPUTIME_ID, &after);
    least = MIN (least, (double)(after.tv_sec - before.tv_sec) + 1e-9 * (double)(after.tv_nsec - before.tv_nsec));
  }
  return least;
}

static void
check_growth (const char *text, const char *longer)
{
  double once = least_time (text), grown = least_time (longer);

  g_test_message ("%.1f times the work for %u times the text", grown / once, GROWTH);
  g_assert_cmpfloat (grown, <, once * MOST_TIMES);
  /* a text that is not taken for English is not read */
  g_assert_cmpfloat (grown, >, once);
}

static void
test_repeated (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *text = dup_repeated (c, c->n);
  g_autofree char *longer = dup_repeated (c, c->n * GROWTH);

  check_growth (text, longer);
}

static void
test_many_speakers (void)
{
  g_autofree char *text = dup_speakers (400);
  g_autofree char *longer = dup_speakers (400 * GROWTH);

  check_growth (text, longer);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/who-complexity/", cases[i].name, NULL);
    g_test_add_data_func (path, &cases[i], test_repeated);
  }
  g_test_add_func ("/who-complexity/many-speakers", test_many_speakers);
  return g_test_run ();
}
