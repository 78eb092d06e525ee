/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A menu button whose menu is made anew when other sources are there; its one action holds the chosen source. */
#include "config.h"

#include "app/speaker-menu.h"

#include <glib/gi18n.h>

#include "app/accessible.h"

/* More than these would leave the screen; all are on the page of experts. */
#define MOST_SPEAKERS 16u

static void
on_choose (GSimpleAction *action, GVariant *parameter, gpointer button)
{
  PurportViewState *state = g_object_get_data (button, "state");
  guint32 index = g_variant_get_uint32 (parameter);
  g_autoptr (PurportSourceItem) speaker = NULL;

  if (state == NULL)
    return;
  if (index != PURPORT_NONE)
    speaker = purport_view_state_dup_source (state, index);
  purport_view_state_set_speaker (state, speaker);
}

/* Returns: (transfer floating): a chip without a menu yet. */
GtkWidget *
purport_speaker_menu_new (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action =
      g_simple_action_new_stateful ("choose", G_VARIANT_TYPE_UINT32, g_variant_new_uint32 (PURPORT_NONE));

  g_signal_connect (action, "activate", G_CALLBACK (on_choose), button);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (button, "speaker", G_ACTION_GROUP (group));
  g_object_set_data_full (G_OBJECT (button), "action", g_object_ref (action), g_object_unref);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("By speaker"));
  gtk_widget_add_css_class (button, "chip-menu");
  return button;
}

static const PurportSource *
get_source (const PurportReadingContext *context, guint32 index)
{
  return &g_array_index (context->reading->sources, PurportSource, index);
}

static int
compare_claims (gconstpointer a, gconstpointer b, gpointer context)
{
  guint32 i = *(const guint32 *)a, j = *(const guint32 *)b;
  guint left = get_source (context, i)->claims->len, right = get_source (context, j)->claims->len;

  if (left != right)
    return left > right ? -1 : 1;
  return i < j ? -1 : i > j;
}

/* Returns: (transfer full) (element-type guint32): those that say something, who says most first. */
static GArray *
list_speakers (const PurportReadingContext *context)
{
  GArray *speakers = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < context->reading->sources->len; i++)
    if (get_source (context, i)->claims->len > 0)
      g_array_append_val (speakers, i);
  g_array_sort_with_data (speakers, compare_claims, (gpointer)context);
  return speakers;
}

static void
append_item (GMenu *menu, const char *label, guint32 index)
{
  g_autoptr (GString) text = g_string_new (label);
  g_autoptr (GMenuItem) item = NULL;

  g_string_replace (text, "_", "__", 0); /* no mnemonic */
  item = g_menu_item_new (text->str, NULL);
  g_menu_item_set_action_and_target (item, "speaker.choose", "u", index);
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_menu (const PurportReadingContext *context, const GArray *speakers)
{
  GMenu *menu = g_menu_new ();

  append_item (menu, C_ ("speaker", "Anybody"), PURPORT_NONE);
  for (guint i = 0; i < speakers->len && i < MOST_SPEAKERS; i++) {
    guint32 index = g_array_index (speakers, guint32, i);
    const PurportSource *source = get_source (context, index);
    /* Translators: a speaker and how many claims he or she makes */
    g_autofree char *label = g_strdup_printf (C_ ("speaker", "%s (%u)"), source->name, source->claims->len);
    append_item (menu, label, index);
  }
  return G_MENU_MODEL (menu);
}

static void
set_context (GtkWidget *button, const PurportReadingContext *context)
{
  g_autoptr (GArray) speakers = context != NULL ? list_speakers (context) : NULL;
  g_autoptr (GMenuModel) menu = speakers != NULL ? new_menu (context, speakers) : NULL;

  g_object_set_data_full (G_OBJECT (button), "context", context != NULL ? purport_reading_context_ref (context) : NULL,
                          (GDestroyNotify)purport_reading_context_unref);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  if (menu != NULL)
    purport_accessible_repair (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))));
  gtk_widget_set_visible (gtk_widget_get_parent (button), speakers != NULL && speakers->len > 0);
}

/* Follows the sources and the chosen speaker of @state, which has to outlive the button's use or be %NULL. */
void
purport_speaker_menu_update (GtkWidget *button, PurportViewState *state)
{
  PurportSourceItem *speaker = state != NULL ? purport_view_state_get_speaker (state) : NULL;
  const PurportReadingContext *context =
      state != NULL ? purport_document_get_context (purport_view_state_get_document (state)) : NULL;
  guint32 index = speaker != NULL ? purport_source_item_get_index (speaker) : PURPORT_NONE;

  g_object_set_data (G_OBJECT (button), "state", state);
  g_simple_action_set_state (g_object_get_data (G_OBJECT (button), "action"), g_variant_new_uint32 (index));
  if (context == NULL || context != g_object_get_data (G_OBJECT (button), "context"))
    set_context (button, context);
}
