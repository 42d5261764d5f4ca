// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/antecedent.h"

#include "extract/beside.h"
#include "extract/entities/generic.h"
#include "extract/entities/similar.h"
#include "extract/gazetteer/source.h"
#include "extract/tokenize/normal.h"
#include "extract/word_lists.h"

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

/// «وجرى خلال اللقاء، بحث الأوضاع», «وبحث الجانبان أيضا»: whether «بحث» only
/// goes on with a meeting that has been told of.
static bool
goes_on(const IsnLinker* const l, const IsnSpan sentence, const uint32_t token)
{
  for (uint32_t t = sentence.begin; t < token; ++t) {
    if (isn_words_has(&isn_words_before_one_meeting,
                      l->analysis->words[t].word)) {
      return true;
    }
  }
  return token + 1 < sentence.end &&
         isn_words_has(&isn_words_met_sides,
                       l->analysis->words[token + 1].word);
}

/// «ناقش الوزير مع السفير»: whether «مع» follows in the sentence.
static bool
has_with(const IsnLinker* const l, const IsnSpan sentence, const uint32_t token)
{
  for (uint32_t t = token + 1; t < sentence.end; ++t) {
    if (isn_str_is(l->analysis->words[t].word, "مع")) {
      return true;
    }
  }
  return false;
}

/// Whether the word at `token` says that somebody meets somebody; «بحث الوزير
/// مع السفير» only where a paragraph begins.
static bool
tells_of_meeting(const IsnLinker* const l, const uint32_t token)
{
  const IsnDocument* const doc = l->doc;
  const IsnStr word = l->analysis->words[token].word;
  const bool is_going_over = isn_words_has(&isn_words_going_over_verbs, word);
  if (!is_going_over && !isn_words_has(&isn_words_discussing_verbs, word)) {
    return isn_words_has(&isn_words_meeting_verbs, word);
  }
  const size_t s = isn_document_sentence_at(doc, token);
  if (s >= doc->n_sentences || goes_on(l, doc->sentences[s].tokens, token) ||
      (is_going_over && !has_with(l, doc->sentences[s].tokens, token))) {
    return false;
  }
  const uint32_t begin = doc->sentences[s].tokens.begin;
  return token == begin ||
         (token < begin + 8 && doc->tokens[token - 1].kind != ISN_KIND_WORD);
}

bool
isn_antecedent_has_met(const IsnLinker* const l,
                       const uint32_t begin,
                       const uint32_t end)
{
  for (uint32_t t = begin; t < end; ++t) {
    if (tells_of_meeting(l, t) ||
        isn_words_has(&isn_words_met_plurals, l->analysis->words[t].word)) {
      return true;
    }
  }
  return false;
}

/// From where on somebody may be said to meet before «اللقاء», given the last
/// mention of another meeting (or NULL): behind it; but what happens «على هامش
/// القمة» is told before it, in its sentence or, of «وجاء ذلك على هامش القمة»,
/// in the one before.
static uint32_t
told_from(const IsnLinker* const l, const IsnMention* const other)
{
  if (!other || !isn_beside_is(l->doc, l->analysis, other->tokens.begin)) {
    return other ? other->tokens.end : 0;
  }
  const size_t s = isn_document_sentence_at(l->doc, other->tokens.begin);
  return l->doc->sentences[s ? s - 1 : 0].tokens.begin;
}

/// Whether a word of the entity's name begins with `stem`.
static bool
has_word(const IsnLinker* const l, const uint32_t entity, const IsnStr stem)
{
  const IsnStr label = isn_normal_copy(
    l->doc->arena, l->doc->entities[entity].label, ISN_FOLD_FULL);
  bool is_start = true;
  for (size_t i = 0; i < label.n_bytes; ++i) {
    if (is_start &&
        isn_str_starts(isn_str_slice(label, i, label.n_bytes), stem)) {
      return true;
    }
    is_start = label.data[i] == ' ';
  }
  return false;
}

/// A noun of an agreement, and what its name then has.
typedef struct {
  const char* noun;    // normal form
  const char* stem;    // of a word of the agreement's name
  const char* another; // the same in the plural, or NULL
} Paper;

