#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Build given-names.tsv and family-names.tsv.

usage: names.py PACKAGES OUTPUT

PACKAGES is the folder the packages were installed to (README.md),
OUTPUT the folder for the two lists. Needs hunspell with its Arabic
dictionary, which says whether a name is also an ordinary word.
"""

import collections
import importlib
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import unicodedata

from doubt import bare, doubtful
from table import HERE

OWN = pathlib.Path(__file__).parent / "own"
COLUMNS = "name\ttype\tkey\taliases\tsameAs\tsource\tfeatures"

ARAB_COUNTRIES = set("DZ MA TN LY EG SD SY LB JO PS IQ SA AE KW BH QA OM YE "
                     "MR".split())
ARABIC_LOCALES = "ar_AA ar_DZ ar_PS ar_SA".split()
LATIN_LOCALES = ("en_GB en_US en_IN en_NG en_KE fr_FR fr_BE de_DE de_AT "
                 "es_ES es_MX es_AR it_IT pt_BR pt_PT nl_NL nl_BE sv_SE no_NO "
                 "da_DK fi_FI pl_PL cs_CZ sk_SK hu_HU ro_RO hr_HR sl_SI tr_TR "
                 "id_ID az_AZ et_EE lt_LT lv_LV uz_UZ tw_GH").split()
# Those where few people have Arabic names.
WESTERN_LOCALES = ("en_US fr_FR de_DE es_ES it_IT pt_BR nl_NL pl_PL ro_RO "
                   "sv_SE hr_HR").split()

# Words that a list of names picks up but that are never one by themselves.
NEVER = set("""
من في على إلى عن مع هذا هذه ذلك تلك التي الذي الذين ما لا لم لن إن أن كان كانت
قد هو هي هم كل بعض غير بين أو ثم حتى إذا إذ لو لولا لكن كما كيف أين متى أي أيها
عند عندما منذ قبل بعد تحت فوق خلف أمام حول ضد دون سوى نحو لدى هنا هناك ليس ليست
بل فقط أيضا كذلك حيث بينما لما مما ممن فيما عما ألا إلا أما إما نعم كلا
بن ابن بنت ابنة أبو أبي أبا أم بو ولد آل ال عبد ذو ذي ذا ذات الدين الله دين
الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر
سيد السيد السيدة الشيخ شيخ الدكتور دكتور الحاج حاج الحاجة مولاي سيدي لالة الأمير
أمير الأميرة أميرة الملك ملك الملكة ملكة السلطان سلطان البابا القديس مار المهندس
اللواء العميد العقيد الرائد النقيب الفريق الإمام إمام ملا ميرزا آية الأخ الأخت
فرعون بنو قبيلة كلغ كلم كغ ملغ كيلو غرام لابي لابو لابن بابن بابي كابن
خان بيك بك باشا أفندي آغا فان فون دي دا دو دل دير لا لو ماك أو سان سانت تن جونيور
العرب الزمان العين الملوك الدولة الإسلام الحق الجمهورية المملكة ولي
الرياض البارون المار السي أهل لفيف اعتقال أعتقال قل الهدي مليونير كاميرا جمعية رئيس كبير قبيلة فرنسا أمريكا واشنطن أولاد البحر الشاب
العليم الرزاق القني دام الابن ألبس البشر عدن نيويورك باريسي
الصوفية الخوارزمي فرعون الفرعون يوتيوب فيسبوك مدينة قرية
""".split())
# Titles are names too, but only in the given name's place (سلطان بن عبد العزيز).
ALSO_NAMES = set("سلطان أمير أميرة ملك سيد الشيخ السيد ولي إمام الأمير "
                 "عبد خان باشا الحاج الملا".split())

# Masculine although in ة, and feminine although without.
MASCULINE = set("أسامة حمزة طلحة عبيدة قتيبة معاوية عطية خليفة عكرمة حذيفة جمعة "
                "سلامة شحاتة عرفة ربيعة أمية عروة جودة طه رفعة سمرة حارثة عمارة "
                "أبان شحادة حمادة ميسرة عقبة عتبة شيبة ثعلبة بركة قدامة عبادة "
                "عميرة فضة سعادة غلمة بدرة حيوة علقمة عرابة رحمة الله نعمة الله "
                "هبة الله عوضة خزيمة كنانة جبلة نعامة".split())

# Frequent enough as names to be taken as names, whatever the dictionary says.
NOT_COMMON = set("""
أنان
محمد أحمد علي حسن حسين محمود إبراهيم خالد مصطفى سعيد يوسف عمر عباس فاطمة ناصر
عادل حميد جمال طارق صالح رشيد مريم كريم سمير هشام ليلى فيصل وليد زينب عثمان
بلال حمزة سامي ماجد مازن هاني ياسر أيمن أنور إياد إيهاب أسامة بشار حاتم حازم
رامي زياد سليم شريف صلاح عصام عماد عمرو غسان فؤاد فادي فريد قاسم لطفي منير
نبيل نجيب هيثم وائل يحيى يزيد سليمان داود زكريا عيسى موسى هارون يونس يعقوب
إسماعيل إسحاق أيوب آدم جورج بيير جان جون بول مارك كوثر عائشة خديجة آمنة حفصة
رقية سعاد سميرة نادية رانيا دينا هند أسماء لمياء منى مها نوال سلمى هالة نجلاء
عبد الله عبد الرحمن عبد العزيز جعفر صدام معمر بشير فاروق مبارك منصور مروان
معتز حامد جواد إيناس عبيد فاضل رنا سها ليليان ماري
ميخائيل فراس مقتدى عرفات صهيب شهاب شاهين عبير زبيدة إلياس مكارثي
المالكي البسام السباعي مخلوف البارودي قدور أدهم هيكل اللواتي الرجوب القرطبي
جوليا سلوان فلاح عدنان شادي هيفاء كنعان نزار سهيل زهير خلدون بسام باسل
قابوس زايد حمد حمدان خليفة راشد سلمان فهد مقرن متعب تركي بندر مشعل نايف
""".split())
# Ordinary words first, even when many people bear them.
COMMON = set("""
إجلال راضية حكيمة رابحة سعدية طاهرة عائدة فاتنة فهيمة نفيسة شفيق شفيقة فايزة غيرت إرينا كلاشينكوف شتاير
نور أمل سلام إيمان هدى صباح جهاد نضال فرح رجاء وفاء كمال فضل نجاح صادق نصر
وسام كفاح ثائر ربيع هلال بدر فجر شمس قمر رياض سلطان أمير ملك عوض غالي عدل بركة
ورد ياسمين ريحان زهرة وردة جنة آية هبة دعاء رحمة نعمة حياة سعادة سلامة ثورة
حرية نهضة عزيز عزيزة كامل كاملة تمام أمان أمن سالم ناجح فائز منتصر مختار
محسن مؤمن مسلم مهدي هادي راضي شاكر حامد عابد عامر غانم فاضل فالح قائد
لين حنين حنان شهد شهيد ضياء عهد وعد ندى نداء نسيم هناء يسر يمن جود
أصيل أنس أنيس باهر بهاء بهجة تحسين توفيق جميل جواد حبيب حكيم خير رفيق زاهر
شوق صبر صبري عارف عاطف عفاف عواطف غزال فوز قاصد كرم لؤي ماهر مجد مجدي مرام
مراد مسعود مشرف مفيد ممدوح منال منتهى مهند موفق نادر ناظم ناهض نزيه نعيم نهاد
وجدي وحيد وداد وسيم وصال يقين الأمين الصادق المهدي المنصور الطيب البشير الفاضل
صفاء سناء علاء إسراء إخلاص إنعام ابتسام ابتهال أفراح أحلام أنغام ألحان سهام
سلوى شروق غروب فداء كاظم كلثوم لقاء مجيد نيل هدف وطن عرب عراق مصر سوريا عمان
شرف سحر ذكي غني بست عيد حقي ثاني جديد كبير رئيس وزير قائم باس أوي أوم عزت
بان فان وان لان باي لاي كاي فاي واي ناي بار دان وات كون ليت لوح ويل وين مات
راي راس فاس كاس شان باس ثار بير ذيب لوم موت بيت هيا سيد كيف مين ليه إيه كده
شرق غرب جنوب شمال بحر جبل وادي سماء أرض حق
برنت بلس سيلفي جيجا الرايخ الدواسر شيفروليه الزهايمر ويا شانيل ديور
كانو نيكي دبليو كاريزما بلوتوث مرسيدس جينات لايت بيديه إيفون تشي
""".split())

ARABIC_WORD = re.compile(r"[\u0621-\u063A\u0641-\u064Aپچڤگ]+")


def fold(word):
    """The normal form names are compared in: one alef, one yeh, one heh."""
    word = re.sub("[\u064B-\u065F\u0670\u0640\u200C-\u200F]", "", word)
    word = re.sub("[أإآٱ]", "ا", word).replace("ى", "ي").replace("ة", "ه")
    return word.replace("ؤ", "و").replace("ئ", "ي")


def clean(name):
    """NAME in Arabic letters and single spaces, or None if it is not."""
    name = unicodedata.normalize("NFKC", name)
    name = re.sub("[\u064B-\u065F\u0670\u0640\u200B-\u200F]", "", name)
    name = name.replace("ی", "ي").replace("ک", "ك").replace("ہ", "ه")
    name = name.replace("ھ", "ه").replace("ٱ", "ا").strip()
    words = name.split()
    if not words or not all(ARABIC_WORD.fullmatch(w) for w in words):
        return None
    return " ".join(words)


def latin_key(name):
    name = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    return re.sub("[^a-z]", "", name.lower().replace("ø", "o"))


def hunspell(option, words):
    run = subprocess.run(["hunspell", "-d", "ar", "-i", "utf-8", option],
                         input="\n".join(sorted(words)), text=True,
                         capture_output=True, check=True)
    return run.stdout.split("\n")


def hunspell_knows(words):
    """The subset of WORDS that the Arabic dictionary accepts."""
    return set(words) - set(hunspell("-l", words))


def hunspell_stems(words):
    """The subset of WORDS that stand in the dictionary, article aside.

    The stem has to be the whole word: كالمان is no word, though the
    dictionary reads it as ك+ال+مان.
    """
    stems = set()
    for line in hunspell("-s", words):
        word, _, stem = line.partition(" ")
        if stem and stem in (word, word.removeprefix("ال")):
            stems.add(word)
    return stems


def ordinary_words(names):
    """The subset of NAMES that are a word as written or as matched.

    Matching folds the hamza, so راي meets رأي and فاس meets فأس.
    """
    seats = {"ا": "أإآ", "و": "ؤ", "ي": "ىئ", "ه": "ة"}
    variants = {name: {name} | {
        name[:i] + seat + name[i + 1:]
        for i, letter in enumerate(name) for seat in seats.get(letter, "")
        if letter != "ه" or i == len(name) - 1} for name in names}
    known = hunspell_stems(set().union(*variants.values()))
    return {name for name, some in variants.items() if some & known}


class Names:
    """Names of one kind by folded form, with spellings and evidence."""

    def __init__(self):
        self.spellings = collections.defaultdict(collections.Counter)
        self.sources = collections.defaultdict(set)
        self.genders = collections.defaultdict(set)
        self.latin = collections.defaultdict(set)

    def add(self, name, source, gender="", latin="", weight=1):
        name = clean(name)
        if not name or len(name) < 2:
            return
        key = fold(name)
        self.spellings[key][name] += weight
        self.sources[key].add(source)
        if gender:
            self.genders[key].add(gender)
        if latin:
            self.latin[key].add(latin)


# -- sources ----------------------------------------------------------------

def read_own(path):
    """Lines `gender TAB names`, names separated by `،`; # starts a comment."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            gender, _, names = line.partition("\t")
            for name in names.split("،"):
                if name.strip():
                    yield gender.strip("-"), [
                        spelling.strip() for spelling in name.split("/")]


