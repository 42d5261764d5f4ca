// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/rules/annotate.h"

#include "extract/base/utf8.h"
#include "extract/gazetteer/source.h"
#include "extract/rules/symbols.h"
#include "extract/rules/vocabulary.h"

#include <stdlib.h>

/// Forms of symbols, apart from those of words.
#define SYMBOL_FORM ((uint64_t)1 << 63)

/// An annotation under way.
typedef struct {
  IsnAnnotated* out;
  const IsnAnnotationSource* source;
  IsnSpan tokens;
  uint32_t except;
  size_t next_mention; // first that may still begin at or behind the token
  size_t next_hit;
  size_t next_quantity;
} Walk;

static void
put_class(const Walk* const w, const uint32_t class_number)
{
  if (class_number < ISN_MAX_CLASSES) {
    isn_buffer_append_char(&w->out->sign, ISN_CLASS_FIRST + class_number);
  }
}

static void
put_features(IsnAnnotated* const out, uint32_t features)
{
  for (uint32_t f = 0; features; features >>= 1, ++f) {
    if (features & 1u) {
      isn_buffer_append_char(&out->sign, ISN_FEATURE_FIRST + f);
    }
  }
}

/// Folding makes one of «مذكرة» and «مذكره», of «ورشة» and «ورش» with a
/// pronoun: the text tells which it was.
static uint32_t
possible_features(const IsnWord* const word, const uint32_t features)
{
  const uint32_t pronouns = ISN_FEAT_POSSESSED | ISN_FEAT_OBJECT;
  if (!(word->flags & ISN_WORD_TA) || !(features & pronouns)) {
    return features & 0xFFFFu;
  }
  return features & 0xFFFFu & ~(pronouns | ISN_FEAT_PLURAL);
}

/// Whether the word is of the class at all: «معاملة» is no «معامل» with a
/// pronoun, «أجهزة» no verb with one: what ends in ta marbuta is feminine, a
/// verbal noun or a broken plural.
static bool
is_possible(const IsnWord* const word, const uint32_t features)
{
  const uint32_t finite = ISN_FEAT_PERFECT | ISN_FEAT_IMPERFECT;
  const uint32_t nominal = ISN_FEAT_NOUN | ISN_FEAT_MASDAR |
                           ISN_FEAT_ACTIVE_PART | ISN_FEAT_PASSIVE_PART |
                           ISN_FEAT_ADJECTIVE;
  if (!(word->flags & ISN_WORD_TA)) {
    return true;
  }
  if (features & finite && !(features & nominal)) {
    return false;
  }
  return !(features & ISN_FEAT_POSSESSED) ||
         (features & (ISN_FEAT_FEMININE | ISN_FEAT_MASDAR));
}

static void
put_classes(const Walk* const w,
            const uint32_t* const list,
            const size_t n,
            const IsnWord* const word)
{
  for (size_t i = 0; i < n; ++i) {
    if (!is_possible(word, list[i])) {
      continue;
    }
    put_class(w, list[i] >> 16);
    put_features(w->out, possible_features(word, list[i]));
  }
}

static bool
ends(const IsnStr word, const char* const letters)
{
  return word.n_bytes > 6 && isn_str_ends(word, isn_str(letters));
}

static void
put_shapes(const Walk* const w, const uint32_t token)
{
  const IsnImage* const image = w->source->image;
  const IsnWord* const word = &w->source->analysis->words[token];
  const IsnTokenKind kind = w->source->doc->tokens[token].kind;
  if (kind == ISN_KIND_LATIN) {
    put_class(w, isn_classes_shape(image, ISN_SHAPE_LATIN));
  }
  if (kind != ISN_KIND_WORD) {
    return;
  }
  if (word->flags & ISN_WORD_ARTICLE) {
    put_class(w, isn_classes_shape(image, ISN_SHAPE_DEFINITE));
  }
  if (!(word->flags & ISN_WORD_KNOWN)) {
    put_class(w, isn_classes_shape(image, ISN_SHAPE_UNKNOWN));
  }
  put_class(w, isn_classes_shape(image, ISN_SHAPE_ARABIC));
  if (ends(word->word, "ي") || ends(word->word, "يه") ||
      ends(word->word, "يا")) {
    put_class(w, isn_classes_shape(image, ISN_SHAPE_NISBA));
  }
  if (ends(word->word, "ه")) {
    put_class(w, isn_classes_shape(image, ISN_SHAPE_FEMININE));
  }
  if (ends(word->word, "ا")) {
    put_class(w, isn_classes_shape(image, ISN_SHAPE_TANWIN));
  }
  if (word->flags & ISN_WORD_YEH) {
    put_class(w, isn_classes_shape(image, ISN_SHAPE_YEH));
  }
}

