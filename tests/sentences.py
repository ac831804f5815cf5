"""Sentences read and told back compactly, so that a table of them is read like a dictionary.

A claim is written ``relation | source | target`` and, where they differ from the usual, ``planned``,
``by=...`` (on whose word), ``on=2024-06-24`` and ``in=...``; ``-`` means nobody. An actor is written by its
id or by any name that the text gives it. Day and place are compared only where the row writes them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, get_args

import pytest

from kg.extract import extract
from kg.lexicon import load
from kg.model import Claim, Document, Extraction, Status
from kg.text import fold_phrase

#: A Tuesday: the day on which every sentence of the tables was published.
DAY = dt.date(2024, 6, 25)


@dataclass(frozen=True)
class Row:
    """A text and the claims that a careful reader would note."""

    text: str
    claims: tuple[str, ...]
    title: str = ""


def row(text: str, *claims: str, title: str = "", wrong: str = "") -> Any:
    """Make a row of a table; ``wrong`` says why the program does not read it yet."""
    name = claims[0].partition(" |")[0] if claims else "nothing"
    marks = [pytest.mark.xfail(strict=True, reason=wrong)] if wrong else []
    return pytest.param(Row(text, claims, title), marks=marks, id=name)


def read(text: str, title: str = "", date: dt.date | None = DAY) -> Extraction:
    """Read a text as an article of :data:`DAY`."""
    whole = f"{title}\n\n{text}" if title else text
    return extract(Document("d", whole, title, date), load())


def render(claim: Claim, extraction: Extraction) -> str:
    """Write a claim in the form of the tables, with all that it says."""
    names = {a.id: a.name_ar if a.id.startswith("x-") else a.id for a in extraction.actors}

    def name(actor: str | None) -> str:
        return "-" if actor is None else names[actor]

    parts = [claim.relation, name(claim.source_id), name(claim.target_id)]
    if claim.status != "occurred":
        parts.append(claim.status)
    if claim.attributed_to is not None:
        parts.append(f"by={name(claim.attributed_to)}")
    if claim.date is not None:
        parts.append(f"on={claim.date}")
    if claim.place_id is not None:
        parts.append(f"in={name(claim.place_id)}")
    return " | ".join(parts)


def _is(expected: str, actor: str | None, extraction: Extraction) -> bool:
    """Tell whether an actor bears a name."""
    if actor is None or expected == "-":
        return actor is None and expected == "-"
    if actor == expected:
        return True
    names = [n for a in extraction.actors if a.id == actor for n in (a.name_ar, *a.aliases)]
    names += [m.text for m in extraction.mentions if m.actor_id == actor]
    return fold_phrase(expected) in {fold_phrase(n) for n in names}


def _fits(expected: str, claim: Claim, extraction: Extraction) -> bool:
    """Tell whether a claim is the one written."""
    relation, source, target, *rest = (part.strip() for part in expected.split("|"))
    status = next((r for r in rest if r in get_args(Status)), "occurred")
    said = dict(r.split("=", 1) for r in rest if "=" in r)
    assert all("=" in r or r in get_args(Status) for r in rest), f"not in the form of the tables: {expected}"
    pairs = [(claim.source_id, claim.target_id)]
    if load().relations[relation].symmetric:
        pairs.append((claim.target_id, claim.source_id))
    return (
        claim.relation == relation
        and claim.status == status
        and any(_is(source, a, extraction) and _is(target, b, extraction) for a, b in pairs)
        and _is(said.get("by", "-"), claim.attributed_to, extraction)
        and ("on" not in said or said["on"] == str(claim.date or "-"))
        and ("in" not in said or _is(said["in"], claim.place_id, extraction))
    )


def differences(row: Row) -> tuple[list[str], list[str]]:
    """Read a row; return what it should tell and does not, and what it tells and should not."""
    extraction = read(row.text, row.title)
    got = list(extraction.claims)
    missing = []
    for expected in row.claims:
        found = [c for c in got if _fits(expected, c, extraction)]
        if found:
            # One act told in several sentences is written once.
            got = [c for c in got if c not in found]
        else:
            missing.append(expected)
    return missing, [render(c, extraction) for c in got]


def check(row: Row) -> None:
    """Fail where the program tells more, less or something else than the row."""
    missing, extra = differences(row)
    assert not missing, f"{row.text}\nmissing {missing}, told {extra}"
    assert not extra, f"{row.text}\ntold besides {extra}"
