"""Texts that speak for those who issue them: "وأضاف البيان"."""

from __future__ import annotations

from kg.relations import grammar
from kg.relations.frames import Frame
from kg.relations.triggers import is_noun
from kg.relations.units import Sentence


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
