"""The claims of a document put in order: events told twice, headlines and stories, cities and states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.model import Actor, Claim
from kg.relations.backdrop import Act, Backdrop
from kg.relations.scenes import share
from kg.relations.sources import SPEECH_GROUPS
from kg.text import Text, fold_phrase

#: Relations that an interview consists of.
_TOLD = frozenset({"stated", "affirmed", "announced"})
#: Kinds of body that people are in without being anywhere.
_NO_PLACE = frozenset({"party", "armed-group", "army", "media", "regional-bloc"})
_Key = tuple[str, str | None, str | None]


def settle(
    claims: Sequence[Claim],
    backdrops: Sequence[Backdrop],
    acts: Sequence[Act],
    text: Text,
    actors: Sequence[Actor],
    lexicon: Lexicon,
) -> list[Claim]:
    """Order and complete the claims of a document.

    The body counts where a headline says the same with less; a visit to a city and to its state is one visit;
    what one sentence says of the day or place of an event holds for its other claims.

    Parameters
    ----------
    claims : sequence of Claim
    backdrops : sequence of Backdrop
        Sentences that say where and when what was told before took place.
    acts : sequence of Act
        What the text says that somebody did on a day, and that is no claim.
    text : Text
    actors : sequence of Actor
        Those of the document.
    lexicon : Lexicon

    Returns
    -------
    list of Claim
        At most one of a relation and pair in each sentence.

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> document = Document("d", "زار الرئيس المصري بغداد أمس.")
    >>> read, lexicon = extract(document, load()), load()
    >>> twice = [*read.claims, *read.claims]
    >>> settled = settle(twice, [], [], parse(document), read.actors, lexicon)
    >>> len(twice), [(c.relation, c.target_id) for c in settled]
    (2, [('visited', 'baghdad')])
    """
    kept = _without_repeats(claims)
    kept = _headlines(kept, text, lexicon)
    kept = [c for c in kept if not _at_home(c, lexicon)]
    kept = _visits([_with_sound_place(c, lexicon) for c in kept], lexicon)
    kept = _told_on(kept, lexicon)
    kept = _interviews(kept, {a.id for a in actors if is_medium(a, lexicon)}, lexicon)
    return share(kept, backdrops, acts, text, actors, lexicon)


def _at_home(claim: Claim, lexicon: Lexicon) -> bool:
    """Tell whether a state is said to visit a city of its own, which is always a reading gone wrong."""
    entry = lexicon.actors.entries.get(claim.target_id or "")
    return claim.relation == "visited" and entry is not None and entry.within == claim.source_id != ""


def _with_sound_place(claim: Claim, lexicon: Lexicon) -> Claim:
    """Drop a place where nothing can happen: "in" a party is no place, and Doha lies not in Russia."""
    entry = lexicon.actors.entries.get(claim.place_id or "")
    if entry is None:
        return claim
    target = lexicon.actors.entries.get(claim.target_id or "")
    abroad = claim.relation == "visited" and target is not None and target.actor.type == "state"
    if entry.kind in _NO_PLACE or (abroad and entry.within != claim.target_id):
        return replace(claim, place_id=None)
    return claim


def _key(claim: Claim, lexicon: Lexicon | None = None) -> _Key:
    a, b = claim.source_id, claim.target_id
    if lexicon is not None and lexicon.relations[claim.relation].symmetric and (a or "") > (b or ""):
        a, b = b, a
    return claim.relation, a, b


def _without_repeats(claims: Iterable[Claim]) -> list[Claim]:
    seen: set[tuple[_Key, int]] = set()
    found = []
    for claim in claims:
        key = _key(claim), claim.start
        if key not in seen:
            seen.add(key)
            found.append(claim)
    return found


def _headlines(claims: list[Claim], text: Text, lexicon: Lexicon) -> list[Claim]:
    """Drop a headline's claim where the body tells of the same act."""
    if not text.title_last:
        return claims
    title_end = text.tokens[text.title_last - 1].end
    body = [c for c in claims if c.start >= title_end]
    told = {(c.relation, c.source_id) for c in body} | {
        (c.relation, c.target_id) for c in body if c.target_id
    }
    # "name: speech" is told by whatever verb of saying the story has.
    told |= {("stated", c.source_id) for c in body if lexicon.relations[c.relation].group in SPEECH_GROUPS}
    kept = [
        c
        for c in claims
        if c.start >= title_end or not {(c.relation, c.source_id), (c.relation, c.target_id)} & told
    ]
    named = {(c.relation, c.source_id): c.target_id for c in claims if c.start < title_end and c.target_id}
    for claim in body:
        if claim.target_id:
            named.pop((claim.relation, claim.source_id), None)
    return [_with_target(c, named, lexicon) if c.start >= title_end else c for c in kept]


