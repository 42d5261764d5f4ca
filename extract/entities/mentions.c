// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/mentions.h"

#include "extract/entities/again.h"
#include "extract/entities/bodies.h"
#include "extract/entities/capitals.h"
#include "extract/entities/clubs.h"
#include "extract/entities/codename.h"
#include "extract/entities/media.h"
#include "extract/entities/nations.h"
#include "extract/entities/order.h"

#include <stdlib.h>

/// A mention that a rule proposes.
typedef struct {
  const IsnRule* rule;
  IsnSpan tokens;
  IsnSpan chars;
  IsnSpan nested; ///< Tokens whose mentions stay; empty if none
  IsnSpan alias;  ///< Code points of an acronym beside it; empty if none
  bool is_bar;    ///< Words that are no such mention, whatever rules say
} Candidate;

/// What one of the runner's annotations shows.
typedef struct {
  IsnSpan tokens;
  uint64_t version; // of the mentions; 0: nothing
} Kept;

/// One pass over the document.
typedef struct {
  IsnRunner* runner;
  IsnDocument* doc;
  IsnAnnotationSource source;
  Candidate* candidates;
  size_t n_candidates;
  size_t capacity;
  size_t first; // mention of the piece under way: work stays inside it
  size_t next_hit;
  uint32_t hits_end; // token behind the last name that is in no other
  bool is_unit; // that name is one of a unit («الأمانة العامة ل…»)
  uint32_t unit_class;
  uint32_t body_class;
  uint32_t venue_class;
  uint32_t office_class;
  uint32_t title_class; ///< «الدكتور»: whom it addresses has the name
  uint32_t meeting_class;
  uint32_t demonstrative_class;
  uint64_t version; // of the mentions: changes with them
  Kept kept[ISN_N_ANNOTATED];
} Pass;

/// How good an entry is among those of one name: larger is better.
static int
entry_rank(const IsnEntry* const entry)
{
  static const char* const types[] = {
    "Place", "City", "Region", "Organization", "Country"
  };
  for (int i = 0; i < (int)(sizeof(types) / sizeof(types[0])); ++i) {
    if (isn_str_is(entry->type, types[i])) {
      return i;
    }
  }
  return -1;
}

static IsnType
entry_type(const IsnEntry* const entry)
{
  return isn_str_is(entry->type, "Organization") ? ISN_TYPE_ORGANIZATION
                                                 : ISN_TYPE_PLACE;
}

static bool
has_class(const Pass* const p, const uint32_t token, const uint32_t number)
{
  return isn_word_has_class(&p->source.analysis->words[token], number);
}

/// Names that gazetteers know, where they are no ordinary words; none that
/// goes on behind `end`.
static IsnStatus
add_hits(Pass* const p, const uint32_t end)
{
  IsnStatus st = ISN_SUCCESS;
  IsnDocument* const doc = p->doc;
  const IsnAnalysis* const analysis = p->source.analysis;
  size_t i = p->next_hit;
  while (i < analysis->n_hits && analysis->hits[i].tokens.begin < end) {
    const IsnSpan tokens = analysis->hits[i].tokens;
    const IsnEntry* best = NULL;
    for (;
         i < analysis->n_hits && analysis->hits[i].tokens.begin == tokens.begin;
         ++i) {
      const IsnHit* const hit = &analysis->hits[i];
      if (!hit->is_common && entry_rank(hit->entry) >= 0 &&
          (!best || entry_rank(hit->entry) > entry_rank(best))) {
        best = hit->entry;
      }
    }
    // A name inside another: of an organization, and only its end
    const bool is_inner = tokens.begin < p->hits_end;
    if (!is_inner) {
      p->hits_end = tokens.end;
      p->is_unit =
        has_class(p, tokens.begin, p->unit_class) ||
        isn_str_is(p->source.analysis->words[tokens.begin].word, "مفوضيه");
    } else if (!p->is_unit ||
               (best && entry_type(best) != ISN_TYPE_ORGANIZATION)) {
      best = NULL;
    }
    if (best && tokens.end <= end) {
      const IsnType type = entry_type(best);
      ISN_TRY(st,
              isn_document_add_mention(
                doc,
                (IsnMention){
                  .entity = ISN_NO_ENTITY,
                  .type = type,
                  .kind = type == ISN_TYPE_PLACE ? best->type : ISN_STR(""),
                  .chars = { analysis->words[tokens.begin].char_begin,
                             doc->tokens[tokens.end - 1].chars.end },
                  .tokens = tokens,
                  .rule = ISN_STR("gazetteer") }));
    }
  }
  p->next_hit = i;
  return st;
}

