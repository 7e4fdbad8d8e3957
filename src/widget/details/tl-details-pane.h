/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-query.h"

G_BEGIN_DECLS

/**
 * TlDetailsPane:
 *
 * Everything about the selected record: what, when and how sure that is, who,
 * where, each source's account, quotations, and what it is related to.
 *
 * Its buttons activate actions of the window they stand in: "win.select-record"
 * (id of a record), "win.copy-quote" (id of a quotation) and "win.open-link"
 * (an http or https address). Text from the dataset is never markup.
 */
#define TL_TYPE_DETAILS_PANE (tl_details_pane_get_type ())
G_DECLARE_FINAL_TYPE (
    TlDetailsPane, tl_details_pane, TL, DETAILS_PANE, GtkWidget)

GtkWidget *tl_details_pane_new (void);

/* (nullable) (transfer none) */
TlDataset *tl_details_pane_get_dataset (TlDetailsPane *self);
/* Also shows no record. dataset: nullable. */
void tl_details_pane_set_dataset (TlDetailsPane *self, TlDataset *dataset);
/* A record index of the dataset, or TL_NONE. */
guint tl_details_pane_get_record (TlDetailsPane *self);
void  tl_details_pane_set_record (TlDetailsPane *self, guint record);
/* Countdowns start from that day, or for TL_KNOWN_ALWAYS from today. To be set
 * before the dataset, which is that of the day. */
void tl_details_pane_set_known_on (TlDetailsPane *self, gint64 second);
/* What the records that are shown were found by; the pane says where, when it
 * is in none of the texts that the reader sees. search: nullable. */
void tl_details_pane_set_search (TlDetailsPane *self, const char *search);
/* (nullable): wanted language of the dataset's texts and of dates. */
const char *tl_details_pane_get_language (TlDetailsPane *self);
void tl_details_pane_set_language (TlDetailsPane *self, const char *language);

G_END_DECLS
