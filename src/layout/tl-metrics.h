/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlFontRole:
 *
 * What a piece of text is for. The render layer maps roles to fonts; the
 * layout only asks how wide a text of a role is.
 */
typedef enum
{
  TL_FONT_TITLE,      /* of the exported picture */
  TL_FONT_SUBTITLE,   /* under it, and its footer */
  TL_FONT_HEADING,    /* name of a group of lanes */
  TL_FONT_LANE,       /* name of one lane: a treaty */
  TL_FONT_LABEL,      /* title of a record */
  TL_FONT_DETAIL,     /* the date under it */
  TL_FONT_AXIS_MAJOR, /* upper level of the axis */
  TL_FONT_AXIS_MINOR, /* lower level */
  TL_FONT_FLAG,       /* on the flag of an expiration, on clusters */
} TlFontRole;
#define TL_N_FONT_ROLES (TL_FONT_FLAG + 1)

/* Width of text in pixels at scale 1. */
typedef double (*TlMeasureFunc) (const char *text,
                                 TlFontRole  role,
                                 gpointer    user_data);

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TlRect;

static inline gboolean
tl_rect_contains (TlRect rect, double x, double y)
{
  return x >= rect.x && x < rect.x + rect.width && y >= rect.y &&
         y < rect.y + rect.height;
}

static inline gboolean
tl_rect_overlaps (TlRect a, TlRect b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
         b.y < a.y + a.height;
}

G_END_DECLS
