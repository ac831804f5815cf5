"""Each stock question has an exact answer on the small data set of the factories."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from typing import Any

import pyoxigraph as ox
import pytest

import tests.factories as f
from kg.export import Settings
from kg.model import Actor, Extraction, Mention
from kg.query import Graph, QueryError, stock
from kg.query.questions import bind, bound, find, read_question

NADIA, SALIM, NORTH, SOUTH, UNION = (a.name_ar for a in (f.NADIA, f.SALIM, f.NORTH, f.SOUTH, f.UNION))
ALIF, BA = "وكالة ألف", "صحيفة باء"
MET, AFFIRMED, VISITED, ATTACKED, KILLED, WARNED, STATED = (
    f"علاقة {name}" for name in ("met-with", "affirmed", "visited", "attacked", "killed", "warned", "stated")
)
BASE = "https://w3id.org/kg-actors/id/"


def event(relation: str) -> str:
    return next(e.id for e in f.dataset().events if e.relation == relation)


def node(relation: str) -> str:
    return f"{BASE}event/{event(relation)}"


def actor(one: Any) -> str:
    return f"{BASE}actor/{one.id}"


MET_ID = event("met-with")

ANSWERS: list[tuple[str, dict[str, str], list[tuple[Any, ...]]]] = [
    ("who-met-whom", {}, [("2024-06-24", NADIA, SALIM, "المرفأ", 2, node("met-with"))]),
    (
        "who-met-whom",
        {"actor": SALIM, "since": "2024-06-24"},
        [("2024-06-24", NADIA, SALIM, "المرفأ", 2, node("met-with"))],
    ),
    ("who-met-whom", {"since": "2024-06-25"}, []),
    ("who-met-whom", {"until": "2024-06-23"}, []),
    ("who-met-whom", {"actor": "union"}, []),
    ("who-warned-whom", {}, [(None, NORTH, SOUTH, WARNED, "occurred", "حذرت الشمال مع الجنوب.", BA)]),
    (
        "who-warned-whom",
        {"source": "Northland", "target": SOUTH},
        [(None, NORTH, SOUTH, WARNED, "occurred", "حذرت الشمال مع الجنوب.", BA)],
    ),
    ("who-warned-whom", {"source": SOUTH}, []),
    (
        "what-they-said",
        {"actor": NADIA},
        [("2024-06-25", AFFIRMED, SALIM, UNION, "occurred", "أكدت نادية الصافي مع سليم المرّ.", ALIF)],
    ),
    (
        "what-they-said",
        {"actor": "union"},
        [("2024-06-25", STATED, None, None, "occurred", "قال اتحاد الموانئ مع .", BA)],
    ),
    ("what-they-said", {"actor": NADIA, "kind": "stated"}, []),
    ("what-they-said", {"actor": NADIA, "kind": AFFIRMED, "until": "2024-06-24"}, []),
    (
        "claims-by-outlet",
        {"event": MET_ID},
        [
            (BA, "2024-06-25", "occurred", None, "اجتمع سليم المرّ مع نادية الصافي.", f"{BASE}doc/d2"),
            (ALIF, "2024-06-25", "occurred", None, "التقت نادية الصافي مع سليم المرّ.", f"{BASE}doc/d1"),
            (ALIF, "2024-07-02", "negated", None, "لم تلتق نادية الصافي مع سليم المرّ.", f"{BASE}doc/d3"),
        ],
    ),
    (
        "planned-never-reported",
        {},
        [("2024-06-25", "2024-07-01", SALIM, VISITED, NORTH, ALIF, "سيزور سليم المرّ مع الشمال.")],
    ),
    ("planned-never-reported", {"actor": NADIA}, []),
    ("events-by-month", {}, [("2024-06", MET, 1), ("2024-07", ATTACKED, 1)]),
    ("events-by-month", {"since": "2024-07-01", "kind": "attacked"}, [("2024-07", ATTACKED, 1)]),
    ("most-active-pairs", {}, [(NORTH, SOUTH, 2), (NADIA, SALIM, 2)]),
    (
        "conflict-and-cooperation",
        {"one": "northland", "other": "southland"},
        [("2024-06", 1, 0, 0), ("2024-07", 1, 0, 0)],
    ),
    ("conflict-and-cooperation", {"one": SALIM, "other": NADIA}, [("2024-06", 0, 1, 1)]),
    ("office-holders", {}, [(NADIA, "وزيرة خارجية الشمال", NORTH, False, "2024-06-25", "2024-06-25", 1)]),
    (
        "office-holders",
        {"body": NORTH, "holder": NADIA},
        [(NADIA, "وزيرة خارجية الشمال", NORTH, False, "2024-06-25", "2024-06-25", 1)],
    ),
    ("office-holders", {"body": SOUTH}, []),
    (
        "evidence",
        {"source": SOUTH, "target": NORTH},
        [
            (
                "2024-07-01",
                ATTACKED,
                "occurred",
                None,
                "قصف الجنوب مع الشمال.",
                ALIF,
                "2024-07-02",
                "https://example.org/d3",
                "d3",
                80,
                101,
            )
        ],
    ),
    ("evidence", {"source": NORTH, "target": SOUTH, "kind": "attacked"}, []),
    (
        "most-active-actors",
        {"since": "2024-06-01"},
        [
            (SOUTH, 1, 0, 1, actor(f.SOUTH)),
            (NORTH, 0, 1, 1, actor(f.NORTH)),
            (SALIM, 0, 1, 1, actor(f.SALIM)),
            (NADIA, 1, 0, 1, actor(f.NADIA)),
        ],
    ),
    ("on-whose-word", {}, [(UNION, 1, 1, 1)]),
    ("on-whose-word", {"since": "2024-07-01"}, []),
    (
        "timeline",
        {"actor": NORTH},
        [
            ("2024-06-25", NORTH, WARNED, SOUTH, "occurred", node("warned")),
            ("2024-07-01", SOUTH, ATTACKED, NORTH, "occurred", node("attacked")),
            ("2024-07-01", SALIM, VISITED, NORTH, "planned", node("visited")),
        ],
    ),
    (
        "timeline",
        {"actor": SALIM, "since": "2024-07-02"},
        [("2024-07-02", None, KILLED, SALIM, "occurred", node("killed"))],
    ),
    ("where-it-happened", {}, [("المرفأ", "force", 1), ("المرفأ", "meet", 1)]),
    ("told-by-one-outlet", {}, [(ALIF, 4), (BA, 2)]),
    (
        "who-sets-the-agenda",
        {},
        [
            (UNION, 1, 0, 0, actor(f.UNION)),
            (NADIA, 1, 1, 0, actor(f.NADIA)),
            (SALIM, 0, 0, 1, actor(f.SALIM)),
        ],
    ),
]


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph.of(f.dataset(), Settings(f.RELATIONS))


@pytest.mark.parametrize(("question", "parameters", "rows"), ANSWERS)
def test_answer(graph: Graph, question: str, parameters: dict[str, str], rows: list[tuple[Any, ...]]) -> None:
    assert graph.ask(question, parameters).rows == rows


def test_contradictions(graph: Graph) -> None:
    ((date, who, relation, whom, yes, no, found),) = graph.ask("contradictions").rows
    assert (date, who, relation, whom, found) == ("2024-06-24", NADIA, MET, SALIM, node("met-with"))
    assert set(str(yes).split("، ")) == {ALIF, BA}
    assert no == ALIF


def test_names_by_outlet() -> None:
    settings = Settings(f.RELATIONS, loaded={"northland": ("كيان الشمال",)})
    read = f.extractions()
    mention = Mention("d3", "northland", 400, 411, "كيان الشمال")
    read[2] = Extraction(
        read[2].document, read[2].actors, (*read[2].mentions, mention, mention), read[2].claims
    )
    graph = Graph.of(f.merged(read), settings)
    assert graph.ask("names-by-outlet", {"actor": NORTH}).rows == [
        (BA, NORTH, False, 1),
        (ALIF, NORTH, False, 2),
        (ALIF, "كيان الشمال", True, 1),
    ]


def test_two_steps_away() -> None:
    """Nadia met Salim; Salim visited the North; the North warned the South."""
    day = f.document()
    made = f.merged(
        [
            f.extraction(
                day,
                f.claim(),
                f.claim("d1", "visited", f.SALIM, f.NORTH, start=50),
                f.claim("d1", "warned", f.NORTH, f.SOUTH, start=90),
                f.claim("d1", "visited", f.SALIM, f.PORT, status="planned", start=140),
            )
        ]
    )
    graph = Graph.of(made, Settings(f.RELATIONS))
    assert graph.ask("two-steps-away", {"actor": NADIA}).rows == [(NORTH, 1, SALIM, actor(f.NORTH))]
    assert graph.ask("two-steps-away", {"actor": SOUTH}).rows == [(SALIM, 1, NORTH, actor(f.SALIM))]


def test_planned_meeting_that_took_place() -> None:
    planned = f.extraction(f.document("a", dt.date(2024, 6, 20)), f.claim("a", status="planned", date=None))
    held = f.extraction(f.document("b", dt.date(2024, 6, 30)), f.claim("b", source=f.SALIM, target=f.NADIA))
    before = f.extraction(f.document("c", dt.date(2024, 6, 1)), f.claim("c", date=dt.date(2024, 6, 1)))

    def answers(*read: Any) -> int:
        return len(Graph.of(f.merged(read), Settings(f.RELATIONS)).ask("planned-never-reported"))

    assert answers(planned) == 1
    assert answers(planned, held) == 0
    assert answers(planned, before) == 1  # an earlier meeting is not the one announced


def test_parties_that_nobody_names_stay_empty() -> None:
    """A missing target or body must not match every actor."""
    office = dataclasses.replace(f.office(), body_id=None)
    read = f.extraction(f.document(), f.claim("d1", "warned", f.NORTH, None), offices=(office,))
    graph = Graph.of(f.merged([read]), Settings(f.RELATIONS))
    assert [row[1:3] for row in graph.ask("who-warned-whom").rows] == [(NORTH, None)]
    assert [row[2] for row in graph.ask("office-holders").rows] == [None]
    assert [row[1:4] for row in graph.ask("timeline", {"actor": NORTH}).rows] == [(NORTH, WARNED, None)]


def test_every_question_is_tested() -> None:
    tested = {question for question, *_ in ANSWERS} | {"contradictions", "two-steps-away", "names-by-outlet"}
    assert {question.name for question in stock()} == tested
    assert len(tested) >= 15


@pytest.mark.parametrize("question", stock(), ids=lambda q: q.name)
def test_header(question: Any) -> None:
    assert question.title
    assert re.search("[\u0600-\u06ff]", question.title_ar)
    assert question.about
    used = set(re.findall(r"\?(\w+)", question.sparql))
    named = {name for line in re.findall(r"#bind (.*)", question.sparql) for name in re.findall(r"\w+", line)}
    assert {p.name for p in question.parameters} == named
    assert named <= used


@pytest.mark.parametrize(
    "hostile",
    [
        '") } } ; DROP ALL #',
        "} SELECT * WHERE { ?s ?p ?o",
        'x" . ?a ?b ?c . "',
        "\\",
        "\n# ?",
        '"""',
        "> <http://x",
    ],
)
def test_a_parameter_stays_one_term(graph: Graph, hostile: str) -> None:
    question = read_question(
        "t", "# title: T\n# param: name text required A name.\nSELECT ?name WHERE {\n#bind ?name\n}"
    )
    sparql = bound(question, bind(question, {"name": hostile}, graph))
    assert graph.query(sparql).rows == [(hostile,)]
    with pytest.raises(QueryError):
        graph.ask("timeline", {"actor": hostile})


