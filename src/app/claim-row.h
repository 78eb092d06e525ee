/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A claim in the list: its sentence with the claim emphasised, who says it, how firmly, on what basis. */
#pragma once

#include <gtk/gtk.h>

#include "model/claim-item.h"

G_BEGIN_DECLS

#define PURPORT_TYPE_CLAIM_ROW (purport_claim_row_get_type ())
G_DECLARE_FINAL_TYPE (PurportClaimRow, purport_claim_row, PURPORT, CLAIM_ROW, GtkWidget)

GtkWidget *purport_claim_row_new (void);
char *purport_claim_row_bind (GtkWidget *row, gpointer claim);
const char *purport_claim_row_get_icon (PurportClaimItem *claim);

G_END_DECLS
