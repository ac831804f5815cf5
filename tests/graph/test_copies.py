"""An agency's report that several outlets print is one source."""

from __future__ import annotations

import dataclasses
import datetime as dt
import time
from pathlib import Path

import pytest

import tests.factories as f
from kg import build, load
from kg.graph import merge, to_networkx
from kg.graph.copies import near_copies, voices
from kg.model import Document, Extraction
from kg.text.sketch import resemblance, sketch
from kg.view.tables import tables

REPORT = """حذرت وزيرة خارجية الشمال نادية الصافي، الإثنين، من أن استمرار إغلاق المرفأ يهدد الأمن الغذائي
في المنطقة بأسرها، ودعت حكومة الجنوب إلى العودة إلى طاولة المفاوضات من دون شروط مسبقة. وقالت الصافي في مؤتمر
صحفي عقدته في مقر اتحاد الموانئ إن بلادها تقدمت بمقترح مكتوب قبل أسبوعين ولم تتلق أي رد عليه حتى الآن."""
# As another outlet prints it: another headline, the agency named, a word changed, the end cut off.
REPRINT = REPORT.replace("بأسرها", "كلها").replace("حتى الآن", "بعد") + " (وكالات)"
OWN_REPORT = """قالت مصادر دبلوماسية في الشمال إن تحذير الوزيرة الصافي جاء بعد مشاورات طويلة مع قادة الأحزاب،
وإن الحكومة تعد خطة لفتح ممر عبر الموانئ الشرقية إذا لم تستجب حكومة الجنوب لدعوتها خلال الأيام المقبلة."""
DAY = dt.date(2024, 6, 25)


def read(name: str, text: str, day: dt.date | None = DAY, outlet: str = "") -> Extraction:
    claim = f.claim(name, "warned", f.NORTH, f.SOUTH)
    read = f.extraction(f.document(name, day, outlet or f"صحيفة {name}"), claim)
    return dataclasses.replace(read, sketch=sketch(text.split()))


@pytest.mark.parametrize(
    ("other", "day", "copies"),
    [
        (REPORT, DAY, True),
        (REPRINT, DAY, True),
        ("عاجل: " + REPRINT, DAY + dt.timedelta(days=3), True),
        (REPRINT, None, True),
        (REPRINT, DAY + dt.timedelta(days=30), False),
        (OWN_REPORT, DAY, False),
        ("", DAY, False),
    ],
)
def test_near_copies(other: str, day: dt.date | None, copies: bool) -> None:
    both = [read("a", REPORT), read("b", other, day)]
    assert near_copies(both) == ({"b": "a"} if copies else {})
    assert near_copies(both[::-1]) == near_copies(both)


def test_copies_of_copies_have_one_first() -> None:
    three = [read(name, text) for name, text in (("c", REPRINT), ("a", REPORT), ("b", REPORT + " انتهى"))]
    assert near_copies(three) == {"b": "a", "c": "a"}


def test_weight_of_an_edge_is_distinct_outlets_and_copies_add_nothing() -> None:
    reports = [read("a", REPORT), read("b", REPRINT), read("c", REPORT), read("d", OWN_REPORT)]

    def weight(*chosen: Extraction) -> int:
        dataset = merge(chosen, relations=f.RELATIONS)
        ((_, _, edge),) = to_networkx(dataset, f.RELATIONS).edges(data=True)
        (drawn,) = tables(dataset, f.RELATIONS).edges
        assert drawn.outlets == edge["weight"]
        return int(edge["weight"])

    assert weight(*reports[:1]) == 1
    assert weight(*reports[:3]) == 1
    assert weight(*reports) == 2
    assert weight(reports[0], read("e", OWN_REPORT, outlet="صحيفة a")) == 1


def test_a_copy_whose_first_document_is_filtered_out_is_one_voice_still() -> None:
    documents = [Document(i, "", outlet=i, copy_of="gone") for i in ("b", "c")]
    assert len(set(voices(documents).values())) == 1


def test_claims_of_copies_are_all_kept_side_by_side() -> None:
    """Where outlets disagree on status or attribution, both claims stand in one event."""
    one = read("a", REPORT)
    denied = f.claim("b", "warned", f.NORTH, f.SOUTH, status="negated")
    on_its_word = f.claim("c", "warned", f.NORTH, f.SOUTH, by=f.UNION)
    others = [f.extraction(f.document(c.doc_id), c) for c in (denied, on_its_word)]
    (event,) = merge([one, *others], relations=f.RELATIONS).events
    assert [(c.doc_id, c.status, c.attributed_to) for c in event.claims] == [
        ("a", "occurred", None),
        ("b", "negated", None),
        ("c", "occurred", "union"),
    ]


def test_built_from_articles_saved_and_loaded(tmp_path: Path) -> None:
    articles = [
        Document("d1", REPORT, date=DAY, outlet="وكالة ألف"),
        Document("d2", REPRINT, date=DAY, outlet="صحيفة باء"),
        Document("d3", OWN_REPORT, date=DAY, outlet="صحيفة جيم"),
    ]
    graph = build(articles)
    graph.save(tmp_path, ["csv"])
    assert [d.copy_of for d in load(tmp_path).dataset.documents] == ["", "d1", ""]
    assert graph.query("SELECT ?a ?b { ?a kg:copyOf ?b }").shape == (1, 2)


def test_sketch_estimates_the_share_of_common_phrases() -> None:
    words = [f"كلمة{n}" for n in range(400)]
    for shared in (100, 200, 300):
        other = words[:shared] + [f"غيرها{n}" for n in range(400 - shared)]
        true = (shared - 2) / (2 * 398 - (shared - 2))
        assert abs(resemblance(sketch(words), sketch(other)) - true) < 3.5 * 0.0625


@pytest.mark.no_cover
def test_time_grows_with_the_number_of_documents() -> None:
    """A form that is printed again and again is not compared with all of its kind."""

    def seconds(many: int) -> float:
        forms = [read(f"d{n:06d}", f"{REPORT} {n} {n + 1} {n + 2}") for n in range(many)]
        begin = time.process_time()
        near_copies(forms)
        return time.process_time() - begin

    small, large = min(seconds(500) for _ in range(2)), seconds(3000)
    assert large < 15 * small  # 36 times as many pairs
