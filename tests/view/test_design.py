# ruff: noqa: E501 - JavaScript that runs in the page
"""How the page looks: colours, names, what it says first, and on a telephone."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import kg.view
from kg.model import Mention
from kg.view import page

from . import data
from .conftest import Opened, violations

np = pytest.importorskip("numpy")
Open = Callable[..., Opened]

SMALL = page(data.small(), data.RELATIONS)
SAMPLE = page(data.sample(), data.RELATIONS, title="مشاورات الربيع")
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}

# ---- colours -------------------------------------------------------------------------------------------------

# G. Machado, M. Oliveira, L. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
# Deficiency", IEEE TVCG 15(6), 2009: on linear RGB, severity 1.
VISIONS = {
    "normal": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}  # fmt: skip
TIES = ("vcoop", "mcoop", "vconf", "mconf", "neutral")
TYPES = ("state", "organization", "person", "group", "place")


def colours(theme: str) -> dict[str, str]:
    css = (Path(kg.view.__file__).parent / "assets/page.css").read_text(encoding="utf-8")
    rules = re.findall(r":root(?:\[data-theme=\"dark\"\])? \{(.*?)\n\}", css, re.S)
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", rules[theme == "dark"]))


def linear(colour: str) -> Any:
    parts = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Contrast as WCAG 2 defines it."""
    low, high = sorted(float(linear(c) @ [0.2126, 0.7152, 0.0722]) for c in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(rgb: Any) -> Any:
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ rgb
    xyz = xyz / np.array([0.9505, 1, 1.089])
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_ties_and_actors_stand_out_from_the_ground(theme: str) -> None:
    seen = colours(theme)
    assert {
        name: contrast(seen[name], seen["bg"])
        for name in (*TIES, *TYPES)
        if contrast(seen[name], seen["bg"]) < 3
    } == {}


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_ties_are_told_apart_with_any_colour_vision(theme: str, vision: str) -> None:
    seen = colours(theme)
    looks = {name: lab(np.clip(np.array(VISIONS[vision]) @ linear(seen[name]), 0, 1)) for name in TIES}
    close = {
        pair: float(np.linalg.norm(looks[pair[0]] - looks[pair[1]]))
        for pair in itertools.combinations(TIES, 2)
    }
    # About 2 is the least that an eye tells apart side by side; cooperation and conflict must be far apart.
    assert min(close.values()) > 15
    for one, other in itertools.product(("vcoop", "mcoop"), ("vconf", "mconf")):
        assert close[one, other] > 40


def test_the_drawing_takes_its_colours_from_the_page(opened: Open) -> None:
    one = opened(SMALL, "#theme=dark")
    assert one.js("KG.style.now().background") == colours("dark")["bg"]
    one.page.click("#theme")
    one.settle()
    drawn = one.js("KG.graph.lines.map(b => KG.graph.network.body.edges[b].options.color.color)")
    assert set(drawn) <= {colours("light")[name] for name in TIES}


# ---- names and lines -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("view", ["", "actor=egypt", "focus=egypt"])
@pytest.mark.parametrize("wide", [1400, 390])
def test_names_do_not_lie_upon_each_other(opened: Open, lang: str, view: str, wide: int) -> None:
    one = opened(SAMPLE, f"#lang={lang}&{view}", viewport={"width": wide, "height": 844})
    one.settle()
    boxes = one.js("KG.labels.boxes()")
    assert len(boxes) >= 5
    for p, q in itertools.combinations(boxes, 2):
        assert not (p[0] < q[2] and p[2] > q[0] and p[1] < q[3] and p[3] > q[1]), (p, q)


def test_what_is_negated_is_struck_through_at_any_scale(opened: Open) -> None:
    # The pixel at (4, 4) from the middle of the line, where a line that is not crossed out has none.
    pixel = """(scale) => {
      const { network } = KG.graph; network.moveTo({ scale }); network.redraw();
      const b = KG.graph.lines.find(b => KG.data.raw.statuses[KG.data.edges.status[b]] === 'negated');
      const at = network.canvasToDOM(network.body.edges[b].edgeType.getPoint(0.5)), ratio = devicePixelRatio;
      const canvas = document.querySelector('#graph canvas');
      const rgb = (x, y) => [...canvas.getContext('2d').getImageData((at.x + x) * ratio, (at.y + y) * ratio, 1, 1).data].slice(0, 3);
      return [rgb(-3.5, 3.5), rgb(3.5, -3.5), rgb(3.5, 3.5), rgb(-3.5, -3.5)];
    }"""
    one = opened(SMALL, "#status=negated&no-type=place")
    wanted = [int(colours("light")["mconf"][i : i + 2], 16) for i in (1, 3, 5)]
    for scale in (0.3, 1, 2):
        for seen in one.page.evaluate(pixel, scale):
            assert seen == pytest.approx(wanted, abs=80)  # the rim is blended


def test_a_line_goes_round_an_actor_that_it_does_not_concern(opened: Open) -> None:
    one = opened(SMALL, "#status=occurred planned possible negated")
    near = """KG.graph.lines.flatMap(b => KG.graph.drawn.filter(a => {
      if (a === KG.data.typed.from[b] || a === KG.data.typed.to[b]) return false;
      const { x, y, options } = KG.graph.network.body.nodes[a];
      return [...Array(99).keys()].some(i => { const p = KG.graph.network.body.edges[b].edgeType.getPoint((i + 1) / 100);
        return Math.hypot(p.x - x, p.y - y) < options.size * 0.8; });
    }).map(a => [b, a]))"""
    assert one.js(near) == []


# ---- what it says first, and when there is nothing to say ----------------------------------------------------


def test_it_says_what_it_holds(opened: Open) -> None:
    one = opened(SMALL)
    assert "خبران · مصدران · 4 فاعلين · 7 أحداث" in one.text()
    assert "نُشرت من \u20662024-06-24\u2069 إلى \u20662024-06-26\u2069" in one.text()
    one.page.click("#language")
    assert "2 articles · 2 outlets · 4 actors · 7 events" in one.text()
    assert "Within the filters" not in one.text()
    one.page.locator("#filters label", has_text="Negated").click()
    one.settle()
    assert "Within the filters: 6 events of 7" in one.text()


def test_the_title_of_the_program_speaks_the_language_of_the_page(opened: Open) -> None:
    one = opened(SMALL, "#lang=en")
    assert one.page.title() == "Who deals with whom" == one.text("h1").strip()
    one.page.click("#language")
    assert one.page.title() == "من مع من" == one.text("h1").strip()
    named = opened(SAMPLE, "#lang=en")
    assert named.page.title() == "مشاورات الربيع"


def test_where_nothing_matches_the_way_out_is_shown(opened: Open) -> None:
    one = opened(SAMPLE, "#lang=en&relation=none")
    assert one.shown() == []
    assert "Nothing matches" in one.text("#empty")
    assert violations(one) == []
    one.page.click("#empty button")
    one.settle()
    assert len(one.shown()) == 18
    assert not one.page.locator("#empty").is_visible()


def test_the_legend_lists_what_occurs(opened: Open) -> None:
    one = opened(SMALL, "#lang=en")
    legend = one.text("#legend")
    assert {"Verbal conflict", "State", "Negated", "Number of outlets"} <= set(legend.split("\n"))
    assert "Person" not in legend
    assert "Material cooperation" not in legend


def test_the_sentence_shows_who_and_whom(opened: Open) -> None:
    whole = data.small()
    sentence = whole.events[0].claims[0].sentence
    at = 40 + sentence.index("وفد")
    target = 40 + sentence.index("مصر")
    mentions = (
        Mention("d1", "jordan", at, at + 10, "وفد الأردن"),
        Mention("d1", "egypt", target, target + 3, "مصر"),
    )
    one = opened(
        page(dataclasses.replace(whole, mentions=mentions), data.RELATIONS), "#lang=en&pair=jordan egypt"
    )
    quote = one.page.locator("blockquote", has_text="😀")
    assert quote.inner_text() == sentence
    assert quote.locator("mark").inner_text() == "التقى"
    assert quote.locator("u.sourceRole").inner_text() == "وفد الأردن"
    assert quote.locator("u.targetRole").get_attribute("title") == "Target: Egypt"


def test_a_near_copy_counts_once_and_says_whose_text_it_is(opened: Open) -> None:
    whole = data.small()
    first, second = whole.documents
    copy = dataclasses.replace(second, copy_of=first.id)
    one = opened(
        page(dataclasses.replace(whole, documents=(first, copy)), data.RELATIONS),
        "#lang=en&pair=jordan egypt",
    )
    article = one.page.locator("article", has_text="met with")
    assert article.locator(".claim").count() == 2
    assert "text of وكالة الأفق" in article.inner_text().replace("\u2068", "").replace("\u2069", "")
    assert "2 outlets" not in article.inner_text()


def test_a_neighbour_is_hidden_and_shown_again(opened: Open) -> None:
    one = opened(SAMPLE, "#lang=en&actor=egypt")
    shown = one.shown()
    one.page.get_by_role("button", name="Hide from the drawing: Jordan").click()
    one.settle()
    assert set(shown) - set(one.shown()) == {"jordan"}
    one.page.get_by_role("button", name="Add to the drawing: Jordan").click()
    one.settle()
    assert one.shown() == shown


# ---- a telephone ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("view", ["", "actor=egypt", "pair=egypt jordan"])
def test_on_a_telephone(opened: Open, lang: str, view: str) -> None:
    one = opened(SAMPLE, f"#lang={lang}&{view}", **PHONE)
    # The drawing has room, nothing is wider than the screen, and buttons do not lie upon each other.
    assert one.js("document.querySelector('#graph').clientHeight") > 250
    assert one.js("document.querySelector('#details').clientHeight") > 250
    assert one.js("document.documentElement.scrollWidth") <= 390
    boxes = one.js(
        "[...document.querySelectorAll('header button, header input, .over button, .over p, #legend, #time')]"
        ".filter(e => e.checkVisibility()).map(e => { const r = e.getBoundingClientRect(); return [e.id, r.left, r.top, r.right, r.bottom]; })"
    )
    assert len(boxes) > 6
    for p, q in itertools.combinations(boxes, 2):
        assert not (p[1] < q[3] and p[3] > q[1] and p[2] < q[4] and p[4] > q[2]), (p, q)
    assert all(left >= 0 and right <= 390 for _, left, _, right, _ in boxes)
    assert violations(one) == []


@pytest.mark.parametrize("size", [(900, 640), (844, 390)])
def test_in_a_wide_frame_the_panel_stands_beside_the_drawing(opened: Open, size: tuple[int, int]) -> None:
    one = opened(SAMPLE, viewport={"width": size[0], "height": size[1]})
    graph, panel = (one.page.locator(name).bounding_box() for name in ("#graph", "#details"))
    assert panel["x"] + panel["width"] <= graph["x"]
    assert graph["width"] > 0.55 * size[0]
    assert graph["height"] > 0.6 * size[1]


def test_touch_opens_an_actor_and_filters_close_again(opened: Open) -> None:
    one = opened(SAMPLE, "#lang=en", **PHONE)
    assert not one.page.locator("#filters").is_visible()
    one.page.tap("#toggle-filters")
    assert one.page.locator("#filters").is_visible()
    box = one.page.locator("#graph").bounding_box()
    one.page.touchscreen.tap(box["x"] + 380, box["y"] + 120)
    assert not one.page.locator("#filters").is_visible()
    x, y = one.place("egypt")
    one.page.touchscreen.tap(box["x"] + x, box["y"] + y)
    one.page.wait_for_function("() => document.querySelector('#details h2').textContent.includes('Egypt')")
