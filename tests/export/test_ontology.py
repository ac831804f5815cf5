"""The ontology: complete, free of contradictions, and all that exports use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, XSD

import tests.factories as f
from kg.export import KG, Settings
from kg.export.jsonld import context
from kg.export.tables import read_csv
from kg.export.triples import triples
from kg.lexicon import load, ontology_dir

kg = rdflib.Namespace(KG)
EXAMPLES = Path(__file__).resolve().parents[1] / "data" / "examples_tables"
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property)


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in ("kg.ttl", "relations.ttl"):
        graph.parse(ontology_dir() / name)
    return graph


@pytest.fixture(scope="module")
def example() -> rdflib.Graph:
    """The data set of the factories, and the articles of ``examples/`` as they were read once."""
    import pyoxigraph as ox

    settings = Settings(load().relations, loaded={"northland": ("كيان الشمال",)})
    graph = rdflib.Graph()
    for dataset in (f.dataset(), read_csv(EXAMPLES)):
        text = ox.serialize(triples(dataset, settings), format=ox.RdfFormat.N_TRIPLES)
        graph.parse(data=text, format="nt")
    return graph


def own_terms(graph: rdflib.Graph) -> list[rdflib.URIRef]:
    """Classes and properties that kg.ttl declares."""
    kinds = (OWL.Class, *PROPERTIES, kg.Status)
    found = {s for kind in kinds for s in graph.subjects(RDF.type, kind)}
    return sorted(s for s in found if str(s).startswith(KG))


def test_every_term_is_labelled(ontology: rdflib.Graph) -> None:
    for term in own_terms(ontology):
        languages = {label.language for label in ontology.objects(term, RDFS.label)}
        assert languages == {"ar", "en"}, term
        assert ontology.value(term, RDFS.isDefinedBy) is not None, term


def test_every_term_is_defined(ontology: rdflib.Graph) -> None:
    terms = own_terms(ontology)
    assert len(terms) > 110
    assert [t for t in terms if ontology.value(t, SKOS.definition) is None] == []


def test_every_property_has_domain_and_range_or_says_why_not(ontology: rdflib.Graph) -> None:
    for kind in PROPERTIES:
        for term in ontology.subjects(RDF.type, kind):
            both = (ontology.value(term, RDFS.domain), ontology.value(term, RDFS.range))
            assert None not in both or ontology.value(term, RDFS.comment), term


def test_ontology_says_what_it_is() -> None:
    only = rdflib.Graph().parse(ontology_dir() / "kg.ttl")
    (this,) = only.subjects(RDF.type, OWL.Ontology)
    dcterms = rdflib.DCTERMS
    for needed in (dcterms.title, dcterms.license, OWL.versionInfo, dcterms.description):
        assert only.value(this, needed) is not None


def used(graph: rdflib.Graph) -> set[rdflib.URIRef]:
    """Terms of this vocabulary in a graph."""
    return {
        term
        for triple in graph
        for term in triple
        if isinstance(term, rdflib.URIRef) and str(term).startswith(KG.removesuffix("#"))
    }


def test_no_term_in_exports_is_undefined(ontology: rdflib.Graph, example: rdflib.Graph) -> None:
    assert used(example) - set(ontology.subjects()) == set()


@pytest.mark.parametrize("name", ["relations.ttl", "codes.ttl", "actors.ttl", "shapes.ttl"])
def test_no_term_in_the_other_files_is_undefined(ontology: rdflib.Graph, name: str) -> None:
    graph = rdflib.Graph().parse(ontology_dir() / name)
    rules = KG.replace("#", "/rule/")
    undefined = used(graph) - set(ontology.subjects()) - set(graph.subjects())
    assert {term for term in undefined if not term.startswith(rules)} == set(), "define it in kg.ttl"


@pytest.mark.parametrize("name", ["cues.ttl", "titles.ttl", "names.ttl"])
def test_no_property_of_the_word_lists_is_undefined(ontology: rdflib.Graph, name: str) -> None:
    predicates = rdflib.Graph().parse(ontology_dir() / name).predicates()
    own = {p for p in predicates if str(p).startswith(KG)}
    assert own - set(ontology.subjects()) == set(), "define it in kg.ttl"


def test_terms_of_other_vocabularies_are_those_we_mean(example: rdflib.Graph) -> None:
    """Guards against slips in the names of terms that are not ours."""
    theirs = {str(p) for p in example.predicates() if not str(p).startswith(KG)}
    assert theirs == {
        str(RDF.type),
        str(RDFS.label),
        str(OWL.sameAs),
        str(SKOS.prefLabel),
        str(SKOS.altLabel),
        str(SKOS.broader),
        "http://purl.org/dc/terms/identifier",
        "http://www.w3.org/ns/prov#wasDerivedFrom",
        "https://schema.org/headline",
        "https://schema.org/datePublished",
        "https://schema.org/url",
    }


def close(graph: rdflib.Graph) -> list[str]:
    """Contradictions that an OWL 2 RL reasoner finds."""
    owlrl = pytest.importorskip("owlrl")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    errors = rdflib.Namespace("http://www.daml.org/2002/03/agents/agent-ont#")
    return [str(o) for o in graph.objects(None, errors.error)]


def test_no_contradiction(ontology: rdflib.Graph, example: rdflib.Graph) -> None:
    whole = ontology + example
    assert close(whole) == []
    # and the reasoner did its work: it knows what the alignment says
    sem = rdflib.Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
    events = [event for dataset in (f.dataset(), read_csv(EXAMPLES)) for event in dataset.events]
    assert len(set(whole.subjects(RDF.type, sem.Event))) == len(events)
    assert (rdflib.URIRef("https://w3id.org/kg-actors/id/actor/northland"), RDF.type, kg.Actor) in whole


def test_a_contradiction_would_be_found() -> None:
    north = rdflib.URIRef("https://w3id.org/kg-actors/id/actor/northland")
    only = rdflib.Graph().parse(ontology_dir() / "kg.ttl")
    only.add((north, RDF.type, kg.State))
    only.add((north, RDF.type, kg.Claim))
    assert close(only)


def test_context_defines_what_jsonld_uses() -> None:
    committed = json.loads((ontology_dir() / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    used_here = context(f.dataset(), Settings(load().relations))
    assert set(committed) <= set(used_here)
    extra = set(used_here) - set(committed)
    assert extra <= {relation.property for relation in load().relations.values()}
    for key, value in committed.items():
        assert used_here[key] == value


def test_codes_are_text(ontology: rdflib.Graph) -> None:
    for code in ontology.objects(None, kg.cameo):
        assert code.datatype in (None, XSD.string)
        assert len(str(code)) == 3


@pytest.mark.parametrize(("scheme", "code"), [("ploverTypes", kg.plover), ("cameoCodes", kg.cameo)])
def test_matches_of_codes_are_those_of_the_relations(
    ontology: rdflib.Graph, scheme: str, code: rdflib.URIRef
) -> None:
    codes = rdflib.Graph().parse(ontology_dir() / "codes.ttl")
    matched = {
        (relation, str(codes.value(concept, SKOS.notation)))
        for concept in codes.subjects(SKOS.inScheme, kg[scheme])
        for match in (SKOS.narrowMatch, SKOS.closeMatch)
        for relation in codes.objects(concept, match)
    }
    coded = {(relation, str(value)) for relation, value in ontology.subject_objects(code)}
    unlike = {(relation, value) for relation, value in coded if value in ("012", "016")}
    assert matched == coded - unlike
    for concept in codes.subjects(SKOS.inScheme, kg[scheme]):
        assert {label.language for label in codes.objects(concept, SKOS.prefLabel)} == {"ar", "en"}
