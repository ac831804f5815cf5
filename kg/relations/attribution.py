"""On whose word a claim stands: the speaker whose speech holds it, or the source that the article names."""

from __future__ import annotations

from dataclasses import dataclass

from kg.actors.references import Reference
from kg.lexicon import Lexicon
from kg.relations.units import Sentence, Unit

#: A name, a colon, and at least two words of speech.
_SHORTEST_HEADLINE = 4


@dataclass(frozen=True, slots=True)
class Region:
    """Tokens ``first`` to ``last`` (exclusive) that report what somebody said."""

    first: int
    last: int
    speaker: Reference


@dataclass(frozen=True, slots=True)
class Citation:
    """Units ``first`` to ``last`` that say on whose word a sentence stands."""

    first: int
    last: int
    source: Reference


def citations(sentence: Sentence, lexicon: Lexicon) -> list[Citation]:
    """Find where a sentence says whose word it gives: بحسب، وفق، نقلاً عن.

    Parameters
    ----------
    sentence : Sentence
    lexicon : Lexicon

    Returns
    -------
    list of Citation
    """
    found = []
    units = sentence.units
    cues = lexicon.cues.attribution
    for i, unit in enumerate(units):
        for length in cues.get(unit.norm, ()):
            phrase = tuple(u.norm for u in units[i : i + length])
            if (
                phrase in lexicon.cues.attribution_phrases
                and (source := _source(units, i + length)) is not None
            ):
                found.append(Citation(i, *source))
                break
    return found


def heading(sentence: Sentence) -> Reference | None:
    """Return the speaker of a headline such as "الكرملين: بوتين يزور الصين".

    Parameters
    ----------
    sentence : Sentence

    Returns
    -------
    Reference or None
        None for all but headlines that begin with a name and a colon; a state there is where the story comes
        from ("سوريا: ...").
    """
    units = sentence.units
    if not sentence.is_title or len(units) < _SHORTEST_HEADLINE or units[1].kind != "colon":
        return None
    speaker = units[0].ref
    if speaker is None or speaker.type in ("place", "state") or speaker.particles:
        return None
    return speaker


def _source(units: tuple[Unit, ...], first: int) -> tuple[int, Reference] | None:
    """Return the actor named soon after a cue, and the unit after it."""
    for j in range(first, min(first + 6, len(units))):
        if units[j].kind in ("comma", "complementizer", "colon"):
            return None
        reference = units[j].ref
        if reference is not None and reference.type != "place":
            return j + 1, reference
    return None
