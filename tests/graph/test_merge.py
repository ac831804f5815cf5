from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
from collections.abc import Mapping

import pytest

import tests.factories as f
from kg.graph import merge
from kg.graph.merge import DuplicateDocumentError
from kg.model import Actor, Dataset, Extraction, Mention

D = dt.date


def merged(*extractions: Extraction, **options: object) -> Dataset:
    return merge(extractions, relations=f.RELATIONS, **options)  # type: ignore[arg-type]


def told(published: dt.date | None, day: dt.date | None, name: str, relation: str = "warned") -> Extraction:
    """A document in which the North warns the South on some day."""
    return f.extraction(f.document(name, published), f.claim(name, relation, f.NORTH, f.SOUTH, date=day))


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        # (published, day of the claim) of two documents, and how many happenings they tell
        ((D(2024, 6, 25), D(2024, 6, 24)), (D(2024, 6, 25), D(2024, 6, 24)), 1),
        ((D(2024, 6, 25), D(2024, 6, 24)), (D(2024, 6, 25), D(2024, 6, 25)), 2),
        ((D(2024, 6, 25), D(2024, 6, 24)), (D(2024, 6, 26), None), 1),
        ((D(2024, 6, 25), D(2024, 6, 24)), (D(2024, 6, 27), None), 1),
        ((D(2024, 6, 25), D(2024, 6, 24)), (D(2024, 6, 28), None), 2),
        ((D(2024, 6, 25), None), (D(2024, 6, 28), None), 1),
        ((D(2024, 6, 25), None), (D(2024, 6, 29), None), 2),
        ((D(2024, 6, 25), None), (None, None), 2),
        ((None, None), (None, None), 2),
        ((None, D(2024, 6, 24)), (None, D(2024, 6, 24)), 1),
    ],
)
def test_claims_of_two_documents(
    one: tuple[dt.date | None, dt.date | None], other: tuple[dt.date | None, dt.date | None], events: int
) -> None:
    both = [told(*one, "a"), told(*other, "b")]
    assert len(merged(*both).events) == events
    assert merged(*both).events == merged(*reversed(both)).events


def test_near_days_do_not_chain() -> None:
    """Five undated reports, two days apart each, are not one event of ten days."""
    days = [D(2024, 6, day) for day in (1, 3, 5, 7, 9)]
    events = merged(*(told(day, None, f"d{day.day}") for day in days)).events
    assert sorted(len(event.claims) for event in events) == [1, 2, 2]


def test_undated_claim_prefers_its_own_document() -> None:
    document = f.document("a", D(2024, 6, 25))
    early = f.claim("a", "warned", f.NORTH, f.SOUTH, date=D(2024, 6, 1), start=0)
    undated = f.claim("a", "warned", f.NORTH, f.SOUTH, date=None, start=100)
    elsewhere = told(D(2024, 6, 25), D(2024, 6, 25), "b")
    events = merged(f.extraction(document, early, undated), elsewhere).events
    assert {len(event.claims): event.date for event in events} == {2: D(2024, 6, 1), 1: D(2024, 6, 25)}


def test_symmetric_relation_in_either_order() -> None:
    one = f.extraction(f.document("a"), f.claim("a", "met-with", f.NADIA, f.SALIM))
    other = f.extraction(f.document("b"), f.claim("b", "met-with", f.SALIM, f.NADIA))
    (event,) = merged(other, one).events
    assert (event.source_id, event.target_id) == (f.NADIA.id, f.SALIM.id)
    assert [claim.source_id for claim in event.claims] == [f.NADIA.id, f.SALIM.id]


def test_directed_relation_in_either_order_is_two_events() -> None:
    one = f.extraction(f.document("a"), f.claim("a", "warned", f.NADIA, f.SALIM))
    other = f.extraction(f.document("b"), f.claim("b", "warned", f.SALIM, f.NADIA))
    assert len(merged(one, other).events) == 2


def test_claims_without_parties_stay_in_their_document() -> None:
    one, other = (f.extraction(f.document(n), f.claim(n, "killed", None, None)) for n in "ab")
    assert len(merged(one, other).events) == 2


def test_claims_that_disagree_stay_side_by_side() -> None:
    event = next(event for event in f.dataset().events if event.relation == "met-with")
    assert [claim.status for claim in event.claims] == ["occurred", "occurred", "negated"]


