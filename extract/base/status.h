// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file status.h One status for every function that can fail, in three tiers.
#ifndef ISN_BASE_STATUS_H
#define ISN_BASE_STATUS_H

/// Success, then "nothing more" (no error), then errors.
typedef enum {
  ISN_SUCCESS = 0,
  ISN_END, ///< Nothing more to read; not an error

  ISN_ERR_NO_MEMORY,
  ISN_ERR_USAGE,    ///< The command line is wrong
  ISN_ERR_RULES,    ///< A rule, lexicon or gazetteer file is wrong
  ISN_ERR_INPUT,    ///< An input cannot be opened or read at all
  ISN_ERR_SYNTAX,   ///< Read, but not of the form it should have
  ISN_ERR_ENCODING, ///< Bytes that are no text in the encoding they claim
  ISN_ERR_LIMIT,    ///< Larger or deeper than a stated limit
  ISN_ERR_OUTPUT,   ///< Writing failed (disk full, I/O error)
  ISN_ERR_PIPE,     ///< The reader downstream has gone; end quietly
  ISN_ERR_FOREIGN,  ///< A library failed in a way that has no name here
} IsnStatus;

/// A few words for `status`, constant, never NULL.
const char*
isn_status_name(IsnStatus status);

/// True for statuses of the error tier.
static inline int
isn_is_error(IsnStatus status)
{
  return status > ISN_END;
}

/// Pass any status but success up to the caller.
#define ISN_TRY(st, exp)                                                       \
  do {                                                                         \
    if (((st) = (exp)) != ISN_SUCCESS) {                                       \
      return (st);                                                             \
    }                                                                          \
  } while (0)

#endif
