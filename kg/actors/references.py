"""What the recognition of actors returns, and the phrases that it works with."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model import Actor, ActorType, Office


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of an actor, with what syntax needs to know of it.

    Parameters
    ----------
    first, last : int
        Tokens, end exclusive: the whole phrase, with title, name and apposition, and the quotation marks
        around a name.
    start, end : int
        Characters, without attached particles (for ``للرياض`` the ل stays).
    particles : str
        Attached particles of the first token: ``""``, ``"و"``, ``"ل"``, ``"ول"`` ...
    actor : str
        Id.
    type : {'person', 'state', 'organization', 'group', 'place'}
    kind : str
        ``name``, ``titled-name``, ``title``, ``metonym``, ``head`` (الوزارة) or ``description``.
    gender : str
        ``m``, ``f`` or empty; grammatical, so states and most bodies are ``f``.
    number : str
        ``s``, ``d`` or ``p``.
    inner : bool
        True for a part of a longer reference.
    """

    first: int
    last: int
    start: int
    end: int
    particles: str
    actor: str
    type: ActorType
    kind: str
    gender: str
    number: str
    inner: bool


@dataclass(frozen=True, slots=True)
class ActorReading:
    """All actors of one document.

    Parameters
    ----------
    actors : tuple of Actor
        Sorted by id.
    references : tuple of Reference
        Sorted by first token, longest first.
    offices : tuple of Office
        In the order of the text.
    """

    actors: tuple[Actor, ...]
    references: tuple[Reference, ...]
    offices: tuple[Office, ...]


@dataclass(slots=True)
class Title:
    """A title as read: words ``first`` to ``last``, the post, whose it is, and how sure that is.

    Parameters
    ----------
    first, last : int
        Words.
    post : str
    states : tuple of str
        States that its adjectives name.
    body : Phrase or None
        The body, state or person after it (رئيس حزب الله، سفير قطر).
    former : bool
    bare : bool
        Head alone with the article (الوزير): it needs an earlier holder.
    relative : bool
        نظيره: the post of the person before.
    mild : bool
        The head is an ordinary noun or adjective, too (الناشطة، الممثل).
    key : str
        Folded words that tell it from other titles.
    gender : str
    number : str
    """

    first: int
    last: int
    post: str = ""
    states: tuple[str, ...] = ()
    body: Phrase | None = None
    former: bool = False
    bare: bool = False
    relative: bool = False
    mild: bool = False
    key: str = ""
    gender: str = "m"
    number: str = "s"


@dataclass(slots=True)
class Phrase:
    """A stretch of words that names an actor, before it is known which.

    Parameters
    ----------
    first, last : int
        Words, not tokens.
    particles : str
    type : ActorType
    kind : str
        As in :class:`Reference`.
    gender, number : str
    actor : str
        Authority id where the phrase settles it, else empty.
    name : tuple of str
        Folded words of a personal name or of a body's name.
    titles : list of Title
    head : str
        Folded head noun, without the article.
    states : tuple of str
        States that adjectives in it name.
    parts : list of Phrase
        Actors named inside; those that are the same actor have ``same`` set.
    sort : str
        Kind of body (``ministry``, ``media``), where known.
    same : bool
        Names the same actor as the phrase around it.
    label : str
        What to call the actor where the words alone would not do: one of two that share a head.
    """

    first: int
    last: int
    particles: str
    type: ActorType
    kind: str
    gender: str = ""
    number: str = "s"
    actor: str = ""
    name: tuple[str, ...] = ()
    titles: list[Title] = field(default_factory=list)
    head: str = ""
    states: tuple[str, ...] = ()
    parts: list[Phrase] = field(default_factory=list)
    sort: str = ""
    same: bool = False
    label: str = ""
