"""What Arabic calls days, months and numbers: the tables that :mod:`kg.text.dates` reads by.

Words stand here as a newspaper spells them and are folded (:func:`kg.text.normalise.fold`) when the module
is loaded, so spelling variants of alef, ya, ta marbuta and hamza need no line of their own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from kg.text.normalise import fold


def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(text).split())


def _set(text: str) -> frozenset[str]:
    return frozenset(_words(text))


def _phrases(lines: Iterable[str]) -> dict[tuple[str, ...], int]:
    """Read names by line, numbered from 1; ``|`` separates names of one thing."""
    return {_words(name): number for number, line in enumerate(lines, start=1) for name in line.split("|")}


#: Gregorian months, by region. Each list has twelve lines' worth of names, January first.
MONTH_SYSTEMS: dict[str, tuple[str, ...]] = {
    "international": (
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
        "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    "levant": (
        "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
        "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
    ),
    "algeria-tunisia": (
        "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان",
        "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    "morocco": (
        "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو",
        "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر",
    ),
}  # fmt: skip

#: Spellings beside the lists above.
_MONTH_VARIANTS = (
    "كانون ثاني|كانون ثان", "فبرائر|شباط", "اذار", "ابريل|إبريل|نيسان", "مايو", "يونية|يونيه|حزيران",
    "يولية|يوليه|جولية", "اغسطس|اغشت|أوغسطس", "سبتنبر", "تشرين أول|اكتوبر", "تشرين ثاني|تشرين ثان|نوفبر",
    "كانون أول|دسمبر",
)  # fmt: skip

MONTHS: dict[tuple[str, ...], int] = {
    **_phrases(_MONTH_VARIANTS),
    **{_words(name): i for names in MONTH_SYSTEMS.values() for i, name in enumerate(names, start=1)},
}

#: Months of the Islamic calendar, Muharram first. Shared with :data:`MONTHS`: a table of word tuples.
HIJRI_MONTHS: dict[tuple[str, ...], int] = _phrases(
    (
        "محرم|المحرم|محرم الحرام",
        "صفر",
        "ربيع الأول|ربيع أول",
        "ربيع الآخر|ربيع الثاني|ربيع ثاني",
        "جمادى الأولى|جمادى الأول|جماد الأول|جمادي الأولى",
        "جمادى الآخرة|جمادى الثانية|جمادى الآخر|جماد الثاني|جمادى الثاني|جماد الآخر",
        "رجب",
        "شعبان",
        "رمضان|رمضان المبارك",
        "شوال",
        "ذو القعدة|ذي القعدة|ذا القعدة",
        "ذو الحجة|ذي الحجة|ذا الحجة",
    )
)

#: Names of months that are also ordinary words or names: مارس "practised", إب (a city), ماي (a surname).
#: Without a day number they need a word that says that a month is meant.
AMBIGUOUS_MONTHS = _set("مارس آب ماي جوان أوت نيسان محرم صفر رجب شعبان رمضان شوال")
#: Hijri months that are read only beside a year: "2 صفر" is a score, "5 رجب" could be a house.
HIJRI_NEEDS_YEAR = _set("صفر")

#: Monday is 0, as in :meth:`datetime.date.weekday`.
WEEKDAYS: dict[str, int] = {
    fold(name): i
    for i, names in enumerate(
        (
            "الاثنين الإثنين الاتنين",
            "الثلاثاء الثلثاء الثلاثا",
            "الأربعاء الاربعا",
            "الخميس",
            "الجمعة",
            "السبت",
            "الأحد",
        )
    )
    for name in names.split()
}
#: A weekday after these is a habit or part of a name, not a day; likewise before the second list.
WEEKDAY_NOT_AFTER = _set("أيام كل أحد صحيفة")
WEEKDAY_NOT_BEFORE = _set("السوداء الأسود الدامي العظيمة الحزين")

#: Phrases that count days from the day of publication; longest match wins.
RELATIVE_DAYS: dict[tuple[str, ...], int] = {
    _words(phrase): days
    for days, phrases in {
        -2: "أمس الأول|أول أمس|أول من أمس|أمس الاول|قبل أمس|أول البارحة",
        -1: "أمس|الأمس|البارحة|الليلة الماضية|الليلة الفائتة|ليلة البارحة",
        0: "اليوم|الليلة|هذا اليوم|هذا المساء|هذا الصباح|هذه الليلة",
        1: "غدا|غد|الغد|الليلة المقبلة",
        2: "بعد غد|بعد الغد|بعد غدا",
    }.items()
    for phrase in phrases.split("|")
}
#: اليوم is no date in the names of media, nor where an ordinal or "same", "next" follows.
TODAY_NOT_AFTER = _set("نفس ذات المصري روسيا عين أخبار فلسطين حتى إلى ذلك عربي")
TODAY_NOT_BEFORE = _set(
    "التالي نفسه ذاته السابق الوطني العالمي الدولي الواحد الموالي المذكور الذي المقبل القادم الأخير الثاني"
    " الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الآخر"
)

#: Before a day; they belong to its expression.
DAY_LEADS = _set(
    "يوم يومي أيام نهار ليل ليلة مساء صباح فجر ظهر عصر ضحى منتصف أواخر مطلع بداية أوائل مستهل أواسط نهاية"
    " ختام شهر بتاريخ تاريخ"
)
#: Times of day with "after" and "before": بعد عصر أمس is yesterday.
HOURS = _set("ظهر عصر مغرب عشاء")
LATE = _set("متأخر متأخرة مبكر مبكرة")
#: Parts of a period: what they name has no single day.
EDGES = _set("مطلع بداية أوائل مستهل منتصف أواسط وسط نهاية أواخر ختام")
#: Before these the happening lies before, after or around the day and not on it.
CUES = _set("حتى لغاية بحلول منذ قبل بعد عشية منذ")

#: Directions in time: -1 before, 0 the present one, 1 after.
DIRECTIONS: dict[str, int] = {
    fold(word): direction
    for direction, words in {
        -1: "الماضي الماضية الفائت الفائتة المنصرم المنصرمة الماضيين الفائتين",
        0: "الجاري الجارية الحالي الحالية",
        1: "المقبل المقبلة القادم القادمة المقبلين القادمين",
    }.items()
    for word in words.split()
}
DEMONSTRATIVES = _set("هذا هذه")

#: Periods with the article, as in الشهر الماضي.
PERIODS: dict[str, str] = {
    fold(word): unit
    for unit, words in {"week": "الأسبوع", "month": "الشهر", "year": "العام السنة"}.items()
    for word in words.split()
}
#: Several of them, as in الأيام المقبلة and السنوات الخمس الماضية; they name no day.
SPANS: dict[str, str] = {
    fold(word): unit
    for unit, words in {
        "day": "اليومين الأيام الساعات",
        "week": "الأسبوعين الأسابيع",
        "month": "الشهرين الأشهر الشهور",
        "year": "العامين السنتين الأعوام السنوات السنين",
    }.items()
    for word in words.split()
}
#: Lengths of time: (unit, how many); 0 where a number has to say it.
LENGTHS: dict[str, tuple[str, int]] = {
    fold(word): (unit, count)
    for (unit, count), words in {
        ("day", 1): "يوم يوما",
        ("day", 2): "يومين يومان",
        ("day", 0): "أيام",
        ("week", 1): "أسبوع أسبوعا",
        ("week", 2): "أسبوعين أسبوعان",
        ("week", 0): "أسابيع",
        ("month", 1): "شهر شهرا",
        ("month", 2): "شهرين شهران",
        ("month", 0): "أشهر شهور",
        ("year", 1): "عام عاما سنة",
        ("year", 2): "عامين عامان سنتين سنتان",
        ("year", 0): "أعوام سنوات سنين",
    }.items()
    for word in words.split()
}
BACKWARD = _set("قبل منذ")
FORWARD = _set("بعد")
#: After a length: قبل أيام قليلة, منذ يوم واحد.
LENGTH_TAILS = _set("واحد واحدة اثنين فقط قليلة معدودة عدة مضت خلت تقريبا")
YEAR_WORDS = _set("عام سنة العام")
#: Before a bare number of four digits they make it a year.
YEAR_CUES = _set("في منذ بحلول")
#: Before مارس and ماي they make it a month; من would not: من مارس is "who practised".
MONTH_CUES = _set("في منذ خلال حتى بحلول")

#: The number is part of a name: حركة 14 آذار, ثورة 25 يناير.
NAME_HEADS = _set("قوى حركة ثورة شارع جسر ميدان تحالف فريق تيار كوبري ساحة مدينة جامعة مستشفى جائزة قاعدة")
#: "which is", between a day in two calendars.
EQUALS = _set("الموافق الموافقة المصادف المصادفة")
HIJRI_MARKS = _set("هـ هجري هجرية للهجرة")
GREGORIAN_MARKS = _set("م ميلادي ميلادية")
#: Between the two ends of a range.
RANGE_JOINTS = _set("و أو إلى حتى وحتى وإلى لغاية") | frozenset("-–—")
#: Days that are named without their year long after it. They are meant unless the last such day, or a
#: coming one, is near the publication; with one of ``KNOWN_HEADS`` before the date, always.
KNOWN_YEARS: dict[tuple[int, int], int] = {(9, 11): 2001, (10, 7): 2023}
KNOWN_HEADS = _set("هجمات هجوم أحداث اعتداءات عملية عمليات حرب معركة")
RANGE_STARTS = _set("من بين")

_ONES = "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر"
_ONES_BEFORE_TENS = "الحادي الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع"


def _ordinals() -> dict[tuple[str, ...], int]:
    """Spell the ordinals from first to thirty-first."""
    table: dict[tuple[str, ...], int] = {(word,): n for n, word in enumerate(_words(_ONES), start=1)}
    # The Maghreb leaves out the article: سابع أكتوبر, فاتح ماي.
    table |= {(word.removeprefix("ال"),): n for (word,), n in table.items()}
    table[_words("الفاتح")] = table[_words("فاتح")] = 1
    for n, word in enumerate(_words(_ONES_BEFORE_TENS), start=1):
        forms = (word, fold("الواحد")) if n == 1 else (word,)
        for form in forms:
            table[form, fold("عشر")] = 10 + n
            table[form, fold("والعشرين")] = table[form, fold("والعشرون")] = 20 + n
    for form in _words("الحادي الواحد"):
        table[form, fold("والثلاثين")] = table[form, fold("والثلاثون")] = 31
    table |= {_words("العشرين"): 20, _words("العشرون"): 20, _words("الثلاثين"): 30, _words("الثلاثون"): 30}
    return table


#: Ordinals as days of the month: السابع, الخامس والعشرين.
ORDINALS = _ordinals()

#: Numbers before a length of time, in both genders.
CARDINALS: dict[str, int] = {
    fold(word): number
    for number, words in enumerate(
        (
            "واحد واحدة", "اثنين اثنتين", "ثلاثة ثلاث", "أربعة أربع", "خمسة خمس", "ستة ست",
            "سبعة سبع", "ثمانية ثماني ثمان", "تسعة تسع", "عشرة عشر",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
CARDINALS |= {fold("عشرين"): 20, fold("ثلاثين"): 30}

_HIJRI_EPOCH = 227015  # 16 July 622 Julian, as a day number where 1 January of year 1 is 1


def hijri_day(year: int, month: int, day: int) -> dt.date:
    """Convert a day of the Islamic calendar, by arithmetic.

    The tabular calendar has eleven leap years in thirty; the calendars of states go by sighting or
    astronomy and differ from it by a day or two.

    Parameters
    ----------
    year, month, day : int

    Returns
    -------
    datetime.date

    Notes
    -----
    ``fixed-from-islamic`` in N. Dershowitz and E. M. Reingold, *Calendrical Calculations*, Cambridge
    University Press, chapter "The Islamic Calendar".

    Examples
    --------
    >>> hijri_day(1445, 12, 10)
    datetime.date(2024, 6, 17)
    """
    days = day + 29 * (month - 1) + (6 * month - 1) // 11 + (year - 1) * 354 + (3 + 11 * year) // 30
    return dt.date.fromordinal(days + _HIJRI_EPOCH - 1)
