"""The text of the page, without a browser."""

from __future__ import annotations

import dataclasses
import datetime as dt
import doctest
import html
import importlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.console import summary
from kg.errors import KgError
from kg.model import Actor, Dataset, Document, Mention
from kg.view import network, outside_first_view, page, show
from kg.view.layout import positions
from kg.view.marks import Named, trigger_span
from kg.view.tables import QUADS, STATUSES, TYPES, tables

from . import data


@pytest.fixture(scope="module")
def text() -> str:
    return page(data.small(), data.RELATIONS, title="قمة")


def payload(text: str, which: str = "kg-data") -> object:
    found = re.search(rf'<script type="application/json" id="{which}">(.*?)</script>', text, re.S)
    assert found
    return json.loads(found[1])


def test_equal_input_gives_equal_text_whatever_the_hash_seed() -> None:
    code = (
        "import hashlib; from tests.view import data; from kg.view import page;"
        "print(hashlib.sha256(page(data.sample(), data.RELATIONS).encode()).hexdigest())"
    )
    root = Path(__file__).parents[2]
    seen = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
        ).stdout
        for seed in ("0", "1", "77")
    }  # fmt: skip
    assert len(seen) == 1


def test_policy_forbids_everything_but_the_scripts_of_the_page(text: str) -> None:
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1])  # type: ignore[index]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_nothing_is_linked_from_outside(text: str) -> None:
    # vis-network's own text names web addresses in messages; the elements of the page must not.
    elements = re.sub(r"<script.*?</script>|<style>.*?</style>", "", text, flags=re.S)
    assert not re.search(r"(src|href|srcset|poster)\s*=\s*[\"']?(https?:)?//", elements)
    assert "sourceMappingURL=vis" not in text
    assert "@import" not in text


def test_direction_and_language(text: str) -> None:
    assert '<html lang="ar" dir="rtl">' in text
    assert '<html lang="en" dir="ltr">' in page(data.small(), data.RELATIONS, lang="en")


def test_all_data_are_in_the_file_whatever_it_shows_at_first() -> None:
    whole = payload(page(data.sample(), data.RELATIONS))
    part = payload(page(data.sample(), data.RELATIONS, first_view=3, actor="الأردن", relation="met-with"))
    assert isinstance(whole, dict)
    assert isinstance(part, dict)
    assert part["claims"] == whole["claims"]
    assert part["actors"]["id"] == whole["actors"]["id"]
    assert part["start"] == {"actor": "jordan", "relation": "met-with", "since": None, "until": None}


@pytest.mark.parametrize("name", ["united-states", "الولايات المتحده", "United States", "امريكا", "اميركا"])
def test_actor_is_found_by_id_or_any_name(name: str) -> None:
    if name == "امريكا":
        with pytest.raises(KgError, match="no actor"):
            page(data.sample(), data.RELATIONS, actor=name)
    else:
        shown = payload(page(data.sample(), data.RELATIONS, actor=name))
        assert isinstance(shown, dict)
        assert shown["start"]["actor"] == "united-states"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"actor": "الاتحاد"}, "الاتحاد الأوروبي"),
        ({"relation": "hugged"}, "those that occur: met-with"),
        ({"lang": "fr"}, "'ar' or 'en'"),
        ({"first_view": 0}, "at least 1"),
    ],
)
def test_errors_say_what_to_do(options: dict[str, str], message: str) -> None:
    with pytest.raises(KgError, match=message):
        page(data.sample(), data.RELATIONS, **options)  # type: ignore[arg-type]


def test_an_event_with_an_actor_that_is_missing_is_named() -> None:
    whole = data.small()
    broken = dataclasses.replace(whole, actors=whole.actors[1:])
    with pytest.raises(KgError, match=f"event e0000.* '{whole.actors[0].id}'"):
        page(broken, data.RELATIONS)


def test_an_unknown_relation_keeps_its_id() -> None:
    shown = payload(page(data.small(), {}))
    assert isinstance(shown, dict)
    assert "met-with" in shown["relations"]["ar"]


