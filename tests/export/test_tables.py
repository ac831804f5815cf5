from __future__ import annotations

import csv
import dataclasses
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tests.factories as f
from kg.errors import InputError
from kg.export import Settings, write
from kg.export.tables import COLUMNS, frame, guard, join_names, read_csv, split_names, unguard
from kg.model import Dataset
from tests.export.strategies import HARD, datasets, name, text

SETTINGS = Settings(f.RELATIONS)
CONTRACT = {
    "actors": "actor_id, type, name_ar, name_en, aliases, wikidata, mentions",
    "mentions": "doc_id, actor_id, start, end, text",
    "events": "doc_id, event_id, relation, source_id, source_name, target_id, target_name, status, "
    "attributed_to_id, attributed_to_name, date, place_id, place_name, plover, cameo, trigger, sentence, "
    "start, end, outlet, published, url",
}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    write(f.dataset(), tmp_path, ["csv"], SETTINGS)
    return tmp_path


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("table", CONTRACT)
def test_first_columns(out: Path, table: str) -> None:
    header = (out / f"{table}.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    wanted = CONTRACT[table].split(", ")
    assert header[: len(wanted)] == wanted


def test_a_row_a_claim(out: Path) -> None:
    events = rows(out / "events.csv")
    assert len(events) == sum(len(event.claims) for event in f.dataset().events)
    assert [row["doc_id"] for row in events] == ["d1"] * 3 + ["d2"] * 3 + ["d3"] * 3
    first = events[0]
    assert (first["cameo"], first["plover"], first["date"]) == ("040", "CONSULT", "2024-06-24")
    assert (first["source_name"], first["outlet"], first["published"]) == (
        "نادية الصافي",
        "وكالة ألف",
        "2024-06-25",
    )
    meeting = {row["event_id"] for row in events if row["relation"] == "met-with"}
    assert len(meeting) == 1


def test_saved_and_loaded_is_equal(out: Path) -> None:
    assert read_csv(out) == f.dataset()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(datasets())
def test_any_dataset_saved_and_loaded_is_equal(tmp_path: Path, dataset: Dataset) -> None:
    write(dataset, tmp_path, ["csv"], SETTINGS)
    assert read_csv(tmp_path) == dataset


@given(st.lists(name, max_size=4).map(tuple))
def test_names_in_one_cell(names: tuple[str, ...]) -> None:
    assert split_names(join_names(names)) == names


@given(text)
def test_guard_is_undone(cell: str) -> None:
    assert unguard(guard(cell)) == cell
    assert not guard(cell).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("cell", ["قال", "'قال", "2024-06-24", "a=b", ""])
def test_ordinary_text_is_not_guarded(cell: str) -> None:
    assert guard(cell) == cell


def test_no_cell_runs_as_a_formula(tmp_path: Path) -> None:
    made = f.dataset()
    actors = tuple(
        dataclasses.replace(a, name_ar=n, aliases=(n,)) for a, n in zip(made.actors, HARD[9:], strict=False)
    )
    write(dataclasses.replace(made, actors=actors), tmp_path, ["csv"], SETTINGS)
    for path in tmp_path.glob("*.csv"):
        for row in rows(path):
            assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("table", COLUMNS)
def test_frame_is_the_file(out: Path, table: str) -> None:
    made = frame(f.dataset(), f.RELATIONS, table)
    saved = pd.read_csv(out / f"{table}.csv", dtype=str, keep_default_na=False)
    assert list(made.columns) == list(COLUMNS[table])
    assert made.astype(str).equals(saved.astype(str))


def test_frame_types() -> None:
    made = frame(f.dataset(), f.RELATIONS, "events")
    assert made["start"].dtype == "int64"
    assert made["cameo"][0] == "040"
    assert frame(Dataset((), (), (), ()), f.RELATIONS, "events").empty


def test_parquet_holds_the_same(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    write(f.dataset(), tmp_path, ["parquet"], SETTINGS)
    for table in COLUMNS:
        saved = pd.read_parquet(tmp_path / f"{table}.parquet")
        made = frame(f.dataset(), f.RELATIONS, table)
        assert saved.astype(str).equals(made.astype(str))
        assert saved.dtypes.astype(str).eq("int64").equals(made.dtypes.astype(str).eq("int64"))


def test_parquet_of_nothing(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    write(Dataset((), (), (), ()), tmp_path, ["parquet"], SETTINGS)
    assert pd.read_parquet(tmp_path / "events.parquet").empty


@pytest.mark.parametrize(
    ("edit", "problem"),
    [
        (("events.csv", "occurred", "rumoured"), r"events\.csv:\d+: .*'rumoured' is none of occurred"),
        (("events.csv", "2024-06-24", "24 June"), r"events\.csv:2: .*24 June"),
        (("events.csv", "trigger_start", "starts"), r"events\.csv:1: lacks the columns trigger_start"),
        (("mentions.csv", ",0,", ",zero,"), r"mentions\.csv:2: .*zero"),
        (("actors.csv", ",state,", ",realm,"), r"actors\.csv:\d+: .*realm"),
    ],
)
def test_broken_table_names_file_and_line(out: Path, edit: tuple[str, str, str], problem: str) -> None:
    path = out / edit[0]
    path.write_text(path.read_text(encoding="utf-8").replace(edit[1], edit[2], 1), encoding="utf-8")
    with pytest.raises(InputError, match=problem):
        read_csv(out)


def test_missing_table(out: Path) -> None:
    (out / "offices.csv").unlink()
    with pytest.raises(InputError, match=r"offices\.csv: no such file"):
        read_csv(out)


def test_short_line(out: Path) -> None:
    with (out / "events.csv").open("a", encoding="utf-8") as file:
        file.write("d9,abc\n")
    with pytest.raises(InputError, match=r"events\.csv:11"):
        read_csv(out)
