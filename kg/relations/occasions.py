"""Meetings as occasions: what is said "during his meeting with X" is said to X."""

from __future__ import annotations

from collections.abc import Sequence

from kg.actors.references import Reference
from kg.model import Relation
from kg.relations import grammar
from kg.relations.arguments import Arguments, coordinated
from kg.relations.frames import Frame
from kg.relations.meetings import known_meeting
from kg.relations.units import Sentence

_DURING = frozenset({"خلال", "وخلال", "في", "وفي", "اثناء", "لدي", "ولدي"})
#: What somebody goes on telling to the same addressee.
_TOLD = frozenset({"stated", "affirmed", "announced"})
#: Relations whose other party is then the one met.
_LENT = frozenset({"say", "ask", "warn", "meet"})


def resolve_ahead(frames: Sequence[Frame], verb: Frame) -> None:
    """Give a pronoun that stands before its noun its meaning: "وخلال لقائه السفير، أكد الوزير".

    Parameters
    ----------
    frames : sequence of Frame
        What the sentence told so far; verbal nouns before its first verb are changed.
    verb : Frame
        The verb just read.

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.arguments import Arguments
    >>> from kg.relations.clauses import nominal
    >>> from kg.relations.triggers import find_triggers
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "وخلال لقائه السفير المصري، أكد الوزير العراقي ذلك."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> ambassador, minister = references
    >>> noun, verb = find_triggers(sentence, lexicon)
    >>> meeting = Frame(noun, nominal(sentence, noun, [verb.unit], lexicon.cues), [], [])
    >>> resolve_ahead([meeting], Frame(verb, Arguments(), [minister], []))
    >>> meeting.sources == [minister], meeting.targets == [ambassador]
    (True, True)
    """
    if not verb.sources or any(f.trigger.analysis.pos != "noun" for f in frames):
        return
    barred = {r.actor for r in verb.sources}
    for frame in frames:
        if frame.arguments.pronouns.get("genitive") in ("ه", "ها", "هما"):
            frame.sources = list(verb.sources)
            frame.targets = [t for t in frame.targets if t.actor not in barred]
            if not frame.targets and frame.trigger.entry and "object" in frame.trigger.entry.targets:
                frame.targets = [r for r in frame.arguments.objects if r.actor not in barred]


def lend_partners(sentence: Sentence, frames: Sequence[Frame]) -> None:
    """Give what was said on a named occasion its addressee.

    Parameters
    ----------
    sentence : Sentence
    frames : sequence of Frame
        Those of the sentence; targets are filled in where the text names none.

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.arguments import Arguments
    >>> from kg.relations.clauses import nominal
    >>> from kg.relations.triggers import find_triggers
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "وخلال لقائه السفير المصري، أكد الوزير العراقي ذلك."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> ambassador, minister = references
    >>> noun, verb = find_triggers(sentence, lexicon)
    >>> meeting = Frame(noun, nominal(sentence, noun, [verb.unit], lexicon.cues), [minister], [ambassador])
    >>> speech = Frame(verb, Arguments(), [minister], [])
    >>> lend_partners(sentence, [meeting, speech])
    >>> speech.targets == [ambassador]
    True
    """
    for occasion in frames:
        entry = occasion.trigger.entry
        if entry is None or entry.relation.group != "meet" or occasion.trigger.analysis.pos != "noun":
            continue
        if known_meeting(occasion.trigger, occasion.arguments):
            continue  # "خلال اللقاء" alone names no addressee
        if not _during(sentence, occasion) or not occasion.pairs() or entry.relation.id == "visited":
            continue
        for frame in frames:
            _lend(sentence, occasion, frame)


def lend_addressee(frame: Frame, frames: Sequence[Frame]) -> None:
    """Give a participle that goes on speaking the addressee of its verb: "أكد لنظيره ...، داعياً إلى".

    Parameters
    ----------
    frame : Frame
    frames : sequence of Frame
        Those before it in the sentence.

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
    >>> text = parse(Document("d", "أكد الوزير المصري للسفير العراقي ذلك، داعياً إلى الهدوء."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> minister, ambassador = references
    >>> verb, participle = find_triggers(sentence, lexicon)
    >>> told = Frame(verb, Arguments(), [minister], [ambassador])
    >>> frame = Frame(participle, Arguments(), [minister], [])
    >>> lend_addressee(frame, [told])
    >>> frame.targets == [ambassador]
    True
    """
    entry = frame.trigger.entry
    if entry is None or frame.targets or frame.trigger.analysis.pos != "part":
        return
    if entry.relation.group not in ("say", "ask"):
        return
    for other in reversed(frames):
        told = other.trigger.entry
        if other.trigger.analysis.is_verb and told is not None and told.relation.group == "say":
            if {r.actor for r in other.sources} == {r.actor for r in frame.sources}:
                frame.targets = list(other.targets)
            return


