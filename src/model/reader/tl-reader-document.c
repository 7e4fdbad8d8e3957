/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-reader-private.h"

#include "tl-number.h"
#include "tl-text-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Reads a document whose structure is known: json-glib is handed one sound
 * element at a time. What is wrong is reported and set aside, the rest
 * loads. */

#define FORMAT_NAME "treatyline-dataset"
#define FORMAT_VERSION 1

/* In the order of reading: what is referred to comes first. */
static const struct
{
  const char *key;
  TlIdType    type;
  void (*read) (TlReading *self, JsonObject *object);
} sections[] = {
  { "sources", TL_ID_SOURCE, tl_read_source },
  { "actors", TL_ID_ACTOR, tl_read_actor },
  { "places", TL_ID_PLACE, tl_read_place },
  { "treaties", TL_ID_TREATY, tl_read_treaty },
  { "events", TL_ID_RECORD, tl_read_event },
  { "quotes", TL_ID_QUOTE, tl_read_quote },
};

#define SECTION_EVENTS 4

/* Reports an error that ends reading, and sets it. Always FALSE. */
static gboolean
fail_at (TlReader     *self,
         gsize         offset,
         TlReaderError reader_error,
         const char   *code,
         const char   *message,
         GError      **error)
{
  TlWalk *walk = &self->reading.walk;
  guint   line;
  guint   column;

  /* Not through the walk, whose limits could leave it out. */
  if (walk->problems != NULL)
    {
      tl_json_places_get (walk->places, offset, &line, &column);
      tl_problems_add (walk->problems, TL_SEVERITY_ERROR, walk->file, line,
                       column, code, "%s", message);
    }
  g_set_error_literal (error, TL_READER_ERROR, (int)reader_error, message);
  return FALSE;
}

/* --- the scanner's findings --- */

static TlReaderError
get_error_code (TlJsonCause cause)
{
  return tl_json_cause_is_limit (cause) ? TL_READER_ERROR_LIMIT
                                        : TL_READER_ERROR_SYNTAX;
}

void
tl_reader_fail_scan (TlReader *self, const TlJsonFault *fatal, GError **error)
{
  if (fatal->cause == TL_JSON_CANCELLED)
    g_cancellable_set_error_if_cancelled (self->cancellable, error);
  else
    fail_at (self, fatal->offset, get_error_code (fatal->cause),
             tl_json_cause_to_code (fatal->cause),
             tl_json_cause_describe (fatal->cause), error);
}

/* The element or the member of the document that holds the byte. */
static gboolean
is_in_element (TlReader *self, gsize offset)
{
  for (guint i = 0; i < self->index->members->len; i++)
    {
      const TlJsonMember *member =
          &g_array_index (self->index->members, TlJsonMember, i);

      if (offset > member->value.start && offset < member->value.end)
        return member->elements != NULL;
    }
  return FALSE;
}

static void
report_fault (TlReader *self, const TlJsonFault *fault)
{
  TlWalk *walk = &self->reading.walk;

  /* Faults of the scanner have a limit of their own. */
  memset (walk->n_here, 0, sizeof walk->n_here);
  if (fault->cause == TL_JSON_DUPLICATE_KEY)
    {
      g_autofree char *line =
          tl_number_format (tl_walk_get_line (walk, fault->other));

      tl_walk_report_at (walk, fault->offset, TL_SEVERITY_ERROR,
                         tl_json_cause_to_code (fault->cause),
                         /* Translators: %s is the number of a line of the
                          * file. */
                         _ ("This key already stands in line %s in the same "
                            "object; remove one of the two"),
                         line);
    }
  else
    tl_walk_report_at (walk, fault->offset, TL_SEVERITY_ERROR,
                       tl_json_cause_to_code (fault->cause), "%s",
                       tl_json_cause_describe (fault->cause));
}

/* Faults within an element cost that element; one outside of all costs the
 * document. error must not be NULL. */
static gboolean
report_faults (TlReader *self, GError **error)
{
  const GArray *faults = self->index->faults;

  for (guint i = 0; i < faults->len; i++)
    {
      const TlJsonFault *fault = &g_array_index (faults, TlJsonFault, i);

      report_fault (self, fault);
      if (!is_in_element (self, fault->offset) && *error == NULL)
        g_set_error_literal (error, TL_READER_ERROR,
                             (int)get_error_code (fault->cause),
                             tl_json_cause_describe (fault->cause));
    }
  self->reading.walk.n_unlisted[TL_SEVERITY_ERROR] +=
      (guint)MIN (self->index->n_faults_more, G_MAXUINT / 2);
  return *error == NULL;
}

