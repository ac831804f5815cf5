"""Short names behind the full one of a body: حركة المقاومة الإسلامية (حماس)."""

from __future__ import annotations

from kg.actors import vocabulary as v
from kg.actors.references import Phrase
from kg.actors.words import Words


def take_short_names(w: Words, phrase: Phrase) -> None:
    """Take in the short name behind a full one, in brackets or without.

    Parameters
    ----------
    w : Words
    phrase : Phrase
        The full name; it is made longer, and the short one is among its parts.

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "أعلنت منظمة البحوث التربوية (مبت) ذلك.")), vocabulary(load()))
    >>> phrase = Phrase(1, 4, "", "organization", "name")
    >>> take_short_names(w, phrase)
    >>> phrase.last, [p.name for p in phrase.parts]
    (7, [('مبت',)])
    """
    _abbreviation(w, phrase)
    _other_name(w, phrase)


def _other_name(w: Words, phrase: Phrase) -> None:
    """Take in the short name right behind the full one (حركة المقاومة الإسلامية حماس)."""
    at = phrase.last
    if not w.goes_on(at) or not w.words[at].plain & v.NAME:
        return
    inner = w.inner(at, "")
    if inner is None or inner.type != "organization" or inner.kind != "name" or not inner.actor:
        return
    if inner.sort == "media" or phrase.actor not in ("", inner.actor):
        return
    inner.same, phrase.actor = True, inner.actor
    phrase.parts.append(inner)
    phrase.last = inner.last


def _abbreviation(w: Words, phrase: Phrase) -> None:
    """Take a short name in brackets in: (اليونيفيل), (الناتو)."""
    at = phrase.last
    if at + 2 < w.count and not w.stop[at] and w.norms[at] == "(":
        for end in range(at + 1, min(at + 5, w.count)):
            if w.stop[end]:
                return
            if w.norms[end] == ")":
                if end == at + 1:
                    return
                known = w.inner(at + 1, "")
                if known is not None and known.last == end and known.type == "organization" and known.actor:
                    if phrase.actor not in ("", known.actor):
                        return
                    known.same, phrase.actor = True, known.actor
                    phrase.parts.append(known)
                    phrase.last = end + 1
                    return
                if any(w.words[i].ordinary or w.norms[i].isdigit() for i in range(at + 1, end)):
                    return
                short = Phrase(at + 1, end, "", "organization", "name", phrase.gender, same=True)
                short.name = tuple(w.norms[at + 1 : end])
                phrase.parts.append(short)
                phrase.last = end + 1
                return
