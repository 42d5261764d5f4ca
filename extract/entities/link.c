// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/link.h"

#include "extract/entities/district.h"
#include "extract/entities/epithet.h"
#include "extract/entities/family.h"
#include "extract/entities/forms.h"
#include "extract/entities/generic.h"
#include "extract/entities/lands.h"
#include "extract/entities/linker.h"
#include "extract/entities/person.h"
#include "extract/entities/quoted.h"
#include "extract/tokenize/normal.h"

#include <string.h>

/// How many candidates of one word are looked at: the most recent.
#define MAX_LOOKED_AT 64
#define MAX_MENTIONS_BACK 2048u

static bool
is_event(const IsnType type)
{
  return type == ISN_TYPE_MEETING || type == ISN_TYPE_OPERATION ||
         type == ISN_TYPE_AGREEMENT;
}

/// The headline and the first sentences of the body.
#define LEAD_SENTENCES 4u

/// Headlines, their second lines and the line of the date: sentences in front
/// of the first one with a full stop.
#define MAX_HEADLINES 8u

static size_t
count_headlines(const IsnDocument* const doc)
{
  for (size_t i = 0; i < doc->n_sentences && i < MAX_HEADLINES; ++i) {
    const IsnSpan tokens = doc->sentences[i].tokens;
    const IsnSpan last = tokens.end > tokens.begin
                           ? doc->tokens[tokens.end - 1].bytes
                           : (IsnSpan){ 0, 0 };
    if (isn_str_is(isn_str_slice(doc->text, last.begin, last.end), ".")) {
      return i ? i : 1;
    }
  }
  return 1;
}

/// «ورشة عمل إقليمية» of the headline is told in full in the body.
static bool
is_told_again(const IsnLinker* const l, const uint32_t entity)
{
  const IsnDocument* const doc = l->doc;
  if (doc->n_sentences < 2 || (!is_event(l->mention->type) &&
                               l->mention->type != ISN_TYPE_INITIATIVE)) {
    return false;
  }
  const size_t n_headlines = count_headlines(doc);
  const size_t n_lead = n_headlines + LEAD_SENTENCES - 1;
  const uint32_t headline_end = doc->sentences[n_headlines - 1].tokens.end;
  const size_t last =
    doc->n_sentences < n_lead ? doc->n_sentences - 1 : n_lead - 1;
  if (l->mention->tokens.begin < headline_end ||
      l->mention->tokens.begin >= doc->sentences[last].tokens.end) {
    return false;
  }
  // Only what the headline, and nothing since, has spoken of
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->entity == entity && m->tokens.begin >= headline_end) {
      return false;
    }
    if (m->tokens.begin >= l->mention->tokens.begin) {
      break;
    }
  }
  return true;
}

static bool
is_one_of(const IsnStr word, const char* const* const list, const size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    if (isn_str_is(word, list[i])) {
      return true;
    }
  }
  return false;
}

#define IS_ONE_OF(word, list)                                                  \
  is_one_of(word, list, sizeof(list) / sizeof((list)[0]))

/// «السابقة», «المقبل»: of these the text tells no more than that.
static bool
is_of_other_time(const IsnStr word)
{
  static const char* const words[] = {
    "سابق",  "سابقه", "ماضي",  "ماضيه", "مقبل",  "مقبله", "قادم",
    "قادمه", "فايت",  "فايته", "تالي",  "تاليه", "اتي",   "اتيه",
  };
  return IS_ONE_OF(word, words);
}

static bool
same_event(const IsnName* const a, const IsnName* const b)
{
  const bool ordinals_fit =
    !a->ordinal || !b->ordinal || a->ordinal == b->ordinal;
  if (!ordinals_fit || !isn_str_equal(a->words[0], b->words[0])) {
    return false;
  }
  if (a->n == 2 && b->ordinal && is_of_other_time(a->words[1])) {
    return false; // «الدورة السابقة» and «دورته الرابعة»
  }
  if (b->n == 1 && !b->ordinal) {
    return b->is_definite || b->is_pointed;
  }
  if (a->ordinal && a->ordinal == b->ordinal) {
    return true;
  }
  if (b->ordinal && !a->ordinal && !b->is_definite && !b->is_pointed) {
    return false; // «اتفاقية قرض ثالثة» is one more
  }
  if (b->n == 1 && b->ordinal && !a->ordinal) {
    return false; // «المؤتمر الأول» was held before the one that has no number
  }
  return isn_name_covers(a, b) || (b->is_definite && isn_name_covers(b, a));
}

static bool
same_thing(const IsnType type, const IsnName* const a, const IsnName* const b)
{
  if (type == ISN_TYPE_PERSON) {
    return isn_person_same(a, b);
  }
  if (is_event(type)) {
    return same_event(a, b);
  }
  if (type == ISN_TYPE_ORGANIZATION) {
    // «الأمانة العامة» after «الأمانة العامة للإنتربول»
    return b->n >= 2 && b->is_definite && isn_name_begins(a, b);
  }
  return type == ISN_TYPE_INITIATIVE &&
         ((b->n == 1 && (b->is_definite || b->is_pointed) &&
           isn_str_equal(a->words[0], b->words[0])) ||
          (b->n >= 2 && isn_name_begins(a, b)) ||
          (b->n >= 1 && isn_name_ends(a, b)) ||
          (a->n >= 1 && isn_name_ends(b, a)));
}

/// Whether the entity was said to be another in number: the seventh meeting,
/// told of before without one, is not the eighth.
static bool
has_other_ordinal(const IsnLinker* const l,
                  const uint64_t hash,
                  const uint32_t entity)
{
  const IsnIndexNode* node = NULL;
  for (int i = 0; l->name.ordinal && i < MAX_LOOKED_AT; ++i) {
    node = isn_index_next(&l->index, hash, node);
    if (!node) {
      break;
    }
    if (node->entity == entity && node->name->ordinal &&
        node->name->ordinal != l->name.ordinal) {
      return true;
    }
  }
  return false;
}

