/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-cli-groups.h"
#include "tl-cli-input.h"
#include "tl-cli-options.h"
#include "tl-cli-output.h"
#include "tl-cli-selection.h"
#include "tl-language.h"
#include "tl-picture.h"

/* treatyline-cli export: the picture as a file. Without --lang it speaks the
 * dataset's language, so that it is the same wherever it is made. */

#define MAX_POINTS 32767
#define MIN_POINTS 1
#define MIN_SCALE 0.05
#define MAX_SCALE 32

#define N_THEMES (TL_THEME_PRINT + 1)
#define N_TIME_DIRECTIONS (TL_TIME_RIGHT_TO_LEFT + 1)
#define N_GROUPINGS (TL_GROUP_BY_NONE + 1)

static const char *const text_modes[] = { "text", "outlines", NULL };

/* The options as given. */
typedef struct
{
  TlCliSelection selection;
  char          *format;
  char          *width;
  char          *height;
  char          *scale;
  char          *theme;
  char          *group_by;
  char          *axis;
  TlCliGroups    groups;
  char          *today;
  char          *text;
  char          *sources;
  gboolean       proportional;
  gboolean       relations;
  gboolean       overwrite;
} Arguments;

/* What they mean. */
typedef struct
{
  TlExportFormat  format;
  double          width;
  double          height;
  double          scale;
  TlTheme         theme;
  TlGroupBy       group_by;
  TlTimeDirection time_direction;
  gint64          today; /* G_MININT64: not given */
  gboolean        outlines;
} Settings;

static void
clear_arguments (Arguments *self)
{
  tl_cli_selection_clear (&self->selection);
  g_free (self->format);
  g_free (self->width);
  g_free (self->height);
  g_free (self->scale);
  g_free (self->theme);
  g_free (self->group_by);
  g_free (self->axis);
  tl_cli_groups_clear (&self->groups);
  g_free (self->today);
  g_free (self->text);
  g_free (self->sources);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, clear_arguments)

static void
add_options (Arguments *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->format,
      N_ ("png, svg or pdf; else the ending of OUT tells"), N_ ("FORMAT") },
    { "width", 0, 0, G_OPTION_ARG_STRING, &self->width, N_ ("Width in points"),
      /* Translators: as the value of an option: a number of points. */
      N_ ("POINTS") },
    { "height", 0, 0, G_OPTION_ARG_STRING, &self->height,
      N_ ("Height in points; else as high as the lanes need"), N_ ("POINTS") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &self->scale,
      N_ ("Pixels of a PNG for each point"),
      /* Translators: as the value of an option. */
      N_ ("NUMBER") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &self->theme,
      N_ ("light, dark, high-contrast or print"),
      /* Translators: as the value of an option. */
      N_ ("THEME") },
    { "group-by", 0, 0, G_OPTION_ARG_STRING, &self->group_by,
      N_ ("Lanes: kind, actor, treaty, place, source or none"),
      /* Translators: as the value of an option. */
      N_ ("GROUPING") },
    { "axis", 0, 0, G_OPTION_ARG_STRING, &self->axis,
      N_ ("Which way time runs: ltr (from left to right), rtl or auto (as the "
          "language is read)"),
      /* Translators: as the value of an option: auto, ltr or rtl. */
      N_ ("DIRECTION") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &self->today,
      N_ ("The day that counts as today; else that of --known-on, of "
          "SOURCE_DATE_EPOCH or of the clock"),
      N_ ("YYYY-MM-DD") },
    { "proportional", 0, 0, G_OPTION_ARG_NONE, &self->proportional,
      N_ ("Do not shorten quiet spans of time"), NULL },
    { "relations", 0, 0, G_OPTION_ARG_NONE, &self->relations,
      N_ ("Draw relations between records as curves"), NULL },
    { "text", 0, 0, G_OPTION_ARG_STRING, &self->text,
      N_ ("In an SVG: text (can be searched) or outlines (looks the same "
          "without the font)"),
      /* Translators: as the value of an option: text or outlines. */
      N_ ("text|outlines") },
    { "sources", 0, 0, G_OPTION_ARG_FILENAME, &self->sources,
      N_ ("Also write the sources of what the picture shows: footnotes, or for "
          "programs when FILE ends in .bib, .json or .ris"),
      /* Translators: as the value of an option: the name of a file. */
      N_ ("FILE") },
    { "overwrite", 0, 0, G_OPTION_ARG_NONE, &self->overwrite,
      N_ ("Replace OUT and the file of --sources if they exist"), NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
  tl_cli_groups_add_options (&self->groups, context);
  tl_cli_selection_add_options (&self->selection, context);
}

static gboolean
is_standard_output (const char *out)
{
  return g_str_equal (out, "-");
}

