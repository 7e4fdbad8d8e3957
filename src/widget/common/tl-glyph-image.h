/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-dataset.h"

G_BEGIN_DECLS

/**
 * TlGlyphImage:
 *
 * The mark of a record as the timeline draws it: the shape of its kind, the
 * look of its status, split when it is contested. Takes the colour of the text
 * around it.
 */
#define TL_TYPE_GLYPH_IMAGE (tl_glyph_image_get_type ())
G_DECLARE_FINAL_TYPE (TlGlyphImage, tl_glyph_image, TL, GLYPH_IMAGE, GtkWidget)

/* The glyph is for the eye: whatever it stands beside says the same in
 * words. */
GtkWidget *tl_glyph_image_new (const TlRecord *record);
/* What happened for certain, of a kind. */
GtkWidget *tl_glyph_image_new_for_kind (TlKind kind);
/* For rows that show one record after another. */
void tl_glyph_image_set_entry (TlGlyphImage *self, const TlEntry *entry);

G_END_DECLS
