"""What the fuzzers call: bytes to a file or an article, and what must hold of it."""

from __future__ import annotations

import datetime as dt
import tempfile
import time
from functools import cache
from pathlib import Path

from kg.corpus import read
from kg.errors import InputError
from kg.extract import extract
from kg.graph import merge
from kg.lexicon import load
from kg.model import Document
from tests.checks import check_exports, check_offsets
from tests.corpus.test_hostile_input import SAMPLES
from tests.relations.test_coverage import TABLES

KINDS = (
    "a.txt", "a.jsonl", "a.json", "a.csv", "a.tsv", "a.html", "a.xml", "a.txt.gz", "a.jsonl.zst", "a.parquet",
)  # fmt: skip
MARKS = [
    *(" " * 40), "، ", ". ", ".", ": ", ": «", "\n", "\n\n", "«", "»", '"', "“", "”", "(", ")", " - ", "؟",
    " ـ ", "=", "/", "\u200f", "ـ", "و", "ل", "ب", "ف", "ال", "\u064b", "\u0651", "24", "2024", "\u200d",
    "<script>",
]  # fmt: skip
#: Seconds for 10 kB.
SLOWEST = 1.0


@cache
def pieces() -> tuple[str, ...]:
    """Words of the sentences that the tests read, and names of the authority list."""
    words = {word for table in TABLES for case in table.ROWS for word in case.values[0].text.split()}
    names = {e.actor.name_ar for e in load().actors.entries.values()}
    return (*sorted(words), *sorted(names))


@cache
def _ready() -> None:
    """Load what is loaded once, so that it is not measured."""
    extract(Document("d", "التقى وزير الخارجية المصري نظيره الأردني في عمّان أمس."), load())
    with tempfile.TemporaryDirectory() as folder:
        for name in KINDS:
            path = Path(folder, name)
            path.write_bytes(SAMPLES[0])
            list(read([path], on_error=lambda error: None))


def text_of(data: bytes) -> str:
    """Read bytes as a text: UTF-8 after an odd first byte, else three bytes for a word and a mark."""
    if data[:1] and data[0] % 2:
        return data[1:].decode("utf-8", "ignore")
    known = pieces()
    parts = []
    for i in range(1, len(data) - 2, 3):
        number, mark = data[i] << 8 | data[i + 1], data[i + 2]
        parts += [known[number % len(known)], MARKS[mark % len(MARKS)]]
    return "".join(parts)


def document_of(data: bytes) -> Document:
    """Read bytes as an article; some have a title, a day, an outlet, an odd id."""
    head = data[0] if data else 0
    text = text_of(data)
    title = text.partition("\n\n")[0].strip() if head & 2 else ""
    if not text.startswith(f"{title}\n\n"):
        title = ""
    day = dt.date(1900 + head, 1 + head % 12, 1 + head % 28) if head & 4 else None
    return Document(text[:9].strip() or "d", text, title, day, text[9:20] if head & 8 else "", text[:30])


def extractor(data: bytes) -> None:
    """Read any text; offsets are valid, and it takes no longer than it may."""
    _ready()
    document = document_of(data)
    begin = time.process_time()
    extraction = extract(document, load())
    taken = time.process_time() - begin
    allowed = SLOWEST * max(1.0, len(document.text.encode()) / 10_000)
    assert taken < allowed, f"{taken:.1f} s for {len(document.text)} characters"
    check_offsets(extraction)


def readers(data: bytes) -> None:
    """Read any file of any kind: documents or messages come of it, and nothing else."""
    _ready()
    name, content = KINDS[data[0] % len(KINDS) if data else 0], data[1:]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        errors: list[InputError] = []
        begin = time.process_time()
        documents = list(read([path], on_error=errors.append))
        taken = time.process_time() - begin
    assert taken < SLOWEST * max(1.0, len(content) / 10_000), f"{taken:.1f} s for {len(content)} bytes"
    assert documents or errors
    for document in documents:
        assert document.text.startswith(document.title)
        document.text.encode()
        document.id.encode()
    for error in errors:
        assert str(error).startswith(folder)
        assert "\n" not in str(error)


def exports(data: bytes) -> None:
    """Build a graph of one or two articles; every text format that is written can be read."""
    half = len(data) // 2
    documents = [document_of(data[:half]), document_of(data[half:])]
    made = {d.id: extract(d, load()) for d in documents if d.text.strip()}
    with tempfile.TemporaryDirectory() as folder:
        check_exports(merge(list(made.values()), relations=load().relations), Path(folder))


TARGETS = {"extractor": extractor, "readers": readers, "exports": exports}


def seeds(target: str) -> list[bytes]:
    """Inputs to begin from."""
    if target == "readers":
        return [bytes([kind]) + sample for kind in range(len(KINDS)) for sample in SAMPLES]
    texts = [case.values[0].text for table in TABLES for case in table.ROWS]
    return [bytes([1 + 2 * (number % 8)]) + text.encode() for number, text in enumerate(texts)]
