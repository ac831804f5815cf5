"""The targets of the fuzzers, called for a moment, and again with what they once broke on."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import extract
from kg.graph import merge
from kg.lexicon import load
from kg.model import Document
from tests.checks import check_exports, check_offsets
from tests.fuzz.targets import TARGETS, document_of, exports, extractor, readers
from tests.strategies import documents

FOUND: list[tuple[str, bytes]] = [
    ("readers", b'\x03id,text,"\xd9\x82"\n'),  # a header and no row: nothing was told
    ("readers", b'\xd5\x01\xfc\xd9\x18,"\xd8\xa7\xd9\x84\n'),  # names of columns broke the message into lines
]


@pytest.mark.parametrize(("target", "data"), FOUND)
def test_what_once_broke(target: str, data: bytes) -> None:
    TARGETS[target](data)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_extractor(data: bytes) -> None:
    extractor(data)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_readers(data: bytes) -> None:
    readers(data)


@settings(max_examples=10, deadline=None)
@given(st.binary(min_size=100, max_size=400))
def test_exports(data: bytes) -> None:
    exports(data)


@settings(max_examples=40, deadline=None)
@given(documents())
def test_any_articles_make_a_graph_that_every_format_holds(drawn: list[Document]) -> None:
    extractions = [extract(document, load()) for document in drawn]
    for extraction in extractions:
        check_offsets(extraction)
    with tempfile.TemporaryDirectory() as folder:
        check_exports(merge(extractions, relations=load().relations), Path(folder))


def test_the_articles_of_the_fuzzers_say_something() -> None:
    """Words at random seldom make a claim; those of a sentence do."""
    assert document_of(b"").text == ""
    assert document_of(bytes([15]) + "عنوان\n\nنص".encode()).title == "عنوان"
    assert document_of(bytes([2]) + bytes(range(60))).text.split()
