/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the parser's tree in document order, without recursion. */
#include "importers/html-tree.h"

#include <string.h>

const char *
purport_html_get_attribute (const GumboNode *node, const char *name)
{
  const GumboAttribute *attribute;

  if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE)
    return NULL;
  attribute = gumbo_get_attribute (&node->v.element.attributes, name);
  return attribute != NULL ? attribute->value : NULL;
}

gboolean
purport_html_is (const GumboNode *node, GumboTag tag)
{
  return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}

/* Whether the element begins a line of its own. */
gboolean
purport_html_is_block (const GumboNode *node)
{
  if (node->type != GUMBO_NODE_ELEMENT)
    return FALSE;
  switch ((int)node->v.element.tag) {
  case GUMBO_TAG_ADDRESS:
  case GUMBO_TAG_ARTICLE:
  case GUMBO_TAG_ASIDE:
  case GUMBO_TAG_BLOCKQUOTE:
  case GUMBO_TAG_BODY:
  case GUMBO_TAG_CAPTION:
  case GUMBO_TAG_CENTER:
  case GUMBO_TAG_DD:
  case GUMBO_TAG_DETAILS:
  case GUMBO_TAG_DIV:
  case GUMBO_TAG_DL:
  case GUMBO_TAG_DT:
  case GUMBO_TAG_FIELDSET:
  case GUMBO_TAG_FIGCAPTION:
  case GUMBO_TAG_FIGURE:
  case GUMBO_TAG_FOOTER:
  case GUMBO_TAG_FORM:
  case GUMBO_TAG_H1:
  case GUMBO_TAG_H2:
  case GUMBO_TAG_H3:
  case GUMBO_TAG_H4:
  case GUMBO_TAG_H5:
  case GUMBO_TAG_H6:
  case GUMBO_TAG_HEADER:
  case GUMBO_TAG_HR:
  case GUMBO_TAG_HTML:
  case GUMBO_TAG_LI:
  case GUMBO_TAG_MAIN:
  case GUMBO_TAG_NAV:
  case GUMBO_TAG_OL:
  case GUMBO_TAG_P:
  case GUMBO_TAG_PRE:
  case GUMBO_TAG_SECTION:
  case GUMBO_TAG_SUMMARY:
  case GUMBO_TAG_TABLE:
  case GUMBO_TAG_TBODY:
  case GUMBO_TAG_TD:
  case GUMBO_TAG_TFOOT:
  case GUMBO_TAG_TH:
  case GUMBO_TAG_THEAD:
  case GUMBO_TAG_TR:
  case GUMBO_TAG_UL:
    return TRUE;
  default:
    return FALSE;
  }
}

/* Whether the page hides the element, so that a script may show it. */
gboolean
purport_html_is_hidden (const GumboNode *node)
{
  const char *style = purport_html_get_attribute (node, "style");
  g_autoptr (GString) plain = NULL;

  if (purport_html_get_attribute (node, "hidden") != NULL)
    return TRUE;
  if (style == NULL)
    return FALSE;
  plain = g_string_new (NULL);
  for (; *style != '\0'; style++)
    if (!g_ascii_isspace (*style))
      g_string_append_c (plain, g_ascii_tolower (*style));
  return strstr (plain->str, "display:none") != NULL || strstr (plain->str, "visibility:hidden") != NULL;
}

/* Whether nothing in the element is ever text on the page. */
gboolean
purport_html_is_invisible (const GumboNode *node)
{
  if (node->type == GUMBO_NODE_TEMPLATE || node->type == GUMBO_NODE_COMMENT)
    return TRUE;
  if (node->type != GUMBO_NODE_ELEMENT)
    return FALSE;
  switch ((int)node->v.element.tag) {
  case GUMBO_TAG_SCRIPT:
  case GUMBO_TAG_STYLE:
  case GUMBO_TAG_NOSCRIPT:
  case GUMBO_TAG_TEMPLATE:
  case GUMBO_TAG_IFRAME:
  case GUMBO_TAG_OBJECT:
  case GUMBO_TAG_EMBED:
  case GUMBO_TAG_SVG:
  case GUMBO_TAG_CANVAS:
  case GUMBO_TAG_AUDIO:
  case GUMBO_TAG_VIDEO:
  case GUMBO_TAG_BUTTON:
  case GUMBO_TAG_INPUT:
  case GUMBO_TAG_SELECT:
  case GUMBO_TAG_TEXTAREA:
  case GUMBO_TAG_HEAD:
  case GUMBO_TAG_TITLE:
    return TRUE;
  default:
    return purport_html_is_hidden (node);
  }
}

static const GumboVector *
get_children (const GumboNode *node)
{
  if (node->type == GUMBO_NODE_DOCUMENT)
    return &node->v.document.children;
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE ? &node->v.element.children : NULL;
}

/* Returns: (nullable): the node behind @node in document order, inside @root; its first child only if @descend. */
GumboNode *
purport_html_next (const GumboNode *node, const GumboNode *root, gboolean descend)
{
  const GumboVector *children = descend ? get_children (node) : NULL;

  if (children != NULL && children->length > 0)
    return children->data[0];
  while (node != root && node->parent != NULL) {
    const GumboVector *siblings = get_children (node->parent);
    if (siblings != NULL && node->index_within_parent + 1 < siblings->length)
      return siblings->data[node->index_within_parent + 1];
    node = node->parent;
  }
  return NULL;
}

