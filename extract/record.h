// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file record.h A document as one line of JSON (schemas/record.schema.json).
///
/// A record that came as a line keeps every member this program does not know
/// byte for byte and in place: writing copies the line and replaces or adds
/// only the layers that a stage has made.
#ifndef ISN_RECORD_H
#define ISN_RECORD_H

#include "extract/base/buffer.h"
#include "extract/base/diag.h"
#include "extract/document.h"

/// Layers of a record, as a set.
typedef enum {
  ISN_LAYER_META = 1 << 0,     ///< id, source, url, title, date, lang, text
  ISN_LAYER_TOKENS = 1 << 1,   ///< sentences, tokens
  ISN_LAYER_MENTIONS = 1 << 2, ///< mentions, entities
  ISN_LAYER_FACTS = 1 << 3,    ///< facts (mentions, entities again)
  ISN_LAYER_ERROR = 1 << 4,
} IsnLayer;

/// Fill `doc` from one line, which must outlive it (doc->raw points into it).
///
/// A line that is no JSON object, or whose known members are of the wrong type
/// or out of range, gives ISN_ERR_SYNTAX or ISN_ERR_ENCODING and `message`
/// (in the arena) that says what is wrong and in which column.
IsnStatus
isn_record_parse(IsnDocument* doc, IsnStr line, const char** message);

/// Append the record and its line end, with the layers of `made` from `doc`
/// and all else as it came.
void
isn_record_write(const IsnDocument* doc, unsigned made, IsnBuffer* out);

/// Append `s` as a JSON string with its quotes; non-ASCII stays UTF-8.
void
isn_json_append_string(IsnBuffer* out, IsnStr s);

#endif
