/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-known-on-stepper.h"

#include "tl-calendar.h"
#include "tl-publication-player.h"

/* The explorer's day is the truth: this follows it and sets it. While it is
 * active there is a day, but for the moment in which the days of a large
 * dataset are being collected in another thread. */

/* So many sources are gone through at once. */
#define MAX_AT_ONCE 5000

struct _TlKnownOnStepper
{
  GObject parent_instance;

  TlExplorer          *explorer;
  gboolean             is_active;
  gboolean             is_setting;   /* it is us who change the explorer */
  TlPublications      *publications; /* nullable */
  TlDataset           *dataset;      /* nullable: the whole one, of these */
  gint64               day; /* its first second; TL_KNOWN_ALWAYS at first */
  GCancellable        *collecting; /* nullable */
  TlPublicationPlayer *player;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlKnownOnStepper, tl_known_on_stepper, G_TYPE_OBJECT)

static void
emit_changed (TlKnownOnStepper *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static guint
count_days (TlKnownOnStepper *self)
{
  return self->publications != NULL
             ? tl_publications_get_n_days (self->publications)
             : 0;
}

/* --- the day --- */

static void
set_explorer_day (TlKnownOnStepper *self, gint64 day)
{
  self->is_setting = TRUE;
  tl_explorer_set_known_on (self->explorer, day);
  self->is_setting = FALSE;
}

static void
go_to (TlKnownOnStepper *self, gint64 day)
{
  self->day = tl_calendar_floor (day, TL_UNIT_DAY, 1);
  set_explorer_day (self, self->day);
  emit_changed (self);
}

/* To that of the time before, at first to the last one. */
static void
go_to_some_day (TlKnownOnStepper *self)
{
  if (tl_explorer_get_known_on (self->explorer) != TL_KNOWN_ALWAYS ||
      count_days (self) == 0)
    emit_changed (self);
  else if (self->day != TL_KNOWN_ALWAYS)
    go_to (self, self->day);
  else
    go_to (self,
           tl_publications_get_day (self->publications, count_days (self) - 1));
}

/* --- the days --- */

static void
stop_collecting (TlKnownOnStepper *self)
{
  if (self->collecting != NULL)
    g_cancellable_cancel (self->collecting);
  g_clear_object (&self->collecting);
}

static void
forget_days (TlKnownOnStepper *self)
{
  stop_collecting (self);
  g_clear_pointer (&self->publications, tl_publications_unref);
  g_clear_object (&self->dataset);
}

/* Takes publications. */
static void
take_days (TlKnownOnStepper *self,
           TlPublications   *publications,
           TlDataset        *dataset)
{
  g_object_ref (dataset);
  forget_days (self);
  self->publications = publications;
  self->dataset = dataset;
  if (self->is_active)
    go_to_some_day (self);
}

static void
collect_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancel)
{
  g_task_return_pointer (task, tl_publications_new (data),
                         (GDestroyNotify)tl_publications_unref);
}

static void
collected_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  TlKnownOnStepper *self = TL_KNOWN_ON_STEPPER (source);
  TlPublications   *publications =
      g_task_propagate_pointer (G_TASK (answer), NULL);

  /* NULL when another dataset, or none, has taken its place. */
  if (publications != NULL)
    take_days (self, publications, g_task_get_task_data (G_TASK (answer)));
}

static void
collect_in_thread (TlKnownOnStepper *self, TlDataset *dataset)
{
  g_autoptr (GTask) task = NULL;

  stop_collecting (self);
  self->collecting = g_cancellable_new ();
  task = g_task_new (self, self->collecting, collected_cb, NULL);
  g_task_set_task_data (task, g_object_ref (dataset), g_object_unref);
  g_task_run_in_thread (task, collect_cb);
  emit_changed (self);
}

static void
ensure_days (TlKnownOnStepper *self)
{
  TlDataset *dataset = tl_explorer_get_dataset (self->explorer);

  if (dataset == NULL || dataset == self->dataset)
    go_to_some_day (self);
  else if (tl_dataset_get_n_sources (dataset) <= MAX_AT_ONCE)
    take_days (self, tl_publications_new (dataset), dataset);
  else
    collect_in_thread (self, dataset);
}

/* --- following the explorer --- */

static void
known_on_changed_cb (TlKnownOnStepper *self)
{
  gint64 known_on = tl_explorer_get_known_on (self->explorer);

  if (self->is_setting)
    return;
  tl_known_on_stepper_set_playing (self, FALSE);
  if (known_on != TL_KNOWN_ALWAYS)
    self->day = tl_calendar_floor (known_on, TL_UNIT_DAY, 1);
  self->is_active = known_on != TL_KNOWN_ALWAYS;
  if (self->is_active)
    ensure_days (self);
  else
    {
      stop_collecting (self);
      emit_changed (self);
    }
}

