// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// What stands in statements: names of things, texts, languages, values.
#include "graph/identity.h"
#include "graph/lexical.h"
#include "graph/terms.h"
#include "tests/unit/statements.h"

static IsnStr
iri_of(const IsnType type, const char* const label, const char* const key)
{
  IsnIdentity identity = { .base = BASE,
                           .arena = &arena,
                           .segment = ISN_STR("a%2F1.txt") };
  const IsnEntity e = { .type = type,
                        .label = isn_str(label),
                        .key = isn_str(key) };
  const IsnStr iri = isn_identity_entity(&identity, &e);
  isn_buffer_clear(&identity.scratch);
  return iri;
}

static void
names_things_by_key_or_canonical_name(void)
{
  CHECK_STR(iri_of(ISN_TYPE_PLACE, "الإمارات", "country:AE"),
            BASE "country/AE");
  CHECK_STR(iri_of(ISN_TYPE_ORGANIZATION, "x", "interpol"),
            BASE "organization/interpol");
  CHECK_STR(iri_of(ISN_TYPE_ORGANIZATION, "x", "organization:un/هيئة أ"),
            BASE "organization/un%2Fهيئة%20أ");
  CHECK_STR(iri_of(ISN_TYPE_PLACE, "x", "city:.."), BASE "city/..;");
  CHECK_STR(iri_of(ISN_TYPE_PERSON, "سيف عبدالله الشعفار", NULL),
            BASE "person/سيف_عبدالله_الشعفار");
  CHECK_STR(iri_of(ISN_TYPE_PERSON, "سَيْف عبد اللـه  الشعفار", NULL),
            BASE "person/سيف_عبدالله_الشعفار");
  CHECK_STR(iri_of(ISN_TYPE_ORGANIZATION, "«الإنتربول» HOTSPOT-٢", NULL),
            BASE "organization/الانتربول_hotspot_2");
  // What is before a colon is a kind only if a path can have it
  CHECK_STR(iri_of(ISN_TYPE_PLACE, "x", "x1:y"), BASE "x1/y");
  CHECK_STR(iri_of(ISN_TYPE_PLACE, "x", "1x:y"), BASE "place/1x:y");
  CHECK_STR(iri_of(ISN_TYPE_PLACE, "x", "city:"), BASE "place/city:");
  CHECK_STR(iri_of(ISN_TYPE_AGREEMENT, "مذكرة", NULL),
            BASE "agreement/a%2F1.txt/مذكرة");
  CHECK_STR(iri_of(ISN_TYPE_MEETING, "الاجتماع الرابع", NULL),
            BASE "meeting/a%2F1.txt/الاجتماع_الرابع");
}

static void
keeps_long_names_apart(void)
{
  char a[400];
  memset(a, 'a', sizeof(a));
  a[399] = '\0';
  const IsnStr one = iri_of(ISN_TYPE_PERSON, a, NULL);
  a[398] = 'b';
  const IsnStr two = iri_of(ISN_TYPE_PERSON, a, NULL);
  CHECK(!isn_str_equal(one, two));
  CHECK_EQ(one.n_bytes, strlen(BASE "person/") + ISN_IDENTITY_CUT + 33);
  for (size_t n = 100; n < 140; ++n) {
    // Cut anywhere, an Arabic name stays valid UTF-8 and valid as an IRI
    char name[300] = "";
    for (size_t i = 0; i < n; ++i) {
      strcat(name, i % 7 == 6 ? "\xE2\x82\xAC" : i % 5 ? "م" : "x");
    }
    IsnStr iri = iri_of(ISN_TYPE_PERSON, name, NULL);
    CHECK_EQ(isn_term_iri(&arena, &iri), ISN_TERM_GOOD);
  }
  CHECK(!isn_str_equal(iri_of(ISN_TYPE_PERSON, "!", NULL),
                       iri_of(ISN_TYPE_PERSON, "?", NULL)));
}

