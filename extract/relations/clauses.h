// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file clauses.h The clauses of an annotated sentence, and what colours them.
///
/// One walk from left to right over the units. It keeps what governs the
/// clause that the walk is in: a particle («لم»), the verb whose complement it
/// is («رفض أن»), a condition. Another clause begins behind a full stop, with
/// و and a verb, with «لكن» and its like; a relative clause is on its own,
/// since it takes for granted what it says of its noun («لم يحضر المؤتمر الذي
/// نظمته الوزارة»: the ministry did organize it).
#ifndef ISN_RELATIONS_CLAUSES_H
#define ISN_RELATIONS_CLAUSES_H

#include "extract/base/status.h"
#include "extract/relations/moods.h"

/// What the walk says of one unit.
typedef struct {
  IsnMood mood;         ///< Of the clause there, the unit's own effect left out
  uint32_t parts;       ///< IsnPart
  IsnStr word;          ///< As in IsnRole
  bool has_verb_before; ///< In its clause
  bool is_relative; ///< In a clause that tells of a noun, «التي لم تصدر بيانا»
  bool has_condition_after; ///< «… إذا توفر التمويل»
  bool is_undone; ///< Something is cancelled or postponed in its sentence
} IsnClauseUnit;

/// Zero is valid. Kept for a document; each stretch is walked at most once.
typedef struct {
  IsnMoodClasses classes;
  bool has_classes;
  bool is_read; ///< `units` are those of the present annotation
  IsnClauseUnit* units;
  IsnMood* own; ///< Mood that each unit gives to others
  size_t capacity;
} IsnClauses;

/// The annotation has changed.
static inline void
isn_clauses_restart(IsnClauses* const clauses)
{
  clauses->is_read = false;
}

/// Fill `units`, one for each of the annotation's, if that is not done yet.
IsnStatus
isn_clauses_read(IsnClauses* clauses,
                 const IsnAnnotationSource* source,
                 const IsnAnnotated* annotated);

#endif
