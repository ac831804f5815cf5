"""Nationality adjectives that say whose act a noun tells of."""

from __future__ import annotations

from collections.abc import Callable

from kg.actors.references import Reference
from kg.lexicon import Lexicon
from kg.relations.units import Sentence, Unit
from kg.text import Text
from kg.text.clitics import splits

#: Reads a nationality adjective as a mention of its state.
Nationality = Callable[[Unit], Reference | None]


def reader_of_nationalities(text: Text, lexicon: Lexicon) -> Nationality:
    """Return a reader of nationality adjectives, of one word or two, as mentions of their states.

    Parameters
    ----------
    text : Text
    lexicon : Lexicon

    Returns
    -------
    callable
        From a unit to a Reference, or to None for other words.

    Examples
    --------
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon, text = load(), parse(Document("d", "استمر التهديد الكوري الشمالي."))
    >>> unit = read_sentences(text, (), [], lexicon)[0].units[2]
    >>> reader_of_nationalities(text, lexicon)(unit).actor
    'north-korea'
    """
    tokens, demonyms = text.tokens, lexicon.actors.demonyms

    def read(unit: Unit) -> Reference | None:
        demonym, last = demonyms.get(unit.norm), unit.last
        if last < len(tokens) and (both := demonyms.get(f"{unit.norm} {tokens[last].norm}")):
            demonym, last = both, last + 1
        if demonym is None:
            return None
        start, end = tokens[unit.first].start, tokens[last - 1].end
        return Reference(
            unit.first, last, start, end, "", demonym.state, "state", "demonym", "", "s", True
        )  # fmt: skip

    return read


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
        if following.norm.startswith(("لل", "بال")):
            break  # another noun's adjective: "الإدانة الشديدة *للعدوان* الروسي"
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
