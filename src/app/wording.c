/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Translated words for the codes of a reading, and the lines that rows are made of. */
#include "config.h"

#include "app/wording.h"

#include <glib/gi18n.h>

#include "app/bidi.h"
#include "formats/error.h"

/* Returns: (transfer none): what is wrong with some words of the file. */
const char *
purport_wording_repair (PurportRepairKind kind)
{
  switch (kind) {
  case PURPORT_REPAIR_MISSING_SPACE:
    return _ ("A space is missing before this");
  case PURPORT_REPAIR_MISSING_BREAK:
    return _ ("A new line is missing before this");
  case PURPORT_REPAIR_UNBALANCED_QUOTE:
    return _ ("This quotation mark has no partner");
  case PURPORT_REPAIR_GLUED_WORDS:
    return _ ("A space is missing in this word");
  case PURPORT_REPAIR_LETTER_CASE:
    return _ ("This name has lost its capital");
  case PURPORT_REPAIR_ENCODING:
    return _ ("These letters were decoded wrongly");
  default:
    g_return_val_if_reached (NULL);
  }
}

/* Returns: (transfer none): the one word for how sure a claim sounds. */
const char *
purport_wording_certainty (PurportCertainty certainty)
{
  switch (certainty) {
  case PURPORT_CERTAINTY_FIRM:
    return C_ ("certainty", "firm");
  case PURPORT_CERTAINTY_QUALIFIED:
    return C_ ("certainty", "qualified");
  case PURPORT_CERTAINTY_TENTATIVE:
    return C_ ("certainty", "tentative");
  default:
    g_return_val_if_reached (NULL);
  }
}

/* Returns: (transfer none) (nullable): what relation is stated, or %NULL where none is. */
const char *
purport_wording_strength (PurportStrength strength)
{
  switch (strength) {
  case PURPORT_STRENGTH_NONE:
    return NULL;
  case PURPORT_STRENGTH_NO_RELATION:
    return _ ("States that there is no relation");
  case PURPORT_STRENGTH_CORRELATIONAL:
    return _ ("States that two things go together");
  case PURPORT_STRENGTH_CONDITIONAL:
    return _ ("States that one thing may lead to another");
  case PURPORT_STRENGTH_CAUSAL:
    return _ ("States that one thing leads to another");
  default:
    g_return_val_if_reached (NULL);
  }
}

/* Returns: (transfer none): what a hedging word hedges. */
const char *
purport_wording_aspect (PurportAspect aspect)
{
  switch (aspect) {
  case PURPORT_ASPECT_NUMBER:
    return C_ ("hedge", "number");
  case PURPORT_ASPECT_EXTENT:
    return C_ ("hedge", "extent");
  case PURPORT_ASPECT_PROBABILITY:
    return C_ ("hedge", "probability");
  case PURPORT_ASPECT_FRAMING:
    return C_ ("hedge", "framing");
  case PURPORT_ASPECT_SUGGESTION:
    return C_ ("hedge", "suggestion");
  case PURPORT_ASPECT_CONDITION:
    return C_ ("hedge", "condition");
  default:
    g_return_val_if_reached (NULL);
  }
}

const char *
purport_wording_evidence (PurportEvidenceKind kind)
{
  switch (kind) {
  case PURPORT_EVIDENCE_STUDY:
    return C_ ("evidence", "study");
  case PURPORT_EVIDENCE_TRIAL:
    return C_ ("evidence", "trial");
  case PURPORT_EVIDENCE_REVIEW:
    return C_ ("evidence", "review of studies");
  case PURPORT_EVIDENCE_SURVEY:
    return C_ ("evidence", "survey");
  case PURPORT_EVIDENCE_STATISTICS:
    return C_ ("evidence", "statistics");
  case PURPORT_EVIDENCE_JOURNAL:
    return C_ ("evidence", "journal");
  case PURPORT_EVIDENCE_OBSERVATION:
    return C_ ("evidence", "observation");
  case PURPORT_EVIDENCE_DOCUMENT:
    return C_ ("evidence", "document");
  case PURPORT_EVIDENCE_LINK:
    return C_ ("evidence", "link");
  default:
    g_return_val_if_reached (NULL);
  }
}

