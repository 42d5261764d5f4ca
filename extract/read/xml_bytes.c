// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/xml_bytes.h"

#include <string.h>

int
isn_xml_piece_length(const IsnStr bytes, const int limit)
{
  const size_t n =
    bytes.n_bytes < (size_t)limit ? bytes.n_bytes : (size_t)limit;
  const char* const end = n ? memchr(bytes.data, '>', n) : NULL;
  return end ? (int)(end - bytes.data) + 1 : (int)n;
}

int
isn_xml_read_memory(void* const handle, char* const bytes, const int n_bytes)
{
  IsnStr* const left = handle;
  const int n = isn_xml_piece_length(*left, n_bytes);
  memcpy(bytes, left->data, (size_t)n);
  *left = isn_str_slice(*left, (size_t)n, left->n_bytes);
  return n;
}

int
isn_xml_close_nothing(void* const handle)
{
  (void)handle;
  return 0;
}
