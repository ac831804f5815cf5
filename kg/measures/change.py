"""What changed between two periods."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.measures.signed import pair_weights
from kg.measures.ties import names_of, ties
from kg.model import Dataset, Relation

if TYPE_CHECKING:
    import pandas as pd

_COLUMNS = "what one_id one_name other_id other_name before after share_before share_after surprise".split()


def surprise(before: int, after: int, all_before: int, all_after: int) -> float:
    """Tell how unlikely a change of a count is where nothing but the amount of news changed.

    Parameters
    ----------
    before, after : int
        The count in each period.
    all_before, all_after : int
        All that was counted in each.

    Returns
    -------
    float
        Log-likelihood ratio, with the sign of the change; beyond 6.63 either way by chance once in 100.

    Notes
    -----
    ``G2 = 2 * sum(O * ln(O / E))`` over the table of two counts in two periods: T. Dunning, "Accurate methods
    for the statistics of surprise and coincidence", Computational Linguistics 19 (1993).

    Examples
    --------
    >>> surprise(10, 10, 100, 100), round(surprise(10, 30, 100, 100), 1)
    (0.0, 13.0)
    """
    total, found = all_before + all_after, before + after
    if not all_before or not all_after or not found:
        return 0.0
    ratio = 0.0
    for seen, size in ((before, all_before), (after, all_after)):
        for observed, expected in (
            (seen, size * found / total),
            (size - seen, size * (total - found) / total),
        ):
            if observed:
                ratio += 2 * observed * math.log(observed / expected)
    return round(math.copysign(max(ratio, 0.0), after / all_after - before / all_before), 4)


def changes(
    before: Dataset, after: Dataset, relations: Mapping[str, Relation], *, least: int = 2
) -> pd.DataFrame:
    """Compare two periods: who does more and less, which pairs drew together, and which fell out.

    Parameters
    ----------
    before, after : Dataset
        Two data sets, or two periods of one (:func:`kg.graph.filtered`).
    relations : mapping of str to Relation
    least : int
        Counts below it in both periods are left out.

    Returns
    -------
    pandas.DataFrame
        What changed least likely by chance first. ``what`` is ``activity`` (happenings of one actor),
        ``cooperation`` or ``conflict`` (their weight between a pair), or ``sign`` (a pair whose balance of
        the two turned: before and after are -1, 0 or 1). The shares are of all that was counted in the
        period, so that a period with more news does not seem to have more of everything; ``surprise`` is
        that of :func:`surprise`, and for a turned sign the larger of those of its cooperation and conflict.

    Examples
    --------
    >>> nothing = Dataset((), (), (), ())
    >>> changes(nothing, nothing, {}).shape
    (0, 10)
    >>> import kg
    >>> one = kg.build("التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي.")
    >>> table = changes(one.dataset, nothing, one.relations, least=1)
    >>> table[["what", "one_name", "before", "after"]].values.tolist()[0]
    ['activity', 'أيمن الصفدي', 1, 0]
    """
    import pandas as pd

    names = names_of(before) | names_of(after)
    rows: list[tuple[object, ...]] = []

    def compare(what: str, ids: tuple[str, ...], counts: tuple[int, int], totals: tuple[int, int]) -> float:
        found = surprise(*counts, *totals)
        if max(counts) >= least:
            shares = (round(c / t, 6) if t else 0.0 for c, t in zip(counts, totals, strict=True))
            rows.append((what, *_named(ids, names), *counts, *shares, found))
        return found

    active = [_activity(dataset, relations) for dataset in (before, after)]
    totals = (active[0].total(), active[1].total())
    for actor in sorted(active[0].keys() | active[1].keys()):
        compare("activity", (actor,), (active[0][actor], active[1][actor]), totals)
    weights = [pair_weights(dataset, relations) for dataset in (before, after)]
    sums = [[sum(pair[side] for pair in w.values()) for w in weights] for side in (0, 1)]
    for pair in sorted(weights[0].keys() | weights[1].keys()):
        was, now = (w.get(pair, (0, 0)) for w in weights)
        together = compare("cooperation", pair, (was[0], now[0]), (sums[0][0], sums[0][1]))
        against = compare("conflict", pair, (was[1], now[1]), (sums[1][0], sums[1][1]))
        signs = [(for_ > ag) - (for_ < ag) for for_, ag in (was, now)]
        if signs[0] * signs[1] < 0:
            size = max(abs(together), abs(against))
            rows.append(("sign", *_named(pair, names), *signs, None, None, math.copysign(size, signs[1])))
    rows.sort(key=lambda row: (-abs(row[-1]), row[0], row[1], row[3]))  # type: ignore[arg-type]
    return pd.DataFrame(rows, columns=_COLUMNS)


def _activity(dataset: Dataset, relations: Mapping[str, Relation]) -> Counter[str]:
    found: Counter[str] = Counter()
    for tie in ties(dataset, relations):
        found.update({end for end in (tie.source, tie.target) if end is not None})
    return found


def _named(ids: tuple[str, ...], names: Mapping[str, str]) -> tuple[str, str, str, str]:
    one, other = (*ids, "")[:2]
    return one, names.get(one, ""), other, names.get(other, "")
