/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One walk over the whole page, head and body. O(size of the page). */
#include "importers/html-page.h"

#include <string.h>

#include "importers/html-tree.h"
#include "importers/html-words.h"

/* What one name may have of values, and a page of headings: more say nothing new. */
#define MAX_VALUES 64u
#define MAX_HEADINGS 400u
/* What is longer is no name of a site. In bytes. */
#define MAX_SITE_BYTES 80u
/* Longer headings are paragraphs that were set large. In bytes. */
#define MAX_HEADING_BYTES 400u

static const char *const site_names[] = { "og:site_name", "application-name", "dc.publisher", "al:ios:app_name",
                                          "citation_publisher" };

static void
clear_heading (gpointer data)
{
  PurportHtmlHeading *heading = data;
  g_clear_pointer (&heading->text, g_free);
}

static void
add_meta (PurportHtmlPage *self, const char *name, const char *value)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  GPtrArray *values = g_hash_table_lookup (self->metas, lower);

  if (values == NULL) {
    values = g_ptr_array_new_with_free_func (g_free);
    g_hash_table_insert (self->metas, g_steal_pointer (&lower), values);
  }
  if (values->len < MAX_VALUES && !g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL))
    g_ptr_array_add (values, g_strdup (value));
}

static void
read_meta (PurportHtmlPage *self, const GumboNode *node)
{
  const char *const keys[] = { purport_html_get_attribute (node, "property"), purport_html_get_attribute (node, "name"),
                               purport_html_get_attribute (node, "itemprop") };
  const char *content = purport_html_get_attribute (node, "content");
  g_autofree char *value = content != NULL ? purport_html_collapse (content) : NULL;

  if (value == NULL || *value == '\0')
    return;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_auto (GStrv) names = keys[i] != NULL ? g_strsplit (keys[i], " ", 8) : NULL;
    /* The properties of things that a page speaks of, works in its references for example, are not its own. */
    gboolean is_own = i < 2 || node->parent == NULL || purport_html_is (node->parent, GUMBO_TAG_HEAD) ||
                      g_str_has_prefix (keys[i] != NULL ? keys[i] : "", "date");
    for (guint k = 0; is_own && names != NULL && names[k] != NULL; k++)
      if (*names[k] != '\0')
        add_meta (self, names[k], value);
  }
}

static void
read_link (PurportHtmlPage *self, const GumboNode *node)
{
  const char *rel = purport_html_get_attribute (node, "rel"), *address = purport_html_get_attribute (node, "href");

  if (rel != NULL && address != NULL && self->canonical == NULL && g_ascii_strcasecmp (rel, "canonical") == 0 &&
      g_str_has_prefix (address, "http"))
    self->canonical = address;
}

static void
read_script (PurportHtmlPage *self, const GumboNode *node)
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

/* 1 to 6, or 0: no heading. */
static guint
find_level (const GumboNode *node)
{
  if (node->type != GUMBO_NODE_ELEMENT || node->v.element.tag < GUMBO_TAG_H1 || node->v.element.tag > GUMBO_TAG_H6)
    return 0;
  return (guint)(node->v.element.tag - GUMBO_TAG_H1) + 1;
}

static gboolean
is_in_article (const GumboNode *node)
{
  while (node != NULL && !purport_html_is (node, GUMBO_TAG_ARTICLE))
    node = node->parent;
  return node != NULL;
}

static gboolean
is_furniture_itself (const GumboNode *node)
{
  g_autofree char *labels = NULL;

  if (purport_html_is (node, GUMBO_TAG_NAV) || purport_html_is (node, GUMBO_TAG_ASIDE))
    return TRUE;
  if (purport_html_is (node, GUMBO_TAG_FOOTER))
    return !is_in_article (node);
  if (node->type != GUMBO_NODE_ELEMENT || purport_html_is (node, GUMBO_TAG_BODY) ||
      purport_html_is (node, GUMBO_TAG_HTML))
    return FALSE;
  labels = purport_html_dup_labels (node);
  for (const char *const *word = purport_html_furniture_labels; labels[1] != '\0' && *word != NULL; word++)
    if (purport_html_labels_have (labels, *word))
      return TRUE;
  return FALSE;
}

