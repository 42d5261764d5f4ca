// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Gazetteers over a small data folder of the test's own.
#define _XOPEN_SOURCE 700 // nftw
#include "extract/base/buffer.h"
#include "extract/gazetteer/compile.h"
#include "extract/gazetteer/image.h"
#include "extract/gazetteer/lookup.h"
#include "extract/gazetteer/source.h"
#include "extract/tokenize/tokenize.h"
#include "tests/unit/check.h"

#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>


#define HEADER "name\ttype\tkey\taliases\tsameAs\tsource\tfeatures\n"

static const char names_tsv[] =
  "# Names of a test\n\n" HEADER
  "الإنتربول\tOrganization\torg:interpol\tمنظمة الشرطة الدولية\thttp://x/1|"
  "http://x/2\town\tkind=international\n"
  "البنك الدولي\tOrganization\torg:bank\t\t\town\n"
  "البنك الدولي للإنشاء والتعمير\tOrganization\torg:ibrd\t\t\town\n"
  "لبنان\tCountry\tlb\n"
  "وارسو\tCity\twaw\n"
  "بريطانيا\tCountry\tgb\tالمملكة المتحدة\n"
  "فرنسا\tCountry\tfr\n"
  "كندا\tCountry\tca\n"
  "إب\tCity\tibb\t\t\town\tstrict\n"
  "الحديدة\tCity\thodeida\t\t\town\tcommon\n"
  "صور\tCity\ttyre\tصور القديمة\t\town\tcommon=صور\n"
  "طرابلس\tCity\ttripoli-lb\n"
  "طرابلس\tCity\ttripoli-ly\n"
  "و.م.ع\tOrganization\torg:map\n"
  "كانون الأول\tMonth\tdec\t\t\town\tmonth=12\n"
  "عميد\tRank\trank:amid\tعميد أول\t\town\tf\n"
  "محمد\tGivenName\tn:muhammad\n"
  "بير\tGivenName\tn:bir\n"
  "تاب\tCity\ttab\n"
  "مغربي\tNationality\tma\n"
  "سلام\tFamilyName\tf:salam\t\t\town\tcommon\n";

static const char lexicon_xml[] =
  "<lexicon><class name='say'><verb root='ق و ل' form='1'/></class>"
  "<class name='body'><noun>وزارة</noun></class>"
  "<class name='prep'><word>من قبل</word></class></lexicon>";

static char folder[] = "/tmp/isnad-gazetteer-XXXXXX";
static char said[512]; // the last message, «file:line: words»
static IsnTokenizer* tokenizer;
static IsnImage image;
static IsnSurfaces surfaces;
static IsnArena arena;
static IsnBuffer out;

static void
keep_message(void* const handle, const IsnDiag* const diag)
{
  const char* const slash = diag->source ? strrchr(diag->source, '/') : NULL;
  snprintf(handle,
           sizeof(said),
           "%s:%zu: %s",
           slash ? slash + 1 : "",
           diag->line,
           diag->message);
}

static const IsnSink sink = { keep_message, said };

static const char*
path_of(const char* const name)
{
  static char path[256];
  snprintf(path, sizeof(path), "%s/%s", folder, name);
  return path;
}

static void
put_bytes(const char* const name, const IsnStr bytes)
{
  FILE* const file = fopen(path_of(name), "wb");
  CHECK(file && fwrite(bytes.data, 1, bytes.n_bytes, file) == bytes.n_bytes);
  CHECK(file && !fclose(file));
}

static void
put(const char* const name, const char* const text)
{
  put_bytes(name, isn_str(text));
}

/// All bytes of a file; the caller clears the buffer.
static IsnBuffer
get(const char* const name)
{
  IsnBuffer bytes = { 0 };
  FILE* const file = fopen(path_of(name), "rb");
  CHECK(file != NULL);
  for (int c = file ? getc(file) : EOF; c != EOF; c = getc(file)) {
    isn_buffer_append_byte(&bytes, (char)c);
  }
  CHECK(!fclose(file));
  return bytes;
}

