// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/record_json.h"

#include <yajl/yajl_parse.h>

typedef struct {
  yajl_handle yajl;
  IsnStr json;
  IsnJsonFunc func;
  void* handle;
} Adapter;

static int
send(Adapter* const adapter, const IsnJsonKind kind, const IsnStr value)
{
  const uintptr_t begin = (uintptr_t)adapter->json.data;
  const uintptr_t at = (uintptr_t)value.data;
  const bool is_scratch =
    value.data && (at < begin || at > begin + adapter->json.n_bytes);
  // A lone number ends where the text does, which yajl learns too late
  const bool is_late = is_scratch && kind == ISN_JSON_NUMBER;
  const IsnJsonEvent event = {
    kind,
    value,
    is_scratch,
    is_late ? adapter->json.n_bytes : yajl_get_bytes_consumed(adapter->yajl),
  };
  return adapter->func(adapter->handle, &event);
}

static int
on_null(void* const ctx)
{
  return send(ctx, ISN_JSON_NULL, (IsnStr){ NULL, 0 });
}

static int
on_boolean(void* const ctx, const int value)
{
  return send(
    ctx, ISN_JSON_BOOLEAN, value ? ISN_STR("true") : ISN_STR("false"));
}

static int
on_number(void* const ctx, const char* const digits, const size_t n)
{
  return send(ctx, ISN_JSON_NUMBER, (IsnStr){ digits, n });
}

static int
on_string(void* const ctx, const unsigned char* const s, const size_t n)
{
  return send(ctx, ISN_JSON_STRING, (IsnStr){ (const char*)s, n });
}

static int
on_key(void* const ctx, const unsigned char* const s, const size_t n)
{
  return send(ctx, ISN_JSON_KEY, (IsnStr){ (const char*)s, n });
}

static int
on_object(void* const ctx)
{
  return send(ctx, ISN_JSON_OBJECT, (IsnStr){ NULL, 0 });
}

static int
on_array(void* const ctx)
{
  return send(ctx, ISN_JSON_ARRAY, (IsnStr){ NULL, 0 });
}

static int
on_end(void* const ctx)
{
  return send(ctx, ISN_JSON_END, (IsnStr){ NULL, 0 });
}

static const yajl_callbacks callbacks = {
  on_null,   on_boolean, NULL,   NULL,     on_number, on_string,
  on_object, on_key,     on_end, on_array, on_end,
};

/// yajl's own words on one line.
static IsnStatus
fail(yajl_handle yajl, IsnArena* const arena, IsnJsonError* const error)
{
  error->at = yajl_get_bytes_consumed(yajl);
  error->message = "not JSON";
  unsigned char* const words = yajl_get_error(yajl, 0, NULL, 0);
  if (words) {
    const size_t n = strcspn((const char*)words, "\n");
    const IsnStr copy =
      isn_arena_print(arena, "not JSON: %.*s", (int)n, (const char*)words);
    error->message = copy.data ? copy.data : error->message;
    yajl_free_error(yajl, words);
  }
  return ISN_ERR_SYNTAX;
}

IsnStatus
isn_json_parse(const IsnStr json,
               const IsnJsonFunc func,
               void* const handle,
               IsnArena* const arena,
               IsnJsonError* const error)
{
  Adapter adapter = { NULL, json, func, handle };
  adapter.yajl = yajl_alloc(&callbacks, NULL, &adapter);
  if (!adapter.yajl) {
    return ISN_ERR_NO_MEMORY;
  }
  // The encoding is checked apart: yajl lets overlong forms pass
  yajl_config(adapter.yajl, yajl_dont_validate_strings, 1);
  IsnStatus st = ISN_SUCCESS;
  yajl_status status =
    yajl_parse(adapter.yajl, (const unsigned char*)json.data, json.n_bytes);
  if (status == yajl_status_error) {
    st = fail(adapter.yajl, arena, error);
  } else if (status == yajl_status_ok) {
    status = yajl_complete_parse(adapter.yajl);
    if (status == yajl_status_error) {
      st = fail(adapter.yajl, arena, error);
      error->at = json.n_bytes;
    }
  }
  yajl_free(adapter.yajl);
  return st;
}

/// The quote that opens the string whose closing quote stands before `end`.
static size_t
opening_quote(const IsnStr json, const size_t end)
{
  size_t i = end - 1;
  while (i > 0) {
    if (json.data[--i] == '"') {
      size_t n_slashes = 0;
      while (n_slashes < i && json.data[i - 1 - n_slashes] == '\\') {
        ++n_slashes;
      }
      if (n_slashes % 2 == 0) {
        return i;
      }
    }
  }
  return 0;
}

size_t
isn_json_begin(const IsnStr json, const IsnJsonEvent* const event)
{
  switch (event->kind) {
    case ISN_JSON_STRING:
    case ISN_JSON_KEY:
      return event->is_scratch || !event->value.n_bytes
               ? opening_quote(json, event->end)
               : event->end - event->value.n_bytes - 2;
    case ISN_JSON_NUMBER:
    case ISN_JSON_BOOLEAN:
      return event->end - event->value.n_bytes;
    case ISN_JSON_NULL:
      return event->end - 4;
    default:
      return event->end - 1;
  }
}

size_t
isn_json_string_length(const IsnStr json)
{
  size_t i = 1;
  while (i < json.n_bytes && json.data[i] != '"') {
    i += json.data[i] == '\\' ? 2 : 1;
  }
  return i < json.n_bytes ? i + 1 : json.n_bytes;
}

/// The value of four hexadecimal digits, or 0 where they are none.
static unsigned
hex4(const char* const s)
{
  unsigned value = 0;
  for (int i = 0; i < 4; ++i) {
    const char c = s[i];
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) {
      return 0;
    }
    value = value * 16 + (unsigned)digit;
  }
  return value;
}

/// Bytes of the escape at `s` ("\n", "\u0628", a pair), 0 if half a pair.
static size_t
escape_length(const char* const s, const size_t n)
{
  if (n < 6 || s[1] != 'u') {
    return 2;
  }
  const unsigned unit = hex4(s + 2);
  if (unit < 0xD800 || unit > 0xDFFF) {
    return 6;
  }
  const unsigned second =
    n >= 12 && s[6] == '\\' && s[7] == 'u' ? hex4(s + 8) : 0;
  return unit < 0xDC00 && second >= 0xDC00 && second <= 0xDFFF ? 12 : 0;
}

size_t
isn_json_find_half_pair(const IsnStr json)
{
  const char* const end = json.data + json.n_bytes;
  const char* at = json.data;
  while (at < end && (at = memchr(at, '\\', (size_t)(end - at)))) {
    const size_t length = escape_length(at, (size_t)(end - at));
    if (!length) {
      return (size_t)(at - json.data);
    }
    at += length;
  }
  return json.n_bytes;
}

const char*
isn_json_kind_name(const IsnJsonKind kind)
{
  static const char* const names[] = {
    "null",      "a boolean", "a number", "a string",
    "an object", "an array",  "an end",   "a name",
  };
  return names[kind];
}
