/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-dataset-places.h"

#include "tl-event-scan.h"
#include "tl-json-place.h"
#include "tl-reader-private.h"

/* Scans the file again and notes where each id stands. Records know their
 * place in time, not in the file, so ids are the way back. */

#define NO_ACT G_MAXUINT

/* An object of the file: an element of a top-level array, or an act within
 * such an element. */
typedef struct
{
  const TlJsonSlice *slice;
  guint              act; /* NO_ACT: the element itself */
} Element;

struct _TlDatasetPlaces
{
  char         *path; /* NULL once there is nothing to be read */
  GBytes       *text;
  const char   *data;
  TlJsonIndex  *index;
  TlEventScan   scan; /* of JSON Lines: the events, all of them unread */
  TlJsonPlaces *places;
  GHashTable   *elements; /* id → Element */
};

/* The place of the value at the end of steps within an element. */
static gsize
locate (TlDatasetPlaces  *self,
        const Element    *element,
        const TlJsonStep *steps,
        guint             n_steps)
{
  TlJsonStep all[8] = { { "acts", 0 }, { NULL, element->act } };
  guint      n_all = element->act == NO_ACT ? 0 : 2;

  g_return_val_if_fail (n_all + n_steps <= G_N_ELEMENTS (all), 0);

  for (guint i = 0; i < n_steps; i++)
    all[n_all++] = steps[i];
  return tl_json_locate (self->data, element->slice, all, n_all, FALSE);
}

/* The string that begins at offset; NULL when no string does. */
static char *
dup_string (TlDatasetPlaces *self, gsize offset)
{
  const char *start = self->data + offset;
  const char *end;

  if (*start != '"')
    return NULL;
  for (end = ++start; *end != '"'; end++)
    if (*end == '\\')
      end++;
  return tl_json_unescape (start, (gsize)(end - start));
}

static void
note_element (TlDatasetPlaces *self, const TlJsonSlice *slice, guint act)
{
  const TlJsonStep step = { "id", 0 };
  Element          element = { slice, act };
  char            *id = dup_string (self, locate (self, &element, &step, 1));

  if (id != NULL)
    g_hash_table_insert (self->elements, id,
                         g_memdup2 (&element, sizeof element));
}

static void
note_acts (TlDatasetPlaces *self, const TlJsonSlice *slice)
{
  const TlJsonStep acts = { "acts", 0 };
  const Element    treaty = { slice, NO_ACT };
  gsize            array = locate (self, &treaty, &acts, 1);

  if (self->data[array] != '[')
    return;
  for (guint act = 0;; act++)
    {
      const TlJsonStep steps[] = { { "acts", 0 }, { NULL, act } };

      /* What is missing is placed where the array begins. */
      if (locate (self, &treaty, steps, 2) == array)
        return;
      note_element (self, slice, act);
    }
}

static void
note_slice (TlDatasetPlaces *self, const char *key, const TlJsonSlice *slice)
{
  /* Strings of a damaged element may not even be UTF-8. */
  if (slice->type != TL_JSON_OBJECT || slice->damaged)
    return;
  if (g_str_equal (key, "treaties"))
    note_acts (self, slice);
  else
    note_element (self, slice, NO_ACT);
}

static void
note_lines (TlDatasetPlaces *self)
{
  for (guint i = 0; i < self->scan.batches->len; i++)
    {
      const TlEventBatch *batch = g_ptr_array_index (self->scan.batches, i);

      for (guint j = 0; j < batch->others->len; j++)
        note_slice (self, "events",
                    &g_array_index (batch->others, TlEventOther, j).slice);
    }
}

static void
note_members (TlDatasetPlaces *self, const char *key)
{
  const TlJsonMember *member = tl_json_index_find (self->index, key);

  if (member == NULL || member->elements == NULL)
    return;
  for (guint i = 0; i < member->elements->len; i++)
    note_slice (self, key, &g_array_index (member->elements, TlJsonSlice, i));
}

