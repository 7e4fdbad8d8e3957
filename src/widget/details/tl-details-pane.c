/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-details-pane.h"

#include "tl-details-head.h"
#include "tl-details-reasons.h"
#include "tl-details-sections.h"

/* Holds which record is shown, and rebuilds the content when that changes.
 * Invariant: the record is TL_NONE or an index of the dataset. */

struct _TlDetailsPane
{
  GtkWidget parent_instance;

  TlDataset       *dataset;
  TlDateFormatter *formatter; /* made when the first record is shown */
  char            *language;
  char            *search; /* nullable */
  guint            record;
  gint64           known_on;  /* or TL_KNOWN_ALWAYS */
  guint            next_part; /* index into append_part */
  guint            part_id;   /* 0: all parts stand */

  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  GtkBox            *reasons;
  GtkBox            *content;
};

enum
{
  PROP_0,
  PROP_DATASET,
  PROP_LANGUAGE,
  PROP_RECORD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlDetailsPane, tl_details_pane, GTK_TYPE_WIDGET)

static void
stop_building (TlDetailsPane *self)
{
  if (self->part_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->part_id);
  self->part_id = 0;
}

static void
clear_content (TlDetailsPane *self)
{
  GtkWidget *child = NULL;

  stop_building (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) !=
         NULL)
    gtk_box_remove (self->content, child);
}

static TlPaneContext
get_context (TlDetailsPane *self)
{
  if (self->formatter == NULL)
    self->formatter = tl_date_formatter_new (self->language);

  return (TlPaneContext){ .dataset = self->dataset,
                          .formatter = self->formatter,
                          .language = self->language,
                          .today = self->known_on == TL_KNOWN_ALWAYS
                                       ? tl_calendar_today ()
                                       : self->known_on };
}

/* The parts below those that one sees at once, from top to bottom. */
static void (*const append_part[]) (GtkBox         *box,
                                    TlPaneContext   context,
                                    const TlRecord *record,
                                    guint           index) = {
  tl_details_append_quotes,
  tl_details_append_related,
  tl_details_append_treaties,
  tl_details_append_sources,
};

static gboolean
append_part_cb (GtkWidget     *widget,
                GdkFrameClock *frame_clock,
                gpointer       user_data)
{
  TlDetailsPane *self = TL_DETAILS_PANE (widget);
  g_autoptr (TlRecord) record = NULL;

  record = tl_dataset_ref_record (self->dataset, self->record);
  append_part[self->next_part](self->content, get_context (self), record,
                               self->record);
  self->next_part++;
  if (self->next_part < G_N_ELEMENTS (append_part))
    return G_SOURCE_CONTINUE;

  self->part_id = 0;
  return G_SOURCE_REMOVE;
}

/* The first parts stand at once, the others come one with each frame: breaking
 * the lines of all of them takes longer than one, and whoever goes quickly from
 * record to record waits for none. */
static void
build_content (TlDetailsPane *self)
{
  TlPaneContext context = get_context (self);
  g_autoptr (TlRecord) record = NULL;

  record = tl_dataset_ref_record (self->dataset, self->record);
  tl_details_append_head (self->content, context, record);
  tl_details_append_accounts (self->content, context, record);
  self->next_part = 0;
  self->part_id = gtk_widget_add_tick_callback (GTK_WIDGET (self),
                                                append_part_cb, NULL, NULL);
}

static void
show_reasons (TlDetailsPane *self)
{
  tl_details_fill_reasons (self->reasons, self->dataset, self->record,
                           self->search, self->language);
}

/* The focus may stand on a link that the new content no longer has. */
static gboolean
holds_focus (TlDetailsPane *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL &&
         gtk_widget_is_ancestor (focus, GTK_WIDGET (self->content));
}

static void
show_record (TlDetailsPane *self)
{
  gboolean had_focus = holds_focus (self);

  clear_content (self);
  show_reasons (self);
  if (self->record == TL_NONE)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  build_content (self);
  gtk_stack_set_visible_child_name (self->stack, "record");
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}

/* What Tab stops at, in reading order, and where the focus stands among it. */
typedef struct
{
  GPtrArray *stops;
  GtkWidget *focus;  /* nullable */
  guint      before; /* stops before the focus */
  guint      after;  /* index of the first stop behind it */
} TlStops;

static void
collect_stops (TlStops *stops, GtkWidget *widget)
{
  gboolean is_stop = gtk_widget_get_focusable (widget) &&
                     gtk_widget_is_sensitive (widget) && !GTK_IS_LABEL (widget);

  if (!gtk_widget_get_mapped (widget))
    return;
  if (widget == stops->focus)
    stops->before = stops->stops->len;
  if (is_stop)
    g_ptr_array_add (stops->stops, widget);
  if (widget == stops->focus)
    stops->after = stops->stops->len;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_stops (stops, child);
}

/* Text can be selected with the pointer, and is focused then, so that it can
 * be copied; but Tab goes from control to control and not through every
 * paragraph. */
