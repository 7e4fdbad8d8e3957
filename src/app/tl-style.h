/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "tl-palette.h"

G_BEGIN_DECLS

/**
 * TlStyle:
 *
 * Gives the widgets of a display the colours of the drawing: for the theme in
 * use, and again whenever that changes.
 */
typedef struct _TlStyle TlStyle;

TlStyle *tl_style_new (GdkDisplay *display) G_GNUC_WARN_UNUSED_RESULT;
void     tl_style_free (TlStyle *self);
/* The theme of the drawing that goes with the desktop's choice. */
TlTheme tl_style_get_theme (void);
/* The palette as named colours of CSS. (transfer full) */
char *tl_style_dup_css (const TlPalette *palette) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlStyle, tl_style_free)

G_END_DECLS
