/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-text-measurer.h"

#include "tl-clean-text.h"
#include "tl-language.h"
#include "tl-text-direction.h"
#include "tl-text-language.h"

#include <math.h>
#include <string.h>

/* Shaped lines and their widths, remembered in two generations: when the young
 * one is full it becomes the old one, and what nobody asked for since is
 * dropped. Widths outlive lines, for the layout of a picture asks for many more
 * widths than a picture draws lines. So do those of shortened texts: while one
 * zooms, a text is shortened anew at every frame. */

/* The names of the faces for scripts that read worse in the fonts after them.
 */
#define DEFAULT_FAMILY                                                         \
  "Noto Sans, Noto Sans Arabic, Noto Sans Hebrew, Cantarell, DejaVu Sans, "    \
  "sans-serif"
#define DEFAULT_LANGUAGE "en"
#define ELLIPSIS "\u2026"
#define MAX_LINES 4096
#define MAX_WIDTHS 20000
/* Texts of which the widths of their cuts are known: a kilobyte each. */
#define MAX_CUTS 2048
#define UNKNOWN_WIDTH (-1.0)

typedef struct
{
  double size;
  int    weight;
} FontStyle;

static const FontStyle font_styles[] = {
  [TL_FONT_TITLE] = { 20, PANGO_WEIGHT_BOLD },
  [TL_FONT_SUBTITLE] = { 12.5, PANGO_WEIGHT_NORMAL },
  [TL_FONT_HEADING] = { 12.5, PANGO_WEIGHT_SEMIBOLD },
  [TL_FONT_LANE] = { 11.5, PANGO_WEIGHT_NORMAL },
  [TL_FONT_LABEL] = { 12, PANGO_WEIGHT_NORMAL },
  [TL_FONT_DETAIL] = { 10.5, PANGO_WEIGHT_NORMAL },
  [TL_FONT_AXIS_MAJOR] = { 12.5, PANGO_WEIGHT_BOLD },
  [TL_FONT_AXIS_MINOR] = { 11, PANGO_WEIGHT_NORMAL },
  [TL_FONT_FLAG] = { 10.5, PANGO_WEIGHT_SEMIBOLD },
};
G_STATIC_ASSERT (G_N_ELEMENTS (font_styles) == TL_N_FONT_ROLES);

/* What a line looks like. Text follows in the same block when it is a key of
 * a table. */
typedef struct
{
  const char *text;
  double      scale;
  TlFontRole  role;
  gboolean    bold;
} Key;

/* Text up to there, with an ellipsis. */
typedef struct
{
  int    n_chars;
  double width; /* or UNKNOWN_WIDTH */
} Cut;

typedef struct
{
  GHashTable *young;
  GHashTable *old;
  guint       max_young;
} Cache;

struct _TlTextMeasurer
{
  grefcount     ref_count;
  char         *family;
  PangoContext *context;
  Cache         lines;  /* values: TlTextLine * */
  Cache         widths; /* values: double * */
  Cache         cuts;   /* values: GArray * of Cut */
  guint         n_shaped;
  gboolean      right_to_left; /* the language */
};

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) ^ (guint)(key->scale * 4096.0) * 31u ^
         ((guint)key->role << 1 | (key->bold ? 1u : 0u)) * 0x9e3779b1u;
}

static gboolean
equal_keys (gconstpointer data_a, gconstpointer data_b)
{
  const Key *a = data_a;
  const Key *b = data_b;

  return a->role == b->role && a->bold == b->bold &&
         memcmp (&a->scale, &b->scale, sizeof a->scale) == 0 &&
         strcmp (a->text, b->text) == 0;
}

static Key *
copy_key (const Key *key)
{
  gsize size = strlen (key->text) + 1;
  Key  *copy = g_malloc (sizeof (Key) + size);

  *copy = *key;
  copy->text = memcpy (copy + 1, key->text, size);
  return copy;
}

static Cache
make_cache (guint max_entries, GDestroyNotify free_value)
{
  return (Cache){
    .young = g_hash_table_new_full (hash_key, equal_keys, g_free, free_value),
    .old = g_hash_table_new_full (hash_key, equal_keys, g_free, free_value),
    .max_young = max_entries / 2,
  };
}

static void
empty_cache (Cache *cache)
{
  g_hash_table_remove_all (cache->young);
  g_hash_table_remove_all (cache->old);
}

static void
clear_cache (Cache *cache)
{
  g_clear_pointer (&cache->young, g_hash_table_unref);
  g_clear_pointer (&cache->old, g_hash_table_unref);
}

/* Takes key and value. */
static void
insert (Cache *cache, gpointer key, gpointer value)
{
  if (g_hash_table_size (cache->young) >= cache->max_young)
    {
      GHashTable *emptied = cache->old;

      g_hash_table_remove_all (emptied);
      cache->old = cache->young;
      cache->young = emptied;
    }
  g_hash_table_insert (cache->young, key, value);
}

