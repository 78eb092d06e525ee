/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every block of a page is measured: how much text it has, how much of that is links, and how much is prose (blocks of
 * some length that are mostly no links). Blocks that are called what is never the article are left out, unless nearly
 * all of the prose is in them. The article is where the page says it is, if enough of the prose is there; else one goes
 * down from the body as long as one child has nearly all of the prose. (Block scoring after Kohlschütter, Fankhauser
 * and Nejdl 2010: text density and link density.)
 */
#include "importers/html-content.h"

#include <string.h>

#include "importers/html-tree.h"
#include "importers/html-words.h"

/* A block of so many letters, of which at most so many per cent are links, is prose. */
#define MIN_PROSE 40u
#define MAX_PROSE_LINK_PERCENT 40u
/* A page with less prose than so many letters shows its article by a script. */
#define MIN_SHOWN_PROSE 400u
/* A marked article counts from so many per cent of the page's prose. */
#define MIN_MARKED_PERCENT 40u
/* One goes down to a child with so many per cent of the prose. */
#define MIN_DESCEND_PERCENT 98u
/* ... and of what is no link: tables and lists of short lines are no prose. */
#define MIN_DESCEND_PLAIN_PERCENT 75u
/* A further part of a marked article has so many per cent of the page's prose. */
#define MIN_PART_PERCENT 5u
/* What is called no article is kept if so many per cent of the prose are in it. */
#define KEEP_HARDLY_PERCENT 15u
#define KEEP_SURELY_NOT_PERCENT 75u
/* With less of the prose left than so many per cent, the labels are not believed. */
#define MIN_KEPT_PERCENT 25u

typedef struct {
  guint text; /* letters and signs, white space aside */
  guint link;
  guint prose;
} Measure;

/* Where an element stands. */
enum { IN_MARKED = 1 << 0, IN_MAIN = 1 << 1 };

struct _PurportHtmlContent {
  GHashTable *measures; /* (element-type GumboNode Measure): of block elements */
  GHashTable *left_out; /* (element-type GumboNode) */
  GHashTable *places;   /* (element-type GumboNode guint): see find_place() */
  GumboNode *root;
};

static void
add (Measure *sum, Measure more)
{
  sum->text += more.text;
  sum->link += more.link;
  sum->prose += more.prose;
}

static guint
count_signs (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += ((guchar)*text & 0xC0) != 0x80 && !g_ascii_isspace (*text) ? 1 : 0;
  return n;
}

static gboolean
is_prose (Measure own)
{
  return own.text >= MIN_PROSE && own.link * 100 <= own.text * MAX_PROSE_LINK_PERCENT;
}

/* Measures @node: what is inside blocks is returned, what is outside of them is added to @own. Recursion is bounded. */
static Measure
measure (PurportHtmlContent *self, const GumboNode *node, gboolean in_link, Measure *own)
{
  Measure sum = { 0 }, mine = { 0 };
  gboolean is_block = purport_html_is_block (node);

  if (node->type == GUMBO_NODE_TEXT) {
    guint n = count_signs (node->v.text.text);
    own->text += n;
    own->link += in_link ? n : 0;
  }
  if (node->type != GUMBO_NODE_ELEMENT || purport_html_is_invisible (node) ||
      g_hash_table_contains (self->left_out, node))
    return sum;
  in_link = in_link || purport_html_is (node, GUMBO_TAG_A);
  for (guint i = 0; i < node->v.element.children.length; i++)
    add (&sum, measure (self, node->v.element.children.data[i], in_link, is_block ? &mine : own));
  if (!is_block)
    return sum;
  if (is_prose (mine))
    mine.prose = mine.text;
  add (&sum, mine);
  g_hash_table_insert (self->measures, (gpointer)node, g_memdup2 (&sum, sizeof sum));
  return sum;
}

static Measure
get_measure (const PurportHtmlContent *self, const GumboNode *node)
{
  const Measure *found = g_hash_table_lookup (self->measures, node);
  return found != NULL ? *found : (Measure){ 0 };
}

static gboolean
has_one_of (const char *labels, const char *const *words)
{
  for (; *words != NULL; words++)
    if (purport_html_labels_have (labels, *words))
      return TRUE;
  return FALSE;
}

static gboolean
has_role (const GumboNode *node, const char *const *roles)
{
  const char *role = purport_html_get_attribute (node, "role");
  return role != NULL && g_strv_contains (roles, role);
}

