/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-number-button.h"

#include <math.h>

#include "tl-number.h"

/* Room for the cursor, and for digits wider than the average character. */
#define SPARE_CHARS 2

static char *
dup_text (GtkSpinButton *button, double value, const char *zero)
{
  if (zero != NULL && fabs (value) < G_MINDOUBLE)
    return g_strdup (zero);
  return tl_number_format_decimal (value, gtk_spin_button_get_digits (button));
}

static gboolean
output_cb (GtkSpinButton *button, const char *zero)
{
  g_autofree char *text =
      dup_text (button, gtk_spin_button_get_value (button), zero);

  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (button))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  return TRUE;
}

/* What cannot be read leaves the number as it was. */
static int
input_cb (GtkSpinButton *button, double *value, const char *zero)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (button));
  double      unit = pow (10, gtk_spin_button_get_digits (button));

  *value = gtk_spin_button_get_value (button);
  if (zero != NULL && g_str_equal (text, zero))
    *value = 0;
  else if (!tl_number_parse (text, value))
    return GTK_INPUT_ERROR;
  *value = round (*value * unit) / unit;
  return TRUE;
}

static int
measure (GtkSpinButton *button, const char *text)
{
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (GTK_WIDGET (button), text);
  int width = 0;

  pango_layout_get_size (layout, &width, NULL);
  return width;
}

/* GTK gives room to the numbers that it would write itself. */
static void
make_room (GtkSpinButton *button, const char *zero)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (
      gtk_widget_get_pango_context (GTK_WIDGET (button)), NULL, NULL);
  int char_width =
      MAX (pango_font_metrics_get_approximate_char_width (metrics), 1);
  g_autofree char *lowest = NULL, *highest = NULL;
  double           lower = 0, upper = 0;
  int              width;

  gtk_spin_button_get_range (button, &lower, &upper);
  lowest = dup_text (button, lower, zero);
  highest = dup_text (button, upper, zero);
  width = MAX (measure (button, lowest), measure (button, highest));
  gtk_editable_set_width_chars (GTK_EDITABLE (button),
                                (width + char_width - 1) / char_width +
                                    SPARE_CHARS);
  pango_font_metrics_unref (metrics);
}

void
tl_number_button_set_up (GtkSpinButton *button, const char *zero)
{
  GtkEditable *text;

  g_return_if_fail (GTK_IS_SPIN_BUTTON (button));

  text = gtk_editable_get_delegate (GTK_EDITABLE (button));
  if (GTK_IS_TEXT (text))
    gtk_text_set_input_purpose (GTK_TEXT (text), GTK_INPUT_PURPOSE_NUMBER);
  /* Else GTK lets nothing in that its own locale does not write. */
  gtk_spin_button_set_numeric (button, FALSE);
  g_signal_connect_data (button, "output", G_CALLBACK (output_cb),
                         g_strdup (zero), (GClosureNotify)(GCallback)g_free, 0);
  g_signal_connect_data (button, "input", G_CALLBACK (input_cb),
                         g_strdup (zero), (GClosureNotify)(GCallback)g_free, 0);
  make_room (button, zero);
  gtk_spin_button_set_value (button, gtk_spin_button_get_value (button));
}