static void
put_proclitics(const Walk* const w, const uint32_t token)
{
  const IsnWord* const word = &w->source->analysis->words[token];
  if (w->except != ISN_NO_MENTION && token == w->tokens.begin) {
    return; // they stand before the mention that is looked into
  }
  for (unsigned i = 0; i < word->n_proclitics; ++i) {
    isn_buffer_append(&w->out->sign,
                      (IsnStr){ word->proclitics + (size_t)i * 2, 2 });
    isn_buffer_append_char(&w->out->sign, 0x0640);
  }
}

static IsnStatus
put_unit(Walk* const w,
         const IsnUnitKind kind,
         const uint32_t begin,
         const uint32_t end,
         const uint32_t index,
         const IsnSign* const sign)
{
  IsnAnnotated* const out = w->out;
  if (!sign || out->sign.failed) {
    return ISN_ERR_NO_MEMORY;
  }
  if (out->n_units == out->capacity) {
    const size_t capacity = out->capacity ? out->capacity * 2 : 512;
    IsnUnit* const units = realloc(out->units, capacity * sizeof(*units));
    if (!units) {
      return ISN_ERR_NO_MEMORY;
    }
    out->units = units;
    out->capacity = capacity;
  }
  out->units[out->n_units++] = (IsnUnit){ .kind = kind,
                                          .tokens = { begin, end },
                                          .index = index,
                                          .n_set = sign->n_set,
                                          .cells = sign->row.cells,
                                          .sign = sign };
  return ISN_SUCCESS;
}

/// The sign whose text was put together.
static const IsnSign*
take_sign(const Walk* const w)
{
  IsnAnnotated* const out = w->out;
  const IsnStr text = isn_buffer_str(&out->sign);
  const IsnSign* const sign =
    out->sign.failed ? NULL : isn_signs_get(out->signs, text);
  isn_buffer_empty(&out->sign);
  return sign;
}

/// The number of a proclitic's letter: 1 to 7.
static uint64_t
proclitic_number(const char* const letter)
{
  static const char letters[] = "وفبكلس";
  uint64_t i = 0;
  while (letters[i * 2] && memcmp(letters + i * 2, letter, 2)) {
    ++i;
  }
  return i + 1;
}

/// The sign of a symbol with features and the proclitics of `token`, if it has
/// that token's.
static const IsnSign*
symbol_sign(const Walk* const w,
            const IsnSymbol symbol,
            const uint32_t features,
            const uint32_t token)
{
  const IsnWord* const word = &w->source->analysis->words[token];
  const bool is_bare = w->except != ISN_NO_MENTION && token == w->tokens.begin;
  const unsigned n = is_bare ? 0 : word->n_proclitics;
  uint64_t form = SYMBOL_FORM | (uint64_t)symbol << 32 | features << 9;
  for (unsigned i = 0; i < n; ++i) {
    form |= proclitic_number(word->proclitics + (size_t)i * 2) << 3 * i;
  }
  IsnFormSign* const kept = isn_signs_of_form(w->out->signs, form);
  if (!kept) {
    return NULL;
  }
  if (kept->form != form || !kept->sign) {
    put_proclitics(w, token);
    isn_buffer_append_char(&w->out->sign, ISN_SYMBOL_FIRST + (uint32_t)symbol);
    put_features(w->out, features);
    *kept = (IsnFormSign){ form, take_sign(w) };
  }
  return kept->sign;
}

