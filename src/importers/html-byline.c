/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From the most to the least reliable place: JSON-LD, <meta>, the elements that are marked as the author's, lines that
 * begin with "By". Each place is believed only if it names somebody: accounts, addresses and, until nothing else is
 * found, the site itself are nobody.
 */
#include "importers/html-byline.h"

#include <string.h>

#include "formats/bylines.h"
#include "formats/dates.h"
#include "importers/html-title.h"
#include "importers/html-tree.h"
#include "importers/html-words.h"

/* What is shown as a byline is not longer than this, in bytes. */
#define MAX_BYLINE_BYTES 160u
/* A name that is no person's is not longer than this. In bytes. */
#define MAX_NAME_BYTES 60u
/* A text that begins with "By" may stand so many elements behind the title. */
#define MAX_STEPS 400u
/* So many elements are asked where they stand, which takes as long as they are deep. */
#define MAX_TRIES 500u

static const char *const author_names[] = { "author",
                                            "article:author_name",
                                            "parsely-author",
                                            "sailthru.author",
                                            "citation_author",
                                            "dc.creator",
                                            "dcterms.creator",
                                            "dc:creator",
                                            "byl",
                                            "og:article:author",
                                            "article:author",
                                            "author_name" };

static const char *const introductions[] = { "written and photographed by ",
                                             "story and photos by ",
                                             "view all posts by ",
                                             "all posts by ",
                                             "contributed by ",
                                             "published by ",
                                             "written by ",
                                             "written by: ",
                                             "posted by ",
                                             "posted by: ",
                                             "submitted by ",
                                             "article by ",
                                             "words by ",
                                             "text by ",
                                             "story by ",
                                             "author: ",
                                             "authors: ",
                                             "author ",
                                             "byline: ",
                                             "by: ",
                                             "by ",
                                             "von " };

static const char *const nobody[] = { "admin",  "administrator", "editor",    "editors", "staff",      "no author",
                                      "author", "editorial",     "webmaster", "guest",   "site admin", "posts by",
                                      "by",     "website",       "anonymous", "root",    "unknown" };

static const char *const author_folders[] = {
  "/author/",         "/authors/", "/by/",         "/staff/",        "/people/",      "/profile/",  "/reporters/",
  "/reporter/",       "/writers/", "/columnists/", "/contributors/", "/contributor/", "/newsteam/", "/journalist/",
  "/correspondents/", "/experts/", "/team/"
};

static gboolean
is_address (const char *text)
{
  return strstr (text, "://") != NULL || g_str_has_prefix (text, "www.") || strchr (text, '@') != NULL;
}

static gboolean
is_nobody (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (nobody); i++)
    if (g_ascii_strcasecmp (name, nobody[i]) == 0)
      return TRUE;
  return *name == '\0';
}

static void
add_name (GPtrArray *names, const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (purport_html_same_words (names->pdata[i], name))
      return;
  g_ptr_array_add (names, g_strdup (name));
}

/* Steps over dashes and bars, "Posted on 3 May by", "By" and the like. @introduced: whether there was a word. */
static const char *
skip_introduction (const char *text, gboolean *introduced)
{
  g_autofree char *lower = NULL;

  *introduced = FALSE;
  while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text)) && *text != '(')
    text = g_utf8_next_char (text);
  lower = g_ascii_strdown (text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (introductions); i++)
    if (g_str_has_prefix (lower, introductions[i])) {
      *introduced = TRUE;
      return skip_introduction (text + strlen (introductions[i]), &(gboolean){ FALSE });
    }
  if (g_str_has_prefix (lower, "posted on ") || g_str_has_prefix (lower, "published on ") ||
      g_str_has_prefix (lower, "published ") || g_str_has_prefix (lower, "posted ")) {
    const char *by = strstr (lower, " by ");
    *introduced = by != NULL;
    return by != NULL ? text + (by - lower) + 4 : text;
  }
  return text;
}

