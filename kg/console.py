"""What the command line shows: progress and skipped inputs while it works, a summary when it is done."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from kg.errors import InputError, KgError
from kg.model import Dataset, Relation

if TYPE_CHECKING:
    from rich.progress import Progress

    from kg.corpus.incremental import Changes

_MESSAGES_SHOWN = 50


class Watch:
    """Shows how far a build has got, on standard error, and counts what it skips.

    The bar appears on a terminal only; messages always do, up to a number.

    Parameters
    ----------
    total : int
        Bytes to read; 0 where unknown.
    """

    def __init__(self, total: int) -> None:
        self.skipped = 0
        self._done = 0
        self._unread = ""
        self._total = total
        self._bar: Progress | None = None

    def __enter__(self) -> Watch:
        if sys.stderr.isatty():
            self._bar = _bar()
            self._bar.start()
            self._task = self._bar.add_task("reading", total=self._total or None, articles=0)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
        if self.skipped > _MESSAGES_SHOWN:
            print(f"kg: ... and {self.skipped - _MESSAGES_SHOWN} more were skipped", file=sys.stderr)

    def read(self, size: int) -> None:
        """Note that so many bytes were read."""
        if self._bar is not None:
            self._bar.advance(self._task, size)

    def count(self) -> None:
        """Count an article that is done."""
        self._done += 1
        if self._bar is not None:
            self._bar.update(self._task, articles=self._done)

    def skip(self, error: KgError) -> None:
        """Count an input that was skipped, and say why."""
        self.skipped += 1
        if isinstance(error, InputError) and error.line is None:
            self._unread = self._unread or error.source
        if self.skipped > _MESSAGES_SHOWN:
            return
        if self._bar is not None:
            self._bar.console.print(f"kg: skipped {error}", markup=False, highlight=False, soft_wrap=True)
        else:
            print(f"kg: skipped {error}", file=sys.stderr)

    def may_prune(self) -> bool:
        """Tell whether what was not seen is gone; not so where a whole input could not be read."""
        if self._unread:
            problem = f"{self._unread} could not be read, and its articles may still be there"
            print(f"kg: nothing was dropped by --prune: {problem}", file=sys.stderr)
        return not self._unread


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            articles, seconds = task.fields["articles"], task.elapsed or 0
            rate = f", {articles / seconds:.0f} a second" if seconds > 1 else ""
            return Text(f"{articles} articles{rate}")

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        Rate(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


def summary(
    dataset: Dataset,
    relations: Mapping[str, Relation],
    files: Sequence[Path],
    skipped: int = 0,
    changes: Changes | None = None,
) -> str:
    """Say what was found, what was skipped, and which file to open first.

    Parameters
    ----------
    dataset : Dataset
    relations : mapping of str to Relation
        For the groups of relations.
    files : sequence of Path
        What was written.
    skipped : int
        Inputs that were not read.
    changes : Changes, optional
        What is new against an earlier build into the same folder; told where there was one.

    Returns
    -------
    str
        A few lines.

    Examples
    --------
    >>> print(summary(Dataset((), (), (), ()), {}, []), end="")
    documents  0
    actors     0
    events     0
    """
    from kg.view import outside_first_view

    claims = [claim for event in dataset.events for claim in event.claims]
    groups = Counter(relations[e.relation].group if e.relation in relations else "?" for e in dataset.events)
    lines = [
        ("documents", _documents(len(dataset.documents), skipped, changes)),
        ("actors", _total(len(dataset.actors), Counter(actor.type for actor in dataset.actors))),
        ("events", _total(len(dataset.events), groups)),
    ]
    if claims:
        lines.append(("claims", _total(len(claims), Counter(claim.status for claim in claims))))
    undated = sum(document.date is None for document in dataset.documents)
    if undated:
        hint = f"{undated} documents have no date, so أمس and the like stay undated: give --date"
        lines.append(("note", hint))
    if files:
        lines.append(("written", f"{files[0].parent}: {' '.join(sorted(path.name for path in files))}"))
        pages = [path for path in files if path.suffix == ".html"]
        tables = [path for path in files if path.name == "events.csv"]
        if pages and (outside := outside_first_view(dataset)):
            hint = f"the page at first leaves out {outside} actors; search, filters and Show more bring them"
            lines.append(("note", hint))
        lines.append(("open first", str((pages or tables or list(files))[0])))
    return "".join(f"{name:<11}{text}\n" for name, text in lines)


def _documents(total: int, skipped: int, changes: Changes | None) -> str:
    """Write how many there are, which of them this build read, and how many it could not."""
    text = str(total)
    if changes is not None and changes.new < total + changes.dropped:
        parts = [(changes.new, "new"), (changes.again, "read again"), (changes.dropped, "dropped")]
        told = [f"{total - changes.new - changes.again} as before"]
        text += f" ({', '.join([*(f'{n} {what}' for n, what in parts if n), *told])})"
    return text + (f", {skipped} skipped" if skipped else "")


def _total(total: int, parts: Mapping[str, int]) -> str:
    """Write a number with its parts, the largest first."""
    ordered = sorted(parts.items(), key=lambda part: (-part[1], part[0]))
    return f"{total} ({', '.join(f'{number} {name}' for name, number in ordered)})" if ordered else str(total)


def pairs(options: Iterable[str], name: str) -> dict[str, str]:
    """Read options of the form ``key=value``; several may stand in one, with commas between.

    Parameters
    ----------
    options : iterable of str
    name : str
        Of the option, for the message.

    Returns
    -------
    dict of str to str

    Raises
    ------
    KgError
        Where one has no ``=``.

    Examples
    --------
    >>> pairs(["text=body,date=day"], "--columns")
    {'text': 'body', 'date': 'day'}
    """
    found = {}
    for option in options:
        for part in option.split(","):
            key, sign, value = part.partition("=")
            if not sign or not key.strip() or not value.strip():
                raise KgError(f"{name} {part!r}: write it as name=value")
            found[key.strip()] = value.strip()
    return found
