"""A document as tokens, sentences and quotations: what all later rooms read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from kg.model import Document
from kg.text.tokens import Token, tokenize

#: A sentence of more tokens is cut, at a comma where there is one near: no news sentence comes close (of
#: 100,000 measured, the longest had 857), and what looks around within a sentence stays cheap.
LONGEST_SENTENCE = 1_000
#: A document of more tokens is read stretch by stretch; the longest of 12,000 news articles had 6,300.
LONGEST_STRETCH = 10_000

_COMMAS = frozenset("،,؛;")
_STOPS = frozenset(".!؟?;؛…")
_OPEN = {"«": "»", "“": "”", "‹": "›", "„": "“"}
_CLOSE = frozenset(_OPEN.values())
_STRAIGHT = frozenset('"”“″')
# A closing quotation mark or bracket after a stop still belongs to the sentence.
_TRAILING = frozenset("»”\"’')]؛") | _CLOSE


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens ``first`` to ``last`` (exclusive).

    Parameters
    ----------
    first, last : int

    Examples
    --------
    >>> span = Span(2, 5)
    >>> len(span), 4 in span, 5 in span
    (3, True, False)
    """

    first: int
    last: int

    def __contains__(self, index: int) -> bool:
        return self.first <= index < self.last

    def __len__(self) -> int:
        return self.last - self.first


def _first(span: Span) -> int:
    return span.first


@dataclass(frozen=True, slots=True)
class Text:
    """A document, read.

    Parameters
    ----------
    document : Document
    tokens : tuple of Token
    sentences : tuple of Span
        They cover all tokens, in order. A title is one or more sentences of its own.
    quotes : tuple of Span
        What stands between quotation marks, marks included; sorted, never overlapping.
    title_last : int
        Number of tokens in the title.

    Examples
    --------
    >>> text = parse(Document("d", "قال: «سنعود». ثم غادر."))
    >>> len(text.sentences), [text.slice(quote.first, quote.last) for quote in text.quotes]
    (2, ['«سنعود»'])
    """

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]
    quotes: tuple[Span, ...]
    title_last: int

    def quote_at(self, token: int) -> Span | None:
        """Return the quotation that holds a token, if any.

        Parameters
        ----------
        token : int

        Returns
        -------
        Span or None

        Examples
        --------
        >>> text = parse(Document("d", "قال: «سنعود»."))
        >>> text.quote_at(0), text.quote_at(3)
        (None, Span(first=2, last=5))
        """
        i = bisect_right(self.quotes, token, key=_first) - 1
        return self.quotes[i] if i >= 0 and token in self.quotes[i] else None

    def slice(self, first: int, last: int) -> str:
        """Text from token ``first`` to token ``last`` (exclusive).

        Parameters
        ----------
        first, last : int

        Returns
        -------
        str
            As written.

        Examples
        --------
        >>> parse(Document("d", "التقى الوزير نظيره.")).slice(1, 3)
        'الوزير نظيره'
        """
        return self.document.text[self.tokens[first].start : self.tokens[last - 1].end]


def parse(document: Document) -> Text:
    """Read a document into tokens, sentences and quotations.

    Parameters
    ----------
    document : Document

    Returns
    -------
    Text

    Examples
    --------
    >>> text = parse(Document("d", "التقى الوزير نظيره. وأضاف أنه سيعود."))
    >>> [text.slice(s.first, s.last) for s in text.sentences]
    ['التقى الوزير نظيره.', 'وأضاف أنه سيعود.']
    """
    return _text(document, list(tokenize(document.text)))


def stretches(document: Document) -> Iterator[Text]:
    """Read a document of any length in parts of whole sentences, so that a book takes no more by the page.

    Parameters
    ----------
    document : Document

    Yields
    ------
    Text
        The whole document where it has at most :data:`LONGEST_STRETCH` tokens, as articles have; nothing
        where it has no token.

    Examples
    --------
    >>> [len(text.tokens) for text in stretches(Document("d", "التقى الوزير نظيره. " * 3_000))]
    [10000, 2000]
    """
    source = tokenize(document.text)
    held = list(islice(source, LONGEST_STRETCH + 1))
    while len(held) > LONGEST_STRETCH:
        cut = _sentences(document.text, held)[-1].first
        yield _text(document, held[:cut])
        held = held[cut:]
        held += islice(source, LONGEST_STRETCH + 1 - len(held))
    if held:
        yield _text(document, held)


def _text(document: Document, tokens: Sequence[Token]) -> Text:
    title_last = sum(t.start < len(document.title) for t in tokens[: len(document.title)])
    sentences, quotes = _sentences(document.text, tokens), _quotes(document.text, tokens)
    return Text(document, tuple(tokens), tuple(sentences), tuple(quotes), title_last)


def _gap_breaks(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a line ends between token ``i - 1`` and token ``i``."""
    gap = text[tokens[i - 1].end : tokens[i].start]
    return "\n" in gap or "\r" in gap or "\u2029" in gap


def _is_stop(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether token ``i`` ends a sentence; the point of ``د.`` or ``U.S.`` does not."""
    if tokens[i].text not in _STOPS:
        return False
    if tokens[i].text != "." or i == 0:
        return True
    before = tokens[i - 1]
    abbreviated = before.kind == "word" and before.end == tokens[i].start and len(before.norm) == 1
    return not abbreviated


def _stopped(tokens: Sequence[Token], first: int, i: int) -> bool:
    """Tell whether a sentence that began at ``first`` is complete before token ``i``."""
    if tokens[i].text in _STOPS or tokens[i].text in _TRAILING:
        return False
    last = i - 1
    if tokens[last].text in _TRAILING and last > first:
        last -= 1
    return _is_stop(tokens, last)


def _sentences(text: str, tokens: Sequence[Token]) -> list[Span]:
    spans: list[Span] = []
    first = 0
    for i in range(1, len(tokens)):
        if _gap_breaks(text, tokens, i) or _stopped(tokens, first, i):
            spans.append(Span(first, i))
            first = i
        elif i - first >= LONGEST_SENTENCE:
            last = _comma_before(tokens, i)
            spans.append(Span(first, last))
            first = last
    if tokens:
        spans.append(Span(first, len(tokens)))
    return spans


def _comma_before(tokens: Sequence[Token], i: int) -> int:
    """Token after the last comma shortly before ``i``, or ``i``."""
    near = range(i - 1, i - LONGEST_SENTENCE // 4, -1)
    return next((k + 1 for k in near if tokens[k].text in _COMMAS), i)


def _quotes(text: str, tokens: Sequence[Token]) -> list[Span]:
    """Pair quotation marks within a line.

    Straight marks, and curly ones set the wrong way round as many sites do, open and close in turn.
    """
    spans: list[Span] = []
    opened: int | None = None
    closing = ""
    for i, token in enumerate(tokens):
        if i and opened is not None and _gap_breaks(text, tokens, i):
            opened = None
        if opened is None:
            if token.text in _OPEN or token.text in _STRAIGHT:
                opened, closing = i, _OPEN.get(token.text, token.text)
        elif token.text == closing or (token.text in _STRAIGHT and closing in _STRAIGHT):
            spans.append(Span(opened, i + 1))
            opened = None
    return spans
