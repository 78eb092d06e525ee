/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the rows of the corpora and the claims of annotated articles. */
#include "learn/grade-rows.h"

#include <json-glib/json-glib.h>
#include <math.h>

#include "learn/annotated.h"
#include "reading/hedges.h"

#define N_FOLDS 5

static void
row_clear (gpointer data)
{
  g_free (((PurportGradeRow *)data)->id);
}

PurportGradeRows *
purport_grade_rows_new (void)
{
  PurportGradeRows *self = g_new0 (PurportGradeRows, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (PurportGradeRow));
  g_array_set_clear_func (self->rows, row_clear);
  self->features = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
purport_grade_rows_free (PurportGradeRows *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->features);
  g_free (self);
}

static PurportGradeRow
new_row (PurportDomain domain)
{
  return (PurportGradeRow){ .domain = domain,
                            .fold = PURPORT_ROW_NO_LABEL,
                            .strength = PURPORT_ROW_NO_LABEL,
                            .kinds = PURPORT_ROW_NO_LABEL,
                            .advice = PURPORT_ROW_NO_LABEL,
                            .level = PURPORT_ROW_NO_LABEL,
                            .certainty = NAN,
                            .hedges = PURPORT_ROW_NO_LABEL };
}

static void
take_row (PurportGradeRows *self, PurportGradeRow row, const GArray *features)
{
  row.first_feature = self->features->len;
  row.n_features = features->len;
  g_array_append_vals (self->features, features->data, features->len);
  g_array_append_val (self->rows, row);
}

static gint
find_name (const char *const *names, guint n_names, const char *name)
{
  for (guint i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return (gint)i;
  return PURPORT_ROW_NO_LABEL;
}

static void
label_row (PurportGradeRow *row, JsonObject *object)
{
  static const char *const strengths[] = { "none", "", "correlational", "conditional_causal", "direct_causal" };
  static const char *const advice[] = { "none", "weak_advice", "strong_advice" };

  row->id = g_strdup (json_object_get_string_member (object, "id"));
  row->fold = (gint)json_object_get_int_member_with_default (object, "fold", PURPORT_ROW_NO_LABEL);
  if (row->domain == PURPORT_DOMAIN_CERTAINTY) {
    row->certainty = (float)json_object_get_double_member (object, "label");
    return;
  }
  if (row->domain == PURPORT_DOMAIN_ADVICE) {
    row->advice = find_name (advice, G_N_ELEMENTS (advice), json_object_get_string_member (object, "label"));
    return;
  }
  row->strength = find_name (strengths, G_N_ELEMENTS (strengths), json_object_get_string_member (object, "label"));
  row->fine = row->domain == PURPORT_DOMAIN_NEWS;
  if (json_object_get_int_member_with_default (object, "code7", 0) == 1)
    row->strength = PURPORT_STRENGTH_NO_RELATION;
}

static gboolean
read_row (PurportGradeRows *self, const PurportEngine *engine, PurportGradeRow row, JsonObject *object, GError **error)
{
  g_autoptr (PurportAnnotated) text =
      purport_annotated_new (engine, json_object_get_string_member (object, "text"), error);
  g_autoptr (PurportWording) wording = NULL;
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (text == NULL)
    return FALSE;
  wording = purport_wording_new (text->draft);
  purport_grades_see_sentence (wording, (PurportTokens){ 0, text->words->tokens->len }, features);
  label_row (&row, object);
  take_row (self, row, features);
  return TRUE;
}

/**
 * purport_grade_rows_read:
 * @path: lines of JSON with a text, a label and possibly a fold
 *
 * Adds the rows of a corpus.
 */
gboolean
purport_grade_rows_read (
    PurportGradeRows *self, const PurportEngine *engine, PurportDomain domain, const char *path, GError **error)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &contents, NULL, error))
    return FALSE;
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_autoptr (JsonParser) parser = json_parser_new ();
    if (*lines[i] == '\0')
      continue;
    if (!json_parser_load_from_data (parser, lines[i], -1, error) ||
        !read_row (self, engine, new_row (domain), json_node_get_object (json_parser_get_root (parser)), error))
      return FALSE;
  }
  return TRUE;
}

