"""A sentence as a row of units: actor mentions, words that may name relations, function words, dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import takewhile
from typing import Literal, NamedTuple

from kg.actors.references import Reference
from kg.lexicon import Lexicon
from kg.lexicon.morphology import Analysis
from kg.relations import grammar
from kg.text import Span, Text, Token, fold_phrase, splits

#: Prepositions, as they are written, that a noun follows and no verb: "قضت على *نصف* القادة".
_NEVER_BEFORE_VERBS = frozenset(c + w for c in ("", "و") for w in ("في", "إلى", "عن", "على"))
#: The preposition "between", undiacritised like the verb "to explain".
_BETWEEN = frozenset({"بين", "وبين"})

UnitKind = Literal[
    "ref",
    "word",
    "preposition",
    "complementizer",
    "relative",
    "adverb",
    "date",
    "comma",
    "colon",
    "quote",
    "punct",
]


class Unit(NamedTuple):
    """A stretch of tokens read as one thing.

    Parameters
    ----------
    kind : str
    first, last : int
        Tokens, ``last`` exclusive.
    norm : str
        Folded first token.
    ref : Reference or None
        The mention, for kind ``ref``.
    analyses : tuple of Analysis
        Readings as words of the lexicon.
    """

    kind: UnitKind
    first: int
    last: int
    norm: str
    ref: Reference | None = None
    analyses: tuple[Analysis, ...] = ()

    @property
    def preposition(self) -> str:
        """Preposition attached to a mention or word."""
        if self.ref is not None:
            return grammar.preposition(self.ref.particles)
        return self.analyses[0].particle if self.analyses and self.analyses[0].particle != "س" else ""

    @property
    def only_verb(self) -> bool:
        """Whether a word can be read as nothing but a verb."""
        return self.kind == "word" and bool(self.analyses) and all(a.is_verb for a in self.analyses)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, read into units.

    Parameters
    ----------
    text : Text
    span : Span
        Its tokens.
    units : tuple of Unit
    is_title : bool
    governments : mapping of str to str
        States that the capitals named in the text can stand for.
    capitals : mapping of int to str
        Cities whose names stand for governments, by the offset of the mention.
    """

    text: Text
    span: Span
    units: tuple[Unit, ...]
    is_title: bool
    governments: Mapping[str, str] = field(default_factory=dict)
    capitals: Mapping[int, str] = field(default_factory=dict)

    def as_place(self, references: Sequence[Reference]) -> list[Reference]:
        """Read governments named by their capital as that city: "زار بيروت"."""
        return [
            replace(r, actor=self.capitals[r.start], type="place") if r.start in self.capitals else r
            for r in references
        ]

    def as_actor(self, references: Sequence[Reference]) -> list[Reference]:
        """Read capitals as the governments that sit there: "أعلنت الدوحة"."""
        return [
            replace(r, actor=self.governments[r.actor], type="state", gender="f")
            if r.actor in self.governments
            else r
            for r in references
        ]

    def unit_of(self, reference: Reference) -> int | None:
        """Return the unit that a mention begins; None for one that stands inside another or elsewhere."""
        return next((i for i, u in enumerate(self.units) if u.first == reference.first), None)

    def token(self, unit: int) -> Token:
        """First token of a unit."""
        return self.text.tokens[self.units[unit].first]


