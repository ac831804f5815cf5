"""Other ids for the actors of an extraction."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from kg.model import Claim, Extraction, Office


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
    """

    def stay(actor_id: str) -> str:
        return same.get(actor_id, actor_id)

    def may_stay(actor_id: str | None) -> str | None:
        return None if actor_id is None else stay(actor_id)

    def claim(c: Claim) -> Claim:
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
        mentions=tuple(dataclasses.replace(m, actor_id=stay(m.actor_id)) for m in extraction.mentions),
        claims=tuple(claim(c) for c in extraction.claims),
        offices=tuple(office(o) for o in extraction.offices),
    )
