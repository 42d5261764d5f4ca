// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/sitters.h"

#include "extract/tokenize/normal.h"
#include "extract/word_lists.h"

#include <string.h>

/// «لفريق العمل», «لمجموعة البنك»: no body is called short by more words.
#define MAX_WORDS 2u

#define MAX_NAME_BYTES 128u

#define CONFIDENCE 0.8

/// How far back the body is looked for.
#define MAX_MENTIONS_BACK 100u

/// What facts say of an entity.
enum {
  HAS_BODY = 1 << 0, ///< It is a meeting of some body
  HAS_MET = 1 << 1,  ///< It is a body that meets
};

typedef struct {
  IsnFactSet* set;
  IsnDocument* doc;
  const IsnWord* words;
  uint8_t* said;   ///< Of each entity
  uint32_t* first; ///< Its first mention, + 1
} Sitters;

/// The words behind the last «ل» of the mention, if they are but a body's head
/// noun: «مجلس», «فريق العمل»; in `buffer`.
static IsnStr
short_name(const IsnDocument* const doc,
           const IsnWord* const words,
           const IsnMention* const m,
           char* const buffer)
{
  const IsnStr none = { NULL, 0 };
  uint32_t t = m->tokens.end;
  while (t > m->tokens.begin + 1 && t + MAX_WORDS > m->tokens.end &&
         !strstr(words[t - 1].proclitics, "ل")) {
    --t;
  }
  if (t <= m->tokens.begin + 1 || !words[t - 1].n_proclitics ||
      !strstr(words[t - 1].proclitics, "ل")) {
    return none;
  }
  --t;
  const IsnStr head = isn_normal_without_article(words[t].word);
  const bool is_definite =
    (words[t].flags | words[m->tokens.end - 1].flags) & ISN_WORD_ARTICLE;
  if (!is_definite || !isn_words_has(&isn_words_sitting_bodies, head)) {
    return none;
  }
  size_t n = 0;
  for (uint32_t k = t; k < m->tokens.end; ++k) {
    const IsnStr word = k == t ? head : words[k].word;
    if (n + word.n_bytes + 1 >= MAX_NAME_BYTES ||
        doc->tokens[k].kind != ISN_KIND_WORD) {
      return none;
    }
    if (n) {
      buffer[n++] = ' ';
    }
    memcpy(buffer + n, word.data, word.n_bytes);
    n += word.n_bytes;
  }
  return (IsnStr){ buffer, n };
}

/// Whether a full name begins with the words of the short one and goes on; with
/// or without articles («فرقة عمل الإنتربول», «فرقة العمل»).
static bool
begins_so(const IsnDocument* const doc, const IsnStr full, const IsnStr name)
{
  const IsnStr normal = isn_normal_copy(doc->arena, full, ISN_FOLD_FULL);
  IsnStr rest = isn_normal_without_article(normal);
  size_t n = 0;
  while (rest.n_bytes && n < name.n_bytes) {
    const IsnStr left = isn_str_slice(name, n, name.n_bytes);
    const IsnStr word = isn_normal_without_article(left);
    const char* const blank = memchr(word.data, ' ', word.n_bytes);
    const size_t length = blank ? (size_t)(blank - word.data) : word.n_bytes;
    if (!isn_str_starts(rest, (IsnStr){ word.data, length }) ||
        rest.n_bytes <= length || rest.data[length] != ' ') {
      return false;
    }
    rest =
      isn_normal_without_article(isn_str_slice(rest, length + 1, rest.n_bytes));
    n += left.n_bytes - word.n_bytes + length + 1;
  }
  return rest.n_bytes > 0;
}

static bool
is_called(const IsnDocument* const doc,
          const uint32_t entity,
          const IsnStr name)
{
  const IsnEntity* const e = &doc->entities[entity];
  bool is = begins_so(doc, e->label, name);
  for (size_t i = 0; i < e->n_aliases && !is; ++i) {
    is = begins_so(doc, e->aliases[i], name);
  }
  return is;
}

/// The organization so called that was mentioned last before mention `m`: one
/// that meets, else the only one; or ISN_NO_ENTITY.
static uint32_t
find_body(const Sitters* const s, const size_t m, const IsnStr name)
{
  uint32_t only = ISN_NO_ENTITY;
  bool is_only = true;
  for (size_t i = m; i > 0 && m - i < MAX_MENTIONS_BACK; --i) {
    const IsnMention* const before = &s->doc->mentions[i - 1];
    if (before->type != ISN_TYPE_ORGANIZATION ||
        before->entity == ISN_NO_ENTITY || before->entity == only ||
        !is_called(s->doc, before->entity, name)) {
      continue;
    }
    if (s->said[before->entity] & HAS_MET) {
      return before->entity;
    }
    is_only = is_only && only == ISN_NO_ENTITY;
    only = before->entity;
  }
  return is_only ? only : ISN_NO_ENTITY;
}

