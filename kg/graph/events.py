"""Which claims tell of one happening, and what the happening is then said to be."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from kg.model import Claim, Event, Status

NEAR = dt.timedelta(days=3)
"""A claim without a date tells of a happening at most so far from the day it was published."""

# Where claims differ, the graph shows the first of these that any claim has.
STATUS_ORDER: tuple[Status, ...] = ("occurred", "negated", "planned", "possible")

Pair: TypeAlias = tuple[str, str, str]


def content_id(*parts: object, length: int = 16) -> str:
    """Hash of the given parts as hexadecimal digits, the same on every machine.

    Parameters
    ----------
    *parts : object
        Turned into text; ``None`` differs from the empty text.
    length : int
        Number of digits; 16 keep the chance of any collision among 10 million ids under one in 100,000.

    Returns
    -------
    str

    Examples
    --------
    >>> content_id("a", None) == content_id("a", None)
    True
    >>> content_id("a", None) == content_id("a", "")
    False
    """
    text = "\x1e".join(["\x00" if part is None else str(part) for part in parts])
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()[:length]


def claim_id(claim: Claim) -> str:
    """Content hash of a claim: document, offsets, relation and roles.

    Parameters
    ----------
    claim : Claim

    Returns
    -------
    str

    Examples
    --------
    >>> said = Claim("d", "stated", "hamas", None, "occurred", None, None, None, "قالت", 0, "قالت حماس", 0, 9)
    >>> from dataclasses import replace
    >>> claim_id(said) == claim_id(replace(said, status="negated"))
    True
    >>> len(claim_id(said))
    16
    """
    return content_id(
        claim.doc_id,
        claim.start,
        claim.end,
        claim.trigger_start,
        claim.relation,
        claim.source_id,
        claim.target_id,
    )


def claim_order(claim: Claim) -> tuple[Any, ...]:
    """Sort key of claims: document, then place in the text, then what is said.

    Parameters
    ----------
    claim : Claim

    Returns
    -------
    tuple
        To be compared with those of other claims.

    Examples
    --------
    >>> said = Claim("d", "stated", "hamas", None, "occurred", None, None, None, "قالت", 0, "قالت حماس", 0, 9)
    >>> from dataclasses import replace
    >>> [claim.start for claim in sorted([replace(said, start=5), said], key=claim_order)]
    [0, 5]
    """
    return (
        claim.doc_id,
        claim.start,
        claim.trigger_start,
        claim.end,
        claim.relation,
        claim.source_id or "",
        claim.target_id or "",
        STATUS_ORDER.index(claim.status),
        claim.attributed_to or "",
        claim.date or dt.date.min,
        claim.place_id or "",
        claim.trigger,
        claim.sentence,
    )


def overall_status(claims: Iterable[Claim]) -> Status:
    """Tell what a happening is taken to be where its claims differ.

    A report that it occurred outweighs all else, as denials and announcements of it go on being printed; a
    denial outweighs an announcement that came before it.

    Parameters
    ----------
    claims : iterable of Claim
        At least one.

    Returns
    -------
    {'occurred', 'negated', 'planned', 'possible'}

    Raises
    ------
    ValueError
        Where there is no claim.

    Examples
    --------
    >>> said = Claim("d", "stated", "hamas", None, "occurred", None, None, None, "قالت", 0, "قالت حماس", 0, 9)
    >>> from dataclasses import replace
    >>> overall_status([replace(said, status="negated"), said])
    'occurred'
    """
    found = {claim.status for claim in claims}
    for status in STATUS_ORDER:
        if status in found:
            return status
    raise ValueError("an event needs at least one claim")


def day_of(event: Event, published: Mapping[str, dt.date | None]) -> dt.date | None:
    """Day of a happening, or of the first document that tells it where no claim gives one.

    Parameters
    ----------
    event : Event
    published : mapping of str to datetime.date or None
        Day of publication of each document.

    Returns
    -------
    datetime.date or None

    Examples
    --------
    >>> said = Claim("d", "stated", "hamas", None, "occurred", None, None, None, "قالت", 0, "قالت حماس", 0, 9)
    >>> day_of(event_from_claims("e1", [said]), {"d": dt.date(2024, 6, 25)})
    datetime.date(2024, 6, 25)
    """
    days = [day for day in (published.get(claim.doc_id) for claim in event.claims) if day is not None]
    return event.date or min(days, default=None)


def event_from_claims(event_id: str, claims: Sequence[Claim]) -> Event:
    """Describe one happening from all claims about it.

    Source and target are in the order of the first claim, the date is the earliest that a claim gives, and
    the place the one most claims give.

    Parameters
    ----------
    event_id : str
    claims : sequence of Claim
        At least one, in any order.

    Returns
    -------
    Event

    Examples
    --------
    >>> said = Claim("d", "stated", "hamas", None, "occurred", None, None, None, "قالت", 0, "قالت حماس", 0, 9)
    >>> event_from_claims("e1", [said]).source_id
    'hamas'
    """
    ordered = tuple(sorted(claims, key=claim_order))
    first = ordered[0]
    places = Counter(claim.place_id for claim in ordered if claim.place_id is not None)
    return Event(
        id=event_id,
        relation=first.relation,
        source_id=first.source_id,
        target_id=first.target_id,
        date=min((claim.date for claim in ordered if claim.date is not None), default=None),
        place_id=min(places, key=lambda place: (-places[place], place), default=None),
        claims=ordered,
    )


def pair_of(claim: Claim, symmetric: bool) -> Pair:
    """Relation and both parties, in one order whichever way a symmetric relation is told.

    Parameters
    ----------
    claim : Claim
    symmetric : bool
        Whether the relation has no direction.

    Returns
    -------
    (str, str, str)
        Relation, source and target; empty where the claim names nobody.

    Examples
    --------
    >>> met = Claim("d", "met-with", "qatar", "egypt", "occurred", None, None, None, "زار", 0, "زار", 0, 3)
    >>> pair_of(met, symmetric=True), pair_of(met, symmetric=False)
    (('met-with', 'egypt', 'qatar'), ('met-with', 'qatar', 'egypt'))
    """
    source, target = claim.source_id or "", claim.target_id or ""
    if symmetric and target < source:
        source, target = target, source
    return claim.relation, source, target


def group_claims(
    claims: Iterable[Claim], symmetric: frozenset[str], published: Mapping[str, dt.date | None]
) -> tuple[Event, ...]:
    """Join claims of one happening into events.

    Claims tell of one happening where relation and parties are equal (in either order where the relation is
    symmetric) and the day is the same. A claim without a day joins, in this order: the happening told
    elsewhere in its own document; the dated happening nearest to its day of publication, at most three days
    away; other claims without a day published within the same three days. One without a day of publication
    stays with its document, and so does one that names neither party.

    Parameters
    ----------
    claims : iterable of Claim
    symmetric : frozenset of str
        Relations without a direction.
    published : mapping of str to datetime.date or None
        Day of publication of each document.

    Returns
    -------
    tuple of Event
        Sorted by id. The ids do not depend on the order of the claims.

    Examples
    --------
    >>> said = Claim("d", "stated", "hamas", None, "occurred", None, None, None, "قالت", 0, "قالت حماس", 0, 9)
    >>> published = {"d": dt.date(2024, 6, 25), "e": dt.date(2024, 6, 27)}
    >>> from dataclasses import replace
    >>> len(group_claims([said, replace(said, doc_id="e")], frozenset(), published))
    1
    """
    by_pair: defaultdict[Pair, dict[str, Claim]] = defaultdict(dict)
    for claim in sorted(claims, key=claim_order):
        by_pair[pair_of(claim, claim.relation in symmetric)].setdefault(claim_id(claim), claim)
    events = []
    for pair, found in by_pair.items():
        for occasion, members in _occasions(pair, list(found.values()), published).items():
            events.append(event_from_claims(content_id(*pair, *occasion), members))
    return tuple(sorted(events, key=lambda event: event.id))


_Occasion: TypeAlias = tuple[str, str]


def _occasions(
    pair: Pair, claims: list[Claim], published: Mapping[str, dt.date | None]
) -> dict[_Occasion, list[Claim]]:
    """Split the claims about one pair into occasions."""
    _, source, target = pair
    nameless = not source and not target
    groups: defaultdict[_Occasion, list[Claim]] = defaultdict(list)
    undated = []
    for claim in claims:
        if claim.date is None:
            undated.append(claim)
        elif nameless:
            groups["doc", f"{claim.doc_id} {claim.date.isoformat()}"].append(claim)
        else:
            groups["day", claim.date.isoformat()].append(claim)
    dated = {occasion: list(members) for occasion, members in groups.items()}
    adrift: list[Claim] = []
    for claim in undated:
        day = published.get(claim.doc_id)
        home = _in_own_document(claim, dated)
        if home is None and day is not None and not nameless:
            home = _nearest_day(day, dated)
        if home is not None:
            groups[home].append(claim)
        elif day is None or nameless:
            groups["doc", claim.doc_id].append(claim)
        else:
            adrift.append(claim)
    for occasion, members in _windows(adrift, published).items():
        groups[occasion].extend(members)
    return dict(groups)


def _in_own_document(claim: Claim, dated: Mapping[_Occasion, list[Claim]]) -> _Occasion | None:
    """Find the occasion told nearest to the claim in its own document."""
    distances = [
        (abs(other.trigger_start - claim.trigger_start), occasion)
        for occasion, members in dated.items()
        for other in members
        if other.doc_id == claim.doc_id
    ]
    return min(distances)[1] if distances else None


def _nearest_day(day: dt.date, dated: Mapping[_Occasion, list[Claim]]) -> _Occasion | None:
    near = [
        (abs(dt.date.fromisoformat(occasion[1]) - day), occasion)
        for occasion in dated
        if abs(dt.date.fromisoformat(occasion[1]) - day) <= NEAR
    ]
    return min(near)[1] if near else None


def _windows(claims: list[Claim], published: Mapping[str, dt.date | None]) -> dict[_Occasion, list[Claim]]:
    """Windows of three days, each opened by the earliest claim not yet in one."""
    windows: defaultdict[_Occasion, list[Claim]] = defaultdict(list)
    opened: dt.date | None = None
    for day, claim in sorted(((published[c.doc_id] or dt.date.min, c) for c in claims), key=lambda x: x[0]):
        if opened is None or day - opened > NEAR:
            opened = day
        windows["near", opened.isoformat()].append(claim)
    return dict(windows)
