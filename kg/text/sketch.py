"""A short sketch of a text by which near-copies of it are found."""

from __future__ import annotations

from collections.abc import Sequence

_NUMBERS = 64
_DIGITS = 8
_WORDS = 3
# Numbers a band: of texts that share 60 in 100 phrases, 99 in 100 pairs meet in one of the 21 bands.
_ROWS = 3


def sketch(words: Sequence[str]) -> str:
    """MinHash of the phrases of three words of a text.

    Parameters
    ----------
    words : sequence of str
        Of the text, folded.

    Returns
    -------
    str
        64 numbers of eight hexadecimal digits; empty for a text without words.

    Notes
    -----
    The share of equal numbers in two sketches estimates the Jaccard index of the two sets of phrases, with a
    standard error of at most 1/16: A. Broder, "On the resemblance and containment of documents", 1997. The
    numbers come from ``rensa``, and are the same on every machine.

    Examples
    --------
    >>> len(sketch("التقى الوزير نظيره الأردني في عمان".split()))
    512
    """
    if not words:
        return ""
    from rensa import RMinHash

    numbers = RMinHash(num_perm=_NUMBERS, seed=1)
    numbers.update([" ".join(words[i : i + _WORDS]) for i in range(max(1, len(words) - _WORDS + 1))])
    return "".join(f"{number:08x}" for number in numbers.digest())


def union(sketches: Sequence[str]) -> str:
    """Sketch of the parts of a text put together: the lesser of each two numbers.

    Parameters
    ----------
    sketches : sequence of str

    Returns
    -------
    str

    Examples
    --------
    >>> one, other = "قال الوزير ان".split(), "المفاوضات مستمرة اليوم".split()
    >>> resemblance(union([sketch(one), sketch(other)]), sketch(one)) < 1
    True
    """
    places = range(0, min(map(len, sketches), default=0), _DIGITS)
    return "".join(min(s[i : i + _DIGITS] for s in sketches) for i in places)


def bands(sketched: str) -> list[str]:
    """Parts of a sketch; near-copies share at least one.

    Parameters
    ----------
    sketched : str

    Returns
    -------
    list of str
        Each with its place before it; none for an empty sketch.

    Examples
    --------
    >>> len(bands(sketch("التقى الوزير نظيره الأردني في عمان".split())))
    21
    """
    width = _ROWS * _DIGITS
    last = len(sketched) - width
    return [f"{i} {sketched[i : i + width]}" for i in range(0, last + 1, width)]


def resemblance(one: str, other: str) -> float:
    """Estimate the share of phrases that two texts have in common, of all phrases of both.

    Parameters
    ----------
    one, other : str
        Sketches.

    Returns
    -------
    float
        Between 0 and 1; 0 where a sketch is empty.

    Examples
    --------
    >>> text = "قال الوزير ان المفاوضات مستمرة".split()
    >>> resemblance(sketch(text), sketch(text))
    1.0
    """
    places = range(0, min(len(one), len(other)), _DIGITS)
    if not places:
        return 0.0
    return sum(one[i : i + _DIGITS] == other[i : i + _DIGITS] for i in places) / len(places)
