// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file cursor.h A walk through the notation of patterns.
#ifndef ISN_RULES_CURSOR_H
#define ISN_RULES_CURSOR_H

#include "extract/base/str.h"

/// Where it stands.
typedef struct {
  IsnStr text;
  size_t at;
} IsnCursor;

static inline char
isn_cursor_peek(const IsnCursor* const p)
{
  return p->at < p->text.n_bytes ? p->text.data[p->at] : 0;
}

static inline bool
isn_cursor_looks_at(const IsnCursor* const p, const char* const s)
{
  return isn_str_starts(isn_str_slice(p->text, p->at, p->text.n_bytes),
                        isn_str(s));
}

static inline bool
isn_is_blank(const char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static inline IsnStr
isn_pattern_trim(IsnStr s)
{
  while (s.n_bytes && isn_is_blank(s.data[0])) {
    s = isn_str_slice(s, 1, s.n_bytes);
  }
  while (s.n_bytes && isn_is_blank(s.data[s.n_bytes - 1])) {
    --s.n_bytes;
  }
  return s;
}

#endif
