// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file xml_bytes.h Bytes for libxml2's parser, piece by piece.
#ifndef ISN_READ_XML_BYTES_H
#define ISN_READ_XML_BYTES_H

#include "extract/base/str.h"

#include <libxml/xmlreader.h>

/// Nothing is ever fetched.
#define ISN_XML_OPTIONS                                                        \
  (XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_BIG_LINES)

/// How many of `bytes` to hand to the parser, `limit` at most: up to a tag's
/// end, since it runs ahead of the reader by what it is given, and an error
/// would take records before it along.
int
isn_xml_piece_length(IsnStr bytes, int limit);

/// xmlInputReadCallback of bytes in memory: `handle` is an IsnStr of what is
/// left.
int
isn_xml_read_memory(void* handle, char* bytes, int n_bytes);

/// xmlInputCloseCallback of what needs no closing.
int
isn_xml_close_nothing(void* handle);

#endif
