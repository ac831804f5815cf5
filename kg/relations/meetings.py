"""Meetings told before: "the meeting", and what it is said to have dealt with."""

from __future__ import annotations

from collections.abc import Sequence

from kg.actors.references import Reference
from kg.lexicon import Lexicon
from kg.relations.arguments import Arguments
from kg.relations.frames import Frame
from kg.relations.triggers import Trigger
from kg.relations.units import Sentence

#: Relations whose nouns mean an occasion on which things are discussed.
_OCCASIONS = frozenset({"met-with", "discussed-with", "negotiated-with", "spoke-with"})
#: How many words may stand between a meeting and what is discussed there: "شكل اللقاء *مناسبة هامة* لبحث".
_NEAR = 4
#: Before those whose meeting it is.
_WITH = frozenset({"مع", "بين"})


def known_meeting(trigger: Trigger, arguments: Arguments) -> bool:
    """Tell whether a noun means a meeting told of before: "وتناول *اللقاء* العلاقات".

    Parameters
    ----------
    trigger : Trigger
    arguments : Arguments

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.clauses import nominal
    >>> from kg.relations.triggers import find_triggers
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "وتناول اللقاء العلاقات."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> trigger = find_triggers(sentence, lexicon)[-1]
    >>> known_meeting(trigger, nominal(sentence, trigger, [], lexicon.cues))
    True
    """
    entry = trigger.entry
    if entry is None or entry.relation.id != "met-with" or not entry.lexeme.verb:
        return False
    named = arguments.objects or arguments.subjects or arguments.oblique or arguments.pronouns
    return trigger.analysis.definite and not trigger.analysis.particle and not named


def discussed_there(
    sentence: Sentence,
    frame: Frame,
    triggers: Sequence[Trigger],
    pair: Sequence[Reference],
) -> list[Reference]:
    """Return who discussed what a meeting told before dealt with: "تناول *اللقاء* العلاقات".

    Parameters
    ----------
    sentence : Sentence
    frame : Frame
        Of the verb or noun of discussing; one that names its parties is left to them.
    triggers : sequence of Trigger
        Those of the sentence.
    pair : sequence of Reference
        The two sides of the last meeting told.

    Returns
    -------
    list of Reference
        Empty where it tells of no such meeting.

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "التقى ماكرون بوتين. وتناول اللقاء العلاقات."), load())
    >>> [(c.relation, c.source_id, c.target_id) for c in read.claims if c.trigger == "تناول"]
    [('discussed-with', 'emmanuel-macron', 'vladimir-putin')]
    """
    trigger = frame.trigger
    if trigger.entry is None or trigger.entry.relation.id != "discussed-with" or frame.pairs():
        return []
    if trigger.analysis.is_verb:
        near = [t for t in triggers if 0 < abs(t.unit - trigger.unit) <= 2]
    elif trigger.analysis.particle == "ل" and not trigger.analysis.definite:
        near = [t for t in triggers if 0 < trigger.unit - t.unit <= _NEAR]
    else:
        return []
    for meeting in near:
        low, high = sorted((meeting.unit, trigger.unit))
        between = sentence.units[low + 1 : high]
        if _is_known(sentence, meeting) and all(u.kind in ("word", "adverb", "date") for u in between):
            return list(pair)
    return []


def two_sides(sentence: Sentence, frame: Frame, lexicon: Lexicon) -> list[Reference]:
    """Return the two sides spoken of later, whom a plain verb names: "سلم *السفير الوزير* كتاباً".

    Two subjects are sides where one is the counterpart of the other.

    Parameters
    ----------
    sentence : Sentence
    frame : Frame
        Of the verb.
    lexicon : Lexicon

    Returns
    -------
    list of Reference
        Two persons, or empty.

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> text = "افتتح ماكرون ونظيره الروسي فلاديمير بوتين المقر. وبحث الجانبان الأزمة."
    >>> [(c.relation, c.source_id, c.target_id) for c in extract(Document("d", text), load()).claims]
    [('discussed-with', 'emmanuel-macron', 'vladimir-putin')]
    """
    trigger = frame.trigger
    both = frame.sources if len(frame.sources) > 1 else [*frame.sources, *frame.arguments.objects]
    impersonal = trigger.cue is not None and trigger.cue.impersonal
    if impersonal or len(both) != 2 or any(r.type != "person" for r in both):
        return []
    if len(frame.sources) == 1:
        return both if trigger.analysis.is_verb else []
    head = sentence.text.tokens[both[1].first].norm.removeprefix("و")
    return both if lexicon.titles.tries["Counterpart"].longest((head,), 0) is not None else []


def _is_known(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a noun is a meeting with the article that nothing behind it identifies."""
    entry, analysis = trigger.entry, trigger.analysis
    if entry is None or entry.relation.id not in _OCCASIONS or analysis.pos != "noun":
        return False
    i = trigger.unit + 1
    behind = sentence.units[i] if i < len(sentence.units) else None
    named = behind is not None and (behind.kind in ("ref", "relative") or behind.norm in _WITH)
    return analysis.definite and not analysis.particle and not named