static IsnSymbol
place_symbol(const IsnStr kind)
{
  if (isn_str_is(kind, "Country")) {
    return ISN_SYMBOL_COUNTRY;
  }
  if (isn_str_is(kind, "City")) {
    return ISN_SYMBOL_CITY;
  }
  return isn_str_is(kind, "Region") ? ISN_SYMBOL_REGION : ISN_SYMBOL_PLACE;
}

/// «هيئة», «شعبة», «الحرس»: what a state or a body has, by the head's class.
static bool
is_agency_head(const IsnImage* const image, const IsnWord* const word)
{
  static const char* const heads[] = { "agency-head",
                                       "police-head",
                                       "unit-head" };
  for (size_t h = 0; h < sizeof(heads) / sizeof(heads[0]); ++h) {
    const uint32_t number = isn_image_find_class(image, isn_str(heads[h]));
    if (isn_word_has_class(word, number)) {
      return true;
    }
  }
  return false;
}

/// Whether a mention that rules found is an agency that names no other body.
static bool
is_agency(const IsnAnnotationSource* const source,
          const IsnMention* const mention)
{
  const IsnDocument* const doc = source->doc;
  if (isn_str_is(mention->rule, "gazetteer") ||
      !is_agency_head(source->image,
                      &source->analysis->words[mention->tokens.begin])) {
    return false;
  }
  for (const IsnMention* m = mention + 1; m < doc->mentions + doc->n_mentions &&
                                          m->tokens.begin < mention->tokens.end;
       ++m) {
    if (m->type == ISN_TYPE_ORGANIZATION) {
      return false;
    }
  }
  return true;
}

/// Whether a body lends and gives money: a bank, a fund, a foundation, by what
/// a list calls it or by the mention's head («صندوق», «مصرف»).
static bool
is_lender(const IsnAnnotationSource* const source,
          const IsnMention* const mention,
          const IsnStr kind)
{
  static const char* const kinds[] = { "bank", "fund", "foundation" };
  for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); ++k) {
    if (isn_str_is(kind, kinds[k])) {
      return true;
    }
  }
  const uint32_t number =
    isn_image_find_class(source->image, ISN_STR("lender-head"));
  return !kind.n_bytes &&
         isn_word_has_class(&source->analysis->words[mention->tokens.begin],
                            number);
}

static IsnSymbol
mention_symbol(const IsnAnnotationSource* const source,
               const IsnMention* const mention)
{
  const IsnDocument* const doc = source->doc;
  static const IsnSymbol symbols[ISN_N_TYPES] = {
    [ISN_TYPE_PERSON] = ISN_SYMBOL_PERSON,
    [ISN_TYPE_ORGANIZATION] = ISN_SYMBOL_ORGANIZATION,
    [ISN_TYPE_PLACE] = ISN_SYMBOL_PLACE,
    [ISN_TYPE_MEETING] = ISN_SYMBOL_MEETING,
    [ISN_TYPE_OPERATION] = ISN_SYMBOL_OPERATION,
    [ISN_TYPE_INITIATIVE] = ISN_SYMBOL_INITIATIVE,
    [ISN_TYPE_AGREEMENT] = ISN_SYMBOL_AGREEMENT,
  };
  const IsnStr kind = mention->entity < doc->n_entities
                        ? doc->entities[mention->entity].kind
                        : mention->kind;
  if (mention->type == ISN_TYPE_ORGANIZATION && isn_str_is(kind, "ministry")) {
    return ISN_SYMBOL_MINISTRY;
  }
  if (mention->type == ISN_TYPE_ORGANIZATION &&
      is_lender(source, mention, kind)) {
    return ISN_SYMBOL_LENDER;
  }
  if (mention->type == ISN_TYPE_ORGANIZATION && is_agency(source, mention)) {
    return ISN_SYMBOL_AGENCY;
  }
  return mention->type == ISN_TYPE_PLACE ? place_symbol(kind)
                                         : symbols[mention->type];
}

