"""Files that are there whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import KgError


class ExportError(KgError):
    """A file that cannot be written.

    Parameters
    ----------
    path : Path
        The file.
    problem : str
        What is wrong and what to do about it.

    Examples
    --------
    >>> str(ExportError(Path("a.csv"), "the disk is full"))
    'a.csv: the disk is full'
    """

    def __init__(self, path: Path, problem: str) -> None:
        self.path, self.problem = path, problem
        super().__init__(f"{path}: {problem}")


_ADVICE = {
    errno.ENOSPC: "the disk is full: free some space and run again",
    errno.EDQUOT: "the disk quota is used up: free some space and run again",
    errno.EACCES: "no permission to write there: choose another folder with -o",
    errno.EPERM: "no permission to write there: choose another folder with -o",
    errno.EROFS: "the disk can only be read: choose another folder with -o",
    errno.ENOTDIR: "a part of the path is a file and not a folder: choose another folder with -o",
    errno.EEXIST: "a file stands where a folder is needed: choose another folder with -o",
    errno.EISDIR: "a folder stands where the file goes: move it away",
}

_ASIDE = re.compile(r"\.[^.]+\.(\d+)(\.\w+)?")


def remove_left_over(folder: Path) -> None:
    """Remove what processes that were killed had written aside.

    Parameters
    ----------
    folder : Path
        Where nothing of this process is being written.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, f".a.{2**31 - 1}.txt").write_text("half")  # no process has this number
    ...     _ = Path(folder, "b.txt").write_text("whole")
    ...     remove_left_over(Path(folder))
    ...     [path.name for path in Path(folder).iterdir()]
    ['b.txt']
    """
    for path in folder.glob(".*"):
        named = _ASIDE.fullmatch(path.name)
        if named and not _works(int(named[1])):
            _remove(path)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    elif path.is_file() or path.is_symlink():
        path.unlink(missing_ok=True)


def _works(process: int) -> bool:
    """Tell whether another process of this number is alive."""
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Write aside, then rename: give a path to write to, which becomes ``path`` when all went well.

    Parameters
    ----------
    path : Path
        The final name of a file or folder; the folder it is in is made where it is missing.

    Yields
    ------
    Path
        In the same folder, hidden, with the same ending.

    Raises
    ------
    ExportError
        Where the disk is full, or writing is not allowed. Nothing is left behind.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with replacing(Path(folder, "a.txt")) as aside:
    ...         _ = aside.write_text("whole")
    ...     Path(folder, "a.txt").read_text()
    'whole'
    """
    aside = path.with_name(f".{path.stem}.{os.getpid()}{path.suffix}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _remove(aside)
        yield aside
        if aside.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        aside.replace(path)
    except OSError as error:
        raise ExportError(path, _ADVICE.get(error.errno or 0, str(error))) from error
    finally:
        _remove(aside)


def write_lines(path: Path, lines: Iterable[str]) -> list[Path]:
    r"""Write a text file, UTF-8, whole or not at all.

    Parameters
    ----------
    path : Path
        The final name; its folder is made where it is missing.
    lines : iterable of str
        Written as they come, each with a line feed behind it.

    Returns
    -------
    list of Path
        ``path`` alone: what a :class:`~kg.export.base.Writer` returns.

    Raises
    ------
    ExportError
        Where the disk is full, or writing is not allowed. Nothing is left behind.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path] = write_lines(Path(folder, "a.txt"), ["one", "two"])
    ...     path.read_text()
    'one\ntwo\n'
    """
    with replacing(path) as aside, aside.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in lines)
    return [path]
