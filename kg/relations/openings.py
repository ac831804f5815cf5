"""What has been said of a clause before one of its words, so that a verb is expected there or not."""

from __future__ import annotations

from kg.relations.units import Unit

#: How far back (in units) the clause is read.
_REACH = 8


def has_verb(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a verb stands before a unit in its clause, so that no second one follows.

    Parameters
    ----------
    units : tuple of Unit
    i : int

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> sentence = read_sentences(parse(Document("d", "زار الوزير القصر.")), [], [], load())[0]
    >>> has_verb(sentence.units, 2)
    True
    """
    for unit in reversed(units[max(0, i - _REACH) : i]):
        if unit.kind in ("comma", "complementizer", "colon", "quote", "relative"):
            return False
        if unit.only_verb:
            return True
    return False


def topic_goes_on(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether an act that أنّ puts first has no verb yet: "إن استهداف المدنيين *وقتل* الأسرى جريمة".

    Parameters
    ----------
    units : tuple of Unit
    i : int

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> text = parse(Document("d", "قال إن استهداف القرى وقتل الأسرى جريمة."))
    >>> sentence = read_sentences(text, [], [], load())[0]
    >>> topic_goes_on(sentence.units, 4)
    True
    """
    for j in range(i - 1, max(0, i - _REACH) - 1, -1):
        unit = units[j]
        if unit.kind == "complementizer":
            return any(a.pos == "noun" for a in units[j + 1].analyses)
        if unit.kind not in ("word", "ref") or unit.only_verb:
            return False
    return False
