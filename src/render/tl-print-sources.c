/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-print-sources.h"

#include <glib/gi18n.h>

#include "tl-citation.h"
#include "tl-pagination.h"
#include "tl-picture-count.h"
#include "tl-text-wrap.h"

/* A source stands on one page where that is possible. */

#define HEADING_HEIGHT 34.0
#define HEADING_BASELINE 16.0
#define LINE_HEIGHT 17.0
#define LINE_BASELINE 12.0
#define SOURCE_GAP 5.0
#define NUMBER_GAP 8.0

typedef struct
{
  char  *text;
  char  *number; /* nullable: of the source that begins here */
  double y;      /* top, in pixels from the top of all lines */
} Line;

struct _TlPrintSources
{
  GArray *lines;  /* element-type Line */
  GArray *strips; /* element-type TlPageStrip */
  double  width;
  double  height;
  double  inset; /* of what stands behind the numbers */
};

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_free (line->text);
  g_free (line->number);
}

static double
measure (TlTextMeasurer *measurer, const char *text, TlFontRole font)
{
  return tl_text_measurer_measure_scaled (measurer, text, font, 1, FALSE);
}

static char *
format_number (TlDateFormatter *formatter, guint number)
{
  g_autofree char *text = tl_date_formatter_format_count (formatter, number);

  /* Translators: %s is the number of a source in a list: "12." */
  return g_strdup_printf (C_ ("list", "%s."), text);
}

/* Returns: where the next source begins */
static double
add_source (TlPrintSources *self,
            TlTextMeasurer *measurer,
            const char     *citation,
            char           *number,
            double          y)
{
  g_autoptr (GPtrArray) lines = tl_text_wrap (
      measurer, citation, TL_FONT_SUBTITLE, self->width - self->inset);

  for (guint i = 0; i < lines->len; i++)
    {
      Line line = { g_strdup (lines->pdata[i]), i == 0 ? number : NULL, y };

      g_array_append_val (self->lines, line);
      y += LINE_HEIGHT;
    }
  return y + SOURCE_GAP;
}

/* Between lines, rather between sources. */
static GArray *
list_borders (const TlPrintSources *self)
{
  GArray *borders = g_array_new (FALSE, FALSE, sizeof (TlPageBorder));

  for (guint i = 1; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      g_array_append_val (
          borders, ((TlPageBorder){ line->y, line->number != NULL ? 2 : 0 }));
    }
  return borders;
}

TlPrintSources *
tl_print_sources_new (TlDataset       *dataset,
                      const GArray    *records,
                      TlDateFormatter *formatter,
                      const char      *language,
                      TlTextMeasurer  *measurer,
                      double           width,
                      double           height)
{
  TlPrintSources *self = g_new0 (TlPrintSources, 1);
  g_autoptr (GArray) sources = tl_picture_collect_sources (dataset, records);
  g_autoptr (GArray) borders = NULL;
  g_autofree char *widest = format_number (formatter, sources->len);
  double           y = 0;

  self->width = width;
  self->height = height;
  self->inset = measure (measurer, widest, TL_FONT_SUBTITLE) + NUMBER_GAP;
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
  for (guint i = 0; i < sources->len; i++)
    {
      g_autofree char *citation = tl_citation_show_source (
          dataset, g_array_index (sources, guint, i), formatter, language);

      y = add_source (self, measurer, citation,
                      format_number (formatter, i + 1), y);
    }
  borders = list_borders (self);
  self->strips = tl_pagination_break (borders, y, height - HEADING_HEIGHT,
                                      height - HEADING_HEIGHT);
  return self;
}

void
tl_print_sources_free (TlPrintSources *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lines);
  g_array_unref (self->strips);
  g_free (self);
}

guint
tl_print_sources_get_n_pages (const TlPrintSources *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lines->len > 0 ? self->strips->len : 0;
}

typedef struct
{
  TlScene        *scene;
  TlTextMeasurer *measurer;
  double          width;
  gboolean        mirrored;
} Page;

/* x: of its beginning, from the side where lines begin */
static void
add_text (const Page *page,
          const char *text,
          double      x,
          double      baseline,
          TlFontRole  font,
          TlColor     color)
{
  double width = measure (page->measurer, text, font);

  tl_scene_add_text (page->scene, text,
                     page->mirrored ? page->width - x - width : x, baseline,
                     width, font, 1, FALSE, color);
}

TlScene *
tl_print_sources_paint_page (const TlPrintSources *self,
                             guint                 page,
                             TlTextMeasurer       *measurer,
                             const TlPalette      *palette,
                             gboolean              right_to_left)
{
  TlPageStrip strip;
  Page        target = { NULL, measurer, 0, right_to_left };

  g_return_val_if_fail (self != NULL && page < self->strips->len, NULL);

  strip = g_array_index (self->strips, TlPageStrip, page);
  target.scene = tl_scene_new (self->width, self->height);
  target.width = self->width;
  add_text (&target, _ ("Sources"), 0, HEADING_BASELINE, TL_FONT_TITLE,
            palette->text);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      double baseline = HEADING_HEIGHT + line->y - strip.y0 + LINE_BASELINE;

      if (line->y < strip.y0 - 0.01 || line->y >= strip.y1 - 0.01)
        continue;
      if (line->number != NULL)
        add_text (&target, line->number, 0, baseline, TL_FONT_SUBTITLE,
                  palette->text_muted);
      add_text (&target, line->text, self->inset, baseline, TL_FONT_SUBTITLE,
                palette->text);
    }
  return target.scene;
}
