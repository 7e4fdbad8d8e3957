/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-painter.h"
#include "tl-scene-node.h"

G_BEGIN_DECLS

/**
 * TlRelationsShown:
 * @TL_RELATIONS_NONE: none
 * @TL_RELATIONS_SELECTED: those of the selected record
 * @TL_RELATIONS_ALL: all that are in sight
 *
 * Which relations a timeline draws.
 */
typedef enum
{
  TL_RELATIONS_NONE,
  TL_RELATIONS_SELECTED,
  TL_RELATIONS_ALL,
} TlRelationsShown;

/**
 * TlRelationFrame:
 * @painter: paints what is missing
 * @view: the geometry; its start stands on a whole pixel of the axis
 * @shown: which relations
 * @record: the selected record, or %TL_NONE
 * @options: how to draw
 *
 * What one frame shows. A plain value.
 */
typedef struct
{
  TlPainter          painter;
  const TlView      *view;
  TlRelationsShown   shown;
  guint              record;
  TlSceneNodeOptions options;
} TlRelationFrame;

/**
 * TlRelationLayer:
 *
 * The relations of a timeline as a drawing that is kept. It covers whole
 * columns of a grid that is fixed to the axis, so that a pan moves it and it is
 * painted anew only where a column comes into view or goes out of it.
 */
typedef struct _TlRelationLayer TlRelationLayer;

TlRelationLayer *tl_relation_layer_new (void) G_GNUC_WARN_UNUSED_RESULT;
void             tl_relation_layer_free (TlRelationLayer *self);
void             tl_relation_layer_clear (TlRelationLayer *self);
void             tl_relation_layer_append (TlRelationLayer       *self,
                                           GtkSnapshot           *snapshot,
                                           const TlRelationFrame *frame);
void             tl_relation_layer_append_note (TlRelationLayer *self,
                                                GtkSnapshot     *snapshot,
                                                TlRect           lanes);
guint            tl_relation_layer_get_n_painted (const TlRelationLayer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRelationLayer, tl_relation_layer_free)

G_END_DECLS
