/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-svg-writer.h"

#include "tl-language.h"
#include "tl-svg-defs.h"
#include "tl-svg-format.h"
#include "tl-svg-metadata.h"
#include "tl-svg-outlines.h"

#include <string.h>

/* Writes a scene as SVG. Shapes carry their colours as attributes, which every
 * program reads; text has its style in a class, so that a label costs little.
 * Outlines differ from text in the text items only. */

#define N_RECENT 4

/* A look of text that has been written, and its class. */
typedef struct
{
  TlColor     color;
  double      font_scale;
  TlFontRole  font;
  gboolean    bold;
  gboolean    right_to_left;
  const char *name; /* not owned */
} TextClass;

typedef struct
{
  const TlScene  *scene;
  TlTextMeasurer *measurer;
  TlSvgDefs      *defs;
  TlSvgOutlines  *outlines; /* nullable: text stays text */
  const char     *language; /* of the picture; nullable */
  const char     *native;   /* as items write it; nullable: not met yet */
  GString        *body;
  TextClass       recent[N_RECENT]; /* the last used, in turn */
  guint           next_recent;
} Writer;

static gboolean
is_visible (const TlPaint *paint)
{
  return paint->kind != TL_PAINT_NONE && paint->color.alpha > 0.0f;
}

static gboolean
is_stroked (const TlStroke *stroke)
{
  return is_visible (&stroke->paint) && stroke->width > 0;
}

/* ' fill="#1c71d8"' or ' fill="url(#tl-3)"'. */
static void
append_paint (Writer *self, const char *name, const TlPaint *paint)
{
  const char *id;

  if (paint->kind == TL_PAINT_FADE && paint->to_x > paint->from_x)
    id = tl_svg_defs_add_fade (self->defs, paint);
  else if (paint->kind == TL_PAINT_HATCH)
    id = tl_svg_defs_add_hatch (self->defs, paint->color);
  else
    {
      tl_svg_append_color_attribute (self->body, name, paint->color);
      return;
    }
  g_string_append_printf (self->body, " %s=\"url(#%s)\"", name, id);
}

static void
append_fill (Writer *self, const TlItem *item)
{
  if (is_visible (&item->fill))
    append_paint (self, "fill", &item->fill);
  else if (item->type != TL_ITEM_PATH || item->n_points > 2)
    g_string_append (self->body, " fill=\"none\"");
}

static void
append_stroke (Writer *self, const TlStroke *stroke)
{
  if (!is_stroked (stroke))
    return;
  append_paint (self, "stroke", &stroke->paint);
  if (stroke->width < 1 || stroke->width > 1)
    tl_svg_append_number_attribute (self->body, "stroke-width", stroke->width);
  if (stroke->dash[0] <= 0 || stroke->dash[1] <= 0)
    return;
  g_string_append (self->body, " stroke-dasharray=\"");
  tl_svg_append_number (self->body, stroke->dash[0], 2);
  g_string_append_c (self->body, ' ');
  tl_svg_append_number (self->body, stroke->dash[1], 2);
  g_string_append_c (self->body, '"');
}

static void
append_look (Writer *self, const TlItem *item)
{
  append_fill (self, item);
  append_stroke (self, &item->stroke);
  g_string_append (self->body, "/>\n");
}

static void
write_rect (Writer *self, const TlItem *item)
{
  g_string_append (self->body, "<rect");
  tl_svg_append_number_attribute (self->body, "x", item->rect.x);
  tl_svg_append_number_attribute (self->body, "y", item->rect.y);
  tl_svg_append_number_attribute (self->body, "width", item->rect.width);
  tl_svg_append_number_attribute (self->body, "height", item->rect.height);
  if (item->radius > 0)
    tl_svg_append_number_attribute (self->body, "rx", item->radius);
  append_look (self, item);
}

