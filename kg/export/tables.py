"""The tables: actors, mentions, events (a row a claim), documents and offices, as rows and as CSV.

Reading them back with :func:`read_csv` gives an equal data set.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from kg.errors import InputError
from kg.export.base import Settings
from kg.export.files import write_lines
from kg.graph.events import claim_id
from kg.graph.merge import dataset_from_rows
from kg.model import Actor, Claim, Dataset, Document, Mention, Office, Relation, Same

if TYPE_CHECKING:
    import pandas as pd

Cell: TypeAlias = str | int
Row: TypeAlias = tuple[Cell, ...]
T = TypeVar("T")

_NAME = re.compile(r"(?:[^|\\]|\\.)+", re.DOTALL)

COLUMNS: dict[str, tuple[str, ...]] = {
    "actors": ("actor_id", "type", "name_ar", "name_en", "aliases", "wikidata", "mentions"),
    "mentions": ("doc_id", "actor_id", "start", "end", "text"),
    "events": (
        "doc_id", "event_id", "relation", "source_id", "source_name", "target_id", "target_name", "status",
        "attributed_to_id", "attributed_to_name", "date", "place_id", "place_name", "plover", "cameo",
        "trigger", "sentence", "start", "end", "outlet", "published", "url", "trigger_start", "claim_id",
    ),
    "documents": ("doc_id", "title", "date", "outlet", "url", "copy_of"),
    "offices": (
        "doc_id", "holder_id", "holder_name", "title", "post", "body_id", "body_name", "former",
        "start", "end",
    ),
    "same": ("other_id", "other_name", "actor_id", "actor_name", "reason", "documents"),
}  # fmt: skip
"""Columns of each table; the first of ``actors``, ``mentions`` and ``events`` are a fixed contract."""

NUMBERS = frozenset({"mentions", "start", "end", "trigger_start", "documents"})
"""Columns that hold whole numbers; all others hold text."""


def rows(dataset: Dataset, relations: Mapping[str, Relation]) -> dict[str, Iterator[Row]]:
    """Give the tables of a data set, row by row.

    Parameters
    ----------
    dataset : Dataset
    relations : mapping of str to Relation
        For the codes of other schemes.

    Returns
    -------
    dict of str to iterator of tuple
        Keys and order of cells are those of :data:`COLUMNS`; empty text where a value is unknown.

    Examples
    --------
    >>> cairo = Actor("cairo", "place", "القاهرة", "Cairo")
    >>> list(rows(Dataset((), (cairo,), (), ()), {})["actors"])
    [('cairo', 'place', 'القاهرة', 'Cairo', '', '', 0)]
    """
    names = {actor.id: actor.name_ar for actor in dataset.actors}
    return {
        "actors": _actor_rows(dataset),
        "mentions": ((m.doc_id, m.actor_id, m.start, m.end, m.text) for m in dataset.mentions),
        "events": _event_rows(dataset, names, relations),
        "documents": ((d.id, d.title, _day(d.date), d.outlet, d.url, d.copy_of) for d in dataset.documents),
        "offices": (
            (
                o.doc_id,
                o.holder_id,
                names.get(o.holder_id, ""),
                o.title,
                o.post,
                o.body_id or "",
                names.get(o.body_id or "", ""),
                "yes" if o.former else "no",
                o.start,
                o.end,
            )
            for o in dataset.offices
        ),
        "same": (
            (s.other_id, s.name_ar, s.actor_id, names.get(s.actor_id, ""), s.reason, s.documents)
            for s in dataset.same
        ),
    }


def _actor_rows(dataset: Dataset) -> Iterator[Row]:
    mentions = Counter(mention.actor_id for mention in dataset.mentions)
    for a in dataset.actors:
        yield a.id, a.type, a.name_ar, a.name_en, join_names(a.aliases), a.wikidata, mentions[a.id]


def _event_rows(
    dataset: Dataset, names: Mapping[str, str], relations: Mapping[str, Relation]
) -> Iterator[Row]:
    documents = {document.id: document for document in dataset.documents}
    order = {document.id: number for number, document in enumerate(dataset.documents)}
    claims = [(event.id, claim) for event in dataset.events for claim in event.claims]
    claims.sort(
        key=lambda x: (order.get(x[1].doc_id, -1), x[1].start, x[1].trigger_start, x[0], claim_id(x[1]))
    )
    for event_id, c in claims:
        document = documents.get(c.doc_id) or Document(c.doc_id, "")
        relation = relations.get(c.relation)
        yield (
            c.doc_id,
            event_id,
            c.relation,
            c.source_id or "",
            names.get(c.source_id or "", ""),
            c.target_id or "",
            names.get(c.target_id or "", ""),
            c.status,
            c.attributed_to or "",
            names.get(c.attributed_to or "", ""),
            _day(c.date),
            c.place_id or "",
            names.get(c.place_id or "", ""),
            relation.plover if relation else "",
            relation.cameo if relation else "",
            c.trigger,
            c.sentence,
            c.start,
            c.end,
            document.outlet,
            _day(document.date),
            document.url,
            c.trigger_start,
            claim_id(c),
        )


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def join_names(names: Iterable[str]) -> str:
    r"""Join names by ``|``; one inside a name is written ``\|``.

    Examples
    --------
    >>> split_names(join_names(["أ|ب", "ج"]))
    ('أ|ب', 'ج')
    """
    return "|".join(name.replace("\\", "\\\\").replace("|", "\\|") for name in names)


def split_names(cell: str) -> tuple[str, ...]:
    """Undo :func:`join_names`."""
    return tuple(re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL) for part in _NAME.findall(cell))


# A spreadsheet runs a cell that starts with one of these.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def guard(cell: str) -> str:
    """Put an apostrophe before text that a spreadsheet would run as a formula.

    Source: OWASP, "CSV Injection". :func:`unguard` undoes it exactly, as text that already has apostrophes
    before such a character gets one more.

    Examples
    --------
    >>> guard("=1+1"), unguard(guard("'=1+1"))
    ("'=1+1", "'=1+1")
    """
    return "'" + cell if _FORMULA.match(cell) else cell


def unguard(cell: str) -> str:
    """Undo :func:`guard`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


