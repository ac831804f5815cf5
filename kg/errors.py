"""The errors a user may meet: one base, so that callers can catch all of them, each with what to do."""

from __future__ import annotations


class KgError(Exception):
    """Base of every error this program raises on purpose; its text is ready to be shown to a user."""


def printable(text: str) -> str:
    r"""Write what a file brought so that it does nothing to a terminal: control characters as escapes.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        One line.

    Examples
    --------
    >>> print(printable("found: \x1b[2J\n\u202e"))
    found: \x1b[2J\n\u202e
    """
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


class InputError(KgError):
    """An input that cannot be read.

    Parameters
    ----------
    source : str
        File, or ``<stdin>``.
    problem : str
        What is wrong and what to do about it.
    line : int or None
        Line in the file, counted from 1, where one is to blame.
    """

    def __init__(self, source: str, problem: str, line: int | None = None) -> None:
        self.source, self.problem, self.line = source, problem, line
        where = source if line is None else f"{source}:{line}"
        super().__init__(printable(f"{where}: {problem}"))


class LexiconError(KgError):
    """A fault in an ontology file.

    Parameters
    ----------
    file : str
        The Turtle file.
    subject : str
        The node at fault, as written there (``actor:israel``).
    problem : str
        What is wrong and what to do about it.
    """

    def __init__(self, file: str, subject: str, problem: str) -> None:
        self.file, self.subject, self.problem = file, subject, problem
        super().__init__(f"{file}: {subject}: {problem}" if subject else f"{file}: {problem}")


class MissingExtraError(KgError):
    """An optional library is not installed; the text names the extra that brings it."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs an optional library: pip install 'kg-actors[{extra}]'")
