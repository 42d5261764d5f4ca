// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/rule_xml.h"

#include "extract/base/utf8.h"
#include "extract/rules/vocabulary.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <stdlib.h>

/// A file under way.
typedef struct {
  IsnRuleSet* set;
  IsnStr path;
  const IsnImage* image;
  const IsnSink* sink;
  int order;
  IsnStatus status;
} File;

/// libxml2's errors to the sink, with their place.
static void
report_xml(void* const handle, xmlErrorPtr error)
{
  const File* const f = handle;
  const IsnPlace place = { f->path.data,
                           error->line > 0 ? (size_t)error->line : 0,
                           error->int2 > 0 ? (size_t)error->int2 : 0 };
  IsnStr message = isn_str(error->message ? error->message : "wrong XML");
  while (message.n_bytes && message.data[message.n_bytes - 1] == '\n') {
    --message.n_bytes;
  }
  isn_error(
    f->sink, ISN_ERR_RULES, &place, "%.*s", (int)message.n_bytes, message.data);
}

static IsnStatus
wrong(File* const f, const xmlNode* const node, const char* const what)
{
  const IsnPlace place = { f->path.data, (size_t)xmlGetLineNo(node), 0 };
  f->status = isn_error(f->sink, ISN_ERR_RULES, &place, "%s", what);
  return f->status;
}

static bool
is(const xmlNode* const node, const char* const name)
{
  return node->type == XML_ELEMENT_NODE &&
         !strcmp((const char*)node->name, name);
}

static IsnStr
own(File* const f, xmlChar* const s)
{
  const IsnStr copy =
    s ? isn_arena_copy(&f->set->arena, isn_str((const char*)s))
      : (IsnStr){ NULL, 0 };
  xmlFree(s);
  return copy;
}

static IsnStr
attribute(File* const f, const xmlNode* const node, const char* const name)
{
  return own(f, xmlGetNoNsProp(node, (const xmlChar*)name));
}

static IsnStr
content(File* const f, const xmlNode* const node)
{
  return own(f, xmlNodeGetContent(node));
}

static void
find_groups(const IsnRule* const rule, IsnRef* const ref)
{
  const uint32_t n = isn_regex_n_groups(rule->regex);
  for (uint32_t i = 1; i < n; ++i) {
    const char* const name = isn_regex_group_name(rule->regex, i);
    if (name && isn_str_is(ref->name, name) &&
        ref->n_groups < ISN_MAX_REF_GROUPS) {
      ref->groups[ref->n_groups++] = (uint8_t)i;
    }
  }
}

/// "Meeting", "Event" (a meeting or an operation), "Initiative|Event", …
static IsnTypeSet
read_types(const IsnStr names)
{
  IsnTypeSet types = 0;
  for (size_t begin = 0; begin <= names.n_bytes;) {
    size_t end = begin;
    while (end < names.n_bytes && names.data[end] != '|') {
      ++end;
    }
    const IsnStr name = isn_str_slice(names, begin, end);
    const IsnType type = isn_type_find(name);
    if (!type && !isn_str_is(name, "Event")) {
      return 0;
    }
    types |= type ? ISN_TYPES(type)
                  : ISN_TYPES(ISN_TYPE_MEETING) | ISN_TYPES(ISN_TYPE_OPERATION);
    begin = end + 1;
  }
  return types;
}