/* The share of the prose, in per cent, up to which a block is left out; 0: it is not. */
static guint
find_limit (const GumboNode *node, gboolean by_labels)
{
  static const char *const never_roles[] = { "navigation", "complementary", "contentinfo", "banner",
                                             "search",     "dialog",        "alert",       "menu",
                                             "menubar",    "toolbar",       NULL };
  g_autofree char *labels = NULL;

  if (purport_html_is (node, GUMBO_TAG_BODY) || purport_html_is (node, GUMBO_TAG_HTML) ||
      purport_html_is (node, GUMBO_TAG_ARTICLE) || purport_html_is (node, GUMBO_TAG_MAIN))
    return 0;
  if (purport_html_is (node, GUMBO_TAG_NAV) || purport_html_is (node, GUMBO_TAG_FOOTER) ||
      purport_html_is (node, GUMBO_TAG_ASIDE) || has_role (node, never_roles))
    return KEEP_SURELY_NOT_PERCENT;
  if (purport_html_is (node, GUMBO_TAG_FORM))
    return KEEP_HARDLY_PERCENT;
  if (!by_labels)
    return 0;
  /* Inside a paragraph a label says little: the author's name may be part of a sentence. */
  if (!purport_html_is_block (node) && (node->parent == NULL || purport_html_is (node->parent, GUMBO_TAG_P)))
    return 0;
  labels = purport_html_dup_labels (node);
  if (labels[1] == '\0')
    return 0;
  if (has_one_of (labels, purport_html_surely_not))
    return has_one_of (labels, purport_html_article_labels) ? KEEP_HARDLY_PERCENT : KEEP_SURELY_NOT_PERCENT;
  return purport_html_is_block (node) && has_one_of (labels, purport_html_hardly) &&
                 !has_one_of (labels, purport_html_article_labels)
             ? KEEP_HARDLY_PERCENT
             : 0;
}

static guint find_place (PurportHtmlContent *self, const GumboNode *node);

/* Navigation, lists of teasers: hardly any prose, nearly all links. Inside what is marked as the article's text a list
 * or table of links is part of it. */
static gboolean
is_link_list (PurportHtmlContent *self, const GumboNode *node, Measure own, guint total)
{
  if (purport_html_is (node, GUMBO_TAG_P) || purport_html_is (node, GUMBO_TAG_LI) ||
      purport_html_is (node, GUMBO_TAG_TD) || purport_html_is (node, GUMBO_TAG_TH) ||
      purport_html_is (node, GUMBO_TAG_DT) || purport_html_is (node, GUMBO_TAG_DD))
    return FALSE;
  if ((purport_html_is (node, GUMBO_TAG_UL) || purport_html_is (node, GUMBO_TAG_OL)) &&
      (find_place (self, node) & IN_MARKED) != 0)
    return FALSE;
  if ((purport_html_is (node, GUMBO_TAG_TABLE) || purport_html_is (node, GUMBO_TAG_TBODY) ||
       purport_html_is (node, GUMBO_TAG_TR)) &&
      find_place (self, node) != 0)
    return FALSE;
  return own.link * 100 > own.text * 66 && own.prose * 4 < own.text && own.prose * 100 <= total * 10 && own.text > 0;
}

static void
leave_out_unlikely (PurportHtmlContent *self, GumboNode *body, gboolean by_labels)
{
  guint total = get_measure (self, body).prose;
  GumboNode *node = body;

  while (node != NULL) {
    gboolean leave_out = FALSE;
    if (node->type == GUMBO_NODE_ELEMENT && node != body) {
      guint limit = find_limit (node, by_labels);
      Measure own = get_measure (self, node);
      leave_out = (limit > 0 && own.prose * 100 < total * limit + 1) ||
                  (purport_html_is_block (node) && is_link_list (self, node, own, total));
    }
    if (leave_out)
      g_hash_table_add (self->left_out, node);
    node = purport_html_next (node, body, !leave_out);
  }
}

static Measure
measure_again (PurportHtmlContent *self, const GumboNode *body)
{
  Measure own = { 0 };

  g_hash_table_remove_all (self->measures);
  return measure (self, body, FALSE, &own);
}

static gboolean
is_marked (const GumboNode *node)
{
  const char *property = purport_html_get_attribute (node, "itemprop");
  g_autofree char *labels = NULL;

  /* A paragraph is no article, whatever it is called. */
  if (!purport_html_is_block (node) || purport_html_is (node, GUMBO_TAG_P) || purport_html_is (node, GUMBO_TAG_LI))
    return FALSE;
  if (property != NULL && strstr (property, "articleBody") != NULL)
    return TRUE;
  labels = purport_html_dup_labels (node);
  return has_one_of (labels, purport_html_article_labels);
}