static IsnSpan
find_alias(const Pass* const p, const IsnMatch* const match)
{
  for (uint32_t i = 1; i < isn_regex_n_groups(match->rule->regex); ++i) {
    const char* const name = isn_regex_group_name(match->rule->regex, i);
    const IsnRef ref = { .kind = ISN_REF_GROUP,
                         .groups = { (uint8_t)i },
                         .n_groups = 1 };
    IsnSpan units;
    bool at_word = false;
    if (name && !strcmp(name, "alias") &&
        isn_match_units(match, &ref, 0, &units, &at_word)) {
      return isn_match_chars(&p->source, match->annotated, units, true);
    }
  }
  return (IsnSpan){ 0, 0 };
}

/// The group a rule calls by `ref`, or `otherwise`; whether it begins behind
/// the proclitics of its first word.
static IsnSpan
group_units(const IsnMatch* const match,
            const IsnRef* const ref,
            const IsnSpan otherwise,
            bool* const at_word)
{
  IsnSpan units = otherwise;
  *at_word = true;
  for (size_t i = 0; i < ref->n_groups; ++i) {
    if (isn_match_units(match, ref, i, &units, at_word)) {
      return units;
    }
  }
  return otherwise;
}

/// «"هآرتس"»: of what stands in quotation marks as a whole, only the words.
static IsnSpan
without_marks(const Pass* const p, IsnSpan tokens, IsnSpan* const chars)
{
  const IsnDocument* const doc = p->doc;
  const IsnWord* const words = p->source.analysis->words;
  if (tokens.end - tokens.begin < 3 ||
      !(words[tokens.begin].flags & ISN_WORD_OPEN) ||
      !(words[tokens.end - 1].flags & ISN_WORD_CLOSE)) {
    return tokens;
  }
  while (tokens.begin < tokens.end &&
         (words[tokens.begin].flags & ISN_WORD_OPEN)) {
    ++tokens.begin;
  }
  while (tokens.begin < tokens.end &&
         (words[tokens.end - 1].flags & ISN_WORD_CLOSE)) {
    --tokens.end;
  }
  if (tokens.end > tokens.begin) {
    chars->begin = doc->tokens[tokens.begin].chars.begin;
    chars->end = doc->tokens[tokens.end - 1].chars.end;
  }
  return tokens;
}

/// «في كلمة أمام المؤتمر الثالث للمياه "النمو هو أقوى ما لدينا …"»: a long
/// quotation at the end is what somebody said, and no title of the thing.
static IsnSpan
without_statement(const Pass* const p, IsnSpan tokens, IsnSpan* const chars)
{
  enum { MAX_TITLE_TOKENS = 16 };
  const IsnWord* const words = p->source.analysis->words;
  if (!(words[tokens.end - 1].flags & ISN_WORD_CLOSE)) {
    return tokens;
  }
  uint32_t open = tokens.end - 1;
  while (open > tokens.begin && !(words[open].flags & ISN_WORD_OPEN)) {
    --open;
  }
  if (tokens.end - open <= MAX_TITLE_TOKENS + 2) {
    return tokens;
  }
  while (open > tokens.begin && words[open - 1].flags & ISN_WORD_OPEN) {
    --open;
  }
  if (open > tokens.begin) {
    tokens.end = open;
    chars->end = p->doc->tokens[open - 1].chars.end;
  }
  return tokens;
}

/// Whether a body's or place's name found before holds `token`.
static bool
is_in_house(const Pass* const p, const uint32_t token)
{
  for (size_t i = p->first; i < p->doc->n_mentions; ++i) {
    const IsnMention* const m = &p->doc->mentions[i];
    if ((m->type == ISN_TYPE_ORGANIZATION || m->type == ISN_TYPE_PLACE) &&
        m->tokens.begin < token && token < m->tokens.end) {
      return true;
    }
  }
  return false;
}