/// "@Meeting", "@Initiative|Event", or a group of the rule's pattern.
static bool
read_ref(const IsnRule* const rule, const IsnStr name, IsnRef* const ref)
{
  static const struct {
    const char* name;
    IsnRefKind kind;
  } kinds[] = {
    { "@self", ISN_REF_SELF },         { "@main", ISN_REF_MAIN },
    { "@account", ISN_REF_ACCOUNT },   { "@speaker", ISN_REF_SPEAKER },
    { "@document", ISN_REF_DOCUMENT }, { "@told", ISN_REF_TOLD },
    { "@speaking", ISN_REF_SPEAKING }, { "@met", ISN_REF_MET },
    { "@there", ISN_REF_THERE },       { "@done", ISN_REF_DONE },
    { "@giver", ISN_REF_GIVER },       { "@items", ISN_REF_ITEMS },
    { "@aside", ISN_REF_ASIDE },
  };
  *ref = (IsnRef){ .name = name };
  if (!name.data) {
    return true;
  }
  for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); ++i) {
    if (isn_str_is(name, kinds[i].name)) {
      ref->kind = kinds[i].kind;
      return true;
    }
  }
  if (name.n_bytes && name.data[0] == '@') {
    ref->kind = ISN_REF_LAST;
    ref->types = read_types(isn_str_slice(name, 1, name.n_bytes));
    return ref->types;
  }
  ref->kind = ISN_REF_GROUP;
  find_groups(rule, ref);
  return ref->n_groups > 0;
}

/// A pattern of a rule or kind, translated and compiled.
typedef struct {
  const char* what; ///< "rule" or "kind"
  IsnStr name;
  IsnStr pattern;
  IsnNeeds needs;
  IsnRegex* regex;
} Pattern;

static void
wrong_pattern(File* const f,
              const xmlNode* const node,
              const Pattern* const p,
              const size_t letter,
              const char* const message)
{
  const IsnPlace place = { f->path.data, (size_t)xmlGetLineNo(node), 0 };
  const char* const what = message ? message : "wrong pattern";
  f->status = letter ? isn_error(f->sink,
                                 ISN_ERR_RULES,
                                 &place,
                                 "pattern of %s %s, letter %zu: %s",
                                 p->what,
                                 p->name.data,
                                 letter,
                                 what)
                     : isn_error(f->sink,
                                 ISN_ERR_RULES,
                                 &place,
                                 "pattern of %s %s: %s",
                                 p->what,
                                 p->name.data,
                                 what);
}

/// `*letter` of the pattern is wrong, or 0 if its translation is.
static IsnStatus
make_regex(const File* const f,
           const IsnPatternScope* const scope,
           Pattern* const p,
           size_t* const letter,
           const char** const message)
{
  IsnArena* const arena = &f->set->arena;
  IsnBuffer out = { 0 };
  size_t offset = 0;
  *letter = 0;
  IsnStatus st = isn_pattern_translate(
    scope, p->pattern, &out, &p->needs, arena, message, &offset);
  if (st != ISN_SUCCESS) {
    *letter = isn_utf8_count(isn_str_slice(p->pattern, 0, offset)) + 1;
  } else {
    st = isn_regex_new_anchored(
      &p->regex, isn_buffer_str(&out), arena, message, &offset);
  }
  isn_buffer_clear(&out);
  return st;
}

static IsnStatus
compile_pattern(File* const f, Pattern* const p, const xmlNode* const node)
{
  const IsnPatternScope scope = {
    f->image, f->set->defines, f->set->n_defines, &f->set->kinds
  };
  p->pattern = content(f, node);
  const char* message = "out of memory";
  size_t letter = 0;
  IsnStatus st = make_regex(f, &scope, p, &letter, &message);
  if (st != ISN_SUCCESS) {
    wrong_pattern(f, node, p, letter, message);
    st = ISN_ERR_RULES;
  }
  return st;
}

static IsnStatus
read_pattern(File* const f, IsnRule* const rule, const xmlNode* const node)
{
  Pattern p = { "rule", rule->name, { NULL, 0 }, rule->needs, NULL };
  const IsnStatus st = compile_pattern(f, &p, node);
  rule->pattern = p.pattern;
  rule->n_defines = f->set->n_defines;
  rule->needs = p.needs;
  rule->regex = p.regex;
  return st;
}

