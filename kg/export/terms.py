"""RDF terms, as objects of Oxigraph or as text: one pattern, two ways to write it.

Text is for files. It is made several times faster than objects to be serialized, and it is bytes of UTF-8, as
joining those is faster than joining letters of which some are Arabic.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from json.encoder import encode_basestring as _quoted
from typing import Any, TypeAlias
from urllib.parse import quote

from kg.export.base import KG, Settings

Node: TypeAlias = Any
"""A term: a ``pyoxigraph`` object, or its text in UTF-8."""

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
    """Give the prefixes of the vocabularies and of the data under ``base``.

    Parameters
    ----------
    base : str
        Namespace of the data; ends in ``/`` or ``#``.

    Returns
    -------
    dict of str to str
        Namespace by prefix.

    Examples
    --------
    >>> prefixes("https://example.org/")["doc"]
    'https://example.org/doc/'
    """
    return NAMESPACES | {kind: f"{base}{kind}/" for kind in KINDS}


def local(name: str) -> str:
    """Write an id so that it can end an IRI, whatever it holds.

    Parameters
    ----------
    name : str

    Returns
    -------
    str
        ASCII: percent-encoded UTF-8.

    Examples
    --------
    >>> local("a/b c"), local("..")
    ('a%2Fb%20c', '%2E%2E')
    """
    escaped = quote(name, safe="", errors="replace")
    return escaped.replace(".", "%2E") if set(escaped) <= {"."} else escaped


def property_name(relation: str) -> str:
    """Name of the property of a relation: ``met-with`` is ``metWith``.

    Parameters
    ----------
    relation : str
        Its id.

    Returns
    -------
    str

    Examples
    --------
    >>> property_name("met-with")
    'metWith'
    """
    first, *rest = relation.split("-")
    return first + "".join(word.capitalize() for word in rest)


class _Nodes(dict[Any, Node]):
    """Nodes by name, each made once."""

    def __init__(self, make: Callable[[Any], Node]) -> None:
        self._make = make

    def __missing__(self, name: Any) -> Node:
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
    properties : dict of str to node
        Of relations, by id.
    names, numbers, days : dict of str, int or datetime.date to node
        Literals that come again and again: Arabic names and triggers, offsets and counts, dates.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._bases = prefixes(settings.base)
        self.vocabulary = _Nodes(self._term)
        self.actors = _Nodes(lambda name: self.once("actor", local(name)))
        self.documents = _Nodes(lambda name: self.once("doc", local(name)))
        self.properties = _Nodes(self._property)
        self.type = self.vocabulary["rdf:type"]
        day = self.vocabulary["xsd:date"]
        self.names = _Nodes(self.arabic)
        self.numbers = _Nodes(self.literal)
        self.days = _Nodes(lambda date: self.literal(date.isoformat(), datatype=day))

    def _term(self, name: str) -> Node:
        prefix, _, local_name = name.partition(":")
        return self.once(prefix, local_name)

    def _property(self, relation: str) -> Node:
        known = self.settings.relations.get(relation)
        return self.vocabulary["kg:" + (known.property if known else local(property_name(relation)))]

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
    """Terms as objects of Oxigraph.

    Examples
    --------
    >>> ObjectTerms(Settings({})).arabic("قمة").language
    'ar'
    """

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


# Names that need no escape after a prefix in Turtle (RDF 1.1 Turtle, PN_LOCAL has more).
_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*", re.ASCII)


class TextTerms(Terms):
    """Terms as text of N-Triples and N-Quads: every address in full, every literal typed.

    Strings have the escapes of JSON, which are escapes of RDF too (RDF 1.1 N-Triples, section 2.4).

    Examples
    --------
    >>> t = TextTerms(Settings({}))
    >>> t.actors["cairo"].decode(), t.arabic("قمة").decode()
    ('<https://w3id.org/kg-actors/id/actor/cairo>', '"قمة"@ar')
    """

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self._integer = b'"^^' + self.vocabulary["xsd:integer"]
        self._boolean = b'"^^' + self.vocabulary["xsd:boolean"]

    def once(self, prefix: str, name: str) -> Node:
        """Give a node by prefix and escaped name, without keeping it."""
        return f"<{self._bases[prefix]}{name}>".encode()

    def literal(self, value: str | int | bool, *, language: str | None = None, datatype: Node = None) -> Node:
        """Give a literal; its type is that of the value where none is given."""
        if isinstance(value, str):
            text = _quoted(value).encode(errors="replace")
            if language:
                return text + b"@" + language.encode()
            return text + b"^^" + datatype if datatype else text
        return self._other(value)

    def arabic(self, text: str) -> Node:
        """Give Arabic text."""
        return _quoted(text).encode(errors="replace") + b"@ar"

    def _other(self, value: int | bool) -> bytes:
        kind: bytes = self._boolean if isinstance(value, bool) else self._integer
        return f'"{value}'.lower().encode() + kind


class TurtleTerms(TextTerms):
    """Terms as text of Turtle and TriG: prefixed names, numbers and truth values as such.

    Examples
    --------
    >>> t = TurtleTerms(Settings({}))
    >>> t.actors["cairo"], t.numbers[7], t.literal(True)
    (b'actor:cairo', b'7', b'true')
    """

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.type = b"a"

    def once(self, prefix: str, name: str) -> Node:
        """Give a node by prefix and escaped name, without keeping it."""
        # Escaped names are ASCII, so that letters and digits are those of Turtle.
        plain = name.isalnum() or _PLAIN.fullmatch(name)
        return f"{prefix}:{name}".encode() if plain else super().once(prefix, name)

    def _other(self, value: int | bool) -> bytes:
        return f"{value}".lower().encode()