const char *
purport_wording_caveat (PurportCaveatKind kind)
{
  switch (kind) {
  case PURPORT_CAVEAT_NOT_CAUSAL:
    return C_ ("caveat", "cause is not shown");
  case PURPORT_CAVEAT_SMALL_SAMPLE:
    return C_ ("caveat", "small sample");
  case PURPORT_CAVEAT_ANIMALS:
    return C_ ("caveat", "not in people");
  case PURPORT_CAVEAT_EARLY:
    return C_ ("caveat", "early work");
  case PURPORT_CAVEAT_LIMITS:
    return C_ ("caveat", "limits");
  case PURPORT_CAVEAT_CONFLICT:
    return C_ ("caveat", "conflict of interest");
  case PURPORT_CAVEAT_DISAGREEMENT:
    return C_ ("caveat", "disagreement");
  default:
    g_return_val_if_reached (NULL);
  }
}

const char *
purport_wording_reason (PurportReason reason)
{
  switch (reason) {
  case PURPORT_REASON_CAUSAL:
    return _ ("Says that one thing leads to another");
  case PURPORT_REASON_ASSOCIATION:
    return _ ("Says that two things go together");
  case PURPORT_REASON_FIGURES:
    return _ ("Gives figures");
  case PURPORT_REASON_RECOMMENDATION:
    return _ ("Recommends something");
  case PURPORT_REASON_PREDICTION:
    return _ ("Says what will happen");
  case PURPORT_REASON_NAMED_EXPERT:
    return _ ("Comes from a named expert");
  case PURPORT_REASON_STUDY:
    return _ ("Rests on a study");
  case PURPORT_REASON_IN_LEAD:
    return _ ("Stands in the title or the lead");
  case PURPORT_REASON_REPEATED:
    return _ ("Is repeated in the article");
  case PURPORT_REASON_DISPUTED:
    return _ ("Is disputed in the text");
  case PURPORT_REASON_LIMITS:
    return _ ("Limits what can be concluded");
  case PURPORT_REASON_JUDGEMENT:
    return _ ("Gives somebody’s judgement");
  case PURPORT_REASON_EXPERIENCE:
    return _ ("Tells of an experience");
  case PURPORT_REASON_FINDING:
    return _ ("Says what was found or happened");
  case PURPORT_REASON_ATTRIBUTED:
    return _ ("Is put into somebody’s mouth");
  case PURPORT_N_REASONS:
  default:
    g_return_val_if_reached (NULL);
  }
}

/* Returns: (transfer none): a question that a health article should answer (HealthNewsReview's ten criteria). */
const char *
purport_wording_question (PurportQuestion question)
{
  switch (question) {
  case PURPORT_QUESTION_COSTS:
    return _ ("What does it cost?");
  case PURPORT_QUESTION_BENEFITS:
    return _ ("How large is the benefit?");
  case PURPORT_QUESTION_HARMS:
    return _ ("What harms are there?");
  case PURPORT_QUESTION_EVIDENCE_QUALITY:
    return _ ("How good is the evidence?");
  case PURPORT_QUESTION_SOURCES_CONFLICTS:
    return _ ("Who else was asked, and who has an interest?");
  case PURPORT_QUESTION_ALTERNATIVES:
    return _ ("What else could be done?");
  case PURPORT_QUESTION_AVAILABILITY:
    return _ ("Can one have it yet?");
  case PURPORT_QUESTION_NOVELTY:
    return _ ("How new is it?");
  case PURPORT_QUESTION_OVERSELLING:
    return _ ("How common is the illness?");
  case PURPORT_QUESTION_PRESS_RELEASE:
    return _ ("Is there more than a press release?");
  default:
    g_return_val_if_reached (NULL);
  }
}

const char *
purport_wording_source_type (PurportSourceType type)
{
  switch (type) {
  case PURPORT_SOURCE_PERSON:
    return C_ ("source", "person");
  case PURPORT_SOURCE_ORGANIZATION:
    return C_ ("source", "organisation");
  case PURPORT_SOURCE_DOCUMENT:
    return C_ ("source", "document");
  case PURPORT_SOURCE_GROUP:
    return C_ ("source", "unnamed group");
  default:
    g_return_val_if_reached (NULL);
  }
}

/* Returns: (transfer none) (nullable): how @source stands to what it speaks of, or %NULL: the article does not show it.
 */
const char *
purport_wording_independence (PurportSourceItem *source)
{
  PurportSourceType type = purport_source_item_get_source_type (source);

  switch (purport_source_item_get_independence (source)) {
  case PURPORT_INDEPENDENCE_UNKNOWN:
    return NULL;
  case PURPORT_INDEPENDENCE_AUTHOR:
    return type == PURPORT_SOURCE_DOCUMENT ? C_ ("independence", "the study itself")
           : type == PURPORT_SOURCE_GROUP  ? C_ ("independence", "authors of the study")
                                           : C_ ("independence", "author of the study");
  case PURPORT_INDEPENDENCE_INDEPENDENT:
    return C_ ("independence", "independent");
  case PURPORT_INDEPENDENCE_INTERESTED:
    return C_ ("independence", "speaks on their own behalf");
  default:
    g_return_val_if_reached (NULL);
  }
}

