/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-arena.h"

#include <string.h>

/* A bump allocator over blocks, so that a million records do not cost four
 * million heap blocks. Nothing in it is freed before the whole. */

#define BLOCK_BYTES (64 * 1024)
/* The first one: many arenas hold a single record. */
#define FIRST_BLOCK_BYTES (2 * 1024)
#define ALIGNMENT (sizeof (gint64))

struct _TlArena
{
  gatomicrefcount ref_count;
  TlArena        *parent;   /* (nullable) (owned) */
  GPtrArray      *blocks;   /* (element-type guint8*) */
  guint8         *next;     /* free part of the last block */
  gsize           free;     /* bytes of it */
  GHashTable     *interned; /* (nullable): texts in this arena */
  GPtrArray      *dates;    /* (element-type TlDate) */
  GPtrArray      *kept;     /* (element-type TlArena) */
};

static void
free_arena (TlArena *self)
{
  g_clear_pointer (&self->interned, g_hash_table_unref);
  g_ptr_array_unref (self->dates);
  g_ptr_array_unref (self->kept);
  g_ptr_array_unref (self->blocks);
  g_clear_pointer (&self->parent, tl_arena_unref);
  g_free (self);
}

static void
add_block (TlArena *self, gsize size)
{
  self->next = g_malloc0 (size);
  self->free = size;
  g_ptr_array_add (self->blocks, self->next);
}

TlArena *
tl_arena_new (TlArena *parent)
{
  TlArena *self = g_new0 (TlArena, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->parent = parent != NULL ? tl_arena_ref (parent) : NULL;
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->dates = g_ptr_array_new_with_free_func ((GDestroyNotify)tl_date_unref);
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify)tl_arena_unref);
  self->interned = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

TlArena *
tl_arena_ref (TlArena *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
tl_arena_unref (TlArena *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    free_arena (self);
}

gpointer
tl_arena_alloc (TlArena *self, gsize size)
{
  gpointer memory;
  gsize    padded;

  if (size == 0)
    return NULL;

  g_return_val_if_fail (size <= G_MAXSIZE - ALIGNMENT, NULL);
  padded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  if (padded > self->free && padded > BLOCK_BYTES / 4)
    {
      /* A large piece gets a block of its own; the open one stays. */
      memory = g_malloc0 (padded);
      g_ptr_array_add (self->blocks, memory);
      return memory;
    }
  if (padded > self->free)
    add_block (self, self->blocks->len == 0 && padded <= FIRST_BLOCK_BYTES
                         ? FIRST_BLOCK_BYTES
                         : BLOCK_BYTES);
  memory = self->next;
  self->next += padded;
  self->free -= padded;
  return memory;
}

gpointer
tl_arena_copy (TlArena *self, gconstpointer memory, gsize size)
{
  gpointer copy = tl_arena_alloc (self, size);

  if (size > 0)
    memcpy (copy, memory, size);
  return copy;
}

const char *
tl_arena_intern (TlArena *self, const char *text)
{
  const char *known;

  g_return_val_if_fail (self->interned != NULL, NULL);

  if (text == NULL)
    return NULL;
  known = g_hash_table_lookup (self->interned, text);
  if (known == NULL)
    {
      known = tl_arena_copy_string (self, text);
      g_hash_table_add (self->interned, (gpointer)known);
    }
  return known;
}

const char *
tl_arena_copy_string (TlArena *self, const char *text)
{
  return text != NULL ? tl_arena_copy (self, text, strlen (text) + 1) : NULL;
}

TlDate *
tl_arena_take_date (TlArena *self, TlDate *date)
{
  if (date != NULL)
    g_ptr_array_add (self->dates, date);
  return date;
}

void
tl_arena_keep (TlArena *self, TlArena *other)
{
  if (other != self && other != self->parent)
    g_ptr_array_add (self->kept, tl_arena_ref (other));
}

void
tl_arena_freeze (TlArena *self)
{
  g_clear_pointer (&self->interned, g_hash_table_unref);
}
