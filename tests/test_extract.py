"""Extraction as a whole: what holds for any text whatever."""

from __future__ import annotations

import datetime as dt
import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import extract
from kg.lexicon import load
from kg.model import Document
from kg.text import parse, stretches
from kg.text.parse import LONGEST_SENTENCE
from tests.checks import check_offsets
from tests.relations.test_coverage import TABLES
from tests.sentences import DAY, read
from tests.strategies import texts, torn


@settings(max_examples=100, deadline=None)
@given(torn())
def test_what_is_extracted_from_torn_sentences_stands_in_the_text(text: str) -> None:
    check_offsets(read(text))


@settings(max_examples=150, deadline=None)
@given(texts)
def test_all_that_is_extracted_stands_in_the_text(text: str) -> None:
    check_offsets(read(text))


@settings(max_examples=40, deadline=None)
@given(texts, texts, st.none() | st.dates())
def test_a_title_and_any_date_change_nothing_in_that(text: str, title: str, date: dt.date | None) -> None:
    extraction = read(text, title.strip(), date)
    check_offsets(extraction)


@settings(max_examples=40, deadline=None)
@given(texts)
def test_the_same_document_twice_gives_the_same(text: str) -> None:
    document = Document("d", text, date=DAY)
    assert extract(document, load()) == extract(Document("d", text, date=DAY), load())


@settings(max_examples=40, deadline=None)
@given(texts)
def test_reading_another_document_between_changes_nothing(text: str) -> None:
    before = read(
        "قال وزير الخارجية السعودي الأمير فيصل بن فرحان إن الوزارة ستعلن موقفها. وأضاف أنه زار عمان."
    )
    read(text)
    after = read(
        "قال وزير الخارجية السعودي الأمير فيصل بن فرحان إن الوزارة ستعلن موقفها. وأضاف أنه زار عمان."
    )
    assert before == after


def test_offsets_with_marks_and_joiners() -> None:
    extraction = read(
        "\u202bالتقـــى\u202c وزيرُ الخارجيةِ المصريّ سامح شكري\u200f نظيرَه الأميركي أنتوني بلينكن."
    )
    check_offsets(extraction)
    (claim,) = extraction.claims
    assert (claim.relation, claim.source_id, claim.target_id) == (
        "met-with",
        "sameh-shoukry",
        "antony-blinken",
    )


@pytest.mark.parametrize("mark", [" ـ ", " - ", " \u200f ", "، ", " و ", " ل ", " 1 ", " « ", " ( ", " a "])
def test_marks_and_lone_letters_between_all_words(mark: str) -> None:
    """A lone tatweel is a word without a letter; sites set it for a dash."""
    for table in TABLES:
        for case in table.ROWS:
            check_offsets(read(mark.join(case.values[0].text.split())))


def test_trigger_without_conjunction() -> None:
    (claim,) = read("ولفت أنتوني بلينكن إلى أن الوقت ضيق.").claims
    assert (claim.trigger, claim.trigger_start) == ("لفت", 1)


NEXT_TO_NOTHING = [
    "", " ", "\n", ".", "«", "و", "ل", "قال", "قال:", "التقى", "وقال إن", "2024", "😀", "hello world",
    "بحسب", "كلاً من", "من المقرر أن", "لم", "«»", "\u200f", "ـ",
]  # fmt: skip


@pytest.mark.parametrize("text", NEXT_TO_NOTHING)
def test_next_to_nothing(text: str) -> None:
    extraction = read(text)
    check_offsets(extraction)
    assert extraction.claims == ()


SAID = "قال وزير الخارجية الأميركي أنتوني بلينكن إن إسرائيل هاجمت لبنان، "
REPEATED = [
    "وزير ", "و", "و ", "، ", "« ", '" ', "( ", ": ", "قال ", "وقال ", "بلينكن ", "وبلينكن ", "إسرائيل، ",
    "رئيس ", "وزير الخارجية ", "من المقرر أن ", SAID, SAID + "\n", "بحسب ", "أمس ", "24 ", "محمد ", "بن ",
    "كلا من بلينكن و", "أن ", "الذي ", "لقاء ", "التقى ", "التقى بلينكن نتنياهو ", "قال بلينكن: «", "كلمة ",
    "9", "9.", "ـ", "ا\u064b", "ا\u200d", "ال", "a.", "\n", "أَ", "عبد ", "24 يونيو ",
]  # fmt: skip


