// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/annotate.h"

#include "extract/rules/symbols.h"

#include <stdlib.h>

void
isn_annotated_clear(IsnAnnotated* const annotated)
{
  isn_wide_clear(&annotated->text);
  isn_buffer_clear(&annotated->sign);
  free(annotated->units);
  free(annotated->starts);
  free(annotated->triggered);
  free(annotated->needs);
  free(annotated->walked);
  free(annotated->rules);
  *annotated = (IsnAnnotated){ .signs = annotated->signs };
}

const IsnWide*
isn_annotated_text(IsnAnnotated* const annotated)
{
  IsnWide* const text = &annotated->text;
  if (!text->n) {
    isn_wide_append(text, ISN_STR(" "));
    for (size_t u = 0; u < annotated->n_units; ++u) {
      const IsnWide* const wide = &annotated->units[u].sign->wide;
      annotated->units[u].begin = (uint32_t)text->n;
      isn_wide_append_units(text, wide->units, wide->n);
    }
  }
  return text->failed ? NULL : text;
}

/// Behind the marks of the word before and the blank, which a group that
/// begins with a blank («(?<x> {any})») holds but does not mean.
static uint32_t
skip_boundary(const IsnWide* const text, const IsnSpan place)
{
  uint32_t at = place.begin;
  while (at < place.end &&
         (text->units[at] == ' ' || (text->units[at] >= ISN_CLASS_FIRST &&
                                     text->units[at] <= ISN_FEATURE_LAST))) {
    ++at;
  }
  return at;
}

IsnSpan
isn_annotated_units(const IsnAnnotated* const annotated, IsnSpan place)
{
  IsnSpan units = { 0, 0 };
  place.begin = skip_boundary(&annotated->text, place);
  size_t low = 0;
  for (size_t high = annotated->n_units; low < high;) {
    const size_t middle = low + (high - low) / 2;
    if (annotated->units[middle].begin <= place.begin) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  units.begin = low ? (uint32_t)low - 1 : 0;
  units.end = units.begin;
  while (units.end < annotated->n_units &&
         annotated->units[units.end].begin < place.end) {
    ++units.end;
  }
  return units;
}

/// Whether a unit is one of the symbols or has one of the classes.
static bool
has_need(const IsnSign* const sign, const IsnNeed* const need)
{
  for (size_t at = 0; at < sign->wide.n; ++at) {
    const uint32_t c = sign->wide.units[at]; // marks are one unit each
    if (c >= ISN_SYMBOL_FIRST && c < ISN_SYMBOL_FIRST + ISN_N_SYMBOLS &&
        need->symbols >> (c - ISN_SYMBOL_FIRST) & 1u) {
      return true;
    }
    for (size_t i = 0; i < need->n_classes; ++i) {
      if (c == ISN_CLASS_FIRST + need->classes[i]) {
        return true;
      }
    }
  }
  return false;
}

bool
isn_annotated_has(const IsnAnnotated* const annotated,
                  const IsnNeeds* const needs)
{
  for (size_t i = 0; i < needs->n_needs; ++i) {
    bool has = false;
    for (size_t u = 0; u < annotated->n_units && !has; ++u) {
      has = has_need(annotated->units[u].sign, &needs->needs[i]);
    }
    if (!has) {
      return false;
    }
  }
  return true;
}
