// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file format.h What the reader asks of each format.
#ifndef ISN_READ_FORMAT_H
#define ISN_READ_FORMAT_H

#include "extract/read/read.h"
#include "extract/read/source.h"

/// The largest file or line that is read at once.
#define ISN_MAX_INPUT ((size_t)256 * 1024 * 1024)

/// One open file.
typedef struct {
  const char* path; ///< As it was given: the document's id, or a part of it
  IsnSource source;
  const IsnReadOptions* options;
  const IsnSink* sink;
  bool is_given; ///< Where a file is one document: it has been read
} IsnInput;

/// A format as functions. `open` sets `state`, also to NULL; `next` gives
/// ISN_SUCCESS for each document (also a failed one), then ISN_END.
typedef struct {
  IsnStatus (*open)(void** state, IsnInput* input);
  IsnStatus (*next)(void* state, IsnInput* input, IsnDocument* doc);
  void (*close)(void* state);
} IsnFormat;

extern const IsnFormat isn_format_text;
extern const IsnFormat isn_format_html;
extern const IsnFormat isn_format_xml;
extern const IsnFormat isn_format_ndjson;
extern const IsnFormat isn_format_json;

/// The text of a piece of HTML (a feed's description), by paragraphs.
IsnStatus
isn_html_to_text(IsnArena* arena, IsnStr html, IsnStr* text);

/// Mark `doc` as failed, report it at `line` and `column` (0: unknown), and
/// return ISN_SUCCESS, for the batch goes on; ISN_ERR_NO_MEMORY without memory.
IsnStatus
isn_input_fail(const IsnInput* input,
               IsnDocument* doc,
               IsnStatus status,
               size_t line,
               size_t column,
               const char* format,
               ...) __attribute__((format(printf, 6, 7)));

/// The same for a source that gave `status`.
IsnStatus
isn_input_fail_source(const IsnInput* input,
                      IsnDocument* doc,
                      IsnStatus status,
                      size_t line);

/// All of the input as UTF-8 in the document's arena.
///
/// On failure the document is marked, `text->data` is NULL and the status is
/// that of isn_input_fail.
IsnStatus
isn_input_read_text(IsnInput* input,
                    IsnDocument* doc,
                    bool may_be_cut,
                    const char* (*find_declared)(IsnStr bytes, IsnArena* arena),
                    IsnStr* text);

/// Where a record stands in the input, both from 1.
typedef struct {
  size_t line;
  size_t number; ///< 0 where a line has no more than one record
} IsnRecordPlace;

/// The record that `json` holds; a document that fails is marked and gives
/// ISN_SUCCESS. Empty is an array without an end.
IsnStatus
isn_input_read_record(const IsnInput* input,
                      IsnDocument* doc,
                      IsnStr json,
                      IsnRecordPlace place);

/// The document's id (copied) and origin.
IsnStatus
isn_input_name(const IsnInput* input, IsnDocument* doc, IsnStr id);

/// "PATH:LINE" or "PATH#NUMBER", or an empty string without memory.
IsnStr
isn_input_record_id(const IsnInput* input,
                    IsnDocument* doc,
                    IsnRecordPlace place);

#endif