static IsnStatus
read_kind(File* const f, const xmlNode* const node)
{
  IsnKinds* const kinds = &f->set->kinds;
  IsnKind* const list = isn_arena_grow(
    &f->set->arena, kinds->list, kinds->n, &kinds->capacity, sizeof(*list));
  if (!list) {
    return ISN_ERR_NO_MEMORY;
  }
  kinds->list = list;
  Pattern p = { .what = "kind", .name = attribute(f, node, "name") };
  const IsnPatternScope scope = { .image = f->image, .kinds = kinds };
  if (isn_pattern_class(&scope, p.name) != ISN_NO_CLASS) {
    return wrong(f, node, "a class or kind of this name is there already");
  }
  if (isn_classes_kind(f->image, kinds->n) >= ISN_MAX_CLASSES) {
    return wrong(f, node, "more classes and kinds than fit");
  }
  const IsnStatus st = compile_pattern(f, &p, node);
  if (st == ISN_SUCCESS) {
    const IsnPatternScope all = {
      f->image, f->set->defines, f->set->n_defines, kinds
    };
    uint32_t formula = ISN_NO_FORMULA;
    const bool is_told = isn_letters_learn(
      &f->set->letters, &all, p.pattern, &f->set->arena, &formula);
    kinds->have_formulas =
      formula != ISN_NO_FORMULA && (kinds->have_formulas || !kinds->n);
    list[kinds->n++] = (IsnKind){ p.name,  p.pattern, f->set->n_defines,
                                  p.regex, is_told,   formula };
  }
  return st;
}

static IsnStatus
read_fact(File* const f,
          const IsnRule* const rule,
          const xmlNode* const node,
          IsnRuleFact* const fact)
{
  fact->property = isn_property_find(attribute(f, node, "property"));
  if (!fact->property) {
    return wrong(f, node, "no such property; see extract/vocabulary.c");
  }
  fact->constant = attribute(f, node, "constant");
  if (!read_ref(rule, attribute(f, node, "subject"), &fact->subject) ||
      !read_ref(rule, attribute(f, node, "object"), &fact->object) ||
      !read_ref(rule, attribute(f, node, "context"), &fact->context)) {
    return wrong(f,
                 node,
                 "subject, object and context must name a group of the "
                 "pattern or be one of @self @main @account @aside @told @met "
                 "@done @there @giver @items @speaker @speaking @document "
                 "@Type");
  }
  if (fact->object.kind == ISN_REF_NONE && !fact->constant.data) {
    return wrong(f, node, "a fact needs an object or a constant");
  }
  return ISN_SUCCESS;
}

static size_t
count(const xmlNode* const parent, const char* const name)
{
  size_t n = 0;
  for (const xmlNode* c = parent->children; c; c = c->next) {
    n += is(c, name);
  }
  return n;
}

static IsnStatus
read_expectations(File* const f,
                  const xmlNode* const node,
                  IsnExample* const example)
{
  example->expectations =
    isn_arena_array(&f->set->arena,
                    count(node, "fact") + count(node, "mention") + 1,
                    sizeof(*example->expectations));
  if (!example->expectations) {
    return ISN_ERR_NO_MEMORY;
  }
  for (const xmlNode* c = node->children; c; c = c->next) {
    IsnExpectation* const e = &example->expectations[example->n_expectations];
    if (is(c, "mention")) {
      e->object = content(f, c);
      ++example->n_expectations;
    } else if (is(c, "fact")) {
      e->property = isn_property_find(attribute(f, c, "property"));
      e->subject = attribute(f, c, "subject");
      e->object = attribute(f, c, "object");
      if (!e->property) {
        return wrong(f, c, "no such property; see extract/vocabulary.c");
      }
      ++example->n_expectations;
    }
  }
  return ISN_SUCCESS;
}

static IsnStatus
read_example(File* const f, const xmlNode* const node, IsnExample* const e)
{
  e->is_counter = is(node, "counter");
  e->text = attribute(f, node, "text");
  e->date = attribute(f, node, "date");
  e->line = (size_t)xmlGetLineNo(node);
  return read_expectations(f, node, e);
}

static double
number(const IsnStr s, const double otherwise)
{
  return s.data ? strtod(s.data, NULL) : otherwise;
}

