"""Words that name relations, told from the same letters used otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.lexicon.cues import VerbCue
from kg.lexicon.morphology import Analysis
from kg.lexicon.relations import TriggerEntry
from kg.relations import grammar
from kg.relations.arguments import agrees
from kg.relations.nouns import is_noun
from kg.relations.openings import has_verb, topic_goes_on
from kg.relations.participles import describes_noun, goes_on, goes_on_bare
from kg.relations.units import Sentence, Unit

#: How many units after a verb its complement may stand: "قدم الوزير الفرنسي إلى لبنان مساعدات".
_COMPLEMENT_REACH = 10
#: How many units after a verb the preposition it needs may stand: "شدد الوزير، في ختام زيارته، على".
_PREPOSITION_REACH = 16
#: How many units after a verb what it says may begin.
_CLAUSE_REACH = 20
#: How many units after "it was done" a verbal noun still belongs to it: "تم تبادل الآراء وبحث العلاقات".
_IMPERSONAL_REACH = 9


def resumes(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a verb is joined to what came before, so that its subject may be the same: و، ثم، بل.

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
        A verb.

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "زار الوزير العراقي مصر، وأكد أن الوضع صعب."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> triggers = find_triggers(sentence, lexicon)
    >>> [(sentence.token(t.unit).text, resumes(sentence, t)) for t in triggers]
    [('زار', False), ('وأكد', True)]
    """
    if trigger.analysis.conjunction:
        return True
    i = trigger.unit - 1
    while i >= 0 and sentence.units[i].norm in grammar.AUXILIARIES:
        i -= 1
    return i >= 0 and sentence.units[i].norm in grammar.RESUMES


@dataclass(frozen=True, slots=True)
class Trigger:
    """A unit read as the name of a relation, or as a verb that shapes one.

    Parameters
    ----------
    unit : int
        Its place in the sentence.
    analysis : Analysis
    entry : TriggerEntry or None
        None for a cue verb.
    cue : VerbCue or None
    complement : int or None
        Unit of the noun that completes it (فرض ... عقوبات).
    adverbial : bool
        A verbal noun in the accusative that says why (تنديداً بـ).
    """

    unit: int
    analysis: Analysis
    entry: TriggerEntry | None
    cue: VerbCue | None
    complement: int | None = None
    adverbial: bool = False


def find_triggers(sentence: Sentence, lexicon: Lexicon) -> list[Trigger]:
    """Find the triggers of a sentence, at most one relation a word.

    Parameters
    ----------
    sentence : Sentence
    lexicon : Lexicon

    Returns
    -------
    list of Trigger
        In order; a cue verb that is also a trigger is listed as the trigger.

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "زار الوزير العراقي مصر، وأكد أهمية التعاون."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> [(sentence.token(t.unit).text, t.entry.relation.id) for t in find_triggers(sentence, lexicon)]
    [('زار', 'visited'), ('وأكد', 'affirmed'), ('التعاون', 'cooperated-with')]
    """
    finder = _Finder(sentence, lexicon)
    found: list[Trigger] = []
    for i, unit in enumerate(sentence.units):
        if unit.analyses:
            best = min(finder.readings(i), key=finder.rank, default=None) or finder.plain_verb(i)
            if best is not None:
                found.append(best)
    completing = {t.complement for t in found}
    return [t for t in found if t.unit not in completing and not _names_kind(t, completing)]


def _names_kind(trigger: Trigger, completing: Collection[int | None]) -> bool:
    """Tell whether a noun only says which kind of document is signed: "وقع مذكرة *تفاهم*"."""
    entry, analysis = trigger.entry, trigger.analysis
    if entry is None or entry.relation.group != "agree" or analysis.pos != "noun":
        return False
    return trigger.unit - 1 in completing and not (analysis.definite or analysis.pronoun or analysis.particle)


