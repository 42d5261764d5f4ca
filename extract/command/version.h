// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
/// @file version.h The program's version (semver.org), also in provenance.
#ifndef ISN_COMMAND_VERSION_H
#define ISN_COMMAND_VERSION_H

#define ISN_VERSION "0.1.0"

#endif
