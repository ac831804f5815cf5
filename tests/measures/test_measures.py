"""The measures, on a network small enough to count by hand."""

from __future__ import annotations

import datetime as dt
import itertools
import sys
from pathlib import Path

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

import tests.factories as f
from kg.api import KnowledgeGraph, load
from kg.cli import main
from kg.graph import filtered, merge
from kg.measures import activity, agenda, balance, blocs, changes, signed_ties, ties, write_measures
from kg.measures.change import surprise
from kg.measures.plots import figure, plot_changes
from kg.measures.signed import triangles
from kg.model import Actor, Dataset, Extraction
from tests.measures.png import size_and_ink

A, B, C, D, E, F, G = (
    Actor(f"x-{i}", "state", name) for i, name in enumerate("ألف باء جيم دال هاء واو زاي".split())
)
EVERYBODY = {actor.id: actor for actor in (A, B, C, D, E, F, G, f.PORT)}
JUNE, JULY = dt.date(2024, 6, 10), dt.date(2024, 7, 10)
Told = tuple[Actor, str, Actor | None, dt.date, int]


def dataset(*told: Told) -> Dataset:
    """Happenings (source, relation, target, day, outlets that tell it)."""
    extractions = []
    for number, (source, relation, target, day, outlets) in enumerate(told):
        for outlet in range(outlets):
            name = f"d{number}-{outlet}"
            claim = f.claim(name, relation, source, target, date=day)
            read = f.extraction(f.document(name, day, f"صحيفة {outlet}"), claim)
            actors = tuple(actor for actor in (source, target) if actor is not None)
            extractions.append(Extraction(read.document, actors, (), (claim,)))
    return merge(extractions, relations=f.RELATIONS, identity=lambda *_: {})


def met(*pairs: tuple[Actor, Actor], day: dt.date = JUNE, outlets: int = 1) -> list[Told]:
    return [(one, "met-with", other, day, outlets) for one, other in pairs]


def attacked(*pairs: tuple[Actor, Actor], day: dt.date = JUNE, outlets: int = 1) -> list[Told]:
    return [(one, "attacked", other, day, outlets) for one, other in pairs]


def test_ties_count_only_what_occurred_and_no_places() -> None:
    found = list(ties(f.dataset(), f.RELATIONS))
    groups = sorted((tie.group, tie.sign, tie.weight) for tie in found)
    assert groups == [
        ("force", -1, 1),
        ("force", -1, 1),
        ("meet", 1, 2),
        ("say", 0, 1),
        ("say", 0, 1),
        ("warn", -1, 1),
    ]
    visit = dataset((A, "visited", f.PORT, JUNE, 1))
    assert [tie.target for tie in ties(visit, f.RELATIONS)] == [None]


def test_activity_by_period() -> None:
    table = activity(dataset(*met((A, B), (A, C)), *attacked((D, A), day=JULY)), f.RELATIONS)
    counts = [
        tuple(row) for row in table[["period", "name_ar", "acts", "receives", "degree", "betweenness"]].values
    ]
    assert counts == [
        ("2024-06", "ألف", 2, 0, 1.0, 1.0),
        ("2024-06", "باء", 0, 1, 0.5, 0.0),
        ("2024-06", "جيم", 0, 1, 0.5, 0.0),
        ("2024-07", "ألف", 0, 1, 1.0, 0.0),
        ("2024-07", "دال", 1, 0, 1.0, 0.0),
    ]
    assert table.groupby("period")["pagerank"].sum().round(3).tolist() == [1, 1]
    weeks = activity(dataset(*met((A, B))), f.RELATIONS, by="week", since=JUNE, until=JUNE)
    assert set(weeks["period"]) == {"2024-W24"}
    assert activity(dataset(*met((A, B))), f.RELATIONS, since=JULY).empty


def test_agenda_counts_speech_out_and_in() -> None:
    told = [(A, "warned", B, JUNE, 2), (A, "stated", None, JUNE, 1), (B, "warned", C, JUNE, 1), *met((A, C))]
    table = agenda(dataset(*told), f.RELATIONS).set_index("name_ar")
    columns = ["says", "addressees", "hears", "outlets", "initiative"]
    assert table.loc["ألف", columns].tolist() == [2, 1, 0, 2, 1.0]
    assert table.loc["باء", columns].tolist() == [1, 1, 1, 1, 0.0]
    assert table.loc["جيم", columns].tolist() == [0, 0, 1, 0, -1.0]
    assert agenda(f.dataset(), f.RELATIONS).set_index("actor_id").loc["union", "attributed"] == 1


