"""What holds for any text: offsets slice back, order, determinism."""

from __future__ import annotations

import os
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.actors import find_actors
from kg.actors.conll import tag
from kg.lexicon import load
from kg.model import Document
from kg.text import parse

WORDS = st.sampled_from(
    'قال وزير الخارجية الأميركي أنتوني بلينكن ، . « » " ( ) رئيس حركة حماس الحكومة واشنطن في إلى للرياض'
    " وفد من مسؤولون مصدر نظيره الروسي باسم وزارة الدفاع والجيش الدكتور د . عبد الله بن آل أبو محمد"
    " السابق 12 # _ -".split()
)


@given(st.lists(WORDS, max_size=40))
@settings(max_examples=150, deadline=None)
def test_references_slice_back_and_are_sorted(words: list[str]) -> None:
    text = " ".join(words)
    parsed = parse(Document("d", text))
    reading = find_actors(parsed, load())
    ids = {a.id for a in reading.actors}
    for r in reading.references:
        assert 0 <= r.first < r.last <= len(parsed.tokens)
        assert parsed.tokens[r.first].start <= r.start < r.end <= parsed.tokens[r.last - 1].end
        assert text[r.start : r.end].strip() == text[r.start : r.end]
        assert r.actor in ids
    order = [(r.first, -r.last) for r in reading.references]
    assert order == sorted(order)
    assert [a.id for a in reading.actors] == sorted(ids)


def test_equal_text_gives_equal_output_whatever_the_hash_seed() -> None:
    program = (
        "from kg.actors import find_actors; from kg.lexicon import load; from kg.model import Document;"
        "from kg.text import parse;"
        "t = 'قال وزير الخارجية الأميركي ونظيره الروسي وعدد من المسؤولين في واشنطن إن حركة حماس"
        " والسلطات المصرية تتحاوران.';"
        "print(find_actors(parse(Document('d', t)), load()))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "7")
    }
    assert len(outputs) == 1


def test_tags_of_tokenised_sentences() -> None:
    sentences = [
        ["زار", "الرئيس", "جو", "بايدن", "مدينة", "باريس", "."],
        ["وقالت", "صحيفة", "هآرتس", "إن", "حزب", "الله", "ينتظر", "."],
    ]
    assert tag(sentences, load()) == [
        ["O", "O", "B-PERS", "I-PERS", "O", "B-LOC", "O"],
        ["O", "O", "B-ORG", "O", "B-ORG", "I-ORG", "O", "O"],
    ]
