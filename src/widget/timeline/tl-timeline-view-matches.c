/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

/* What is shown beside the records: what somebody looks for among them, and how
 * they are related. */

static void
drop_marking (TlTimelineView *self)
{
  g_clear_pointer (&self->marking, tl_marking_unref);
}

void
tl_timeline_view_finalize_matches (TlTimelineView *self)
{
  drop_marking (self);
  g_clear_pointer (&self->matches, tl_result_unref);
  g_clear_pointer (&self->search, g_free);
}

/* (transfer none) (nullable): the marking of what is drawn. Matches among what
 * is drawn only later wait for it. */
TlMarking *
tl_timeline_view_get_marking (TlTimelineView *self)
{
  g_autoptr (TlRecordSet) set = NULL;
  const guint *records;
  guint        n_records;

  if (self->matches == NULL || (!self->dims && self->search == NULL) ||
      tl_result_get_dataset (self->matches) != self->dataset)
    {
      drop_marking (self);
      return NULL;
    }
  if (self->marking != NULL)
    return self->marking;

  records = tl_result_get_records (self->matches, &n_records);
  set = tl_record_set_new (records, n_records,
                           tl_dataset_get_n_records (self->dataset));
  self->marking = tl_marking_new (set, self->dims, self->search);
  return self->marking;
}

/**
 * tl_timeline_view_set_matches:
 * @self: a timeline
 * @matches: (nullable): what is looked for, in the dataset that is shown
 * @dims: whether all other records are drawn faintly
 * @search: (nullable): the words that were searched for; with them the matches
 *   are marked
 *
 * Shows what among the records of the timeline somebody looks for. Beside
 * [method@TimelineView.set_result]: what a filter hides is not in that at all,
 * what it only dims is in that and not in @matches.
 */
void
tl_timeline_view_set_matches (TlTimelineView *self,
                              TlResult       *matches,
                              gboolean        dims,
                              const char     *search)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  if (search != NULL && *search == '\0')
    search = NULL;
  if (matches == self->matches && !dims == !self->dims &&
      g_strcmp0 (search, self->search) == 0)
    return;

  drop_marking (self);
  if (matches != NULL)
    tl_result_ref (matches);
  g_clear_pointer (&self->matches, tl_result_unref);
  self->matches = matches;
  self->dims = !!dims;
  g_free (self->search);
  self->search = g_strdup (search);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_timeline_view_get_relations:
 * @self: a timeline
 *
 * Returns: which relations are drawn
 */
TlRelationsShown
tl_timeline_view_get_relations (TlTimelineView *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_VIEW (self), TL_RELATIONS_NONE);

  return self->relations;
}

/**
 * tl_timeline_view_set_relations:
 * @self: a timeline
 * @relations: which relations are drawn
 *
 * Draws relations between records as curves: none, those of the selected
 * record, which is the default, or all that are in sight.
 */
void
tl_timeline_view_set_relations (TlTimelineView  *self,
                                TlRelationsShown relations)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  if (relations == self->relations)
    return;

  self->relations = relations;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