/// Whether the entity was named in full otherwise: «قاسم بني خالد» is not
/// «عامر بني خالد», of whom the text said «بني خالد».
static bool
has_other_first_name(const IsnLinker* const l,
                     const uint64_t hash,
                     const uint32_t entity)
{
  if (l->mention->type != ISN_TYPE_PERSON || l->name.n < 2) {
    return false;
  }
  const IsnIndexNode* node = NULL;
  for (int i = 0; i < MAX_LOOKED_AT; ++i) {
    node = isn_index_next(&l->index, hash, node);
    if (!node) {
      break;
    }
    if (node->entity == entity && !isn_name_equal(node->name, &l->name) &&
        !isn_person_same(node->name, &l->name)) {
      return true;
    }
  }
  return false;
}

/// Whether the body named before, which may be the one under way with its
/// nation («وزارة الداخلية التونسية»), is in another country.
static bool
is_abroad(const IsnLinker* const l, const IsnIndexNode* const node)
{
  if (l->mention->type != ISN_TYPE_ORGANIZATION || !node->name->n) {
    return false;
  }
  const IsnStr last = node->name->words[node->name->n - 1];
  const bool has_nation =
    node->name->n == l->name.n + 1 &&
    (isn_str_ends(last, ISN_STR("يه")) || isn_str_ends(last, ISN_STR("ي")));
  return (has_nation && isn_lands_are_others(l, last)) ||
         isn_lands_differ(l, node->entity);
}

static uint32_t
find_similar(const IsnLinker* const l, const uint64_t hash)
{
  const IsnIndexNode* node = NULL;
  for (int i = 0; i < MAX_LOOKED_AT; ++i) {
    node = isn_index_next(&l->index, hash, node);
    if (!node) {
      break;
    }
    const bool ordinals_fit = !node->name->ordinal || !l->name.ordinal ||
                              node->name->ordinal == l->name.ordinal;
    const bool is_same = same_thing(l->mention->type, node->name, &l->name) ||
                         (ordinals_fit && is_told_again(l, node->entity));
    if (is_same && !has_other_ordinal(l, hash, node->entity) &&
        !has_other_first_name(l, hash, node->entity) && !is_abroad(l, node)) {
      return node->entity;
    }
  }
  return ISN_NO_ENTITY;
}

/// The first mention that is looked at for what one means: what was named
/// longer ago is no longer spoken of, and work grows with the text alone.
static size_t
first_near(const IsnLinker* const l)
{
  return l->n_before > MAX_MENTIONS_BACK ? l->n_before - MAX_MENTIONS_BACK : 0;
}

/// How well `entity` fits as whom the surname means: named before it, with the
/// same title («الدكتورة الكعبي» after «الدكتورة هند الكعبي»), and the nearer
/// the better; 0 if it is named only later.
static uint64_t
nearness(const IsnLinker* const l, const uint32_t entity)
{
  const IsnDocument* const doc = l->doc;
  const IsnWord* const words = l->analysis->words;
  const uint32_t begin = l->mention->tokens.begin;
  const bool is_titled = begin && words[begin - 1].flags & ISN_WORD_ARTICLE;
  uint64_t best = 0;
  for (size_t i = l->n_before; i > first_near(l); --i) { // nearest first
    const IsnMention* const m = &doc->mentions[i - 1];
    const uint32_t at = m->tokens.begin;
    if (m->entity != entity || at >= begin) {
      continue;
    }
    best = best ? best : (uint64_t)at + 1;
    if (!is_titled) {
      return best;
    }
    if (at && isn_str_equal(words[at - 1].word, words[begin - 1].word)) {
      return ((uint64_t)1 << 32) + at + 1;
    }
  }
  return best;
}

/// Of persons of one surname the one that the text has named before.
static uint32_t
find_namesake(const IsnLinker* const l, const uint64_t hash)
{
  uint32_t found = ISN_NO_ENTITY;
  uint64_t best = 0;
  const IsnIndexNode* node = NULL;
  for (int i = 0; i < MAX_LOOKED_AT; ++i) {
    node = isn_index_next(&l->index, hash, node);
    if (!node) {
      break;
    }
    const bool is_same = isn_person_same(node->name, &l->name);
    const uint64_t rank = is_same ? nearness(l, node->entity) : 0;
    if (rank > best) {
      best = rank;
      found = node->entity;
    }
  }
  return found != ISN_NO_ENTITY ? found : find_similar(l, hash);
}

/// «المديرية العامة للأمن» after «المديرية العامة للأمن التركية»: a listed body
/// that was named with its nation before.
static uint32_t
find_of_nation(const IsnLinker* const l)
{
  const IsnIndexNode* node = NULL;
  for (int i = 0; i < MAX_LOOKED_AT && l->name.n >= 3; ++i) {
    node = isn_index_next(
      &l->index,
      isn_index_hash(ISN_TYPE_ORGANIZATION, ISN_BY_HEAD, l->name.words[0]),
      node);
    if (!node) {
      break;
    }
    const IsnStr last = node->name->words[node->name->n - 1];
    if (node->name->n == l->name.n + 1 &&
        isn_name_begins(node->name, &l->name) &&
        (isn_str_ends(last, ISN_STR("يه")) ||
         isn_str_ends(last, ISN_STR("ي"))) &&
        !is_abroad(l, node)) {
      return node->entity;
    }
  }
  return ISN_NO_ENTITY;
}

