"""Words, numbers and punctuation, each with its place in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from kg.text.normalise import fold, folded_offset

Kind = Literal["word", "number", "punct"]

#: No word is longer: of what is, only so many letters are looked up and remembered.
LONGEST_WORD = 100

# Pages lose the space between two words, which a ta marbuta in the middle gives away (الشخصيةوذكر).
# Marks inside a word (diacritics, joiners, direction marks, soft hyphens) do not end it: writers and page
# templates put them anywhere.
_MARKS = (
    "\u00ad\u034f\u0610-\u061a\u061c\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2069\ufe00-\ufe0f\ufeff"
)
_ARABIC = "\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
# The first range without ة, which ends a word where no mark follows.
_INNER = _ARABIC.replace("\u0620-\u063f", "\u0620-\u0628\u062a-\u063f") + _MARKS
_TOKEN = re.compile(
    rf"""
    (?P<number> [{_DIGIT}]+ (?: [.,/٫٬:\-–] [{_DIGIT}]+ )* [%٪]? )
  | (?P<word> (?=[{_ARABIC}]) [{_INNER}]* (?: ة [{_MARKS}] [{_INNER}]* )* ة?  # ة ends a word
            | [^\W\d_] (?: [^\W\d_{_ARABIC}] | [{_MARKS}] | [&'’.] (?=[^\W\d_{_ARABIC}]) )* )
  | (?P<punct> [^\s{_MARKS}] )
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A word, number or mark.

    Parameters
    ----------
    start, end : int
        Offsets in the document.
    text : str
        As written.
    norm : str
        Folded (:func:`kg.text.normalise.fold`); of a word of more than 100 letters, the first 100.
    kind : {'word', 'number', 'punct'}

    Examples
    --------
    >>> next(tokenize("السعوديّة"))
    Token(start=0, end=9, text='السعوديّة', norm='السعوديه', kind='word')
    """

    start: int
    end: int
    text: str
    norm: str
    kind: Kind

    def offset(self, letters: int) -> int:
        """Offset in the document after the first ``letters`` letters of :attr:`norm`.

        Parameters
        ----------
        letters : int

        Returns
        -------
        int

        Examples
        --------
        >>> next(tokenize("وَغالانت")).offset(1)
        2
        """
        return self.start + folded_offset(self.text, letters) if letters else self.start


def tokenize(text: str) -> Iterator[Token]:
    """Split a text into tokens.

    Attached particles stay on their word: ``وغالانت`` is one token. A date such as ``25/6/2024`` and a
    decimal number are one token each.

    Parameters
    ----------
    text : str

    Yields
    ------
    Token
        In order; ``text[token.start:token.end] == token.text``.

    Examples
    --------
    >>> [t.norm for t in tokenize("التقى الوزير، أمس")]
    ['التقي', 'الوزير', '،', 'امس']
    """
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match[0]
        yield Token(start, end, word, fold(word[:LONGEST_WORD]), match.lastgroup)  # type: ignore[arg-type]