/* The text of the file, unpacked; NULL when it cannot be read any more. */
static GBytes *
read_text (const char *path)
{
  const TlReaderOptions options = { 0 };
  TlReaderMeter         meter = { 0 };
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);

  return bytes != NULL ? tl_reader_unpack (bytes, path, &options, &meter, NULL,
                                           problems, NULL)
                       : NULL;
}

/* Reads the file, once. */
static gboolean
ensure_elements (TlDatasetPlaces *self)
{
  g_autofree char *path = g_steal_pointer (&self->path);
  TlJsonFault      fatal;
  gsize            length;

  if (path == NULL)
    return self->elements != NULL;
  self->text = read_text (path);
  if (self->text == NULL)
    return FALSE;
  self->data = g_bytes_get_data (self->text, &length);
  if (tl_json_is_lines (self->data, length))
    self->index = tl_json_index_new_from_lines (self->data, length, &self->scan,
                                                NULL, &fatal);
  else
    self->index = tl_json_index_new (self->data, length, NULL, &fatal);
  if (self->index == NULL)
    return FALSE;
  self->places = tl_json_places_new (self->data, length);
  self->elements =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  note_members (self, "sources");
  note_members (self, "events");
  note_lines (self);
  note_members (self, "treaties");
  note_members (self, "quotes");
  return TRUE;
}

static const Element *
find_element (TlDatasetPlaces *self, const char *id)
{
  return ensure_elements (self) ? g_hash_table_lookup (self->elements, id)
                                : NULL;
}

TlDatasetPlaces *
tl_dataset_places_new (const char *path)
{
  TlDatasetPlaces *self = g_new0 (TlDatasetPlaces, 1);

  self->path = g_strdup (path);
  tl_event_scan_init (&self->scan);
  self->scan.no_index = TRUE;
  return self;
}

void
tl_dataset_places_free (TlDatasetPlaces *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->elements, g_hash_table_unref);
  g_clear_pointer (&self->places, tl_json_places_free);
  g_clear_pointer (&self->index, tl_json_index_free);
  tl_event_scan_clear (&self->scan);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_free (self->path);
  g_free (self);
}

void
tl_dataset_places_find (TlDatasetPlaces *self,
                        const char      *id,
                        const char      *key,
                        guint           *line,
                        guint           *column)
{
  const TlJsonStep step = { key, 0 };
  const Element   *element = find_element (self, id);

  *line = 0;
  *column = 0;
  if (element != NULL)
    tl_json_places_get (self->places, locate (self, element, &step, 1), line,
                        column);
}

/* The place of key in the nth account; FALSE when there are fewer. */
static gboolean
locate_account (TlDatasetPlaces *self,
                const Element   *element,
                guint            nth,
                const char      *key,
                gsize           *offset)
{
  const TlJsonStep steps[] = { { "accounts", 0 }, { NULL, nth }, { key, 0 } };

  *offset = locate (self, element, steps, 3);
  return locate (self, element, steps, 2) != locate (self, element, steps, 1);
}

static gboolean
is_string (TlDatasetPlaces *self, gsize offset, const char *text)
{
  g_autofree char *string = dup_string (self, offset);

  return g_strcmp0 (string, text) == 0;
}

void
tl_dataset_places_find_account (TlDatasetPlaces *self,
                                const char      *id,
                                const char      *source,
                                const char      *key,
                                const char      *text,
                                guint           *line,
                                guint           *column)
{
  const Element *element = find_element (self, id);
  gsize          told_by;
  gsize          place;

  /* Where the event stands, if the account is not there. */
  tl_dataset_places_find (self, id, "accounts", line, column);
  if (element == NULL)
    return;
  for (guint i = 0; locate_account (self, element, i, "source", &told_by); i++)
    {
      locate_account (self, element, i, key, &place);
      if (!is_string (self, told_by, source) || !is_string (self, place, text))
        continue;
      tl_json_places_get (self->places, place, line, column);
      return;
    }
}