static IsnStatus
compile(const char* const name)
{
  char image_path[256];
  snprintf(image_path, sizeof(image_path), "%s", path_of(name));
  return isn_gazetteer_compile(folder, "schemas", image_path, &sink);
}

static int
remove_one(const char* const path,
           const struct stat* const info,
           const int type,
           struct FTW* const place)
{
  (void)info;
  (void)type;
  (void)place;
  return remove(path);
}

static bool
make_folder(void)
{
  static const char* const inner[] = { "gazetteers", "lexicon", "words" };
  bool is_good = mkdtemp(folder);
  for (size_t i = 0; i < N_OF(inner); ++i) {
    is_good = is_good && !mkdir(path_of(inner[i]), 0700);
  }
  put("gazetteers/names.tsv", names_tsv);
  put("lexicon/words.xml", lexicon_xml);
  put("words/words.txt", "# ordinary\nكتاب\nباخرة\nلجنة\nكبير\nبقال\nوأقول\n");
  put("words/verbs.txt", "يذهب\n");
  return is_good && !compile("image") &&
         !isn_image_open(&image, path_of("image"), &sink) &&
         !isn_tokenizer_new(&tokenizer, &sink);
}

static void
write_str(const IsnStr s)
{
  isn_buffer_append(&out, s);
}

static IsnStatus
write_row(void* const handle, const IsnGazetteerRow* const row)
{
  (void)handle;
  isn_buffer_append_number(&out, row->line);
  for (int i = 0; i < ISN_N_COLUMNS; ++i) {
    isn_buffer_append_byte(&out, row->columns[i].data ? ';' : '!');
    write_str(row->columns[i]);
  }
  isn_buffer_append_byte(&out, '\n');
  return isn_str_is(row->columns[0], "stop") ? ISN_ERR_LIMIT : ISN_SUCCESS;
}

static void
rows_are_read(void)
{
  isn_buffer_empty(&out);
  put("rows.tsv",
      "# x\r\n\r\n" HEADER "a\tb\tc\n# no row\n\n"
      "س\tb\tc\t|\t\t\tf\r\nlast\tb\tc\td");
  CHECK_EQ(isn_gazetteer_read(path_of("rows.tsv"), write_row, NULL, &sink),
           ISN_SUCCESS);
  CHECK_STR(isn_buffer_str(&out),
            "4;a;b;c!!!!\n7;س;b;c;|;;;f\n8;last;b;c;d!!!\n");
  put("rows.tsv", HEADER "stop\tb\tc\nb\tb\tc\n");
  CHECK_EQ(isn_gazetteer_read(path_of("rows.tsv"), write_row, NULL, &sink),
           ISN_ERR_LIMIT);
}

static void
wrong_rows_are_reported(void)
{
  static const struct {
    const char* text;
    const char* message;
  } cases[] = {
    { "# x\nname\ttype\n",
      "bad.tsv:2: the line of column names must be: "
      "name\ttype\tkey\taliases\tsameAs\tsource\tfeatures" },
    { HEADER "a\tCity\n",
      "bad.tsv:2: 2 columns where name, type and key are needed" },
    { HEADER "\n# x\na\tCity\t\tb\n",
      "bad.tsv:4: column 3 of the row is empty" },
    { HEADER "\tCity\tk\n", "bad.tsv:2: column 1 of the row is empty" },
    { HEADER "a\tCity\tk\t\t\t\t\tx\n", "bad.tsv:2: more than 7 columns" },
    { HEADER "a\tCity\tk\nب\xD9\tCity\tk\n", "bad.tsv:3: not valid UTF-8" },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    said[0] = 0;
    put("bad.tsv", cases[i].text);
    CHECK_EQ(isn_gazetteer_read(path_of("bad.tsv"), write_row, NULL, &sink),
             ISN_ERR_RULES);
    CHECK_STR(isn_str(said), cases[i].message);
  }
  CHECK_EQ(isn_gazetteer_read(path_of("none.tsv"), write_row, NULL, &sink),
           ISN_ERR_RULES);
  CHECK_STR(isn_str(said),
            "none.tsv:0: cannot open: No such file or directory");
  CHECK_EQ(isn_gazetteer_read(folder, write_row, NULL, NULL), ISN_ERR_RULES);
}

