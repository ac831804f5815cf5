"""The stock questions: ``.rq`` files with a header, and the binding of their parameters.

A header line is ``# key: value``::

    # title: Who met whom
    # title_ar: من التقى من
    # about: Meetings that occurred, with place and number of sources.
    # param: since date optional  First day.
    # param: actor actor required  One of the two.

Each parameter has a name (a variable of the query), a kind (``actor``, ``relation``, ``event``, ``date``,
``number`` or ``text``) and ``required`` or ``optional``. What a user gives is made into an RDF term, and the
term is bound to the variable by a ``VALUES`` clause, which takes the place of the comment ``#bind ?since
?actor`` wherever the query needs the parameters; without a value the variable stays unbound. The query is
then plain SPARQL 1.1, for any server.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode

    from kg.query.engine import Graph

KINDS = ("actor", "relation", "event", "date", "number", "text")

_HEADER = re.compile(r"#\s*(title|title_ar|about|param):\s*(.+)")
_NAMES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a stock question: a variable that takes a value.

    Parameters
    ----------
    name : str
        The variable, without ``?``.
    kind : {'actor', 'relation', 'event', 'date', 'number', 'text'}
    required : bool
    about : str
        What it is, for the list.

    Examples
    --------
    >>> parameter = find("timeline").parameters[0]
    >>> parameter.name, parameter.kind, parameter.required
    ('actor', 'actor', True)
    """

    name: str
    kind: str
    required: bool
    about: str


@dataclass(frozen=True, slots=True)
class Question:
    """A stock question.

    Parameters
    ----------
    name : str
        What ``--stock`` takes.
    title, title_ar, about : str
        For the list.
    parameters : tuple of Parameter
    sparql : str
        The query, with its comments.

    Examples
    --------
    >>> question = find("timeline")
    >>> question.name, len(question.parameters)
    ('timeline', 3)
    """

    name: str
    title: str
    title_ar: str
    about: str
    parameters: tuple[Parameter, ...]
    sparql: str


def read_question(name: str, text: str) -> Question:
    """Read a ``.rq`` file.

    Parameters
    ----------
    name : str
        For messages, and the name of the question.
    text : str

    Returns
    -------
    Question

    Raises
    ------
    QueryError
        Where the header lacks a title, or a parameter is malformed; it names the line.

    Examples
    --------
    >>> lines = ["# title: Actors", "# param: name text optional part of a name", "SELECT * { ?s ?p ?name }"]
    >>> question = read_question("actors", chr(10).join(lines))
    >>> question.title, question.parameters[0].kind
    ('Actors', 'text')
    """
    from kg.query.engine import QueryError

    single: dict[str, str] = {}
    about: list[str] = []
    parameters = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#"):
            break
        found = _HEADER.fullmatch(line.strip())
        if found is None:
            continue
        key, value = found[1], found[2].strip()
        if key == "about":
            about.append(value)
        elif key == "param":
            parts = value.split(None, 3)
            if len(parts) < 4 or parts[1] not in KINDS or parts[2] not in ("required", "optional"):
                raise QueryError(
                    f"{name}.rq:{number}: a parameter is: name kind required|optional what it is"
                )
            parameters.append(Parameter(parts[0], parts[1], parts[2] == "required", parts[3]))
        else:
            single[key] = value
    if "title" not in single:
        raise QueryError(f"{name}.rq:1: lacks a line '# title: ...'")
    title_ar = single.get("title_ar", "")
    return Question(name, single["title"], title_ar, " ".join(about), tuple(parameters), text)


@lru_cache(maxsize=1)
def _all() -> dict[str, Question]:
    folder = files("kg.query") / "stock"
    found = sorted((entry.name, entry) for entry in folder.iterdir() if entry.name.endswith(".rq"))
    names = {name.removesuffix(".rq"): entry for name, entry in found}
    return {name: read_question(name, entry.read_text(encoding="utf-8")) for name, entry in names.items()}


def stock() -> list[Question]:
    """List the stock questions, by name.

    Returns
    -------
    list of Question

    Examples
    --------
    >>> "who-met-whom" in [question.name for question in stock()]
    True
    """
    return list(_all().values())


def find(name: str) -> Question:
    """Find a stock question.

    Parameters
    ----------
    name : str

    Returns
    -------
    Question

    Raises
    ------
    QueryError
        Where there is none of that name; it lists those there are.

    Examples
    --------
    >>> [parameter.name for parameter in find("timeline").parameters]
    ['actor', 'since', 'until']
    """
    from kg.query.engine import QueryError

    if name not in _all():
        raise QueryError(f"there is no stock question {name!r}: choose among {', '.join(_all())}")
    return _all()[name]


def bind(question: Question, given: Mapping[str, str], graph: Graph) -> dict[str, NamedNode | Literal]:
    """Turn the parameters that a user gives into RDF terms.

    Parameters
    ----------
    question : Question
    given : mapping of str to str
    graph : Graph
        Where actors and relations are looked up by name.

    Returns
    -------
    dict of str to RDF term
        By variable.

    Raises
    ------
    QueryError
        Where a parameter is missing, unknown or of the wrong kind.

    Examples
    --------
    >>> import kg
    >>> from kg.query import Graph
    >>> graph = Graph.of(kg.build("زار وزير الخارجية المصري سامح شكري الأردن.").dataset)
    >>> bind(find("timeline"), {"actor": "سامح شكري"}, graph)["actor"].value.rpartition("/")[2]
    'sameh-shoukry'
    """
    from kg.query.engine import QueryError

    known = {parameter.name: parameter for parameter in question.parameters}
    unknown = [name for name in given if name not in known]
    if unknown:
        takes = ", ".join(known) or "none"
        raise QueryError(f"{question.name} takes no parameter {unknown[0]!r}; it takes: {takes}")
    missing = [p for p in question.parameters if p.required and not given.get(p.name)]
    if missing:
        raise QueryError(f"{question.name} needs the parameter {missing[0].name!r}: {missing[0].about}")
    return {name: _term(known[name], value, graph) for name, value in given.items() if value}