/// The agreements that a noun can mean, or NULL.
static const Paper*
paper_of(const IsnStr noun)
{
  static const Paper papers[] = {
    { "قرض", "قرض", "قروض" },        { "منحه", "منحه", "منح" },
    { "اتفاقيه", "اتفاق", NULL },    { "اتفاق", "اتفاق", NULL },
    { "اتفاقيات", "اتفاق", NULL },   { "اتفاقات", "اتفاق", NULL },
    { "اتفاقيتين", "اتفاقي", NULL }, { "اتفاقيتان", "اتفاقي", NULL },
    { "مذكرات", "مذكر", NULL },      { "مذكرتين", "مذكر", NULL },
  };
  for (size_t p = 0; p < sizeof(papers) / sizeof(papers[0]); ++p) {
    if (isn_str_is(noun, papers[p].noun)) {
      return &papers[p];
    }
  }
  return NULL;
}

static bool
is_paper(const IsnLinker* const l, const IsnIndexNode* const node)
{
  const Paper* const paper = paper_of(l->name.words[0]);
  return has_word(l, node->entity, isn_str(paper->stem)) ||
         (paper->another && has_word(l, node->entity, isn_str(paper->another)));
}

/// The only agreement so far that the noun can mean: «القرض» of «اتفاقية قرض»,
/// «الاتفاقية» of «اتفاقيتين», «الاتفاقيات» of «ثلاث اتفاقيات».
static uint32_t
find_paper(const IsnLinker* const l)
{
  return l->name.n == 1 && paper_of(l->name.words[0])
           ? isn_linker_find_only(l, ISN_TYPE_AGREEMENT, is_paper)
           : ISN_NO_ENTITY;
}

static bool
is_built(const IsnLinker* const l, const IsnIndexNode* const node)
{
  (void)l;
  return isn_generic_builds(node->name->words[0]);
}

/// The only works so far that «المشروع» can mean.
static uint32_t
find_works(const IsnLinker* const l)
{
  return l->mention->type == ISN_TYPE_INITIATIVE && l->name.n == 1 &&
             isn_str_is(l->name.words[0], "مشروع")
           ? isn_linker_find_only(l, ISN_TYPE_INITIATIVE, is_built)
           : ISN_NO_ENTITY;
}

