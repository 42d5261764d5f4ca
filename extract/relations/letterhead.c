// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/relations/letterhead.h"

#include "extract/word_lists.h"

/// More lines than these head no document.
#define MAX_LINES 5u

typedef struct {
  const IsnAnnotationSource* source;
  IsnDocument* doc;
  IsnFactSet* set;
  size_t next;          ///< First mention that does not begin before the line
  const IsnMention* up; ///< The body or state named last
} Letterhead;

static bool
is_kind(const IsnDocument* const doc,
        const IsnMention* const m,
        const char* const kind)
{
  return isn_str_is(doc->entities[m->entity].kind, kind);
}

/// «إدارة», «معهد», «الأمانة العامة»: what a body may have.
static bool
is_part(const Letterhead* const l, const IsnMention* const m)
{
  static const char* const heads[] = {
    "unit-head", "agency-head", "police-head", "education-head"
  };
  const IsnWord* const word = &l->source->analysis->words[m->tokens.begin];
  if (isn_str_is(word->word, "الامانه")) {
    return true;
  }
  for (size_t h = 0; h < sizeof(heads) / sizeof(heads[0]); ++h) {
    const uint32_t number =
      isn_image_find_class(l->source->image, isn_str(heads[h]));
    if (isn_word_has_class(word, number)) {
      return true;
    }
  }
  return false;
}

static bool
is_below(const Letterhead* const l, const IsnMention* const m)
{
  if (!l->up || l->up->entity == m->entity ||
      m->type != ISN_TYPE_ORGANIZATION) {
    return false;
  }
  return l->up->type == ISN_TYPE_PLACE
           ? !is_kind(l->doc, m, "international")
           : !is_kind(l->doc, m, "ministry") && is_part(l, m);
}

/// «مديرية الإعلام» over «وزارة الداخلية»: the unit is named first.
static bool
is_above(const Letterhead* const l, const IsnMention* const m)
{
  return l->up && l->up->type == ISN_TYPE_ORGANIZATION &&
         m->type == ISN_TYPE_ORGANIZATION && l->up->entity != m->entity &&
         is_part(l, l->up) && !is_part(l, m);
}

static bool
is_name(const Letterhead* const l, const IsnMention* const m)
{
  return m->entity != ISN_NO_ENTITY &&
         (m->type == ISN_TYPE_ORGANIZATION ||
          (m->type == ISN_TYPE_PLACE && is_kind(l->doc, m, "Country")));
}

/// The longest mention that begins at `token`, or NULL.
static const IsnMention*
mention_at(Letterhead* const l, const uint32_t token)
{
  const IsnDocument* const doc = l->doc;
  while (l->next < doc->n_mentions &&
         doc->mentions[l->next].tokens.begin < token) {
    ++l->next;
  }
  return l->next < doc->n_mentions &&
             doc->mentions[l->next].tokens.begin == token
           ? &doc->mentions[l->next]
           : NULL;
}

static IsnStatus
add(Letterhead* const l,
    const IsnMention* const unit,
    const IsnMention* const whole)
{
  const bool is_first = unit->chars.begin < whole->chars.begin;
  const IsnSpan evidence = { (is_first ? unit : whole)->chars.begin,
                             (is_first ? whole : unit)->chars.end };
  const IsnFact fact = { .subject = unit->entity,
                         .property = ISN_PROP_UNIT_OF,
                         .object = whole->entity,
                         .context = ISN_NO_ENTITY,
                         .rule = ISN_STR("letterhead"),
                         .confidence = 0.9 };
  return isn_facts_add(l->set, l->doc, &fact, evidence);
}

/// «دولة», «جمهورية»: whether the word at `token` says what the state behind it
/// is.
static bool
is_state_word(Letterhead* const l, const uint32_t token)
{
  const bool is_word = isn_words_has(&isn_words_state_nouns_with_government,
                                     l->source->analysis->words[token].word);
  const IsnMention* const m = is_word ? mention_at(l, token + 1) : NULL;
  return m && m->type == ISN_TYPE_PLACE && is_name(l, m);
}

static bool
is_mark(const IsnDocument* const doc, const uint32_t token, const char mark)
{
  return doc->text.data[doc->tokens[token].bytes.begin] == mark;
}

