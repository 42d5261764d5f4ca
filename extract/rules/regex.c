// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/regex.h"

// Arabic letters and the marks of annotated sentences are one unit each, which
// matches a third faster than UTF-8
#define PCRE2_CODE_UNIT_WIDTH 16
#include <pcre2.h>

#include <stdio.h>
#include <stdlib.h>

// A sentence has some hundred words; a pattern that needs more than this on
// one (a quarter of a millisecond) is not a pattern for a batch of millions of
// documents. No shipped rule needed 20,000 anywhere in 10 MB of news
#define MATCH_LIMIT 50000u
#define DEPTH_LIMIT 5000u
#define HEAP_LIMIT_KIB 16384u
#define MAX_GROUPS 64u
#define JIT_STACK_MIN ((size_t)32 * 1024)
#define JIT_STACK_MAX ((size_t)1024 * 1024)

// Making machine code takes as long as some dozens of matches without it, and
// fills memory: so it is made of patterns that are used often, as long as there
// is room. The patterns that news uses most come first, so that later ones do
// well without
#define USES_BEFORE_JIT 60u
#define MAX_JIT_BYTES ((size_t)10 << 20)

// Rich text needs nearly every pattern once, but few in one document: of those
// that have no machine code, the ones read first are let go again, and read
// anew where they are needed, which takes some microseconds
#define MAX_READ_BYTES ((size_t)5 << 20)

struct IsnRegex {
  pcre2_code* code; // NULL: still to be read from `bytes`
  IsnStr bytes;
  uint32_t n_groups;
  uint32_t n_uses; // up to USES_BEFORE_JIT
  bool has_jit;
  bool is_recent; // used since it was last asked for what is not
  const char* names[MAX_GROUPS];
  char* name_bytes; // of all names
};

struct IsnMatcher {
  const IsnWide* subject;
  pcre2_match_data* data;
  pcre2_match_context* context;
  pcre2_jit_stack* stack;
  uint32_t n_set;     // groups set by the last match
  size_t n_jit_bytes; // machine code made
  IsnRegex** read;    // patterns that it has read, in that order
  size_t n_read;
  size_t read_capacity;
  size_t n_read_bytes; // of those
};

/// The names of groups, which are ASCII.
static bool
read_names(IsnRegex* const regex)
{
  uint32_t n = 0;
  uint32_t size = 0;
  PCRE2_SPTR table = NULL;
  pcre2_pattern_info(regex->code, PCRE2_INFO_NAMECOUNT, &n);
  pcre2_pattern_info(regex->code, PCRE2_INFO_NAMEENTRYSIZE, &size);
  pcre2_pattern_info(regex->code, PCRE2_INFO_NAMETABLE, &table);
  regex->name_bytes = malloc((size_t)n * size + 1);
  if (!regex->name_bytes) {
    return false;
  }
  for (uint32_t i = 0; i < n; ++i) {
    const PCRE2_SPTR entry = table + (size_t)i * size; // the number, the name
    char* const name = regex->name_bytes + (size_t)i * size;
    for (uint32_t k = 1; k < size; ++k) {
      name[k - 1] = (char)entry[k];
    }
    if (entry[0] < MAX_GROUPS) {
      regex->names[entry[0]] = name;
    }
  }
  return true;
}

/// PCRE2's words for an error, which are ASCII.
static void
get_message(const int code, char* const out, const size_t size)
{
  PCRE2_UCHAR text[256] = { 0 };
  size_t n = 0;
  pcre2_get_error_message(code, text, sizeof(text) / sizeof(text[0]));
  for (; n + 1 < size && text[n]; ++n) {
    out[n] = (char)text[n];
  }
  out[n] = 0;
}

static IsnStatus
compile(IsnRegex** const regex,
        const IsnStr pattern,
        const uint32_t options,
        IsnArena* const arena,
        const char** const message,
        size_t* const offset)
{
  IsnRegex* const r = calloc(1, sizeof(*r));
  if (!r) {
    return ISN_ERR_NO_MEMORY;
  }
  static const uint16_t none = 0;
  int code = 0;
  PCRE2_SIZE at = 0;
  IsnWide wide = { 0 };
  isn_wide_append(&wide, pattern);
  if (!wide.failed) {
    r->code = pcre2_compile(wide.units ? wide.units : &none,
                            wide.n,
                            PCRE2_DUPNAMES | PCRE2_NEVER_BACKSLASH_C | options,
                            &code,
                            &at,
                            NULL);
    at = isn_wide_byte_of(pattern, at);
  }
  isn_wide_clear(&wide);
  uint32_t n_captures = 0;
  if (r->code) {
    pcre2_pattern_info(r->code, PCRE2_INFO_CAPTURECOUNT, &n_captures);
  }
  r->n_groups = n_captures + 1;
  if (!r->code || r->n_groups > MAX_GROUPS) {
    char text[256] = "too many groups";
    if (!r->code) {
      get_message(code, text, sizeof(text));
    }
    *message = isn_arena_copy(arena, isn_str(text)).data;
    *offset = at;
    isn_regex_free(r);
    return code == PCRE2_ERROR_PATTERN_TOO_LARGE ? ISN_ERR_LIMIT
                                                 : ISN_ERR_RULES;
  }
  if (!read_names(r)) {
    isn_regex_free(r);
    return ISN_ERR_NO_MEMORY;
  }
  *regex = r;
  return ISN_SUCCESS;
}