def nationalities():
    """The masculine adjectives of national-bodies.txt: المصري, السوري …"""
    text = (OWN / "national-bodies.txt").read_text("utf-8")
    return set(re.findall(r";(\S+)/", text))


def faker_names(locale):
    """Given names by gender and family names of a Faker locale."""
    provider = importlib.import_module(
        f"faker.providers.person.{locale}").Provider
    given = {"m": [], "f": []}
    for gender, field in (("m", "first_names_male"),
                          ("f", "first_names_female")):
        given[gender] = list(getattr(provider, field, ()))
    family = []
    for field in ("last_names", "last_names_male", "last_names_female"):
        family += list(getattr(provider, field, ()))
    return given, family


def latin_roles():
    """Latin spellings known as given names (with gender) and family names."""
    given, family = collections.defaultdict(set), set()
    for locale in LATIN_LOCALES:
        first, last = faker_names(locale)
        for gender, names in first.items():
            for name in names:
                given[latin_key(name)].add(gender)
        family.update(latin_key(name) for name in last)
    return given, family


def romanizer_units(packages):
    """Names of people as split in Wikidata: folded form → role → count."""
    path = packages / "arabic_name_romanizer/resources/names.sqlite3"
    counts = collections.defaultdict(collections.Counter)
    rows = sqlite3.connect(path).execute(
        "select arabic_key, role, country, sum(count) from units"
        " where source = 'wikidata' group by 1, 2, 3")
    for name, role, country, count in rows:
        name = clean(name)
        if name and not re.search("[پچڤگ]", name):
            arab = "arab" if country in ARAB_COUNTRIES else "other"
            counts[name][role + " " + arab] += count
    return counts


