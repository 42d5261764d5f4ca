// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/encoding.h"

#include "extract/base/utf8.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <stdlib.h>

#define PIVOT_SIZE 8192
#define OUT_SIZE ((size_t)64 * 1024)

struct IsnDecoder {
  UConverter* from;
  UConverter* utf8;
  UChar pivot[PIVOT_SIZE];
  UChar* pivot_source;
  UChar* pivot_target;
  bool is_begun;
};

IsnStatus
isn_decoder_new(IsnDecoder** const decoder, const char* const encoding)
{
  UErrorCode error = U_ZERO_ERROR;
  IsnDecoder* const d = calloc(1, sizeof(*d));
  if (!d) {
    return ISN_ERR_NO_MEMORY;
  }
  d->from = ucnv_open(encoding, &error);
  d->utf8 = ucnv_open("UTF-8", &error);
  ucnv_setToUCallBack(
    d->from, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
  d->pivot_source = d->pivot;
  d->pivot_target = d->pivot;
  if (U_FAILURE(error)) {
    isn_decoder_free(d);
    return error == U_MEMORY_ALLOCATION_ERROR ? ISN_ERR_NO_MEMORY
                                              : ISN_ERR_USAGE;
  }
  *decoder = d;
  return ISN_SUCCESS;
}

void
isn_decoder_free(IsnDecoder* const decoder)
{
  if (decoder) {
    ucnv_close(decoder->from);
    ucnv_close(decoder->utf8);
    free(decoder);
  }
}

/// Leave out the byte order mark of the first piece.
static void
begin_text(IsnDecoder* const d, const size_t begin, IsnBuffer* const out)
{
  static const char mark[] = "\xEF\xBB\xBF";
  const size_t n = out->n_bytes - begin;
  if (d->is_begun || !n) {
    return;
  }
  d->is_begun = true;
  if (n >= 3 && !memcmp(out->data + begin, mark, 3)) {
    memmove(out->data + begin, out->data + begin + 3, n - 3);
    out->n_bytes -= 3;
  }
}

IsnStatus
isn_decoder_push(IsnDecoder* const d,
                 const IsnStr bytes,
                 const bool is_last,
                 IsnBuffer* const out)
{
  const char* source = bytes.data ? bytes.data : "";
  const char* const source_end = source + bytes.n_bytes;
  UErrorCode error = U_BUFFER_OVERFLOW_ERROR;
  while (error == U_BUFFER_OVERFLOW_ERROR) {
    const size_t begin = out->n_bytes;
    char* const end = isn_buffer_reserve(out, OUT_SIZE);
    if (!end) {
      return ISN_ERR_NO_MEMORY;
    }
    char* target = end;
    error = U_ZERO_ERROR;
    ucnv_convertEx(d->utf8,
                   d->from,
                   &target,
                   end + OUT_SIZE,
                   &source,
                   source_end,
                   d->pivot,
                   &d->pivot_source,
                   &d->pivot_target,
                   d->pivot + PIVOT_SIZE,
                   false,
                   (UBool)(is_last ? 1 : 0),
                   &error);
    out->n_bytes += (size_t)(target - end);
    begin_text(d, begin, out);
  }
  return U_SUCCESS(error) ? ISN_SUCCESS : ISN_ERR_ENCODING;
}

const char*
isn_encoding_of_mark(const IsnStr bytes)
{
  static const struct {
    IsnStr mark;
    const char* name;
  } marks[] = {
    { { "\xEF\xBB\xBF", 3 }, "UTF-8" },
    { { "\xFF\xFE\0\0", 4 }, "UTF-32LE" },
    { { "\0\0\xFE\xFF", 4 }, "UTF-32BE" },
    { { "\xFF\xFE", 2 }, "UTF-16LE" },
    { { "\xFE\xFF", 2 }, "UTF-16BE" },
  };
  for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); ++i) {
    if (isn_str_starts(bytes, marks[i].mark)) {
      return marks[i].name;
    }
  }
  return NULL;
}

/// Whether a UTF-16 unit with this high byte is usual in Arabic text.
static bool
is_usual(const unsigned char high, const unsigned char low)
{
  return (high == 0x00 && low >= 0x09 && low != 0x7F) || high == 0x06 ||
         high == 0x20 || high == 0xFB || high == 0xFE;
}

