/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of words, in lower case. General knowledge of newspapers, not of single articles. */
#include "formats/byline-words.h"

#include <string.h>

/* What the head of a description of an author's job is. */
static const char *const role_heads[] = {
  "correspondent", "correspondents", "editor",      "editors", "reporter", "reporters", "writer", "writers",
  "columnist",     "journalist",     "contributor", "staff",   "bureau",   "agencies",  "critic", "producer",
  "commentator",   "blogger",        "intern",      "author",  "chief",    "reporting",
};

/* What stands before it. */
static const char *const roles[] = {
  "affairs",        "arts",       "assistant",    "associate",  "business",   "chief",     "city",    "community",
  "consumer",       "contact",    "contributing", "courts",     "crime",      "culture",   "data",    "defence",
  "defense",        "deputy",     "digital",      "diplomatic", "economics",  "education", "energy",  "entertainment",
  "environment",    "executive",  "fashion",      "features",   "finance",    "food",      "foreign", "freelance",
  "general",        "global",     "guest",        "head",       "health",     "higher",    "home",    "industry",
  "investigations", "legal",      "lifestyle",    "local",      "managing",   "media",     "medical", "medicine",
  "money",          "national",   "nature",       "news",       "online",     "personal",  "policy",  "political",
  "politics",       "property",   "regional",     "religion",   "reporter",   "royal",     "science", "security",
  "senior",         "showbiz",    "social",       "special",    "specialist", "sports",    "sport",   "staff",
  "tech",           "technology", "transport",    "travel",     "video",      "weekend",   "world",
};

/* Small words inside names. */
static const char *const particles[] = {
  "al",  "af", "av", "bin", "ben", "bint", "da", "das", "de",  "del", "della", "den", "der", "di", "do",
  "dos", "du", "e",  "el",  "ibn", "la",   "le", "los", "ter", "ten", "van",   "von", "y",   "zu", "zur",
};

/* Words that newspapers, sites and broadcasters are called by. */
static const char *const publishers[] = {
  "bbc",      "blog",       "blogs",       "broadcasting", "bulletin", "chronicle", "cnn",     "courier",
  "daily",    "dispatch",   "echo",        "enquirer",     "examiner", "express",   "gazette", "globe",
  "guardian", "herald",     "independent", "inquirer",     "insider",  "itv",       "journal", "magazine",
  "mail",     "mailonline", "media",       "mercury",      "metro",    "mirror",    "nbc",     "network",
  "news",     "newspaper",  "newspapers",  "observer",     "online",   "post",      "press",   "radio",
  "record",   "register",   "review",      "scientist",    "scotsman", "standard",  "star",    "sun",
  "sunday",   "telegraph",  "times",       "today",        "tribune",  "tv",        "website", "weekly",
};

/* Words in capitals that make two or three of them no person's name. */
static const char *const no_names[] = {
  "a",         "about",     "advertisement", "after",        "all",        "an",       "and",
  "are",       "article",   "articles",      "as",           "at",         "back",     "be",
  "before",    "best",      "big",           "breaking",     "but",        "by",       "can",
  "category",  "causal",    "click",         "comment",      "comments",   "company",  "contact",
  "contents",  "cookie",    "cookies",       "copyright",    "could",      "credit",   "day",
  "disease",   "do",        "does",          "download",     "editorial",  "election", "email",
  "exclusive", "facebook",  "facts",         "featured",     "file",       "first",    "follow",
  "for",       "form",      "free",          "from",         "gallery",    "get",      "getty",
  "google",    "health",    "help",          "here",         "high",       "home",     "how",
  "if",        "image",     "images",        "in",           "index",      "info",     "inside",
  "instagram", "institute", "interview",     "introduction", "is",         "it",       "key",
  "latest",    "less",      "life",          "link",         "links",      "list",     "live",
  "local",     "log",       "main",          "manage",       "menu",       "more",     "most",
  "my",        "national",  "new",           "news",         "newsletter", "next",     "no",
  "not",       "notes",     "now",           "of",           "on",         "one",      "opinion",
  "or",        "other",     "our",           "out",          "over",       "overview", "page",
  "photo",     "photos",    "picture",       "pictures",     "play",       "policy",   "popular",
  "previous",  "print",     "privacy",       "private",      "public",     "question", "questions",
  "read",      "recent",    "related",       "report",       "reports",    "research", "results",
  "review",    "reviews",   "risk",          "risks",        "save",       "school",   "science",
  "search",    "section",   "see",           "services",     "share",      "should",   "side",
  "sign",      "site",      "skip",          "so",           "society",    "sport",    "sports",
  "stories",   "story",     "study",         "subscribe",    "summary",    "support",  "table",
  "tags",      "terms",     "that",          "the",          "their",      "these",    "this",
  "to",        "today",     "top",           "topics",       "trending",   "twitter",  "uk",
  "under",     "union",     "university",    "up",           "update",     "updated",  "updates",
  "us",        "use",       "video",         "videos",       "view",       "was",      "watch",
  "we",        "weather",   "website",       "what",         "when",       "where",    "which",
  "who",       "why",       "will",          "with",         "women",      "world",    "year",
  "years",     "you",       "your",          "january",      "february",   "march",    "april",
  "june",      "july",      "august",        "september",    "october",    "november", "december",
  "monday",    "tuesday",   "wednesday",     "thursday",     "friday",     "saturday", "sunday",
};

static const char *const agencies[] = {
  "aap",
  "afp",
  "agence france-presse",
  "agencies",
  "ani",
  "ansa",
  "ap",
  "associated press",
  "bloomberg",
  "dpa",
  "efe",
  "ians",
  "kyodo",
  "kyodo news",
  "pa",
  "pa media",
  "press association",
  "press trust of india",
  "pti",
  "reuters",
  "reuters health",
  "tass",
  "the associated press",
  "the press association",
  "upi",
  "xinhua",
};

/* Looks @word up; the tables are short. */
static gboolean
is_in (const char *word, gsize n_bytes, const char *const *table, gsize n)
{
  char lower[32];

  if (n_bytes == 0 || n_bytes >= sizeof lower)
    return FALSE;
  for (gsize i = 0; i < n_bytes; i++)
    lower[i] = g_ascii_tolower (word[i]);
  lower[n_bytes] = '\0';
  for (gsize i = 0; i < n; i++)
    if (strcmp (lower, table[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
purport_byline_word_is_role_head (const char *word, gsize n_bytes)
{
  return is_in (word, n_bytes, role_heads, G_N_ELEMENTS (role_heads));
}

gboolean
purport_byline_word_is_role (const char *word, gsize n_bytes)
{
  return is_in (word, n_bytes, roles, G_N_ELEMENTS (roles)) || purport_byline_word_is_role_head (word, n_bytes);
}

gboolean
purport_byline_word_is_particle (const char *word, gsize n_bytes)
{
  return is_in (word, n_bytes, particles, G_N_ELEMENTS (particles));
}

gboolean
purport_byline_word_is_publisher (const char *word, gsize n_bytes)
{
  return is_in (word, n_bytes, publishers, G_N_ELEMENTS (publishers));
}

gboolean
purport_byline_word_is_no_name (const char *word, gsize n_bytes)
{
  return is_in (word, n_bytes, no_names, G_N_ELEMENTS (no_names));
}

/* Whether @words are the name of a news agency, in whatever letters. */
gboolean
purport_byline_is_agency (const char *words, gsize n_bytes)
{
  return is_in (words, n_bytes, agencies, G_N_ELEMENTS (agencies));
}
