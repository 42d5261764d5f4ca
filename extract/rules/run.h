// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file run.h Rules over one annotated stretch.
#ifndef ISN_RULES_RUN_H
#define ISN_RULES_RUN_H

#include "extract/rules/annotate.h"
#include "extract/rules/rule.h"

/// Sentences of a document in which a rule may run into a limit; in those
/// behind it is not tried, so that it cannot hold up a long document.
#define ISN_MAX_RULE_LIMITS 8

/// Annotations that a runner can hold: a sentence and what it quotes.
#define ISN_N_ANNOTATED 8u

/// Knowledge and scratch that running rules needs.
typedef struct {
  const IsnImage* image;
  const IsnRuleSet* rules;
  IsnMatcher* matcher;
  IsnSigns signs;                       ///< Kept from document to document
  IsnAnnotated annotated;               ///< The one rules are run over; reused
  IsnAnnotated turned[ISN_N_ANNOTATED]; ///< The others, see isn_runner_turn
  size_t turn;                          ///< The number of `annotated`
  const IsnSink* sink;
  uint32_t* limits;     ///< By rule, in this document; NULL: none yet
  uint64_t n_limits;    ///< In all documents
  bool is_limit_untold; ///< isn_rules_report_limits has something to say
} IsnRunner;

/// One match, for as long as the callback runs.
typedef struct {
  const IsnRule* rule;
  const IsnAnnotated* annotated;
  const IsnMatcher* matcher;
  IsnSpan units; ///< The whole match
} IsnMatch;

typedef IsnStatus (*IsnMatchFunc)(void* handle, const IsnMatch* match);

/// Who looks on while rules run: isnad explain and isnad check --coverage.
///
/// `begin` and `end` are told of each rule that is tried on a sentence, which
/// is the runner's annotation; `match` of each match in between, before what
/// it makes is made; `skip` of each rule that is not tried, since something
/// that it needs does not occur. Each may be NULL.
typedef struct IsnRuleWatch {
  void* handle;
  void (*begin)(void* handle, const IsnRule* rule);
  void (*match)(void* handle, const IsnDocument* doc, const IsnMatch* match);
  void (*end)(void* handle,
              const IsnRunner* runner,
              const IsnDocument* doc,
              const IsnRule* rule,
              size_t n_matches);
  void (*skip)(void* handle,
               const IsnRunner* runner,
               const IsnDocument* doc,
               const IsnRule* rule);
} IsnRuleWatch;

/// Make annotation `number` of ISN_N_ANNOTATED the one that rules are run over;
/// it is as it was left.
void
isn_runner_turn(IsnRunner* runner, size_t number);

/// Give back what all of them hold.
void
isn_runner_clear_annotated(IsnRunner* runner);

/// Run rules [begin, end) of the set over the runner's annotation, those that
/// look into mentions of type `within` (ISN_TYPE_NONE: at sentences).
///
/// A pattern that runs into a limit is passed over and noted.
IsnStatus
isn_rules_run(IsnRunner* runner,
              const IsnDocument* doc,
              size_t begin,
              size_t end,
              IsnType within,
              IsnMatchFunc func,
              void* handle);

/// Warn of the rules that ran into a limit in `doc`, and forget it.
void
isn_rules_report_limits(IsnRunner* runner, const IsnDocument* doc);

/// Units of the `i`-th group of `ref` that took part; false if it did not.
/// `*at_word`: the group begins behind the first unit's proclitics.
bool
isn_match_units(const IsnMatch* match,
                const IsnRef* ref,
                size_t i,
                IsnSpan* units,
                bool* at_word);

/// Code points of units [begin, end); proclitics of the first are left out if
/// `at_word`.
IsnSpan
isn_match_chars(const IsnAnnotationSource* source,
                const IsnAnnotated* annotated,
                IsnSpan units,
                bool at_word);

/// Tokens of units [begin, end).
static inline IsnSpan
isn_match_tokens(const IsnAnnotated* const annotated, const IsnSpan units)
{
  return (IsnSpan){ annotated->units[units.begin].tokens.begin,
                    annotated->units[units.end - 1].tokens.end };
}

#endif
