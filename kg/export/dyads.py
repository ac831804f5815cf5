"""The plainest event data: date, source, target, code; a line an event, tab-separated."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from kg.export.base import Settings
from kg.export.coded import cell
from kg.export.files import write_lines
from kg.export.tables import guard
from kg.graph.events import day_of, overall_status
from kg.model import Dataset

COLUMNS = ("date", "source", "target", "code", "source_id", "target_id", "plover", "relation", "event_id")


def write_dyads(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    r"""Write ``dyads.tsv``: events that occurred, with both parties; the code is CAMEO's, as text.

    The date is that of the event, or of the first document where no claim gives one.

    Parameters
    ----------
    dataset : Dataset
        What is written.
    out : Path
        Folder; made where it is missing.
    settings : Settings
        Relation types, for their codes.

    Returns
    -------
    list of Path
        ``dyads.tsv`` alone: a header and the lines sorted; ids stand for the names of unknown actors.

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
    ...     [path] = write_dyads(dataset, Path(folder), Settings())
    ...     path.read_text("utf-8").splitlines()[1].split("\t")
    ['', 'egypt', 'iraq', '042', 'egypt', 'iraq', 'CONSULT', 'visited', 'e1']
    """
    published = {document.id: document.date for document in dataset.documents}
    names = {actor.id: actor.name_en or actor.name_ar for actor in dataset.actors}
    lines = []
    for event in dataset.events:
        if event.source_id is None or event.target_id is None or overall_status(event.claims) != "occurred":
            continue
        day = day_of(event, published)
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
    cells = ([guard(cell(value)) for value in line] for line in sorted(lines))
    return write_lines(out / "dyads.tsv", map("\t".join, chain([COLUMNS], cells)))
