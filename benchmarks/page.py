# ruff: noqa: E501 - names and sentences in lists, and JavaScript that runs in the page
"""How quick the page is: writing it, opening it, panning, searching and filtering, by size of the graph.

    python benchmarks/page.py                      # 2,000 actors and 6,000 edges
    python benchmarks/page.py --sizes medium large huge
    python benchmarks/page.py --pyvis              # the same graph through plain pyvis beside it

The graphs are made up, with few actors in many events and many in few, as in the news. Browser figures are
from headless Chromium without a graphics card (``--chromium PATH`` says which), so a desktop does better. A
filter is timed from the change to the picture that shows it, and the slowest of all filters is told.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import random
import resource
import statistics
import tempfile
import time
from bisect import bisect
from itertools import accumulate
from pathlib import Path
from typing import Any

from kg.model import Actor, Claim, Dataset, Document, Event, Relation
from kg.view import page

SIZES = {"medium": (2_000, 6_000), "large": (10_000, 30_000), "huge": (15_000, 50_000)}
TARGETS = {
    "medium": {"first drawing ms": 1000, "frames a second": 30},
    "large": {
        "first drawing ms": 2000, "frames a second": 30, "search ms": 100, "filter ms": 50, "file MB": 15,
    },
    "huge": {},
}  # fmt: skip
# A filter and a search are timed so often, and the median taken: other programs on the machine disturb single runs.
ROUNDS = 9
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]

RELATIONS = {
    id_: Relation(id_, id_, ar, id_.replace("-", " "), group, symmetric, "", "", quad)
    for id_, ar, group, symmetric, quad in [
        ("met-with", "التقى", "meet", True, "verbal-cooperation"),
        ("visited", "زار", "meet", False, "verbal-cooperation"),
        ("stated", "صرح", "say", False, "neutral"),
        ("condemned", "أدان", "blame", False, "verbal-conflict"),
        ("aided", "ساعد", "aid", False, "material-cooperation"),
        ("attacked", "هاجم", "force", False, "material-conflict"),
    ]
}
FIRST = [
    "سالم",
    "ليلى",
    "هاني",
    "مريم",
    "فؤاد",
    "رنا",
    "طارق",
    "جمال",
    "نبيل",
    "هدى",
    "قاسم",
    "غادة",
    "وائل",
    "زينب",
]
LAST = [
    "الرفاعي",
    "غالب",
    "منصور",
    "الخطيب",
    "قدورة",
    "شاهين",
    "البيطار",
    "نجار",
    "الحكيم",
    "درويش",
    "طعمة",
    "سعادة",
]
BODIES = ["لجنة", "وزارة", "حزب", "مجلس", "هيئة", "اتحاد"]
TAILS = [
    "وذلك قبيل الجولة الثانية من المشاورات التي تستضيفها المدينة نهاية الأسبوع، ومن دون أن يصدر بيان مشترك",
    "في خطوة قال مراقبون إنها تمهد لتفاهم أوسع على ملف الحدود وعودة العمل باتفاق المياه المجمد منذ عامين",
    "بعدما تعثرت المساعي السابقة وتبادل الطرفان الاتهام بتعطيلها طوال الأشهر الثلاثة الماضية على الأقل",
    "وسط ترقب لما ستسفر عنه زيارة الوفد الأممي، واستعداد العواصم المعنية لطرح مقترح بديل خلال أيام",
]


def synthetic(actors: int, edges: int, seed: int = 1) -> Dataset:
    """Make up so many actors and so many events between two of them, 1.3 claims each."""
    rng = random.Random(seed)
    people: list[Actor] = []
    for n in range(actors):
        kind = rng.choices(["person", "organization", "state", "group", "place"], [55, 30, 5, 8, 2])[0]
        if kind == "person":
            name = f"{rng.choice(FIRST)} {rng.choice(FIRST)} {rng.choice(LAST)} {n}"
        else:
            name = f"{rng.choice(BODIES)} {rng.choice(LAST)} {n}"
        aliases = (name.split(" ", 1)[1],) if n % 3 == 0 else ()
        people.append(Actor(f"x-{n:012x}", kind, name, f"Actor {n}" if n % 2 else "", aliases))  # type: ignore[arg-type]
    weights = list(accumulate(1 / (n + 8) ** 0.85 for n in range(actors)))

    def one() -> int:
        return min(actors - 1, bisect(weights, rng.random() * weights[-1]))

    day0 = dt.date(2023, 1, 1)
    documents = [
        Document(f"d{n}", "", f"عنوان الخبر رقم {n}", day0 + dt.timedelta(days=rng.randrange(700)),
                 f"صحيفة {n % 60}", f"https://example.org/{n}")
        for n in range(edges // 4)
    ]  # fmt: skip
    events = []
    for e in range(edges):
        # Most actors deal with few others of their own circle, the leading ones with anybody.
        a = one() if e >= actors else e
        b = one() if rng.random() < 0.5 else min(actors - 1, max(0, a + rng.randrange(-40, 40)))
        b = b if b != a else (a + 1) % actors
        relation = rng.choice(list(RELATIONS))
        verb = RELATIONS[relation].label_ar
        status = rng.choices(["occurred", "planned", "possible", "negated"], [85, 7, 5, 3])[0]
        claims = []
        for _ in range(rng.choice([1, 1, 1, 1, 1, 1, 1, 2, 2, 2])):
            doc = rng.choice(documents)
            sentence = (
                f"{verb} {people[a].name_ar} {people[b].name_ar} {rng.choice(TAILS)}، بحسب الخبر {doc.id}."
            )
            claims.append(
                Claim(doc.id, relation, people[a].id, people[b].id, status, None, doc.date, None, verb, 0,  # type: ignore[arg-type]
                      sentence, 0, len(sentence))
            )  # fmt: skip
        day = claims[0].date
        events.append(Event(f"e{e:06d}", relation, people[a].id, people[b].id, day, None, tuple(claims)))
    return Dataset(tuple(documents), tuple(people), (), tuple(events))


_PAN = """async () => {
  const done = []; KG.graph.network.on('afterDrawing', () => done.push(performance.now()));
  window.frames_ = done;
}"""
_FILTERS = """() => {
  const f = KG.state.state.filters, all = {};
  for (const [kind, i] of [['quad', 0], ['status', 1], ['status', 2], ['relation', 1], ['type', 2], ['outlet', 3]]) {
    const shown = f[kind][i];
    for (const value of [1 - shown, shown]) all[kind + i + '=' + value] = () => { f[kind][i] = value; };
  }
  Object.assign(all, {
    'since later': () => { f.since += 90; }, 'since earlier': () => { f.since -= 90; },
    'two outlets': () => { f.sources = 2; }, 'one outlet': () => { f.sources = 1; },
    'no relation': () => { f.relation.fill(0); }, 'all relations': () => { f.relation.fill(1); },
  });
  window.filters_ = all;
  return Object.keys(all);
}"""
# From the change to the picture that shows it.
_FILTER = """(name) => {
  const began = performance.now();
  filters_[name](); KG.app.refresh(); KG.graph.network.redraw();
  return performance.now() - began;
}"""
_SEARCH = """(text) => { const began = performance.now(); KG.search.find(text); return performance.now() - began; }"""
QUERIES = ["غالب", "فءاد", "مريم جمال", "لجنه", "Actor 19", "qqq"]


def in_browser(path: Path, chromium: str) -> dict[str, Any]:
    """Open the page and measure it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        tab = browser.new_context(viewport={"width": 1440, "height": 860}, offline=True).new_page()
        tab.goto(path.as_uri())
        tab.wait_for_function("() => typeof KG !== 'undefined' && KG.firstDrawing")
        result: dict[str, Any] = {"first drawing ms": round(tab.evaluate("KG.firstDrawing"))}
        result["nodes, edges drawn"] = tab.evaluate("[KG.graph.drawn.length, KG.graph.lines.length]")
        tab.wait_for_function("() => KG.app.ready")
        tab.wait_for_timeout(500)
        searched = [[tab.evaluate(_SEARCH, text) for _ in range(ROUNDS)] for text in QUERIES]
        result["search ms"] = round(max(map(statistics.median, searched)), 1)
        took: dict[str, list[float]] = {name: [] for name in tab.evaluate(_FILTERS)}
        for _ in range(ROUNDS):
            for name, times in took.items():
                times.append(tab.evaluate(_FILTER, name))
                tab.wait_for_timeout(50)
        medians = {name: statistics.median(times) for name, times in took.items()}
        slowest = max(medians, key=lambda name: medians[name])
        result["filter ms"] = round(medians[slowest], 1)
        result["slowest filter"] = slowest
        result["typical filter ms"] = round(statistics.median(medians.values()), 1)
        result["filter, first time ms"] = round(max(times[0] for times in took.values()), 1)
        tab.evaluate(_PAN)
        box = tab.locator("#graph").bounding_box()
        assert box is not None
        x, y = box["x"] + 60, box["y"] + box["height"] - 20
        tab.mouse.move(x, y)
        tab.mouse.down()
        began = time.perf_counter()
        while time.perf_counter() - began < 2:
            x, y = x + 3, y - 1
            tab.mouse.move(x, y)
        tab.mouse.up()
        frames = tab.evaluate("frames_")
        result["frames a second"] = round((len(frames) - 1) * 1000 / (frames[-1] - frames[0]), 1)
        browser.close()
    return result


