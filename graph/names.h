// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file names.h The IRIs of the vocabularies that the graph uses.
///
/// A name is a number, so that writers can prepare its term once.
#ifndef ISN_GRAPH_NAMES_H
#define ISN_GRAPH_NAMES_H

#include "extract/base/str.h"

#define ISN_NS_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define ISN_NS_RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define ISN_NS_XSD "http://www.w3.org/2001/XMLSchema#"
#define ISN_NS_OWL "http://www.w3.org/2002/07/owl#"
#define ISN_NS_SKOS "http://www.w3.org/2004/02/skos/core#"
#define ISN_NS_PROV "http://www.w3.org/ns/prov#"
#define ISN_NS_DCTERMS "http://purl.org/dc/terms/"
#define ISN_NS_SCHEMA "https://schema.org/"
#define ISN_NS_ISN "https://w3id.org/isnad/ns#"
#define ISN_NS_SUBJECTS "https://w3id.org/isnad/subjects#"
#define ISN_NS_RSS "http://purl.org/rss/1.0/"
#define ISN_NS_DC "http://purl.org/dc/elements/1.1/"

// X(constant, namespace, local name)
#define ISN_NAMES_W3C(X)                                                       \
  X(RDF_SEQ, ISN_NS_RDF, "Seq")                                                \
  X(RDF_TYPE, ISN_NS_RDF, "type")                                              \
  X(RDF_SUBJECT, ISN_NS_RDF, "subject")                                        \
  X(RDF_PREDICATE, ISN_NS_RDF, "predicate")                                    \
  X(RDF_OBJECT, ISN_NS_RDF, "object")                                          \
  X(RDFS_LABEL, ISN_NS_RDFS, "label")                                          \
  X(SKOS_ALT_LABEL, ISN_NS_SKOS, "altLabel")                                   \
  X(OWL_SAME_AS, ISN_NS_OWL, "sameAs")                                         \
  X(XSD_BOOLEAN, ISN_NS_XSD, "boolean")                                        \
  X(XSD_DATE, ISN_NS_XSD, "date")                                              \
  X(XSD_DATE_TIME, ISN_NS_XSD, "dateTime")                                     \
  X(XSD_DECIMAL, ISN_NS_XSD, "decimal")                                        \
  X(XSD_DURATION, ISN_NS_XSD, "duration")                                      \
  X(XSD_G_YEAR, ISN_NS_XSD, "gYear")                                           \
  X(XSD_G_YEAR_MONTH, ISN_NS_XSD, "gYearMonth")                                \
  X(XSD_INTEGER, ISN_NS_XSD, "integer")                                        \
  X(PROV_ACTIVITY, ISN_NS_PROV, "Activity")                                    \
  X(PROV_STARTED_AT_TIME, ISN_NS_PROV, "startedAtTime")                        \
  X(PROV_USED, ISN_NS_PROV, "used")                                            \
  X(PROV_WAS_DERIVED_FROM, ISN_NS_PROV, "wasDerivedFrom")                      \
  X(PROV_WAS_GENERATED_BY, ISN_NS_PROV, "wasGeneratedBy")                      \
  X(PROV_WAS_QUOTED_FROM, ISN_NS_PROV, "wasQuotedFrom")                        \
  X(DCTERMS_DATE, ISN_NS_DCTERMS, "date")                                      \
  X(DCTERMS_IDENTIFIER, ISN_NS_DCTERMS, "identifier")                          \
  X(RSS_CHANNEL, ISN_NS_RSS, "channel")                                        \
  X(RSS_DESCRIPTION, ISN_NS_RSS, "description")                                \
  X(RSS_ITEM, ISN_NS_RSS, "item")                                              \
  X(RSS_ITEMS, ISN_NS_RSS, "items")                                            \
  X(RSS_LINK, ISN_NS_RSS, "link")                                              \
  X(RSS_TITLE, ISN_NS_RSS, "title")                                            \
  X(DC_DATE, ISN_NS_DC, "date")

