"""Participles of saying, told from the nouns and adjectives that they look like."""

from __future__ import annotations

from collections.abc import Sequence

from kg.relations import grammar
from kg.relations.units import Unit


def goes_on(units: Sequence[Unit], i: int) -> bool:
    """Tell whether a participle of saying goes on to what is said; else it is the noun it looks like.

    Parameters
    ----------
    units : sequence of Unit
        Those of the sentence.
    i : int
        The participle.

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> (visit,) = read_sentences(parse(Document("d", "في زيارة غير معلنة إلى بغداد")), (), [], load())
    >>> goes_on(visit.units, 3)
    False
    """
    following = units[i + 1] if i + 1 < len(units) else None
    if following is None:
        return False
    before = units[i - 1] if i else None
    if before is not None and before.kind in ("word", "preposition") and not units[i].norm.startswith("و"):
        # After a noun it is an adjective ("آلية مشددة"), as after "not" ("غير معلنة"), unless أنّ follows.
        return any(u.kind == "complementizer" for u in units[i + 1 : i + 3])
    joined = following.norm.startswith("و") and all(a.conjunction for a in following.analyses)
    return following.kind != "comma" and not (following.kind == "word" and joined)


def goes_on_bare(units: Sequence[Unit], i: int) -> bool:
    """Tell whether a participle that needs a clause may go on without one: "، *مبرزاً* أهمية الحوار".

    Parameters
    ----------
    units : sequence of Unit
        Those of the sentence.
    i : int
        The participle.

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> (talks,) = read_sentences(parse(Document("d", "زار بغداد، مبرزاً أهمية الحوار")), (), [], load())
    >>> goes_on_bare(talks.units, 3)
    True
    """
    before = units[i - 1] if i else None
    return before is not None and before.kind in ("comma", "punct") and not units[i].norm.startswith("و")


def describes_noun(units: Sequence[Unit], i: int) -> bool:
    """Tell whether a participle is the adjective of a thing before it: "مظاهرات *مؤيدة* للرئيسة".

    Parameters
    ----------
    units : sequence of Unit
        Those of the sentence.
    i : int
        The participle.

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> (shouts,) = read_sentences(parse(Document("d", "شارك في مظاهرات منددة بالحرب")), (), [], load())
    >>> describes_noun(shouts.units, 3)
    True
    """
    before = units[i - 1] if i else None
    if before is None or before.kind != "word" or before.only_verb or units[i].norm.endswith("ا"):
        return False
    if before.norm in grammar.SHOUTED:
        return False  # "رفعوا *شعارات* منددة بالوزير": they condemn him
    return (
        len(before.norm) > 3
        and not before.norm.startswith(("ال", "وال"))
        and before.norm.endswith(("ه", "ات"))
    )
