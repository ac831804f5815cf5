"""Which actors of different documents are one: authority ids first, then names, context and judgements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from kg.graph.context import Context, Known, authority_actors, gather, other_office
from kg.graph.judgements import Judgement, JudgementError, load_judgements, ordered
from kg.graph.letters import skeleton
from kg.graph.similarity import Speller, bare_words, body_key, name_words
from kg.model import Actor, Extraction
from kg.text.normalise import fold_phrase

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

__all__ = ["Decision", "Judgement", "JudgementError", "decide", "identity", "load_judgements"]

_MOST_IN_BLOCK = 64
_Pair: TypeAlias = tuple[str, str]
Reason: TypeAlias = Literal["spelling", "office", "term", "story", "judged"]


@dataclass(frozen=True, slots=True)
class Decision:
    """That an actor is another, and why: see :func:`decide`.

    Parameters
    ----------
    stays : str
        Id of the actor that it is.
    reason : {'spelling', 'office', 'term', 'story', 'judged'}

    Examples
    --------
    >>> one, other = Actor("x-1", "person", "جيلان موراتوف"), Actor("x-2", "person", "غيلان موراتوف")
    >>> decide([one, other])["x-2"]
    Decision(stays='x-1', reason='spelling')
    """

    stays: str
    reason: Reason


def identity(
    actors: Sequence[Actor],
    extractions: Sequence[Extraction] = (),
    *,
    lexicon: Lexicon | None = None,
    judgements: Iterable[Judgement] = (),
) -> dict[str, str]:
    """Tell which actors are one, as :func:`decide` does, without the reasons.

    Parameters
    ----------
    actors : sequence of Actor
    extractions : sequence of Extraction, optional
    lexicon : Lexicon, optional
    judgements : iterable of Judgement, optional

    Returns
    -------
    dict of str to str
        For each id that is another's, the id that stays; sorted. Applying it twice changes nothing more.

    Examples
    --------
    >>> one, other = Actor("x-1", "person", "جيلان موراتوف"), Actor("x-2", "person", "غيلان موراتوف")
    >>> identity([one, other])
    {'x-2': 'x-1'}
    """
    decided = decide(actors, extractions, lexicon=lexicon, judgements=judgements)
    return {actor_id: decision.stays for actor_id, decision in decided.items()}


def decide(
    actors: Sequence[Actor],
    extractions: Sequence[Extraction] = (),
    *,
    lexicon: Lexicon | None = None,
    judgements: Iterable[Judgement] = (),
) -> dict[str, Decision]:
    """Tell which actors are one, and why.

    Persons and organizations learnt from text (``x-...``) become an actor of the authority list, or one
    another, where their names are spellings of one name, and where one name is a part of the other and the
    context agrees: the same office at near dates, or the same story. Authority actors are never joined, nor
    are places, groups, states and persons known by a title alone. What is doubtful stays apart.

    Parameters
    ----------
    actors : sequence of Actor
    extractions : sequence of Extraction, optional
        Where the actors stand: their offices, company and dates.
    lexicon : Lexicon, optional
        The one of the package where not given.
    judgements : iterable of Judgement, optional
        Decisions of persons; they have the last word, but for authority actors.

    Returns
    -------
    dict of str to Decision
        For each id that is another's, the id that stays and the reason: ``spelling`` (the names are spellings
        of one), ``office`` (one office at near dates), ``term`` (a listed term of office), ``story`` (the
        same few others beside it within days) or ``judged``; sorted.

    Examples
    --------
    >>> one, other = Actor("x-1", "person", "جيلان موراتوف"), Actor("x-2", "person", "غيلان موراتوف")
    >>> decide([one, other])
    {'x-2': Decision(stays='x-1', reason='spelling')}
    """
    if not any(actor.id.startswith("x-") for actor in actors):
        return {}
    if lexicon is None:
        from kg.lexicon import load

        lexicon = load()
    judged = tuple(judgements)
    known = gather(actors, extractions, lexicon)
    authority = authority_actors(lexicon.actors)
    named = {i: k for i, k in known.items() if not k.authority and may_join(k, lexicon)}
    clusters = _Clusters(known, authority, judged)
    for judgement in judged:
        if judgement.judgement == "same" and {judgement.left, judgement.right} <= {*known, *authority}:
            clusters.join(judgement.left, judgement.right, "judged")
    speller = Speller.of(lexicon)
    context = Context(known, extractions)
    _join_full(clusters, named, authority, speller)
    _join_parts(clusters, named, authority, speller, context)
    return clusters.decisions()


def may_join(known: Known, lexicon: Lexicon) -> bool:
    """Tell whether an actor has a name of its own, and not a title or description alone."""
    actor = known.actor
    if actor.type == "organization":
        return len(fold_phrase(actor.name_ar).split()) > 1
    words = name_words(actor.name_ar)
    if actor.type != "person" or not words:
        return False
    name = fold_phrase(actor.name_ar)
    if any(name.startswith(title) or name in title for title in known.titles):
        return False
    titles = lexicon.titles
    if words[0] in titles.words["GivenNames"]:
        return True
    first = {words[0], words[0].removeprefix("ال")}
    return not any(word in trie for trie in titles.tries.values() for word in first)


class _Clusters:
    """Actors found to be one, kept apart where they must be."""

    def __init__(
        self, known: Mapping[str, Known], authority: Mapping[str, Known], judged: Iterable[Judgement]
    ) -> None:
        self.known = known
        self.authority = authority
        self.members: dict[str, list[str]] = {}
        self.home: dict[str, str] = {}
        judged = tuple(judged)
        self.apart = {ordered(j.left, j.right) for j in judged if j.judgement == "different"}
        self.judged = {i for j in judged if j.judgement == "same" for i in (j.left, j.right)}
        self.why: dict[str, Reason] = {}

    def of(self, actor_id: str) -> list[str]:
        """All actors that are one with this."""
        return self.members.get(self.home.get(actor_id, actor_id), [actor_id])

    def by_name(self, actor_id: str) -> list[str]:
        """Those of them whose names count: what a person has joined need not be alike."""
        return [i for i in self.of(actor_id) if i == actor_id or i not in self.judged]

    def is_authority(self, actor_id: str) -> bool:
        return actor_id in self.authority or (actor_id in self.known and self.known[actor_id].authority)

    def get(self, actor_id: str) -> Known:
        return self.known[actor_id] if actor_id in self.known else self.authority[actor_id]

    def may_join(self, one: str, other: str) -> bool:
        """Tell whether no two authority actors and no two judged different would become one."""
        ones, others = self.of(one), self.of(other)
        if any(map(self.is_authority, ones)) and any(map(self.is_authority, others)):
            return False
        return not any(ordered(a, b) in self.apart for a in ones for b in others)

    def join(self, one: str, other: str, reason: Reason) -> None:
        """Make two actors one where that may be."""
        ones, others = self.of(one), self.of(other)
        if ones is others or one in others or not self.may_join(one, other):
            return
        for actor_id in (one, other):
            self.why.setdefault(actor_id, reason)
        joined = sorted([*ones, *others])
        for actor_id in joined:
            self.home[actor_id] = joined[0]
        for old in (ones[0], others[0]):
            self.members.pop(old, None)
        self.members[joined[0]] = joined

    def root(self, actor_id: str) -> str:
        return self.of(actor_id)[0]

    def decisions(self) -> dict[str, Decision]:
        """From each id to the one that stays: the authority's, else that of most documents."""
        moved: dict[str, Decision] = {}
        for members in self.members.values():
            stays = min(
                members,
                key=lambda i: (
                    not self.is_authority(i),
                    -len(self.known[i].docs) if i in self.known else 0,
                    i,
                ),
            )
            moved.update({i: Decision(stays, self.why[i]) for i in members if i != stays})
        return dict(sorted(moved.items()))


