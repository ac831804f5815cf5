"""Two in one word: الرئيسان المصري والفرنسي، وزيرا خارجية مصر والأردن، مجلسي النواب والمستشارين."""

from __future__ import annotations

from kg.actors import vocabulary as v
from kg.actors.references import Phrase, Title
from kg.actors.words import Words
from kg.lexicon.actors import Demonym
from kg.lexicon.titles import Term
from kg.model import ActorType
from kg.text.normalise import fold_phrase

_POSTS = {"رئيس": "president", "وزير": "minister", "سفير": "ambassador", "ملك": "king", "زعيم": "president"}
_TYPES: dict[str, ActorType] = {"title": "person", "state": "state", "group": "group", "body": "organization"}


def read_pair(w: Words, at: int) -> list[Phrase]:
    """Read a dual head with what tells the two apart, as two phrases.

    Parameters
    ----------
    w : Words
    at : int
        The head.

    Returns
    -------
    list of Phrase
        One for each, in order; empty where nothing tells them apart. A plural head gives as many as are told.

    Examples
    --------
    >>> from kg.actors.scan import scan
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "التقى وزيرا خارجية مصر والأردن أمس.")), vocabulary(load()))
    >>> _ = scan(w)  # sets the reader of what stands inside
    >>> [(p.label, p.titles[0].post) for p in read_pair(w, 1)]
    [('وزير خارجية مصر', 'foreign-minister'), ('وزير خارجية الأردن', 'foreign-minister')]
    """
    found = w.term(at, "DualHead")
    if found is None or not w.goes_on(found[1] + 1):
        return []
    particles, end, term = found
    head = _Head(w, at, end, particles, term)
    if term.definite or "relative" in term.flags:
        return head.by_nationality(end, "")
    if term.post == "group":
        return head.by_noun(end) or head.by_state(end, "")
    if term.post != "title":
        return head.by_noun(end)
    portfolio = w.term(end, "Portfolio", particles=False)
    if portfolio is None:
        return head.by_state(end, "")
    noun = head.written(end, portfolio[1])
    if not portfolio[2].definite:
        return head.by_state(portfolio[1], noun)
    return head.by_nationality(portfolio[1], noun) or head.by_portfolio(end)


