"""The commands ``kg measures`` and ``kg diff``: what political science measures of a graph."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.errors import KgError

if TYPE_CHECKING:
    import pandas as pd

    from kg.model import Dataset

_PERIODS = ("week", "month", "quarter", "year")
_LANGUAGES = ("en", "ar")
Folder = Annotated[Path, typer.Argument(metavar="OUT", help="Folder that kg build wrote.")]
Lang = Annotated[str, typer.Option(metavar="en|ar", help="Of the words in the pictures.")]
Top = Annotated[int, typer.Option(metavar="N", min=1, help="Print so many rows.")]


def measures(
    out: Folder,
    folder: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", help="Where to write; OUT/measures by default."),
    ] = None,
    by: Annotated[
        str, typer.Option(metavar="week|month|quarter|year", help="Periods of activity.")
    ] = "month",
    since: Annotated[str | None, typer.Option(metavar="DAY", help="From this day on, YYYY-MM-DD.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="Up to this day, YYYY-MM-DD.")] = None,
    plots: Annotated[bool, typer.Option(help="Draw pictures too.")] = True,
    lang: Lang = "en",
    top: Top = 5,
) -> None:
    """Measure the graph: activity and centrality over time, agenda, blocs, conflict and its balance.

    \b
    kg measures out --by week
    kg measures out --since 2024-01-01 --until 2024-06-30 --lang ar -o first-half

    Writes activity.csv agenda.csv signed.csv blocs.csv triads.csv tense.csv, and pictures (pip install
    'kg-actors[plots]'); prints the head of the tables.
    """  # noqa: D301
    from kg import load
    from kg.api import as_day
    from kg.measures import balance, write_measures

    for value, allowed, name in ((by, _PERIODS, "--by"), (lang, _LANGUAGES, "--lang")):
        if value not in allowed:
            raise typer.BadParameter(f"{value!r} is none of {', '.join(allowed)}", param_hint=name)
    graph = load(out)
    first, last = as_day(since, "--since"), as_day(until, "--until")
    paths = write_measures(
        graph.dataset, graph.relations, folder or out / "measures", by=by, plots=plots, lang=lang,  # type: ignore[arg-type]
        since=first, until=last,
    )  # fmt: skip
    _print_heads(paths, top)
    found = balance(graph.dataset, graph.relations, since=first, until=last)
    if found.degree is not None:
        total = sum(found.triads.values())
        weak = f"{found.weak_degree:.2f} where three mutual enemies are"
        print(f"balance  {found.degree:.2f} of {total} triangles are balanced, {weak}")
    print(f"written  {paths[0].parent}: {' '.join(path.name for path in paths)}")


def _print_heads(paths: list[Path], top: int) -> None:
    import pandas as pd

    tables = {path.stem: pd.read_csv(path) for path in paths if path.suffix == ".csv"}
    agenda = ["name_ar", "says", "hears", "attributed", "outlets"]
    shown = {
        "who sets the agenda": tables["agenda"][agenda],
        "who is active and central": _whole(tables["activity"]),
        "blocs": tables["blocs"].drop_duplicates("bloc")[["bloc_name", "members"]],
        "cooperation and conflict": tables["signed"][["one_name", "other_name", "cooperation", "conflict"]],
    }
    for title, table in shown.items():
        print(f"{title}\n{_text(table.head(top))}")


def _whole(table: pd.DataFrame) -> pd.DataFrame:
    """Put the periods of each actor together: sums of counts, the mean PageRank of all periods."""
    periods = max(table["period"].nunique(), 1)
    whole = table.groupby(["actor_id", "name_ar"], as_index=False)[["acts", "receives", "pagerank"]].sum()
    whole["pagerank"] = (whole["pagerank"] / periods).round(4)
    whole["both"] = whole["acts"] + whole["receives"]
    order = whole.sort_values(["both", "actor_id"], ascending=[False, True])
    return order[["name_ar", "acts", "receives", "pagerank"]]


def _text(table: pd.DataFrame) -> str:
    """Write a table in columns; each cell keeps its own direction."""
    from kg.query.result import aligned

    cells = [["" if value != value else str(value) for value in row] for row in table.itertuples(index=False)]
    return aligned(list(table.columns), cells)


def diff(
    out: Folder,
    other: Annotated[
        Path | None, typer.Argument(metavar="[OUT2]", help="A later build; else give two periods of OUT.")
    ] = None,
    before: Annotated[
        str | None, typer.Option(metavar="DAY..DAY", help="The earlier period: 2024-01-01..2024-03-31.")
    ] = None,
    after: Annotated[str | None, typer.Option(metavar="DAY..DAY", help="The later period.")] = None,
    csv: Annotated[bool, typer.Option("--csv", help="Print all rows as CSV.")] = False,
    plot: Annotated[Path | None, typer.Option(metavar="FILE", help="Draw it: .png, .svg or .pdf.")] = None,
    lang: Lang = "en",
    top: Top = 20,
) -> None:
    """Tell what changed between two periods, or two builds: activity, cooperation, conflict, turned ties.

    \b
    kg diff out --before 2024-01-01..2024-03-31 --after 2024-04-01..2024-06-30
    kg diff january february --csv > changes.csv

    Sorted by how unlikely a change is where only the amount of news changed (log-likelihood ratio; beyond
    6.63 by chance once in 100). A period may be open at one end: ..2024-03-31
    """  # noqa: D301
    from kg import load
    from kg.measures import changes

    if lang not in _LANGUAGES:
        raise typer.BadParameter(f"{lang!r} is none of {', '.join(_LANGUAGES)}", param_hint="--lang")
    one = load(out)
    if other is None and not (before and after):
        raise typer.BadParameter("give a second OUT, or --before and --after", param_hint="OUT2")
    two = one if other is None else load(other, one.lexicon)
    table = changes(
        _within(one.dataset, before, "--before"), _within(two.dataset, after, "--after"), one.relations
    )
    if plot is not None:
        _draw(table, plot, lang)
    if csv:
        print(table.to_csv(index=False, lineterminator="\n"), end="")
        return
    shown = table.head(top)[["what", "one_name", "other_name", "before", "after", "surprise"]]
    print(_text(shown.assign(surprise=shown["surprise"].map("{:+.1f}".format))), end="")


def _draw(table: pd.DataFrame, path: Path, lang: str) -> None:
    from kg.measures.plots import plot_changes
    from kg.measures.write import write_picture

    if path.suffix not in (".png", ".svg", ".pdf"):
        raise KgError(f"--plot {path}: name it .png, .svg or .pdf")
    write_picture(plot_changes(table, lang=lang), path)  # type: ignore[arg-type]


def _within(dataset: Dataset, period: str | None, name: str) -> Dataset:
    from kg.graph import filtered

    since, until = _period(period, name)
    return dataset if since is until is None else filtered(dataset, since=since, until=until)


def _period(text: str | None, name: str) -> tuple[dt.date | None, dt.date | None]:
    """Read ``2024-01-01..2024-03-31``; a side may be empty."""
    from kg.api import as_day

    if text is None:
        return None, None
    first, dots, last = text.partition("..")
    if not dots or not (first or last):
        raise KgError(f"{name} {text!r}: write it as 2024-01-01..2024-03-31")
    since, until = as_day(first or None, name), as_day(last or None, name)
    if since and until and until < since:
        raise KgError(f"{name} {text!r}: the last day is before the first")
    return since, until