/// The longest mention to show at `token`, or ISN_NO_MENTION.
static uint32_t
mention_at(Walk* const w, const uint32_t token)
{
  const IsnDocument* const doc = w->source->doc;
  while (w->next_mention < doc->n_mentions &&
         doc->mentions[w->next_mention].tokens.begin < token) {
    ++w->next_mention;
  }
  const IsnSpan* const hidden =
    w->except == ISN_NO_MENTION ? NULL : &doc->mentions[w->except].tokens;
  for (size_t i = w->next_mention; i < doc->n_mentions; ++i) {
    const IsnSpan span = doc->mentions[i].tokens;
    if (span.begin != token) {
      break;
    }
    const bool is_hidden =
      hidden && span.begin <= hidden->begin && span.end >= hidden->end;
    if (!is_hidden && span.end <= w->tokens.end) {
      return (uint32_t)i;
    }
  }
  return ISN_NO_MENTION;
}

/// Whether a mention to show begins inside (begin, end).
static bool
mention_begins_in(const Walk* const w, const uint32_t begin, const uint32_t end)
{
  const IsnDocument* const doc = w->source->doc;
  for (size_t i = w->next_mention;
       i < doc->n_mentions && doc->mentions[i].tokens.begin < end;
       ++i) {
    if (doc->mentions[i].tokens.begin > begin && i != w->except) {
      return true;
    }
  }
  return false;
}

/// Behind the closing mark of the quotation that opens at `token`, or 0.
static uint32_t
quote_end(const Walk* const w, const uint32_t token)
{
  const IsnWord* const words = w->source->analysis->words;
  if (!(words[token].flags & ISN_WORD_OPEN)) {
    return 0;
  }
  uint32_t end = token + 1;
  while (end < w->tokens.end && (words[end].flags & ISN_WORD_OPEN)) {
    ++end;
  }
  while (end < w->tokens.end && (words[end].flags & ISN_WORD_QUOTED)) {
    ++end;
  }
  const uint32_t close = end;
  while (end < w->tokens.end && (words[end].flags & ISN_WORD_CLOSE)) {
    ++end;
  }
  return end > close ? end : 0;
}

/// «بعنوان «مؤتمر السلام»»: a word before a quotation that makes a title or a
/// slogan of it.
static bool
is_titled(const Walk* const w, const uint32_t token)
{
  static const char* const namers[] = { "عنوان", "شعار", "اسم",    "تسميه",
                                        "مسمي",  "لقب",  "بعنوان", "بشعار",
                                        "باسم",  "وسم" };
  if (token == w->tokens.begin) {
    return true;
  }
  const IsnWord* const before = &w->source->analysis->words[token - 1];
  if (w->source->doc->tokens[token - 1].kind != ISN_KIND_WORD) {
    return true;
  }
  for (size_t i = 0; i < sizeof(namers) / sizeof(namers[0]); ++i) {
    if (isn_str_is(before->word, namers[i])) {
      return true;
    }
  }
  return false;
}

/// Whether a mention that fills a quotation is what the quotation stands for:
/// «رئيس «تيار الأفق»», «يقول "سمير الكيلاني"», «فعاليات «ملتقى الزيتون
/// العربي»».
static bool
is_quoted_name(const Walk* const w,
               const IsnMention* const m,
               const uint32_t token)
{
  return m->type == ISN_TYPE_ORGANIZATION || m->type == ISN_TYPE_PERSON ||
         (m->type == ISN_TYPE_MEETING && !m->is_anaphor &&
          m->tokens.end > m->tokens.begin + 1 && !is_titled(w, token));
}

