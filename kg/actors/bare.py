"""Surnames and short names that an article uses after it gave the full name once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.actors import vocabulary as v
from kg.actors.cast import Cast, surnames
from kg.actors.references import Phrase
from kg.actors.titles import nisba
from kg.actors.words import Words
from kg.lexicon.trie import Trie
from kg.text.clitics import attached_forms, splits


def add_bare_names(w: Words, phrases: list[Phrase]) -> list[Phrase]:
    """Find the bare names between phrases: surnames of persons and proper names of bodies.

    Parameters
    ----------
    w : Words
    phrases : list of Phrase
        In order.

    Returns
    -------
    list of Phrase
        In order, with those found.

    Examples
    --------
    >>> from kg.actors.scan import scan
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "وصل خالد العبدلي أمس. وقال العبدلي إنه متفائل.")), vocabulary(load()))
    >>> phrases = scan(w)
    >>> [w.norms[p.first : p.last] for p in phrases]
    [['خالد', 'العبدلي']]
    >>> [w.norms[p.first : p.last] for p in add_bare_names(w, phrases)]
    [['خالد', 'العبدلي'], ['العبدلي']]
    """
    learnt = _learn(w, phrases)
    forms = {form for first in learnt for form in attached_forms(first)}
    taken = bytearray(w.count)
    for phrase in phrases:
        for i in range(phrase.first, phrase.last):
            taken[i] = 1
    added: list[Phrase] = []
    at = 0
    while at < w.count:
        found = _match(w, learnt, at) if w.norms[at] in forms and not (taken[at] or w.mark[at]) else None
        if found is None:
            at += 1
            continue
        added.append(found)
        at = found.last
    return sorted([*phrases, *added], key=lambda p: p.first) if added else phrases


class _Learnt(Trie[Phrase]):
    """The names of an article: under each, the first phrase of each actor, however often it is named."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: set[tuple[tuple[str, ...], str]] = set()

    def add(self, words: Sequence[str], value: Phrase) -> None:
        key = (tuple(words), value.actor)
        if key not in self._seen:
            self._seen.add(key)
            super().add(words, value)


def _learn(w: Words, phrases: list[Phrase]) -> _Learnt:
    learnt = _Learnt()
    for phrase in phrases:
        _learn_phrase(w, learnt, phrase)
    _learn_outlet(w, learnt)
    return learnt


def _learn_outlet(w: Words, learnt: _Learnt) -> None:
    """Learn the outlet's own short name: an article in الميادين says "told الميادين"."""
    lexicon = w.vocabulary.actors
    id_ = Cast(w.text.document, lexicon).outlet()
    if not id_:
        return
    for name in w.vocabulary.short_media.get(id_, ()):
        known = lexicon.names.longest(name, 0)
        if known is None or known[0] < len(name):
            learnt.add(
                name, Phrase(0, 0, "", "organization", "outlet", "f", actor=id_, name=name, sort="media")
            )


def _learn_phrase(w: Words, learnt: _Learnt, phrase: Phrase) -> None:
    if phrase.type == "person" and len(phrase.name) > 1 and not phrase.same:
        learnt.add(phrase.name, phrase)
        for short in surnames(phrase.name):
            if len(short) > 1 or _distinctive(w, short[0]):
                learnt.add(short, phrase)
            elif len(short[0]) > 3 and (phrase.actor or short[0].startswith("ال")):
                learnt.add(short, replace(phrase, kind="speaker"))
    elif phrase.type == "organization" and phrase.kind == "name" and len(phrase.name) > 1:
        own = phrase.name[1:]
        if not phrase.actor and not phrase.same and len(own) == 1 and _proper(w, own[0]):
            learnt.add(own, phrase)
    elif phrase.same and phrase.type == "organization" and phrase.name:
        learnt.add(phrase.name, phrase)
    for part in phrase.parts:
        _learn_phrase(w, learnt, part)


def _distinctive(w: Words, surname: str) -> bool:
    """Tell whether a surname can hardly be anything else."""
    word = w.vocabulary.word(surname)
    if len(surname) < 3 or word.ordinary:
        return False
    return not word.plain & (v.TITLE | v.BODY | v.DEMONYM | v.GROUP | v.GOVERNMENT | v.PORTFOLIO)


def _speaks(w: Words, at: int, end: int, particles: str, surname: str) -> bool:
    """Tell whether a surname that is an ordinary word stands where a speaker does (قال رئيسي إن)."""
    if surname.startswith("ال") and nisba(surname) and particles in ("", "ل") and _no_adjective(w, at):
        return True
    if particles:
        return False
    if end < w.count and w.norms[end] == ":" and (at == 0 or w.stop[at]):
        return True
    before = w.norms[at - 1].removeprefix("و") if at and not w.stop[at] else ""
    if w.definite(at) and w.vocabulary.verb_gender(before):
        return True  # وأضاف السوداني بحسب البيان
    return (
        before in w.lists["SpeechContext"] and w.goes_on(end) and w.norms[end] in ("ان", "انه", "انها", "بان")
    )


def _no_adjective(w: Words, at: int) -> bool:
    """Tell whether a nisba has no noun before it that it could describe (دعوة المالكي، زيارة السوداني)."""
    if w.begins(at):
        return False
    before = w.words[at - 1]
    named = before.classes & (v.NAME | v.GIVEN | v.AMBIGUOUS | v.DEMONYM | v.JOINER)
    return before.ordinary and not w.definite(at - 1) and not named and not before.norm.isdigit()


def _proper(w: Words, name: str) -> bool:
    word = w.vocabulary.word(name)
    return len(name) > 2 and not word.ordinary and not word.plain


def _match(w: Words, learnt: _Learnt, at: int) -> Phrase | None:
    for particles, noun in splits(w.norms[at]):
        if noun not in learnt:
            continue
        found = learnt.longest(w.norms, at, noun)
        if found is None or not w.one_sentence(at, found[0]):
            continue
        end, owners = found
        owner = owners[0]
        if owner.kind == "speaker" and not _speaks(w, at, end, particles, noun):
            continue
        if owner.kind == "outlet" and not (particles.endswith("ل") or w.quoted[at]):
            continue
        words = (noun, *w.norms[at + 1 : end])
        actors = {o.actor for o in owners}
        actor = owner.actor if len(actors) == 1 else ""
        phrase = Phrase(at, end, particles, owner.type, "name", owner.gender, actor=actor, name=words)
        if owner.type == "organization":
            phrase.name = owner.name
            phrase.head = owner.head
        return phrase
    return None