static void
features_are_found(void)
{
  static const struct {
    const char* features;
    const char* name;
    const char* value; // NULL: absent
  } cases[] = {
    { "kind=bank|common|in=x", "kind", "bank" },
    { "kind=bank|common|in=x", "common", "" },
    { "kind=bank|common|in=x", "in", "x" },
    { "kind=bank|common|in=x", "kin", NULL },
    { "kindly=yes|kind=", "kind", "" },
    { "common=صور|common", "common", "صور" },
    { "a=b=c", "a", "b=c" },
    { "xcommon", "common", NULL },
    { "", "common", NULL },
    { NULL, "common", NULL },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    const IsnStr value =
      isn_gazetteer_feature(isn_str(cases[i].features), cases[i].name);
    CHECK_EQ(value.data != NULL, cases[i].value != NULL);
    CHECK_STR(value, cases[i].value ? cases[i].value : "");
  }
}

static void
members_are_cut(void)
{
  IsnStr rest = ISN_STR("a||ب|");
  IsnStr member = { NULL, 0 };
  isn_buffer_empty(&out);
  while (isn_gazetteer_member(&rest, '|', &member)) {
    isn_buffer_append_byte(&out, '<');
    write_str(member);
    isn_buffer_append_byte(&out, '>');
  }
  CHECK_STR(isn_buffer_str(&out), "<a><><ب><>");
  CHECK(!isn_gazetteer_member(&rest, '|', &member));
}

static IsnDocument
look_up(const char* const text, IsnAnalysis* const analysis)
{
  IsnDocument doc;
  isn_arena_reset(&arena);
  isn_buffer_empty(&out);
  isn_document_init(&doc, &arena);
  memset(analysis, 0, sizeof(*analysis));
  doc.text = isn_str(text);
  CHECK_EQ(isn_tokenize(tokenizer, &doc), ISN_SUCCESS);
  CHECK_EQ(isn_lookup(&image, &surfaces, &doc, analysis), ISN_SUCCESS);
  return doc;
}

/// Each hit: its words without proclitics, =, its key; ~ where common.
static void
check_hits(const char* const text, const char* const expected)
{
  IsnAnalysis a;
  const IsnDocument doc = look_up(text, &a);
  for (size_t i = 0; i < a.n_hits; ++i) {
    const IsnHit* const hit = &a.hits[i];
    const IsnSpan chars = { a.words[hit->tokens.begin].char_begin,
                            doc.tokens[hit->tokens.end - 1].chars.end };
    isn_buffer_append(&out, isn_str(i ? " " : ""));
    write_str(isn_document_words(&doc, chars));
    isn_buffer_append_byte(&out, hit->is_common ? '~' : '=');
    write_str(hit->entry->key);
  }
  CHECK_STR(isn_buffer_str(&out), expected);
}

typedef struct {
  const char* text;
  const char* expected;
} Case;