/// The mention that fills the quotation [token, end), or ISN_NO_MENTION; once
/// it is linked, so that rules of names still see the quotation.
static uint32_t
quoted_name(const Walk* const w, const uint32_t token, const uint32_t end)
{
  const IsnWord* const words = w->source->analysis->words;
  const IsnDocument* const doc = w->source->doc;
  IsnSpan inner = { token, end };
  while (inner.begin < end && (words[inner.begin].flags & ISN_WORD_OPEN)) {
    ++inner.begin;
  }
  while (inner.end > inner.begin &&
         (words[inner.end - 1].flags & ISN_WORD_CLOSE)) {
    --inner.end;
  }
  for (size_t i = w->next_mention; i < doc->n_mentions; ++i) {
    const IsnMention* const m = &doc->mentions[i];
    if (m->tokens.begin > inner.begin) {
      break;
    }
    if (m->entity != ISN_NO_ENTITY && m->tokens.end == inner.end &&
        m->tokens.begin == inner.begin && i != w->except &&
        is_quoted_name(w, m, token)) {
      return (uint32_t)i;
    }
  }
  return ISN_NO_MENTION;
}

static uint32_t
quantity_at(Walk* const w, const uint32_t token)
{
  const IsnAnalysis* const a = w->source->analysis;
  while (w->next_quantity < a->n_quantities &&
         a->quantities[w->next_quantity].tokens.begin < token) {
    ++w->next_quantity;
  }
  if (w->next_quantity == a->n_quantities) {
    return UINT32_MAX;
  }
  const IsnSpan span = a->quantities[w->next_quantity].tokens;
  return span.begin == token && span.end <= w->tokens.end &&
             !mention_begins_in(w, span.begin, span.end)
           ? (uint32_t)w->next_quantity
           : UINT32_MAX;
}

/// «صباح أمس»: whether a date, not yet put, begins before token `end`.
static bool
date_begins_in(const Walk* const w, const uint32_t end)
{
  const IsnAnalysis* const a = w->source->analysis;
  return w->next_quantity < a->n_quantities &&
         a->quantities[w->next_quantity].kind == ISN_QUANTITY_DATE &&
         a->quantities[w->next_quantity].tokens.begin < end;
}

/// The gazetteer's class of an entry that is a class of several words.
static uint32_t
class_of_entry(const Walk* const w, const IsnEntry* const entry)
{
  if (!entry->type.n_bytes || entry->type.data[0] != '+') {
    return ISN_NO_CLASS;
  }
  return isn_image_find_class(
    w->source->image, isn_str_slice(entry->type, 1, entry->type.n_bytes));
}

/// «سامر علي إن»: the name, in a text that writes the preposition «على».
static bool
is_ali(const IsnWord* const word)
{
  return word->flags & ISN_WORD_YEH && isn_str_is(word->word, "علي");
}

/// First hit at `token` that is a class of several words, or UINT32_MAX.
static uint32_t
class_hit_at(Walk* const w, const uint32_t token)
{
  const IsnAnalysis* const a = w->source->analysis;
  while (w->next_hit < a->n_hits && a->hits[w->next_hit].tokens.begin < token) {
    ++w->next_hit;
  }
  for (size_t i = w->next_hit;
       i < a->n_hits && a->hits[i].tokens.begin == token;
       ++i) {
    const IsnSpan span = a->hits[i].tokens;
    if (class_of_entry(w, a->hits[i].entry) != ISN_NO_CLASS &&
        span.end <= w->tokens.end && !is_ali(&a->words[token]) &&
        !mention_begins_in(w, span.begin, span.end) &&
        !date_begins_in(w, span.end)) {
      return (uint32_t)i;
    }
  }
  return UINT32_MAX;
}

/// Definiteness, possession and number of a mention's first word, so that a
/// pattern can ask for {Meeting.poss} («اجتماعه»).
static uint32_t
mention_features(const IsnWord* const word)
{
  uint32_t features = 0;
  for (size_t i = 0; i < word->n_classes; ++i) {
    features |= possible_features(word, word->classes[i]) &
                (ISN_FEAT_DEFINITE | ISN_FEAT_POSSESSED | ISN_FEAT_PLURAL |
                 ISN_FEAT_DUAL);
  }
  return features;
}

