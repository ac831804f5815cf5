"""Names that mean another actor in another article: bodies every state has, and given names alone."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from functools import cache
from typing import TYPE_CHECKING

from kg.graph.events import content_id
from kg.graph.renaming import renamed
from kg.graph.similarity import Speller, bare_words, name_words
from kg.model import Actor, Extraction, Same
from kg.text.normalise import fold_phrase

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

_NATIONAL = frozenset("ministry army police court parliament presidency".split())


def settled(
    extractions: Sequence[Extraction], lexicon: Lexicon, keep: Collection[str] = ()
) -> tuple[tuple[Extraction, ...], tuple[Same, ...]]:
    """Tell apart what bears one name in different articles, and join what bears two.

    "The ministry of the interior" is that of the state which the article is about: the outlet's own where
    that is named, or the one named most. Thus it is one with "the Saudi ministry of the interior" in one
    article and another in the next. Somebody with a given name alone is one person in each article.

    Parameters
    ----------
    extractions : sequence of Extraction
    lexicon : Lexicon
    keep : collection of str, optional
        Ids that a person has judged; they stay.

    Returns
    -------
    (tuple of Extraction, tuple of Same)
        With other ids where needed, and who was taken for which body.

    Examples
    --------
    >>> from kg import lexicon
    >>> settled([], lexicon.load())
    ((), ())
    >>> from kg.extract import extract
    >>> from kg.model import Document
    >>> article = Document("d", "أعلنت وزارة الداخلية أن السعودية ترحب بالقرار. السعودية تدعم السلام.")
    >>> _, (taken,) = settled([extract(article, lexicon.load())], lexicon.load())
    >>> taken.name_ar, taken.actor_id, taken.reason
    ('وزارة الداخلية', 'saudi-interior-ministry', 'state')
    """
    homes = _Homes(lexicon, frozenset(keep))
    persons = ((a.id, a.name_ar) for e in extractions for a in e.actors if a.type == "person")
    homes.named = {id_ for id_, name in persons if not homes.given_alone(name)}
    done: list[Extraction] = []
    taken: Counter[tuple[str, str, str]] = Counter()
    for extraction in extractions:
        new = homes.ids(extraction)
        if not new:
            done.append(extraction)
            continue
        actors = tuple(
            homes.actor(actor, new[actor.id]) if actor.id in new else actor for actor in extraction.actors
        )
        done.append(dataclasses.replace(renamed(extraction, new), actors=actors))
        for actor in extraction.actors:
            if actor.id in new and actor.type == "organization":
                taken[actor.id, actor.name_ar, new[actor.id]] += 1
    found = (Same(old, name, stays, "state", n) for (old, name, stays), n in taken.items())
    return tuple(done), tuple(sorted(found, key=lambda same: (same.other_id, same.actor_id)))


class _Homes:
    """Which names belong to a state or a document, and under which id."""

    def __init__(self, lexicon: Lexicon, keep: frozenset[str]) -> None:
        self.lexicon = lexicon
        self.keep = keep
        self.speller = Speller.of(lexicon)
        self.listed: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for id_, entry in lexicon.actors.entries.items():
            if entry.actor.type == "organization" and entry.within:
                for name in entry.names:
                    words, state = self._of_state(name)
                    if state == entry.within:
                        self.listed[state, words].add(id_)
        self.national = {words for _, words in self.listed}
        self.body = cache(self._body)
        self.named: set[str] = set()

    def _of_state(self, name: str) -> tuple[str, str]:
        """Split the name of a body into its words and the one state that an adjective names."""
        words, demonyms = [], self.speller.demonyms
        states = set()
        for word in fold_phrase(name).split():
            if word in demonyms:
                states.add(demonyms[word])
            else:
                words.append(word)
        return " ".join(words), states.pop() if len(states) == 1 else "" if not states else "?"

    def _body(self, name: str) -> tuple[str, str] | None:
        """Name without its state, and the state, of a body that every state has."""
        words, state = self._of_state(name)
        if state == "?" or len(words.split()) < 2:
            return None
        head = self.lexicon.titles.tries["BodyHead"].longest(tuple(words.split()), 0)
        kinds = {term.kind for term in head[1]} if head else set()
        if words not in self.national and (not kinds & _NATIONAL or self.speller.is_own(words)):
            return None
        return words, state

    def ids(self, extraction: Extraction) -> dict[str, str]:
        """Give new ids for actors of a document, by the old ones."""
        new: dict[str, str] = {}
        home = ""
        for actor in extraction.actors:
            if not actor.id.startswith("x-") or actor.id in self.keep:
                continue
            if actor.type == "person" and actor.id not in self.named:
                new[actor.id] = f"x-{content_id(actor.id, extraction.document.id, length=12)}"
            body = self.body(actor.name_ar) if actor.type == "organization" else None
            if body is not None:
                words, state = body
                state = state or (home := home or self._home(extraction))
                if state:
                    new[actor.id] = self._id(words, state)
        return new

    def given_alone(self, name: str) -> bool:
        """Tell whether a name is a given name and no more."""
        words = bare_words(name_words(name))
        return len(words) == 1 and words[0] in self.speller.arabic

    def _id(self, words: str, state: str) -> str:
        listed = self.listed.get((state, words), set())
        return next(iter(listed)) if len(listed) == 1 else f"x-{content_id('body', words, state, length=12)}"

    def actor(self, actor: Actor, new: str) -> Actor:
        """Give an actor its new id; a listed one is as the list has it."""
        entry = self.lexicon.actors.entries.get(new)
        if entry is None:
            return dataclasses.replace(actor, id=new)
        names = (*entry.actor.aliases, actor.name_ar)
        return dataclasses.replace(entry.actor, aliases=tuple(dict.fromkeys(names)))

    def _home(self, extraction: Extraction) -> str:
        """State that an article is about; that of its outlet where it is named half as often as any."""
        states = {actor.id for actor in extraction.actors if actor.type == "state"}
        named = Counter(m.actor_id for m in extraction.mentions if m.actor_id in states)
        outlet = self.lexicon.actors.outlet(extraction.document.outlet)
        own = self.lexicon.actors.entries[outlet].within if outlet else ""
        most = max(named.values(), default=0)
        if not most or named[own] * 2 >= most:
            return own
        # Where no state stands out, the name may mean the body of any: it stays as it is.
        return next((state for state, times in named.items() if times * 2 > named.total()), "")
