// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/pattern.h"

#include <string.h>

#define SOUND ISN_ROOT_SOUND
#define HOLLOW ISN_ROOT_HOLLOW
#define DOUBLED ISN_ROOT_DOUBLED
#define DEFECTIVE ISN_ROOT_DEFECTIVE
#define SAME(s)                                                                \
  {                                                                            \
    s, s                                                                       \
  }

// After W. Wright, A Grammar of the Arabic Language, vol. I, part 2. The
// endings of defective roots are added by the conjugation.
// clang-format off
static const IsnPattern patterns[] = {
  // Sound: كتب، موّل، شارك، أطلق، تبرّع، تعاون، انعقد، اجتمع، استحدث
  { 1, SOUND, 'a', SAME("1a2P3"), SAME("1u2i3"), SAME("12V3"), SAME("12a3"),
    "1A2i3", "ma12U3", NULL },
  { 2, SOUND, 'u', SAME("1a22a3"), SAME("1u22i3"), SAME("1a22i3"),
    SAME("1a22a3"), "mu1a22i3", "mu1a22a3", "ta12I3" },
  { 3, SOUND, 'u', SAME("1A2a3"), SAME("1U2i3"), SAME("1A2i3"), SAME("1A2a3"),
    "mu1A2i3", "mu1A2a3", "mu1A2a3ap" },
  { 4, SOUND, 'u', SAME("'a12a3"), SAME("'u12i3"), SAME("12i3"), SAME("12a3"),
    "mu12i3", "mu12a3", "'i12A3" },
  { 5, SOUND, 'a', SAME("ta1a22a3"), SAME("tu1u22i3"), SAME("ta1a22a3"),
    SAME("ta1a22a3"), "muta1a22i3", "muta1a22a3", "ta1a22u3" },
  { 6, SOUND, 'a', SAME("ta1A2a3"), SAME("tu1U2i3"), SAME("ta1A2a3"),
    SAME("ta1A2a3"), "muta1A2i3", "muta1A2a3", "ta1A2u3" },
  { 7, SOUND, 'a', SAME("Lin1a2a3"), { 0 }, SAME("n1a2i3"), { 0 },
    "mun1a2i3", NULL, "Lin1i2A3" },
  { 8, SOUND, 'a', SAME("Li8a2a3"), SAME("Lu8u2i3"), SAME("8a2i3"),
    SAME("8a2a3"), "mu8a2i3", "mu8a2a3", "Li8i2A3" },
  { 10, SOUND, 'a', SAME("Lista12a3"), SAME("Lustu12i3"), SAME("sta12i3"),
    SAME("sta12a3"), "musta12i3", "musta12a3", "Listi12A3" },
  // Four radicals: ترجم، تدهور، اطمأنّ
  { 11, SOUND, 'u', SAME("1a23a4"), SAME("1u23i4"), SAME("1a23i4"),
    SAME("1a23a4"), "mu1a23i4", "mu1a23a4", "1a23a4ap" },
  { 12, SOUND, 'a', SAME("ta1a23a4"), SAME("tu1u23i4"), SAME("ta1a23a4"),
    SAME("ta1a23a4"), "muta1a23i4", "muta1a23a4", "ta1a23u4" },
  { 14, SOUND, 'a', { "Li12a3a44", "Li12a34a4" }, { 0 },
    { "12a3i44", "12a34i4" }, { 0 }, "mu12a3i44", NULL, "Li12i34A4" },
  // Hollow: قال، أشار، انقاد، اختار، استضاف
  { 1, HOLLOW, 'a', { "1A3", "1u3" }, { "1I3", "1i3" }, { "1W3", "1V3" },
    { "1A3", "1a3" }, "1A'i3", "ma1W3", NULL },
  { 4, HOLLOW, 'u', { "'a1A3", "'a1a3" }, { "'u1I3", "'u1i3" },
    { "1I3", "1i3" }, { "1A3", "1a3" }, "mu1I3", "mu1A3", "'i1A3ap" },
  { 7, HOLLOW, 'a', { "Lin1A3", "Lin1a3" }, { 0 }, { "n1A3", "n1a3" }, { 0 },
    "mun1A3", NULL, "Lin1iyA3" },
  { 8, HOLLOW, 'a', { "Li8A3", "Li8a3" }, { "Lu8I3", "Lu8i3" },
    { "8A3", "8a3" }, { "8A3", "8a3" }, "mu8A3", "mu8A3", "Li8iyA3" },
  { 10, HOLLOW, 'a', { "Lista1A3", "Lista1a3" }, { "Lustu1I3", "Lustu1i3" },
    { "sta1I3", "sta1i3" }, { "sta1A3", "sta1a3" }, "musta1I3", "musta1A3",
    "Listi1A3ap" },
  // Doubled: عدّ، حاجّ، أعدّ، تضادّ، انضمّ، احتلّ، استمرّ
  { 1, DOUBLED, 'a', { "1a22", "1a2P2" }, { "1u22", "1u2i2" },
    { "1V22", "12V2" }, { "1a22", "12a2" }, "1A22", "ma12U2", NULL },
  { 3, DOUBLED, 'u', { "1A22", "1A2a2" }, { "1U22", "1U2i2" },
    { "1A22", "1A2i2" }, { "1A22", "1A2a2" }, "mu1A22", "mu1A22",
    "mu1A22ap" },
  { 4, DOUBLED, 'u', { "'a1a22", "'a12a2" }, { "'u1i22", "'u12i2" },
    { "1i22", "12i2" }, { "1a22", "12a2" }, "mu1i22", "mu1a22", "'i12A2" },
  { 6, DOUBLED, 'a', { "ta1A22", "ta1A2a2" }, { "tu1U22", "tu1U2i2" },
    { "ta1A22", "ta1A2a2" }, { "ta1A22", "ta1A2a2" }, "muta1A22", "muta1A22",
    "ta1A22" },
  { 7, DOUBLED, 'a', { "Lin1a22", "Lin1a2a2" }, { 0 }, { "n1a22", "n1a2i2" },
    { 0 }, "mun1a22", NULL, "Lin1i2A2" },
  { 8, DOUBLED, 'a', { "Li8a22", "Li8a2a2" }, { "Lu8u22", "Lu8u2i2" },
    { "8a22", "8a2i2" }, { "8a22", "8a2a2" }, "mu8a22", "mu8a22",
    "Li8i2A2" },
  { 10, DOUBLED, 'a', { "Lista1a22", "Lista12a2" },
    { "Lustu1i22", "Lustu12i2" }, { "sta1i22", "sta12i2" },
    { "sta1a22", "sta12a2" }, "musta1i22", "musta1a22", "Listi12A2" },
  // Defective: دعا، سمّى، نادى، ألقى، تحدّى، تلاقى، انقضى، التقى، استدعى
  { 1, DEFECTIVE, 'a', SAME("1a2"), SAME("1u2"), SAME("12"), SAME("12"),
    "1A2", "ma12", NULL },
  { 2, DEFECTIVE, 'u', SAME("1a22"), SAME("1u22"), SAME("1a22"),
    SAME("1a22"), "mu1a22", "mu1a22", "ta12iyap" },
  { 3, DEFECTIVE, 'u', SAME("1A2"), SAME("1U2"), SAME("1A2"), SAME("1A2"),
    "mu1A2", "mu1A2", "mu1A2Ap" },
  { 4, DEFECTIVE, 'u', SAME("'a12"), SAME("'u12"), SAME("12"), SAME("12"),
    "mu12", "mu12", "'i12A'" },
  { 5, DEFECTIVE, 'a', SAME("ta1a22"), SAME("tu1u22"), SAME("ta1a22"),
    SAME("ta1a22"), "muta1a22", "muta1a22", "ta1a22I" },
  { 6, DEFECTIVE, 'a', SAME("ta1A2"), SAME("tu1U2"), SAME("ta1A2"),
    SAME("ta1A2"), "muta1A2", "muta1A2", "ta1A2I" },
  { 7, DEFECTIVE, 'a', SAME("Lin1a2"), { 0 }, SAME("n1a2"), { 0 }, "mun1a2",
    NULL, "Lin1i2A'" },
  { 8, DEFECTIVE, 'a', SAME("Li8a2"), SAME("Lu8u2"), SAME("8a2"),
    SAME("8a2"), "mu8a2", "mu8a2", "Li8i2A'" },
  { 10, DEFECTIVE, 'a', SAME("Lista12"), SAME("Lustu12"), SAME("sta12"),
    SAME("sta12"), "musta12", "musta12", "Listi12A'" },
};
// clang-format on

