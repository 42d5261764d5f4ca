// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "graph/statements.h"

#include "graph/facts.h"
#include "graph/lexical.h"
#include "graph/terms.h"

typedef struct {
  const char* kind; // IsnEntity.kind
  IsnType type;
  IsnName class;
} KindClass;

static const IsnName type_classes[ISN_N_TYPES][2] = {
  [ISN_TYPE_PERSON] = { ISN_NAME_SCHEMA_PERSON, ISN_NAME_NONE },
  [ISN_TYPE_ORGANIZATION] = { ISN_NAME_SCHEMA_ORGANIZATION, ISN_NAME_NONE },
  [ISN_TYPE_PLACE] = { ISN_NAME_SCHEMA_PLACE, ISN_NAME_NONE },
  [ISN_TYPE_MEETING] = { ISN_NAME_ISN_MEETING, ISN_NAME_SCHEMA_EVENT },
  [ISN_TYPE_OPERATION] = { ISN_NAME_ISN_OPERATION, ISN_NAME_SCHEMA_EVENT },
  [ISN_TYPE_INITIATIVE] = { ISN_NAME_ISN_INITIATIVE, ISN_NAME_SCHEMA_PROJECT },
  [ISN_TYPE_AGREEMENT] = { ISN_NAME_ISN_AGREEMENT,
                           ISN_NAME_SCHEMA_CREATIVE_WORK },
};

static const KindClass kind_classes[] = {
  { "Country", ISN_TYPE_PLACE, ISN_NAME_SCHEMA_COUNTRY },
  { "City", ISN_TYPE_PLACE, ISN_NAME_SCHEMA_CITY },
  { "Region", ISN_TYPE_PLACE, ISN_NAME_ISN_REGION },
  { "Ministry",
    ISN_TYPE_ORGANIZATION,
    ISN_NAME_SCHEMA_GOVERNMENT_ORGANIZATION },
};

/// Equal but for the case of ASCII letters.
static bool
is_kind(const IsnStr a, const IsnStr b)
{
  if (a.n_bytes != b.n_bytes) {
    return false;
  }
  for (size_t i = 0; i < a.n_bytes; ++i) {
    if ((a.data[i] | 0x20) != (b.data[i] | 0x20)) {
      return false;
    }
  }
  return true;
}

static IsnStr
run_iri(const IsnScribe* const scribe)
{
  const IsnGraphOptions* const o = scribe->options;
  const IsnStr parts[] = { isn_str(o->version),
                           isn_str(o->rules_checksum),
                           isn_str(o->gazetteer_checksum),
                           isn_str(o->clock) };
  return isn_identity_node(scribe->identity, "run", parts, 4);
}

static void
write_checksum(IsnScribe* const scribe,
               const IsnStr run,
               const char* const kind,
               const IsnName predicate,
               const char* const checksum)
{
  if (checksum && *checksum) {
    const IsnStr iri =
      isn_identity_named(scribe->identity, kind, isn_str(checksum));
    if (!iri.data) {
      isn_scribe_no_memory(scribe);
      return;
    }
    isn_scribe_write(scribe, run, ISN_NAME_PROV_USED, isn_node_iri(iri));
    isn_scribe_write(
      scribe, run, predicate, isn_node_text(isn_str(checksum), NULL));
  }
}

/// In every document's graph: files may be split, and graphs merge.
static void
write_run(IsnScribe* const scribe)
{
  const IsnGraphOptions* const o = scribe->options;
  const IsnStr run = run_iri(scribe);
  if (!run.data) {
    isn_scribe_no_memory(scribe);
    return;
  }
  isn_scribe_write(
    scribe, scribe->iri, ISN_NAME_PROV_WAS_GENERATED_BY, isn_node_iri(run));
  isn_scribe_write(
    scribe, run, ISN_NAME_RDF_TYPE, isn_node_name(ISN_NAME_PROV_ACTIVITY));
  isn_scribe_write_text(scribe, run, ISN_NAME_ISN_VERSION, isn_str(o->version));
  write_checksum(
    scribe, run, "rules", ISN_NAME_ISN_RULES_CHECKSUM, o->rules_checksum);
  write_checksum(scribe,
                 run,
                 "gazetteer",
                 ISN_NAME_ISN_GAZETTEER_CHECKSUM,
                 o->gazetteer_checksum);
  if (o->clock && isn_lexical_is_date_time(isn_str(o->clock))) {
    isn_scribe_write(scribe,
                     run,
                     ISN_NAME_PROV_STARTED_AT_TIME,
                     isn_node_typed(isn_str(o->clock), ISN_NAME_XSD_DATE_TIME));
  }
}