static void
names_are_found(void)
{
  static const Case cases[] = {
    { "قال الإنتربول", "الإنتربول=org:interpol" },
    { "قال الانتربول", "الانتربول=org:interpol" },
    { "قال الإنـتـربولُ", "الإنـتـربولُ=org:interpol" },
    { "منظمة الشرطة الدولية", "منظمة الشرطة الدولية=org:interpol" },
    { "منظمة  الشرطة\u00A0الدولية", "منظمة  الشرطة\u00A0الدولية=org:interpol" },
    { "منظمة الشرطة\nالدولية", "" },
    { "منظمة الشرطة", "" },
    { "البنك الدولي", "البنك الدولي=org:bank" },
    { "البنك الدولي للإنشاء", "البنك الدولي=org:bank" },
    { "البنك الدولي للإنشاء والتعمير",
      "البنك الدولي للإنشاء والتعمير=org:ibrd" },
    { "طرابلس", "طرابلس=tripoli-lb طرابلس=tripoli-ly" },
    { "في كانون الأول", "كانون الأول=dec" },
    { "و.م.ع", "و.م.ع=org:map" },
    { "فرنساوي", "" },
    { "", "" },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    check_hits(cases[i].text, cases[i].expected);
  }
}

static void
proclitics_stay_out_of_names(void)
{
  static const Case cases[] = {
    { "ولبنان", "لبنان=lb" },
    { "فلبنان", "لبنان=lb" },
    { "بلبنان", "لبنان=lb" },
    { "للبنان", "لبنان=lb" },
    { "وبلبنان", "لبنان=lb" },
    { "كفرنسا", "فرنسا=fr" },
    { "وَبِـفرنسا", "فرنسا=fr" },
    { "وللإنتربول", "لإنتربول=org:interpol" },
    { "للإنتربول", "لإنتربول=org:interpol" },
    { "والإنتربول", "الإنتربول=org:interpol" },
    { "بالإنتربول", "الإنتربول=org:interpol" },
    { "لمنظمة الشرطة الدولية", "منظمة الشرطة الدولية=org:interpol" },
    { "للبنك الدولي", "لبنك الدولي=org:bank" },
    { "سلبنان", "" },
    // Letters of the name itself
    { "وارسو وبريطانيا", "وارسو=waw بريطانيا=gb" },
    { "لبنان بريطانيا كندا فرنسا", "لبنان=lb بريطانيا=gb كندا=ca فرنسا=fr" },
    // Inside a name none is split off
    { "منظمة والشرطة الدولية", "" },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    check_hits(cases[i].text, cases[i].expected);
  }
}

static void
strict_and_common_names(void)
{
  static const Case cases[] = {
    { "إب", "إب=ibb" },
    { "اب", "" },
    { "أب", "" },
    { "إِب", "إِب=ibb" },
    { "وإب", "إب=ibb" },
    { "واب", "" },
    { "الحديدة", "الحديدة~hodeida" },
    { "صور", "صور~tyre" },
    { "صور القديمة", "صور القديمة=tyre" },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    check_hits(cases[i].text, cases[i].expected);
  }
}

/// Each word: proclitics, +, the rest, its classes in brackets.
static void
check_words(const char* const text, const char* const expected)
{
  IsnAnalysis a;
  const IsnDocument doc = look_up(text, &a);
  for (size_t i = 0; i < doc.n_tokens; ++i) {
    const IsnWord* const w = &a.words[i];
    isn_buffer_append(&out, isn_str(i ? " " : ""));
    write_str((IsnStr){ w->proclitics, 2u * w->n_proclitics });
    isn_buffer_append(&out, isn_str(w->n_proclitics ? "+" : ""));
    write_str(w->word);
    for (size_t c = 0; c < w->n_classes; ++c) {
      isn_buffer_append_byte(&out, c ? '|' : '[');
      write_str(isn_image_str(&image, image.class_names[w->classes[c] >> 16]));
    }
    isn_buffer_append(&out, isn_str(w->n_classes ? "]" : ""));
    isn_buffer_append(&out, isn_str(w->flags & ISN_WORD_KNOWN ? "" : "?"));
  }
  CHECK_STR(isn_buffer_str(&out), expected);
}

