/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Subject, sender and date of an e-mail (RFC 5322, as mail programs show and save it). */
#include "formats/text-letter.h"

#include <string.h>

#include "formats/bylines.h"
#include "formats/dates.h"

/* Heads of e-mails are not longer than this, in lines. */
#define MAX_FIELDS 40u
#define MAX_LABEL_BYTES 32u

static gsize
label_length (const char *text, PurportSpan span)
{
  const char *line = text + span.start_byte;
  const char *colon = memchr (line, ':', MIN (purport_span_length (span), MAX_LABEL_BYTES));

  if (colon == NULL || colon == line || !g_ascii_isupper (*line))
    return 0;
  for (const char *at = line; at < colon; at++)
    if (!g_ascii_isalpha (*at) && *at != '-')
      return 0;
  return (gsize)(colon - line) + 1;
}

static gboolean
is_field (const char *text, PurportSpan span, const char *label)
{
  return label_length (text, span) == strlen (label) &&
         g_ascii_strncasecmp (text + span.start_byte, label, strlen (label)) == 0;
}

/* The number of fields at the beginning, of which one is the subject and one says from whom or when. */
static guint
count_fields (const char *text, const GArray *paragraphs)
{
  gboolean has_subject = FALSE, has_origin = FALSE;
  guint n = 0;

  for (; n < paragraphs->len && n < MAX_FIELDS; n++) {
    const PurportParagraph *paragraph = &g_array_index (paragraphs, PurportParagraph, n);
    if ((n > 0 && paragraph->blank_before) || label_length (text, paragraph->span) == 0)
      break;
    has_subject = has_subject || is_field (text, paragraph->span, "Subject:");
    has_origin = has_origin || is_field (text, paragraph->span, "From:") || is_field (text, paragraph->span, "Date:") ||
                 is_field (text, paragraph->span, "Sent:");
  }
  return has_subject && has_origin && n < paragraphs->len ? n : 0;
}

/* "Ann Lee <ann@example.org>": a person is the author, anything else the publisher. */
static void
read_sender (PurportArticle *article, PurportSpan value)
{
  g_autofree char *sender = purport_article_dup_span (article, value);
  char *address = strchr (sender, '<');

  if (address != NULL)
    *address = '\0';
  g_strdelimit (sender, "\"", ' ');
  g_strstrip (sender);
  if (*sender == '\0' || strchr (sender, '@') != NULL)
    return;
  if (purport_byline_is_name (sender, strlen (sender))) {
    g_strfreev (article->bylines);
    article->bylines = g_new0 (char *, 2);
    article->bylines[0] = g_steal_pointer (&sender);
  } else if (article->publisher == NULL) {
    article->publisher = g_steal_pointer (&sender);
  }
}

static PurportBlockKind
read_field (PurportArticle *article, PurportSpan span)
{
  const char *text = article->text;
  PurportSpan value = purport_text_trim (text, span.start_byte + label_length (text, span), span.end_byte);
  PurportDate date;

  if (is_field (text, span, "From:")) {
    read_sender (article, value);
    return PURPORT_BLOCK_BYLINE;
  }
  if (is_field (text, span, "Date:") || is_field (text, span, "Sent:")) {
    if (article->published == NULL && purport_date_find (text + value.start_byte, purport_span_length (value), &date))
      article->published = purport_date_to_iso (&date);
    return PURPORT_BLOCK_DATE;
  }
  return PURPORT_BLOCK_BOILERPLATE;
}

/**
 * purport_text_read_letter:
 * @article: gets title, byline or publisher, and date
 * @paragraphs: (element-type PurportParagraph): those of the head get their kinds; the subject's is split
 *
 * Reads the head of an e-mail. O(its length).
 *
 * Returns: the index of the first paragraph behind the head; 0: this is no e-mail
 */
guint
purport_text_read_letter (PurportArticle *article, GArray *paragraphs)
{
  guint n = count_fields (article->text, paragraphs);

  for (guint i = 0; i < n; i++) {
    PurportParagraph *paragraph = &g_array_index (paragraphs, PurportParagraph, i);
    PurportSpan value;

    paragraph->kind = read_field (article, paragraph->span);
    value =
        purport_text_trim (article->text, paragraph->span.start_byte + label_length (article->text, paragraph->span),
                           paragraph->span.end_byte);
    if (article->title == NULL && is_field (article->text, paragraph->span, "Subject:") &&
        !purport_span_is_empty (value)) {
      article->title = purport_article_dup_span (article, value);
      purport_text_split_paragraph (paragraphs, article->text, i, value.start_byte, PURPORT_BLOCK_TITLE);
      i++;
      n++;
    }
  }
  return n;
}
