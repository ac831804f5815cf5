"""What is read again and what is not, in what order things are kept, and what is said of a broken state."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kg.corpus.incremental import Changes, renew, update
from kg.corpus.runner import Extract, ExtractionError
from kg.corpus.state import BusyError, StateError, opened
from kg.errors import KgError
from kg.model import Document, Extraction, Mention

read_by_any: list[str] = []


@dataclass(frozen=True)
class Words:
    """An extractor that marks each word with alef, notes what it reads, and fails on one document."""

    version: str = "1"
    fails_on: str = ""

    def __call__(self) -> Extract:
        return self.extract

    def program(self) -> str:
        return self.version

    def extract(self, document: Document) -> Extraction:
        read_by_any.append(document.id)
        if document.id == self.fails_on:
            raise ValueError("a fault")
        mentions = [
            Mention(document.id, f"x-{self.version}", i, i + 1, c)
            for i, c in enumerate(document.text)
            if c == "ا"
        ]
        return Extraction(document, (), tuple(mentions), ())


def documents(*ids: str) -> list[Document]:
    return [Document(i, f"قال الوزير {i}") for i in ids]


def built(out: Path, given: list[Document], setup: Words | None = None, *, prune: bool = False) -> Changes:
    read_by_any.clear()
    errors: list[ExtractionError] = []
    with opened(out) as state:
        changes = update(state, given, setup or Words(), on_error=errors.append)
        if prune:
            changes.dropped = state.drop_unseen()
        changes.again += renew(state, setup or Words(), on_error=errors.append)
    return changes


def kept(out: Path) -> list[Extraction]:
    with opened(out) as state:
        return list(state.extractions())


def test_only_what_is_new_or_changed_is_read(tmp_path: Path) -> None:
    assert built(tmp_path, documents("a", "b", "c")) == Changes(new=3)
    assert read_by_any == ["a", "b", "c"]
    assert built(tmp_path, documents("a", "b", "c")) == Changes(kept=3)
    assert read_by_any == []
    changed = [*documents("a"), Document("b", "اا"), *documents("c", "d")]
    assert built(tmp_path, changed) == Changes(new=1, again=1, kept=2)
    assert read_by_any == ["b", "d"]
    assert [e.document for e in kept(tmp_path)] == changed
    assert [len(e.mentions) for e in kept(tmp_path)] == [2, 2, 2, 2]


@pytest.mark.parametrize("field", ["title", "outlet", "url"])
def test_any_field_counts_as_a_change(tmp_path: Path, field: str) -> None:
    built(tmp_path, documents("a"))
    other = replace(documents("a")[0], **{field: "x"})
    assert built(tmp_path, [other]).again == 1
    assert kept(tmp_path)[0].document == other


def test_what_the_input_lacks_stays_unless_pruned(tmp_path: Path) -> None:
    built(tmp_path, documents("a", "b", "c"))
    assert built(tmp_path, documents("d", "b")) == Changes(new=1, kept=1)
    # What this input lacks comes first, in its old order; then the input in its order.
    assert [e.document.id for e in kept(tmp_path)] == ["a", "c", "d", "b"]
    assert built(tmp_path, documents("b", "c"), prune=True) == Changes(kept=2, dropped=2)
    assert [e.document.id for e in kept(tmp_path)] == ["b", "c"]


def test_many_small_builds_end_as_one(tmp_path: Path) -> None:
    every = documents(*(f"d{i}" for i in range(250)))
    for begin in range(200, -1, -50):
        built(tmp_path / "many", every[begin:])
    built(tmp_path / "one", every)
    assert kept(tmp_path / "many") == kept(tmp_path / "one")


def test_what_another_program_read_is_read_again_wherever_it_is(tmp_path: Path) -> None:
    built(tmp_path, documents("a", "b", "c"))
    assert built(tmp_path, documents("b"), Words("2")) == Changes(again=3)
    assert read_by_any == ["b", "a", "c"]
    assert [(e.document.id, e.mentions[0].actor_id) for e in kept(tmp_path)] == [
        ("a", "x-2"), ("c", "x-2"), ("b", "x-2"),
    ]  # fmt: skip


def test_a_document_that_the_extractor_fails_on_is_tried_again(tmp_path: Path) -> None:
    bad = Words(fails_on="b")
    assert built(tmp_path, documents("a", "b"), bad) == Changes(new=1)
    assert [e.document.id for e in kept(tmp_path)] == ["a"]
    assert built(tmp_path, documents("a", "b")) == Changes(new=1, kept=1)


def test_an_interrupted_build_keeps_what_it_read(tmp_path: Path) -> None:
    def interrupted() -> list[Document]:
        yield from documents("a", "b")  # type: ignore[misc]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), opened(tmp_path) as state:
        update(state, interrupted(), Words())
    assert built(tmp_path, documents("a", "b", "c")) == Changes(new=1, kept=2)


def test_ids_of_any_characters(tmp_path: Path) -> None:
    strange = documents("../a", 'b"\n', "\ud800", "a\x00b", "عمّان")
    built(tmp_path, strange)
    assert [e.document for e in kept(tmp_path)] == strange
    assert built(tmp_path, strange) == Changes(kept=5)


def test_a_second_build_says_that_there_is_a_first(tmp_path: Path) -> None:
    with opened(tmp_path) as state:
        update(state, documents("a"), Words())
        with pytest.raises(BusyError, match="another kg build is writing into this folder"), opened(tmp_path):
            pass
    assert built(tmp_path, documents("a")) == Changes(kept=1)


def test_a_folder_is_only_made_for_something(tmp_path: Path) -> None:
    out = tmp_path / "a" / "out"
    with opened(out):
        pass
    assert not out.exists()
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "notes.txt").write_text("x")
    with opened(tmp_path / "own"):
        pass
    assert [p.name for p in (tmp_path / "own").iterdir()] == ["notes.txt"]


def test_a_state_that_is_none_is_told(tmp_path: Path) -> None:
    built(tmp_path, documents("a"))
    (tmp_path / ".kg" / "state.sqlite").write_bytes(b"not a database, but long enough to look at" * 100)
    with pytest.raises(StateError, match=r"state\.sqlite: file is not a database: remove .*\.kg and build"):
        built(tmp_path, documents("a"))


def test_a_state_of_another_version_is_told(tmp_path: Path) -> None:
    built(tmp_path, documents("a"))
    database = sqlite3.connect(tmp_path / ".kg" / "state.sqlite")
    database.execute("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(KgError, match="was written by another version of kg"):
        built(tmp_path, documents("a"))


def test_a_worker_with_another_program_is_told(tmp_path: Path) -> None:
    class Two(Words):
        answers = iter("12")

        def program(self) -> str:
            return next(self.answers)

    with pytest.raises(KgError, match="a worker runs another version"):
        built(tmp_path, documents("a"), Two())