def _join_full(
    clusters: _Clusters, named: Mapping[str, Known], authority: Mapping[str, Known], speller: Speller
) -> None:
    """Join actors whose names are spellings of one; with an authority actor where only one fits."""
    blocks: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for pool in (named, authority):
        for actor_id, known in pool.items():
            for name in known.names:
                key = (str(known.actor.type), _full_key(known.actor.type, name))
                if pool is named or key in blocks:
                    blocks[key].add(actor_id)
    for key in sorted(blocks):
        if not key[1]:
            continue
        block = sorted(blocks[key])
        listed = [i for i in block if i in authority]
        learnt = [i for i in block if i in named]
        for one in learnt:
            fits = [i for i in listed if _alike(clusters, one, i, speller)]
            if len(fits) == 1:
                clusters.join(one, fits[0], "spelling")
        for one, other in _pairs(learnt):
            # All members must be alike, or a chain of small differences would join what is far apart.
            ones, others = (clusters.by_name(i) for i in (one, other))
            pairs = ((a, b) for a in ones for b in others)
            if all(_alike(clusters, a, b, speller) for a, b in pairs):
                clusters.join(one, other, "spelling")


@lru_cache(maxsize=200_000)
def _full_key(kind: str, name: str) -> str:
    if kind == "organization":
        return body_key(name)
    words = bare_words(name_words(name))
    return "".join(map(skeleton, words)) if len(words) > 1 else ""