/* Where @node stands, of IN_MARKED and IN_MAIN. What is found is kept, so that asking for each of many costs no more
 * than walking over them. */
static guint
find_place (PurportHtmlContent *self, const GumboNode *node)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  guint place = 0;
  gpointer known;

  for (; node != NULL; node = node->parent) {
    if (g_hash_table_lookup_extended (self->places, node, NULL, &known)) {
      place = GPOINTER_TO_UINT (known);
      break;
    }
    g_ptr_array_add (path, (gpointer)node);
  }
  for (guint i = path->len; i > 0; i--) {
    const GumboNode *at = path->pdata[i - 1];
    if (at->type == GUMBO_NODE_ELEMENT && is_marked (at))
      place |= IN_MARKED;
    if (purport_html_is (at, GUMBO_TAG_ARTICLE) || purport_html_is (at, GUMBO_TAG_MAIN))
      place |= IN_MAIN;
    g_hash_table_insert (self->places, (gpointer)at, GUINT_TO_POINTER (place));
  }
  return place;
}

/* The element with the most prose among those that @matches accepts; NULL if it has too little of it. */
static GumboNode *
find_best (const PurportHtmlContent *self, GumboNode *body, gboolean (*matches) (const GumboNode *node))
{
  guint total = get_measure (self, body).prose, best_prose = 0;
  GumboNode *best = NULL, *node = body;

  while (node != NULL) {
    gboolean left_out = g_hash_table_contains (self->left_out, node);
    if (!left_out && node->type == GUMBO_NODE_ELEMENT && matches (node)) {
      guint prose = get_measure (self, node).prose;
      if (prose > best_prose) {
        best = node;
        best_prose = prose;
      }
    }
    node = purport_html_next (node, body, !left_out);
  }
  return best_prose * 100 >= total * MIN_MARKED_PERCENT ? best : NULL;
}

/* A template may cut the article into several marked parts, with an advertisement between them: then it is what holds
 * all of them that have some of the prose. */
static GumboNode *
widen (const PurportHtmlContent *self, GumboNode *body, GumboNode *best, gboolean (*matches) (const GumboNode *node))
{
  guint total = get_measure (self, body).prose;
  GumboNode *node = body, *whole = best;

  while (node != NULL) {
    gboolean left_out = g_hash_table_contains (self->left_out, node), inside = node == whole;
    if (!left_out && !inside && node->type == GUMBO_NODE_ELEMENT && !purport_html_is_inside (whole, node) &&
        matches (node) && get_measure (self, node).prose * 100 >= total * MIN_PART_PERCENT)
      while (!purport_html_is_inside (node, whole))
        whole = whole->parent;
    node = purport_html_next (node, body, !left_out && !inside);
  }
  return whole;
}

static gboolean
is_article (const GumboNode *node)
{
  return purport_html_is (node, GUMBO_TAG_ARTICLE);
}

static gboolean
is_main (const GumboNode *node)
{
  static const char *const roles[] = { "main", NULL };
  return purport_html_is (node, GUMBO_TAG_MAIN) || has_role (node, roles);
}

static GumboNode *
descend (const PurportHtmlContent *self, GumboNode *from)
{
  Measure all = get_measure (self, from);
  guint total = all.prose, plain = all.text - all.link;
  GumboNode *next = from;

  while (next != NULL && total > 0) {
    from = next;
    next = NULL;
    for (guint i = 0; i < from->v.element.children.length; i++) {
      GumboNode *child = from->v.element.children.data[i];
      if (child->type == GUMBO_NODE_ELEMENT && purport_html_is_block (child) && !purport_html_is (child, GUMBO_TAG_P) &&
          get_measure (self, child).prose * 100 >= total * MIN_DESCEND_PERCENT &&
          (get_measure (self, child).text - get_measure (self, child).link) * 100 >= plain * MIN_DESCEND_PLAIN_PERCENT)
        next = child;
    }
  }
  return from;
}

static GumboNode *
find_root (const PurportHtmlContent *self, GumboNode *body)
{
  GumboNode *root = find_best (self, body, is_marked);

  if (root != NULL)
    root = widen (self, body, root, is_marked);
  if (root == NULL)
    root = find_best (self, body, is_article);
  if (root == NULL)
    root = find_best (self, body, is_main);
  return descend (self, root != NULL ? root : body);
}

