"""The actors met in one article, and the search for one of them by name, title or head noun."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kg.actors.namesakes import Namesakes
from kg.actors.references import Phrase
from kg.actors.states import bare_head
from kg.actors.words import Words
from kg.lexicon.actors import ActorLexicon, covers
from kg.model import Actor, ActorType, Document
from kg.text.normalise import fold_phrase, folded_offset

_QUOTES = frozenset('"”“«»‹›„')

#: Posts that many hold at once: two of one state need not be the same person.
MANY = frozenset(
    "other minister member-of-parliament director-general spokesperson ambassador envoy commander"
    " deputy-minister secretary-general religious-leader chairman governor".split()
)


@dataclass(slots=True)
class Member:
    """One actor of the article.

    Parameters
    ----------
    id : str
    type : {'person', 'state', 'organization', 'group', 'place'}
    names : dict of str to str
        Folded name to the name as written, in the order met.
    parts : list of tuple of str
        Names of a person or body as folded words; added by :meth:`Cast.call`.
    posts : set of (str, str)
        Posts held, each with the state or body, or an empty string.
    keys : set of str
        Folded titles.
    heads : set of str
        Head nouns of all its names (حركة).
    said : set of str
        Those of them that the article itself has put before a name.
    states : set of str
    seen : list of int
        Words at which it was mentioned, sorted.
    gender : str
    """

    id: str
    type: ActorType
    names: dict[str, str] = field(default_factory=dict)
    parts: list[tuple[str, ...]] = field(default_factory=list)
    posts: set[tuple[str, str]] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    seen: list[int] = field(default_factory=list)
    gender: str = ""


class Cast:
    """All actors of one article.

    Parameters
    ----------
    document : Document
    lexicon : ActorLexicon
    """

    def __init__(self, document: Document, lexicon: ActorLexicon) -> None:
        self.document = document
        self.lexicon = lexicon
        self.members: dict[str, Member] = {}
        self.namesakes: defaultdict[ActorType, Namesakes] = defaultdict(Namesakes)
        self.states: Counter[str] = Counter()

    def known(self, actor: str) -> Member:
        """Member for an actor of the authority list."""
        member = self.members.get(actor)
        if member is None:
            entry = self.lexicon.entries[actor]
            member = self.members[actor] = Member(actor, entry.actor.type)
            if entry.within:
                member.states.add(entry.within)
            if entry.actor.type == "person":
                for name in entry.names:
                    self.call(member, fold_words(name))
                held = self.lexicon.held.get(actor, ())
                member.states |= {t.body for t in held}
                day = self.document.date
                member.posts |= {(t.post, t.body) for t in held if day is None or covers(t, day)}
            elif entry.actor.type == "organization":
                for words in (fold_words(name) for name in entry.names):
                    member.heads.add(bare_head(words[0]))
                    self.call(member, (words[0].removeprefix("ال"), *words[1:]))
        return member

    def call(self, member: Member, name: tuple[str, ...]) -> None:
        """Note a name of a member, as folded words."""
        if name not in member.parts:
            member.parts.append(name)
            self.namesakes[member.type].add(member, name)

    def learnt(self, type_: ActorType, key: str, *, local: bool = False) -> Member:
        """Member for an actor that the text alone knows; ``local`` ones are of this document only."""
        source = f"{type_} {key}" + (f" {self.document.id}" if local else "")
        id_ = "x-" + hashlib.sha1(source.encode()).hexdigest()[:12]
        member = self.members.get(id_)
        if member is None:
            member = self.members[id_] = Member(id_, type_)
        return member

    def described(self, phrase: Phrase, key: str, text: str, *, local: bool = False) -> Member:
        """Member for a phrase that only the text knows, with its surface as a name."""
        member = self.learnt(phrase.type, key, local=local)
        member.names.setdefault(text, text)
        return member

    def of(self, type_: ActorType) -> list[Member]:
        """Members of a type, in the order met."""
        return [m for m in self.members.values() if m.type == type_]

    @staticmethod
    def nearest(members: list[Member], at: int) -> Member | None:
        """Member mentioned last before a word; without one, the first mentioned after it."""
        best: tuple[int, Member] | None = None
        for member in members:
            before = bisect_left(member.seen, at)
            if before and (best is None or member.seen[before - 1] > best[0]):
                best = (member.seen[before - 1], member)
        if best is not None:
            return best[1]
        later = [(m.seen[0], i) for i, m in enumerate(members) if m.seen]
        return members[min(later)[1]] if later else None

    @classmethod
    def meant(cls, members: list[Member], at: int, sentence: int) -> Member | None:
        """Member that a noun which fits several means: one of the same sentence, else the one told of most.

        Parameters
        ----------
        members : list of Member
        at : int
            Word of the noun.
        sentence : int
            First word of its sentence.
        """
        nearest = cls.nearest(members, at)
        before = bisect_left(nearest.seen, at) if nearest is not None else 0
        if nearest is None or len(members) < 2 or not before or nearest.seen[before - 1] >= sentence:
            return nearest
        return max(members, key=lambda m: (bisect_left(m.seen, at), m is nearest))

    def main_state(self) -> str:
        """Return the state that the article is about: the outlet's own if named, or the one named most."""
        home = self.home()
        if self.states:
            best = max(self.states.values())
            if self.states.get(home, 0) * 2 >= best:
                return home
            return min(s for s, n in self.states.items() if n == best)
        return home

    def outlet(self) -> str:
        """Id of the medium that published the article, or an empty string."""
        return self.lexicon.outlet(self.document.outlet)

    def home(self) -> str:
        """State of the outlet, or an empty string."""
        outlet = self.outlet()
        return self.lexicon.entries[outlet].within if outlet else ""

    def actors(self) -> tuple[Actor, ...]:
        """All members that are mentioned, sorted by id."""
        found = []
        for id_ in sorted(self.members):
            member = self.members[id_]
            if not member.seen:
                continue
            entry = self.lexicon.entries.get(id_)
            if entry is not None:
                found.append(_as_listed(entry.actor, member))
                continue
            names = list(member.names.values())
            longest = max(names, key=len) if names else id_
            found.append(Actor(id_, member.type, longest, "", tuple(n for n in names if n != longest)))
        return tuple(found)


