/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It stays out of sight until something was found. */
#include "config.h"

#include "app/claim-elsewhere.h"

#include <glib/gi18n.h>

#include "app/card-box.h"
#include "model/shelf-item.h"
#include "model/shelf.h"

static void
append_hit (GtkBox *box, PurportShelfItem *item)
{
  const PurportHit *hit = purport_shelf_item_get_hit (item);
  const char *title = hit->title != NULL ? hit->title : _ ("Untitled article");
  g_autofree char *quote = purport_card_dup_quote (hit->snippet);
  g_autofree char *line = hit->source != NULL ? g_strdup_printf (_ ("%s, in “%s”: %s"), hit->source, title, quote)
                                              : g_strdup_printf (_ ("“%s”: %s"), title, quote);
  GtkWidget *button = purport_card_append_link (box, line);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xuu)", hit->article, hit->span.start_byte,
                                    hit->span.end_byte);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-kept");
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkBox) box = data;
  /* The library says elsewhere what is wrong with it. */
  g_autoptr (GListModel) items = purport_shelf_finish (PURPORT_KEEPER (source), result, NULL);
  guint n = items != NULL ? g_list_model_get_n_items (items) : 0;

  if (n > 0)
    purport_card_append_heading (box, _ ("Elsewhere in your library"));
  for (guint i = 0; i < n; i++) {
    g_autoptr (PurportShelfItem) item = g_list_model_get_item (items, i);
    append_hit (box, item);
  }
}

static void
append_speaker (GtkBox *box, const char *speaker)
{
  g_autofree char *line = g_strdup_printf (_ ("All that %s says in your library"), speaker);
  GtkWidget *button = purport_card_append_link (box, line);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", speaker);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-source");
}

/* Returns: (transfer floating): what the library knows of @claim; empty in a private window. */
GtkWidget *
purport_claim_elsewhere_new (PurportClaimItem *claim, PurportViewState *state)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  PurportNotebook *notebook = purport_view_state_get_notebook (state);
  PurportKeeper *keeper = purport_notebook_get_keeper (notebook);
  const char *speaker = purport_claim_item_get_speaker (claim);
  g_autofree char *words = purport_claim_item_dup_text (claim);

  if (keeper == NULL)
    return box;
  if (speaker != NULL && purport_claim_item_get_source (claim) != PURPORT_NONE)
    append_speaker (GTK_BOX (box), speaker);
  purport_shelf_similar (keeper, purport_notebook_get_article (notebook), words, NULL, on_answered, g_object_ref (box));
  return box;
}
