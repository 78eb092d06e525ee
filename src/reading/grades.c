/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences are seen by their wording; claims also by who makes them and how. */
#include "reading/grades.h"

enum { SOURCE_TYPE = 32, MODE, FIGURES, PAST, PRESENT_OF_PERSON };

/* Sets @features to what the model sees of a sentence. O(tokens). */
void
purport_grades_see_sentence (PurportWording *wording, PurportTokens tokens, GArray *features)
{
  purport_wording_begin (wording, features);
  purport_wording_add_run (wording, tokens);
}

/* Sets @features to what the model sees of a claim. O(tokens). */
void
purport_grades_see_claim (PurportWording *wording,
                          PurportTokens tokens,
                          const PurportGradeContext *context,
                          GArray *features)
{
  purport_wording_begin (wording, features);
  purport_wording_add_run (wording, tokens);
  purport_wording_add (wording, SOURCE_TYPE, (guint32)(context->source_type + 1), 0);
  purport_wording_add (wording, MODE, context->mode, 0);
  purport_wording_add (wording, MODE, context->mode, (guint32)(context->source_type + 2));
  purport_wording_add (wording, FIGURES, MIN (context->n_figures, 2), 0);
}
