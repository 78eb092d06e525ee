/* SPDX-License-Identifier: GPL-3.0-or-later */
/* purport-learn trains the models of resources/models, one command a model, always with the same result. */
#include "learn/verbs.h"

static const struct {
  const char *name;
  PurportLearnVerb run;
  int min_arguments;
  const char *arguments;
} verbs[] = {
  { "--cross-validate", purport_learn_cross_validate, 3, "SET DATA OUT" },
  { "attribution", purport_learn_attribution, 3, "OUT RESOURCES PASSAGES [PASSAGES_TO_CHECK]" },
  { "claims", purport_learn_claims, 2, "OUT FOLDER [--cross-validate]" },
  { "disputes", purport_learn_disputes, 2, "OUT FOLDER [--cross-validate]" },
  { "grades", purport_learn_grades, 2, "OUT DATA" },
  { "names", purport_learn_names, 4, "OUT WORDS_MODEL TAGS_MODEL FILE…" },
  { "ranking", purport_learn_ranking, 3, "OUT ROWS FOLDER [--cross-validate]" },
  { "tags", purport_learn_tags, 3, "OUT WORDS_MODEL TABLE…" },
  { "words", purport_learn_words, 4, "OUT LISTS_FOLDER TAGGED_TEXT TEXT…" },
};

static void
print_usage (void)
{
  g_printerr ("Usage:\n");
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_printerr ("  purport-learn %s %s\n", verbs[i].name, verbs[i].arguments);
}

int
main (int argc, char **argv)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++) {
    g_autoptr (GError) error = NULL;
    if (argc < 2 + verbs[i].min_arguments || !g_str_equal (argv[1], verbs[i].name))
      continue;
    if (verbs[i].run (argc - 2, argv + 2, &error))
      return 0;
    g_printerr ("purport-learn: %s\n", error->message);
    return 1;
  }
  print_usage ();
  return 2;
}
