"""Words for somebody's own country (بلاده): the state of whoever was just spoken of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from kg.actors.references import ActorReading, Reference
from kg.lexicon import Lexicon
from kg.relations.units import Sentence
from kg.text import Text, fold_phrase, splits

_PRONOUNS = ("ه", "ها", "هم", "نا")


def with_homelands(
    text: Text, reading: ActorReading, homes: Mapping[str, str], lexicon: Lexicon
) -> tuple[Reference, ...]:
    """Add mentions of states as "his country", "the government of his country", and of bodies as "his party".

    Parameters
    ----------
    text : Text
    reading : ActorReading
    homes : mapping of str to str
        State of each actor that has one (:func:`homes`).
    lexicon : Lexicon
        For the nouns (``cues.ttl``).

    Returns
    -------
    tuple of Reference
        Those given and the new ones, in order; a new one stands for the state of the actor named before it.

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "قال وزير الدفاع العراقي إن بلاده ترفض ذلك."))
    >>> reading = find_actors(text, lexicon)
    >>> found = with_homelands(text, reading, homes(reading, lexicon), lexicon)
    >>> [(r.kind, text.slice(r.first, r.last)) for r in found]
    [('title', 'وزير الدفاع العراقي'), ('homeland', 'بلاده')]
    >>> found[-1].actor
    'iraq'
    """
    references = reading.references
    bodies = _own_bodies(reading)
    if not homes and not bodies:
        return references
    taken = {i for r in references for i in range(r.first, r.last)}
    entries = lexicon.actors.entries  # a medium only hears of somebody's country
    media = {r.actor for r in references if r.actor in entries and entries[r.actor].kind == "media"}
    holders = [r for r in references if r.actor in homes and r.actor not in media]
    found = []
    heads = frozenset(head for held in bodies.values() for head in held)
    for i, token in enumerate(text.tokens):
        if i in taken or not token.norm.endswith(_PRONOUNS) or token.text.endswith("ة"):
            continue  # "بلدة" is a town, and folds like "his country"
        own = _own_body(token.norm, heads)
        if own is not None:
            particles, letters, head = own
            leaders = [r for r in references if r.last <= i and head in bodies.get(r.actor, ())]
            if leaders:
                body = bodies[leaders[-1].actor][head]
                found.append(_own_reference(text, i, particles, letters, body))
            continue
        if not (reading_of := _homeland(token.norm, lexicon.cues.homelands)):
            continue
        before = [r for r in holders if r.last <= i]
        if "اراضي" in token.norm:  # a state's, or its government's, not those of whoever leaves it
            states = (r for r in (*references, *found) if r.type == "state" and r.last <= i)
            before = sorted(states, key=lambda r: r.last)
        if before:
            particles, letters = reading_of
            state = homes.get(before[-1].actor, before[-1].actor)
            found.append(_reference(text, i, particles, letters, state, taken, lexicon))
    return tuple(sorted((*references, *found), key=lambda r: (r.first, -r.last)))


def resolve_homelands(
    sentence: Sentence, homes: Mapping[str, str], speakers: Sequence[Reference]
) -> Sentence:
    """Let "his country" mean the last speaker's, where the sentence names nobody before it.

    Parameters
    ----------
    sentence : Sentence
    homes : mapping of str to str
    speakers : sequence of Reference
        Who spoke before this sentence.

    Returns
    -------
    Sentence

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "قال وزير الدفاع العراقي إن السفير المصري غادر. وأكد أن بلاده تنتظره."))
    >>> reading = find_actors(text, lexicon)
    >>> states = homes(reading, lexicon)
    >>> references = with_homelands(text, reading, states, lexicon)
    >>> sentence = read_sentences(text, references, [], lexicon)[1]
    >>> resolved = resolve_homelands(sentence, states, references[:1])
    >>> [u.ref.actor for u in (*sentence.units, *resolved.units) if u.ref]
    ['egypt', 'iraq']
    """
    states = [homes[r.actor] for r in speakers if r.actor in homes]
    named = False
    units = list(sentence.units)
    for i, unit in enumerate(units):
        if unit.ref is None:
            continue
        if unit.ref.kind == "homeland" and not named and states:
            units[i] = unit._replace(ref=replace(unit.ref, actor=states[0]))
        named = named or unit.ref.actor in homes
    return replace(sentence, units=tuple(units))


@lru_cache(maxsize=100_000)
def _homeland(norm: str, nouns: frozenset[str]) -> tuple[str, int] | None:
    """Particles of a word that means somebody's country, and their number of letters."""
    for particles, noun in splits(norm):
        for pronoun in _PRONOUNS:
            if noun.endswith(pronoun) and noun.removesuffix(pronoun) in nouns:
                return particles, len(norm) - len(noun)
    return None


