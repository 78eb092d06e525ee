/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The name model decides word by word and cuts some names short. Here its names and the bare capitals beside them are
 * joined into whole ones, left to right, by what stands between: nothing, a hyphen, "of", "and", "’s". The words of
 * institutions ("university", "department") and of titles decide what a whole is the name of. O(tokens).
 */
#include "reading/proper-names.h"

#include "reading/surnames.h"

#include <string.h>

/* No name is joined beyond so many tokens. */
#define LONGEST_NAME 24

typedef struct {
  PurportDraft *draft;
  gboolean headline; /* all words of the sentence have capitals, which therefore tell nothing */
} Finder;

static gboolean
has_flag (const PurportDraft *draft, guint32 token, PurportTokenFlags flag)
{
  return (purport_draft_token (draft, token)->flags & flag) != 0;
}

static gboolean
is_institution_word (const PurportDraft *draft, guint32 token)
{
  return purport_draft_has (draft, token, PURPORT_TERM_ORG_HEAD);
}

/* Whether the name begins or ends with a word such as "university". */
static gboolean
names_institution (const PurportDraft *draft, const PurportProperName *name)
{
  return is_institution_word (draft, name->first_token) || is_institution_word (draft, name->end_token - 1);
}

static gboolean
has_institution_word (const PurportDraft *draft, const PurportProperName *name)
{
  for (guint32 i = name->first_token; i < name->end_token; i++)
    if (is_institution_word (draft, i))
      return TRUE;
  return FALSE;
}

/* "al-", "van der": small words inside a person's name. */
static gboolean
is_particle (const PurportDraft *draft, guint32 token)
{
  static const char *const particles[] = { "al", "el", "bin", "ibn", "von", "van", "der", "den", "de",
                                           "di", "da", "du",  "del", "la",  "le",  "ten", "ter", NULL };
  return purport_draft_is_any (draft, token, particles);
}

/* Whether the token's capital shows that it belongs to a name. */
static gboolean
shows_name (const Finder *finder, guint32 token)
{
  const PurportDraft *draft = finder->draft;
  gboolean first = purport_draft_sentence_of (draft, token)->first_token == token ||
                   (token > 0 && draft->quote_of[token] != draft->quote_of[token - 1]);
  PurportTag tag = purport_draft_tag (draft, token);

  if (finder->headline || !has_flag (draft, token, PURPORT_TOKEN_CAPITALIZED) ||
      purport_draft_has_title (draft, token) ||
      (purport_draft_is_role (draft, token) && !is_institution_word (draft, token)))
    return FALSE;
  if (has_flag (draft, token, PURPORT_TOKEN_DIGIT))
    return FALSE;
  return purport_tag_is_proper_noun (tag) ||
         (!first && (purport_tag_is_noun (tag) || tag == PURPORT_TAG_JJ || tag == PURPORT_TAG_VBG));
}

/* The end of the name that the model lets begin at @token: at a possessive mark, or before "of the UK". */
static guint32
labelled_end (const PurportDraft *draft, guint32 token)
{
  guint32 end = token + 1;

  while (end < purport_draft_n_tokens (draft) && purport_draft_token (draft, end)->name_place == PURPORT_NAME_INSIDE &&
         draft->sentence_of[end] == draft->sentence_of[token] && draft->quote_of[end] == draft->quote_of[token]) {
    if (purport_draft_tag (draft, end) == PURPORT_TAG_POS)
      break;
    if (purport_draft_is (draft, end, "of") && purport_draft_is (draft, end + 1, "the") &&
        end + 2 < purport_draft_n_tokens (draft) && has_flag (draft, end + 2, PURPORT_TOKEN_UPPER))
      break;
    end++;
  }
  return end;
}

/* Behind the office that the model took into a person's name: "Shadow Home Secretary Yvette Cooper". */
static guint32
behind_office (const PurportDraft *draft, guint32 first_token, guint32 end_token)
{
  /* "GP Anna Smith", "MP Smith": an office in capitals */
  if (first_token + 1 < end_token && has_flag (draft, first_token, PURPORT_TOKEN_UPPER) &&
      purport_draft_is_role (draft, first_token))
    first_token++;
  /* "General Suleiman al-Amr", "Charity Parkinson’s UK" */
  while (first_token + 1 < end_token && (purport_draft_has (draft, first_token, PURPORT_TERM_TITLE) ||
                                         purport_draft_has (draft, first_token, PURPORT_TERM_COLLECTIVE)))
    first_token++;
  for (guint32 i = end_token - MIN (end_token, 3); i > first_token; i--)
    if (purport_draft_is_role (draft, i))
      return i + 1;
  return first_token;
}

