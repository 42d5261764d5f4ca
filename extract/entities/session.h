// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file session.h One sitting of a body told of by several nouns.
#ifndef ISN_ENTITIES_SESSION_H
#define ISN_ENTITIES_SESSION_H

#include "extract/entities/linker.h"

/// The only meeting so far that the mention under way, a meeting by its full
/// name, tells of by another noun: «اجتماع مجلس الموانئ» of «الدورة العادية
/// الثالثة لمجلس الموانئ», whose body and, where both have one, number are the
/// same; «القمة السادسة» of «الدورة السادسة للقمة»; or ISN_NO_ENTITY.
uint32_t
isn_session_find(const IsnLinker* l);

#endif