/// Whether the name under way goes on behind its first `n` words with what it
/// is for or whose it is: «للإنتربول», «التابعة للإنتربول».
static bool
is_owned_behind(const IsnLinker* const l, const size_t n)
{
  const uint32_t token = l->mention->tokens.begin + (uint32_t)n;
  if (token >= l->mention->tokens.end) {
    return false;
  }
  const IsnWord* const word = &l->analysis->words[token];
  return (word->n_proclitics == 1 && !memcmp(word->proclitics, "ل", 2)) ||
         isn_str_starts(word->whole, ISN_STR("ل")) ||
         isn_str_is(word->word, "التابع") || isn_str_is(word->word, "التابعه");
}

/// «الأمانة العامة للإنتربول» after «الأمانة العامة»: told in full only later.
static uint32_t
find_shorter(const IsnLinker* const l)
{
  uint32_t found = ISN_NO_ENTITY;
  const IsnIndexNode* node = NULL;
  for (int i = 0; i < MAX_LOOKED_AT && l->name.n >= 3; ++i) {
    node = isn_index_next(
      &l->index,
      isn_index_hash(ISN_TYPE_ORGANIZATION, ISN_BY_HEAD, l->name.words[0]),
      node);
    if (!node) {
      break;
    }
    const bool is_begin = node->name->n >= 2 && node->name->is_definite &&
                          isn_name_begins(&l->name, node->name);
    if (is_begin && found != ISN_NO_ENTITY && found != node->entity) {
      return ISN_NO_ENTITY;
    }
    if (is_begin && is_owned_behind(l, node->name->n)) {
      found = node->entity;
    }
  }
  return found;
}

static uint32_t
find_exact(const IsnLinker* const l)
{
  const uint64_t hash = isn_linker_name_hash(l->mention->type, &l->name);
  const IsnIndexNode* node = NULL;
  while ((node = isn_index_next(&l->index, hash, node))) {
    if (isn_name_equal(node->name, &l->name)) {
      return node->entity;
    }
  }
  return ISN_NO_ENTITY;
}

/// «الدكتورة هدى» after «الدكتورة هدى البغدادي»: the only one so called.
static uint32_t
find_by_first_name(const IsnLinker* const l)
{
  uint32_t found = ISN_NO_ENTITY;
  const IsnIndexNode* node = NULL;
  for (int i = 0; i < MAX_LOOKED_AT; ++i) {
    node = isn_index_next(
      &l->index,
      isn_index_hash(ISN_TYPE_PERSON, ISN_BY_HEAD, l->name.words[0]),
      node);
    if (!node) {
      break;
    }
    if (isn_name_begins(node->name, &l->name)) {
      if (found != ISN_NO_ENTITY && found != node->entity) {
        return ISN_NO_ENTITY;
      }
      found = node->entity;
    }
  }
  return found;
}

static uint32_t
find_known(const IsnLinker* const l)
{
  if (l->entry) {
    const IsnIndexNode* const node = isn_index_next(
      &l->index,
      isn_index_hash(l->mention->type, ISN_BY_KEY, l->entry->key),
      NULL);
    if (node) {
      return node->entity;
    }
  }
  if (!l->name.n) {
    return ISN_NO_ENTITY;
  }
  const IsnType type = l->mention->type;
  const bool is_surname = type == ISN_TYPE_PERSON && l->name.n == 1;
  uint32_t found = is_surname ? ISN_NO_ENTITY : find_exact(l);
  if (is_surname) {
    found = find_namesake(
      l, isn_index_hash(type, ISN_BY_LAST, l->name.words[l->name.n - 1]));
    found = found != ISN_NO_ENTITY ? found : find_exact(l);
  } else if (found == ISN_NO_ENTITY && l->entry &&
             type == ISN_TYPE_ORGANIZATION) {
    found = find_of_nation(l);
  }
  if (found == ISN_NO_ENTITY && type == ISN_TYPE_PLACE) {
    found = isn_district_find(l);
  }
  if (found == ISN_NO_ENTITY) {
    found = isn_epithet_find(l);
  }
  if (found == ISN_NO_ENTITY && !l->entry) {
    found = find_similar(
      l,
      type == ISN_TYPE_PERSON
        ? isn_index_hash(type, ISN_BY_LAST, l->name.words[l->name.n - 1])
        : isn_index_hash(type, ISN_BY_HEAD, l->name.words[0]));
  }
  if (found == ISN_NO_ENTITY && !l->entry && type == ISN_TYPE_ORGANIZATION) {
    found = find_shorter(l);
    found = found != ISN_NO_ENTITY ? found : isn_forms_find(l);
  }
  if (found == ISN_NO_ENTITY && l->entry && type == ISN_TYPE_ORGANIZATION) {
    // «الأمانة العامة» of the letterhead, listed with the league's name
    found = find_shorter(l);
    found = found != ISN_NO_ENTITY && l->doc->entities[found].key.n_bytes
              ? ISN_NO_ENTITY
              : found;
  }
  if (found == ISN_NO_ENTITY && type == ISN_TYPE_PERSON &&
      isn_person_is_first_name(l->doc, l->analysis, l->mention, &l->name)) {
    found = find_by_first_name(l);
  }
  if (found == ISN_NO_ENTITY && is_surname) {
    found = isn_family_find_middle(l);
  }
  if (found == ISN_NO_ENTITY && !l->entry && type == ISN_TYPE_INITIATIVE) {
    found = find_similar(
      l, isn_index_hash(type, ISN_BY_LAST, l->name.words[l->name.n - 1]));
  }
  return found;
}

/// Whether `name` begins with `noun`, be it with the article.
static bool
begins_with(const IsnLinker* const l, const IsnStr name, const IsnStr noun)
{
  const IsnStr label = isn_normal_copy(l->doc->arena, name, ISN_FOLD_FULL);
  const IsnStr bare = isn_str_starts(label, ISN_STR("ال"))
                        ? isn_str_slice(label, 4, label.n_bytes)
                        : label;
  return bare.n_bytes > noun.n_bytes && isn_str_starts(bare, noun) &&
         bare.data[noun.n_bytes] == ' ';
}

