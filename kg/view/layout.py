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
_CELL = (64.0, 48.0)
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


def positions(
    count: int,
    links: Sequence[tuple[int, int, float]],
    sizes: Sequence[float],
    first_view: int,
) -> list[tuple[int, int]]:
    """Give each of ``count`` actors a place.

    The first ``first_view`` are laid out by attraction along links and repulsion between all (the linear
    model of ForceAtlas2) on the strongest links of each, which show the structure that all links together
    would hide; then they are pushed apart until no two overlap. Nothing is random: the start is a sunflower
    spiral in the order of the numbers.

    Parameters
    ----------
    count : int
    links : sequence of (int, int, float)
        Pairs of numbers with a weight.
    sizes : sequence of float
        The radius of each actor, in the units of the result.
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
    >>> positions(2, [(0, 1, 1.0)], [9, 9], 300) == positions(2, [(0, 1, 1.0)], [9, 9], 300)
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
    placed = _place_core(joined, neighbours, sizes)
    _place_rows(placed, alone)
    _place_rest(placed, count, core, neighbours)
    return [placed[n] for n in range(count)]


def _place_core(
    joined: list[int], neighbours: dict[int, dict[int, float]], sizes: Sequence[float]
) -> dict[int, tuple[int, int]]:
    import numpy as np

    if not joined:
        return {}
    local = {n: i for i, n in enumerate(joined)}
    pairs = [(local[a], local[b], weight) for a, b, weight in _strongest(joined, neighbours)]
    a = np.array([p[0] for p in pairs])
    b = np.array([p[1] for p in pairs])
    weight = np.sqrt(np.array([p[2] for p in pairs]))
    place = _forces(len(joined), a, b, weight)
    # Screens are wider than high.
    place *= np.array([1.5, 1.0])
    # Few actors get room for their names; of many, the page shows the names that fit.
    room = 3600.0 * (1 + 8 * math.exp(-len(joined) / 50)) * len(joined)
    extent = np.ptp(place, axis=0) + 1.0
    place *= math.sqrt(room / float(extent[0] * extent[1]))
    place = _spread(place, np.array([sizes[n] for n in joined]))
    return {n: (round(float(x)), round(float(y))) for n, (x, y) in zip(joined, place, strict=True)}


def _strongest(
    joined: list[int], neighbours: dict[int, dict[int, float]], each: int = 4
) -> list[tuple[int, int, float]]:
    """Keep the ``each`` strongest links of each actor; a link stays if it is among those of one end."""
    inside, kept = set(joined), {}
    for a in joined:
        own = sorted((-weight, b) for b, weight in neighbours[a].items() if b in inside)
        for weight, b in own[:each]:
            kept[min(a, b), max(a, b)] = -weight
    return [(a, b, weight) for (a, b), weight in sorted(kept.items())]


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
        pull = (place[a] - place[b]) * (weight * 0.8)[:, None]
        for axis in (0, 1):
            force[:, axis] += np.bincount(b, pull[:, axis], minlength=n)
            force[:, axis] -= np.bincount(a, pull[:, axis], minlength=n)
        distance = np.sqrt((place * place).sum(axis=1)) + 1.0
        force -= place * (22.0 * degree / distance)[:, None]
        length = np.sqrt((force * force).sum(axis=1)) + 1e-9
        limit = 60.0 * (1 - step / steps) + 1.0
        place += force * (np.minimum(length / degree, limit) / length)[:, None]
    return place


def _spread(place: Array, size: Array, rounds: int = 150) -> Array:
    """Push apart the actors whose boxes overlap, along the axis on which they overlap less."""
    import numpy as np

    need_x = size[:, None] + size[None, :] + 24
    need_y = size[:, None] + size[None, :] + 24
    n = len(place)
    for _ in range(rounds):
        x = place[:, 0][:, None] - place[:, 0][None, :]
        y = place[:, 1][:, None] - place[:, 1][None, :]
        over_x, over_y = need_x - np.abs(x), need_y - np.abs(y)
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


def _place_rows(placed: dict[int, tuple[int, int]], alone: list[int]) -> None:
    """Put those without a drawn edge in rows below the rest, where they disturb nobody."""
    left = min((x for x, _ in placed.values()), default=-300)
    right = max(500 + left, max((x for x, _ in placed.values()), default=300))
    x, y = left, max((y for _, y in placed.values()), default=0) + 100
    for n in alone:
        if x > right:
            x, y = left, y + 60
        placed[n] = (x, y)
        x += 110


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