def _own_bodies(reading: ActorReading) -> dict[str, dict[str, str]]:
    """Bodies that persons lead or serve, by person and by the first word of the body's name."""
    names = {a.id: a.name_ar for a in reading.actors if a.type == "organization"}
    found: dict[str, dict[str, str]] = {}
    for office in reading.offices:
        if office.body_id in names and not office.former:
            head = fold_phrase(names[office.body_id]).partition(" ")[0].removeprefix("ال")
            found.setdefault(office.holder_id, {}).setdefault(head, office.body_id)
    return found


@lru_cache(maxsize=100_000)
def _own_body(norm: str, heads: frozenset[str]) -> tuple[str, int, str] | None:
    """Particles of a word that means somebody's own body (حزبه، حركته), their letters, and the noun."""
    if not heads:
        return None
    for particles, noun in splits(norm):
        for pronoun in _PRONOUNS:
            stem = noun.removesuffix(pronoun)
            if stem == noun:
                continue
            for head in (stem, stem[:-1] + "ه" if stem.endswith("ت") else stem):
                if head in heads:
                    return particles, len(norm) - len(noun), head
    return None


def _own_reference(text: Text, i: int, particles: str, letters: int, body: str) -> Reference:
    token = text.tokens[i]
    start = token.offset(letters)
    gender = "f" if token.norm.endswith(("ته", "تها", "تهم")) else "m"
    return Reference(i, i + 1, start, token.end, particles, body, "organization", "head", gender, "s", False)


def _reference(
    text: Text, i: int, particles: str, letters: int, state: str, taken: set[int], lexicon: Lexicon
) -> Reference:
    """Make the mention; "حكومة بلاده" is one."""
    first = i
    start = text.tokens[i].offset(letters)
    if i and not particles and i - 1 not in taken:
        for before_particles, noun in splits(text.tokens[i - 1].norm):
            if noun in lexicon.cues.governments:
                first, particles = i - 1, before_particles
                before = text.tokens[first]
                start = before.offset(len(before.norm) - len(noun)) if before_particles else before.start
                break
    return Reference(
        first, i + 1, start, text.tokens[i].end, particles, state, "state", "homeland", "f", "s", False
    )


def homes(reading: ActorReading, lexicon: Lexicon) -> Mapping[str, str]:
    """State of each person who holds a post of one or is described as its own, and of each body within one.

    Parameters
    ----------
    reading : ActorReading
    lexicon : Lexicon

    Returns
    -------
    mapping of str to str
        By actor id.

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "قال وزير الدفاع العراقي خالد العبدلي إن الوضع صعب."))
    >>> reading = find_actors(text, lexicon)
    >>> {a.name_ar: homes(reading, lexicon).get(a.id) for a in reading.actors}
    {'خالد العبدلي': 'iraq'}
    """
    entries = lexicon.actors.entries
    states: dict[str, str] = {}
    for actor in reading.actors:
        for term in lexicon.actors.held.get(actor.id, ()):
            state = _state(term.body, lexicon)
            if state:
                states[actor.id] = state
    for office in reading.offices:
        if office.body_id is not None and (state := _state(office.body_id, lexicon)):
            states.setdefault(office.holder_id, state)
    for actor in reading.actors:
        if actor.type == "organization" and actor.id in entries and entries[actor.id].within:
            states[actor.id] = entries[actor.id].within
    named = {r.actor for r in reading.references if r.kind == "name"}
    for actor in reading.actors:
        if actor.type == "person" and actor.id not in states and actor.id not in named:
            state = _nationality(actor.name_ar, lexicon)
            if state:
                states[actor.id] = state
    return states


def _state(body: str, lexicon: Lexicon) -> str:
    entry = lexicon.actors.entries.get(body)
    if entry is None:
        return ""
    return body if entry.actor.type == "state" else entry.within


def _nationality(description: str, lexicon: Lexicon) -> str:
    """State whose nationality a description gives: "مسؤول *أميركي* كبير"."""
    demonyms = lexicon.actors.demonyms
    return next((demonyms[w].state for w in fold_phrase(description).split() if w in demonyms), "")