static gboolean
parse_format (const char     *text,
              const char     *out,
              TlExportFormat *format,
              GError        **error)
{
  if (text != NULL ? tl_export_format_from_nick (text, format)
                   : tl_export_format_from_name (out, format))
    return TRUE;
  if (text != NULL)
    g_set_error (error, TL_CLI_ERROR, TL_CLI_USAGE,
                 /* Translators: %s is what was given for --format. */
                 _ ("--format cannot be “%s”; choose from: png, svg, pdf"),
                 text);
  else if (is_standard_output (out))
    g_set_error_literal (error, TL_CLI_ERROR, TL_CLI_USAGE,
                         _ ("Standard output has no file name to tell the "
                            "format; give --format=png, svg or pdf"));
  else
    g_set_error (error, TL_CLI_ERROR, TL_CLI_USAGE,
                 /* Translators: %s is a file name. */
                 _ ("The name “%s” does not tell the format; let it end in "
                    ".png, .svg or .pdf, or give --format"),
                 out);
  return FALSE;
}

static gboolean
parse_theme (const char *text, TlTheme *theme, GError **error)
{
  const char *nicks[N_THEMES + 1] = { NULL };
  guint       index;

  for (guint i = 0; i < N_THEMES; i++)
    nicks[i] = tl_theme_to_nick ((TlTheme)i);
  if (!tl_cli_parse_choice ("--theme", text, nicks, &index, error))
    return FALSE;
  *theme = (TlTheme)index;
  return TRUE;
}

static gboolean
parse_group_by (const char *text, TlGroupBy *group_by, GError **error)
{
  const char *nicks[N_GROUPINGS + 1] = { NULL };
  guint       index;

  for (guint i = 0; i < N_GROUPINGS; i++)
    nicks[i] = tl_group_by_to_nick ((TlGroupBy)i);
  if (!tl_cli_parse_choice ("--group-by", text, nicks, &index, error))
    return FALSE;
  *group_by = (TlGroupBy)index;
  return TRUE;
}

static gboolean
parse_axis (const char *text, TlTimeDirection *direction, GError **error)
{
  const char *nicks[N_TIME_DIRECTIONS + 1] = { NULL };
  guint       index;

  for (guint i = 0; i < N_TIME_DIRECTIONS; i++)
    nicks[i] = tl_time_direction_to_nick ((TlTimeDirection)i);
  if (!tl_cli_parse_choice ("--axis", text, nicks, &index, error))
    return FALSE;
  *direction = (TlTimeDirection)index;
  return TRUE;
}

static gboolean
parse_sizes (const Arguments *arguments, Settings *settings, GError **error)
{
  return tl_cli_parse_number ("--width", arguments->width, MIN_POINTS,
                              MAX_POINTS, &settings->width, error) &&
         tl_cli_parse_number ("--height", arguments->height, MIN_POINTS,
                              MAX_POINTS, &settings->height, error) &&
         tl_cli_parse_number ("--scale", arguments->scale, MIN_SCALE, MAX_SCALE,
                              &settings->scale, error);
}

static gboolean
parse_settings (Arguments  *arguments,
                const char *out,
                Settings   *settings,
                GError    **error)
{
  guint text_mode;

  settings->scale = 1;
  settings->today = G_MININT64;
  if (!tl_cli_selection_prepare (&arguments->selection, error) ||
      !parse_format (arguments->format, out, &settings->format, error) ||
      !parse_sizes (arguments, settings, error) ||
      !parse_theme (arguments->theme, &settings->theme, error) ||
      !parse_group_by (arguments->group_by, &settings->group_by, error) ||
      !parse_axis (arguments->axis, &settings->time_direction, error) ||
      !tl_cli_parse_day ("--today", arguments->today, &settings->today,
                         error) ||
      !tl_cli_parse_choice ("--text", arguments->text, text_modes, &text_mode,
                            error))
    return FALSE;
  settings->outlines = text_mode == 1;
  return TRUE;
}

static void
fill_options (TlPictureOptions *options,
              const Arguments  *arguments,
              const Settings   *settings,
              const TlFilter   *filter)
{
  const TlCliSelection *selection = &arguments->selection;

  options->filter = filter;
  options->group_by = settings->group_by;
  options->time_direction = settings->time_direction;
  options->proportional = arguments->proportional;
  options->relations = arguments->relations;
  options->theme = settings->theme;
  options->width = settings->width;
  options->height = settings->height;
  options->from = selection->from;
  options->to = selection->to;
  options->known_on = selection->known_on;
  if (settings->today != G_MININT64)
    options->today = settings->today;
  else if (selection->known_on != G_MININT64)
    options->today = selection->known_on;
}

