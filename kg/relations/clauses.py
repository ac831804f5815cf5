"""The parties of verbs and verbal nouns: what stands before the trigger, and what follows it."""

from __future__ import annotations

from collections.abc import Collection

from kg.actors.references import Reference
from kg.lexicon.cues import Cues
from kg.relations import grammar
from kg.relations.arguments import Arguments, agrees, without_agreement
from kg.relations.noun_scan import NounScan
from kg.relations.nouns import is_noun
from kg.relations.relatives import antecedent
from kg.relations.scan import Scan
from kg.relations.strangers import role_before, stranger_before, stranger_behind
from kg.relations.triggers import Trigger, resumes
from kg.relations.units import Sentence, Unit

#: In a text just named, whose author says it.
_IN_IT = frozenset({"فيه", "فيها", "فيهما", "خلالها", "خلاله", "به", "بها"})
#: Verbs whose predicate is accusative.
_BEING = frozenset(
    "كان كانت كانوا يكون تكون ليس ليست مازال ازال يزال تزال زال زالت بات باتت اصبح اصبحت ظل ظلت".split()
)
#: How many units a clause between two commas may take.
_INSERTION_REACH = 14
#: How many units what is spoken of may take before its verb: "وحول العلاقات مع دول *الخليج* قال الوزير".
_OPENING_REACH = 5


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

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.triggers import find_triggers
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "استقبل الرئيس المصري وزير الدفاع العراقي."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> trigger = find_triggers(sentence, lexicon)[0]
    >>> arguments = verbal(sentence, trigger, [], lexicon.cues)
    >>> [text.slice(r.first, r.last) for r in arguments.subjects]
    ['الرئيس المصري']
    >>> [text.slice(r.first, r.last) for r in arguments.objects]
    ['وزير الدفاع العراقي']
    """
    found = Arguments()
    if trigger.analysis.pronoun:
        found.pronouns["object"] = trigger.analysis.pronoun
    if trigger.analysis.is_verb:
        _fronted(sentence, trigger, found, cues.parts)
    elif trigger.analysis.pos == "part":
        _predicated(sentence, trigger, found)
    Scan(sentence, trigger, stops, found, cues).verb()
    settled = bool(found.subjects or found.both or found.fronted)
    if trigger.analysis.is_verb and not settled and not resumes(sentence, trigger):
        if _thing_before(sentence, trigger, found, cues):
            found.fronted = found.stranger = True
        elif not _says_himself(sentence, trigger, found):
            _backward(sentence, trigger, found)
    if not (found.subjects or found.both or found.fronted) and _describes(sentence, trigger, found, cues):
        found.fronted = found.stranger = True
    if not (found.subjects or found.both or found.fronted or found.voice or found.same or found.honorific):
        found.honorific = role_before(sentence, trigger, cues.roles)
        found.outsider = stranger_before(sentence, trigger) or stranger_behind(sentence, trigger)
    return found


def _says_himself(sentence: Sentence, trigger: Trigger, found: Arguments) -> bool:
    """Tell whether a noun that names no actor says what follows it: "يعتقد *الإرهابي* أنه سينجو"."""
    units, i = sentence.units, trigger.unit + 1
    if not found.stranger or i + 1 >= len(units) or units[i].norm in grammar.STANDING_FOR:
        return False
    return units[i].norm.startswith("ال") and units[i + 1].kind == "complementizer"


def _describes(sentence: Sentence, trigger: Trigger, found: Arguments, cues: Cues) -> bool:
    """Tell whether a verb only describes the noun before it: "قرائن *تدينهم*", "ظاهرة *تهدد* البلاد".

    A text that says something says it for its author: "رسالة *تدعو* إلى الحوار".
    """
    analysis = trigger.analysis
    if trigger.entry is None or analysis.pos != "pres" or analysis.particle or analysis.conjunction:
        return False
    before = sentence.units[trigger.unit - 1] if trigger.unit else None
    if before is not None and before.norm in grammar.JUSSIVE and trigger.unit > 1 and found.pronouns:
        noun = sentence.units[trigger.unit - 2]  # "زيارة *لم يعلن عنها*"
        return noun.kind == "word" and not any(a.definite or a.is_verb for a in noun.analyses)
    if before is None or before.kind != "word" or before.analyses or len(before.norm) < 4:
        return False
    loose = before.norm in grammar.NO_NOUNS or before.norm.removeprefix("ف") in grammar.SUBJECT_PRONOUNS
    if loose or before.norm.startswith(("ال", "وال")) or "في" in found.pronouns:
        return False
    near = sentence.units[max(trigger.unit - 2, 0) : trigger.unit]
    return not any(is_noun(u.norm, texts) for u in near for texts in (cues.voices, cues.resolutions))


def _fronted(sentence: Sentence, trigger: Trigger, found: Arguments, parts: frozenset[str]) -> None:
    """Take a subject right before the verb: "غالانت يلتقي", "أنّ بلينكن أكد", "الوزير الذي زار"."""
    units = sentence.units
    i = _skip_auxiliaries(units, trigger.unit - 1)
    if i > 0 and units[i].norm in grammar.CLOSING and units[i - 1].ref is not None:
        i -= 1
    if i > 0 and _opens_quote(sentence, i) and _predicate_quoted(sentence, i - 1):
        i -= 1
    i = _before_leader(units, i)
    if i < 0 or trigger.analysis.conjunction == "و":
        return
    if not trigger.analysis.conjunction and resumes(sentence, trigger):
        return
    if trigger.analysis.conjunction == "ف" and not any(u.norm in ("اما", "واما") for u in units[:i]):
        return
    if units[i].kind == "comma" and i and units[i - 1].ref is not None and _opens(units, i - 1):
        i -= 1
    if units[i].kind == "relative":
        antecedent(sentence, i - 1, trigger, found)
    elif units[i].ref is not None and not _governed(units, i) and not _in_opening(units, i, trigger):
        subjects = sentence.as_actor(_list_ending_at(sentence, i))
        start = i - len(subjects) + 1
        if start and units[start - 1].kind == "word" and is_noun(units[start - 1].norm, parts):
            subjects = [without_agreement(r) for r in subjects]
        if agrees(trigger.analysis, subjects, before=False) and not _subject_of_another(units, start):
            found.subjects, found.fronted = subjects, True
    elif units[i].norm in grammar.BOTH:
        found.both, found.fronted = units[i].norm, True
    elif units[i].norm in grammar.THE_LATTER:
        last = next((u.ref for u in reversed(units[:i]) if u.ref is not None and u.ref.type != "place"), None)
        found.subjects, found.fronted = [last] if last is not None else [], True
    elif units[i].norm in grammar.COMPLEMENTIZER_PRONOUNS or units[i].norm in grammar.SUBJECT_PRONOUNS:
        found.fronted = not _announces_fact(sentence, i, trigger)


def _before_leader(units: tuple[Unit, ...], i: int) -> int:
    """Return where a delegation ends whose leader ends at unit ``i``: "*وفد* برئاسة الوزير زار"."""
    leader = i - 1 if i and units[i].kind == "comma" else i
    if leader < 2 or units[leader].ref is None or units[leader - 1].norm not in grammar.LED_BY:
        return i
    group = leader - 2
    if units[group].kind == "comma" and group:
        group -= 1
    aside = leader < i or group < leader - 2  # between commas, or up to one
    return group if units[group].ref is not None and (not aside or _opens(units, group)) else i


def _announces_fact(sentence: Sentence, i: int, trigger: Trigger) -> bool:
    """Tell whether "that it" stands for the whole clause, whose subject follows: "علماً *أنه* وصل الوزير"."""
    units, behind = sentence.units, trigger.unit + 1
    who = units[behind].ref if behind < len(units) else None
    if units[i].norm not in ("انه", "بانه") or who is None or who.particles or trigger.entry is None:
        return False
    alone = "object" not in trigger.entry.targets or trigger.entry.relation.id == "visited"
    return alone and who.type != "place" and agrees(trigger.analysis, [who], before=True)


def _opens_quote(sentence: Sentence, i: int) -> bool:
    """Tell whether a quotation, long or short, begins at unit ``i``."""
    unit = sentence.units[i]
    if unit.kind != "punct":
        return unit.kind == "quote"
    quote = sentence.text.quote_at(unit.first)
    return quote is not None and quote.first == unit.first


def _predicate_quoted(sentence: Sentence, i: int) -> bool:
    """Tell whether unit ``i`` ends the subject of a quoted predicate: "أنّ بلاده «ستواصل الدعم»"."""
    units = sentence.units
    if units[i].norm in grammar.COMPLEMENTIZER_PRONOUNS:
        return True
    if units[i].ref is None:
        return False
    start = i - len(_list_ending_at(sentence, i)) + 1
    return start > 0 and units[start - 1].kind == "complementizer"


def _predicated(sentence: Sentence, trigger: Trigger, found: Arguments) -> None:
    """Take the subject right before a participle: "تركيا *ملتزمة* بالحل"."""
    i = trigger.unit - 1
    if i < 0 or sentence.units[i].ref is None or _governed(sentence.units, i):
        return
    subjects = sentence.as_actor(_list_ending_at(sentence, i))
    if sentence.units[trigger.unit].norm.endswith("ا") and not _was(sentence.units, i - len(subjects)):
        return  # "خاطب الرئيس الشعب *قائلاً*": whoever spoke to him
    if agrees(trigger.analysis, subjects, before=False):
        found.subjects, found.fronted = subjects, True


def _was(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether "was" makes the predicate of a subject accusative: "كان الوزير *مؤيداً*"."""
    return any(u.norm.lstrip("وف") in _BEING for u in units[max(i - 1, 0) : i + 1])


