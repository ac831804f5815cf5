"""Speed of reading articles on one core, by room.

    python benchmarks/extract.py [INPUT ...] [--limit N]

INPUT is anything that ``kg build`` reads; without it, the shipped examples are read over and over with fresh
ids. Prints articles, words and megabytes a second, and what share of the time each room takes: shares compare
between machines and days, seconds do not.
"""

from __future__ import annotations

import argparse
import itertools
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kg.actors import find_actors
from kg.corpus import read
from kg.lexicon import load
from kg.model import Document
from kg.relations import find_claims
from kg.text import parse

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def workload(inputs: list[str], limit: int) -> Iterator[Document]:
    """Yield ``limit`` documents, the inputs repeated as often as it takes."""
    documents = list(itertools.islice(read(inputs or [EXAMPLES], on_error=print), limit))
    for number in range(limit):
        document = documents[number % len(documents)]
        yield replace(document, id=f"{document.id}~{number}")


def measure(documents: Iterable[Document]) -> None:
    """Read the documents once and print what it took."""
    lexicon = load()
    find_claims(parse(Document("warm", "قال")), find_actors(parse(Document("warm", "قال")), lexicon), lexicon)
    seconds = {"text": 0.0, "actors": 0.0, "relations": 0.0}
    articles = words = size = claims = 0
    for document in documents:
        start = time.perf_counter()
        text = parse(document)
        parsed = time.perf_counter()
        reading = find_actors(text, lexicon)
        found = time.perf_counter()
        claims += len(find_claims(text, reading, lexicon))
        seconds["relations"] += time.perf_counter() - found
        seconds["actors"] += found - parsed
        seconds["text"] += parsed - start
        articles += 1
        words += sum(t.kind == "word" for t in text.tokens)
        size += len(document.text.encode())
    total = sum(seconds.values())
    print(f"{articles} articles, {words / articles:.0f} words each, {claims} claims in {total:.1f} s")
    rates = f"{articles / total:.0f} articles, {words / total:.0f} words, {size / total / 1e6:.2f} MB"
    print(f"{rates} a second on one core")
    print(f"{words / total / 300:.0f} articles of 300 words a second")
    print("   ".join(f"{room} {spent / total:.0%}" for room, spent in seconds.items()))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("inputs", nargs="*")
    parser.add_argument("--limit", type=int, default=1000)
    arguments = parser.parse_args()
    measure(workload(arguments.inputs, arguments.limit))
