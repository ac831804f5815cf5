"""Plain text out of a piece of HTML, by the standard library: for what feeds carry."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    (
        *("p", "div", "br", "hr", "li", "ul", "ol", "table", "tr", "td", "th", "blockquote", "section"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "article", "figure", "figcaption"),
    )
)
_SILENT = frozenset(("script", "style", "noscript", "template"))


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in _SILENT))
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def strip_tags(html: str) -> str:
    r"""Take the text of a piece of HTML, a line a block.

    Parameters
    ----------
    html : str

    Returns
    -------
    str
        Without scripts and styles, empty lines, and blanks at the ends of lines.

    Examples
    --------
    >>> strip_tags("<p>التقى <b>الوزير</b> نظيره.</p><script>x()</script><p>وقال</p>")
    'التقى الوزير نظيره.\nوقال'
    """
    parser = _Text()
    parser.feed(html)
    parser.close()
    # A line break in the source of a page is only a space; those of blocks were added as parts of their own.
    text = "".join(p if p == "\n" else re.sub(r"\s+", " ", p) for p in parser.parts)
    return "\n".join(line for raw in text.split("\n") if (line := raw.strip()))
