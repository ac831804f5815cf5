"""Speed of RDF: writing, reading, asking and validating a made-up graph of many claims.

Run as ``python benchmarks/rdf.py --claims 200000``; 60,400 claims are a million triples. Each figure of ours
stands beside that of rdflib on the same graph in the same run, with the ratio. Seconds are of processor time,
of all threads together, and by the clock. ``--rdflib-claims`` lets rdflib work on a smaller graph of the
same kind; its times are then scaled up linearly, and marked so.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from kg.corpus import relax_collector
from kg.export import Settings, write
from kg.graph import merge
from kg.lexicon import load
from kg.model import Actor, Claim, Dataset, Document, Extraction, Mention, Office, Status

T = TypeVar("T")


class Seconds(NamedTuple):
    """What an action took."""

    processor: float
    """Of all threads together; counts where others are at work too."""
    clock: float


CLAIMS_A_DOCUMENT = 10
STATUSES: tuple[Status, ...] = ("occurred", "occurred", "occurred", "planned", "possible", "negated")
QUOTE = (
    "أكد الناطق باسم الطرف {} خلال لقاء جمعه مع ممثل الطرف {} في العاصمة أن العمل المشترك سيستمر في العام {}."
)


def made_up(claims: int, seed: int = 1) -> Dataset:
    """Build a data set of so many claims: actors by Zipf's law, four in ten claims retold."""
    random.seed(seed)
    relations = list(load().relations)
    people = max(50, claims // 4)
    actors = tuple(
        Actor(f"x-{n:012x}", "person", f"الطرف {n}", f"Party {n}", (f"ط {n}",)) for n in range(people)
    )
    weights = [1 / (rank + 1) for rank in range(people)]
    documents = claims // CLAIMS_A_DOCUMENT
    parties = random.choices(range(people), weights, k=2 * claims)
    extractions = []
    happened: list[tuple[str, int, int, dt.date]] = []
    for number in range(documents):
        day = dt.date(2015, 1, 1) + dt.timedelta(days=number % 3650)
        doc = f"doc-{number:06d}"
        document = Document(
            doc, "", f"عنوان {number}", day, f"وكالة {number % 40}", f"https://example.org/{number}"
        )
        told, seen = [], set()
        for at in range(CLAIMS_A_DOCUMENT):
            one, other = parties.pop(), parties.pop()
            event = (random.choice(relations), one, other if other != one else (one + 1) % people, day)
            if happened and random.random() < 0.4:
                event = random.choice(happened[-200:])
            happened.append(event)
            relation, one, other, date = event
            quote, start = QUOTE.format(one, other, number), at * 200
            seen |= {one, other}
            told.append(
                Claim(
                    doc, relation, actors[one].id, actors[other].id, random.choice(STATUSES),
                    actors[0].id if at % 3 == 0 else None, date, actors[1].id if at % 4 == 0 else None,
                    "أكد", start, quote, start, start + len(quote),
                )
            )  # fmt: skip
        mentions = tuple(
            Mention(doc, actors[n].id, 7 * i, 7 * i + 5, actors[n].name_ar)
            for i, n in enumerate(sorted(seen))
        )
        office = Office(doc, actors[number % people].id, "الناطق", "spokesperson", None, False, 0, 6)
        extractions.append(Extraction(document, (), mentions[:4], tuple(told), (office,)))
    merged = merge(extractions)
    return Dataset(
        merged.documents,
        tuple(sorted(actors, key=lambda a: a.id)),
        merged.mentions,
        merged.events,
        merged.offices,
    )


def timed(action: Callable[[], T]) -> tuple[Seconds, T]:
    """Seconds that an action takes, and what it gives."""
    processor, clock = time.process_time(), time.perf_counter()
    result = action()
    return Seconds(time.process_time() - processor, time.perf_counter() - clock), result


def line(what: str, ours: Seconds, theirs: Seconds | None = None, scale: float = 1) -> None:
    """Print one figure, by processor time and by the clock, and how many times less it is than rdflib's."""
    beside = ""
    if theirs is not None:
        mark = "*" if scale != 1 else ""
        processor, clock = theirs.processor * scale, theirs.clock * scale
        beside = f"rdflib{mark} {processor:7.2f} s {clock:7.2f} s"
        beside += f"  {processor / ours.processor:6.1f} and {clock / ours.clock:6.1f} times"
    print(f"{what:44} {ours.processor:7.2f} s {ours.clock:7.2f} s  {beside}".rstrip(), flush=True)


def compare(dataset: Dataset, settings: Settings, folder: Path, small: Dataset, scale: float) -> None:
    """Write and read with both; ours first, so that its peak of memory is its own."""
    count, ours = _ours(dataset, settings, folder)
    print(f"{count:,} triples; peak memory so far {_peak():,.0f} MB")
    theirs = dict(zip(("write", "read"), _theirs(small, settings, folder), strict=True))
    for what, kind, seconds in ours:
        line(what, seconds, theirs[kind], scale)


def _ours(dataset: Dataset, settings: Settings, folder: Path) -> tuple[int, list[tuple[str, str, Seconds]]]:
    """Seconds of each thing that we do, with what of rdflib's it compares to; and the number of triples."""
    import pyoxigraph as ox

    from kg.export.terms import prefixes
    from kg.export.triples import triples

    found = []
    for form in ("turtle", "nquads", "ntriples"):
        seconds, _ = timed(lambda form=form: write(dataset, folder, [form], settings))  # type: ignore[misc]
        found.append((f"make the triples and write {form}", "write", seconds))
    store = ox.Store()
    seconds, _ = timed(lambda: store.bulk_extend(ox.Quad(*t) for t in triples(dataset, settings)))
    found.append(("make the triples into a store in memory", "read", seconds))
    names, default = prefixes(settings.base), ox.DefaultGraph()
    for name, syntax, options in (
        ("Turtle", ox.RdfFormat.TURTLE, {"from_graph": default, "prefixes": names}),
        ("N-Quads", ox.RdfFormat.N_QUADS, {}),
    ):
        seconds, _ = timed(lambda s=syntax, o=options: store.dump(folder / "o", s, **o))  # type: ignore[misc]
        found.append((f"write {name} from a store", "write", seconds))
    count, store = len(store), ox.Store()  # the large one is given up before others are filled
    for path in (folder / "graph.ttl", folder / "graph.nq"):
        seconds, parsed = timed(lambda p=path: sum(1 for _ in ox.parse(path=p)))  # type: ignore[misc]
        found.append((f"parse {path.name} ({parsed:,})", "read", seconds))
        seconds, _ = timed(lambda p=path: ox.Store().load(path=p))  # type: ignore[misc]
        found.append((f"load {path.name} into a store", "read", seconds))
    return count, found


def _theirs(dataset: Dataset, settings: Settings, folder: Path) -> tuple[Seconds, Seconds]:
    """Seconds in which rdflib writes Turtle and reads it."""
    import rdflib

    (path,) = write(dataset, folder / "small", ["ntriples"], settings)
    graph = rdflib.Graph().parse(path, format="nt")
    seconds_write, _ = timed(lambda: graph.serialize(folder / "theirs.ttl", format="turtle"))
    seconds_read, _ = timed(lambda: rdflib.Graph().parse(folder / "theirs.ttl", format="turtle"))
    return seconds_write, seconds_read


def _peak() -> float:
    """Peak of memory so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def questions(dataset: Dataset, settings: Settings) -> None:
    """Time each stock question on the most active actors, and validation."""
    from kg.query import Graph, stock, validate

    graph = Graph.of(dataset, settings)
    pairs = Counter((e.source_id, e.target_id) for e in dataset.events if e.source_id and e.target_id)
    (source, target), _ = pairs.most_common(1)[0]
    known = {
        "actor": source, "source": source, "target": target, "one": source, "other": target,
        "event": max(dataset.events, key=lambda e: len(e.claims)).id,
    }  # fmt: skip
    slowest = Seconds(0, 0)
    for question in stock():
        given = {p.name: str(known[p.name]) for p in question.parameters if p.required}
        seconds, answer = timed(lambda q=question, g=given: graph.ask(q.name, g))  # type: ignore[misc]
        slowest = max(slowest, seconds)
        line(f"  {question.name} ({len(answer):,} rows)", seconds)
    line(f"slowest stock question on {len(graph.store):,} triples", slowest)
    seconds, faults = timed(lambda: validate(graph))
    line(f"validate ({len(faults)} faults)", seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--claims", type=int, default=200_000)
    parser.add_argument("--rdflib-claims", type=int, help="claims of the graph that rdflib works on")
    parser.add_argument("--no-compare", action="store_true", help="questions and validation only")
    options = parser.parse_args()
    settings = Settings(load().relations)
    seconds, dataset = timed(lambda: made_up(options.claims))
    print(f"{'':44} processor   clock")
    line(f"make up and merge {options.claims:,} claims", seconds)
    print(f"{len(dataset.events):,} events, {len(dataset.documents):,} documents")
    relax_collector()  # as kg build does
    if not options.no_compare:
        size = min(options.rdflib_claims or options.claims, options.claims)
        small = dataset if size == options.claims else made_up(size)
        with tempfile.TemporaryDirectory() as folder:
            compare(dataset, settings, Path(folder), small, options.claims / size)
        if size != options.claims:
            print(f"* rdflib measured on {size:,} claims and scaled")
    questions(dataset, settings)
    print(f"peak memory {_peak():,.0f} MB")


if __name__ == "__main__":
    main()
