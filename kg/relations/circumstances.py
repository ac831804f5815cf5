"""When: the clause around a trigger, and the date that stands in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from kg.lexicon.cues import Cues
from kg.model import Status
from kg.relations import grammar
from kg.relations.triggers import Trigger
from kg.relations.units import Sentence
from kg.text.dates import DateMention


def clause_bounds(
    sentence: Sentence, trigger: Trigger, triggers: Sequence[Trigger], end: int
) -> tuple[int, int]:
    """Units of the clause around a trigger: from the verb or أنّ before it to where its arguments end.

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
    triggers : sequence of Trigger
        All of the sentence, in order.
    end : int
        Unit where the arguments of the trigger end.

    Returns
    -------
    int, int
        The second exclusive.

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.triggers import find_triggers
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "أكد الوزير أن الرئيس المصري زار بغداد أمس."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> triggers = find_triggers(sentence, lexicon)
    >>> first, last = clause_bounds(sentence, triggers[1], triggers, len(sentence.units) - 1)
    >>> text.slice(sentence.units[first].first, sentence.units[last].first)
    'أن الرئيس المصري زار بغداد أمس'
    """
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
    """Return the day named in the clause, nearest to the trigger and after it first.

    Parameters
    ----------
    sentence : Sentence
    bounds : tuple of int
        Units of the clause (:func:`clause_bounds`).
    trigger : Trigger
    triggers : sequence of Trigger
        All of the sentence, in order.
    dates : mapping of int to DateMention
        By first token.
    status : {'occurred', 'planned', 'possible', 'negated'}
        A planned act takes the day ahead where a date leaves the direction open.

    Returns
    -------
    datetime.date or None

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.triggers import find_triggers
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import Span, parse
    >>> from kg.text.dates import find_dates
    >>> lexicon = load()
    >>> text = parse(Document("d", "زار الرئيس المصري بغداد أمس.", date=dt.date(2024, 5, 8)))
    >>> references = find_actors(text, lexicon).references
    >>> dates = {m.first: m for m in find_dates(text.tokens, text.document.date)}
    >>> spans = [Span(m.first, m.last) for m in dates.values()]
    >>> sentence = read_sentences(text, references, spans, lexicon)[0]
    >>> triggers = find_triggers(sentence, lexicon)
    >>> str(date_of(sentence, (0, len(sentence.units)), triggers[0], triggers, dates, "occurred"))
    '2024-05-07'
    """
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


def is_today(
    sentence: Sentence, bounds: tuple[int, int], dates: Mapping[int, DateMention], published: dt.date | None
) -> bool:
    """Tell whether a clause says اليوم or tonight, or names the day of publication.

    Parameters
    ----------
    sentence : Sentence
    bounds : tuple of int
        Units of the clause.
    dates : mapping of int to DateMention
        By first token.
    published : date or None

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import Span, parse
    >>> from kg.text.dates import find_dates
    >>> text = parse(Document("d", "يزور مصر اليوم."))
    >>> dates = find_dates(text.tokens, None)
    >>> sentence = read_sentences(text, (), [Span(d.first, d.last) for d in dates], load())[0]
    >>> is_today(sentence, (0, 4), {d.first: d for d in dates}, None)
    True
    """
    found = [dates[u.first] for u in sentence.units[slice(*bounds)] if u.kind == "date"]
    words = {t.norm for m in found for t in sentence.text.tokens[m.first : m.last]}
    return any(m.day == published for m in found) or bool(words & {"اليوم", "الليله"})


def told_ahead(sentence: Sentence, bounds: tuple[int, int], cues: Cues) -> bool:
    """Tell whether a time that is no day lies ahead: "يلتقي الوزير نظيره الأسبوع المقبل".

    Parameters
    ----------
    sentence : Sentence
    bounds : tuple of int
        Units of the clause.
    cues : Cues

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import Span, parse
    >>> from kg.text.dates import find_dates
    >>> lexicon, text = load(), parse(Document("d", "يزور مصر الأسبوع المقبل."))
    >>> dates = [Span(d.first, d.last) for d in find_dates(text.tokens, None)]
    >>> told_ahead(read_sentences(text, (), dates, lexicon)[0], (0, 4), lexicon.cues)
    True
    """
    for unit in sentence.units[slice(*bounds)]:
        if unit.kind == "date":
            tokens = sentence.text.tokens[unit.first : unit.last]
            return any(cues.status_adjectives.get(t.norm) == "planned" for t in tokens)
    return False
