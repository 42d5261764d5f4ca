// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "graph/digest.h"

#define C1 0x87C37B91114253D5u
#define C2 0x4CF5AD432745937Fu

static uint64_t
rotate(const uint64_t x, const unsigned n_bits)
{
  return (x << n_bits) | (x >> (64 - n_bits));
}

static uint64_t
finish(uint64_t k)
{
  k = (k ^ (k >> 33)) * 0xFF51AFD7ED558CCDu;
  k = (k ^ (k >> 33)) * 0xC4CEB9FE1A85EC53u;
  return k ^ (k >> 33);
}

/// Up to 8 bytes, least first.
static uint64_t
load(const unsigned char* const bytes, const size_t n_bytes)
{
  uint64_t word = 0;
  for (size_t i = 0; i < n_bytes; ++i) {
    word |= (uint64_t)bytes[i] << (8 * i);
  }
  return word;
}

IsnDigest
isn_digest(const IsnStr s)
{
  const unsigned char* const bytes = (const unsigned char*)s.data;
  uint64_t h1 = 0;
  uint64_t h2 = 0;
  size_t i = 0;
  for (; i + 16 <= s.n_bytes; i += 16) {
    h1 ^= rotate(load(bytes + i, 8) * C1, 31) * C2;
    h1 = (rotate(h1, 27) + h2) * 5 + 0x52DCE729u;
    h2 ^= rotate(load(bytes + i + 8, 8) * C2, 33) * C1;
    h2 = (rotate(h2, 31) + h1) * 5 + 0x38495AB5u;
  }
  const size_t rest = s.n_bytes - i;
  if (rest > 8) {
    h2 ^= rotate(load(bytes + i + 8, rest - 8) * C2, 33) * C1;
  }
  if (rest) {
    h1 ^= rotate(load(bytes + i, rest > 8 ? 8 : rest) * C1, 31) * C2;
  }
  h1 ^= s.n_bytes;
  h2 ^= s.n_bytes;
  h1 += h2;
  h2 += h1;
  h1 = finish(h1);
  h2 = finish(h2);
  h1 += h2;
  h2 += h1;
  return (IsnDigest){ h1, h2 };
}

static void
append_word(IsnBuffer* const out, const uint64_t word)
{
  static const char hex[] = "0123456789abcdef";
  char digits[16];
  for (unsigned i = 0; i < 16; ++i) {
    digits[i] = hex[(word >> (60 - 4 * i)) & 0xFu];
  }
  isn_buffer_append(out, (IsnStr){ digits, sizeof(digits) });
}

void
isn_digest_append(IsnBuffer* const out, const IsnDigest digest)
{
  append_word(out, digest.high);
  append_word(out, digest.low);
}
