"""One unnamed person: a source, an official, one of a group."""

from __future__ import annotations

from kg.actors import vocabulary as v
from kg.actors.references import Phrase
from kg.actors.tails import false_idafa, take_inner, take_members
from kg.actors.titles import nisba
from kg.actors.words import Words
from kg.lexicon.titles import Term

_ANY = frozenset("اي لاي باي كل لكل بكل بدون".split())


def read_someone(w: Words, at: int) -> Phrase | None:
    """Read one unnamed person (مصدر أمني أمريكي، متحدث باسم الكرملين).

    Parameters
    ----------
    w : Words
    at : int

    Returns
    -------
    Phrase or None
        ``kind`` is ``head`` for المصدر and المسؤول, which stand for somebody named before.

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "قال مصدر أمني عراقي ذلك.")), vocabulary(load()))
    >>> phrase = read_someone(w, 1)
    >>> phrase.type, phrase.kind, w.norms[phrase.first : phrase.last]
    ('person', 'description', ['مصدر', 'امني', 'عراقي'])
    """
    found = w.term(at, "PersonNoun")
    if found is None or not w.one_sentence(at, found[1]):
        return None
    if at and not w.stop[at] and w.norms[at - 1].removeprefix("و") in _ANY:
        return None  # any citizen is nobody
    particles, end, term = found
    if particles.endswith("ك") and not term.definite:
        return None
    if "one-of" in term.flags:
        return _one_of(w, at, end, particles)
    if not particles and not term.definite and _describes(w, at):
        return None
    phrase = Phrase(at, end, particles, "person", "description", "f" if term.number == "f" else "m")
    phrase.head = w.folded(at, end, particles).removeprefix("ال").removesuffix("ا")
    while (
        w.goes_on(phrase.last)
        and not false_idafa(w, phrase.last)
        and _singular_adjective(w, phrase.last, definite=term.definite)
    ):
        demonym = w.vocabulary.actors.demonyms.get(w.norms[phrase.last])
        if demonym is not None:
            phrase.states = (*phrase.states, demonym.state)
        phrase.last += 1
    if w.goes_on(phrase.last) and false_idafa(w, phrase.last):
        phrase.last += 2
    if term.definite:
        phrase.kind = "head"
        return phrase
    behind = phrase.last
    if w.goes_on(behind + 1) and w.norms[behind] == "باسم":
        inner = w.inner(behind + 1, "")
        if inner is not None:
            take_inner(phrase, inner)
        elif w.definite(behind + 1) and w.words[behind + 1].ordinary:
            phrase.last = behind + 2
    take_members(w, phrase)
    return phrase if phrase.last > end or _acts(w, at, term) else None


def _describes(w: Words, at: int) -> bool:
    """Tell whether a word that may be a person is the adjective of the noun before it (مؤتمر صحفي)."""
    if w.begins(at) or not w.words[at].plain & v.QUALITY:
        return False
    before = w.words[at - 1]
    return before.ordinary and not w.definite(at - 1) and not w.vocabulary.verb_gender(before.norm)


def _one_of(w: Words, at: int, end: int, particles: str) -> Phrase | None:
    """Read "one of" and a group (أحد المتظاهرين)."""
    group = w.inner(end, "") if w.goes_on(end) else None
    if group is None or group.type != "group" or group.last - end == 0:
        return None
    phrase = Phrase(at, group.last, particles, "person", "description", "m", states=group.states)
    phrase.parts = [p for p in group.parts if not p.same]
    return phrase


def _acts(w: Words, at: int, term: Term) -> bool:
    """Tell whether somebody without a description stands right behind a verb (قال دبلوماسي)."""
    if "alone" not in term.flags or w.begins(at):
        return False
    before = w.norms[at - 1]
    if w.norms[at].endswith("ي"):  # an adjective, too: حل دبلوماسي
        return before.removeprefix("و") in w.lists["SpeechContext"]
    if w.norms[at].endswith("ا") and w.definite(at - 1):  # the object, behind the subject
        nearby = range(max(at - 3, 0), at - 1)
        return any(not w.stop[i + 1] and w.vocabulary.verb_gender(w.norms[i]) for i in nearby)
    return bool(w.vocabulary.verb_gender(before))


def _singular_adjective(w: Words, at: int, *, definite: bool) -> bool:
    word = w.words[at]
    demonyms = w.vocabulary.actors.demonyms
    demonym = demonyms.get(word.norm) or (None if definite else demonyms.get(word.norm.removesuffix("ا")))
    if demonym is not None:
        return demonym.definite == definite and demonym.number == "s"
    if definite:
        return nisba(word.norm) and word.ordinary and not word.plain & v.TITLE
    return bool(word.plain & v.QUALITY)
