// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file vocabulary.h The entity types and fact properties there are.
///
/// Names are those of the labelled data; what they are in the graph is
/// graph/'s matter.
#ifndef ISN_VOCABULARY_H
#define ISN_VOCABULARY_H

#include "extract/base/str.h"

typedef enum {
  ISN_TYPE_NONE,
  ISN_TYPE_PERSON,
  ISN_TYPE_ORGANIZATION,
  ISN_TYPE_PLACE,
  ISN_TYPE_MEETING,
  ISN_TYPE_OPERATION,
  ISN_TYPE_INITIATIVE,
  ISN_TYPE_AGREEMENT,
  ISN_N_TYPES
} IsnType;

/// A set of types, bit 1 << type.
typedef uint32_t IsnTypeSet;

#define ISN_TYPES(type) ((IsnTypeSet)1 << (type))

/// What stands on the object side of a property.
typedef enum {
  ISN_VALUE_ENTITY,
  ISN_VALUE_TEXT,     ///< Arabic words as they stand in the text
  ISN_VALUE_DATE,     ///< YYYY-MM-DD, YYYY-MM or YYYY
  ISN_VALUE_INTEGER,  ///< Decimal digits
  ISN_VALUE_DURATION, ///< ISO 8601, such as P3D
  ISN_VALUE_MONEY,    ///< "VALUE CODE": decimal number, ISO 4217 currency
  ISN_VALUE_CONCEPT,  ///< Name of a subject in the SKOS scheme
} IsnValueKind;

typedef enum {
  ISN_PROP_NONE,
  ISN_PROP_FUNDS,
  ISN_PROP_SPEAKS_AT,
  ISN_PROP_ORGANIZES,
  ISN_PROP_HOSTS,
  ISN_PROP_ATTENDS,
  ISN_PROP_RUNS,
  ISN_PROP_LAUNCHES,
  ISN_PROP_SIGNS,
  ISN_PROP_MEETING_OF,
  ISN_PROP_PART_OF,
  ISN_PROP_HELD_IN,
  ISN_PROP_START_DATE,
  ISN_PROP_END_DATE,
  ISN_PROP_DURATION,
  ISN_PROP_ORDINAL,
  ISN_PROP_ATTENDEE_COUNT,
  ISN_PROP_COUNTRY_COUNT,
  ISN_PROP_ARREST_COUNT,
  ISN_PROP_GOAL,
  ISN_PROP_IN_COUNTRY,
  ISN_PROP_UNIT_OF,
  ISN_PROP_MEMBER_OF,
  ISN_PROP_POSITION, ///< context: the organization of the post
  ISN_PROP_RANK,
  ISN_PROP_WORKS_FOR,
  ISN_PROP_QUOTE, ///< context: the event it was said at
  ISN_PROP_GRANT, ///< context: what is funded
  ISN_PROP_SEIZED,
  ISN_PROP_REPLACES,
  ISN_PROP_ABOUT, ///< subject: the document itself
  ISN_N_PROPERTIES
} IsnProperty;

typedef struct {
  const char* name;    ///< As in records and rule files
  IsnTypeSet subjects; ///< Types that may stand as subject; 0: the document
  IsnTypeSet objects;  ///< Types that may stand as object, 0 for literals
  IsnValueKind value;
} IsnPropertyInfo;

/// "Person", …; "" for ISN_TYPE_NONE.
const char*
isn_type_name(IsnType type);

/// ISN_TYPE_NONE if there is no such type.
IsnType
isn_type_find(IsnStr name);

const IsnPropertyInfo*
isn_property_info(IsnProperty property);

/// ISN_PROP_NONE if there is no such property.
IsnProperty
isn_property_find(IsnStr name);

#endif
