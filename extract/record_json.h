// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file record_json.h One JSON text as a series of events, with their places.
#ifndef ISN_RECORD_JSON_H
#define ISN_RECORD_JSON_H

#include "extract/base/arena.h"
#include "extract/base/status.h"
#include "extract/base/str.h"

typedef enum {
  ISN_JSON_NULL,
  ISN_JSON_BOOLEAN, ///< Value "true" or "false"
  ISN_JSON_NUMBER,  ///< Value as it is written
  ISN_JSON_STRING,
  ISN_JSON_OBJECT,
  ISN_JSON_ARRAY,
  ISN_JSON_END, ///< Of an object or array
  ISN_JSON_KEY,
} IsnJsonKind;

typedef struct {
  IsnJsonKind kind;
  IsnStr value;    ///< Unescaped; of strings, keys, numbers and booleans
  bool is_scratch; ///< `value` had escapes and lives until the next event only
  size_t end;      ///< Byte of the text behind the token
} IsnJsonEvent;

/// Returns false to stop the parser.
typedef bool (*IsnJsonFunc)(void* handle, const IsnJsonEvent* event);

/// What is wrong with a JSON text, and at which byte.
typedef struct {
  const char* message; ///< In the arena
  size_t at;
} IsnJsonError;

/// Parse `json`, which is one value with nothing behind it but blanks.
///
/// `json` is valid UTF-8, or the caller knows that it is not. ISN_SUCCESS also
/// where `func` stopped; ISN_ERR_SYNTAX with `error` filled.
IsnStatus
isn_json_parse(IsnStr json,
               IsnJsonFunc func,
               void* handle,
               IsnArena* arena,
               IsnJsonError* error);

/// Byte of `json` where the token of a string, key, … event begins.
size_t
isn_json_begin(IsnStr json, const IsnJsonEvent* event);

/// Bytes of the string, quotes included, with which `json` begins.
size_t
isn_json_string_length(IsnStr json);

/// Byte of an escape that is half a surrogate pair; n_bytes if there is none.
size_t
isn_json_find_half_pair(IsnStr json);

/// "a number", "an object", …: for messages.
const char*
isn_json_kind_name(IsnJsonKind kind);

#endif
