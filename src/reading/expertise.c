/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is an expert: by title, role, institution or part in the study; not patients, not the press. */
#include "reading/expertise.h"

static gboolean
has_academic_title (const PurportDraft *draft, const PurportEntity *entity)
{
  static const char *const titles[] = { "dr", "dr.", "doctor", "prof", "prof.", "professor", NULL };

  for (guint i = 0; i < entity->phrases->len; i++) {
    const PurportPhrase *phrase = purport_draft_phrase (draft, g_array_index (entity->phrases, guint32, i));
    for (guint32 j = phrase->first_token; j < phrase->end_token; j++)
      if (purport_draft_is_any (draft, j, titles))
        return TRUE;
    if (phrase->first_token > 1 && purport_draft_is_any (draft, phrase->first_token - 1, titles))
      return TRUE;
  }
  return FALSE;
}

/* Whether one of the roles is that of somebody who knows, and not of a patient or a neighbour. */
static gboolean
has_expert_role (const PurportDraft *draft, const GArray *roles)
{
  for (guint i = 0; i < roles->len; i++) {
    PurportTokens tokens = purport_draft_tokens_at (draft, g_array_index (roles, PurportSpan, i));
    /* "co-directs" */
    gboolean lay = FALSE, known = purport_tag_is_verb (purport_draft_tag (draft, tokens.first_token));
    for (guint32 j = tokens.first_token; j < tokens.end_token; j++) {
      lay = lay || purport_draft_has (draft, j, PURPORT_TERM_LAY);
      known = known || purport_draft_has (draft, j, PURPORT_TERM_AUTHOR) || purport_draft_is_role (draft, j) ||
              purport_draft_has (draft, j, PURPORT_TERM_TITLE) || purport_draft_has (draft, j, PURPORT_TERM_DOCUMENT);
      if (purport_draft_is (draft, j, "phd") || purport_draft_is (draft, j, "doctoral"))
        return TRUE;
    }
    if (known && !lay)
      return TRUE;
  }
  return FALSE;
}

/* Whether the name is, or ends with, that of a newspaper, an agency or a broadcaster. */
static gboolean
is_press (const PurportDraft *draft, const PurportTokens *name)
{
  static const char *const endings[] = { "news",       "times",    "post",      "gazette",   "herald", "tribune",
                                         "chronicle",  "courier",  "telegraph", "newspaper", "radio",  "tv",
                                         "television", "magazine", "reporter",  "online",    NULL };

  for (guint32 i = name->first_token; i < name->end_token; i++) {
    const PurportTerm *term = purport_terms_get (draft->terms, i, PURPORT_TERM_PRESS);
    if (term != NULL && (term->end_token == name->end_token || i == name->first_token) &&
        (term->end_token == name->end_token || purport_draft_is_any (draft, name->end_token - 1, endings)))
      return TRUE;
  }
  return purport_draft_is_any (draft, name->end_token - 1, endings);
}

/**
 * purport_expertise_is_expert:
 * @entity: the entity with its mentions
 * @source: the source that is made of it, with its roles, affiliations and independence
 *
 * Returns: whether the source is cited for knowledge or official standing
 */
gboolean
purport_expertise_is_expert (const PurportDraft *draft, const PurportEntity *entity, const PurportSource *source)
{
  const PurportTokens *name = &entity->name;

  switch (source->type) {
  case PURPORT_SOURCE_ORGANIZATION:
    return !is_press (draft, name);
  case PURPORT_SOURCE_GROUP:
    return !purport_draft_has (draft, name->end_token - 1, PURPORT_TERM_LAY);
  case PURPORT_SOURCE_PERSON:
    if (has_academic_title (draft, entity) || has_expert_role (draft, source->roles) ||
        source->independence == PURPORT_INDEPENDENCE_AUTHOR)
      return TRUE;
    return source->affiliations->len > 0 && source->roles->len == 0;
  case PURPORT_SOURCE_DOCUMENT:
  default:
    return FALSE;
  }
}
