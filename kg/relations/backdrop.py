"""The occasion told after what was said there: "جاء ذلك خلال مؤتمر صحفي في الرباط أمس"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.relations import grammar
from kg.relations.places import named_place
from kg.relations.triggers import Trigger
from kg.relations.units import Sentence, Unit
from kg.text.dates import DateMention

#: How many units may stand between "it came" and "during".
_REACH = 6


@dataclass(frozen=True, slots=True)
class Backdrop:
    """Where and when what was told before took place.

    Parameters
    ----------
    start : int
        Offset of the sentence that says so.
    place_id : str or None
    date : datetime.date or None
    people : frozenset of str
        Those that the sentence names: it speaks of all that they said.
    """

    start: int
    place_id: str | None
    date: dt.date | None
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class Act:
    """When somebody did what is no relation: what he says next is of that day.

    Parameters
    ----------
    start : int
        Offset of the sentence that says so.
    actor : str
    date : datetime.date
    """

    start: int
    actor: str
    date: dt.date


def backdrop_of(
    sentence: Sentence,
    triggers: Sequence[Trigger],
    dates: Mapping[int, DateMention],
    parties: Collection[str],
    lexicon: Lexicon,
) -> Backdrop | None:
    """Read where and when a sentence says that what was told before took place.

    Parameters
    ----------
    sentence : Sentence
    triggers : sequence of Trigger
        Those of the sentence.
    dates : mapping of int to DateMention
        By first token.
    parties : collection of str
        Parties of the claims of the sentence.
    lexicon : Lexicon

    Returns
    -------
    Backdrop or None

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import Span, parse
    >>> from kg.text.dates import find_dates
    >>> lexicon = load()
    >>> text = parse(Document("d", "جاء ذلك خلال مؤتمر صحفي في الرباط أمس.", date=dt.date(2024, 5, 8)))
    >>> references = find_actors(text, lexicon).references
    >>> dates = {m.first: m for m in find_dates(text.tokens, text.document.date)}
    >>> spans = [Span(m.first, m.last) for m in dates.values()]
    >>> sentence = read_sentences(text, references, spans, lexicon)[0]
    >>> told = backdrop_of(sentence, [], dates, [], lexicon)
    >>> told.place_id, str(told.date)
    ('rabat', '2024-05-07')
    """
    during = _during(sentence.units)
    if during is None:
        return None
    units = sentence.units[during:]
    days = [dates[u.first].day for u in units if u.kind == "date" and not dates[u.first].cue]
    place = named_place(sentence, triggers, during, parties, lexicon)
    if place is None and not any(days):
        return None
    people = frozenset(u.ref.actor for u in sentence.units if u.ref is not None) | frozenset(parties)
    start = sentence.text.tokens[sentence.span.first].start
    return Backdrop(start, place, next((d for d in days if d is not None), None), people)


def _during(units: tuple[Unit, ...]) -> int | None:
    """Find the unit of "during" behind "it came"."""
    for i, unit in enumerate(units):
        if unit.norm not in grammar.CAME:
            continue
        for j in range(i + 1, min(i + 1 + _REACH, len(units))):
            if units[j].kind in ("complementizer", "colon", "quote"):
                break
            if units[j].norm in grammar.DURING:
                return j
    return None
