from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

import tests.factories as f
from kg.export import Settings, write
from kg.export.coded import MODES, TYPES, coded
from kg.export.polecat import COLUMNS
from kg.lexicon import load
from kg.model import Actor, Claim

SETTINGS = Settings(f.RELATIONS, countries={"northland": "NTH"})


def codes(*claims: Claim) -> list[tuple[str, str]]:
    made = f.merged([f.extraction(f.document(), *claims)])
    return [(record.type, record.claim.status) for record in coded(made, SETTINGS)]


@pytest.mark.parametrize(
    ("relation", "status", "expected"),
    [
        ("met-with", "occurred", [("CONSULT", "occurred")]),
        ("met-with", "planned", [("AGREE", "planned")]),
        ("attacked", "planned", []),
        ("met-with", "possible", []),
        ("met-with", "negated", []),
        ("stated", "occurred", []),  # PLOVER has no plain statements
    ],
)
def test_types(relation: str, status: str, expected: list[tuple[str, str]]) -> None:
    assert codes(f.claim("d1", relation, status=status)) == expected


def test_every_code_of_the_relations_is_known() -> None:
    assert {r.plover for r in load().relations.values() if r.plover} <= set(TYPES)
    assert {kind for kind, _ in MODES} <= set(TYPES)
    for (kind, cameo), _ in MODES.items():
        assert any((r.plover, r.cameo) == (kind, cameo) for r in load().relations.values())


def test_the_visitor_is_the_source() -> None:
    hosted = load().relations["hosted"]
    made = f.merged([f.extraction(f.document(), f.claim("d1", "hosted", f.NORTH, f.NADIA))])
    (record,) = coded(made, Settings({"hosted": hosted}))
    assert (record.source, record.target, record.mode) == (f.NADIA, f.NORTH, "visit")


def test_polecat_columns(tmp_path: Path) -> None:
    (path,) = write(f.dataset(), tmp_path, ["polecat"], SETTINGS)
    assert len(COLUMNS) == 40
    table = pd.read_csv(path, sep="\t", dtype=str, keep_default_na=False)
    assert tuple(table.columns) == COLUMNS
    assert list(table["Event Type"]) == ["CONSULT", "THREATEN", "ASSAULT", "AGREE", "ASSAULT"]
    first = table.iloc[0]
    assert (first["Event Date"], first["Quad Code"], first["Placename"]) == (
        "2024-06-24",
        "VERBAL COOPERATION",
        "Port City",
    )
    assert (first["Actor Name"], first["Actor Name Raw"]) == ("Nadia al-Safi", "نادية الصافي")
    assert first["Actor Title"] == "وزيرة خارجية الشمال"
    assert table.iloc[1]["Actor Country"] == "NTH"


def test_polecat_reads_without_a_type_surprise(tmp_path: Path) -> None:
    (path,) = write(f.dataset(), tmp_path, ["polecat"], SETTINGS)
    table = pd.read_csv(path, sep="\t")
    assert table["Intensity"].dtype == "float64"
    texts = [c for c in COLUMNS if c != "Intensity" and table[c].notna().any()]
    assert all(pd.api.types.is_string_dtype(table[c]) for c in texts)


def test_plover_records(tmp_path: Path) -> None:
    (path,) = write(f.dataset(), tmp_path, ["plover"], SETTINGS)
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [record["event"] for record in records] == ["CONSULT", "THREATEN", "ASSAULT", "AGREE", "ASSAULT"]
    threat = records[1]
    assert threat["source"][0] | {"sector": ""} == {
        "actorText": "الشمال",
        "name": "Northland",
        "id": "northland",
        "code": "NTH",
        "sector": "",
    }
    assert (threat["text"], threat["language"]) == ("حذرت الشمال مع الجنوب.", "ar")
    assert records[0]["sources"] == 2
    assert records[4]["source"] == []


def test_dyads(tmp_path: Path) -> None:
    (path,) = write(f.dataset(), tmp_path, ["dyads"], SETTINGS)
    table = pd.read_csv(path, sep="\t", dtype={"code": str})
    assert list(table.columns[:4]) == ["date", "source", "target", "code"]
    assert table[["date", "source", "target", "code"]].to_numpy().tolist() == [
        ["2024-06-24", "Nadia al-Safi", "سليم المرّ", "040"],
        ["2024-06-25", "Nadia al-Safi", "سليم المرّ", "019"],
        ["2024-06-25", "Northland", "Southland", "130"],
        ["2024-07-01", "Southland", "Northland", "190"],
    ]


@pytest.mark.parametrize("form", ["polecat", "dyads"])
def test_names_with_tabs_and_line_ends_keep_the_columns(tmp_path: Path, form: str) -> None:
    odd = Actor("odd", "person", "=سطر\tأول\nوثان\r")
    made = f.merged([f.extraction(f.document(), f.claim("d1", "warned", f.NORTH, f.SOUTH))])
    renamed = tuple(odd if a.id == "x" else Actor(a.id, a.type, odd.name_ar) for a in made.actors)
    from kg.model import Dataset

    (path,) = write(Dataset(made.documents, renamed, (), made.events), tmp_path, [form], SETTINGS)
    lines = path.read_text(encoding="utf-8").split("\n")
    assert {line.count("\t") for line in lines if line} == {lines[0].count("\t")}
    assert len(lines) == 3
    assert "\t=" not in lines[1]
