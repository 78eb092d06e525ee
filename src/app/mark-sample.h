/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A word that is marked as claims are, for the help. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  PURPORT_SAMPLE_SOLID,
  PURPORT_SAMPLE_DOTTED,
  PURPORT_SAMPLE_DOUBLE,
  PURPORT_SAMPLE_SELECTED,
  PURPORT_SAMPLE_PLAIN,
} PurportSample;

#define PURPORT_TYPE_MARK_SAMPLE (purport_mark_sample_get_type ())
G_DECLARE_FINAL_TYPE (PurportMarkSample, purport_mark_sample, PURPORT, MARK_SAMPLE, GtkWidget)

GtkWidget *purport_mark_sample_new (PurportSample sample);

G_END_DECLS