IsnStatus
isn_regex_new(IsnRegex** const regex,
              const IsnStr pattern,
              IsnArena* const arena,
              const char** const message,
              size_t* const offset)
{
  return compile(regex, pattern, 0, arena, message, offset);
}

IsnStatus
isn_regex_new_anchored(IsnRegex** const regex,
                       const IsnStr pattern,
                       IsnArena* const arena,
                       const char** const message,
                       size_t* const offset)
{
  return compile(regex, pattern, PCRE2_ANCHORED, arena, message, offset);
}

IsnStatus
isn_regex_write(const IsnRegex* const regex, IsnBuffer* const out)
{
  const pcre2_code* const code = regex->code;
  uint8_t* bytes = NULL;
  PCRE2_SIZE n_bytes = 0;
  if (!code ||
      pcre2_serialize_encode(
        (const pcre2_code**)(uintptr_t)&code, 1, &bytes, &n_bytes, NULL) != 1) {
    return ISN_ERR_FOREIGN;
  }
  isn_buffer_append(out, (IsnStr){ (const char*)bytes, n_bytes });
  pcre2_serialize_free(bytes);
  return out->failed ? ISN_ERR_NO_MEMORY : ISN_SUCCESS;
}

IsnRegex*
isn_regex_stored(const IsnStr bytes, const uint32_t n_groups)
{
  IsnRegex* const r = calloc(1, sizeof(*r));
  if (r) {
    r->bytes = bytes;
    r->n_groups = n_groups;
  }
  return r;
}

void
isn_regex_version(char* const out, const size_t size)
{
  PCRE2_UCHAR version[64] = { 0 };
  size_t n = 0;
  if (pcre2_config(PCRE2_CONFIG_VERSION, NULL) <= 64) {
    pcre2_config(PCRE2_CONFIG_VERSION, version);
  }
  for (; n + 1 < size && version[n]; ++n) {
    out[n] = (char)version[n];
  }
  out[n] = 0;
}

/// The code, read if need be; false if it cannot be.
static bool
prepare(IsnRegex* const regex)
{
  if (!regex->code) {
    if (pcre2_serialize_decode(
          &regex->code, 1, (const uint8_t*)regex->bytes.data, NULL) != 1) {
      return false;
    }
    return regex->name_bytes || read_names(regex);
  }
  return true;
}

/// Let go of what was read and not used since this was last done, the longest
/// read first, down to `enough` bytes; patterns with machine code, which are
/// used again and again, are kept for good.
static void
let_go(IsnMatcher* const matcher, const size_t enough)
{
  size_t n_kept = 0;
  for (size_t i = 0; i < matcher->n_read; ++i) {
    IsnRegex* const regex = matcher->read[i];
    const bool is_idle = !regex->is_recent && matcher->n_read_bytes > enough;
    regex->is_recent = false;
    if (!is_idle && !regex->has_jit) {
      matcher->read[n_kept++] = regex;
      continue;
    }
    matcher->n_read_bytes -= regex->bytes.n_bytes;
    if (!regex->has_jit) {
      pcre2_code_free(regex->code);
      regex->code = NULL;
    }
  }
  matcher->n_read = n_kept;
}

/// The same, with the pattern put on the list of what was read; it is good all
/// the same if there is no memory for that.
static bool
prepare_for(IsnMatcher* const matcher, IsnRegex* const regex)
{
  if (regex->code) {
    return true;
  }
  if (matcher->n_read_bytes > MAX_READ_BYTES) {
    let_go(matcher, MAX_READ_BYTES / 2);
    if (matcher->n_read_bytes > MAX_READ_BYTES) {
      let_go(matcher, MAX_READ_BYTES / 2); // all have been used since
    }
  }
  if (!prepare(regex)) {
    return false;
  }
  if (matcher->n_read == matcher->read_capacity) {
    const size_t larger = matcher->n_read ? 2 * matcher->n_read : 64;
    IsnRegex** const read =
      realloc(matcher->read, larger * sizeof(*matcher->read));
    if (!read) {
      return true;
    }
    matcher->read = read;
    matcher->read_capacity = larger;
  }
  matcher->read[matcher->n_read++] = regex;
  matcher->n_read_bytes += regex->bytes.n_bytes;
  return true;
}

