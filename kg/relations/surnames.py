"""Surnames that are ordinary words, right behind a verb of saying: "يوسف الشاهد ... وأكد *الشاهد* أن"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.actors.references import ActorReading, Reference
from kg.lexicon import Lexicon
from kg.relations.sources import SPEECH_GROUPS
from kg.text import Text, Token, fold_phrase


def with_surnames(
    text: Text, reading: ActorReading, references: Sequence[Reference], lexicon: Lexicon
) -> tuple[Reference, ...]:
    """Add mentions of persons by a surname that elsewhere would be an ordinary word.

    Parameters
    ----------
    text : Text
    reading : ActorReading
        The persons and their names.
    references : sequence of Reference
        Those of ``reading``, and others added since.
    lexicon : Lexicon
        For the verbs of saying.

    Returns
    -------
    tuple of Reference
        Those given and the new ones, in order.

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> text = parse(Document("d", "وصل الوزير يوسف الشاهد. وقال الشاهد إن المشفى جاهز."))
    >>> reading = find_actors(text, load())
    >>> found = with_surnames(text, reading, reading.references, load())
    >>> [(r.kind, text.slice(r.first, r.last)) for r in found]
    [('titled-name', 'الوزير يوسف الشاهد'), ('name', 'يوسف الشاهد'), ('name', 'الشاهد')]
    """
    known = _surnames(text, reading)
    if not known:
        return tuple(references)
    taken = {i for r in references for i in range(r.first, r.last)}
    found = []
    for i, token in enumerate(text.tokens[1:], 1):
        bearer = known.get(token.norm)
        if bearer is None or bearer.last > i or i in taken:
            continue
        following = text.tokens[i + 1].norm if i + 1 < len(text.tokens) else ""
        if (following.startswith("ال") and i + 1 not in taken) or not _says(text.tokens[i - 1], lexicon):
            continue  # "قال محمد القصير": somebody else of that name
        found.append(
            Reference(i, i + 1, token.start, token.end, "", bearer.actor, "person", "name", "", "s", False)
        )
    return tuple(sorted((*references, *found), key=lambda r: (r.first, -r.last)))


def _surnames(text: Text, reading: ActorReading) -> dict[str, Reference]:
    """Last words of the names of persons, with the first mention of whom bears it; none that two bear."""
    last = {a.id: fold_phrase(a.name_ar).split()[-1] for a in reading.actors if a.type == "person"}
    found: dict[str, Reference] = {}
    shared = set()
    for r in reading.references:
        if r.actor not in last or r.kind not in ("name", "titled-name") or r.last - r.first < 2:
            continue
        word = last[r.actor]
        if all(t.norm != word for t in text.tokens[r.first + 1 : r.last]):
            continue
        if found.setdefault(word, r).actor != r.actor:
            shared.add(word)
    return {word: r for word, r in found.items() if word not in shared}


def _says(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word is a verb of saying that may have one person behind it as its subject."""
    for analysis in lexicon.morphology.analyses(token.norm):
        if analysis.lexeme < len(lexicon.triggers) and analysis.is_verb and not analysis.pronoun:
            said = lexicon.triggers[analysis.lexeme].relation.group in SPEECH_GROUPS
            if said and analysis.person == "3" and analysis.number == "s":
                return True
    return False