/* "…, PhD", "…, M.D.": cut off from @text, in place. */
static void
cut_degrees (char *text)
{
  static const char *const degrees[] = { "phd", "md",    "rd",   "rn", "mph", "msc", "ms", "ma",
                                         "mba", "dphil", "facs", "jd", "dvm", "dds", "do" };

  for (char *comma = strrchr (text, ','); comma != NULL; comma = strrchr (text, ',')) {
    g_autoptr (GString) word = g_string_new (NULL);
    gboolean found = FALSE;
    for (const char *at = comma + 1; *at != '\0'; at++)
      if (g_ascii_isalpha (*at))
        g_string_append_c (word, g_ascii_tolower (*at));
    for (guint i = 0; i < G_N_ELEMENTS (degrees); i++)
      found = found || strcmp (word->str, degrees[i]) == 0;
    if (!found)
      return;
    *comma = '\0';
  }
}

/* Adds the names that @text has as a byline. Returns: whether there are any. */
static gboolean
add_parsed (GPtrArray *names, const char *text, gboolean introduced)
{
  g_autofree char *line = introduced ? g_strconcat ("By ", text, NULL) : g_strdup (text);
  PurportByline byline;
  gsize n = strlen (line);
  PurportBylineForm form;
  gboolean found;

  if (n > MAX_BYLINE_BYTES)
    return FALSE;
  form = purport_byline_parse (line, n, &byline);
  found = form != PURPORT_BYLINE_NONE && byline.names->len > 0;
  /* "AFP/The Echo" is more than the agency's name. */
  if (found && purport_byline_is_agency_name (byline.names->pdata[0], strlen (byline.names->pdata[0])) &&
      strchr (text, '/') != NULL)
    found = FALSE;
  for (guint i = 0; found && i < byline.names->len; i++)
    add_name (names, byline.names->pdata[i]);
  purport_byline_clear (&byline);
  return found;
}

/* A name of one word, of a team, or in another alphabet: what stands before a date or bar. */
static void
add_plain (GPtrArray *names, const char *text)
{
  g_autofree char *name = g_strdup (text);
  PurportDate date;
  static const char *const ends[] = { " | ", " • ", " · ", " - ", " – ", " @ ", " on ", ", ", " in " };

  if (purport_date_find (name, strlen (name), &date))
    name[date.start_byte] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    char *end = strstr (name, ends[i]);
    if (end != NULL)
      *end = '\0';
  }
  g_strstrip (name);
  if (strlen (name) <= MAX_NAME_BYTES && !is_nobody (name) && strchr (name, ':') == NULL)
    add_name (names, name);
}

/* Adds who is declared: whatever it is called counts. */
static void
add_declared (GPtrArray *names, const char *declared)
{
  gboolean introduced;
  g_autofree char *text = g_strdup (skip_introduction (declared, &introduced));

  cut_degrees (text);
  if (is_address (declared) || is_nobody (text) || add_parsed (names, text, TRUE))
    return;
  if (strlen (text) < MAX_NAME_BYTES)
    add_name (names, text);
}

/* --- what is shown ---------------------------------------------------------------------------------------------- */

