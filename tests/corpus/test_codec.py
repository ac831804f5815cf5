"""Documents and extractions as bytes."""

from __future__ import annotations

import dataclasses
import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corpus.codec import Decoder, content_hash, decode_document, encode_document, encode_extraction
from kg.model import Actor, Claim, Document, Extraction, Mention, Office

texts = st.text(max_size=30)
ids = st.sampled_from(["jordan", "x-1", "", "\ud800", "a\x00b"])
offsets = st.integers(0, 40)
days = st.none() | st.dates()
documents = st.builds(Document, ids, texts, texts, days, texts, texts, ids)


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    document = draw(documents)
    doc, may_be = st.just(document.id), st.none() | ids
    kinds, statuses = st.sampled_from(["person", "state"]), st.sampled_from(["occurred", "negated"])
    parts = (
        st.builds(Actor, ids, kinds, texts, texts, st.lists(texts, max_size=3).map(tuple), texts),
        st.builds(Mention, doc, ids, offsets, offsets, texts),
        st.builds(
            Claim, doc, ids, may_be, may_be, statuses, may_be, days, may_be, texts, offsets, texts, offsets,
            offsets,
        ),
        st.builds(Office, doc, ids, texts, ids, may_be, st.booleans(), offsets, offsets),
    )  # fmt: skip
    drawn = [tuple(draw(st.lists(part, max_size=4))) for part in parts]
    return Extraction(document, *drawn, draw(texts))  # type: ignore[arg-type]


def test_every_field_is_drawn_here() -> None:
    fields = {
        kind.__name__: len(dataclasses.fields(kind)) for kind in (Document, Actor, Mention, Claim, Office)
    }
    assert fields == {"Document": 7, "Actor": 6, "Mention": 5, "Claim": 13, "Office": 8}
    assert len(dataclasses.fields(Extraction)) == 6


@settings(deadline=None)
@given(documents)
def test_a_document_comes_back_equal(document: Document) -> None:
    assert decode_document(encode_document(document)) == document


@settings(deadline=None)
@given(st.lists(extractions(), max_size=3))
def test_extractions_come_back_equal(given_: list[Extraction]) -> None:
    decoder = Decoder()
    for extraction in given_:
        assert decoder.extraction(encode_extraction(extraction), extraction.document) == extraction


@settings(deadline=None)
@given(documents, documents)
def test_documents_that_differ_have_other_hashes(one: Document, other: Document) -> None:
    same = content_hash(encode_document(one)) == content_hash(encode_document(other))
    assert same == (one == other)


def test_names_and_sentences_are_not_written_twice() -> None:
    text = "التقى الوزير نظيره الأردني في عمّان أمس"
    day, end = dt.date(2024, 6, 25), len(text)
    claim = Claim("d", "met-with", "x-1", None, "occurred", None, day, None, "التقى", 0, text, 0, end)
    read = Extraction(Document("d", text), (), (Mention("d", "x-1", 6, 12, text[6:12]),), (claim,))
    encoded = encode_extraction(read).decode()
    assert "التقى" in encoded
    assert "الوزير" not in encoded
    assert "عمّان" not in encoded
    again = Decoder().extraction(encoded.encode(), read.document)
    assert (again.claims[0].sentence, again.mentions[0].text) == (text, text[6:12])