static bool
is_dash(const IsnDocument* const doc, const uint32_t token)
{
  const IsnSpan bytes = doc->tokens[token].bytes;
  const IsnStr mark = isn_str_slice(doc->text, bytes.begin, bytes.end);
  return isn_str_is(mark, "-") || isn_str_is(mark, "–") ||
         isn_str_is(mark, "—");
}

/// Where the bracket that opens at `token` closes, a few words on, or `token`
/// itself.
static uint32_t
bracket_end(const IsnDocument* const doc,
            const uint32_t token,
            const uint32_t end)
{
  enum { MAX_TOKENS = 16 };
  const uint32_t last = end - token < MAX_TOKENS ? end : token + MAX_TOKENS;
  uint32_t t = token;
  while (is_mark(doc, token, '(') && t < last && !is_mark(doc, t, ')')) {
    ++t;
  }
  return t < last ? t : token;
}

/// The line without what a dash parts from a unit's name («إدارة الإعلام – خبر
/// رقم 17»), if it is nothing but names; else empty.
static IsnSpan
names_of(Letterhead* const l, const IsnSpan tokens)
{
  const IsnDocument* const doc = l->doc;
  const IsnSpan none = { tokens.begin, tokens.begin };
  const IsnMention* last = NULL;
  for (uint32_t t = tokens.begin; t < tokens.end;) {
    const IsnMention* const m = mention_at(l, t);
    const IsnTokenKind kind = doc->tokens[t].kind;
    if (m ? !is_name(l, m) || m->tokens.end > tokens.end
          : kind != ISN_KIND_PUNCTUATION && kind != ISN_KIND_LATIN &&
              kind != ISN_KIND_SYMBOL && !is_state_word(l, t)) {
      return last && last->type == ISN_TYPE_ORGANIZATION && is_part(l, last) &&
                 is_dash(doc, last->tokens.end)
               ? (IsnSpan){ tokens.begin, last->tokens.end }
               : none;
    }
    last = m ? m : last;
    t = m ? m->tokens.end : bracket_end(doc, t, tokens.end) + 1;
  }
  return tokens;
}

static IsnStatus
read_line(Letterhead* const l, const IsnSpan tokens)
{
  IsnStatus st = ISN_SUCCESS;
  const IsnMention* const before = l->up;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const IsnMention* const m = mention_at(l, t);
    if (!m) {
      continue;
    }
    t = m->tokens.end - 1;
    if (is_below(l, m)) {
      ISN_TRY(st, add(l, m, l->up));
      l->up = m;
    } else if (l->up == before && is_above(l, m)) {
      ISN_TRY(st, add(l, l->up, m));
      l->up = m;
    } else if (l->up == before) {
      l->up = m; // else its acronym
    }
  }
  return st;
}

/// «بسم الله الرحمن الرحيم» above the names.
static bool
is_invocation(const Letterhead* const l, const IsnSpan tokens)
{
  return tokens.begin < tokens.end &&
         isn_str_is(l->source->analysis->words[tokens.begin].whole, "بسم");
}

/// «القاهرة في 6 أكتوبر 2024م» above the names.
static bool
is_dateline(const Letterhead* const l, const IsnSpan tokens)
{
  enum { MAX_TOKENS = 16 };
  const IsnAnalysis* const a = l->source->analysis;
  for (size_t i = 0; i < a->n_quantities; ++i) {
    const IsnQuantity* const q = &a->quantities[i];
    if (q->tokens.begin >= tokens.end) {
      break;
    }
    if (q->kind == ISN_QUANTITY_DATE && q->tokens.begin >= tokens.begin) {
      return tokens.end - tokens.begin <= MAX_TOKENS;
    }
  }
  return false;
}

IsnStatus
isn_letterhead_read(IsnFactSet* const set,
                    IsnDocument* const doc,
                    const IsnAnnotationSource* const source)
{
  IsnStatus st = ISN_SUCCESS;
  Letterhead l = { .source = source, .doc = doc, .set = set };
  for (size_t s = 0; s < doc->n_sentences && s < MAX_LINES; ++s) {
    const size_t next = l.next;
    const IsnSpan tokens = doc->sentences[s].tokens;
    if (!s && (is_invocation(&l, tokens) || is_dateline(&l, tokens))) {
      continue;
    }
    const IsnSpan names = names_of(&l, tokens);
    if (names.begin == names.end) {
      break;
    }
    l.next = next;
    ISN_TRY(st, read_line(&l, names));
  }
  return st;
}
