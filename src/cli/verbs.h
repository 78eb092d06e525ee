/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs of purport-cli. Each gets the arguments behind its name, and returns the exit status. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  PURPORT_EXIT_ALL_READ = 0,
  PURPORT_EXIT_SOME_FAILED = 1,
  PURPORT_EXIT_USAGE = 2,
} PurportExit;

/* @argv[0] is the verb. @argv is NULL-terminated and may be reordered. */
int purport_verb_library (int argc, char **argv);
int purport_verb_read (int argc, char **argv);
int purport_verb_words (int argc, char **argv);

G_END_DECLS