/// «دار الثقافة "زدور بلقاسم"»: what looks like somebody's name in a quotation
/// of a few words, close behind a word for a building or a body, is its name;
/// in «رئيس الهيئة الدكتور "سمير الكيلاني"» it is his.
static bool
is_name_of_house(const Pass* const p, const IsnSpan tokens)
{
  enum { MAX_WORDS = 4, MAX_BACK = 3 };
  const IsnWord* const words = p->source.analysis->words;
  const uint32_t n = (uint32_t)p->doc->n_tokens;
  uint32_t begin = tokens.begin;
  uint32_t end = tokens.end;
  while (begin && end - begin <= MAX_WORDS &&
         !(words[begin - 1].flags & ISN_WORD_OPEN)) {
    --begin;
  }
  while (end < n && end - begin <= MAX_WORDS &&
         !(words[end].flags & ISN_WORD_CLOSE)) {
    ++end;
  }
  if (begin < 2 || end == n || end - begin > MAX_WORDS ||
      has_class(p, begin - 2, p->title_class)) {
    return false;
  }
  for (uint32_t t = begin - 2; begin - t <= MAX_BACK + 1; --t) {
    if (has_class(p, t, p->body_class) || has_class(p, t, p->venue_class)) {
      return !t || !has_class(p, t - 1, p->office_class);
    }
    // «المسرح الجهوي», «المركز الدولي للمؤتمرات», «جامعة وهران 1»
    const IsnStr word = words[t].word;
    if (!t || !(words[t].flags & ISN_WORD_ARTICLE || is_in_house(p, t) ||
                isn_str_starts(word, ISN_STR("لل")) || word.n_bytes < 3)) {
      return false;
    }
  }
  return false;
}

static IsnStatus
propose(void* const handle, const IsnMatch* const match)
{
  Pass* const p = handle;
  Candidate* const list = isn_arena_grow(
    p->doc->arena, p->candidates, p->n_candidates, &p->capacity, sizeof(*list));
  if (!list) {
    return ISN_ERR_NO_MEMORY;
  }
  p->candidates = list;
  const IsnRule* const rule = match->rule;
  const IsnSpan none = { 0, 0 };
  // An alternative without the mention («جامعة الملك فهد») bars its words
  bool at_word = true;
  IsnSpan units = group_units(match,
                              &rule->mention,
                              rule->mention.n_groups ? none : match->units,
                              &at_word);
  const bool is_bar = units.begin == units.end;
  units = is_bar ? match->units : units;
  bool is_nested_at_word = true;
  const IsnSpan nested =
    group_units(match, &rule->nested, none, &is_nested_at_word);
  // «السيد باتو لورنس»: what looks like a proclitic is the name's first letter
  at_word = at_word || rule->type != ISN_TYPE_PERSON;
  IsnSpan chars = isn_match_chars(&p->source, match->annotated, units, at_word);
  IsnSpan tokens =
    without_marks(p, isn_match_tokens(match->annotated, units), &chars);
  tokens = is_bar || tokens.begin == tokens.end
             ? tokens
             : without_statement(p, tokens, &chars);
  if (tokens.begin == tokens.end ||
      (rule->type == ISN_TYPE_PERSON && is_name_of_house(p, tokens))) {
    return ISN_SUCCESS;
  }
  list[p->n_candidates++] = (Candidate){
    .rule = rule,
    .tokens = tokens,
    .chars = chars,
    .nested = nested.end > nested.begin
                ? isn_match_tokens(match->annotated, nested)
                : none,
    .alias = find_alias(p, match),
    .is_bar = is_bar,
  };
  return ISN_SUCCESS;
}

