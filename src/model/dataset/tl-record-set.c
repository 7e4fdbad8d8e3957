/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-record-set.h"

#include "tl-dataset.h"

#define BITS 64

struct _TlRecordSet
{
  gatomicrefcount reference_count;
  guint           size;
  guint           n_all;
  guint64         words[];
};

/**
 * tl_record_set_new:
 * @records: (array length=n_records): indices of records, in any order; those
 *   that there are not, and repetitions, do not count
 * @n_records: how many
 * @n_all: how many records the dataset has
 *
 * Returns: (transfer full): the set of these records
 */
TlRecordSet *
tl_record_set_new (const guint *records, guint n_records, guint n_all)
{
  gsize        n_words = ((gsize)n_all + BITS - 1) / BITS;
  TlRecordSet *self =
      g_malloc0 (sizeof (TlRecordSet) + n_words * sizeof (guint64));

  g_atomic_ref_count_init (&self->reference_count);
  self->n_all = n_all;
  for (guint i = 0; i < n_records; i++)
    {
      if (records[i] >= n_all || tl_record_set_contains (self, records[i]))
        continue;
      self->words[records[i] / BITS] |= G_GUINT64_CONSTANT (1)
                                        << records[i] % BITS;
      self->size++;
    }
  return self;
}

/**
 * tl_record_set_ref:
 * @self: a set
 *
 * Returns: (transfer full): the same
 */
TlRecordSet *
tl_record_set_ref (TlRecordSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->reference_count);
  return self;
}

/**
 * tl_record_set_unref:
 * @self: (transfer full): a set
 *
 * Drops a reference.
 */
void
tl_record_set_unref (TlRecordSet *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->reference_count))
    g_free (self);
}

/**
 * tl_record_set_get_size:
 * @self: a set
 *
 * Returns: how many records are in it
 */
guint
tl_record_set_get_size (const TlRecordSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size;
}

/**
 * tl_record_set_contains:
 * @self: a set
 * @record: an index; one that there is not is in no set
 *
 * Returns: whether the record is in it
 */
gboolean
tl_record_set_contains (const TlRecordSet *self, guint record)
{
  return record < self->n_all &&
         (self->words[record / BITS] >> record % BITS & 1) != 0;
}

/**
 * tl_record_set_next:
 * @self: a set
 * @from: where to begin
 *
 * Walks through the set in order of time: begin with 0, go on with one more
 * than was found last.
 *
 * Returns: the first record of the set that is not before @from, or %TL_NONE
 */
guint
tl_record_set_next (const TlRecordSet *self, guint from)
{
  guint   n_words;
  guint64 word;

  g_return_val_if_fail (self != NULL, TL_NONE);

  if (from >= self->n_all)
    return TL_NONE;
  n_words = (self->n_all + BITS - 1) / BITS;
  word = self->words[from / BITS] & (G_MAXUINT64 << from % BITS);
  for (guint i = from / BITS; i < n_words; i++)
    {
      if (i > from / BITS)
        word = self->words[i];
      if (word != 0)
        return i * BITS + (guint)__builtin_ctzll (word);
    }
  return TL_NONE;
}
