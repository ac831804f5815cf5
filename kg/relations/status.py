"""How far a claim holds: whether the thing occurred, is planned, is only possible, or is denied."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon import Lexicon
from kg.model import Status
from kg.relations import grammar
from kg.relations.nouns import is_noun
from kg.relations.triggers import Trigger
from kg.relations.units import Sentence
from kg.text import splits

#: How far before a trigger, in units, "it is planned that" may stand.
_REACH = 16
#: How far after a noun of asking what is asked for may stand: "دعوة إلى نظيره التركي فلان لزيارة القاهرة".
_WISH_REACH = 8
#: Relations whose complement is wished for, not told.
_WISHES = frozenset({"called-on", "proposed", "rejected"})


def status_of(sentence: Sentence, trigger: Trigger, triggers: Sequence[Trigger], lexicon: Lexicon) -> Status:
    """Decide the status of a claim from the words around its trigger.

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
    triggers : sequence of Trigger
        All of the sentence, in order.
    lexicon : Lexicon

    Returns
    -------
    {'occurred', 'planned', 'possible', 'negated'}

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.triggers import find_triggers
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "لم يزر الوزير العراقي مصر."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> triggers = find_triggers(sentence, lexicon)
    >>> status_of(sentence, triggers[0], triggers, lexicon)
    'negated'
    """
    analysis = trigger.analysis
    if analysis.particle == "س" and analysis.pos == "pres":
        return "planned"
    adjacent = _adjacent(sentence, trigger, lexicon)
    if adjacent is not None:
        return adjacent
    if _adjective(sentence, trigger):
        return "occurred"  # "الاتفاقات *الموقعة*"
    found = _noun_context(sentence, trigger, triggers, lexicon) if analysis.pos == "noun" else None
    found = found or _noun_before(sentence, trigger, lexicon)
    if found is not None:
        return found
    if analysis.is_verb and _denied(sentence, trigger, triggers):
        return "negated"
    phrase = _phrase_before(sentence, trigger, triggers, lexicon)
    if phrase is not None:
        return phrase
    return _governed(sentence, trigger, triggers, lexicon) or "occurred"


def _norms(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    return tuple(u.norm for u in sentence.units[first:last])


def _adjacent(sentence: Sentence, trigger: Trigger, lexicon: Lexicon) -> Status | None:
    """Status from the word or two right before: لم، لن، قد، سوف، عدم."""
    i = trigger.unit
    while (
        i > 0 and sentence.units[i - 1].kind == "adverb" and sentence.units[i - 1].norm not in ("قد", "لقد")
    ):
        i -= 1
    for length in (1, 2):
        phrase = _norms(sentence, i - length, i) if i >= length else ()
        status = lexicon.cues.status_phrases.get(phrase)
        if status is None or phrase not in lexicon.cues.adjacent:
            continue
        if status == "possible" and trigger.analysis.pos != "pres":
            continue  # قد before a past verb only stresses it
        if (
            status == "negated"
            and not trigger.analysis.is_verb
            and phrase[-1] not in ("عدم", "بعدم", "وعدم", "لعدم", "بدون")
        ):
            continue
        return status
    return None


def _has_been(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a relative clause in the past tells of it: "أهمية الزيارة *التي قام* بها"."""
    behind = sentence.units[trigger.unit + 1 : trigger.unit + 3]
    told = len(behind) == 2 and behind[0].kind == "relative"
    return told and any(a.pos == "past" for a in behind[1].analyses)


def _noun_context(
    sentence: Sentence, trigger: Trigger, triggers: Sequence[Trigger], lexicon: Lexicon
) -> Status | None:
    """Status of a verbal noun from the nouns before it, and the adjectives and the verb after it."""
    first = trigger.unit if _has_been(sentence, trigger) else max(0, trigger.unit - 3)
    for i in range(trigger.unit - 1, first - 1, -1):
        unit = sentence.units[i]
        if unit.kind in ("word", "preposition"):
            status = _status_noun(unit.norm, lexicon)
            if status is not None:
                return status
            if unit.norm.startswith("ال") or unit.norm in grammar.INSIDE:
                break  # a noun with the article ends its phrase: "أهمية الاتفاق *الموقع*"
    if not trigger.analysis.definite and any(
        t.unit == trigger.unit + 1 and t.analysis.is_verb and t.cue and t.cue.status == "planned"
        for t in triggers
    ):
        return "planned"  # "زيارة يعتزم الملك القيام بها"
    for unit in sentence.units[trigger.unit + 1 : trigger.unit + 5]:
        if unit.kind in ("complementizer", "comma", "colon", "relative"):
            break
        if unit.norm in lexicon.cues.status_adjectives:
            return lexicon.cues.status_adjectives[unit.norm]
    return None


