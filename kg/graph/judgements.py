"""What persons decided about who is who: a file of judgements that every build applies."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kg.errors import KgError


class JudgementError(KgError):
    """A line of a judgement file is not one."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(
            f"{path}:{line}: {problem}; write one JSON object a line with left, right, judgement"
            ' ("same" or "different"), who and when'
        )


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided about two actors.

    Parameters
    ----------
    left, right : str
        Actor ids.
    judgement : {'same', 'different'}
    who, when : str
        Who decided it, and when (``2024-06-25``).
    """

    left: str
    right: str
    judgement: Literal["same", "different"]
    who: str
    when: str


def load_judgements(path: Path | str) -> tuple[Judgement, ...]:
    """Read a judgement file: JSON lines with left, right, judgement, who and when.

    Of two judgements about one pair the one further down holds. To undo a judgement, delete its line.

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
            pair = ordered(judgement.left, judgement.right)
            latest.pop(pair, None)
            latest[pair] = judgement
    return tuple(latest.values())


def _judgement(path: Path, number: int, line: str) -> Judgement:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise JudgementError(path, number, f"is not JSON ({error})") from error
    if not isinstance(record, dict):
        raise JudgementError(path, number, "is not an object")
    for name in ("left", "right", "judgement", "who", "when"):
        if not isinstance(record.get(name), str) or not record[name]:
            raise JudgementError(path, number, f"lacks {name}")
    if record["judgement"] not in ("same", "different"):
        raise JudgementError(path, number, f"judgement is {record['judgement']!r}")
    if record["left"] == record["right"]:
        raise JudgementError(path, number, "left and right are one")
    return Judgement(record["left"], record["right"], record["judgement"], record["who"], record["when"])


def ordered(one: str, other: str) -> tuple[str, str]:
    """Two ids in one order, whichever way they were given."""
    return (one, other) if one < other else (other, one)
