"""The interface of name recognisers, and how to get one by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from kg.errors import KgError

SpanType = Literal["person", "organization", "place", "misc"]
#: Names that :func:`load_recognizer` knows.
RECOGNIZERS = ("rules", "camel")


@dataclass(frozen=True, slots=True)
class Span:
    """A name that a recogniser sees in a sentence.

    Parameters
    ----------
    first, last : int
        Tokens of the sentence, ``last`` exclusive.
    type : {'person', 'organization', 'place', 'misc'}
        States count as places, as recognisers are trained to see them.
    score : float
        Between 0 and 1.
    """

    first: int
    last: int
    type: SpanType
    score: float


class Recognizer(Protocol):
    """Finds names of persons, organizations and places in sentences."""

    def spans(self, sentences: Sequence[Sequence[str]]) -> list[list[Span]]:
        """Find the names in each sentence.

        Parameters
        ----------
        sentences : sequence of sequence of str
            Words of each sentence, as written.

        Returns
        -------
        list of list of Span
            For each sentence its names, in order, not overlapping.
        """
        ...


def load_recognizer(name: str, model: str | None = None) -> Recognizer | None:
    """Get a recogniser by name.

    Parameters
    ----------
    name : {'rules', 'camel'}
        ``rules`` are the program's own and need no recogniser; ``camel`` is camel-tools' neural one.
    model : str, optional
        For ``camel``: name of a pretrained model, or a folder.

    Returns
    -------
    Recognizer or None
        None for ``rules``.

    Raises
    ------
    KgError
        If there is no recogniser of that name, or its data is missing.

    Examples
    --------
    >>> load_recognizer("rules") is None
    True
    """
    if name == "rules":
        return None
    if name == "camel":
        from kg.actors.camel import CamelRecognizer

        return CamelRecognizer(model)
    raise KgError(f"there is no recogniser {name!r}: use one of {', '.join(RECOGNIZERS)}")
