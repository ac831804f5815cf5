"""A data set as numbered columns: small in the file, quick in the browser.

Actors are numbered by activity, so that "the 300 most active" are simply the numbers 0 to 299. Claims are
sorted by the edge that draws them, so that the page counts the distinct outlets of an edge in one pass.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.errors import KgError
from kg.model import Actor, Dataset, Document, Event, Relation
from kg.view.marks import Named, trigger_span

TYPES = ("state", "organization", "person", "group", "place")
STATUSES = ("occurred", "planned", "possible", "negated")
QUADS = ("verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict", "neutral")
SHOWN_AT_FIRST = ("occurred", "planned")

# Who deals with nobody is drawn at first only where fewer than these deal with each other; as in graph.js.
_FEW = 12
_EPOCH = dt.date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Edge:
    """One drawn line: all claims from one actor to another of one kind and one status.

    Parameters
    ----------
    source, target : int
        Numbers of the two actors.
    quad : int
        Place in :data:`QUADS`.
    status : int
        Place in :data:`STATUSES`.
    symmetric : int
        1 where the relations have no direction (the line gets no arrow), else 0.
    outlets : int
        Distinct outlets that report it.
    events : int
        Distinct events that it stands for.

    Examples
    --------
    >>> edge = Edge(source=1, target=0, quad=0, status=0, symmetric=0, outlets=1, events=1)
    >>> QUADS[edge.quad], STATUSES[edge.status]
    ('verbal-cooperation', 'occurred')
    """

    source: int
    target: int
    quad: int
    status: int
    symmetric: int
    outlets: int
    events: int


@dataclass(frozen=True, slots=True)
class Tables:
    """A data set, numbered.

    Parameters
    ----------
    actors : tuple of Actor
        The most active first.
    activity : tuple of int
        Events that occurred or are planned, in which each actor is source or target.
    edges : tuple of Edge
    columns : dict
        All that the page reads, ready for JSON, without names of files and without layout.
    quotes : tuple of str
        The distinct sentences that claims point into.

    Examples
    --------
    >>> import kg
    >>> graph = kg.build("زار وزير الخارجية المصري سامح شكري الأردن.")
    >>> numbered = tables(graph.dataset, graph.relations)
    >>> [actor.id for actor in numbered.actors], numbered.activity, len(numbered.edges)
    (['jordan', 'sameh-shoukry'], (1, 1), 1)
    """

    actors: tuple[Actor, ...]
    activity: tuple[int, ...]
    edges: tuple[Edge, ...]
    columns: dict[str, Any] = field(repr=False)
    quotes: tuple[str, ...] = field(repr=False)


@dataclass(slots=True)
class _Numbers:
    """Gives the next number to each new value."""

    of: dict[str, int] = field(default_factory=dict)

    def __call__(self, value: str) -> int:
        return self.of.setdefault(value, len(self.of))


def day(date: dt.date | None) -> int | None:
    """Count the days since 1970-01-01; None stays None.

    Parameters
    ----------
    date : datetime.date or None

    Returns
    -------
    int or None

    Examples
    --------
    >>> day(dt.date(1970, 1, 3))
    2
    """
    return None if date is None else (date - _EPOCH).days


def _shown(event: Event) -> bool:
    return any(claim.status in SHOWN_AT_FIRST for claim in event.claims)


def _ranked(dataset: Dataset) -> tuple[tuple[Actor, ...], tuple[int, ...], int]:
    """Actors by activity, those with a drawn edge first; also their activity and how many have an edge."""
    activity: Counter[str] = Counter()
    linked: set[str] = set()
    involved: set[str] = set()
    for event in dataset.events:
        ends = {end for end in (event.source_id, event.target_id) if end is not None}
        involved |= ends
        if _shown(event):
            activity.update(ends)
            if event.source_id is not None and event.target_id is not None:
                linked |= ends
    actors = sorted(
        dataset.actors,
        key=lambda a: (a.id not in linked, -activity[a.id], a.id not in involved, a.id),
    )
    return tuple(actors), tuple(activity[a.id] for a in actors), len(linked)


def outside_first_view(dataset: Dataset, first_view: int = 300) -> int:
    """Count the actors that take part in events the page does not draw when it opens.

    Parameters
    ----------
    dataset : Dataset
    first_view : int
        How many actors the page draws at first.

    Returns
    -------
    int

    Examples
    --------
    >>> outside_first_view(Dataset((), (), (), ()))
    0
    >>> import kg
    >>> outside_first_view(kg.build("زار وزير الخارجية المصري سامح شكري الأردن.").dataset)
    0
    """
    _, activity, linked = _ranked(dataset)
    taking_part = sum(1 for events in activity if events)
    drawn = min(first_view, linked) if linked >= _FEW else first_view
    return max(0, taking_part - drawn)


def _number_of(numbers: Mapping[str, int], actor_id: str | None, where: str) -> int:
    if actor_id is None:
        return -1
    if actor_id not in numbers:
        raise KgError(f"{where} names the actor {actor_id!r}, which the data set lacks: build it again")
    return numbers[actor_id]


def _column(rows: list[tuple[Any, ...]], names: str) -> dict[str, list[Any]]:
    keys = names.split()
    return {key: [row[i] for row in rows] for i, key in enumerate(keys)}


def _relations(dataset: Dataset, relations: Mapping[str, Relation]) -> tuple[dict[str, int], dict[str, Any]]:
    """Those that occur, in the order of the inventory; one that the inventory lacks keeps its id as label."""
    used = {event.relation for event in dataset.events}
    ids = [id_ for id_ in relations if id_ in used] + sorted(used - set(relations))
    rows = []
    for id_ in ids:
        known = relations.get(id_)
        if known is None:
            rows.append((id_, id_, id_, "other", QUADS.index("neutral"), 0))
        else:
            quad = QUADS.index(known.quad) if known.quad in QUADS else QUADS.index("neutral")
            rows.append((id_, known.label_ar, known.label_en, known.group, quad, int(known.symmetric)))
    return {id_: i for i, id_ in enumerate(ids)}, _column(rows, "id ar en group quad symmetric")


def _documents(dataset: Dataset, outlets: _Numbers) -> tuple[dict[str, int], dict[str, Any]]:
    cited = {claim.doc_id for event in dataset.events for claim in event.claims}
    cited |= {office.doc_id for office in dataset.offices}
    documents = [d for d in dataset.documents if d.id in cited]
    # A near-copy counts as a report of the outlet that printed it first.
    first = {d.id: d.outlet for d in dataset.documents}
    rows: list[tuple[Any, ...]] = [
        (d.id, d.title, day(d.date), outlets(d.outlet), d.url, outlets(first.get(d.copy_of, d.outlet)))
        for d in documents
    ]
    return {d.id: i for i, d in enumerate(documents)}, _column(rows, "id title date outlet url voice")


def _corpus(documents: tuple[Document, ...]) -> dict[str, int | None]:
    """Count what was read, whether or not something was found in it."""
    days = [number for document in documents if (number := day(document.date)) is not None]
    return {
        "documents": len(documents),
        "outlets": len({document.outlet for document in documents} - {""}),
        "first": min(days, default=None),
        "last": max(days, default=None),
    }


def tables(dataset: Dataset, relations: Mapping[str, Relation]) -> Tables:
    """Give everything in a data set a number.

    Parameters
    ----------
    dataset : Dataset
    relations : mapping of str to Relation
        The inventory, by id; what it says of the relations that occur is kept.

    Returns
    -------
    Tables

    Raises
    ------
    KgError
        If an event names an actor or a document that the data set does not have.

    Examples
    --------
    >>> tables(Dataset((), (), (), ()), {}).edges
    ()
    >>> import kg
    >>> graph = kg.build("زار وزير الخارجية المصري سامح شكري الأردن.")
    >>> tables(graph.dataset, graph.relations).edges
    (Edge(source=1, target=0, quad=0, status=0, symmetric=0, outlets=1, events=1),)
    """
    actors, activity, _ = _ranked(dataset)
    numbers = {actor.id: i for i, actor in enumerate(actors)}
    relation_numbers, relation_columns = _relations(dataset, relations)
    outlets, quotes, named = _Numbers(), _Numbers(), Named(dataset.mentions)
    document_numbers, document_columns = _documents(dataset, outlets)

    events: list[tuple[Any, ...]] = []
    claims: list[tuple[tuple[int, ...] | None, tuple[Any, ...]]] = []
    for e, event in enumerate(dataset.events):
        where = f"event {event.id}"
        source = _number_of(numbers, event.source_id, where)
        target = _number_of(numbers, event.target_id, where)
        relation = relation_numbers[event.relation]
        place = _number_of(numbers, event.place_id, where)
        events.append((event.id, relation, source, target, day(event.date), place))
        quad, symmetric = relation_columns["quad"][relation], relation_columns["symmetric"][relation]
        ends = (min(source, target), max(source, target)) if symmetric else (source, target)
        for claim in event.claims:
            if claim.doc_id not in document_numbers:
                raise KgError(f"{where} cites the document {claim.doc_id!r}, which the data set lacks")
            status = STATUSES.index(claim.status)
            key = (*ends, quad, status, symmetric) if min(ends) >= 0 else None
            marks = (
                *trigger_span(claim),
                *named.span(claim, claim.source_id),
                *named.span(claim, claim.target_id),
            )
            by = _number_of(numbers, claim.attributed_to, where)
            document = document_numbers[claim.doc_id]
            row = (e, document, status, by, day(claim.date), quotes(claim.sentence), *marks)
            claims.append((key, row))

    keys = sorted({key for key, _ in claims if key is not None})
    key_numbers = {key: i for i, key in enumerate(keys)}
    rows = sorted(
        ((len(keys) if key is None else key_numbers[key], *row) for key, row in claims),
        key=lambda row: (row[0], row[1], row[2], row[6]),
    )
    claim_columns = _column(rows, "edge event doc status by date quote at length from fromLength to toLength")
    edges = _edges(keys, claim_columns, document_columns["voice"])
    mentions = Counter(mention.actor_id for mention in dataset.mentions)
    columns = {
        "types": TYPES,
        "statuses": STATUSES,
        "quads": QUADS,
        "relations": relation_columns,
        "outlets": list(outlets.of),
        "docs": document_columns,
        "corpus": _corpus(dataset.documents),
        "actors": {
            "id": [a.id for a in actors],
            "type": [TYPES.index(a.type) for a in actors],
            "ar": [a.name_ar for a in actors],
            "en": [a.name_en for a in actors],
            "aliases": [list(a.aliases) for a in actors],
            "wikidata": [a.wikidata for a in actors],
            "mentions": [mentions[a.id] for a in actors],
        },
        "offices": _offices(dataset, numbers, document_numbers),
        "events": _column(events, "id relation source target date place"),
        "claims": claim_columns,
    }
    return Tables(actors, activity, edges, columns, tuple(quotes.of))


def _edges(
    keys: list[tuple[int, ...]], claims: dict[str, list[Any]], outlet_of: list[int]
) -> tuple[Edge, ...]:
    outlets: list[set[int]] = [set() for _ in keys]
    events: list[set[int]] = [set() for _ in keys]
    for edge, event, document in zip(claims["edge"], claims["event"], claims["doc"], strict=True):
        if edge < len(keys):
            outlets[edge].add(outlet_of[document])
            events[edge].add(event)
    return tuple(
        Edge(source, target, quad, status, symmetric, len(outlets[i]), len(events[i]))
        for i, (source, target, quad, status, symmetric) in enumerate(keys)
    )


def _offices(
    dataset: Dataset, numbers: Mapping[str, int], documents: Mapping[str, int]
) -> dict[str, list[Any]]:
    """Each title of each person once, with the earliest document that gives it."""
    seen: set[tuple[Any, ...]] = set()
    rows: list[tuple[Any, ...]] = []
    for office in dataset.offices:
        holder = numbers.get(office.holder_id)
        key = (holder, office.title, office.former)
        if holder is None or key in seen:
            continue
        seen.add(key)
        body = -1 if office.body_id is None else numbers.get(office.body_id, -1)
        rows.append((holder, office.title, int(office.former), documents.get(office.doc_id, -1), body))
    return _column(rows, "holder title former doc body")