const char*
isn_encoding_guess_utf16(const IsnStr bytes)
{
  const unsigned char* const b = (const unsigned char*)bytes.data;
  const size_t n = bytes.n_bytes < 4096 ? bytes.n_bytes : 4096;
  size_t n_little = 0;
  size_t n_big = 0;
  size_t n_zero_or_six = 0;
  for (size_t i = 0; i + 1 < n; i += 2) {
    n_little += is_usual(b[i + 1], b[i]);
    n_big += is_usual(b[i], b[i + 1]);
    n_zero_or_six += !b[i] || !b[i + 1] || b[i] == 6 || b[i + 1] == 6;
  }
  const size_t n_units = n / 2;
  if (n_units < 4 || bytes.n_bytes % 2 || n_zero_or_six * 10 < n_units * 8) {
    return NULL;
  }
  return n_little * 10 >= n_units * 9 && n_little > n_big ? "UTF-16LE"
         : n_big * 10 >= n_units * 9 && n_big > n_little  ? "UTF-16BE"
                                                          : NULL;
}

// Whole texts ----------------------------------------------------------------

static IsnStatus
convert(const IsnStr bytes,
        const char* const name,
        IsnBuffer* const buffer,
        IsnDecoded* const decoded)
{
  IsnDecoder* decoder = NULL;
  decoded->name = name;
  IsnStatus st = isn_decoder_new(&decoder, name);
  if (st) {
    decoded->words = "there is no such encoding";
    return st;
  }
  isn_buffer_empty(buffer);
  st = isn_decoder_push(decoder, bytes, true, buffer);
  isn_decoder_free(decoder);
  decoded->text = isn_buffer_str(buffer);
  decoded->words = "not text in the encoding that it should have";
  return st;
}

static bool
is_utf8_name(const char* const name)
{
  return name && !ucnv_compareNames(name, "UTF-8");
}

/// Bytes that a cut character at the end takes: none to three.
static size_t
cut_length(const IsnStr rest)
{
  if (!rest.n_bytes || rest.n_bytes > 3) {
    return 0;
  }
  const unsigned char lead = (unsigned char)rest.data[0];
  const size_t length = lead >= 0xF0   ? 4
                        : lead >= 0xE0 ? 3
                        : lead >= 0xC2 ? 2
                                       : 0;
  return length > rest.n_bytes ? rest.n_bytes : 0;
}

/// Line and column of the first byte that is no UTF-8.
static IsnStatus
place_of(const IsnStr bytes, const size_t at, IsnDecoded* const decoded)
{
  size_t line_begin = 0;
  decoded->line = 1;
  for (size_t i = 0; i < at; ++i) {
    if (bytes.data[i] == '\n') {
      ++decoded->line;
      line_begin = i + 1;
    }
  }
  decoded->column = 1 + isn_utf8_count(isn_str_slice(bytes, line_begin, at));
  decoded->words = "not valid UTF-8";
  return ISN_ERR_ENCODING;
}

static IsnStatus
take_utf8(const IsnStr bytes,
          const IsnEncodingHints* const hints,
          IsnDecoded* const decoded)
{
  static const IsnStr mark = { "\xEF\xBB\xBF", 3 };
  IsnStr text = bytes;
  if (isn_str_starts(text, mark)) {
    text = isn_str_slice(text, 3, text.n_bytes);
  }
  decoded->name = "UTF-8";
  const size_t n_valid = isn_utf8_valid_prefix(text);
  const size_t n_cut =
    hints->may_be_cut ? cut_length(isn_str_slice(text, n_valid, text.n_bytes))
                      : 0;
  if (n_valid + n_cut < text.n_bytes) {
    return place_of(text, n_valid, decoded);
  }
  decoded->text = (IsnStr){ text.data, n_valid };
  return ISN_SUCCESS;
}

/// Whether most bytes above ASCII form UTF-8: then a bad byte is a fault of
/// the text, and reading it in another encoding would make it gibberish.
static bool
is_mostly_utf8(const IsnStr bytes)
{
  size_t n_good = 0;
  size_t n_bad = 0;
  for (IsnStr rest = bytes; rest.n_bytes;) {
    const size_t n = isn_utf8_valid_prefix(rest);
    for (size_t i = 0; i < n; ++i) {
      n_good += (unsigned char)rest.data[i] >= 0x80;
    }
    rest = isn_str_slice(rest, n, rest.n_bytes);
    if (rest.n_bytes) {
      ++n_bad;
      rest = isn_str_slice(rest, 1, rest.n_bytes);
    }
  }
  return n_good >= 3 * n_bad;
}

