// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file reading.h Files and the records that are read from them.
#ifndef ISN_TESTS_READING_H
#define ISN_TESTS_READING_H

#include "extract/base/buffer.h"
#include "extract/read/read.h"
#include "extract/record.h"
#include "tests/unit/folder.h"

/// Make the folder and go there: what is read is named without it.
static inline bool
reading_begin(void)
{
  static const char* const inner[] = { NULL };
  return make_folder(inner) && !chdir(folder);
}

/// What a reading gave: the records as lines, the reports as lines.
typedef struct {
  IsnBuffer records;
  IsnBuffer reports;
  IsnStatus opened;
  IsnStatus ended;
  size_t n_records;
  size_t n_failed;
  IsnReadOptions options;
} Reading;

static inline void
note(void* const handle, const IsnDiag* const diag)
{
  Reading* const r = handle;
  isn_buffer_append(&r->reports, isn_str(diag->source ? diag->source : "-"));
  if (diag->line) {
    isn_buffer_append_byte(&r->reports, ':');
    isn_buffer_append_number(&r->reports, diag->line);
  }
  if (diag->column) {
    isn_buffer_append_byte(&r->reports, ':');
    isn_buffer_append_number(&r->reports, diag->column);
  }
  isn_buffer_append(&r->reports, ISN_STR(": "));
  isn_buffer_append(&r->reports, isn_str(diag->message));
  isn_buffer_append_byte(&r->reports, '\n');
}

static inline void
read_all(Reading* const r, const char* const path)
{
  const IsnSink notes = { note, r };
  IsnArena arena = { 0 };
  IsnReader* reader = NULL;
  r->opened = isn_reader_open(&reader, path, &r->options, &notes);
  r->ended = r->opened;
  while (!r->ended) {
    IsnDocument doc;
    isn_arena_reset(&arena);
    isn_document_init(&doc, &arena);
    r->ended = isn_reader_next(reader, &doc);
    if (!r->ended) {
      isn_record_write(&doc, ISN_LAYER_META, &r->records);
      ++r->n_records;
      r->n_failed += doc.error_stage.data != NULL;
    }
  }
  isn_reader_close(reader);
  isn_arena_clear(&arena);
}

static inline void
end(Reading* const r)
{
  isn_buffer_clear(&r->records);
  isn_buffer_clear(&r->reports);
}

/// The records and reports of reading `path` must be these.
static inline void
check_read(const char* const path,
           const IsnReadOptions options,
           const char* const records,
           const char* const reports)
{
  Reading r = { .options = options };
  read_all(&r, path);
  CHECK_EQ(r.ended, ISN_END);
  CHECK_STR(isn_buffer_str(&r.records), records);
  CHECK_STR(isn_buffer_str(&r.reports), reports);
  end(&r);
}

static const IsnReadOptions plain = { 0 };

/// «وزارة الصحة تنظم ورشة في المدينة.» in several encodings.
#define SENTENCE "وزارة الصحة تنظم ورشة في المدينة."

#define IN_1256                                                                \
  "\xE6\xD2\xC7\xD1\xC9 \xC7\xE1\xD5\xCD\xC9 \xCA\xE4\xD9\xE3 "                \
  "\xE6\xD1\xD4\xC9 "                                                          \
  "\xDD\xED \xC7\xE1\xE3\xCF\xED\xE4\xC9."
#define IN_8859_6                                                              \
  "\xE8\xD2\xC7\xD1\xC9 \xC7\xE4\xD5\xCD\xC9 \xCA\xE6\xD8\xE5 "                \
  "\xE8\xD1\xD4\xC9 "                                                          \
  "\xE1\xEA \xC7\xE4\xE5\xCF\xEA\xE6\xC9."

static inline void
check_text(const char* const path,
           const IsnReadOptions options,
           const char* const text)
{
  Reading r = { .options = options };
  IsnBuffer wanted = { 0 };
  read_all(&r, path);
  isn_buffer_append(&wanted, ISN_STR("\"text\":"));
  isn_json_append_string(&wanted, isn_str(text));
  isn_buffer_append(&wanted, ISN_STR("}\n"));
  CHECK_EQ(r.n_records, 1);
  CHECK_EQ(r.n_failed, 0);
  CHECK(isn_str_ends(isn_buffer_str(&r.records), isn_buffer_str(&wanted)));
  if (!isn_str_ends(isn_buffer_str(&r.records), isn_buffer_str(&wanted))) {
    printf("  %s: %.*s", path, (int)r.records.n_bytes, r.records.data);
  }
  isn_buffer_clear(&wanted);
  end(&r);
}

#endif
