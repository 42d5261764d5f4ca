#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# rebuild.sh WORK: make every generated list of extract/data again from its
# packages, which are installed into the folder WORK (README.md). Needs
# hunspell, hunspell-ar, libicu-dev and pkg-config of Debian, python3 and npm.
set -eu

work=$(mkdir -p "$1" && cd "$1" && pwd)
cd "$(dirname "$0")"
data=../../data/gazetteers
export PYTHONDONTWRITEBYTECODE=1

[ -d "$work/python" ] || python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet -r requirements.txt
"$work/python/bin/pip" install --quiet --no-deps -r requirements-names.txt \
  --target "$work/names" --upgrade
npm install --silent --prefix "$work/npm" --ignore-scripts \
  @rapideditor/country-coder@5.6.1 iso3166-2-db@2.3.11

# The lists of names, places and words each leave out what another has: a
# second time around nothing moves any more.
for time in first second; do
  "$work/python/bin/python" names.py "$work/names" $data
  "$work/python/bin/python" organizations.py "$work/names" $data
  "$work/python/bin/python" places.py "$work/npm/node_modules"
  "$work/python/bin/python" words.py
done
"$work/python/bin/python" syllables.py $data
git diff --stat -- ../../data