static IsnStatus
put_mention(Walk* const w,
            const uint32_t index,
            const uint32_t end,
            uint32_t* const token)
{
  const IsnDocument* const doc = w->source->doc;
  const IsnMention* const mention = &doc->mentions[index];
  const IsnSpan span = { *token, end };
  const IsnSign* const sign =
    symbol_sign(w,
                mention_symbol(w->source, mention),
                mention_features(&w->source->analysis->words[*token]),
                *token);
  *token = span.end;
  return put_unit(w, ISN_UNIT_MENTION, span.begin, span.end, index, sign);
}

static IsnStatus
put_quantity(Walk* const w, const uint32_t index, uint32_t* const token)
{
  static const IsnSymbol symbols[] = {
    [ISN_QUANTITY_NUMBER] = ISN_SYMBOL_NUMBER,
    [ISN_QUANTITY_ORDINAL] = ISN_SYMBOL_ORDINAL,
    [ISN_QUANTITY_DATE] = ISN_SYMBOL_DATE,
    [ISN_QUANTITY_DURATION] = ISN_SYMBOL_DURATION,
    [ISN_QUANTITY_MONEY] = ISN_SYMBOL_MONEY,
  };
  const IsnQuantity* const q = &w->source->analysis->quantities[index];
  const uint32_t begin = *token;
  const IsnSign* const sign = symbol_sign(w, symbols[q->kind], 0, begin);
  *token = q->tokens.end;
  return put_unit(w, ISN_UNIT_QUANTITY, begin, q->tokens.end, index, sign);
}

/// Which word of several a pronoun would be joined to: «مديرتها» before the
/// article of «العامة», else the last («وزير خارجيتها»).
static const IsnWord*
pronoun_word(const IsnAnalysis* const a, const IsnSpan span)
{
  const IsnWord* const last = &a->words[span.end - 1];
  return last->flags & ISN_WORD_ARTICLE ? &a->words[span.begin] : last;
}

/// A class of several words: its words joined by _, then its marks.
static IsnStatus
put_class_hit(Walk* const w, const uint32_t first, uint32_t* const token)
{
  const IsnAnalysis* const a = w->source->analysis;
  const IsnSpan span = a->hits[first].tokens;
  put_proclitics(w, span.begin);
  for (uint32_t t = span.begin; t < span.end; ++t) {
    if (t > span.begin) {
      isn_buffer_append_byte(&w->out->sign, '_');
    }
    isn_buffer_append(&w->out->sign, a->words[t].word);
  }
  for (size_t i = first; i < a->n_hits; ++i) {
    const IsnHit* const hit = &a->hits[i];
    if (hit->tokens.begin != span.begin) {
      break;
    }
    const uint32_t class_number = class_of_entry(w, hit->entry);
    if (class_number != ISN_NO_CLASS) {
      const uint32_t marks =
        class_number << 16 | (uint32_t)strtoul(hit->entry->key.data, NULL, 10);
      put_classes(w, &marks, 1, pronoun_word(a, span));
    }
  }
  put_shapes(w, span.begin);
  *token = span.end;
  return put_unit(w, ISN_UNIT_WORD, span.begin, span.end, first, take_sign(w));
}

/// A normal form; «ﷺ» has blanks in it, which would be ends of words.
static void
put_form(IsnAnnotated* const out, const IsnStr normal)
{
  const size_t begin = out->sign.n_bytes;
  isn_buffer_append(&out->sign, normal);
  for (size_t i = begin; i < out->sign.n_bytes; ++i) {
    out->sign.data[i] = out->sign.data[i] == ' ' ? '_' : out->sign.data[i];
  }
}

static const IsnSign*
make_word_sign(const Walk* const w, const uint32_t token)
{
  const IsnWord* const word = &w->source->analysis->words[token];
  put_proclitics(w, token);
  put_form(w->out, word->word.n_bytes ? word->word : ISN_STR("_"));
  put_classes(w, word->classes, word->n_classes, word);
  put_shapes(w, token);
  return take_sign(w);
}

