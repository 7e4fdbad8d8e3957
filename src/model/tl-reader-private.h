/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-schema-walk.h"

G_BEGIN_DECLS

/* Of records whose file gives none. */
#define TL_DEFAULT_PROMINENCE 3

/**
 * TlPending:
 * @owner: what refers: index of an actor or quote, draft number of a record
 * @id: what it refers to
 * @element: the element of the document that holds the reference
 * @item: its place in the list of relations
 * @relation: of a relation
 *
 * A reference to something of the same sort, which may come later in the file;
 * resolved when all of them are read.
 */
typedef struct
{
  guint              owner;
  const char        *id;
  const TlJsonSlice *element;
  guint              item;
  TlRelation         relation;
} TlPending;

/**
 * TlReading:
 *
 * A dataset being read: the walk, and what waits for the end.
 */
typedef struct
{
  TlWalk  walk;
  GArray *pending_of;        /* (element-type TlPending): actors */
  GArray *pending_same_as;   /* (element-type TlPending): quotes */
  GArray *pending_relations; /* (element-type TlPending): records */
} TlReading;

/* Each of these reads the element the walk has entered. */
void tl_read_source (TlReading *self, JsonObject *object);
void tl_read_actor (TlReading *self, JsonObject *object);
void tl_read_place (TlReading *self, JsonObject *object);
void tl_read_treaty (TlReading *self, JsonObject *object);
void tl_read_event (TlReading *self, JsonObject *object);
void tl_read_quote (TlReading *self, JsonObject *object);

/* What acts and events have in common; at the present place. FALSE when the
 * record must be set aside. */
gboolean tl_read_record (TlReading *self, JsonObject *object, TlRecord *record);
/* Resolves what was pending. */
void tl_reading_link (TlReading *self);

G_END_DECLS
