"""The tables together: every relation of the lexicon is in them more than once."""

from __future__ import annotations

from collections import Counter

from kg.lexicon import load
from tests.relations import (
    test_attribution,
    test_circumstances,
    test_discourse,
    test_frames,
    test_homographs,
    test_paragraphs,
    test_status,
    test_triggers,
)

TABLES = (
    test_triggers,
    test_frames,
    test_status,
    test_attribution,
    test_discourse,
    test_circumstances,
    test_paragraphs,
    test_homographs,
)


def test_every_relation_occurs_twice() -> None:
    told = Counter(
        claim.partition(" |")[0] for table in TABLES for case in table.ROWS for claim in case.values[0].claims
    )
    assert {r for r in load().relations if told[r] < 2} == set()
    assert set(told) <= set(load().relations)


def test_no_sentence_twice() -> None:
    texts = Counter(case.values[0].text for table in TABLES for case in table.ROWS)
    assert [t for t, n in texts.items() if n > 1] == []
    assert all(len(table.ROWS) >= 25 for table in TABLES)