/// However their parts run together.
static void
keeps_nodes_apart(void)
{
  IsnIdentity identity = { .base = BASE,
                           .arena = &arena,
                           .segment = ISN_STR("a") };
  const IsnStr one[] = { ISN_STR("a:b"), ISN_STR("c") };
  const IsnStr two[] = { ISN_STR("a"), ISN_STR("b:c") };
  const IsnStr first = isn_identity_node(&identity, "Claim", one, 2);
  CHECK(isn_str_starts(first, ISN_STR(BASE "claim/")));
  CHECK(isn_str_equal(first, isn_identity_node(&identity, "Claim", one, 2)));
  CHECK(!isn_str_equal(first, isn_identity_node(&identity, "Claim", two, 2)));
  CHECK(!isn_str_equal(first, isn_identity_node(&identity, "Claim", one, 1)));
  isn_buffer_clear(&identity.scratch);
}

static void
tells_events_of_one_name_apart(void)
{
  begin_document();
  entity(ISN_TYPE_MEETING, "الاجتماع", NULL);
  entity(ISN_TYPE_MEETING, "الاجتماع", NULL);
  entity(ISN_TYPE_PERSON, "كاريل بيلان", NULL);
  entity(ISN_TYPE_PERSON, "كاريل بيلان", NULL);
  CHECK(says("<" BASE "meeting/a%2F1.txt/الاجتماع> "));
  CHECK(says("<" BASE "meeting/a%2F1.txt/الاجتماع;2> "));
  IsnBuffer out = written_as("ntriples", false, 1);
  CHECK_EQ(occurrences(out.data, "mentions> <" BASE "person/"), 1);
  isn_buffer_clear(&out);
}

static void
cleans_text(void)
{
  IsnStr s = ISN_STR("a\x01\x1F\xEF\xBF\xBE\xEF\xBF\xBFم\t\n\r\x7F");
  CHECK_EQ(isn_term_text(&arena, &s), ISN_TERM_CLEANED);
  CHECK_STR(s, "aم\t\n\r\x7F");
  s = (IsnStr){ "a\0b", 3 };
  CHECK_EQ(isn_term_text(&arena, &s), ISN_TERM_CLEANED);
  CHECK_STR(s, "ab");
  s = ISN_STR("\xEF\xBF\xBD");
  CHECK_EQ(isn_term_text(&arena, &s), ISN_TERM_GOOD);
  s = ISN_STR("a\xFF");
  CHECK_EQ(isn_term_text(&arena, &s), ISN_TERM_BAD);
  s = ISN_STR("\xED\xA0\x80"); // A surrogate
  CHECK_EQ(isn_term_text(&arena, &s), ISN_TERM_BAD);
  s = (IsnStr){ NULL, 0 };
  CHECK_EQ(isn_term_text(&arena, &s), ISN_TERM_BAD);
}

static void
checks_iris(void)
{
  static const struct {
    const char* iri;
    const char* repaired; // NULL: bad
  } cases[] = {
    { "http://x/a", "http://x/a" },
    { " https://x.org/أ?q=1#f\n", "https://x.org/أ?q=1#f" },
    { "http://x/a b<>\"{}|^`\\c",
      "http://x/a%20b%3C%3E%22%7B%7D%7C%5E%60%5Cc" },
    { "http://x/100%", "http://x/100%25" },
    { "http://x/%2g%41", "http://x/%252g%41" },
    { "http://x/#a#b", "http://x/#a%23b" },
    { "http://[::1]/[a]", "http://[::1]/%5Ba%5D" },
    { "http://x/\xE2\x80\x8F\xEF\xBF\xBE", "http://x/%E2%80%8F%EF%BF%BE" },
    { "urn:isbn:1", "urn:isbn:1" },
    { "", NULL },
    { "a/b", NULL },
    { "/a:b", NULL },
    { "http:", NULL },
    { "http:///a", NULL },
    { "https:a", NULL },
    { "1http://x", NULL },
    { "http://a b/", NULL },
    { "http://x/\xFF", NULL },
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    IsnStr iri = isn_str(cases[i].iri);
    const IsnTermState state = isn_term_iri(&arena, &iri);
    CHECK_EQ(state == ISN_TERM_BAD, cases[i].repaired == NULL);
    if (cases[i].repaired) {
      CHECK_STR(iri, cases[i].repaired);
    }
  }
}

