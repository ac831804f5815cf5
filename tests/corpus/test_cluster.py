"""The runner on a real Dask cluster: a scheduler and two worker processes, one of them killed midway."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kg.cli import main
from kg.corpus.cluster import ClusterError
from kg.corpus.runner import Extract, ExtractionError, apply
from kg.errors import LexiconError
from kg.model import Document, Extraction, Mention

pytest.importorskip("distributed", reason="pip install 'kg-actors[dask]'")

ARTICLE = "التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي في عمّان."


@dataclass(frozen=True)
class Slow:
    """An extractor that takes a moment, and notes in a folder which process read what."""

    notes: Path
    fails_on: str = ""

    def __call__(self) -> Extract:
        return self.extract

    def extract(self, document: Document) -> Extraction:
        time.sleep(0.002)
        (self.notes / f"{document.id}.{os.getpid()}").touch()
        if document.id == self.fails_on:
            raise ValueError("a fault")
        return Extraction(document, (), (Mention(document.id, "x", 0, 4, document.text[:4]),), ())


def broken() -> Extract:
    raise LexiconError("relations.ttl", "kg:metWith", "has no label")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _process(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        [sys.executable, "-m", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def cluster(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Address of a scheduler, and its two workers."""
    from distributed import Client

    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(checkout), os.environ.get("PYTHONPATH", "")]))
    address = f"tcp://127.0.0.1:{_free_port()}"
    port = address.rsplit(":", 1)[1]
    with ExitStack() as stack:
        scheduler = (
            "distributed.cli.dask_scheduler",
            "--host",
            "127.0.0.1",
            "--port",
            port,
            "--no-dashboard",
        )
        stack.enter_context(_process(*scheduler))
        worker = ("distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
        workers = [stack.enter_context(_process(*worker)) for _ in range(2)]
        with Client(address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
        yield address, workers


def documents(number: int) -> list[Document]:
    return [Document(f"d{i}", f"قال الوزير {i}") for i in range(number)]


def _readers(notes: Path) -> dict[str, set[int]]:
    """By document, the processes that read it."""
    found: dict[str, set[int]] = {}
    for note in notes.iterdir():
        name, pid = note.name.rsplit(".", 1)
        found.setdefault(name, set()).add(int(pid))
    return found


def test_a_worker_killed_midway_loses_nothing_and_doubles_nothing(
    tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, workers = cluster
    errors: list[ExtractionError] = []
    setup = Slow(tmp_path, fails_on="d2000")
    results = apply(documents(3_000), setup, scheduler=address, on_error=errors.append)
    found: list[Any] = [next(results) for _ in range(300)]
    victim = workers[0]
    assert victim.pid in {pid for pids in _readers(tmp_path).values() for pid in pids}
    os.kill(victim.pid, signal.SIGKILL)
    found.extend(results)
    assert [e.document.id for e in found] == [f"d{i}" for i in range(3_000) if i != 2000]
    assert [error.doc_id for error in errors] == ["d2000"]
    readers = _readers(tmp_path)
    assert len(readers) == 3_000
    # The killed one had begun what the other then read again, and the results hold it once.
    assert {pid for pids in readers.values() for pid in pids} == {w.pid for w in workers}
    assert any(len(pids) == 2 for pids in readers.values())


def test_a_build_on_a_cluster_is_a_build(
    tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]], capsys: pytest.CaptureFixture[str]
) -> None:
    address, _ = cluster
    path = tmp_path / "a.jsonl"
    lines = [json.dumps({"id": f"n{i}", "text": ARTICLE, "date": "2024-06-25"}) for i in range(150)]
    path.write_text("\n".join(lines), encoding="utf-8")
    written = []
    for name, options in (("here", ["--format", "csv,parts"]), ("there", ["--scheduler", address])):
        out = tmp_path / name
        with pytest.raises(SystemExit) as end:
            main(["build", str(path), "-o", str(out), *options])
        assert (end.value.code, capsys.readouterr().err) == (0, "")
        seen = (p for p in out.rglob("*") if p.is_file() and ".kg" not in p.relative_to(out).parts)
        written.append({p.relative_to(out).as_posix(): p.read_bytes() for p in seen})
    assert written[0] == written[1]
    assert {"events.csv", "parts/events/00000.parquet", "parts/graph/00001.nq"} <= written[0].keys()


def test_a_fault_in_the_ontologies_is_told(cluster: tuple[str, list[subprocess.Popen[bytes]]]) -> None:
    from kg.errors import KgError

    with pytest.raises(KgError, match=r"relations\.ttl: kg:metWith: has no label"):
        list(apply(documents(1), broken, scheduler=cluster[0]))


def test_a_scheduler_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.corpus.cluster._SECONDS_TO_CONNECT", 1)
    address = f"tcp://127.0.0.1:{_free_port()}"
    with pytest.raises(ClusterError, match=f"--scheduler {address}: no Dask scheduler answers there"):
        list(apply(documents(1), Slow(Path()), scheduler=address))
    with pytest.raises(ClusterError, match="is this its address"):
        list(apply(documents(1), Slow(Path()), scheduler="nonsense://x"))
