/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says about claims, sources and figures: it describes, and never grades. */
#pragma once

#include "model/document.h"
#include "model/note-item.h"

G_BEGIN_DECLS

const char *purport_wording_certainty (PurportCertainty certainty);
const char *purport_wording_strength (PurportStrength strength);
const char *purport_wording_aspect (PurportAspect aspect);
const char *purport_wording_evidence (PurportEvidenceKind kind);
const char *purport_wording_caveat (PurportCaveatKind kind);
const char *purport_wording_repair (PurportRepairKind kind);
const char *purport_wording_reason (PurportReason reason);
const char *purport_wording_source_type (PurportSourceType type);
const char *purport_wording_advice (const GError *error);

char *purport_wording_dup_claim_line (PurportClaimItem *claim);
const char *purport_wording_independence (PurportSourceItem *source);
char *purport_wording_dup_source_line (PurportSourceItem *source);
char *purport_wording_dup_figure_line (PurportFigureItem *figure);
char *purport_wording_dup_n_claims (guint n);
char *purport_wording_dup_n_of (guint n, guint total);
char *purport_wording_dup_share (double low, double high);
char *purport_wording_dup_dimension (const char *dimension);

const char *purport_wording_note_state (PurportNoteState state);
const char *purport_wording_judgement (PurportJudgement judgement);
char *purport_wording_dup_annotation (const PurportAnnotation *annotation);

const char *purport_wording_question (PurportQuestion question);

G_END_DECLS
