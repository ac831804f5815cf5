"""What is marked in the sentence of a claim: the trigger, and who is named as source and as target."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from kg.model import Claim, Mention

#: Where a mark begins and how long it is, in UTF-16 units, as JavaScript counts; (-1, 0) for nowhere.
Span = tuple[int, int]
NOWHERE: Span = (-1, 0)


def trigger_span(claim: Claim) -> Span:
    """Find the trigger in the sentence.

    Parameters
    ----------
    claim : Claim

    Returns
    -------
    tuple of int
        Offset and length in UTF-16 units; (-1, 0) where the sentence does not have it.

    Examples
    --------
    >>> claim = Claim("d", "visited", "a", "b", "occurred", None, None, None, "زار", 14, "وقد زار", 10, 17)
    >>> trigger_span(claim)
    (4, 3)
    """
    at = claim.trigger_start - claim.start
    if at < 0 or not claim.sentence.startswith(claim.trigger, at):
        at = claim.sentence.find(claim.trigger)
    if at < 0 or not claim.trigger:
        return NOWHERE
    return _span(claim.sentence, at, at + len(claim.trigger))


class Named:
    """Where actors are named, by document.

    Parameters
    ----------
    mentions : iterable of Mention

    Examples
    --------
    >>> claim = Claim("d", "visited", "a", "b", "occurred", None, None, None, "زار", 9, "زار أحمد مصر", 9, 21)
    >>> Named([Mention("d", "a", 13, 17, "أحمد")]).span(claim, "a")
    (4, 4)
    """

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._spans: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        for mention in mentions:
            self._spans[mention.doc_id, mention.actor_id].append((mention.start, mention.end))
        for spans in self._spans.values():
            spans.sort()

    def span(self, claim: Claim, actor_id: str | None) -> Span:
        """Find the fullest mention of an actor in the sentence of a claim, the first of several.

        Parameters
        ----------
        claim : Claim
        actor_id : str or None

        Returns
        -------
        tuple of int
            Offset and length in UTF-16 units; (-1, 0) where the sentence does not name the actor.

        Examples
        --------
        >>> said = "زار أحمد مصر"
        >>> claim = Claim("d", "visited", "a", "b", "occurred", None, None, None, "زار", 9, said, 9, 21)
        >>> named = Named([Mention("d", "a", 13, 17, "أحمد")])
        >>> named.span(claim, "a"), named.span(claim, "b")
        ((4, 4), (-1, 0))
        """
        if actor_id is None or (claim.doc_id, actor_id) not in self._spans:
            return NOWHERE
        spans = self._spans[claim.doc_id, actor_id]
        first, last = bisect_left(spans, (claim.start, 0)), bisect_left(spans, (claim.end, 0))
        inside = [(end - start, -start) for start, end in spans[first:last] if end <= claim.end]
        if not inside:
            return NOWHERE
        length, start = max(inside)
        return _span(claim.sentence, -start - claim.start, -start - claim.start + length)


def _span(sentence: str, start: int, end: int) -> Span:
    return _units(sentence[:start]), _units(sentence[start:end])


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
