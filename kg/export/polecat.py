"""Event data in the 40 columns of POLECAT, tab-separated.

Column names and order: the POLECAT files of the Harvard Dataverse (doi:10.7910/DVN/AJGVIT).
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from kg import __version__
from kg.export.base import Settings
from kg.export.coded import QUADS, Coded, cell, coded, name_of
from kg.export.files import write_lines
from kg.export.tables import guard
from kg.model import Actor, Dataset

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID",
    "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
"""The columns of POLECAT, in its order."""


def write_polecat(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    r"""Write ``events.tsv``: one line an event, codes as text, empty where we do not know.

    We fill what the articles say. Sectors, contexts, Correlates of War codes, coordinates and Wikipedia
    titles stay empty; the country is known of states only.

    Parameters
    ----------
    dataset : Dataset
        What is written.
    out : Path
        Folder; made where it is missing.
    settings : Settings
        Relation types, for their codes, and country codes.

    Returns
    -------
    list of Path
        ``events.tsv`` alone: a header and the events by day, then by id.

    Raises
    ------
    ExportError
        Where it cannot be written; an earlier one stays as it was.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from kg.graph.events import event_from_claims
    >>> from kg.model import Claim
    >>> claim = Claim("a", "visited", "egypt", "iraq", "occurred", None, None, None, "زار", 0, "زار", 0, 3)
    >>> dataset = Dataset((), (), (), (event_from_claims("e1", [claim]),))
    >>> with TemporaryDirectory() as folder:
    ...     [path] = write_polecat(dataset, Path(folder), Settings())
    ...     path.read_text("utf-8").splitlines()[1].split("\t")[:6]
    ['e1', '', 'CONSULT', 'visit', '4.0', 'VERBAL COOPERATION']
    """
    titles = {office.holder_id: office.title for office in reversed(dataset.offices)}
    stories = _stories(dataset)
    rows = (_row(record, settings, titles, stories) for record in coded(dataset, settings))
    # An intensity may start with a minus, and is a number.
    cells = (
        [v if c == "Intensity" else guard(cell(v)) for c, v in zip(COLUMNS, row, strict=True)] for row in rows
    )
    return write_lines(out / "events.tsv", map("\t".join, chain([COLUMNS], cells)))


def _stories(dataset: Dataset) -> dict[str, dict[str, list[str]]]:
    """Names of persons, bodies and places in each document."""
    actors = {actor.id: actor for actor in dataset.actors}
    stories: dict[str, dict[str, list[str]]] = {}
    for mention in dataset.mentions:
        actor = actors.get(mention.actor_id)
        if actor is not None:
            names = stories.setdefault(mention.doc_id, {}).setdefault(actor.type, [])
            if name_of(actor) not in names:
                names.append(name_of(actor))
    return stories


def _party(actor: Actor | None, settings: Settings, titles: dict[str, str]) -> tuple[str, ...]:
    if actor is None:
        return ("",) * 8
    country = settings.countries.get(actor.id, "")
    return name_of(actor), country, "", "", "", titles.get(actor.id, ""), actor.name_ar, ""


def _row(
    record: Coded, settings: Settings, titles: dict[str, str], stories: dict[str, dict[str, list[str]]]
) -> tuple[str, ...]:
    document = record.document
    story = stories.get(document.id, {})
    place = record.place
    is_state = place is not None and place.type == "state"
    country = settings.countries.get(place.id, "") if place else ""
    return (
        record.event.id,
        record.day.isoformat() if record.day else "",
        record.type,
        record.mode,
        f"{record.intensity:.1f}",
        QUADS[record.quad],
        "",
        *_party(record.source, settings, titles),
        *_party(record.target, settings, titles),
        name_of(place),
        *("", "", ""),
        country or (name_of(place) if is_state else ""),
        *("", "", ""),
        place.name_ar if place else "",
        "",
        document.outlet,
        document.date.isoformat() if document.date else "",
        "; ".join(story.get("person", [])),
        "; ".join([*story.get("organization", []), *story.get("group", [])]),
        "; ".join([*story.get("state", []), *story.get("place", [])]),
        "Arabic",
        f"kg {__version__}",
    )
