// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file digest.h 128 bits that stand for a run of bytes in an IRI.
///
/// MurmurHash3_x64_128 by Austin Appleby (public domain), read and written
/// least byte first, so that the same bytes give the same IRI on any machine.
/// Not for secrets: it keeps different names apart, it proves nothing.
#ifndef ISN_GRAPH_DIGEST_H
#define ISN_GRAPH_DIGEST_H

#include "extract/base/buffer.h"

typedef struct {
  uint64_t high;
  uint64_t low;
} IsnDigest;

IsnDigest
isn_digest(IsnStr s);

/// 32 hexadecimal digits, lower case.
void
isn_digest_append(IsnBuffer* out, IsnDigest digest);

#endif