def test_weight_of_a_tie_is_outlets() -> None:
    table = signed_ties(
        dataset(*met((B, A), outlets=3), *attacked((A, B), outlets=2), *attacked((A, C))), f.RELATIONS
    )
    assert table[["one_id", "other_id", "cooperation", "conflict", "sign"]].values.tolist() == [
        ["x-0", "x-1", 3, 2, 1],
        ["x-0", "x-2", 0, 1, -1],
    ]


@pytest.mark.parametrize(
    ("friends", "enemies", "degree", "weak"),
    [
        (((A, B), (B, C), (A, C)), (), 1.0, 1.0),
        (((A, B),), ((B, C), (A, C)), 1.0, 1.0),  # the enemy of my friend is my enemy
        (((A, B), (B, C)), ((A, C),), 0.0, 0.0),
        ((), ((A, B), (B, C), (A, C)), 0.0, 1.0),
        (((A, B), (B, C)), (), None, None),
    ],
)
def test_balance(
    friends: tuple[tuple[Actor, Actor], ...],
    enemies: tuple[tuple[Actor, Actor], ...],
    degree: float,
    weak: float,
) -> None:
    found = balance(dataset(*met(*friends), *attacked(*enemies)), f.RELATIONS)
    assert (found.degree, found.weak_degree) == (degree, weak)
    assert found.tense == ((("x-0", "x-1", "x-2"),) if degree == 0.0 else ())


def test_triangles_are_those_of_networkx() -> None:
    for seed in range(5):
        graph = nx.relabel_nodes(nx.gnp_random_graph(30, 0.3, seed=seed), str)
        found = triangles(graph)
        assert len(set(found)) == len(found) == sum(nx.triangles(graph).values()) // 3
        assert all(graph.has_edge(*pair) for three in found for pair in itertools.combinations(three, 2))


def test_blocs_are_named_after_their_strongest_members() -> None:
    east = met((A, B), (B, C), (A, C), outlets=3) + met((A, B), day=JULY, outlets=3)
    west = met((D, E), (E, F), (D, F), outlets=2)
    table = blocs(dataset(*east, *west, *met((C, D)), *attacked((A, F), (B, E), outlets=3)), f.RELATIONS)
    assert [set(names) for _, names in table.groupby("bloc")["name_ar"]] == [
        set("ألف باء جيم".split()),
        set("دال هاء واو".split()),
    ]
    assert table["bloc_name"].iloc[0].split("، ")[:2] == ["ألف", "باء"]
    inside = table.set_index("name_ar")["inside"]
    assert inside["ألف"] == 1.0
    assert inside["جيم"] == pytest.approx(6 / 7, abs=1e-3)
    assert table.attrs["modularity"] > 0.3


def test_surprise_is_the_g_test() -> None:
    from scipy.stats import chi2_contingency

    for before, after, total in ((10, 30, 100), (1, 0, 40), (7, 9, 1000)):
        table = [[before, after], [total - before, 2 * total - after]]
        known = chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic
        assert abs(surprise(before, after, total, 2 * total)) == pytest.approx(known, abs=1e-3)
    assert surprise(5, 10, 100, 200) == 0


def test_what_changed() -> None:
    steady = met((C, D), (E, F), (F, G), outlets=2)
    june = dataset(*steady, *met((A, B), outlets=3))
    july = dataset(*steady, *attacked((A, B), outlets=3))
    table = changes(june, july, f.RELATIONS)
    turned = table[table["what"] == "sign"]
    assert turned[["one_name", "other_name", "before", "after"]].values.tolist() == [["ألف", "باء", 1, -1]]
    assert turned["surprise"].iloc[0] < 0
    less = table[table["what"] == "cooperation"].iloc[0]
    assert (less["one_id"], less["before"], less["after"]) == ("x-0", 3, 0)
    assert table["surprise"].abs().is_monotonic_decreasing
    nothing = changes(june, june, f.RELATIONS)
    assert (nothing["surprise"] == 0).all()


def test_two_periods_of_one_build() -> None:
    both = dataset(*met((A, B), outlets=2), *attacked((A, B), day=JULY, outlets=2))
    table = changes(
        filtered(both, until=dt.date(2024, 6, 30)), filtered(both, since=dt.date(2024, 7, 1)), f.RELATIONS
    )
    assert "sign" in set(table["what"])


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("measured")
    east = met((A, B), (B, C), (A, C), outlets=3)
    made = dataset(*east, *attacked((A, D), day=JULY, outlets=2), (A, "warned", D, JULY, 1))
    KnowledgeGraph(made).save(folder, ["csv"])
    return folder


