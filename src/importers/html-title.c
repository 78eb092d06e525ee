/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A page declares its title for search engines and shows it to readers, and the two differ. What is shown counts: the
 * heading that repeats what is declared, or is like it, or is the only one of the first level. Only where there is none
 * is what is declared taken, without the site's name.
 */
#include "importers/html-title.h"

#include <string.h>

#include "importers/html-tree.h"

/* A heading of the first level is like a declared title from this share of common words on, in per cent of the one
 * that has fewer. */
#define MIN_COMMON_PERCENT 50u
/* An only heading of the first level is the title from so many letters on. */
#define MIN_ONLY_LETTERS 10u
/* A shorter beginning of a site's address says nothing. */
#define MIN_DOMAIN_BYTES 5u

static const char *const title_names[] = { "og:title",      "twitter:title", "citation_title", "dc.title",
                                           "dcterms.title", "parsely-title", "sailthru.title", "title" };

/* Letters and digits in lower case; one space for whatever stands between words. */
static char *
fold (const char *text)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);
  g_autoptr (GString) out = g_string_sized_new (strlen (lower));

  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (g_unichar_isalnum (c))
      g_string_append_unichar (out, c);
    else if (c != '\'' && c != 0x2019 && out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  }
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Whether the two differ in nothing but case, punctuation and white space. */
gboolean
purport_html_same_words (const char *one, const char *two)
{
  g_autofree char *a = fold (one), *b = fold (two);
  return *a != '\0' && strcmp (a, b) == 0;
}

/* "example" of https://www.example.co.uk/…; NULL if there is none. */
static char *
dup_domain_label (const char *uri)
{
  g_autoptr (GUri) parsed = uri != NULL ? g_uri_parse (uri, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *host = parsed != NULL ? g_uri_get_host (parsed) : NULL;
  g_auto (GStrv) labels = host != NULL ? g_strsplit (host, ".", 8) : NULL;
  guint n = labels != NULL ? g_strv_length (labels) : 0, best = 0;

  /* The longest one but the last is the name: "co" and "www" are shorter. */
  for (guint i = 0; i + 1 < n; i++)
    if (best == 0 || strlen (labels[i]) >= strlen (labels[best - 1]))
      best = i + 1;
  return best > 0 ? g_ascii_strdown (labels[best - 1], -1) : NULL;
}

/* A saved page has the address of its file. */
static const char *
find_web_address (const PurportHtmlPage *page)
{
  return page->uri != NULL && g_str_has_prefix (page->uri, "http") ? page->uri : page->canonical;
}

/* Whether @text is what the site is called. */
static gboolean
is_site (const PurportHtmlPage *page, const char *text)
{
  g_autofree char *folded = fold (text), *label = dup_domain_label (find_web_address (page)), *site = NULL;
  g_autoptr (GString) plain = g_string_new (NULL), domain = g_string_new (NULL);

  if (page->site != NULL) {
    site = fold (page->site);
    if (strcmp (folded, site) == 0)
      return TRUE;
  }
  if (label == NULL)
    return FALSE;
  for (const char *at = folded; *at != '\0'; at++)
    if (*at != ' ')
      g_string_append_c (plain, *at);
  for (const char *at = label; *at != '\0'; at++)
    if (*at != '-')
      g_string_append_c (domain, *at);
  if (g_str_has_prefix (plain->str, "the") && !g_str_has_prefix (domain->str, "the"))
    g_string_erase (plain, 0, 3);
  return strcmp (plain->str, domain->str) == 0 ||
         (domain->len >= MIN_DOMAIN_BYTES && g_str_has_prefix (plain->str, domain->str) &&
          plain->len * 2 <= domain->len * 5) ||
         (plain->len >= MIN_DOMAIN_BYTES && g_str_has_prefix (domain->str, plain->str));
}

/* The first (@last: the last) place where a site's name may be set off. */
static const char *
find_separator (const char *title, gboolean last, gsize *n_bytes)
{
  static const char *const separators[] = { " | ",  " - ", " – ", " — ", " » ", " « ",
                                            " :: ", " · ", " • ", " l ", " : ", " > " };
  const char *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++) {
    const char *at = last ? g_strrstr (title, separators[i]) : strstr (title, separators[i]);
    if (at != NULL && (found == NULL || (last ? at > found : at < found))) {
      found = at;
      *n_bytes = strlen (separators[i]);
    }
  }
  return found;
}

