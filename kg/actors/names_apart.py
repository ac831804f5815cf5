"""Names that stand apart from their titles, and what may stand before a name: honorifics, a nationality."""

from __future__ import annotations

from kg.actors import vocabulary as v
from kg.actors.names import read_name
from kg.actors.references import Phrase, Title
from kg.actors.tails import behind_preposition
from kg.actors.titles import is_comma
from kg.actors.words import Words


def read_honorific(w: Words, at: int, *, first: bool) -> tuple[str, int] | None:
    """Match an honorific or rank, with the point of an abbreviation."""
    found = w.term(at, "Honorific", particles=first) if w.words[at].classes & v.HONORIFIC else None
    if found is None:
        return None
    particles, end, _ = found
    if end - at == 1 and len(w.norms[at]) == 1:
        if not (end < w.count and w.norms[end] in (".", "/") and not w.stop[end]):
            return None
        end += 1
    return particles, end


def behind_comma(w: Words, end: int) -> Phrase | None:
    """Read the name behind a comma, perhaps with an honorific."""
    if not is_comma(w, end) or not w.goes_on(end + 1):
        return None
    start = end + 1
    honor = read_honorific(w, start, first=False)
    begin = honor[1] if honor is not None else start
    if not w.goes_on(begin):
        return None
    name = with_nationality(w, begin) or read_name(w, begin, titled=True)
    if name is None or name.particles or not (name.actor or name.last - name.first > 1):
        return None
    return name


def behind_place(w: Words, end: int, titles: list[Title]) -> Phrase | None:
    """Read the name behind the place of the office (رئيس المجلس في صنعاء، ...), where it surely is one."""
    if not w.goes_on(end + 1):
        return None
    place = behind_preposition(w, end, "في")
    if place is None or place.type not in ("place", "state", "organization"):
        return None
    start = place.last + is_comma(w, place.last)
    if not w.goes_on(start) or (start == place.last and place.type == "organization"):
        return None
    if start == place.last and titles[-1].states:
        return None  # the title is complete, and the place is that of the sentence
    honor = read_honorific(w, start, first=False)
    begin = honor[1] if honor is not None else start
    apart = start > place.last  # "رئيس المجلس في الجليل، غيورا زلاتس، إن"
    name = read_name(w, begin, titled=apart or honor is not None) if w.goes_on(begin) else None
    if name is None or name.particles or name.last - name.first < 2:
        return None
    if (
        apart
        and honor is None
        and not (name.actor or is_comma(w, name.last) or w.words[begin].plain & v.GIVEN)
    ):
        return None
    if place.type == "organization" and titles[-1].body is None:
        title = titles[-1]
        title.key += " " + w.folded(title.last, place.last)
        title.body, title.last = place, place.last
    return name


def with_nationality(w: Words, at: int) -> Phrase | None:
    """Read a nationality and a full name (الأميركي جون كيري)."""
    reading = w.words[at].reading(v.DEMONYM)
    if reading is None or not w.goes_on(at + 1):
        return None
    demonym = w.vocabulary.actors.demonyms[reading.noun]
    if not demonym.definite or demonym.number != "s":
        return None
    name = read_name(w, at + 1, titled=True)
    if name is None or name.particles or name.last - name.first < 2 or w.definite(name.first):
        return None
    name.first, name.particles = at, reading.particles
    return name
