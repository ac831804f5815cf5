"""Pictures of the measures; matplotlib shapes Arabic and sets it from right to left by itself."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from kg.errors import MissingExtraError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Language = Literal["en", "ar"]

# Okabe and Ito's colours, which colour-blind readers tell apart.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000")
COOPERATION, CONFLICT, GREY = "#0072b2", "#d55e00", "#999999"
_EDGES = 80  # the heaviest; more would hide each other
_DASHES = ("-", "--", ":")

TEXTS: Mapping[str, Mapping[Language, str]] = {
    "activity": {"en": "Happenings by actor and period", "ar": "الأحداث حسب الفاعل والفترة"},
    "agenda": {"en": "Who speaks, and who is spoken to", "ar": "من يتكلم ومن يخاطَب"},
    "says": {"en": "says", "ar": "يقول"},
    "hears": {"en": "is told", "ar": "يقال له"},
    "network": {"en": "Blocs, cooperation and conflict", "ar": "التكتلات والتعاون والنزاع"},
    "cooperation": {"en": "cooperation", "ar": "تعاون"},
    "conflict": {"en": "conflict", "ar": "نزاع"},
    "changes": {"en": "What changed (log-likelihood ratio)", "ar": "ما تغير (نسبة الأرجحية اللوغاريتمية)"},
    "less": {"en": "less", "ar": "أقل"},
    "more": {"en": "more", "ar": "أكثر"},
    "activity of": {"en": "activity", "ar": "نشاط"},
    "sign": {"en": "turned", "ar": "انقلاب"},
    "nothing": {"en": "nothing to show", "ar": "لا شيء يعرض"},
}


def figure(size: tuple[float, float]) -> tuple[Figure, Axes]:
    """Make an empty figure without a window.

    Parameters
    ----------
    size : (float, float)
        In inches.

    Returns
    -------
    (matplotlib.figure.Figure, matplotlib.axes.Axes)

    Raises
    ------
    MissingExtraError
        Where matplotlib is not installed, or one older than 3.11, which would show Arabic letters apart.

    Examples
    --------
    >>> made, axes = figure((9, 4.5))
    >>> [float(side) for side in made.get_size_inches()], len(made.axes)
    ([9.0, 4.5], 1)
    """
    try:
        import matplotlib
    except ImportError:
        raise MissingExtraError("Drawing plots", "plots") from None
    if tuple(int(part) for part in matplotlib.__version__.split(".")[:2]) < (3, 11):
        raise MissingExtraError("Drawing Arabic in plots (matplotlib 3.11 or later)", "plots")
    from matplotlib.figure import Figure

    made = Figure(figsize=size, dpi=120, layout="constrained")
    axes = made.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    return made, axes


def _titled(axes: Axes, key: str, lang: Language, *, empty: bool = False) -> None:
    axes.set_title(TEXTS[key][lang], loc="right" if lang == "ar" else "left", fontsize=12)
    if empty:
        axes.text(0.5, 0.5, TEXTS["nothing"][lang], ha="center", va="center", transform=axes.transAxes)
        axes.axis("off")


def plot_activity(table: pd.DataFrame, *, top: int = 8, lang: Language = "en") -> Figure:
    """Draw the happenings of the most active actors, period by period.

    Parameters
    ----------
    table : pandas.DataFrame
        Of :func:`kg.measures.activity`.
    top : int
        So many actors.
    lang : {'en', 'ar'}

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    MissingExtraError
        As :func:`figure`.

    Examples
    --------
    >>> import kg
    >>> from kg.measures import activity
    >>> graph = kg.build("التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي.", date="2024-06-25")
    >>> made = plot_activity(activity(graph.dataset, graph.relations))
    >>> [line.get_label() for line in made.axes[0].lines]
    ['أيمن الصفدي', 'سامح شكري']
    """
    made, axes = figure((9, 4.5))
    _titled(axes, "activity", lang, empty=table.empty)
    if table.empty:
        return made
    counts = table.assign(both=table["acts"] + table["receives"])
    wide = counts.pivot_table(index="period", columns="actor_id", values="both", fill_value=0, aggfunc="sum")
    names = dict(zip(table["actor_id"], table["name_ar"], strict=True))
    chosen = wide.sum().sort_values(ascending=False, kind="stable").index[:top]
    for i, actor in enumerate(chosen):
        colour, dashes = COLOURS[i % len(COLOURS)], _DASHES[i // len(COLOURS) % len(_DASHES)]
        axes.plot(wide.index, wide[actor], dashes, marker="o", ms=4, color=colour, label=names[actor])
    axes.set_ylim(bottom=0)
    step = math.ceil(len(wide) / 12)
    axes.set_xticks(range(0, len(wide), step), list(wide.index[::step]), rotation=30 if len(wide) > 6 else 0)
    axes.grid(axis="y", alpha=0.3)
    made.legend(loc="outside right upper", frameon=False)
    return made


def plot_agenda(table: pd.DataFrame, *, top: int = 15, lang: Language = "en") -> Figure:
    """Draw what actors say to one side and what is said to them to the other.

    Parameters
    ----------
    table : pandas.DataFrame
        Of :func:`kg.measures.agenda`.
    top : int
    lang : {'en', 'ar'}

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    MissingExtraError
        As :func:`figure`.

    Examples
    --------
    >>> import kg
    >>> from kg.measures import agenda
    >>> graph = kg.build("أكد وزير الخارجية المصري سامح شكري أن بلاده تدعم الأردن.")
    >>> made = plot_agenda(agenda(graph.dataset, graph.relations))
    >>> [tick.get_text() for tick in made.axes[0].get_yticklabels()]
    ['سامح شكري']
    """
    shown = table.head(top)
    made, axes = figure((8, 1.2 + 0.32 * max(len(shown), 4)))
    _titled(axes, "agenda", lang, empty=shown.empty)
    if shown.empty:
        return made
    places = range(len(shown))
    axes.barh(places, shown["says"], color=COOPERATION, label=TEXTS["says"][lang])
    axes.barh(places, -shown["hears"], color="#e69f00", label=TEXTS["hears"][lang])
    axes.set_yticks(places, list(shown["name_ar"]))
    axes.invert_yaxis()
    axes.axvline(0, color="black", lw=0.8)
    axes.xaxis.set_major_formatter(lambda value, _: f"{abs(value):.0f}")
    axes.legend(frameon=False, loc="lower right")
    return made


def plot_network(
    signed: pd.DataFrame, blocs: pd.DataFrame, *, top: int = 30, lang: Language = "en"
) -> Figure:
    """Draw the heaviest ties of cooperation and conflict between actors, in the colours of their blocs.

    Parameters
    ----------
    signed : pandas.DataFrame
        Of :func:`kg.measures.signed_ties`.
    blocs : pandas.DataFrame
        Of :func:`kg.measures.blocs`.
    top : int
        So many actors.
    lang : {'en', 'ar'}

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    MissingExtraError
        As :func:`figure`.

    Notes
    -----
    Placed by the stress of graph distances: T. Kamada, S. Kawai, "An algorithm for drawing general undirected
    graphs", Information Processing Letters 31 (1989).

    Examples
    --------
    >>> import kg
    >>> from kg.measures import blocs, signed_ties
    >>> graph = kg.build("التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي.")
    >>> signed = signed_ties(graph.dataset, graph.relations)
    >>> made = plot_network(signed, blocs(graph.dataset, graph.relations))
    >>> sorted(text.get_text() for text in made.axes[0].texts)
    ['أيمن الصفدي', 'سامح شكري']
    """
    import networkx as nx

    made, axes = figure((10, 7.5))
    graph = nx.Graph()
    for one, other, for_, against in signed[["one_id", "other_id", "cooperation", "conflict"]].itertuples(
        index=False, name=None
    ):
        if for_ != against:
            graph.add_edge(one, other, sign=1 if for_ > against else -1, weight=abs(for_ - against))
    names = dict(zip(signed["one_id"], signed["one_name"], strict=True))
    names |= dict(zip(signed["other_id"], signed["other_name"], strict=True))
    _titled(axes, "network", lang, empty=not graph)
    if not graph:
        return made
    strongest = sorted(graph, key=lambda a: (-graph.degree(a, weight="weight"), a))[:top]
    part = graph.subgraph(strongest)
    largest = max(nx.connected_components(part), key=lambda found: (len(found), min(found)))
    part = nx.Graph(part.subgraph(sorted(largest)))
    light = sorted(part.edges(data="weight"), key=lambda edge: (-edge[2], edge[:2]))[_EDGES:]
    places = nx.kamada_kawai_layout(part, weight=None)
    part.remove_edges_from([edge[:2] for edge in light])
    for one, other, data in part.edges(data=True):
        against = data["sign"] < 0
        (x, y), (to_x, to_y) = places[one], places[other]
        axes.plot(
            (x, to_x), (y, to_y), "--" if against else "-", color=CONFLICT if against else COOPERATION,
            lw=min(5.0, 0.6 + 0.7 * math.sqrt(data["weight"])), alpha=0.6, zorder=1,
        )  # fmt: skip
    number = dict(zip(blocs["actor_id"], blocs["bloc"], strict=True))
    used = sorted({int(number[a]) for a in part if a in number})
    colour = {bloc: COLOURS[i % len(COLOURS)] for i, bloc in enumerate(used)}
    for actor in part:
        fill = colour.get(number.get(actor, 0), GREY)
        size = 40 + 12 * min(40, part.degree(actor, weight="weight"))
        (x, y) = places[actor]
        axes.scatter([x], [y], s=size, color=fill, edgecolors="white", zorder=2)
        axes.annotate(
            names[actor], (x, y), (0, 3 + math.sqrt(size) / 2), textcoords="offset points", ha="center",
            fontsize=9, zorder=3,
            bbox={"boxstyle": "round,pad=.15", "fc": "white", "ec": "none", "alpha": 0.7},
        )  # fmt: skip
    axes.legend(
        handles=_key(blocs, colour, lang), frameon=False, fontsize=8, loc="upper left", bbox_to_anchor=(0, 0)
    )
    axes.margins(0.1)
    axes.axis("off")
    return made


def _key(blocs: pd.DataFrame, colour: Mapping[int, str], lang: Language) -> list[Any]:
    from matplotlib.lines import Line2D

    titles = dict(zip(blocs["bloc"], blocs["bloc_name"], strict=True))
    lines = [
        Line2D([], [], color=COOPERATION, lw=2, label=TEXTS["cooperation"][lang]),
        Line2D([], [], color=CONFLICT, lw=2, ls="--", label=TEXTS["conflict"][lang]),
    ]
    dots = [
        Line2D([], [], marker="o", ls="", color=fill, label=titles[bloc])
        for bloc, fill in list(colour.items())[: len(COLOURS)]
    ]
    return [*lines, *dots]


def plot_changes(table: pd.DataFrame, *, top: int = 20, lang: Language = "en") -> Figure:
    """Draw what became less and what more, the most surprising first.

    Parameters
    ----------
    table : pandas.DataFrame
        Of :func:`kg.measures.changes`.
    top : int
    lang : {'en', 'ar'}

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    MissingExtraError
        As :func:`figure`.

    Examples
    --------
    >>> import kg
    >>> from kg.measures import changes
    >>> before = kg.build("التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي.")
    >>> after = kg.build("أكد وزير الخارجية المصري سامح شكري أن بلاده تدعم الأردن.")
    >>> made = plot_changes(changes(before.dataset, after.dataset, before.relations, least=1), top=1)
    >>> made.axes[0].get_yticklabels()[0].get_text()
    'أيمن الصفدي – سامح شكري (cooperation)'
    """
    shown = table.head(top)
    made, axes = figure((9, 1.2 + 0.32 * max(len(shown), 4)))
    _titled(axes, "changes", lang, empty=shown.empty)
    if shown.empty:
        return made
    colours = {"cooperation": COOPERATION, "conflict": CONFLICT, "activity": GREY, "sign": "#cc79a7"}
    places = range(len(shown))
    axes.barh(places, shown["surprise"], color=[colours[what] for what in shown["what"]])
    axes.set_yticks(places, [_label(row, lang) for row in shown.itertuples()])
    axes.invert_yaxis()
    axes.axvline(0, color="black", lw=0.8)
    sides = f"← {TEXTS['less'][lang]}        {TEXTS['more'][lang]} →"
    axes.annotate(
        sides, (0, 0), xycoords=("data", "axes fraction"), xytext=(0, -32), textcoords="offset points",
        ha="center",
    )  # fmt: skip
    return made


def _label(row: Any, lang: Language) -> str:
    what = TEXTS["activity of" if row.what == "activity" else row.what][lang]
    pair = f"{row.one_name} – {row.other_name}" if row.other_name else str(row.one_name)
    return f"{pair} ({what})"
