"""Dates in Arabic news text, counted from the day of publication.

The tokens are read once. At each word that can begin a date (one dictionary look-up), small readers
(:mod:`kg.text.date_reader`) try to take a piece: a relative day (أمس), a weekday, a calendar date in any
month system, a length of time (قبل يومين), a period (الشهر الماضي). Pieces that follow each other (أمس
الاثنين 24 يونيو) make one mention, and :mod:`kg.text.date_parts` decides which of them says the day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.text import calendar_tables as tables
from kg.text.date_parts import Calendar, Kind, Offset, Piece, Precision, Week, Weekday, resolve
from kg.text.date_reader import PieceReader, Read, may_begin, starter, strip
from kg.text.tokens import Token

_SEPARATORS = frozenset("،,-–—/(")


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time.

    Parameters
    ----------
    start, end : int
        Offsets in the document, without attached particles.
    first, last : int
        Tokens, ``last`` exclusive.
    day : datetime.date or None
        The day, or the first day of a range; None where the text and the day of publication leave it open.
    ahead : datetime.date or None
        The day if what happens then is said in the future: another than ``day`` for a bare weekday
        (الخميس: the coming one) or a day and month without a year.
    precision : {'day', 'week', 'month', 'year'}
        How exactly the words speak.
    kind : {'relative', 'weekday', 'calendar', 'offset', 'period'}
        ``relative`` for أمس and its like, ``offset`` for قبل يومين, ``period`` for what is no day.
    cue : str
        Folded word before the expression which says that the happening lies before, after or up to it
        (حتى، منذ، قبل، بعد، بحلول); empty where it lies on it.
    approximate : bool
        True where the day was computed by a rule that may be off: Hijri dates, "a week ago".

    Examples
    --------
    >>> from kg.text.tokens import tokenize
    >>> (found,) = find_dates(list(tokenize("يعود الخميس")), dt.date(2024, 6, 25))
    >>> str(found.day), str(found.ahead), found.kind
    ('2024-06-20', '2024-06-27', 'weekday')
    """

    start: int
    end: int
    first: int
    last: int
    day: dt.date | None
    ahead: dt.date | None
    precision: Precision
    kind: Kind
    cue: str = ""
    approximate: bool = False


def find_dates(tokens: Sequence[Token], published: dt.date | None) -> list[DateMention]:
    """Read the dates in a text.

    Parameters
    ----------
    tokens : sequence of Token
        A whole document or a sentence.
    published : datetime.date or None
        Day of publication. Without it, only dates with a year have a day.

    Returns
    -------
    list of DateMention
        In order, not overlapping.

    Examples
    --------
    >>> from kg.text.tokens import tokenize
    >>> tokens = list(tokenize("التقيا أمس الإثنين، ويعودان في ٢٥ حزيران/يونيو ٢٠٢٤"))
    >>> [(m.first, m.last, str(m.day)) for m in find_dates(tokens, dt.date(2024, 6, 18))]
    [(1, 3, '2024-06-17'), (6, 11, '2024-06-25')]
    """
    reader = _Reader(tokens, published)
    mentions: list[DateMention] = []
    floor = i = 0
    while i < len(tokens):
        read = reader.expression(i) if may_begin(tokens[i]) else None
        if read is None:
            i += 1
            continue
        pieces, last = read
        first = reader.with_leads(i, floor)
        mentions.append(reader.mention(pieces, first, i, last))
        floor = i = last
    return mentions


