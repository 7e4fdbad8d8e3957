/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-history.h"

/* The oldest places give way. */
#define MAX_PLACES 200

struct _TlHistory
{
  GPtrArray *places; /* of TlVisit */
  guint      present;
};

static void
free_place (gpointer data)
{
  TlVisit *place = data;

  g_free (place->view);
  g_free (place->record);
  g_free (place);
}

TlHistory *
tl_history_new (void)
{
  TlHistory *self = g_new0 (TlHistory, 1);

  self->places = g_ptr_array_new_with_free_func (free_place);
  return self;
}

void
tl_history_free (TlHistory *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->places);
  g_free (self);
}

void
tl_history_clear (TlHistory *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_set_size (self->places, 0);
  self->present = 0;
}

void
tl_history_visit (TlHistory *self, const char *view, const char *record)
{
  TlVisit *place = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (view != NULL);

  if (self->places->len > 0)
    {
      place = g_ptr_array_index (self->places, self->present);
      if (g_str_equal (place->view, view) &&
          g_strcmp0 (place->record, record) == 0)
        return;
      g_ptr_array_set_size (self->places, (int)self->present + 1);
    }
  if (self->places->len == MAX_PLACES)
    g_ptr_array_remove_index (self->places, 0);
  place = g_new0 (TlVisit, 1);
  place->view = g_strdup (view);
  place->record = g_strdup (record);
  g_ptr_array_add (self->places, place);
  self->present = self->places->len - 1;
}

gboolean
tl_history_can_go (const TlHistory *self, int direction)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return direction < 0 ? self->present > 0
                       : self->present + 1 < self->places->len;
}

const TlVisit *
tl_history_go (TlHistory *self, int direction)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!tl_history_can_go (self, direction))
    return NULL;
  self->present += direction < 0 ? (guint)-1 : 1;
  return g_ptr_array_index (self->places, self->present);
}
