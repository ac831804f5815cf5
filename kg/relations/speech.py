"""Texts that speak for those who issue them ("وأضاف البيان"), and the audience of a speech or interview."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg.actors.references import Reference
from kg.relations import grammar
from kg.relations.arguments import coordinated
from kg.relations.frames import Frame
from kg.relations.nouns import is_noun
from kg.relations.sources import SPEECH_GROUPS
from kg.relations.units import Sentence

#: Who may be spoken to.
_HEARERS = frozenset({"person", "organization", "group"})
#: How far behind the noun of a speech its audience may stand: "في خطاب ألقاه اليوم أمام البرلمان".
_AUDIENCE_REACH = 4


def issues_text(sentence: Sentence, frame: Frame, voices: frozenset[str]) -> bool:
    """Tell whether somebody speaks in a text that may speak for him later: "قالت الوزارة *في بيان*".

    Parameters
    ----------
    sentence : Sentence
    frame : Frame
    voices : frozenset of str
        Nouns of such texts, folded.

    Returns
    -------
    bool

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
    >>> text = parse(Document("d", "قالت الرئاسة المصرية في بيان إن الوضع صعب."))
    >>> sentence = read_sentences(text, find_actors(text, lexicon).references, [], lexicon)[0]
    >>> said = Frame(find_triggers(sentence, lexicon)[0], Arguments(content=4), [], [])
    >>> issues_text(sentence, said, lexicon.cues.voices)
    True
    """
    trigger, arguments = frame.trigger, frame.arguments
    if not trigger.analysis.is_verb:
        return False
    issuing = trigger.cue is not None and trigger.cue.light  # "أصدرت الوزارة *بياناً*"
    units = sentence.units
    end = arguments.end if arguments.content is None else arguments.content
    for i in range(trigger.unit + 1, min(end, len(units))):
        if is_noun(units[i].norm, voices) and (issuing or units[i - 1].norm in grammar.INSIDE):
            return True
    return False


def lend_audience(
    sentence: Sentence, frame: Frame, frames: Sequence[Frame], speeches: frozenset[str]
) -> None:
    """Give what is said in a speech or interview its audience: "وفي كلمة *أمام البرلمان*، أكد الوزير".

    Parameters
    ----------
    sentence : Sentence
    frame : Frame
        Its targets are filled in where it has none.
    frames : sequence of Frame
        Those before it in the sentence.
    speeches : frozenset of str
        Nouns of speeches and interviews, folded.

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
    >>> text = parse(Document("d", "وفي كلمة أمام مجلس النواب، أكد الوزير العراقي ذلك."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> verb = find_triggers(sentence, lexicon)[-1]
    >>> told = Frame(verb, Arguments(end=verb.unit), [references[-1]], [])
    >>> lend_audience(sentence, told, [], lexicon.cues.speeches)
    >>> [text.slice(r.first, r.last) for r in told.targets]
    ['مجلس النواب']
    """
    entry, arguments = frame.trigger.entry, frame.arguments
    if entry is None or entry.relation.group != "say" or frame.targets or not frame.sources:
        return
    if not frame.trigger.analysis.is_verb or "source" not in entry.needs or "target" in entry.needs:
        return
    # Ahead of the first verb, or behind this one.
    start = frame.trigger.unit if any(f.trigger.analysis.pos != "noun" for f in frames) else 0
    end = arguments.end if arguments.content is None else arguments.content
    barred = {r.actor for r in frame.sources}
    for i in range(max(start, 1), min(end, len(sentence.units))):
        unit, before = sentence.units[i], sentence.units[i - 1]
        if unit.kind != "word" or not (before.norm in grammar.ON_OCCASION or unit.norm in grammar.QUESTIONS):
            continue
        if is_noun(unit.norm, speeches) or _answered(sentence, i):
            frame.targets = [r for r in _audience(sentence, i) if r.actor not in barred]
            return


def _answered(sentence: Sentence, noun: int) -> bool:
    """Tell whether somebody answers the question that a noun names: "ردا على *سؤال* للصحافيين"."""
    before = sentence.units[max(noun - 2, 0) : noun]
    return (
        len(before) == 2
        and before[1].norm in grammar.ON_OR_ABOUT
        and before[0].norm.startswith(grammar.ANSWERING)
        and sentence.units[noun].norm in grammar.QUESTIONS
    )


def _audience(sentence: Sentence, noun: int) -> list[Reference]:
    """Return who hears the speech that a noun names."""
    for j in range(noun + 1, min(noun + 1 + _AUDIENCE_REACH, len(sentence.units))):
        unit = sentence.units[j]
        if unit.ref is not None:
            before = sentence.units[j - 1]
            marked = before.norm in grammar.BEFORE_HEARERS or (unit.preposition == "ل" and j == noun + 1)
            marked = marked or (before.norm in grammar.QUESTIONS and j == noun + 1)  # "أسئلة *الصحافيين*"
            return coordinated(sentence, j)[0] if marked and unit.ref.type in _HEARERS else []
        if unit.kind in ("comma", "complementizer", "colon", "quote", "relative"):
            break
    return []


def is_stranger(sentence: Sentence, frame: Frame) -> bool:
    """Tell whether somebody speaks whom the text has not named before: "قال *شهود عيان* إن".

    One unknown word, or a description with the article, may mean whoever spoke last.

    Parameters
    ----------
    sentence : Sentence
    frame : Frame
        Of a verb of saying without source.

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.arguments import Arguments
    >>> from kg.relations.triggers import find_triggers
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon, found = load(), []
    >>> for content in ("قال سائق حافلة إن الطريق مغلق.", "قال السائق إن الطريق مغلق."):
    ...     text = parse(Document("d", content))
    ...     sentence = read_sentences(text, (), [], lexicon)[0]
    ...     said = Frame(find_triggers(sentence, lexicon)[0], Arguments(stranger=True), [], [])
    ...     found.append(is_stranger(sentence, said))
    >>> found
    [True, False]
    """
    if frame.arguments.outsider:
        return True
    if not (frame.trigger.analysis.is_verb and frame.arguments.stranger):
        return False
    behind = sentence.units[frame.trigger.unit + 1 : frame.trigger.unit + 3]
    described = all(u.norm.startswith("ال") for u in behind)
    return len(behind) > 1 and all(u.kind == "word" for u in behind) and not described


def only_saw_it(sentence: Sentence, frame: Frame, media: Collection[str]) -> bool:
    """Tell whether a medium says in passing how it came by a text: "في رسالة *اطلعت عليها* الوكالة".

    Parameters
    ----------
    sentence : Sentence
    frame : Frame
    media : collection of str
        Ids of the news media of the article.

    Returns
    -------
    bool
        Whoever spoke before goes on speaking.

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.clauses import verbal
    >>> from kg.relations.triggers import find_triggers
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "قال الوزير في رسالة اطلعت عليها رويترز إن الوضع صعب."))
    >>> sentence = read_sentences(text, find_actors(text, lexicon).references, [], lexicon)[0]
    >>> trigger = next(t for t in find_triggers(sentence, lexicon) if t.analysis.gender == "f")
    >>> arguments = verbal(sentence, trigger, [], lexicon.cues)
    >>> only_saw_it(sentence, Frame(trigger, arguments, arguments.subjects, []), {"reuters"})
    True
    """
    trigger, arguments = frame.trigger, frame.arguments
    speaks = trigger.entry is not None and trigger.entry.relation.group in SPEECH_GROUPS
    if speaks or not trigger.unit or trigger.analysis.conjunction or not trigger.analysis.is_verb:
        return False
    before = sentence.units[trigger.unit - 1]
    inside = before.kind in ("word", "relative", "ref") or before.norm == "("
    behind = bool(arguments.subjects) and not arguments.fronted
    return inside and behind and all(r.actor in media for r in frame.sources)
