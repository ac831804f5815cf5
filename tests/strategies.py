"""Strategies for Arabic-like text and for articles, from letters at random to torn sentences of news."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from kg.model import Document
from tests.fuzz.targets import MARKS, pieces
from tests.relations.test_coverage import TABLES

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئکیگپچۆێھەڤﻻﷲ"
SIGNS = (
    ' \n\t،؛؟.:!«»"“”()-–…ـ٠١٢٣0123٪/\u064b\u064e\u0651\u0652\u0670\u200b\u200c\u200d\u200e\u200f'
    "\u202a\u202b\u202c\u202e\u2066\u2069\u061c\u00ad\ufeff"
)

#: Letters and marks in any order.
letters = st.text(st.sampled_from(LETTERS + SIGNS), max_size=200)

#: Words that news and its actors consist of, with marks and without spaces here and there.
words = st.lists(
    st.tuples(st.deferred(lambda: st.sampled_from(pieces())), st.sampled_from(MARKS)), max_size=60
).map(lambda pairs: "".join(word + mark for word, mark in pairs))


@st.composite
def torn(draw: st.DrawFn) -> str:
    """Sentences cut anywhere and put together in another order."""
    sentences = [case.values[0].text for table in TABLES for case in table.ROWS]
    parts: list[str] = []
    for text in draw(st.lists(st.sampled_from(sentences), min_size=1, max_size=4)):
        first = draw(st.integers(0, len(text)))
        last = draw(st.integers(first, len(text)))
        parts += draw(st.permutations([text[:first], text[first:last], text[last:]]))
    return draw(st.sampled_from(["", " ", "\n"])).join(parts)


texts = st.one_of(letters, words, torn(), st.text(st.characters(exclude_categories=["Cs"]), max_size=100))

ODD_IDS = ["../x", "a/b", 'a"b', "<script>", "=1", "a b", "%2F", "\x00"]
ids = st.one_of(letters, st.sampled_from(ODD_IDS)).filter(bool)


@st.composite
def documents(draw: st.DrawFn) -> list[Document]:
    """Draw up to three articles, with or without title, day, outlet and address."""
    names = draw(st.lists(ids, min_size=1, max_size=3, unique=True))
    made = []
    for name in names:
        title, text = draw(st.just("") | texts.map(str.strip)), draw(texts)
        day = draw(st.none() | st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)))
        whole = f"{title}\n\n{text}" if title else text
        made.append(Document(name, whole, title, day, draw(letters), draw(letters)))
    return made