/// The word's sign, made once for all words of its form.
static const IsnSign*
word_sign(const Walk* const w, const uint32_t token)
{
  const uint64_t form = w->source->analysis->words[token].form;
  IsnFormSign* const kept =
    form ? isn_signs_of_form(w->out->signs, form) : NULL;
  if (!kept) {
    return make_word_sign(w, token);
  }
  if (kept->form != form || !kept->sign) {
    *kept = (IsnFormSign){ form, make_word_sign(w, token) };
  }
  return kept->sign;
}

static IsnStatus
put_word(Walk* const w, uint32_t* const token)
{
  IsnWord* const word = &w->source->analysis->words[*token];
  const uint32_t begin = (*token)++;
  if (w->except != ISN_NO_MENTION && begin == w->tokens.begin) {
    return put_unit( // without its proclitics
      w,
      ISN_UNIT_WORD,
      begin,
      begin + 1,
      0,
      make_word_sign(w, begin));
  }
  if (!word->sign) {
    word->sign = word_sign(w, begin);
  }
  return put_unit(w, ISN_UNIT_WORD, begin, begin + 1, 0, word->sign);
}

/// «"كلام" ، قال ، "كلام"»: where one mark is missing, the pairs may be taken
/// the other way round; no quotation begins with a comma.
static bool
is_between_quotes(const Walk* const w, const uint32_t token)
{
  const IsnDocument* const doc = w->source->doc;
  if (token + 1 >= doc->n_tokens) {
    return false;
  }
  const IsnSpan bytes = doc->tokens[token + 1].bytes;
  const IsnStr word = isn_str_slice(doc->text, bytes.begin, bytes.end);
  return isn_str_is(word, ",") || isn_str_is(word, "،");
}

static IsnStatus
put_next(Walk* const w, uint32_t* const token)
{
  IsnStatus st = ISN_SUCCESS;
  const uint32_t mention = mention_at(w, *token);
  if (mention != ISN_NO_MENTION) {
    const uint32_t behind = w->source->doc->mentions[mention].tokens.end;
    return put_mention(w, mention, behind, token);
  }
  const uint32_t end = is_between_quotes(w, *token) ? 0 : quote_end(w, *token);
  const uint32_t body = end ? quoted_name(w, *token, end) : ISN_NO_MENTION;
  if (body != ISN_NO_MENTION) {
    return put_mention(w, body, end, token);
  }
  if (end) {
    const IsnSign* const sign = symbol_sign(w, ISN_SYMBOL_QUOTE, 0, *token);
    ISN_TRY(st, put_unit(w, ISN_UNIT_QUOTE, *token, end, 0, sign));
    *token = end;
    return st;
  }
  const uint32_t quantity = quantity_at(w, *token);
  if (quantity != UINT32_MAX) {
    return put_quantity(w, quantity, token);
  }
  const uint32_t hit = class_hit_at(w, *token);
  return hit != UINT32_MAX ? put_class_hit(w, hit, token) : put_word(w, token);
}

/// First index of a sorted array whose element begins at or behind `token`.
#define LOWER_BOUND(out, array, n, token)                                      \
  do {                                                                         \
    size_t low_ = 0;                                                           \
    for (size_t high_ = (n); low_ < high_;) {                                  \
      const size_t middle_ = low_ + (high_ - low_) / 2;                        \
      if ((array)[middle_].tokens.begin < (token)) {                           \
        low_ = middle_ + 1;                                                    \
      } else {                                                                 \
        high_ = middle_;                                                       \
      }                                                                        \
    }                                                                          \
    (out) = low_;                                                              \
  } while (0)

/// Have the sign of a word that is a few behind brought from memory.
static void
fetch_sign(const Walk* const w, const uint32_t token)
{
  enum { AHEAD = 6 };
  if (token + AHEAD < w->tokens.end) {
    __builtin_prefetch(w->source->analysis->words[token + AHEAD].sign);
  }
}

