"""Names that are code, markup, formulas or broken lines: what a reader of each format gets to see."""

from __future__ import annotations

import csv
import dataclasses
import html
import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import pyoxigraph as ox
import pytest

import tests.factories as f
from kg.export import FORMATS, Settings, write
from kg.export.coded import cell
from kg.export.network_files import clean
from kg.export.tables import unguard
from kg.model import Claim, Dataset, Event
from kg.view import page
from tests.export.strategies import HARD

MARKUP = [
    '"><img src=x onerror=alert(1)>',
    "</script><script>alert(1)</script>",
    "javascript:alert(1)",
    "<!--",
]
NAMES = [*HARD, *MARKUP]
SETTINGS = Settings(f.RELATIONS, countries={"northland": "NTH"})
RUNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
NUMBER = re.compile(r"-?\d+\.\d+")


plain = cache(f.dataset)


def named(number: int, name: str) -> Dataset:
    """Data in which every text is the name, and ids hold it too."""
    made = plain()
    # Ids of actors are made by us or stand in an address; those of documents are anybody's.
    ids: dict[str | None, str | None] = {a.id: f"{number} {clean(name)} {a.id}" for a in made.actors}

    def document(old: str) -> str:
        return f"{name} {number} {old}"

    def renamed(item: Any) -> Any:
        """Give the actors in an event, claim or office their new ids."""
        fields = ("source_id", "target_id", "attributed_to", "place_id", "holder_id", "body_id")
        return dataclasses.replace(item, **{x: ids.get(getattr(item, x)) for x in fields if hasattr(item, x)})

    def claims(event: Event) -> tuple[Claim, ...]:
        return tuple(
            dataclasses.replace(renamed(c), doc_id=document(c.doc_id), sentence=name, trigger=name)
            for c in event.claims
        )

    return Dataset(
        tuple(
            dataclasses.replace(d, id=document(d.id), title=name, outlet=name, url=name)
            for d in made.documents
        ),
        tuple(
            dataclasses.replace(a, id=ids[a.id], name_ar=name, name_en=name, aliases=(name,))
            for a in made.actors
        ),
        tuple(
            dataclasses.replace(m, doc_id=document(m.doc_id), actor_id=ids[m.actor_id], text=name)
            for m in made.mentions
        ),
        tuple(dataclasses.replace(renamed(e), id=f"{number}{e.id}", claims=claims(e)) for e in made.events),
        tuple(dataclasses.replace(renamed(o), doc_id=document(o.doc_id), title=name) for o in made.offices),
    )


def all_named(names: Iterable[str]) -> Dataset:
    """Data with every name."""
    parts = [named(number, name) for number, name in enumerate(names)]
    columns = zip(*((p.documents, p.actors, p.mentions, p.events, p.offices) for p in parts), strict=True)
    return Dataset(*(tuple(chain.from_iterable(column)) for column in columns))


def from_csv(folder: Path) -> Iterator[str]:
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                assert not [c for c in row if c.startswith(RUNS)]
                yield from map(unguard, row)


def from_tsv(folder: Path) -> Iterator[str]:
    (path,) = folder.glob("*.tsv")
    header, *lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    assert lines
    for line in lines:
        cells = line.split("\t")
        assert len(cells) == len(header.split("\t"))
        assert not [c for c in cells if c.startswith(RUNS) and not NUMBER.fullmatch(c)]
        yield from map(unguard, cells)


def from_parquet(folder: Path) -> Iterator[str]:
    pytest.importorskip("pyarrow")
    for path in folder.rglob("*.parquet"):
        yield from pd.read_parquet(path).astype(str).to_numpy().ravel()


def from_rdf(folder: Path) -> Iterator[str]:
    for path in (p for p in folder.rglob("graph*") if p.is_file()):
        for quad in ox.parse(path=path):
            assert " " not in quad.subject.value
            yield quad.object.value


def from_parts(folder: Path) -> Iterator[str]:
    yield from from_parquet(folder)
    for path in folder.rglob("*.nq"):
        list(ox.parse(path=path))


def from_store(folder: Path) -> Iterator[str]:
    store = ox.Store.read_only(str(folder / "graph.oxigraph"))
    yield from (quad.object.value for quad in store)


def from_network(read: Callable[[Path], nx.MultiDiGraph], name: str) -> Callable[[Path], Iterator[str]]:
    def texts(folder: Path) -> Iterator[str]:
        for _, data in read(folder / name).nodes(data=True):
            yield from (v for v in data.values() if isinstance(v, str))

    return texts


def from_json_lines(folder: Path) -> Iterator[str]:
    (path,) = folder.glob("*.jsonl")
    for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        record = json.loads(line)
        yield from (record["text"], *(party["actorText"] for party in record["source"]))


READERS: dict[str, Callable[[Path], Iterator[str]]] = {
    "csv": from_csv,
    "parquet": from_parquet,
    "turtle": from_rdf,
    "ntriples": from_rdf,
    "nquads": from_rdf,
    "trig": from_rdf,
    "jsonld": from_rdf,
    "store": from_store,
    "graphml": from_network(nx.read_graphml, "graph.graphml"),
    "gexf": from_network(nx.read_gexf, "graph.gexf"),
    "polecat": from_tsv,
    "plover": from_json_lines,
    "dyads": from_tsv,
    "parts": from_parts,
}
XML, TSV = {"graphml", "gexf"}, {"polecat", "dyads"}


def kept(form: str, name: str) -> str:
    """What a format can hold of a name."""
    if form in XML:
        return clean(name).replace("\r\n", "\n").replace("\r", "\n")
    return cell(name) if form in TSV else name


def test_every_format_has_a_reader_here() -> None:
    assert READERS.keys() == FORMATS.keys()


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_names_are_read_as_they_are(tmp_path: Path, form: str) -> None:
    paths = write(all_named(NAMES), tmp_path / "out", [form], SETTINGS)
    assert {p.parent for p in paths} == {tmp_path / "out"}
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    texts = set(READERS[form](tmp_path / "out"))
    assert [name for name in NAMES if kept(form, name) and kept(form, name) not in texts] == []


class Tags(HTMLParser):
    """The elements, handlers and addresses that a browser sees."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.handlers: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.handlers += [key for key, _ in attrs if key.startswith("on")]
        self.addresses += [value or "" for key, value in attrs if key in ("href", "src", "action")]


def seen(text: str) -> Tags:
    tags = Tags()
    tags.feed(text)
    return tags


def test_the_page_gets_no_element_from_a_name() -> None:
    hostile = page(all_named(NAMES), f.RELATIONS)
    tags = seen(hostile)
    harmless = seen(page(all_named("قال" for _ in NAMES), f.RELATIONS))
    assert sorted(tags.elements) == sorted(harmless.elements)
    assert tags.handlers == []
    assert [a for a in tags.addresses if not a.startswith(("#", "https://", "data:,"))] == []
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', hostile)[1])  # type: ignore[index]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    found = re.search(r'<script type="application/json" id="kg-data">(.*?)</script>', hostile, re.S)
    assert found is not None
    data = json.dumps(json.loads(found[1]))
    assert [name for name in NAMES if json.dumps(name)[1:-1] not in data] == []