class _Head:
    """The head of a pair, and the ways in which what follows parts it.

    Parameters
    ----------
    w : Words
    at, end : int
        Words of the head.
    particles : str
    term : Term
        ``kind`` is the singular of the head, ``post`` what it heads: a title, state, group or body.
    """

    def __init__(self, w: Words, at: int, end: int, particles: str, term: Term) -> None:
        self.w = w
        self.at = at
        self.particles = particles
        self.term = term
        self.singular = ("ال" if term.definite else "") + term.kind

    def written(self, first: int, last: int) -> str:
        """Words as the text writes them, without a و at the first."""
        w, joined = self.w, self.w.norms[first].startswith("و")
        words = [w.text.slice(w.tokens[i], w.ends[i] + 1) for i in range(first, last)]
        return " ".join([words[0][1:] if joined else words[0], *words[1:]])

    def by_nationality(self, at: int, noun: str) -> list[Phrase]:
        """Read two nationalities (الرئيسان المصري والفرنسي)."""
        found: list[Phrase] = []
        end = at
        while self.w.goes_on(end) and (demonym := self._demonym(end, joined=end > at)) is not None:
            name = " ".join(filter(None, (self.singular, noun, self.written(end, end + 1))))
            found.append(self._phrase(self.at if end == at else end, end + 1, name, demonym.state))
            end += 1
        return self._together(found)

    def by_state(self, at: int, noun: str) -> list[Phrase]:
        """Read two states (رئيسا مصر وفرنسا، وزيرا خارجية مصر والأردن)."""
        found: list[Phrase] = []
        end = at
        while self.w.goes_on(end):
            state = self.w.inner(end, "و" if found else "")
            if state is None or state.type != "state" or not self._names(state):
                break
            name = " ".join(filter(None, (self.singular, noun, self.written(end, state.last))))
            found.append(self._phrase(self.at if end == at else end, state.last, name, state.actor))
            found[-1].parts.append(state)
            end = state.last
        return self._together(found)

    def _names(self, state: Phrase) -> bool:
        """Tell whether a phrase says whose they are; delegations may be a government's (وفود النظام)."""
        return bool(state.actor) and (state.kind == "name" or self.term.post == "group")

    def by_portfolio(self, at: int) -> list[Phrase]:
        """Read two portfolios and perhaps the nationality of both (وزيري الخارجية والدفاع الأمريكيين)."""
        spans: list[tuple[int, int]] = []
        end = at
        while self.w.goes_on(end) and len(spans) < 4:
            portfolio = self.w.term(end, "Portfolio")
            if portfolio is None or portfolio[0] != ("و" if spans else "") or not portfolio[2].definite:
                break
            spans.append((end, portfolio[1]))
            end = portfolio[1]
        demonym = self._demonym(end, joined=False, number="pd") if self.w.goes_on(end) else None
        if len(spans) < 2 or (demonym is None and "plural" in self.term.flags):
            return []
        state = demonym.state if demonym is not None else ""
        found = []
        for first, last in spans:
            whole = last + (demonym is not None and last == end)
            name = f"{self.singular} {self.written(first, last)}"
            found.append(self._phrase(self.at if first == at else first, whole, name, state))
        return self._together(found)

    def by_noun(self, at: int) -> list[Phrase]:
        """Read two nouns that name two bodies with one head (مجلسي النواب والمستشارين)."""
        w = self.w
        joined = w.norms[at + 1]
        if not w.definite(at) or not joined.startswith("وال") or w.quoted[at + 1]:
            return []
        if w.vocabulary.classes(joined[1:]) & (v.HONORIFIC | v.DEMONYM):
            return []
        one, other = (f"{self.singular} {self.written(i, i + 1)}" for i in (at, at + 1))
        return self._together(
            [self._phrase(self.at, at + 1, one, ""), self._phrase(at + 1, at + 2, other, "")]
        )

    def _together(self, found: list[Phrase]) -> list[Phrase]:
        """Let the words of all be a mention of each; nothing where they are not two."""
        if len(found) < 2:
            return []
        for phrase in found:
            whole = Phrase(self.at, found[-1].last, self.particles, phrase.type, phrase.kind, "m", same=True)
            whole.label = phrase.label
            phrase.parts.append(whole)
        return found

    def _demonym(self, at: int, *, joined: bool, number: str = "s") -> Demonym | None:
        norm = self.w.norms[at]
        if joined and not norm.startswith("و"):
            return None
        demonym = self.w.vocabulary.actors.demonyms.get(norm[1:] if joined else norm)
        return demonym if demonym is not None and demonym.definite and demonym.number in number else None

    def _phrase(self, first: int, last: int, name: str, state: str) -> Phrase:
        """Make the phrase of one of them."""
        w, term = self.w, self.term
        particles = self.particles if first == self.at else "و"
        words = tuple(fold_phrase(name).split())
        states = (state,) if state else ()
        # A verb before several delegations is feminine: "وصلت *وفود* مصر وقطر".
        feminine = first == self.at and term.post == "group" and "plural" in term.flags
        gender = "f" if feminine else "m"
        phrase = Phrase(
            first, last, particles, _TYPES[term.post], "description", gender, states=states, label=name
        )
        if term.post == "title":
            fixed = w.vocabulary.titles.tries["FixedTitle"].longest(words, 0)
            post = fixed[1][0].post if fixed is not None else _POSTS.get(term.kind, "")
            phrase.kind = "title"
            relative = "relative" in term.flags
            phrase.titles = [Title(first, last, post, states, key=" ".join(words), relative=relative)]
            return phrase
        if term.post == "state":
            phrase.actor = state
            return phrase
        phrase.name = words
        if term.post == "group":
            phrase.head = term.id
            return phrase
        phrase.kind, phrase.head = "name", words[0].removeprefix("ال")
        known = w.vocabulary.actors.names.longest(words, 0)
        if known is not None and known[0] == len(words):
            actors = tuple(dict.fromkeys(n.actor for n in known[1]))
            phrase.actor, phrase.name = (actors[0], words) if len(actors) == 1 else ("", actors)
        return phrase
