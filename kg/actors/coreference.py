"""Who each phrase means: identity within the article."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter

from kg.actors.cast import Cast, Member, fold_words, same_person, surface, surnames
from kg.actors.collectives import Collectives, shortens, with_ids
from kg.actors.metonymy import acts_behind, stands_for_state
from kg.actors.offices import Offices, head_of, states_of
from kg.actors.references import Phrase
from kg.actors.states import bare_head
from kg.actors.words import Words


class Resolver:
    """Gives each phrase of an article its actor.

    Named persons come first, wherever they stand, so that a headline's title or surname finds them.

    Parameters
    ----------
    w : Words
    phrases : list of Phrase
        From the scan, in order.
    """

    def __init__(self, w: Words, phrases: list[Phrase]) -> None:
        self.w = w
        self.phrases = phrases
        self.cast = Cast(w.text.document, w.vocabulary.actors)
        self.found: dict[int, Member] = {}
        self.offices = Offices(w, self.cast, self.found)
        self.collectives = Collectives(w, self.cast, self.found)
        self._people: list[Phrase] = []
        self.ends = {p.last: p for p in phrases}
        self._count_states(phrases)
        #: Where each noun for a government stands with its state, in order.
        self.governments: dict[str, list[tuple[int, str]]] = {}
        for phrase in phrases:
            if phrase.type == "state" and phrase.kind == "description" and len(phrase.states) == 1:
                self.governments.setdefault(self._noun(phrase), []).append((phrase.first, phrase.states[0]))

    def resolve(self) -> dict[int, Member]:
        """Resolve all phrases; by ``id()`` of the phrase."""
        for phrase in self.phrases:
            self._expect(phrase)
        for phrase in self.phrases:
            self._first(phrase)
        # Full names before surnames, so that a surname in the headline finds its owner.
        for phrase in sorted(self._people, key=lambda p: not p.actor and not surnames(p.name)):
            self._settle(phrase, self._named_person(phrase))
        for phrase in self._people:
            self._give_to_family(phrase)
        # Whoever is unnamed in the headline may be named below it.
        for phrase in sorted(self.phrases, key=self._in_headline):
            self._second(phrase)
        return self.found

    def _count_states(self, phrases: list[Phrase]) -> None:
        entries = self.cast.lexicon.entries
        for phrase in phrases:
            for state in phrase.states:
                self.cast.states[state] += 1
            for title in phrase.titles:
                for state in title.states:
                    self.cast.states[state] += 1
            if phrase.actor and phrase.type == "state":
                self.cast.states[phrase.actor] += 1
            elif phrase.actor and (capital_of := entries[phrase.actor].capital_of):
                self.cast.states[capital_of] += 1
            self._count_states(phrase.parts)

    def _expect(self, phrase: Phrase) -> None:
        """Let the known bodies be there first: a headline may shorten a name that comes later."""
        if phrase.type == "organization" and phrase.actor and phrase.last - phrase.first > 1:
            self.cast.known(phrase.actor)
        for part in phrase.parts:
            self._expect(part)

    # What names itself

    def _first(self, phrase: Phrase) -> None:
        for part in phrase.parts:
            if not part.same:
                self._first(part)
        member: Member | None = None
        if phrase.type == "person":
            if phrase.name or phrase.actor:
                self._people.append(phrase)
        elif phrase.type in ("state", "place"):
            member = self._state_or_place(phrase)
        elif phrase.type == "organization":
            member = self._body(phrase) if phrase.kind != "head" else self._by_head(phrase, create=False)
        if member is not None:
            self._settle(phrase, member)

    def _settle(self, phrase: Phrase, member: Member) -> None:
        self.found[id(phrase)] = member
        insort(member.seen, phrase.first)
        if phrase.gender and not member.gender:
            member.gender = phrase.gender
        for part in phrase.parts:
            if part.same:
                self._settle(part, member)

    def _named_person(self, phrase: Phrase) -> Member:
        member = self._by_name(phrase)
        if phrase.name:
            self.cast.call(member, phrase.name)
        names = [p for p in phrase.parts if p.same and p.kind == "name"] or [phrase]
        for part in names:
            if part.name == phrase.name:
                member.names.setdefault(" ".join(part.name), surface(self.w, part))
        member.heads |= {p.head for p in phrase.parts if p.same and p.kind == "description"}
        for title in phrase.titles:
            if title.relative:
                member.posts |= {
                    (post, s) for post in self.offices.posts_before(phrase, title) for s in title.states
                }
            self.offices.hold(member, title)
        return member

    def _comparable(self, member: Member, phrase: Phrase) -> list[tuple[str, ...]]:
        """List the names that a phrase can be likened to: a famous surname alone is no name of a relative."""
        names = member.parts
        if len(phrase.name) < 2 or member.id not in self.cast.lexicon.entries or _spelt(phrase.name, names):
            return names
        return [n for n in names if len(n) > 1] or names

    def _give_to_family(self, phrase: Phrase) -> None:
        """Give a famous surname to who bears it where the text names that person, and not the famous one."""
        famous = self.found[id(phrase)]
        if len(phrase.name) != 1 or phrase.titles or phrase.actor != famous.id:
            return
        if any(self._below(at) for at in famous.seen if at < phrase.first):
            return
        others = [
            m
            for m in self.cast.namesakes["person"].of(phrase.name)
            if m is not famous and any(self._below(at) for at in m.seen if at < phrase.first)
            if any(phrase.name in surnames(n) and not _spelt(n, famous.parts) for n in m.parts)
        ]
        bearer = self.cast.nearest(others, phrase.first)
        if bearer is not None:
            famous.seen.remove(phrase.first)
            self._settle(phrase, bearer)

    def _below(self, at: int) -> bool:
        """Tell whether a word stands below the headline."""
        return self.w.tokens[at] >= self.w.text.title_last

    def _by_name(self, phrase: Phrase) -> Member:
        if phrase.actor:
            return self.cast.known(phrase.actor)
        same = [
            m
            for m in self.cast.namesakes["person"].of(phrase.name)
            if any(same_person(known, phrase.name) for known in self._comparable(m, phrase))
            and self._may_be(m, phrase)
        ]
        if same:
            return self.cast.nearest(same, phrase.first) or same[0]
        holder = self._holder_with_name(phrase)
        holder = holder or self.w.vocabulary.last_names.get(" ".join(phrase.name))
        if holder:
            return self.cast.known(holder)
        return self.cast.learnt("person", " ".join(phrase.name))

    def _may_be(self, member: Member, phrase: Phrase) -> bool:
        """Tell whether the states of a phrase's titles allow the member."""
        states = {s for t in phrase.titles for s in states_of(t)}
        held = {body for _, body in member.posts if body in self.cast.lexicon.entries}
        return not states or not held or bool(states & held) or len(phrase.name) > 1

    def _holder_with_name(self, phrase: Phrase) -> str | None:
        """Person who holds the post at the date under another spelling of the name."""
        for title in phrase.titles:
            holder = self.offices.holder(title)
            if holder is None:
                continue
            known = self.cast.known(holder)
            if any(_alike(p[-1], phrase.name[-1]) for p in known.parts):
                return holder
        return None

    def _state_or_place(self, phrase: Phrase) -> Member | None:
        lexicon = self.cast.lexicon
        if phrase.kind == "head" and phrase.head == "government":
            return None
        if not phrase.actor and phrase.name and phrase.name[0] in lexicon.entries:
            phrase.actor = self._shared(phrase.name, phrase)
            phrase.type = lexicon.entries[phrase.actor].actor.type
        if phrase.actor:
            capital_of = lexicon.entries[phrase.actor].capital_of
            if phrase.type == "place" and capital_of and not phrase.head and self._is_government(phrase):
                phrase.type, phrase.kind = "state", "metonym"
                return self.cast.known(capital_of)
            return self.cast.known(phrase.actor)
        return self._described(phrase, " ".join(phrase.name))

    def _is_government(self, phrase: Phrase) -> bool:
        """Tell whether a capital means its government; one joined by و goes with the one before."""
        before = self.ends.get(phrase.first)
        apart = self.w.norms[phrase.first - 1 : phrase.first] == ["و"]
        if apart:  # و”تل أبيب“
            before = self.ends.get(phrase.first - 1)
        if before is not None and (phrase.particles == "و" or apart) and before.type in ("state", "place"):
            if before.type == "state" and self.w.norms[before.first - 1 : before.first] == ["في"]:
                return False
            return before.type == "state" or acts_behind(self.w, phrase.last)
        if before is not None and not phrase.particles and before.type in ("state", "organization"):
            return True
        return stands_for_state(self.w, phrase)

    def _shared(self, candidates: tuple[str, ...], phrase: Phrase) -> str:
        """State, body or city meant by a name that several share (المملكة، عمان)."""
        home = self.cast.home()
        if home in candidates:
            return home
        lexicon = self.cast.lexicon
        posts = Counter(t.body for p in self._people if p.actor for t in lexicon.held.get(p.actor, ()))
        inside = phrase.first > 0 and self.w.norms[phrase.first - 1] in self.w.vocabulary.place_before

        def weight(candidate: str) -> tuple[int, int, bool]:
            entry = lexicon.entries[candidate]
            state = entry.within or candidate
            return self.cast.states[state], posts[state], inside and entry.actor.type == "place"

        return max(candidates, key=weight)

    def _body(self, phrase: Phrase) -> Member:
        if not phrase.actor and phrase.name and phrase.name[0] in self.cast.lexicon.entries:
            phrase.actor = self._shared(phrase.name, phrase)
        if phrase.actor:
            member = self._own_of_head(phrase) or self.cast.known(phrase.actor)
            if phrase.particles.endswith("ل"):  # the text alone has للميادين, which is no name to look up
                fused = surface(self.w, phrase)
                member.names.setdefault(fused, fused)
        else:
            name = _body_key(with_ids(phrase, self.found))
            member = self._body_by_name(name) or self._described(phrase, " ".join(name))
            self.cast.call(member, name)
        if phrase.head:
            member.heads.add(phrase.head)
            member.said.add(phrase.head)
        elif phrase.actor and phrase.last - phrase.first > 1:
            noun = self.w.folded(phrase.first, phrase.first + 1, phrase.particles)
            member.said.add(bare_head(noun))
        member.states |= set(phrase.states)
        return member

    def _own_of_head(self, phrase: Phrase) -> Member | None:
        """Find a body of the article that bears a head noun which else means a well-known one (الكونغرس)."""
        if (
            phrase.label
            or phrase.last - phrase.first != 1
            or not phrase.head
            or phrase.actor in self.cast.members
        ):
            return None
        own = [m for m in self.cast.of("organization") if phrase.head in m.said]
        return own[0] if own else None

    def _body_by_name(self, name: tuple[str, ...]) -> Member | None:
        for member in self.cast.namesakes["organization"].of(name):
            for known in member.parts:
                if len(name) > len(known) and member.id in self.cast.lexicon.entries:
                    continue  # قوات الأمن التركية are not القوات التركية
                short, long = sorted((name, known), key=len)
                if short == long or (len(short) > 1 and shortens(short, long)):
                    return member
        return None

    def _described(self, phrase: Phrase, key: str, *, local: bool = False) -> Member:
        return self.cast.described(phrase, key, surface(self.w, phrase), local=local)

    # What stands for something named elsewhere

    def _second(self, phrase: Phrase) -> None:
        for part in phrase.parts:
            if not part.same:
                self._second(part)
        if id(phrase) in self.found:
            return
        member: Member | None = None
        if phrase.type == "person":
            member = self._untitled(phrase) if not phrase.titles else self.offices.by_title(phrase)
        elif phrase.type == "organization":
            member = self._by_head(phrase)
        elif phrase.type == "group":
            member = self.collectives.find(phrase)
        elif phrase.type == "state":
            state = self._governed(phrase) or self.cast.main_state()
            member = self.cast.known(state) if state in self.cast.lexicon.entries else None
        if member is not None:
            self._settle(phrase, member)

    def _governed(self, phrase: Phrase) -> str:
        """Return the state whose government the noun last named: "الحكومة الأوكرانية ... الحكومة"."""
        named = self.governments.get(self._noun(phrase), [])
        i = bisect_left(named, (phrase.first, ""))
        return named[i - 1][1] if i else ""

    def _noun(self, phrase: Phrase) -> str:
        return self.w.words[phrase.first].norm.removeprefix(phrase.particles)

    def _untitled(self, phrase: Phrase) -> Member | None:
        """Resolve somebody described: "a source", "the official"."""
        if phrase.kind != "head":
            member = self._told_below(phrase) if self._in_headline(phrase) else None
            member = member or self._described(phrase, surface(self.w, phrase), local=True)
            member.heads.add(phrase.head)
            member.states |= set(phrase.states)
            bodies = [self.found[id(p)].id for p in phrase.parts if id(p) in self.found]
            member.posts |= {(f"head {phrase.head}", body) for body in bodies}
            return member
        people = [m for m in self.cast.of("person") if m.seen and m.seen[0] < phrase.first]
        if phrase.states:
            fits = [m for m in people if m.states & set(phrase.states) or _posts_of(m, phrase.states)]
        else:
            fits = [m for m in people if phrase.head in m.heads]
        return self.cast.nearest(fits, phrase.first) if fits else None

    def _in_headline(self, phrase: Phrase) -> bool:
        """Tell whether somebody unnamed stands in the headline."""
        unnamed = phrase.type == "person" and phrase.kind == "description"
        return unnamed and self.w.tokens[phrase.first] < self.w.text.title_last

    def _told_below(self, phrase: Phrase) -> Member | None:
        """Find who is described in the headline and named below it (ناشط أردني ... الناشط الأردني فلان)."""
        name, states = fold_words(surface(self.w, phrase)), set(phrase.states)
        people = [m for m in self.cast.of("person") if m.seen and states <= m.states]
        fits = [
            m
            for m in people
            if phrase.head in m.heads and any(shortens(name, fold_words(known)) for known in m.names)
        ]
        fits = fits or [m for m in people if any(head_of(key) == phrase.head for key in m.keys)]
        return fits[0] if len(fits) == 1 else None

    def _by_head(self, phrase: Phrase, *, create: bool = True) -> Member | None:
        """Resolve a body's head noun alone (الحركة، الوزارة)."""
        named = phrase.parts[0] if phrase.parts and phrase.parts[0].same else phrase
        term = self.w.term(named.first, "BodyHead")
        # المقاومة may be many; it is only one that the article called so with more words.
        vague = term is not None and "definite" in term[2].flags
        fits = [
            m
            for m in self.cast.of("organization")
            if m.seen and phrase.head in (m.said if vague else m.heads)
        ]
        if fits:
            return self.cast.meant(fits, phrase.first, self.w.sentence_start(phrase.first))
        if create and term is not None and "alone" in term[2].flags:
            member = self._described(phrase, phrase.head + " " + self.cast.main_state())
            member.heads.add(phrase.head)
            return member
        return None


def _posts_of(member: Member, states: tuple[str, ...]) -> bool:
    return any(body in states for _, body in member.posts)


def _body_key(name: tuple[str, ...]) -> tuple[str, ...]:
    """Name of a body without the article of its head."""
    return (name[0].removeprefix("ال"), *name[1:])


def _spelt(name: tuple[str, ...], known: list[tuple[str, ...]]) -> bool:
    """Tell whether the first name is that of a known person, perhaps spelt otherwise: المصطفى for مصطفى."""
    return any(_alike(name[0].removeprefix("ال"), other[0].removeprefix("ال")) for other in known)


def _alike(one: str, other: str) -> bool:
    """Tell whether two surnames are spellings of one: few letters differ, as transcription makes them."""
    if one == other:
        return True
    if min(len(one), len(other)) < 4:
        return False
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(one, other) <= (1 if min(len(one), len(other)) < 6 else 2)