/* Whether @node is @ancestor or in it. O(depth). */
gboolean
purport_html_is_inside (const GumboNode *node, const GumboNode *ancestor)
{
  while (node != NULL && node != ancestor)
    node = node->parent;
  return node != NULL;
}

GumboNode *
purport_html_find (const GumboNode *root, GumboTag tag)
{
  for (GumboNode *node = (GumboNode *)root; node != NULL; node = purport_html_next (node, root, TRUE))
    if (purport_html_is (node, tag))
      return node;
  return NULL;
}

/* Returns: (transfer full): @text with each run of white space as one space, and none at the ends. */
char *
purport_html_collapse (const char *text)
{
  g_autoptr (GString) out = g_string_sized_new (strlen (text));
  gboolean space = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (g_unichar_isspace (c)) {
      space = TRUE;
      continue;
    }
    if (c == 0x200B || c == 0xFEFF || c == 0xAD)
      continue;
    if (space && out->len > 0)
      g_string_append_c (out, ' ');
    space = FALSE;
    g_string_append_unichar (out, c);
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Returns: (transfer full): @text with HTML's character references decoded: numbers and the most usual names. */
char *
purport_html_unescape (const char *text)
{
  static const struct {
    const char *name;
    gunichar c;
  } names[] = { { "amp;", '&' },       { "quot;", '"' },     { "apos;", '\'' },    { "lt;", '<' },
                { "gt;", '>' },        { "nbsp;", 0xA0 },    { "ndash;", 0x2013 }, { "mdash;", 0x2014 },
                { "lsquo;", 0x2018 },  { "rsquo;", 0x2019 }, { "ldquo;", 0x201C }, { "rdquo;", 0x201D },
                { "hellip;", 0x2026 }, { "eacute;", 0xE9 } };
  g_autoptr (GString) out = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0';) {
    gunichar c = 0;
    const char *end = at + 1;

    if (*at == '&' && at[1] == '#') {
      gboolean is_hexadecimal = g_ascii_tolower (at[2]) == 'x';
      char *stop = NULL;
      guint64 value = g_ascii_strtoull (at + (is_hexadecimal ? 3 : 2), &stop, is_hexadecimal ? 16 : 10);
      if (*stop == ';' && value >= 0x20 && value <= 0x10FFFF && g_unichar_validate ((gunichar)value)) {
        c = (gunichar)value;
        end = stop + 1;
      }
    }
    for (guint i = 0; *at == '&' && c == 0 && i < G_N_ELEMENTS (names); i++)
      if (g_str_has_prefix (at + 1, names[i].name)) {
        c = names[i].c;
        end = at + 1 + strlen (names[i].name);
      }
    if (c != 0)
      g_string_append_unichar (out, c);
    else
      g_string_append_c (out, *at);
    at = end;
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Returns: (transfer full): the visible text in @node, in one line. */
char *
purport_html_dup_text (const GumboNode *node)
{
  return purport_html_dup_short_text (node, G_MAXSIZE);
}

/* Returns: (transfer full) (nullable): as purport_html_dup_text(); %NULL if it is longer than about @max_bytes. Stops
 * there, so that asking every element of a page costs no more than the limit for each. */
char *
purport_html_dup_short_text (const GumboNode *node, gsize max_bytes)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const GumboNode *at = node;
  gsize n_steps = 0;

  while (at != NULL) {
    if (max_bytes != G_MAXSIZE && (out->len > max_bytes + max_bytes / 2 || n_steps++ > max_bytes))
      return NULL;
    gboolean skip = at != node && purport_html_is_invisible (at);
    if (at->type == GUMBO_NODE_TEXT || at->type == GUMBO_NODE_WHITESPACE || at->type == GUMBO_NODE_CDATA)
      g_string_append (out, at->v.text.text);
    else if (purport_html_is_block (at) || purport_html_is (at, GUMBO_TAG_BR))
      g_string_append_c (out, ' ');
    at = purport_html_next (at, node, !skip);
  }
  return purport_html_collapse (out->str);
}

/* A heading's text makes a long id, whose words say nothing of what the element is. */
static gboolean
is_sentence (const char *id)
{
  guint n = 0;

  for (; *id != '\0'; id++)
    n += *id == '-' || *id == '_' ? 1 : 0;
  return n >= 4;
}

/* Returns: (transfer full): the words of class and id, in lower case, with a space before and behind each. */
char *
purport_html_dup_labels (const GumboNode *node)
{
  const char *id = purport_html_get_attribute (node, "id");
  const char *const values[] = { purport_html_get_attribute (node, "class"),
                                 id != NULL && is_sentence (id) ? NULL : id };
  g_autoptr (GString) out = g_string_new (" ");

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    for (const char *at = values[i]; at != NULL && *at != '\0'; at++) {
      if (!g_ascii_isalnum (*at)) {
        if (out->str[out->len - 1] != ' ')
          g_string_append_c (out, ' ');
        continue;
      }
      if (at > values[i] && g_ascii_isupper (*at) && g_ascii_islower (at[-1]))
        g_string_append_c (out, ' ');
      g_string_append_c (out, g_ascii_tolower (*at));
    }
    if (out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Whether @word, which may be several words with spaces between them, is among @labels. */
gboolean
purport_html_labels_have (const char *labels, const char *word)
{
  gsize n = strlen (word);

  for (const char *at = strstr (labels, word); at != NULL; at = strstr (at + 1, word))
    if (at[-1] == ' ' && at[n] == ' ')
      return TRUE;
  return FALSE;
}
