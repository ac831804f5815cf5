from __future__ import annotations

import dataclasses
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from rdflib.compare import isomorphic

import tests.factories as f
from kg.errors import KgError
from kg.export import Settings, write
from kg.export.base import DATA, KG
from kg.export.terms import ObjectTerms, local
from kg.export.triples import graphs, triples
from kg.model import Dataset
from tests.export.strategies import datasets

SETTINGS = Settings(f.RELATIONS, loaded={"northland": ("كيان الشمال",)})
TRIPLES = ["turtle", "ntriples", "jsonld"]
QUADS = ["nquads", "trig"]

actor = rdflib.Namespace(DATA + "actor/")
kg = rdflib.Namespace(KG)


def read(path: Path) -> set[ox.Triple]:
    return {ox.Triple(*list(quad)[:3]) for quad in ox.parse(path=path)}


def read_by_rdflib(path: Path, form: str) -> rdflib.Graph:
    """The union of all graphs."""
    names = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld", "nquads": "nquads", "trig": "trig"}
    dataset = rdflib.Dataset(default_union=True).parse(path, format=names[form])
    graph = rdflib.Graph()
    for triple in dataset.triples((None, None, None)):
        graph.add(triple)
    return graph


def in_memory(dataset: Dataset) -> rdflib.Graph:
    text = ox.serialize(triples(dataset, SETTINGS), format=ox.RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=text, format="nt")


@pytest.mark.parametrize("form", TRIPLES + QUADS)
def test_written_and_read_is_isomorphic(tmp_path: Path, form: str) -> None:
    (path,) = write(f.dataset(), tmp_path, [form], SETTINGS)
    assert isomorphic(read_by_rdflib(path, form), in_memory(f.dataset()))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(datasets())
def test_any_dataset_survives_every_form(tmp_path: Path, dataset: Dataset) -> None:
    expected = set(triples(dataset, SETTINGS))
    for form in TRIPLES + QUADS:
        (path,) = write(dataset, tmp_path, [form], SETTINGS)
        assert read(path) == expected, form


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(datasets())
def test_any_dataset_is_read_by_rdflib_too(tmp_path: Path, dataset: Dataset) -> None:
    expected = len(set(triples(dataset, SETTINGS)))
    for form in ("turtle", "ntriples", "jsonld"):
        (path,) = write(dataset, tmp_path, [form], SETTINGS)
        assert len(read_by_rdflib(path, form)) == expected


@settings(max_examples=60, deadline=None)
@given(datasets())
def test_each_triple_is_given_once(dataset: Dataset) -> None:
    given_out = list(triples(dataset, SETTINGS))
    assert len(given_out) == len(set(given_out))


@settings(max_examples=60, deadline=None)
@given(datasets())
def test_dropping_a_document_leaves_what_the_others_say(dataset: Dataset) -> None:
    """The graphs without one document are the graphs of a build without it."""
    if not dataset.documents:
        return
    gone = dataset.documents[0].id
    graph = ox.NamedNode(DATA + "doc/" + local(gone))
    members = (m for name, m in graphs(dataset, ObjectTerms(SETTINGS)) if name != graph)
    left = {ox.Triple(s, p, o) for blocks in members for s, facts in blocks for p, o in facts}
    claims = [claim for event in dataset.events for claim in event.claims]
    for claim in claims:
        node = _claim_node(claim)
        assert any(triple.subject == node for triple in left) == (claim.doc_id != gone)
    supported = {t for c in claims if c.doc_id != gone and c.status == "occurred" for t in _edges(c)}
    assert {t for t in left if _is_edge(t)} == supported


def _claim_node(claim: object) -> ox.NamedNode:
    from kg.graph.events import claim_id

    return ox.NamedNode(f"{DATA}claim/{claim_id(claim)}")  # type: ignore[arg-type]


def _is_edge(triple: ox.Triple) -> bool:
    ends = (triple.subject, triple.object)
    return all(isinstance(e, ox.NamedNode) and e.value.startswith(DATA + "actor/") for e in ends)


def _edges(claim: object) -> set[ox.Triple]:
    source, target, relation = (getattr(claim, n) for n in ("source_id", "target_id", "relation"))
    if source is None or target is None:
        return set()
    known = f.RELATIONS.get(relation)
    prop = ox.NamedNode(KG + (known.property if known else "notInTheList"))
    one, other = (ox.NamedNode(DATA + "actor/" + local(end)) for end in (source, target))
    both = known is not None and known.symmetric
    return {ox.Triple(one, prop, other)} | ({ox.Triple(other, prop, one)} if both else set())


def test_direct_edges_only_of_what_occurred() -> None:
    graph = in_memory(f.dataset())
    nadia, salim = actor[f.NADIA.id], actor[f.SALIM.id]
    assert (nadia, kg.metWith, salim) in graph
    assert (salim, kg.metWith, nadia) in graph
    assert (nadia, kg.affirmed, salim) in graph
    assert (salim, kg.affirmed, nadia) not in graph
    assert (salim, kg.visited, actor.northland) not in graph  # only planned


