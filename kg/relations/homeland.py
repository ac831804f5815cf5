"""Words for somebody's own country (بلاده): the state of whoever was just spoken of."""

from __future__ import annotations

from collections.abc import Mapping

from kg.actors.references import ActorReading, Reference
from kg.lexicon import Lexicon
from kg.text import Text, splits

_PRONOUNS = ("ه", "ها", "هم", "نا")
_GOVERNMENTS = frozenset({"حكومه", "سلطات", "قياده"})


def with_homelands(text: Text, reading: ActorReading, lexicon: Lexicon) -> tuple[Reference, ...]:
    """Add mentions of states as "his country", "her government's country".

    Parameters
    ----------
    text : Text
    reading : ActorReading
    lexicon : Lexicon
        For the nouns (``cues.ttl``) and the posts that known persons hold.

    Returns
    -------
    tuple of Reference
        Those of ``reading`` and the new ones, in order.
    """
    homes = _homes(reading, lexicon)
    if not homes:
        return reading.references
    taken = {i for r in reading.references for i in range(r.first, r.last)}
    holders = [r for r in reading.references if r.actor in homes]
    found = []
    for i, token in enumerate(text.tokens):
        if i in taken or not (reading_of := _homeland(token.norm, lexicon)):
            continue
        before = [r for r in holders if r.last <= i]
        if before:
            particles, letters = reading_of
            state = homes[before[-1].actor]
            found.append(_reference(text, i, particles, letters, state, taken))
    return tuple(sorted((*reading.references, *found), key=lambda r: (r.first, -r.last)))


def _homeland(norm: str, lexicon: Lexicon) -> tuple[str, int] | None:
    """Particles of a word that means somebody's country, and their number of letters."""
    for particles, noun in splits(norm):
        for pronoun in _PRONOUNS:
            if noun.endswith(pronoun) and noun.removesuffix(pronoun) in lexicon.cues.homelands:
                return particles, len(norm) - len(noun)
    return None


def _reference(text: Text, i: int, particles: str, letters: int, state: str, taken: set[int]) -> Reference:
    """Make the mention; "حكومة بلاده" is one."""
    first = i
    start = text.tokens[i].offset(letters) if letters else text.tokens[i].start
    if i and not particles and i - 1 not in taken:
        for before_particles, noun in splits(text.tokens[i - 1].norm):
            if noun in _GOVERNMENTS:
                first, particles = i - 1, before_particles
                before = text.tokens[first]
                start = before.offset(len(before.norm) - len(noun)) if before_particles else before.start
                break
    return Reference(
        first, i + 1, start, text.tokens[i].end, particles, state, "state", "homeland", "f", "s", False
    )


def _homes(reading: ActorReading, lexicon: Lexicon) -> Mapping[str, str]:
    """State of each person who holds a post of one, or of a body within one."""
    entries = lexicon.actors.entries
    homes: dict[str, str] = {}
    for actor in reading.actors:
        for term in lexicon.actors.held.get(actor.id, ()):
            state = _state(term.body, lexicon)
            if state:
                homes[actor.id] = state
    for office in reading.offices:
        if office.body_id is not None and (state := _state(office.body_id, lexicon)):
            homes.setdefault(office.holder_id, state)
    for actor in reading.actors:
        if actor.type == "organization" and actor.id in entries and entries[actor.id].within:
            homes[actor.id] = entries[actor.id].within
    return homes


def _state(body: str, lexicon: Lexicon) -> str:
    entry = lexicon.actors.entries.get(body)
    if entry is None:
        return ""
    return body if entry.actor.type == "state" else entry.within
