"""Inflection of Arabic verbs, verbal nouns and participles: stems and endings, as rows of a morphology.

A word is prefix + stem + suffix, each with a category, and tables say which categories combine: the
three-part scheme of the ALMOR databases (Habash, "Arabic Morphological Representations for Machine
Translation", 2007) that camel-tools reads. Everything is written folded (:func:`kg.text.fold`), without
diacritics, as news prints it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.text.clitics import PRONOUNS
from kg.text.normalise import fold


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word as a dictionary lists it.

    Parameters
    ----------
    verb, imperfect : str
        Past and present, third person masculine singular; empty for nouns without a verb.
    masdars : tuple of str
        Verbal nouns.
    participle : str
        Active participle, where it is used to go on telling (مؤكداً).

    Examples
    --------
    >>> Lexeme("زار", "يزور", ("زيارة",)).masdars
    ('زيارة',)
    """

    verb: str = ""
    imperfect: str = ""
    masdars: tuple[str, ...] = ()
    participle: str = ""


@dataclass(frozen=True, slots=True)
class Affix:
    """A prefix or suffix: its letters, category and features.

    Parameters
    ----------
    form : str
    category : str
        Which stems and affixes it goes with.
    features : dict of str to str

    Examples
    --------
    >>> next(prefixes())
    Affix(form='', category='P-past', features={'conj': ''})
    """

    form: str
    category: str
    features: dict[str, str]


@dataclass(frozen=True, slots=True)
class Stem:
    """A stem of the lexeme numbered ``lexeme``.

    Parameters
    ----------
    form : str
    category : str
        Which affixes it goes with.
    lexeme : int
    features : dict of str to str

    Examples
    --------
    >>> next(iter(stems(0, Lexeme("زار", "يزور", ("زيارة",)))))
    Stem(form='زار', category='past', lexeme=0, features={'pos': 'past'})
    """

    form: str
    category: str
    lexeme: int
    features: dict[str, str]


_CONJUNCTIONS = ("", "و", "ف")
# News tells of third persons; "my", "your" would make nouns of adjectives (ثنائي).
_ATTACHED = tuple(p for p, who in PRONOUNS.items() if who[0] == "3" or p == "نا")
_PERSONS = {"ي": ("3", "m"), "ت": ("3", "f"), "ن": ("1", "p")}
_VOCALIC = {"": ("m", "s"), "ت": ("f", "s"), "ا": ("m", "d"), "تا": ("f", "d"), "وا": ("m", "p")}


def prefixes() -> Iterator[Affix]:
    """Conjunctions, prepositions, article, future particle and the person prefixes of the present.

    Yields
    ------
    Affix

    Examples
    --------
    >>> {affix.form for affix in prefixes()} >= {"", "و", "وسي", "بال", "لل"}
    True
    """
    for conjunction in _CONJUNCTIONS:
        yield Affix(conjunction, "P-past", {"conj": conjunction})
        yield Affix(conjunction, "P-part", {"conj": conjunction})
        for particle in ("", "س", "ل"):
            for letter, (person, value) in _PERSONS.items():
                features = {"conj": conjunction, "prep": particle, "per": person}
                if person == "3":
                    features["gen"] = value
                # تـ with a plural ending is the second person, which news does not use.
                category = {"ي": "P-pres", "ت": "P-pres-f"}.get(letter, "P-pres1")
                yield Affix(conjunction + particle + letter, category, features)
        for preposition in ("", "ب", "ل", "ك"):
            features = {"conj": conjunction, "prep": preposition}
            yield Affix(conjunction + preposition, "P-noun", features)
            article = "ل" if preposition == "ل" else "ال"
            yield Affix(conjunction + preposition + article, "P-def", features | {"def": "y"})


def _with_pronouns(form: str, joined: str | None = None) -> Iterator[tuple[str, dict[str, str]]]:
    """Give an ending bare and with each object or possessive pronoun."""
    yield form, {}
    for pronoun in _ATTACHED:
        yield (form if joined is None else joined) + pronoun, {"enc": pronoun}


