/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-dataset-private.h"

/* What refers to records, put right when these stand in their final order. */

/* Turns counts into starts. Returns: their sum. */
static guint
accumulate (guint *counts, guint length)
{
  guint start = 0;

  for (guint i = 0; i < length; i++)
    {
      guint count = counts[i];

      counts[i] = start;
      start += count;
    }
  return start;
}

/* Where each record's relations go, in both directions. */
static guint *
count_relations (TlArena      *arena,
                 const GArray *relations,
                 guint         n,
                 const guint  *positions)
{
  guint *starts = tl_arena_alloc (arena, (n + 1) * sizeof (guint));

  for (guint i = 0; i < relations->len; i++)
    {
      const TlDraftRelation *relation =
          &g_array_index (relations, TlDraftRelation, i);

      starts[positions[relation->from]]++;
      starts[positions[relation->to]]++;
    }
  return starts;
}

/* A record's own relations first, as its file has them; then those of others
 * to it, in time order. */
static void
place_relations (TlDatasetParts *parts,
                 TlArena        *arena,
                 const GArray   *relations,
                 const guint    *positions)
{
  guint             n = parts->n_records;
  g_autofree guint *n_placed = NULL;
  guint            *starts;
  guint             n_related;
  TlRelated        *related;

  if (relations->len == 0)
    return;
  starts = count_relations (arena, relations, n, positions);
  n_related = accumulate (starts, n + 1);
  related = tl_arena_alloc (arena, n_related * sizeof (TlRelated));
  /* What is not one of a record's own, now or later. */
  for (guint i = 0; i < n_related; i++)
    related[i].inverse = TRUE;
  n_placed = g_new0 (guint, n);
  for (guint i = 0; i < relations->len; i++)
    {
      const TlDraftRelation *relation =
          &g_array_index (relations, TlDraftRelation, i);
      guint from = positions[relation->from];

      related[starts[from] + n_placed[from]++] =
          (TlRelated){ positions[relation->to], relation->relation, FALSE };
    }
  for (guint i = 0; i < n; i++)
    for (guint j = starts[i]; j < starts[i + 1] && !related[j].inverse; j++)
      {
        TlRelated own = related[j];

        related[starts[own.record] + n_placed[own.record]++] =
            (TlRelated){ i, own.relation, TRUE };
      }
  parts->related = related;
  parts->related_starts = starts;
}

static void
place_quotes (TlDatasetParts *parts, TlArena *arena, const guint *positions)
{
  guint             n = parts->n_records;
  guint            *starts;
  g_autofree guint *n_placed = NULL;

  if (parts->n_quotes == 0)
    return;
  starts = tl_arena_alloc (arena, (n + 1) * sizeof (guint));
  n_placed = g_new0 (guint, MAX (n, 1));
  for (guint i = 0; i < parts->n_quotes; i++)
    if (parts->quotes[i].record != TL_NONE)
      {
        parts->quotes[i].record = positions[parts->quotes[i].record];
        starts[parts->quotes[i].record]++;
      }
  parts->record_quotes =
      tl_arena_alloc (arena, accumulate (starts, n + 1) * sizeof (guint));
  for (guint i = 0; i < parts->n_quotes; i++)
    {
      guint record = parts->quotes[i].record;

      if (record != TL_NONE)
        parts->record_quotes[starts[record] + n_placed[record]++] = i;
    }
  parts->quote_starts = starts;
}

/* Records that are kept whole know their relations and quotations. */
static void
complete_boxes (const TlDatasetParts *parts, TlArena *arena)
{
  for (guint i = 0; i < parts->n_records; i++)
    if (parts->columns[i].length == 0)
      tl_dataset_parts_link_record (
          parts, i, &parts->boxes[parts->columns[i].start]->record, arena);
}

static void
place_acts (TlDatasetParts *parts, TlArena *arena)
{
  g_autofree guint *counts = g_new0 (guint, parts->n_treaties);

  for (guint i = 0; i < parts->n_records; i++)
    if (parts->entries[i].treaty != TL_NONE)
      counts[parts->entries[i].treaty]++;
  for (guint i = 0; i < parts->n_treaties; i++)
    {
      parts->treaties[i].acts =
          tl_arena_alloc (arena, counts[i] * sizeof (guint));
      parts->treaties[i].n_acts = 0;
    }
  for (guint i = 0; i < parts->n_records; i++)
    if (parts->entries[i].treaty != TL_NONE)
      {
        TlTreaty *treaty = &parts->treaties[parts->entries[i].treaty];

        ((guint *)treaty->acts)[treaty->n_acts++] = i;
      }
  for (guint i = 0; i < parts->n_treaties; i++)
    parts->treaties[i].life =
        tl_treaty_compute_life (&parts->treaties[i], parts->entries);
}

void
tl_dataset_parts_link (TlDatasetParts *parts,
                       TlArena        *arena,
                       const GArray   *relations,
                       const guint    *positions)
{
  place_relations (parts, arena, relations, positions);
  place_quotes (parts, arena, positions);
  place_acts (parts, arena);
  complete_boxes (parts, arena);
}
