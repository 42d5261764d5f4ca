// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file record_parts.h What reading a record's line shares between its files.
#ifndef ISN_RECORD_PARTS_H
#define ISN_RECORD_PARTS_H

#include "extract/document.h"
#include "extract/record.h"

/// The member names of a record, in the order in which they are written.
typedef enum {
  ISN_MEMBER_ID,
  ISN_MEMBER_SOURCE,
  ISN_MEMBER_URL,
  ISN_MEMBER_TITLE,
  ISN_MEMBER_DATE,
  ISN_MEMBER_LANG,
  ISN_MEMBER_TEXT,
  ISN_MEMBER_SENTENCES,
  ISN_MEMBER_TOKENS,
  ISN_MEMBER_MENTIONS,
  ISN_MEMBER_ENTITIES,
  ISN_MEMBER_FACTS,
  ISN_MEMBER_ERROR,
  ISN_N_MEMBERS
} IsnMemberName;

const char*
isn_member_name(IsnMemberName member);

/// ISN_N_MEMBERS if the record knows no such member.
IsnMemberName
isn_member_find(IsnStr name);

/// Ids that a fact names, by the fact's index.
typedef struct {
  IsnStr subject;
  IsnStr object;
  IsnStr context;
} IsnFactIds;

/// Ids as the record names them, until isn_record_link looks them up.
typedef struct {
  IsnStr* mentions; ///< Entity of the mention of this index
  IsnFactIds* facts;
} IsnRecordIds;

/// Look up ids, check that offsets lie in the text and in order, and fill
/// bytes and token indices, in one walk over the text.
///
/// ISN_ERR_SYNTAX with `message` in the document's arena.
IsnStatus
isn_record_link(IsnDocument* doc,
                const IsnRecordIds* ids,
                const char** message);

/// As isn_record_parse, where the line calls its id and text by other names.
///
/// The line is then one of the arena in which the members are renamed; members
/// that had the record's own names get the others' in exchange.
IsnStatus
isn_record_parse_as(IsnDocument* doc,
                    IsnStr line,
                    IsnStr id_name,
                    IsnStr text_name,
                    const char** message);

#endif
