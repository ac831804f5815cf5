"""Readers for the pieces of a date: each looks at one position of the tokens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from kg.text import calendar_tables as tables
from kg.text.clitics import splits
from kg.text.date_parts import Calendar, Length, Offset, Piece, Precision, Week, Weekday, day_of, shift
from kg.text.tokens import Token

T = TypeVar("T")
#: A piece and the position after it.
Read = tuple[Piece, int] | None
DASHES = frozenset("-–—/")
_PRECISIONS: dict[str, Precision] = {"day": "week", "week": "week", "month": "month", "year": "year"}


def _starters() -> frozenset[str]:
    """Words that can begin an expression."""
    first_words = {
        phrase[0]
        for table in (tables.MONTHS, tables.HIJRI_MONTHS, tables.RELATIVE_DAYS, tables.ORDINALS)
        for phrase in table
    }
    groups: tuple[frozenset[str] | dict[str, int] | dict[str, str], ...] = (
        tables.WEEKDAYS, tables.PERIODS, tables.DEMONSTRATIVES, tables.YEAR_WORDS,
        tables.SPANS, tables.BACKWARD, tables.FORWARD,
    )  # fmt: skip
    return frozenset(first_words.union(*groups))


_STARTERS = _starters()


@lru_cache(maxsize=100_000)
def starter(norm: str) -> tuple[str, int] | None:
    """Split a folded word into the word that begins a date and the number of letters stuck before it."""
    if norm in _STARTERS:
        return norm, 0
    for particles, noun in splits(norm):
        # A particle before a short or ambiguous word makes another word: باب, لامس, لمارس.
        ambiguous = noun in tables.AMBIGUOUS_MONTHS or (particles.endswith("ل") and noun == "امس")
        if noun in _STARTERS and not ambiguous:
            return noun, len(particles)
    return None


def may_begin(token: Token) -> bool:
    """Tell whether a date may begin with a token; few do, and the others need no closer look."""
    return token.kind == "number" or (token.kind == "word" and starter(token.norm) is not None)


@lru_cache(maxsize=100_000)
def strip(norm: str) -> str:
    """Folded word without particles, where that leaves a word of the tables; else as it is."""
    for _, noun in splits(norm):
        if noun in tables.DAY_LEADS or noun in tables.TODAY_NOT_AFTER or noun in tables.WEEKDAYS:
            return noun
    return norm


class PieceReader:
    """Reads pieces of dates at token positions. Every method gives the piece and the position after it."""

    def __init__(self, tokens: Sequence[Token], published: dt.date | None) -> None:
        self.tokens = tokens
        self.published = published
        self.norms = [t.norm for t in tokens]

    # -- small helpers ------------------------------------------------------------------------------

    def norm(self, i: int) -> str:
        """Folded token at ``i``; empty beyond the text."""
        return self.norms[i] if 0 <= i < len(self.norms) else ""

    def number(self, i: int, low: int, high: int) -> int | None:
        """Whole number at ``i`` within bounds."""
        if 0 <= i < len(self.tokens) and self.tokens[i].kind == "number":
            norm = self.norms[i]
            if norm.isdigit() and len(norm) <= 4 and low <= int(norm) <= high:
                return int(norm)
        return None

    def phrase(self, table: dict[tuple[str, ...], T], i: int, first: str = "") -> tuple[T, int] | None:
        """Longest entry of a table at ``i``; ``first`` stands for the first word without its particles."""
        for length in (3, 2, 1):
            if i + length <= len(self.norms):
                words = (first or self.norms[i], *self.norms[i + 1 : i + length])
                if words in table:
                    return table[words], i + length
        return None

    def piece(self, i: int) -> Read:
        """Piece that begins at ``i``, of any sort."""
        token = self.tokens[i]
        if token.kind == "number":
            return self.numeric(i) or self.day_and_month(i) or self.bare_year(i)
        if token.kind != "word":
            return None
        found = starter(token.norm)
        if found is None:
            return None
        word = found[0]
        return (
            self.relative(i, word)
            or self.weekday(i, word)
            or self.day_and_month(i, word)
            or self.month(i, word)
            or self.period(i, word)
            or self.several(i, word)
            or self.year(i, word)
            or self.length(i, word)
        )

    # -- pieces -------------------------------------------------------------------------------------

    def relative(self, i: int, word: str) -> Read:
        """أمس, غداً, بعد غد, الليلة الماضية."""
        found = self.phrase(tables.RELATIVE_DAYS, i, word)
        if found is None:
            return None
        days, last = found
        if word == "اليوم":
            before = strip(self.norm(i - 1))
            name = before in tables.TODAY_NOT_AFTER and self.norm(last) not in tables.WEEKDAYS
            if name or self.norm(last) in tables.TODAY_NOT_BEFORE:
                return None
        if word == "الغد" and self.norm(i - 1) in ("حزب", "صحيفه", "جريده", "قناه", "تيار"):
            return None
        return Offset(days), last

    def weekday(self, i: int, word: str) -> Read:
        """الاثنين, الاثنين الماضي, الاثنين قبل الماضي, الاثنين من الأسبوع المقبل."""
        index = tables.WEEKDAYS.get(word)
        if index is None or self.norm(i - 1) in tables.WEEKDAY_NOT_AFTER:
            return None
        j = i + 1
        if self.norm(j) in tables.WEEKDAY_NOT_BEFORE:
            return None
        direction = tables.DIRECTIONS.get(self.norm(j))
        if direction is not None:
            return Weekday(index, direction), j + 1
        if self.norm(j) == "قبل" and tables.DIRECTIONS.get(self.norm(j + 1)) == -1:
            return Weekday(index, -1, 1), j + 2
        if self.norm(j) == "بعد" and tables.DIRECTIONS.get(self.norm(j + 1)) == 1:
            return Weekday(index, 1, 1), j + 2
        return Weekday(index), j

    def numeric(self, i: int) -> Read:
        """25/6/2024, 2024-06-25, 25.6.2024, 25 / 6 / 2024, and the same with Hijri years."""
        parts = self.norms[i].replace("–", "-").replace(".", "/").replace("-", "/").split("/")
        last = i + 1
        if len(parts) == 1 and self.norm(i + 1) in DASHES and self.norm(i + 3) == self.norm(i + 1):
            parts, last = [self.norms[i], self.norm(i + 2), self.norm(i + 4)], i + 5
        if len(parts) == 2 and self.dated_before(i):
            parts = [*parts, ""]
        if len(parts) != 3 or not all(p.isdigit() for p in parts if p) or not (parts[0] and parts[1]):
            return None
        calendar = _from_numbers(parts)
        return None if calendar is None else (calendar, self.mark(last))

    def dated_before(self, i: int) -> bool:
        """Tell whether the words before make 25/6 a day and no fraction."""
        before = self.norm(i - 1)
        return before in ("يوم", "بتاريخ", "تاريخ") or strip(before) in tables.WEEKDAYS

    def day_and_month(self, i: int, word: str = "") -> Read:
        """24 يونيو, الـ26 من شهر آذار/مارس الماضي, السابع من أكتوبر, 3 و4 يونيو, 24 الجاري."""
        read = self.days(i, word)
        if read is None or self.norm(self.name_head(i)) in tables.NAME_HEADS:
            return None
        day, j = read
        article_of = self.norm(j) == "من"
        j += article_of
        slash = not word and self.norm(j) in DASHES
        month = self.month_at(j + slash, day)
        if month is not None:
            known = self.norm(self.name_head(i)) in tables.KNOWN_HEADS
            return replace(month[0], known=known), month[1]
        if not article_of and tables.DIRECTIONS.get(self.norm(j)) == 0 and not word:
            year, number = self.shifted_month(0)
            return Calendar(day, number, year), j + 1
        period = self.period(j, self.norm(j))
        of_month = tables.PERIODS.get(self.norm(j + (self.norm(j) in tables.DEMONSTRATIVES))) == "month"
        if period is not None and isinstance(period[0], Calendar) and of_month:
            return replace(period[0], day=day), period[1]
        return None

    def name_head(self, i: int) -> int:
        """Position of the word before a number, its article and يوم passed over."""
        return i - 2 if self.norm(i - 1) in ("ال", "يوم") else i - 1

    def days(self, i: int, word: str) -> tuple[int, int] | None:
        """Day number, or the first of several: 24, 3-5, 3 و4, 3 إلى 5, السابع."""
        if word:
            return self.phrase(tables.ORDINALS, i, word)
        dash = self.norms[i].replace("–", "-").split("-")
        if len(dash) > 1 and all(p.isdigit() and 1 <= int(p) <= 31 for p in dash):
            return int(dash[0]), i + 1
        day = self.number(i, 1, 31)
        if day is None or (self.tokens[i].text.startswith(("0", "٠")) and len(self.norms[i]) != 2):
            return None
        j = i + 1
        while (after := self.further_day(j)) is not None:
            j = after
        return day, j

    def further_day(self, i: int) -> int | None:
        """Position after "and 25", "to 5" and the like, if a month follows in the end."""
        if self.norm(i) not in tables.RANGE_JOINTS:
            return None
        j = i + 1
        while self.norm(j) in tables.RANGE_JOINTS or self.norm(j) in ("ال", "يوم"):
            j += 1
        return j + 1 if self.number(j, 1, 31) is not None else None

    def month_at(self, i: int, day: int | None) -> tuple[Calendar, int] | None:
        """Month name with what follows it; the word شهر may stand before it."""
        if self.norm(i) == "شهر":
            i += 1
        for table, hijri in ((tables.MONTHS, False), (tables.HIJRI_MONTHS, True)):
            found = self.phrase(table, i)
            if found is not None:
                number, last = found
                calendar, last = self.month_tail(number, last, hijri)
                if hijri and calendar.year is None and self.norm(i) in tables.HIJRI_NEEDS_YEAR:
                    return None
                return replace(calendar, day=day), last
        return None

    def month_tail(self, month: int, i: int, hijri: bool) -> tuple[Calendar, int]:
        """Second name of the month, year, and الماضي or العام المقبل after a month."""
        if not hijri:
            i = self.other_name(month, i)
        j = i + (self.norm(i) in ("،", ",") or self.norm(i) in DASHES)
        while self.norm(j) in ("من", "في", "ل", "لعام") or self.norm(j) in tables.YEAR_WORDS:
            j += 1
        year = self.number(j, *((1300, 1500) if hijri else (1800, 2100)))
        if year is not None:
            return Calendar(None, month, year, None, hijri), self.mark(j + 1)
        direction = tables.DIRECTIONS.get(self.norm(i))
        if direction is not None:
            return Calendar(None, month, None, direction, hijri), i + 1
        if self.norm(i) == "من":
            period = self.period(i + 1, self.norm(i + 1))
            if period is not None and isinstance(period[0], Calendar) and period[0].month is None:
                return Calendar(None, month, period[0].year, None, hijri), period[1]
        return Calendar(None, month, None, None, hijri), self.mark(i) if hijri else i

    def other_name(self, month: int, i: int) -> int:
        """Pass over the name of the same month in another system: /يونيو, (يونيو), يونيو."""
        opened = self.norm(i) == "("
        j = i + (opened or self.norm(i) in DASHES)
        found = self.phrase(tables.MONTHS, j) if j < len(self.norms) else None
        if found is None or found[0] != month:
            return i
        return found[1] + 1 if opened and self.norm(found[1]) == ")" else found[1]

    def mark(self, i: int) -> int:
        """Pass over م, هـ and their like after a year."""
        return i + (self.norm(i) in tables.HIJRI_MARKS or self.norm(i) in tables.GREGORIAN_MARKS)

    def month(self, i: int, word: str) -> Read:
        """Month without a day: يونيو 2024, أكتوبر الماضي, شهر رمضان."""
        for table, hijri in ((tables.MONTHS, False), (tables.HIJRI_MONTHS, True)):
            found = self.phrase(table, i, word)
            if found is None:
                continue
            month, plain = found
            if self.tokens[i - 1].kind == "number" and i and self.tokens[i].text[0] not in "وف":
                return None  # the number made no day of it: حركة 14 آذار
            calendar, last = self.month_tail(month, plain, hijri)
            before = strip(self.norm(i - 1))
            cued = before == "شهر" or before in tables.EDGES
            cued = cued or (before in tables.MONTH_CUES and word in ("مارس", "ماي"))
            certain = last > plain or cued or (not hijri and word not in tables.AMBIGUOUS_MONTHS)
            return (calendar, last) if certain else None
        return None

    def period(self, i: int, word: str) -> Read:
        """الشهر الماضي, هذا العام, مطلع الأسبوع."""
        this = word in tables.DEMONSTRATIVES
        unit = tables.PERIODS.get(self.norm(i + 1) if this else word)
        if unit is None:
            return None
        last = i + 1 + this
        shift = 0 if this else tables.DIRECTIONS.get(self.norm(last))
        last += not this and shift is not None
        if shift is None and self.norm(last) == "قبل" and tables.DIRECTIONS.get(self.norm(last + 1)) == -1:
            shift, last = -2, last + 2
        edge = strip(self.norm(i - 1)) in tables.EDGES
        if shift is None and not edge:
            return None
        if unit == "week":
            return Week(shift), last
        if unit == "month":
            year, month = self.shifted_month(shift or 0)
            return Calendar(None, month, year), last
        return Calendar(year=self.published.year + (shift or 0) if self.published else None), last

    def several(self, i: int, word: str) -> Read:
        """Read الأيام المقبلة, الأسبوعين الماضيين, السنوات الخمس الماضية: times without a day."""
        unit = tables.SPANS.get(word)
        if unit is None:
            return None
        for last in (i + 2, i + 3):
            if self.norm(last - 1) in tables.DIRECTIONS:
                return Length(None, _PRECISIONS[unit], kind="period"), last
        return None

    def shifted_month(self, shift: int) -> tuple[int | None, int | None]:
        """Year and month ``shift`` months from the publication."""
        if self.published is None:
            return None, None
        months = self.published.year * 12 + self.published.month - 1 + shift
        return months // 12, months % 12 + 1

    def year(self, i: int, word: str) -> Read:
        """عام 2015."""
        if word in tables.YEAR_WORDS:
            year = self.number(i + 1, 1500, 2100)
            if year is not None:
                return Calendar(year=year), self.mark(i + 2)
        return None

    def bare_year(self, i: int) -> Read:
        """في 2015, منذ 2011."""
        year = self.number(i, 1900, 2100)
        if year is not None and self.norm(i - 1) in tables.YEAR_CUES:
            return Calendar(year=year), self.mark(i + 1)
        return None

    def length(self, i: int, word: str) -> Read:
        """قبل يومين, منذ ثلاثة أيام, بعد أسبوع; nothing where another happening is counted from."""
        if word not in tables.BACKWARD and word not in tables.FORWARD:
            return None
        j = i + 1
        if self.norm(j) == "نحو":
            j += 1
        count = self.number(j, 1, 999) or tables.CARDINALS.get(self.norm(j))
        j += count is not None
        unit, own = tables.LENGTHS.get(self.norm(j), ("", 0))
        count = own if count is None else count
        # "day after day", "since the year 2011", "since the month of May", "since Friday" are no lengths.
        named = own == 1 and self.names_a_date(j + 1)
        if not unit or named or (word == "منذ" and not count) or self.norm(i - 1) in tables.LENGTHS:
            return None
        last = j + 1
        while self.norm(last) in tables.LENGTH_TAILS:
            last += 1
        after = self.norm(last)
        if after in ("من", "علي") and not (after == "من" and self.norm(last + 1) in ("الان", "اليوم")):
            return Length(None, "day"), last
        return self.counted(unit, count if word in tables.FORWARD else -count), last

    def names_a_date(self, i: int) -> bool:
        """Tell whether a number, a weekday or a month stands at ``i``."""
        if i >= len(self.tokens):
            return False
        if self.tokens[i].kind == "number" or self.norms[i] in tables.WEEKDAYS:
            return True
        return any(self.phrase(table, i) for table in (tables.MONTHS, tables.HIJRI_MONTHS))

    def counted(self, unit: str, count: int) -> Length:
        """Day that lies ``count`` units away; None for units that are too rough for one."""
        if unit == "day" or unit == "week":
            days = count * (7 if unit == "week" else 1)
            open_day = self.published is None or not count
            day = None if open_day else shift(self.published, days)  # type: ignore[arg-type]
            return Length(day, "day" if unit == "day" else "week", unit == "week" and day is not None)
        return Length(None, "month" if unit == "month" else "year")


def _from_numbers(parts: list[str]) -> Calendar | None:
    """Day, month and year of three numbers in any usual order."""
    a, b, c = (int(p) if p else 0 for p in parts)
    if len(parts[0]) == 4:
        year, month, day = a, b, c
    elif len(parts[2]) in (0, 2, 4):
        day, month, year = a, b, c
        if month > 12 >= day:
            day, month = month, day
    else:
        return None
    if len(parts[2]) == 2 and len(parts[0]) != 4:
        year += 2000
    hijri = 1300 <= year <= 1500
    calendar = Calendar(day, month, year or None, None, hijri)
    plausible = 1 <= month <= 12 and 1 <= day <= 31 and (not year or hijri or 1800 <= year <= 2100)
    return calendar if plausible and (not year or day_of(calendar) is not None) else None
