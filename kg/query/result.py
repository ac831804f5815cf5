"""The answer to a query: as a table for the terminal, CSV, JSON or a DataFrame."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import pandas as pd
    from pyoxigraph import BlankNode, Literal, NamedNode

    Term: TypeAlias = NamedNode | BlankNode | Literal | None

Value: TypeAlias = str | int | float | bool | None

_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = frozenset(
    _XSD + name
    for name in (
        "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "unsignedInt",
        "unsignedLong", "unsignedShort", "unsignedByte", "negativeInteger", "nonPositiveInteger",
    )
)  # fmt: skip
_NUMBERS = frozenset(_XSD + name for name in ("decimal", "double", "float"))

# First strong isolate and its end: each cell takes its direction from its own first letter, so that an Arabic
# name does not turn the date beside it around (Unicode Bidirectional Algorithm, UAX #9).
_ISOLATE, _END = "\u2068", "\u2069"
_BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])


def value(term: Term) -> Value:
    """Turn an RDF term into a Python value: numbers and truth values as such, everything else as text.

    Parameters
    ----------
    term : pyoxigraph.NamedNode, pyoxigraph.BlankNode, pyoxigraph.Literal or None

    Returns
    -------
    str, int, float, bool or None
        The text as it is where a number is malformed.

    Examples
    --------
    >>> from pyoxigraph import Literal
    >>> value(Literal(3)), value(Literal(True)), value(Literal("مصر", language="ar")), value(None)
    (3, True, 'مصر', None)
    """
    from pyoxigraph import BlankNode, Literal, NamedNode

    if term is None:
        return None
    if isinstance(term, Literal):
        kind = term.datatype.value
        try:
            if kind in _INTEGERS:
                return int(term.value)
            if kind in _NUMBERS:
                return float(term.value)
        except ValueError:
            return term.value
        return term.value in ("true", "1") if kind == _XSD + "boolean" else term.value
    if isinstance(term, NamedNode | BlankNode):
        return term.value
    return str(term)


@dataclass(frozen=True)
class Result:
    """Rows of an answer.

    Parameters
    ----------
    columns : tuple of str
        Names of the variables; ``answer`` for a yes-or-no question; ``subject``, ``predicate``, ``object``
        where the query makes triples.
    terms : tuple of tuple
        RDF terms, ``None`` where a variable has no value.
    prefixes : mapping of str to str
        For writing addresses short in the table.

    Examples
    --------
    >>> from pyoxigraph import Literal
    >>> result = Result(("name", "events"), ((Literal("مصر"), Literal(3)), (Literal("قطر"), None)))
    >>> len(result), result.rows
    (2, [('مصر', 3), ('قطر', None)])
    """

    columns: tuple[str, ...]
    terms: tuple[tuple[Term, ...], ...]
    prefixes: Mapping[str, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.terms)

    @property
    def rows(self) -> list[tuple[Value, ...]]:
        """The rows as Python values; addresses in full.

        Returns
        -------
        list of tuple

        Examples
        --------
        >>> from pyoxigraph import NamedNode
        >>> Result(("who",), ((NamedNode("https://example.org/a"),),)).rows
        [('https://example.org/a',)]
        """
        return [tuple(value(term) for term in row) for row in self.terms]

    def dataframe(self) -> pd.DataFrame:
        """Give a pandas DataFrame: a column a variable, missing values as ``None``.

        Returns
        -------
        pandas.DataFrame

        Examples
        --------
        >>> from pyoxigraph import Literal
        >>> Result(("name", "events"), ((Literal("مصر"), Literal(3)),)).dataframe().to_dict("list")
        {'name': ['مصر'], 'events': [3]}
        """
        import pandas as pd

        rows = self.rows
        data = {name: [row[i] for row in rows] for i, name in enumerate(self.columns)}
        return pd.DataFrame({name: pd.Series(cells, dtype=_dtype(cells)) for name, cells in data.items()})

    def csv(self) -> str:
        """Give CSV with a header line, as SPARQL 1.1 Query Results CSV writes values.

        Text that a spreadsheet would run as a formula is written as it is, as that standard asks for; the
        tables that ``kg build`` writes are guarded.

        Returns
        -------
        str

        Examples
        --------
        >>> from pyoxigraph import Literal
        >>> result = Result(("name", "events"), ((Literal("مصر"), Literal(3)), (Literal("قطر"), None)))
        >>> result.csv().split()
        ['name,events', 'مصر,3', 'قطر,']
        """
        out = io.StringIO()
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(self.columns)
        lines.writerows([_plain(term) for term in row] for row in self.terms)
        return out.getvalue()

    def json(self) -> str:
        """Give a JSON array with an object a row; a variable without a value is left out.

        Returns
        -------
        str

        Examples
        --------
        >>> import json
        >>> from pyoxigraph import Literal
        >>> result = Result(("name", "events"), ((Literal("مصر"), Literal(3)), (Literal("قطر"), None)))
        >>> json.loads(result.json())
        [{'name': 'مصر', 'events': 3}, {'name': 'قطر'}]
        """
        rows = [
            {name: cell for name, cell in zip(self.columns, row, strict=True) if cell is not None}
            for row in self.rows
        ]
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"

    def table(self, width: int = 60) -> str:
        """Give a table for a terminal.

        Each cell is isolated, so that Arabic text beside dates and numbers keeps the order of the columns.

        Parameters
        ----------
        width : int
            Longer cells are cut.

        Returns
        -------
        str

        Examples
        --------
        >>> from pyoxigraph import Literal
        >>> result = Result(("name", "events"), ((Literal("مصر"), Literal(3)), (Literal("قطر"), None)))
        >>> len(result.table().splitlines()), "…" in result.table(width=2)
        (4, True)
        """
        return aligned(self.columns, [[_short(t, self.prefixes, width) for t in row] for row in self.terms])


def aligned(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write cells in columns for a terminal, each isolated, so that Arabic keeps their order.

    Parameters
    ----------
    columns : sequence of str
    rows : sequence of sequence of str

    Returns
    -------
    str

    Examples
    --------
    >>> len(aligned(["a", "b"], [["1", "2"]]).splitlines())
    3
    """
    widths = [max([_width(name), *(_width(row[i]) for row in rows)]) for i, name in enumerate(columns)]
    lines = [_line(columns, widths), "  ".join("-" * width for width in widths)]
    return "\n".join([*lines, *(_line(row, widths) for row in rows)]) + "\n"