def _adjective(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a word with the article stands behind another one, and so describes what is."""
    if not trigger.unit or not trigger.analysis.definite or trigger.analysis.particle:
        return False
    before = sentence.units[trigger.unit - 1]
    nouns = [noun for _, noun in splits(before.norm)]
    return before.kind == "word" and any(n.startswith("ال") and len(n) > 4 for n in nouns)


def unpromised(trigger: Trigger, status: Status) -> bool:
    """Tell whether others say that somebody should keep to a thing or did not, so that nobody promises it.

    Parameters
    ----------
    trigger : Trigger
    status : Status

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.triggers import find_triggers
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "لم تلتزم تركيا بالاتفاق."))
    >>> sentence = read_sentences(text, find_actors(text, lexicon).references, [], lexicon)[0]
    >>> unpromised(find_triggers(sentence, lexicon)[0], "negated")
    True
    """
    entry = trigger.entry
    return status in ("possible", "negated") and entry is not None and entry.relation.id == "promised"


def in_present(sentence: Sentence, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Tell whether an act is told in the present: by its verb or the light verb of its noun (يقوم بزيارة).

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
    triggers : sequence of Trigger
        All of the sentence, in order.

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.triggers import find_triggers
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "يقوم الوزير العراقي بزيارة إلى مصر."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> triggers = find_triggers(sentence, lexicon)
    >>> [(sentence.token(t.unit).text, in_present(sentence, t, triggers)) for t in triggers]
    [('يقوم', True), ('بزيارة', True)]
    """
    if trigger.analysis.pos != "noun":
        return trigger.analysis.pos == "pres"
    before = [t for t in triggers if t.unit < trigger.unit and t.analysis.pos != "noun"]
    if not before or before[-1].cue is None or not before[-1].cue.light:
        return False
    between = sentence.units[before[-1].unit + 1 : trigger.unit]
    return before[-1].analysis.pos == "pres" and not any(
        u.kind in ("complementizer", "colon") for u in between
    )


def _noun_before(sentence: Sentence, trigger: Trigger, lexicon: Lexicon) -> Status | None:
    """Status from a noun right before: what follows is no verb, though it look like one (ضرورة تنحي فلان)."""
    if not trigger.unit or trigger.analysis.conjunction or sentence.units[trigger.unit - 1].kind != "word":
        return None
    return _status_noun(sentence.units[trigger.unit - 1].norm, lexicon)


def _status_noun(norm: str, lexicon: Lexicon) -> Status | None:
    nouns = lexicon.cues.status_nouns
    if norm in grammar.UNLIKE_STATUS or not is_noun(norm, lexicon.cues.status_noun_set):
        return None
    return next((status for noun, status in nouns.items() if is_noun(norm, frozenset({noun}))), None)


def _phrase_before(
    sentence: Sentence, trigger: Trigger, triggers: Sequence[Trigger], lexicon: Lexicon
) -> Status | None:
    """Status from "it is planned that", "if" and their like earlier in the clause."""
    first = max(0, trigger.unit - _REACH)
    for other in triggers:
        if other.unit < trigger.unit and other.analysis.is_verb:
            first = max(first, other.unit)
    apart = trigger.analysis.pos == "past" and sentence.units[trigger.unit - 1].kind == "comma"
    for i in range(trigger.unit - 1, first - 1, -1):
        unit = sentence.units[i]
        far = trigger.unit - i > 1 and trigger.analysis.pos == "past"
        if unit.kind == "colon" or (unit.kind == "comma" and (far or trigger.analysis.pos == "part")):
            return None  # "أكد ضرورة أن يشارك، *مشيراً*": a participle goes on with the verb of saying
        for length in (3, 2, 1) if unit.norm in lexicon.cues.status_starts else ():
            phrase = _norms(sentence, i, i + length)
            status = lexicon.cues.status_phrases.get(phrase)
            if phrase == grammar.PROVIDED_THAT and not _subjunctive(sentence, i + 2):
                continue  # "شدد *على أن* الموقف ثابت"
            if apart and i and sentence.units[i - 1].kind in ("word", "ref"):
                continue  # "وعن رد موسكو *في حالة* الاستيلاء على أصولها، أشار"
            if status is not None and phrase not in lexicon.cues.adjacent:
                return "negated" if i and sentence.units[i - 1].norm in grammar.NEGATIONS else status
    return None


