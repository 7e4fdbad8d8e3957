/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout-private.h"

G_BEGIN_DECLS

/* Records are looked at in one pass over parts of them, each part in a thread
 * of its own: how many stand in each lane; in a second one they are put there.
 * A slot is a lane that there may be: one for each key of the grouping, one for
 * records without a key, one for each treaty. What comes out does not depend on
 * the parts. */

/* Some of the records, and what is found in them. */
typedef struct
{
  guint   first; /* places in the list of records */
  guint   end;
  gint64  from; /* the first and last second that is known */
  gint64  to;
  GArray *flags; /* TlFlagInfo */
  /* By slot: moments, then bars; first their numbers, then the places of the
   * next ones. */
  guint (*counts)[2];
  /* Where the records stand, one after the other. */
  guint *stands;
  guint  n_stands;
  guint  max_stands;
} TlFillPart;

typedef struct
{
  TlLayoutBase *base;
  TlFillPart   *parts;
  guint         n_parts;
  guint         n_slots;
} TlFill;

/* tl-layout-fill.c */
void tl_fill_init (TlFill *fill, TlLayoutBase *base);
void tl_fill_clear (TlFill *fill);
/* Finds what the parts say of their records. */
void tl_fill_survey (TlFill *fill);
/* Items of the slot in all parts. */
guint tl_fill_count (const TlFill *fill, guint slot, gboolean bars);
/* Puts the items in their places. */
void tl_fill_put_items (TlFill *fill);

/* tl-layout-groups.c: makes groups and lanes of what was surveyed. */
void tl_layout_base_make_groups (TlLayoutBase *self, TlFill *fill);

/* tl-layout-keys.c */
/* The group keys under which the record stands; at least one. */
const guint *tl_layout_base_list_keys (TlLayoutBase *self,
                                       guint         record,
                                       guint        *single,
                                       guint        *n_keys);
/* The treaty in whose lane of its group the record stands, or TL_NONE. */
guint tl_layout_base_get_lane_treaty (TlLayoutBase *self, guint record);
guint
tl_layout_base_get_slot (const TlLayoutBase *self, guint key, guint treaty);

G_END_DECLS
