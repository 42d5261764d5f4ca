// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// Rows of gazetteers, and the images that they are compiled to.
#include "extract/gazetteer/source.h"
#include "tests/unit/gazetteers.h"

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
      "name\ttype\tkey\taliases\tsameAs\tsource\tfeatures\n" },
    { HEADER "a\tCity\n",
      "bad.tsv:2: 2 columns where name, type and key are needed\n" },
    { HEADER "\n# x\na\tCity\t\tb\n",
      "bad.tsv:4: column 3 of the row is empty\n" },
    { HEADER "\tCity\tk\n", "bad.tsv:2: column 1 of the row is empty\n" },
    { HEADER "a\tCity\tk\t\t\t\t\tx\n", "bad.tsv:2: more than 7 columns\n" },
    { HEADER "a\tCity\tk\nب\xD9\tCity\tk\n", "bad.tsv:3: not valid UTF-8\n" },
  };
  for (size_t i = 0; i < N_OF(cases); ++i) {
    said[0] = 0;
    put("bad.tsv", cases[i].text);
    CHECK_EQ(isn_gazetteer_read(path_of("bad.tsv"), write_row, NULL, &sink),
             ISN_ERR_RULES);
    CHECK_STR(isn_str(said), cases[i].message);
  }
  said[0] = 0;
  CHECK_EQ(isn_gazetteer_read(path_of("none.tsv"), write_row, NULL, &sink),
           ISN_ERR_RULES);
  CHECK_STR(isn_str(said),
            "none.tsv:0: cannot open: No such file or directory\n");
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
  CHECK_HAS(said, "damaged:0: not a whole image");
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
  CHECK_HAS(said, "no-image:0: cannot open the compiled gazetteers (No ");
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
  CHECK_HAS(said, message);
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
  said[0] = 0;
  CHECK_EQ(isn_gazetteer_compile("/nonexistent", "schemas", "x", &sink),
           ISN_ERR_RULES);
  CHECK_STR(isn_str(said), "*.tsv:0: no such files\n");
  CHECK_EQ(compile("no-such-folder/image"), ISN_ERR_OUTPUT);
  CHECK_HAS(said, "image:0: cannot write the compiled gazetteers: No such");
}

int
main(void)
{
  if (!gazetteers_begin()) {
    return folder_failed();
  }
  RUN(rows_are_read);
  RUN(wrong_rows_are_reported);
  RUN(features_are_found);
  RUN(members_are_cut);
  RUN(many_names_are_found_again);
  RUN(two_runs_give_the_same_bytes);
  RUN(truncated_images_are_refused);
  RUN(damaged_images_are_refused);
  RUN(large_images_are_sampled);
  RUN(absent_images_are_reported);
  RUN(wrong_data_are_reported);
  gazetteers_end();
  return check_end();
}