/// A date, a date and time, or the date before a time that is none.
static void
write_published(IsnScribe* const scribe)
{
  IsnStr date = scribe->doc->date;
  if (!date.n_bytes) {
    return;
  }
  IsnName datatype = isn_lexical_date(date);
  if (datatype == ISN_NAME_NONE && isn_lexical_is_date_time(date)) {
    datatype = ISN_NAME_XSD_DATE_TIME;
  } else if (datatype == ISN_NAME_NONE && date.n_bytes > 10) {
    isn_scribe_warn(scribe, "only the day of this time is kept", date);
    date.n_bytes = 10;
    datatype = isn_lexical_date(date);
  }
  if (datatype == ISN_NAME_NONE) {
    isn_scribe_warn(scribe, "no date", date);
    return;
  }
  isn_scribe_write(scribe,
                   scribe->iri,
                   ISN_NAME_SCHEMA_DATE_PUBLISHED,
                   isn_node_typed(date, datatype));
}

static void
write_article(IsnScribe* const scribe)
{
  const IsnDocument* const doc = scribe->doc;
  const IsnStr iri = scribe->iri;
  isn_scribe_write(scribe,
                   iri,
                   ISN_NAME_RDF_TYPE,
                   isn_node_name(ISN_NAME_SCHEMA_NEWS_ARTICLE));
  IsnStr id = doc->id;
  if (id.n_bytes && isn_scribe_check_text(scribe, &id, "no text for an id")) {
    isn_scribe_write(
      scribe, iri, ISN_NAME_DCTERMS_IDENTIFIER, isn_node_text(id, NULL));
  }
  isn_scribe_write_text(scribe, iri, ISN_NAME_SCHEMA_HEADLINE, doc->title);
  write_published(scribe);
  IsnStr lang = doc->lang.n_bytes ? doc->lang : ISN_STR("ar");
  if (isn_term_language(scribe->arena, &lang) == ISN_TERM_BAD) {
    isn_scribe_warn(scribe, "no language tag", lang);
  } else {
    isn_scribe_write(
      scribe, iri, ISN_NAME_SCHEMA_IN_LANGUAGE, isn_node_text(lang, NULL));
  }
  IsnStr url = doc->url;
  if (url.n_bytes && isn_scribe_check_iri(scribe, &url, "no absolute IRI")) {
    isn_scribe_write(scribe, iri, ISN_NAME_SCHEMA_URL, isn_node_iri(url));
  }
  isn_scribe_write_text(scribe, iri, ISN_NAME_ISN_SOURCE, doc->source);
}

static void
write_classes(IsnScribe* const scribe,
              const IsnStr iri,
              const IsnEntity* const entity)
{
  for (size_t i = 0; i < 2; ++i) {
    const IsnName class = type_classes[entity->type][i];
    if (class != ISN_NAME_NONE) {
      isn_scribe_write(scribe, iri, ISN_NAME_RDF_TYPE, isn_node_name(class));
    }
  }
  const size_t n = sizeof(kind_classes) / sizeof(*kind_classes);
  for (size_t i = 0; entity->kind.n_bytes && i < n; ++i) {
    if (kind_classes[i].type == entity->type &&
        is_kind(entity->kind, isn_str(kind_classes[i].kind))) {
      isn_scribe_write(
        scribe, iri, ISN_NAME_RDF_TYPE, isn_node_name(kind_classes[i].class));
    }
  }
}

