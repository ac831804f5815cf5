"""The RDF pattern: which triples a data set stands for.

Every event is a node with its relation, source and target; every claim is a node with its status, quote and
document; and where a claim says that the event occurred, source and target are linked directly too. This is
the pattern of Wikidata ("truthy" statements beside full ones; Erxleben et al., "Introducing Wikidata to the
Linked Data Web", ISWC 2014).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from kg.export.base import Settings
from kg.export.terms import CLASSES, Node, ObjectTerms, Terms, local
from kg.graph.events import claim_id, content_id
from kg.model import Actor, Claim, Dataset, Document, Event, Office, Relation

if TYPE_CHECKING:
    from pyoxigraph import Triple

Pair: TypeAlias = tuple[Node, Node]
Block: TypeAlias = tuple[Node, list[Pair]]
"""A subject with all that a graph says of it: properties and values, those of one property together."""


def _relation(t: Terms, relation: Relation) -> Iterator[Block]:
    """Say what a reader needs to know of a relation type; ``relations.ttl`` says all of it."""
    v, prop = t.vocabulary, t.properties[relation.id]
    labels = (t.arabic(relation.label_ar), t.literal(relation.label_en, language="en"))
    facts = [
        (t.type, v["kg:RelationType"]),
        (v["kg:property"], prop),
        (v["kg:symmetric"], t.literal(relation.symmetric)),
        *((v["skos:prefLabel"], label) for label in labels),
    ]
    if relation.group:
        facts.append((v["skos:broader"], v["group:" + local(relation.group)]))
    if relation.quad:
        facts.append((v["skos:broader"], v["quad:" + local(relation.quad)]))
    if relation.plover:
        facts.append((v["kg:plover"], t.literal(relation.plover)))
    if relation.cameo:
        facts.append((v["kg:cameo"], t.literal(relation.cameo)))
    yield v["rel:" + local(relation.id)], facts
    yield prop, [(v["rdfs:label"], label) for label in labels]


def _actor(t: Terms, actor: Actor) -> list[Pair]:
    v = t.vocabulary
    facts = [(t.type, v["kg:" + CLASSES[actor.type]])]
    if actor.name_ar:
        facts.append((v["skos:prefLabel"], t.arabic(actor.name_ar)))
    if actor.name_en:
        facts.append((v["skos:prefLabel"], t.literal(actor.name_en, language="en")))
    slanted = t.settings.loaded.get(actor.id, ())
    others = (name for name in dict.fromkeys(actor.aliases) if name not in slanted)
    facts += [(v["skos:altLabel"], t.arabic(name)) for name in others]
    facts += [(v["kg:loadedName"], t.arabic(name)) for name in dict.fromkeys(slanted)]
    if actor.wikidata:
        facts.append((v["owl:sameAs"], v["wd:" + local(actor.wikidata)]))
    return facts


def _direct(t: Terms, direct: Iterable[tuple[str, str]]) -> list[Pair]:
    """Give the direct edges of one actor, from relations and targets."""
    return [(t.properties[relation], t.actors[target]) for relation, target in sorted(direct)]


def _document(t: Terms, document: Document) -> list[Pair]:
    v = t.vocabulary
    facts = [(t.type, v["kg:Document"]), (v["dcterms:identifier"], t.literal(document.id))]
    if document.title:
        facts.append((v["schema:headline"], t.arabic(document.title)))
    if document.date:
        facts.append((v["schema:datePublished"], t.days[document.date]))
    if document.outlet:
        facts.append((v["kg:outlet"], t.literal(document.outlet)))
    if document.url:
        facts.append((v["schema:url"], t.literal(document.url, datatype=v["xsd:anyURI"])))
    if document.copy_of:
        facts.append((v["kg:copyOf"], t.documents[document.copy_of]))
    return facts


def _event(t: Terms, event: Event, claims: Collection[Claim]) -> list[Pair]:
    """Say what the given claims support of an event (all of it, where all its claims are given)."""
    v = t.vocabulary
    facts = [(t.type, v["kg:Event"]), (v["kg:relation"], t.properties[event.relation])]
    if event.source_id is not None:
        facts.append((v["kg:source"], t.actors[event.source_id]))
    else:
        facts.append((v["kg:sourceUnnamed"], t.literal(True)))
    if event.target_id is not None:
        facts.append((v["kg:target"], t.actors[event.target_id]))
    whole = claims is event.claims
    if event.date is not None and (whole or event.date in [claim.date for claim in claims]):
        facts.append((v["kg:onDate"], t.days[event.date]))
    if event.place_id is not None and (whole or event.place_id in [claim.place_id for claim in claims]):
        facts.append((v["kg:place"], t.actors[event.place_id]))
    return facts


def _claim(t: Terms, claim: Claim, event: Node) -> list[Pair]:
    v = t.vocabulary
    facts = [
        (t.type, v["kg:Claim"]),
        (v["kg:about"], event),
        (v["kg:status"], v["kg:" + claim.status]),
        (v["kg:quote"], t.arabic(claim.sentence)),
        (v["kg:trigger"], t.names[claim.trigger]),
        (v["kg:start"], t.numbers[claim.start]),
        (v["kg:end"], t.numbers[claim.end]),
        (v["prov:wasDerivedFrom"], t.documents[claim.doc_id]),
    ]
    if claim.attributed_to is not None:
        facts.insert(3, (v["kg:attributedTo"], t.actors[claim.attributed_to]))
    return facts


def _told(t: Terms, event: Event, claims: Collection[Claim]) -> list[Block]:
    """Give an event and claims about it."""
    node = t.once("event", event.id)
    about = [(t.once("claim", claim_id(claim)), _claim(t, claim, node)) for claim in claims]
    return [(node, _event(t, event, claims)), *about]


def _office(t: Terms, office: Office, document: Document | None) -> Block:
    v = t.vocabulary
    facts = [(t.type, v["kg:Office"]), (v["kg:holder"], t.actors[office.holder_id])]
    if office.body_id is not None:
        facts.append((v["kg:body"], t.actors[office.body_id]))
    facts.append((v["kg:title"], t.arabic(office.title)))
    if office.post:
        facts.append((v["kg:post"], t.literal(office.post)))
    facts.append((v["kg:former"], t.literal(office.former)))
    if document is not None and document.date is not None:
        facts.append((v["kg:asOf"], t.days[document.date]))
    facts += [
        (v["kg:start"], t.numbers[office.start]),
        (v["kg:end"], t.numbers[office.end]),
        (v["prov:wasDerivedFrom"], t.documents[office.doc_id]),
    ]
    return t.once("office", office_id(office)), facts


def office_id(o: Office) -> str:
    """Content hash of an office.

    Examples
    --------
    >>> office = Office("a", "x-1", "الوزير", "minister", None, False, 4, 10)
    >>> office_id(office) == office_id(Office("a", "x-1", "الوزير", "minister", None, True, 4, 10))
    False
    """
    return content_id(o.doc_id, o.start, o.end, o.holder_id, o.title, o.post, o.body_id, o.former)


def naming_id(doc_id: str, actor_id: str, name: str) -> str:
    """Content hash of a naming.

    Examples
    --------
    >>> naming_id("a", "cairo", "القاهرة") == naming_id("b", "cairo", "القاهرة")
    False
    """
    return content_id(doc_id, actor_id, name)


def _naming(t: Terms, doc_id: str, actor_id: str, name: str, times: int) -> Block:
    """Say how often a document calls an actor by a name; where it does so is in the table of mentions."""
    v = t.vocabulary
    return t.once("naming", naming_id(doc_id, actor_id, name)), [
        (t.type, v["kg:Naming"]),
        (v["kg:names"], t.actors[actor_id]),
        (v["kg:surface"], t.names[name]),
        (v["kg:times"], t.numbers[times]),
        (v["prov:wasDerivedFrom"], t.documents[doc_id]),
    ]


def _namings(dataset: Dataset) -> list[tuple[tuple[str, str, str], int]]:
    """Count how often each document calls each actor by each name, in order."""
    return sorted(Counter(map(attrgetter("doc_id", "actor_id", "text"), dataset.mentions)).items())


def edges(dataset: Dataset, settings: Settings) -> dict[str, set[tuple[str, str]]]:
    """Derive the direct edges: from each source, the relation and target of what it is said to have done.

    Only claims that say that the event occurred count. An event of a symmetric relation gives an edge each
    way.

    Parameters
    ----------
    dataset : Dataset
    settings : Settings
        Relation types: which are symmetric.

    Returns
    -------
    dict of str to set of (str, str)
        Relation and target, by source.

    Examples
    --------
    >>> from kg.graph.events import event_from_claims
    >>> claim = Claim("a", "visited", "egypt", "iraq", "occurred", None, None, None, "زار", 0, "زار", 0, 3)
    >>> edges(Dataset((), (), (), (event_from_claims("e1", [claim]),)), Settings({}))
    {'egypt': {('visited', 'iraq')}}
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
    """Relation types that some event has, in the order of the settings.

    Examples
    --------
    >>> used_relations(Dataset((), (), (), ()), Settings({}))
    []
    """
    used = {event.relation for event in dataset.events}
    return [relation for relation in settings.relations.values() if relation.id in used]


