"""The authority list of actors: ``actors.ttl`` as look-ups by name, nationality and office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import get_args

from kg.lexicon.trie import Trie
from kg.lexicon.turtle import Facts
from kg.model import Actor, ActorType
from kg.text.normalise import fold, fold_phrase

_WIKIDATA = "http://www.wikidata.org/entity/"


@dataclass(frozen=True, slots=True)
class Term:
    """Time that a person held a post: both days inclusive, ``None`` where open or unknown."""

    person: str
    post: str
    body: str
    since: dt.date | None
    until: dt.date | None


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor of the authority list, with what the recognition needs beside its names.

    Parameters
    ----------
    actor : Actor
    kind : str
        ``ministry``, ``party``, ...; empty for other types.
    within : str
        State that it belongs to, or empty.
    capital_of : str
        For a place: the state whose government it stands for, or empty.
    names : tuple of str
        All neutral Arabic names, the preferred one first.
    """

    actor: Actor
    kind: str = ""
    within: str = ""
    capital_of: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """What a name in the trie stands for.

    Parameters
    ----------
    actor : str
    how : str
        ``name``, ``loaded`` (a name with a slant), ``metonym`` (a seat of government), ``short`` (a name
        that several states share: المملكة) or ``surname``.

    Examples
    --------
    >>> from kg.lexicon import load
    >>> load().actors.names.longest(("سامح", "شكري"), 0)
    (2, [Name(actor='sameh-shoukry', how='name')])
    """

    actor: str
    how: str


@dataclass(frozen=True, slots=True)
class Demonym:
    """A form of a nationality: ``gender`` m, f or empty; ``number`` s, d or p."""

    state: str
    gender: str
    number: str
    definite: bool