/* Reads what begins at @token: a name of the model, what is left of one behind a possessive mark, or a capital. */
static gboolean
read_piece (const Finder *finder, guint32 token, PurportProperName *piece)
{
  const PurportDraft *draft = finder->draft;
  const PurportToken *t = purport_draft_token (draft, token);

  if (t->name_place != PURPORT_NAME_OUTSIDE && !(t->flags & PURPORT_TOKEN_PUNCTUATION) &&
      purport_draft_tag (draft, token) != PURPORT_TAG_POS && !purport_draft_is (draft, token, "of") &&
      !purport_draft_is (draft, token, "the")) {
    if (t->name_type == PURPORT_NAME_PERSON && purport_draft_has_title (draft, token))
      return FALSE;
    /* "the GP added" */
    if (labelled_end (draft, token) == token + 1 && (t->flags & PURPORT_TOKEN_UPPER) &&
        purport_draft_is_role (draft, token))
      return FALSE;
    *piece = (PurportProperName){ token, labelled_end (draft, token), t->name_type, TRUE };
    if (t->name_type == PURPORT_NAME_PERSON || t->name_type == PURPORT_NAME_OTHER)
      piece->first_token = behind_office (draft, token, piece->end_token);
    return TRUE;
  }
  if (!shows_name (finder, token))
    return FALSE;
  *piece = (PurportProperName){ token, token + 1, PURPORT_NAME_OTHER, FALSE };
  return TRUE;
}

static gboolean
is_person (const PurportProperName *name)
{
  return name->typed && name->type == PURPORT_NAME_PERSON;
}

static gboolean
is_organization (const PurportProperName *name)
{
  return name->typed && name->type == PURPORT_NAME_ORGANIZATION;
}

static gboolean
is_place (const PurportProperName *name)
{
  return name->typed && name->type == PURPORT_NAME_PLACE;
}

static gboolean
join_as (PurportProperName *a, const PurportProperName *b, PurportNameType type, gboolean typed)
{
  a->end_token = b->end_token;
  a->type = type;
  a->typed = typed;
  return TRUE;
}

/* "Diabetes UK", "Public Health England": a body named after the land that it works in. */
static gboolean
is_land_of_body (const PurportDraft *draft, const PurportProperName *name)
{
  static const char *const lands[] = { "uk",      "england",       "scotland", "wales",   "ireland",
                                       "america", "australia",     "europe",   "canada",  "africa",
                                       "india",   "international", "zealand",  "britain", NULL };
  return name->end_token == name->first_token + 1 && purport_draft_is_any (draft, name->first_token, lands);
}

static gboolean
join_adjacent (const PurportDraft *draft, PurportProperName *a, const PurportProperName *b)
{
  gboolean initial = a->end_token == a->first_token + 1 &&
                     purport_span_length (purport_draft_token (draft, a->first_token)->span) <= 2;
  gboolean noun = purport_tag_is_proper_noun (purport_draft_tag (draft, a->end_token - 1));

  if (is_land_of_body (draft, b) && !is_place (a))
    return join_as (a, b, PURPORT_NAME_ORGANIZATION, TRUE);
  if (!b->typed) {
    gboolean head = is_institution_word (draft, b->end_token - 1);
    if (head && !is_organization (a))
      return join_as (a, b, PURPORT_NAME_ORGANIZATION, TRUE);
    if (is_place (a))
      return FALSE;
    return join_as (a, b, a->type, a->typed);
  }
  if (is_person (b))
    return (!a->typed ? noun && !is_institution_word (draft, a->end_token - 1)
                      : initial && a->type == PURPORT_NAME_OTHER) &&
           join_as (a, b, PURPORT_NAME_PERSON, TRUE);
  if (is_organization (b))
    return !is_person (a) && !is_organization (a) && names_institution (draft, b) &&
           join_as (a, b, PURPORT_NAME_ORGANIZATION, TRUE);
  return FALSE;
}

static gboolean
join_hyphenated (PurportProperName *a, const PurportProperName *b)
{
  if (is_organization (b))
    return join_as (a, b, PURPORT_NAME_ORGANIZATION, TRUE);
  if (is_person (a) || is_person (b))
    return join_as (a, b, PURPORT_NAME_PERSON, TRUE);
  return join_as (a, b, a->type, a->typed);
}