static void
write_ellipse (Writer *self, const TlItem *item)
{
  TlRect   box = item->rect;
  gboolean round = G_APPROX_VALUE (box.width, box.height, 1e-6);

  g_string_append (self->body, round ? "<circle" : "<ellipse");
  tl_svg_append_number_attribute (self->body, "cx", box.x + box.width / 2);
  tl_svg_append_number_attribute (self->body, "cy", box.y + box.height / 2);
  tl_svg_append_number_attribute (self->body, round ? "r" : "rx",
                                  box.width / 2);
  if (!round)
    tl_svg_append_number_attribute (self->body, "ry", box.height / 2);
  append_look (self, item);
}

static void
write_path (Writer *self, const TlItem *item)
{
  g_string_append (self->body, "<path d=\"");
  for (guint i = 0; i < item->n_points; i++)
    {
      /* After "M", further pairs are lines. */
      g_string_append_c (self->body, i == 0 ? 'M' : ' ');
      tl_svg_append_number (self->body, item->points[i].x, 2);
      g_string_append_c (self->body, ' ');
      tl_svg_append_number (self->body, item->points[i].y, 2);
    }
  g_string_append (self->body, item->closed ? "Z\"" : "\"");
  append_look (self, item);
}

static const char *
add_text_class (Writer *self, const TlItem *item, gboolean right_to_left)
{
  g_autoptr (GString) css = g_string_new ("font-size:");
  int weight = item->bold ? tl_font_role_get_bold_weight (item->font)
                          : tl_font_role_get_weight (item->font);

  tl_svg_append_number (
      css, tl_font_role_get_size (item->font) * item->font_scale, 2);
  g_string_append (css, "px");
  if (weight != PANGO_WEIGHT_NORMAL)
    g_string_append_printf (css, ";font-weight:%d", weight);
  g_string_append (css, ";fill:");
  tl_svg_append_color (css, item->fill.color);
  if (item->fill.color.alpha < 1.0f)
    {
      g_string_append (css, ";fill-opacity:");
      tl_svg_append_number (css, (double)item->fill.color.alpha, 3);
    }
  if (right_to_left)
    g_string_append (css, ";direction:rtl");
  return tl_svg_defs_add_class (self->defs, css->str);
}

static gboolean
has_look (const TextClass *known, const TlItem *item, gboolean right_to_left)
{
  return known->name != NULL && known->font == item->font &&
         known->bold == item->bold && known->right_to_left == right_to_left &&
         memcmp (&known->font_scale, &item->font_scale, sizeof (double)) == 0 &&
         memcmp (&known->color, &item->fill.color, sizeof (TlColor)) == 0;
}

/* Neighbouring labels look alike: what their class is called is not worked out
 * for each. */
static const char *
find_text_class (Writer *self, const TlItem *item, gboolean right_to_left)
{
  TextClass *oldest = &self->recent[self->next_recent];

  for (guint i = 0; i < N_RECENT; i++)
    if (has_look (&self->recent[i], item, right_to_left))
      return self->recent[i].name;
  *oldest = (TextClass){ .color = item->fill.color,
                         .font_scale = item->font_scale,
                         .font = item->font,
                         .bold = item->bold,
                         .right_to_left = right_to_left,
                         .name = add_text_class (self, item, right_to_left) };
  self->next_recent = (self->next_recent + 1) % N_RECENT;
  return oldest->name;
}

static void
append_language (GString *out, const char *language)
{
  if (language == NULL || *language == '\0')
    return;
  g_string_append (out, " xml:lang=\"");
  tl_svg_append_escaped (out, language);
  g_string_append_c (out, '"');
}

/* Whether an item has another language than the picture. Most are of one that
 * was asked before; the scene has each language once. */
static gboolean
is_foreign (Writer *self, const TlItem *item)
{
  if (item->language == NULL || item->language == self->native)
    return FALSE;
  if (self->language == NULL ||
      !tl_language_matches (item->language, self->language))
    return TRUE;
  self->native = item->language;
  return FALSE;
}