def test_json_cannot_leave_its_element() -> None:
    evil = "</script><script>alert(1)</script><!-- & \u2028"
    whole = data.small()
    actors = (dataclasses.replace(whole.actors[0], name_ar=evil), *whole.actors[1:])
    text = page(dataclasses.replace(whole, actors=actors), data.RELATIONS, title=evil)
    assert "<script>alert" not in text
    assert "\u2028" not in text.partition("kg-data")[2]
    shown = payload(text)
    assert isinstance(shown, dict)
    assert evil in shown["actors"]["ar"]
    assert shown["title"] == evil


def test_a_lone_surrogate_does_not_stop_the_page() -> None:
    whole = data.small()
    actors = (dataclasses.replace(whole.actors[0], name_ar="قمر\ud83d"), *whole.actors[1:])
    page(dataclasses.replace(whole, actors=actors), data.RELATIONS).encode("utf-8")


def test_an_empty_data_set_makes_a_page() -> None:
    assert "kg-data" in page(Dataset((), (), (), ()), data.RELATIONS)


def test_actors_outside_the_first_view_are_counted() -> None:
    whole = data.sample()
    assert outside_first_view(whole) == 0
    assert outside_first_view(whole, 5) == 13
    assert outside_first_view(data.with_a_lonely_speaker()) == 1
    assert outside_first_view(data.small()) == 0
    assert outside_first_view(Dataset((), (Actor("a", "state", "أ"),), (), ()), 5) == 0


def test_a_build_says_what_the_page_opens_without() -> None:
    written = [Path("out/graph.html"), Path("out/events.csv")]
    assert "the page at first leaves out 1 actors" in summary(
        data.with_a_lonely_speaker(), data.RELATIONS, written
    )
    assert "leaves out" not in summary(data.sample(), data.RELATIONS, written)
    assert "leaves out" not in summary(data.with_a_lonely_speaker(), data.RELATIONS, written[1:])


@pytest.mark.parametrize(
    ("sentence", "trigger", "start", "expected"),
    [
        ("زار الوفد", "زار", 0, (0, 3)),
        ("😀😀 زار الوفد", "زار", 3, (5, 3)),
        ("وقد زار الوفد", "زار", 99, (4, 3)),
        ("وقد سافر الوفد", "زار", 4, (-1, 0)),
        ("زار", "", 0, (-1, 0)),
    ],
)
def test_trigger_is_counted_as_the_browser_counts(
    sentence: str, trigger: str, start: int, expected: tuple[int, int]
) -> None:
    doc = Document("d", "")
    claim = dataclasses.replace(
        data.claim(doc, "visited", "jordan", "egypt", sentence, sentence[:1]),
        trigger=trigger, trigger_start=40 + start,
    )  # fmt: skip
    assert trigger_span(claim) == expected


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        ([("a", 44, 51)], (4, 7)),
        ([("a", 44, 46), ("a", 44, 51), ("a", 52, 55)], (4, 7)),  # the fullest
        ([("b", 44, 51)], (-1, 0)),
        ([("a", 30, 42), ("a", 60, 70)], (-1, 0)),  # not in this sentence
        ([], (-1, 0)),
    ],
)
def test_who_is_named_in_a_sentence(mentions: list[tuple[str, int, int]], expected: tuple[int, int]) -> None:
    claim = data.claim(Document("d", ""), "visited", "a", "b", "زار الوزير مصر", "زار")
    named = Named(Mention("d", actor, start, end, "") for actor, start, end in mentions)
    assert named.span(claim, "a") == expected


def test_edges_join_claims_of_one_kind_and_status() -> None:
    numbered = tables(data.small(), data.RELATIONS)
    name = [actor.id for actor in numbered.actors]
    edges = {(name[e.source], name[e.target], e.quad, e.status, e.outlets) for e in numbered.edges}
    # Two outlets for the meeting; no edge for a statement to nobody or sanctions by nobody.
    assert len(edges) == 5
    assert {frozenset(e[:2]) for e in edges if e[4] == 2} == {frozenset({"jordan", "egypt"})}


