"""What holds for any text whatever, checked by the tests and by the fuzzers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kg.export import FORMATS, Settings, write
from kg.export.tables import read_csv
from kg.export.triples import triples
from kg.lexicon import load
from kg.model import Dataset, Extraction


def check_offsets(extraction: Extraction) -> None:
    """Fail where what was extracted cannot be found again in the document."""
    document = extraction.document
    actors = [a.id for a in extraction.actors]
    assert len(set(actors)) == len(actors)
    for mention in extraction.mentions:
        assert mention.actor_id in actors
        assert mention.text == document.text[mention.start : mention.end] != ""
    for office in extraction.offices:
        assert office.holder_id in actors
        assert office.body_id is None or office.body_id in actors or office.body_id in load().actors.entries
        assert office.title.split()[-1].removeprefix("ا") in document.text[office.start : office.end]
    for claim in extraction.claims:
        assert claim.doc_id == document.id
        assert claim.sentence == document.text[claim.start : claim.end] != ""
        trigger_end = claim.trigger_start + len(claim.trigger)
        assert claim.start <= claim.trigger_start < trigger_end <= claim.end
        assert claim.trigger == document.text[claim.trigger_start : trigger_end]
        named = {claim.source_id, claim.target_id, claim.attributed_to, claim.place_id} - {None}
        assert named <= set(actors)
        assert claim.source_id is not None or claim.target_id is not None
        assert claim.source_id != claim.target_id
        assert claim.relation in load().relations
        assert claim.status in ("occurred", "planned", "possible", "negated")


def _rdf(dataset: Dataset, path: Path, settings: Settings) -> None:
    import pyoxigraph as ox

    read = {ox.Triple(*list(quad)[:3]) for quad in ox.parse(path=path)}
    assert read == set(triples(dataset, settings))


def _network(dataset: Dataset, path: Path, settings: Settings) -> None:
    import networkx as nx

    graph = nx.read_graphml(path) if path.suffix == ".graphml" else nx.read_gexf(path)
    assert set(graph) >= {x for e in dataset.events for x in (e.source_id, e.target_id) if x}


def _lines(dataset: Dataset, path: Path, settings: Settings) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines.pop() == ""
    if path.suffix == ".jsonl":
        assert all(json.loads(line)["id"] for line in lines)
    else:
        assert {line.count("\t") for line in lines} == {lines[0].count("\t")}


def _tables(dataset: Dataset, path: Path, settings: Settings) -> None:
    assert read_csv(path.parent) == dataset


_READERS: dict[str, Callable[[Dataset, Path, Settings], Any]] = {
    ".csv": _tables,
    ".ttl": _rdf,
    ".nt": _rdf,
    ".nq": _rdf,
    ".trig": _rdf,
    ".jsonld": _rdf,
    ".graphml": _network,
    ".gexf": _network,
    ".tsv": _lines,
    ".jsonl": _lines,
}


def check_exports(dataset: Dataset, folder: Path) -> None:
    """Fail where a text format that was written does not read as what was written."""
    settings = Settings(load().relations)
    for path in write(
        dataset, folder, [n for n in FORMATS if n not in ("parquet", "store", "parts")], settings
    ):
        if path.suffix != ".csv" or path.name == "events.csv":
            _READERS[path.suffix](dataset, path, settings)
