// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file frame.h Lines that the web page left around a release.
#ifndef ISN_READ_FRAME_H
#define ISN_READ_FRAME_H

#include "extract/base/str.h"

/// «All news», «|», "Print", a site's name: before the release begins.
bool
isn_frame_is_top(IsnStr line);

/// «خاص», «متابعة», an agency, a byline: short, after the site's name.
bool
isn_frame_is_byline(IsnStr line);

/// «انظر أيضا», «التعليقات (3)», «// انتهى //»: what follows is the page's.
bool
isn_frame_is_end(IsnStr line);

/// A picture's caption by its own words («صورة: …»), or a Latin one.
bool
isn_frame_is_caption(IsnStr line);

#endif
