/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-id-table.h"

#include <string.h>

/* Open addressing with linear probing, at most two thirds full. A slot keeps
 * the hash, so that an id is looked at only when it is most likely the one,
 * and never while the table grows. */

#define MIN_SLOTS 64
#define NO_NUMBER G_MAXUINT32

typedef struct
{
  guint32 hash;
  guint32 number; /* NO_NUMBER: free */
} Slot;

struct _TlIdTable
{
  Slot *slots;
  gsize n_slots;
  gsize n_used;
};

static Slot *
make_slots (gsize n_slots)
{
  Slot *slots = g_new (Slot, n_slots);

  memset (slots, 0xff, n_slots * sizeof (Slot));
  return slots;
}

TlIdTable *
tl_id_table_new (void)
{
  TlIdTable *self = g_new0 (TlIdTable, 1);

  self->n_slots = MIN_SLOTS;
  self->slots = make_slots (MIN_SLOTS);
  return self;
}

void
tl_id_table_free (TlIdTable *self)
{
  if (self == NULL)
    return;
  g_free (self->slots);
  g_free (self);
}

/* Ids are short and differ most at their ends: eight bytes at a time. */
guint32
tl_id_table_hash (const char *id, gsize length)
{
  guint64 hash = length * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  while (length > 0)
    {
      guint64 word = 0;
      gsize   n = MIN (length, sizeof word);

      memcpy (&word, id, n);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
      hash ^= hash >> 29;
      id += n;
      length -= n;
    }
  return (guint32)(hash ^ hash >> 32);
}

/* The first slot to be looked at: the hash, taken as a fraction of all slots,
 * whose number so need not be a power of two. */
static gsize
get_home (const TlIdTable *self, guint32 hash)
{
  return (gsize)((guint64)hash * self->n_slots >> 32);
}

static gsize
get_next (const TlIdTable *self, gsize at)
{
  return at + 1 < self->n_slots ? at + 1 : 0;
}

/* Where the id stands, or the free slot where it would. */
static Slot *
find_slot (const TlIdTable *self,
           guint32          hash,
           const char      *id,
           gsize            length,
           TlIdTableEqual   equal,
           gconstpointer    user_data)
{
  gsize at = get_home (self, hash);

  while (self->slots[at].number != NO_NUMBER &&
         (self->slots[at].hash != hash ||
          !equal (self->slots[at].number, id, length, user_data)))
    at = get_next (self, at);
  return &self->slots[at];
}

static void
grow (TlIdTable *self, gsize n_slots)
{
  g_autofree Slot *old = self->slots;
  gsize            n_old = self->n_slots;

  self->n_slots = n_slots;
  self->slots = make_slots (self->n_slots);
  for (gsize i = 0; i < n_old; i++)
    {
      gsize at = get_home (self, old[i].hash);

      if (old[i].number == NO_NUMBER)
        continue;
      while (self->slots[at].number != NO_NUMBER)
        at = get_next (self, at);
      self->slots[at] = old[i];
    }
}

static gboolean
has_room (gsize n_slots, gsize n_ids)
{
  return n_ids <= n_slots / 3 * 2;
}

void
tl_id_table_reserve (TlIdTable *self, gsize n_ids)
{
  if (!has_room (self->n_slots, n_ids))
    grow (self, (n_ids / 2 + 1) * 3);
}

gboolean
tl_id_table_add (TlIdTable     *self,
                 const char    *id,
                 gsize          length,
                 guint32        number,
                 TlIdTableEqual equal,
                 gconstpointer  user_data,
                 guint32       *known)
{
  guint32 hash = tl_id_table_hash (id, length);
  Slot   *slot;

  if (!has_room (self->n_slots, self->n_used + 1))
    grow (self, self->n_slots * 2);
  slot = find_slot (self, hash, id, length, equal, user_data);
  if (slot->number != NO_NUMBER)
    {
      if (known != NULL)
        *known = slot->number;
      return FALSE;
    }
  slot->hash = hash;
  slot->number = number;
  self->n_used++;
  return TRUE;
}

guint32
tl_id_table_find (const TlIdTable *self,
                  const char      *id,
                  gsize            length,
                  TlIdTableEqual   equal,
                  gconstpointer    user_data)
{
  return find_slot (self, tl_id_table_hash (id, length), id, length, equal,
                    user_data)
      ->number;
}

void
tl_id_table_renumber (TlIdTable *self, const guint *numbers)
{
  for (gsize i = 0; i < self->n_slots; i++)
    if (self->slots[i].number != NO_NUMBER)
      self->slots[i].number = numbers[self->slots[i].number];
}
