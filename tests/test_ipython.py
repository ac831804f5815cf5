"""The notebook extension, in a real IPython shell."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.api import KnowledgeGraph
from kg.ipython import actor_html, claim_html, graph_html, marked
from kg.model import Actor, Document

pytest.importorskip("IPython", reason="pip install 'kg-actors[test]'")

ARTICLE = (
    "التقى وزير الخارجية المصري بدر عبد العاطي نظيره الأردني أيمن الصفدي في القاهرة الإثنين. "
    "وحذر عبد العاطي تركيا من التصعيد."
)
MEETINGS = "SELECT ?b WHERE { ?event kg:relation kg:metWith ; kg:target ?b }"


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return kg.build([Document("d", ARTICLE)])


@pytest.fixture
def shell() -> Iterator[Any]:
    from IPython.core.interactiveshell import InteractiveShell

    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    shell.run_line_magic("load_ext", "kg")
    yield shell
    InteractiveShell.clear_instance()


class Elements(HTMLParser):
    """Which elements a viewer would see, and the text between them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.open_now: list[str] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.opened.append(tag)
        if tag != "br":
            self.open_now.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open_now.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def test_marks_nest_and_every_letter_stays() -> None:
    text = "وزير الخارجية المصري بدر عبد العاطي"
    html = marked(text, [(0, len(text), "person"), (14, 20, "state"), (0, 4, "x")])
    seen = Elements(html)
    assert seen.opened.count("mark") == 3
    assert seen.open_now == []
    assert re.sub(r" (person|state|x)", "", seen.words) == text


@pytest.mark.parametrize(
    ("marks", "shown"),
    [
        ([(0, 4, "a"), (2, 6, "b")], 1),  # crossing: the first stays
        ([(0, 4, "a"), (4, 6, "b")], 2),  # side by side
        ([(0, 4, "a"), (0, 4, "a")], 1),  # twice the same
        ([(3, 3, "a"), (-1, 2, "b"), (5, 99, "c")], 0),  # empty, and outside
        ([], 0),
    ],
)
def test_marks_that_do_not_fit_are_left_out(marks: list[tuple[int, int, str]], shown: int) -> None:
    seen = Elements(marked("abcdefgh", marks))
    assert seen.opened.count("mark") == shown
    assert re.sub(r" [abc](?=[a-h]|$)", "", seen.words).startswith("a")


HOSTILE = "<img src=x onerror=alert(1)></mark><script>alert(1)</script>\"'&"


def test_hostile_names_stay_text() -> None:
    for html in (
        marked(HOSTILE, [(0, 5, HOSTILE)]),
        actor_html(Actor("x-1", "person", HOSTILE, HOSTILE, (HOSTILE,), HOSTILE)),
    ):
        seen = Elements(html)
        assert {"img", "script"}.isdisjoint(seen.opened)
        assert seen.open_now == []
        assert "<img src=x" in seen.words


def test_a_claim_shows_its_trigger_in_its_sentence(graph: KnowledgeGraph) -> None:
    claim = next(c for event in graph.dataset.events for c in event.claims if c.relation == "met-with")
    html = claim_html(claim)
    assert re.search(r"<mark[^>]*>التقى <sub", html)
    assert "occurred" in html
    assert claim.source_id is not None
    assert claim.source_id in html


def test_graph_actors_and_claims_have_a_rich_display(shell: Any, graph: KnowledgeGraph) -> None:
    event = graph.dataset.events[0]
    from kg.extract import extract

    read = extract(Document("d", ARTICLE), graph.lexicon)
    for thing in (graph, graph.dataset.actors[0], event, event.claims[0], read):
        data, _ = shell.display_formatter.format(thing)
        assert "<" in data["text/html"]
        assert data["text/plain"]
    data, _ = shell.display_formatter.format(read)
    assert data["text/html"].count("<mark") >= len(read.claims) + 3
    assert graph_html(graph).count("<table>") == 2


def test_import_is_enough_for_the_rich_display(graph: KnowledgeGraph) -> None:
    code = (
        "from IPython.core.interactiveshell import InteractiveShell; shell = InteractiveShell.instance();"
        "import kg; graph = kg.build('زار وزير الخارجية الأردني أيمن الصفدي القاهرة.');"
        "event = graph.dataset.events[0];"
        "shown = [shell.display_formatter.format(x)[0].get('text/html', '')"
        " for x in (graph, graph.dataset.actors[0], event, event.claims[0])];"
        "print([('<table' in html) for html in shown])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[True, True, True, True]"
    assert "<table" in graph._repr_html_()


def test_the_only_graph_is_asked(shell: Any, graph: KnowledgeGraph) -> None:
    shell.user_ns["news"] = graph
    answer = shell.run_cell_magic("sparql", "", MEETINGS)
    assert list(answer.columns) == ["b"]
    assert len(answer) == 1
    assert shell.run_line_magic("sparql", MEETINGS).equals(answer)


def test_the_answer_is_kept_in_a_variable(shell: Any, graph: KnowledgeGraph) -> None:
    shell.user_ns["news"] = graph
    assert shell.run_cell_magic("sparql", "-o meetings", MEETINGS) is None
    assert len(shell.user_ns["meetings"]) == 1


def test_one_of_several_graphs_or_a_folder(shell: Any, graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.save(tmp_path / "out", ["csv"])
    shell.user_ns.update(a=graph, b=kg.load(tmp_path / "out"))
    assert len(shell.run_cell_magic("sparql", "a", MEETINGS)) == 1
    assert len(shell.run_cell_magic("sparql", f"'{tmp_path / 'out'}'", MEETINGS)) == 1


@pytest.mark.parametrize(
    ("names", "line", "query", "told"),
    [
        ((), "", MEETINGS, "kg.build"),
        (("a", "b"), "", MEETINGS, "a, b"),
        (("a",), "nowhere", MEETINGS, "nowhere"),
        (("a",), "--wrong", MEETINGS, "usage"),
        (("a",), "-o 1x", MEETINGS, "1x"),
        (("a",), "'", MEETINGS, "quotation"),
        (("a",), "", "SELECT WHERE", "cannot be read"),
    ],
)
def test_a_mistake_is_told_in_a_line(
    shell: Any, graph: KnowledgeGraph, names: tuple[str, ...], line: str, query: str, told: str
) -> None:
    from IPython.core.error import UsageError

    for name in names:
        shell.user_ns[name] = KnowledgeGraph(graph.dataset, graph.lexicon)
    with pytest.raises(UsageError, match=told):
        shell.run_cell_magic("sparql", line, query)
