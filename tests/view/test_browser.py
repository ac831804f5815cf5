# ruff: noqa: E501 - JavaScript that runs in the page
"""The page in Chromium with the network off: what a reader sees and does."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import importlib.util
import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from kg.model import Actor, Dataset, Document, Office
from kg.view import page, show

from . import data
from .conftest import Opened, violations

ROOT = Path(__file__).parents[2]
Open = Callable[..., Opened]

SMALL = page(data.small(), data.RELATIONS, title="قمة")
SAMPLE = page(data.sample(), data.RELATIONS, title="مشاورات الربيع")


def check(one: Opened, label: str) -> None:
    """Switch the filter that is labelled so."""
    one.page.locator("#filters label", has_text=label).first.click()
    one.settle()


def search(one: Opened, text: str) -> list[str]:
    one.page.fill("#search", text)
    return [str(name) for name in one.page.locator("#search-list [role=option] bdi.grow").all_inner_texts()]


# ---- opening -------------------------------------------------------------------------------------------------


def test_it_opens_offline_without_a_request_or_an_error(opened: Open) -> None:
    one = opened(SAMPLE)
    assert len(one.requests) == 1
    assert one.js("document.querySelector('#graph canvas').width") > 300
    assert len(one.shown()) == 18


def test_it_is_the_same_picture_each_time(opened: Open) -> None:
    first, second = opened(SAMPLE), opened(SAMPLE)
    for one in (first, second):
        one.page.wait_for_timeout(300)
    assert first.page.locator("#graph").screenshot() == second.page.locator("#graph").screenshot()


def test_an_empty_data_set_opens_and_says_so(opened: Open) -> None:
    one = opened(page(Dataset((), (), (), ()), {}, lang="en"))
    assert "No events here" in one.text()
    assert "No events here" in one.text("#empty")


def test_without_scripts_there_is_a_summary(opened: Open) -> None:
    one = opened(SMALL, java_script_enabled=False)
    assert "الأردن – مصر" in one.page.inner_text("body") or "مصر – الأردن" in one.page.inner_text("body")


def test_in_a_sandboxed_frame_as_notebooks_show_it(browser: Any, tmp_path: Path) -> None:
    shown = show(SMALL, height=500)._repr_html_()
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html><meta charset=utf-8><body>{shown}", encoding="utf-8")
    tab = browser.new_context(offline=True).new_page()
    errors: list[str] = []
    tab.on("console", lambda message: message.type == "error" and errors.append(message.text))
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.goto(path.as_uri())
    frame = tab.frame_locator("iframe")
    frame.locator("#details .actor").first.click()
    assert frame.locator("#details h2").inner_text()
    assert frame.locator("#graph canvas").count() == 1
    assert errors == []
    assert tab.url == path.as_uri()
    tab.context.close()


# ---- hostile text --------------------------------------------------------------------------------------------

HOSTILE = [
    "<img src=x onerror=\"window.hacked='img'\">",
    "</script><script>window.hacked='script'</script>",
    "<!--<script>window.hacked='comment'</script>",
    "\"'><svg onload=window.hacked='svg'>",
    "javascript:window.hacked='link'",
    "<a href=\"javascript:window.hacked='a'\">x</a>",
    "{{constructor.constructor(\"window.hacked='tpl'\")()}}",
    "__proto__",
    "constructor",
    "' onmouseover='window.hacked=1",
    "\u202e\u2028]]>&lt;b&gt;&#x27;",
    "a\x01\x0b\x1f\x7f\ufffe<b>",
    "data:text/html,<script>window.hacked='data'</script>",
]


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_text_executes_nothing(opened: Open, evil: str) -> None:
    doc = Document("d" + evil, "", evil, dt.date(2024, 1, 2), evil, evil)
    other = Document(
        "d2", "", evil, dt.date(2024, 2, 2), "وكالة", "javascript:window.hacked='url'//https://x"
    )
    a = Actor(evil, "person", evil, evil, (evil, "لقب"), evil)
    b = Actor("b" + evil, "state", "ب" + evil, "", (), "")
    relation = dataclasses.replace(
        data.RELATIONS["met-with"], id=evil, label_ar=evil, label_en=evil, group=evil, quad=evil
    )
    claims = (
        data.claim(doc, evil, a.id, b.id, "س " + evil, evil, date=doc.date, by=a.id, place=b.id),
        data.claim(other, evil, a.id, b.id, evil + evil, evil, date=doc.date),
    )
    event = dataclasses.replace(data.event(1, *claims), id=evil)
    office = Office(doc.id, a.id, evil, "", b.id, True, 0, 1)
    one = opened(page(Dataset((doc, other), (a, b), (), (event,), (office,)), {evil: relation}, title=evil))
    assert one.page.title().strip()
    box, (x, y) = one.page.locator("#graph").bounding_box(), one.place(a.id)
    one.page.mouse.move(box["x"] + x - 3, box["y"] + y)
    one.page.mouse.move(box["x"] + x, box["y"] + y)
    one.page.wait_for_function("() => !document.querySelector('#tip').hidden")
    one.click_actor(a.id)
    assert evil.strip() in one.text().replace("\u00a0", " ") or "\u2028" in evil
    one.js("KG.graph.lines.length")
    x, y = one.place(a.id)
    x2, y2 = one.place(b.id)
    one.click_at((x + x2) / 2, (y + y2) / 2)
    search(one, evil[:9])
    one.page.keyboard.press("Enter")
    for box in one.page.locator("#filters input[type=checkbox]").all():
        if box.is_visible():
            box.click()
    one.page.click("#reset")
    for button in ("#language", "#theme", "#language"):
        one.page.click(button)
    one.settle()
    hrefs = one.js("[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))")
    assert all(h.startswith(("#", "https://", "http://", "data:,")) for h in hrefs)
    csv_text, svg_text = one.js("[KG.export.csvText(), KG.export.svgText()]")
    assert evil[:3] in csv_text.replace('""', '"')
    assert {e.tag.rpartition("}")[2] for e in ElementTree.fromstring(svg_text).iter()} <= {
        "svg", "g", "title", "rect", "text", "path", "polygon", "circle",
    }  # fmt: skip
    assert one.js("window.hacked") is None
    assert (
        one.js(
            "document.querySelectorAll('img, iframe, object, embed, body script:not([type]) ~ img').length"
        )
        == 0
    )


# ---- what it shows -------------------------------------------------------------------------------------------


def test_possible_and_negated_are_off_at_first(opened: Open) -> None:
    one = opened(SMALL)
    before = one.lines()
    assert {line.split()[1] for line in before} == {"occurred", "planned"}
    check(one, "منفي")
    check(one, "محتمل")
    assert set(one.lines()) - set(before) == {"egypt negated israel", "israel possible jordan"} or set(
        one.lines()
    ) - set(before) == {"egypt negated israel", "jordan possible israel"}


def test_lines_say_kind_status_and_number_of_outlets(opened: Open) -> None:
    one = opened(SMALL, "#status=occurred planned possible negated")
    drawn = one.js(
        "KG.graph.lines.map(b => { const e = KG.graph.network.body.edges[b].options;"
        " return { status: KG.data.raw.statuses[KG.data.edges.status[b]], dashes: e.dashes, width: e.width,"
        " colour: e.color.color, arrow: e.arrows.to.enabled }; })"
    )
    by_status = {line["status"]: line for line in drawn}
    assert by_status["planned"]["dashes"] == [12, 7]
    assert by_status["possible"]["dashes"] == [2, 6]
    met = max(drawn, key=lambda line: line["width"])
    assert met["width"] > 2 * 1.0
    assert not met["arrow"]
    assert by_status["planned"]["arrow"]
    assert len({line["colour"] for line in drawn}) >= 3


def test_a_statement_to_nobody_is_no_line_but_stands_in_the_panel(opened: Open) -> None:
    one = opened(SMALL)
    assert not any("arab-league" in line for line in one.lines())
    one.click_actor("arab-league")
    assert "إن الوضع خطير" in one.text()
    assert "بلا مخاطَب" in one.text()
    one.js("KG.app")
    search(one, "اسرائيل")
    one.page.keyboard.press("Enter")
    assert "وفُرضت عقوبات" in one.text()
    assert "غير مسمّى" in one.text()


def test_only_the_most_active_are_drawn_and_the_page_says_so(opened: Open) -> None:
    one = opened(page(data.sample(), data.RELATIONS, first_view=6))
    assert len(one.shown()) == 6
    assert "6 من 18" in one.text("#shown")
    assert "12" in one.text("#shown")
    search(one, "بلينكن")
    one.page.keyboard.press("Enter")
    one.settle()
    assert "antony-blinken" in one.shown()
    one.page.click("#more")
    one.settle()
    assert len(one.shown()) == 18


def test_who_deals_with_nobody_waits_until_asked_for(opened: Open) -> None:
    one = opened(page(data.with_a_lonely_speaker(), data.RELATIONS))
    assert "lonely" not in one.shown()
    assert "18 من 19" in one.text("#shown")
    one.page.click("#more")
    one.settle()
    assert "lonely" in one.shown()


def test_in_focus_the_others_stand_around_one(opened: Open) -> None:
    one = opened(SAMPLE, "#actor=egypt")
    where = "KG.graph.network.getPositions()"
    before = one.js(where)
    one.page.locator("#details button", has_text="اعرض محيطه وحده").click()
    one.settle()
    ids, focused = one.js("KG.data.actors.id"), one.js(where)
    x, y = next((at["x"], at["y"]) for a, at in focused.items() if ids[int(a)] == "egypt")
    # Rings are wider than high, by the same measure everywhere.
    reach = {round((((at["x"] - x) / 1.45) ** 2 + (at["y"] - y) ** 2) ** 0.5 / 5) for at in focused.values()}
    assert reach <= {0, 30, 51, 72}
    assert len(focused) < len(before)
    one.page.click("#leave-focus")
    one.settle()
    assert one.js(where) == before


def test_a_filter_brings_in_those_who_pass_it(opened: Open) -> None:
    one = opened(page(data.sample(), data.RELATIONS, first_view=4), "#relation=stated")
    assert set(one.shown()) == {"antonio-guterres", "ayman-safadi", "yoav-gallant"}


def test_arabic_is_right_to_left_and_names_are_isolated(opened: Open) -> None:
    one = opened(SAMPLE)
    assert one.js("getComputedStyle(document.body).direction") == "rtl"
    assert one.js("KG.graph.label(0)[0] + KG.graph.label(0).slice(-1)") == "\u2068\u2069"
    one.page.click("#details .actor >> nth=0")
    assert one.js("getComputedStyle(document.querySelector('blockquote')).direction") == "rtl"
    assert one.js("getComputedStyle(document.querySelector('.day')).direction") == "ltr"
    one.page.click("#language")
    assert one.js("[document.documentElement.dir, document.documentElement.lang].join()") == "ltr,en"
    assert "Said and did" in one.text()
    assert "Jordan" in one.text("#details") or "Israel" in one.text("#details")
    assert one.js("getComputedStyle(document.querySelector('blockquote')).direction") == "rtl"


def test_themes_follow_the_reader(opened: Open) -> None:
    one = opened(SMALL, color_scheme="dark")
    assert one.js("document.documentElement.dataset.theme") == "dark"
    dark = one.js("getComputedStyle(document.body).backgroundColor")
    one.page.click("#theme")
    one.settle()
    assert one.js("getComputedStyle(document.body).backgroundColor") != dark
    assert "theme=light" in one.page.url


# ---- what it does --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("غالنت", "يوآف غالانت"),
        ("جالانت", "يوآف غالانت"),
        ("غالانت", "يوآف غالانت"),
        ("يواف", "يوآف غالانت"),
        ("gallant", "يوآف غالانت"),
        ("انطوني بلنكن", "أنتوني بلينكن"),
        ("أنطونيو", "أنطونيو غوتيريش"),
        ("غوتيرش", "أنطونيو غوتيريش"),
        ("antonio", "أنطونيو غوتيريش"),
        ("تركيه", "تركيا"),
        ("الاردن", "الأردن"),
        ("الجامعه العربيه", "جامعة الدول العربية"),
        ("واشنطن", "الولايات المتحدة"),
        ("turkiye", "تركيا"),
        ("المتظاهرون", "المتظاهرون في الساحة"),
        ("عمان", "عمّان"),
    ],
)
def test_search_folds_spellings(shared_sample: Opened, typed: str, found: str) -> None:
    assert search(shared_sample, typed)[0] == found


def test_search_finds_nothing_for_nonsense(shared_sample: Opened) -> None:
    assert search(shared_sample, "ككككك") == []
    assert "لا فاعل" in shared_sample.text("#search-list")


@pytest.fixture(scope="module")
def shared_sample(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Opened:
    path = tmp_path_factory.mktemp("view") / "page.html"
    path.write_text(SAMPLE, encoding="utf-8")
    tab = browser.new_context(offline=True).new_page()
    tab.goto(path.as_uri())
    return Opened(tab)


def test_clicking_an_actor_tells_who_it_is_and_what_it_did(opened: Open) -> None:
    one = opened(SAMPLE)
    one.click_actor("ayman-safadi")
    text = one.text()
    assert text.index("أيمن الصفدي") < text.index("وزير الخارجية الأردني") < text.index("قال وفعل")
    assert "الصفدي" in one.text(".chip")
    dates = one.js(
        "[...document.querySelectorAll('.events')[0].querySelectorAll('header .day')].map(d => d.textContent)"
    )
    assert dates == sorted(dates, reverse=True)
    assert len(dates) > 3
    one.click_actor("united-states")
    assert one.js("document.querySelector('.facts a').href") == "https://www.wikidata.org/wiki/Q30"
    search(one, "غالانت")
    one.page.keyboard.press("Enter")
    assert "سابقًا" in one.text(".facts")


def test_clicking_an_edge_shows_every_claim_with_its_evidence(opened: Open) -> None:
    one = opened(SMALL, "#status=occurred")
    x, y = one.place("jordan")
    x2, y2 = one.place("egypt")
    one.click_at((x + x2) / 2, (y + y2) / 2)
    claims = one.page.locator(".claim")
    assert claims.count() == 2
    assert claims.nth(0).locator("mark").inner_text() == "التقى"
    assert "😀" in claims.nth(0).inner_text()
    assert claims.nth(1).locator("mark").inner_text() == "التقى"
    assert {"وكالة الأفق", "2024-06-24"} <= set(claims.nth(0).locator("bdi").all_inner_texts())
    link = claims.nth(0).locator("a")
    assert link.get_attribute("href") == "https://example.org/1"
    assert "noopener" in link.get_attribute("rel")
    # The other article has a javascript: address, which stays text.
    assert claims.nth(1).locator("a").count() == 0
    assert "pair=" in one.page.url


def test_attribution_and_status_are_shown(opened: Open) -> None:
    one = opened(SMALL, "#status=occurred planned negated")
    one.click_actor("egypt")
    text = one.text()
    assert "نقلًا عن" in text
    assert "مزمع" in text
    assert one.page.locator("header s", has_text="هاجم").count() == 1


def test_filters(opened: Open) -> None:
    one = opened(SMALL)
    assert one.lines() == sorted(one.lines())
    check(one, "نزاع بالقول")
    assert "egypt occurred israel" not in one.lines()
    one.page.click("#reset")
    one.settle()
    assert "egypt occurred israel" in one.lines()
    check(one, "دولة")
    assert one.lines() == []
    one.page.click("#reset")
    check(one, "وكالة الأفق")
    assert not any("israel" in line for line in one.lines())
    assert one.js("KG.graph.view.outlets.reduce((a, b) => Math.max(a, b), 0)") == 1
    one.page.click("#reset")
    one.page.locator("#filters input[type=range]").evaluate(
        "node => { node.value = 2; node.dispatchEvent(new Event('input')); }"
    )
    one.settle()
    assert [line.split()[1] for line in one.lines()] == ["occurred"]
    assert len(one.lines()) == 1


def test_time_slider(opened: Open) -> None:
    one = opened(SMALL)
    assert one.page.locator("#time .bar").count() == 4
    one.page.locator("#time input").nth(0).evaluate(
        "node => { node.value = Number(node.max); node.dispatchEvent(new Event('input')); }"
    )
    one.settle()
    assert one.lines() == ["jordan planned egypt"]
    assert "since=2024-06-27" in one.page.url
    assert one.page.locator("#time .bar.off").count() == 3


def test_relation_filter_and_all_or_none(opened: Open) -> None:
    one = opened(SMALL)
    one.page.locator("#filters summary", has_text="العلاقة").click()
    facet = one.page.locator("#filters details", has_text="العلاقة")
    facet.get_by_text("لا شيء").click()
    one.settle()
    assert one.lines() == []
    facet.locator("label", has_text="زار").click()
    one.settle()
    assert one.lines() == ["jordan planned egypt"]


def test_the_view_is_kept_in_the_fragment(opened: Open) -> None:
    one = opened(SAMPLE)
    check(one, "نزاع بالفعل")
    check(one, "منفي")
    search(one, "مصر")
    one.page.keyboard.press("Enter")
    one.page.locator("#details button", has_text="اعرض محيطه وحده").click()
    one.page.click("#language")
    one.page.click("#theme")
    one.settle()
    fragment = one.page.url[one.page.url.index("#") :]
    again = opened(SAMPLE, fragment)
    assert again.lines() == one.lines()
    assert again.shown() == one.shown()
    assert again.text() == one.text()
    assert again.js("document.documentElement.dataset.theme") == "dark"
    assert again.page.url[again.page.url.index("#") :] == fragment


def test_where_the_reader_looks_is_kept_in_the_fragment(opened: Open) -> None:
    one = opened(SAMPLE)
    assert "at=" not in one.page.url
    box = one.page.locator("#graph").bounding_box()
    x, y = box["x"] + 30, box["y"] + box["height"] - 30
    one.page.mouse.move(x, y)
    one.page.mouse.wheel(0, -300)
    one.page.mouse.down()
    one.page.mouse.move(x + 90, y - 60, steps=4)
    one.page.mouse.up()
    one.page.wait_for_timeout(500)
    assert "at=" in one.page.url
    where = "[...Object.values(KG.graph.network.getViewPosition()), KG.graph.network.getScale() * 100].map(Math.round)"
    again = opened(SAMPLE, one.page.url[one.page.url.index("#") :])
    assert again.js(where) == pytest.approx(one.js(where), abs=2)
    one.page.click("#zoom-fit")
    one.settle()
    assert "at=" not in one.page.url


@pytest.mark.parametrize(
    "fragment",
    [
        "#actor=nobody&since=x&sources=-4&limit=0",
        "#relation=%E0%A4&pair=a",
        "#__proto__=1",
        "#path=jordan egypt",
    ],
)
def test_a_strange_fragment_does_no_harm(opened: Open, fragment: str) -> None:
    one = opened(SMALL, fragment)
    assert one.js("KG.graph.network !== null")


def test_path_between_two_actors(opened: Open) -> None:
    one = opened(SMALL)
    one.page.click("#open-path")
    for number, name in enumerate(["الأردن", "إسرائيل"]):
        one.page.fill(f"#path-{number}", name)
        one.page.keyboard.press("Enter")
        one.settle()
    steps = one.page.locator(".steps > li > button.actor").all_inner_texts()
    assert [step.strip() for step in steps] == ["الأردن", "مصر", "إسرائيل"]
    assert "path=jordan+israel" in one.page.url
    one.page.click("#open-path")
    one.page.fill("#path-0", "الأردن")
    one.page.keyboard.press("Enter")
    one.page.fill("#path-1", "جامعة الدول")
    one.page.keyboard.press("Enter")
    assert "لا مسار" in one.text()


def test_expanding_hiding_and_focus(opened: Open) -> None:
    one = opened(page(data.sample(), data.RELATIONS, first_view=3))
    assert len(one.shown()) == 3
    one.page.click("#details .actor >> nth=0")
    one.page.locator("#details button", has_text="أضف جيرانه").click()
    one.settle()
    more = one.shown()
    assert len(more) > 6
    one.page.locator("#details button", has_text="أخفه").click()
    one.settle()
    assert len(one.shown()) == len(more) - 1
    one.page.click("#leave-focus")
    one.settle()
    assert len(one.shown()) == 3


def test_opening_on_an_actor_a_relation_and_days(opened: Open) -> None:
    one = opened(
        page(
            data.sample(), data.RELATIONS, actor="الاردن", relation="visited",
            since=dt.date(2024, 4, 1), until=dt.date(2024, 5, 31),
        )
    )  # fmt: skip
    assert "الأردن" in one.text("#details h2")
    assert "jordan" in one.shown()
    assert (
        one.js("KG.data.relations.id.filter((_, i) => KG.state.state.filters.relation[i]).join()")
        == "visited"
    )
    days = one.page.locator("header .day").all_inner_texts()
    assert days
    assert all("2024-04-01" <= day <= "2024-05-31" for day in days)


def test_downloads(opened: Open, tmp_path: Path) -> None:
    one = opened(SMALL)

    def save(kind: str) -> bytes:
        one.page.click("#open-export")
        with one.page.expect_download() as started:
            one.page.click(f"#export-{kind}")
        path = tmp_path / kind
        started.value.save_as(path)
        assert started.value.suggested_filename == f"graph.{kind}"
        return path.read_bytes()

    rows = list(csv.DictReader(io.StringIO(save("csv").decode("utf-8-sig"))))
    # Five claims occurred or are planned: all of them, also those without source or target.
    assert len(rows) == 6
    assert {row["relation"] for row in rows} == {"met-with", "condemned", "visited", "stated", "sanctioned"}
    met = next(row for row in rows if row["doc_id"] == "d1" and row["relation"] == "met-with")
    assert met["sentence"].startswith("والتقى وفد الأردن")
    assert (met["trigger"], met["date"], met["published"]) == ("التقى", "2024-06-24", "2024-06-24")
    svg = ElementTree.fromstring(save("svg"))
    names = {"".join(node.itertext()) for node in svg.iter("{http://www.w3.org/2000/svg}text")}
    assert "\u2068الأردن\u2069" in names
    assert save("png").startswith(b"\x89PNG")


def test_a_cell_that_looks_like_a_formula_is_made_harmless(opened: Open) -> None:
    whole = data.small()
    actors = tuple(
        dataclasses.replace(a, name_ar='=HYPERLINK("x")') if a.id == "egypt" else a for a in whole.actors
    )
    one = opened(page(dataclasses.replace(whole, actors=actors), data.RELATIONS))
    rows = list(csv.DictReader(io.StringIO(one.js("KG.export.csvText()").lstrip("\ufeff"))))
    assert {row["source_name"] for row in rows if row["source_id"] == "egypt"} == {'\'=HYPERLINK("x")'}


def test_dragging_an_actor_pulls_its_neighbours_and_nobody_else(opened: Open) -> None:
    one = opened(SMALL)
    places = "KG.graph.network.getPositions()"
    before, ids = one.js(places), one.js("KG.data.actors.id")
    box = one.page.locator("#graph").bounding_box()
    x, y = one.place("egypt")
    one.page.mouse.move(box["x"] + x, box["y"] + y)
    one.page.mouse.down()
    one.page.mouse.move(box["x"] + x + 80, box["y"] + y + 50, steps=6)
    one.page.mouse.up()
    one.page.wait_for_timeout(300)
    after = one.js(places)
    moved = {ids[int(a)] for a in after if after[a] != before[a]}
    assert moved == {"egypt", "jordan", "israel"}
    still = one.js(places)
    one.page.wait_for_timeout(300)
    assert one.js(places) == still


# ---- for everybody -------------------------------------------------------------------------------------------


def test_all_is_reached_by_keyboard(opened: Open) -> None:
    one = opened(SMALL)
    one.page.keyboard.press("/")
    assert one.js("document.activeElement.id") == "search"
    one.page.keyboard.type("مصر")
    one.page.keyboard.press("ArrowDown")
    one.page.keyboard.press("Enter")
    assert "مصر" in one.text("#details h2")
    reached = set()
    for _ in range(80):
        one.page.keyboard.press("Tab")
        reached.add(
            one.js(
                "document.activeElement.id || document.activeElement.className || document.activeElement.tagName"
            )
        )
    assert {"open-path", "open-export", "theme", "language", "reset", "zoom-in"} <= reached
    assert any("actor" in name for name in reached)
    assert "vis-network" in reached or "graph" in reached


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("view", ["", "actor=egypt", "pair=egypt jordan", "path=jordan israel"])
def test_axe_finds_no_violation(opened: Open, theme: str, lang: str, view: str) -> None:
    one = opened(SAMPLE, f"#lang={lang}&theme={theme}&{view}")
    assert violations(one) == []


# ---- size ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def many() -> str:
    """A page of 2,000 actors and 6,000 events, as the benchmark makes them."""
    path = Path(__file__).parents[2] / "benchmarks" / "page.py"
    spec = importlib.util.spec_from_file_location("benchmark_of_the_page", path)
    assert spec
    assert spec.loader
    benchmark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    return page(benchmark.synthetic(2_000, 6_000), benchmark.RELATIONS)


def test_a_large_graph_draws_the_strongest_first(opened: Open, many: str) -> None:
    one = opened(many)
    # The target is one second; what is tested here leaves room for a busy machine.
    assert one.js("KG.firstDrawing") < 5000
    assert len(one.shown()) == 300
    assert one.js("KG.graph.lines.length") == one.js("KG.graph.LINES")
    assert "1,6" in one.text("#all-lines")
    # Nobody in the drawing is without a line if there is one to draw.
    assert one.js(
        "KG.graph.drawn.every(a => KG.graph.lines.some(b => KG.data.typed.from[b] === a || KG.data.typed.to[b] === a)"
        " || !KG.data.neighbours(a, KG.graph.view).some(n => KG.graph.isDrawn(n.actor)))"
    )
    one.page.click("#all-lines")
    one.settle()
    assert one.js("KG.graph.lines.length") == one.js("KG.graph.possible") > 1000


def test_all_lines_of_a_selected_actor_are_drawn(opened: Open, many: str) -> None:
    one = opened(many)
    one.page.click("#details .actor >> nth=2")
    one.settle()
    missing = one.js(
        "(() => { const a = KG.state.state.selection.actor, drawn = new Set(KG.graph.lines);"
        " return [...KG.data.edgesOfActor(a)].filter(b => KG.graph.view.outlets[b] && !drawn.has(b)"
        " && KG.graph.isDrawn(KG.data.typed.from[b]) && KG.graph.isDrawn(KG.data.typed.to[b])).length; })()"
    )
    assert missing == 0


def test_packed_sentences_are_there_on_a_click(opened: Open, many: str) -> None:
    assert '<script type="text/plain" id="kg-quotes">' in many
    one = opened(many, "#actor=x-000000000003")
    assert "بحسب الخبر" in one.page.locator("blockquote").first.inner_text()
    assert one.page.locator("mark").first.inner_text()


def test_a_picture_of_the_page(opened: Open, tmp_path: Path) -> None:
    opened(SMALL)
    source, target = tmp_path / "page0.html", tmp_path / "picture.png"
    command = [sys.executable, "-m", "kg.view.picture", str(source), str(target)]
    # A process of its own: Playwright runs once in each.
    subprocess.run([*command, "--fragment", "lang=en", "--size", "1000x700"], check=True, cwd=ROOT)
    assert target.read_bytes().startswith(b"\x89PNG")
    assert int.from_bytes(target.read_bytes()[16:20]) == 2000
    failed = subprocess.run(
        [*command[:-2], "none.html", "x.png"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "no such page" in failed.stderr
