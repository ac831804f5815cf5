"""Which program an extraction was made with: a hash of all that it depends on besides the document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

# The rooms that an article goes through before it is an extraction, and what it and its state are made of.
_ROOMS = ("text", "lexicon", "actors", "relations")
_MODULES = ("model.py", "extract.py", "corpus/codec.py")
_ONTOLOGIES = ("relations.ttl", "cues.ttl", "titles.ttl", "actors.ttl")


def fingerprint(ontologies: Path, actors: Iterable[Path], recognizer: str, model: str | None) -> str:
    """Hash of the code, the ontologies and the recogniser that an extraction is made with.

    Parameters
    ----------
    ontologies : Path
        Their folder.
    actors : iterable of Path
        More actor files.
    recognizer : str
    model : str or None
        Of the recogniser; of a folder, names, sizes and times of its files count.

    Returns
    -------
    str
        Equal where equal documents give equal extractions, on any machine.

    Examples
    --------
    >>> from kg.lexicon import ontology_dir
    >>> rules = fingerprint(ontology_dir(), (), "rules", None)
    >>> rules == fingerprint(ontology_dir(), (), "camel", None)
    False
    """
    hashed = hashlib.blake2b(digest_size=16)
    for part in _parts(ontologies, actors, recognizer, model):
        hashed.update(len(part).to_bytes(8, "big") + part)
    return hashed.hexdigest()


def _parts(ontologies: Path, actors: Iterable[Path], recognizer: str, model: str | None) -> Iterator[bytes]:
    from importlib.metadata import version

    package = Path(__file__).parent.parent
    code = [package / name for name in _MODULES]
    code += [path for room in _ROOMS for path in sorted((package / room).rglob("*.py"))]
    for path in code:
        yield path.relative_to(package).as_posix().encode()
        yield path.read_bytes()
    for path in (*(ontologies / name for name in _ONTOLOGIES), *actors):
        yield path.name.encode()
        yield path.read_bytes()
    for library in ("camel-tools", "rensa"):  # which inflect the triggers and sketch the text
        yield f"{library} {version(library)}".encode()
    yield recognizer.encode()
    yield (model or "").encode()
    if model is not None and Path(model).is_dir():
        for path in sorted(p for p in Path(model).rglob("*") if p.is_file()):
            facts = path.stat()
            yield f"{path.relative_to(model).as_posix()} {facts.st_size} {facts.st_mtime_ns}".encode()