/* Shows what is there only for browsers that run no scripts, or what a script would show. */
static void
reveal (GumboNode *body)
{
  for (GumboNode *node = body; node != NULL; node = purport_html_next (node, body, TRUE)) {
    GumboAttribute *hidden, *style;
    if (node->type != GUMBO_NODE_ELEMENT)
      continue;
    hidden = gumbo_get_attribute (&node->v.element.attributes, "hidden");
    style = gumbo_get_attribute (&node->v.element.attributes, "style");
    if (node->v.element.tag == GUMBO_TAG_NOSCRIPT)
      node->v.element.tag = GUMBO_TAG_DIV;
    if (hidden != NULL)
      *(char *)hidden->name = '-'; /* both are the tree's own copies */
    if (style != NULL)
      *(char *)style->value = '\0';
  }
}

static guint
count_paragraphs (GumboNode *root)
{
  guint n = 0;

  for (GumboNode *node = root; node != NULL; node = purport_html_next (node, root, TRUE))
    if (node->type == GUMBO_NODE_TEXT && node->parent != NULL &&
        (purport_html_is (node->parent, GUMBO_TAG_P) ||
         (node->parent->parent != NULL && purport_html_is (node->parent->parent, GUMBO_TAG_P))))
      n += count_signs (node->v.text.text);
  return n;
}

/* The letters of paragraphs that are not shown. O(size of the page). */
static guint
count_hidden (GumboNode *body)
{
  guint n = 0;
  gboolean is_shown = TRUE;

  for (GumboNode *node = body; node != NULL; node = purport_html_next (node, body, is_shown)) {
    is_shown = !purport_html_is (node, GUMBO_TAG_NOSCRIPT) && !purport_html_is_hidden (node);
    if (!is_shown)
      n += count_paragraphs (node);
  }
  return n;
}

/* Measures the page; one that shows hardly any prose is measured with what it hides. */
static Measure
measure_page (PurportHtmlContent *self, GumboNode *body)
{
  Measure own = { 0 }, all = measure (self, body, FALSE, &own);

  if (all.prose >= MIN_SHOWN_PROSE || count_hidden (body) < MIN_SHOWN_PROSE + 2 * all.prose)
    return all;
  reveal (body);
  return measure_again (self, body);
}

/**
 * purport_html_content_new:
 * @body: the page's body; it must outlive the content; where it shows nothing, what it hides is made visible
 *
 * Finds the article in a page. O(number of nodes times their depth at most).
 *
 * Returns: (transfer full): what is the article and what is left out of it
 */
PurportHtmlContent *
purport_html_content_new (GumboNode *body)
{
  PurportHtmlContent *self = g_new0 (PurportHtmlContent, 1);
  Measure all, kept;

  self->measures = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->left_out = g_hash_table_new (NULL, NULL);
  self->places = g_hash_table_new (NULL, NULL);
  all = measure_page (self, body);
  leave_out_unlikely (self, body, TRUE);
  kept = measure_again (self, body);
  /* A template may call every paragraph a widget. */
  if (kept.prose * 100 < all.prose * MIN_KEPT_PERCENT) {
    g_hash_table_remove_all (self->left_out);
    measure_again (self, body);
    leave_out_unlikely (self, body, FALSE);
    measure_again (self, body);
  }
  self->root = find_root (self, body);
  return self;
}

/* Returns: (transfer full): all of @body, of which nothing is left out. */
PurportHtmlContent *
purport_html_content_new_whole (GumboNode *body)
{
  PurportHtmlContent *self = g_new0 (PurportHtmlContent, 1);

  self->measures = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->left_out = g_hash_table_new (NULL, NULL);
  self->places = g_hash_table_new (NULL, NULL);
  self->root = body;
  return self;
}

void
purport_html_content_free (PurportHtmlContent *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->measures);
  g_hash_table_unref (self->left_out);
  g_hash_table_unref (self->places);
  g_free (self);
}

/* Returns: (transfer none): the element that holds the article. */
GumboNode *
purport_html_content_get_root (const PurportHtmlContent *self)
{
  return self->root;
}

/* Whether @node, inside the root, is no part of the article. */
gboolean
purport_html_content_is_left_out (const PurportHtmlContent *self, const GumboNode *node)
{
  return g_hash_table_contains (self->left_out, node) || purport_html_is_invisible (node);
}
