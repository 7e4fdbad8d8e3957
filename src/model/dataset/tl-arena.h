/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-date.h"

G_BEGIN_DECLS

/**
 * TlArena:
 *
 * Memory that lives as long as a dataset, its records and what was derived
 * from it: strings, small arrays and dates. Reference-counted. Filled from
 * one thread; once frozen it is only read.
 */
typedef struct _TlArena TlArena;

/* parent: (nullable): an arena whose memory must outlive this one */
TlArena *tl_arena_new (TlArena *parent) G_GNUC_WARN_UNUSED_RESULT;
TlArena *tl_arena_ref (TlArena *self);
void     tl_arena_unref (TlArena *self);
/* Zero-filled and aligned for any type; NULL when size is 0. */
gpointer tl_arena_alloc (TlArena *self, gsize size);
gpointer tl_arena_copy (TlArena *self, gconstpointer memory, gsize size);
/* The one copy of a text that comes again and again: an id, a tag, a
 * language. NULL gives NULL. */
const char *tl_arena_intern (TlArena *self, const char *text);
/* A copy of a text that hardly comes twice. NULL gives NULL. */
const char *tl_arena_copy_string (TlArena *self, const char *text);
/* date: (transfer full) (nullable). Returns: (transfer none) */
TlDate *tl_arena_take_date (TlArena *self, TlDate *date);
/* Lets the memory of other live as long as this one. */
void tl_arena_keep (TlArena *self, TlArena *other);
/* Gives back what only filling needs. */
void tl_arena_freeze (TlArena *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlArena, tl_arena_unref)

G_END_DECLS