def _seconds(text: str) -> float:
    begin = time.process_time()
    read(text)
    return time.process_time() - begin


def _filled(piece: str, kilobytes: int) -> str:
    return piece * (kilobytes * 1000 // len(piece.encode()))


@pytest.mark.no_cover
@pytest.mark.parametrize("piece", REPEATED)
def test_long_texts_take_time_in_proportion(piece: str) -> None:
    _seconds(_filled(piece, 2))
    small = min(_seconds(_filled(piece, 8)), _seconds(_filled(piece, 8)))
    # Six times the text: a quadratic reader would need 36 times as long.
    assert _seconds(_filled(piece, 48)) < 14 * small + 0.3


@pytest.mark.no_cover
@pytest.mark.parametrize("pattern", ["محمد {}، ", "الوزير {} {}، ", "منظمة {} {}، ", "و{} "])
def test_a_text_of_names_that_never_repeat_takes_time_in_proportion(pattern: str) -> None:
    names = itertools.product("بتثجحخدذرزسشصضط", repeat=5)

    def text(kilobytes: int) -> str:
        size = kilobytes * 1000 // len(pattern.format("ببببب", "ببببب").encode())
        words = ("".join(n) for n in itertools.islice(names, size))
        return "".join(pattern.format(word, word[::-1]) for word in words)

    _seconds(text(4))
    # Past a stretch's length: what looks through all names met stops growing there.
    assert _seconds(text(200)) < 3 * _seconds(text(100)) + 0.3


def test_a_sentence_without_a_stop_is_cut_at_a_comma() -> None:
    parsed = parse(Document("d", "وصل الوزير إلى القاهرة، " * 1000))
    assert {len(s) for s in parsed.sentences[:-1]} == {LONGEST_SENTENCE}
    assert all(parsed.tokens[s.last - 1].text == "،" for s in parsed.sentences)
    bare = parse(Document("d", "كلمة " * 2500))
    assert [len(s) for s in bare.sentences] == [1000, 1000, 500]


def test_a_long_document_is_read_in_stretches_of_whole_sentences() -> None:
    document = Document("d", "قال وزير الخارجية المصري سامح شكري إن أنتوني بلينكن زار القاهرة. " * 2000)
    parts = list(stretches(document))
    whole = parse(document)
    assert len(parts) == 3
    assert [t for p in parts for t in p.tokens] == list(whole.tokens)
    assert sum(len(p.sentences) for p in parts) == len(whole.sentences) == 2000
    extraction = extract(document, load())
    check_offsets(extraction)
    short = extract(Document("d", document.text[: len(document.text) // 2000]), load())
    assert len(extraction.claims) == 2000 * len(short.claims) > 0
    assert {a.id for a in extraction.actors} == {a.id for a in short.actors}


def test_names_of_all_stretches_are_kept() -> None:
    apart = "وقف الناس في الشارع. " * 2500
    extraction = read(
        f"وصل الوزير خالد العبدلي أمس. {apart} وتكلم السيد خالد محمد العبدلي. {apart} وعاد خالد العبدلي."
    )
    names = {n for a in extraction.actors if a.type == "person" for n in (a.name_ar, *a.aliases)}
    assert {"خالد العبدلي", "خالد محمد العبدلي"} <= names
    check_offsets(extraction)


def test_a_list_of_a_thousand_names_makes_no_claim_of_each_two() -> None:
    names = [a.actor.name_ar for a in load().actors.entries.values() if a.actor.type == "state"][:190]
    extraction = read("اتفاق بين " + " و".join(names) + " في القاهرة.")
    assert 0 < len(extraction.claims) <= 190  # of each two of twenty
    assert not read("اجتماع بين " + " و".join(names) + " في القاهرة.").claims  # they only attended


@pytest.mark.no_cover
def test_a_text_of_200_kilobytes_is_read_in_seconds() -> None:
    text = (SAID + "وأضاف أن الوزير زار القاهرة أمس الاثنين. ") * 1050
    assert len(text.encode()) > 200_000
    begin = time.process_time()
    extraction = read(text)
    assert time.process_time() - begin < 20
    check_offsets(extraction)
