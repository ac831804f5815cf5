"""The Python interface, on the real pipeline and on small data sets made in code."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
import rdflib

import kg
import tests.factories as f
from kg.api import as_day
from kg.errors import InputError, KgError
from kg.lexicon import load as load_lexicon
from kg.query import QueryError

TEXT = (
    "التقى وزير الخارجية الأميركي أنتوني بلينكن في القاهرة أمس الإثنين نظيره المصري سامح شكري.\n"
    "وحذرت روسيا أوكرانيا من قصف أراضيها."
)


@pytest.fixture(scope="module")
def built() -> kg.KnowledgeGraph:
    return kg.build(TEXT, date="2024-06-25")


@pytest.fixture
def made() -> kg.KnowledgeGraph:
    """The factories' data set, with relations of the lexicon."""
    return kg.KnowledgeGraph(f.dataset())


def test_build_reads_a_text(built: kg.KnowledgeGraph) -> None:
    rows = built.events[["relation", "source_id", "target_id", "status", "date"]].to_numpy().tolist()
    assert ["met-with", "antony-blinken", "sameh-shoukry", "occurred", "2024-06-24"] in rows
    assert any(row[:3] == ["warned", "russia", "ukraine"] for row in rows)


def test_views_agree(built: kg.KnowledgeGraph) -> None:
    assert isinstance(built.nx, nx.MultiDiGraph)
    assert set(built.nx) == set(built.actors["actor_id"])
    assert {key for *_, key in built.nx.edges(keys=True)} <= set(built.events["event_id"])
    counted = built.query("SELECT (COUNT(?e) AS ?n) WHERE { ?e a kg:Event }")
    assert counted["n"].tolist() == [built.events["event_id"].nunique()]
    assert built.mentions["text"].str.len().gt(0).all()


def test_offsets_slice_the_text(built: kg.KnowledgeGraph) -> None:
    for row in built.events.itertuples():
        assert TEXT[row.start : row.end] == row.sentence
        assert row.trigger in row.sentence


def test_build_from_paths_documents_and_texts_at_once(tmp_path: Path) -> None:
    article = tmp_path / "article.jsonl"
    line = {"id": "from-file", "text": TEXT, "date": "2024-06-20", "outlet": "وكالة"}
    article.write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")
    document = kg.Document("mine", TEXT, date=dt.date(2024, 6, 21))
    graph = kg.build([TEXT, document, article], date=dt.date(2024, 6, 25))
    assert graph.documents[["doc_id", "date"]].to_numpy().tolist() == [
        ["text-1", "2024-06-25"],
        ["mine", "2024-06-21"],
        ["from-file", "2024-06-20"],
    ]


def test_build_takes_one_document_or_path(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    alone = kg.build(article, date="2024-06-25")
    assert len(alone.events) == len(kg.build(str(article), date="2024-06-25").events) > 0
    assert len(kg.build(kg.Document("d", TEXT)).events) > 0


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"inputs": "no-such-file.txt"}, "no-such-file.txt"),
        ({"inputs": TEXT, "date": "25 June"}, "date '25 June' is no day: write it as 2024-06-25"),
        ({"inputs": TEXT, "actors": "no-such.ttl"}, "no-such.ttl"),
        ({"inputs": TEXT, "ontologies": "no-such-folder"}, "no-such-folder"),
    ],
)
def test_build_says_what_is_wrong(wrong: dict[str, str], message: str) -> None:
    with pytest.raises(KgError, match=message):
        kg.build(**wrong)  # type: ignore[arg-type]


def test_users_actors_are_known(tmp_path: Path) -> None:
    mine = tmp_path / "mine.ttl"
    mine.write_text(
        """@prefix kg: <https://w3id.org/kg-actors/ontology#> .
        @prefix actor: <https://w3id.org/kg-actors/id/actor/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        actor:port-union a kg:Organization ; skos:prefLabel "نقابة عمال الميناء"@ar, "Port Union"@en ;
          kg:loadedName "عصابة الأرصفة"@ar .""",
        encoding="utf-8",
    )
    graph = kg.build("حذرت نقابة عمال الميناء روسيا.", date="2024-06-25", actors=mine)
    assert ("warned", "port-union", "russia") in list(
        graph.events[["relation", "source_id", "target_id"]].itertuples(index=False, name=None)
    )
    assert graph.settings.loaded["port-union"] == ("عصابة الأرصفة",)


def test_saved_and_loaded_is_the_same_graph(built: kg.KnowledgeGraph, tmp_path: Path) -> None:
    built.save(tmp_path)
    again = kg.load(tmp_path)
    assert again.dataset == built.dataset
    assert nx.utils.graphs_equal(again.nx, built.nx)
    assert set(again.rdf) == set(built.rdf)
    assert again.html() == built.html()


def test_save_writes_the_standard_files(made: kg.KnowledgeGraph, tmp_path: Path) -> None:
    paths = made.save(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in paths)
    assert {path.name for path in paths} == {
        "actors.csv",
        "mentions.csv",
        "events.csv",
        "documents.csv",
        "offices.csv",
        "same.csv",
        "graph.ttl",
        "graph.graphml",
        "graph.html",
    }


