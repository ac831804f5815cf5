"""What a notebook shows: graphs, actors and claims as HTML, and ``%%sparql`` after ``%load_ext kg``.

The marks are plain elements (``mark``, ``sub``, ``b``) with ``dir`` set, so that they keep their meaning
where a viewer drops all styles from the outputs of a notebook, as code hosts do.
"""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Callable, Iterable, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from kg.errors import KgError
from kg.model import Actor, Claim, Event, Extraction, Mention

if TYPE_CHECKING:
    import pandas as pd

    from kg.api import KnowledgeGraph

#: A stretch of a text: first character, end (exclusive), label.
Mark = tuple[int, int, str]

# Light grounds on which black stays readable (contrast above 10:1).
_GROUNDS = {
    "person": "#ffe0b3",
    "state": "#cfe3ff",
    "organization": "#d5f0d5",
    "group": "#ece0ff",
    "place": "#e8e8e8",
    "trigger": "#fff3a0",
}
_OTHER = "#ffd9e3"


def marked(text: str, marks: Iterable[Mark]) -> str:
    """Write a text from right to left with stretches of it marked and labelled.

    Parameters
    ----------
    text : str
    marks : iterable of (int, int, str)
        Start, end (exclusive) and label. A mark may lie within another; one that crosses another, or lies
        outside the text, is left out.

    Returns
    -------
    str
        HTML, everything in it escaped.

    Examples
    --------
    >>> marked("زار القاهرة", [(4, 11, "place")]).count("<mark")
    1
    """
    fitting = [(start, end, label) for start, end, label in marks if 0 <= start < end <= len(text)]
    ordered = sorted(set(fitting), key=lambda m: (m[0], -m[1], m[2]))
    body = _nested(text, ordered, 0, len(text)).replace("\n", "<br>")
    return f'<p dir="rtl" lang="ar" style="line-height:2.3;font-size:1.1em;text-align:right">{body}</p>'


def _nested(text: str, marks: Sequence[Mark], first: int, last: int) -> str:
    """Write the text between two offsets, with the marks that lie wholly in it."""
    parts = []
    at = first
    for i, (start, end, label) in enumerate(marks):
        if start < at or end > last:  # inside the mark before, which has written it, or crossing
            continue
        ground = _GROUNDS.get(label.split(" ")[0], _OTHER)
        inner = _nested(text, marks[i + 1 :], start, end)
        parts += [
            escape(text[at:start]),
            f'<mark style="background:{ground};color:#000;padding:.15em .3em;border-radius:.3em">{inner} ',
            f'<sub dir="ltr" style="font-size:.65em;font-weight:bold">{escape(label)}</sub></mark>',
        ]
        at = end
    return "".join([*parts, escape(text[at:last])])


def actor_html(actor: Actor) -> str:
    """Show an actor: its names, its type and, where known, its Wikidata item.

    Parameters
    ----------
    actor : Actor

    Returns
    -------
    str
        HTML, everything in it escaped.

    Examples
    --------
    >>> "<td>Egypt</td>" in actor_html(Actor("egypt", "state", "مصر", "Egypt"))
    True
    """
    rows = [("id", escape(actor.id)), ("type", escape(actor.type))]
    if actor.name_en:
        rows.append(("English", escape(actor.name_en)))
    if actor.aliases:
        rows.append(("also", f'<bdi dir="rtl" lang="ar">{escape("، ".join(actor.aliases))}</bdi>'))
    if actor.wikidata:
        address = escape(f"https://www.wikidata.org/wiki/{actor.wikidata}", quote=True)
        rows.append(("Wikidata", f'<a href="{address}" rel="noopener">{escape(actor.wikidata)}</a>'))
    return _card(actor.name_ar, rows)


