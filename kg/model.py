"""The data that flows through the program: frozen records without behaviour or I/O.

One article is read by itself, ``Document -> Extraction``. What spans articles (identity, events told by
several outlets, the graph) is made of extractions afterwards and ends in one :class:`Dataset`.

All offsets are Unicode code points into :attr:`Document.text`, end exclusive. A ``None`` id means that the
text names nobody in that role.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

ActorType = Literal["person", "state", "organization", "group", "place"]
Status = Literal["occurred", "planned", "possible", "negated"]


@dataclass(frozen=True, slots=True)
class Document:
    """One article.

    Parameters
    ----------
    id : str
        Unique within a build.
    text : str
        What offsets count in: the title, an empty line and the body, or the body alone where there is no
        title. Empty for documents loaded from saved tables, which keep sentences and not articles.
    title : str
        The headline; where not empty, ``text`` starts with it.
    date : datetime.date or None
        Day of publication; relative dates (أمس الإثنين) count from it.
    outlet, url : str
        Who published it and where; empty where unknown.
    copy_of : str
        The first document, by day and id, of which this is a near-copy (:mod:`kg.graph.copies`); else empty.
    """

    id: str
    text: str
    title: str = ""
    date: dt.date | None = None
    outlet: str = ""
    url: str = ""
    copy_of: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """A political participant: a person, state, organization, described group, or a place.

    Parameters
    ----------
    id : str
        The authority's local name (``united-states``) or ``x-`` and a content hash for an actor learnt
        from the text.
    type : {'person', 'state', 'organization', 'group', 'place'}
    name_ar, name_en : str
        Preferred names; ``name_en`` is empty where nobody has written one.
    aliases : tuple of str
        Other Arabic names, in the order found.
    wikidata : str
        Item id such as ``Q30``, or empty. Only ever a verified one.
    """

    id: str
    type: ActorType
    name_ar: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    wikidata: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a document that names an actor; ``text`` is the surface form without attached particles."""

    doc_id: str
    actor_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Office:
    """Who holds which post of which body, as a document says it.

    Parameters
    ----------
    doc_id, holder_id : str
        The document and the person.
    title : str
        The Arabic title as written (``وزير الخارجية الأميركي``), without the particles before it, and in the
        singular where two are named with one noun (``وزيرا خارجية مصر والأردن``).
    post : str
        Id of the kind of post in ``titles.ttl`` (``foreign-minister``), or empty.
    body_id : str or None
        The state or body that the post belongs to.
    former : bool
        True for ``السابق`` and its like.
    start, end : int
        Offsets of the title.
    """

    doc_id: str
    holder_id: str
    title: str
    post: str
    body_id: str | None
    former: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence of one document says happened: the evidence for an :class:`Event`.

    Parameters
    ----------
    doc_id : str
    relation : str
        Id in ``relations.ttl`` (``met-with``).
    source_id, target_id : str or None
        Who does it, and to or with whom.
    status : {'occurred', 'planned', 'possible', 'negated'}
    attributed_to : str or None
        Actor on whose word the document reports it.
    date : datetime.date or None
        Day of the happening, where text and publication date determine it.
    place_id : str or None
        Where it happened.
    trigger : str
        The word or words that name the relation, as in the text.
    trigger_start : int
        Offset of the trigger; it lies within ``start`` and ``end``.
    sentence : str
        The text between ``start`` and ``end``: the quote that proves the claim.
    start, end : int
    """

    doc_id: str
    relation: str
    source_id: str | None
    target_id: str | None
    status: Status
    attributed_to: str | None
    date: dt.date | None
    place_id: str | None
    trigger: str
    trigger_start: int
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, as one or more claims report it."""

    id: str
    relation: str
    source_id: str | None
    target_id: str | None
    date: dt.date | None
    place_id: str | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Same:
    """That an actor of a document was taken for another, under whose id it now stands.

    Parameters
    ----------
    other_id, name_ar : str
        The id and name it had.
    actor_id : str
        The actor it is.
    reason : str
        ``spelling``, ``office``, ``story``, ``term`` or ``judged`` (:func:`kg.graph.identity.decide`), or
        ``state`` (:func:`kg.graph.homes.settled`).
    documents : int
        How many documents name it so.
    """

    other_id: str
    name_ar: str
    actor_id: str
    reason: str
    documents: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read in one document; ``sketch`` finds its near-copies (:mod:`kg.text.sketch`)."""

    document: Document
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    offices: tuple[Office, ...] = ()
    sketch: str = ""


@dataclass(frozen=True, slots=True)
class Dataset:
    """All that was read in all documents, with actors and events merged across them.

    Everything is sorted (documents in input order, the rest by id or document and offset), so that equal
    input gives equal files.
    """

    documents: tuple[Document, ...]
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    offices: tuple[Office, ...] = ()
    same: tuple[Same, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation type, as ``relations.ttl`` declares it.

    Parameters
    ----------
    id : str
        ``met-with``; :attr:`property` is its RDF name (``metWith``).
    property : str
        Local name of the RDF property in the ``kg:`` namespace.
    label_ar, label_en : str
    group : str
        Broader concept (``meet``, ``say``, ``warn``, ...).
    symmetric : bool
        True where source and target may be exchanged.
    plover, cameo : str
        Codes as text, ``040``; empty where there is no equivalent.
    quad : str
        ``verbal-cooperation``, ``material-cooperation``, ``verbal-conflict``, ``material-conflict`` or
        ``neutral``.
    """

    id: str
    property: str
    label_ar: str
    label_en: str
    group: str
    symmetric: bool
    plover: str
    cameo: str
    quad: str
