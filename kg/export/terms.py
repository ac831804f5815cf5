"""RDF terms, as objects of Oxigraph or as text: one pattern, two ways to write it.

Text is for files: making it is several times faster than making objects to be serialized.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias
from urllib.parse import quote

from kg.export.base import KG, Settings

Node: TypeAlias = Any
"""A term: a ``pyoxigraph`` object, or its text."""

NAMESPACES: dict[str, str] = {
    "kg": KG,
    "rel": KG.replace("#", "/relation/"),
    "group": KG.replace("#", "/group/"),
    "quad": KG.replace("#", "/quad/"),
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "wd": "http://www.wikidata.org/entity/",
}
"""Prefixes of the vocabularies."""

KINDS = ("actor", "event", "claim", "doc", "office", "naming")
"""Kinds of things that get an address under the namespace of the data."""

CLASSES = {
    "person": "Person",
    "state": "State",
    "organization": "Organization",
    "group": "Group",
    "place": "Place",
}
"""Class of each type of actor."""


def prefixes(base: str) -> dict[str, str]:
    """Give the prefixes of the vocabularies and of the data under ``base``."""
    return NAMESPACES | {kind: f"{base}{kind}/" for kind in KINDS}


def local(name: str) -> str:
    """Write an id so that it can end an IRI, whatever it holds.

    Examples
    --------
    >>> local("a/b c"), local("..")
    ('a%2Fb%20c', '%2E%2E')
    """
    escaped = quote(name, safe="", errors="replace")
    return escaped.replace(".", "%2E") if set(escaped) <= {"."} else escaped


def property_name(relation: str) -> str:
    """Name of the property of a relation: ``met-with`` is ``metWith``."""
    first, *rest = relation.split("-")
    return first + "".join(word.capitalize() for word in rest)


class _Nodes(dict[str, Node]):
    """Nodes by name, each made once."""

    def __init__(self, make: Callable[[str], Node]) -> None:
        self._make = make

    def __missing__(self, name: str) -> Node:
        node = self[name] = self._make(name)
        return node


class Terms:
    """Makes the RDF terms of one export.

    Parameters
    ----------
    settings : Settings

    Attributes
    ----------
    vocabulary : dict of str to node
        By prefixed name: ``kg:about``.
    actors, documents : dict of str to node
        By id.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._bases = prefixes(settings.base)
        self.vocabulary = _Nodes(self._term)
        self.actors = _Nodes(lambda name: self.once("actor", local(name)))
        self.documents = _Nodes(lambda name: self.once("doc", local(name)))
        self._properties = _Nodes(self._property)
        self.type = self.vocabulary["rdf:type"]
        self.day = self.vocabulary["xsd:date"]

    def _term(self, name: str) -> Node:
        prefix, _, local_name = name.partition(":")
        return self.once(prefix, local_name)

    def _property(self, relation: str) -> Node:
        known = self.settings.relations.get(relation)
        return self.vocabulary["kg:" + (known.property if known else local(property_name(relation)))]

    def property(self, relation: str) -> Node:
        """Give the property of a relation."""
        return self._properties[relation]

    def arabic(self, text: str) -> Node:
        """Give Arabic text."""
        return self.literal(text, language="ar")

    def once(self, prefix: str, name: str) -> Node:
        """Give a node by prefix and escaped name, without keeping it."""
        raise NotImplementedError

    def literal(self, value: str | int | bool, *, language: str | None = None, datatype: Node = None) -> Node:
        """Give a literal; its type is that of the value where none is given."""
        raise NotImplementedError


class ObjectTerms(Terms):
    """Terms as objects of Oxigraph."""

    def __init__(self, settings: Settings) -> None:
        from pyoxigraph import Literal, NamedNode

        self._literal, self._node = Literal, NamedNode
        super().__init__(settings)

    def once(self, prefix: str, name: str) -> Node:
        """Give a node by prefix and escaped name, without keeping it."""
        return self._node(self._bases[prefix] + name)

    def literal(self, value: str | int | bool, *, language: str | None = None, datatype: Node = None) -> Node:
        """Give a literal; its type is that of the value where none is given."""
        return self._literal(value, language=language, datatype=datatype)


# What a literal in N-Triples and Turtle may not hold as it is (RDF 1.1 N-Triples, section 2.4), and control
# characters besides.
_SPECIAL = re.compile(r'[\x00-\x1f"\\\x7f]')
_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
# Names that need no escape after a prefix in Turtle (RDF 1.1 Turtle, PN_LOCAL has more).
_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*", re.ASCII)


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0], f"\\u{ord(found[0]):04X}")


class TextTerms(Terms):
    """Terms as text of N-Triples and N-Quads: every address in full, every literal typed."""

    def once(self, prefix: str, name: str) -> Node:
        """Give a node by prefix and escaped name, without keeping it."""
        return f"<{self._bases[prefix]}{name}>"

    def literal(self, value: str | int | bool, *, language: str | None = None, datatype: Node = None) -> Node:
        """Give a literal; its type is that of the value where none is given."""
        if isinstance(value, str):
            text = _SPECIAL.sub(_escape, value) if _SPECIAL.search(value) else value
            if language:
                return f'"{text}"@{language}'
            return f'"{text}"^^{datatype}' if datatype else f'"{text}"'
        return self._other(value)

    def _other(self, value: int | bool) -> str:
        kind = "xsd:boolean" if isinstance(value, bool) else "xsd:integer"
        return f'"{str(value).lower()}"^^{self.vocabulary[kind]}'


class TurtleTerms(TextTerms):
    """Terms as text of Turtle and TriG: prefixed names, numbers and truth values as such."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.type = "a"

    def once(self, prefix: str, name: str) -> Node:
        """Give a node by prefix and escaped name, without keeping it."""
        return f"{prefix}:{name}" if _PLAIN.fullmatch(name) else super().once(prefix, name)

    def _other(self, value: int | bool) -> str:
        return str(value).lower()
