// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/lengths.h"

#include "extract/values/date_math.h"

/// More days than these may leave out a weekend.
#define MAX_DAYS 7u

/// What is known of one meeting.
typedef struct {
  size_t end;    ///< Number + 1 of the fact that says it, 0: none
  size_t length; ///< likewise
  bool is_unfit; ///< It is known when it began, or two facts disagree
} Known;

/// Days of "P3D", 0 for anything else.
static unsigned
count_days(const IsnStr value)
{
  const bool is_days = value.n_bytes == 3 && value.data[0] == 'P' &&
                       value.data[2] == 'D' && value.data[1] > '0' &&
                       value.data[1] <= '9';
  return is_days ? (unsigned)(value.data[1] - '0') : 0u;
}

static void
learn(Known* const known, const IsnDocument* const doc, const size_t number)
{
  const IsnFact* const fact = &doc->facts[number];
  if (fact->property == ISN_PROP_START_DATE) {
    known->is_unfit = true;
    return;
  }
  size_t* const slot = fact->property == ISN_PROP_END_DATE   ? &known->end
                       : fact->property == ISN_PROP_DURATION ? &known->length
                                                             : NULL;
  if (slot && *slot) {
    known->is_unfit |= !isn_str_equal(doc->facts[*slot - 1].value, fact->value);
  } else if (slot) {
    known->is_unfit |= fact->modality != ISN_ASSERTED;
    *slot = number + 1;
  }
}

static IsnStatus
add_begin(IsnFactSet* const set,
          IsnDocument* const doc,
          const Known* const known)
{
  IsnStatus st = ISN_SUCCESS;
  const IsnFact end = doc->facts[known->end - 1];
  const IsnFact length = doc->facts[known->length - 1];
  const unsigned n_days = count_days(length.value);
  IsnDay day = { 0, 0, 0 };
  if (!n_days || n_days > MAX_DAYS || end.value.n_bytes != 10 ||
      !isn_day_parse(end.value, &day)) {
    return st;
  }
  IsnFact begin = end;
  begin.property = ISN_PROP_START_DATE;
  begin.value = isn_day_print(
    doc->arena, isn_day_from_number(isn_day_to_number(day) - n_days + 1));
  if (!begin.value.data) {
    return ISN_ERR_NO_MEMORY;
  }
  if (length.confidence < begin.confidence) {
    begin.confidence = length.confidence;
  }
  ISN_TRY(st, isn_facts_add(set, doc, &begin, end.evidence[0]));
  return isn_facts_add(set, doc, &begin, length.evidence[0]);
}

IsnStatus
isn_lengths_fill(IsnFactSet* const set, IsnDocument* const doc)
{
  IsnStatus st = ISN_SUCCESS;
  Known* const known =
    isn_arena_array(doc->arena, doc->n_entities + 1, sizeof(*known));
  if (!known) {
    return ISN_ERR_NO_MEMORY;
  }
  for (size_t i = 0; i < doc->n_facts; ++i) {
    const uint32_t subject = doc->facts[i].subject;
    if (subject != ISN_NO_ENTITY && subject < doc->n_entities) {
      learn(&known[subject], doc, i);
    }
  }
  for (size_t e = 0; e < doc->n_entities; ++e) {
    if (known[e].end && known[e].length && !known[e].is_unfit) {
      ISN_TRY(st, add_begin(set, doc, &known[e]));
    }
  }
  return st;
}
