// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file diff.h What one run says that another does not.
#ifndef ISN_EXPLAIN_DIFF_H
#define ISN_EXPLAIN_DIFF_H

#include "extract/base/buffer.h"
#include "extract/explain/claims.h"

typedef enum {
  ISN_CHANGE_REMOVED,
  ISN_CHANGE_ADDED,
  ISN_CHANGE_CHANGED, ///< Of the same subject and property, or how it is known
  ISN_N_CHANGES
} IsnChangeKind;

typedef struct {
  IsnChangeKind kind;
  const IsnClaim* before; ///< NULL if added
  const IsnClaim* after;  ///< NULL if removed
} IsnChange;

typedef struct {
  const IsnClaims* before;
  const IsnClaims* after;
  IsnArena arena;
  IsnChange* list; ///< In order of documents, subjects, properties
  size_t n;
  size_t capacity;
  size_t n_of_kind[ISN_N_CHANGES];
  size_t n_same;
} IsnDiff;

/// Compare; both sides outlive the diff. ISN_ERR_NO_MEMORY.
IsnStatus
isn_diff_find(IsnDiff* diff, const IsnClaims* before, const IsnClaims* after);

void
isn_diff_clear(IsnDiff* diff);

/// Append it for readers: a document, then its changes, then the sums.
void
isn_diff_write_text(const IsnDiff* diff, IsnBuffer* out);

/// Append it as one JSON object.
void
isn_diff_write_json(const IsnDiff* diff, IsnBuffer* out);

#endif
