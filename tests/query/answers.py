"""Answers to the stock questions by another way: plain loops over the data set, without RDF and SPARQL.

A method a question, by its name with underscores; the parameters are ids and dates as text. The rows are
those of the query, in any order (where a query gives the first fifty, the same fifty).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from kg.export import DATA, Settings
from kg.export.terms import local
from kg.model import Claim, Dataset, Document, Event, Relation

Rows = list[tuple[Any, ...]]


class Answers:
    """The answers on one data set."""

    def __init__(self, dataset: Dataset, settings: Settings) -> None:
        self.dataset, self.settings = dataset, settings
        self.documents = {document.id: document for document in dataset.documents}
        self.names = {actor.id: actor.name_ar for actor in dataset.actors}

    # Common parts

    def document(self, claim: Claim) -> Document:
        return self.documents[claim.doc_id]

    def teller(self, claim: Claim) -> Document:
        """Who a near-copy was taken from, or the document itself."""
        document = self.document(claim)
        return self.documents.get(document.copy_of or "", document)

    def name(self, actor: str | None) -> str | None:
        return self.names[actor] if actor is not None else None

    def relation(self, event: Event) -> Relation:
        return self.settings.relations[event.relation]

    def day(self, event: Event, claims: list[Claim]) -> str:
        """Of the event, or of the first document."""
        days = [self.document(claim).date for claim in claims]
        return iso(event.date or min((day for day in days if day), default=None)) or ""

    def happened(self, since: str = "", until: str = "") -> Iterator[tuple[Event, list[Claim]]]:
        for event in self.dataset.events:
            claims = [claim for claim in event.claims if claim.status == "occurred"]
            if claims and within(iso(event.date), since, until):
                yield event, claims

    # The questions

    def claims_by_outlet(self, event: str) -> Rows:
        (found,) = (e for e in self.dataset.events if e.id == event)
        return [
            (
                self.document(c).outlet or None, iso(self.document(c).date), c.status,
                self.name(c.attributed_to), c.sentence, address("doc", c.doc_id),
            )
            for c in found.claims
        ]  # fmt: skip

    def conflict_and_cooperation(self, one: str, other: str) -> Rows:
        months: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        for event, claims in self.happened():
            if (event.source_id, event.target_id) in ((one, other), (other, one)):
                kind = self.relation(event).quad.rpartition("-")[2]
                months[self.day(event, claims)[:7]][("conflict", "cooperation", "neutral").index(kind)] += 1
        return [(month, *counts) for month, counts in months.items()]

    def contradictions(self) -> Rows:
        rows: Rows = []
        for event in self.dataset.events:
            who: defaultdict[str, set[str]] = defaultdict(set)
            for claim in event.claims:
                who[claim.status].add(self.document(claim).outlet or address("doc", claim.doc_id))
            if who["occurred"] and who["negated"]:
                rows.append(
                    (
                        iso(event.date), self.name(event.source_id), self.relation(event).label_ar,
                        self.name(event.target_id), "، ".join(sorted(who["occurred"])),
                        "، ".join(sorted(who["negated"])), address("event", event.id),
                    )
                )  # fmt: skip
        return rows

    def events_by_month(self, since: str = "", until: str = "", kind: str = "") -> Rows:
        counts = Counter(
            (str(event.date)[:7], self.relation(event).label_ar)
            for event, _ in self.happened(since, until)
            if event.date and kind in ("", event.relation)
        )
        return [(*key, count) for key, count in counts.items()]

    def evidence(self, source: str, target: str, kind: str = "") -> Rows:
        rows: Rows = []
        for event in self.dataset.events:
            there = (event.source_id, event.target_id) == (source, target)
            back = self.relation(event).symmetric and (event.target_id, event.source_id) == (source, target)
            if (there or back) and kind in ("", event.relation):
                rows += [
                    (
                        iso(event.date), self.relation(event).label_ar, c.status, self.name(c.attributed_to),
                        c.sentence, self.document(c).outlet or None, iso(self.document(c).date),
                        self.document(c).url or None, c.doc_id, c.start, c.end,
                    )
                    for c in event.claims
                ]  # fmt: skip
        return rows

    def most_active_actors(self, since: str = "", until: str = "") -> Rows:
        did = Counter(event.source_id for event, _ in self.happened(since, until))
        received = Counter(event.target_id for event, _ in self.happened(since, until))
        both = [(did[a] + received[a], address("actor", a), a) for a in {*did, *received} if a is not None]
        return [
            (self.name(a), did[a], received[a], count, node)
            for count, node, a in sorted(both, key=lambda row: (-row[0], row[1]))[:50]
        ]

    def most_active_pairs(self, since: str = "", until: str = "") -> Rows:
        counts = Counter(
            tuple(sorted((event.source_id, event.target_id), key=lambda a: address("actor", a)))
            for event, _ in self.happened(since, until)
            if event.source_id and event.target_id
        )
        first = sorted(counts.items(), key=lambda x: (-x[1], *(address("actor", a) for a in x[0])))[:50]
        return [(self.name(a), self.name(b), count) for (a, b), count in first]

    def names_by_outlet(self, actor: str) -> Rows:
        loaded = self.settings.loaded.get(actor, ())
        counts = Counter(
            (self.documents[m.doc_id].outlet, m.text, m.text in loaded)
            for m in self.dataset.mentions
            if m.actor_id == actor
        )
        return [(*key, count) for key, count in counts.items()]

    def office_holders(self, body: str = "", holder: str = "") -> Rows:
        groups: defaultdict[tuple[Any, ...], set[str]] = defaultdict(set)
        for office in self.dataset.offices:
            if body in ("", office.body_id) and holder in ("", office.holder_id):
                key = (office.holder_id, office.title, self.name(office.body_id), office.former)
                groups[key].add(office.doc_id)
        rows: Rows = []
        for (who, title, of, former), told in groups.items():
            days = sorted(str(self.documents[doc].date) for doc in told if self.documents[doc].date)
            ends = (days[0], days[-1]) if days else (None, None)
            rows.append((self.name(who), title, of, former, *ends, len(told)))
        return rows

    def on_whose_word(self, since: str = "", until: str = "") -> Rows:
        claims: Counter[str] = Counter()
        subjects: defaultdict[str, set[str]] = defaultdict(set)
        outlets: defaultdict[str, set[str]] = defaultdict(set)
        for event in self.dataset.events:
            for claim in event.claims:
                voice = claim.attributed_to
                if voice is not None and within(iso(self.document(claim).date), since, until):
                    claims[voice] += 1
                    subjects[voice] |= {event.source_id} - {None}
                    outlets[voice] |= {self.teller(claim).outlet} - {""}
        first = sorted(claims, key=lambda voice: (-claims[voice], address("actor", voice)))[:50]
        return [(self.name(v), claims[v], len(subjects[v]), len(outlets[v])) for v in first]

    def planned_never_reported(self, actor: str = "") -> Rows:
        last: defaultdict[tuple[Any, ...], str] = defaultdict(str)
        for event, claims in self.happened():
            if event.source_id and event.target_id:
                pair = frozenset((event.source_id, event.target_id))
                days = [iso(self.document(claim).date) or "9999-12-31" for claim in claims]
                last[event.relation, pair] = max(last[event.relation, pair], *days)
        rows: Rows = []
        for event in self.dataset.events:
            pair = {event.source_id, event.target_id}
            if self.relation(event).group != "meet" or None in pair or (actor and actor not in pair):
                continue
            for claim in event.claims:
                announced, report = iso(self.document(claim).date), last[event.relation, frozenset(pair)]
                if claim.status == "planned" and (not report or (announced and report < announced)):
                    rows.append(
                        (
                            announced, iso(event.date), self.name(event.source_id),
                            self.relation(event).label_ar, self.name(event.target_id),
                            self.document(claim).outlet or None, claim.sentence,
                        )
                    )  # fmt: skip
        return rows

    def timeline(self, actor: str, since: str = "", until: str = "") -> Rows:
        rows: Rows = []
        for event in self.dataset.events:
            day = self.day(event, list(event.claims)) or None
            if actor in (event.source_id, event.target_id) and within(day, since, until):
                statuses = ", ".join(sorted({claim.status for claim in event.claims}))
                who, whom = self.name(event.source_id), self.name(event.target_id)
                node = address("event", event.id)
                rows.append((day, who, self.relation(event).label_ar, whom, statuses, node))
        return rows

    def told_by_one_outlet(self) -> Rows:
        outlets = [{self.teller(claim).outlet for claim in e.claims} - {""} for e in self.dataset.events]
        return list(Counter(next(iter(told)) for told in outlets if len(told) == 1).items())

    def two_steps_away(self, actor: str) -> Rows:
        near: defaultdict[str, set[str]] = defaultdict(set)
        for event, _ in self.happened():
            if event.source_id and event.target_id:
                near[event.source_id].add(event.target_id)
                near[event.target_id].add(event.source_id)
        between: defaultdict[str, set[str]] = defaultdict(set)
        for middle in near[actor]:
            for far in near[middle] - {middle, actor} - near[actor]:
                between[far].add(middle)
        return [
            (self.name(far), len(middles), min(self.names[m] for m in middles), address("actor", far))
            for far, middles in between.items()
        ]

    def what_they_said(self, actor: str, kind: str = "", since: str = "", until: str = "") -> Rows:
        return [
            (
                iso(self.document(c).date), self.relation(event).label_ar, self.name(event.target_id),
                self.name(c.attributed_to), c.status, c.sentence, self.document(c).outlet or None,
            )
            for event in self.dataset.events
            if self.relation(event).group == "say" and event.source_id == actor
            and kind in ("", event.relation)
            for c in event.claims
            if within(iso(self.document(c).date), since, until)
        ]  # fmt: skip

    def where_it_happened(self, since: str = "", until: str = "") -> Rows:
        counts = Counter(
            (address("actor", event.place_id), self.relation(event).group, self.name(event.place_id))
            for event, _ in self.happened(since, until)
            if event.place_id
        )
        first = sorted(counts.items(), key=lambda x: (-x[1], x[0]))[:100]
        return [(name, group, count) for (_, group, name), count in first]

    def who_met_whom(self, since: str = "", until: str = "", actor: str = "") -> Rows:
        return [
            (
                iso(event.date), self.name(event.source_id), self.name(event.target_id),
                self.name(event.place_id),
                len({self.teller(c).outlet or self.teller(c).id for c in claims}), address("event", event.id),
            )
            for event, claims in self.happened(since, until)
            if event.relation == "met-with" and event.source_id and event.target_id
            and actor in ("", event.source_id, event.target_id)
        ]  # fmt: skip

    def who_sets_the_agenda(self) -> Rows:
        says: Counter[str] = Counter()
        hears: Counter[str] = Counter()
        addressees: defaultdict[str, set[str]] = defaultdict(set)
        for event, _ in self.happened():
            if self.relation(event).group == "say":
                says.update({event.source_id} - {None})
                hears.update({event.target_id} - {None})
                if event.source_id and event.target_id:
                    addressees[event.source_id].add(event.target_id)
        first = sorted({*says, *hears}, key=lambda a: (-says[a], address("actor", a)))[:50]
        return [(self.name(a), says[a], len(addressees[a]), hears[a], address("actor", a)) for a in first]

    def who_warned_whom(self, since: str = "", until: str = "", source: str = "", target: str = "") -> Rows:
        return [
            (
                iso(event.date), self.name(event.source_id), self.name(event.target_id),
                self.relation(event).label_ar, c.status, c.sentence, self.document(c).outlet or None,
            )
            for event in self.dataset.events
            if self.relation(event).group == "warn" and event.source_id
            and within(iso(event.date), since, until)
            and source in ("", event.source_id) and target in ("", event.target_id)
            for c in event.claims
        ]  # fmt: skip


def iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def within(day: str | None, since: str, until: str) -> bool:
    """What has no day is in no span of days."""
    return (not since or bool(day and day >= since)) and (not until or bool(day and day <= until))


def address(kind: str, name: str | None) -> str:
    return f"{DATA}{kind}/{local(name or '')}"
