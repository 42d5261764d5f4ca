// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file markup.h What the names of elements and classes say of a page.
#ifndef ISN_READ_MARKUP_H
#define ISN_READ_MARKUP_H

#include <stdbool.h>

/// Navigation, scripts, forms, asides: no text of the document.
bool
isn_markup_is_dropped(const char* element);

/// An element that begins and ends a paragraph.
bool
isn_markup_is_block(const char* element);

/// A class or id (several, blanks between) of something beside the text.
bool
isn_markup_is_beside(const char* classes);

/// A class or id of the text itself.
bool
isn_markup_is_main(const char* classes);

/// A class of a picture's caption.
bool
isn_markup_is_caption(const char* classes);

/// A role (ARIA) of something beside the text.
bool
isn_markup_is_role_beside(const char* role);

/// A <meta> name of the date of publication.
bool
isn_markup_is_date_name(const char* name);

#endif
