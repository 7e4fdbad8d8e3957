/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-event-index.h"

#include "tl-id-table.h"
#include "tl-json-place.h"
#include "tl-schema-walk.h"

#include <string.h>

/* The ids of sources, actors, places and treaties, straight from the bytes:
 * they are needed before the document is known to be sound. */

typedef struct
{
  const char *id;
  guint32     length;
  TlIdType    type;
} Name;

struct _TlEventNames
{
  GArray    *names; /* (element-type Name) */
  TlIdTable *table;
  char      *language;
};

static const struct
{
  const char *key;
  TlIdType    type;
} sections[] = {
  /* In the order in which ids are declared. */
  { "sources", TL_ID_SOURCE },
  { "actors", TL_ID_ACTOR },
  { "places", TL_ID_PLACE },
  { "treaties", TL_ID_TREATY },
};

static gboolean
is_name (guint32 number, const char *id, gsize length, gconstpointer user_data)
{
  const TlEventNames *self = user_data;
  const Name         *name = &g_array_index (self->names, Name, number);

  return name->length == length && memcmp (name->id, id, length) == 0;
}

/* The text of a string of the document; FALSE when it has escapes. */
static gboolean
get_plain (const char *start, const char **text, gsize *length)
{
  if (*start != '"')
    return FALSE;
  *text = start + 1;
  *length = strcspn (start + 1, "\"\\");
  return start[1 + *length] == '"';
}

static void
add_name (TlEventNames      *self,
          const char        *data,
          const TlJsonSlice *element,
          TlIdType           type)
{
  TlJsonStep  step = { .key = "id" };
  Name        name = { .type = type };
  const char *start;
  gsize       length;

  if (element->type != TL_JSON_OBJECT || element->damaged)
    return;
  start = data + tl_json_locate (data, element, &step, 1, FALSE);
  if (!get_plain (start, &name.id, &length) || !tl_id_is_slug (name.id, length))
    return;
  name.length = (guint32)length;
  if (tl_id_table_add (self->table, name.id, length, self->names->len, is_name,
                       self, NULL))
    g_array_append_val (self->names, name);
}

static gboolean
find_language (TlEventNames *self, const char *data, const TlJsonIndex *index)
{
  const TlJsonMember *member = tl_json_index_find (index, "language");
  const char         *language;
  gsize               length;

  if (member == NULL || member->value.type != TL_JSON_STRING ||
      member->value.damaged ||
      !get_plain (data + member->value.start, &language, &length) ||
      !tl_language_is_tag (language, length))
    return FALSE;
  self->language = g_strndup (language, length);
  return TRUE;
}

TlEventNames *
tl_event_names_new (const char *data, const TlJsonIndex *index)
{
  g_autoptr (TlEventNames) self = NULL;

  if (tl_json_index_find (index, sections[0].key) == NULL)
    return NULL;
  self = g_new0 (TlEventNames, 1);
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  self->table = tl_id_table_new ();
  if (!find_language (self, data, index))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      const TlJsonMember *member = tl_json_index_find (index, sections[i].key);

      for (guint j = 0; member != NULL && member->elements != NULL &&
                        j < member->elements->len;
           j++)
        add_name (self, data, &g_array_index (member->elements, TlJsonSlice, j),
                  sections[i].type);
    }
  return g_steal_pointer (&self);
}

void
tl_event_names_free (TlEventNames *self)
{
  g_clear_pointer (&self->names, g_array_unref);
  g_clear_pointer (&self->table, tl_id_table_free);
  g_free (self->language);
  g_free (self);
}

guint
tl_event_names_get_size (const TlEventNames *self)
{
  return self->names->len;
}

const char *
tl_event_names_get (const TlEventNames *self,
                    guint               number,
                    gsize              *length,
                    TlIdType           *type)
{
  const Name *name = &g_array_index (self->names, Name, number);

  *length = name->length;
  *type = name->type;
  return name->id;
}

const char *
tl_event_names_get_language (const TlEventNames *self)
{
  return self->language;
}

gboolean
tl_event_names_find (const TlEventNames *self,
                     const char         *id,
                     gsize               length,
                     TlIdType            type,
                     guint              *number)
{
  *number = tl_id_table_find (self->table, id, length, is_name, self);
  return *number != G_MAXUINT32 &&
         g_array_index (self->names, Name, *number).type == type;
}
