"""Reading the ontologies: Turtle into plain look-ups, with errors that name the file and the place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.errors import LexiconError

KG = "https://w3id.org/kg-actors/ontology#"
NAMESPACES = {
    "": KG,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "owl": "http://www.w3.org/2002/07/owl#",
}
"""Of the names of properties, by prefix."""
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class Facts:
    """The triples of one file, in the order written.

    Parameters
    ----------
    path : Path
        A Turtle file.

    Raises
    ------
    LexiconError
        Where the file cannot be read, or is no Turtle; it names the line.

    Examples
    --------
    >>> from kg.lexicon import ontology_dir
    >>> facts = Facts(ontology_dir() / "relations.ttl")
    >>> subject = next(facts.of_type("RelationType"))
    >>> facts.text(subject, "skos:prefLabel", "en"), facts.text(subject, "symmetric")
    ('met with', 'true')
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._facts: dict[str, dict[str, list[Term]]] = {}
        try:
            for triple in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                about = self._facts.setdefault(_key(triple.subject), {})
                about.setdefault(triple.predicate.value, []).append(triple.object)
        except OSError as error:
            raise LexiconError(str(path), "", f"cannot be read ({error.strerror or error})") from error
        except SyntaxError as error:
            raise LexiconError(f"{path}:{error.lineno}", "", f"is not valid Turtle: {error.msg}") from error

    def of_type(self, name: str) -> Iterator[str]:
        """Subjects of the class ``kg:name``.

        Parameters
        ----------
        name : str

        Yields
        ------
        str
            Their addresses; of a node without one, its name behind ``_:``.

        Examples
        --------
        >>> from kg.lexicon import ontology_dir
        >>> facts = Facts(ontology_dir() / "relations.ttl")
        >>> subject = next(facts.of_type("RelationType"))
        >>> shorten(subject)
        'relation:met-with'
        """
        for subject, about in self._facts.items():
            if any(_key(o) == KG + name for o in about.get(RDF_TYPE, ())):
                yield subject

    def texts(self, subject: str, name: str, lang: str | None = None) -> tuple[str, ...]:
        """Literals of a property, in the order written; only those in ``lang`` where it is given.

        Parameters
        ----------
        subject, name : str
            The subject as of :meth:`of_type`; the name with a prefix of :data:`NAMESPACES`, or none.
        lang : str, optional

        Returns
        -------
        tuple of str

        Raises
        ------
        LexiconError
            Where a value is no literal.

        Examples
        --------
        >>> from kg.lexicon import ontology_dir
        >>> facts = Facts(ontology_dir() / "relations.ttl")
        >>> subject = next(facts.of_type("RelationType"))
        >>> facts.texts(subject, "skos:prefLabel", "en"), facts.texts(subject, "nothing")
        (('met with',), ())
        """
        found = []
        for value in self._objects(subject, name):
            if not isinstance(value, ox.Literal):
                raise self.fault(subject, f"{name} should be text, and is {value}")
            if lang is None or value.language == lang:
                found.append(value.value)
        return tuple(found)

    def text(self, subject: str, name: str, lang: str | None = None, *, required: bool = False) -> str:
        """Return the one literal of a property, or an empty string.

        Parameters
        ----------
        subject, name : str
        lang : str, optional
        required : bool

        Returns
        -------
        str

        Raises
        ------
        LexiconError
            Where there is more than one, or none and it is required.

        Examples
        --------
        >>> from kg.lexicon import ontology_dir
        >>> facts = Facts(ontology_dir() / "relations.ttl")
        >>> subject = next(facts.of_type("RelationType"))
        >>> facts.text(subject, "skos:prefLabel", "en"), facts.text(subject, "nothing")
        ('met with', '')
        """
        found = self.texts(subject, name, lang)
        if len(found) > 1:
            raise self.fault(subject, f"has {len(found)} values of {name}; write one")
        if required and not found:
            language = f" in @{lang}" if lang else ""
            raise self.fault(subject, f"lacks {name}{language}; add it")
        return found[0] if found else ""

    def links(self, subject: str, name: str) -> tuple[str, ...]:
        """Nodes that a property points to.

        Parameters
        ----------
        subject, name : str

        Returns
        -------
        tuple of str

        Examples
        --------
        >>> from kg.lexicon import ontology_dir
        >>> facts = Facts(ontology_dir() / "relations.ttl")
        >>> subject = next(facts.of_type("RelationType"))
        >>> [shorten(link) for link in facts.links(subject, "property")]
        ['ontology:metWith']
        """
        return tuple(_key(o) for o in self._objects(subject, name) if not isinstance(o, ox.Literal))

    def fault(self, subject: str, problem: str) -> LexiconError:
        """Make the error for a fault of one subject.

        Parameters
        ----------
        subject, problem : str

        Returns
        -------
        LexiconError
            Not raised; it names the file and the subject.

        Examples
        --------
        >>> from kg.lexicon import ontology_dir
        >>> facts = Facts(ontology_dir() / "relations.ttl")
        >>> subject = next(facts.of_type("RelationType"))
        >>> "met-with" in str(facts.fault(subject, "has two labels"))
        True
        """
        return LexiconError(str(self.path), shorten(subject), problem)

    def _objects(self, subject: str, name: str) -> list[Term]:
        prefix, _, local = name.rpartition(":")
        return self._facts.get(subject, {}).get(NAMESPACES[prefix] + local, [])


def _key(node: Term) -> str:
    if isinstance(node, ox.BlankNode):
        return "_:" + node.value
    return str(node.value) if isinstance(node, ox.NamedNode) else ""


def shorten(iri: str) -> str:
    """Last part of an IRI, after its namespace.

    Parameters
    ----------
    iri : str

    Returns
    -------
    str
        With the last part of the namespace before it.

    Examples
    --------
    >>> shorten("https://w3id.org/kg-actors/ontology/relation/met-with")
    'relation:met-with'
    """
    head, _, local = iri.replace("#", "/").rpartition("/")
    return f"{head.rpartition('/')[2]}:{local}" if head else iri
