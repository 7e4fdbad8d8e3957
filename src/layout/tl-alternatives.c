/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-alternatives.h"

#include <glib/gi18n.h>

#include "tl-isolate.h"
#include "tl-layout-private.h"

/* Where reports date a record differently, each other date hangs below the
 * record's mark (above it, where there is no room below) in a line of its own,
 * at its own place in time. */

#define LINE_HEIGHT 21.0
#define LABEL_HEIGHT 15.0
#define PLATE_PADDING 4.0
/* Of the date and the start of a name: the details have it whole, and what is
 * below should not be covered. */
#define MAX_WIDTH 200.0

/* One of the other dates. */
typedef struct
{
  TlSpan span;
  char  *edtf;
  char  *label;
  double width; /* of the label */
} Alternative;

struct _TlAlternatives
{
  TlLayout *layout;
  guint     record;
  GArray   *dates; /* of Alternative, in order of the accounts */
};

static void
clear_alternative (gpointer data)
{
  Alternative *alternative = data;

  g_free (alternative->edtf);
  g_free (alternative->label);
}

static Alternative *
find_date (const TlAlternatives *self, const char *edtf)
{
  for (guint i = 0; i < self->dates->len; i++)
    {
      Alternative *alternative = &g_array_index (self->dates, Alternative, i);

      if (g_str_equal (alternative->edtf, edtf))
        return alternative;
    }
  return NULL;
}

/* Where the publisher is not named, the title tells the source from the
 * others. */
static char *
dup_source_name (const TlAlternatives *self, const TlAccount *account)
{
  TlLayoutBase   *base = self->layout->base;
  const TlSource *source =
      tl_dataset_get_source (base->dataset, account->source);
  const char *publisher = tl_source_get_publisher_name (source, base->language);
  g_autofree char *title = NULL;

  if (publisher != NULL)
    return tl_isolate (publisher);
  title = tl_isolate (tl_text_get (source->title, base->language));
  /* Translators: The quotation marks of your language. */
  return g_strdup_printf (C_ ("quotation", "“%s”"), title);
}

static void
add_source (Alternative *alternative, const char *name)
{
  /* Translators: Stands between the names of several sources. */
  char *longer = g_strconcat (alternative->label, C_ ("between sources", "; "),
                              name, NULL);

  g_free (alternative->label);
  alternative->label = longer;
}

static void
add_account (TlAlternatives *self, const TlAccount *account)
{
  const char      *edtf = tl_date_get_edtf (account->date);
  Alternative     *known = find_date (self, edtf);
  Alternative      alternative = { .span = tl_date_get_span (account->date) };
  g_autofree char *name = dup_source_name (self, account);
  g_autofree char *when = NULL;

  if (known != NULL)
    {
      add_source (known, name);
      return;
    }
  when = tl_date_formatter_format (self->layout->base->formatter, account->date,
                                   TL_DATE_STYLE_SHORT);
  alternative.edtf = g_strdup (edtf);
  alternative.label =
      /* Translators: A date that differs from others, and the report that
       * gives it, on the timeline: "27 Jul 2020 · EIRNS". */
      g_strdup_printf (C_ ("date and publisher", "%1$s · %2$s"), when, name);
  g_array_append_val (self->dates, alternative);
}

static void
measure (TlAlternatives *self)
{
  TlLayoutBase *base = self->layout->base;

  for (guint i = 0; i < self->dates->len; i++)
    {
      Alternative *alternative = &g_array_index (self->dates, Alternative, i);
      double       width = base->measure (alternative->label, TL_FONT_DETAIL,
                                          base->measure_data);

      alternative->width = MIN (width, MAX_WIDTH) * self->layout->zoom;
    }
}

/**
 * tl_alternatives_new:
 * @layout: how the picture is laid out
 * @record: index of a record
 *
 * Returns: (transfer full) (nullable): the dates that accounts give and the
 *   record as a whole does not have, or %NULL where there are none
 */
TlAlternatives *
tl_alternatives_new (TlLayout *layout, guint record)
{
  g_autoptr (TlAlternatives) self = NULL;
  g_autoptr (TlRecord) data = NULL;

  g_return_val_if_fail (layout != NULL, NULL);

  if (!layout->base->entries[record].contested)
    return NULL;

  data = tl_dataset_ref_record (layout->base->dataset, record);
  self = g_new0 (TlAlternatives, 1);
  self->layout = tl_layout_ref (layout);
  self->record = record;
  self->dates = g_array_new (FALSE, FALSE, sizeof (Alternative));
  g_array_set_clear_func (self->dates, clear_alternative);
  for (guint i = 0; i < data->n_accounts; i++)
    {
      const TlDate *date = data->accounts[i].date;

      if (date != NULL &&
          !g_str_equal (tl_date_get_edtf (date), tl_date_get_edtf (data->date)))
        add_account (self, &data->accounts[i]);
    }
  if (self->dates->len == 0)
    return NULL;
  measure (self);
  return g_steal_pointer (&self);
}

