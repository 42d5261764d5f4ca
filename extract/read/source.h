// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file source.h The bytes of one file or of standard input.
#ifndef ISN_READ_SOURCE_H
#define ISN_READ_SOURCE_H

#include "extract/base/buffer.h"
#include "extract/base/status.h"
#include "extract/read/encoding.h"

#include <stdint.h>

/// Bytes read but not yet taken are `buffer` from `n_taken` on.
typedef struct {
  int fd;
  IsnDecoder* decoder; ///< Owned; NULL: bytes come as they are
  IsnBuffer buffer;
  size_t n_taken;
  size_t n_searched; ///< Bytes of the buffer known to hold no line end
  bool is_at_end;    ///< Of the file
  int error;         ///< errno of a read that failed, else 0
  uint64_t* n_read;  ///< Raised by the bytes read; NULL: nobody asks
} IsnSource;

/// Open `path`, or standard input for "-". ISN_ERR_INPUT with errno set.
IsnStatus
isn_source_open(IsnSource* source, const char* path);

void
isn_source_close(IsnSource* source);

/// From here on, bytes not yet taken are decoded by `decoder`.
IsnStatus
isn_source_decode(IsnSource* source, IsnDecoder* decoder);

/// The next bytes without taking them: `n_bytes`, or fewer at the end.
IsnStr
isn_source_peek(IsnSource* source, size_t n_bytes);

/// Take at most `n_bytes` to `bytes`; 0 at the end, -1 after an error.
int
isn_source_take(IsnSource* source, char* bytes, int n_bytes);

/// Take all that is left. The bytes live until the next call.
///
/// ISN_ERR_INPUT (see `error`), ISN_ERR_ENCODING, ISN_ERR_LIMIT if there are
/// more than `limit`, or ISN_ERR_NO_MEMORY.
IsnStatus
isn_source_take_all(IsnSource* source, size_t limit, IsnStr* bytes);

/// Take a line, without its "\n" or "\r\n". It lives until the next call.
///
/// ISN_END after the last. ISN_ERR_LIMIT for a line longer than `limit`,
/// which is taken and forgotten, so that the next call gives the next line;
/// other errors as in isn_source_take_all.
IsnStatus
isn_source_take_line(IsnSource* source, size_t limit, IsnStr* line);

#endif