def go_on_to(frames: Sequence[Frame], addressed: tuple[str, list[Reference]]) -> tuple[str, list[Reference]]:
    """Let who goes on speaking go on to the same addressee: "قال للسفير إن ... *وأضاف* أن".

    Parameters
    ----------
    frames : sequence of Frame
        Those of a sentence; targets are filled in where the text names none.
    addressed : tuple of (str, list of Reference)
        Who spoke last to somebody named before this sentence, and to whom.

    Returns
    -------
    tuple of (str, list of Reference)
        The same after this sentence.

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
    >>> text = parse(Document("d", "قال الوزير المصري للسفير العراقي ذلك. وأضاف أن الوضع صعب."))
    >>> minister, ambassador = references = find_actors(text, lexicon).references
    >>> sentences = read_sentences(text, references, [], lexicon)
    >>> said, added = (find_triggers(s, lexicon)[0] for s in sentences)
    >>> told = Frame(said, Arguments(subjects=[minister]), [minister], [ambassador])
    >>> further = Frame(added, Arguments(), [minister], [])
    >>> addressed = go_on_to([further], go_on_to([told], ("", [])))
    >>> further.targets == [ambassador]
    True
    """
    first = next((f for f in frames if f.trigger.analysis.is_verb), None)
    goes_on = first is not None and bool(first.trigger.analysis.conjunction) and _tells(first)
    if first is None or not goes_on or _named_anew(first) or first.sources[0].actor != addressed[0]:
        addressed = "", []
    for frame in frames:
        if not _tells(frame) or frame.trigger.analysis.pos == "noun":
            continue
        speaker = frame.sources[0].actor
        if frame.targets and frame.targets[0].type in ("person", "organization", "group"):
            addressed = speaker, frame.targets
        elif (
            addressed[0] == speaker
            and not frame.targets
            and (frame is first or frame.trigger.analysis.pos == "part")
        ):
            frame.targets = list(addressed[1])
    return addressed


def _named_anew(frame: Frame) -> bool:
    found = frame.arguments
    return bool(found.subjects or found.voice or found.same or found.again or found.honorific)


def _tells(frame: Frame) -> bool:
    entry = frame.trigger.entry
    quoted = frame.trigger.analysis.person == "1"  # "نقول لهم" is part of a speech
    return entry is not None and entry.relation.id in _TOLD and bool(frame.sources) and not quoted


def take_partners(sentence: Sentence, frames: Sequence[Frame], media: frozenset[str] = frozenset()) -> None:
    """Give a meeting or call that only tells the occasion the parties of its verb: "بحث معه ... خلال اتصال".

    Parameters
    ----------
    sentence : Sentence
    frames : sequence of Frame
        Those of the sentence.
    media : frozenset of str
        Actors that are news media: an interview with them is no meeting.

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
    >>> text = parse(Document("d", "بحث الوزير العراقي مع السفير المصري الوضع خلال اتصال."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> minister, ambassador = references
    >>> verb, noun = find_triggers(sentence, lexicon)
    >>> talks = Frame(verb, Arguments(), [minister], [ambassador])
    >>> call = Frame(noun, Arguments(), [], [])
    >>> take_partners(sentence, [talks, call])
    >>> call.sources == [minister], call.targets == [ambassador]
    (True, True)
    """
    for i, occasion in enumerate(frames):
        entry, analysis = occasion.trigger.entry, occasion.trigger.analysis
        if entry is None or entry.relation.group != "meet" or analysis.pos != "noun" or occasion.pairs():
            continue
        if analysis.definite or entry.relation.id == "visited" or not _during(sentence, occasion):
            continue
        for frame in reversed(frames[:i]):
            told = frame.trigger.entry
            if frame.trigger.analysis.is_verb and told is not None and frame.targets and frame.sources:
                if _may_meet(told.relation, frame.targets[0], media):
                    occasion.sources, occasion.targets = list(frame.sources), list(frame.targets)
                break


