/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-picture-count.h"

/* What a picture says about how much of its dataset is in it. */

typedef struct
{
  const TlEntry *entries;
  guint8        *seen; /* a bit a record */
  TlPictureCount count;
} Counter;

static void
count_record (Counter *self, guint record)
{
  guint8 bit = (guint8)(1u << (record % 8));

  if ((self->seen[record / 8] & bit) != 0)
    return;
  self->seen[record / 8] |= bit;
  self->count.n_shown++;
  self->count.n_contested += self->entries[record].contested != 0;
}

static void
count_cluster (Counter *self, const TlView *view, const TlMark *mark)
{
  guint        n_members;
  const guint *members = tl_layout_get_cluster (view->layout, view->scale,
                                                mark->cluster, &n_members);

  for (guint i = 0; i < n_members; i++)
    count_record (self, members[i]);
}

TlPictureCount
tl_picture_count_view (const TlView *view)
{
  TlDataset         *dataset = tl_layout_get_dataset (view->layout);
  g_autofree guint8 *seen =
      g_new0 (guint8, tl_dataset_get_n_records (dataset) / 8 + 1);
  Counter counter = { .entries = tl_dataset_get_entries (dataset),
                      .seen = seen };

  for (guint i = 0; i < view->n_marks; i++)
    if (view->marks[i].type == TL_MARK_RECORD)
      count_record (&counter, view->marks[i].index);
    else if (view->marks[i].type == TL_MARK_CLUSTER)
      count_cluster (&counter, view, &view->marks[i]);
  return counter.count;
}

TlPictureCount
tl_picture_count_records (TlDataset   *dataset,
                          const guint *records,
                          guint        n_records)
{
  const TlEntry *entries = tl_dataset_get_entries (dataset);
  TlPictureCount count = { .n_shown = n_records };

  for (guint i = 0; i < n_records; i++)
    count.n_contested += entries[records[i]].contested != 0;
  return count;
}
