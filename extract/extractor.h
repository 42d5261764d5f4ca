// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file extractor.h The stages, as functions of a document and knowledge.
#ifndef ISN_EXTRACTOR_H
#define ISN_EXTRACTOR_H

#include "extract/base/diag.h"
#include "extract/document.h"

/// Gazetteers, lexicon and rules: loaded once, const, shared by all workers.
typedef struct IsnKnowledge IsnKnowledge;

/// Load from the folder `data_dir` (the image that `isnad compile` made of
/// its gazetteers and lexicon, and its rules).
IsnStatus
isn_knowledge_open(IsnKnowledge** knowledge,
                   const char* data_dir,
                   const char* image_path,
                   const IsnSink* sink);

void
isn_knowledge_close(IsnKnowledge* knowledge);

/// SHA-256-like checksums in hex of what was loaded; constant strings.
const char*
isn_knowledge_rules_checksum(const IsnKnowledge* knowledge);

const char*
isn_knowledge_gazetteer_checksum(const IsnKnowledge* knowledge);

/// What one worker needs beside the knowledge (ICU iterators, match data).
typedef struct IsnExtractor IsnExtractor;

/// `knowledge` may be NULL where only isn_extract_tokens is called.
IsnStatus
isn_extractor_new(IsnExtractor** extractor,
                  const IsnKnowledge* knowledge,
                  const IsnSink* sink);

void
isn_extractor_free(IsnExtractor* extractor);

/// Sentences in which a rule ran into a limit of its pattern and was passed
/// over, in all documents so far.
uint64_t
isn_extractor_n_limits(const IsnExtractor* extractor);

/// The stages. Each adds its layers; a document with `error` passes untouched.
/// An error status concerns this document only (out of memory, a limit).
IsnStatus
isn_extract_tokens(IsnExtractor* extractor, IsnDocument* doc);

IsnStatus
isn_extract_entities(IsnExtractor* extractor, IsnDocument* doc);

IsnStatus
isn_extract_relations(IsnExtractor* extractor, IsnDocument* doc);

/// Compile gazetteers (TSV) and lexicon (XML) of `data_dir` to `image_path`.
IsnStatus
isn_knowledge_compile(const char* data_dir,
                      const char* image_path,
                      const IsnSink* sink);

/// Validate the rule files under `data_dir` (or only `files`), compile their
/// patterns and run their examples; counts what passed and failed.
IsnStatus
isn_knowledge_check(const IsnKnowledge* knowledge,
                    const char* const* files,
                    size_t n_files,
                    const IsnSink* sink,
                    size_t* n_passed,
                    size_t* n_failed);

#endif