/* Cuts "… | Site" and "Site - …", as often as there is one. Returns: (transfer full): what is left, perhaps all. */
static char *
cut_site (const PurportHtmlPage *page, const char *title, gboolean guess)
{
  g_autofree char *rest = purport_html_collapse (title);
  gsize n = 0;

  while (TRUE) {
    const char *last = find_separator (rest, TRUE, &n);
    gsize n_first = 0;
    const char *first = find_separator (rest, FALSE, &n_first);
    g_autofree char *head = first != NULL ? g_strndup (rest, (gsize)(first - rest)) : NULL;

    if (last == NULL || last == rest)
      break;
    if (is_site (page, last + n) || (guess && strlen (last + n) * 2 < (gsize)(last - rest) + 8)) {
      guess = FALSE;
      rest[last - rest] = '\0';
    } else if (is_site (page, head)) {
      memmove (rest, first + n_first, strlen (first + n_first) + 1);
    } else {
      break;
    }
  }
  return g_steal_pointer (&rest);
}

static guint
count_letters (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    n += g_unichar_isalnum (g_utf8_get_char (text)) ? 1 : 0;
  return n;
}

/* Words that both have, in per cent of the shorter one's. */
static guint
common_percent (const char *one, const char *two)
{
  g_autofree char *a = fold (one), *b = fold (two);
  g_auto (GStrv) first = g_strsplit (a, " ", 64), second = g_strsplit (b, " ", 64);
  guint n_first = g_strv_length (first), n_second = g_strv_length (second), n_common = 0;

  for (guint i = 0; i < n_first; i++)
    n_common += g_strv_contains ((const char *const *)second, first[i]) ? 1 : 0;
  return MIN (n_first, n_second) >= 2 ? n_common * 100 / MIN (n_first, n_second) : 0;
}

/* (element-type utf8): what the page declares, the best first, without the site's name. */
static GPtrArray *
list_declared (const PurportHtmlPage *page)
{
  GPtrArray *declared = g_ptr_array_new_with_free_func (g_free);

  if (page->linked.headline != NULL)
    g_ptr_array_add (declared, cut_site (page, page->linked.headline, FALSE));
  for (guint i = 0; i < G_N_ELEMENTS (title_names); i++) {
    const char *value = purport_html_page_get_meta (page, title_names[i]);
    if (value != NULL)
      g_ptr_array_add (declared, cut_site (page, value, FALSE));
  }
  if (page->title != NULL && *page->title != '\0')
    g_ptr_array_add (declared, cut_site (page, page->title, declared->len == 0));
  return declared;
}

static gboolean
could_be_title (const PurportHtmlPage *page, const PurportHtmlHeading *heading)
{
  g_autofree char *labels = purport_html_dup_labels (heading->node);

  return !heading->in_furniture && count_letters (heading->text) >= 2 && !is_site (page, heading->text) &&
         !purport_html_labels_have (labels, "logo") && !purport_html_labels_have (labels, "site title") &&
         !purport_html_labels_have (labels, "site name");
}

/* Whether @text is one part of @declared, as the separators part it. */
static gboolean
is_part (const char *text, const char *declared)
{
  g_autofree char *rest = g_strdup (declared);
  gsize n = 0;

  while (count_letters (text) >= MIN_ONLY_LETTERS) {
    const char *last = find_separator (rest, TRUE, &n);
    if (last == NULL)
      return FALSE;
    if (purport_html_same_words (text, last + n))
      return TRUE;
    rest[last - rest] = '\0';
    if (purport_html_same_words (text, rest))
      return TRUE;
  }
  return FALSE;
}

/* The text of one of the heading's elements that is the same as what is declared: beside it stands a label. */
static char *
dup_inner (const PurportHtmlHeading *heading, const char *declared)
{
  for (const GumboNode *node = purport_html_next (heading->node, heading->node, TRUE); node != NULL;
       node = purport_html_next (node, heading->node, TRUE)) {
    g_autofree char *text = NULL;
    if (node->type == GUMBO_NODE_ELEMENT)
      text = purport_html_dup_text (node);
    else if (node->type == GUMBO_NODE_TEXT)
      text = purport_html_collapse (node->v.text.text);
    if (text != NULL && count_letters (text) >= MIN_ONLY_LETTERS && purport_html_same_words (text, declared))
      return g_steal_pointer (&text);
  }
  return NULL;
}

/* The heading of the highest level that says what is declared. */
static char *
find_same (const PurportHtmlPage *page, const GPtrArray *declared)
{
  for (guint k = 0; k < declared->len; k++)
    for (guint level = 1; level <= 4; level++)
      for (guint i = 0; i < page->headings->len; i++) {
        const PurportHtmlHeading *heading = &g_array_index (page->headings, PurportHtmlHeading, i);
        char *inner;
        if (heading->level != level || !could_be_title (page, heading))
          continue;
        if (purport_html_same_words (heading->text, declared->pdata[k]))
          return g_strdup (heading->text);
        inner = level == 1 ? dup_inner (heading, declared->pdata[k]) : NULL;
        if (inner != NULL)
          return inner;
      }
  return NULL;
}

