/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "tl-dataset-private.h"
#include "tl-json-place.h"
#include "tl-problem.h"
#include "tl-schema-words.h"

G_BEGIN_DECLS

/* "events", 0, "accounts", 3, "note", "en" are steps within one element. */
#define TL_WALK_MAX_STEPS 8

/**
 * TlNeed:
 * @TL_NEED_OPTIONAL: may be absent; when it is wrong it is left out, with a
 *   warning
 * @TL_NEED_SOUND: may be absent; when it is wrong, what holds it is set aside
 * @TL_NEED_REQUIRED: when it is absent or wrong, what holds it is set aside
 */
typedef enum
{
  TL_NEED_OPTIONAL,
  TL_NEED_SOUND,
  TL_NEED_REQUIRED,
} TlNeed;

/**
 * TlIdState:
 * @index: what tl_dataset_builder_add_…() returned, or %TL_NONE when what has
 *   this id was set aside
 * @offset: the byte where the id stands
 */
typedef struct
{
  TlIdType type;
  guint    index;
  gsize    offset;
} TlIdState;

/**
 * TlWalk:
 * @element: the element of the document that is being read
 * @steps: the way down from it to the value being looked at
 * @n_here: problems listed for @element, by severity
 * @bad: what is being read must be set aside; who cares resets it before
 * @ids: (element-type utf8 TlIdState): of all but the records that are not
 *   kept whole
 * @dataset: (nullable): one that is complete, when a record of it is read
 *   again; then nothing is reported, and @problems, @places, @builder and
 *   @ids are %NULL
 * @n_unlisted: problems beyond the limits, by severity
 *
 * The state of reading a dataset: where we are, what we know, what was wrong.
 */
typedef struct
{
  const char        *data;
  const char        *file;
  TlProblems        *problems;
  TlJsonPlaces      *places;
  TlDatasetBuilder  *builder;
  TlArena           *arena;
  const char        *language; /* the dataset's; nullable */
  GHashTable        *ids;
  TlDataset         *dataset;
  const TlJsonSlice *element;
  TlJsonStep         steps[TL_WALK_MAX_STEPS];
  guint              n_steps;
  guint              n_here[TL_SEVERITY_NOTE + 1];
  gboolean           bad;
  guint              n_unlisted[TL_SEVERITY_NOTE + 1];
} TlWalk;

void tl_walk_enter (TlWalk *self, const TlJsonSlice *element);
void tl_walk_push_key (TlWalk *self, const char *key);
void tl_walk_push_index (TlWalk *self, guint index);
void tl_walk_pop (TlWalk *self);

/* An error makes what is being read bad. */
void tl_walk_report (TlWalk     *self,
                     TlSeverity  severity,
                     const char *code,
                     const char *format,
                     ...) G_GNUC_PRINTF (4, 5);
/* As tl_walk_report(), at a key of the object at the present place. */
void tl_walk_report_key (TlWalk     *self,
                         const char *key,
                         TlSeverity  severity,
                         const char *code,
                         const char *format,
                         ...) G_GNUC_PRINTF (5, 6);
/* As tl_walk_report(), at a byte of the file. */
void tl_walk_report_at (TlWalk     *self,
                        gsize       offset,
                        TlSeverity  severity,
                        const char *code,
                        const char *format,
                        ...) G_GNUC_PRINTF (5, 6);
/* One line for all that the limits left out. */
void       tl_walk_report_unlisted (TlWalk *self);
TlSeverity tl_need_to_severity (TlNeed need);
/* Reports a text that has nothing in it, and what should be an array. */
void  tl_walk_report_empty (TlWalk *self, TlNeed need);
void  tl_walk_report_no_array (TlWalk *self, TlNeed need);
gsize tl_walk_get_offset (TlWalk *self, gboolean at_key);
guint tl_walk_get_line (TlWalk *self, gsize offset);

/* The object at the present place; NULL when it is not one (reported). */
JsonObject *tl_walk_get_object (TlWalk *self, JsonNode *node, TlNeed need);
/* A note for every key that is not in the NULL-terminated list. */
void
tl_walk_check_keys (TlWalk *self, JsonObject *object, const char *const *known);
/* These look up a member, report what is wrong with it, and give NULL, -1 or
 * TL_NONE when there is nothing usable. */
JsonNode   *tl_walk_get_member (TlWalk     *self,
                                JsonObject *object,
                                const char *key,
                                TlNeed      need);
const char *tl_walk_get_string (TlWalk     *self,
                                JsonObject *object,
                                const char *key,
                                TlNeed      need);
JsonArray  *tl_walk_get_array (TlWalk     *self,
                               JsonObject *object,
                               const char *key,
                               TlNeed      need);
gboolean    tl_walk_get_number (TlWalk     *self,
                                JsonObject *object,
                                const char *key,
                                double      lowest,
                                double      highest,
                                double     *number);
gboolean    tl_walk_get_integer (TlWalk     *self,
                                 JsonObject *object,
                                 const char *key,
                                 int         lowest,
                                 int         highest,
                                 int        *number);

/* FALSE when there is nothing usable. */
gboolean      tl_walk_get_word (TlWalk              *self,
                                JsonObject          *object,
                                const char          *key,
                                TlNeed               need,
                                const TlSchemaWords *words,
                                int                 *value);
TlDate       *tl_walk_get_date (TlWalk     *self,
                                JsonObject *object,
                                const char *key,
                                TlNeed      need);
const TlText *tl_walk_get_text (TlWalk     *self,
                                JsonObject *object,
                                const char *key,
                                TlNeed      need);
/* An optional language map of translations out of a language, which it does
 * not have; nor need it have that of the dataset. own: nullable. */
const TlText *tl_walk_get_translation (TlWalk     *self,
                                       JsonObject *object,
                                       const char *key,
                                       const char *own);
/* A name: a language map, or a string that is the same in all languages. */
const TlText *tl_walk_get_name (TlWalk     *self,
                                JsonObject *object,
                                const char *key,
                                TlNeed      need);
/* A BCP 47 tag. */
const char *tl_walk_get_language (TlWalk     *self,
                                  JsonObject *object,
                                  const char *key,
                                  TlNeed      need);
gboolean    tl_language_is_tag (const char *text, gsize length);

/* Lower-case letters and digits, in parts joined by single hyphens. */
gboolean tl_id_is_slug (const char *text, gsize length);
/* The id of the object at the present place, registered; NULL when it has
 * none that can be used. */
TlIdState *tl_walk_declare_id (TlWalk      *self,
                               JsonObject  *object,
                               TlIdType     type,
                               const char **id);
/* What has that id; FALSE when nothing has. */
gboolean tl_walk_find_id (TlWalk *self, const char *id, TlIdState *state);
/* Registers the id of a damaged element, so far as it can be seen. */
void  tl_walk_declare_damaged (TlWalk *self, TlIdType type);
guint tl_walk_get_reference (TlWalk     *self,
                             JsonObject *object,
                             const char *key,
                             TlNeed      need,
                             TlIdType    type);
/* As tl_walk_get_reference() for an id already read, at the present place. */
guint
tl_walk_resolve (TlWalk *self, const char *id, TlNeed need, TlIdType type);
/* A list of ids, without repetition; in the arena. */
const guint *tl_walk_get_references (TlWalk     *self,
                                     JsonObject *object,
                                     const char *key,
                                     TlIdType    type,
                                     guint      *length);

G_END_DECLS
