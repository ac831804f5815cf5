"""Names that mean another actor in another article."""

from __future__ import annotations

import datetime as dt

import pytest

from kg import lexicon
from kg.graph import merge
from kg.graph.homes import settled
from kg.graph.judgements import Judgement
from kg.model import Actor, ActorType, Document, Extraction, Mention

LEXICON = lexicon.load()
TUNISIAN, SAUDI, UNKNOWN = "Jawhara FM (Tunisia)", "Okaz", ""


def read(
    doc: str,
    name: str,
    states: str = "",
    outlet: str = UNKNOWN,
    *,
    kind: ActorType = "organization",
    id_: str = "",
) -> Extraction:
    """An article that names one actor, and states as often as they are listed."""
    actor = Actor(id_ or f"x-{name.replace(' ', '-')}", kind, name)
    named = [LEXICON.actors.entries[state].actor for state in states.split()]
    mentions = [
        Mention(doc, a.id, n * 20, n * 20 + len(a.name_ar), a.name_ar) for n, a in enumerate([actor, *named])
    ]
    return Extraction(
        Document(doc, "", date=dt.date(2024, 6, 25), outlet=outlet),
        (actor, *dict.fromkeys(named)),
        tuple(mentions),
        (),
    )


def ids(*extractions: Extraction) -> list[str]:
    done, _ = settled(extractions, LEXICON)
    return [e.actors[0].id for e in done]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        # The interior ministries of two states are two, and each is one under both its names.
        (("وزارة الداخلية", "tunisia"), ("وزارة الداخلية", "morocco"), False),
        (("وزارة الداخلية", "tunisia"), ("وزارة الداخلية التونسية", "egypt"), True),
        (("وزارة الداخلية", "tunisia tunisia egypt"), ("وزارة الداخليّة", "tunisia"), True),
        (("وزارة الداخلية", "", TUNISIAN), ("وزارة الداخلية", "", SAUDI), False),
        (("وزارة الداخلية", "", TUNISIAN), ("وزارة الداخلية", "tunisia"), True),
        # An outlet's own state is meant where it is named half as often as any.
        (("وزارة الداخلية", "tunisia egypt egypt", TUNISIAN), ("وزارة الداخلية", "tunisia"), True),
        (("وزارة الداخلية", "egypt egypt", TUNISIAN), ("وزارة الداخلية", "egypt"), True),
        # Where nobody knows, nothing is told apart.
        (("وزارة الداخلية", ""), ("وزارة الداخلية", "egypt morocco"), True),
        (("قوات الأمن", "egypt"), ("قوات الأمن", "iraq"), False),
        # Who bears a name of its own is one everywhere.
        (("نادي برشلونة", "egypt"), ("نادي برشلونة", "iraq"), True),
        (("جامعة القلعة", "egypt"), ("جامعة القلعة", "iraq"), True),
        (("شركة سابك", "egypt", TUNISIAN), ("شركة سابك", "iraq", SAUDI), True),
    ],
)
def test_bodies_that_every_state_has(one: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    first, second = ids(read("a", *one), read("b", *other))
    assert (first == second) is same


def test_listed_bodies_keep_the_id_and_name_of_the_list() -> None:
    dataset = merge([read("a", "وزارة الداخلية", "saudi-arabia")], lexicon=LEXICON)
    (ministry,) = (a for a in dataset.actors if a.type == "organization")
    assert (ministry.id, ministry.aliases[-1]) == ("saudi-interior-ministry", "وزارة الداخلية")
    assert [(s.reason, s.documents) for s in dataset.same] == [("state", 1)]
    assert {m.actor_id for m in dataset.mentions} == {"saudi-interior-ministry", "saudi-arabia"}


def test_a_given_name_alone_is_one_person_in_each_article() -> None:
    both = read("a", "محمد", kind="person"), read("b", "محمد", kind="person")
    assert len(set(ids(*both))) == 2
    assert ids(*both) == ids(*both)
    full = read("a", "محمد الكرمي", kind="person"), read("b", "محمد الكرمي", kind="person")
    assert len(set(ids(*full))) == 1
    # Where one article gives the whole name, the id stands for that.
    known = read("a", "محمد الكرمي", kind="person", id_="x-1"), read("b", "محمد", kind="person", id_="x-1")
    assert set(ids(*known)) == {"x-1"}


def test_what_a_person_judged_stays() -> None:
    two = read("a", "وزارة الداخلية", "tunisia"), read("b", "وزارة الداخلية", "morocco")
    old = two[0].actors[0].id
    judged = Judgement(old, "x-other", "different", "N. N.", "2024-06-25")
    dataset = merge(two, judgements=[judged], lexicon=LEXICON)
    assert [a.id for a in dataset.actors if a.type == "organization"] == [old]