@dataclass(slots=True)
class ActorLexicon:
    """The authority list.

    Parameters
    ----------
    entries : dict of str to Entry
        By actor id, in the order of the files.
    names : Trie of Name
        Folded names.
    demonyms : dict of str to Demonym
        By folded form.
    terms : dict of (str, str) to list of Term
        By post and body.
    held : dict of str to list of Term
        By person.
    outlets : dict of str to str
        Media by their folded Latin names.

    Examples
    --------
    >>> from kg.lexicon import load
    >>> listed = load().actors
    >>> listed.entries["sameh-shoukry"].actor.name_ar, listed.held["sameh-shoukry"][0].post
    ('سامح شكري', 'foreign-minister')
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    names: Trie[Name] = field(default_factory=Trie)
    demonyms: dict[str, Demonym] = field(default_factory=dict)
    terms: dict[tuple[str, str], list[Term]] = field(default_factory=dict)
    held: dict[str, list[Term]] = field(default_factory=dict)
    outlets: dict[str, str] = field(default_factory=dict)

    def outlet(self, name: str) -> str:
        """Id of the medium of a Latin name (``Jawhara FM (Tunisia)``), or an empty string.

        Parameters
        ----------
        name : str
            What follows an opening bracket does not count.

        Returns
        -------
        str

        Examples
        --------
        >>> from kg.lexicon import load
        >>> load().actors.outlet("Reuters (London)"), load().actors.outlet("nobody")
        ('reuters', '')
        """
        return self.outlets.get(fold_phrase(name.split("(")[0]), "") if name else ""

    def holder(self, post: str, body: str, day: dt.date | None) -> str | None:
        """Who held a post on a day, or ``None`` where that is unknown or not one person.

        Parameters
        ----------
        post, body : str
            Kind of post and id of the state or body.
        day : datetime.date or None

        Returns
        -------
        str or None

        Examples
        --------
        >>> from kg.lexicon import load
        >>> load().actors.holder("foreign-minister", "egypt", dt.date(2024, 6, 25))
        'sameh-shoukry'
        """
        if day is None:
            return None
        found = {t.person for t in self.terms.get((post, body), ()) if covers(t, day)}
        return found.pop() if len(found) == 1 else None


def covers(term: Term, day: dt.date) -> bool:
    """Tell whether a term includes a day.

    Parameters
    ----------
    term : Term
    day : datetime.date

    Returns
    -------
    bool

    Examples
    --------
    >>> term = Term("a", "president", "egypt", dt.date(2014, 6, 8), dt.date(2018, 6, 1))
    >>> covers(term, dt.date(2018, 6, 1)), covers(term, dt.date(2018, 6, 2))
    (True, False)
    """
    return (term.since is None or term.since <= day) and (term.until is None or day <= term.until)


def load_actors(paths: Iterable[Path]) -> ActorLexicon:
    """Read actor files into one list; a later file may add to an actor of an earlier one.

    Parameters
    ----------
    paths : iterable of pathlib.Path
        Turtle files in the form of ``actors.ttl``.

    Returns
    -------
    ActorLexicon

    Raises
    ------
    LexiconError
        Where a file cannot be read, or an actor has no Arabic name or an unfit value.

    Examples
    --------
    >>> from kg.lexicon import ontology_dir
    >>> load_actors([ontology_dir() / "actors.ttl"]).entries["united-states"].actor.wikidata
    'Q30'
    """
    lexicon = ActorLexicon()
    for path in paths:
        _read(lexicon, Facts(path))
    for id_, entry in lexicon.entries.items():
        if entry.capital_of and entry.capital_of not in lexicon.entries:
            lexicon.entries[id_] = replace(entry, capital_of="")
    return lexicon


def _wikidata(facts: Facts, subject: str) -> str:
    """Return the Wikidata item that an actor is the same as, or an empty string."""
    same = (iri for iri in facts.links(subject, "owl:sameAs") if iri.startswith(_WIKIDATA))
    return next(map(_local, same), "")


def _read(lexicon: ActorLexicon, facts: Facts) -> None:
    for kind in get_args(ActorType):
        for subject in facts.of_type(kind.capitalize()):
            _read_actor(lexicon, facts, subject, kind)


def _read_actor(lexicon: ActorLexicon, facts: Facts, subject: str, type_: ActorType) -> None:
    id_ = _local(subject)
    known = lexicon.entries.get(id_)
    preferred = facts.texts(subject, "skos:prefLabel", "ar")
    if not preferred and known is None:
        raise facts.fault(subject, "has no skos:prefLabel in @ar; add the Arabic name")
    others = facts.texts(subject, "skos:altLabel", "ar")
    loaded = facts.texts(subject, "loadedName", "ar")
    names = tuple(dict.fromkeys([*(known.names if known else ()), *preferred, *others]))
    english = (*facts.texts(subject, "skos:prefLabel", "en"), *facts.texts(subject, "skos:altLabel", "en"))
    actor = Actor(
        id=id_,
        type=type_,
        name_ar=names[0],
        name_en=(known.actor.name_en if known else "") or (english[0] if english else ""),
        aliases=tuple(dict.fromkeys([*(known.actor.aliases if known else ()), *names[1:], *loaded])),
        wikidata=_wikidata(facts, subject) or (known.actor.wikidata if known else ""),
    )
    within, capital_of = (_one(facts, subject, p) for p in ("within", "metonymOf"))
    entry = Entry(actor, facts.text(subject, "kind"), within, capital_of, names)
    lexicon.entries[id_] = entry
    for how, texts in (
        ("name", names),
        ("loaded", loaded),
        ("metonym", facts.texts(subject, "metonym", "ar")),
        ("short", facts.texts(subject, "shortName", "ar")),
        ("context", facts.texts(subject, "contextName", "ar")),
        ("surname", facts.texts(subject, "surname", "ar")),
    ):
        for text in texts:
            _file_name(lexicon.names, text, Name(id_, how))
    _read_demonyms(lexicon, facts, subject, id_)
    _read_terms(lexicon, facts, subject, id_)
    if entry.kind == "media":
        for text in english:
            lexicon.outlets.setdefault(fold_phrase(text), id_)


def _file_name(trie: Trie[Name], text: str, name: Name) -> None:
    """File a name, and the other way of writing عبد in it (عبدالله, عبد الله)."""
    words = tuple(fold_phrase(text).split())
    if not words:
        return
    trie.add(words, name)
    for variant in spelling_variants(words):
        trie.add(variant, name)


def spelling_variants(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Other ways to set the spaces of a name: عبد الله beside عبدالله.

    Examples
    --------
    >>> spelling_variants(("عبد", "الله", "صالح"))
    [('عبدالله', 'صالح')]
    >>> spelling_variants(("عبدالعزيز",))
    [('عبد', 'العزيز')]
    """
    joined: list[str] = []
    split: list[str] = []
    skip = False
    for i, word in enumerate(words):
        if word.startswith("عبدال") and len(word) > 6:
            split += ["عبد", word[3:]]
        else:
            split.append(word)
        if skip:
            skip = False
            continue
        if word == "عبد" and i + 1 < len(words) and words[i + 1].startswith("ال"):
            joined.append(word + words[i + 1])
            skip = True
        else:
            joined.append(word)
    return [v for v in dict.fromkeys((tuple(joined), tuple(split))) if v != words]


