// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file rule.h Rules as loaded: const, shared by all workers.
#ifndef ISN_RULES_RULE_H
#define ISN_RULES_RULE_H

#include "extract/document.h"
#include "extract/rules/filter.h"
#include "extract/rules/letters.h"
#include "extract/rules/pattern.h"
#include "extract/rules/regex.h"

typedef enum {
  ISN_RULE_ENTITY,   ///< Makes mentions
  ISN_RULE_ANAPHOR,  ///< Makes mentions of what was named before
  ISN_RULE_RELATION, ///< Makes facts
} IsnRuleKind;

/// Which modalities a relation rule takes for facts.
typedef enum {
  ISN_ACCEPTS_ASSERTED,
  ISN_ACCEPTS_ANNOUNCED, ///< Also what is firmly announced («ستعقد»)
  ISN_ACCEPTS_ANY,
} IsnAccepts;

/// What a fact's side refers to.
typedef enum {
  ISN_REF_NONE,
  ISN_REF_GROUP, ///< A named group of the pattern
  ISN_REF_SELF,  ///< "@self": the mention a `within` rule looks into
  ISN_REF_LAST, ///< "@Meeting", …: last mention of that type before the match
  ISN_REF_MAIN, ///< "@main": the event that the document reports
  ISN_REF_ACCOUNT,  ///< "@account": the same, if it is a meeting held
  ISN_REF_ASIDE,    ///< "@aside": the meeting on whose margin it all happened
  ISN_REF_TOLD,     ///< "@told": the meeting told of where the match stands
  ISN_REF_MET,      ///< "@met": the meeting that a verb of the match tells of
  ISN_REF_DONE,     ///< "@done": the operation that a verb of it tells of
  ISN_REF_THERE,    ///< "@there": the meeting at which the match «came»
  ISN_REF_SPEAKER,  ///< "@speaker": who spoke last
  ISN_REF_SPEAKING, ///< "@speaking": the same, if in the same paragraph
  ISN_REF_DOCUMENT, ///< "@document"
  ISN_REF_GIVER,    ///< "@giver": who gives what a list of grants names
  ISN_REF_ITEMS,    ///< "@items": what the lines below the match name
} IsnRefKind;

#define ISN_MAX_REF_GROUPS 16

typedef struct {
  IsnRefKind kind;
  IsnStr name;
  IsnTypeSet types;                   ///< Of ISN_REF_LAST
  uint8_t groups[ISN_MAX_REF_GROUPS]; ///< All groups of that name
  uint8_t n_groups;
} IsnRef;

/// A fact that a match states.
typedef struct {
  IsnProperty property;
  IsnRef subject;
  IsnRef object; ///< Entity, or the group whose words or quantity are meant
  IsnRef context;
  IsnStr constant; ///< A literal that the rule itself gives, or absent
} IsnRuleFact;

/// A fact or mention that an example demands.
typedef struct {
  IsnProperty property; ///< ISN_PROP_NONE: a mention, its words in `object`
  IsnStr subject;
  IsnStr object;
} IsnExpectation;

typedef struct {
  IsnStr text;
  IsnStr date;
  bool is_counter; ///< The rule must not fire
  IsnExpectation* expectations;
  size_t n_expectations;
  size_t line;
} IsnExample;

typedef struct {
  IsnRuleKind kind;
  IsnStr name;
  IsnStr file;
  size_t line;
  IsnRegex* regex;
  IsnStr pattern;     ///< As written, for who explains it
  size_t n_defines;   ///< Of the set, that the pattern could use
  IsnNeeds needs;     ///< For who explains the rule; a trigger's is the first
  bool has_trigger;   ///< It is tried only where the trigger stands
  IsnType type;       ///< Of the mentions an entity rule makes
  IsnStr entity_kind; ///< Kind given to its entities, or absent
  int order;          ///< Entity rules: which pass
  int priority;       ///< Among overlapping matches of one pass
  bool is_first;      ///< Only where no other of its type is named before
  IsnRef mention;     ///< Group that is the mention; the whole match if none
  IsnRef trigger;     ///< Group whose clause decides the modality
  IsnRef nested;      ///< Group whose mentions stay mentions of their own
  IsnRef speaker;     ///< Group that says who has the word from there on
  IsnRef body;        ///< Group with the organization of that speaker
  IsnRef excellency;  ///< Group that stands for the person named last
  IsnRef account;     ///< Group with the meeting told of from there on
  IsnRef elsewhere;   ///< Group that turns to something that is no meeting
  IsnRef away;        ///< The same, until the document's meeting is named again
  IsnRef unheld;      ///< Group with a meeting that does not take place
  IsnRef listed;      ///< Group with what the line of a list names
  IsnType within;     ///< Relations: inside mentions of this type only
  IsnAccepts accepts; ///< Modalities that still make it a fact
  bool once;          ///< Only the first match in a document counts
  bool apart;         ///< No match begins inside another one of this rule
  bool in_lead;       ///< Only in the headline and first sentences
  bool is_default;    ///< Facts hold only where no other rule says more
  double confidence;
  IsnRuleFact* facts;
  size_t n_facts;
  IsnExample* examples;
  size_t n_examples;
} IsnRule;

/// Whether what the rule says holds of the lines below.
bool
isn_rule_opens_list(const IsnRule* rule);

/// Owns its rules and all their strings. Entity rules in order of pass, then
/// of file and place; relation rules behind them.
typedef struct {
  IsnArena arena;
  IsnRule* rules;
  size_t n_rules;
  size_t n_entity_rules; ///< Those before the relation rules
  IsnSpan* passes;       ///< Of the entity rules: those of one kind and order
  size_t n_passes;
  IsnSpan list_rules; ///< From the first that has to do with lists to the last
  size_t capacity;
  IsnDefine* defines;
  size_t n_defines;
  size_t defines_capacity;
  IsnKinds kinds;
  IsnLetters letters; ///< What the kinds ask of them
  IsnFilter filter;
  IsnFilter kinds_filter; ///< Of `kinds`, by their numbers
  char checksum[24];
  const void* mapped; ///< File that it refers to (store.h), or NULL
  const struct IsnRuleWatch* watch; ///< See run.h; NULL: nobody looks on
} IsnRuleSet;

/// Whether there is any file of rules.
bool
isn_rules_exist(const char* data_dir);

/// Load `data_dir`/rules/*.xml in byte order of their names, validated by
/// `schema_dir`/rules.rng. Every error found is reported. Then `files`, each in
/// place of the file of the same name that lies there, if one does.
///
/// Without `files`, what is kept at `store` (see store.h; NULL: nowhere) is
/// taken, if it was made from the same.
IsnStatus
isn_rules_load(IsnRuleSet* set,
               const char* data_dir,
               const char* schema_dir,
               const char* const* files,
               size_t n_files,
               const IsnImage* image,
               const char* store,
               const IsnSink* sink);

void
isn_rules_clear(IsnRuleSet* set);

#endif
