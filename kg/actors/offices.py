"""Who holds an office: titles alone, counterparts, and the holders that the authority list knows."""

from __future__ import annotations

from bisect import bisect_left

from kg.actors.cast import MANY, Cast, Member, surface
from kg.actors.references import Phrase, Title
from kg.actors.words import Words

#: Heads that stand for one office.
_DELEGATES = {"ممثل": "مندوب", "ممثله": "مندوبه"}
#: Kinds of bodies whose offices are not those of their state.
_PRIVATE = frozenset("party armed-group ngo media company bank union university other".split())


class Offices:
    """The titles of an article and who bears them.

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

    def office(self, title: Title) -> tuple[str, str]:
        """Post of a title and the state or body that it is of."""
        entries = self.cast.lexicon.entries
        if title.states:
            return title.post, title.states[0]
        if title.body is not None:
            member = self.found.get(id(title.body))
            if title.body.type == "place" and title.body.actor and entries[title.body.actor].capital_of:
                return title.post, entries[title.body.actor].capital_of
            if member is not None:
                return title.post, member.id
            inside = sorted(states_of(title))
            if inside:
                return title.post, inside[0]
        return title.post, ""

    def hold(self, member: Member, title: Title) -> None:
        """Note that somebody bears a title."""
        post, body = self.office(title)
        if title.key and not title.bare:
            member.keys.add(title.key)
        if post and not title.relative:
            member.posts.add((post, body))
        if title.body is not None and body:
            member.posts.add((f"head {head_of(title.key)}", body))
        member.states |= states_of(title)

    def holder(self, title: Title) -> str | None:
        """Return who the authority list says bore a title at the date of the article."""
        if title.former or not title.post:
            return None
        post, body = self.office(title)
        if not body and title.body is None:
            body = self.cast.main_state()
        lexicon, day = self.cast.lexicon, self.cast.document.date
        member = self.cast.members.get(body)
        holder = lexicon.holder(post, body, day) if body else None
        if (
            holder is None
            and member is not None
            and member.type == "organization"
            and len(member.states) == 1
            and self._of_government(body)
        ):
            holder = lexicon.holder(post, min(member.states), day)
        return holder

    def _of_government(self, body: str) -> bool:
        """Tell whether who heads or speaks for a body may do so for its state, as for no party or company."""
        entry = self.cast.lexicon.entries.get(body)
        return entry is None or entry.kind not in _PRIVATE

    def by_title(self, phrase: Phrase) -> Member | None:
        """Find the bearer of a title that stands without a name."""
        title = next((t for t in phrase.titles if not t.bare), phrase.titles[0])
        if title.relative:
            return self._counterpart(phrase, title)
        if title.bare:
            return self._bare(phrase, title)
        post, body = self.office(title)
        key = title.key
        people = self.cast.of("person")
        fits = [m for m in people if _same_title(key, m.keys)]
        if not fits and title.body is not None and title.body.kind == "title" and not states_of(title):
            plain = _bare_words(key)
            fits = [m for m in people if any(_bare_words(k).startswith(plain + " ") for k in m.keys)]
        if not fits and title.body is not None and body:
            fits = [m for m in people if (f"head {head_of(key)}", body) in m.posts]
        if not fits and states_of(title) and post in MANY:
            fits = self._loosely(people, title, body)
        if not fits and post and body in self.cast.members and self.cast.members[body].type == "organization":
            fits = [m for m in people if (post, body) in m.posts and post != "other"]
        if not fits and post and post not in MANY:
            loose = [
                m for m in people if body and (post, "") in m.posts and not self._elsewhere(m, post, body)
            ]
            fits = [m for m in people if (post, body) in m.posts] or loose
            fits = fits or [m for m in people if self._held(m, post, body or self.cast.main_state())]
        if not fits and post and post not in MANY and not title.states and title.body is None:
            fits = [m for m in people if any(p == post for p, _ in m.posts)]
        if fits:
            return self.cast.nearest(fits, phrase.first)
        holder = None if title.former else self.holder(title)
        if holder is None and title.mild and not states_of(title) and not self._of_known_body(title):
            return None  # "a member of the committee" alone is nobody in particular
        member = (
            self.cast.known(holder)
            if holder
            else self.cast.described(phrase, title.key, surface(self.w, phrase), local=True)
        )
        for each in phrase.titles:
            self.hold(member, each)
        return member

    def _of_known_body(self, title: Title) -> bool:
        """Tell whether a title is of a body of the authority list."""
        member = self.found.get(id(title.body)) if title.body is not None else None
        return member is not None and member.id in self.cast.lexicon.entries

    def _loosely(self, people: list[Member], title: Title, body: str) -> list[Member]:
        """Find who has a title with the same head for the same state (الوزير المصري، السفير الأسترالي)."""
        head = head_of(title.key)
        if title.post == "minister" and title.bare is False and _brief(title):
            own = [m for m in people if any(_minister(p) and b == body for p, b in m.posts)]
            other = [m for m in people if any(_minister(p) and not b for p, b in m.posts)]
            return own or (other if len(other) == 1 else [])
        fits = [
            m for m in people if states_of(title) & m.states and any(_alike(head_of(k), head) for k in m.keys)
        ]
        return fits if len(fits) == 1 else []

    def _elsewhere(self, member: Member, post: str, body: str) -> bool:
        """Tell whether somebody holds a post for another state: the Saudi is not "الوزير الروسي"."""
        of = {term.body for term in self.cast.lexicon.held.get(member.id, ()) if term.post == post}
        return bool(of) and body not in of

    def _held(self, member: Member, post: str, body: str) -> bool:
        """Tell whether a known person of the article held a post at any time, where the date does not say."""
        terms = self.cast.lexicon.held.get(member.id, ())
        return self.cast.document.date is None and any(t.post == post and t.body == body for t in terms)

    def _counterpart(self, phrase: Phrase, title: Title) -> Member | None:
        """Find who holds, for another state, the post of the person before."""
        state = title.states[0] if title.states else ""
        posts = self.posts_before(phrase, title)
        for post in posts:
            fits = [m for m in self.cast.of("person") if (post, state) in m.posts]
            if fits:
                return self.cast.nearest(fits, phrase.first)
        for post in posts:
            holder = (
                self.cast.lexicon.holder(post, state, self.cast.document.date) if post not in MANY else None
            )
            if holder:
                return self.cast.known(holder)
        member = self.cast.described(phrase, title.key, surface(self.w, phrase), local=True)
        member.posts |= {(p, state) for p in posts}
        return member

    def posts_before(self, phrase: Phrase, title: Title) -> list[str]:
        """List the posts of the last person before who holds one for another state."""
        before = [
            (m.seen[bisect_left(m.seen, phrase.first) - 1], m)
            for m in self.cast.of("person")
            if m.posts and m.seen and m.seen[0] < phrase.first
        ]
        for _, member in sorted(before, key=lambda pair: -pair[0]):
            posts = sorted({p for p, body in member.posts if body not in title.states and " " not in p})
            if posts:
                return posts
        return []

    def _bare(self, phrase: Phrase, title: Title) -> Member | None:
        """Resolve a head alone (الوزير، الرئيس) by the last one who has that title."""
        head = title.key.split()[0].removeprefix("ال") if title.key else ""
        people = self.cast.of("person")
        fits = [m for m in people if any(k.removeprefix("ال").split()[0] == head for k in m.keys if k)]
        if not fits and title.post not in ("", "other"):
            fits = [m for m in people if any(p == title.post for p, _ in m.posts)]
        before = [m for m in fits if m.seen and m.seen[0] < phrase.first]
        if before:
            return self.cast.nearest(before, phrase.first)
        if title.post in ("president", "king", "emir", "prime-minister"):
            holder = self.cast.lexicon.holder(title.post, self.cast.main_state(), self.cast.document.date)
            if holder:
                return self.cast.known(holder)
        return self.cast.nearest(fits, phrase.first) if fits else None


def states_of(title: Title) -> set[str]:
    """States that a title names, itself or in its body.

    Parameters
    ----------
    title : Title

    Returns
    -------
    set of str
        Ids.

    Examples
    --------
    >>> from kg.actors.titles import read_title
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "وصل وزير الخارجية المصري أمس.")), vocabulary(load()))
    >>> _, title = read_title(w, 1)
    >>> states_of(title)
    {'egypt'}
    """
    inside = title.body
    if inside is None:
        return set(title.states)
    own = {inside.actor} if inside.type == "state" and inside.actor else set()
    return {*title.states, *inside.states, *own, *(s for t in inside.titles for s in t.states)}


def _minister(post: str) -> bool:
    """Tell whether a post is a minister's, which "the Syrian minister" may mean."""
    return post.endswith("minister") and post != "prime-minister"


def _brief(title: Title) -> bool:
    """Tell whether a title is a head and a nationality alone."""
    return title.last - title.first == 2


def head_of(key: str) -> str:
    """Head noun of a title, without the article.

    Parameters
    ----------
    key : str
        Folded words of the title.

    Returns
    -------
    str

    Examples
    --------
    >>> head_of("الناشط الاردني")
    'ناشط'
    """
    return key.split()[0].removeprefix("ال") if key else ""


def _alike(one: str, other: str) -> bool:
    """Tell whether two heads are one: a state is spoken for by its مندوب or ممثل."""
    return _DELEGATES.get(one, one) == _DELEGATES.get(other, other)


def _bare_words(key: str) -> str:
    """Words of a title without articles: نائب الوزير is the beginning of نائب وزير الخارجية."""
    return " ".join(word.removeprefix("ال") for word in key.split())


def _same_title(key: str, keys: set[str]) -> bool:
    """Tell whether a title is one of those known, or the beginning of one."""
    return any(known == key or (known.startswith(key + " ") and " " in key) for known in keys)