@pytest.mark.parametrize(
    ("question", "parameters", "message"),
    [
        ("no-such", {}, "no stock question 'no-such': choose among claims-by-outlet"),
        ("timeline", {}, "needs the parameter 'actor'"),
        (
            "timeline",
            {"actor": "northland", "colour": "red"},
            "takes no parameter 'colour'; it takes: actor, since",
        ),
        ("timeline", {"actor": "زيد"}, "no actor in the graph is called 'زيد'"),
        ("timeline", {"actor": "نادية"}, "near: نادية الصافي"),
        ("who-met-whom", {"since": "June"}, "since 'June' is no day: write it as 2024-06-25"),
        ("events-by-month", {"kind": "sang-to"}, "no relation in the graph is called 'sang-to'"),
    ],
)
def test_wrong_parameters(graph: Graph, question: str, parameters: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=re.escape(message)):
        graph.ask(question, parameters)


@pytest.mark.parametrize(
    "name",
    [
        "northland",
        "actor:northland",
        f"{BASE}actor/northland",
        "Northland",
        "الشمال",
        "دولة الشمال",
        "كيان الشمال",
    ],
)
def test_an_actor_by_any_name(graph: Graph, name: str) -> None:
    assert len(graph.ask("timeline", {"actor": name})) == 3


