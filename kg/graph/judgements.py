"""What persons decided about who is who: a file of judgements that every build applies."""

from __future__ import annotations

import dataclasses
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kg.errors import KgError
from kg.graph.events import content_id
from kg.graph.renaming import renamed
from kg.model import Extraction

KEPT = "judgements.jsonl"
"""Judgements in the folder built into; every build into it applies them."""


class JudgementError(KgError):
    """A line of a judgement file is not one.

    Parameters
    ----------
    path : Path
    line : int
        Number of the line, from 1; 0 for the whole file.
    problem : str

    Examples
    --------
    >>> str(JudgementError(Path("judged.jsonl"), 3, "lacks who")).partition(";")[0]
    'judged.jsonl:3: lacks who'
    """

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(
            f"{path}:{line}: {problem}; write one JSON object a line with left, right, judgement"
            ' ("same", "different" or "undone"), who and when'
        )


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided about two actors.

    Parameters
    ----------
    left, right : str
        Actor ids, as in ``actors.csv`` and ``same.csv``. ``x-12@article-7`` is the actor x-12 of that
        document alone: where two persons bear one name, "different" from x-12 makes it one of its own.
    judgement : {'same', 'different', 'undone'}
        ``undone`` takes back what was decided before.
    who, when : str
        Who decided it, and when (``2024-06-25``).

    Examples
    --------
    >>> Judgement("x-1", "x-2", "different", "N", "2024-06-25").judgement
    'different'
    """

    left: str
    right: str
    judgement: Literal["same", "different", "undone"]
    who: str
    when: str


def load_judgements(path: Path | str) -> tuple[Judgement, ...]:
    """Read a judgement file: JSON lines with left, right, judgement, who and when.

    Of two judgements about one pair the one further down holds. To undo a judgement, delete its line or write
    one further down that says "undone". Lines with an empty judgement are questions not yet answered.

    Parameters
    ----------
    path : Path or str

    Returns
    -------
    tuple of Judgement

    Raises
    ------
    JudgementError
        Where the file cannot be read or a line is not a judgement.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> line = '{"left": "x-1", "right": "x-2", "judgement": "same", "who": "N", "when": "2024-06-25"}'
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "judged.jsonl").write_text(line)
    ...     load_judgements(Path(folder, "judged.jsonl"))[0].judgement
    'same'
    """
    path = Path(path)
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise JudgementError(path, 0, f"cannot be read ({error})") from error
    latest: dict[tuple[str, str], Judgement] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            judgement = _judgement(path, number, line)
            if judgement is None:
                continue
            pair = ordered(judgement.left, judgement.right)
            latest.pop(pair, None)
            if judgement.judgement != "undone":
                latest[pair] = judgement
    return tuple(latest.values())


def _judgement(path: Path, number: int, line: str) -> Judgement | None:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise JudgementError(path, number, f"is not JSON ({error})") from error
    if not isinstance(record, dict):
        raise JudgementError(path, number, "is not an object")
    if record.get("judgement") == "":
        return None
    for name in ("left", "right", "judgement", "who", "when"):
        if not isinstance(record.get(name), str) or not record[name]:
            raise JudgementError(path, number, f"lacks {name}")
    if record["judgement"] not in ("same", "different", "undone"):
        raise JudgementError(path, number, f"judgement is {record['judgement']!r}")
    if record["left"] == record["right"]:
        raise JudgementError(path, number, "left and right are one")
    return Judgement(record["left"], record["right"], record["judgement"], record["who"], record["when"])


def judged_in(folder: Path | str, file: Path | str | None = None) -> tuple[Judgement, ...]:
    """Judgements that hold for a build: those of a file, else those kept in the folder built into, if any.

    Parameters
    ----------
    folder : Path or str
    file : Path or str, optional

    Returns
    -------
    tuple of Judgement

    Raises
    ------
    JudgementError
        As :func:`load_judgements`.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     before = judged_in(folder)
    ...     add_judgement(Path(folder) / KEPT, Judgement("x-1", "x-2", "same", "N", "2024-06-25"))
    ...     before, [judgement.right for judgement in judged_in(folder)]
    ((), ['x-2'])
    """
    kept = Path(folder) / KEPT
    if file is not None:
        return load_judgements(file)
    return load_judgements(kept) if kept.is_file() else ()


def add_judgement(path: Path | str, judgement: Judgement) -> None:
    """Write a judgement at the end of a file, which is made where there is none.

    Parameters
    ----------
    path : Path or str
    judgement : Judgement

    Raises
    ------
    JudgementError
        Where the file cannot be written.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "judged.jsonl"
    ...     add_judgement(path, Judgement("x-1", "x-2", "same", "N", "2024-06-25"))
    ...     len(load_judgements(path))
    1
    """
    path = Path(path)
    try:
        before = path.read_bytes() if path.is_file() else b""
        line = json.dumps(dataclasses.asdict(judgement), ensure_ascii=False) + "\n"
        with path.open("a", encoding="utf-8") as file:
            file.write(("\n" if before and not before.endswith(b"\n") else "") + line)
    except OSError as error:
        raise JudgementError(path, 0, f"cannot be written ({error.strerror})") from error


def divided(
    extractions: Iterable[Extraction], judgements: Iterable[Judgement]
) -> tuple[tuple[Extraction, ...], tuple[Judgement, ...]]:
    """Give the actors of single documents that judgements name (``x-12@article-7``) ids of their own.

    Parameters
    ----------
    extractions : iterable of Extraction
    judgements : iterable of Judgement

    Returns
    -------
    (tuple of Extraction, tuple of Judgement)
        With the new ids.

    Raises
    ------
    KgError
        Where a judgement divides an actor of the authority list, whose names are certain.

    Examples
    --------
    >>> _, (judged,) = divided([], [Judgement("x-1", "x-1@article-7", "different", "N", "2024-06-25")])
    >>> judged.left, judged.right.startswith("x-"), "@" in judged.right
    ('x-1', True, False)
    """
    judged = tuple(judgements)
    wanted: defaultdict[str, dict[str, str]] = defaultdict(dict)
    new: dict[str, str] = {}
    for side in {side for j in judged for side in (j.left, j.right) if "@" in side}:
        actor_id, _, doc_id = side.partition("@")
        if not actor_id.startswith("x-"):
            raise KgError(
                f"judgement about {side!r}: only actors learnt from the text (x-...) can be divided"
            )
        new[side] = wanted[doc_id][actor_id] = f"x-{content_id(actor_id, doc_id, length=12)}"
    if not new:
        return tuple(extractions), judged
    ours = (
        dataclasses.replace(j, left=new.get(j.left, j.left), right=new.get(j.right, j.right)) for j in judged
    )
    return tuple(_apart(e, wanted.get(e.document.id, {})) for e in extractions), tuple(ours)


def _apart(extraction: Extraction, new: Mapping[str, str]) -> Extraction:
    if not new:
        return extraction
    actors = tuple(dataclasses.replace(a, id=new.get(a.id, a.id)) for a in extraction.actors)
    return dataclasses.replace(renamed(extraction, new), actors=actors)


def ordered(one: str, other: str) -> tuple[str, str]:
    """Two ids in one order, whichever way they were given.

    Parameters
    ----------
    one, other : str

    Returns
    -------
    (str, str)

    Examples
    --------
    >>> ordered("x-2", "x-1")
    ('x-1', 'x-2')
    """
    return (one, other) if one < other else (other, one)