def _as_listed(actor: Actor, member: Member) -> Actor:
    """Actor of the authority list, with the names of a body that only a fused particle hid in the text."""
    if actor.type != "organization" or not member.names:
        return actor
    known = {fold_phrase(name) for name in (actor.name_ar, *actor.aliases)}
    new = [name for name in member.names.values() if fold_phrase(name) not in known]
    return replace(actor, aliases=(*actor.aliases, *new)) if new else actor


@lru_cache(maxsize=50_000)
def fold_words(name: str) -> tuple[str, ...]:
    """Folded words of a name.

    Parameters
    ----------
    name : str

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> fold_words("أحمد العبدلي")
    ('احمد', 'العبدلي')
    """
    return tuple(fold_phrase(name).split())


def same_person(known: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Tell whether two names can be one person's.

    The shorter must be the surname of the longer, or agree with it in first and last part, or be its
    beginning or end.

    Parameters
    ----------
    known, name : tuple of str
        Folded words.

    Returns
    -------
    bool

    Examples
    --------
    >>> same_person(("خالد", "محفوظ", "بحاح"), ("خالد", "بحاح"))
    True
    >>> same_person(("علي", "مملوك"), ("علي",))
    False
    """
    long, short = (known, name) if len(known) >= len(name) else (name, known)
    if long == short or long[-len(short) :] == short:
        return True
    if len(short) < 2:
        return False
    return long[0] == short[0] and (long[-1] == short[-1] or long[: len(short)] == short)


def surnames(name: tuple[str, ...]) -> list[tuple[str, ...]]:
    """List the ends of a name that may stand alone, joiners with their word (أبو فاعور، بن سلمان).

    Parameters
    ----------
    name : tuple of str
        Folded words.

    Returns
    -------
    list of tuple of str

    Examples
    --------
    >>> surnames(("وايل", "ابو", "فاعور"))
    [('ابو', 'فاعور')]
    """
    if len(name) < 2:
        return []
    joined = name[-2] in (
        "ابو",
        "ابي",
        "ابا",
        "بن",
        "ال",
        "عبد",
        "ولد",
        "دي",
        "فان",
        "فون",
        "لو",
        "ابن",
        "بو",
    )
    theophoric = name[-1] in ("الله", "الدين", "الاسلام")
    first = len(name) - (2 if joined or theophoric else 1)
    return [name[first:]] if first > 0 else []


def surface(w: Words, phrase: Phrase) -> str:
    """Write a phrase as in the text, without particles.

    Parameters
    ----------
    w : Words
    phrase : Phrase

    Returns
    -------
    str

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "للوزير رأي آخر.")), vocabulary(load()))
    >>> surface(w, Phrase(0, 1, "ل", "person", "title"))
    'الوزير'
    """
    if phrase.label:
        return phrase.label
    text = w.text.slice(w.tokens[phrase.first], w.ends[phrase.last - 1] + 1)
    marks = [c for c in text if c in _QUOTES]
    if len(marks) == 1:  # "شركة «فورد» ...": the mark that closes lies behind the name
        text = text.replace(marks[0], "")
    if not phrase.particles:
        return text
    cut = folded_offset(text, len(phrase.particles))
    fused = phrase.particles.endswith("ل") and w.norms[phrase.first].startswith(phrase.particles + "ل")
    # The article that a ل swallowed (للبرلمان) comes back, unless the noun begins with ل itself (للجنة عليا).
    swallowed = fused and (not phrase.name or phrase.name[0].startswith("ال"))
    return "ا" + text[cut:] if swallowed else text[cut:]
