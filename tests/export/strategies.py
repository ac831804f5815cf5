"""Data sets with names and sentences that no format should stumble over."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

import tests.factories as f
from kg.graph import merge
from kg.model import Actor, Claim, Dataset, Document, Extraction, Mention, Office

HARD = [
    'قال "نعم"', "سطر\nثان", "عودة\r\nالسطر", "رجوع\rفقط", "<script>alert(1)</script>", "]]>", "&amp;", "\\",
    "\\n", "=1+1", "+966", "-", "@SUM(A1)", "'=1", "''", "'قال", "أ|ب", "أ\\|ب", "|", "\\|", "\t=1",
    "\u202eمعكوس", "\u200f", "a\x00b", "\x1b[0m", "\ufffe", "😀", "ﻻ", " ", "\u2028", "{}", "a,b;c",
    "\"\"\"", "_:b0", "<http://x>", "%2F", "\ufeff",
]  # fmt: skip

# Any text that can be encoded; what no encoding holds (lone surrogates) never leaves the readers.
text = st.one_of(
    st.sampled_from(HARD),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.text(alphabet="ابتثجحخ \u064e\u0640", max_size=10),
)
name = text.filter(bool)
# ids that are addresses, paths, formulas
identifier = st.sampled_from(
    [
        "a",
        "b",
        "c",
        "../x",
        "..",
        ".",
        "a/b",
        "a b",
        "a#b",
        "a?b",
        'a"b',
        "<a>",
        "أ",
        "a%2Fb",
        "=a",
        "x-1",
        "news.jsonl:12",
    ]
)
day = st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
status = st.sampled_from(["occurred", "planned", "possible", "negated"])


@st.composite
def actor(draw: st.DrawFn, actor_id: str) -> Actor:
    kind = draw(st.sampled_from(["person", "state", "organization", "group", "place"]))
    wikidata = draw(st.sampled_from(["", "Q30"]))
    return Actor(actor_id, kind, draw(name), draw(text), tuple(draw(st.lists(name, max_size=3))), wikidata)


@st.composite
def extraction(draw: st.DrawFn, doc_id: str, actors: tuple[Actor, ...]) -> Extraction:
    ids = st.sampled_from([a.id for a in actors])
    some = st.none() | ids
    offset = st.integers(0, 2000)
    document = Document(doc_id, "", draw(text), draw(day), draw(text), draw(text))
    mentions = [
        Mention(doc_id, draw(ids), draw(offset), draw(offset), draw(text))
        for _ in range(draw(st.integers(0, 3)))
    ]
    claims = [
        Claim(
            doc_id, draw(st.sampled_from([*f.RELATIONS, "not-in-the-list"])), draw(some), draw(some),
            draw(status), draw(some), draw(day), draw(some), draw(text), draw(offset), draw(text),
            draw(offset), draw(offset),
        )
        for _ in range(draw(st.integers(0, 4)))
    ]  # fmt: skip
    offices = [
        Office(
            doc_id,
            draw(ids),
            draw(text),
            draw(text),
            draw(some),
            draw(st.booleans()),
            draw(offset),
            draw(offset),
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    return Extraction(document, actors, tuple(mentions), tuple(claims), tuple(offices))


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    ids = draw(st.lists(identifier, min_size=1, max_size=4, unique=True))
    actors = tuple(draw(actor(i)) for i in ids)
    documents = draw(st.lists(identifier, max_size=3, unique=True))
    return merge([draw(extraction(d, actors)) for d in documents], relations=f.RELATIONS)
