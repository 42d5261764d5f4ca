# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