def claim_html(claim: Claim) -> str:
    """Show a claim: its sentence with the trigger marked, and what was read in it.

    Parameters
    ----------
    claim : Claim

    Returns
    -------
    str
        HTML, everything in it escaped.

    Examples
    --------
    >>> import kg
    >>> claim = kg.build("زار وزير الخارجية المصري سامح شكري الأردن.").dataset.events[0].claims[0]
    >>> "<td>occurred</td>" in claim_html(claim)
    True
    """
    start = claim.trigger_start - claim.start
    mark = (start, start + len(claim.trigger), f"trigger {claim.relation}")
    rows = [
        ("source", claim.source_id),
        ("target", claim.target_id),
        ("status", claim.status),
        ("on the word of", claim.attributed_to),
        ("date", claim.date.isoformat() if claim.date else None),
        ("place", claim.place_id),
        ("evidence", f"{claim.doc_id} [{claim.start}:{claim.end}]"),
    ]
    return marked(claim.sentence, [mark]) + _rows([(name, escape(cell)) for name, cell in rows if cell])


def event_html(event: Event) -> str:
    """Show an event: all that is claimed of it.

    Parameters
    ----------
    event : Event

    Returns
    -------
    str
        HTML, everything in it escaped.

    Examples
    --------
    >>> import kg
    >>> event = kg.build("زار وزير الخارجية المصري سامح شكري الأردن.").dataset.events[0]
    >>> event_html(event).startswith("<p><b>visited</b> · 1 claims")
    True
    """
    head = f"<p><b>{escape(event.relation)}</b> · {len(event.claims)} claims · {escape(event.id)}</p>"
    return head + "".join(map(claim_html, event.claims))


def extraction_html(extraction: Extraction) -> str:
    """Show what was read in an article on its text: actors by type, and the triggers of claims.

    Parameters
    ----------
    extraction : Extraction

    Returns
    -------
    str
        HTML, everything in it escaped.

    Examples
    --------
    >>> from kg.model import Document
    >>> mention = Mention("d", "jordan", 4, 10, "الأردن")
    >>> actor = Actor("jordan", "state", "الأردن")
    >>> html = extraction_html(Extraction(Document("d", "زار الأردن"), (actor,), (mention,), (), ()))
    >>> html.count("<mark"), ">state</sub>" in html
    (1, True)
    """
    kinds = {actor.id: actor.type for actor in extraction.actors}
    marks: list[Mark] = [
        (m.start, m.end, kinds[m.actor_id])
        for m in extraction.mentions
        # The name inside "the minister So-and-so" is of the same actor: marked once.
        if not any(m is not o and m.actor_id == o.actor_id and _holds(o, m) for o in extraction.mentions)
    ]
    marks += [
        (c.trigger_start, c.trigger_start + len(c.trigger), f"trigger {c.relation}")
        for c in extraction.claims
    ]
    return marked(extraction.document.text, marks)


def _holds(outer: Mention, inner: Mention) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def graph_html(graph: KnowledgeGraph) -> str:
    """Show a graph: how much is in it, and its most active actors and pairs.

    Parameters
    ----------
    graph : KnowledgeGraph

    Returns
    -------
    str
        HTML, everything in it escaped.

    Examples
    --------
    >>> import kg
    >>> graph = kg.build("زار وزير الخارجية المصري سامح شكري الأردن.")
    >>> "<td>Jordan – Sameh Shoukry</td>" in graph_html(graph)
    True
    """
    from kg.view.summary import summary
    from kg.view.tables import tables

    return f"<p><b>{escape(repr(graph))}</b></p>" + summary(tables(graph.dataset, graph.relations), "en", 8)


def _card(name: str, rows: Iterable[tuple[str, str]]) -> str:
    return f'<p dir="auto" style="text-align:start"><b>{escape(name)}</b></p>' + _rows(rows)


def _rows(rows: Iterable[tuple[str, str]]) -> str:
    """Write a table of two columns; the cells of the second are HTML already."""
    body = "".join(f'<tr><th scope="row">{escape(name)}</th><td>{cell}</td></tr>' for name, cell in rows)
    return f"<table>{body}</table>"


class _Options(argparse.ArgumentParser):
    """A parser that raises where the usual one would end the kernel."""

    def error(self, message: str) -> NoReturn:
        raise KgError(f"%%sparql: {message}\n{self.format_usage()}")


def _options() -> _Options:
    parser = _Options(prog="%%sparql", add_help=False)
    parser.add_argument("graph", nargs="?", help="a variable, or a folder that kg build wrote")
    parser.add_argument("-o", "--out", metavar="NAME", help="keep the answer in this variable")
    return parser


