"""The day and place that the claims of one occasion share, wherever the text tells them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from kg.lexicon import Lexicon
from kg.model import Actor, Claim, Status
from kg.relations.backdrop import Act, Backdrop
from kg.relations.sources import SPEECH_GROUPS
from kg.text import Text, fold_phrase

#: Groups of relations whose claims one occasion holds together.
_HELD = SPEECH_GROUPS | {"meet", "agree"}
#: How far, in characters, a visit lends its place to the meetings told after it.
_NEAR = 700
#: Types of actors whose visitor meets others with them.
_VISITED = frozenset({"place", "state", "organization"})
#: Statuses of what has a day and place.
_REAL = frozenset({"occurred", "planned"})
_Key = tuple[str, frozenset[str], Status]


def share(
    claims: Sequence[Claim],
    backdrops: Sequence[Backdrop],
    acts: Sequence[Act],
    text: Text,
    actors: Sequence[Actor],
    lexicon: Lexicon,
) -> list[Claim]:
    """Give claims the day and place that other sentences tell of their occasion.

    Parameters
    ----------
    claims : sequence of Claim
        Of one document, in the order of the text.
    backdrops : sequence of Backdrop
        Its sentences that say where and when what was told before took place.
    acts : sequence of Act
        What its actors did on a day, and that is no claim.
    text : Text
    actors : sequence of Actor
        Those of the document.
    lexicon : Lexicon

    Returns
    -------
    list of Claim

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> document = Document("d", "أكد الوزير العراقي أن الوضع صعب. جاء ذلك خلال مؤتمر في الرباط.")
    >>> read, lexicon = extract(document, load()), load()
    >>> told = Backdrop(document.text.index("جاء"), "rabat", None, frozenset())
    >>> alone = [replace(c, place_id=None) for c in read.claims]  # as the first sentence tells it
    >>> found = share(alone, [told], [], parse(document), read.actors, lexicon)
    >>> [(c.relation, c.place_id) for c in found]
    [('affirmed', 'rabat')]
    """
    scenes = _Scenes(text, actors, lexicon)
    found = [scenes.with_place_struck(c) for c in scenes.headlines_ahead(claims)]
    found = scenes.deaths(found)
    found = scenes.told_twice(found, scenes.same_act)
    found = scenes.told_twice(found, scenes.same_meeting)
    for backdrop in backdrops:
        found = scenes.against(backdrop, found)
    found = scenes.going_on(found, acts)
    return scenes.headline(found)


@dataclass(frozen=True, slots=True)
class _Occasion:
    """Day and place at which an actor was last said to meet or speak."""

    date: dt.date | None = None
    place_id: str | None = None


class _Scenes:
    """Shares days and places among the claims of a document."""

    def __init__(self, text: Text, actors: Sequence[Actor], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.types = {a.id: a.type for a in actors}
        self.body = text.tokens[text.title_last - 1].end if text.title_last else 0

    def group(self, claim: Claim) -> str:
        """Group of the relation of a claim."""
        return self.lexicon.relations[claim.relation].group

    def headlines_ahead(self, claims: Sequence[Claim]) -> list[Claim]:
        """Let a meeting in a headline, told in the present, be planned where the story says that it is."""
        planned = {
            _parties(c)
            for c in claims
            if c.start >= self.body and c.status == "planned" and self.group(c) == "meet"
        }
        return [
            replace(c, status="planned") if self.told_ahead(c) and _parties(c) in planned else c
            for c in claims
        ]

    def told_ahead(self, claim: Claim) -> bool:
        """Tell whether a claim is a meeting that a headline tells in the present."""
        if claim.start >= self.body or claim.status != "occurred" or self.group(claim) != "meet":
            return False
        return any(a.pos == "pres" for a in self.lexicon.morphology.analyses(fold_phrase(claim.trigger)))

    def with_place_struck(self, claim: Claim) -> Claim:
        """Say of an attack on a city or region that it takes place there."""
        struck = claim.relation == "attacked" and self.types.get(claim.target_id or "") == "place"
        return replace(claim, place_id=claim.target_id) if struck and claim.place_id is None else claim

    def deaths(self, claims: list[Claim]) -> list[Claim]:
        """Give those that an attack killed its day and place: "استهدف ... وأسفر عن مقتل"."""
        found: list[Claim] = []
        for claim in claims:
            if claim.relation == "killed" and claim.place_id is None:
                attacks = [c for c in found if c.relation == "attacked" and c.start == claim.start]
                if attacks:
                    date = claim.date or attacks[-1].date
                    claim = replace(claim, place_id=attacks[-1].place_id, date=date)
            found.append(claim)
        return found

    def same_act(self, claim: Claim) -> _Key | None:
        """Make the key under which two claims tell one act."""
        parties = [p for p in (claim.source_id, claim.target_id) if p]
        symmetric = self.lexicon.relations[claim.relation].symmetric
        order = "" if symmetric else f" {claim.source_id or ''}"
        return claim.relation + order, frozenset(parties), claim.status

    def same_meeting(self, claim: Claim) -> _Key | None:
        """Make the key under which reception, meeting and talks of two parties are one occasion."""
        if self.group(claim) != "meet" or claim.relation == "visited":
            return None
        if not (claim.source_id and claim.target_id):
            return None
        return "meet", frozenset((claim.source_id, claim.target_id)), claim.status

    def told_twice(self, claims: list[Claim], key_of: Callable[[Claim], _Key | None]) -> list[Claim]:
        """Share day and place among claims of one key, where they do not tell of several."""
        days: dict[_Key, dt.date | None] = {}
        places: dict[_Key, str | None] = {}
        for claim in claims:
            key = key_of(claim)
            if key is None:
                continue
            if claim.date is not None:
                days[key] = claim.date if days.get(key, claim.date) == claim.date else None
            if claim.place_id is not None:
                places[key] = self.common(places.get(key, claim.place_id), claim.place_id)
        found = []
        for claim in claims:
            key = key_of(claim)
            if key is not None:
                date = claim.date or days.get(key)
                place = places.get(key)
                if place is None or (claim.place_id is not None and not self.within(place, claim.place_id)):
                    place = claim.place_id
                claim = replace(claim, date=date, place_id=place)
            found.append(claim)
        return found

    def common(self, a: str | None, b: str) -> str | None:
        """Return the one place that two claims name, the city where one names its state; None for two."""
        if a is None or a == b or self.within(a, b):
            return a
        return b if self.within(b, a) else None

    def within(self, city: str, state: str) -> bool:
        """Tell whether a place lies in another, as far as the authority file knows."""
        entry = self.lexicon.actors.entries.get(city)
        return entry is not None and entry.within == state

    def against(self, backdrop: Backdrop, claims: list[Claim]) -> list[Claim]:
        """Give what was told before a backdrop its day and place."""
        before = [c.start for c in claims if c.start < backdrop.start]
        last = max(before, default=-1)
        found = []
        for claim in claims:
            concerned = claim.start == last or claim.source_id in backdrop.people
            if claim.start < backdrop.start and concerned and self.group(claim) in _HELD:
                claim = _in_front_of(backdrop, claim)
            found.append(claim)
        return found

    def going_on(self, claims: list[Claim], acts: Sequence[Act]) -> list[Claim]:
        """Give what a speaker goes on to say the day and place of the occasion told before.

        A report dates a meeting or speech once and then quotes from it; the parties of the meeting share it.
        """
        known: dict[tuple[str, Status], _Occasion] = {}
        trips: dict[tuple[str, Status], Claim] = {}
        found = []
        waiting = list(reversed(acts))
        for claim in claims:
            while waiting and waiting[-1].start <= claim.start:
                act = waiting.pop()
                known[act.actor, "occurred"] = _Occasion(act.date)
            group = self.group(claim)
            source = claim.source_id
            if source and claim.status in _REAL and group in SPEECH_GROUPS | {"meet"}:
                claim = self.on_trip(claim, trips)
                going = claim.relation == "visited"  # somewhere else than before
                before = _Occasion() if going else known.get((source, claim.status), _Occasion())
                parties = [p for p in (claim.source_id, claim.target_id) if p]
                if claim.date is None or before.date in (None, claim.date):
                    place = claim.place_id or (before.place_id if before.place_id not in parties else None)
                    claim = replace(claim, date=claim.date or before.date, place_id=place)
                now = _Occasion(claim.date, claim.place_id)
                if claim.relation == "visited":
                    trips[source, claim.status] = claim
                if now != _Occasion():
                    for party in parties if group == "meet" else parties[:1]:
                        known[party, claim.status] = now
            found.append(claim)
        return found

    def on_trip(self, claim: Claim, trips: dict[tuple[str, Status], Claim]) -> Claim:
        """Give a meeting on a visit, and what will be said there, the place visited."""
        if claim.place_id is not None or claim.relation in ("visited", "spoke-with"):
            return claim
        for party in (claim.source_id, claim.target_id):
            trip = trips.get((party or "", claim.status))
            if trip is None or self.types.get(trip.target_id or "") not in _VISITED:
                continue
            near = claim.status == "planned" or claim.start - trip.start < _NEAR
            if near and (self.group(claim) == "meet" or claim.status == "planned"):
                place = trip.place_id or trip.target_id
                if place not in (claim.source_id, claim.target_id) and claim.date in (None, trip.date):
                    planned = trip.date if claim.status == "planned" else None
                    return replace(claim, place_id=place, date=claim.date or planned)
        return claim

    def headline(self, claims: list[Claim]) -> list[Claim]:
        """Give a headline the day and place at which the story has the same actor act first."""
        found = []
        for claim in claims:
            if claim.start < self.body and claim.source_id and self.group(claim) in _HELD:
                story = self.first_of(claim, claims)
                if story is not None:
                    date, place = claim.date or story.date, claim.place_id or story.place_id
                    claim = replace(claim, date=date, place_id=place)
            found.append(claim)
        return found

    def first_of(self, headline: Claim, claims: Iterable[Claim]) -> Claim | None:
        """Return the first claim of the story in which the actor of a headline meets or speaks."""
        for claim in claims:
            same = claim.source_id == headline.source_id and claim.status == headline.status
            if same and claim.start >= self.body and self.group(claim) in _HELD:
                parties = (headline.source_id, headline.target_id)
                return replace(claim, place_id=None) if claim.place_id in parties else claim
        return None


def _parties(claim: Claim) -> frozenset[str | None]:
    return frozenset((claim.source_id, claim.target_id))


def _in_front_of(backdrop: Backdrop, claim: Claim) -> Claim:
    """Give a claim the day and place of a backdrop where it has none of its own."""
    if claim.status != "occurred" or claim.date not in (None, backdrop.date):
        return claim
    place = claim.place_id or backdrop.place_id
    if place in (claim.source_id, claim.target_id):
        place = claim.place_id
    return replace(claim, date=claim.date or backdrop.date, place_id=place)
