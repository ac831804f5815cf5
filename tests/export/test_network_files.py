from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings

import tests.factories as f
from kg.export import Settings, write
from kg.export.network_files import clean, clean_graph
from kg.graph import to_networkx
from kg.model import Dataset
from tests.export.strategies import datasets

SETTINGS = Settings(f.RELATIONS)


def test_graphml_is_the_graph_again(tmp_path: Path) -> None:
    (path,) = write(f.dataset(), tmp_path, ["graphml"], SETTINGS)
    read = nx.read_graphml(path)
    made = to_networkx(f.dataset(), f.RELATIONS)
    assert isinstance(read, nx.MultiDiGraph)
    assert dict(read.nodes(data=True)) == dict(made.nodes(data=True))
    assert {key: data for *_, key, data in read.edges(keys=True, data=True)} == {
        key: data for *_, key, data in made.edges(keys=True, data=True)
    }


def test_gexf_is_the_graph_again(tmp_path: Path) -> None:
    (path,) = write(f.dataset(), tmp_path, ["gexf"], SETTINGS)
    read = nx.read_gexf(path)
    made = to_networkx(f.dataset(), f.RELATIONS)
    assert set(read) == set(made)
    assert read.nodes["northland"]["actor_type"] == "state"
    assert {key for *_, key in read.edges(keys=True)} == {key for *_, key in made.edges(keys=True)}
    for source, target, key, data in made.edges(keys=True, data=True):
        saved = read.edges[source, target, key]
        assert {name: saved[name] for name in data} == data


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(datasets())
def test_any_dataset_opens_in_networkx_with_all_attributes(tmp_path: Path, dataset: Dataset) -> None:
    graph = clean_graph(dataset, SETTINGS)
    (path,) = write(dataset, tmp_path, ["graphml"], SETTINGS)
    read = nx.read_graphml(path, force_multigraph=True, edge_key_type=str)
    assert {node: _told(data) for node, data in read.nodes(data=True)} == {
        node: _told(data) for node, data in graph.nodes(data=True)
    }
    assert {key: _told(data) for *_, key, data in read.edges(keys=True, data=True)} == {
        key: _told(data) for *_, key, data in graph.edges(keys=True, data=True)
    }
    (path,) = write(dataset, tmp_path, ["gexf"], SETTINGS)
    assert set(nx.read_gexf(path)) == set(graph)


def _told(data: dict[str, object]) -> dict[str, object]:
    """Attributes that say something: the reader gives empty text as None or leaves it out."""
    return {key: value for key, value in data.items() if value not in ("", None)}


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("أ\x00ب", "أب"),
        ("\x1b[0m", "[0m"),
        ("\ufffe", ""),
        ("سطر\nثان\t", "سطر\nثان\t"),
        ("😀", "😀"),
        ("<&>", "<&>"),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_names_that_are_markup(tmp_path: Path, form: str) -> None:
    actor = f.Actor("x-1", "person", "<script>alert(1)</script>", 'A "B" & C')
    made = f.merged([f.extraction(f.document(), f.claim(source=f.NORTH, target=f.SOUTH))])
    made = Dataset(made.documents, (actor,), (), made.events)
    (path,) = write(made, tmp_path, [form], SETTINGS)
    assert "<script>" not in path.read_text(encoding="utf-8")
    read = nx.read_graphml(path) if form == "graphml" else nx.read_gexf(path)
    assert read.nodes["x-1"]["name_ar"] == "<script>alert(1)</script>"