def test_pyvis_network() -> None:
    net = network(data.small(), data.RELATIONS)
    assert net.directed
    assert net.options["physics"] == {"enabled": False}
    nodes = {node["id"]: node for node in net.nodes}
    assert nodes["jordan"]["shape"] == "square"
    assert nodes["arab-league"]["shape"] == "diamond"
    dashes = {edge["status"]: edge["dashes"] for edge in net.edges}
    assert dashes["occurred"] is False
    assert dashes["planned"]
    assert dashes["possible"]
    assert dashes["planned"] != dashes["possible"]
    assert net.get_adj_list()["jordan"] == {"egypt", "israel"} or "egypt" in net.get_adj_list()["jordan"]


def test_layout_is_stable_and_puts_related_actors_near_each_other() -> None:
    links = [(a, b, 1.0) for a in range(10) for b in range(a)]
    links += [(a + 10, b + 10, 1.0) for a in range(10) for b in range(a)]
    links.append((0, 10, 1.0))
    places = positions(25, links, [10] * 25, 300)
    assert places == positions(25, links, [10] * 25, 300)
    assert len(set(places)) == 25

    def apart(a: int, b: int) -> float:
        return float(((places[a][0] - places[b][0]) ** 2 + (places[a][1] - places[b][1]) ** 2) ** 0.5)

    inside = [apart(a, b) for a in range(10) for b in range(a)]
    across = [apart(a, b) for a in range(1, 10) for b in range(11, 20)]
    assert sum(inside) / len(inside) < 0.7 * sum(across) / len(across)


def test_those_outside_the_first_view_stand_near_those_they_deal_with() -> None:
    links = [(n, n + 1, 1.0) for n in range(0, 400)]
    links += [(7, 401 + n, 1.0) for n in range(20)]
    places = positions(421, links, [8] * 421, 100)
    assert len(set(places)) == 421
    x, y = places[7]
    assert all(abs(places[401 + n][0] - x) < 600 and abs(places[401 + n][1] - y) < 500 for n in range(20))


def test_show_escapes_the_page_and_keeps_a_summary() -> None:
    inline = show(page(data.small(), data.RELATIONS), height=432)
    shown = inline._repr_html_()
    frame = re.search(r"<iframe ([^>]*)>", shown)
    assert frame
    assert 'sandbox="allow-scripts allow-downloads"' in frame[1]
    assert "height:432px" in frame[1]
    assert html.unescape(re.search(r'srcdoc="([^"]*)"', frame[1])[1]) == inline.html  # type: ignore[index]
    rest = shown[frame.end() :]
    assert "<table>" in rest
    assert "الأردن" in rest
    assert "<script" not in rest
    assert "432" in show("x", height="432em")._repr_html_()


def test_the_page_has_the_words_it_uses_in_both_languages_and_no_others() -> None:
    assets = Path(importlib.import_module("kg.view").__file__ or "").parent / "assets"
    text = (assets / "i18n.js").read_text(encoding="utf-8")
    arabic, english = (
        text[text.index("ar: {") : text.index("en: {")],
        text[text.index("en: {") : text.index("counted")],
    )
    words, others = (set(re.findall(r'"?([\w-]+)"?: "', part)) for part in (arabic, english))
    assert words == others
    own = [path for path in assets.glob("*.js") if not path.name.startswith("vis-")]
    code = "".join(path.read_text(encoding="utf-8") for path in (*own, assets.parent / "page.html"))
    code += " ".join(
        f'"{name}"' for name in (*TYPES, *STATUSES, *QUADS, "cooperation", "conflict", "placeType")
    )
    made = ("g_", "bin", "hint")  # put together from a part and a name or a number
    assert {word for word in words if f'"{word}"' not in code and not word.startswith(made)} == set()


@pytest.mark.parametrize("name", ["tables", "marks", "layout", "network", "render", "notebook", "summary"])
def test_examples_run(name: str) -> None:
    result = doctest.testmod(importlib.import_module(f"kg.view.{name}"))
    assert result.failed == 0


def test_dates_of_the_first_view() -> None:
    shown = payload(
        page(data.small(), data.RELATIONS, since=dt.date(2024, 6, 25), until=dt.date(2024, 6, 30))
    )
    assert isinstance(shown, dict)
    assert (shown["start"]["since"], shown["start"]["until"]) == (19899, 19904)
