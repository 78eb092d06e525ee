/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Title, main claim, counts, who speaks most, what is disputed, and for health articles the ten questions. */
#include "config.h"

#include "app/glance-page.h"

#include <glib/gi18n.h>

#include "app/accessible.h"
#include "app/card-box.h"
#include "app/wording.h"

/* More disputed claims than these are in the list of claims. */
#define MAX_DISPUTED 6u

struct _PurportGlancePage {
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkBox *content;
  PurportViewState *state;
  gboolean stale; /* not filled since the document changed */
};

enum { CLAIM_ACTIVATED, SOURCE_REQUESTED, PASSAGE_REQUESTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PurportGlancePage, purport_glance_page, GTK_TYPE_WIDGET)

static void
on_claim_link (GtkWidget *link, PurportGlancePage *self)
{
  g_signal_emit (self, signals[CLAIM_ACTIVATED], 0, g_object_get_data (G_OBJECT (link), "claim"));
}

static void
append_claim (PurportGlancePage *self, PurportClaimItem *claim)
{
  g_autofree char *words = purport_claim_item_dup_text (claim), *quoted = purport_card_dup_quote (words);
  g_autofree char *line = purport_wording_dup_claim_line (claim);
  GtkWidget *link = purport_card_append_link (self->content, quoted);

  g_object_set_data_full (G_OBJECT (link), "claim", g_object_ref (claim), g_object_unref);
  g_signal_connect (link, "clicked", G_CALLBACK (on_claim_link), self);
  purport_card_append_label (self->content, line, "card-note");
}

static void
append_counts (PurportGlancePage *self, const PurportGlance *glance)
{
  purport_card_append_heading (self->content, _ ("How firmly"));
  for (guint certainty = 0; certainty < G_N_ELEMENTS (glance->n_certainties); certainty++) {
    g_autofree char *n_claims = purport_wording_dup_n_claims (glance->n_certainties[certainty]);
    g_autofree char *name = purport_card_dup_capitalised (purport_wording_certainty ((PurportCertainty)certainty));
    g_autofree char *line = g_strdup_printf (C_ ("kind: words", "%s: %s"), name, n_claims);
    purport_card_append_label (self->content, line, NULL);
  }
}

static void
on_speaker_link (GtkWidget *link, PurportGlancePage *self)
{
  g_signal_emit (self, signals[SOURCE_REQUESTED], 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (link), "source")));
}

static void
append_speakers (PurportGlancePage *self, const PurportGlance *glance)
{
  purport_card_append_heading (self->content, _ ("Who says most"));
  if (glance->n_speakers == 0)
    purport_card_append_label (self->content, _ ("Only the article itself"), NULL);
  for (guint i = 0; i < glance->n_speakers; i++) {
    g_autoptr (PurportSourceItem) source = purport_view_state_dup_source (self->state, glance->speakers[i]);
    g_autofree char *line = purport_wording_dup_source_line (source);
    GtkWidget *link = purport_card_append_link (self->content, purport_source_item_get_name (source));
    g_object_set_data (G_OBJECT (link), "source", GUINT_TO_POINTER (glance->speakers[i]));
    g_signal_connect (link, "clicked", G_CALLBACK (on_speaker_link), self);
    purport_card_append_label (self->content, line, "card-note");
  }
}

static void
append_disputed (PurportGlancePage *self)
{
  GListModel *claims = purport_document_get_claims (purport_view_state_get_document (self->state));
  guint n = g_list_model_get_n_items (claims), n_shown = 0;

  purport_card_append_heading (self->content, _ ("Disputed in the article"));
  for (guint i = 0; i < n && n_shown < MAX_DISPUTED; i++) {
    g_autoptr (PurportClaimItem) claim = g_list_model_get_item (claims, i);
    if (!purport_claim_item_get_disputed (claim))
      continue;
    append_claim (self, claim);
    n_shown++;
  }
  if (n_shown == 0)
    purport_card_append_label (self->content, _ ("Nothing"), NULL);
}

static void
on_answer_link (GtkWidget *link, PurportGlancePage *self)
{
  g_signal_emit (self, signals[PASSAGE_REQUESTED], 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (link), "start")),
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (link), "end")));
}