def _with_target(claim: Claim, named: dict[tuple[str, str | None], str], lexicon: Lexicon) -> Claim:
    """Give the first telling of an act the other party that only the headline names."""
    if claim.target_id or lexicon.relations[claim.relation].group == "say":
        return claim
    target = named.pop((claim.relation, claim.source_id), None)
    return replace(claim, target_id=target) if target else claim


def is_medium(actor: Actor, lexicon: Lexicon) -> bool:
    """Tell whether an actor is a newspaper, channel or agency, or reporters.

    Parameters
    ----------
    actor : Actor
    lexicon : Lexicon

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.lexicon import load
    >>> [is_medium(Actor("x-1", "organization", name), load()) for name in ("صحيفة المساء", "شركة المساء")]
    [True, False]
    """
    entry = lexicon.actors.entries.get(actor.id)
    if entry is not None and entry.kind:
        return entry.kind == "media"
    return fold_phrase(actor.name_ar).partition(" ")[0] in lexicon.cues.media


def _interviews(claims: list[Claim], media: set[str], lexicon: Lexicon) -> list[Claim]:
    """Give what somebody says in an interview the medium that the text names once as its addressee.

    That is all that follows; of what was told before, only what goes by the same word.
    """
    told: dict[str | None, Claim] = {}
    for claim in claims:
        if claim.target_id in media and lexicon.relations[claim.relation].group == "say":
            told.setdefault(claim.source_id, claim)
    return [
        replace(c, target_id=first.target_id)
        if c.target_id is None
        and c.relation in _TOLD
        and (first := told.get(c.source_id)) is not None
        and (c.start >= first.start or c.relation == first.relation)
        else c
        for c in claims
    ]


def _told_on(claims: list[Claim], lexicon: Lexicon) -> list[Claim]:
    """Give what was said its addressee where the occasion is told after it: "جاء ذلك خلال لقائه السفير"."""
    found = list(claims)
    for n, claim in enumerate(claims):
        if lexicon.relations[claim.relation].group != "meet" or not (claim.source_id and claim.target_id):
            continue
        if not is_occasion(claim.sentence, lexicon):
            continue
        other = {claim.source_id: claim.target_id, claim.target_id: claim.source_id}
        for k, before in enumerate(found[:n]):
            said = lexicon.relations[before.relation].group == "say" and before.start < claim.start
            if said and before.target_id is None and before.source_id in other:
                found[k] = replace(before, target_id=other[before.source_id])
    return found


def is_occasion(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence says on what occasion the things before it were said: "جاء ذلك خلال".

    Parameters
    ----------
    sentence : str
    lexicon : Lexicon

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.lexicon import load
    >>> is_occasion("جاء ذلك خلال مؤتمر صحفي في الرباط.", load())
    True
    >>> is_occasion("جاء الوزير إلى الرباط.", load())
    False
    """
    words = tuple(fold_phrase(sentence[:60]).split()[:3])
    return words in lexicon.cues.occasions


def _visits(claims: list[Claim], lexicon: Lexicon) -> list[Claim]:
    """Join a visit to a city with the visit to its state: the state is visited, the city is the place."""
    entries = lexicon.actors.entries
    states = {(c.source_id, c.target_id) for c in claims if c.relation == "visited"}
    found = []
    cities: dict[tuple[str | None, str | None], Claim] = {}
    for claim in claims:
        if claim.relation == "visited" and claim.target_id in entries:
            within = entries[claim.target_id].within
            if within and (claim.source_id, within) in states:
                cities.setdefault((claim.source_id, within), claim)
                continue
        found.append(claim)
    return [
        replace(c, place_id=c.place_id or city.target_id, date=c.date or city.date)
        if c.relation == "visited" and (city := cities.get((c.source_id, c.target_id))) is not None
        else c
        for c in found
    ]
