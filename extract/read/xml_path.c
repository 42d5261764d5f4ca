// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/xml_path.h"

static bool
is_name_char(const char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' ||
         (unsigned char)c >= 0x80;
}

static bool
is_name_begin(const char c)
{
  return is_name_char(c) && c != '-' && c != '.' && !(c >= '0' && c <= '9');
}

/// What is left to parse.
typedef struct {
  const char* at;
  const char* end;
} Cursor;

/// The character at `at`, a zero byte at the end.
static char
peek(const Cursor* const c, const char* const at)
{
  char found = '\0';
  if (at < c->end) {
    found = *at;
  }
  return found;
}

static bool
accept(Cursor* const c, const char wanted)
{
  if (c->at < c->end && *c->at == wanted) {
    ++c->at;
    return true;
  }
  return false;
}

static IsnStr
take_name(Cursor* const c)
{
  const char* const begin = c->at;
  if (accept(c, '*')) {
    return (IsnStr){ begin, 1 };
  }
  while (c->at < c->end && (is_name_char(*c->at) ||
                            (*c->at == ':' && c->at > begin &&
                             c->at + 1 < c->end && is_name_begin(c->at[1])))) {
    ++c->at;
  }
  return (IsnStr){ begin, (size_t)(c->at - begin) };
}

/// "[@name]" or "[@name='value']".
static bool
take_condition(Cursor* const c, IsnXmlStep* const step)
{
  if (!accept(c, '[')) {
    return true;
  }
  if (!accept(c, '@') || !(step->attribute = take_name(c)).n_bytes) {
    return false;
  }
  if (accept(c, '=')) {
    const char quote = peek(c, c->at);
    if (quote != '\'' && quote != '"') {
      return false;
    }
    const char* const begin = ++c->at;
    while (c->at < c->end && *c->at != quote) {
      ++c->at;
    }
    step->value = (IsnStr){ begin, (size_t)(c->at - begin) };
    if (!accept(c, quote)) {
      return false;
    }
  }
  return accept(c, ']');
}

bool
isn_xml_path_parse(IsnXmlPath* const path, const IsnStr expression)
{
  memset(path, 0, sizeof(*path));
  Cursor c = { expression.data, expression.data + expression.n_bytes };
  bool is_deep = !accept(&c, '.') && c.at < c.end && *c.at != '/';
  do {
    if (path->n_steps == ISN_XML_MAX_STEPS) {
      return false;
    }
    IsnXmlStep* const step = &path->steps[path->n_steps++];
    if (path->n_steps == 1 && !is_deep && !accept(&c, '/')) {
      return false;
    }
    is_deep = accept(&c, '/') || is_deep;
    step->is_deep = is_deep;
    step->name = take_name(&c);
    if (!step->name.n_bytes || !take_condition(&c, step)) {
      return false;
    }
    is_deep = false;
  } while (accept(&c, '/'));
  return c.at == c.end;
}

// XPath -----------------------------------------------------------------------

/// Whether a name here would be an operator: something stands before it that
/// is no operator itself (XPath 1.0, 3.7).
static bool
is_operator(const char before, const IsnStr name)
{
  const bool may_be = before && !strchr("@(,[/|+-=!<>*:", before);
  return may_be && (isn_str_is(name, "and") || isn_str_is(name, "or") ||
                    isn_str_is(name, "div") || isn_str_is(name, "mod"));
}

static void
append_name(const IsnStr name, IsnBuffer* const xpath)
{
  isn_buffer_append(xpath, ISN_STR("*[local-name()='"));
  isn_buffer_append(xpath, name);
  isn_buffer_append(xpath, ISN_STR("']"));
}

/// Copy a string literal, quotes included.
static void
copy_literal(Cursor* const c, IsnBuffer* const xpath)
{
  const char quote = *c->at;
  do {
    isn_buffer_append_byte(xpath, *c->at++);
  } while (c->at < c->end && *c->at != quote);
  if (c->at < c->end) {
    isn_buffer_append_byte(xpath, *c->at++);
  }
}

/// A name: of an element, or of a function, an axis, an attribute, ….
static void
copy_name(Cursor* const c, const char before, IsnBuffer* const xpath)
{
  const IsnStr name = take_name(c);
  const char* next = c->at;
  while (next < c->end && *next == ' ') {
    ++next;
  }
  const char after = peek(c, next);
  const bool is_plain = !memchr(name.data, ':', name.n_bytes) && after != '(' &&
                        after != ':' && before != '@' && before != '$' &&
                        !is_operator(before, name);
  if (is_plain) {
    append_name(name, xpath);
  } else {
    isn_buffer_append(xpath, name);
  }
}

void
isn_xml_path_to_local(const IsnStr expression, IsnBuffer* const xpath)
{
  Cursor c = { expression.data, expression.data + expression.n_bytes };
  char before = '\0'; // the last character that is no blank
  while (c.at < c.end) {
    const char first = *c.at;
    if (first == '\'' || first == '"') {
      copy_literal(&c, xpath);
    } else if (is_name_begin(first)) {
      copy_name(&c, before, xpath);
    } else {
      isn_buffer_append_byte(xpath, *c.at++);
    }
    if (c.at[-1] != ' ') {
      before = c.at[-1];
    }
  }
}
