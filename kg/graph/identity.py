"""Which actors of different documents are one: authority ids first, then names, context and judgements."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from kg.errors import KgError
from kg.graph.similarity import Speller, bare_words, body_key, name_words, skeleton
from kg.model import Actor, Extraction, Office
from kg.text.normalise import fold_phrase

if TYPE_CHECKING:
    from kg.lexicon import Lexicon
    from kg.lexicon.actors import ActorLexicon, Term

#: Posts of which a state or body has one holder at a time.
_SINGLE = frozenset(
    "president king emir sultan crown-prince prime-minister foreign-minister defence-minister"
    " interior-minister finance-minister oil-minister energy-minister information-minister"
    " economy-minister justice-minister speaker-of-parliament supreme-leader pope"
    " national-security-adviser chief-of-staff".split()
)
_TERM = dt.timedelta(days=400)
_TITLE = dt.timedelta(days=60)
_STORY = dt.timedelta(days=3)
_MOST_IN_BLOCK = 64
_Pair: TypeAlias = tuple[str, str]


class JudgementError(KgError):
    """A line of a judgement file is not one."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(
            f"{path}:{line}: {problem}; write one JSON object a line with left, right, judgement"
            ' ("same" or "different"), who and when'
        )


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided about two actors.

    Parameters
    ----------
    left, right : str
        Actor ids.
    judgement : {'same', 'different'}
    who, when : str
        Who decided it, and when (``2024-06-25``).
    """

    left: str
    right: str
    judgement: Literal["same", "different"]
    who: str
    when: str


def load_judgements(path: Path | str) -> tuple[Judgement, ...]:
    """Read a judgement file: JSON lines with left, right, judgement, who and when.

    Of two judgements about one pair the one further down holds. To undo a judgement, delete its line.

    Parameters
    ----------
    path : Path or str

    Returns
    -------
    tuple of Judgement

    Raises
    ------
    JudgementError
        Where the file cannot be read or a line is not a judgement.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> line = '{"left": "x-1", "right": "x-2", "judgement": "same", "who": "N", "when": "2024-06-25"}'
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "judged.jsonl").write_text(line)
    ...     load_judgements(Path(folder, "judged.jsonl"))[0].judgement
    'same'
    """
    path = Path(path)
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise JudgementError(path, 0, f"cannot be read ({error})") from error
    latest: dict[_Pair, Judgement] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            judgement = _judgement(path, number, line)
            pair = _pair(judgement.left, judgement.right)
            latest.pop(pair, None)
            latest[pair] = judgement
    return tuple(latest.values())


def _judgement(path: Path, number: int, line: str) -> Judgement:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise JudgementError(path, number, f"is not JSON ({error})") from error
    if not isinstance(record, dict):
        raise JudgementError(path, number, "is not an object")
    for name in ("left", "right", "judgement", "who", "when"):
        if not isinstance(record.get(name), str) or not record[name]:
            raise JudgementError(path, number, f"lacks {name}")
    if record["judgement"] not in ("same", "different"):
        raise JudgementError(path, number, f"judgement is {record['judgement']!r}")
    if record["left"] == record["right"]:
        raise JudgementError(path, number, "left and right are one")
    return Judgement(record["left"], record["right"], record["judgement"], record["who"], record["when"])


@dataclass(slots=True)
class _Known:
    """What all documents say about one actor."""

    actor: Actor
    authority: bool = False
    docs: set[str] = field(default_factory=set)
    days: set[dt.date] = field(default_factory=set)
    undated: bool = False
    company: set[str] = field(default_factory=set)
    # Post (or title, where many hold the post) and body, with the days at which it was said.
    posts: dict[_Pair, list[dt.date | None]] = field(default_factory=lambda: defaultdict(list))
    titles: set[str] = field(default_factory=set)
    terms: list[Term] = field(default_factory=list)
    names: tuple[str, ...] = ()


def identity(
    actors: Sequence[Actor],
    extractions: Sequence[Extraction] = (),
    *,
    lexicon: Lexicon | None = None,
    judgements: Iterable[Judgement] = (),
) -> dict[str, str]:
    """Tell which actors are one.

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
    dict of str to str
        For each id that is another's, the id that stays; sorted. Applying it twice changes nothing more.

    Examples
    --------
    >>> one, other = Actor("x-1", "person", "جيلان موراتوف"), Actor("x-2", "person", "غيلان موراتوف")
    >>> identity([one, other])
    {'x-2': 'x-1'}
    """
    if not any(actor.id.startswith("x-") for actor in actors):
        return {}
    if lexicon is None:
        from kg.lexicon import load

        lexicon = load()
    judged = tuple(judgements)
    known = _gather(actors, extractions, lexicon)
    authority = _authority(lexicon.actors)
    named = {i: k for i, k in known.items() if not k.authority and _may_join(k, lexicon)}
    clusters = _Clusters(known, authority, judged)
    for judgement in judged:
        if judgement.judgement == "same" and {judgement.left, judgement.right} <= {*known, *authority}:
            clusters.join(judgement.left, judgement.right)
    speller = Speller.of(lexicon)
    context = _Context(known, extractions)
    _join_full(clusters, named, authority, speller)
    _join_parts(clusters, named, authority, speller, context)
    return clusters.mapping()


def _pair(one: str, other: str) -> _Pair:
    return (one, other) if one < other else (other, one)


def _gather(
    actors: Sequence[Actor], extractions: Sequence[Extraction], lexicon: Lexicon
) -> dict[str, _Known]:
    entries = lexicon.actors.entries
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for actor in (*actors, *(a for e in extractions for a in e.actors)):
        names[actor.id][actor.name_ar] += 1
    known = {}
    for actor in sorted(actors, key=lambda a: (a.id, a.name_ar)):
        # Documents may write one actor's name differently: the usual one, whichever came first.
        usual = min(names[actor.id], key=lambda name: (-names[actor.id][name], name))
        listed = not actor.id.startswith("x-") or actor.id in entries
        known[actor.id] = _Known(replace(actor, name_ar=usual), listed, names=(usual,))
    for extraction in extractions:
        document = extraction.document
        present = {a.id for a in extraction.actors} & known.keys()
        for actor_id in present:
            one = known[actor_id]
            one.docs.add(document.id)
            if document.date is None:
                one.undated = True
            else:
                one.days.add(document.date)
        for office in extraction.offices:
            if office.holder_id in known:
                known[office.holder_id].posts[_post(office)].append(document.date)
                known[office.holder_id].titles.add(fold_phrase(office.title))
    return known


def _post(office: Office) -> _Pair:
    """Post and body where one holds it; the whole title where many do."""
    if office.post in _SINGLE and office.body_id and not office.former:
        return office.post, office.body_id
    return "title", fold_phrase(office.title)


def _authority(lexicon: ActorLexicon) -> dict[str, _Known]:
    return {
        id_: _Known(entry.actor, True, terms=lexicon.held.get(id_, []), names=entry.names)
        for id_, entry in lexicon.entries.items()
        if entry.actor.type in ("person", "organization")
    }


def _may_join(known: _Known, lexicon: Lexicon) -> bool:
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


class _Context:
    """Whether two actors stand in the same office or story."""

    def __init__(self, known: Mapping[str, _Known], extractions: Sequence[Extraction]) -> None:
        self.known = known
        spread = Counter(a.id for e in extractions for a in e.actors)
        most = max(4, len(extractions) // 200)
        self.company: dict[str, set[str]] = defaultdict(set)
        for extraction in extractions:
            rare = {
                a.id
                for a in extraction.actors
                if 1 < spread[a.id] <= most and a.type in ("person", "organization")
            }
            for actor in extraction.actors:
                self.company[actor.id] |= rare - {actor.id}

    def agrees(self, one: _Known, other: _Known) -> bool:
        """Tell whether two actors share an office at near dates, or a story of near days."""
        if other.authority:
            return self.holds(one, other)
        return self.office(one, other) or self.story(one, other)

    def office(self, one: _Known, other: _Known) -> bool:
        return any(
            _near(one.posts[post], other.posts[post], _TITLE if post[0] == "title" else _TERM)
            for post in one.posts.keys() & other.posts.keys()
            if post[0] != "title" or len(post[1].split()) > 2
        )

    def story(self, one: _Known, other: _Known) -> bool:
        shared = self.company[one.actor.id] & self.company[other.actor.id]
        return len(shared) > 1 and bool(one.days) and _near([*one.days], [*other.days], _STORY)

    @staticmethod
    def holds(one: _Known, other: _Known) -> bool:
        """Tell whether an authority actor held an office that a document says of the other, at that time."""
        grace = dt.timedelta(days=60)
        return any(
            (post, body) == (term.post, term.body)
            and any(
                day is not None
                and (term.since is None or term.since - grace <= day)
                and (term.until is None or day <= term.until + grace)
                for day in days
            )
            for (post, body), days in one.posts.items()
            for term in other.terms
        )


class _Clusters:
    """Actors found to be one, kept apart where they must be."""

    def __init__(
        self, known: Mapping[str, _Known], authority: Mapping[str, _Known], judged: Iterable[Judgement]
    ) -> None:
        self.known = known
        self.authority = authority
        self.members: dict[str, list[str]] = {}
        self.home: dict[str, str] = {}
        judged = tuple(judged)
        self.apart = {_pair(j.left, j.right) for j in judged if j.judgement == "different"}
        self.judged = {i for j in judged if j.judgement == "same" for i in (j.left, j.right)}

    def of(self, actor_id: str) -> list[str]:
        """All actors that are one with this."""
        return self.members.get(self.home.get(actor_id, actor_id), [actor_id])

    def by_name(self, actor_id: str) -> list[str]:
        """Those of them whose names count: what a person has joined need not be alike."""
        return [i for i in self.of(actor_id) if i == actor_id or i not in self.judged]

    def is_authority(self, actor_id: str) -> bool:
        return actor_id in self.authority or (actor_id in self.known and self.known[actor_id].authority)

    def get(self, actor_id: str) -> _Known:
        return self.known[actor_id] if actor_id in self.known else self.authority[actor_id]

    def may_join(self, one: str, other: str) -> bool:
        """Tell whether no two authority actors and no two judged different would become one."""
        ones, others = self.of(one), self.of(other)
        if any(map(self.is_authority, ones)) and any(map(self.is_authority, others)):
            return False
        return not any(_pair(a, b) in self.apart for a in ones for b in others)

    def join(self, one: str, other: str) -> None:
        """Make two actors one where that may be."""
        ones, others = self.of(one), self.of(other)
        if ones is others or one in others or not self.may_join(one, other):
            return
        joined = sorted([*ones, *others])
        for actor_id in joined:
            self.home[actor_id] = joined[0]
        for old in (ones[0], others[0]):
            self.members.pop(old, None)
        self.members[joined[0]] = joined

    def root(self, actor_id: str) -> str:
        return self.of(actor_id)[0]

    def mapping(self) -> dict[str, str]:
        """From each id to the one that stays: the authority's, else that of most documents."""
        moved = {}
        for members in self.members.values():
            stays = min(
                members,
                key=lambda i: (
                    not self.is_authority(i),
                    -len(self.known[i].docs) if i in self.known else 0,
                    i,
                ),
            )
            moved.update({actor_id: stays for actor_id in members if actor_id != stays})
        return dict(sorted(moved.items()))