def _subject_of_another(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether the mention at ``i`` follows its own verb: "العمليات التي تعرضت لها أنقرة تؤكد"."""
    before = i - 1
    if before >= 0 and units[before].norm in grammar.PREPOSITION_PRONOUNS:
        before -= 1
    return before >= 1 and _is_verb(units[before]) and units[before - 1].kind == "relative"


def _opens(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a mention is the topic of its clause: first in it, or after أنّ."""
    return (
        i == 0
        or units[i - 1].kind in ("complementizer", "colon", "quote")
        or units[i - 1].norm in grammar.TOPIC_OPENERS
    )


def _skip_auxiliaries(units: tuple[Unit, ...], i: int) -> int:
    while i >= 0 and (units[i].kind == "adverb" or units[i].norm in grammar.AUXILIARIES):
        i -= 1
    return i


def _governed(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a preposition stands before the mention at ``i``, or is attached to it."""
    reference = units[i].ref
    if reference is not None and grammar.preposition(reference.particles):
        return True
    before = units[i - 1] if i else None
    if before is None or before.kind != "preposition":
        return False
    return before.norm not in grammar.PREPOSITION_PRONOUNS


def _in_opening(units: tuple[Unit, ...], i: int, trigger: Trigger) -> bool:
    """Tell whether a mention only belongs to what is spoken of: "وعن مشاركة *الحوثيين* قال الوزير"."""
    speaker = units[trigger.unit + 1].ref if trigger.unit + 1 < len(units) else None
    if speaker is None or speaker.particles or not agrees(trigger.analysis, [speaker], before=True):
        return False
    first = i
    while (
        first > 0 and i - first < _OPENING_REACH and units[first - 1].kind in ("word", "ref", "preposition")
    ):
        first -= 1
    opens = first == 0 or units[first - 1].kind in ("comma", "punct")
    return opens and first < i and units[first].kind == "preposition" and units[i - 1].kind == "word"


def _thing_before(sentence: Sentence, trigger: Trigger, found: Arguments, cues: Cues) -> bool:
    """Tell whether the subject before a verb names no actor: "أنّ *المشاهد* تشير إلى", "معلومات تؤكد"."""
    units = sentence.units
    last = _skip_auxiliaries(units, trigger.unit - 1)
    if last > 0 and last < trigger.unit - 1 and units[last].kind == "comma":
        last -= 1  # "أنّ حزمة المساعدات*، لن* تكفي"
    if last > 0 and units[last].norm in grammar.THE_LATTER and units[last - 1].norm.startswith("ال"):
        last -= 1  # "المساعدات *الأخيرة*" are things
    if last < 0 or not _is_thing(units[last], cues) or trigger.analysis.pronoun or found.both:
        return False
    if any(u.norm in _IN_IT for u in units[trigger.unit + 1 : trigger.unit + 3]):
        return False  # "نشر تغريدة قال *فيها*"
    feminine = units[last].norm.endswith(("ه", "ات")) and not units[last].norm.startswith("ال")
    if feminine and trigger.analysis.gender == "f" and trigger.analysis.pos == "pres":
        return True
    i = last
    while i >= 0 and _is_thing(units[i], cues):
        i -= 1
    if i < 0:
        return last > 0 or units[last].norm.startswith("ال")  # a word alone may be somebody's surname
    return units[i].kind == "complementizer" and units[i].norm not in grammar.COMPLEMENTIZER_PRONOUNS


def _is_thing(unit: Unit, cues: Cues) -> bool:
    """Tell whether a word is a noun, or goes with one, that stands for nobody who was named."""
    if unit.kind != "word" or len(unit.norm) < 3 or unit.preposition or _is_verb(unit):
        return False
    begins = unit.norm.lstrip("وف") in grammar.CLAUSE_STARTS or unit.norm.endswith("ما")
    if begins or unit.norm in grammar.STANDING_FOR:
        return False
    noun = unit.norm.removeprefix("ال")
    stands_for = (cues.roles, cues.sources, cues.voices, cues.resolutions, cues.honorifics, cues.parts)
    return not any(is_noun(noun, known) for known in stands_for)


def _backward(sentence: Sentence, trigger: Trigger, found: Arguments) -> None:
    """Find a subject further before its verb: "والوزير، في ختام زيارته، أكد"."""
    units = sentence.units
    if (
        trigger.unit > 1
        and units[trigger.unit - 1].norm == "ما"
        and units[trigger.unit - 2].kind == "preposition"
    ):
        return  # "بحسب *ما* أعلن مسعفون": whoever announced it follows
    i = _skip_auxiliaries(units, trigger.unit - 1)
    for _ in range(9):
        if i < 0:
            return
        if units[i].kind == "comma":
            i = _before_insertion(units, i)
        unit = units[i]
        if unit.ref is not None and not _governed(units, i):
            if not (i and units[i - 1].kind == "word" and units[i - 1].analyses):
                subjects = _list_ending_at(sentence, i)
                if _subject_of_another(units, i - len(subjects) + 1):
                    return
                if agrees(trigger.analysis, subjects, before=False):
                    found.subjects, found.fronted, found.stranger = subjects, True, False
                return
        elif unit.kind in ("complementizer", "colon", "quote", "relative", "punct") or _is_verb(unit):
            return
        i -= 1


def _before_insertion(units: tuple[Unit, ...], i: int) -> int:
    """Return the comma before a relative clause that comma ``i`` closes: "فلان*،* الذي زار مصر، قد أكد"."""
    for j in range(i - 1, max(i - _INSERTION_REACH, 0), -1):
        if units[j].kind in ("comma", "complementizer", "colon"):
            return j if units[j].kind == "comma" and units[j + 1].kind == "relative" else i
    return i


def _is_verb(unit: Unit) -> bool:
    return unit.kind != "preposition" and any(a.is_verb for a in unit.analyses)


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

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.triggers import find_triggers
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "بعد لقاء الرئيس المصري مع وزير الدفاع العراقي."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> trigger = find_triggers(sentence, lexicon)[0]
    >>> arguments = nominal(sentence, trigger, [], lexicon.cues)
    >>> [text.slice(r.first, r.last) for r in arguments.subjects]
    ['الرئيس المصري']
    >>> {p: [text.slice(r.first, r.last) for r in found] for p, found in arguments.oblique.items()}
    {'مع': ['وزير الدفاع العراقي']}
    """
    found = Arguments()
    if trigger.analysis.pronoun:
        found.pronouns["genitive"] = trigger.analysis.pronoun
    NounScan(sentence, trigger, stops, found, cues).noun()
    return found