/* Another version of the same dataset keeps the day. */
static void
dataset_changed_cb (TlKnownOnStepper *self)
{
  TlDataset *dataset = tl_explorer_get_dataset (self->explorer);

  tl_known_on_stepper_set_playing (self, FALSE);
  if (dataset != NULL && self->dataset != NULL &&
      g_str_equal (tl_dataset_get_id (dataset),
                   tl_dataset_get_id (self->dataset)))
    {
      if (self->is_active)
        ensure_days (self);
      return;
    }
  forget_days (self);
  self->day = TL_KNOWN_ALWAYS;
  tl_known_on_stepper_set_active (self, FALSE);
}

/* --- stepping --- */

/* The index of the day that is n steps away, or TL_NONE. */
static guint
find_day (TlKnownOnStepper *self, int direction)
{
  guint index;

  if (!self->is_active || count_days (self) == 0 ||
      self->day == TL_KNOWN_ALWAYS)
    return TL_NONE;
  index = tl_publications_find (self->publications,
                                direction > 0 ? self->day : self->day - 1);
  if (direction > 0)
    index = index == TL_NONE ? 0 : index + 1;
  return index < count_days (self) ? index : TL_NONE;
}

static gboolean
play_cb (guint n_days, gpointer user_data)
{
  TlKnownOnStepper *self = user_data;
  guint             next = find_day (self, 1);

  /* One should see every step: what takes longer is waited for. */
  if (tl_explorer_get_busy (self->explorer))
    return TRUE;
  if (next != TL_NONE)
    {
      next = MIN (next + n_days - 1, count_days (self) - 1);
      go_to (self, tl_publications_get_day (self->publications, next));
    }
  if (find_day (self, 1) != TL_NONE)
    return TRUE;
  tl_known_on_stepper_set_playing (self, FALSE);
  return FALSE;
}

/* --- object --- */

static void
tl_known_on_stepper_dispose (GObject *object)
{
  TlKnownOnStepper *self = TL_KNOWN_ON_STEPPER (object);

  if (self->explorer != NULL)
    g_signal_handlers_disconnect_by_data (self->explorer, self);
  g_clear_pointer (&self->player, tl_publication_player_free);
  forget_days (self);
  g_clear_object (&self->explorer);
  G_OBJECT_CLASS (tl_known_on_stepper_parent_class)->dispose (object);
}

