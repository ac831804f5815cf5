"""Small data sets made in code; the sentences were written for the tests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from kg.model import Actor, Claim, Dataset, Document, Extraction, Mention, Office, Relation


def relation(
    name: str, group: str, quad: str, symmetric: bool = False, codes: tuple[str, str] = ("", "")
) -> Relation:
    first, *rest = name.split("-")
    camel = first + "".join(word.capitalize() for word in rest)
    return Relation(name, camel, f"علاقة {name}", name.replace("-", " "), group, symmetric, *codes, quad)


RELATIONS = {
    r.id: r
    for r in (
        relation("met-with", "meet", "verbal-cooperation", True, ("CONSULT", "040")),
        relation("visited", "meet", "verbal-cooperation", False, ("CONSULT", "042")),
        relation("affirmed", "say", "neutral", False, ("", "019")),
        relation("stated", "say", "neutral", False, ("", "010")),
        relation("warned", "warn", "verbal-conflict", False, ("THREATEN", "130")),
        relation("attacked", "force", "material-conflict", False, ("ASSAULT", "190")),
        relation("killed", "force", "material-conflict", False, ("ASSAULT", "190")),
    )
}

NADIA = Actor("x-00000000000a", "person", "نادية الصافي", "Nadia al-Safi", ("الوزيرة الصافي",))
SALIM = Actor("x-00000000000b", "person", "سليم المرّ", aliases=("المر",))
NORTH = Actor("northland", "state", "الشمال", "Northland", ("دولة الشمال", "كيان الشمال"), "Q1")
SOUTH = Actor("southland", "state", "الجنوب", "Southland", wikidata="Q2")
PORT = Actor("port-city", "place", "المرفأ", "Port City")
UNION = Actor("union", "organization", "اتحاد الموانئ")

ACTORS = (NADIA, SALIM, NORTH, SOUTH, PORT, UNION)

DAY = dt.date(2024, 6, 24)


def document(
    name: str = "d1", date: dt.date | None = dt.date(2024, 6, 25), outlet: str = "وكالة ألف"
) -> Document:
    return Document(name, f"نص {name}", f"عنوان {name}", date, outlet, f"https://example.org/{name}")


def claim(
    doc_id: str = "d1",
    relation: str = "met-with",
    source: Actor | None = NADIA,
    target: Actor | None = SALIM,
    *,
    status: str = "occurred",
    date: dt.date | None = DAY,
    place: Actor | None = None,
    by: Actor | None = None,
    start: int = 0,
    trigger: str = "التقت",
) -> Claim:
    sentence = f"{trigger} {source.name_ar if source else ''} مع {target.name_ar if target else ''}."
    values: dict[str, Any] = {
        "doc_id": doc_id,
        "relation": relation,
        "source_id": source.id if source else None,
        "target_id": target.id if target else None,
        "status": status,
        "attributed_to": by.id if by else None,
        "date": date,
        "place_id": place.id if place else None,
        "trigger": trigger,
        "trigger_start": start,
        "sentence": sentence,
        "start": start,
        "end": start + len(sentence),
    }
    return Claim(**values)


def extraction(doc: Document, *claims: Claim, offices: tuple[Office, ...] = ()) -> Extraction:
    """All actors that the claims name, each mentioned once."""
    ids = {i for c in claims for i in (c.source_id, c.target_id, c.attributed_to, c.place_id)}
    ids |= {i for o in offices for i in (o.holder_id, o.body_id)}
    actors = tuple(actor for actor in ACTORS if actor.id in ids)
    mentions = tuple(
        Mention(doc.id, a.id, 10 * n, 10 * n + len(a.name_ar), a.name_ar) for n, a in enumerate(actors)
    )
    return Extraction(doc, actors, mentions, claims, offices)


def office(doc_id: str = "d1", former: bool = False) -> Office:
    return Office(doc_id, NADIA.id, "وزيرة خارجية الشمال", "foreign-minister", NORTH.id, former, 3, 22)


def extractions() -> list[Extraction]:
    """Three documents of two outlets that report, deny and announce."""
    d1 = document("d1", outlet="وكالة ألف")
    d2 = document("d2", outlet="صحيفة باء")
    d3 = document("d3", dt.date(2024, 7, 2), "وكالة ألف")
    return [
        extraction(
            d1,
            claim("d1", place=PORT),
            claim("d1", "affirmed", NADIA, SALIM, by=UNION, start=60, trigger="أكدت", date=None),
            claim(
                "d1",
                "visited",
                SALIM,
                NORTH,
                status="planned",
                start=120,
                trigger="سيزور",
                date=dt.date(2024, 7, 1),
            ),
            offices=(office(),),
        ),
        extraction(
            d2,
            claim("d2", source=SALIM, target=NADIA, trigger="اجتمع"),
            claim("d2", "warned", NORTH, SOUTH, start=70, trigger="حذرت", date=None),
            claim("d2", "stated", UNION, None, start=140, trigger="قال", date=None),
        ),
        extraction(
            d3,
            claim("d3", status="negated", trigger="لم تلتق"),
            claim(
                "d3", "attacked", SOUTH, NORTH, start=80, trigger="قصف", date=dt.date(2024, 7, 1), place=PORT
            ),
            claim("d3", "killed", None, SALIM, start=150, trigger="قُتل", date=None),
        ),
    ]


def dataset() -> Dataset:
    from kg.graph import merge

    return merge(extractions(), relations=RELATIONS)


def merged(read: Iterable[Extraction]) -> Dataset:
    from kg.graph import merge

    return merge(read, relations=RELATIONS)