static gboolean
tl_details_pane_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  TlStops  stops = { .stops = found };
  gboolean is_inside = FALSE;
  guint    next = 0;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (tl_details_pane_parent_class)
        ->focus (widget, direction);

  stops.focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  is_inside =
      stops.focus != NULL && gtk_widget_is_ancestor (stops.focus, widget);
  collect_stops (&stops, widget);

  if (direction == GTK_DIR_TAB_FORWARD)
    next = is_inside ? stops.after : 0;
  else
    next = (is_inside ? stops.before : found->len) - 1;
  return next < found->len &&
         gtk_widget_grab_focus (g_ptr_array_index (found, next));
}

static void
tl_details_pane_dispose (GObject *object)
{
  TlDetailsPane *self = TL_DETAILS_PANE (object);
  GtkWidget     *child = NULL;

  stop_building (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_DETAILS_PANE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->dataset);
  g_clear_pointer (&self->formatter, tl_date_formatter_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->search, g_free);

  G_OBJECT_CLASS (tl_details_pane_parent_class)->dispose (object);
}

static void
tl_details_pane_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TlDetailsPane *self = TL_DETAILS_PANE (object);

  switch (property_id)
    {
    case PROP_DATASET:
      g_value_set_object (value, self->dataset);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_RECORD:
      g_value_set_uint (value, self->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tl_details_pane_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TlDetailsPane *self = TL_DETAILS_PANE (object);

  switch (property_id)
    {
    case PROP_DATASET:
      tl_details_pane_set_dataset (self, g_value_get_object (value));
      break;
    case PROP_LANGUAGE:
      tl_details_pane_set_language (self, g_value_get_string (value));
      break;
    case PROP_RECORD:
      tl_details_pane_set_record (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tl_details_pane_class_init (TlDetailsPaneClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags =
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tl_details_pane_dispose;
  object_class->get_property = tl_details_pane_get_property;
  object_class->set_property = tl_details_pane_set_property;
  widget_class->focus = tl_details_pane_focus;

  /**
   * TlDetailsPane:dataset: (nullable)
   *
   * The dataset that the record belongs to.
   */
  properties[PROP_DATASET] =
      g_param_spec_object ("dataset", NULL, NULL, TL_TYPE_DATASET, flags);
  /**
   * TlDetailsPane:language: (nullable)
   *
   * The wanted language of the dataset's texts and of dates.
   */
  properties[PROP_LANGUAGE] =
      g_param_spec_string ("language", NULL, NULL, NULL, flags);
  /**
   * TlDetailsPane:record:
   *
   * Index of the record that is shown, or %TL_NONE.
   */
  properties[PROP_RECORD] =
      g_param_spec_uint ("record", NULL, NULL, 0, G_MAXUINT, TL_NONE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/treatyline/Treatyline/ui/tl-details-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, reasons);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, content);
  gtk_widget_class_set_css_name (widget_class, "detailspane");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_details_pane_init (TlDetailsPane *self)
{
  self->record = TL_NONE;
  self->known_on = TL_KNOWN_ALWAYS;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tl_details_pane_new (void)
{
  return g_object_new (TL_TYPE_DETAILS_PANE, NULL);
}

TlDataset *
tl_details_pane_get_dataset (TlDetailsPane *self)
{
  g_return_val_if_fail (TL_IS_DETAILS_PANE (self), NULL);

  return self->dataset;
}

void
tl_details_pane_set_dataset (TlDetailsPane *self, TlDataset *dataset)
{
  g_return_if_fail (TL_IS_DETAILS_PANE (self));
  g_return_if_fail (dataset == NULL || TL_IS_DATASET (dataset));

  if (self->dataset == dataset)
    return;

  /* The record of another dataset means nothing in this one. */
  tl_details_pane_set_record (self, TL_NONE);
  g_set_object (&self->dataset, dataset);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATASET]);
}

guint
tl_details_pane_get_record (TlDetailsPane *self)
{
  g_return_val_if_fail (TL_IS_DETAILS_PANE (self), TL_NONE);

  return self->record;
}

void
tl_details_pane_set_record (TlDetailsPane *self, guint record)
{
  g_return_if_fail (TL_IS_DETAILS_PANE (self));

  if (self->dataset == NULL ||
      record >= tl_dataset_get_n_records (self->dataset))
    record = TL_NONE;
  if (self->record == record)
    return;

  self->record = record;
  show_record (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

void
tl_details_pane_set_known_on (TlDetailsPane *self, gint64 second)
{
  g_return_if_fail (TL_IS_DETAILS_PANE (self));

  self->known_on = second;
}

void
tl_details_pane_set_search (TlDetailsPane *self, const char *search)
{
  g_return_if_fail (TL_IS_DETAILS_PANE (self));

  if (g_strcmp0 (self->search, search) == 0)
    return;

  g_free (self->search);
  self->search = g_strdup (search);
  show_reasons (self);
}

const char *
tl_details_pane_get_language (TlDetailsPane *self)
{
  g_return_val_if_fail (TL_IS_DETAILS_PANE (self), NULL);

  return self->language;
}

void
tl_details_pane_set_language (TlDetailsPane *self, const char *language)
{
  g_return_if_fail (TL_IS_DETAILS_PANE (self));

  if (g_strcmp0 (self->language, language) == 0)
    return;

  g_free (self->language);
  self->language = g_strdup (language);
  g_clear_pointer (&self->formatter, tl_date_formatter_free);
  if (self->record != TL_NONE)
    show_record (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
}
