"""What stands around a trigger: mentions in the places where Arabic clauses put their parties."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from kg.actors.references import Reference
from kg.lexicon.cues import Cues
from kg.lexicon.morphology import Analysis
from kg.relations import grammar
from kg.relations.triggers import Trigger, is_noun
from kg.relations.units import Sentence, Unit

#: How far (in units) from a verb, and from a verbal noun, its parties may stand.
_VERB_REACH = 28
_NOUN_REACH = 18


@dataclass
class Arguments:
    """What stands around a trigger.

    Parameters
    ----------
    subjects : list of Reference
        Bare mention in the subject's place (for a verbal noun: its genitive), with those joined to it.
    objects : list of Reference
        Bare mention in the object's place.
    oblique : dict of str to list of Reference
        Mentions after each preposition.
    nested : dict of str to list of Reference
        Mentions after a preposition that belongs to a noun and not to the trigger (دعم بلاده *للبنان*).
    pronouns : dict of str to str
        Pronouns after each preposition; ``object`` and ``genitive`` for attached ones.
    inside : list of Reference
        Mentions inside what is spoken of (the statement *of the Union*).
    content : int or None
        Unit where reported speech begins.
    end : int
        Unit where the clause ends.
    both : bool
        The subject is "the two sides".
    stranger : bool
        The subject is a noun that names no actor.
    fronted : bool
        The subject stands before the verb.
    voice : bool
        The subject is a text that speaks for its author (وأضاف البيان).
    """

    subjects: list[Reference] = field(default_factory=list)
    objects: list[Reference] = field(default_factory=list)
    oblique: dict[str, list[Reference]] = field(default_factory=dict)
    nested: dict[str, list[Reference]] = field(default_factory=dict)
    pronouns: dict[str, str] = field(default_factory=dict)
    inside: list[Reference] = field(default_factory=list)
    content: int | None = None
    end: int = 0
    both: bool = False
    stranger: bool = False
    fronted: bool = False
    voice: bool = False


def agrees(analysis: Analysis, references: Collection[Reference], *, before: bool) -> bool:
    """Tell whether a verb form can have mentions as its subject.

    A verb before its subject is singular and agrees in gender; after it, also in number.

    Parameters
    ----------
    analysis : Analysis
        Of the verb.
    references : collection of Reference
        One mention, or several joined by "and".
    before : bool
        The verb stands before the subject.
    """
    if any(r.type == "place" for r in references):
        return False
    first = next(iter(references))
    gender = analysis.gender
    alone = len(references) == 1 and first.number in ("", "s")
    if gender and first.gender and gender != first.gender and (alone or before) and first.type != "group":
        return False
    if before or not analysis.number or len(references) > 1:
        return before or analysis.number in ("", "d", "p") or len(references) == 1
    if analysis.number == "d":
        return first.number in ("d", "")
    return analysis.number == "s" or first.number in ("p", "")


def coordinated(sentence: Sentence, i: int) -> tuple[list[Reference], int]:
    """Return the mention at unit ``i``, those joined to it by و, and the unit after them.

    Parameters
    ----------
    sentence : Sentence
    i : int
        A unit of kind ``ref``.

    Returns
    -------
    list of Reference, int
    """
    units = sentence.units
    found = [ref for ref in (units[i].ref,) if ref is not None]
    j = i + 1
    while j < len(units):
        unit = units[j]
        if unit.ref is not None and unit.ref.particles == "و" and not _verb_after(units, j):
            found.append(unit.ref)
            j += 1
        elif unit.kind == "comma" and j + 1 < len(units) and _continues_list(units, j + 1):
            found += [ref for ref in (units[j + 1].ref,) if ref is not None]
            j += 2
        else:
            break
    return found, j


def _verb_after(units: tuple[Unit, ...], j: int) -> bool:
    """Tell whether a verb that begins a new clause follows unit ``j``: "والسعودية تؤكد"."""
    if j + 1 >= len(units):
        return False
    return any(a.is_verb and not a.conjunction and a.number != "d" for a in units[j + 1].analyses)


def _continues_list(units: tuple[Unit, ...], j: int) -> bool:
    """Tell whether the mention at ``j``, after a comma, is one of a list that ends with "and"."""
    reference = units[j].ref
    if reference is None or reference.particles not in ("", "و"):
        return False
    if reference.particles == "و":
        return not _verb_after(units, j)
    for unit in units[j + 1 : j + 6]:
        if unit.ref is not None:
            return unit.ref.particles == "و"
        if unit.kind not in ("comma", "ref"):
            return False
    return False


def verbal(sentence: Sentence, trigger: Trigger, stops: Collection[int], cues: Cues) -> Arguments:
    """Find the parties of a verb or participle.

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
    stops : collection of int
        Units of other verbs, where the clause of this one ends.
    cues : Cues

    Returns
    -------
    Arguments
    """
    found = Arguments()
    if trigger.analysis.pronoun:
        found.pronouns["object"] = trigger.analysis.pronoun
    if trigger.analysis.is_verb:
        _fronted(sentence, trigger, found)
    _Scan(sentence, trigger, stops, found, cues).verb()
    if trigger.analysis.is_verb and not found.subjects and not found.both and not trigger.analysis.conjunction:
        _backward(sentence, trigger, found)
    return found


def _fronted(sentence: Sentence, trigger: Trigger, found: Arguments) -> None:
    """Take a subject right before the verb: "غالانت يلتقي", "أنّ بلينكن أكد", "الوزير الذي زار"."""
    units = sentence.units
    i = _skip_auxiliaries(units, trigger.unit - 1)
    if i < 0 or trigger.analysis.conjunction == "و":
        return
    if trigger.analysis.conjunction == "ف" and not any(u.norm in ("اما", "واما") for u in units[:i]):
        return
    if units[i].kind == "comma" and i and units[i - 1].ref is not None and _opens(units, i - 1):
        i -= 1
    if units[i].kind == "relative":
        _antecedent(sentence, i - 1, trigger, found)
    elif units[i].ref is not None and not _governed(units, i):
        subjects = _list_ending_at(sentence, i)
        if agrees(trigger.analysis, subjects, before=False):
            found.subjects, found.fronted = subjects, True
    elif units[i].norm in grammar.BOTH:
        found.both = found.fronted = True
    elif units[i].norm in grammar.COMPLEMENTIZER_PRONOUNS:
        found.fronted = True


def _opens(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a mention is the topic of its clause: first in it, or after أنّ."""
    return i == 0 or units[i - 1].kind in ("complementizer", "colon", "quote")


