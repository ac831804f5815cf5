"""When and where: the date and place that stand with a trigger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from kg.actors.references import Reference
from kg.model import Status
from kg.relations import grammar
from kg.relations.triggers import Trigger
from kg.relations.units import Sentence, Unit
from kg.text.dates import DateMention

#: How many words may stand between a noun of an act and the في that belongs to it.
_ADJECTIVES = 2


def clause_bounds(
    sentence: Sentence, trigger: Trigger, triggers: Sequence[Trigger], end: int
) -> tuple[int, int]:
    """Units of the clause around a trigger: from the verb or أنّ before it to where its arguments end."""
    first = 0
    for i in range(trigger.unit - 1, -1, -1):
        if sentence.units[i].kind in ("complementizer", "colon", "quote"):
            first = i
            break
    for other in triggers:
        if other.unit < trigger.unit and other.analysis.is_verb:
            first = max(first, other.unit)
    return first, max(end, trigger.unit + 1)


def _until_speech(sentence: Sentence, trigger: Trigger, first: int) -> range:
    """Units from ``first`` to where reported speech begins: "أكد في مؤتمر عقده أمس أن"."""
    if trigger.entry is None or trigger.entry.relation.group != "say":
        return range(0)
    for i in range(first, len(sentence.units)):
        if sentence.units[i].kind in ("complementizer", "colon", "quote"):
            return range(first, i)
    return range(0)


def date_of(
    sentence: Sentence,
    bounds: tuple[int, int],
    trigger: Trigger,
    dates: Mapping[int, DateMention],
    status: Status,
) -> dt.date | None:
    """Return the day named in the clause, nearest to the trigger and after it first."""
    first, last = bounds
    units = sentence.units
    if last + 1 < len(units) and units[last].kind == "comma" and units[last + 1].kind == "date":
        last += 2  # "خلال اجتماعهما في الوزارة، أمس الاثنين"
    after = range(trigger.unit + 1, min(last, len(units)))
    before = range(trigger.unit - 1, first - 1, -1)
    for i in (*after, *before, *_until_speech(sentence, trigger, last)):
        unit = sentence.units[i]
        if unit.kind == "date":
            mention = dates[unit.first]
            if mention.cue:
                continue
            day = mention.ahead if status == "planned" and mention.ahead else mention.day
            if day is not None:
                return day
    return None


def place_of(
    sentence: Sentence,
    bounds: tuple[int, int],
    trigger: Trigger,
    meetings: frozenset[int],
    barred: set[str],
) -> str | None:
    """Return the place named in the clause with في or بـ, nearest after the trigger first."""
    first, last = bounds
    units = sentence.units
    speech = _until_speech(sentence, trigger, last)
    after = _phrases(units, trigger, max(min(last, len(units)), speech.stop))
    # A participle goes on with a verb, and what stands between belongs to other words.
    before = range(trigger.unit - 1, first - 1, -1) if trigger.analysis.pos != "part" else range(0)
    for i in (*after, *before):
        reference = units[i].ref
        if reference is None or reference.type in ("person", "group") or reference.actor in barred:
            continue
        attached = grammar.preposition(reference.particles)
        if (attached == "ب" and reference.type != "state") or _inside(
            units, i, first, reference, trigger, meetings
        ):
            place: str = reference.actor
            return place
    return None


def _phrases(units: tuple[Unit, ...], trigger: Trigger, last: int) -> list[int]:
    """Units after a trigger up to a noun that takes what follows to itself: "بحثا وقف النار *في غزة*"."""
    found = []
    governed = (
        trigger.analysis.pos == "noun"
    )  # words here qualify the trigger or stand in a prepositional phrase
    for i in range(trigger.unit + 1, last):
        unit = units[i]
        if unit.kind == "preposition" or unit.preposition:
            governed = True
        elif unit.kind == "word" and not governed:
            break
        elif unit.kind != "word":
            governed = False
        found.append(i)
    return found


def _inside(
    units: tuple[Unit, ...],
    i: int,
    first: int,
    reference: Reference,
    trigger: Trigger,
    meetings: frozenset[int],
) -> bool:
    """Tell whether في stands before a mention, with at most two words such as "the city of" between."""
    j = i - 1
    while j >= first and units[j].kind == "word" and not units[j].analyses and i - j <= 2:
        j -= 1
    near = reference.type != "organization" or j == i - 1
    return (
        j >= 0 and near and units[j].norm in grammar.INSIDE and not _of_a_thing(units, j, trigger, meetings)
    )


def _of_a_thing(units: tuple[Unit, ...], j: int, trigger: Trigger, meetings: frozenset[int]) -> bool:
    """Tell whether في at unit ``j`` belongs to a noun that is no act: "الوضع *في* اليمن"."""
    for i in range(j - 1, max(-1, j - 2 - _ADJECTIVES), -1):
        unit = units[i]
        if unit.kind != "word":
            return i != j - 1 and unit.norm not in grammar.ON_OCCASION
        if i == trigger.unit or i in meetings or any(a.is_verb for a in unit.analyses):
            return False
    return j > 0
