"""Saved web pages: the article by trafilatura, its date only where the page's own metadata state it.

Title, date, outlet and address come from JSON-LD (schema.org ``NewsArticle``), Open Graph, Dublin Core and
``<time itemprop="datePublished">``. Trafilatura's own date finder is not used: it also reads dates out of the
address and the running text, and takes Levantine months for others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from io import BufferedReader
from typing import Any

from kg.corpus.decode import decode, mark
from kg.corpus.inputs import Source
from kg.corpus.records import Record, Report
from kg.errors import InputError

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "dc.date",
    "dcterms.created", "dc.date.issued", "dcterms.issued", "pubdate", "publishdate", "publish_date",
    "parsely-pub-date", "sailthru.date", "date",
)  # fmt: skip


def records(
    source: Source, stream: BufferedReader, columns: Mapping[str, str], report: Report
) -> Iterator[Record]:
    """Read the page as one article.

    Parameters
    ----------
    source : Source
        Its name is for messages, its base for the ids of articles that bring none.
    stream : io.BufferedReader
        Its bytes, unpacked.
    columns : mapping of str to str
        Not looked at.
    report : callable
        Not called.

    Yields
    ------
    Record
        One: text, and of title, date, outlet and url what the page states.

    Raises
    ------
    InputError
        Where it is no HTML that can be read, or not in UTF-8 and in no encoding that it tells.

    Examples
    --------
    >>> import io
    >>> page = "<html><body><h1>قمة</h1><p>زار الوزير بغداد.</p></body></html>"
    >>> stream = io.BufferedReader(io.BytesIO(page.encode()))
    >>> [record.fields for record in records(Source("a.html", "a.html", "html", None), stream, {}, print)]
    [{'title': 'قمة', 'text': 'زار الوزير بغداد.'}]
    """
    import trafilatura

    html = _decode(stream.read(), source)
    tree = trafilatura.load_html(html)
    if tree is None:
        raise InputError(source.name, "holds no HTML that can be read")
    try:
        found, text = _metadata(tree), _body(trafilatura, html)
    except Exception as error:  # trafilatura is a pile of heuristics over pages of any shape
        raise InputError(source.name, f"is HTML that cannot be read ({error})") from None
    title = found.get("title", "")
    first, _, rest = text.partition("\n")
    if title and first.strip() == title and rest.strip():
        text = rest.lstrip("\n")
    yield Record(source.name, {**found, "text": text}, source.base)


def _body(trafilatura: Any, html: str) -> str:
    """Text of the article, by trafilatura; its baseline where the page is too small for its heuristics."""
    document = trafilatura.bare_extraction(html, include_comments=False, with_metadata=False)
    text = document.text if document is not None else ""
    return text or trafilatura.baseline(html)[1] or ""


def _decode(data: bytes, source: Source) -> str:
    """By mark, else by the encoding that the page declares, else UTF-8."""
    declared = _CHARSET.search(data[:4096])
    if mark(data)[1] == 0 and declared:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, source.name)


def _metadata(tree: Any) -> dict[str, str]:
    """Title, date, outlet and address, as far as the page states them; the first statement counts."""
    meta: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop")
        if name and (content := (node.get("content") or "").strip()):
            meta.setdefault(name.strip().lower(), content)
    linked = _json_ld(tree)
    times = tree.xpath('//time[@itemprop="datePublished" or @pubdate]/@datetime')
    stated = [linked.get("datePublished", ""), *(meta.get(n, "") for n in _DATES), *map(str, times)]
    headings = tree.xpath("//h1")
    heading = " ".join(headings[0].text_content().split()) if len(headings) == 1 else ""
    canonical = [str(h) for h in tree.xpath('//link[@rel="canonical"]/@href')]
    publisher = linked.get("publisher")
    owner = publisher.get("name") if isinstance(publisher, dict) else None
    addresses = (*canonical, meta.get("og:url", ""))
    found = {
        "title": linked.get("headline") or meta.get("og:title") or heading or tree.findtext(".//title"),
        "date": next((s.strip() for s in stated if isinstance(s, str) and s.strip()), ""),
        "outlet": meta.get("og:site_name") or owner,
        "url": next((a for a in addresses if a.startswith(("http://", "https://"))), ""),
    }
    return {k: " ".join(v.split()) for k, v in found.items() if isinstance(v, str) and v.strip()}


def _json_ld(tree: Any) -> dict[str, Any]:
    """Find the first schema.org article that the page describes."""
    for node in tree.xpath('//script[@type="application/ld+json"]/text()'):
        try:
            waiting = [json.loads(str(node))]
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting.extend(value)
            elif isinstance(value, dict):
                kinds = value.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(k, str) and k.endswith(("Article", "Posting")) for k in kinds):
                    return value
                waiting.extend(value.get("@graph") or [] if isinstance(value.get("@graph"), list) else [])
    return {}
