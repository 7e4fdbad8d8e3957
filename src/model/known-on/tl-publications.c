/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-publications.h"

#include <stdlib.h>

#include "tl-calendar.h"

/* Sources in order of publication, cut into days. */

typedef struct
{
  gint64 day; /* its first second */
  guint  source;
} Publication;

typedef struct
{
  gint64 second; /* the first of the day */
  guint  first;  /* of its sources */
} Day;

struct _TlPublications
{
  gatomicrefcount reference_count;
  guint          *sources; /* in order of publication */
  guint           n_sources;
  GArray         *days; /* element-type Day */
};

static int
compare_publications (gconstpointer a, gconstpointer b)
{
  const Publication *left = a;
  const Publication *right = b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return (left->source > right->source) - (left->source < right->source);
}

/* (transfer full) (array length=n_sources) */
static Publication *
list_publications (TlDataset *dataset, guint *n_sources)
{
  guint        n_all = tl_dataset_get_n_sources (dataset);
  Publication *publications = g_new (Publication, n_all + 1);
  guint        n = 0;

  for (guint i = 0; i < n_all; i++)
    {
      const TlSource *source = tl_dataset_get_source (dataset, i);
      TlSpan          span = tl_date_get_span (source->published);

      if (span.latest == G_MAXINT64 || span.latest == G_MININT64)
        continue;
      publications[n].day = tl_calendar_floor (span.latest, TL_UNIT_DAY, 1);
      publications[n++].source = i;
    }
  qsort (publications, n, sizeof (Publication), compare_publications);
  *n_sources = n;
  return publications;
}

/**
 * tl_publications_new:
 * @dataset: a dataset
 *
 * Collects the days on which its sources were published. Looks at every
 * source: where there are many, not for the main thread.
 *
 * Returns: (transfer full): the days
 */
TlPublications *
tl_publications_new (TlDataset *dataset)
{
  TlPublications         *self;
  g_autofree Publication *publications = NULL;

  g_return_val_if_fail (TL_IS_DATASET (dataset), NULL);

  self = g_new0 (TlPublications, 1);
  g_atomic_ref_count_init (&self->reference_count);
  publications = list_publications (dataset, &self->n_sources);
  self->sources = g_new (guint, self->n_sources + 1);
  self->days = g_array_new (FALSE, FALSE, sizeof (Day));
  for (guint i = 0; i < self->n_sources; i++)
    {
      self->sources[i] = publications[i].source;
      if (i == 0 || publications[i].day != publications[i - 1].day)
        g_array_append_val (self->days, ((Day){ publications[i].day, i }));
    }
  return self;
}

/**
 * tl_publications_ref:
 * @self: the days
 *
 * Returns: (transfer full): the same
 */
TlPublications *
tl_publications_ref (TlPublications *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->reference_count);
  return self;
}

/**
 * tl_publications_unref:
 * @self: (transfer full): the days
 *
 * Drops a reference.
 */
void
tl_publications_unref (TlPublications *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->reference_count))
    return;
  g_array_unref (self->days);
  g_free (self->sources);
  g_free (self);
}

/**
 * tl_publications_get_n_days:
 * @self: the days
 *
 * Returns: how many days there are, each with at least one source
 */
guint
tl_publications_get_n_days (const TlPublications *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->days->len;
}

/**
 * tl_publications_get_day:
 * @self: the days
 * @index: less than [method@Publications.get_n_days]
 *
 * Returns: the first civil second of the day; later days come later
 */
gint64
tl_publications_get_day (const TlPublications *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->days->len, 0);

  return g_array_index (self->days, Day, index).second;
}

/**
 * tl_publications_get_sources:
 * @self: the days
 * @index: less than [method@Publications.get_n_days]
 * @n_sources: (out): how many were published on the day
 *
 * Returns: (transfer none) (array length=n_sources): their indices, in order
 */
const guint *
tl_publications_get_sources (const TlPublications *self,
                             guint                 index,
                             guint                *n_sources)
{
  guint first;
  guint end;

  g_return_val_if_fail (self != NULL && index < self->days->len, NULL);
  g_return_val_if_fail (n_sources != NULL, NULL);

  first = g_array_index (self->days, Day, index).first;
  end = index + 1 < self->days->len
            ? g_array_index (self->days, Day, index + 1).first
            : self->n_sources;
  *n_sources = end - first;
  return self->sources + first;
}

/**
 * tl_publications_find:
 * @self: the days
 * @second: a civil second
 *
 * Returns: the index of the last day that begins at @second or before, or
 *   %TL_NONE when there is none
 */
guint
tl_publications_find (const TlPublications *self, gint64 second)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, TL_NONE);

  high = self->days->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->days, Day, middle).second <= second)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? low - 1 : TL_NONE;
}
