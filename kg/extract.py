"""One article to what it says: the pure function that everything before the graph is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.actors import find_actors
from kg.model import Actor, Document, Extraction, Mention
from kg.relations import find_claims
from kg.text import parse
from kg.text.sketch import sketch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.actors.recognizer import Recognizer
    from kg.actors.references import ActorReading
    from kg.lexicon import Lexicon
    from kg.model import Claim


def extract(document: Document, lexicon: Lexicon, recognizer: Recognizer | None = None) -> Extraction:
    """Read an article into actors, mentions, claims and offices.

    Parameters
    ----------
    document : Document
    lexicon : Lexicon
        What the program knows (:func:`kg.lexicon.load`).
    recognizer : Recognizer, optional
        A second opinion on names, beside the rules.

    Returns
    -------
    Extraction

    Examples
    --------
    >>> from kg.lexicon import load
    >>> read = extract(Document("d", "التقى وزير الخارجية المصري نظيره الأردني في عمّان."), load())
    >>> [(c.relation, c.trigger, c.status) for c in read.claims]
    [('met-with', 'التقى', 'occurred')]
    """
    text = parse(document)
    reading = find_actors(text, lexicon, recognizer)
    claims = find_claims(text, reading, lexicon)
    mentions = tuple(
        Mention(document.id, r.actor, r.start, r.end, document.text[r.start : r.end])
        for r in sorted(reading.references, key=lambda r: (r.start, r.end, r.actor))
    )
    actors = (*reading.actors, *_unmentioned(claims, reading, lexicon))
    words = [token.norm for token in text.tokens if token.kind != "punct"]
    return Extraction(document, actors, mentions, claims, reading.offices, sketch(words))


def _unmentioned(claims: Iterable[Claim], reading: ActorReading, lexicon: Lexicon) -> list[Actor]:
    """Return the states that only an adjective names (القصف التركي), in the order of the claims."""
    known = {a.id for a in reading.actors}
    found = []
    for claim in claims:
        for actor in (claim.source_id, claim.target_id, claim.attributed_to, claim.place_id):
            if actor is not None and actor not in known:
                known.add(actor)
                found.append(lexicon.actors.entries[actor].actor)
    return found