static const char *
get_formats_advice (int code)
{
  switch (code) {
  case PURPORT_FORMATS_ERROR_NOT_FOUND:
    return _ ("Check whether it was moved, renamed or deleted, and open it from its new place.");
  case PURPORT_FORMATS_ERROR_NOT_A_FILE:
    return _ ("Choose a file with an article in it.");
  case PURPORT_FORMATS_ERROR_PERMISSION:
    return _ ("Ask the owner for permission to read it, or open a copy.");
  case PURPORT_FORMATS_ERROR_TOO_LARGE:
    return _ ("Open a part of it, or paste the article’s text.");
  case PURPORT_FORMATS_ERROR_EMPTY:
    return _ ("Choose another file, or paste the article’s text.");
  case PURPORT_FORMATS_ERROR_BINARY:
  case PURPORT_FORMATS_ERROR_UNSUPPORTED:
    return _ ("Choose a text file, or copy the article’s text and paste it.");
  case PURPORT_FORMATS_ERROR_ENCODING:
    return _ ("Save it again as UTF-8 in the program that it comes from, or copy the text and paste it.");
  default:
    return _ ("Try again, or copy the article’s text and paste it.");
  }
}

/* Returns: (transfer none): what one can do about @error. */
const char *
purport_wording_advice (const GError *error)
{
  return get_formats_advice (error != NULL && error->domain == PURPORT_FORMATS_ERROR ? error->code : -1);
}

/* Joins words of the interface and of the article with middle dots. */
static char *
join (const GPtrArray *parts)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++) {
    g_autofree char *part = purport_bidi_dup_isolated (g_ptr_array_index (parts, i));
    if (i > 0)
      g_string_append (line, " · ");
    g_string_append (line, part);
  }
  return purport_bidi_dup_line (line->str);
}

/* Returns: (transfer full): the second line of a claim's row: who, how firmly, on what basis. */
char *
purport_wording_dup_claim_line (PurportClaimItem *claim)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  const char *speaker = purport_claim_item_get_speaker (claim);

  if (speaker == NULL)
    speaker = purport_claim_item_get_has_attribution (claim) ? _ ("Not attributed") : _ ("The article says");
  g_ptr_array_add (parts, (char *)speaker);
  if (!purport_claim_item_get_attribution_certain (claim))
    g_ptr_array_add (parts, (char *)C_ ("attribution", "unsure"));
  g_ptr_array_add (parts, (char *)purport_wording_certainty (purport_claim_item_get_certainty (claim)));
  g_ptr_array_add (parts, purport_claim_item_get_has_evidence (claim) ? _ ("evidence given") : _ ("no evidence given"));
  if (purport_claim_item_get_disputed (claim))
    g_ptr_array_add (parts, (char *)C_ ("claim", "disputed"));
  return join (parts);
}

/* Returns: (transfer full): "3 claims" */
char *
purport_wording_dup_n_claims (guint n)
{
  return g_strdup_printf (ngettext ("%u claim", "%u claims", n), n);
}

/* Returns: (transfer full): "2 of 9" */
char *
purport_wording_dup_n_of (guint n, guint total)
{
  /* Translators: a picture of so many things out of so many: 2 of 9 */
  return g_strdup_printf (C_ ("picture", "%u of %u"), n, total);
}

/* Returns: (transfer full): "16 of 100", or for a range "40 to 45 of 100" */
char *
purport_wording_dup_share (double low, double high)
{
  g_autofree char *from = g_strdup_printf ("%.4g", low * 100), *to = g_strdup_printf ("%.4g", high * 100);

  if (g_str_equal (from, to))
    return g_strdup_printf (C_ ("picture", "%s of 100"), from);
  return g_strdup_printf (C_ ("picture", "%s to %s of 100"), from, to);
}

/* Returns: (transfer full): the heading over figures that are compared; see purport_figure_item_get_dimension() */
char *
purport_wording_dup_dimension (const char *dimension)
{
  if (g_str_equal (dimension, "share"))
    return g_strdup (_ ("Parts of a whole"));
  if (g_str_equal (dimension, "change"))
    return g_strdup (_ ("Changes in percent"));
  if (g_str_equal (dimension, "second"))
    return g_strdup (_ ("Durations"));
  /* Translators: a heading over amounts that have one unit: Amounts in kg */
  return g_strdup_printf (_ ("Amounts in %s"), dimension);
}

