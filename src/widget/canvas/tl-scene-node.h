/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-scene.h"
#include "tl-text-measurer.h"
#include "tl-text-stamps.h"

G_BEGIN_DECLS

/**
 * TlSceneNodeOptions:
 * @measurer: shapes the text
 * @stamps: (nullable): draws it as pictures; for the Cairo renderer
 * @rasterize: with @stamps: draws shapes as pictures, too, which takes longer
 *   once and less at every frame
 */
typedef struct
{
  TlTextMeasurer *measurer;
  TlTextStamps   *stamps;
  gboolean        rasterize;
} TlSceneNodeOptions;

GskRenderNode *
tl_scene_to_node (const TlScene            *scene,
                  TlRect                    bounds,
                  const TlSceneNodeOptions *options) G_GNUC_WARN_UNUSED_RESULT;

void tl_append_moved_node (GtkSnapshot   *snapshot,
                           GskRenderNode *node,
                           double         x,
                           double         y);

G_END_DECLS
