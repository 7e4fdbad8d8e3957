/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli-options.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-calendar.h"
#include "tl-cli-hint.h"
#include "tl-cli.h"
#include "tl-language.h"

/* What the commands have in common in reading their options: nothing is
 * guessed, and what is wrong is said together with what would be right. */

GOptionContext *
tl_cli_options_new (const char *parameters,
                    const char *summary,
                    const char *description)
{
  GOptionContext *context = g_option_context_new (parameters);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  return context;
}

static gboolean
check_operands (char      **operands,
                const char *required,
                guint       max,
                GError    **error)
{
  guint n_operands = g_strv_length (operands);

  if (required != NULL && n_operands == 0)
    {
      g_set_error (error, TL_CLI_ERROR, TL_CLI_USAGE,
                   /* Translators: %s is what the help text calls a part of
                    * the command line: OUT. */
                   _ ("%s is missing"), required);
      return FALSE;
    }
  if (n_operands > max)
    {
      g_set_error (error, TL_CLI_ERROR, TL_CLI_USAGE,
                   /* Translators: %s is a part of the command line. */
                   _ ("“%s” is one name too many"), operands[max]);
      return FALSE;
    }
  return TRUE;
}

static gboolean
parse_options (GOptionContext *context, char ***arguments, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (g_option_context_parse_strv (context, arguments, &cause))
    return TRUE;
  if (cause->domain == G_OPTION_ERROR)
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error_literal (error, TL_CLI_ERROR, TL_CLI_USAGE,
                         _ ("The value of an option is not UTF-8"));
  return FALSE;
}

char **
tl_cli_options_parse (GOptionContext *context,
                      char          **arguments,
                      const char     *required,
                      guint           max,
                      GError        **error)
{
  g_auto (GStrv) rest = g_strdupv (arguments);
  g_auto (GStrv) operands = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &operands, NULL,
      NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!parse_options (context, &rest, error))
    return NULL;
  if (operands == NULL)
    operands = g_new0 (char *, 1);
  if (!check_operands (operands, required, max, error))
    return NULL;
  return g_steal_pointer (&operands);
}

char **
tl_cli_split_values (char **values)
{
  GPtrArray *split = g_ptr_array_new ();

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autofree char **parts = g_strsplit (values[i], ",", -1);

      for (guint j = 0; parts[j] != NULL; j++)
        g_ptr_array_add (split, g_strstrip (parts[j]));
      if (parts[0] == NULL)
        g_ptr_array_add (split, g_strdup (""));
    }
  g_ptr_array_add (split, NULL);
  return (char **)g_ptr_array_free (split, FALSE);
}

gboolean
tl_cli_fail_unknown (const char        *option,
                     const char        *word,
                     const char *const *known,
                     GError           **error)
{
  g_autofree char *hint = tl_cli_hint_new (word, known);

  g_set_error (error, TL_CLI_ERROR, TL_CLI_USAGE,
               /* Translators: %1$s is an option such as --actor, %2$s what was
                * given for it, %3$s a list of what can be given. */
               _ ("%1$s: there is no “%2$s”; known: %3$s"), option, word, hint);
  return FALSE;
}

gboolean
tl_cli_parse_choice (const char        *option,
                     const char        *text,
                     const char *const *choices,
                     guint             *index,
                     GError           **error)
{
  g_autofree char *hint = NULL;

  *index = 0;
  if (text == NULL)
    return TRUE;
  for (guint i = 0; choices[i] != NULL; i++)
    if (g_str_equal (text, choices[i]))
      {
        *index = i;
        return TRUE;
      }
  hint = tl_cli_hint_new ("", choices);
  g_set_error (error, TL_CLI_ERROR, TL_CLI_USAGE,
               /* Translators: %1$s is an option such as --format, %2$s what
                * was given for it, %3$s the list of what is possible. */
               _ ("%1$s cannot be “%2$s”; choose from: %3$s"), option, text,
               hint);
  return FALSE;
}

gboolean
tl_cli_parse_number (const char *option,
                     const char *text,
                     double      min,
                     double      max,
                     double     *number,
                     GError    **error)
{
  char   low[G_ASCII_DTOSTR_BUF_SIZE];
  char   high[G_ASCII_DTOSTR_BUF_SIZE];
  char  *end;
  double value;

  if (text == NULL)
    return TRUE;
  value = g_ascii_strtod (text, &end);
  if (g_ascii_isdigit (text[0]) && *end == '\0' && isfinite (value) &&
      value >= min && value <= max)
    {
      *number = value;
      return TRUE;
    }
  g_set_error (error, TL_CLI_ERROR, TL_CLI_USAGE,
               /* Translators: %1$s is an option such as --width, %2$s what was
                * given for it, %3$s and %4$s the smallest and the largest
                * number possible. */
               _ ("%1$s cannot be “%2$s”; give a number from %3$s to %4$s"),
               option, text, g_ascii_formatd (low, sizeof low, "%g", min),
               g_ascii_formatd (high, sizeof high, "%g", max));
  return FALSE;
}

gboolean
tl_cli_parse_day (const char *option,
                  const char *text,
                  gint64     *second,
                  GError    **error)
{
  if (text == NULL || tl_calendar_parse_day (text, second))
    return TRUE;
  g_set_error (error, TL_CLI_ERROR, TL_CLI_USAGE,
               /* Translators: %1$s is an option such as --today, %2$s what was
                * given for it. */
               _ ("%1$s cannot be “%2$s”; give a day as YYYY-MM-DD"), option,
               text);
  return FALSE;
}

gboolean
tl_cli_parse_language (const char *text, GError **error)
{
  if (text == NULL)
    return TRUE;
  if (tl_language_is_valid (text))
    {
      tl_language_set (text);
      return TRUE;
    }
  g_set_error (error, TL_CLI_ERROR, TL_CLI_USAGE,
               /* Translators: %s is what was given for --lang. */
               _ ("--lang cannot be “%s”; give a language such as en, ru or "
                  "pt-BR"),
               text);
  return FALSE;
}
