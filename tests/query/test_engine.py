from __future__ import annotations

import csv
import io
import json
import os
import re
from pathlib import Path

import pyoxigraph as ox
import pytest

import tests.factories as f
from kg.errors import InputError
from kg.export import Settings, write
from kg.model import Dataset
from kg.query import Graph, QueryError, Result, run
from kg.query.result import value

SETTINGS = Settings(f.RELATIONS)
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
XSD = "http://www.w3.org/2001/XMLSchema#"


def literal(text: str, kind: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(XSD + kind))


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    write(f.dataset(), folder, ["csv", "turtle", "ntriples", "nquads", "trig", "jsonld", "store"], SETTINGS)
    return folder


@pytest.mark.parametrize(
    "name", ["", "graph.ttl", "graph.nt", "graph.nq", "graph.trig", "graph.jsonld", "graph.oxigraph"]
)
def test_every_source_gives_the_same_answer(out: Path, name: str) -> None:
    (expected,) = run(f.dataset(), COUNT).rows
    assert run(out / name, COUNT).rows[0][0] >= 300
    if name:  # the relations of the lexicon differ in labels only, not in number of statements
        assert run(out / name, COUNT).rows == [expected]


def test_tables_alone_are_enough(tmp_path: Path) -> None:
    write(f.dataset(), tmp_path, ["csv"], SETTINGS)
    assert run(tmp_path, "SELECT (COUNT(?e) AS ?n) WHERE { ?e a kg:Event }").rows == [(7,)]


def test_a_graph_older_than_the_tables_is_not_asked(tmp_path: Path) -> None:
    write(Dataset((), (), (), ()), tmp_path, ["turtle", "store"], SETTINGS)
    for name in ("graph.ttl", "graph.oxigraph"):
        os.utime(tmp_path / name, (0, 0))
    write(f.dataset(), tmp_path, ["csv"], SETTINGS)
    assert run(tmp_path, "ASK { ?e a kg:Event }").rows == [(True,)]


def test_documents_are_graphs_in_quads(out: Path) -> None:
    rows = run(out / "graph.nq", "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?c a kg:Claim } } ORDER BY ?g").rows
    assert [str(g).rpartition("/")[2] for (g,) in rows] == ["d1", "d2", "d3"]


def test_prefixes_are_known(out: Path) -> None:
    names = (
        "kg rel group quad rdf rdfs owl xsd skos dcterms prov schema wd actor event claim doc office naming"
    )
    for name in names.split():
        assert run(out, f"ASK {{ ?s ?p ?o FILTER(?s != {name}:x) }}").rows == [(True,)]