static void
append_check (PurportGlancePage *self, const PurportPassage *check)
{
  g_autofree char *quoted = purport_card_dup_quote (check->text);
  GtkWidget *link;

  purport_card_append_label (self->content, purport_wording_question ((PurportQuestion)check->kind), "card-question");
  if (check->end == check->start) {
    purport_card_append_label (self->content, _ ("Not found in the article"), "card-note");
    return;
  }
  link = purport_card_append_link (self->content, quoted);
  g_object_set_data (G_OBJECT (link), "start", GUINT_TO_POINTER (check->start));
  g_object_set_data (G_OBJECT (link), "end", GUINT_TO_POINTER (check->end));
  g_signal_connect (link, "clicked", G_CALLBACK (on_answer_link), self);
}

static void
fill (PurportGlancePage *self, const PurportGlance *glance)
{
  PurportDocument *document = purport_view_state_get_document (self->state);
  g_autoptr (PurportClaimItem) claim = NULL;

  purport_card_append_label (self->content, purport_document_get_title (document), "card-claim");
  purport_card_append_heading (self->content, _ ("Main claim"));
  if (glance->main_claim != PURPORT_NONE)
    claim = purport_view_state_dup_claim (self->state, glance->main_claim);
  if (claim != NULL)
    append_claim (self, claim);
  else
    purport_card_append_label (self->content, _ ("None was found"), NULL);
  append_counts (self, glance);
  append_speakers (self, glance);
  append_disputed (self);
  if (glance->checks->len > 0)
    purport_card_append_heading (self->content, _ ("Questions to a health article"));
  for (guint i = 0; i < glance->checks->len; i++)
    append_check (self, g_ptr_array_index (glance->checks, i));
}

/* Many lines, which are measured whether somebody sees them or not: they are made only where somebody does. */
static void
update (PurportGlancePage *self)
{
  PurportDocument *document;
  g_autoptr (PurportGlance) glance = NULL;

  if (!self->stale || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->stale = FALSE;
  document = purport_view_state_get_document (self->state);
  glance = purport_document_dup_glance (document);
  purport_card_clear (self->content);
  if (glance != NULL)
    fill (self, glance);
  else if (purport_document_get_state (document) == PURPORT_DOCUMENT_UNREAD)
    purport_card_append_label (self->content, _ ("This article was not read for claims."), NULL);
  else
    purport_card_append_label (self->content, _ ("Looking for claims…"), NULL);
}

static void
on_state (PurportGlancePage *self)
{
  self->stale = TRUE;
  update (self);
}

static void
purport_glance_page_dispose (GObject *object)
{
  PurportGlancePage *self = PURPORT_GLANCE_PAGE (object);

  purport_glance_page_set_state (self, NULL);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (purport_glance_page_parent_class)->dispose (object);
}

static void
purport_glance_page_class_init (PurportGlancePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = purport_glance_page_dispose;
  signals[CLAIM_ACTIVATED] = g_signal_new ("claim-activated", PURPORT_TYPE_GLANCE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, PURPORT_TYPE_CLAIM_ITEM);
  signals[SOURCE_REQUESTED] = g_signal_new ("source-requested", PURPORT_TYPE_GLANCE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[PASSAGE_REQUESTED] = g_signal_new ("passage-requested", PURPORT_TYPE_GLANCE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
purport_glance_page_init (PurportGlancePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (box, "claim-card");
  gtk_widget_add_css_class (box, "glance");
  self->content = GTK_BOX (box);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (update), NULL);
}

/* Binds to what is shown of a document; %NULL: to nothing. */
void
purport_glance_page_set_state (PurportGlancePage *self, PurportViewState *state)
{
  if (self->state == state)
    return;
  if (self->state != NULL)
    g_signal_handlers_disconnect_by_data (purport_view_state_get_document (self->state), self);
  g_set_object (&self->state, state);
  self->stale = FALSE;
  if (state == NULL)
    return;
  g_signal_connect_swapped (purport_view_state_get_document (state), "notify::state", G_CALLBACK (on_state), self);
  on_state (self);
}