static IsnStatus
read_attributes(File* const f, IsnRule* const rule, const xmlNode* const node)
{
  static const char* const kinds[] = { "entity", "anaphor", "relation" };
  for (int i = 0; i <= ISN_RULE_RELATION; ++i) {
    if (is(node, kinds[i])) {
      rule->kind = (IsnRuleKind)i;
    }
  }
  rule->file = f->path;
  rule->line = (size_t)xmlGetLineNo(node);
  rule->name = attribute(f, node, "name");
  rule->order = f->order;
  rule->priority = (int)number(attribute(f, node, "priority"), 0);
  rule->is_first = isn_str_is(attribute(f, node, "first"), "yes");
  rule->confidence = number(attribute(f, node, "confidence"), 0.8);
  rule->entity_kind = attribute(f, node, "kind");
  const IsnStr modality = attribute(f, node, "modality");
  rule->accepts = isn_str_is(modality, "any")         ? ISN_ACCEPTS_ANY
                  : isn_str_is(modality, "announced") ? ISN_ACCEPTS_ANNOUNCED
                                                      : ISN_ACCEPTS_ASSERTED;
  rule->once = isn_str_is(attribute(f, node, "once"), "yes");
  rule->apart = isn_str_is(attribute(f, node, "overlap"), "no");
  rule->in_lead = isn_str_is(attribute(f, node, "lead"), "yes");
  rule->is_default = isn_str_is(attribute(f, node, "default"), "yes");
  const IsnStr within = attribute(f, node, "within");
  rule->within = isn_type_find(within);
  rule->type = isn_type_find(attribute(f, node, "type"));
  if ((rule->kind != ISN_RULE_RELATION && !rule->type) ||
      (within.data && !rule->within)) {
    return wrong(f, node, "no such type; see extract/vocabulary.c");
  }
  const IsnStr trigger = attribute(f, node, "trigger");
  const IsnPatternScope scope = {
    f->image, f->set->defines, f->set->n_defines, &f->set->kinds
  };
  rule->has_trigger = trigger.data;
  if (trigger.data && !isn_pattern_trigger(&scope, trigger, &rule->needs)) {
    return wrong(f, node, "the trigger names an unknown class or type");
  }
  return ISN_SUCCESS;
}

static IsnStatus
read_parts(File* const f, IsnRule* const rule, const xmlNode* const node)
{
  IsnStatus st = ISN_SUCCESS;
  for (const xmlNode* c = node->children; c; c = c->next) {
    if (is(c, "fact")) {
      ISN_TRY(st, read_fact(f, rule, c, &rule->facts[rule->n_facts]));
      ++rule->n_facts;
    } else if (is(c, "example") || is(c, "counter")) {
      ISN_TRY(st, read_example(f, c, &rule->examples[rule->n_examples]));
      ++rule->n_examples;
    }
  }
  read_ref(rule, ISN_STR("mention"), &rule->mention);
  read_ref(rule, ISN_STR("nested"), &rule->nested);
  read_ref(rule, ISN_STR("trigger"), &rule->trigger);
  read_ref(rule, ISN_STR("speaker"), &rule->speaker);
  read_ref(rule, ISN_STR("body"), &rule->body);
  read_ref(rule, ISN_STR("excellency"), &rule->excellency);
  read_ref(rule, ISN_STR("account"), &rule->account);
  read_ref(rule, ISN_STR("elsewhere"), &rule->elsewhere);
  read_ref(rule, ISN_STR("away"), &rule->away);
  read_ref(rule, ISN_STR("unheld"), &rule->unheld);
  read_ref(rule, ISN_STR("listed"), &rule->listed);
  return st;
}

