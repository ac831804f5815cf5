"""Nouns that name no actor in the place of a subject: whoever spoke before is not the one who acts."""

from __future__ import annotations

from kg.relations import grammar
from kg.relations.triggers import Trigger
from kg.relations.units import Sentence, Unit

#: Kinds of units at which the part of a clause before its verb ends.
_BOUNDS = frozenset({"comma", "complementizer", "colon", "quote", "punct", "relative", "date"})
#: Prepositions before the thing condemned, praised or welcomed.
_OF_THINGS = frozenset({"ب", "علي"})
#: How far before its verb a topic may begin.
_TOPIC_REACH = 12
_BLAME_OR_PRAISE = frozenset({"blame", "back"})


def stranger_before(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a noun that names no actor is the topic of a verb: "أنّ *بائع* السمك رفض", "*سفينة* تصل".

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
        A verb without subject.

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
    >>> lexicon, found = load(), []
    >>> for content in ("إن البائع الجديد يرفض العرض.", "وفي الندوة يرفض العرض."):
    ...     text = parse(Document("d", content))
    ...     sentence = read_sentences(text, (), [], lexicon)[0]
    ...     found.append(stranger_before(sentence, find_triggers(sentence, lexicon)[0]))
    >>> found
    [True, False]
    """
    if trigger.analysis.conjunction or not trigger.analysis.is_verb:
        return False
    units = sentence.units
    start = _clause_start(units, trigger.unit)
    if start == trigger.unit:
        return False
    if _has_article(units[start]):
        return True
    before = units[trigger.unit - 1]
    described = before.kind == "word" and before.norm.endswith("ه") and not before.norm.startswith("ال")
    return described and trigger.analysis.pos == "pres" and trigger.analysis.gender == "f"


def role_before(sentence: Sentence, trigger: Trigger, roles: frozenset[str]) -> bool:
    """Tell whether the topic of a verb is the role of whoever spoke last: "*المسؤولة* الحكومية اعتبرت".

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
        A verb without subject.
    roles : frozenset of str
        Folded, without article.

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.triggers import find_triggers
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> sentence = read_sentences(parse(Document("d", "الخبير الأمني أكد العرض.")), (), [], lexicon)[0]
    >>> role_before(sentence, find_triggers(sentence, lexicon)[0], lexicon.cues.roles)
    True
    """
    if trigger.analysis.conjunction or not trigger.analysis.is_verb:
        return False
    start = _clause_start(sentence.units, trigger.unit)
    topic = sentence.units[start : trigger.unit]
    if not topic or not all(_has_article(u) for u in topic):
        return False
    return topic[0].norm.removeprefix("و").removeprefix("ال") in roles


def _has_article(unit: Unit) -> bool:
    return unit.kind == "word" and unit.norm.removeprefix("و").startswith("ال")


def _clause_start(units: tuple[Unit, ...], verb: int) -> int:
    start = verb
    floor = max(0, verb - _TOPIC_REACH)
    while start > floor and not _bounds(units[start - 1]):
        start -= 1
    return start if start > floor or not floor else verb


def _bounds(unit: Unit) -> bool:
    """Tell whether a clause begins behind a unit."""
    return unit.only_verb or unit.kind in _BOUNDS or unit.norm in grammar.CLAUSE_STARTS


def stranger_behind(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a noun that names no actor can only be the subject: "وندد *المؤتمر* بـ".

    What is condemned, or spoken of, has a preposition after such a verb; so a bare noun is who speaks.

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
        A verb without subject.

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
    >>> lexicon, found = load(), []
    >>> for content in ("وندد المؤتمر بالهجوم.", "وأدان الهجوم.", "وندد مجدداً بالهجوم."):
    ...     text = parse(Document("d", content))
    ...     sentence = read_sentences(text, (), [], lexicon)[0]
    ...     found.append(stranger_behind(sentence, find_triggers(sentence, lexicon)[0]))
    >>> found
    [True, False, False]
    """
    entry, units = trigger.entry, sentence.units
    if entry is None or not trigger.analysis.is_verb or trigger.unit + 1 >= len(units):
        return False
    behind = units[trigger.unit + 1]
    if behind.kind != "word" or behind.norm[:1] in ("", "ب", "ل") or behind.norm.endswith("ا"):
        return False
    if entry.preposition or (behind.norm.endswith("ون") and len(behind.norm) > 4 and not behind.analyses):
        return True  # also "بحسب ما أعلن *مسعفون*"
    if trigger.complement is not None:
        marked = units[trigger.complement - 1].kind == "preposition" and entry.relation.group != "force"
        return marked and trigger.complement > trigger.unit + 2
    things = entry.relation.group in _BLAME_OR_PRAISE and "object" not in entry.targets
    return things and bool(entry.targets & _OF_THINGS)
