/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The order never changes, so that readers learn where to look: who says it, how firmly, on what evidence, its limits,
 * its figures, who disputes it, why it is marked, what the reader thinks of it.
 */
#include "config.h"

#include "app/claim-card.h"

#include <glib/gi18n.h>

#include "app/card-box.h"
#include "app/card-list.h"
#include "app/claim-actions.h"
#include "app/claim-elsewhere.h"
#include "app/claim-notes.h"
#include "app/wording.h"

struct _PurportClaimCard {
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkBox *content;
  GtkWidget *notes;
  PurportClaimItem *claim;
};

enum { SOURCE_REQUESTED, CLAIM_REQUESTED, PASSAGE_REQUESTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PurportClaimCard, purport_claim_card, GTK_TYPE_WIDGET)

static void
on_button (GtkButton *button, PurportClaimCard *self)
{
  guint signal = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "signal"));
  guint first = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "first"));
  guint second = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "second"));

  if (signal == PASSAGE_REQUESTED)
    g_signal_emit (self, signals[signal], 0, first, second);
  else
    g_signal_emit (self, signals[signal], 0, first);
}

/* A link in @box that leads to a source, a claim or words of the text. */
static void
append_button (PurportClaimCard *self, GtkBox *box, const char *text, guint signal, guint first, guint second)
{
  GtkWidget *button = purport_card_append_link (box, text);

  g_object_set_data (G_OBJECT (button), "signal", GUINT_TO_POINTER (signal));
  g_object_set_data (G_OBJECT (button), "first", GUINT_TO_POINTER (first));
  g_object_set_data (G_OBJECT (button), "second", GUINT_TO_POINTER (second));
  g_signal_connect (button, "clicked", G_CALLBACK (on_button), self);
}

/* Quotes passages one after the other: “A” … “B” */
static char *
quote_all (GPtrArray *passages)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < passages->len; i++) {
    const PurportPassage *passage = g_ptr_array_index (passages, i);
    g_autofree char *words = purport_card_dup_quote (passage->text);
    if (out->len > 0)
      g_string_append (out, " … ");
    g_string_append (out, words);
  }
  return g_string_free (out, FALSE);
}

/* What the article says of the speaker, and the words that show how he or she stands to what it is about. */
static void
append_speaker_line (PurportClaimCard *self, PurportViewState *state, guint32 index)
{
  g_autoptr (PurportSourceItem) source = purport_view_state_dup_source (state, index);
  g_autofree char *line = NULL, *words = NULL, *quoted = NULL, *shown = NULL;

  if (source == NULL)
    return;
  line = purport_wording_dup_source_line (source);
  purport_card_append_label (self->content, line, NULL);
  words = purport_source_item_dup_independence_words (source);
  if (words == NULL)
    return;
  quoted = purport_card_dup_quote (words);
  /* Translators: how a source stands to what the article is about, and the words that show it: independent: “who was
   * not involved” */
  shown = g_strdup_printf (C_ ("independence", "%s: %s"), purport_wording_independence (source), quoted);
  purport_card_append_label (self->content, shown, "card-note");
}

static void
append_speaker (PurportClaimCard *self, PurportViewState *state)
{
  g_autoptr (GPtrArray) words = purport_claim_item_dup_attribution_words (self->claim);
  guint32 source = purport_claim_item_get_source (self->claim);

  purport_card_append_heading (self->content, _ ("Said by"));
  if (source != PURPORT_NONE) {
    append_button (self, self->content, purport_claim_item_get_speaker (self->claim), SOURCE_REQUESTED, source, 0);
    append_speaker_line (self, state, source);
  } else {
    purport_card_append_label (self->content,
                               purport_claim_item_get_has_attribution (self->claim)
                                   ? _ ("Not attributed")
                                   : _ ("The article says it in its own voice"),
                               NULL);
  }
  if (words->len > 0) {
    g_autofree char *quoted = quote_all (words), *line = g_strdup_printf (_ ("The words that say so: %s"), quoted);
    purport_card_append_label (self->content, line, "card-note");
  }
  if (!purport_claim_item_get_attribution_certain (self->claim))
    purport_card_append_label (self->content, _ ("Unsure: the article does not make it plain who says this."),
                               "card-note");
}

