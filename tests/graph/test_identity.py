"""Who is who across documents."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import json
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import lexicon
from kg.graph import merge
from kg.graph.identity import Judgement, JudgementError, identity, load_judgements
from kg.graph.similarity import Speller
from kg.model import Actor, ActorType, Claim, Document, Extraction, Mention, Office
from kg.text.normalise import fold_phrase

PAIRS = Path(__file__).parent.parent / "data" / "name_pairs.tsv"
DAY = dt.date(2014, 6, 24)
LEXICON = lexicon.load()


def read(
    name: str,
    doc: str,
    actor_id: str,
    kind: ActorType = "person",
    *,
    day: dt.date | None = DAY,
    company: tuple[Actor, ...] = (),
) -> Extraction:
    """A document about one actor; ``name @ post/body`` gives an office, and the title is the post."""
    name, _, office = name.partition(" @ ")
    post, _, body = office.partition("/")
    actor = Actor(actor_id, kind, name)
    offices = (Office(doc, actor_id, f"{post} في {body}", post, body, False, 0, 5),) if office else ()
    if kind == "person" and name.split()[0] in ("وزير", "مصدر"):
        offices = (Office(doc, actor_id, name, "", None, False, 0, 5),)
    mention = Mention(doc, actor_id, 0, len(name), name)
    return Extraction(Document(doc, "", date=day), (actor, *company), (mention,), (), offices)


def moved(*extractions: Extraction, judgements: tuple[Judgement, ...] = ()) -> dict[str, str]:
    actors = tuple({a.id: a for e in extractions for a in e.actors}.values())
    return identity(actors, extractions, lexicon=LEXICON, judgements=judgements)


def joined(left: str, right: str, kind: ActorType = "person") -> bool:
    if left != right and "@" not in left + right and fold_phrase(left) == fold_phrase(right):
        return True  # ids are made of folded names
    same = moved(read(left, "d1", "x-1", kind), read(right, "d2", "x-2", kind))
    return same.get("x-1", "x-1") == same.get("x-2", "x-2")


def table(path: Path = PAIRS) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize(
    ("name", "least", "precision", "f1"),
    # The second table was written and measured once (0.905) before anything was changed for it.
    [("name_pairs.tsv", 330, 0.97, 0.92), ("name_pairs_check.tsv", 150, 0.97, 0.92)],
)
def test_table_of_pairs(
    name: str, least: int, precision: float, f1: float, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = table(PAIRS.with_name(name))
    assert len(rows) >= least
    found = [(joined(r["left"], r["right"], r["type"]), r["same"] == "1") for r in rows]  # type: ignore[arg-type]
    hits = sum(said and true for said, true in found)
    right = hits / sum(said for said, _ in found)
    recall = hits / sum(true for _, true in found)
    mean = 2 * right * recall / (right + recall)
    with capsys.disabled():
        print(f"\n{name}: {len(rows)} pairs, precision {right:.3f} recall {recall:.3f} F1 {mean:.3f}")
        for row, (said, true) in zip(rows, found, strict=True):
            if said != true:
                print("  joined " if said else "  missed ", row["left"], "|", row["right"], "|", row["note"])
    assert right >= precision
    assert mean >= f1


BLINKEN = "أنطوني بلنكن"


def test_misspelt_authority_is_named_by_the_list() -> None:
    dataset = merge([read(BLINKEN, "d1", "x-1")], lexicon=LEXICON)
    assert [(a.id, a.name_ar, a.aliases[-1]) for a in dataset.actors] == [
        ("antony-blinken", "أنتوني بلينكن", BLINKEN)
    ]
    assert {m.actor_id for m in dataset.mentions} == {"antony-blinken"}


def test_same_events_after_joining() -> None:
    """Two outlets that spell a visitor differently tell of one visit."""
    host = LEXICON.actors.entries["iraq"].actor
    extractions = []
    for name, doc, actor_id in (("جيلان موراتوف", "d1", "x-1"), ("غيلان موراتوف", "d2", "x-2")):
        told = read(name, doc, actor_id, company=(host,))
        claim = Claim(
            doc,
            "visited",
            actor_id,
            "iraq",
            "occurred",
            None,
            DAY,
            None,
            "زار",
            0,
            f"زار {name} العراق.",
            0,
            20,
        )
        extractions.append(dataclasses.replace(told, claims=(claim,)))
    dataset = merge(extractions, lexicon=LEXICON)
    assert [len(event.claims) for event in dataset.events] == [2]
    assert [a.id for a in dataset.actors] == ["iraq", "x-1"]


SURNAME, FULL = "شتاينهاوفر @ foreign-minister/austria", "فرانك شتاينهاوفر @ foreign-minister/austria"


def test_surname_joins_the_holder_of_the_office() -> None:
    assert moved(read(SURNAME, "d1", "x-1"), read(FULL, "d2", "x-2")) == {"x-2": "x-1"}


def test_misspelt_surname_joins_the_listed_holder_of_the_office() -> None:
    listed = LEXICON.actors.entries["john-kerry"].actor
    with_office = read("كيرري @ foreign-minister/united-states", "d1", "x-1")
    elsewhere = Extraction(Document("d2", "", date=DAY), (listed,), (), ())
    assert moved(with_office, elsewhere) == {"x-1": "john-kerry"}
    assert moved(with_office) == {"x-1": "john-kerry"}
    assert moved(read("كيرري @ foreign-minister/france", "d1", "x-1"), elsewhere) == {}
    late = read("كيرري @ foreign-minister/united-states", "d1", "x-1", day=dt.date(2022, 1, 1))
    assert moved(late, elsewhere) == {}


def test_surname_stays_apart_years_later() -> None:
    late = read(FULL, "d2", "x-2", day=DAY + dt.timedelta(days=1500))
    assert moved(read(SURNAME, "d1", "x-1"), late) == {}


def test_surname_of_two_holders_stays_apart() -> None:
    other = read("أندرياس شتاينهاوفر @ foreign-minister/austria", "d3", "x-3")
    assert moved(read(SURNAME, "d1", "x-1"), read(FULL, "d2", "x-2"), other) == {}


def test_one_story_joins_a_name_with_and_without_middle_part() -> None:
    company = tuple(
        Actor(f"x-9{i}", "person", name) for i, name in enumerate(("كلود بيرتران", "لويز غاردنر"))
    )
    short = read("محمود الكبيسي", "d1", "x-1", company=company)
    assert moved(short, read("محمود جاسم الكبيسي", "d2", "x-2", company=company)) == {"x-2": "x-1"}
    assert moved(short, read("محمود جاسم الكبيسي", "d2", "x-2")) == {}
    late = read("محمود جاسم الكبيسي", "d2", "x-2", company=company, day=DAY + dt.timedelta(days=9))
    assert moved(short, late) == {}


def test_one_document_tells_two_apart() -> None:
    """Who stands in one article under two near names is two persons."""
    one, other = Actor("x-1", "person", "جيلان موراتوف"), Actor("x-2", "person", "غيلان موراتوف")
    assert moved(Extraction(Document("d", "", date=DAY), (one, other), (), ())) == {}


def judged(left: str, right: str, judgement: str) -> Judgement:
    return Judgement(left, right, judgement, "N. N.", "2024-06-25")  # type: ignore[arg-type]


def test_judgements_have_the_last_word_and_are_undone() -> None:
    near = read("جيلان موراتوف", "d1", "x-1"), read("غيلان موراتوف", "d2", "x-2")
    far = read("سليم الهاشمي", "d3", "x-3")
    assert moved(*near, far) == {"x-2": "x-1"}
    assert moved(*near, far, judgements=(judged("x-1", "x-2", "different"),)) == {}
    assert moved(*near, far, judgements=(judged("x-2", "x-3", "same"),)) == {"x-2": "x-1", "x-3": "x-1"}
    assert moved(*near, far) == {"x-2": "x-1"}


def test_judgement_joins_with_the_list_but_never_two_of_it() -> None:
    far = read("سليم الهاشمي", "d3", "x-3")
    assert moved(far, judgements=(judged("x-3", "antony-blinken", "same"),)) == {"x-3": "antony-blinken"}
    both = judged("x-3", "antony-blinken", "same"), judged("x-3", "john-kerry", "same")
    assert moved(far, judgements=both) == {"x-3": "antony-blinken"}


def test_judgement_file(tmp_path: Path) -> None:
    line = {"left": "x-1", "right": "x-2", "judgement": "same", "who": "N. N.", "when": "2024-06-25"}
    path = tmp_path / "judged.jsonl"
    later = {**line, "left": "x-2", "right": "x-1", "judgement": "different"}
    path.write_text("\n".join(map(json.dumps, (line, later))) + "\n\n", encoding="utf-8")
    assert load_judgements(path) == (Judgement("x-2", "x-1", "different", "N. N.", "2024-06-25"),)
    same = partial(identity, lexicon=LEXICON, judgements=load_judgements(path))
    near = [read("جيلان موراتوف", "d1", "x-1"), read("غيلان موراتوف", "d2", "x-2")]
    assert len(merge(near, lexicon=LEXICON).actors) == 1
    assert len(merge(near, lexicon=LEXICON, identity=same).actors) == 2


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("left", "not JSON"),
        ("[1]", "not an object"),
        ('{"left": "x-1"}', "lacks right"),
        ('{"left": "a", "right": "b", "judgement": "maybe", "who": "N", "when": "1"}', "'maybe'"),
        ('{"left": "a", "right": "a", "judgement": "same", "who": "N", "when": "1"}', "are one"),
    ],
)
def test_faulty_judgement_names_file_and_line(tmp_path: Path, line: str, problem: str) -> None:
    path = tmp_path / "judged.jsonl"
    path.write_text("\n" + line, encoding="utf-8")
    with pytest.raises(JudgementError, match=problem) as caught:
        load_judgements(path)
    assert f"{path}:2: " in str(caught.value)


def test_missing_judgement_file(tmp_path: Path) -> None:
    with pytest.raises(JudgementError, match="cannot be read"):
        load_judgements(tmp_path / "none.jsonl")


NAMES = sorted({side for row in table() for side in (row["left"], row["right"]) if row["type"] == "person"})
SOME = st.lists(
    st.tuples(st.sampled_from(NAMES), st.integers(0, 40), st.integers(0, 400)), min_size=2, max_size=8
)


@given(drawn=SOME, data=st.data())
@settings(max_examples=25, deadline=None)
def test_mapping_is_a_partition_whatever_the_order(
    drawn: list[tuple[str, int, int]], data: st.DataObject
) -> None:
    listed = [LEXICON.actors.entries[i].actor for i in ("antony-blinken", "john-kerry", "sergey-lavrov")]
    documents = [
        read(name, f"d{n}", f"x-{number}", day=DAY + dt.timedelta(days=days), company=(listed[n % 3],))
        for n, (name, number, days) in enumerate(drawn)
    ]
    # An id has one name, as ids are made of names.
    names: dict[str, str] = {}
    documents = [
        d for d in documents if names.setdefault(d.actors[0].id, d.actors[0].name_ar) == d.actors[0].name_ar
    ]
    same = moved(*documents)
    assert moved(*data.draw(st.permutations(documents))) == same
    for one, stays in same.items():
        assert one != stays
        assert stays not in same
        assert one.startswith("x-")
        assert one not in LEXICON.actors.entries


@given(left=st.sampled_from(NAMES), right=st.sampled_from(NAMES))
def test_likeness_has_no_direction(left: str, right: str) -> None:
    left, right = left.partition(" @ ")[0], right.partition(" @ ")[0]
    speller = Speller.of(LEXICON)
    assert speller.persons(left, right) == speller.persons(right, left)
