"""Media and clubs by their short names, which are ordinary words or places elsewhere (الحياة، الميادين)."""

from __future__ import annotations

from kg.actors import vocabulary as v
from kg.actors.references import Phrase
from kg.actors.words import Words
from kg.text.clitics import splits


def read_medium(w: Words, at: int) -> Phrase | None:
    """Read the name of a medium that is a whole quotation (وقالت «الحياة» إن).

    Parameters
    ----------
    w : Words
    at : int

    Returns
    -------
    Phrase or None

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "قالت «الحياة» إن الاجتماع تأجل.")), vocabulary(load()))
    >>> phrase = read_medium(w, 1)
    >>> phrase.type, phrase.kind, w.norms[phrase.first : phrase.last]
    ('organization', 'name', ['الحياه'])
    """
    for particles, noun in splits(w.norms[at]):
        found = w.vocabulary.media.longest(w.norms, at, noun) if noun in w.vocabulary.media else None
        if found is None or not w.one_sentence(at, found[0]):
            continue
        end = found[0]
        quoted = w.opens[at] and (end >= w.count or w.quoted[end])
        told = _told(w, at, end, particles)
        if (quoted and not particles) or told or (end - at > 1 and _distinct(w, noun, at, end)):
            actor = _one_medium(w, found[1], told=told)
            if actor:
                return Phrase(at, end, particles, "organization", "name", "f", actor=actor, sort="media")
    return None


def _one_medium(w: Words, actors: list[str], *, told: bool) -> str:
    """Choose between media of one short name: the outlet itself, or the first that something is told to."""
    outlet = w.vocabulary.actors.outlet(w.text.document.outlet)
    if outlet in actors:
        return outlet
    return actors[0] if told or len(actors) == 1 else ""


def _told(w: Words, at: int, end: int, particles: str) -> bool:
    """Tell whether a short name is a medium's by the words around it (مراسل الجزيرة، قال للميادين إن)."""
    if at == 0 or w.stop[at]:
        return False
    if not particles:
        return w.norms[at - 1] in w.lists["Correspondents"]
    if not particles.endswith("ل"):
        return False
    goes_on = w.goes_on(end) and w.norms[end] not in ("ان", "انه", "انها", "بان", "حول", "عن", "من", "نت")
    return not goes_on and any(
        w.norms[i].removeprefix("و") in w.lists["SpeechContext"] for i in range(max(at - 12, 0), at)
    )


def _distinct(w: Words, noun: str, at: int, end: int) -> bool:
    """Tell whether the words of a medium's short name mean nothing else (فرانس برس)."""
    words = [w.vocabulary.word(n) for n in (noun, *w.norms[at + 1 : end])]
    known = w.vocabulary.actors.names.longest([noun, *w.norms[at + 1 : end]], 0)
    return known is None and not any(x.ordinary or x.plain & (v.DEMONYM | v.BODY | v.TITLE) for x in words)


def read_club(w: Words, at: int) -> Phrase | None:
    """Read the name of a sports club.

    Parameters
    ----------
    w : Words
    at : int

    Returns
    -------
    Phrase or None

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "فاز ريال مدريد أمس.")), vocabulary(load()))
    >>> phrase = read_club(w, 1)
    >>> phrase.head, phrase.name
    ('نادي', ('ريال', 'مدريد'))
    """
    clubs = w.vocabulary.clubs
    for particles, noun in splits(w.norms[at]):
        found = clubs.longest(w.norms, at, noun) if noun in clubs else None
        if found is not None and w.one_sentence(at, found[0]):
            name = tuple(found[1][0].split())
            return Phrase(
                at, found[0], particles, "organization", "name", "m", name=name, head="نادي", sort="club"
            )
    return None
