// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/lengths.h"

#include "extract/values/date_math.h"

/// More days than these may leave out a weekend.
#define MAX_DAYS 7u

/// What is known of one meeting.
typedef struct {
  size_t begin;  ///< Number + 1 of the fact that says it, 0: none
  size_t end;    ///< likewise
  size_t length; ///< likewise
  bool is_unfit; ///< Two facts disagree, or one is none
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
  size_t* const slot = fact->property == ISN_PROP_START_DATE ? &known->begin
                       : fact->property == ISN_PROP_END_DATE ? &known->end
                       : fact->property == ISN_PROP_DURATION ? &known->length
                                                             : NULL;
  if (slot && *slot) {
    known->is_unfit |= !isn_str_equal(doc->facts[*slot - 1].value, fact->value);
  } else if (slot) {
    known->is_unfit |= fact->modality != ISN_ASSERTED;
    *slot = number + 1;
  }
}

/// The day that is not told, from the one that is.
static IsnStatus
add_other_day(IsnFactSet* const set,
              IsnDocument* const doc,
              const Known* const known)
{
  IsnStatus st = ISN_SUCCESS;
  const IsnFact told =
    doc->facts[(known->begin ? known->begin : known->end) - 1];
  const IsnFact length = doc->facts[known->length - 1];
  const unsigned n_days = count_days(length.value);
  IsnDay day = { 0, 0, 0 };
  if (!n_days || n_days > MAX_DAYS || told.value.n_bytes != 10 ||
      !isn_day_parse(told.value, &day)) {
    return st;
  }
  const int64_t number = isn_day_to_number(day);
  const int64_t n_later = (int64_t)n_days - 1;
  IsnFact other = told;
  other.property = known->begin ? ISN_PROP_END_DATE : ISN_PROP_START_DATE;
  other.value = isn_day_print(
    doc->arena,
    isn_day_from_number(known->begin ? number + n_later : number - n_later));
  if (!other.value.data) {
    return ISN_ERR_NO_MEMORY;
  }
  if (length.confidence < other.confidence) {
    other.confidence = length.confidence;
  }
  ISN_TRY(st, isn_facts_add(set, doc, &other, told.evidence[0]));
  return isn_facts_add(set, doc, &other, length.evidence[0]);
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
    if (!known[e].begin != !known[e].end && known[e].length &&
        !known[e].is_unfit) {
      ISN_TRY(st, add_other_day(set, doc, &known[e]));
    }
  }
  return st;
}
