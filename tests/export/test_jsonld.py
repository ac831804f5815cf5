"""JSON-LD as a reader sees it who knows JSON and no RDF (that it is the same RDF is tested in test_rdf)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import tests.factories as f
from kg.export import Settings, write


@pytest.fixture
def read(tmp_path: Path) -> dict[str, Any]:
    settings = Settings(f.RELATIONS, loaded={"northland": ("كيان الشمال",)})
    (path,) = write(f.dataset(), tmp_path, ["jsonld"], settings)
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def test_lists_at_the_top(read: dict[str, Any]) -> None:
    assert list(read) == ["@context", "relations", "actors", "documents", "events", "offices", "namings"]
    assert [len(read[name]) for name in ("actors", "documents", "events", "offices")] == [6, 3, 7, 1]


def test_an_actor(read: dict[str, Any]) -> None:
    north = next(actor for actor in read["actors"] if actor["id"] == "actor:northland")
    assert north == {
        "id": "actor:northland",
        "type": "State",
        "name": {"ar": "الشمال", "en": "Northland"},
        "aliases": ["دولة الشمال"],
        "loadedNames": ["كيان الشمال"],
        "wikidata": "wd:Q1",
        "warned": ["actor:southland"],
    }


def test_an_event_holds_its_claims(read: dict[str, Any]) -> None:
    meeting = next(event for event in read["events"] if event["relation"] == "kg:metWith")
    assert meeting["date"] == "2024-06-24"
    assert [claim["status"] for claim in meeting["claims"]] == ["occurred", "occurred", "negated"]
    first = meeting["claims"][0]
    assert first["quote"] == "التقت نادية الصافي مع سليم المرّ."
    assert first["document"] in {document["id"] for document in read["documents"]}
    assert {meeting["source"], meeting["target"]} <= {actor["id"] for actor in read["actors"]}


def test_what_is_unknown_is_left_out(read: dict[str, Any]) -> None:
    killed = next(event for event in read["events"] if event["relation"] == "kg:killed")
    assert killed["sourceUnnamed"] is True
    assert {"source", "date", "place"}.isdisjoint(killed)
    assert "attributedTo" not in killed["claims"][0]


def test_context_needs_no_network(read: dict[str, Any]) -> None:
    assert isinstance(read["@context"], dict)
    assert "@import" not in json.dumps(read["@context"])
