// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/format.h"

static IsnStatus
open_xml(void** const state, IsnInput* const input)
{
  (void)input;
  *state = NULL;
  return ISN_ERR_INPUT;
}

static IsnStatus
next_xml(void* const state, IsnInput* const input, IsnDocument* const doc)
{
  (void)state;
  (void)input;
  (void)doc;
  return ISN_END;
}

static void
close_xml(void* const state)
{
  (void)state;
}

const IsnFormat isn_format_xml = { open_xml, next_xml, close_xml };