def wikipedia_people(packages):
    """Pairs of Latin and Arabic words of people's names of equal length."""
    path = packages / "ArWikiCats/jsons/people/peoples.json"
    odd = re.compile(r"[(),\d]|\b(of|the|pope|king|queen|saint|prince|sir|lord|"
                     r"ii|iii|iv|v|vi|vii|viii|ix|x|xi+|de|van|von|la)\b")
    for latin, arabic in json.loads(path.read_text("utf-8")).items():
        left, right = latin.split(), arabic.split()
        if (len(left) == len(right) and len(left) in (2, 3)
                and not odd.search(latin) and clean(arabic)):
            yield left, right


# -- the two lists ------------------------------------------------------------

def collect(packages):
    given, family = Names(), Names()
    for kind, names in (("given", given), ("family", family)):
        for gender, spellings in read_own(OWN / f"persons-{kind}.txt"):
            for spelling in spellings:
                names.add(spelling, "own", gender, weight=50)

    for locale in ARABIC_LOCALES:
        first, last = faker_names(locale)
        for gender, words in first.items():
            for word in words:
                given.add(word, "faker", gender, weight=10)
        for word in last:
            family.add(word, "faker", weight=10)

    latin_given, latin_family = latin_roles()
    units = romanizer_units(packages)
    spelled = collections.defaultdict(collections.Counter)  # fold → spellings
    pairs = json.loads(
        (packages / "arabnamer/data/dict_FINAL.json").read_text("utf-8"))
    for latin, arabic in pairs.items():
        arabic = clean(arabic)
        if not arabic:
            continue
        for word in arabic.split():
            spelled[fold(word)][word] += 1
        key = latin_key(latin)
        role = units.get(fold(arabic), {})
        if key in latin_given and " " not in arabic:
            genders = latin_given[key]
            given.add(arabic, "arabnamer",
                      min(genders) if len(genders) == 1 else "", key)
        elif role and role["given arab"] >= 1 and not arabic.startswith("ال"):
            given.add(arabic, "arabnamer")
        if key in latin_family and " " not in arabic:
            family.add(arabic, "arabnamer", latin=key)
        elif role and role["surname arab"] >= 1:
            # Latin al- is the article: ألرشيدي is written الرشيدي.
            family.add(re.sub("^أل(?=...)", "ال", arabic), "arabnamer")

    add_surnames(pairs, given, family)
    people = list(wikipedia_people(packages))
    firsts = collections.Counter(left[0] for left, _ in people)
    for left, right in people:
        for word in right:
            spelled[fold(word)][clean(word)] += 1
        known = latin_given.get(latin_key(left[0]), ())
        if known or firsts[left[0]] > 1:
            if len(right[0]) > 2:
                given.add(right[0], "arwikicats",
                          min(known) if len(known) == 1 else "",
                          latin_key(left[0]))
            if len(right[-1]) > 2 and not {"عبد", "أبو", "بن"} & set(right):
                family.add(right[-1], "arwikicats", latin=latin_key(left[-1]))

    for name, role in units.items():
        first, last = role["given arab"], role["surname arab"]
        all_first = first + role["given other"]
        restored = restore(name, spelled, given, family)
        surname = re.sub("^أل(?=....)", "ال", restored)
        if first >= 2 and all_first * 4 >= last and (
                not name.startswith("ال") or first > last):
            given.add(restored, "romanizer", weight=0)
        if last >= 2 and (last * 4 >= first or last >= 20):
            family.add(surname, "romanizer", weight=0)
    return given, family, units