static gpointer
look_up (Cache *cache, const Key *key)
{
  gpointer value = g_hash_table_lookup (cache->young, key);
  gpointer old_key = NULL;

  if (value != NULL)
    return value;
  if (g_hash_table_steal_extended (cache->old, key, &old_key, &value))
    insert (cache, old_key, value);
  return value;
}

/* The options of the desktop must not change a picture. */
static PangoContext *
create_context (void)
{
  PangoFontMap         *map = pango_cairo_font_map_get_default ();
  PangoContext         *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context,
                              pango_language_from_string (DEFAULT_LANGUAGE));
  return context;
}

static TlTextLine *
shape (TlTextMeasurer *self, const Key *key)
{
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList        *attributes = tl_text_language_get_attributes (
             key->text, pango_context_get_language (self->context));
  TlTextLine *line;

  pango_font_description_set_family_static (font, self->family);
  pango_font_description_set_weight (
      font, (PangoWeight)(key->bold ? tl_font_role_get_bold_weight (key->role)
                                    : tl_font_role_get_weight (key->role)));
  pango_font_description_set_absolute_size (
      font, tl_font_role_get_size (key->role) * key->scale * PANGO_SCALE);
  pango_context_set_font_description (self->context, font);
  pango_font_description_free (font);
  pango_context_set_base_dir (self->context,
                              tl_text_measurer_reads_left (self, key->text)
                                  ? PANGO_DIRECTION_RTL
                                  : PANGO_DIRECTION_LTR);
  line = tl_text_line_new (self->context, key->text, attributes);
  pango_attr_list_unref (attributes);
  self->n_shaped++;
  return line;
}

static double
get_width (const TlTextLine *line)
{
  return (double)line->width / PANGO_SCALE;
}

static const TlTextLine *
ensure_line (TlTextMeasurer *self, const Key *key)
{
  TlTextLine *line = look_up (&self->lines, key);

  if (line == NULL)
    {
      line = shape (self, key);
      insert (&self->lines, copy_key (key), line);
    }
  return line;
}

static double
ensure_width (TlTextMeasurer *self, const Key *key)
{
  double *width = look_up (&self->widths, key);

  if (width == NULL)
    {
      width = g_new (double, 1);
      *width = get_width (ensure_line (self, key));
      insert (&self->widths, copy_key (key), width);
    }
  return *width;
}

/* A key for the text as it will be drawn; cleaned keeps it alive. */
static Key
make_key (const char *text,
          TlFontRole  role,
          double      scale,
          gboolean    bold,
          char      **cleaned)
{
  if (!tl_clean_text_is_clean (text, TL_CLEAN_TEXT_MAX_CHARS))
    text = *cleaned = tl_clean_text (text, TL_CLEAN_TEXT_MAX_CHARS);
  return (Key){ .text = text, .scale = scale, .role = role, .bold = !!bold };
}

/* The first n_chars characters without white space at their end, and an
 * ellipsis. */
static char *
cut_text (const char *text, int n_chars)
{
  const char *end = g_utf8_offset_to_pointer (text, n_chars);

  while (end > text)
    {
      const char *previous = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (previous)))
        break;
      end = previous;
    }
  return g_strdup_printf ("%.*s" ELLIPSIS, (int)(end - text), text);
}

/* (transfer full): the places where text can be cut. */
static GArray *
find_cuts (TlTextMeasurer *self, const char *text)
{
  int                      n_attrs = (int)g_utf8_strlen (text, -1) + 1;
  GArray                  *cuts = g_array_new (FALSE, FALSE, sizeof (Cut));
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, (gsize)n_attrs);

  pango_get_log_attrs (text, -1, -1, pango_context_get_language (self->context),
                       attrs, n_attrs);
  for (int i = 1; i < n_attrs - 1; i++)
    if (attrs[i].is_cursor_position)
      {
        Cut cut = { i, UNKNOWN_WIDTH };

        g_array_append_val (cuts, cut);
      }
  return cuts;
}

static GArray *
ensure_cuts (TlTextMeasurer *self, const Key *key)
{
  GArray *cuts = look_up (&self->cuts, key);

  if (cuts == NULL)
    {
      cuts = find_cuts (self, key->text);
      insert (&self->cuts, copy_key (key), cuts);
    }
  return cuts;
}

/* Lines that are only tried are not kept; how wide they are, is. */
static double
ensure_cut_width (TlTextMeasurer *self, const Key *key, Cut *cut)
{
  g_autofree char *text = NULL;
  g_autoptr (TlTextLine) line = NULL;
  Key trial = *key;

  if (cut->width >= 0)
    return cut->width;
  text = cut_text (key->text, cut->n_chars);
  trial.text = text;
  line = shape (self, &trial);
  cut->width = get_width (line);
  return cut->width;
}

/* (transfer full): the most graphemes that fit, or NULL when not even one
 * does. */