/// Better first: priority, then length, then place, then rule.
static int
compare_candidates(const void* const a, const void* const b)
{
  const Candidate* const x = a;
  const Candidate* const y = b;
  if (x->rule->priority != y->rule->priority) {
    return x->rule->priority > y->rule->priority ? -1 : 1;
  }
  const uint32_t x_length = x->tokens.end - x->tokens.begin;
  const uint32_t y_length = y->tokens.end - y->tokens.begin;
  if (x_length != y_length) {
    return x_length > y_length ? -1 : 1;
  }
  if (x->tokens.begin != y->tokens.begin) {
    return x->tokens.begin < y->tokens.begin ? -1 : 1;
  }
  return (x->rule > y->rule) - (x->rule < y->rule);
}

static bool
overlaps(const IsnSpan a, const IsnSpan b)
{
  return a.begin < b.end && b.begin < a.end;
}

static bool
contains(const IsnSpan outer, const IsnSpan inner)
{
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

/// Whether a rule that stands no lower says that these words are none such.
static bool
is_barred(const Pass* const p, const Candidate* const c)
{
  for (size_t i = 0; i < p->n_candidates; ++i) {
    const Candidate* const bar = &p->candidates[i];
    if (bar->is_bar && bar->rule->type == c->rule->type &&
        bar->rule->priority >= c->rule->priority &&
        overlaps(bar->tokens, c->tokens)) {
      return true;
    }
  }
  return false;
}

/// «هذا الاجتماع»: whether words before `end` point to a meeting, by its noun
/// alone; it becomes a mention only later.
static bool
points_to_meeting(const Pass* const p, const uint32_t end)
{
  for (uint32_t t = 1; t < end; ++t) {
    if (has_class(p, t, p->meeting_class) &&
        has_class(p, t - 1, p->demonstrative_class)) {
      return true;
    }
  }
  return false;
}

/// «حفل الافتتاح»: a part of the meeting that is named before it, if one is.
static bool
is_of_another(const Pass* const p, const Candidate* const c)
{
  if (c->rule->is_first && c->rule->type == ISN_TYPE_MEETING &&
      points_to_meeting(p, c->tokens.begin)) {
    return true;
  }
  for (size_t i = 0; c->rule->is_first && i < p->doc->n_mentions; ++i) {
    const IsnMention* const m = &p->doc->mentions[i];
    if (m->tokens.begin >= c->tokens.begin) {
      break; // in order of begin
    }
    if (m->type == c->rule->type && m->rule.data != c->rule->name.data) {
      return true;
    }
  }
  return false;
}

/// Whether a rule of an earlier pass than that of `rule` found the mention.
static bool
is_of_earlier_pass(const Pass* const p,
                   const IsnMention* const mention,
                   const IsnRule* const rule)
{
  const IsnRuleSet* const rules = p->runner->rules;
  for (size_t i = 0; i < rules->n_rules && rules->rules[i].order < rule->order;
       ++i) {
    if (rules->rules[i].name.data == mention->rule.data) {
      return true;
    }
  }
  return false;
}

/// «نظمت 32 ندوة»: behind a number from eleven on, that is no year, a noun
/// tells of so many things and names none of them.
static bool
is_counted(const Pass* const p, const Candidate* const c)
{
  static const IsnTypeSet counted =
    ISN_TYPES(ISN_TYPE_MEETING) | ISN_TYPES(ISN_TYPE_OPERATION) |
    ISN_TYPES(ISN_TYPE_INITIATIVE) | ISN_TYPES(ISN_TYPE_AGREEMENT);
  const IsnAnalysis* const analysis = p->source.analysis;
  const uint32_t begin = c->tokens.begin;
  if (!(ISN_TYPES(c->rule->type) & counted) || !begin ||
      analysis->words[begin].n_proclitics) {
    return false;
  }
  size_t low = 0;
  for (size_t high = analysis->n_quantities; low < high;) {
    const size_t middle = low + (high - low) / 2;
    if (analysis->quantities[middle].tokens.end < begin) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const IsnQuantity* const q =
    low < analysis->n_quantities ? &analysis->quantities[low] : NULL;
  return q && q->kind == ISN_QUANTITY_NUMBER && q->tokens.end == begin &&
         q->number > 10 && (q->number < 1300 || q->number > 2100);
}

/// Whether a mention with these tokens leaves all others whole.
static bool
fits(const Pass* const p, const Candidate* const c)
{
  const IsnDocument* const doc = p->doc;
  for (size_t i = p->first; i < doc->n_mentions; ++i) {
    const IsnSpan other = doc->mentions[i].tokens;
    if (other.begin >= c->tokens.end) {
      break; // in order of begin
    }
    // «لاعب ليون»: the club that has a city's name takes the city's place
    const bool is_club = c->rule->type == ISN_TYPE_ORGANIZATION &&
                         doc->mentions[i].type == ISN_TYPE_PLACE;
    const bool swallows =
      contains(c->tokens, other) &&
      (is_club || c->tokens.end - c->tokens.begin > other.end - other.begin);
    if (!overlaps(other, c->tokens)) {
      continue;
    }
    // No person's name is part of another's, but a later pass may know more of
    // it: «نديم» and then «نديم صخر»
    const bool is_person = c->rule->type == ISN_TYPE_PERSON &&
                           doc->mentions[i].type == ISN_TYPE_PERSON &&
                           !is_of_earlier_pass(p, &doc->mentions[i], c->rule);
    if (!swallows || is_person) {
      return false;
    }
  }
  return true;
}

/// A place inside a longer name is part of it, unless the rule keeps it; so is
/// all that stands inside a person's («رادو يونيسكو»).
static void
drop_swallowed(const Pass* const p, const Candidate* const c)
{
  IsnDocument* const doc = p->doc;
  size_t n = p->first;
  for (size_t i = p->first; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    // «عملية أتالانتا»: what an operation is called after is not meant
    const bool is_dropped =
      (m->type == ISN_TYPE_PLACE || c->rule->type == ISN_TYPE_OPERATION ||
       c->rule->type == ISN_TYPE_PERSON) &&
      contains(c->tokens, m->tokens) && !contains(c->nested, m->tokens);
    if (!is_dropped) {
      doc->mentions[n++] = *m;
    }
  }
  doc->n_mentions = n;
}

static IsnStatus
accept(Pass* const p)
{
  IsnStatus st = ISN_SUCCESS;
  if (p->n_candidates > 1) {
    qsort(p->candidates,
          p->n_candidates,
          sizeof(*p->candidates),
          compare_candidates);
  }
  for (size_t i = 0; i < p->n_candidates; ++i) {
    const Candidate* const c = &p->candidates[i];
    if (c->is_bar || is_counted(p, c) || !fits(p, c) || is_barred(p, c) ||
        is_of_another(p, c)) {
      continue;
    }
    drop_swallowed(p, c);
    ++p->version;
    ISN_TRY(st,
            isn_document_add_mention(
              p->doc,
              (IsnMention){ .entity = ISN_NO_ENTITY,
                            .type = c->rule->type,
                            .kind = c->rule->entity_kind,
                            .chars = c->chars,
                            .tokens = c->tokens,
                            .rule = c->rule->name,
                            .alias = c->alias,
                            .is_anaphor = c->rule->kind == ISN_RULE_ANAPHOR }));
    isn_mentions_sort(p->doc, p->first);
  }
  p->n_candidates = 0;
  return st;
}

/// Make `tokens`, stretch `s` of the piece, the runner's annotation, anew if
/// mentions have changed since it was one.
static IsnStatus
take_stretch(Pass* const p, const IsnSpan tokens, const size_t s)
{
  Kept* const kept = &p->kept[s % ISN_N_ANNOTATED];
  isn_runner_turn(p->runner, s % ISN_N_ANNOTATED);
  if (kept->version == p->version && kept->tokens.begin == tokens.begin &&
      kept->tokens.end == tokens.end) {
    return ISN_SUCCESS;
  }
  *kept = (Kept){ tokens, p->version };
  return isn_annotate(
    &p->runner->annotated, &p->source, tokens, ISN_NO_MENTION);
}

/// All passes over a piece of a sentence and what is quoted in it.
static IsnStatus
run_passes(Pass* const p,
           const IsnRuleKind kind,
           const IsnSpan* const stretches,
           const size_t n)
{
  IsnStatus st = ISN_SUCCESS;
  IsnRunner* const runner = p->runner;
  const IsnRuleSet* const rules = runner->rules;
  ++p->version;
  for (size_t i = 0; i < rules->n_passes; ++i) {
    const IsnSpan pass = rules->passes[i];
    for (size_t s = 0; s < n && rules->rules[pass.begin].kind == kind; ++s) {
      ISN_TRY(st, take_stretch(p, stretches[s], s));
      ISN_TRY(
        st,
        isn_rules_run(
          runner, p->doc, pass.begin, pass.end, ISN_TYPE_NONE, propose, p));
      ISN_TRY(st, accept(p));
    }
  }
  return st;
}

/// The mentions before token `end` that were there before the anaphors.
static IsnStatus
add_old(Pass* const p,
        const IsnMention* const old,
        const size_t n_old,
        size_t* const next,
        const uint32_t end)
{
  IsnStatus st = ISN_SUCCESS;
  for (; *next < n_old && old[*next].tokens.begin < end; ++*next) {
    ISN_TRY(st, isn_document_add_mention(p->doc, old[*next]));
  }
  return st;
}

/// Rules of one kind over the document: of names, after the gazetteers' hits;
/// of anaphors, after the mentions that are there.
static IsnStatus
find_kind(Pass* const p, const IsnRuleKind kind)
{
  IsnStatus st = ISN_SUCCESS;
  IsnDocument* const doc = p->doc;
  const IsnMention* const old = doc->mentions;
  const size_t n_old = kind == ISN_RULE_ANAPHOR ? doc->n_mentions : 0;
  IsnSpan* stretches = NULL;
  size_t n_stretches = 0;
  size_t next_old = 0;
  doc->mentions = NULL;
  doc->n_mentions = doc->mentions_capacity = 0;
  ISN_TRY(
    st, isn_stretches_find(doc, p->source.analysis, &stretches, &n_stretches));
  for (size_t s = 0; s < n_stretches;) {
    const size_t piece = s;
    const uint32_t end = stretches[piece].end;
    while (s < n_stretches && stretches[s].begin < end) {
      ++s; // what is quoted in it
    }
    p->first = doc->n_mentions;
    ISN_TRY(st,
            kind == ISN_RULE_ANAPHOR ? add_old(p, old, n_old, &next_old, end)
                                     : add_hits(p, end));
    ISN_TRY(st, run_passes(p, kind, stretches + piece, s - piece));
  }
  return add_old(p, old, n_old, &next_old, UINT32_MAX);
}

IsnStatus
isn_mentions_find(IsnRunner* const runner,
                  IsnDocument* const doc,
                  const IsnAnalysis* const analysis)
{
  IsnStatus st = ISN_SUCCESS;
  Pass p = { .runner = runner,
             .doc = doc,
             .source = { runner->image, doc, analysis } };
  p.unit_class = isn_image_find_class(runner->image, ISN_STR("unit-head"));
  p.body_class = isn_image_find_class(runner->image, ISN_STR("org-head"));
  p.venue_class = isn_image_find_class(runner->image, ISN_STR("venue"));
  p.office_class = isn_image_find_class(runner->image, ISN_STR("office"));
  p.title_class = isn_image_find_class(runner->image, ISN_STR("title-stop"));
  p.meeting_class =
    isn_image_find_class(runner->image, ISN_STR("meeting-noun"));
  p.demonstrative_class =
    isn_image_find_class(runner->image, ISN_STR("demonstrative"));
  doc->n_mentions = 0;
  ISN_TRY(st, find_kind(&p, ISN_RULE_ENTITY));
  isn_capitals_drop(doc, analysis);
  isn_codename_drop(doc, analysis);
  isn_nations_drop(doc, analysis);
  ISN_TRY(st, isn_clubs_find(doc, analysis));
  ISN_TRY(st, isn_media_find(doc, analysis));
  ISN_TRY(st, isn_again_find(doc, analysis, runner->image));
  return isn_bodies_find(doc, analysis);
}

IsnStatus
isn_anaphors_find(IsnRunner* const runner,
                  IsnDocument* const doc,
                  const IsnAnalysis* const analysis)
{
  Pass p = { .runner = runner,
             .doc = doc,
             .source = { runner->image, doc, analysis } };
  return find_kind(&p, ISN_RULE_ANAPHOR);
}
