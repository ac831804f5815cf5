"""All measures of a graph as files: a table each, and pictures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export import replacing
from kg.export.tables import guard
from kg.measures.active import activity, agenda
from kg.measures.blocs import blocs
from kg.measures.plots import Language, plot_activity, plot_agenda, plot_network
from kg.measures.signed import Balance, balance, signed_ties
from kg.measures.ties import Period, names_of
from kg.model import Dataset, Relation

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


def write_measures(
    dataset: Dataset,
    relations: Mapping[str, Relation],
    folder: Path | str,
    *,
    by: Period = "month",
    since: dt.date | None = None,
    until: dt.date | None = None,
    plots: bool = True,
    lang: Language = "en",
) -> list[Path]:
    """Write the tables ``activity agenda signed blocs triads tense``, and pictures of them.

    Parameters
    ----------
    dataset : Dataset
    relations : mapping of str to Relation
    folder : Path or str
    by : {'week', 'month', 'quarter', 'year'}
        Periods of the activity.
    since, until : datetime.date, optional
    plots : bool
        Draw ``activity.png``, ``agenda.png`` and ``network.png`` too.
    lang : {'en', 'ar'}
        Of the pictures; names are Arabic in both.

    Returns
    -------
    list of Path

    Raises
    ------
    MissingExtraError
        Where pictures are wanted and matplotlib is not installed.
    ExportError
        Where a file cannot be written.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     [path.name for path in write_measures(Dataset((), (), (), ()), {}, folder, plots=False)]
    ['activity.csv', 'agenda.csv', 'signed.csv', 'blocs.csv', 'triads.csv', 'tense.csv']
    """
    folder = Path(folder)
    found = balance(dataset, relations, since=since, until=until)
    tables = {
        "activity": activity(dataset, relations, by=by, since=since, until=until),
        "agenda": agenda(dataset, relations, since=since, until=until),
        "signed": signed_ties(dataset, relations, since=since, until=until),
        "blocs": blocs(dataset, relations, since=since, until=until),
        "triads": _triads(found),
        "tense": _tense(found, names_of(dataset)),
    }
    # Drawn first, so that a library that is missing leaves no folder half filled.
    pictures: dict[str, Figure] = {}
    if plots:
        pictures["activity"] = plot_activity(tables["activity"], lang=lang)
        pictures["agenda"] = plot_agenda(tables["agenda"], lang=lang)
        pictures["network"] = plot_network(tables["signed"], tables["blocs"], lang=lang)
    paths = [write_table(table, folder / f"{name}.csv") for name, table in tables.items()]
    return paths + [write_picture(made, folder / f"{name}.png") for name, made in pictures.items()]


def _triads(found: Balance) -> pd.DataFrame:
    import pandas as pd

    balanced = {"+++": "yes", "++-": "no", "+--": "yes", "---": "weakly"}
    rows = [(kind.count("+"), kind.count("-"), n, balanced[kind]) for kind, n in found.triads.items()]
    return pd.DataFrame(rows, columns=["cooperation", "conflict", "triangles", "balanced"])


def _tense(found: Balance, names: Mapping[str, str]) -> pd.DataFrame:
    import pandas as pd

    columns = ["one_id", "other_id", "third_id", "one_name", "other_name", "third_name"]
    return pd.DataFrame([(*ids, *(names[i] for i in ids)) for ids in found.tense], columns=columns)


def write_table(table: pd.DataFrame, path: Path) -> Path:
    """Write a table as CSV, text that looks like a formula guarded.

    Parameters
    ----------
    table : pandas.DataFrame
    path : Path

    Returns
    -------
    Path

    Raises
    ------
    ExportError
        Where the file cannot be written.

    Examples
    --------
    >>> import pandas as pd
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = write_table(pd.DataFrame({"name_ar": ["مصر"], "says": [2]}), Path(folder) / "agenda.csv")
    ...     path.read_text("utf-8").split()
    ['name_ar,says', 'مصر,2']
    """
    safe = table.map(lambda cell: guard(cell) if isinstance(cell, str) else cell)
    with replacing(path) as aside:
        safe.to_csv(aside, index=False, lineterminator="\n")
    return path


def write_picture(made: Figure, path: Path) -> Path:
    """Write a figure as a picture, without a date in it, so that equal input gives equal files.

    Parameters
    ----------
    made : matplotlib.figure.Figure
    path : Path

    Returns
    -------
    Path

    Raises
    ------
    ExportError
        Where the file cannot be written.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from kg.measures.plots import figure
    >>> with TemporaryDirectory() as folder:
    ...     path = write_picture(figure((2, 1))[0], Path(folder) / "empty.png")
    ...     path.read_bytes()[1:4]
    b'PNG'
    """
    with replacing(path) as aside:
        made.savefig(aside, format=path.suffix.removeprefix("."), metadata={"Software": None})
    return path
