/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A turn begins with the name or the part of who speaks and a colon; a time may stand before or behind the name. So do
 * many lines of other texts ("Note: …"): a transcript is where speakers come back. Times and cues are those of SubRip
 * and WebVTT as well.
 */
#include "formats/text-transcript.h"

#include <string.h>

#define MAX_SPEAKER_BYTES 48u
#define MAX_SPEAKER_WORDS 5u
/* Turns that there must be, and how many of them by somebody who spoke before. */
#define MIN_TURNS 4u
#define MIN_RETURNS 2u
/* A transcript shows itself within so many lines. */
#define MAX_LINES 2000u
#define MAX_NOTE_BYTES 60u

/* "1:02", "00:01:02,500". Returns: its length, 0 if there is none. */
static gsize
time_length (const char *at, const char *end)
{
  const char *from = at;
  guint n_colons = 0;

  while (at < end && (g_ascii_isdigit (*at) || *at == ':' || ((*at == ',' || *at == '.') && n_colons > 0))) {
    n_colons += *at == ':' ? 1 : 0;
    at++;
  }
  if (n_colons == 0 || n_colons > 2 || !g_ascii_isdigit (*from) || !g_ascii_isdigit (at[-1]))
    return 0;
  return (gsize)(at - from);
}

/* Behind a time, with brackets around it or not, and the spaces behind that. */
static const char *
skip_time (const char *at, const char *end)
{
  const char *from = at;
  gboolean opened = at < end && (*at == '[' || *at == '(');
  gsize n = time_length (at + (opened ? 1 : 0), end);

  if (n == 0)
    return from;
  at += n + (opened ? 1 : 0);
  if (opened && (at == end || (*at != ']' && *at != ')')))
    return from;
  at += opened ? 1 : 0;
  while (at < end && *at == ' ')
    at++;
  return at;
}

/* Names and parts have capitals; a word in brackets says more about who speaks. */
static gboolean
is_speaker (const char *at, const char *end)
{
  guint n_words = 0;
  gboolean starts_word = TRUE, in_brackets = FALSE;

  for (; at < end; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    in_brackets = (in_brackets || c == '(' || c == '[') && c != ')' && c != ']';
    if (!in_brackets && starts_word && g_unichar_isalpha (c)) {
      if (!g_unichar_isupper (c))
        return FALSE;
      n_words++;
    }
    if (c == '.' && at + 1 == end)
      return FALSE;
    starts_word = c == ' ';
    if (!g_unichar_isalnum (c) && !g_unichar_ismark (c) && strchr (" .'-()[]#&,", (int)MIN (c, 0x7Fu)) == NULL &&
        c != 0x2019)
      return FALSE;
  }
  return n_words > 0 && n_words <= MAX_SPEAKER_WORDS;
}

/* Returns: (nullable): the colon behind the speaker; @from: (out): where the speaker begins */
static const char *
find_colon (const char *line, gsize n_bytes, const char **from)
{
  const char *end = line + n_bytes, *colon, *to;

  *from = skip_time (line, end);
  colon = *from < end ? memchr (*from, ':', MIN ((gsize)(end - *from), MAX_SPEAKER_BYTES)) : NULL;
  /* "Mira Hale [00:12]: …": the colon of the time is none. */
  if (colon != NULL && colon + 1 < end && g_ascii_isdigit (colon[1])) {
    to = memchr (colon, ']', MIN ((gsize)(end - colon), 12u));
    to = to != NULL ? to : memchr (colon, ')', MIN ((gsize)(end - colon), 12u));
    return to != NULL && to + 1 < end && to[1] == ':' ? to + 1 : NULL;
  }
  return colon;
}

/* Where the name of the speaker ends, without a time or the like in brackets. */
static const char *
find_name_end (const char *from, const char *colon)
{
  const char *bracket = from;

  while (bracket < colon && *bracket != '[' && *bracket != '(')
    bracket++;
  while (bracket > from && bracket[-1] == ' ')
    bracket--;
  return bracket;
}

/* Whether somebody begins to speak: "Mira Hale: …", "[00:12] HOST: …", "Q: …". */
gboolean
purport_transcript_starts_turn (const char *line, gsize n_bytes)
{
  const char *from, *colon = find_colon (line, n_bytes, &from);

  return colon != NULL && colon > from && (colon + 1 == line + n_bytes || colon[1] == ' ' || colon[1] == '\t') &&
         is_speaker (from, find_name_end (from, colon));
}

/* "00:01:02,500 --> 00:01:04,000", and what WebVTT puts behind it. */
gboolean
purport_transcript_is_cue (const char *line, gsize n_bytes)
{
  const char *end = line + n_bytes, *at = line + time_length (line, end);

  while (at < end && *at == ' ')
    at++;
  if (at == line || (gsize)(end - at) < 4 || strncmp (at, "-->", 3) != 0)
    return FALSE;
  at += 3;
  while (at < end && *at == ' ')
    at++;
  return time_length (at, end) > 0;
}

/* What nobody says: a time alone, "[applause]", "(Laughter)", "♪ ♪". */
gboolean
purport_transcript_is_note (const char *line, gsize n_bytes)
{
  const char *end = line + n_bytes, *last = g_utf8_prev_char (end);
  gunichar first = g_utf8_get_char (line);

  if (n_bytes > MAX_NOTE_BYTES)
    return FALSE;
  if (skip_time (line, end) == end || first == 0x266A || first == 0x266B || purport_transcript_is_cue (line, n_bytes))
    return TRUE;
  return (first == '[' && *last == ']' && memchr (line + 1, '[', n_bytes - 1) == NULL) ||
         (first == '(' && *last == ')' && memchr (line + 1, '(', n_bytes - 1) == NULL);
}

/**
 * purport_transcript_detect:
 * @text: valid UTF-8
 *
 * Whether speakers take turns in the text, or it has cues of subtitles. O(number of lines, of which the first 2,000
 * count).
 */
gboolean
purport_transcript_detect (const char *text, gsize n_bytes)
{
  g_autoptr (GHashTable) speakers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *at = text, *end = text + n_bytes;
  guint n_turns = 0, n_cues = 0;

  for (guint i = 0; i < MAX_LINES && at < end; i++) {
    const char *newline = memchr (at, '\n', (gsize)(end - at)), *stop = newline != NULL ? newline : end, *from, *colon;
    while (at < stop && (*at == ' ' || *at == '\t'))
      at++;
    n_cues += purport_transcript_is_cue (at, (gsize)(stop - at)) ? 1 : 0;
    if (purport_transcript_starts_turn (at, (gsize)(stop - at))) {
      colon = find_colon (at, (gsize)(stop - at), &from);
      g_hash_table_add (speakers, g_strndup (from, (gsize)(find_name_end (from, colon) - from)));
      n_turns++;
    }
    at = stop + 1;
  }
  return n_cues >= 2 || (n_turns >= MIN_TURNS && g_hash_table_size (speakers) >= 2 &&
                         n_turns - g_hash_table_size (speakers) >= MIN_RETURNS);
}