class _Finder:
    """Reads the words of one sentence as triggers."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.units, self.lexicon = sentence.units, lexicon
        self.text, self.tokens = sentence.text, sentence.text.tokens
        self.impersonal = [
            i
            for i, unit in enumerate(self.units)
            if any((cue := self._cue(a)) is not None and cue.impersonal for a in unit.analyses)
        ]

    def _cue(self, analysis: Analysis) -> VerbCue | None:
        number = analysis.lexeme - len(self.lexicon.triggers)
        return self.lexicon.cues.verbs[number] if number >= 0 else None

    def rank(self, trigger: Trigger) -> tuple[int, int, int, int, int]:
        """Prefer completed triggers, then relations to cues, then the part of speech that fits the place."""
        fits = trigger.analysis.is_verb == self._verb_expected(trigger.unit)
        # "دعت اللجنة إلى الحوار، *مطالبة* الحكومة": after a comma the participle, not the noun.
        participle = trigger.analysis.pos == "part" and self._agrees_with_verb(trigger)
        lexeme = trigger.analysis.lexeme
        return (trigger.complement is None, trigger.entry is None, not participle, not fits, lexeme)

    def _agrees_with_verb(self, trigger: Trigger) -> bool:
        """Tell whether a participle after a comma has the gender of the verb it goes on with."""
        if not trigger.unit or self.units[trigger.unit - 1].kind != "comma":
            return False
        verbs = (u for u in self.units[: trigger.unit] if u.only_verb)
        return any(a.gender == trigger.analysis.gender for unit in verbs for a in unit.analyses)

    def readings(self, i: int) -> Iterator[Trigger]:
        """Every way to read unit ``i`` as a trigger."""
        for analysis in self.units[i].analyses:
            if not self._possible(i, analysis):
                continue
            cue = self._cue(analysis)
            if cue is not None:
                yield Trigger(i, analysis, None, cue)
                continue
            entry = self.lexicon.triggers[analysis.lexeme]
            taken_up = self._taken_up(i, analysis, entry)
            if not (self._requirements_met(i, analysis, entry) or taken_up is not None):
                continue
            complement = self._complement(i, entry) if entry.complements and taken_up is None else taken_up
            if complement is not None or not entry.complements:
                yield Trigger(i, analysis, entry, None, complement, self._adverbial(i, analysis))

    def plain_verb(self, i: int) -> Trigger | None:
        """Read unit ``i`` as a verb that names no relation, as what its entry asks for is not there.

        Its subject is still that of the next clause: "رد الوزير على المخاوف، *متعهداً* بالدعم".
        """
        unit = self.units[i]
        if not unit.only_verb:
            return None
        analysis = unit.analyses[0]
        following = self.units[i + 1].ref if i + 1 < len(self.units) else None
        named = (
            following is not None and not following.particles and agrees(analysis, [following], before=True)
        )
        if not (self._begins_clause(i) and (named or _plainly_verb(analysis))):
            return None
        return Trigger(i, analysis, None, None) if self._possible(i, analysis) else None

    def _begins_clause(self, i: int) -> bool:
        """Tell whether unit ``i`` is the first of a clause, or stands behind its subject or a time."""
        j = i - 1
        while j >= 0 and (self.units[j].kind == "ref" or self.units[j].norm in grammar.AUXILIARIES):
            j -= 1
        if j < 0 or self.units[j].kind in ("comma", "complementizer", "colon", "quote", "date", "adverb"):
            return True
        return j == i - 1 and self.units[j].kind == "word" and self.units[j].norm.startswith("ال")

    def _adverbial(self, i: int, analysis: Analysis) -> bool:
        bare = analysis.pos == "noun" and not (analysis.definite or analysis.pronoun or analysis.particle)
        return bare and self.tokens[self.units[i].first].norm.endswith("ا")

    def _possible(self, i: int, analysis: Analysis) -> bool:
        """Rule out readings that the neighbouring words forbid."""
        before = self.units[i - 1] if i else None
        unit = self.units[i]
        if before is not None and before.kind == "punct" and self._alone_in_quotes(unit):
            return False  # a name: عملية «مرحبا»
        if analysis.pos == "noun" and self._asks_him(i):
            return False
        if analysis.pos == "noun":
            if unit.kind == "preposition" or (before is not None and before.norm in grammar.JUSSIVE):
                return False
            bare = not (analysis.particle or analysis.definite or analysis.pronoun)
            return not (bare and any(a.is_verb for a in unit.analyses) and self._verb_expected(i))
        if analysis.pos == "part":
            return True
        if not grammar.TANWIN.isdisjoint(self.tokens[unit.first].text):
            return False  # "رفضاً" is no dual of a verb
        if unit.kind == "preposition" and not analysis.pronoun:
            return False
        if before is not None and self.tokens[before.last - 1].kind == "number" and before.kind == "word":
            return False  # what is counted: "سبعة آلاف *طالب*"
        if before is not None and (_unlike(before, analysis) or before.norm in grammar.JUSSIVE):
            return analysis.pos == "pres" and not _unlike(before, analysis)
        # A preposition is followed by a noun.
        if (
            before is not None
            and before.kind == "preposition"
            and before.norm not in grammar.PREPOSITION_PRONOUNS
        ):
            if before.norm in grammar.WHILE and not any(a.pos == "noun" for a in unit.analyses):
                return True
            return before.norm in grammar.BEFORE_VERBS and analysis.pos == "pres"
        ambiguous = (
            analysis.pos == "past" and not analysis.pronoun and any(a.pos == "noun" for a in unit.analyses)
        )
        return not ambiguous or self._verb_expected(i)

    def _alone_in_quotes(self, unit: Unit) -> bool:
        quote = self.text.quote_at(unit.first)
        return quote is not None and len(quote) == 3

    def _verb_expected(self, i: int) -> bool:
        """Tell whether the place before unit ``i`` is one where clauses begin."""
        if i == 0:
            return True
        before = self.units[i - 1]
        if self._of_a_thing(i) or self._asks_him(i):
            return True
        if before.kind == "punct" and i > 1 and self.units[i - 2].kind == "preposition":
            return False  # على "تواصل مستمر" مع
        named = i - 1 if before.kind == "ref" else i - 2
        quoted = before.kind == "punct" and before.norm not in grammar.CLOSING and named >= 0
        if before.kind == "ref" or (quoted and self.units[named].kind == "ref"):
            return not has_verb(self.units, named)  # also behind the mark that closes a quoted name
        if before.kind == "complementizer" and before.norm not in grammar.COMPLEMENTIZER_PRONOUNS:
            # "بعد أن رفض" tells an act, "أكد أن رفض تركيا" names one.
            return i > 1 and self.units[i - 2].norm.lstrip("و") in grammar.BEFORE_PAST
        if before.kind in ("comma", "colon", "quote", "relative", "punct", "complementizer", "date"):
            return True
        if (
            before.norm in grammar.BOTH
            or before.norm in grammar.AUXILIARIES
            or before.norm in grammar.CLAUSE_STARTS
        ):
            return True
        if any(j < i <= j + _IMPERSONAL_REACH for j in self.impersonal):
            return False
        conjunctions = {a.conjunction for a in self.units[i].analyses}
        return conjunctions in ({"و"}, {"ف"}) and not topic_goes_on(self.units, i)

    def _asks_him(self, i: int) -> bool:
        """Tell whether "and he asked him" goes on with a clause: "استقبل الوزير *وطلب منه* وقف الحرب"."""
        asks = any(a.is_verb and a.conjunction == "و" for a in self.units[i].analyses)
        return asks and i + 1 < len(self.units) and self.units[i + 1].norm in grammar.OF_HIM

    def _of_a_thing(self, i: int) -> bool:
        """Tell whether a verb and its pronoun describe a noun before them: "لقاء *استضافته* الجامعة"."""
        before, following = self.units[i - 1], self.units[i + 1].ref if i + 1 < len(self.units) else None
        if before.kind != "word" or before.only_verb or following is None:
            return False
        verbs = [a for a in self.units[i].analyses if a.is_verb and a.pronoun and not a.conjunction]
        bare = not following.particles and not before.norm.startswith(("ال", "وال"))
        return bare and any(agrees(a, [following], before=True) and a.gender == "f" for a in verbs)

    def _requirements_met(self, i: int, analysis: Analysis, entry: TriggerEntry) -> bool:
        if analysis.is_verb and analysis.pronoun and "object" not in entry.targets:
            return False
        if analysis.pos == "noun" and entry.relation.group == "meet" and self._with_press(i):
            return False
        if entry.unless and any(self._is_one_of(u, entry.unless) for u in self._right_behind(i)):
            return False
        if analysis.pos == "part" and entry.relation.group == "say" and not goes_on(self.units, i):
            return False
        judges = analysis.pos == "part" and entry.relation.group in ("back", "blame")
        if judges and describes_noun(self.units, i):
            return False
        if "participle" in entry.requires and analysis.pos != "part":
            return False
        bare = analysis.pos == "part" and goes_on_bare(self.units, i)
        if "clause" in entry.requires and not (bare or self._clause_follows(i)):
            return False
        return not entry.preposition or self._preposition_follows(i, entry.preposition)

    def _right_behind(self, i: int) -> tuple[Unit, ...]:
        """Return the unit behind a word, and the one behind its subject."""
        following = self.units[i + 1 : i + 3]
        return following if following and following[0].ref is not None else following[:1]

    def _is_one_of(self, unit: Unit, words: frozenset[str]) -> bool:
        """Tell whether a unit is one of some words, or has one attached: عن، بمقتل."""
        return unit.norm in words or unit.preposition in words or unit.norm[:1] in words

    def _with_press(self, i: int) -> bool:
        """Tell whether an adjective makes a meeting one with the press: لقاء صحفي."""
        return any(u.norm in self.lexicon.cues.press for u in self.units[i + 1 : i + 3])

    def _clause_follows(self, i: int) -> bool:
        """Tell whether أنّ, a colon or a quotation follows before the next verb."""
        relative = False  # a clause about the speaker: "ذكر الوزير الذي يزور الرباط أن"
        for unit in self.units[i + 1 : i + _CLAUSE_REACH]:
            if unit.kind in ("complementizer", "colon", "quote") or unit.norm in grammar.SAYING:
                return True
            if unit.kind in ("relative", "comma"):
                relative = unit.kind == "relative"
            elif not relative and any(a.pos != "noun" for a in unit.analyses):
                return False
        return False

    def _preposition_follows(self, i: int, preposition: str) -> bool:
        single = len(preposition) == 1
        relative = False  # a clause about the speaker, behind a comma: "شدد البيان، الذي عبر عن كذا، على"
        for before, unit in enumerate(self.units[i + 1 : i + 1 + _PREPOSITION_REACH], i):
            if unit.kind in ("relative", "comma"):
                relative = unit.kind == "relative" and self.units[before].kind == "comma"
            if relative:
                continue
            behind = self.units[before].kind == "relative"  # "الحرب *التي تشنها* إسرائيل على"
            if unit.only_verb and not (behind and any(a.pronoun for a in unit.analyses)):
                return False
            if unit.kind == "preposition" and unit.norm.startswith(preposition):
                return True
            attached = single and unit.kind in ("word", "ref") and unit.norm.startswith(preposition)
            if attached or (unit.kind == "complementizer" and not single):
                return True
        return False

    def _holds(self, unit: Unit, nouns: frozenset[str]) -> bool:
        """Tell whether a described group is one of the nouns: "آلاف الجنود"."""
        return any(is_noun(t.norm, nouns) for t in self.tokens[unit.first : unit.last])

    def _taken_up(self, i: int, analysis: Analysis, entry: TriggerEntry) -> int | None:
        """Find the noun that completes a verb before its relative clause: "*الصاروخ* الذي أطلقه الحوثيون"."""
        if not (entry.complements and analysis.is_verb and analysis.pronoun and i > 1):
            return None
        if "object" in entry.targets or self.units[i - 1].kind != "relative":
            return None
        for j in range(i - 2, max(i - 2 - _COMPLEMENT_REACH, -1), -1):
            unit = self.units[j]
            if unit.kind != "word" or unit.only_verb:
                return None
            if is_noun(unit.norm, entry.complements):
                return None if unit.analyses else j
        return None

    def _complement(self, i: int, entry: TriggerEntry) -> int | None:
        """Find the noun that completes a trigger."""
        for j in range(i + 1, min(i + 1 + _COMPLEMENT_REACH, len(self.units))):
            unit = self.units[j]
            if unit.kind == "colon" or (unit.kind == "complementizer" and not unit.norm.startswith("ب")):
                return None
            if unit.kind in ("word", "preposition", "adverb") and is_noun(unit.norm, entry.complements):
                return j
            if unit.ref is not None and unit.ref.type == "group" and self._holds(unit, entry.complements):
                return j
        return None


def _plainly_verb(analysis: Analysis) -> bool:
    """Tell whether the form of a word is one that nouns do not have, as "أبرز" has."""
    return analysis.pos == "pres" or analysis.gender == "f" or analysis.number == "p"


def _unlike(before: Unit, analysis: Analysis) -> bool:
    """Tell whether a verb has another number than the pronoun it follows, so is none: "بأنهم *صوت* سياسي"."""
    pronoun = grammar.COMPLEMENTIZER_PRONOUNS.get(before.norm)
    return pronoun in ("هم", "هما") and analysis.number == "s" and analysis.person == "3"
