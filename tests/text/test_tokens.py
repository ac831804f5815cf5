"""Words, numbers and marks, wherever page templates put invisible characters among them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.text import tokenize

# text, its tokens as written.
WORDS = [
    ("التقى الوزير نظيره", ["التقى", "الوزير", "نظيره"]),
    ("وصل الوزير، ثم غادر.", ["وصل", "الوزير", "،", "ثم", "غادر", "."]),
    ("(حماس)", ["(", "حماس", ")"]),
    ("«حزب الله»", ["«", "حزب", "الله", "»"]),
    ("لماذا؟ لا أحد يعلم!", ["لماذا", "؟", "لا", "أحد", "يعلم", "!"]),
    ("الفلسطيني-الإسرائيلي", ["الفلسطيني", "-", "الإسرائيلي"]),
    ("وَغالانت", ["وَغالانت"]),
    ("مُحَمَّدٌ رَسُولُ", ["مُحَمَّدٌ", "رَسُولُ"]),
    ("العـــراق", ["العـــراق"]),
    ("حـ\u200cماس", ["حـ\u200cماس"]),
    ("بلينكن\u200f: قال", ["بلينكن\u200f", ":", "قال"]),
    ("\u202bالوزير\u202c قال", ["الوزير\u202c", "قال"]),
    ("\ufeffأعلن", ["أعلن"]),
    ("ﺍﻟﻌﺮﺍﻕ", ["ﺍﻟﻌﺮﺍﻕ"]),
    ("ﻻ يعلم", ["ﻻ", "يعلم"]),
    ("گوگل وپاريس", ["گوگل", "وپاريس"]),
    ("ایران و ترکیه", ["ایران", "و", "ترکیه"]),
    ("كوردستان ڤيينا", ["كوردستان", "ڤيينا"]),
    ("قناة CNN الأميركية", ["قناة", "CNN", "الأميركية"]),
    ("U.S. officials said", ["U.S", ".", "officials", "said"]),
    ("AT&T وO’Brien", ["AT&T", "و", "O’Brien"]),
    ("في إسطنبولEU", ["في", "إسطنبول", "EU"]),
    ("_وكالة_", ["_", "وكالة", "_"]),
    ("😀 مرحبا", ["😀", "مرحبا"]),
    ("أ ب", ["أ", "ب"]),
    ("", []),
    (" \n\t\u00a0", []),
]

NUMBERS = [
    ("25/6/2024", ["25/6/2024"]),
    ("٢٥/٦/٢٠٢٤", ["٢٥/٦/٢٠٢٤"]),
    ("۲۵ يونيو", ["۲۵", "يونيو"]),
    ("1,250.75 دولار", ["1,250.75", "دولار"]),
    ("١٬٢٥٠٫٧٥", ["١٬٢٥٠٫٧٥"]),
    ("12:30", ["12:30"]),
    ("2019-2024", ["2019-2024"]),
    ("2019–2024", ["2019–2024"]),
    ("50% و٧٥٪", ["50%", "و", "٧٥٪"]),
    ("عام 2024.", ["عام", "2024", "."]),
    ("إف16", ["إف", "16"]),
    ("الـ26 من", ["الـ", "26", "من"]),
    ("3، 4", ["3", "،", "4"]),
    ("زيارته الرسميةوقال", ["زيارته", "الرسمية", "وقال"]),
]


@pytest.mark.parametrize(("text", "tokens"), [*WORDS, *NUMBERS])
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [t.text for t in tokenize(text)] == tokens


@pytest.mark.parametrize(("text", "kinds"), [
    ("قال: 5", ["word", "punct", "number"]),
    ("٢٠٢٤م", ["number", "word"]),
    ("CNN", ["word"]),
    ("…", ["punct"]),
])  # fmt: skip
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [t.kind for t in tokenize(text)] == kinds


# word as written, folded letters passed, what is left.
OFFSETS = [
    ("وغالانت", 1, "غالانت"),
    ("وَغالانت", 1, "غالانت"),
    ("ولِلرياض", 2, "لرياض"),
    ("وـــبغداد", 1, "بغداد"),
    ("ف\u200fالوزير", 1, "الوزير"),
    ("غالانت", 0, "غالانت"),
    ("غالانت", 6, ""),
    ("غالانت", 60, ""),
    ("ﻻعب", 1, "عب"),
]


@pytest.mark.parametrize(("word", "letters", "rest"), OFFSETS)
def test_offset_inside_a_word(word: str, letters: int, rest: str) -> None:
    text = f"ثم {word} هنا"
    token = next(t for t in tokenize(text) if t.text == word)
    assert text[token.offset(letters) : token.end] == rest


MARKS = "\u064b\u0640\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2069\ufeff\u0670"
MIXED = st.text(st.sampled_from("ابتةىيكیپ وف٣5.,،/-«»“”\"'()\n\r\t aé_😀ﻻ" + MARKS)) | st.text()


@settings(deadline=None)
@given(MIXED)
def test_tokens_slice_back_and_leave_only_space_and_marks(text: str) -> None:
    end = 0
    left = []
    for token in tokenize(text):
        assert token.start >= end
        assert text[token.start : token.end] == token.text != ""
        left.append(text[end : token.start])
        end = token.end
    left.append(text[end:])
    assert all(c.isspace() or not c.isalnum() for gap in left for c in gap)


@settings(deadline=None)
@given(st.text(st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويىأإآؤئء"), min_size=1), st.data())
def test_marks_do_not_end_a_word(word: str, data: st.DataObject) -> None:
    marked = word[0] + "".join(data.draw(st.sampled_from(["", *MARKS])) + c for c in word[1:])
    (token,) = tokenize(marked)
    (plain,) = tokenize(word)
    assert token.norm == plain.norm
    assert token.offset(len(token.norm)) == len(marked)
