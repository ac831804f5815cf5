"""What the pieces of a date are, and which day they mean together."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from kg.text.calendar_tables import KNOWN_YEARS, hijri_day

Precision = Literal["day", "week", "month", "year"]
Kind = Literal["relative", "weekday", "calendar", "offset", "period"]

#: A day and month without a year is taken as coming, not past, when it is at most this many days away.
_SOON = 60


@dataclass(frozen=True, slots=True)
class Offset:
    """Days counted from the publication: أمس.

    Parameters
    ----------
    days : int
        Negative for the past.

    Examples
    --------
    >>> str(resolve([Offset(-1)], dt.date(2024, 6, 25)).day)
    '2024-06-24'
    """

    days: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """Weekday, Monday 0; ``direction`` is that of الماضي, المقبل, ``weeks`` further ones to pass over.

    Parameters
    ----------
    index : int
        0 for Monday, to 6 for Sunday.
    direction : {-1, 0, 1} or None
    weeks : int

    Examples
    --------
    >>> found = resolve([Weekday(3)], dt.date(2024, 6, 25))
    >>> str(found.day), str(found.ahead)
    ('2024-06-20', '2024-06-27')
    """

    index: int
    direction: int | None = None
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class Calendar:
    """Day, month and year as far as said; ``direction`` is that of الماضي, المقبل after the month.

    Parameters
    ----------
    day, month, year : int or None
    direction : {-1, 0, 1} or None
    hijri : bool
        Of the Islamic calendar.
    known : bool
        Behind a word such as هجمات, which stands before days that are named without their year.

    Examples
    --------
    >>> str(day_of(Calendar(25, 6, 2024))), str(day_of(Calendar(1, 9, 1445, hijri=True)))
    ('2024-06-25', '2024-03-11')
    """

    day: int | None = None
    month: int | None = None
    year: int | None = None
    direction: int | None = None
    hijri: bool = False
    known: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """Length of time before or after the publication: قبل يومين.

    Parameters
    ----------
    day : datetime.date or None
        What it comes to.
    precision : {'day', 'week', 'month', 'year'}
    approximate : bool
    kind : {'relative', 'weekday', 'calendar', 'offset', 'period'}

    Examples
    --------
    >>> resolve([Length(dt.date(2024, 6, 23), "day")], dt.date(2024, 6, 25)).kind
    'offset'
    """

    day: dt.date | None
    precision: Precision
    approximate: bool = False
    kind: Kind = "offset"


@dataclass(frozen=True, slots=True)
class Week:
    """Week, counted from the one of the publication; None for one the text does not tell.

    Parameters
    ----------
    shift : int or None

    Examples
    --------
    >>> str(resolve([Weekday(3), Week(-1)], dt.date(2024, 6, 25)).day)
    '2024-06-20'
    """

    shift: int | None


Piece = Offset | Weekday | Calendar | Length | Week
Read = tuple[Piece, int] | None


def shift(day: dt.date, days: int) -> dt.date | None:
    """Day that lies ``days`` after another; None beyond the calendar.

    Parameters
    ----------
    day : datetime.date
    days : int
        Negative for days before.

    Returns
    -------
    datetime.date or None

    Examples
    --------
    >>> str(shift(dt.date(2024, 6, 25), -1)), shift(dt.date.max, 1)
    ('2024-06-24', None)
    """
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def day_of(calendar: Calendar) -> dt.date | None:
    """Gregorian day of a full date; None for one that no calendar has.

    Parameters
    ----------
    calendar : Calendar

    Returns
    -------
    datetime.date or None
        None too where day, month or year is not said.

    Examples
    --------
    >>> str(day_of(Calendar(25, 6, 2024))), day_of(Calendar(31, 6, 2024)), day_of(Calendar(25, 6))
    ('2024-06-25', None, None)
    """
    if calendar.year is None or calendar.month is None or calendar.day is None:
        return None
    try:
        if calendar.hijri:
            return hijri_day(calendar.year, calendar.month, calendar.day) if calendar.day <= 30 else None
        return dt.date(calendar.year, calendar.month, calendar.day)
    except ValueError:
        return None


class Resolved(NamedTuple):
    """What pieces say together; see :class:`kg.text.dates.DateMention`.

    Parameters
    ----------
    day, ahead : datetime.date or None
    precision : {'day', 'week', 'month', 'year'}
    kind : {'relative', 'weekday', 'calendar', 'offset', 'period'}
    approximate : bool

    Examples
    --------
    >>> resolve([Calendar(month=6, year=2024)], None)
    Resolved(day=None, ahead=None, precision='month', kind='period', approximate=False)
    """

    day: dt.date | None
    ahead: dt.date | None
    precision: Precision
    kind: Kind
    approximate: bool = False


def resolve(pieces: list[Piece], published: dt.date | None) -> Resolved:
    """Decide what the pieces of one expression together say.

    A Gregorian date outranks أمس, which outranks a Hijri date, which outranks a weekday. Where the weekday
    beside أمس or اليوم is another, the text is older than its publication, and the weekday is right.

    Parameters
    ----------
    pieces : list of Offset, Weekday, Calendar, Length or Week
        Those of one expression.
    published : datetime.date or None
        Day of publication.

    Returns
    -------
    Resolved

    Examples
    --------
    >>> both = [Offset(-1), Calendar(20, 6, 2024)]
    >>> str(resolve(both, dt.date(2024, 6, 25)).day)
    '2024-06-20'
    """
    weekday = next((p for p in pieces if isinstance(p, Weekday)), None)
    offset = next((p for p in pieces if isinstance(p, Offset)), None)
    calendars = sorted((p for p in pieces if isinstance(p, Calendar)), key=lambda p: p.hijri)
    length = next((p for p in pieces if isinstance(p, Length)), None)
    if calendars and (not calendars[0].hijri or offset is None):
        return _resolve_calendar(calendars[0], weekday, published)
    if offset is not None:
        day = None if published is None else shift(published, offset.days)
        if published and day and weekday and day.weekday() != weekday.index:
            last, coming = _nearest_weekday(weekday, None, published)
            day = coming if offset.days > 0 else last
        return Resolved(day, day, "day", "relative")
    if weekday is not None:
        week = next((p for p in pieces if isinstance(p, Week)), None)
        day, ahead = (None, None) if published is None else _nearest_weekday(weekday, week, published)
        return Resolved(day, ahead, "day", "weekday")
    if length is not None:
        return Resolved(length.day, length.day, length.precision, length.kind, length.approximate)
    return Resolved(None, None, "week", "period")


def _nearest_weekday(
    weekday: Weekday, week: Week | None, published: dt.date
) -> tuple[dt.date | None, dt.date | None]:
    """Day of a weekday, and the day it would be in the future.

    A weekday alone is the nearest one up to the day of publication: news reports what was. الماضي and
    المقبل never mean the day of publication itself.
    """
    back = (published.weekday() - weekday.index) % 7
    if week is not None and week.shift is not None:
        # Weeks begin on Sunday, as in most of the Arab world.
        sunday = (published.weekday() + 1) % 7
        day = shift(published, (weekday.index + 1) % 7 - sunday + 7 * week.shift)
        return day, day
    if weekday.direction == -1:
        day = shift(published, -(back or 7) - 7 * weekday.weeks)
        return day, day
    if weekday.direction == 1:
        day = shift(published, 7 - back + 7 * weekday.weeks)
        return day, day
    return shift(published, -back), shift(published, -back % 7)


def _resolve_calendar(calendar: Calendar, weekday: Weekday | None, published: dt.date | None) -> Resolved:
    if calendar.day is None:
        return Resolved(None, None, "year" if calendar.month is None else "month", "period")
    if calendar.month is None:
        return Resolved(None, None, "day", "calendar")
    day = ahead = day_of(calendar)
    if calendar.year is None:
        day, ahead = _nearest_years(calendar, weekday, published)
    if calendar.hijri and weekday is not None:
        # The weekday tells by how much the arithmetic differs from the calendar that the paper uses.
        day, ahead = _to_weekday(day, weekday), _to_weekday(ahead, weekday)
        return Resolved(day, ahead, "day", "calendar", day is not None and day.weekday() != weekday.index)
    return Resolved(day, ahead, "day", "calendar", calendar.hijri and day is not None)


def _to_weekday(day: dt.date | None, weekday: Weekday) -> dt.date | None:
    """Move a day by at most two so that it falls on a weekday."""
    for move in (0, -1, 1, -2, 2):
        if day is not None and (moved := shift(day, move)) and moved.weekday() == weekday.index:
            return moved
    return day


def _nearest_years(
    calendar: Calendar, weekday: Weekday | None, published: dt.date | None
) -> tuple[dt.date | None, dt.date | None]:
    """Supply the year: by الماضي, المقبل, else by the weekday, else the last one or a near one."""
    if published is None:
        return None, None
    # A Hijri year is about 354/365 of a Gregorian one; its count began in 622.
    base = (published.year - 622) * 33 // 32 if calendar.hijri else published.year
    # Eight years reach the 29th of February over a century without one.
    span = range(base - 8, base + 9)
    days = [day for year in span if (day := day_of(replace(calendar, year=year))) is not None]
    if calendar.direction == 0 and not calendar.hijri:
        days = [day for day in days if day.year == published.year] or days
    strict = calendar.direction in (-1, 1)
    past = max((d for d in days if d < published or (d == published and not strict)), default=None)
    coming = min((d for d in days if d > published or (d == published and not strict)), default=None)
    if calendar.direction == -1:
        return past, past
    if calendar.direction == 1:
        return coming, coming
    if calendar.direction == 0:
        day = past or coming
        return day, day
    if weekday is not None and not calendar.hijri:
        fits = [d for d in (past, coming) if d is not None and d.weekday() == weekday.index]
        if len(fits) == 1 or (fits and past == coming):
            return fits[0], fits[0]
    known = None if calendar.hijri else _known_day(calendar, past, coming, published)
    if known is not None:
        return known, coming
    soon = coming is not None and (coming - published).days <= _SOON
    return (coming if soon and not _recent(past, published) else past), coming


def _known_day(
    calendar: Calendar, past: dt.date | None, coming: dt.date | None, published: dt.date
) -> dt.date | None:
    """Day of a happening that the press names by day and month alone."""
    year = KNOWN_YEARS.get((calendar.month or 0, calendar.day or 0))
    day = None if year is None else day_of(replace(calendar, year=year))
    if day is None or day > published:
        return None
    near = any(other is not None and abs((other - published).days) <= _SOON for other in (past, coming))
    return day if calendar.known or not near else None


def _recent(past: dt.date | None, published: dt.date) -> bool:
    """Tell whether the last such day is nearer than any coming one can be taken for."""
    return past is not None and (published - past).days <= _SOON