def read_sentences(
    text: Text, references: Sequence[Reference], dates: Sequence[Span], lexicon: Lexicon
) -> list[Sentence]:
    """Read every sentence of a text into units.

    Parameters
    ----------
    text : Text
    references : sequence of Reference
        Those that lie inside a longer one are left out.
    dates : sequence of Span
        Date expressions, as tokens.
    lexicon : Lexicon

    Returns
    -------
    list of Sentence

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "زار وزير الخارجية المصري بغداد أمس."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> [(u.kind, u.first, u.last) for u in sentence.units]
    [('word', 0, 1), ('ref', 1, 4), ('ref', 4, 5), ('adverb', 5, 6), ('punct', 6, 7)]
    """
    starts: dict[int, Reference] = {}
    for reference in references:
        if not reference.inner:
            starts.setdefault(reference.first, _with_safe_gender(text, reference, lexicon))
    date_starts = {d.first: d.last for d in dates}
    entries = lexicon.actors.entries
    capitals = {r.actor for r in references if r.type == "place" and r.actor in entries}
    governments = {a: entries[a].capital_of for a in sorted(capitals) if entries[a].capital_of}
    cities = _cities(references, text, lexicon)
    return [
        Sentence(
            text,
            span,
            tuple(_units(text, span, starts, date_starts, lexicon)),
            span.first < text.title_last,
            governments,
            cities,
        )
        for span in text.sentences
    ]


def _cities(references: Sequence[Reference], text: Text, lexicon: Lexicon) -> dict[int, str]:
    """Find which mentions of states are names of capitals."""
    found = {}
    for reference in references:
        if reference.type == "state" and reference.kind == "metonym":
            name = fold_phrase(text.document.text[reference.start : reference.end])
            city = lexicon.capital_names.get(name)
            if city is not None:
                found[reference.start] = city
    return found


def _with_safe_gender(text: Text, reference: Reference, lexicon: Lexicon) -> Reference:
    """Keep the gender of a mention only where its first word shows it.

    البيت الأبيض is a body and masculine, لبنان a state and masculine, بيربوك a name and a woman's.
    """
    words = (t for t in text.tokens[reference.first : reference.last] if t.kind == "word")
    word = next(words, None)
    first = splits(word.norm)[-1 if reference.particles else 0][1] if word is not None else ""
    person = reference.type == "person"
    honoured = person and (first in lexicon.cues.honorifics or first in grammar.EPICENE)
    # Folding writes ة and the pronoun ه alike: وزيرة is a woman, نظيره a man, نظيرته a woman.
    pronoun = word is not None and first.endswith("ه") and not word.text.endswith("ة")
    feminine = first.endswith(("ات", "ته") if pronoun else ("ه", "ات"))
    feminine = feminine or (first.endswith("اء") and not person)  # اللواء is a man
    gender = reference.gender
    if reference.type in ("organization", "group") and first.removeprefix("ال") in lexicon.cues.plurals:
        gender = "f"
    elif honoured or (person and reference.kind == "name"):
        gender = ""  # فخامة and سعادة are feminine whoever bears them
    elif person and feminine and reference.kind in ("title", "titled-name"):
        gender = "f"
    elif gender == "f" and reference.type == "state" and first in lexicon.cues.masculine:
        gender = "m"
    elif gender == "f" and reference.type == "organization" and not feminine:
        gender = ""
    return reference if gender == reference.gender else replace(reference, gender=gender)


def title_genders(sentences: Sequence[Sentence]) -> dict[str, str]:
    """Gender of the persons whose titles show it: "وزيرة الخارجية", "السفير".

    Parameters
    ----------
    sentences : sequence of Sentence

    Returns
    -------
    dict of str to str
        Actor to "m" or "f"; one with titles of both kinds is a woman in an office named in the masculine.

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "التقى السفير المصري سامي عادل وزيرة الصحة منى فؤاد."))
    >>> references = find_actors(text, lexicon).references
    >>> list(title_genders(read_sentences(text, references, [], lexicon)).values())
    ['m', 'f']
    """
    found: dict[str, str] = {}
    for sentence in sentences:
        for unit in sentence.units:
            ref = unit.ref
            if ref is not None and ref.type == "person" and ref.gender and found.get(ref.actor) != "f":
                found[ref.actor] = ref.gender
    return found


