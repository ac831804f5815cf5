"""Each planted fault is found, by the fast check and by a SHACL engine alike."""

from __future__ import annotations

from collections.abc import Callable

import pyoxigraph as ox
import pytest

import tests.factories as f
from kg.export import Settings
from kg.export.base import DATA, KG
from kg.export.terms import NAMESPACES
from kg.export.triples import triples
from kg.lexicon import ontology_dir
from kg.query import validate
from kg.query.engine import Graph

Edit = Callable[[ox.Store], None]

PREFIXES = NAMESPACES | {k: f"{DATA}{k}/" for k in ("actor", "event", "claim", "doc", "office")}


def store() -> ox.Store:
    made = ox.Store()
    made.extend(ox.Quad(*triple) for triple in triples(f.dataset(), Settings(f.RELATIONS)))
    return made


def one(made: ox.Store, pattern: str) -> ox.NamedNode:
    """The first thing that fits, in order of address."""
    answer = made.query(f"SELECT ?x WHERE {{ {pattern} }} ORDER BY ?x LIMIT 1", prefixes=PREFIXES)
    (row,) = answer  # type: ignore[misc]
    return row["x"]


MEETING = "?x kg:relation kg:metWith"
MET = "?x kg:about/kg:relation kg:metWith"
WARNING = "?x kg:relation kg:warned"

FAULTS: list[tuple[str, str, str, str]] = [
    # rule, what is at fault, DELETE, INSERT ($x is at fault)
    ("event-relation", MEETING, "$x kg:relation kg:metWith", "$x kg:relation kg:metWith, kg:visited"),
    ("event-relation", WARNING, "$x kg:relation kg:warned", ""),
    ("event-source", WARNING, "$x kg:source actor:northland", ""),
    ("event-source", WARNING, "", "$x kg:source actor:union"),
    ("event-source", WARNING, "", "$x kg:sourceUnnamed true"),
    ("event-target", WARNING, "", "$x kg:target actor:union"),
    ("event-self", WARNING, "$x kg:target actor:southland", "$x kg:target actor:northland"),
    ("event-actor", MEETING, "$x kg:place actor:port-city", "$x kg:place actor:nowhere"),
    ("event-date", MEETING, '$x kg:onDate "2024-06-24"^^xsd:date', '$x kg:onDate "2024-06-24"'),
    ("event-date", MEETING, "", '$x kg:onDate "2024-06-30"^^xsd:date'),
    ("event-date", MEETING, '$x kg:onDate "2024-06-24"^^xsd:date', '$x kg:onDate "2024-06-31"^^xsd:date'),
    ("event-claim", "?x kg:relation kg:killed", "?c kg:about $x", ""),
    ("claim-about", "?x kg:about/kg:relation kg:killed", "$x kg:about ?e", ""),
    ("claim-status", MET, "$x kg:status ?s", "$x kg:status kg:rumoured"),
    ("claim-status", MET, "$x kg:status ?s", ""),
    ("claim-quote", MET, "$x kg:quote ?q", ""),
    ("claim-quote", MET, "$x kg:quote ?q", '$x kg:quote ""@ar'),
    ("claim-document", MET, "$x prov:wasDerivedFrom ?d", ""),
    ("claim-document", MET, "$x prov:wasDerivedFrom ?d", "$x prov:wasDerivedFrom doc:lost"),
    ("claim-offsets", MET, "$x kg:start ?n", "$x kg:start 900"),
    ("claim-offsets", MET, "$x kg:start ?n", "$x kg:start -1"),
    ("claim-offsets", MET, "$x kg:end ?n", '$x kg:end "33"'),
    ("claim-offsets", MET, "$x kg:start ?n", ""),
    ("claim-actor", MET, "", "$x kg:attributedTo actor:nobody"),
    ("actor-label", "?x a kg:Organization", "$x skos:prefLabel ?l", '$x skos:prefLabel "Union"@en'),
    ("document-date", "?x a kg:Document", "$x schema:datePublished ?d", '$x schema:datePublished "1 June"'),
    ("office-holder", "?x a kg:Office", "$x kg:holder ?h", ""),
    ("office-document", "?x a kg:Office", "$x prov:wasDerivedFrom ?d", ""),
]


