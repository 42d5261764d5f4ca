// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// The rules' own examples: isn_knowledge_check of extractor.h.
#include "extract/extractor.h"

#include "extract/knowledge.h"
#include "extract/rules/literals.h"
#include "extract/tokenize/normal.h"

/// One check of examples.
typedef struct {
  IsnExtractor* extractor;
  IsnArena arena;
  const IsnSink* sink;
  size_t n_passed;
  size_t n_failed;
} Check;

static bool
same_text(Check* const c, const IsnStr a, const IsnStr b)
{
  return isn_str_equal(isn_normal_copy(&c->arena, a, ISN_FOLD_FULL),
                       isn_normal_copy(&c->arena, b, ISN_FOLD_FULL));
}

/// Whether `name` is a form of entity number `entity`; "document" of none.
static bool
is_named(Check* const c,
         const IsnDocument* const doc,
         const uint32_t entity,
         const IsnStr name)
{
  if (entity == ISN_NO_ENTITY) {
    return isn_str_is(name, "document");
  }
  const IsnEntity* const e = &doc->entities[entity];
  bool is_found = same_text(c, e->label, name);
  for (size_t i = 0; i < e->n_aliases && !is_found; ++i) {
    is_found = same_text(c, e->aliases[i], name);
  }
  return is_found;
}

static bool
has_fact(Check* const c,
         const IsnDocument* const doc,
         const IsnRule* const rule,
         const IsnExpectation* const e)
{
  for (size_t i = 0; i < doc->n_facts; ++i) {
    const IsnFact* const f = &doc->facts[i];
    if (f->property == e->property && !f->modality &&
        isn_str_equal(f->rule, rule->name) &&
        is_named(c, doc, f->subject, e->subject) &&
        (f->object == ISN_NO_ENTITY ? same_text(c, f->value, e->object)
                                    : is_named(c, doc, f->object, e->object))) {
      return true;
    }
  }
  return false;
}

static bool
has_mention(Check* const c,
            const IsnDocument* const doc,
            const IsnRule* const rule,
            const IsnStr words)
{
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (isn_str_equal(m->rule, rule->name) &&
        same_text(c, isn_document_words(doc, m->chars), words)) {
      return true;
    }
  }
  return false;
}

static bool
has_fired(const IsnDocument* const doc, const IsnRule* const rule)
{
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    if (isn_str_equal(doc->mentions[i].rule, rule->name)) {
      return true;
    }
  }
  for (size_t i = 0; i < doc->n_facts; ++i) {
    if (isn_str_equal(doc->facts[i].rule, rule->name) &&
        !doc->facts[i].modality) {
      return true;
    }
  }
  return false;
}

static void
count(Check* const c,
      const bool is_good,
      const IsnRule* const rule,
      const IsnExample* const example,
      const char* const what,
      const IsnStr words)
{
  if (is_good) {
    ++c->n_passed;
    return;
  }
  ++c->n_failed;
  const IsnPlace place = { rule->file.data, example->line, 0 };
  isn_error(c->sink,
            ISN_ERR_RULES,
            &place,
            "rule %s: %s: %.*s",
            rule->name.data,
            what,
            (int)words.n_bytes,
            words.data ? words.data : "");
}

static IsnStatus
extract(Check* const c, const IsnExample* const example, IsnDocument* const doc)
{
  IsnStatus st = ISN_SUCCESS;
  isn_arena_reset(&c->arena);
  isn_document_init(doc, &c->arena);
  doc->id = ISN_STR("example");
  doc->text = example->text;
  doc->date = example->date;
  ISN_TRY(st, isn_extract_tokens(c->extractor, doc));
  ISN_TRY(st, isn_extract_entities(c->extractor, doc));
  return isn_extract_relations(c->extractor, doc);
}

static IsnStatus
check_example(Check* const c,
              const IsnRule* const rule,
              const IsnExample* const example)
{
  IsnDocument doc;
  const IsnStatus st = extract(c, example, &doc);
  if (st != ISN_SUCCESS) {
    return st;
  }
  if (example->is_counter) {
    count(c,
          !has_fired(&doc, rule),
          rule,
          example,
          "fires where it must not",
          example->text);
  }
  for (size_t i = 0; i < example->n_expectations; ++i) {
    const IsnExpectation* const e = &example->expectations[i];
    count(c,
          e->property ? has_fact(c, &doc, rule, e)
                      : has_mention(c, &doc, rule, e->object),
          rule,
          example,
          e->property ? "its example does not give the fact with object"
                      : "its example does not give the mention",
          e->object);
  }
  return st;
}

static bool
is_asked_for(const IsnRule* const rule,
             const char* const* const files,
             const size_t n_files)
{
  for (size_t i = 0; i < n_files; ++i) {
    if (isn_str_is(rule->file, files[i])) {
      return true;
    }
  }
  return !n_files;
}