static void
append_firmness (PurportClaimCard *self)
{
  g_autoptr (GPtrArray) hedges = purport_claim_item_dup_hedges (self->claim);
  g_autofree char *certainty =
      purport_card_dup_capitalised (purport_wording_certainty (purport_claim_item_get_certainty (self->claim)));
  const char *strength = purport_wording_strength (purport_claim_item_get_strength (self->claim));
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *line = NULL;

  purport_card_append_heading (self->content, _ ("How firmly"));
  for (guint i = 0; i < hedges->len; i++) {
    const PurportPassage *hedge = g_ptr_array_index (hedges, i);
    g_autofree char *quoted = purport_card_dup_quote (hedge->text);
    if (i > 0)
      /* Translators: between the words of a list, as in: “may” (likelihood), “some” (amount) */
      g_string_append (words, C_ ("list", ", "));
    g_string_append_printf (words, "%s (%s)", quoted, purport_wording_aspect ((PurportAspect)hedge->kind));
  }
  /* Translators: how firmly something is said, and the words that show it: tentative: “may” (likelihood) */
  line = hedges->len > 0 ? g_strdup_printf (C_ ("firmness", "%s: %s"), certainty, words->str) : g_strdup (certainty);
  purport_card_append_label (self->content, line, "card-certainty");
  if (strength != NULL)
    purport_card_append_label (self->content, strength, NULL);
}

/* Passages of the article, each of which becomes a link. */
typedef struct {
  PurportClaimCard *card;
  GPtrArray *passages;
  const char *(*name) (int kind); /* NULL: nothing stands before the words */
  PurportViewState *state;        /* not NULL: they are claims, and the speaker stands before them */
} Passages;

static void
free_passages (gpointer data)
{
  Passages *self = data;

  g_ptr_array_unref (self->passages);
  g_clear_object (&self->state);
  g_free (self);
}

/* Returns: (transfer full) (nullable): what stands before the words of @passage. */
static char *
dup_kind (Passages *self, const PurportPassage *passage)
{
  g_autoptr (PurportClaimItem) other = NULL;
  const char *speaker;

  if (self->state == NULL)
    return self->name != NULL ? purport_card_dup_capitalised (self->name (passage->kind)) : NULL;
  other = purport_view_state_dup_claim (self->state, passage->other);
  speaker = other != NULL ? purport_claim_item_get_speaker (other) : NULL;
  return g_strdup (speaker != NULL ? speaker : C_ ("speaker", "The article"));
}

static void
append_passage (GtkBox *box, guint index, gpointer data)
{
  Passages *self = data;
  const PurportPassage *passage = g_ptr_array_index (self->passages, index);
  g_autofree char *words = purport_card_dup_quote (passage->text), *kind = dup_kind (self, passage);
  g_autofree char *line = kind != NULL ? g_strdup_printf (C_ ("kind: words", "%s: %s"), kind, words) : g_strdup (words);

  if (self->state != NULL)
    append_button (self->card, box, line, CLAIM_REQUESTED, passage->other, 0);
  else
    append_button (self->card, box, line, PASSAGE_REQUESTED, passage->start, passage->end);
}

static void
append_passages (PurportClaimCard *self, GPtrArray *passages, const char *(*name) (int kind), PurportViewState *state)
{
  Passages *data = g_new (Passages, 1);

  data->card = self;
  data->passages = g_ptr_array_ref (passages);
  data->name = name;
  data->state = state != NULL ? g_object_ref (state) : NULL;
  purport_card_append_list (self->content, passages->len, append_passage, data, free_passages);
}

static const char *
name_evidence (int kind)
{
  return purport_wording_evidence ((PurportEvidenceKind)kind);
}

static const char *
name_caveat (int kind)
{
  return purport_wording_caveat ((PurportCaveatKind)kind);
}

