# SPDX-License-Identifier: Apache-2.0
"""currencies.tsv: CLDR's Arabic names of living currencies and own short forms."""

import re

import babel
import babel.numbers
import pycountry

from table import fold, plain, read_own, unique, write

MEANING = ["Currencies in use (ISO 4217). The key is currency: and the code; a word shared by several",
           "  currencies (درهم) has a row of its own, currency:generic:…, of= being its candidates;",
           "common: also an ordinary word, demand a number or a sum before it."]
LICENCES = ["Sources: CLDR Arabic through Babel 2.18.0 (PyPI; Unicode-3.0), codes in use by country there too;",
            "  own short forms (Apache-2.0)."]


def in_use():
    """Codes that some country uses today, by CLDR."""
    data = babel.core.get_global("territory_currencies")
    codes = {row[0] for rows in data.values() for row in rows if row[2] is None and row[3]}
    return sorted(c for c in codes if pycountry.currencies.get(alpha_3=c))


def forms(name):
    """The name with its unit's plural and accusative: دولار أمريكي → دولارا أمريكيا, دولارات أمريكية."""
    words = name.split()
    if len(words) == 2 and words[0] in PLURALS and words[1].endswith("ي"):
        noun, adjective = words
        feminine = adjective + "ة"
        yield f"{PLURALS[noun]} {feminine}"
        if noun.endswith("ة"):  # CLDR has روبية هندي
            yield f"{noun} {feminine}"
            yield f"ال{noun} ال{feminine}"
        else:
            yield f"{noun}ا {adjective}ا"
            yield f"ال{noun} ال{adjective}"


PLURALS = {"دولار": "دولارات", "درهم": "دراهم", "دينار": "دنانير", "ريال": "ريالات", "جنيه": "جنيهات",
           "ليرة": "ليرات", "فرنك": "فرنكات", "روبية": "روبيات", "روبل": "روبلات", "بيزو": "بيزوات",
           "شلن": "شلنات", "كرونة": "كرونات", "كرون": "كرونات", "يوان": "يوانات", "أوقية": "أوقيات"}


def build():
    """Write currencies.tsv."""
    names = babel.Locale("ar").currencies
    own = {r[0]: (*r, "", "")[1:3] for r in read_own("currencies.tsv")}
    rows = []
    for code in in_use():
        cldr = [names.get(code, "")] + [babel.numbers.get_currency_name(code, n, "ar") for n in (1, 2, 3, 11, 100)]
        cldr = [plain(n) for n in cldr if re.search("[ء-ي]", n)]
        mine, flag = own.pop(code, ("", ""))
        if not cldr and not mine:
            continue
        all_names = unique([*cldr, *mine.split("|")])
        all_names = unique(all_names + [f for n in list(all_names) for f in forms(n)])
        rows.append({"name": all_names[0], "type": "Currency", "key": "currency:" + code, "aliases": all_names,
                     "source": "CLDR+own", "features": [flag] if flag else []})
    for code, (mine, features) in own.items():  # generic:dirham …
        assert code.startswith("generic:"), code
        all_names = mine.split("|")
        rows.append({"name": all_names[0], "type": "Currency", "key": "currency:" + code, "aliases": all_names,
                     "source": "own", "features": features.split("|") if features else []})
    owner = {}
    for row in sorted(rows, key=lambda r: "generic" not in r["key"]):  # a bare unit stays generic
        row["aliases"] = [n for n in row["aliases"]
                          if n == row["name"] or owner.setdefault(fold(n), row["key"]) == row["key"]]
        owner.setdefault(fold(row["name"]), row["key"])
    write("currencies.tsv", "Currencies", MEANING, LICENCES, rows)