def _join_full(
    clusters: _Clusters, named: Mapping[str, _Known], authority: Mapping[str, _Known], speller: Speller
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
                clusters.join(one, fits[0])
        for one, other in _pairs(learnt):
            # All members must be alike, or a chain of small differences would join what is far apart.
            ones, others = (clusters.by_name(i) for i in (one, other))
            pairs = ((a, b) for a in ones for b in others)
            if all(_alike(clusters, a, b, speller) for a, b in pairs):
                clusters.join(one, other)


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


def _strangers(one: _Known, other: _Known) -> bool:
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
    named: Mapping[str, _Known],
    authority: Mapping[str, _Known],
    speller: Speller,
    context: _Context,
) -> None:
    """Join names that lack a part, or differ by a letter, where the context agrees with one actor only."""
    blocks: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for pool in (named, authority):
        for actor_id, known in pool.items():
            if known.actor.type == "person":
                for key in _part_keys(known):
                    if pool is named or key in blocks:
                        blocks[key].add(actor_id)
    candidates: defaultdict[str, set[str]] = defaultdict(set)
    for key in sorted(blocks):
        block = sorted(i for i in blocks[key] if i in named)
        listed = sorted(i for i in blocks[key] if i in authority)
        pairs = [*_pairs(block), *((i, j) for i in block for j in listed[:_MOST_IN_BLOCK])]
        for one, other in pairs:
            if clusters.root(one) != clusters.root(other) and _part_of(
                clusters, one, other, speller, context
            ):
                short, long = sorted((one, other), key=lambda i: (_is_long(clusters.get(i)), i))
                candidates[short].add(long)
    for short in sorted(candidates):
        homes = {clusters.root(long) for long in candidates[short]}
        if len(homes) == 1:
            clusters.join(short, homes.pop())