static void
append_basis (PurportClaimCard *self)
{
  g_autoptr (GPtrArray) evidence = purport_claim_item_dup_evidence (self->claim);
  g_autoptr (GPtrArray) caveats = purport_claim_item_dup_caveats (self->claim);
  g_autoptr (GPtrArray) figures = purport_claim_item_dup_figures (self->claim);

  purport_card_append_heading (self->content, _ ("Evidence given"));
  if (evidence->len == 0)
    purport_card_append_label (self->content, _ ("No evidence given in the article"), NULL);
  append_passages (self, evidence, name_evidence, NULL);
  purport_card_append_heading (self->content, _ ("Limited by"));
  if (caveats->len == 0)
    purport_card_append_label (self->content, _ ("No limits given in the article"), NULL);
  append_passages (self, caveats, name_caveat, NULL);
  purport_card_append_heading (self->content, _ ("Figures in it"));
  if (figures->len == 0)
    purport_card_append_label (self->content, C_ ("figures of a claim", "None"), NULL);
  append_passages (self, figures, NULL, NULL);
}

static void
append_disputes (PurportClaimCard *self, PurportViewState *state)
{
  g_autoptr (GPtrArray) opponents = purport_claim_item_dup_opponents (self->claim);
  g_autoptr (GPtrArray) opposed = purport_claim_item_dup_opposed (self->claim);

  purport_card_append_heading (self->content, _ ("Disputed by"));
  if (opponents->len == 0)
    purport_card_append_label (self->content, _ ("Nobody in the article"), NULL);
  append_passages (self, opponents, NULL, state);
  if (opposed->len > 0)
    purport_card_append_heading (self->content, _ ("Disputes"));
  append_passages (self, opposed, NULL, state);
}

static void
append_reasons (PurportClaimCard *self)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint32 reasons = purport_claim_item_get_reasons (self->claim);

  for (guint reason = 0; reason < PURPORT_N_REASONS; reason++)
    if ((reasons & (1u << reason)) != 0) {
      if (line->len > 0)
        g_string_append (line, " · ");
      g_string_append (line, purport_wording_reason (reason));
    }
  purport_card_append_heading (self->content, _ ("Why marked"));
  purport_card_append_label (self->content, line->len > 0 ? line->str : _ ("States something that can be checked"),
                             NULL);
}

static void
purport_claim_card_dispose (GObject *object)
{
  PurportClaimCard *self = PURPORT_CLAIM_CARD (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->claim);
  G_OBJECT_CLASS (purport_claim_card_parent_class)->dispose (object);
}

static void
purport_claim_card_class_init (PurportClaimCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_claim_card_dispose;
  signals[SOURCE_REQUESTED] = g_signal_new ("source-requested", PURPORT_TYPE_CLAIM_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CLAIM_REQUESTED] = g_signal_new ("claim-requested", PURPORT_TYPE_CLAIM_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[PASSAGE_REQUESTED] = g_signal_new ("passage-requested", PURPORT_TYPE_CLAIM_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/purport_reader/Purport/ui/claim-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PurportClaimCard, scroller);
  gtk_widget_class_bind_template_child (widget_class, PurportClaimCard, content);
}

static void
purport_claim_card_init (PurportClaimCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * purport_claim_card_set_claim:
 * @claim: (nullable): what to show
 * @state: where its speaker and opponents are looked up
 */
void
purport_claim_card_set_claim (PurportClaimCard *self, PurportClaimItem *claim, PurportViewState *state)
{
  g_autofree char *text = NULL, *quoted = NULL;

  if (!g_set_object (&self->claim, claim))
    return;
  self->notes = NULL;
  purport_card_clear (self->content);
  if (claim == NULL)
    return;
  text = purport_claim_item_dup_text (claim);
  quoted = purport_card_dup_quote (text);
  purport_card_append_label (self->content, quoted, "card-claim");
  append_speaker (self, state);
  append_firmness (self);
  append_basis (self);
  append_disputes (self, state);
  append_reasons (self);
  self->notes = purport_claim_notes_new (claim, state);
  gtk_box_append (self->content, self->notes);
  gtk_box_append (self->content, purport_claim_elsewhere_new (claim, state));
  gtk_box_append (self->content, purport_claim_actions_new (claim, state));
}

/* Puts the cursor where the note on the claim is written. */
void
purport_claim_card_focus_note (PurportClaimCard *self)
{
  if (self->notes != NULL)
    gtk_widget_grab_focus (self->notes);
}
