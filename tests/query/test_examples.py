"""Each stock question has an exact answer on the articles of ``examples/``, found by another way too.

Two graphs are asked: the examples as they are read now, and ``tests/data/examples_tables``, as they were read
once, which stays the same when the reading gets better. To renew that one:
``kg build examples --date 2024-09-05 --format csv -o tests/data/examples_tables``, but for its ``.kg``.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kg.api import KnowledgeGraph, build, load
from kg.export import Settings
from kg.export.authority import facts
from kg.lexicon import load as load_lexicon
from kg.query import Graph, stock
from tests.query.answers import Answers

FROZEN = Path(__file__).resolve().parents[1] / "data" / "examples_tables"
SPAN = {"since": "2024-09-08", "until": "2024-09-30"}
EMPTY = {"contradictions"}  # no article of the examples denies what another one tells


@pytest.fixture(scope="module", params=["frozen", "now"])
def known(request: pytest.FixtureRequest, checkout: Path) -> tuple[str, Graph, Answers]:
    if request.param == "frozen":
        made: KnowledgeGraph = load(FROZEN)
    else:
        made = build(checkout / "examples", date="2024-09-05")
    lexicon = load_lexicon()
    loaded, countries = facts(lexicon, {actor.id for actor in made.dataset.actors})
    settings = Settings(lexicon.relations, loaded=loaded, countries=countries)
    return request.param, Graph.of(made.dataset, settings), Answers(made.dataset, settings)


def given(name: str, answers: Answers) -> list[dict[str, str]]:
    """Parameters to ask with: those who are most active, then with a span of days or a kind as well."""
    events = answers.dataset.events
    actors = [a for a, _ in Counter(e.source_id for e in events if e.source_id).most_common(5)]
    pairs = Counter((e.source_id, e.target_id) for e in events if e.source_id and e.target_id)
    named = [dict(zip(("source", "target"), pair, strict=True)) for pair, _ in pairs.most_common(3)]
    kinds = [kind for kind, _ in Counter(e.relation for e in events).most_common(3)]
    by_claims = sorted(events, key=lambda e: (-len(e.claims), e.id))
    one = [{"actor": actor} for actor in actors]
    offices = answers.dataset.offices
    body = next(office.body_id for office in offices if office.body_id)
    asked: dict[str, list[dict[str, str]]] = {
        "claims-by-outlet": [{"event": event.id} for event in by_claims[:5]],
        "conflict-and-cooperation": [{"one": p["source"], "other": p["target"]} for p in named],
        "contradictions": [{}],
        "events-by-month": [{}, SPAN, *({"kind": kind} for kind in kinds)],
        "evidence": [*named, *({**pair, "kind": kind} for pair in named for kind in kinds)],
        "most-active-actors": [{}, SPAN],
        "most-active-pairs": [{}, SPAN],
        "names-by-outlet": [*one, {"actor": "ansar-allah"}],
        "office-holders": [{}, {"holder": offices[0].holder_id}, {"body": body}],
        "on-whose-word": [{}, SPAN],
        "planned-never-reported": [{}, *one],
        "timeline": [*one, *({**actor, **SPAN} for actor in one)],
        "told-by-one-outlet": [{}],
        "two-steps-away": one,
        "what-they-said": [*one, *({**actor, "kind": "affirmed", **SPAN} for actor in one)],
        "where-it-happened": [{}, SPAN],
        "who-met-whom": [{}, SPAN, *one],
        "who-sets-the-agenda": [{}],
        "who-warned-whom": [{}, SPAN, *named, *({"source": actor} for actor in actors)],
    }  # fmt: skip
    return asked[name]


def unordered(rows: list[tuple[Any, ...]]) -> Counter[tuple[Any, ...]]:
    """Rows whatever their order, and lists inside a cell whatever theirs."""
    return Counter(
        tuple(
            ", ".join(sorted(part.strip() for part in cell.replace("،", ",").split(",")))
            if isinstance(cell, str)
            else cell
            for cell in row
        )
        for row in rows
    )


@pytest.mark.parametrize("question", [question.name for question in stock()])
def test_exact_answer(known: tuple[str, Graph, Answers], question: str) -> None:
    which, graph, answers = known
    found = 0
    for parameters in given(question, answers):
        rows = graph.ask(question, parameters).rows
        expected = getattr(answers, question.replace("-", "_"))(**parameters)
        assert unordered(rows) == unordered(expected), parameters
        found += len(rows)
    if which == "frozen":
        assert bool(found) == (question not in EMPTY)