_SPECIAL = re.compile(r'[",\r\n]')


def _cell(cell: Cell) -> str:
    # Not by csv.writer, which leaves a lone carriage return unquoted (Python 3.11), so that it is lost.
    text = guard(cell) if isinstance(cell, str) else str(cell)
    return '"' + text.replace('"', '""') + '"' if _SPECIAL.search(text) else text


# Between the cells of a line that is looked at as a whole.
_SEPARATOR = "\x1f"
_NOT_PLAIN = re.compile(rf"""[",\r\n]|(?:^|{_SEPARATOR}){_FORMULA.pattern}""")


def _line(row: Row) -> str:
    """Write a row; most rows need no quotes and no guard, and one look at the whole line tells."""
    line = _SEPARATOR.join([cell if isinstance(cell, str) else str(cell) for cell in row])
    if line.count(_SEPARATOR) == len(row) - 1 and not _NOT_PLAIN.search(line):
        return line.replace(_SEPARATOR, ",")
    return ",".join(map(_cell, row))


def write_csv(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    r"""Write all tables as CSV: UTF-8, commas, one header line, text that looks like a formula guarded.

    Parameters
    ----------
    dataset : Dataset
    out : Path
    settings : Settings

    Returns
    -------
    list of Path

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     actors, *_ = write_csv(Dataset((), (), (), ()), Path(folder), Settings({}))
    ...     actors.name, actors.read_text("utf-8")
    ('actors.csv', 'actor_id,type,name_ar,name_en,aliases,wikidata,mentions\n')
    """
    paths = []
    for name, table in rows(dataset, settings.relations).items():
        paths += write_lines(out / f"{name}.csv", chain([",".join(COLUMNS[name])], map(_line, table)))
    return paths


def read_csv(folder: Path | str) -> Dataset:
    """Load the tables that :func:`write_csv` wrote.

    Parameters
    ----------
    folder : Path or str

    Returns
    -------
    Dataset
        Equal to the one written; the documents have no text.

    Raises
    ------
    InputError
        Where a table is missing or a cell cannot be read; it names file and line.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = write_csv(Dataset((), (), (), ()), Path(folder), Settings({}))
    ...     read_csv(folder).events
    ()
    """
    folder = Path(folder)
    return dataset_from_rows(
        _load(folder / "documents.csv", _document),
        _load(folder / "actors.csv", _actor),
        _load(folder / "mentions.csv", _mention),
        _load(folder / "events.csv", _claim),
        _load(folder / "offices.csv", _office),
        _load(folder / "same.csv", _same),
    )


def _load(path: Path, record: Callable[[dict[str, str]], T]) -> list[T]:
    try:
        file = path.open(encoding="utf-8-sig", newline="")
    except FileNotFoundError:
        raise InputError(str(path), "no such file: is this a folder that `kg build` wrote?") from None
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror})") from error
    loaded = []
    with file:
        # Sentences can be longer than the 128 kB that the module allows a cell by itself.
        csv.field_size_limit(2**31 - 1)
        lines = csv.DictReader(file, strict=True)
        wanted = set(COLUMNS[path.stem])
        missing = sorted(wanted - set(lines.fieldnames or ()))
        if missing:
            raise InputError(str(path), f"lacks the columns {', '.join(missing)}: build it again", 1)
        try:
            for line in lines:
                loaded.append(record({k: unguard(v) for k, v in line.items() if k in wanted}))
        except (ValueError, TypeError, AttributeError, csv.Error, UnicodeDecodeError) as error:
            raise InputError(str(path), f"cannot be read: {error}", lines.line_num) from error
    return loaded


