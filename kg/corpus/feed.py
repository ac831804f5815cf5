"""RSS and Atom files, by the standard library's XML parser: no external entity is ever fetched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from io import BufferedReader
from xml.etree import ElementTree

from kg.corpus.inputs import Source
from kg.corpus.markup import strip_tags
from kg.corpus.records import Record, Report
from kg.errors import InputError

# Fullest first: feeds that carry the article put it in content, and a teaser in description or summary.
_BODIES = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "updated")


def records(
    source: Source, stream: BufferedReader, columns: Mapping[str, str], report: Report
) -> Iterator[Record]:
    """Read an item (RSS) or entry (Atom) as an article; the feed's title is the outlet.

    Parameters
    ----------
    source : Source
        Its name is for messages, its base for the ids of articles that bring none.
    stream : io.BufferedReader
        Its bytes, unpacked.
    columns : mapping of str to str
        Not looked at: the parts of a feed have fixed names.
    report : callable
        Not called.

    Yields
    ------
    Record
        With the fields id, title, text, date, url and outlet; empty text where the feed does not say.

    Raises
    ------
    InputError
        Where the file is no well-formed feed, or holds no article.

    Examples
    --------
    >>> import io
    >>> item = "<item><title>قمة</title><description>زار الوزير بغداد.</description></item>"
    >>> xml = f"<rss><channel><title>المرفأ</title>{item}</channel></rss>"
    >>> stream = io.BufferedReader(io.BytesIO(xml.encode()))
    >>> [record] = records(Source("a.rss", "a.rss", "feed", None), stream, {}, print)
    >>> record.fields["outlet"], record.fields["title"], record.fields["text"]
    ('المرفأ', 'قمة', 'زار الوزير بغداد.')
    """
    number = 0
    outlet = ""
    root = None
    try:
        for event, node in ElementTree.iterparse(stream, ("start", "end")):
            name = _local(node)
            if root is None:
                root = node
                if name not in ("rss", "feed", "RDF"):
                    problem = f"is XML of another kind (<{name}>): a feed is <rss> or <feed>"
                    raise InputError(source.name, problem)
            elif event == "end" and name == "title" and not outlet and number == 0:
                outlet = _text(node)
            elif name in ("item", "entry"):
                if event == "start":
                    number += 1
                    continue
                yield Record(source.name, {**_fields(node), "outlet": outlet}, f"{source.base}:{number}")
                node.clear()
    except ElementTree.ParseError as error:
        raise InputError(source.name, f"is not well-formed XML ({error})", error.position[0]) from None
    if number == 0:
        raise InputError(source.name, "is a feed without articles")


def _fields(entry: ElementTree.Element) -> dict[str, str]:
    parts: dict[str, str] = {}
    link = ""
    for child in entry:
        name = _local(child)
        if name == "link":
            if child.get("rel", "alternate") == "alternate":
                link = link or child.get("href") or _text(child)
        else:
            parts.setdefault(name, _text(child))
    return {
        "id": parts.get("guid") or parts.get("id") or "",
        "title": " ".join(strip_tags(parts.get("title", "")).split()),
        "text": next((text for b in _BODIES if (text := strip_tags(parts.get(b, "")))), ""),
        "date": next((_iso(parts[d]) for d in _DATES if parts.get(d)), ""),
        "url": link,
    }


def _iso(written: str) -> str:
    """Turn the dates of RSS (RFC 822) into ISO; leave those of Atom, and what is neither, as they are."""
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except ValueError:
        return written


def _text(node: ElementTree.Element) -> str:
    """Text of a node; XHTML content counts block by block, as HTML text would."""
    if len(node) == 0:
        return (node.text or "").strip()
    for inner in node.iter():
        inner.tag = _local(inner)
    return ElementTree.tostring(node, encoding="unicode", method="html").strip()


def _local(node: ElementTree.Element) -> str:
    return str(node.tag).rsplit("}", 1)[-1]
