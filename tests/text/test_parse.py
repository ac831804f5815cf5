"""Sentences and quotations, in every style that Arabic sites print."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Document
from kg.text import parse
from kg.text.parse import Text


def read(text: str, title: str = "") -> Text:
    return parse(Document("d", f"{title}\n\n{text}" if title else text, title))


def wrong(marked: str, reason: str) -> Any:
    return pytest.param(marked, marks=pytest.mark.xfail(strict=True, reason=reason))


# text with sentences parted by |.
SENTENCES = [
    "وصل الوزير.| وغادر بعد ساعة.",
    "هل وصل الوزير؟| نعم!| وصل.",
    wrong("وصل الوزير؛| ثم غادر.", "a semicolon is a stop, and is also taken as the tail of a stop"),
    "قال الوزير: «لن نتراجع.»| وأضاف كلمة.",
    'قال الوزير: "لن نتراجع."| وأضاف كلمة.',
    "قال الوزير: “لن نتراجع”.| وأضاف كلمة.",
    "وصل د. سمير أمس.| وغادر أ. خالد.",
    "بلغ النمو 3.5 في المئة.| وتراجع الدين.",
    "وصل في 25.6.2024 إلى المطار.",
    "انتظروا…| ثم رحلوا.",
    wrong("قالوا... ثم سكتوا.", "three points in a row end a sentence although it goes on"),
    "سطر أول\n|سطر ثانٍ",
    "سطر أول\r\n|سطر ثانٍ",
    "سطر أول\u2029|سطر ثانٍ",
    "سطر أول\n\n\n|سطر ثانٍ",
    "(وصل الوزير.)| ثم غادر.",
    "وصل الوزير، وغادر، ثم عاد",
    "نص بلا نقطة",
    "...",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences(marked: str) -> None:
    text = read(marked.replace("|", ""))
    found = [text.slice(s.first, s.last) for s in text.sentences]
    assert found == [part.strip() for part in marked.split("|")]


# text with the quotations between { and }.
QUOTES = [
    "قال {«لن نتراجع»} ثم غادر",
    "قال {“لن نتراجع”} ثم غادر",
    'قال {"لن نتراجع"} ثم غادر',
    "قال {”لن نتراجع“} ثم غادر",
    "قال {„لن نتراجع“} ثم غادر",
    "قال {‹لن نتراجع›} ثم غادر",
    "قال {”لن نتراجع”} ثم غادر",
    "{«واحد»} و{«اثنان»}",
    '{"واحد"} و{"اثنان"}',
    wrong("قال {«إن «حزب الله» رفض»} ثم غادر", "marks within the same marks end the quotation"),
    'قال {«كلمة "واحدة" فقط»} ثم غادر',
    "قال «لن نتراجع ثم غادر",
    "قال لن نتراجع» ثم غادر",
    'قال "لن نتراجع ثم غادر',
    "قال «لن\nنتراجع» ثم",
    'سطر "مفتوح\nو{"مغلق"} هنا',
    "{«»}",
    "بلا اقتباس",
]


@pytest.mark.parametrize("marked", QUOTES)
def test_quotes(marked: str) -> None:
    text = read(marked.replace("{", "").replace("}", ""))
    found = [text.slice(q.first, q.last) for q in text.quotes]
    wanted = [part.partition("}")[0] for part in marked.split("{")[1:]]
    assert found == wanted


def test_a_quotation_may_hold_several_sentences() -> None:
    text = read("قال: «وصلنا. ثم عدنا». وغادر.")
    (quote,) = text.quotes
    assert text.slice(quote.first, quote.last) == "«وصلنا. ثم عدنا»"
    inside = next(i for i, t in enumerate(text.tokens) if t.text == "عدنا")
    outside = next(i for i, t in enumerate(text.tokens) if t.text == "وغادر")
    assert text.quote_at(inside) == quote
    assert text.quote_at(outside) is None
    assert text.quote_at(0) is None


@pytest.mark.parametrize(("title", "words"), [
    ("الوزير يصل", 2),
    ("الوزير: سنعود. وسنبقى", 5),
    ("", 0),
])  # fmt: skip
def test_title(title: str, words: int) -> None:
    text = read("وصل الوزير أمس.", title)
    assert text.title_last == words
    starts = {s.first for s in text.sentences}
    assert words in starts, "the body begins a sentence of its own"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff", "\u200f\u200f"])
def test_nothing_to_read(text: str) -> None:
    assert (read(text).tokens, read(text).sentences, read(text).quotes) == ((), (), ())


PIECES = st.lists(
    st.sampled_from(["وزير", "قال", " ", "\n", "\r\n", ".", "؟", "…", "«", "»", "“", "”", '"', "„", "‹", "›",
                     "(", ")", "د", "3.5", ":", "،", "\u200f"])
).map("".join)  # fmt: skip


@settings(deadline=None)
@given(PIECES | st.text())
def test_sentences_cover_all_tokens_and_quotes_do_not_overlap(content: str) -> None:
    text = read(content)
    assert [i for s in text.sentences for i in range(s.first, s.last)] == list(range(len(text.tokens)))
    for sentence in text.sentences:
        assert len(sentence) > 0
    end = 0
    for quote in text.quotes:
        assert quote.first >= end
        assert quote.last - quote.first >= 2
        end = quote.last
        # A quotation never runs on to another line.
        assert "\n" not in text.slice(quote.first, quote.last)
        assert all(text.quote_at(i) == quote for i in range(quote.first, quote.last))


@pytest.mark.no_cover
@pytest.mark.parametrize("piece", ["وقال الوزير ", "« ", '" ', ". ", "د. "])
def test_reading_takes_time_in_proportion(piece: str) -> None:
    def seconds(n: int) -> float:
        times = []
        for _ in range(3):
            begin = time.process_time()
            read(piece * n)
            times.append(time.process_time() - begin)
        return min(times)

    # Eight times the text: a quadratic reader would need 64 times as long.
    assert seconds(24_000) < 24 * seconds(3_000) + 0.1
