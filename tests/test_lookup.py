"""Looking names up in the list of known actors."""

from __future__ import annotations

import pytest

from kg.lexicon import load
from kg.lookup import describe, look_up

AUTHORITY = load().actors


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("united-states", "united-states"),
        ("أمريكا", "united-states"),
        ("UNITED STATES", "united-states"),
        ("العم سام", "united-states"),  # a figure of speech
        ("بلينكن", "antony-blinken"),  # a surname
        ("Antony Blinken", "antony-blinken"),
        ("حِزب اللّه", "hezbollah"),
    ],
)
def test_exact_names(name: str, actor: str) -> None:
    assert [entry.actor.id for entry in look_up(AUTHORITY, name)] == [actor]


def test_parts_of_names_find_all_that_have_them() -> None:
    found = [entry.actor for entry in look_up(AUTHORITY, "Antony")]
    assert "antony-blinken" in [actor.id for actor in found]
    assert all("antony" in " ".join((a.name_en, *a.aliases)).lower() for a in found)


@pytest.mark.parametrize("name", ["", "  ", "،", "قصعين السادس"])
def test_names_of_nobody(name: str) -> None:
    assert look_up(AUTHORITY, name) == []


def test_what_is_known_is_written_in_lines() -> None:
    text = describe(AUTHORITY.entries["antony-blinken"], AUTHORITY)
    assert text.splitlines()[0].startswith("antony-blinken  person  أنتوني بلينكن  Antony Blinken")
    assert "    foreign-minister of united-states, 2021-01-26 to 2025-01-20" in text.splitlines()
    lines = describe(AUTHORITY.entries["hezbollah"], AUTHORITY).splitlines()
    assert "    kind: armed-group" in lines
    assert "    within: lebanon" in lines