/* "Alzheimer’s Society", "King’s College": a possessive that belongs to the name. */
static gboolean
owns_name (const PurportDraft *draft, const PurportProperName *name)
{
  static const char *const owners[] = { "alzheimer", "parkinson", "huntington", "crohn",    "king", "queen",
                                        "women",     "children",  "men",        "veterans", "guy",  NULL };
  return name->end_token == name->first_token + 1 && purport_draft_is_any (draft, name->first_token, owners);
}

/* "St Anne’s Hospital": a house named after a saint. */
static gboolean
owns_house (const PurportDraft *draft, const PurportProperName *name, const PurportProperName *house)
{
  guint32 saint = name->first_token;

  if (!purport_draft_is (draft, saint, "st") && !purport_draft_is (draft, saint, "saint") && saint > 0 &&
      purport_draft_is (draft, saint - 1, "."))
    saint--;
  if (saint > 0 && !purport_draft_is (draft, saint, "st") && !purport_draft_is (draft, saint, "saint"))
    saint--;
  return (purport_draft_is (draft, saint, "st") || purport_draft_is (draft, saint, "st.") ||
          purport_draft_is (draft, saint, "saint")) &&
         has_institution_word (draft, house);
}

/* Whether an institution's name goes on over the preposition: "Department of Health", "Committee on Nutrition". */
static gboolean
takes_preposition (const PurportDraft *draft, const PurportProperName *name, guint32 preposition)
{
  static const char *const on[] = { "committee", "commission", "council", "panel", "centre", "center", NULL };
  static const char *const with_for[] = { "centre",  "center",  "institute",  "society", "school",
                                          "centers", "centres", "institutes", "council", "agency",
                                          "office",  "fund",    "campaign",   NULL };

  /* "The Friends of Calder Bridge" */
  if (purport_draft_is (draft, preposition, "of") && name->end_token == name->first_token + 1 &&
      purport_draft_is (draft, name->first_token, "friends"))
    return TRUE;
  if (!names_institution (draft, name) || is_person (name))
    return FALSE;
  if (purport_draft_is (draft, preposition, "of"))
    return TRUE;
  if (purport_draft_is (draft, preposition, "on"))
    return purport_draft_is_any (draft, name->end_token - 1, on);
  return purport_draft_is (draft, preposition, "for") && purport_draft_is_any (draft, name->end_token - 1, with_for);
}

/* State universities with several seats: "University of California at San Francisco". */
static gboolean
has_seats (const PurportDraft *draft, const PurportProperName *name)
{
  static const char *const states[] = { "california", "texas",    "wisconsin", "illinois", "maryland",
                                        "michigan",   "carolina", "minnesota", "colorado", "massachusetts",
                                        "missouri",   "nebraska", "alabama",   "arkansas", NULL };
  return purport_draft_is (draft, name->first_token, "university") &&
         purport_draft_is_any (draft, name->end_token - 1, states);
}

/* Whether an "of" stands inside the name, not before a place: "School of Hygiene". */
static gboolean
ends_with_subject (const PurportDraft *draft, const PurportProperName *name)
{
  for (guint32 i = name->end_token - 1; i > name->first_token + 1; i--)
    if (purport_draft_is (draft, i - 1, "of") || purport_draft_is (draft, i - 1, "for"))
      return !purport_draft_is (draft, name->first_token, "university") &&
             !(purport_draft_token (draft, i)->name_place == PURPORT_NAME_BEGIN &&
               purport_draft_token (draft, i)->name_type == PURPORT_NAME_PLACE);
  return FALSE;
}

static gboolean
join_over_word (const PurportDraft *draft, PurportProperName *a, const PurportProperName *b)
{
  guint32 between = a->end_token;
  gboolean whole = is_person (b) || has_institution_word (draft, b);

  if (purport_draft_is (draft, between, "&"))
    return join_as (a, b, PURPORT_NAME_ORGANIZATION, TRUE);
  if (purport_draft_tag (draft, between) == PURPORT_TAG_POS)
    return (owns_name (draft, a) || owns_house (draft, a, b)) && join_as (a, b, PURPORT_NAME_ORGANIZATION, TRUE);
  if (takes_preposition (draft, a, between) && !(is_person (b) && b->end_token - b->first_token > 1))
    return !(is_organization (b) && names_institution (draft, b)) && join_as (a, b, PURPORT_NAME_ORGANIZATION, TRUE);
  if ((purport_draft_is (draft, between, "at") || purport_draft_is (draft, between, "in")) && is_place (b))
    return has_seats (draft, a) && join_as (a, b, PURPORT_NAME_ORGANIZATION, TRUE);
  if (!purport_draft_is (draft, between, "and"))
    return FALSE;
  if (is_organization (a) && ends_with_subject (draft, a) && !whole && !is_place (b))
    return join_as (a, b, PURPORT_NAME_ORGANIZATION, TRUE);
  /* "the Orthopedic and Spine Institute" */
  return a->end_token == a->first_token + 1 && a->first_token > 0 && !is_person (a) && !is_place (a) &&
         !is_institution_word (draft, a->first_token) && !has_flag (draft, a->first_token, PURPORT_TOKEN_UPPER) &&
         purport_draft_is (draft, a->first_token - 1, "the") && is_organization (b) &&
         is_institution_word (draft, b->end_token - 1) && join_as (a, b, PURPORT_NAME_ORGANIZATION, TRUE);
}

