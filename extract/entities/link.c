// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/link.h"

#include "extract/entities/antecedent.h"
#include "extract/entities/family.h"
#include "extract/entities/forms.h"
#include "extract/entities/lands.h"
#include "extract/entities/linker.h"
#include "extract/entities/named.h"
#include "extract/entities/nth.h"
#include "extract/entities/quoted.h"
#include "extract/entities/raided.h"
#include "extract/entities/similar.h"
#include "extract/entities/town.h"
#include "extract/entities/unnamed.h"
#include "extract/word_lists.h"

/// «وكان هذا اللقاء الاجتماع الثالث ل…»: what an anaphor is said to be.
static uint32_t
find_predicate(const IsnLinker* const l, const size_t number)
{
  const IsnDocument* const doc = l->doc;
  const uint32_t begin = l->mention->tokens.begin;
  const uint32_t end = l->mention->tokens.end;
  bool is_told = false;
  is_told =
    is_told || (begin && isn_words_has(&isn_words_being_verbs,
                                       l->analysis->words[begin - 1].word));
  if (!is_told || !isn_linker_is_event(l->mention->type)) {
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

/// «هذا الاحتفال السنوي»: whether «this» stands before a mention that is no
/// more than a noun and its adjectives.
static bool
is_pointed_at(const IsnLinker* const l)
{
  const IsnMention* const m = l->mention;
  const IsnWord* const words = l->analysis->words;
  const uint32_t begin = m->tokens.begin;
  if (!begin || m->tokens.end < begin + 2 || words[begin].n_proclitics ||
      !(isn_linker_is_event(m->type) || m->type == ISN_TYPE_INITIATIVE) ||
      !isn_words_has(&isn_words_pointers, words[begin - 1].word) ||
      (begin > 1 && isn_str_is(words[begin - 2].word, "مثل"))) {
    return false;
  }
  bool are_definite = !l->entry && !l->name.ordinal;
  for (uint32_t t = begin; t < m->tokens.end; ++t) {
    are_definite = are_definite && words[t].flags & ISN_WORD_ARTICLE &&
                   !words[t].n_proclitics;
  }
  return are_definite;
}

/// «إن هذا الاجتماع هو اجتماع تنسيقي للخبراء»: whether the mention only says
/// what the noun before «هو» is.
static bool
is_said_of_noun(const IsnLinker* const l)
{
  const IsnMention* const m = l->mention;
  const IsnWord* const words = l->analysis->words;
  const uint32_t begin = m->tokens.begin;
  if (begin < 2 || !l->name.n || l->name.is_definite || l->name.ordinal ||
      words[begin].n_proclitics || isn_linker_has_own_name(l, m) ||
      !(isn_linker_is_event(m->type) || m->type == ISN_TYPE_INITIATIVE)) {
    return false;
  }
  const IsnStr pronoun = words[begin - 1].word;
  const IsnStr noun = words[begin - 2].word;
  return (isn_str_is(pronoun, "هو") || isn_str_is(pronoun, "هي")) &&
         !words[begin - 1].n_proclitics &&
         isn_str_starts(noun, ISN_STR("ال")) &&
         isn_str_equal(isn_str_slice(noun, 4, noun.n_bytes), l->name.words[0]);
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
  if (begin < 2 || !(isn_linker_is_event(type) || type == ISN_TYPE_INITIATIVE ||
                     describes)) {
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

/// «اجتماع الدورة الثالثة للمجلس»: the session in it is the meeting.
static uint32_t
find_around(const IsnLinker* const l, const size_t number)
{
  const IsnSpan tokens = l->mention->tokens;
  for (size_t i = number; i-- > 0 && number - i <= 2;) {
    const IsnMention* const m = &l->doc->mentions[i];
    if (m->type == ISN_TYPE_MEETING && l->mention->type == m->type &&
        m->tokens.begin + 1 == tokens.begin && m->tokens.end == tokens.end &&
        isn_str_is(l->analysis->words[m->tokens.begin].word, "اجتماع")) {
      return m->entity;
    }
  }
  return ISN_NO_ENTITY;
}

/// Call what was told of without a name by that of the mention under way.
static IsnStatus
give_name(const IsnLinker* const l, IsnEntity* const entity)
{
  const IsnStr before = entity->label;
  entity->label = isn_linker_surface(l, l->mention->tokens);
  return isn_linker_add_alias(l, entity, before);
}

/// «هذا الاحتفال السنوي», «الاجتماع هو اجتماع تنسيقي»: what was told before by
/// all these words, else by the noun.
static uint32_t
find_pointed_at(IsnLinker* const l)
{
  const bool is_pointed = is_pointed_at(l);
  if (!is_pointed && !is_said_of_noun(l)) {
    return ISN_NO_ENTITY;
  }
  const IsnMention* const mention = l->mention;
  uint32_t found = isn_similar_find(
    l, isn_index_hash(mention->type, ISN_BY_HEAD, l->name.words[0]));
  // Of championships there are too many
  if (found == ISN_NO_ENTITY && !isn_str_is(l->name.words[0], "بطوله")) {
    l->name.n = 1;
    l->name.is_definite = true;
    l->name.is_pointed = is_pointed;
    found = isn_antecedent_find(l);
    look(l, mention);
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
    if (isn_antecedent_is_short(l)) {
      mention->is_anaphor = true;
      continue;
    }
    if (comes_late(l) == late) {
      uint32_t known = late && l->name.n ? isn_family_find(l) : ISN_NO_ENTITY;
      known = known != ISN_NO_ENTITY ? known : find_around(l, i);
      known = known != ISN_NO_ENTITY ? known : find_apposed(l, i);
      known = known != ISN_NO_ENTITY
                ? known
                : isn_nth_find(l->doc, l->analysis, mention, i);
      known = known != ISN_NO_ENTITY ? known : isn_named_find(l);
      known = known != ISN_NO_ENTITY ? known : isn_quoted_find(l, i);
      known = known != ISN_NO_ENTITY ? known : isn_unnamed_find(l, i);
      known = known != ISN_NO_ENTITY ? known : isn_town_find(l, i);
      known = known != ISN_NO_ENTITY ? known : find_pointed_at(l);
      if (isn_unnamed_is_named(l, i, known) || isn_forms_is_fuller(l, known)) {
        ISN_TRY(st, give_name(l, &l->doc->entities[known]));
      }
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
  const uint32_t behind = mention->tokens.end;
  if ((mention->type != ISN_TYPE_MEETING &&
       mention->type != ISN_TYPE_OPERATION) ||
      l->name.n != 1 || l->name.is_pointed || behind >= l->doc->n_tokens) {
    return false;
  }
  const IsnStr word = l->analysis->words[behind].word;
  if (!isn_words_has(&isn_words_other_times_def, word)) {
    return false;
  }
  mention->tokens.end = behind + 1;
  mention->chars.end = l->doc->tokens[behind].chars.end;
  return true;
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
  for (size_t i = isn_linker_first_near(l); i < l->doc->n_mentions; ++i) {
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
  for (uint32_t t = 0; t < l->mention->tokens.begin; ++t) {
    if (isn_words_has(&isn_words_celebrating_verbs,
                      l->analysis->words[t].word)) {
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
  if (l->mention->type != ISN_TYPE_MEETING || l->name.n != 1 ||
      !(l->name.is_definite || l->name.is_pointed)) {
    return false;
  }
  if (isn_str_is(l->name.words[0], "حفل")) {
    return last && has_celebrated(l);
  }
  const bool is_meeting =
    isn_words_has(&isn_words_talks_nouns, l->name.words[0]) ||
    (last && isn_str_is(l->name.words[0], "اجتماع"));
  return is_meeting && isn_antecedent_has_met(l,
                                              last ? 0 : since_meeting(l),
                                              l->mention->tokens.begin);
}

/// How far behind «اجتمع» the meeting may be called by its noun.
#define MAX_WORDS_SINCE_GATHERED 40u

/// Whether a meeting was told of before the mention under way by the noun
/// «اجتماع» or, since token `verb`, as the one at which people gathered.
static bool
has_gathering(const IsnLinker* const l, const uint32_t verb)
{
  const IsnWord* const words = l->analysis->words;
  for (size_t i = isn_linker_first_near(l); i < l->n_before; ++i) {
    const uint32_t begin = l->doc->mentions[i].tokens.begin;
    if (l->doc->mentions[i].type == ISN_TYPE_MEETING &&
        (isn_words_has(&isn_words_gathering_nouns, words[begin].word) ||
         (begin > verb &&
          isn_words_has(&isn_words_before_gathering, words[begin - 1].word)))) {
      return true;
    }
  }
  return false;
}

/// «اختتم المؤتمر. واجتمع الوزير بأعضاء الوفد، وقال خلال الاجتماع»: a meeting
/// that the verb where a sentence begins tells of, not the conference.
static bool
has_gathered(const IsnLinker* const l)
{
  const uint32_t begin = l->mention->tokens.begin;
  if (l->mention->type != ISN_TYPE_MEETING || l->name.n != 1 ||
      !(l->name.is_definite || l->name.is_pointed) ||
      !isn_str_is(l->name.words[0], "اجتماع")) {
    return false;
  }
  for (uint32_t t = begin; t && begin - t < MAX_WORDS_SINCE_GATHERED; --t) {
    if (!isn_words_has(&isn_words_gathered_verbs,
                       l->analysis->words[t - 1].word)) {
      continue;
    }
    const size_t s = isn_document_sentence_at(l->doc, t - 1);
    return s < l->doc->n_sentences &&
           t - 1 <= l->doc->sentences[s].tokens.begin + 1 &&
           !has_gathering(l, t - 1);
  }
  return false;
}

/// «العملية «الفجر»»: what the name behind the noun, in quotation marks, is of.
static uint32_t
find_quoted_behind(const IsnLinker* const l, const size_t number)
{
  const IsnDocument* const doc = l->doc;
  const IsnMention* const behind =
    number + 1 < doc->n_mentions ? &doc->mentions[number + 1] : NULL;
  const uint32_t end = l->mention->tokens.end;
  return behind && l->mention->type == ISN_TYPE_OPERATION &&
             behind->type == ISN_TYPE_OPERATION && !behind->is_anaphor &&
             behind->tokens.begin == end &&
             doc->tokens[end].kind == ISN_KIND_PUNCTUATION
           ? behind->entity
           : ISN_NO_ENTITY;
}

/// «جرى توقيع الاتفاقية», «ووقع الاتفاقية»: an agreement that nothing but its
/// signing tells of.
static bool
is_being_signed(const IsnLinker* const l)
{
  const uint32_t begin = l->mention->tokens.begin;
  if (l->mention->type != ISN_TYPE_AGREEMENT || !begin || l->name.n != 1 ||
      isn_str_ends(l->name.words[0], ISN_STR("ات")) ||
      isn_str_ends(l->name.words[0], ISN_STR("ين"))) {
    return false;
  }
  const IsnWord* const words = l->analysis->words;
  const bool has_on = begin > 1 && isn_str_is(words[begin - 1].word, "علي");
  return isn_words_has(&isn_words_signing_words,
                       words[begin - 1 - has_on].word);
}

/// «شركة «الأفق»»: the noun before a body's name, by which «الشركة» takes it
/// up; absent if there is none.
static IsnStr
sort_before(const IsnLinker* const l)
{
  const IsnWord* const words = l->analysis->words;
  uint32_t t = l->mention->tokens.begin;
  if (t && words[t - 1].flags & ISN_WORD_OPEN) {
    --t;
  }
  if (l->mention->type != ISN_TYPE_ORGANIZATION || l->mention->is_anaphor ||
      !t || !isn_words_has(&isn_words_body_sorts, words[t - 1].word)) {
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
  const uint64_t hash = isn_linker_sort_hash(sort);
  const IsnName* const name = isn_index_keep(&l->index, hash, &l->name);
  return name && isn_index_add(&l->index, hash, entity, name);
}

/// Whether a name has the mention's noun and number.
static bool
has_number(const IsnLinker* const l, const IsnIndexNode* const node)
{
  return node->name->ordinal == l->name.ordinal &&
         isn_str_equal(node->name->words[0], l->name.words[0]);
}

/// The only event so far that was told of by this noun and number.
static uint32_t
find_numbered(const IsnLinker* const l)
{
  return isn_linker_find_only(l, l->mention->type, has_number);
}

/// What is told of anew where an anaphor stands, or that its own words name:
/// the mention's entity, or ISN_NO_ENTITY.
static IsnStatus
link_told_there(IsnLinker* const l, const size_t number)
{
  IsnStatus st = ISN_SUCCESS;
  IsnMention* const mention = &l->doc->mentions[number];
  const uint32_t body = isn_antecedent_programme_body(l);
  if (body != ISN_NO_ENTITY) {
    mention->type = ISN_TYPE_ORGANIZATION;
    mention->entity = body;
    look(l, mention);
  } else if (is_other_in_time(l, mention)) {
    look(l, mention);
    st = isn_linker_add_entity(l, &mention->entity);
  } else {
    mention->entity = find_predicate(l, number);
  }
  if (mention->entity == ISN_NO_ENTITY) {
    mention->entity = find_quoted_behind(l, number);
  }
  return st;
}

/// «العملية الثانية»: by its place among those told, or by its number.
/// ISN_END: of one that was told, which is not known.
static IsnStatus
link_numbered(IsnLinker* const l, IsnMention* const mention)
{
  const size_t n = l->n_before;
  mention->entity = isn_nth_find(l->doc, l->analysis, mention, n);
  if (mention->entity != ISN_NO_ENTITY || !l->name.ordinal) {
    return ISN_SUCCESS;
  }
  mention->entity = find_numbered(l);
  if (mention->entity != ISN_NO_ENTITY) {
    return ISN_SUCCESS;
  }
  return isn_nth_is_told(l->doc, l->analysis, mention, n)
           ? isn_linker_add_entity(l, &mention->entity)
           : ISN_END;
}

/// «هذه العملية الإرهابية», «هذه الحملة الانتخابية»: what no police carries
/// out.
static bool
is_deed_of_others(const IsnLinker* const l)
{
  const uint32_t behind = l->mention->tokens.end;
  return l->mention->type == ISN_TYPE_OPERATION && behind < l->doc->n_tokens &&
         isn_words_has(&isn_words_deeds_of_others,
                       l->analysis->words[behind].word);
}

/// Whether arrests or seizures are told of before the operation under way.
static bool
has_catch_before(const IsnLinker* const l)
{
  enum { MAX_WORDS_BACK = 300 };
  const uint32_t begin = l->mention->tokens.begin;
  for (uint32_t t = begin; t && begin - t < MAX_WORDS_BACK; --t) {
    if (isn_words_has(&isn_words_catch_words, l->analysis->words[t - 1].word)) {
      return true;
    }
  }
  return false;
}

/// «هذا الاجتماع» after «اجتمع خبراء»: the verb has told of it. An operation
/// that is only pointed at must be seen to be one.
static bool
is_new_where_pointed(const IsnLinker* const l)
{
  return l->name.is_pointed && (l->mention->type != ISN_TYPE_OPERATION ||
                                has_catch_before(l) || isn_raided_is_told(l));
}

/// By what was told before, or by the verb that tells of it here.
static IsnStatus
link_told_before(IsnLinker* const l, IsnMention* const mention)
{
  if (is_deed_of_others(l)) {
    return ISN_SUCCESS;
  }
  if (is_told_by_verb(l, false) || has_gathered(l)) {
    return isn_linker_add_entity(l, &mention->entity);
  }
  mention->entity = isn_antecedent_course(l, mention);
  if (mention->entity == ISN_NO_ENTITY) {
    mention->entity = isn_antecedent_find(l);
  }
  if (mention->entity == ISN_NO_ENTITY) {
    mention->entity = isn_antecedent_campaign(l, mention);
  }
  if (mention->entity != ISN_NO_ENTITY) {
    return ISN_SUCCESS;
  }
  const bool is_new = isn_linker_is_event(mention->type) &&
                      (is_new_where_pointed(l) || is_told_by_verb(l, true) ||
                       isn_raided_is_told(l));
  return is_new || is_being_signed(l)
           ? isn_linker_add_entity(l, &mention->entity)
           : ISN_SUCCESS;
}

/// ISN_END: it refers to nothing that is known.
static IsnStatus
link_anaphor(IsnLinker* const l, const size_t number)
{
  IsnMention* const mention = &l->doc->mentions[number];
  if (!l->name.n) {
    return ISN_END; // «هذا» alone names nothing to look for
  }
  IsnStatus st = link_told_there(l, number);
  if (st == ISN_SUCCESS && mention->entity == ISN_NO_ENTITY) {
    st = link_numbered(l, mention);
  }
  if (st == ISN_SUCCESS && mention->entity == ISN_NO_ENTITY) {
    st = link_told_before(l, mention);
  }
  if (st != ISN_SUCCESS || mention->entity == ISN_NO_ENTITY) {
    return st != ISN_SUCCESS ? st : ISN_END;
  }
  ISN_TRY(st,
          isn_linker_add_alias(l,
                               &l->doc->entities[mention->entity],
                               isn_linker_surface(l, mention->tokens)));
  return isn_linker_index_alias(l, mention->entity);
}

static IsnStatus
link_anaphors(IsnLinker* const l)
{
  size_t n = 0;
  // The last thing before the anaphor is meant, so index afresh in order
  if (!isn_index_init(&l->index, l->doc->arena, l->doc->n_mentions * 4)) {
    return ISN_ERR_NO_MEMORY;
  }
  for (size_t i = 0; i < l->doc->n_mentions; ++i) {
    IsnMention* const mention = &l->doc->mentions[i];
    l->n_before = n;
    look(l, mention);
    const IsnStatus st = mention->is_anaphor ? link_anaphor(l, i) : ISN_SUCCESS;
    if (st == ISN_END) {
      continue;
    }
    if (st != ISN_SUCCESS) {
      return st;
    }
    if (mention->entity == ISN_NO_ENTITY ||
        !isn_linker_index_name(l, mention->entity) ||
        !index_sort(l, mention->entity)) {
      return ISN_ERR_NO_MEMORY;
    }
    l->doc->mentions[n++] = *mention;
  }
  l->doc->n_mentions = n;
  return ISN_SUCCESS;
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
