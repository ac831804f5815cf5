"""Events as political scientists code them: one record an event, in the scheme of PLOVER.

Types, modes, quad classes and intensities: Halterman, Bagozzi, Beger, Schrodt and Scarborough, "PLOVER and
POLECAT: A New Political Event Ontology and Dataset", 2023, and the PLOVER codebook.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from kg.export.base import Settings
from kg.graph.copies import voices
from kg.graph.events import day_of, overall_status
from kg.graph.network import sources_of
from kg.model import Actor, Claim, Dataset, Document, Event

QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}

# Quad class and intensity of each type without a mode.
TYPES: dict[str, tuple[int, float]] = {
    "AGREE": (1, 2.5), "CONSULT": (1, 2.5), "SUPPORT": (1, 5.0), "CONCEDE": (1, 4.5),
    "COOPERATE": (2, 9.5), "AID": (2, 10.0), "RETREAT": (2, 6.5),
    "REQUEST": (3, 0.0), "ACCUSE": (3, -3.0), "REJECT": (3, -2.0), "THREATEN": (3, -3.5),
    "PROTEST": (4, -5.0), "SANCTION": (4, -6.0), "MOBILIZE": (4, -5.5), "COERCE": (4, -7.0),
    "ASSAULT": (4, -9.0),
}  # fmt: skip

# Mode and its intensity, where the CAMEO code of a relation determines it.
MODES: dict[tuple[str, str], tuple[str, float]] = {
    ("CONSULT", "041"): ("phone", 1.5),
    ("CONSULT", "042"): ("visit", 4.0),
    ("CONSULT", "043"): ("visit", 4.0),
    ("ACCUSE", "111"): ("disapprove", -2.0),
    ("ACCUSE", "112"): ("allege", -3.5),
    ("SANCTION", "163"): ("discontinue", -6.0),
    ("MOBILIZE", "154"): ("troops", -6.5),
    ("COERCE", "173"): ("arrest", -7.0),
}

# What is only announced of these is an agreement to do it later.
_LATER = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})


@dataclass(frozen=True, slots=True)
class Coded:
    """One event in the scheme of PLOVER.

    Parameters
    ----------
    event : Event
    type, mode : str
    quad : int
        1 to 4, as in :data:`QUADS`.
    intensity : float
    day : datetime.date or None
        Day of the event, or of the first document where no claim gives one.
    source, target : Actor or None
    place : Actor or None
    claim : Claim
        The first that has the status of the event.
    document : Document
        Of that claim.
    sources : int
        Distinct outlets.
    """

    event: Event
    type: str
    mode: str
    quad: int
    intensity: float
    day: dt.date | None
    source: Actor | None
    target: Actor | None
    place: Actor | None
    claim: Claim
    document: Document
    sources: int


def coded(dataset: Dataset, settings: Settings) -> Iterator[Coded]:
    """Code the events that PLOVER has a type for.

    Events that occurred keep the type of their relation; of those only announced, what is a consultation,
    support, cooperation or aid becomes AGREE, as PLOVER asks for, and the rest is left out, like all that is
    denied or merely possible. In a visit the visitor is the source: a host comes second. PLOVER lists both
    parties of a consultation as actors; here one is source and one is target, so that dyads can be counted.

    Parameters
    ----------
    dataset : Dataset
    settings : Settings
        Relation types, for their codes.

    Yields
    ------
    Coded
        By day, then by event id.

    Examples
    --------
    >>> from kg.graph.events import event_from_claims
    >>> claim = Claim("a", "visited", "egypt", "iraq", "occurred", None, None, None, "زار", 0, "زار", 0, 3)
    >>> [record] = coded(Dataset((), (), (), (event_from_claims("e1", [claim]),)), Settings())
    >>> record.type, record.mode, QUADS[record.quad], record.intensity
    ('CONSULT', 'visit', 'VERBAL COOPERATION', 4.0)
    """
    actors = {actor.id: actor for actor in dataset.actors}
    documents = {document.id: document for document in dataset.documents}
    told_by = voices(dataset.documents)
    published = {document.id: document.date for document in dataset.documents}
    found = []
    for event in dataset.events:
        relation = settings.relations.get(event.relation)
        status = overall_status(event.claims)
        kind = _type(relation.plover if relation else "", status)
        if relation is None or kind is None:
            continue
        claim = next(claim for claim in event.claims if claim.status == status)
        document = documents.get(claim.doc_id) or Document(claim.doc_id, "")
        quad, intensity = TYPES[kind]
        mode, intensity = MODES.get((kind, relation.cameo), ("", intensity))
        source, target = (actors.get(i or "") for i in (event.source_id, event.target_id))
        if relation.cameo == "043":
            source, target = target, source
        day = day_of(event, published)
        place = actors.get(event.place_id or "")
        count = sources_of(event.claims, told_by)
        found.append(
            Coded(event, kind, mode, quad, intensity, day, source, target, place, claim, document, count)
        )
    yield from sorted(found, key=lambda c: (c.day or dt.date.max, c.event.id))


def _type(plover: str, status: str) -> str | None:
    if plover not in TYPES:
        return None
    if status == "occurred":
        return plover
    return "AGREE" if status == "planned" and plover in _LATER else None


def name_of(actor: Actor | None) -> str:
    """English name where there is one, else the Arabic one; empty for nobody.

    Parameters
    ----------
    actor : Actor or None

    Returns
    -------
    str

    Examples
    --------
    >>> name_of(Actor("cairo", "place", "القاهرة", "Cairo")), name_of(Actor("x-1", "person", "سليم"))
    ('Cairo', 'سليم')
    """
    return (actor.name_en or actor.name_ar) if actor else ""


def cell(value: object) -> str:
    r"""Text for a tab-separated file, which has no quoting: tabs and line ends become spaces.

    Parameters
    ----------
    value : object
        Text, or what ``str`` makes text of.

    Returns
    -------
    str

    Examples
    --------
    >>> cell("زار\tالوزير\nبغداد"), cell(3)
    ('زار الوزير بغداد', '3')
    """
    return " ".join(str(value).split()) if isinstance(value, str) else str(value)