/**
 * tl_alternatives_free:
 * @self: (nullable) (transfer full): alternatives
 *
 * Frees them.
 */
void
tl_alternatives_free (TlAlternatives *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->dates);
  tl_layout_unref (self->layout);
  g_free (self);
}

/**
 * tl_alternatives_get_layout:
 * @self: alternatives
 *
 * Returns: (transfer none): what they were made for
 */
TlLayout *
tl_alternatives_get_layout (const TlAlternatives *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->layout;
}

/**
 * tl_alternatives_get_n:
 * @self: alternatives
 *
 * Returns: how many other dates there are, at least one
 */
guint
tl_alternatives_get_n (const TlAlternatives *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->dates->len;
}

static TlRect
unite (TlRect a, TlRect b)
{
  double x = MIN (a.x, b.x);
  double y = MIN (a.y, b.y);

  return (TlRect){ x, y, MAX (a.x + a.width, b.x + b.width) - x,
                   MAX (a.y + a.height, b.y + b.height) - y };
}

/* On the side that is away from the line to the parent; on the other where it
 * would leave the picture. Where neither has room, on the wider one, and cut.
 */
static TlRect
place_label (
    const TlView *view, TlRect hit, double y, double width, gboolean is_right)
{
  double zoom = view->layout->zoom;
  double offset = TL_LABEL_OFFSET * zoom;
  double height = LABEL_HEIGHT * zoom;
  double after = hit.x + hit.width + offset;
  double before = hit.x - offset;
  double left = before - 2 * PLATE_PADDING * zoom;
  double right = view->scale.width - after - 2 * PLATE_PADDING * zoom;

  if (width > (is_right ? right : left) && MAX (left, right) > 0)
    {
      is_right = width <= right || (width > left && right >= left);
      width = MIN (width, is_right ? right : left);
    }
  return (TlRect){ is_right ? after : before - width, y - height / 2, width,
                   height };
}

static TlMark
make_mark (const TlAlternatives *self,
           const TlView         *view,
           const Alternative    *alternative,
           double                y)
{
  TlScale      scale = view->scale;
  double       zoom = view->layout->zoom;
  TlLayoutItem item = tl_layout_base_make_item (
      view->layout->base, &alternative->span, self->record);
  TlExtent extent = tl_item_get_extent (&item, scale.px_per_unit, zoom);
  double   origin = scale.origin * scale.px_per_unit;
  double   size = TL_GLYPH_SIZE * zoom;
  TlMark   mark = {
      .type = TL_MARK_RECORD,
      .index = self->record,
      .x0 = item.axis0 * scale.px_per_unit - origin,
      .x1 = item.axis1 * scale.px_per_unit - origin,
      .glyph_x = extent.glyph - origin,
      .y = y,
      .hit = { extent.start - origin, y - size / 2, extent.end - extent.start,
               size },
      .label_place = TL_LABEL_AFTER,
      .count = 1,
      .cluster = TL_NONE,
  };

  if (scale.mirrored)
    {
      double x0 = mark.x0;

      mark.x0 = scale.width - mark.x1;
      mark.x1 = scale.width - x0;
      mark.glyph_x = scale.width - mark.glyph_x;
      mark.hit.x = scale.width - mark.hit.x - mark.hit.width;
    }
  return mark;
}

/**
 * tl_alternatives_place:
 * @self: alternatives
 * @view: a picture of the layout
 * @parent: a mark of it that stands for the record
 *
 * Places the other dates, each at its time, in lines below the mark or above
 * it.
 *
 * Returns: (transfer full) (element-type TlGhost): the ghost marks; good while
 *   the alternatives are there
 */
GArray *
tl_alternatives_place (const TlAlternatives *self,
                       const TlView         *view,
                       guint                 parent)
{
  GArray       *ghosts = g_array_new (FALSE, FALSE, sizeof (TlGhost));
  const TlMark *above = &view->marks[parent];
  double        zoom = view->layout->zoom;
  double        step = LINE_HEIGHT * zoom;
  double        padding = PLATE_PADDING * zoom;

  if (above->y + (self->dates->len + 0.5) * step > view->height &&
      above->y > view->height / 2)
    step = -step;
  for (guint i = 0; i < self->dates->len; i++)
    {
      const Alternative *date = &g_array_index (self->dates, Alternative, i);
      double             y = above->y + (i + 1) * step;
      TlGhost            ghost = {
                   .parent = parent,
                   .mark = make_mark (self, view, date, y),
                   .span = date->span,
                   .label = date->label,
      };

      ghost.mark.label = place_label (view, ghost.mark.hit, y, date->width,
                                      ghost.mark.glyph_x >= above->glyph_x);
      ghost.plate = unite (ghost.mark.hit, ghost.mark.label);
      ghost.plate.x -= padding;
      ghost.plate.y -= padding / 2;
      ghost.plate.width += 2 * padding;
      ghost.plate.height += padding;
      g_array_append_val (ghosts, ghost);
    }
  return ghosts;
}