static gboolean
is_author_link (const GumboNode *node)
{
  const char *rel = purport_html_get_attribute (node, "rel"), *address = purport_html_get_attribute (node, "href");

  if (!purport_html_is (node, GUMBO_TAG_A) || address == NULL)
    return FALSE;
  if (rel != NULL && strstr (rel, "author") != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (author_folders); i++)
    if (strstr (address, author_folders[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Adds the texts of the links to authors' pages in @node; of other links too if it begins with "By". */
static void
add_linked (GPtrArray *names, const GumboNode *node, gboolean any_link)
{
  for (const GumboNode *at = node; at != NULL; at = purport_html_next (at, node, TRUE)) {
    g_autofree char *text = NULL;
    gboolean introduced;
    const char *name;

    if (!purport_html_is (at, GUMBO_TAG_A) || !(any_link || is_author_link (at)))
      continue;
    text = purport_html_dup_short_text (at, MAX_BYLINE_BYTES);
    if (text == NULL || is_address (text))
      continue;
    name = skip_introduction (text, &introduced);
    if (is_author_link (at) ? !add_parsed (names, name, TRUE) : !add_parsed (names, name, FALSE))
      if (is_author_link (at))
        add_plain (names, name);
  }
}

static gboolean
is_marked (const GumboNode *node)
{
  const char *rel = purport_html_get_attribute (node, "rel"), *property = purport_html_get_attribute (node, "itemprop");
  g_autofree char *labels = NULL;

  if ((rel != NULL && strstr (rel, "author") != NULL && purport_html_is (node, GUMBO_TAG_A)) ||
      (property != NULL && strstr (property, "author") != NULL))
    return TRUE;
  labels = purport_html_dup_labels (node);
  for (const char *const *label = purport_html_byline_labels; labels[1] != '\0' && *label != NULL; label++)
    if (purport_html_labels_have (labels, *label))
      return TRUE;
  return FALSE;
}

/* The text of itemprop="name" inside itemprop="author", if it is marked so. */
static char *
dup_marked_name (const GumboNode *node)
{
  for (const GumboNode *at = node; at != NULL; at = purport_html_next (at, node, TRUE)) {
    const char *property = purport_html_get_attribute (at, "itemprop");
    if (at != node && property != NULL && strcmp (property, "name") == 0) {
      const char *content = purport_html_get_attribute (at, "content");
      return content != NULL ? purport_html_collapse (content) : purport_html_dup_short_text (at, MAX_BYLINE_BYTES);
    }
  }
  return NULL;
}

/* Reads a marked element. */
static void
add_marked (GPtrArray *names, const GumboNode *node)
{
  g_autofree char *name = dup_marked_name (node), *text = NULL;
  gboolean introduced;
  const char *rest;

  if (name != NULL)
    add_declared (names, name);
  if (names->len > 0)
    return;
  add_linked (names, node, FALSE);
  if (names->len > 0)
    return;
  text = purport_html_dup_short_text (node, MAX_BYLINE_BYTES);
  if (text == NULL || is_address (text))
    return;
  rest = skip_introduction (text, &introduced);
  if (!add_parsed (names, rest, introduced) && introduced)
    add_plain (names, rest);
}

/* Whether the line that @node is in is no longer than a byline, so that it is not part of a sentence. */
static gboolean
is_in_short_line (const GumboNode *node)
{
  g_autofree char *line = NULL;

  while (node->parent != NULL && !purport_html_is_block (node))
    node = node->parent;
  line = purport_html_is_block (node) ? purport_html_dup_short_text (node, MAX_BYLINE_BYTES) : NULL;
  return line != NULL && strlen (line) <= MAX_BYLINE_BYTES;
}

/* Reads an element whose text begins with "By" or the like. */
static void
add_introduced (GPtrArray *names, const PurportHtmlPage *page, const GumboNode *node)
{
  g_autofree char *text = purport_html_dup_short_text (node, MAX_BYLINE_BYTES);
  gboolean introduced;
  const char *rest;

  if (text == NULL || *text == '\0' || strlen (text) > MAX_BYLINE_BYTES)
    return;
  rest = skip_introduction (text, &introduced);
  if (!introduced || *rest == '\0' || !is_in_short_line (node) || purport_html_page_is_furniture (page, node))
    return;
  add_linked (names, node, TRUE);
  if (names->len == 0 && !add_parsed (names, rest, TRUE) && g_unichar_isupper (g_utf8_get_char (rest)) &&
      (g_ascii_strncasecmp (text, "posted by ", 10) == 0 || g_ascii_strncasecmp (text, "written by ", 11) == 0))
    add_plain (names, rest);
}

static gboolean
is_candidate (const GumboNode *node)
{
  return node->type == GUMBO_NODE_ELEMENT && !purport_html_is (node, GUMBO_TAG_HTML) &&
         !purport_html_is (node, GUMBO_TAG_BODY) && !purport_html_is_invisible (node);
}

/* "By" at the end of a text of its own: the name is what comes next. */
static gboolean
announces_name (const char *text)
{
  g_autofree char *line = purport_html_collapse (text);
  gsize n = strlen (line);

  if (n > 0 && line[n - 1] == ':')
    line[--n] = '\0';
  return n >= 2 && n <= 40 && g_ascii_strcasecmp (line + n - 2, "by") == 0 && (n == 2 || line[n - 3] == ' ');
}

static gboolean
is_in_author_link (const GumboNode *node)
{
  for (guint i = 0; node != NULL && i < 4; i++, node = node->parent)
    if (is_author_link (node))
      return TRUE;
  return FALSE;
}

/* Reads the text behind one that announces a name. */
static void
add_next (GPtrArray *names, const PurportHtmlPage *page, const GumboNode *text)
{
  const GumboNode *node = text;

  for (guint i = 0; i < 16 && node != NULL; i++) {
    g_autofree char *name = NULL;

    node = purport_html_next (node, page->document, TRUE);
    if (node == NULL || node->type != GUMBO_NODE_TEXT)
      continue;
    name = purport_html_collapse (node->v.text.text);
    if (*name == '\0')
      continue;
    cut_degrees (name);
    if (is_in_author_link (node->parent) && !is_address (name) ? !add_parsed (names, name, TRUE)
                                                               : !purport_byline_is_name (name, strlen (name)))
      name[0] = is_in_author_link (node->parent) ? name[0] : '\0';
    if (names->len == 0 && *name != '\0')
      add_plain (names, name);
    return;
  }
}

/* Takes the site's own name away. Returns: whether it was there. */
static gboolean
drop_site (const PurportHtmlPage *page, GPtrArray *names)
{
  gboolean dropped = FALSE;

  for (guint i = 0; page->site != NULL && i < names->len;)
    if (purport_html_same_words (names->pdata[i], page->site)) {
      g_ptr_array_remove_index (names, i);
      dropped = TRUE;
    } else {
      i++;
    }
  return dropped;
}

/* Looks for names in @n_steps elements from @from on: in marked ones, or where a text announces them. */
static void
find_shown (const PurportHtmlPage *page, const GumboNode *from, guint n_steps, gboolean marked, GPtrArray *names)
{
  gboolean descend = TRUE;
  guint n_tries = MAX_TRIES;

  for (const GumboNode *node = from; node != NULL && n_steps > 0 && n_tries > 0 && names->len == 0;
       node = purport_html_next (node, page->document, descend)) {
    descend = node->type != GUMBO_NODE_ELEMENT || !purport_html_is_invisible (node);
    if (!marked && node->type == GUMBO_NODE_TEXT && announces_name (node->v.text.text) && is_in_short_line (node) &&
        !purport_html_page_is_furniture (page, node->parent))
      add_next (names, page, node);
    if (!is_candidate (node))
      continue;
    n_steps--;
    if (names->len == 0 && !marked)
      add_introduced (names, page, node);
    else if (names->len == 0 && is_marked (node) && n_tries-- > 0 && !purport_html_page_is_furniture (page, node))
      add_marked (names, node);
    drop_site (page, names);
  }
}

static void
find_in_body (const PurportHtmlPage *page, GPtrArray *names)
{
  g_autofree char *title = purport_html_find_title (page);
  const GumboNode *heading = purport_html_find_title_node (page, title);

  find_shown (page, heading != NULL ? heading : page->document, heading != NULL ? MAX_STEPS : G_MAXUINT, TRUE, names);
  if (heading != NULL) {
    find_shown (page, heading, MAX_STEPS, FALSE, names);
    find_shown (page, page->document, G_MAXUINT, TRUE, names);
  }
  find_shown (page, page->document, G_MAXUINT, FALSE, names);
}

static void
find_declared (const PurportHtmlPage *page, GPtrArray *names)
{
  const char *label = purport_html_page_get_meta (page, "twitter:label1");

  for (guint i = 0; i < G_N_ELEMENTS (author_names) && names->len == 0; i++) {
    GPtrArray *values = g_hash_table_lookup (page->metas, author_names[i]);
    for (guint k = 0; values != NULL && k < values->len; k++)
      add_declared (names, values->pdata[k]);
  }
  if (names->len == 0 && label != NULL && g_ascii_strncasecmp (label, "written by", 10) == 0 &&
      purport_html_page_get_meta (page, "twitter:data1") != NULL)
    add_declared (names, purport_html_page_get_meta (page, "twitter:data1"));
}

/**
 * purport_html_find_bylines:
 *
 * O(size of the page, times its depth at worst).
 *
 * Returns: (transfer full) (element-type utf8): the names, in order
 */
GPtrArray *
purport_html_find_bylines (const PurportHtmlPage *page)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  gboolean is_sites = FALSE;

  for (guint i = 0; i < page->linked.authors->len; i++)
    add_declared (names, page->linked.authors->pdata[i]);
  is_sites = drop_site (page, names);
  if (names->len == 0) {
    find_declared (page, names);
    is_sites = drop_site (page, names) || is_sites;
  }
  if (names->len == 0)
    find_in_body (page, names);
  if (names->len == 0 && is_sites)
    g_ptr_array_add (names, g_strdup (page->site));
  return names;
}
