// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/base/status.h"

#include <stddef.h>

const char*
isn_status_name(const IsnStatus status)
{
  static const char* const names[] = {
    [ISN_SUCCESS] = "success",
    [ISN_END] = "end of input",
    [ISN_ERR_NO_MEMORY] = "out of memory",
    [ISN_ERR_USAGE] = "wrong usage",
    [ISN_ERR_RULES] = "wrong rules",
    [ISN_ERR_INPUT] = "unreadable input",
    [ISN_ERR_SYNTAX] = "wrong syntax",
    [ISN_ERR_ENCODING] = "wrong encoding",
    [ISN_ERR_LIMIT] = "limit exceeded",
    [ISN_ERR_OUTPUT] = "failed output",
    [ISN_ERR_PIPE] = "closed pipe",
    [ISN_ERR_FOREIGN] = "library failure",
  };
  const size_t i = (size_t)status;
  return i < sizeof(names) / sizeof(names[0]) ? names[i] : "unknown status";
}
