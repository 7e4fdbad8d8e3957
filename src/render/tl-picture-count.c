/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-picture-count.h"

#include "tl-citation-list.h"

/* How much of its dataset is in a picture. */

/* A bit a record. */
static void
mark_record (guint8 *seen, guint record)
{
  seen[record / 8] |= (guint8)(1u << (record % 8));
}

static gboolean
is_marked (const guint8 *seen, guint record)
{
  return (seen[record / 8] & (1u << (record % 8))) != 0;
}

static void
mark_cluster (guint8 *seen, const TlView *view, const TlMark *mark)
{
  guint        n_members;
  const guint *members = tl_layout_get_cluster (view->layout, view->scale,
                                                mark->cluster, &n_members);

  for (guint i = 0; i < n_members; i++)
    mark_record (seen, members[i]);
}

GArray *
tl_picture_collect_records (const TlView *view)
{
  TlDataset         *dataset = tl_layout_get_dataset (view->layout);
  guint              n_records = tl_dataset_get_n_records (dataset);
  g_autofree guint8 *seen = g_new0 (guint8, n_records / 8 + 1);
  GArray            *records = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < view->n_marks; i++)
    if (view->marks[i].type == TL_MARK_RECORD)
      mark_record (seen, view->marks[i].index);
    else if (view->marks[i].type == TL_MARK_CLUSTER)
      mark_cluster (seen, view, &view->marks[i]);
  for (guint i = 0; i < n_records; i++)
    if (is_marked (seen, i))
      g_array_append_val (records, i);
  return records;
}

GArray *
tl_picture_collect_sources (TlDataset *dataset, const GArray *records)
{
  g_autoptr (TlCitationList) list = tl_citation_list_new (dataset);

  for (guint i = 0; i < records->len; i++)
    tl_citation_list_add_record_sources (list,
                                         g_array_index (records, guint, i));
  return tl_citation_list_dup_sources (list);
}

TlPictureCount
tl_picture_count_records (TlDataset *dataset, const GArray *records)
{
  const TlEntry *entries = tl_dataset_get_entries (dataset);
  TlPictureCount count = { .n_shown = records->len };

  for (guint i = 0; i < records->len; i++)
    count.n_contested += entries[g_array_index (records, guint, i)].contested;
  return count;
}
