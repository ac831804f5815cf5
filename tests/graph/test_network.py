from __future__ import annotations

import datetime as dt

import networkx as nx
import pytest

import tests.factories as f
from kg.errors import KgError
from kg.graph import filtered, merge, overall_status, to_networkx
from kg.graph.copies import voices
from kg.graph.network import find_actor, sources_of


@pytest.fixture
def graph() -> nx.MultiDiGraph:
    return to_networkx(f.dataset(), f.RELATIONS)


def edge(graph: nx.MultiDiGraph, relation: str) -> dict[str, object]:
    (found,) = [d for *_, d in graph.edges(data=True) if d["relation"] == relation]
    return found


def test_shape(graph: nx.MultiDiGraph) -> None:
    assert isinstance(graph, nx.MultiDiGraph)
    assert set(graph) == {actor.id for actor in f.dataset().actors}
    keys = {key for *_, key in graph.edges(keys=True)}
    assert keys == {e.id for e in f.dataset().events if e.source_id and e.target_id}


def test_node_attributes(graph: nx.MultiDiGraph) -> None:
    assert graph.nodes["northland"] == {
        "label": "الشمال",
        "type": "state",
        "name_ar": "الشمال",
        "name_en": "Northland",
        "aliases": "دولة الشمال|كيان الشمال",
        "wikidata": "Q1",
        "mentions": 3,
        "no_target": 0,
        "no_source": 0,
    }


def test_events_that_lack_a_party_are_counted_on_the_other(graph: nx.MultiDiGraph) -> None:
    assert graph.nodes["union"]["no_target"] == 1
    assert graph.nodes[f.SALIM.id]["no_source"] == 1
    assert not [d for *_, d in graph.edges(data=True) if d["relation"] in ("stated", "killed")]


def test_edge_attributes(graph: nx.MultiDiGraph) -> None:
    meeting = edge(graph, "met-with")
    assert meeting["weight"] == 2  # two outlets say so; the third document is of the first outlet
    assert (meeting["status"], meeting["statuses"]) == ("occurred", "negated|occurred")
    assert (meeting["date"], meeting["place"], meeting["place_name"]) == ("2024-06-24", "port-city", "المرفأ")
    assert (meeting["symmetric"], meeting["cameo"], meeting["quad"]) == (True, "040", "verbal-cooperation")
    assert edge(graph, "affirmed")["attributed_to"] == "union"
    assert edge(graph, "visited")["status"] == "planned"


def test_no_attribute_is_none(graph: nx.MultiDiGraph) -> None:
    for data in [d for _, d in graph.nodes(data=True)] + [d for *_, d in graph.edges(data=True)]:
        assert all(isinstance(value, str | int | bool) for value in data.values())


def test_documents_of_unknown_outlet_count_each() -> None:
    claims = [f.claim("a"), f.claim("b"), f.claim("c"), f.claim("d")]
    documents = [f.document("a", outlet=""), f.document("b", outlet=""), f.document("c"), f.document("d")]
    assert sources_of(claims, voices(documents)) == 3


@pytest.mark.parametrize(
    ("statuses", "overall"),
    [
        (["planned", "occurred", "negated"], "occurred"),
        (["planned", "negated"], "negated"),
        (["possible", "planned"], "planned"),
        (["possible"], "possible"),
    ],
)
def test_overall_status(statuses: list[str], overall: str) -> None:
    assert overall_status(f.claim(status=status) for status in statuses) == overall


def kept(**conditions: object) -> list[str]:
    return sorted(event.relation for event in filtered(f.dataset(), **conditions).events)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("conditions", "relations"),
    [
        ({}, ["affirmed", "attacked", "killed", "met-with", "stated", "visited", "warned"]),
        ({"actor": "northland"}, ["attacked", "visited", "warned"]),
        ({"actor": ["union", "southland"]}, ["attacked", "stated", "warned"]),
        ({"relation": "met-with"}, ["met-with"]),
        ({"relation": {"met-with", "killed"}}, ["killed", "met-with"]),
        ({"status": "planned"}, ["visited"]),
        ({"status": "negated"}, ["met-with"]),
        ({"since": dt.date(2024, 7, 1)}, ["attacked", "killed", "visited"]),
        ({"until": dt.date(2024, 6, 24)}, ["met-with"]),
        # undated ones count from the day of publication
        ({"since": dt.date(2024, 6, 25), "until": dt.date(2024, 6, 25)}, ["affirmed", "stated", "warned"]),
        ({"min_sources": 2}, ["met-with"]),
        ({"min_sources": 3}, []),
    ],
)
def test_filter(conditions: dict[str, object], relations: list[str]) -> None:
    assert kept(**conditions) == relations


def test_filter_drops_claims_of_another_status() -> None:
    (event,) = filtered(f.dataset(), status="negated").events
    assert [claim.doc_id for claim in event.claims] == ["d3"]


def test_filter_keeps_what_the_events_rest_on() -> None:
    kept = filtered(f.dataset(), relation="affirmed")
    assert {actor.id for actor in kept.actors} == {f.NADIA.id, f.SALIM.id, "union", "northland"}
    assert [document.id for document in kept.documents] == ["d1"]
    assert len(kept.offices) == 1  # of Nadia, with its state
    assert {mention.doc_id for mention in kept.mentions} == {"d1"}


def test_undated_document_and_event_are_out_where_a_day_is_asked_for() -> None:
    made = merge([f.extraction(f.document("a", None), f.claim("a", date=None))], relations=f.RELATIONS)
    assert filtered(made, since=dt.date(1900, 1, 1)).events == ()


@pytest.mark.parametrize("name", ["northland", "الشمال", "الشِّمال", "Northland", "دوله الشمال"])
def test_find_actor(name: str) -> None:
    assert find_actor(f.dataset(), name) == "northland"


def test_find_actor_says_what_is_near() -> None:
    with pytest.raises(KgError, match="نادية الصافي"):
        find_actor(f.dataset(), "نادية")
    with pytest.raises(KgError, match=r"actors\.csv"):
        find_actor(f.dataset(), "زيد")
