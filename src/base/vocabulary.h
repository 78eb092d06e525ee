/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the public format for each enumeration of article.h and reading.h. */
#pragma once

#include "base/reading.h"

G_BEGIN_DECLS

const char *purport_block_kind_to_string (PurportBlockKind kind);
const char *purport_repair_kind_to_string (PurportRepairKind kind);
const char *purport_name_type_to_string (PurportNameType type);
const char *purport_source_type_to_string (PurportSourceType type);
const char *purport_independence_to_string (PurportIndependence independence);
const char *purport_mention_kind_to_string (PurportMentionKind kind);
const char *purport_mode_to_string (PurportMode mode);
const char *purport_act_to_string (PurportAct act);
const char *purport_claim_kind_to_string (PurportClaimKind kind);
const char *purport_strength_to_string (PurportStrength strength);
const char *purport_certainty_to_string (PurportCertainty certainty);
const char *purport_aspect_to_string (PurportAspect aspect);
const char *purport_reason_to_string (PurportReason reason);
const char *purport_comparison_to_string (PurportComparison comparison);
const char *purport_figure_kind_to_string (PurportFigureKind kind);
const char *purport_change_kind_to_string (PurportChangeKind kind);
const char *purport_evidence_kind_to_string (PurportEvidenceKind kind);
const char *purport_caveat_kind_to_string (PurportCaveatKind kind);
const char *purport_question_to_string (PurportQuestion question);

G_END_DECLS