/// Add that `meeting` is one of `body`'s.
static IsnStatus
add(Sitters* const s,
    const uint32_t meeting,
    const uint32_t body,
    IsnFact fact,
    const IsnSpan evidence)
{
  fact.property = ISN_PROP_MEETING_OF;
  fact.subject = meeting;
  fact.object = body;
  s->said[meeting] |= HAS_BODY;
  s->said[body] |= HAS_MET;
  return isn_facts_add(s->set, s->doc, &fact, evidence);
}

/// «عقد مجلس المحافظة جلسة»: whether a body of members holds a sitting, not a
/// course, nor talks with somebody.
static bool
is_sitting_of(const Sitters* const s, const IsnFact* const fact)
{
  const IsnDocument* const doc = s->doc;
  const IsnStr body = isn_normal_copy(
    doc->arena, doc->entities[fact->subject].label, ISN_FOLD_FULL);
  bool sits = false;
  sits = sits || isn_words_begin(&isn_words_council_heads, body);
  if (!sits || !s->first[fact->object]) {
    return false;
  }
  const IsnSpan tokens = doc->mentions[s->first[fact->object] - 1].tokens;
  const IsnWord* const first = &s->words[tokens.begin];
  bool is_one =
    isn_words_has(&isn_words_sitting_nouns_indef, first->word) ||
    (isn_str_is(first->word, "دوره") && tokens.begin + 1 < doc->n_tokens &&
     isn_words_has(&isn_words_session_adjectives, first[1].word));
  for (uint32_t t = tokens.begin + 1; t <= tokens.end && t < doc->n_tokens;
       ++t) {
    is_one = is_one &&
             !isn_words_has(&isn_words_sitting_with_others, s->words[t].word);
  }
  return is_one;
}

/// What «organizes» tells of sittings.
static IsnStatus
fill_sittings(Sitters* const s)
{
  IsnStatus st = ISN_SUCCESS;
  for (size_t i = 0; i < s->doc->n_facts; ++i) {
    const IsnFact fact = s->doc->facts[i];
    if (fact.property == ISN_PROP_ORGANIZES && !fact.modality &&
        s->doc->entities[fact.subject].type == ISN_TYPE_ORGANIZATION &&
        s->doc->entities[fact.object].type == ISN_TYPE_MEETING &&
        !(s->said[fact.object] & HAS_BODY) && is_sitting_of(s, &fact)) {
      ISN_TRY(st, add(s, fact.object, fact.subject, fact, fact.evidence[0]));
    }
  }
  return st;
}

/// What the names of meetings tell.
static IsnStatus
fill_named(Sitters* const s)
{
  const IsnFact fact = { .context = ISN_NO_ENTITY,
                         .rule = ISN_STR("meeting-of-short"),
                         .confidence = CONFIDENCE };
  IsnStatus st = ISN_SUCCESS;
  char buffer[MAX_NAME_BYTES];
  for (size_t i = 0; i < s->doc->n_mentions; ++i) {
    const IsnMention* const m = &s->doc->mentions[i];
    if (m->type != ISN_TYPE_MEETING || m->entity == ISN_NO_ENTITY ||
        s->said[m->entity] & HAS_BODY) {
      continue;
    }
    const IsnStr name = short_name(s->doc, s->words, m, buffer);
    const uint32_t body = name.n_bytes ? find_body(s, i, name) : ISN_NO_ENTITY;
    if (body != ISN_NO_ENTITY) {
      ISN_TRY(st, add(s, m->entity, body, fact, m->chars));
    }
  }
  return st;
}

/// What is known before; false without memory.
static bool
look(Sitters* const s)
{
  const IsnDocument* const doc = s->doc;
  s->said = isn_arena_alloc(doc->arena, doc->n_entities);
  s->first = isn_arena_array(doc->arena, doc->n_entities, sizeof(*s->first));
  if (!s->said || !s->first) {
    return false;
  }
  for (size_t i = doc->n_mentions; i > 0; --i) {
    if (doc->mentions[i - 1].entity != ISN_NO_ENTITY) {
      s->first[doc->mentions[i - 1].entity] = (uint32_t)i;
    }
  }
  for (size_t i = 0; i < doc->n_facts; ++i) {
    const IsnFact* const fact = &doc->facts[i];
    if (fact->property == ISN_PROP_MEETING_OF && !fact->modality) {
      s->said[fact->subject] |= HAS_BODY;
      s->said[fact->object] |= HAS_MET;
    }
  }
  return true;
}

IsnStatus
isn_sitters_fill(IsnFactSet* const set,
                 IsnDocument* const doc,
                 const IsnAnnotationSource* const source)
{
  if (!source->analysis) {
    return ISN_SUCCESS;
  }
  Sitters s = { .set = set, .doc = doc, .words = source->analysis->words };
  if (!look(&s)) {
    return ISN_ERR_NO_MEMORY;
  }
  const IsnStatus st = fill_named(&s);
  return st ? st : fill_sittings(&s);
}
