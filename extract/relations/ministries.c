// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/ministries.h"

#include "extract/base/pool.h"
#include "extract/relations/focus.h"
#include "extract/tokenize/normal.h"
#include "extract/word_lists.h"

#define MAX_WORDS 16u
#define MAX_KEY_BYTES 512u

/// Letters that «العراقي» and «العراق» begin with alike, behind the article.
#define STEM_BYTES 6u

/// How far behind a post its country stands.
#define WORDS_BEHIND 3u

/// Where a document says in which country it is written.
#define MENTIONS_OF_HEAD 32u

/// What the head of a post is the head of, in normal form.
static const struct {
  const char* post;
  const char* body;
} heads[] = {
  { "وزير", "وزاره" },   { "وزيره", "وزاره" }, { "مدير", "مديريه" },
  { "مديره", "مديريه" }, { "مدير", "اداره" },  { "مديره", "اداره" },
  { "قايد", "قياده" },   { "قايده", "قياده" }, { "نقيب", "نقابه" },
  { "نقيبه", "نقابه" },  { "مفوض", "مفوضيه" }, { "مفوضه", "مفوضيه" },
  { "امين", "امانه" },   { "رييس", "رياسه" },  { "رييسه", "رياسه" },
  { "مدير", "دايره" },   { "مديره", "دايره" },
};

#define N_HEADS (sizeof(heads) / sizeof(heads[0]))

/// What is known of «وزاره العدل», «اداره المرور».
typedef struct {
  uint32_t body; ///< Of just this name; ISN_NO_ENTITY: none or several
  uint32_t longer; ///< Whose name goes on («… الفرنسية», «… والسجون»)
  uint32_t holder; ///< Who holds the post itself
  bool has_body;
  bool has_longer;
  bool is_shared; ///< More than one hold it
} Field;

typedef struct {
  const IsnAnnotationSource* source;
  IsnDocument* doc;
  uint32_t nationality;
  IsnPool names; ///< Of bodies, without «العامة» and article
  Field* fields; ///< By number in `names`
  size_t capacity;
  uint32_t* parents; ///< Of each entity, what a fact says it is a unit of
  bool* has_employer;
  bool* has_staff; ///< Of each entity, whether somebody is said to work there
  char key[MAX_KEY_BYTES];
  size_t n_key;
} Fields;

/// A post's title cut at what says what it is for: «للعمليات», «المساعد».
typedef struct {
  IsnStr words[MAX_WORDS];
  size_t n;
  size_t field;  ///< First word of the field
  IsnStr head;   ///< «مدير»
  bool is_first; ///< The post itself, not «مساعد مدير …»
} Title;

static bool
is_general(const IsnStr word)
{
  return isn_str_is(isn_normal_without_article(word), "عام") ||
         isn_str_is(isn_normal_without_article(word), "عامه");
}

static void
put(Fields* const f, const IsnStr word)
{
  if (word.n_bytes + f->n_key < MAX_KEY_BYTES) {
    memcpy(f->key + f->n_key, word.data, word.n_bytes);
    f->n_key += word.n_bytes;
  }
}

/// «اداره المرور» of «اداره» and «للمرور» or «المرور», in `f->key`.
static IsnStr
key_of(Fields* const f,
       const IsnStr head,
       const IsnStr* const words,
       const size_t n)
{
  f->n_key = 0;
  put(f, head);
  for (size_t i = 0; i < n; ++i) {
    IsnStr word = words[i];
    put(f, ISN_STR(" "));
    if (!i && isn_str_starts(word, ISN_STR("لل"))) {
      put(f, ISN_STR("ا"));
      word = isn_str_slice(word, strlen("ل"), word.n_bytes);
    } else if (!i && isn_str_is(word, "لشوون")) {
      word = ISN_STR("شوون");
    }
    put(f, word);
  }
  return (IsnStr){ f->key, f->n_key };
}

