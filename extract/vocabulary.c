// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/vocabulary.h"

enum {
  PERSON = 1 << ISN_TYPE_PERSON,
  ORGANIZATION = 1 << ISN_TYPE_ORGANIZATION,
  PLACE = 1 << ISN_TYPE_PLACE,
  MEETING = 1 << ISN_TYPE_MEETING,
  OPERATION = 1 << ISN_TYPE_OPERATION,
  INITIATIVE = 1 << ISN_TYPE_INITIATIVE,
  AGREEMENT = 1 << ISN_TYPE_AGREEMENT,
  EVENT = MEETING | OPERATION,
  BODY = ORGANIZATION | PLACE,
  AGENT = PERSON | BODY,
};

static const char* const type_names[ISN_N_TYPES] = {
  "",        "Person",    "Organization", "Place",
  "Meeting", "Operation", "Initiative",   "Agreement",
};

static const IsnPropertyInfo properties[ISN_N_PROPERTIES] = {
  [ISN_PROP_NONE] = { "", 0, 0, ISN_VALUE_ENTITY },
  [ISN_PROP_FUNDS] = { "funds",
                       BODY,
                       INITIATIVE | EVENT | ORGANIZATION,
                       ISN_VALUE_ENTITY },
  [ISN_PROP_SPEAKS_AT] = { "speaksAt", PERSON, EVENT, ISN_VALUE_ENTITY },
  [ISN_PROP_ORGANIZES] = { "organizes", BODY, EVENT, ISN_VALUE_ENTITY },
  [ISN_PROP_HOSTS] = { "hosts", BODY, EVENT, ISN_VALUE_ENTITY },
  [ISN_PROP_ATTENDS] = { "attends", AGENT, EVENT, ISN_VALUE_ENTITY },
  [ISN_PROP_RUNS] = { "runs",
                      ORGANIZATION,
                      INITIATIVE | OPERATION,
                      ISN_VALUE_ENTITY },
  [ISN_PROP_LAUNCHES] = { "launches",
                          PERSON | ORGANIZATION,
                          INITIATIVE | OPERATION | ORGANIZATION,
                          ISN_VALUE_ENTITY },
  [ISN_PROP_SIGNS] = { "signs", AGENT, AGREEMENT, ISN_VALUE_ENTITY },
  [ISN_PROP_MEETING_OF] = { "meetingOf",
                            MEETING,
                            ORGANIZATION,
                            ISN_VALUE_ENTITY },
  [ISN_PROP_PART_OF] = { "partOf",
                         EVENT | INITIATIVE,
                         EVENT | INITIATIVE,
                         ISN_VALUE_ENTITY },
  [ISN_PROP_HELD_IN] = { "heldIn",
                         EVENT | ORGANIZATION,
                         PLACE,
                         ISN_VALUE_ENTITY },
  [ISN_PROP_START_DATE] = { "startDate",
                            EVENT | INITIATIVE,
                            0,
                            ISN_VALUE_DATE },
  [ISN_PROP_END_DATE] = { "endDate", EVENT | INITIATIVE, 0, ISN_VALUE_DATE },
  [ISN_PROP_DURATION] = { "duration",
                          EVENT | INITIATIVE,
                          0,
                          ISN_VALUE_DURATION },
  [ISN_PROP_ORDINAL] = { "ordinal", EVENT, 0, ISN_VALUE_INTEGER },
  [ISN_PROP_ATTENDEE_COUNT] = { "attendeeCount", EVENT, 0, ISN_VALUE_INTEGER },
  [ISN_PROP_COUNTRY_COUNT] = { "countryCount", EVENT, 0, ISN_VALUE_INTEGER },
  [ISN_PROP_ARREST_COUNT] = { "arrestCount", OPERATION, 0, ISN_VALUE_INTEGER },
  [ISN_PROP_GOAL] = { "goal", EVENT | INITIATIVE, 0, ISN_VALUE_TEXT },
  [ISN_PROP_IN_COUNTRY] = { "inCountry", PLACE, PLACE, ISN_VALUE_ENTITY },
  [ISN_PROP_UNIT_OF] = { "unitOf", ORGANIZATION, BODY, ISN_VALUE_ENTITY },
  [ISN_PROP_MEMBER_OF] = { "memberOf", BODY, ORGANIZATION, ISN_VALUE_ENTITY },
  [ISN_PROP_POSITION] = { "position", PERSON, 0, ISN_VALUE_TEXT },
  [ISN_PROP_RANK] = { "rank", PERSON, 0, ISN_VALUE_TEXT },
  [ISN_PROP_WORKS_FOR] = { "worksFor", PERSON, BODY, ISN_VALUE_ENTITY },
  [ISN_PROP_QUOTE] = { "quote", PERSON | ORGANIZATION, 0, ISN_VALUE_TEXT },
  [ISN_PROP_GRANT] = { "grant", BODY, 0, ISN_VALUE_MONEY },
  [ISN_PROP_SEIZED] = { "seized", OPERATION, 0, ISN_VALUE_TEXT },
  [ISN_PROP_REPLACES] = { "replaces", PERSON, PERSON, ISN_VALUE_ENTITY },
  [ISN_PROP_ABOUT] = { "about", 0, 0, ISN_VALUE_CONCEPT },
};

const char*
isn_type_name(const IsnType type)
{
  return (size_t)type < ISN_N_TYPES ? type_names[type] : "";
}

IsnType
isn_type_find(const IsnStr name)
{
  for (int i = ISN_TYPE_NONE + 1; i < ISN_N_TYPES; ++i) {
    if (isn_str_is(name, type_names[i])) {
      return (IsnType)i;
    }
  }
  return ISN_TYPE_NONE;
}

const IsnPropertyInfo*
isn_property_info(const IsnProperty property)
{
  return &properties[(size_t)property < ISN_N_PROPERTIES ? property
                                                         : ISN_PROP_NONE];
}

IsnProperty
isn_property_find(const IsnStr name)
{
  for (int i = ISN_PROP_NONE + 1; i < ISN_N_PROPERTIES; ++i) {
    if (isn_str_is(name, properties[i].name)) {
      return (IsnProperty)i;
    }
  }
  return ISN_PROP_NONE;
}
