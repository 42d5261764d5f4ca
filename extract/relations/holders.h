// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file holders.h Whom words for an office mean («وأضاف الوزير»).
#ifndef ISN_RELATIONS_HOLDERS_H
#define ISN_RELATIONS_HOLDERS_H

#include "extract/base/pool.h"
#include "extract/rules/run.h"

/// A post that a fact gives somebody.
typedef struct {
  IsnStr title; ///< Folded
  uint32_t subject;
  uint32_t before; ///< The post before whose title begins alike, + 1
} IsnPost;

/// A body that a fact says somebody works for.
typedef struct {
  uint32_t body;
  uint32_t before; ///< The one before of the same person, + 1
} IsnEmployer;

/// What is looked up of one document's entities and facts; zero at first.
typedef struct {
  IsnPool names;     ///< Last words of persons' names, folded
  uint32_t* persons; ///< By number in `names`; ISN_NO_ENTITY: more than one
  size_t persons_capacity;
  bool has_names;
  size_t n_facts; ///< That have been looked at
  IsnPost* posts;
  size_t n_posts;
  size_t posts_capacity;
  IsnPool titles;  ///< First words of the posts' titles
  uint32_t* lasts; ///< The last post, + 1, by number in `titles`
  size_t lasts_capacity;
  IsnEmployer* employers;
  size_t n_employers;
  size_t employers_capacity;
  uint32_t* last_employers; ///< Of each entity, + 1
  IsnStr* nations; ///< By entity: isn_origins_list; NULL: not yet known
} IsnHolders;

/// Who holds the office that `units` of a match word, at the organization in
/// its group "body" if it has one, by the posts found so far. «الوزير القطري»
/// is who is said to be from there, else one of whom nothing is said. If more
/// than one may be meant it is `now`, who has the word, or ISN_NO_ENTITY.
uint32_t
isn_holders_find(IsnHolders* holders,
                 const IsnAnnotationSource* source,
                 const IsnMatch* match,
                 IsnSpan units,
                 uint32_t now);

/// Whether one of the last posts found is that of `person`.
bool
isn_holders_knows(const IsnHolders* holders, uint32_t person);

#endif
