"""Actors of one article: recognition, titles and names, metonymy, identity within the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.actors.references import ActorReading, Reference
from kg.lexicon import Lexicon
from kg.text.parse import Text

if TYPE_CHECKING:
    from kg.actors.recognizer import Recognizer

__all__ = ["ActorReading", "Reference", "find_actors"]


def find_actors(text: Text, lexicon: Lexicon, recognizer: Recognizer | None = None) -> ActorReading:
    """Find and identify the actors of an article.

    Parameters
    ----------
    text : Text
    lexicon : Lexicon
    recognizer : Recognizer, optional
        A second opinion on names; what it finds where the rules find nothing is added.

    Returns
    -------
    ActorReading

    Examples
    --------
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> reading = find_actors(parse(Document("d", "وصل الوزير خالد العبدلي أمس.")), load())
    >>> [a.name_ar for a in reading.actors]
    ['خالد العبدلي']
    """
    from kg.actors.assembly import assemble
    from kg.actors.vocabulary import vocabulary
    from kg.actors.words import Words

    return assemble(Words(text, vocabulary(lexicon)), recognizer)
