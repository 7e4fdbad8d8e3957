/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-picture-private.h"

#include "tl-language.h"
#include "tl-picture-words.h"

/* The files that are made of a picture: itself, with what it says of itself to
 * programs, and the sources of what is in it. */

static char *
dup_range (TlComposer *self)
{
  TlScale scale = self->view->scale;
  double  start = scale.mirrored ? scale.width : 0;
  double  end = scale.mirrored ? 0 : scale.width;
  double from = tl_warp_to_second (self->warp, tl_scale_to_axis (scale, start));
  double to = tl_warp_to_second (self->warp, tl_scale_to_axis (scale, end));
  g_autofree char *from_text =
      tl_calendar_format_day ((gint64)CLAMP (from, -9e18, 9e18));
  g_autofree char *to_text =
      tl_calendar_format_day ((gint64)CLAMP (to, -9e18, 9e18));

  return g_strdup_printf ("%s/%s", from_text, to_text);
}

/* The language of the program's words: the wanted one where there is a
 * translation. Texts of the dataset tell theirs where it is another. */
static char *
dup_language (TlComposer *self)
{
  const char *wanted = self->options->language;
  const char *spoken = tl_language_get_translation ();

  if (wanted == NULL)
    wanted = tl_dataset_get_language (self->options->dataset);
  return tl_language_dup_tag (tl_language_matches (wanted, spoken) ? wanted
                                                                   : spoken);
}

static GBytes *
render (TlComposer    *self,
        const TlScene *scene,
        TlExportFormat format,
        double         scale,
        gboolean       outlines,
        GError       **error)
{
  const TlPictureOptions *options = self->options;
  const TlText           *title = tl_dataset_get_title (options->dataset);
  const TlText    *description = tl_dataset_get_description (options->dataset);
  g_autofree char *range = dup_range (self);
  g_autofree char *language = dup_language (self);
  g_autofree char *filter = NULL;
  g_autofree char *known_on = NULL;
  TlExportMetadata metadata = { 0 };

  if (options->filter != NULL && options->only == NULL)
    filter = tl_filter_to_string (options->filter);
  if (options->known_on != TL_KNOWN_ALWAYS)
    known_on = tl_calendar_format_day (options->known_on);
  metadata = (TlExportMetadata){
    .title = tl_text_get (title, options->language),
    .description = description != NULL
                       ? tl_text_get (description, options->language)
                       : self->subtitle,
    .language = language,
    .dataset_id = tl_dataset_get_id (options->dataset),
    .dataset_sha256 = tl_dataset_get_sha256 (options->dataset),
    .filter = filter,
    .range = range,
    .known_on = known_on,
    .right_to_left = options->right_to_left,
  };
  return tl_export_render (scene, self->painter.measurer, format, scale,
                           outlines, &metadata, error);
}

/* For people, it also says of which figure. */
static GBytes *
write_sources (TlComposer *self, const TlCitationFormat *format)
{
  const TlPictureOptions *options = self->options;
  g_autoptr (TlCitationList) list = tl_citation_list_new (self->dataset);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->drawn->len; i++)
    tl_citation_list_add_record_sources (list,
                                         g_array_index (self->drawn, guint, i));
  if (format->for_people)
    {
      g_autofree char *note =
          tl_picture_dup_note (self->formatter, options->known_on,
                               tl_warp_is_proportional (self->warp));

      tl_picture_append_sources_heading (
          text,
          tl_text_get (tl_dataset_get_title (self->dataset), options->language),
          self->subtitle, self->filter, note);
    }
  /* Bibliographies have each title in its own language. */
  tl_citation_list_write (list, format, self->formatter,
                          format->for_people ? options->language : NULL,
                          tl_sink_new_for_string (text));
  return g_string_free_to_bytes (text);
}

GBytes *
tl_picture_render (const TlPictureOptions *options,
                   TlTextMeasurer         *measurer,
                   TlExportFormat          format,
                   double                  scale,
                   gboolean                outlines,
                   GError                **error)
{
  return tl_picture_render_cited (options, measurer, format, scale, outlines,
                                  NULL, NULL, error);
}

GBytes *
tl_picture_render_cited (const TlPictureOptions *options,
                         TlTextMeasurer         *measurer,
                         TlExportFormat          format,
                         double                  scale,
                         gboolean                outlines,
                         const TlCitationFormat *sources_format,
                         GBytes                **sources,
                         GError                **error)
{
  g_auto (TlComposer) composer = { NULL };
  g_autoptr (TlScene) scene = NULL;
  GBytes *bytes = NULL;

  if (!tl_picture_check_size (options, error))
    return NULL;

  tl_composer_init (&composer, options, measurer);
  scene = tl_composer_compose (&composer, error);
  if (scene != NULL)
    bytes = render (&composer, scene, format, scale, outlines, error);
  if (bytes != NULL && sources != NULL)
    *sources = write_sources (&composer, sources_format);
  return bytes;
}