def plant(made: ox.Store, subject: ox.NamedNode, delete: str, insert: str) -> None:
    """Change the statements about one subject."""
    delete, insert = (text.replace("$x", str(subject)) for text in (delete, insert))
    made.update(f"DELETE {{ {delete} }} INSERT {{ {insert} }} WHERE {{ {delete} }}", prefixes=PREFIXES)


def by_shacl(made: ox.Store) -> set[tuple[str, str]]:
    """What pySHACL reports: subject and rule."""
    pyshacl = pytest.importorskip("pyshacl")
    import rdflib

    data = rdflib.Graph().parse(
        data=made.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()), format="nt"
    )
    shapes = rdflib.Graph().parse(ontology_dir() / "shapes.ttl")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    rule = KG.replace("#", "/rule/")
    return {
        (
            str(report.value(result, sh.focusNode)),
            str(report.value(result, sh.sourceShape)).removeprefix(rule),
        )
        for result in report.subjects(rdflib.RDF.type, sh.ValidationResult)
    }


def by_us(made: ox.Store) -> set[tuple[str, str]]:
    return {
        (fault.subject, fault.rule) for fault in validate(Graph(made)) if not fault.rule.startswith("edge-")
    }


def test_a_sound_graph_has_no_fault() -> None:
    made = store()
    assert validate(Graph(made)) == []
    assert by_shacl(made) == set()


@pytest.mark.parametrize(("rule", "where", "delete", "insert"), FAULTS)
def test_planted_fault(rule: str, where: str, delete: str, insert: str) -> None:
    made = store()
    subject = one(made, where)
    plant(made, subject, delete, insert)
    found = {(fault.subject, fault.rule): fault for fault in validate(Graph(made))}
    assert (subject.value, rule) in found
    fault = found[subject.value, rule]
    assert fault.advice
    assert fault.problem


def test_every_rule_has_a_planted_fault() -> None:
    from kg.query.validate import _CHECKS, _words

    assert set(_CHECKS) == set(_words())
    assert {rule for rule, *_ in FAULTS} | {"edge-unsupported", "edge-missing"} == set(_CHECKS)


def test_shacl_engine_reports_the_same_faults() -> None:
    """One fault of each kind in one graph."""
    made = store()
    planted = {rule: (where, delete, insert) for rule, where, delete, insert in FAULTS}
    for where, delete, insert in planted.values():
        plant(made, one(store(), where), delete, insert)
    assert by_us(made) == by_shacl(made)
    assert {rule for _, rule in by_us(made)} == set(planted)


@pytest.mark.parametrize(("rule", "where", "delete", "insert"), FAULTS[::4])
def test_shacl_engine_agrees_on_single_faults(rule: str, where: str, delete: str, insert: str) -> None:
    made = store()
    plant(made, one(made, where), delete, insert)
    assert by_us(made) == by_shacl(made)


def test_edge_without_claim() -> None:
    made = store()
    made.update("INSERT DATA { actor:union kg:praised actor:northland }", prefixes=PREFIXES)
    (fault,) = validate(Graph(made))
    assert (fault.rule, fault.subject) == ("edge-unsupported", f"{DATA}actor/union")
    assert "praised" in fault.problem


@pytest.mark.parametrize(
    "edge",
    [
        "actor:northland kg:warned actor:southland",
        f"actor:{f.SALIM.id} kg:metWith actor:{f.NADIA.id}",  # the way back of a symmetric relation
    ],
)
def test_claim_without_edge(edge: str) -> None:
    made = store()
    made.update(f"DELETE DATA {{ {edge} }}", prefixes=PREFIXES)
    (fault,) = validate(Graph(made))
    assert fault.rule == "edge-missing"


@pytest.mark.parametrize("status", ["planned", "possible", "negated"])
def test_edge_of_what_did_not_occur(status: str) -> None:
    made = store()
    warning = one(made, "?x kg:about/kg:relation kg:warned")
    plant(made, warning, "$x kg:status kg:occurred", f"$x kg:status kg:{status}")
    (fault,) = validate(Graph(made))
    assert fault.rule == "edge-unsupported"


def test_dataset_and_folder(tmp_path) -> None:  # type: ignore[no-untyped-def]
    from kg.export import write

    write(f.dataset(), tmp_path, ["csv"], Settings(f.RELATIONS))
    assert validate(f.dataset()) == []
    assert validate(tmp_path) == []
