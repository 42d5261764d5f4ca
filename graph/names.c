// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "graph/names.h"

#define NAME_IRI(constant, space, local)                                       \
  [ISN_NAME_##constant] = { space local, sizeof(space local) - 1 },

static const IsnStr name_iris[ISN_N_NAMES] = { [ISN_NAME_NONE] = { "", 0 },
                                               ISN_NAMES(NAME_IRI) };

static const IsnPrefix prefixes[] = {
  { "isn", ISN_NS_ISN },         { "schema", ISN_NS_SCHEMA },
  { "rdf", ISN_NS_RDF },         { "rdfs", ISN_NS_RDFS },
  { "xsd", ISN_NS_XSD },         { "owl", ISN_NS_OWL },
  { "skos", ISN_NS_SKOS },       { "prov", ISN_NS_PROV },
  { "dcterms", ISN_NS_DCTERMS }, { "subject", ISN_NS_SUBJECTS },
};

IsnStr
isn_name_iri(const IsnName name)
{
  return name_iris[(size_t)name < ISN_N_NAMES ? name : ISN_NAME_NONE];
}

const IsnPrefix*
isn_name_prefix(const unsigned i)
{
  return i < sizeof(prefixes) / sizeof(*prefixes) ? &prefixes[i] : NULL;
}