static void
add_claim (PurportGradeRows *self,
           PurportWording *wording,
           const PurportAnnotated *article,
           guint number,
           guint index,
           GArray *features)
{
  const PurportAnnotatedClaim *claim = &g_array_index (article->claims, PurportAnnotatedClaim, index);
  PurportGradeRow row = new_row (PURPORT_DOMAIN_CLAIM);

  row.id = g_strdup_printf ("%s/%u", article->id, index);
  row.strength = claim->strength;
  row.fine = TRUE;
  row.kinds = (gint)claim->kinds;
  row.level = claim->certainty;
  row.fold = (gint)(number % N_FOLDS);
  purport_grades_see_claim (wording, purport_draft_tokens_at (article->draft, claim->span), &claim->context, features);
  take_row (self, row, features);
}

/* The latest attribution that holds most of the claim. */
static guint32
attribution_of (const PurportReading *reading, PurportSpan claim)
{
  guint32 found = PURPORT_NONE;

  for (guint32 i = 0; i < reading->attributions->len; i++) {
    const PurportSpanList *spans = &g_array_index (reading->attributions, PurportAttribution, i).content_spans;
    guint32 shared = 0;
    for (guint j = 0; j < spans->len; j++)
      shared += purport_span_overlap (purport_span_list_get (spans, j), claim);
    if (2 * shared > purport_span_length (claim))
      found = i;
  }
  return found;
}

/* Whether a word of the cue is among the words that are held responsible. */
static gboolean
is_listed (const GPtrArray *hedges, const char *cue)
{
  g_auto (GStrv) words = g_strsplit (cue, " ", -1);

  for (guint i = 0; i < hedges->len; i++) {
    g_auto (GStrv) listed = g_strsplit (g_ptr_array_index (hedges, i), " ", -1);
    for (guint j = 0; words[j] != NULL; j++)
      if (g_strv_contains ((const char *const *)listed, words[j]))
        return TRUE;
  }
  return FALSE;
}

static void
add_cues (PurportGradeRows *self,
          PurportWording *wording,
          const PurportAnnotated *article,
          guint number,
          guint index,
          GArray *features)
{
  const PurportAnnotatedClaim *claim = &g_array_index (article->claims, PurportAnnotatedClaim, index);
  g_autoptr (GArray) cues = g_array_new (FALSE, FALSE, sizeof (PurportHedgeCue));

  purport_hedges_find (article->draft, purport_draft_tokens_at (article->draft, claim->span),
                       attribution_of (article->reading, claim->span), cues);
  for (guint i = 0; i < cues->len; i++) {
    const PurportHedgeCue *cue = &g_array_index (cues, PurportHedgeCue, i);
    PurportGradeRow row = new_row (PURPORT_DOMAIN_HEDGE);
    g_autofree char *written = purport_draft_dup_text (article->draft, cue->term.first_token, cue->term.end_token);
    g_autofree char *lower = g_utf8_strdown (written, -1);
    row.id = g_strdup_printf ("%s/%u/%u", article->id, index, i);
    row.fold = (gint)(number % N_FOLDS);
    row.hedges = is_listed (claim->hedges, lower);
    purport_hedges_see (wording, article->draft, cues, i, features);
    take_row (self, row, features);
  }
}

/* Adds the claims of the annotated articles in @folder, and the cues in them. */
gboolean
purport_grade_rows_read_articles (PurportGradeRows *self,
                                  const PurportEngine *engine,
                                  const char *folder,
                                  GError **error)
{
  g_autoptr (GPtrArray) articles = purport_annotated_read_folder (engine, folder, FALSE, error);
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (articles == NULL)
    return FALSE;
  for (guint i = 0; i < articles->len; i++) {
    const PurportAnnotated *article = g_ptr_array_index (articles, i);
    g_autoptr (PurportWording) wording = purport_wording_new (article->draft);
    for (guint j = 0; j < article->claims->len; j++)
      add_claim (self, wording, article, i, j, features);
    for (guint j = 0; j < article->claims->len; j++)
      add_cues (self, wording, article, i, j, features);
  }
  return TRUE;
}
