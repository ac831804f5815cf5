r"""Articles in, extractions out: the readers of every kind of input, and the runner over processes.

Each kind of file has one small module with a generator of :class:`~kg.corpus.records.Record`; :mod:`read`
finds the files, makes documents of the records and keeps order and limits; :mod:`runner` applies the
extractor to them. A build into a folder keeps what it read there (:mod:`state`), so that the next one reads
only what is new or changed (:mod:`incremental`).

What a document holds: a record's strings (JSON, CSV, Parquet) are kept code point for code point; a plain
text file is read as text, so its byte-order mark is dropped and its line endings become ``\n``. Where there
is a title, the document's text is the title, an empty line, and the body. Offsets count in that.
"""

from __future__ import annotations

from kg.corpus.inputs import measure
from kg.corpus.read import read
from kg.corpus.runner import ExtractionError, Setup, WorkerError, relax_collector, run

__all__ = ["ExtractionError", "Setup", "WorkerError", "measure", "read", "relax_collector", "run"]
