"""One self-contained HTML file out of the template, the assets and the data."""

from __future__ import annotations

import base64
import datetime as dt
import functools
import hashlib
import json
import unicodedata
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.model import Actor, Dataset, Relation
from kg.view.network import network_of
from kg.view.summary import summary
from kg.view.tables import Tables, day, tables

ASSETS = Path(__file__).parent / "assets"
# In this order: each builds on those before it.
SCRIPTS = (
    "vis-network.min.js",
    "i18n.js",
    "data.js",
    "search.js",
    "style.js",
    "graph.js",
    "labels.js",
    "filters.js",
    "panel.js",
    "export.js",
    "state.js",
    "main.js",
)
# Beyond so many characters the sentences are packed.
_PLAIN = 400_000
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def page(
    dataset: Dataset,
    relations: Mapping[str, Relation],
    *,
    title: str = "",
    lang: str = "ar",
    actor: str | None = None,
    relation: str | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
    first_view: int = 300,
) -> str:
    """Write the page: one HTML file that asks nothing of any network.

    All data are in the file, whatever the options say; ``actor``, ``relation``, ``since`` and ``until``
    only set what it shows when it opens.

    Parameters
    ----------
    dataset : Dataset
    relations : mapping of str to Relation
        The inventory, by id, as ``kg.lexicon.load().relations``.
    title : str
        Heading of the page; empty for the program's own.
    lang : {'ar', 'en'}
        Language of the interface when the page opens.
    actor : str, optional
        Id or name of an actor whose neighbourhood is shown.
    relation : str, optional
        Id or label of the one relation that is shown.
    since, until : datetime.date, optional
        The days between which events are shown.
    first_view : int
        How many of the most active actors are drawn at first; the others come by search, expansion and
        filters.

    Returns
    -------
    str
        The whole text of the file. Equal input gives equal text.

    Raises
    ------
    KgError
        If the language, the actor or the relation is unknown, or the data set names what it does not have.

    Examples
    --------
    >>> page(Dataset((), (), (), ()), {}, title="Nothing yet")[:15]
    '<!doctype html>'
    """
    if lang not in ("ar", "en"):
        raise KgError(f"the page speaks 'ar' or 'en', not {lang!r}")
    if first_view < 1:
        raise KgError(f"first_view must be at least 1, not {first_view}")
    numbered = tables(dataset, relations)
    start = {
        "actor": None if actor is None else _find_actor(numbered.actors, actor),
        "relation": None if relation is None else _find_relation(numbered.columns["relations"], relation),
        "since": day(since),
        "until": day(until),
    }
    data = _payload(numbered, first_view) | {"title": title, "lang": lang, "start": start}
    # A lone surrogate (from a broken source text) cannot be written as UTF-8.
    return _render(data, numbered, title, lang).encode("utf-8", "replace").decode("utf-8")


def json_for_html(value: object) -> str:
    r"""Write JSON that cannot end the script element it stands in.

    Parameters
    ----------
    value : object
        Anything that :mod:`json` writes.

    Returns
    -------
    str

    Examples
    --------
    >>> json_for_html("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char, escape in _ESCAPES.items():
        text = text.replace(char, escape)
    return text


def pack(text: str, limit: int = _PLAIN) -> tuple[str, bool]:
    """Compress a long text so that the page stays small enough for a mail.

    Parameters
    ----------
    text : str
        JSON.
    limit : int
        A text of at most so many characters stays as it is, and can be read in the file.

    Returns
    -------
    text : str
        The same, or its zlib stream in base64.
    packed : bool

    Examples
    --------
    >>> pack('["قال"]')
    ('["قال"]', False)
    """
    if len(text) <= limit:
        return text, False
    return base64.b64encode(zlib.compress(text.encode("utf-8", "replace"), 6)).decode("ascii"), True


def _payload(numbered: Tables, first_view: int) -> dict[str, Any]:
    nodes, _, _, _, _, options = network_of(numbered, first_view).get_network_data()
    data = dict(numbered.columns)
    data["actors"] = data["actors"] | {"x": [n["x"] for n in nodes], "y": [n["y"] for n in nodes]}
    data["edges"] = {
        key: [getattr(edge, key) for edge in numbered.edges]
        for key in ("source", "target", "quad", "status", "symmetric")
    }
    return data | {"options": json.loads(options), "first": first_view}


def _render(data: dict[str, Any], numbered: Tables, title: str, lang: str) -> str:
    import jinja2
    from markupsafe import Markup

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
    )
    scripts = [_asset(name) for name in SCRIPTS]
    style = _asset("page.css")
    quotes, packed = pack(json_for_html(numbered.quotes))
    # Markup: our own files, and text that was escaped where it was made.
    return environment.get_template("page.html").render(
        title=title or ("من مع من" if lang == "ar" else "Who deals with whom"),
        lang=lang,
        dir="rtl" if lang == "ar" else "ltr",
        policy=_policy(scripts, style),
        style=Markup(style),
        scripts=[Markup(script) for script in scripts],
        data=Markup(json_for_html(data)),
        quotes=Markup(quotes),
        packed=packed,
        summary=Markup(summary(numbered, lang)),
    )


@functools.cache
def _asset(name: str) -> str:
    text = (ASSETS / name).read_text(encoding="utf-8")
    # The browser ends an inline script at the first of these, wherever it stands.
    if "</script" in text.lower() or "</style" in text.lower() or "<!--" in text:
        raise KgError(f"assets/{name} cannot stand inline: it contains '</script', '</style' or '<!--'")
    # A source map would be a request.
    return "\n".join(line for line in text.split("\n") if not line.startswith("//# sourceMappingURL="))


def _policy(scripts: list[str], style: str) -> str:
    """Write a Content-Security-Policy: only these scripts and this style run, and nothing is fetched."""

    def allow(text: str) -> str:
        digest = hashlib.sha256(text.encode("utf-8")).digest()
        return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"

    return (
        f"default-src 'none'; script-src {' '.join(map(allow, scripts))}; style-src {allow(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def fold(text: str) -> str:
    """Fold case, diacritics and the spelling variants of alef, ya and ta marbuta.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        Without spaces at either end.

    Examples
    --------
    >>> fold("أنطونيو") == fold("انطونيو")
    True
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return plain.casefold().translate(str.maketrans("ٱىة", "اي" + "ه", "ـ")).strip()


def _find_actor(actors: tuple[Actor, ...], wanted: str) -> str:
    """Find the id of the most active actor with this id or, folded, this name."""
    for actor in actors:
        if actor.id == wanted:
            return wanted
    key = fold(wanted)
    for actor in actors:
        if key in {fold(name) for name in (actor.name_ar, actor.name_en, *actor.aliases) if name}:
            return actor.id
    partial = [a.name_ar for a in actors if key and key in fold(f"{a.name_ar} {a.name_en}")][:5]
    hint = f"; near it: {'، '.join(partial)}" if partial else ""
    raise KgError(f"no actor has the id or the name {wanted!r}{hint}")


def _find_relation(relations: dict[str, list[Any]], wanted: str) -> str:
    for id_, arabic, english in zip(relations["id"], relations["ar"], relations["en"], strict=True):
        if wanted in (id_, arabic) or wanted.casefold() == english.casefold():
            return str(id_)
    known = ", ".join(relations["id"]) or "none"
    raise KgError(f"no event has the relation {wanted!r}; those that occur: {known}")