/* --- the header --- */

static JsonNode *
parse_slice (TlReader *self, const TlJsonSlice *slice)
{
  g_autoptr (GError) error = NULL;

  if (json_parser_load_from_data (self->parser,
                                  self->reading.walk.data + slice->start,
                                  (gssize)(slice->end - slice->start), &error))
    return json_parser_get_root (self->parser);
  /* The scanner is the stricter one; should json-glib ever not agree, the
   * element is set aside like any other that is wrong. */
  tl_walk_report (&self->reading.walk, TL_SEVERITY_ERROR, "unreadable", "%s",
                  error->message);
  return NULL;
}

/* A small object with the plain members of the document: everything but the
 * arrays of records. */
static JsonObject *
parse_header (TlReader *self)
{
  JsonObject *header = json_object_new ();

  for (guint i = 0; i < self->index->members->len; i++)
    {
      const TlJsonMember *member =
          &g_array_index (self->index->members, TlJsonMember, i);
      g_autofree char *key = g_strndup (member->key, member->key_length);
      JsonNode        *node = NULL;

      if (member->elements == NULL)
        node = parse_slice (self, &member->value);
      /* Arrays are only named, so that unknown keys can be told. */
      json_object_set_member (header, key,
                              node != NULL
                                  ? json_node_copy (node)
                                  : json_node_init_null (json_node_alloc ()));
    }
  return header;
}

static gboolean
check_format (TlReader *self, JsonObject *header, GError **error)
{
  JsonNode *format = json_object_get_member (header, "format");
  JsonNode *version = json_object_get_member (header, "version");
  gsize     start = self->index->root.start;

  if (format == NULL || json_node_get_value_type (format) != G_TYPE_STRING ||
      strcmp (json_node_get_string (format), FORMAT_NAME) != 0)
    return fail_at (self, start, TL_READER_ERROR_FORMAT, "not-a-dataset",
                    _ ("This is JSON, but not a Treatyline dataset: it lacks "
                       "\"format\": \"treatyline-dataset\""),
                    error);
  if (version == NULL || json_node_get_value_type (version) != G_TYPE_INT64 ||
      json_node_get_int (version) < FORMAT_VERSION)
    return fail_at (self, start, TL_READER_ERROR_FORMAT, "bad-version",
                    _ ("The version of the format is missing or not a number; "
                       "write \"version\": 1"),
                    error);
  if (json_node_get_int (version) > FORMAT_VERSION)
    return fail_at (self, start, TL_READER_ERROR_FORMAT, "newer-version",
                    _ ("The dataset is of a later version of the format; "
                       "update Treatyline to read it"),
                    error);
  return TRUE;
}

static const TlText *
make_plain_text (TlWalk *walk, const char *text)
{
  TlTextEntry entry = { walk->language != NULL ? walk->language : "und", text };

  return tl_text_new (walk->arena, &entry, 1, entry.language);
}

/* What is missing here does not keep the records from being shown. */
static void
read_header (TlReader *self, JsonObject *object)
{
  static const char *const keys[] = { "$schema",  "format",  "version",
                                      "id",       "title",   "description",
                                      "language", "license", "sources",
                                      "actors",   "places",  "treaties",
                                      "events",   "quotes",  NULL };
  TlWalk                  *walk = &self->reading.walk;
  TlDatasetHeader          header = { 0 };

  tl_walk_enter (walk, &self->index->root);
  tl_walk_check_keys (walk, object, keys);
  walk->language =
      tl_walk_get_language (walk, object, "language", TL_NEED_REQUIRED);
  header.language = walk->language != NULL ? walk->language : "und";
  header.id = tl_arena_copy_string (
      walk->arena, tl_walk_get_string (walk, object, "id", TL_NEED_REQUIRED));
  if (header.id == NULL)
    header.id = "dataset";
  header.title = tl_walk_get_text (walk, object, "title", TL_NEED_REQUIRED);
  if (header.title == NULL)
    header.title = make_plain_text (walk, header.id);
  header.description =
      tl_walk_get_text (walk, object, "description", TL_NEED_OPTIONAL);
  header.license = tl_arena_copy_string (
      walk->arena,
      tl_walk_get_string (walk, object, "license", TL_NEED_OPTIONAL));
  tl_dataset_builder_set_header (walk->builder, &header);
}

/* --- the records --- */

