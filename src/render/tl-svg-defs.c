/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-svg-defs.h"

#include "tl-fade.h"
#include "tl-svg-format.h"

#include <string.h>

/* Ids of our own begin with a prefix that no claimed id keeps. */

#define OWN_PREFIX "tl-"

struct _TlSvgDefs
{
  GString    *defs;
  GHashTable *ids; /* markup of a definition → its id */
  GString    *css;
  GHashTable *classes; /* declarations → name */
  GHashTable *claimed; /* id → how often it was wanted */
};

/* a … z, aa, ab, … */
static char *
make_class_name (guint number)
{
  char  name[8];
  guint at = sizeof name - 1;

  name[at] = '\0';
  for (number++; number > 0; number = (number - 1) / 26)
    name[--at] = (char)('a' + (number - 1) % 26);
  return g_strdup (name + at);
}

static gboolean
is_id_char (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_' || c == '.';
}

/* An XML name without a colon, in ASCII. */
static char *
make_valid_id (const char *wanted)
{
  GString *id = g_string_new (NULL);

  if (!g_ascii_isalpha (*wanted) || g_str_has_prefix (wanted, OWN_PREFIX))
    g_string_append_c (id, '_');
  for (const char *p = wanted; *p != '\0'; p++)
    g_string_append_c (id, is_id_char (*p) ? *p : '-');
  return g_string_free (id, FALSE);
}

static void
append_stop (GString *out, TlColor color, TlFadeStop stop)
{
  double opacity = (double)color.alpha * stop.alpha;

  g_string_append (out, "<stop offset=\"");
  tl_svg_append_number (out, stop.offset, 4);
  g_string_append (out, "\" stop-color=\"");
  tl_svg_append_color (out, color);
  g_string_append_c (out, '"');
  if (opacity < 1)
    {
      g_string_append (out, " stop-opacity=\"");
      tl_svg_append_number (out, opacity, 3);
      g_string_append_c (out, '"');
    }
  g_string_append (out, "/>");
}

TlSvgDefs *
tl_svg_defs_new (void)
{
  TlSvgDefs *self = g_new0 (TlSvgDefs, 1);

  self->defs = g_string_new (NULL);
  self->css = g_string_new (NULL);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->classes =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->claimed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
tl_svg_defs_free (TlSvgDefs *self)
{
  if (self == NULL)
    return;
  g_string_free (self->defs, TRUE);
  g_string_free (self->css, TRUE);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->classes);
  g_hash_table_unref (self->claimed);
  g_free (self);
}

const char *
tl_svg_defs_add (TlSvgDefs *self, const char *element, const char *rest)
{
  g_autofree char *key = g_strconcat (element, rest, NULL);
  char            *id = g_hash_table_lookup (self->ids, key);

  if (id != NULL)
    return id;
  id = g_strdup_printf (OWN_PREFIX "%u", g_hash_table_size (self->ids));
  g_string_append_printf (self->defs, "<%s id=\"%s\"%s\n", element, id, rest);
  g_hash_table_insert (self->ids, g_steal_pointer (&key), id);
  return id;
}

const char *
tl_svg_defs_add_fade (TlSvgDefs *self, const TlPaint *paint)
{
  TlFadeStop stops[TL_MAX_FADE_STOPS];
  guint      n_stops = tl_fade_get_stops (paint, stops);
  g_autoptr (GString) rest = g_string_new (NULL);

  g_string_append (rest, " gradientUnits=\"userSpaceOnUse\" y1=\"0\" y2=\"0\"");
  tl_svg_append_number_attribute (rest, "x1", paint->from_x);
  tl_svg_append_number_attribute (rest, "x2", paint->to_x);
  g_string_append (rest, ">");
  for (guint i = 0; i < n_stops; i++)
    append_stop (rest, paint->color, stops[i]);
  g_string_append (rest, "</linearGradient>");
  return tl_svg_defs_add (self, "linearGradient", rest->str);
}

const char *
tl_svg_defs_add_hatch (TlSvgDefs *self, TlColor color)
{
  g_autoptr (GString) rest =
      g_string_new (" patternUnits=\"userSpaceOnUse\" width=\"6\" height=\"6\""
                    " patternTransform=\"rotate(45)\"><path d=\"M3 0V6\""
                    " stroke-width=\"1.5\"");

  tl_svg_append_color_attribute (rest, "stroke", color);
  g_string_append (rest, "/></pattern>");
  return tl_svg_defs_add (self, "pattern", rest->str);
}

const char *
tl_svg_defs_add_clip (TlSvgDefs *self, TlRect rect)
{
  g_autoptr (GString) rest = g_string_new ("><rect");

  tl_svg_append_number_attribute (rest, "x", rect.x);
  tl_svg_append_number_attribute (rest, "y", rect.y);
  tl_svg_append_number_attribute (rest, "width", rect.width);
  tl_svg_append_number_attribute (rest, "height", rect.height);
  g_string_append (rest, "/></clipPath>");
  return tl_svg_defs_add (self, "clipPath", rest->str);
}

const char *
tl_svg_defs_add_class (TlSvgDefs *self, const char *declarations)
{
  char *name = g_hash_table_lookup (self->classes, declarations);

  if (name != NULL)
    return name;
  name = make_class_name (g_hash_table_size (self->classes));
  g_string_append_printf (self->css, ".%s{%s}\n", name, declarations);
  g_hash_table_insert (self->classes, g_strdup (declarations), name);
  return name;
}

char *
tl_svg_defs_claim_id (TlSvgDefs *self, const char *wanted)
{
  g_autofree char *base = make_valid_id (wanted);
  char            *id = g_strdup (base);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->claimed, base));

  while (g_hash_table_contains (self->claimed, id))
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", base, ++n + 1);
    }
  g_hash_table_insert (self->claimed, g_strdup (id), NULL);
  g_hash_table_insert (self->claimed, g_steal_pointer (&base),
                       GUINT_TO_POINTER (n));
  return id;
}

void
tl_svg_defs_append (const TlSvgDefs *self, GString *out)
{
  g_string_append (out, "<style>text{direction:ltr;white-space:pre}\n");
  g_string_append_len (out, self->css->str, (gssize)self->css->len);
  g_string_append (out, "</style>\n");
  if (self->defs->len == 0)
    return;
  g_string_append (out, "<defs>\n");
  g_string_append_len (out, self->defs->str, (gssize)self->defs->len);
  g_string_append (out, "</defs>\n");
}