static IsnStatus
add_body(Fields* const f,
         const IsnStr head,
         const IsnStr* const words,
         const size_t n,
         const uint32_t body,
         const bool is_whole)
{
  const size_t n_before = f->names.n_items;
  const uint32_t number = isn_pool_put(&f->names, key_of(f, head, words, n));
  Field* const fields =
    number == ISN_POOL_NONE
      ? NULL
      : isn_arena_grow(
          f->doc->arena, f->fields, number, &f->capacity, sizeof(*fields));
  if (!fields) {
    return ISN_ERR_NO_MEMORY;
  }
  f->fields = fields;
  Field* const field = &fields[number];
  if (number == n_before) {
    *field = (Field){ ISN_NO_ENTITY, ISN_NO_ENTITY, ISN_NO_ENTITY,
                      false,         false,         false };
  }
  if (is_whole) {
    field->body = field->has_body && field->body != body ? ISN_NO_ENTITY : body;
    field->has_body = true;
  } else {
    field->longer =
      field->has_longer && field->longer != body ? ISN_NO_ENTITY : body;
    field->has_longer = true;
  }
  return ISN_SUCCESS;
}

/// What a name says behind its head, «العامة» left out.
static size_t
read_field(const Fields* const f,
           const IsnMention* const m,
           IsnStr* const words)
{
  const IsnWord* const all = f->source->analysis->words;
  uint32_t t = m->tokens.begin + 1;
  if (t < m->tokens.end && is_general(all[t].word)) {
    ++t;
  }
  size_t n = 0;
  for (; t < m->tokens.end && n < MAX_WORDS; ++t) {
    words[n++] = all[t].whole;
  }
  return t == m->tokens.end ? n : 0;
}

/// Whether a name may go on with the word where others leave off.
static bool
goes_on(const Fields* const f, const uint32_t token)
{
  const IsnWord* const word = &f->source->analysis->words[token];
  return isn_word_has_class(word, f->nationality) ||
         isn_str_is(word->word, "في") ||
         (word->n_proclitics && (!strncmp(word->proclitics, "و", 2) ||
                                 !strncmp(word->proclitics, "ب", 2)));
}

static IsnStatus
list_body(Fields* const f, const IsnMention* const m)
{
  IsnStatus st = ISN_SUCCESS;
  IsnStr words[MAX_WORDS];
  const IsnStr head = isn_normal_without_article(
    f->source->analysis->words[m->tokens.begin].word);
  const size_t n = read_field(f, m, words);
  for (size_t h = 0; n && h < N_HEADS; ++h) {
    if (!isn_str_is(head, heads[h].body)) {
      continue;
    }
    ISN_TRY(st, add_body(f, head, words, n, m->entity, true));
    for (size_t i = 1; i < n; ++i) {
      if (goes_on(f, m->tokens.end - (uint32_t)(n - i))) {
        ISN_TRY(st, add_body(f, head, words, i, m->entity, false));
      }
    }
    break;
  }
  return st;
}

static bool
is_post_head(const IsnStr word)
{
  for (size_t h = 0; h < N_HEADS; ++h) {
    if (isn_str_is(word, heads[h].post)) {
      return true;
    }
  }
  return false;
}

/// Split a title behind its first word that is the head of a body.
static bool
read_title(Title* const t, const IsnStr folded)
{
  *t = (Title){ .n = 0 };
  for (size_t begin = 0; begin < folded.n_bytes && t->n < MAX_WORDS;) {
    size_t end = begin;
    while (end < folded.n_bytes && folded.data[end] != ' ') {
      ++end;
    }
    const IsnStr word = isn_str_slice(folded, begin, end);
    if (!t->head.n_bytes && is_post_head(isn_normal_without_article(word))) {
      t->head = isn_normal_without_article(word);
      t->is_first = !begin;
      t->field = t->n + 1;
    }
    t->words[t->n++] = word;
    begin = end + 1;
  }
  if (t->head.n_bytes && t->field + 1 < t->n &&
      is_general(t->words[t->field]) && !isn_str_is(t->head, "وزير")) {
    ++t->field;
  }
  return t->head.n_bytes && t->field < t->n;
}

/// Whether the words from this one on say what the post is for.
static bool
is_remit(const IsnStr word)
{
  if (isn_words_has(&isn_words_remits, word)) {
    return true;
  }
  return isn_str_starts(word, ISN_STR("لل")) ||
         isn_str_starts(word, ISN_STR("بال"));
}