def _may_meet(told: Relation, other: Reference, media: frozenset[str]) -> bool:
    """Tell whether whom a verb names can be the other side of a meeting beside it.

    Not an audience ("قال *للصحافيين* في ختام اجتماع"), nor where somebody went ("غادر إلى *تونس* للمشاركة
    في قمة").
    """
    if told.group not in _LENT or told.id == "visited" or other.type == "place" or other.actor in media:
        return False
    return told.group == "meet" or other.type != "group"


def _during(sentence: Sentence, occasion: Frame) -> bool:
    i = occasion.trigger.unit
    return any(u.norm in _DURING for u in sentence.units[max(0, i - 2) : i])


def _lend(sentence: Sentence, occasion: Frame, frame: Frame) -> None:
    entry = frame.trigger.entry
    if entry is None or frame is occasion or frame.targets or entry.relation.group not in _LENT:
        return
    if frame.trigger.analysis.pos == "noun" or (entry.relation.symmetric and len(frame.sources) > 1):
        return
    low, high = sorted((occasion.trigger.unit, frame.trigger.unit))
    if frame.trigger.unit < occasion.trigger.unit and any(
        u.kind in ("complementizer", "colon") for u in sentence.units[low:high]
    ):
        return
    parties = {r.actor: r for r in (*occasion.sources, *occasion.targets)}
    speakers = {r.actor for r in frame.sources}
    if speakers & parties.keys():
        others = [r for a, r in parties.items() if a not in speakers]
        if speakers <= {r.actor for r in occasion.sources}:
            others = [r for r in occasion.targets if r.actor not in speakers] or others
        frame.targets = [r for r in others if r.type != "place"]


#: How far behind a letter what it holds may stand.
_LETTER_REACH = 9


def open_letter(sentence: Sentence, frame: Frame, frames: Sequence[Frame]) -> None:
    """Give what a letter holds its writer and its reader: "تسلم رسالة من الملك *تضمنت دعوة* إلى".

    Parameters
    ----------
    sentence : Sentence
    frame : Frame
        A verbal noun; changed.
    frames : sequence of Frame
        Those before it.

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "تسلم ماكرون رسالة من بوتين تضمنت دعوة إلى القمة."), load())
    >>> [(c.relation, c.source_id, c.target_id) for c in read.claims]
    [('called-on', 'vladimir-putin', 'emmanuel-macron')]
    """
    units, at, entry = sentence.units, frame.trigger.unit, frame.trigger.entry
    if entry is None or frame.trigger.analysis.pos != "noun" or entry.relation.group not in ("ask", "back"):
        return
    if not any(u.norm in grammar.INCLUDES for u in units[max(at - 2, 0) : at]):
        return
    for letter in reversed(frames):
        told, i = letter.trigger.entry, letter.trigger.unit
        if told is not None and told.relation.id == "stated" and letter.trigger.analysis.pos == "noun":
            if at - i <= _LETTER_REACH and letter.sources and letter.targets:
                frame.sources, frame.targets = letter.sources, letter.targets
            return


#: How far behind a meeting "and another" may stand, and behind that whom it was with.
_ANOTHER_REACH = 4


def another(sentence: Sentence, frame: Frame) -> Frame | None:
    """Return a further meeting that "and another" tells of: "عقدا اجتماعاً، *وآخر موسعاً مع الوزراء*".

    Parameters
    ----------
    sentence : Sentence
    frame : Frame
        Of the first meeting, told by a noun.

    Returns
    -------
    Frame or None

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "عقد ماكرون وشولتس اجتماعاً، وآخر موسعاً مع زيلينسكي."), load())
    >>> [(c.source_id, c.target_id) for c in read.claims]  # doctest: +NORMALIZE_WHITESPACE
    [('emmanuel-macron', 'olaf-scholz'), ('emmanuel-macron', 'volodymyr-zelensky'),
     ('olaf-scholz', 'volodymyr-zelensky')]
    """
    entry, units = frame.trigger.entry, sentence.units
    if entry is None or not entry.relation.symmetric or frame.trigger.analysis.pos != "noun":
        return None
    start = frame.arguments.end
    for i in range(start, min(start + _ANOTHER_REACH, len(units))):
        if units[i].norm not in grammar.ANOTHER:
            continue
        for j in range(i + 1, min(i + 1 + _ANOTHER_REACH, len(units) - 1)):
            if units[j].norm == "مع" and units[j + 1].ref is not None:
                others = coordinated(sentence, j + 1)[0]
                return Frame(frame.trigger, Arguments(end=j + 1 + len(others)), frame.sources, others)
    return None
