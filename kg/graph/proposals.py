"""What a person should look at: actors that may be one, and actors that may be two."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from kg.graph.context import Context, Known, gather, other_office
from kg.graph.identity import may_join, part_keys
from kg.graph.judgements import Judgement, ordered
from kg.graph.similarity import Likeness, Speller, body_key
from kg.model import Actor, Dataset, Extraction, Same
from kg.text.normalise import fold_phrase

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

_MOST_IN_BLOCK = 40
_NAMES: dict[Likeness, tuple[str, float]] = {
    "full": ("the names are spellings of one", 3),
    "typo": ("the names differ by a letter", 2),
    "part": ("one name has parts that the other lacks", 1.5),
    "surname": ("one name is the surname of the other", 0.5),
}
_JOINED = {
    "story": ("joined because the same few others stand beside both within days", 4.0),
    "office": ("joined because both hold one office at near dates", 3.0),
    "term": ("joined with a listed actor who held the office", 2.0),
    "spelling": ("joined because the names are spellings of one", 1.0),
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question to a person, whether two are one.

    Parameters
    ----------
    kind : {'merge', 'split'}
        They are two now, or one.
    left, right : str
        Ids for a judgement; ``x-12@article-7`` is an actor of one document alone.
    left_name, right_name : str
    reasons : tuple of str
        What speaks for it.
    left_documents, right_documents : tuple of str
        Documents that name each, by id.
    weight : float
        How much there is to gain.

    Examples
    --------
    >>> reasons = ("one name is part of the other",)
    >>> Proposal("merge", "x-1", "x-2", "جيلان", "جيلان موراتوف", reasons, ("a",), ("b",), 1.0).kind
    'merge'
    """

    kind: Literal["merge", "split"]
    left: str
    right: str
    left_name: str
    right_name: str
    reasons: tuple[str, ...]
    left_documents: tuple[str, ...]
    right_documents: tuple[str, ...]
    weight: float


def propose(
    dataset: Dataset, lexicon: Lexicon, judgements: Iterable[Judgement] = (), *, limit: int = 40
) -> list[Proposal]:
    """Find the actors that may be one and those that may be two, the most telling first.

    Parameters
    ----------
    dataset : Dataset
        As built; of what was joined it keeps a record.
    lexicon : Lexicon
    judgements : iterable of Judgement, optional
        Pairs that are judged are not proposed again.
    limit : int
        So many of each kind.

    Returns
    -------
    list of Proposal
        Merges, then splits.

    Examples
    --------
    >>> from kg import lexicon
    >>> propose(Dataset((), (), (), ()), lexicon.load())
    []
    >>> import kg
    >>> texts = ("وصل غيلان موراتوف إلى الأردن.", "وصل جيلان موراتوف إلى الأردن.")
    >>> graph = kg.build(kg.Document(f"d{number}", text) for number, text in enumerate(texts))
    >>> [(found.kind, *found.reasons) for found in propose(graph.dataset, graph.lexicon)]
    [('split', 'joined because the names are spellings of one')]
    """
    judged = {ordered(j.left, j.right) for j in judgements}
    extractions = _by_document(dataset)
    known = gather(dataset.actors, extractions, lexicon)
    context = Context(known, extractions)
    found: list[Proposal] = []
    for proposals in (
        _merges(known, lexicon, context),
        _splits(dataset, extractions, known, context),
    ):
        fresh = (p for p in proposals if ordered(p.left, p.right) not in judged)
        found += sorted(fresh, key=lambda p: (-p.weight, p.left, p.right))[:limit]
    return found


def _by_document(dataset: Dataset) -> list[Extraction]:
    """Put the actors and offices of each document together again."""
    actors = {actor.id: actor for actor in dataset.actors}
    met: defaultdict[str, dict[str, Actor]] = defaultdict(dict)
    for mention in dataset.mentions:
        if mention.actor_id in actors:
            met[mention.doc_id][mention.actor_id] = actors[mention.actor_id]
    offices = defaultdict(list)
    for office in dataset.offices:
        offices[office.doc_id].append(office)
    return [Extraction(d, tuple(met[d.id].values()), (), (), tuple(offices[d.id])) for d in dataset.documents]


def _merges(known: Mapping[str, Known], lexicon: Lexicon, context: Context) -> Iterator[Proposal]:
    speller = Speller.of(lexicon)
    blocks: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for actor_id, one in sorted(known.items()):
        if one.authority or may_join(one, lexicon):
            keys = (
                part_keys(one) if one.actor.type == "person" else (("body", body_key(n)) for n in one.names)
            )
            for key in set(keys):
                blocks[key].append(actor_id)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        if len(blocks[key]) <= _MOST_IN_BLOCK:
            for pair in combinations(blocks[key], 2):
                if pair not in seen:
                    seen.add(pair)
                    yield from _merge(known[pair[0]], known[pair[1]], speller, context)


