/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An expression can take longer than anybody waits. Each match has a limit on its backtracking, and all of them
 * together on their time: what was found until then is shown, and that it is not all.
 */
#include "model/find-regex.h"

/* Steps of one match: some milliseconds. */
#define LIMITS "(*LIMIT_MATCH=200000)(*LIMIT_DEPTH=20000)"
#define TIME_LIMIT_MICROSECONDS (200 * 1000)

static GRegex *
compile (const char *pattern, PurportFindFlags flags, GError **error)
{
  GRegexCompileFlags compile_flags = G_REGEX_MULTILINE;
  g_autofree char *bounded = NULL;

  if ((flags & PURPORT_FIND_MATCH_CASE) == 0)
    compile_flags |= G_REGEX_CASELESS;
  if ((flags & PURPORT_FIND_WHOLE_WORDS) != 0)
    bounded = g_strdup_printf (LIMITS "\\b(?:%s)\\b", pattern);
  else
    bounded = g_strconcat (LIMITS, pattern, NULL);
  return g_regex_new (bounded, compile_flags, 0, error);
}

static guint
count_code_points (const char *text, int from, int to)
{
  return (guint)g_utf8_strlen (text + from, to - from);
}

/**
 * purport_find_regex:
 * @text: valid UTF-8 of @n_bytes bytes
 * @pattern: as GRegex has it; ^ and $ match at lines
 * @flags: case and whole words count, the folding does not
 * @complete: (out): whether the whole text was searched
 *
 * At most a fifth of a second, and the one match that it is in.
 *
 * Returns: (transfer full) (element-type PurportFindHit): hits in order, without empty ones; %NULL with an error of
 * GRegex: the pattern is none
 */
GArray *
purport_find_regex (
    const char *text, gsize n_bytes, const char *pattern, PurportFindFlags flags, gboolean *complete, GError **error)
{
  g_autoptr (GRegex) regex = compile (pattern, flags, error);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError) stopped = NULL;
  gint64 deadline = g_get_monotonic_time () + TIME_LIMIT_MICROSECONDS;
  guint code_point = 0;
  int byte = 0;
  GArray *hits;

  if (regex == NULL)
    return NULL;
  hits = g_array_new (FALSE, FALSE, sizeof (PurportFindHit));
  g_regex_match_full (regex, text, (gssize)n_bytes, 0, 0, &match, &stopped);
  while (stopped == NULL && g_match_info_matches (match) && g_get_monotonic_time () < deadline) {
    int start, end;
    g_match_info_fetch_pos (match, 0, &start, &end);
    if (end > start && start >= byte) {
      PurportFindHit hit = { code_point + count_code_points (text, byte, start), 0 };
      hit.end = hit.start + count_code_points (text, start, end);
      code_point = hit.end;
      byte = end;
      g_array_append_val (hits, hit);
    }
    g_match_info_next (match, &stopped);
  }
  *complete = stopped == NULL && !g_match_info_matches (match);
  return hits;
}
