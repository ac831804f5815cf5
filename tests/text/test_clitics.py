"""Particles written onto nouns."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.text import fold, splits

# word, a reading that must be among the splits.
READINGS = [
    ("بلينكن", ("", "بلينكن")), ("وبلينكن", ("و", "بلينكن")), ("لبلينكن", ("ل", "بلينكن")),
    ("وللرياض", ("ول", "الرياض")), ("للرياض", ("ل", "الرياض")), ("بالرياض", ("ب", "الرياض")),
    ("كالرياض", ("ك", "الرياض")), ("فالوزير", ("ف", "الوزير")), ("فبالقاهرة", ("فب", "القاهره")),
    ("ولبنان", ("و", "لبنان")), ("للبنان", ("ل", "لبنان")), ("ببيروت", ("ب", "بيروت")),
    ("لليبيا", ("ل", "ليبيا")), ("وواشنطن", ("و", "واشنطن")), ("لواشنطن", ("ل", "واشنطن")),
    pytest.param("لله", ("ل", "الله"), marks=pytest.mark.xfail(strict=True, reason="two ل stand for three")),
]  # fmt: skip
NOT_READ = [("سيزور", "س"), ("الوزير", "ا"), ("تركيا", "ت"), ("هل", "ه")]


@pytest.mark.parametrize(("word", "reading"), READINGS)
def test_reading(word: str, reading: tuple[str, str]) -> None:
    assert reading in splits(fold(word))


@pytest.mark.parametrize(("word", "particle"), NOT_READ)
def test_no_such_particle(word: str, particle: str) -> None:
    assert particle not in {particles for particles, _ in splits(fold(word))}


@settings(deadline=None)
@given(st.text(st.sampled_from("وفبلكسامنر"), max_size=8))
def test_every_split_is_the_word(word: str) -> None:
    found = splits(word)
    assert found[0] == ("", word)
    assert len(set(found)) == len(found)
    for particles, noun in found:
        assert particles == "" or noun
        assert word in (particles + noun, particles + noun.removeprefix("ا"))
