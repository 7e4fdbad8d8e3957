/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-arena.h"
#include "tl-dataset.h"

G_BEGIN_DECLS

/**
 * TlIdType:
 *
 * What an id names. Ids are unique over all of them.
 */
typedef enum
{
  TL_ID_SOURCE,
  TL_ID_ACTOR,
  TL_ID_PLACE,
  TL_ID_TREATY,
  TL_ID_RECORD,
  TL_ID_QUOTE,
} TlIdType;

/**
 * TlDatasetHeader:
 *
 * What the file says of the dataset as a whole. Everything in it lives in the
 * builder's arena.
 */
typedef struct
{
  const char   *id;
  const TlText *title;
  const TlText *description; /* nullable */
  const char   *language;
  const char   *license; /* nullable */
  const char   *sha256;
} TlDatasetHeader;

/**
 * TlRecordBox:
 * @record: what the outside sees
 * @arena: where everything in it lives
 * @sources: those of its accounts, without repetition
 *
 * A record with what belongs to it; in an atomic reference-counted box.
 */
typedef struct
{
  TlRecord     record;
  TlArena     *arena;
  const guint *sources;
  guint        n_sources;
} TlRecordBox;

/* Copies the record's fields; what they point to must live in the arena.
 * Computes contested and sources. */
TlRecordBox *tl_record_box_new (const TlRecord *draft,
                                TlArena *arena) G_GNUC_WARN_UNUSED_RESULT;
/* Accounts with dates of their own that do not overlap, or that dispute or
 * deny the record. */
gboolean tl_accounts_are_contested (const TlAccount *accounts,
                                    guint            n_accounts);

/**
 * TlDatasetBuilder:
 *
 * Puts a dataset together. Records are added in any order and named by the
 * number they get; building sorts them by time and puts everything that refers
 * to them right.
 */
typedef struct _TlDatasetBuilder TlDatasetBuilder;

/* parent: (nullable): the arena of a dataset whose strings are shared */
TlDatasetBuilder          *
tl_dataset_builder_new (TlArena *parent) G_GNUC_WARN_UNUSED_RESULT;
void     tl_dataset_builder_free (TlDatasetBuilder *self);
TlArena *tl_dataset_builder_get_arena (TlDatasetBuilder *self);
void     tl_dataset_builder_set_header (TlDatasetBuilder      *self,
                                        const TlDatasetHeader *header);
/* These copy the struct; what it points to must live in the arena. They return
 * the index. */
guint tl_dataset_builder_add_source (TlDatasetBuilder *self,
                                     const TlSource   *source);
guint tl_dataset_builder_add_actor (TlDatasetBuilder *self,
                                    const TlActor    *actor);
guint tl_dataset_builder_add_place (TlDatasetBuilder *self,
                                    const TlPlace    *place);
guint tl_dataset_builder_add_treaty (TlDatasetBuilder *self,
                                     const TlTreaty   *treaty);
/* quote->record is a number that tl_dataset_builder_add_record() returned. */
guint tl_dataset_builder_add_quote (TlDatasetBuilder *self,
                                    const TlQuote    *quote);
/* Returns a number that stands for the record until the dataset is built. */
guint tl_dataset_builder_add_record (TlDatasetBuilder *self,
                                     const TlRecord   *draft);
void  tl_dataset_builder_add_relation (TlDatasetBuilder *self,
                                       guint             from,
                                       guint             to,
                                       TlRelation        relation);
void
tl_dataset_builder_set_actor_of (TlDatasetBuilder *self, guint actor, guint of);
void tl_dataset_builder_set_same_as (TlDatasetBuilder *self,
                                     guint             quote,
                                     guint             same_as);
/* The pointer is good until the next actor is added. */
const TlActor *tl_dataset_builder_get_actor (TlDatasetBuilder *self,
                                             guint             index);
guint          tl_dataset_builder_get_n_actors (TlDatasetBuilder *self);
guint          tl_dataset_builder_get_n_quotes (TlDatasetBuilder *self);
guint          tl_dataset_builder_get_n_records (TlDatasetBuilder *self);
TlDataset *
tl_dataset_builder_build (TlDatasetBuilder *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDatasetBuilder, tl_dataset_builder_free)

/**
 * TlDatasetParts:
 *
 * The finished arrays of a dataset; all of them live in the arena, but the
 * boxes.
 */
typedef struct
{
  TlArena        *arena;
  TlDatasetHeader header;
  TlSource       *sources;
  guint           n_sources;
  TlActor        *actors;
  guint           n_actors;
  TlPlace        *places;
  guint           n_places;
  TlTreaty       *treaties;
  guint           n_treaties;
  TlQuote        *quotes;
  guint           n_quotes;
  TlEntry        *entries;
  TlRecordBox   **boxes;
  guint           n_records;
} TlDatasetParts;

/* Takes over the arena and the boxes. */
TlDataset *
tl_dataset_new (const TlDatasetParts *parts) G_GNUC_WARN_UNUSED_RESULT;
const TlDatasetParts *tl_dataset_get_parts (TlDataset *self);

/* The acts a treaty's life runs between: indices of boxes, or TL_NONE. */
void   tl_treaty_find_ends (const TlTreaty     *treaty,
                            TlRecordBox *const *boxes,
                            guint              *begins,
                            guint              *ends);
TlSpan tl_treaty_compute_life (const TlTreaty     *treaty,
                               TlRecordBox *const *boxes);

G_END_DECLS
