/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The annotation value: construction, copies, its words. */
#include "base/annotation.h"

#include <string.h>

static const char *const kind_words[] = {
  "note", "judgement", "not-a-claim", "claim", "said-by", "role", "affiliation"
};
static const char *const judgement_words[] = { "checked", "doubtful", "wrong", "to-check" };

static gboolean
find_word (const char *const *words, guint n_words, const char *word, guint *index)
{
  for (guint i = 0; word != NULL && i < n_words; i++)
    if (g_str_equal (words[i], word)) {
      *index = i;
      return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer none): the word that stands for @kind in files. */
const char *
purport_annotation_kind_to_string (PurportAnnotationKind kind)
{
  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (kind_words), NULL);
  return kind_words[kind];
}

/* Returns: whether @word stands for a kind, which is then in @kind. */
gboolean
purport_annotation_kind_from_string (const char *word, PurportAnnotationKind *kind)
{
  guint index;

  if (!find_word (kind_words, G_N_ELEMENTS (kind_words), word, &index))
    return FALSE;
  *kind = (PurportAnnotationKind)index;
  return TRUE;
}

/* Returns: (transfer none): the word that stands for @judgement in files. */
const char *
purport_judgement_to_string (PurportJudgement judgement)
{
  g_return_val_if_fail ((guint)judgement < G_N_ELEMENTS (judgement_words), NULL);
  return judgement_words[judgement];
}

/* Returns: whether @word stands for a judgement, which is then in @judgement. */
gboolean
purport_judgement_from_string (const char *word, PurportJudgement *judgement)
{
  guint index;

  if (!find_word (judgement_words, G_N_ELEMENTS (judgement_words), word, &index))
    return FALSE;
  *judgement = (PurportJudgement)index;
  return TRUE;
}

/**
 * purport_annotation_quote:
 * @text: valid UTF-8 of @n_bytes bytes
 * @span: not empty, on character boundaries
 *
 * Ties @annotation to the words at @span: quotes them and what stands around them.
 */
void
purport_annotation_quote (PurportAnnotation *annotation, const char *text, gsize n_bytes, PurportSpan span)
{
  const char *before = text + span.start_byte, *after = text + span.end_byte;

  g_return_if_fail (span.start_byte < span.end_byte && span.end_byte <= n_bytes);
  for (guint i = 0; i < PURPORT_ANNOTATION_CONTEXT && before > text; i++)
    before = g_utf8_prev_char (before);
  for (guint i = 0; i < PURPORT_ANNOTATION_CONTEXT && after < text + n_bytes; i++)
    after = g_utf8_next_char (after);
  g_free (annotation->quote);
  g_free (annotation->prefix);
  g_free (annotation->suffix);
  annotation->quote = g_strndup (text + span.start_byte, purport_span_length (span));
  annotation->prefix = g_strndup (before, (gsize)(text + span.start_byte - before));
  annotation->suffix = g_strndup (text + span.end_byte, (gsize)(after - (text + span.end_byte)));
  annotation->span = span;
  annotation->orphaned = FALSE;
}

/**
 * purport_annotation_new:
 * @span: the words in the text of @article; not empty
 * @now: seconds since 1970, UTC
 *
 * Returns: (transfer full): an annotation of those words, with no id and nothing said yet
 */
PurportAnnotation *
purport_annotation_new (PurportAnnotationKind kind, const PurportArticle *article, PurportSpan span, gint64 now)
{
  PurportAnnotation *annotation = g_new0 (PurportAnnotation, 1);

  annotation->kind = kind;
  annotation->links = g_new0 (char *, 1);
  annotation->created_at = now;
  annotation->changed_at = now;
  purport_annotation_quote (annotation, article->text, article->n_bytes, span);
  return annotation;
}

/* Returns: (transfer full): a copy that shares nothing with @annotation. */
PurportAnnotation *
purport_annotation_copy (const PurportAnnotation *annotation)
{
  PurportAnnotation *copy = g_memdup2 (annotation, sizeof *annotation);

  copy->id = g_strdup (annotation->id);
  copy->body = g_strdup (annotation->body);
  copy->value = g_strdup (annotation->value);
  copy->links = g_strdupv (annotation->links);
  copy->quote = g_strdup (annotation->quote);
  copy->prefix = g_strdup (annotation->prefix);
  copy->suffix = g_strdup (annotation->suffix);
  return copy;
}

void
purport_annotation_free (PurportAnnotation *annotation)
{
  if (annotation == NULL)
    return;
  g_free (annotation->id);
  g_free (annotation->body);
  g_free (annotation->value);
  g_strfreev (annotation->links);
  g_free (annotation->quote);
  g_free (annotation->prefix);
  g_free (annotation->suffix);
  g_free (annotation);
}
