"""Joins what was read in single documents: one actor for each id, one event for each happening."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from kg.errors import KgError
from kg.graph.copies import near_copies
from kg.graph.events import event_from_claims, group_claims
from kg.graph.homes import settled
from kg.graph.identity import decide
from kg.graph.judgements import Judgement, divided
from kg.graph.renaming import renamed
from kg.model import Actor, Claim, Dataset, Document, Extraction, Mention, Office, Relation, Same

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

Identity: TypeAlias = Callable[[tuple[Actor, ...], tuple[Extraction, ...]], Mapping[str, str]]
"""Tells which actors of different documents are one: from each id that goes to the one that stays."""


class DuplicateDocumentError(KgError):
    """Two documents of one build share an id, so that claims could not be traced to their text.

    Parameters
    ----------
    doc_id : str

    Examples
    --------
    >>> str(DuplicateDocumentError("d1")).partition(":")[0]
    "two documents have the id 'd1'"
    """

    def __init__(self, doc_id: str) -> None:
        self.doc_id = doc_id
        super().__init__(f"two documents have the id {doc_id!r}: give each its own, or leave one out")


def merge(
    extractions: Iterable[Extraction],
    *,
    relations: Mapping[str, Relation] | None = None,
    identity: Identity | None = None,
    judgements: Iterable[Judgement] = (),
    lexicon: Lexicon | None = None,
) -> Dataset:
    """Join extractions into one data set.

    Actors with one id become one: the first preferred name stays, other names become aliases in the order in
    which they appear. Claims of one happening share an event (:func:`kg.graph.events.group_claims`), whose id
    is a hash of what happened and does not depend on the order of the documents. Near-copies of one article
    are marked (:func:`kg.graph.copies.near_copies`). The text of the articles is let go: each claim keeps its
    sentence.

    Parameters
    ----------
    extractions : iterable of Extraction
        Consumed once, in order.
    relations : mapping of str to Relation, optional
        Which relations are symmetric; those of the lexicon where not given.
    identity : callable, optional
        Called with all actors and extractions; gives for each actor id that is another's the id that stays.
        :func:`kg.graph.identity.decide` where not given.
    judgements : iterable of Judgement, optional
        What persons decided about who is who; it has the last word over the default identity.
    lexicon : Lexicon, optional
        The one that the extractions were made with; the one of the package where not given.

    Returns
    -------
    Dataset
        Documents in the order given, everything else sorted.

    Raises
    ------
    DuplicateDocumentError
        Where two documents share an id.

    Examples
    --------
    >>> merge([]).events
    ()
    """
    if lexicon is None:
        from kg.lexicon import load

        lexicon = load()
    relations = lexicon.relations if relations is None else relations
    read = tuple(_without_text(extraction) for extraction in extractions)
    documents = _documents(read)
    read, judged = divided(read, judgements)
    read, of_state = settled(read, lexicon, {side for j in judged for side in (j.left, j.right)})
    actors = _actors(read, {})
    if identity is None:
        decided = decide(tuple(actors.values()), read, lexicon=lexicon, judgements=judged)
        same, why = {i: d.stays for i, d in decided.items()}, {i: d.reason for i, d in decided.items()}
    else:
        same, why = _resolved(identity(tuple(actors.values()), read)), {}
    taken = _same(actors, same, why, read, of_state)
    if same:
        new = sorted(set(same.values()) - actors.keys())
        read = tuple(renamed(extraction, same) for extraction in read)
        actors = _actors(read, same, [lexicon.actors.entries[i].actor for i in new])
    symmetric = frozenset(name for name, relation in relations.items() if relation.symmetric)
    published = {document.id: document.date for document in documents}
    by_id = sorted(read, key=lambda extraction: extraction.document.id)
    return Dataset(
        documents=documents,
        actors=tuple(actors[actor_id] for actor_id in sorted(actors)),
        mentions=tuple(m for e in by_id for m in sorted(set(e.mentions), key=_mention_order)),
        events=group_claims((claim for e in read for claim in e.claims), symmetric, published),
        offices=tuple(o for e in by_id for o in sorted(set(e.offices), key=_office_order)),
        same=taken,
    )


def _same(
    actors: Mapping[str, Actor],
    same: Mapping[str, str],
    why: Mapping[str, str],
    extractions: Iterable[Extraction],
    of_state: Iterable[Same],
) -> tuple[Same, ...]:
    """Record who was taken for whom, before the ids are exchanged."""
    documents = Counter(actor.id for e in extractions for actor in e.actors if actor.id in same)
    taken = [Same(i, actors[i].name_ar, same[i], why.get(i, ""), documents[i]) for i in same if i in actors]
    taken += (dataclasses.replace(s, actor_id=same.get(s.actor_id, s.actor_id)) for s in of_state)
    return tuple(sorted(taken, key=_same_order))


def _same_order(same: Same) -> tuple[str, str]:
    return same.other_id, same.actor_id


def _without_text(extraction: Extraction) -> Extraction:
    return dataclasses.replace(extraction, document=dataclasses.replace(extraction.document, text=""))


def _documents(extractions: Sequence[Extraction]) -> tuple[Document, ...]:
    documents: dict[str, Document] = {}
    copies = near_copies(extractions)
    for extraction in extractions:
        document = extraction.document
        if document.id in documents:
            raise DuplicateDocumentError(document.id)
        if document.id in copies:
            document = dataclasses.replace(document, copy_of=copies[document.id])
        documents[document.id] = document
    return tuple(documents.values())


def _actors(
    extractions: Iterable[Extraction], same: Mapping[str, str], new: Iterable[Actor] = ()
) -> dict[str, Actor]:
    """One actor for each id; of actors joined by identity, the one whose id stays keeps its names.

    ``new`` ones are of the authority list and met under other ids alone.
    """
    found: dict[str, list[Actor]] = {actor.id: [actor] for actor in new}
    for extraction in extractions:
        for actor in extraction.actors:
            found.setdefault(same.get(actor.id, actor.id), []).append(actor)
    return {actor_id: _one_actor(actor_id, members) for actor_id, members in found.items()}


def _one_actor(actor_id: str, members: list[Actor]) -> Actor:
    first = next((actor for actor in members if actor.id == actor_id), members[0])
    names = dict.fromkeys(name for actor in (first, *members) for name in (actor.name_ar, *actor.aliases))
    names.pop(first.name_ar, None)
    names.pop("", None)
    return Actor(
        id=actor_id,
        type=first.type,
        name_ar=first.name_ar,
        name_en=next((actor.name_en for actor in (first, *members) if actor.name_en), ""),
        aliases=tuple(names),
        wikidata=next((actor.wikidata for actor in (first, *members) if actor.wikidata), ""),
    )


def _resolved(same: Mapping[str, str]) -> dict[str, str]:
    """Follow chains (a is b, b is c) to their end; a ring ends at its smallest id."""
    resolved = {}
    for actor_id in same:
        seen = [actor_id]
        while (following := same.get(seen[-1], seen[-1])) not in seen:
            seen.append(following)
        ring = seen[seen.index(following) :]
        resolved[actor_id] = min(ring)
    return resolved


def _mention_order(mention: Mention) -> tuple[str, int, int, str, str]:
    return mention.doc_id, mention.start, mention.end, mention.actor_id, mention.text


def _office_order(office: Office) -> tuple[str, int, int, str, str, str, str, bool]:
    return (
        office.doc_id,
        office.start,
        office.end,
        office.holder_id,
        office.title,
        office.post,
        office.body_id or "",
        office.former,
    )


def dataset_from_rows(
    documents: Iterable[Document],
    actors: Iterable[Actor],
    mentions: Iterable[Mention],
    claims: Iterable[tuple[str, Claim]],
    offices: Iterable[Office],
    same: Iterable[Same] = (),
) -> Dataset:
    """Put a data set together again from its saved rows.

    Parameters
    ----------
    documents, actors, mentions, offices, same : iterables
    claims : iterable of (str, Claim)
        Each claim with the id of its event.

    Returns
    -------
    Dataset
        Equal to the one that was saved.

    Examples
    --------
    >>> actors = [Actor("qatar", "state", "قطر"), Actor("egypt", "state", "مصر")]
    >>> made = dataset_from_rows([], actors, [], [], [])
    >>> [actor.id for actor in made.actors]
    ['egypt', 'qatar']
    """
    by_event: dict[str, list[Claim]] = {}
    for event_id, claim in claims:
        by_event.setdefault(event_id, []).append(claim)
    return Dataset(
        documents=tuple(documents),
        actors=tuple(sorted(actors, key=lambda actor: actor.id)),
        mentions=tuple(sorted(mentions, key=_mention_order)),
        events=tuple(event_from_claims(event_id, by_event[event_id]) for event_id in sorted(by_event)),
        offices=tuple(sorted(offices, key=_office_order)),
        same=tuple(sorted(same, key=_same_order)),
    )