static void
words_are_read(void)
{
  static const Case cases[] = {
    { "قال محمد", "قال[say|verb] محمد[given-name]" },
    { "وقال فقالوا", "و+قال[say|verb] ف+قالوا[say|verb]" },
    { "سيقول وسيقول", "س+يقول[say|verb] وس+يقول[say|verb]" },
    { "سقال", "سقال?" },
    { "لمحمد ومحمد", "ل+محمد[given-name] و+محمد[given-name]" },
    { "المغربي مغربي", "المغربي[nationality] مغربي[nationality]" },
    { "العميد عميد", "العميد[rank] عميد[rank]" },
    { "للوزارة بوزارة", "ل+الوزاره[body] ب+وزاره[body]" },
    { "سلام", "سلام[common-family-name]" },
    { "كتاب وكتاب الكتاب", "كتاب و+كتاب الكتاب" },
    { "باخرة بباخرة", "باخره ب+باخره" },
    { "للكتاب", "ل+الكتاب" },
    // Whole, as lists have them, where the rest is a name, a town, a verb that
    // cannot stand there; two, where a hamza shows that the second begins
    { "كبير وبير كبيره", "كبير و+بير[given-name] كبيره" },
    { "بقال وقال", "بقال و+قال[say|verb]" },
    { "كتاب بتاب", "كتاب ب+تاب" },
    { "وأقول", "و+اقول[say|verb]" },
    // «و» written apart, never the word's first letter
    { "و قال و كتاب", "و+قال[say|verb] و+كتاب" },
    { "و لمحمد", "ول+محمد[given-name]" },
    { "و شتوك", "و+شتوك?" },
    { "يذهب ليذهب بيذهب", "يذهب ل+يذهب بيذهب?" },
    { "شتوك وشتوك", "شتوك? و+شتوك?" },
    // «و» begins a name before a vowel, and a verb is not told from one
    { "وليشتوك وتشتوك وشتوكت وشتو", "وليشتوك? وتشتوك? وشتوكت? وشتو?" },
    { "ـ x", "? x?" },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    check_words(cases[i].text, cases[i].expected);
  }
}

static void
classes_of_several_words_are_hits(void)
{
  IsnAnalysis a;
  const IsnDocument doc = look_up("من قبل عميد أول", &a);
  CHECK_EQ(doc.n_tokens, 4);
  CHECK_EQ(a.n_hits, 2);
  CHECK_STR(a.hits[0].entry->type, "+prep");
  CHECK_STR(a.hits[1].entry->type, "+rank");
  CHECK_STR(a.hits[1].entry->key, "512"); // ISN_FEAT_FEMININE
}

static void
word_flags_are_set(void)
{
  IsnAnalysis a;
  look_up("الوزارة « كتاب » ال", &a);
  CHECK(a.words[0].flags & ISN_WORD_ARTICLE);
  CHECK(!(a.words[4].flags & ISN_WORD_ARTICLE));
  CHECK(a.words[1].flags & ISN_WORD_OPEN);
  CHECK(a.words[2].flags & ISN_WORD_QUOTED);
  CHECK(a.words[3].flags & ISN_WORD_CLOSE);
}

static void
entries_go_there_and_back(void)
{
  IsnAnalysis a;
  look_up("الإنتربول", &a);
  CHECK_EQ(a.n_hits, 1);
  const IsnEntry* const entry = a.hits[0].entry;
  CHECK_STR(entry->type, "Organization");
  CHECK_STR(entry->name, "الإنتربول");
  CHECK_STR(entry->same_as, "http://x/1|http://x/2");
  CHECK_STR(entry->features, "kind=international");
  CHECK(isn_image_find_class(&image, ISN_STR("say")) != ISN_NO_CLASS);
  CHECK(isn_image_find_class(&image, ISN_STR("common-city")) != ISN_NO_CLASS);
  CHECK_EQ(isn_image_find_class(&image, ISN_STR("no")), ISN_NO_CLASS);
  CHECK_EQ(isn_image_find_class(&image, ISN_STR("")), ISN_NO_CLASS);
}

