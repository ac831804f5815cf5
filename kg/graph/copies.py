"""Which documents print one text: an agency's report in several outlets is one source."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.model import Document, Extraction
from kg.text.sketch import bands, resemblance

ALIKE = 0.6
"""Near-copies share so many of their phrases of three words."""

NEAR = dt.timedelta(days=3)
"""What is printed again later is a form (weather, prices, congratulations) and not the same report."""

_MOST_IN_BAND = 64


def near_copies(extractions: Sequence[Extraction]) -> dict[str, str]:
    """Find the documents that print what another printed before.

    Parameters
    ----------
    extractions : sequence of Extraction
        With their sketches; one without is a copy of nothing.

    Returns
    -------
    dict of str to str
        For each near-copy, the id of the first document of that text, by day and id.

    Notes
    -----
    Locality-sensitive hashing of MinHash sketches (J. Leskovec, A. Rajaraman, J. Ullman, "Mining of Massive
    Datasets", section 3.4): only documents that share a band are compared, and of a band only its latest 64,
    so that time grows with the number of documents and not with its square.

    Examples
    --------
    >>> from kg.text.sketch import sketch
    >>> text = sketch("حذر الوزير من اتساع رقعة الحرب في المنطقة".split())
    >>> near_copies([Extraction(Document(i, ""), (), (), (), (), text) for i in ("a", "b")])
    {'b': 'a'}
    """
    first: dict[str, str] = {}
    shelves: defaultdict[str, list[Extraction]] = defaultdict(list)
    for extraction in sorted(extractions, key=lambda e: (e.document.date or dt.date.max, e.document.id)):
        keys = bands(extraction.sketch)
        seen = {other.document.id: other for key in keys for other in shelves[key][-_MOST_IN_BAND:]}
        near = [i for i, other in seen.items() if _near(extraction, other)]
        likeness = {i: resemblance(extraction.sketch, seen[i].sketch) for i in near}
        like, most = max(((likeness[i], i) for i in near), default=(0.0, ""))
        if like >= ALIKE:
            first[extraction.document.id] = first.get(most, most)
        if like < 1:
            for key in keys:
                shelves[key].append(extraction)
    return first


def _near(one: Extraction, other: Extraction) -> bool:
    days = one.document.date, other.document.date
    return days[0] is None or days[1] is None or abs(days[0] - days[1]) <= NEAR


def voices(documents: Iterable[Document]) -> dict[str, str]:
    """Tell on whose account each document reports: its outlet, or that of the document it copies.

    Parameters
    ----------
    documents : iterable of Document

    Returns
    -------
    dict of str to str
        The name of an outlet, or ``document`` and an id where no outlet is known.

    Examples
    --------
    >>> first = Document("a", "", outlet="وكالة الخليج")
    >>> voices([first, Document("b", "", outlet="صحيفة المرفأ", copy_of="a")])
    {'a': 'وكالة الخليج', 'b': 'وكالة الخليج'}
    """
    documents = tuple(documents)
    own = {d.id: d.outlet or f"document {d.id}" for d in documents}
    # In a part of a data set the first document may be absent; copies of it still are one voice.
    return {d.id: own.get(d.copy_of, f"document {d.copy_of}") if d.copy_of else own[d.id] for d in documents}
