// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file speakers.h Who has the word at a place in the text.
///
/// A rule whose pattern has a group named "speaker" says who speaks from there
/// on. The group may hold a mention («قال شتوك»), an office that somebody was
/// given before («وأضاف الوزير»; a group "body" names its organization), or
/// words for somebody whom the text does not name («قال مصدر»): then nobody
/// has the word, rather than the one who had it before. A group "excellency"
/// («وقال معاليه») stands for the person whom the text called so («معالي»), or
/// the one named last.
#ifndef ISN_RELATIONS_SPEAKERS_H
#define ISN_RELATIONS_SPEAKERS_H

#include "extract/relations/holders.h"

/// What a verb says of its subject.
typedef enum {
  ISN_GENDER_UNKNOWN,
  ISN_GENDER_MALE,
  ISN_GENDER_FEMALE,
} IsnGender;

/// From `token` on `entity` speaks; ISN_NO_ENTITY: somebody without a name.
typedef struct {
  uint32_t token;
  uint32_t entity;
  IsnGender gender;
} IsnTurn;

typedef struct {
  IsnTurn* turns; ///< In order of token
  size_t n;
  size_t capacity;
  IsnHolders* holders; ///< Set before the first match
} IsnSpeakers;

/// Take note of what the groups "speaker" and "body" of a match hold.
IsnStatus
isn_speakers_note(IsnSpeakers* speakers,
                  const IsnAnnotationSource* source,
                  const IsnMatch* match);

/// Who has the word right before `token`, or ISN_NO_ENTITY.
uint32_t
isn_speakers_find(const IsnSpeakers* speakers, uint32_t token);

/// Who has the word at the end of a match, unless its verb wants another
/// gender than the one that gave the word («قال سمير …، وأضافت»). Where `here`
/// is set, only who got it in the same paragraph.
uint32_t
isn_speakers_resolve(const IsnSpeakers* speakers,
                     const IsnAnnotationSource* source,
                     const IsnMatch* match,
                     bool here);

/// Who holds the office that group "speaker" of a match words, by the posts
/// found so far; ISN_NO_ENTITY if nobody or more than one may be meant.
uint32_t
isn_speakers_holder(const IsnSpeakers* speakers,
                    const IsnAnnotationSource* source,
                    const IsnMatch* match);

#endif