static bool
is_binary(const IsnStr bytes)
{
  size_t n_controls = 0;
  for (size_t i = 0; i < bytes.n_bytes; ++i) {
    const unsigned char c = (unsigned char)bytes.data[i];
    if (!c) {
      return true;
    }
    n_controls += c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  }
  return n_controls * 50 > bytes.n_bytes;
}

/// Encodings with 8 bits that ICU's detector may name.
static bool
is_wanted(const char* const name)
{
  return !strncmp(name, "windows-", 8) || !strncmp(name, "ISO-8859-", 9) ||
         !strncmp(name, "KOI8", 4);
}

static const char*
detect(const IsnStr bytes)
{
  UErrorCode error = U_ZERO_ERROR;
  UCharsetDetector* const detector = ucsdet_open(&error);
  const int32_t n_bytes =
    (int32_t)(bytes.n_bytes < 65536 ? bytes.n_bytes : 65536);
  ucsdet_setText(detector, bytes.data, n_bytes, &error);
  int32_t n = 0;
  const UCharsetMatch** const matches = ucsdet_detectAll(detector, &n, &error);
  const char* best = NULL;
  for (int32_t i = 0; U_SUCCESS(error) && i < n && !best; ++i) {
    const char* const name = ucsdet_getName(matches[i], &error);
    if (U_SUCCESS(error) && is_wanted(name) &&
        ucsdet_getConfidence(matches[i], &error) >= 10) {
      best = ucnv_getStandardName(name, "IANA", &error);
    }
  }
  ucsdet_close(detector);
  return U_SUCCESS(error) ? best : NULL;
}

/// Arabic letters of windows-1256 and of ISO-8859-6 share 0xC1 to 0xD6 only.
static bool
is_iso_8859_6(const IsnStr bytes)
{
  size_t n_letters = 0;
  for (size_t i = 0; i < bytes.n_bytes; ++i) {
    const unsigned char c = (unsigned char)bytes.data[i];
    if (c >= 0x80 && c != 0xA0 && c != 0xA4 && c != 0xAC && c != 0xAD &&
        c != 0xBB && c != 0xBF && !(c >= 0xC1 && c <= 0xDA) &&
        !(c >= 0xE0 && c <= 0xF2)) {
      return false;
    }
    n_letters += c == 0xE4 || c == 0xC7; // ل and ا as ISO-8859-6 has them
  }
  return n_letters * 10 > bytes.n_bytes;
}

static IsnStatus
detect_and_convert(const IsnStr bytes,
                   IsnBuffer* const buffer,
                   IsnDecoded* const decoded)
{
  const char* const name = is_iso_8859_6(bytes) ? "ISO-8859-6" : detect(bytes);
  if (!name) {
    return place_of(bytes, isn_utf8_valid_prefix(bytes), decoded);
  }
  return convert(bytes, name, buffer, decoded);
}

static IsnStatus
decode(const IsnStr bytes,
       const IsnEncodingHints* const hints,
       IsnBuffer* const buffer,
       IsnDecoded* const decoded)
{
  const char* const mark = isn_encoding_of_mark(bytes);
  const char* name = hints->encoding ? hints->encoding : mark;
  if (name) {
    return is_utf8_name(name) ? take_utf8(bytes, hints, decoded)
                              : convert(bytes, name, buffer, decoded);
  }
  if ((name = isn_encoding_guess_utf16(bytes))) {
    return convert(bytes, name, buffer, decoded);
  }
  if (is_binary(bytes)) {
    decoded->words = "binary, not text";
    return ISN_ERR_ENCODING;
  }
  const IsnStatus st = take_utf8(bytes, hints, decoded);
  if (!st || is_mostly_utf8(bytes)) {
    return st;
  }
  if (hints->declared && !is_utf8_name(hints->declared) &&
      !convert(bytes, hints->declared, buffer, decoded)) {
    return ISN_SUCCESS;
  }
  return detect_and_convert(bytes, buffer, decoded);
}

IsnStatus
isn_encoding_decode(const IsnStr bytes,
                    const IsnEncodingHints* const hints,
                    IsnBuffer* const buffer,
                    IsnDecoded* const decoded)
{
  *decoded = (IsnDecoded){ { "", 0 }, "UTF-8", 0, 0, "" };
  const IsnStatus st = decode(bytes, hints, buffer, decoded);
  if (!st && decoded->text.n_bytes &&
      memchr(decoded->text.data, 0, decoded->text.n_bytes)) {
    decoded->words = "binary, not text (it has the character U+0000)";
    return ISN_ERR_ENCODING;
  }
  return st;
}