def test_a_name_that_two_actors_share() -> None:
    made = f.merged(
        [f.extraction(f.document(), f.claim(source=f.NORTH, target=Actor("north2", "place", "الشمال")))]
    )
    twin = dataclasses.replace(made, actors=(*made.actors, Actor("north2", "place", "الشمال")))
    with pytest.raises(
        QueryError, match="more than one actor is called 'الشمال': give one of the ids north2, northland"
    ):
        Graph.of(twin, Settings(f.RELATIONS)).ask("timeline", {"actor": "الشمال"})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT * WHERE {}", "t.rq:1: lacks a line '# title"),
        ("# title: T\n# param: x colour required C", "t.rq:2: a parameter is"),
        ("# title: T\n# param: x", "t.rq:2: a parameter is"),
    ],
)
def test_malformed_question(text: str, message: str) -> None:
    with pytest.raises(QueryError, match=re.escape(message)):
        read_question("t", text)


def test_bound_queries_run_on_any_server(graph: Graph) -> None:
    """What is sent is SPARQL 1.1 that rdflib reads too."""
    from rdflib.plugins.sparql import prepareQuery

    examples = {name: parameters for name, parameters, _ in ANSWERS} | {
        "two-steps-away": {"actor": NADIA},
        "names-by-outlet": {"actor": NADIA},
    }
    for question in stock():
        sparql = bound(question, bind(question, examples.get(question.name, {}), graph))
        prepareQuery(sparql, initNs=graph.prefixes)
        assert not [
            line for line in sparql.splitlines() if line.strip().startswith("#bind") and "VALUES" in line
        ]


def test_find() -> None:
    assert find("evidence").parameters[0].kind == "actor"
    assert isinstance(
        bind(find("evidence"), {"source": NORTH, "target": SOUTH}, Graph.of(f.dataset()))["source"],
        ox.NamedNode,
    )
