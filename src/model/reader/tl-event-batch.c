/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-event-index.h"

/* The arrays that an indexer fills. */

void
tl_event_batch_init (TlEventBatch *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (TlEntry));
  self->columns = g_array_new (FALSE, FALSE, sizeof (TlColumn));
  self->lists = g_array_new (FALSE, FALSE, sizeof (guint));
  self->words = g_byte_array_new ();
  self->relations = g_array_new (FALSE, FALSE, sizeof (TlEventRelation));
  self->others = g_array_new (FALSE, FALSE, sizeof (TlEventOther));
}

void
tl_event_batch_clear (TlEventBatch *self)
{
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->lists, g_array_unref);
  g_clear_pointer (&self->words, g_byte_array_unref);
  g_clear_pointer (&self->relations, g_array_unref);
  g_clear_pointer (&self->others, g_array_unref);
}

void
tl_event_batch_free (TlEventBatch *self)
{
  tl_event_batch_clear (self);
  g_free (self);
}
