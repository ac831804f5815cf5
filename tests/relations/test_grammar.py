"""The closed classes of words are compared with folded text."""

from __future__ import annotations

import pytest

from kg.relations import grammar
from kg.text import fold_phrase

_CLASSES = [
    name
    for name, value in vars(grammar).items()
    if name.isupper() and not name.startswith("_") and isinstance(value, frozenset | set | dict)
]


@pytest.mark.parametrize("name", _CLASSES)
def test_words_are_folded(name: str) -> None:
    words = [word for word in vars(grammar)[name] if isinstance(word, str) and word.isalpha()]
    assert [word for word in words if fold_phrase(word) != word] == []