static void
read_element (TlReader *self, guint section, const TlJsonSlice *element)
{
  TlWalk     *walk = &self->reading.walk;
  JsonNode   *node;
  JsonObject *object;

  tl_walk_enter (walk, element);
  if (element->damaged)
    {
      /* A line that is not even JSON cannot be looked into. */
      if (element->type != TL_JSON_NULL)
        tl_walk_declare_damaged (walk, sections[section].type);
      return;
    }
  node = parse_slice (self, element);
  if (node == NULL)
    return;
  object = tl_walk_get_object (walk, node, TL_NEED_REQUIRED);
  if (object != NULL)
    sections[section].read (&self->reading, object);
}

static void
read_event_cb (const TlJsonSlice *element, gpointer user_data)
{
  TlReader *self = user_data;

  read_element (self, SECTION_EVENTS, element);
}

static gboolean
read_section (TlReader *self, guint section, GError **error)
{
  TlWalk             *walk = &self->reading.walk;
  const TlJsonMember *member =
      tl_json_index_find (self->index, sections[section].key);

  if (member == NULL)
    return TRUE;
  if (member->elements == NULL)
    {
      tl_walk_enter (walk, &member->value);
      tl_walk_report_no_array (walk, TL_NEED_REQUIRED);
      return TRUE;
    }
  if (section == SECTION_EVENTS && self->scan.batches->len > 0)
    return tl_reading_merge_events (&self->reading, &self->scan, self->meter,
                                    self->cancellable, read_event_cb, self,
                                    error);
  for (guint i = 0; i < member->elements->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      read_element (self, section,
                    &g_array_index (member->elements, TlJsonSlice, i));
    }
  return TRUE;
}

static gboolean
had_records (TlReader *self)
{
  if (self->scan.batches->len > 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      const TlJsonMember *member =
          tl_json_index_find (self->index, sections[i].key);

      if ((sections[i].type == TL_ID_RECORD ||
           sections[i].type == TL_ID_TREATY) &&
          member != NULL && member->elements != NULL &&
          member->elements->len > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
had_errors (const TlWalk *walk)
{
  return (walk->problems != NULL &&
          tl_problems_count (walk->problems, TL_SEVERITY_ERROR) > 0) ||
         walk->n_unlisted[TL_SEVERITY_ERROR] > 0;
}

static void
check_sources (TlReader *self)
{
  TlWalk *walk = &self->reading.walk;

  if (tl_json_index_find (self->index, "sources") != NULL)
    return;
  tl_walk_enter (walk, &self->index->root);
  tl_walk_report (walk, TL_SEVERITY_ERROR, "missing-key",
                  /* Translators: %s is a key of the file. */
                  _ ("The key “%s” is missing; add it"), "sources");
}

static TlDataset *
read_records (TlReader *self, GError **error)
{
  TlWalk *walk = &self->reading.walk;

  check_sources (self);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (!read_section (self, i, error))
      return NULL;
  tl_reading_link (&self->reading);
  if (tl_dataset_builder_get_n_records (walk->builder) == 0 &&
      had_records (self) && had_errors (walk))
    {
      fail_at (self, self->index->root.start, TL_READER_ERROR_FORMAT,
               "nothing-to-show",
               _ ("All records were set aside, so there is nothing to show; "
                  "mend the other problems first"),
               error);
      return NULL;
    }
  return tl_dataset_builder_build (walk->builder);
}

/* --- the whole --- */

TlDataset *
tl_reader_read_document (TlReader *self,
                         GBytes   *bytes,
                         gboolean  is_preview,
                         GError  **error)
{
  g_autoptr (JsonObject) header = NULL;
  TlDataset *dataset;

  if (self->index->has_byte_order_mark)
    tl_walk_report_at (&self->reading.walk, 0, TL_SEVERITY_NOTE,
                       "byte-order-mark",
                       _ ("The file begins with a byte order mark, which JSON "
                          "does not need; save it as UTF-8 without one"));
  /* The faults of a preview are told when all of them are known, and so is
   * what kind of value the document is. */
  if (!is_preview && !report_faults (self, error))
    return NULL;
  if (!is_preview && self->index->root.type != TL_JSON_OBJECT)
    {
      fail_at (self, self->index->root.start, TL_READER_ERROR_FORMAT,
               "not-a-dataset",
               _ ("This is JSON, but not a Treatyline dataset: it is not an "
                  "object in braces"),
               error);
      return NULL;
    }
  tl_walk_enter (&self->reading.walk, &self->index->root);
  header = parse_header (self);
  if (!check_format (self, header, error))
    return NULL;
  read_header (self, header);
  tl_dataset_builder_set_text (self->reading.walk.builder, bytes);
  dataset = read_records (self, error);
  if (dataset != NULL)
    tl_reading_check_lives (&self->reading, dataset);
  return dataset;
}
