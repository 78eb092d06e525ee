/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts over one reading. */
#include "model/glance.h"

static guint
count_claims (const PurportReading *reading, guint32 source)
{
  return g_array_index (reading->sources, PurportSource, source).claims->len;
}

/* Inserts @source where it belongs among the busiest; the first of equals stays first. */
static void
insert_speaker (PurportGlance *self, const PurportReading *reading, guint32 source)
{
  guint at = self->n_speakers;

  while (at > 0 && count_claims (reading, self->speakers[at - 1]) < count_claims (reading, source))
    at--;
  if (at == PURPORT_GLANCE_SPEAKERS)
    return;
  if (self->n_speakers < PURPORT_GLANCE_SPEAKERS)
    self->n_speakers++;
  for (guint i = self->n_speakers - 1; i > at; i--)
    self->speakers[i] = self->speakers[i - 1];
  self->speakers[at] = source;
}

/* Returns: (transfer full): the counts. O(claims + sources). */
PurportGlance *
purport_glance_new (const PurportReadingContext *context)
{
  const PurportReading *reading = context->reading;
  PurportGlance *self = g_new0 (PurportGlance, 1);

  self->main_claim = reading->main_claim;
  self->n_claims = reading->claims->len;
  self->checks = purport_passages_new ();
  for (guint i = 0; i < reading->claims->len; i++)
    self->n_certainties[g_array_index (reading->claims, PurportClaim, i).certainty]++;
  for (guint i = 0; i < reading->sources->len; i++)
    if (count_claims (reading, i) > 0)
      insert_speaker (self, reading, i);
  for (guint i = 0; i < reading->checklist->len; i++) {
    const PurportCheck *check = &g_array_index (reading->checklist, PurportCheck, i);
    g_ptr_array_add (self->checks, purport_passage_new (context, check->answer, (int)check->question, PURPORT_NONE));
  }
  return self;
}

void
purport_glance_free (PurportGlance *glance)
{
  if (glance == NULL)
    return;
  g_clear_pointer (&glance->checks, g_ptr_array_unref);
  g_free (glance);
}
