// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file moods.h What a word does to the clause that it stands in.
///
/// Lexical classes say it («deny», «intend», «condition», …, see the lexicon);
/// this is the one table that gives them their meaning.
#ifndef ISN_RELATIONS_MOODS_H
#define ISN_RELATIONS_MOODS_H

#include "extract/rules/annotate.h"

/// How far from a fact, in order: of two that meet, the greater wins.
typedef enum {
  ISN_MOOD_SURE,
  ISN_MOOD_FIRM,     ///< Announced: «ستنظم», «من المقرر»
  ISN_MOOD_SOFT,     ///< Intended, proposed, asked, promised, hoped for
  ISN_MOOD_POSSIBLE, ///< A condition, doubt, hearsay, a question
  ISN_MOOD_NEGATED,
} IsnMood;

/// What a unit is to the clause, a set.
typedef enum {
  ISN_PART_NEGATION = 1 << 0, ///< «لم»
  ISN_PART_PARTICLE = 1 << 1, ///< Colours its clause: «ربما», «سوف», «كاد»
  ISN_PART_GOVERNOR = 1 << 2, ///< Colours a clause with «أن», a verbal noun
  ISN_PART_FROM = 1 << 3, ///< The same behind «عن» or «من»: «غاب عن»
  ISN_PART_STOPPER = 1 << 4,   ///< Verbal nouns only: «سحب تمويله»
  ISN_PART_NOMINAL = 1 << 5,   ///< The words behind it: «عدم», «دون»
  ISN_PART_UNDOING = 1 << 6,   ///< «ألغى»: also what was announced before
  ISN_PART_CONDITION = 1 << 7, ///< «إذا»
  ISN_PART_QUESTION = 1 << 8,  ///< «هل»
  ISN_PART_RESTORER = 1 << 9,  ///< «لا … إلا»: takes a negation back
  ISN_PART_NOT_ONLY = 1 << 10, ///< «لم يقتصر على»: negated, it affirms
  ISN_PART_OPENER = 1 << 11, ///< Begins another clause: «لكن», «بينما»
  ISN_PART_RELATIVE = 1 << 12,
  ISN_PART_THAT = 1 << 13, ///< «أن», «إن», «أنه»
  ISN_PART_SPEECH = 1 << 14,
  ISN_PART_COPULA = 1 << 15,
  ISN_PART_PRONOUN = 1 << 16,
  ISN_PART_PREP = 1 << 17,
  ISN_PART_PERFECT = 1 << 18,   ///< Can be read as a finite verb in the perfect
  ISN_PART_IMPERFECT = 1 << 19, ///< The same in the imperfect
  ISN_PART_NOUN = 1 << 20, ///< Can be read as verbal noun, participle, noun
  ISN_PART_MASDAR = 1 << 21,
  ISN_PART_PARTICIPLE = 1 << 22,
  ISN_PART_OBJECT = 1 << 23, ///< A verb with its object pronoun
  ISN_PART_STOP = 1 << 24,   ///< A mark that ends the sentence's clause
  ISN_PART_COMMA = 1 << 25,
  ISN_PART_ASKED = 1 << 26, ///< «؟»
  ISN_PART_AND = 1 << 27,   ///< With و or ف before it
  ISN_PART_FOR = 1 << 28,   ///< With ل
  ISN_PART_WITH = 1 << 29,  ///< With ب
  ISN_PART_FUTURE = 1 << 30 ///< With س
} IsnPart;

#define ISN_PART_FINITE (ISN_PART_PERFECT | ISN_PART_IMPERFECT)

typedef struct {
  uint32_t parts;
  IsnMood mood; ///< Of what it colours
  IsnStr word;  ///< Normal form of the last word, bare of proclitics
} IsnRole;

#define ISN_N_MOOD_CLASSES 32

/// The numbers that the classes of the table have in an image.
typedef struct {
  uint32_t numbers[ISN_N_MOOD_CLASSES];
} IsnMoodClasses;

void
isn_moods_init(IsnMoodClasses* classes, const IsnImage* image);

IsnRole
isn_moods_role(const IsnMoodClasses* classes,
               const IsnAnnotationSource* source,
               const IsnUnit* unit);

/// Whether it can only be a finite verb.
static inline bool
isn_moods_is_verb(const uint32_t parts)
{
  return (parts & ISN_PART_FINITE) &&
         !(parts & (ISN_PART_NOUN | ISN_PART_COPULA));
}

#endif
