"""Words that name relations, told from the same letters used otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.lexicon.cues import VerbCue
from kg.lexicon.morphology import Analysis
from kg.lexicon.relations import TriggerEntry
from kg.relations import grammar
from kg.relations.units import Sentence, Unit
from kg.text.clitics import splits

#: How many units after a verb its complement may stand: "قدم الوزير الفرنسي إلى لبنان مساعدات".
_COMPLEMENT_REACH = 9


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
    """

    unit: int
    analysis: Analysis
    entry: TriggerEntry | None
    cue: VerbCue | None
    complement: int | None = None


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
    """
    found: list[Trigger] = []
    for i, unit in enumerate(sentence.units):
        if unit.analyses:
            readings = list(_readings(sentence, i, lexicon))
            if readings:
                found.append(min(readings, key=lambda t: _rank(sentence, t)))
    return found


def _rank(sentence: Sentence, trigger: Trigger) -> tuple[int, int, int, int]:
    """Prefer completed triggers, then relations over cues, then the part of speech that fits the place."""
    verb = trigger.analysis.is_verb
    fits = verb == _verb_expected(sentence, trigger.unit)
    return (trigger.complement is None, trigger.entry is None, not fits, trigger.analysis.lexeme)


def _readings(sentence: Sentence, i: int, lexicon: Lexicon) -> Iterator[Trigger]:
    unit = sentence.units[i]
    verbs = lexicon.cues.verbs
    for analysis in unit.analyses:
        if not _possible(sentence, i, analysis):
            continue
        if analysis.lexeme >= len(lexicon.triggers):
            yield Trigger(i, analysis, None, verbs[analysis.lexeme - len(lexicon.triggers)])
            continue
        entry = lexicon.triggers[analysis.lexeme]
        if not _requirements_met(sentence, i, analysis, entry, lexicon.cues.press):
            continue
        complement = None
        if entry.complements:
            complement = _complement(sentence, i, entry)
            if complement is None:
                continue
        yield Trigger(i, analysis, entry, None, complement)


def _possible(sentence: Sentence, i: int, analysis: Analysis) -> bool:
    """Rule out readings that the neighbouring words forbid."""
    before = sentence.units[i - 1] if i else None
    unit = sentence.units[i]
    if analysis.is_verb:
        if unit.kind == "preposition" and not analysis.pronoun:
            return False
        # A preposition is followed by a noun; so is a noun that needs completing.
        if before is not None and before.kind == "preposition" and before.norm not in grammar.PREPOSITION_PRONOUNS:
            return before.norm in ("حتي", "فيما", "بعد", "منذ", "حسب") and analysis.pos == "pres"
        return not (analysis.pos == "past" and not analysis.pronoun and _has_noun_reading(unit) and not _verb_expected(sentence, i))
    if analysis.pos == "noun":
        if unit.kind == "preposition":
            return False
        return not (not analysis.particle and not analysis.definite and _verb_expected(sentence, i) and _has_verb_reading(unit))
    return True


def _has_noun_reading(unit: Unit) -> bool:
    return any(a.pos == "noun" for a in unit.analyses)


def _has_verb_reading(unit: Unit) -> bool:
    return any(a.is_verb for a in unit.analyses)


def _verb_expected(sentence: Sentence, i: int) -> bool:
    """Tell whether the place before unit ``i`` is one where clauses begin."""
    if i == 0:
        return True
    before = sentence.units[i - 1]
    if before.kind in ("comma", "colon", "quote", "relative", "punct", "complementizer", "ref", "date"):
        return True
    if before.norm in grammar.NEGATIONS or before.norm in grammar.CLAUSE_STARTS or before.norm in ("قد", "وقد", "لقد", "كان", "وكان", "وكانت", "ما"):
        return True
    conjunctions = {a.conjunction for a in sentence.units[i].analyses}
    return conjunctions == {"و"} or conjunctions == {"ف"}


def _requirements_met(
    sentence: Sentence, i: int, analysis: Analysis, entry: TriggerEntry, press: frozenset[str]
) -> bool:
    if analysis.is_verb and analysis.pronoun and "object" not in entry.targets:
        return False
    if entry.relation.group == "meet" and analysis.pos == "noun" and _with_press(sentence, i, press):
        return False
    if "participle" in entry.requires and analysis.pos != "part":
        return False
    if "light" in entry.requires:
        return False
    if "clause" in entry.requires and analysis.pos != "part" and not _clause_follows(sentence, i):
        return False
    return not (entry.preposition and analysis.pos != "noun" and not _preposition_follows(sentence, i, entry.preposition))


def _with_press(sentence: Sentence, i: int, press: frozenset[str]) -> bool:
    """Tell whether an adjective makes a meeting one with the press: لقاء صحفي."""
    return any(u.norm in press for u in sentence.units[i + 1 : i + 3])


def _clause_follows(sentence: Sentence, i: int) -> bool:
    """Tell whether أنّ, a colon or a quotation follows before the next verb."""
    for unit in sentence.units[i + 1 : i + 14]:
        if unit.kind in ("complementizer", "colon", "quote"):
            return True
        if any(a.is_verb for a in unit.analyses):
            return False
    return False


def _preposition_follows(sentence: Sentence, i: int, preposition: str) -> bool:
    for unit in sentence.units[i + 1 : i + 8]:
        if unit.kind == "preposition" and (unit.norm == preposition or unit.norm.startswith(preposition)):
            return True
        if unit.preposition == preposition or (len(preposition) == 1 and unit.kind == "word" and unit.norm.startswith(preposition)):
            return True
        if unit.kind == "complementizer" and preposition in ("علي", "عن"):
            return True
    return False


def _complement(sentence: Sentence, i: int, entry: TriggerEntry) -> int | None:
    """Find the noun that completes a trigger."""
    for j in range(i + 1, min(i + 1 + _COMPLEMENT_REACH, len(sentence.units))):
        unit = sentence.units[j]
        if unit.kind in ("complementizer", "colon"):
            return None
        if unit.kind in ("word", "preposition") and is_noun(unit.norm, entry.complements):
            return j
    return None


@lru_cache(maxsize=100_000)
def is_noun(norm: str, nouns: frozenset[str]) -> bool:
    """Tell whether a folded word is one of the nouns, with article, particle, ending or pronoun allowed.

    Examples
    --------
    >>> is_noun("وبعقوباتها", frozenset({"عقوبات"}))
    True
    """
    for _, noun in splits(norm):
        bare = noun.removeprefix("ال")
        for ending in ("", "ا", "ه", "ها", "هم", "هما", "نا", "ين", "تين", "ات"):
            stem = bare.removesuffix(ending) if ending else bare
            if stem in nouns or (stem + "ه" in nouns and ending and stem.endswith("ت") is False and ending == "ات"):
                return True
            if ending and stem.endswith("ت") and stem[:-1] + "ه" in nouns:
                return True
    return False
