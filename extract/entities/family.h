// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file family.h Which of those who share a family name is meant.
#ifndef ISN_ENTITIES_FAMILY_H
#define ISN_ENTITIES_FAMILY_H

#include "extract/entities/linker.h"

/// «وقالت الكيلاني» between «سمر الكيلاني» and «سمير الكيلاني»: the last one
/// of that family named before, if the words do not tell of another gender.
uint32_t
isn_family_find(const IsnLinker* l);

/// «السيدة الكيلاني» after «السيد سمير الكيلاني»: whether the titles of address
/// tell that the name under way and the entity are two persons.
bool
isn_family_clashes(const IsnLinker* l, uint32_t entity);

/// «السيدة إغليسياس» after «مارتا إغليسياس روبيو»: the only one of three names
/// whose second it is.
uint32_t
isn_family_find_middle(const IsnLinker* l);

#endif