def suffixes() -> Iterator[Affix]:
    """Give the endings for person, gender and number, and the attached pronouns.

    Yields
    ------
    Affix

    Examples
    --------
    >>> {affix.form for affix in suffixes()} >= {"", "ت", "وا", "هما"}
    True
    """
    for ending, (gender, number) in _VOCALIC.items():
        base = {"per": "3", "gen": gender, "num": number}
        for form, extra in _with_pronouns(ending, "و" if ending == "وا" else None):
            features = base | extra
            if not ending:
                yield Affix(form, "S-past-pron" if extra else "S-past-bare", features)
            elif ending == "ا":
                yield Affix(form, "S-past-dual", features)
            else:
                yield Affix(form, "S-past-short", features)
    # Not تُ of the first person: undiacritised it is the feminine ـت, which news uses all the time.
    for ending, number in (("ن", "p"), ("نا", "p")):
        person = "3" if ending == "ن" else "1"
        for form, extra in _with_pronouns(ending):
            yield Affix(form, "S-past-cons", {"per": person, "num": number} | extra)
    for form, extra in _with_pronouns(""):
        yield Affix(form, "S-pres-pron" if extra else "S-pres-bare", {"num": "s"} | extra)
    for ending, joined, number in (("ان", None, "d"), ("ا", None, "d"), ("ون", None, "p"), ("وا", "و", "p")):
        for form, extra in _with_pronouns(ending, joined):
            yield Affix(form, "S-pres-dual" if number == "d" else "S-pres-plural", {"num": number} | extra)
    yield Affix("ن", "S-pres-fem", {"gen": "f", "num": "p"})
    for form, extra in _with_pronouns(""):
        yield Affix(form, "S-noun-pron" if extra else "S-noun-bare", {"num": "s"} | extra)
    yield Affix("ا", "S-noun-acc", {"num": "s"})
    for form, extra in _with_pronouns("ات"):
        yield Affix(form, "S-noun-plural", {"num": "p"} | extra)
    for ending in ("ان", "ين"):
        yield Affix(ending, "S-noun-dual", {"num": "d"})
    participle = {"ا": ("m", "s"), "ه": ("f", "s"), "ين": ("m", "p"), "ات": ("f", "p")}
    for ending, (gender, number) in participle.items():
        yield Affix(ending, "S-part", {"gen": gender, "num": number})


#: Which suffix categories each stem category takes, and which prefix categories stand before it.
STEM_SUFFIXES: dict[str, tuple[str, ...]] = {
    "past": ("S-past-bare", "S-past-pron", "S-past-short", "S-past-dual"),
    "past-passive": ("S-past-bare", "S-past-short"),
    "past-bare": ("S-past-bare",),
    "past-pron": ("S-past-pron",),
    "past-short": ("S-past-short",),
    "past-cons": ("S-past-cons",),
    "past-dual": ("S-past-dual",),
    "pres": ("S-pres-bare", "S-pres-pron"),
    "pres-whole": ("S-pres-bare",),
    "pres-bare": ("S-pres-bare",),
    "pres-pron": ("S-pres-pron",),
    "pres-plural": ("S-pres-plural",),
    "pres-dual": ("S-pres-dual", "S-pres-fem"),
    "noun": ("S-noun-bare",),
    "noun-acc": ("S-noun-acc",),
    "noun-pron": ("S-noun-pron",),
    "noun-plural": ("S-noun-plural",),
    "noun-dual": ("S-noun-dual",),
    "part": ("S-part",),
}
PREFIX_STEMS: dict[str, tuple[str, ...]] = {
    "P-past": tuple(c for c in STEM_SUFFIXES if c.startswith("past")),
    "P-pres": tuple(c for c in STEM_SUFFIXES if c.startswith("pres")),
    "P-pres-f": ("pres", "pres-whole", "pres-bare", "pres-pron", "pres-dual"),
    "P-pres1": ("pres", "pres-whole", "pres-pron"),
    "P-noun": tuple(c for c in STEM_SUFFIXES if c.startswith("noun")),
    "P-def": ("noun", "noun-plural", "noun-dual"),
    "P-part": ("part",),
}


