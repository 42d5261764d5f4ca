// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/explain/coverage.h"

#include "extract/explain/sentence.h"

#include <stdlib.h>
#include <time.h>

/// Something a rule could have made: equal keys are the same thing.
typedef struct {
  uint64_t key;
  uint32_t rule;
} Product;

typedef struct {
  Product* list;
  size_t n;
  size_t capacity;
} Products;

static double
now(void)
{
  struct timespec time = { 0, 0 };
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static size_t
rule_number(const IsnCoverage* const c, const IsnRule* const rule)
{
  return (size_t)(rule - c->knowledge->rules.rules);
}

// Looking on ----------------------------------------------------------------

static void
begin_try(void* const handle, const IsnRule* const rule)
{
  IsnCoverage* const c = handle;
  (void)rule;
  c->begun = now();
}

static void
note_match(void* const handle,
           const IsnDocument* const doc,
           const IsnMatch* const match)
{
  IsnCoverage* const c = handle;
  const double begun = now();
  isn_trail_note(&c->trail, doc, match);
  c->begun += now() - begun; // looking on is not the rule's cost
}

static void
end_try(void* const handle,
        const IsnRunner* const runner,
        const IsnDocument* const doc,
        const IsnRule* const rule,
        const size_t n_matches)
{
  IsnCoverage* const c = handle;
  IsnRuleAccount* const account = &c->accounts[rule_number(c, rule)];
  (void)runner;
  (void)doc;
  account->seconds += now() - c->begun;
  ++account->n_tries;
  account->n_hits += n_matches > 0;
  account->n_matches += n_matches;
}

// One document --------------------------------------------------------------

static bool
add_product(Products* const products,
            IsnArena* const arena,
            const uint64_t key,
            const size_t rule)
{
  Product* const list = isn_arena_grow(
    arena, products->list, products->n, &products->capacity, sizeof(*list));
  if (!list) {
    return false;
  }
  products->list = list;
  list[products->n++] = (Product){ key, (uint32_t)rule };
  return true;
}

/// Facts are keyed by their number, mentions by type and place behind them.
static bool
find_products(const IsnCoverage* const c,
              const IsnDocument* const doc,
              Products* const products)
{
  bool is_good = true;
  for (size_t s = 0; s < c->trail.n_steps && is_good; ++s) {
    const IsnStep* const step = &c->trail.steps[s];
    const size_t number = rule_number(c, step->rule);
    if (step->rule->kind != ISN_RULE_RELATION) {
      const uint64_t place =
        (uint64_t)step->mention.begin << 32 | step->mention.end;
      const uint64_t key =
        (uint64_t)1 << 63 | place << 3 | (uint64_t)step->rule->type;
      is_good = add_product(products, doc->arena, key, number);
      continue;
    }
    for (size_t f = 0; f < doc->n_facts && is_good; ++f) {
      if (isn_step_gave_fact(step, doc, &doc->facts[f])) {
        is_good = add_product(products, doc->arena, f, number);
      }
    }
  }
  return is_good;
}

static int
compare_products(const void* const a, const void* const b)
{
  const Product* const x = a;
  const Product* const y = b;
  if (x->key != y->key) {
    return x->key < y->key ? -1 : 1;
  }
  return (x->rule > y->rule) - (x->rule < y->rule);
}

/// Count who made the same, over the sorted products.
static void
count_together(IsnCoverage* const c, Products* const products)
{
  const size_t n_rules = c->knowledge->rules.n_rules;
  size_t n = 0;
  for (size_t i = 0; i < products->n; ++i) { // each rule once for each thing
    if (!n || compare_products(&products->list[n - 1], &products->list[i])) {
      products->list[n++] = products->list[i];
    }
  }
  for (size_t begin = 0, end = 0; begin < n; begin = end) {
    while (end < n && products->list[end].key == products->list[begin].key) {
      ++end;
    }
    for (size_t a = begin; a < end; ++a) {
      const size_t rule = products->list[a].rule;
      ++c->accounts[rule].n_products;
      c->accounts[rule].n_alone += end - begin == 1;
      for (size_t b = begin; b < end; ++b) {
        ++c->together[rule * n_rules + products->list[b].rule];
      }
    }
  }
}

static void
credit(IsnCoverage* const c, const IsnStr name)
{
  const IsnRuleSet* const rules = &c->knowledge->rules;
  for (size_t i = 0; i < rules->n_rules; ++i) {
    if (isn_str_equal(rules->rules[i].name, name)) {
      ++c->accounts[i].n_credited;
      return;
    }
  }
}

IsnStatus
isn_coverage_add(IsnCoverage* const coverage,
                 const IsnDocument* const doc,
                 const double seconds)
{
  Products products = { NULL, 0, 0 };
  ++coverage->n_documents;
  coverage->n_bytes += doc->text.n_bytes;
  coverage->all_seconds += seconds;
  if (coverage->trail.failed || !find_products(coverage, doc, &products)) {
    return ISN_ERR_NO_MEMORY;
  }
  if (products.n) {
    qsort(products.list, products.n, sizeof(*products.list), compare_products);
    count_together(coverage, &products);
  }
  for (size_t i = 0; i < doc->n_facts; ++i) {
    credit(coverage, doc->facts[i].rule);
  }
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    credit(coverage, doc->mentions[i].rule);
  }
  return ISN_SUCCESS;
}

// The whole -----------------------------------------------------------------

IsnStatus
isn_coverage_open(IsnCoverage* const coverage, IsnKnowledge* const knowledge)
{
  const size_t n = knowledge->rules.n_rules;
  *coverage = (IsnCoverage){ .knowledge = knowledge };
  coverage->trail.image = &knowledge->image;
  coverage->accounts = calloc(n + 1, sizeof(*coverage->accounts));
  coverage->together = calloc(n * n + 1, sizeof(*coverage->together));
  coverage->watch =
    (IsnRuleWatch){ coverage, begin_try, note_match, end_try, NULL };
  knowledge->rules.watch = &coverage->watch;
  return coverage->accounts && coverage->together ? ISN_SUCCESS
                                                  : ISN_ERR_NO_MEMORY;
}

void
isn_coverage_close(IsnCoverage* const coverage)
{
  free(coverage->accounts);
  free(coverage->together);
  *coverage = (IsnCoverage){ NULL };
}

void
isn_coverage_begin(IsnCoverage* const coverage)
{
  isn_trail_restart(&coverage->trail);
}