/* A line that reads from right to left starts at its right end. */
static void
write_text_element (Writer *self, const TlItem *item)
{
  gboolean right_to_left =
      tl_text_measurer_reads_left (self->measurer, item->text);
  double x = right_to_left ? item->rect.x + item->rect.width : item->rect.x;

  g_string_append (self->body, "<text class=\"");
  g_string_append (self->body, find_text_class (self, item, right_to_left));
  g_string_append_c (self->body, '"');
  tl_svg_append_number_attribute (self->body, "x", x);
  tl_svg_append_number_attribute (self->body, "y", item->rect.y);
  if (item->rect.width > 0)
    {
      tl_svg_append_number_attribute (self->body, "textLength",
                                      item->rect.width);
      g_string_append (self->body, " lengthAdjust=\"spacingAndGlyphs\"");
    }
  if (is_foreign (self, item))
    append_language (self->body, item->language);
  g_string_append_c (self->body, '>');
  tl_svg_append_escaped (self->body, item->text);
  g_string_append (self->body, "</text>\n");
}

static gboolean
write_text_outlines (Writer *self, const TlItem *item)
{
  const TlTextLine *line = tl_text_measurer_get_line (
      self->measurer, item->text, item->font, item->font_scale, item->bold);
  g_autoptr (GString) glyphs = g_string_new (NULL);

  if (!tl_svg_outlines_append_line (self->outlines, glyphs, line))
    return FALSE;
  g_string_append (self->body, "<g");
  tl_svg_append_color_attribute (self->body, "fill", item->fill.color);
  g_string_append (self->body, " transform=\"translate(");
  tl_svg_append_number (self->body, item->rect.x, 2);
  g_string_append_c (self->body, ' ');
  tl_svg_append_number (self->body, item->rect.y, 2);
  g_string_append (self->body, ")\">");
  g_string_append_len (self->body, glyphs->str, (gssize)glyphs->len);
  g_string_append (self->body, "</g>\n");
  return TRUE;
}

static void
write_text (Writer *self, const TlItem *item)
{
  if (*item->text == '\0' || !is_visible (&item->fill))
    return;
  if (self->outlines == NULL || !write_text_outlines (self, item))
    write_text_element (self, item);
}

/* Whether the group that begins at index holds no further group. */
static gboolean
is_leaf (const TlScene *scene, guint index)
{
  TlItemType type;

  do
    type = tl_scene_get_item (scene, ++index)->type;
  while (type != TL_ITEM_GROUP_BEGIN && type != TL_ITEM_GROUP_END);
  return type == TL_ITEM_GROUP_END;
}

static void
begin_group (Writer *self, const TlItem *item, guint index)
{
  g_string_append (self->body, "<g");
  if (item->id != NULL && *item->id != '\0')
    {
      g_autofree char *id = tl_svg_defs_claim_id (self->defs, item->id);

      g_string_append_printf (self->body, " id=\"%s\"", id);
    }
  if (item->text != NULL && *item->text != '\0')
    g_string_append_printf (self->body, " role=\"%s\"",
                            is_leaf (self->scene, index) ? "img" : "group");
  g_string_append (self->body, ">\n");
  tl_svg_append_element (self->body, "title", item->text);
}

static void
write_shape (Writer *self, const TlItem *item)
{
  if (!is_visible (&item->fill) && !is_stroked (&item->stroke))
    return;
  if (item->type == TL_ITEM_RECT)
    write_rect (self, item);
  else if (item->type == TL_ITEM_CIRCLE)
    write_ellipse (self, item);
  else
    write_path (self, item);
}