/* The heading of one of these levels that is a part of what is declared. */
static const PurportHtmlHeading *
find_part (const PurportHtmlPage *page, const GPtrArray *declared, guint first_level, guint last_level)
{
  for (guint level = first_level; level <= last_level; level++)
    for (guint i = 0; i < page->headings->len; i++) {
      const PurportHtmlHeading *heading = &g_array_index (page->headings, PurportHtmlHeading, i);
      if (heading->level != level || !could_be_title (page, heading))
        continue;
      for (guint k = 0; k < declared->len; k++)
        if (is_part (heading->text, declared->pdata[k]))
          return heading;
    }
  return NULL;
}

/* The heading of the first level that is most like what is declared, or the only one, above all others. */
static const PurportHtmlHeading *
find_like (const PurportHtmlPage *page, const GPtrArray *declared)
{
  const PurportHtmlHeading *best = NULL, *only = NULL;
  guint best_percent = MIN_COMMON_PERCENT - 1, n_first = 0, n_before = 0;

  for (guint i = 0; i < page->headings->len; i++) {
    const PurportHtmlHeading *heading = &g_array_index (page->headings, PurportHtmlHeading, i);
    n_before += n_first == 0 && !heading->in_furniture ? 1 : 0;
    if (heading->level != 1 || !could_be_title (page, heading))
      continue;
    n_first++;
    only = heading;
    for (guint k = 0; k < declared->len; k++) {
      guint percent = common_percent (heading->text, declared->pdata[k]);
      if (percent > best_percent) {
        best = heading;
        best_percent = percent;
      }
    }
  }
  if (best != NULL)
    return best;
  return n_first == 1 && n_before == 1 && count_letters (only->text) >= MIN_ONLY_LETTERS ? only : NULL;
}

/* The heading that begins with what is declared: it says more. */
static const PurportHtmlHeading *
find_longer (const PurportHtmlPage *page, const GPtrArray *declared)
{
  for (guint i = 0; i < page->headings->len; i++) {
    const PurportHtmlHeading *heading = &g_array_index (page->headings, PurportHtmlHeading, i);
    g_autofree char *folded = NULL;

    if (heading->level > 3 || !could_be_title (page, heading))
      continue;
    folded = fold (heading->text);
    for (guint k = 0; k < declared->len; k++) {
      g_autofree char *other = fold (declared->pdata[k]);
      if (strlen (other) >= MIN_ONLY_LETTERS && g_str_has_prefix (folded, other))
        return heading;
    }
  }
  return NULL;
}

/**
 * purport_html_find_title:
 *
 * O(number of headings times the titles that are declared).
 *
 * Returns: (transfer full) (nullable): the title
 */
char *
purport_html_find_title (const PurportHtmlPage *page)
{
  g_autoptr (GPtrArray) declared = list_declared (page);
  g_autofree char *same = find_same (page, declared);
  const PurportHtmlHeading *heading;

  if (same != NULL)
    return g_steal_pointer (&same);
  heading = find_part (page, declared, 1, 1);
  if (heading == NULL)
    heading = find_like (page, declared);
  if (heading == NULL)
    heading = find_part (page, declared, 2, 4);
  if (heading == NULL)
    heading = find_longer (page, declared);
  if (heading != NULL)
    return g_strdup (heading->text);
  for (guint i = 0; i < declared->len; i++)
    if (!is_site (page, declared->pdata[i]))
      return g_strdup (declared->pdata[i]);
  for (guint i = 0; i < page->headings->len; i++) {
    heading = &g_array_index (page->headings, PurportHtmlHeading, i);
    if (could_be_title (page, heading))
      return g_strdup (heading->text);
  }
  return declared->len > 0 ? g_strdup (declared->pdata[0]) : NULL;
}

/* Returns: (transfer none) (nullable): the heading that shows @title. */
const GumboNode *
purport_html_find_title_node (const PurportHtmlPage *page, const char *title)
{
  for (guint i = 0; title != NULL && i < page->headings->len; i++) {
    const PurportHtmlHeading *heading = &g_array_index (page->headings, PurportHtmlHeading, i);
    if (!heading->in_furniture && strstr (heading->text, title) != NULL)
      return heading->node;
  }
  return NULL;
}
