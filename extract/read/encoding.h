// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file encoding.h Bytes in the encodings of Arabic to UTF-8 (ICU).
#ifndef ISN_READ_ENCODING_H
#define ISN_READ_ENCODING_H

#include "extract/base/buffer.h"
#include "extract/base/status.h"

/// Turns the bytes of one encoding into UTF-8, piece by piece.
typedef struct IsnDecoder IsnDecoder;

/// For an encoding's name as ICU knows it ("windows-1256", "UTF-16LE", …).
///
/// ISN_ERR_USAGE if there is no such encoding.
IsnStatus
isn_decoder_new(IsnDecoder** decoder, const char* encoding);

void
isn_decoder_free(IsnDecoder* decoder);

/// Append the UTF-8 of `bytes`, without a byte order mark at the beginning.
///
/// ISN_ERR_ENCODING at bytes that are no character, or half of one where
/// `is_last`.
IsnStatus
isn_decoder_push(IsnDecoder* decoder,
                 IsnStr bytes,
                 bool is_last,
                 IsnBuffer* out);

/// How bytes become text.
typedef struct {
  const char* encoding; ///< Asked for: no other is tried; NULL: none
  const char* declared; ///< By the document itself; NULL: not
  bool may_be_cut;      ///< A character cut at the end is left out
} IsnEncodingHints;

/// What the bytes turned out to be.
typedef struct {
  IsnStr text;       ///< UTF-8; of `bytes` themselves or of `buffer`
  const char* name;  ///< The encoding; "UTF-8" where none was needed
  size_t line;       ///< Of what is no UTF-8
  size_t column;     ///< The same, in characters
  const char* words; ///< What is wrong, constant
} IsnDecoded;

/// Find the encoding and make text; `buffer` takes it where it must change.
///
/// In this order: the encoding asked for, a byte order mark, UTF-8 if the
/// bytes are, UTF-16 if the bytes look it, the declared one, a detected one.
/// ISN_ERR_ENCODING if nothing fits, or for text with U+0000 (a binary).
IsnStatus
isn_encoding_decode(IsnStr bytes,
                    const IsnEncodingHints* hints,
                    IsnBuffer* buffer,
                    IsnDecoded* decoded);

/// The Unicode encoding that a byte order mark states, or NULL.
const char*
isn_encoding_of_mark(IsnStr bytes);

/// "UTF-16LE" or "UTF-16BE" if bytes without a mark look like it, or NULL.
const char*
isn_encoding_guess_utf16(IsnStr bytes);

#endif
