/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Marks of the Unicode Bidirectional Algorithm (UAX #9): an isolate keeps the order and the punctuation of foreign
 * words together, and a mark at the beginning of a line gives it the direction of the interface. Without them the full
 * stop of an English quotation stands at its left in an Arabic window, and what follows an English name stands before
 * it.
 */
#include "app/bidi.h"

#include <fribidi.h>
#include <gtk/gtk.h>

#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_DIRECTIONAL_ISOLATE "\u2069"
#define LEFT_TO_RIGHT_MARK "\u200E"
#define RIGHT_TO_LEFT_MARK "\u200F"

static gboolean
is_interface_rtl (void)
{
  return gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
}

/* Whether @text begins in the other direction; numbers and signs have none. O(bytes before its first letter). */
static gboolean
is_foreign (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    FriBidiCharType type = fribidi_get_bidi_type (g_utf8_get_char (at));
    if (FRIBIDI_IS_STRONG (type))
      return (FRIBIDI_IS_RTL (type) != 0) != is_interface_rtl ();
  }
  return FALSE;
}

/**
 * purport_bidi_dup_isolated:
 * @text: words that are put into a sentence
 *
 * Returns: (transfer full): @text, isolated if it is written in another direction than the interface
 */
char *
purport_bidi_dup_isolated (const char *text)
{
  return is_foreign (text) ? g_strconcat (FIRST_STRONG_ISOLATE, text, POP_DIRECTIONAL_ISOLATE, NULL) : g_strdup (text);
}

/**
 * purport_bidi_dup_line:
 * @text: a line of the interface; foreign words in it are isolated
 *
 * Returns: (transfer full): @text, made to be laid out in the direction of the interface even if a foreign word begins
 * it
 */
char *
purport_bidi_dup_line (const char *text)
{
  return is_foreign (text) ? g_strconcat (is_interface_rtl () ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK, text, NULL)
                           : g_strdup (text);
}

/**
 * purport_bidi_dup_title:
 * @text: words of the article
 *
 * Returns: (transfer full): @text as a line of its own that begins where the interface's lines begin
 */
char *
purport_bidi_dup_title (const char *text)
{
  g_autofree char *isolated = purport_bidi_dup_isolated (text);

  return purport_bidi_dup_line (isolated);
}
