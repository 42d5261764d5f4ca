// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/asked.h"

#include "extract/base/utf8.h"
#include "extract/gazetteer/source.h"
#include "extract/rules/cursor.h"
#include "extract/rules/vocabulary.h"

static bool
is_arabic(const IsnStr s)
{
  for (size_t at = 0; at < s.n_bytes;) {
    const uint32_t c = isn_utf8_next(s.data, &at);
    if (c < 0x0621 || c > 0x064A) {
      return false;
    }
  }
  return true;
}

uint32_t
isn_asked_literals(IsnOutliner* const m,
                   const IsnLiterals* const l,
                   const bool ends)
{
  IsnTestDraft* const draft = isn_test_draft(m->arena);
  if (!draft) {
    return ISN_POOL_NONE;
  }
  for (size_t i = 0; i < l->n; ++i) {
    const IsnStr s = l->list[i];
    const bool is_word = ends && is_arabic(s);
    // One letter may be a proclitic whose tatweel the pattern has elsewhere
    if (s.n_bytes < 1 || (!is_word && s.n_bytes <= 2 && is_arabic(s))) {
      return ISN_POOL_NONE;
    }
    isn_test_add_word(
      m->tests, draft, is_word ? ISN_ATOM_WORD : ISN_ATOM_PREFIX, s);
  }
  return isn_test_put(m->tests, draft);
}

/// Bits of "feature.!feature".
static void
read_features(IsnStr features, IsnAtom* const atom)
{
  IsnStr part = { NULL, 0 };
  while (isn_gazetteer_member(&features, '.', &part)) {
    const bool is_negated = part.n_bytes && part.data[0] == '!';
    const int bit = isn_features_find(
      is_negated ? isn_str_slice(part, 1, part.n_bytes) : part);
    if (bit >= 0) {
      uint16_t* const set = is_negated ? &atom->never : &atom->must;
      *set = (uint16_t)(*set | 1u << bit);
    }
  }
}

/// Add what «{a|b.feature}» lets pass.
static void
add_reference(const IsnOutliner* const m,
              IsnTestDraft* const draft,
              IsnStr names)
{
  IsnStr name = { NULL, 0 };
  while (isn_gazetteer_member(&names, '|', &name)) {
    const char* const dot = memchr(name.data, '.', name.n_bytes);
    const size_t n = dot ? (size_t)(dot - name.data) : name.n_bytes;
    const IsnStr bare = isn_str_slice(name, 0, n);
    IsnAtom atom = { .kind = ISN_ATOM_SYMBOL };
    if (dot) {
      read_features(isn_str_slice(name, n + 1, name.n_bytes), &atom);
    }
    const uint32_t symbols = isn_symbols_find(bare);
    for (uint16_t i = 0; i < ISN_N_SYMBOLS; ++i) {
      if (symbols >> i & 1u) {
        atom.number = i;
        isn_test_add(m->tests, draft, atom);
      }
    }
    if (!symbols) {
      const uint32_t number = isn_pattern_class(m->scope, bare);
      atom.kind = ISN_ATOM_CLASS;
      atom.number = (uint16_t)number;
      draft->is_full = draft->is_full || number == ISN_NO_CLASS;
      isn_test_add(m->tests, draft, atom);
    }
  }
}

uint32_t
isn_asked_reference(IsnOutliner* const m, const IsnStr names)
{
  IsnTestDraft* const draft = isn_test_draft(m->arena);
  if (!draft) {
    return ISN_POOL_NONE;
  }
  add_reference(m, draft, names);
  return isn_test_put(m->tests, draft);
}

const IsnDefine*
isn_asked_define(const IsnOutliner* const m, const IsnStr name)
{
  for (size_t i = m->scope->n_defines; i > 0; --i) {
    if (isn_str_equal(m->scope->defines[i - 1].name, name)) {
      return &m->scope->defines[i - 1];
    }
  }
  return NULL;
}

/// «{class}», «{Person.def}», «{define}»: what a unit is exactly if it passes
/// the test.
static void
forbid_reference(IsnOutliner* const m, IsnTestDraft* const draft, IsnStr names)
{
  const char* const colon = memchr(names.data, ':', names.n_bytes);
  names.n_bytes = colon ? (size_t)(colon - names.data) : names.n_bytes;
  const IsnDefine* const define = isn_asked_define(m, names);
  if (define) {
    isn_asked_forbid(m, draft, define->pattern);
  } else if (!isn_str_is(names, "any")) {
    add_reference(m, draft, names);
  }
}

/// «(?:كذا|كذلك)(?![ء-ي])»: whole words.
static void
forbid_words(IsnOutliner* const m, IsnTestDraft* const draft, const IsnStr text)
{
  static const char end[] = "(?![ء-ي])";
  IsnLiterals* const literals = isn_arena_take(m->arena, sizeof(*literals));
  size_t at = 0;
  if (!literals || !isn_literals_read(literals, text, &at, m->arena) ||
      !isn_str_is(isn_str_slice(text, at, text.n_bytes), end)) {
    return;
  }
  for (size_t i = 0; i < literals->n; ++i) {
    if (literals->list[i].n_bytes && is_arabic(literals->list[i])) {
      isn_test_add_word(m->tests, draft, ISN_ATOM_WORD, literals->list[i]);
    }
  }
}

void
isn_asked_forbid(IsnOutliner* const m,
                 IsnTestDraft* const draft,
                 const IsnStr text)
{
  if (m->depth == ISN_OUTLINE_DEPTH) {
    return;
  }
  ++m->depth;
  for (size_t begin = 0; begin < text.n_bytes;) {
    size_t end = begin;
    while (end < text.n_bytes && text.data[end] != '|') {
      end = isn_pattern_skip(text, end);
    }
    const IsnStr part = isn_pattern_trim(isn_str_slice(text, begin, end));
    const bool is_one =
      part.n_bytes && isn_pattern_skip(part, 0) == part.n_bytes;
    if (is_one && part.data[0] == '{') {
      forbid_reference(m, draft, isn_str_slice(part, 1, part.n_bytes - 1));
    } else if (is_one && isn_str_starts(part, ISN_STR("(?:"))) {
      isn_asked_forbid(m, draft, isn_str_slice(part, 3, part.n_bytes - 1));
    } else {
      forbid_words(m, draft, part);
    }
    begin = end + 1;
  }
  --m->depth;
}
