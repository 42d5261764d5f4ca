# SPDX-License-Identifier: Apache-2.0
"""months.tsv: Gregorian and Hijri months, all names of all Arab countries."""

import babel
import icu

from table import plain, read_own, unique, write

MEANING = ["Months of the Gregorian calendar (all names of the Arab countries) and of the Hijri calendar.",
           "The key is month:, the calendar and the month's number; common: also an ordinary word or a",
           "  person's name (رجب, شعبان, آب): demand a day, a year or the word شهر beside it;",
           "common=NAME: only this alias is (أوت is safe, ماي is not)."]
LICENCES = ["Sources: CLDR Arabic, all ar-* locales, through Babel 2.18.0 (Gregorian) and PyICU 2.17 (Hijri)",
            "  (PyPI; Unicode-3.0); own variants (Apache-2.0)."]


def gregorian(number):
    """CLDR's names of a Gregorian month in every Arabic locale."""
    ids = sorted(i for i in babel.localedata.locale_identifiers() if i.split("_")[0] == "ar")
    return [plain(babel.Locale.parse(i).months[c]["wide"][number]) for i in ids for c in ("format", "stand-alone")]


def hijri(number):
    """CLDR's name of a Hijri month."""
    pattern = icu.SimpleDateFormat("LLLL", icu.Locale("ar@calendar=islamic-civil"))
    calendar = icu.Calendar.createInstance(icu.Locale("ar@calendar=islamic-civil"))
    calendar.clear()
    calendar.set(1445, number - 1, 5)
    return [plain(pattern.format(calendar.getTime()))]


def build():
    """Write months.tsv."""
    rows = []
    for calendar, number, names, common in ((*r, "")[:4] for r in read_own("months.tsv")):
        cldr = (gregorian if calendar == "gregorian" else hijri)(int(number))
        both = unique([cldr[0], *cldr, *names.split("|")])
        rows.append({"name": both[0], "type": "Month", "key": f"month:{calendar}:{number}", "aliases": both,
                     "source": "CLDR+own",
                     "features": [f"month={number}", f"calendar={calendar}"]
                                 + ["common=" + c for c in common.split("|") if c]})
    write("months.tsv", "Months", MEANING, LICENCES, rows)