@pytest.mark.parametrize(
    ("query", "columns", "rows"),
    [
        ("ASK { ?e a kg:Event }", ("answer",), [(True,)]),
        ("SELECT ?n WHERE { actor:union skos:prefLabel ?n }", ("n",), [("اتحاد الموانئ",)]),
        ("SELECT ?x ?y WHERE { VALUES (?x ?y) { (1 UNDEF) } }", ("x", "y"), [(1, None)]),
        (
            "CONSTRUCT { ?a kg:of ?n } WHERE { ?a skos:prefLabel ?n FILTER(?a = actor:union) }",
            ("subject", "predicate", "object"),
            [
                (
                    "https://w3id.org/kg-actors/id/actor/union",
                    "https://w3id.org/kg-actors/ontology#of",
                    "اتحاد الموانئ",
                )
            ],
        ),
    ],
)
def test_kinds_of_queries(
    out: Path, query: str, columns: tuple[str, ...], rows: list[tuple[object, ...]]
) -> None:
    answer = run(out, query)
    assert answer.columns == columns
    assert answer.rows == rows
    assert len(answer) == len(rows)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x WHERE {", "the query cannot be read"),
        ("SELECT ?x WHERE { ?x nothing:y ?z }", "the query cannot be read"),
        ("INSERT DATA { kg:a kg:b kg:c }", "the query cannot be read"),
        ("SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "cannot be answered"),
    ],
)
def test_bad_queries(out: Path, query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        run(out, query)


def test_one_of_query_and_question(out: Path) -> None:
    for both in ({}, {"sparql": COUNT, "stock": "timeline"}):
        with pytest.raises(QueryError, match="give either a query or the name of a stock question"):
            run(out, **both)  # type: ignore[arg-type]


def test_stock_question_with_parameters(out: Path) -> None:
    assert len(run(out, stock="timeline", params={"actor": "Northland"})) == 3


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("graph.ttl", "this is no Turtle", r"graph\.ttl:1: is no valid Turtle"),
        ("graph.nt", "<http://a> <http://b> .\n", r"graph\.nt:1: is no valid N-Triples"),
        ("graph.pdf", "", "is no RDF file by its ending"),
    ],
)
def test_broken_files(tmp_path: Path, name: str, content: str, message: str) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(InputError, match=message):
        run(tmp_path / name, COUNT)


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no graph"):
        run(tmp_path, COUNT)
    with pytest.raises(InputError, match="no such file or folder"):
        run(tmp_path / "gone", COUNT)
    (tmp_path / "graph.oxigraph").mkdir()
    (tmp_path / "graph.oxigraph" / "CURRENT").write_text("no store")
    with pytest.raises(InputError, match="cannot be opened as a store"):
        run(tmp_path, COUNT)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (ox.Literal(3), 3),
        (ox.Literal(2.5), 2.5),
        (literal("2.50", "decimal"), 2.5),
        (ox.Literal(True), True),
        (literal("0", "boolean"), False),
        (literal("040", "string"), "040"),
        (literal("2024-06-24", "date"), "2024-06-24"),
        (literal("many", "integer"), "many"),
        (ox.Literal("قال", language="ar"), "قال"),
        (ox.NamedNode("http://a"), "http://a"),
        (ox.BlankNode("b"), "b"),
        (None, None),
    ],
)
def test_values(term: object, expected: object) -> None:
    assert value(term) == expected  # type: ignore[arg-type]
    assert type(value(term)) is type(expected)  # type: ignore[arg-type]


HARD = ['قال "نعم"', "سطر\nثان", "أ,ب", "=1+1", "\u202eمعكوس", "a\tb", ""]


@pytest.fixture
def hard() -> Result:
    return Result(("text", "n"), tuple((ox.Literal(text), ox.Literal(n)) for n, text in enumerate(HARD)))


def test_csv_reads_back(hard: Result) -> None:
    rows = list(csv.reader(io.StringIO(hard.csv(), newline="")))
    assert rows[0] == ["text", "n"]
    assert [row[0] for row in rows[1:]] == HARD


def test_json_reads_back(hard: Result) -> None:
    assert json.loads(hard.json()) == [{"text": text, "n": n} for n, text in enumerate(HARD)]
    empty = Result(("x",), ((None,),))
    assert json.loads(empty.json()) == [{}]


def test_dataframe(hard: Result) -> None:
    frame = hard.dataframe()
    assert frame["text"].tolist() == HARD
    assert frame["n"].dtype == "int64"
    assert Result(("x",), ()).dataframe().columns.tolist() == ["x"]


def test_table_is_one_line_a_row_and_isolated(hard: Result) -> None:
    lines = hard.table().splitlines()
    assert len(lines) == 2 + len(HARD)
    for line in lines[:1] + lines[2:]:
        assert line.count("\u2068") == line.count("\u2069") == 2
    assert "\u202e" not in hard.table()


def test_table_columns_line_up() -> None:
    rows = [("محمّد", 1), ("united", 22), ("日本", 333)]
    table = Result(("name", "n"), tuple((ox.Literal(a), ox.Literal(b)) for a, b in rows)).table()
    plain = [re.sub("[\u2068\u2069\u0651]", "", line) for line in table.splitlines()]
    assert [line.index(str(n)) for line, n in zip(plain[2:4], (1, 22), strict=True)] == [8, 8]
    assert plain[4].index("333") == 6  # two letters as wide as four


def test_table_cuts_and_shortens(out: Path) -> None:
    table = run(out, "SELECT ?e ('س' AS ?x) WHERE { ?e kg:relation kg:metWith }").table()
    assert re.search(r"event:[0-9a-f]{16}", table)
    long = Result(("x",), ((ox.Literal("ن" * 300),),)).table(width=20)
    assert "ن" * 19 + "…" in long
    assert "ن" * 20 not in long


def test_graph_of_nothing() -> None:
    assert Graph.of(Dataset((), (), (), ())).query(COUNT).rows == [(0,)]
