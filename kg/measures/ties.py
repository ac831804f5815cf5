"""The happenings that all measures count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from kg.graph.copies import voices
from kg.graph.events import day_of
from kg.graph.network import sources_of
from kg.model import Dataset, Relation

Period = Literal["week", "month", "quarter", "year"]

SPEECH = frozenset({"say", "warn", "blame", "ask"})
"""Groups of relations that are told of as words."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One happening between two actors, or by or to one of them.

    Parameters
    ----------
    day : datetime.date or None
        Of the happening, or of the first document that tells it.
    source, target : str or None
    group : str
        Of the relation: ``say``, ``meet``, ``force`` ...
    sign : {1, 0, -1}
        1 for cooperation, -1 for conflict, 0 for what is neither.
    weight : int
        Independent outlets that tell it as something that occurred.

    Examples
    --------
    >>> Tie(dt.date(2024, 6, 25), "ayman-safadi", "sameh-shoukry", "meet", 1, 2).sign
    1
    """

    day: dt.date | None
    source: str | None
    target: str | None
    group: str
    sign: int
    weight: int


def ties(
    dataset: Dataset,
    relations: Mapping[str, Relation],
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Iterator[Tie]:
    """Yield what occurred, in the order of the events; what is planned, possible or denied is left out.

    A place is no actor: who visits a city has a tie to nobody.

    Parameters
    ----------
    dataset : Dataset
    relations : mapping of str to Relation
        Those of a lexicon (:attr:`kg.KnowledgeGraph.relations`).
    since, until : datetime.date, optional
        First and last day; what has no day is left out where one is given.

    Yields
    ------
    Tie

    Examples
    --------
    >>> list(ties(Dataset((), (), (), ()), {}))
    []
    >>> import kg
    >>> graph = kg.build("التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي.")
    >>> [(tie.group, tie.sign) for tie in ties(graph.dataset, graph.relations)]
    [('meet', 1)]
    """
    published = {document.id: document.date for document in dataset.documents}
    told_by = voices(dataset.documents)
    places = {actor.id for actor in dataset.actors if actor.type == "place"}
    for event in dataset.events:
        occurred = [claim for claim in event.claims if claim.status == "occurred"]
        relation = relations.get(event.relation)
        if not occurred or relation is None:
            continue
        day = day_of(event, published)
        if not within(day, since, until):
            continue
        quad = relation.quad
        sign = 1 if quad.endswith("cooperation") else -1 if quad.endswith("conflict") else 0
        weight = sources_of(occurred, told_by)
        source, target = (None if end in places else end for end in (event.source_id, event.target_id))
        yield Tie(day, source, target, relation.group, sign, weight)


def within(day: dt.date | None, since: dt.date | None, until: dt.date | None) -> bool:
    """Tell whether a day lies in a period; an unknown day lies only in all time.

    Parameters
    ----------
    day : datetime.date or None
    since, until : datetime.date or None
        First and last day; None for no limit.

    Returns
    -------
    bool

    Examples
    --------
    >>> day = dt.date(2024, 6, 25)
    >>> within(day, day, None), within(day, None, dt.date(2024, 6, 24)), within(None, day, None)
    (True, False, False)
    """
    if day is None:
        return since is None and until is None
    return (since is None or since <= day) and (until is None or day <= until)


def period_of(day: dt.date, by: Period) -> str:
    """Name the period that a day lies in; periods sort by name.

    Parameters
    ----------
    day : datetime.date
    by : {'week', 'month', 'quarter', 'year'}
        Weeks are those of ISO 8601.

    Returns
    -------
    str

    Examples
    --------
    >>> day = dt.date(2024, 6, 25)
    >>> [period_of(day, by) for by in ("week", "month", "quarter", "year")]
    ['2024-W26', '2024-06', '2024-Q2', '2024']
    """
    if by == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02d}"
    if by == "month":
        return f"{day:%Y-%m}"
    return f"{day.year}-Q{(day.month + 2) // 3}" if by == "quarter" else f"{day.year}"


def names_of(dataset: Dataset) -> dict[str, str]:
    """Arabic name of each actor, or another where there is none.

    Parameters
    ----------
    dataset : Dataset

    Returns
    -------
    dict of str to str
        By actor id; the id itself stands where an actor has no name.

    Examples
    --------
    >>> from kg.model import Actor
    >>> names_of(Dataset((), (Actor("egypt", "state", "مصر"), Actor("x-1", "person", "", "Jilan")), (), ()))
    {'egypt': 'مصر', 'x-1': 'Jilan'}
    """
    return {actor.id: actor.name_ar or actor.name_en or actor.id for actor in dataset.actors}
