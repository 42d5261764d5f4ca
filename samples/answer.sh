#!/bin/sh
# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#
# Answers the queries of queries/ over a graph, as tables: answer.sh GRAPH.nt
# Needs roqet (Debian package rasqal-utils). Cells are cut at 48 letters; left-
# to-right marks keep the columns in place between Arabic words.
set -eu
export LC_ALL=C # the widths below are counted over the bytes of UTF-8
folder=$(dirname "$0")

table() {
  awk '
    # The fields of a line of CSV, into row[1..n].
    function split_csv(line, row,    n, field) {
      while (line != "") {
        if (match(line, /^"([^"]|"")*"/)) {
          field = substr(line, 2, RLENGTH - 2)
          gsub(/""/, "\"", field)
        } else {
          match(line, /^[^,]*/)
          field = substr(line, 1, RLENGTH)
        }
        line = substr(line, RLENGTH + 2)
        row[++n] = field
      }
      return n
    }
    # Columns that `s` takes: no continuation bytes, no diacritics.
    function width(s) {
      gsub(/\331[\213-\237]/, "", s)
      gsub(/[\200-\277]/, "", s)
      return length(s)
    }
    function cut(s, most,    n) {
      if (width(s) <= most) return s
      n = most
      while (width(substr(s, 1, n)) < most - 1) ++n
      while (substr(s, n + 1, 1) ~ /[\200-\277]/) ++n
      return substr(s, 1, n) "…"
    }
    {
      sub(/\r$/, "")
      n = split_csv($0, row)
      if (NR == 1) n_columns = n
      for (i = 1; i <= n_columns; ++i) {
        cell[NR, i] = cut(i <= n ? row[i] : "", 48)
        if (width(cell[NR, i]) > widest[i]) widest[i] = width(cell[NR, i])
      }
    }
    END {
      if (NR < 2) {
        print "  (no answer)\n"
        exit
      }
      mark = "\342\200\216"
      for (r = 1; r <= NR; ++r) {
        line = " "
        for (i = 1; i <= n_columns; ++i) {
          line = line (i > 1 ? " | " : " ") mark cell[r, i] mark
          pad = i < n_columns ? widest[i] - width(cell[r, i]) : 0
          while (pad-- > 0) line = line " "
        }
        print line
        if (r == 1) {
          line = "  "
          for (i = 1; i <= n_columns; ++i) {
            if (i > 1) line = line "-+-"
            for (pad = widest[i]; pad > 0; --pad) line = line "-"
          }
          print line
        }
      }
      print ""
    }'
}

for query in "$folder"/queries/*.rq; do
  sed -n '1s/^# *//p' "$query"
  roqet -q -r csv -F ntriples -D "$1" "$query" | table
done
