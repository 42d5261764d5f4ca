// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/read/format.h"

static IsnStatus
open_html(void** const state, IsnInput* const input)
{
  (void)input;
  *state = NULL;
  return ISN_ERR_INPUT;
}

static IsnStatus
next_html(void* const state, IsnInput* const input, IsnDocument* const doc)
{
  (void)state;
  (void)input;
  (void)doc;
  return ISN_END;
}

static void
close_html(void* const state)
{
  (void)state;
}

const IsnFormat isn_format_html = { open_html, next_html, close_html };
