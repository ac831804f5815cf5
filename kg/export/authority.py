"""What the authority list knows of actors that a data set does not carry: slanted names, country codes."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from kg.errors import LexiconError
from kg.export.base import KG

if TYPE_CHECKING:
    from kg.lexicon import Lexicon


def facts(lexicon: Lexicon, actors: Collection[str]) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """Look up names with a slant and country codes.

    Parameters
    ----------
    lexicon : Lexicon
    actors : collection of str
        Ids of the actors wanted.

    Returns
    -------
    (dict of str to tuple of str, dict of str to str)
        Names with a slant, and ISO 3166 alpha-3 codes, by actor id.

    Raises
    ------
    LexiconError
        Where an actor file is no Turtle.

    Examples
    --------
    >>> from kg.lexicon import load
    >>> facts(load(), ["turkey"])[1]
    {'turkey': 'TUR'}
    """
    from pyoxigraph import Literal, RdfFormat, parse

    loaded: dict[str, tuple[str, ...]] = {}
    countries: dict[str, str] = {}
    for path in (lexicon.directory / "actors.ttl", *lexicon.extra_actors):
        try:
            for triple in parse(path=path, format=RdfFormat.TURTLE):
                name = triple.predicate.value.removeprefix(KG)
                if name not in ("loadedName", "iso3") or not isinstance(triple.object, Literal):
                    continue
                actor = str(triple.subject).strip("<>").rpartition("/")[2]
                if actor not in actors:
                    continue
                if name == "loadedName":
                    loaded[actor] = (*loaded.get(actor, ()), triple.object.value)
                else:
                    countries[actor] = triple.object.value
        except SyntaxError as error:
            raise LexiconError(str(path), "", f"is no Turtle: {error}") from error
    return loaded, countries