def test_event_ids_do_not_depend_on_the_order_of_documents() -> None:
    ids = {
        tuple(event.id for event in merged(*order).events)
        for order in itertools.permutations(f.extractions())
    }
    assert len(ids) == 1


def test_one_document_alone_keeps_the_ids_of_dated_events() -> None:
    first = f.extractions()[0]
    alone = {event.id for event in merged(first).events if event.date}
    assert alone <= {event.id for event in f.dataset().events}
    assert alone


def test_same_claim_twice_is_one() -> None:
    claim = f.claim("a")
    (event,) = merged(f.extraction(f.document("a"), claim, claim)).events
    assert event.claims == (claim,)


def test_aliases_are_joined_in_order_of_appearance() -> None:
    def naming(doc: str, name: str, *aliases: str) -> Extraction:
        actor = Actor("x-1", "person", name, aliases=aliases)
        return Extraction(f.document(doc), (actor,), (), ())

    read = [
        naming("a", "نادية الصافي", "الصافي"),
        naming("b", "الصافي", "الوزيرة"),
        naming("c", "نادية", "الصافي"),
    ]
    (actor,) = merged(*read).actors
    assert (actor.name_ar, actor.aliases) == ("نادية الصافي", ("الصافي", "الوزيرة", "نادية"))


def test_later_document_fills_what_is_unknown() -> None:
    bare = dataclasses.replace(f.NORTH, name_en="", wikidata="")
    read = [Extraction(f.document(n), (actor,), (), ()) for n, actor in (("a", bare), ("b", f.NORTH))]
    (actor,) = merged(*read).actors
    assert (actor.name_en, actor.wikidata) == ("Northland", "Q1")


def test_documents_keep_their_order_and_lose_their_text() -> None:
    documents = merged(*reversed(f.extractions())).documents
    assert [document.id for document in documents] == ["d3", "d2", "d1"]
    assert {document.text for document in documents} == {""}
    assert documents[0].title == "عنوان d3"


def test_two_documents_with_one_id() -> None:
    with pytest.raises(DuplicateDocumentError, match="'a'"):
        merged(f.extraction(f.document("a")), f.extraction(f.document("a")))


def test_identity_joins_actors_everywhere() -> None:
    alias = Actor("x-salim", "person", "سليم المر")
    read = [
        f.extraction(f.document("a"), f.claim("a", "met-with", f.NADIA, f.SALIM)),
        dataclasses.replace(
            f.extraction(f.document("b"), f.claim("b", "met-with", f.NADIA, alias, by=alias, place=alias)),
            actors=(f.NADIA, alias),
            mentions=(Mention("b", "x-salim", 0, 9, "سليم المر"),),
            offices=(dataclasses.replace(f.office("b"), holder_id="x-salim", body_id="x-salim"),),
        ),
    ]

    def identity(actors: tuple[Actor, ...], extractions: tuple[Extraction, ...]) -> Mapping[str, str]:
        assert {actor.id for actor in actors} == {f.NADIA.id, f.SALIM.id, "x-salim"}
        assert len(extractions) == 2
        return {"x-salim": "x-middle", "x-middle": f.SALIM.id}

    joined = merged(*read, identity=identity)
    (event,) = joined.events
    assert len(event.claims) == 2
    assert "x-salim" not in repr(dataclasses.replace(joined, same=()))
    assert [(s.other_id, s.name_ar, s.actor_id) for s in joined.same] == [
        ("x-salim", "سليم المر", "x-00000000000b")
    ]
    salim = next(actor for actor in joined.actors if actor.id == f.SALIM.id)
    assert "سليم المر" in salim.aliases


def test_identity_ring_ends() -> None:
    read = f.extraction(f.document("a"), f.claim("a", "warned", f.NORTH, f.SOUTH))
    joined = merged(read, identity=lambda *_: {"northland": "southland", "southland": "northland"})
    assert [actor.id for actor in joined.actors] == ["northland"]


def test_everything_is_sorted() -> None:
    made = f.dataset()
    assert list(made.actors) == sorted(made.actors, key=lambda actor: actor.id)
    assert list(made.events) == sorted(made.events, key=lambda event: event.id)
    assert list(made.mentions) == sorted(made.mentions, key=lambda m: (m.doc_id, m.start))
    for event in made.events:
        assert list(event.claims) == sorted(event.claims, key=lambda c: (c.doc_id, c.start))