/// What grows: word slots, edges, tables.
static void
many_names_are_found_again(void)
{
  IsnBuffer rows = { 0 };
  isn_buffer_append(&rows, ISN_STR(HEADER));
  for (unsigned i = 0; i < 40000; ++i) {
    char row[96];
    snprintf(row, sizeof(row), "q%u x%u y\tCity\tk%u\n", i, i % 7, i);
    isn_buffer_append(&rows, isn_str(row));
  }
  put_bytes("gazetteers/many.tsv", isn_buffer_str(&rows));
  isn_buffer_clear(&rows);
  CHECK_EQ(compile("many"), ISN_SUCCESS);
  remove(path_of("gazetteers/many.tsv"));
  const IsnImage small = image;
  CHECK_EQ(isn_image_open(&image, path_of("many"), &sink), ISN_SUCCESS);
  check_hits("q0 x0 y q39999 x1 y q39999 x2 y q777 x0 y",
             "q0 x0 y=k0 q39999 x1 y=k39999 q777 x0 y=k777");
  isn_image_close(&image);
  image = small;
}

static void
two_runs_give_the_same_bytes(void)
{
  CHECK_EQ(compile("again"), ISN_SUCCESS);
  IsnBuffer one = get("image");
  IsnBuffer other = get("again");
  CHECK(one.n_bytes > sizeof(IsnImageHeader));
  CHECK(isn_str_equal(isn_buffer_str(&one), isn_buffer_str(&other)));
  CHECK(access(path_of("again.new"), F_OK) != 0);
  isn_buffer_clear(&one);
  isn_buffer_clear(&other);
}

static void
check_refused(const IsnStr bytes)
{
  IsnImage damaged;
  said[0] = 0;
  put_bytes("damaged", bytes);
  CHECK_EQ(isn_image_open(&damaged, path_of("damaged"), &sink), ISN_ERR_RULES);
  CHECK(strstr(said, "damaged:0: not a whole image"));
  isn_image_close(&damaged); // of one that is not open: nothing
}

static void
truncated_images_are_refused(void)
{
  IsnBuffer whole = get("image");
  const size_t lengths[] = { 0,
                             1,
                             sizeof(IsnImageHeader) - 1,
                             sizeof(IsnImageHeader),
                             whole.n_bytes / 2,
                             whole.n_bytes - 1 };
  for (size_t i = 0; i < N_OF(lengths); ++i) {
    check_refused((IsnStr){ whole.data, lengths[i] });
  }
  isn_buffer_append_byte(&whole, 0);
  check_refused(isn_buffer_str(&whole));
  isn_buffer_clear(&whole);
}

/// One bit is wrong, in the header or anywhere behind it.
static void
damaged_images_are_refused(void)
{
  IsnBuffer whole = get("image");
  const size_t n_header = sizeof(IsnImageHeader);
  for (size_t at = 0; at < whole.n_bytes;
       at += at < n_header ? 1 : whole.n_bytes / 50) {
    whole.data[at] ^= 0x10;
    check_refused(isn_buffer_str(&whole));
    whole.data[at] ^= 0x10;
  }
  isn_buffer_clear(&whole);
}