/* Joins @b to @a where the two are one name. */
static gboolean
join (const PurportDraft *draft, PurportProperName *a, const PurportProperName *b)
{
  guint32 n_between = b->first_token - a->end_token;

  if (b->end_token - a->first_token > LONGEST_NAME)
    return FALSE;
  if (draft->sentence_of[a->first_token] != draft->sentence_of[b->first_token] ||
      draft->quote_of[a->first_token] != draft->quote_of[b->first_token])
    return FALSE;
  if (n_between == 0)
    return join_adjacent (draft, a, b);
  if (n_between <= 3 && (is_person (a) || !a->typed)) {
    guint32 i = a->end_token;
    while (i < b->first_token && (is_particle (draft, i) || purport_draft_is (draft, i, "-")))
      i++;
    if (i == b->first_token && is_particle (draft, a->end_token))
      return join_as (a, b, is_person (a) || is_person (b) ? PURPORT_NAME_PERSON : PURPORT_NAME_OTHER,
                      is_person (a) || is_person (b));
  }
  if (n_between == 1 && purport_draft_is (draft, a->end_token, "-"))
    return !has_flag (draft, a->end_token, PURPORT_TOKEN_SPACE_BEFORE) && join_hyphenated (a, b);
  if (n_between == 1)
    return join_over_word (draft, a, b);
  if (n_between == 2 && purport_draft_is (draft, b->first_token - 1, "the") &&
      takes_preposition (draft, a, a->end_token))
    return !b->typed && join_as (a, b, PURPORT_NAME_ORGANIZATION, TRUE);
  return FALSE;
}

/* Reads a sentence: each piece is joined to the name before it, and that to the one before, for as long as they fit. */
static void
read_sentence (Finder *finder, const PurportTextSentence *sentence)
{
  PurportDraft *draft = finder->draft;
  guint32 first_name = draft->names->len;
  guint32 i = sentence->first_token;

  while (i < sentence->end_token) {
    PurportProperName piece;
    if (!read_piece (finder, i, &piece)) {
      i++;
      continue;
    }
    i = piece.end_token;
    g_array_append_val (draft->names, piece);
    while (draft->names->len >= first_name + 2 &&
           join (draft, &g_array_index (draft->names, PurportProperName, draft->names->len - 2),
                 &g_array_index (draft->names, PurportProperName, draft->names->len - 1)))
      g_array_set_size (draft->names, draft->names->len - 1);
  }
}