@pytest.mark.parametrize("status", ["planned", "possible", "negated"])
def test_no_edge_of_other_status(status: str) -> None:
    from kg.graph import merge

    made = merge([f.extraction(f.document(), f.claim(status=status))], relations=f.RELATIONS)
    assert not [t for t in triples(made, SETTINGS) if _is_edge(t)]
    assert [t for t in triples(made, SETTINGS) if t.object == ox.NamedNode(KG + status)]


def test_pattern_of_a_claim() -> None:
    answer = in_memory(f.dataset()).query(
        """SELECT ?quote ?start ?end ?who ?headline ?day ?outlet WHERE {
          ?event a kg:Event ; kg:relation kg:affirmed ; kg:source ?source ; kg:target ?target .
          ?claim a kg:Claim ; kg:about ?event ; kg:status kg:occurred ; kg:attributedTo ?who ;
            kg:quote ?quote ; kg:trigger "أكدت"@ar ; kg:start ?start ; kg:end ?end ;
            prov:wasDerivedFrom ?doc .
          ?doc a kg:Document ; schema:headline ?headline ; schema:datePublished ?day ;
            kg:outlet ?outlet . }""",
        initNs={"kg": kg, "prov": rdflib.PROV, "schema": rdflib.Namespace("https://schema.org/")},
    )
    (row,) = answer
    claim = next(c for e in f.dataset().events for c in e.claims if c.relation == "affirmed")
    assert (str(row.quote), row.start.toPython(), row.end.toPython()) == (
        claim.sentence,
        claim.start,
        claim.end,
    )
    assert (str(row.headline), str(row.day), str(row.outlet)) == ("عنوان d1", "2024-06-25", "وكالة ألف")
    assert row.who == actor.union
    assert row.quote.language == "ar"


def test_names_and_links_of_an_actor() -> None:
    graph = in_memory(f.dataset())
    north = actor.northland
    assert set(graph.objects(north, rdflib.SKOS.prefLabel)) == {
        rdflib.Literal("الشمال", lang="ar"),
        rdflib.Literal("Northland", lang="en"),
    }
    assert set(graph.objects(north, rdflib.SKOS.altLabel)) == {rdflib.Literal("دولة الشمال", lang="ar")}
    assert set(graph.objects(north, kg.loadedName)) == {rdflib.Literal("كيان الشمال", lang="ar")}
    assert (north, rdflib.OWL.sameAs, rdflib.URIRef("http://www.wikidata.org/entity/Q1")) in graph
    assert not list(graph.objects(actor.union, rdflib.OWL.sameAs))


def test_another_base(tmp_path: Path) -> None:
    base = "https://example.org/data#"
    settings = dataclasses.replace(SETTINGS, base=base)
    paths = write(f.dataset(), tmp_path, [*TRIPLES, *QUADS], settings)
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert DATA not in text
        assert read(path) == set(triples(f.dataset(), settings))
    from kg.query import Graph

    assert Graph.open(tmp_path / "graph.ttl").prefixes["actor"] == base + "actor/"


@pytest.mark.parametrize("base", ["", "id/", "https://example.org/data"])
def test_bad_base(base: str) -> None:
    with pytest.raises(KgError, match="namespace"):
        Settings(f.RELATIONS, base=base)


def test_ids_that_are_paths_stay_apart(tmp_path: Path) -> None:
    from kg.graph import merge

    names = ["..", ".", "a/b", "a%2Fb", "a b", "<a>", 'a"b', "../../etc"]
    made = merge([f.extraction(f.document(n), f.claim(n)) for n in names], relations=f.RELATIONS)
    write(made, tmp_path, ["turtle"], SETTINGS)
    graph = rdflib.Graph().parse(tmp_path / "graph.ttl")
    documents = set(graph.subjects(rdflib.RDF.type, kg.Document))
    assert len(documents) == len(names)
    assert {str(o) for o in graph.objects(None, rdflib.DCTERMS.identifier)} == set(names)


def test_turtle_is_pretty(tmp_path: Path) -> None:
    (path,) = write(f.dataset(), tmp_path, ["turtle"], SETTINGS)
    text = path.read_text(encoding="utf-8")
    head = [line for line in text.splitlines() if line.startswith("@prefix")]
    assert head == sorted(head)
    assert text.startswith("@prefix")
    assert "actor:northland a kg:State ;" in text
    assert "<https://w3id.org/kg-actors/id/" not in text.replace("\n".join(head), "")


def test_store_on_disk(tmp_path: Path) -> None:
    (path,) = write(f.dataset(), tmp_path, ["store"], SETTINGS)
    (again,) = write(f.dataset(), tmp_path, ["store"], SETTINGS)  # replaces the first
    assert path == again
    store = ox.Store.read_only(str(path))
    assert {ox.Triple(*list(q)[:3]) for q in store} == set(triples(f.dataset(), SETTINGS))
    assert [p.name for p in tmp_path.iterdir()] == ["graph.oxigraph"]
