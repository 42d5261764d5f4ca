// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file read.h Files, directories and streams to documents.
#ifndef ISN_READ_READ_H
#define ISN_READ_READ_H

#include "extract/base/diag.h"
#include "extract/document.h"

#include <stdint.h>

typedef enum {
  ISN_INPUT_AUTO, ///< By the file's name, then by its first bytes
  ISN_INPUT_TEXT,
  ISN_INPUT_HTML,
  ISN_INPUT_XML,
  ISN_INPUT_NDJSON, ///< A record a line
  ISN_INPUT_JSON,   ///< An array of records, or records one after the other
} IsnInputFormat;

typedef struct {
  IsnInputFormat format;
  const char* encoding;     ///< NULL: declared, or detected
  const char* record_xpath; ///< XML: which elements are records (--record)
  const char* text_xpath;   ///< XML: their text, relative (--text)
  const char* text_field;   ///< JSON, default "text"
  const char* id_field;     ///< JSON, default "id"
  uint64_t* n_read;         ///< Raised by bytes read of inputs; or NULL
} IsnReadOptions;

typedef struct IsnReader IsnReader;

/// Open `path`: a file, a directory (walked in byte order of names), or "-".
///
/// The reader is freed by isn_reader_close. Errors are reported to `sink`.
IsnStatus
isn_reader_open(IsnReader** reader,
                const char* path,
                const IsnReadOptions* options,
                const IsnSink* sink);

/// The next document, into `doc` (initialised, in an arena of the caller).
///
/// ISN_END after the last. A record that cannot be read comes as a document
/// with its `error` set (and is reported) with ISN_SUCCESS; an error status
/// means that nothing more can come from this input. What doc->raw points to
/// lives until the next call.
IsnStatus
isn_reader_next(IsnReader* reader, IsnDocument* doc);

void
isn_reader_close(IsnReader* reader);

#endif
