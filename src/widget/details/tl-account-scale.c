/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-account-scale.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-cairo-backend.h"
#include "tl-glyph.h"
#include "tl-pane-parts.h"
#include "tl-span-bar.h"
#include "tl-ticks.h"
#include "tl-time-axis.h"

/* Filled once, from a record. Colours are those of CSS: its own is that of the
 * record's kind, that of the words is its parent's. */

#define AXIS_HEIGHT 34.0
#define BASELINE_MAJOR 11.0
#define BASELINE_MINOR 27.0
#define ROW_HEIGHT 26.0
#define NAMES_MAX_PART 0.42
#define NAMES_GAP 10.0
#define NATURAL_WIDTH 280
#define MIN_WIDTH 160
#define ALPHA_MUTED 0.75
#define ALPHA_GRID 0.18
/* Beside the dates, of their length, and at least a day. */
#define PADDING_PART 0.12

typedef struct
{
  char    *name;
  TlSpan   span;
  TlStance stance;
} Row;

struct _TlAccountScale
{
  GtkWidget parent_instance;

  GArray          *rows; /* of Row */
  TlKind           kind;
  TlWarp          *warp;
  double           from; /* on its axis */
  double           to;
  TlDateFormatter *formatter;
  TlTextMeasurer  *measurer;
};

G_DEFINE_FINAL_TYPE (TlAccountScale, tl_account_scale, GTK_TYPE_WIDGET)

/* What one drawing is made with. */
typedef struct
{
  TlAccountScale *self;
  TlScene        *scene;
  double          zoom;
  double          names_width;
  double          left; /* of the time area */
  TlScale         scale;
  TlColor         text;
  TlColor         color;
} Sheet;

static void
clear_row (gpointer data)
{
  g_free (((Row *)data)->name);
}

static double
get_zoom (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / (96.0 * 1024), 0.5, 4) : 1;
}

static TlColor
get_color (GtkWidget *widget)
{
  GdkRGBA color = { 0 };

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  return (TlColor){ color.red, color.green, color.blue, color.alpha };
}

static double
measure_text (const char *text, TlFontRole role, gpointer data)
{
  const Sheet *sheet = data;

  return tl_text_measurer_measure_scaled (sheet->self->measurer, text, role,
                                          sheet->zoom, FALSE);
}

static double
measure_names (const Sheet *sheet, double width)
{
  double widest = 0;

  for (guint i = 0; i < sheet->self->rows->len; i++)
    widest = MAX (widest,
                  measure_text (g_array_index (sheet->self->rows, Row, i).name,
                                TL_FONT_DETAIL, (gpointer)sheet));
  return MIN (ceil (widest), floor (width * NAMES_MAX_PART));
}

static TlColor
fade (TlColor color, double alpha)
{
  return tl_color_with_alpha (color, (double)color.alpha * alpha);
}

static void
add_ticks (const Sheet *sheet, double height)
{
  g_autoptr (TlTicks) ticks =
      tl_ticks_new (sheet->self->warp, sheet->scale, sheet->self->formatter,
                    measure_text, (gpointer)sheet);

  for (guint i = 0; i < ticks->n_ticks; i++)
    {
      const TlTick *tick = &ticks->ticks[i];
      double        x = floor (sheet->left + tick->x) + 0.5;

      if (tick->label == NULL)
        continue;
      if (tick->x >= 0 && tick->x <= sheet->scale.width)
        tl_scene_add_line (sheet->scene, x, AXIS_HEIGHT * sheet->zoom, x,
                           height,
                           tl_stroke (fade (sheet->text, ALPHA_GRID), 1));
      tl_scene_add_text (sheet->scene, tick->label, sheet->left + tick->label_x,
                         (tick->major ? BASELINE_MAJOR : BASELINE_MINOR) *
                             sheet->zoom,
                         tick->label_width,
                         tick->major ? TL_FONT_AXIS_MAJOR : TL_FONT_AXIS_MINOR,
                         sheet->zoom, FALSE, fade (sheet->text, ALPHA_MUTED));
    }
}

static double
get_x (const Sheet *sheet, gint64 second)
{
  return sheet->left +
         tl_scale_to_x (sheet->scale,
                        tl_warp_to_axis (sheet->self->warp, (double)second));
}