def _read_demonyms(lexicon: ActorLexicon, facts: Facts, subject: str, id_: str) -> None:
    for text in facts.texts(subject, "demonym", "ar"):
        for form, gender, number in inflect_demonym(fold(text)):
            _file_demonym(lexicon, form, id_, gender, number)
    for text in facts.texts(subject, "demonymPlural", "ar"):
        _file_demonym(lexicon, fold(text), id_, "", "p")


def _file_demonym(lexicon: ActorLexicon, form: str, id_: str, gender: str, number: str) -> None:
    # The first state that claims a form keeps it (كوري, كونغولي).
    lexicon.demonyms.setdefault(form, Demonym(id_, gender, number, False))
    first, _, second = form.partition(" ")
    forms = {"ال" + form, f"ال{first} ال{second}"} if second else {"ال" + form}
    for definite in forms:
        lexicon.demonyms.setdefault(definite, Demonym(id_, gender, number, True))


# Behind a folded nationality, with gender and number.
_ENDINGS = (
    ("", "m", "s"), ("ه", "f", "s"),
    ("ون", "m", "p"), ("ين", "m", "p"), ("ات", "f", "p"),
    ("ان", "m", "d"), ("تان", "f", "d"), ("تين", "f", "d"),
)  # fmt: skip


def inflect_demonym(form: str) -> list[tuple[str, str, str]]:
    """Inflect a folded masculine singular nationality; of two adjectives each takes the ending.

    Returns
    -------
    list of (str, str, str)
        Form, gender, number.

    Examples
    --------
    >>> [f for f, _, _ in inflect_demonym("سوري")][:4]
    ['سوري', 'سوريه', 'سوريون', 'سوريين']
    >>> [f for f, _, _ in inflect_demonym("كوري شمالي")][:2]
    ['كوري شمالي', 'كوريه شماليه']
    """
    first, _, second = form.partition(" ")
    both = bool(second) and first.endswith("ي")  # but "جنوب أفريقية"
    found = []
    for ending, gender, number in _ENDINGS:
        head = first + ending if both else first
        found.append((f"{head} {second}{ending}" if second else form + ending, gender, number))
    return found


def _read_terms(lexicon: ActorLexicon, facts: Facts, subject: str, id_: str) -> None:
    for node in facts.links(subject, "office"):
        post, body = facts.text(node, "post", required=True), _one(facts, node, "of")
        if not body:
            raise facts.fault(subject, f"office {post} lacks kg:of; name the state or body")
        since, until = _day(facts, subject, node, "from"), _day(facts, subject, node, "until")
        term = Term(id_, post, body, since, until)
        lexicon.terms.setdefault((post, body), []).append(term)
        lexicon.held.setdefault(id_, []).append(term)


def _day(facts: Facts, subject: str, node: str, name: str) -> dt.date | None:
    text = facts.text(node, name)
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise facts.fault(subject, f"{name} is {text!r}; write a day as 2024-06-25") from error


def _one(facts: Facts, subject: str, name: str) -> str:
    links = facts.links(subject, name)
    return _local(links[0]) if links else ""


def _local(iri: str) -> str:
    return iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