static bool
is_met_in(const IsnLinker* const l, const IsnIndexNode* const node)
{
  return isn_generic_meets(node->name->words[0], l->name.words[0]);
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
  const uint32_t found = isn_linker_find_only(l, ISN_TYPE_MEETING, is_met_in);
  const IsnMention* last = NULL;
  for (size_t i = isn_linker_first_near(l);
       found != ISN_NO_ENTITY && i < l->n_before;
       ++i) {
    const IsnMention* const m = &l->doc->mentions[i];
    if (m->entity == found && m->tokens.end <= l->mention->tokens.begin) {
      last = m;
    }
  }
  return isn_antecedent_has_met(l, told_from(l, last), l->mention->tokens.begin)
           ? ISN_NO_ENTITY
           : found;
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
  for (size_t i = isn_linker_first_near(l); i < l->n_before; ++i) {
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

/// The only mention of `entity` before the one under way, or NULL.
static const IsnMention*
find_only(const IsnLinker* const l, const uint32_t entity)
{
  const IsnDocument* const doc = l->doc;
  const IsnMention* only = NULL;
  for (size_t i = isn_linker_first_near(l); i < l->n_before; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->tokens.begin >= l->mention->tokens.begin) {
      break;
    }
    if (m->entity == entity) {
      if (only) {
        return NULL;
      }
      only = m;
    }
  }
  return only;
}

/// «اجتماع المجلس المقبل»: whether the word behind says that it is not the one
/// that the text tells of.
static bool
is_of_other_time(const IsnLinker* const l, const IsnMention* const mention)
{
  const uint32_t behind = mention->tokens.end;
  const IsnWord* const word =
    behind < l->doc->n_tokens ? &l->analysis->words[behind] : NULL;
  return word && word->flags & ISN_WORD_ARTICLE &&
         isn_str_starts(word->word, ISN_STR("ال")) &&
         isn_similar_is_of_other_time(
           isn_str_slice(word->word, 4, word->word.n_bytes));
}

/// Whether `entity` is named once before the mention under way, by its number
/// or time: «الورشة الأولى», «اجتماع ثان», «الدورة السابقة».
static bool
is_named_in_passing(const IsnLinker* const l, const uint32_t entity)
{
  const IsnDocument* const doc = l->doc;
  const IsnMention* const only = find_only(l, entity);
  if (!only || is_of_other_time(l, only)) {
    return only;
  }
  IsnName name;
  isn_name_read(&name, doc, l->analysis, only->type, only->tokens);
  return name.ordinal ||
         (name.n == 2 && isn_similar_is_of_other_time(name.words[1]));
}

/// The meeting of this noun before `last`, which only was named as one of
/// another time: «افتتح اجتماع الخبراء … قبل اجتماع الوزراء المقبل، وأشاد
/// الاجتماع».
static uint32_t
find_of_this_time(const IsnLinker* const l, const uint32_t last)
{
  const IsnMention* const only = find_only(l, last);
  const IsnIndexNode* node = NULL;
  for (int i = 0; only && is_of_other_time(l, only) && i < ISN_MAX_LOOKED_AT;
       ++i) {
    node = isn_index_next(
      &l->index,
      isn_index_hash(ISN_TYPE_MEETING, ISN_BY_HEAD, l->name.words[0]),
      node);
    if (!node) {
      break;
    }
    if (node->entity != last && !is_named_in_passing(l, node->entity)) {
      return node->entity;
    }
  }
  return last;
}

/// The meeting that the text has called by this noun alone before, if `last`
/// was only named in passing: «قالت رئيسة الدورة» behind «رئيس الدورة السابقة».
static uint32_t
find_told_of(const IsnLinker* const l, const uint32_t last)
{
  const IsnStr noun = l->analysis->words[l->mention->tokens.begin].word;
  uint32_t called = ISN_NO_ENTITY;
  const size_t n_calls = count_before(l, ISN_NO_ENTITY, &noun, &called);
  return n_calls && called != last && is_named_in_passing(l, last)
           ? called
           : find_of_this_time(l, last);
}

/// Whether what is pointed to may be meant: «هذه الطبعة» is of a festival or
/// the like, not of the press conference on it.
static bool
has_editions(const IsnLinker* const l, const uint32_t entity)
{
  if (!isn_words_has(&isn_words_editions, l->name.words[0])) {
    return true;
  }
  const IsnStr label = l->doc->entities[entity].label;
  if (isn_words_begin(&isn_words_press_conferences, label)) {
    return false;
  }
  return true;
}

/// Whether a mention begins with the noun of the one under way: «المنظمة», not
/// «اليونسكو».
static bool
has_head(const IsnLinker* const l, const IsnMention* const m)
{
  const IsnStr word = l->analysis->words[m->tokens.begin].word;
  const IsnStr noun = l->name.words[0];
  return isn_str_equal(isn_str_starts(word, ISN_STR("ال"))
                         ? isn_str_slice(word, 4, word.n_bytes)
                         : word,
                       noun);
}

/// «الباحثة ليلى حداد من معهد الصحراء»: whether mention `i` only says where
/// somebody comes from.
static bool
is_where_from(const IsnLinker* const l, const size_t i)
{
  const IsnMention* const m = &l->doc->mentions[i];
  const uint32_t at = m->tokens.begin;
  return i && at && isn_str_is(l->analysis->words[at - 1].word, "من") &&
         m[-1].type == ISN_TYPE_PERSON && m[-1].tokens.end + 1 == at;
}

/// «ينظم الصندوق العربي بالتعاون مع صندوق الأوبك»: whether mention `m` is only
/// with whom somebody does something.
static bool
is_partner(const IsnLinker* const l, const IsnMention* const m)
{
  const uint32_t at = m->tokens.begin;
  const IsnWord* const words = l->analysis->words;
  return at >= 2 && isn_str_is(words[at - 1].word, "مع") &&
         (isn_words_has(&isn_words_cooperation, words[at - 2].word) ||
          isn_words_has(&isn_words_cooperation, words[at - 2].whole));
}

/// The body of this noun before `last`, if that was only named as a partner of
/// it, once: «بمقر الصندوق».
static uint32_t
find_leading(const IsnLinker* const l, const uint32_t last)
{
  const IsnMention* const only = find_only(l, last);
  if (!only || !is_partner(l, only)) {
    return last;
  }
  uint32_t leading = last;
  for (size_t i = isn_linker_first_near(l); i < l->n_before; ++i) {
    const IsnMention* const m = &l->doc->mentions[i];
    if (m->tokens.begin >= only->tokens.begin) {
      break;
    }
    if (m->type == ISN_TYPE_ORGANIZATION && m->entity != ISN_NO_ENTITY &&
        label_begins(l, m->entity, l->name.words[0])) {
      leading = m->entity;
    }
  }
  return leading;
}

/// Where the letterhead, the headline and the first sentence of the body end.
#define OPENING_SENTENCES 4u

/// The body of this noun that the text opens with, if `last` is named once, in
/// another sentence, and the first one again, or the last one only as where
/// somebody comes from: «المنظمة» is whose release it is, not a guest.
static uint32_t
find_opening(const IsnLinker* const l, const uint32_t last)
{
  const IsnDocument* const doc = l->doc;
  const uint32_t at = l->mention->tokens.begin;
  const size_t s = isn_document_sentence_at(doc, at);
  if (s < OPENING_SENTENCES || s >= doc->n_sentences) {
    return last;
  }
  const uint32_t end = doc->sentences[OPENING_SENTENCES - 1].tokens.end;
  size_t n_last = 0;
  bool is_origin = false;
  uint32_t opening = ISN_NO_ENTITY;
  for (size_t i = 0; i < l->n_before; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->tokens.begin >= at) {
      break;
    }
    if (m->entity == last) {
      n_last += has_head(l, m);
      is_origin = is_origin || is_where_from(l, i);
      if (m->tokens.end >= doc->sentences[s].tokens.begin) {
        return last;
      }
    } else if (opening == ISN_NO_ENTITY && m->entity != ISN_NO_ENTITY &&
               m->tokens.begin < end && m->type == ISN_TYPE_ORGANIZATION &&
               label_begins(l, m->entity, l->name.words[0])) {
      opening = m->entity;
    }
  }
  return opening != ISN_NO_ENTITY && n_last == 1 &&
             (is_origin || count_before(l, opening, NULL, NULL) >= 2)
           ? opening
           : last;
}

