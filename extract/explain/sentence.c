// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/explain/sentence.h"

#include "extract/base/utf8.h"
#include "extract/lexicon/lexicon.h"
#include "extract/rules/vocabulary.h"

#include <stdarg.h>
#include <stdio.h>

void
isn_print(IsnBuffer* const out, const char* const format, ...)
{
  char text[768];
  va_list args;
  va_start(args, format);
  vsnprintf(text, sizeof(text), format, args);
  va_end(args);
  isn_buffer_append(out,
                    (IsnStr){ text, isn_utf8_valid_prefix(isn_str(text)) });
}

void
isn_line_write(IsnBuffer* const out, const IsnStr text)
{
  bool was_blank = true;
  for (size_t i = 0; i < text.n_bytes; ++i) {
    const char c = text.data[i];
    const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_blank) {
      isn_buffer_append_byte(out, c);
    } else if (!was_blank) {
      isn_buffer_append_byte(out, ' ');
    }
    was_blank = is_blank;
  }
}

void
isn_words_write(IsnBuffer* const out,
                const IsnDocument* const doc,
                const IsnSpan chars)
{
  isn_line_write(out, isn_document_words(doc, chars));
}

void
isn_span_write(IsnBuffer* const out,
               const IsnDocument* const doc,
               const IsnSpan chars)
{
  isn_print(out, "[%u,%u) «", chars.begin, chars.end);
  isn_words_write(out, doc, chars);
  isn_buffer_append(out, ISN_STR("»"));
}

// Classes -------------------------------------------------------------------

IsnStr
isn_class_name(const IsnImage* const image, const uint32_t number)
{
  static const char* const shapes[] = { "def",   "unknown", "latin", "arabic",
                                        "nisba", "ta",      "alef" };
  if (number < isn_image_n_classes(image)) {
    return isn_image_str(image, image->class_names[number]);
  }
  for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); ++i) {
    if (isn_classes_find(image, isn_str(shapes[i])) == number) {
      return isn_str(shapes[i]);
    }
  }
  return ISN_STR("?");
}

/// The marks of one unit of the annotated text.
static void
write_classes(IsnBuffer* const out,
              const IsnImage* const image,
              const IsnStr text)
{
  bool is_first = true;
  for (size_t at = 0; at < text.n_bytes;) {
    const uint32_t c = isn_utf8_next(text.data, &at);
    if (c >= ISN_CLASS_FIRST + isn_classes_kind(image, 0) &&
        c <= ISN_CLASS_LAST) {
      continue; // a kind: what its pattern makes of the classes
    }
    if (c >= ISN_CLASS_FIRST && c <= ISN_CLASS_LAST) {
      isn_buffer_append(out, is_first ? ISN_STR("[") : ISN_STR(" "));
      isn_buffer_append(out, isn_class_name(image, c - ISN_CLASS_FIRST));
      is_first = false;
    } else if (c >= ISN_FEATURE_FIRST && c <= ISN_FEATURE_LAST) {
      const char* const name = isn_feature_name(c - ISN_FEATURE_FIRST);
      isn_print(out, "%s%s", is_first ? "[" : ".", name ? name : "?");
      is_first = false;
    }
  }
  isn_buffer_append(out, is_first ? ISN_STR("") : ISN_STR("]"));
}

// Units ---------------------------------------------------------------------

const char*
isn_symbol_name(const uint32_t symbol)
{
  static const char* const names[ISN_N_SYMBOLS] = {
    "Person",    "Organization", "Ministry",  "Agency", "Lender",
    "Place",     "Country",      "City",      "Region", "Meeting",
    "Operation", "Initiative",   "Agreement", "Number", "Ordinal",
    "Date",      "Duration",     "Money",     "Quote",
  };
  return symbol < ISN_N_SYMBOLS ? names[symbol] : "?";
}

/// Name of the placeholder in a unit of the annotated text.
static const char*
symbol_in(const IsnStr text)
{
  for (size_t at = 0; at < text.n_bytes;) {
    const uint32_t c = isn_utf8_next(text.data, &at);
    if (c >= ISN_SYMBOL_FIRST && c < ISN_SYMBOL_FIRST + ISN_N_SYMBOLS) {
      return isn_symbol_name(c - ISN_SYMBOL_FIRST);
    }
  }
  return "?";
}

static void
write_placeholder(IsnBuffer* const out,
                  const IsnAnnotationSource* const source,
                  const IsnUnit* const unit,
                  const IsnStr annotated)
{
  const IsnDocument* const doc = source->doc;
  const IsnWord* const first = &source->analysis->words[unit->tokens.begin];
  // A quotation begins with its mark; all else behind its proclitics
  const bool is_bare = unit->kind == ISN_UNIT_QUOTE || !first->n_proclitics;
  const IsnToken* const token = &doc->tokens[unit->tokens.begin];
  const size_t begin = is_bare ? token->bytes.begin : first->byte_begin;
  const size_t end = doc->tokens[unit->tokens.end - 1].bytes.end;
  for (unsigned i = 0; !is_bare && i < first->n_proclitics; ++i) {
    isn_buffer_append(out, (IsnStr){ first->proclitics + (size_t)i * 2, 2 });
    isn_buffer_append(out, ISN_STR("ـ"));
  }
  isn_print(out, "{%s: ", symbol_in(annotated));
  isn_line_write(out, isn_str_slice(doc->text, begin, end));
  isn_buffer_append_byte(out, '}');
}

static void
write_unit(IsnBuffer* const out,
           const IsnAnnotated* const annotated,
           const IsnAnnotationSource* const source,
           const size_t i,
           const bool has_classes)
{
  const IsnUnit* const unit = &annotated->units[i];
  IsnBuffer narrow = { 0 };
  isn_wide_write(&narrow, &unit->sign->wide);
  const IsnStr text = isn_buffer_str(&narrow);
  if (unit->kind != ISN_UNIT_WORD) {
    write_placeholder(out, source, unit, text);
  } else {
    const IsnToken* const tokens = source->doc->tokens;
    isn_line_write(out,
                   isn_str_slice(source->doc->text,
                                 tokens[unit->tokens.begin].bytes.begin,
                                 tokens[unit->tokens.end - 1].bytes.end));
  }
  if (has_classes) {
    write_classes(out, source->image, text);
  }
  out->failed |= narrow.failed;
  isn_buffer_clear(&narrow);
}

void
isn_sentence_write(IsnBuffer* const out,
                   const IsnAnnotated* const annotated,
                   const IsnAnnotationSource* const source,
                   const IsnSpan units,
                   const bool has_classes)
{
  for (uint32_t i = units.begin; i < units.end; ++i) {
    if (i > units.begin) {
      isn_buffer_append_byte(out, ' ');
    }
    write_unit(out, annotated, source, i, has_classes);
  }
}

void
isn_units_write(IsnBuffer* const out,
                const IsnAnnotated* const annotated,
                const IsnAnnotationSource* const source)
{
  const IsnToken* const tokens = source->doc->tokens;
  for (uint32_t i = 0; i < annotated->n_units; ++i) {
    const IsnSpan of = annotated->units[i].tokens;
    char place[32];
    snprintf(place,
             sizeof(place),
             "[%u,%u)",
             tokens[of.begin].chars.begin,
             tokens[of.end - 1].chars.end);
    isn_print(out, "      %-10s ", place);
    write_unit(out, annotated, source, i, true);
    isn_buffer_append_byte(out, '\n');
  }
}
