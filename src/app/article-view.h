/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article: its text with blocks, marks, find hits, and the keys and clicks on them. */
#pragma once

#include "app/article-hits.h"
#include "app/article-marks.h"
#include "app/palette.h"
#include "app/view-state.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_ARTICLE_VIEW (purport_article_view_get_type ())
G_DECLARE_FINAL_TYPE (PurportArticleView, purport_article_view, PURPORT, ARTICLE_VIEW, GtkTextView)

/* Everything that is marked, in offsets of the buffer; borrowed until the next change. */
typedef struct {
  const PurportPalette *palette;
  guint length;
  const PurportMarkedSpan *claims;
  guint n_claims;
  const PurportHitSpan *hits;
  guint n_hits;
  const PurportHitSpan *notes;
  guint n_notes;
  guint selected_start;
  guint selected_end; /* equal to the start: none is selected */
} PurportOverview;

/* Signals: overview-changed, when a PurportOverview has other contents. claim-activated (PurportClaimItem), when a
 * marked claim is clicked or Enter is pressed on it. link-activated (address), when the user asks for a link to be
 * opened. menu-requested (GdkRectangle, in the view's pixels), for the menu at the caret. place-changed, when the caret
 * or the pointer are elsewhere. Properties: caret-browsing, show-repairs. */
void purport_article_view_set_state (PurportArticleView *self, PurportViewState *state);
void purport_article_view_show_text (PurportArticleView *self);
void purport_article_view_set_page (PurportArticleView *self, PurportPage page);
int purport_article_view_get_measure (PurportArticleView *self, guint n_characters, const PangoFontDescription *font);
gboolean purport_article_view_get_overview (PurportArticleView *self, PurportOverview *overview);
const char *purport_article_view_get_link (PurportArticleView *self, gboolean pointed);
char *purport_article_view_dup_repair (PurportArticleView *self, gboolean pointed, PurportRepairKind *kind);
PurportClaimItem *purport_article_view_dup_claim (PurportArticleView *self);
void purport_article_view_show_offset (PurportArticleView *self, guint offset);

/* Offsets in code points of the article's text */
void purport_article_view_show_passage (PurportArticleView *self, guint start, guint end);
void purport_article_view_select_passage (PurportArticleView *self, guint start, guint end);
gboolean purport_article_view_get_selection (PurportArticleView *self, guint *start, guint *end);
void purport_article_view_set_notes (PurportArticleView *self, GArray *notes);
guint purport_article_view_get_caret (PurportArticleView *self);
char *purport_article_view_dup_selection (PurportArticleView *self, gsize *n_bytes);
void purport_article_view_set_hits (PurportArticleView *self, GArray *hits, guint current);
void purport_article_view_step (PurportArticleView *self, int direction);

G_END_DECLS
