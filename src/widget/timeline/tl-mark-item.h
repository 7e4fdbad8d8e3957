/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-layout.h"

G_BEGIN_DECLS

#define TL_TYPE_MARK_ITEM (tl_mark_item_get_type ())
G_DECLARE_FINAL_TYPE (TlMarkItem, tl_mark_item, TL, MARK_ITEM, GtkWidget)

/**
 * TlMarkKey:
 * @record: index of a record; of a cluster its first member
 * @lane: of the layout; %TL_NONE for a flag
 * @count: members of a cluster, else 1
 *
 * What an item stands for, within one layout. A plain value.
 */
typedef struct
{
  guint record;
  guint lane;
  guint count;
} TlMarkKey;

int tl_mark_key_compare (TlMarkKey a, TlMarkKey b);

GtkWidget *tl_mark_item_new (TlMarkKey key) G_GNUC_WARN_UNUSED_RESULT;
TlMarkKey  tl_mark_item_get_key (TlMarkItem *self);
void       tl_mark_item_set_key (TlMarkItem *self, TlMarkKey key);
TlRect     tl_mark_item_get_area (TlMarkItem *self);
void       tl_mark_item_set_area (TlMarkItem *self, TlRect area);
void       tl_mark_item_set_words (TlMarkItem *self,
                                   const char *name,
                                   const char *certainty);
void       tl_mark_item_set_selected (TlMarkItem *self, gboolean is_selected);

G_END_DECLS
