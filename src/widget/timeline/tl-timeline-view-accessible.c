/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

#include <glib/gi18n.h>

/* What the timeline says in words: tooltips, and name and description for
 * screen readers. */

static TlRecordWords
get_words (TlTimelineView *self)
{
  return (TlRecordWords){ self->dataset, self->formatter, self->language };
}

/* Where the tooltip stands, in pixels of the widget: outside of it another one
 * is asked for. */
static void
set_tip_area (TlTimelineView *self, GtkTooltip *tooltip, TlRect area)
{
  TlRect       lanes = tl_timeline_view_get_lanes (self);
  double       right = MIN (area.x + area.width, lanes.width);
  double       left = MAX (area.x, 0);
  GdkRectangle rectangle = {
    .x = (int)(lanes.x + left),
    .y = (int)(lanes.y + area.y - tl_timeline_view_get_drawn_offset (self)),
    .width = (int)MAX (right - left, 1),
    .height = (int)area.height,
  };

  gtk_tooltip_set_tip_area (tooltip, &rectangle);
}

/* Takes text. Where others are faint: how many of a cluster are looked for,
 * which has no room on every pill. */
static char *
add_matches (TlTimelineView *self, const TlMark *mark, char *text)
{
  TlMarking       *marking = tl_timeline_view_get_marking (self);
  g_autofree char *heading = NULL;
  g_autofree char *members = text;
  g_autofree char *count = NULL;
  guint            n;

  if (marking == NULL || !tl_marking_get_dims (marking))
    return g_steal_pointer (&members);
  n = tl_marking_count (marking, self->view, mark);
  count = tl_date_formatter_format_count (self->formatter, n);
  heading = g_strdup_printf (
      /* Translators: in the tooltip of several records that are drawn as one
       * mark; %s is how many of them pass the filter. */
      ngettext ("%s of them matches", "%s of them match", n), count);
  return g_strconcat (members, "\n", heading, NULL);
}

static char *
dup_mark_tooltip (TlTimelineView *self, const TlMark *mark)
{
  const guint *members;
  guint        n_members;
  char        *text;

  if (mark->type != TL_MARK_CLUSTER)
    return tl_record_words_dup_tooltip (get_words (self), mark->index);
  members = tl_layout_get_cluster (self->layout, self->view->scale,
                                   mark->cluster, &n_members);
  text = tl_record_words_dup_cluster_tooltip (get_words (self), members,
                                              n_members);
  return add_matches (self, mark, text);
}

static gboolean
show_flag_tooltip (TlTimelineView *self, guint record, GtkTooltip *tooltip)
{
  g_autofree char *text =
      tl_record_words_dup_tooltip (get_words (self), record);

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static gboolean
show_mark_tooltip (TlTimelineView *self, guint mark, GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;

  if (mark == TL_NONE)
    return FALSE;
  text = dup_mark_tooltip (self, &self->view->marks[mark]);
  gtk_tooltip_set_text (tooltip, text);
  set_tip_area (self, tooltip, tl_mark_get_outline (&self->view->marks[mark]));
  return TRUE;
}

static char *
dup_description (TlTimelineView *self)
{
  g_autofree char *count = NULL;
  guint            n_records;

  if (self->dataset == NULL)
    /* Translators: description of the timeline for a screen reader. */
    return g_strdup (_ ("Nothing is open."));
  if (self->formatter == NULL)
    self->formatter = tl_date_formatter_new (self->language);
  if (self->selected != TL_NONE)
    return tl_record_words_dup_sentence (get_words (self), self->selected);
  n_records = tl_result_get_n_shown (self->result);
  count = tl_date_formatter_format_count (self->formatter, n_records);
  return g_strdup_printf (
      /* Translators: description of the timeline for a screen reader; %s is
       * the number of records. */
      ngettext ("%s record, not selected", "%s records, none selected",
                n_records),
      count);
}

/* The query-tooltip vfunc. */
gboolean
tl_timeline_view_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);
  guint           flag;

  if (self->is_panning || !tl_timeline_view_ensure_layout (self))
    return FALSE;
  if (keyboard)
    return show_mark_tooltip (self, tl_timeline_view_find_focused (self),
                              tooltip);
  if (tl_timeline_view_show_heading_tooltip (self, x, y, tooltip))
    return TRUE;
  flag = tl_timeline_view_pick_flag (self, x, y);
  if (flag != TL_NONE)
    return show_flag_tooltip (self, flag, tooltip);
  return show_mark_tooltip (self, tl_timeline_view_pick_mark (self, x, y),
                            tooltip);
}

/* Tells screen readers what is shown and what is selected. */
void
tl_timeline_view_update_accessible (TlTimelineView *self)
{
  g_autofree char *description = dup_description (self);
  const char      *title =
      self->dataset != NULL
               ? tl_text_get (tl_dataset_get_title (self->dataset), self->language)
          /* Translators: name of the timeline for a screen reader. */
               : C_ ("accessible name", "Timeline");

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}