/* Returns: (transfer full): the second line of an expert's row: role, affiliation, claims, independence. */
char *
purport_wording_dup_source_line (PurportSourceItem *source)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *roles = purport_source_item_dup_roles (source);
  g_autofree char *affiliations = purport_source_item_dup_affiliations (source);
  g_autofree char *n_claims = purport_wording_dup_n_claims (purport_source_item_get_n_claims (source));
  PurportSourceType type = purport_source_item_get_source_type (source);
  const char *independence = purport_wording_independence (source);

  if (roles != NULL)
    g_ptr_array_add (parts, roles);
  else if (type != PURPORT_SOURCE_PERSON)
    g_ptr_array_add (parts, (char *)purport_wording_source_type (type));
  if (affiliations != NULL)
    g_ptr_array_add (parts, affiliations);
  g_ptr_array_add (parts, n_claims);
  if (independence != NULL)
    g_ptr_array_add (parts, (char *)independence);
  return join (parts);
}

/* Returns: (transfer full): the second line of a figure's row: what it counts, who says it, and from where it changes.
 */
char *
purport_wording_dup_figure_line (PurportFigureItem *figure)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *about = purport_figure_item_dup_about (figure);
  g_autofree char *baseline = purport_figure_item_dup_baseline (figure), *from = NULL;
  const char *speaker = purport_figure_item_get_speaker (figure);

  if (about != NULL)
    g_ptr_array_add (parts, about);
  g_ptr_array_add (parts, (char *)(speaker != NULL ? speaker : C_ ("speaker of a figure", "the article")));
  if (baseline != NULL)
    g_ptr_array_add (parts, from = g_strdup_printf (_ ("compared with %s"), baseline));
  else if (purport_figure_item_get_change (figure) == PURPORT_CHANGE_RELATIVE)
    g_ptr_array_add (parts, _ ("relative: no baseline given"));
  return join (parts);
}

/* Returns: (transfer none): where a note stands on its way to the library; empty while it is on it. */
const char *
purport_wording_note_state (PurportNoteState state)
{
  switch (state) {
  case PURPORT_NOTE_SAVING:
    return "";
  case PURPORT_NOTE_SAVED:
    return C_ ("note", "Kept in your library");
  case PURPORT_NOTE_UNSAVED:
    return _ ("Not kept yet: it is lost when the article is closed.");
  case PURPORT_NOTE_PRIVATE:
    return _ ("Private window: it is gone when the article is closed.");
  default:
    g_return_val_if_reached ("");
  }
}

/* Returns: (transfer none): the word for what the reader thinks of a claim. */
const char *
purport_wording_judgement (PurportJudgement judgement)
{
  switch (judgement) {
  case PURPORT_JUDGEMENT_CHECKED:
    return C_ ("judgement", "Checked");
  case PURPORT_JUDGEMENT_DOUBTFUL:
    return C_ ("judgement", "Doubtful");
  case PURPORT_JUDGEMENT_WRONG:
    return C_ ("judgement", "Wrong");
  case PURPORT_JUDGEMENT_TO_CHECK:
    return C_ ("judgement", "To check");
  default:
    g_return_val_if_reached (NULL);
  }
}

/* Returns: (transfer full): what kind of annotation it is, and what it says beside the reader's words. */
char *
purport_wording_dup_annotation (const PurportAnnotation *annotation)
{
  const char *value = annotation->value != NULL ? annotation->value : "";
  PurportJudgement judgement;

  switch (annotation->kind) {
  case PURPORT_ANNOTATION_NOTE:
    return g_strdup (_ ("Your note"));
  case PURPORT_ANNOTATION_JUDGEMENT:
    return g_strdup_printf (_ ("Your judgement: %s"), purport_judgement_from_string (value, &judgement)
                                                          ? purport_wording_judgement (judgement)
                                                          : value);
  case PURPORT_ANNOTATION_NOT_A_CLAIM:
    return g_strdup (_ ("You said: not a claim"));
  case PURPORT_ANNOTATION_CLAIM:
    return g_strdup (_ ("You said: a claim"));
  case PURPORT_ANNOTATION_SAID_BY:
    return g_strdup_printf (_ ("You said: said by %s"), *value != '\0' ? value : _ ("the article itself"));
  case PURPORT_ANNOTATION_ROLE:
    return g_strdup_printf (_ ("You said: a role of %s"), value);
  case PURPORT_ANNOTATION_AFFILIATION:
    return g_strdup_printf (_ ("You said: an affiliation of %s"), value);
  default:
    g_return_val_if_reached (NULL);
  }
}
