"""Folding of Arabic spelling, so that two writings of one word compare equal."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from camel_tools.utils.normalize import (
    normalize_alef_ar,
    normalize_alef_maksura_ar,
    normalize_teh_marbuta_ar,
    normalize_unicode,
)

# Letters that Persian, Kurdish and Maghrebi keyboards put in Arabic words, and hamza on its carriers:
# writers disagree on all of them.
_VARIANTS = {
    "ک": "ك", "ی": "ي", "ې": "ي", "ێ": "ي", "ۆ": "و", "ھ": "ه", "ہ": "ه", "ە": "ه", "ۀ": "ه",
    "گ": "ك", "ڨ": "ق", "پ": "ب", "چ": "ج", "ڤ": "ف", "ژ": "ج", "ؤ": "و", "ئ": "ي",
}  # fmt: skip
_TATWEEL = "\u0640"


def _fold_char(char: str) -> str:
    """Fold one character, by camel-tools' normalisers and the variants above."""
    char = normalize_unicode(char)
    char = "".join(c for c in char if unicodedata.category(c) not in ("Mn", "Cf") and c != _TATWEEL)
    char = normalize_teh_marbuta_ar(normalize_alef_maksura_ar(normalize_alef_ar(char)))
    return "".join(_VARIANTS.get(c, c) for c in char).lower()


class _FoldTable(dict[int, str]):
    """Character table for ``str.translate``, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_char(chr(code))
        return folded


_TABLE = _FoldTable()


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Fold spelling variants of Arabic.

    Removes diacritics, tatweel and invisible marks, and folds the forms of alef, final ya, ta marbuta,
    hamza on waw and ya, presentation forms, and letters of neighbouring alphabets. Digits become Latin.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Notes
    -----
    The letter classes are those of camel-tools' normalisers (Obeid et al., "CAMeL Tools", LREC 2020).

    Examples
    --------
    >>> fold("أَنْطُونِي") == fold("انطونى")
    True
    >>> fold("السعوديّة")
    'السعوديه'
    """
    return text.translate(_TABLE).translate(_DIGITS)


_DIGITS = {ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}


def fold_phrase(text: str) -> str:
    """Fold a name of several words: :func:`fold`, punctuation dropped, single spaces.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> fold_phrase("مجلس  «الأمن»")
    'مجلس الامن'
    """
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())


def folded_offset(text: str, letters: int) -> int:
    """Offset in ``text`` after its first ``letters`` folded letters and the marks upon them.

    Parameters
    ----------
    text : str
        A word as written.
    letters : int
        How many letters of ``fold(text)`` to pass.

    Returns
    -------
    int

    Examples
    --------
    >>> folded_offset("وَغالانت", 1)
    2
    """
    seen = 0
    for i, char in enumerate(text):
        n = len(_TABLE[ord(char)])
        if n and seen >= letters:
            return i
        seen += n
    return len(text)