def triples(dataset: Dataset, settings: Settings) -> Iterator[Triple]:
    """Give all triples, each once, those of one subject together.

    Parameters
    ----------
    dataset : Dataset
    settings : Settings
        Relation types, namespace of the data, and names with a slant.

    Yields
    ------
    pyoxigraph.Triple

    Examples
    --------
    >>> cairo = Actor("cairo", "place", "القاهرة", "Cairo")
    >>> [triple.object.value for triple in triples(Dataset((), (cairo,), (), ()), Settings({}))]
    ['https://w3id.org/kg-actors/ontology#Place', 'القاهرة', 'Cairo']
    """
    from pyoxigraph import Triple

    return (Triple(s, p, o) for s, facts in blocks(dataset, ObjectTerms(settings)) for p, o in facts)


def blocks(dataset: Dataset, t: Terms) -> Iterator[Block]:
    """Give all that a data set says, each subject and each statement once.

    Parameters
    ----------
    dataset : Dataset
    t : Terms
        Makes objects or text.

    Yields
    ------
    (node, list of (node, node))
        A subject, with its properties and values.

    Examples
    --------
    >>> from kg.export.terms import TurtleTerms
    >>> dataset = Dataset((), (Actor("cairo", "place", "", "Cairo"),), (), ())
    >>> list(blocks(dataset, TurtleTerms(Settings({}))))
    [(b'actor:cairo', [(b'a', b'kg:Place'), (b'skos:prefLabel', b'"Cairo"@en')])]
    """
    for relation in used_relations(dataset, t.settings):
        yield from _relation(t, relation)
    direct = edges(dataset, t.settings)
    for actor in dataset.actors:
        yield t.actors[actor.id], _actor(t, actor) + _direct(t, direct.pop(actor.id, ()))
    for source in sorted(direct):
        yield t.actors[source], _direct(t, direct[source])
    for document in dataset.documents:
        yield t.documents[document.id], _document(t, document)
    for event in dataset.events:
        yield from _told(t, event, event.claims)
    by_id = {document.id: document for document in dataset.documents}
    for office in dict.fromkeys(dataset.offices):
        yield _office(t, office, by_id.get(office.doc_id))
    for (doc_id, actor_id, name), times in _namings(dataset):
        yield _naming(t, doc_id, actor_id, name, times)


