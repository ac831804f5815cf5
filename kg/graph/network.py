"""The data set as a NetworkX graph: actors are nodes, events are edges."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.graph.copies import voices
from kg.graph.events import day_of, event_from_claims, overall_status
from kg.model import Claim, Dataset, Event, Relation

if TYPE_CHECKING:
    import networkx as nx

_LIMIT_OF_NAMES = 5


def sources_of(claims: Iterable[Claim], told_by: Mapping[str, str]) -> int:
    """How many independent sources tell a happening: distinct outlets, near-copies counting as one.

    Parameters
    ----------
    claims : iterable of Claim
    told_by : mapping of str to str
        On whose account each document reports (:func:`kg.graph.copies.voices`).

    Returns
    -------
    int

    Examples
    --------
    >>> claim = Claim("d", "stated", "hamas", None, "occurred", None, None, None, "قالت", 0, "قالت", 0, 4)
    >>> sources_of([claim, claim], {"d": "وكالة"})
    1
    """
    return len({told_by.get(claim.doc_id, f"document {claim.doc_id}") for claim in claims})


def to_networkx(dataset: Dataset, relations: Mapping[str, Relation] | None = None) -> nx.MultiDiGraph:
    """Build the graph of who did or said what to whom.

    Each actor is a node and each event with both parties an edge from source to target, whose key is the
    event id; an event of a symmetric relation is one edge too, with ``symmetric`` true. An event that lacks a
    party cannot be an edge: it is counted on its actor (``no_target``: what it did or said to nobody in
    particular; ``no_source``: what was done to it by somebody unnamed) and stays whole in the data set.

    All attributes are text, integers or booleans, empty where unknown, so that every format can hold them.

    Parameters
    ----------
    dataset : Dataset
    relations : mapping of str to Relation, optional
        Those of the lexicon where not given.

    Returns
    -------
    networkx.MultiDiGraph
        Node attributes: label, type, name_ar, name_en, aliases, wikidata, mentions, no_target, no_source.
        Edge attributes: relation, label (Arabic), label_en, group, quad, plover, cameo, symmetric, status,
        statuses (all that claims give, joined by ``|``), date, place, place_name, weight (distinct outlets,
        and documents where no outlet is known; near-copies of one text count as one), claims, attributed_to,
        trigger, sentence.

    Examples
    --------
    >>> to_networkx(Dataset((), (), (), ()), {}).number_of_edges()
    0
    >>> import kg
    >>> graph = kg.build("زار وزير الخارجية المصري سامح شكري الأردن.")
    >>> list(to_networkx(graph.dataset, graph.relations).edges())
    [('sameh-shoukry', 'jordan')]
    """
    import networkx as nx

    known = _relations(relations)
    graph = nx.MultiDiGraph()
    mentions = Counter(mention.actor_id for mention in dataset.mentions)
    no_target = Counter(e.source_id for e in dataset.events if e.target_id is None)
    no_source = Counter(e.target_id for e in dataset.events if e.source_id is None)
    for actor in dataset.actors:
        graph.add_node(
            actor.id,
            label=actor.name_ar or actor.name_en or actor.id,
            type=actor.type,
            name_ar=actor.name_ar,
            name_en=actor.name_en,
            aliases="|".join(actor.aliases),
            wikidata=actor.wikidata,
            mentions=mentions[actor.id],
            no_target=no_target[actor.id],
            no_source=no_source[actor.id],
        )
    told_by = voices(dataset.documents)
    names = {actor.id: actor.name_ar for actor in dataset.actors}
    for event in dataset.events:
        if event.source_id is not None and event.target_id is not None:
            attributes = _edge(event, known.get(event.relation), told_by, names)
            graph.add_edge(event.source_id, event.target_id, key=event.id, **attributes)
    return graph


def _relations(relations: Mapping[str, Relation] | None) -> Mapping[str, Relation]:
    if relations is not None:
        return relations
    from kg.lexicon import load

    return load().relations


def _edge(
    event: Event, relation: Relation | None, told_by: Mapping[str, str], names: Mapping[str, str]
) -> dict[str, Any]:
    status = overall_status(event.claims)
    shown = next(claim for claim in event.claims if claim.status == status)
    place = event.place_id or ""
    return {
        "relation": event.relation,
        "label": relation.label_ar if relation else event.relation,
        "label_en": relation.label_en if relation else event.relation,
        "group": relation.group if relation else "",
        "quad": relation.quad if relation else "",
        "plover": relation.plover if relation else "",
        "cameo": relation.cameo if relation else "",
        "symmetric": relation.symmetric if relation else False,
        "status": status,
        "statuses": "|".join(sorted({claim.status for claim in event.claims})),
        "date": event.date.isoformat() if event.date else "",
        "place": place,
        "place_name": names.get(place, ""),
        "weight": sources_of(event.claims, told_by),
        "claims": len(event.claims),
        "attributed_to": "|".join(sorted({c.attributed_to for c in event.claims if c.attributed_to})),
        "trigger": shown.trigger,
        "sentence": shown.sentence,
    }


def find_actor(dataset: Dataset, name: str) -> str:
    """Id of the actor that a user means: by id, or by any of its names, however spelt.

    Parameters
    ----------
    dataset : Dataset
    name : str
        ``united-states``, ``الولايات المتحدة`` or ``United States``.

    Returns
    -------
    str

    Raises
    ------
    KgError
        Where no actor, or more than one, has the name.

    Examples
    --------
    >>> from kg.model import Actor
    >>> united = Actor("united-states", "state", "الولايات المتحدة", "United States")
    >>> find_actor(Dataset((), (united,), (), ()), "الولايات  المتّحدة")
    'united-states'
    """
    from kg.text.normalise import fold_phrase

    if any(actor.id == name for actor in dataset.actors):
        return name
    wanted = fold_phrase(name)
    preferred = [a for a in dataset.actors if wanted in (fold_phrase(a.name_ar), fold_phrase(a.name_en))]
    found = preferred or [a for a in dataset.actors if wanted in map(fold_phrase, a.aliases)]
    if len(found) == 1:
        return found[0].id
    if found:
        ids = ", ".join(actor.id for actor in found[:_LIMIT_OF_NAMES])
        raise KgError(f"more than one actor is called {name!r}: give one of the ids {ids}")
    near = [f"{a.name_ar} ({a.id})" for a in dataset.actors if wanted and wanted in fold_phrase(a.name_ar)]
    hint = f"; near: {', '.join(near[:_LIMIT_OF_NAMES])}" if near else "; actors.csv lists all names and ids"
    raise KgError(f"no actor is called {name!r}{hint}")


def filtered(
    dataset: Dataset,
    *,
    actor: str | Collection[str] | None = None,
    relation: str | Collection[str] | None = None,
    status: str | Collection[str] | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
    min_sources: int = 1,
) -> Dataset:
    """Keep the events that fit, with the actors, mentions, offices and documents they rest on.

    Parameters
    ----------
    dataset : Dataset
    actor : str or collection of str, optional
        Ids; one of them is source or target.
    relation, status : str or collection of str, optional
        A claim with another status is dropped; an event goes when no claim is left.
    since, until : datetime.date, optional
        First and last day. An event without a date counts from the publication of its first document; one
        without either is dropped where a day is asked for.
    min_sources : int
        Distinct outlets that must tell it; near-copies of one text count as one.

    Returns
    -------
    Dataset

    Examples
    --------
    >>> filtered(Dataset((), (), (), ()), status="occurred").events
    ()
    >>> import kg
    >>> dataset = kg.build("زار وزير الخارجية المصري سامح شكري الأردن.").dataset
    >>> len(filtered(dataset, status="occurred").events), len(filtered(dataset, status="planned").events)
    (1, 0)
    """
    actors, kinds, statuses = _set(actor), _set(relation), _set(status)
    published = {document.id: document.date for document in dataset.documents}
    told_by = voices(dataset.documents)
    kept = []
    for event in dataset.events:
        if kinds is not None and event.relation not in kinds:
            continue
        if actors is not None and not actors & {event.source_id, event.target_id}:
            continue
        if statuses is not None:
            claims = tuple(claim for claim in event.claims if claim.status in statuses)
            if not claims:
                continue
            event = event_from_claims(event.id, claims)
        if sources_of(event.claims, told_by) < min_sources:
            continue
        if _within(event, published, since, until):
            kept.append(event)
    return _resting_on(dataset, tuple(kept))


def _set(value: str | Collection[str] | None) -> frozenset[str] | None:
    if value is None:
        return None
    return frozenset([value]) if isinstance(value, str) else frozenset(value)


def _within(
    event: Event, published: Mapping[str, dt.date | None], since: dt.date | None, until: dt.date | None
) -> bool:
    if since is None and until is None:
        return True
    day = day_of(event, published)
    return day is not None and (since is None or day >= since) and (until is None or day <= until)


def _involved(events: Iterable[Event]) -> Iterator[str | None]:
    for event in events:
        yield from (event.source_id, event.target_id, event.place_id)
        for claim in event.claims:
            yield from (claim.attributed_to, claim.place_id)


def _resting_on(dataset: Dataset, events: tuple[Event, ...]) -> Dataset:
    documents = {claim.doc_id for event in events for claim in event.claims}
    involved = set(_involved(events))
    offices = tuple(o for o in dataset.offices if o.doc_id in documents and o.holder_id in involved)
    involved |= {office.body_id for office in offices}
    return Dataset(
        documents=tuple(d for d in dataset.documents if d.id in documents),
        actors=tuple(a for a in dataset.actors if a.id in involved),
        mentions=tuple(m for m in dataset.mentions if m.doc_id in documents and m.actor_id in involved),
        events=events,
        offices=offices,
        same=tuple(s for s in dataset.same if s.actor_id in involved),
    )