def add_surnames(pairs, given, family):
    """The dictionary's other names: of the well known, and no words."""
    others = {}
    for latin, arabic in pairs.items():
        arabic = clean(arabic)
        if arabic and " " not in arabic and len(arabic) > 2 and not (
                fold(arabic) in given.spellings
                or fold(arabic) in family.spellings):
            others[arabic] = latin_key(latin)
    places = {fold(word) for word in nationalities()} | place_names()
    forms = {name: {name, bare(name), name.removesuffix("ا")}
             for name in others}  # «غريبا» is the accusative of a word
    words = doubtful(set().union(*forms.values()))
    for arabic, latin in others.items():
        if not forms[arabic] & words and fold(arabic) not in places:
            family.add(arabic, "arabnamer", latin=latin)


def place_names():
    """Folded names of countries, their divisions and cities."""
    found = set()
    for file in ("countries.tsv", "regions.tsv", "cities.tsv"):
        path = HERE.parent.parent / "data/gazetteers" / file
        for line in path.read_text("utf-8").splitlines():
            cells = line.split("\t")
            if not line.startswith("#"):
                found |= {fold(name)
                          for name in [cells[0], *cells[3].split("|")]}
    return found


def restore(name, *known):
    """A folded NAME in its usual spelling, word by word, where it is known."""
    words = []
    for word in name.split():
        counts = collections.Counter()
        for table in known:
            table = table.spellings if isinstance(table, Names) else table
            counts.update(table.get(word, {}))
        words.append(counts.most_common(1)[0][0] if counts else word)
    return " ".join(words)