def _skip_auxiliaries(units: tuple[Unit, ...], i: int) -> int:
    while i >= 0 and (units[i].kind == "adverb" or units[i].norm in grammar.AUXILIARIES):
        i -= 1
    return i


def _antecedent(sentence: Sentence, i: int, trigger: Trigger, found: Arguments) -> None:
    """Take the mention that a relative clause belongs to."""
    found.fronted = True
    for unit in reversed(sentence.units[max(0, i - 4) : i + 1]):
        if unit.ref is not None:
            if agrees(trigger.analysis, [unit.ref], before=False):
                found.subjects = [unit.ref]
            return
        if unit.kind not in ("comma", "word", "date", "adverb"):
            return
        if unit.kind == "word" and unit.analyses:
            return


def _governed(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a preposition stands before the mention at ``i``, or is attached to it."""
    reference = units[i].ref
    if reference is not None and grammar.preposition(reference.particles):
        return True
    before = units[i - 1] if i else None
    if before is None or before.kind != "preposition":
        return False
    return before.norm not in grammar.PREPOSITION_PRONOUNS


def _backward(sentence: Sentence, trigger: Trigger, found: Arguments) -> None:
    """Find a subject further before its verb: "والوزير، في ختام زيارته، أكد"."""
    units = sentence.units
    i = _skip_auxiliaries(units, trigger.unit - 1)
    for _ in range(9):
        if i < 0:
            return
        unit = units[i]
        if unit.ref is not None and not _governed(units, i):
            if not (i and units[i - 1].kind == "word" and units[i - 1].analyses):
                subjects = _list_ending_at(sentence, i)
                if agrees(trigger.analysis, subjects, before=False):
                    found.subjects, found.fronted, found.stranger = subjects, True, False
                return
        elif unit.kind in ("complementizer", "colon", "quote", "relative"):
            return
        elif unit.kind != "preposition" and any(a.is_verb for a in unit.analyses):
            return
        i -= 1


def _list_ending_at(sentence: Sentence, i: int) -> list[Reference]:
    """Return the mention at ``i`` and those before it that it is joined to."""
    units = sentence.units
    start = i
    while start > 0:
        reference, before = units[start].ref, units[start - 1]
        if reference is not None and reference.particles == "و" and before.ref is not None:
            start -= 1
        else:
            break
    return [u.ref for u in units[start : i + 1] if u.ref is not None]


def nominal(sentence: Sentence, trigger: Trigger, stops: Collection[int], cues: Cues) -> Arguments:
    """Find the parties of a verbal noun: genitive, pronoun, and what its prepositions mark.

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
    stops : collection of int
        Units of verbs, where the phrase ends.
    cues : Cues

    Returns
    -------
    Arguments
    """
    found = Arguments()
    if trigger.analysis.pronoun:
        found.pronouns["genitive"] = trigger.analysis.pronoun
    _Scan(sentence, trigger, stops, found, cues).noun()
    return found


class _Scan:
    """Walks forward from a trigger and sorts what it meets into its arguments."""

    def __init__(
        self,
        sentence: Sentence,
        trigger: Trigger,
        stops: Collection[int],
        found: Arguments,
        cues: Cues,
    ) -> None:
        self.sentence, self.units = sentence, sentence.units
        self.trigger, self.stops, self.found = trigger, stops, found
        self.cues = cues
        self.head = ""  # first of the unknown nouns just before
        self.slot: list[Reference] = found.subjects  # where the last mention was put
        self.pending = ""  # preposition waiting for its noun
        self.among = False  # after "among them": the mention belongs with the one before
        self.after_noun = False  # an unknown noun just before: a bare mention is its genitive
        self.i = trigger.unit + 1

    def verb(self) -> None:
        """Scan the clause of a verb or participle."""
        relative = False
        limit = min(len(self.units), self.trigger.unit + _VERB_REACH)
        subject_open = self.trigger.analysis.is_verb and not self.found.fronted
        while self.i < limit:
            unit = self.units[self.i]
            if unit.kind in ("complementizer", "colon") or (unit.kind == "quote" and not self.after_noun):
                self.found.content = self.i
                if unit.kind != "quote" or not self._object_wanted():
                    break
                subject_open = False
            if self.i in self.stops and not relative:
                break
            if unit.kind == "relative":
                relative = True
            elif unit.kind == "comma":
                relative, self.after_noun, self.pending = False, False, ""
                if self.found.subjects and not self.found.fronted and _clause_begins(self.units, self.i + 1):
                    break
            elif unit.ref is not None:
                if not self._verb_mention(unit, relative=relative, subject_open=subject_open):
                    break
                continue
            elif unit.kind in ("date", "adverb"):
                self.pending, self.after_noun = "", False
            elif unit.kind == "preposition":
                self._preposition(unit)
            elif unit.kind == "word":
                self._verb_word(unit, subject_open=subject_open)
            self.i += 1
        self.found.end = self.i

    def _object_wanted(self) -> bool:
        """Tell whether the one acted on may stand inside the quotation: طالب «الحكومة المغربية» بـ."""
        entry, found = self.trigger.entry, self.found
        return entry is not None and "object" in entry.targets and not (found.objects or found.pronouns)

    def _verb_mention(self, unit: Unit, *, relative: bool, subject_open: bool) -> bool:
        """Sort a mention after a verb; False where it begins a new clause."""
        assert unit.ref is not None
        found = self.found
        mentions, after = coordinated(self.sentence, self.i)
        attached = grammar.preposition(unit.ref.particles)
        if not relative:
            if attached or self.pending:
                if self.after_noun and not attached:
                    found.inside.extend(mentions)
                    self.i = after
                    return True
                own = not self.after_noun or is_noun(self.head, self.cues.speeches)
                marked = found.oblique if own else found.nested
                self.slot = marked.setdefault(attached or self.pending, [])
                self.slot.extend(mentions)
                self.pending = ""
            elif self.among:
                self.slot.extend(mentions)
            elif self.after_noun:
                # Its noun goes on: "دعم باريس للبنان".
                found.inside.extend(mentions)
                self.i = after
                return True
            elif unit.ref.particles in ("و", "ف") and self.i > self.trigger.unit + 1:
                return False
            elif subject_open and not found.subjects and agrees(self.trigger.analysis, mentions, before=True):
                found.subjects = self.slot = mentions
            else:
                found.objects.extend(mentions)
                self.slot = found.objects
        self.after_noun = self.among = False
        self.i = after
        return True

    def _verb_word(self, unit: Unit, *, subject_open: bool) -> None:
        if unit.norm in grammar.BOTH and not self.found.subjects and not self.pending:
            self.found.both = True
            return
        if unit.norm in grammar.EACH_OF:
            self.pending = grammar.preposition(unit.norm[:-2]) or self.pending
            return
        if subject_open and self.i == self.trigger.unit + 1 and is_noun(unit.norm, self.cues.voices):
            self._voice()
            return
        if subject_open and not self.pending and not self.found.subjects and not unit.preposition:
            self.found.stranger = True
        self.pending = self.pending or unit.preposition
        if not self.after_noun:
            self.head = unit.norm
        self.after_noun = True

    def _voice(self) -> None:
        """Take a text as speaker: its author, if named right after it, is the subject."""
        self.found.voice = True
        if self.i + 1 < len(self.units):
            author = self.units[self.i + 1].ref
            definite = self.units[self.i].norm.removeprefix("و").startswith("ال")
            if author is not None and not author.particles and not definite:
                self.found.subjects = [author]
                self.i += 1

    def _preposition(self, unit: Unit) -> None:
        pronoun = grammar.PREPOSITION_PRONOUNS.get(unit.norm)
        if unit.norm in grammar.AMONG_THEM:
            self.pending, self.among, self.after_noun = "", True, False
        elif pronoun:
            self.found.pronouns.setdefault(*pronoun)
        else:
            norm = unit.norm
            self.pending = norm if norm in grammar.PREPOSITIONS else norm.removeprefix("و")
            self.after_noun = False

    def noun(self) -> None:
        """Scan the phrase of a verbal noun, and the light verb that may carry it on (لقاء جمع، زيارة يقوم بها)."""
        found, trigger = self.found, self.trigger
        if trigger.complement is not None:
            # "توصل إيران إلى اتفاق", "تحميل الحركة مسؤولية", "إطلاق سراح الأسرى"
            if self.i < len(self.units) and self.units[self.i].ref is not None:
                found.subjects, _ = coordinated(self.sentence, self.i)
            self.i = trigger.complement + 1
        place_of_genitive = self.i
        carried = False
        gap = 0
        while self.i < min(len(self.units), trigger.unit + _NOUN_REACH):
            unit = self.units[self.i]
            if unit.kind == "relative" or (self.i in self.stops and _carries(unit)):
                if gap > 3 or found.oblique or (carried and unit.kind == "relative"):
                    break
                carried = True
            elif unit.kind in ("complementizer", "colon", "quote", "comma") or self.i in self.stops:
                break
            elif unit.ref is not None:
                mentions, after = coordinated(self.sentence, self.i)
                attached = grammar.preposition(unit.ref.particles)
                if attached or self.pending:
                    found.oblique.setdefault(attached or self.pending, []).extend(mentions)
                elif unit.ref.particles:
                    break
                elif self.i == place_of_genitive and self._takes_genitive():
                    found.subjects = mentions
                elif carried and not found.subjects:
                    found.subjects = mentions
                elif not trigger.analysis.definite:
                    found.objects.extend(mentions)
                else:
                    break
                self.pending, gap = "", 0
                self.i = after
                continue
            elif unit.kind == "preposition":
                self._preposition(unit)
            elif unit.kind in ("date", "adverb"):
                self.pending = ""
            elif unit.kind == "word":
                if unit.norm in grammar.EACH_OF:
                    self.pending = grammar.preposition(unit.norm[:-2]) or self.pending
                elif unit.norm in grammar.BOTH and self.i <= trigger.unit + 1 or unit.norm in grammar.BOTH and self.pending == "بين":
                    found.both = True
                else:
                    gap += 1
                    if gap > 4:
                        break
                    if not self._apposed(unit):
                        self.pending = ""
            self.i += 1
        found.end = self.i


    def _takes_genitive(self) -> bool:
        analysis = self.trigger.analysis
        return not (analysis.definite or analysis.pronoun or self.found.subjects)

    def _apposed(self, unit: Unit) -> bool:
        """Tell whether a noun only qualifies the mention that follows it: "مع الحليفة تركيا"."""
        following = self.units[self.i + 1] if self.i + 1 < len(self.units) else None
        return unit.norm.startswith("ال") and following is not None and following.ref is not None


def _carries(unit: Unit) -> bool:
    """Tell whether a verb right after a noun goes on telling of it: "لقاء جمع", "اتصال أجراه"."""
    return any(a.is_verb and not a.conjunction for a in unit.analyses)


def _clause_begins(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a verb or a clause word stands at unit ``i``."""
    if i >= len(units):
        return False
    return units[i].norm in grammar.CLAUSE_STARTS or any(a.is_verb for a in units[i].analyses)
