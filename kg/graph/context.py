"""What all documents together say about an actor: offices, company and days."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from kg.graph.similarity import Speller
from kg.model import Actor, Extraction
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
_Pair: TypeAlias = tuple[str, str]


@dataclass(slots=True)
class Known:
    """What all documents say about one actor.

    Parameters
    ----------
    actor : Actor
        With the name most documents write.
    authority : bool
        Whether it is of the authority list.
    docs : set of str
        Ids of the documents that name it.
    days : set of datetime.date
        Their days of publication.
    posts : dict of (str, str) to list of (datetime.date or None)
        For each post and body, or ``title`` and a whole title where many hold such a post, the days of the
        documents that say it.
    titles : set of str
        Folded.
    terms : list of Term
        Terms of office of the authority list.
    names : tuple of str
        All names that are compared.

    Examples
    --------
    >>> Known(Actor("x-1", "person", "جيلان موراتوف")).authority
    False
    """

    actor: Actor
    authority: bool = False
    docs: set[str] = field(default_factory=set)
    days: set[dt.date] = field(default_factory=set)
    # Post (or title, where many hold the post) and body, with the days at which it was said.
    posts: dict[_Pair, list[dt.date | None]] = field(default_factory=lambda: defaultdict(list))
    titles: set[str] = field(default_factory=set)
    terms: list[Term] = field(default_factory=list)
    names: tuple[str, ...] = ()


def gather(actors: Sequence[Actor], extractions: Sequence[Extraction], lexicon: Lexicon) -> dict[str, Known]:
    """Collect what the documents say about each actor, by id.

    Parameters
    ----------
    actors : sequence of Actor
        Those of other types than person and organization are passed over.
    extractions : sequence of Extraction
    lexicon : Lexicon

    Returns
    -------
    dict of str to Known

    Examples
    --------
    >>> from kg import lexicon
    >>> known = gather([Actor("x-1", "person", "السويسري كريستيان غروس")], [], lexicon.load())
    >>> known["x-1"].names
    ('كريستيان غروس',)
    """
    listed, speller = lexicon.actors, Speller.of(lexicon)
    joinable = [a for a in actors if a.type in ("person", "organization")]
    names: dict[str, Counter[str]] = {actor.id: Counter() for actor in joinable}
    for actor in (*joinable, *(a for e in extractions for a in e.actors if a.id in names)):
        names[actor.id][actor.name_ar] += 1
    known = {}
    for actor in sorted(joinable, key=lambda a: (a.id, a.name_ar)):
        # Documents may write one actor's name differently: the usual one, whichever came first.
        usual = min(names[actor.id], key=lambda name: (-names[actor.id][name], name))
        if actor.type == "person" and actor.id.startswith("x-"):
            usual = speller.unadorned(usual)
        one = known[actor.id] = Known(actor, not actor.id.startswith("x-"), names=(usual,))
        if usual != actor.name_ar:
            one.actor = replace(actor, name_ar=usual)
        if actor.id in listed.entries:
            entry = listed.entries[actor.id]
            one.authority, one.names, one.terms = True, entry.names, listed.held.get(actor.id, [])
    for extraction in extractions:
        _gather_document(extraction, known)
    return known


def _gather_document(extraction: Extraction, known: Mapping[str, Known]) -> None:
    document = extraction.document
    for actor in extraction.actors:
        if actor.id in known:
            known[actor.id].docs.add(document.id)
            if document.date is not None:
                known[actor.id].days.add(document.date)
    for office in extraction.offices:
        holder = known.get(office.holder_id)
        if holder is not None:
            title = fold_phrase(office.title)
            single = office.post in _SINGLE and office.body_id and not office.former
            # The whole title, where many hold such a post.
            post = (office.post, office.body_id or "") if single else ("title", title)
            holder.posts[post].append(document.date)
            holder.titles.add(title)


def authority_actors(lexicon: ActorLexicon) -> dict[str, Known]:
    """Persons and organizations of the authority list, with their names and terms of office.

    Parameters
    ----------
    lexicon : ActorLexicon

    Returns
    -------
    dict of str to Known
        By id.

    Examples
    --------
    >>> from kg import lexicon
    >>> listed = authority_actors(lexicon.load().actors)
    >>> listed["sameh-shoukry"].authority, "egypt" in listed
    (True, False)
    """
    return {
        id_: Known(entry.actor, True, terms=lexicon.held.get(id_, []), names=entry.names)
        for id_, entry in lexicon.entries.items()
        if entry.actor.type in ("person", "organization")
    }


class Context:
    """Whether two actors stand in the same office or story.

    Parameters
    ----------
    known : mapping of str to Known
        As of :func:`gather`.
    extractions : sequence of Extraction

    Examples
    --------
    >>> one, other = (Known(Actor(i, "person", "")) for i in ("x-1", "x-2"))
    >>> one.posts["president", "gabon"] = [dt.date(2024, 6, 25)]
    >>> other.posts["president", "gabon"] = [dt.date(2024, 7, 1)]
    >>> context = Context({"x-1": one, "x-2": other}, [])
    >>> context.office(one, other), context.story(one, other), context.beside(one, other)
    (True, False, [])
    """

    def __init__(self, known: Mapping[str, Known], extractions: Sequence[Extraction]) -> None:
        self.known = known
        spread = Counter(a.id for e in extractions for a in e.actors)
        most = max(4, len(extractions) // 200)
        self.company: dict[str, set[str]] = defaultdict(set)
        # Those met in a few documents, which tell stories apart.
        self.rare = {
            a.id: a.name_ar
            for e in extractions
            for a in e.actors
            if 1 < spread[a.id] <= most and a.type in ("person", "organization")
        }
        for extraction in extractions:
            rare = {a.id for a in extraction.actors if a.id in self.rare}
            for actor in extraction.actors:
                if actor.type == "person" and actor.id.startswith("x-"):
                    self.company[actor.id] |= rare - {actor.id}

    def office(self, one: Known, other: Known) -> bool:
        """Tell whether two actors are said to hold one office at near dates.

        Parameters
        ----------
        one, other : Known

        Returns
        -------
        bool
        """
        return any(
            _near(one.posts[post], other.posts[post], _TITLE if post[0] == "title" else _TERM)
            for post in one.posts.keys() & other.posts.keys()
            if post[0] != "title" or len(post[1].split()) > 2
        )

    def story(self, one: Known, other: Known) -> bool:
        """Tell whether two actors stand beside the same few others within days.

        Parameters
        ----------
        one, other : Known

        Returns
        -------
        bool
        """
        shared = self.company[one.actor.id] & self.company[other.actor.id]
        return len(shared) > 1 and bool(one.days) and _near([*one.days], [*other.days], _STORY)

    def beside(self, one: Known, other: Known) -> list[str]:
        """Names of the few others that stand beside both, whatever the day.

        Parameters
        ----------
        one, other : Known

        Returns
        -------
        list of str
            Sorted by id.
        """
        shared = self.company[one.actor.id] & self.company[other.actor.id]
        return [self.rare[i] for i in sorted(shared)]

    @staticmethod
    def holds(one: Known, other: Known) -> bool:
        """Tell whether an authority actor held an office that a document says of the other, at that time.

        Parameters
        ----------
        one : Known
            Of whom documents say an office.
        other : Known
            Of the authority list. Its terms are taken to be 60 days longer at either end.

        Returns
        -------
        bool

        Examples
        --------
        >>> Context.holds(Known(Actor("x-1", "person", "")), Known(Actor("x-2", "person", "")))
        False
        """
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


def other_office(one: Known, other: Known) -> bool:
    """Tell whether two persons hold different offices of state at near dates.

    Parameters
    ----------
    one, other : Known

    Returns
    -------
    bool

    Examples
    --------
    >>> one, other = (Known(Actor(i, "person", "")) for i in ("x-1", "x-2"))
    >>> one.posts["president", "gabon"] = [dt.date(2024, 6, 25)]
    >>> other.posts["prime-minister", "gabon"] = [dt.date(2024, 7, 1)]
    >>> other_office(one, other)
    True
    """
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