static void
write_item (Writer *self, guint index)
{
  const TlItem *item = tl_scene_get_item (self->scene, index);

  switch (item->type)
    {
    case TL_ITEM_GROUP_BEGIN:
      begin_group (self, item, index);
      break;
    case TL_ITEM_CLIP_BEGIN:
      g_string_append_printf (self->body, "<g clip-path=\"url(#%s)\">\n",
                              tl_svg_defs_add_clip (self->defs, item->rect));
      break;
    case TL_ITEM_GROUP_END:
    case TL_ITEM_CLIP_END:
      g_string_append (self->body, "</g>\n");
      break;
    case TL_ITEM_RECT:
    case TL_ITEM_PATH:
    case TL_ITEM_CIRCLE:
      write_shape (self, item);
      break;
    case TL_ITEM_TEXT:
      write_text (self, item);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_root (Writer *self, GString *out, const TlExportMetadata *metadata)
{
  double width = tl_scene_get_width (self->scene);
  double height = tl_scene_get_height (self->scene);

  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"");
  if (self->outlines != NULL)
    g_string_append (out, " xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
  g_string_append (out, " version=\"1.1\"");
  tl_svg_append_number_attribute (out, "width", width);
  tl_svg_append_number_attribute (out, "height", height);
  g_string_append (out, " viewBox=\"0 0 ");
  tl_svg_append_number (out, width, 2);
  g_string_append_c (out, ' ');
  tl_svg_append_number (out, height, 2);
  g_string_append (out, "\" font-family=\"");
  tl_svg_append_escaped (out, tl_text_measurer_get_family (self->measurer));
  g_string_append_c (out, '"');
  append_language (out, metadata->language);
  g_string_append_printf (out,
                          " direction=\"%s\" xml:space=\"preserve\""
                          " role=\"graphics-document\"",
                          metadata->right_to_left ? "rtl" : "ltr");
  if (metadata->title != NULL && *metadata->title != '\0')
    g_string_append (out, " aria-labelledby=\"tl-title\"");
  if (metadata->description != NULL && *metadata->description != '\0')
    g_string_append (out, " aria-describedby=\"tl-desc\"");
  g_string_append (out, ">\n");
}

static GBytes *
write_document (Writer *self, const TlExportMetadata *metadata)
{
  static const TlExportMetadata nothing = { 0 };
  g_autoptr (GString) body = g_string_new (NULL);
  GString *out = g_string_new (NULL);

  if (metadata == NULL)
    metadata = &nothing;
  self->body = body;
  self->language = metadata->language;
  for (guint i = 0; i < tl_scene_get_n_items (self->scene); i++)
    write_item (self, i);
  append_root (self, out, metadata);
  tl_svg_append_metadata (out, metadata);
  tl_svg_defs_append (self->defs, out);
  g_string_append_len (out, body->str, (gssize)body->len);
  g_string_append (out, "</svg>\n");
  return g_string_free_to_bytes (out);
}

GBytes *
tl_svg_write (const TlScene          *scene,
              TlTextMeasurer         *measurer,
              const TlExportMetadata *metadata)
{
  g_autoptr (TlSvgDefs) defs = tl_svg_defs_new ();
  Writer writer = { .scene = scene, .measurer = measurer, .defs = defs };

  g_return_val_if_fail (scene != NULL, NULL);
  g_return_val_if_fail (measurer != NULL, NULL);
  g_return_val_if_fail (tl_scene_is_complete (scene), NULL);

  return write_document (&writer, metadata);
}

GBytes *
tl_svg_write_outlines (const TlScene          *scene,
                       TlTextMeasurer         *measurer,
                       const TlExportMetadata *metadata)
{
  g_autoptr (TlSvgDefs) defs = tl_svg_defs_new ();
  g_autoptr (TlSvgOutlines) outlines = tl_svg_outlines_new (defs);
  Writer writer = {
    .scene = scene, .measurer = measurer, .defs = defs, .outlines = outlines
  };

  g_return_val_if_fail (scene != NULL, NULL);
  g_return_val_if_fail (measurer != NULL, NULL);
  g_return_val_if_fail (tl_scene_is_complete (scene), NULL);

  return write_document (&writer, metadata);
}