def command(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as end:
        main([str(argument) for argument in arguments])
    return int(end.value.code or 0)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_command_writes_tables_and_pictures(
    out: Path, tmp_path: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("measures", out, "-o", tmp_path, "--lang", lang) == 0
    text = capsys.readouterr().out
    assert "ألف" in text
    assert "balance  1.00 of 1 triangles are balanced" in text
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        [
            *(f"{name}.csv" for name in "activity agenda blocs signed tense triads".split()),
            *(f"{name}.png" for name in "activity agenda network".split()),
        ]
    )
    for picture in tmp_path.glob("*.png"):
        (width, height), ink = size_and_ink(picture)
        assert width > 600
        assert height > 200
        assert 0.005 < ink < 0.6
    assert set(pd.read_csv(tmp_path / "activity.csv")["period"]) == {"2024-06", "2024-07"}


def test_equal_graphs_give_equal_files(out: Path, tmp_path: Path) -> None:
    graph = load(out)
    for name in ("one", "two"):
        write_measures(graph.dataset, graph.relations, tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


def test_diff_of_two_periods(out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    periods = ("--before", "..2024-06-30", "--after", "2024-07-01..")
    assert command("diff", out, *periods, "--plot", tmp_path / "diff.png") == 0
    assert "conflict" in capsys.readouterr().out
    assert size_and_ink(tmp_path / "diff.png")[1] > 0.005
    assert command("diff", out, out, "--csv") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("what,one_id")
    assert all(line.endswith(",0.0") for line in lines[1:])


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("diff", "OUT"), "OUT2"),
        (
            ("diff", "OUT", "--before", "2024", "--after", "2024-07-01.."),
            "write it as 2024-01-01..2024-03-31",
        ),
        (
            ("diff", "OUT", "--before", "2024-07-01..2024-06-01", "--after", "2024-07-01.."),
            "before the first",
        ),
        (("diff", "OUT", "OUT", "--plot", "x.doc"), ".png, .svg or .pdf"),
        (("measures", "OUT", "--by", "day"), "'day' is none of week, month, quarter, year"),
        (("measures", "OUT", "--lang", "fr"), "'fr' is none of en, ar"),
        (("measures", "nowhere"), "is this a folder that `kg build` wrote"),
    ],
)
def test_wrong_use_says_what_to_do(
    out: Path, arguments: tuple[str, ...], problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(*(str(out) if argument == "OUT" else argument for argument in arguments)) == 2
    assert problem in " ".join(capsys.readouterr().err.split())


def test_nothing_to_draw(tmp_path: Path) -> None:
    empty = Dataset((), (), (), ())
    paths = write_measures(empty, f.RELATIONS, tmp_path)
    assert len(paths) == 9
    assert plot_changes(changes(empty, empty, f.RELATIONS)).axes


def test_without_matplotlib(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    assert command("measures", out, "-o", tmp_path / "m") == 2
    assert "pip install 'kg-actors[plots]'" in capsys.readouterr().err
    assert not (tmp_path / "m").exists()
    assert command("measures", out, "-o", tmp_path / "m", "--no-plots") == 0


def test_arabic_is_shaped_and_runs_from_right_to_left() -> None:
    """Joined letters are narrower than the same letters apart, and the first is the rightmost."""
    made, axes = figure((4, 2))
    made.draw_without_rendering()

    def width(text: str) -> float:
        return float(axes.text(0, 0, text).get_window_extent().width)

    assert width("سسسسسس") < 0.9 * width("\u200c".join("سسسسسس"))
    axes.clear()
    axes.axis("off")
    axes.text(0.2, 0.5, "سسا", fontsize=40)  # the last letter is the tall one, and stands on the left
    drawn = FigureCanvasAgg(made)
    drawn.draw()
    pixels = np.asarray(drawn.buffer_rgba())[..., 0] < 128
    columns = np.flatnonzero(pixels.any(axis=0))
    thirds = np.array_split(pixels[:, columns[0] : columns[-1] + 1], 3, axis=1)
    left, _, right = (np.ptp(np.flatnonzero(third.any(axis=1))) for third in thirds)
    assert left > 1.3 * right