/// Whether the head noun of a full name of the entity is `noun`: «المنظمة» of
/// «المنظمة الدولية للشرطة الجنائية», of which the text only says «الإنتربول».
static bool
label_begins(const IsnLinker* const l, const uint32_t entity, const IsnStr noun)
{
  const IsnEntity* const e = &l->doc->entities[entity];
  bool begins = begins_with(l, e->label, noun);
  for (size_t i = 0; i < e->n_aliases && !begins; ++i) {
    begins = begins_with(l, e->aliases[i], noun);
  }
  return begins;
}

/// Whether the word at `token` says that somebody meets somebody; «بحث الوزير
/// مع السفير» only where a paragraph begins.
static bool
tells_of_meeting(const IsnLinker* const l, const uint32_t token)
{
  static const char* const verbs[] = {
    "استقبل", "استقبلت", "استقبلا", "يستقبل", "تستقبل", "التقي",  "التقت",
    "التقيا", "يلتقي",   "تلتقي",   "لقائه",  "لقائها", "اجتمع",  "اجتمعت",
    "اجتمعا", "تباحث",   "تباحثت",  "تباحثا", "تحادث",  "تحادثت", "تحادثا",
  };
  static const char* const discussing[] = { "بحث", "بحثت", "يبحث", "تبحث" };
  const IsnDocument* const doc = l->doc;
  const IsnStr word = l->analysis->words[token].word;
  if (!IS_ONE_OF(word, discussing)) {
    return IS_ONE_OF(word, verbs);
  }
  const size_t s = isn_document_sentence_at(doc, token);
  if (s >= doc->n_sentences) {
    return false;
  }
  const uint32_t begin = doc->sentences[s].tokens.begin;
  return token == begin ||
         (token < begin + 8 && doc->tokens[token - 1].kind != ISN_KIND_WORD);
}

/// Whether somebody is said to meet somebody among tokens [begin, end):
/// «اللقاء» behind it is that one.
static bool
has_met(const IsnLinker* const l, const uint32_t begin, const uint32_t end)
{
  static const char* const plurals[] = { "لقاءات", "اجتماعات" };
  for (uint32_t t = begin; t < end; ++t) {
    if (tells_of_meeting(l, t) ||
        IS_ONE_OF(l->analysis->words[t].word, plurals)) {
      return true;
    }
  }
  return false;
}

/// The only meeting so far that another noun can tell of again: «اللقاء» of
/// «الاجتماع الرابع …».
static uint32_t
find_told_otherwise(const IsnLinker* const l)
{
  const uint32_t behind = l->mention->tokens.end;
  const bool is_numbered =
    behind < l->doc->n_tokens &&
    l->doc->text.data[l->doc->tokens[behind].bytes.begin] == '(';
  if (l->mention->type != ISN_TYPE_MEETING || !l->name.is_definite ||
      l->name.n != 1 || is_numbered) {
    return ISN_NO_ENTITY;
  }
  uint32_t found = ISN_NO_ENTITY;
  const IsnIndexNode* node = NULL;
  for (int i = 0; i < MAX_LOOKED_AT; ++i) {
    node =
      isn_index_next(&l->index,
                     isn_index_hash(ISN_TYPE_MEETING, ISN_BY_TYPE, ISN_STR("")),
                     node);
    if (!node) {
      break;
    }
    if (!isn_generic_meets(node->name->words[0], l->name.words[0])) {
      continue;
    }
    if (found != ISN_NO_ENTITY && node->entity != found) {
      return ISN_NO_ENTITY;
    }
    found = node->entity;
  }
  uint32_t last = 0;
  for (size_t i = first_near(l); found != ISN_NO_ENTITY && i < l->n_before;
       ++i) {
    const IsnMention* const m = &l->doc->mentions[i];
    if (m->entity == found && m->tokens.end <= l->mention->tokens.begin) {
      last = m->tokens.end;
    }
  }
  return has_met(l, last, l->mention->tokens.begin) ? ISN_NO_ENTITY : found;
}

/// «وكان هذا اللقاء الاجتماع الثالث ل…»: what an anaphor is said to be.
static uint32_t
find_predicate(const IsnLinker* const l, const size_t number)
{
  static const char* const verbs[] = {
    "كان",   "كانت", "يعد",  "تعد",  "يعتبر",
    "تعتبر", "يمثل", "تمثل", "يشكل", "تشكل"
  };
  const IsnDocument* const doc = l->doc;
  const uint32_t begin = l->mention->tokens.begin;
  const uint32_t end = l->mention->tokens.end;
  bool is_told = false;
  for (size_t i = 0; begin && i < sizeof(verbs) / sizeof(verbs[0]); ++i) {
    is_told |= isn_str_is(l->analysis->words[begin - 1].word, verbs[i]);
  }
  if (!is_told || !is_event(l->mention->type)) {
    return ISN_NO_ENTITY;
  }
  for (size_t i = number + 1; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->tokens.begin > end) {
      break;
    }
    if (m->tokens.begin == end && m->type == l->mention->type &&
        !m->is_anaphor && l->name.is_pointed) {
      return m->entity;
    }
  }
  return ISN_NO_ENTITY;
}

/// How often the text before the mention under way names `entity`; «صندوق
/// الأوبك (OFID)» names it once. With `call`, only what is called by that noun
/// alone.
static size_t
count_before(const IsnLinker* const l,
             const uint32_t entity,
             const IsnStr* const call,
             uint32_t* const last_called)
{
  const IsnDocument* const doc = l->doc;
  size_t n = 0;
  for (size_t i = first_near(l); i < l->n_before; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    const uint32_t at = m->tokens.begin;
    if (at >= l->mention->tokens.begin) {
      break;
    }
    if (!call) {
      n += m->entity == entity &&
           !(at && doc->text.data[doc->tokens[at - 1].bytes.begin] == '(');
    } else if (m->is_anaphor && m->type == l->mention->type &&
               m->tokens.end == at + 1 &&
               isn_str_equal(l->analysis->words[at].word, *call)) {
      n = m->entity == *last_called ? n + 1 : 1;
      *last_called = m->entity;
    }
  }
  return n;
}