class _Reader(PieceReader):
    """Puts pieces together into expressions."""

    def expression(self, i: int) -> tuple[list[Piece], int] | None:
        """All pieces of the date that begins at ``i``."""
        read = self.piece(i)
        if read is None:
            return None
        piece, last = read
        pieces = [piece]
        while (joined := self.joined(pieces, last)) is not None:
            piece, last = joined
            pieces.append(piece)
        pieces, last = self.range_end(pieces, i, last)
        return pieces, last

    def joined(self, pieces: list[Piece], i: int) -> Read:
        """Read a piece that says the same day in another way: أمس | الاثنين | (24 يونيو)."""
        j, bracket = i, False
        if self.norm(j) in _SEPARATORS:
            bracket = self.norm(j) == "("
            j += 1
        week = j == i and self.norm(j) == "من"
        j += week
        if self.norm(j) in tables.EQUALS:
            j += 1
            if self.norm(j) in ("ل", "لل", "ال", "في"):
                j += 1
        while self.norm(j) in tables.DAY_LEADS or self.norm(j) == "ال":
            j += 1
        if j >= len(self.tokens):
            return None
        read = self.piece(j)
        if read is None or not _continues(pieces, read[0], self.norm(i) in _SEPARATORS):
            return None
        piece, last = read
        if week and not isinstance(piece, Week):
            return None
        if bracket and self.norm(last) == ")":
            last += 1
        return piece, last

    def range_end(self, pieces: list[Piece], first: int, last: int) -> tuple[list[Piece], int]:
        """Swallow the end of a range; its year and month hold for the beginning too."""
        head = pieces[-1]
        joint, j = self.norm(last), last + 1
        glued = joint not in tables.RANGE_JOINTS
        if glued:
            j = last
            if not (joint.startswith("و") and len(joint) > 1):
                return pieces, last
        elif joint == "و" and self.norm(j) in tables.RANGE_JOINTS:
            j += 1
        if j >= len(self.tokens) or (read := self.piece(j)) is None:
            return pieces, last
        end, after = read
        opened = self.norm(first - 1) in tables.RANGE_STARTS
        if isinstance(head, Weekday) and isinstance(end, Weekday) and head.direction is None:
            if end.index == head.index:
                return pieces, last
            return [*pieces[:-1], replace(head, direction=end.direction)], after
        if isinstance(head, Calendar) and isinstance(end, Calendar) and opened and not glued:
            if joint == "و" and self.norm(first - 1) != "بين":
                return pieces, last
            if head.year is None and head.direction is None:
                head = replace(head, year=end.year, direction=end.direction)
            return [*pieces[:-1], head], after
        return pieces, last

    def with_leads(self, i: int, floor: int) -> int:
        """Position where the expression begins with the words that lead up to it: مساء يوم."""
        first = i
        while first > floor:
            word = self.norm(first - 1)
            bare = word if word in tables.DAY_LEADS else strip(word)
            after_noon = word in ("بعد", "قبل") and self.norm(first) in tables.HOURS
            late = word == "من" and first - 1 > floor and self.norm(first - 2) in tables.LATE
            if bare in tables.DAY_LEADS or after_noon or self.is_article(first - 1):
                first -= 1
            elif late:
                first -= 3 if self.norm(first - 3) in ("وقت", "ساعه") and first - 3 >= floor else 2
            else:
                break
        return first

    def is_article(self, i: int) -> bool:
        """Tell whether token ``i`` is the article of a number: الـ26."""
        tokens = self.tokens
        return self.norms[i] == "ال" and i + 1 < len(tokens) and tokens[i].end == tokens[i + 1].start

    def mention(self, pieces: list[Piece], first: int, core: int, last: int) -> DateMention:
        """Mention of tokens ``first`` to ``last``, whose date itself begins at ``core``."""
        token = self.tokens[first]
        if first == core:
            found = starter(token.norm) if token.kind == "word" else None
            letters = found[1] if found else 0
            if found and letters and token.norm[letters:] != found[0]:
                letters -= 1  # للاثنين: the second ل is the article
        else:
            letters = 0 if token.norm in tables.DAY_LEADS else len(token.norm) - len(strip(token.norm))
        cue = self.norm(first - 1)
        cue = cue[1:] if cue[:1] in ("و", "ف") else cue
        meant = resolve(pieces, self.published)
        return DateMention(
            start=token.offset(letters),
            end=self.tokens[last - 1].end,
            first=first,
            last=last,
            day=meant.day,
            ahead=meant.ahead,
            precision=meant.precision,
            kind=meant.kind,
            cue=cue if cue in tables.CUES else "",
            approximate=meant.approximate,
        )


def _continues(pieces: list[Piece], piece: Piece, apart: bool) -> bool:
    """Tell whether a piece says the same day as those before it, rather than another day."""
    before = pieces[-1]
    if isinstance(piece, Weekday):
        return isinstance(before, Offset) and not (apart and piece.direction is not None)
    if isinstance(piece, Calendar):
        if isinstance(before, Calendar):
            return before.hijri != piece.hijri and before.day is not None and piece.day is not None
        return isinstance(before, Offset | Weekday) and piece.day is not None
    if isinstance(piece, Week):
        return isinstance(before, Weekday) and before.direction is None
    return False
