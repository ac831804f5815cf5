"""Figures against annotated articles: computed by hand, and equal to those of the reference script."""

from __future__ import annotations

import datetime as dt
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError, KgError
from kg.evaluate import conll_scores, evaluate, read_conll
from kg.export import write
from kg.graph import merge
from kg.lexicon import load
from kg.model import Actor, Claim, Dataset, Document, Extraction, Mention

RELATIONS = load().relations


def gold_event(relation: str, source: str | None, target: str | None, **more: Any) -> dict[str, Any]:
    empty = {"status": "occurred", "attributed_to": None, "date": None, "place": None}
    return {"relation": relation, "source": source, "target": target, **empty, **more}


GOLD = {
    "id": "g1",
    "title": "",
    "text": "...",
    "actors": [
        {"id": "a1", "type": "person", "name": "سلمى الداية", "mentions": ["سلمى الداية", "وزيرة البيئة"]},
        {"id": "a2", "type": "state", "name": "الأردن", "mentions": ["الأردن", "عمّان"]},
        {"id": "a3", "type": "person", "name": "هيثم عقل", "mentions": ["عقل"]},
        {"id": "a4", "type": "place", "name": "العقبة", "mentions": ["العقبة"]},
    ],
    "events": [
        gold_event("met-with", "a1", "a3", date="2024-06-24", place="a4", attributed_to="a2"),
        gold_event("visited", "a1", "a2"),
        gold_event("stated", "a1", None),
        gold_event("stated", "a1", None, status="planned"),  # again: counts once
        gold_event("affirmed", "a3", None),
    ],
}

ACTORS = (
    Actor("s1", "person", "الوزيرة الداية", aliases=("وزيرة البيئه",)),
    Actor("s2", "organization", "الاردن"),  # right name, wrong type
    Actor("s3", "person", "هيثم عقل"),
    Actor("s4", "place", "العقبة"),
    Actor("s5", "place", "صور"),  # idle: not held against the system
    Actor("s6", "organization", "النقابة"),  # spurious
)


def claim(relation: str, source: str, target: str | None, start: int, **more: Any) -> Claim:
    roles = {"status": "occurred", "attributed_to": None, "date": None, "place_id": None, **more}
    return Claim(
        doc_id=roles.pop("doc_id", "g1"), relation=relation, source_id=source, target_id=target, trigger="ت",
        trigger_start=start, sentence="ت", start=start, end=start + 1, **roles,
    )  # fmt: skip


def system() -> Dataset:
    document = Document("g1", "...", date=dt.date(2024, 6, 25))
    claims = (
        claim("met-with", "s3", "s1", 0, date=dt.date(2024, 6, 24), place_id="s4", attributed_to="s2"),
        claim("visited", "s1", "s2", 10, status="planned", attributed_to="s3"),
        claim("announced", "s1", None, 20),  # another relation of the same group
        claim("condemned", "s6", "s2", 30),
    )
    mentions = tuple(Mention("g1", a.id, 40 + i, 41 + i, a.name_ar) for i, a in enumerate(ACTORS))
    return merge([Extraction(document, ACTORS, mentions, claims)], relations=RELATIONS)


def gold_file(folder: Path, *articles: dict[str, Any]) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles), encoding="utf-8")
    return path


def test_figures_computed_by_hand(tmp_path: Path) -> None:
    result = evaluate(gold_file(tmp_path, GOLD), system(), RELATIONS)
    assert result.figures() == {
        # s1 to s4 are right, s6 is not, s5 does not count
        "actors": {"precision": 0.8, "recall": 1.0, "f1": 0.8889, "gold": 4, "system": 5},
        "actors typed": {"precision": 0.6, "recall": 0.75, "f1": 0.6667, "gold": 4, "system": 5},
        # met-with and visited
        "events strict": {"precision": 0.5, "recall": 0.5, "f1": 0.5, "gold": 4, "system": 4},
        # and announced stands in one group with stated
        "events by group": {"precision": 0.75, "recall": 0.75, "f1": 0.75, "gold": 4, "system": 4},
        "pairs": {"precision": 0.6667, "recall": 1.0, "f1": 0.8, "gold": 2, "system": 3},
        "status accuracy": {"accuracy": 0.5, "of": 2},
        "attribution accuracy": {"accuracy": 0.5, "of": 2},
        "date accuracy": {"accuracy": 1.0, "of": 1},
        "place accuracy": {"accuracy": 1.0, "of": 1},
    }
    assert result.text().splitlines()[:2] == [
        "1 articles",
        "actors                precision 0.8  recall 1.0  f1 0.8889  gold 4  system 5",
    ]


