# SPDX-License-Identifier: Apache-2.0
"""Arabic spellings of foreign names, by the letters of their language.

News writes long vowels and most short ones; an e before a consonant that closes
the syllable is written by some and left out by others, so both come out.
"""

import itertools
import re
import unicodedata

# What letters are in all languages, unless the language's own line says else.
COMMON = """
a:ا b:ب c:ك d:د e:ي f:ف g:غ h:ه i:ي j:ج k:ك l:ل m:م n:ن o:و p:ب q:ك r:ر s:س t:ت
u:و v:ف w:و x:كس y:ي z:ز ck:ك ph:ف qu:ك th:ث sh:ش oo:و ee:ي aa:ا ou:و
"""
# Locale of Faker → its language's letters; / between spellings.
LANGUAGES = {
    "es_ES es_MX es_AR": "ll:ي ñ:ني ch:تش j:خ ge:خي gi:خي gue:غي gui:غي z:ز/س "
                         "ce:سي ci:سي h: gu:غو",
    "it_IT": "gli:لي gn:ني che:كي chi:كي cia:تشا cio:تشو ciu:تشو ce:تشي ci:تشي "
             "gia:جا gio:جو giu:جو ge:جي gi:جي sci:شي sce:شي z:تز h:",
    "pt_BR pt_PT": "lh:لي nh:ني ch:ش ç:س ão:او x:ش ge:جي gi:جي que:كي qui:كي "
                   "h: ce:سي ci:سي ã:ا õ:و",
    "tr_TR": "c:ج ç:تش ş:ش ğ:غ ı:ي ö:و ü:و",
    "de_DE de_AT": "tsch:تش sch:ش ch:خ/ش w:ف z:تس tz:تس ei:اي ai:اي ie:ي eu:وي "
                   "äu:وي ö:و ü:و ä:ي j:ي ß:س ah:ا oh:و eh:ي th:ت",
    "pl_PL": "szcz:شتش cz:تش sz:ش rz:ج ch:خ w:ف ł:و j:ي c:تس ś:ش ć:تش ż:ج ź:ج "
             "ó:و ń:ن ą:ون ę:ين dz:دز cki:تسكي",
    "cs_CZ hr_HR sl_SI": "č:تش š:ش ž:ج ř:رج c:تس j:ي ch:خ ě:ي ů:و ý:ي ć:تش "
                         "đ:ج á:ا é:ي í:ي ó:و ú:و ť:ت ď:د ň:ن",
    "nl_NL": "sch:سخ ij:اي oe:و ui:اوي g:غ/خ j:ي w:ف ch:خ eu:و th:ت",
    "sv_SE no_NO da_DK": "å:و ö:و ä:ي ø:و æ:ي sj:ش kj:ش j:ي th:ت",
    "hu_HU": "sz:س s:ش cs:تش zs:ج gy:ج ny:ني ly:ي c:تس á:ا é:ي í:ي ó:و ö:و ő:و "
             "ú:و ü:و ű:و j:ي th:ت",
    "ro_RO": "ș:ش ş:ش ț:تس ţ:تس che:كي chi:كي ce:تشي ci:تشي ge:جي gi:جي ă:ا "
             "â:ي î:ي",
    "fi_FI": "ä:ا ö:و j:ي uu:و yy:ي ää:ا",
    "ru_RU bg_BG": "а:ا б:ب в:ف г:غ д:د е:ي ё:يو ж:ج з:ز и:ي й:ي к:ك л:ل м:م "
                   "н:ن о:و п:ب р:ر с:س т:ت у:و ф:ف х:خ ц:تس ч:تش ш:ش "
                   "щ:شتش ъ: ы:ي ь: э:ي ю:يو я:يا ий:ي ый:ي ев:يف",
}
INITIAL = {"ا": "أ", "ي": "إي", "و": "أو"}
VOWELS = "aeiouyäöüáéíóúаеиоуыэ"


def table(lines):
    return {pair.partition(":")[0]: pair.partition(":")[2].split("/")
            for pair in lines.split()}


def spell(name, letters):
    """The Arabic spellings of a Latin or Cyrillic NAME by LETTERS."""
    name = re.sub(r"(.)\1", lambda m: m[0] if m[0] in letters else m[1], name)
    longest = max(map(len, letters))
    parts, at = [], 0
    while at < len(name):
        for n in range(longest, 0, -1):
            unit = name[at:at + n]
            if unit in letters:
                break
            bare = unicodedata.normalize("NFKD", unit)[:1]
            if n == 1 and bare in letters:
                unit = bare
                break
        else:
            return set()
        ways = letters[unit]
        rest = name[at + n:]
        if unit == "e" and at and rest and rest[0] not in VOWELS and (
                len(rest) == 1 or rest[1] not in VOWELS):
            ways = ["ي", ""]
        if at == 0 and name[0] in VOWELS and ways[0][:1] in INITIAL:
            first = ways[0][0]
            ways = [INITIAL[first] + ways[0][1:]]
            if first == "ي" and unit == "e":
                ways = ["إ"]
        parts.append(ways)
        at += n
    made = {"".join(way) for way in itertools.product(*parts[:12])}
    return {re.sub("([اوي])\\1+", "\\1", word) for word in made}


def spellings(names, locale):
    """NAME → its Arabic spellings, for NAMES of a locale that has letters."""
    for locales, own in LANGUAGES.items():
        if locale in locales.split():
            letters = {**table(COMMON), **table(own)}
            for name in names:
                plain = unicodedata.normalize("NFC", name.lower())
                if plain.isalpha() and 3 < len(plain) < 13:
                    yield name, spell(plain, letters)