static IsnStatus
read_rule(File* const f, const xmlNode* const node)
{
  IsnStatus st = ISN_SUCCESS;
  IsnRuleSet* const set = f->set;
  IsnRule* const rules = isn_arena_grow(
    &set->arena, set->rules, set->n_rules, &set->capacity, sizeof(*rules));
  if (!rules) {
    return ISN_ERR_NO_MEMORY;
  }
  set->rules = rules;
  IsnRule rule = { 0 };
  const size_t n_examples = count(node, "example") + count(node, "counter");
  rule.facts =
    isn_arena_array(&set->arena, count(node, "fact") + 1, sizeof(*rule.facts));
  rule.examples =
    isn_arena_array(&set->arena, n_examples + 1, sizeof(*rule.examples));
  if (!rule.facts || !rule.examples) {
    return ISN_ERR_NO_MEMORY;
  }
  ISN_TRY(st, read_attributes(f, &rule, node));
  for (const xmlNode* c = node->children; c; c = c->next) {
    if (is(c, "pattern")) {
      ISN_TRY(st, read_pattern(f, &rule, c));
    }
  }
  st = read_parts(f, &rule, node);
  if (st == ISN_SUCCESS) {
    set->rules[set->n_rules++] = rule;
  } else {
    isn_regex_free(rule.regex);
  }
  return st;
}

static IsnStatus
read_define(File* const f, const xmlNode* const node)
{
  IsnRuleSet* const set = f->set;
  IsnDefine* const defines = isn_arena_grow(&set->arena,
                                            set->defines,
                                            set->n_defines,
                                            &set->defines_capacity,
                                            sizeof(*defines));
  if (!defines) {
    return ISN_ERR_NO_MEMORY;
  }
  set->defines = defines;
  set->defines[set->n_defines++] =
    (IsnDefine){ attribute(f, node, "name"), content(f, node) };
  return ISN_SUCCESS;
}

static bool
is_valid(File* const f, xmlDoc* const doc, const char* const schema)
{
  xmlRelaxNGParserCtxt* const parser = xmlRelaxNGNewParserCtxt(schema);
  xmlRelaxNGSetParserStructuredErrors(parser, report_xml, f);
  xmlRelaxNG* const rng = parser ? xmlRelaxNGParse(parser) : NULL;
  xmlRelaxNGValidCtxt* const valid = rng ? xmlRelaxNGNewValidCtxt(rng) : NULL;
  bool is_good = false;
  if (valid) {
    xmlRelaxNGSetValidStructuredErrors(valid, report_xml, f);
    is_good = !xmlRelaxNGValidateDoc(valid, doc);
  }
  xmlRelaxNGFreeValidCtxt(valid);
  xmlRelaxNGFree(rng);
  xmlRelaxNGFreeParserCtxt(parser);
  return is_good;
}

static void
read_root(File* const f, const xmlNode* const root)
{
  f->order = (int)number(attribute(f, root, "order"), 0);
  for (const xmlNode* c = root->children; c; c = c->next) {
    IsnStatus st = ISN_SUCCESS;
    if (is(c, "define")) {
      st = read_define(f, c);
    } else if (is(c, "kind")) {
      st = read_kind(f, c);
    } else if (is(c, "entity") || is(c, "anaphor") || is(c, "relation")) {
      st = read_rule(f, c);
    }
    f->status = isn_is_error(st) ? st : f->status;
  }
}

IsnStatus
isn_rule_xml_read(IsnRuleSet* const set,
                  const char* const path,
                  const char* const schema,
                  const IsnImage* const image,
                  const IsnSink* const sink)
{
  File f = { .set = set, .image = image, .sink = sink };
  f.path = isn_arena_copy(&set->arena, isn_str(path));
  xmlParserCtxt* const context = xmlNewParserCtxt();
  if (!f.path.data || !context) {
    xmlFreeParserCtxt(context);
    return ISN_ERR_NO_MEMORY;
  }
  xmlSetStructuredErrorFunc(&f, report_xml);
  xmlDoc* const doc =
    xmlCtxtReadFile(context, path, NULL, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  if (!doc || !is_valid(&f, doc, schema)) {
    f.status = ISN_ERR_RULES;
  } else {
    read_root(&f, xmlDocGetRootElement(doc));
  }
  xmlSetStructuredErrorFunc(NULL, NULL);
  xmlFreeDoc(doc);
  xmlFreeParserCtxt(context);
  return f.status;
}
