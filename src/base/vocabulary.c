/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table per enumeration, in the order of its members. */
#include "base/vocabulary.h"

#define DEFINE_WORDS(function, Type, ...)                                                                              \
  const char *function (Type value)                                                                                    \
  {                                                                                                                    \
    static const char *const words[] = { __VA_ARGS__ };                                                                \
    g_return_val_if_fail ((guint)value < G_N_ELEMENTS (words), NULL);                                                  \
    return words[value];                                                                                               \
  }

/* clang-format off */
DEFINE_WORDS (purport_block_kind_to_string, PurportBlockKind,
              "title", "byline", "date", "heading", "paragraph", "quotation", "list-item", "caption", "table",
              "boilerplate")
DEFINE_WORDS (purport_repair_kind_to_string, PurportRepairKind,
              "missing-space", "missing-break", "unbalanced-quote", "glued-words", "letter-case", "encoding")
DEFINE_WORDS (purport_name_type_to_string, PurportNameType,
              "person", "organization", "place", "other")
DEFINE_WORDS (purport_source_type_to_string, PurportSourceType,
              "person", "organization", "document", "group")
DEFINE_WORDS (purport_independence_to_string, PurportIndependence,
              "unknown", "author", "independent", "interested")
DEFINE_WORDS (purport_mention_kind_to_string, PurportMentionKind,
              "name", "nominal", "pronoun")
DEFINE_WORDS (purport_mode_to_string, PurportMode,
              "none", "direct", "indirect", "mixed")
DEFINE_WORDS (purport_act_to_string, PurportAct,
              "statement", "finding", "belief", "attitude")
DEFINE_WORDS (purport_claim_kind_to_string, PurportClaimKind,
              "causal", "association", "statistic", "mechanism", "finding", "prediction", "recommendation",
              "evaluation", "experience", "definition")
DEFINE_WORDS (purport_strength_to_string, PurportStrength,
              "none", "no_relation", "correlational", "conditional", "causal")
DEFINE_WORDS (purport_certainty_to_string, PurportCertainty,
              "firm", "qualified", "tentative")
DEFINE_WORDS (purport_aspect_to_string, PurportAspect,
              "number", "extent", "probability", "framing", "suggestion", "condition")
DEFINE_WORDS (purport_reason_to_string, PurportReason,
              "causal", "association", "figures", "recommendation", "prediction", "named-expert", "study",
              "in-lead", "repeated", "disputed", "limits", "judgement", "experience", "finding", "attributed")
DEFINE_WORDS (purport_comparison_to_string, PurportComparison,
              "=", ">", ">=", "<", "<=", "~")
DEFINE_WORDS (purport_figure_kind_to_string, PurportFigureKind,
              "count", "percentage", "fraction", "ratio", "money", "duration", "measure", "age", "rate",
              "range", "times")
DEFINE_WORDS (purport_change_kind_to_string, PurportChangeKind,
              "none", "relative", "absolute")
DEFINE_WORDS (purport_evidence_kind_to_string, PurportEvidenceKind,
              "study", "trial", "review", "survey", "statistics", "journal", "observation", "document",
              "link")
DEFINE_WORDS (purport_caveat_kind_to_string, PurportCaveatKind,
              "not-causal", "small-sample", "animals", "early", "limits", "conflict", "disagreement")
DEFINE_WORDS (purport_question_to_string, PurportQuestion,
              "costs", "benefits", "harms", "evidence-quality", "sources-conflicts", "alternatives",
              "availability", "novelty", "overselling", "press-release")
/* clang-format on */
