/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Title, authors, publisher and date, from the most to the least reliable place: JSON-LD, <meta> (Open Graph, Dublin
 * Core, what common systems write), microdata, then what the page shows.
 */
#include "formats/html-meta.h"

#include <string.h>

#include "formats/bylines.h"
#include "formats/dates.h"
#include "formats/html-linked-data.h"
#include "formats/html-tree.h"
#include "formats/html-words.h"

/* What is shown as a byline is not longer than this, in bytes. */
#define MAX_BYLINE_BYTES 160u

static const char *const title_names[] = { "og:title",      "twitter:title",  "dc.title", "dcterms.title",
                                           "parsely-title", "sailthru.title", "title",    NULL };
static const char *const author_names[] = { "author",
                                            "article:author_name",
                                            "parsely-author",
                                            "sailthru.author",
                                            "dc.creator",
                                            "dcterms.creator",
                                            "dc:creator",
                                            "byl",
                                            "article:author",
                                            "citation_author",
                                            NULL };
static const char *const site_names[] = { "og:site_name", "application-name", "dc.publisher", "al:ios:app_name", NULL };
static const char *const date_names[] = { "article:published_time",
                                          "og:article:published_time",
                                          "article:published",
                                          "datepublished",
                                          "date",
                                          "dc.date.issued",
                                          "dc.date.created",
                                          "dcterms.created",
                                          "dcterms.issued",
                                          "dc.date",
                                          "dcterms.date",
                                          "pubdate",
                                          "publishdate",
                                          "publish-date",
                                          "publish_date",
                                          "publication_date",
                                          "publicationdate",
                                          "parsely-pub-date",
                                          "sailthru.date",
                                          "originalpublicationdate",
                                          "article.published",
                                          "article.created",
                                          "article_date_original",
                                          "citation_publication_date",
                                          "citation_date",
                                          "og:published_time",
                                          "displaydate",
                                          "ptime",
                                          "cxenseparse:recs:publishtime",
                                          NULL };

typedef struct {
  const GumboNode *document;
  const PurportHtmlContent *content;
  GHashTable *metas; /* (element-type utf8 utf8): name in lower case, content */
  PurportLinkedData linked;
  char *page_title; /* of <title> */
  char *heading;    /* the only h1, or the first */
  guint n_headings;
} Page;

static void
read_meta (Page *self, const GumboNode *node)
{
  const char *const keys[] = { purport_html_get_attribute (node, "property"), purport_html_get_attribute (node, "name"),
                               purport_html_get_attribute (node, "itemprop") };
  const char *content = purport_html_get_attribute (node, "content");

  for (guint i = 0; content != NULL && i < G_N_ELEMENTS (keys); i++) {
    g_auto (GStrv) names = keys[i] != NULL ? g_strsplit (keys[i], " ", 8) : NULL;
    for (guint k = 0; names != NULL && names[k] != NULL; k++) {
      g_autofree char *name = g_ascii_strdown (names[k], -1);
      g_autofree char *value = purport_html_collapse (content);
      if (*name != '\0' && *value != '\0' && !g_hash_table_contains (self->metas, name))
        g_hash_table_insert (self->metas, g_steal_pointer (&name), g_steal_pointer (&value));
    }
  }
}

static void
read_script (Page *self, const GumboNode *node)
{
  const char *type = purport_html_get_attribute (node, "type");

  if (type == NULL || strstr (type, "ld+json") == NULL || node->v.element.children.length == 0)
    return;
  node = node->v.element.children.data[0];
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA)
    purport_linked_data_read (&self->linked, node->v.text.text, strlen (node->v.text.text));
}

static char *
dup_raw_text (const GumboNode *node)
{
  if (node->v.element.children.length == 0)
    return NULL;
  node = node->v.element.children.data[0];
  return node->type == GUMBO_NODE_TEXT ? purport_html_collapse (node->v.text.text) : NULL;
}

static void
read_page (Page *self)
{
  for (GumboNode *node = (GumboNode *)self->document; node != NULL;
       node = purport_html_next (node, self->document, TRUE)) {
    if (purport_html_is (node, GUMBO_TAG_META)) {
      read_meta (self, node);
    } else if (purport_html_is (node, GUMBO_TAG_SCRIPT)) {
      read_script (self, node);
    } else if (purport_html_is (node, GUMBO_TAG_TITLE) && self->page_title == NULL) {
      self->page_title = dup_raw_text (node);
    } else if (purport_html_is (node, GUMBO_TAG_H1)) {
      g_autofree char *text = purport_html_dup_text (node);
      if (*text == '\0')
        continue;
      if (self->heading == NULL || (self->page_title != NULL && strstr (self->page_title, self->heading) == NULL &&
                                    strstr (self->page_title, text) != NULL)) {
        g_free (self->heading);
        self->heading = g_steal_pointer (&text);
      }
      self->n_headings++;
    }
  }
}