/// The body that the text has called by this noun alone before, and named three
/// times at least, if `last` was named only once, or much less often than what
/// was called so again and again: «الصندوق» stays the one that
/// the text is about when another fund is named in passing.
static uint32_t
find_established(const IsnLinker* const l, const uint32_t last)
{
  const IsnStr noun = l->analysis->words[l->mention->tokens.begin].word;
  uint32_t called = ISN_NO_ENTITY;
  const size_t n_calls = count_before(l, ISN_NO_ENTITY, &noun, &called);
  if (!n_calls || called == last) {
    return last;
  }
  const size_t n_called = count_before(l, called, NULL, NULL);
  const size_t n_last = count_before(l, last, NULL, NULL);
  return ((n_calls >= 2 || n_called >= 3) && n_last < 2) ||
             (n_calls >= 3 && n_called > 2 * n_last)
           ? called
           : last;
}

/// Whether `entity` is named once before the mention under way, by its number
/// or time: «الورشة الأولى», «اجتماع ثان», «الدورة السابقة».
static bool
is_named_in_passing(const IsnLinker* const l, const uint32_t entity)
{
  const IsnDocument* const doc = l->doc;
  const IsnMention* only = NULL;
  for (size_t i = first_near(l); i < l->n_before; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->tokens.begin >= l->mention->tokens.begin) {
      break;
    }
    if (m->entity == entity) {
      if (only) {
        return false;
      }
      only = m;
    }
  }
  if (!only) {
    return false;
  }
  IsnName name;
  isn_name_read(&name, doc, l->analysis, only->type, only->tokens);
  return name.ordinal || (name.n == 2 && is_of_other_time(name.words[1]));
}

/// The meeting that the text has called by this noun alone before, if `last`
/// was only named in passing: «قالت رئيسة الدورة» behind «رئيس الدورة السابقة».
static uint32_t
find_told_of(const IsnLinker* const l, const uint32_t last)
{
  const IsnStr noun = l->analysis->words[l->mention->tokens.begin].word;
  uint32_t called = ISN_NO_ENTITY;
  const size_t n_calls = count_before(l, ISN_NO_ENTITY, &noun, &called);
  return n_calls && called != last && is_named_in_passing(l, last) ? called
                                                                   : last;
}

/// Not in the bucket of the noun's other roles, which may be long.
static uint64_t
sort_hash(const IsnStr noun)
{
  return isn_index_hash(ISN_TYPE_ORGANIZATION, ISN_BY_SORT, noun) *
         0x9E3779B97F4A7C15u;
}

/// Whether what is pointed to may be meant: «هذه الطبعة» is of a festival or
/// the like, not of the press conference on it.
static bool
has_editions(const IsnLinker* const l, const uint32_t entity)
{
  static const char* const editions[] = { "طبعه", "نسخه" };
  static const char* const without[] = { "ندوة صحفية", "مؤتمر صحفي",
                                         "ندوة صحافية", "مؤتمر صحافي",
                                         "ندوتها الصحفية", "ندوته الصحفية" };
  if (!IS_ONE_OF(l->name.words[0], editions)) {
    return true;
  }
  const IsnStr label = l->doc->entities[entity].label;
  for (size_t i = 0; i < sizeof(without) / sizeof(without[0]); ++i) {
    if (isn_str_starts(label, isn_str(without[i]))) {
      return false;
    }
  }
  return true;
}

/// What an anaphor refers to: the last thing of its head noun; a pointed one
/// («هذا اللقاء») the last thing of its type.
static uint32_t
find_antecedent(const IsnLinker* const l)
{
  const IsnType type = l->mention->type;
  uint32_t found =
    find_similar(l, isn_index_hash(type, ISN_BY_HEAD, l->name.words[0]));
  uint32_t of_kind = ISN_NO_ENTITY;
  const IsnIndexNode* const sorted =
    type == ISN_TYPE_ORGANIZATION
      ? isn_index_next(&l->index, sort_hash(l->name.words[0]), NULL)
      : NULL;
  const IsnIndexNode* node = NULL;
  for (int i = 0; i < MAX_LOOKED_AT && found == ISN_NO_ENTITY; ++i) {
    node = isn_index_next(
      &l->index, isn_index_hash(type, ISN_BY_TYPE, ISN_STR("")), node);
    if (!node) {
      break;
    }
    if (type != ISN_TYPE_ORGANIZATION) {
      found =
        l->name.is_pointed && has_editions(l, node->entity) ? node->entity
                                                            : found;
    } else if (label_begins(l, node->entity, l->name.words[0]) ||
               (sorted && l->name.n == 1 && sorted->entity == node->entity)) {
      found = node->entity;
    } else if (of_kind == ISN_NO_ENTITY &&
               isn_generic_fits(l->doc->entities[node->entity].kind,
                                l->name.words[0])) {
      of_kind = node->entity; // «المنظمة» of «اليونسكو», if of no other
    }
  }
  found = found != ISN_NO_ENTITY ? found : of_kind;
  if (found != ISN_NO_ENTITY && type == ISN_TYPE_ORGANIZATION &&
      l->name.n == 1 && !l->name.is_pointed) {
    found = find_established(l, found);
  }
  if (found != ISN_NO_ENTITY && type == ISN_TYPE_MEETING && l->name.n == 1 &&
      l->name.is_definite && !l->name.is_pointed) {
    found = find_told_of(l, found);
  }
  return found != ISN_NO_ENTITY ? found : find_told_otherwise(l);
}