#define ISN_NAMES_SCHEMA(X)                                                    \
  X(SCHEMA_CITY, ISN_NS_SCHEMA, "City")                                        \
  X(SCHEMA_COUNTRY, ISN_NS_SCHEMA, "Country")                                  \
  X(SCHEMA_CREATIVE_WORK, ISN_NS_SCHEMA, "CreativeWork")                       \
  X(SCHEMA_EVENT, ISN_NS_SCHEMA, "Event")                                      \
  X(SCHEMA_GOVERNMENT_ORGANIZATION, ISN_NS_SCHEMA, "GovernmentOrganization")   \
  X(SCHEMA_MONETARY_AMOUNT, ISN_NS_SCHEMA, "MonetaryAmount")                   \
  X(SCHEMA_MONETARY_GRANT, ISN_NS_SCHEMA, "MonetaryGrant")                     \
  X(SCHEMA_NEWS_ARTICLE, ISN_NS_SCHEMA, "NewsArticle")                         \
  X(SCHEMA_ORGANIZATION, ISN_NS_SCHEMA, "Organization")                        \
  X(SCHEMA_PERSON, ISN_NS_SCHEMA, "Person")                                    \
  X(SCHEMA_PLACE, ISN_NS_SCHEMA, "Place")                                      \
  X(SCHEMA_PROJECT, ISN_NS_SCHEMA, "Project")                                  \
  X(SCHEMA_QUOTATION, ISN_NS_SCHEMA, "Quotation")                              \
  X(SCHEMA_ABOUT, ISN_NS_SCHEMA, "about")                                      \
  X(SCHEMA_AMOUNT, ISN_NS_SCHEMA, "amount")                                    \
  X(SCHEMA_CONTAINED_IN_PLACE, ISN_NS_SCHEMA, "containedInPlace")              \
  X(SCHEMA_CURRENCY, ISN_NS_SCHEMA, "currency")                                \
  X(SCHEMA_DATE_PUBLISHED, ISN_NS_SCHEMA, "datePublished")                     \
  X(SCHEMA_DURATION, ISN_NS_SCHEMA, "duration")                                \
  X(SCHEMA_END_DATE, ISN_NS_SCHEMA, "endDate")                                 \
  X(SCHEMA_FUNDED_ITEM, ISN_NS_SCHEMA, "fundedItem")                           \
  X(SCHEMA_FUNDER, ISN_NS_SCHEMA, "funder")                                    \
  X(SCHEMA_HEADLINE, ISN_NS_SCHEMA, "headline")                                \
  X(SCHEMA_IN_LANGUAGE, ISN_NS_SCHEMA, "inLanguage")                           \
  X(SCHEMA_JOB_TITLE, ISN_NS_SCHEMA, "jobTitle")                               \
  X(SCHEMA_LOCATION, ISN_NS_SCHEMA, "location")                                \
  X(SCHEMA_MEMBER_OF, ISN_NS_SCHEMA, "memberOf")                               \
  X(SCHEMA_MENTIONS, ISN_NS_SCHEMA, "mentions")                                \
  X(SCHEMA_PARENT_ORGANIZATION, ISN_NS_SCHEMA, "parentOrganization")           \
  X(SCHEMA_START_DATE, ISN_NS_SCHEMA, "startDate")                             \
  X(SCHEMA_TEXT, ISN_NS_SCHEMA, "text")                                        \
  X(SCHEMA_URL, ISN_NS_SCHEMA, "url")                                          \
  X(SCHEMA_VALUE, ISN_NS_SCHEMA, "value")                                      \
  X(SCHEMA_WORKS_FOR, ISN_NS_SCHEMA, "worksFor")

