"""The RDF pattern: which triples a data set stands for.

Every event is a node with its relation, source and target; every claim is a node with its status, quote and
document; and where a claim says that the event occurred, source and target are linked directly too. This is
the pattern of Wikidata ("truthy" statements beside full ones; Erxleben et al., "Introducing Wikidata to the
Linked Data Web", ISWC 2014).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from kg.export.base import Settings
from kg.export.terms import CLASSES, Node, ObjectTerms, Terms, local
from kg.graph.events import claim_id, content_id
from kg.model import Actor, Claim, Dataset, Document, Event, Office, Relation

if TYPE_CHECKING:
    from pyoxigraph import Triple

Pair: TypeAlias = tuple[Node, Node]
Statement: TypeAlias = tuple[Node, Node, Node]


def _relation(t: Terms, relation: Relation) -> Iterator[Statement]:
    """Say what a reader needs to know of a relation type; ``relations.ttl`` says all of it."""
    concept, prop = t.vocabulary["rel:" + local(relation.id)], t.property(relation.id)
    labels = (t.arabic(relation.label_ar), t.literal(relation.label_en, language="en"))
    yield concept, t.type, t.vocabulary["kg:RelationType"]
    yield concept, t.vocabulary["kg:property"], prop
    yield concept, t.vocabulary["kg:symmetric"], t.literal(relation.symmetric)
    for label in labels:
        yield concept, t.vocabulary["skos:prefLabel"], label
    if relation.group:
        yield concept, t.vocabulary["skos:broader"], t.vocabulary["group:" + local(relation.group)]
    if relation.quad:
        yield concept, t.vocabulary["skos:broader"], t.vocabulary["quad:" + local(relation.quad)]
    if relation.plover:
        yield concept, t.vocabulary["kg:plover"], t.literal(relation.plover)
    if relation.cameo:
        yield concept, t.vocabulary["kg:cameo"], t.literal(relation.cameo)
    for label in labels:
        yield prop, t.vocabulary["rdfs:label"], label


def _actor(t: Terms, actor: Actor) -> Iterator[Pair]:
    yield t.type, t.vocabulary["kg:" + CLASSES[actor.type]]
    if actor.name_ar:
        yield t.vocabulary["skos:prefLabel"], t.arabic(actor.name_ar)
    if actor.name_en:
        yield t.vocabulary["skos:prefLabel"], t.literal(actor.name_en, language="en")
    slanted = t.settings.loaded.get(actor.id, ())
    for name in dict.fromkeys(actor.aliases):
        if name not in slanted:
            yield t.vocabulary["skos:altLabel"], t.arabic(name)
    for name in dict.fromkeys(slanted):
        yield t.vocabulary["kg:loadedName"], t.arabic(name)
    if actor.wikidata:
        yield t.vocabulary["owl:sameAs"], t.vocabulary["wd:" + local(actor.wikidata)]


def _document(t: Terms, document: Document) -> Iterator[Pair]:
    yield t.type, t.vocabulary["kg:Document"]
    yield t.vocabulary["dcterms:identifier"], t.literal(document.id)
    if document.title:
        yield t.vocabulary["schema:headline"], t.arabic(document.title)
    if document.date:
        yield t.vocabulary["schema:datePublished"], t.literal(document.date.isoformat(), datatype=t.day)
    if document.outlet:
        yield t.vocabulary["kg:outlet"], t.literal(document.outlet)
    if document.url:
        yield t.vocabulary["schema:url"], t.literal(document.url, datatype=t.vocabulary["xsd:anyURI"])
    if document.copy_of:
        yield t.vocabulary["kg:copyOf"], t.documents[document.copy_of]


def _event(t: Terms, event: Event, claims: Iterable[Claim]) -> Iterator[Pair]:
    """Say what the given claims support of an event (all of it, where all its claims are given)."""
    yield t.type, t.vocabulary["kg:Event"]
    yield t.vocabulary["kg:relation"], t.property(event.relation)
    if event.source_id is not None:
        yield t.vocabulary["kg:source"], t.actors[event.source_id]
    else:
        yield t.vocabulary["kg:sourceUnnamed"], t.literal(True)
    if event.target_id is not None:
        yield t.vocabulary["kg:target"], t.actors[event.target_id]
    claims = list(claims)
    if event.date is not None and any(claim.date == event.date for claim in claims):
        yield t.vocabulary["kg:onDate"], t.literal(event.date.isoformat(), datatype=t.day)
    if event.place_id is not None and any(claim.place_id == event.place_id for claim in claims):
        yield t.vocabulary["kg:place"], t.actors[event.place_id]


def _claim(t: Terms, claim: Claim, event: Node) -> Iterator[Pair]:
    yield t.type, t.vocabulary["kg:Claim"]
    yield t.vocabulary["kg:about"], event
    yield t.vocabulary["kg:status"], t.vocabulary["kg:" + claim.status]
    if claim.attributed_to is not None:
        yield t.vocabulary["kg:attributedTo"], t.actors[claim.attributed_to]
    yield t.vocabulary["kg:quote"], t.arabic(claim.sentence)
    yield t.vocabulary["kg:trigger"], t.arabic(claim.trigger)
    yield t.vocabulary["kg:start"], t.literal(claim.start)
    yield t.vocabulary["kg:end"], t.literal(claim.end)
    yield t.vocabulary["prov:wasDerivedFrom"], t.documents[claim.doc_id]


def _office(t: Terms, office: Office, document: Document | None) -> Iterator[Pair]:
    yield t.type, t.vocabulary["kg:Office"]
    yield t.vocabulary["kg:holder"], t.actors[office.holder_id]
    if office.body_id is not None:
        yield t.vocabulary["kg:body"], t.actors[office.body_id]
    yield t.vocabulary["kg:title"], t.arabic(office.title)
    if office.post:
        yield t.vocabulary["kg:post"], t.literal(office.post)
    yield t.vocabulary["kg:former"], t.literal(office.former)
    if document is not None and document.date is not None:
        yield t.vocabulary["kg:asOf"], t.literal(document.date.isoformat(), datatype=t.day)
    yield t.vocabulary["kg:start"], t.literal(office.start)
    yield t.vocabulary["kg:end"], t.literal(office.end)
    yield t.vocabulary["prov:wasDerivedFrom"], t.documents[office.doc_id]


def office_id(o: Office) -> str:
    """Content hash of an office."""
    return content_id(o.doc_id, o.start, o.end, o.holder_id, o.title, o.post, o.body_id, o.former)


def naming_id(doc_id: str, actor_id: str, name: str) -> str:
    """Content hash of a naming."""
    return content_id(doc_id, actor_id, name)


def _naming(t: Terms, doc_id: str, actor_id: str, name: str, times: int) -> Iterator[Statement]:
    """Say how often a document calls an actor by a name; where it does so is in the table of mentions."""
    node = t.once("naming", naming_id(doc_id, actor_id, name))
    yield node, t.type, t.vocabulary["kg:Naming"]
    yield node, t.vocabulary["kg:names"], t.actors[actor_id]
    yield node, t.vocabulary["kg:surface"], t.arabic(name)
    yield node, t.vocabulary["kg:times"], t.literal(times)
    yield node, t.vocabulary["prov:wasDerivedFrom"], t.documents[doc_id]


def edges(dataset: Dataset, settings: Settings) -> dict[str, set[tuple[str, str]]]:
    """Derive the direct edges: from each source, the relation and target of what it is said to have done.

    Only claims that say that the event occurred count. An event of a symmetric relation gives an edge each
    way.

    Parameters
    ----------
    dataset : Dataset
    settings : Settings

    Returns
    -------
    dict of str to set of (str, str)
    """
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for event in dataset.events:
        if any(claim.status == "occurred" for claim in event.claims):
            for source, target in _directions(event, settings):
                found[source].add((event.relation, target))
    return dict(found)


def _directions(event: Event, settings: Settings) -> list[tuple[str, str]]:
    if event.source_id is None or event.target_id is None:
        return []
    known = settings.relations.get(event.relation)
    there = (event.source_id, event.target_id)
    return [there, there[::-1]] if known is not None and known.symmetric else [there]


def used_relations(dataset: Dataset, settings: Settings) -> list[Relation]:
    """Relation types that some event has, in the order of the settings."""
    used = {event.relation for event in dataset.events}
    return [relation for relation in settings.relations.values() if relation.id in used]


def triples(dataset: Dataset, settings: Settings) -> Iterator[Triple]:
    """Give all triples, each once, those of one subject together.

    Parameters
    ----------
    dataset : Dataset
    settings : Settings

    Yields
    ------
    pyoxigraph.Triple
    """
    from pyoxigraph import Triple

    return (Triple(s, p, o) for s, p, o in statements(dataset, ObjectTerms(settings)))


def statements(dataset: Dataset, t: Terms) -> Iterator[Statement]:
    """Give all triples as three terms, each once, those of one subject together.

    Parameters
    ----------
    dataset : Dataset
    t : Terms
        Makes objects or text.

    Yields
    ------
    tuple of three nodes
    """
    for relation in used_relations(dataset, t.settings):
        yield from _relation(t, relation)
    direct = edges(dataset, t.settings)
    for actor in dataset.actors:
        node = t.actors[actor.id]
        for p, o in _actor(t, actor):
            yield node, p, o
        for relation_id, target in sorted(direct.pop(actor.id, ())):
            yield node, t.property(relation_id), t.actors[target]
    for source in sorted(direct):
        for relation_id, target in sorted(direct[source]):
            yield t.actors[source], t.property(relation_id), t.actors[target]
    for document in dataset.documents:
        node = t.documents[document.id]
        for p, o in _document(t, document):
            yield node, p, o
    for event in dataset.events:
        node = t.once("event", event.id)
        for p, o in _event(t, event, event.claims):
            yield node, p, o
        for claim in event.claims:
            claim_node = t.once("claim", claim_id(claim))
            for p, o in _claim(t, claim, node):
                yield claim_node, p, o
    by_id = {document.id: document for document in dataset.documents}
    for office in dict.fromkeys(dataset.offices):
        office_node = t.once("office", office_id(office))
        for p, o in _office(t, office, by_id.get(office.doc_id)):
            yield office_node, p, o
    namings = Counter((m.doc_id, m.actor_id, m.text) for m in dataset.mentions)
    for (doc_id, actor_id, name), times in sorted(namings.items()):
        yield from _naming(t, doc_id, actor_id, name, times)


def graphs(dataset: Dataset, t: Terms) -> Iterator[tuple[Node, Iterator[Statement]]]:
    """Give all triples by the graph that they are in, each graph once.

    The graph of a document has the document's address and holds all that rests on it: its claims, and of the
    events and direct edges what they support. Dropping the graph drops no more and no less. Actors and
    relation types are in the default graph. The union of all graphs is :func:`statements`.

    Parameters
    ----------
    dataset : Dataset
    t : Terms
        Makes objects or text.

    Yields
    ------
    (node, iterator of three nodes)
        The graph, ``None`` for the default graph, and its statements.
    """
    yield None, _shared(dataset, t)
    told: defaultdict[str, list[tuple[Event, list[Claim]]]] = defaultdict(list)
    for event in dataset.events:
        by_document: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in event.claims:
            by_document[claim.doc_id].append(claim)
        for doc_id, claims in by_document.items():
            told[doc_id].append((event, claims))
    offices: defaultdict[str, list[Office]] = defaultdict(list)
    for office in dict.fromkeys(dataset.offices):
        offices[office.doc_id].append(office)
    namings: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for mention in dataset.mentions:
        namings[mention.doc_id][mention.actor_id, mention.text] += 1
    documents = {document.id: document for document in dataset.documents}
    for doc_id in dict.fromkeys([*documents, *told, *offices, *namings]):
        document = documents.get(doc_id) or Document(doc_id, "")
        described = doc_id in documents
        facts = _document_facts(
            t, document, told.get(doc_id, []), offices.get(doc_id, []), described=described
        )
        named = (
            statement
            for (actor_id, name), times in sorted(namings.get(doc_id, Counter()).items())
            for statement in _naming(t, doc_id, actor_id, name, times)
        )
        yield t.documents[doc_id], chain(facts, named)


def _shared(dataset: Dataset, t: Terms) -> Iterator[Statement]:
    """Give what rests on no document alone: relation types and actors."""
    for relation in used_relations(dataset, t.settings):
        yield from _relation(t, relation)
    for actor in dataset.actors:
        node = t.actors[actor.id]
        for p, o in _actor(t, actor):
            yield node, p, o


def _document_facts(
    t: Terms,
    document: Document,
    told: list[tuple[Event, list[Claim]]],
    offices: list[Office],
    *,
    described: bool,
) -> Iterator[Statement]:
    """Give what rests on one document, but for namings."""
    if described:
        about = t.documents[document.id]
        for p, o in _document(t, document):
            yield about, p, o
    direct = {
        (source, event.relation, target)
        for event, claims in told
        if any(claim.status == "occurred" for claim in claims)
        for source, target in _directions(event, t.settings)
    }
    for source, relation, target in sorted(direct):
        yield t.actors[source], t.property(relation), t.actors[target]
    for event, claims in told:
        node = t.once("event", event.id)
        for p, o in _event(t, event, claims):
            yield node, p, o
        for claim in claims:
            claim_node = t.once("claim", claim_id(claim))
            for p, o in _claim(t, claim, node):
                yield claim_node, p, o
    for office in offices:
        office_node = t.once("office", office_id(office))
        for p, o in _office(t, office, document):
            yield office_node, p, o