def _dtype(cells: Sequence[Value]) -> str:
    kinds = {type(cell) for cell in cells}
    names = {frozenset([bool]): "bool", frozenset([int]): "int64"}
    if kinds and kinds <= {int, float}:
        return names.get(frozenset(kinds), "float64")
    return names.get(frozenset(kinds), "object")


def _plain(term: Term) -> str:
    return "" if term is None else str(getattr(term, "value", term))


def _short(term: Term, prefixes: Mapping[str, str], width: int) -> str:
    from pyoxigraph import NamedNode

    text = _plain(term)
    if isinstance(term, NamedNode):
        for prefix, namespace in prefixes.items():
            name = text.removeprefix(namespace)
            if name != text and name and not set(name) & set("/#?"):
                return f"{prefix}:{name}"
    # Marks inside a name, and line ends, would break the table.
    text = " ".join("".join(c if c.isprintable() else " " for c in text.translate(_BIDI)).split())
    return text if len(text) <= width else text[: width - 1] + "…"


def _width(text: str) -> int:
    """Columns that a terminal needs: none for a combining mark, two for a wide letter."""
    marks = sum(unicodedata.category(c) in ("Mn", "Me", "Cf") for c in text)
    return len(text) - marks + sum(unicodedata.east_asian_width(c) in "WF" for c in text)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        f"{_ISOLATE}{cell}{_END}{' ' * (width - _width(cell))}"
        for cell, width in zip(cells, widths, strict=True)
    )
    return "  ".join(padded).rstrip(" ")