def graphs(dataset: Dataset, t: Terms) -> Iterator[tuple[Node, Iterator[Block]]]:
    """Give all that a data set says by the graph that it is in, each graph once.

    The graph of a document has the document's address and holds all that rests on it: its claims, and of the
    events and direct edges what they support. Dropping the graph drops no more and no less. Actors and
    relation types are in the default graph. The union of all graphs is what :func:`blocks` gives.

    Parameters
    ----------
    dataset : Dataset
    t : Terms
        Makes objects or text.

    Yields
    ------
    (node, iterator of blocks)
        The graph, ``None`` for the default graph, and what it says; a subject comes once in a graph.

    Examples
    --------
    >>> from kg.export.terms import TurtleTerms
    >>> dataset = Dataset((Document("a", ""),), (), (), ())
    >>> [graph for graph, _ in graphs(dataset, TurtleTerms(Settings({})))]
    [None, b'doc:a']
    """
    yield None, _shared(dataset, t)
    told: defaultdict[str, list[tuple[Event, Collection[Claim]]]] = defaultdict(list)
    for event in dataset.events:
        if len(event.claims) == 1:
            told[event.claims[0].doc_id].append((event, event.claims))
            continue
        by_document: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in event.claims:
            by_document[claim.doc_id].append(claim)
        for doc_id, claims in by_document.items():
            told[doc_id].append((event, claims))
    offices: defaultdict[str, list[Office]] = defaultdict(list)
    for office in dict.fromkeys(dataset.offices):
        offices[office.doc_id].append(office)
    namings: defaultdict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for (doc_id, actor_id, name), times in _namings(dataset):
        namings[doc_id].append((actor_id, name, times))
    documents = {document.id: document for document in dataset.documents}
    for doc_id in dict.fromkeys([*documents, *told, *offices, *namings]):
        document = documents.get(doc_id)
        yield (
            t.documents[doc_id],
            chain(
                [(t.documents[doc_id], _document(t, document))] if document else (),
                _supported(t, told.get(doc_id, [])),
                (_office(t, office, document) for office in offices.get(doc_id, [])),
                (_naming(t, doc_id, *named) for named in namings.get(doc_id, ())),
            ),
        )


def _shared(dataset: Dataset, t: Terms) -> Iterator[Block]:
    """Give what rests on no document alone: relation types and actors."""
    for relation in used_relations(dataset, t.settings):
        yield from _relation(t, relation)
    for actor in dataset.actors:
        yield t.actors[actor.id], _actor(t, actor)


def _supported(t: Terms, told: list[tuple[Event, Collection[Claim]]]) -> Iterator[Block]:
    """Give what the claims of one document support: direct edges, events, and the claims themselves."""
    direct: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for event, claims in told:
        if "occurred" in [claim.status for claim in claims]:
            for source, target in _directions(event, t.settings):
                direct[source].add((event.relation, target))
    for source in sorted(direct):
        yield t.actors[source], _direct(t, direct[source])
    for event, claims in told:
        yield from _told(t, event, claims)
