/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader set right stays right. */
#include <string.h>

#include "base/annotation.h"
#include "data/engine-data.h"
#include "support/reader.h"

#define TEXT                                                                                                           \
  "Lakes in the north freeze eleven days later than in 1950, according to a study of 60 lakes.\n"                      \
  "“The ice is thinner too,” said Nora Lindqvist, a limnologist at Calder University.\n"                           \
  "“Fish suffer from the warmth,” said Tomas Reyes of the Harwick Institute.\n"

static PurportReading *
read_corrected (PurportAnnotationKind kind, const char *words, const char *value)
{
  static PurportEngine *engine = NULL;
  g_autoptr (PurportReading) plain = purport_test_read (TEXT);
  g_autoptr (GPtrArray) corrections = g_ptr_array_new_with_free_func ((GDestroyNotify)purport_annotation_free);
  g_autoptr (GError) error = NULL;
  gsize start = (gsize)(strstr (TEXT, words) - TEXT);
  PurportAnnotation *correction =
      purport_annotation_new (kind, plain->article, purport_span (start, start + strlen (words)), 0);
  PurportReading *reading;

  correction->value = g_strdup (value);
  g_ptr_array_add (corrections, correction);
  if (engine == NULL)
    engine = purport_engine_new_built_in (&error);
  g_assert_no_error (error);
  reading = purport_engine_read_corrected (engine, plain->article, corrections, NULL, &error);
  g_assert_no_error (error);
  return reading;
}

/* Returns: the claim of which @words are part; NULL: there is none. */
static const PurportClaim *
claim_with (const PurportReading *reading, const char *words)
{
  for (guint i = 0; i < reading->claims->len; i++) {
    const PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, i);
    g_autofree char *text = purport_test_dup_words (reading, claim->span);
    if (strstr (text, words) != NULL)
      return claim;
  }
  return NULL;
}

static const char *
speaker_of (const PurportReading *reading, const PurportClaim *claim)
{
  return claim->source != PURPORT_NONE ? g_array_index (reading->sources, PurportSource, claim->source).name : "";
}

static void
assert_sound (const PurportReading *reading)
{
  guint32 before = 0;

  g_assert_true (reading->main_claim == PURPORT_NONE || reading->main_claim < reading->claims->len);
  for (guint i = 0; i < reading->claims->len; i++) {
    const PurportClaim *claim = &g_array_index (reading->claims, PurportClaim, i);
    g_assert_cmpuint (claim->span.start_byte, >=, before);
    before = claim->span.start_byte;
    for (guint j = 0; j < claim->disputes->len; j++)
      g_assert_cmpuint (g_array_index (claim->disputes, PurportDispute, j).claim, <, reading->claims->len);
  }
}

static void
test_not_a_claim (void)
{
  g_autoptr (PurportReading) plain = purport_test_read (TEXT);
  g_autoptr (PurportReading) reading = read_corrected (PURPORT_ANNOTATION_NOT_A_CLAIM, "The ice is thinner too", NULL);

  g_assert_nonnull (claim_with (plain, "ice is thinner"));
  g_assert_null (claim_with (reading, "ice is thinner"));
  g_assert_cmpuint (reading->claims->len + 1, ==, plain->claims->len);
  g_assert_cmpstr (speaker_of (reading, claim_with (reading, "Fish suffer")), ==, "Tomas Reyes");
  assert_sound (reading);
}

static void
test_claim (void)
{
  g_autoptr (PurportReading) plain = purport_test_read (TEXT);
  g_autoptr (PurportReading) reading = read_corrected (PURPORT_ANNOTATION_CLAIM, "a limnologist at Calder", NULL);

  g_assert_null (claim_with (plain, "a limnologist"));
  g_assert_nonnull (claim_with (reading, "a limnologist"));
  g_assert_cmpuint (reading->claims->len, ==, plain->claims->len + 1);
  g_assert_cmpstr (speaker_of (reading, claim_with (reading, "Fish suffer")), ==, "Tomas Reyes");
  assert_sound (reading);
}

static void
test_said_by (void)
{
  g_autoptr (PurportReading) other =
      read_corrected (PURPORT_ANNOTATION_SAID_BY, "The ice is thinner too", "tomas reyes");
  g_autoptr (PurportReading) new =
      read_corrected (PURPORT_ANNOTATION_SAID_BY, "The ice is thinner too", "Amina Barzani");
  g_autoptr (PurportReading) nobody = read_corrected (PURPORT_ANNOTATION_SAID_BY, "The ice is thinner too", "");

  g_assert_cmpstr (speaker_of (other, claim_with (other, "ice is thinner")), ==, "Tomas Reyes");
  g_assert_cmpstr (speaker_of (new, claim_with (new, "ice is thinner")), ==, "Amina Barzani");
  g_assert_cmpuint (claim_with (nobody, "ice is thinner")->source, ==, PURPORT_NONE);
  assert_sound (other);
}

static void
test_affiliation (void)
{
  g_autoptr (PurportReading) reading =
      read_corrected (PURPORT_ANNOTATION_AFFILIATION, "Calder University", "Tomas Reyes");

  for (guint i = 0; i < reading->sources->len; i++) {
    const PurportSource *source = &g_array_index (reading->sources, PurportSource, i);
    g_autofree char *last = NULL;
    if (!g_str_equal (source->name, "Tomas Reyes"))
      continue;
    g_assert_cmpuint (source->affiliations->len, >, 0);
    last = purport_test_dup_words (reading,
                                   g_array_index (source->affiliations, PurportSpan, source->affiliations->len - 1));
    g_assert_cmpstr (last, ==, "Calder University");
    return;
  }
  g_assert_not_reached ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corrections/not-a-claim", test_not_a_claim);
  g_test_add_func ("/corrections/claim", test_claim);
  g_test_add_func ("/corrections/said-by", test_said_by);
  g_test_add_func ("/corrections/affiliation", test_affiliation);
  return g_test_run ();
}
