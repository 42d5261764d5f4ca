# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
# Word lists (name, words, what they are) as C; with -v header=1, what they are
# declared by.
BEGIN {
  FS = "\t"
  print "// Made from extract/data/lists/word-lists.tsv by make."
  if (header) {
    print "#ifndef ISN_WORD_LISTS_H\n#define ISN_WORD_LISTS_H\n"
    print "#include \"extract/base/words.h\""
  } else {
    print "#include \"extract/word_lists.h\"\n"
    print "#define W(word) { word, sizeof(word) - 1 }"
  }
}
/^#/ || !NF { next }
NF != 3 || $1 !~ /^[a-z_]+$/ || $2 == "" || $1 in seen {
  printf "%s:%d: a list is a name of its own, words, and what they are, " \
    "with a tab between\n", FILENAME, FNR > "/dev/stderr"
  failed = 1
  exit 1
}
{
  seen[$1] = 1
  if (header) {
    printf "\n/// %s\nextern const IsnWords isn_words_%s;\n", $3, $1
    next
  }
  printf "\nstatic const IsnStr %s[] = {\n", $1
  n = split($2, words, " ")
  for (i = 1; i <= n; ++i) {
    gsub(/_/, " ", words[i])
    gsub(/"/, "\\\"", words[i])
    printf "  W(\"%s\"),\n", words[i]
  }
  printf "};\nconst IsnWords isn_words_%s = { %s, %d };\n", $1, $1, n
}
END { if (header && !failed) print "\n#endif" }