static IsnStatus
refer(IsnLinker* const l, IsnMention* const mention, uint32_t entity)
{
  IsnStatus st = ISN_SUCCESS;
  if (entity == ISN_NO_ENTITY) {
    ISN_TRY(st, isn_linker_add_entity(l, &entity));
  } else if (l->entry && mention->type == ISN_TYPE_ORGANIZATION &&
             !l->doc->entities[entity].key.n_bytes) {
    ISN_TRY(st, isn_linker_adopt_entry(l, &l->doc->entities[entity]));
  }
  mention->entity = entity;
  ISN_TRY(st,
          isn_linker_add_alias(l,
                               &l->doc->entities[entity],
                               isn_linker_surface(l, mention->tokens)));
  if (!isn_linker_index_name(l, entity)) {
    return ISN_ERR_NO_MEMORY;
  }
  return isn_linker_index_alias(l, entity);
}

/// A one-word name of a person may be the later form of a longer one.
static bool
comes_late(const IsnLinker* const l)
{
  return l->mention->type == ISN_TYPE_PERSON && l->name.n == 1;
}

static void
look(IsnLinker* const l, const IsnMention* const mention)
{
  l->mention = mention;
  IsnMention asked = *mention;
  if (isn_lands_is_amman(l, mention)) {
    asked.kind = ISN_STR("City");
  }
  l->entry = mention->is_anaphor ? NULL : isn_linker_entry(l->analysis, &asked);
  if (!mention->is_anaphor && !l->entry) {
    l->entry = isn_linker_alias_entry(l);
  }
  isn_name_read(&l->name, l->doc, l->analysis, mention->type, mention->tokens);
  if (l->name.n && isn_linker_is_whole(l, mention->tokens)) {
    l->name.words[0] = l->analysis->words[mention->tokens.begin].whole;
  }
}

/// «مصرف إنمائي متعدد الأطراف»: a noun and its adjective, no name.
static bool
is_description(const IsnLinker* const l)
{
  const IsnSpan tokens = l->mention->tokens;
  const IsnWord* const first = &l->analysis->words[tokens.begin];
  if (l->mention->type != ISN_TYPE_ORGANIZATION || l->entry ||
      tokens.end < tokens.begin + 2 || first->n_proclitics ||
      first->flags & ISN_WORD_ARTICLE) {
    return false;
  }
  const IsnWord* const second = &first[1];
  return !second->n_proclitics && !(second->flags & ISN_WORD_ARTICLE) &&
         (isn_str_ends(second->word, ISN_STR("ي")) ||
          isn_str_ends(second->word, ISN_STR("يه")));
}

/// How many words of a name a mention may leave out.
#define MAX_LEFT_OUT 3u

/// «الدورة الثالثة لمراقبي الانتخابات الشباب»: whether only words stand among
/// tokens [from, end), a few that a mention has left out.
static bool
goes_on_to(const IsnLinker* const l, const uint32_t from, const uint32_t end)
{
  bool are_words = from < end && end - from <= MAX_LEFT_OUT;
  for (uint32_t t = from; are_words && t < end; ++t) {
    are_words = l->doc->tokens[t].kind == ISN_KIND_WORD;
  }
  return are_words;
}

/// What «، وهو» before the mention equates it with: «المؤتمر الرابع ل…، وهو
/// مؤتمر ليوم واحد».
static uint32_t
find_apposed(const IsnLinker* const l, const size_t number)
{
  const IsnDocument* const doc = l->doc;
  const IsnType type = l->mention->type;
  const uint32_t begin = l->mention->tokens.begin;
  const bool describes = is_description(l);
  if (begin < 2 ||
      !(is_event(type) || type == ISN_TYPE_INITIATIVE || describes)) {
    return ISN_NO_ENTITY;
  }
  const IsnStr pronoun = l->analysis->words[begin - 1].word;
  const bool has_pronoun =
    isn_str_is(pronoun, "هو") || isn_str_is(pronoun, "هي");
  if (!has_pronoun && !describes) {
    return ISN_NO_ENTITY;
  }
  const bool has_comma =
    has_pronoun && doc->tokens[begin - 2].kind == ISN_KIND_PUNCTUATION;
  const uint32_t end = begin - has_pronoun - has_comma;
  for (size_t i = number; i-- > 0;) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->type == type && m->entity != ISN_NO_ENTITY &&
        (m->tokens.end == end ||
         (has_comma && goes_on_to(l, m->tokens.end, end)))) {
      IsnName before;
      isn_name_read(&before, doc, l->analysis, m->type, m->tokens);
      return before.ordinal && l->name.ordinal &&
                 before.ordinal != l->name.ordinal
               ? ISN_NO_ENTITY
               : m->entity;
    }
    if (end > m->tokens.end + 40) {
      break;
    }
  }
  return ISN_NO_ENTITY;
}

/// How far behind an operation without a name its name may come.
#define MAX_WORDS_TO_NAME 120u

/// Whether a mention has a name of its own in quotation marks.
static bool
has_own_name(const IsnLinker* const l, const IsnMention* const m)
{
  for (uint32_t t = m->tokens.begin; t < m->tokens.end; ++t) {
    if (l->doc->tokens[t].kind == ISN_KIND_PUNCTUATION) {
      return true;
    }
  }
  return false;
}

