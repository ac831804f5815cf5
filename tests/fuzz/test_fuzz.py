"""The targets of the fuzzers, called for a moment, and again with what they once broke on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS, document_of, exports, extractor, readers

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


def test_the_articles_of_the_fuzzers_say_something() -> None:
    """Words at random seldom make a claim; those of a sentence do."""
    assert document_of(b"").text == ""
    assert document_of(bytes([15]) + "عنوان\n\nنص".encode()).title == "عنوان"
    assert document_of(bytes([2]) + bytes(range(60))).text.split()
