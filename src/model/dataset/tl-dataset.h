/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-date.h"
#include "tl-text.h"
#include "tl-vocabulary.h"

G_BEGIN_DECLS

#define TL_NONE G_MAXUINT32 /* no such index */

typedef struct
{
  const char   *id;
  const TlText *title;
  const TlText *publisher;
  const TlText *author; /* nullable */
  TlDate       *published;
  const char   *language;
  const TlText *agency; /* nullable: whom the report relays */
  const char   *url;    /* nullable */
  const char   *file;   /* nullable: plain name of the saved text */
  const char   *sha256; /* nullable: of that file */
  const TlText *note;   /* nullable */
} TlSource;

/* (nullable) (transfer none): NULL when the dataset only remarks that the
 * publisher is not named. language: nullable. */
const char *tl_source_get_publisher_name (const TlSource *source,
                                          const char     *language);

typedef struct
{
  const char   *id;
  TlActorKind   kind;
  const TlText *name;
  const TlText *role; /* nullable */
  guint         of;   /* actor index or TL_NONE */
} TlActor;

typedef struct
{
  const char   *id;
  const TlText *name;
  double        latitude; /* NaN when not given */
  double        longitude;
} TlPlace;

typedef struct
{
  const char   *id;
  TlTreatyKind  kind;
  const TlText *title;
  const TlText *short_title;
  const TlText *summary; /* nullable */
  const guint  *parties; /* actor indices */
  guint         n_parties;
  const guint  *acts; /* record indices, in time order */
  guint         n_acts;
  TlSpan        life; /* from the first act in force to the last that ends it */
} TlTreaty;

typedef struct
{
  guint         source;     /* source index */
  const char   *says;       /* nullable: verbatim words of the report */
  TlDate       *date;       /* nullable: when it differs or is its own */
  const char   *date_words; /* nullable: the report's own words */
  TlStance      stance;
  gboolean      has_status;
  TlStatus      status; /* how this report has it, when that is told */
  const TlText *note;   /* nullable */
} TlAccount;

typedef struct
{
  guint      record; /* record index at the other end */
  TlRelation relation;
  gboolean   inverse; /* the other record names this one */
} TlRelated;

typedef struct
{
  const char   *id;
  const char   *text; /* verbatim, without outer quotation marks */
  const char   *language;
  const TlText *translation; /* nullable: not what was quoted */
  guint         speaker;     /* actor index */
  TlDate       *said;        /* nullable */
  guint         record;      /* record index or TL_NONE */
  guint         source;
  const char   *prefix;  /* nullable */
  const char   *suffix;  /* nullable */
  guint         same_as; /* quote index or TL_NONE */
} TlQuote;

/* What somebody who reads that language is shown beside the words of a
 * quotation, as a translation. NULL for who reads the language of the words,
 * and when there is no translation into the language. language: nullable;
 * found: (nullable) (out): the translation's. */
const char *tl_quote_get_translation (const TlQuote *quote,
                                      const char    *language,
                                      const char   **found);

/**
 * TlRecord:
 *
 * Everything about one event or one act of a treaty, as its file has it.
 * Reference-counted, because a large dataset makes it only while somebody
 * looks; what it points to lives as long as the record.
 */
typedef struct
{
  const char      *id;
  TlKind           kind;
  TlAct            act;    /* TL_ACT_NONE for events */
  guint            treaty; /* the treaty an act belongs to, or TL_NONE */
  TlStatus         status;
  const TlText    *title;   /* acts: made from treaty and act */
  const TlText    *summary; /* nullable */
  const TlText    *note;    /* nullable */
  TlDate          *date;
  guint            place; /* or TL_NONE */
  const guint     *actors;
  guint            n_actors;
  const guint     *treaties; /* those the event is about */
  guint            n_treaties;
  const TlAccount *accounts;
  guint            n_accounts;
  const TlRelated *related; /* both directions */
  guint            n_related;
  const guint     *quotes; /* quote indices */
  guint            n_quotes;
  const char     **tags;       /* NULL-terminated */
  guint            prominence; /* 1–5 */
  gboolean         contested;
} TlRecord;

TlRecord *tl_record_ref (TlRecord *record);
void      tl_record_unref (TlRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRecord, tl_record_unref)

/**
 * TlEntry:
 *
 * The few plain values of a record that layout, index and sorting touch.
 * Entries stand in an array in time order: by earliest, latest, id.
 */
typedef struct
{
  TlSpan  span;
  guint8  kind;
  guint8  act;
  guint8  status;
  guint8  prominence : 4;
  guint8  contested : 1;
  guint32 treaty; /* of an act, or TL_NONE */
} TlEntry;

