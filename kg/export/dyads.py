"""The plainest event data: date, source, target, code; a line an event, tab-separated."""

from __future__ import annotations

from pathlib import Path

from kg.export.base import Settings
from kg.export.coded import cell
from kg.export.files import replacing
from kg.export.tables import guard
from kg.graph.events import overall_status
from kg.model import Dataset

COLUMNS = ("date", "source", "target", "code", "source_id", "target_id", "plover", "relation", "event_id")


def write_dyads(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``dyads.tsv``: events that occurred, with both parties; the code is CAMEO's, as text.

    The date is that of the event, or of the first document where no claim gives one.
    """
    published = {document.id: document.date for document in dataset.documents}
    names = {actor.id: actor.name_en or actor.name_ar for actor in dataset.actors}
    lines = []
    for event in dataset.events:
        if event.source_id is None or event.target_id is None or overall_status(event.claims) != "occurred":
            continue
        days = [day for day in (published.get(claim.doc_id) for claim in event.claims) if day]
        day = event.date or min(days, default=None)
        relation = settings.relations.get(event.relation)
        lines.append(
            (
                day.isoformat() if day else "",
                names.get(event.source_id, event.source_id),
                names.get(event.target_id, event.target_id),
                relation.cameo if relation else "",
                event.source_id,
                event.target_id,
                relation.plover if relation else "",
                event.relation,
                event.id,
            )
        )
    path = out / "dyads.tsv"
    with replacing(path) as aside, aside.open("w", encoding="utf-8", newline="") as file:
        file.write("\t".join(COLUMNS) + "\n")
        file.writelines("\t".join(guard(cell(value)) for value in line) + "\n" for line in sorted(lines))
    return [path]