static void
tl_known_on_stepper_class_init (TlKnownOnStepperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_known_on_stepper_dispose;

  /**
   * TlKnownOnStepper::changed:
   *
   * Emitted when the day, the days, or whether it is active or playing has
   * changed.
   */
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_known_on_stepper_init (TlKnownOnStepper *self)
{
  self->day = TL_KNOWN_ALWAYS;
  self->player = tl_publication_player_new (play_cb, self);
}

/**
 * tl_known_on_stepper_new:
 * @explorer: what goes through the days
 *
 * Returns: (transfer full): a stepper, active if the explorer looks at a day
 */
TlKnownOnStepper *
tl_known_on_stepper_new (TlExplorer *explorer)
{
  TlKnownOnStepper *self;

  g_return_val_if_fail (TL_IS_EXPLORER (explorer), NULL);

  self = g_object_new (TL_TYPE_KNOWN_ON_STEPPER, NULL);
  self->explorer = g_object_ref (explorer);
  g_signal_connect_swapped (explorer, "notify::dataset",
                            G_CALLBACK (dataset_changed_cb), self);
  g_signal_connect_swapped (explorer, "notify::known-on",
                            G_CALLBACK (known_on_changed_cb), self);
  known_on_changed_cb (self);
  return self;
}

/**
 * tl_known_on_stepper_get_active:
 * @self: a stepper
 *
 * Returns: whether the explorer looks at a day, or will as soon as the days
 *   are collected
 */
gboolean
tl_known_on_stepper_get_active (TlKnownOnStepper *self)
{
  g_return_val_if_fail (TL_IS_KNOWN_ON_STEPPER (self), FALSE);

  return self->is_active;
}

/**
 * tl_known_on_stepper_set_active:
 * @self: a stepper
 * @active: whether to look at a day
 *
 * Looks at the day that was looked at last, at first that of the last
 * publication; or at all that is known.
 */
void
tl_known_on_stepper_set_active (TlKnownOnStepper *self, gboolean active)
{
  g_return_if_fail (TL_IS_KNOWN_ON_STEPPER (self));

  active = !!active;
  if (active == self->is_active)
    return;

  tl_known_on_stepper_set_playing (self, FALSE);
  self->is_active = active;
  if (active)
    ensure_days (self);
  else
    {
      stop_collecting (self);
      set_explorer_day (self, TL_KNOWN_ALWAYS);
      emit_changed (self);
    }
}

/**
 * tl_known_on_stepper_get_playing:
 * @self: a stepper
 *
 * Returns: whether it goes through the days by itself
 */
gboolean
tl_known_on_stepper_get_playing (TlKnownOnStepper *self)
{
  g_return_val_if_fail (TL_IS_KNOWN_ON_STEPPER (self), FALSE);

  return self->player != NULL &&
         tl_publication_player_is_running (self->player);
}

/**
 * tl_known_on_stepper_set_playing:
 * @self: a stepper
 * @playing: whether to play
 *
 * Goes through the publication days, to the last one; from there, begins with
 * the first. Does nothing while it is not active or has only one day.
 */
void
tl_known_on_stepper_set_playing (TlKnownOnStepper *self, gboolean playing)
{
  g_return_if_fail (TL_IS_KNOWN_ON_STEPPER (self));

  playing = playing && self->is_active && count_days (self) > 1;
  if (playing == tl_known_on_stepper_get_playing (self))
    return;

  if (!playing)
    {
      tl_publication_player_stop (self->player);
      emit_changed (self);
      return;
    }
  tl_publication_player_start (self->player, count_days (self));
  if (find_day (self, 1) == TL_NONE)
    go_to (self, tl_publications_get_day (self->publications, 0));
  else
    emit_changed (self);
}

/**
 * tl_known_on_stepper_get_day:
 * @self: a stepper
 *
 * Returns: the first civil second of the day, or %TL_KNOWN_ALWAYS when there is
 *   none
 */
gint64
tl_known_on_stepper_get_day (TlKnownOnStepper *self)
{
  g_return_val_if_fail (TL_IS_KNOWN_ON_STEPPER (self), TL_KNOWN_ALWAYS);

  return self->is_active ? self->day : TL_KNOWN_ALWAYS;
}

/**
 * tl_known_on_stepper_set_day:
 * @self: a stepper
 * @day: a civil second of the day
 *
 * Goes to a day, if it is active. Playing ends.
 */
void
tl_known_on_stepper_set_day (TlKnownOnStepper *self, gint64 day)
{
  g_return_if_fail (TL_IS_KNOWN_ON_STEPPER (self));

  tl_known_on_stepper_set_playing (self, FALSE);
  if (self->is_active)
    go_to (self, day);
}

/**
 * tl_known_on_stepper_can_step:
 * @self: a stepper
 * @direction: 1 later, -1 earlier
 *
 * Returns: whether there is a publication day in that direction
 */
gboolean
tl_known_on_stepper_can_step (TlKnownOnStepper *self, int direction)
{
  g_return_val_if_fail (TL_IS_KNOWN_ON_STEPPER (self), FALSE);

  return find_day (self, direction) != TL_NONE;
}

/**
 * tl_known_on_stepper_step:
 * @self: a stepper
 * @direction: 1 later, -1 earlier
 *
 * Goes to the next publication day in that direction, if there is one. Playing
 * ends.
 */
void
tl_known_on_stepper_step (TlKnownOnStepper *self, int direction)
{
  guint index;

  g_return_if_fail (TL_IS_KNOWN_ON_STEPPER (self));

  tl_known_on_stepper_set_playing (self, FALSE);
  index = find_day (self, direction);
  if (index != TL_NONE)
    go_to (self, tl_publications_get_day (self->publications, index));
}

/**
 * tl_known_on_stepper_get_publications:
 * @self: a stepper
 *
 * Returns: (transfer none) (nullable): the days, once they are collected
 */
TlPublications *
tl_known_on_stepper_get_publications (TlKnownOnStepper *self)
{
  g_return_val_if_fail (TL_IS_KNOWN_ON_STEPPER (self), NULL);

  return self->publications;
}

/**
 * tl_known_on_stepper_get_dataset:
 * @self: a stepper
 *
 * Returns: (transfer none) (nullable): the dataset that the days are of
 */
TlDataset *
tl_known_on_stepper_get_dataset (TlKnownOnStepper *self)
{
  g_return_val_if_fail (TL_IS_KNOWN_ON_STEPPER (self), NULL);

  return self->dataset;
}