/// «أفضت عملية دولية … وشملت عملية «سيرينا»»: the operations told of so far, of
/// which none has a name, and that is named now.
static uint32_t
find_unnamed(const IsnLinker* const l, const size_t number)
{
  static const char* const others[] = { "ضمن",  "اطار",   "غرار", "بعد",
                                        "سياق", "سابقه", "مثل" };
  const IsnDocument* const doc = l->doc;
  const uint32_t begin = l->mention->tokens.begin;
  if (l->mention->type != ISN_TYPE_OPERATION || !l->name.n ||
      !has_own_name(l, l->mention) ||
      (begin && IS_ONE_OF(l->analysis->words[begin - 1].word, others))) {
    return ISN_NO_ENTITY;
  }
  uint32_t found = ISN_NO_ENTITY;
  for (size_t i = 0; i < number; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->type != ISN_TYPE_OPERATION || m->is_anaphor ||
        m->entity == ISN_NO_ENTITY) {
      continue;
    }
    const IsnWord* const first = &l->analysis->words[m->tokens.begin];
    if (first->flags & ISN_WORD_ARTICLE || has_own_name(l, m) ||
        !isn_str_equal(first->word, l->name.words[0]) ||
        (found != ISN_NO_ENTITY && m->entity != found)) {
      return ISN_NO_ENTITY;
    }
    found = m->tokens.end + MAX_WORDS_TO_NAME >= begin ? m->entity : found;
  }
  return found;
}

/// Names first, in order; then what only refers to names.
static IsnStatus
link_names(IsnLinker* const l, const bool late)
{
  IsnStatus st = ISN_SUCCESS;
  for (size_t i = 0; i < l->doc->n_mentions; ++i) {
    IsnMention* const mention = &l->doc->mentions[i];
    if (mention->is_anaphor || mention->entity != ISN_NO_ENTITY) {
      continue;
    }
    l->n_before = i;
    look(l, mention);
    if (comes_late(l) == late) {
      uint32_t known = late && l->name.n ? isn_family_find(l) : ISN_NO_ENTITY;
      known = known != ISN_NO_ENTITY ? known : find_apposed(l, i);
      known = known != ISN_NO_ENTITY ? known : find_known(l);
      known = known != ISN_NO_ENTITY ? known : isn_quoted_find(l, i);
      known = known != ISN_NO_ENTITY ? known : find_unnamed(l, i);
      ISN_TRY(st, refer(l, mention, known));
    }
  }
  return st;
}

/// «الاجتماع السابق», «الدورة المقبلة»: not the one that the text tells of. The
/// word that says so is put to its name.
static bool
is_other_in_time(const IsnLinker* const l, IsnMention* const mention)
{
  static const char* const words[] = {
    "السابق",  "السابقه", "الماضي",  "الماضيه", "المقبل",  "المقبله", "القادم",
    "القادمه", "الفايت",  "الفايته", "التالي",  "التاليه", "الاتي",   "الاتيه",
  };
  const uint32_t behind = mention->tokens.end;
  if ((mention->type != ISN_TYPE_MEETING &&
       mention->type != ISN_TYPE_OPERATION) ||
      l->name.n != 1 || l->name.is_pointed || behind >= l->doc->n_tokens) {
    return false;
  }
  for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); ++i) {
    if (isn_str_is(l->analysis->words[behind].word, words[i])) {
      mention->tokens.end = behind + 1;
      mention->chars.end = l->doc->tokens[behind].chars.end;
      return true;
    }
  }
  return false;
}

/// How far behind the verb «اللقاء» may tell of it.
#define MAX_WORDS_SINCE_MET 90u

/// The end of the last meeting named before the mention under way, or where the
/// verb that it tells of can be at the earliest.
static uint32_t
since_meeting(const IsnLinker* const l)
{
  const uint32_t begin = l->mention->tokens.begin;
  uint32_t since =
    begin > MAX_WORDS_SINCE_MET ? begin - MAX_WORDS_SINCE_MET : 0;
  for (size_t i = 0; i < l->doc->n_mentions; ++i) {
    const IsnMention* const m = &l->doc->mentions[i];
    if (m->tokens.begin >= begin) {
      break;
    }
    if (m->type == ISN_TYPE_MEETING && m->tokens.end > since) {
      since = m->tokens.end;
    }
  }
  return since;
}

/// «احتفلت المنظمة بتخريج …، وحضر الحفل»: whether a verb has told of it.
static bool
has_celebrated(const IsnLinker* const l)
{
  static const char* const verbs[] = { "احتفل", "احتفلت", "احتفي",
                                       "احتفت", "يحتفل",  "تحتفل" };
  for (uint32_t t = 0; t < l->mention->tokens.begin; ++t) {
    if (IS_ONE_OF(l->analysis->words[t].word, verbs)) {
      return true;
    }
  }
  return false;
}

/// «استقبل الوزير السفير …، وجرى خلال اللقاء»: a meeting of which only a verb
/// has told, after the last one that has a name. If nothing else is meant
/// (`last`), the verb may stand anywhere before, and tell of an «اجتماع» too.
static bool
is_told_by_verb(const IsnLinker* const l, const bool last)
{
  static const char* const nouns[] = {
    "لقاء",
    "مباحثات",
    "محادثات",
    "مقابله",
  };
  if (l->mention->type != ISN_TYPE_MEETING || l->name.n != 1 ||
      !(l->name.is_definite || l->name.is_pointed)) {
    return false;
  }
  if (isn_str_is(l->name.words[0], "حفل")) {
    return last && has_celebrated(l);
  }
  const bool is_meeting = IS_ONE_OF(l->name.words[0], nouns) ||
                          (last && isn_str_is(l->name.words[0], "اجتماع"));
  return is_meeting &&
         has_met(l, last ? 0 : since_meeting(l), l->mention->tokens.begin);
}

/// «شركة «الأفق»»: the noun before a body's name, by which «الشركة» takes it
/// up; absent if there is none.
static IsnStr
sort_before(const IsnLinker* const l)
{
  static const char* const sorts[] = { "شركه",   "جمعيه",  "منظمه", "موسسه",
                                       "مجموعه", "شبكه",   "حركه",  "صحيفه",
                                       "قناه",   "جامعه",  "وكاله", "مصرف",
                                       "بنك",    "مستشفي", "نقابه", "نادي" };
  const IsnWord* const words = l->analysis->words;
  uint32_t t = l->mention->tokens.begin;
  if (t && words[t - 1].flags & ISN_WORD_OPEN) {
    --t;
  }
  if (l->mention->type != ISN_TYPE_ORGANIZATION || l->mention->is_anaphor ||
      !t || !IS_ONE_OF(words[t - 1].word, sorts)) {
    return (IsnStr){ NULL, 0 };
  }
  return words[t - 1].word;
}