static const char *
find_meta (const Page *self, const char *const *names)
{
  for (; *names != NULL; names++) {
    const char *value = g_hash_table_lookup (self->metas, *names);
    if (value != NULL)
      return value;
  }
  return NULL;
}

/* Cuts "… | Site", "… - Site": what stands behind the last separator, if it is shorter or is the site's name. */
static char *
cut_site (const char *title, const char *site)
{
  static const char *const separators[] = { " | ", " - ", " – ", " — ", " » ", " « ", " :: ", " · ", " • " };
  const char *last = NULL;
  gsize n_last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++) {
    const char *at = g_strrstr (title, separators[i]);
    if (at != NULL && (last == NULL || at > last)) {
      last = at;
      n_last = strlen (separators[i]);
    }
  }
  if (last == NULL || last == title)
    return g_strdup (title);
  if (site != NULL && g_ascii_strcasecmp (last + n_last, site) == 0)
    return g_strndup (title, (gsize)(last - title));
  if (strlen (last + n_last) * 2 < (gsize)(last - title) + 8)
    return g_strndup (title, (gsize)(last - title));
  return g_strdup (title);
}

static gboolean
contains_folded (const char *text, const char *part)
{
  g_autofree char *one = text != NULL ? g_utf8_casefold (text, -1) : NULL, *two = g_utf8_casefold (part, -1);
  return one != NULL && strstr (one, two) != NULL;
}

static char *
choose_title (const Page *self, const char *site)
{
  const char *meta = find_meta (self, title_names);

  if (self->heading != NULL && strlen (self->heading) > 8 &&
      (site == NULL || g_ascii_strcasecmp (self->heading, site) != 0) &&
      (contains_folded (self->page_title, self->heading) || contains_folded (meta, self->heading)))
    return g_strdup (self->heading);
  if (meta != NULL)
    return cut_site (meta, site);
  if (self->linked.headline != NULL)
    return g_strdup (self->linked.headline);
  if (self->heading != NULL && self->n_headings == 1 && self->page_title == NULL)
    return g_strdup (self->heading);
  return self->page_title != NULL && *self->page_title != '\0' ? cut_site (self->page_title, site)
                                                               : g_strdup (self->heading);
}

static gboolean
is_address (const char *text)
{
  return strstr (text, "://") != NULL || g_str_has_prefix (text, "www.") || strchr (text, '@') != NULL;
}

