/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is no article marks nothing as important; what is one does. On texts written for this test. */
#include "support/reader.h"

/* From here on a claim counts as important. */
#define HIGH 0.6f

typedef struct {
  const char *name;
  const char *text;
} BadCase;

static const BadCase bad[] = {
  { "empty", "" },
  { "one-word", "Walking" },
  { "one-number", "42" },
  { "questions",
    "Does walking cause better sleep? Who says so? Could a pill reduce the risk of stroke by 40 per cent?\n"
    "Is it safe? Why did the study find that coffee prevents cancer?" },
  { "quotes", "“Good evening,” she said. “Is that you?”\n“It is me,” he said. “Come in.”\n“Thank you.”\n“Sit down.”" },
  { "table",
    "Year\tWalkers\tStrokes\n2011\t4,120\t31\n2012\t4,508\t28\n2013\t4,977\t25\n2014\t5,031\t24\nTotal\t18,636\t"
    "108" },
  { "poem",
    "The moon went walking on the lake,\nThe reeds were thin, the night was long,\nAnd every wave that did not "
    "break\nWas waiting for another song.\nO moon, come down, come down and sing,\nThe lake is cold, the wind is "
    "still." },
  { "code",
    "#include <stdio.h>\nint main (void)\n{\n  for (int i = 0; i < 10; i++)\n    printf (\"%d causes %d\\n\", i, "
    "i * 2); /* increases */\n  return 0;\n}" },
  { "code-python",
    "def risk(n):\n    if n > 3:\n        return increase(n) * 0.4\n    return None  # no risk\nprint(risk("
    "12))" },
  { "list-of-links", "Home\nNews\nHealth\nMost read\nSign in\nSubscribe\nContact us\nTerms of use" },
};

static float
highest_importance (const PurportReading *reading)
{
  float highest = 0;

  for (guint i = 0; i < reading->claims->len; i++)
    highest = MAX (highest, g_array_index (reading->claims, PurportClaim, i).importance);
  return highest;
}

static void
test_bad (gconstpointer data)
{
  const BadCase *one = data;
  g_autoptr (PurportReading) reading = purport_test_read (one->text);

  g_assert_cmpfloat (highest_importance (reading), <, HIGH);
}

static void
test_article (void)
{
  g_autoptr (PurportReading) reading =
      purport_test_read ("Evening walks cut the risk of stroke by a third, a study of 4,000 nurses has found.\n"
                         "The walkers had 30 per cent fewer strokes than others, according to the study, which was "
                         "published in the Harbour Journal of Medicine.\nThe hospital stands by the river.");

  g_assert_cmpfloat (highest_importance (reading), >=, HIGH);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *path = g_strdup_printf ("/importance/%s", bad[i].name);
    g_test_add_data_func (path, &bad[i], test_bad);
  }
  g_test_add_func ("/importance/article", test_article);
  return g_test_run ();
}