def is_accusative(sentence: Sentence, reference: Reference) -> bool:
    """Tell whether the ending of a described group shows that it is no subject: "المواطنين", "وفداً".

    Parameters
    ----------
    sentence : Sentence
    reference : Reference

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "استقبل مسؤولون مصريون وفداً من حماس."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> [(text.slice(r.first, r.last), is_accusative(sentence, r)) for r in references]
    [('مسؤولون مصريون', False), ('وفداً من حماس', True), ('حماس', False)]
    """
    if reference.type != "group":
        return False
    token = sentence.text.tokens[reference.first]
    if token.text.startswith("ال"):  # and not "آلاف العراقيين"
        # An adjective shows the case of a broken plural: "الأطباء *المتخصصين*".
        following = sentence.text.tokens[reference.first + 1 : reference.last]
        agreeing = takewhile(lambda t: t.norm.startswith("ال"), following)
        return any(t.norm.endswith("ين") for t in (token, *agreeing))
    return token.norm.endswith("ين") or token.text.endswith(("اً", "ًا", "ا"))


def _units(
    text: Text, span: Span, starts: dict[int, Reference], dates: dict[int, int], lexicon: Lexicon
) -> list[Unit]:
    units: list[Unit] = []
    i = span.first
    while i < span.last:
        token = text.tokens[i]
        reference = starts.get(i)
        if reference is not None:
            last = min(reference.last, span.last)
            units.append(Unit("ref", i, last, token.norm, reference))
        elif i in dates:
            last = min(dates[i], span.last)
            units.append(Unit("date", i, last, token.norm))
        else:
            last = i + 1
            units.append(_plain(text, i, token, lexicon))
        i = max(last, i + 1)
    return units


def _plain(text: Text, i: int, token: Token, lexicon: Lexicon) -> Unit:
    norm = token.norm
    if token.kind == "punct":
        kind: UnitKind = "punct"
        if token.text in grammar.COMMAS:
            kind = "comma"
        elif token.text in grammar.COLONS:
            kind = "colon"
        elif (quote := text.quote_at(i)) is not None and quote.first == i and len(quote) > 5:
            kind = "quote"
        return Unit(kind, i, i + 1, norm)
    following = text.tokens[i + 1].norm if i + 1 < len(text.tokens) else ""
    if token.kind != "word" or norm in lexicon.cues.homographs or (norm, following) in grammar.LESS_THAN:
        return Unit("word", i, i + 1, norm)
    particle = _particle(norm)
    if norm == "ما" and following == "بين":
        return Unit("adverb", i, i + 1, norm)  # "اجتماع *ما* بين أ وب"
    if particle is None or (norm in _BETWEEN and _explains(text, i)):
        analyses = _analyses(token, lexicon)
        if i and text.tokens[i - 1].text in _NEVER_BEFORE_VERBS:
            analyses = tuple(a for a in analyses if not a.is_verb)
        return Unit("word", i, i + 1, norm, None, analyses)
    if particle == "preposition":
        return Unit(particle, i, i + 1, norm, None, lexicon.morphology.analyses(norm))
    return Unit(particle, i, i + 1, norm)


@lru_cache(maxsize=100_000)
def _particle(norm: str) -> UnitKind | None:
    """Kind of a word that is no noun and no verb."""
    if norm in grammar.COMPLEMENTIZERS:
        return "complementizer"
    if norm in grammar.RELATIVES:
        return "relative"
    if norm in grammar.PREPOSITIONS or norm.lstrip("و") in grammar.PREPOSITIONS:
        return "preposition"
    if norm in grammar.PREPOSITION_PRONOUNS:
        return "preposition"
    return "adverb" if norm in grammar.ADVERBS else None


def _explains(text: Text, i: int) -> bool:
    """Tell whether بين is the verb "he explained": written with a shadda, or followed by أنّ."""
    following = text.tokens[i + 1].norm if i + 1 < len(text.tokens) else ""
    return "\u0651" in text.tokens[i].text or following in grammar.COMPLEMENTIZERS


def _analyses(token: Token, lexicon: Lexicon) -> tuple[Analysis, ...]:
    """Analyse a word; one written with ta marbuta ends in no pronoun, though folding writes both ه."""
    found = lexicon.morphology.analyses(token.norm)
    if token.text.endswith("ة"):
        return tuple(a for a in found if not a.pronoun)
    return found
