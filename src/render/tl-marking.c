/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-marking.h"

struct _TlMarking
{
  grefcount reference_count;
  TlTally  *matches;
  gboolean  dims;
  char     *search; /* nullable */
};

/**
 * tl_marking_new:
 * @matches: the records that are looked for
 * @dims: whether all others are drawn faintly
 * @search: (nullable): the words that were searched for; with them the matches
 *   are marked
 *
 * Returns: (transfer full): a marking
 */
TlMarking *
tl_marking_new (TlRecordSet *matches, gboolean dims, const char *search)
{
  TlMarking *self;

  g_return_val_if_fail (matches != NULL, NULL);

  self = g_new0 (TlMarking, 1);
  g_ref_count_init (&self->reference_count);
  self->matches = tl_tally_new (matches);
  self->dims = dims;
  self->search = g_strdup (search);
  return self;
}

/**
 * tl_marking_ref:
 * @self: a marking
 *
 * Returns: (transfer full): the same
 */
TlMarking *
tl_marking_ref (TlMarking *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->reference_count);
  return self;
}

/**
 * tl_marking_unref:
 * @self: (transfer full): a marking
 *
 * Drops a reference.
 */
void
tl_marking_unref (TlMarking *self)
{
  g_return_if_fail (self != NULL);

  if (!g_ref_count_dec (&self->reference_count))
    return;
  tl_tally_free (self->matches);
  g_free (self->search);
  g_free (self);
}

/**
 * tl_marking_count:
 * @self: a marking
 * @view: a picture
 * @mark: a mark of it
 *
 * Returns: how many of the records that the mark stands for are looked for
 */
guint
tl_marking_count (TlMarking *self, const TlView *view, const TlMark *mark)
{
  g_return_val_if_fail (self != NULL, 0);

  return tl_tally_count (self->matches, view, mark);
}

/**
 * tl_marking_get_dims:
 * @self: a marking
 *
 * Returns: whether what is not looked for is drawn faintly
 */
gboolean
tl_marking_get_dims (const TlMarking *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->dims;
}

/**
 * tl_marking_get_search:
 * @self: a marking
 *
 * Returns: (transfer none) (nullable): the words that were searched for
 */
const char *
tl_marking_get_search (const TlMarking *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->search;
}
