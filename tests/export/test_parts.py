"""The tables and the graph in many files: all of it, once, and nothing of an earlier build."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import tests.factories as f
from kg.export import Settings, write
from kg.model import Dataset

SETTINGS = Settings(f.RELATIONS)


def _many(number: int) -> Dataset:
    """A data set with so many documents more."""
    dataset = f.dataset()
    extra = tuple(replace(dataset.documents[0], id=f"more-{i}") for i in range(number))
    return replace(dataset, documents=(*dataset.documents, *extra))


@pytest.mark.parametrize("number", [0, 2_500])
def test_the_parts_hold_what_the_whole_files_hold(tmp_path: Path, number: int) -> None:
    import pandas as pd

    dataset = _many(number)
    (parts,) = write(dataset, tmp_path, ["parts"], SETTINGS)
    write(dataset, tmp_path, ["parquet", "nquads"], SETTINGS)
    for table in ("actors", "mentions", "events", "documents", "offices"):
        whole = pd.read_parquet(tmp_path / f"{table}.parquet")
        pd.testing.assert_frame_equal(pd.read_parquet(parts / table), whole)
    files = sorted((parts / "graph").iterdir())
    assert [p.name for p in files] == [f"{n:05}.nq" for n in range(len(files))]
    assert len(files) == 2 + (len(dataset.documents) - 1) // 1_000
    assert b"".join(p.read_bytes() for p in files) == (tmp_path / "graph.nq").read_bytes()


def test_parts_of_an_earlier_build_go(tmp_path: Path) -> None:
    write(_many(2_500), tmp_path, ["parts"], SETTINGS)
    write(f.dataset(), tmp_path, ["parts"], SETTINGS)
    assert len(list((tmp_path / "parts" / "graph").iterdir())) == 2


def test_an_empty_data_set(tmp_path: Path) -> None:
    import pandas as pd

    (parts,) = write(Dataset((), (), (), ()), tmp_path, ["parts"], SETTINGS)
    assert pd.read_parquet(parts / "events").empty
    assert [p.name for p in (parts / "graph").iterdir()] == ["00000.nq"]
