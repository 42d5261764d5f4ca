// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file xml_path.h The paths with which --record and --text choose elements.
#ifndef ISN_READ_XML_PATH_H
#define ISN_READ_XML_PATH_H

#include "extract/base/buffer.h"

#define ISN_XML_MAX_STEPS 16

/// One step: a name or "*", maybe with one condition on an attribute.
typedef struct {
  IsnStr name;      ///< "*" for any; with its prefix if it was given
  bool is_deep;     ///< "//" stands before it
  IsnStr attribute; ///< Absent: no condition
  IsnStr value;     ///< Absent: the attribute need only be there
} IsnXmlStep;

/// A path that can be matched while the document streams by.
typedef struct {
  IsnXmlStep steps[ISN_XML_MAX_STEPS];
  size_t n_steps;
} IsnXmlPath;

/// Parse "/dump/page", "//item[@lang='ar']", "entry" (the same as "//entry").
///
/// False if `path` needs more of XPath than a stream can give. The path points
/// into `path`.
bool
isn_xml_path_parse(IsnXmlPath* path, IsnStr expression);

/// Append XPath `expression` with every element name that has no prefix
/// matching in any namespace, as users of feeds and dumps expect.
void
isn_xml_path_to_local(IsnStr expression, IsnBuffer* xpath);

#endif
