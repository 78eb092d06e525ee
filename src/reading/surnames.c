/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Surnames that have lost their capital, as scraped and translated texts lose them: known from elsewhere in the
 * article, or behind a first name, and where the words around them are those around a name. */
#include "reading/surnames.h"

#include "reading/proper-names.h"

/* The surnames of an article, to find them where they have lost their capital. The sieve spares most look-ups. */
typedef struct {
  GHashTable *known; /* (element-type utf8 utf8): case folded */
  guint32 sieve[26]; /* by first letter: the lengths that occur */
} Surnames;

static char *
dup_folded (const PurportDraft *draft, guint32 token)
{
  PurportSpan span = purport_draft_token (draft, token)->span;
  return g_utf8_casefold (draft->words->article->text + span.start_byte, purport_span_length (span));
}

static guint32
length_bit (const PurportDraft *draft, guint32 token)
{
  return 1U << MIN (purport_span_length (purport_draft_token (draft, token)->span), 31);
}

static int
letter_of (const PurportDraft *draft, guint32 token)
{
  char c = g_ascii_tolower (*purport_words_get_text (draft->words, token));
  return c >= 'a' && c <= 'z' ? c - 'a' : -1;
}

static void
collect_surnames (const PurportDraft *draft, Surnames *surnames)
{
  for (guint32 i = 0; i < draft->names->len; i++) {
    const PurportProperName *name = &g_array_index (draft->names, PurportProperName, i);
    guint32 last = name->end_token - 1;
    if (!name->typed || name->type != PURPORT_NAME_PERSON || letter_of (draft, last) < 0 ||
        length_bit (draft, last) < 1U << 3 ||
        (name->first_token == last && !(last > 0 && purport_draft_has_title (draft, last - 1))))
      continue;
    surnames->sieve[letter_of (draft, last)] |= length_bit (draft, last);
    g_hash_table_add (surnames->known, dup_folded (draft, last));
  }
}

static gboolean
is_surname (const PurportDraft *draft, const Surnames *surnames, guint32 token)
{
  int letter = letter_of (draft, token);
  g_autofree char *folded = NULL;

  if (letter < 0 || purport_draft_has (draft, token, PURPORT_TERM_REPORT) ||
      !(surnames->sieve[letter] & length_bit (draft, token)))
    return FALSE;
  folded = dup_folded (draft, token);
  return g_hash_table_contains (surnames->known, folded);
}

static gboolean
is_speech (const PurportDraft *draft, guint32 token)
{
  return purport_draft_has (draft, token, PURPORT_TERM_SPEECH) &&
         purport_tag_is_verb (purport_draft_tag (draft, token));
}

/* Whether the words around a surname in lower case are those around a name: "said smith", "smith’s", "smith, who". */
static gboolean
stands_like_name (const PurportDraft *draft, guint32 token)
{
  PurportTag before = token > 0 ? purport_draft_tag (draft, token - 1) : PURPORT_TAG_NONE;

  if (before == PURPORT_TAG_DT || before == PURPORT_TAG_PRPS || before == PURPORT_TAG_JJ || before == PURPORT_TAG_NN)
    return FALSE;
  return (token > 0 && is_speech (draft, token - 1)) || is_speech (draft, token + 1) ||
         purport_draft_has (draft, token + 1, PURPORT_TERM_REPORT) ||
         (token + 1 < purport_draft_n_tokens (draft) && purport_draft_tag (draft, token + 1) == PURPORT_TAG_POS);
}

/* "Prof Mel slater, co-author": behind a first name with a title or a verb of speech before it. */
static gboolean
ends_full_name (const PurportDraft *draft, const PurportProperName *name, guint32 token)
{
  static const char *const behind[] = { ",", "of", "at", "from", "(", "who", NULL };
  guint32 first = name->first_token;

  return first > 0 && name->end_token == first + 1 && purport_tag_is_noun (purport_draft_tag (draft, token)) &&
         purport_draft_tag (draft, token) != PURPORT_TAG_NNS && purport_draft_is_any (draft, token + 1, behind) &&
         !purport_draft_is_role (draft, token) &&
         (purport_draft_has_title (draft, first - 1) || is_speech (draft, first - 1));
}

/* The person whose name ends right before @token, in the same sentence. */
static PurportProperName *
person_before (const PurportDraft *draft, guint32 token)
{
  guint32 index = token > 0 ? draft->name_of[token - 1] : PURPORT_NONE;
  PurportProperName *name = index == PURPORT_NONE ? NULL : &g_array_index (draft->names, PurportProperName, index);

  return name != NULL && name->typed && name->type == PURPORT_NAME_PERSON && name->end_token == token &&
                 draft->sentence_of[token - 1] == draft->sentence_of[token] &&
                 draft->quote_of[token - 1] == draft->quote_of[token]
             ? name
             : NULL;
}

/**
 * purport_surnames_find:
 * @draft: a draft with its names; those that a surname in lower case ends grow by it
 * @found: (element-type PurportProperName): gets the surnames that stand alone, in order
 *
 * O(tokens).
 */
void
purport_surnames_find (PurportDraft *draft, GArray *found)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Surnames surnames = { .known = known };

  collect_surnames (draft, &surnames);
  for (guint32 i = 0; i < purport_draft_n_tokens (draft); i++) {
    PurportProperName *before;
    if (draft->name_of[i] != PURPORT_NONE || (purport_draft_token (draft, i)->flags & PURPORT_TOKEN_CAPITALIZED) ||
        !(purport_draft_token (draft, i)->flags & PURPORT_TOKEN_LETTER))
      continue;
    before = person_before (draft, i);
    if (before != NULL && (is_surname (draft, &surnames, i) || ends_full_name (draft, before, i))) {
      draft->name_of[i] = draft->name_of[i - 1];
      before->end_token = i + 1;
    } else if (before == NULL && is_surname (draft, &surnames, i) &&
               ((i > 0 && purport_draft_has_title (draft, i - 1)) || stands_like_name (draft, i))) {
      PurportProperName name = { i, i + 1, PURPORT_NAME_PERSON, TRUE };
      g_array_append_val (found, name);
    }
  }
}