/// Whether the gazetteer knows the mention as a club.
static bool
is_club(const IsnLinker* const l, const IsnMention* const mention)
{
  const IsnEntry* const entry =
    mention->type == ISN_TYPE_ORGANIZATION && !mention->is_anaphor
      ? isn_linker_entry(l->analysis, mention)
      : NULL;
  return isn_str_is(mention->kind, "club") ||
         (entry &&
          isn_str_is(isn_gazetteer_feature(entry->features, "kind"), "club"));
}

bool
isn_antecedent_is_short(const IsnLinker* const l)
{
  const IsnDocument* const doc = l->doc;
  const IsnSpan tokens = l->mention->tokens;
  if (l->name.n != 1 || tokens.end != tokens.begin + 1 ||
      !l->name.is_definite || !is_club(l, l->mention)) {
    return false;
  }
  bool is_short = false;
  for (size_t i = 0; i < doc->n_entities && !is_short; ++i) {
    is_short = doc->entities[i].type == ISN_TYPE_ORGANIZATION &&
               label_begins(l, (uint32_t)i, l->name.words[0]);
  }
  for (size_t i = 0; i < doc->n_mentions && is_short; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    is_short =
      !is_club(l, m) || isn_str_equal(l->analysis->words[m->tokens.begin].word,
                                      l->analysis->words[tokens.begin].word);
  }
  return is_short;
}

