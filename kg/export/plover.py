"""Event data as PLOVER records: a JSON object a line.

Field names: the gold standard records of the PLOVER project (github.com/openeventdata/PLOVER), with ``url``,
``sources`` and ``textInfo.start``/``end`` (offsets of the text in the article) added.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kg import __version__
from kg.export.base import Settings
from kg.export.coded import Coded, coded, name_of
from kg.export.files import write_lines
from kg.model import Actor, Dataset


def write_plover(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``plover.jsonl``: one record an event.

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
        ``plover.jsonl`` alone: by day, then by event id.

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
    ...     [path] = write_plover(dataset, Path(folder), Settings())
    ...     record = json.loads(path.read_text("utf-8"))
    >>> record["event"], record["mode"], record["textInfo"]
    ('CONSULT', 'visit', {'document': 'a', 'start': 0, 'end': 3})
    """
    records = (_record(record, settings) for record in coded(dataset, settings))
    return write_lines(out / "plover.jsonl", (json.dumps(record, ensure_ascii=False) for record in records))


def _record(record: Coded, settings: Settings) -> dict[str, Any]:
    document, claim = record.document, record.claim
    return {
        "id": record.event.id,
        "date": record.day.isoformat() if record.day else "",
        "source": _party(record.source, settings),
        "target": _party(record.target, settings),
        "event": record.type,
        "eventText": claim.trigger,
        "mode": record.mode,
        "context": "",
        "location": {"name": name_of(record.place), "nameRaw": record.place.name_ar} if record.place else {},
        "text": claim.sentence,
        "textInfo": {"document": document.id, "start": claim.start, "end": claim.end},
        "language": "ar",
        "publication": document.outlet,
        "publicationDate": document.date.isoformat() if document.date else "",
        "url": document.url,
        "sources": record.sources,
        "coder": "kg",
        "version": __version__,
    }


def _party(actor: Actor | None, settings: Settings) -> list[dict[str, str]]:
    if actor is None:
        return []
    code = settings.countries.get(actor.id, "")
    return [{"actorText": actor.name_ar, "name": name_of(actor), "id": actor.id, "code": code, "sector": ""}]