static char *
find_longest_cut (TlTextMeasurer *self, const Key *key, double width)
{
  GArray *cuts = ensure_cuts (self, key);
  int     best = 0;
  guint   low = 0;
  guint   high = cuts->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      Cut  *cut = &g_array_index (cuts, Cut, middle);

      if (ensure_cut_width (self, key, cut) > width)
        {
          high = middle;
          continue;
        }
      low = middle + 1;
      best = cut->n_chars;
    }
  return best > 0 ? cut_text (key->text, best) : NULL;
}

static void
free_line (gpointer line)
{
  tl_text_line_free (line);
}

static void
free_cuts (gpointer cuts)
{
  g_array_unref (cuts);
}

TlTextMeasurer *
tl_text_measurer_new (const char *family)
{
  TlTextMeasurer *self = g_new0 (TlTextMeasurer, 1);

  g_ref_count_init (&self->ref_count);
  self->family = g_strdup (family != NULL ? family : DEFAULT_FAMILY);
  self->context = create_context ();
  self->lines = make_cache (MAX_LINES, free_line);
  self->widths = make_cache (MAX_WIDTHS, g_free);
  self->cuts = make_cache (MAX_CUTS, free_cuts);
  return self;
}

TlTextMeasurer *
tl_text_measurer_ref (TlTextMeasurer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->ref_count);
  return self;
}

void
tl_text_measurer_unref (TlTextMeasurer *self)
{
  if (self == NULL || !g_ref_count_dec (&self->ref_count))
    return;
  clear_cache (&self->lines);
  clear_cache (&self->widths);
  clear_cache (&self->cuts);
  g_object_unref (self->context);
  g_free (self->family);
  g_free (self);
}

void
tl_text_measurer_set_language (TlTextMeasurer *self, const char *language)
{
  PangoLanguage *wanted;

  g_return_if_fail (self != NULL);

  if (language == NULL || *language == '\0')
    language = DEFAULT_LANGUAGE;
  wanted = tl_text_language_from_tag (language);
  if (pango_context_get_language (self->context) == wanted)
    return;
  pango_context_set_language (self->context, wanted);
  self->right_to_left = tl_language_is_rtl (language);
  empty_cache (&self->lines);
  empty_cache (&self->widths);
  empty_cache (&self->cuts);
}

gboolean
tl_text_measurer_reads_left (TlTextMeasurer *self, const char *text)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  return tl_text_is_right_to_left (text, self->right_to_left);
}

double
tl_text_measurer_measure (const char *text, TlFontRole role, gpointer user_data)
{
  return tl_text_measurer_measure_scaled (user_data, text, role, 1, FALSE);
}

double
tl_text_measurer_measure_scaled (TlTextMeasurer *self,
                                 const char     *text,
                                 TlFontRole      role,
                                 double          scale,
                                 gboolean        bold)
{
  g_autofree char *cleaned = NULL;
  Key              key;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (text != NULL, 0);
  g_return_val_if_fail (scale > 0, 0);

  key = make_key (text, role, scale, bold, &cleaned);
  return ensure_width (self, &key);
}

const TlTextLine *
tl_text_measurer_get_line (TlTextMeasurer *self,
                           const char     *text,
                           TlFontRole      role,
                           double          scale,
                           gboolean        bold)
{
  g_autofree char *cleaned = NULL;
  Key              key;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (scale > 0, NULL);

  key = make_key (text, role, scale, bold, &cleaned);
  return ensure_line (self, &key);
}

char *
tl_text_measurer_ellipsize (TlTextMeasurer *self,
                            const char     *text,
                            TlFontRole      role,
                            double          scale,
                            double          width)
{
  g_autofree char *cleaned = NULL;
  char            *cut;
  Key              key;

  g_return_val_if_fail (self != NULL, g_strdup (""));
  g_return_val_if_fail (text != NULL, g_strdup (""));
  g_return_val_if_fail (scale > 0, g_strdup (""));

  key = make_key (text, role, scale, FALSE, &cleaned);
  if (ensure_width (self, &key) <= width)
    return g_strdup (key.text);
  cut = find_longest_cut (self, &key, width);
  return cut != NULL ? cut : g_strdup ("");
}

guint
tl_text_measurer_get_n_shaped (TlTextMeasurer *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_shaped;
}

const char *
tl_text_measurer_get_family (TlTextMeasurer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->family;
}

double
tl_font_role_get_size (TlFontRole role)
{
  g_return_val_if_fail ((guint)role < TL_N_FONT_ROLES, 12);

  return font_styles[role].size;
}

int
tl_font_role_get_weight (TlFontRole role)
{
  g_return_val_if_fail ((guint)role < TL_N_FONT_ROLES, PANGO_WEIGHT_NORMAL);

  return font_styles[role].weight;
}

int
tl_font_role_get_bold_weight (TlFontRole role)
{
  int weight = tl_font_role_get_weight (role);

  return weight < PANGO_WEIGHT_BOLD ? PANGO_WEIGHT_BOLD
                                    : PANGO_WEIGHT_ULTRABOLD;
}
