/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of a source among the experts, which may begin the sources that are none. */
#pragma once

#include "app/list-rows.h"

G_BEGIN_DECLS

GtkWidget *purport_expert_row_new (void);
char *purport_expert_row_bind (GtkWidget *row, gpointer source);
void purport_expert_row_set_first_other (GtkWidget *row, gboolean first);

G_END_DECLS