class Sparql:
    """The ``%%sparql`` magic of one notebook.

    Parameters
    ----------
    names : dict
        The variables of the notebook.

    Examples
    --------
    >>> import kg
    >>> magic = Sparql({"graph": kg.build("زار وزير الخارجية المصري سامح شكري الأردن.")})
    >>> magic("graph -o answer", "SELECT ?who { ?who kg:visited actor:jordan }")
    >>> magic.names["answer"]["who"].str.rpartition("/")[2].tolist()
    ['sameh-shoukry']
    """

    def __init__(self, names: dict[str, Any]) -> None:
        self.names = names

    def __call__(self, line: str, cell: str | None = None) -> pd.DataFrame | None:
        """Ask the current graph in SPARQL.

        ``%%sparql [GRAPH] [-o NAME]``, the query below. GRAPH is a variable or a folder that ``kg build``
        wrote; it may be left out where one variable holds a graph. With ``-o`` the answer is kept in a
        variable and not shown. ``%sparql SELECT ...`` asks in one line.
        """
        if cell is None:
            return self.graph(None).query(line)
        try:
            words = shlex.split(line)
        except ValueError as error:
            raise KgError(f"%%sparql: {error}") from error
        given = _options().parse_args(words)
        answer = self.graph(given.graph).query(cell)
        if given.out is None:
            return answer
        if not given.out.isidentifier():
            raise KgError(f"%%sparql -o {given.out!r}: no name of a variable")
        self.names[given.out] = answer
        return None

    def graph(self, name: str | None) -> KnowledgeGraph:
        """Find the graph that is asked.

        Parameters
        ----------
        name : str or None
            A variable or folder; None for the only graph there is.

        Returns
        -------
        KnowledgeGraph

        Raises
        ------
        KgError
            Where there is none, or more than one.

        Examples
        --------
        >>> try:
        ...     Sparql({}).graph(None)
        ... except KgError as error:
        ...     str(error).partition(":")[0]
        '%%sparql'
        """
        from kg.api import KnowledgeGraph, load

        if name is not None:
            found = self.names.get(name)
            if isinstance(found, KnowledgeGraph):
                return found
            if Path(name).exists():
                return load(name)
            raise KgError(f"%%sparql {name}: neither a variable that holds a graph nor a folder")
        graphs = {
            key: value
            for key, value in self.names.items()
            if isinstance(value, KnowledgeGraph) and not key.startswith("_")
        }
        if len({id(value) for value in graphs.values()}) == 1:
            return next(iter(graphs.values()))
        if graphs:
            raise KgError(f"%%sparql: which graph? Name one of {', '.join(sorted(graphs))} behind it")
        raise KgError("%%sparql: there is no graph yet: graph = kg.build(...) or kg.load(...) makes one")


def _told(action: Sparql) -> Callable[..., Any]:
    """Show errors made on purpose as a line, without the way through the program."""

    def magic(line: str, cell: str | None = None) -> Any:
        from IPython.core.error import UsageError

        try:
            return action(line, cell)
        except KgError as error:
            raise UsageError(str(error)) from None

    magic.__doc__ = Sparql.__call__.__doc__
    return magic


def show_richly() -> None:
    """Make a notebook, where one runs, display actors, events, claims and extractions as HTML.

    The records themselves have no behaviour, so they do not know how they look. ``import kg`` calls this in
    a notebook.

    Examples
    --------
    >>> show_richly()  # outside a notebook it does nothing
    """
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    if shell is None or shell.display_formatter is None:
        return
    formatter = shell.display_formatter.formatters["text/html"]
    formatter.for_type(Actor, actor_html)
    formatter.for_type(Claim, claim_html)
    formatter.for_type(Event, event_html)
    formatter.for_type(Extraction, extraction_html)


def load_ipython_extension(shell: Any) -> None:
    """Register the magic and the HTML displays; IPython calls it on ``%load_ext kg``.

    Parameters
    ----------
    shell : IPython.core.interactiveshell.InteractiveShell
    """
    shell.register_magic_function(_told(Sparql(shell.user_ns)), "line_cell", "sparql")
    show_richly()
