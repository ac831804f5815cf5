"""Who a described group is: the one of an earlier phrase, the body that it acts for, or a new one."""

from __future__ import annotations

from kg.actors.cast import Cast, Member, fold_words, surface
from kg.actors.references import Phrase
from kg.actors.states import bare_head
from kg.actors.words import Words

#: Heads of one delegation, alone or told together with others.
_DELEGATIONS = frozenset({"group-delegation", "dual-delegation", "dual-delegations"})
_OTHERS = ("اخرون", "اخرين", "اخري")


class Collectives:
    """The groups of an article.

    Parameters
    ----------
    w : Words
    cast : Cast
    found : dict of int to Member
        Actors of the phrases that are resolved, by ``id()`` of the phrase; shared with the resolver.
    """

    def __init__(self, w: Words, cast: Cast, found: dict[int, Member]) -> None:
        self.w = w
        self.cast = cast
        self.found = found

    def find(self, phrase: Phrase) -> Member:
        """Find the actor of a group; a new one where the article has named none like it."""
        bodies = [m.id for p in phrase.parts if not p.same and (m := self.found.get(id(p))) is not None]
        sent_by = bodies + list(phrase.states)
        member = self._body(phrase) or self._noun_alone(phrase) or self._delegation(phrase, sent_by)
        if member is not None:
            return member
        if phrase.states and (
            phrase.head == "people" or (phrase.name[0] in ("شعب", "الشعب") and len(phrase.name) == 2)
        ):
            member = self.cast.described(phrase, "people " + phrase.states[0], surface(self.w, phrase))
        else:
            member = self._named_so(phrase)
        member.heads.add(phrase.head)
        member.posts |= {("of", body) for body in sent_by}
        return member

    def _body(self, phrase: Phrase) -> Member | None:
        """Find the body that a group is or acts for (دول الاتحاد الأوروبي، مسلحو حزب الله)."""
        countries = phrase.head == "group-states" and any(
            n.endswith(("دول", "بلدان")) for n in phrase.name[:2]
        )
        parts = phrase.parts if countries else [p for p in phrase.parts if not p.same]
        own = parts[0] if parts else None
        if countries and own is not None and (len(parts) > 1 or own.last != phrase.last):
            return None
        armed = phrase.head == "group-armed" and own is not None and own.first == phrase.first + 1
        body = self.found.get(id(own)) if own is not None and (countries or armed) else None
        if body is None or body.type != "organization":
            return None
        phrase.type = "organization"
        return body

    def _noun_alone(self, phrase: Phrase) -> Member | None:
        """Find who was called so with more words (متظاهرون أتراك ... المتظاهرون)."""
        groups = self.cast.of("group")
        if len(phrase.name) == 1 and phrase.name[0].startswith("ال"):
            said = [m for m in groups if m.seen and _begins(m, phrase.name[0])]
            noun = bare_head(phrase.name[0])
            said += [m for m in self.cast.of("organization") if m.seen and noun in m.said]
            if said:
                return self.cast.nearest(said, phrase.first)
        if phrase.kind == "head":
            return self.cast.nearest([m for m in groups if phrase.head in m.heads], phrase.first)
        return None

    def _delegation(self, phrase: Phrase, bodies: list[str]) -> Member | None:
        """Find the delegation that was said to be of the same body (وفد من الحركة ... وفد الحركة)."""
        if phrase.head not in _DELEGATIONS or not bodies:
            return None
        fits = [
            m
            for m in self.cast.of("group")
            if m.seen and m.heads & _DELEGATIONS and any(("of", body) in m.posts for body in bodies)
        ]
        if fits:
            name = surface(self.w, phrase)
            fits[0].names.setdefault(name, name)
        return fits[0] if fits else None

    def _named_so(self, phrase: Phrase) -> Member:
        """Group by its words, without case endings; one in the headline may lack some of them."""
        key = tuple(_stem(n) for n in with_ids(phrase, self.found))
        member = self.cast.described(phrase, " ".join(key), surface(self.w, phrase), local=True)
        if member.seen or len(key) < 3:
            return member
        for other in self.cast.of("group"):
            if phrase.head in other.heads and in_headline(self.w, other, phrase):
                for known in list(other.names):
                    if shortens(tuple(_stem(n) for n in fold_words(known)), key):
                        other.names.setdefault(surface(self.w, phrase), surface(self.w, phrase))
                        return other
        return member


def in_headline(w: Words, member: Member, phrase: Phrase) -> bool:
    """Tell whether an actor was met in the headline alone, and a phrase stands behind it.

    Parameters
    ----------
    w : Words
    member : Member
    phrase : Phrase

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> title = "مصدر أمني: الأمر خطير"
    >>> w = Words(parse(Document("d", title + 2 * chr(10) + "قال المصدر ذلك.", title)), vocabulary(load()))
    >>> in_headline(w, Member("x", "person", seen=[0]), Phrase(6, 7, "", "person", "description"))
    True
    """
    last = w.text.title_last
    return bool(member.seen) and w.tokens[member.seen[-1]] < last <= w.tokens[phrase.first]


def with_ids(phrase: Phrase, found: dict[int, Member]) -> tuple[str, ...]:
    """Words of a name, with the actors inside it by their ids: للحركة is as good as لحركة حماس.

    Parameters
    ----------
    phrase : Phrase
    found : dict of int to Member

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> inner = Phrase(1, 3, "", "organization", "name")
    >>> phrase = Phrase(0, 3, "", "group", "description", name=("قاده", "حركه", "حماس"), parts=[inner])
    >>> with_ids(phrase, {id(inner): Member("hamas", "organization")})
    ('قاده', 'hamas')
    """
    words = list(phrase.name)
    offset = len(words) - (phrase.last - phrase.first)
    for part in reversed(phrase.parts):
        member = found.get(id(part))
        if part.same or member is None or phrase.sort == "media":
            continue
        first = part.first - phrase.first + offset
        if first > 0:
            words[first : first + part.last - part.first] = [member.id]
    return tuple(words)


def shortens(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether a name leaves out words of a longer one, but not its head.

    Parameters
    ----------
    short, long : tuple of str

    Returns
    -------
    bool

    Examples
    --------
    >>> shortens(("مجلس", "الامن"), ("مجلس", "الامن", "الدولي"))
    True
    """
    if long[: len(short)] == short:
        return True
    words = iter(long)
    return short[0] == long[0] and short[-1] == long[-1] and all(word in words for word in short)


def _begins(member: Member, noun: str) -> bool:
    """Tell whether a group has been called by a noun with more words behind it."""
    stem = _stem(noun)
    for words in map(fold_words, member.names):
        if len(words) > 1 and _stem(words[0]) == stem and words[1] not in _OTHERS:
            return True
    return False


def _stem(word: str) -> str:
    """Cut the article and the endings of the plural, which change with the case."""
    word = word.removeprefix("ال")
    return word[:-2] if word.endswith(("ون", "ين")) and len(word) > 4 else word