#define ISN_NAMES_OWN(X)                                                       \
  X(ISN_AGREEMENT, ISN_NS_ISN, "Agreement")                                    \
  X(ISN_CLAIM, ISN_NS_ISN, "Claim")                                            \
  X(ISN_EVIDENCE, ISN_NS_ISN, "Evidence")                                      \
  X(ISN_INITIATIVE, ISN_NS_ISN, "Initiative")                                  \
  X(ISN_MEETING, ISN_NS_ISN, "Meeting")                                        \
  X(ISN_OPERATION, ISN_NS_ISN, "Operation")                                    \
  X(ISN_POSITION, ISN_NS_ISN, "Position")                                      \
  X(ISN_REGION, ISN_NS_ISN, "Region")                                          \
  X(ISN_NEGATED, ISN_NS_ISN, "Negated")                                        \
  X(ISN_PLANNED, ISN_NS_ISN, "Planned")                                        \
  X(ISN_POSSIBLE, ISN_NS_ISN, "Possible")                                      \
  X(ISN_ARREST_COUNT, ISN_NS_ISN, "arrestCount")                               \
  X(ISN_ATTENDEE_COUNT, ISN_NS_ISN, "attendeeCount")                           \
  X(ISN_ATTENDS, ISN_NS_ISN, "attends")                                        \
  X(ISN_CLAIM_CONTEXT, ISN_NS_ISN, "claimContext")                             \
  X(ISN_CLAIM_OBJECT, ISN_NS_ISN, "claimObject")                               \
  X(ISN_CLAIM_PROPERTY, ISN_NS_ISN, "claimProperty")                           \
  X(ISN_CLAIM_SUBJECT, ISN_NS_ISN, "claimSubject")                             \
  X(ISN_CLAIM_VALUE, ISN_NS_ISN, "claimValue")                                 \
  X(ISN_CONFIDENCE, ISN_NS_ISN, "confidence")                                  \
  X(ISN_COUNT_IS_MINIMUM, ISN_NS_ISN, "countIsMinimum")                        \
  X(ISN_COUNTRY_COUNT, ISN_NS_ISN, "countryCount")                             \
  X(ISN_EXACT, ISN_NS_ISN, "exact")                                            \
  X(ISN_FUNDS, ISN_NS_ISN, "funds")                                            \
  X(ISN_GAZETTEER_CHECKSUM, ISN_NS_ISN, "gazetteerChecksum")                   \
  X(ISN_GOAL, ISN_NS_ISN, "goal")                                              \
  X(ISN_HOLDER, ISN_NS_ISN, "holder")                                          \
  X(ISN_HOSTS, ISN_NS_ISN, "hosts")                                            \
  X(ISN_LAUNCHES, ISN_NS_ISN, "launches")                                      \
  X(ISN_MEETING_OF, ISN_NS_ISN, "meetingOf")                                   \
  X(ISN_MODALITY, ISN_NS_ISN, "modality")                                      \
  X(ISN_ORDINAL, ISN_NS_ISN, "ordinal")                                        \
  X(ISN_ORGANIZATION, ISN_NS_ISN, "organization")                              \
  X(ISN_ORGANIZES, ISN_NS_ISN, "organizes")                                    \
  X(ISN_PART_OF, ISN_NS_ISN, "partOf")                                         \
  X(ISN_RANK, ISN_NS_ISN, "rank")                                              \
  X(ISN_REPLACES, ISN_NS_ISN, "replaces")                                      \
  X(ISN_RULE, ISN_NS_ISN, "rule")                                              \
  X(ISN_RULES_CHECKSUM, ISN_NS_ISN, "rulesChecksum")                           \
  X(ISN_RUNS, ISN_NS_ISN, "runs")                                              \
  X(ISN_SAID_AT, ISN_NS_ISN, "saidAt")                                         \
  X(ISN_SAYS, ISN_NS_ISN, "says")                                              \
  X(ISN_SEIZED, ISN_NS_ISN, "seized")                                          \
  X(ISN_SIGNS, ISN_NS_ISN, "signs")                                            \
  X(ISN_SOURCE, ISN_NS_ISN, "source")                                          \
  X(ISN_SPEAKS_AT, ISN_NS_ISN, "speaksAt")                                     \
  X(ISN_TITLE, ISN_NS_ISN, "title")                                            \
  X(ISN_VERSION, ISN_NS_ISN, "version")

#define ISN_NAMES(X) ISN_NAMES_W3C(X) ISN_NAMES_SCHEMA(X) ISN_NAMES_OWN(X)

#define ISN_NAME_CONSTANT(constant, space, local) ISN_NAME_##constant,

typedef enum {
  ISN_NAME_NONE,
  ISN_NAMES(ISN_NAME_CONSTANT) ISN_N_NAMES
} IsnName;

/// The whole IRI, constant; empty for ISN_NAME_NONE.
IsnStr
isn_name_iri(IsnName name);

typedef struct {
  const char* prefix;
  const char* iri;
} IsnPrefix;

/// The i-th prefix worth declaring, or NULL.
const IsnPrefix*
isn_name_prefix(unsigned i);

#endif