def respell(names):
    """Give forms known only folded their hamza and ta marbuta back.

    The variant the dictionary knows is taken when it does not know the
    folded form (ابراهيم → إبراهيم); a final ه goes to ة in the same way.
    """
    candidates = {}
    for key, spellings in names.spellings.items():
        if names.sources[key] == {"romanizer"} and " " not in key:
            name = spellings.most_common(1)[0][0]
            tails = ["ة"] if name.endswith("ه") else []
            heads = ["أ", "إ", "آ"] if name.startswith("ا") else []
            some = [name[:-1] + tail for tail in tails]
            some += [head + form[1:] for head in heads
                     for form in [name, *some]]
            candidates[key] = (name, some)
    known = hunspell_knows({w for name, some in candidates.values()
                            for w in [name, *some]})
    for key, (name, some) in candidates.items():
        better = [form for form in some if form in known]
        if not better and name.endswith(("يه", "له", "نه", "ره", "ده", "مه",
                                         "سه", "وه", "به", "فه", "قه", "كه")) \
                and name not in known and not name.endswith(("ويه", "الله")):
            better = [name[:-1] + "ة"]
        if name not in known and better:
            names.spellings[key] = collections.Counter({better[0]: 1})


def gender_of(key, name, names):
    genders = names.genders[key]
    if len(genders) == 1:
        return min(genders)
    if genders:
        return ""
    if name.startswith(("عبد ", "أبو ")) or name.endswith("الدين") \
            or name in MASCULINE:
        return "m"
    if name.endswith("ة") or name.startswith("أم "):
        return "f"
    return ""


def aliases_of(key, name, names):
    """Other spellings: as seen, joined, and the other letter for g and v."""
    found = [form for form, _ in names.spellings[key].most_common()
             if form != name]
    words = name.split()
    if words[0] == "عبد" and len(words) == 2 or name.endswith(" الدين") \
            or words[0] == "أبو" and len(words) == 2:
        found.append("".join(words))
    if name.startswith("عبدال") and len(name) > 6:
        found.append("عبد " + name[3:])
    for latin in names.latin[key]:
        if latin.count("g") == 1 and "j" not in latin and "gh" not in latin:
            for here, other in (("غ", "ج"), ("ج", "غ")):
                if name.count(here) == 1 and other not in name:
                    found.append(name.replace(here, other))
        found += short_vowels(name, latin)
        if latin.count("v") == 1 and not set("fw") & set(latin) \
                and "ph" not in latin and name.count("ف") == 1:
            found.append(name.replace("ف", "ڤ"))
    return sorted(set(found) - {name})