static bool
is_weak(const char radical)
{
  return radical == 'w' || radical == 'y';
}

static IsnRootKind
root_kind(const IsnRooted* const rooted, const bool keeps_weak)
{
  const char* const r = rooted->root.radicals;
  const unsigned form = rooted->form;
  if (rooted->root.n == 4) {
    return ISN_ROOT_SOUND;
  }
  if (is_weak(r[2])) {
    return ISN_ROOT_DEFECTIVE;
  }
  const bool is_middle_strong = form == 2 || form == 5 || keeps_weak;
  if (r[1] == r[2]) {
    return is_middle_strong ? ISN_ROOT_SOUND : ISN_ROOT_DOUBLED;
  }
  const bool is_after_long = form == 3 || form == 6;
  return is_weak(r[1]) && !is_middle_strong && !is_after_long ? ISN_ROOT_HOLLOW
                                                              : ISN_ROOT_SOUND;
}

/// The vowels most verbs of form I with such a root have.
static const char*
usual_vowels(const IsnRooted* const rooted)
{
  const char* const r = rooted->root.radicals;
  switch (rooted->kind) {
    case ISN_ROOT_HOLLOW:
      return r[1] == 'w' ? "au" : "ai";
    case ISN_ROOT_DEFECTIVE:
      return r[2] == 'w' ? "au" : "ai";
    case ISN_ROOT_DOUBLED:
      return "au";
    default:
      return r[0] == 'w' ? "ai" : r[1] == '\'' || r[2] == '\'' ? "aa" : "au";
  }
}