/// `is_first`: no entity with this IRI came before in the document.
static void
write_entity(IsnScribe* const scribe,
             const IsnStr iri,
             const IsnEntity* const entity,
             const bool is_first)
{
  IsnStr label = entity->label;
  if (is_first) {
    isn_scribe_write(
      scribe, scribe->iri, ISN_NAME_SCHEMA_MENTIONS, isn_node_iri(iri));
  }
  write_classes(scribe, iri, entity);
  if (isn_scribe_check_text(scribe, &label, "no text for a label")) {
    // The canonical name is in Arabic by VOCABULARY.md, «HOTSPOT» too
    isn_scribe_write(scribe,
                     iri,
                     is_first ? ISN_NAME_RDFS_LABEL : ISN_NAME_SKOS_ALT_LABEL,
                     isn_node_text(label, "ar"));
  }
  for (size_t i = 0; i < entity->n_aliases; ++i) {
    if (!isn_str_equal(entity->aliases[i], entity->label)) {
      isn_scribe_write_text(
        scribe, iri, ISN_NAME_SKOS_ALT_LABEL, entity->aliases[i]);
    }
  }
  for (size_t i = 0; i < entity->n_same_as; ++i) {
    IsnStr other = entity->same_as[i];
    if (isn_scribe_check_iri(scribe, &other, "no absolute IRI")) {
      isn_scribe_write(scribe, iri, ISN_NAME_OWL_SAME_AS, isn_node_iri(other));
    }
  }
}

/// True for things that the document, not the name, tells apart.
static bool
is_nameless(const IsnEntity* const entity)
{
  return !entity->key.n_bytes && (entity->type == ISN_TYPE_MEETING ||
                                  entity->type == ISN_TYPE_OPERATION ||
                                  entity->type == ISN_TYPE_AGREEMENT);
}

/// Fill scribe->entities[i] and write the entity.
static void
name_entity(IsnScribe* const scribe, IsnSeen* const seen, const size_t i)
{
  const IsnEntity* const entity = &scribe->doc->entities[i];
  IsnStr iri = isn_identity_entity(scribe->identity, entity);
  uint32_t* const n_same =
    iri.data ? isn_seen_find(seen, scribe->arena, isn_str_hash(iri)) : NULL;
  if (!n_same) {
    isn_scribe_no_memory(scribe);
    return;
  }
  const uint32_t n = ++*n_same;
  if (n > 1 && is_nameless(entity)) {
    // Two meetings called «الاجتماع»; no segment holds a bare ";" of its own
    iri = isn_arena_print(
      scribe->arena, "%.*s;%u", (int)iri.n_bytes, iri.data, (unsigned)n);
    if (!iri.data) {
      isn_scribe_no_memory(scribe);
      return;
    }
  }
  scribe->entities[i] = iri;
  write_entity(scribe, iri, entity, n == 1 || is_nameless(entity));
}

static void
write_entities(IsnScribe* const scribe)
{
  const IsnDocument* const doc = scribe->doc;
  IsnSeen seen = { NULL, 0, 0 };
  scribe->entities =
    isn_arena_array(scribe->arena, doc->n_entities, sizeof(IsnStr));
  if (!scribe->entities) {
    isn_scribe_no_memory(scribe);
    return;
  }
  for (size_t i = 0; i < doc->n_entities && !scribe->status; ++i) {
    const IsnType type = doc->entities[i].type;
    if ((size_t)type < ISN_N_TYPES && type != ISN_TYPE_NONE) {
      name_entity(scribe, &seen, i);
    } else {
      isn_scribe_warn(
        scribe, "an entity without a type", doc->entities[i].label);
    }
  }
}

IsnStatus
isn_statements_write(IsnScribe* const scribe)
{
  scribe->iri = isn_identity_document(scribe->identity, scribe->doc);
  if (!scribe->iri.data) {
    return ISN_ERR_NO_MEMORY;
  }
  scribe->status = scribe->writer->begin(scribe->writer, scribe->iri);
  write_article(scribe);
  write_run(scribe);
  write_entities(scribe);
  for (size_t i = 0; i < scribe->doc->n_facts && !scribe->status; ++i) {
    isn_facts_write(scribe, &scribe->doc->facts[i]);
  }
  const IsnStatus ended = scribe->writer->end(scribe->writer);
  return scribe->status ? scribe->status : ended;
}
