"""One pass over the words that finds every phrase that names an actor."""

from __future__ import annotations

from collections.abc import Callable

from kg.actors import vocabulary as v
from kg.actors.bodies import read_body, read_ministry
from kg.actors.groups import read_counted, read_group
from kg.actors.media import read_club, read_medium
from kg.actors.pairs import read_pair
from kg.actors.persons import is_name_start, read_person, with_apposition
from kg.actors.places import read_place, read_somewhere
from kg.actors.references import Phrase
from kg.actors.shortnames import take_quoted_ends, take_short_names
from kg.actors.someone import read_someone
from kg.actors.states import read_government, read_known
from kg.actors.unknown_names import read_unknown
from kg.actors.words import Words

_Reader = Callable[[Words, int], Phrase | None]
#: Readers by the class of the first word; the longest phrase wins, and of equals the first.
_READERS: tuple[tuple[int, _Reader], ...] = (
    (v.NAME, read_known),
    (v.SOMEONE, read_someone),
    (v.TITLE | v.HONORIFIC | v.COUNTERPART | v.DEMONYM, read_person),
    (v.GOVERNMENT, read_government),
    (v.BODY, read_body),
    (v.PORTFOLIO, read_ministry),
    (v.GROUP | v.QUANTITY | v.DEMONYM, read_group),
    (v.PLACE, read_place),
)
_MOST_DEPTH = 6


def scan(w: Words) -> list[Phrase]:
    """Find the phrases of a text.

    Parameters
    ----------
    w : Words

    Returns
    -------
    list of Phrase
        In order, without overlap; what they hold inside is in their ``parts``.

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "زار وزير الخارجية المصري بغداد أمس.")), vocabulary(load()))
    >>> [(p.type, " ".join(w.norms[p.first : p.last])) for p in scan(w)]
    [('person', 'وزير الخارجيه المصري'), ('place', 'بغداد')]
    """
    memory: dict[int, Phrase | None] = {}
    depth = 0

    def inner(at: int, particles: str) -> Phrase | None:
        nonlocal depth
        if at >= w.count or w.mark[at] or not w.words[at].classes:
            return None
        if at not in memory:
            if depth >= _MOST_DEPTH:
                return None
            depth += 1
            memory[at] = _read(w, at, inner=True)
            depth -= 1
        found = memory[at]
        return found if found is not None and found.particles == particles else None

    w.inner = inner
    phrases: list[Phrase] = []
    at = 0
    while at < w.count:
        phrase = None
        word = w.words[at]
        if not (w.mark[at] or (word.idle and at not in w.fathers)):
            pair = read_pair(w, at) if word.classes & v.DUAL else []
            if pair:
                phrases += pair
                at = pair[-1].last
                continue
            phrase = _read(w, at, inner=False)
            if phrase is None and word.short:
                phrase = read_club(w, at)
            if phrase is None and not word.classes:
                phrase = (
                    read_counted(w, at) or with_apposition(w, read_unknown(w, at)) or read_somewhere(w, at)
                )
        if phrase is None or (_is_adjective(w, phrase) and not (phrases and phrases[-1].last == at)):
            at += 1
        else:
            phrases.append(phrase)
            at = max(phrase.last, at + 1)
    return take_quoted_ends(w, phrases)


def _is_adjective(w: Words, phrase: Phrase) -> bool:
    """Tell whether the name of a state is the adjective of the thing before it: "المساعدات *السعودية*"."""
    at = phrase.first
    if phrase.type != "state" or phrase.particles or phrase.last > at + 1 or w.begins(at):
        return False
    if not w.words[at].plain & v.DEMONYM or not w.definite(at - 1):
        return False
    thing = w.words[at - 1]
    plural = thing.norm in w.lists["PluralThings"]
    return plural or (thing.norm.endswith(("ه", "ات")) and thing.ordinary and not thing.plain)


def _read(w: Words, at: int, *, inner: bool) -> Phrase | None:
    """Read the longest phrase that begins at a word."""
    classes = w.words[at].classes
    best = read_medium(w, at) if w.words[at].short else None
    if not classes:
        return read_person(w, at, inner=inner) if best is None and is_name_start(w, at) else best
    for bits, reader in _READERS:
        if not classes & bits:
            continue
        found = read_person(w, at, inner=inner) if reader is read_person else reader(w, at)
        if found is not None and (best is None or found.last > best.last) and not _settled(best, found):
            best = found
    if best is not None and best.type == "organization" and best.kind == "name" and best.actor:
        take_short_names(w, best)
    if not classes & (v.TITLE | v.HONORIFIC) and is_name_start(w, at):
        found = read_person(w, at, inner=inner)
        if found is not None and (best is None or found.last > best.last or best.kind == "head"):
            best = found
    return best


def _settled(known: Phrase | None, other: Phrase) -> bool:
    """Tell whether a body of the authority list, by a name of several words, outweighs a longer reading."""
    return (
        known is not None
        and bool(known.actor)
        and known.type == other.type == "organization"
        and known.kind == "name"
        and known.last - known.first > 1
    )