/* Whether @node stands in what is called navigation, a sidebar, comments and the like and holds little of the prose.
 * O(depth). */
gboolean
purport_html_page_is_furniture (const PurportHtmlPage *self, const GumboNode *node)
{
  for (; node != NULL; node = node->parent)
    if (purport_html_content_is_left_out (self->content, node) && is_furniture_itself (node))
      return TRUE;
  return FALSE;
}

static void
read_heading (PurportHtmlPage *self, const GumboNode *node, guint level)
{
  PurportHtmlHeading heading = { .node = node, .level = level };

  if (self->headings->len == MAX_HEADINGS)
    return;
  heading.text = purport_html_dup_text (node);
  if (*heading.text == '\0' || strlen (heading.text) > MAX_HEADING_BYTES) {
    g_free (heading.text);
    return;
  }
  heading.in_furniture = purport_html_page_is_furniture (self, node);
  g_array_append_val (self->headings, heading);
}

static void
read_nodes (PurportHtmlPage *self)
{
  gboolean hidden = FALSE;

  for (const GumboNode *node = self->document; node != NULL; node = purport_html_next (node, self->document, !hidden)) {
    guint level = find_level (node);

    hidden = FALSE;
    if (purport_html_is (node, GUMBO_TAG_META))
      read_meta (self, node);
    else if (purport_html_is (node, GUMBO_TAG_LINK))
      read_link (self, node);
    else if (purport_html_is (node, GUMBO_TAG_SCRIPT))
      read_script (self, node);
    else if (purport_html_is (node, GUMBO_TAG_TITLE) && self->title == NULL)
      self->title = dup_raw_text (node);
    else if (level > 0)
      read_heading (self, node, level);
    else
      hidden = !purport_html_is (node, GUMBO_TAG_HEAD) && !purport_html_is (node, GUMBO_TAG_NOSCRIPT) &&
               purport_html_is_invisible (node);
  }
}

/**
 * purport_html_page_new:
 * @document, @content: they must outlive the page
 * @uri: (nullable): the page's address; it must outlive the page
 *
 * Returns: (transfer full): what the page declares
 */
PurportHtmlPage *
purport_html_page_new (const GumboNode *document, const PurportHtmlContent *content, const char *uri)
{
  PurportHtmlPage *self = g_new0 (PurportHtmlPage, 1);

  self->document = document;
  self->content = content;
  self->uri = uri;
  self->metas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->headings = g_array_new (FALSE, FALSE, sizeof (PurportHtmlHeading));
  g_array_set_clear_func (self->headings, clear_heading);
  purport_linked_data_init (&self->linked);
  read_nodes (self);
  purport_linked_data_finish (&self->linked);
  for (guint i = 0; i < G_N_ELEMENTS (site_names) && self->site == NULL; i++)
    self->site = g_strdup (purport_html_page_get_meta (self, site_names[i]));
  if (self->site == NULL)
    self->site = g_strdup (self->linked.publisher);
  if (self->site != NULL && (strlen (self->site) > MAX_SITE_BYTES || g_strcmp0 (self->site, self->title) == 0))
    g_clear_pointer (&self->site, g_free);
  return self;
}

void
purport_html_page_free (PurportHtmlPage *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->metas);
  g_array_unref (self->headings);
  g_free (self->title);
  g_free (self->site);
  purport_linked_data_clear (&self->linked);
  g_free (self);
}

/* Returns: (transfer none) (nullable): the first value that a <meta> gives to @name, which is in lower case. */
const char *
purport_html_page_get_meta (const PurportHtmlPage *self, const char *name)
{
  GPtrArray *values = g_hash_table_lookup (self->metas, name);
  return values != NULL ? values->pdata[0] : NULL;
}