def test_errors_name_what_was_missed_and_what_was_spurious(tmp_path: Path) -> None:
    (errors,) = evaluate(gold_file(tmp_path, GOLD), system(), RELATIONS).errors
    assert errors == {
        "id": "g1",
        "actors_missed": [],
        "actors_spurious": ["النقابة*"],
        "events_missed": ["stated(سلمى الداية, -) ←  | ", "affirmed(هيثم عقل, -) ←  | "],
        "events_spurious": ["announced(سلمى الداية, -) ← ت | ت", "condemned(النقابة*, الأردن) ← ت | ت"],
        "events_right": ["met-with(سلمى الداية, هيثم عقل)", "visited(سلمى الداية, الأردن)"],
    }


def test_an_article_that_was_not_read_counts_as_missed(tmp_path: Path) -> None:
    result = evaluate(gold_file(tmp_path, {**GOLD, "id": "g2"}), system(), RELATIONS)
    assert result.figures()["actors"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "gold": 4, "system": 0}
    assert result.figures()["status accuracy"] == {"accuracy": None, "of": 0}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"id": "g1"', r"gold\.jsonl:1: is not JSON"),
        ('{"id": "g1"}', r"gold\.jsonl:1: is no annotated article"),
    ],
)
def test_a_broken_gold_file_is_named(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        evaluate(path, system(), RELATIONS)


# ---------------------------------------------------------------- against the reference script

NAMES = [
    "سلمى الداية",
    "الداية",
    "هيثم عقل",
    "عقل",
    "الأردن",
    "الاردن",
    "عمّان",
    "العقبة",
    "النقابة",
    "المحتجون",
]
TYPES = ("person", "state", "organization", "group", "place")
STATUSES = ("occurred", "planned", "possible", "negated")


def random_gold(rng: random.Random, doc_id: str) -> dict[str, Any]:
    actors = [
        {
            "id": f"a{i}",
            "type": rng.choice(TYPES),
            "name": rng.choice(NAMES),
            "mentions": rng.sample(NAMES, 2),
        }
        for i in range(rng.randint(1, 6))
    ]
    ids = [a["id"] for a in actors]
    roles = [*ids, None]
    events = [
        gold_event(
            rng.choice(list(RELATIONS)[:6]), rng.choice(ids), rng.choice(roles), status=rng.choice(STATUSES),
            attributed_to=rng.choice(roles), place=rng.choice(roles),
            date=rng.choice([None, "2024-06-24", "2024-06-25"]),
        )
        for _ in range(rng.randint(0, 9))
    ]  # fmt: skip
    return {"id": doc_id, "title": "", "text": "...", "actors": actors, "events": events}


def random_extraction(rng: random.Random, doc_id: str) -> Extraction:
    actors = tuple(
        Actor(f"s{i}", TYPES[i % 5], NAMES[i], aliases=(NAMES[-i],))
        for i in range(8)  # type: ignore[arg-type]
    )
    mentions = tuple(
        Mention(doc_id, a.id, i, i + 1, rng.choice(NAMES)) for i, a in enumerate(actors) if rng.random() < 0.6
    )
    ids = [a.id for a in actors]
    roles = [*ids, None]
    claims = tuple(
        claim(
            rng.choice(list(RELATIONS)[:6]), rng.choice(ids), rng.choice(roles), i, doc_id=doc_id,
            status=rng.choice(STATUSES), attributed_to=rng.choice(roles), place_id=rng.choice(roles),
            date=rng.choice([None, dt.date(2024, 6, 24), dt.date(2024, 6, 25)]),
        )
        for i in range(rng.randint(0, 9))
    )  # fmt: skip
    return Extraction(Document(doc_id, "...", date=dt.date(2024, 6, 25)), actors, mentions, claims)


@pytest.mark.parametrize("seed", range(4))
def test_figures_equal_those_of_the_reference_script(tmp_path: Path, shared: Path, seed: int) -> None:
    rng = random.Random(seed)
    names = [f"d{i}" for i in range(40)]
    articles = [GOLD, *(random_gold(rng, name) for name in names)]
    gold = gold_file(tmp_path, *articles)
    extractions = [random_extraction(rng, name) for name in rng.sample(names, 35)]
    dataset = merge(extractions, relations=RELATIONS)
    write(dataset, tmp_path / "out", ["csv"])
    script = [sys.executable, str(shared / "gold" / "score.py"), str(gold), str(tmp_path / "out"), "--json"]
    expected = subprocess.run(script, capture_output=True, text=True, check=True).stdout
    result = json.loads(evaluate(gold, dataset, RELATIONS).json())
    reference = json.loads(expected)
    assert result["figures"] == reference["figures"]
    assert {r: {k: v for k, v in c.items() if v} for r, c in result["relations"].items()} == {
        r: {k: v for k, v in c.items() if v} for r, c in reference["relations"].items()
    }
    assert reference["figures"]["events strict"]["system"] > 50


def test_relations_agree_with_the_inventory(shared: Path) -> None:
    lines = (shared / "gold" / "RELATIONS.tsv").read_text(encoding="utf-8").splitlines()[1:]
    cells = [line.split("\t") for line in lines]
    inventory = {relation: (group, symmetric == "yes") for relation, group, symmetric, *_ in cells}
    ours = {r.id: (r.group, r.symmetric) for r in RELATIONS.values()}
    assert {name: ours.get(name) for name in inventory} == inventory


# ---------------------------------------------------------------- names tagged word by word

TAGS = [
    # gold, predicted, {type: (right, system, gold)}
    (
        "B-PERS I-PERS O B-LOC",
        "B-PERS I-PERS O B-LOC",
        {"LOC": (1, 1, 1), "PERS": (1, 1, 1), "all": (2, 2, 2)},
    ),
    ("B-PERS I-PERS O", "B-PERS O O", {"PERS": (0, 1, 1), "all": (0, 1, 1)}),
    ("B-PERS O", "B-ORG O", {"ORG": (0, 1, 0), "PERS": (0, 0, 1), "all": (0, 1, 1)}),
    ("B-PERS B-PERS", "B-PERS I-PERS", {"PERS": (0, 1, 2), "all": (0, 1, 2)}),
    ("O I-LOC I-LOC", "O B-LOC I-LOC", {"LOC": (1, 1, 1), "all": (1, 1, 1)}),
    ("B-LOC I-ORG", "B-LOC B-ORG", {"LOC": (1, 1, 1), "ORG": (1, 1, 1), "all": (2, 2, 2)}),
    ("O O", "O O", {"all": (0, 0, 0)}),
]


@pytest.mark.parametrize(("gold", "predicted", "expected"), TAGS)
def test_names_are_compared_whole(
    gold: str, predicted: str, expected: dict[str, tuple[int, int, int]]
) -> None:
    scores = conll_scores([gold.split()], [predicted.split()])
    assert {name: (c.right, c.system, c.gold) for name, c in scores.items()} == expected


def test_a_tagged_file_is_read_by_sentences(tmp_path: Path) -> None:
    path = tmp_path / "names.conll"
    path.write_text("\nزار O\nسليم B-PERS\nالمر I-PERS\n\n\nصور B-LOC", encoding="utf-8")
    assert read_conll(path) == (
        [["زار", "سليم", "المر"], ["صور"]],
        [["O", "B-PERS", "I-PERS"], ["B-LOC"]],
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [("زار O\nسليم\n", r":2: a word and a tag were expected"), ("\n", "holds no sentence")],
)
def test_a_broken_tagged_file_is_named(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "names.conll"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_conll(path)


def test_tags_of_unequal_length_are_refused() -> None:
    with pytest.raises(KgError, match="sentence 1 has 1 tags, but 2"):
        conll_scores([["O"]], [["O", "O"]])
    with pytest.raises(KgError, match="1 sentences are annotated and 0"):
        conll_scores([["O"]], [])
