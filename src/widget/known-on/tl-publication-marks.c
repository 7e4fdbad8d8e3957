/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-publication-marks.h"

#include <math.h>

/* Where the ticks of a scale of publication days stand. However many days there
 * are, a tick has some pixels of its own. */

/* Pixels from tick to tick, at least. */
#define PITCH 3.0

static void
add_day (GArray *marks, guint index, guint n_sources, double x)
{
  TlPublicationMark *last = NULL;

  if (marks->len > 0)
    last = &g_array_index (marks, TlPublicationMark, marks->len - 1);
  if (last != NULL && x - last->x < PITCH)
    {
      last->last = index;
      last->n_sources += n_sources;
    }
  else
    g_array_append_val (marks,
                        ((TlPublicationMark){ x, index, index, n_sources }));
}

/**
 * tl_publication_marks_new:
 * @publications: the days
 * @from: the civil second at 0
 * @to: the civil second at @width; not less than @from
 * @width: in pixels
 *
 * Days less than 3 pixels behind the first one of a tick share it.
 *
 * Returns: (transfer full) (element-type TlPublicationMark): the ticks, in
 *   order of time, each day in one of them
 */
GArray *
tl_publication_marks_new (const TlPublications *publications,
                          gint64                from,
                          gint64                to,
                          double                width)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (TlPublicationMark));
  double  range = MAX ((double)to - (double)from, 1);

  g_return_val_if_fail (publications != NULL, marks);

  for (guint i = 0; i < tl_publications_get_n_days (publications); i++)
    {
      double day = (double)tl_publications_get_day (publications, i);
      guint  n_sources;

      tl_publications_get_sources (publications, i, &n_sources);
      add_day (marks, i, n_sources, (day - (double)from) / range * width);
    }
  return marks;
}

/**
 * tl_publication_marks_find:
 * @marks: (element-type TlPublicationMark): ticks
 * @x: in pixels
 * @max_distance: in pixels
 *
 * Returns: the index of the tick that is nearest to @x, or %TL_NONE when none
 *   is within @max_distance
 */
guint
tl_publication_marks_find (const GArray *marks, double x, double max_distance)
{
  guint  found = TL_NONE;
  double nearest = max_distance;

  g_return_val_if_fail (marks != NULL, TL_NONE);

  for (guint i = 0; i < marks->len; i++)
    {
      double distance =
          fabs (g_array_index (marks, TlPublicationMark, i).x - x);

      if (distance <= nearest)
        {
          found = i;
          nearest = distance;
        }
    }
  return found;
}
