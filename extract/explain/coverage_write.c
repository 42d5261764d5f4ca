// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/explain/coverage.h"

#include "extract/explain/sentence.h"

#include <stdlib.h>

/// Numbers of the rules, those that cost most first; NULL without memory.
static size_t*
sort_by_time(const IsnCoverage* const c)
{
  const size_t n = c->knowledge->rules.n_rules;
  size_t* const order = calloc(n + 1, sizeof(*order));
  for (size_t i = 0; order && i < n; ++i) { // by insertion: some hundreds
    size_t at = i;
    while (at && c->accounts[order[at - 1]].seconds < c->accounts[i].seconds) {
      order[at] = order[at - 1];
      --at;
    }
    order[at] = i;
  }
  return order;
}

static void
write_table(const IsnCoverage* const c, IsnBuffer* const out)
{
  const IsnRuleSet* const rules = &c->knowledge->rules;
  size_t* const order = sort_by_time(c);
  double all = 0;
  for (size_t i = 0; i < rules->n_rules; ++i) {
    all += c->accounts[i].seconds;
  }
  isn_print(out,
            "%llu documents, %.2f MB of text, %.3f s, of which rules %.3f s\n\n"
            "       ms  share     tried       us  matched  matches  makes  "
            "alone  named  rule\n",
            (unsigned long long)c->n_documents,
            (double)c->n_bytes / 1e6,
            c->all_seconds,
            all);
  for (size_t i = 0; order && i < rules->n_rules; ++i) {
    const IsnRuleAccount* const a = &c->accounts[order[i]];
    const IsnRule* const rule = &rules->rules[order[i]];
    isn_print(
      out,
      "%9.2f %5.1f%% %9llu %8.2f %8llu %8llu %6llu %6llu %6llu  %s  %s:%zu\n",
      a->seconds * 1e3,
      all > 0 ? a->seconds / all * 100 : 0,
      (unsigned long long)a->n_tries,
      a->n_tries ? a->seconds / (double)a->n_tries * 1e6 : 0,
      (unsigned long long)a->n_hits,
      (unsigned long long)a->n_matches,
      (unsigned long long)a->n_products,
      (unsigned long long)a->n_alone,
      (unsigned long long)a->n_credited,
      rule->name.data,
      rule->file.data,
      rule->line);
  }
  free(order);
}

static void
write_idle(const IsnCoverage* const c, IsnBuffer* const out)
{
  const IsnRuleSet* const rules = &c->knowledge->rules;
  isn_print(out, "\nRules that gave nothing:\n");
  for (size_t i = 0; i < rules->n_rules; ++i) {
    const IsnRuleAccount* const a = &c->accounts[i];
    const IsnRule* const rule = &rules->rules[i];
    // Some rules make nothing themselves, but say who has the word, where, or
    // what the lines of a list name
    const bool says_where = rule->account.n_groups ||
                            rule->elsewhere.n_groups || rule->away.n_groups ||
                            rule->unheld.n_groups || rule->listed.n_groups;
    const bool is_idle =
      (!rule->speaker.n_groups && !says_where) || !a->n_matches;
    if (!a->n_credited && is_idle) {
      isn_print(out,
                "  %s  %s:%zu: %s\n",
                rule->name.data,
                rule->file.data,
                rule->line,
                !a->n_tries     ? "what it needs never occurs"
                : !a->n_matches ? "tried, never matches"
                : !a->n_products
                  ? "matches, but nothing comes of it"
                  : "all that it makes, another rule is named for");
    }
  }
}

static void
write_shadow(const IsnCoverage* const c,
             const size_t a,
             const size_t b,
             IsnBuffer* const out)
{
  const IsnRule* const rules = c->knowledge->rules.rules;
  const bool is_mutual = c->accounts[a].n_products == c->accounts[b].n_products;
  if (is_mutual && a > b) {
    return; // told the other way round
  }
  isn_print(out,
            "  %s: each of its %llu is one of %s's %llu%s\n",
            rules[a].name.data,
            (unsigned long long)c->accounts[a].n_products,
            rules[b].name.data,
            (unsigned long long)c->accounts[b].n_products,
            is_mutual ? ", and the reverse" : "");
}

/// The rules that make what `a` makes, where none of them makes all of it.
static void
write_joint_shadow(const IsnCoverage* const c,
                   const size_t a,
                   IsnBuffer* const out)
{
  const size_t n = c->knowledge->rules.n_rules;
  const IsnRule* const rules = c->knowledge->rules.rules;
  const char* separator = ": ";
  isn_print(out,
            "  %s: each of its %llu is also another's",
            rules[a].name.data,
            (unsigned long long)c->accounts[a].n_products);
  for (size_t b = 0; b < n; ++b) {
    const uint32_t n_both = c->together[a * n + b];
    if (b != a && n_both) {
      isn_print(out, "%s%s (%u)", separator, rules[b].name.data, n_both);
      separator = ", ";
    }
  }
  isn_buffer_append_byte(out, '\n');
}

static void
write_shadows(const IsnCoverage* const c, IsnBuffer* const out)
{
  const size_t n = c->knowledge->rules.n_rules;
  isn_print(out, "\nRules all whose mentions or facts other rules make too:\n");
  for (size_t a = 0; a < n; ++a) {
    const uint64_t n_products = c->accounts[a].n_products;
    bool is_told = !n_products || c->accounts[a].n_alone;
    for (size_t b = 0; b < n && !is_told; ++b) {
      is_told = a != b && c->together[a * n + b] == n_products;
    }
    if (n_products && !c->accounts[a].n_alone && !is_told) {
      write_joint_shadow(c, a, out);
    }
    for (size_t b = 0; n_products && b < n; ++b) {
      if (a != b && c->together[a * n + b] == n_products) {
        write_shadow(c, a, b, out);
      }
    }
  }
}

void
isn_coverage_write(const IsnCoverage* const coverage, IsnBuffer* const out)
{
  if (!coverage->n_documents) {
    return; // nothing is known of any rule
  }
  write_table(coverage, out);
  write_idle(coverage, out);
  write_shadows(coverage, out);
}
