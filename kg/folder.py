"""A build into a folder: read what is new or changed, join it with what is known, write the files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.api import KnowledgeGraph
from kg.errors import KgError
from kg.export import DATA, Settings
from kg.export.files import remove_left_over

if TYPE_CHECKING:
    from kg.console import Watch
    from kg.corpus.incremental import Changes
    from kg.lexicon import Lexicon
    from kg.model import Dataset

CLUSTER_FORMATS = ("csv", "parts")
"""What a build on a cluster writes where nothing else is asked for: no file that has to be read whole."""


def build_into(
    out: Path,
    inputs: Iterable[str | Path],
    lexicon: Lexicon,
    *,
    formats: Sequence[str],
    watch: Watch,
    recognizer: str = "rules",
    model: str | None = None,
    base: str | None = None,
    workers: int = 1,
    scheduler: str | None = None,
    prune: bool = False,
    judgements: Path | None = None,
    **options: Any,
) -> tuple[Dataset, list[Path], Changes]:
    """Bring a folder up to date with the articles of an input.

    Killed at any moment, the next call ends with exactly the files that this one would have written.

    Parameters
    ----------
    out : Path
    inputs : iterable of str or Path
    lexicon : Lexicon
    formats : sequence of str
        As for :meth:`kg.KnowledgeGraph.save`.
    watch : Watch
        Told of progress and of what is skipped.
    recognizer, model : str
        Who finds names.
    base : str, optional
        Namespace of the data in RDF.
    workers : int
        Processes.
    scheduler : str, optional
        Address of a Dask cluster to read on.
    prune : bool
        Drop the articles of earlier builds that the input no longer has.
    judgements : Path, optional
        What persons decided about who is who; where not given, what is kept in the folder.
    **options
        Passed on to :func:`kg.corpus.read`.

    Returns
    -------
    (Dataset, list of Path, Changes)
        What the folder holds now, the files written, and what is new.

    Raises
    ------
    KgError
        Where there is nothing to read, the folder cannot be written, or another build works on it.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from kg.console import Watch
    >>> from kg.lexicon import load
    >>> with TemporaryDirectory() as folder:
    ...     article = Path(folder, "article.txt")
    ...     _ = article.write_text("زار وزير الخارجية المصري سامح شكري الأردن.", "utf-8")
    ...     out = Path(folder, "out")
    ...     dataset, files, changes = build_into(out, [article], load(), formats=["csv"], watch=Watch(0))
    >>> len(dataset.events), changes.new, "events.csv" in [file.name for file in files]
    (1, 1, True)
    """
    from kg import corpus
    from kg.corpus.incremental import renew, update
    from kg.corpus.state import opened
    from kg.graph import merge
    from kg.graph.judgements import judged_in

    _check_folder(out)
    judged = judged_in(out, judgements)
    Settings({}, base or DATA)  # which says where it is no namespace
    setup = corpus.Setup.of(lexicon, recognizer, model)
    with opened(out) as state:
        remove_left_over(out)
        with watch:
            documents = corpus.read(inputs, on_error=watch.skip, on_bytes=watch.read, **options)
            changes = update(
                state, documents, setup, workers=workers, scheduler=scheduler, on_error=watch.skip,
                on_done=watch.count,
            )  # fmt: skip
            if not changes.seen:
                raise KgError("nothing was written: there is no article to read")
            if prune and watch.may_prune():
                changes.dropped = state.drop_unseen()
            changes.again += renew(state, setup, workers=workers, scheduler=scheduler, on_error=watch.skip)
            state.commit()
        dataset = merge(state.extractions(), judgements=judged, lexicon=lexicon)
        files = KnowledgeGraph(dataset, lexicon, base=base).save(out, formats)
    return dataset, files, changes


def _check_folder(out: Path) -> None:
    """Tell of a folder that cannot be written before the work and not after it."""
    if out.exists() and not out.is_dir():
        raise KgError(f"{out}: a file stands where the output folder is to be: choose another name with -o")
    nearest = next((folder for folder in (out, *out.absolute().parents) if folder.exists()), Path("/"))
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise KgError(f"{out}: no permission to write in {nearest}: choose another folder with -o")
