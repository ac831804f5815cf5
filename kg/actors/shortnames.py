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


#: How many words the quoted end of a name may have.
_MOST_QUOTED = 3


def take_quoted_ends(w: Words, phrases: list[Phrase]) -> list[Phrase]:
    """Add mentions by the quoted end of a body's name (حزب العمال الكردستاني ... «الكردستاني»).

    Parameters
    ----------
    w : Words
    phrases : list of Phrase
        Of the text, in order.

    Returns
    -------
    list of Phrase
        Those given and the new ones, in order.

    Examples
    --------
    >>> from kg.actors.scan import scan
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> text = "هاجمت حركة «الشباب» المدينة، ثم انسحبت «الشباب» منها."
    >>> [(p.type, p.first, p.last) for p in scan(Words(parse(Document("d", text)), vocabulary(load())))]
    [('organization', 1, 3), ('organization', 7, 8)]
    """
    taken = {i for p in phrases for i in range(p.first, p.last) if p.type != "group" or p.kind != "head"}
    bodies: list[tuple[tuple[str, ...], Phrase]] = []
    named = iter(phrases)
    upcoming = next(named, None)
    found: list[Phrase] = []
    for at in range(w.count):
        while upcoming is not None and upcoming.last <= at:
            if upcoming.type == "organization" and upcoming.kind == "name" and upcoming.sort != "media":
                bodies.append((tuple(w.norms[upcoming.first : upcoming.last]), upcoming))
            upcoming = next(named, None)
        if at in taken or not (w.opens[at] and w.definite(at)):
            continue
        end = next((e for e in range(at + 1, min(at + 1 + _MOST_QUOTED, w.count)) if w.quoted[e]), at)
        words = tuple(w.norms[at:end])
        body = next((p for name, p in reversed(bodies) if words and _shares_end(name, words)), None)
        if body is not None:
            found.append(
                Phrase(at, end, "", "organization", "name", body.gender, actor=body.actor, name=body.name)
            )
            found[-1].head = body.head
    meant = {p.first for p in found}  # «الشباب» is the movement, no group of young people
    return sorted((*(p for p in phrases if p.first not in meant), *found), key=lambda p: p.first)


def _shares_end(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Tell whether some words are the end of a longer name."""
    return len(name) > len(words) and name[-len(words) :] == words
