/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-svg-metadata.h"

#include "tl-svg-format.h"

/* Where the picture comes from, in Dublin Core terms for programs that know
 * them, and in terms of our own for what has none. */

#define RDF_NAMESPACE "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define DC_NAMESPACE "http://purl.org/dc/elements/1.1/"
#define TL_NAMESPACE "urn:x-treatyline:picture:1"

static void
append_named (GString *out, const char *name, const char *id, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (out, "<%s id=\"%s\">", name, id);
  tl_svg_append_escaped (out, text);
  g_string_append_printf (out, "</%s>\n", name);
}

void
tl_svg_append_metadata (GString *out, const TlExportMetadata *metadata)
{
  append_named (out, "title", "tl-title", metadata->title);
  append_named (out, "desc", "tl-desc", metadata->description);
  g_string_append (out,
                   "<metadata>\n<rdf:RDF xmlns:rdf=\"" RDF_NAMESPACE
                   "\" xmlns:dc=\"" DC_NAMESPACE "\" xmlns:tl=\"" TL_NAMESPACE
                   "\">\n<rdf:Description rdf:about=\"\">\n");
  tl_svg_append_element (out, "dc:title", metadata->title);
  tl_svg_append_element (out, "dc:description", metadata->description);
  tl_svg_append_element (out, "dc:language", metadata->language);
  tl_svg_append_element (out, "dc:format", "image/svg+xml");
  tl_svg_append_element (out, "dc:source", metadata->dataset_id);
  tl_svg_append_element (out, "tl:sha256", metadata->dataset_sha256);
  tl_svg_append_element (out, "tl:filter", metadata->filter);
  tl_svg_append_element (out, "tl:range", metadata->range);
  tl_svg_append_element (out, "tl:known-on", metadata->known_on);
  tl_svg_append_element (out, "tl:generator", "Treatyline " TL_VERSION);
  g_string_append (out, "</rdf:Description>\n</rdf:RDF>\n</metadata>\n");
}