void
isn_rooted_init(IsnRooted* const rooted, const bool keeps_weak)
{
  rooted->kind = root_kind(rooted, keeps_weak);
  if (!rooted->vowels[0]) {
    memcpy(rooted->vowels, usual_vowels(rooted), 2);
  }
  if (rooted->root.n == 4 && rooted->form < 10) {
    rooted->form += 10;
  }
}

const IsnPattern*
isn_pattern_find(const IsnRooted* const rooted)
{
  for (size_t i = 0; i < sizeof(patterns) / sizeof(patterns[0]); ++i) {
    if (patterns[i].form == rooted->form && patterns[i].kind == rooted->kind) {
      return &patterns[i];
    }
  }
  return NULL;
}

/// The first radical and the t of form VIII, which assimilate each other:
/// «اتّفق», «ازدهر», «ادّعى», «اصطدم», «اضطلع», «اطّلع».
static const char*
eighth_pair(const char first)
{
  switch (first) {
    case 'w':
    case 'y':
    case 't':
      return "tt";
    case 'd':
    case '*':
      return "dd";
    case 'z':
      return "zd";
    case 'S':
      return "ST";
    case 'D':
      return "DT";
    case 'T':
      return "TT";
    case 'Z':
      return "ZZ";
    default:
      return NULL;
  }
}

static char
long_vowel(const char vowel)
{
  return vowel == 'u' ? 'U' : vowel == 'i' ? 'I' : 'A';
}

static size_t
fill_hole(const IsnRooted* const rooted, const char hole, char out[2])
{
  const char* const pair = eighth_pair(rooted->root.radicals[0]);
  switch (hole) {
    case 'P':
      out[0] = rooted->vowels[0];
      return 1;
    case 'V':
      out[0] = rooted->vowels[1];
      return 1;
    case 'W':
      out[0] = long_vowel(rooted->vowels[1]);
      return 1;
    case '8':
      out[0] = pair ? pair[0] : rooted->root.radicals[0];
      out[1] = pair ? pair[1] : 't';
      return 2;
    default:
      out[0] =
        hole >= '1' && hole <= '4' ? rooted->root.radicals[hole - '1'] : hole;
      return 1;
  }
}

const char*
isn_pattern_fill(IsnArena* const arena,
                 const IsnRooted* const rooted,
                 const char* const pattern)
{
  const size_t n = pattern ? strlen(pattern) : 0;
  char* const out = pattern ? isn_arena_alloc(arena, 2 * n + 1) : NULL;
  if (!out) {
    return NULL;
  }
  size_t n_out = 0;
  for (size_t i = 0; i < n; ++i) {
    n_out += fill_hole(rooted, pattern[i], out + n_out);
  }
  return out;
}
