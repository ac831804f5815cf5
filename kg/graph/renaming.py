"""Other ids for the actors of an extraction."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from kg.model import Claim, Extraction, Mention, Office


def renamed(extraction: Extraction, same: Mapping[str, str]) -> Extraction:
    """Put the ids that stay in place of the others, everywhere but in the actors themselves.

    Parameters
    ----------
    extraction : Extraction
    same : mapping of str to str
        From each id that goes to the one that stays.

    Returns
    -------
    Extraction

    Examples
    --------
    >>> from kg.model import Document
    >>> met = Mention("d", "x-1", 0, 5, "جيلان")
    >>> renamed(Extraction(Document("d", ""), (), (met,), (), ()), {"x-1": "x-2"}).mentions[0].actor_id
    'x-2'
    """
    ids = {a for c in extraction.claims for a in (c.source_id, c.target_id, c.attributed_to, c.place_id)}
    ids.update(m.actor_id for m in extraction.mentions)
    ids.update(i for o in extraction.offices for i in (o.holder_id, o.body_id))
    if same.keys().isdisjoint(ids):
        return extraction

    def stay(actor_id: str) -> str:
        return same.get(actor_id, actor_id)

    def may_stay(actor_id: str | None) -> str | None:
        return None if actor_id is None else stay(actor_id)

    def mention(m: Mention) -> Mention:
        return dataclasses.replace(m, actor_id=same[m.actor_id]) if m.actor_id in same else m

    def claim(c: Claim) -> Claim:
        if same.keys().isdisjoint((c.source_id, c.target_id, c.attributed_to, c.place_id)):
            return c
        return dataclasses.replace(
            c,
            source_id=may_stay(c.source_id),
            target_id=may_stay(c.target_id),
            attributed_to=may_stay(c.attributed_to),
            place_id=may_stay(c.place_id),
        )

    def office(o: Office) -> Office:
        return dataclasses.replace(o, holder_id=stay(o.holder_id), body_id=may_stay(o.body_id))

    return dataclasses.replace(
        extraction,
        mentions=tuple(map(mention, extraction.mentions)),
        claims=tuple(map(claim, extraction.claims)),
        offices=tuple(map(office, extraction.offices)),
    )