def _date(cell: str) -> dt.date | None:
    return dt.date.fromisoformat(cell) if cell else None


def _one_of(cell: str, allowed: tuple[str, ...]) -> str:
    if cell not in allowed:
        raise ValueError(f"{cell!r} is none of {', '.join(allowed)}")
    return cell


def _document(row: Mapping[str, str]) -> Document:
    day = _date(row["date"])
    return Document(row["doc_id"], "", row["title"], day, row["outlet"], row["url"], row["copy_of"])


def _actor(row: Mapping[str, str]) -> Actor:
    kind = _one_of(row["type"], ("person", "state", "organization", "group", "place"))
    names = split_names(row["aliases"])
    return Actor(row["actor_id"], kind, row["name_ar"], row["name_en"], names, row["wikidata"])  # type: ignore[arg-type]


def _mention(row: Mapping[str, str]) -> Mention:
    return Mention(row["doc_id"], row["actor_id"], int(row["start"]), int(row["end"]), row["text"])


def _claim(row: Mapping[str, str]) -> tuple[str, Claim]:
    status = _one_of(row["status"], ("occurred", "planned", "possible", "negated"))
    return row["event_id"], Claim(
        doc_id=row["doc_id"],
        relation=row["relation"],
        source_id=row["source_id"] or None,
        target_id=row["target_id"] or None,
        status=status,  # type: ignore[arg-type]
        attributed_to=row["attributed_to_id"] or None,
        date=_date(row["date"]),
        place_id=row["place_id"] or None,
        trigger=row["trigger"],
        trigger_start=int(row["trigger_start"]),
        sentence=row["sentence"],
        start=int(row["start"]),
        end=int(row["end"]),
    )


def _office(row: Mapping[str, str]) -> Office:
    return Office(
        doc_id=row["doc_id"],
        holder_id=row["holder_id"],
        title=row["title"],
        post=row["post"],
        body_id=row["body_id"] or None,
        former=_one_of(row["former"], ("yes", "no")) == "yes",
        start=int(row["start"]),
        end=int(row["end"]),
    )


def _same(row: Mapping[str, str]) -> Same:
    return Same(row["other_id"], row["other_name"], row["actor_id"], row["reason"], int(row["documents"]))


def frame(dataset: Dataset, relations: Mapping[str, Relation], table: str) -> pd.DataFrame:
    """One table as a pandas DataFrame: offsets and counts are integers, all else is text.

    Parameters
    ----------
    dataset : Dataset
    relations : mapping of str to Relation
    table : {'actors', 'mentions', 'events', 'documents', 'offices'}

    Returns
    -------
    pandas.DataFrame

    Examples
    --------
    >>> frame(Dataset((), (), (), ()), {}, "mentions").columns.tolist()
    ['doc_id', 'actor_id', 'start', 'end', 'text']
    """
    import pandas as pd

    columns = COLUMNS[table]
    data = pd.DataFrame(list(rows(dataset, relations)[table]), columns=list(columns))
    return data.astype({column: "int64" if column in NUMBERS else "str" for column in columns})