/* What the whole name and the words before it tell of its type. */
static void
settle_type (const PurportDraft *draft, PurportProperName *name)
{
  /* "Queen Mary University" */
  static const char *const crowns[] = { "queen", "king", "prince", "princess", NULL };
  static const char *const lands[] = { "us", "uk", "u.s.", "u.k.", "usa", "uae", "eu", NULL };
  gboolean titled = name->first_token > 0 && purport_draft_has_title (draft, name->first_token - 1) &&
                    draft->sentence_of[name->first_token - 1] == draft->sentence_of[name->first_token];

  if (is_person (name) && name->end_token - name->first_token > 2 && is_institution_word (draft, name->end_token - 1))
    name->type = PURPORT_NAME_ORGANIZATION;
  /* "leading charity Beat" */
  if (name->first_token > 0 && name->type != PURPORT_NAME_PLACE &&
      draft->sentence_of[name->first_token - 1] == draft->sentence_of[name->first_token] &&
      !has_flag (draft, name->first_token - 1, PURPORT_TOKEN_CAPITALIZED) &&
      purport_draft_has (draft, name->first_token - 1, PURPORT_TERM_COLLECTIVE)) {
    name->type = PURPORT_NAME_ORGANIZATION;
    name->typed = TRUE;
    /* "the charity Lungs First": its capitals are its name */
    while (name->end_token < purport_draft_n_tokens (draft) &&
           draft->sentence_of[name->end_token] == draft->sentence_of[name->first_token] &&
           draft->quote_of[name->end_token] == draft->quote_of[name->first_token] &&
           has_flag (draft, name->end_token, PURPORT_TOKEN_CAPITALIZED) &&
           purport_draft_token (draft, name->end_token)->name_place == PURPORT_NAME_OUTSIDE)
      name->end_token++;
  }
  if (titled && name->type == PURPORT_NAME_ORGANIZATION &&
      purport_draft_is_any (draft, name->first_token - 1, crowns) &&
      has_flag (draft, name->first_token - 1, PURPORT_TOKEN_CAPITALIZED)) {
    name->first_token--;
    return;
  }
  /* "Dr van der Linden", "Vanessa van der Linden" */
  for (guint32 i = name->first_token; is_person (name) && i > 0 && is_particle (draft, i - 1); i--)
    if (i > 1 && draft->sentence_of[i - 2] == draft->sentence_of[i] &&
        (purport_draft_has_title (draft, i - 2) || has_flag (draft, i - 2, PURPORT_TOKEN_CAPITALIZED)))
      name->first_token = purport_draft_has_title (draft, i - 2) ? i - 1 : MIN (name->first_token, i - 1);
  /* "Facebook creator Mark Zuckerberg" */
  if (name->first_token > 0 && name->end_token - name->first_token > 1 &&
      (!name->typed || name->type == PURPORT_NAME_OTHER || name->type == PURPORT_NAME_PLACE) &&
      !names_institution (draft, name) &&
      draft->sentence_of[name->first_token - 1] == draft->sentence_of[name->first_token] &&
      !has_flag (draft, name->first_token - 1, PURPORT_TOKEN_CAPITALIZED) &&
      purport_draft_is_role (draft, name->first_token - 1))
    titled = TRUE;
  if (titled && !names_institution (draft, name)) {
    name->type = PURPORT_NAME_PERSON;
    name->typed = TRUE;
  }
  if (name->end_token - name->first_token == 1 && purport_draft_is_any (draft, name->first_token, lands)) {
    name->type = PURPORT_NAME_PLACE;
    name->typed = TRUE;
    return;
  }
  if ((is_place (name) || (name->typed && name->type == PURPORT_NAME_OTHER)) &&
      name->end_token - name->first_token > 1 &&
      (is_institution_word (draft, name->end_token - 1) || purport_draft_is (draft, name->end_token - 1, "uk")))
    name->type = PURPORT_NAME_ORGANIZATION;
  if (name->typed)
    return;
  if ((names_institution (draft, name) && name->end_token - name->first_token > 1) ||
      (name->end_token - name->first_token == 1 && has_flag (draft, name->first_token, PURPORT_TOKEN_UPPER))) {
    name->type = PURPORT_NAME_ORGANIZATION;
    name->typed = TRUE;
  }
}

static gboolean
is_headline (const PurportDraft *draft, const PurportTextSentence *sentence)
{
  guint n_words = 0, n_small = 0;

  for (guint32 i = sentence->first_token; i < sentence->end_token; i++)
    if (has_flag (draft, i, PURPORT_TOKEN_LETTER)) {
      n_words++;
      n_small += !has_flag (draft, i, PURPORT_TOKEN_CAPITALIZED);
    }
  return n_words > 3 && n_small * 3 < n_words;
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  const PurportProperName *first = a, *second = b;
  return first->first_token < second->first_token ? -1 : first->first_token > second->first_token;
}

static void
mark_names (PurportDraft *draft)
{
  for (guint32 i = 0; i < draft->names->len; i++) {
    const PurportProperName *name = &g_array_index (draft->names, PurportProperName, i);
    for (guint32 j = name->first_token; j < name->end_token; j++)
      draft->name_of[j] = i;
  }
}

/**
 * purport_proper_names_find:
 * @draft: a draft with terms and quotes; gets its names
 *
 * O(tokens).
 */
void
purport_proper_names_find (PurportDraft *draft)
{
  g_autoptr (GArray) small = g_array_new (FALSE, FALSE, sizeof (PurportProperName));

  for (guint32 i = 0; i < draft->words->sentences->len; i++) {
    Finder finder = { draft, is_headline (draft, purport_draft_sentence (draft, i)) };
    read_sentence (&finder, purport_draft_sentence (draft, i));
  }
  for (guint32 i = 0; i < draft->names->len; i++)
    settle_type (draft, &g_array_index (draft->names, PurportProperName, i));
  mark_names (draft);
  purport_surnames_find (draft, small);
  if (small->len == 0)
    return;
  g_array_append_vals (draft->names, small->data, small->len);
  g_array_sort (draft->names, compare_names);
  mark_names (draft);
}