/* An open end goes to that of the scale. */
static TlSpanBar
make_bar (const Sheet *sheet, TlSpan span, double y)
{
  gboolean mirrored = sheet->scale.mirrored;
  double   right = sheet->left + sheet->scale.width;
  gboolean has_start = span.start == TL_BOUND_KNOWN;
  gboolean has_end = span.end == TL_BOUND_KNOWN;
  double   start = has_start  ? get_x (sheet, span.earliest)
                   : mirrored ? right
                              : sheet->left;
  double   end = has_end    ? get_x (sheet, span.latest + 1)
                 : mirrored ? sheet->left
                            : right;
  gboolean begins = span.shape == TL_SHAPE_INTERVAL || !has_end;
  TlScale  scale = sheet->scale;

  scale.origin -=
      (mirrored ? -sheet->left : sheet->left) / sheet->scale.px_per_unit;
  return (TlSpanBar){
    .span = span,
    .scale = scale,
    .warp = sheet->self->warp,
    .zoom = sheet->zoom,
    .glyph_x = has_start && begins ? start
               : has_start         ? (start + end) / 2
                                   : end,
    .y = y,
    .x = MIN (start, end),
    .width = fabs (end - start),
    .length = fabs (end - start),
  };
}

static TlGlyphLook
get_look (TlStance stance)
{
  return stance == TL_STANCE_DENIES     ? TL_GLYPH_STRUCK
         : stance == TL_STANCE_DISPUTES ? TL_GLYPH_TINTED
                                        : TL_GLYPH_SOLID;
}

static void
add_row (const Sheet *sheet, guint index)
{
  const Row       *row = &g_array_index (sheet->self->rows, Row, index);
  double           zoom = sheet->zoom;
  double           y = (AXIS_HEIGHT + ROW_HEIGHT * (index + 0.5)) * zoom;
  TlSpanBar        bar = make_bar (sheet, row->span, y);
  g_autofree char *cut =
      tl_text_measurer_ellipsize (sheet->self->measurer, row->name,
                                  TL_FONT_DETAIL, zoom, sheet->names_width);
  double width = measure_text (cut, TL_FONT_DETAIL, (gpointer)sheet);

  tl_scene_add_text (
      sheet->scene, cut,
      sheet->left > 0 ? 0
                      : gtk_widget_get_width (GTK_WIDGET (sheet->self)) - width,
      y + 4 * zoom, width, TL_FONT_DETAIL, zoom, FALSE, sheet->text);
  tl_span_bar_add (&bar, sheet->scene, sheet->color);
  tl_glyph_add (sheet->scene, sheet->self->kind, get_look (row->stance),
                row->stance == TL_STANCE_DISPUTES, bar.glyph_x, y,
                TL_SPAN_GLYPH_SIZE * zoom, sheet->color,
                (TlColor){ 0, 0, 0, 0 });
}

static TlScene *
paint (TlAccountScale *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double     width = gtk_widget_get_width (widget);
  double     height = gtk_widget_get_height (widget);
  gboolean   right_to_left =
      gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Sheet sheet = {
    .self = self,
    .scene = tl_scene_new (width, height),
    .zoom = get_zoom (widget),
    .text = get_color (gtk_widget_get_parent (widget)),
    .color = get_color (widget),
  };
  double names;

  sheet.names_width = measure_names (&sheet, width);
  names = sheet.names_width + NAMES_GAP * sheet.zoom;
  sheet.left = right_to_left ? 0 : names;
  sheet.scale = (TlScale){ .width = MAX (width - names, 1),
                           .px_per_unit = 1,
                           .mirrored = tl_time_axis_is_mirrored (widget) };
  sheet.scale = tl_scale_fit (sheet.scale, self->from, self->to, 0);
  add_ticks (&sheet, height);
  for (guint i = 0; i < self->rows->len; i++)
    add_row (&sheet, i);
  return sheet.scene;
}

static void
tl_account_scale_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlAccountScale *self = TL_ACCOUNT_SCALE (widget);
  g_autoptr (TlScene) scene = paint (self);
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, 0, (float)tl_scene_get_width (scene),
                          (float)tl_scene_get_height (scene));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  tl_cairo_draw_scene (cr, scene, self->measurer);
  cairo_destroy (cr);
}

static void
tl_account_scale_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  TlAccountScale *self = TL_ACCOUNT_SCALE (widget);

  *minimum = MIN_WIDTH;
  *natural = NATURAL_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int)ceil (
        (AXIS_HEIGHT + ROW_HEIGHT * self->rows->len) * get_zoom (widget));
}

static void
tl_account_scale_finalize (GObject *object)
{
  TlAccountScale *self = TL_ACCOUNT_SCALE (object);

  g_array_unref (self->rows);
  g_clear_pointer (&self->warp, tl_warp_unref);
  g_clear_pointer (&self->formatter, tl_date_formatter_free);
  tl_text_measurer_unref (self->measurer);
  G_OBJECT_CLASS (tl_account_scale_parent_class)->finalize (object);
}