def _subjunctive(sentence: Sentence, i: int) -> bool:
    """Tell whether a present verb stands at a unit: أن with it speaks of what is to be."""
    return i < len(sentence.units) and any(a.pos == "pres" for a in sentence.units[i].analyses)


def _governed(
    sentence: Sentence, trigger: Trigger, triggers: Sequence[Trigger], lexicon: Lexicon
) -> Status | None:
    """Status from the verb that a verbal noun or أن + present depends on (يعتزم زيارة، دعا إلى وقف)."""
    if trigger.analysis.pos in ("past", "part"):
        return None
    governor = None
    for other in triggers:
        if other.unit >= trigger.unit:
            break
        if governor is not None and _denies(governor) and _relative(sentence, other):
            continue  # "نفت صحة الأنباء التي تحدثت عن زيارة"
        if other.analysis.is_verb or other.analysis.pos == "part" or _wish(other, trigger):
            governor = other
    if governor is None:
        return None
    between = sentence.units[governor.unit + 1 : trigger.unit]
    if any(u.kind in ("colon", "quote") for u in between):
        return None
    if trigger.analysis.pos == "noun":
        ahead = _ahead(sentence, governor, triggers, lexicon)
        if ahead is not None:
            return ahead
    if trigger.analysis.pos == "pres" and not any(
        u.kind == "complementizer" and u.norm == "ان" for u in between
    ):
        return None
    if governor.cue is not None:
        return "negated" if governor.cue.status and _negated(sentence, governor) else governor.cue.status
    if governor.entry is None:
        return None
    if _denies(governor):
        involved = any(is_noun(u.norm, lexicon.cues.involvement) for u in between)
        following = sentence.units[trigger.unit + 1 : trigger.unit + 3]
        if trigger.analysis.definite and any(u.kind == "relative" for u in following):
            return None  # "نفى أن تكون *التعيينات التي* أصدرها قد جاءت": they were made
        return None if involved else "negated"  # "نفى *مسؤوليته* عن الهجوم": there was one
    if governor.entry.relation.id in _WISHES and (
        trigger.analysis.particle
        or any(u.kind in ("preposition", "complementizer") or u.preposition for u in between)
    ):
        return "possible"
    if governor.entry.relation.id == "promised":
        return "planned"
    return "negated" if _negated(sentence, governor) else None


def _denies(trigger: Trigger) -> bool:
    return trigger.entry is not None and trigger.entry.relation.id == "denied"


def _relative(sentence: Sentence, trigger: Trigger) -> bool:
    return trigger.unit > 0 and sentence.units[trigger.unit - 1].kind == "relative"


def _wish(noun: Trigger, trigger: Trigger) -> bool:
    """Tell whether a noun of asking takes a noun: "للمطالبة باستقالة الوزير *وإجراء* محادثات"."""
    if noun.entry is None or noun.entry.relation.id not in _WISHES or trigger.analysis.pos != "noun":
        return False
    wanted = trigger.analysis.particle == "ل" or trigger.analysis.conjunction == "و"
    return trigger.unit - noun.unit <= (_WISH_REACH if wanted else 2)


def _ahead(
    sentence: Sentence, governor: Trigger, triggers: Sequence[Trigger], lexicon: Lexicon
) -> Status | None:
    """Status of a verb of the future, which the noun it takes shares: "من المقرر أن يجري محادثات"."""
    if governor.analysis.particle == "س" and governor.analysis.pos == "pres":
        return "planned"
    if _adjacent(sentence, governor, lexicon) == "planned":
        return "planned"
    if governor.cue is None or not governor.cue.light or governor.analysis.pos != "pres":
        return None
    return _phrase_before(sentence, governor, triggers, lexicon)


def _negated(sentence: Sentence, trigger: Trigger) -> bool:
    return trigger.unit > 0 and sentence.units[trigger.unit - 1].norm in grammar.NEGATIONS


def _denied(sentence: Sentence, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Tell whether a denial with أن holds the trigger: "نفى أن يكون قد التقاه"."""
    for other in reversed([t for t in triggers if t.unit < trigger.unit and t.entry is not None]):
        assert other.entry is not None
        if other.entry.relation.group != "say":
            continue
        between = sentence.units[other.unit + 1 : trigger.unit]
        return other.entry.relation.id == "denied" and any(u.kind == "complementizer" for u in between)
    return False
