"""Forms of verbs of every build, of verbal nouns and of participles, read back to their words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lexicon import Lexicon, load
from kg.lexicon.inflection import Lexeme, stems
from kg.lexicon.morphology import Analysis, Morphology
from kg.lexicon.relations import TriggerEntry
from kg.text import fold

WORDS = {
    "met": Lexeme("التقى", "يلتقي", ("لقاء",)),
    "said": Lexeme("قال", "يقول", ("قول",), "قائل"),
    "visited": Lexeme("زار", "يزور", ("زيارة",), "زائر"),
    "praised": Lexeme("أشاد", "يشيد", ("إشادة",), "مشيد"),
    "called": Lexeme("دعا", "يدعو", ("دعوة",), "داعي"),
    "denied": Lexeme("نفى", "ينفي", ("نفي",), "نافي"),
    "urged": Lexeme("حث", "يحث", ("حث",), "حاث"),
    "affirmed": Lexeme("أكد", "يؤكد", ("تأكيد",), "مؤكد"),
    "arrived": Lexeme("وصل", "يصل", ("وصول",)),
    "killed": Lexeme("قتل", "يقتل", ("قتل", "مقتل"), "قاتل"),
    "congratulated": Lexeme("هنأ", "يهنئ", ("تهنئة",), "مهنئ"),
    "summoned": Lexeme("استدعى", "يستدعي", ("استدعاء",)),
    "resigned": Lexeme("استقال", "يستقيل", ("استقالة",)),
    "talks": Lexeme(masdars=("محادثات",)),
    "raid": Lexeme(masdars=("غارة",)),
    "attacked": Lexeme("غزا", "يغزو", ("غزو",)),
}
MORPHOLOGY = Morphology(list(WORDS.values()))
NAMES = list(WORDS)


# form; word; what it is: part of speech, person, gender, number (- where it does not tell), then the
# attached particle, pronoun, conjunction and article, each only where there is one.
VERBS = [
    # strong
    ("قتل", "killed past 3 m s"),
    ("قتلت", "killed past 3 f s"),
    ("قتلا", "killed past 3 m d"),
    ("قتلتا", "killed past 3 f d"),
    ("قتلوا", "killed past 3 m p"),
    ("قتلن", "killed past 3 - p"),
    ("قتلنا", "killed past 1 - p"),
    ("يقتل", "killed pres 3 m s"),
    ("تقتل", "killed pres 3 f s"),
    ("يقتلان", "killed pres 3 m d"),
    ("تقتلان", "killed pres 3 f d"),
    ("يقتلون", "killed pres 3 m p"),
    ("نقتل", "killed pres 1 - s"),
    ("سيقتل", "killed pres 3 m s +س"),
    ("وسيقتلون", "killed pres 3 m p +س w=و"),
    ("ليقتل", "killed pres 3 m s +ل"),
    ("قتله", "killed past 3 m s ~ه"),
    ("قتلتهم", "killed past 3 f s ~هم"),
    ("قتلوه", "killed past 3 m p ~ه"),
    ("يقتلها", "killed pres 3 m s ~ها"),
    ("لم يقتلوا", "killed pres 3 m p"),
    ("فقتل", "killed past 3 m s w=ف"),
    # doubled and geminate
    ("أكد", "affirmed past 3 m s"),
    ("أكّدت", "affirmed past 3 f s"),
    ("أكدا", "affirmed past 3 m d"),
    ("أكدتا", "affirmed past 3 f d"),
    ("أكدوا", "affirmed past 3 m p"),
    ("يؤكد", "affirmed pres 3 m s"),
    ("تؤكدان", "affirmed pres 3 f d"),
    ("يؤكدون", "affirmed pres 3 m p"),
    ("نؤكد", "affirmed pres 1 - s"),
    ("حث", "urged past 3 m s"),
    ("حثّت", "urged past 3 f s"),
    ("حثا", "urged past 3 m d"),
    ("حثوا", "urged past 3 m p"),
    ("يحث", "urged pres 3 m s"),
    ("تحثان", "urged pres 3 f d"),
    ("حثه", "urged past 3 m s ~ه"),
    ("حثتهما", "urged past 3 f s ~هما"),
    # beginning with a weak letter
    ("وصل", "arrived past 3 m s"),
    ("ووصلت", "arrived past 3 f s w=و"),
    ("يصل", "arrived pres 3 m s"),
    ("تصل", "arrived pres 3 f s"),
    ("سيصلان", "arrived pres 3 m d +س"),
    ("وصلا", "arrived past 3 m d"),
    # hollow
    ("قال", "said past 3 m s"),
    ("قالت", "said past 3 f s"),
    ("قالا", "said past 3 m d"),
    ("قالوا", "said past 3 m p"),
    ("وقالت", "said past 3 f s w=و"),
    ("يقول", "said pres 3 m s"),
    ("تقول", "said pres 3 f s"),
    ("يقولان", "said pres 3 m d"),
    ("يقولون", "said pres 3 m p"),
    ("يقل", "said pres 3 m s"),
    ("زار", "visited past 3 m s"),
    ("زارت", "visited past 3 f s"),
    ("زاروا", "visited past 3 m p"),
    ("زارها", "visited past 3 m s ~ها"),
    ("يزور", "visited pres 3 m s"),
    ("ستزور", "visited pres 3 f s +س"),
    ("يزر", "visited pres 3 m s"),
    ("يزورها", "visited pres 3 m s ~ها"),
    ("أشاد", "praised past 3 m s"),
    ("أشادت", "praised past 3 f s"),
    ("يشيد", "praised pres 3 m s"),
    ("تشد", "praised pres 3 f s"),
    ("أشدنا", "praised past 1 - p"),
    ("استقال", "resigned past 3 m s"),
    ("استقالت", "resigned past 3 f s"),
    ("يستقيل", "resigned pres 3 m s"),
    ("يستقل", "resigned pres 3 m s"),
    ("استقلت", None),
    # defective
    ("التقى", "met past 3 m s"),
    ("التقت", "met past 3 f s"),
    ("التقيا", "met past 3 m d"),
    ("التقتا", "met past 3 f d"),
    ("التقوا", "met past 3 m p"),
    ("يلتقي", "met pres 3 m s"),
    ("تلتقي", "met pres 3 f s"),
    ("يلتقيان", "met pres 3 m d"),
    ("يلتقون", "met pres 3 m p"),
    ("يلتق", "met pres 3 m s"),
    ("سيلتقي", "met pres 3 m s +س"),
    ("وستلتقي", "met pres 3 f s +س w=و"),
    ("التقاه", "met past 3 m s ~ه"),
    ("التقته", "met past 3 f s ~ه"),
    ("يلتقيه", "met pres 3 m s ~ه"),
    ("التقينا", "met past 1 - p"),
    ("دعا", "called past 3 m s"),
    ("دعت", "called past 3 f s"),
    ("دعوا", "called past 3 m p"),
    ("يدعو", "called pres 3 m s"),
    ("تدعو", "called pres 3 f s"),
    ("يدعون", "called pres 3 m p"),
    ("دعاه", "called past 3 m s ~ه"),
    ("دعاهما", "called past 3 m s ~هما"),
    ("دعته", "called past 3 f s ~ه"),
    ("ندعو", "called pres 1 - s"),
    ("دعونا", "called past 1 - p"),
    ("نفى", "denied past 3 m s"),
    ("نفت", "denied past 3 f s"),
    ("نفوا", "denied past 3 m p"),
    ("ينفي", "denied pres 3 m s"),
    ("تنفيان", "denied pres 3 f d"),
    ("نفاه", "denied past 3 m s ~ه"),
    ("استدعى", "summoned past 3 m s"),
    ("استدعت", "summoned past 3 f s"),
    ("يستدعي", "summoned pres 3 m s"),
    ("استدعته", "summoned past 3 f s ~ه"),
    ("غزت", "attacked past 3 f s"),
    ("يغزو", "attacked pres 3 m s"),
    # with hamza
    ("هنأ", "congratulated past 3 m s"),
    ("هنأت", "congratulated past 3 f s"),
    ("هنأه", "congratulated past 3 m s ~ه"),
    ("يهنئ", "congratulated pres 3 m s"),
    ("يهنئه", "congratulated pres 3 m s ~ه"),
    ("هنّأ", "congratulated past 3 m s"),
]
NOUNS = [
    ("لقاء", "met noun - - s"),
    ("اللقاء", "met noun - - s the"),
    ("لقاءً", "met noun - - s"),
    ("لقاءات", "met noun - - p"),
    ("لقائه", "met noun - - s ~ه"),
    ("لقائها", "met noun - - s ~ها"),
    ("لقاؤهما", "met noun - - s ~هما"),
    ("لقاءه", "met noun - - s ~ه"),
    ("بلقاء", "met noun - - s +ب"),
    ("للقاء", "met noun - - s +ل"),
    ("ولقائه", "met noun - - s ~ه w=و"),
    ("زيارة", "visited noun - - s"),
    ("الزيارة", "visited noun - - s the"),
    ("زيارته", "visited noun - - s ~ه"),
    ("زيارتها", "visited noun - - s ~ها"),
    ("زيارتهم", "visited noun - - s ~هم"),
    ("زيارات", "visited noun - - p"),
    ("زيارتان", "visited noun - - d"),
    ("زيارتين", "visited noun - - d"),
    ("بزيارة", "visited noun - - s +ب"),
    ("لزيارته", "visited noun - - s ~ه +ل"),
    ("دعوة", "called noun - - s"),
    ("دعوته", "called noun - - s ~ه"),
    ("دعوات", "called noun - - p"),
    ("للدعوة", "called noun - - s +ل the"),
    ("تأكيد", "affirmed noun - - s"),
    ("تأكيداً", "affirmed noun - - s"),
    ("تأكيدات", "affirmed noun - - p"),
    ("تأكيدهما", "affirmed noun - - s ~هما"),
    ("التأكيدات", "affirmed noun - - p the"),
    ("تهنئته", "congratulated noun - - s ~ه"),
    ("استقالته", "resigned noun - - s ~ه"),
    ("باستقالته", "resigned noun - - s ~ه +ب"),
    ("مقتله", "killed noun - - s ~ه"),
    ("استدعاء", "summoned noun - - s"),
    ("لاستدعائه", "summoned noun - - s ~ه +ل"),
    ("محادثات", "talks noun - - s"),
    ("محادثاته", "talks noun - - s ~ه"),
    ("المحادثات", "talks noun - - s the"),
    ("غارة", "raid noun - - s"),
    ("غارات", "raid noun - - p"),
    ("غارتين", "raid noun - - d"),
    ("كاللقاء", "met noun - - s +ك the"),
]
PARTICIPLES = [
    ("مؤكداً", "affirmed part - m s"),
    ("مؤكدةً", "affirmed part - f s"),
    ("مؤكدين", "affirmed part - m p"),
    ("ومؤكداً", "affirmed part - m s w=و"),
    ("قائلاً", "said part - m s"),
    ("قائلة", "said part - f s"),
    ("داعياً", "called part - m s"),
    ("داعية", "called part - f s"),
    ("داعين", "called part - m p"),
    ("نافياً", "denied part - m s"),
    ("مشيداً", "praised part - m s"),
    ("حاثّاً", "urged part - m s"),
]
OTHERS = [
    # words that only look like forms of these
    (form, None)
    for form in ("الوزير", "قائم", "قالب", "زيت", "كتب", "لقي", "في", "أ", "2024", "met", "يلقي", "تأكل")
]


def describe(a: Analysis) -> str:
    """Write an analysis in the form of the tables."""
    parts = [NAMES[a.lexeme], a.pos, a.person or "-", a.gender or "-", a.number or "-"]
    parts += [f"~{a.pronoun}"] if a.pronoun else []
    parts += [f"+{a.particle}"] if a.particle else []
    parts += [f"w={a.conjunction}"] if a.conjunction else []
    parts += ["the"] if a.definite else []
    return " ".join(parts)


@pytest.mark.parametrize(("form", "reading"), [*VERBS, *NOUNS, *PARTICIPLES, *OTHERS])
def test_form(form: str, reading: str | None) -> None:
    readings = {describe(a) for a in MORPHOLOGY.analyses(fold(form.split()[-1]))}
    if reading is None:
        assert readings == set()
    else:
        assert reading in readings


def test_readings_come_in_one_order_and_once() -> None:
    for form, _ in [*NOUNS, *PARTICIPLES, ("قتلت", "")]:
        found = MORPHOLOGY.analyses(fold(form))
        assert len(set(found)) == len(found)
        again = Morphology(list(WORDS.values())).analyses if form == "قتلت" else MORPHOLOGY.analyses
        assert again(fold(form)) == found


@settings(deadline=None)
@given(st.text())
def test_any_word_can_be_analysed(text: str) -> None:
    for analysis in MORPHOLOGY.analyses(fold(text)):
        assert 0 <= analysis.lexeme < len(WORDS)
        assert analysis.is_verb == (analysis.pos in ("past", "pres"))


@settings(deadline=None)
@given(st.sampled_from([(n, s) for n, w in enumerate(WORDS.values()) for s in stems(n, w)]))
def test_stems_are_folded(numbered: tuple[int, object]) -> None:
    number, stem = numbered
    assert stem.lexeme == number  # type: ignore[attr-defined]
    assert fold(stem.form) == stem.form != ""  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def _dictionary_forms(entry: TriggerEntry) -> list[tuple[str, str]]:
    lexeme = entry.lexeme
    forms = [(lexeme.verb, "past"), (lexeme.imperfect, "pres"), (lexeme.participle + "ا", "part")]
    forms += [(m, "noun") for m in lexeme.masdars]
    return [(form, pos) for form, pos in forms if form not in ("", "ا")]


def test_every_trigger_is_read_back_from_its_own_forms(lexicon: Lexicon) -> None:
    lost = []
    for number, entry in enumerate(lexicon.triggers):
        for form, pos in _dictionary_forms(entry):
            found = {(a.lexeme, a.pos) for a in lexicon.morphology.analyses(fold(form))}
            if (number, pos) not in found:
                lost.append((entry.relation.id, form, pos))
    assert lost == []


def test_every_trigger_is_read_back_from_its_inflected_forms(lexicon: Lexicon) -> None:
    lost = []
    for number, entry in enumerate(lexicon.triggers):
        lexeme = entry.lexeme
        forms = [
            ("و" + lexeme.verb, "past"),
            ("س" + lexeme.imperfect, "pres"),
            ("وت" + lexeme.imperfect[1:], "pres"),
        ]
        forms += [("ال" + m, "noun") for m in lexeme.masdars]
        for form, pos in forms:
            if (lexeme.verb and pos == "past") or (lexeme.imperfect and pos == "pres") or pos == "noun":
                found = {(a.lexeme, a.pos) for a in lexicon.morphology.analyses(fold(form))}
                if (number, pos) not in found:
                    lost.append((entry.relation.id, form, pos))
    assert lost == []


def test_every_cue_verb_is_read_back(lexicon: Lexicon) -> None:
    first = len(lexicon.triggers)
    for number, verb in enumerate(lexicon.cues.verbs, first):
        for form in (verb.lexeme.verb, verb.lexeme.imperfect):
            assert number in {a.lexeme for a in lexicon.morphology.analyses(fold(form))}, form
