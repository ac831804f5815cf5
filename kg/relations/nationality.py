"""Nationality adjectives that say whose act a noun tells of."""

from __future__ import annotations

from collections.abc import Callable

from kg.actors.references import Reference
from kg.relations.units import Sentence, Unit
from kg.text.clitics import splits

#: Reads a nationality adjective as a mention of its state.
Nationality = Callable[[Unit], Reference | None]


def nationalities(sentence: Sentence, unit: int, nationality: Nationality) -> list[Reference]:
    """Return the states that adjectives after a noun name: "العدوان الإسرائيلي", "التعاون الروسي السوري".

    Parameters
    ----------
    sentence : Sentence
    unit : int
        The noun.
    nationality : callable
        Reads an adjective as a mention of its state, or gives None.

    Returns
    -------
    list of Reference

    Examples
    --------
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> sentence = read_sentences(parse(Document("d", "استمر العدوان أمس.")), (), [], lexicon)[0]
    >>> nationalities(sentence, 1, lambda unit: None)
    []
    """
    found = []
    definite = _is_definite(sentence.units[unit])
    for following in sentence.units[unit + 1 : unit + 4]:
        if following.kind != "word" or _is_definite(following) != definite:
            break
        if following.norm.endswith(("يين", "يون")):
            break  # people, not an adjective of the noun: "إطلاق سراح أميركيين"
        state = nationality(following)
        if state is not None:
            found.append(state)
    return found


def _is_definite(unit: Unit) -> bool:
    if unit.analyses:
        return any(a.definite for a in unit.analyses)
    return any(noun.startswith("ال") for _, noun in splits(unit.norm))