def short_vowels(name, latin):
    """A last i or e that is written or not: هانسن, هانسين; ميلر, ميلير."""
    end = re.search("[bcdfgklmnprstvz]([ei])([nlrt])$", latin)
    letter = {"n": "ن", "l": "ل", "r": "ر", "t": "ت"}.get(end and end[2])
    if not letter or len(name) < 4 or not name.endswith(letter):
        return []
    if name.endswith("ي" + letter) and len(name) > 4:
        return [name[:-2] + letter]
    return [] if name[-2] in "اوي" else [name[:-1] + "ي" + letter]


def is_junk(kind, key, name):
    words = name.split()
    never = {fold(word) for word in NEVER - ALSO_NAMES}
    if words[0] in ("بن", "ابن", "بنت", "ولد") and kind == "given":
        return True
    if key in never or len(words) > 3 or len(name) < 3 and name not in (
            "طه", "مي", "لي", "شي", "هو", "كي", "بو", "دو", "يو", "آن"):
        return True
    if "بن" in words[1:] and words[0] not in ("آل", "ولد"):
        return True
    # An article or a particle that a splitter left alone or at the end.
    return words[-1] in ("عبد", "أبو", "بن", "آل", "ال", "ابن", "أم", "بو")


def common_names(names, units, roles):
    """The folded forms that are ordinary words more than they are names."""
    single = {key: names.spellings[key].most_common(1)[0][0]
              for key in names.spellings if " " not in key}
    known = ordinary_words(single.values())
    frequent = {fold(word) for word in NOT_COMMON}
    ordinary = {fold(word) for word in COMMON | nationalities()}
    common = set()
    for key, name in single.items():
        count = sum(units[key][role] for role in roles) if key in units else 0
        foreign = len(name) > 4 and not names.sources[key] & {
            "faker", "romanizer"} and not name.startswith("ال")
        if key in ordinary or (name in known and key not in frequent
                               and count < 60 and not foreign):
            common.add(key)
    return common


# Presidents, ministers and secretaries-general known by a name that is also a
# rare word, and given names that are words only to the dictionary.
STAND_ALONE = set("""
أنان عنان عرفات صدام نجاد لحود مبارك بري القذافي الأسد المالكي الجعفري الصدر
السيستاني الحريري السنيورة الطالباني طالباني البارزاني بارزاني الهاشمي البشير
البرغوثي هنية مشعل دحلان قريع عريقات السيسي مرسي الغنوشي المرزوقي السبسي
بوتفليقة الظواهري الزرقاوي القرضاوي البرادعي خامنئي خاتمي رفسنجاني روحاني
جنبلاط جعجع ميقاتي علاوي
محمد أحمد محمود مصطفى فاطمة عائشة خديجة معاوية مروان فيصل طارق مريم موسى عيسى
يعقوب إسحاق داود زكريا أرسطو
""".split())


def sure_names(names, common):
    """Names that no ordinary word is written like: they stand alone."""
    place_words = {fold(word) for word in nationalities()}
    place_words |= {fold("ال" + word) for word in nationalities()}
    candidates = {key: spellings.most_common(1)[0][0]
                  for key, spellings in names.spellings.items()
                  if key not in common | place_words
                  and names.sources[key] != {"romanizer"} and len(key) > 2
                  and spellings.most_common(1)[0][0].split()[0] != "عبد"}
    doubts = doubtful(set(candidates.values())
                      | {bare(name) for name in candidates.values()})
    stems = set((HERE.parent.parent / "data/words/ar-stems.txt").read_text(
        "utf-8").splitlines())
    # Those of the news by our own hand: unless a word is written just so.
    plainly = {key for key in candidates if "own" in names.sources[key]
               and not stems.intersection({key, bare(key)})}
    plainly |= {fold(name) for name in STAND_ALONE} & set(names.spellings)
    return plainly | {key for key, name in candidates.items()
                      if name not in doubts and bare(name) not in doubts}


def known_aliases(names):
    """The other spellings by key, less made ones that are ordinary words."""
    aliases = {key: aliases_of(key, found.most_common(1)[0][0], names)
               for key, found in names.spellings.items()}
    made = {alias for key, some in aliases.items() for alias in some
            if alias not in names.spellings[key]}
    words = doubtful(made | {alias.removesuffix("ا") for alias in made})
    return {key: [alias for alias in some if alias not in made
                  or not {alias, alias.removesuffix("ا")} & words]
            for key, some in aliases.items()}