def _merge(one: Known, other: Known, speller: Speller, context: Context) -> Iterator[Proposal]:
    if (one.authority and other.authority) or one.docs & other.docs or other_office(one, other):
        return
    if one.authority:
        one, other = other, one
    compare = speller.persons if one.actor.type == "person" else speller.bodies
    likeness = max((compare(a, b) for a in one.names for b in other.names), key=_strength)
    if not likeness or one.actor.type != other.actor.type:
        return
    text, score = _NAMES[likeness]
    reasons = [text]
    beside = context.beside(one, other)
    if beside:
        names = "، ".join(beside[:3])
        reasons.append(f"beside both stand {names}" + (f" and {len(beside) - 3} more" if beside[3:] else ""))
        score += min(len(beside), 4)
    shared = _title_words(one.titles) & _title_words(other.titles)
    if shared:
        title = max(one.titles, key=lambda title: (len(_title_words([title]) & shared), title))
        reasons.append(f"the title {title} fits both")
        score += 1.5
    if context.holds(one, other) or context.office(one, other):
        reasons.append("one office at that time")
        score += 2
    if score < 2.5:
        return
    weight = score * math.log2(1 + min(len(one.docs) or 1, len(other.docs) or 1))
    yield _proposal("merge", one, other, reasons, weight)


def _strength(likeness: Likeness) -> float:
    return _NAMES[likeness][1] if likeness else 0.0


def _title_words(titles: Iterable[str]) -> set[str]:
    return {word.removeprefix("ال") for title in titles for word in title.split() if len(word) > 3}


def _proposal(
    kind: Literal["merge", "split"], one: Known, other: Known, reasons: Sequence[str], weight: float
) -> Proposal:
    docs = tuple(sorted(one.docs)), tuple(sorted(other.docs))
    names = one.actor.name_ar, other.actor.name_ar
    return Proposal(kind, one.actor.id, other.actor.id, *names, tuple(reasons), *docs, weight)


def _splits(
    dataset: Dataset, extractions: Sequence[Extraction], known: Mapping[str, Known], context: Context
) -> Iterator[Proposal]:
    named: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    wanted = {same.actor_id for same in dataset.same}
    for mention in dataset.mentions:
        if mention.actor_id in wanted:
            named[mention.actor_id, fold_phrase(mention.text)].add(mention.doc_id)
    for same in dataset.same:
        if same.reason in _JOINED and same.actor_id in known:
            yield from _joined(same, known[same.actor_id], named[same.actor_id, fold_phrase(same.name_ar)])
    titles: defaultdict[str, dict[str, set[str]]] = defaultdict(dict)
    for office in dataset.offices:
        if office.holder_id in known and office.holder_id.startswith("x-"):
            titles[office.holder_id].setdefault(office.doc_id, set()).add(office.title)
    company = {e.document.id: {a.id for a in e.actors} for e in extractions}
    for actor_id, by_document in sorted(titles.items()):
        yield from _namesakes(known[actor_id], by_document, company, context)


def _joined(same: Same, stays: Known, documents: set[str]) -> Iterator[Proposal]:
    """Yield a doubt about two that were joined under different names."""
    text, score = _JOINED[same.reason]
    if "".join(fold_phrase(same.name_ar).split()) == "".join(fold_phrase(stays.actor.name_ar).split()):
        return
    left = tuple(sorted(stays.docs - documents))
    names = stays.actor.name_ar, same.name_ar
    weight = score * math.log2(1 + len(stays.docs))
    yield Proposal(
        "split", stays.actor.id, same.other_id, *names, (text,), left, tuple(sorted(documents)), weight
    )


def _namesakes(
    one: Known, titles: Mapping[str, set[str]], company: Mapping[str, set[str]], context: Context
) -> Iterator[Proposal]:
    """Yield a doubt about each document in which a name has a title that all others know nothing of."""
    if len(titles) < 2:
        return
    counts = Counter(word for held in titles.values() for word in _title_words(map(fold_phrase, held)))
    asked: list[str] = []
    for doc_id in sorted(titles):
        words, rest = _title_words(map(fold_phrase, titles[doc_id])), one.docs - {doc_id}
        beside = (company.get(doc_id, set()) & context.rare.keys()) - {one.actor.id}
        known_here = any(counts[word] > 1 for word in words) or any(beside & company[d] for d in rest)
        # Where no two documents agree, one of them keeps the name.
        if words and not known_here and len(asked) < len(one.docs) - 1:
            asked.append(doc_id)
            held = "، ".join(sorted(titles[doc_id]))
            reasons = (
                f"only here with the title {held}",
                "nobody beside the name here stands beside it elsewhere",
            )
            right, weight = f"{one.actor.id}@{doc_id}", 5 * math.log2(1 + len(rest))
            names = one.actor.name_ar, one.actor.name_ar
            docs = tuple(sorted(rest)), (doc_id,)
            yield Proposal("split", one.actor.id, right, *names, reasons, *docs, weight)
