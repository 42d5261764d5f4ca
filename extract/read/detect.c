// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/detect.h"

#include "extract/read/json_values.h"

#include <string.h>
#include <strings.h>

const char*
isn_path_extension(const char* const path)
{
  const char* const slash = strrchr(path, '/');
  const char* const name = slash ? slash + 1 : path;
  const char* const dot = strrchr(name, '.');
  return dot && dot != name ? dot : "";
}

IsnInputFormat
isn_detect_by_path(const char* const path)
{
  static const struct {
    const char* extension;
    IsnInputFormat format;
  } formats[] = {
    { ".txt", ISN_INPUT_TEXT },     { ".html", ISN_INPUT_HTML },
    { ".htm", ISN_INPUT_HTML },     { ".xhtml", ISN_INPUT_HTML },
    { ".xml", ISN_INPUT_XML },      { ".ndjson", ISN_INPUT_NDJSON },
    { ".jsonl", ISN_INPUT_NDJSON }, { ".json", ISN_INPUT_JSON },
  };
  const char* const extension = isn_path_extension(path);
  for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); ++i) {
    if (!strcasecmp(extension, formats[i].extension)) {
      return formats[i].format;
    }
  }
  return ISN_INPUT_AUTO;
}

static bool
begins_with(const char* const s, const char* const prefix)
{
  return !strncasecmp(s, prefix, strlen(prefix));
}

/// An array of objects, or an object.
static bool
is_json(const char* const head)
{
  return head[0] == '{' ||
         (head[0] == '[' && head[1 + strspn(head + 1, " \t\r\n")] == '{');
}

static bool
is_html(const char* const head)
{
  return begins_with(head, "<!doctype html") || begins_with(head, "<html") ||
         begins_with(head, "<head") || begins_with(head, "<body");
}

/// Up to the first letter that is not ASCII, without blanks and marks before
/// it; UTF-16 becomes ASCII enough by leaving its zeros out.
static size_t
copy_ascii(const IsnStr bytes, char head[ISN_DETECT_BYTES + 1])
{
  size_t n = 0;
  for (size_t i = 0; i < bytes.n_bytes && n < ISN_DETECT_BYTES; ++i) {
    const unsigned char c = (unsigned char)bytes.data[i];
    if (c && c < 0x80 && (n || !strchr(" \t\r\n", c))) {
      head[n++] = (char)c;
    } else if (c >= 0x80 && c != 0xEF && c != 0xBB && c != 0xBF && c < 0xFE) {
      break;
    }
  }
  head[n] = '\0';
  return n;
}

IsnInputFormat
isn_detect(const char* const path, const IsnStr bytes)
{
  const IsnInputFormat named = isn_detect_by_path(path);
  if (named != ISN_INPUT_AUTO && named != ISN_INPUT_JSON) {
    return named;
  }
  char head[ISN_DETECT_BYTES + 1];
  const size_t n = copy_ascii(bytes, head);
  if (named == ISN_INPUT_JSON || is_json(head)) {
    return isn_json_is_lines((IsnStr){ head, n }) ? ISN_INPUT_NDJSON
                                                  : ISN_INPUT_JSON;
  }
  if (is_html(head)) {
    return ISN_INPUT_HTML;
  }
  if (begins_with(head, "<?xml")) {
    return strstr(head, "<html") || strstr(head, "DOCTYPE html")
             ? ISN_INPUT_HTML
             : ISN_INPUT_XML;
  }
  const bool is_markup =
    head[0] == '<' && (head[1] == '!' || (head[1] >= 'A' && head[1] <= 'z'));
  return is_markup ? ISN_INPUT_XML : ISN_INPUT_TEXT;
}
