// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Facts of lists: a header and its lines.
#include "tests/unit/relations.h"

#define HEADER "حضر اجتماع دولي كل من:\n"
#define FRANCE "فرنسا attends اجتماع دولي"
#define CANADA "كندا attends اجتماع دولي"

static void
lists_are_read_with_their_header(void)
{
  static const Case cases[] = {
    { HEADER "- فرنسا\n- كندا\n", FRANCE "; " CANADA },
    { HEADER "\n1. فرنسا.\n\n2. كندا", FRANCE "; " CANADA },
    { HEADER "(1) فرنسا.\n(2) كندا", FRANCE "; " CANADA },
    { HEADER "أ- فرنسا.\nب- كندا", FRANCE "; " CANADA },
    { HEADER "أولا: فرنسا", FRANCE },
    { HEADER "ـ فرنسا\nـ كندا\n- اليونسكو", FRANCE "; " CANADA },
    // Other lines end it, one with the mark that names nothing does not
    { HEADER "- فرنسا\nكندا", FRANCE },
    { HEADER "- فرنسا\n• كندا", FRANCE },
    { HEADER "- ذهب\n- كندا", CANADA },
    { HEADER "ذهب\n- كندا", "" },
    // Without marks it goes on while lines name something
    { HEADER "فرنسا\n\nكندا، نعم\nذهب\nاليونسكو", FRANCE "; " CANADA },
    { HEADER
      "فرنسا ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم "
      "ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم ثم\nكندا",
      "" },
    { HEADER "فرنسا. نعم\nكندا", "" },
    // Only a line's begin is an item, only of what the side takes
    { HEADER "- نعم. فرنسا", "" },
    { HEADER "- مبادرة «نعم»", "" },
    { "حضر اجتماع دولي كل من: ذهب\n- فرنسا", "" },
    { "- فرنسا\nحضر اجتماع دولي كل من:", "" },
    { "لم يحضر. لم حضر اجتماع دولي كل من:\n- فرنسا",
      "negated: فرنسا attends اجتماع دولي" },
    // In the header's own sentence
    { "حضر اجتماع دولي كل من: فرنسا؛ كندا، نعم.", FRANCE "; " CANADA },
    { "حضر اجتماع دولي كل من: - فرنسا - كندا", FRANCE "; " CANADA },
    { "حضر اجتماع دولي كل من: فرنسا، والإنتربول.", FRANCE },
    { "حضر اجتماع دولي كل من: «فرنسا؛ كندا»", "" },
    { "حضر اجتماع دولي نعم: فرنسا، وكندا", "" },
    { "ذهب: فرنسا؛ كندا", "" },
    { HEADER "- فرنسا: ذهب؛ كندا\n- كندا", FRANCE "; " CANADA },
    // What the lines name may be the object; the last header holds
    { "تمول فرنسا:\n- مبادرة «نعم»\n- اليونسكو\n" HEADER "- كندا",
      "فرنسا funds مبادرة «نعم»; فرنسا funds اليونسكو; " CANADA },
    { "حضر اجتماع دولي كل من: فرنسا؛ ثم «نعم؛ كندا»", FRANCE },
    // Nobody does it to himself
    { "تمول اليونسكو:\n- اليونسكو\n- الإنتربول", "اليونسكو funds الإنتربول" },
  };
  CHECK_CASES(cases, write_facts);
}

static void
facts_of_lists_keep_both_their_words(void)
{
  const IsnDocument doc = extract("ذهب.\n" HEADER "- فرنسا\n- كندا، نعم");
  CHECK_EQ(doc.n_facts, 2);
  const IsnFact* const f = &doc.facts[1];
  CHECK_STR(f->rule, "list");
  CHECK_EQ(f->n_evidence, 2);
  CHECK_STR(isn_document_words(&doc, f->evidence[0]), "حضر اجتماع دولي كل من:");
  CHECK_STR(isn_document_words(&doc, f->evidence[1]), "- كندا");
}

int
main(void)
{
  if (!relations_begin(NULL)) {
    return folder_failed();
  }
  RUN(lists_are_read_with_their_header);
  RUN(facts_of_lists_keep_both_their_words);
  extraction_end();
  return check_end();
}
