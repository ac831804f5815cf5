"""The runner: order, faults, killed workers, and memory that does not grow."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from kg.corpus.runner import Extract, ExtractionError, WorkerError, apply
from kg.errors import KgError, LexiconError
from kg.model import Document, Extraction, Mention


def words(document: Document) -> Extraction:
    """Mark each word that begins with alef; enough of an extractor to tell results apart."""
    mentions, start = [], 0
    for word in document.text.split(" "):
        if word.startswith("ا"):
            mentions.append(Mention(document.id, "x", start, start + len(word), word))
        start += len(word) + 1
    return Extraction(document, (), tuple(mentions), ())


def fails_on(bad: str, document: Document) -> Extraction:
    if document.id == bad:
        raise ValueError("a fault")
    return words(document)


def dies_on(bad: str, document: Document) -> Extraction:
    if document.id == bad:
        os.kill(os.getpid(), signal.SIGKILL)
    return words(document)


def plain() -> Extract:
    return words


def failing() -> Extract:
    return partial(fails_on, "d7")


def dying() -> Extract:
    return partial(dies_on, "d7")


HALF = """
import multiprocessing, os, signal, struct, sys
from multiprocessing.connection import Connection
sys.path.insert(0, {root!r})
from kg.corpus.runner import WorkerError, apply
from kg.model import Document

def half(self, answer):
    os.write(self.fileno(), struct.pack("!i", len(answer)) + bytes(answer[:1]))
    os.kill(os.getpid(), signal.SIGKILL)

def setup():
    if multiprocessing.parent_process() is not None:
        Connection._send_bytes = half
    return lambda document: document

if __name__ == "__main__":
    try:
        list(apply([Document(str(i), "x" * 70_000) for i in range(40)], setup, workers=2))
    except WorkerError as error:
        print(error)
"""


def refuses(document: Document) -> Extraction:
    raise LexiconError("actors.ttl", "actor:x", "has no name")


def refusing() -> Extract:
    return refuses


def unprepared() -> Extract:
    raise LexiconError("relations.ttl", "kg:metWith", "has no label")


def documents(number: int) -> list[Document]:
    return [Document(f"d{i}", f"قال الوزير {i} " + "الكلام " * (i % 5)) for i in range(number)]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_input_order(workers: int) -> None:
    assert list(apply(documents(300), plain, workers=workers)) == [words(d) for d in documents(300)]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_in_one_document_is_told_and_the_rest_goes_on(workers: int) -> None:
    errors: list[ExtractionError] = []
    results = list(apply(documents(150), failing, workers=workers, on_error=errors.append))
    assert [r.document.id for r in results] == [f"d{i}" for i in range(150) if i != 7]
    assert len(errors) == 1
    assert errors[0].doc_id == "d7"
    assert "ValueError: a fault (test_runner.py:" in str(errors[0])


@pytest.mark.parametrize("workers", [1, 2])
def test_without_a_callback_a_fault_is_raised(workers: int) -> None:
    with pytest.raises(ExtractionError, match="d7: the article was skipped") as caught:
        list(apply(documents(10), failing, workers=workers))
    assert multiprocessing.active_children() == [], f"processes go on while {caught} is handled"


def test_a_killed_worker_is_told_by_name() -> None:
    with pytest.raises(WorkerError, match="fewer --workers"):
        list(apply(documents(200), dying, workers=2))
    deadline = time.monotonic() + 10
    while multiprocessing.active_children() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_in_the_ontologies_keeps_its_name(workers: int) -> None:
    with pytest.raises(LexiconError, match="kg:metWith"):
        list(apply(documents(1), unprepared, workers=workers))


@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_raised_on_purpose_ends_the_run(workers: int) -> None:
    errors: list[ExtractionError] = []
    with pytest.raises(KgError, match=r"actors\.ttl: actor:x: has no name"):
        list(apply(documents(10), refusing, workers=workers, on_error=errors.append))
    assert errors == []


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_is_prepared_for_nothing(workers: int) -> None:
    assert list(apply([], unprepared, workers=workers)) == []


def test_zero_workers_are_refused() -> None:
    with pytest.raises(KgError, match="workers: 0"):
        list(apply(documents(1), plain, workers=0))


def test_documents_are_taken_only_a_little_ahead() -> None:
    taken = 0

    def stream() -> Iterator[Document]:
        nonlocal taken
        for document in documents(3_000):
            taken += 1
            yield document

    results = apply(stream(), plain, workers=2)
    ahead = [taken - done for done, _ in enumerate(results, 1)]
    assert max(ahead) <= 8 * 64
    assert taken == 3_000


def test_a_caller_that_stops_leaves_no_process_behind() -> None:
    results = apply(documents(3_000), plain, workers=2)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


DEAF = """
import multiprocessing, os, signal, sys
sys.path.insert(0, {root!r})
from kg.corpus.runner import WorkerError, apply
from kg.model import Document

def setup():
    if multiprocessing.parent_process() is not None:
        os.kill(os.getpid(), signal.SIGKILL)
    return lambda document: document

if __name__ == "__main__":
    try:
        list(apply([Document(str(i), "x" * 700_000) for i in range(10)], setup, workers=2))
    except WorkerError as error:
        print(error)
"""


@pytest.mark.parametrize(
    "program",
    [
        # It holds the lock that the others wait for, and the pool has read half of what it wrote.
        pytest.param(HALF, id="in the middle of its answer"),
        # A parcel is more than a pipe holds, and nobody is left to take it.
        pytest.param(DEAF, id="before it took a parcel"),
    ],
)
def test_a_worker_killed_is_told(tmp_path: Path, checkout: Path, program: str) -> None:
    script = tmp_path / "killed.py"
    script.write_text(program.format(root=str(checkout)))
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("a worker process ended before its work was done.")


SLOW = """
import os, sys, time
sys.path.insert(0, {root!r})
from kg.corpus.runner import apply
from kg.model import Document, Extraction

def slow(document):
    print(os.getpid(), flush=True)
    time.sleep(60)

def setup():
    return slow

if __name__ == "__main__":
    list(apply([Document(str(i), "x" * 70_000) for i in range(8)], setup, workers=2))
"""


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are watched through /proc")
def test_workers_end_with_their_parent(tmp_path: Path, checkout: Path) -> None:
    script = tmp_path / "slow.py"
    script.write_text(SLOW.format(root=str(checkout)))
    command = [sys.executable, str(script)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8"
    ) as parent:
        assert parent.stdout is not None
        workers = [int(parent.stdout.readline()) for _ in range(2)]
        parent.kill()
    deadline = time.monotonic() + 10
    while any(map(_alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_alive, workers))