IsnStatus
isn_annotate(IsnAnnotated* const annotated,
             const IsnAnnotationSource* const source,
             const IsnSpan tokens,
             const uint32_t except)
{
  IsnStatus st = ISN_SUCCESS;
  Walk w = { annotated, source, tokens, except, 0, 0, 0 };
  const IsnAnalysis* const a = source->analysis;
  LOWER_BOUND(w.next_mention,
              source->doc->mentions,
              source->doc->n_mentions,
              tokens.begin);
  LOWER_BOUND(w.next_hit, a->hits, a->n_hits, tokens.begin);
  LOWER_BOUND(w.next_quantity, a->quantities, a->n_quantities, tokens.begin);
  isn_wide_empty(&annotated->text);
  isn_buffer_empty(&annotated->sign);
  annotated->n_units = 0;
  annotated->is_triggered = false;
  for (uint32_t token = tokens.begin; token < tokens.end;) {
    fetch_sign(&w, token);
    ISN_TRY(st, put_next(&w, &token));
  }
  return st;
}

void
isn_annotated_clear(IsnAnnotated* const annotated)
{
  isn_wide_clear(&annotated->text);
  isn_buffer_clear(&annotated->sign);
  free(annotated->units);
  free(annotated->starts);
  free(annotated->triggered);
  free(annotated->needs);
  free(annotated->walked);
  free(annotated->rules);
  *annotated = (IsnAnnotated){ .signs = annotated->signs };
}

const IsnWide*
isn_annotated_text(IsnAnnotated* const annotated)
{
  IsnWide* const text = &annotated->text;
  if (!text->n) {
    isn_wide_append(text, ISN_STR(" "));
    for (size_t u = 0; u < annotated->n_units; ++u) {
      const IsnWide* const wide = &annotated->units[u].sign->wide;
      annotated->units[u].begin = (uint32_t)text->n;
      isn_wide_append_units(text, wide->units, wide->n);
    }
  }
  return text->failed ? NULL : text;
}

/// Behind the marks of the word before and the blank, which a group that
/// begins with a blank («(?<x> {any})») holds but does not mean.
static uint32_t
skip_boundary(const IsnWide* const text, const IsnSpan place)
{
  uint32_t at = place.begin;
  while (at < place.end &&
         (text->units[at] == ' ' || (text->units[at] >= ISN_CLASS_FIRST &&
                                     text->units[at] <= ISN_FEATURE_LAST))) {
    ++at;
  }
  return at;
}

IsnSpan
isn_annotated_units(const IsnAnnotated* const annotated, IsnSpan place)
{
  IsnSpan units = { 0, 0 };
  place.begin = skip_boundary(&annotated->text, place);
  size_t low = 0;
  for (size_t high = annotated->n_units; low < high;) {
    const size_t middle = low + (high - low) / 2;
    if (annotated->units[middle].begin <= place.begin) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  units.begin = low ? (uint32_t)low - 1 : 0;
  units.end = units.begin;
  while (units.end < annotated->n_units &&
         annotated->units[units.end].begin < place.end) {
    ++units.end;
  }
  return units;
}

/// Whether a unit is one of the symbols or has one of the classes.
static bool
has_need(const IsnSign* const sign, const IsnNeed* const need)
{
  for (size_t at = 0; at < sign->wide.n; ++at) {
    const uint32_t c = sign->wide.units[at]; // marks are one unit each
    if (c >= ISN_SYMBOL_FIRST && c < ISN_SYMBOL_FIRST + ISN_N_SYMBOLS &&
        need->symbols >> (c - ISN_SYMBOL_FIRST) & 1u) {
      return true;
    }
    for (size_t i = 0; i < need->n_classes; ++i) {
      if (c == ISN_CLASS_FIRST + need->classes[i]) {
        return true;
      }
    }
  }
  return false;
}

bool
isn_annotated_has(const IsnAnnotated* const annotated,
                  const IsnNeeds* const needs)
{
  for (size_t i = 0; i < needs->n_needs; ++i) {
    bool has = false;
    for (size_t u = 0; u < annotated->n_units && !has; ++u) {
      has = has_need(annotated->units[u].sign, &needs->needs[i]);
    }
    if (!has) {
      return false;
    }
  }
  return true;
}
