// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/sitters.h"

#include "extract/tokenize/normal.h"

#include <string.h>

/// «لفريق العمل», «لمجموعة البنك»: no body is called short by more words.
#define MAX_WORDS 2u

#define MAX_NAME_BYTES 128u

#define CONFIDENCE 0.8

/// What bodies that sit are called, in normal form.
static const char* const sitting[] = {
  "مجلس",  "لجنه",  "جمعيه", "فريق",  "فرقه",  "منظمه",  "بنك",   "مصرف",
  "صندوق", "اتحاد", "هييه",  "رابطه", "شبكه",  "مجموعه", "موسسه", "مكتب",
  "مركز",  "وكاله", "موتمر", "حلف",   "تحالف", "شركه",   "نادي",
};

static IsnStr
without_article(const IsnStr word)
{
  return isn_str_starts(word, ISN_STR("ال"))
           ? isn_str_slice(word, strlen("ال"), word.n_bytes)
           : word;
}

/// The words behind the last «ل» of the mention, if they are but a body's head
/// noun: «مجلس», «فريق العمل»; their first token in `*token`.
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
  const IsnStr head = without_article(words[t].word);
  const bool is_definite =
    (words[t].flags | words[m->tokens.end - 1].flags) & ISN_WORD_ARTICLE;
  if (!is_definite || !ISN_IS_ONE_OF(head, sitting)) {
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
  IsnStr rest = without_article(normal);
  size_t n = 0;
  while (rest.n_bytes && n < name.n_bytes) {
    const IsnStr left = isn_str_slice(name, n, name.n_bytes);
    const IsnStr word = without_article(left);
    const char* const blank = memchr(word.data, ' ', word.n_bytes);
    const size_t length = blank ? (size_t)(blank - word.data) : word.n_bytes;
    if (!isn_str_starts(rest, (IsnStr){ word.data, length }) ||
        rest.n_bytes <= length || rest.data[length] != ' ') {
      return false;
    }
    rest = without_article(isn_str_slice(rest, length + 1, rest.n_bytes));
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

/// Whether the text says of another meeting that it is one of this body.
static bool
has_met(const IsnDocument* const doc, const uint32_t body)
{
  for (size_t i = 0; i < doc->n_facts; ++i) {
    if (doc->facts[i].property == ISN_PROP_MEETING_OF &&
        doc->facts[i].object == body && !doc->facts[i].modality) {
      return true;
    }
  }
  return false;
}

/// The organization so called that was mentioned last before mention `m`: one
/// that meets, else the only one; or ISN_NO_ENTITY.
static uint32_t
find_body(const IsnDocument* const doc, const size_t m, const IsnStr name)
{
  uint32_t only = ISN_NO_ENTITY;
  bool is_only = true;
  for (size_t i = m; i-- > 0;) {
    const IsnMention* const before = &doc->mentions[i];
    if (before->type != ISN_TYPE_ORGANIZATION ||
        before->entity == ISN_NO_ENTITY || before->entity == only ||
        !is_called(doc, before->entity, name)) {
      continue;
    }
    if (has_met(doc, before->entity)) {
      return before->entity;
    }
    is_only = is_only && only == ISN_NO_ENTITY;
    only = before->entity;
  }
  return is_only ? only : ISN_NO_ENTITY;
}

static bool
has_body(const IsnDocument* const doc, const uint32_t meeting)
{
  for (size_t i = 0; i < doc->n_facts; ++i) {
    if (doc->facts[i].property == ISN_PROP_MEETING_OF &&
        doc->facts[i].subject == meeting && !doc->facts[i].modality) {
      return true;
    }
  }
  return false;
}

/// «عقد مجلس المحافظة جلسة»: whether a body of members holds a sitting, not a
/// course, nor talks with somebody.
static bool
is_sitting_of(const IsnDocument* const doc,
              const IsnWord* const words,
              const IsnFact* const fact)
{
  static const char* const bodies[] = {
    "مجلس ", "المجلس ", "لجنه ", "اللجنه "
  };
  const IsnStr body = isn_normal_copy(
    doc->arena, doc->entities[fact->subject].label, ISN_FOLD_FULL);
  bool sits = false;
  for (size_t i = 0; i < sizeof(bodies) / sizeof(bodies[0]); ++i) {
    sits |= isn_str_starts(body, isn_str(bodies[i]));
  }
  for (size_t i = 0; sits && i < doc->n_mentions; ++i) {
    static const char* const nouns[] = { "جلسه", "اجتماع", "اجتماعا" };
    static const char* const kinds[] = { "عاديه", "غير", "استثناييه", "طاريه" };
    static const char* const others[] = {
      "مع", "بين", "حول", "عن", "تعقده", "تعقدها", "يعقده", "يعقدها"
    };
    const IsnMention* const m = &doc->mentions[i];
    if (m->entity != fact->object) {
      continue;
    }
    const uint32_t first = m->tokens.begin;
    bool is_one = ISN_IS_ONE_OF(words[first].word, nouns) ||
                  (isn_str_is(words[first].word, "دوره") &&
                   ISN_IS_ONE_OF(words[first + 1].word, kinds));
    for (uint32_t t = first + 1; t <= m->tokens.end && t < doc->n_tokens; ++t) {
      is_one = is_one && !ISN_IS_ONE_OF(words[t].word, others);
    }
    return is_one;
  }
  return false;
}

/// What «organizes» tells of sittings.
static IsnStatus
fill_sittings(IsnFactSet* const set,
              IsnDocument* const doc,
              const IsnWord* const words)
{
  IsnStatus st = ISN_SUCCESS;
  for (size_t i = 0; i < doc->n_facts; ++i) {
    IsnFact fact = doc->facts[i];
    if (fact.property != ISN_PROP_ORGANIZES || fact.modality ||
        doc->entities[fact.subject].type != ISN_TYPE_ORGANIZATION ||
        doc->entities[fact.object].type != ISN_TYPE_MEETING ||
        has_body(doc, fact.object) || !is_sitting_of(doc, words, &fact)) {
      continue;
    }
    const uint32_t body = fact.subject;
    const IsnSpan evidence = fact.evidence[0];
    fact.property = ISN_PROP_MEETING_OF;
    fact.subject = fact.object;
    fact.object = body;
    ISN_TRY(st, isn_facts_add(set, doc, &fact, evidence));
  }
  return st;
}

IsnStatus
isn_sitters_fill(IsnFactSet* const set,
                 IsnDocument* const doc,
                 const IsnAnnotationSource* const source)
{
  IsnStatus st = ISN_SUCCESS;
  char buffer[MAX_NAME_BYTES];
  for (size_t i = 0; source->analysis && i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->type != ISN_TYPE_MEETING || m->entity == ISN_NO_ENTITY) {
      continue;
    }
    const IsnStr name = short_name(doc, source->analysis->words, m, buffer);
    const uint32_t body = name.n_bytes && !has_body(doc, m->entity)
                            ? find_body(doc, i, name)
                            : ISN_NO_ENTITY;
    if (body != ISN_NO_ENTITY) {
      const IsnFact fact = { .property = ISN_PROP_MEETING_OF,
                             .subject = m->entity,
                             .object = body,
                             .context = ISN_NO_ENTITY,
                             .rule = ISN_STR("meeting-of-short"),
                             .confidence = CONFIDENCE };
      ISN_TRY(st, isn_facts_add(set, doc, &fact, m->chars));
    }
  }
  return source->analysis ? fill_sittings(set, doc, source->analysis->words)
                          : st;
}