def stems(number: int, lexeme: Lexeme) -> Iterator[Stem]:
    """All stems of a lexeme.

    Parameters
    ----------
    number : int
        Its number in the morphology.
    lexeme : Lexeme

    Yields
    ------
    Stem

    Examples
    --------
    >>> sorted({s.form for s in stems(0, Lexeme(verb="دعا", imperfect="يدعو"))})
    ['دع', 'دعا', 'دعو']
    """
    forms: list[tuple[str, str, str]] = []
    if lexeme.verb:
        forms += [(form, category, "past") for form, category in _past(lexeme.verb)]
    if lexeme.imperfect:
        forms += [(form, category, "pres") for form, category in _present(lexeme.verb, lexeme.imperfect)]
    if lexeme.participle:
        participle = fold(lexeme.participle)
        forms.append((participle, "part", "part"))
        if participle.endswith("ي"):
            forms.append((participle[:-1], "part", "part"))
    for masdar in lexeme.masdars:
        forms += [(form, category, "noun") for form, category in _masdar(masdar)]
    seen: set[tuple[str, str]] = set()
    for form, category, pos in forms:
        if (form, category) not in seen:
            seen.add((form, category))
            voice = {"vox": "p"} if category == "past-passive" else {}
            yield Stem(form, category, number, {"pos": pos} | voice)


def _is_hollow(verb: str) -> bool:
    return len(verb) >= 3 and verb[-2] == "ا" and verb[-1] not in "اى"


def _past(verb: str) -> Iterator[tuple[str, str]]:
    whole = fold(verb)
    if verb[-1] == "ى" or (verb[-1] == "ا" and len(verb) >= 3):
        base = whole[:-1]
        full = base + ("ي" if verb[-1] == "ى" or len(verb) > 3 else "و")
        yield whole, "past-bare"
        yield base + "ا", "past-pron"
        yield base, "past-short"
        yield full, "past-dual"
        yield full, "past-cons"
        return
    yield whole, "past"
    if _is_hollow(verb):
        yield whole[:-2] + "ي" + whole[-1], "past-passive"
        short = whole[:-2] + whole[-1]
        if len(short) > 2:
            yield short, "past-cons"
    else:
        yield whole, "past-cons"


def _present(verb: str, imperfect: str) -> Iterator[tuple[str, str]]:
    stem = fold(imperfect)[1:]
    if imperfect[-1] in "يوى":
        base = stem[:-1]
        yield stem, "pres-whole"
        yield (base + "ا" if imperfect[-1] == "ى" else stem), "pres-pron"
        yield base, "pres-plural"
        yield stem, "pres-dual"
        if len(base) > 2:
            # The jussive drops the weak letter: لم يلتقِ.
            yield base, "pres-bare"
        return
    yield stem, "pres"
    yield stem, "pres-plural"
    yield stem, "pres-dual"
    if _is_hollow(verb) and stem[-2] in "ويا":
        yield stem[:-2] + stem[-1], "pres-bare"


def _masdar(masdar: str) -> Iterator[tuple[str, str]]:
    whole = fold(masdar)
    yield whole, "noun"
    if masdar.endswith("ة"):
        base = whole[:-1]
        yield base + "ت", "noun-pron"
        yield base + "ت", "noun-dual"
        yield base, "noun-plural"
    elif masdar.endswith("ات"):
        yield whole, "noun-pron"
    elif masdar.endswith("اء"):
        for seat in ("ء", "ي", "و"):
            yield whole[:-1] + seat, "noun-pron"
        yield whole, "noun-acc"
        yield whole, "noun-plural"
    else:
        yield whole, "noun-acc"
        yield whole, "noun-pron"
        yield whole, "noun-plural"
        yield whole, "noun-dual"
