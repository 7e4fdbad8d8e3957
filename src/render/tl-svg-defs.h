/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-scene.h"

G_BEGIN_DECLS

/**
 * TlSvgDefs:
 *
 * What the elements of one SVG share: gradients, hatches, clips, glyphs and
 * text styles, each written once, and the ids that are taken. Names are given
 * in the order of use, so that the same scene gives the same bytes.
 */
typedef struct _TlSvgDefs TlSvgDefs;

TlSvgDefs *tl_svg_defs_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       tl_svg_defs_free (TlSvgDefs *self);
/* The id of "<element id=… rest"; rest are the other attributes and what
 * follows up to the end of the element. (transfer none) */
const char *
tl_svg_defs_add (TlSvgDefs *self, const char *element, const char *rest);
const char *tl_svg_defs_add_fade (TlSvgDefs *self, const TlPaint *paint);
const char *tl_svg_defs_add_hatch (TlSvgDefs *self, TlColor color);
const char *tl_svg_defs_add_clip (TlSvgDefs *self, TlRect rect);
/* The class of these CSS declarations. (transfer none) */
const char *tl_svg_defs_add_class (TlSvgDefs *self, const char *declarations);
/* A valid id that no other element has, made of the wanted one.
 * (transfer full) */
char *tl_svg_defs_claim_id (TlSvgDefs  *self,
                            const char *wanted) G_GNUC_WARN_UNUSED_RESULT;
/* <style> and <defs>. */
void tl_svg_defs_append (const TlSvgDefs *self, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSvgDefs, tl_svg_defs_free)

G_END_DECLS
