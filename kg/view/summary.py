"""The most active actors and pairs as plain HTML tables: for readers without scripts."""

from __future__ import annotations

from collections import Counter
from html import escape

from kg.view.tables import QUADS, SHOWN_AT_FIRST, STATUSES, Tables

BEGIN, END = "<!--summary-->", "<!--/summary-->"

_WORDS = {
    "ar": {
        "caption": "{actors} من الفاعلين، {edges} من الصلات",
        "actor": "الفاعل",
        "events": "أحداث",
        "pair": "الطرفان",
        "cooperation": "تعاون",
        "conflict": "نزاع",
    },
    "en": {
        "caption": "{actors} actors, {edges} edges",
        "actor": "Actor",
        "events": "Events",
        "pair": "Pair",
        "cooperation": "Cooperation",
        "conflict": "Conflict",
    },
}


def summary(numbered: Tables, lang: str, rows: int = 10) -> str:
    """Write two small tables: the most active actors, and the pairs with the most events between them.

    Parameters
    ----------
    numbered : Tables
    lang : str
        ``ar`` or ``en``.
    rows : int
        Length of each table.

    Returns
    -------
    str
        HTML without scripts, every name escaped.

    Examples
    --------
    >>> import kg
    >>> from kg.view.tables import tables
    >>> graph = kg.build("زار وزير الخارجية المصري سامح شكري الأردن.")
    >>> html = summary(tables(graph.dataset, graph.relations), "en")
    >>> "<p>2 actors, 1 edges</p>" in html, "<td>Jordan – Sameh Shoukry</td>" in html
    (True, True)
    """
    words = _WORDS[lang]
    shown = {STATUSES.index(status) for status in SHOWN_AT_FIRST}
    name = [(a.name_en or a.name_ar) if lang == "en" else a.name_ar for a in numbered.actors]
    pairs: Counter[tuple[int, int]] = Counter()
    kinds: Counter[tuple[int, int, str]] = Counter()
    for edge in numbered.edges:
        if edge.status in shown and edge.source != edge.target:
            pair = (min(edge.source, edge.target), max(edge.source, edge.target))
            pairs[pair] += edge.events
            kinds[(*pair, QUADS[edge.quad].rpartition("-")[2])] += edge.events
    top = sorted(pairs, key=lambda p: (-pairs[p], p))[:rows]
    taking_part = sum(1 for events in numbered.activity if events)
    caption = words["caption"].format(actors=taking_part, edges=len(numbered.edges))
    active = sorted(range(len(name)), key=lambda n: (-numbered.activity[n], n))[:rows]
    actor_rows = [(name[n], numbered.activity[n]) for n in active if numbered.activity[n]]
    pair_rows = [
        (f"{name[a]} – {name[b]}", kinds[a, b, "cooperation"], kinds[a, b, "conflict"]) for a, b in top
    ]
    return (
        BEGIN
        + f'<div dir="{"rtl" if lang == "ar" else "ltr"}" lang="{lang}"><p>{escape(caption)}</p>'
        + _table((words["actor"], words["events"]), actor_rows)
        + _table((words["pair"], words["cooperation"], words["conflict"]), pair_rows)
        + "</div>"
        + END
    )


def _table(head: tuple[str, ...], rows: list[tuple[str, int]] | list[tuple[str, int, int]]) -> str:
    cells = "".join(f"<th>{escape(word)}</th>" for word in head)
    body = "".join("<tr>" + "".join(f"<td>{escape(str(v))}</td>" for v in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table>"


def summary_in(page: str) -> str:
    """Take the summary out of a page; empty where it has none.

    Parameters
    ----------
    page : str
        HTML.

    Returns
    -------
    str
        Without the marks around it.

    Examples
    --------
    >>> summary_in(f"<body>{BEGIN}<p>two actors</p>{END}</body>"), summary_in("<body></body>")
    ('<p>two actors</p>', '')
    """
    _, found, rest = page.partition(BEGIN)
    return rest.partition(END)[0] if found else ""