/* Adds the names of a byline, or the whole of a short one that has none. */
static void
add_byline (GPtrArray *bylines, const char *text, gboolean is_declared)
{
  PurportByline byline;
  PurportBylineForm form;
  gsize n = strlen (text);

  if (n == 0 || n > MAX_BYLINE_BYTES || is_address (text))
    return;
  form = purport_byline_parse (text, n, &byline);
  for (guint i = 0; form != PURPORT_BYLINE_NONE && i < byline.names->len; i++)
    if (!g_ptr_array_find_with_equal_func (bylines, byline.names->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (bylines, g_strdup (byline.names->pdata[i]));
  if (form == PURPORT_BYLINE_NONE && is_declared && n < 60) {
    const char *name = g_ascii_strncasecmp (text, "by ", 3) == 0 ? text + 3 : text;
    if (!g_ptr_array_find_with_equal_func (bylines, name, g_str_equal, NULL))
      g_ptr_array_add (bylines, g_strdup (name));
  }
  purport_byline_clear (&byline);
}

static gboolean
is_byline_element (const GumboNode *node)
{
  const char *rel = purport_html_get_attribute (node, "rel"), *property = purport_html_get_attribute (node, "itemprop");
  g_autofree char *labels = NULL;

  if (node->type != GUMBO_NODE_ELEMENT)
    return FALSE;
  if ((rel != NULL && strcmp (rel, "author") == 0) || (property != NULL && strstr (property, "author") != NULL))
    return TRUE;
  labels = purport_html_dup_labels (node);
  for (const char *const *label = purport_html_byline_labels; labels[1] != '\0' && *label != NULL; label++)
    if (purport_html_labels_have (labels, *label))
      return TRUE;
  return FALSE;
}

/* The first element that is called a byline and has a name in it. */
static void
find_shown_byline (const Page *self, GPtrArray *bylines)
{
  for (GumboNode *node = (GumboNode *)self->document; node != NULL && bylines->len == 0;
       node = purport_html_next (node, self->document, TRUE)) {
    g_autofree char *text = NULL;
    if (!is_byline_element (node))
      continue;
    text = purport_html_dup_text (node);
    add_byline (bylines, text, FALSE);
  }
}

static void
find_bylines (const Page *self, PurportHtmlMeta *meta)
{
  const char *author = find_meta (self, author_names);

  for (guint i = 0; i < self->linked.authors->len; i++)
    add_byline (meta->bylines, self->linked.authors->pdata[i], TRUE);
  if (meta->bylines->len == 0 && author != NULL)
    add_byline (meta->bylines, author, TRUE);
  if (meta->bylines->len == 0)
    find_shown_byline (self, meta->bylines);
  /* Who publishes is not who wrote it. */
  for (guint i = 0; i < meta->bylines->len && meta->publisher != NULL;)
    if (g_ascii_strcasecmp (meta->bylines->pdata[i], meta->publisher) == 0)
      g_ptr_array_remove_index (meta->bylines, i);
    else
      i++;
}

static char *
find_day (const char *text)
{
  PurportDate date;
  return text != NULL && purport_date_find (text, strlen (text), &date) ? purport_date_to_iso (&date) : NULL;
}

/* Reads a number of at most @n_digits digits and the separator behind it. Returns: 0 if there is none. */
static guint
read_part (const char **at, guint n_digits)
{
  guint value = 0, n = 0;

  for (; n < n_digits && g_ascii_isdigit (**at); n++)
    value = value * 10 + (guint)(*(*at)++ - '0');
  if (g_ascii_isdigit (**at))
    return 0;
  if (**at != '\0')
    (*at)++;
  return value;
}

/* "/2019/03/14/" in an address. */
static char *
find_day_in_address (const char *uri)
{
  for (const char *at = uri != NULL ? strstr (uri, "/20") : NULL; at != NULL; at = strstr (at + 1, "/20")) {
    const char *part = at + 1;
    PurportDate date = { 0 };

    date.year = read_part (&part, 4);
    date.month = date.year > 1990 && date.year < 2100 ? read_part (&part, 2) : 0;
    date.day = date.month >= 1 && date.month <= 12 ? read_part (&part, 2) : 0;
    if (date.day >= 1 && date.day <= 31)
      return purport_date_to_iso (&date);
  }
  return NULL;
}

static char *
find_day_in_element (const GumboNode *node)
{
  const char *property = purport_html_get_attribute (node, "itemprop");
  g_autofree char *labels = NULL, *text = NULL;

  if (node->type != GUMBO_NODE_ELEMENT)
    return NULL;
  if (purport_html_is (node, GUMBO_TAG_TIME) || (property != NULL && strstr (property, "datePublished") != NULL)) {
    const char *value = purport_html_get_attribute (node, "datetime");
    char *day = find_day (value != NULL ? value : purport_html_get_attribute (node, "content"));
    if (day != NULL)
      return day;
  }
  labels = purport_html_dup_labels (node);
  if (!purport_html_is (node, GUMBO_TAG_TIME) && !purport_html_labels_have (labels, "date") &&
      !purport_html_labels_have (labels, "published") && !purport_html_labels_have (labels, "timestamp") &&
      !purport_html_labels_have (labels, "time") && !purport_html_labels_have (labels, "dateline") &&
      !purport_html_labels_have (labels, "byline") && !purport_html_labels_have (labels, "meta"))
    return NULL;
  text = purport_html_dup_text (node);
  return strlen (text) <= MAX_BYLINE_BYTES ? find_day (text) : NULL;
}

static char *
find_shown_day (const Page *self)
{
  for (GumboNode *node = (GumboNode *)self->document; node != NULL;
       node = purport_html_next (node, self->document, TRUE)) {
    char *day = find_day_in_element (node);
    if (day != NULL)
      return day;
  }
  return NULL;
}

static char *
choose_day (const Page *self, const char *uri)
{
  char *day = find_day (self->linked.published);

  for (const char *const *name = date_names; day == NULL && *name != NULL; name++)
    day = find_day (g_hash_table_lookup (self->metas, *name));
  if (day == NULL)
    day = find_day_in_address (uri);
  return day != NULL ? day : find_shown_day (self);
}

/**
 * purport_html_meta_new:
 * @uri: (nullable): the page's address
 *
 * O(size of the page).
 *
 * Returns: (transfer full): what the page says about its article
 */
PurportHtmlMeta *
purport_html_meta_new (const GumboNode *document, const PurportHtmlContent *content, const char *uri)
{
  PurportHtmlMeta *meta = g_new0 (PurportHtmlMeta, 1);
  Page page = { .document = document, .content = content };
  const char *site;

  page.metas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  purport_linked_data_init (&page.linked);
  read_page (&page);
  site = find_meta (&page, site_names);
  if (site == NULL)
    site = page.linked.publisher;
  meta->bylines = g_ptr_array_new_with_free_func (g_free);
  meta->publisher = g_strdup (site);
  meta->title = choose_title (&page, site);
  meta->published = choose_day (&page, uri);
  find_bylines (&page, meta);
  g_hash_table_unref (page.metas);
  purport_linked_data_clear (&page.linked);
  g_free (page.page_title);
  g_free (page.heading);
  return meta;
}

void
purport_html_meta_free (PurportHtmlMeta *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_ptr_array_unref (self->bylines);
  g_free (self->publisher);
  g_free (self->published);
  g_free (self);
}
