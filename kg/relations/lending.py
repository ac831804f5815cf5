"""Subjects that a verb lends to the verbal nouns behind it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.actors.references import Reference
from kg.relations.discourse import Discourse
from kg.relations.frames import Frame
from kg.relations.governing import takes
from kg.relations.sources import SPEECH_GROUPS, own_act
from kg.relations.triggers import Trigger

#: How far after a verb of will its verbal noun may stand: "تعتزم الحكومة البريطانية فرض عقوبات".
_WILL_REACH = 4
#: How far after a light verb the noun with the article may stand that it carries: "أجرى الوزير الاتصالات".
_LIGHT_REACH = 10
#: What somebody is charged with, and how far behind the charge it may stand: "حمّلهم مسؤولية اغتيال فلان".
_CHARGES = frozenset({"attacked", "killed", "arrested"})
_CHARGE_REACH = 6
#: What whoever announces it does himself: "أعلنت الوزارة *فرض عقوبات* على", "أعلن الجيش *استهداف* الموقع".
_ANNOUNCED = frozenset(
    "sanctioned arrested released appointed dismissed deployed withdrew attacked".split()
    + "supported rejected condemned".split()
)
#: How far behind whoever expresses it the noun of what he expresses may stand.
_EXPRESSED_REACH = 4
#: How far behind the announcer, or whoever is announced, it may stand.
_ANNOUNCED_REACH = 2


def inherited(trigger: Trigger, governor: Frame, discourse: Discourse, *, governed: bool) -> list[Reference]:
    """Return the subject that the verb before lends: "أجرى الوزير اتصالاً", "دعا الحكومة إلى الإفراج".

    Parameters
    ----------
    trigger : Trigger
        A verbal noun.
    governor : Frame
        The verb before it.
    discourse : Discourse
    governed : bool
        A preposition stands before the noun.

    Returns
    -------
    list of Reference

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.arguments import Arguments
    >>> from kg.relations.triggers import find_triggers
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "أجرى الوزير العراقي اتصالاً مع السفير المصري."))
    >>> references = find_actors(text, lexicon).references
    >>> verb, noun = find_triggers(read_sentences(text, references, [], lexicon)[0], lexicon)
    >>> lent = inherited(noun, Frame(verb, Arguments(), references[:1], []), Discourse(), governed=False)
    >>> [text.slice(r.first, r.last) for r in lent]
    ['الوزير العراقي']
    """
    entry = trigger.entry
    cue = governor.trigger.cue
    told = governor.trigger.entry
    if governed and expressed(trigger, governor):
        return governor.sources
    if told is not None and told.relation.group == "ask" and governor.targets:
        # "إلى الإفراج عن", but not "بالتدخل لوقف *العدوان*"
        return [] if trigger.analysis.definite and not governed else governor.targets
    accused = told is not None and told.relation.id == "accused"
    near = trigger.unit - governor.trigger.unit <= _CHARGE_REACH
    violent = near and entry is not None and entry.relation.id in _CHARGES and not governed
    if accused and (trigger.analysis.particle == "ب" or violent) and governor.targets:
        return governor.targets  # "اتهم واشنطن بتسليح": the accused does it
    if told is not None and told.relation.id == "announced" and _announced(trigger, governor):
        return governor.sources
    if cue is not None and cue.inverse:
        return list(governor.arguments.oblique.get("من", []))
    if cue is not None and cue.impersonal:
        symmetric = entry is not None and entry.relation.symmetric
        return list(discourse.pair or ()) if symmetric and not trigger.analysis.definite else []
    if entry is not None and entry.relation.symmetric:
        both = _both_parties(trigger, governor)
        if both:
            return both
    far = trigger.unit - governor.trigger.unit
    carried = not trigger.analysis.definite or trigger.analysis.particle == "ل" or far <= _LIGHT_REACH
    light = cue is not None and ((cue.light and carried) or (bool(cue.status) and far <= _WILL_REACH))
    agreed = told is not None and told.relation.group == "agree" and not trigger.analysis.definite
    spoken = governed and told is not None and told.relation.group == "say"  # "أكد خلال *الاجتماع* مع فلان"
    meets = entry is not None and entry.relation.group == "meet"
    if light or agreed or (meets and (spoken or not trigger.analysis.definite)) or _purpose(trigger):
        if entry is not None and entry.relation.id == "supported" and trigger.analysis.particle == "ل":
            named = governor.arguments.subjects and far <= _LIGHT_REACH
            return governor.sources if named else []  # "زار بيروت *لدعم*", not "يمكن إرسال قوات لدعم"
        if governor.trigger.analysis.person == "1" and governor.sources and not own_act(trigger):
            return discourse.we(governor.sources[0], own=False)
        return governor.sources
    return []


def expressed(trigger: Trigger, governor: Frame | None) -> bool:
    """Tell whether a noun is what somebody expresses: "عبر الحزب عن *الإدانة* الشديدة للهجوم".

    Parameters
    ----------
    trigger : Trigger
        The noun.
    governor : Frame or None
        The verb before it.

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "عبر ماكرون عن الإدانة الشديدة للعدوان الروسي."), load())
    >>> [(c.relation, c.source_id, c.target_id) for c in read.claims]
    [('condemned', 'emmanuel-macron', 'russia')]
    """
    if governor is None or governor.trigger.entry is None or governor.trigger.entry.relation.id != "stated":
        return False
    entry = trigger.entry
    judges = entry is not None and entry.relation.group in ("blame", "back")
    near = trigger.unit - governor.trigger.unit <= len(governor.arguments.subjects) + _EXPRESSED_REACH
    return judges and near and trigger.analysis.definite and governor.arguments.content is None


def _announced(trigger: Trigger, governor: Frame) -> bool:
    """Tell whether a verbal noun right behind an announcement is what its subject does."""
    entry, analysis = trigger.entry, trigger.analysis
    if entry is None or entry.relation.id not in _ANNOUNCED or analysis.particle or analysis.pronoun:
        return False
    if not governor.arguments.subjects or governor.arguments.fronted:
        return trigger.unit - governor.trigger.unit <= _ANNOUNCED_REACH
    return trigger.unit - governor.trigger.unit <= len(governor.arguments.subjects) + _ANNOUNCED_REACH


def _purpose(trigger: Trigger) -> bool:
    """Tell whether a noun says what its verb is done for: "خرجوا *للمطالبة* بالإفراج", "رداً على"."""
    entry = trigger.entry
    if entry is None or trigger.analysis.pronoun:
        return False
    told = entry.relation.group in SPEECH_GROUPS or entry.relation.id == "protested"
    reason = trigger.adverbial and entry.relation.id != "threatened"  # "تشكل *تهديداً*" is none
    return told and (trigger.analysis.particle == "ل" or reason)


def _both_parties(trigger: Trigger, governor: Frame) -> list[Reference]:
    """Return the parties of the verb before, who met for what the noun tells: "التقى السفير *لبحث*"."""
    told = governor.trigger.entry
    if told is None or not told.relation.symmetric or trigger.entry is None:
        return []
    both = [*governor.sources, *governor.targets]
    if trigger.entry.relation.id == "cooperated-with":
        aim = all(r.type == "state" for r in both)
    else:
        aim = trigger.analysis.particle == "ل" and not trigger.analysis.definite
    return both if aim and len(both) > 1 else []


def receivers(
    governor: Frame | None, trigger: Trigger, sources: Sequence[Reference], discourse: Discourse
) -> Sequence[Reference]:
    """Return whom a light verb makes the target: "تلقى *الرئيس* اتصالاً من", "عقد *معه* لقاءً"."""
    if governor is None or trigger.entry is None:
        return ()
    invited = trigger.entry.relation.group == "ask" and trigger.analysis.particle == "ب"
    if invited and trigger.analysis.pos == "noun":
        return governor.sources  # "زار القاهرة *بدعوة* من الرئيس"
    told = governor.trigger.entry
    backed = told is not None and told.relation.group == "say" and trigger.entry.relation.group == "back"
    if backed and trigger.analysis.pronoun and governor.sources == sources:
        return governor.targets  # "أكدوا *لتركيا* تضامنهم"
    if governor.trigger.cue is None:
        return ()
    if takes(governor):
        return governor.sources
    if not governor.trigger.cue.light or not sources or sources != governor.sources:
        return ()
    if trigger.analysis.definite:
        return ()
    for mark in trigger.entry.targets:
        if mark != "object" and mark in governor.arguments.pronouns:
            return discourse.antecedent(governor.arguments.pronouns[mark], sources)
    return ()