static bool
index_sort(IsnLinker* const l, const uint32_t entity)
{
  const IsnStr sort = sort_before(l);
  if (!sort.n_bytes) {
    return true;
  }
  const uint64_t hash = sort_hash(sort);
  const IsnName* const name = isn_index_keep(&l->index, hash, &l->name);
  return name && isn_index_add(&l->index, hash, entity, name);
}

/// «وأطلق البرنامج» behind «برنامج الأمم المتحدة الإنمائي»: the body, if it was
/// named last of all programmes, else nothing.
static uint32_t
find_programme_body(const IsnLinker* const l)
{
  const IsnStr noun = ISN_STR("برنامج");
  if (l->mention->type != ISN_TYPE_INITIATIVE || l->name.n != 1 ||
      l->name.is_pointed || !isn_str_equal(l->name.words[0], noun)) {
    return ISN_NO_ENTITY;
  }
  const size_t first = first_near(l);
  for (size_t i = l->n_before; i-- > first;) {
    const IsnMention* const m = &l->doc->mentions[i];
    if (m->entity == ISN_NO_ENTITY ||
        (m->type != ISN_TYPE_INITIATIVE && m->type != ISN_TYPE_ORGANIZATION) ||
        !label_begins(l, m->entity, noun)) {
      continue;
    }
    return m->type == ISN_TYPE_ORGANIZATION ? m->entity : ISN_NO_ENTITY;
  }
  return ISN_NO_ENTITY;
}

/// «الحملة» of «الحملة الوطنية للوقاية»: an initiative, where no operation has
/// been told of.
static uint32_t
find_campaign(IsnLinker* const l, IsnMention* const mention)
{
  if (mention->type != ISN_TYPE_OPERATION ||
      !isn_str_is(l->name.words[0], "حمله")) {
    return ISN_NO_ENTITY;
  }
  mention->type = ISN_TYPE_INITIATIVE;
  const uint32_t found = find_antecedent(l);
  if (found == ISN_NO_ENTITY) {
    mention->type = ISN_TYPE_OPERATION;
  }
  return found;
}

static IsnStatus
link_anaphors(IsnLinker* const l)
{
  IsnStatus st = ISN_SUCCESS;
  size_t n = 0;
  // The last thing before the anaphor is meant, so index afresh in order
  if (!isn_index_init(&l->index, l->doc->arena, l->doc->n_mentions * 4)) {
    return ISN_ERR_NO_MEMORY;
  }
  for (size_t i = 0; i < l->doc->n_mentions; ++i) {
    IsnMention* const mention = &l->doc->mentions[i];
    l->n_before = n;
    look(l, mention);
    if (mention->is_anaphor && !l->name.n) {
      continue; // «هذا» alone names nothing to look for
    }
    if (mention->is_anaphor) {
      const uint32_t body = find_programme_body(l);
      if (body != ISN_NO_ENTITY) {
        mention->type = ISN_TYPE_ORGANIZATION;
        mention->entity = body;
        look(l, mention);
      } else if (is_other_in_time(l, mention)) {
        look(l, mention);
        ISN_TRY(st, isn_linker_add_entity(l, &mention->entity));
      } else {
        mention->entity = find_predicate(l, i);
      }
      if (mention->entity == ISN_NO_ENTITY && is_told_by_verb(l, false)) {
        ISN_TRY(st, isn_linker_add_entity(l, &mention->entity));
      }
      if (mention->entity == ISN_NO_ENTITY) {
        mention->entity = find_antecedent(l);
      }
      if (mention->entity == ISN_NO_ENTITY) {
        mention->entity = find_campaign(l, mention);
      }
      if (mention->entity == ISN_NO_ENTITY && is_event(mention->type) &&
          (l->name.is_pointed || is_told_by_verb(l, true))) {
        // «هذا الاجتماع» after «اجتمع خبراء»: the verb has told of it
        ISN_TRY(st, isn_linker_add_entity(l, &mention->entity));
      }
      if (mention->entity == ISN_NO_ENTITY) {
        continue; // it refers to nothing that was named
      }
      ISN_TRY(st,
              isn_linker_add_alias(l,
                                   &l->doc->entities[mention->entity],
                                   isn_linker_surface(l, mention->tokens)));
    }
    if (mention->entity == ISN_NO_ENTITY ||
        !isn_linker_index_name(l, mention->entity) ||
        !index_sort(l, mention->entity)) {
      return ISN_ERR_NO_MEMORY;
    }
    l->doc->mentions[n++] = *mention;
  }
  l->doc->n_mentions = n;
  return st;
}

IsnStatus
isn_entities_link(IsnDocument* const doc, const IsnAnalysis* const analysis)
{
  IsnStatus st = ISN_SUCCESS;
  IsnLinker l = { .doc = doc, .analysis = analysis };
  doc->n_entities = 0;
  doc->entities_capacity = 0;
  doc->entities = isn_arena_grow(
    doc->arena, NULL, 0, &doc->entities_capacity, sizeof(*doc->entities));
  if (!doc->entities ||
      !isn_index_init(&l.index, doc->arena, doc->n_mentions * 4)) {
    return ISN_ERR_NO_MEMORY;
  }
  ISN_TRY(st, link_names(&l, false));
  return link_names(&l, true);
}

IsnStatus
isn_anaphors_link(IsnDocument* const doc, const IsnAnalysis* const analysis)
{
  IsnLinker l = { .doc = doc, .analysis = analysis };
  return link_anaphors(&l);
}