/// Of a large image the start looks at samples only; a check finds the rest.
static void
large_images_are_sampled(void)
{
  IsnBuffer rows = { 0 };
  isn_buffer_append(&rows, isn_str(HEADER));
  for (int i = 0; i < 40000; ++i) {
    char row[64];
    snprintf(row, sizeof(row), "q%d x%d y\tCity\tk%d\n", i, i % 7, i);
    isn_buffer_append(&rows, isn_str(row));
  }
  put_bytes("gazetteers/many.tsv", isn_buffer_str(&rows));
  isn_buffer_clear(&rows);
  CHECK_EQ(compile("many"), ISN_SUCCESS);
  remove(path_of("gazetteers/many.tsv"));
  IsnBuffer whole = get("many");
  CHECK(whole.n_bytes > (size_t)5 << 20);
  const size_t n_header = sizeof(IsnImageHeader);
  for (size_t at = 0; at < n_header; ++at) {
    whole.data[at] ^= 0x10;
    check_refused(isn_buffer_str(&whole));
    whole.data[at] ^= 0x10;
  }
  check_refused((IsnStr){ whole.data, whole.n_bytes - 16 });
  IsnImage damaged;
  whole.data[n_header + whole.n_bytes / 64 - 64] ^= 0x10; // between samples
  put_bytes("damaged", isn_buffer_str(&whole));
  CHECK_EQ(isn_image_open(&damaged, path_of("damaged"), &sink), ISN_SUCCESS);
  CHECK(!isn_image_is_intact(&damaged));
  isn_image_close(&damaged);
  CHECK(isn_image_is_intact(&image));
  isn_buffer_clear(&whole);
}

static void
absent_images_are_reported(void)
{
  IsnImage none;
  CHECK_EQ(isn_image_open(&none, path_of("no-image"), &sink), ISN_ERR_RULES);
  CHECK(strstr(said, "no-image:0: cannot open the compiled gazetteers (No "));
  CHECK_EQ(isn_image_open(&none, folder, NULL), ISN_ERR_RULES);
}

static void
check_compile_error(const char* const name,
                    const char* const text,
                    const char* const message)
{
  said[0] = 0;
  put(name, text);
  CHECK_EQ(compile("wrong"), ISN_ERR_RULES);
  if (!strstr(said, message)) {
    printf("  said «%s», wanted «%s»\n", said, message);
    CHECK(false);
  }
  CHECK(access(path_of("wrong"), F_OK) != 0);
  remove(path_of(name));
}

static void
wrong_data_are_reported(void)
{
  check_compile_error("gazetteers/z.tsv",
                      HEADER "a\tCity\tk\nb\tTown\tk\n",
                      "z.tsv:3: no such type: Town");
  check_compile_error(
    "gazetteers/z.tsv", HEADER "a\tCity\n", "z.tsv:2: 2 columns where");
  check_compile_error(
    "lexicon/z.xml", "<lexicon>\n<class/></lexicon>", "z.xml:2: ");
  check_compile_error("lexicon/z.xml", "<lexicon>\n\n<", "z.xml:3: ");
  check_compile_error(
    "words/z.txt", "كتاب\nك\xD9\n", "z.txt:2: not valid UTF-8");
  CHECK_EQ(isn_gazetteer_compile("/nonexistent", "schemas", "x", &sink),
           ISN_ERR_RULES);
  CHECK_STR(isn_str(said), "*.tsv:0: no such files");
  CHECK_EQ(compile("no-such-folder/image"), ISN_ERR_OUTPUT);
  CHECK(strstr(said, "image:0: cannot write the compiled gazetteers: No such"));
}

int
main(void)
{
  if (!make_folder()) {
    printf("not ok make_folder: %s\n", said);
    return EXIT_FAILURE;
  }
  RUN(rows_are_read);
  RUN(wrong_rows_are_reported);
  RUN(features_are_found);
  RUN(members_are_cut);
  RUN(names_are_found);
  RUN(proclitics_stay_out_of_names);
  RUN(strict_and_common_names);
  RUN(words_are_read);
  RUN(classes_of_several_words_are_hits);
  RUN(word_flags_are_set);
  RUN(entries_go_there_and_back);
  RUN(many_names_are_found_again);
  RUN(two_runs_give_the_same_bytes);
  RUN(truncated_images_are_refused);
  RUN(damaged_images_are_refused);
  RUN(large_images_are_sampled);
  RUN(absent_images_are_reported);
  RUN(wrong_data_are_reported);
  isn_image_close(&image);
  isn_tokenizer_free(tokenizer);
  isn_arena_clear(&arena);
  isn_surfaces_clear(&surfaces);
  isn_buffer_clear(&out);
  nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
  return check_end();
}
