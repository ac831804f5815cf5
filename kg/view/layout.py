"""Where each actor stands: computed once, so that the page opens on the same picture every time.

The actors of the first view are laid out together by forces; all others are put, most active first, into the
nearest free cell beside the actors they deal with, which keeps the cost linear in a graph of any size.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

# Forces look at every pair, so this bounds the work: 900 actors take about two seconds.
_CORE = 900
_CELL = (120.0, 46.0)
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


def positions(
    count: int,
    links: Sequence[tuple[int, int, float]],
    widths: Sequence[float],
    first_view: int,
) -> list[tuple[int, int]]:
    """A place for each of ``count`` actors.

    The first ``first_view`` are laid out by attraction along links and repulsion between all (the linear
    model of ForceAtlas2), then pushed apart until no two labels overlap. Nothing is random: the start is a
    sunflower spiral in the order of the numbers.

    Parameters
    ----------
    count : int
    links : sequence of (int, int, float)
        Pairs of numbers with a weight.
    widths : sequence of float
        How wide each actor with its label is, in the units of the result.
    first_view : int
        How many of the first numbers are laid out together.

    Returns
    -------
    list of (int, int)
        x and y in whole units, one pair for each number.

    References
    ----------
    M. Jacomy, T. Venturini, S. Heymann, M. Bastian, "ForceAtlas2, a Continuous Graph Layout Algorithm for
    Handy Network Visualization", PLoS ONE 9(6), 2014.

    Examples
    --------
    >>> positions(0, [], [], 300)
    []
    >>> positions(2, [(0, 1, 1.0)], [40, 40], 300) == positions(2, [(0, 1, 1.0)], [40, 40], 300)
    True
    """
    if count == 0:
        return []
    core = min(count, first_view, _CORE)
    neighbours: dict[int, dict[int, float]] = defaultdict(dict)
    for a, b, weight in links:
        if a != b:
            neighbours[a][b] = neighbours[a].get(b, 0.0) + weight
            neighbours[b][a] = neighbours[b].get(a, 0.0) + weight
    alone = [n for n in range(core) if not any(m < core for m in neighbours[n])]
    joined = [n for n in range(core) if any(m < core for m in neighbours[n])]
    placed = _place_core(joined, neighbours, widths)
    _place_rows(placed, alone, widths)
    _place_rest(placed, count, core, neighbours)
    return [placed[n] for n in range(count)]


def _place_core(
    joined: list[int], neighbours: dict[int, dict[int, float]], widths: Sequence[float]
) -> dict[int, tuple[int, int]]:
    import numpy as np

    if not joined:
        return {}
    local = {n: i for i, n in enumerate(joined)}
    pairs = [
        (local[a], local[b], weight)
        for a in joined
        for b, weight in sorted(neighbours[a].items())
        if b in local and a < b
    ]
    a = np.array([p[0] for p in pairs])
    b = np.array([p[1] for p in pairs])
    weight = np.sqrt(np.array([p[2] for p in pairs]))
    place = _forces(len(joined), a, b, weight)
    # Screens are wider than high.
    place *= np.array([1.5, 1.0])
    place = _spread(place, np.array([widths[n] for n in joined]))
    return {n: (round(float(x)), round(float(y))) for n, (x, y) in zip(joined, place, strict=True)}


def _forces(n: int, a: Array, b: Array, weight: Array, steps: int = 260) -> Array:
    """ForceAtlas2 with a step that cools: repulsion (deg+1)(deg+1)/d, attraction weight*d, gravity."""
    import numpy as np

    order = np.arange(n)
    radius, angle = 30 * np.sqrt(order + 1.0), order * _GOLDEN_ANGLE
    place = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    degree = np.bincount(a, minlength=n) + np.bincount(b, minlength=n) + 1.0
    mass = degree[:, None] * degree[None, :]
    for step in range(steps):
        x = place[:, 0][:, None] - place[:, 0][None, :]
        y = place[:, 1][:, None] - place[:, 1][None, :]
        push = 1600.0 * mass / (x * x + y * y + 25.0)
        force = np.stack([(x * push).sum(axis=1), (y * push).sum(axis=1)], axis=1)
        pull = (place[a] - place[b]) * (weight * 2.0)[:, None]
        for axis in (0, 1):
            force[:, axis] += np.bincount(b, pull[:, axis], minlength=n)
            force[:, axis] -= np.bincount(a, pull[:, axis], minlength=n)
        distance = np.sqrt((place * place).sum(axis=1)) + 1.0
        force -= place * (22.0 * degree / distance)[:, None]
        length = np.sqrt((force * force).sum(axis=1)) + 1e-9
        limit = 60.0 * (1 - step / steps) + 1.0
        place += force * (np.minimum(length / degree, limit) / length)[:, None]
    return place


def _spread(place: Array, width: Array, height: float = 52.0, rounds: int = 120) -> Array:
    """Push apart the actors whose boxes overlap, along the axis on which they overlap less."""
    import numpy as np

    need_x = (width[:, None] + width[None, :]) / 2 + 10
    n = len(place)
    for _ in range(rounds):
        x = place[:, 0][:, None] - place[:, 0][None, :]
        y = place[:, 1][:, None] - place[:, 1][None, :]
        over_x, over_y = need_x - np.abs(x), height - np.abs(y)
        clash = (over_x > 0) & (over_y > 0)
        np.fill_diagonal(clash, False)
        if not clash.any():
            break
        later = np.arange(n)[:, None] >= np.arange(n)[None, :]
        sign_x, sign_y = _sign(x, later), _sign(y, later)
        by_x = clash & (over_x < over_y)
        by_y = clash & ~by_x
        place = place + 0.5 * np.stack(
            [
                np.where(by_x, sign_x * over_x, 0.0).sum(axis=1),
                np.where(by_y, sign_y * over_y, 0.0).sum(axis=1),
            ],
            axis=1,
        ).clip(-60, 60)
    return place


def _sign(difference: Array, later: Array) -> Array:
    """Of two in the same place the later one goes the positive way."""
    import numpy as np

    return np.where(difference == 0, np.where(later, 1.0, -1.0), np.sign(difference))


def _place_rows(placed: dict[int, tuple[int, int]], alone: list[int], widths: Sequence[float]) -> None:
    """Put those without a drawn edge in rows below the rest, where they disturb nobody."""
    left = min((x for x, _ in placed.values()), default=-400)
    right = max(400 + left, max((x for x, _ in placed.values()), default=400))
    x, y = float(left), max((y for _, y in placed.values()), default=0) + 140.0
    for n in alone:
        if x > left and x + widths[n] > right:
            x, y = float(left), y + 64
        placed[n] = (round(x + widths[n] / 2), round(y))
        x += widths[n] + 24


def _place_rest(
    placed: dict[int, tuple[int, int]],
    count: int,
    core: int,
    neighbours: dict[int, dict[int, float]],
) -> None:
    taken = {_cell(*at) for at in placed.values()}
    turns: dict[tuple[int, int], int] = {}
    outer = max((math.hypot(x, y) for x, y in placed.values()), default=300.0) + 200
    for order, n in enumerate(range(core, count)):
        near = [(m, w) for m, w in sorted(neighbours[n].items()) if m in placed]
        if near:
            total = sum(w for _, w in near)
            x = sum(placed[m][0] * w for m, w in near) / total
            y = sum(placed[m][1] * w for m, w in near) / total
        else:
            x = outer * 1.5 * math.cos(order * _GOLDEN_ANGLE)
            y = outer * math.sin(order * _GOLDEN_ANGLE)
        placed[n] = _free_place(x, y, taken, turns)


def _cell(x: float, y: float) -> tuple[int, int]:
    return round(x / _CELL[0]), round(y / _CELL[1])


def _free_place(
    x: float, y: float, taken: set[tuple[int, int]], turns: dict[tuple[int, int], int]
) -> tuple[int, int]:
    """Walk a spiral out from (x, y) to the first free cell; ``turns`` remembers how far it got before."""
    start = _cell(x, y)
    turn = turns.get(start, 0)
    while True:
        radius, angle = math.sqrt(turn) * 0.8, turn * _GOLDEN_ANGLE
        at_x, at_y = x + radius * _CELL[0] * math.cos(angle), y + radius * _CELL[1] * 1.6 * math.sin(angle)
        cell = _cell(at_x, at_y)
        turn += 1
        if cell not in taken:
            taken.add(cell)
            turns[start] = turn
            return round(cell[0] * _CELL[0]), round(cell[1] * _CELL[1])
