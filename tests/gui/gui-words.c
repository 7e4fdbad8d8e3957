/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gui-words.h"

#include <adwaita.h>
#include <string.h>

/* Messages of the pseudo-language have accents, the pseudo-dataset is in Greek:
 * a word in plain Latin letters is neither. */

/* Words that are rightly there. */
static const char *const plain_words[] = {
  /* Of dates, by ICU. */
  "January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December", "Jan", "Feb", "Mar", "Apr",
  "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Monday", "Tuesday",
  "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "or",
  /* Keys, named by GTK. */
  "Ctrl", "Shift", "Alt", "Super", "Page", "Up", "Down", "Left", "Right",
  "Home", "End", "Return", "Enter", "Escape", "Esc", "Tab", "Backspace",
  "Delete", "Space", "Menu",
  /* Of the data: a name of a file, a code of a mistake, an address. */
  "json", "invalid", "date", "https", "example", "org"
};

static gboolean
is_plain (const char *word, gsize length)
{
  g_autofree char *copy = g_strndup (word, length);

  for (gsize i = 0; i < G_N_ELEMENTS (plain_words); i++)
    if (g_str_equal (copy, plain_words[i]))
      return FALSE;
  return TRUE;
}

char *
gui_words_find_plain (const char *text)
{
  const char *p = text;

  while (*p != '\0')
    {
      const char *word = p;
      gboolean    is_ascii = TRUE;

      /* The path of a file. */
      if (*p == '/' && (p == text || g_ascii_isspace (p[-1])))
        {
          p += strcspn (p, " \n");
          continue;
        }
      for (; *p != '\0' && g_unichar_isalpha (g_utf8_get_char (p));
           p = g_utf8_next_char (p))
        is_ascii = is_ascii && g_ascii_isalpha (*p);
      /* The letter of a mnemonic may stand alone. */
      if (p - word > 1 && is_ascii && is_plain (word, (gsize)(p - word)))
        return g_strndup (word, (gsize)(p - word));
      if (p == word)
        p = g_utf8_next_char (p);
    }
  return NULL;
}

typedef struct
{
  GuiWordsFunc func;
  gpointer     user_data;
} Visit;

static void
tell (Visit *visit, GtkWidget *widget, const char *what, const char *text)
{
  if (text != NULL && text[0] != '\0')
    visit->func (text, widget, what, visit->user_data);
}

static void
tell_property (Visit *visit, GtkWidget *widget, const char *name)
{
  GParamSpec *pspec =
      g_object_class_find_property (G_OBJECT_GET_CLASS (widget), name);
  g_autofree char *text = NULL;

  if (pspec == NULL || pspec->value_type != G_TYPE_STRING)
    return;
  g_object_get (widget, name, &text, NULL);
  tell (visit, widget, name, text);
}

/* GTK's test interface tells a value only when asked for another one. */
static void
tell_accessible (Visit *visit, GtkWidget *widget)
{
  static const struct
  {
    GtkAccessibleProperty property;
    const char           *what;
  } properties[] = {
    { GTK_ACCESSIBLE_PROPERTY_LABEL, "accessible name" },
    { GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "accessible description" },
    { GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, "accessible placeholder" },
    { GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION, "description of a role" },
    { GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "accessible value" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                          properties[i].property))
      {
        g_autofree char *text = gtk_test_accessible_check_property (
            GTK_ACCESSIBLE (widget), properties[i].property, "\x01");

        tell (visit, widget, properties[i].what, text);
      }
}

static void
tell_menu (Visit *visit, GtkWidget *widget, GMenuModel *menu)
{
  for (int i = 0; menu != NULL && i < g_menu_model_get_n_items (menu); i++)
    {
      static const char *const links[] = { G_MENU_LINK_SECTION,
                                           G_MENU_LINK_SUBMENU };
      g_autofree char         *label = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s",
                                       &label);
      tell (visit, widget, "menu", label);
      for (gsize k = 0; k < G_N_ELEMENTS (links); k++)
        {
          g_autoptr (GMenuModel) below =
              g_menu_model_get_item_link (menu, i, links[k]);

          tell_menu (visit, widget, below);
        }
    }
}

/* Of what can be chosen in a row or a drop-down. */
static void
tell_choices (Visit *visit, GtkWidget *widget, GListModel *model)
{
  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (GTK_IS_STRING_OBJECT (item))
        tell (visit, widget, "choice",
              gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
    }
}

static void
tell_models (Visit *visit, GtkWidget *widget)
{
  if (GTK_IS_POPOVER_MENU (widget))
    tell_menu (visit, widget,
               gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (widget)));
  else if (GTK_IS_MENU_BUTTON (widget))
    tell_menu (visit, widget,
               gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)));
  else if (GTK_IS_DROP_DOWN (widget))
    tell_choices (visit, widget,
                  gtk_drop_down_get_model (GTK_DROP_DOWN (widget)));
  else if (ADW_IS_COMBO_ROW (widget))
    tell_choices (visit, widget,
                  adw_combo_row_get_model (ADW_COMBO_ROW (widget)));
}

static void
visit_widget (Visit *visit, GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    tell (visit, widget, "text", gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_WINDOW (widget))
    tell (visit, widget, "title", gtk_window_get_title (GTK_WINDOW (widget)));
  if (GTK_IS_EDITABLE (widget))
    tell_property (visit, widget, "placeholder-text");
  tell (visit, widget, "tooltip", gtk_widget_get_tooltip_text (widget));
  tell_accessible (visit, widget);
  tell_models (visit, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    visit_widget (visit, child);
}

void
gui_words_foreach (GtkWidget *root, GuiWordsFunc func, gpointer user_data)
{
  Visit visit = { func, user_data };

  visit_widget (&visit, root);
}