/// «الأمانة العامة» of the letterhead, not «الأمانة الفنية» named since: the
/// body that the text has called by all these words.
static uint32_t
find_called_so(const IsnLinker* const l)
{
  const IsnIndexNode* node = NULL;
  while (
    l->mention->type == ISN_TYPE_ORGANIZATION && l->name.n >= 2 &&
    (node = isn_index_next(
       &l->index, isn_linker_name_hash(l->mention->type, &l->name), node))) {
    if (isn_name_equal(node->name, &l->name)) {
      return node->entity;
    }
  }
  return ISN_NO_ENTITY;
}

uint32_t
isn_antecedent_find(const IsnLinker* const l)
{
  const IsnType type = l->mention->type;
  uint32_t found =
    isn_similar_find(l, isn_index_hash(type, ISN_BY_HEAD, l->name.words[0]));
  found = found != ISN_NO_ENTITY ? found : find_called_so(l);
  uint32_t of_kind = ISN_NO_ENTITY;
  const IsnIndexNode* const sorted =
    type == ISN_TYPE_ORGANIZATION
      ? isn_index_next(&l->index, isn_linker_sort_hash(l->name.words[0]), NULL)
      : NULL;
  const IsnIndexNode* node = NULL;
  for (int i = 0; i < ISN_MAX_LOOKED_AT && found == ISN_NO_ENTITY; ++i) {
    node = isn_index_next(
      &l->index, isn_index_hash(type, ISN_BY_TYPE, ISN_STR("")), node);
    if (!node) {
      break;
    }
    if (type != ISN_TYPE_ORGANIZATION) {
      found = l->name.is_pointed && has_editions(l, node->entity) ? node->entity
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
    found = find_established(l, find_opening(l, find_leading(l, found)));
  }
  if (found != ISN_NO_ENTITY && type == ISN_TYPE_MEETING && l->name.n == 1 &&
      l->name.is_definite && !l->name.is_pointed) {
    found = find_told_of(l, found);
  }
  if (found == ISN_NO_ENTITY && type == ISN_TYPE_AGREEMENT) {
    return find_paper(l);
  }
  found = found != ISN_NO_ENTITY ? found : find_works(l);
  return found != ISN_NO_ENTITY ? found : find_told_otherwise(l);
}

uint32_t
isn_antecedent_programme_body(const IsnLinker* const l)
{
  const IsnStr noun = ISN_STR("برنامج");
  if (l->mention->type != ISN_TYPE_INITIATIVE || l->name.n != 1 ||
      l->name.is_pointed || !isn_str_equal(l->name.words[0], noun)) {
    return ISN_NO_ENTITY;
  }
  const size_t first = isn_linker_first_near(l);
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

uint32_t
isn_antecedent_course(IsnLinker* const l, IsnMention* const mention)
{
  const IsnStr noun = ISN_STR("برنامج");
  if (mention->type != ISN_TYPE_INITIATIVE || l->name.n != 1 ||
      !isn_str_equal(l->name.words[0], noun) ||
      isn_index_next(&l->index,
                     isn_index_hash(ISN_TYPE_INITIATIVE, ISN_BY_HEAD, noun),
                     NULL)) {
    return ISN_NO_ENTITY;
  }
  const IsnIndexNode* const course = isn_index_next(
    &l->index, isn_index_hash(ISN_TYPE_MEETING, ISN_BY_HEAD, noun), NULL);
  if (!course) {
    return ISN_NO_ENTITY;
  }
  mention->type = ISN_TYPE_MEETING;
  return course->entity;
}

uint32_t
isn_antecedent_campaign(IsnLinker* const l, IsnMention* const mention)
{
  if (mention->type != ISN_TYPE_OPERATION ||
      !isn_str_is(l->name.words[0], "حمله")) {
    return ISN_NO_ENTITY;
  }
  mention->type = ISN_TYPE_INITIATIVE;
  const uint32_t found = isn_antecedent_find(l);
  if (found == ISN_NO_ENTITY) {
    mention->type = ISN_TYPE_OPERATION;
  }
  return found;
}