void
isn_regex_free(IsnRegex* const regex)
{
  if (regex) {
    pcre2_code_free(regex->code);
    free(regex->name_bytes);
    free(regex);
  }
}

uint32_t
isn_regex_n_groups(const IsnRegex* const regex)
{
  return regex->n_groups;
}

const char*
isn_regex_group_name(IsnRegex* const regex, const uint32_t i)
{
  return prepare(regex) && i < regex->n_groups ? regex->names[i] : NULL;
}

IsnStatus
isn_matcher_new(IsnMatcher** const matcher)
{
  IsnMatcher* const m = calloc(1, sizeof(*m));
  if (!m) {
    return ISN_ERR_NO_MEMORY;
  }
  m->data = pcre2_match_data_create(MAX_GROUPS, NULL);
  m->context = pcre2_match_context_create(NULL);
  m->stack = pcre2_jit_stack_create(JIT_STACK_MIN, JIT_STACK_MAX, NULL);
  if (!m->data || !m->context || !m->stack) {
    isn_matcher_free(m);
    return ISN_ERR_NO_MEMORY;
  }
  pcre2_set_match_limit(m->context, MATCH_LIMIT);
  pcre2_set_depth_limit(m->context, DEPTH_LIMIT);
  pcre2_set_heap_limit(m->context, HEAP_LIMIT_KIB);
  pcre2_jit_stack_assign(m->context, NULL, m->stack);
  *matcher = m;
  return ISN_SUCCESS;
}

void
isn_matcher_free(IsnMatcher* const matcher)
{
  if (matcher) {
    pcre2_match_data_free(matcher->data);
    pcre2_match_context_free(matcher->context);
    pcre2_jit_stack_free(matcher->stack);
    free(matcher->read);
    free(matcher);
  }
}

static int
match(const IsnMatcher* const matcher,
      const IsnRegex* const regex,
      const size_t from)
{
  static const uint16_t none = 0;
  const IsnWide* const subject = matcher->subject;
  return pcre2_match(regex->code,
                     subject->units ? subject->units : &none,
                     subject->n,
                     from,
                     0,
                     matcher->data,
                     matcher->context);
}

static bool
is_limit(const int result)
{
  return result == PCRE2_ERROR_MATCHLIMIT || result == PCRE2_ERROR_DEPTHLIMIT ||
         result == PCRE2_ERROR_HEAPLIMIT ||
         result == PCRE2_ERROR_JIT_STACKLIMIT;
}

void
isn_matcher_read(IsnMatcher* const matcher, const IsnWide* const subject)
{
  matcher->subject = subject;
}

static void
make_machine_code(IsnMatcher* const matcher, IsnRegex* const regex)
{
  size_t n_bytes = 0;
  pcre2_jit_compile(regex->code, PCRE2_JIT_COMPLETE);
  pcre2_pattern_info(regex->code, PCRE2_INFO_JITSIZE, &n_bytes);
  matcher->n_jit_bytes += n_bytes;
  regex->has_jit = true;
}

IsnStatus
isn_matcher_try(IsnMatcher* const matcher,
                IsnRegex* const regex,
                const size_t from)
{
  if (!prepare_for(matcher, regex)) {
    return ISN_ERR_FOREIGN;
  }
  regex->is_recent = true;
  if (regex->n_uses < USES_BEFORE_JIT && ++regex->n_uses == USES_BEFORE_JIT &&
      matcher->n_jit_bytes < MAX_JIT_BYTES) {
    make_machine_code(matcher, regex);
  }
  int n = match(matcher, regex, from);
  if (is_limit(n) && !regex->has_jit) {
    // Machine code counts otherwise, and it shall not matter how often a
    // pattern was used before
    make_machine_code(matcher, regex);
    n = match(matcher, regex, from);
  }
  if (n > 0) {
    matcher->n_set = (uint32_t)n;
    return ISN_SUCCESS;
  }
  return n == PCRE2_ERROR_NOMATCH    ? ISN_END
         : is_limit(n)               ? ISN_ERR_LIMIT
         : n == PCRE2_ERROR_NOMEMORY ? ISN_ERR_NO_MEMORY
                                     : ISN_ERR_FOREIGN;
}

bool
isn_matcher_group(const IsnMatcher* const matcher,
                  const uint32_t i,
                  IsnSpan* const place)
{
  if (i >= matcher->n_set) {
    return false;
  }
  const PCRE2_SIZE* const ovector = pcre2_get_ovector_pointer(matcher->data);
  if (ovector[2 * i] == PCRE2_UNSET || ovector[2 * i] > ovector[2 * i + 1]) {
    return false;
  }
  *place = (IsnSpan){ (uint32_t)ovector[2 * i], (uint32_t)ovector[2 * i + 1] };
  return true;
}