def _is_long(known: _Known) -> tuple[bool, int]:
    return known.authority, len(bare_words(name_words(known.actor.name_ar)))


def _part_keys(known: _Known) -> Iterator[tuple[str, str]]:
    """Keys of the blocks in which an actor may meet one with a longer or shorter name."""
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


def _part_of(clusters: _Clusters, one: str, other: str, speller: Speller, context: _Context) -> bool:
    a, b = clusters.get(one), clusters.get(other)
    if a.docs & b.docs or not clusters.may_join(one, other) or _other_office(a, b):
        return False
    likeness = {
        speller.persons(a.actor.name_ar, name) for name in (b.names if b.authority else (b.actor.name_ar,))
    }
    if not likeness & {"full", "part", "surname", "typo"}:
        return False
    if likeness <= {"surname", "typo", ""}:
        return context.holds(a, b) if b.authority else context.office(a, b)
    return context.agrees(a, b)


def _other_office(one: _Known, other: _Known) -> bool:
    """Tell whether two persons hold different offices of state at near dates."""
    ones = {post: days for post, days in one.posts.items() if post[0] != "title"}
    others = {post: days for post, days in other.posts.items() if post[0] != "title"}
    if not ones or not others or ones.keys() & others.keys():
        return False
    return any(_near(days, more, _TERM) for days in ones.values() for more in others.values())


def _near(ones: Sequence[dt.date | None], others: Sequence[dt.date | None], most: dt.timedelta) -> bool:
    """Tell whether a day of one is near a day of the other; unknown days are near none but unknown ones."""
    days, more = sorted(d for d in ones if d), sorted(d for d in others if d)
    if len(days) < len(ones) and len(more) < len(others):
        return True
    return any(abs(a - b) <= most for a in days for b in more)
