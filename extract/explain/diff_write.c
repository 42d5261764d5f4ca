// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/explain/diff.h"
#include "extract/explain/quads.h"
#include "extract/explain/sentence.h"
#include "extract/record.h"

static const IsnClaim*
claim_of(const IsnChange* const change)
{
  return change->after ? change->after : change->before;
}

static IsnStr
name(const IsnDiff* const diff, const IsnStr term)
{
  return isn_claims_name(diff->before, diff->after, term);
}

// For readers ---------------------------------------------------------------

static void
write_object(const IsnDiff* const diff,
             const IsnClaim* const claim,
             IsnBuffer* const out)
{
  isn_buffer_append(out, name(diff, claim->object));
  if (claim->how.n_bytes) {
    isn_buffer_append(out, ISN_STR("  ("));
    isn_buffer_append(out, claim->how);
    isn_buffer_append(out, ISN_STR(")"));
  }
}

static void
write_change(const IsnDiff* const diff,
             const IsnChange* const change,
             IsnBuffer* const out)
{
  static const char signs[ISN_N_CHANGES] = { '-', '+', '~' };
  const IsnClaim* const claim = claim_of(change);
  const IsnStr property = isn_quad_short(claim->property);
  isn_print(out,
            "  %c %.*s  ",
            signs[change->kind],
            (int)property.n_bytes,
            property.data);
  isn_buffer_append(out, name(diff, claim->subject));
  if (change->kind == ISN_CHANGE_CHANGED) {
    isn_buffer_append(out, ISN_STR("\n      old → "));
    write_object(diff, change->before, out);
    isn_buffer_append(out, ISN_STR("\n      new → "));
  } else {
    isn_buffer_append(out, ISN_STR(" → "));
  }
  write_object(diff, claim, out);
  isn_buffer_append_byte(out, '\n');
}

static bool
begins_document(const IsnDiff* const diff, const size_t i)
{
  return !i || !isn_str_equal(claim_of(&diff->list[i - 1])->document,
                              claim_of(&diff->list[i])->document);
}

void
isn_diff_write_text(const IsnDiff* const diff, IsnBuffer* const out)
{
  for (size_t i = 0; i < diff->n; ++i) {
    if (begins_document(diff, i)) {
      isn_buffer_append(out, claim_of(&diff->list[i])->document);
      isn_buffer_append_byte(out, '\n');
    }
    write_change(diff, &diff->list[i], out);
  }
  isn_print(out,
            "%zu added, %zu removed, %zu changed, %zu the same\n",
            diff->n_of_kind[ISN_CHANGE_ADDED],
            diff->n_of_kind[ISN_CHANGE_REMOVED],
            diff->n_of_kind[ISN_CHANGE_CHANGED],
            diff->n_same);
}

// For programs --------------------------------------------------------------

static void
write_member(IsnBuffer* const out, const char* const key, const IsnStr value)
{
  isn_print(out, "\"%s\":", key);
  isn_json_append_string(out, value);
}

static void
write_claim(const IsnClaim* const claim, const char* const key, IsnBuffer* out)
{
  isn_print(out, ",\"%s\":", key);
  if (!claim) {
    isn_buffer_append(out, ISN_STR("null"));
    return;
  }
  isn_buffer_append_byte(out, '{');
  write_member(out, "object", claim->object);
  if (claim->how.n_bytes) {
    isn_buffer_append_byte(out, ',');
    write_member(out, "how", claim->how);
  }
  isn_buffer_append_byte(out, '}');
}

static void
write_json_change(const IsnChange* const change, IsnBuffer* const out)
{
  static const char* const kinds[ISN_N_CHANGES] = { "removed",
                                                    "added",
                                                    "changed" };
  const IsnClaim* const claim = claim_of(change);
  isn_buffer_append_byte(out, '{');
  write_member(out, "change", isn_str(kinds[change->kind]));
  isn_buffer_append_byte(out, ',');
  write_member(out, "document", claim->document);
  isn_buffer_append_byte(out, ',');
  write_member(out, "subject", claim->subject);
  isn_buffer_append_byte(out, ',');
  write_member(out, "property", claim->property);
  write_claim(change->before, "old", out);
  write_claim(change->after, "new", out);
  isn_buffer_append_byte(out, '}');
}

void
isn_diff_write_json(const IsnDiff* const diff, IsnBuffer* const out)
{
  isn_print(out,
            "{\"added\":%zu,\"removed\":%zu,\"changed\":%zu,\"same\":%zu,"
            "\"changes\":[",
            diff->n_of_kind[ISN_CHANGE_ADDED],
            diff->n_of_kind[ISN_CHANGE_REMOVED],
            diff->n_of_kind[ISN_CHANGE_CHANGED],
            diff->n_same);
  for (size_t i = 0; i < diff->n; ++i) {
    isn_buffer_append(out, i ? ISN_STR(",\n") : ISN_STR("\n"));
    write_json_change(&diff->list[i], out);
  }
  isn_buffer_append(out, ISN_STR("]}\n"));
}
