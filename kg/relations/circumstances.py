"""When: the clause around a trigger, and the date that stands in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from kg.model import Status
from kg.relations import grammar
from kg.relations.triggers import Trigger
from kg.relations.units import Sentence
from kg.text.dates import DateMention


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


def _until_another_time(sentence: Sentence, triggers: Sequence[Trigger], first: int, last: int) -> range:
    """Units up to where another act is told that came before or comes after: "زيارته *بعد لقاء* عقده أمس"."""
    acts = {t.unit for t in triggers if t.analysis.pos == "noun"}
    for i in range(first, last - 1):
        if i + 1 in acts and sentence.units[i].norm in grammar.BEFORE | grammar.AFTER:
            return range(first, i)
    return range(first, last)


def date_of(
    sentence: Sentence,
    bounds: tuple[int, int],
    trigger: Trigger,
    triggers: Sequence[Trigger],
    dates: Mapping[int, DateMention],
    status: Status,
) -> dt.date | None:
    """Return the day named in the clause, nearest to the trigger and after it first."""
    first, last = bounds
    units = sentence.units
    if last + 1 < len(units) and units[last].kind == "comma" and units[last + 1].kind == "date":
        last += 2  # "خلال اجتماعهما في الوزارة، أمس الاثنين"
    after = _until_another_time(sentence, triggers, trigger.unit + 1, min(last, len(units)))
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