/**
 * TlDataset:
 *
 * A curated set of cited records. Immutable once loaded; may be read from
 * several threads.
 */
#define TL_TYPE_DATASET (tl_dataset_get_type ())
G_DECLARE_FINAL_TYPE (TlDataset, tl_dataset, TL, DATASET, GObject)

const char   *tl_dataset_get_id (TlDataset *self);
const TlText *tl_dataset_get_title (TlDataset *self);
const TlText *tl_dataset_get_description (TlDataset *self); /* nullable */
const char   *tl_dataset_get_language (TlDataset *self);
const char   *tl_dataset_get_license (TlDataset *self); /* nullable */
/* SHA-256 of the file's text (of a packed file what is packed in it), in
 * hexadecimal; worked out when somebody asks first. NULL without a file. */
const char *tl_dataset_get_sha256 (TlDataset *self);

guint           tl_dataset_get_n_sources (TlDataset *self);
const TlSource *tl_dataset_get_source (TlDataset *self, guint index);
guint           tl_dataset_find_source (TlDataset *self, const char *id);
guint           tl_dataset_get_n_actors (TlDataset *self);
const TlActor  *tl_dataset_get_actor (TlDataset *self, guint index);
guint           tl_dataset_find_actor (TlDataset *self, const char *id);
guint           tl_dataset_get_n_places (TlDataset *self);
const TlPlace  *tl_dataset_get_place (TlDataset *self, guint index);
guint           tl_dataset_find_place (TlDataset *self, const char *id);
guint           tl_dataset_get_n_treaties (TlDataset *self);
const TlTreaty *tl_dataset_get_treaty (TlDataset *self, guint index);
guint           tl_dataset_find_treaty (TlDataset *self, const char *id);
guint           tl_dataset_get_n_quotes (TlDataset *self);
const TlQuote  *tl_dataset_get_quote (TlDataset *self, guint index);
guint           tl_dataset_find_quote (TlDataset *self, const char *id);

guint          tl_dataset_get_n_records (TlDataset *self);
const TlEntry *tl_dataset_get_entries (TlDataset *self);
guint          tl_dataset_find_record (TlDataset *self, const char *id);
const char    *tl_dataset_get_record_id (TlDataset *self, guint index);
const char    *tl_dataset_get_record_title (TlDataset  *self,
                                            guint       index,
                                            const char *language);
/* found: (out) (transfer none): the language of the title */
const char *tl_dataset_get_record_title_with_language (TlDataset   *self,
                                                       guint        index,
                                                       const char  *language,
                                                       const char **found);
/* Who takes part; for grouping and filters without making the record. */
const guint *
tl_dataset_get_record_actors (TlDataset *self, guint index, guint *n_actors);
const guint *tl_dataset_get_record_treaties (TlDataset *self,
                                             guint      index,
                                             guint     *n_treaties);
/* Sources of the record's accounts, without repetition. */
const guint *
tl_dataset_get_record_sources (TlDataset *self, guint index, guint *n_sources);
guint tl_dataset_get_record_place (TlDataset *self, guint index);
/* Appends what is related to the record, in both directions, without making the
 * record: its own relations first. (element-type TlRelated) */
void tl_dataset_append_related (TlDataset *self, guint index, GArray *related);
/* The record's date without making the record. (transfer full) */
TlDate   *tl_dataset_dup_record_date (TlDataset *self,
                                      guint      index) G_GNUC_WARN_UNUSED_RESULT;
TlRecord *tl_dataset_ref_record (TlDataset *self,
                                 guint      index) G_GNUC_WARN_UNUSED_RESULT;

/* Whether both were read from the same bytes. Looks at all of them: not for the
 * main thread. */
gboolean tl_dataset_has_same_text (TlDataset *self, TlDataset *other);
/**
 * tl_dataset_prepare_search:
 *
 * Gets ready for searching. The first search does this otherwise, which can be
 * felt in a large dataset; so call it from another thread after loading.
 */
void tl_dataset_prepare_search (TlDataset *self);

/**
 * tl_dataset_known_on:
 * @second: a civil second of the day
 *
 * The dataset as a reader knew it at the end of that day: only sources that
 * were published by then count, records told by none of them are absent, and
 * what all of them announced beforehand is planned.
 *
 * Returns: (transfer full): a new dataset that shares the strings of this one
 */
TlDataset *tl_dataset_known_on (TlDataset *self,
                                gint64     second) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
