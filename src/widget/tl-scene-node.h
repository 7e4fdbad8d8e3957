/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-scene.h"
#include "tl-text-measurer.h"
#include "tl-text-stamps.h"

G_BEGIN_DECLS

/* The part of scene within bounds as a render node; NULL when nothing is
 * there. stamps: nullable, for the Cairo renderer. (transfer full) */
GskRenderNode *
tl_scene_to_node (const TlScene  *scene,
                  TlRect          bounds,
                  TlTextMeasurer *measurer,
                  TlTextStamps   *stamps) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
