"""On whose word a claim stands: the speaker whose speech holds it, or the source that the article names."""

from __future__ import annotations

from dataclasses import dataclass

from kg.actors.references import Reference
from kg.lexicon import Lexicon
from kg.relations.units import Sentence


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
    for i in range(len(units)):
        for length in (3, 2, 1):
            phrase = tuple(u.norm for u in units[i : i + length])
            if len(phrase) == length and phrase in lexicon.cues.attribution:
                for j in range(i + length, min(i + length + 6, len(units))):
                    if units[j].kind in ("comma", "complementizer", "colon"):
                        break
                    reference = units[j].ref
                    if reference is not None and reference.type != "place":
                        found.append(Citation(i, j + 1, reference))
                        break
                break
    return found