/// What is known of the body that a title's words name, or NULL.
static Field*
field_of_title(Fields* const f, const Title* const t, bool* const is_whole)
{
  for (size_t end = t->n; end > t->field; --end) {
    if (end < t->n && !is_remit(t->words[end])) {
      continue;
    }
    for (size_t h = 0; h < N_HEADS; ++h) {
      if (!isn_str_is(t->head, heads[h].post)) {
        continue;
      }
      const uint32_t number = isn_pool_find(
        &f->names,
        key_of(f, isn_str(heads[h].body), t->words + t->field, end - t->field));
      if (number != ISN_POOL_NONE) {
        *is_whole = end == t->n;
        return &f->fields[number];
      }
    }
  }
  return NULL;
}

static Field*
field_of_post(Fields* const f, const IsnFact* const fact, bool* const is_holder)
{
  Title title;
  bool is_whole = false;
  if (fact->property != ISN_PROP_POSITION || fact->modality ||
      fact->subject == ISN_NO_ENTITY ||
      !read_title(&title,
                  isn_normal_copy(f->doc->arena, fact->value, ISN_FOLD_FULL))) {
    return NULL;
  }
  Field* const field = field_of_title(f, &title, &is_whole);
  *is_holder = field && title.is_first && is_whole;
  return field;
}

/// Whether the name has a word that begins as the adjective does.
static bool
is_akin(const IsnStr name, const IsnStr adjective)
{
  const IsnStr stem = isn_normal_without_article(adjective);
  if (stem.n_bytes < STEM_BYTES) {
    return false;
  }
  for (size_t i = 0; i + STEM_BYTES <= name.n_bytes; ++i) {
    if (!memcmp(name.data + i, stem.data, STEM_BYTES)) {
      return true;
    }
  }
  return false;
}

/// Whether the country that the document names first is the body's: «بيروت
/// (لبنان)» above «وزارة الصحة اللبنانية», whose minister needs no nation
/// there.
static bool
is_at_home(const Fields* const f, const uint32_t body)
{
  const IsnDocument* const doc = f->doc;
  for (size_t m = 0; m < doc->n_mentions && m < MENTIONS_OF_HEAD; ++m) {
    const uint32_t e = doc->mentions[m].entity;
    if (e != ISN_NO_ENTITY && isn_str_is(doc->entities[e].kind, "Country")) {
      return is_akin(
        isn_normal_copy(doc->arena, doc->entities[body].label, ISN_FOLD_FULL),
        isn_normal_copy(doc->arena, doc->entities[e].label, ISN_FOLD_FULL));
    }
  }
  return false;
}

/// «وزير الصحة العراقي», «وزير الصحة – العراق» where the ministry is another
/// country's, or may be, as others work there of whom no country is told. Where
/// `is_told` is set, also «وزير الصحة» where it is «وزارة الصحة العراقية».
static bool
is_foreign(const Fields* const f,
           const IsnSpan chars,
           const uint32_t body,
           const bool is_told)
{
  const IsnDocument* const doc = f->doc;
  const uint32_t parent = f->parents[body];
  size_t t = 0;
  for (size_t high = doc->n_tokens; t < high;) {
    const size_t middle = t + (high - t) / 2;
    if (doc->tokens[middle].chars.begin < chars.begin) {
      t = middle + 1;
    } else {
      high = middle;
    }
  }
  const size_t first = t;
  bool is_akin_found = false;
  for (; t < doc->n_tokens && doc->tokens[t].chars.begin < chars.end; ++t) {
    const IsnWord* const word = &f->source->analysis->words[t];
    if (!isn_word_has_class(word, f->nationality) || word->n_proclitics) {
      continue;
    }
    const IsnStr own =
      isn_normal_copy(doc->arena, doc->entities[body].label, ISN_FOLD_FULL);
    const IsnStr country = parent == ISN_NO_ENTITY
                             ? (IsnStr){ NULL, 0 }
                             : isn_normal_copy(doc->arena,
                                               doc->entities[parent].label,
                                               ISN_FOLD_FULL);
    if (is_akin(own, word->word) || is_akin(country, word->word)) {
      is_akin_found = true;
    } else if (parent != ISN_NO_ENTITY || f->has_staff[body] || is_told) {
      return true;
    }
  }
  if (is_told && !is_akin_found && !is_at_home(f, body)) {
    return true;
  }
  for (size_t m = isn_focus_mentions_before(doc, (uint32_t)first);
       m < doc->n_mentions && doc->mentions[m].tokens.begin < t + WORDS_BEHIND;
       ++m) {
    const uint32_t e = doc->mentions[m].entity;
    if (e != ISN_NO_ENTITY && e != parent &&
        isn_str_is(doc->entities[e].kind, "Country")) {
      return true;
    }
  }
  return false;
}

