"""What a Python program may hand to :func:`kg.build`: paths, texts and documents, mixed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from kg.corpus.read import read
from kg.model import Document


def documents_of(
    inputs: Iterable[str | Path | Document], date: dt.date | None, options: Mapping[str, Any]
) -> Iterator[Document]:
    """Give documents as they are, texts as documents, and whatever the readers find at paths; in order.

    Parameters
    ----------
    inputs : iterable of path, text or Document
    date : datetime.date or None
        Day of publication of those that do not say theirs.
    options : mapping
        For :func:`kg.corpus.read`.

    Yields
    ------
    Document

    Examples
    --------
    >>> [document.id for document in documents_of(["زار الوزير مصر."], None, {})]
    ['text-1']
    """
    texts = 0
    for kind, group in groupby(inputs, key=_kind):
        if kind == "path":
            yield from read((str(item) for item in group), date=date, **options)
            continue
        for item in group:
            if isinstance(item, Document):
                yield item
            else:
                texts += 1
                yield Document(f"text-{texts}", str(item), date=date)


def _kind(item: str | Path | Document) -> str:
    """Tell the text of an article from a path: it has Arabic words and names no file."""
    if isinstance(item, Document):
        return "document"
    if isinstance(item, Path):
        return "path"
    words = item.split()
    arabic = any("\u0600" <= char <= "\u06ff" for char in item)
    if "\n" in item or (len(words) > 1 and arabic):
        try:
            return "path" if Path(item).exists() else "text"
        except (OSError, ValueError):  # too long for a name, or with a null character
            return "text"
    return "path"
