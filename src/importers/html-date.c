/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From the most to the least reliable place: JSON-LD, <meta>, the address, what is shown; a page that says only when
 * it was changed is dated by that.
 */
#include "importers/html-date.h"

#include <string.h>

#include "formats/dates.h"
#include "importers/html-tree.h"

/* What is shown as a date is in a line not longer than this, in bytes. */
#define MAX_DATE_BYTES 160u

static const char *const date_names[] = {
  "article:published_time",
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
};

static const char *const changed_names[] = { "article:modified_time", "og:updated_time",  "last-modified",
                                             "datemodified",          "dcterms.modified", "dc.date.modified" };

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

/* "mar" and "march": 3. */
static guint
read_month_name (const char **at)
{
  static const char *const names[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                       "jul", "aug", "sep", "oct", "nov", "dec" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strncasecmp (*at, names[i], 3) == 0) {
      while (g_ascii_isalpha (**at))
        (*at)++;
      if (**at != '\0')
        (*at)++;
      return i + 1;
    }
  return 0;
}

/* "/2019/03/14/" or "/2019/mar/14/" in an address. */
static char *
find_day_in_address (const char *uri)
{
  for (const char *at = uri != NULL ? strstr (uri, "/20") : NULL; at != NULL; at = strstr (at + 1, "/20")) {
    const char *part = at + 1;
    PurportDate date = { 0 };

    date.year = read_part (&part, 4);
    if (date.year > 1990 && date.year < 2100)
      date.month = g_ascii_isdigit (*part) ? read_part (&part, 2) : read_month_name (&part);
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
  return strlen (text) <= MAX_DATE_BYTES ? find_day (text) : NULL;
}

static char *
find_shown_day (const PurportHtmlPage *page)
{
  for (GumboNode *node = (GumboNode *)page->document; node != NULL;
       node = purport_html_next (node, page->document, TRUE)) {
    char *day = find_day_in_element (node);
    if (day != NULL)
      return day;
  }
  return NULL;
}

static char *
find_declared_day (const PurportHtmlPage *page, const char *const *names, guint n)
{
  char *day = NULL;

  for (guint i = 0; day == NULL && i < n; i++)
    day = find_day (purport_html_page_get_meta (page, names[i]));
  return day;
}

/* "Last edited on 3 May 2019": the last of such lines. */
static char *
find_shown_change (const PurportHtmlPage *page)
{
  char *day = NULL;

  for (GumboNode *node = (GumboNode *)page->document; node != NULL;
       node = purport_html_next (node, page->document, TRUE)) {
    g_autofree char *text = NULL, *lower = NULL, *found = NULL;

    if (node->type != GUMBO_NODE_TEXT || strlen (node->v.text.text) > MAX_DATE_BYTES)
      continue;
    lower = g_ascii_strdown (node->v.text.text, -1);
    if (strstr (lower, "updated") == NULL && strstr (lower, "last edited") == NULL &&
        strstr (lower, "last modified") == NULL && strstr (lower, "modified on") == NULL)
      continue;
    text = purport_html_dup_short_text (node->parent != NULL ? node->parent : node, MAX_DATE_BYTES);
    found = find_day (text);
    if (found != NULL) {
      g_free (day);
      day = g_steal_pointer (&found);
    }
  }
  return day;
}

static gboolean
is_next_day (const char *one, const char *two)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *a = g_strconcat (one, "T00:00:00Z", NULL), *b = g_strconcat (two, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) first = g_date_time_new_from_iso8601 (a, utc), second = g_date_time_new_from_iso8601 (b, utc);
  GTimeSpan between = first != NULL && second != NULL ? g_date_time_difference (first, second) : 0;

  return ABS (between) == G_TIME_SPAN_DAY;
}

/**
 * purport_html_find_day:
 *
 * O(size of the page).
 *
 * Returns: (transfer full) (nullable): a day, as ISO 8601 has it, or a month or year where nothing more is said
 */
char *
purport_html_find_day (const PurportHtmlPage *page)
{
  g_autofree char *in_address = find_day_in_address (page->uri);
  char *day = find_day (page->linked.published);

  if (in_address == NULL)
    in_address = find_day_in_address (page->canonical);
  if (day == NULL)
    day = find_declared_day (page, date_names, G_N_ELEMENTS (date_names));
  /* The address has the day as it was where the article was written; what is declared may be in another zone. */
  if (in_address != NULL && (day == NULL || is_next_day (day, in_address))) {
    g_free (day);
    return g_steal_pointer (&in_address);
  }
  if (day == NULL)
    day = find_shown_day (page);
  if (day == NULL)
    day = find_day (page->linked.modified);
  if (day == NULL)
    day = find_declared_day (page, changed_names, G_N_ELEMENTS (changed_names));
  return day != NULL ? day : find_shown_change (page);
}
