"""What differs between two spellings of a word, letter by letter."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

# Letters that one foreign sound is written with, or that are mistaken for each other.
_CLASSES = ("طت", "غجقك", "ذز", "سص", "ضظ")
_CLASS = {letter: group[0] for group in _CLASSES for letter in group}
# Those of them that writers also mix up in Arabic words; ج and ك there make other words (جمال، كمال).
_CARELESS = frozenset("طتذزسصضظ")
_VOWELS = frozenset("اويء")
_SLIP = 1.0


@dataclass(frozen=True, slots=True)
class Difference:
    """What it takes to make one word the other.

    Parameters
    ----------
    vowels : int
        Long vowels added, dropped or exchanged.
    foreign : int
        Letters of one foreign sound exchanged (غ, ج, ق, ك).
    careless : int
        Letters that are mixed up in any word (ط/ت, ذ/ز, س/ص, ض/ظ), and doubled ones.
    slips : int
        All other edits.

    Examples
    --------
    >>> Difference(vowels=1, foreign=1).cost
    0.6
    """

    vowels: int = 0
    foreign: int = 0
    careless: int = 0
    slips: int = 0

    @property
    def cost(self) -> float:
        """Weighted sum; an unlike letter costs one.

        Returns
        -------
        float

        Examples
        --------
        >>> Difference(slips=2).cost
        2.0
        """
        return 0.35 * self.vowels + 0.25 * self.foreign + 0.2 * self.careless + _SLIP * self.slips


@lru_cache(maxsize=200_000)
def difference(left: str, right: str) -> Difference:
    """Compare two folded words letter by letter.

    Parameters
    ----------
    left, right : str

    Returns
    -------
    Difference

    Notes
    -----
    The alignment is the one of smallest Levenshtein distance (rapidfuzz), read letter by letter.

    Examples
    --------
    >>> difference("انتوني", "انطوني")
    Difference(vowels=0, foreign=0, careless=1, slips=0)
    >>> difference("سلمان", "سلطان").slips
    1
    """
    from rapidfuzz.distance import Levenshtein

    counts = {"vowels": 0, "foreign": 0, "careless": 0, "slips": 0}
    for edit in Levenshtein.editops(left, right):
        i, j = edit.src_pos, edit.dest_pos
        if edit.tag == "replace":
            counts[_exchange(left[i], right[j], last=i == len(left) - 1 and j == len(right) - 1)] += 1
        else:
            word, at = (left, i) if edit.tag == "delete" else (right, j)
            counts[_addition(word, at)] += 1
    return Difference(**counts)


def _exchange(one: str, other: str, *, last: bool) -> str:
    if one in _CLASS and _CLASS[one] == _CLASS.get(other):
        return "careless" if one in _CARELESS else "foreign"
    if one in _VOWELS and other in _VOWELS:
        # The last vowel tells names apart (علي، علا).
        return "slips" if last else "vowels"
    if last and {one, other} == {"ز", "س"}:
        return "foreign"  # شولتس, شولتز
    return "careless" if last and {one, other} == {"ه", "ا"} else "slips"


def _addition(word: str, at: int) -> str:
    letter = word[at]
    if letter in word[max(at - 1, 0) : at] + word[at + 1 : at + 2]:
        return "vowels" if letter in _VOWELS else "careless"
    inside = 0 < at < len(word) - 1
    return "vowels" if letter in _VOWELS and inside else "slips"


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """Consonants of a folded word, letters of one class made one: equal for all spellings of a name.

    Parameters
    ----------
    word : str
        Folded.

    Returns
    -------
    str
        The word itself where nothing else would be left.

    Examples
    --------
    >>> skeleton("غوتيريش") == skeleton("جوتيرش")
    True
    """
    word = word.removeprefix("ال") if len(word) > 4 else word
    kept: list[str] = []
    for i, char in enumerate(word):
        letter = "س" if char == "ز" and i == len(word) - 1 else _CLASS.get(char, char)
        if letter in _VOWELS or (letter == "ه" and i == len(word) - 1) or kept[-1:] == [letter]:
            continue
        kept.append(letter)
    return "".join(kept) or word