/// Warn of words that no pattern meets: of the rules asked for, and of what
/// they share.
static void
check_literals(const IsnKnowledge* const knowledge,
               const char* const* const files,
               const size_t n_files,
               const IsnSink* const sink)
{
  const IsnRuleSet* const set = &knowledge->rules;
  const IsnImage* const image = &knowledge->image;
  IsnSurfaces surfaces = { 0 };
  for (size_t i = 0; i < set->n_rules; ++i) {
    if (is_asked_for(&set->rules[i], files, n_files)) {
      isn_literals_check(&set->rules[i], image, &surfaces, sink);
    }
  }
  for (size_t i = 0; i < set->n_defines && !n_files; ++i) {
    const IsnDefine* const define = &set->defines[i];
    isn_literals_check_part(
      "define", define->name, define->pattern, image, &surfaces, sink);
  }
  isn_surfaces_clear(&surfaces);
}

/// Warn of the rules asked for that no net can speak of (see outline.h).
static void
check_nets(const IsnRuleSet* const set,
           const char* const* const files,
           const size_t n_files,
           const IsnSink* const sink)
{
  for (size_t i = 0; i < set->n_rules; ++i) {
    const IsnRule* const rule = &set->rules[i];
    const IsnPlace place = { rule->file.data, rule->line, 0 };
    if (!set->filter.nets[i].n_nodes && is_asked_for(rule, files, n_files)) {
      isn_warning(sink,
                  &place,
                  "rule %s: it is tried at every word, for its pattern holds "
                  "what only PCRE2 understands («(?i)», a back reference); "
                  "write it without",
                  rule->name.data);
    }
  }
}

/// Warn of kinds that ask for letters in a way that cannot be noted (see
/// letters.h): every new word is matched against them.
static void
check_kinds(const IsnRuleSet* const set, const IsnSink* const sink)
{
  for (size_t i = 0; i < set->kinds.n; ++i) {
    const IsnKind* const kind = &set->kinds.list[i];
    if (!kind->is_told) {
      isn_warning(sink,
                  NULL,
                  "kind %.*s: it is matched on every new word, for it asks for "
                  "letters otherwise than by whole words, how they begin, end "
                  "(«[ء-ي]+ات(?![ء-ي])») and how many they are "
                  "(«[ء-ي]{3}»); write it so",
                  (int)kind->name.n_bytes,
                  kind->name.data);
    }
  }
}

static IsnStatus
check_rules(Check* const c,
            const IsnKnowledge* const knowledge,
            const char* const* const files,
            const size_t n_files)
{
  IsnStatus st = isn_extractor_new(&c->extractor, knowledge, c->sink);
  for (size_t i = 0; i < knowledge->rules.n_rules && st == ISN_SUCCESS; ++i) {
    const IsnRule* const rule = &knowledge->rules.rules[i];
    for (size_t e = 0; e < rule->n_examples && st == ISN_SUCCESS &&
                       is_asked_for(rule, files, n_files);
         ++e) {
      st = check_example(c, rule, &rule->examples[e]);
    }
  }
  check_literals(knowledge, files, n_files, c->sink);
  check_nets(&knowledge->rules, files, n_files, c->sink);
  check_kinds(&knowledge->rules, c->sink);
  isn_extractor_free(c->extractor);
  isn_arena_clear(&c->arena);
  return st;
}

IsnStatus
isn_knowledge_check(const IsnKnowledge* const knowledge,
                    const char* const* const files,
                    const size_t n_files,
                    const IsnSink* const sink,
                    size_t* const n_passed,
                    size_t* const n_failed)
{
  Check c = { .sink = sink };
  IsnStatus st = ISN_SUCCESS;
  if (!isn_image_is_intact(&knowledge->image)) {
    return isn_error(sink,
                     ISN_ERR_RULES,
                     NULL,
                     "the compiled gazetteers are damaged; make them again "
                     "with `isnad compile`");
  }
  if (n_files) { // in place of their namesakes, the others' definitions known
    IsnKnowledge with = { .image = knowledge->image };
    char schemas[4096];
    isn_knowledge_schema_dir(schemas, sizeof(schemas), knowledge->data_dir);
    st = isn_rules_load(&with.rules,
                        knowledge->data_dir,
                        schemas,
                        files,
                        n_files,
                        &knowledge->image,
                        NULL,
                        sink);
    if (st == ISN_SUCCESS) {
      st = check_rules(&c, &with, files, n_files);
    }
    isn_rules_clear(&with.rules);
  } else {
    st = check_rules(&c, knowledge, files, n_files);
  }
  *n_passed = c.n_passed;
  *n_failed = c.n_failed;
  return st;
}
