/* SPDX-License-Identifier: GPL-3.0-or-later */
/* purport-cli: the engine without a display. Finds the verb and hands the rest of the command line to it. */
#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "cli/output.h"
#include "cli/verbs.h"

typedef struct {
  const char *name;
  const char *summary;
  int (*run) (int argc, char **argv);
} Verb;

static const Verb verbs[] = {
  { "library", "Keep articles, search them, export what was read", purport_verb_library },
  { "read", "Read articles: who claims what, how firmly, on what basis", purport_verb_read },
  { "words", "Show what each word is: tokens with tags and names", purport_verb_words },
};

static void
print_help (void)
{
  g_autoptr (GString) text = g_string_new ("Usage: purport-cli VERB [OPTION…] [FILE…]\n\nVerbs:\n");

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (text, "  %-9s%s\n", verbs[i].name, verbs[i].summary);
  g_string_append (text, "\nOptions:\n"
                         "  --help    Show this help, or a verb's behind the verb\n"
                         "  --version Show the version\n");
  purport_output_write (text->str, text->len);
}

static int
run_verb (const char *name, int argc, char **argv)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (name, verbs[i].name) == 0)
      return verbs[i].run (argc, argv);
  purport_output_complain ("“%s” is no verb. See purport-cli --help.", name);
  return PURPORT_EXIT_USAGE;
}

int
main (int argc, char **argv)
{
  static const char version[] = "purport-cli " PURPORT_VERSION "\n";

  signal (SIGPIPE, SIG_IGN);
  if (argc < 2) {
    purport_output_complain ("Say what to do. See purport-cli --help.");
    return PURPORT_EXIT_USAGE;
  }
  if (strcmp (argv[1], "--version") == 0)
    return purport_output_write (version, strlen (version)) ? PURPORT_EXIT_ALL_READ : PURPORT_EXIT_SOME_FAILED;
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0) {
    print_help ();
    return PURPORT_EXIT_ALL_READ;
  }
  return run_verb (argv[1], argc - 1, argv + 1);
}