def _alike(clusters: _Clusters, one: str, other: str, speller: Speller) -> bool:
    """Tell whether the names of two actors are spellings of one, and no document tells them apart."""
    a, b = clusters.get(one), clusters.get(other)
    if a.docs & b.docs and _plain(a.actor.name_ar) != _plain(b.actor.name_ar):
        return False
    if a.actor.type == "person" and speller.is_usual(a.actor.name_ar) and _strangers(a, b):
        return False
    compare = speller.persons if a.actor.type == "person" else speller.bodies
    if a.actor.type == "organization" and b.authority:
        if not speller.is_own(a.actor.name_ar):
            return False
        if any(fold_phrase(a.actor.name_ar) == fold_phrase(name) for name in b.names):
            return True
    ones = (a.actor.name_ar,) if not a.authority else a.names
    others = (b.actor.name_ar,) if not b.authority else b.names
    return any(compare(x, y) == "full" for x in ones for y in others)


def _strangers(one: Known, other: Known) -> bool:
    """Tell whether two persons have titles that share no word."""
    words = [{w.removeprefix("ال") for title in k.titles for w in title.split()} for k in (one, other)]
    return all(words) and not words[0] & words[1]


def _plain(name: str) -> str:
    return "".join(bare_words(name_words(name)))


def _pairs(ids: Sequence[str]) -> Iterator[_Pair]:
    """Pairs of a block; of a very large one, only of neighbours."""
    for i, one in enumerate(ids):
        for other in ids[i + 1 : i + _MOST_IN_BLOCK]:
            yield one, other


def _join_parts(
    clusters: _Clusters,
    named: Mapping[str, Known],
    authority: Mapping[str, Known],
    speller: Speller,
    context: Context,
) -> None:
    """Join names that lack a part, or differ by a letter, where the context agrees with one actor only."""
    blocks: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for pool in (named, authority):
        for actor_id, known in pool.items():
            if known.actor.type == "person":
                for key in part_keys(known):
                    if pool is named or key in blocks:
                        blocks[key].add(actor_id)
    candidates: defaultdict[str, dict[str, Reason]] = defaultdict(dict)
    for key in sorted(blocks):
        block = sorted(i for i in blocks[key] if i in named)
        listed = sorted(i for i in blocks[key] if i in authority)
        pairs = [*_pairs(block), *((i, j) for i in block for j in listed[:_MOST_IN_BLOCK])]
        for one, other in pairs:
            if clusters.root(one) == clusters.root(other):
                continue
            reason = _part_of(clusters, one, other, speller, context)
            if reason is not None:
                short, long = sorted((one, other), key=lambda i: (_is_long(clusters.get(i)), i))
                candidates[short].setdefault(long, reason)
    for short in sorted(candidates):
        homes = {clusters.root(long) for long in candidates[short]}
        if len(homes) == 1:
            clusters.join(short, homes.pop(), min(candidates[short].values()))


def _is_long(known: Known) -> tuple[bool, int]:
    return known.authority, len(bare_words(name_words(known.actor.name_ar)))


def part_keys(known: Known) -> Iterator[tuple[str, str]]:
    """Keys of the blocks in which an actor may meet one with a longer or shorter name.

    Parameters
    ----------
    known : Known
        A person.

    Yields
    ------
    (str, str)
        What kind of key it is, and the key.

    Examples
    --------
    >>> list(part_keys(Known(Actor("x-1", "person", "جيلان موراتوف"), names=("جيلان موراتوف",))))
    [('ends', 'غلن مرطف'), ('begins', 'غلن مرطف')]
    """
    offices = {f"{post} {body}" for post, body in known.posts}
    offices |= {f"{term.post} {term.body}" for term in known.terms}
    for name in known.names:
        words = bare_words(name_words(name))
        if words:
            for office in sorted(offices):
                yield office, skeleton(words[-1])
                yield office, skeleton(words[0])
            if len(words) > 1:
                yield "ends", skeleton(words[0]) + " " + skeleton(words[-1])
                yield "begins", skeleton(words[0]) + " " + skeleton(words[1])


def _part_of(clusters: _Clusters, one: str, other: str, speller: Speller, context: Context) -> Reason | None:
    """Tell why an actor is one with a longer or shorter name, if it is."""
    a, b = clusters.get(one), clusters.get(other)
    if a.docs & b.docs or not clusters.may_join(one, other) or other_office(a, b):
        return None
    likeness = {
        speller.persons(a.actor.name_ar, name) for name in (b.names if b.authority else (b.actor.name_ar,))
    }
    if not likeness & {"full", "part", "surname", "typo"}:
        return None
    if b.authority:
        return "term" if context.holds(a, b) else None
    if context.office(a, b):
        return "office"
    return "story" if not likeness <= {"surname", "typo", ""} and context.story(a, b) else None
