from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import tests.factories as f
from kg.errors import KgError, MissingExtraError
from kg.export import FORMATS, ExportError, Settings, names, replacing, write

SETTINGS = Settings(f.RELATIONS)


def test_every_format_writes_the_files_it_names(tmp_path: Path) -> None:
    for name in names():
        paths = write(f.dataset(), tmp_path / name, [name], SETTINGS)
        assert paths
        assert all(path.exists() for path in paths)
        assert sorted(p.name for p in (tmp_path / name).iterdir()) == sorted(p.name for p in paths)


def test_unknown_format_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="there is no format 'pdf': choose among csv, parquet, turtle"):
        write(f.dataset(), tmp_path, ["csv", "pdf"], SETTINGS)
    assert list(tmp_path.iterdir()) == []


def test_a_format_asked_for_twice_is_written_once(tmp_path: Path) -> None:
    assert len(write(f.dataset(), tmp_path, ["dyads", "dyads"], SETTINGS)) == 1


def test_registry_says_what_each_is_for() -> None:
    assert all(form.purpose and form.files for form in FORMATS.values())


def test_parquet_without_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"kg-actors\[parquet\]"):
        write(f.dataset(), tmp_path, ["parquet"], SETTINGS)


def half_written(path: Path, error: Exception) -> None:
    """Start a file and fail."""
    with replacing(path) as aside:
        aside.write_text("half")
        raise error


def test_replacing_leaves_the_old_file_where_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(RuntimeError):
        half_written(path, RuntimeError())
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "advice"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EACCES, "no permission"),
        (errno.EROFS, "only be read"),
        (errno.EIO, "Input"),
    ],
)
def test_disk_faults_are_explained(tmp_path: Path, number: int, advice: str) -> None:
    with pytest.raises(ExportError, match=advice) as caught:
        half_written(tmp_path / "a.txt", OSError(number, os.strerror(number)))
    assert caught.value.path == tmp_path / "a.txt"
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with pytest.raises(ExportError, match="disk is full"), replacing(tmp_path / "a.txt"):
        Path("/dev/full").write_text("x")


@pytest.mark.parametrize("form", names())
def test_a_file_where_the_folder_goes(tmp_path: Path, form: str) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(ExportError):
        write(f.dataset(), tmp_path / "out", [form], SETTINGS)


def run(code: str, seed: str, *arguments: Any) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", code, *map(str, arguments)], check=True, env=environment)


def test_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    code = (
        "import sys, tests.factories as f; from kg.export import *;"
        "write(f.dataset(), sys.argv[1], [n for n in names() if n != 'store'], Settings(f.RELATIONS))"
    )
    for seed in ("1", "2"):
        run(code, seed, tmp_path / seed)
    one, other = (
        sorted(p.relative_to(tmp_path / seed) for p in (tmp_path / seed).rglob("*") if p.is_file())
        for seed in ("1", "2")
    )
    assert one == other
    assert len(one) > 18
    for name in one:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes(), name
