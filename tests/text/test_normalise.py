"""Spellings of one word that must compare equal, and spellings that must not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.text import fold, fold_phrase
from kg.text.normalise import folded_offset

SAME = [
    ("أنطوني", "انطوني"), ("إسرائيل", "اسرائيل"), ("آل", "ال"), ("ٱلله", "الله"),
    ("مصطفى", "مصطفي"), ("السعودية", "السعوديه"), ("مسؤول", "مسوول"), ("رئيس", "رييس"),
    ("مُحَمَّد", "محمد"), ("محمـــد", "محمد"), ("حماس\u200f", "حماس"), ("\u202bحماس\u202c", "حماس"),
    ("کردستان", "كردستان"), ("ایران", "ايران"), ("پوتين", "بوتين"), ("گوتيريش", "كوتيريش"),
    ("چاد", "جاد"), ("ڤيينا", "فيينا"), ("ڨفصة", "قفصة"), ("ژان", "جان"), ("ھيئة", "هيئة"),
    ("ﺍﻟﻌﺮﺍﻕ", "العراق"), ("ﻻ", "لا"), ("ﷲ", "الله"), ("٢٠٢٤", "2024"), ("۲۰۲۴", "2024"),
    ("CNN", "cnn"), ("لٰكن", "لكن"),
]  # fmt: skip
DIFFERENT = [("حماس", "حماة"), ("سوريا", "سورية!"), ("عمان", "عثمان"), ("قطر", "قطار"), ("2024", "2025"),
             ("سماء", "سما")]  # fmt: skip
PHRASES = [
    ("مجلس  «الأمن»", "مجلس الامن"), ("حزب الله (لبنان)", "حزب الله لبنان"),
    ("الأمم\nالمتحدة", "الامم المتحده"), ("  وزارة الخارجيّة. ", "وزاره الخارجيه"), ("، . «»", ""),
    ("جان-إيف لودريان", "جان ايف لودريان"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_folds_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_keeps_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(("text", "folded"), PHRASES)
def test_fold_phrase(text: str, folded: str) -> None:
    assert fold_phrase(text) == folded


@settings(deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold_phrase(fold_phrase(text)) == fold_phrase(text)


@settings(deadline=None)
@given(st.text(), st.text())
def test_folding_is_letter_by_letter(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@settings(deadline=None)
@given(st.text(), st.integers(0, 20))
def test_folded_offset_parts_the_word(text: str, letters: int) -> None:
    cut = folded_offset(text, letters)
    assert 0 <= cut <= len(text)
    # A ligature is one character for several letters and is never cut.
    assert len(fold(text[:cut])) >= min(letters, len(fold(text)))
    assert cut == 0 or cut == len(text) or fold(text[cut]) != ""