def is_arab(key, name, names, units, western):
    """Whether Arabs are called so, by its letters or rather than others."""
    if name.startswith(("عبد ", "أبو ", "عبدال")) or name.endswith("الدين"):
        return True
    if set("حعصضظق") & set(name):
        return True
    count = units[key]["given arab"] if key in units else 0
    return count >= (60 if names.latin[key] & western else 3)


def is_joined(key, names, given):
    """«وجمال»: another's name with the conjunction."""
    return (len(key) > 4 and given.sources.get(key[1:], set()) & {"faker", "own"}
            and not names.sources[key] & {"faker", "own"})


def rows(names, kind, type_name, common, units, given):
    """The list's lines, sorted by name."""
    out = []
    aliases = known_aliases(names)
    western = {latin_key(name) for locale in WESTERN_LOCALES
               for some in faker_names(locale)[0].values() for name in some}
    sure = sure_names(names, common)
    weak = doubtful({s.most_common(1)[0][0] for key, s in names.spellings.items()
                     if names.sources[key] == {"romanizer"}})
    for key, spellings in sorted(names.spellings.items()):
        name = spellings.most_common(1)[0][0]
        if is_junk(kind, key, name) or key[0] == "و" and is_joined(
                key, names, given):
            continue
        features = [gender_of(key, name, names)] if kind == "given" else []
        if kind == "given" and is_arab(key, name, names, units,
                                                 western):
            features.append("arab")
        if key in common:
            features.append("common")
        if key in sure:
            features.append("alone")
        if names.sources[key] == {"romanizer"}:
            if key in common and kind == "given" or name in weak:
                continue  # too weak to stand against the ordinary word
            features.append("rare")
        slug = name.replace(" ", "-")
        out.append("\t".join([
            name, type_name, f"{kind}:{slug}",
            "|".join(aliases.get(key, ())), "",
            "|".join(sorted(names.sources[key])),
            "|".join(filter(None, features))]))
    return sorted(out)


HEADER = """\
# {title}
#
# {what}
# Licence: Apache-2.0 (source own); data of packages under their licences:
#   faker 40.54.0 (PyPI, MIT): providers/person
#   arabnamer 0.1.3 (PyPI, dictionary CC-BY-4.0: Yousef, E., 2026, Arabic name
#     dictionary, https://github.com/sayedyousef/arabnamer; split and respelled)
#   arabic-name-romanizer 0.2.0 (PyPI, MIT; the part used is Wikidata, CC0)
#   arwikicats 0.2.3 (PyPI, MIT): jsons/people/peoples.json
# Generated by extract/gazetteer/generate/names.py (see README.md); edit
# own/persons-{kind}.txt beside it, not this file.
# Columns: name; type; key; aliases (|); sameAs (none); source (|: the packages
#   the name is found in); features: {features}
"""

FEATURES = ("common (also an ordinary word),\n"
            "#   rare (only in Wikidata's people, spelling partly restored)")


def main():
    packages, output = map(pathlib.Path, sys.argv[1:3])
    sys.path.insert(0, str(packages))
    given, family, units = collect(packages)
    for names, kind, type_name, title, what, extra in (
            (given, "given", "GivenName", "Given names",
             "Given names in Arabic script, Arab and foreign.",
             "m, f (gender), arab (of Arabs rather than others),\n#   alone (no ordinary word is written so),\n#   "),
            (family, "family", "FamilyName", "Family names",
             "Family names in Arabic script, Arab and foreign.",
             "alone (no ordinary word is written so),\n#   ")):
        respell(names)
        roles = [f"{'given' if kind == 'given' else 'surname'} {where}"
                 for where in ("arab", "other")]
        lines = rows(names, kind, type_name,
                     common_names(names, units, roles), units,
                     given)
        text = HEADER.format(title=title, what=what, kind=kind,
                             features=extra + FEATURES)
        (output / f"{kind}-names.tsv").write_text(
            text + COLUMNS + "\n" + "\n".join(lines) + "\n", "utf-8")
        print(f"{kind}-names.tsv: {len(lines)} rows", file=sys.stderr)


if __name__ == "__main__":
    main()
