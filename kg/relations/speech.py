"""Verbs of saying: texts that speak for their authors, and verbs that only lead to what is expressed."""

from __future__ import annotations

from collections.abc import Sequence

from kg.relations import grammar
from kg.relations.frames import Frame
from kg.relations.sources import SPEECH_GROUPS
from kg.relations.triggers import is_noun
from kg.relations.units import Sentence

#: How far behind "he expressed" the noun of what he expresses may stand.
_EXPRESSED = 4


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


def expresses(frame: Frame, later: Sequence[Frame]) -> bool:
    """Tell whether a verb of saying only lends its subject to what is said: "أعرب عن إدانته للهجوم".

    Parameters
    ----------
    frame : Frame
    later : sequence of Frame
        Those after it in the sentence.

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
    >>> text = parse(Document("d", "عبر الوزير العراقي عن رفضه قرار السفير المصري."))
    >>> minister, ambassador = references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> verb, noun = find_triggers(sentence, lexicon)[:2]
    >>> said = Frame(verb, Arguments(), [minister], [])
    >>> expresses(said, [Frame(noun, Arguments(), [minister], [ambassador])])
    True
    """
    entry = frame.trigger.entry
    if entry is None or entry.relation.id != "stated" or frame.arguments.content is not None:
        return False
    for other in later:
        if other.trigger.unit - frame.trigger.unit > _EXPRESSED + len(frame.sources):
            return False
        told = other.trigger.entry
        if other.trigger.analysis.pos == "noun" and told is not None and told.relation.group in SPEECH_GROUPS:
            return other.pairs() != [] and {r.actor for r in other.sources} == {
                r.actor for r in frame.sources
            }
    return False
