"""Who each phrase means: identity within the article."""

from __future__ import annotations

from kg.actors.cast import MANY, Cast, Member, same_person
from kg.actors.references import Phrase, Title
from kg.actors.states import stands_for_state
from kg.actors.words import Words
from kg.text.normalise import folded_offset


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
        self._people: list[Phrase] = []
        self.ends = {p.last: p for p in phrases}
        self._count_states(phrases)

    def resolve(self) -> dict[int, Member]:
        """Resolve all phrases; by ``id()`` of the phrase."""
        for phrase in self.phrases:
            self._first(phrase)
        # Full names before surnames, so that a surname in the headline finds its owner.
        for phrase in sorted(self._people, key=lambda p: not p.actor and len(p.name) < 2):
            self._settle(phrase, self._named_person(phrase))
        for phrase in self.phrases:
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
        member.seen.append(phrase.first)
        if phrase.gender and not member.gender:
            member.gender = phrase.gender
        for part in phrase.parts:
            if part.same:
                self._settle(part, member)

    def _named_person(self, phrase: Phrase) -> Member:
        member = self._by_name(phrase)
        if phrase.name and phrase.name not in member.parts:
            member.parts.append(phrase.name)
        names = [p for p in phrase.parts if p.same and p.kind == "name"] or [phrase]
        for part in names:
            if part.name == phrase.name:
                member.names.setdefault(" ".join(part.name), self._surface(part))
        for title in phrase.titles:
            if title.relative:
                member.posts |= {(post, s) for post in self._posts_before(phrase, title) for s in title.states}
            self._hold(member, title)
        return member

    def _by_name(self, phrase: Phrase) -> Member:
        if phrase.actor:
            return self.cast.known(phrase.actor)
        same = [
            m
            for m in self.cast.of("person")
            if any(same_person(known, phrase.name) for known in m.parts) and self._may_be(m, phrase)
        ]
        if same:
            return self.cast.nearest(same, phrase.first) or same[0]
        holder = self._holder_with_name(phrase)
        if holder:
            return self.cast.known(holder)
        return self.cast.learnt("person", " ".join(phrase.name))

    def _may_be(self, member: Member, phrase: Phrase) -> bool:
        """Tell whether the states of a phrase's titles allow the member."""
        states = {s for t in phrase.titles for s in _states_of(t)}
        held = {body for _, body in member.posts if body in self.cast.lexicon.entries}
        return not states or not held or bool(states & held) or len(phrase.name) > 1

    def _holder_with_name(self, phrase: Phrase) -> str | None:
        """Person who holds the post at the date under another spelling of the name."""
        for title in phrase.titles:
            holder = self._holder(title)
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
            actor = self._shared(phrase.name)
            return self.cast.known(actor) if actor else None
        if phrase.actor:
            capital_of = lexicon.entries[phrase.actor].capital_of
            if phrase.type == "place" and capital_of and not phrase.head and self._is_government(phrase):
                phrase.type, phrase.kind = "state", "metonym"
                return self.cast.known(capital_of)
            return self.cast.known(phrase.actor)
        return self._learnt(phrase, " ".join(phrase.name))

    def _is_government(self, phrase: Phrase) -> bool:
        """Tell whether a capital means its government; one joined by و goes with the one before."""
        before = self.ends.get(phrase.first)
        if before is not None and phrase.particles == "و" and before.type in ("state", "place"):
            if before.type == "state" and self.w.norms[before.first - 1 : before.first] == ["في"]:
                return False
            return before.type == "state"
        if before is not None and not phrase.particles and before.type in ("state", "organization"):
            return True
        return stands_for_state(self.w, phrase)

    def _shared(self, candidates: tuple[str, ...]) -> str:
        """State meant by a name that several share (المملكة)."""
        home = self.cast.home()
        if home in candidates:
            return home
        entries = self.cast.lexicon.entries
        counted = [(self.cast.states[entries[c].within or c], -i, c) for i, c in enumerate(candidates)]
        return max(counted)[2] if counted else ""

    def _body(self, phrase: Phrase) -> Member:
        if not phrase.actor and phrase.name and phrase.name[0] in self.cast.lexicon.entries:
            phrase.actor = self._shared(phrase.name)
        if phrase.actor:
            member = self._own_of_head(phrase) or self.cast.known(phrase.actor)
        else:
            name = _body_key(self._with_ids(phrase))
            member = self._body_by_name(name) or self._learnt(phrase, " ".join(name))
            if name not in member.parts:
                member.parts.append(name)
        if phrase.head:
            member.heads.add(phrase.head)
        member.states |= set(phrase.states)
        return member

    def _own_of_head(self, phrase: Phrase) -> Member | None:
        """Find a body of the article that bears a head noun which else means a well-known one (الكونغرس)."""
        if phrase.last - phrase.first != 1 or not phrase.head or phrase.actor in self.cast.members:
            return None
        own = [m for m in self.cast.of("organization") if phrase.head in m.heads and m.id.startswith("x-")]
        return own[0] if own else None

    def _with_ids(self, phrase: Phrase) -> tuple[str, ...]:
        """Words of a body's name, with the actors inside it by their ids: للحركة is as good as لحركة حماس."""
        words = list(phrase.name)
        offset = len(words) - (phrase.last - phrase.first)
        for part in reversed(phrase.parts):
            member = self.found.get(id(part))
            if part.same or member is None or phrase.sort == "media":
                continue
            first = part.first - phrase.first + offset
            if first > 0:
                words[first : first + part.last - part.first] = [member.id]
        return tuple(words)

    def _body_by_name(self, name: tuple[str, ...]) -> Member | None:
        for member in self.cast.of("organization"):
            for known in member.parts:
                short, long = sorted((name, known), key=len)
                if short == long or (len(short) > 1 and _shortens(short, long)):
                    return member
        return None

    def _learnt(self, phrase: Phrase, key: str, *, local: bool = False) -> Member:
        member = self.cast.learnt(phrase.type, key, local=local)
        surface = self._surface(phrase)
        member.names.setdefault(surface, surface)
        return member

    # What stands for something named elsewhere

    def _second(self, phrase: Phrase) -> None:
        for part in phrase.parts:
            if not part.same:
                self._second(part)
        if id(phrase) in self.found:
            return
        member: Member | None = None
        if phrase.type == "person":
            member = self._untitled(phrase) if not phrase.titles else self._by_title(phrase)
        elif phrase.type == "organization":
            member = self._by_head(phrase)
        elif phrase.type == "group":
            member = self._group(phrase)
        elif phrase.type == "state":
            state = self.cast.main_state()
            member = self.cast.known(state) if state in self.cast.lexicon.entries else None
        if member is not None:
            self._settle(phrase, member)

    def _untitled(self, phrase: Phrase) -> Member | None:
        """Resolve somebody described: "a source", "the official"."""
        if phrase.kind != "head":
            member = self._learnt(phrase, self._surface(phrase), local=True)
            member.heads.add(phrase.head)
            member.states |= set(phrase.states)
            bodies = [self.found[id(p)].id for p in phrase.parts if id(p) in self.found]
            member.posts |= {(f"head {phrase.head}", body) for body in bodies}
            return member
        people = [m for m in self.cast.of("person") if min(m.seen, default=phrase.first) < phrase.first]
        if phrase.states:
            fits = [m for m in people if m.states & set(phrase.states) or _posts_of(m, phrase.states)]
        else:
            fits = [m for m in people if phrase.head in m.heads]
        return self.cast.nearest(fits, phrase.first) if fits else None

    def _by_title(self, phrase: Phrase) -> Member | None:
        title = phrase.titles[0]
        if title.relative:
            return self._counterpart(phrase, title)
        if title.bare:
            return self._bare(phrase, title)
        post, body = self.office(title)
        key = title.key
        people = self.cast.of("person")
        fits = [m for m in people if _same_title(key, m.keys)]
        if not fits and title.body is not None and body:
            fits = [m for m in people if (f"head {_head_of(key)}", body) in m.posts]
        if not fits and _states_of(title) and post in MANY:
            fits = self._loosely(people, title, body)
        if not fits and post and body in self.cast.members and self.cast.members[body].type == "organization":
            fits = [m for m in people if (post, body) in m.posts and post != "other"]
        if not fits and post and post not in MANY:
            fits = [m for m in people if (post, body) in m.posts or body and (post, "") in m.posts]
            fits = fits or [m for m in people if self._held(m, post, body or self.cast.main_state())]
        if not fits and post and post not in MANY and not title.states and title.body is None:
            fits = [m for m in people if any(p == post for p, _ in m.posts)]
        if fits:
            return self.cast.nearest(fits, phrase.first)
        holder = None if title.former else self._holder(title)
        if holder is None and title.mild and not _states_of(title) and not self._of_known_body(title):
            return None  # "a member of the committee" alone is nobody in particular
        member = self.cast.known(holder) if holder else self._learnt(phrase, title.key, local=True)
        for each in phrase.titles:
            self._hold(member, each)
        return member

    def _of_known_body(self, title: Title) -> bool:
        """Tell whether a title is of a body of the authority list."""
        member = self.found.get(id(title.body)) if title.body is not None else None
        return member is not None and member.id in self.cast.lexicon.entries

    def _loosely(self, people: list[Member], title: Title, body: str) -> list[Member]:
        """Find who has a title with the same head for the same state (الوزير المصري، السفير الأسترالي)."""
        head = title.key.split()[0].removeprefix("ال")
        if title.post == "minister" and title.bare is False and _brief(title):
            return [m for m in people if any(p.endswith("minister") and b == body for p, b in m.posts)]
        fits = [m for m in people if _states_of(title) & m.states and any(_head_of(k) == head for k in m.keys)]
        return fits if len(fits) == 1 else []

    def _held(self, member: Member, post: str, body: str) -> bool:
        """Tell whether a known person of the article held a post at any time, where the date does not say."""
        terms = self.cast.lexicon.held.get(member.id, ())
        return self.cast.document.date is None and any(t.post == post and t.body == body for t in terms)

    def _counterpart(self, phrase: Phrase, title: Title) -> Member | None:
        """Find who holds, for another state, the post of the person before."""
        state = title.states[0] if title.states else ""
        posts = self._posts_before(phrase, title)
        for post in posts:
            fits = [m for m in self.cast.of("person") if (post, state) in m.posts]
            if fits:
                return self.cast.nearest(fits, phrase.first)
        for post in posts:
            holder = self.cast.lexicon.holder(post, state, self.cast.document.date) if post not in MANY else None
            if holder:
                return self.cast.known(holder)
        member = self._learnt(phrase, title.key, local=True)
        member.posts |= {(p, state) for p in posts}
        return member

    def _posts_before(self, phrase: Phrase, title: Title) -> list[str]:
        """Posts of the last person before who holds one for another state."""
        before = [
            (max(s for s in m.seen if s < phrase.first), m)
            for m in self.cast.of("person")
            if m.posts and any(s < phrase.first for s in m.seen)
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
        before = [m for m in fits if any(s < phrase.first for s in m.seen)]
        if before:
            return self.cast.nearest(before, phrase.first)
        if title.post in ("president", "king", "emir", "prime-minister"):
            holder = self.cast.lexicon.holder(title.post, self.cast.main_state(), self.cast.document.date)
            if holder:
                return self.cast.known(holder)
        return self.cast.nearest(fits, phrase.first) if fits else None

    def _by_head(self, phrase: Phrase, *, create: bool = True) -> Member | None:
        """Resolve a body's head noun alone (الحركة، الوزارة)."""
        fits = [m for m in self.cast.of("organization") if phrase.head in m.heads and m.seen]
        if fits:
            return self.cast.nearest(fits, phrase.first)
        term = self.w.term(phrase.first, "BodyHead")
        if create and term is not None and "alone" in term[2].flags:
            member = self._learnt(phrase, phrase.head + " " + self.cast.main_state())
            member.heads.add(phrase.head)
            return member
        return None

    def _group(self, phrase: Phrase) -> Member | None:
        groups = self.cast.of("group")
        countries = phrase.head == "group-states" and any(n.endswith(("دول", "بلدان")) for n in phrase.name[:2])
        if countries and len(phrase.parts) == 1 and phrase.parts[0].last == phrase.last:
            union = self.found.get(id(phrase.parts[0]))
            if union is not None and union.type == "organization":
                phrase.type = "organization"
                return union
        if phrase.kind == "head":
            fits = [m for m in groups if phrase.head in m.heads]
            return self.cast.nearest(fits, phrase.first) if fits else None
        if phrase.states and (phrase.head == "people" or phrase.name[0] in ("شعب", "الشعب") and len(phrase.name) == 2):
            member = self._learnt(phrase, "people " + phrase.states[0])
        else:
            member = self._learnt(phrase, " ".join(_stem(n) for n in phrase.name), local=True)
        member.heads.add(phrase.head)
        return member

    # Offices

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
            inside = sorted(_states_of(title))
            if inside:
                return title.post, inside[0]
        return title.post, ""

    def _hold(self, member: Member, title: Title) -> None:
        post, body = self.office(title)
        if title.key and not title.bare:
            member.keys.add(title.key)
        if post and not title.relative:
            member.posts.add((post, body))
        if title.body is not None and body:
            member.posts.add((f"head {_head_of(title.key)}", body))
        member.states |= _states_of(title)

    def _holder(self, title: Title) -> str | None:
        if title.former or not title.post:
            return None
        post, body = self.office(title)
        if not body and title.body is None:
            body = self.cast.main_state()
        lexicon, day = self.cast.lexicon, self.cast.document.date
        member = self.cast.members.get(body)
        holder = lexicon.holder(post, body, day) if body else None
        if holder is None and member is not None and member.type == "organization" and len(member.states) == 1:
            holder = lexicon.holder(post, min(member.states), day)
        return holder

    def _surface(self, phrase: Phrase) -> str:
        """Write a phrase as in the text, without particles."""
        tokens = self.w.tokens
        text = self.w.text.slice(tokens[phrase.first], tokens[phrase.last - 1] + 1)
        if not phrase.particles:
            return text
        cut = folded_offset(text, len(phrase.particles))
        fused = phrase.particles.endswith("ل") and self.w.norms[phrase.first].startswith(phrase.particles + "ل")
        # The article that a ل swallowed (للبرلمان) comes back, unless the noun begins with ل itself (للجنة عليا).
        swallowed = fused and (not phrase.name or phrase.name[0].startswith("ال"))
        return "ا" + text[cut:] if swallowed else text[cut:]


def _states_of(title: Title) -> set[str]:
    """States that a title names, itself or in its body."""
    inside = title.body
    if inside is None:
        return set(title.states)
    own = {inside.actor} if inside.type == "state" and inside.actor else set()
    return {*title.states, *inside.states, *own, *(s for t in inside.titles for s in t.states)}


def _brief(title: Title) -> bool:
    """Tell whether a title is a head and a nationality alone."""
    return title.last - title.first == 2


def _head_of(key: str) -> str:
    return key.split()[0].removeprefix("ال") if key else ""


def _same_title(key: str, keys: set[str]) -> bool:
    """Tell whether a title is one of those known, or the beginning of one."""
    return any(known == key or known.startswith(key + " ") and " " in key for known in keys)


def _posts_of(member: Member, states: tuple[str, ...]) -> bool:
    return any(body in states for _, body in member.posts)


def _body_key(name: tuple[str, ...]) -> tuple[str, ...]:
    """Name of a body without the article of its head."""
    return (name[0].removeprefix("ال"), *name[1:])


def _shortens(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether a name leaves out words of a longer one, but not its head."""
    if long[: len(short)] == short:
        return True
    words = iter(long)
    return short[0] == long[0] and short[-1] == long[-1] and all(word in words for word in short)


def _stem(word: str) -> str:
    """Cut the article and the endings of the plural, which change with the case."""
    word = word.removeprefix("ال")
    return word[:-2] if word.endswith(("ون", "ين")) and len(word) > 4 else word


def _alike(one: str, other: str) -> bool:
    """Tell whether two surnames are spellings of one: few letters differ, as transcription makes them."""
    if one == other:
        return True
    if min(len(one), len(other)) < 4:
        return False
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(one, other) <= (1 if min(len(one), len(other)) < 6 else 2)