_BIND = re.compile(r"^[ \t]*#bind((?: \?\w+)+)[ \t]*$", re.MULTILINE)


def bound(question: Question, terms: Mapping[str, NamedNode | Literal]) -> str:
    """Give the query with its parameters bound.

    The terms are written by Oxigraph's serializer, so that whatever they hold stays one term.

    Parameters
    ----------
    question : Question
    terms : mapping of str to RDF term
        What :func:`bind` gave.

    Returns
    -------
    str
        SPARQL 1.1.

    Examples
    --------
    >>> from pyoxigraph import Literal
    >>> question = Question("named", "Named", "", "", (), "#bind ?name")
    >>> bound(question, {"name": Literal("مصر")}).strip()
    'VALUES (?name) { ("مصر") }'
    """

    def values(found: re.Match[str]) -> str:
        names = [name for name in found[1].split() if name[1:] in terms]
        row = " ".join(str(terms[name[1:]]) for name in names)
        return f"  VALUES ({' '.join(names)}) {{ ({row}) }}" if names else ""

    return _BIND.sub(values, question.sparql)


def _term(parameter: Parameter, value: str, graph: Graph) -> NamedNode | Literal:
    from pyoxigraph import Literal, NamedNode

    from kg.query.engine import QueryError

    if parameter.kind == "text":
        return Literal(value)
    if parameter.kind == "number":
        if not re.fullmatch(r"-?\d+", value, re.ASCII):
            raise QueryError(f"{parameter.name} {value!r} is no whole number")
        return Literal(int(value))
    if parameter.kind == "date":
        try:
            day = dt.date.fromisoformat(value).isoformat()
        except ValueError:
            raise QueryError(f"{parameter.name} {value!r} is no day: write it as 2024-06-25") from None
        return Literal(day, datatype=NamedNode("http://www.w3.org/2001/XMLSchema#date"))
    return _thing(parameter.kind, value, graph)


def _thing(kind: str, value: str, graph: Graph) -> NamedNode:
    """Find an actor, relation or event by address, prefixed name, id or label."""
    from pyoxigraph import NamedNode

    from kg.export.terms import local, property_name

    if "://" in value:
        return _address(value)
    prefix, colon, name = value.partition(":")
    if colon and prefix in graph.prefixes:
        return _address(graph.prefixes[prefix] + name)
    if kind == "event":
        return NamedNode(graph.prefixes["event"] + local(value))
    if kind == "relation":
        node = NamedNode(graph.prefixes["kg"] + local(property_name(value)))
        return node if _used(graph, node) else _by_label(kind, value, graph)
    node = NamedNode(graph.prefixes["actor"] + local(value))
    return node if _used(graph, node) else _by_label(kind, value, graph)


def _address(value: str) -> NamedNode:
    from pyoxigraph import NamedNode

    from kg.query.engine import QueryError

    try:
        return NamedNode(value)
    except ValueError:
        raise QueryError(f"{value!r} is no valid address") from None


def _used(graph: Graph, node: NamedNode) -> bool:
    return next(iter(graph.store.quads_for_pattern(node, None, None, None)), None) is not None


_LABELS = {
    "actor": (
        "SELECT DISTINCT ?thing ?name ?rank WHERE {"
        " { ?thing skos:prefLabel ?name BIND(0 AS ?rank) } UNION { ?thing skos:altLabel|kg:loadedName ?name"
        " BIND(1 AS ?rank) } FILTER(STRSTARTS(STR(?thing), STR(actor:))) }"
    ),
    "relation": "SELECT ?thing ?name (0 AS ?rank) WHERE { ?type kg:property ?thing ; skos:prefLabel ?name }",
}


def _by_label(kind: str, value: str, graph: Graph) -> NamedNode:
    from pyoxigraph import NamedNode

    from kg.query.engine import QueryError
    from kg.text.normalise import fold_phrase

    wanted = fold_phrase(value)
    best: dict[str, int] = {}
    near: set[str] = set()
    for thing, name, rank in graph.query(_LABELS[kind]).rows:
        folded = fold_phrase(str(name))
        if folded == wanted:
            best[str(thing)] = min(int(rank or 0), best.get(str(thing), 1))
        elif wanted and wanted in folded:
            near.add(str(name))
    closest = sorted(thing for thing, rank in best.items() if rank == min(best.values()))
    if len(closest) == 1:
        return NamedNode(closest[0])
    if closest:
        ids = ", ".join(thing.rpartition("/")[2] for thing in closest[:_NAMES_SHOWN])
        raise QueryError(f"more than one {kind} is called {value!r}: give one of the ids {ids}")
    hint = f"; near: {', '.join(sorted(near)[:_NAMES_SHOWN])}" if near else ""
    raise QueryError(f"no {kind} in the graph is called {value!r}{hint}")