def test_save_other_formats(made: kg.KnowledgeGraph, tmp_path: Path) -> None:
    names = {path.name for path in made.save(tmp_path, ["nquads", "dyads"])}
    assert {"events.csv", "graph.nq", "dyads.tsv"} <= names
    assert "graph.html" not in names
    with pytest.raises(KgError, match="no format 'pdf'"):
        made.save(tmp_path, ["pdf"])


def test_load_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        kg.load(tmp_path)


def test_rdf_answers_like_query(made: kg.KnowledgeGraph) -> None:
    assert isinstance(made.rdf, rdflib.Graph)
    sparql = "SELECT ?claim ?quote WHERE { ?claim kg:quote ?quote } ORDER BY ?claim"
    ours = made.query(sparql).to_numpy().tolist()
    theirs = [[str(row.claim), str(row.quote)] for row in made.rdf.query(sparql)]
    assert ours == theirs
    assert len(ours) == 9


def test_rdf_without_oxrdflib(made: kg.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    import kg.query.rdflib_graph as room

    def plain(graph: rdflib.Graph) -> set[str]:
        """One way of writing plain text: rdflib tells "x" from "x"^^xsd:string, RDF does not."""
        string = f"^^<{rdflib.XSD.string}>"
        return {" ".join(term.n3() for term in triple).removesuffix(string) for triple in graph}

    with_it = plain(made.rdf)
    monkeypatch.setattr(room, "find_spec", lambda _: None)
    without = room.to_rdflib(made.dataset, made.settings)
    assert plain(without) == with_it
    assert without.store.__class__.__module__.startswith("rdflib.")


def test_query_types(made: kg.KnowledgeGraph) -> None:
    frame = made.query(
        'SELECT ?start ?half (?start > 3 AS ?late) ?nothing ("040" AS ?code) WHERE { '
        "?claim kg:start ?start BIND(?start / 2.0 AS ?half) } ORDER BY ?start"
    )
    assert frame["start"].dtype == "int64"
    assert frame["half"].dtype == "float64"
    assert frame["late"].dtype == "bool"
    assert frame["nothing"].isna().all()
    assert set(frame["code"]) == {"040"}


def test_query_faults(made: kg.KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="cannot be read"):
        made.query("SELECT ?x WHERE { ?x kg:quote }")
    with pytest.raises(QueryError):
        made.query("DELETE WHERE { ?s ?p ?o }")


def test_ask(made: kg.KnowledgeGraph) -> None:
    assert made.ask("on-whose-word").rows == [("اتحاد الموانئ", 1, 1, 1)]
    assert isinstance(made.ask("timeline", actor="الشمال", since="2024-07-01").dataframe(), pd.DataFrame)


def test_filter(made: kg.KnowledgeGraph) -> None:
    kept = made.filter(actor="الشمال", since="2024-07-01", status="occurred")
    assert kept.events["relation"].tolist() == ["attacked"]
    assert set(kept.nx) == {"northland", "southland", "port-city"}
    with pytest.raises(KgError, match="since 'July' is no day"):
        made.filter(since="July")


def test_view(made: kg.KnowledgeGraph, tmp_path: Path) -> None:
    path = made.view(tmp_path / "page.html", actor="northland", since="2024-06-01")
    text = path.read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>") or text.lower().startswith("<!doctype html>")
    assert "srcdoc" in made.view(height=300)._repr_html_()


def test_another_base(tmp_path: Path) -> None:
    graph = kg.KnowledgeGraph(f.dataset(), base="https://example.org/g/")
    graph.save(tmp_path, ["turtle"])
    assert "https://example.org/g/actor/" in (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    assert (
        graph.query("SELECT ?n WHERE { actor:northland skos:prefLabel ?n FILTER(LANG(?n)='en') }")["n"][0]
        == "Northland"
    )


def test_representation(made: kg.KnowledgeGraph) -> None:
    assert repr(made) == "<KnowledgeGraph: 6 actors, 7 events, 3 documents>"


def test_as_day() -> None:
    assert as_day(dt.date(2024, 1, 1), "x") == dt.date(2024, 1, 1)
    assert as_day(None, "x") is None


def test_own_lexicon_is_used() -> None:
    lexicon = load_lexicon()
    assert kg.KnowledgeGraph(f.dataset(), lexicon).relations is lexicon.relations


def test_public_names() -> None:
    assert set(kg.__all__) <= set(dir(kg))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = kg.nothing


def test_import_is_light() -> None:
    code = (
        "import sys, kg, kg.api, kg.model;"
        "heavy = {'torch', 'pandas', 'networkx', 'rdflib', 'pyvis', 'camel_tools', 'pyarrow', 'trafilatura'};"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(kg.__file__).parent.parent)


def test_build_needs_no_torch() -> None:
    code = (
        "import sys, kg;"
        f"kg.build({TEXT!r}, date='2024-06-25').nx;"
        "assert 'torch' not in sys.modules and 'pyvis' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(kg.__file__).parent.parent)