/// What facts say already.
static IsnStatus
read_facts(Fields* const f)
{
  const IsnDocument* const doc = f->doc;
  f->parents =
    isn_arena_array(doc->arena, doc->n_entities + 1, sizeof(*f->parents));
  f->has_employer =
    isn_arena_array(doc->arena, doc->n_entities + 1, sizeof(*f->has_employer));
  f->has_staff =
    isn_arena_array(doc->arena, doc->n_entities + 1, sizeof(*f->has_staff));
  if (!f->parents || !f->has_employer || !f->has_staff) {
    return ISN_ERR_NO_MEMORY;
  }
  for (size_t e = 0; e < doc->n_entities; ++e) {
    f->parents[e] = ISN_NO_ENTITY;
  }
  for (size_t i = 0; i < doc->n_facts; ++i) {
    const IsnFact* const fact = &doc->facts[i];
    bool is_holder = false;
    Field* const field = field_of_post(f, fact, &is_holder);
    if (field && is_holder) {
      field->is_shared |=
        field->holder != ISN_NO_ENTITY && field->holder != fact->subject;
      field->holder = fact->subject;
    }
    if (fact->subject != ISN_NO_ENTITY && fact->object != ISN_NO_ENTITY) {
      f->has_employer[fact->subject] |= fact->property == ISN_PROP_WORKS_FOR;
      f->has_staff[fact->object] |= fact->property == ISN_PROP_WORKS_FOR;
      if (fact->property == ISN_PROP_UNIT_OF &&
          doc->entities[fact->object].type == ISN_TYPE_PLACE) {
        f->parents[fact->subject] = fact->object;
      }
    }
  }
  return ISN_SUCCESS;
}

IsnStatus
isn_ministries_fill(IsnFactSet* const set,
                    IsnDocument* const doc,
                    const IsnAnnotationSource* const source)
{
  IsnStatus st = ISN_SUCCESS;
  Fields f = { .source = source,
               .doc = doc,
               .nationality =
                 isn_image_find_class(source->image, ISN_STR("nationality")),
               .names = { .arena = doc->arena } };
  for (size_t i = 0; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->type == ISN_TYPE_ORGANIZATION && m->entity != ISN_NO_ENTITY) {
      ISN_TRY(st, list_body(&f, m));
    }
  }
  if (!f.names.n_items) {
    return st;
  }
  ISN_TRY(st, read_facts(&f));
  const size_t n = doc->n_facts;
  for (size_t i = 0; i < n; ++i) {
    IsnFact fact = doc->facts[i];
    bool is_holder = false;
    const Field* const field = field_of_post(&f, &fact, &is_holder);
    const uint32_t body = !field            ? ISN_NO_ENTITY
                          : field->has_body ? field->body
                                            : field->longer;
    const IsnSpan evidence =
      body == ISN_NO_ENTITY ? (IsnSpan){ 0, 0 } : fact.evidence[0];
    if (body != ISN_NO_ENTITY && !field->is_shared &&
        !f.has_employer[fact.subject] &&
        !is_foreign(&f,
                    evidence,
                    body,
                    !field->has_body &&
                      isn_str_is(doc->entities[body].kind, "ministry"))) {
      fact.property = ISN_PROP_WORKS_FOR;
      fact.object = body;
      fact.value = (IsnStr){ NULL, 0 };
      fact.context = ISN_NO_ENTITY;
      fact.is_default = false;
      ISN_TRY(st, isn_facts_add(set, doc, &fact, evidence));
    }
  }
  return st;
}