static void
checks_languages(void)
{
  static const char* const good[] = { "ar", "ar-EG", "zh-Hant-tw", "x-own" };
  static const char* const bad[] = { "",       "a",   "a-b",
                                     "ar-",    "-ar", "عربي",
                                     "ar--eg", "12",  "arabiclang" };
  for (size_t i = 0; i < N_OF(good); ++i) {
    IsnStr tag = isn_str(good[i]);
    CHECK(isn_term_language(&arena, &tag) != ISN_TERM_BAD);
  }
  for (size_t i = 0; i < N_OF(bad); ++i) {
    IsnStr tag = isn_str(bad[i]);
    CHECK_EQ(isn_term_language(&arena, &tag), ISN_TERM_BAD);
  }
  IsnStr tag = ISN_STR("ar_SA");
  CHECK_EQ(isn_term_language(&arena, &tag), ISN_TERM_REPAIRED);
  CHECK_STR(tag, "ar-sa");
}

static void
checks_lexical_forms(void)
{
  CHECK_EQ(isn_lexical_date(ISN_STR("2020-02-29")), ISN_NAME_XSD_DATE);
  CHECK_EQ(isn_lexical_date(ISN_STR("2020-02")), ISN_NAME_XSD_G_YEAR_MONTH);
  CHECK_EQ(isn_lexical_date(ISN_STR("2020")), ISN_NAME_XSD_G_YEAR);
  CHECK_EQ(isn_lexical_date(ISN_STR("2000-02-29")), ISN_NAME_XSD_DATE);
  static const char* const bad_dates[] = {
    "2019-02-29", "1900-02-29", "2019-13",    "0000", "2019-1-1",
    "20191",      "",           "2019-01-0x", "٢٠١٩", "2019/01"
  };
  for (size_t i = 0; i < N_OF(bad_dates); ++i) {
    CHECK_EQ(isn_lexical_date(isn_str(bad_dates[i])), ISN_NAME_NONE);
  }
  static const struct {
    const char* text;
    bool is_one;
  } times[] = {
    { "2019-12-20T10:00:00Z", true },
    { "2019-12-20T10:00:00.5+03:00", true },
    { "2019-12-20T23:59:59-14:00", true },
    { "2019-12-20T10:00", false },
    { "2019-12-20T25:00:00", false },
    { "2019-12-20T24:00:00", false },
    { "2019-12-20T10:60:00", false },
    { "2019-12-20T10:00:60", false },
    { "2019-12-20T10:00:00.Z", false },
    { "2019-12-20T10:00:00+14:01", false },
    { "2019-12-20T10:00:00+13:60", false },
    { "2019-12-20T10:00:00Z+", false },
  };
  for (size_t i = 0; i < N_OF(times); ++i) {
    CHECK_CASE(times[i].text,
               isn_lexical_is_date_time(isn_str(times[i].text)) ==
                 times[i].is_one);
  }
  CHECK(isn_lexical_is_integer(ISN_STR("40")));
  CHECK(!isn_lexical_is_integer(ISN_STR("4 0")));
  CHECK(!isn_lexical_is_integer(ISN_STR("٤")));
  CHECK(isn_lexical_is_decimal(ISN_STR("1.5")));
  CHECK(!isn_lexical_is_decimal(ISN_STR("1e5")));
  static const char* const durations[] = {
    "P3D", "P1Y2M3DT4H5M6.7S", "PT1H", "P2W"
  };
  static const char* const no_durations[] = { "P",  "PT",   "P3",
                                              "3D", "P1S",  "P1DT",
                                              "PD", "P3D ", "P1234567W" };
  for (size_t i = 0; i < N_OF(durations); ++i) {
    IsnStr s = isn_str(durations[i]);
    CHECK(isn_lexical_is_duration(&arena, &s));
    CHECK(i < 3 || isn_str_is(s, "P14D"));
  }
  for (size_t i = 0; i < N_OF(no_durations); ++i) {
    IsnStr s = isn_str(no_durations[i]);
    CHECK(!isn_lexical_is_duration(&arena, &s));
  }
}

int
main(void)
{
  RUN(names_things_by_key_or_canonical_name);
  RUN(keeps_long_names_apart);
  RUN(keeps_nodes_apart);
  RUN(tells_events_of_one_name_apart);
  RUN(cleans_text);
  RUN(checks_iris);
  RUN(checks_languages);
  RUN(checks_lexical_forms);
  isn_arena_clear(&arena);
  return check_end();
}
