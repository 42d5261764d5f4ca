// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/entities/lands.h"

#include "extract/tokenize/normal.h"

#include <string.h>

/// How far behind a body its country may stand.
#define MAX_WORDS_BEHIND 5u

/// How far into a sentence the country that it is headed by may reach.
#define MAX_HEADING 6u

/// How far back a mention of the other is looked for.
#define MAX_BACK 500u

/// The gazetteer's entry of the only country that tokens [begin, end) name;
/// NULL if there is none, or more than one.
static const IsnEntry*
land_among(const IsnAnalysis* const a, const uint32_t begin, const uint32_t end)
{
  const IsnStr head = ISN_STR("country:");
  const IsnEntry* land = NULL;
  for (size_t i = isn_analysis_first_hit(a, begin);
       i < a->n_hits && a->hits[i].tokens.begin < end;
       ++i) {
    const IsnEntry* const entry = a->hits[i].entry;
    if (a->hits[i].tokens.end > end || !isn_str_starts(entry->key, head)) {
      continue;
    }
    if (land && !isn_str_equal(land->key, entry->key)) {
      return NULL;
    }
    land = entry;
  }
  return land;
}

/// «- دولة الكويت: اللواء …»: the country in front of a line's colon.
static const IsnEntry*
land_of_heading(const IsnLinker* const l, const uint32_t token)
{
  const IsnDocument* const doc = l->doc;
  const size_t s = isn_document_sentence_at(doc, token);
  const uint32_t begin =
    s < doc->n_sentences ? doc->sentences[s].tokens.begin : token;
  for (uint32_t t = begin; t < token && t < begin + MAX_HEADING; ++t) {
    if (doc->text.data[doc->tokens[t].bytes.begin] == ':') {
      return land_among(l->analysis, begin, t);
    }
  }
  return NULL;
}

/// The country that a mention's own words tell, or those behind it up to the
/// next mark or the sentence's end, or its line's heading.
static const IsnEntry*
land_of(const IsnLinker* const l, const IsnMention* const m)
{
  const IsnDocument* const doc = l->doc;
  const size_t s = isn_document_sentence_at(doc, m->tokens.begin);
  const uint32_t last = s < doc->n_sentences ? doc->sentences[s].tokens.end
                                             : (uint32_t)doc->n_tokens;
  uint32_t end = m->tokens.end;
  while (end < last && end < m->tokens.end + MAX_WORDS_BEHIND &&
         doc->tokens[end].kind != ISN_KIND_PUNCTUATION) {
    ++end;
  }
  const IsnEntry* land =
    land_among(l->analysis, m->tokens.begin, m->tokens.end);
  land = land ? land : land_among(l->analysis, m->tokens.end, end);
  return land ? land : land_of_heading(l, m->tokens.begin);
}

bool
isn_lands_differ(const IsnLinker* const l, const uint32_t entity)
{
  if (l->mention->type != ISN_TYPE_ORGANIZATION) {
    return false;
  }
  const IsnEntry* const own = land_of(l, l->mention);
  const size_t first = l->n_before > MAX_BACK ? l->n_before - MAX_BACK : 0;
  for (size_t i = l->n_before; own && i > first; --i) {
    const IsnMention* const m = &l->doc->mentions[i - 1];
    const IsnEntry* const other = m->entity == entity ? land_of(l, m) : NULL;
    if (other) {
      return !isn_str_equal(own->key, other->key);
    }
  }
  return false;
}

/// «تونسيه» and «تونس», «ليبيه» and «ليبيا»: what all forms begin with.
static IsnStr
stem_of(IsnStr word)
{
  static const char* const endings[] = { "يه", "يا", "ي", "ا", "ه" };
  if (isn_str_starts(word, ISN_STR("ال"))) {
    word = isn_str_slice(word, strlen("ال"), word.n_bytes);
  }
  for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); ++i) {
    if (isn_str_ends(word, isn_str(endings[i]))) {
      return isn_str_slice(word, 0, word.n_bytes - strlen(endings[i]));
    }
  }
  return word;
}

bool
isn_lands_are_others(const IsnLinker* const l, const IsnStr adjective)
{
  const IsnEntry* const own = land_of(l, l->mention);
  if (!own) {
    return false;
  }
  const IsnStr name = isn_normal_copy(l->doc->arena, own->name, ISN_FOLD_FULL);
  const IsnStr stem = stem_of(adjective);
  for (size_t begin = 0; begin < name.n_bytes;) {
    size_t end = begin;
    while (end < name.n_bytes && name.data[end] != ' ') {
      ++end;
    }
    if (isn_str_equal(stem, stem_of(isn_str_slice(name, begin, end)))) {
      return false;
    }
    begin = end + 1;
  }
  return name.n_bytes;
}

bool
isn_lands_is_amman(const IsnLinker* const l, const IsnMention* const mention)
{
  if (mention->type != ISN_TYPE_PLACE || mention->kind.n_bytes ||
      mention->tokens.end != mention->tokens.begin + 1) {
    return false;
  }
  const IsnSpan bytes = l->doc->tokens[mention->tokens.begin].bytes;
  return isn_str_ends(isn_str_slice(l->doc->text, bytes.begin, bytes.end),
                      ISN_STR("عمّان"));
}
