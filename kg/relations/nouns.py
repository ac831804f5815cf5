"""Words compared with nouns of the lexicon, whatever is attached to them."""

from __future__ import annotations

from functools import lru_cache

from kg.text.clitics import splits

_NOUN_ENDINGS = ("ا", "ه", "ها", "هم", "هما", "نا", "ين", "تين", "ات")


@lru_cache(maxsize=100_000)
def is_noun(norm: str, nouns: frozenset[str]) -> bool:
    """Tell whether a folded word is one of the nouns, with article, particle, ending or pronoun allowed.

    Parameters
    ----------
    norm : str
        Folded.
    nouns : frozenset of str
        Folded.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_noun("وبعقوباتها", frozenset({"عقوبات"}))
    True
    """
    for _, noun in splits(norm):
        bare = noun.removeprefix("ال")
        if bare in nouns:
            return True
        for ending in _NOUN_ENDINGS:
            stem = bare.removesuffix(ending)
            # A ta marbuta opens to ت before an ending: مساعدتها.
            if stem != bare and (stem in nouns or (stem.endswith("ت") and stem[:-1] + "ه" in nouns)):
                return True
    return False