def plain_pyvis(dataset: Dataset, folder: Path, chromium: str, limit: float) -> dict[str, Any]:
    """Give the same graph to pyvis as its own documentation does, and wait for the first picture."""
    from playwright.sync_api import TimeoutError as NotInTime
    from playwright.sync_api import sync_playwright
    from pyvis.network import Network

    began = time.perf_counter()
    net = Network(directed=True, cdn_resources="in_line")
    for actor in dataset.actors:
        net.add_node(actor.id, label=actor.name_ar)
    for event in dataset.events:
        net.add_edge(event.source_id, event.target_id, title=event.relation)
    path = folder / "pyvis.html"
    path.write_text(net.generate_html(notebook=False), encoding="utf-8")
    result: dict[str, Any] = {"written s": round(time.perf_counter() - began, 1)}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        tab = browser.new_context(viewport={"width": 1440, "height": 860}, offline=True).new_page()
        began = time.perf_counter()
        try:
            tab.goto(path.as_uri(), timeout=limit * 1000)
            tab.wait_for_function(
                "() => document.getElementById('loadingBar')?.style.display === 'none'", timeout=limit * 1000
            )
            result["first drawing s"] = round(time.perf_counter() - began, 1)
        except NotInTime:
            result["first drawing s"] = f"not within {limit:g}"
        browser.close()
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=["medium"])
    parser.add_argument("--pyvis", action="store_true", help="measure plain pyvis too (minutes)")
    parser.add_argument("--limit", type=float, default=300, help="seconds to wait for plain pyvis")
    parser.add_argument("--chromium", default=CHROMIUM)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in given.sizes:
            dataset = synthetic(*SIZES[size])
            began = time.perf_counter()
            text = page(dataset, RELATIONS)
            seconds = time.perf_counter() - began
            path = folder / f"{size}.html"
            path.write_text(text, encoding="utf-8")
            result = {"written s": round(seconds, 2), "file MB": round(path.stat().st_size / 1e6, 1)}
            result |= in_browser(path, given.chromium)
            actors, edges = SIZES[size]
            load, cores = os.getloadavg()[0], os.cpu_count()
            print(
                f"{size}: {actors:,} actors, {edges:,} edges (load of the machine {load:.1f} on {cores} cores)"
            )
            for key, value in result.items():
                target = TARGETS[size].get(key)
                print(f"  {key:22} {json.dumps(value):>16}" + (f"   (target {target})" if target else ""))
            if given.pyvis:
                print("  plain pyvis", json.dumps(plain_pyvis(dataset, folder, given.chromium, given.limit)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory at most {peak:.0f} MB")


if __name__ == "__main__":
    main()