/* Footnotes, unless the ending of the name is that of another format. */
static const TlCitationFormat *
find_sources_format (const char *name)
{
  guint                   n_formats;
  const TlCitationFormat *formats = tl_citation_get_formats (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    {
      gsize length = strlen (name);
      gsize suffix_length = strlen (formats[i].suffix);

      if (length >= suffix_length &&
          g_ascii_strcasecmp (name + length - suffix_length,
                              formats[i].suffix) == 0)
        return &formats[i];
    }
  return &formats[0];
}

/* sources: (out): NULL when nobody asks for them. */
static GBytes *
render (const Arguments *arguments,
        const Settings  *settings,
        TlDataset       *dataset,
        GBytes         **sources,
        GError         **error)
{
  const char             *language = arguments->selection.language;
  const TlCitationFormat *sources_format = NULL;
  g_autoptr (TlFilter) filter = NULL;
  g_autoptr (TlTextMeasurer) measurer = NULL;
  g_auto (GStrv) order = tl_cli_groups_list_order (
      &arguments->groups, settings->group_by, dataset, error);
  g_auto (GStrv) folded = NULL;
  TlPictureOptions options;

  if (order == NULL)
    return NULL;
  folded = tl_cli_groups_list_folded (&arguments->groups, settings->group_by,
                                      dataset, error);
  if (folded == NULL)
    return NULL;

  filter = tl_cli_selection_make_filter (&arguments->selection, dataset, error);
  if (filter == NULL)
    return NULL;
  /* A range is what the picture shows of time, and all that possibly happened
   * then is in it. */
  if (arguments->selection.certainly)
    tl_filter_set_range (filter, arguments->selection.from,
                         arguments->selection.to);
  if (language == NULL)
    language = tl_dataset_get_language (dataset);
  tl_picture_options_init (&options, dataset);
  fill_options (&options, arguments, settings, filter);
  options.language = language;
  options.right_to_left = tl_language_is_rtl (language);
  if (arguments->sources != NULL)
    sources_format = find_sources_format (arguments->sources);
  options.group_order = (const char *const *)order;
  options.folded = (const char *const *)folded;
  measurer = tl_text_measurer_new (NULL);
  return tl_picture_render_cited (
      &options, measurer, settings->format, settings->scale, settings->outlines,
      sources_format, arguments->sources != NULL ? sources : NULL, error);
}

static void
fail_exists (const char *name, GError **error)
{
  g_set_error (error, TL_CLI_ERROR, TL_CLI_SYSTEM,
               /* Translators: %s is a file name. */
               _ ("“%s” exists; give --overwrite to replace it"), name);
}

static gboolean
save (GBytes *bytes, const char *out, gboolean overwrite, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (is_standard_output (out))
    {
      tl_cli_print_bytes (bytes);
      return TRUE;
    }
  if (tl_export_save (out, bytes, overwrite, &cause))
    return TRUE;
  if (g_error_matches (cause, TL_EXPORT_ERROR, TL_EXPORT_ERROR_EXISTS))
    fail_exists (out, error);
  else
    g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* Both files, or as far as can be told beforehand neither. */
static gboolean
save_both (const Arguments *arguments,
           GBytes          *bytes,
           GBytes          *sources,
           const char      *out,
           GError         **error)
{
  const char *name = arguments->sources;

  if (sources != NULL && !arguments->overwrite && !is_standard_output (name) &&
      g_file_test (name, G_FILE_TEST_EXISTS))
    {
      fail_exists (name, error);
      return FALSE;
    }
  return save (bytes, out, arguments->overwrite, error) &&
         (sources == NULL || save (sources, name, arguments->overwrite, error));
}

static gboolean
check_outputs (const Arguments *arguments, const char *out, GError **error)
{
  if (g_strcmp0 (arguments->sources, out) != 0)
    return TRUE;
  g_set_error (error, TL_CLI_ERROR, TL_CLI_USAGE,
               /* Translators: %s is a file name, or “-”. */
               _ ("The picture and its sources cannot both go to “%s”"), out);
  return FALSE;
}

static TlCliStatus
export_file (const Arguments *arguments,
             const Settings  *settings,
             const char      *file,
             const char      *out,
             GError         **error)
{
  gboolean native = arguments->selection.language == NULL;
  gboolean has_problems = FALSE;
  g_autoptr (TlDataset) dataset =
      tl_cli_input_load (file, native, &has_problems, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) sources = NULL;

  if (dataset == NULL)
    return TL_CLI_PROBLEMS;
  bytes = render (arguments, settings, dataset, &sources, error);
  if (bytes == NULL || !save_both (arguments, bytes, sources, out, error))
    return TL_CLI_SYSTEM;
  return has_problems ? TL_CLI_PROBLEMS : TL_CLI_DONE;
}

TlCliStatus
tl_cli_export_run (char **arguments, GError **error)
{
  g_autoptr (GOptionContext) context = tl_cli_options_new (
      _ ("[FILE] OUT"),
      _ ("Draws the timeline of a dataset; without FILE, of the built-in "
         "dataset. OUT is the picture, “-” standard output."),
      NULL);
  g_auto (Arguments) given = { { 0 } };
  g_auto (GStrv) operands = NULL;
  Settings    settings = { 0 };
  const char *file;
  const char *out;

  add_options (&given, context);
  /* Translators: what the help text calls the picture to be written. */
  operands = tl_cli_options_parse (context, arguments, _ ("OUT"), 2, error);
  if (operands == NULL)
    return TL_CLI_USAGE;
  file = operands[1] != NULL ? operands[0] : NULL;
  out = operands[1] != NULL ? operands[1] : operands[0];
  if (!parse_settings (&given, out, &settings, error) ||
      !check_outputs (&given, out, error))
    return TL_CLI_USAGE;
  return export_file (&given, &settings, file, out, error);
}