static void
tl_account_scale_class_init (TlAccountScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_account_scale_finalize;
  widget_class->measure = tl_account_scale_measure;
  widget_class->snapshot = tl_account_scale_snapshot;
  gtk_widget_class_set_css_name (widget_class, "accountscale");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_account_scale_init (TlAccountScale *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  self->measurer = tl_text_measurer_new (NULL);
  tl_time_axis_watch (GTK_WIDGET (self), gtk_widget_queue_draw);
}

static const TlDate *
get_date (const TlRecord *record, const TlAccount *account)
{
  return account->date != NULL ? account->date : record->date;
}

/* FALSE where no bound of any date is known. */
static gboolean
find_range (TlAccountScale *self)
{
  gint64 from = G_MAXINT64;
  gint64 to = G_MININT64;
  double padding;

  for (guint i = 0; i < self->rows->len; i++)
    {
      TlSpan span = g_array_index (self->rows, Row, i).span;

      if (span.start == TL_BOUND_KNOWN)
        {
          from = MIN (from, span.earliest);
          to = MAX (to, span.earliest);
        }
      if (span.end == TL_BOUND_KNOWN)
        {
          from = MIN (from, span.latest);
          to = MAX (to, span.latest);
        }
    }
  if (from > to)
    return FALSE;
  self->from = tl_warp_to_axis (self->warp, (double)from);
  self->to = tl_warp_to_axis (self->warp, (double)to + 1);
  padding = MAX (1, (self->to - self->from) * PADDING_PART);
  self->from -= padding;
  self->to += padding;
  return TRUE;
}

/* "EIRNS, 29 Jul 2020: 27 July 2020, “on July 27”" */
static char *
dup_spoken (TlPaneContext    context,
            const TlRecord  *record,
            const TlAccount *account,
            const char      *name)
{
  g_autofree char *when = tl_date_formatter_format (
      context.formatter, get_date (record, account), TL_DATE_STYLE_FULL);
  g_autofree char *what =
      account->stance == TL_STANCE_SUPPORTS
          ? g_steal_pointer (&when)
          : g_strdup (tl_stance_get_label (account->stance));

  if (account->says == NULL)
    /* Translators: spoken: a report, and when it puts something, or that it
     * denies it: "EIRNS, 29 Jul 2020: 27 July 2020". */
    return g_strdup_printf (C_ ("account", "%1$s: %2$s"), name, what);
  /* Translators: spoken, as before, with the words of the report. */
  return g_strdup_printf (C_ ("account", "%1$s: %2$s, “%3$s”"), name, what,
                          account->says);
}

static void
add_account (TlAccountScale  *self,
             TlPaneContext    context,
             const TlRecord  *record,
             const TlAccount *account,
             GString         *spoken)
{
  Row              row = { .stance = account->stance };
  g_autofree char *words = NULL;

  row.name = tl_pane_context_dup_source_name (context, account->source);
  row.span = tl_date_get_span (get_date (record, account));
  words = dup_spoken (context, record, account, row.name);
  if (spoken->len > 0)
    /* Translators: Stands between what several sources say. */
    g_string_append (spoken, C_ ("between accounts", "; "));
  g_string_append (spoken, words);
  g_array_append_val (self->rows, row);
}

/**
 * tl_account_scale_new:
 * @context: how to put dates and sources into words
 * @record: a record
 *
 * Returns: (transfer floating) (nullable): the accounts of the record on a
 *   common scale, or %NULL where nothing is known of when it was
 */
GtkWidget *
tl_account_scale_new (TlPaneContext context, const TlRecord *record)
{
  TlAccountScale *self = g_object_new (TL_TYPE_ACCOUNT_SCALE, NULL);
  g_autoptr (GString) spoken = g_string_new (NULL);

  self->kind = record->kind;
  self->formatter = tl_date_formatter_new (context.language);
  tl_text_measurer_set_language (self->measurer, context.language);
  self->warp = tl_warp_new_proportional ();
  for (guint i = 0; i < record->n_accounts; i++)
    add_account (self, context, record, &record->accounts[i], spoken);
  if (!find_range (self))
    {
      g_object_unref (g_object_ref_sink (self));
      return NULL;
    }
  gtk_widget_add_css_class (GTK_WIDGET (self),
                            tl_pane_kind_css_class (record->kind));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      /* Translators: name of a small drawing for a screen reader; its
       * description lists what the reports say. */
      _ ("Reports on one scale of time"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      spoken->str, -1);
  return GTK_WIDGET (self);
}
