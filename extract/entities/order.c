// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/order.h"

#include <stdlib.h>

/// By begin, longer first.
static int
compare(const void* const a, const void* const b)
{
  const IsnMention* const x = a;
  const IsnMention* const y = b;
  if (x->tokens.begin != y->tokens.begin) {
    return x->tokens.begin < y->tokens.begin ? -1 : 1;
  }
  return (x->tokens.end < y->tokens.end) - (x->tokens.end > y->tokens.end);
}

void
isn_mentions_sort(IsnDocument* const doc, const size_t first)
{
  qsort(doc->mentions + first,
        doc->n_mentions - first,
        sizeof(*doc->mentions),
        compare);
}

IsnStatus
isn_mentions_add(IsnDocument* const doc,
                 const IsnAnalysis* const analysis,
                 const IsnSpan tokens,
                 const IsnType type,
                 const IsnStr kind,
                 const IsnStr rule)
{
  return isn_document_add_mention(
    doc,
    (IsnMention){ .entity = ISN_NO_ENTITY,
                  .type = type,
                  .kind = kind,
                  .chars = { analysis->words[tokens.begin].char_begin,
                             doc->tokens[tokens.end - 1].chars.end },
                  .tokens = tokens,
                  .rule = rule });
}
